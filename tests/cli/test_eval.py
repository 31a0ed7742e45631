"""`qawl eval`: the figures as a table, as JSON, with what went wrong."""

import json
from pathlib import Path

import pytest

from qawl.reading import read
from qawl.records import Document

from .commands import TEXT, qawl


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Return a gold folder of one article, whose gold is what the reader reads, but for one speaker's name."""
    document = {"id": "one", "text": TEXT, "published": "2022-01-25"}
    data = qawl("read", "-", "--json", stdin=json.dumps(document).encode()).stdout
    reading = json.loads(data)
    reading["statements"][0]["who"] = "سمير النجار"
    fields = {name: reading[name] for name in ("dateline", "statements", "times", "quantities", "pledges", "disputes")}
    (tmp_path / "one.json").write_text(json.dumps(document), encoding="utf-8")
    (tmp_path / "one.gold.json").write_text(json.dumps({"id": "one", **fields}), encoding="utf-8")
    return tmp_path


def test_the_table_has_the_headline_figure(gold: Path) -> None:
    result = qawl("eval", gold)
    assert (result.returncode, result.stderr) == (0, b"")
    assert "usable" in result.stdout.decode()


def test_json_holds_what_the_table_says(gold: Path) -> None:
    figures = json.loads(qawl("eval", gold, "--json").stdout)
    statements = len(read(Document(id="one", text=TEXT, published="2022-01-25")).statements)
    assert figures["documents"] == 1
    assert figures["roles"]["content"]["exact"]["f1"] == 1
    assert figures["usable"]["right"] == statements - 1
    assert "misses" not in figures


def test_misses_show_what_gold_has_and_what_was_read(gold: Path) -> None:
    assert "wrong who" in qawl("eval", gold, "--misses").stdout.decode()
    [miss] = json.loads(qawl("eval", gold, "--json", "--misses").stdout)["misses"]
    assert miss["kind"] == "wrong who"
    assert miss["gold"]["words"] == "سمير النجار"


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    result = qawl("eval", tmp_path)
    assert result.returncode == 1
    assert str(tmp_path) in result.stderr.decode()
    assert b"Traceback" not in result.stderr


def test_broken_gold_is_an_error_that_names_the_file(gold: Path) -> None:
    (gold / "one.gold.json").write_text("{", encoding="utf-8")
    result = qawl("eval", gold)
    assert result.returncode == 1
    assert "one.gold.json" in result.stderr.decode()
    assert b"Traceback" not in result.stderr


def test_a_missing_folder_is_wrong_usage(tmp_path: Path) -> None:
    assert qawl("eval", tmp_path / "none").returncode == 2
