"""The assignment problem: pairs of rows and columns, one to one, whose summed weight is largest.

The Hungarian method with shortest augmenting paths, O(n³), over whole numbers of any size.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

Weights = Sequence[Sequence[int]]


def assign(weights: Weights) -> list[tuple[int, int]]:
    """Return the pairs (row, column) of a best assignment; the shorter side is paired whole."""
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        columns = list(zip(*weights, strict=True))
        return sorted((row, column) for column, row in assign(columns))
    matching = _Matching(weights)
    for row in range(len(weights)):
        matching.add(row)
    return sorted((row, column) for column, row in matching.row_of.items())


@dataclass(slots=True)
class _Matching:
    """A best assignment of the rows added so far.

    Prices prove that it is best: `reduced` is never negative, and 0 for every pair in `row_of`.
    """

    weights: Weights
    row_of: dict[int, int] = field(default_factory=dict)
    row_price: list[int] = field(init=False)
    column_price: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.row_price = [-max(row) for row in self.weights]
        self.column_price = [0] * len(self.weights[0])

    def reduced(self, row: int, column: int) -> int:
        return -self.weights[row][column] - self.row_price[row] - self.column_price[column]

    def add(self, row: int) -> None:
        """Pair one more row, moving others along the cheapest path to a column that is free."""
        path = _Path(self, row)
        column = path.search()
        self._reprice(path, row, path.distance[column])
        while (before := path.before[column]) is not None:
            self.row_of[column] = self.row_of[before]
            column = before
        self.row_of[column] = row

    def _reprice(self, path: "_Path", row: int, length: int) -> None:
        self.row_price[row] += length
        for column in path.passed:
            gain = length - path.distance[column]
            self.row_price[self.row_of[column]] += gain
            self.column_price[column] -= gain


class _Path:
    """Dijkstra's search from a row over columns that are taken to the nearest that is not."""

    def __init__(self, matching: _Matching, row: int) -> None:
        self.matching = matching
        self.open = list(range(len(matching.column_price)))
        self.distance = [matching.reduced(row, column) for column in self.open]
        self.before: list[int | None] = [None] * len(self.open)
        self.passed: list[int] = []

    def search(self) -> int:
        """Return the nearest free column."""
        while True:
            column = min(self.open, key=self.distance.__getitem__)
            self.open.remove(column)
            if column not in self.matching.row_of:
                return column
            self.passed.append(column)
            self._relax(column)

    def _relax(self, column: int) -> None:
        row = self.matching.row_of[column]
        for other in self.open:
            distance = self.distance[column] + self.matching.reduced(row, other)
            if distance < self.distance[other]:
                self.distance[other], self.before[other] = distance, column
