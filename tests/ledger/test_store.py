"""Files that are no ledger, newer, broken, read-only or full are named with the cause, and nothing is lost."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from qawl.ledger import Ledger, LedgerError, store
from qawl.ledger.errors import QueryError
from qawl.lexicon.closings import load_closings

from .builders import document, everything, full_reading, rows


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.qawl"


@pytest.fixture
def filled(path: Path) -> Path:
    with Ledger(path, write=True) as ledger:
        ledger.add([full_reading()])
    return path


def refused(path: Path, words: str, *, write: bool = False) -> None:
    with pytest.raises(LedgerError, match=words) as caught, Ledger(path, write=write):
        pass
    assert str(path) in str(caught.value)


def test_a_missing_file_is_made_only_to_be_written(path: Path) -> None:
    refused(path, "does not exist")
    assert not path.exists()
    refused(path / "deeper" / "news.qawl", "cannot be opened", write=True)


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    refused(tmp_path, "is a folder")


@pytest.mark.parametrize("write", [False, True])
def test_what_is_no_sqlite_file_is_left_alone(path: Path, write: bool) -> None:
    path.write_bytes(b"An article, say. " * 500)
    refused(path, "is no SQLite file", write=write)
    assert path.read_bytes() == b"An article, say. " * 500


@pytest.mark.parametrize("write", [False, True])
def test_another_programs_file_is_left_alone(path: Path, write: bool) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE documents (key)")
    other.close()
    before = path.read_bytes()
    refused(path, "no qawl ledger", write=write)
    assert path.read_bytes() == before


@pytest.mark.parametrize("write", [False, True])
def test_a_newer_schema_is_refused_by_its_number(filled: Path, write: bool) -> None:
    other = sqlite3.connect(filled)
    other.execute("PRAGMA user_version = 7")
    other.close()
    refused(filled, rf"newer qawl \(schema 7, this one knows {store.SCHEMA_VERSION}\)", write=write)


def test_an_empty_file_is_filled_when_written(path: Path) -> None:
    path.touch()
    refused(path, "is empty")
    with Ledger(path, write=True) as ledger:
        assert ledger.add([full_reading()]).new == 1


def test_a_damaged_file_is_named(filled: Path) -> None:
    data = bytearray(filled.read_bytes())
    for page in range(2, len(data) // 4096):
        data[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    filled.write_bytes(data)
    with pytest.raises(LedgerError, match="is damaged") as caught, Ledger(filled) as ledger:
        ledger.statements()
        ledger.search("وزير")
    assert str(filled) in str(caught.value)


def test_an_older_schema_is_brought_up_in_one_transaction(
    filled: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    now = store.SCHEMA_VERSION
    scripts = {"next.sql": "CREATE TABLE more (key);", "last.sql": "CREATE TABLE most (key);\nCREATE TABLE nonsense;"}
    monkeypatch.setattr(store, "MIGRATIONS", {now + 1: "next.sql", now + 2: "last.sql"})
    monkeypatch.setattr(store, "_script", scripts.__getitem__)
    monkeypatch.setattr(store, "SCHEMA_VERSION", now + 2)
    refused(filled, f"has schema {now}, older than")
    refused(filled, "cannot be used", write=True)
    monkeypatch.setattr(store, "SCHEMA_VERSION", now)
    with Ledger(filled) as ledger:
        assert rows(ledger, "SELECT count(*) FROM sqlite_master WHERE name = 'more'") == [(0,)]
    monkeypatch.setattr(store, "SCHEMA_VERSION", now + 1)
    with Ledger(filled, write=True) as ledger:
        assert rows(ledger, "PRAGMA user_version") == [(now + 1,)]
        assert len(ledger.statements()) == 2


def test_a_ledger_of_the_first_schema_can_be_linked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = store.SCHEMA_VERSION
    monkeypatch.setattr(store, "SCHEMA_VERSION", 1)
    with Ledger(path, write=True) as ledger:
        ledger.add([full_reading()])
    monkeypatch.setattr(store, "SCHEMA_VERSION", now)
    refused(path, "has schema 1, older than")
    with Ledger(path, write=True) as ledger:
        *_, found = ledger.link(load_closings())
        assert found.articles == 1 and {row.articles for row in ledger.statements()} == {1}


def test_a_full_disk_is_named_and_loses_only_the_batch(filled: Path) -> None:
    with Ledger(filled, write=True) as ledger:
        before = everything(ledger)
        ledger.connection.execute("PRAGMA max_page_count = 80")
        with pytest.raises(LedgerError, match=r"news\.qawl cannot be written: the disk is full"):
            ledger.add(full_reading(document=document(id=f"more{n}")) for n in range(500))
        assert everything(ledger) == before
    with Ledger(filled, write=True) as ledger:
        assert everything(ledger) == before
        assert rows(ledger, "PRAGMA integrity_check") == [("ok",)]


def test_reading_does_not_let_write(filled: Path) -> None:
    with Ledger(filled) as ledger:
        record = ledger.statements()[0].id
        with pytest.raises(LedgerError, match="was opened to read"):
            ledger.judge(record, "right")


_AS_NOBODY = """
import os, sys
from qawl.ledger import Ledger, LedgerError
os.setgid(65534); os.setuid(65534)
with Ledger(sys.argv[1]) as ledger:
    print(len(ledger.statements()))
try:
    with Ledger(sys.argv[1], write=True) as ledger:
        ledger.judge(sys.argv[2], "right")
except LedgerError as error:
    print(error)
"""


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can become somebody who may not write")
def test_a_file_and_folder_that_cannot_be_written_can_be_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="qawl"))
    try:
        path = folder / "news.qawl"
        with Ledger(path, write=True) as ledger:
            ledger.add([full_reading()])
            record = ledger.statements()[0].id
        path.chmod(0o444)
        folder.chmod(0o555)
        command = [sys.executable, "-c", _AS_NOBODY, str(path), record]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        assert run.stdout.splitlines() == [
            "2",
            f"{path} cannot be written: the file or its folder is read-only",
        ], run.stderr
    finally:
        shutil.rmtree(folder)


def test_two_writers_wait_for_each_other_and_then_say_so(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "BUSY_SECONDS", 0.1)
    with Ledger(filled, write=True) as one, Ledger(filled, write=True) as other:
        one.connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="is being written by another process"):
            other.add([full_reading("2", document=document(id="d2"))])
        one.connection.execute("ROLLBACK")
        assert other.add([full_reading("2", document=document(id="d2"))]).new == 1


def test_a_question_that_takes_too_long_is_stopped(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_OPS_BETWEEN_LOOKS", 1)
    with Ledger(filled) as ledger:
        with pytest.raises(QueryError, match="took too long"):
            ledger.statements(seconds=0)
        assert len(ledger.statements(seconds=60)) == 2
