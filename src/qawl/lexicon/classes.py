"""Closed classes of words that a rule of the reader turns on, by name: `data/classes.toml`.

A module binds the classes it needs once, under the name they have in the file:

    _ANSWERING = word_class("answering")
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from qawl.lexicon.cues import load_cues, parse_example
from qawl.lexicon.tables import LexiconError, data_folder
from qawl.text.fold import INVISIBLE, TATWEEL, fold

FILE = "classes.toml"
_BRACKETS = frozenset("<>{}[]")
_PRESENTATION_FORM = re.compile("[\ufb50-\ufdff\ufe70-\ufefe]")


class ClosedClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A class as the file has it; `classes.toml` says in its head what each field means."""

    about: str
    words: str = ""
    phrases: tuple[str, ...] = ()
    lemmas: str = ""
    example: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()

    @property
    def members(self) -> tuple[str, ...]:
        """All members as written, whatever they are."""
        return (*self.words.split(), *self.phrases, *self.lemmas.split())


@cache
def load_classes() -> Mapping[str, ClosedClass]:
    """Return the classes by name."""
    text = data_folder().joinpath(FILE).read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, ClosedClass])


@cache
def word_class(name: str) -> frozenset[str]:
    """Return the folded words of a class."""
    return frozenset(fold(_class(name).words).split())


@cache
def lemma_class(name: str) -> frozenset[str]:
    """Return the lemmas of cues in a class, as `cues.toml` writes them."""
    return frozenset(_class(name).lemmas.split())


@cache
def phrase_class(name: str) -> Mapping[str, list[tuple[str, ...]]]:
    """Return the folded phrases of a class by their first word, each without it."""
    index: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in _class(name).phrases:
        first, *rest = fold(phrase).split()
        index[first].append(tuple(rest))
    return dict(index)


def _class(name: str) -> ClosedClass:
    try:
        return load_classes()[name]
    except KeyError:
        raise LexiconError(FILE, 0, f"there is no class `{name}`") from None


def check_classes(classes: Mapping[str, ClosedClass] | None = None) -> list[str]:
    """Return what is wrong with the classes, a line a fault; nothing is wrong with those that ship."""
    classes = load_classes() if classes is None else classes
    return [f"{name}: {fault}" for name, entry in classes.items() for fault in _faults(entry)]


def _faults(entry: ClosedClass) -> Iterator[str]:
    if not entry.about:
        yield "does not say what it is"
    if not entry.members:
        yield "has no members"
    yield from _form_faults(entry.members)
    known = {cue.lemma for cue in load_cues().cues}
    yield from (f"`{lemma}` is the lemma of no cue" for lemma in entry.lemmas.split() if lemma not in known)
    yield from _example_faults(entry)


def _form_faults(members: tuple[str, ...]) -> Iterator[str]:
    seen: set[str] = set()
    for member in members:
        if _PRESENTATION_FORM.search(member) or any(mark in member for mark in TATWEEL + INVISIBLE):
            yield f"`{member}` has letters that no text has once it is folded"
        if fold(member) in seen:
            yield f"`{member}` stands twice"
        seen.add(fold(member))


def _example_faults(entry: ClosedClass) -> Iterator[str]:
    if not entry.example:
        yield "has no example"
    for markup in entry.example:
        try:
            parse_example(markup)
        except ValueError as error:
            yield str(error)
    if not entry.lemmas and not any(_shows(entry, text) for text in (*entry.example, *entry.negative)):
        yield "no example holds a member"


def _shows(entry: ClosedClass, markup: str) -> bool:
    """Say whether a text holds a member, whatever clitics are joined to it."""
    text = fold("".join(" " if letter in _BRACKETS else letter for letter in markup))
    return any(fold(member) in " ".join(text.split()) for member in entry.members)
