"""What the parts of the page need to know about one reading, and how they write safely."""

import re
from dataclasses import dataclass
from html import escape

from qawl.export.segments import Mark, event_marks, marks, owed_marks
from qawl.export.speakers import names
from qawl.export.visible import STEERING, sign, visible
from qawl.records import Reading

_ARABIC_LETTER = re.compile("[\u0620-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One reading on the page: its place there, and the speaker and colour of each statement."""

    reading: Reading
    place: int
    names: tuple[str | None, ...]
    slots: tuple[str, ...]
    cues: dict[int, int]
    """Where each cue begins, and the first statement whose cue begins there."""
    places: dict[int, str]
    """Where each cue, act, denial and event begins, and the id that it has in the article."""

    @property
    def direction(self) -> str:
        """Return the direction of the article's lines, which its first letter alone cannot tell."""
        return "rtl" if _ARABIC_LETTER.search(self.reading.document.text) else "auto"

    def key(self, statement: int) -> str:
        """Return the page-wide key of a statement, made of numbers only."""
        return f"{self.place}-{statement + 1}"

    def pledge_key(self, pledge: int) -> str:
        """Return the page-wide key of a pledge."""
        return f"{self.place}-p{pledge + 1}"

    def dispute_key(self, dispute: int) -> str:
        """Return the page-wide key of a dispute."""
        return f"{self.place}-d{dispute + 1}"

    def event_key(self, event: int) -> str:
        """Return the page-wide key of an event."""
        return f"{self.place}-e{event + 1}"

    def key_of(self, mark: Mark) -> str:
        """Return the key of the record that `mark` belongs to."""
        if mark.of_statement:
            return self.key(mark.statement)
        if mark.part == "event":
            return self.event_key(mark.statement)
        return (
            self.pledge_key(mark.statement) if mark.part in ("act", "condition") else self.dispute_key(mark.statement)
        )

    def anchor(self, statement: int) -> str:
        """Return the id of the place in the article where a statement's cue stands."""
        return f"c{self.key(self.cues[max(0, self.reading.statements[statement].cue.start)])}"

    def slot(self, mark: Mark) -> str:
        """Return the colour slot of the statement that `mark` belongs to."""
        return self.slots[mark.statement]


def sheet(reading: Reading, place: int, colours: dict[str, int]) -> Sheet:
    """Return the sheet of `reading`, its speakers coloured by `colours`; unknown ones get slot `u`."""
    speakers = tuple(names(reading))
    slots = tuple("u" if name is None else str(colours[name]) for name in speakers)
    made = Sheet(reading, place, speakers, slots, _first_at_each_cue(reading), {})
    for mark in (*marks(reading), *owed_marks(reading), *event_marks(reading)):
        if mark.part in ("cue", "act", "denial", "event"):
            made.places.setdefault(mark.start, f"c{made.key_of(mark)}")
    return made


def _first_at_each_cue(reading: Reading) -> dict[int, int]:
    first: dict[int, int] = {}
    for index, statement in enumerate(reading.statements):
        first.setdefault(max(0, statement.cue.start), index)
    return first


def safe(text: str) -> str:
    """Return `text` as HTML that shows it and does nothing else; steering characters become marks."""
    without_returns = text.replace("\r\n", "\n").removesuffix("\r")
    return STEERING.sub(lambda match: f'<span class="sign">{sign(match.group())}</span>', escape(without_returns))


def plain(text: str) -> str:
    """Return `text` for where HTML allows no elements: an attribute, the page's title."""
    return escape(visible(text))
