"""A word as written, without conjunction and preposition."""

from qawl.lexicon.vocabulary import Word
from qawl.text.fold import HARAKAT, INVISIBLE, TATWEEL, fold

_MARKS = HARAKAT + INVISIBLE + TATWEEL


def clitics(word: Word) -> int:
    """Return how many characters of a written word are conjunction and one-letter preposition (`ول`, `بـ`).

    `للـ`, in which the preposition and the article are one, is kept whole.
    """
    letters = _letters(word)
    at = 0
    for at, char in enumerate(word.form):
        if letters == 0 and char not in _MARKS:
            return at
        letters -= bool(fold(char))
    return 0


def without_clitics(word: Word) -> str:
    return word.form[clitics(word) :]


def _letters(word: Word) -> int:
    if word.pair is not None:
        return word.pair.clitics
    part = word.numeral if word.numeral is not None else word
    fused = part.preposition == "ل" and part.definite
    written = part.conjunction + ("" if fused else part.preposition)
    return len(written) if word.fold.startswith(written) and len(word.fold) > len(written) else 0
