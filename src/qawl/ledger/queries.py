"""Questions to a ledger: functions from a connection and a filter to typed rows.

Each answer is bounded in rows and in time, newest first, and can be gone on with. First the keys are found, then the
view is read for just these.
"""

import sqlite3
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, get_origin

import msgspec

from qawl.ledger import answers
from qawl.ledger.answers import (
    Answers,
    CopyRow,
    DisputeRow,
    FollowedRow,
    HitRow,
    PartyRow,
    PledgeRow,
    RoleRow,
    StatementRow,
)
from qawl.ledger.conditions import (
    KEY,
    Where,
    agencies,
    expression,
    folded,
    in_list,
    moments,
    outlets,
    part_in,
    parties,
    verdict,
)
from qawl.ledger.errors import QueryError
from qawl.ledger.filters import MOST_ROWS, Filter
from qawl.ledger.pledges import as_of, followed, state_is
from qawl.ledger.restore import text_of
from qawl.ledger.search import Question, Shapes, parse
from qawl.ledger.snippets import snippet
from qawl.ledger.store import within

R = TypeVar("R", bound=answers.Row)


@dataclass(frozen=True, slots=True)
class _Kind:
    """Where the records of a kind stand, and the parts that somebody can have in one."""

    table: str
    words: str
    parts: tuple[str, ...]


_STATEMENTS = _Kind("statements", "statement_words", ("speaker",))
_PLEDGES = _Kind("pledges", "pledge_words", ("by", "to"))
_DISPUTES = _Kind("disputes", "dispute_words", ("claimed_by", "denied_by"))


def statements(connection: sqlite3.Connection, wanted: Filter) -> Answers[StatementRow]:
    """Return who said what, newest article first."""
    where = Where()
    where.equal("t.force", wanted.force)
    where.equal("t.mode", wanted.mode)
    where.equal("t.headline", wanted.headline)
    _actors(where, connection, wanted)
    return _records(connection, _STATEMENTS, StatementRow, where, wanted)


def pledges(connection: sqlite3.Connection, wanted: Filter) -> Answers[FollowedRow]:
    """Return who owes what by when, newest article first."""
    where = Where()
    where.equal("t.kind", wanted.kind)
    if wanted.due_since:
        where.add("t.due >= ?", wanted.due_since)
    if wanted.due_until:
        where.add("t.due <= ?", wanted.due_until)
    for part, name in (("by", wanted.by), ("to", wanted.to)):
        if name:
            part_in(where, "t.key", connection, (part,), name)
    day = as_of(wanted.as_of)
    state_is(where, connection, wanted.state, day)
    found, after = _found(connection, _PLEDGES, where, wanted)
    with within(connection, wanted.seconds):
        rows = followed(connection, view(connection, "pledges", PledgeRow, found), found, day)
    return Answers(rows, after)


def disputes(connection: sqlite3.Connection, wanted: Filter) -> Answers[DisputeRow]:
    """Return who denies what, newest article first."""
    return _records(connection, _DISPUTES, DisputeRow, Where(), wanted)


def _records(connection: sqlite3.Connection, kind: _Kind, row: type[R], where: Where, wanted: Filter) -> Answers[R]:
    found, after = _found(connection, kind, where, wanted)
    with within(connection, wanted.seconds):
        return Answers(view(connection, kind.table, row, found), after)


def _found(connection: sqlite3.Connection, kind: _Kind, where: Where, wanted: Filter) -> tuple[list[int], str | None]:
    """Return the keys of the records that are asked for, and the place behind them where there is more."""
    with within(connection, wanted.seconds):
        where.add("d.current = 1 AND r.gone IS NULL")
        moments(where, "t.moment" if wanted.text is None else "f.rowid", wanted)
        _article(where, connection, wanted, statements=kind is _STATEMENTS)
        if wanted.party:
            part_in(where, "t.key", connection, kind.parts, wanted.party)
        verdict(where, "t.key", wanted.verdict)
        if wanted.once:
            where.add("NOT EXISTS (SELECT 1 FROM tellings WHERE record = t.key AND first != t.key)")
        found = connection.execute(_keys(connection, kind, where, wanted), where.values).fetchall()
    return [key for key, _ in found[: limit(wanted)]], _next(found, wanted)


def _keys(connection: sqlite3.Connection, kind: _Kind, where: Where, wanted: Filter) -> str:
    """Return the question for the keys of the records; full-text search leads it where there is one."""
    source, order = f"{kind.table} t", "t.moment"
    if wanted.text is not None:
        source, order = f"{kind.words} f CROSS JOIN {kind.table} t ON t.key = f.rowid & {KEY}", "f.rowid"
        where.add("f.words MATCH ?", expression(connection, wanted.text))
    return (
        f"SELECT t.key, t.moment FROM {source} JOIN records r ON r.key = t.key JOIN documents d ON d.key = r.document "
        f"WHERE {where.sql()} ORDER BY {order} DESC LIMIT {limit(wanted) + 1}"
    )


