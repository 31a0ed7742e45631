from qawl.evaluation.bootstrap import interval
from qawl.evaluation.figures import Rates


def test_documents_that_are_all_alike_leave_no_doubt() -> None:
    assert interval([Rates(3, 4, 4)] * 10) == (0.75, 0.75)


def test_interval_holds_the_figure_and_is_always_the_same() -> None:
    documents = [Rates(number % 5, 5, 5) for number in range(40)]
    low, high = interval(documents)
    assert low < 0.4 < high
    assert interval(documents) == (low, high)
    assert low > 0.25
    assert high < 0.55


def test_more_documents_narrow_the_interval() -> None:
    few, many = (interval([Rates(number % 5, 5, 5) for number in range(size)]) for size in (20, 500))
    assert many[1] - many[0] < few[1] - few[0]


def test_nothing_to_resample() -> None:
    assert interval([]) == (0.0, 0.0)
    assert interval([Rates()]) == (0.0, 0.0)
