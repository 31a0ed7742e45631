"""The documents of the files that were named, and a word on standard error about what is none."""

import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click
import msgspec

from qawl.reading.language import foreign_language
from qawl.reading.publication import day_in
from qawl.records import Document
from qawl.sources import Documents, Meter, Rejection, documents_from_path, documents_from_stream, is_url

if TYPE_CHECKING:
    from qawl.sources.net.fetch import Fetcher

STDIN = "-"


class Intake:
    """Yields documents, reports what was rejected, and remembers whether anything was."""

    def __init__(self, *, published: str | None = None, arabic_only: bool = False, allow_private: bool = False) -> None:
        self._published = published
        self._arabic_only = arabic_only
        self._allow_private = allow_private
        self._fetcher: Fetcher | None = None
        self.rejected = 0

    @property
    def complete(self) -> bool:
        """Whether nothing was rejected so far."""
        return not self.rejected

    def documents(self, files: Iterable[str], meter: Meter | None = None) -> Iterator[Document]:
        """Yield the documents of `files` in order; those without a date get the one that was given."""
        for file in files:
            yield from self.taken(self._items(file, meter), file)

    def taken(self, items: Iterable[Document | Rejection], file: str) -> Iterator[Document]:
        """Yield the documents among `items`, which come from `file`, and report the rest."""
        for item in items:
            if isinstance(item, Rejection):
                self.report(item)
            elif self._is_wanted(item, file):
                yield self._dated(item)

    def _items(self, file: str, meter: Meter | None) -> Documents:
        if file == STDIN:
            return documents_from_stream(cast(io.BufferedIOBase, sys.stdin.buffer), "standard input")
        if is_url(file):
            return self._fetched(file)
        return documents_from_path(Path(file), meter=meter, day=day_in)

    def _fetched(self, url: str) -> Documents:
        # Here, so that reading a file does not wait for what fetching needs.
        from qawl.sources.net.fetch import Fetcher, Manners
        from qawl.sources.net.sources import documents_from_url

        self._fetcher = self._fetcher or Fetcher(Manners(allow_private=self._allow_private))
        return documents_from_url(url, self._fetcher, day_in)

    def _is_wanted(self, document: Document, file: str) -> bool:
        """Say whether a document is to be read; reports it where it is set aside for its language."""
        language = foreign_language(document.text) if self._arabic_only else None
        if language is not None:
            self.report(not_arabic(document, file, language))
        return language is None

    def report(self, rejection: Rejection) -> None:
        """Say on standard error what was not read."""
        self.rejected += 1
        click.echo(f"qawl: {rejection}", err=True)

    def _dated(self, document: Document) -> Document:
        if document.published or not self._published:
            return document
        return msgspec.structs.replace(document, published=self._published)


def not_arabic(document: Document, file: str, language: str) -> Rejection:
    """Return the rejection of a document that is in another language or script."""
    return Rejection(file, f"is not Arabic but {language} (--any-language reads it all the same)", record=document.id)


def progress(files: Iterable[str]) -> AbstractContextManager[Meter | None]:
    """Return a bar on standard error that fills as the files are read.

    Nothing where standard error is no terminal, or where standard output is one: there the readings
    themselves show how far it is, and a bar would stand in their way.
    """
    return bar(files) if sys.stderr.isatty() and not sys.stdout.isatty() else nullcontext()


@contextmanager
def bar(files: Iterable[str]) -> Iterator[Meter]:
    """Show a bar on standard error that fills as the files are read."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=_total_size(files))
        yield lambda count: bar.advance(task, count)


def _total_size(files: Iterable[str]) -> int | None:
    """Return the size of all files together, or None where that cannot be known (a pipe)."""
    paths = [Path(file) for file in files]
    return sum(path.stat().st_size for path in paths if path.is_file()) or None
