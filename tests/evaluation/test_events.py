"""Scoring events, and the gold that the project ships."""

from pathlib import Path

import pytest

from qawl.evaluation.events import GoldEvent, GoldSentence, load_sentences, score_events
from qawl.lexicon.events import MODES
from qawl.reading import read
from qawl.records import Actor, Dateline, Document, Event, Reader, Reading, Statement
from qawl.sources import documents_from_path
from qawl.text.span import Span

TEXT = "قصفت كينيا تنزانيا، وقالت أوغندا إنها زارت كينيا."


def _span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def _reading(*events: Event) -> Reading:
    actors = (
        Actor(id="a1", name="كينيا", mentions=(_span("كينيا"),)),
        Actor(id="a2", name="تنزانيا", mentions=(_span("تنزانيا"),)),
        Actor(id="a3", name="أوغندا", mentions=(_span("أوغندا"),)),
    )
    said = Statement(
        id="s1", cue=_span("وقالت"), speaker=None, who=None, actor=None, content=(), mode="direct", force="assert"
    )
    return Reading(
        document=Document(id="t", text=TEXT),
        reader=Reader("qawl", "0"),
        dateline=Dateline(),
        actors=actors,
        statements=(said,),
        events=events,
    )


def _event(trigger: str, kind: str, status: str, actor: str, recipient: str, **fields: object) -> Event:
    return Event(
        id="e", span=_span(trigger), type=kind, status=status, actor=(actor,), recipient=(recipient,), **fields
    )  # type: ignore[arg-type]


BOMBED = GoldEvent(
    span=_span("قصفت"),
    type="ASSAULT",
    mode=None,
    status="asserted",
    actor=_span("كينيا"),
    recipient=_span("تنزانيا"),
    cue=None,
)
VISITED = GoldEvent(
    span=_span("زارت"),
    type="CONSULT",
    mode="visit",
    status="attributed",
    actor=_span("أوغندا"),
    recipient=_span("كينيا", 30),
    cue=_span("وقالت"),
)
SENTENCE = GoldSentence(article="t", start=0, end=len(TEXT), held=False, events=(BOMBED, VISITED))


def test_all_is_right() -> None:
    bombed = _event("قصفت", "ASSAULT", "asserted", "a1", "a2")
    visited = _event("زارت", "CONSULT", "attributed", "a3", "a1", mode="visit", holder="s1")
    figures = score_events([SENTENCE], {"t": _reading(bombed, visited)})
    assert (figures.precision, figures.recall, figures.f1) == (1, 1, 1)
    assert {figures.type, figures.mode, figures.actor, figures.recipient, figures.status, figures.holder} == {2}
    assert figures.wrongly_asserted == 0


def test_a_claim_read_as_a_fact_is_counted() -> None:
    figures = score_events([SENTENCE], {"t": _reading(_event("زارت", "CONSULT", "asserted", "a3", "a1"))})
    assert (figures.found, figures.status, figures.holder, figures.wrongly_asserted) == (1, 0, 0, 1)
    assert figures.recall == 0.5


def test_a_trigger_beside_the_gold_one_is_missed_and_too_much() -> None:
    figures = score_events([SENTENCE], {"t": _reading(_event("كينيا", "ASSAULT", "asserted", "a1", "a2"))})
    assert (figures.found, figures.read, figures.gold) == (0, 1, 2)


def test_parties_in_each_others_place_are_wrong() -> None:
    figures = score_events([SENTENCE], {"t": _reading(_event("قصفت", "ASSAULT", "asserted", "a2", "a1"))})
    assert (figures.actor, figures.recipient) == (0, 0)


def test_nothing_read_and_nothing_coded_give_no_figure() -> None:
    empty = GoldSentence(article="t", start=0, end=5, held=False, events=())
    assert score_events([empty], {"t": _reading()}).f1 == 0


@pytest.fixture(scope="module")
def gold(root: Path) -> Path:
    return root / "evaluation" / "events"


@pytest.mark.parametrize("name", ["own.jsonl", "corpus.jsonl"])
def test_the_codes_are_plover(gold: Path, name: str) -> None:
    for sentence in load_sentences(gold / name):
        for event in sentence.events:
            assert event.mode is None or event.mode in MODES[event.type]
            assert sentence.start <= event.span.start < event.span.end <= sentence.end


def test_half_of_the_corpus_sentences_are_held_out(gold: Path) -> None:
    sentences = load_sentences(gold / "corpus.jsonl")
    assert abs(2 * sum(sentence.held for sentence in sentences) - len(sentences)) <= 1


def test_on_the_own_story_nothing_claimed_is_asserted_and_the_targets_hold(root: Path, gold: Path) -> None:
    documents = documents_from_path(root / "examples" / "articles.jsonl")
    readings = {document.id: read(document) for document in documents if isinstance(document, Document)}
    figures = score_events(load_sentences(gold / "own.jsonl"), readings)
    assert figures.wrongly_asserted == 0
    assert figures.f1 > 0.85
    assert min(map(figures.share, (figures.type, figures.actor, figures.recipient))) >= 0.75
    assert figures.share(figures.status) >= 0.9


def test_on_the_corpus_nothing_claimed_is_asserted(root: Path, gold: Path) -> None:
    path = root.parent / "shared" / "corpus" / "saudinews-2015.jsonl.gz"
    if not path.is_file():
        pytest.skip("the shared corpus is not here")
    sentences = load_sentences(gold / "corpus.jsonl")
    wanted = {sentence.article for sentence in sentences}
    documents = (item for item in documents_from_path(path) if isinstance(item, Document) and item.id in wanted)
    figures = score_events(sentences, {document.id: read(document) for document in documents})
    assert figures.wrongly_asserted == 0
    assert figures.share(figures.status) >= 0.9
