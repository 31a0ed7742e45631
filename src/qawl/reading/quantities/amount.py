"""A quantity while it is read, in tokens."""

from dataclasses import dataclass
from typing import Literal

from qawl.lexicon.numerals import Value

Rule = Literal["percent", "money", "measure", "count", "of", "share", "definite", "one", "pair", "number"]
"""What made a quantity: `من` behind the number (`of`), a numeral with the article behind its noun (`definite`)."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A value over tokens `[start, end)`; `unit` in words, `code` its normal form, both "" where there is none.

    `weak`: digits that only a range, or a noun that both share, makes a quantity. `scale`: the last word of scale.
    """

    start: int
    end: int
    value: Value
    rule: Rule
    unit: str = ""
    code: str = ""
    weak: bool = False
    scale: int = 1
