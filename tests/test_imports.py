"""Data flows one way: a folder imports only from the folders that the design lets it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "qawl"

ANY = {"text", "records", "lexicon", "reading", "sources", "ledger", "scale", "export", "evaluation", "web", "cli"}
MAY_IMPORT = {
    "text": set(),
    "records": {"text"},
    "lexicon": {"text"},
    "reading": {"text", "records", "lexicon"},
    "sources": {"text", "records"},
    "ledger": {"text", "records"},
    "scale": {"reading", "sources", "ledger", "records"},
    "export": {"records", "ledger"},
    "evaluation": {"records", "text"},
    "web": ANY - {"cli"},
    "cli": ANY,
}


def imported(source: str, package: str) -> Iterator[str]:
    """Yield the dotted names that a module of `package` imports, at its top or inside functions."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def folders(names: Iterator[str]) -> set[str]:
    """Return which of qawl's folders these names lie in."""
    parts = (name.split(".") for name in names)
    return {part[1] for part in parts if part[0] == "qawl" and len(part) > 1 and part[1] in ANY}


def modules() -> list[Path]:
    return sorted(path for path in SOURCE.rglob("*.py") if path.parent != SOURCE)


def test_every_folder_of_the_source_has_its_place_in_the_table() -> None:
    assert {path.relative_to(SOURCE).parts[0] for path in modules()} <= MAY_IMPORT.keys()


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_follow_the_table(path: Path) -> None:
    folder = path.relative_to(SOURCE).parts[0]
    package = ".".join(("qawl", *path.relative_to(SOURCE).parts[:-1]))
    found = folders(imported(path.read_text(encoding="utf-8"), package))
    assert found - {folder} <= MAY_IMPORT[folder]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import qawl.cli.main", {"cli"}),
        ("from qawl import ledger", {"ledger"}),
        ("from qawl.reading import read", {"reading"}),
        ("def f():\n    from ..cli import main", {"cli"}),
        ("from . import entries", {"lexicon"}),
        ("import json\nfrom rich.text import Text\nimport qawl\nfrom qawl import __version__", set()),
    ],
)
def test_the_check_sees_every_way_to_import(source: str, expected: set[str]) -> None:
    assert folders(imported(source, "qawl.lexicon")) == expected
