"""The words that are searched, and the way from them back to the raw text. Index and question use the same ones."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Protocol

from qawl.text.fold import HARAKAT, INVISIBLE, TATWEEL, FoldedText, fold
from qawl.text.span import Span

_DROPPED = re.escape(HARAKAT + TATWEEL + INVISIBLE)

# Letters or digits: `الـ24` is two words, so that `24` is found.
_WORD = re.compile(r"[^\W\d_]+|\d+")


def words_of(text: str) -> list[str]:
    """Return the words of `text` folded, as they are indexed and looked for."""
    return _WORD.findall(fold(text).casefold())


def index_text(text: str) -> str:
    """Return the words of `text` as the full-text index takes them."""
    return " ".join(words_of(text))


class Folded(Protocol):
    """A folded text that leads back to the raw one."""

    @property
    def text(self) -> str: ...

    def raw_span(self, start: int, end: int) -> Span: ...


_DROP = re.compile(f"[{_DROPPED}]")
_OPENED = re.compile("[\ufb50-\ufdff\ufe70-\ufefe]")


def searchable(text: str) -> Folded:
    """Return `text` folded and in small letters, with its way back.

    Where no character becomes several, which is nearly everywhere, only the dropped ones are noted: thirty times faster
    than noting where each character came from.
    """
    folded = fold(text).casefold()
    dropped = [match.start() for match in _DROP.finditer(text)]
    if len(folded) + len(dropped) != len(text) or _OPENED.search(text):
        return _one_by_one(text)
    return _Dropped(folded, len(text), [place - n for n, place in enumerate(dropped)])


def _one_by_one(text: str) -> FoldedText:
    letters = [fold(char).casefold() for char in text]
    starts = tuple(place for place, letter in enumerate(letters) for _ in letter)
    return FoldedText("".join(letters), starts, len(text))


@dataclass(frozen=True, slots=True)
class _Dropped:
    """A folded text from which characters were dropped; `places` are the folded offsets before which they stood."""

    text: str
    raw_length: int
    places: list[int]

    def raw_span(self, start: int, end: int) -> Span:
        """Return the raw span of folded `[start, end)`, marks that follow its last letter included."""
        return Span(self._raw(start), self._raw(end) if end < len(self.text) else self.raw_length)

    def _raw(self, offset: int) -> int:
        return offset + bisect_right(self.places, offset)
