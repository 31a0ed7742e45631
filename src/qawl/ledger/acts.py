"""Acts told in articles, with the actors that they name: what an export in PLOVER's terms is made of."""

import sqlite3
from collections.abc import Sequence

import msgspec

from qawl.ledger.answers import Answers
from qawl.ledger.conditions import Where, moments, outlets
from qawl.ledger.errors import QueryError
from qawl.ledger.filters import MOST_ROWS, Filter
from qawl.ledger.store import within


class ActorOf(msgspec.Struct, frozen=True, kw_only=True):
    """Who acts or is acted upon."""

    name: str
    country: str | None = None
    sector: str | None = None
    kind: str | None = None


class ActRow(msgspec.Struct, frozen=True, kw_only=True):
    """An act with the status that it has in its article; `words` is `text[start:end]`."""

    id: str
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    document: str
    type: str
    mode: str | None
    context: tuple[str, ...]
    status: str
    time: str | None
    actors: tuple[ActorOf, ...]
    recipients: tuple[ActorOf, ...]
    words: str
    start: int
    end: int


def acts(connection: sqlite3.Connection, wanted: Filter) -> Answers[ActRow]:
    """Return the acts of the current editions, newest first."""
    if wanted.limit < 1:
        raise QueryError(f"a limit of {wanted.limit} rows leaves nothing to show")
    where, most = Where(), min(wanted.limit, MOST_ROWS)
    with within(connection, wanted.seconds):
        moments(where, "e.moment", wanted)
        if wanted.outlet:
            where.one_of("d.source", outlets(connection, wanted.outlet))
        found = connection.execute(f"{_ACTS} WHERE {where.sql()} ORDER BY e.moment DESC LIMIT {most + 1}", where.values)
        rows = found.fetchall()
        made = [_act(connection, row) for row in rows[:most]]
    return Answers(made, str(rows[most - 1][0]) if len(rows) > most else None)


_ACTS = """
    SELECT e.moment, r.document, d.hash || '.' || r.anchor, d.published, d.source, d.title, d.url, d.hash, e.type,
           e.mode, e.context, e.status, e.time, e.actor, e.recipient, e.span, e.span_start, e.span_end
    FROM events e JOIN records r ON r.key = e.key AND r.gone IS NULL
    JOIN documents d ON d.key = r.document AND d.current = 1
"""


def _act(connection: sqlite3.Connection, row: Sequence[object]) -> ActRow:
    _, document, *values = row
    names = dict(zip(ActRow.__struct_fields__, values, strict=True))
    for name in ("actors", "recipients"):
        listed = msgspec.json.decode(str(names[name]), type=list[str])
        names[name] = tuple(_actor(connection, document, local) for local in listed)
    names["context"] = msgspec.json.decode(str(names["context"]), type=tuple[str, ...])
    return ActRow(**names)  # type: ignore[arg-type]


def _actor(connection: sqlite3.Connection, document: object, local: str) -> ActorOf:
    """Return the actor with this id in the article; a name that is no id stands for itself."""
    found = connection.execute(
        "SELECT name, country, sector, kind FROM actors JOIN records r USING (key) "
        "WHERE r.document = ? AND local_id = ? AND r.gone IS NULL",
        (document, local),
    ).fetchone()
    return ActorOf(**dict(zip(ActorOf.__struct_fields__, found, strict=True))) if found else ActorOf(name=local)
