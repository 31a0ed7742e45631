"""Every example of `data/times.toml`, read at its clock: each time with its value, and none in a negative one."""

import pytest

from qawl.lexicon.times import KINDS, examples, negatives, parse_example, read_times, time_word
from qawl.reading import read
from qawl.records import Document

CLOCK = read_times()["clock"]


def times(text: str) -> list[tuple[tuple[int, int], str | None]]:
    return [(tuple(time.span), time.value) for time in read(Document(id="any", text=text, published=CLOCK)).times]


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.text)
def test_an_example_gives_its_times(example: object) -> None:
    text, spans, values = example  # type: ignore[misc]
    assert times(text) == list(zip(spans, values, strict=True))


@pytest.mark.parametrize("text", negatives())
def test_a_negative_example_gives_none(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize("markup", ["وصل أمس = 2022-01-24", "وصل [أمس = 2022-01-24", "وصل [أمس] = 1 2"])
def test_wrong_markup_is_refused(markup: str) -> None:
    with pytest.raises(ValueError, match=r"bracket|values"):
        parse_example(markup)


def test_every_entry_has_a_kind_and_an_example() -> None:
    entries = read_times()["entry"]
    assert {entry["kind"] for entry in entries} <= KINDS
    assert [entry["words"] for entry in entries if not (entry.get("example") or entry.get("negative"))] == []


def test_the_same_words_stand_once_under_a_kind() -> None:
    seen = [(entry["kind"], word) for entry in read_times()["entry"] for word in entry["words"].split()]
    assert sorted(seen) == sorted(set(seen))


@pytest.mark.parametrize(
    ("form", "opens", "preposition"),
    [("الأسبوع", True, ""), ("بالأمس", True, "ب"), ("آب", True, ""), ("وللعام", True, "ل"), ("الماضي", False, "")],
)
def test_a_form_is_taken_apart(form: str, opens: bool, preposition: str) -> None:
    word = time_word(form)
    assert word is not None
    assert (word.opens, word.preposition) == (opens, preposition)


@pytest.mark.parametrize("form", ["أب", "كتاب", "", "ـ"])
def test_other_words_are_no_words_of_time(form: str) -> None:
    assert time_word(form) is None
