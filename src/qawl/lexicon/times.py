"""The words that name times: the entries of `data/times.toml`, with the names of months and weekdays.

`time_word(form)` says what one written form is in the grammar of times; its answer is kept with the word in
`qawl.lexicon.vocabulary`. How the words join is told in `qawl.reading.times`.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple, get_args

from qawl.lexicon.months import hijri_months, months, weekdays
from qawl.lexicon.tables import data_folder
from qawl.text.fold import bare, fold

FILE = "times.toml"

Kind = Literal[
    "unit", "side", "before", "deictic", "edge", "part", "adverb", "midnight", "early", "season", "share", "decade",
    "few", "ago", "within", "same", "last", "ahead", "nearby", "vague", "this", "that", "year_kind", "school", "period", "alike",
    "equals", "hijri", "christian", "until", "opening", "event", "numbered", "era", "name_of_day", "paper",
    "month", "hijri_month", "weekday",
]  # fmt: skip
KINDS: frozenset[str] = frozenset(get_args(Kind))
UNITS = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
# A time may begin with one of these; the others only carry one on.
OPENING = frozenset("unit deictic edge part midnight season share decade few period month hijri_month weekday".split())
_MADDA = frozenset(("اب",))  # `آب`, August; without the madda it is `أب`, a father


class Sense(NamedTuple):
    """One thing that words are: `rest` are the folded words that must follow the first; `value` is told by the kind."""

    kind: Kind
    value: int | str
    number: str = ""  # of a unit: s, d, p
    rest: tuple[str, ...] = ()
    article: bool = False  # only with the article: `الليلة`


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A form that may name a time or belong to a name of one, with the clitics that were cut off; longest senses first."""

    senses: tuple[Sense, ...]
    opens: bool
    conjunction: str = ""
    preposition: str = ""
    definite: bool = False


class TimeExample(NamedTuple):
    """A text in which the times `[…]` have the values behind its `=`."""

    text: str
    spans: tuple[tuple[int, int], ...]
    values: tuple[str | None, ...]


def time_word(form: str) -> TimeWord | None:
    """Return what a written form says of a time, or None."""
    folded = fold(form)
    if len(folded) < 1:
        return None
    senses = _senses()
    for conjunction, preposition, definite, base in _splits(folded):
        found = senses.get(base)
        if found is None or base in _MADDA and "آ" not in bare(form):
            continue
        if not definite and conjunction + preposition and len(base) < 2:
            continue
        opens = any(sense.kind in OPENING for sense in found)
        return TimeWord(found, opens, conjunction, preposition, definite)
    return None


def _splits(folded: str) -> Iterator[tuple[str, str, bool, str]]:
    """Yield conjunction, preposition, article and what is left, the whole word first."""
    yield "", "", False, folded
    for conjunction, rest in (("", folded), (folded[0], folded[1:])):
        if conjunction and conjunction not in "وف" or len(rest) < 2:
            continue
        if conjunction:
            yield conjunction, "", False, rest
        if rest.startswith("ال"):
            yield conjunction, "", True, rest[2:]
        elif rest.startswith("لل"):
            yield conjunction, "ل", True, rest[2:]
        elif rest[0] in "بكل":
            yield conjunction, rest[0], False, rest[1:]
            if rest[1:3] == "ال":
                yield conjunction, rest[0], True, rest[3:]


@cache
def _senses() -> Mapping[str, tuple[Sense, ...]]:
    found: dict[str, list[Sense]] = defaultdict(list)
    for entry in read_times()["entry"]:
        for words in entry["words"].split():
            first, *rest = fold(words.replace("_", " ")).split()
            sense = Sense(
                entry["kind"], entry.get("value", 0), entry.get("number", ""), tuple(rest), first.startswith("ال")
            )
            for form in _written(first, sense):
                found[form].append(sense)
    for kind, names in (("month", months()), ("hijri_month", hijri_months()), ("weekday", weekdays())):
        for name, number in names.items():
            first, *rest = name.split()
            key = first.removeprefix("ال") if kind == "weekday" else first
            found[key].append(Sense(kind, number, "", tuple(rest)))  # type: ignore[arg-type]
    return {form: tuple(sorted(senses, key=lambda s: -len(s.rest))) for form, senses in found.items()}


def _written(first: str, sense: Sense) -> tuple[str, ...]:
    """A word without its article, and a unit also as it stands behind a number: `21 يوما`."""
    base = first.removeprefix("ال") if sense.kind == "deictic" else first
    if sense.kind == "unit" and sense.number == "s" and not first.endswith("ه"):
        return base, base + "ا"
    return (base,)


def read_times() -> dict[str, Any]:
    """Return the raw tables of `data/times.toml`."""
    return tomllib.loads((data_folder() / FILE).read_text(encoding="utf-8"))


def examples() -> list[TimeExample]:
    """Return the positive examples of all entries."""
    return [parse_example(markup) for entry in read_times()["entry"] for markup in entry.get("example", ())]


def negatives() -> list[str]:
    """Return the texts in which no time may be found."""
    return [text for entry in read_times()["entry"] for text in entry.get("negative", ())]


def parse_example(markup: str) -> TimeExample:
    """Read `وصل الوفد [أمس] = 2022-01-24`; `-` is no value. Raises `ValueError` where the markup is wrong."""
    marked, _, listed = markup.rpartition(" = ")
    text, spans = "", []
    for i, piece in enumerate(marked.split("[")):
        words, closer, after = piece.partition("]")
        if bool(i) != bool(closer):
            raise ValueError(f"brackets do not match: {markup}")
        if i:
            spans.append((len(text), len(text) + len(words)))
        text += words + after
    values = tuple(None if value == "-" else value for value in listed.split())
    if not spans or len(values) != len(spans):
        raise ValueError(f"{len(spans)} times and {len(values)} values: {markup}")
    return TimeExample(text, tuple(spans), values)
