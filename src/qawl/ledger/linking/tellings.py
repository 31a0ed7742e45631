"""One thing told in several articles: records of a kind whose words agree, by one party or in copies of one article."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

import msgspec

from qawl.ledger.linking.articles import RULES, WINDOW, credited
from qawl.ledger.linking.contents import ALIKE, agreement, content
from qawl.ledger.linking.groups import groups
from qawl.ledger.writer import DAY

SAME = "same"
"""The kind of a link between two tellings of one thing."""

NEAR = 2
"""One utterance is reported within so many days; in copies, as far apart as the copies are."""

MOST_OF_PARTY = 400
"""Records of one party that are compared on one day: their number counts twice over."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of records: what of it is compared, and the part of the party whose it is."""

    table: str
    words: str
    part: str


KINDS = (
    Kind("statements", "content", "speaker"),
    Kind("pledges", "act", "by"),
    Kind("disputes", "claim || ' ' || denial", "denied_by"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A record as it is compared; `order` is its day, its article's id and its anchor."""

    key: int
    document: int
    order: tuple[int, str, str]
    is_new: bool
    words: frozenset[str]


def link_tellings(connection: sqlite3.Connection, day: int) -> int:
    """Link the records of the new editions of a day with those around it that tell the same; say how many were."""
    return sum(connection.executemany(_PUT, list(_rows(connection, kind, day))).rowcount for kind in KINDS)


_PUT = """
    INSERT OR IGNORE INTO links (kind, "left", "right", score, evidence, rule) VALUES ('same', ?, ?, ?, ?, ?)
"""


def _rows(connection: sqlite3.Connection, kind: Kind, day: int) -> Iterator[tuple[int, int, float, str, str]]:
    told = _told(connection, kind, day)
    for party, keys in _by_party(connection, kind, day).items():
        mine = sorted((told[key] for key in keys if key in told), key=lambda one: one.order)[:MOST_OF_PARTY]
        for left, right, score in _agreeing(pair for pair in combinations(mine, 2) if _are_near(*pair)):
            yield _row(left, right, score, "party", {"party": party})
    by_document: defaultdict[int, list[Told]] = defaultdict(list)
    for one in told.values():
        by_document[one.document].append(one)
    for left_document, right_document in _copies(connection, day):
        crossed = product(by_document[left_document], by_document[right_document])
        for left, right, score in _agreeing(crossed):
            yield _row(left, right, score, "copies", {})


def _are_near(left: Told, right: Told) -> bool:
    return abs(left.order[0] - right.order[0]) <= NEAR


def _row(
    left: Told, right: Told, score: float, rule: str, about: dict[str, object]
) -> tuple[int, int, float, str, str]:
    evidence = {**about, "shared": sorted(left.words & right.words)}
    return left.key, right.key, round(score, 3), msgspec.json.encode(evidence).decode(), rule


_Rank = tuple[float, tuple[int, str, str], tuple[int, str, str]]


def _agreeing(pairs: Iterable[tuple[Told, Told]]) -> Iterator[tuple[Told, Told, float]]:
    """Yield the pairs that agree; of those of one record with one article, only the best."""
    best: dict[tuple[int, int], tuple[_Rank, Told, Told]] = {}
    for pair in pairs:
        left, right = sorted(pair, key=lambda one: one.order)
        if left.document == right.document or not (left.is_new or right.is_new):
            continue
        score = agreement(left.words, right.words)
        if score >= ALIKE:
            for one, other in ((left, right), (right, left)):
                place = (one.key, other.document)
                rank = (-score, left.order, right.order)
                if place not in best or rank < best[place][0]:
                    best[place] = (rank, left, right)
    chosen = {(left.key, right.key): (left, right, -rank[0]) for rank, left, right in best.values()}
    yield from chosen.values()


def _told(connection: sqlite3.Connection, kind: Kind, day: int) -> dict[int, Told]:
    rows = connection.execute(
        f"SELECT t.key, r.document, d.moment / {DAY}, d.hash, r.anchor, "
        f"NOT EXISTS (SELECT 1 FROM linked l WHERE l.document = d.key AND rules = ?), {kind.words} "
        f"FROM {kind.table} t JOIN records r ON r.key = t.key AND r.gone IS NULL "
        "JOIN documents d ON d.key = r.document "
        f"WHERE t.moment >= ? AND t.moment < ? ORDER BY d.moment / {DAY}, d.hash, t.position",
        (RULES, *_around(day)),
    )
    return {
        key: Told(key, document, (on, name, anchor), bool(new), content(words))
        for key, document, on, name, anchor, new, words in rows
    }


def _around(day: int) -> tuple[int, int]:
    return (max(day - WINDOW, 1) * DAY, (day + WINDOW + 1) * DAY) if day else (0, DAY)


def _by_party(connection: sqlite3.Connection, kind: Kind, day: int) -> dict[int, list[int]]:
    """Return the records of the days around one by the party whose they are."""
    rows = connection.execute(
        f"SELECT p.party, t.key FROM {kind.table} t JOIN record_parties p ON p.record = t.key AND p.part = ? "
        "WHERE t.moment >= ? AND t.moment < ?",
        (kind.part, *_around(day)),
    )
    found: defaultdict[int, list[int]] = defaultdict(list)
    for party, key in rows:
        found[party].append(key)
    return found


def _copies(connection: sqlite3.Connection, day: int) -> list[tuple[int, int]]:
    """Return the pairs of copies of which one is of this day."""
    return connection.execute(
        'SELECT "left", "right" FROM copies JOIN documents d ON d.key IN ("left", "right") '
        "WHERE d.moment >= ? AND d.moment < ? GROUP BY 1, 2",
        (day * DAY, (day + 1) * DAY),
    ).fetchall()


# Counting


def count(connection: sqlite3.Connection) -> int:
    """Count anew in how many articles, and by how many witnesses, each thing is told; return how many things."""
    connection.execute("DELETE FROM tellings")
    about = {row[0]: _Place(*row) for row in connection.execute(_ABOUT)}
    labels = _labels(connection)
    found = groups(connection.execute(_PAIRS))
    for group in found:
        told = [about[key] for key in group]
        first = min(told, key=lambda one: (one.published, one.hash, one.key)).key
        counts = (len({one.document for one in told}), _witnesses(told, labels))
        connection.executemany("INSERT INTO tellings VALUES (?, ?, ?, ?)", ((key, first, *counts) for key in group))
    return len(found)


_CURRENT = (
    "records {0} ON {0}.key = {1} AND {0}.gone IS NULL JOIN documents d{0} ON d{0}.key = {0}.document AND d{0}.current"
)
_PAIRS = f"""
    SELECT "left", "right" FROM links JOIN {_CURRENT.format("a", '"left"')} JOIN {_CURRENT.format("b", '"right"')}
    WHERE kind = 'same' AND state != 'rejected'
"""
_ABOUT = """
    SELECT r.key, coalesce(d.published, ''), d.hash, r.document, coalesce(s.via, '[]'), d.source
    FROM records r JOIN documents d ON d.key = document LEFT JOIN statements s ON s.key = r.key
    WHERE r.key IN (SELECT "left" FROM links WHERE kind = 'same' UNION SELECT "right" FROM links WHERE kind = 'same')
"""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a record stands, and through which media it came."""

    key: int
    published: str
    hash: str
    document: int
    via: str
    outlet: str | None


def _witnesses(told: Iterable[_Place], labels: dict[int, list[str]]) -> int:
    """Count the articles of which no two have a label in common, directly or over others."""
    by_label: dict[str, int] = {}
    together: list[tuple[int, int]] = []
    for one in told:
        together.append((one.document, one.document))
        for label in (*labels.get(one.document, ()), *credited(msgspec.json.decode(one.via), one.outlet)):
            together.append((by_label.setdefault(label, one.document), one.document))
    return len(groups(together))


def _labels(connection: sqlite3.Connection) -> dict[int, list[str]]:
    """Return for each article what it has in common with those that are no witnesses beside it: cluster, agency."""
    labels: defaultdict[int, list[str]] = defaultdict(list)
    for cluster, document in connection.execute(_IN_CLUSTER):
        labels[document].append(f"cluster {cluster}")
    for document, agencies, outlet in connection.execute(_CREDITING):
        labels[document] += credited(msgspec.json.decode(agencies), outlet)
    return labels


_IN_CLUSTER = "SELECT cluster, document FROM cluster_members JOIN clusters ON key = cluster WHERE kind = 'copies'"
_CREDITING = """
    SELECT document, dateline_agencies, source FROM readings JOIN documents ON key = document
    WHERE current = 1 AND dateline_agencies != '[]'
"""
