"""The verbs of `data/verbs.tsv` in all their forms, so that a reader can tell verbs from names and nouns.

`verb_forms()` is keyed by folded form (`qawl.text.fold.fold`) without clitics: neither `و ف س ل` nor pronouns. It has the
third persons of the active; the feminine plural in `ن` is left out, being rarer in the news than the words it looks like.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Final, Literal

import msgspec

from qawl.lexicon.conjugation import Form, Gender, Number, forms, unpointed
from qawl.lexicon.tables import SEPARATOR, Row, rows
from qawl.text.fold import fold

_MODEL: Final = ("كتب", "يكتب")
_WEAK_OR_HAMZA: Final = frozenset("اويىأإآؤئء")
# Where a word must not be a verb: the columns of each table with its forms.
_NOMINAL_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "nouns": ("form", "plural"),
    "adjectives": ("form", "feminine", "plural"),
    "names": ("form",),
    "titles": ("form", "feminine", "plural"),
    "cities": ("name", "aliases"),
    "states": ("name", "aliases", "demonym_m", "demonym_f", "demonym_pl", "capital"),
}
# Accusative, dual and plural of nouns, dual of nouns in ة: the ending, and what stands in the table in its place.
_NOMINAL_ENDINGS: Final = (("ا", ""), ("ان", ""), ("ون", ""), ("تا", "ه"), ("تان", "ه"))


class VerbForm(msgspec.Struct, frozen=True, gc=False):
    """What a written form is as a verb. `gender` and `number` are empty where the form can be more than one.

    `certain`: no other reading is likely. A form of two verbs is certain only if it is so of both.
    """

    perfect: bool
    imperfect: bool
    gender: Gender | Literal[""]
    number: Number | Literal[""]
    certain: bool


Keyed = tuple[str, VerbForm]


@cache
def verb_forms() -> Mapping[str, VerbForm]:
    """Return the forms of all verbs by folded form; loaded once."""
    found: dict[str, VerbForm] = {}
    for key, form in _generated():
        other = found.setdefault(key, form)
        if other is not form:
            found[key] = _merged(other, form)
    nominals = _nominals()
    for key, form in found.items():
        if form.certain and _is_nominal(key, nominals):
            found[key] = _slot(form.perfect, form.imperfect, form.gender, form.number, False)
    return found


def _generated() -> Iterator[Keyed]:
    """Yield the folded forms of all verbs: of regular ones from the endings of a model, of others one by one."""
    verbs = list(rows("verbs"))
    regular = [row for row in verbs if _is_regular(row)]
    irregular = [row for row in verbs if not _is_regular(row)]
    return chain(_regular_forms(regular), _irregular_forms(irregular))


def _is_regular(row: Row) -> bool:
    """Say whether the endings are simply added: the last radical is strong, and no long `ا` stands before it."""
    lemma = unpointed(row["lemma"])
    return lemma[-1] not in _WEAK_OR_HAMZA and lemma[-2] != "ا"


def _regular_forms(verbs: list[Row]) -> Iterator[Keyed]:
    stems = _folded(row["lemma"] for row in verbs)
    bodies = [present[1:] for present in _folded(row["present"] for row in verbs)]
    perfect, imperfect = _endings("perfect"), _endings("imperfect")
    for row, stem, body in zip(verbs, stems, bodies, strict=True):
        certain = row["certain"] == "1"
        for prefix, suffix, slots in perfect:
            yield f"{prefix}{stem}{suffix}", slots[certain]
        for prefix, suffix, slots in imperfect:
            yield f"{prefix}{body}{suffix}", slots[certain]


def _irregular_forms(verbs: list[Row]) -> Iterator[Keyed]:
    made = [(form, row["certain"] == "1") for row in verbs for form in forms(row["lemma"], row["present"]) if _is_kept(form)]
    keys = _folded(form.text for form, _ in made)
    for key, (form, certain) in zip(keys, made, strict=True):
        yield key, _verb_form(form, certain)


def _endings(aspect: str) -> list[tuple[str, str, tuple[VerbForm, VerbForm]]]:
    """Return what the model puts before and behind its stem, with the form of an uncertain and of a certain verb."""
    found = []
    for form in forms(*_MODEL):
        if form.aspect == aspect and _is_kept(form):
            prefix, _, suffix = form.text.partition(_MODEL[0])
            found.append((prefix, suffix, (_verb_form(form, False), _verb_form(form, True))))
    return found


def _is_kept(form: Form) -> bool:
    return form.person == 3 and form.aspect != "passive" and (form.gender, form.number) != ("f", "pl")


def _verb_form(form: Form, certain: bool) -> VerbForm:
    """`certain` is that of the verb's perfect without ending; with `ا` it looks like the accusative of the same noun.

    A shortened form of two letters (`يل`, `تق`) is as often an abbreviation or half a word.
    """
    perfect = form.aspect == "perfect"
    if not perfect or form.text.endswith(("ت", "وا", "تا")) and form.gender + form.number != "msg":
        certain = len(form.text) > 2
    return _slot(perfect, not perfect, form.gender, form.number, certain)


@cache
def _slot(
    perfect: bool, imperfect: bool, gender: Gender | Literal[""], number: Number | Literal[""], certain: bool
) -> VerbForm:
    """Return the one record of these values; thousands of forms share it."""
    return VerbForm(perfect, imperfect, gender, number, certain)


@cache
def _merged(one: VerbForm, other: VerbForm) -> VerbForm:
    return _slot(
        one.perfect or other.perfect,
        one.imperfect or other.imperfect,
        one.gender if one.gender == other.gender else "",
        one.number if one.number == other.number else "",
        one.certain and other.certain,
    )


def _nominals() -> frozenset[str]:
    """Return the folded words of the tables of nouns, adjectives, titles, people and places."""
    columns = ((row, column) for table, names in _NOMINAL_COLUMNS.items() for row in rows(table) for column in names)
    return frozenset(_folded(SEPARATOR.join(row[column] for row, column in columns).split(SEPARATOR)))


def _is_nominal(key: str, nominals: frozenset[str]) -> bool:
    if key in nominals:
        return True
    if key[-1] not in "ان":
        return False
    return any(key.endswith(ending) and key[: -len(ending)] + kept in nominals for ending, kept in _NOMINAL_ENDINGS)


def _folded(words: Iterable[str]) -> list[str]:
    """Fold many words in one go, which is several times faster than one by one."""
    return fold("\n".join(words)).split("\n")
