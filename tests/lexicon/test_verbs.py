"""The table of verbs is sound, its forms are the conjugation's, and what is also a noun or name is not certain."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator

import pytest

from qawl.lexicon.conjugation import SHADDA, Form, forms, unpointed
from qawl.lexicon.cues import read_entries
from qawl.lexicon.tables import Row, rows
from qawl.lexicon.verbs import VerbForm, verb_forms
from qawl.text.fold import bare, fold

VERBS = list(rows("verbs"))


def kept(form: Form) -> bool:
    return form.person == 3 and form.aspect != "passive" and (form.gender, form.number) != ("f", "pl")


def is_masculine_dual(form: Form) -> bool:
    return (form.aspect, form.gender, form.number) == ("perfect", "m", "du")


def written(row: Row) -> set[str]:
    made = filter(kept, forms(row["lemma"], row["present"]))
    return {fold(form.text) for form in made if row["certain"] or not is_masculine_dual(form)}


# -- the table ------------------------------------------------------------------------------


def test_the_table_is_large_enough_to_be_of_use() -> None:
    assert len(VERBS) >= 1300


def test_no_verb_stands_twice() -> None:
    counted = Counter((unpointed(row["lemma"]), row["present"]) for row in VERBS)
    assert [verb for verb, count in counted.items() if count > 1] == []


def test_no_verb_is_a_cue() -> None:
    entries = read_entries()
    cues = {(unpointed(entry["lemma"]), fold(entry["present"])) for entry in entries["verb"] + entries["light"]}
    assert [row["lemma"] for row in VERBS if (unpointed(row["lemma"]), fold(row["present"])) in cues] == []


def test_rows_are_written_as_the_columns_say() -> None:
    assert [f"{row.line}: {fault}" for row in VERBS for fault in faults(row)] == []


def faults(row: Row) -> Iterator[str]:
    lemma, present = row["lemma"], row["present"]
    if lemma.removesuffix(SHADDA) != bare(lemma) or present != bare(present):
        yield "has other vowel signs than a shadda at the end of its lemma"
    if len(lemma) < 3 and lemma != "آل":
        yield "has no shadda on its doubled radical"
    if not present.startswith("ي") or len(present) < 3:
        yield "has no imperfect in ي"
    if lemma[0] in "اأ" and len(bare(lemma)) > 3 and present == "ي" + bare(lemma):
        yield "keeps in the imperfect what belongs to the perfect"
    if row["certain"] not in ("", "1"):
        yield "has an unknown mark"


def test_the_forms_are_those_of_the_conjugation() -> None:
    """The endings taken from a model verb come to the same as conjugating every verb."""
    assert set(verb_forms()) == set().union(*map(written, VERBS))


# -- the forms ------------------------------------------------------------------------------


def test_a_form_says_aspect_gender_and_number() -> None:
    found = verb_forms()
    assert found[fold("استهدفت")] == VerbForm(True, False, "f", "sg", True)
    assert found[fold("انسحبوا")] == VerbForm(True, False, "m", "pl", True)
    assert found[fold("يستقبلان")] == VerbForm(False, True, "m", "du", True)
    assert found[fold("تحتاج")] == VerbForm(False, True, "f", "sg", True)
    assert found[fold("يواجهون")] == VerbForm(False, True, "m", "pl", True)


def test_a_form_of_two_verbs_keeps_what_they_share() -> None:
    """`تدرب` is the imperfect of `درب` and the perfect of `تدرب`."""
    form = verb_forms()[fold("تدرب")]
    assert (form.perfect, form.imperfect, form.gender, form.number) == (True, True, "", "sg")


@pytest.mark.parametrize(
    "form",
    (
        "شارك استهدف التقى بدأ كان تم استقبلا اندلعت قامت وصلت وقعت قتلوا كانوا بدأوا "
        "يستخدم يعقد يصل يقتل يقم يصلون يناقشان تحشد تصل تحتل تستعد تقود تزر"
    ).split(),
)
def test_forms_that_are_nothing_but_verbs(form: str) -> None:
    assert verb_forms()[fold(form)].certain


@pytest.mark.parametrize(
    ("form", "other"),
    [
        ("قتل", "killing"),
        ("عقد", "contract"),
        ("وصل", "receipt"),
        ("ساعد", "forearm"),
        ("قاتل", "killer"),
        ("مارس", "March"),
        ("صوت", "voice"),
        ("وفي", "and in"),
        ("تقدم", "progress"),
        ("تعاون", "cooperation"),
        ("تقدما", "progress, accusative"),
        ("تدخلان", "two interventions"),
        ("يحيى", "a given name"),
        ("ياسر", "a given name"),
        ("تونس", "Tunisia"),
        ("تعز", "a city"),
        ("وقت", "time"),
        ("بنت", "girl"),
        ("عضوا", "member, accusative"),
        ("أكبر", "bigger"),
    ],
)
def test_forms_that_are_also_other_words_are_not_certain(form: str, other: str) -> None:
    assert not verb_forms()[fold(form)].certain, other


@pytest.mark.parametrize("word", "تعيين تقرير تمثال استهداف وزارة بيت اليوم".split())
def test_nouns_are_no_forms(word: str) -> None:
    assert fold(word) not in verb_forms()


@pytest.mark.parametrize("form", ["كتبا", "يكتبن", "أكتب", "نكتب", "قيل", "زرعا"])
def test_what_is_left_out(form: str) -> None:
    """The accusative of a noun, the feminine plural, first persons and passives spelt differently."""
    assert fold(form) not in verb_forms()


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("nouns", ("form", "plural")),
        ("adjectives", ("form", "feminine", "plural")),
        ("names", ("form",)),
        ("titles", ("form", "feminine", "plural")),
    ],
)
def test_no_word_of_another_table_is_certain(table: str, columns: tuple[str, ...]) -> None:
    words = {fold(word) for row in rows(table) for column in columns for word in row.cells(column)}
    assert {word for word in words if word in verb_forms() and verb_forms()[word].certain} == set()


def test_loading_is_quick() -> None:
    """In a process of its own, where nothing is in memory yet; about 0.06 s on the machine this was written on."""
    program = (
        "import time; from qawl.lexicon.verbs import verb_forms; "
        "start = time.process_time(); verb_forms(); print(time.process_time() - start)"
    )
    taken = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert float(taken) < 0.3
