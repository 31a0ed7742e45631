"""Statements that are acts themselves: who accuses, demands, refuses, threatens, promises or supports.

The outlet tells that X accused Y: that much is asserted. What X said of Y is held by the statement.
"""

from collections.abc import Iterator, Mapping

from qawl.lexicon import flags as F
from qawl.lexicon.force import load_forces
from qawl.lexicon.vocabulary import Word
from qawl.reading.actors import Identity
from qawl.reading.drafts import Draft
from qawl.reading.events.arguments import is_party
from qawl.reading.events.draft import EventDraft
from qawl.reading.events.status import is_doubted
from qawl.reading.ground import Ground
from qawl.reading.nouns import NounPhrase
from qawl.records.reading import Status

_INSIDE = 8  # tokens of a content in which the party that it is about stands
_GOD = frozenset(("الله", "المولي", "الباري"))
_OPENING = 6  # tokens behind a cue in which it is said who is asked
_PRAISED = ("SUPPORT", "REJECT", "ACCUSE")


def speech_events(ground: Ground) -> Iterator[EventDraft]:
    """Yield the statements that are acts of a type of PLOVER."""
    numbers = {id(draft): i for i, draft in enumerate(ground.drafts)}
    for i, draft in enumerate(ground.drafts):
        if _is_prayer(ground, draft):
            continue
        of_party = draft.kind == "nominal" and ground.vocabulary.events.speech_of_party.get(draft.entry.lemma)
        kind = of_party or _kind(ground, draft)
        if kind is None or kind[0] == "none":
            continue
        start, end = draft.cue
        event = EventDraft(start, end, start, kind[0], kind[1], _status(ground, draft, numbers), i, _rule(kind[0]))
        event.actor = ground.identities.get(i)
        event.recipient = _direct(ground, draft, event) if of_party else _recipient(ground, draft, event)
        if not of_party or event.recipient is not None:
            yield event


def _is_prayer(ground: Ground, draft: Draft) -> bool:
    """`داعيا الله أن`: what is asked of God is asked of no party."""
    words = ground.article.words
    return any(word.base in _GOD for word in words[draft.cue[1] : min(draft.start + 2, draft.cue[1] + _OPENING)])


def _rule(name: str) -> str:
    return f"statement:{name.lower()}"


def _kind(ground: Ground, draft: Draft) -> tuple[str, str | None] | None:
    """The type is the cue's own, or that of the noun which opens its content (`أعلن رفضه`)."""
    known, words = ground.vocabulary.events, ground.article.words
    first = words[draft.start]
    if draft.entry.lemma in known.speech:
        return known.speech[draft.entry.lemma]
    noun = known.speech_nouns.get(first.base) or known.speech_nouns.get(first.fold)
    if noun is not None and draft.kind == "nominal":
        return noun
    if draft.entry.force == "warn" and first.base in ground.pledges.countries and first.suffix:
        return "THREATEN", None  # `حذر من أن بلاده ستنسحب`
    if draft.entry.force != "assert":
        return known.by_force.get(draft.entry.force)
    voiced = draft.entry.kind == "light" or draft.kind == "nominal" and _is_forceful(first)
    return known.by_force.get(draft.force or "") if voiced else None


def _is_forceful(word: Word) -> bool:
    """`أعرب عن تقديره`: a noun that gives its statement a force."""
    nouns = load_forces().nouns
    return word.fold in nouns or word.base in nouns


def _status(ground: Ground, draft: Draft, numbers: Mapping[int, int]) -> Status:
    if draft.hit is not None and draft.hit.future:
        return "expected"
    if draft.parent is None:
        return "asserted"
    holder = numbers[id(draft.parent)]
    return "alleged" if is_doubted(ground, holder) else "attributed"


def _recipient(ground: Ground, draft: Draft, event: EventDraft) -> Identity | None:
    """Return whom the statement addresses, or whom its content is about."""
    if draft.addressee is not None and event.type != "ACCUSE":
        phrase = _addressed(ground, draft.addressee)
        if phrase is not None:
            return _who(ground, phrase, event)
    between = _between(ground, draft)
    if between is not None:
        return _who(ground, between, event)
    if draft.kind != "nominal":
        return None
    phrase = ground.phrases.at(draft.start, draft.end)
    if phrase is None:
        return None
    if ground.clauses.is_agent(phrase) and not phrase.quoted and event.type in (*_PRAISED, "THREATEN"):
        return _who(ground, phrase, event)
    inner = _inner(ground, draft, phrase) if event.type in _PRAISED else None
    return _who(ground, inner, event) if inner is not None else None


def _direct(ground: Ground, draft: Draft, event: EventDraft) -> Identity | None:
    phrase = ground.phrases.at(draft.start, draft.end)
    return _who(ground, phrase, event) if phrase is not None and ground.clauses.is_agent(phrase) else None


def _addressed(ground: Ground, span: tuple[int, int]) -> NounPhrase | None:
    start, end = span
    words = ground.article.words
    while start < end and words[start].flags & F.PREPOSITION and not words[start].flags & F.NAME:
        start += 1
    phrase = ground.phrases.at(start, end) if start < end else None
    return phrase if phrase is not None and is_party(ground, phrase) else None


def _between(ground: Ground, draft: Draft) -> NounPhrase | None:
    """`طالب الوزير التجار بـ`: who stands between the speaker and the content of a demand."""
    if draft.entry.force not in ("demand", "commit", "warn"):
        return None
    start = draft.speaker.end if draft.speaker is not None and draft.speaker.start >= draft.cue[1] else draft.cue[1]
    limit = draft.start
    words = ground.article.words
    while start < limit and words[start].flags & F.ADVERB:
        start += 1
    phrase = ground.phrases.at(start, limit) if start < limit and not words[start].preposition else None
    return phrase if phrase is not None and ground.clauses.is_agent(phrase) else None


def _inner(ground: Ground, draft: Draft, phrase: NounPhrase) -> NounPhrase | None:
    """`أشاد بجهود الأمم المتحدة`, `رفض مطالبة النقابة`: whose efforts or words they are."""
    words = ground.article.words
    if words[phrase.head].flags & F.EVENT and any(h.form.act.type == "ASSAULT" for h in words[phrase.head].acts):
        return None
    for at in range(phrase.head + 1, min(draft.pieces[0].end, phrase.head + _INSIDE)):
        word = words[at]
        if word.kind != "word" or word.complementizer or word.flags & (F.RELATIVE | F.SUBORDINATOR) or word.suffix:
            return None
        if word.flags & (F.PARTY | F.ROLE | F.HONORIFIC | F.GIVEN | F.INSTITUTION) or at in ground.article.entities:
            inner = ground.phrases.at(at, draft.pieces[0].end)
            if inner is not None and ground.clauses.is_agent(inner):
                return inner
    return None


def _who(ground: Ground, phrase: NounPhrase, event: EventDraft) -> Identity | None:
    identity = ground.parties.party(phrase)
    return None if event.actor is not None and identity.name == event.actor.name else identity
