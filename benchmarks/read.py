"""How fast the reader is, on one core: articles and words a second, memory, time to start.

    python benchmarks/read.py
    python benchmarks/read.py --articles 2000 --corpus articles.jsonl.gz

Words are what white space separates. Reading is timed apart from loading, which is stated beside it.
"""

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from qawl.records import Document
from qawl.sources import Rejection, documents_from_path

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "saudinews-2015.jsonl.gz"
STARTS = 5
ONE_ARTICLE = (
    '{"id": "one", "text": "خبر\\n\\nقال الوزير سالم الحداد إن الاجتماع سيعقد غداً، وأضاف: «لن نقبل بالشروط»."}\n'
)


class Run(NamedTuple):
    """What was read, and the seconds that reading it and loading it took."""

    articles: int
    words: int
    statements: int
    reading: float
    loading: float


def documents(corpus: Path, count: int | None) -> Iterator[Document]:
    """Yield the corpus's first `count` articles, or all; what is broken is left out."""
    items = documents_from_path(corpus)
    return islice((item for item in items if not isinstance(item, Rejection)), count)


def run(corpus: Path, count: int | None) -> Run:
    """Read the corpus article by article, keeping none."""
    from qawl.reading import read

    articles = words = statements = 0
    reading = 0.0
    began = time.perf_counter()
    for document in documents(corpus, count):
        before = time.perf_counter()
        result = read(document)
        reading += time.perf_counter() - before
        articles += 1
        words += len(document.text.split())
        statements += len(result.statements)
    return Run(articles, words, statements, reading, time.perf_counter() - began - reading)


def seconds(command: list[str], stdin: str = "") -> float:
    """Return the median time that a command takes from start to end."""
    times = []
    for _ in range(STARTS):
        began = time.perf_counter()
        subprocess.run(command, input=stdin.encode(), stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - began)
    return sorted(times)[STARTS // 2]


def report(result: Run) -> None:
    qawl = [sys.executable, "-m", "qawl"]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    print(f"articles                     {result.articles:>12,}")
    print(f"words                        {result.words:>12,}")
    print(f"statements                   {result.statements:>12,}")
    print(f"reading, words a second      {result.words / result.reading:>12,.0f}")
    print(f"reading, articles a second   {result.articles / result.reading:>12,.0f}")
    print(f"reading, seconds             {result.reading:>12.1f}")
    print(f"loading and counting, seconds{result.loading:>12.1f}")
    print(f"peak memory, MB              {peak:>12,.0f}")
    print(f"qawl --help, seconds         {seconds([*qawl, '--help']):>12.3f}")
    print(f"first article, seconds       {seconds([*qawl, 'read', '-', '--json'], ONE_ARTICLE):>12.3f}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="a .jsonl or .jsonl.gz file of articles")
    parser.add_argument("--articles", type=int, default=None, help="read only so many")
    options = parser.parse_args()
    result = run(options.corpus, options.articles)
    if not result.articles:
        print(f"{options.corpus} has no article that can be read", file=sys.stderr)
        return 1
    report(result)
    return 0


if __name__ == "__main__":
    sys.exit(main())
