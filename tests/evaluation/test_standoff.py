"""Stand-off gold: laid on the text it was made for, and on no other."""

import gzip
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from qawl.evaluation.gold import GoldError
from qawl.evaluation.standoff import load_standoff

BODY = "أعلن مدير الميناء سالم الحداد في مسقط أن السفينة وصلت، وقال للصحفيين إنها سليمة."
TEXT = f"السفينة وصلت\n\n{BODY}\n"


def _span(words: str) -> list[int]:
    start = TEXT.index(words, len("السفينة وصلت"))
    return [start, start + len(words)]


def _row() -> dict[str, Any]:
    statement = {"speaker": None, "mode": "indirect", "force": "assert", "headline": False, "via": []}
    first = statement | {"cue": _span("أعلن"), "who": _span("سالم الحداد"), "content": [_span("السفينة وصلت")]}
    second = statement | {"cue": _span("وقال"), "who": [*_span("لصحفيين"), "al"], "content": [_span("سليمة")]}
    return {
        "id": "one",
        "half": "a",
        "sha256": sha256(TEXT.encode()).hexdigest(),
        "dateline": {"place": _span("مسقط"), "agencies": [], "date": None},
        "statements": [first, second],
        "times": [],
        "quantities": [{"span": _span("السفينة"), "value": 1, "unit": "%"}],
        "pledges": [],
        "disputes": [
            {"claim": _span("سليمة"), "claimed_by": [None, _span("مسقط")], "denial": _span("سليمة"), "denied_by": []}
        ],
    }


def _files(folder: Path, row: dict[str, Any], body: str = BODY) -> tuple[Path, Path]:
    gold, corpus = folder / "gold.json", folder / "corpus.jsonl.gz"
    gold.write_text(json.dumps({"articles": [row]}))
    article = {"id": "one", "title": "السفينة وصلت", "byline": "", "body": body, "published": "2024-03-04"}
    corpus.write_bytes(gzip.compress(json.dumps(article).encode()))
    return gold, corpus


def test_names_are_read_off_the_text(tmp_path: Path) -> None:
    (article,) = load_standoff(*_files(tmp_path, _row()))["a"]
    gold = article.gold
    assert article.document.text == TEXT
    assert [s.who for s in gold.statements] == ["سالم الحداد", "الصحفيين"]
    assert (gold.dateline.place, gold.quantities[0].unit, gold.disputes[0].claimed_by) == ("مسقط", "%", ("مسقط",))
    assert gold.statements[0].cue.of(TEXT) == "أعلن"


def test_another_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="one: the corpus has another text"):
        load_standoff(*_files(tmp_path, _row(), BODY + " "))


def test_a_missing_article_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="two is not in"):
        load_standoff(*_files(tmp_path, _row() | {"id": "two"}))


def test_the_shipped_file_holds_no_words(root: Path) -> None:
    assert (root / "evaluation" / "standoff" / "gold.json").read_text(encoding="utf-8").isascii()


def test_the_shipped_file_fits_the_corpus(root: Path) -> None:
    corpus = root / "../shared/corpus/saudinews-2015.jsonl.gz"
    if not corpus.is_file():
        pytest.skip("the corpus is not here (../shared)")
    halves = load_standoff(root / "evaluation" / "standoff" / "gold.json", corpus)
    assert {half: len(articles) for half, articles in halves.items()} == {"a": 25, "b": 25}
