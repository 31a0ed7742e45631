"""How many of Microsoft Recognizers-Text's Arabic cases for dates, periods and durations are read as they should be.

    python benchmarks/recognizers_dates.py [--wrong]

A case is right when each of its expressions is overlapped by one of ours and, where the suite tells values
(DateParser), that has the value; a date without a year may lie before or after the suite's clock. Of a case marked
`IgnoreResolution` only the span is proven. Cases that their own reference fails (`NotSupported: dotnet`) are left out.
`--wrong` lists what is not right.

The suite's texts are chat to an assistant, translated word for word, and some of its gold no reader of Arabic would
follow. Those cases are listed in CONTRADICTED, with why; they count as wrong.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from qawl.lexicon.vocabulary import vocabulary
from qawl.reading.article import lay_out
from qawl.reading.times import durations, find_times

SUITE = Path(__file__).resolve().parent.parent.parent / "shared" / "suites" / "recognizers-text"
CLOCK = "2016-11-07"
NO_DAY = "0001-01-01"  # how the suite writes that there is no such day
# Cases, by their number in the file from 0, whose gold contradicts a careful reader.
CONTRADICTED: dict[str, dict[str, tuple[int, ...]]] = {
    "DateParser": {
        "a number behind `to`, as English says `back on the 27th`": (61, 64, 65, 66, 67, 68, 69, 70),
        "the last day is not yesterday": (46, 47),
        "`يومي` is daily, not today": (54,),
        "a price, not a date": (13,),
        "8 December written day first is not 12 August": (20, 21),
        "next Sunday, said on a Monday, is the Sunday that comes": (41,),
    },
    "DateExtractor": {
        "a number behind `to`, as English says `back on the 27th`": (66, 68, 71, 72, 73, 74, 75),
        "`in the second` names no day": (79,),
        "the last day is not yesterday": (48,),
        "a price, not a date": (14,),
        "the name of a newspaper": (117,),
    },
    "DatePeriodExtractor": {
        "a bare length (`in 3 years`)": (166, 168, 169),
        "a decimal": (196,),
        "a season or decade without article or year": (205, 241),
        "a week of one's own": (216,),
        "English ways to say a year, word for word": (245, 252, 255),
    },
}
FILES = {"DateParser": 85, "DateExtractor": 90, "DatePeriodExtractor": 75, "DurationExtractor": 85}


class Case(NamedTuple):
    """A text with its clock, and for each expression its span and the values that are right (none: any)."""

    text: str
    clock: str
    wanted: list[tuple[int, int, frozenset[str | None]]]


def cases(file: Path) -> Iterator[Case]:
    """Yield the cases of a file of the suite."""
    for case in msgspec.json.decode(file.read_text(encoding="utf-8-sig").encode()):
        if "dotnet" in case.get("NotSupported", ""):
            continue
        clock = case.get("Context", {}).get("ReferenceDateTime", CLOCK)[:10]
        proven = not case.get("IgnoreResolution")
        wanted = [(*_span(case["Input"], r), _values(r) if proven else frozenset()) for r in case["Results"]]
        yield Case(case["Input"], clock, wanted)


def _span(text: str, result: dict[str, Any]) -> tuple[int, int]:
    start = result.get("Start", text.find(result["Text"]))
    length = result.get("Length", result.get("End", start + len(result["Text"]) - 1) - start + 1)
    return start, start + length


def _values(result: dict[str, Any]) -> frozenset[str | None]:
    value = result.get("Value") or {}
    dates = {(value.get(side) or {}).get("date") for side in ("FutureResolution", "PastResolution")}
    return frozenset(None if date == NO_DAY else date for date in dates if date)


def found(name: str, case: Case) -> list[tuple[int, int, str | None]]:
    """Return our expressions of the kind that a file is about, as spans with their values."""
    article = lay_out(case.text, vocabulary())
    mentions = durations(article) if name.startswith("Duration") else find_times(article, case.clock)
    return [(*article.span(mention.start, mention.end), mention.value) for mention in mentions]


def is_right(name: str, case: Case) -> bool:
    ours = found(name, case)
    if not case.wanted:
        return not ours
    return all(
        any(start < end_ and start_ < end and (not values or value in values) for start_, end_, value in ours)
        for start, end, values in case.wanted
    )


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="list the cases that are not right")
    wrong = parser.parse_args(arguments).wrong
    if not SUITE.is_dir():
        print(f"{SUITE} is not here")
        return 2
    reached = True
    for name, target in FILES.items():
        listed = list(cases(SUITE / f"{name}.json"))
        failed = [case for case in listed if not is_right(name, case)]
        share = 100 * (1 - len(failed) / len(listed))
        reached &= share >= target
        odd = sum(map(len, CONTRADICTED.get(name, {}).values()))
        right = f"{len(listed) - len(failed):>4} of {len(listed):>4}  {share:5.1f} %"
        print(f"{name:<22}{right}   (target {target} %; {odd} contradict a reader)")
        for case in failed if wrong else ():
            print("   ", case.text, [(case.text[s:e], *v) for s, e, v in case.wanted], found(name, case))
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
