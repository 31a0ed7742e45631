"""Score the reader's events against the sentences coded by hand in evaluation/events/.

    python benchmarks/events.py            the figures
    python benchmarks/events.py --misses   also every event that is missed, wrong or too much, but for the held-out half

Sentences of the shared corpus are left out, saying so, where ../shared is absent.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from qawl.evaluation.events import (
    EventFigures,
    GoldEvent,
    GoldSentence,
    is_party_right,
    load_sentences,
    score_events,
)
from qawl.reading import read
from qawl.records import Document, Event, Reading
from qawl.sources import Rejection, documents_from_path

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "evaluation" / "events"
OWN = ROOT / "examples" / "articles.jsonl"
CORPUS = ROOT.parent / "shared" / "corpus" / "saudinews-2015.jsonl.gz"


def readings(path: Path, ids: set[str]) -> dict[str, Reading]:
    """Read the articles with these ids."""
    documents: Iterator[Document | Rejection] = documents_from_path(path)
    return {d.id: read(d) for d in documents if not isinstance(d, Rejection) and d.id in ids}


def show(name: str, figures: EventFigures) -> None:
    """Print one line of figures."""
    found = f"P {figures.precision:6.1%}  R {figures.recall:6.1%}  F1 {figures.f1:6.1%}"
    counts = ("type", "mode", "actor", "recipient", "status", "holder")
    shares = "  ".join(f"{count} {figures.share(getattr(figures, count)):6.1%}" for count in counts)
    print(f"{name:<9}{figures.sentences:>4} sentences {figures.gold:>4} events  {found}")
    print(f"{'':<9}{shares}  wrongly asserted {figures.wrongly_asserted}")


def show_misses(sentences: Sequence[GoldSentence], found: dict[str, Reading]) -> None:
    """Print what differs, event by event."""
    for sentence in sentences:
        reading = found[sentence.article]
        figures = score_events([sentence], found)
        pairs = figures.pairs
        read_events = [e for e in reading.events if sentence.start <= e.span.start < sentence.end]
        missed = [gold for gold in sentence.events if all(gold is not g for g, _ in pairs)]
        extra = [event for event in read_events if all(event is not e for _, e in pairs)]
        wrong = [pair for pair in pairs if _differs(*pair, reading)]
        if missed or extra or wrong:
            print(f"\n{sentence.article} {reading.document.text[sentence.start : sentence.end]}")
        for gold in missed:
            print("  MISSED", _gold_words(gold, reading))
        for event in extra:
            print("  EXTRA ", _words(event, reading))
        for gold, event in wrong:
            print("  GOLD  ", _gold_words(gold, reading))
            print("  READ  ", _words(event, reading))


def _differs(gold: GoldEvent, event: Event, reading: Reading) -> bool:
    parties = is_party_right(gold.actor, event.actor, reading) and is_party_right(
        gold.recipient, event.recipient, reading
    )
    return not parties or (gold.type, gold.status) != (event.type, event.status)


def _gold_words(gold: GoldEvent, reading: Reading) -> str:
    text = reading.document.text
    spans = (gold.span, gold.actor, gold.recipient, gold.cue)
    return " | ".join((gold.type, gold.status, *("-" if s is None else s.of(text) for s in spans)))


def _words(event: Event, reading: Reading) -> str:
    names = {actor.id: actor.name for actor in reading.actors}
    parties = ("، ".join(names[i] for i in ids) or "-" for ids in (event.actor, event.recipient))
    words = event.span.of(reading.document.text)
    return " | ".join((event.type, event.status, words, *parties, event.holder or "-", event.rule))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print what is wrong, but for the held-out half")
    misses = parser.parse_args(arguments).misses
    wrongly = 0
    for name, path in (("own", OWN), ("corpus", CORPUS)):
        if not path.is_file():
            print(f"{name}: {path} is not here, left out")
            continue
        sentences = load_sentences(GOLD / f"{name}.jsonl")
        found = readings(path, {sentence.article for sentence in sentences})
        for part, held in ((name, False), ("held out", True)):
            chosen = [sentence for sentence in sentences if sentence.held is held]
            figures = score_events(chosen, found)
            wrongly += figures.wrongly_asserted
            if chosen:
                show(part, figures)
            if misses and not held:
                show_misses(chosen, found)
    return 1 if wrongly else 0


if __name__ == "__main__":
    sys.exit(main())
