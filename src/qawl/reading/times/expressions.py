"""Whole expressions: the reading that fits at a token, and what joins two times to one."""

from dataclasses import replace

from qawl.reading.times.cursor import Cursor, Found
from qawl.reading.times.dates import date_at, month_at, year_at
from qawl.reading.times.days import day_at, first_weekday, hour, midnight, part_of_day
from qawl.reading.times.longer import bare_year, century, decade, edge, same_period, season, share, week_of
from qawl.reading.times.meaning import Between, DayOfMonth, EqualDays, Month, Weekday
from qawl.reading.times.units import ago, counted, named_unit, several

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
    if word.time is not None and word.time.opens:
        found = _by_word(cursor, token)
        if found is not None:
            return found
    if word.numeral is not None:
        return (
            first_weekday(cursor, token)
            or ago(cursor, token)
            or counted(cursor, token)
            or _article_before(cursor, date_at(cursor, token))
            or bare_year(cursor, token, last)
        )
    return ago(cursor, token) if word.time is not None else None


def _article_before(cursor: Cursor, found: Found | None) -> Found | None:
    if found is not None and cursor.is_article(found.start - 1):
        return replace(found, start=found.start - 1)
    return found


def _by_word(cursor: Cursor, token: int) -> Found | None:
    """Try what the words of time at a token may begin, the longest and surest first."""
    return (
        midnight(cursor, token)
        or edge(cursor, token)
        or part_of_day(cursor, token)
        or hour(cursor, token)
        or ago(cursor, token)
        or day_at(cursor, token)
        or _longer(cursor, token)
    )


def _longer(cursor: Cursor, token: int) -> Found | None:
    return (
        date_at(cursor, token)
        or month_at(cursor, token, alone=True)
        or year_at(cursor, token)
        or week_of(cursor, token)
        or several(cursor, token)
        or season(cursor, token)
        or share(cursor, token)
        or decade(cursor, token)
        or century(cursor, token)
        or same_period(cursor, token)
        or named_unit(cursor, token)
    )


# -- two calendars -----------------------------------------------------------------------------


def _with_equal(cursor: Cursor, found: Found) -> Found:
    """`25 شوال 1436هـ الموافق 10 أغسطس 2015`, `25 شوال 1436هـ (10 أغسطس 2015)`."""
    if found.kind != "day":
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
    return Found(found.start, end, EqualDays(found.meaning, second.meaning, _is_hijri(found)), "day")


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
    if cursor.sense(end, "until") is not None and cursor.is_free(end) and opened and not opener.endswith("بين"):
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
