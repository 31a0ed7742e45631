"""Every example of `data/pledges.toml`, read: positive ones give their pledge, negative ones none."""

from collections.abc import Iterator

import pytest

from qawl.lexicon.cues import parse_example
from qawl.lexicon.pledges import Governor, load_pledges
from qawl.reading import read
from qawl.records import Document, Pledge

TITLE = "أخبار متفرقة من المنطقة"
_EDGES = " .,،"


def _pledges(text: str) -> tuple[str, tuple[Pledge, ...]]:
    whole = f"{TITLE}\n\n{text}"
    return whole, read(Document(id="example", text=whole)).pledges


def _examples() -> Iterator[object]:
    for governor in load_pledges().governors:
        for markup in governor.examples:
            yield pytest.param(governor, markup, id=markup)


def _negatives() -> Iterator[str]:
    for governor in load_pledges().governors:
        yield from governor.negatives


@pytest.mark.parametrize("governor, markup", list(_examples()))
def test_an_example_gives_its_pledge(governor: Governor, markup: str) -> None:
    text, _, party, act = parse_example(markup)
    assert party is not None
    whole, found = _pledges(text)
    assert [(p.act.of(whole).strip(_EDGES), p.by) for p in found] == [(act[0].of(text), party.of(text))]
    assert governor.kind == found[0].kind or governor.kind == "plan"


@pytest.mark.parametrize("text", list(_negatives()))
def test_a_negative_example_gives_none(text: str) -> None:
    assert _pledges(text)[1] == ()


def test_every_governor_has_an_example() -> None:
    assert [governor.lemma for governor in load_pledges().governors if not governor.examples] == []
