"""Every example of `data/disputes.toml`, read: positive ones give their dispute, negative ones none."""

import pytest

from qawl.lexicon.cues import parse_example
from qawl.lexicon.disputes import load_disputes
from qawl.reading import read
from qawl.records import Dispute, Document

TITLE = "أخبار متفرقة من المنطقة"
_EDGES = " .,،"


def _disputes(text: str) -> tuple[str, tuple[Dispute, ...]]:
    whole = f"{TITLE}\n\n{text}"
    return whole, read(Document(id="example", text=whole)).disputes


@pytest.mark.parametrize("markup", load_disputes().examples)
def test_an_example_gives_its_dispute(markup: str) -> None:
    text, _, denier, claim = parse_example(markup)
    assert denier is not None
    whole, found = _disputes(text)
    assert [(d.claim.of(whole).strip(_EDGES), d.denied_by) for d in found] == [(claim[0].of(text), (denier.of(text),))]


@pytest.mark.parametrize("text", load_disputes().negatives)
def test_a_negative_example_gives_none(text: str) -> None:
    assert _disputes(text)[1] == ()
