from itertools import permutations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from qawl.evaluation.assignment import assign


@st.composite
def weights(draw: st.DrawFn) -> list[list[int]]:
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    cell = st.integers(0, draw(st.sampled_from([4, 100, 10**40])))
    return draw(st.lists(st.lists(cell, min_size=columns, max_size=columns), min_size=rows, max_size=rows))


def best_sum(table: list[list[int]]) -> int:
    """Try every assignment."""
    if len(table) > len(table[0]):
        table = [list(column) for column in zip(*table, strict=True)]
    columns = range(len(table[0]))
    return max(sum(table[r][c] for r, c in enumerate(chosen)) for chosen in permutations(columns, len(table)))


@given(weights())
def test_sum_is_the_largest_there_is(table: list[list[int]]) -> None:
    assert sum(table[row][column] for row, column in assign(table)) == best_sum(table)


def test_sum_is_the_largest_in_crowded_tables() -> None:
    """Small generated tables seldom make the search turn back over prices that it set before."""
    random = Random(1)
    for _ in range(100):
        table = [[random.randrange(30) for _ in range(6)] for _ in range(6)]
        assert sum(table[row][column] for row, column in assign(table)) == best_sum(table)


@given(weights())
def test_pairs_are_one_to_one_and_the_shorter_side_is_paired_whole(table: list[list[int]]) -> None:
    pairs = assign(table)
    assert len(pairs) == min(len(table), len(table[0]))
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)


def test_greedy_choice_is_given_up_for_a_better_sum() -> None:
    assert assign([[9, 8], [8, 1]]) == [(0, 1), (1, 0)]


def test_nothing_to_assign() -> None:
    assert assign([]) == []
    assert assign([[], []]) == []
