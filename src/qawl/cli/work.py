"""What `qawl read` does: files in, one of three views out."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import click
import msgspec

from qawl.cli.intake import Intake, progress
from qawl.reading import read
from qawl.records import Reading


@dataclass(frozen=True, kw_only=True)
class Order:
    """What is wanted: JSON Lines, a page, or else the terminal view; and how."""

    as_json: bool = False
    page: Path | None = None
    published: str | None = None
    color: bool | None = None
    allow_private: bool = False


def read_files(files: tuple[str, ...], order: Order) -> bool:
    """Read the files and show the readings; say whether all could be read."""
    intake = Intake(published=order.published, allow_private=order.allow_private)
    with progress(files) as meter:
        readings = (read(document) for document in intake.documents(files, meter))
        if order.as_json:
            write_json(readings, sys.stdout.buffer)
        elif order.page:
            write_page(readings, order.page)
        else:
            write_terminal(readings, color=order.color)
    return intake.complete


def write_json(readings: Iterable[Reading], out: BinaryIO) -> None:
    """Write one reading a line, each as soon as it is made."""
    encoder = msgspec.json.Encoder()
    for reading in readings:
        out.write(encoder.encode(reading) + b"\n")
        out.flush()


def write_page(readings: Iterable[Reading], path: Path) -> None:
    """Write all readings as one page; no file is made where there is none."""
    from qawl.export.page import page

    gathered = list(readings)
    if not gathered:
        return
    try:
        path.write_text(page(gathered), encoding="utf-8")
    except OSError as error:
        raise click.FileError(str(path), error.strerror) from error


def write_terminal(readings: Iterable[Reading], *, color: bool | None = None) -> None:
    """Show the readings, in colours where the output is a terminal or `color` says so."""
    from qawl.cli.console import console
    from qawl.cli.terminal import render

    shown = console(color)
    for reading in readings:
        render(reading, shown)
