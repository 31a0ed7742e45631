"""The tables of quantities and duals, and their checker."""

import pytest

from qawl.lexicon.quantities import check_quantities, load_duals, load_quantities, parse_example, read_entries
from qawl.lexicon.vocabulary import vocabulary


def test_the_file_has_no_faults() -> None:
    assert check_quantities(read_entries()) == []


@pytest.mark.parametrize(
    ("section", "entry", "fault"),
    [
        ("unit", {"words": "ذراع", "example": ["[3 ذراع]{3|ذراع|}"]}, "code"),
        ("unit", {"words": "ذراع", "code": "", "example": []}, "example"),
        ("money", {"words": "ذراع", "code": "XXQ", "example": ["[3 دينار]{3|دينار|XXQ}"]}, "ISO 4217"),
        ("unit", {"words": "كلم", "code": "", "example": ["[3 كلم]{3|كلم|}"]}, "twice"),
        ("unit", {"words": "ذراع", "code": "", "example": ["3 ذراع"]}, "marks nothing"),
    ],
)
def test_a_fault_is_named(section: str, entry: dict[str, object], fault: str) -> None:
    entries = read_entries()
    entries[section] = [*entries[section], entry]
    problems = check_quantities(entries)
    assert len(problems) == 1 and fault in problems[0]


def test_currencies_come_with_their_states() -> None:
    known = vocabulary().currencies
    assert known["ريال", "SAU"] == "SAR" and known["جنيه", "EGY"] == "EGP" and known["دولار", "CAN"] == "CAD"
    assert known["ليره", "TUR"] == "TRY"


def test_units_are_known_in_their_forms() -> None:
    units = load_quantities().units
    for form in ("متر", "مترا", "مترين", "امتار", "ساعه", "ساعتين", "ساعات", "كيلومترات"):
        assert units[form][-1].code in ("m", "h", "km"), form


@pytest.mark.parametrize(
    ("form", "kind"),
    [("صاروخين", "free"), ("بلدتي", "construct"), ("حكومتان", "free"), ("مهندسين", None), ("مهندسان", "free"),
     ("رييسي", None), ("بحرين", "free"), ("متحدثها", None), ("ين", None), ("", None)],
)  # fmt: skip
def test_duals_by_form(form: str, kind: str | None) -> None:
    pair = load_duals().pair(form)
    assert (pair.kind if pair is not None else None) == kind


@pytest.mark.parametrize(
    "form", ["البلدين", "والجانبان", "طهران", "البحرين", "أجرى", "وأدان", "سلمان", "وسلمان", "بأبين"]
)
def test_what_only_looks_like_a_dual(form: str) -> None:
    assert vocabulary().word(form).pair is None


def test_the_clitics_before_a_dual_are_counted() -> None:
    pairs = [vocabulary().word(form).pair for form in ("صاروخين", "وصاروخين", "بصاروخين", "ولمدينتين")]
    assert [pair.clitics for pair in pairs if pair is not None] == [0, 1, 1, 2]


def test_an_example_is_read_with_its_marks() -> None:
    text, marked = parse_example("وصل [3 قوارب]{3|قوارب|} و[5$]{5|$|USD}")
    assert text == "وصل 3 قوارب و5$" and marked == [("3 قوارب", 3.0, "قوارب", ""), ("5$", 5.0, "$", "USD")]
