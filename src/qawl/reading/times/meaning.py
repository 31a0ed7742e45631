"""What an expression of time means, before it is known when it was written: each meaning gives a period for a clock.

`side` is told by an adjective: -1 before the article's date (`الماضي`), 1 after it (`المقبل`), 0 around it (`الجاري`),
None where nothing tells. Without a date a relative meaning is None; one that tells its year is not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from qawl.reading.times import calendar
from qawl.reading.times.calendar import Period, plus_days

_WEEK = 7
_LARGEST = 100_000  # of counted units; what is more is no time that anybody reckons with
_FINE = ("second", "minute", "hour")
_DAY_HOURS = 24
_EARLY = 10  # of a month in which a few days ago may be in the month before
_SURE = 2  # a tense that is more than a present
_NEAR = 200  # days; a day that is named without a year lies within half a year or so of the article
_SCHOOL = 9  # the month in which school years begin


class Clock(NamedTuple):
    """The article's date, where the tense points, and the time told last.

    `tense` is -2 where it points back, 2 forwards, 1 for a present, which may be one, 0 where nothing tells.
    """

    today: date | None
    tense: int = 0
    last: Period | None = None
    day: Period | None = None  # the day told last
    here: Period | None = None  # a day told in the same sentence


class Meaning(Protocol):
    """A meaning of an expression."""

    def period(self, clock: Clock) -> Period | None:
        """Return the period that is meant, or None where the clock does not tell it."""
        ...


def chosen(candidates: Iterable[Period | None], clock: Clock, side: int | None) -> Period | None:
    """Choose the candidate on the side that adjective or tense point to; without either the nearest."""
    found = sorted((c for c in candidates if c is not None), key=lambda c: c.first)
    today = clock.today
    if today is None or not found:
        return None
    if side == 0:
        return min(found, key=lambda c: (c.first.year != today.year, _distance(c, today)))
    if side == -1 or side is None and clock.tense <= -_SURE:
        before = [c for c in found if (c.last < today if side else c.first <= today)]
        return before[-1] if before else None
    if side == 1 or side is None and clock.tense >= _SURE:
        after = [c for c in found if (c.first > today if side else c.last >= today)]
        return after[0] if after else None
    return min(found, key=lambda c: _distance(c, today))


def _distance(period: Period, today: date) -> int:
    if period.first <= today <= period.last:
        return 0
    return min(abs((period.first - today).days), abs((period.last - today).days))


@dataclass(frozen=True, slots=True)
class Fixed:
    """A time that needs no clock."""

    value: Period | None

    def period(self, clock: Clock) -> Period | None:
        return self.value


@dataclass(frozen=True, slots=True)
class Around:
    """The unit around the article's date, or `offset` units from it: `أمس`, `الأسبوع الماضي`, `العقد المقبل`."""

    unit: str
    offset: int = 0

    def period(self, clock: Clock) -> Period | None:
        return calendar.unit_around(clock.today, self.unit, self.offset) if clock.today else None


