"""The reporting cues of `data/cues.toml`, generated into all their forms and indexed for the reader.

Keys are folded (`qawl.text.fold.fold`) and carry no clitics: neither `و ف س ل ال` nor pronouns. A word from which a
pronoun was cut is looked up in `by_bound_form` (`نفاها` → `نفا`), any other in `by_form`.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple, TypeVar, get_args

import msgspec

from qawl.lexicon.conjugation import (
    Aspect,
    Form,
    Gender,
    Number,
    before_pronoun,
    forms,
    noun_forms,
    unpointed,
)
from qawl.text.fold import fold
from qawl.text.span import Span

Force = Literal["assert", "deny", "accuse", "demand", "commit", "warn", "support", "expect"]
Distance = Literal["neutral", "asserting", "doubting", "disclosing"]
Kind = Literal["verb", "noun", "light", "source"]
Place = Literal["before", "after", "both"]

PREPOSITIONS = ("إلى", "على", "عن", "من", "ب", "ل", "في", "أمام", "مع", "ضد", "حول", "بشأن", "إزاء")
FRAMES = frozenset(
    ("أن", '"', "=", "@", *PREPOSITIONS, *(p + "=" for p in PREPOSITIONS), *("@" + p for p in PREPOSITIONS))
)
PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "ي", "نا")


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry: a verb with its nouns, a noun, a light verb with its objects, or a source phrase.

    `speaker_after` is the preposition that introduces the speaker (`نقل عن X`, `جاء في X`); the subject of such a verb
    is a medium that relays. `deed` marks what is more often done than said.
    """

    lemma: str
    kind: Kind
    force: Force
    distance: Distance = "neutral"
    frames: frozenset[str] = frozenset()
    deed: bool = False
    speaker_after: str | None = None
    examples: tuple[str, ...] = ()
    negatives: tuple[str, ...] = ()


class CueForm(msgspec.Struct, frozen=True, gc=False):
    """One written form of a cue, hamza and dots as spelled; `strict` forms need a clause or quotation behind them;
    so does every passive, whose subject is what was said."""

    text: str
    cue: Cue
    aspect: Aspect
    person: int
    gender: Gender
    number: Number
    strict: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Light:
    """A light verb and the objects that make it a cue: folded object as written → force.

    A one-letter preposition is part of the object (`بتصريح`), a longer one stands before it with a space. In a `pair`
    the object is itself a verb of saying (`مضى قائلا`). `opening` objects are no part of the cue but begin the content
    (`قدم شكره للجنود`); behind those that are also `parted`, the addressee stands outside (`رفع التهاني للملك على …`).
    """

    cue: Cue
    objects: Mapping[str, Force]
    pair: bool = False
    opening: frozenset[str] = frozenset()
    parted: frozenset[str] = frozenset()


class LightForm(msgspec.Struct, frozen=True, gc=False):
    """One written form of a light verb; it is a cue only with one of the objects of `light`."""

    text: str
    light: Light
    aspect: Aspect
    person: int
    gender: Gender
    number: Number


@dataclass(frozen=True, slots=True)
class Source:
    """A phrase whose object is the speaker. `words` are folded; `proclitic` is written on to the speaker (`وفقا ل`)."""

    cue: Cue
    words: tuple[str, ...]
    proclitic: str
    place: Place


@dataclass(frozen=True, slots=True)
class SourceWithVerb:
    """A word that makes a following cue verb part of a source phrase (`حسب ما ذكر`, `كما قال`)."""

    cue: Cue
    words: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True, eq=False)
class CueLexicon:
    """All cues. The mappings are keyed by folded form; `sources` by the first folded word, longest phrase first."""

    cues: tuple[Cue, ...]
    by_form: Mapping[str, tuple[CueForm, ...]]
    by_bound_form: Mapping[str, tuple[CueForm, ...]]
    nouns: Mapping[str, tuple[CueForm, ...]]
    lights: Mapping[str, tuple[LightForm, ...]]
    sources: Mapping[str, tuple[Source, ...]]
    sources_with_verb: Mapping[str, tuple[SourceWithVerb, ...]]
    tails: frozenset[tuple[str, ...]]
    tail_heads: frozenset[str]  # their first words
    speech_nouns: frozenset[str]


