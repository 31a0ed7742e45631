"""Answers shown: a table on a terminal, JSON Lines, or CSV."""

import csv
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import click
import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from qawl.cli.console import console as make_console
from qawl.cli.terminal import FORCE_STYLES, PLEDGE_STYLES, isolated
from qawl.export.cells import cell
from qawl.export.visible import shortened, visible
from qawl.ledger import Answers
from qawl.ledger.answers import CopyRow, DisputeRow, FollowedRow, HitRow, PartyRow, RoleRow, Row, StatementRow
from qawl.ledger.story import StoryRow

WIDEST = 140
DAY_WIDTH, WHO_WIDTH, HOW_WIDTH, GAPS = 14, 20, 11, 6
LINES = 4
"""A cell shows so many lines at most."""

SHOWN_HASH = 8
"""So many letters of an article's id are shown; they may be used in place of the whole."""

VERDICT_STYLES = {"right": "bold green", "wrong": "bold red", "corrected": "bold yellow"}


@dataclass(frozen=True, kw_only=True)
class View:
    """How an answer is to be shown."""

    as_json: bool = False
    as_csv: bool = False
    color: bool | None = None


def show(question: str, pages: Iterable[Answers[Any]], view: View) -> None:
    """Show the pages of an answer, and how to go on where there is more."""
    if view.as_json:
        after = _write_json(pages)
    elif view.as_csv:
        after = _write_csv(pages)
    else:
        after = _print_table(question, pages, view)
    if after is not None:
        click.echo(f"There is more: --after {after}", err=True)


def _write_json(pages: Iterable[Answers[Any]]) -> str | None:
    encoder, after = msgspec.json.Encoder(), None
    for page in pages:
        for row in page:
            sys.stdout.buffer.write(encoder.encode(row) + b"\n")
        sys.stdout.buffer.flush()
        after = page.next
    return after


# CSV


def _write_csv(pages: Iterable[Answers[Any]]) -> str | None:
    """Write UTF-8 with a head. Lists are joined by `; `, spans stay JSON."""
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="", write_through=True)
    writer, after, headed = csv.writer(out, lineterminator="\n"), None, False
    try:
        for page in pages:
            for row in page:
                if not headed:
                    writer.writerow(row.__struct_fields__)
                    headed = True
                writer.writerow([cell(getattr(row, name)) for name in row.__struct_fields__])
            after = page.next
    finally:
        out.detach()
    return after


# The table


def _print_table(question: str, pages: Iterable[Answers[Any]], view: View) -> str | None:
    console, after, count = make_console(view.color), None, 0
    for page in pages:
        if page:
            console.print(_table(_ROWS[question], page, min(console.width, WIDEST)))
        after, count = page.next, count + len(page)
    if not count:
        console.print("Nothing was found.", style="dim")
    return after


def _table(cells: "Cells", rows: Iterable[Any], width: int) -> Table:
    """Return the rows as a table of four columns: when and where, who, how, the words."""
    rest = max(width - DAY_WIDTH - WHO_WIDTH - HOW_WIDTH - GAPS, 20)
    table = Table.grid(padding=(0, 2, 1, 0))
    for column in (DAY_WIDTH, WHO_WIDTH, HOW_WIDTH, rest):
        table.add_column(width=column, no_wrap=True)
    for row in rows:
        widths = (DAY_WIDTH, WHO_WIDTH, HOW_WIDTH, rest)
        table.add_row(*(_stacked(list(parts), column) for parts, column in zip(cells(row), widths, strict=True)))
    return table


def _stacked(parts: Iterable[Text | None], width: int) -> Text:
    """Return a cell: each part wrapped by itself, each line of Arabic isolated."""
    lines = [line for part in parts if part is not None for line in _wrapped(part, width)]
    return Text("\n").join(lines)


_MEASURE = Console(file=io.StringIO(), width=WIDEST)


def _wrapped(part: Text, width: int) -> list[Text]:
    lines = part.wrap(_MEASURE, width)
    for line in lines:
        line.rstrip()
    return [isolated(line) if any(char > "\u0590" for char in line.plain) else line for line in lines]


Cell = Iterable[Text | None]
Row4 = tuple[Cell, Cell, Cell, Cell]
Cells = Callable[[Any], Row4]


def _words(words: str | None, style: str = "", limit: int = 300) -> Text | None:
    return Text(shortened(visible(words), limit), style) if words else None


def _names(names: Iterable[str], style: str = "") -> Iterator[Text | None]:
    for name in names:
        yield _words(name, style, WHO_WIDTH * 2)


def _place(row: Row) -> Iterator[Text | None]:
    yield Text(row.published or "no date")
    yield _words(row.outlet, "dim", DAY_WIDTH * 2)
    for agency in row.agencies:
        if agency != row.outlet:
            yield _words(f"← {agency}", "dim", DAY_WIDTH * 2)
    yield from _told(row)


def _told(row: Row | StoryRow) -> Iterator[Text]:
    if row.articles > 1:
        yield Text(f"{row.articles:,} articles")
        yield Text(f"{row.witnesses:,} witness{'es' if row.witnesses > 1 else ''}")


def _id(row: Row) -> Text:
    name, dot, anchor = row.id.partition(".")
    return Text(name[:SHOWN_HASH] + dot + anchor, "dim")


def _verdict(row: Row) -> Iterator[Text | None]:
    if row.verdict:
        yield Text(row.verdict, VERDICT_STYLES[row.verdict])
        yield _words(row.judged_by and f"by {row.judged_by}", "dim")


