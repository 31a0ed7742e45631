"""Whether a trigger tells an act at all: a topic that is named is none, and a homograph needs its party."""

from qawl.lexicon import flags as F
from qawl.reading.actors import Identity
from qawl.reading.events.arguments import subject_act
from qawl.reading.events.draft import VERBAL, EventDraft, Parties, Trigger
from qawl.reading.events.triggers import chain
from qawl.reading.ground import Ground
from qawl.reading.nouns import NounPhrase

_MEANWHILE = frozenset("خلال اثناء بعد قبل منذ عقب قبيل غداه".split())
_HEAD = 3  # words of a nominal content at which its own act stands
_PASSIVE = ("ASSAULT", "COERCE", "AID", "RETREAT", "SANCTION", "MOBILIZE")
_NEAR = 8  # tokens around a death in which an accident is named
_JOINED = 4  # nouns of action that one topic word names
_PRIVATE = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "REQUEST", "REJECT", "THREATEN", "ACCUSE")
_TOLD = ("asserted", "attributed", "alleged")
_FIRST = 5  # words of a party among which its kind shows: `عشرات من أهالي الصيادين`


def is_told(ground: Ground, trigger: Trigger, parties: Parties) -> bool:
    """Say whether a noun tells an act: a light verb governs it, a party stands beside it, or it is what is said."""
    if _is_topic(ground, trigger) or _is_demonstrated(ground, trigger):
        return trigger.light is not None and trigger.light.hit is not None and trigger.light.token > trigger.token
    if trigger.act.type in VERBAL and _is_made_void(trigger):
        return parties.has_actor or parties.has_recipient
    if parties.has_actor or parties.has_recipient:
        return True
    if trigger.light is not None:
        return not _is_named_again(ground, trigger)
    return _is_content(ground, trigger) or _is_subject(ground, trigger.token)


def _is_subject(ground: Ground, token: int) -> bool:
    """`غارة قتلت ثلاثة`: another act's verb tells what it did."""
    words = ground.article.words
    limit = min(len(words), token + 1 + _FIRST)
    verbs = (at for at in range(token + 1, limit) if any(h.form.aspect == "perfect" for h in words[at].acts))
    return any(subject_act(ground, at) == token for at in verbs)


def _is_named_again(ground: Ground, trigger: Trigger) -> bool:
    """`ناقش خلال اللقاء`: a definite noun behind a preposition of time takes up an act told before."""
    words = ground.article.words
    return words[trigger.token].definite and trigger.token > 0 and words[trigger.token - 1].base in _MEANWHILE


def _is_demonstrated(ground: Ground, trigger: Trigger) -> bool:
    """`هذه الهجمات`: an act named again."""
    return trigger.token > 0 and bool(ground.article.words[trigger.token - 1].flags & F.DEMONSTRATIVE)


def _is_made_void(trigger: Trigger) -> bool:
    """`رفض اتهامات X`: the verb says nothing of whether the words were said."""
    light = trigger.light
    return light is not None and light.hit is not None and light.hit.form.light.status is not None


def _is_topic(ground: Ground, trigger: Trigger) -> bool:
    """`أزمة القصف`, also of what is joined to it: `سبل التنسيق والتعاون`."""
    words, topics = ground.article.words, ground.vocabulary.events.topics
    for at in range(trigger.head - 1, max(-1, trigger.head - 1 - _JOINED), -1):
        before = words[at]
        if before.base in topics or before.fold in topics:
            return True
        if words[at + 1].conjunction != "و" or not any(hit.form.aspect == "noun" for hit in before.acts):
            return False
    return False


def _is_content(ground: Ground, trigger: Trigger) -> bool:
    """`دعا إلى وقف القصف`: the noun is what is demanded, denied or promised."""
    token = trigger.token
    holder = ground.clauses.holders[token]
    if holder < 0 or trigger.act.type in VERBAL or chain(ground, token) is None:
        return False
    draft = ground.drafts[holder]
    if draft.kind != "nominal" or draft.entry.force in ("assert", "accuse", "support"):
        return False
    return any(p.start <= token < p.start + _HEAD for p in draft.pieces)


def is_known(ground: Ground, trigger: Trigger, parties: Parties) -> bool:
    """Say whether the parties are known that an act needs to be this act."""
    needs = trigger.act.needs
    if _is_played(ground, parties.actor) or _is_played(ground, parties.recipient):
        return False
    if _is_accident(ground, trigger, parties) or "hostile" in needs and not _is_hostile(ground, parties):
        return False
    if trigger.act.reverse and _is_crowd(ground, parties.actor):
        return False
    if trigger.act.type == "CONSULT" and _is_medium(ground, parties.recipient):
        return False
    own = trigger.act.mutual and trigger.act.type == "CONSULT" and not _are_two(parties)
    if own and (not trigger.noun or parties.has_actor):
        return False  # a body's own meeting
    checks = {
        "actor": parties.has_actor or _is_impersonal(trigger),
        "recipient": parties.has_recipient,
        "party": parties.has_actor or parties.has_recipient,
        "two": _are_two(parties),
        "light": trigger.light is not None,
    }
    if not all(checks.get(need, True) for need in needs):
        return False
    kinds = needs & {"official", "armed", "people", "state"}
    if kinds and parties.actor is None and trigger.noun and _is_impersonal(trigger):
        return parties.has_recipient or bool(trigger.hit.suffix)
    return all(parties.actor is not None and _is_kind(ground, parties.actor, kind) for kind in kinds)


