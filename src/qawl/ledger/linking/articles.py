"""The articles that linking compares: those of the days around the ones that were not yet compared."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

import msgspec

from qawl.ledger.linking.shingles import bands, hashed, runs
from qawl.ledger.restore import text_of
from qawl.ledger.writer import DAY
from qawl.text.fold import fold

RULES = 1
"""Raised with each change to what linking finds, so that older ledgers are compared anew."""

WINDOW = 3
"""Copies are looked for so many days apart."""


@dataclass(frozen=True)
class Article:
    """An edition: its key, the number of its day (0: not known), its id, its outlet, the agencies that it credits.

    `runs` and `bands` are the hashes of its runs of words and of the bands of their sketch.
    """

    key: int
    day: int
    hash: str
    outlet: str | None
    agencies: tuple[str, ...]
    is_new: bool
    runs: frozenset[int]
    bands: tuple[int, ...]

    @property
    def order(self) -> tuple[int, str]:
        """What came first; the id decides within a day, so that it does not matter what was taken in first."""
        return self.day, self.hash


_AGENCY = "وكاله "
"""What may stand before an agency's name: `وكالة رياح برس` and `رياح برس` are one."""


def credited(agencies: Iterable[str], outlet: str | None) -> tuple[str, ...]:
    """Return the folded names of agencies but for the outlet itself."""
    own = " ".join(fold(outlet or "").split())
    names = (" ".join(fold(name).split()).removeprefix(_AGENCY) for name in agencies)
    return tuple(name for name in names if name and name != own)


def days_to_link(connection: sqlite3.Connection) -> list[int]:
    """Return the days with articles that these rules have not yet compared, in their order."""
    rows = connection.execute(
        f"SELECT DISTINCT moment / {DAY} FROM documents d "
        "WHERE NOT EXISTS (SELECT 1 FROM linked WHERE document = d.key AND rules = ?) ORDER BY 1",
        (RULES,),
    )
    return [row[0] for row in rows]


def articles_of(connection: sqlite3.Connection, day: int) -> list[Article]:
    """Return the editions of a day, superseded ones too: they may come back."""
    rows = connection.execute(
        "SELECT key, hash, source, dateline_agencies, (SELECT json_group_array(json(via)) FROM statements "
        "JOIN records r USING (key) WHERE r.document = d.key AND via != '[]'), "
        "NOT EXISTS (SELECT 1 FROM linked l WHERE l.document = d.key AND rules = ?) "
        "FROM documents d JOIN readings g ON g.document = d.key WHERE moment >= ? AND moment < ? ORDER BY hash",
        (RULES, day * DAY, (day + 1) * DAY),
    ).fetchall()
    return [_article(connection, day, row) for row in rows]


def _article(connection: sqlite3.Connection, day: int, row: tuple[Any, ...]) -> Article:
    key, name, outlet, agencies, vias, is_new = row
    found = runs(text_of(connection, key))
    names = credited(msgspec.json.decode(agencies), outlet)
    relayed = (credited(via, outlet) for via in msgspec.json.decode(vias))
    names = tuple(dict.fromkeys((*names, *chain.from_iterable(relayed))))
    return Article(key, day, name, outlet, names, bool(is_new), hashed(found), bands(found))


class Window:
    """The articles of the days around one day; days that are no longer near are let go."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._days: dict[int, list[Article]] = {}

    def around(self, day: int) -> Iterator[Article]:
        """Yield the articles up to `WINDOW` days from `day`, day by day; those without a day only among themselves."""
        near = range(max(day - WINDOW, 1), day + WINDOW + 1) if day else range(1)
        self._days = {n: self._days[n] if n in self._days else articles_of(self._connection, n) for n in near}
        for articles in self._days.values():
            yield from articles

    def done(self, day: int) -> None:
        """Forget that the articles of a day were new; they are read again where they are asked for."""
        self._days.pop(day, None)
