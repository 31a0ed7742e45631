"""`docs/reading.md` is held to what it describes: every module and every rule has its place in it."""

import re
from pathlib import Path

import pytest

from qawl.reading import read
from qawl.records import Document

from .cases import document, statement_files

ASPECTS = {"perfect", "imperfect", "participle", "noun"}


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs" / "reading.md").read_text(encoding="utf-8")


def described(page: str) -> set[str]:
    """Return the rules of the table, as `a:…` or in full."""
    table = page.split("| rule | made by |")[1].split("## ")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("|")]
    return {rule for cell in rows for rule in re.findall(r"`([^`]+)`", cell)}


def is_described(rule: str, rules: set[str]) -> bool:
    first, *rest = rule.split(":")
    return rule in rules or f"{first}:…" in rules or first in ASPECTS and f"…:{rest[-1]}" in rules


def test_every_rule_is_described(page: str) -> None:
    cases = [case for file in statement_files().values() for case in file.case]
    seen = {statement.rule for case in cases for statement in read(document(case)).statements}
    assert len(seen) > 10
    assert not {rule for rule in seen if not is_described(rule, described(page))}


def test_an_unknown_rule_is_noticed(page: str) -> None:
    assert not is_described("guess:clause", described(page))


def test_every_module_is_named(root: Path, page: str) -> None:
    modules = {path.name for path in (root / "src" / "qawl" / "reading").glob("[a-z]*.py")} - {"drafts.py"}
    assert not {name for name in modules if f"`{name}`" not in page and name not in page}


def test_the_page_stays_short(page: str) -> None:
    assert len(page.splitlines()) < 120


def test_reading_says_which_program_made_it() -> None:
    assert read(Document(id="d", text="")).reader.name == "qawl"
