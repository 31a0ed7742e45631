"""What a question asks for, apart from how it is answered."""

from dataclasses import dataclass
from typing import TypedDict

DEFAULT_LIMIT = 50
HITS = 20
"""Articles in an answer to a search: each is opened to find where the words stand in it."""

MOST_ROWS = 10_000
"""The most rows that one answer holds; `after` goes on from there."""

SECONDS = 30.0


@dataclass(frozen=True, kw_only=True)
class Filter:
    """Which records are wanted; what is None does not matter. Not every field means something to every question.

    `text` is looked for as in a search. `party` is a name or part of one, of whoever has part in the record (the
    speaker, who owes and is owed, who claims and denies); `by` and `to` are those of a pledge. `since` and `until` are
    ISO days, both included. `once`: of what several articles tell, only the first telling. `state` is that of a
    pledge on the day `as_of`, today where that is None. `after` is the `next` of an earlier answer.
    """

    text: str | None = None
    party: str | None = None
    by: str | None = None
    to: str | None = None
    role: str | None = None
    country: str | None = None
    kind: str | None = None
    force: str | None = None
    mode: str | None = None
    outlet: str | None = None
    agency: str | None = None
    verdict: str | None = None
    since: str | None = None
    until: str | None = None
    due_since: str | None = None
    due_until: str | None = None
    headline: bool | None = None
    once: bool = False
    state: str | None = None
    as_of: str | None = None
    limit: int = DEFAULT_LIMIT
    after: str | None = None
    seconds: float | None = SECONDS


class Narrowed(TypedDict, total=False):
    """The fields of a filter but its text, as keyword arguments."""

    party: str | None
    by: str | None
    to: str | None
    role: str | None
    country: str | None
    kind: str | None
    force: str | None
    mode: str | None
    outlet: str | None
    agency: str | None
    verdict: str | None
    since: str | None
    until: str | None
    due_since: str | None
    due_until: str | None
    headline: bool | None
    once: bool
    state: str | None
    as_of: str | None
    limit: int
    after: str | None
    seconds: float | None


class Wanted(Narrowed, total=False):
    """The fields of a filter as keyword arguments."""

    text: str | None
