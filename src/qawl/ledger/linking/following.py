"""Pledges followed: later sentences that tell that what is owed was done, or will not be."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from math import log

import msgspec

from qawl.ledger.due import last_day
from qawl.ledger.linking.contents import bare_word, content, stem
from qawl.ledger.linking.deeds import WITHDRAWAL, Closings, Deed, deeds, sorts_owed
from qawl.ledger.restore import text_of
from qawl.ledger.words import words_of
from qawl.ledger.writer import DAY
from qawl.text.span import Span

KEPT, WITHDRAWN = "kept", "withdrawn"

LONGEST = 60
"""A pledge is followed for so many days, and as long behind its due day."""

LEAST_SHARED = 2
SURE_SHARED = 3
"""Two shared words close a pledge only beside the name of who owes it."""
CLOSES = 0.5
"""Half of what the act is about, by weight, must be told as done."""

ELSEWHERE = 0.8
"""A sentence counts for less where who owes it is named elsewhere in the article only."""

STEM = 5
"""Of a name so many letters are looked for: `موريشيوس` is named in `الموريشية`."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A pledge as it is followed: the days on which it may be closed, the sorts and words of its act, who owes it.

    `again` is its verb where that is a future (`سيزور`): where it stands beside a deed, the pledge is told again.
    """

    key: int
    document: int
    first: int
    last: int
    sorts: frozenset[int]
    words: dict[str, float]
    names: tuple[str, ...]
    again: str | None


@dataclass(frozen=True, slots=True)
class Closing:
    """A sentence that closes a pledge."""

    pledge: int
    kind: str
    score: float
    sentence: Span
    shared: list[str]


def follow(connection: sqlite3.Connection, closings: Closings) -> int:
    """Link pledges with what closes them; return how many links are new.

    Articles are read from the first day on of which one was not yet followed: its pledges may have been closed by those
    of any later day.
    """
    first = connection.execute(_FIRST).fetchone()[0]
    if first is None:
        return 0
    found = _follow_from(connection, closings, first)
    connection.execute("UPDATE linked SET followed = 1")
    return found


_FIRST = f"""
    SELECT min(moment / {DAY}) FROM linked JOIN documents ON key = document WHERE followed = 0 AND moment >= {DAY}
