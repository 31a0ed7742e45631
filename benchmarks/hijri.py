"""Whether the Hijri dates of a corpus agree with the Gregorian ones beside them, by the Umm al-Qura calendar.

    python benchmarks/hijri.py [FILE.jsonl.gz] [--limit N]

Every `هـ الموافق` between two whole dates is looked at. A day that is off by one is told apart: the moon was seen a day
earlier or later, or the text counts from the evening. What does not agree is listed by article and offsets; no text.
"""

import argparse
import gzip
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from qawl.lexicon.vocabulary import vocabulary
from qawl.reading.article import Article, lay_out
from qawl.reading.times.cursor import Cursor, Found
from qawl.reading.times.days import day_at
from qawl.reading.times.meaning import Clock, Meaning

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus" / "saudinews-2015.jsonl.gz"
_BACK = 12  # tokens before the joint in which the first date may begin


class Pair(NamedTuple):
    """Two dates of one day: where they stand, and by how many days the first lies after the second."""

    article: str
    start: int
    end: int
    off: int | None


def pairs(name: str, text: str, published: str | None) -> Iterator[Pair]:
    """Yield the pairs of dates of an article, Hijri date first."""
    if "الموافق" not in text:
        return
    article = lay_out(text, vocabulary())
    cursor = Cursor(article)
    clock = Clock(date.fromisoformat(published[:10]) if published else None)
    for token in range(1, cursor.count - 1):
        if cursor.fold(token - 1) in ("ه", "هجريه") and cursor.sense(token, "equals") is not None:
            yield from _pair(cursor, name, token, clock)


def _pair(cursor: Cursor, name: str, token: int, clock: Clock) -> Iterator[Pair]:
    at = cursor.past_link(token + 1, "ل", "يوم", "ليوم")
    second = day_at(cursor, at)
    first = _ending_at(cursor, token)
    if first is None or second is None:
        return
    one, other = (_day(found.meaning, clock) for found in (first, second))
    off = (one - other).days if one is not None and other is not None else None
    yield Pair(name, *_span(cursor.article, first.start, second.end), off)


def _ending_at(cursor: Cursor, token: int) -> Found | None:
    """Return the longest date that ends at a token."""
    for start in range(max(0, token - _BACK), token):
        found = day_at(cursor, start)
        if found is not None and found.end == token and found.kind == "day":
            return found
    return None


def _day(meaning: Meaning, clock: Clock) -> date | None:
    period = meaning.period(clock)
    return period.first if period is not None and period.first == period.last else None


def _span(article: Article, start: int, end: int) -> tuple[int, int]:
    span = article.span(start, end)
    return span.start, span.end


def of_corpus(path: Path, limit: int | None) -> Iterator[Pair]:
    """Yield the pairs of a corpus: a JSON record a line, with id, published, title, byline and body."""
    with gzip.open(path, "rb") as lines:
        for number, line in enumerate(lines):
            if number == limit:
                return
            record = msgspec.json.decode(line)
            text = "\n\n".join(record[part] for part in ("title", "byline", "body") if record.get(part))
            yield from pairs(record["id"], text, record.get("published"))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--limit", type=int, help="look at the first N articles")
    options = parser.parse_args(arguments)
    if not options.corpus.is_file():
        print(f"{options.corpus} is not here")
        return 2
    found = list(of_corpus(options.corpus, options.limit))
    counts = Counter("no such day" if p.off is None else _named(p.off) for p in found)
    print(f"{len(found)} pairs: " + ", ".join(f"{count} {name}" for name, count in counts.most_common()))
    for pair in found:
        if pair.off:
            print(f"  {pair.article} [{pair.start}, {pair.end}) {pair.off:+} days")
        elif pair.off is None:
            print(f"  {pair.article} [{pair.start}, {pair.end}) no such day")
    return 0


def _named(off: int) -> str:
    return "agree" if not off else "a day off" if abs(off) == 1 else "further off"


if __name__ == "__main__":
    sys.exit(main())
