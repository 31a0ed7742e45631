"""Writing readings: a batch is one transaction, so that a ledger holds whole readings or none."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from qawl.ledger.columns import Value, columns, kinds
from qawl.ledger.identity import skeleton
from qawl.ledger.rows import DOCUMENT_COLUMNS, REFERENCES, SEARCHED, TIMED, Prepared, Row
from qawl.records import Dateline, Reader
from qawl.text.fold import fold

DAY = 1 << 40
"""A moment is a day's number times this, plus a key."""

WORD_TABLES = {kind: kind.removesuffix("s") + "_words" for kind in SEARCHED}

_VARIABLES = 500
_DOCUMENT = ("key", "hash", *("id",), *DOCUMENT_COLUMNS)


@dataclass(slots=True)
class Added:
    """What became of the readings: counts of articles."""

    new: int = 0
    changed: int = 0
    known: int = 0

    def __add__(self, other: "Added") -> "Added":
        return Added(self.new + other.new, self.changed + other.changed, self.known + other.known)


@dataclass(slots=True)
class Batch:
    """Rows that wait for their table."""

    rows: dict[str, list[tuple[Value, ...]]] = field(default_factory=dict)

    def put(self, table: str, row: tuple[Value, ...]) -> None:
        self.rows.setdefault(table, []).append(row)


def moment(day: int, key: int) -> int:
    """Return the number by which documents and records are sorted: newest day first, then the last that came."""
    return day * DAY + key


def add(connection: sqlite3.Connection, readings: Sequence[Prepared], now: str) -> Added:
    """Add readings inside a transaction; those that are known are only seen again."""
    added = Added()
    fresh: list[tuple[int, Prepared]] = []
    for reading in readings:
        key = _add_document(connection, reading, now, added)
        if key is not None:
            fresh.append((key, reading))
    parties = party_keys(connection, [reading for _, reading in fresh])
    writer = RecordWriter(connection, parties)
    for key, reading in fresh:
        writer.put_reading(key, reading)
    writer.flush()
    return added


def see(connection: sqlite3.Connection, hashes: Iterable[str], now: str) -> None:
    """Note that known editions came by again."""
    connection.executemany("UPDATE documents SET last_seen = ? WHERE hash = ?", ((now, name) for name in hashes))


def _add_document(connection: sqlite3.Connection, reading: Prepared, now: str, added: Added) -> int | None:
    """Add an edition and return its key; None where it is known."""
    known = connection.execute("SELECT key, current FROM documents WHERE hash = ?", (reading.hash,)).fetchone()
    if known and known[1]:
        added.known += 1
        see(connection, [reading.hash], now)
        return None
    edition = _supersede(connection, reading)
    if edition == 1:
        added.new += 1
    else:
        added.changed += 1
    if known:  # the article went back to an edition that it had before
        connection.execute("UPDATE documents SET current = 1, last_seen = ? WHERE key = ?", (now, known[0]))
        return None
    key = next_key(connection, "documents")
    _insert_document(connection, (key, reading.hash, reading.id, *reading.document), reading, edition, now)
    return key


def _supersede(connection: sqlite3.Connection, reading: Prepared) -> int:
    """Take the current edition of an article out of sight; return the number of the one that comes after all others."""
    same = (reading.id, reading.source)
    connection.execute("UPDATE documents SET current = 0 WHERE id = ? AND source IS ? AND current = 1", same)
    last = connection.execute("SELECT max(edition) FROM documents WHERE id = ? AND source IS ?", same).fetchone()[0]
    return (last or 0) + 1


def _insert_document(
    connection: sqlite3.Connection, named: tuple[Value, ...], reading: Prepared, edition: int, now: str
) -> None:
    names = (*_DOCUMENT, "edition", "current", "moment", "words", "characters", "first_seen", "last_seen")
    when = moment(reading.day, int(str(named[0])))
    row = (*named, edition, 1, when, reading.count, reading.length, now, now)
    connection.execute(insert("documents", names), row)


def next_key(connection: sqlite3.Connection, table: str) -> int:
    """Return the key that comes after the last of a table."""
    return int(connection.execute(f"SELECT coalesce(max(key), 0) + 1 FROM {table}").fetchone()[0])


def insert(table: str, names: Sequence[str], *, or_ignore: bool = False) -> str:
    """Return an INSERT of these columns."""
    quoted = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    return f"INSERT {'OR IGNORE ' if or_ignore else ''}INTO {table} ({quoted}) VALUES ({marks})"


