"""Numbers and percentages against the cases of Recognizers-Text.

    python benchmarks/recognizers_numbers.py

Prints each case that is not read as the reference reads it.
"""

import sys
from collections.abc import Iterator
from math import isclose
from numbers import Rational

from qawl.lexicon.vocabulary import vocabulary
from qawl.reading import read
from qawl.reading.article import lay_out
from qawl.reading.numbers import numbers
from qawl.records import Document
from recognizers import SUITES, Finding, Result, report

# Cases where a careful reader of Arabic disagrees with the reference, by their place in the file.
DISPUTED_NUMBERS = {
    1: "an address of the Internet is four numbers there",
    16: "one in 10^14 is one in 10^10 there",
    44: "322 thousand is 32200 there",
    53: "1,002,200.6 is 200440.6 there",
    64: "twelve milliards are 1.2 milliards there",
    66: "one in 10^17 is one in 10^7 there",
    70: "ثلاث وخمس أعمال: said of three and a fifth only there",
    72: "عشرونات is no word",
    90: "ثمن الوزن is the price, if anything",
    114: "ثمن المحتوى is the price, if anything",
}
DISPUTED_PERCENTAGES: dict[int, str] = {}


def read_numbers(text: str) -> Iterator[Finding]:
    article = lay_out(text, vocabulary())
    for number in numbers(article):
        if number.kind != "ordinal":
            span = article.span(number.start, number.end)
            yield Finding(span.start, span.end, number.value)


def read_percentages(text: str) -> Iterator[Finding]:
    for quantity in read(Document(id="case", text=text)).quantities:
        if quantity.unit_code == "%":
            yield Finding(quantity.span.start, quantity.span.end, quantity.value)


def same_value(finding: Finding, result: Result) -> bool:
    """Compare with the reference's decimals, of which the last digits are rounded."""
    gold = float(result.record["Resolution"]["value"].rstrip("%"))
    return isinstance(finding.value, Rational | float) and isclose(finding.value, gold, rel_tol=1e-9, abs_tol=1e-15)


def main() -> int:
    if not SUITES.is_dir():
        print(f"{SUITES}: not here")
        return 1
    report("NumberModel", read_numbers, same_value, DISPUTED_NUMBERS)
    report("PercentModel", read_percentages, same_value, DISPUTED_PERCENTAGES)
    return 0


if __name__ == "__main__":
    sys.exit(main())
