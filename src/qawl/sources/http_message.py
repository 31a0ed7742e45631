"""Parts of HTTP that a crawl's archive and a live answer share: content types, chunks, compressed bodies."""

import zlib
from dataclasses import dataclass
from email.message import Message

from qawl.sources.rejection import UnreadableError

HTML_TYPES = ("text/html", "application/xhtml+xml")
PLAIN_ENCODINGS = ("", "identity")
ZLIB_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 47}
MOST_CHUNKS = 1_000_000


@dataclass(frozen=True, slots=True)
class ContentType:
    """A content type in lower case, and the encoding that it declares."""

    name: str
    charset: str | None = None


def content_type(header: str | None) -> ContentType:
    """Return the parts of a Content-Type header."""
    message = Message()
    message["Content-Type"] = (header or "").replace("\r", " ").replace("\n", " ")
    charset = message.get_param("charset")
    return ContentType(message.get_content_type() if header else "", charset if isinstance(charset, str) else None)


def plain_body(body: bytes, encoding: str | None, limit: int) -> bytes:
    """Return a body without its compression, at most `limit` + 1 bytes of it; UnreadableError where it is broken."""
    name = (encoding or "").strip().lower()
    if name in PLAIN_ENCODINGS:
        return body
    if name not in ZLIB_WINDOWS:
        raise UnreadableError(f"is compressed with {name[:40]}, which was not asked for; qawl reads gzip and deflate")
    unpacker = zlib.decompressobj(ZLIB_WINDOWS[name])
    try:
        plain = unpacker.decompress(body, limit + 1)
    except zlib.error as error:
        raise UnreadableError(f"is broken {name}: {error}") from error
    if not unpacker.eof and len(plain) <= limit:
        raise UnreadableError(f"breaks off within its {name}")
    return plain


def unchunked(body: bytes) -> bytes:
    """Return the data of a chunked body; a body that is not chunked, whatever its header says, comes as it is."""
    data: list[bytes] = []
    at = 0
    for _ in range(MOST_CHUNKS):
        end = body.find(b"\r\n", at, at + 100)
        size = _chunk_size(body[at:end]) if end != -1 else None
        if size is None:
            return body
        if size == 0:
            return b"".join(data)
        data.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
        if at > len(body):
            return b"".join(data)
    return body


def _chunk_size(line: bytes) -> int | None:
    digits = line.partition(b";")[0].strip()
    if not 0 < len(digits) <= 8:
        return None
    try:
        return int(digits, 16)
    except ValueError:
        return None
