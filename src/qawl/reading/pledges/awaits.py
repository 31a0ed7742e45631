"""What somebody waits for: `الحصول من X على رد`, `في انتظار رد X`, `نأمل أن نتلقاه`."""

from qawl.lexicon import flags as F
from qawl.lexicon.vocabulary import Word
from qawl.reading.clauses import Subject
from qawl.reading.ground import Ground
from qawl.reading.nouns import NounPhrase
from qawl.reading.pledges.act import Act
from qawl.reading.pledges.owing import state_at

_REACH = 7  # tokens from a word of waiting to what is awaited
_BEHIND = 8  # tokens from what is awaited to who is to give it
_NEXT = 8  # tokens from an act to the hope that takes it up
_BACK = 60  # tokens back to the party that a reply is awaited from
_LONGEST = 40  # tokens of an act


def awaited_act(ground: Ground, token: int) -> Act | None:
    """Return the act that a word of waiting at `token` stands for, or None where nobody is known to owe it."""
    words = ground.article.words
    limit = min(ground.clauses.bounds(token)[1], token + _LONGEST)
    at = _reply(ground, token + 1, min(limit, token + _REACH))
    if at is None:
        return None
    giver = _giver(ground, token, min(limit, at + _BEHIND)) or _other_party(ground, token)
    if giver is None:
        return None
    holder = ground.clauses.holders[token]
    end = ground.clauses.end(at, limit)
    hope = _hope(ground, end)
    if hope is None:
        return Act(token, end, "expectation", holder, "await", Subject(giver), end, _conjunction(words[token]))
    verb, until = hope
    if words[verb].base in ground.pledges.happenings:  # `وهو ما نأمل أن يحدث هذا الأسبوع`
        return Act(token, end, "expectation", holder, "await", Subject(giver), until, _conjunction(words[token]))
    return Act(verb, until, "expectation", holder, "await", Subject(giver), until, _conjunction(words[verb]))


def received_act(ground: Ground, verb: int) -> Act | None:
    """`معربا عن أمله في أن يصل الأربعاء`: a reply that the article told of before, by whoever is to give it."""
    words = ground.article.words
    if words[verb].base not in ground.pledges.arrivals:
        return None
    at = next((i for i in range(verb - 1, max(-1, verb - _BACK), -1) if words[i].base in ground.pledges.replies), None)
    giver = None if at is None else _giver(ground, at, min(verb, at + _BEHIND)) or _other_party(ground, verb)
    if giver is None:
        return None
    limit = ground.clauses.bounds(verb)[1]
    end = ground.clauses.end(verb, min(limit, verb + _LONGEST))
    return Act(verb, end, "expectation", ground.clauses.holders[verb], "await", Subject(giver), end)


def _conjunction(word: Word) -> int:
    return 1 if word.conjunction else 0


def _reply(ground: Ground, start: int, limit: int) -> int | None:
    words = ground.article.words
    return next((at for at in range(start, limit) if words[at].base in ground.pledges.replies), None)


def _giver(ground: Ground, start: int, limit: int) -> NounPhrase | None:
    """`من X`, or the owner of the reply: `رد موسكو`, `الرد الأميركي`."""
    words = ground.article.words
    for at in range(start + 1, limit):
        if words[at].fold == "من" and at + 1 < limit:
            phrase = ground.phrases.at(at + 1, limit)
            if phrase is not None and ground.clauses.is_agent(phrase):
                return phrase
        if _is_party(ground, at) and not words[at].preposition:
            return ground.phrases.at(at, limit)
    return None


def _is_party(ground: Ground, at: int) -> bool:
    entity = ground.article.entities.get(at)
    flags = entity.name.kind if entity is not None else ground.article.words[at].flags
    return bool(flags & F.PARTY)


def _other_party(ground: Ground, token: int) -> NounPhrase | None:
    """Of two sides the one that does not wait: the state named last before it that is not the speaker's."""
    speaker = ground.identities.get(ground.clauses.holders[token])
    if speaker is None:
        return None
    side = ground.parties.side(speaker)
    for at in range(token - 1, max(-1, token - _BACK), -1):
        code = state_at(ground, at)
        if code and code not in side:
            return ground.phrases.at(at, len(ground.article.words))
    return None


def _hope(ground: Ground, end: int) -> tuple[int, int] | None:
    """Return the verb hoped for right behind an act, and the token after its clause."""
    words = ground.article.words
    for at in range(end, min(len(words) - 2, end + _NEXT)):
        if words[at].fold in ground.pledges.hopes and words[at + 1].complementizer == "أن":
            return at + 2, ground.clauses.end(at + 2, min(len(words), at + _LONGEST))
        if words[at].kind == "newline":
            break
    return None
