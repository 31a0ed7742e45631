"""The acts that make an event: the entries of `data/events.toml`, generated into all their forms.

Keys are folded (`qawl.text.fold.fold`) and carry no clitics.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeVar, get_args

import msgspec

from qawl.lexicon.conjugation import Aspect, Form, Gender, Number, forms, unpointed
from qawl.lexicon.tables import data_folder
from qawl.text.fold import fold

FILE = "events.toml"
_Value = TypeVar("_Value")
Idafa = Literal["none", "actor", "recipient", "either"]
Need = Literal["actor", "recipient", "party", "two", "light", "official", "armed", "people", "state", "hostile"]
Part = Literal["actor", "recipient", "act", "none"]
ActStatus = Literal["denied", "asked", "expected", "conditional", "alleged"]

# PLOVER 2.0 draft: the types with the modes that each may have.
MODES: Mapping[str, frozenset[str]] = {
    name: frozenset(modes.split())
    for name, modes in {
        "AGREE": "",
        "CONSULT": "visit third-party multilateral phone",
        "SUPPORT": "",
        "CONCEDE": "",
        "COOPERATE": "",
        "AID": "",
        "RETREAT": "withdraw release disarm ceasefire access resign",
        "REQUEST": "assist change yield meet",
        "ACCUSE": "disapprove investigate allege",
        "REJECT": "assist change yield meet",
        "THREATEN": "restrict arrest relations expel territory violence",
        "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
        "SANCTION": "convict expel withdraw discontinue",
        "MOBILIZE": "troops weapons police militia",
        "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
        "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone"
        " heavy-weapons crowd-control unconventional",
    }.items()
}
CONTEXTS = frozenset(
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic legal"
    " reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality diplomatic"
    " territory peacekeeping health asylum migration disasters natural_resource environment technology terrorism cbrn cyber"
    " misinformation crime corruption illegal_drugs trafficking".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class Act:
    """One entry: a verb with its nouns of action, or nouns alone; `events.toml` says what each field means."""

    lemma: str
    present: str
    nouns: tuple[str, ...]
    type: str
    mode: str | None
    context: tuple[str, ...]
    recipient: frozenset[str]
    idafa: Idafa
    objects: frozenset[str]
    needs: frozenset[str]
    reverse: bool
    undergone: bool
    passive: bool
    mutual: bool
    exercise: bool
    tense: str
    examples: tuple[str, ...]
    negatives: tuple[str, ...]

    @property
    def transitive(self) -> bool:
        """Say whether the verb takes an object, and so an object's pronoun."""
        return "=" in self.recipient or bool(self.objects)


@dataclass(frozen=True, slots=True, eq=False)
class Light:
    """A verb that tells that the act of a noun is done, or what else becomes of it."""

    lemma: str
    part: Part
    via: frozenset[str]
    status: ActStatus | None


class ActForm(msgspec.Struct, frozen=True, gc=False):
    """One written form of an act's verb or noun; gender and number are those of a verb."""

    act: Act
    aspect: Aspect
    gender: Gender | Literal[""] = ""
    number: Number | Literal[""] = ""


class LightForm(msgspec.Struct, frozen=True, gc=False):
    """One written form of a light verb."""

    light: Light
    aspect: Aspect
    gender: Gender
    number: Number


@dataclass(frozen=True, slots=True, eq=False)
class EventLexicon:
    """The acts and light verbs by folded form, and the closed classes that go with them."""

    acts: tuple[Act, ...]
    by_form: Mapping[str, tuple[ActForm, ...]]
    lights: Mapping[str, tuple[LightForm, ...]]
    light_examples: tuple[str, ...]
    status: Mapping[str, ActStatus]
    light_nouns: frozenset[str]
    kinds: frozenset[str]
    topics: frozenset[str]
    armed: frozenset[str]
    people: frozenset[str]
    powers: frozenset[str]
    players: frozenset[str]
    accidents: frozenset[str]
    sport: frozenset[str]
    by_whom: Mapping[str, tuple[tuple[str, ...], ...]]
    relief: frozenset[str]
    near: Mapping[str, Mapping[str, str]]
    by_force: Mapping[str, tuple[str, str | None]]
    speech: Mapping[str, tuple[str, str | None]]
    speech_nouns: Mapping[str, tuple[str, str | None]]
    speech_of_party: Mapping[str, tuple[str, str | None]]
    modes: Mapping[str, Mapping[str, str]]
    contexts: Mapping[str, str]


