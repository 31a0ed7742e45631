"""Sentences: which stops end one, and that none of the words is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qawl.text.quotes import Pairs, pair_quotes
from qawl.text.sentences import enclosing, split_sentences
from qawl.text.words import split_words

news = st.lists(
    st.sampled_from(
        ["قال", "الوزير", "د", "8.5", "a.b", " ", " ", "، ", ". ", ".", "!", "؟", "…", "..", "\n", "«", "»", '"', "("]
    ),
    max_size=50,
).map("".join)


def ranges(text: str) -> list[tuple[int, int]]:
    words = split_words(text)
    quotes = pair_quotes(text, words)
    return split_sentences(words, quotes, enclosing(len(words), quotes))


def sentences(text: str) -> list[str]:
    words = split_words(text)
    return [text[words.starts[start] : words.ends[end - 1]] for start, end in ranges(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد. وغادر الوزير.", ["وصل الوفد.", "وغادر الوزير."]),
        ("هل وصل الوفد؟ لا! غادر.", ["هل وصل الوفد؟", "لا!", "غادر."]),
        ("وصل الوفد... ثم غادر.", ["وصل الوفد...", "ثم غادر."]),
        ("وصل الوفد… ثم غادر.", ["وصل الوفد…", "ثم غادر."]),
        ("وصل الوفد.وغادر الوزير.", ["وصل الوفد.", "وغادر الوزير."]),
        ("وصل الوفد", ["وصل الوفد"]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_stops(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "قال د. سالم النوخذة إن الرد جاهز.",
        "التقى أ.د. سالم النوخذة أمس.",
        "نقلت أ. ف. ب عن الوزير.",
        "نقلت أ.ف.ب عن الوزير.",
        "بلغ الصيد 8.5 ألف طن.",
        "بلغت النسبة ٨٫٥ بالمئة.",
        "نشر البيان على www.example.org أمس.",
        "نشر البيان على https://example.org/a.b أمس.",
        "نشر البيان على Sahel.24 أمس.",
        "قال المتحدث J. Smith للصحفيين.",
    ],
)
def test_dots_that_end_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


RUNS_ON = pytest.mark.xfail(reason="a closing mark right after a stop is taken for the end of the sentence")


@pytest.mark.parametrize(
    "text",
    [
        "قال: «لن نرد. ولن نعود» ثم خرج.",
        pytest.param("قال: «لن نرد.» وهو يبتسم.", marks=RUNS_ON),
        'قال: "لن نرد. ولن نعود"، ثم خرج.',
        pytest.param("قال: «لن نرد! ولن نعود؟» للصحفيين.", marks=RUNS_ON),
        "قال: «لن نرد.»، ثم خرج.",
    ],
)
def test_a_stop_inside_a_quotation_ends_nothing_while_the_sentence_goes_on(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال: «لن نرد». وغادر.", ["قال: «لن نرد».", "وغادر."]),
        ("قال: «لن نرد.» وغادر الوفد.", ["قال: «لن نرد.»", "وغادر الوفد."]),
        ("قال: «لن نرد.». وغادر.", ["قال: «لن نرد.».", "وغادر."]),
        ('"لن نرد." وأضاف الوزير أنه سيغادر.', ['"لن نرد."', "وأضاف الوزير أنه سيغادر."]),
    ],
)
def test_a_stop_at_the_closing_mark_ends_the_sentence(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عنوان الخبر\n\nوصل الوفد.", ["عنوان الخبر", "وصل الوفد."]),
        ("وصل الوفد\nوغادر الوزير", ["وصل الوفد", "وغادر الوزير"]),
        ("وصل الوفد\r\n\r\nوغادر الوزير", ["وصل الوفد", "وغادر الوزير"]),
        ("قال: «لن نرد.\nولن نعود».\nثم غادر.", ["قال: «لن نرد.\nولن نعود».", "ثم غادر."]),
        ("قال: «لن نرد.\n«ولن نعود».", ["قال: «لن نرد.", "«ولن نعود»."]),
        ("التقى د.\nوصل الوفد.", ["التقى د.", "وصل الوفد."]),
    ],
)
def test_lines(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_enclosing_names_the_innermost_opener() -> None:
    pairs = Pairs()
    pairs.add(1, 8)
    pairs.add(3, 5)
    assert enclosing(10, pairs) == [-1, -1, 1, 1, 3, 1, 1, 1, -1, -1]
    assert enclosing(3, Pairs()) == [-1, -1, -1]


@given(news)
def test_sentences_are_in_order_and_hold_every_word_once(text: str) -> None:
    words = split_words(text)
    held = [token for start, end in ranges(text) for token in range(start, end)]
    assert held == sorted(set(held))
    assert all(form[0] in "\r\n" for token, form in enumerate(words.forms) if token not in set(held))


@given(news)
def test_no_sentence_is_empty_or_begins_with_a_line_break(text: str) -> None:
    words = split_words(text)
    for start, end in ranges(text):
        assert start < end
        assert words.forms[start][0] not in "\r\n"
