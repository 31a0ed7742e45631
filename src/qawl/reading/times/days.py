"""Days and parts of days: `أمس (الثلاثاء)`, `مساء الجمعة الماضي`, `الأحد 19 يوليو`, `الساعة التاسعة والنصف صباحا`."""

from qawl.lexicon import flags as F
from qawl.reading.times.cursor import Cursor, Found
from qawl.reading.times.dates import date_at, month_at
from qawl.reading.times.meaning import (
    Around,
    DayOfThisMonth,
    Here,
    Meaning,
    NamedDay,
    Night,
    Weekday,
    WeekdayOf,
)
from qawl.reading.times.units import named_unit

_COMMAS = frozenset("،,")
_DASHES = frozenset("-–—/")
_NIGHT = 2
_NAME = 3  # words of a paper's name in marks
_NOT_YESTERDAY = frozenset("الحاجه القريب البعيد".split())  # `في أمس الحاجة`, `بالأمس القريب`
_HOURS = 24
_NEXT = 1
_PRAYERS = frozenset("صلاه خطبه مسيرات مسيره جامع سوق صحيفه جريده خطيب لصلاه وصلاه جمعه".split())
_OF_MONTHS = frozenset("الجاري الحالي المقبل الماضي المنصرم".split())
_ENDS = frozenset((".", "!", "؟", "?", "newline", ""))
_BARE_OPENERS = frozenset("في وفي حتي خلال منذ هذا".split())
_HALVES = frozenset("والنصف والربع والثلث ونصف وربع وثلث".split())
_HOUR_MARKS = frozenset(":.")


def day_at(cursor: Cursor, token: int) -> Found | None:
    """Return the day that is named at a token: by its distance, weekday or date, with or without `يوم`."""
    return deictic(cursor, token) or day_word(cursor, token) or weekday(cursor, token) or _date(cursor, token)


def _date(cursor: Cursor, token: int) -> Found | None:
    found = date_at(cursor, token)
    return found if found is not None and found.kind == "day" else None


# -- by distance -------------------------------------------------------------------------------


def deictic(cursor: Cursor, token: int) -> Found | None:
    """`أمس`, `أول من أمس`, `غدا`, `بعد غد`, each also with a weekday."""
    sense = cursor.sense(token, "deictic")
    if sense is None or sense.article and not cursor.definite(token):
        return None
    end = token + 1 + len(sense.rest)
    start = token
    if not sense.rest and cursor.ordinal(end) is not None and cursor.words[token].fold != "امس":
        return None
    start -= sense.article and cursor.sense(token - 1, "this") is not None
    if "\u0651" in cursor.words[token].form or cursor.fold(end) in _NOT_YESTERDAY:
        return None
    if not sense.rest and cursor.fold(token - 1) in ("قبل", "بعد") and cursor.words[token].fold in ("امس", "غد"):
        return None
    return _with_weekday(cursor, start, end, int(sense.value))


def _with_weekday(cursor: Cursor, start: int, end: int, offset: int) -> Found:
    """Take in the weekday or date that stands behind: `أمس الأربعاء`, `اليوم (الأحد)`, `اليوم 6 مايو`."""
    bracket = cursor.kind(end) == "("
    at = end + 1 if bracket or cursor.kind(end) in _COMMAS else end
    named = weekday(cursor, at) if cursor.is_free(at) else None
    if named is not None and bracket and cursor.kind(named.end) != ")":
        named = None
    if named is None and at == end and cursor.kind(end) != "-":
        named = _date(cursor, end)
    if named is None:
        return Found(start, past_adverb(cursor, end), Around("day", offset), "day")
    simple = isinstance(named.meaning, Weekday) and named.meaning.side is None and named.meaning.week is None
    meaning: Meaning = NamedDay(offset, named.meaning.number) if simple else named.meaning  # type: ignore[attr-defined]
    return Found(start, named.end + 1 if bracket else named.end, meaning, "day")


