"""Years, months and days by number and name: `عام 2014`, `يونيو (حزيران) الماضي`, `الخامس عشر من مارس`."""

from qawl.lexicon import flags as F
from qawl.lexicon.times import Kind
from qawl.reading.times import calendar
from qawl.reading.times.cursor import Cursor, Found, Year
from qawl.reading.times.meaning import Around, Between, DayOfMonth, DayOfThisMonth, Fixed, Meaning, Month, SchoolYear
from qawl.reading.times.units import named_unit

_DASHES = frozenset("-–—/")
_MARKS = _DASHES | {"."}
_HIJRI = range(1300, 1501)
_NEVER_HIJRI = 1900
_LAST_SHORT = 99  # of years in two digits
_YEARS = range(1000, 2200)
_NO_MONTHS = frozenset("مارس نيسان اب صفر رجب شعبان رمضان محرم المحرم ماي اوت جوان شوال غشت مايس".split())
_MONTH_OPENERS = frozenset("في منذ خلال حتي بحلول وفي ومنذ وخلال وحتي نهايه بدايه شهر هذا بين من الي".split())
_MONTHS = 12
_ENDS = frozenset((".", "!", "؟", "?", "newline", ""))
_DATE_OPENERS = frozenset("في وفي يوم بتاريخ تاريخ الموافق حتي وحتي".split())
_PLACES = frozenset(  # and what a day without a year names: `هجمات 11 سبتمبر`
    (
        "مدينه شارع جسر كوبري ميدان حي جامعه حركه ثوره قاعده طريق انتفاضه منطقه مسجد ملعب "
        "هجمات احداث اعتداءات تفجيرات حرب"
    ).split()
)


# -- years -----------------------------------------------------------------------------------


def year_number(cursor: Cursor, token: int, *, shortest: int = 4) -> Year | None:
    """Return a year in digits, or in words (`ألفين وثمانية عشر`), with what marks its calendar."""
    word = cursor.word(token)
    if word is None or word.numeral is None:
        return None
    if word.kind == "number":
        plain = word.fold.isdigit() and shortest <= len(word.fold) <= 4
        if not plain or not int(word.fold):
            return None
        return _marked(cursor, token + 1, int(word.fold))
    found = cursor.any_number(token)
    if found is None or found.kind != "cardinal" or found.scale not in (1, 1000) or found.definite:
        return None
    wanted = found.value in _YEARS if shortest > 3 else found.value in range(100, 2200)
    return _marked(cursor, found.end, int(found.value)) if wanted else None


def _marked(cursor: Cursor, end: int, number: int) -> Year:
    hijri = cursor.after(end, "hijri")
    if hijri is not None and number < _NEVER_HIJRI:
        return Year(hijri[0], number, True)
    christian = cursor.after(end, "christian")
    if christian is not None:
        return Year(christian[0], number, False)
    return Year(end, number, None)


def is_plain_year(cursor: Cursor, year: Year) -> bool:
    """Say whether a number may be a year without a word that says so."""
    return year.hijri is True or year.number in range(1900, 2100)


def year_meaning(year: Year) -> Meaning:
    """Return what a year means in its calendar."""
    is_hijri = year.hijri if year.hijri is not None else False
    return Fixed(calendar.hijri_year(year.number) if is_hijri else calendar.years(year.number))


def years_at(cursor: Cursor, token: int, *, shortest: int = 4, school: bool = False) -> Found | None:
    """`2014`, `1436هـ`, and two that belong together: `2014/2015`, `1436 ــ 1437هـ`."""
    first = year_number(cursor, token, shortest=shortest)
    if first is None:
        return None
    if cursor.kind(first.end) in _DASHES:
        second = year_number(cursor, first.end + 1)
        if second is not None and first.number < second.number <= first.number + 100:
            return _two_years(token, first, second, school)
        if second is not None and second.number == first.number - 1:  # `موسم 2014/2013`: typed as it is read
            return _two_years(token, second._replace(end=first.end), first._replace(end=second.end), school)
    if school and first.hijri:
        meaning: Meaning = _school(first.number)
    else:
        meaning = year_meaning(first)
    return Found(token, first.end, meaning, "year")


def _two_years(start: int, first: Year, second: Year, school: bool) -> Found:
    hijri = bool(first.hijri or second.hijri) or second.number in _HIJRI
    if hijri and school:
        return Found(start, second.end, _school(first.number), "year")
    both = (year_meaning(year._replace(hijri=hijri)) for year in (first, second))
    return Found(start, second.end, Between(*both), "years")


def _school(hijri_year: int) -> Meaning:
    """A school year is named after the Hijri year in whose last months it begins."""
    whole = calendar.hijri_year(hijri_year)
    return Fixed(calendar.years(whole.last.year, whole.last.year + 1) if whole is not None else None)


