"""How long a corpus takes into a ledger, how large it gets, and how long questions take.

    python benchmarks/ledger.py
    python benchmarks/ledger.py --corpus articles.jsonl.gz --jobs 2
    python benchmarks/ledger.py --ledger news.qawl        # only the questions

Searches are for words drawn from the ledger itself, rare and frequent ones alike, always the same; filters take
their values from it too. Each question is put three times; the first time is stated apart.
"""

import argparse
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from qawl.ledger import Ledger

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "saudinews-2015.jsonl.gz"
WORDS = 200
FILTERS = 40
MEGABYTE = 1_000_000


def ingest(ledger: Path, corpus: Path, jobs: int) -> None:
    """Read the corpus into the ledger and print what that took."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "qawl", "ingest", str(ledger), str(corpus), "--jobs", str(jobs)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"ingested                   {said}")
    print(f"wall, seconds              {time.perf_counter() - began:10.1f}")
    print(f"processor, seconds         {used.ru_utime + used.ru_stime:10.1f}")
    print(f"largest process, MB        {used.ru_maxrss / 1024:10.0f}")


def sizes(ledger: Path) -> None:
    """Print the size of the file and of its largest parts."""
    print(f"file, MB                   {ledger.stat().st_size / MEGABYTE:10.1f}")
    connection = sqlite3.connect(ledger)
    parts = connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 10")
    for name, size in parts:
        print(f"  {name:24} {size / MEGABYTE:10.1f}")
    connection.close()


def questions(path: Path) -> None:
    """Print how long questions of each kind take."""
    chance = random.Random(1)
    with Ledger(path) as ledger:
        words, names, outlets = _words(ledger, chance), _names(ledger, chance), _outlets(ledger)
    searches = [*words, *(f"{a} {b}" for a, b in pairwise(words))]
    _measure(path, "search, a word or two", [lambda at, w=w: at.search(w) for w in searches])
    phrases = [f'"{a} {b}"' for a, b in _pairs(path, chance)]
    _measure(path, "search, a phrase", [lambda at, w=w: at.search(w) for w in phrases])
    _measure(path, "statements by speaker", [lambda at, n=n: at.statements(party=n) for n in names])
    _measure(path, "statements by words", [lambda at, w=w: at.statements(text=w) for w in words[:FILTERS]])
    forces = ("deny", "accuse", "commit", "warn")
    both = [lambda at, f=f, o=o: at.statements(force=f, outlet=o) for f in forces for o in outlets]
    _measure(path, "statements by force, outlet", both)
    _measure(path, "statements, all at once", [lambda at, n=n: at.statements(party=n, force="deny", mode="direct",
             since="2015-01-01", until="2015-12-31", verdict="none") for n in names])  # fmt: skip
    _measure(path, "pledges by who owes", [lambda at, n=n: at.pledges(by=n) for n in names])
    _measure(path, "disputes by words", [lambda at, w=w: at.disputes(text=w) for w in words[:FILTERS]])
    _measure(path, "actors", [lambda at: at.actors(), *(lambda at, n=n: at.actors(party=n) for n in names)])


def _words(ledger: Ledger, chance: random.Random) -> list[str]:
    """Return words of all frequencies and as many of the two thousand most frequent."""
    listed = "SELECT term FROM vocabulary WHERE doc > 2 AND term >= 'ا' AND term < 'ي' ORDER BY doc DESC"
    terms = [row[0] for row in ledger.connection.execute(listed) if len(row[0]) > 2]
    return chance.sample(terms, WORDS // 2) + chance.sample(terms[:2000], WORDS // 2)


def _names(ledger: Ledger, chance: random.Random) -> list[str]:
    """Return names of those who speak most and of some who do not."""
    often = [row.name for row in ledger.actors(limit=FILTERS // 2)]
    rows = ledger.connection.execute("SELECT name FROM parties WHERE key % 97 = 0").fetchall()
    return often + [row[0] for row in chance.sample(rows, min(FILTERS // 2, len(rows)))]


def _outlets(ledger: Ledger) -> list[str]:
    rows = ledger.connection.execute("SELECT DISTINCT source FROM documents WHERE source IS NOT NULL LIMIT 10")
    return [row[0] for row in rows]


def _pairs(path: Path, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield words that stand side by side in titles."""
    with Ledger(path) as ledger:
        titles = [row[0].split() for row in ledger.connection.execute("SELECT title FROM documents WHERE title != ''")]
    for title in chance.sample(titles, min(WORDS, len(titles))):
        words = [word for word in title if word.isalpha()]
        if len(words) > 1:
            yield words[0], words[1]


def _measure(path: Path, name: str, asked: list[Callable[[Ledger], object]]) -> None:
    cold, warm = [], []
    with Ledger(path) as ledger:
        for ask in asked:
            times = []
            for _ in range(3):
                began = time.perf_counter()
                ask(ledger)
                times.append((time.perf_counter() - began) * 1000)
            cold.append(times[0])
            warm.append(min(times))
    print(f"{name:28} {len(asked):5} asked; ms: {_spread(warm)}; first time {_spread(cold)}")


def _spread(times: list[float]) -> str:
    ordered = sorted(times)
    return f"median {ordered[len(ordered) // 2]:6.1f}, 95 % {ordered[int(len(ordered) * 0.95)]:6.1f}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="a .jsonl or .jsonl.gz file of articles")
    parser.add_argument("--jobs", type=int, default=2, help="processes that read")
    parser.add_argument("--ledger", type=Path, help="a ledger that is there already; only asks it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="qawl") as folder:
        ledger = options.ledger or Path(folder) / "news.qawl"
        if not options.ledger:
            ingest(ledger, options.corpus, options.jobs)
        sizes(ledger)
        questions(ledger)
    return 0


if __name__ == "__main__":
    sys.exit(main())
