"""Who owes an act, to whom, and whether it is the speaker's own side."""

from bisect import bisect_left

from qawl.lexicon import flags as F
from qawl.reading.actors import Identity
from qawl.reading.ground import Ground
from qawl.reading.nouns import NounPhrase
from qawl.reading.pledges.act import Act

_CODE = 3  # letters of a state's code


def settle(ground: Ground, act: Act) -> bool:
    """Name who owes an act and decide its kind; False where nobody is known to owe it."""
    speaker = ground.identities.get(act.holder)
    phrase = act.subject.phrase
    if phrase is not None:
        act.by = _named(ground, phrase, speaker)
        act.own = act.own or speaker is not None and _is_own(ground, phrase, act.by, speaker)
    elif speaker is not None:
        act.by = _side_name(ground, speaker) if act.ours else speaker.name
        act.own = True
    if act.kind == "plan":
        act.kind = "promise" if act.own else "expectation"
    if act.by is not None:
        act.to = _beneficiary(ground, act, speaker)
    return act.by is not None


def _beneficiary(ground: Ground, act: Act, speaker: Identity | None) -> str | None:
    """The party that demands or waits; else the first party that the act names beside the one who owes it."""
    if act.kind == "demand":
        return speaker.name if speaker is not None else None
    if act.rule == "await" and speaker is not None:
        return _side_name(ground, speaker)
    mentions = ground.parties.mentions
    first = bisect_left(ground.parties.starts, act.start)
    for mention in mentions[first : bisect_left(ground.parties.starts, act.end)]:
        if _is_party(ground, mention.phrase):
            name = ground.parties.who(mention.phrase).name
            if name != act.by:
                return name
    return None


def _is_party(ground: Ground, phrase: NounPhrase) -> bool:
    head = ground.article.words[phrase.head]
    entity = ground.article.entities.get(phrase.head)
    if entity is not None:
        return bool(entity.name.kind & (F.STATE | F.BODY))
    return bool(head.flags & F.STATE) and not head.flags & F.ADJECTIVE or phrase.personal and phrase.name is not None


def _named(ground: Ground, phrase: NounPhrase, speaker: Identity | None) -> str | None:
    head = ground.article.words[phrase.head]
    if head.base == "بلاد" and head.suffix:
        return _side_name(ground, speaker) if speaker is not None else None
    if head.base in ground.pledges.sides and phrase.head + 1 < phrase.end:
        state = _state_name(ground, ground.article.codes.get(ground.article.words[phrase.head + 1].base, ""))
        if state is not None:
            return state
    if phrase.end - phrase.start == 1 and head.flags & (F.PRONOUN | F.DEMONSTRATIVE):
        return None
    if len(phrase.names) > 1 and head.number == "p":
        return ground.article.words_of(phrase.names[0][0], phrase.names[-1][1])
    return _fullest(ground, phrase)


def _fullest(ground: Ground, phrase: NounPhrase) -> str:
    """Return the party's name; a longer one that only runs on from this very phrase into its act does not count."""
    name, surface = ground.parties.who(phrase).name, ground.parties.surface(phrase)
    start = ground.article.tokens.starts[phrase.start]
    runs_on = (
        name != surface and name.startswith(surface) and name in ground.article.text[start : start + len(name) + 4]
    )
    return surface if runs_on else name


def _side_name(ground: Ground, speaker: Identity) -> str:
    """We: the state or body that a person speaks for, under its name in the article; else the speaker."""
    if speaker.kind != "person":
        return speaker.name
    for code in sorted(filter(_is_code, ground.parties.side(speaker))):
        state = _state_name(ground, code)
        if state is not None:
            return state
    entities = ground.article.entities
    for start, end in sorted(speaker.mentions):
        for token in range(start, end):
            if token in entities and entities[token].name.kind & F.BODY:
                phrase = ground.phrases.at(token, end)
                return ground.parties.who(phrase).name if phrase is not None else entities[token].name.name
    return speaker.name


def _state_name(ground: Ground, code: str) -> str | None:
    """Return the name that the article has for a state, or None."""
    mention = next(iter(ground.parties.by_head.get("=" + code, ())), None)
    return ground.parties.who(mention.phrase).name if mention is not None else None


def _is_code(word: str) -> bool:
    return len(word) == _CODE and word.isascii() and word.isupper()


def _is_own(ground: Ground, phrase: NounPhrase, name: str | None, speaker: Identity) -> bool:
    """Say whether a party is the speaker's own side: itself, its state, or the body it speaks for."""
    if name == speaker.name:
        return True
    if speaker.kind == "unnamed":
        return False
    head = ground.article.words[phrase.head]
    if head.base in ground.pledges.countries:
        return True
    if head.flags & F.INSTITUTION and head.definite and phrase.end - phrase.start == 1:
        return True
    mention = ground.parties.mention(phrase)
    shared = ground.parties.side(speaker) & (mention.words | {mention.head.removeprefix("=")})
    return any(_is_code(word) for word in shared) or bool(head.flags & F.INSTITUTION and head.base in shared)
