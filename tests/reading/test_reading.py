"""A reading as a whole: pure, consistent in itself, and clean on text that is no Arabic news."""

import itertools

import msgspec
import pytest

from qawl.evaluation.gold import spans_in
from qawl.reading import read
from qawl.records import Dateline, Document, Reading

from .cases import statement_files

ARTICLES = [case for file in statement_files().values() for case in file.case]
LONG = "\n\n".join(f"{case.title}\n\n{case.text}" for case in ARTICLES)

FOREIGN = {
    "english": 'Port is ready\n\n"The port is ready," the minister said on Tuesday, adding that ships would come.',
    "french": "Le port est prêt\n\nLe ministre a déclaré : « Le port est prêt ».",
    "persian": "وزیر گفت بندر آماده است\n\nوزیر راه گفت: «بندر از فردا باز می‌شود» و افزود که کشتی‌ها می‌رسند.",
    "urdu": "وزیر نے کہا کہ بندرگاہ تیار ہے\n\nوزیر نے کہا کہ بندرگاہ کل سے کھلی ہے اور جہاز پہنچ رہے ہیں۔",
    "chinese": "部长说港口已准备就绪\n\n部长周二说：“港口已准备就绪。”",
    "emoji": "\U0001f600 \U0001f6a2\n\n\U0001f600\U0001f600 «\U0001f6a2»",
}


def reading_of(text: str) -> Reading:
    return read(Document(id="r", text=text))


def is_empty(reading: Reading) -> bool:
    return not reading.statements and not reading.actors and reading.dateline == Dateline()


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\n\n\n", "\r\n", " \t\u00a0\n\u3000", "\ufeff", "\u200f\u202b", "\u064e"]
)
def test_nothing_to_read(text: str) -> None:
    assert is_empty(reading_of(text))


@pytest.mark.parametrize("text", ["افتتاح معرض المصايد في المنامة", "معرض المصايد\n", "معرض المصايد\n\n"])
def test_a_title_that_says_nothing_is_an_empty_reading(text: str) -> None:
    assert is_empty(reading_of(text))


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_a_title_alone_is_read_as_one_text(end: str) -> None:
    reading = reading_of(f"سيشل تتهم موريشيوس بخرق الاتفاق{end}")
    assert [statement.cue.of(reading.document.text) for statement in reading.statements] == ["تتهم"]


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_give_a_clean_reading(language: str) -> None:
    reading = reading_of(FOREIGN[language])
    assert is_empty(reading)


@pytest.mark.parametrize("language", FOREIGN)
def test_a_foreign_paragraph_does_not_disturb_an_arabic_one(language: str) -> None:
    text = f"أخبار متفرقة\n\n{FOREIGN[language]}\n\nقال وزير النقل كريم الزيادي إن الميناء جاهز."
    reading = reading_of(text)
    assert [s.content[0].of(text) for s in reading.statements if s.who == "كريم الزيادي"] == ["الميناء جاهز"]


def test_the_same_text_twice_gives_the_same_bytes() -> None:
    assert msgspec.json.encode(reading_of(LONG)) == msgspec.json.encode(reading_of(LONG))


def test_one_article_does_not_change_the_next() -> None:
    alone = [msgspec.json.encode(reading_of(case.text)) for case in ARTICLES]
    after = [msgspec.json.encode(reading_of(case.text)) for case in reversed(ARTICLES)]
    assert alone == after[::-1]


def test_reading_needs_no_more_than_the_document() -> None:
    text = "عنوان\n\nقال وزير النقل كريم الزيادي إن الميناء جاهز."
    known = read(Document(id="other", text=text, url="https://example.org/1", published="2031-03-02", title="عنوان"))
    assert known.statements == reading_of(text).statements
    assert known.actors == reading_of(text).actors


def test_offsets_lie_in_the_text() -> None:
    reading = reading_of(LONG)
    spans = list(spans_in(reading))
    assert len(spans) > 200
    assert all(0 <= span.start < span.end <= len(LONG) for _, span in spans)


def test_ids_are_unique() -> None:
    reading = reading_of(LONG)
    for records in (reading.statements, reading.actors):
        assert len({record.id for record in records}) == len(records) > 10


def test_parents_and_actors_exist() -> None:
    reading = reading_of(LONG)
    statements = {statement.id: statement for statement in reading.statements}
    names = {actor.id: actor.name for actor in reading.actors}
    assert any(statement.parent for statement in reading.statements)
    for statement in reading.statements:
        assert statement.parent is None or statement.parent in statements
        assert (statement.actor is None) == (statement.who is None)
        assert statement.actor is None or names[statement.actor] == statement.who


def test_a_nested_statement_stands_in_the_content_of_its_parent() -> None:
    reading = reading_of(LONG)
    statements = {statement.id: statement for statement in reading.statements}
    for statement in reading.statements:
        if statement.parent:
            pieces = statements[statement.parent].content
            assert any(piece.start <= statement.cue.start < piece.end for piece in pieces)


def test_cue_speaker_and_content_of_a_statement_do_not_overlap() -> None:
    for statement in reading_of(LONG).statements:
        if statement.headline:
            continue  # the cue of a headline is its speaker with the mark
        spans = sorted([statement.cue, *statement.content, *([statement.speaker] if statement.speaker else [])])
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans)), statement


def test_every_statement_names_its_rule() -> None:
    assert all(statement.rule for statement in reading_of(LONG).statements)


def test_all_actors_that_are_listed_speak_or_take_part_in_an_event() -> None:
    reading = reading_of(LONG)
    speakers = {statement.actor for statement in reading.statements} - {None}
    parties = {one for event in reading.events for one in (*event.actor, *event.recipient)}
    assert speakers | parties == {actor.id for actor in reading.actors}


def test_speakers_come_before_the_parties_of_events() -> None:
    reading = reading_of("خبر\n\nقصفت كينيا تنزانيا. وقال الوزير سالم الحداد إن المرفأ آمن.")
    assert [actor.name for actor in reading.actors] == ["سالم الحداد", "كينيا", "تنزانيا"]