def year_at(cursor: Cursor, token: int) -> Found | None:
    """`عام 2014`, `العام ١٤٣٦هـ`, `سنة ألفين وعشرة`, `العام الحالي`, `هذا العام`; a bare number of four digits."""
    unit = cursor.sense(token, "unit")
    if unit is not None and unit.value == "year":
        after = cursor.end_of(token + 1, "year_kind")
        found = years_at(cursor, after, shortest=3, school=cursor.sense(token + 1, "school") is not None)
        if found is not None and not cursor.sense(found.end, "era"):
            return Found(token, found.end, found.meaning, found.kind)
    named = named_unit(cursor, token)
    if named is not None and named.kind == "year":
        return _with_number(cursor, named)
    found = years_at(cursor, token)
    year = year_number(cursor, token)
    return found if found is not None and year is not None and is_plain_year(cursor, year) else None


def _with_number(cursor: Cursor, named: Found) -> Found:
    """`العام الدراسي المقبل 1436 - 1437هـ`, `العام الماضي (2014)`: told twice."""
    at = named.end + 1 if cursor.kind(named.end) == "(" else named.end
    year = year_number(cursor, at)
    number = years_at(cursor, at, school=isinstance(named.meaning, SchoolYear))
    if number is None or year is None or not is_plain_year(cursor, year) and number.kind != "year":
        return named
    if at > named.end and cursor.kind(number.end) != ")" or cursor.is_noun_at(number.end):
        return named
    end = number.end + 1 if at > named.end and cursor.kind(number.end) == ")" else number.end
    return Found(named.start, end, number.meaning, "year")


# -- months ----------------------------------------------------------------------------------


def month_at(cursor: Cursor, token: int, *, alone: bool = False) -> Found | None:
    """A month by name, in one way of naming or two, with its year or its side.

    `alone`: nothing before it says that it is a month, so that a name that is also another word needs a year.
    """
    start = token
    unit = cursor.sense(token, "unit")
    if unit is not None and unit.value == "month" and not cursor.sense(token, "month"):
        token, alone = token + 1, False
        if not cursor.is_free(token):
            return None
    named = _name(cursor, token)
    if named is None:
        return None
    end, number, hijri = named
    alone = alone or cursor.kind(token) == "latin"
    after, month = _with_year(cursor, end, Month(number, hijri=hijri))
    if after == end and _is_part_of_a_name(cursor, start):
        return None
    if alone and after == end and cursor.kind(token) == "latin" and cursor.kind(token - 1) != "number":
        return None  # `May`, `March`
    if alone and after == end and end == token + 1 and cursor.words[token].fold in _NO_MONTHS:
        opened = cursor.fold(token - 1) in _MONTH_OPENERS or cursor.words[token].fold[:1] == "ل"
        if not opened or cursor.word(token + 1) is not None and cursor.kind(token + 1) == "number":
            return None
    return Found(start, after, month, "month")


def _is_part_of_a_name(cursor: Cursor, token: int) -> bool:
    """`ثورة 25 يناير`, `حرب أكتوبر`."""
    before = token - 1
    if cursor.day_number(before) is not None:
        before -= 1
    return cursor.fold(before) in _PLACES


def _name(cursor: Cursor, token: int) -> tuple[int, int, bool] | None:
    kind: Kind
    for kind in ("hijri_month", "month"):
        sense = cursor.sense(token, kind)
        if sense is not None and not (cursor.definite(token) and kind == "hijri_month"):  # `الرمضان` is a name
            end = token + 1 + len(sense.rest)
            return _past_second_name(cursor, end, int(sense.value), kind), int(sense.value), kind == "hijri_month"
    return None


def _past_second_name(cursor: Cursor, end: int, number: int, kind: Kind) -> int:
    """`فبراير/شباط`, `يونيو (حزيران)`, `سبتمبر أيلول`: another name of the same month."""
    opener = cursor.kind(end)
    at = end + 1 if opener in ("/", "(", "-") else end
    second = cursor.after(at, kind)
    if second is None or second[1].value != number:
        return end
    if opener != "(":
        return second[0]
    return second[0] + 1 if cursor.kind(second[0]) == ")" else end


