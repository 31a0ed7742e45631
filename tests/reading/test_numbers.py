"""Numbers: the forms of `tests/cases/numbers.toml`, every number up to a trillion as it is spelt, and odd ones."""

import random
import time
import tomllib
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qawl.lexicon.tables import rows
from qawl.lexicon.vocabulary import vocabulary
from qawl.reading.article import lay_out
from qawl.reading.numbers import Number, numbers

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "numbers.toml").read_text(encoding="utf-8")
)["case"]

UNITS = (("واحد",), ("اثنان", "اثنين"), *(tuple(u.split()) for u in (
    "ثلاثة ثلاث", "أربعة أربع", "خمسة خمس", "ستة ست", "سبعة سبع", "ثمانية ثماني", "تسعة تسع")))  # fmt: skip
TENS = ("عشرون عشرين|ثلاثون ثلاثين|أربعون أربعين|خمسون خمسين|ستون ستين|سبعون سبعين|ثمانون ثمانين|تسعون تسعين").split(
    "|"
)
HUNDREDS = ("مئة مائة|مئتان مئتين مائتين|ثلاثمئة ثلاثمائة|أربعمئة|خمسمائة|ستمئة|سبعمائة|ثمانمئة ثمانمائة|تسعمئة").split(
    "|"
)
SCALES = (
    (10**9, "مليار", ("ملياران", "مليارين"), "مليارات"),
    (10**6, "مليون", ("مليونان", "مليونين"), "ملايين"),
    (1000, "ألف", ("ألفان", "ألفين"), "آلاف"),
)


def found(text: str) -> list[Number]:
    return list(numbers(lay_out(text, vocabulary())))


def spell(value: int, choice: random.Random) -> str:
    """Write a whole number below a trillion in words, in one of its agreement forms."""
    pieces: list[str] = []
    for scale, one, two, many in SCALES:
        count, value = divmod(value, scale)
        if count:
            pieces.append(scaled(count, one, two, many, choice))
    if value:
        pieces.append(small(value, choice))
    return " و".join(pieces)


def scaled(count: int, one: str, two: tuple[str, ...], many: str, choice: random.Random) -> str:
    if count <= 2:
        return one if count == 1 else choice.choice(two)
    return f"{small(count, choice)} {many if 3 <= count % 100 <= 10 else one}"


def small(value: int, choice: random.Random) -> str:
    hundreds, rest = divmod(value, 100)
    pieces = [choice.choice(HUNDREDS[hundreds - 1].split())] if hundreds else []
    if rest >= 20 or 0 < rest < 10:
        unit, tens = rest % 10, rest // 10
        pieces += [choice.choice(UNITS[unit - 1])] if unit else []
        pieces += [choice.choice(TENS[tens - 2].split())] if tens else []
    elif rest:
        first = {10: "", 11: "أحد ", 12: "اثني "}.get(rest, f"{UNITS[rest - 11][0]} " if rest > 12 else "")
        pieces.append(first + choice.choice(("عشر", "عشرة")))
    return " و".join(pieces)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_number(case: dict[str, Any]) -> None:
    article = lay_out(case["text"], vocabulary())
    seen = [(article.words_of(n.start, n.end), n.value, n.kind) for n in numbers(article)]
    assert seen == [(words, Fraction(value), (*kind, "cardinal")[0]) for words, value, *kind in case["numbers"]]


@given(st.integers(1, 10**12 - 1) | st.integers(1, 3000), st.randoms(use_true_random=False))
def test_every_number_is_read_as_it_is_spelt(value: int, choice: random.Random) -> None:
    words = spell(value, choice)
    assert [(n.value, n.kind) for n in found(words)] == [(value, "cardinal")], words


@given(
    st.integers(0, 10**20),
    st.sampled_from([",", "٬", "،"]),
    st.sampled_from(["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"]),
)
def test_digits_with_thousands_separators_keep_their_value(value: int, mark: str, script: str) -> None:
    written = f"{value:,}".replace(",", mark).translate({ord(str(d)): script[d] for d in range(10)})
    assert [n.value for n in found(written)] == [value]


@given(
    st.lists(
        st.sampled_from([row["form"] for row in rows("numbers")] + ["و", "5", "1.5", "ر", "/", "-", "الـ", "بيت", "\n"])
    )
)
def test_any_row_of_numerals_ends_in_numbers_that_follow_each_other(words: list[str]) -> None:
    joined = found(" ".join(words)) + found("".join(words)) + found(" و".join(words))
    assert all(n.start < n.end for n in joined)
    for text in (" ".join(words), " و".join(words)):
        row = found(text)
        assert all(a.end <= b.start for a, b in pairwise(row))


@pytest.mark.parametrize(
    "text",
    [
        "9" * 10_000,
        "9," * 5_000,
        "٩" * 10_000 + " مليار",
        "مليون " * 5_000,
        "ناقص " * 5_000,
        "ألف و" * 5_000,
        "1 234 " * 3_000,
        "9" * 50 + "e60",
        "9" * 50 + "^60",
        "جزء من " * 5_000,
        "1 على " * 5_000,
        "1/2 " * 5_000,
    ],
)
def test_endless_numbers_are_absent_or_exact_and_cost_little(text: str) -> None:
    begin = time.process_time()
    assert all(0 < n.value < 10**60 and n.value.denominator < 10 for n in found(text))
    assert time.process_time() - begin < 5


def test_a_form_is_read_whole_before_clitics_are_cut_off() -> None:
    one, eleven = (vocabulary().word(form).numeral for form in ("واحد", "وأحد"))
    assert one is not None and one.kind == "unit" and not one.conjunction
    assert eleven is not None and eleven.kind == "before_ten" and eleven.conjunction == "و"
    assert all(vocabulary().word(form).numeral is None for form in ("والد", "²", "\u0651"))