def party_keys(connection: sqlite3.Connection, readings: Sequence[Prepared]) -> dict[str, int]:
    """Return the key of every party of the readings; those who are new are added, and the names that are."""
    named = _names(readings)
    keys = _known_parties(connection, named)
    key = next_key(connection, "parties")
    for identity, names in named.items():
        if identity not in keys:
            keys[identity] = key
            name, kind = names[0]
            party = (key, identity, name, kind, skeleton(name))
            connection.execute(insert("parties", ("key", "identity", "name", "kind", "skeleton")), party)
            key += 1
    aliases = ((keys[identity], name, _padded(name)) for identity, names in named.items() for name, _ in names)
    connection.executemany(insert("aliases", ("party", "name", "folded"), or_ignore=True), aliases)
    return keys


def _names(readings: Sequence[Prepared]) -> dict[str, list[tuple[str, str | None]]]:
    named: dict[str, dict[tuple[str, str | None], None]] = {}
    for reading in readings:
        for identity, names in reading.identities.items():
            named.setdefault(identity, {}).update(names)
    return {identity: list(names) for identity, names in named.items()}


def _known_parties(connection: sqlite3.Connection, identities: Iterable[str]) -> dict[str, int]:
    keys: dict[str, int] = {}
    rest = iter(identities)
    while piece := list(islice(rest, _VARIABLES)):
        marks = ", ".join("?" * len(piece))
        keys.update(connection.execute(f"SELECT identity, key FROM parties WHERE identity IN ({marks})", piece))
    return keys


def _padded(name: str) -> str:
    return f" {' '.join(fold(name).split())} "


class RecordWriter:
    """Gathers the rows of readings and writes each table at once."""

    def __init__(self, connection: sqlite3.Connection, parties: dict[str, int]) -> None:
        self._connection = connection
        self._parties = parties
        self._next = next_key(connection, "records")
        self._batch = Batch()

    def put_reading(self, document: int, reading: Prepared) -> None:
        """Put a reading whose document is new."""
        self._batch.put("texts", (document, reading.text))
        self._batch.put("document_words", (moment(reading.day, document), reading.words))
        self.put_records(document, reading, {})

    def put_records(self, document: int, reading: Prepared, keys: dict[str, int]) -> None:
        """Put the records of a document; those in `keys`, by their anchors, are already among the records."""
        self._batch.put("readings", (document, *reading.reading))
        for row in (row for rows in reading.rows.values() for row in rows):
            if row.anchor not in keys:
                keys[row.anchor] = self._next
                self._batch.put("records", (self._next, document, row.anchor))
                self._next += 1
        for kind, rows in reading.rows.items():
            for position, row in enumerate(rows):
                self._put_record(kind, position, row, keys, reading.day)

    def _put_record(self, kind: str, position: int, row: Row, keys: dict[str, int], day: int) -> None:
        key = keys[row.anchor]
        parties = [(self._parties[identity], part, key) for part, identity in row.parties]
        self._batch.put(kind, (*self._own(kind, key, position, day, parties), *row.values, *_keys(row, keys)))
        if kind in SEARCHED and row.words:
            self._batch.put(WORD_TABLES[kind], (moment(day, key) if kind in TIMED else key, row.words))
        if kind != "actors":
            for party in dict.fromkeys(parties):
                self._batch.put("record_parties", party)

    def _own(
        self, kind: str, key: int, position: int, day: int, parties: list[tuple[int, str, int]]
    ) -> Iterator[Value]:
        """Yield the values of the columns that are the ledger's own, as `own_columns` names them."""
        yield from (key, position)
        if kind in TIMED:
            yield moment(day, key)
        if kind == "actors":
            yield parties[0][0] if parties else None

    def flush(self) -> None:
        """Write all that was put. Rows of a full-text table go in their order, or it would sort after each."""
        for table, rows in self._batch.rows.items():
            if table.endswith("_words"):
                rows.sort()
            self._connection.executemany(insert(table, table_columns(table)), rows)
        self._batch = Batch()


def _keys(row: Row, keys: dict[str, int]) -> tuple[int | None, ...]:
    return tuple(None if anchor is None else keys[anchor] for anchor in row.references)


def own_columns(kind: str) -> tuple[str, ...]:
    """Return the columns of a kind's table that come before the fields of its records."""
    return (
        "key",
        "position",
        *(("moment",) if kind in TIMED else ()),
        *(("party",) if kind == "actors" else ()),
    )


def table_columns(table: str) -> tuple[str, ...]:
    """Return the columns of a table in the order in which its rows are put."""
    if table in kinds():
        references = (f"{name}_key" for name in REFERENCES.get(table, ()))
        return (*own_columns(table), *columns(kinds()[table]), *references)
    return _TABLES.get(table, ("rowid", "words"))


_TABLES: dict[str, tuple[str, ...]] = {
    "texts": ("document", "text"),
    "readings": (
        "document",
        *(f"reader_{name}" for name in columns(Reader)),
        *(f"dateline_{name}" for name in columns(Dateline)),
    ),
    "records": ("key", "document", "anchor"),
    "record_parties": ("party", "part", "record"),
}