def limit(wanted: Filter) -> int:
    """Return how many rows an answer may have at most."""
    if wanted.limit < 1:
        raise QueryError(f"a limit of {wanted.limit} rows leaves nothing to show")
    return min(wanted.limit, MOST_ROWS)


def _next(found: list[tuple[int, int]], wanted: Filter) -> str | None:
    rows = limit(wanted)
    return str(found[rows - 1][1]) if len(found) > rows else None


def view(connection: sqlite3.Connection, table: str, row: type[R], keys: list[int]) -> list[R]:
    """Return the rows of the view of a table with these keys, newest first."""
    names = row.__struct_fields__
    listed = ", ".join(names)
    rows = connection.execute(
        f"SELECT {listed} FROM v_{table} WHERE key IN (SELECT value FROM json_each(?)) ORDER BY moment DESC",
        (str(keys),),
    )
    return [_typed(row, dict(zip(names, values, strict=True))) for values in rows]


T = TypeVar("T", bound=msgspec.Struct)


def _typed(row: type[T], values: dict[str, Any]) -> T:
    """Return a row of a view as its type: JSON becomes tuples, 0 and 1 become flags."""
    opened = {name: msgspec.json.decode(value) if name in _lists(row) else value for name, value in values.items()}
    return msgspec.convert(opened, row, strict=False)


@cache
def _lists(row: type[msgspec.Struct]) -> frozenset[str]:
    fields = msgspec.structs.fields(row)
    return frozenset(field.name for field in fields if get_origin(field.type) is tuple)


def _article(where: Where, connection: sqlite3.Connection, wanted: Filter, *, statements: bool) -> None:
    """Ask for the outlet and the agency of the article; a statement may have an agency of its own."""
    if wanted.outlet:
        where.one_of("d.source", outlets(connection, wanted.outlet))
    if wanted.agency:
        chains = agencies(connection, "readings", "dateline_agencies", wanted.agency)
        condition = f"r.document IN (SELECT document FROM readings WHERE {in_list('dateline_agencies', chains)})"
        relays = agencies(connection, "statements", "via", wanted.agency) if statements else []
        if relays:
            condition = f"({condition} OR {in_list('t.via', relays)})"
        where.add(condition, *chains, *relays)


def _actors(where: Where, connection: sqlite3.Connection, wanted: Filter) -> None:
    """Ask for the kind, country and role of the speaker."""
    if wanted.kind:
        where.add("t.actor_key IN (SELECT key FROM actors WHERE kind = ?)", wanted.kind)
    if wanted.country:
        where.add("t.actor_key IN (SELECT key FROM actors WHERE country = ?)", wanted.country.upper())
    if wanted.role:
        matching = "SELECT rowid FROM actor_words WHERE words MATCH ?"
        where.add(f"t.actor_key IN ({matching})", expression(connection, wanted.role))


# Articles


def copies(connection: sqlite3.Connection, wanted: Filter) -> Answers[CopyRow]:
    """Return articles that are copies of one, the newest cluster first and in it the earliest article first.

    The filter asks of any member of the cluster; the limit counts clusters.
    """
    with within(connection, wanted.seconds):
        where = Where()
        where.add("c.kind = 'copies'")
        moments(where, "d.moment", wanted)
        if wanted.outlet:
            where.one_of("d.source", outlets(connection, wanted.outlet))
        if wanted.agency:
            where.add("instr(' ' || c.agency || ' ', ' ' || ? || ' ')", folded(wanted.agency))
        if wanted.text is not None:
            matching = f"SELECT rowid & {KEY} FROM document_words WHERE words MATCH ?"
            where.add(f"d.key IN ({matching})", expression(connection, wanted.text))
        found = connection.execute(
            "SELECT c.key, max(d.moment) FROM clusters c JOIN cluster_members m ON m.cluster = c.key "
            f"JOIN documents d ON d.key = m.document WHERE {where.sql()} "
            f"GROUP BY c.key ORDER BY 2 DESC LIMIT {limit(wanted) + 1}",
            where.values,
        ).fetchall()
        rows = [row for key, _ in found[: limit(wanted)] for row in _copies(connection, key)]
    return Answers(rows, _next(found, wanted))


def _copies(connection: sqlite3.Connection, cluster: int) -> list[CopyRow]:
    names = CopyRow.__struct_fields__
    listed = f"SELECT {', '.join(names)} FROM v_copies WHERE cluster = ? ORDER BY earliest DESC, published, id"
    rows = connection.execute(listed, (cluster,))
    return [_typed(CopyRow, dict(zip(names, values, strict=True))) for values in rows]