@dataclass(frozen=True, slots=True)
class Told:
    """The unit around the time told last: `العام نفسه`, `اليوم التالي`."""

    unit: str
    offset: int = 0

    def period(self, clock: Clock) -> Period | None:
        last = clock.day if self.unit == "day" else clock.last
        return calendar.unit_around(last.last, self.unit, self.offset) if last else None


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the solar or the Hijri calendar, with a year of its calendar, or within another time, or neither."""

    number: int
    year: int | None = None
    within: Meaning | None = None
    side: int | None = None
    hijri: bool = False

    def period(self, clock: Clock) -> Period | None:
        if self.year is not None:
            return self.of(self.year)
        return chosen(self.candidates(clock), clock, self.side)

    def of(self, year: int) -> Period | None:
        return calendar.hijri_month(year, self.number) if self.hijri else calendar.month_of(year, self.number)

    def candidates(self, clock: Clock) -> list[Period | None]:
        """Return the month in the years that may be meant."""
        return [self.of(year) for year in self.years(clock)]

    def years(self, clock: Clock) -> list[int]:
        if self.year is not None:
            return [self.year]
        if self.within is not None:
            whole = self.within.period(clock)
            return self._years_in(whole) if whole is not None else []
        if clock.today is None:
            return []
        around = calendar.hijri_of(clock.today) if self.hijri else (clock.today.year,)
        return [around[0] - 1, around[0], around[0] + 1] if around is not None else []

    def _years_in(self, whole: Period) -> list[int]:
        """Return the years of the month's calendar in which it falls in a year: `رمضان العام الماضي`."""
        if not self.hijri:
            return [whole.first.year]
        first, last = calendar.hijri_of(whole.first), calendar.hijri_of(whole.last)
        if first is None or last is None:
            return []
        months = ((year, self.of(year)) for year in range(first[0], last[0] + 1))
        return [year for year, month in months if month is not None and whole.first <= month.first <= whole.last]


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of a month; with a weekday, the day that is both, and where there is none the weekday decides."""

    day: int
    month: Month
    weekday: int = 0

    def period(self, clock: Clock) -> Period | None:
        month = self.month
        found = [calendar.one_day(self._of(year)) for year in month.years(clock)]
        if month.year is not None or month.within is not None:
            return found[0] if found else None
        fitting = [day for day in found if day and self._agrees(day)]
        if self.weekday and clock.today is not None and not any(_is_near(day, clock.today) for day in fitting):
            return _by_weekday(self.day, self.weekday, clock.today) or chosen(found, clock, month.side)
        return chosen(fitting, clock, month.side) or chosen(fitting, clock._replace(tense=0), None)

    def _agrees(self, day: Period) -> bool:
        return not self.weekday or day.first.isoweekday() == self.weekday

    def _of(self, year: int) -> date | None:
        if self.month.hijri:
            return calendar.hijri_day(year, self.month.number, self.day)
        return calendar.make_date(year, self.month.number, self.day)


def _is_near(period: Period, today: date) -> bool:
    return _distance(period, today) <= _NEAR


def _by_weekday(day: int, weekday: int, today: date) -> Period | None:
    """`الاثنين 20 يونيو`, when the 20th of June is no Monday: the nearest Monday that is a 20th."""
    reach = range(-_WEEK * 9, _WEEK * 9 + 1)
    near = (plus_days(today, days) for days in sorted(reach, key=abs))
    return calendar.one_day(next((d for d in near if d and d.day == day and d.isoweekday() == weekday), None))


@dataclass(frozen=True, slots=True)
class DayOfThisMonth:
    """`يوم 27`, `27 من الشهر الجاري`: a day of a month told otherwise, or of the nearest that fits."""

    day: int
    within: Meaning | None = None
    weekday: int = 0

    def period(self, clock: Clock) -> Period | None:
        if self.within is not None:
            month = self.within.period(clock)
            return calendar.one_day(_day_in(month, self.day)) if month is not None else None
        if clock.today is None:
            return None
        months = [calendar.unit_around(clock.today, "month", offset) for offset in (-1, 0, 1)]
        days = [calendar.one_day(_day_in(month, self.day)) for month in months if month]
        if self.weekday:
            days = [day for day in days if day and day.first.isoweekday() == self.weekday]
        return chosen(days, clock, None)


def _day_in(month: Period, day: int) -> date | None:
    if month.unit == "month":
        return calendar.make_date(month.first.year, month.first.month, day)
    found = plus_days(month.first, day - 1)
    return found if found is not None and found <= month.last and month.unit == "day" else None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday: in a week that is told, on the side that is told, else on the side of the tense and before today."""

    number: int
    side: int | None = None
    week: Meaning | None = None

    def period(self, clock: Clock) -> Period | None:
        if self.week is not None or self.side == 0:
            week = (self.week or Around("week")).period(clock)
            return calendar.one_day(plus_days(week.first, self.number - 1)) if week and week.unit == "week" else None
        if clock.today is None:
            return None
        back = (clock.today.isoweekday() - self.number) % _WEEK
        side = self.side or 0
        if side < 0 and not back:
            back = _WEEK
        ahead = side > 0 or self.side is None and clock.tense > 0
        if ahead and (back or side > 0):
            back -= _WEEK
        back -= _WEEK * (side - (side > 0) + (side < 0))  # `قبل الماضي`: a week further
        return calendar.one_day(plus_days(clock.today, -back))


@dataclass(frozen=True, slots=True)
class NamedDay:
    """`اليوم الثلاثاء`, `أمس (الاثنين)`: the weekday decides where the article came out a day late."""

    offset: int
    weekday: int

    def period(self, clock: Clock) -> Period | None:
        day = plus_days(clock.today, self.offset) if clock.today else None
        if day is None:
            return None
        back = (day.isoweekday() - self.weekday) % _WEEK
        later = back > 0 if self.offset > 0 else back > _WEEK // 2 and not self.offset
        return calendar.one_day(plus_days(day, _WEEK - back if later else -back))


