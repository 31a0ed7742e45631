"""What one party says against another without a word of denial.

`يقول X عكس ذلك`; who did it, told by each of the other; and a charge that the one whom it concerns answers in the same
breath: `تعتبر المعارضة إجراءاته انقلابا، لكن الرئيس يقول إن إجراءاته دستورية`.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qawl.lexicon import flags as F
from qawl.reading.disputes.denials import Denied
from qawl.reading.disputes.figures import are_set_against_each_other, is_of_opponents
from qawl.reading.ground import Ground
from qawl.reading.nouns import NounPhrase

_WEIGHED = 40  # tokens of a content that are compared
_REACH = 14  # tokens from a verb of saying to `عكس ذلك`, and back to what sets the two against each other
_WHO = frozenset(("هو", "هي", "هم"))
_DID = frozenset(("من", "الذي", "التي", "الذين"))
_STATING = ("assert", "deny")
_FINITE = ("perfect", "imperfect")
_NAMING = F.NAME | F.PARTY | F.DEMONYM | F.ROLE | F.INSTITUTION


def answers(ground: Ground, statements: Sequence[int]) -> Iterator[Denied]:
    """Yield the second of two neighbouring statements where it contradicts the first."""
    for first, second in pairwise(statements):
        if not are_set_against_each_other(ground, first, second):
            continue
        rule = "culprits" if _name_different_culprits(ground, first, second) else ""
        if not rule and _is_charge(ground, first) and _concerns(ground, first, second):
            rule = "answer"
        if rule:
            draft = ground.drafts[second]
            yield Denied(second, draft.start, draft.end, rule, first)


def opposites(ground: Ground) -> Iterator[Denied]:
    """Yield who says the opposite of what a statement before it says."""
    words = ground.article.words
    contrary = ground.vocabulary.disputes.contrary
    firsts = {phrase[0] for phrase in contrary}
    begin, end = ground.article.title_end, ground.article.body_end
    for at in [at for at, word in enumerate(words[begin:end], begin) if word.fold in firsts]:
        size = next((len(p) for p in contrary if tuple(w.fold for w in words[at : at + len(p)]) == p), 0)
        found = _says_opposite(ground, at) if size else None
        if found is not None:
            verb, speaker = found
            yield from _opposed(ground, at, at + size, verb, ground.parties.who(speaker).name)


# -- the opposite ------------------------------------------------------------------------------


def _says_opposite(ground: Ground, at: int) -> tuple[int, NounPhrase] | None:
    """Return the verb of saying before `عكس ذلك`, and who says it."""
    words = ground.article.words
    for verb in range(at - 1, max(-1, at - _REACH), -1):
        if words[verb].kind == "newline" or words[verb].complementizer:
            return None
        if any(hit.form.aspect in _FINITE for hit in words[verb].cues):
            speaker = ground.phrases.at(verb + 1, at) if verb + 1 < at else None
            return (verb, speaker) if speaker is not None and ground.clauses.is_agent(speaker) else None
    return None


def _opposed(ground: Ground, start: int, end: int, verb: int, denier: str) -> Iterator[Denied]:
    """Set `عكس ذلك` against the statement before what divides the two."""
    words = ground.article.words
    divider = next((t for t in range(verb - 1, max(-1, verb - _REACH), -1) if _divides(ground, t)), None)
    if divider is None or words[divider].kind == "newline":
        return
    i = ground.clauses.holders[divider - 1] if divider else -1
    if i >= 0 and (speaker := ground.identities.get(i)) is not None and speaker.name != denier:
        draft = ground.drafts[i]
        yield Denied(i, draft.start, min(draft.end, divider), "opposite", None, denier, (start, end))


def _divides(ground: Ground, token: int) -> bool:
    word = ground.article.words[token]
    return word.fold in ground.vocabulary.disputes.against or word.kind == "newline"


# -- who did it --------------------------------------------------------------------------------


def _name_different_culprits(ground: Ground, first: int, second: int) -> bool:
    """`المسلحين هم من أطلق النار` against `الجنود هم من أطلق النار`."""
    one, other = _culprit(ground, first), _culprit(ground, second)
    return one is not None and other is not None and one[1] == other[1] and one[0] != other[0]


def _culprit(ground: Ground, i: int) -> tuple[str, str] | None:
    """Return the word before `هو من`, and what was done."""
    draft, words = ground.drafts[i], ground.article.words
    for at in range(draft.start + 1, min(draft.end - 2, draft.start + _WEIGHED)):
        if words[at].fold in _WHO and words[at + 1].fold in _DID:
            return words[at - 1].base, words[at + 2].fold
    return None


# -- charge and answer -------------------------------------------------------------------------


def _is_charge(ground: Ground, i: int) -> bool:
    draft = ground.drafts[i]
    return draft.force == "accuse" or draft.entry.distance == "doubting" or is_of_opponents(ground, i)


def _concerns(ground: Ground, first: int, second: int) -> bool:
    """Say whether a charge names who answers it, or something that the answer calls one's own."""
    answer, words = ground.drafts[second], ground.article.words
    if answer.force not in _STATING:
        return False
    charge = ground.drafts[first]
    told = words[charge.start : min(charge.end, charge.start + _WEIGHED)]
    if charge.speaker is not None and is_of_opponents(ground, first):
        told = words[charge.speaker.start : charge.speaker.end]
    codes = ground.article.codes
    named = {codes.get(word.base, word.base) for word in told if word.flags & _NAMING}
    if named & _names(ground, second):
        return True
    things = {word.base for word in told if word.flags & F.NOUN}
    own = words[answer.start : min(answer.end, answer.start + _WEIGHED)]
    return any(word.suffix and word.flags & F.NOUN and word.base in things for word in own)


def _names(ground: Ground, i: int) -> frozenset[str]:
    """Return the words and states by which the speaker of a statement may be named; a capital is its state."""
    side = ground.parties.side(ground.identities[i])
    entries = (ground.vocabulary.names.get(word) for word in side)
    return side | {entry.code for entry in entries if entry is not None and entry.code}
