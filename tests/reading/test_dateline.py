"""Datelines: the shapes of `tests/cases/datelines.toml`, and what must not be taken for one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qawl.reading import read
from qawl.records import Dateline, Document

from .cases import NEUTRAL_TITLE, DatelineCase, article, datelines, params


def dateline(text: str, *, source: str | None = None, byline: str | None = None) -> Dateline:
    body = f"{byline}\n\n{text}" if byline else text
    document = Document(id="d", text=article(NEUTRAL_TITLE, body), source=source, byline=byline)
    return read(document).dateline


@pytest.mark.parametrize("case", params("", datelines()))
def test_dateline(case: DatelineCase) -> None:
    expected = Dateline(place=case.place, agencies=case.agencies, date=case.date)
    assert dateline(case.text, source=case.source, byline=case.byline) == expected


def test_there_is_a_case_for_every_shape() -> None:
    ids = [case.id for case in datelines()]
    assert len(ids) == len(set(ids)) >= 30


def test_a_byline_in_the_text_is_read_whether_or_not_the_record_names_it() -> None:
    text = article(NEUTRAL_TITLE, "الرياض - واس\n\nوصل الوفد إلى المنامة صباحا.")
    named = read(Document(id="d", text=text, byline="الرياض - واس")).dateline
    assert named == read(Document(id="d", text=text)).dateline == Dateline(place="الرياض", agencies=("واس",))


@pytest.mark.parametrize(
    "text", ["", "\n", "عنوان", "عنوان\n\n", "عنوان\n\n()\n\n", "عنوان\n\n-\n\nنص", "Title\n\nBody."]
)
def test_nothing_to_read(text: str) -> None:
    assert read(Document(id="d", text=text)).dateline == Dateline()


PARTS = [
    "الرياض",
    "واس",
    "رويترز",
    "أ ف ب",
    "ليلى",
    "الحمداني",
    "25",
    "يناير",
    "2022",
    "/",
    "-",
    ":",
    "(",
    ")",
    "،",
    "«",
    "»",
]


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=12).map(" ".join))
def test_what_is_read_stands_in_the_byline(byline: str) -> None:
    found = dateline("وصل الوفد إلى المنامة صباحا.", byline=byline)
    assert all(agency in byline for agency in found.agencies)
    assert found.place is None or found.place in byline
    assert found.date is None or re.fullmatch(r"2022-01-(?:25|20|22)", found.date)
