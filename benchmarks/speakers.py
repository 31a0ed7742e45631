"""The most frequent speakers of a corpus, with what is told of each: a table to check by eye.

    python benchmarks/speakers.py
    python benchmarks/speakers.py --limit 2000 --count 100 --seed 2015

Reads a random sample (all articles with `--limit 0`) and prints one line a speaker: in how many articles it speaks, its
name, kind, and the role, country and sector that most of them tell. Speakers without a name (`مصدر`) are counted last.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from qawl.reading import read
from qawl.records import Actor, Document
from qawl.sources import Rejection, documents_from_path

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "saudinews-2015.jsonl.gz"


class Speaker:
    """What all articles tell of one name."""

    def __init__(self) -> None:
        self.articles = 0
        self.told: dict[str, Counter[str]] = defaultdict(Counter)

    def see(self, actor: Actor) -> None:
        """Count what one article tells."""
        self.articles += 1
        told = {"kind": actor.kind, "role": actor.role, "country": actor.country, "sector": actor.sector}
        told["holder"] = actor.holder.name if actor.holder else None
        for field, value in told.items():
            if value is not None:
                self.told[field][value] += 1

    def mostly(self, field: str) -> str:
        """Return what most articles tell, and how many of all do where they do not agree."""
        if not self.told[field]:
            return ""
        value, count = self.told[field].most_common(1)[0]
        others = sum(self.told[field].values()) - count
        return f"{value} ({count}/{count + others})" if others and field != "role" else value


def sample(corpus: Path, limit: int, seed: int) -> list[Document]:
    """Return `limit` random documents, or all in their order."""
    documents = [item for item in documents_from_path(corpus) if not isinstance(item, Rejection)]
    if not limit:
        return documents
    return random.Random(seed).sample(documents, min(limit, len(documents)))


def speakers(documents: list[Document], console: Console) -> dict[str, Speaker]:
    """Read the documents and gather who speaks in them."""
    found: dict[str, Speaker] = defaultdict(Speaker)
    for document in track(documents, "Reading", console=console):
        for actor in speaking(document):
            found[actor.name].see(actor)
    return found


def speaking(document: Document) -> Iterator[Actor]:
    """Yield the actors of a document that make a statement."""
    reading = read(document)
    ids = {statement.actor for statement in reading.statements}
    yield from (actor for actor in reading.actors if actor.id in ids)


def show(found: dict[str, Speaker], count: int, console: Console) -> None:
    """Print the table."""
    table = Table("", "articles", "name", "kind", "country", "sector", "holder", "role")
    ordered = sorted(found.items(), key=lambda entry: (-entry[1].articles, entry[0]))
    for number, (name, speaker) in enumerate(ordered[:count], 1):
        facts = (speaker.mostly(field) for field in ("kind", "country", "sector", "holder", "role"))
        table.add_row(str(number), str(speaker.articles), name, *facts)
    console.print(table)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--limit", type=int, default=3000, help="articles to read; 0 for all")
    parser.add_argument("--count", type=int, default=100, help="speakers to print")
    parser.add_argument("--seed", type=int, default=2015)
    arguments = parser.parse_args()
    console = Console(width=200)
    documents = sample(arguments.corpus, arguments.limit, arguments.seed)
    show(speakers(documents, console), arguments.count, console)


if __name__ == "__main__":
    main()
