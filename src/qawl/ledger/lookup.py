"""One record by its id: what it says, the words before and behind it, who relayed it, what people decided of it."""

import re
import sqlite3
from collections.abc import Iterator, Sequence

import msgspec

from qawl.ledger.errors import UnknownIdError
from qawl.ledger.identity import LETTERS
from qawl.ledger.restore import reading_of, record_of, text_of
from qawl.ledger.snippets import after_blank, before_blank
from qawl.records import Reading, Statement
from qawl.text.span import Span

CONTEXT = 200
"""How many code points are shown before and behind a record, at most."""

_ID = re.compile(r"(?P<hash>[a-z2-7]{4,16})(?:\.(?P<anchor>[a-z][a-z0-9.-]*))?")
_KINDS = {letter: kind for kind, letter in LETTERS.items()}


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided of a record or a link, and when. `judged` is the record as it was then, as JSON."""

    verdict: str
    by: str | None
    note: str | None
    speaker: str | None
    made: str
    reader: str | None
    judged: str | None


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """How a record belongs to another one; a candidate until a person judges it."""

    key: int
    kind: str
    other: str
    score: float
    state: str
    rule: str


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A record with what stands around it in the article, `text[start:end]` being its own words.

    `quotes` has the words of each of its fields that is a span or spans.
    """

    id: str
    kind: str
    record: msgspec.Struct
    quotes: dict[str, tuple[str, ...]]
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    chain: tuple[str, ...]
    before: str
    words: str
    after: str
    span: Span
    reader: str
    gone: str | None
    current: bool
    judgements: tuple[Judgement, ...]
    links: tuple[Link, ...]


def resolve(connection: sqlite3.Connection, name: str) -> tuple[int, str, str | None]:
    """Return key and full hash of the document that `name` leads to, and the anchor of a record in it or None.

    The hash may be cut short where that stays unique; raises UnknownIdError where nothing or several fit.
    """
    match = _ID.fullmatch(name.strip().lower())
    if not match:
        raise UnknownIdError(f"'{name[:60]}' is no id such as k7q2m9x4.s128; the answers to questions show them")
    start = match["hash"]
    rows = connection.execute(
        "SELECT key, hash FROM documents WHERE hash >= ? AND hash < ? LIMIT 2", (start, start + "~")
    ).fetchall()
    if len(rows) != 1:
        which = "several articles" if rows else "no article"
        raise UnknownIdError(f"the ids of {which} begin with '{start}'")
    return rows[0][0], rows[0][1], match["anchor"]


def record_key(connection: sqlite3.Connection, name: str) -> tuple[int, str]:
    """Return the key and kind of the record with this id; raises UnknownIdError."""
    document, full, anchor = resolve(connection, name)
    if anchor is None:
        raise UnknownIdError(f"{full} is an article; a record's id has a dot and its place behind that")
    row = connection.execute("SELECT key FROM records WHERE document = ? AND anchor = ?", (document, anchor)).fetchone()
    if not row:
        raise UnknownIdError(f"the article {full} has no record {anchor}")
    return row[0], _KINDS[anchor[0]]


def reading(connection: sqlite3.Connection, name: str) -> Reading:
    """Return the reading of the article with this id."""
    return reading_of(connection, resolve(connection, name)[0])


def text(connection: sqlite3.Connection, name: str) -> str:
    """Return the raw text of the article with this id."""
    return text_of(connection, resolve(connection, name)[0])


def show(connection: sqlite3.Connection, name: str, context: int = CONTEXT) -> Shown:
    """Return the record with this id, with up to `context` code points on either side, in whole words."""
    key, kind = record_key(connection, name)
    record = record_of(connection, kind, key)
    document, gone, anchor = connection.execute(
        "SELECT document, gone, anchor FROM records WHERE key = ?", (key,)
    ).fetchone()
    about = connection.execute(_ABOUT, (document,)).fetchone()
    text = text_of(connection, document)
    span = _extent(record)
    return Shown(
        id=f"{about[0]}.{anchor}",
        kind=kind,
        record=record,
        quotes={name: tuple(span.of(text) for span in spans) for name, spans in _fields(record)},
        outlet=about[1],
        published=about[2],
        title=about[3],
        url=about[4],
        chain=tuple(link for link in (about[1], *msgspec.json.decode(about[6]), *_relays(record)) if link),
        before=text[after_blank(text, max(span.start - context, 0), span.start) : span.start],
        words=span.of(text),
        after=text[span.end : before_blank(text, min(span.end + context, len(text)), span.end)],
        span=span,
        reader=about[7],
        gone=gone,
        current=bool(about[5]),
        judgements=judgements(connection, key),
        links=_links(connection, key),
    )


_ABOUT = """
    SELECT hash, source, published, title, url, current, dateline_agencies, reader_version
    FROM documents JOIN readings ON document = key WHERE key = ?
"""


def _relays(record: msgspec.Struct) -> Sequence[str]:
    return record.via if isinstance(record, Statement) else ()


def _extent(record: msgspec.Struct) -> Span:
    """Return the span from the first to the last word of a record."""
    spans = [span for _, spans in _fields(record) for span in spans]
    return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else Span(0, 0)


def _fields(record: msgspec.Struct) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Yield the fields that are a span or spans and are not empty."""
    for name in record.__struct_fields__:
        spans = _spans(getattr(record, name))
        if spans:
            yield name, spans


def _spans(value: object) -> tuple[Span, ...]:
    if isinstance(value, Span):
        return (value,)
    return tuple(part for part in value if isinstance(part, Span)) if isinstance(value, tuple) else ()


def judgements(connection: sqlite3.Connection, key: int) -> tuple[Judgement, ...]:
    """Return what people decided of the record with this key, oldest first."""
    rows = connection.execute(
        'SELECT verdict, "by", note, speaker, made, reader, judged FROM judgements WHERE record = ? ORDER BY key',
        (key,),
    )
    return tuple(Judgement(**dict(zip(Judgement.__struct_fields__, row, strict=True))) for row in rows)


def _links(connection: sqlite3.Connection, key: int) -> tuple[Link, ...]:
    rows = connection.execute(
        "SELECT l.key, l.kind, d.hash || '.' || r.anchor, l.score, l.state, l.rule FROM links l "
        'JOIN records r ON r.key = CASE l."left" WHEN :key THEN l."right" ELSE l."left" END '
        'JOIN documents d ON d.key = r.document WHERE l."left" = :key OR l."right" = :key ORDER BY l.key',
        {"key": key},
    )
    return tuple(Link(**dict(zip(Link.__struct_fields__, row, strict=True))) for row in rows)
