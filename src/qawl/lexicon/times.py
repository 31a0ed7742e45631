"""The words that name times: the entries of `data/times.toml`, with the names of months and weekdays.

`time_word(form)` says what one written form is in the grammar of times; its answer is kept with the word in
`qawl.lexicon.vocabulary`. How the words join is told in `qawl.reading.times`.
"""

import tomllib
from calendar import day_name, month_name
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple, get_args

from qawl.lexicon.clitics import CliticSplit
from qawl.lexicon.months import hijri_months, months, weekdays
from qawl.lexicon.tables import data_folder
from qawl.text.fold import bare, fold

FILE = "times.toml"

Kind = Literal[
    "unit", "side", "before", "deictic", "edge", "part", "adverb", "midnight", "early", "season", "share", "decade",
    "few", "ago", "within", "same", "last", "ahead", "nearby", "vague", "this", "that", "year_kind", "school", "period", "alike",
    "equals", "hijri", "christian", "until", "event", "numbered", "era", "name_of_day", "paper",
    "month", "hijri_month", "weekday",
]  # fmt: skip
KINDS: frozenset[str] = frozenset(get_args(Kind))
UNITS = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
# A time may begin with one of these; the others only carry one on.
OPENING = frozenset("unit deictic edge part midnight season share decade few period month hijri_month weekday".split())
_NO_ARTICLE = frozenset(("month", "hijri_month"))
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
    """A form that may name a time or belong to a name of one, with the clitics that were cut off; longest senses first.

    `opens`: a time may begin here, by itself; with one of the words in `leads` behind it, it may as well.
    """

    senses: tuple[Sense, ...]
    opens: bool
    leads: frozenset[str]
    kinds: frozenset[str]
    conjunction: str = ""
    preposition: str = ""
    definite: bool = False


class TimeExample(NamedTuple):
    """A text in which the times `[…]` have the values behind its `=`."""

    text: str
    spans: tuple[tuple[int, int], ...]
    values: tuple[str | None, ...]


def time_word(plain: str, folded: str, splits: Sequence[CliticSplit]) -> TimeWord | None:
    """Return what a form, without its marks and folded, says of a time; `splits` are those of the folded form."""
    if not folded:
        return None
    senses = _senses()
    for conjunction, preposition, definite, base in splits:
        found = senses.get(base)
        if found is None or base in _MADDA and "آ" not in plain:
            continue
        if not definite and conjunction + preposition and len(base) < 2:
            continue
        if definite and all(sense.kind in _NO_ARTICLE for sense in found):
            continue  # `الذي` is no month
        return _time_word(found, conjunction, preposition, definite)
    return None


def _time_word(senses: tuple[Sense, ...], conjunction: str, preposition: str, definite: bool) -> TimeWord:
    opening = [sense for sense in senses if sense.kind in OPENING]
    return TimeWord(
        senses,
        opens=any(not sense.rest for sense in opening),
        leads=frozenset(sense.rest[0] for sense in opening if sense.rest),
        kinds=frozenset(sense.kind for sense in senses),
        conjunction=conjunction,
        preposition=preposition,
        definite=definite,
    )


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
    for kind, english in (("month", month_name), ("weekday", day_name)):
        for number, name in enumerate(english, 1 - (not english[0])):
            if name:
                found[name].append(Sense(kind, number))  # type: ignore[arg-type]
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


def check_times(tables: Mapping[str, Any] | None = None) -> list[str]:
    """Return what is wrong with the entries, a line a fault; nothing is wrong with those that ship."""
    tables = read_times() if tables is None else tables
    seen: set[tuple[str, str]] = set()
    return [
        f"{FILE}, `{entry.get('words', '')[:40]}`: {fault}"
        for entry in tables["entry"]
        for fault in (*_entry_faults(entry), *_word_faults(entry, seen), *_example_faults(entry))
    ]


def _entry_faults(entry: Mapping[str, Any]) -> Iterator[str]:
    kind, value = entry.get("kind", ""), entry.get("value", 0)
    if kind not in KINDS:
        yield f"`{kind}` is no kind"
    if kind == "unit" and (value not in UNITS or entry.get("number") not in ("s", "d", "p")):
        yield "is no unit of the calendar in a number"
    if kind in _COUNTED and not isinstance(value, int):
        yield f"`{value}` is no number"
    if unknown := entry.keys() - _FIELDS:
        yield f"has a field `{min(unknown)}`, which no entry has"


def _word_faults(entry: Mapping[str, Any], seen: set[tuple[str, str]]) -> Iterator[str]:
    words = entry.get("words", "").split()
    if not words:
        yield "has no words"
    for word in words:
        key = (entry.get("kind", ""), word)
        if key in seen:
            yield f"`{word}` stands twice"
        seen.add(key)
        if bare(word) != word or any("\ufb50" <= letter <= "\ufefe" for letter in word):
            yield f"`{word}` has letters that no text has once it is folded"


def _example_faults(entry: Mapping[str, Any]) -> Iterator[str]:
    if not entry.get("example") and not entry.get("negative"):
        yield "has no example"
    for markup in entry.get("example", ()):
        try:
            parse_example(markup)
        except ValueError as error:
            yield str(error)


_FIELDS = frozenset("kind value number words example negative".split())
_COUNTED = frozenset("side before deictic part season share decade ago same last".split())
