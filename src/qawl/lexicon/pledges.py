"""What announces an act to come: the entries of `data/pledges.toml`, generated into all their forms.

Keys are folded (`qawl.text.fold.fold`) and carry no clitics.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import msgspec

from qawl.lexicon.conjugation import Aspect, Gender, Number, forms, unpointed
from qawl.lexicon.tables import data_folder
from qawl.text.fold import fold

_SORTS = ("verb", "word", "noun", "phrase", "duty", "request", "ultimatum", "unless", "term", "await", "hope")
_PHRASES = ("phrase", "unless")  # sorts whose words stand together
GovernorKind = Literal["promise", "expectation", "demand", "offer", "plan"]


@dataclass(frozen=True, slots=True)
class Governor:
    """A word behind which an act to come stands.

    `frames` are folded: `=` for a bare noun of action, `ان` for a clause, else a preposition. `before` are the words
    that must stand before it (`من المقرر`). `sort` names the table of the entry. `at_start`: only at the head of what
    somebody says.
    """

    lemma: str
    sort: str
    kind: GovernorKind
    frames: frozenset[str]
    before: tuple[str, ...] = ()
    tense: str = ""
    at_start: bool = False
    examples: tuple[str, ...] = ()
    negatives: tuple[str, ...] = ()


class GovernorForm(msgspec.Struct, frozen=True, gc=False):
    """One written form of a governor; gender and number are empty where the form does not show them."""

    governor: Governor
    aspect: Aspect
    person: int = 3
    gender: Gender | Literal[""] = ""
    number: Number | Literal[""] = ""


@dataclass(frozen=True, slots=True, eq=False)
class PledgeLexicon:
    """The governors by folded form, what is an outcome and no act, and what opens a condition."""

    by_form: Mapping[str, tuple[GovernorForm, ...]]
    effects: frozenset[str]
    being: frozenset[str]
    happening: frozenset[str]
    opening: frozenset[str]
    turns: frozenset[str]
    where: frozenset[str]
    ready: frozenset[str]
    planned: frozenset[str]
    frames: frozenset[str]
    will: frozenset[str]
    effect_nouns: frozenset[str]
    intransitive: frozenset[str]
    offering: frozenset[str]
    necessity: frozenset[str]
    asking: frozenset[str]
    prayers: frozenset[str]
    signed: frozenset[str]
    proposed: frozenset[str]
    both: frozenset[str]
    ordering: frozenset[str]
    countries: frozenset[str]
    quantities: frozenset[str]
    motion: frozenset[str]
    company: frozenset[str]
    delegates: frozenset[str]
    offices: Mapping[str, str]
    nobody: frozenset[str]
    replies: frozenset[str]
    hopes: frozenset[str]
    past: frozenset[str]
    happenings: frozenset[str]
    arrivals: frozenset[str]
    sides: frozenset[str]
    whether: frozenset[str]
    conditions: Mapping[str, tuple[tuple[str, ...], ...]]
    governors: tuple[Governor, ...]


@cache
def load_pledges() -> PledgeLexicon:
    """Read `data/pledges.toml` and generate the forms; the result is shared and immutable."""
    entries = read_entries()
    by_form: dict[str, list[GovernorForm]] = defaultdict(list)
    governors: list[Governor] = []
    for sort in _SORTS:
        for entry in entries[sort]:
            governors.append(_governor(sort, entry))
            for key, form in _forms(governors[-1], entry):
                by_form[key].append(form)
    return PledgeLexicon(
        by_form={key: tuple(found) for key, found in by_form.items()},
        effects=frozenset(_imperfects(entries["effects"]["verbs"])),
        being=frozenset(_imperfects(entries["effects"]["being"])),
        happening=frozenset(_imperfects(entries["effects"]["happening"])),
        opening=frozenset(_imperfects(entries["effects"]["opening"])),
        turns=_folded(entries["effects"]["turns"]),
        frames=_folded(entries["effects"]["frames"]),
        planned=_folded(entries["effects"]["planned"]),
        ready=_folded(entries["effects"]["ready"]),
        where=_folded(entries["effects"]["where"]),
        will=_folded(entries["effects"]["will"]),
        effect_nouns=_folded(entries["effects"]["nouns"]),
        intransitive=_folded(entries["effects"]["intransitive"]),
        offering=frozenset(entries["offers"]["cues"].split()),
        necessity=_folded(entries["asked"]["necessity"]),
        asking=frozenset(entries["asked"]["cues"].split()),
        prayers=_folded(entries["asked"]["prayers"]),
        ordering=frozenset(entries["orders"]["cues"].split()),
        signed=_folded(entries["terms"]["signed"]),
        proposed=_folded(entries["terms"]["proposed"]),
        both=_folded(entries["parties"]["both"]),
        countries=_folded(entries["parties"]["countries"]),
        offices=_pairs(entries["parties"]["offices"]),
        delegates=_folded(entries["parties"]["delegates"]),
        company=_folded(entries["parties"]["company"]),
        motion=_folded(entries["parties"]["motion"]),
        quantities=_folded(entries["parties"]["quantities"]),
        nobody=_folded(entries["parties"]["nobody"]),
        replies=_folded(entries["awaited"]["replies"]),
        past=_folded(entries["parties"]["past"]),
        hopes=_folded(entries["awaited"]["hopes"]),
        happenings=_folded(entries["awaited"]["happenings"]),
        arrivals=_folded(entries["awaited"]["arrivals"]),
        sides=_folded(entries["parties"]["sides"]),
        whether=_folded(entries["conditions"]["whether"]),
        conditions=_conditions(entries["conditions"]["words"]),
        governors=tuple(governors),
    )


def read_entries() -> dict[str, Any]:
    """Return the raw tables of `data/pledges.toml`."""
    return tomllib.loads((data_folder() / "pledges.toml").read_text(encoding="utf-8"))


def _governor(sort: str, entry: Mapping[str, Any]) -> Governor:
    return Governor(
        lemma=unpointed(entry.get("lemma") or entry["words"].split()[-1 if sort in _PHRASES else 0]),
        sort=sort,
        kind=entry.get("kind", "demand"),
        frames=frozenset(fold(frame) for frame in entry.get("frames", ())),
        before=tuple(fold(word) for word in entry["words"].split()[:-1]) if sort in _PHRASES else (),
        tense=entry.get("tense", ""),
        at_start=entry.get("place") == "start",
        examples=tuple(entry.get("example", ())),
        negatives=tuple(entry.get("negative", ())),
    )


def _forms(governor: Governor, entry: Mapping[str, Any]) -> Iterator[tuple[str, GovernorForm]]:
    if "present" in entry:
        for form in forms(entry["lemma"], entry["present"], entry.get("participle")):
            if form.aspect != "passive" and (not governor.tense or form.aspect == governor.tense):
                yield fold(form.text), GovernorForm(governor, *form[1:])
        return
    words = entry["words"].split()
    for word in words[-1:] if governor.sort in _PHRASES else words:
        yield fold(word), GovernorForm(governor, "noun" if governor.sort in ("noun", "hope") else "participle")


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


def _pairs(words: str) -> dict[str, str]:
    """Read `وزير:وزارة`."""
    return {fold(one): fold(other) for one, other in (pair.split(":") for pair in words.split())}


def _imperfects(table: str) -> Iterator[str]:
    """Yield the imperfects in the third person of the verbs of `lemma present | …`."""
    for pair in table.replace("\n", "|").split("|"):
        if pair.strip():
            lemma, present = pair.split()
            for form in forms(lemma, present):
                if form.aspect == "imperfect" and form.person == 3:
                    yield fold(form.text)


def _conditions(table: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in table.replace("\n", "|").split("|"):
        words = tuple(fold(phrase).split())
        if words:
            found[words[0]].append(words)
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}
