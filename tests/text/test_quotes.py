"""Quotation marks and brackets: who closes whom, whatever newspapers do to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qawl.text.quotes import Pairs, pair_brackets, pair_quotes
from qawl.text.span import Span
from qawl.text.words import Words, split_words

MARKS = "«»“”\"'‘’„‹›"
news = st.lists(
    st.sampled_from(
        ["قال", "الوزير", " ", " ", " ", "، ", ". ", ": ", "\n\n", '""', "''", "««", "»»", "(", ")", *MARKS]
    ),
    max_size=60,
).map("".join)


def spans(text: str, words: Words, pairs: Pairs) -> list[Span]:
    """Return each pair's text with its marks; a quotation that goes on ends before the line break."""
    return sorted(
        Span(words.starts[a], words.starts[b] if words.forms[b].isspace() else words.ends[b])
        for a, b in pairs.closer.items()
    )


def quoted(text: str) -> list[str]:
    """Return what is paired in `text`, marks included, in the order of the opening marks."""
    words = split_words(text)
    return [span.of(text) for span in spans(text, words, pair_quotes(text, words))]


@pytest.mark.parametrize(
    "inner",
    [
        "«لن نرد»",
        "“لن نرد”",
        '"لن نرد"',
        "„لن نرد”",
        "‹لن نرد›",
        '""لن نرد""',
        "''لن نرد''",
        "««لن نرد»»",
        "““لن نرد””",
    ],
)
def test_every_kind_of_pair(inner: str) -> None:
    assert quoted(f"قال: {inner}، ثم خرج.") == [inner]


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param("»لن نرد«", id="mirrored guillemets"),
        pytest.param("”لن نرد“", id="mirrored curly marks"),
        pytest.param("“لن نرد“", id="two opening curly marks"),
        pytest.param("«لن نرد«", id="two opening guillemets"),
        pytest.param("'لن نرد'", id="single straight marks"),
        pytest.param("‘لن نرد’", id="single curly marks"),
        pytest.param("“لن نرد. ولن نعود”", id="stop inside"),
    ],
)
def test_marks_as_they_are_typed(inner: str) -> None:
    assert quoted(f"قال: {inner}، ثم خرج.") == [inner]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصف «الاتفاق» بأنه «هش».", ["«الاتفاق»", "«هش»"]),
        ('وصف "الاتفاق" بأنه "هش".', ['"الاتفاق"', '"هش"']),
        ('قال:"لن نرد".', ['"لن نرد"']),
        ('"لن نرد" و"لن نعود"', ['"لن نرد"', '"لن نعود"']),
        ('ال"حزب" وال"كتلة"', ['"حزب"', '"كتلة"']),
    ],
)
def test_several_pairs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('قال: «قالوا "لن نرد" وخرجوا».', ['«قالوا "لن نرد" وخرجوا»', '"لن نرد"']),
        ("قال: «وصفوا «الاتفاق» بالهش».", ["«وصفوا «الاتفاق» بالهش»", "«الاتفاق»"]),
        ("قال: “قالت صحيفة «الساحل» ذلك”.", ["“قالت صحيفة «الساحل» ذلك”", "«الساحل»"]),
        ('قال: "صحيفة «الساحل»".', ['"صحيفة «الساحل»"', "«الساحل»"]),
        ("قال: \"هو 'هش' جدا\".", ["\"هو 'هش' جدا\"", "'هش'"]),
    ],
)
def test_nested(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("قال» إن «الرد جاهز».", ["«الرد جاهز»"], id="a closing mark too many"),
        pytest.param("قال: «لن نرد.\nووصف «الاتفاق» بالهش.", ["«الاتفاق»"], id="unclosed in the paragraph before"),
        pytest.param('قال: "لن نرد.\nووصف "الاتفاق" بالهش.', ['"الاتفاق"'], id="unclosed straight mark"),
        pytest.param("قال: «لن نرد", [], id="unclosed at the end"),
        pytest.param("قال: لن نرد»", [], id="only a closing mark"),
        pytest.param("D'Artagnan وصل 'أمس' ", ["'أمس'"], id="apostrophe in a name"),
        pytest.param("دو'فال وصل 'أمس' مساء", ["'أمس'"], id="apostrophe in an Arabic name"),
        pytest.param("«", [], id="one mark"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_stray_mark_is_left_alone(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def pairs_of(text: str) -> tuple[Words, Pairs]:
    words = split_words(text)
    return words, pair_quotes(text, words)


@pytest.mark.parametrize(("open_", "close"), ["«»", "“”", '""'])
def test_a_quotation_goes_on_where_the_next_paragraph_opens_with_its_mark(open_: str, close: str) -> None:
    text = f"قال: {open_}لن نرد.\n{open_}ولن نعود.\n{open_}ولن نوقع{close}."
    words, pairs = pairs_of(text)
    openers = [i for i, form in enumerate(words.forms) if form == open_][:3]
    assert pairs.continued == {openers[0]: openers[1], openers[1]: openers[2]}
    assert quoted(text) == [f"{open_}لن نرد.", f"{open_}ولن نعود.", f"{open_}ولن نوقع{close}"]


@pytest.mark.parametrize(("open_", "close"), ["«»", "“”", '""'])
def test_a_quotation_runs_on_to_a_closing_mark_in_a_later_paragraph(open_: str, close: str) -> None:
    text = f"قال: {open_}لن نرد.\nولن نعود{close}.\nثم خرج."
    _words, pairs = pairs_of(text)
    assert not pairs.continued
    assert quoted(text) == [f"{open_}لن نرد.\nولن نعود{close}"]


def test_an_unclosed_mark_does_not_swallow_the_article() -> None:
    text = "قال: «لن نرد.\n" + "فقرة أخرى من الخبر.\n" * 12 + "ووصفه بأنه هش»."
    assert quoted(text) == []


@given(news)
def test_closers_come_after_openers_and_both_tables_agree(text: str) -> None:
    words, pairs = pairs_of(text)
    assert all(0 <= opener < closer < len(words) for opener, closer in pairs.closer.items())
    assert all(pairs.closer[opener] == closer for closer, opener in pairs.opener.items())
    assert len(pairs.opener) == len(pairs.closer)


@given(news)
def test_pairs_nest_or_are_disjoint(text: str) -> None:
    _, pairs = pairs_of(text)
    for a, b in pairs.closer.items():
        assert not any(a < c < b < d for c, d in pairs.closer.items())


@given(news)
def test_what_is_paired_is_a_mark_or_the_end_of_its_paragraph(text: str) -> None:
    words, pairs = pairs_of(text)
    for opener, closer in pairs.closer.items():
        assert words.forms[opener][0] in MARKS
        assert words.forms[closer][0] in MARKS or opener in pairs.continued
    for opener, following in pairs.continued.items():
        assert words.forms[pairs.closer[opener]][0] in "\r\n"
        assert words.forms[following][0] in MARKS


def brackets(text: str) -> list[str]:
    words = split_words(text)
    return [span.of(text) for span in spans(text, words, pair_brackets(words))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("يونيو (حزيران) الماضي", ["(حزيران)"]),
        ("أ [ب (ج) د] هـ", ["[ب (ج) د]", "(ج)"]),
        ("أ (ب", []),
        ("أ ب) ج", []),
        ("أ (ب ] ج)", ["(ب ] ج)"]),
        ("أ (ب\nج) د", []),
    ],
)
def test_brackets(text: str, expected: list[str]) -> None:
    assert brackets(text) == expected


@given(news)
def test_brackets_nest_within_paragraphs(text: str) -> None:
    words = split_words(text)
    pairs = pair_brackets(words)
    for a, b in pairs.closer.items():
        assert not any(form[0] in "\r\n" for form in words.forms[a:b])
        assert not any(a < c < b < d for c, d in pairs.closer.items())
