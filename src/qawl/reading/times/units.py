"""Units of the calendar: `الأسبوع الماضي`, `هذا العام`, `السنوات الخمس المقبلة`, `قبل عامين`."""

from qawl.lexicon import flags as F
from qawl.reading.times.cursor import Cursor, Found
from qawl.reading.times.durations import duration_at
from qawl.reading.times.meaning import Around, Count, FromNow, Meaning, Months, SchoolYear, Told, WeekOf, Whole

_FINE = ("second", "minute", "hour")
_KINDS = {"day": "day", "week": "week", "month": "month", "year": "year"}
_ABOUT = frozenset("نحو حوالي قرابه زهاء".split())


def named_unit(cursor: Cursor, token: int) -> Found | None:
    """A single unit that is told by its side, a demonstrative, or the time told last; the unit stands at `token`."""
    sense = cursor.sense(token, "unit")
    if sense is None or sense.number != "s" or not cursor.definite(token):
        return None
    unit, before = str(sense.value), token - 1
    if unit in _FINE and unit != "hour":
        return None
    if cursor.is_free(token):
        pointed = _pointed(cursor, token, unit)
        if pointed is not None:
            return pointed
    if unit == "year" and _is_adjective(cursor, before):
        return None
    kind_end = cursor.end_of(token + 1, "year_kind") if unit == "year" else token + 1
    return _sided(cursor, token, kind_end, unit)


def _pointed(cursor: Cursor, token: int, unit: str) -> Found | None:
    """`هذا العام`, `ذلك اليوم`, `نفس الأسبوع`."""
    before = cursor.word(token - 1)
    if before is None or before.time is None:
        return None
    kind = _KINDS.get(unit, "other")
    if cursor.sense(token - 1, "this") and unit not in _FINE:
        return Found(token - 1, token + 1, Around(unit), kind)
    if cursor.sense(token - 1, "that") or cursor.sense(token - 1, "nearby"):
        return Found(token - 1, token + 1, Told(unit), kind)
    return None


def _sided(cursor: Cursor, token: int, at: int, unit: str) -> Found | None:
    kind = _KINDS.get(unit, "other")
    twice = cursor.after(at, "before")
    if twice is not None and unit not in _FINE:
        return Found(token, twice[0], Around(unit, int(twice[1].value)), kind)
    side = cursor.after(at, "side")
    if side is not None and cursor.definite(at):
        offset = int(side[1].value)
        meaning: Meaning = Whole(1, unit, offset or 1) if unit in _FINE else Around(unit, offset)
        if unit == "year" and cursor.sense(token + 1, "school"):
            meaning = SchoolYear(offset)
        return Found(token, side[0], meaning, kind)
    same = cursor.after(at, "same")
    if same is not None and unit not in _FINE:
        return Found(token, same[0], Told(unit, int(same[1].value)), kind)
    return None


def _is_adjective(cursor: Cursor, before: int) -> bool:
    """`الأمين العام الحالي`: not a year but an adjective of the noun before it."""
    word = cursor.word(before)
    if word is None or word.kind != "word" or not word.definite:
        return False
    return bool(word.flags & (F.ROLE | F.INSTITUTION | F.BODY | F.MEDIUM_HEAD)) or word.base in ("راي", "قطاع", "وضع")


def bare_unit(cursor: Cursor, token: int) -> Found | None:
    """`الشهر` behind an edge: the one around the article's date."""
    sense = cursor.sense(token, "unit")
    if sense is None or sense.number != "s" or not cursor.definite(token) or not cursor.is_free(token):
        return None
    unit = str(sense.value)
    if unit in _FINE or unit == "day" or cursor.ordinal(token + 1) is not None:
        return None
    return Found(token, token + 1, Around(unit), _KINDS.get(unit, "other"))


def numbered_week(cursor: Cursor, token: int, whole: Found | None, end: int) -> Found | None:
    """`الأسبوع الثالث من يوليو`; `whole` is what stands behind the ordinal that ends at `end`."""
    ordinal = cursor.ordinal(token + 1)
    if ordinal is None or whole is None or ordinal[0] > end or whole.kind not in ("month", "year"):
        return None
    return Found(token, whole.end, WeekOf(ordinal[1], whole.meaning), "week")


def several(cursor: Cursor, token: int) -> Found | None:
    """`اليومين الماضيين`, `السنوات الخمس المقبلة`, `الساعات الـ24 الأخيرة`; hours also without a number."""
    sense = cursor.sense(token, "unit")
    if sense is None or sense.number == "s" or not cursor.definite(token):
        return None
    unit = str(sense.value)
    number = cursor.number(token + 1)
    at = number.end if number is not None else token + 1
    count = 2 if sense.number == "d" else int(number.value) if number is not None else None
    if count is None:
        at = cursor.end_of(at, "vague")
    if cursor.fold(at) in ("الاولي", "الاول", "الاولين", "الاخيره"):
        first = _part_of_year(cursor, token, at, count, unit)
        if first is not None:
            return first
    return _told_whole(cursor, token, at, count, unit)


