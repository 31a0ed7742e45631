"""What `qawl watch` does: rounds over the feeds, each article stored before it counts as seen."""

import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

import click

from qawl.api import Ledger
from qawl.cli.console import told
from qawl.cli.intake import Intake
from qawl.ledger.writer import Added
from qawl.reading.publication import day_in
from qawl.sources import Rejection
from qawl.sources.net.fetch import Fetcher, Manners
from qawl.sources.net.listing import feed_urls
from qawl.sources.net.sources import Watcher
from qawl.sources.net.state import StateError, load_state, save_state

BATCH = 16
"""Items that are stored at once: at two seconds a page a kill loses half a minute's work."""


@dataclass(frozen=True, kw_only=True)
class Order:
    """How to watch: one round or many, `every` so many seconds, and how to behave."""

    once: bool
    every: float
    any_language: bool
    manners: Manners


def state_path(ledger: Path) -> Path:
    """Return the file beside a ledger that holds what was seen of the feeds."""
    return ledger.with_name(f"{ledger.name}.feeds.json")


def watch(ledger: Path, feeds: Path, order: Order) -> bool:
    """Poll the feeds until interrupted, or once; say whether all of the last round could be read."""
    with told(StateError), Ledger(ledger, write=True) as open_ledger:
        round_ = _Round(open_ledger, state_path(ledger), order)
        while True:
            began = time.monotonic()
            complete = round_.run(feeds)
            if order.once:
                return complete
            time.sleep(max(0.0, began + order.every - time.monotonic()))


class _Round:
    """Asks each feed once, and stores what is new."""

    def __init__(self, ledger: Ledger, state: Path, order: Order) -> None:
        self._ledger = ledger
        self._path = state
        self._state = load_state(state)
        self._watcher = Watcher(Fetcher(order.manners), self._state, day_in)
        self._any_language = order.any_language

    def run(self, feeds: Path) -> bool:
        """Ask each feed of the list and say what came of it; say whether all could be read."""
        intake = Intake(arabic_only=not self._any_language)
        total, count = Added(), 0
        for url in _listed(feeds, intake):
            count += 1
            added = self._poll(url, intake)
            total += added
            if added != Added():
                click.echo(f"qawl: {url}: {_counts(added)}", err=True)
        now = datetime.now().astimezone().isoformat(timespec="minutes")
        click.echo(f"{now} {count:,} feeds: {_counts(total)}, {intake.rejected:,} rejected")
        return intake.complete

    def _poll(self, url: str, intake: Intake) -> Added:
        added = Added()
        items = self._watcher.poll(url)
        while batch := list(islice(items, BATCH)):
            added += self._ledger.ingest(intake.taken(batch, url))
            self._settle()
        self._settle()
        return added

    def _settle(self) -> None:
        self._watcher.settle()
        save_state(self._path, self._state)


def _listed(feeds: Path, intake: Intake) -> Iterator[str]:
    try:
        for item in feed_urls(feeds):
            if isinstance(item, Rejection):
                intake.report(item)
            else:
                yield item
    except OSError as error:
        intake.report(Rejection(str(feeds), (error.strerror or str(error)).lower()))


def _counts(added: Added) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in asdict(added).items())