def search(connection: sqlite3.Connection, wanted: Filter) -> Answers[HitRow]:
    """Return the articles in which the words of `text` stand, newest first, with where they stand."""
    if wanted.text is None:
        raise QueryError("there is no word to look for")
    with within(connection, wanted.seconds):
        question = parse(wanted.text, Shapes(connection))
        where = Where()
        where.add("f.words MATCH ? AND d.current = 1", question.expression())
        moments(where, "f.rowid", wanted)
        if wanted.outlet:
            where.one_of("d.source", outlets(connection, wanted.outlet))
        if wanted.agency:
            chains = agencies(connection, "readings", "dateline_agencies", wanted.agency)
            where.add(f"(SELECT {in_list('dateline_agencies', chains)} FROM readings WHERE document = d.key)", *chains)
        found = connection.execute(
            "SELECT d.key, f.rowid, d.hash, d.published, d.source, d.title, d.url "
            f"FROM document_words f CROSS JOIN documents d ON d.key = f.rowid & {KEY} "
            f"WHERE {where.sql()} ORDER BY f.rowid DESC LIMIT {limit(wanted) + 1}",
            where.values,
        ).fetchall()
        rows = [_hit(question, text_of(connection, key), about) for key, _, *about in found[: limit(wanted)]]
    return Answers(rows, _next([(row[0], row[1]) for row in found], wanted))


def _hit(question: Question, text: str, about: list[Any]) -> HitRow:
    name, published, outlet, title, url = about
    places = question.places(text)
    passage = snippet(text, places)
    return HitRow(
        id=name,
        published=published,
        outlet=outlet,
        title=title,
        url=url,
        places=tuple(places),
        snippet=passage.of(text),
        snippet_start=passage.start,
        snippet_end=passage.end,
    )


# Parties


def actors(connection: sqlite3.Connection, wanted: Filter) -> Answers[PartyRow]:
    """Return parties across articles, those with most statements first. `party` or `text` is a name."""
    with within(connection, wanted.seconds):
        where = Where()
        name = wanted.party or wanted.text
        if name is not None:
            where.add("p.key IN (SELECT value FROM json_each(?))", str(parties(connection, name)))
        where.equal("p.kind", wanted.kind)
        if wanted.country:
            where.add("p.key IN (SELECT party FROM actors WHERE country = ?)", wanted.country.upper())
        if wanted.role:
            matching = "SELECT rowid FROM actor_words WHERE words MATCH ?"
            where.add(
                f"p.key IN (SELECT party FROM actors WHERE key IN ({matching}))", expression(connection, wanted.role)
            )
        if wanted.after is not None:
            where.add("(-said, p.key) > (?, ?)", *_after_party(wanted.after))
        found = connection.execute(
            "WITH counted AS MATERIALIZED "
            "(SELECT party, count(*) AS said FROM record_parties WHERE part = 'speaker' GROUP BY party), "
            "listed AS (SELECT p.*, coalesce(said, 0) AS said FROM parties p LEFT JOIN counted ON party = p.key) "
            f"SELECT key, said, name, kind, skeleton FROM listed p WHERE {where.sql()} "
            f"ORDER BY -said, key LIMIT {limit(wanted) + 1}",
            where.values,
        ).fetchall()
        rows = [_party(connection, key, name, kind, bones) for key, _, name, kind, bones in found[: limit(wanted)]]
    after = f"{found[len(rows) - 1][1]}:{found[len(rows) - 1][0]}" if len(found) > len(rows) else None
    return Answers(rows, after)


def _after_party(words: str) -> tuple[int, int]:
    said, _, key = words.partition(":")
    if not all(part.isascii() and part.isdigit() and len(part) < 19 for part in (said, key)):
        raise QueryError(f"'{words[:40]}' is no place to go on from; take it from the end of an answer")
    return -int(said), int(key)


_SAID = """
    SELECT count(*), count(DISTINCT d.key), min(d.published), max(d.published) FROM record_parties p
    JOIN records r ON r.key = p.record AND r.gone IS NULL JOIN documents d ON d.key = r.document AND d.current = 1
    WHERE p.party = ? AND p.part = 'speaker'
"""
_ROLES = "SELECT role, country, first, last, articles FROM v_roles WHERE party = ? ORDER BY articles DESC, role"
_ALIASES = "SELECT name FROM aliases WHERE party = ? ORDER BY name"
_VARIANTS = "SELECT name FROM parties WHERE skeleton = ? AND key != ? AND skeleton LIKE '% %' ORDER BY key"


def _party(connection: sqlite3.Connection, key: int, name: str, kind: str | None, bones: str) -> PartyRow:
    said, articles, first, last = connection.execute(_SAID, (key,)).fetchone()
    roles = connection.execute(_ROLES, (key,)).fetchall()
    return PartyRow(
        id=key,
        name=name,
        kind=kind,
        statements=said,
        articles=articles,
        first=first,
        last=last,
        aliases=tuple(row[0] for row in connection.execute(_ALIASES, (key,)) if row[0] != name),
        roles=tuple(RoleRow(**dict(zip(RoleRow.__struct_fields__, row, strict=True))) for row in roles),
        variants=tuple(row[0] for row in connection.execute(_VARIANTS, (bones, key))),
    )
