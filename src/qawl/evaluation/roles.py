"""Detection, the parts of a statement, the whole quotation, mode and force."""

from collections import Counter
from typing import Literal

from qawl.evaluation.alignment import Alignment, Pair, Parts
from qawl.evaluation.figures import Rates, RoleFigures, Roles, Share
from qawl.evaluation.units import same

Role = Literal["content", "cue", "speaker", "addressee", "occasion"]
Confusion = Counter[tuple[str, str]]


def rates(alignment: Alignment, right: int) -> Rates:
    """Return right pairs over all statements, aligned or not."""
    return Rates(right, len(alignment.predicted), len(alignment.gold))


def detection(alignment: Alignment) -> Rates:
    return rates(alignment, len(alignment.detected))


def roles(alignment: Alignment) -> Roles:
    return Roles(
        content=_role(alignment, "content"),
        cue=_role(alignment, "cue"),
        speaker=_role(alignment, "speaker"),
        addressee=_role(alignment, "addressee"),
        occasion=_role(alignment, "occasion"),
    )


def _role(alignment: Alignment, role: Role) -> RoleFigures:
    return RoleFigures(exact=_exact(alignment, role), overlap=_overlap(alignment, role))


def _exact(alignment: Alignment, role: Role) -> Rates:
    return Rates(
        sum(is_exact(pair, role) for pair in alignment.pairs),
        sum(_is_given(parts, role) for parts in alignment.predicted),
        sum(_is_given(parts, role) for parts in alignment.gold),
    )


def _overlap(alignment: Alignment, role: Role) -> Rates:
    return Rates(
        sum((_units(pair.predicted, role) & _units(pair.gold, role)).bit_count() for pair in alignment.pairs),
        sum(_units(parts, role).bit_count() for parts in alignment.predicted),
        sum(_units(parts, role).bit_count() for parts in alignment.gold),
    )


def is_exact(pair: Pair, role: Role) -> bool:
    """Whether a part has the same characters in both, and has some."""
    return same(_units(pair.predicted, role), _units(pair.gold, role))


def is_absent(pair: Pair, role: Role) -> bool:
    """Whether a part is given on neither side."""
    return not _is_given(pair.predicted, role) and not _is_given(pair.gold, role)


def _is_given(parts: Parts, role: Role) -> bool:
    return getattr(parts.record, role) is not None


def _units(parts: Parts, role: Role) -> int:
    units: int = getattr(parts, role)
    return units


def quotation(alignment: Alignment) -> Rates:
    """Content, cue and speaker all exact; a speaker that is written on neither side is."""
    return rates(alignment, sum(map(_is_whole, alignment.pairs)))


def _is_whole(pair: Pair) -> bool:
    speaker = is_exact(pair, "speaker") or is_absent(pair, "speaker")
    return speaker and is_exact(pair, "content") and is_exact(pair, "cue")


def mode(alignment: Alignment) -> Share:
    detected = alignment.detected
    return Share(sum(pair.predicted.record.mode == pair.gold.record.mode for pair in detected), len(detected))


def force(alignment: Alignment) -> Share:
    detected = alignment.detected
    return Share(sum(pair.predicted.record.force == pair.gold.record.force for pair in detected), len(detected))


def force_confusion(alignment: Alignment) -> Confusion:
    """Count (gold force, predicted force) over detected pairs."""
    return Counter((pair.gold.record.force, pair.predicted.record.force) for pair in alignment.detected)