def _with_year(cursor: Cursor, end: int, month: Month) -> tuple[int, Month]:
    side = cursor.after(end, "side")
    if side is not None and cursor.definite(end):
        after, value = side[0], int(side[1].value)
        if value == 0:
            return after, Month(month.number, None, Around("year"), None, month.hijri)
        return after, Month(month.number, None, None, value, month.hijri)
    at = cursor.past_link(end, "من", "في")
    if cursor.kind(at) in ("،", ",", ".") and year_number(cursor, at + 1) is not None:
        at += 1
    year = year_number(cursor, at)
    if year is not None and (at == end or cursor.kind(at - 1) in ("،", ",", ".")) and _is_its_year(cursor, year, month):
        return year.end, Month(month.number, year.number, hijri=_calendar(year, month))
    told = year_at(cursor, at)
    if told is not None and told.kind == "year" and told.start == at and cursor.sense(at, "unit"):
        fixed = _number_behind(cursor, at)
        if fixed is not None:
            return fixed.end, Month(month.number, fixed.number, hijri=_calendar(fixed, month))
        return told.end, Month(month.number, None, told.meaning, None, month.hijri)
    demonstrative = cursor.sense(at, "this") and named_unit(cursor, at + 1)
    if demonstrative and demonstrative.kind == "year" and not month.hijri:
        return demonstrative.end, Month(month.number, None, demonstrative.meaning, None)
    return end, month


def _number_behind(cursor: Cursor, unit: int) -> Year | None:
    return year_number(cursor, cursor.end_of(unit + 1, "year_kind"), shortest=3)


def _calendar(year: Year, month: Month) -> bool:
    """A Hijri month with a year of the Gregorian calendar is none that anybody can reckon; its own year decides."""
    return month.hijri if year.hijri is None else year.hijri and month.hijri


def _is_its_year(cursor: Cursor, year: Year, month: Month) -> bool:
    if year.hijri is not None or is_plain_year(cursor, year):
        return True
    if cursor.is_noun_at(year.end):
        return False
    return year.number in (_HIJRI if month.hijri else range(1000, 2200)) or month.hijri and year.number in _YEARS


# -- days ------------------------------------------------------------------------------------


def date_at(cursor: Cursor, token: int, weekday: int = 0) -> Found | None:
    """A day by its number and month, in either order, or in digits alone."""
    return _day_first(cursor, token, weekday) or _month_first(cursor, token, weekday) or numeric_at(cursor, token)


def _day_first(cursor: Cursor, token: int, weekday: int) -> Found | None:
    day = cursor.day_number(token)
    if day is None:
        return None
    end, number = day
    at = end + 1 if cursor.kind(end) in _MARKS else cursor.past_link(end, "من", "في")
    ranged = _day_range(cursor, token, end, number)
    if ranged is not None:
        return ranged
    month = month_at(cursor, at) if cursor.is_free(at) else None
    if cursor.fold(end) == "في" and cursor.kind(end - 1) != "number":
        return None  # `للشهر الثاني في يونيو`
    if month is not None and isinstance(month.meaning, Month):
        if not _is_sure(cursor, end, at, month):
            return None
        return Found(token, month.end, DayOfMonth(number, month.meaning, weekday), "day")
    if at > end and cursor.fold(end) in ("من", "في"):
        pointer = cursor.sense(at, "this") or cursor.sense(at, "that") or cursor.sense(at, "nearby")
        whole = named_unit(cursor, at + 1 if pointer else at)
        if whole is not None and whole.kind == "month" and whole.start >= at:
            return Found(token, whole.end, DayOfThisMonth(number, whole.meaning, weekday), "day")
    return None


def _is_sure(cursor: Cursor, end: int, at: int, month: Found) -> bool:
    """`2 صفر` and `2-صفر` are a score."""
    return cursor.fold(at) != "صفر" or cursor.fold(end) == "من" or month.end > at + 1


def _day_range(cursor: Cursor, token: int, end: int, first: int) -> Found | None:
    """`10 - 15 مارس`, `10 و11 مارس`, `10 إلى 15 مارس`: both days belong to the month that is named last."""
    at = _past_joint(cursor, end)
    second = cursor.day_number(at) if at is not None else None
    if at is None or second is None or not first < second[1]:
        return None
    day = _day_first(cursor, at, 0)
    if day is None or not isinstance(day.meaning, DayOfMonth | DayOfThisMonth):
        return None
    last = day.meaning
    if isinstance(last, DayOfMonth):
        return Found(token, day.end, Between(DayOfMonth(first, last.month), last), "days")
    return Found(token, day.end, Between(DayOfThisMonth(first, last.within), last), "days")


def _past_joint(cursor: Cursor, end: int) -> int | None:
    word = cursor.word(end)
    if word is None:
        return None
    if word.kind in _DASHES or cursor.sense(end, "until") is not None and cursor.is_free(end) or word.fold == "و":
        return end + 1
    return end if word.fold[:1] == "و" and word.numeral is not None and word.numeral.conjunction == "و" else None