"""


def _follow_from(connection: sqlite3.Connection, closings: Closings, first: int) -> int:
    by_word = _by_word(pledges(connection, closings))
    documents = connection.execute(
        "SELECT key, moment / ? FROM documents WHERE moment >= ? AND current = 1 ORDER BY moment / ?, hash",
        (DAY, first * DAY, DAY),
    ).fetchall()
    return sum(_follow_in(connection, closings, by_word, *document) for document in documents)


_Index = dict[tuple[int, str], list[Owed]]


def _by_word(owed: Iterable[Owed]) -> _Index:
    """Return the pledges by the sorts of their acts and by their heaviest words.

    Of these each has so many that without one of them no sentence can have the share of its weight that closes it.
    """
    found: defaultdict[tuple[int, str], list[Owed]] = defaultdict(list)
    for one in owed:
        for word in _heaviest(one.words):
            for sort in one.sorts | {WITHDRAWAL}:
                found[sort, word].append(one)
    return found


def _heaviest(words: dict[str, float]) -> Iterator[str]:
    left = sum(words.values())
    enough = left * CLOSES
    for word in sorted(words, key=lambda word: (-words[word], word)):
        if left < enough:
            return
        yield word
        left -= words[word]


def _follow_in(connection: sqlite3.Connection, closings: Closings, by_word: _Index, document: int, day: int) -> int:
    text = text_of(connection, document)
    best: dict[tuple[int, str], Closing] = {}
    named = frozenset(map(bare_word, words_of(text)))
    for deed in deeds(text, closings):
        for found in _closed_by(deed, by_word, named, document, day):
            place = (found.pledge, found.kind)
            if place not in best or found.score > best[place].score:
                best[place] = found
    return sum(_put(connection, document, text, closing) for closing in best.values())


def _closed_by(deed: Deed, by_word: _Index, named: frozenset[str], document: int, day: int) -> Iterator[Closing]:
    keys = product(deed.sorts, deed.words)
    candidates = {one.key: one for key in keys for one in by_word.get(key, ()) if one.first < day <= one.last}
    for one in candidates.values():
        shared = sorted(deed.words & one.words.keys())
        if one.document == document or len(shared) < LEAST_SHARED or one.again in deed.words:
            continue
        score = sum(one.words[word] for word in shared) / sum(one.words.values())
        here = _is_named(one.names, deed.words)
        score *= 1.0 if here else ELSEWHERE
        if score >= CLOSES and (here or len(shared) >= SURE_SHARED and _is_named(one.names, named)):
            for kind in _kinds(one.sorts, deed.sorts, here):
                yield Closing(one.key, kind, round(score, 3), deed.sentence, shared)


def _kinds(owed: frozenset[int], done: frozenset[int], here: bool) -> Iterator[str]:
    if owed & done:
        yield KEPT
    if WITHDRAWAL in done and here:
        yield WITHDRAWN


def _is_named(names: tuple[str, ...], words: frozenset[str]) -> bool:
    return any(word.startswith(name) for name in names for word in words)


def _put(connection: sqlite3.Connection, document: int, text: str, closing: Closing) -> int:
    """Put the link from a pledge to the record that the closing sentence holds; evidence is the sentence."""
    record = _record_in(connection, document, closing.sentence)
    if record is None:
        return 0
    start, end = closing.sentence
    evidence = {"sentence": text[start:end], "start": start, "end": end, "shared": closing.shared}
    row = (closing.kind, closing.pledge, record, closing.score, msgspec.json.encode(evidence).decode(), "deed")
    return connection.execute(_LINK, row).rowcount


_LINK = 'INSERT OR IGNORE INTO links (kind, "left", "right", score, evidence, rule) VALUES (?, ?, ?, ?, ?, ?)'


def _record_in(connection: sqlite3.Connection, document: int, sentence: Span) -> int | None:
    """Return the record that stands for a sentence: an event in it, else a statement, a time, an actor."""
    for sql in _RECORDS:
        row = connection.execute(sql, {"document": document, "start": sentence.start, "end": sentence.end}).fetchone()
        if row:
            return int(row[0])
    return None


_IN = "JOIN records r USING (key) WHERE r.document = :document AND r.gone IS NULL"
_RECORDS = (
    f"SELECT key FROM events {_IN} AND span_start >= :start AND span_end <= :end ORDER BY span_start LIMIT 1",
    f"SELECT key FROM statements {_IN} AND cue_start >= :start AND cue_end <= :end ORDER BY cue_start LIMIT 1",
    f"SELECT key FROM times {_IN} AND span_start >= :start AND span_end <= :end ORDER BY span_start LIMIT 1",
    f"SELECT key FROM actors {_IN} AND EXISTS (SELECT 1 FROM json_each(mentions_spans) m "
    "WHERE m.value ->> 0 >= :start AND m.value ->> 1 <= :end) ORDER BY position LIMIT 1",
)


# What is owed


def pledges(connection: sqlite3.Connection, closings: Closings) -> Iterator[Owed]:
    """Yield the pledges that can be followed: those that say who owes what, about something."""
    weights = Weights(connection)
    for key, document, day, by, due, act, said, timed in connection.execute(_PLEDGES).fetchall():
        sorts = sorts_owed(act, closings)
        names = tuple(word[:STEM] for word in map(bare_word, words_of(by)) if len(word) >= STEM - 1)
        about = _about(act, timed, names, closings)
        if len(about) < LEAST_SHARED and said:
            about |= _about(said, timed, names, closings)
        if len(about) >= LEAST_SHARED and names:
            due_day = date.fromisoformat(last_day(due) or "0001-01-01").toordinal()
            last = max(day, due_day) + LONGEST
            words = {stem(word): weights.of(word) for word in sorted(about)}
            yield Owed(key, document, day, last, sorts, words, names, _future(act))


_PLEDGES = f"""
    SELECT p.key, r.document, p.moment / {DAY}, p."by", p.due, p.act, s.content,
           (SELECT group_concat(t.span, ' ') FROM times t JOIN records x USING (key) WHERE x.document = r.document)
    FROM pledges p JOIN records r ON r.key = p.key AND r.gone IS NULL
    JOIN documents d ON d.key = r.document AND d.current = 1
    LEFT JOIN statements s ON s.key = p.statement_key WHERE p."by" IS NOT NULL AND p.moment >= {DAY}
"""


_FUTURE = "س"
_LEAST_FUTURE = 5


def _future(act: str) -> str | None:
    """Return the stem of the first word of an act where it is a verb in the future."""
    first = next(iter(words_of(act)), "")
    return stem(bare_word(first)) if first.startswith(_FUTURE) and len(first) >= _LEAST_FUTURE else None


def _about(words: str, timed: str | None, names: tuple[str, ...], closings: Closings) -> set[str]:
    """Return the words that say what an act is about: neither the time, nor the act itself, nor who owes it.

    The act is the first word under which something can be owed: `تقديم` in `تقديم رد مكتوب`.
    """
    listed = [bare for word in words_of(words) if len(bare := bare_word(word)) > 1]
    act = next((word for word in listed if word in closings.owed or word.removeprefix("س") in closings.owed), None)
    known = content(words) | (closings.bare & set(listed))
    left = known - content(timed or "") - closings.particles - {act}
    return {word for word in left if not word.isdigit() and not word.startswith(names)}


class Weights:
    """How much a word tells: 1, and the more the rarer it is in the articles. In a few articles, all tell the like."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._articles = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
        self._known: dict[str, float] = {}

    def of(self, word: str) -> float:
        """Return the weight of a bare word, above 0."""
        if word not in self._known:
            found = self._connection.execute(
                "SELECT coalesce(sum(doc), 0) FROM vocabulary WHERE term IN (?, ?)", (word, f"ال{word}")
            ).fetchone()[0]
            self._known[word] = 1 + log((self._articles + 1) / (min(found, self._articles) + 0.5))
        return self._known[word]
