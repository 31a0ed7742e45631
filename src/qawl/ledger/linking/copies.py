"""Articles that are copies of one: found by sketches, checked exactly, and gathered around the earliest."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from qawl.ledger.linking.articles import Article, credited
from qawl.ledger.linking.groups import groups
from qawl.ledger.linking.shingles import Likeness, hashed, likeness, runs
from qawl.ledger.restore import text_of

ALIKE = 0.5
"""Half of all runs shared: a reprint, whatever was cut or put on top."""

CONTAINED = 0.8
LEAST_CONTAINED = 40
"""Four fifths of the shorter one: a reprint cut short. Not for very short ones, which a stock phrase fills."""

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
    """Make the clusters anew from the pairs of current editions; return how many there are."""
    connection.execute("DELETE FROM cluster_members WHERE cluster IN (SELECT key FROM clusters WHERE kind = 'copies')")
    connection.execute("DELETE FROM clusters WHERE kind = 'copies'")
    pairs = {(left, right): score for left, right, score in connection.execute(_PAIRS)}
    about = {key: (order, agencies) for key, order, agencies in _about(connection)}
    found = groups(pairs)
    found.sort(key=lambda group: min(about[key][0] for key in group))
    for group in found:
        _put(connection, sorted(group, key=lambda key: about[key][0]), pairs, [about[key][1] for key in group])
    return len(found)


_PAIRS = """
    SELECT "left", "right", score FROM copies c JOIN documents a ON a.key = "left" AND a.current = 1
    JOIN documents b ON b.key = "right" AND b.current = 1
"""


def _about(connection: sqlite3.Connection) -> Iterator[tuple[int, tuple[str, str], tuple[str, ...]]]:
    rows = connection.execute(
        "SELECT key, coalesce(published, ''), hash, dateline_agencies, source FROM documents "
        'JOIN readings ON document = key WHERE key IN (SELECT "left" FROM copies UNION SELECT "right" FROM copies)'
    )
    for key, published, name, agencies, outlet in rows:
        yield key, (published, name), credited(msgspec.json.decode(agencies), outlet)


def _put(
    connection: sqlite3.Connection,
    members: list[int],
    pairs: dict[tuple[int, int], float],
    agencies: Iterable[tuple[str, ...]],
) -> None:
    """Put a cluster, its earliest member first; a copy of a copy is compared with the earliest here."""
    earliest = members[0]
    counted = Counter(name for names in agencies for name in dict.fromkeys(names))
    agency = min(counted, key=lambda name: (-counted[name], name)) if counted else None
    row = connection.execute(
        "INSERT INTO clusters (kind, earliest, agency) VALUES ('copies', ?, ?)", (earliest, agency)
    )
    original = hashed(runs(text_of(connection, earliest)))
    for member in members:
        score = 1.0 if member == earliest else pairs.get((earliest, member))
        if score is None:
            score = round(likeness(original, hashed(runs(text_of(connection, member)))).jaccard, 3)
        connection.execute("INSERT INTO cluster_members VALUES (?, ?, ?)", (row.lastrowid, member, score))
