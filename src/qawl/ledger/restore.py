"""Rows back to the reading that they were made from, field by field."""

import sqlite3
import zlib
from typing import Any

import msgspec

from qawl.ledger.columns import LOCAL_ID, columns, from_columns, kinds
from qawl.ledger.rows import DOCUMENT_COLUMNS
from qawl.records import Dateline, Document, Reader, Reading


def text_of(connection: sqlite3.Connection, document: int) -> str:
    """Return the raw text of the edition with this key."""
    packed = connection.execute("SELECT text FROM texts WHERE document = ?", (document,)).fetchone()[0]
    return zlib.decompress(packed).decode()


def document_of(connection: sqlite3.Connection, document: int) -> Document:
    """Return the edition with this key, as it came."""
    names = [LOCAL_ID, *DOCUMENT_COLUMNS]
    row = connection.execute(f"SELECT id, {_listed(DOCUMENT_COLUMNS)} FROM documents WHERE key = ?", (document,))
    found = dict(zip(names, row.fetchone(), strict=True)) | {"text": text_of(connection, document)}
    return from_columns(Document, [found[name] for name in columns(Document)])


def reading_of(connection: sqlite3.Connection, document: int) -> Reading:
    """Return the reading of the edition with this key."""
    reader, dateline = ([f"{part}_{name}" for name in columns(of)] for part, of in _PARTS)
    row = connection.execute(
        f"SELECT {_listed([*reader, *dateline])} FROM readings WHERE document = ?", (document,)
    ).fetchone()
    found: dict[str, Any] = {kind: records_of(connection, document, kind) for kind in kinds()}
    return Reading(
        document=document_of(connection, document),
        reader=from_columns(Reader, row[: len(reader)]),
        dateline=from_columns(Dateline, row[len(reader) :]),
        **found,
    )


_PARTS = (("reader", Reader), ("dateline", Dateline))


def records_of(connection: sqlite3.Connection, document: int, kind: str) -> tuple[Any, ...]:
    """Return the records of one kind of an edition, in the order of its reading."""
    record = kinds()[kind]
    rows = connection.execute(
        f"SELECT {_listed(columns(record))} FROM {kind} JOIN records USING (key) "
        "WHERE document = ? AND gone IS NULL ORDER BY position",
        (document,),
    )
    return tuple(from_columns(record, row) for row in rows)


def record_of(connection: sqlite3.Connection, kind: str, key: int) -> msgspec.Struct:
    """Return one record by its key, also where the reader no longer finds it."""
    record = kinds()[kind]
    row = connection.execute(f"SELECT {_listed(columns(record))} FROM {kind} WHERE key = ?", (key,)).fetchone()
    return from_columns(record, row)


def _listed(names: list[str] | tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)
