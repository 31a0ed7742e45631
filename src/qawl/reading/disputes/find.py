"""From denials and figures that contradict each other to the disputes of an article.

Every statement that denies that something is or was true makes one: by its cue (`نفى`), by the object it rejects
(`رفض الاتهامات`) or by words in it (`لا صحة لـ`). The claim is the claimant's own statement where the article has one,
else the words of the denial that name what is denied.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from qawl.reading.disputes.answers import answers, opposites
from qawl.reading.disputes.claims import claimant, is_blanket
from qawl.reading.disputes.denials import Denied, denials
from qawl.reading.disputes.figures import contradictions
from qawl.reading.disputes.words import bases
from qawl.reading.drafts import Piece
from qawl.reading.ground import Ground
from qawl.reading.quantities import Amount
from qawl.records import Dispute
from qawl.text.span import Span

_ALIKE = 0.5  # of the shorter one's words
_LATEST = 20  # earlier denials compared


def find_disputes(ground: Ground, amounts: Sequence[Amount]) -> tuple[Dispute, ...]:
    """Return the disputes of an article in the order of their denials; `amounts` are its quantities."""
    for headlines in (False, True):  # a headline counts where the body disputes nothing
        drafts = [(i, draft) for i, draft in enumerate(ground.drafts) if draft.headline == headlines]
        found = [one for i, draft in drafts for one in denials(ground, i, draft)]
        found += contradictions(ground, amounts, [i for i, _ in drafts])
        found += answers(ground, [i for i, _ in drafts])
        found += () if headlines else opposites(ground)
        if found:
            return tuple(_record(ground, case) for case in _distinct(ground, sorted(found, key=lambda d: d.number)))
    return ()


@dataclass(slots=True)
class _Case:
    """A denial with the statement of the one who claims, if the article has it."""

    denied: Denied
    denier: str
    claimant: int | None


def _distinct(ground: Ground, denials: list[Denied]) -> list[_Case]:
    """One case for a claim and who denies it; a blanket rejection goes with what its speaker has denied before."""
    kept: list[_Case] = []
    for denied in denials:
        case = _case(ground, denied)
        if case is None:
            continue
        same = next((other for other in reversed(kept[-_LATEST:]) if _is_same(ground, case, other)), None)
        if same is None:
            kept.append(case)
        elif same.claimant is None:
            same.claimant = case.claimant
    return kept


def _case(ground: Ground, denied: Denied) -> _Case | None:
    if denied.denier is not None:
        return _Case(denied, denied.denier, denied.number)
    denier = ground.identities.get(denied.number)
    if denier is None:
        return None
    return _Case(denied, denier.name, denied.claimant if denied.claimant is not None else claimant(ground, denied))


def _is_same(ground: Ground, case: _Case, other: _Case) -> bool:
    if case.denier not in other.denier and other.denier not in case.denier:
        return False
    if case.claimant is not None and case.claimant == other.claimant or is_blanket(ground, case.denied):
        return True
    mine = bases(ground, case.denied.start, case.denied.end)
    theirs = bases(ground, other.denied.start, other.denied.end)
    return len(mine & theirs) >= _ALIKE * min(len(mine), len(theirs))


def _record(ground: Ground, case: _Case) -> Dispute:
    denied = case.denied
    claim = _span(ground, Piece(denied.start, denied.end, _preposition(ground, denied.start)))
    by: tuple[str, ...] = ()
    if case.claimant is not None:
        by = (ground.identities[case.claimant].name,)
        if denied.denial is None:
            claim = _span(ground, ground.drafts[case.claimant].pieces[0])
    denial = _span(ground, Piece(*denied.denial) if denied.denial else ground.drafts[denied.number].pieces[0])
    return Dispute(claim=claim, claimed_by=by, denial=denial, denied_by=(case.denier,), rule=denied.rule)


def _span(ground: Ground, piece: Piece) -> Span:
    span = ground.article.span(piece.start, piece.end)
    return Span(min(span.start + piece.cut, span.end - 1), span.end)


def _preposition(ground: Ground, start: int) -> int:
    """Return the letters of a preposition written on to the first word: `لا نية ل[رفع]`."""
    word = ground.article.words[start]
    return 1 if word.preposition and word.fold == word.preposition + word.base else 0
