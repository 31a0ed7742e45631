"""A newer reader's reading of a document put in place of the older one, with a word on what changed."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from qawl.ledger.columns import columns, kinds
from qawl.ledger.identity import anchors
from qawl.ledger.restore import reading_of
from qawl.ledger.rows import REFERENCES, SEARCHED, TIMED, Prepared, local_anchors, searched_words
from qawl.ledger.writer import WORD_TABLES, RecordWriter, moment, party_keys
from qawl.records import Reading

Named = str | None | tuple[str, ...]

What = Literal["added", "gone", "changed"]


@dataclass(frozen=True, slots=True)
class Change:
    """A record that a newer reader found, no longer found, or found to be otherwise; `fields` names what differs."""

    id: str
    kind: str
    what: What
    fields: tuple[str, ...] = ()


def outdated(connection: sqlite3.Connection, reader: tuple[str, str] | None) -> list[int]:
    """Return the keys of the current editions that another reader read; of all where `reader` is None."""
    rows = connection.execute(
        "SELECT d.key FROM documents d JOIN readings r ON r.document = d.key "
        "WHERE d.current = 1 AND (? IS NULL OR r.reader_name IS NOT ? OR r.reader_version IS NOT ?) ORDER BY d.key",
        (reader and reader[0], reader and reader[0], reader and reader[1]),
    )
    return [row[0] for row in rows]


def replace(connection: sqlite3.Connection, document: int, reading: Reading, prepared: Prepared) -> list[Change]:
    """Put `reading`, prepared, in place of what the ledger holds of the edition; call inside a transaction."""
    changes = list(_changes(prepared.hash, reading_of(connection, document), reading))
    old = _keys(connection, document)
    _clear(connection, document, prepared.day)
    found = {row.anchor for rows in prepared.rows.values() for row in rows}
    _retire(connection, document, found, reading.reader.version)
    writer = RecordWriter(connection, party_keys(connection, [prepared]))
    writer.put_records(document, prepared, {anchor: key for anchor, key in old.items() if anchor in found})
    writer.flush()
    return changes


# What changed


def _changes(document: str, before: Reading, after: Reading) -> Iterator[Change]:
    for kind in kinds():
        old, new = _comparable(kind, before), _comparable(kind, after)
        for anchor in sorted(new.keys() - old.keys()):
            yield Change(f"{document}.{anchor}", kind, "added")
        for anchor in sorted(old.keys() - new.keys()):
            yield Change(f"{document}.{anchor}", kind, "gone")
        for anchor in sorted(old.keys() & new.keys()):
            fields = tuple(name for name, value in new[anchor].items() if old[anchor][name] != value)
            if fields:
                yield Change(f"{document}.{anchor}", kind, "changed", fields)


def _comparable(kind: str, reading: Reading) -> dict[str, dict[str, Any]]:
    """Return the fields of each record by its anchor; local ids give way to the anchors that they stand for."""
    named = {name: anchors(name, getattr(reading, name)) for name in kinds()}
    local = {name: local_anchors(other, reading, named) for name, other in REFERENCES.get(kind, {}).items()}
    if kind == "events":
        actors = local_anchors("actors", reading, named)
        local |= {"actor": actors, "recipient": actors}
    return {
        anchor: {
            name: _led(local.get(name), value) for name, value in msgspec.structs.asdict(record).items() if name != "id"
        }
        for anchor, record in zip(named[kind], getattr(reading, kind), strict=True)
    }


def _led(local: dict[str | None, str] | None, value: Named) -> Named:
    if local is None:
        return value
    if isinstance(value, tuple):
        return tuple(local.get(name, name) for name in value)
    return local.get(value, value)


# Out with the old


def _keys(connection: sqlite3.Connection, document: int) -> dict[str, int]:
    return dict(connection.execute("SELECT anchor, key FROM records WHERE document = ?", (document,)))


def _clear(connection: sqlite3.Connection, document: int, day: int) -> None:
    """Take out what the records of a document say; the records themselves stay."""
    connection.execute("DELETE FROM readings WHERE document = ?", (document,))
    connection.execute("DELETE FROM linked WHERE document = ?", (document,))
    connection.execute("DELETE FROM tellings WHERE record IN (SELECT key FROM records WHERE document = ?)", (document,))
    records = "(SELECT key FROM records WHERE document = ? AND gone IS NULL)"
    connection.execute(f"DELETE FROM record_parties WHERE record IN {records}", (document,))
    for kind in SEARCHED:
        _unindex(connection, kind, document, day)


def _unindex(connection: sqlite3.Connection, kind: str, document: int, day: int) -> None:
    """Take the words of a document's records out of the search; a table without content must be told them."""
    listed = ", ".join(f'"{name}"' for name in columns(kinds()[kind]))
    rows = connection.execute(
        f"SELECT key, {listed} FROM {kind} JOIN records USING (key) WHERE document = ? AND gone IS NULL", (document,)
    ).fetchall()
    table = WORD_TABLES[kind]
    for key, *values in rows:
        words = searched_words(kind, values)
        if words:
            place = moment(day, key) if kind in TIMED else key
            connection.execute(f"INSERT INTO {table} ({table}, rowid, words) VALUES ('delete', ?, ?)", (place, words))


def _retire(connection: sqlite3.Connection, document: int, found: set[str], version: str) -> None:
    """Delete what is no longer found, with the links that nobody judged.

    What a person judged, or a link of which was judged, stays with the version of the reader that lost it.
    """
    keys = _keys(connection, document)
    here = ((document, anchor) for anchor in keys.keys() & found)
    connection.executemany("UPDATE records SET gone = NULL WHERE document = ? AND anchor = ?", here)
    lost = {key for anchor, key in keys.items() if anchor not in found}
    connection.executemany(_UNJUDGED_LINKS, [{"key": key} for key in lost])
    held = {key for key in lost if _is_held(connection, key)}
    _keep(connection, held, version)
    for kind in kinds():
        unheld = f"DELETE FROM {kind} WHERE key IN (SELECT key FROM records WHERE document = ? AND gone IS NULL)"
        connection.execute(unheld, (document,))
    connection.executemany("DELETE FROM records WHERE key = ?", [(key,) for key in lost - held])


_UNJUDGED_LINKS = """
    DELETE FROM links WHERE ("left" = :key OR "right" = :key)
    AND NOT EXISTS (SELECT 1 FROM judgements WHERE judgements.link = links.key)
"""


def _is_held(connection: sqlite3.Connection, key: int) -> bool:
    held = (
        "SELECT EXISTS (SELECT 1 FROM judgements WHERE record = :key)"
        ' OR EXISTS (SELECT 1 FROM links WHERE "left" = :key) OR EXISTS (SELECT 1 FROM links WHERE "right" = :key)'
    )
    return bool(connection.execute(held, {"key": key}).fetchone()[0])


def _keep(connection: sqlite3.Connection, held: set[int], version: str) -> None:
    """Mark records as gone; what they refer to may be gone altogether."""
    marked = [(version, key) for key in held]
    connection.executemany("UPDATE records SET gone = coalesce(gone, ?) WHERE key = ?", marked)
    for kind, references in REFERENCES.items():
        for name in references:
            connection.executemany(f"UPDATE {kind} SET {name}_key = NULL WHERE key = ?", [(key,) for key in held])
