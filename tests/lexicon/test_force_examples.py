"""Every example of `data/force.toml`, read: its first statement has the force, a negative one's has not."""

import pytest

from qawl.lexicon.force import Example, load_forces
from qawl.reading import read
from qawl.records import Document
from qawl.text.fold import fold

TITLE = "أخبار متفرقة من المنطقة"


@pytest.mark.parametrize("example", [pytest.param(e, id=e.text) for e in load_forces().examples])
def test_an_example_has_its_force(example: Example) -> None:
    statements = read(Document(id="example", text=f"{TITLE}\n\n{example.text}")).statements
    assert statements
    assert (statements[0].force == example.force) == example.holds


@pytest.mark.parametrize(
    ("form", "force"), [("ضرورة", "demand"), ("قلقه", "expect"), ("استعدادها", "commit"), ("الشكر", "support")]
)
def test_nouns_are_found_as_written(form: str, force: str) -> None:
    assert load_forces().nouns[fold(form)] == force


def test_verbs_have_their_forms_and_judgements_theirs() -> None:
    lexicon = load_forces()
    assert {fold(form) for form in ("انتهكت", "ينتهكون", "ماطل", "تماطل")} <= lexicon.wrongs
    assert {fold(form) for form in ("قصفت", "يقصفون")} <= lexicon.wrongs_of_named
    assert {fold(form) for form in ("باطلة", "جائرون", "مهزلة")} <= lexicon.judgements
