"""The pages of a WARC file to documents: answers with status 200 that hold HTML."""

import io
from collections.abc import Iterator
from email.parser import HeaderParser

from qawl.records import Document
from qawl.sources.http_message import HTML_TYPES, content_type, plain_body, unchunked
from qawl.sources.pages import PAGE_LIMIT, Page, document_from_page
from qawl.sources.pages.days import Day
from qawl.sources.rejection import Rejection, UnreadableError
from qawl.sources.warc import Broken, WarcRecord, warc_records


def archived_pages(stream: io.BufferedReader, file: str, day: Day) -> Iterator[Document | Rejection]:
    """Yield the document of each page of the archive at `file`; records of other kinds are passed over."""
    for item in warc_records(stream):
        if isinstance(item, Broken):
            yield Rejection(file, f"the record {item.reason}", at=f"byte {item.offset}")
            continue
        url = item.headers.get("warc-target-uri", "").strip("<>")
        try:
            page = _page(item, url)
            if page is not None:
                yield document_from_page(page, day)
        except UnreadableError as error:
            yield Rejection(file, error.reason, record=url, at=f"byte {item.offset}")


def _page(record: WarcRecord, url: str) -> Page | None:
    """Return the page that a record holds, or None where it holds none."""
    if record.headers.get("warc-type", "").lower() != "response" or not url.startswith(("http://", "https://")):
        return None
    head, separator, body = record.block.partition(b"\r\n\r\n")
    if not separator:
        head, _, body = record.block.partition(b"\n\n")
    status, _, fields = head.decode("latin-1").partition("\n")
    headers = HeaderParser().parsestr(fields, headersonly=True)
    kind = content_type(headers.get("Content-Type"))
    if status.split()[1:2] != ["200"] or kind.name not in HTML_TYPES:
        return None
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        body = unchunked(body)
    plain = body if body[:100].lstrip()[:1] == b"<" else plain_body(body, headers.get("Content-Encoding"), PAGE_LIMIT)
    return Page(data=plain, id=url, url=url, charset=kind.charset)
