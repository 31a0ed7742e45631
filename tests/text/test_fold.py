"""Folding: spellings that readers hold to be equal are equal, and every folded letter leads back to raw text."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qawl.text.fold import HARAKAT, INVISIBLE, TATWEEL, FoldedText, bare, fold, fold_with_offsets
from qawl.text.span import Span

LETTERS = "ابتةثجحخدذرزسشصضطظعغفقكلمنهويىءأإآٱؤئپچگیکۀ"
PRESENTATION = "ﷲﷺ﷼ﻻﻼﻵﻷﻹﺍﺑﺔﮐﯽﭘﹰﱞ"
DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
ASTRAL = "\U0001f600\U0001ee00\U00010330"
OTHER = " \n«»\"'.,،؛؟%-/aZéşxyz"
texts = st.text(st.sampled_from(LETTERS + PRESENTATION + DIGITS + ASTRAL + OTHER + HARAKAT + TATWEEL + INVISIBLE))
MARKS = set(HARAKAT + TATWEEL + INVISIBLE)
anything = st.one_of(texts, st.text(st.characters(exclude_categories=["Cs"])))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أكَّدَ", "اكد"),
        ("مُؤَكِّداً", "موكدا"),
        ("قـــال", "قال"),
        ("الرّٰحمن", "الرحمن"),
        ("إعلان", "اعلان"),
        ("آسيا", "اسيا"),
        ("ٱلوزير", "الوزير"),
        ("مسؤول", "مسوول"),
        ("رئيس", "رييس"),
        ("وكالة", "وكاله"),
        ("على", "علي"),
        ("ﻻ", "لا"),
        ("ﻷن", "لان"),
        ("ﷲ", "الله"),
        ("ﻣﺼﺪﺭ", "مصدر"),
        ("٢٠٢٢", "2022"),
        ("۱۴۴۳", "1443"),
        ("پاکستان", "پاكستان"),
        ("\u200fقال\u200e", "قال"),
        ("می\u200cگوید", "ميگويد"),
        ("ا\u0654علن", "اعلن"),
        ("\ufeffقال", "قال"),
        ("السعوديۀ", "السعوديه"),
    ],
)
def test_equal_to_readers(one: str, other: str) -> None:
    assert fold(one) == fold(other) == other


@pytest.mark.parametrize(
    ("one", "other"),
    [("قال", "قيل"), ("كتاب", "كتب"), ("ء", ""), ("پ", "ب"), ("چ", "ج"), ("گ", "ك"), ("س", "ش"), ("5", "٦")],
)
def test_unequal_to_readers(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Reuters", "a-b_c", "«»", "،؛؟", "\U0001f600", "8.5%"])
def test_what_is_not_arabic_stays(text: str) -> None:
    assert fold(text) == bare(text) == text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("أَنَّ", "أن"),
        ("إنّ", "إن"),
        ("عـلى", "على"),
        ("عليّ", "علي"),
        ("وكالـــة", "وكالة"),
        ("ﻷن", "لأن"),
        ("ﷲ", "الله"),
        ("\u202bقال\u202c", "قال"),
        ("٢٠٢٢", "٢٠٢٢"),
    ],
)
def test_bare_keeps_the_letters_as_written(raw: str, expected: str) -> None:
    assert bare(raw) == expected


def test_bare_tells_apart_what_fold_merges() -> None:
    assert fold("عَلَى") == fold("عَلِيّ")
    assert bare("عَلَى") != bare("عَلِيّ")
    assert fold("أنْ") == fold("إنْ")
    assert bare("أنْ") != bare("إنْ")


@given(anything)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(bare(text)) == fold(text)


@given(st.text(st.sampled_from(LETTERS + PRESENTATION + HARAKAT + " ")))
def test_composed_and_decomposed_letters_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(anything)
def test_nothing_invisible_is_left(text: str) -> None:
    assert not set(fold(text)) & MARKS


@given(st.text(st.sampled_from(LETTERS + OTHER + HARAKAT + TATWEEL + INVISIBLE + "ﷲﻻﻷﺍﺔ")))
def test_bare_text_has_no_marks(text: str) -> None:
    assert not set(bare(text)) & MARKS
    assert bare(bare(text)) == bare(text)


@pytest.mark.xfail(reason="bare opens the presentation form of a vowel and leaves the vowel")
@pytest.mark.parametrize("form", ["ﱞ", "ﹰ", "ﹷ"])
def test_bare_takes_away_vowels_in_presentation_forms(form: str) -> None:
    assert bare(form) == ""


@given(anything)
def test_the_folded_view_is_the_folded_text(text: str) -> None:
    view = fold_with_offsets(text)
    assert view.text == fold(text)
    assert len(view.starts) == len(view.text)
    assert view.raw_length == len(text)


@given(anything)
def test_offsets_only_grow_and_point_at_the_letter_that_was_folded(text: str) -> None:
    view = fold_with_offsets(text)
    assert list(view.starts) == sorted(view.starts)
    for letter, start in zip(view.text, view.starts, strict=True):
        assert letter in fold(text[start])


def is_whole(view: FoldedText, cut: int) -> bool:
    """Say whether a cut before folded letter `cut` splits no ligature."""
    return cut in (0, len(view.text)) or view.starts[cut - 1] != view.starts[cut]


@given(texts, st.data())
def test_a_raw_span_folds_back_to_its_slice(text: str, data: st.DataObject) -> None:
    view = fold_with_offsets(text)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    folded = fold(view.raw_span(start, end).of(text))
    assert view.text[start:end] in folded
    if start == end or is_whole(view, start) and is_whole(view, end):
        assert folded == view.text[start:end]


@given(texts)
def test_raw_spans_of_single_letters_cover_the_text_in_order(text: str) -> None:
    view = fold_with_offsets(text)
    spans = [view.raw_span(i, i + 1) for i in range(len(view.text))]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.start <= b.start and a.end <= b.end for a, b in itertools.pairwise(spans))


@given(texts.filter(fold))
def test_a_raw_offset_and_its_folded_one_lead_to_each_other(text: str) -> None:
    view = fold_with_offsets(text)
    for raw in view.starts:
        assert view.starts[view.folded_offset(raw)] == raw


def test_marks_belong_to_the_letter_before_them() -> None:
    raw = "قالَ: مُؤَكِّداً"
    view = fold_with_offsets(raw)
    assert view.raw_span(0, 3).of(raw) == "قالَ"
    assert view.raw_span(5, 9).of(raw) == "مُؤَكِّد"
    assert view.raw_span(5, 10).of(raw) == "مُؤَكِّداً"


def test_half_a_ligature_is_the_whole_ligature() -> None:
    raw = "ثم ﻻ نص"
    view = fold_with_offsets(raw)
    at = view.text.index("لا")
    assert view.raw_span(at, at + 1) == view.raw_span(at + 1, at + 2) == Span(3, 4)


def test_astral_characters_count_as_one() -> None:
    raw = "\U0001f600\U0001f600 قال"
    view = fold_with_offsets(raw)
    assert view.raw_span(3, 6) == Span(3, 6)
    assert view.raw_span(3, 6).of(raw) == "قال"


def test_an_empty_slice_is_an_empty_span() -> None:
    view = fold_with_offsets("قَال")
    assert view.raw_span(1, 1) == Span(2, 2)
    assert view.raw_span(3, 3) == Span(4, 4)
    assert fold_with_offsets("").raw_span(0, 0) == Span(0, 0)


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (2, 1), (0, 4), (4, 4)])
def test_a_slice_outside_the_folded_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="outside a folded text of 3 characters"):
        fold_with_offsets("قَال").raw_span(start, end)
