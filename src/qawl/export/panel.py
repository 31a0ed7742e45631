"""The list beside the article: every statement under its speaker, each with its whole record."""

from collections.abc import Iterable, Iterator

from qawl.export.labels import FORCES, KINDS, MODES, PARTS, UNKNOWN_SPEAKER, digits, when
from qawl.export.sheet import Sheet, safe
from qawl.export.speakers import Group, groups
from qawl.export.visible import shortened
from qawl.records import Actor, Statement

NAME_LENGTH = 80
"""A name longer than this is cut in the list; the record has it whole."""

CONTENT_LENGTH = 140

SpanLike = tuple[int, int]


def panel(sheet: Sheet) -> str:
    """Return the list of statements of one reading as HTML."""
    if not sheet.reading.statements:
        return '<p class="none">لم يُعثر في هذا المقال على أقوال منسوبة.</p>'
    numbers = {statement.id: index for index, statement in enumerate(sheet.reading.statements)}
    return "\n".join(_group(sheet, group, numbers) for group in groups(sheet.reading))


def _group(sheet: Sheet, group: Group, numbers: dict[str, int]) -> str:
    entries = "\n".join(_entry(sheet, index, numbers) for index in group.statements)
    name = UNKNOWN_SPEAKER if group.name is None else shortened(group.name, NAME_LENGTH)
    slot = sheet.slots[group.statements[0]]
    head = f"<h4><bdi>{safe(name)}</bdi>{_about(group.actor)}</h4>"
    return f'<section class="group t{slot}">{head}\n<ol>{entries}</ol></section>'


def _about(actor: Actor | None) -> str:
    if actor is None or not (actor.role or actor.kind):
        return ""
    told = actor.role if actor.role != actor.name else None
    words = shortened(told, NAME_LENGTH) if told else KINDS[actor.kind] if actor.kind else ""
    return f"<small>{safe(words)}</small>"


def _entry(sheet: Sheet, index: int, numbers: dict[str, int]) -> str:
    key = sheet.key(index)
    return (
        f'<li class="entry" data-e="{key}"><details><summary id="d{key}">{_summary(sheet, index)}</summary>\n'
        f'<dl id="r{key}">{"".join(_rows(sheet, index, numbers))}</dl>\n'
        f'<a class="go" href="#{sheet.anchor(index)}">إلى موضعه في المقال</a></details></li>'
    )


def _summary(sheet: Sheet, index: int) -> str:
    statement = sheet.reading.statements[index]
    force, mode = statement.force, MODES[statement.mode]
    content = shortened(_content(sheet, statement), CONTENT_LENGTH)
    headline = '<span class="tag">عنوان</span>' if statement.headline else ""
    name = safe(shortened(sheet.names[index] or UNKNOWN_SPEAKER, NAME_LENGTH))
    return (
        f'<span class="no">{digits(index + 1)}</span> <span class="vh">{name}</span> '
        f'<span class="force {force}">{FORCES[force]}</span> '
        f'<span class="how">{mode}</span> {headline}<span class="said">{safe(content)}</span>'
    )


def _content(sheet: Sheet, statement: Statement) -> str:
    text = sheet.reading.document.text
    return " … ".join(text[start:end] for start, end in statement.content)


def _rows(sheet: Sheet, index: int, numbers: dict[str, int]) -> Iterator[str]:
    statement = sheet.reading.statements[index]
    yield row(PARTS["speaker"], safe(sheet.names[index] or UNKNOWN_SPEAKER))
    yield row("كما ورد", words(sheet, statement.speaker) or "غير مذكور مع الفعل")
    yield row(PARTS["cue"], words(sheet, statement.cue))
    yield row("الصيغة", MODES[statement.mode])
    yield row("الغرض", FORCES[statement.force])
    yield row(PARTS["addressee"], words(sheet, statement.addressee))
    yield row(PARTS["occasion"], words(sheet, statement.occasion))
    yield row(PARTS["time"], _time(statement))
    yield row("نقلًا عن", "، ".join(map(safe, statement.via)))
    yield row("ضمن القول", _parent(sheet, statement, numbers))
    yield row("القاعدة", f'<code dir="ltr">{safe(statement.rule)}</code>' if statement.rule else "")
    yield row("المواضع", _offsets(statement))


def row(term: str, description: str) -> str:
    """Return one line of a record, or nothing where the record has nothing to say."""
    return f"<div><dt>{term}</dt><dd><bdi>{description}</bdi></dd></div>" if description else ""


def words(sheet: Sheet, span: SpanLike | None) -> str:
    """Return the words of a span, or nothing."""
    return "" if span is None else safe(sheet.reading.document.text[span[0] : span[1]])


def _time(statement: Statement) -> str:
    if not statement.time:
        return ""
    return f'{safe(when(statement.time))} <code dir="ltr">{safe(statement.time)}</code>'


def _parent(sheet: Sheet, statement: Statement, numbers: dict[str, int]) -> str:
    parent = numbers.get(statement.parent or "")
    return "" if parent is None else f'<a href="#{sheet.anchor(parent)}">{digits(parent + 1)}</a>'


def _offsets(statement: Statement) -> str:
    """Name where each part stands, as in the JSON record, in code points of the article."""
    spans: Iterable[tuple[str, tuple[SpanLike, ...]]] = (
        (PARTS["cue"], (statement.cue,)),
        (PARTS["speaker"], (statement.speaker,) if statement.speaker else ()),
        (PARTS["content"], statement.content),
        (PARTS["addressee"], (statement.addressee,) if statement.addressee else ()),
        (PARTS["occasion"], (statement.occasion,) if statement.occasion else ()),
    )
    return "، ".join(f"{part} {_ranges(found)}" for part, found in spans if found)


def _ranges(spans: tuple[SpanLike, ...]) -> str:
    return " ".join(f'<code dir="ltr">{start}–{end}</code>' for start, end in spans)
