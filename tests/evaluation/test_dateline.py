from qawl.evaluation.dateline import dateline
from qawl.evaluation.figures import DatelineFigures, Share
from qawl.records import Dateline

GOLD = Dateline(place="الرياض", agencies=("وكالة المرفأ", "رويترز"), date="2024-03-03")


def test_each_field_is_right_or_wrong() -> None:
    assert dateline(GOLD, GOLD) == DatelineFigures(Share(1, 1), Share(1, 1), Share(1, 1))
    assert dateline(Dateline(), GOLD) == DatelineFigures(Share(0, 1), Share(0, 1), Share(0, 1))


def test_fields_that_gold_lacks_are_not_looked_at() -> None:
    assert dateline(GOLD, Dateline()) == DatelineFigures()


def test_agencies_are_right_as_a_whole_and_in_order() -> None:
    for agencies in (("رويترز", "وكالة المرفأ"), ("وكالة المرفأ",), (*GOLD.agencies, "واس")):
        assert dateline(Dateline(agencies=agencies), GOLD).agencies == Share(0, 1)


def test_spelling_is_folded() -> None:
    assert dateline(Dateline(place="الرّيـاض", agencies=("وكاله  المرفا", "رويترز")), GOLD).place == Share(1, 1)
    assert dateline(Dateline(agencies=("وكاله  المرفا", "رويترز")), GOLD).agencies == Share(1, 1)