T = TypeVar("T")
Phrase = TypeVar("Phrase", Source, SourceWithVerb)


class Example(NamedTuple):
    """A marked-up example taken apart: plain text and the spans that the reader must find in it."""

    text: str
    cue: Span
    speaker: Span | None
    content: tuple[Span, ...]


_BRACKETS = {"<": ("cue", ">"), "{": ("speaker", "}"), "[": ("content", "]")}
_CLOSING = {close: name for name, close in _BRACKETS.values()}


def parse_example(markup: str) -> Example:
    """Take `<cue> {speaker} [content]` apart; roles may nest (`<كما ذكرت {X}>`)."""
    text: list[str] = []
    started: dict[str, int] = {}
    spans: dict[str, list[Span]] = defaultdict(list)
    for char in markup:
        if char in _BRACKETS:
            started[_BRACKETS[char][0]] = len(text)
        elif char in _CLOSING and _CLOSING[char] in started:
            role = _CLOSING[char]
            spans[role].append(Span(started.pop(role), len(text)))
        else:
            text.append(char)
    if started or len(spans["cue"]) != 1 or len(spans["speaker"]) > 1:
        raise ValueError(f"not an example with one <cue> and at most one {{speaker}}: {markup}")
    return Example("".join(text), spans["cue"][0], next(iter(spans["speaker"]), None), tuple(spans["content"]))


@cache
def load_cues() -> CueLexicon:
    """Read `data/cues.toml` and generate the forms; the result is shared and immutable."""
    entries = read_entries()
    indexed = _indexed(entries)
    sources = [_source(entry) for entry in entries["source"]]
    with_verb = [_source_with_verb(entry) for entry in entries["source_with_verb"]]
    lights = [_light(entry) for entry in entries["light"]]
    tails = frozenset(tail for entry in entries["source"] if entry.get("tail") for tail in _tails(entry))
    return CueLexicon(
        cues=(
            *indexed.cues,
            *(light.cue for light, _ in lights),
            *(source.cue for source in sources),
            *(source.cue for source in with_verb),
        ),
        by_form=_frozen(indexed.by_form),
        by_bound_form=_frozen(indexed.by_bound_form),
        nouns=_nouns(indexed.by_form),
        lights=_frozen(_light_forms(lights)),
        sources=_by_first_word(sources),
        sources_with_verb=_by_first_word(with_verb),
        tails=tails,
        tail_heads=frozenset(tail[0] for tail in tails),
        speech_nouns=frozenset(
            fold(form) for entry in entries["speech_noun"] for form in written_nouns(entry["words"])
        ),
    )


