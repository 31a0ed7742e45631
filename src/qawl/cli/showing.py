"""What `qawl show` does: one record with its context, or the whole reading of an article."""

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
from rich.console import Console
from rich.text import Text

from qawl.cli.answering import VERDICT_STYLES, WIDEST
from qawl.cli.console import console as make_console
from qawl.cli.console import told
from qawl.cli.terminal import isolated, render
from qawl.export.visible import shortened, visible
from qawl.ledger import Ledger
from qawl.ledger.lookup import Judgement, Shown
from qawl.text.span import Span

LABEL = 12


def show(ledger: Path, name: str, *, context: int, as_json: bool, color: bool | None) -> None:
    """Print the record or article with this id."""
    with told(), Ledger(ledger) as opened:
        found = opened.show(name, context=context) if "." in name else opened.reading(name)
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(found) + b"\n")
    elif isinstance(found, Shown):
        _print_record(found, make_console(color))
    else:
        render(found, make_console(color))


def _print_record(found: Shown, console: Console) -> None:
    width = min(console.width, WIDEST)
    for label, words, style in _facts(found):
        _print_fact(console, label, words, style, width)
    console.print()
    passage = Text.assemble(_flat(found.before), Text(_flat(found.words), "bold underline"), _flat(found.after))
    for line in passage.wrap(console, width):
        line.rstrip()
        console.print(_right_to_left(line), soft_wrap=True, highlight=False)
    if found.judgements:
        console.print()
    for judgement in found.judgements:
        _print_fact(console, judgement.verdict, _judged(judgement), VERDICT_STYLES[judgement.verdict], width)


def _flat(words: str) -> str:
    return visible(words).replace("\n", " ")


def _facts(found: Shown) -> Iterator[tuple[str, str, str]]:
    yield found.kind.removesuffix("s"), found.id, "bold"
    yield from (("title", found.title or "", ""), ("published", found.published or "no date", ""))
    yield "chain", " ← ".join(found.chain), ""
    yield "address", found.url or "", "dim"
    for name, value in msgspec.structs.asdict(found.record).items():
        yield name, " … ".join(found.quotes.get(name, ())) or _value(value), ""
        if name in found.quotes:
            yield "", _places(value), "dim"
    yield "read by", found.reader, "dim"
    if found.gone:
        yield "gone", f"reader {found.gone} no longer finds it", "bold red"
    if not found.current:
        yield "edition", "the article has changed since", "bold yellow"
    for link in found.links:
        yield link.kind, f"{link.other} ({link.state}, {link.score:.2f}, link.{link.key})", ""


def _places(value: object) -> str:
    spans = [value] if isinstance(value, Span) else value if isinstance(value, tuple) else ()
    return " ".join(f"{start}–{end}" for start, end in spans)


def _value(value: object) -> str:
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple) and all(isinstance(part, str) for part in value):
        return " · ".join(value)
    return msgspec.json.encode(value).decode()


def _judged(judgement: Judgement) -> str:
    speaker = f"the speaker is {judgement.speaker}" if judgement.speaker else None
    by = f"by {judgement.by}" if judgement.by else None
    return " · ".join(filter(None, (speaker, judgement.note, by, judgement.made)))


def _print_fact(console: Console, label: str, words: str, style: str, width: int) -> None:
    if not words:
        return
    room = max(width - LABEL, 20)
    for n, line in enumerate(Text(shortened(visible(words), 6 * room), style).wrap(console, room)):
        line.rstrip()
        head = Text(("" if n else label).ljust(LABEL), "dim")
        console.print(Text.assemble(head, _right_to_left(line)), soft_wrap=True, highlight=False)


def _right_to_left(line: Text) -> Text:
    return isolated(line) if any("\u0590" <= char <= "\u08ff" for char in line.plain) else line
