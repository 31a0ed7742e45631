"""One JSON record to one document; the record is checked, its words are never changed."""

import re
from datetime import datetime

import msgspec

from qawl.records import Document
from qawl.sources.encoding import decode
from qawl.sources.rejection import UnreadableError

NESTED_TOO_DEEP = "is nested too deep"

_LONE_SURROGATE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)


class _Record(msgspec.Struct):
    """The fields of a record; any others are left alone."""

    id: str
    text: str | None = None
    title: str | None = None
    byline: str | None = None
    body: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None


class _Named(msgspec.Struct):
    id: str


FIELDS = _Record.__struct_fields__

_RECORDS = msgspec.json.Decoder(_Record)
_NAMES = msgspec.json.Decoder(_Named)


def document_from_json(data: bytes) -> Document:
    """Return the document that the JSON object `data` describes, or raise UnreadableError."""
    record = _record(data)
    try:
        return _document(record)
    except UnreadableError as error:
        raise UnreadableError(error.reason, record=record.id) from error


def document_from_fields(fields: dict[str, str | None]) -> Document:
    """Return the document of a record that is already parsed, or raise UnreadableError."""
    name = fields.get("id")
    try:
        return _document(msgspec.convert(fields, _Record))
    except msgspec.ValidationError as error:
        raise UnreadableError(f"is no article: {error}", record=name) from error
    except UnreadableError as error:
        raise UnreadableError(error.reason, record=name) from error


def iso_date(words: str) -> str:
    """Return the day of an ISO 8601 date or time, `2022-01-25`; raises ValueError."""
    return datetime.fromisoformat(words).date().isoformat()


def _record(data: bytes) -> _Record:
    try:
        return _RECORDS.decode(data if _is_utf8(data) else decode(data).encode())
    except msgspec.ValidationError as error:
        raise UnreadableError(f"is no article: {error}", record=_id_or_none(data)) from error
    except msgspec.DecodeError as error:
        raise UnreadableError(_why_malformed(data, error)) from error
    except RecursionError as error:
        raise UnreadableError(NESTED_TOO_DEEP) from error


def _is_utf8(data: bytes) -> bool:
    """Say whether bytes are UTF-8; asked first, because not every msgspec tells it apart from broken JSON."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _id_or_none(data: bytes) -> str | None:
    try:
        return _NAMES.decode(data).id
    except msgspec.DecodeError:
        return None


def _why_malformed(data: bytes, error: msgspec.DecodeError) -> str:
    """Say what is wrong; a lone surrogate gets its own words, since no Unicode text can hold it."""
    lone = _LONE_SURROGATE.search(data.decode("ascii", "replace"))
    return f"holds a lone surrogate, {lone.group()}, which is no character" if lone else f"is broken JSON: {error}"


def _document(record: _Record) -> Document:
    text = record.text if record.text is not None else _joined(record)
    if not text.strip():
        raise UnreadableError("has no words in `text`, nor in `title`, `byline` and `body`")
    return Document(
        id=record.id,
        text=text,
        source=record.source,
        url=record.url,
        published=_published(record.published),
        title=record.title,
        byline=record.byline,
    )


def _joined(record: _Record) -> str:
    """Join title, byline and body by blank lines, those that there are."""
    parts = (record.title, record.byline, record.body)
    return "\n\n".join(part for part in parts if part and part.strip())


def _published(words: str | None) -> str | None:
    if words is None:
        return None
    try:
        return iso_date(words)
    except ValueError as error:
        raise UnreadableError(f"`published` is '{words[:40]}', not an ISO 8601 date such as 2022-01-25") from error
