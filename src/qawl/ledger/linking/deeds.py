"""Sentences that tell that something was done: where a verb of doing stands, and the words around it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from qawl.ledger.linking.contents import bare_word, stem
from qawl.ledger.words import searchable
from qawl.text.clitics import CONJUNCTIONS
from qawl.text.span import Span


class Closings(Protocol):
    """What the lexicon knows of doing: see `qawl.lexicon.closings`. The ledger is handed it and knows no Arabic."""

    @property
    def owed(self) -> Mapping[str, frozenset[int]]: ...
    @property
    def done(self) -> Mapping[str, frozenset[int]]: ...
    @property
    def bare(self) -> frozenset[str]: ...
    @property
    def negations(self) -> frozenset[str]: ...
    @property
    def particles(self) -> frozenset[str]: ...


WITHDRAWAL = 0

BEFORE, BEHIND = 6, 20
"""So many words around the verb are what was done, to what, by whom."""

_SENTENCE = re.compile(r"(?:[^\n.!?؟…]|\.(?=\S))+")
_WORD = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb that tells of something done: its sentence in the raw text, the sorts of its acts, the words around it."""

    sentence: Span
    sorts: frozenset[int]
    words: frozenset[str]


def deeds(text: str, closings: Closings) -> Iterator[Deed]:
    """Yield what `text` tells as done, one deed a verb."""
    folded = searchable(text)
    for match in _SENTENCE.finditer(folded.text):
        words = _WORD.findall(match.group())
        for place, word in enumerate(words):
            sorts = _sorts(words, place, word, closings)
            if sorts:
                around = words[max(place - BEFORE, 0) : place] + words[place + 1 : place + 1 + BEHIND]
                span = _trimmed(text, folded.raw_span(match.start(), match.end()))
                yield Deed(span, sorts, frozenset(stem(bare_word(near)) for near in around))


def _sorts(words: list[str], place: int, word: str, closings: Closings) -> frozenset[int]:
    """Return the sorts of a verb that is not taken back by the word before it."""
    for conjunction in CONJUNCTIONS:
        verb = word.removeprefix(conjunction)
        if verb in closings.done and (verb == word or conjunction):
            if place and (verb in closings.bare or words[place - 1] in closings.negations):
                return frozenset()
            return closings.done[verb]
    return frozenset()


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def sorts_owed(act: str, closings: Closings) -> frozenset[int]:
    """Return the sorts of acts that the words of an act to come name."""
    words = (
        word for raw in _WORD.findall(searchable(act).text) for word in {raw, bare_word(raw), raw.removeprefix("س")}
    )
    return frozenset(sort for word in words for sort in closings.owed.get(word, ()))
