import pytest

from qawl.evaluation.figures import Figures, Found, Rates, Share


def test_precision_recall_and_f1() -> None:
    rates = Rates(3, 4, 6)
    assert (rates.precision, rates.recall, rates.f1) == (0.75, 0.5, pytest.approx(0.6))


def test_nothing_measured_is_not_zero() -> None:
    assert (Rates().precision, Rates().recall, Rates().f1, Share().share) == (None, None, None, None)
    assert (Rates(0, 0, 2).precision, Rates(0, 0, 2).recall, Rates(0, 0, 2).f1) == (None, 0, 0)


def test_figures_add_up_at_every_level() -> None:
    one = Figures(usable=Rates(1, 2, 3), mode=Share(1, 1), times=Found(Rates(1, 1, 1), Rates(0, 1, 1)))
    both = one + one
    assert both.usable == Rates(2, 4, 6)
    assert both.mode == Share(2, 2)
    assert both.times == Found(Rates(2, 2, 2), Rates(0, 2, 2))
    assert one + Figures() == one
