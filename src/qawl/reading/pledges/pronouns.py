"""Whom a pronoun or a verb without a subject means, among the parties that the text named just before."""

from bisect import bisect_left

from qawl.lexicon import flags as F
from qawl.lexicon.vocabulary import Future, Word
from qawl.reading.actors import Identity
from qawl.reading.article import COMMAS
from qawl.reading.ground import Ground
from qawl.reading.nouns import NounPhrase

_BACK = 60  # tokens back to the party that a pronoun stands for
_LONGEST_PARTY = 20  # tokens
_MANY = ("هم", "هن", "هما")
_LONGEST_SENTENCE = 200  # tokens


def antecedent(ground: Ground, token: int, pronoun: str, speaker: Identity | None) -> NounPhrase | None:
    """Return the party named last before a token that a pronoun (`منهم`, `حثها`) may stand for, but the speaker."""
    starts, mentions = ground.parties.starts, ground.parties.mentions
    for at in range(bisect_left(starts, token) - 1, -1, -1):
        phrase = mentions[at].phrase
        if phrase.start < token - _BACK:
            return None
        if phrase.end <= token and _agrees(ground, phrase, pronoun) and not _is_one_party(ground, phrase, speaker):
            return phrase
    return None


def named_before(ground: Ground, relative: int) -> NounPhrase | None:
    """Return the party that a relative pronoun at a token stands behind, as a whole: `وزير النقل كمال الهاشمي الذي`."""
    starts, mentions = ground.parties.starts, ground.parties.mentions
    ends = (relative, relative - 1) if ground.article.words[relative - 1].kind in COMMAS else (relative,)
    found = None
    for at in range(bisect_left(starts, relative) - 1, -1, -1):
        phrase = mentions[at].phrase
        if phrase.start < relative - _LONGEST_PARTY:
            break
        if phrase.end in ends:
            found = phrase
    return found


def carried_on(ground: Ground, verb: int, future: Future) -> NounPhrase | None:
    """Return who goes on acting in `كما سيلتقي …`: the first party of the sentence that the verb agrees with.

    A verb that opens its sentence goes on with the sentence before.
    """
    floor = ground.clauses.bounds(verb)[0]
    if verb - floor <= 1 and floor:
        floor = ground.clauses.bounds(floor - 1)[0]
    starts, mentions = ground.parties.starts, ground.parties.mentions
    for mention in mentions[bisect_left(starts, max(floor, verb - _LONGEST_SENTENCE)) : bisect_left(starts, verb)]:
        phrase = mention.phrase
        head = ground.article.words[phrase.start]
        if head.preposition or phrase.end > verb or _stands_behind_preposition(ground, phrase):
            continue
        if _is_known_party(ground, phrase) and phrase.gender == future.gender and not future.plural:
            return phrase
    return None


def is_somebody(ground: Ground, phrase: NounPhrase) -> bool:
    """Say whether a phrase that could be an agent is more than a guess.

    A word that no table knows is a name (`سيلتقي أومولو`), but with the article or before another noun only where the
    article has it in a longer name: not `سوف يستمر التمشيط`, `أنظار العالم`. An adjective behind its noun is no person:
    `المجال التقني`.
    """
    words = ground.article.words
    head = words[phrase.head]
    if phrase.name is not None and phrase.name[1] - phrase.name[0] == 1 and phrase.head == phrase.name[0]:
        doubtful = not head.known and (head.definite or phrase.end - phrase.start > 1)
        return not doubtful or phrase.head in ground.article.entities or _has_full_name(ground, head)
    before = words[phrase.head - 1] if phrase.head else None
    agrees = before is not None and before.definite and head.definite and bool(before.flags & F.NOUN)
    return not (agrees and head.flags & F.ADJECTIVE and phrase.name is None)


def _has_full_name(ground: Ground, word: Word) -> bool:
    known = ground.parties.full_names
    return word.base in known or word.fold in known or word.kind == "latin"


def _is_known_party(ground: Ground, phrase: NounPhrase) -> bool:
    """A verb that does not name its subject goes on with somebody whom the tables know for a party."""
    head = ground.article.words[phrase.head]
    known = phrase.name is not None or phrase.head in ground.article.entities
    known = known or bool(head.flags & (F.INSTITUTION | F.ROLE | F.PARTY))
    return known and is_somebody(ground, phrase) and ground.clauses.is_agent(phrase)


def _stands_behind_preposition(ground: Ground, phrase: NounPhrase) -> bool:
    words = ground.article.words
    return bool(phrase.start and words[phrase.start - 1].flags & F.PREPOSITION)


def _agrees(ground: Ground, phrase: NounPhrase, pronoun: str) -> bool:
    if not ground.clauses.is_agent(phrase):
        return False
    many = phrase.number == "p" or phrase.joint
    if pronoun in _MANY:
        return many
    return not many and phrase.gender == ("f" if pronoun == "ها" else "m")


def _is_one_party(ground: Ground, phrase: NounPhrase, speaker: Identity | None) -> bool:
    return speaker is not None and ground.parties.who(phrase).name == speaker.name
