"""Bare lengths of time: `3 أيام`, `سنتين`, `ساعة ونصف`, `بضعة أشهر`: no calendar times and no part of a reading.

A deadline that counts from the article's date is made of one: `خلال يومين`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from qawl.reading.article import Article
from qawl.reading.times.cursor import Cursor

_LETTERS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y"}
_YEARS = {"decade": 10, "century": 100}
_FEW = 3  # what `بضعة` is at least
_WHOLE = frozenset("كامل كامله كاملين كاملتين".split())
_ALL = frozenset("طوال طيله".split())
_HALVES = {"ونصف": Fraction(1, 2), "وربع": Fraction(1, 4), "وثلث": Fraction(1, 3)}
_LARGEST = 10**9
_PARTS = 4  # of a length told in several units


@dataclass(frozen=True, slots=True)
class Duration:
    """A length over tokens `[start, end)`: pairs of an exact count and a unit, the largest first as told."""

    start: int
    end: int
    parts: tuple[tuple[Fraction, str], ...]

    @property
    def value(self) -> str:
        """The length in ISO 8601: `P3D`, `PT1.5H`, `P1Y1M21D`."""
        day = "".join(_part(count, unit) for count, unit in self.parts if not _is_fine(unit))
        clock = "".join(_part(count, unit) for count, unit in self.parts if _is_fine(unit))
        return f"P{day}" + (f"T{clock}" if clock else "")


def _is_fine(unit: str) -> bool:
    return unit in ("second", "minute", "hour")


def _part(count: Fraction, unit: str) -> str:
    count *= _YEARS.get(unit, 1)
    written = str(count.numerator) if count.denominator == 1 else f"{float(count):g}"
    return written + _LETTERS["year" if unit in _YEARS else unit][-1]


def durations(article: Article) -> Iterator[Duration]:
    """Yield the bare lengths of an article in order; none overlap."""
    cursor = Cursor(article)
    token = 0
    while token < cursor.count:
        word = cursor.words[token]
        found = duration_at(cursor, token) if word.numeral is not None or word.time is not None else None
        if found is not None:
            yield found
        token = found.end if found is not None else token + 1


def duration_at(cursor: Cursor, token: int) -> Duration | None:
    """Return the length that begins at a token: one counted unit, or several joined by `و` or a comma."""
    first = _unit_at(cursor, token)
    if first is None:
        return None
    end, parts = first[0], [first[1]]
    while len(parts) < _PARTS:
        following = _unit_at(cursor, _past_joint(cursor, end))
        if following is None or following[1][1] in (unit for _, unit in parts):
            break
        end, parts = following[0], [*parts, following[1]]
    return Duration(token, end, tuple(sorted(parts, key=lambda part: -_SIZES[part[1]])))


_SIZES = {unit: size for size, unit in enumerate(("second", "minute", "hour", "day", "week", "month", "year"))} | {
    "decade": 7,
    "century": 8,
}


def _past_joint(cursor: Cursor, end: int) -> int:
    return end + 1 if cursor.fold(end) in ("و", "،", ",") else end


def _unit_at(cursor: Cursor, token: int) -> tuple[int, tuple[Fraction, str]] | None:
    few = cursor.sense(token, "few") is not None
    number = None if few else cursor.any_number(token)
    if number is not None and number.kind == "ordinal":
        number = None
    at = token + 1 if few else number.end if number is not None else token
    sense = cursor.sense(at, "unit")
    if sense is None or cursor.definite(at) and not (number is not None or _is_all(cursor, at)):
        return None
    if at > token and not cursor.is_free(at):
        return None
    count = Fraction(_FEW) if few else Fraction(number.value) if number is not None else _own_count(sense.number)
    if count is None or not 0 < count < _LARGEST:
        return None
    return _with_tail(cursor, at + 1, count, str(sense.value))


def _is_all(cursor: Cursor, token: int) -> bool:
    return cursor.fold(token - 1) in _ALL


def _own_count(number: str) -> Fraction | None:
    return {"s": Fraction(1), "d": Fraction(2)}.get(number)


def _with_tail(cursor: Cursor, end: int, count: Fraction, unit: str) -> tuple[int, tuple[Fraction, str]]:
    """Take in `ونصف`, `واحد`, `كامل`."""
    word = cursor.word(end)
    if word is None:
        return end, (count, unit)
    if word.fold in _HALVES:
        return end + 1, (count + _HALVES[word.fold], unit)
    if word.fold in _WHOLE or count <= 2 and word.fold in ("واحد", "واحده", "اثنين", "اثنتين"):
        return end + 1, (count, unit)
    return end, (count, unit)
