"""What is owed and what is disputed, in the list beside the article: pledges and disputes with their records."""

from collections.abc import Iterator

from qawl.export.labels import PARTS, PLEDGES, digits, when
from qawl.export.panel import CONTENT_LENGTH, NAME_LENGTH, SpanLike, row, words
from qawl.export.sheet import Sheet, safe
from qawl.export.visible import shortened
from qawl.records import Dispute, Pledge


def pledges(sheet: Sheet) -> str:
    """Return who owes what by when as HTML; nothing where nothing is owed."""
    entries = (_pledge(sheet, number, pledge) for number, pledge in enumerate(sheet.reading.pledges))
    return section("مَن عليه ماذا، ومتى", "\n".join(entries))


def disputes(sheet: Sheet) -> str:
    """Return what is disputed as HTML; nothing where nothing is."""
    entries = (_dispute(sheet, number, dispute) for number, dispute in enumerate(sheet.reading.disputes))
    return section("ما اختُلف فيه", "\n".join(entries))


def section(heading: str, entries: str) -> str:
    """Return a section of the list, or nothing where it has no entries."""
    return f'<section class="group owed tu"><h4>{heading}</h4>\n<ol>{entries}</ol></section>' if entries else ""


def entry(sheet: Sheet, key: str, summary: str, rows: Iterator[str], start: int) -> str:
    """Return an entry of the list: its summary, its record, and the way to its place in the article."""
    place = sheet.places.get(max(0, start))
    link = f'\n<a class="go" href="#{place}">إلى موضعه في المقال</a>' if place else ""
    return (
        f'<li class="entry" data-e="{key}"><details><summary id="d{key}">{summary}</summary>\n'
        f'<dl id="r{key}">{"".join(rows)}</dl>{link}</details></li>'
    )


# -- pledges --------------------------------------------------------------------------------------


def _pledge(sheet: Sheet, number: int, pledge: Pledge) -> str:
    due = f' <span class="due">{safe(when(pledge.due))}</span>' if pledge.due else ""
    summary = (
        f'<span class="force {_FORCES[pledge.kind]}">{PLEDGES[pledge.kind]}</span> '
        f"<b><bdi>{_name(pledge.by)}</bdi></b>{_towards(pledge.to)}{due}{_said(sheet, pledge.act)}"
    )
    return entry(sheet, sheet.pledge_key(number), summary, _pledge_rows(sheet, pledge), pledge.act.start)


_FORCES = {"promise": "commit", "offer": "commit", "demand": "demand", "expectation": "expect"}
"""The force whose colour a kind of pledge has."""


def _towards(to: str | None) -> str:
    return f' <span class="how">نحو <bdi>{safe(shortened(to, NAME_LENGTH))}</bdi></span>' if to else ""


def _pledge_rows(sheet: Sheet, pledge: Pledge) -> Iterator[str]:
    yield row("مَن عليه", _name(pledge.by))
    yield row("لمن", safe(pledge.to or ""))
    yield row(PARTS["act"], words(sheet, pledge.act))
    yield row("الموعد", _due(pledge))
    yield row(PARTS["condition"], words(sheet, pledge.condition))
    yield row("في القول", statement_link(sheet, pledge.statement))
    yield row("القاعدة", code(pledge.rule))


def _due(pledge: Pledge) -> str:
    return f"{safe(when(pledge.due))} {code(pledge.due)}" if pledge.due else ""


def statement_link(sheet: Sheet, statement: str | None) -> str:
    """Return a link to a statement by its id, or nothing."""
    index = next((n for n, made in enumerate(sheet.reading.statements) if made.id == statement), None)
    return "" if index is None else f'<a href="#{sheet.anchor(index)}">{digits(index + 1)}</a>'


# -- disputes -------------------------------------------------------------------------------------


def _dispute(sheet: Sheet, number: int, dispute: Dispute) -> str:
    claimants, deniers = "، ".join(dispute.claimed_by), "، ".join(dispute.denied_by)
    denial = "" if dispute.denial == dispute.claim else _said(sheet, dispute.denial)
    summary = (
        f'<span class="how">ادّعاه</span> <b><bdi>{_name(claimants)}</bdi></b>{_said(sheet, dispute.claim)}'
        f'<span class="force deny">نفاه</span> <b><bdi>{_name(deniers)}</bdi></b>{denial}'
    )
    return entry(sheet, sheet.dispute_key(number), summary, _dispute_rows(sheet, dispute), dispute.denial.start)


def _dispute_rows(sheet: Sheet, dispute: Dispute) -> Iterator[str]:
    yield row(PARTS["claim"], words(sheet, dispute.claim))
    yield row("ادّعاه", "، ".join(map(safe, dispute.claimed_by)))
    yield row(PARTS["denial"], words(sheet, dispute.denial))
    yield row("نفاه", "، ".join(map(safe, dispute.denied_by)))
    yield row("القاعدة", code(dispute.rule))


# -- words ----------------------------------------------------------------------------------------


def _name(name: str | None) -> str:
    return safe(shortened(name, NAME_LENGTH)) if name else "غير مسمّى"


def _said(sheet: Sheet, span: SpanLike) -> str:
    text = sheet.reading.document.text[max(0, span[0]) : max(0, span[1])]
    return f'<span class="said">{safe(shortened(text, CONTENT_LENGTH))}</span>'


def code(value: str | None) -> str:
    """Return a value as the record writes it, or nothing."""
    return f'<code dir="ltr">{safe(value)}</code>' if value else ""
