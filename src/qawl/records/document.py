"""One article as published."""

import msgspec


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """An article: its raw text and where it came from.

    `text` is title, blank line, byline (where there is one), blank line, body. All offsets of a
    reading are code points of `text`. `published` is an ISO 8601 date, or None.
    """

    id: str
    text: str
    source: str | None = None
    url: str | None = None
    published: str | None = None
    title: str | None = None
    byline: str | None = None
