"""Whether a text is Arabic: what it is written in otherwise, from its letters and its commonest words.

Other languages share Arabic's letters and thousands of its words, so that a reader of Arabic finds statements in a
Persian page, all of them wrong. What they do not share are function words (`است`, `کے`), some letters, and the article:
a quarter to a third of the words of an Arabic text begin with `ال`, with or without a clitic, of a Persian or Urdu text
one in a hundred.
"""

import re
import unicodedata
from collections import Counter

from qawl.lexicon.languages import languages
from qawl.text.fold import bare

LOOKED_AT = 6_000
"""Code points that are looked at: enough for a thousand words."""

GLANCE = 800
"""Code points of the first look."""

FEWEST_WORDS = 12
"""Fewer words say too little; such a text counts as Arabic."""

FEWEST_LETTERS = 40
MOST_OTHER_LETTERS = 0.95
MOST_ARTICLES = 0.1
"""Above this share of words with the Arabic article nothing else is asked."""

FEWEST_FOREIGN = 0.12
"""Share of words that speak for another language by form or letter; an Arabic page of Persian names stays under it."""

_LETTERS = re.compile(r"[^\W\d_]")
_LETTER_RANGES = "\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f"
_ARABIC = re.compile(f"[{_LETTER_RANGES}\ufb50-\ufdff\ufe70-\ufefc]")
_ARABIC_WORD = re.compile(f"[{_LETTER_RANGES}]+")
_ARTICLE = re.compile("[وف]?(?:[بك]?ال|لل)..")


def foreign_language(text: str) -> str | None:
    """Return the language that `text` is written in, or its letters, where that is not Arabic; else None.

    >>> foreign_language("The minister said on Tuesday that the meeting had been put off.")
    'Latin letters'
    """
    if _is_plainly_arabic(text):
        return None
    start = bare(text[:LOOKED_AT])
    return _other_letters(start) or _other_language(_ARABIC_WORD.findall(start))


def _is_plainly_arabic(text: str) -> bool:
    """Say so where the first words alone show it, as they do of nearly every article: this costs little."""
    words = text[:GLANCE].split()
    return sum(_ARTICLE.match(word) is not None for word in words) > max(len(words) * 2 * MOST_ARTICLES, FEWEST_WORDS)


def _other_letters(text: str) -> str | None:
    letters = len(_LETTERS.findall(text))
    others = letters - len(_ARABIC.findall(text))
    if others < FEWEST_LETTERS or others < letters * MOST_OTHER_LETTERS:
        return None
    return f"{_script(text)} letters"


def _script(text: str) -> str:
    """Return the name of the script of most letters: the first word of a letter's name in Unicode."""
    named = Counter(unicodedata.name(char, "unknown").split()[0] for char in text if char.isalpha())
    named.pop("ARABIC", None)
    name = named.most_common(1)[0][0]
    return "Chinese" if name == "CJK" else name.capitalize()


def _other_language(words: list[str]) -> str | None:
    if len(words) < FEWEST_WORDS:
        return None
    articles = sum(_ARTICLE.match(word) is not None for word in words)
    if articles >= len(words) * MOST_ARTICLES:
        return None
    votes, foreign = _votes(words)
    return votes.most_common(1)[0][0] if foreign >= len(words) * FEWEST_FOREIGN else None


def _votes(words: list[str]) -> tuple[Counter[str], int]:
    """Return what speaks for each language, and how many words speak for any."""
    known = languages()
    votes: Counter[str] = Counter()
    foreign = 0
    for word in words:
        named = [*known.words.get(word, ()), *(name for char in word for name in known.letters.get(char, ()))]
        votes.update(named)
        foreign += bool(named)
    return votes, foreign
