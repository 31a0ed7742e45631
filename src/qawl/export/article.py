"""The article on the page: its lines, with every span of statements, pledges, disputes, events, quantities, times."""

from collections.abc import Iterator

from qawl.export.labels import amount, digits, when
from qawl.export.segments import (
    Mark,
    Part,
    Segment,
    event_marks,
    lines,
    marks,
    owed_marks,
    quantity_marks,
    segments,
    time_marks,
)
from qawl.export.sheet import Sheet, plain, safe

_PLACES: tuple[Part, ...] = ("act", "denial", "event")
"""Parts that a record's link leads to, beside cues."""


def article(sheet: Sheet) -> str:
    """Return the article's lines as HTML, title and byline told apart from the body."""
    text = sheet.reading.document.text
    reading = sheet.reading
    told = [*quantity_marks(reading), *time_marks(reading), *event_marks(reading)]
    found = [*marks(reading), *owed_marks(reading), *told]
    shown = (line for line in lines(text, segments(len(text), found)) if line)
    return "\n".join(_paragraphs(sheet, shown))


def _paragraphs(sheet: Sheet, shown: Iterator[list[Segment]]) -> Iterator[str]:
    document = sheet.reading.document
    title, byline = (document.title or "").strip(), (document.byline or "").strip()
    for number, line in enumerate(shown):
        words = document.text[line[0].start : line[-1].end].strip()
        inner = "".join(_segment(sheet, segment) for segment in line)
        if number == 0 and words == title:
            yield f'<h2 class="title">{inner}</h2>'
        elif number == 0 and not title:
            yield f'<p class="lead">{inner}</p>'
        else:
            yield f'<p class="byline">{inner}</p>' if words == byline else f"<p>{inner}</p>"


def _segment(sheet: Sheet, segment: Segment) -> str:
    words = safe(sheet.reading.document.text[segment.start : segment.end])
    if not segment.marks:
        return words
    attributes = "".join((_classes(sheet, segment), _keys(sheet, segment), _numbers(segment), _value(sheet, segment)))
    return f"<span{attributes}{_focus(sheet, segment)}>{words}</span>"


def _classes(sheet: Sheet, segment: Segment) -> str:
    """Name the parts that cover `segment` and the colours of the innermost: words, content, content around it."""
    parts = dict.fromkeys(mark.part for mark in segment.marks)
    contents = [mark for mark in segment.marks if mark.part == "content"]
    colours = [f"{role}{sheet.slot(mark)}" for role, mark in zip("co", reversed(contents), strict=False)]
    if contents:
        colours.append(sheet.reading.statements[contents[-1].statement].mode)
    if event := segment.innermost("event"):
        colours.append(sheet.reading.events[event.statement].status)
    if words := segment.innermost("speaker", "cue", "addressee", "occasion"):
        colours.append(f"t{sheet.slot(words)}")
    return f' class="{" ".join((*parts, *colours))}"'


def _keys(sheet: Sheet, segment: Segment) -> str:
    """Name the records that cover `segment`: statements from the innermost out, then what is owed, disputed or done."""
    statements = [mark for mark in reversed(segment.marks) if mark.of_statement]
    others = [mark for mark in segment.marks if not mark.of_statement and mark.part not in ("quantity", "time")]
    if not (statements or others):
        return ""
    return f' data-s="{" ".join(dict.fromkeys(map(sheet.key_of, (*statements, *others))))}"'


def _numbers(segment: Segment) -> str:
    """Number the statements whose cue ends here, as a footnote would be."""
    ending = segment.ending("cue")
    return f' data-n="{"،".join(_number(mark) for mark in ending)}"' if ending else ""


def _value(sheet: Sheet, segment: Segment) -> str:
    """Tell the value of a quantity or time where its words are pointed at."""
    mark = segment.innermost("quantity", "time")
    if mark is None:
        return ""
    if mark.part == "quantity":
        return f' title="{plain(amount(sheet.reading.quantities[mark.statement]))}"'
    value = sheet.reading.times[mark.statement].value
    return f' title="{plain(when(value))}"' if value else ""


def _number(mark: Mark) -> str:
    return digits(mark.statement + 1)


def _focus(sheet: Sheet, segment: Segment) -> str:
    """Let the keyboard stop where a cue begins, and a screen reader say whose it is; give other records a place."""
    if not segment.starting("cue"):
        begins = [mark for part in _PLACES for mark in segment.starting(part)]
        return f' id="{sheet.places[segment.start]}"' if begins else ""
    first = sheet.cues[segment.start]
    return f' id="{sheet.anchor(first)}" tabindex="0" role="button" aria-describedby="d{sheet.key(first)}"'
