"""What one written form says of a number: `وخمسين`, `مليونا`, `الثلثين`, `١٬٢٥٠`, `8.5`.

The words stand in `numbers.tsv`, each with its class:

- `unit` 1 to 9, `ten`, `tens`, `before_ten` and `teen` (the first and the fused words of 11 to 19),
  `hundred`, `hundreds` (its plural), `fused_hundred` (200 to 900 in one word), `zero`;
- `scale`, `scales` (its plural, only behind a number), `pair` (its dual), `scale_or_pair` (`ألفا`);
- `part` (`نصف`), `parts` (its plural, only behind a number), `part_or_unit` (`خمس`, a fifth or five);
- `ordinal`, `ordinal_ten`, `ordinal_unit` (`حادي`, only before a ten);
- `minus`, and `vague` (`عشرات`), which is no number.

How they join is told in `qawl.reading.numbers`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from types import MappingProxyType

from qawl.lexicon.clitics import CliticSplit
from qawl.lexicon.tables import rows
from qawl.text.fold import fold

CLASSES = frozenset(
    (
        "zero unit ten tens before_ten teen hundred hundreds fused_hundred scale scales pair scale_or_pair "
        "part parts part_or_unit ordinal ordinal_ten ordinal_unit minus vague"
    ).split()
)
PARTS = frozenset(("جزء", "جزءا", "اجزاء", "جزءين", "جزيين"))  # of a ratio: `جزء من مئة`
LONGEST = 60  # digits; what is longer is no number that anybody counted
_MARKS = re.compile("[.,\u060c\u066b\u066c]")
_NO_NUMBERS = frozenset(
    ("لست", "كست", "بست", "فست", "لسته", "ولست", "فلست", "كميه", "وكميه")
)  # `لست`, I am not; `بست`, a town

Value = int | Fraction


@dataclass(frozen=True, slots=True)
class Numeral:
    """A form that may be a number or part of one. `part` is the other sense of `خمس`, a fifth."""

    value: Value
    kind: str  # "digits", or a class of the table
    part: Fraction | None = None
    conjunction: str = ""
    preposition: str = ""
    definite: bool = False
    scaled: Value | None = None  # `1.250`, which is 1250, is 1.25 before a word of scale


def numeral(plain: str, folded: str, splits: Sequence[CliticSplit]) -> Numeral | None:
    """Return what a form, without its marks and folded, says of a number; `splits` are those of the folded form."""
    if not folded:
        return None
    if folded[0].isdigit():
        return digits(folded)
    words = _words()
    if folded in _NO_NUMBERS:
        splits = splits[:1]
    elif folded == "واحد" and "أ" in plain:
        splits = splits[1:]  # `وأحد عشر`, which folding makes one with `واحد`
    for conjunction, preposition, definite, base in splits:
        found = words.get(base)
        if found is not None:
            return replace(found, conjunction=conjunction, preposition=preposition, definite=definite)
    return None


def digits(folded: str) -> Numeral | None:
    """Read digits with their separators: `1,234,567`, `8.5`, `12،220,13`; None for `192.168.1.2`."""
    marks = _MARKS.findall(folded)
    groups = _MARKS.split(folded)
    if len(folded) > LONGEST or not all(group.isascii() and group.isdigit() for group in groups):
        return None
    if not marks:
        return Numeral(int(folded), "digits")
    if _are_thousands(groups) and len(set(marks)) == 1 and (len(marks) > 1 or marks[0] != "\u066b"):
        decimal = _decimal(groups) if len(marks) == 1 and marks[0] == "." else None
        return Numeral(int("".join(groups)), "digits", scaled=decimal)
    if len(marks) == 1 and marks[0] != "\u066c" and len(groups[0]) * len(groups[1]) < 16:  # not `1948،1967`
        return Numeral(_decimal(groups), "digits")
    if marks[-1] not in marks[:-1] and len(set(marks[:-1])) == 1 and _are_thousands(groups[:-1]):
        return Numeral(_decimal(["".join(groups[:-1]), groups[-1]]), "digits")
    return None


def _are_thousands(groups: list[str]) -> bool:
    first = groups[0]
    return len(first) <= 3 and first[0] != "0" and all(len(group) == 3 for group in groups[1:])


def _decimal(groups: list[str]) -> Value:
    return whole(Fraction(int("".join(groups)), 10 ** len(groups[1])))


def whole(value: Value) -> Value:
    """Return a fraction that is a whole number as an int."""
    return int(value) if value == int(value) else value


@cache
def _words() -> Mapping[str, Numeral]:
    found: dict[str, Numeral] = {}
    parts: dict[str, Fraction] = {}
    for row in rows("numbers"):
        value = whole(Fraction(row["value"]))
        if row["class"] == "part_or_unit":
            parts[fold(row["form"])] = Fraction(value)
        found.setdefault(fold(row["form"]), Numeral(value, row["class"]))
    for form, part in parts.items():
        found[form] = replace(found[form], part=part)
    return MappingProxyType(found)
