"""The table of office holders: who is named on which day, and what the checker finds wrong in one."""

import pytest

from qawl.lexicon.affiliations import affiliations
from qawl.lexicon.check import check_table
from qawl.lexicon.holders import Office, holders
from qawl.lexicon.tables import rows

HEADER = "office\tcode\tname\tgender\taliases\tfrom\tto\tas_of\tsource\n"


def named(office: str, code: str, day: str, gender: str = "") -> str | None:
    term = holders().term(Office(office, code, gender), day)
    return term.name if term else None


@pytest.mark.parametrize(
    ("office", "code", "day", "name"),
    [
        ("foreign_minister", "RUS", "2022-01-25", "سيرغي لافروف"),
        ("head_of_government", "RUS", "2011-06-01", "فلاديمير بوتين"),
        ("president", "RUS", "2011-06-01", "دميتري ميدفيديف"),
        ("head_of_government", "DEU", "2015-09-04", "أنغيلا ميركل"),
        ("monarch", "SAU", "2015-01-22", "عبد الله بن عبد العزيز آل سعود"),
        ("un_secretary_general", "UNO", "2015-05-05", "بان كي مون"),
        ("foreign_minister", "SAU", "2015-04-29", None),  # two on one day
        ("foreign_minister", "RUS", "1999-01-25", None),
        ("foreign_minister", "RUS", "2199-01-25", None),  # after the day to which the row is known
        ("foreign_minister", "RUS", "2022", None),
        ("foreign_minister", "RUS", "no date", None),
        ("foreign_minister", "XXX", "2022-01-25", None),
    ],
)
def test_who_held_an_office(office: str, code: str, day: str, name: str | None) -> None:
    assert named(office, code, day) == name


def test_another_gender_names_nobody() -> None:
    assert named("foreign_minister", "RUS", "2022-01-25", "f") is None
    assert named("foreign_minister", "DEU", "2022-01-25", "f") == "أنالينا بيربوك"


def test_the_table_is_broad_enough() -> None:
    found = list(rows("holders"))
    assert len(found) >= 600
    assert len({row["code"] for row in found}) >= 60


def test_every_office_with_holders_has_words_and_every_word_an_office() -> None:
    assert {row["office"] for row in rows("holders")} == {row["office"] for row in rows("offices")}


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("president\tRUS\tأ\tm\t\t2010-02-30\t2011-01-01\t\ts\n", "is no ISO date"),
        ("president\tRUS\tأ\tm\t\t2012-01-01\t2011-01-01\t\ts\n", "is before"),
        ("president\tRUS\tأ\tm\t\t2012-01-01\t\t\ts\n", "one of them must be given"),
        ("president\tRUS\tأ\tm\t\t2012-01-01\t2013-01-01\t2013-01-01\ts\n", "one of them must be given"),
        ("president\tXYZ\tأ\tm\t\t2012-01-01\t2013-01-01\t\ts\n", "unknown code"),
        ("president\tRUS\tأ\tx\t\t2012-01-01\t2013-01-01\t\ts\n", "unknown value"),
        ("president\tRUS\tأ\tm\t\t2012-01-01\t2013-01-01\t\t\n", "source: is empty"),
        (
            "president\tRUS\tأ\tm\t\t2012-01-01\t2014-01-01\t\ts\npresident\tRUS\tب\tm\t\t2013-01-01\t2015-01-01\t\ts\n",
            "before the end of the term",
        ),
        (
            "president\tRUS\tأ\tm\t\t2014-01-01\t2015-01-01\t\ts\npresident\tRUS\tب\tm\t\t2012-01-01\t2013-01-01\t\ts\n",
            "before the end of the term",
        ),
    ],
)
def test_the_checker_finds(lines: str, fault: str) -> None:
    found = check_table("holders.tsv", f"# source: invented\n{HEADER}{lines}")
    assert any(fault in problem.message for problem in found)


def test_a_sound_table_has_no_fault() -> None:
    lines = "president\tRUS\tأ\tm\t\t2012-01-01\t2014-01-01\t\ts\npresident\tRUS\tب\tm\t\t2014-01-01\t\t2020-01-01\ts\n"
    assert not check_table("holders.tsv", f"# source: invented\n{HEADER}{lines}")


def test_sectors_of_names_stand_for_names_that_the_tables_have() -> None:
    known = {row["name"] for table in ("bodies", "seats") for row in rows(table)}
    named = {row["form"] for row in rows("affiliations") if row["use"] == "name"}
    assert named <= known
    classes = {row["class"] for row in rows("titles")}
    assert {row["form"] for row in rows("affiliations") if row["use"] == "class"} <= classes
    assert affiliations().titles["وزير"] == "GOV"