def _is_played(ground: Ground, phrase: NounPhrase | None) -> bool:
    """Players and teams attack and withdraw as well."""
    if phrase is None:
        return False
    words = ground.article.words[phrase.start : min(phrase.end, phrase.start + _FIRST)]
    return any(word.base in ground.vocabulary.events.players for word in words)


def _is_medium(ground: Ground, phrase: NounPhrase | None) -> bool:
    """`في حوار مع الصحيفة`: an interview is no meeting."""
    if phrase is None:
        return False
    entity = ground.article.entities.get(phrase.head)
    flags = entity.name.kind if entity is not None else ground.article.words[phrase.head].flags
    return bool(flags & (F.MEDIUM | F.MEDIUM_HEAD))


def _is_crowd(ground: Ground, phrase: NounPhrase | None) -> bool:
    """`استقبل المهنئين`: a public is no guest."""
    if phrase is None or phrase.joint or phrase.name is not None:
        return False
    head = ground.article.words[phrase.head]
    return head.number == "p" and head.definite and phrase.end == phrase.head + 1


def _is_impersonal(trigger: Trigger) -> bool:
    """`تم ترحيل المهاجرين`: a light verb that leaves out who acts."""
    light = trigger.light
    if light is None or trigger.act.type not in _PASSIVE:
        return False
    return light.hit is None or light.hit.form.light.part in ("act", "none")


def _are_two(parties: Parties) -> bool:
    """Talks need two sides; a plural or joint subject is two."""
    if parties.has_recipient:
        return True
    return parties.actor is not None and (parties.actor.joint or parties.actor.number == "p")


def _is_kind(ground: Ground, phrase: NounPhrase, kind: str) -> bool:
    words = ground.article.words
    head = words[phrase.head]
    if kind == "official":
        return phrase.joint or _is_official(ground, phrase)
    if kind == "state":
        return bool(head.flags & (F.STATE | F.INSTITUTION | F.SEAT))
    known = ground.vocabulary.events.armed if kind == "armed" else ground.vocabulary.events.people
    return any(words[at].base in known for at in range(phrase.start, min(phrase.end, phrase.start + _FIRST)))


def _is_official(ground: Ground, phrase: NounPhrase) -> bool:
    """Say whether a phrase names a state, a body or one person with a role or a known name."""
    head = ground.article.words[phrase.head]
    entity = ground.article.entities.get(phrase.head)
    if entity is not None:
        return True
    if head.flags & (F.STATE | F.INSTITUTION | F.SEAT | F.BODY):
        return True
    named = phrase.name is not None and bool(ground.article.words[phrase.name[0]].flags & F.NAME)
    return head.number != "p" and (named or bool(head.flags & (F.ROLE | F.HONORIFIC)) and not head.flags & F.UNNAMED)


def _is_hostile(ground: Ground, parties: Parties) -> bool:
    """`استهدف`: a force, a state or another act aims at people; a programme aims at a public."""
    if parties.subject_act is not None:
        return True
    actor = parties.actor
    return actor is not None and (_is_kind(ground, actor, "armed") or _is_kind(ground, actor, "people"))


def _is_accident(ground: Ground, trigger: Trigger, parties: Parties) -> bool:
    """`مقتل 11 في تدافع`: who dies without anybody's act."""
    if trigger.act.type not in ("ASSAULT", "COERCE") or parties.has_actor:
        return False
    near = ground.article.words[max(0, trigger.token - _NEAR) : trigger.token + 2 * _NEAR]
    return any(word.base in ground.vocabulary.events.accidents for word in near)


def is_public(ground: Ground, event: EventDraft) -> bool:
    """Say whether an act is one of public life: meetings and gifts among anybody are none, those of a power are.

    PLOVER codes acts between political parties. What is violent or punishing is public whoever does it.
    """
    parties = [who for who in (event.actor, event.recipient) if who is not None]
    if event.type not in _PRIVATE or event.status not in _TOLD or not parties:
        return True
    return any(_is_power(ground, who) for who in parties)


def _is_power(ground: Ground, identity: Identity) -> bool:
    """A state, a body of the world tables, or who bears an office of state by any of its mentions."""
    known = ground.vocabulary.events
    side = ground.parties.side(identity)
    return any(w in known.powers or w in known.armed or w in known.people or w in ground.parties.states for w in side)
