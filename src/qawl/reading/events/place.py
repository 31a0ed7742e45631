"""Where an act is told to have happened."""

from qawl.lexicon import flags as F
from qawl.reading.actors import Identity
from qawl.reading.events.arguments import limit_of
from qawl.reading.events.draft import EventDraft, Trigger
from qawl.reading.events.words import is_comma, is_finite
from qawl.reading.ground import Ground

_AT = frozenset(("في", "ب", "قرب", "وسط", "شمال", "جنوب", "شرق", "غرب", "داخل"))
_REACH = 24  # tokens from an act to its place


def place_of(ground: Ground, trigger: Trigger, event: EventDraft) -> tuple[int, int] | None:
    """Return the tokens of the first place behind an act, up to the next clause."""
    words = ground.article.words
    parties = [who for who in (event.actor, event.recipient) if who is not None]
    limit = limit_of(ground, trigger.token)
    for at in range(trigger.token + 1, min(limit, trigger.token + _REACH)):
        word = words[at]
        if word.complementizer or is_comma(word) or word.flags & F.RELATIVE or is_finite(word):
            return None
        begin = at + 1 if word.fold in _AT and not word.preposition else at if word.preposition in ("ب",) else None
        if begin is None or begin >= len(words):
            continue
        phrase = ground.phrases.at(begin, limit)
        if phrase is not None and _is_place(ground, phrase.head) and not _is_taken(parties, (phrase.start, phrase.end)):
            return phrase.start, phrase.end
    return None


def _is_taken(parties: list[Identity], span: tuple[int, int]) -> bool:
    return any(span in who.mentions for who in parties)


def _is_place(ground: Ground, head: int) -> bool:
    entity = ground.article.entities.get(head)
    flags = entity.name.kind if entity is not None else ground.article.words[head].flags
    return bool(flags & (F.CITY | F.STATE | F.PLACE)) and not flags & F.ADJECTIVE
