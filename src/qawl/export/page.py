"""Readings as one self-contained right-to-left page: no request leaves the machine that shows it."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files
from string import Template

from qawl.export.actors import actors
from qawl.export.acts import events
from qawl.export.article import article
from qawl.export.colours import slots
from qawl.export.labels import day, digits
from qawl.export.owed import disputes, pledges
from qawl.export.panel import panel
from qawl.export.sheet import Sheet, plain, safe, sheet
from qawl.export.speakers import names
from qawl.export.visible import shortened
from qawl.records import Document, Reading

NAME = "قَوْل"
TITLE_LENGTH = 160


def page(readings: Sequence[Reading]) -> str:
    """Return one HTML page that shows `readings`: each article, who says what in it, and the records."""
    colours = slots([names(reading) for reading in readings])
    sheets = [sheet(reading, place, colours) for place, reading in enumerate(readings, 1)]
    style, script = _asset("page.css"), _asset("page.js")
    return Template(_asset("page.html")).substitute(
        policy=_policy(style, script),
        title=_page_title(sheets),
        style=style,
        script=script,
        contents=_contents(sheets),
        readings="\n".join(map(_reading, sheets)) or '<p class="none">لا مقالات.</p>',
        reader=_readers(readings),
    )


def _asset(name: str) -> str:
    return files("qawl.export").joinpath("assets", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Allow this page's own style and script by their hashes, and nothing else."""
    allowed = f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _heading(document: Document) -> str:
    return shortened(document.title or document.id, TITLE_LENGTH)


def _page_title(sheets: Sequence[Sheet]) -> str:
    return f"{plain(_heading(sheets[0].reading.document))} · {NAME}" if len(sheets) == 1 else NAME


def _contents(sheets: Sequence[Sheet]) -> str:
    """Return the list of articles, for a page that holds more than one."""
    if len(sheets) < 2:
        return ""
    items = "\n".join(map(_item, sheets))
    return f'<nav class="contents" aria-label="المقالات"><h2>المقالات</h2><ol>{items}</ol></nav>'


def _item(sheet: Sheet) -> str:
    document = sheet.reading.document
    about = (document.source, document.published and day(document.published))
    small = " · ".join(safe(words) for words in about if words)
    return f'<li><a href="#a{sheet.place}"><bdi>{safe(_heading(document))}</bdi></a> <small>{small}</small></li>'


def _reading(sheet: Sheet) -> str:
    return Template(_asset("reading.html")).substitute(
        place=sheet.place,
        direction=sheet.direction,
        title="" if _opens_with_title(sheet.reading.document) else _title(sheet.reading.document),
        label=plain(_heading(sheet.reading.document)),
        origin=_origin(sheet.reading),
        counts=_counts(sheet),
        article=article(sheet),
        panel="\n".join(filter(None, (panel(sheet), pledges(sheet), disputes(sheet), actors(sheet), events(sheet)))),
    )


def _opens_with_title(document: Document) -> bool:
    title = (document.title or "").strip()
    return bool(title) and document.text.lstrip().partition("\n")[0].strip() == title


def _title(document: Document) -> str:
    return f'<h2 class="title" dir="auto">{safe(_heading(document))}</h2>'


def _origin(reading: Reading) -> str:
    """Return how the words reached the page: outlet, the agencies it took them from, place and date."""
    document, dateline = reading.document, reading.dateline
    chain = [f"<b><bdi>{safe(link)}</bdi></b>" for link in (document.source, *dateline.agencies) if link]
    published = document.published or dateline.date
    parts = [
        ' <span class="from">نقلًا عن</span> '.join(chain),
        f"<bdi>{safe(dateline.place)}</bdi>" if dateline.place else "",
        f'<time datetime="{plain(published)}">{safe(day(published))}</time>' if published else "",
    ]
    return ' <span class="dot">·</span> '.join(filter(None, parts))


def _counts(sheet: Sheet) -> str:
    speakers = len({name for name in sheet.names if name is not None})
    counts = [("الأقوال", len(sheet.names)), ("القائلون", speakers)]
    done = [("الأحداث", len(sheet.reading.events))]
    owed = [*done, ("الوعود والمطالب", len(sheet.reading.pledges)), ("الخلافات", len(sheet.reading.disputes))]
    return " · ".join(f"{noun}: {digits(count)}" for noun, count in (*counts, *(one for one in owed if one[1])))


def _readers(readings: Sequence[Reading]) -> str:
    """Name the programs that made the readings, each once."""
    made = dict.fromkeys((reading.reader.name, reading.reader.version) for reading in readings)
    return "، ".join(f'<bdi dir="ltr">{safe(name)} {safe(version)}</bdi>' for name, version in made)
