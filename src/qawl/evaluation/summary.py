"""An evaluation written down: a table for the terminal, and plain data for JSON."""

from collections.abc import Iterator

import msgspec

from qawl.evaluation.figures import Found, Rates, RoleFigures, Share
from qawl.evaluation.score import Evaluation

_HEADER = f"{'':<22}{'P':>7}{'R':>7}{'F1':>7}   right / read / gold"


def format_table(evaluation: Evaluation) -> str:
    """Write all figures as a compact table of per cents."""
    head = f"{evaluation.documents} documents, {evaluation.figures.detection.gold} statements in gold"
    rows = (_rates_row(name, rates, evaluation) for name, rates in _rates(evaluation))
    shares = (_share_row(name, share) for name, share in _shares(evaluation))
    return "\n".join([head, "", _HEADER, *rows, "", *shares])


def _rates(evaluation: Evaluation) -> Iterator[tuple[str, Rates]]:
    figures = evaluation.figures
    yield "usable", figures.usable
    yield "quotation exact", figures.quotation
    yield "detection", figures.detection
    yield "who, all records", figures.who.records
    for name in figures.roles.__struct_fields__:
        role: RoleFigures = getattr(figures.roles, name)
        yield f"{name} exact", role.exact
        yield f"{name} overlap", role.overlap
    for name, full in (("times", "value"), ("quantities", "value"), ("pledges", "full"), ("disputes", "full")):
        marks: Found = getattr(figures, name)
        yield f"{name} found", marks.found
        yield f"{name} {full}", marks.full


def _shares(evaluation: Evaluation) -> Iterator[tuple[str, Share]]:
    figures = evaluation.figures
    yield "who, aligned pairs", figures.who.aligned
    yield "who, detected pairs", figures.who.detected
    yield "who, none written", figures.who.unwritten
    yield "mode", figures.mode
    yield "force", figures.force
    yield "dateline place", figures.dateline.place
    yield "dateline date", figures.dateline.date
    yield "dateline agencies", figures.dateline.agencies
    yield "offsets in the text", figures.offsets


def _rates_row(name: str, rates: Rates, evaluation: Evaluation) -> str:
    numbers = "".join(f"{_per_cent(value):>7}" for value in (rates.precision, rates.recall, rates.f1))
    row = f"{name:<22}{numbers}   {rates.right} / {rates.predicted} / {rates.gold}"
    if rates is not evaluation.figures.usable:
        return row
    low, high = evaluation.usable_interval
    return f"{row}   95 %: {_per_cent(low)}–{_per_cent(high)}"


def _share_row(name: str, share: Share) -> str:
    return f"{name:<22}{_per_cent(share.share):>7}   {share.right} / {share.of}"


def _per_cent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"


def format_confusion(evaluation: Evaluation) -> str:
    """Write which force (rows: gold) was read as which (columns), over detected pairs."""
    labels = sorted({label for pair in evaluation.confusion for label in pair})
    head = f"{'gold, read as →':<16}" + "".join(f"{label:>9}" for label in labels)
    return "\n".join([head, *(_confusion_row(evaluation, gold, labels) for gold in labels)])


def _confusion_row(evaluation: Evaluation, gold: str, labels: list[str]) -> str:
    cells = (evaluation.confusion.get((gold, label), 0) for label in labels)
    return f"{gold:<16}" + "".join(f"{count or '·':>9}" for count in cells)


def as_json(evaluation: Evaluation, *, with_misses: bool = False) -> dict[str, object]:
    """Return an evaluation as data that JSON can hold; ratios from 0 to 1, null where nothing was measured."""
    data: dict[str, object] = {
        "documents": evaluation.documents,
        **_plain_fields(evaluation.figures),
        "usable_interval": list(evaluation.usable_interval),
        "force_confusion": _nested(evaluation.confusion),
        "by_document": {name: _plain(rates) for name, rates in evaluation.by_document.items()},
    }
    return data | ({"misses": msgspec.to_builtins(evaluation.misses)} if with_misses else {})


def _plain(figures: object) -> object:
    if isinstance(figures, Rates):
        ratios = {"precision": figures.precision, "recall": figures.recall, "f1": figures.f1}
        return ratios | msgspec.structs.asdict(figures)
    if isinstance(figures, Share):
        return {"share": figures.share} | msgspec.structs.asdict(figures)
    return _plain_fields(figures) if isinstance(figures, msgspec.Struct) else figures


def _plain_fields(figures: msgspec.Struct) -> dict[str, object]:
    return {name: _plain(getattr(figures, name)) for name in figures.__struct_fields__}


def _nested(confusion: dict[tuple[str, str], int]) -> dict[str, dict[str, int]]:
    rows: dict[str, dict[str, int]] = {}
    for (gold, predicted), count in sorted(confusion.items()):
        rows.setdefault(gold, {})[predicted] = count
    return rows
