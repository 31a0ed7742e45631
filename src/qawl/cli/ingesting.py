"""What `qawl ingest` and `qawl reread` do."""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from itertools import islice
from pathlib import Path

import click
import msgspec

from qawl.cli.console import told
from qawl.cli.intake import Intake, bar
from qawl.cli.workers import Failed, WorkerLostError, prepare_all, read_all
from qawl.ledger import Ledger, Prepared
from qawl.ledger.rereading import Change
from qawl.ledger.writer import Added
from qawl.reading.pipeline import READER
from qawl.records import Document, Reading
from qawl.sources import Meter

BATCH = 256
"""Articles that are committed at once: so few that a kill loses little, so many that nobody waits for the disk."""

SECONDS = 5.0
"""Nor does a batch wait longer than this for more."""


def ingest(ledger: Path, sources: tuple[str, ...], intake: Intake, *, jobs: int | None, as_json: bool) -> bool:
    """Read the sources into the ledger and print what became of them; say whether all could be read."""
    with told(WorkerLostError), Ledger(ledger, write=True) as open_ledger, _progress(sources) as meter:
        work = _Ingest(open_ledger)
        added = work.run(intake.documents(sources, meter), jobs or processors())
    _print_summary({**asdict(added), "rejected": intake.rejected + work.failed}, as_json=as_json)
    return intake.complete and not work.failed


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _progress(sources: Iterable[str]) -> AbstractContextManager[Meter | None]:
    return bar(sources) if sys.stderr.isatty() else nullcontext()


class _Ingest:
    """Sets aside what is known, reads the rest and adds it in batches."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._seen: list[Document] = []
        self._added = Added()
        self.failed = 0

    def run(self, documents: Iterable[Document], jobs: int) -> Added:
        for batch in _batches(self._read(prepare_all(self._unknown(documents), jobs))):
            self._add(batch)
        self._add([])
        return self._added

    def _read(self, outcomes: Iterator[Prepared | Failed]) -> Iterator[Prepared]:
        for outcome in outcomes:
            if isinstance(outcome, Failed):
                self.failed += 1
                click.echo(f"qawl: {outcome}", err=True)
            else:
                yield outcome

    def _unknown(self, documents: Iterable[Document]) -> Iterator[Document]:
        for document in documents:
            if not self._ledger.knows(document):
                yield document
                continue
            self._seen.append(document)
            if len(self._seen) >= BATCH:
                self._add([])

    def _add(self, batch: list[Prepared]) -> None:
        seen, self._seen = self._seen, []
        if batch or seen:
            self._added += self._ledger.add(batch, seen=seen)


def _batches(readings: Iterator[Prepared]) -> Iterator[list[Prepared]]:
    batch: list[Prepared] = []
    began = time.monotonic()
    for reading in readings:
        batch.append(reading)
        if len(batch) >= BATCH or time.monotonic() - began > SECONDS:
            yield batch
            batch, began = [], time.monotonic()
    if batch:
        yield batch


def _print_summary(counts: dict[str, int], *, as_json: bool) -> None:
    if as_json:
        click.echo(msgspec.json.encode(counts))
    else:
        click.echo(", ".join(f"{count:,} {name}" for name, count in counts.items()))


# Reading again


def reread(ledger: Path, *, jobs: int | None, every: bool, as_json: bool) -> None:
    """Read again what an older reader read, and print what changed."""
    with told(WorkerLostError), Ledger(ledger, write=True) as open_ledger:
        keys = open_ledger.outdated(None if every else READER)
        changes = _reread(open_ledger, keys, jobs or processors())
        if as_json:
            for change in changes:
                click.echo(msgspec.json.encode(change))
        else:
            _print_changes(len(keys), changes)


def _reread(ledger: Ledger, keys: list[int], jobs: int) -> Iterator[Change]:
    outcomes = zip(keys, read_all(map(ledger.document, keys), jobs), strict=True)
    while batch := list(islice(outcomes, BATCH)):
        yield from ledger.replace(list(_those_read(batch)))


def _those_read(batch: Iterable[tuple[int, Reading | Failed]]) -> Iterator[tuple[int, Reading]]:
    """Yield what was read; over what the reader failed, the older reading stays."""
    for key, outcome in batch:
        if isinstance(outcome, Failed):
            click.echo(f"qawl: {outcome}", err=True)
        else:
            yield key, outcome


def _print_changes(documents: int, changes: Iterable[Change]) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    fields: Counter[tuple[str, str]] = Counter()
    for change in changes:
        counts[change.kind, change.what] += 1
        fields.update((change.kind, name) for name in change.fields)
    click.echo(f"{documents:,} articles read again")
    for kind in dict.fromkeys(kind for kind, _ in counts):
        said = ", ".join(f"{counts[kind, what]:,} {what}" for what in ("added", "gone", "changed"))
        which = ", ".join(f"{name} {count:,}" for (of, name), count in fields.most_common() if of == kind)
        click.echo(f"  {kind}: {said}{f' ({which})' if which else ''}")
