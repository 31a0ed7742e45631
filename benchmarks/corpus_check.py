"""Read every article of a corpus: no exception, every offset in its text, the same bytes twice.

    python benchmarks/corpus_check.py
    python benchmarks/corpus_check.py --corpus articles.jsonl.gz --twice-every 10

Prints the records counted by rule, mode and force, and each failure with the article's id. Exits
with 1 where there was any.
"""

import argparse
import sys
import traceback
from collections import Counter
from pathlib import Path

import msgspec
from rich.console import Console
from rich.progress import track

from qawl.evaluation.gold import lies_in, spans_in
from qawl.reading import read
from qawl.records import Document, Reading
from qawl.sources import Rejection, documents_from_path

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "saudinews-2015.jsonl.gz"
SHOWN_FAILURES = 20


class Check:
    """Counts what was read and gathers what failed."""

    def __init__(self, twice_every: int) -> None:
        self._twice_every = twice_every
        self.articles = 0
        self.rules: Counter[str] = Counter()
        self.modes: Counter[str] = Counter()
        self.forces: Counter[str] = Counter()
        self.failures: list[str] = []

    def see(self, item: Document | Rejection) -> None:
        """Read one document and check what came of it."""
        if isinstance(item, Rejection):
            self.failures.append(str(item))
            return
        self.articles += 1
        try:
            reading = read(item)
        except Exception:  # noqa: BLE001 (the one question here is whether any article breaks the reader)
            self.failures.append(f"{item.id}: {traceback.format_exc(limit=-2)}")
            return
        self._count(reading)
        self._check(item, reading)

    def _count(self, reading: Reading) -> None:
        self.rules.update(statement.rule for statement in reading.statements)
        self.modes.update(statement.mode for statement in reading.statements)
        self.forces.update(statement.force for statement in reading.statements)

    def _check(self, document: Document, reading: Reading) -> None:
        for field, span in spans_in(reading):
            if not lies_in(span, len(document.text)):
                self.failures.append(f"{document.id}: {field} is {list(span)}, the text has {len(document.text)}")
        if reading.document != document:
            self.failures.append(f"{document.id}: the document was changed")
        if self.articles % self._twice_every == 0 and encoded(reading) != encoded(read(document)):
            self.failures.append(f"{document.id}: read twice, two results")


def encoded(reading: Reading) -> bytes:
    return msgspec.json.encode(reading)


def show(check: Check) -> None:
    for title, counts in (("rule", check.rules), ("mode", check.modes), ("force", check.forces)):
        print(f"\nstatements by {title}")
        for name, count in counts.most_common():
            print(f"  {name or '(none)':<40}{count:>10,}")
    print(f"\n{check.articles:,} articles, {sum(check.modes.values()):,} statements, {len(check.failures):,} failures")
    for failure in check.failures[:SHOWN_FAILURES]:
        print(f"  {failure}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="a .jsonl or .jsonl.gz file of articles")
    parser.add_argument("--twice-every", type=int, default=20, metavar="N", help="read every Nth article twice")
    options = parser.parse_args()
    check = Check(options.twice_every)
    items = documents_from_path(options.corpus)
    for item in track(items, "reading", console=Console(stderr=True), transient=True):
        check.see(item)
    show(check)
    return 1 if check.failures or not check.articles else 0


if __name__ == "__main__":
    sys.exit(main())
