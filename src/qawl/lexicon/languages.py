"""What tells other languages in Arabic letters from Arabic: their own letters and their function words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from qawl.lexicon.tables import rows


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages that each word and each letter speaks for."""

    words: Mapping[str, tuple[str, ...]]
    letters: Mapping[str, tuple[str, ...]]


@cache
def languages() -> Languages:
    """Return the table of languages, turned round."""
    words: dict[str, tuple[str, ...]] = {}
    letters: dict[str, tuple[str, ...]] = {}
    for row in rows("languages"):
        for word in (*row.cells("words"), *row.cells("typed")):
            words[word] = (*words.get(word, ()), row["language"])
        for letter in row["letters"]:
            letters[letter] = (*letters.get(letter, ()), row["language"])
    return Languages(MappingProxyType(words), MappingProxyType(letters))
