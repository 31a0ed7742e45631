"""Whether the right speaker is named, and whether a record could be used as it stands."""

import unicodedata

from qawl.evaluation.alignment import USABLE, Alignment, Pair
from qawl.evaluation.figures import Rates, Share, WhoFigures
from qawl.evaluation.roles import rates
from qawl.text.fold import fold

_ARTICLE = "ال"


def name_words(name: str) -> list[str]:
    """Return a name's words folded, without article and punctuation."""
    folded = fold(name)
    spaced = "".join(" " if unicodedata.category(char)[0] in "PS" else char for char in folded)
    return [_without_article(word) for word in spaced.split()]


def _without_article(word: str) -> str:
    return word[len(_ARTICLE) :] if word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) else word


def same_name(left: str | None, right: str | None) -> bool:
    """Whether two names are the same, or one is the other without some words before the last.

    Both must have two words at least for the second. Unknown is the same as unknown only.
    """
    if left is None or right is None:
        return left is right
    mine, theirs = name_words(left), name_words(right)
    return mine == theirs or _is_part(mine, theirs) or _is_part(theirs, mine)


def _is_part(short: list[str], long: list[str]) -> bool:
    return min(len(short), len(long)) >= 2 and short[-1] == long[-1] and set(short) <= set(long)


def is_who_right(pair: Pair) -> bool:
    """Whether a detected pair names the same speaker."""
    return pair.detected and same_name(pair.predicted.record.who, pair.gold.record.who)


def is_usable(pair: Pair) -> bool:
    """Whether an editor could use the predicted statement without touching it."""
    return pair.f1 >= USABLE and is_who_right(pair)


def who(alignment: Alignment) -> WhoFigures:
    return WhoFigures(
        records=rates(alignment, sum(map(is_who_right, alignment.pairs))),
        aligned=_share(alignment.pairs),
        detected=_share(alignment.detected),
        unwritten=_share([pair for pair in alignment.pairs if pair.gold.record.speaker is None]),
    )


def _share(pairs: list[Pair]) -> Share:
    return Share(sum(map(is_who_right, pairs)), len(pairs))


def usable(alignment: Alignment) -> Rates:
    return rates(alignment, sum(map(is_usable, alignment.pairs)))
