"""What can go wrong with a ledger, in words for the person who named the file."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class LedgerError(Exception):
    """A ledger cannot be opened, read or written; the message names the file and the cause."""


class UnknownIdError(LedgerError):
    """No record has this id, or several do."""


class QueryError(LedgerError):
    """A question cannot be asked like this, or took too long."""


_CAUSES = (
    ("file is not a database", "is no SQLite file"),
    ("malformed", "is damaged; keep the file and try `sqlite3 FILE .recover`"),
    ("database or disk is full", "cannot be written: the disk is full; what was committed before is kept"),
    ("readonly database", "cannot be written: the file or its folder is read-only"),
    ("database is locked", "is being written by another process; try again when that has ended"),
    ("unable to open database file", "cannot be opened: the folder is missing or may not be used"),
    ("disk i/o error", "cannot be read or written: the disk reports an error"),
)


@contextmanager
def explained(path: Path | str) -> Iterator[None]:
    """Turn what SQLite says into a LedgerError that names the file at `path` and the cause."""
    try:
        yield
    except sqlite3.Error as error:
        if str(error) == "interrupted":
            raise QueryError(f"{path}: the question took too long; narrow it, or give it more time") from error
        raise LedgerError(f"{path} {_cause(error)}") from error
    except UnicodeEncodeError as error:
        raise LedgerError(f"{path}: a record holds a lone surrogate, which is no character; {error.reason}") from error


def _cause(error: sqlite3.Error) -> str:
    said = str(error).lower()
    return next((cause for words, cause in _CAUSES if words in said), f"cannot be used: {error}")
