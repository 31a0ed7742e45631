"""Texts as sets of runs of words, and the sketches by which two alike are found without comparing all with all."""

from collections.abc import Iterable
from dataclasses import dataclass

from rensa import RMinHash

from qawl.ledger.words import words_of

RUN = 5
"""Words in a run: so many in a row are hardly ever shared by two who write by themselves."""

ROWS = 2
BANDS = 64
"""A pair with a likeness of 1/4 shares one of 64 bands of 2 with a chance of 0.98, one of 1/2 always but for 1e-8."""

_SEED = 1


def runs(text: str) -> frozenset[str]:
    """Return the runs of `RUN` folded words that stand in `text`; of a shorter one, the whole."""
    words = words_of(text)
    return frozenset(" ".join(words[place : place + RUN]) for place in range(max(len(words) - RUN + 1, 1)))


def hashed(found: Iterable[str]) -> frozenset[int]:
    """Return the runs as numbers, which take a fifth of the room; only of use within one process."""
    return frozenset(map(hash, found))


def bands(found: Iterable[str]) -> tuple[int, ...]:
    """Return the bands of the sketch of a set of runs: two sets with an equal band are worth comparing."""
    sketch = RMinHash(num_perm=ROWS * BANDS, seed=_SEED)
    sketch.update(sorted(found))
    values = sketch.digest()
    return tuple(hash((place, *values[place : place + ROWS])) for place in range(0, len(values), ROWS))


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two sets are: what they share over all they hold, and over the smaller one."""

    shared: int
    jaccard: float
    contained: float


def likeness(left: frozenset[int], right: frozenset[int]) -> Likeness:
    """Compare two sets exactly."""
    shared = len(left & right)
    if not shared:
        return Likeness(0, 0.0, 0.0)
    return Likeness(shared, shared / (len(left) + len(right) - shared), shared / min(len(left), len(right)))
