"""A reading on a terminal: who said what, who did what, who owes what by when, what is disputed, then the article.

Text is printed in logical order: turning it right to left is the terminal's own job. Each line of
Arabic, and each foreign run inside it, is isolated so that neither upsets the other.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from qawl.export.colours import slots
from qawl.export.labels import amount
from qawl.export.segments import Mark, Part, Segment, lines, marks, segments
from qawl.export.speakers import Group, groups, names
from qawl.export.visible import shortened, visible
from qawl.records import Actor, Dispute, Event, Holder, Pledge, Reading, Statement
from qawl.records.reading import Force, PledgeKind, Status
from qawl.text.span import Span

LEFT_TO_RIGHT, RIGHT_TO_LEFT, BY_FIRST_LETTER, END = "\u2066", "\u2067", "\u2068", "\u2069"

# Middle tones that can be read on dark and on light; red is kept for what is contested. One for each slot of
# `qawl.export.colours`.
COLOURS = (
    "cyan", "magenta", "green", "blue", "yellow",
    "dark_orange3", "steel_blue", "medium_violet_red", "dark_sea_green4", "slate_blue3",
)  # fmt: skip
UNKNOWN_COLOUR = "bright_black"
FORCE_STYLES: dict[Force, str] = {
    "assert": "bold",
    "deny": "bold red",
    "accuse": "bold red",
    "warn": "bold red",
    "demand": "bold yellow",
    "expect": "bold yellow",
    "commit": "bold green",
    "support": "bold green",
}
PLEDGE_STYLES: dict[PledgeKind, str] = {
    "promise": "bold green",
    "offer": "bold green",
    "demand": "bold yellow",
    "expectation": "bold yellow",
}
STATUS_STYLES: dict[Status, str] = {
    "asserted": "bold",
    "attributed": "",
    "alleged": "red",
    "denied": "bold red",
    "conditional": "yellow",
    "expected": "yellow",
    "asked": "bold yellow",
}
PART_STYLES: dict[Part, str] = {
    "content": "",
    "occasion": "dim",
    "addressee": "dim underline",
    "speaker": "bold",
    "cue": "bold underline",
}
NESTED_STYLE = "italic"
BRACKETS: dict[Part, tuple[str, str]] = {
    "content": ("[", "]"),
    "occasion": ("~", "~"),
    "addressee": ("@", "@"),
    "speaker": ("{", "}"),
    "cue": ("<", ">"),
}
"""What marks the parts where there are no colours."""

INDENT, DEEPEST_INDENT = 3, 15
NARROWEST, WIDEST = 20, 120
"""Lines are never shorter than this, and on a wide screen no longer: a longer line is hard to read."""

CONTENT_LINES = 2
NAME_LENGTH = 80

_ARABIC = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FOREIGN_RUN = re.compile(
    "[0-9]*[A-Za-z\u00c0-\u052f](?:[0-9A-Za-z\u00c0-\u052f .,'’&/:+@#%=?~_-]*[0-9A-Za-z\u00c0-\u052f%+])?"
)
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class _View:
    """A reading and how it is to be shown: each statement's speaker and colour, and whether brackets must help."""

    reading: Reading
    console: Console
    names: list[str | None]
    colours: list[str]
    plain: bool
    width: int

    def words(self, span: tuple[int, int]) -> str:
        return self.reading.document.text[span[0] : span[1]]


def render(reading: Reading, console: Console) -> None:
    """Print `reading`: statements, what is owed and disputed, actors, events, the article, and a legend."""
    view = _view(reading, console)
    _print_head(view)
    _print_rule(view, "Statements")
    _print_statements(view)
    for title, records, show in (
        ("Who owes what by when", reading.pledges, _print_pledges),
        ("Disputed", reading.disputes, _print_disputes),
        ("Actors", reading.actors, _print_actors),
        ("Events", reading.events, _print_events),
        ("How much", reading.quantities, _print_quantities),
        ("When", reading.times, _print_times),
    ):
        if records:
            _print_rule(view, title)
            show(view)
    _print_rule(view, "Article")
    _print_article(view)
    _print_rule(view, "Legend")
    _print_legend(view)


