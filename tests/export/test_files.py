"""Exports: each format read back, files that are whole or not there, and words that stand where they are said to."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from qawl.api import Ledger
from qawl.export.cells import cell
from qawl.export.files import FORMATS, export, replaced
from qawl.ledger.answers import StatementRow
from qawl.reading import read
from qawl.records import Document
from qawl.sources import documents_from_path

SELECTORS = ["TextPositionSelector", "TextQuoteSelector"]


@pytest.fixture(scope="module")
def ledger(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The invented story, linked."""
    with Ledger(tmp_path_factory.mktemp("export") / "l", write=True) as made:
        found = documents_from_path(root / "examples" / "articles.jsonl")
        made.add(read(document) for document in found if isinstance(document, Document))
        list(made.link())
        yield made


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("kind", ["statements", "pledges", "disputes"])
def test_json_lines_and_csv_have_every_row_and_field(ledger: Ledger, tmp_path: Path, kind: str) -> None:
    rows = getattr(ledger, kind)(limit=1000)
    made = {form: export(ledger, form, kind, tmp_path / form) for form in ("jsonl", "csv")}
    assert set(made.values()) == {len(rows)} and len(rows) > 5
    assert [row["id"] for row in lines(tmp_path / "jsonl")] == [row.id for row in rows]
    with (tmp_path / "csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert [row["id"] for row in table] == [row.id for row in rows]
    assert set(table[0]) == set(rows[0].__struct_fields__) == set(lines(tmp_path / "jsonl")[0])


def test_parquet_holds_the_same(ledger: Ledger, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    count = export(ledger, "parquet", "statements", tmp_path / "p")
    table = parquet.read_table(tmp_path / "p")
    assert table.num_rows == count
    rows = ledger.statements(limit=1000)
    assert table["content"].to_pylist() == [row.content for row in rows]
    assert table["articles"].to_pylist() == [row.articles for row in rows]


def test_plover_has_its_field_names_and_the_status(ledger: Ledger, tmp_path: Path) -> None:
    assert export(ledger, "plover", "statements", tmp_path / "p") > 20
    names = "id date actor recipient event mode context status event_text text_info cite_info".split()
    for act in lines(tmp_path / "p"):
        assert list(act) == names
        info, cited = act["text_info"], act["cite_info"]
        assert isinstance(info, dict) and isinstance(cited, dict)
        assert ledger.text(cited["document"])[info["start"] : info["end"]] == act["event_text"]
        assert act["status"] in ("asserted", "attributed", "alleged", "denied", "conditional", "expected", "asked")


@pytest.mark.parametrize("kind", ["statements", "pledges", "disputes"])
def test_both_selectors_of_an_annotation_lead_to_its_words(ledger: Ledger, tmp_path: Path, kind: str) -> None:
    rows = {f"urn:qawl:{row.id}": row for row in getattr(ledger, kind)(limit=1000)}
    assert export(ledger, "annotations", kind, tmp_path / "a") == len(rows)
    for made in lines(tmp_path / "a"):
        row, targets = rows[str(made["id"])], made["target"]
        text = ledger.text(row.document)
        assert made["@context"] == "http://www.w3.org/ns/anno.jsonld" and made["type"] == "Annotation"
        assert isinstance(targets, list) and targets
        for target in targets:
            position, quote = target["selector"]
            assert [position["type"], quote["type"]] == SELECTORS
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"])
        if isinstance(row, StatementRow):
            assert " … ".join(target["selector"][1]["exact"] for target in targets) == row.content


def test_filters_hold(ledger: Ledger, tmp_path: Path) -> None:
    assert export(ledger, "jsonl", "statements", tmp_path / "a", outlet="المدار", since="2024-03-12", once=True) > 3
    found = lines(tmp_path / "a")
    assert {row["outlet"] for row in found} == {"المدار نت"}
    assert all(str(row["published"]) >= "2024-03-12" for row in found)


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_found_is_an_empty_file(ledger: Ledger, tmp_path: Path, form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    assert export(ledger, form, "statements", tmp_path / "e", outlet="nobody") == 0
    assert (tmp_path / "e").exists()


def test_a_file_is_whole_or_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_bytes(b"before")

    def broken() -> None:
        with replaced(path) as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert path.read_bytes() == b"before" and list(tmp_path.iterdir()) == [path]
    with replaced(path) as file:
        file.write(b"after")
    assert path.read_bytes() == b"after" and list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(words: str) -> None:
    assert cell(words) == f"'{words}" and cell((words, "b")) == f"'{words}; b"
    assert cell("كلام") == "كلام" and cell(3) == 3
