"""Figures that two parties give for the same: `تقول الشرطة إن ثلاثة قتلوا، بينما تقول النقابة إن تسعة قتلوا`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qawl.lexicon import flags as F
from qawl.lexicon.numerals import Value
from qawl.reading.disputes.denials import Denied
from qawl.reading.ground import Ground
from qawl.reading.numbers import numbers

_WEIGHED = 40  # tokens of a content in which figures are looked for
_BETWEEN = 14  # tokens before the second cue in which the two are set against each other
_SENTENCES = 1  # that the second may stand behind the first


def contradictions(ground: Ground, statements: Sequence[int]) -> Iterator[Denied]:
    """Yield the second of two neighbouring statements by different parties that count the same thing differently."""
    for first, second in pairwise(statements):
        if are_set_against_each_other(ground, first, second):
            mine, theirs = _figures(ground, second), _figures(ground, first)
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


def _figures(ground: Ground, i: int) -> dict[str, Value]:
    """Return what a statement counts, by the base of what is counted; a thing counted twice says nothing."""
    draft = ground.drafts[i]
    found: dict[str, Value] = {}
    twice: set[str] = set()
    for number in numbers(ground.article, draft.start, min(draft.end, draft.start + _WEIGHED)):
        unit = _unit(ground, number.end) if number.kind == "cardinal" and not number.definite else ""
        twice |= {unit} if unit in found else set()
        found[unit] = number.value
    return {unit: value for unit, value in found.items() if unit and unit not in twice}


def _unit(ground: Ground, at: int) -> str:
    """Return the base of the noun at or right behind a token, or `%`."""
    words = ground.article.words
    if at + 1 < len(words) and words[at].fold == "من":
        at += 1
    if at >= len(words):
        return ""
    word = words[at]
    if word.kind == "%":
        return "%"
    return word.base if word.flags & F.NOUN and not word.flags & F.TIME else ""
