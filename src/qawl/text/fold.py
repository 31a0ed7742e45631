"""The folded view of Arabic text, in which spellings that readers hold to be equal are equal.

Folding takes away harakat, tatweel, bidi and zero-width marks, merges hamza carriers, ta marbuta
and alef maqsura, opens presentation forms and ligatures, and writes all digits as ASCII. It is for
looking words up; raw text is never changed, and `FoldedText` leads back to its offsets.
"""

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from qawl.text.span import Span

HARAKAT = "".join(
    map(
        chr,
        (
            *range(0x0610, 0x061B),
            *range(0x064B, 0x0660),
            0x0670,
            *range(0x06D6, 0x06DD),
            *range(0x06DF, 0x06E5),
            0x06E7,
            0x06E8,
            *range(0x06EA, 0x06EE),
        ),
    )
)
TATWEEL = "\u0640"
INVISIBLE = (
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ى": "ي", "ی": "ي", "ے": "ي", "ئ": "ي",
    "ؤ": "و", "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه",
    "ک": "ك", "ڪ": "ك",
}  # fmt: skip


def _presentation_forms() -> dict[str, str]:
    """Map each Arabic presentation form to the letters it stands for (Unicode's own data)."""
    forms: dict[str, str] = {}
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00)):
        char = chr(code)
        letters = unicodedata.normalize("NFKC", char)
        if letters != char:
            forms[char] = letters.replace(" ", "")
    return forms


def _folding_table() -> dict[int, str]:
    table = {ord(c): "" for c in HARAKAT + TATWEEL + INVISIBLE}
    table |= {ord(a): b for a, b in _LETTERS.items()}
    table |= {0x0660 + d: str(d) for d in range(10)} | {0x06F0 + d: str(d) for d in range(10)}
    for char, letters in _presentation_forms().items():
        table[ord(char)] = letters.translate(table)
    return table


_TABLE = _folding_table()
_STRIP = {ord(c): "" for c in HARAKAT + TATWEEL + INVISIBLE} | {ord(a): b for a, b in _presentation_forms().items()}


def fold(text: str) -> str:
    """Return the folded form of `text`: `fold("أكَّدَ") == fold("اكد")`."""
    return text.translate(_TABLE)


def bare(text: str) -> str:
    """Return `text` without harakat, tatweel and invisible marks; letters stay as written.

    Where folding would merge what must be told apart (`على` and `علي`, `أن` and `إن`).
    """
    return text.translate(_STRIP)


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A folded text and the way back to the raw one.

    `starts[i]` is the raw offset of the code point that folded character `i` came from.
    """

    text: str
    starts: tuple[int, ...]
    raw_length: int

    def raw_span(self, start: int, end: int) -> Span:
        """Return the raw span of folded `[start, end)`, marks that follow its last letter included."""
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"[{start}, {end}) is outside a folded text of {len(self.text)} characters")
        first = self.starts[start] if start < len(self.starts) else self.raw_length
        if start == end:
            return Span(first, first)
        after = self.starts[end] if end < len(self.starts) else self.raw_length
        return Span(first, max(after, self.starts[end - 1] + 1))

    def folded_offset(self, raw: int) -> int:
        """Return the folded offset of the character that stands at or before raw offset `raw`."""
        return max(bisect_right(self.starts, raw) - 1, 0)


def fold_with_offsets(text: str) -> FoldedText:
    """Fold `text` and keep where each folded character came from."""
    letters: list[str] = []
    starts: list[int] = []
    for offset, char in enumerate(text):
        folded = _TABLE.get(ord(char), char)
        letters.append(folded)
        starts.extend([offset] * len(folded))
    return FoldedText("".join(letters), tuple(starts), len(text))
