"""Figures over statements, each counted by hand."""

from msgspec.structs import replace

from qawl.evaluation import roles
from qawl.evaluation.alignment import Alignment, align_statements
from qawl.evaluation.figures import Rates, Share
from qawl.evaluation.gold import GoldStatement
from qawl.evaluation.units import units_of

from .builders import FIRST, SECOND, TEXT, THIRD, at, statement


def aligned(predicted: list[GoldStatement], gold: list[GoldStatement]) -> Alignment:
    return align_statements(units_of(TEXT), predicted, gold)


SHORT = replace(FIRST, content=(at("السفن باقية"),))  # 10 of the 19 letters: F1 20/29
TINY = replace(FIRST, content=(at("باقية"),))  # 5 of the 19 letters: F1 10/24


def test_detection_needs_half_and_counts_what_is_unaligned() -> None:
    assert roles.detection(aligned([SHORT], [FIRST, SECOND])) == Rates(1, 1, 2)
    assert roles.detection(aligned([TINY, THIRD], [FIRST, SECOND])) == Rates(0, 2, 2)


def test_content_exact_and_overlap() -> None:
    content = roles.roles(aligned([SHORT, SECOND], [FIRST, SECOND])).content
    assert content.exact == Rates(1, 2, 2)
    assert content.overlap == Rates(10 + 20, 10 + 20, 19 + 20)


def test_a_pair_below_detection_still_counts_its_parts() -> None:
    figures = roles.roles(aligned([TINY], [FIRST]))
    assert figures.content.overlap == Rates(5, 5, 19)
    assert figures.cue.exact == figures.speaker.exact == Rates(1, 1, 1)


def test_parts_of_unaligned_statements_count_in_the_denominators_only() -> None:
    figures = roles.roles(aligned([replace(FIRST, content=(at("يوم الأحد"),))], [FIRST]))
    assert figures.speaker.exact == Rates(0, 1, 1)
    assert figures.speaker.overlap == Rates(0, 16, 16)
    assert figures.cue.overlap == Rates(0, 3, 3)


def test_a_part_given_on_one_side_counts_there() -> None:
    with_speaker = replace(SECOND, speaker=at("الحصص"))
    speaker = roles.roles(aligned([with_speaker], [SECOND])).speaker
    assert (speaker.exact, speaker.overlap) == (Rates(0, 1, 0), Rates(0, 5, 0))
    speaker = roles.roles(aligned([SECOND], [with_speaker])).speaker
    assert (speaker.exact, speaker.overlap) == (Rates(0, 0, 1), Rates(0, 0, 5))


def test_addressee_and_occasion() -> None:
    figures = roles.roles(aligned([FIRST, replace(THIRD, occasion=at("بيان"))], [FIRST, THIRD]))
    assert figures.addressee.exact == Rates(1, 1, 1)
    assert figures.occasion.exact == Rates(0, 1, 1)
    assert figures.occasion.overlap == Rates(4, 4, 6)


def test_quotation_needs_content_cue_and_speaker() -> None:
    assert roles.quotation(aligned([FIRST, SECOND, THIRD], [FIRST, SECOND, THIRD])) == Rates(3, 3, 3)
    for wrong in (SHORT, replace(FIRST, cue=at("قال الوزير")), replace(FIRST, speaker=at("الوزير"))):
        assert roles.quotation(aligned([wrong, THIRD], [FIRST, THIRD])) == Rates(1, 2, 2)


def test_a_speaker_written_on_neither_side_is_exact_in_a_quotation() -> None:
    assert roles.quotation(aligned([SECOND], [SECOND])) == Rates(1, 1, 1)
    assert roles.roles(aligned([SECOND], [SECOND])).speaker.exact == Rates(0, 0, 0)
    for speaker in (at("الوزير سامر الحداد"), at("»")):
        assert roles.quotation(aligned([replace(SECOND, speaker=speaker)], [SECOND])) == Rates(0, 1, 1)


def test_a_quotation_does_not_ask_who_or_force() -> None:
    assert roles.quotation(aligned([replace(FIRST, who=None, force="warn")], [FIRST])) == Rates(1, 1, 1)


def test_mode_and_force_are_shares_of_detected_pairs() -> None:
    predicted = [replace(FIRST, mode="mixed"), replace(SECOND, force="deny"), replace(TINY, cue=at("وأعلنت"))]
    figures = aligned(predicted, [FIRST, SECOND, THIRD])
    assert roles.mode(figures) == Share(1, 2)
    assert roles.force(figures) == Share(1, 2)
    assert roles.force_confusion(figures) == {("assert", "assert"): 1, ("assert", "deny"): 1}


def test_edge_rules_reach_the_figures() -> None:
    marked = statement("وأعلنت", "«بدء الدوريات البحرية»", speaker="وزارة الصيد")
    with_complementizer = statement("قال", "إن السفن باقية في الميناء.", speaker="الوزير سامر الحداد")
    assert roles.quotation(aligned([marked, with_complementizer], [FIRST, THIRD])) == Rates(2, 2, 2)
