"""What is compared: the characters of the raw text that count, as sets written as whole numbers.

Bit `i` of a set stands for character `i`, so that shared characters are one `&` and one count.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from qawl.text.fold import HARAKAT, INVISIBLE, TATWEEL, bare
from qawl.text.span import Span

# SCORING.md names these ranges; `fold` knows more marks, which here count like letters.
_MARKS = frozenset(map(chr, (*range(0x064B, 0x0653), 0x0670))) | {TATWEEL}
_BIDI = frozenset(map(chr, (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))
# Unicode files these under symbols, newsrooms use them as quotation marks and brackets.
_QUOTING_SYMBOLS = frozenset("<>`´")
_COMPLEMENTIZERS = frozenset({"أن", "إن", "بأن", "بإن"})
_WORD = re.compile(rf"[\w{HARAKAT}{TATWEEL}{INVISIBLE}]+")
_NONE = Fraction(0)


def counts(char: str) -> bool:
    """Whether a character counts anywhere in a span: no white space, tatweel, haraka or bidi mark."""
    return not (char.isspace() or char in _MARKS or char in _BIDI)


def counts_at_edge(char: str) -> bool:
    """Whether a character counts as the first or last one of a span."""
    return counts(char) and char not in _QUOTING_SYMBOLS and not unicodedata.category(char).startswith("P")


@dataclass(frozen=True, slots=True)
class Units:
    """The characters of one text that count, and those that count at the edge of a span."""

    text: str
    inner: int
    edge: int

    def of(self, span: Span | None) -> int:
        """Return the set of a span; the empty set where there is none or it holds nothing that counts."""
        if span is None:
            return 0
        solid = self.edge & _between(span.start, min(span.end, len(self.text)))
        if not solid:
            return 0
        return self.inner & _between(_first(solid), solid.bit_length())

    def of_content(self, pieces: Iterable[Span]) -> int:
        """Return the set of a content's pieces, without the complementizer that the first may begin with."""
        first, *others = sorted(pieces) or [Span(0, 0)]
        units = self.of(self._after_complementizer(first))
        for piece in others:
            units |= self.of(piece)
        return units

    def _after_complementizer(self, piece: Span) -> Span:
        units = self.of(piece)
        word = _WORD.match(self.text, _first(units), piece.end) if units else None
        if word is None or bare(word.group()) not in _COMPLEMENTIZERS:
            return piece
        return Span(word.end(), piece.end)


def units_of(text: str) -> Units:
    """Return the units of a text."""
    kinds = {char: (counts(char), counts_at_edge(char)) for char in set(text)}
    return Units(text, _mask(text, lambda char: kinds[char][0]), _mask(text, lambda char: kinds[char][1]))


def f1(left: int, right: int) -> Fraction:
    """Return the F1 of two sets; exact, so that a threshold is met or missed and a tie is a tie."""
    shared = (left & right).bit_count()
    return Fraction(2 * shared, left.bit_count() + right.bit_count()) if shared else _NONE


def same(left: int, right: int) -> bool:
    """Whether two sets are equal and not empty."""
    return left == right != 0


def _mask(text: str, keep: Callable[[str], bool]) -> int:
    return int("0" + "".join("1" if keep(char) else "0" for char in reversed(text)), 2)


def _between(start: int, end: int) -> int:
    start = max(start, 0)
    return ((1 << (end - start)) - 1) << start if start < end else 0


def _first(units: int) -> int:
    return (units & -units).bit_length() - 1
