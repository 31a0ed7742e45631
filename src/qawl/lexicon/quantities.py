"""What a number counts and measures, and what it only names: the entries of `data/quantities.toml`.

Words are folded (`qawl.text.fold.fold`). Full names of currencies (`ريال سعودي`) come from Babel (Unicode CLDR).
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from qawl.lexicon.duals import Duals
from qawl.lexicon.tables import data_folder
from qawl.text.fold import fold

Words = tuple[str, ...]
_DUAL_ENDINGS = ("ان", "ين")
_TANWIN = "ا"
_PLURAL = "ات"
_LOCALE = "ar"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or money: its words, its code ("" where there is none), whether it is money."""

    words: Words
    code: str
    money: bool


@dataclass(frozen=True, slots=True, eq=False)
class QuantityLexicon:
    """Units and phrases by their first word; labels and the like as sets."""

    percent_marks: frozenset[str]
    percent: frozenset[Words]
    per_thousand: frozenset[Words]
    points: frozenset[Words]
    percent_nouns: frozenset[str]
    units: Mapping[str, tuple[Unit, ...]]
    symbols: Mapping[str, str]
    labels: frozenset[str]
    loose_labels: frozenset[str]
    name_heads: frozenset[str]
    names: frozenset[Words]
    calendar: frozenset[str]
    no_shares: frozenset[str]
    not_one: frozenset[str]
    leads: frozenset[str]
    lead_phrases: frozenset[Words]
    counts: frozenset[str]
    examples: tuple[str, ...]
    negatives: tuple[str, ...]


@cache
def load_quantities() -> QuantityLexicon:
    """Read `data/quantities.toml`; the result is shared and immutable."""
    entries = read_entries()
    percent, labels, leads = entries["percent"], entries["labels"], entries["leads"]
    return QuantityLexicon(
        percent_marks=frozenset(percent["marks"].split()),
        percent=_phrases(percent["behind"]),
        per_thousand=_phrases(percent["per_thousand"]),
        points=_phrases(percent["points"]),
        percent_nouns=_folded(percent["before"]),
        units=_units(entries),
        symbols={mark: entry["code"] for entry in entries["symbol"] for mark in entry["marks"].split()},
        labels=_folded(labels["words"]),
        loose_labels=_folded(labels["loose"]),
        name_heads=_folded(entries["names"]["heads"]),
        names=_phrases(entries["names"]["phrases"]),
        calendar=_folded(entries["times"]["calendar"]),
        no_shares=_folded(entries["shares"]["not_before"]),
        not_one=_folded(entries["one"]["not_behind"]),
        leads=_folded(leads["words"]),
        lead_phrases=_phrases(leads["phrases"]),
        counts=_folded(leads["counts"]),
        examples=tuple(_marked(entries, "example")),
        negatives=tuple(_marked(entries, "negative")),
    )


@cache
def load_duals() -> Duals:
    """Return the nouns of which a dual can be told."""
    entries = read_entries()["duals"]
    return Duals(_folded(entries["more"]), _folded(entries["none"]), _folded(entries["never_construct"]))


def read_entries() -> dict[str, Any]:
    """Return the raw tables of `data/quantities.toml`."""
    return tomllib.loads((data_folder() / "quantities.toml").read_text(encoding="utf-8"))


def currencies(codes: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """Return ISO 4217 codes by the folded noun of a currency and the code of its state, as `codes` has demonyms."""
    from babel.core import Locale  # here, so that readers of other tables do not wait for it
    from babel.numbers import get_territory_currencies, is_currency

    found: dict[tuple[str, str], str] = {}
    for code, name in sorted(Locale.parse(_LOCALE).currencies.items()):
        words = fold(name).split()
        if len(words) == 2 and words[1] in codes and is_currency(code):
            key = words[0], codes[words[1]]
            if key not in found or code in get_territory_currencies(code[:2]):
                found[key] = code
    return found


def parse_example(markup: str) -> tuple[str, list[tuple[str, float, str, str]]]:
    """Return the text of an example, and of each quantity its words, value, unit and code."""
    found: list[tuple[str, float, str, str]] = []

    def plain(match: re.Match[str]) -> str:
        words, value, unit, code = match.groups()
        found.append((words, float(value), unit, code))
        return words

    return _MARKUP.sub(plain, markup), found


_KNOWN = "USD"
_SEPARATE = re.compile(r"([/0-9])")
_MARKUP = re.compile(r"\[([^\]]+)\]\{([^|}]*)\|([^|}]*)\|([^}]*)\}")


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


def _phrases(words: str) -> frozenset[Words]:
    return frozenset(tuple(fold(phrase.replace("_", " ")).split()) for phrase in words.split())


def _units(entries: Mapping[str, Any]) -> dict[str, tuple[Unit, ...]]:
    found: dict[str, list[Unit]] = defaultdict(list)
    for money in (False, True):
        for entry in entries["money" if money else "unit"]:
            for words in sorted({form for phrase in entry["words"].split() for form in _forms(phrase)}):
                found[words[0]].append(Unit(words, entry["code"], money))
    return {first: tuple(sorted(units, key=lambda unit: -len(unit.words))) for first, units in found.items()}


def _forms(phrase: str) -> Iterator[Words]:
    """Yield the words of a unit, also with tanwin and in the dual; `/` and digits are words of their own."""
    words = tuple(_SEPARATE.sub(r" \1 ", fold(phrase.replace("_", " "))).split())
    yield words
    if len(words) > 1 or len(words[0]) < 2:
        return
    stem = words[0][:-1] + "ت" if phrase.endswith("ة") else words[0]
    yield (words[0].removesuffix("ه") + _PLURAL,)
    for ending in _DUAL_ENDINGS if phrase.endswith("ة") else (*_DUAL_ENDINGS, _TANWIN):
        yield (stem + ending,)


def _marked(entries: Mapping[str, Any], key: str) -> Iterator[str]:
    for section in entries.values():
        for entry in section if isinstance(section, list) else [section]:
            yield from entry.get(key, ())


def check_quantities(entries: Mapping[str, Any]) -> list[str]:
    """Return the faults of the raw tables: missing keys, codes that are none, words that stand twice, bare examples."""
    return [*_check_units(entries), *_check_examples(entries)]


def _check_units(entries: Mapping[str, Any]) -> Iterator[str]:
    from babel.numbers import is_currency

    seen: set[Words] = set()
    for section in ("unit", "money"):
        for entry in entries[section]:
            yield from _check_unit(entry, money=section == "money" and not is_currency(entry.get("code") or _KNOWN))
            for phrase in _phrases(entry["words"]) & seen:
                yield f"{' '.join(phrase)}: stands twice"
            seen |= _phrases(entry["words"])


def _check_unit(entry: Mapping[str, Any], *, money: bool) -> Iterator[str]:
    missing = {"words", "code", "example"} - entry.keys()
    if missing:
        yield f"{entry['words']}: has no {', '.join(sorted(missing))}"
    if not entry.get("example", True):
        yield f"{entry['words']}: has no example"
    if money:
        yield f"{entry['words']}: {entry['code']} is no code of ISO 4217"


def _check_examples(entries: Mapping[str, Any]) -> Iterator[str]:
    for markup in _marked(entries, "example"):
        if not parse_example(markup)[1]:
            yield f"{markup}: marks nothing"
