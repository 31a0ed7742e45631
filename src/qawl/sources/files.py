"""Files and streams to documents, one at a time; what cannot be read comes as a Rejection in its place."""

import io
import os
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from qawl.records import Document
from qawl.sources.archive import archived_pages
from qawl.sources.compressed import gunzipped, unzstandard
from qawl.sources.encoding import decode
from qawl.sources.lines import LIMIT, LIMIT_REASON, bounded_lines
from qawl.sources.pages import Page, document_from_page
from qawl.sources.pages.days import Day
from qawl.sources.parquet import parquet_rows
from qawl.sources.record import document_from_json
from qawl.sources.rejection import Rejection, UnreadableError

Documents = Iterator[Document | Rejection]
Meter = Callable[[int], object]

UNKNOWN_KIND = (
    "is of a kind that qawl does not read; it reads .txt, .html, .json, .jsonl, .warc and .parquet, and .jsonl.gz,"
    " .jsonl.zst and .warc.gz"
)
BLANK = "holds nothing but white space"
STREAM_ID = "stdin"

_FIRST_WORDS = 4096


def documents_from_path(path: Path, *, meter: Meter | None = None, day: Day | None = None) -> Documents:
    """Yield the documents of the file at `path`; its ending tells its kind, without one its content does.

    `meter` is told the number of bytes each time some were read. `day` reads dates that pages write in words.
    """
    try:
        if path.name.lower().endswith(".parquet"):
            yield from _parquet(path, meter)
            return
        with path.open("rb", buffering=0) as raw:
            yield from _from_file(_metered(raw, meter), path, day or no_day)
    except OSError as error:
        yield Rejection(str(path), _in_a_sentence(error))


def documents_from_stream(raw: io.RawIOBase | io.BufferedIOBase, name: str, document_id: str = STREAM_ID) -> Documents:
    """Yield the documents of a stream with no ending to go by: JSON Lines if it opens with `{`, else plain text."""
    try:
        yield from _sniffed(_metered(raw), name, document_id)
    except OSError as error:
        yield Rejection(name, _in_a_sentence(error))


def is_url(name: str) -> bool:
    """Say whether a source's name is a URL that can be fetched, not a file's."""
    return name.lower().startswith(("http://", "https://"))


def no_day(words: str) -> None:
    """Read no date in words."""


def _from_file(stream: io.BufferedReader, path: Path, day: Day) -> Documents:
    name = path.name.lower()
    if name.endswith(".jsonl"):
        return _records(stream, str(path))
    if name.endswith(".jsonl.gz"):
        return _records(gunzipped(stream), str(path))
    if name.endswith(".jsonl.zst"):
        return _zstandard(stream, str(path))
    if name.endswith((".html", ".htm", ".xhtml")):
        return _whole(stream, str(path), lambda data: document_from_page(Page(data=data, id=_stem(path)), day))
    if name.endswith((".warc", ".warc.gz")):
        return _archive(stream, str(path), day)
    if name.endswith(".json"):
        return _whole(stream, str(path), lambda data: document_from_json(decode(data).encode()))
    if name.endswith(".txt"):
        return _whole(stream, str(path), lambda data: _plain(data, _stem(path)))
    if not path.suffix:
        return _sniffed(stream, str(path), _stem(path))
    return iter([Rejection(str(path), UNKNOWN_KIND)])


def _zstandard(stream: io.BufferedReader, file: str) -> Documents:
    try:
        return _records(unzstandard(stream), file)
    except UnreadableError as error:
        return iter([Rejection(file, error.reason)])


def _archive(stream: io.BufferedReader, file: str, day: Day) -> Documents:
    if not stream.peek(1):
        return iter([Rejection(file, "is empty")])
    return archived_pages(stream, file, day)


def _parquet(path: Path, meter: Meter | None) -> Documents:
    yield from parquet_rows(path)
    (meter or _unmetered)(path.stat().st_size)


def _sniffed(stream: io.BufferedReader, name: str, document_id: str) -> Documents:
    if _opens_with_brace(stream.peek(_FIRST_WORDS)):
        return _records(stream, name)
    return _whole(stream, name, lambda data: _plain(data, document_id))


def _whole(stream: io.BufferedReader, file: str, parse: Callable[[bytes], Document]) -> Documents:
    """Yield the one document that the whole of `stream` is."""
    data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        yield Rejection(file, LIMIT_REASON)
        return
    try:
        _refuse_blank(data)
        yield parse(data)
    except UnreadableError as error:
        yield Rejection(file, error.reason, record=error.record)


def _records(stream: io.BufferedReader, file: str) -> Documents:
    """Yield the document of each line that is not blank; a broken line is set aside, a broken file ends it."""
    number, seen = 0, False
    try:
        for number, line in enumerate(bounded_lines(stream), 1):
            if line.strip():
                seen = True
                yield _record(line, file, number)
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        yield Rejection(file, f"breaks off: {_in_a_sentence(error)}", line=number + 1)
        return
    if not seen:
        yield Rejection(file, BLANK if number else "is empty")


def _record(line: bytes, file: str, number: int) -> Document | Rejection:
    if len(line) > LIMIT:
        return Rejection(file, LIMIT_REASON, line=number)
    try:
        return document_from_json(line)
    except UnreadableError as error:
        return Rejection(file, error.reason, line=number, record=error.record)


def _plain(data: bytes, document_id: str) -> Document:
    """Return plain text as a document; its first line is the title where more follows."""
    text = decode(data)
    title, _, rest = text.strip().partition("\n")
    if not title:
        raise UnreadableError(BLANK)
    return Document(id=document_id, text=text, title=title.strip() if rest else None)


def _refuse_blank(data: bytes) -> None:
    if not data.strip():
        raise UnreadableError(BLANK if data else "is empty")


def _opens_with_brace(data: bytes) -> bool:
    """Say whether the first character but white space and a byte order mark is `{`."""
    return data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"{")


def _stem(path: Path) -> str:
    """Return the file's name without its ending; bytes that are no text become U+FFFD."""
    return os.fsencode(path.stem).decode("utf-8", "replace")


def _in_a_sentence(error: Exception) -> str:
    """Return what the error says, without its class, its number and the file's name."""
    words = (error.strerror if isinstance(error, OSError) else None) or str(error)
    words = error.reason if isinstance(error, UnicodeDecodeError) else words
    return words[:1].lower() + words[1:]


def _metered(raw: io.RawIOBase | io.BufferedIOBase, meter: Meter | None = None) -> io.BufferedReader:
    stream: io.BufferedReader = io.BufferedReader(_Metered(raw, meter or _unmetered))
    return stream


def _unmetered(count: int) -> None:
    """Count nothing."""


class _Metered(io.RawIOBase):
    """A stream that tells how many bytes were read; closing it leaves the stream below open."""

    def __init__(self, below: io.RawIOBase | io.BufferedIOBase, meter: Meter) -> None:
        # What comes first is handed on at once: `readinto` of a buffered pipe would wait for a full buffer.
        self._read = below.readinto1 if isinstance(below, io.BufferedIOBase) else below.readinto
        self._meter = meter

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int | None:  # type: ignore[override]
        count = self._read(buffer)
        self._meter(count or 0)
        return count
