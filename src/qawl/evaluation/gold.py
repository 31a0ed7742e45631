"""A gold folder: `ID.json` (the document) beside `ID.gold.json` (its fields, annotated by hand)."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from qawl.records import Dateline, Dispute, Document, Pledge, Quantity, Reading, Statement, Time
from qawl.records.reading import Force, Mode
from qawl.text.span import Span

_SUFFIX = ".gold.json"
_Decoded = TypeVar("_Decoded")


class GoldError(ValueError):
    """Gold that cannot be scored against; the message names the file and, where it can, the field."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path


class GoldStatement(msgspec.Struct, frozen=True, kw_only=True):
    """A statement as annotators write it: as `Statement`, without what only a program knows."""

    cue: Span
    speaker: Span | None
    who: str | None
    content: tuple[Span, ...]
    mode: Mode
    force: Force
    headline: bool = False
    addressee: Span | None = None
    occasion: Span | None = None
    via: tuple[str, ...] = ()


class Gold(msgspec.Struct, frozen=True, kw_only=True):
    """The annotated fields of one article.

    All are required: a list left out by mistake would otherwise count as one that is empty.
    """

    id: str
    dateline: Dateline
    statements: tuple[GoldStatement, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    pledges: tuple[Pledge, ...]
    disputes: tuple[Dispute, ...]


class GoldArticle(msgspec.Struct, frozen=True):
    """A document and its gold."""

    document: Document
    gold: Gold


AnyStatement = Statement | GoldStatement
AnyReading = Reading | Gold


def load_gold(folder: Path, ids: Collection[str] | None = None) -> list[GoldArticle]:
    """Return the articles of a gold folder in the order of their ids, all or those of `ids`.

    Raises `GoldError` where the folder, one of its files or one of `ids` is missing or wrong.
    """
    found = {path.name.removesuffix(_SUFFIX): path for path in sorted(folder.glob(f"*{_SUFFIX}"))}
    if not found:
        raise GoldError(folder, f"no ID{_SUFFIX} in this folder" if folder.is_dir() else "not a folder")
    missing = sorted(set(ids or ()) - found.keys())
    if missing:
        raise GoldError(folder, f"no gold for {', '.join(missing)}")
    return [load_article(path) for name, path in found.items() if ids is None or name in ids]


def load_article(path: Path) -> GoldArticle:
    """Load `ID.gold.json` and the document beside it, and check that they belong together."""
    document_path = path.with_name(path.name.removesuffix(_SUFFIX) + ".json")
    if not document_path.is_file():
        raise GoldError(path, f"its document {document_path.name} is missing")
    article = GoldArticle(_decode(document_path, Document), _decode(path, Gold))
    if article.gold.id != article.document.id:
        raise GoldError(path, f"id: {article.gold.id!r}, but {document_path.name} has {article.document.id!r}")
    for problem in _bad_spans(article.gold, len(article.document.text)):
        raise GoldError(path, problem)
    return article


def _decode(path: Path, kind: type[_Decoded]) -> _Decoded:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise GoldError(path, str(error)) from error


def _bad_spans(gold: Gold, length: int) -> Iterator[str]:
    for field, span in spans_in(gold):
        if not lies_in(span, length):
            yield f"{field}: [{span.start}, {span.end}] holds no words of a text of {length} characters"


def spans_in(record: object, field: str = "") -> Iterator[tuple[str, Span]]:
    """Yield every span that a record holds at any depth, with the path of its field."""
    if isinstance(record, Span):
        yield field, record
    elif isinstance(record, tuple):
        for index, item in enumerate(record):
            yield from spans_in(item, f"{field}[{index}]")
    elif isinstance(record, msgspec.Struct):
        for name in record.__struct_fields__:
            yield from spans_in(getattr(record, name), f"{field}.{name}" if field else name)


def lies_in(span: Span, length: int) -> bool:
    """Whether a span holds at least one character of a text of `length`."""
    return 0 <= span.start < span.end <= length
