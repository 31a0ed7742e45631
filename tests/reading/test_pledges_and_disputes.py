"""Every case of pledges and disputes; what holds for them on any text; the seed story."""

from pathlib import Path

import msgspec
import pytest

from qawl.reading import read
from qawl.records import Document, Reading

from .cases import params
from .records import (
    DisputeCase,
    PledgeCase,
    dispute_cases,
    dispute_in_words,
    pledge_cases,
    pledge_in_words,
)


@pytest.mark.parametrize("case", params("", pledge_cases()))
def test_pledges_of_a_case(case: PledgeCase) -> None:
    text = case.document.text
    found = read(case.document).pledges
    wanted = [msgspec.to_builtins(expected) for expected in case.pledges]
    assert [pledge_in_words(pledge, text) for pledge in found] == [
        {name: value for name, value in record.items() if name != "to"} for record in wanted
    ]
    for pledge, record in zip(found, wanted, strict=True):
        assert record["to"] is None or pledge.to == record["to"]


@pytest.mark.parametrize("case", params("", dispute_cases()))
def test_disputes_of_a_case(case: DisputeCase) -> None:
    text = case.document.text
    wanted = [msgspec.to_builtins(expected) for expected in case.disputes]
    assert [dispute_in_words(dispute, text) for dispute in read(case.document).disputes] == wanted


@pytest.mark.parametrize("ids", [[case.id for case in pledge_cases()], [case.id for case in dispute_cases()]])
def test_ids_are_unique(ids: list[str]) -> None:
    assert len(ids) == len(set(ids))


@pytest.fixture(scope="module")
def seed(root: Path) -> Reading:
    path = root.parent / "shared" / "seed" / "seed-0000.txt"
    if not path.exists():
        pytest.skip("the seed story is not here")
    return read(Document(id="seed-0000", text=path.read_text(encoding="utf-8").strip(), published="2022-01-25"))


def test_the_seed_story_gives_a_promise_an_offer_and_what_is_awaited(seed: Reading) -> None:
    assert [(p.kind, p.by, p.to) for p in seed.pledges] == [
        ("expectation", "الولايات المتحدة", "روسيا"),
        ("offer", "الولايات المتحدة", "روسيا"),
        ("promise", "الولايات المتحدة", "روسيا"),
    ]
    assert [p.due for p in seed.pledges] == ["2022-W04", None, None]


def test_the_seed_story_gives_one_dispute(seed: Reading) -> None:
    assert [(d.claimed_by, d.denied_by) for d in seed.disputes] == [
        (("السلطات في كييف والإدارة الأمريكية وحلفاؤها",), ("روسيا",))
    ]
