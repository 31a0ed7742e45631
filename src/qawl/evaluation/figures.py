"""The figures of an evaluation: counts that add up over documents, and what follows from them."""

from typing import Self

import msgspec
from msgspec.structs import astuple


class _Counts(msgspec.Struct, frozen=True):
    """Counts, or groups of counts, that are added field by field."""

    def __add__(self, other: Self) -> Self:
        return type(self)(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))


class Rates(_Counts, frozen=True):
    """How many were right, of how many predicted and how many in gold (records or characters)."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float | None:
        return _ratio(self.right, self.predicted)

    @property
    def recall(self) -> float | None:
        return _ratio(self.right, self.gold)

    @property
    def f1(self) -> float | None:
        return _ratio(2 * self.right, self.predicted + self.gold)


class Share(_Counts, frozen=True):
    """How many were right, of how many that were looked at."""

    right: int = 0
    of: int = 0

    @property
    def share(self) -> float | None:
        return _ratio(self.right, self.of)


def _ratio(part: int, whole: int) -> float | None:
    """Return a ratio, or None where there was nothing to measure."""
    return part / whole if whole else None


class RoleFigures(_Counts, frozen=True):
    """One part of a statement. *Exact* counts records, *overlap* counts characters."""

    exact: Rates = Rates()
    overlap: Rates = Rates()


class Roles(_Counts, frozen=True):
    """The parts of a statement."""

    content: RoleFigures = RoleFigures()
    cue: RoleFigures = RoleFigures()
    speaker: RoleFigures = RoleFigures()
    addressee: RoleFigures = RoleFigures()
    occasion: RoleFigures = RoleFigures()


class WhoFigures(_Counts, frozen=True):
    """Whether the speaker has the right name.

    A name is right or wrong in a detected pair; a pair below that threshold is never right.
    `records` lays the right ones over all predicted and all gold statements, `aligned` over the
    aligned pairs, `detected` over the detected ones among them, and `unwritten` over the aligned
    pairs in which no speaker is written *in gold* (its `speaker` is null; ours is not asked).
    """

    records: Rates = Rates()
    aligned: Share = Share()
    detected: Share = Share()
    unwritten: Share = Share()


class Found(_Counts, frozen=True):
    """Spans found, and those among them that are fully right: value, or the other fields."""

    found: Rates = Rates()
    full: Rates = Rates()


class DatelineFigures(_Counts, frozen=True):
    """The dateline's fields, each over the articles whose gold has it."""

    place: Share = Share()
    date: Share = Share()
    agencies: Share = Share()


class Figures(_Counts, frozen=True, kw_only=True):
    """All figures of one document, or of many: they add up."""

    usable: Rates = Rates()
    quotation: Rates = Rates()
    detection: Rates = Rates()
    roles: Roles = Roles()
    who: WhoFigures = WhoFigures()
    mode: Share = Share()
    force: Share = Share()
    times: Found = Found()
    quantities: Found = Found()
    pledges: Found = Found()
    disputes: Found = Found()
    dateline: DatelineFigures = DatelineFigures()
    offsets: Share = Share()

    def __add__(self, other: Self) -> Self:
        names = self.__struct_fields__
        return type(self)(**{name: getattr(self, name) + getattr(other, name) for name in names})
