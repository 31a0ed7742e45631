"""What a content says of its force: the entries of `data/force.toml`, in folded form."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple

from qawl.lexicon.conjugation import forms
from qawl.lexicon.cues import Force, written_nouns
from qawl.lexicon.tables import data_folder
from qawl.text.fold import fold

_TABLES = ("noun", "pattern", "wrong", "judgement")
_ENDINGS = ("", "ه", "ون", "ين", "ات")  # of an adjective, folded


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words in a content that decide its force; the lower `rank`, the surer."""

    words: tuple[str, ...]
    force: Force
    where: Literal["start", "anywhere"]
    rank: int


class Example(NamedTuple):
    """A sentence, the force that an entry gives, and whether its first statement has that force."""

    text: str
    force: Force
    holds: bool


@dataclass(frozen=True, slots=True, eq=False)
class ForceLexicon:
    """Head nouns by form, patterns by their first word, finite verbs of wrongdoing, predicates that condemn."""

    nouns: Mapping[str, Force]
    patterns: Mapping[str, tuple[Pattern, ...]]
    wrongs: frozenset[str]
    wrongs_of_named: frozenset[str]
    judgements: frozenset[str]
    examples: tuple[Example, ...]


@cache
def load_forces() -> ForceLexicon:
    """Read `data/force.toml` and generate the forms; the result is shared and immutable."""
    entries = read_entries()
    return ForceLexicon(
        nouns={form: entry["force"] for entry in entries["noun"] for form in map(fold, written_nouns(entry["words"]))},
        patterns=_patterns(entries["pattern"]),
        wrongs=_finite_forms(e for e in entries["wrong"] if e["by"] == "anybody"),
        wrongs_of_named=_finite_forms(e for e in entries["wrong"] if e["by"] == "named"),
        judgements=frozenset(form for entry in entries["judgement"] for form in _judgements(entry)),
        examples=tuple(example for table in _TABLES for entry in entries[table] for example in _examples(entry)),
    )


def read_entries() -> dict[str, list[dict[str, Any]]]:
    """Return the raw tables of `data/force.toml`."""
    return tomllib.loads((data_folder() / "force.toml").read_text(encoding="utf-8"))


def _patterns(entries: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Pattern, ...]]:
    index: dict[str, list[Pattern]] = defaultdict(list)
    for rank, entry in enumerate(entries):
        for before in entry.get("after", "").split() or [""]:
            for word in entry["words"].split():
                words = tuple(fold((before + word).replace("_", " ")).split())
                index[words[0]].append(Pattern(words, entry["force"], entry.get("where", "anywhere"), rank))
    return {first: tuple(found) for first, found in index.items()}


def _finite_forms(entries: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """Return the third persons of verbs, active, in perfect and imperfect."""
    return frozenset(
        fold(form.text)
        for entry in entries
        for pair in entry["verbs"].replace("\n", "|").split("|")
        if pair.strip()
        for form in forms(*pair.split())
        if form.person == 3 and form.aspect in ("perfect", "imperfect")
    )


def _judgements(entry: Mapping[str, Any]) -> Iterator[str]:
    for word in entry["words"].split():
        yield from (fold(word) + ending for ending in _ENDINGS)
    yield from (fold(noun) for noun in entry["nouns"].split())


def _examples(entry: Mapping[str, Any]) -> Iterator[Example]:
    force: Force = entry.get("force", "accuse")
    yield from (Example(text, force, True) for text in entry.get("example", ()))
    yield from (Example(text, force, False) for text in entry.get("negative", ()))
