"""What a page says about itself: in its JSON-LD, in its meta elements, and in the words beside its title."""

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, cast
from urllib.parse import urljoin, urlsplit

from qawl.sources.pages.days import Day, published
from qawl.sources.pages.tree import short_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Json = object

# Types of schema.org under which news stands. Others on the page (Person, BreadcrumbList, WebSite) say nothing of it.
ARTICLE_TYPES = re.compile("Article$|^(?:BlogPosting|Report|LiveBlogPosting|SocialMediaPosting)$")
MOST_JSON = 1_000_000
MOST_NODES = 5_000

LONGEST_TITLE = 400
LONGEST_BYLINE = 150

_NAMED_AUTHOR = (
    "//meta[@name='author' or @property='author' or @name='parsely-author' or @name='sailthru.author']/@content"
)
_SHOWN_AUTHOR = (
    "//*[not(self::meta) and not(self::body) and not(self::html) and (@itemprop='author' or @rel='author'"
    " or contains(@class, 'byline') or contains(@class, 'author') or contains(@class, 'writer'))]"
)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Claims:
    """Title, byline, outlet, address and ISO date of a page, where it tells them."""

    title: str | None
    byline: str | None
    source: str | None
    url: str | None
    published: str | None


def claims(tree: "HtmlElement", url: str | None, day: Day) -> Claims:
    """Return what the page says of itself; `url` is where it was found, `day` reads a date written out in words."""
    articles = list(_articles(tree))
    source = _outlet(tree, articles)
    byline = _byline(tree, articles, source)
    return Claims(
        title=_title(tree, articles, source),
        byline=byline,
        source=source or _host(url),
        url=url or _canonical(tree),
        published=published(tree, articles, url, day),
    )


def _articles(tree: "HtmlElement") -> Iterator[dict[str, Json]]:
    """Yield the objects of the page's JSON-LD that describe an article."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            yield from _article_nodes(_parsed(script.text or ""))


def _parsed(text: str) -> Json:
    """Return the JSON of a script; systems leave line breaks within its strings, which are let pass."""
    try:
        return cast(Json, json.loads(text[:MOST_JSON].strip().rstrip(";"), strict=False))
    except (ValueError, RecursionError):
        return None


def _article_nodes(node: Json) -> Iterator[dict[str, Json]]:
    waiting: deque[Json] = deque([node])
    for _ in range(MOST_NODES):
        if not waiting:
            return
        node = waiting.popleft()
        if isinstance(node, list):
            waiting.extendleft(reversed(node))
        elif isinstance(node, dict):
            if any(ARTICLE_TYPES.search(name) for name in strings(node.get("@type"))):
                yield node
            waiting.extend(node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node)


def strings(value: Json) -> list[str]:
    """Return the strings that a value is or lists."""
    values = value if isinstance(value, list) else [value]
    return [item for item in values if isinstance(item, str)]


def _names(value: Json) -> list[str]:
    """Return the names of what a value describes: `"N"`, `{"name": "N"}`, or a list of these."""
    values = value if isinstance(value, list) else [value]
    named = (item.get("name") if isinstance(item, dict) else item for item in values)
    return [_tidy(name) for item in named for name in strings(item) if _tidy(name)]


def _tidy(words: str) -> str:
    return " ".join(unescape(words).split())


def meta(tree: "HtmlElement", *names: str) -> Iterator[str]:
    """Yield the contents of the meta elements of these names, in the order of the names."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            content = _tidy(element.get("content") or "")
            if content:
                found.setdefault((element.get(attribute) or "").lower(), []).append(content)
    for name in names:
        yield from found.get(name, [])


def _title(tree: "HtmlElement", articles: list[dict[str, Json]], source: str | None) -> str | None:
    """Return the title: that of the one main heading, or what the page calls itself, without the outlet's name."""
    headings = [words for words in (short_text(heading, LONGEST_TITLE) for heading in tree.iter("h1")) if words]
    claimed = [
        *(name for article in articles for name in map(_tidy, strings(article.get("headline"))) if name),
        *meta(tree, "og:title", "twitter:title"),
        *(short_text(title, LONGEST_TITLE) for title in tree.iter("title")),
    ]
    shown = [heading for heading in headings if any(heading in title and _is_most(heading, title) for title in claimed)]
    alone = headings if len(headings) == 1 else []
    for title in (
        *shown,
        *(_without_outlet(title, source) for title in claimed[:-1]),
        *alone,
        *claimed[-1:],
        *headings,
    ):
        if title and title != source:
            return title[:LONGEST_TITLE]
    return None


def _is_most(part: str, whole: str) -> bool:
    """Say whether `part` is the larger part of a title: a heading that is the outlet's name is not."""
    return 2 * len(part) >= len(whole)


def _without_outlet(title: str, source: str | None) -> str:
    """Take the outlet's name off the end of a title: `خبر - بوابة المرفأ`."""
    if source and title.endswith(source):
        return title[: -len(source)].rstrip(" -–—|:•»،")
    return title


def _outlet(tree: "HtmlElement", articles: list[dict[str, Json]]) -> str | None:
    named = (name for article in articles for name in _names(article.get("publisher")))
    for name in (*meta(tree, "og:site_name", "application-name"), *named):
        if len(name) <= LONGEST_BYLINE:
            return name
    return None


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _canonical(tree: "HtmlElement", base: str = "") -> str | None:
    """Return the address that a page claims for itself, which may be relative to `base`."""
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    for url in (*links, *meta(tree, "og:url")):
        absolute = _joined(base, url or "")
        if absolute.lower().startswith(("http://", "https://")):
            return absolute
    return None


def _joined(base: str, url: str) -> str:
    try:
        return urljoin(base, url.strip()) if url.strip() else ""
    except ValueError:
        return ""


def own_address(tree: "HtmlElement", url: str) -> str:
    """Return the address that a page prefers to `url`, where it is on the same host; another host cannot be claimed."""
    claimed = _canonical(tree, url) or url
    try:
        same = urlsplit(claimed).netloc.lower() == urlsplit(url).netloc.lower()
        deep = len(urlsplit(claimed).path) > 1  # some systems name their front page on every page
    except ValueError:
        return url
    return claimed if same and deep else url


def _byline(tree: "HtmlElement", articles: list[dict[str, Json]], source: str | None) -> str | None:
    """Return who wrote it: as the page shows it, or as it says in what it does not show."""
    named = "، ".join(dict.fromkeys(name for article in articles for name in _names(article.get("author"))))
    for words in (*_shown_bylines(tree), named, *map(_tidy, tree.xpath(_NAMED_AUTHOR))):
        if _is_byline(words) and words != source:
            return words
    return None


def _shown_bylines(tree: "HtmlElement") -> Iterator[str]:
    for element in tree.xpath(_SHOWN_AUTHOR):
        if element.tag not in ("script", "style", "img", "time"):
            yield short_text(element, LONGEST_BYLINE)


def _is_byline(words: str) -> bool:
    """Say whether words can be a byline; addresses and the accounts of a system's keeper are none."""
    lowered = words.lower()
    return (
        0 < len(words) <= LONGEST_BYLINE
        and _LETTER.search(words) is not None
        and not lowered.startswith(("http:", "https:", "@"))
        and lowered not in ("admin", "administrator", "editor", "webmaster", "root", "user")
    )
