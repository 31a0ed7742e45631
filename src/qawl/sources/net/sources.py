"""URLs to documents: a page gives one, a feed one for each entry."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from qawl.records import Document
from qawl.sources.http_message import HTML_TYPES, content_type
from qawl.sources.net.address import target_of
from qawl.sources.net.errors import FetchError, RefusedError
from qawl.sources.net.exchange import Answer
from qawl.sources.net.feed import FEED_LIMIT, FEED_TYPES, NO_FEED, Entry, Feed, is_feed, parse_feed
from qawl.sources.net.fetch import Fetcher
from qawl.sources.net.state import FeedState, State
from qawl.sources.pages import Page, document_from_page
from qawl.sources.pages.days import Day
from qawl.sources.rejection import Rejection, UnreadableError

Item = Document | Rejection


def documents_from_url(url: str, fetcher: Fetcher, day: Day) -> Iterator[Item]:
    """Yield the document of the page at `url`, or those of the pages that the feed there names."""
    try:
        answer = fetcher.fetch(url, (*HTML_TYPES, *FEED_TYPES))
        if _is_page(answer):
            yield _document(answer, None, day)
            return
        feed = _feed(answer, day)
    except UnreadableError as error:
        yield Rejection(url, error.reason)
        return
    for entry in feed.entries:
        yield _entry_item(url, entry, fetcher, day)[0]


def _is_page(answer: Answer) -> bool:
    return content_type(answer.headers.get("content-type")).name in HTML_TYPES and not is_feed(answer.body)


def _feed(answer: Answer, day: Day) -> Feed:
    return parse_feed(answer.body, content_type(answer.headers.get("content-type")).charset, day)


def _document(answer: Answer, entry: Entry | None, day: Day) -> Document:
    """Return the document of a page; a feed's date stands in where the page tells none."""
    charset = content_type(answer.headers.get("content-type")).charset
    document = document_from_page(Page(data=answer.body, id=answer.url, url=answer.url, charset=charset), day)
    if document.published is None and entry is not None and entry.published is not None:
        return msgspec.structs.replace(document, published=entry.published)
    return document


def _entry_item(feed: str, entry: Entry, fetcher: Fetcher, day: Day) -> tuple[Item, bool]:
    """Return what an entry's page gives, and whether it may give more at another time."""
    place = f"entry '{(entry.title or entry.key)[:60]}'"
    if entry.url is None:
        return Rejection(feed, "names no page", at=place), False
    url = entry.url
    try:
        target = target_of(url, base=feed)
        url = target.url
        return _document(fetcher.fetch(target.url, HTML_TYPES), entry, day), False
    except RefusedError as error:
        return Rejection(feed, f"{url[:200]} {error.reason}", at=place), False
    except UnreadableError as error:
        return Rejection(url[:500], error.reason), isinstance(error, FetchError) and error.passing


@dataclass(slots=True)
class Watcher:
    """Polls feeds for what is new. What was yielded counts as seen once `settle` is called, after it was stored."""

    fetcher: Fetcher
    state: State
    day: Day
    _pending: list[tuple[FeedState, str, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.fetcher.resting = self.state.resting

    def poll(self, url: str) -> Iterator[Item]:
        """Yield what is new in the feed at `url`: documents, and rejections of the feed or of its entries."""
        known = self.state.feed(url)
        try:
            answer = self.fetcher.fetch(url, (*FEED_TYPES, *HTML_TYPES), headers=_conditions(known), limit=FEED_LIMIT)
            if answer.status == 304:
                return
            if not is_feed(answer.body):
                raise UnreadableError(NO_FEED)
            feed = _feed(answer, self.day)
        except UnreadableError as error:
            yield Rejection(url, error.reason)
            return
        complete = True
        keys = {entry.key for entry in feed.entries}
        known.failed = {key: count for key, count in known.failed.items() if key in keys}
        for entry in feed.entries:
            if entry.key not in known.seen:
                item, passing = _entry_item(url, entry, self.fetcher, self.day)
                complete = complete and not passing
                self._pending.append((known, entry.key, passing))
                yield item
        if complete:
            # Only now: with the tags of an edition whose entries are not all here, the server would hide them from us.
            known.etag = answer.headers.get("etag")
            known.modified = answer.headers.get("last-modified")

    def settle(self) -> None:
        """Count what was yielded so far as seen, or as failed where it may succeed another time."""
        for known, key, passing in self._pending:
            if passing:
                known.fail(key)
            else:
                known.settle(key)
        self._pending.clear()


def _conditions(known: FeedState) -> dict[str, str]:
    headers = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: value for name, value in headers.items() if value and value.isprintable()}
