"""What denials and claims are compared by."""

from qawl.lexicon import flags as F
from qawl.reading.ground import Ground

_NEAR = 60  # statements before and behind a denial that are compared with it
_NAMING = F.GRAMMAR | F.ROLE | F.INSTITUTION | F.HONORIFIC  # words that say little of what is claimed


def around(ground: Ground, i: int) -> range:
    """Return the numbers of the statements near one: the work for each denial is bounded."""
    return range(max(0, i - _NEAR), min(len(ground.drafts), i + _NEAR))


def bases(ground: Ground, start: int, end: int) -> frozenset[str]:
    """Return the words of tokens `[start, end)` that say what is claimed; states by their codes."""
    words = ground.article.words[start:end]
    codes = ground.article.codes
    return frozenset(codes.get(w.base, w.base) for w in words if w.kind == "word" and not w.flags & _NAMING and w.base)
