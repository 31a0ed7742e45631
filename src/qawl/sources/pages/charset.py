"""The encoding of a page: its bytes decide, then what the server and the page itself declare."""

import codecs
import re

from qawl.sources.encoding import decode, is_mostly_utf8
from qawl.sources.rejection import UnreadableError

# What a page may declare beside UTF-8, and Python's name for it. Latin encodings are missing on purpose: servers
# declare them by default, and no Arabic page is in one.
DECLARED = {
    "windows-1256": "cp1256",
    "cp1256": "cp1256",
    "x-cp1256": "cp1256",
    "iso-8859-6": "iso8859-6",
    "iso8859-6": "iso8859-6",
    "arabic": "iso8859-6",
    "asmo-708": "iso8859-6",
    "ecma-114": "iso8859-6",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "utf-16": "utf-16",
}

_HEAD = 8192
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_IN_PAGE = re.compile(
    rb"<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE
)


def page_text(data: bytes, declared: str | None = None) -> str:
    """Return the text of a page's bytes; `declared` is the encoding that the server named.

    A page that is UTF-8 is read as UTF-8 whatever it declares, since other encodings hardly ever are UTF-8 by accident.
    Where it nearly is, its broken characters become U+FFFD, as in a browser.
    """
    if data.startswith(_MARKS):
        return decode(data)
    try:
        return data.decode()
    except UnicodeDecodeError:
        return _other(data, declared)


def _other(data: bytes, declared: str | None) -> str:
    named = DECLARED.get((declared or _declared_inside(data) or "").lower())
    if named is not None and not is_mostly_utf8(data):
        try:
            return data.decode(named)
        except UnicodeDecodeError as error:
            if named != "cp1256":
                raise UnreadableError(f"declares {named} but is not: byte {error.start} is none of its") from error
    return data.decode("utf-8", "replace") if is_mostly_utf8(data) else decode(data)


def _declared_inside(data: bytes) -> str | None:
    found = _IN_PAGE.search(data[:_HEAD])
    return found.group(1).decode("ascii") if found else None
