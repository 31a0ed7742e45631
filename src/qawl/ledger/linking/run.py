"""Linking a ledger: day by day, each a transaction, so that a kill loses at most a day and the same command goes on."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from qawl.ledger.linking import copies, following, tellings
from qawl.ledger.linking.articles import RULES, Article, Window, days_to_link
from qawl.ledger.linking.deeds import Closings
from qawl.ledger.store import transaction


@dataclass(slots=True)
class Linked:
    """What linking found: counts. `copies` and `tellings` are those of the whole ledger, the rest is new."""

    articles: int = 0
    pairs: int = 0
    links: int = 0
    closings: int = 0
    copies: int = 0
    tellings: int = 0


def link(connection: sqlite3.Connection, closings: Closings) -> Iterator[Linked]:
    """Compare the editions that were not compared yet with those around them; yield the counts after each day."""
    found, window = Linked(), Window(connection)
    for day in days_to_link(connection):
        with transaction(connection):
            _link_day(connection, list(window.around(day)), day, found)
        window.done(day)
        yield found
    with transaction(connection):
        found.closings = following.follow(connection, closings)
    yield found
    with transaction(connection):
        found.copies = copies.gather(connection)
        found.tellings = tellings.count(connection)
    yield found


def _link_day(connection: sqlite3.Connection, articles: list[Article], day: int, found: Linked) -> None:
    pairs = [copy.row() for copy in copies.copies(articles, day)]
    connection.executemany("INSERT OR REPLACE INTO copies VALUES (?, ?, ?, ?)", pairs)
    found.pairs += len(pairs)
    found.links += tellings.link_tellings(connection, day)
    fresh = [(article.key, RULES) for article in articles if article.is_new and article.day == day]
    connection.executemany("INSERT OR REPLACE INTO linked (document, rules) VALUES (?, ?)", fresh)
    found.articles += len(fresh)
