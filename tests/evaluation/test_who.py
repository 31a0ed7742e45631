import pytest
from msgspec.structs import replace

from qawl.evaluation.alignment import Alignment, align_statements
from qawl.evaluation.figures import Rates, Share
from qawl.evaluation.gold import GoldStatement
from qawl.evaluation.units import units_of
from qawl.evaluation.who import same_name, usable, who

from .builders import FIRST, SECOND, TEXT, THIRD, at

ALL = [FIRST, SECOND, THIRD]


def aligned(predicted: list[GoldStatement], gold: list[GoldStatement] = ALL) -> Alignment:
    return align_statements(units_of(TEXT), predicted, gold)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("سامر الحداد", "سامر الحداد"),
        ("سامِر الحدّاد", "سامر الحداد"),
        ("أحمد آدم", "احمد ادم"),
        ("فاطمة هدى", "فاطمه هدي"),
        ("الرئيس", "رئيس"),
        ("صحيفة «المرفأ»", "صحيفة المرفأ"),
        ("د.ب.أ", "د ب أ"),
        ("الوزير سامر الحداد", "سامر الحداد"),
        ("سامر كريم الحداد", "سامر الحداد"),
        (None, None),
    ],
)
def test_the_same_name(left: str | None, right: str | None) -> None:
    assert same_name(left, right)
    assert same_name(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("الحداد", "سامر الحداد"),
        ("سامر كريم", "سامر كريم الحداد"),
        ("نادر الحداد", "سامر الحداد"),
        ("كريم سامر", "سامر كريم"),
        ("سامر الحداد", None),
        ("", None),
    ],
)
def test_another_name(left: str | None, right: str | None) -> None:
    assert not same_name(left, right)
    assert not same_name(right, left)


def test_who_over_records_pairs_and_unwritten() -> None:
    predicted = [FIRST, replace(SECOND, who="وزارة الصيد")]
    figures = who(aligned(predicted))
    assert figures.records == Rates(1, 2, 3)
    assert figures.aligned == figures.detected == Share(1, 2)
    assert figures.unwritten == Share(0, 1)


def test_an_aligned_pair_that_is_not_detected_is_never_right() -> None:
    figures = who(aligned([replace(FIRST, content=(at("باقية"),)), SECOND]))
    assert figures.records == Rates(1, 2, 3)
    assert figures.aligned == Share(1, 2)
    assert figures.detected == Share(1, 1)


def test_unwritten_goes_by_gold() -> None:
    assert who(aligned([replace(SECOND, speaker=at("الحصص"))])).unwritten == Share(1, 1)
    assert who(aligned([replace(FIRST, speaker=None)])).unwritten == Share(0, 0)


def test_usable_needs_four_fifths_of_the_content_and_the_name() -> None:
    text = "قال سامر الحداد أبجدهوزحط"
    whole = replace(FIRST, cue=at("قال", text), speaker=None, addressee=None, content=(at("أبجدهوزحط", text),))

    def count(**fields: object) -> Rates:
        return usable(align_statements(units_of(text), [replace(whole, **fields)], [whole]))

    assert count() == Rates(1, 1, 1)
    assert count(content=(at("أبجدهو", text),)) == Rates(1, 1, 1)  # 2·6 / (6 + 9) = 0.8
    assert count(content=(at("أبجده", text),)) == Rates(0, 1, 1)
    assert count(who="الحداد") == Rates(0, 1, 1)
    assert count(cue=at("سامر", text), mode="direct", force="deny") == Rates(1, 1, 1)


def test_usable_counts_all_records() -> None:
    assert usable(aligned([FIRST])) == Rates(1, 1, 3)
    assert usable(aligned(ALL, [FIRST])) == Rates(1, 3, 1)
