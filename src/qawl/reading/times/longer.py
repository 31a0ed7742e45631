"""Longer and vaguer times: `مطلع العام`, `صيف 2014`, `النصف الأول من 2015`, `ثمانينيات القرن الماضي`, bare years."""

from qawl.lexicon import flags as F
from qawl.lexicon.vocabulary import Word
from qawl.reading.times import calendar
from qawl.reading.times.cursor import Cursor, Found
from qawl.reading.times.dates import is_plain_year, month_at, year_at, year_number, years_at
from qawl.reading.times.days import deictic, this_month
from qawl.reading.times.meaning import Around, DayOfMonth, Decade, Fixed, Month, SamePart, Season, Share
from qawl.reading.times.units import bare_unit, named_unit, numbered_week

_CENTURY = 100
_FIRST_DECADE = 40  # of those that are told without their century
_OPENERS = frozenset("في منذ حتي بحلول قبل بعد خلال لغايه وفي ومنذ وحتي وخلال وبحلول فمنذ ففي مابين بين من".split())
_PARTNERED = frozenset(("من", "بين", "مابين"))  # before the first of two years


def season(cursor: Cursor, token: int) -> Found | None:
    """`صيف 2014`, `الصيف الماضي`, `هذا الصيف`, `خريف العام المقبل`."""
    sense = cursor.sense(token, "season")
    if sense is None:
        return None
    month = int(sense.value)
    side = cursor.after(token + 1, "side")
    if side is not None and cursor.definite(token) and cursor.definite(token + 1):
        return Found(token, side[0], Season(month, None, int(side[1].value)), "season")
    if cursor.definite(token) and cursor.sense(token - 1, "this"):
        return Found(token - 1, token + 1, Season(month, Around("year")), "season")
    at = cursor.past_link(token + 1, "من")
    whole = _whole_at(cursor, at)
    if whole is None or whole.kind != "year" or whole.start < at:
        return None
    return Found(token, whole.end, Season(month, whole.meaning), "season")


def _whole_at(cursor: Cursor, token: int, *, bare: bool = False) -> Found | None:
    """A year or month that something is a part of."""
    at = token + 1 if cursor.sense(token, "this") or cursor.sense(token, "that") else token
    found = year_at(cursor, at) or named_unit(cursor, at) or month_at(cursor, at)
    return found or (bare_unit(cursor, at) if bare else None)


def share(cursor: Cursor, token: int) -> Found | None:
    """`النصف الأول من 2015`, `الربع الثالث من العام`."""
    sense = cursor.sense(token, "share")
    ordinal = cursor.ordinal(token + 1) if sense is not None and cursor.definite(token) else None
    if sense is None or ordinal is None:
        return None
    at = cursor.past_link(ordinal[0], "من", "في", "ل")
    whole = _whole_at(cursor, at, bare=True)
    if whole is None or whole.kind not in ("year", "month", "other") or cursor.sense(whole.end, "era"):
        return None
    parts = int(sense.value)
    if whole.kind != "year":
        return Found(token, whole.end, whole.meaning, whole.kind)
    return Found(token, whole.end, Share(ordinal[1], parts, whole.meaning), "share")


def week_of(cursor: Cursor, token: int) -> Found | None:
    """`الأسبوع الثالث من يوليو`."""
    sense = cursor.sense(token, "unit")
    if sense is None or sense.value != "week" or not cursor.definite(token):
        return None
    ordinal = cursor.ordinal(token + 1)
    if ordinal is None:
        return None
    at = cursor.past_link(ordinal[0], "من", "في")
    return numbered_week(cursor, token, _whole_at(cursor, at, bare=True), at)


def decade(cursor: Cursor, token: int) -> Found | None:
    """`ثمانينيات القرن الماضي`, `السبعينات`."""
    sense = cursor.sense(token, "decade")
    if sense is None:
        return None
    at = cursor.past_link(token + 1, "من")
    found = century(cursor, at)
    if found is not None:
        return Found(token, found.end, Decade(int(sense.value), found.meaning), "other")
    if not cursor.definite(token) or int(sense.value) < _FIRST_DECADE or cursor.fold(at).startswith("عمر"):
        return None  # an age or a temperature
    return Found(token, token + 1, Decade(int(sense.value)), "other")


def century(cursor: Cursor, token: int) -> Found | None:
    """`القرن الماضي`, `القرن التاسع عشر`, `القرن العشرين`."""
    sense = cursor.sense(token, "unit")
    if sense is None or sense.value != "century" or not cursor.definite(token):
        return None
    named = named_unit(cursor, token)
    if named is not None:
        return named
    number = cursor.number(token + 1)
    if number is None or not number.definite or not 1 <= number.value <= _CENTURY or cursor.sense(number.end, "era"):
        return None
    last = int(number.value) * _CENTURY
    end = cursor.end_of(number.end, "year_kind")
    return Found(token, end, Fixed(calendar.years(last - _CENTURY + 1, last)), "other")


