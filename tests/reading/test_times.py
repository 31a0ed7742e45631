"""Times: the cases of `tests/cases/times.toml`, and what holds for calendars, deadlines and lengths."""

import time
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qawl.lexicon.times import parse_example
from qawl.lexicon.vocabulary import vocabulary
from qawl.reading import read
from qawl.reading.article import lay_out
from qawl.reading.times import calendar, durations, find_deadlines, find_times, inside_times
from qawl.reading.times.calendar import Period
from qawl.records import Document, Reading

CLOCK = "2022-01-25"
CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "times.toml").read_text(encoding="utf-8")
)["case"]
DAYS = st.dates(date(1930, 1, 1), date(2070, 12, 31))


def reading(case: dict[str, Any]) -> Reading:
    text = case["text"].replace("[", "").replace("]", "")
    return read(Document(id=case["id"], text=text, published=case.get("published", CLOCK) or None))


def params() -> list[Any]:
    return [
        pytest.param(c, id=c["id"], marks=[pytest.mark.xfail(strict=True, reason=c["gap"])] if "gap" in c else [])
        for c in CASES
    ]


@pytest.mark.parametrize("case", params())
def test_the_times_of_a_case(case: dict[str, Any]) -> None:
    found = reading(case).times
    if not case["values"]:
        assert found == ()
        return
    example = parse_example(f"{case['text']} = {' '.join(case['values'])}")
    assert [(tuple(t.span), t.value) for t in found] == list(zip(example.spans, example.values, strict=True))


@pytest.mark.parametrize("case", [c for c in params() if "said" in c.values[0]])
def test_when_the_statements_of_a_case_were_made(case: dict[str, Any]) -> None:
    made = reading(case)
    said = {s.cue.of(made.document.text): s.time for s in made.statements if s.time is not None}
    assert said == case["said"]


def test_a_time_inside_a_content_is_not_when_it_was_said() -> None:
    case = next(c for c in CASES if c["id"] == "a-time-inside-the-content-is-not-when-it-was-said")
    assert [s.time for s in reading(case).statements] == [None]


def test_ids_are_unique() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES)


# -- what is out of range ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "في 99 يناير 2021",
        "في 0 يناير 2021",
        "عام 0",
        "عام 0000",
        "القرن المئة بعد الألف",
        "قبل 999999999999 عاما",
        "بعد 99999999 أسبوعا.",
        "السنوات الـ99999999999999999999 المقبلة",
        "الأيام الـ 9999999 الماضية",
        "خلال الـ99999999999 ساعة المقبلة",
        "بعد 999999999999999999 يوما من الآن",
        "31/31/2021 و99/99/9999",
        "30 شعبان 1600هـ الموافق 30 فبراير 9999",
        "الأشهر المئة الأولى من 2021",
        "من 31 إلى 32 فبراير",
        "الساعة 99:99 صباحا",
    ],
)
def test_what_is_out_of_range_is_no_time_or_has_no_value(text: str) -> None:
    for published in (CLOCK, "0001-01-01", "9999-12-31", None, "nonsense"):
        found = find_times(lay_out(text, vocabulary()), published)
        assert all(mention.value is None or len(mention.value) < 30 for mention in found)


@pytest.mark.parametrize(
    "text", ["في 30 فبراير 2021", "في 29 فبراير 2021", "في 31 يونيو 2020", "في 1 محرم 1600هـ", "في 31 رمضان 1440هـ"]
)
def test_a_day_that_does_not_exist_has_no_value(text: str) -> None:
    assert [m.value for m in find_times(lay_out(text, vocabulary()), CLOCK)] == [None]


@pytest.mark.parametrize(
    "piece",
    ["9" * 10_000, "أمس ", "من 10 إلى ", "يوم الأحد ", "قبل ", "مساء ليل ", "السنوات الخمس ", "2015-", "الساعة "],
)
def test_time_grows_with_length_and_no_faster(piece: str) -> None:
    def seconds(count: int) -> float:
        article = lay_out(piece * count, vocabulary())
        start = time.process_time()
        find_times(article, CLOCK)
        find_deadlines(article, CLOCK)
        list(durations(article))
        return time.process_time() - start

    seconds(10)
    count = 2 if len(piece) > 100 else 2_000
    assert seconds(4 * count) < 12 * seconds(count) + 0.2


# -- the calendar ------------------------------------------------------------------------------


