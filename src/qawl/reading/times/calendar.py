"""Stretches of the calendar and their ISO 8601 values; Hijri dates by the Umm al-Qura calendar.

Nothing here raises on a date that does not exist or lies outside what `datetime` or the calendar knows: it is None.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Unit = Literal["day", "week", "month", "year"]

_WEEK = 7
_MONTHS = 12
_MOST = 4_000_000  # days; a longer way leads out of any calendar
_YEARS: dict[str, int] = {"year": 1, "decade": 10, "century": 100}


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included, told in whole `unit`s."""

    unit: Unit
    first: date
    last: date

    @property
    def iso(self) -> str:
        """The value in ISO 8601: `2022-01-25`, `2022-W04`, `2022-01`, `2022`, or two of them with a slash between."""
        first, last = _iso(self.unit, self.first), _iso(self.unit, self.last)
        return first if first == last else f"{first}/{last}"


def _iso(unit: Unit, day: date) -> str:
    if unit == "week":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    length = {"day": 10, "month": 7, "year": 4}[unit]
    return day.isoformat()[:length]


def make_date(year: int, month: int, day: int) -> date | None:
    """Return a Gregorian date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def plus_days(day: date, days: int) -> date | None:
    """Return the date `days` later, or earlier if negative."""
    if abs(days) > _MOST:
        return None
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def one_day(day: date | None) -> Period | None:
    """Return a day as a period."""
    return Period("day", day, day) if day is not None else None


def days(first: date | None, last: date | None) -> Period | None:
    """Return the days from `first` to `last`; None where either is missing or they stand in the wrong order."""
    return None if first is None or last is None or last < first else Period("day", first, last)


def week_of(day: date | None) -> Period | None:
    """Return the ISO week of a day, Monday to Sunday."""
    if day is None:
        return None
    monday = plus_days(day, -day.weekday())
    sunday = plus_days(monday, _WEEK - 1) if monday is not None else None
    return Period("week", monday, sunday) if monday is not None and sunday is not None else None


def month_of(year: int, month: int) -> Period | None:
    """Return a month; months beyond December are those of the years that follow, and so backwards."""
    year, month = year + (month - 1) // _MONTHS, (month - 1) % _MONTHS + 1
    first = make_date(year, month, 1)
    return None if first is None else Period("month", first, date(year, month, monthrange(year, month)[1]))


def years(first: int, last: int | None = None) -> Period | None:
    """Return the years from `first` to `last`, or one year."""
    start, end = make_date(first, 1, 1), make_date(first if last is None else last, _MONTHS, 31)
    return None if start is None or end is None or end < start else Period("year", start, end)


def unit_around(day: date, unit: str, offset: int = 0) -> Period | None:
    """Return the unit that holds a day, or the one `offset` units later: day, week, month, year, decade or century."""
    if abs(offset) > _MOST:
        return None
    if unit in ("second", "minute", "hour"):
        return one_day(day)
    if unit == "day":
        return one_day(plus_days(day, offset))
    if unit == "week":
        return week_of(plus_days(day, _WEEK * offset))
    if unit == "month":
        return month_of(day.year, day.month + offset)
    size = _YEARS[unit]
    start = day.year // size * size if unit != "century" else (day.year - 1) // size * size + 1
    return years(start + offset * size, start + offset * size + size - 1)


def moved(day: date, unit: str, count: int) -> date | None:
    """Return the day `count` units later; the last of a month that has no such day."""
    if unit in ("second", "minute", "hour"):
        return plus_days(day, int(count * {"hour": 3600, "minute": 60, "second": 1}[unit] / 86400))
    if unit in ("day", "week"):
        return plus_days(day, count * (_WEEK if unit == "week" else 1))
    month = month_of(day.year, day.month + count * (1 if unit == "month" else _MONTHS * _YEARS[unit]))
    return make_date(month.first.year, month.first.month, min(day.day, month.last.day)) if month is not None else None


def joined(first: Period, last: Period) -> Period | None:
    """Return the stretch from one period to another, in the finer unit of the two."""
    if last.last < first.first:
        return None
    order: tuple[Unit, ...] = ("day", "week", "month", "year")
    unit = min(first.unit, last.unit, key=order.index)
    if first.unit != last.unit and "week" in (first.unit, last.unit):
        unit = "day"
    return Period(unit, first.first, last.last)


def part_of(whole: Period, number: int, parts: int) -> Period | None:
    """Return the `number`th of the equal `parts` of a year, in days; the last one for -1."""
    months = (whole.last.year - whole.first.year) * _MONTHS + whole.last.month - whole.first.month + 1
    number = parts if number == -1 else number
    if whole.unit == "day" or months % parts or not 1 <= number <= parts:
        return None
    size = months // parts
    start = month_of(whole.first.year, whole.first.month + (number - 1) * size)
    end = month_of(whole.first.year, whole.first.month + number * size - 1)
    return days(start.first, end.last) if start is not None and end is not None else None


# -- Hijri ------------------------------------------------------------------------------------


def hijri_day(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian date of a day of the Umm al-Qura calendar, which knows the years 1343 to 1500."""
    from hijridate import Hijri  # here, so that readers of other dates do not wait for its tables

    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def hijri_month(year: int, month: int) -> Period | None:
    """Return the days of a Hijri month."""
    year, month = year + (month - 1) // _MONTHS, (month - 1) % _MONTHS + 1
    after = hijri_day(year + month // _MONTHS, month % _MONTHS + 1, 1)
    return days(hijri_day(year, month, 1), plus_days(after, -1) if after is not None else None)


def hijri_year(year: int) -> Period | None:
    """Return the days of a Hijri year."""
    first, last = hijri_month(year, 1), hijri_month(year, _MONTHS)
    return days(first.first, last.last) if first is not None and last is not None else None


def hijri_of(day: date) -> tuple[int, int, int] | None:
    """Return year, month and day in the Umm al-Qura calendar."""
    from hijridate import Gregorian

    try:
        return Gregorian.fromdate(day).to_hijri().datetuple()
    except (ValueError, OverflowError):
        return None
