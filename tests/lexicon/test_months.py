"""Names of months and weekdays of every region."""

import subprocess
import sys
import time
from collections.abc import Mapping

import pytest

from qawl.lexicon.months import hijri_months, months, weekdays
from qawl.text.fold import fold


@pytest.mark.parametrize(
    ("names", "number"),
    [
        ("يناير جانفي", 1),
        ("شباط فبراير فيفري", 2),
        ("آذار مارس", 3),
        ("نيسان أبريل إبريل أفريل ابريل", 4),
        ("أيار مايو ماي مايس", 5),
        ("حزيران يونيو يونيه جوان", 6),
        ("تموز يوليو يوليه يوليوز جويلية", 7),
        ("آب أغسطس اغسطس غشت أوت اوت", 8),
        ("أيلول سبتمبر شتنبر شتمبر", 9),
        ("أكتوبر", 10),
        ("نوفمبر نونبر", 11),
        ("ديسمبر دجنبر دجمبر", 12),
    ],
)
def test_months_of_one_word(names: str, number: int) -> None:
    assert [months().get(fold(name)) for name in names.split()] == [number] * len(names.split())


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("كانون الثاني", 1),
        ("كانون ثاني", 1),
        ("تشرين الأول", 10),
        ("تشرين الثاني", 11),
        ("كانون الأول", 12),
        ("كانون أول", 12),
    ],
)
def test_months_of_two_words(name: str, number: int) -> None:
    assert months()[fold(name)] == number


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("محرم", 1),
        ("ربيع الأول", 3),
        ("ربيع الآخر", 4),
        ("ربيع الثاني", 4),
        ("جمادى الأولى", 5),
        ("جمادى الآخرة", 6),
        ("رمضان", 9),
        ("ذو القعدة", 11),
        ("ذي الحجة", 12),
        ("ذوالحجة", 12),
    ],
)
def test_hijri_months(name: str, number: int) -> None:
    assert hijri_months()[fold(name)] == number


def test_weekdays_are_numbered_as_in_iso_8601() -> None:
    week = ("الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
    assert [weekdays()[fold(day)] for day in week] == [1, 2, 3, 4, 5, 6, 7]
    assert weekdays()[fold("الثلثاء")] == 2


@pytest.mark.parametrize("table", [months(), hijri_months(), weekdays()], ids=["months", "hijri", "weekdays"])
def test_names_are_folded_and_have_plain_spaces(table: Mapping[str, int]) -> None:
    assert all(name == fold(name) and name.split() == name.split(" ") for name in table)


def test_every_month_and_day_has_a_name() -> None:
    assert set(months().values()) == set(hijri_months().values()) == set(range(1, 13))
    assert set(weekdays().values()) == set(range(1, 8))


@pytest.mark.parametrize("word", ["الثاني", "الأول", "كانون", "ربيع", "ثاني", "الفاتح", "الحرث"])
def test_parts_of_names_and_ordinary_words_are_no_months(word: str) -> None:
    assert fold(word) not in months()
    assert fold(word) not in hijri_months()


def test_the_names_cannot_be_changed_by_a_reader() -> None:
    with pytest.raises(TypeError):
        months()["x"] = 1  # type: ignore[index]


def test_babel_is_loaded_only_when_asked_for() -> None:
    code = "import sys, qawl.lexicon.months as m; m.hijri_months(); sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_first_call_is_quick() -> None:
    months.cache_clear()
    started = time.process_time()
    months()
    assert time.process_time() - started < 0.1
