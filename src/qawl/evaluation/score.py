"""Scoring a reader, or readings that are there already, against gold."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

import msgspec

from qawl.evaluation import marks, roles
from qawl.evaluation.alignment import Alignment, align_statements
from qawl.evaluation.bootstrap import interval
from qawl.evaluation.dateline import dateline
from qawl.evaluation.figures import Figures, Rates, Share
from qawl.evaluation.gold import AnyReading, GoldArticle, lies_in, load_gold, spans_in
from qawl.evaluation.misses import Miss, misses
from qawl.evaluation.units import Units, units_of
from qawl.evaluation.who import usable, who
from qawl.records import Document, Reading


class Evaluation(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader got right and wrong on a set of gold articles.

    `confusion` counts (gold force, predicted force); `by_document` has the usable figure of each.
    """

    documents: int
    figures: Figures
    usable_interval: tuple[float, float]
    confusion: dict[tuple[str, str], int]
    misses: tuple[Miss, ...]
    by_document: dict[str, Rates]


def evaluate(gold_dir: Path, *, ids: Collection[str] | None = None, read: Callable[[Document], Reading]) -> Evaluation:
    """Read the documents of a gold folder (all, or those of `ids`) and score the readings."""
    articles = load_gold(gold_dir, ids)
    return score((read(article.document), article) for article in articles)


def score(pairs: Iterable[tuple[AnyReading, GoldArticle]]) -> Evaluation:
    """Score predictions against gold; a prediction is a reading, or fields in the form of gold.

    Raises ValueError where a reading is of another text than its gold, whose offsets mean nothing there.
    """
    results = sorted((score_article(prediction, article) for prediction, article in pairs), key=lambda one: one.id)
    return Evaluation(
        documents=len(results),
        figures=sum((one.figures for one in results), Figures()),
        usable_interval=interval([one.figures.usable for one in results]),
        confusion=dict(sum((one.confusion for one in results), Counter[tuple[str, str]]())),
        misses=tuple(miss for one in results for miss in one.misses),
        by_document={one.id: one.figures.usable for one in results},
    )


class ArticleScore(msgspec.Struct, frozen=True, kw_only=True):
    """The figures and misses of one article."""

    id: str
    figures: Figures
    confusion: Counter[tuple[str, str]]
    misses: list[Miss]


def score_article(prediction: AnyReading, article: GoldArticle) -> ArticleScore:
    """Score one prediction against the gold of its article."""
    _check_same_text(prediction, article)
    units = units_of(article.document.text)
    alignment = align_statements(units, prediction.statements, article.gold.statements)
    return ArticleScore(
        id=article.document.id,
        figures=_figures(units, alignment, prediction, article.gold),
        confusion=roles.force_confusion(alignment),
        misses=list(misses(article.document, alignment)),
    )


def _check_same_text(prediction: AnyReading, article: GoldArticle) -> None:
    if isinstance(prediction, Reading) and prediction.document.text != article.document.text:
        raise ValueError(f"{article.document.id}: the reading is of another text than the gold")


def _figures(units: Units, alignment: Alignment, prediction: AnyReading, gold: AnyReading) -> Figures:
    return Figures(
        usable=usable(alignment),
        quotation=roles.quotation(alignment),
        detection=roles.detection(alignment),
        roles=roles.roles(alignment),
        who=who(alignment),
        mode=roles.mode(alignment),
        force=roles.force(alignment),
        times=marks.found(units, marks.TIMES, prediction.times, gold.times),
        quantities=marks.found(units, marks.QUANTITIES, prediction.quantities, gold.quantities),
        pledges=marks.found(units, marks.PLEDGES, prediction.pledges, gold.pledges),
        disputes=marks.found(units, marks.DISPUTES, prediction.disputes, gold.disputes),
        dateline=dateline(prediction.dateline, gold.dateline),
        offsets=offsets(prediction, len(units.text)),
    )


def offsets(prediction: AnyReading, length: int) -> Share:
    """Count the spans that lie in the text; one that is empty or runs backwards does not."""
    inside = [lies_in(span, length) for _, span in spans_in(prediction)]
    return Share(sum(inside), len(inside))