def day_word(cursor: Cursor, token: int) -> Found | None:
    """`اليوم`, `اليوم الثلاثاء`, `يوم الأحد`, `يوم أمس`, `يوم 27`."""
    sense = cursor.sense(token, "unit")
    if sense is None or sense.value != "day":
        return None
    if sense.number != "s":
        return _two_days(cursor, token)
    if not cursor.definite(token):
        return _indefinite_day(cursor, token)
    if _is_no_today(cursor, token):
        return None
    told = named_unit(cursor, token)
    if told is not None and told.end > token + 1:
        return told
    found = _with_weekday(cursor, token, token + 1, 0)
    if found.end == token + 1 and cursor.kind(found.end) == "number" and cursor.fold(found.end + 1) == "من":
        return None  # `اليوم 54 من الإضراب`
    return Found(told.start, found.end, told.meaning, "day") if told is not None and found.end == told.end else found


def _is_no_today(cursor: Cursor, token: int) -> bool:
    """`اليوم الوطني`, `اليوم الثاني`, `صحيفة اليوم`, «عين اليوم»."""
    article = cursor.article
    if cursor.sense(token + 1, "name_of_day") and cursor.definite(token + 1):
        return True
    if cursor.sense(token - 1, "paper") and not cursor.definite(token - 1) or token in article.inside_entity:
        return True
    before, after = cursor.kind(token - 1), cursor.kind(token + 1)
    opener = article.quotes.opener.get(token + 1, -1)
    if opener >= 0 and token - opener <= _NAME and not any(w.tense for w in cursor.words[opener:token]):
        return True  # «المرفأ اليوم»
    return before in ("newline", "") and (after in _DASHES or after in ("newline", ":"))


def _indefinite_day(cursor: Cursor, token: int) -> Found | None:
    if not _is_lone_day(cursor, token):
        return None
    inner = deictic(cursor, token + 1) or weekday(cursor, token + 1, named=True) or _date(cursor, token + 1)
    start = token - 1 if cursor.sense(token - 1, "this") else token
    if inner is not None:
        return Found(start, inner.end, inner.meaning, "day")
    at = token + 2 if cursor.is_article(token + 1) else token + 1
    number = cursor.day_number(at)
    if number is None or cursor.is_noun_at(number[0]) or cursor.words[at].numeral is None:
        return None
    numeral = cursor.number(at)
    if numeral is None or not (numeral.digits or numeral.definite):
        return None
    return Found(token, number[0], DayOfThisMonth(number[1]), "day")


def _two_days(cursor: Cursor, token: int) -> Found | None:
    """`يومي السبت والأحد`, `يومي 25 و26 يناير`: the first of them, or both."""
    if cursor.words[token].base != "يومي" and not cursor.words[token].fold.endswith("يومي"):
        return None
    inner = weekday(cursor, token + 1) or date_at(cursor, token + 1)
    return Found(token, inner.end, inner.meaning, inner.kind) if inner is not None else None


def _is_lone_day(cursor: Cursor, token: int) -> bool:
    before = cursor.word(token - 1)
    return before is None or before.numeral is None or before.numeral.kind == "digits"


def lone_day(cursor: Cursor, token: int) -> Found | None:
    """`سأعود في 15.`, `27 الجاري`: a day of a month that is not named."""
    day = cursor.day_number(token) if cursor.kind(token) != "(" else None
    if day is None:
        return None
    end, number = day
    month = this_month(cursor, cursor.past_link(end, "من"))
    if month is not None:
        return Found(token, month.end, DayOfThisMonth(number, month.meaning), "day")
    ends = cursor.kind(end) in _ENDS
    plain = cursor.kind(token) == "number" or number > 10 and cursor.words[token].definite
    return (
        Found(token, end, DayOfThisMonth(number), "day") if ends and plain and cursor.fold(token - 1) == "في" else None
    )


def this_month(cursor: Cursor, token: int) -> Found | None:
    """`الجاري`, `المقبل` in the place of a month."""
    side = cursor.after(token, "side")
    if side is None or not cursor.definite(token) or cursor.words[token].fold not in _OF_MONTHS:
        return None
    return Found(token, side[0], Around("month", int(side[1].value)), "month")


