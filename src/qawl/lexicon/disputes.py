"""What shows a denial, and where in it stands what is denied: the entries of `data/disputes.toml`.

Words are folded (`qawl.text.fold.fold`).
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from qawl.lexicon.tables import data_folder
from qawl.text.fold import fold

Place = Literal["behind", "before", "from", "whole"]


@dataclass(frozen=True, slots=True)
class Denial:
    """Words that deny, and where what they deny stands in their clause."""

    name: str  # the words as the file has them
    words: tuple[str, ...]
    claim: Place
    rank: int  # the lower, the surer
    place: str  # where it counts: at the `start` of a content, of what is `said`, or anywhere


@dataclass(frozen=True, slots=True, eq=False)
class DisputeLexicon:
    """Denying cues by lemma; denying words by the first of them; what leads up to the denied words."""

    deniers: frozenset[str]
    refuters: frozenset[str]
    rejecters: frozenset[str]
    objects: frozenset[str]
    patterns: Mapping[str, tuple[Denial, ...]]
    carriers: frozenset[str]
    links: frozenset[tuple[str, ...]]
    between: frozenset[tuple[str, ...]]
    contrary: frozenset[tuple[str, ...]]
    blanket: frozenset[str]
    whatever: frozenset[str]
    topics: frozenset[tuple[str, ...]]
    opponents: frozenset[str]
    against: frozenset[str]
    examples: tuple[str, ...]
    negatives: tuple[str, ...]


@cache
def load_disputes() -> DisputeLexicon:
    """Read `data/disputes.toml`; the result is shared and immutable."""
    entries = read_entries()
    listed = [entry for sort in ("denier", "refuter", "rejecter", "pattern") for entry in entries[sort]]
    return DisputeLexicon(
        deniers=_lemmas(entries["denier"]),
        refuters=_lemmas(entries["refuter"]),
        rejecters=_lemmas(entries["rejecter"]),
        objects=frozenset(fold(word) for entry in entries["rejecter"] for word in entry["objects"].split()),
        patterns=_patterns(entries["pattern"]),
        carriers=frozenset(words[0] for words in _phrases(entries["carriers"]["nouns"])),
        links=frozenset(_phrases(entries["carriers"]["links"])),
        between=frozenset(_phrases(entries["carriers"]["between"])),
        contrary=frozenset(_phrases(entries["contrary"]["words"])),
        blanket=frozenset(fold(word) for word in entries["blanket"]["words"].split()),
        whatever=frozenset(fold(word) for word in entries["blanket"]["whatever"].split()),
        topics=frozenset(_phrases(entries["blanket"]["topics"])),
        opponents=frozenset(fold(word) for word in entries["against"]["opponents"].split()),
        against=frozenset(fold(word) for word in entries["against"]["words"].split()),
        examples=tuple(example for entry in listed for example in entry["example"]),
        negatives=tuple(example for entry in listed for example in entry.get("negative", ())),
    )


def read_entries() -> dict[str, Any]:
    """Return the raw tables of `data/disputes.toml`."""
    return tomllib.loads((data_folder() / "disputes.toml").read_text(encoding="utf-8"))


def _lemmas(entries: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    return frozenset(lemma for entry in entries for lemma in entry["lemmas"].split())


def _phrases(words: str) -> list[tuple[str, ...]]:
    return [tuple(fold(phrase.replace("_", " ")).split()) for phrase in words.split()]


def _patterns(entries: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Denial, ...]]:
    found: dict[str, list[Denial]] = defaultdict(list)
    for rank, entry in enumerate(entries):
        for written, words in zip(entry["words"].split(), _phrases(entry["words"]), strict=True):
            place = entry.get("place", "")
            found[words[0]].append(Denial(written.replace("_", " "), words, entry["claim"], rank, place))
    return {first: tuple(sorted(denials, key=lambda d: -len(d.words))) for first, denials in found.items()}
