"""Every case of events, and what holds for events on any text."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qawl.lexicon.events import CONTEXTS, MODES
from qawl.reading import read
from qawl.records import Document, Event, Reading

from .cases import CASES, NEUTRAL_TITLE, article, params, trimmed


class ExpectedEvent(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An event in words; `holder` is the cue of the statement that carries it."""

    type: str
    trigger: str
    status: str = "asserted"
    mode: str | None = None
    actor: str | None = None
    recipient: str | None = None
    holder: str | None = None
    place: str | None = None
    time: str | None = None


class EventCase(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An article and its events in the order of their triggers."""

    id: str
    text: str
    events: tuple[ExpectedEvent, ...]
    title: str = NEUTRAL_TITLE
    published: str | None = None
    gap: str | None = None

    @property
    def document(self) -> Document:
        return Document(id=self.id, text=article(self.title, self.text), published=self.published)


def event_cases() -> tuple[EventCase, ...]:
    """Return the cases of events."""
    return msgspec.toml.decode((CASES / "events.toml").read_bytes(), type=dict[str, tuple[EventCase, ...]])["case"]


def in_words(event: Event, reading: Reading) -> dict[str, object]:
    """Return what a case says of an event."""
    text = reading.document.text
    names = {actor.id: actor.name for actor in reading.actors}
    cues = {statement.id: statement.cue.of(text) for statement in reading.statements}
    return {
        "type": event.type,
        "trigger": trimmed(event.span.of(text)),
        "status": event.status,
        "mode": event.mode,
        "actor": "; ".join(names[one] for one in event.actor) or None,
        "recipient": "; ".join(names[one] for one in event.recipient) or None,
        "holder": trimmed(cues[event.holder]) if event.holder else None,
        "place": trimmed(event.place.of(text)) if event.place else None,
        "time": event.time,
    }


@pytest.mark.parametrize("case", params("", event_cases()))
def test_events_of_a_case(case: EventCase) -> None:
    reading = read(case.document)
    wanted = [msgspec.to_builtins(expected) for expected in case.events]
    assert [in_words(event, reading) for event in reading.events] == wanted


def test_an_event_names_the_quantities_of_its_clause() -> None:
    text = article(NEUTRAL_TITLE, "بيعت 40 سفينة. وقتل المتمردون 12 جنديا كينيا في البلدة.")
    reading = read(Document(id="t", text=text))
    assert [reading.quantities[number].value for number in reading.events[0].quantities] == [12]


def test_ids_of_cases_are_unique() -> None:
    ids = [case.id for case in event_cases()]
    assert len(ids) == len(set(ids))


def test_every_status_is_shown_by_a_case() -> None:
    shown = {event.status for case in event_cases() for event in case.events}
    assert shown == {"asserted", "attributed", "alleged", "denied", "conditional", "expected", "asked"}


ACTS = (
    "قصف قصفت وقصف القصف هجوما غارات اعتقلت اعتقال شن شنت أجرى جرى تم تعرضت زيارة زار وسيزور التقى اتفاق عقوبات فرض "
    "سحب قواتها تضمن إذا لم لن قد هل من قبل على يد بين مع ضد الجيش الكيني كينيا تنزانيا المتمردين ثلاثة جنود؟"
).split()
SAID = (
    "قال وقال أكد نفى اتهم طالب دعا هدد رفض زعم بحسب وفقا نقلت إن أن بأن إلى الوزير الحكومة مصدر في مؤتمر بيان أمس"
).split()
told = st.lists(st.sampled_from((*ACTS, *SAID, "،", ".", "«", "»", "\n", "-")), max_size=60).map(" ".join)


@settings(max_examples=300)
@given(st.one_of(told, st.text(max_size=200)))
def test_what_holds_for_events_of_any_text(text: str) -> None:
    reading = read(Document(id="any", text=text, published="2024-03-20"))
    actors = {actor.id for actor in reading.actors}
    statements = {statement.id for statement in reading.statements}
    assert [event.id for event in reading.events] == [f"e{number}" for number in range(1, len(reading.events) + 1)]
    for event in reading.events:
        assert event.mode is None or event.mode in MODES[event.type]
        assert set(event.context) <= CONTEXTS
        assert {*event.actor, *event.recipient} <= actors
        assert event.holder is None or event.holder in statements
        assert not set(event.actor) & set(event.recipient)
        assert all(0 <= number < len(reading.quantities) for number in event.quantities)


@settings(max_examples=200)
@given(told)
def test_nothing_that_a_statement_holds_is_asserted(text: str) -> None:
    for event in read(Document(id="any", text=text)).events:
        if event.holder is not None and not event.rule.startswith("statement:"):
            assert event.status != "asserted"
