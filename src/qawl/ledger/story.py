"""A story: what was said, owed, done and disputed about something, in the order of the days."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec

from qawl.ledger.answers import Answers, DisputeRow, FollowedRow, PledgeRow, Row, StatementRow
from qawl.ledger.conditions import KEY, Where, expression, moments, outlets, parties
from qawl.ledger.due import last_day
from qawl.ledger.errors import QueryError
from qawl.ledger.filters import MOST_ROWS, Filter
from qawl.ledger.pledges import as_of, followed
from qawl.ledger.queries import limit, view
from qawl.ledger.store import within

R = TypeVar("R", bound=Row)


class StoryRow(msgspec.Struct, frozen=True, kw_only=True):
    """A step of a story: on `day` `who` did `what` (said, denied, promised, kept, overdue, …) in these `words`.

    `id` is the record; `about` the record that it answers: the pledge that is kept or overdue.
    """

    day: str | None
    what: str
    who: str | None
    whom: str | None
    words: str
    outlet: str | None
    articles: int
    witnesses: int
    id: str | None
    about: str | None = None


def story(connection: sqlite3.Connection, wanted: Filter, names: Sequence[str] = ()) -> Answers[StoryRow]:
    """Return the steps of a story, oldest first, each told once.

    It is that of the articles in which the words of `text` stand and all of the parties `names` have part; of these,
    what one of the parties has part in. What becomes of the pledges afterwards (kept, overdue) is told up to
    `as_of`. `next` is the day to go on from, as `since`.
    """
    if wanted.text is None and not names:
        raise QueryError("a story needs words, or a party")
    with within(connection, wanted.seconds):
        keys = [parties(connection, name) for name in names]
        documents = _documents(connection, wanted, keys)
        asked = _Asked(connection, documents, sorted({key for some in keys for key in some}), as_of(wanted.as_of))
        steps = sorted(asked.steps(), key=lambda step: (step.day or "", step.id or ""))
    most = limit(wanted)
    return Answers(steps[:most], steps[most].day if len(steps) > most else None)


def _documents(connection: sqlite3.Connection, wanted: Filter, keys: list[list[int]]) -> list[int]:
    """Return the articles of the story, the oldest first, and no more than an answer may hold."""
    where = Where()
    where.add("d.current = 1")
    moments(where, "d.moment", wanted)
    if wanted.outlet:
        where.one_of("d.source", outlets(connection, wanted.outlet))
    if wanted.text is not None:
        matching = f"SELECT rowid & {KEY} FROM document_words WHERE words MATCH ?"
        where.add(f"d.key IN ({matching})", expression(connection, wanted.text))
    for some in keys:
        part = "SELECT document FROM records JOIN record_parties ON record = key WHERE party IN"
        where.add(f"d.key IN ({part} (SELECT value FROM json_each(?)))", str(some))
    found = connection.execute(
        f"SELECT d.key FROM documents d WHERE {where.sql()} ORDER BY d.moment LIMIT {MOST_ROWS}", where.values
    )
    return [row[0] for row in found]


class _Asked:
    """The records of some articles, as steps."""

    def __init__(self, connection: sqlite3.Connection, documents: list[int], who: list[int], day: str) -> None:
        self._connection = connection
        self._documents, self._who, self._day = str(documents), str(who) if who else None, day

    def steps(self) -> Iterator[StoryRow]:
        for statement in self._rows("statements", StatementRow):
            yield _said(statement)
        keys = self._keys("pledges")
        for pledge in followed(self._connection, view(self._connection, "pledges", PledgeRow, keys), keys, self._day):
            yield from _owed(pledge)
        for dispute in self._rows("disputes", DisputeRow):
            yield _disputed(dispute)

    def _rows(self, kind: str, row: type[R]) -> list[R]:
        return view(self._connection, kind, row, self._keys(kind))

    def _keys(self, kind: str) -> list[int]:
        """Return the records of a kind, of several tellings the first one among these articles."""
        rows = self._connection.execute(
            f"SELECT t.key, coalesce(first, t.key) FROM {kind} t JOIN records r ON r.key = t.key AND r.gone IS NULL "
            "LEFT JOIN tellings ON record = t.key WHERE r.document IN (SELECT value FROM json_each(:documents)) "
            "AND (:who IS NULL OR EXISTS (SELECT 1 FROM record_parties p WHERE p.record = t.key "
            f"AND p.party IN (SELECT value FROM json_each(:who)))) ORDER BY t.moment, t.key LIMIT {MOST_ROWS}",
            {"documents": self._documents, "who": self._who},
        )
        once: dict[int, int] = {}
        for key, first in rows:
            once.setdefault(first, key)
        return list(once.values())


def _step(row: Row, what: str, who: str | None, whom: str | None, words: str) -> StoryRow:
    return StoryRow(
        day=row.published,
        what=what,
        who=who,
        whom=whom,
        words=words,
        outlet=row.outlet,
        articles=row.articles,
        witnesses=row.witnesses,
        id=row.id,
    )


def _said(row: StatementRow) -> StoryRow:
    return _step(row, row.force, row.speaker, row.addressee, row.content)


def _owed(row: FollowedRow) -> Iterator[StoryRow]:
    yield _step(row, row.kind, row.owed_by, row.owed_to, row.act)
    if row.closing is not None:
        what = "kept late" if row.late else row.state
        later = _step(row, what, row.owed_by, row.owed_to, row.closing)
        yield msgspec.structs.replace(later, day=row.closed_on, id=row.closed_by, about=row.id)
    elif row.state == "overdue":
        later = _step(row, row.state, row.owed_by, row.owed_to, row.act)
        yield msgspec.structs.replace(later, day=last_day(row.due), id=None, about=row.id)


def _disputed(row: DisputeRow) -> StoryRow:
    return _step(row, "dispute", " · ".join(row.denied_by) or None, " · ".join(row.claimed_by) or None, row.denial)
