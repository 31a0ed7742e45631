from fractions import Fraction

import pytest
from msgspec.structs import replace

from qawl.evaluation.figures import Found, Rates
from qawl.evaluation.marks import DISPUTES, PLEDGES, QUANTITIES, TIMES, found, loosely, same_number
from qawl.evaluation.units import units_of
from qawl.records import Dispute, Pledge, Quantity, Time
from qawl.text.span import Span

TEXT = "أبحرت 12 سفينة صباح الأحد، وقال الوزير إن الرد سيصل قبل الجمعة، ونفت الوزارة وصول أي سفينة إلى الميناء."
UNITS = units_of(TEXT)


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


SUNDAY = Time(span=at("صباح الأحد"), value="2024-03-03")
SHIPS = Quantity(span=at("12 سفينة"), value=12, unit="سفينة")
REPLY = Pledge(act=at("الرد سيصل قبل الجمعة"), by="وزارة الصيد", to=None, kind="promise", due="2024-03-08")
DENIAL = Dispute(claim=at("وصول أي سفينة إلى الميناء"), claimed_by=(), denial=at("الرد سيصل"), denied_by=("الوزارة",))


def test_times_need_half_of_the_span_and_the_same_value() -> None:
    assert found(UNITS, TIMES, [SUNDAY], [SUNDAY]) == Found(Rates(1, 1, 1), Rates(1, 1, 1))
    half = replace(SUNDAY, span=at("الأحد"))  # 5 of 9 letters: F1 10/14
    assert found(UNITS, TIMES, [half], [SUNDAY]) == Found(Rates(1, 1, 1), Rates(1, 1, 1))
    less = replace(SUNDAY, span=at("حد"))  # F1 4/11
    assert found(UNITS, TIMES, [less], [SUNDAY]) == Found(Rates(0, 1, 1), Rates(0, 1, 1))
    other = replace(SUNDAY, value="2024-03")
    assert found(UNITS, TIMES, [other], [SUNDAY]) == Found(Rates(1, 1, 1), Rates(0, 1, 1))


def test_a_value_unknown_on_both_sides_is_right() -> None:
    unknown = replace(SUNDAY, value=None)
    assert found(UNITS, TIMES, [unknown], [unknown]).full == Rates(1, 1, 1)
    assert found(UNITS, TIMES, [unknown], [SUNDAY]).full == Rates(0, 1, 1)


def test_marks_are_one_to_one() -> None:
    assert found(UNITS, TIMES, [SUNDAY, SUNDAY], [SUNDAY]) == Found(Rates(1, 2, 1), Rates(1, 2, 1))
    assert found(UNITS, TIMES, [SUNDAY], [SUNDAY, replace(SUNDAY, span=at("قبل الجمعة"))]).found == Rates(1, 1, 2)


def test_quantities_ask_for_the_number_and_not_for_the_unit() -> None:
    assert found(UNITS, QUANTITIES, [replace(SHIPS, unit=None)], [SHIPS]).full == Rates(1, 1, 1)
    assert found(UNITS, QUANTITIES, [replace(SHIPS, value=13)], [SHIPS]) == Found(Rates(1, 1, 1), Rates(0, 1, 1))


@pytest.mark.parametrize(
    ("predicted", "gold", "expected"),
    [
        (12, 12.0, True),
        (2.3 * 1_000_000, 2_300_000, True),
        (12.004, 12, False),
        (0.3333, 0.333, True),
        (0.335, 0.33, True),
        (0.336, 0.33, False),
        (1.0, 0.996, True),
        (1.004, 1, False),
        (0, 0, True),
    ],
)
def test_the_same_number(predicted: float, gold: float, expected: bool) -> None:
    assert same_number(predicted, gold) is expected


def test_pledges_need_a_little_overlap_and_kind_by_and_due() -> None:
    part = replace(REPLY, act=at("الرد"))  # 4 of 17 letters: F1 8/21
    assert found(UNITS, PLEDGES, [part], [REPLY]) == Found(Rates(1, 1, 1), Rates(1, 1, 1))
    assert found(UNITS, PLEDGES, [replace(REPLY, act=at("قبل"))], [REPLY]).found == Rates(0, 1, 1)  # 6/20
    for wrong in (replace(REPLY, kind="offer"), replace(REPLY, by="الوزير"), replace(REPLY, due=None)):
        assert found(UNITS, PLEDGES, [wrong], [REPLY]) == Found(Rates(1, 1, 1), Rates(0, 1, 1))
    for irrelevant in (replace(REPLY, to="كريم"), replace(REPLY, by="وزاره الصّيد")):
        assert found(UNITS, PLEDGES, [irrelevant], [REPLY]).full == Rates(1, 1, 1)


def test_the_loose_threshold_is_above_three_tenths() -> None:
    assert not loosely(Fraction(3, 10))
    assert loosely(Fraction(4, 13))


def test_disputes_need_the_claim_and_for_full_the_denial() -> None:
    assert found(UNITS, DISPUTES, [DENIAL], [DENIAL]).full == Rates(1, 1, 1)
    wrong = replace(DENIAL, denial=at("صباح"))
    assert found(UNITS, DISPUTES, [wrong], [DENIAL]) == Found(Rates(1, 1, 1), Rates(0, 1, 1))
    assert found(UNITS, DISPUTES, [replace(DENIAL, claim=at("صباح"))], [DENIAL]).found == Rates(0, 1, 1)


def test_two_denials_of_one_claim_are_told_apart() -> None:
    other = replace(DENIAL, denial=at("صباح الأحد"))
    assert found(UNITS, DISPUTES, [other, DENIAL], [DENIAL, other]).full == Rates(2, 2, 2)


def test_nothing_on_either_side() -> None:
    assert found(UNITS, TIMES, [], []) == Found()
    assert found(UNITS, TIMES, [], [SUNDAY]).found == Rates(0, 0, 1)
    assert found(UNITS, TIMES, [SUNDAY], []).found == Rates(0, 1, 0)
