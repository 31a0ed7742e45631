"""Whole expressions: the reading that fits at a token, and what joins two times to one."""

from collections.abc import Callable
from dataclasses import replace

from qawl.reading.times.cursor import Cursor, Found
from qawl.reading.times.dates import date_at, decimal_date, month_at, year_at
from qawl.reading.times.days import day_at, first_weekday, hour, hour_alone, lone_day, midnight, part_of_day, weekday
from qawl.reading.times.longer import bare_year, century, decade, edge, same_period, season, share, week_of
from qawl.reading.times.meaning import Between, DayOfMonth, EqualDays, Month, Weekday
from qawl.reading.times.units import ago, counted, from_now, named_unit, several

_Reader = tuple[frozenset[str], Callable[[Cursor, int], Found | None]]

_YEAR_DIGITS = 4
_LINKS = frozenset(("من", "في", "و", "الي", "حتي", "وحتي", "الا"))  # may lead from a number to a month
_DASHES = frozenset("-–—")
_ALIKE = {
    "day": "day", "weekday": "day", "days": "day", "week": "week", "month": "month", "year": "year", "years": "year",
}  # fmt: skip
_WEEK = 7
_MONTHS = 12


def expression_at(cursor: Cursor, token: int, last: Found | None) -> Found | None:
    """Return the expression that begins at a token, or just before it, with all that is joined to it."""
    found = _simple(cursor, token, last)
    if found is None:
        return None
    found = _with_equal(cursor, found)
    return _joined(cursor, found, last)


def _simple(cursor: Cursor, token: int, last: Found | None) -> Found | None:
    word = cursor.words[token]
    if word.time is not None and (word.time.opens or cursor.fold(token + 1) in word.time.leads):
        found = _first(_READERS, cursor, token, word.time.kinds)
        if found is not None:
            return found
    if (word.numeral is None and word.kind != "number") or not _may_belong(cursor, token):
        return None
    return _numbered(cursor, token, last)


def _first(readers: tuple[_Reader, ...], cursor: Cursor, token: int, kinds: frozenset[str]) -> Found | None:
    """Try what words of these kinds may begin, the longest and surest first."""
    for wanted, read in readers:
        if not wanted.isdisjoint(kinds):
            found = read(cursor, token)
            if found is not None:
                return found
    return None


def _may_belong(cursor: Cursor, token: int) -> bool:
    """Say whether what stands behind a number may make a time of it; most numbers count something else."""
    if len(cursor.fold(token)) == _YEAR_DIGITS and cursor.kind(token) == "number":
        return True
    number = cursor.any_number(token)
    behind = cursor.word(number.end if number is not None else token + 1)
    if behind is None or behind.kind != "word":
        return True
    return behind.time is not None or behind.numeral is not None or behind.fold in _LINKS


def _numbered(cursor: Cursor, token: int, last: Found | None) -> Found | None:
    return (
        first_weekday(cursor, token)
        or from_now(cursor, token)
        or ago(cursor, token)
        or counted(cursor, token)
        or hour_alone(cursor, token)
        or _article_before(cursor, date_at(cursor, token))
        or bare_year(cursor, token, last)
        or lone_day(cursor, token)
        or decimal_date(cursor, token)
    )


def _article_before(cursor: Cursor, found: Found | None) -> Found | None:
    if found is not None and cursor.is_article(found.start - 1):
        return replace(found, start=found.start - 1)
    return found


def _with_its_day(cursor: Cursor, found: Found | None) -> Found | None:
    """`الأسبوع المقبل يوم الجمعة`."""
    if found is None or found.kind != "week":
        return found
    at = found.end + 1 if cursor.fold(found.end) == "يوم" else found.end
    day = weekday(cursor, at, named=at > found.end) if cursor.is_free(at) else None
    if day is None or not isinstance(day.meaning, Weekday) or day.meaning.side is not None or day.meaning.week:
        return found
    return Found(found.start, day.end, Weekday(day.meaning.number, None, found.meaning), "weekday")


def _month_alone(cursor: Cursor, token: int) -> Found | None:
    return month_at(cursor, token, alone=True)


def _unit_or_its_day(cursor: Cursor, token: int) -> Found | None:
    return _with_its_day(cursor, named_unit(cursor, token))


_MONTHS_OF_ANY = frozenset(("month", "hijri_month"))
_UNIT = frozenset(("unit",))
_LONGER: tuple[_Reader, ...] = (
    (_MONTHS_OF_ANY, date_at),
    (_MONTHS_OF_ANY | _UNIT, _month_alone),
    (_UNIT, year_at),
    (_UNIT, week_of),
    (_UNIT, several),
    (frozenset(("season",)), season),
    (frozenset(("share",)), share),
    (frozenset(("decade",)), decade),
    (_UNIT, century),
    (frozenset(("period",)), same_period),
    (_UNIT, _unit_or_its_day),
)
_READERS: tuple[_Reader, ...] = (
    (frozenset(("midnight",)), midnight),
    (frozenset(("edge",)), edge),
    (frozenset(("part",)), part_of_day),
    (_UNIT, hour),
    (_UNIT | {"few"}, from_now),
    (_UNIT | {"few"}, ago),
    (_UNIT | _MONTHS_OF_ANY | {"deictic", "weekday"}, day_at),
    *_LONGER,
)


