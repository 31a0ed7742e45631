"""Words that are looked for: what a person types becomes a full-text expression that cannot go wrong.

A word is found in all its written shapes: `وزير` in `وبالوزير`, `للوزير`, `وزيرها`, but `وزارة` is another word. Which
shapes exist, and which of them are rather other words, the ledger's own vocabulary tells (`Shapes`).
"""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from qawl.ledger.errors import QueryError
from qawl.ledger.words import searchable, words_of
from qawl.text.clitics import ARTICLE, CONJUNCTIONS, attached, definite, without_article
from qawl.text.span import Span

MOST_ITEMS = 16
"""Words and phrases in one question; what comes behind them is refused by name."""

_ITEM = re.compile(r"(?P<minus>(?<!\S)-)?(?:\"(?P<straight>[^\"]*)\"|«(?P<pointed>[^»]*)»|(?P<word>[^\s\"«»]+))")
_FEMININE = "ةۃ"


@dataclass(frozen=True, slots=True)
class Item:
    """A word or phrase of a question: for each of its words the shapes in which it is looked for."""

    words: tuple[tuple[str, ...], ...]
    excluded: bool = False
    prefix: bool = False

    def expression(self) -> str:
        """Return the item in the language of FTS5. Shapes hold letters and digits only, so that quotes are safe."""
        phrases = [""]
        for shapes in self.words:
            phrases = [f"{phrase} {shape}".lstrip() for phrase in phrases for shape in shapes]
        star = " *" if self.prefix else ""
        return "(" + " OR ".join(f'"{phrase}"{star}' for phrase in phrases) + ")"

    def places(self, folded: str) -> Iterator[tuple[int, int]]:
        """Yield the ranges of a folded text in which the item occurs."""
        first, *rest = self.words
        behind = _pattern(tuple(rest), self.prefix)
        for shape in first:
            place = folded.find(shape)
            while place >= 0:
                match = behind.match(folded, place + len(shape))
                if match and not _joined(folded, place):
                    yield place, match.end()
                place = folded.find(shape, place + 1)


def _joined(folded: str, place: int) -> bool:
    """Say whether a word goes on across `place`: two letters or two digits side by side."""
    pair = folded[max(place - 1, 0) : place + 1]
    return len(pair) == 2 and (_LETTERS.fullmatch(pair) or _DIGITS.fullmatch(pair)) is not None


_LETTERS = re.compile(r"[^\W\d_]{2}")
_DIGITS = re.compile(r"\d\d")


@lru_cache(64)
def _pattern(rest: tuple[tuple[str, ...], ...], prefix: bool) -> re.Pattern[str]:
    """Return what must stand behind the first word: the others, and the end of the last unless it is a beginning."""
    others = "".join(rf"[\W_]*(?:{'|'.join(map(re.escape, shapes))})" for shapes in rest)
    end = r"(?:[^\W\d_]*|\d*)" if prefix else r"(?:(?<=\d)(?!\d)|(?<!\d)(?![^\W\d_]))"
    return re.compile(others + end)


@dataclass(frozen=True, slots=True)
class Question:
    """All of the words in `items` must occur, and none of those that are excluded."""

    items: tuple[Item, ...]

    def expression(self) -> str:
        """Return the question in the language of FTS5."""
        wanted = " AND ".join(item.expression() for item in self.items if not item.excluded)
        unwanted = " OR ".join(item.expression() for item in self.items if item.excluded)
        return f"({wanted}) NOT ({unwanted})" if unwanted else wanted

    def places(self, text: str) -> list[Span]:
        """Return the raw spans of `text` in which the wanted words occur, in their order."""
        folded = searchable(text)
        found = {place for item in self.items if not item.excluded for place in item.places(folded.text)}
        return sorted(folded.raw_span(start, end) for start, end in found)


def parse(words: str, shapes: Callable[[str], Iterable[str]]) -> Question:
    """Return what a person typed as a question: words, "phrases", -without, beginnings*.

    `shapes` gives the forms in which a raw word is looked for. Raises QueryError where nothing is asked.
    """
    items = tuple(item for match in _ITEM.finditer(words) if (item := _item(match, shapes)))
    if not any(not item.excluded for item in items):
        raise QueryError("there is no word to look for" + (": all are excluded" if items else ""))
    if len(items) > MOST_ITEMS:
        raise QueryError(f"{len(items)} words are more than can be looked for at once ({MOST_ITEMS})")
    return Question(items)


