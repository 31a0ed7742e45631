"""The verbs of `data/verbs.tsv` in all their forms, so that a reader can tell verbs from names and nouns.

`verb_forms()` is keyed by folded form (`qawl.text.fold.fold`) without clitics: neither `و ف س ل` nor pronouns. It has the
third persons of the active; the feminine plural in `ن` is left out, being rarer in the news than the words it looks like.

Conjugating each verb and asking of each form whether it is also a noun would cost a tenth of a second. So endings are
taken from one conjugated model for each way a verb can end, and words are folded by the table, not one by one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, Literal, NamedTuple

import msgspec

from qawl.lexicon.conjugation import Form, Gender, Number, forms, unpointed
from qawl.lexicon.tables import SEPARATOR, SUFFIX, content_lines, data_folder, rows
from qawl.text.fold import fold

_MODEL: Final = "كتب"
_WEAK_OR_HAMZA: Final = frozenset("اويىأؤئء")
# The tables whose words are no verbs, and the columns that hold their forms.
_NOMINAL_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "nouns": ("form", "plural"),
    "adjectives": ("form", "feminine", "plural"),
    "titles": ("form", "feminine", "plural"),
    "names": ("form",),
    "cities": ("name", "aliases"),
    "states": ("name", "aliases", "demonym_m", "demonym_f", "demonym_pl", "capital"),
}


class VerbForm(msgspec.Struct, frozen=True, gc=False):
    """What a written form is as a verb. `gender` and `number` are empty where the form can be more than one.

    `certain`: no other reading is likely. A form of two verbs is certain only if it is so of both.
    """

    perfect: bool
    imperfect: bool
    gender: Gender | Literal[""]
    number: Number | Literal[""]
    certain: bool


class _Verb(NamedTuple):
    lemma: str
    present: str
    certain: bool


class _Ending(NamedTuple):
    """What stands before and behind the stem in one form, and that form of an uncertain and of a certain verb."""

    prefix: str
    suffix: str
    slots: tuple[VerbForm, VerbForm]


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Return the forms of all verbs by folded form; loaded once and shared, so not to be changed."""
    found: dict[str, VerbForm] = {}
    for key, form in _generated():
        other = found.setdefault(key, form)
        if other is not form:
            found[key] = _merged(other, form)
    for key in _nominals_among(found):
        found[key] = _uncertain(found[key])
    return found


# -- conjugation ----------------------------------------------------------------------------


def _generated() -> Iterator[tuple[str, VerbForm]]:
    """Yield the folded forms: of hollow verbs, whose stem changes, one by one; of others, stem and endings."""
    classes: dict[tuple[str, str], list[_Verb]] = defaultdict(list)
    hollow: list[_Verb] = []
    for row in rows("verbs"):
        verb = _Verb(unpointed(row["lemma"]), row["present"], row["certain"] == "1")
        if verb.lemma[-2] == "ا":
            hollow.append(verb)
        else:
            classes[_weak_end(verb.lemma), _weak_end(verb.present)].append(verb)
    for ends, verbs in classes.items():
        yield from _with_endings(ends, verbs)
    yield from _conjugated(hollow)


def _weak_end(word: str) -> str:
    return word[-1] if word[-1] in _WEAK_OR_HAMZA else ""


def _with_endings(ends: tuple[str, str], verbs: list[_Verb]) -> Iterator[tuple[str, VerbForm]]:
    stems = _folded(verb.lemma.removesuffix(ends[0]) for verb in verbs)
    bodies = _folded(verb.present[1:].removesuffix(ends[1]) for verb in verbs)
    perfect, imperfect = _endings(ends)
    for verb, stem, body in zip(verbs, stems, bodies, strict=True):
        for prefix, suffix, slots in perfect:
            yield f"{prefix}{stem}{suffix}", slots[verb.certain]
        for prefix, suffix, slots in imperfect:
            yield f"{prefix}{body}{suffix}", slots[verb.certain]


