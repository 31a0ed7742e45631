"""Cases of pledges and disputes: `tests/cases/pledges.toml`, `tests/cases/disputes.toml`.

A case gives words where a record has offsets, and all the records that a reading of its text holds.
"""

import msgspec

from qawl.records import Dispute, Document, Pledge
from qawl.text.span import Span

from .cases import CASES, NEUTRAL_TITLE, article, trimmed


class ExpectedPledge(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A pledge in words."""

    act: str
    by: str
    kind: str
    to: str | None = None
    due: str | None = None
    condition: str | None = None


class ExpectedDispute(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A dispute in words."""

    claim: str
    denial: str
    denied_by: str
    claimed_by: str | None = None


class _Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: str
    text: str
    title: str = NEUTRAL_TITLE
    published: str | None = None
    gap: str | None = None

    @property
    def document(self) -> Document:
        return Document(id=self.id, text=article(self.title, self.text), published=self.published)


class PledgeCase(_Case, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An article and its pledges in the order of their acts."""

    pledges: tuple[ExpectedPledge, ...]


class DisputeCase(_Case, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An article and its disputes in the order of their denials."""

    disputes: tuple[ExpectedDispute, ...]


def pledge_cases() -> tuple[PledgeCase, ...]:
    """Return the cases of pledges."""
    return msgspec.toml.decode((CASES / "pledges.toml").read_bytes(), type=dict[str, tuple[PledgeCase, ...]])["case"]


def dispute_cases() -> tuple[DisputeCase, ...]:
    """Return the cases of disputes."""
    return msgspec.toml.decode((CASES / "disputes.toml").read_bytes(), type=dict[str, tuple[DisputeCase, ...]])["case"]


def pledge_in_words(pledge: Pledge, text: str) -> dict[str, object]:
    """Return what a case says of a pledge."""
    return {
        "act": _words(pledge.act, text),
        "by": pledge.by,
        "kind": pledge.kind,
        "due": pledge.due,
        "condition": _words(pledge.condition, text),
    }


def dispute_in_words(dispute: Dispute, text: str) -> dict[str, object]:
    """Return what a case says of a dispute."""
    return {
        "claim": _words(dispute.claim, text),
        "denial": _words(dispute.denial, text),
        "denied_by": "; ".join(dispute.denied_by),
        "claimed_by": "; ".join(dispute.claimed_by) or None,
    }


def _words(span: Span | None, text: str) -> str | None:
    return None if span is None else trimmed(span.of(text))
