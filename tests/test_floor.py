"""The gate: fails under a floor, fails on other gold, moves only when told to."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from qawl.reading import read
from qawl.records import Document, Reading

TEXT = "خبر\n\nقال الوزير سالم الحداد إن الاجتماع سيعقد غداً، وأضاف: «لن نقبل بالشروط التي طرحها الوفد»."


@pytest.fixture
def floor(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the gate, looking at a repository whose only gold is what the reader reads."""
    spec = importlib.util.spec_from_file_location("floor", root / "benchmarks" / "floor.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "floor", module)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path / "main")
    monkeypatch.setattr(module, "FLOOR", tmp_path / "main" / "evaluation" / "floor.json")
    monkeypatch.setattr(module, "CORPUS", tmp_path / "nowhere.jsonl.gz")
    write_gold(tmp_path / "main" / module.OWN)
    return module


def write_gold(folder: Path) -> None:
    document = Document(id="one", text=TEXT)
    reading = json.loads(msgspec.json.encode(read(document)))
    names = ("dateline", "statements", "times", "quantities", "pledges", "disputes")
    folder.mkdir(parents=True)
    (folder / "one.json").write_bytes(msgspec.json.encode(document))
    (folder / "one.gold.json").write_text(json.dumps({"id": "one", **{name: reading[name] for name in names}}))


def worse(document: Document) -> Reading:
    """Read everything but the first statement."""
    reading = read(document)
    return msgspec.structs.replace(reading, statements=reading.statements[1:])


def test_without_a_floor_it_fails(floor: ModuleType) -> None:
    assert floor.main([]) == 1


def test_an_accepted_floor_holds(floor: ModuleType) -> None:
    assert floor.main(["--accept"]) == 0
    assert floor.load()[floor.OWN].figures["usable"] == 1
    assert floor.main([]) == 0


def test_a_lower_figure_fails_until_it_is_accepted(
    floor: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    floor.main(["--accept"])
    monkeypatch.setattr(floor, "read", worse)
    assert floor.main([]) == 1
    assert "UNDER ITS FLOOR" in capsys.readouterr().out
    assert floor.main(["--accept"]) == 0
    assert floor.main([]) == 0


def test_other_gold_fails_even_with_the_same_figures(floor: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    floor.main(["--accept"])
    path = floor.ROOT / floor.OWN / "one.json"
    path.write_bytes(path.read_bytes() + b"\n")
    assert floor.main([]) == 1
    assert "not what the floor was measured on" in capsys.readouterr().out


def test_shared_gold_keeps_its_floor_where_it_is_absent(floor: ModuleType) -> None:
    kept = floor.Floor("hash", {"usable": 0.5})
    floor.save({floor.SHARED: kept})
    floor.main(["--accept"])
    assert floor.load()[floor.SHARED] == kept
