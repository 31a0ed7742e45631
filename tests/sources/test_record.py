"""A record becomes a document with its words untouched, or is refused with the reason."""

import pytest

from qawl.records import Document
from qawl.sources.record import document_from_json
from qawl.sources.rejection import UnreadableError

from .articles import BODY, BYLINE, TEXT, TITLE, line


def test_title_byline_and_body_are_joined_by_blank_lines() -> None:
    data = line(
        id="a", title=TITLE, byline=BYLINE, body=BODY, published="2022-01-25", source="النورس", url="http://a.b/1"
    )
    assert document_from_json(data) == Document(
        id="a", text=TEXT, title=TITLE, byline=BYLINE, published="2022-01-25", source="النورس", url="http://a.b/1"
    )


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"title": TITLE, "byline": None, "body": BODY}, f"{TITLE}\n\n{BODY}"),
        ({"title": TITLE, "byline": " ", "body": BODY}, f"{TITLE}\n\n{BODY}"),
        ({"body": BODY}, BODY),
        ({"title": TITLE}, TITLE),
        ({"text": TEXT, "body": "غير ذلك"}, TEXT),
        ({"text": f"\r\n {TEXT}\t\r\n"}, f"\r\n {TEXT}\t\r\n"),
        ({"text": "قال\0 ذلك"}, "قال\0 ذلك"),
        ({"text": "\U0001f600 قال"}, "\U0001f600 قال"),
        ({"text": "The minister said."}, "The minister said."),
        ({"text": TEXT, "comments": [1, {"a": 2}]}, TEXT),
    ],
)
def test_the_text_is_what_the_record_gives(fields: dict[str, object], text: str) -> None:
    assert document_from_json(line(id="a", **fields)).text == text


@pytest.mark.parametrize(
    ("published", "day"),
    [
        (None, None),
        ("2022-01-25", "2022-01-25"),
        ("2022-01-25T23:30:00Z", "2022-01-25"),
        ("2022-01-25 07:00+03:00", "2022-01-25"),
    ],
)
def test_published_is_a_day(published: str | None, day: str | None) -> None:
    assert document_from_json(line(id="a", text=TEXT, published=published)).published == day


def test_windows_1256_is_read_in_a_line_too() -> None:
    assert document_from_json(line(id="a", text=TEXT).decode().encode("cp1256")).text == TEXT


@pytest.mark.parametrize(
    ("data", "reason", "record"),
    [
        (b'{"id": "a", "text": ', "broken JSON", None),
        (b'{"id": "a", "text": "x"} {', "broken JSON", None),
        (b"nonsense", "broken JSON", None),
        (b"[]", "Expected `object`, got `array`", None),
        (b"null", "Expected `object`, got `null`", None),
        (line(text=TEXT), "missing required field `id`", None),
        (line(id=7, text=TEXT), r"got `int` - at `\$.id`", None),
        (line(id="a", text=["x"]), r"got `array` - at `\$.text`", "a"),
        (line(id="a", body=3), r"got `int` - at `\$.body`", "a"),
        (line(id="a", text=TEXT, published=20220125), r"got `int` - at `\$.published`", "a"),
        (line(id="a"), "no words", "a"),
        (line(id="a", text=None, title=None), "no words", "a"),
        (line(id="a", text=""), "no words", "a"),
        (line(id="a", text=" \n\t\u00a0"), "no words", "a"),
        (line(id="a", text=TEXT, published="أمس"), "not an ISO 8601 date", "a"),
        (line(id="a", text=TEXT, published="25/01/2022"), "not an ISO 8601 date", "a"),
        (line(id="a", text=TEXT, published="2022-02-30"), "not an ISO 8601 date", "a"),
        (line(id="a", text=TEXT, published=""), "not an ISO 8601 date", "a"),
        (b'{"id": "a", "text": "x \\ud83d"}', r"lone surrogate, \\ud83d", None),
        (b'{"id": "a", "text": "\\udfff x y z w"}', r"lone surrogate, \\udfff", None),
        (b'{"id": "a", "text": "\\ud83d\\ud83d\\ude00"}', r"lone surrogate, \\ud83d", None),
        (b'{"id": "a", "text": "\xed\xa0\x80"}', "unknown encoding", None),
        (b'{"id": "a", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested too deep", None),
    ],
)
def test_a_bad_record_is_refused_with_its_reason(data: bytes, reason: str, record: str | None) -> None:
    with pytest.raises(UnreadableError, match=reason) as refused:
        document_from_json(data)
    assert refused.value.record == record


def test_an_escaped_pair_of_surrogates_is_one_character() -> None:
    assert document_from_json(b'{"id": "a", "text": "\\ud83d\\ude00"}').text == "\U0001f600"