def _statement(row: StatementRow) -> Row4:
    who = _words(row.speaker, "bold", WHO_WIDTH * 3) or Text("unknown", "dim")
    how = [Text(row.force, FORCE_STYLES.get(row.force, "")), Text(row.mode, "dim")]  # type: ignore[call-overload]
    return (
        _place(row),
        (who, _words(row.role, "dim", WHO_WIDTH * 3)),
        (*how, *_verdict(row)),
        (_words(row.content) or Text("(nothing)", "dim"), _id(row)),
    )


def _pledge(row: FollowedRow) -> Row4:
    by = _words(row.owed_by, "bold") or Text("nobody named", "dim")
    due = Text(f"due {visible(row.due)}", "bold") if row.due else None
    condition = _words(row.condition and f"… {row.condition}", "dim")
    return (
        _place(row),
        (by, _words(row.owed_to and f"→ {row.owed_to}", "", WHO_WIDTH * 2)),
        (Text(row.kind, PLEDGE_STYLES.get(row.kind, "")), due, _state(row), *_verdict(row)),  # type: ignore[call-overload]
        (_words(row.act), condition, _closing(row), _id(row)),
    )


STATE_STYLES = {"kept": "green", "overdue": "bold red", "withdrawn": "magenta", "open": "dim"}


def _state(row: FollowedRow) -> Text:
    return Text("kept late" if row.late else row.state, STATE_STYLES[row.state])


def _closing(row: FollowedRow) -> Text | None:
    """Return the sentence that closes a pledge, behind its day and the number of the link."""
    if row.closing is None:
        return None
    return Text(f"{row.closed_on} link.{row.link}: ", "dim") + (_words(row.closing, "italic") or Text(""))


def _dispute(row: DisputeRow) -> Row4:
    nobody = Text("nobody named", "dim")
    denial = [_words(row.denial, "")] if row.denial != row.claim else []
    return (
        _place(row),
        (*(list(_names(row.claimed_by, "bold")) or [nobody]), Text("denied by", "red"), *_names(row.denied_by, "bold")),
        _verdict(row),
        (_words(row.claim), *denial, _id(row)),
    )


def _party(row: PartyRow) -> Row4:
    roles = [line for role in row.roles[:LINES] if role.role for line in _role(role)]
    others = _words(" · ".join(row.aliases) and f"also {' · '.join(row.aliases)}", "dim")
    variants = _words(" · ".join(row.variants) and f"perhaps {' · '.join(row.variants)}", "dim")
    return (
        (Text(_period(row.first, row.last)),),
        (_words(row.name, "bold"), Text(row.kind or "", "dim")),
        (Text(f"{row.statements:,} said"), Text(f"{row.articles:,} articles", "dim")),
        (*roles, others, variants),
    )


def _role(role: RoleRow) -> Iterator[Text | None]:
    yield _words(role.role)
    yield Text(_period(role.first, role.last).replace("\n", " – "), "dim")


def _period(first: str | None, last: str | None) -> str:
    return first or "" if first == last else f"{first or '?'}\n{last or '?'}"


def _hit(row: HitRow) -> Row4:
    return (
        (Text(row.published or "no date"), _words(row.outlet, "dim", DAY_WIDTH * 2)),
        (_words(row.title, "bold", WHO_WIDTH * 4),),
        (Text(f"{len(row.places):,} ×"),),
        (_marked(row), Text(row.id[:SHOWN_HASH], "dim")),
    )


def _copy(row: CopyRow) -> Row4:
    head = (_words(row.agency, "bold") or Text("no agency", "dim")) if row.earliest else None
    how = Text("earliest", "bold") if row.earliest else Text(f"{row.score:.0%} like it")
    return (
        (Text(row.published or "no date"), _words(row.outlet, "dim", DAY_WIDTH * 2)),
        (head,),
        (how,),
        (_words(row.title), Text(row.id[:SHOWN_HASH], "dim")),
    )


_STEP_STYLES = {**FORCE_STYLES, **PLEDGE_STYLES, **STATE_STYLES, "kept late": "green", "dispute": "red"}


def _step(row: StoryRow) -> Row4:
    who = _words(row.who, "bold", WHO_WIDTH * 3) or Text("nobody named", "dim")
    name, _, anchor = (row.id or row.about or "").partition(".")
    return (
        (Text(row.day or "no date"), _words(row.outlet, "dim", DAY_WIDTH * 2), *_told(row)),
        (who, _words(row.whom and f"→ {row.whom}", "", WHO_WIDTH * 2)),
        (Text(row.what, _STEP_STYLES.get(row.what, "")),),
        (_words(row.words) or Text("(nothing)", "dim"), Text(f"{name[:SHOWN_HASH]}.{anchor}", "dim")),
    )


def _marked(row: HitRow) -> Text:
    """Return the passage with what was found underlined; a steering character is shown as one mark."""
    passage = Text("".join(visible(char)[:1] for char in row.snippet.replace("\n", " ")) or row.snippet)
    for start, end in row.places:
        passage.stylize("bold underline", max(start - row.snippet_start, 0), max(end - row.snippet_start, 0))
    return passage


_ROWS: dict[str, Cells] = {
    "statements": _statement,
    "pledges": _pledge,
    "disputes": _dispute,
    "actors": _party,
    "search": _hit,
    "copies": _copy,
    "story": _step,
}
