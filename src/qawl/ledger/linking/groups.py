"""What hangs together by pairs."""

from collections import defaultdict
from collections.abc import Iterable


def groups(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the sets of numbers that are joined by pairs, directly or over others."""
    above: dict[int, int] = {}

    def top(one: int) -> int:
        while above.setdefault(one, one) != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    for left, right in pairs:
        one, other = top(left), top(right)
        above[max(one, other)] = min(one, other)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for one in above:
        found[top(one)].append(one)
    return list(found.values())
