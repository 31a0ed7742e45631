"""The documents of the files that were named, and a word on standard error about what is none."""

import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import cast

import click
import msgspec

from qawl.reading.language import foreign_language
from qawl.reading.publication import day_in
from qawl.records import Document
from qawl.sources import Documents, Meter, Rejection, documents_from_path, documents_from_stream

STDIN = "-"


class Intake:
    """Yields documents, reports what was rejected, and remembers whether anything was."""

    def __init__(self, *, published: str | None = None, arabic_only: bool = False) -> None:
        self._published = published
        self._arabic_only = arabic_only
        self.rejected = 0

    @property
    def complete(self) -> bool:
        """Whether nothing was rejected so far."""
        return not self.rejected

    def documents(self, files: Iterable[str], meter: Meter | None = None) -> Iterator[Document]:
        """Yield the documents of `files` in order; those without a date get the one that was given."""
        for file in files:
            for item in _items(file, meter):
                if isinstance(item, Rejection):
                    self._report(item)
                elif self._is_wanted(item, file):
                    yield self._dated(item)

    def _is_wanted(self, document: Document, file: str) -> bool:
        """Say whether a document is to be read; reports it where it is set aside for its language."""
        language = foreign_language(document.text) if self._arabic_only else None
        if language is not None:
            self._report(not_arabic(document, file, language))
        return language is None

    def _report(self, rejection: Rejection) -> None:
        self.rejected += 1
        click.echo(f"qawl: {rejection}", err=True)

    def _dated(self, document: Document) -> Document:
        if document.published or not self._published:
            return document
        return msgspec.structs.replace(document, published=self._published)


def not_arabic(document: Document, file: str, language: str) -> Rejection:
    """Return the rejection of a document that is in another language or script."""
    return Rejection(file, f"is not Arabic but {language} (--any-language reads it all the same)", record=document.id)


def _items(file: str, meter: Meter | None) -> Documents:
    if file == STDIN:
        return documents_from_stream(cast(io.BufferedIOBase, sys.stdin.buffer), "standard input")
    return documents_from_path(Path(file), meter=meter, day=day_in)


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
