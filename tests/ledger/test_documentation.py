"""`docs/ledger.md`: its questions are run, and every command in it is one."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import qawl
from qawl.cli.main import COMMANDS
from qawl.evaluation.gold import load_gold
from qawl.reading import read
from qawl.records import Reading

from .builders import replaced


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs" / "ledger.md").read_text(encoding="utf-8")


def story(root: Path) -> Iterator[Reading]:
    """Yield the story as it is read, with the pledges and disputes of its gold, whatever the reader finds of them."""
    for article in load_gold(root / "examples" / "gold"):
        gold = article.gold
        yield replaced(read(article.document), pledges=gold.pledges, disputes=gold.disputes)


def test_every_question_is_answered(page: str, root: Path, tmp_path: Path) -> None:
    questions = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
    assert len(questions) == 10
    with qawl.Ledger(tmp_path / "story.qawl", write=True) as ledger:
        ledger.add(story(root))
        ledger.judge(ledger.statements()[0].id, "right")
        for sql in questions:
            assert ledger.connection.execute(sql).fetchall(), sql


def test_every_command_is_one(page: str) -> None:
    named = set(re.findall(r"(?:^    |`)qawl ([a-z]+)", page, re.MULTILINE))
    assert len(named) > 5
    assert named <= set(COMMANDS)
