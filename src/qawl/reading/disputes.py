"""Disputes: what one party says and another denies.

Every statement that denies that something is or was true makes one: by its cue (`نفى`), by the object it rejects
(`رفض الاتهامات`) or by words in it (`لا صحة لـ`). The claim is the claimant's own statement where the article has one,
else the words of the denial that name what is denied.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from qawl.lexicon import flags as F
from qawl.lexicon.disputes import Denial, DisputeLexicon
from qawl.reading.article import COMMAS
from qawl.reading.drafts import Draft, Piece
from qawl.reading.ground import Ground
from qawl.records import Dispute
from qawl.text.span import Span

_WEIGHED = 60  # tokens of a content that are compared
_DENYING = ("deny", "assert", "accuse")  # forces under which words may deny
_SHARED = 2  # words that a claim and its denial have in common
_ALIKE = 0.5  # of the shorter one's words
_VERY_ALIKE = 0.65  # where they are only as many
_HEAD = 1  # tokens at the head of a content
_NEAR = 60  # statements before and behind a denial that are compared with it
_LATEST = 20  # earlier denials compared
_LONGEST = 60  # tokens of the words denied
_NAMING = F.GRAMMAR | F.ROLE | F.INSTITUTION | F.HONORIFIC  # words that say little of what is claimed
_STOPS = frozenset((".", "!", "؟", "?", ":", "newline")) | COMMAS


@dataclass(frozen=True, slots=True)
class _Denied:
    """A denying statement, and the tokens in it that name what is denied."""

    number: int
    start: int
    end: int
    rule: str
    claimant: int | None = None


def find_disputes(ground: Ground) -> tuple[Dispute, ...]:
    """Return the disputes of an article in the order of their denials."""
    lexicon = ground.vocabulary.disputes
    for headlines in (False, True):  # a headline counts where the body denies nothing
        drafts = [(i, draft) for i, draft in enumerate(ground.drafts) if draft.headline == headlines]
        denials = [found for i, draft in drafts for found in _denials(ground, lexicon, i, draft)]
        if denials:
            return tuple(_record(ground, case) for case in _distinct(ground, denials))
    return ()


@dataclass(slots=True)
class _Case:
    """A denial with the statement of the one who claims, if the article has it."""

    denied: _Denied
    denier: str
    claimant: int | None


def _distinct(ground: Ground, denials: list[_Denied]) -> list[_Case]:
    """One case for a claim and who denies it; a blanket rejection goes with what its speaker has denied before."""
    kept: list[_Case] = []
    for denied in denials:
        denier = ground.identities.get(denied.number)
        if denier is None:
            continue
        case = _Case(denied, denier.name, denied.claimant if denied.claimant is not None else _claimant(ground, denied))
        same = next((other for other in reversed(kept[-_LATEST:]) if _is_same(ground, case, other)), None)
        if same is None:
            kept.append(case)
        elif same.claimant is None:
            same.claimant = case.claimant
    return kept


def _is_same(ground: Ground, case: _Case, other: _Case) -> bool:
    if case.denier not in other.denier and other.denier not in case.denier:
        return False
    if case.claimant is not None and case.claimant == other.claimant or _is_blanket(ground, case.denied):
        return True
    mine = _bases(ground, case.denied.start, case.denied.end)
    theirs = _bases(ground, other.denied.start, other.denied.end)
    return len(mine & theirs) >= _ALIKE * min(len(mine), len(theirs))


def _is_blanket(ground: Ground, denied: _Denied) -> bool:
    return _bases(ground, denied.start, denied.end) <= ground.vocabulary.disputes.blanket


def _record(ground: Ground, case: _Case) -> Dispute:
    denied = case.denied
    claim = _span(ground, Piece(denied.start, denied.end, _preposition(ground, denied.start)))
    by: tuple[str, ...] = ()
    if case.claimant is not None:
        claim = _span(ground, ground.drafts[case.claimant].pieces[0])
        by = (ground.identities[case.claimant].name,)
    denial = _span(ground, ground.drafts[denied.number].pieces[0])
    return Dispute(claim=claim, claimed_by=by, denial=denial, denied_by=(case.denier,), rule=denied.rule)


# -- denials ------------------------------------------------------------------------------------


def _denials(ground: Ground, lexicon: DisputeLexicon, i: int, draft: Draft) -> Iterator[_Denied]:
    if draft.force not in _DENYING:
        return
    piece = draft.pieces[0]
    if draft.entry.distance == "doubting" and draft.parent is not None and draft.rule.startswith("noun"):
        yield from _doubted(ground, i, draft, piece)
        return
    if _begins(ground, piece.start, lexicon.contrary):
        yield _Denied(i, piece.start, piece.end, "contrary")
        return
    first = ground.article.words[piece.start]
    lemma = draft.entry.lemma
    if lemma in lexicon.deniers or lemma in lexicon.rejecters and first.base in lexicon.objects:
        start = _past_carriers(ground, lexicon, piece.start, piece.end)
        yield _Denied(i, start, min(piece.end, start + _LONGEST), f"cue:{lemma}")
        return
    found = min(_worded(ground, lexicon, i, piece), key=lambda pair: pair[0], default=None)
    if found is not None:
        yield found[1]


def _doubted(ground: Ground, i: int, draft: Draft, piece: Piece) -> Iterator[_Denied]:
    """`… مزاعم X بأن Y`: whoever speaks of claims in such words rejects them."""
    outer = next((k for k in _around(ground, i) if ground.drafts[k] is draft.parent), None)
    mine, theirs = ground.identities.get(outer) if outer is not None else None, ground.identities.get(i)
    if outer is not None and mine is not None and theirs is not None and mine.name != theirs.name:
        yield _Denied(outer, piece.start, piece.end, "doubting", i)


def _around(ground: Ground, i: int) -> range:
    """Return the numbers of the statements near one: the work for each denial is bounded."""
    return range(max(0, i - _NEAR), min(len(ground.drafts), i + _NEAR))


def _begins(ground: Ground, start: int, phrases: frozenset[tuple[str, ...]]) -> bool:
    words = ground.article.words
    return any(tuple(w.fold for w in words[start : start + len(p)]) == p for p in phrases)


def _worded(ground: Ground, lexicon: DisputeLexicon, i: int, piece: Piece) -> Iterator[tuple[int, _Denied]]:
    """Yield what denying words in a content deny, with their rank."""
    words = ground.article.words
    for at, word in enumerate(words[piece.start : min(piece.end, piece.start + 4 * _WEIGHED)], piece.start):
        if not word.denies:
            continue
        fold = word.fold
        key = fold[1:] if fold not in lexicon.patterns and fold[:1] in "وف" else fold
        for denial in lexicon.patterns.get(key, ()):
            size = len(denial.words)
            if tuple(w.fold for w in words[at + 1 : at + size]) != denial.words[1:] or at + size > piece.end:
                continue
            start, end = _named(ground, lexicon, denial, at, piece)
            if start < end and (not denial.at_start or at <= piece.start + _HEAD):
                yield denial.rank, _Denied(i, start, end, "words:" + " ".join(denial.words))
            break  # the longest


def _named(ground: Ground, lexicon: DisputeLexicon, denial: Denial, at: int, piece: Piece) -> tuple[int, int]:
    """Return the tokens that name what is denied: behind the denying words, before them, or all of the clause."""
    words = ground.article.words
    behind = at + len(denial.words)
    end = next((t for t in range(behind, piece.end) if words[t].kind in _STOPS or words[t].complementizer), piece.end)
    if denial.claim == "behind":
        return _past_carriers(ground, lexicon, behind, end), end
    opening = next((t + 1 for t in range(at - 1, piece.start - 1, -1) if words[t].kind in _STOPS), piece.start)
    if denial.claim == "from":
        return behind - 1, end
    if denial.claim == "whole":
        return opening, end
    end = next((t for t in range(opening + 1, at) if words[t].complementizer), at)
    return _past_carriers(ground, lexicon, opening, end), end


def _past_carriers(ground: Ground, lexicon: DisputeLexicon, start: int, end: int) -> int:
    """Skip what leads up to the denied words: `صحة ما تردد عن`, `الأنباء التي تحدثت عن`, `له`."""
    words = ground.article.words
    while start < end:
        size = next((len(p) for p in lexicon.between if tuple(w.fold for w in words[start : start + len(p)]) == p), 0)
        if not size:
            break
        start += size
    if start < end and (words[start].base in lexicon.carriers or words[start].fold in lexicon.carriers):
        for at in range(start + 1, min(end, start + 14)):
            for link in lexicon.links:
                if tuple(w.fold for w in words[at : at + len(link)]) == link and at + len(link) < end:
                    return at + len(link)
    return start


# -- claims ---------------------------------------------------------------------------------------


def _span(ground: Ground, piece: Piece) -> Span:
    span = ground.article.span(piece.start, piece.end)
    return Span(min(span.start + piece.cut, span.end - 1), span.end)


def _preposition(ground: Ground, start: int) -> int:
    """Return the letters of a preposition written on to the first word: `لا نية ل[رفع]`."""
    word = ground.article.words[start]
    return 1 if word.preposition and word.fold == word.preposition + word.base else 0


def _claimant(ground: Ground, denied: _Denied) -> int | None:
    """Return the number of the statement of somebody else that says what is denied."""
    mine = _bases(ground, denied.start, denied.end)
    others = list(_others(ground, denied))
    if denied.rule == "contrary" or _is_blanket(ground, denied):
        return _last_claim(ground, denied, others)
    best: tuple[float, int] | None = None
    for i in others:
        piece = ground.drafts[i].pieces[0]
        theirs = _bases(ground, piece.start, min(piece.end, piece.start + _WEIGHED))
        shared = len(mine & theirs)
        score = shared / max(1, min(len(mine), len(theirs)))
        if shared >= _SHARED and score >= (_ALIKE if shared > _SHARED else _VERY_ALIKE):
            best = max(best or (0.0, i), (score, i), key=lambda pair: pair[0])
    return None if best is None else best[1]


def _others(ground: Ground, denied: _Denied) -> Iterator[int]:
    """Yield the statements of others that neither hold the denial nor stand in it."""
    denial = ground.drafts[denied.number]
    denier = ground.identities.get(denied.number)
    for i in _around(ground, denied.number):
        draft, speaker = ground.drafts[i], ground.identities.get(i)
        if draft.headline or draft.force == "deny" or speaker is None or denier is None or speaker.name == denier.name:
            continue
        apart = draft.end <= denial.start or draft.start >= denial.end
        if apart and not any(
            w.flags & F.NEGATION for w in ground.article.words[draft.start : min(draft.end, draft.start + _WEIGHED)]
        ):
            yield i  # whoever negates it says the same


def _last_claim(ground: Ground, denied: _Denied, others: list[int]) -> int | None:
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
    for k in _around(ground, i):
        draft = ground.drafts[k]
        if draft.occasion is not None and draft.occasion[0] <= ground.drafts[i].cue[0] < draft.occasion[1]:
            speaker = ground.identities.get(k)
            return speaker is not None and speaker.name == denier
    return False


def _bases(ground: Ground, start: int, end: int) -> frozenset[str]:
    words = ground.article.words[start:end]
    codes = ground.article.codes
    return frozenset(codes.get(w.base, w.base) for w in words if w.kind == "word" and not w.flags & _NAMING and w.base)
