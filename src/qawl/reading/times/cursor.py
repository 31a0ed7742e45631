"""The words of an article as the grammar of times asks for them."""

from dataclasses import dataclass
from typing import NamedTuple

from qawl.lexicon import flags as F
from qawl.lexicon.times import Kind, Sense
from qawl.lexicon.vocabulary import Word
from qawl.reading.article import Article
from qawl.reading.numbers import Number, number_at
from qawl.reading.times.meaning import Meaning

_LONGEST = 9  # tokens of a number in words
_ARTICLES = frozenset(("ال", "وال", "بال", "لل", "فال", "ولل"))  # `الـ24`: the article apart from its digits
_HIGHEST_DAY = 31


@dataclass(frozen=True, slots=True)
class Found:
    """An expression over tokens `[start, end)`; `kind` is what it names: day, weekday, week, month, year, other."""

    start: int
    end: int
    meaning: Meaning
    kind: str


class Year(NamedTuple):
    """A year as written; `hijri` is None where nothing says of which calendar."""

    end: int
    number: int
    hijri: bool | None


class Cursor:
    """Look-ups by token in one article; what lies outside it is nothing."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.words = article.words
        self.count = len(article.words)
        self._numbers: dict[int, Number | None] = {}

    def word(self, token: int) -> Word | None:
        return self.words[token] if 0 <= token < self.count else None

    def fold(self, token: int) -> str:
        return self.words[token].fold if 0 <= token < self.count else ""

    def kind(self, token: int) -> str:
        return self.words[token].kind if 0 <= token < self.count else ""

    def is_free(self, token: int) -> bool:
        """Say whether nothing but an article is written on to a word of time."""
        time = self.words[token].time if 0 <= token < self.count else None
        return time is not None and not time.conjunction and not time.preposition

    def definite(self, token: int) -> bool:
        time = self.words[token].time if 0 <= token < self.count else None
        return time is not None and time.definite

    def sense(self, token: int, kind: Kind) -> Sense | None:
        """Return the longest sense of a kind whose words all stand at a token."""
        time = self.words[token].time if 0 <= token < self.count else None
        if time is None:
            return None
        for sense in time.senses:
            if sense.kind == kind and (not sense.rest or self._follows(token + 1, sense.rest)):
                return sense
        return None

    def _follows(self, token: int, rest: tuple[str, ...]) -> bool:
        end = token + len(rest)
        return end <= self.count and all(self.words[token + k].fold == form for k, form in enumerate(rest))

    def after(self, token: int, kind: Kind) -> tuple[int, Sense] | None:
        """Return the token behind the words of a kind that stand at a token without clitics, and their sense."""
        sense = self.sense(token, kind) if self.is_free(token) else None
        return None if sense is None else (token + 1 + len(sense.rest), sense)

    def end_of(self, token: int, kind: Kind) -> int:
        """Return the token behind the words of a kind, or the token itself where there are none."""
        found = self.after(token, kind)
        return token if found is None else found[0]

    def number(self, token: int) -> Number | None:
        """Return the whole number that begins at a token; `الـ` before it is skipped."""
        at = token + 1 if self.fold(token) in _ARTICLES else token
        found = self.any_number(at)
        return found if found is not None and isinstance(found.value, int) else None

    def any_number(self, token: int) -> Number | None:
        """Return the number that begins at a token, whatever its value; each is read once."""
        if token >= self.count or self.words[token].numeral is None:
            return None
        if token not in self._numbers:
            self._numbers[token] = number_at(self.article, token, min(self.count, token + _LONGEST))
        return self._numbers[token]

    def is_article(self, token: int) -> bool:
        """Say whether a token is the article written apart: `الـ`."""
        return self.fold(token) in _ARTICLES

    def ordinal(self, token: int) -> tuple[int, int] | None:
        """Return the token behind an ordinal and its number; -1 for the last."""
        if self.fold(token) in ("الاخير", "الاخيره"):
            return token + 1, -1
        found = self.number(token)
        if found is None or found.kind != "ordinal":
            return None
        return found.end, int(found.value)

    def day_number(self, token: int) -> tuple[int, int] | None:
        """Return the token behind a number from 1 to 31 and the number: `25`, `(21)`, `الخامس عشر`, `الـ17`."""
        if self.kind(token) == "(":
            inner = self.day_number(token + 1)
            return (inner[0] + 1, inner[1]) if inner is not None and self.kind(inner[0]) == ")" else None
        found = self.number(token)
        if found is None or found.kind == "fraction" or not 1 <= found.value <= _HIGHEST_DAY or found.scale > 1:
            return None
        if found.digits and len(self.words[found.end - 1].fold) > 2:
            return None
        return found.end, int(found.value)

    def past_link(self, token: int, *links: str) -> int:
        """Return the token behind one of the words, or the token itself."""
        return token + 1 if self.fold(token) in links else token

    def is_noun_at(self, token: int) -> bool:
        """Say whether a bare noun stands at a token, which a number before it may count."""
        word = self.word(token)
        if word is None or word.kind != "word" or word.numeral is not None:
            return False
        if word.definite or word.conjunction or word.preposition:
            return False
        if word.flags & (F.GRAMMAR | F.PARTY | F.VERB | F.EVENT) or word.cues or word.complementizer:
            return False
        return bool(word.flags & (F.NOUN | F.ADJECTIVE)) or not word.known
