"""What single words of a clause are to an act."""

from qawl.lexicon import flags as F
from qawl.lexicon.vocabulary import Word
from qawl.reading.article import COMMAS
from qawl.reading.ground import Ground

STOPS = frozenset((".", "!", "؟", "?", ":", "newline"))
TAKEN_UP = frozenset(("بها", "به", "بهما"))  # behind a light verb that takes its noun up: `زيارة قام بها`
_FINITE = ("perfect", "imperfect", "passive")
_NOMINAL = F.NOUN | F.ADJECTIVE | F.NAME | F.PARTY | F.PERSONAL


def is_stop(ground: Ground, token: int) -> bool:
    """Say whether a clause cannot go on past a token."""
    word = ground.article.words[token]
    return word.kind in STOPS or token in ground.clauses.cues


def is_comma(word: Word) -> bool:
    return word.kind in COMMAS


def is_clitic_free(word: Word) -> bool:
    """Say whether a word carries nothing that only a noun may carry."""
    return not word.definite and not word.preposition


def is_finite(word: Word) -> bool:
    """Say whether a word is a finite verb and nothing else."""
    if word.future is not None:
        return True
    if not is_clitic_free(word) or word.flags & F.FUNCTION & ~F.AUXILIARY:
        return False
    if word.flags & F.VERB and word.known:
        return True
    if word.flags & _NOMINAL:
        return False
    return any(hit.form.aspect in _FINITE for hit in word.cues) or bool(word.lights)


def preposition_at(words: list[Word], token: int) -> tuple[str, int] | None:
    """Return a preposition and where its noun begins: `على X`, `لـX`."""
    word = words[token]
    if word.flags & F.PREPOSITION and not word.flags & F.NAME:
        return word.fold.removeprefix("و") if word.conjunction else word.fold, token + 1
    if word.preposition:
        return word.preposition, token
    return None
