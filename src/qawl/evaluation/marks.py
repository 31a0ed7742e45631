"""Records that are found by one span: times, quantities, pledges, disputes.

Each is aligned one to one by the F1 of that span's characters, among the pairs that overlap enough.
Two gold records may share a span (one claim, two who deny it); there the fully right pairing wins.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import isclose
from typing import Generic, TypeVar

from qawl.evaluation.alignment import align
from qawl.evaluation.figures import Found, Rates
from qawl.evaluation.units import Units, f1
from qawl.evaluation.who import same_name
from qawl.records import Dispute, Pledge, Quantity, Time
from qawl.text.span import Span

_HALF = Fraction(1, 2)
_LOOSE = Fraction(3, 10)
_FRACTION_TOLERANCE = 0.005
# 2.3 million is 2299999.9999999995 to a computer, and 0.335 more than 0.005 away from 0.33.
_ROUNDING = 1e-9
_Record = TypeVar("_Record")


@dataclass(frozen=True, slots=True)
class Rule(Generic[_Record]):
    """Which span finds a record, how much of it must overlap, and what makes it fully right."""

    span: Callable[[_Record], Span]
    is_enough: Callable[[Fraction], bool]
    is_full: Callable[[Units, _Record, _Record], bool]


def found(units: Units, rule: Rule[_Record], predicted: Sequence[_Record], gold: Sequence[_Record]) -> Found:
    """Count the records whose span is found, and those that are fully right as well."""
    full = [[rule.is_full(units, p, g) for g in gold] for p in predicted]
    pairs = align(_scores(units, rule, predicted, gold), lambda i, j: Fraction(full[i][j]))
    return Found(
        found=Rates(len(pairs), len(predicted), len(gold)),
        full=Rates(sum(full[i][j] for i, j in pairs), len(predicted), len(gold)),
    )


def _scores(
    units: Units, rule: Rule[_Record], predicted: Sequence[_Record], gold: Sequence[_Record]
) -> list[list[Fraction]]:
    left, right = ([units.of(rule.span(record)) for record in side] for side in (predicted, gold))
    scores = ([f1(p, g) for g in right] for p in left)
    return [[score if rule.is_enough(score) else Fraction(0) for score in row] for row in scores]


def at_least_half(score: Fraction) -> bool:
    return score >= _HALF


def loosely(score: Fraction) -> bool:
    return score > _LOOSE


def same_number(predicted: float, gold: float) -> bool:
    """Whether two numbers are the same; where gold is below 1 within 0.005, as a third has no last digit."""
    if abs(gold) < 1:
        return isclose(predicted, gold, rel_tol=0, abs_tol=_FRACTION_TOLERANCE + _ROUNDING)
    return isclose(predicted, gold, rel_tol=_ROUNDING)


def _time_is_full(_units: Units, predicted: Time, gold: Time) -> bool:
    return predicted.value == gold.value


def _quantity_is_full(_units: Units, predicted: Quantity, gold: Quantity) -> bool:
    return same_number(predicted.value, gold.value)


def _pledge_is_full(_units: Units, predicted: Pledge, gold: Pledge) -> bool:
    return predicted.kind == gold.kind and predicted.due == gold.due and same_name(predicted.by, gold.by)


def _dispute_is_full(units: Units, predicted: Dispute, gold: Dispute) -> bool:
    return loosely(f1(units.of(predicted.denial), units.of(gold.denial)))


TIMES: Rule[Time] = Rule(lambda time: time.span, at_least_half, _time_is_full)
QUANTITIES: Rule[Quantity] = Rule(lambda quantity: quantity.span, at_least_half, _quantity_is_full)
PLEDGES: Rule[Pledge] = Rule(lambda pledge: pledge.act, loosely, _pledge_is_full)
# SCORING.md names no threshold for disputes; they stand in one line with pledges and take theirs.
DISPUTES: Rule[Dispute] = Rule(lambda dispute: dispute.claim, loosely, _dispute_is_full)
