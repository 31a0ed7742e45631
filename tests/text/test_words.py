"""Words: what becomes a token, and that tokens are the text they were cut from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qawl.text.fold import HARAKAT, INVISIBLE, TATWEEL
from qawl.text.words import is_arabic, split_words

MARKS = set(HARAKAT + TATWEEL + INVISIBLE)
news = st.text(
    st.sampled_from(
        "ابتةيىءأؤئپکﻻﷲ aZé 059٠٣۴.,،:؛؟«»“”\"'()-–/%\n\r\t\u00a0\U0001f600" + HARAKAT + TATWEEL + INVISIBLE
    )
)
anything = st.one_of(news, st.text(st.characters(exclude_categories=["Cs"])))


def forms(text: str) -> list[str]:
    return split_words(text).forms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الوزير", ["قال", "الوزير"]),
        ("قالَ مُؤكِّداً", ["قالَ", "مُؤكِّداً"]),
        ("قـــال", ["قـــال"]),
        ("الـ«مجلس»", ["الـ", "«", "مجلس", "»"]),
        ("ﻻ ﷲ", ["ﻻ", "ﷲ"]),
        ("می\u200cگوید", ["می\u200cگوید"]),
        ("وقال\u200f:", ["وقال\u200f", ":"]),
        ("\u202bقال\u202c", ["قال\u202c"]),
        ("قال،إن", ["قال", "،", "إن"]),
        ("(رويترز)", ["(", "رويترز", ")"]),
        ("كوالا-لمبور", ["كوالا", "-", "لمبور"]),
    ],
)
def test_arabic(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8.5", ["8.5"]),
        ("1,500.25", ["1,500.25"]),
        ("٨٫٥", ["٨٫٥"]),
        ("١٬٢٠٠", ["١٬٢٠٠"]),
        ("۱۲۳", ["۱۲۳"]),
        ("2022.", ["2022", "."]),
        ("12%", ["12", "%"]),
        ("2022م", ["2022", "م"]),
        ("بـ20", ["بـ", "20"]),
        ("25/1/2022", ["25", "/", "1", "/", "2022"]),
        ("3-2", ["3", "-", "2"]),
    ],
)
def test_numbers(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reuters", ["Reuters"]),
        ("U.S. dollar", ["U.S", ".", "dollar"]),
        ("Côte d'Ivoire", ["Côte", "d'Ivoire"]),
        ("e-mail", ["e-mail"]),
        ("صحيفةThe Times", ["صحيفة", "The", "Times"]),
    ],
)
def test_latin(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"قال"', ['"', "قال", '"']),
        ('""قال""', ['""', "قال", '""']),
        ("''قال''", ["''", "قال", "''"]),
        ("««قال»»", ["««", "قال", "»»"]),
        ("““قال””", ["““", "قال", "””"]),
        ("قال...", ["قال", "..."]),
        ("قال…", ["قال", "…"]),
        ("قال..إن", ["قال", "..", "إن"]),
        ("؟!", ["؟", "!"]),
        ("\U0001f600قال", ["\U0001f600", "قال"]),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أ\nب", ["أ", "\n", "ب"]),
        ("أ\n\n\nب", ["أ", "\n\n\n", "ب"]),
        ("أ\r\nب", ["أ", "\r\n", "ب"]),
        ("أ\n \t\nب", ["أ", "\n \t\n", "ب"]),
        ("أ \u00a0\tب", ["أ", "ب"]),
        ("", []),
        (" \t\u3000", []),
        ("\n", ["\n"]),
    ],
)
def test_white_space(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


@pytest.mark.parametrize("text", ["\u064e", "\u0651\u064e", "\u200f", "\ufeff", "\u202a\u202c", " \u064b "])
def test_marks_without_a_letter_are_no_words(text: str) -> None:
    assert forms(text) == []


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("قال", True),
        ("ﻻ", True),
        ("پ", True),
        ("Reuters", False),
        ("5", False),
        ("٥", False),
        ("،", False),
        ("", False),
    ],
)
def test_is_arabic(form: str, expected: bool) -> None:
    assert is_arabic(form) is expected


@given(anything)
def test_every_form_stands_where_its_offsets_say(text: str) -> None:
    words = split_words(text)
    assert len(words) == len(words.forms) == len(words.starts) == len(words.ends)
    assert [text[s:e] for s, e in zip(words.starts, words.ends, strict=True)] == words.forms


@given(anything)
def test_tokens_are_in_order_and_never_overlap(text: str) -> None:
    words = split_words(text)
    assert all(start < end for start, end in zip(words.starts, words.ends, strict=True))
    assert all(end <= start for end, start in zip(words.ends, words.starts[1:], strict=False))


@given(anything)
def test_what_is_not_covered_is_white_space_or_invisible(text: str) -> None:
    words = split_words(text)
    covered = {i for start, end in zip(words.starts, words.ends, strict=True) for i in range(start, end)}
    left_out = {char for i, char in enumerate(text) if i not in covered}
    assert all(char.isspace() or char in MARKS for char in left_out)


@given(anything)
def test_every_line_feed_is_in_a_line_break(text: str) -> None:
    words = split_words(text)
    breaks = [form for form in words.forms if form[0] in "\r\n"]
    assert sum(form.count("\n") for form in breaks) == text.count("\n")
    assert all(form.isspace() for form in breaks)


@given(st.lists(news, max_size=6))
def test_words_do_not_depend_on_the_line_before(lines: list[str]) -> None:
    flat = [line.replace("\n", " ").replace("\r", " ").strip() or "قال" for line in lines]
    apart = [form for line in flat for form in forms(line)]
    assert [form for form in forms("\n".join(flat)) if form != "\n"] == apart
