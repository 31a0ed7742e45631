"""Two tellings of one act in a sentence are one event; the ties of PLOVER between two."""

from bisect import bisect_right

from qawl.reading.actors import Identity
from qawl.reading.events.draft import VERBAL, EventDraft
from qawl.reading.ground import Ground

_BESIDE = 1  # tokens between a cue and the noun of its light verb
_OBJECT = 8  # tokens from a verb to its noun
_NEAR = 40  # tokens between two tellings of one act


def merged(ground: Ground, events: list[EventDraft]) -> list[EventDraft]:
    """Return the events without second tellings, with the modes that other events give them."""
    kept: list[EventDraft] = []
    for event in events:
        same = next((other for other in reversed(kept[-6:]) if _is_same(ground, other, event)), None)
        if same is None:
            kept.append(event)
        else:
            _take_over(same, event)
    # PLOVER: what is mobilised for an assault is told with the assault.
    assaults = {(id(event.actor), _sentence(ground, event)) for event in kept if event.type == "ASSAULT"}
    kept = [e for e in kept if e.type != "MOBILIZE" or (id(e.actor), _sentence(ground, e)) not in assaults]
    _give_modes(ground, kept)
    _give_actors(kept)
    return kept


def _give_actors(events: list[EventDraft]) -> None:
    """The act that is demanded is the addressee's, that which is promised, threatened or refused the speaker's."""
    speeches = {event.holder: event for event in events if event.rule.startswith("statement:")}
    done: set[int] = set()
    for event in events:
        speech = speeches.get(event.holder)
        if speech is None or speech is event or event.holder in done or event.rule.startswith("statement:"):
            continue
        done.add(event.holder)
        who = _doer(speech)
        if event.type in VERBAL or event.actor is not None or event.status == "asserted":
            continue
        if who is not None and who is not event.recipient:
            event.actor = who


def _doer(speech: EventDraft) -> Identity | None:
    if speech.type == "REQUEST" or speech.mode == "allege":
        return speech.recipient
    return speech.actor if speech.type in ("AGREE", "THREATEN", "REJECT") else None


def _give_modes(ground: Ground, events: list[EventDraft]) -> None:
    """What is asked, refused or threatened is the mode of asking, refusing and threatening."""
    inner: dict[int, EventDraft] = {}
    for event in events:
        if event.holder >= 0 and not event.rule.startswith("statement:"):
            inner.setdefault(event.holder, event)
    modes = ground.vocabulary.events.modes
    for event in events:
        act = inner.get(event.holder) if event.rule.startswith("statement:") else None
        if act is not None and event.type in modes:
            known = modes[event.type]
            event.mode = known.get(f"{act.type}-{act.mode}") or known.get(act.type) or event.mode


def _sentence(ground: Ground, event: EventDraft) -> int:
    return bisect_right(ground.clauses.starts, event.token)


def _is_same(ground: Ground, first: EventDraft, second: EventDraft) -> bool:
    """A second trigger of the type with no party of its own, or none that contradicts: `التقى … وبحث معه`."""
    if first.type != second.type or first.holder != second.holder:
        return False
    if second.rule.startswith("statement:") or first.rule.startswith("statement:"):
        return abs(first.token - second.token) <= _BESIDE or _is_content_of(ground, first, second)
    if (
        first.status != second.status
        or _sentence(ground, first) != _sentence(ground, second)
        or second.token - first.token > _NEAR
    ):
        return False
    if second.mode is not None and first.mode is not None and second.mode != first.mode:
        return False
    if first.token == second.source or _is_continued(ground, first, second) or _is_object(first, second):
        return True
    return _agrees(first.actor, second.actor) and _agrees(first.recipient, second.recipient) and first.type == "CONSULT"


def _is_content_of(ground: Ground, first: EventDraft, second: EventDraft) -> bool:
    """`أعلن رفضه`: the noun that makes a statement the act it is."""
    if not first.rule.startswith("statement:"):
        return False
    return any(p.start <= second.token <= p.start + 1 for p in ground.drafts[first.holder].pieces)


def _is_continued(ground: Ground, first: EventDraft, second: EventDraft) -> bool:
    """`في تفجيرين … واستهدفا مسجدا`: a verb without a subject of its own goes on about the noun."""
    goes_on = second.rule.startswith("verb:") and second.actor is None
    one = first.recipient is None or second.recipient is None
    return goes_on and one and first.rule.startswith("noun:") and ground.article.words[second.token].conjunction == "و"


def _is_object(first: EventDraft, second: EventDraft) -> bool:
    """`انتزع التنظيم السيطرة`: the noun is what its verb takes."""
    if not (first.rule.startswith("verb:") and second.rule.startswith("noun:")):
        return False
    return second.recipient is None and second.token - first.token <= _OBJECT


def _agrees(one: object, other: object) -> bool:
    return one is None or other is None or one is other


def _take_over(event: EventDraft, other: EventDraft) -> None:
    event.actor = event.actor or other.actor
    event.recipient = event.recipient or other.recipient
    event.place = event.place or other.place
    event.mode = event.mode or other.mode
