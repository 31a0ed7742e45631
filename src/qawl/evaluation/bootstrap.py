"""How much a figure would vary with other documents of the same kind."""

from collections.abc import Sequence
from random import Random

from qawl.evaluation.figures import Rates

RESAMPLES = 500
SEED = 20220125


def interval(documents: Sequence[Rates]) -> tuple[float, float]:
    """Return the 95 % interval of F1 over resampled documents (percentiles, always the same)."""
    if not documents:
        return (0.0, 0.0)
    random = Random(SEED)
    values = sorted(_f1(random.choices(documents, k=len(documents))) for _ in range(RESAMPLES))
    tail = RESAMPLES // 40
    return (values[tail], values[-1 - tail])


def _f1(documents: Sequence[Rates]) -> float:
    right = sum(one.right for one in documents)
    return Rates(right, sum(one.predicted for one in documents), sum(one.gold for one in documents)).f1 or 0.0