def _view(reading: Reading, console: Console) -> _View:
    speakers = names(reading)
    given = slots([speakers])
    colours = [UNKNOWN_COLOUR if name is None else COLOURS[given[name]] for name in speakers]
    plain = console.no_color or console.color_system is None
    return _View(reading, console, speakers, colours, plain, min(console.width, WIDEST))


# Printing: lines are wrapped first and isolated afterwards, for an isolate ends with its line.


def _print_line(view: _View, line: Text, indent: int = 0) -> None:
    view.console.print(Text.assemble(" " * indent, line), soft_wrap=True, highlight=False)


def _print_rule(view: _View, title: str) -> None:
    view.console.print()
    view.console.rule(Text(title, "bold"), align="left", style="dim")


def _print_block(view: _View, text: Text, indent: int = 0) -> None:
    """Print words of the article, wrapped and indented."""
    right_to_left = _ARABIC.search(text.plain) is not None
    for line in text.wrap(view.console, _room(view, indent)):
        line.rstrip()
        _print_line(view, isolated(line) if right_to_left else line, indent)


def _print_flow(view: _View, items: Iterable[Text], indent: int = 0) -> None:
    """Print short items with dots between them, as many on a line as there is room for."""
    line = Text()
    for item in (_fitting(item, _room(view, indent)) for item in items):
        if line and line.cell_len + 3 + item.cell_len > _room(view, indent):
            _print_line(view, line, indent)
            line = Text()
        line = Text.assemble(line, (" · ", "dim"), item) if line else item
    if line:
        _print_line(view, line, indent)


def _fitting(item: Text, room: int) -> Text:
    """Cut an item that is longer than a whole line, and close what it isolates."""
    if item.cell_len <= room:
        return item
    cut = item.copy()
    cut.truncate(room - 1)
    return cut.append("…" + END * (cut.plain.count(BY_FIRST_LETTER) - cut.plain.count(END)))


def _room(view: _View, indent: int) -> int:
    return max(view.width - indent, NARROWEST)


def isolated(line: Text) -> Text:
    """Set a line of Arabic right to left, and each foreign run in it left to right."""
    inner = Text()
    place = 0
    for run in _FOREIGN_RUN.finditer(line.plain):
        inner.append_text(line[place : run.start()]).append(LEFT_TO_RIGHT)
        inner.append_text(line[run.start() : run.end()]).append(END)
        place = run.end()
    return Text.assemble(RIGHT_TO_LEFT, inner, line[place:], END)


def _quoted(view: _View, words: str, style: str = "", limit: int = NAME_LENGTH) -> Text:
    """Return words of the article or its record for an English line: on one line, safe and isolated."""
    return Text(f"{BY_FIRST_LETTER}{shortened(visible(words), min(limit, _room(view, INDENT)))}{END}", style)


# The head


def _print_head(view: _View) -> None:
    document, dateline = view.reading.document, view.reading.dateline
    _print_block(view, Text(shortened(visible(document.title or document.id), 4 * view.width), "bold"))
    chain = [_quoted(view, link, "bold") for link in (document.source, *dateline.agencies) if link]
    known = filter(None, (document.published or dateline.date, dateline.place))
    _print_flow(view, [*_chained(view, chain), *(_quoted(view, words) for words in known)])
    speakers = len({name for name in view.names if name is not None})
    counts = [_counted(len(view.names), "statement"), _counted(speakers, "speaker")]
    events = (view.reading.events, "event")
    owed = (events, (view.reading.pledges, "pledge"), (view.reading.disputes, "dispute"))
    _print_flow(view, [*counts, *(_counted(len(records), noun) for records, noun in owed if records)])


def _chained(view: _View, chain: list[Text]) -> list[Text]:
    """Join outlet and agencies with arrows: the words came to the left one from the right one."""
    arrow = Text("← ", "dim")
    links = [*chain[:1], *(Text.assemble(arrow, link) for link in chain[1:])]
    joined = Text(" ").join(links)
    return [joined] if chain and joined.cell_len <= _room(view, 0) else links


def _counted(count: int, noun: str) -> Text:
    return Text(f"{count} {noun}{'' if count == 1 else 's'}", "dim")


# The statements


