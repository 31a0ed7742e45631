"""What a reading of one article holds; the field names are the gold set's and are fixed.

All spans are half-open ranges of code points of `document.text`. What is absent is None or ().
"""

from typing import Literal

import msgspec

from qawl.records.document import Document
from qawl.text.span import Span

Mode = Literal["direct", "indirect", "mixed"]
Force = Literal["assert", "deny", "accuse", "demand", "commit", "warn", "support", "expect"]
ActorKind = Literal["person", "state", "institution", "group", "medium", "document", "unnamed"]
Gender = Literal["m", "f"]
Number = Literal["singular", "dual", "plural"]
PledgeKind = Literal["promise", "expectation", "demand", "offer"]
Status = Literal["asserted", "attributed", "alleged", "denied", "conditional", "expected", "asked"]


class Reader(msgspec.Struct, frozen=True):
    """The program that made a reading."""

    name: str
    version: str


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """Place, agencies (from the outlet inward, as written) and ISO date of byline or first line."""

    place: str | None = None
    agencies: tuple[str, ...] = ()
    date: str | None = None


class Holder(msgspec.Struct, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """Who held an office on the day of publication: inferred from a table of office holders, not told by the article.

    `start` and `end` (in JSON `from` and `to`) are ISO dates of the term; `end` is None where it had not ended.
    `source` says where name and dates may be looked up.
    """

    name: str
    office: str
    country: str
    source: str
    start: str
    end: str | None = None
    inferred: bool = True


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """A person, state, institution, group, medium, document or unnamed source, with its mentions.

    `role` is the role as written, with its organisation and without the name; where the article has the role alone, it
    is the name as well. `country` is an ISO 3166 alpha-3 code or one of PLOVER's for parties that are no states,
    `sector` one of PLOVER's. `gender` and `number` are what the text shows. `holder` is who bore a role
    without a name on the day of publication.
    """

    id: str
    name: str
    kind: ActorKind | None = None
    role: str | None = None
    country: str | None = None
    sector: str | None = None
    gender: Gender | None = None
    number: Number | None = None
    holder: Holder | None = None
    mentions: tuple[Span, ...] = ()


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker who is said to have expressed a content, introduced by a cue.

    `speaker` is None where the verb alone carries it; `who` and `actor` are None where the article
    does not say or the reader does not know. `parent` is the id of the statement whose content
    holds this one. `time` is when it was said, an ISO 8601 value, where the text tells it beside the cue. `rule` names
    the rule that made the record.
    """

    id: str
    cue: Span
    speaker: Span | None
    who: str | None
    actor: str | None
    content: tuple[Span, ...]
    mode: Mode
    force: Force
    headline: bool = False
    addressee: Span | None = None
    occasion: Span | None = None
    time: str | None = None
    via: tuple[str, ...] = ()
    parent: str | None = None
    rule: str = ""


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """An expression that names a calendar time, and its ISO 8601 value."""

    span: Span
    value: str | None


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A count or amount: number with its unit or counted noun.

    `value` is an int where it is whole. `unit` is as written; `unit_code` its normal form where there is one: a
    currency's of ISO 4217, a measure's of UCUM, `%`. `rule` names the rule that made the record.
    """

    span: Span
    value: int | float
    unit: str | None = None
    unit_code: str | None = None
    rule: str = ""


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """An act told in the article, in PLOVER terms, with the status it has there.

    `span` is the trigger: the verb or noun that tells the act, with the light verb or object next to it. `actor` and
    `recipient` are ids of actors. `holder` is the id of the statement that carries it, or that it is (`rule` is then
    `statement:…`). `time` is an ISO 8601 value; `quantities` are places in the reading's list of quantities.
    """

    id: str
    span: Span
    type: str
    status: Status
    mode: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    holder: str | None = None
    context: tuple[str, ...] = ()
    place: Span | None = None
    time: str | None = None
    quantities: tuple[int, ...] = ()
    rule: str = ""


class Pledge(msgspec.Struct, frozen=True, kw_only=True):
    """A future act that someone owes, promises, offers, is asked for or is expected to do."""

    act: Span
    by: str | None
    to: str | None
    kind: PledgeKind
    due: str | None = None
    condition: Span | None = None
    statement: str | None = None
    rule: str = ""


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """Something that one party says and another says is not so."""

    claim: Span
    claimed_by: tuple[str, ...]
    denial: Span
    denied_by: tuple[str, ...]
    rule: str = ""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was read from one document."""

    document: Document
    reader: Reader
    dateline: Dateline
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    disputes: tuple[Dispute, ...] = ()
