"""Scoring events against sentences that were coded by hand: `evaluation/events/`.

Gold is stand-off: a sentence is an article's id and offsets, an event its offsets and codes, without a word of text. An
event is found where its trigger shares a character with a gold trigger, one to one; the other figures are shares of the
events found.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from qawl.evaluation.who import name_words
from qawl.records import Actor, Event, Reading
from qawl.records.reading import Status
from qawl.text.span import Span

_HALF = 0.5
_NOT_FACTS = ("attributed", "alleged", "denied", "conditional", "expected", "asked")


class GoldEvent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An event as coded: spans of trigger, actor, recipient and of the cue of the statement that holds it."""

    span: Span
    type: str
    mode: str | None
    status: Status
    actor: Span | None
    recipient: Span | None
    cue: Span | None


class GoldSentence(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence of an article, `[start, end)`, and all its events; `held` ones are looked at only as a figure."""

    article: str
    start: int
    end: int
    held: bool
    events: tuple[GoldEvent, ...]


@dataclass(slots=True)
class EventFigures:
    """Counts over sentences; `wrongly_asserted` is what the reader calls done and the article does not."""

    sentences: int = 0
    gold: int = 0
    read: int = 0
    found: int = 0
    type: int = 0
    mode: int = 0
    actor: int = 0
    recipient: int = 0
    status: int = 0
    holder: int = 0
    wrongly_asserted: int = 0
    pairs: list[tuple[GoldEvent, Event]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.found / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.found / (self.read + self.gold) if self.read + self.gold else 0.0

    def share(self, count: int) -> float:
        """Return a count as a share of the events found."""
        return count / self.found if self.found else 0.0


def load_sentences(path: Path) -> tuple[GoldSentence, ...]:
    """Read a file of coded sentences, one JSON object a line."""
    decoder = msgspec.json.Decoder(GoldSentence)
    return tuple(map(decoder.decode, path.read_bytes().splitlines()))


def score_events(sentences: Iterable[GoldSentence], readings: Mapping[str, Reading]) -> EventFigures:
    """Compare the events of readings, by article id, with what was coded for their sentences."""
    figures = EventFigures()
    for sentence in sentences:
        _add(figures, sentence, readings[sentence.article])
    return figures


def _add(figures: EventFigures, sentence: GoldSentence, reading: Reading) -> None:
    read = [event for event in reading.events if sentence.start <= event.span.start < sentence.end]
    figures.sentences += 1
    figures.gold += len(sentence.events)
    figures.read += len(read)
    for gold, event in aligned(sentence.events, read):
        figures.pairs.append((gold, event))
        _count(figures, gold, event, reading)


def aligned(gold: Sequence[GoldEvent], read: Sequence[Event]) -> Iterator[tuple[GoldEvent, Event]]:
    """Pair events whose triggers overlap, one to one: those of one type first, then by the shared characters."""
    pairs = sorted(
        ((g.type == e.type, _shared(g.span, e.span), i, j) for i, g in enumerate(gold) for j, e in enumerate(read)),
        key=lambda pair: (-pair[0], -pair[1], pair[2], pair[3]),
    )
    used: set[tuple[str, int]] = set()
    for _, shared, i, j in pairs:
        if shared > 0 and ("gold", i) not in used and ("read", j) not in used:
            used |= {("gold", i), ("read", j)}
            yield gold[i], read[j]


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _count(figures: EventFigures, gold: GoldEvent, event: Event, reading: Reading) -> None:
    figures.found += 1
    figures.type += gold.type == event.type
    figures.mode += (gold.type, gold.mode) == (event.type, event.mode)
    figures.actor += is_party_right(gold.actor, event.actor, reading)
    figures.recipient += is_party_right(gold.recipient, event.recipient, reading)
    figures.status += gold.status == event.status
    figures.holder += _is_holder_right(gold, event, reading)
    figures.wrongly_asserted += event.status == "asserted" and gold.status in _NOT_FACTS


def is_party_right(gold: Span | None, ids: Sequence[str], reading: Reading) -> bool:
    """Say whether the actors with these ids are the party of a span: a mention there, or the same name."""
    if gold is None or not ids:
        return gold is None and not ids
    words = name_words(gold.of(reading.document.text))
    return any(
        any(_is_same_span(gold, mention) for mention in actor.mentions) or _is_named(words, actor)
        for actor in reading.actors
        if actor.id in ids
    )


def _is_named(words: list[str], actor: Actor) -> bool:
    """`لافال` is `النائب المعارض ج. ك. لافال`: a person's name in the words of the span, with its last word."""
    name = name_words(actor.name)
    if name == words:
        return True
    return actor.kind == "person" and bool(name) and set(name) <= set(words)


def _is_same_span(one: Span, other: Span) -> bool:
    """Whether F1 over the characters of two spans is a half at least."""
    lengths = (one.end - one.start) + (other.end - other.start)
    return 2 * _shared(one, other) >= _HALF * lengths if lengths else False


def _is_holder_right(gold: GoldEvent, event: Event, reading: Reading) -> bool:
    cue = next((s.cue for s in reading.statements if s.id == event.holder), None)
    if gold.cue is None or cue is None:
        return gold.cue is cue
    return _shared(gold.cue, cue) > 0
