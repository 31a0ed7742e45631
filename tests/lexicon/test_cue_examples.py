"""Every example of the cue lexicon, read: positive ones give their statement, negative ones none by that cue.

What the reader cannot do yet stands in `known_gaps.txt` and is a strict xfail: a gap that closes fails the test until
its line is taken out. `python tests/lexicon/test_cue_examples.py` writes the file anew.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from marked import is_found, statements

from qawl.lexicon.cues import Cue, load_cues
from qawl.text.fold import fold

GAPS = Path(__file__).with_name("known_gaps.txt")


def is_silent(cue: Cue, text: str) -> bool:
    """Say whether no statement of a negative example has this cue."""
    stem = fold(cue.lemma.split()[0])[:2]
    return not any(stem in fold(found) for found, _, _ in statements(text))


def _examples() -> Iterator[tuple[Cue, str, bool]]:
    for cue in load_cues().cues:
        yield from ((cue, markup, True) for markup in cue.examples)
        yield from ((cue, text, False) for text in cue.negatives)


def _holds(cue: Cue, example: str, positive: bool) -> bool:
    return is_found(example) if positive else is_silent(cue, example)


def _known_gaps() -> frozenset[str]:
    return frozenset(GAPS.read_text(encoding="utf-8").splitlines()) if GAPS.exists() else frozenset()


def _cases() -> Iterator[object]:
    gaps = _known_gaps()
    for cue, example, positive in _examples():
        marks = [pytest.mark.xfail(strict=True, reason="known gap")] if example in gaps else []
        yield pytest.param(cue, example, positive, id=f"{cue.kind}:{example}", marks=marks)


@pytest.mark.parametrize("cue, example, positive", list(_cases()))
def test_example(cue: Cue, example: str, positive: bool) -> None:
    assert _holds(cue, example, positive)


def test_most_examples_are_read() -> None:
    """A floor under the share of gaps; raise it as they close."""
    assert len(_known_gaps()) <= 0.2 * sum(1 for _ in _examples())


if __name__ == "__main__":
    gaps = sorted({example for cue, example, positive in _examples() if not _holds(cue, example, positive)})
    GAPS.write_text("".join(f"{gap}\n" for gap in gaps), encoding="utf-8")