def _print_statements(view: _View) -> None:
    if not view.reading.statements:
        _print_line(view, Text("No statements were found.", "dim"))
    trees = _trees(view.reading)
    for group in groups(view.reading):
        roots = [index for index in group.statements if index in trees]
        if roots:
            _print_speaker(view, group)
        for index, depth in (entry for root in roots for entry in trees[root]):
            _print_statement(view, index, depth)


def _trees(reading: Reading) -> dict[int, list[tuple[int, int]]]:
    """Return each outermost statement with all that lies inside it, as pairs of index and depth.

    Every statement is in one tree, whatever its `parent` says: an unknown parent or a circle makes a new root.
    """
    numbers = {statement.id: index for index, statement in enumerate(reading.statements)}
    inside: dict[int | None, list[int]] = {}
    for index, statement in enumerate(reading.statements):
        inside.setdefault(numbers.get(statement.parent or ""), []).append(index)
    seen: set[int] = set()
    candidates = (*inside.get(None, ()), *range(len(reading.statements)))
    return {root: list(_tree(root, inside, seen)) for root in candidates if root not in seen}


def _tree(root: int, inside: dict[int | None, list[int]], seen: set[int]) -> Iterator[tuple[int, int]]:
    waiting = [(root, 0)]
    while waiting:
        index, depth = waiting.pop()
        seen.add(index)
        yield index, depth
        waiting.extend((child, depth + 1) for child in reversed(inside.get(index, ())) if child not in seen)


def _print_speaker(view: _View, group: Group) -> None:
    colour = view.colours[group.statements[0]]
    view.console.print()
    role = group.actor.role if group.actor and group.actor.role != group.name else None
    about = [_quoted(view, role, "dim")] if role else []
    _print_flow(view, [_name(view, group.name, f"bold {colour}"), *about])


def _name(view: _View, name: str | None, style: str) -> Text:
    return Text("unknown speaker", style) if name is None else _quoted(view, name, style)


def _print_statement(view: _View, index: int, depth: int) -> None:
    statement, colour = view.reading.statements[index], view.colours[index]
    indent = min(INDENT * depth, DEEPEST_INDENT)
    _print_flow(view, _heading(view, index, depth), indent)
    room = _room(view, indent + INDENT)
    words = " … ".join(map(view.words, statement.content))
    _print_block(view, Text(shortened(visible(words), CONTENT_LINES * room), colour), indent + INDENT)
    _print_flow(view, _circumstances(view, statement), indent + INDENT)


def _heading(view: _View, index: int, depth: int) -> Iterator[Text]:
    statement, colour = view.reading.statements[index], view.colours[index]
    number = Text(f"{index + 1:>2} ", colour)
    force = Text(statement.force, FORCE_STYLES[statement.force])
    if depth:
        yield Text.assemble(number, _name(view, view.names[index], f"bold {colour}"))
    yield force if depth else Text.assemble(number, force)
    yield Text(statement.mode)
    yield _quoted(view, view.words(statement.cue), "underline")
    if statement.headline:
        yield Text("headline", "bold")


def _circumstances(view: _View, statement: Statement) -> Iterator[Text]:
    if statement.addressee:
        yield _circumstance(view, "to", view.words(statement.addressee))
    if statement.occasion:
        yield _circumstance(view, "on", view.words(statement.occasion))
    if statement.time:
        yield _circumstance(view, "when", statement.time)
    for medium in statement.via:
        yield _circumstance(view, "via", medium)
    yield Text(f"cue {_range(statement.cue)}", "dim")
    if statement.content:
        yield Text(f"content {' '.join(map(_range, statement.content))}", "dim")
    if statement.rule:
        yield _circumstance(view, "rule", statement.rule)


def _circumstance(view: _View, word: str, words: str) -> Text:
    return Text.assemble(f"{word} ", _quoted(view, words), style="dim")


def _range(span: tuple[int, int]) -> str:
    return f"{span[0]}–{span[1]}"


# Actors


def _print_actors(view: _View) -> None:
    for actor in view.reading.actors:
        _print_flow(view, _profile(view, actor))