# -- two calendars -----------------------------------------------------------------------------


def _with_equal(cursor: Cursor, found: Found) -> Found:
    """`25 شوال 1436هـ الموافق 10 أغسطس 2015`, `25 شوال 1436هـ (10 أغسطس 2015)`."""
    if found.kind not in ("day", "weekday"):
        return found
    at = found.end
    bracket = cursor.kind(at) in ("(", "،", ",", "-", "/")
    at = at + 1 if bracket else at
    equals = cursor.after(at, "equals")
    at = equals[0] if equals is not None else at
    at = cursor.past_link(at, "ل") if equals is not None else at
    if equals is None and not (bracket and _is_hijri(found)):
        return found
    second = day_at(cursor, at)
    if second is None or equals is None and _is_hijri(second):
        return found
    end = second.end + 1 if bracket and cursor.kind(second.end) == ")" else second.end
    return Found(found.start, end, EqualDays(found.meaning, second.meaning, _yields(found)), "day")


def _yields(found: Found) -> bool:
    """Say whether the second name of a day tells more than the first."""
    return found.kind == "weekday" or _is_hijri(found)


def _is_hijri(found: Found) -> bool:
    return isinstance(found.meaning, DayOfMonth) and found.meaning.month.hijri


# -- intervals ---------------------------------------------------------------------------------


def _joined(cursor: Cursor, found: Found, last: Found | None) -> Found:
    """Join a second time: `من X إلى Y`, `بين X وY`, `X - Y`, and neighbours such as `السبت والأحد`."""
    kind = _ALIKE.get(found.kind)
    second = _second(cursor, found) if kind is not None else None
    if second is None or _ALIKE.get(second.kind) != kind:
        return _from_period(cursor, found) if found.kind in ("days", "years") else found
    first = _completed(found, second)
    whole = Found(found.start, second.end, Between(first.meaning, second.meaning), "days")
    return _from_period(cursor, whole)


def _second(cursor: Cursor, found: Found) -> Found | None:
    opener = cursor.fold(found.start - 1)
    opened = opener.endswith("من") and len(opener) <= 3 or opener.endswith("بين")
    end = found.end
    if cursor.sense(end, "until") is not None and opened and not opener.endswith("بين"):
        return _plain(cursor, end + 1)
    if cursor.kind(end) in _DASHES and found.kind != "years":
        return _plain(cursor, end + 1)
    word = cursor.word(end)
    if word is None or word.fold[:1] != "و":
        return None
    second = _plain(cursor, end + 1 if word.fold == "و" else end)
    if second is None or opener.endswith("بين"):
        return second
    return second if _are_neighbours(found, second) else None


def _longer(cursor: Cursor, token: int) -> Found | None:
    time = cursor.words[token].time
    found = _first(_LONGER, cursor, token, time.kinds) if time is not None else None
    return found or (year_at(cursor, token) if cursor.kind(token) == "number" else None)


def _plain(cursor: Cursor, token: int) -> Found | None:
    if token >= cursor.count:
        return None
    word = cursor.words[token]
    if word.time is None and word.numeral is None and not cursor.sense(token, "this"):
        return None
    found = edge(cursor, token) or part_of_day(cursor, token) or day_at(cursor, token) or _longer(cursor, token)
    return found if found is not None and found.start >= token else None


def _are_neighbours(found: Found, second: Found) -> bool:
    """`السبت والأحد`, `يوليو وأغسطس الماضيين`: two that follow each other."""
    one, two = found.meaning, second.meaning
    if isinstance(one, Weekday) and isinstance(two, Weekday):
        return one.side is None and one.week is None and two.number == one.number % _WEEK + 1
    if isinstance(one, Month) and isinstance(two, Month):
        return one.year is None and one.within is None and two.number == one.number % _MONTHS + 1
    return False


def _completed(found: Found, second: Found) -> Found:
    """Give the first of two months or days the year and side that only the second has."""
    one, two = found.meaning, second.meaning
    if isinstance(one, Month) and isinstance(two, Month) and _is_open(one):
        return replace(found, meaning=_like(one, two))
    if isinstance(one, DayOfMonth) and isinstance(two, DayOfMonth) and _is_open(one.month):
        return replace(found, meaning=replace(one, month=_like(one.month, two.month)))
    if isinstance(one, Weekday) and isinstance(two, Weekday) and one.side is None and one.week is None:
        return replace(found, meaning=replace(one, week=two.week, side=two.side if two.number > one.number else None))
    return found


def _is_open(month: Month) -> bool:
    return month.year is None and month.within is None and month.side is None


def _like(month: Month, other: Month) -> Month:
    year = other.year - 1 if other.year is not None and month.number > other.number else other.year
    return replace(month, year=year, within=other.within, side=other.side)


def _from_period(cursor: Cursor, found: Found) -> Found:
    """`الفترة من 2001 إلى 2009`: the noun belongs to it."""
    at = found.start - 1
    if cursor.fold(at) not in ("من", "بين"):
        return found
    at = at - 1 if cursor.fold(at - 1) == "ما" else at
    return replace(found, start=at - 1) if cursor.sense(at - 1, "period") is not None else found
