"""What a Python program uses: loaded when first named, and the same as the parts."""

import subprocess
import sys
from pathlib import Path

import pytest

import qawl
from cli.commands import TEXT
from qawl.ledger.writer import Added
from qawl.records import Document


def test_importing_qawl_loads_neither_reader_nor_ledger() -> None:
    code = "import sys, qawl; print([name for name in sys.modules if name.startswith('qawl.') or name == 'sqlite3'])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        qawl.nothing  # type: ignore[attr-defined]  # noqa: B018


def test_read_takes_a_text_and_its_day() -> None:
    reading = qawl.read(TEXT, published="2024-03-05")
    assert (reading.document.published, reading.document.text) == ("2024-03-05", TEXT)
    assert reading.statements


def test_a_ledger_reads_what_it_does_not_know(tmp_path: Path) -> None:
    documents = [Document(id=str(n), text=f"{TEXT} {n}") for n in range(3)]
    with qawl.Ledger(tmp_path / "l.qawl", write=True) as ledger:
        assert ledger.ingest(documents[:2]) == Added(new=2)
        assert ledger.ingest(documents) == Added(new=1, known=2)
        assert {row.speaker for row in ledger.statements(party="الحداد")} == {"سالم الحداد"}
    with qawl.Ledger(tmp_path / "l.qawl") as ledger:
        assert len(ledger.search("الاجتماع")) == 3