def same_period(cursor: Cursor, token: int) -> Found | None:
    """`الفترة نفسها من العام الماضي`."""
    if cursor.sense(token, "period") is None or not cursor.definite(token):
        return None
    before = cursor.sense(token - 1, "nearby") is not None
    end = cursor.end_of(token + 1, "alike")
    if end == token + 1 and not before:
        return None
    at = cursor.past_link(end, "من", "في")
    whole = _whole_at(cursor, at) if at > end else None
    if whole is None or whole.kind != "year":
        return None
    return Found(token - before, whole.end, SamePart(whole.meaning), "other")


# -- edges -----------------------------------------------------------------------------------


def edge(cursor: Cursor, token: int) -> Found | None:
    """`مطلع يوليو`, `نهاية الشهر`, `أواخر ثمانينيات القرن الماضي`: the value is that of the longer time."""
    if cursor.sense(token, "edge") is None or cursor.definite(token):
        return None
    if cursor.fold(token).endswith(("اول", "غره")):
        return _first_of(cursor, token)
    at = cursor.past_link(token + 1, "من")
    inner = inner_at(cursor, at) or this_month(cursor, at) or (deictic(cursor, at) if cursor.is_free(at) else None)
    if inner is None or inner.start < at or cursor.sense(inner.end, "era"):
        return None
    return Found(token, inner.end, inner.meaning, inner.kind)


def _first_of(cursor: Cursor, token: int) -> Found | None:
    """`أول يناير` is a day."""
    month = month_at(cursor, cursor.past_link(token + 1, "من"))
    if month is None or not isinstance(month.meaning, Month):
        return None
    return Found(token, month.end, DayOfMonth(1, month.meaning), "day")


def inner_at(cursor: Cursor, token: int) -> Found | None:
    """Return the longer time of which an edge may be told."""
    if cursor.sense(token, "this") or cursor.sense(token, "that"):
        token += 1
    if not cursor.is_free(token) and cursor.kind(token) != "number":
        return None
    return (
        month_at(cursor, token)
        or year_at(cursor, token)
        or week_of(cursor, token)
        or named_unit(cursor, token)
        or decade(cursor, token)
        or century(cursor, token)
        or season(cursor, token)
        or share(cursor, token)
        or bare_unit(cursor, token)
    )


# -- bare years --------------------------------------------------------------------------------


def bare_year(cursor: Cursor, token: int, last: Found | None) -> Found | None:
    """`في 2006`, `موازنة 2015`, `1948 و1965`: digits that what stands before them makes a year.

    `last` is the time found before, to which a list may go on.
    """
    year = year_number(cursor, token)
    if year is not None and year.hijri is None and _leads_to_hijri(cursor, year.end):
        return years_at(cursor, token)
    if year is None or not is_plain_year(cursor, year) or cursor.is_noun_at(year.end):
        return None
    if cursor.kind(year.end) == "%" or cursor.words[token].kind != "number":
        return None
    found = years_at(cursor, token)
    if year.hijri or _goes_on(cursor, token, last):
        return found
    opener = cursor.word(token - 1)
    if opener is None:
        return None
    if opener.fold in _OPENERS:
        partnered = opener.fold not in _PARTNERED or _has_partner(cursor, year.end)
        return found if partnered or found is not None and found.end > year.end else None
    return found if _names_event(cursor, token - 1, opener) else None


def _leads_to_hijri(cursor: Cursor, end: int) -> bool:
    """`1436 / 1437هـ`."""
    second = year_number(cursor, end + 1) if cursor.kind(end) in ("/", "-", "–", "—") else None
    return second is not None and second.hijri is True


def _goes_on(cursor: Cursor, token: int, last: Found | None) -> bool:
    if last is None or last.kind not in ("year", "years"):
        return False
    between = range(last.end, token)
    return len(between) <= 2 and all(cursor.fold(t) in ("و", "،", ",", "او", "الي", "-", "–") for t in between)


def _has_partner(cursor: Cursor, end: int) -> bool:
    at = end + 1 if cursor.fold(end) in ("و", "الي", "حتي", "وحتي", "-", "–") else end
    return year_number(cursor, at) is not None


def _names_event(cursor: Cursor, token: int, word: Word) -> bool:
    """`موازنة 2015`: an indefinite noun that is no label of a number."""
    if cursor.sense(token, "event") is not None:
        return True
    if cursor.sense(token, "numbered") is not None or word.kind != "word" or word.definite:
        return False
    return bool(word.flags & F.EVENT) and not word.suffix and not word.flags & (F.GRAMMAR | F.VERB)
