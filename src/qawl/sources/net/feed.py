"""RSS and Atom to entries: what is new, where it stands and what the feed says of its date."""

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from qawl.sources.pages.charset import page_text
from qawl.sources.pages.days import Day, machine_day
from qawl.sources.rejection import UnreadableError

FEED_TYPES = (
    "application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/rdf+xml",
)  # fmt: skip
FEED_LIMIT = 4 * 1_048_576
MOST_ENTRIES = 1_000
LONGEST = 1_000

NO_FEED = "is no RSS or Atom feed"

# A document type that declares entities is how a kilobyte becomes a gigabyte, and how a feed asks for our files. No
# feed needs one: the named characters of HTML are known without.
_ENTITY = re.compile(r"<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)\b|<!DOCTYPE[^>]{0,1000}\[")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,1000}\?>")
_STUMBLES = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_FEED = re.compile(r"<(?:[A-Za-z]+:)?(?:rss|feed|RDF|rdf)[\s>]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: what tells it from others, where its article is, and its date in words and as a day."""

    key: str
    url: str | None
    title: str | None
    dated: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's title and its entries, newest first where the feed has them so."""

    title: str | None
    entries: tuple[Entry, ...]


def is_feed(data: bytes) -> bool:
    """Say whether data look like a feed: servers send feeds under any type of XML."""
    return _FEED.search(data[:4096].decode("latin-1")) is not None


def parse_feed(data: bytes, charset: str | None, day: Day) -> Feed:
    """Return the feed that `data` hold, or raise UnreadableError; `day` reads dates that are written in words."""
    text = _XML_DECLARATION.sub("", page_text(data, charset))
    if _ENTITY.search(text):
        raise UnreadableError("declares XML entities, which may unfold without end; no feed needs them")
    if not is_feed(text.encode()):
        raise UnreadableError(NO_FEED)
    parsed = _parsed(text)
    entries = (_entry(entry, day) for entry in parsed.get("entries", [])[:MOST_ENTRIES])
    return Feed(_words(parsed.get("feed", {}), "title"), tuple(_once(entries)))


def _parsed(text: str) -> dict[str, Any]:
    import feedparser

    try:
        # From a stream: a string would be taken for a URL or a file's name, and opened.
        found: dict[str, Any] = feedparser.parse(
            io.BytesIO(text.encode()),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except _STUMBLES as error:
        raise UnreadableError(f"{NO_FEED} that can be parsed: {error}"[:200]) from error
    return found


def _once(entries: Iterator[Entry]) -> Iterator[Entry]:
    seen: set[str] = set()
    for entry in entries:
        if entry.key not in seen:
            seen.add(entry.key)
            yield entry


def _entry(entry: dict[str, Any], day: Day) -> Entry:
    url, title = _words(entry, "link"), _words(entry, "title")
    dated = _words(entry, "published") or _words(entry, "updated")
    name = _words(entry, "id") or url or title or ""
    return Entry(
        key=hashlib.blake2b(name.encode(), digest_size=12).hexdigest(),
        url=url,
        title=title,
        dated=dated,
        published=(machine_day(dated) or day(dated)) if dated else None,
    )


def _words(node: dict[str, Any], name: str) -> str | None:
    # Past feedparser's own `get`, which warns where it would take one date for another.
    value = dict.get(node, name)
    return " ".join(value.split())[:LONGEST] or None if isinstance(value, str) else None
