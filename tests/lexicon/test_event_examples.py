"""Every example of `data/events.toml`, read: positive ones give their event, negative ones none of its type."""

from collections.abc import Iterator

import pytest

from qawl.lexicon.cues import parse_example
from qawl.lexicon.events import Act, check_events, load_events
from qawl.reading import read
from qawl.records import Document, Reading

TITLE = "أخبار متفرقة من المنطقة"
_EDGES = " .,،"


def _reading(text: str) -> Reading:
    return read(Document(id="example", text=f"{TITLE}\n\n{text}"))


def _events(reading: Reading) -> list[tuple[str, str | None, str, str, str]]:
    """Return type, mode, trigger, actor and recipient of each event."""
    text = reading.document.text
    names = {actor.id: actor.name for actor in reading.actors}
    return [
        (
            e.type,
            e.mode,
            e.span.of(text).strip(_EDGES),
            " ".join(names[i] for i in e.actor),
            " ".join(names[i] for i in e.recipient),
        )
        for e in reading.events
    ]


def _examples() -> Iterator[object]:
    for act in load_events().acts:
        for markup in act.examples:
            yield pytest.param(act, markup, id=markup)


def _negatives() -> Iterator[object]:
    for act in load_events().acts:
        for text in act.negatives:
            yield pytest.param(act, text, id=text)


def _light_examples() -> Iterator[str]:
    yield from load_events().light_examples


def _wanted(markup: str) -> tuple[str, str, str, str]:
    """Return text, trigger, actor and recipient of an example."""
    text, cue, actor, recipient = parse_example(markup)
    return text, cue.of(text), actor.of(text) if actor else "", recipient[0].of(text) if recipient else ""


@pytest.mark.parametrize("act, markup", list(_examples()))
def test_an_example_gives_its_event(act: Act, markup: str) -> None:
    text, trigger, actor, recipient = _wanted(markup)
    found = [event for event in _events(_reading(text)) if trigger in event[2] and event[0] == act.type]
    assert [(event[3], event[4]) for event in found] == [(actor, recipient)]
    assert act.mode is None or found[0][1] is not None


@pytest.mark.parametrize("markup", list(_light_examples()))
def test_an_example_of_a_light_verb_gives_its_event(markup: str) -> None:
    text, trigger, actor, recipient = _wanted(markup)
    assert [e[3:] for e in _events(_reading(text)) if trigger in e[2]] == [(actor, recipient)]


@pytest.mark.parametrize("act, text", list(_negatives()))
def test_a_negative_example_gives_none_of_its_type(act: Act, text: str) -> None:
    assert [event for event in _events(_reading(text)) if event[0] == act.type] == []


def test_the_entries_are_sound() -> None:
    assert check_events() == []
