"""Articles that are copies of one: found by sketches, checked exactly, and gathered around the earliest."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from qawl.ledger.linking.articles import Article, credited
from qawl.ledger.linking.shingles import Likeness, hashed, likeness, runs
from qawl.ledger.restore import text_of

ALIKE = 0.35
"""A third of all runs shared: a reprint, whatever was cut or put on top. Two who write by themselves share few."""

CONTAINED = 0.8
LEAST_CONTAINED = 40
"""Four fifths of the shorter one: a reprint cut short. Not for very short ones, which a stock phrase fills."""

DRIFT = 0.2
"""A copy of a copy must be so like the earliest at least."""

SAME_AGENCY = 0.25
"""A quarter, where both credit one agency: a reprint whose outlet wrote its own head or end."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles of which one is a copy, the earlier one first."""

    left: Article
    right: Article
    like: Likeness

    def row(self) -> tuple[int, int, float, str]:
        evidence = {"shared": self.like.shared, "contained": round(self.like.contained, 3)}
        return self.left.key, self.right.key, round(self.like.jaccard, 3), msgspec.json.encode(evidence).decode()


def copies(articles: Iterable[Article], day: int) -> Iterator[Copy]:
    """Yield the pairs of copies of which one is new and of this day."""
    gathered = list(articles)
    buckets: defaultdict[int, list[Article]] = defaultdict(list)
    for article in gathered:
        for band in article.bands:
            buckets[band].append(article)
    for article in gathered:
        if article.is_new and article.day == day:
            near = {other.key: other for band in article.bands for other in buckets[band]}
            yield from _found(article, near.values())


def _found(article: Article, others: Iterable[Article]) -> Iterator[Copy]:
    for other in others:
        # Of two new ones the later sees the earlier; a new one also sees those that are known.
        if other.key == article.key or (other.is_new and other.day == article.day and other.hash > article.hash):
            continue
        like = likeness(article.runs, other.runs)
        if is_copy(like, bool(set(article.agencies) & set(other.agencies))):
            left, right = sorted((article, other), key=lambda one: one.order)
            yield Copy(left, right, like)


def is_copy(like: Likeness, same_agency: bool) -> bool:
    """Say whether two articles that are so like each other are one."""
    if like.jaccard >= ALIKE or (like.contained >= CONTAINED and like.shared >= LEAST_CONTAINED):
        return True
    return same_agency and like.jaccard >= SAME_AGENCY


# Clusters


def gather(connection: sqlite3.Connection) -> int:
    """Make the clusters anew from the pairs of current editions; return how many there are.

    Going by day, an article joins the cluster of a copy of it whose earliest it is still like: stock phrases would
    chain reports of different days together.
    """
    connection.execute("DELETE FROM cluster_members WHERE cluster IN (SELECT key FROM clusters WHERE kind = 'copies')")
    connection.execute("DELETE FROM clusters WHERE kind = 'copies'")
    about = {key: (order, agencies) for key, order, agencies in _about(connection)}
    clusters = _Clusters(connection)
    for article in sorted(about, key=lambda key: about[key][0]):
        clusters.place(article)
    found = [members for members in clusters.members.values() if len(members) > 1]
    for members in found:
        _put(connection, members, _agency(about[key][1] for key in members))
    return len(found)


class _Clusters:
    """Clusters as they grow: `members` has the likeness of each to the earliest, by the earliest."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._pairs = {(left, right): score for left, right, score in connection.execute(_PAIRS)}
        self._near: defaultdict[int, list[int]] = defaultdict(list)
        for left, right in self._pairs:
            self._near[right].append(left)
        self._home: dict[int, int] = {}
        self.members: dict[int, dict[int, float]] = {}

    def place(self, article: int) -> None:
        """Place an article, all earlier ones being placed."""
        for earliest in dict.fromkeys(self._home[other] for other in self._near[article] if other in self._home):
            known = self._pairs.get((earliest, article))
            score = self._likeness(earliest, article) if known is None else known
            if known is None and score < DRIFT:
                continue
            self._home[article] = earliest
            self.members[earliest][article] = score
            return
        self._home[article] = article
        self.members[article] = {article: 1.0}

    def _likeness(self, left: int, right: int) -> float:
        both = (hashed(runs(text_of(self._connection, key))) for key in (left, right))
        return round(likeness(*both).jaccard, 3)


_PAIRS = """
    SELECT "left", "right", score FROM copies c JOIN documents a ON a.key = "left" AND a.current = 1
    JOIN documents b ON b.key = "right" AND b.current = 1 ORDER BY coalesce(a.published, ''), a.hash
"""


def _about(connection: sqlite3.Connection) -> Iterator[tuple[int, tuple[str, str], tuple[str, ...]]]:
    rows = connection.execute(
        "SELECT key, coalesce(published, ''), hash, dateline_agencies, source FROM documents "
        "JOIN readings ON document = key WHERE current = 1 "
        'AND key IN (SELECT "left" FROM copies UNION SELECT "right" FROM copies)'
    )
    for key, published, name, agencies, outlet in rows:
        yield key, (published, name), credited(msgspec.json.decode(agencies), outlet)


def _agency(credits: Iterable[tuple[str, ...]]) -> str | None:
    """Return the agency that most members credit."""
    counted = Counter(name for names in credits for name in dict.fromkeys(names))
    return min(counted, key=lambda name: (-counted[name], name)) if counted else None


def _put(connection: sqlite3.Connection, members: dict[int, float], agency: str | None) -> None:
    earliest = next(iter(members))
    made = connection.execute(
        "INSERT INTO clusters (kind, earliest, agency) VALUES ('copies', ?, ?)", (earliest, agency)
    )
    rows = ((made.lastrowid, member, score) for member, score in members.items())
    connection.executemany("INSERT INTO cluster_members VALUES (?, ?, ?)", rows)
