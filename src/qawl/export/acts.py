"""What is told to have been done, in the list beside the article: events with their status and their records."""

from collections.abc import Iterator, Mapping

from qawl.export.labels import EVENTS, PARTS, STATUSES, UNKNOWN_SPEAKER, digits, when
from qawl.export.owed import code, entry, section, statement_link
from qawl.export.panel import NAME_LENGTH, row, words
from qawl.export.sheet import Sheet, safe
from qawl.export.visible import shortened
from qawl.records import Event

_FORCES = {"asserted": "assert", "denied": "deny", "alleged": "warn", "asked": "demand", "expected": "expect"}
"""The force whose colour a status has; the others are as faint as an attribution."""


def events(sheet: Sheet) -> str:
    """Return who did what to whom, and by whose word, as HTML; nothing where nothing was done."""
    names = {actor.id: actor.name for actor in sheet.reading.actors}
    entries = (_event(sheet, names, number, event) for number, event in enumerate(sheet.reading.events))
    return section("مَن فعل ماذا، وبقول مَن", "\n".join(entries))


def _event(sheet: Sheet, names: Mapping[str, str], number: int, event: Event) -> str:
    summary = (
        f'<span class="force {_FORCES.get(event.status, "conditional")}">{STATUSES[event.status]}</span> '
        f"<b>{_type(event)}</b> {_parties(names, event)}{_held(sheet, event)}"
        f'<span class="said">{words(sheet, event.span)}</span>'
    )
    return entry(sheet, sheet.event_key(number), summary, _rows(sheet, names, event), event.span.start)


def _type(event: Event) -> str:
    return safe(EVENTS.get(event.type, event.type))


def _parties(names: Mapping[str, str], event: Event) -> str:
    actor, recipient = _named(names, event.actor), _named(names, event.recipient)
    towards = f' <span class="how">نحو <bdi>{recipient}</bdi></span>' if recipient else ""
    return f"<bdi>{actor or '؟'}</bdi>{towards}"


def _named(names: Mapping[str, str], ids: tuple[str, ...]) -> str:
    return safe("، ".join(shortened(names[one], NAME_LENGTH) for one in ids if one in names))


def _held(sheet: Sheet, event: Event) -> str:
    """By whose word; of a statement that is itself the act nobody else's."""
    who = None if event.rule.startswith("statement:") else _holder(sheet, event)
    return f' <span class="how">بقول <bdi>{safe(shortened(who, NAME_LENGTH))}</bdi></span>' if who else ""


def _holder(sheet: Sheet, event: Event) -> str | None:
    made = enumerate(sheet.reading.statements)
    found = next((number for number, statement in made if statement.id == event.holder), None)
    return None if found is None else sheet.names[found] or UNKNOWN_SPEAKER


def _rows(sheet: Sheet, names: Mapping[str, str], event: Event) -> Iterator[str]:
    yield row("النوع", f"{_type(event)} {code('/'.join(filter(None, (event.type, event.mode))))}")
    yield row("الحال", STATUSES[event.status])
    yield row("الفاعل", _named(names, event.actor))
    yield row("المتلقّي", _named(names, event.recipient))
    yield row(PARTS["event"], words(sheet, event.span))
    yield row("المكان", words(sheet, event.place))
    yield row("الزمان", f"{safe(when(event.time))} {code(event.time)}" if event.time else "")
    yield row("الأعداد", "، ".join(_quantity(sheet, number) for number in event.quantities))
    yield row("السياق", code("، ".join(event.context)))
    yield row("في القول", statement_link(sheet, event.holder))
    yield row("القاعدة", code(event.rule))


def _quantity(sheet: Sheet, number: int) -> str:
    known = sheet.reading.quantities
    return words(sheet, known[number].span) if 0 <= number < len(known) else digits(number)