def _month_first(cursor: Cursor, token: int, weekday: int) -> Found | None:
    """`يناير 22، 2018`, `مايو الحادي والعشرين`."""
    named = _name(cursor, token)
    if named is None:
        return None
    at = named[0] + 1 if cursor.kind(named[0]) == "-" else named[0]
    day = cursor.day_number(at)
    if day is None or cursor.is_noun_at(day[0]) or not cursor.word(at):
        return None
    word = cursor.words[at]
    if word.numeral is not None and (word.numeral.conjunction or word.numeral.preposition):
        return None
    end, month = _with_year(cursor, day[0], Month(named[1], hijri=named[2]))
    return Found(token, end, DayOfMonth(day[1], month, weekday), "day")


def numeric_at(cursor: Cursor, token: int) -> Found | None:
    """`2016/02/22`, `22-4-2016`, `25/10/1436هـ`."""
    numbers, end = _digits(cursor, token)
    if len(numbers) == 2:
        return _numeric_without_year(cursor, token, numbers, end)
    if len(numbers) != 3:
        return None
    hijri = cursor.after(end, "hijri")
    christian = cursor.after(end, "christian")
    year, month, day = numbers if numbers[0] > _LAST_SHORT else numbers[::-1]
    if month > 12 >= day:
        month, day = day, month
    if year <= _LAST_SHORT:
        year += 2000
    if hijri is not None or year in _HIJRI:
        found = calendar.hijri_day(year, month, day)
    else:
        found = calendar.make_date(year, month, day) if year in _YEARS else None
    if found is None:
        return None
    after = hijri[0] if hijri is not None else christian[0] if christian is not None else end
    return Found(token, after, Fixed(calendar.one_day(found)), "day")


def _digits(cursor: Cursor, token: int) -> tuple[list[int], int]:
    """Return up to three groups of digits with the same mark between them, and where they end."""
    dotted = cursor.fold(token).split(".")
    if len(dotted) == 3 and all(part.isdigit() and len(part) <= 4 for part in dotted):
        return [int(part) for part in dotted], token + 1
    numbers: list[int] = []
    mark = cursor.kind(token + 1)
    if mark not in _MARKS:
        return [], token
    at = token
    while len(numbers) < 4 and cursor.kind(at) == "number" and cursor.fold(at).isdigit() and len(cursor.fold(at)) <= 4:
        numbers.append(int(cursor.fold(at)))
        if cursor.kind(at + 1) != mark:
            return numbers, at + 1
        at += 2
    return [], token


def _numeric_without_year(cursor: Cursor, token: int, numbers: list[int], end: int) -> Found | None:
    """`يوم 22/4`: day and month, where what stands before them says so; elsewhere they are a score or a fraction."""
    day, month = numbers if numbers[1] <= _MONTHS else numbers[::-1]
    zero = cursor.fold(token)[0] == "0" or cursor.fold(end - 1)[0] == "0"
    if (
        not (zero or cursor.fold(token - 1) in _DATE_OPENERS or _is_ahead(cursor, token))
        or not 1 <= month <= _MONTHS
        or not 1 <= day <= 31
    ):
        return None
    if cursor.kind(token + 1) == "." or cursor.is_noun_at(end) or cursor.kind(end) in ("%", "/"):
        return None
    comma = cursor.kind(end) in ("،", ",")
    year = years_at(cursor, end + 1, shortest=2) if comma and cursor.kind(end + 1) == "number" else None
    if year is None:
        return Found(token, end, DayOfMonth(day, Month(month)), "day")
    number = int(cursor.fold(end + 1))
    return Found(token, year.end, DayOfMonth(day, Month(month, number + 2000 * (number < 100))), "day")


def _is_ahead(cursor: Cursor, token: int) -> bool:
    """Say whether a verb in the future stands right before a token, with or without a preposition between."""
    before = cursor.word(token - 1)
    verb = token - 2 if before is not None and before.flags & F.PREPOSITION else token - 1
    word = cursor.word(verb)
    return word is not None and (word.tense == "future" or cursor.fold(verb - 1) == "سوف")


def decimal_date(cursor: Cursor, token: int) -> Found | None:
    """`سأعود في 4.22`: the same with a stop, which makes a decimal of it everywhere but here."""
    first, _, second = cursor.fold(token).partition(".")
    if not (first.isdigit() and second.isdigit()) or len(first + second) > 4 or cursor.fold(token - 1) != "في":
        return None
    day, month = (int(first), int(second)) if int(second) <= _MONTHS else (int(second), int(first))
    if not _is_ahead(cursor, token) or not (1 <= month <= _MONTHS and 1 <= day <= 31):
        return None
    return Found(token, token + 1, DayOfMonth(day, Month(month)), "day") if cursor.kind(token + 1) in _ENDS else None
