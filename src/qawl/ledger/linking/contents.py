"""What is said as a set of words without their clitics: the measure by which two wordings are one utterance."""

from functools import lru_cache

from qawl.ledger.words import words_of
from qawl.text.clitics import ARTICLE, CONJUNCTIONS, PREPOSITIONS

_OPENINGS = sorted(
    {
        conjunction + ("لل" if preposition == "ل" else preposition + ARTICLE)
        for conjunction in CONJUNCTIONS
        for preposition in PREPOSITIONS
    },
    key=len,
    reverse=True,
)
_LEAST = 2
_SHORT = 2
"""Particles are short (`في`, `من`, `ان`); a noun of two letters (`رد`) mostly stands with the article."""


@lru_cache(maxsize=200_000)
def bare_word(word: str) -> str:
    """Return a folded word without the article and what is before it: `وبالرد` and `رد` are one."""
    for opening in _OPENINGS:
        if word.startswith(opening) and len(word) - len(opening) >= _LEAST:
            return word[len(opening) :]
    return word


_ENDINGS = {"ين": 3, "ان": 3, "ون": 3, "ات": 3, "ها": 2, "هم": 2, "نا": 2, "ه": 3, "ي": 3, "ا": 3}
"""Endings, and how many letters must be left before each."""


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return a bare word without an ending of number, gender, case or pronoun: `مسودتين` and `مسودتي` are one."""
    for ending, least in _ENDINGS.items():
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word


def content(words: str) -> frozenset[str]:
    """Return the bare words of `words` but for the short ones, which are mostly particles."""
    bare = ((word, bare_word(word)) for word in words_of(words))
    return frozenset(short for word, short in bare if len(word) > _SHORT or word.isdigit())


ALIKE = 0.6
LEAST_SHARED = 3
LEAST_SAME = 2


def agreement(left: frozenset[str], right: frozenset[str]) -> float:
    """Return how far two contents agree, 0 to 1: Dice's measure; 0 where they are too short to tell."""
    shared = len(left & right)
    if shared < LEAST_SHARED and not (left == right and shared >= LEAST_SAME):
        return 0.0
    return 2 * shared / (len(left) + len(right))
