"""Every example of `data/quantities.toml`, read: positive ones give what they mark, negative ones nothing."""

import pytest

from qawl.lexicon.quantities import load_quantities, parse_example
from qawl.reading import read
from qawl.records import Document, Quantity

TITLE = "أخبار متفرقة من المنطقة"


def quantities(text: str) -> tuple[str, tuple[Quantity, ...]]:
    whole = f"{TITLE}\n\n{text}."
    return whole, read(Document(id="example", text=whole)).quantities


@pytest.mark.parametrize("markup", load_quantities().examples)
def test_an_example_gives_what_it_marks(markup: str) -> None:
    text, marked = parse_example(markup)
    whole, found = quantities(text)
    assert [(q.span.of(whole), round(q.value, 4), q.unit or "", q.unit_code or "") for q in found] == marked


@pytest.mark.parametrize("text", load_quantities().negatives)
def test_a_negative_example_gives_nothing(text: str) -> None:
    assert quantities(text)[1] == ()