def _part_of_year(cursor: Cursor, token: int, at: int, count: int | None, unit: str) -> Found | None:
    """`الأشهر الستة الأولى من العام الماضي`, `الأشهر التسعة الأولى من 2015`."""
    if unit != "month" or not count or cursor.fold(at + 1) != "من":
        return None
    year = _year_behind(cursor, at + 2)
    if year is None:
        return None
    return Found(token, year.end, Months(count, cursor.fold(at) == "الاخيره", year.meaning), "other")


def _year_behind(cursor: Cursor, token: int) -> Found | None:
    from qawl.reading.times.dates import year_at

    return year_at(cursor, token) or bare_unit(cursor, token)


def counted(cursor: Cursor, token: int) -> Found | None:
    """`العشر سنوات القادمة`, `الـ24 ساعة الماضية`, `آخر 3 سنوات`: the number stands first, at `token`."""
    number = cursor.number(token)
    if number is None or number.kind != "cardinal":
        return None
    sense = cursor.sense(number.end, "unit") if cursor.is_free(number.end) else None
    if sense is None or sense.number == "d":
        return None
    start = token - 1 if cursor.is_article(token - 1) else token
    if cursor.fold(start - 1) == "اخر":
        if cursor.fold(number.end + 1) == "من":
            return None  # `آخر 20 دقيقة من المباراة`
        return Found(start - 1, number.end + 1, Whole(int(number.value), str(sense.value), -1), "other")
    return _told_whole(cursor, start, number.end + 1, int(number.value), str(sense.value))


def _told_whole(cursor: Cursor, start: int, at: int, count: int | None, unit: str) -> Found | None:
    side = cursor.after(at, "side") or cursor.after(at, "last")
    if side is None or not cursor.definite(at) or not side[1].value:
        return None
    if count is None and unit != "hour":
        return None
    return Found(start, side[0], Whole(count, unit, int(side[1].value)), "other")


def ago(cursor: Cursor, token: int) -> Found | None:
    """`قبل عام`, `قبل نحو 3 أشهر`, `بعد يومين`: the count or unit stands at `token`, `قبل` before it."""
    opener = token - 1
    if cursor.fold(opener) in _ABOUT:
        opener -= 1
    sense = cursor.sense(opener, "ago")
    if sense is None:
        return None
    count = unit_count(cursor, token)
    if count is None or cursor.fold(opener) == "بعد" and cursor.sense(opener - 1, "unit") is not None:
        return None  # `يوما بعد يوم`
    end, number, unit = count
    sign = int(sense.value)
    if sign > 0 and number is None:
        return None  # `بعد ساعات`: after what was just told
    if cursor.fold(end) == "من" and cursor.fold(end + 1) == "اليوم":
        end += 2
    elif not _stands_alone(cursor, end, sign) or cursor.fold(opener).endswith("منذ"):
        return None
    if number is None and unit in ("year", "decade", "century"):
        return None
    if cursor.fold(end) == "ونصف":
        if unit != "year" or number is None:
            return None
        end, number, unit = end + 1, number * 12 + 6, "month"
        end += cursor.fold(end) in ("العام", "السنه")
    return Found(opener, end, Count(number, unit, sign), _KINDS.get(unit, "other"))


def from_now(cursor: Cursor, token: int) -> Found | None:
    """`بعد أسبوعين من الآن`, `قبل شهر و21 يوما من الآن`."""
    length = duration_at(cursor, token)
    if length is None or cursor.fold(length.end) != "من" or cursor.fold(length.end + 1) != "الان":
        return None
    sense = cursor.sense(token - 1, "ago")
    parts = tuple((int(count), unit) for count, unit in length.parts)
    start = token if sense is None else token - 1
    return Found(start, length.end + 2, FromNow(parts, int(sense.value) if sense is not None else 0), "day")


def _stands_alone(cursor: Cursor, end: int, sign: int) -> bool:
    """`قبل يومين من الحادث` counts from something else than the article's date."""
    end = cursor.past_link(end, "فقط", "تقريبا")
    fold, word = cursor.fold(end), cursor.word(end)
    if fold in ("من", "علي") or word is None:
        return word is None
    if word.time is not None and word.time.opens or word.numeral is not None:
        return False  # `قبل يوم الأحد`, `قبل عام 2015`: what follows names it
    if sign > 0:
        return word.kind != "word"
    return not cursor.is_noun_at(end)


def unit_count(cursor: Cursor, token: int) -> tuple[int, int | None, str] | None:
    """Return the end of a counted unit, the count (None for a few) and the unit: `عامين`, `بضعة أشهر`, `أربع سنوات`."""
    few = cursor.sense(token, "few")
    number = None if few is not None else cursor.number(token)
    at = token + 1 if few is not None else number.end if number is not None else token
    sense = cursor.sense(at, "unit")
    if sense is None or cursor.definite(at) or at > token and not cursor.is_free(at):
        return None
    if few is not None or sense.number == "p" and number is None:
        return cursor.end_of(at + 1, "vague"), None, str(sense.value)
    if number is not None:
        return at + 1, int(number.value), str(sense.value)
    if sense.number == "s" and cursor.fold(at + 1) in ("واحد", "واحده"):
        return at + 2, 1, str(sense.value)
    return at + 1, {"s": 1, "d": 2}.get(sense.number), str(sense.value)
