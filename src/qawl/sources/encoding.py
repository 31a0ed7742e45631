"""Bytes to text: UTF-8, UTF-16 with its byte order mark, Windows-1256; all else is refused by name."""

import codecs
import re

from qawl.sources.rejection import UnreadableError

WHAT_IS_READ = "qawl reads UTF-8, UTF-16 with a byte order mark, and Windows-1256"

SIGNATURES = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (b"\x1f\x8b", "gzip data"),
    (b"PK\x03\x04", "a zip archive (or a .docx, .xlsx, .odt file)"),
    (b"%PDF-", "a PDF file"),
    (b"PAR1", "a Parquet file"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstandard data"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
)

OTHER_ARABIC = (("iso8859-6", "ISO 8859-6"), ("mac-arabic", "MacArabic"))

_WORD = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3]")
_ACCENTED = re.compile("[^\x00-\x7f\u0610-\u06ff]")

# Read as Windows-1256, the other Arabic encodings put accented Latin letters into Arabic words (they
# keep the letters from feh to yeh elsewhere), and what is not Arabic at all (KOI8-R, GBK, broken
# UTF-8) gives Arabic letters with hardly an alef or lam, which are a quarter of real Arabic.
MOST_ACCENTED_WORDS = 0.05
FEWEST_ALEF_AND_LAM = 0.06
MOST_BROKEN = 0.1
MOST_CONTROL_BYTES = 0.1


def decode(data: bytes) -> str:
    """Return the text of `data` without its byte order mark, or raise UnreadableError."""
    _refuse_signature(data)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(data)
    _refuse_control_bytes(data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _windows_1256(data, error)


def _refuse_signature(data: bytes) -> None:
    for signature, name in SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(f"is {name}; {WHAT_IS_READ}")


def _refuse_control_bytes(data: bytes) -> None:
    """Refuse what may decode as UTF-8 by accident: Arabic UTF-16 without a mark is half 0x06 bytes."""
    most = len(data) * MOST_CONTROL_BYTES
    if data.count(b"\x06") > most:
        raise UnreadableError("is UTF-16 without a byte order mark; add the mark or save it as UTF-8")
    if data.count(b"\x00") > most:
        raise UnreadableError(f"is binary data, or UTF-16 without a byte order mark; {WHAT_IS_READ}")


def _utf16(data: bytes) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise UnreadableError(f"is broken UTF-16: {error.reason} at byte {error.start}") from error


def _windows_1256(data: bytes, error: UnicodeDecodeError) -> str:
    """Return `data` read as Windows-1256 where that gives Arabic; `error` is what UTF-8 said."""
    where = f"byte 0x{data[error.start]:02x} at {error.start}"
    if is_mostly_utf8(data):
        raise UnreadableError(f"is broken UTF-8: {where}") from error
    text = data.decode("cp1256")
    if _is_arabic(text):
        return text
    name = _other_arabic(data) or f"in an unknown encoding, not UTF-8 ({where}) and no Arabic in Windows-1256"
    raise UnreadableError(f"is {name}; {WHAT_IS_READ}") from error


def is_mostly_utf8(data: bytes) -> bool:
    """Say whether `data` is UTF-8 but for a few broken characters."""
    decoded = data.decode("utf-8", "replace")
    foreign = sum(not char.isascii() for char in decoded)
    return decoded.count("\ufffd") <= foreign * MOST_BROKEN


def _is_arabic(text: str) -> bool:
    """Say whether the words of `text` that are not ASCII are Arabic, spelled and spread as Arabic is."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    arabic = [word for word in words if _ARABIC.search(word)]
    accented = sum(bool(_ACCENTED.search(word)) for word in arabic)
    letters = "".join(arabic)
    alef_and_lam = letters.count("ا") + letters.count("ل")
    return (
        2 * len(arabic) > len(words)
        and accented <= len(arabic) * MOST_ACCENTED_WORDS
        and alef_and_lam >= len(letters) * FEWEST_ALEF_AND_LAM
    )


def _other_arabic(data: bytes) -> str | None:
    """Name the Arabic encoding, not read here, in which the bytes are Arabic."""
    for encoding, name in OTHER_ARABIC:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_arabic(text):
            return name
    return None
