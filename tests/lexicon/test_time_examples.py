"""Every example of `data/times.toml`, read at its clock: each time with its value, and none in a negative one."""

import pytest

from qawl.lexicon.clitics import clitic_splits
from qawl.lexicon.times import TimeWord, check_times, examples, negatives, parse_example, read_times, time_word
from qawl.reading import read
from qawl.records import Document
from qawl.text.fold import bare, fold

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


def test_nothing_is_wrong_with_the_entries() -> None:
    assert check_times() == []


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ({"kind": "hour", "words": "ساعة", "example": ["[أمس] = -"]}, "is no kind"),
        ({"kind": "unit", "value": "eon", "number": "s", "words": "دهر", "negative": ["دهر."]}, "no unit"),
        ({"kind": "side", "value": "past", "words": "ماض", "negative": ["ماض."]}, "is no number"),
        ({"kind": "edge", "words": "", "negative": ["مطلع."]}, "has no words"),
        ({"kind": "edge", "words": "مطلع مطلع", "negative": ["مطلع."]}, "stands twice"),
        ({"kind": "edge", "words": "مطلـع", "negative": ["مطلع."]}, "letters that no text has"),
        ({"kind": "edge", "words": "مطلع"}, "has no example"),
        ({"kind": "edge", "words": "مطلع", "example": ["مطلع العام = 2022"]}, "0 times and 1 values"),
        ({"kind": "edge", "words": "مطلع", "negative": ["مطلع."], "note": "x"}, "a field `note`"),
    ],
)
def test_a_fault_is_told(entry: dict[str, object], fault: str) -> None:
    assert [line for line in check_times({"entry": [entry]}) if fault in line]


def time_of(form: str) -> TimeWord | None:
    folded = fold(form)
    return time_word(bare(form), folded, clitic_splits(folded))


@pytest.mark.parametrize(
    ("form", "opens", "preposition"),
    [("الأسبوع", True, ""), ("بالأمس", True, "ب"), ("آب", True, ""), ("وللعام", True, "ل"), ("الماضي", False, "")],
)
def test_a_form_is_taken_apart(form: str, opens: bool, preposition: str) -> None:
    word = time_of(form)
    assert word is not None
    assert (word.opens, word.preposition) == (opens, preposition)


@pytest.mark.parametrize("form", ["أب", "كتاب", "", "ـ"])
def test_other_words_are_no_words_of_time(form: str) -> None:
    assert time_of(form) is None