@given(DAYS, st.sampled_from(["day", "week", "month", "year", "decade", "century"]), st.integers(-3, 3))
def test_a_unit_holds_the_day_and_its_neighbours_touch_it(day: date, unit: str, offset: int) -> None:
    here, there = calendar.unit_around(day, unit, offset), calendar.unit_around(day, unit, offset + 1)
    assert here is not None and there is not None
    assert calendar.plus_days(here.last, 1) == there.first
    if not offset:
        assert here.first <= day <= here.last


@given(DAYS)
def test_a_hijri_date_leads_back_to_its_day(day: date) -> None:
    found = calendar.hijri_of(day)
    assert found is not None and calendar.hijri_day(*found) == day


@pytest.mark.parametrize(
    ("period", "iso"),
    [
        (Period("day", date(2022, 1, 25), date(2022, 1, 25)), "2022-01-25"),
        (Period("week", date(2021, 12, 27), date(2022, 1, 2)), "2021-W52"),
        (Period("month", date(2022, 1, 1), date(2022, 1, 31)), "2022-01"),
        (Period("year", date(2022, 1, 1), date(2022, 12, 31)), "2022"),
        (Period("year", date(2022, 1, 1), date(2025, 12, 31)), "2022/2025"),
        (Period("day", date(2022, 1, 24), date(2022, 1, 30)), "2022-01-24/2022-01-30"),
    ],
)
def test_periods_in_iso(period: Period, iso: str) -> None:
    assert period.iso == iso


@pytest.mark.parametrize(
    ("day", "unit", "count", "other"),
    [
        (date(2020, 2, 29), "year", 1, date(2021, 2, 28)),
        (date(2022, 1, 31), "month", 1, date(2022, 2, 28)),
        (date(2022, 1, 25), "week", -2, date(2022, 1, 11)),
        (date(2022, 1, 25), "hour", 48, date(2022, 1, 27)),
        (date(9999, 12, 31), "day", 1, None),
    ],
)
def test_days_some_units_away(day: date, unit: str, count: int, other: date | None) -> None:
    assert calendar.moved(day, unit, count) == other


# -- deadlines, lengths, tokens ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("سيرد الوفد خلال يومين", "2022-01-25/2022-01-27"),
        ("سيسلم المصنع في غضون 18 شهرا", "2022-01-25/2023-07-25"),
        ("سيعود في ظرف 48 ساعة", "2022-01-25/2022-01-27"),
        ("سينجز المشروع خلال سنة ونصف", "2022-01-25/2024-01-25"),
    ],
)
def test_a_deadline_keeps_both_its_ends(text: str, value: str) -> None:
    article = lay_out(text, vocabulary())
    assert [mention.value for mention in find_deadlines(article, CLOCK)] == [value]
    assert find_times(article, CLOCK) == ()


def test_a_time_behind_within_is_no_deadline() -> None:
    article = lay_out("سينتهي العمل خلال عام 2025 أو خلال شهر مارس المقبل", vocabulary())
    mentions = find_times(article, CLOCK)
    assert [mention.value for mention in mentions] == ["2025", "2022-03"]
    assert find_deadlines(article, CLOCK, mentions) == ()


def test_a_deadline_becomes_due() -> None:
    text = "قال وزير النقل حاتم بلغيث إن الوزارة سترد على الشركة خلال ثلاثة أيام."
    made = read(Document(id="x", text=text, published=CLOCK))
    assert [pledge.due for pledge in made.pledges] == ["2022-01-25/2022-01-28"]
    assert made.times == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ثلاثة أيام", "P3D"),
        ("سنتين", "P2Y"),
        ("ساعة ونصف", "PT1.5H"),
        ("عام واحد وشهر و21 يوما", "P1Y1M21D"),
        ("3.5 سنوات", "P3.5Y"),
        ("أربع وعشرين ساعة", "PT24H"),
        ("عقدين", "P20Y"),
        ("بضعة أشهر", "P3M"),
        ("يوم و6 ساعات", "P1DT6H"),
    ],
)
def test_bare_lengths(text: str, value: str) -> None:
    assert [length.value for length in durations(lay_out(text, vocabulary()))] == [value]


def test_the_tokens_of_times_are_told_to_whoever_counts_things() -> None:
    article = lay_out("قتل 24 شخصا في الساعات الـ24 الماضية", vocabulary())
    inside = inside_times(find_times(article, CLOCK))
    numbers = [token for token, word in enumerate(article.words) if word.kind == "number"]
    assert [token in inside for token in numbers] == [False, True]
