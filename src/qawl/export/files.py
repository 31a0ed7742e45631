"""Rows of a ledger as files: CSV, JSON Lines, Parquet, PLOVER-style JSON Lines, Web Annotations."""

import csv
import io
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from qawl.export.annotations import annotation
from qawl.export.cells import cell
from qawl.export.plover import plover
from qawl.ledger import Answers, Ledger

KINDS = ("statements", "pledges", "disputes")
FORMATS = ("csv", "jsonl", "parquet", "plover", "annotations")
PAGE = 1000
_TEXTS = 64

Ask = Callable[..., Answers[Any]]


def export(ledger: Ledger, form: str, kind: str, out: Path, **wanted: str | bool | None) -> int:
    """Write what is asked for to the file `out`, all of it or none; return how many rows there are.

    Raises OSError where the file cannot be written, ModuleNotFoundError where Parquet is asked for without pyarrow.
    """
    ask: Ask = ledger.acts if form == "plover" else getattr(ledger, kind)
    rows = _rows(ask, wanted)
    with replaced(out) as file:
        return _WRITERS[form](rows, file, ledger)


def _rows(ask: Ask, wanted: dict[str, Any]) -> Iterator[Any]:
    after = None
    while True:
        page = ask(limit=PAGE, after=after, **wanted)
        yield from page
        after = page.next
        if after is None:
            return


@contextmanager
def replaced(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes the place of `path` once it is whole; what stood there stays until then."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _csv(rows: Iterable[Any], file: BinaryIO, ledger: Ledger) -> int:
    out = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    writer, count = csv.writer(out, lineterminator="\n"), 0
    try:
        for count, row in enumerate(rows, 1):
            if count == 1:
                writer.writerow(row.__struct_fields__)
            writer.writerow([cell(getattr(row, name)) for name in row.__struct_fields__])
    finally:
        out.detach()
    return count


def _lines(rows: Iterable[Any], file: BinaryIO, ledger: Ledger) -> int:
    encoder, count = msgspec.json.Encoder(), 0
    for row in rows:
        file.write(encoder.encode(row) + b"\n")
        count += 1
    return count


def _parquet(rows: Iterable[Any], file: BinaryIO, ledger: Ledger) -> int:
    """Write all rows as one table; lists of spans are JSON, for readers that know no nested columns."""
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    made = [{name: _plain(value) for name, value in msgspec.structs.asdict(row).items()} for row in rows]
    parquet.write_table(arrow.Table.from_pylist(made), file)
    return len(made)


def _plain(value: object) -> object:
    """Return a value as Parquet holds it: names as a list, all else that is a list as JSON."""
    if isinstance(value, tuple):
        plain = bool(value) and all(isinstance(part, str) for part in value)
        return list(value) if plain or not value else msgspec.json.encode(value).decode()
    return value


def _plover(rows: Iterable[Any], file: BinaryIO, ledger: Ledger) -> int:
    return _lines(map(plover, rows), file, ledger)


def _annotations(rows: Iterable[Any], file: BinaryIO, ledger: Ledger) -> int:
    text = lru_cache(maxsize=_TEXTS)(ledger.text)
    return _lines((annotation(row, text(row.document)) for row in rows), file, ledger)


_WRITERS: dict[str, Callable[[Iterable[Any], BinaryIO, Ledger], int]] = {
    "csv": _csv,
    "jsonl": _lines,
    "parquet": _parquet,
    "plover": _plover,
    "annotations": _annotations,
}
