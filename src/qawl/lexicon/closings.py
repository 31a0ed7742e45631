"""What shows that something owed was done or given up: the entries of `data/closings.toml`, generated into their forms.

Words are folded (`qawl.text.fold.fold`) and carry no clitics.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from qawl.lexicon.conjugation import forms
from qawl.lexicon.tables import data_folder, rows
from qawl.text.fold import fold

WITHDRAWAL = 0
"""The sort of verbs that give up whatever is owed; those that do an act are numbered from 1."""


@dataclass(frozen=True, slots=True, eq=False)
class Closings:
    """Sorts of acts by the words under which they are owed, and by the verbs that tell that they were done.

    `particles` say nothing of what an act is about. `bare` are the verbs whose form is a noun's, too (`سحب`, `ردا`): they are verbs only at the head of a sentence.
    """

    owed: Mapping[str, frozenset[int]]
    done: Mapping[str, frozenset[int]]
    bare: frozenset[str]
    negations: frozenset[str]
    particles: frozenset[str]
    examples: tuple[str, ...]
    negatives: tuple[str, ...]


@cache
def load_closings() -> Closings:
    """Read `data/closings.toml` and generate the forms; the result is shared and immutable."""
    entries = read_entries()
    owed, done = defaultdict[str, set[int]](set), defaultdict[str, set[int]](set)
    nouns = {fold(noun) for entry in entries["closing"] for noun in entry["nouns"].split()}
    for sort, entry in enumerate([entries["withdrawal"], *entries["closing"]]):
        for form, aspect in _forms(entry["verbs"]):
            (done if aspect == "perfect" else owed)[form].add(sort)
        for noun in entry.get("nouns", "").split():
            owed[fold(noun)].add(sort)
    listed = [*entries["closing"], entries["withdrawal"]]
    return Closings(
        owed={word: frozenset(sorts - {WITHDRAWAL}) for word, sorts in owed.items()},
        done={word: frozenset(sorts) for word, sorts in done.items()},
        bare=frozenset((nouns | {f"{noun}ا" for noun in nouns}) & done.keys()),
        negations=frozenset(fold(word) for word in entries["negation"]["words"].split()),
        particles=frozenset(fold(row["form"]) for row in rows("function_words") if " " not in row["form"]),
        examples=tuple(example for entry in listed for example in entry["example"]),
        negatives=tuple(example for entry in listed for example in entry["negative"]),
    )


def read_entries() -> dict[str, Any]:
    """Return the raw tables of `data/closings.toml`."""
    return tomllib.loads((data_folder() / "closings.toml").read_text(encoding="utf-8"))


def _forms(verbs: str) -> Iterator[tuple[str, str]]:
    for verb in verbs.split():
        lemma, _, present = verb.partition("/")
        for form in forms(lemma, present):
            if form.aspect in ("perfect", "imperfect"):
                yield fold(form.text), form.aspect
