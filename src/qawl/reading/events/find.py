"""From triggers and statements to the events of an article."""

from qawl.lexicon import flags as F
from qawl.reading.actors import Identity
from qawl.reading.events.arguments import of_noun, of_verb
from qawl.reading.events.draft import EventDraft, Parties, Trigger
from qawl.reading.events.merge import merged
from qawl.reading.events.needs import is_known, is_public, is_told
from qawl.reading.events.place import place_of
from qawl.reading.events.speech import speech_events
from qawl.reading.events.status import status_of
from qawl.reading.events.triggers import triggers
from qawl.reading.ground import Ground
from qawl.reading.nouns import NounPhrase

_SPORT, _SHARE = 4, 50  # words of sport, and the number of tokens for each, that make an article one of sport
_BESIDE = 3  # tokens behind a trigger whose words tell its mode
_CONTEXT = 8  # tokens around a trigger whose words tell its context


def find_events(ground: Ground) -> list[EventDraft]:
    """Return the events of an article in the order of their triggers."""
    if _is_sport(ground):
        return []
    holders = _holders(ground)
    told = [event for trigger in triggers(ground) if (event := _event(ground, trigger, holders)) is not None]
    found = sorted((*speech_events(ground), *told), key=lambda event: (event.token, event.end))
    return merged(ground, found)


def _is_sport(ground: Ground) -> bool:
    """Teams attack, players withdraw and clubs negotiate: an article about them tells no events."""
    words, known = ground.article.words, ground.vocabulary.events.sport
    found = len([word for word in words if word.base in known])
    return found >= _SPORT and found * _SHARE >= len(words)


def _holders(ground: Ground) -> list[int]:
    """Return for each token the statement that holds it, those of headlines too."""
    found = list(ground.clauses.holders)
    for i, draft in enumerate(ground.drafts):
        for piece in draft.pieces if draft.headline else ():
            for token in range(piece.start, piece.end):
                if found[token] < 0:
                    found[token] = i
    return found


def _event(ground: Ground, trigger: Trigger, holders: list[int]) -> EventDraft | None:
    parties = of_noun(ground, trigger) if trigger.noun else of_verb(ground, trigger)
    if trigger.noun and not is_told(ground, trigger, parties) or not is_known(ground, trigger, parties):
        return None
    act = trigger.act
    holder = holders[trigger.token]
    start, end = _extent(trigger, parties)
    status = status_of(ground, trigger, holder)
    kind = "noun" if trigger.noun else "verb"
    event = EventDraft(start, end, trigger.token, act.type, act.mode, status, holder, f"{kind}:{act.lemma}")
    if act.exercise and (parties.has_recipient or _is_joint(ground, trigger, parties)):
        event.type, event.mode = "COOPERATE", None
    if act.type == "MOBILIZE" and _is_relief(ground, trigger):
        event.type, event.mode = "AID", None
    event.mode = _mode_near(ground, trigger, event) or event.mode
    event.actor = _identity(ground, parties.actor, parties.actor_identity, holder)
    event.recipient = _identity(ground, parties.recipient, parties.recipient_identity, holder)
    if event.actor is not None and event.recipient is not None and event.actor.name == event.recipient.name:
        apart = parties.recipient is not None and parties.actor is not None
        event.recipient = ground.parties.as_written(parties.recipient) if apart and parties.recipient else None
    if not is_public(ground, event):
        return None
    event.context = _context(ground, trigger)
    event.source = parties.subject_act
    event.place = place_of(ground, trigger, event)
    return event


def _extent(trigger: Trigger, parties: Parties) -> tuple[int, int]:
    """The trigger with the light verb or object that stands next to it."""
    end = trigger.token + 1
    beside = trigger.object is not None and trigger.object == end
    recipient = parties.recipient
    if beside and (recipient is None or recipient.start != end):
        end += 1
    light = trigger.light
    beside = light is not None and light.token == trigger.token - 1
    return trigger.token - 1 if beside else trigger.token, end


def _is_joint(ground: Ground, trigger: Trigger, parties: Parties) -> bool:
    """`مناورات مشتركة`: held by two."""
    words = ground.article.words[trigger.token + 1 : trigger.token + 4]
    return any(w.base in ("مشتركه", "مشترك") for w in words) or parties.actor is not None and parties.actor.joint


def _identity(ground: Ground, phrase: NounPhrase | None, identity: Identity | None, holder: int) -> Identity | None:
    if phrase is None:
        return identity
    head = ground.article.words[phrase.head]
    if head.base in ground.pledges.countries and head.suffix:
        state = _own_state(ground, holder)
        if state is not None:
            state.mentions.add((phrase.start, phrase.end))
        return state
    if head.flags & F.PRONOUN and phrase.end - phrase.start == 1:
        return None
    return ground.parties.party(phrase)


def _own_state(ground: Ground, holder: int) -> Identity | None:
    """`بلاده`: the state whose side the speaker is on, where the article names it."""
    speaker = ground.identities.get(holder)
    if speaker is None:
        return None
    for code in sorted(word for word in ground.parties.side(speaker) if word.isascii() and word.isupper()):
        mention = next(iter(ground.parties.by_head.get("=" + code, ())), None)
        if mention is not None:
            return ground.parties.who(mention.phrase)
    return None


def _is_relief(ground: Ground, trigger: Trigger) -> bool:
    """`أرسلت جنودا لإغاثة المنكوبين`: troops for relief are help."""
    words = ground.article.words[trigger.token + 1 : trigger.token + 1 + _CONTEXT]
    return any(word.preposition == "ل" and word.base in ground.vocabulary.events.relief for word in words)


def _mode_near(ground: Ground, trigger: Trigger, event: EventDraft) -> str | None:
    """`تفجير انتحاري`: the word right behind the trigger says how."""
    known = ground.vocabulary.events.near.get(event.type, {})
    words = ground.article.words[trigger.token + 1 : trigger.token + 1 + _BESIDE]
    return next((known[word.base] for word in words if word.base in known), None)


def _context(ground: Ground, trigger: Trigger) -> tuple[str, ...]:
    known = ground.vocabulary.events.contexts
    near = ground.article.words[max(0, trigger.token - 1) : trigger.token + _CONTEXT]
    found = dict.fromkeys((*trigger.act.context, *(known[w.base] for w in near if w.base in known)))
    return tuple(found)
