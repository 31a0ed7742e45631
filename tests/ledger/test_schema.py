"""The schema beside the record types: each field has its columns, each table and view its place and its words."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from qawl.ledger import Ledger, answers
from qawl.ledger.columns import columns, fields, kinds
from qawl.ledger.identity import LETTERS
from qawl.ledger.rows import REFERENCES, SEARCHED
from qawl.ledger.store import APPLICATION_ID, SCHEMA_VERSION
from qawl.ledger.writer import table_columns
from qawl.records import Dateline, Document, Reader, Reading

from .builders import rows


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "l.qawl", write=True) as made:
        yield made


@pytest.fixture(scope="module")
def script(root: Path) -> str:
    folder = root / "src" / "qawl" / "ledger"
    return "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("schema*.sql")))


def names(ledger: Ledger, table: str) -> list[str]:
    return [row[1] for row in rows(ledger, f"PRAGMA table_info({table})")]


@pytest.mark.parametrize("kind", kinds())
def test_every_field_of_a_record_has_its_columns(ledger: Ledger, kind: str) -> None:
    missing = set(table_columns(kind)) - set(names(ledger, kind))
    assert not missing, f"src/qawl/ledger/schema.sql: add to `CREATE TABLE {kind}` the columns {sorted(missing)}"
    left = set(names(ledger, kind)) - set(table_columns(kind))
    assert not left, f"src/qawl/ledger/schema.sql: `{kind}` has columns of no field: {sorted(left)}"


def test_every_field_of_document_reader_and_dateline_has_its_columns(ledger: Ledger) -> None:
    assert set(columns(Document)) - {"text", "local_id"} <= set(names(ledger, "documents"))
    held = {f"reader_{name}" for name in columns(Reader)} | {f"dateline_{name}" for name in columns(Dateline)}
    assert held == set(names(ledger, "readings")) - {"document"}


def test_a_reading_holds_nothing_that_has_no_table() -> None:
    assert set(kinds()) == set(LETTERS)
    assert len(set(LETTERS.values())) == len(LETTERS)
    assert {field.name for field in fields(Reading)} == {"document", "reader", "dateline", *kinds()}


def test_what_is_referred_to_and_searched_are_fields() -> None:
    for kind, named in {**{kind: set(of) for kind, of in REFERENCES.items()}, **SEARCHED}.items():
        assert set(named) <= set(columns(kinds()[kind]))


@pytest.mark.parametrize(
    ("view", "row"),
    [
        ("v_statements", answers.StatementRow),
        ("v_pledges", answers.PledgeRow),
        ("v_disputes", answers.DisputeRow),
        ("v_roles", answers.RoleRow),
    ],
)
def test_rows_are_the_columns_of_their_view(ledger: Ledger, view: str, row: type[answers.Row]) -> None:
    assert set(row.__struct_fields__) <= set(names(ledger, view))


def test_the_file_says_what_it_is(ledger: Ledger) -> None:
    assert rows(ledger, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert rows(ledger, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert rows(ledger, "PRAGMA journal_mode") == [("wal",)]
    assert rows(ledger, "PRAGMA foreign_keys") == [(1,)]


def test_every_table_and_view_is_described_above_or_in_the_docs(script: str, root: Path) -> None:
    page = (root / "docs" / "ledger.md").read_text(encoding="utf-8")
    named = re.findall(r"^CREATE (?:VIRTUAL )?(?:TABLE|VIEW) (\w+)", script, re.MULTILINE)
    assert len(named) > 25
    assert not [name for name in named if f"`{name}`" not in page]


def test_judgements_are_never_changed(ledger: Ledger) -> None:
    ledger.connection.execute("PRAGMA foreign_keys = OFF")
    ledger.connection.execute("INSERT INTO judgements (record, verdict, made) VALUES (1, 'right', 'now')")
    for change in ("UPDATE judgements SET verdict = 'wrong'", "DELETE FROM judgements"):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            ledger.connection.execute(change)
