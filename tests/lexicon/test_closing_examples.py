"""Every example of `data/closings.toml`, followed: the owed act is closed by the sentence, or is not."""

import pytest

from qawl.ledger.linking.contents import bare_word, content, stem
from qawl.ledger.linking.deeds import deeds, sorts_owed
from qawl.ledger.linking.following import LEAST_SHARED
from qawl.lexicon.closings import WITHDRAWAL, load_closings

LEXICON = load_closings()


def closes(example: str) -> bool:
    """Say whether a deed of the sentence is of the sort that is owed and names enough of what it is about."""
    owed, _, told = example.partition(" = ")
    about = {stem(bare_word(word)) for word in content(owed)} | (LEXICON.bare & set(owed.split()))
    sorts = sorts_owed(owed, LEXICON) | {WITHDRAWAL}
    return any(
        deed.sorts & sorts and len(deed.words & about) >= min(LEAST_SHARED, len(about) - 1)
        for deed in deeds(told, LEXICON)
    )


@pytest.mark.parametrize("example", LEXICON.examples)
def test_an_example_is_closed(example: str) -> None:
    assert closes(example)


@pytest.mark.parametrize("example", LEXICON.negatives)
def test_a_negative_is_not(example: str) -> None:
    assert not closes(example)


def test_the_forms_are_generated() -> None:
    assert {"تسلمت", "تسلموا", "تسلمنا"} <= LEXICON.done.keys()
    assert "يسلم" in LEXICON.owed and "سحب" in LEXICON.bare
    assert all(LEXICON.done.values())
