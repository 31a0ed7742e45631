"""Quantities: the forms of `tests/cases/quantities.toml`, and what must hold for any text."""

import math
import time
import tomllib
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qawl.lexicon.tables import rows
from qawl.reading import read
from qawl.records import Document, Quantity

from .cases import CASES, NEUTRAL_TITLE, article

FILE: list[dict[str, Any]] = tomllib.loads((CASES / "quantities.toml").read_text(encoding="utf-8"))["case"]
PIECES = (
    [row["form"] for row in rows("numbers")][::3]
    + "صيادا قوارب دولار ريال سعودي كلم مربع في المئة % ٪ $ صاروخين بلدتي منطقة الدول الست واحدة من كل إلى بين".split()
    + ["5", "1.5", "٣", "2015", "-", "/", ":", "(", ")", "«", "»", "\n", "و", "الـ", "رقم", "نسبة", "0", "e", "^", "،"]
)


def found(text: str) -> tuple[str, tuple[Quantity, ...]]:
    whole = article(NEUTRAL_TITLE, text)
    return whole, read(Document(id="q", text=whole)).quantities


def params() -> list[Any]:
    return [
        pytest.param(
            case, id=case["id"], marks=[pytest.mark.xfail(strict=True, reason=case["gap"])] if "gap" in case else []
        )
        for case in FILE
    ]


def in_words(quantity: Quantity, text: str) -> tuple[str, float, str | None, str | None]:
    return quantity.span.of(text), round(quantity.value, 6), quantity.unit, quantity.unit_code


def wanted(words: str, value: str | float, unit: str | None = None, code: str | None = None) -> tuple[Any, ...]:
    return words, round(float(Fraction(value)), 6), unit, code


@pytest.mark.parametrize("case", params())
def test_quantity(case: dict[str, Any]) -> None:
    text, quantities = found(case["text"])
    assert [in_words(q, text) for q in quantities] == [wanted(*record) for record in case["quantities"]]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from([" ", ""]))
def test_any_row_of_numerals_and_units_gives_quantities_that_follow_each_other(words: list[str], space: str) -> None:
    text, quantities = found(space.join(words))
    assert all(math.isfinite(q.value) and q.rule and 0 <= q.span.start < q.span.end <= len(text) for q in quantities)
    assert all(a.span.end <= b.span.start for a, b in pairwise(quantities))
    assert all(isinstance(q.value, int) or q.value != int(q.value) for q in quantities)


@given(st.integers(2, 10**15), st.sampled_from(["طن", "ريال", "شتلة", "%"]))
def test_a_whole_value_is_an_int_and_exact(value: int, unit: str) -> None:
    _, quantities = found(f"بلغ المجموع {value} {unit} في الموسم")
    assert [q.value for q in quantities] == [value] and isinstance(quantities[0].value, int)


@pytest.mark.parametrize(
    "text",
    [
        "9" * 10_000 + " دولار",
        "٩" * 10_000 + " مليار",
        "5 " * 5_000,
        "5 دولارات و" * 3_000,
        "بين 5 و" * 3_000,
        "صاروخين " * 5_000,
        "الدول الست " * 3_000,
        "شهر ونصف " * 3_000,
        "(5) " * 3_000,
        "a@5/" * 3_000,
        "ألف مليون مليار كوينتيليون " * 500,
    ],
)
def test_endless_quantities_are_finite_and_cost_little(text: str) -> None:
    begin = time.process_time()
    assert all(math.isfinite(q.value) for q in found(text)[1])
    assert time.process_time() - begin < 10
