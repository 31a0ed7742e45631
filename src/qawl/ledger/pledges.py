"""Pledges as they stand on a day: open, kept, overdue or withdrawn."""

import sqlite3
from collections.abc import Iterable
from datetime import UTC, date, datetime

from qawl.ledger.answers import FollowedRow, PledgeRow
from qawl.ledger.conditions import Where
from qawl.ledger.due import last_day
from qawl.ledger.errors import QueryError

STATES = ("open", "kept", "overdue", "withdrawn")

_CLOSING = """
    FROM links l JOIN records c ON c.key = l."right" AND c.gone IS NULL
    JOIN documents e ON e.key = c.document AND e.current = 1
    WHERE l.kind IN ('kept', 'withdrawn') AND l.state != 'rejected' AND e.published <= ?
"""


def as_of(day: str | None) -> str:
    """Return the day as it was given, or today (UTC); raises QueryError where it is none."""
    if day is None:
        return datetime.now(UTC).date().isoformat()
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise QueryError(f"'{day[:40]}' is no day such as 2022-01-25") from error


def state_is(where: Where, connection: sqlite3.Connection, wanted: str | None, day: str) -> None:
    """Ask for pledges `t` that stand so on a day; what was published later does not count."""
    if wanted is None:
        return
    if wanted not in STATES:
        raise QueryError(f"'{wanted[:40]}' is no state; there are {', '.join(STATES)}")
    connection.create_function("last_day", 1, last_day, deterministic=True)
    where.add("d.published <= ?", day)
    closed = f'(SELECT l.kind {_CLOSING} AND l."left" = t.key ORDER BY e.published, l.score DESC, l.key LIMIT 1)'
    if wanted in ("kept", "withdrawn"):
        where.add(f"{closed} = ?", day, wanted)
    else:
        passed = "coalesce(last_day(t.due) < ?, 0)"
        where.add(f"{closed} IS NULL AND {passed if wanted == 'overdue' else f'NOT {passed}'}", day, day)


def followed(connection: sqlite3.Connection, rows: Iterable[PledgeRow], keys: list[int], day: str) -> list[FollowedRow]:
    """Return pledges with what became of them up to a day; `keys` are theirs, in any order."""
    closings: dict[str, tuple[str, str, str, str, float, int]] = {}
    for pledge, *closing in connection.execute(_CLOSINGS, (day, str(keys))):
        closings.setdefault(pledge, tuple(closing))
    return [_followed(row, closings.get(row.id), day) for row in rows]


_CLOSINGS = f"""
    SELECT
        (SELECT d.hash || '.' || r.anchor FROM records r JOIN documents d ON d.key = r.document WHERE r.key = l."left"),
           l.kind, e.hash || '.' || c.anchor, e.published, l.evidence ->> 'sentence', l.score, l.key
    {_CLOSING} AND l."left" IN (SELECT value FROM json_each(?)) ORDER BY e.published, l.score DESC, l.key
"""


def _followed(row: PledgeRow, closing: tuple[str, str, str, str, float, int] | None, day: str) -> FollowedRow:
    last = last_day(row.due)
    state, by, on, sentence, score, link = closing or (None, None, None, None, None, None)
    if state is None:
        state = "overdue" if last is not None and last < day else "open"
    late = bool(state == "kept" and last and on and last < on)
    known = {name: getattr(row, name) for name in row.__struct_fields__}
    return FollowedRow(
        **known,
        state=state,
        late=late,
        closed_by=by,
        closed_on=on,
        closing=sentence,
        closing_score=score,
        link=link,
    )
