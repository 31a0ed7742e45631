"""Who takes part, in the list beside the article: each actor with what the article and the tables tell of it."""

from collections.abc import Iterator

from qawl.export.labels import GENDERS, KINDS, NUMBERS, SECTORS, day, digits
from qawl.export.owed import section
from qawl.export.panel import NAME_LENGTH, row
from qawl.export.sheet import Sheet, safe
from qawl.export.visible import shortened
from qawl.records import Actor, Holder


def actors(sheet: Sheet) -> str:
    """Return the actors as HTML; nothing where there are none."""
    return section("مَن في المقال", "\n".join(_actor(actor) for actor in sheet.reading.actors))


def _actor(actor: Actor) -> str:
    facts = " · ".join(filter(None, (_kind(actor), safe(actor.country or ""), _sector(actor))))
    summary = f"<b><bdi>{safe(shortened(actor.name, NAME_LENGTH))}</bdi></b> <small>{facts}</small>"
    return f'<li class="entry"><details><summary>{summary}</summary>\n<dl>{"".join(_rows(actor))}</dl></details></li>'


def _rows(actor: Actor) -> Iterator[str]:
    yield row("الاسم", safe(actor.name))
    yield row("الصفة", safe(actor.role or ""))
    yield row("النوع", _kind(actor))
    yield row("البلد", f'<code dir="ltr">{safe(actor.country)}</code>' if actor.country else "")
    yield row("القطاع", f'{_sector(actor)} <code dir="ltr">{safe(actor.sector)}</code>' if actor.sector else "")
    yield row("الجنس", GENDERS[actor.gender] if actor.gender else "")
    yield row("العدد", NUMBERS[actor.number] if actor.number else "")
    yield row("صاحب المنصب، استنتاجًا", _holder(actor.holder) if actor.holder else "")
    yield row("عدد المواضع", digits(len(actor.mentions)))


def _kind(actor: Actor) -> str:
    return KINDS[actor.kind] if actor.kind else ""


def _sector(actor: Actor) -> str:
    return safe(SECTORS.get(actor.sector or "", actor.sector or ""))


def _holder(holder: Holder) -> str:
    """Name the holder with term and source: the article does not."""
    term = f"من {safe(day(holder.start))}" + (f" إلى {safe(day(holder.end))}" if holder.end else "")
    return f'<bdi>{safe(holder.name)}</bdi> ({term}؛ <bdi dir="ltr">{safe(holder.source)}</bdi>)'