def _profile(view: _View, actor: Actor) -> Iterator[Text]:
    """`name · role · person · SYC · GOV · m · inferred: name (since … , source)`; what is not known is left out."""
    yield _quoted(view, actor.name, "bold")
    if actor.role and actor.role != actor.name:
        yield _quoted(view, actor.role, "dim")
    for known in (actor.kind, actor.country, actor.sector, actor.gender):
        if known:
            yield _quoted(view, known)
    if actor.number and actor.number != "singular":
        yield Text(actor.number)
    if actor.holder:
        yield _inferred(view, actor.holder)
    if len(actor.mentions) > 1:
        yield _counted(len(actor.mentions), "mention")


def _inferred(view: _View, holder: Holder) -> Text:
    """Who bore the role on that day: from a table, so it says so and names the table's source."""
    term = f"{holder.start} to {holder.end}" if holder.end else f"since {holder.start}"
    source = _quoted(view, holder.source)
    return Text.assemble("inferred: ", _quoted(view, holder.name), f" ({term}; ", source, ")", style="italic")


# Events


def _print_events(view: _View) -> None:
    view.console.print()
    names = {actor.id: actor.name for actor in view.reading.actors}
    for event in view.reading.events:
        _print_flow(view, _told(view, names, event))
        _print_flow(view, _event_traces(view, event), INDENT)


def _told(view: _View, names: Mapping[str, str], event: Event) -> Iterator[Text]:
    """`ASSAULT/aerial · Kenya → rebels · attributed · by the ministry`."""
    yield Text("/".join(filter(None, (event.type, event.mode))), "bold")
    actor, recipient = (" ".join(names[one] for one in ids if one in names) for ids in (event.actor, event.recipient))
    who = _quoted(view, actor, "bold") if actor else Text("?", "dim")
    yield Text.assemble(who, (" → ", "dim"), _quoted(view, recipient)) if recipient else who
    yield Text(event.status, STATUS_STYLES[event.status])
    number = None if event.rule.startswith("statement:") else _number(view, event.holder)
    if number is not None:
        yield Text.assemble("by ", _name(view, view.names[number], view.colours[number]))


def _event_traces(view: _View, event: Event) -> Iterator[Text]:
    yield _quoted(view, view.words(event.span), "underline")
    if event.place:
        yield _circumstance(view, "at", view.words(event.place))
    if event.time:
        yield _circumstance(view, "on", event.time)
    yield from _traces(view, event.holder, event.rule, ("trigger", event.span))


# Pledges and disputes


def _print_pledges(view: _View) -> None:
    for pledge in view.reading.pledges:
        view.console.print()
        _print_flow(view, _owing(view, pledge))
        _print_words(view, pledge.act, _number(view, pledge.statement))
        _print_flow(view, _conditions(view, pledge), INDENT)


def _owing(view: _View, pledge: Pledge) -> Iterator[Text]:
    """`promise · Kenya → Tanzania · due 2024-03-20`."""
    yield Text(pledge.kind, PLEDGE_STYLES[pledge.kind])
    by = _name(view, pledge.by, "bold") if pledge.by else Text("nobody named", "dim")
    yield Text.assemble(by, (" → ", "dim"), _quoted(view, pledge.to)) if pledge.to else by
    if pledge.due:
        yield Text.assemble("due ", _quoted(view, pledge.due, "bold"))


def _conditions(view: _View, pledge: Pledge) -> Iterator[Text]:
    if pledge.condition:
        yield _circumstance(view, "on condition", view.words(pledge.condition))
    yield from _traces(view, pledge.statement, pledge.rule, ("act", pledge.act))


def _print_disputes(view: _View) -> None:
    for dispute in view.reading.disputes:
        view.console.print()
        claimants = [_quoted(view, name, "bold") for name in dispute.claimed_by] or [Text("nobody named", "dim")]
        _print_flow(view, [Text("claimed", "bold"), *claimants])
        _print_words(view, dispute.claim)
        deniers = [_quoted(view, name, "bold") for name in dispute.denied_by]
        _print_flow(view, [Text("denied", FORCE_STYLES["deny"]), *deniers])
        if dispute.denial != dispute.claim:
            _print_words(view, dispute.denial)
        _print_flow(view, _places(view, dispute), INDENT)


def _places(view: _View, dispute: Dispute) -> Iterator[Text]:
    yield from _traces(view, None, dispute.rule, ("claim", dispute.claim), ("denial", dispute.denial))


