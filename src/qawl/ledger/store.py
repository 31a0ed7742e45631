"""The file: opening it, making it, bringing an older schema up to this one, and saying what is wrong with it."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from qawl.ledger.errors import LedgerError, explained

APPLICATION_ID = 0x5141574C
"""`QAWL`: stands in the file's head, so that no other SQLite file is taken for a ledger."""

SCHEMA_VERSION = 2
MIGRATIONS: dict[int, str] = {2: "schema-2.sql"}
"""For each version after the first the file, beside schema.sql, that brings the version before up to it."""

BUSY_SECONDS = 10.0
CACHE_KIB = 64 * 1024
_OPS_BETWEEN_LOOKS = 20_000


def open_ledger(path: Path, *, write: bool = False) -> sqlite3.Connection:
    """Open the ledger at `path`; with `write` make it where it is not. Raises LedgerError."""
    if not write and not path.exists():
        raise LedgerError(f"{path} does not exist; `qawl ingest {path} SOURCE…` makes it")
    if path.is_dir():
        raise LedgerError(f"{path} is a folder, no ledger")
    with explained(path):
        connection = _connect(path, write=write)
        try:
            _check(connection, path, write=write)
        except BaseException:
            connection.close()
            raise
    return connection


def _connect(path: Path, *, write: bool) -> sqlite3.Connection:
    if write:
        connection = _connection(f"{path.absolute().as_uri()}?mode=rwc")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")  # what was committed survives a kill; the file always does
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        return connection
    return _connect_to_read(path)


def _connect_to_read(path: Path) -> sqlite3.Connection:
    """Open to read; where no lock file can be made beside it and none is there, nobody writes: read it as it lies."""
    uri = path.absolute().as_uri()
    connection = _connection(f"{uri}?mode=ro")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        if path.with_name(path.name + "-wal").exists():
            raise
        connection = _connection(f"{uri}?immutable=1")
    return connection


def _connection(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)


def _check(connection: sqlite3.Connection, path: Path, *, write: bool) -> None:
    """Raise LedgerError where the file is no ledger or a later one; make or migrate it when it is to be written."""
    application, version = _head(connection)
    if application != APPLICATION_ID and not _is_empty(connection):
        raise LedgerError(f"{path} is an SQLite file, but no qawl ledger")
    if version > SCHEMA_VERSION:
        raise LedgerError(
            f"{path} was made by a newer qawl (schema {version}, this one knows {SCHEMA_VERSION}); update qawl"
        )
    if version == SCHEMA_VERSION:
        return
    if not write:
        old = f"has schema {version}, older than this qawl's {SCHEMA_VERSION}; `qawl reread {path}` brings it up"
        raise LedgerError(f"{path} {old if version else 'is empty'}")
    _bring_up(connection)


def _head(connection: sqlite3.Connection) -> tuple[int, int]:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    return application, connection.execute("PRAGMA user_version").fetchone()[0]


def _is_empty(connection: sqlite3.Connection) -> bool:
    return not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()


def _bring_up(connection: sqlite3.Connection) -> None:
    """Make or migrate the schema in one transaction: all of it or nothing."""
    connection.execute("PRAGMA journal_mode = WAL")
    with transaction(connection):
        _, version = _head(connection)  # another process may have been faster
        for number in range(version + 1, SCHEMA_VERSION + 1):
            for statement in _statements(_script("schema.sql" if number == 1 else MIGRATIONS[number])):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _script(name: str) -> str:
    return files("qawl.ledger").joinpath(name).read_text(encoding="utf-8")


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script; `executescript` would commit before it runs them."""
    lines: list[str] = []
    for line in script.splitlines():
        lines.append(line)
        if sqlite3.complete_statement(statement := "\n".join(lines)):
            yield statement
            lines = []


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run what follows in one transaction that waits for no reader; undo it where anything goes wrong."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def within(connection: sqlite3.Connection, seconds: float | None) -> Iterator[None]:
    """Interrupt whatever runs on `connection` after so many seconds."""
    if seconds is None:
        yield
        return
    end = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > end, _OPS_BETWEEN_LOOKS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)
