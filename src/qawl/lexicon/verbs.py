"""The verbs of `data/verbs.tsv` in all their forms, so that a reader can tell verbs from names and nouns.

`verb_forms()` is keyed by folded form (`qawl.text.fold.fold`) without clitics: neither `و ف س ل` nor pronouns. It has the
third persons of the active; the feminine plural in `ن` is left out, being rarer in the news than the words it looks like.

Conjugating each verb and asking of each form whether it is also a noun would cost a tenth of a second. So the endings are
taken from one conjugated model for each way a verb can end, and words are folded by the table, not one by one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, Literal, NamedTuple

import msgspec

from qawl.lexicon.conjugation import Form, Gender, Number, forms
from qawl.lexicon.tables import SEPARATOR, SUFFIX, content_lines, data_folder, rows
from qawl.text.fold import fold

_MODEL: Final = "كتب"
_WEAK_OR_HAMZA: Final = frozenset("اويىأؤئء")
# The tables whose words are no verbs, and the columns that hold their forms.
_WORD_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "nouns": ("form", "plural"),
    "adjectives": ("form", "feminine", "plural"),
    "titles": ("form", "feminine", "plural"),
}
_NAME_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "names": ("form",),
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


class _Class(NamedTuple):
    """Verbs with the same endings: the weak letters or hamzas they end in, and whether their bare perfect is certain."""

    lemma_end: str
    present_end: str
    certain: bool


class _Ending(NamedTuple):
    """What stands before and behind the stem, and what the form is."""

    prefix: str
    suffix: str
    form: VerbForm


_Keyed = tuple[str, VerbForm]


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


def _generated() -> Iterator[_Keyed]:
    classes: dict[_Class, list[_Verb]] = defaultdict(list)
    for row in rows("verbs"):
        verb = _Verb(row["lemma"], row["present"])
        classes[_Class(_weak_end(verb.lemma), _weak_end(verb.present), row["certain"] == "1")].append(verb)
    for kind, verbs in classes.items():
        yield from _with_endings(kind, verbs)
        yield from _hollow_jussives(verbs)


def _weak_end(word: str) -> str:
    return word[-1] if word[-1] in _WEAK_OR_HAMZA else ""


def _with_endings(kind: _Class, verbs: list[_Verb]) -> Iterator[_Keyed]:
    stems = _folded(verb.lemma.removesuffix(kind.lemma_end) for verb in verbs)
    bodies = _folded(verb.present[1:].removesuffix(kind.present_end) for verb in verbs)
    endings = _endings(kind)
    for aspect, words in (("perfect", stems), ("imperfect", bodies)):
        for prefix, suffix, form in endings[aspect]:
            yield from [(f"{prefix}{word}{suffix}", form) for word in words]


def _endings(kind: _Class) -> dict[str, list[_Ending]]:
    """Return the endings by aspect, from a model verb that ends like those of the class."""
    found: dict[str, list[_Ending]] = {"perfect": [], "imperfect": []}
    for form in forms(_MODEL + kind.lemma_end, "ي" + _MODEL + kind.present_end):
        if _is_kept(form, kind.certain):
            prefix, _, suffix = form.text.partition(_MODEL)
            found[form.aspect].append(_Ending(prefix, fold(suffix), _slot(form, kind.certain)))
    return found


def _is_kept(form: Form, certain: bool) -> bool:
    """Leave out `كتبا` too where `كتب` is a noun as well: it is that noun's accusative."""
    if form.person == 1 or form.aspect == "passive" or (form.gender, form.number) == ("f", "pl"):
        return False
    return certain or (form.aspect, form.gender, form.number) != ("perfect", "m", "du")


def _hollow_jussives(verbs: Iterable[_Verb]) -> Iterator[_Keyed]:
    """Yield what hollow verbs have beyond others' forms: without its long vowel, `يقل` of `يقول`."""
    for present in _folded(verb.present for verb in verbs if verb.lemma[-2] == "ا"):
        for prefix, gender in _JUSSIVES:
            yield f"{prefix}{present[1:-2]}{present[-1]}", _record((False, True), gender, "sg", True)


_JUSSIVES: Final[tuple[tuple[str, Gender], ...]] = (("ي", "m"), ("ت", "f"))


# -- records --------------------------------------------------------------------------------


def _slot(form: Form, certain: bool) -> VerbForm:
    """Return the record of a form; `certain` is that of the bare perfect."""
    perfect = form.aspect == "perfect"
    bare = perfect and form.gender == "m" and form.number == "sg"
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


def _nominals_among(found: Mapping[str, VerbForm]) -> set[str]:
    """Return the forms that are also nouns, adjectives, titles or names, words in whatever case and number.

    So are imperfects of two letters: a shortened `يق`, `تل` is more often an abbreviation or a name.
    """
    words = frozenset(_folded(_single_words(_WORD_COLUMNS)))
    nominals = words.union(_folded(_single_words(_NAME_COLUMNS)), _folded(_cities()))
    return {
        key
        for key, form in found.items()
        if key in nominals or not words.isdisjoint(_singulars(key)) or (len(key) < 3 and form.imperfect)
    }


def _singulars(key: str) -> tuple[str, ...]:
    """Undo accusative (`تحديا`) and dual (`تحديان`); that of a noun in ة has `ت` before it (`تجربتان`)."""
    if key[-1] not in "ان":
        return ()
    stem = key[:-2] if key.endswith("ان") else key[:-1] if key.endswith("ا") else ""
    if stem.endswith("ت"):
        return stem, stem[:-1] + "ه"
    return (stem,) if stem else ()


def _single_words(columns: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield what stands in the columns of the tables, but for phrases."""
    found = (cell for table, names in columns.items() for row in _cells(table, names) for cell in row)
    return (word for cell in found for word in cell.split(SEPARATOR) if word and " " not in word)


def _cities() -> Iterator[str]:
    """Yield the cities, but for those whose name is an ordinary word (`كان`): they need a word such as `مدينة`."""
    for name, aliases, common in _cells("cities", ("name", "aliases", "common")):
        if not common:
            yield from (name, *aliases.split(SEPARATOR))


def _cells(table: str, columns: tuple[str, ...]) -> Iterator[list[str]]:
    """Yield some cells of each row; `tables.rows` would spend most of its time on the others."""
    lines = content_lines((data_folder() / (table + SUFFIX)).read_text(encoding="utf-8"))
    header = next(lines)[1].split("\t")
    wanted = [header.index(column) for column in columns]
    for _, line in lines:
        values = line.split("\t")
        yield [values[column] for column in wanted]


def _folded(words: Iterable[str]) -> list[str]:
    """Fold many words at once."""
    text = fold("\n".join(words))
    return text.split("\n") if text else []