@dataclass(frozen=True, slots=True)
class Count:
    """A number of units back from the article's date or forwards: `قبل عامين`, `بعد 3 أيام`; None for a few."""

    count: int | None
    unit: str
    sign: int

    def period(self, clock: Clock) -> Period | None:
        if clock.today is None or self.count is not None and self.count > _LARGEST:
            return None
        if self.count is None:
            early = clock.today.day <= _EARLY or self.unit == "week"
            within_year = early and self.unit in ("day", "week")
            return calendar.unit_around(clock.today, "year" if within_year else _next_larger(self.unit))
        if self.unit in _FINE:
            hours = self.count * {"hour": 60, "minute": 1, "second": 0}[self.unit] // 60
            return calendar.one_day(plus_days(clock.today, self.sign * (hours // _DAY_HOURS)))
        return calendar.unit_around(clock.today, self.unit, self.sign * self.count)


@dataclass(frozen=True, slots=True)
class FromNow:
    """`بعد شهر و21 يوما من الآن`: to the day; `sign` is 0 where the tense decides."""

    parts: tuple[tuple[int, str], ...]
    sign: int

    def period(self, clock: Clock) -> Period | None:
        day = clock.today
        sign = self.sign or (-1 if clock.tense < 0 else 1)
        for count, unit in self.parts:
            day = calendar.moved(day, unit, sign * count) if day is not None and count <= _LARGEST else None
        return calendar.one_day(day)


def _next_larger(unit: str) -> str:
    return {"day": "month", "week": "month", "month": "year", "year": "decade", "decade": "century"}.get(unit, "day")


@dataclass(frozen=True, slots=True)
class Whole:
    """The last or next units: `الأيام الثلاثة الماضية`, `الساعات الـ24 المقبلة`; None for a few."""

    count: int | None
    unit: str
    sign: int

    def period(self, clock: Clock) -> Period | None:
        today, unit, count = clock.today, self.unit, self.count
        if today is None or count is not None and not 0 < count <= _LARGEST:
            return None
        if count is None:
            return calendar.unit_around(today, _next_larger(unit))
        if unit in _FINE:
            minutes = count * {"hour": 60, "minute": 1, "second": 0}[unit]
            other = plus_days(today, self.sign * (minutes // (60 * _DAY_HOURS)))
            return calendar.days(min(today, other), max(today, other)) if other is not None else None
        if unit in ("year", "decade", "century") and count > 1:
            far_year = today.year + self.sign * count * {"year": 1, "decade": 10, "century": 100}[unit]
            return calendar.years(min(today.year, far_year), max(today.year, far_year))
        near, far = (calendar.unit_around(today, unit, self.sign * n) for n in (1, count))
        if near is None or far is None:
            return None
        return calendar.joined(min(near, far, key=_first), max(near, far, key=_first))


def _first(period: Period) -> date:
    return period.first


@dataclass(frozen=True, slots=True)
class Season:
    """Three months from `month` on: in a year told, on a side, or the nearest."""

    month: int
    within: Meaning | None = None
    side: int | None = None

    def period(self, clock: Clock) -> Period | None:
        if self.within is not None:
            year = self.within.period(clock)
            return self._of(year.first.year) if year is not None else None
        if clock.today is None:
            return None
        return chosen([self._of(clock.today.year + offset) for offset in (-2, -1, 0, 1)], clock, self.side)

    def _of(self, year: int) -> Period | None:
        first, last = calendar.month_of(year, self.month), calendar.month_of(year, self.month + 2)
        return calendar.joined(first, last) if first is not None and last is not None else None


@dataclass(frozen=True, slots=True)
class Share:
    """`النصف الأول من 2015`: a part of a longer time."""

    number: int
    parts: int
    whole: Meaning

    def period(self, clock: Clock) -> Period | None:
        whole = self.whole.period(clock)
        return calendar.part_of(whole, self.number, self.parts) if whole is not None else None


@dataclass(frozen=True, slots=True)
class Months:
    """`الأشهر الستة الأولى من 2015`, in days as a half or a quarter of a year."""

    count: int
    last: bool
    year: Meaning

    def period(self, clock: Clock) -> Period | None:
        year = self.year.period(clock)
        if year is None or not 1 <= self.count <= 12 or year.unit != "year":
            return None
        start = 13 - self.count if self.last else 1
        first, final = (calendar.month_of(year.first.year, month) for month in (start, start + self.count - 1))
        return calendar.days(first.first, final.last) if first is not None and final is not None else None


@dataclass(frozen=True, slots=True)
class WeekOf:
    """`الأسبوع الثالث من يوليو`: a week by its number in a month or year; -1 is the last."""

    number: int
    whole: Meaning

    def period(self, clock: Clock) -> Period | None:
        whole = self.whole.period(clock)
        if whole is None:
            return None
        if self.number == -1:
            return calendar.week_of(whole.last)
        first = calendar.week_of(whole.first)
        if first is not None and first.first < plus_days(whole.first, -3):  # type: ignore[operator]
            first = calendar.week_of(plus_days(first.first, _WEEK))  # an ISO week lies where most of its days do
        found = plus_days(first.first, (self.number - 1) * _WEEK) if first is not None else None
        return calendar.week_of(found) if found is not None and found <= whole.last else None


@dataclass(frozen=True, slots=True)
class WeekdayOf:
    """`أول يوم جمعة من يوليو`, `الأحد الثاني من مارس`."""

    number: int
    weekday: int
    whole: Meaning

    def period(self, clock: Clock) -> Period | None:
        whole = self.whole.period(clock)
        if whole is None:
            return None
        start = plus_days(whole.first, (self.weekday - whole.first.isoweekday()) % _WEEK + (self.number - 1) * _WEEK)
        return calendar.one_day(start) if start is not None and start <= whole.last else None


@dataclass(frozen=True, slots=True)
class Decade:
    """`ثمانينيات القرن الماضي`: ten years within a century; without one, of the 20th."""

    start: int
    century: Meaning | None = None

    def period(self, clock: Clock) -> Period | None:
        if self.century is None:
            return calendar.years(1900 + self.start, 1909 + self.start)
        century = self.century.period(clock)
        if century is None:
            return None
        first = (century.first.year - 1) // 100 * 100 + self.start
        return calendar.years(first, first + 9)


@dataclass(frozen=True, slots=True)
class Between:
    """From one time to another."""

    start: Meaning
    end: Meaning

    def period(self, clock: Clock) -> Period | None:
        start = self.start.period(clock)
        end = self.end.period(clock._replace(last=start) if start is not None else clock)
        if start is None or end is None:
            return None
        if end.last < start.first and isinstance(self.end, Weekday):
            end = calendar.one_day(plus_days(end.first, _WEEK)) or end
        return calendar.joined(start, end)


@dataclass(frozen=True, slots=True)
class Night:
    """`ليل الخميس الجمعة`, `منتصف ليل الأحد`: the night between two days; one day alone is the second."""

    day: Meaning

    def period(self, clock: Clock) -> Period | None:
        found = self.day.period(clock)
        if found is None or found.unit != "day" or found.first != found.last:
            return found
        return calendar.days(plus_days(found.first, -1), found.first)


@dataclass(frozen=True, slots=True)
class SamePart:
    """`الفترة نفسها من العام الماضي`: the time told last, in another year."""

    year: Meaning

    def period(self, clock: Clock) -> Period | None:
        year, last = self.year.period(clock), clock.last
        if year is None or last is None:
            return None
        shift = year.first.year - last.first.year
        first = calendar.make_date(last.first.year + shift, last.first.month, last.first.day)
        final = calendar.month_of(last.last.year + shift, last.last.month)
        if first is None or final is None:
            return None
        end = calendar.make_date(final.first.year, final.first.month, min(last.last.day, final.last.day))
        return Period(last.unit, first, end) if end is not None and last.unit != "week" else None


@dataclass(frozen=True, slots=True)
class EqualDays:
    """One day by two names: that of the Gregorian calendar decides, which needs no reckoning."""

    first: Meaning
    second: Meaning
    second_decides: bool

    def period(self, clock: Clock) -> Period | None:
        decides, other = (self.second, self.first) if self.second_decides else (self.first, self.second)
        return decides.period(clock) or other.period(clock)


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """`العام الدراسي المقبل`: from September to the next summer; `offset` years from the one that is on."""

    offset: int

    def period(self, clock: Clock) -> Period | None:
        if clock.today is None:
            return None
        start = clock.today.year - (clock.today.month < _SCHOOL) + self.offset
        return calendar.years(start, start + 1)


@dataclass(frozen=True, slots=True)
class Here:
    """An hour or part of a day whose day is told in the same sentence, else the article's."""

    def period(self, clock: Clock) -> Period | None:
        if clock.here is not None:
            return clock.here
        return calendar.one_day(clock.today)
