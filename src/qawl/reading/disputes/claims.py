"""Whose statement a denial denies."""

from collections.abc import Iterator

from qawl.lexicon import flags as F
from qawl.reading.disputes.denials import Denied
from qawl.reading.disputes.words import around, bases
from qawl.reading.ground import Ground

_WEIGHED = 60  # tokens of a content that are compared
_SHARED = 2  # words that a claim and its denial have in common
_ALIKE = 0.5  # of the shorter one's words
_VERY_ALIKE = 0.65  # where they are only as many


def is_blanket(ground: Ground, denied: Denied) -> bool:
    """Say whether the denied words name no claim of their own: `الاتهامات`, `ذلك`."""
    lexicon = ground.vocabulary.disputes
    if denied.start < denied.end and ground.article.words[denied.start].fold in lexicon.whatever:
        return True
    return bases(ground, denied.start, denied.end) <= ground.vocabulary.disputes.blanket


def claimant(ground: Ground, denied: Denied) -> int | None:
    """Return the number of the statement of somebody else that says what is denied."""
    mine = bases(ground, denied.start, denied.end)
    others = list(_others(ground, denied))
    if denied.rule == "contrary" or is_blanket(ground, denied):
        return _last_claim(ground, denied, others)
    best: tuple[float, int] | None = None
    for i in others:
        piece = ground.drafts[i].pieces[0]
        theirs = bases(ground, piece.start, min(piece.end, piece.start + _WEIGHED))
        shared = len(mine & theirs)
        score = shared / max(1, min(len(mine), len(theirs)))
        if shared >= _SHARED and score >= (_ALIKE if shared > _SHARED else _VERY_ALIKE):
            best = max(best or (0.0, i), (score, i), key=lambda pair: pair[0])
    return None if best is None else best[1]


def _others(ground: Ground, denied: Denied) -> Iterator[int]:
    """Yield the statements of others that neither hold the denial nor stand in it."""
    denial = ground.drafts[denied.number]
    denier = ground.identities.get(denied.number)
    for i in around(ground, denied.number):
        draft, speaker = ground.drafts[i], ground.identities.get(i)
        if draft.headline or draft.force == "deny" or speaker is None or denier is None or speaker.name == denier.name:
            continue
        apart = draft.end <= denial.start or draft.start >= denial.end
        if apart and not any(
            w.flags & F.NEGATION for w in ground.article.words[draft.start : min(draft.end, draft.start + _WEIGHED)]
        ):
            yield i  # whoever negates it says the same


def _last_claim(ground: Ground, denied: Denied, others: list[int]) -> int | None:
    """`عكس ذلك`, `الاتهامات باطلة`: what is answered, else the last said in the sentence, else the last claim."""
    drafts, denial = ground.drafts, ground.drafts[denied.number]
    answered = [i for i in others if _is_answered(ground, denied.number, i)]
    before = [i for i in others if drafts[i].end <= denial.start]
    near = [i for i in before if drafts[i].sentence == denial.sentence]
    claims = [i for i in before if drafts[i].force == "accuse" or drafts[i].entry.distance == "doubting"]
    return next((found[-1] for found in (answered, near, claims) if found), None)


def _is_answered(ground: Ground, denial: int, i: int) -> bool:
    """`ردا على ما أعلنه X`: a statement inside the occasion upon which the denier speaks."""
    denier = ground.identities[denial].name
    for k in around(ground, i):
        draft = ground.drafts[k]
        if draft.occasion is not None and draft.occasion[0] <= ground.drafts[i].cue[0] < draft.occasion[1]:
            speaker = ground.identities.get(k)
            return speaker is not None and speaker.name == denier
    return False
