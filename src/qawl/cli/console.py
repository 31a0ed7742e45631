"""What commands share in speaking to a terminal."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
from rich.console import Console

from qawl.ledger.errors import LedgerError


class QuietConsole(Console):
    """Leaves a broken pipe to the command line, which knows the right exit status."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console(color: bool | None) -> Console:
    """Return a console on standard output, in colours where that is a terminal or `color` says so."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    if color:
        return QuietConsole(force_terminal=True, color_system="truecolor")
    return QuietConsole(no_color=color is False or None)


@contextmanager
def told(*others: type[Exception]) -> Iterator[None]:
    """Tell of a ledger that cannot be used, and of `others`, in one line, and end with status 1."""
    expected: tuple[type[Exception], ...] = (LedgerError, *others)
    try:
        yield
    except expected as error:
        raise click.ClickException(str(error)) from error
