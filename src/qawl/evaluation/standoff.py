"""Gold without words: offsets, codes and a hash of each text, laid on articles that are not ours to ship.

A name (`who`, `by`, `unit`, …) is written as the span `[start, end]` where it stands in the text, or
`[start, end, "al"]` where its article is fused with a preposition there and the first alef is to be put before it.
Offsets are code points of the text that the file describes in `text`.
"""

import gzip
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from qawl.evaluation.gold import Gold, GoldArticle, GoldError
from qawl.records import Document

_NAMES = {
    "statements": ("who", "via"),
    "pledges": ("by", "to"),
    "disputes": ("claimed_by", "denied_by"),
    "quantities": ("unit",),
}
_LISTS = frozenset(("via", "claimed_by", "denied_by"))
_PARTS = ("title", "byline", "body")
_Row = dict[str, Any]


def load_standoff(path: Path, corpus: Path) -> dict[str, list[GoldArticle]]:
    """Return the articles of a stand-off file by its parts (`a`, `b`), their texts taken from `corpus`, a `.jsonl.gz`.

    Raises `GoldError` where a text is missing or is not the one that was annotated.
    """
    rows: list[_Row] = msgspec.json.decode(path.read_bytes())["articles"]
    texts = dict(_documents(corpus, {row["id"] for row in rows}))
    halves: dict[str, list[GoldArticle]] = {}
    for row in rows:
        if row["id"] not in texts:
            raise GoldError(path, f"{row['id']} is not in {corpus}")
        halves.setdefault(row["half"], []).append(_article(path, row, texts[row["id"]]))
    return halves


def _documents(corpus: Path, ids: set[str]) -> Iterator[tuple[str, Document]]:
    with gzip.open(corpus) as lines:
        for line in lines:
            record = msgspec.json.decode(line)
            if record["id"] in ids:
                text = "\n\n".join(record[part] for part in _PARTS if record.get(part)) + "\n"
                yield (
                    record["id"],
                    Document(
                        id=record["id"], text=text, source=record.get("source"), published=record.get("published")
                    ),
                )


def _article(path: Path, row: _Row, document: Document) -> GoldArticle:
    if sha256(document.text.encode()).hexdigest() != row["sha256"]:
        raise GoldError(path, f"{row['id']}: the corpus has another text than the one that was annotated")
    return GoldArticle(document, msgspec.convert(_with_names(row, document.text), Gold))


def _with_names(row: _Row, text: str) -> _Row:
    """Put names for the spans that stand for them."""

    def name(value: Any) -> str | None:  # noqa: ANN401 - JSON
        if value is None or isinstance(value, str):
            return value
        return ("ا" if len(value) > 2 else "") + text[value[0] : value[1]]

    dateline = row["dateline"]
    named = row | {
        "dateline": dateline | {"place": name(dateline["place"]), "agencies": _all(name, dateline["agencies"])}
    }
    for kind, fields in _NAMES.items():
        named[kind] = [_renamed(record, fields, name) for record in row[kind]]
    return named


def _renamed(record: Mapping[str, Any], fields: tuple[str, ...], name: Callable[[Any], str | None]) -> _Row:
    return dict(record) | {f: _all(name, record[f]) if f in _LISTS else name(record[f]) for f in fields}


def _all(name: Callable[[Any], str | None], values: list[Any]) -> list[str]:
    return [found for value in values if (found := name(value)) is not None]
