from fractions import Fraction

from qawl.evaluation.alignment import align, align_statements
from qawl.evaluation.units import units_of

from .builders import FIRST, SECOND, TEXT, THIRD, at, statement

HALF, THIRD_PART = Fraction(1, 2), Fraction(1, 3)


def no_tie(_predicted: int, _gold: int) -> Fraction:
    return Fraction(0)


def test_pairs_without_overlap_are_dropped() -> None:
    assert align([[Fraction(0), HALF], [Fraction(0), Fraction(0)]], no_tie) == [(0, 1)]


def test_ties_go_to_the_better_cue() -> None:
    scores = [[HALF, HALF], [HALF, HALF]]
    assert align(scores, lambda i, j: Fraction(i != j)) == [(0, 1), (1, 0)]
    assert align(scores, lambda i, j: Fraction(i == j)) == [(0, 0), (1, 1)]


def test_a_tie_between_sums_of_different_fractions_is_a_tie() -> None:
    """1/3 + 1/3 = 1/2 + 1/6, which floating point or rounded weights do not see."""
    scores = [[THIRD_PART, HALF], [Fraction(1, 6), THIRD_PART]]
    assert align(scores, lambda i, j: Fraction(i != j)) == [(0, 1), (1, 0)]
    assert align(scores, lambda i, j: Fraction(i == j)) == [(0, 0), (1, 1)]


def test_no_cue_outweighs_the_least_difference_in_content() -> None:
    scores = [[HALF, Fraction(1000, 2001)]]
    assert align(scores, lambda i, j: Fraction(1 + 6 * j, 7)) == [(0, 0)]


def test_a_cue_does_not_pair_contents_that_do_not_overlap() -> None:
    aligned = align_statements(units_of(TEXT), [statement("قال", "يوم الأحد")], [FIRST])
    assert aligned.pairs == []
    assert [parts.record for parts in aligned.missed] == [FIRST]
    assert len(aligned.spurious) == 1


def test_statements_of_one_content_are_told_apart_by_their_cues() -> None:
    inner = statement("وأضاف", "السفن باقية في الميناء")
    aligned = align_statements(units_of(TEXT), [inner, FIRST], [FIRST, inner])
    assert [(pair.predicted.record, pair.gold.record) for pair in aligned.pairs] == [(inner, inner), (FIRST, FIRST)]


def test_a_pair_is_detected_from_one_half_on() -> None:
    text = "قال أبجد"

    def pair(predicted: str, wanted: str) -> tuple[Fraction, bool]:
        sides = ([statement("قال", [at(words, text)], text=text)] for words in (predicted, wanted))
        (only,) = align_statements(units_of(text), *sides).pairs
        return only.f1, only.detected

    assert pair("أب", "بج") == (Fraction(1, 2), True)
    assert pair("أب", "بجد") == (Fraction(2, 5), False)


def test_order_of_records_does_not_matter() -> None:
    units = units_of(TEXT)
    for predicted in ([FIRST, SECOND, THIRD], [THIRD, FIRST, SECOND]):
        pairs = align_statements(units, predicted, [SECOND, THIRD, FIRST]).pairs
        assert len(pairs) == 3
        assert all(pair.predicted.record == pair.gold.record for pair in pairs)
