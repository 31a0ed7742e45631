"""From drafts to the records of events, with what other layers know of their clauses."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from qawl.reading.actors import Identity
from qawl.reading.events.arguments import limit_of
from qawl.reading.events.draft import EventDraft
from qawl.reading.ground import Ground
from qawl.records import Actor, Event, Quantity, Time

_BACK = 12  # tokens before a trigger in which its time may stand


def parties_of(events: Sequence[EventDraft]) -> Iterator[Identity]:
    """Yield who acts and suffers, in the order of the events."""
    for event in events:
        yield from (who for who in (event.actor, event.recipient) if who is not None)


def event_records(
    ground: Ground,
    events: Sequence[EventDraft],
    actors: Mapping[str, Actor],
    times: Sequence[Time] = (),
    quantities: Sequence[Quantity] = (),
) -> tuple[Event, ...]:
    """Return the records; `actors` are by name, times and quantities lie in the order of spans."""
    return tuple(_record(ground, event, number, actors, (times, quantities)) for number, event in enumerate(events, 1))


def _record(
    ground: Ground,
    event: EventDraft,
    number: int,
    actors: Mapping[str, Actor],
    layers: tuple[Sequence[Time], Sequence[Quantity]],
) -> Event:
    first, start, end = _reach(ground, event)
    return Event(
        id=f"e{number}",
        span=ground.article.span(event.start, event.end),
        type=event.type,
        mode=event.mode,
        status=event.status,
        actor=(actors[event.actor.name].id,) if event.actor is not None else (),
        recipient=(actors[event.recipient.name].id,) if event.recipient is not None else (),
        holder=f"s{event.holder + 1}" if event.holder >= 0 else None,
        context=event.context,
        place=ground.article.span(*event.place) if event.place is not None else None,
        time=_time(layers[0], start, end) or _time(layers[0], first, start),
        quantities=_quantities(layers[1], start, end),
        rule=event.rule,
    )


def _reach(ground: Ground, event: EventDraft) -> tuple[int, int, int]:
    """Return the offsets from which a time may stand, of the trigger, and of the end of its clause."""
    tokens = ground.article.tokens
    floor = max(ground.clauses.bounds(event.token)[0], event.token - _BACK)
    limit = limit_of(ground, event.token)
    return tokens.starts[min(floor, event.start)], tokens.starts[event.start], tokens.ends[limit - 1]


def _time(times: Sequence[Time], start: int, end: int) -> str | None:
    first = bisect_left(times, start, key=lambda time: time.span.start)
    return times[first].value if first < len(times) and times[first].span.start < end else None


def _quantities(quantities: Sequence[Quantity], start: int, end: int) -> tuple[int, ...]:
    first = bisect_left(quantities, start, key=lambda quantity: quantity.span.start)
    return tuple(range(first, bisect_left(quantities, end, key=lambda quantity: quantity.span.start)))
