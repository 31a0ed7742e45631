"""A filter as SQL: every value is bound, and names are resolved to keys before the question runs."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import msgspec

from qawl.ledger.columns import Value
from qawl.ledger.errors import QueryError
from qawl.ledger.filters import Filter
from qawl.ledger.search import Shapes, parse
from qawl.ledger.writer import DAY
from qawl.text.fold import fold

KEY = DAY - 1
"""`moment & KEY` is the key."""


@dataclass(slots=True)
class Where:
    """Conditions that must all hold, and the values bound in them."""

    conditions: list[str] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)

    def add(self, condition: str, *values: Value) -> None:
        self.conditions.append(condition)
        self.values += values

    def equal(self, column: str, value: str | bool | None) -> None:
        """Ask that a column has a value; nothing where none is given."""
        if value is not None:
            self.add(f"{column} = ?", value)

    def one_of(self, column: str, values: Sequence[Value]) -> None:
        self.add(in_list(column, values), *values)

    def sql(self) -> str:
        return " AND ".join(self.conditions) or "1"


def in_list(column: str, values: Sequence[Value]) -> str:
    """Return `column IN (?, …)`; no row where there are no values."""
    return f"{column} IN ({', '.join('?' * len(values))})"


def moments(where: Where, column: str, wanted: Filter) -> None:
    """Ask for the days from `since` to `until`, and for what comes after the last row of an earlier answer."""
    if wanted.since:
        where.add(f"{column} >= ?", _day(wanted.since) * DAY)
    if wanted.until:
        where.add(f"{column} < ? AND {column} >= ?", (_day(wanted.until) + 1) * DAY, DAY)
    if wanted.after is not None:
        where.add(f"{column} < ?", _cursor(wanted.after))


def _day(words: str) -> int:
    try:
        return date.fromisoformat(words).toordinal()
    except ValueError as error:
        raise QueryError(f"'{words[:40]}' is no day such as 2022-01-25") from error


def _cursor(words: str) -> int:
    if not (words.isascii() and words.isdigit() and len(words) < 19):
        raise QueryError(f"'{words[:40]}' is no place to go on from; take it from the end of an answer")
    return int(words)


def expression(connection: sqlite3.Connection, words: str) -> str:
    """Return what a person typed in the language of FTS5."""
    return parse(words, Shapes(connection)).expression()


def outlets(connection: sqlite3.Connection, name: str) -> list[str]:
    """Return the outlets whose name holds `name`, whatever the spelling."""
    return [found for found in distinct(connection, "documents", "source") if holds(found, name)]


def agencies(connection: sqlite3.Connection, table: str, column: str, name: str) -> list[str]:
    """Return the JSON lists in a column that hold an agency whose name holds `name`."""
    lists = distinct(connection, table, column)
    return [found for found in lists if any(holds(agency, name) for agency in msgspec.json.decode(found))]


def distinct(connection: sqlite3.Connection, table: str, column: str) -> Iterator[str]:
    """Yield the values of an indexed column, one jump in the index for each; the empty list has none."""
    extra = " AND via != '[]'" if column == "via" else ""
    found = connection.execute(f"SELECT min({column}) FROM {table} WHERE {column} IS NOT NULL{extra}").fetchone()[0]
    while found is not None:
        yield found
        following = f"SELECT min({column}) FROM {table} WHERE {column} > ?{extra}"
        found = connection.execute(following, (found,)).fetchone()[0]


def folded(name: str) -> str:
    return " ".join(fold(name).casefold().split())


def holds(name: str, part: str) -> bool:
    """Say whether the words of `part` stand in `name` side by side."""
    return f" {folded(part)} " in f" {folded(name)} "


def parties(connection: sqlite3.Connection, name: str) -> list[int]:
    """Return the parties that were met under a name with these words, and those confirmed to be the same."""
    pattern = f"% {_escaped(' '.join(fold(name).split()))} %"
    rows = connection.execute("SELECT DISTINCT party FROM aliases WHERE folded LIKE ? ESCAPE '\\'", (pattern,))
    found = {row[0] for row in rows}
    linked = connection.execute("""SELECT "left", "right" FROM party_links WHERE state = 'confirmed'""").fetchall()
    return sorted(found | {other for pair in linked if found & set(pair) for other in pair})


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def part_in(where: Where, key: str, connection: sqlite3.Connection, parts: Iterable[str], name: str) -> None:
    """Ask that somebody with this name has one of these parts in the record."""
    keys, parts = parties(connection, name), list(parts)
    named = "party IN (SELECT value FROM json_each(?))"
    wanted = f"SELECT record FROM record_parties WHERE {named} AND {in_list('part', parts)}"
    condition, values = f"{key} IN ({wanted}", list[Any]((str(keys), *parts))
    if "speaker" in parts:
        right, wrong = _corrected(connection, name)
        condition += f" UNION SELECT value FROM json_each(?)) AND {key} NOT IN (SELECT value FROM json_each(?)"
        values += [str(right), str(wrong)]
    where.add(f"{condition})", *values)


def _corrected(connection: sqlite3.Connection, name: str) -> tuple[list[int], list[int]]:
    """Return the records whose speaker a person corrected, to this name and to another."""
    rows = connection.execute(
        "SELECT record, speaker FROM judgements j WHERE speaker IS NOT NULL "
        "AND key = (SELECT max(key) FROM judgements WHERE record = j.record)"
    ).fetchall()
    right = [record for record, speaker in rows if holds(speaker, name)]
    return right, [record for record, speaker in rows if not holds(speaker, name)]


VERDICTS = ("right", "wrong", "corrected", "none")


def verdict(where: Where, key: str, wanted: str | None) -> None:
    """Ask what a person last decided of the record; `none`: nobody has judged it."""
    if wanted is None:
        return
    if wanted not in VERDICTS:
        raise QueryError(f"'{wanted[:40]}' is no verdict; there are {', '.join(VERDICTS)}")
    if wanted == "none":
        where.add(f"NOT EXISTS (SELECT 1 FROM judgements WHERE record = {key})")
        return
    last = f"SELECT verdict FROM judgements WHERE record = {key} ORDER BY key DESC LIMIT 1"
    where.add(f"({last}) = ?", wanted)
