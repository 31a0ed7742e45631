"""Figures that two parties give for the same: `تقول الشرطة إن ثلاثة قتلوا، بينما تقول النقابة إن تسعة قتلوا`."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from qawl.lexicon import flags as F
from qawl.lexicon.numerals import Value
from qawl.reading.disputes.denials import Denied
from qawl.reading.ground import Ground
from qawl.reading.quantities import Amount

_WEIGHED = 40  # tokens of a content in which figures are looked for
_BETWEEN = 14  # tokens before the second cue in which the two are set against each other
_SENTENCES = 1  # that the second may stand behind the first


def contradictions(ground: Ground, amounts: Sequence[Amount], statements: Sequence[int]) -> Iterator[Denied]:
    """Yield the second of two neighbouring statements by different parties that count the same thing differently."""
    for first, second in pairwise(statements):
        if are_set_against_each_other(ground, first, second):
            mine, theirs = _figures(ground, amounts, second), _figures(ground, amounts, first)
            if any(unit in theirs and theirs[unit] != value for unit, value in mine.items()):
                draft = ground.drafts[second]
                yield Denied(second, draft.start, draft.end, "figures", first)


def are_set_against_each_other(ground: Ground, first: int, second: int) -> bool:
    """Say whether words such as `بينما` stand between two statements of different parties."""
    one, other = ground.drafts[first], ground.drafts[second]
    if other.sentence - one.sentence > _SENTENCES or one.end > other.start:
        return False
    speakers = ground.identities.get(first), ground.identities.get(second)
    if speakers[0] is None or speakers[1] is None:
        return False
    one_side = speakers[0].name in speakers[1].name or speakers[1].name in speakers[0].name
    if one_side and not is_of_opponents(ground, first):
        return False  # a police force and its spokeswoman
    if any(speaker is not None and speaker.kind == "document" for speaker in speakers):
        return False  # studies and tables count different things
    between = ground.article.words[max(one.end, other.start - _BETWEEN) : other.start]
    return any(word.fold in ground.vocabulary.disputes.against for word in between)


def is_of_opponents(ground: Ground, i: int) -> bool:
    """`يقول خصوم الوزير إن …`."""
    speaker = ground.drafts[i].speaker
    opponents = ground.vocabulary.disputes.opponents
    return speaker is not None and ground.article.words[speaker.head].base in opponents


def _figures(ground: Ground, amounts: Sequence[Amount], i: int) -> dict[str, Value]:
    """Return what a statement counts, by the base of what is counted; a thing counted twice says nothing."""
    draft = ground.drafts[i]
    end = min(draft.end, draft.start + _WEIGHED)
    found: dict[str, Value] = {}
    twice: set[str] = set()
    for amount in amounts[bisect_left(amounts, draft.start, key=lambda a: a.start) :]:
        if amount.start >= end:
            break
        unit = _unit(ground, amount)
        twice |= {unit} if unit in found else set()
        found[unit] = amount.value
    return {unit: value for unit, value in found.items() if unit and unit not in twice}


def _unit(ground: Ground, amount: Amount) -> str:
    """Return the base of the noun that is counted, or `%`; what is measured and paid is seldom the same thing."""
    if amount.rule == "percent":
        return amount.unit
    noun = ground.article.words[amount.end - 1]
    return noun.base if amount.rule in ("count", "of") and not noun.flags & F.TIME else ""