# -- weekdays ----------------------------------------------------------------------------------


def weekday(cursor: Cursor, token: int, *, named: bool = False) -> Found | None:
    """A weekday with what tells its week or date; `named`: `يوم` stands before it, so that it needs no article."""
    sense = cursor.sense(token, "weekday")
    foreign = cursor.kind(token) == "latin"
    if sense is None or not (foreign or cursor.definite(token) or named and cursor.is_free(token)):
        return None
    if not named and _is_name(cursor, token):
        return None
    number, end = int(sense.value), token + 1
    return (
        _weekday_in_brackets(cursor, token, end, number)
        or _weekday_and_date(cursor, token, end, number)
        or _weekday_in_week(cursor, token, end, number)
        or _numbered_weekday(cursor, token, end, number)
        or Found(token, past_adverb(cursor, end), Weekday(number), "weekday")
    )


def _is_name(cursor: Cursor, token: int) -> bool:
    """`صلاة الجمعة`, `محمد الخميس`."""
    before = cursor.word(token - 1)
    if before is None:
        return False
    earlier = cursor.word(token - 2)
    given = before.flags & F.GIVEN and not before.flags & (F.NOUN | F.AMBIGUOUS_NAME) and not before.cues
    told = cursor.after(token + 1, "side") is not None
    whole = (
        told or earlier is not None and bool(earlier.flags & F.NAME)
    )  # `محمود عباس الجمعة`: the name has its two parts
    return before.fold in _PRAYERS or bool(given) and not whole or token in cursor.article.inside_entity


def _weekday_and_date(cursor: Cursor, token: int, end: int, number: int) -> Found | None:
    at = end + 1 if cursor.kind(end) in _COMMAS else cursor.past_link(end, "في")
    at = at + 1 if cursor.is_article(at) else at
    if not _may_be_joined(cursor, at):
        return None
    date = date_at(cursor, at, number)
    if date is not None and date.kind == "day":
        return Found(token, date.end, date.meaning, "day")
    day = cursor.day_number(at)
    following = cursor.word(day[0]) if day is not None else None
    if day is None or at > end and cursor.kind(end) in _COMMAS or following is not None and following.kind == "word":
        return None
    numeral = cursor.number(at)
    if numeral is not None and numeral.kind == "ordinal" and not numeral.definite or cursor.kind(day[0]) in ("%", "/"):
        return None
    if numeral is not None and numeral.kind == "ordinal" and number and at == end:
        return None  # `الأحد الثاني`: the second Sunday
    return Found(token, day[0], DayOfThisMonth(day[1], None, number), "day")


def _may_be_joined(cursor: Cursor, token: int) -> bool:
    word = cursor.word(token)
    return word is not None and not (
        word.numeral is not None and (word.numeral.conjunction or word.numeral.preposition)
    )


def _weekday_in_brackets(cursor: Cursor, token: int, end: int, number: int) -> Found | None:
    """`الثلاثاء (10 يوليو)`."""
    if cursor.kind(end) != "(":
        return None
    date = date_at(cursor, end + 1, number)
    if date is None or date.kind != "day" or cursor.kind(date.end) != ")":
        return None
    return Found(token, date.end + 1, date.meaning, "day")


def _weekday_in_week(cursor: Cursor, token: int, end: int, number: int) -> Found | None:
    side = cursor.after(end, "before") or cursor.after(end, "side")
    if side is not None and (side[1].rest or cursor.definite(end)):
        return Found(token, past_adverb(cursor, side[0]), Weekday(number, int(side[1].value)), "weekday")
    at = cursor.past_link(end, "من", "في")
    at = at + 1 if cursor.sense(at, "this") else at
    week = named_unit(cursor, at) if cursor.sense(at, "unit") else None
    if week is not None and week.kind == "week" and week.start >= end:
        return Found(token, week.end, Weekday(number, None, week.meaning), "weekday")
    return None


