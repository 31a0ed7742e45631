import json
from pathlib import Path
from typing import Any

import pytest

from qawl.evaluation.gold import GoldError, load_gold
from qawl.text.span import Span

FIELDS: dict[str, Any] = {
    "id": "a",
    "dateline": {"place": None, "agencies": [], "date": None},
    "statements": [
        {"cue": [0, 3], "speaker": None, "who": "سامر", "content": [[4, 8]], "mode": "direct", "force": "assert"}
    ],
    "times": [],
    "quantities": [{"span": [4, 8], "value": 3, "unit": None}],
    "pledges": [{"act": [4, 8], "by": "سامر", "to": None, "kind": "promise", "due": None, "condition": None}],
    "disputes": [{"claim": [4, 8], "claimed_by": [], "denial": [4, 8], "denied_by": ["سامر"]}],
}


def write(folder: Path, name: str = "a", text: str = "قال نبقى", **fields: Any) -> None:
    document = {"id": name, "text": text, "published": None, "outlet_note": "unknown fields are welcome"}
    (folder / f"{name}.json").write_text(json.dumps(document), encoding="utf-8")
    gold = FIELDS | {"id": name} | fields
    (folder / f"{name}.gold.json").write_text(json.dumps(gold), encoding="utf-8")


def with_statement(**fields: Any) -> dict[str, Any]:
    return {"statements": [FIELDS["statements"][0] | fields]}


def test_articles_come_in_the_order_of_their_ids(tmp_path: Path) -> None:
    for name in ("b", "c", "a"):
        write(tmp_path, name)
    assert [article.document.id for article in load_gold(tmp_path)] == ["a", "b", "c"]
    assert [article.document.id for article in load_gold(tmp_path, {"c", "a"})] == ["a", "c"]
    (statement,) = load_gold(tmp_path)[0].gold.statements
    assert (statement.cue, statement.content, statement.headline) == (Span(0, 3), (Span(4, 8),), False)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (with_statement(cue=[0, "3"]), "`$.statements[0].cue[1]`"),
        (with_statement(cue=[0]), "`$.statements[0].cue`"),
        (with_statement(force="shout"), "`$.statements[0].force`"),
        (with_statement(content=[[4, 9]]), r"statements[0].content[0]: [4, 9]"),
        (with_statement(speaker=[5, 5]), r"statements[0].speaker: [5, 5]"),
        (with_statement(occasion=[-1, 2]), r"statements[0].occasion: [-1, 2]"),
        ({"quantities": [{"span": [4, 8], "value": "3"}]}, "`$.quantities[0].value`"),
        ({"disputes": [FIELDS["disputes"][0] | {"denial": [7, 4]}]}, r"disputes[0].denial: [7, 4]"),
        ({"id": "z"}, "id: 'z'"),
    ],
)
def test_a_wrong_field_is_named_with_its_file(tmp_path: Path, fields: dict[str, Any], problem: str) -> None:
    write(tmp_path)
    (tmp_path / "a.gold.json").write_text(json.dumps(FIELDS | fields), encoding="utf-8")
    with pytest.raises(GoldError) as raised:
        load_gold(tmp_path)
    assert "a.gold.json" in str(raised.value)
    assert problem in str(raised.value)


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_a_missing_field_is_named(tmp_path: Path, field: str) -> None:
    write(tmp_path)
    left = {name: value for name, value in FIELDS.items() if name != field}
    (tmp_path / "a.gold.json").write_text(json.dumps(left), encoding="utf-8")
    with pytest.raises(GoldError, match=rf"a\.gold\.json: .*`{field}`"):
        load_gold(tmp_path)


@pytest.mark.parametrize("content", [b"", b"{", b'{"id": "\xff"}', b"[]"])
@pytest.mark.parametrize("name", ["a.json", "a.gold.json"])
def test_a_file_that_is_no_such_json_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    write(tmp_path)
    (tmp_path / name).write_bytes(content)
    with pytest.raises(GoldError, match=rf"/{name}: "):
        load_gold(tmp_path)


def test_a_missing_document_is_named(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "a.json").unlink()
    with pytest.raises(GoldError, match=r"a\.gold\.json: its document a\.json is missing"):
        load_gold(tmp_path)


def test_ids_without_gold_are_named(tmp_path: Path) -> None:
    write(tmp_path)
    with pytest.raises(GoldError, match="no gold for x, y"):
        load_gold(tmp_path, ["y", "a", "x"])


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"no ID\.gold\.json"):
        load_gold(tmp_path)
    with pytest.raises(GoldError, match="not a folder"):
        load_gold(tmp_path / "none")