def read_entries() -> dict[str, list[dict[str, Any]]]:
    """Return the raw tables of `data/cues.toml`."""
    source = files("qawl.lexicon").joinpath("data/cues.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(fold(phrase).split())


def _cue(kind: Kind, entry: Mapping[str, Any], lemma: str) -> Cue:
    return Cue(
        lemma=lemma,
        kind=kind,
        force=entry.get("force", "assert"),
        distance=entry.get("distance", "neutral"),
        frames=frozenset(entry.get("frames", ())),
        deed=entry.get("deed", False),
        speaker_after=entry.get("speaker_after"),
        examples=tuple(entry.get("example", ())),
        negatives=tuple(entry.get("negative", ())),
    )


@dataclass(slots=True)
class _Index:
    """The forms of verbs and nouns while they are gathered."""

    cues: list[Cue] = field(default_factory=list)
    by_form: dict[str, list[CueForm]] = field(default_factory=lambda: defaultdict(list))
    by_bound_form: dict[str, list[CueForm]] = field(default_factory=lambda: defaultdict(list))

    def add(self, cue: Cue, made: Iterable[Form], strict: frozenset[str]) -> None:
        self.cues.append(cue)
        for form in made:
            key = fold(form.text)
            cue_form = CueForm(form.text, cue, *form[1:], form.aspect == "passive" or form.text in strict)
            self.by_form[key].append(cue_form)
            for bound in before_pronoun(form):
                self.by_bound_form[fold(bound)].append(cue_form)


def _indexed(entries: Mapping[str, list[dict[str, Any]]]) -> _Index:
    index = _Index()
    for entry in entries["verb"]:
        index.add(_cue("verb", entry, unpointed(entry["lemma"])), _verb_forms(entry), _strict(entry))
    for entry in entries["noun"]:
        made = (form for word in entry["words"].split() for form in noun_forms(word))
        index.add(_cue("noun", entry, entry["words"].split()[0]), made, _strict(entry))
    return index


def _strict(entry: Mapping[str, Any]) -> frozenset[str]:
    """Return the strict forms; a noun that is strict is so with tanwin too (`عرض`, `عرضا`).

    Exact spelling counts: `نفي` is strict and `نفى` is not, though they fold alike.
    """
    strict = frozenset(entry.get("strict", ()))
    return strict | {word + "ا" for word in strict} if "words" in entry else strict


def _verb_forms(entry: Mapping[str, Any]) -> Iterator[Form]:
    yield from forms(entry["lemma"], entry["present"], entry.get("participle"), entry.get("irregular"))
    for noun in entry.get("noun", ()):
        yield from noun_forms(noun)


def _frozen(index: Mapping[str, Sequence[T]]) -> dict[str, tuple[T, ...]]:
    return {key: tuple(found) for key, found in index.items()}


def _by_first_word(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    index: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in sorted(phrases, key=_length, reverse=True):
        index[phrase.words[0]].append(phrase)
    return _frozen(index)


def _length(phrase: Source | SourceWithVerb) -> int:
    return len(phrase.words)


def _nouns(by_form: Mapping[str, Sequence[CueForm]]) -> dict[str, tuple[CueForm, ...]]:
    nouns = ((key, tuple(form for form in found if form.aspect == "noun")) for key, found in by_form.items())
    return {key: found for key, found in nouns if found}


def written_nouns(words: str) -> Iterator[str]:
    """Yield nouns bare, with tanwin, with the article and with each pronoun; one with `_` (a space) only so."""
    for word in words.split():
        if "_" in word:
            yield word.replace("_", " ").strip()
            continue
        yield "ال" + word
        for form in noun_forms(word):
            yield form.text
            yield from (bound + pronoun for bound in before_pronoun(form) for pronoun in PRONOUNS)


def _light(entry: Mapping[str, Any]) -> tuple[Light, Mapping[str, Any]]:
    cue = _cue("light", entry, unpointed(entry["lemma"]))
    preposition = entry.get("preposition", "")
    before = preposition + " " if len(preposition) > 1 else preposition
    objects: dict[str, Force] = {}
    marked: dict[str, set[str]] = {"opening": set(), "parted": set()}
    for group in entry["with"]:
        written = [fold(before + word) for word in written_nouns(group["words"])]
        objects.update(dict.fromkeys(written, group["force"]))
        for mark, found in marked.items():
            found.update(written if group.get(mark) else ())
    return Light(
        cue, objects, entry.get("pair", False), frozenset(marked["opening"]), frozenset(marked["parted"])
    ), entry


def _light_forms(lights: Iterable[tuple[Light, Mapping[str, Any]]]) -> dict[str, list[LightForm]]:
    index: dict[str, list[LightForm]] = defaultdict(list)
    for light, entry in lights:
        verbs = [(entry["lemma"], entry["present"], entry.get("participle")), *entry.get("also", ())]
        for form in (form for verb in verbs for form in forms(*verb)):
            index[fold(form.text)].append(LightForm(form.text, light, *form[1:]))
    return index


def _source(entry: Mapping[str, Any]) -> Source:
    words = _words(entry["words"])
    proclitic = words[-1] if len(words) > 1 and len(words[-1]) == 1 else ""
    kept = words[:-1] if proclitic else words
    return Source(_cue("source", entry, entry["words"]), kept, proclitic, entry.get("place", "both"))


def _source_with_verb(entry: Mapping[str, Any]) -> SourceWithVerb:
    return SourceWithVerb(_cue("source", entry, entry["words"]), _words(entry["words"]), entry.get("place", "both"))


def _tails(entry: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Yield `على حد قوله`, `على حد قولها`, … for `على حد قول`."""
    *before, last = entry["words"].split()
    for form in noun_forms(last):
        for bound in before_pronoun(form):
            yield from (_words(" ".join((*before, bound + pronoun))) for pronoun in PRONOUNS)


def check_cues(entries: Mapping[str, list[dict[str, Any]]] | None = None) -> list[str]:
    """Return what is wrong with the lexicon, a line a fault; nothing is wrong with the one that ships."""
    entries = read_entries() if entries is None else entries
    faults = [fault for table in ("verb", "noun", "light") for entry in entries[table] for fault in _faults(entry)]
    faults += [
        fault for table in ("source", "source_with_verb") for entry in entries[table] for fault in _faults(entry)
    ]
    faults += [fault for entry in entries["verb"] for fault in _verb_faults(entry)]
    return faults + list(_duplicates(entries))


def _name(entry: Mapping[str, Any]) -> str:
    return str(entry.get("lemma") or entry["words"])


def _faults(entry: Mapping[str, Any]) -> Iterator[str]:
    name = _name(entry)
    for frame in entry.get("frames", ()):
        if frame not in FRAMES:
            yield f"{name}: unknown frame {frame!r}"
    if entry.get("force", "assert") not in get_args(Force):
        yield f"{name}: unknown force {entry['force']!r}"
    if entry.get("distance", "neutral") not in get_args(Distance):
        yield f"{name}: unknown distance {entry['distance']!r}"
    if not entry.get("example"):
        yield f"{name}: no example"
    if (entry.get("strict") or entry.get("deed")) and not entry.get("negative"):
        yield f"{name}: a homograph or deed without a negative example"
    yield from (f"{name}: {fault}" for fault in _example_faults(entry))


def _example_faults(entry: Mapping[str, Any]) -> Iterator[str]:
    for markup in entry.get("example", ()):
        try:
            example = parse_example(markup)
        except ValueError as error:
            yield str(error)
        else:
            if not example.content:
                yield f"example without [content]: {markup}"
    for text in entry.get("negative", ()):
        if any(bracket in text for bracket in "<>{}[]"):
            yield f"negative example with markup: {text}"


def _verb_faults(entry: Mapping[str, Any]) -> Iterator[str]:
    """A strict form that the verb does not have is a slip of the pen."""
    made = {form.text for form in _verb_forms(entry)}
    for form in entry.get("strict", ()):
        if form not in made:
            yield f"{_name(entry)}: strict form {form} is none of its forms"
    if not entry.get("frames"):
        yield f"{_name(entry)}: no frames"


def _duplicates(entries: Mapping[str, list[dict[str, Any]]]) -> Iterator[str]:
    for table in ("verb", "noun", "source", "source_with_verb"):
        keys = [_key(entry) for entry in entries[table]]
        yield from (f"{key[0]}: twice in [[{table}]]" for key in sorted(set(keys)) if keys.count(key) > 1)


def _key(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """One verb may have several entries, where another frame gives it another force (`نوه إلى`, `نوه بـ`)."""
    return (_name(entry), entry.get("present", ""), *sorted(entry.get("frames", ())))
