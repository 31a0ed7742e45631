"""Which predicted record stands for which gold record."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from qawl.evaluation.assignment import assign
from qawl.evaluation.gold import AnyStatement
from qawl.evaluation.units import Units, f1

DETECTED = Fraction(1, 2)
USABLE = Fraction(4, 5)

Scores = Sequence[Sequence[Fraction]]


def align(scores: Scores, tie: Callable[[int, int], Fraction]) -> list[tuple[int, int]]:
    """Return pairs (predicted, gold) that are one to one and maximal in summed score.

    Among equal sums the larger sum of `tie`, a score from 0 to 1, wins. Pairs that score 0 are dropped.
    """
    ties = [[tie(i, j) if score else Fraction(0) for j, score in enumerate(row)] for i, row in enumerate(scores)]
    return [(i, j) for i, j in assign(_weights(scores, ties)) if scores[i][j]]


def _weights(scores: Scores, ties: Scores) -> list[list[int]]:
    """Return scores and ties as one whole number each, in which all ties together weigh less than any score.

    Floating point would decide ties by rounding errors.
    """
    score_scale, tie_scale = _common_denominator(scores), _common_denominator(ties)
    room = len(scores) * tie_scale + 1
    return [
        [int(score * score_scale) * room + int(tie * tie_scale) for score, tie in zip(*rows, strict=True)]
        for rows in zip(scores, ties, strict=True)
    ]


def _common_denominator(scores: Scores) -> int:
    return lcm(*{score.denominator for row in scores for score in row})


@dataclass(frozen=True, slots=True)
class Parts:
    """A statement with the characters of each of its parts."""

    record: AnyStatement
    content: int
    cue: int
    speaker: int
    addressee: int
    occasion: int


@dataclass(frozen=True, slots=True)
class Pair:
    """A predicted and a gold statement whose contents overlap."""

    predicted: Parts
    gold: Parts
    f1: Fraction

    @property
    def detected(self) -> bool:
        return self.f1 >= DETECTED


@dataclass(frozen=True, slots=True)
class Alignment:
    """All statements of one article, predicted and gold, and which stands for which."""

    predicted: list[Parts]
    gold: list[Parts]
    pairs: list[Pair]

    @property
    def detected(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.detected]

    @property
    def missed(self) -> list[Parts]:
        paired = {id(pair.gold) for pair in self.pairs}
        return [parts for parts in self.gold if id(parts) not in paired]

    @property
    def spurious(self) -> list[Parts]:
        paired = {id(pair.predicted) for pair in self.pairs}
        return [parts for parts in self.predicted if id(parts) not in paired]


def align_statements(units: Units, predicted: Iterable[AnyStatement], gold: Iterable[AnyStatement]) -> Alignment:
    """Align by content, one to one; ties go to the better cue."""
    left, right = [parts_of(units, one) for one in predicted], [parts_of(units, one) for one in gold]
    scores = [[f1(p.content, g.content) for g in right] for p in left]
    pairs = align(scores, lambda i, j: f1(left[i].cue, right[j].cue))
    return Alignment(left, right, [Pair(left[i], right[j], scores[i][j]) for i, j in pairs])


def parts_of(units: Units, statement: AnyStatement) -> Parts:
    return Parts(
        record=statement,
        content=units.of_content(statement.content),
        cue=units.of(statement.cue),
        speaker=units.of(statement.speaker),
        addressee=units.of(statement.addressee),
        occasion=units.of(statement.occasion),
    )
