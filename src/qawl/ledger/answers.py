"""The rows that questions are answered with: the columns of the views, typed."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

import msgspec

from qawl.text.span import Span

if TYPE_CHECKING:
    import pandas  # type: ignore[import-not-found,import-untyped,unused-ignore]
    import pyarrow  # type: ignore[import-not-found,import-untyped,unused-ignore]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What every record says of itself and of the article it stands in.

    `articles`: how many tell the same; `witnesses`: how many of these are no copies of one another and credit no common
    agency.
    """

    id: str
    published: str | None
    outlet: str | None
    agencies: tuple[str, ...]
    title: str | None
    url: str | None
    document: str
    rule: str
    verdict: str | None
    judged_by: str | None
    note: str | None
    articles: int
    witnesses: int


class StatementRow(Row, frozen=True, kw_only=True):
    """Who said what. `speaker` is `read_as` unless a person corrected it."""

    speaker: str | None
    kind: str | None
    role: str | None
    country: str | None
    sector: str | None
    force: str
    mode: str
    headline: bool
    cue: str
    content: str
    addressee: str | None
    occasion: str | None
    time: str | None
    via: tuple[str, ...]
    cue_start: int
    cue_end: int
    content_spans: tuple[Span, ...]
    read_as: str | None


class PledgeRow(Row, frozen=True, kw_only=True):
    """Who owes what to whom by when."""

    kind: str
    owed_by: str | None
    owed_to: str | None
    due: str | None
    act: str
    condition: str | None
    speaker: str | None
    statement: str | None
    act_start: int
    act_end: int


class FollowedRow(PledgeRow, frozen=True, kw_only=True):
    """A pledge and what became of it: open, kept, overdue or withdrawn.

    `closed_by` is the record in the sentence `closing`, whose article appeared on `closed_on`; `link` is the number of
    the link between them, a candidate until a person judges `link.N`. `late`: kept after its due day had passed.
    """

    state: str
    late: bool
    closed_by: str | None
    closed_on: str | None
    closing: str | None
    closing_score: float | None
    link: int | None


class DisputeRow(Row, frozen=True, kw_only=True):
    """Who claims and who denies what."""

    claimed_by: tuple[str, ...]
    claim: str
    denied_by: tuple[str, ...]
    denial: str
    claim_start: int
    claim_end: int
    denial_start: int
    denial_end: int


class CopyRow(msgspec.Struct, frozen=True, kw_only=True):
    """An article among the copies of one: `score` is how like the earliest it is, 0 to 1; `agency` the one credited."""

    cluster: int
    agency: str | None
    score: float
    earliest: bool
    id: str
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None


class RoleRow(msgspec.Struct, frozen=True, kw_only=True):
    """A role in which a party was met, and from when to when."""

    role: str | None
    country: str | None
    first: str | None
    last: str | None
    articles: int


class PartyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A party across articles: under which names and in which roles it was met, and how often it spoke."""

    id: int
    name: str
    kind: str | None
    statements: int
    articles: int
    first: str | None
    last: str | None
    aliases: tuple[str, ...]
    roles: tuple[RoleRow, ...]
    variants: tuple[str, ...]


class HitRow(msgspec.Struct, frozen=True, kw_only=True):
    """An article in which the words stand: where, and one passage around them.

    `places` are spans of the article's raw text; `snippet` is `text[snippet_start:snippet_end]`.
    """

    id: str
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    places: tuple[Span, ...]
    snippet: str
    snippet_start: int
    snippet_end: int


A = TypeVar("A", bound=msgspec.Struct)


class Answers(Sequence[A], Generic[A]):
    """The rows of an answer; `next` goes into a filter's `after` to go on, and is None where there is no more."""

    def __init__(self, rows: Sequence[A], after: str | None = None) -> None:
        self.rows = tuple(rows)
        self.next = after

    @overload
    def __getitem__(self, place: int) -> A: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[A]: ...
    def __getitem__(self, place: int | slice) -> A | Sequence[A]:
        return self.rows[place]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[A]:
        return iter(self.rows)

    def __repr__(self) -> str:
        return f"Answers({list(self.rows)!r}, after={self.next!r})"

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the rows as dicts of plain values."""
        return [msgspec.to_builtins(row) for row in self.rows]

    def to_pandas(self) -> "pandas.DataFrame":
        """Return the rows as a pandas DataFrame; needs pandas."""
        return _optional("pandas").DataFrame(self.to_dicts())

    def to_arrow(self) -> "pyarrow.Table":
        """Return the rows as a pyarrow Table; needs pyarrow."""
        return _optional("pyarrow").Table.from_pylist(self.to_dicts())


def _optional(module: str) -> ModuleType:
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(f"this needs {module}, which is not installed: pip install {module}") from error