@cache
def load_events() -> EventLexicon:
    """Read `data/events.toml` and generate the forms; the result is shared and immutable."""
    entries = read_entries()
    acts = tuple(_act(entry) for entry in entries["act"])
    return EventLexicon(
        acts=acts,
        by_form=_grouped(pair for act in acts for pair in _act_forms(act)),
        lights=_grouped(pair for entry in entries["light"] for pair in _light_forms(entry)),
        light_examples=tuple(text for entry in entries["light"] for text in entry["example"]),
        status={word: name for name, entry in entries["status"].items() for word in _folded(entry["words"])},
        light_nouns=frozenset().union(*(_folded(entry.get("nouns", "")) for entry in entries["light"])),
        kinds=_folded(entries["kinds"]["words"]),
        topics=_folded(entries["topics"]["words"]),
        armed=_folded(entries["actors"]["armed"]),
        people=_folded(entries["actors"]["people"]),
        powers=_folded(entries["actors"]["powers"]),
        players=_folded(entries["actors"]["players"]),
        sport=_folded(entries["sport"]["words"]),
        accidents=_folded(entries["accidents"]["words"]),
        by_whom=_grouped(_phrase(words) for words in entries["actors"]["prepositions"].split()),
        relief=_folded(entries["relief"]["words"]),
        near={
            name: {word: mode for mode, words in modes.items() for word in _folded(words)}
            for name, modes in entries["near"].items()
        },
        by_force={force: (entry["type"], entry.get("mode")) for force, entry in entries["by_force"].items()},
        speech={lemma: _kind(kind) for kind, words in entries["speech"].items() for lemma in words.split()},
        speech_nouns={word: _kind(kind) for kind, words in entries["speech_nouns"].items() for word in _folded(words)},
        speech_of_party={
            lemma: _kind(kind) for kind, words in entries["speech_of_party"].items() for lemma in words.split()
        },
        modes=entries["modes"],
        contexts={word: name for name, words in entries["contexts"].items() for word in _folded(words)},
    )


def read_entries() -> dict[str, Any]:
    """Return the raw tables of `data/events.toml`."""
    return tomllib.loads((data_folder() / FILE).read_text(encoding="utf-8"))


def _act(entry: Mapping[str, Any]) -> Act:
    nouns = tuple(entry.get("nouns", "").split())
    return Act(
        lemma=unpointed(entry.get("lemma") or nouns[0]),
        present=entry.get("present", ""),
        nouns=nouns,
        type=entry["type"],
        mode=entry.get("mode"),
        context=tuple(entry.get("context", ())),
        recipient=frozenset(fold(frame) for frame in entry.get("recipient", ())),
        idafa=entry.get("idafa", "none"),
        objects=_folded(entry.get("object", "")),
        needs=frozenset(entry.get("needs", ())),
        reverse=entry.get("reverse", False),
        undergone=entry.get("undergone", False),
        passive=entry.get("passive", False),
        mutual=entry.get("mutual", False),
        exercise=entry.get("exercise", False),
        tense=entry.get("tense", ""),
        examples=tuple(entry.get("example", ())),
        negatives=tuple(entry.get("negative", ())),
    )


def _act_forms(act: Act) -> Iterator[tuple[str, ActForm]]:
    for form in _finite(act.lemma, act.present):
        if act.tense and form.aspect != act.tense or form.aspect == "passive" and not act.passive:
            continue
        yield fold(form.text), ActForm(act, form.aspect, form.gender, form.number)
    for noun in act.nouns:
        yield fold(noun), ActForm(act, "noun")


def _light_forms(entry: Mapping[str, Any]) -> Iterator[tuple[str, LightForm]]:
    for pair in entry["verbs"].split("|"):
        lemma, present = pair.split()
        light = Light(lemma, entry["part"], frozenset(map(fold, entry["via"])), entry.get("status"))
        for form in _finite(lemma, present):
            yield fold(form.text), LightForm(light, form.aspect, form.gender, form.number)


def _finite(lemma: str, present: str) -> Iterator[Form]:
    """Yield third persons; the feminine plural in `ن` is left out, being rarer in the news than what it looks like."""
    if present:
        for form in forms(lemma, present):
            if form.person == 3 and form.aspect != "participle" and (form.gender, form.number) != ("f", "pl"):
                yield form


def _grouped(pairs: Iterable[tuple[str, _Value]]) -> dict[str, tuple[_Value, ...]]:
    found: dict[str, list[_Value]] = defaultdict(list)
    for key, value in pairs:
        if value not in found[key]:
            found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _phrase(words: str) -> tuple[str, tuple[str, ...]]:
    """Read `من_قبل`: its first word, and the others."""
    first, *rest = fold(words).split("_")
    return first, tuple(rest)


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


def _kind(text: str) -> tuple[str, str | None]:
    """Read `ACCUSE-allege`."""
    name, _, mode = text.partition("-")
    return name, mode or None


def check_events(lexicon: EventLexicon | None = None) -> list[str]:
    """Return what is wrong with the entries, a line a fault; nothing is wrong with those that ship."""
    lexicon = load_events() if lexicon is None else lexicon
    return [f"{act.lemma} ({act.type}): {fault}" for act in lexicon.acts for fault in _faults(act)]


def _faults(act: Act) -> Iterator[str]:
    if act.type not in MODES:
        yield f"`{act.type}` is no type of PLOVER"
    elif act.mode is not None and act.mode not in MODES[act.type]:
        yield f"`{act.mode}` is no mode of {act.type}"
    yield from (f"`{name}` is no context of PLOVER" for name in act.context if name not in CONTEXTS)
    yield from (f"`{need}` is nothing that an act can need" for need in act.needs - set(get_args(Need)))
    if act.idafa not in get_args(Idafa):
        yield f"`{act.idafa}` is no part of a genitive"
    if not act.examples:
        yield "has no example"
    if len(set(act.nouns)) != len(act.nouns):
        yield "has a noun twice"
