"""An article cut at every edge of its marked spans, so that spans may nest, touch and cross.

A tree cannot show two contents that cross; a flat run of segments can, each knowing all the marks
that cover it. Offsets are code points of the article's raw text.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from qawl.records import Reading, Statement

Part = Literal[
    "speaker",
    "cue",
    "content",
    "addressee",
    "occasion",
    "act",
    "condition",
    "claim",
    "denial",
    "quantity",
    "time",
    "event",
]


@dataclass(frozen=True, slots=True)
class Mark:
    """A span that plays a part in a record; `statement` is the record's index in its list."""

    start: int
    end: int
    part: Part
    statement: int

    @property
    def of_statement(self) -> bool:
        """Say whether the record is a statement."""
        return self.part not in _OTHERS


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that no mark divides, with the marks that cover it, outermost first."""

    start: int
    end: int
    marks: tuple[Mark, ...] = ()

    def innermost(self, *parts: Part) -> Mark | None:
        """Return the shortest covering mark that plays one of `parts`."""
        return next((mark for mark in reversed(self.marks) if mark.part in parts), None)

    def starting(self, part: Part) -> list[Mark]:
        """Return the marks of `part` that begin here."""
        return [mark for mark in self.marks if mark.part == part and mark.start == self.start]

    def ending(self, part: Part) -> list[Mark]:
        """Return the marks of `part` that end here."""
        return [mark for mark in self.marks if mark.part == part and mark.end == self.end]


_OTHERS = frozenset(("act", "condition", "claim", "denial", "quantity", "time", "event"))


def marks(reading: Reading) -> list[Mark]:
    """Return every span of every statement of `reading`, kept within its text."""
    return _kept(reading, (mark for n, statement in enumerate(reading.statements) for mark in _marks_of(n, statement)))


def owed_marks(reading: Reading) -> list[Mark]:
    """Return every span of every pledge and dispute of `reading`, kept within its text."""
    return _kept(reading, _owed_marks(reading))


def quantity_marks(reading: Reading) -> list[Mark]:
    """Return the span of every quantity of `reading`, kept within its text."""
    return _kept(reading, (Mark(*quantity.span, "quantity", n) for n, quantity in enumerate(reading.quantities)))


def time_marks(reading: Reading) -> list[Mark]:
    """Return the span of every time of `reading`, kept within its text."""
    return _kept(reading, (Mark(*time.span, "time", number) for number, time in enumerate(reading.times)))


def event_marks(reading: Reading) -> list[Mark]:
    """Return the trigger of every event of `reading`, kept within its text."""
    return _kept(reading, (Mark(*event.span, "event", number) for number, event in enumerate(reading.events)))


def _kept(reading: Reading, found: Iterable[Mark]) -> list[Mark]:
    length = len(reading.document.text)
    kept = (replace(mark, start=max(0, mark.start), end=min(mark.end, length)) for mark in found)
    return [mark for mark in kept if mark.start < mark.end]


def _marks_of(number: int, statement: Statement) -> Iterator[Mark]:
    yield Mark(*statement.cue, "cue", number)
    for piece in statement.content:
        yield Mark(*piece, "content", number)
    if statement.speaker is not None:
        yield Mark(*statement.speaker, "speaker", number)
    if statement.addressee is not None:
        yield Mark(*statement.addressee, "addressee", number)
    if statement.occasion is not None:
        yield Mark(*statement.occasion, "occasion", number)


def _owed_marks(reading: Reading) -> Iterator[Mark]:
    for number, pledge in enumerate(reading.pledges):
        yield Mark(*pledge.act, "act", number)
        if pledge.condition is not None:
            yield Mark(*pledge.condition, "condition", number)
    for number, dispute in enumerate(reading.disputes):
        yield Mark(*dispute.claim, "claim", number)
        yield Mark(*dispute.denial, "denial", number)


def segments(length: int, marks: Sequence[Mark]) -> Iterator[Segment]:
    """Cut `[0, length)` at every edge of `marks`; joined again, the segments are the whole text.

    The cost is that of sorting the edges and of what is handed back.
    """
    waiting = sorted(marks, key=lambda mark: mark.start, reverse=True)
    edges = sorted({0, length, *(mark.start for mark in marks), *(mark.end for mark in marks)})
    covering: list[Mark] = []
    for start, end in pairwise(edges):
        covering = [mark for mark in covering if mark.end > start]
        while waiting and waiting[-1].start <= start:
            covering.append(waiting.pop())
        yield Segment(start, end, tuple(sorted(covering, key=_outermost_first)))


def _outermost_first(mark: Mark) -> tuple[int, int, int, str]:
    return (mark.start - mark.end, mark.start, mark.statement, mark.part)


def lines(text: str, segments: Iterator[Segment]) -> Iterator[list[Segment]]:
    """Part `segments` of `text` into its lines; line feeds are left out, empty lines are kept."""
    line: list[Segment] = []
    for segment in segments:
        start = segment.start
        while (feed := text.find("\n", start, segment.end)) >= 0:
            yield [*line, Segment(start, feed, segment.marks)] if feed > start else line
            line, start = [], feed + 1
        if start < segment.end:
            line.append(Segment(start, segment.end, segment.marks))
    yield line