def _endings(ends: tuple[str, str]) -> tuple[list[_Ending], list[_Ending]]:
    """Return the endings of perfect and imperfect, from a model verb that ends like those of the class."""
    found: dict[str, list[_Ending]] = {"perfect": [], "imperfect": []}
    for form in _third_persons(_MODEL + ends[0], "ي" + _MODEL + ends[1]):
        prefix, _, suffix = form.text.partition(_MODEL)
        found[form.aspect].append(_Ending(prefix, fold(suffix), (_slot(form, certain=False), _slot(form, certain=True))))
    return found["perfect"], found["imperfect"]


def _conjugated(verbs: Iterable[_Verb]) -> Iterator[tuple[str, VerbForm]]:
    made = [(form, verb.certain) for verb in verbs for form in _third_persons(verb.lemma, verb.present)]
    for key, (form, certain) in zip(_folded(form.text for form, _ in made), made, strict=True):
        yield key, _slot(form, certain=certain)


def _third_persons(lemma: str, present: str) -> Iterator[Form]:
    for form in forms(lemma, present):
        if form.person == 3 and form.aspect != "passive" and (form.gender, form.number) != ("f", "pl"):
            yield form


# -- records --------------------------------------------------------------------------------


def _slot(form: Form, *, certain: bool) -> VerbForm:
    """`certain` is that of the perfect without ending; with `ا` it looks like the accusative of the same noun."""
    perfect = form.aspect == "perfect"
    bare = perfect and form.gender == "m" and form.number != "pl"
    return _record((perfect, not perfect), form.gender, form.number, certain or not bare)


@cache
def _record(
    aspects: tuple[bool, bool], gender: Gender | Literal[""], number: Number | Literal[""], certain: bool
) -> VerbForm:
    """Return the one record of these values, which thousands of forms share."""
    return VerbForm(*aspects, gender, number, certain)


@cache
def _merged(one: VerbForm, other: VerbForm) -> VerbForm:
    return _record(
        (one.perfect or other.perfect, one.imperfect or other.imperfect),
        one.gender if one.gender == other.gender else "",
        one.number if one.number == other.number else "",
        one.certain and other.certain,
    )


def _uncertain(form: VerbForm) -> VerbForm:
    return _record((form.perfect, form.imperfect), form.gender, form.number, False)


# -- words that are no verbs ----------------------------------------------------------------


def _nominals_among(keys: Mapping[str, VerbForm]) -> set[str]:
    """Return the forms that are also nouns, adjectives, titles or names, in whatever case and number.

    So are forms of two letters: a shortened `يق`, `تل` is more often an abbreviation or a name.
    """
    nominals = frozenset(_nominals())
    return {key for key in keys if key in nominals or len(key) < 3 or not nominals.isdisjoint(_singulars(key))}


def _singulars(key: str) -> tuple[str, ...]:
    """Undo accusative (`تحديا`), dual and plural; the dual of a noun in ة has `ت` before it."""
    if key[-1] == "ا":
        return (key[:-1], key[:-2] + "ه") if key[-2] == "ت" else (key[:-1],)
    if key[-1] == "ن":
        return (key[:-2], key[:-3] + "ه") if key[-3] == "ت" else (key[:-2],)
    return ()


def _nominals() -> list[str]:
    """Return the words of the tables; names and titles of several words are no matter here."""
    cells = (cell for table, columns in _NOMINAL_COLUMNS.items() for cell in _cells(table, columns))
    return _folded(word for cell in cells for word in cell.split(SEPARATOR) if " " not in word)


def _cells(table: str, columns: tuple[str, ...]) -> Iterator[str]:
    """Yield the cells of some columns; `tables.rows` would spend most of its time on the others."""
    lines = content_lines((data_folder() / (table + SUFFIX)).read_text(encoding="utf-8"))
    header = next(lines)[1].split("\t")
    wanted = [header.index(column) for column in columns]
    for _, line in lines:
        values = line.split("\t")
        for column in wanted:
            yield values[column]


def _folded(words: Iterable[str]) -> list[str]:
    """Fold many words at once."""
    return fold("\n".join(words)).split("\n")
