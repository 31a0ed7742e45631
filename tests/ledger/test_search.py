"""Search: words in all their shapes, phrases, offsets of the raw text, and no question that can go wrong."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qawl.ledger import Ledger, QueryError
from qawl.ledger.search import MOST_ITEMS, Shapes, parse
from qawl.ledger.snippets import snippet
from qawl.ledger.words import searchable, words_of
from qawl.text.fold import fold, fold_with_offsets
from qawl.text.span import Span

from .builders import filled

TEXTS = (
    "وبالوزير الجديد استعانت اللجنة",
    "وزارة المصايد ووزارتها السابقة",
    "قال الوزير إن الحصص عادلة",
    "قَالَ وَزِيرُ الخارجيّة إنّ القـــوارب الـ24 عادت",
    "للجنة الصيد رأي في الحصة، ولوزير الخارجية رأي",
    "زير ماء في البيت",
    "الخارجية لا وزير لها",
    "ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ ﻛﻼﻣﺎ",
    "برز رد كتابي، فردّ البرد على الورد",
    "Reuters G20 2024 قالت",
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with filled(tmp_path_factory.mktemp("search") / "l", *TEXTS) as made:
        yield made


def found(ledger: Ledger, words: str) -> set[int]:
    """Return the numbers of the texts in which `words` are found."""
    dates = {row.published or "": row for row in ledger.search(words)}
    return {int(day[-2:]) - 1 for day in dates}


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("وزير", {0, 2, 3, 4, 6, 7}),
        ("الوزير", {0, 2, 3, 4, 6, 7}),
        ("وَزِيرٌ", {0, 2, 3, 4, 6, 7}),
        ("وزارة", {1}),
        ("زير", {5}),
        ("لجنة", {0, 4}),
        ("اللجنة", {0, 4}),
        ("حصة", {4}),
        ("رد", {8}),
        ("24", {3}),
        ("٢٤", {3}),
        ("قوارب", {3}),
        ("إن", {2, 3}),
        ("أن", {2, 3}),
        ("reuters", {9}),
        ("G20", {9}),
        ("20", {9}),
        ('"وزير الخارجية"', {3, 4}),
        ("«وزير الخارجية»", {3, 4}),
        ('"الخارجية وزير"', set()),
        ("وزير الخارجية", {3, 4, 6}),
        ("وزير -الخارجية", {0, 2, 7}),
        ('وزير -"وزير الخارجية"', {0, 2, 6, 7}),
        ("حص*", {2, 4}),
        ("الح*", {2, 4}),
        ("لا-وزير", {6}),
        ("لا وزير", {6}),
    ],
)
def test_what_is_found(ledger: Ledger, words: str, where: set[int]) -> None:
    assert found(ledger, words) == where


def test_a_shape_that_is_rather_another_word_is_left_out(ledger: Ledger) -> None:
    shapes = Shapes(ledger.connection)
    assert set(shapes("زير")) == {"زير"}
    assert {"وزير", "وبالوزير", "ولوزير", "الوزير"} <= set(shapes("وزير"))


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("وزير", ["وَزِيرُ"]),
        ('"وزير الخارجية"', ["وَزِيرُ الخارجيّة"]),
        ("قوارب", ["القـــوارب"]),
        ("24", ["24"]),
        ("إن قال", ["قَالَ", "إنّ"]),
    ],
)
def test_places_are_those_of_the_raw_text(ledger: Ledger, words: str, marked: list[str]) -> None:
    hit = next(row for row in ledger.search(words) if row.published == "2024-03-04")
    assert [TEXTS[3][start:end] for start, end in hit.places] == marked
    assert TEXTS[3][hit.snippet_start : hit.snippet_end] == hit.snippet


def test_presentation_forms_lead_back_to_their_place(ledger: Ledger) -> None:
    hit = next(row for row in ledger.search("وزير") if row.published == "2024-03-08")
    assert [TEXTS[7][start:end] for start, end in hit.places] == ["ﺍﻟﻮﺯﻳﺮ"]


@pytest.mark.parametrize("words", ["", " ", '""', "-وزير", '- "', "*", "«»", "،؛", "-«وزير»"])
def test_nothing_to_look_for_is_said(ledger: Ledger, words: str) -> None:
    with pytest.raises(QueryError, match="no word to look for"):
        ledger.search(words)


def test_too_many_words_are_refused(ledger: Ledger) -> None:
    with pytest.raises(QueryError, match="more than can be looked for at once"):
        ledger.search("وزير " * (MOST_ITEMS + 1))


SYNTAX = st.sampled_from(["AND", "OR", "NOT", "NEAR", "words:", "--", *"\"'*-():^+;«\0%"])


@settings(max_examples=150)
@given(st.lists(st.one_of(SYNTAX, st.sampled_from(["وزير", "قال"]), st.text(max_size=12)), max_size=8), st.booleans())
def test_any_words_are_safe(ledger: Ledger, parts: list[str], spaced: bool) -> None:
    words = (" " if spaced else "").join(parts).encode(errors="ignore").decode()
    for question in (
        ledger.search,
        lambda text: ledger.statements(text=text),
        lambda text: ledger.statements(role=text),
    ):
        try:
            question(words)
        except QueryError:
            continue
    for name in ("party", "outlet", "agency"):
        ledger.statements(**{name: words})
    ledger.actors(party=words)


@settings(max_examples=200)
@given(st.text(st.sampled_from("وزيرقال اىة \u064b\u0640\u200f24aßİﻻﷲ,-\n\u0301"), max_size=60))
def test_every_word_of_a_text_finds_it_where_it_stands(text: str) -> None:
    for word in words_of(text):
        places = parse(f'"{word}"', lambda _, word=word: [word]).places(text)
        assert places, word
        assert all(word in " ".join(words_of(text[start:end])) for start, end in places)


@settings(max_examples=300)
@given(st.text(st.sampled_from("وزير \u064b\u0640\u200f24اىﻻﷲﷺ"), max_size=40), st.data())
def test_the_quick_way_back_is_the_slow_one(text: str, data: st.DataObject) -> None:
    quick, slow = searchable(text), fold_with_offsets(text)
    assert quick.text == slow.text == fold(text)
    start = data.draw(st.integers(0, len(slow.text)))
    end = data.draw(st.integers(start, len(slow.text)))
    if start < end:
        assert quick.raw_span(start, end) == slow.raw_span(start, end)


@given(st.text(max_size=40))
def test_any_character_leads_back_to_itself(text: str) -> None:
    folded = searchable(text)
    assert folded.text == fold(text).casefold()
    for place, char in enumerate(folded.text):
        span = folded.raw_span(place, place + 1)
        assert char in fold(span.of(text)).casefold()


def test_a_snippet_is_whole_words_of_one_paragraph() -> None:
    text = "عنوان\n\n" + "كلمة " * 60 + "هدف " + "كلمة " * 60
    place = Span(text.index("هدف"), text.index("هدف") + 3)
    shown = snippet(text, [place]).of(text)
    assert "هدف" in shown
    assert "عنوان" not in shown
    assert set(shown.split()) == {"كلمة", "هدف"}
    assert len(shown) < 200


@settings(max_examples=100)
@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300), st.integers(0, 50))
def test_any_snippet_lies_in_its_text_and_holds_its_place(text: str, one: int, other: int, reach: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    passage = snippet(text, [Span(start, end)], reach)
    assert 0 <= passage.start <= start <= end <= passage.end <= len(text)