def _numbered_weekday(cursor: Cursor, token: int, end: int, number: int) -> Found | None:
    """`الأحد الثاني من مارس`, and `الأحد الثاني` of this month."""
    ordinal = cursor.ordinal(end)
    if ordinal is None or not 1 <= ordinal[1] <= 5 or not cursor.words[end].definite:
        return None
    at = cursor.past_link(ordinal[0], "من", "في")
    month = month_at(cursor, at) if at > ordinal[0] else None
    if month is not None:
        return Found(token, month.end, WeekdayOf(ordinal[1], number, month.meaning), "weekday")
    return Found(token, ordinal[0], WeekdayOf(ordinal[1], number, Around("month")), "weekday")


def first_weekday(cursor: Cursor, token: int) -> Found | None:
    """`أول يوم جمعة من يوليو`: the ordinal stands at `token`."""
    if cursor.fold(token) not in ("اول", "ثاني", "ثالث", "رابع"):
        return None
    number = cursor.number(token)
    at = token + 2 if cursor.fold(token + 1) == "يوم" else token + 1
    sense = cursor.sense(at, "weekday")
    if number is None or sense is None:
        return None
    whole_at = cursor.past_link(at + 1, "من", "في")
    this = cursor.sense(whole_at, "this") is not None
    whole = month_at(cursor, whole_at) or named_unit(cursor, whole_at + this)
    if whole is None or whole.kind != "month":
        return None
    return Found(token, whole.end, WeekdayOf(int(number.value), int(sense.value), whole.meaning), "weekday")


def past_adverb(cursor: Cursor, end: int) -> int:
    """Return the token behind `صباحا`, `بعد الظهر` where it follows a day."""
    found = cursor.after(end, "adverb")
    return end if found is None or cursor.definite(end) else found[0]


# -- parts of a day ----------------------------------------------------------------------------


def part_of_day(cursor: Cursor, token: int) -> Found | None:
    """`مساء أمس`, `صباح يوم 31 يوليو`, `ليل الخميس الجمعة`, `في المساء`."""
    sense = cursor.sense(token, "part")
    if sense is None:
        return None
    end = token + 1 + len(sense.rest)
    if not cursor.definite(token) and not cursor.definite(end - 1):
        return _part_of(cursor, token, end, night=sense.value == _NIGHT)
    if sense.rest or _may_name_more(cursor, end):
        inner = _part_of(cursor, token, end, night=False)
        if inner is not None or not sense.rest:
            return inner
    bare = sense.value == 1 and cursor.fold(token - 1) in _BARE_OPENERS
    token -= cursor.sense(token - 1, "this") is not None
    return Found(token, end, Here(), "day") if bare and not _is_described(cursor, end) else None


def _may_name_more(cursor: Cursor, end: int) -> bool:
    return cursor.sense(end, "weekday") is not None and cursor.is_free(end)


def _is_described(cursor: Cursor, end: int) -> bool:
    word = cursor.word(end)
    return word is not None and word.definite and not word.preposition and not word.conjunction


def _part_of(cursor: Cursor, token: int, end: int, *, night: bool) -> Found | None:
    at = cursor.past_link(end, "من")
    day = day_at(cursor, at) if cursor.is_free(at) or cursor.kind(at) == "number" else None
    if day is None or day.start < at:
        return _part_of_told(cursor, token, at)
    if night and day.kind == "weekday":
        pair = _second_day(cursor, day)
        if pair is not None:
            return Found(token, pair.end, Night(pair.meaning), "day")
    return Found(token, day.end, day.meaning, "day")


def _part_of_told(cursor: Cursor, token: int, at: int) -> Found | None:
    """`مساء ذلك اليوم`, `مساء اليوم نفسه`."""
    pointer = cursor.sense(at, "that") or cursor.sense(at, "nearby")
    told = named_unit(cursor, at + 1 if pointer else at)
    if told is None or told.kind != "day":
        return None
    return Found(token, told.end, told.meaning, "day")