def _item(match: re.Match[str], shapes: Callable[[str], Iterable[str]]) -> Item | None:
    word, excluded = match["word"], bool(match["minus"])
    phrase = match["straight"] or match["pointed"] or ""
    forms = words_of(phrase if word is None else word)
    if not forms:
        return None
    if word is not None and word.endswith("*"):
        return Item((*((form,) for form in forms[:-1]), tuple(beginnings(forms[-1]))), excluded, prefix=True)
    if len(forms) == 1:
        return Item((tuple(shapes(word or phrase)),), excluded)
    return Item((_carried(forms[0], shapes), *((form,) for form in forms[1:])), excluded)


def beginnings(form: str) -> Iterator[str]:
    """Yield how a word that begins with `form` may begin: with what is written before it too, from two letters on."""
    yield form
    if len(form) > 1:
        yield from (conjunction + form for conjunction in CONJUNCTIONS[1:])
        yield from definite(form)


def _carried(first: str, shapes: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """Return the shapes of the first of several words side by side: with what is before it, but nothing behind it."""
    return tuple(shape for shape in shapes(first) if shape.endswith(first))


# Shapes

MOST_TIMES = 20
"""A shape this many times as frequent as the word without anything before or behind it is another word: `وزير` is no
`زير` with `and` before it."""

MOST_DEFINITE = 0.02
"""Nor is one that takes the article, as neither a particle nor what bears a pronoun does: `الوزير` shows that `وزير` is
not `و` with `زير`, `الإضافة` that `اضافه` is hardly `اضاف` with `ه`."""

_ARTICLES = (ARTICLE, "و" + ARTICLE, "ب" + ARTICLE, "لل")
_RARE = 3


class Shapes:
    """The shapes of words that occur in a ledger."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __call__(self, word: str) -> list[str]:
        """Return the forms in which a raw word is looked for, itself first; a word with article stands for its noun."""
        form = words_of(word)[0]
        feminine = word.rstrip("*").endswith(tuple(_FEMININE))
        noun = without_article(form)
        of_noun = self._of(noun, feminine) if noun else []
        # Only where the noun never stands alone may the article be none (`التقى`) and bear something itself.
        of_form = [] if noun and self._counts({noun}) else self._of(form, feminine)
        return list(dict.fromkeys((form, *of_form, *of_noun)))

    def _of(self, form: str, feminine: bool) -> list[str]:
        with_article = list(definite(form))
        others = list(attached(form, feminine=feminine))
        counts = self._counts({form, *with_article, *(shape for shape, _, _ in others)})
        base = sum(counts.get(shape, 0) for shape in (form, *with_article))
        found = [(shape, opening, ending) for shape, opening, ending in others if shape in counts]
        nouns = self._nouns({noun for found_shape in found for noun in _own_words(*found_shape)})
        attachments = (
            shape
            for shape, opening, ending in found
            if nouns.isdisjoint(_own_words(shape, opening, ending)) and _is_no_other_word(counts[shape], base)
        )
        return [form, *(shape for shape in with_article if shape in counts), *attachments]

    def _nouns(self, forms: set[str]) -> set[str]:
        """Return those that take the article, and so are words of their own."""
        counts = self._counts({*forms, *(article + form for form in forms for article in _ARTICLES)})
        definite_counts = {form: sum(counts.get(article + form, 0) for article in _ARTICLES) for form in forms}
        return {form for form in forms if definite_counts[form] > MOST_DEFINITE * counts.get(form, 0)}

    def _counts(self, forms: set[str]) -> dict[str, int]:
        """Return in how many articles each of the forms stands; those that stand in none are left out."""
        listed = sorted(forms)
        marks = ", ".join("?" * len(listed))
        rows = self._connection.execute(f"SELECT term, doc FROM vocabulary WHERE term IN ({marks})", listed)
        return dict(rows)


def _own_words(shape: str, opening: str, ending: str) -> tuple[str, ...]:
    """Return what is rather a word of its own if it takes the article: with its opening, with its ending."""
    if not (opening and ending):
        return (shape,)
    return (shape, shape[: -len(ending)], shape[len(opening) :])


def _is_no_other_word(count: int, base: int) -> bool:
    return count <= MOST_TIMES * base or count <= _RARE
