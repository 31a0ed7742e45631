"""When a page was published: what it says of it in the forms that systems write, then in words beside the title.

The first that is a whole day counts: JSON-LD, meta elements, `time` elements, words in Arabic near the title, the
address. A page that tells none has no date; nothing is guessed from other dates on it (the days of its neighbours, the
year of its copyright), as general extractors do.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from qawl.sources.pages.tree import short_text
from qawl.sources.record import iso_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Day = Callable[[str], str | None]
"""Reads a date in words (`25 كانون الثاني 2022`) and returns it as an ISO date, or None."""

META = (
    "article:published_time", "og:published_time", "article:published", "article.published", "datepublished",
    "datecreated", "pubdate", "publishdate", "publish_date", "publish-date", "publication_date", "date", "dc.date",
    "dc.date.issued", "dc.date.created", "dcterms.created", "dcterms.date", "dcterms.issued", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "citation_publication_date",
)  # fmt: skip

EARLIEST, LATEST = 1990, 2100
LONGEST = 200
LONGEST_LINE = 80
MOST_HOLDERS = 40

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:?\d{2}.*)?")
_RFC_822 = re.compile(r"(?:[A-Za-z]{3},?\s+)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})\b")
_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_IN_ADDRESS = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)")
_HOLDERS = (
    "//*[self::time or contains(@class, 'date') or contains(@class, 'Date') or contains(@class, 'time')"
    " or contains(@class, 'publish') or contains(@class, 'posted') or contains(@class, 'meta')"
    " or contains(@class, 'byline') or contains(@class, 'submitted') or contains(@class, 'info')"
    " or contains(@id, 'date') or contains(@id, 'Date') or contains(@itemprop, 'date')]"
)


def published(tree: "HtmlElement", articles: list[dict[str, object]], url: str | None, day: Day) -> str | None:
    """Return the ISO date of a page; `articles` is its JSON-LD."""
    for words in _told(tree, articles):
        found = machine_day(words)
        if found:
            return found
    for words in _beside_title(tree):
        found = machine_day(words) or _plausible(day(words))
        if found:
            return found
    return day_of_address(url)


def machine_day(words: str) -> str | None:
    """Return the day of a date in ISO 8601 or as in mail (`Tue, 25 Jan 2022 10:00:00 +0200`), as it is written."""
    words = words.strip()[:LONGEST]
    iso = _ISO.fullmatch(words)
    try:
        if iso:
            return _plausible(iso_date(iso.group(1)))
        mail = _RFC_822.match(words)
        if mail and mail.group(2).lower() in _MONTHS:
            written = date(int(mail.group(3)), _MONTHS[mail.group(2).lower()], int(mail.group(1)))
            return _plausible(written.isoformat())
    except ValueError:
        return None
    return None


def day_of_address(url: str | None) -> str | None:
    """Return the day that stands in the path of an address: `/2022/01/25/story`."""
    try:
        path = unquote(urlsplit(url or "").path)
    except ValueError:
        return None
    found = _IN_ADDRESS.search(path)
    try:
        return _plausible(date(*map(int, found.groups())).isoformat()) if found else None
    except ValueError:
        return None


def _plausible(day: str | None) -> str | None:
    """Let no day pass that systems write where they know none: 1970-01-01, 0001-01-01."""
    return day if day and EARLIEST <= int(day[:4]) <= LATEST else None


def _told(tree: "HtmlElement", articles: list[dict[str, object]]) -> Iterator[str]:
    for key in ("datePublished", "dateCreated"):
        yield from (value for article in articles for value in [article.get(key)] if isinstance(value, str))
    contents: dict[str, str] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            contents.setdefault((element.get(attribute) or "").lower(), element.get("content") or "")
    yield from (contents[name] for name in META if name in contents)
    yield from (element.get("datetime") or "" for element in sorted(_times(tree), key=_is_unmarked))


def _times(tree: "HtmlElement") -> Iterator["HtmlElement"]:
    """Yield the `time` elements that may tell when the article was published: not its updates, not its neighbours."""
    for element in tree.iter("time"):
        if element.get("datetime") and not re.search("updat|modif", _marks(element)) and _is_beside(element):
            yield element


def _marks(element: "HtmlElement") -> str:
    return " ".join((element.get("itemprop") or "", element.get("class") or "")).lower()


def _is_unmarked(element: "HtmlElement") -> bool:
    return "publish" not in _marks(element) and "pubdate" not in element.attrib


def date_lines(tree: "HtmlElement", day: Day) -> Iterator["HtmlElement"]:
    """Yield the elements that show nothing but when the page was published: they are no paragraphs of the article."""
    for element in tree.xpath(_HOLDERS)[:MOST_HOLDERS]:
        words = short_text(element, LONGEST_LINE)
        if words and day(words):
            yield element


def _beside_title(tree: "HtmlElement") -> Iterator[str]:
    """Yield short texts that may tell the date: what is marked as such, nearest behind the first main heading."""
    holders = list(islice(filter(_is_beside, tree.xpath(_HOLDERS)), MOST_HOLDERS))
    # Broken markup may leave elements that belong to the document, but not to the tree below its root.
    places = {element: place for place, element in enumerate(tree.iter())}
    heading = next((places[heading] for heading in tree.iter("h1")), 0)
    for element in sorted(holders, key=lambda element: places.get(element, 0) < heading):
        words = short_text(element, LONGEST)
        if words:
            yield words


def _is_beside(element: "HtmlElement") -> bool:
    tags = {element.tag, *(ancestor.tag for ancestor in element.iterancestors())}
    return not tags & {"aside", "nav", "footer", "script", "style", "head", "form"}
