"""The written shapes of a word with what Arabic writes on to it: conjunctions, prepositions, the article, pronouns.

No dictionary stands behind this: whether `وبال` before a word is and-in-the, or the word begins like that, is for the
caller to tell from how often the shapes occur. All forms are folded.
"""

from collections.abc import Iterator

ARTICLE = "ال"
CONJUNCTIONS = ("", "و", "ف")
PREPOSITIONS = ("", "ب", "ل", "ك")
PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا")
"""Third person and `نا`: those that news writes. `ك` and `ي` would take in more other words than pronouns."""

ACCUSATIVE = "ا"
FUTURE = "س"
_IMPERFECT = frozenset("يتنا")

SHORTEST = 3
"""Words of fewer letters take no clitic but with the article: `رد` is not looked for in `برد` and `ردها`."""


def without_article(form: str) -> str | None:
    """Return the folded `form` without the article and what is before it (`وبالوزير`: `وزير`), or None."""
    for conjunction in CONJUNCTIONS:
        for preposition in PREPOSITIONS:
            opening = conjunction + _with_article(preposition)
            if form.startswith(opening) and len(form) - len(opening) >= SHORTEST:
                return form[len(opening) :]
    return None


def definite(form: str) -> Iterator[str]:
    """Yield the shapes of the folded `form` with the article: `الوزير`, `والوزير`, `للوزير`, …

    A word that begins with lam is written with two of them behind the preposition: `للجنة`.
    """
    for conjunction in CONJUNCTIONS:
        for preposition in PREPOSITIONS:
            if preposition == "ل" and form.startswith("ل"):
                yield f"{conjunction}ل{form}"
            else:
                yield conjunction + _with_article(preposition) + form


def _with_article(preposition: str) -> str:
    return "لل" if preposition == "ل" else preposition + ARTICLE


def attached(form: str, *, feminine: bool = False) -> Iterator[tuple[str, str, str]]:
    """Yield the shapes of the folded `form` with a particle before it, a pronoun behind it, or both, but no article.

    Each with the opening and the ending that were added. `feminine`: it was written with ta marbuta, which opens to `ت`
    before a pronoun.
    """
    if len(form) < SHORTEST:
        return
    for opening in _openings(form):
        for stem, ending in _endings(form, feminine):
            if opening or ending:
                yield opening + stem + ending, opening, ending


def _openings(form: str) -> Iterator[str]:
    for conjunction in CONJUNCTIONS:
        for preposition in PREPOSITIONS:
            yield conjunction + preposition
        if form[0] in _IMPERFECT:
            yield conjunction + FUTURE


def _endings(form: str, feminine: bool) -> Iterator[tuple[str, str]]:
    yield form, ""
    if not feminine:
        yield form, ACCUSATIVE
    stem = form[:-1] + "ت" if feminine else form
    for pronoun in PRONOUNS:
        yield stem, pronoun
