import json

from msgspec.structs import replace

from qawl.evaluation.score import Evaluation, score
from qawl.evaluation.summary import as_json, format_confusion, format_table

from .builders import FIRST, SECOND, THIRD, article, gold


def example() -> Evaluation:
    predicted = gold(FIRST, replace(SECOND, force="deny", who="كريم"))
    return score([(predicted, article(gold(FIRST, SECOND, THIRD)))])


def row(name: str) -> str:
    (line,) = [line for line in format_table(example()).splitlines() if line.startswith(name)]
    return " ".join(line.removeprefix(name).split())


def test_table_rows() -> None:
    assert format_table(example()).startswith("1 documents, 3 statements in gold\n")
    assert row("usable") == "50.0 33.3 40.0 1 / 2 / 3 95 %: 40.0–40.0"
    assert row("quotation exact") == "100.0 66.7 80.0 2 / 2 / 3"
    assert row("who, all records") == "50.0 33.3 40.0 1 / 2 / 3"
    assert row("who, aligned pairs") == "50.0 1 / 2"
    assert row("who, none written") == "0.0 0 / 1"
    assert row("force") == "50.0 1 / 2"
    assert row("times value") == "– – – 0 / 0 / 0"
    assert row("dateline place") == "– 0 / 0"
    assert row("offsets in the text") == "100.0 6 / 6"


def test_table_fits_a_terminal() -> None:
    assert max(map(len, format_table(example()).splitlines())) <= 80


def test_confusion_has_gold_in_rows() -> None:
    assert [line.split() for line in format_confusion(example()).splitlines()] == [
        ["gold,", "read", "as", "→", "assert", "deny"],
        ["assert", "1", "1"],
        ["deny", "·", "·"],
    ]


def test_json_form() -> None:
    data = json.loads(json.dumps(as_json(example(), with_misses=True)))
    assert data["usable"] == {"precision": 0.5, "recall": 1 / 3, "f1": 0.4, "right": 1, "predicted": 2, "gold": 3}
    assert data["usable_interval"] == [0.4, 0.4]
    assert data["roles"]["speaker"]["exact"]["recall"] == 0.5
    assert data["who"]["unwritten"] == {"share": 0.0, "right": 0, "of": 1}
    assert data["times"]["full"]["f1"] is None
    assert data["force_confusion"] == {"assert": {"assert": 1, "deny": 1}}
    assert data["by_document"]["a"]["f1"] == 0.4
    assert [miss["kind"] for miss in data["misses"]] == ["wrong who", "wrong force", "missed statement"]
    assert "misses" not in as_json(example())