def _second_day(cursor: Cursor, day: Found) -> Found | None:
    """The second of two days that a night lies between."""
    if not isinstance(day.meaning, Weekday) or day.meaning.week is not None:
        return None
    at = day.end + 1 if cursor.kind(day.end) in _DASHES else day.end
    word = cursor.word(at)
    sense = cursor.sense(at, "weekday")
    if word is None or sense is None or word.time is None or word.time.preposition or not cursor.definite(at):
        return None
    return weekday(cursor, at) if sense.value == day.meaning.number % 7 + _NEXT else None


def midnight(cursor: Cursor, token: int) -> Found | None:
    """`منتصف الليل`, `منتصف ليل الأحد الاثنين`, `منتصف ليل أمس`."""
    sense = cursor.sense(token, "midnight")
    if sense is None:
        return None
    end = token + 2
    if cursor.definite(token + 1):
        return Found(token, end, Night(Here()), "day")
    found = _part_of(cursor, token, end, night=True)
    if found is None or isinstance(found.meaning, Night):
        return found
    return Found(token, found.end, Night(found.meaning) if isinstance(found.meaning, Weekday) else found.meaning, "day")


# -- hours -------------------------------------------------------------------------------------


def hour(cursor: Cursor, token: int) -> Found | None:
    """`الساعة 10:30 من صباح الأحد`, `ساعة متأخرة من ليل أمس`, `الساعات الأولى من صباح الأحد`."""
    sense = cursor.sense(token, "unit")
    if sense is None or sense.value != "hour" or sense.number == "d":
        return None
    early = cursor.after(token + 1, "early")
    if early is not None:
        at = cursor.past_link(early[0], "من")
        inner = part_of_day(cursor, at) or day_at(cursor, at) if at > early[0] else None
        return Found(token, inner.end, inner.meaning, "day") if inner is not None else None
    if sense.number != "s" or not cursor.definite(token):
        return None
    end = _clock(cursor, token + 1)
    return None if end is None else _hour_of_day(cursor, token, end)


def _clock(cursor: Cursor, token: int) -> int | None:
    """Return the token behind an hour and its minutes."""
    number = cursor.number(token)
    if number is None:
        return _decimal_clock(cursor, token)
    if not 0 <= number.value <= _HOURS:
        return None
    end = number.end
    if cursor.kind(end) in _HOUR_MARKS and cursor.kind(end + 1) == "number" and len(cursor.fold(end + 1)) == 2:
        end += 2
    if cursor.fold(end) in _HALVES:
        return end + 1
    if cursor.fold(end) == "الا" and cursor.fold(end + 1) in ("ربعا", "الربع", "ثلثا", "الثلث", "خمس"):
        return end + 2
    return end


def _decimal_clock(cursor: Cursor, token: int) -> int | None:
    """`الساعة 7.30`."""
    word = cursor.word(token)
    hours, _, minutes = word.fold.partition(".") if word is not None and word.kind == "number" else ("", "", "")
    return token + 1 if hours.isdigit() and len(hours) <= 2 and len(minutes) == 2 else None


def hour_alone(cursor: Cursor, token: int) -> Found | None:
    """`في السابعة مساء`: an ordinal that a part of the day makes an hour."""
    number = cursor.number(token)
    if number is None or number.kind != "ordinal" or not number.definite or not 1 <= number.value <= _HOURS // 2:
        return None
    if not cursor.words[token].fold.endswith("ه") and number.value != 1:
        return None
    end = _clock(cursor, token)
    if end is None:
        return None
    after = past_adverb(cursor, end)
    if after > end:
        return _hour_of_day(cursor, token, end)
    inner = part_of_day(cursor, cursor.past_link(end, "من"))
    return Found(token, inner.end, inner.meaning, "day") if inner is not None and inner.start >= end else None


def _hour_of_day(cursor: Cursor, token: int, end: int) -> Found:
    after = past_adverb(cursor, end)
    at = cursor.past_link(after, "من")
    inner = part_of_day(cursor, at) or (day_at(cursor, at) if at == after else None)
    if inner is not None and inner.start >= after and (cursor.is_free(at) or cursor.is_article(at)):
        return Found(token, inner.end, inner.meaning, "day")
    return Found(token, after, Here(), "day")
