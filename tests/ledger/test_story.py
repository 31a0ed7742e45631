"""A story: its steps in the order of the days, each told once, with what became of the pledges."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qawl.api import Ledger
from qawl.ledger import QueryError
from qawl.reading import read
from qawl.records import Document
from qawl.sources import documents_from_path

END = "2024-04-30"


@pytest.fixture(scope="module")
def linked(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The invented story, linked."""
    with Ledger(tmp_path_factory.mktemp("story") / "l", write=True) as ledger:
        found = documents_from_path(root / "examples" / "articles.jsonl")
        ledger.add(read(document) for document in found if isinstance(document, Document))
        list(ledger.link())
        yield ledger


def test_the_reply_is_promised_overdue_and_kept_late(linked: Ledger) -> None:
    steps = list(linked.story(text="رد", as_of=END, limit=500))
    days = [step.day or "" for step in steps]
    assert days == sorted(days)
    promised = next(step for step in steps if step.what == "promise" and step.who == "فيكتوريا")
    kept = [step for step in steps if step.what == "kept late" and step.about == promised.id]
    assert (promised.day, promised.articles, promised.witnesses) == ("2024-03-08", 2, 1)
    assert [step.day for step in kept] == ["2024-03-29"]
    assert {"promise", "demand", "deny", "dispute", "overdue", "kept late"} <= {step.what for step in steps}


def test_what_was_not_yet_known_is_not_told(linked: Ledger) -> None:
    told = linked.story(text="رد", as_of="2024-03-25", limit=500)
    assert "kept late" not in {step.what for step in told}
    assert any(step.what == "overdue" and step.about and step.who == "فيكتوريا" for step in told)


def test_each_thing_is_told_once(linked: Ledger) -> None:
    told = [step for step in linked.story(text="خفر", limit=500) if "ثرواتها" in step.words]
    assert [(step.articles, step.witnesses) for step in told] == [(3, 1)]


def test_between_two_parties_is_what_one_of_them_has_part_in(linked: Ledger) -> None:
    both, one = linked.story("سيشل", "موريشيوس", limit=500), linked.story("سيشل", limit=500)
    assert {step.id for step in both} and len(both) < len(linked.statements(limit=500))
    assert not {step.id for step in both} <= {step.id for step in one}


def test_days_narrow_a_story_and_a_long_one_goes_on_from_a_day(linked: Ledger) -> None:
    days = {step.day for step in linked.story(text="الرد", since="2024-03-11", until="2024-03-14", as_of="2024-03-14")}
    assert days and min(map(str, days)) >= "2024-03-11" and max(map(str, days)) <= "2024-03-14"
    short = linked.story(text="الرد", limit=3)
    assert len(short) == 3 and short.next == linked.story(text="الرد", limit=4)[3].day


def test_a_story_is_of_something(linked: Ledger) -> None:
    with pytest.raises(QueryError, match="needs words, or a party"):
        linked.story()
    assert not linked.story("لا أحد")