def _traces(view: _View, statement: str | None, rule: str, *spans: tuple[str, Span]) -> Iterator[Text]:
    """Return where a record stands and what made it."""
    number = _number(view, statement)
    if number is not None:
        yield Text(f"statement {number + 1}", "dim")
    for name, span in spans:
        yield Text(f"{name} {_range(span)}", "dim")
    if rule:
        yield _circumstance(view, "rule", rule)


def _number(view: _View, statement: str | None) -> int | None:
    return next((n for n, made in enumerate(view.reading.statements) if made.id == statement), None)


def _print_words(view: _View, span: Span, number: int | None = None) -> None:
    colour = "" if number is None else view.colours[number]
    words = shortened(visible(view.words(span)), CONTENT_LINES * _room(view, INDENT))
    _print_block(view, Text(words, colour), INDENT)


# Quantities


def _print_quantities(view: _View) -> None:
    """Print each quantity as written, with its value; the same words with the same value once."""
    told = dict.fromkeys((view.words(quantity.span), amount(quantity)) for quantity in view.reading.quantities)
    _print_flow(view, (Text.assemble(_quoted(view, words), " ", _quoted(view, value, "bold")) for words, value in told))


# Times


def _print_times(view: _View) -> None:
    """Print each time as written, with its value; the same words with the same value once."""
    told = dict.fromkeys((view.words(time.span), time.value) for time in view.reading.times)
    _print_flow(view, (_time(view, words, value) for words, value in told))


def _time(view: _View, words: str, value: str | None) -> Text:
    return Text.assemble(_quoted(view, words), " ", (value, "bold") if value else ("unknown", "dim"))


# The article


def _print_article(view: _View) -> None:
    text = view.reading.document.text
    parted = False
    for line in lines(text, segments(len(text), marks(view.reading))):
        if parted and line:
            view.console.print()
        if line:
            _print_block(view, Text.assemble(*(_marked(view, segment) for segment in line)))
        parted = not line


def _marked(view: _View, segment: Segment) -> Text:
    words = visible(view.reading.document.text[segment.start : segment.end]).replace("\t", " ")
    opening, closing = _edges(view, segment)
    return Text(f"{opening}{words}{closing}", _style(view, segment))


def _edges(view: _View, segment: Segment) -> tuple[str, str]:
    """Return what stands before and after a segment: the statement's number at its cue, brackets where no colour is."""
    numbers = ",".join(str(mark.statement + 1) for mark in segment.ending("cue"))
    if not view.plain:
        return "", numbers.translate(_SUPERSCRIPT)
    opening = "".join(_opening(mark) for mark in segment.marks if mark.start == segment.start)
    closing = "".join(_closing(mark) for mark in reversed(segment.marks) if mark.end == segment.end)
    return opening, closing


def _opening(mark: Mark) -> str:
    number = f"{mark.statement + 1}:" if mark.part in ("cue", "content") else ""
    return BRACKETS[mark.part][0] + number


def _closing(mark: Mark) -> str:
    """Return a closing bracket; a content's has its number again, for contents may cross."""
    number = f":{mark.statement + 1}" if mark.part == "content" else ""
    return number + BRACKETS[mark.part][1]


def _style(view: _View, segment: Segment) -> str:
    if not segment.marks:
        return ""
    words = segment.innermost("speaker", "cue", "addressee", "occasion")
    nested = sum(mark.part == "content" for mark in segment.marks) > 1
    mark = words or segment.marks[-1]
    return f"{view.colours[mark.statement]} {PART_STYLES[mark.part]} {NESTED_STYLE if nested else ''}".strip()


# The legend


def _print_legend(view: _View) -> None:
    if view.plain:
        samples = [Text(f"{BRACKETS[part][0]}{part}{BRACKETS[part][1]}") for part in PART_STYLES]
        _print_flow(view, [*samples, Text("1: number of the statement")])
        return
    parts = [Text(part, f"{COLOURS[0]} {style}".strip()) for part, style in PART_STYLES.items()]
    nested = Text("content inside content", f"{COLOURS[1]} {NESTED_STYLE}")
    _print_flow(view, [*parts, nested, Text("a colour is a speaker"), Text("¹ number of the statement")])
