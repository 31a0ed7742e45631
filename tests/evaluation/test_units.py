from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qawl.evaluation.units import counts, f1, same, units_of
from qawl.text.span import Span


def words(text: str, span: tuple[int, int] | None = None) -> str:
    """Return the characters that count in a span, or in the whole text."""
    units = units_of(text).of(Span(*(span or (0, len(text)))))
    return "".join(char for index, char in enumerate(text) if units >> index & 1)


def content(text: str, *pieces: tuple[int, int]) -> str:
    units = units_of(text).of_content([Span(*piece) for piece in pieces or ((0, len(text)),)])
    return "".join(char for index, char in enumerate(text) if units >> index & 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بقيت السفن\nهنا", "بقيتالسفنهنا"),
        ("بقيت\u00a0\tالسفن", "بقيتالسفن"),
        ("الـســفن", "السفن"),
        ("السُّفُنُ هٰنا", "السفنهنا"),
        ("\u200fالسفن\u200e \u202bهنا\u202c \u2067\u2069\u061c", "السفنهنا"),
    ],
)
def test_white_space_tatweel_harakat_and_bidi_marks_do_not_count(text: str, expected: str) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text", ["«السفن»", '"السفن"', "(السفن)،", "“السفن”.", "<<السفن>>", "- السفن:", ' "السفن\u064f"\u200f. ']
)
def test_quotation_marks_brackets_and_punctuation_do_not_count_at_the_edge(text: str) -> None:
    assert words(text) == "السفن"


def test_punctuation_inside_counts() -> None:
    assert words("السفن، «كلها»، باقية.") == "السفن،«كلها»،باقية"


def test_each_piece_of_a_content_has_its_own_edges() -> None:
    assert content("«السفن» قال «باقية»", (0, 7), (12, 19)) == "السفنباقية"


@pytest.mark.parametrize("word", ["أن", "إن", "بأن", "بإن", "أنّ", "إِنَّ", "«إن", "إن «"])
def test_complementizer_at_the_start_of_a_content_does_not_count(word: str) -> None:
    assert content(f"{word} السفن باقية") == "السفنباقية"


@pytest.mark.parametrize(
    "text", ["أنا باق", "إنشاء ميناء", "أنه باق", "إنها باقية", "بأنهم هنا", "لأن السفن", "كأن السفن"]
)
def test_words_that_only_look_like_a_complementizer_count(text: str) -> None:
    assert content(text) == text.replace(" ", "")


def test_complementizer_counts_outside_contents_and_after_the_start() -> None:
    assert words("إن السفن") == "إنالسفن"
    assert content("السفن إن بقيت") == "السفنإنبقيت"
    assert content("السفن … أن تبقى", (0, 5), (8, 15)) == "السفنأنتبقى"


def test_first_piece_is_the_first_in_the_text() -> None:
    assert content("إن السفن … أن تبقى", (11, 18), (0, 8)) == "السفنأنتبقى"


@pytest.mark.parametrize("span", [(-5, 3), (2, 10**12), (4, 2), (3, 3), (90, 99), (-9, -2)])
def test_spans_outside_the_text_are_cut_to_it(span: tuple[int, int]) -> None:
    assert words("السفن", span) == "السفن"[max(span[0], 0) : max(span[1], 0)]


def test_no_span_and_no_pieces_are_empty() -> None:
    assert units_of("السفن").of(None) == 0
    assert units_of("السفن").of_content([]) == 0
    assert units_of("").of(Span(0, 0)) == 0


def test_f1_is_exact() -> None:
    assert f1(0b1111, 0b0011) == Fraction(2, 3)
    assert f1(0b1111_00, 0b1111_1100) == Fraction(4 * 2, 4 + 6)
    assert f1(0b01, 0b10) == f1(0, 0) == f1(0, 1) == 0


def test_empty_sets_are_not_the_same() -> None:
    assert same(5, 5)
    assert not same(5, 4)
    assert not same(0, 0)


@given(st.text(alphabet='اب ،.\u064e\u0640\u200f"«»x', max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_a_set_holds_only_characters_of_its_span_that_count(text: str, start: int, end: int) -> None:
    units = units_of(text).of(Span(start, end))
    held = [index for index in range(len(text)) if units >> index & 1]
    assert units.bit_length() <= len(text)
    assert all(start <= index < end and counts(text[index]) for index in held)
