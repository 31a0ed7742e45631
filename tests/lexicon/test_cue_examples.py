"""Every example of the cue lexicon, read: positive ones give their statement, negative ones none by that cue.

What the reader cannot do yet stands in `known_gaps.txt` and is a strict xfail: a gap that closes fails the test until
its line is taken out. `python tests/lexicon/test_cue_examples.py` writes the file anew.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qawl.lexicon.cues import Cue, load_cues, parse_example
from qawl.records import Document
from qawl.text.fold import fold
from qawl.text.span import Span

reading = pytest.importorskip("qawl.reading", reason="the reader is not there yet", exc_type=ImportError)

TITLE = "أخبار متفرقة من المنطقة"  # a headline that says nothing, so that the example is read as body
GAPS = Path(__file__).with_name("known_gaps.txt")
_EDGES = " \t\n.,،؛:…!؟?\"'«»“”()[]-"
Found = tuple[str, str, tuple[str, ...]]


def _words(span: Span | None, text: str) -> str:
    return "" if span is None else span.of(text).strip(_EDGES)


def _statements(example: str) -> list[Found]:
    """Return cue, speaker and contents of each statement found in the body."""
    text = f"{TITLE}\n\n{example}"
    found = reading.read(Document(id="example", text=text)).statements
    body = [s for s in found if s.cue.start > len(TITLE)]
    return [(_words(s.cue, text), _words(s.speaker, text), tuple(_words(p, text) for p in s.content)) for s in body]


def is_found(markup: str) -> bool:
    """Say whether the reader finds the statement that an example marks."""
    text, cue, speaker, content = parse_example(markup)
    wanted = (_words(cue, text), _words(speaker, text), tuple(_words(piece, text) for piece in content))
    return wanted in _statements(text)


def is_silent(cue: Cue, text: str) -> bool:
    """Say whether no statement of a negative example has this cue."""
    stem = fold(cue.lemma.split()[0])[:2]
    return not any(stem in fold(found) for found, _, _ in _statements(text))


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
