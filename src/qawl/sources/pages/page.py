"""One HTML page to one document: title, byline and body joined by blank lines, as the page shows them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from qawl.records import Document
from qawl.sources.lines import MEGABYTE
from qawl.sources.pages.charset import page_text
from qawl.sources.pages.claims import LONGEST_TITLE, Claims, claims, own_address
from qawl.sources.pages.days import Day, date_lines
from qawl.sources.pages.tree import page_tree, short_text
from qawl.sources.rejection import UnreadableError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# News pages take 50 kB to 2 MB, scripts included.
PAGE_LIMIT = 8 * MEGABYTE
PAGE_LIMIT_REASON = f"is larger than {PAGE_LIMIT // MEGABYTE} MB, the limit for a page"

NO_ARTICLE = "holds no article text"
SHORTEST_ARTICLE = 20

# What stands on a page beside its article, whatever system made it.
_FURNITURE = (
    "script", "style", "noscript", "template", "iframe", "form", "button", "select", "nav", "aside", "footer", "svg",
    "figcaption", "object", "video", "audio", "canvas",
)  # fmt: skip
# What a foreign extractor may raise on a page that is made to break it.
_STUMBLES = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
# The extractor's own names (TEI) for what stands on lines of its own.
_BLOCKS = ("p", "head", "list", "item", "quote", "code", "table", "row", "lb", "ab", "div", "fw")
# Words in the classes and ids of what is beside the article, where elements have no telling names.
_BESIDE = frozenset(
    "related share sharing social breadcrumb breadcrumbs comment comments sidebar newsletter copyright menu navbar"
    " footer widget advert recommended mostread".split()
)
MOST_CHECKED = 100
_NAME = re.compile("[a-z]+")
_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The bytes of a page and what is known of it from outside: its id, its address, the encoding that was declared."""

    data: bytes
    id: str
    url: str | None = None
    charset: str | None = None


def document_from_page(page: Page, day: Day) -> Document:
    """Return the document that a page holds, or raise UnreadableError; `day` reads dates that are written in words."""
    if len(page.data) > PAGE_LIMIT:
        raise UnreadableError(PAGE_LIMIT_REASON)
    tree = page_tree(page_text(page.data, page.charset))
    said = claims(tree, page.url, day)
    _prune(tree, said, day)
    body = _body(tree, said)
    if len(body) < SHORTEST_ARTICLE:
        raise UnreadableError(NO_ARTICLE)
    url = own_address(tree, page.url) if page.url else said.url
    return Document(
        id=url if page.url and url else page.id,
        text="\n\n".join(part for part in (said.title, said.byline, body) if part),
        source=said.source,
        url=url,
        published=said.published,
        title=said.title,
        byline=said.byline,
    )


def _body(tree: "HtmlElement", said: Claims) -> str:
    """Return the paragraphs of the article, one a line, without the title and byline that the page repeats there."""
    lines = _BREAKS.sub("\n", _SPACES.sub(" ", _extracted(tree))).strip().split("\n")
    while lines and lines[0].strip() in ("", said.title, said.byline):
        lines.pop(0)
    return "\n".join(lines)


def _prune(tree: "HtmlElement", said: Claims, day: Day) -> None:
    """Take out of the tree what is no paragraph of the article: furniture, and the title, byline and date above it."""
    short = {words for words in (said.title, said.byline) if words}
    for element in [*tree.iter(*_FURNITURE), *date_lines(tree, day), *tree.iter("h1", "time")]:
        _drop(element)
    half = sum(map(len, tree.itertext())) // 2
    for element in list(islice(_named_beside(tree), MOST_CHECKED)):
        if _is_shorter(element, half):
            _drop(element)
    for element in list(_above_article(tree)):
        if short_text(element, LONGEST_TITLE) in short:
            _drop(element)
    for table in [*tree.iter("table")]:
        if table.find(".//p") is not None or table.find(".//table") is not None or table.find(".//div") is not None:
            _unwrap(table)


def _unwrap(table: "HtmlElement") -> None:
    """Turn a table that lays out the page, as old pages do, into divisions: its cells are no cells."""
    for element in table.iter("table", "tbody", "thead", "tfoot", "tr", "td", "th", "center"):
        element.tag = "div"


def _named_beside(tree: "HtmlElement") -> Iterator["HtmlElement"]:
    for element in tree.iter("div", "section", "ul", "p", "span"):
        names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        if not _BESIDE.isdisjoint(_NAME.findall(names)):
            yield element


def _is_shorter(element: "HtmlElement", limit: int) -> bool:
    """Say whether the words within an element take fewer code points than `limit`; reads no further than it must."""
    length = 0
    for words in element.itertext():
        length += len(words)
        if length >= limit:
            return False
    return True


def _above_article(tree: "HtmlElement") -> Iterator["HtmlElement"]:
    body = tree.find("body")
    return iter(()) if body is None else body.iter("h2", "div", "span", "p", "a", "address", "li")


def _drop(element: "HtmlElement") -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _extracted(tree: "HtmlElement") -> str:
    """Return the words that the extractor takes for the article, a line for each of its blocks."""
    from lxml import etree
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(tree, include_comments=False, fast=True)
    except (*_STUMBLES, etree.LxmlError) as error:
        raise UnreadableError(f"{NO_ARTICLE} that can be taken out: {error}"[:200]) from error
    # Its text would be in NFC, with the vowel signs in another order than on the page and without bidi marks.
    body = None if found is None or isinstance(found, dict) else found.body
    return "" if body is None else _as_lines(body)


def _as_lines(body: "HtmlElement") -> str:
    for element in body.iter(*_BLOCKS):
        element.text = "\n" + (element.text or "")
        element.tail = "\n" + (element.tail or "")
    for element in body.iter("cell"):
        element.tail = " " + (element.tail or "")
    return "".join(body.itertext())
