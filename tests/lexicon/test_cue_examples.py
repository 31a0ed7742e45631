"""Every example of the cue lexicon, read: positive ones give their statement, negative ones none by that cue."""

from collections.abc import Iterator

import pytest

from qawl.lexicon.cues import Cue, load_cues, parse_example
from qawl.records import Document, Statement
from qawl.text.fold import fold
from qawl.text.span import Span

reading = pytest.importorskip("qawl.reading", reason="the reader is not there yet", exc_type=ImportError)

_EDGES = " \t\n.,،؛:…!؟?\"'«»“”()[]-"


def _statements(text: str) -> tuple[Statement, ...]:
    title = "أخبار متفرقة من المنطقة"  # a headline that says nothing, so that the example is read as body
    document = Document(id="example", text=f"{title}\n\n{text}")
    shift = len(title) + 2
    found = reading.read(document).statements
    return tuple(s for s in found if s.cue.start >= shift)


def _words(span: Span | None, text: str) -> str:
    return "" if span is None else span.of(text).strip(_EDGES)


def _positive() -> Iterator[tuple[Cue, str]]:
    return ((cue, markup) for cue in load_cues().cues for markup in cue.examples)


def _negative() -> Iterator[tuple[Cue, str]]:
    return ((cue, text) for cue in load_cues().cues for text in cue.negatives)


@pytest.mark.parametrize("cue, markup", _positive(), ids=[f"{c.kind}:{m}" for c, m in _positive()])
def test_example_is_found(cue: Cue, markup: str) -> None:
    example = parse_example(markup)
    document = f"أخبار متفرقة من المنطقة\n\n{example.text}"
    wanted = (
        _words(example.cue, example.text),
        _words(example.speaker, example.text),
        tuple(_words(piece, example.text) for piece in example.content),
    )
    found = [
        (_words(s.cue, document), _words(s.speaker, document), tuple(_words(piece, document) for piece in s.content))
        for s in _statements(example.text)
    ]
    assert wanted in found


@pytest.mark.parametrize("cue, text", _negative(), ids=[f"{c.kind}:{t}" for c, t in _negative()])
def test_negative_gives_no_statement_by_this_cue(cue: Cue, text: str) -> None:
    document = f"أخبار متفرقة من المنطقة\n\n{text}"
    stem = fold(cue.lemma.split()[0])[:2]
    cues = [_words(s.cue, document) for s in _statements(text)]
    assert not [found for found in cues if stem in fold(found)]
