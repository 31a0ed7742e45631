import pytest
from hypothesis import given
from hypothesis import strategies as st

from qawl.export.visible import STEERING, shortened, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a␛[31mb"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("\u202eabc\u202c", "[U+202E]abc[U+202C]"),
        ("\u2066x\u2069", "[U+2066]x[U+2069]"),
        ("\x85\x9b", "[U+0085][U+009B]"),
        ("\ud800", "\ufffd"),
        ("\U000e0041", "[U+E0041]"),
        ("one\r\ntwo\r", "one\ntwo"),
        ("one\rtwo", "one␍two"),
    ],
)
def test_what_steers_is_shown_as_a_mark(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("text", ["قالَ", "می\u200cخواهم", "\u200f(أ ف ب)\u200f", "a\tb\nc", "😀"])
def test_what_shapes_words_stays(text: str) -> None:
    assert visible(text) == text


@given(st.text())
def test_nothing_that_steers_is_left(text: str) -> None:
    assert not STEERING.search(visible(text))


@given(st.text(), st.integers(4, 60))
def test_shortened_text_fits_on_one_line(text: str, limit: int) -> None:
    line = shortened(text, limit)
    assert len(line) <= limit
    assert "\n" not in line


def test_text_that_fits_is_whole() -> None:
    assert shortened("قال  الوزير\nكلاما", 20) == "قال الوزير كلاما"


def test_text_is_cut_between_words() -> None:
    assert shortened("قال الوزير كلاما طويلا", 18) == "قال الوزير كلاما…"


def test_a_cut_inside_a_word_keeps_letters_and_their_marks_together() -> None:
    assert shortened("قَ" * 10, 6) == "قَقَ…"


def test_a_huge_text_is_cut_without_reading_all_of_it() -> None:
    assert shortened(" " * 1000 + "قال", 10) == "…"
