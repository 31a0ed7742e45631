"""Place, date and agencies of the dateline, each right or wrong where gold has it."""

from collections.abc import Sequence

from qawl.evaluation.figures import DatelineFigures, Share
from qawl.records import Dateline
from qawl.text.fold import fold


def dateline(predicted: Dateline, gold: Dateline) -> DatelineFigures:
    return DatelineFigures(
        place=_share([predicted.place or ""], [gold.place] if gold.place else []),
        date=_share([predicted.date or ""], [gold.date] if gold.date else []),
        agencies=_share(predicted.agencies, gold.agencies),
    )


def _share(predicted: Sequence[str], gold: Sequence[str]) -> Share:
    """One article counts once: a list of agencies is right as a whole, in its order."""
    return Share(_folded(predicted) == _folded(gold), 1) if gold else Share()


def _folded(names: Sequence[str]) -> list[str]:
    return [" ".join(fold(name).split()) for name in names]
