"""`docs/reading.md` is held to what it describes: every module and every rule has its place in it."""

import re
from pathlib import Path

import pytest

from qawl.reading import read
from qawl.records import Actor, Document

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


def test_the_example_of_actors_says_what_it_prints(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = (root / "docs" / "actors.md").read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
    exec(code, {})
    assert capsys.readouterr().out == code.rstrip().split("\n# ")[1] + "\n"


def test_every_field_of_an_actor_is_described(root: Path) -> None:
    text = (root / "docs" / "actors.md").read_text(encoding="utf-8")
    described = re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
    assert {*described, "id"} == set(Actor.__struct_fields__)
