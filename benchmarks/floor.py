"""Fail where the reader's figures are under their floor, or the gold is not what the floor was measured on.

    python benchmarks/floor.py            compare
    python benchmarks/floor.py --accept   take today's gold and figures as the new floor

The floor (evaluation/floor.json) moves, up or down, only by --accept, so that a figure cannot slip
unseen: a lower one is a line in the change that somebody reads. Figures are shares from 0 to 1.
"""

import argparse
import sys
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec

from qawl.evaluation.figures import Figures
from qawl.evaluation.gold import GoldArticle
from qawl.evaluation.score import Evaluation, evaluate, score
from qawl.evaluation.standoff import load_standoff
from qawl.reading import read

ROOT = Path(__file__).resolve().parent.parent
FLOOR = ROOT / "evaluation" / "floor.json"
OWN = "examples/gold"
SHARED = "../shared/gold/dev"
STANDOFF = ROOT / "evaluation" / "standoff" / "gold.json"
CORPUS = ROOT / "../shared/corpus/saudinews-2015.jsonl.gz"
DIGITS = 4


class Floor(msgspec.Struct, frozen=True):
    """What a gold set was when it was measured, and what the reader reached on it."""

    sha256: str
    figures: dict[str, float]


class Row(NamedTuple):
    """One figure: its name, its floor and what was measured (None where it is missing)."""

    name: str
    floor: float | None
    measured: float | None

    @property
    def holds(self) -> bool:
        return self.floor is not None and self.measured is not None and self.measured >= self.floor


def digest(folder: Path) -> str:
    """Return a hash over the names and bytes of the folder's files, each led by its length."""
    state = sha256()
    for path in sorted(folder.glob("*.json")):
        for part in (path.name.encode(), path.read_bytes()):
            state.update(len(part).to_bytes(8, "big") + part)
    return state.hexdigest()


def measured(folder: Path) -> Floor:
    """Read the gold set and return its hash and the figures that have a floor."""
    return _floor(digest(folder), evaluate(folder, read=read))


def measured_standoff() -> dict[str, Floor]:
    """Measure the parts of the stand-off gold, where the texts they annotate are here."""
    if not CORPUS.is_file():
        print("evaluation/standoff: its articles are not here, left out")
        return {}
    hashed = sha256(STANDOFF.read_bytes()).hexdigest()
    halves = load_standoff(STANDOFF, CORPUS)
    return {f"evaluation/standoff/{half}": _floor(hashed, _scored(halves[half])) for half in sorted(halves)}


def _scored(articles: list[GoldArticle]) -> Evaluation:
    return score((read(article.document), article) for article in articles)


def _floor(hashed: str, evaluation: Evaluation) -> Floor:
    figures = _figures(evaluation.figures)
    known = {name: round(value, DIGITS) for name, value in figures.items() if value is not None}
    return Floor(hashed, known)


def _figures(figures: Figures) -> dict[str, float | None]:
    return {
        "usable": figures.usable.f1,
        "quotation exact": figures.quotation.f1,
        "content overlap": figures.roles.content.overlap.f1,
        "cue exact": figures.roles.cue.exact.f1,
        "speaker exact": figures.roles.speaker.exact.f1,
        "who, aligned pairs": figures.who.aligned.share,
        "who, none written": figures.who.unwritten.share,
        "mode": figures.mode.share,
        "force": figures.force.share,
        "times found": figures.times.found.f1,
        "times value": figures.times.full.f1,
        "quantities found": figures.quantities.found.f1,
        "quantities value": figures.quantities.full.f1,
        "pledges found": figures.pledges.found.f1,
        "pledges full": figures.pledges.full.f1,
        "disputes found": figures.disputes.found.f1,
        "dateline agencies": figures.dateline.agencies.share,
        "offsets": figures.offsets.share,
    }


def rows(floor: Floor, now: Floor) -> list[Row]:
    """Lay the figures of the floor beside today's; one that only one side has does not hold."""
    names = floor.figures | now.figures
    return [Row(name, floor.figures.get(name), now.figures.get(name)) for name in names]


def passes(name: str, floor: Floor | None, now: Floor) -> bool:
    """Print how a gold set stands to its floor, and say whether it holds."""
    if floor is None:
        print(f"{name}: has no floor yet; run with --accept")
        return False
    compared = rows(floor, now)
    print(f"{name}\n{'':<22}{'floor':>8}{'now':>8}")
    for row in compared:
        verdict = "" if row.holds else "  UNDER ITS FLOOR"
        print(f"{row.name:<22}{_shown(row.floor):>8}{_shown(row.measured):>8}{verdict}")
    if floor.sha256 != now.sha256:
        print("The gold is not what the floor was measured on; if it was changed on purpose, run with --accept.")
    return floor.sha256 == now.sha256 and all(row.holds for row in compared)


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.2f}"


def load() -> dict[str, Floor]:
    return msgspec.json.decode(FLOOR.read_bytes(), type=dict[str, Floor]) if FLOOR.is_file() else {}


def save(floors: dict[str, Floor]) -> None:
    FLOOR.parent.mkdir(exist_ok=True)
    FLOOR.write_bytes(msgspec.json.format(msgspec.json.encode(floors), indent=2) + b"\n")


def present() -> list[str]:
    """Return the gold sets that are here: our own, and the shared one where it is."""
    if (ROOT / SHARED).is_dir():
        return [OWN, SHARED]
    print(f"{SHARED}: not here, left out")
    return [OWN]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--accept", action="store_true", help="take today's gold and figures as the new floor")
    accept = parser.parse_args(arguments).accept
    floors = load()
    now = {name: measured(ROOT / name) for name in present()} | measured_standoff()
    held = [passes(name, floors.get(name), figures) for name, figures in now.items()]
    if accept:
        save(floors | now)
        print(f"Written to {FLOOR.relative_to(ROOT)}.")
    return 0 if accept or all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
