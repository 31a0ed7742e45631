"""The ledger as one object: what is written goes through it, and every question."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar, Unpack

from qawl.ledger import judging, lookup, queries, rereading, writer
from qawl.ledger.acts import ActRow, acts
from qawl.ledger.answers import Answers, CopyRow, DisputeRow, FollowedRow, HitRow, PartyRow, StatementRow
from qawl.ledger.errors import LedgerError, explained
from qawl.ledger.filters import HITS, Filter, Narrowed, Wanted
from qawl.ledger.identity import document_hash
from qawl.ledger.lookup import CONTEXT, Shown
from qawl.ledger.restore import document_of
from qawl.ledger.rows import Prepared, prepare
from qawl.ledger.store import open_ledger, transaction
from qawl.ledger.story import StoryRow, story
from qawl.ledger.writer import Added
from qawl.records import Document, Reader, Reading

if TYPE_CHECKING:
    from qawl.ledger.linking.deeds import Closings
    from qawl.ledger.linking.run import Linked

R = TypeVar("R")


def utc_now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class Ledger:
    """A file that holds readings and answers questions about them.

    Opened to read unless `write` is set, which makes the file where it is missing. Each method raises LedgerError with
    the file's name and the cause where the file cannot be used, QueryError where a question makes no sense or takes too
    long. The methods that ask take the fields of `Filter` by name. A ledger is for one thread at a time.
    """

    def __init__(self, path: str | PathLike[str], *, write: bool = False, clock: Callable[[], str] = utc_now) -> None:
        self.path = Path(path)
        self.connection = open_ledger(self.path, write=write)
        self._write = write
        self._clock = clock

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was committed is in it."""
        with explained(self.path):
            self.connection.close()

    # Writing

    def knows(self, document: Document) -> bool:
        """Say whether this very edition is here and current, so that it need not be read again."""
        with explained(self.path):
            row = self.connection.execute(
                "SELECT 1 FROM documents WHERE hash = ? AND current = 1", (document_hash(document),)
            ).fetchone()
        return row is not None

    def add(self, readings: Iterable[Reading | Prepared], *, seen: Sequence[Document] = ()) -> Added:
        """Add readings in one transaction and note that the documents in `seen` came by again unchanged.

        A document whose text or date changed becomes a new edition beside the old one.
        """
        prepared = [made if isinstance(made, Prepared) else prepare(made) for made in readings]
        now = self._clock()
        with self._writing() as connection:
            writer.see(connection, map(document_hash, seen), now)
            return writer.add(connection, prepared, now) + Added(known=len(seen))

    def outdated(self, reader: Reader | None) -> list[int]:
        """Return the keys of the current editions that another reader read; of all editions where `reader` is None."""
        with explained(self.path):
            return rereading.outdated(self.connection, (reader.name, reader.version) if reader else None)

    def document(self, key: int) -> Document:
        """Return the edition with this key."""
        with explained(self.path):
            return document_of(self.connection, key)

    def replace(self, readings: Iterable[tuple[int, Reading]]) -> list[rereading.Change]:
        """Put readings in place of those that the ledger holds for these keys, and say what changed."""
        with self._writing() as connection:
            return [
                change for key, made in readings for change in rereading.replace(connection, key, made, prepare(made))
            ]

    def link(self, closings: "Closings") -> "Iterator[Linked]":
        """Compare the articles that were not compared yet with those around them; yield the counts after each day.

        Each day is a transaction: what was yielded is kept, whatever comes after. `closings` is what the lexicon knows
        of doing what was owed (`qawl.lexicon.closings`).
        """
        from qawl.ledger.linking.run import link  # MinHash is loaded only where it is used

        with explained(self.path):
            yield from link(self.connection, closings)

    def judge(self, record: str, verdict: judging.Verdict, **about: str | None) -> None:
        """Record a person's decision about a record or link; `about` holds `by`, `note`, `speaker`."""
        with self._writing() as connection:
            judging.judge(connection, record, judging.Decision(verdict=verdict, **about), self._clock())

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        if not self._write:
            raise LedgerError(f"{self.path} was opened to read; Ledger(path, write=True) opens it to write")
        with explained(self.path), transaction(self.connection):
            yield self.connection

    # Questions

    def statements(self, **wanted: Unpack[Wanted]) -> Answers[StatementRow]:
        """Return who said what."""
        return self._ask(queries.statements, Filter(**wanted))

    def pledges(self, **wanted: Unpack[Wanted]) -> Answers[FollowedRow]:
        """Return who owes what to whom by when, and what became of it."""
        return self._ask(queries.pledges, Filter(**wanted))

    def disputes(self, **wanted: Unpack[Wanted]) -> Answers[DisputeRow]:
        """Return who denies what."""
        return self._ask(queries.disputes, Filter(**wanted))

    def copies(self, **wanted: Unpack[Wanted]) -> Answers[CopyRow]:
        """Return articles that are copies of one, as `link` found them."""
        return self._ask(queries.copies, Filter(**wanted))

    def actors(self, **wanted: Unpack[Wanted]) -> Answers[PartyRow]:
        """Return parties across articles."""
        return self._ask(queries.actors, Filter(**wanted))

    def search(self, text: str, **wanted: Unpack[Narrowed]) -> Answers[HitRow]:
        """Return the articles in which the words stand: words, "phrases", -without, beginnings*. `limit` is 20."""
        wanted.setdefault("limit", HITS)
        return self._ask(queries.search, Filter(text=text, **wanted))

    def acts(self, **wanted: Unpack[Wanted]) -> Answers[ActRow]:
        """Return the acts that articles tell, in PLOVER's terms; asked for by outlet and days."""
        return self._ask(acts, Filter(**wanted))

    def text(self, document: str) -> str:
        """Return the raw text of the article with this id."""
        with explained(self.path):
            return lookup.text(self.connection, document)

    def story(self, *names: str, **wanted: Unpack[Wanted]) -> Answers[StoryRow]:
        """Return the steps of the story of the words `text` or of what is between the parties `names`, oldest first."""
        return self._ask(lambda connection, asked: story(connection, asked, names), Filter(**wanted))

    def show(self, record: str, *, context: int = CONTEXT) -> Shown:
        """Return one record with what stands around it."""
        with explained(self.path):
            return lookup.show(self.connection, record, context)

    def reading(self, document: str) -> Reading:
        """Return the whole reading of the article with this id."""
        with explained(self.path):
            return lookup.reading(self.connection, document)

    def _ask(self, question: Callable[[sqlite3.Connection, Filter], R], wanted: Filter) -> R:
        with explained(self.path):
            return question(self.connection, wanted)
