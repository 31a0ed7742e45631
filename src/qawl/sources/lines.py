"""Lines of a stream, one at a time and never longer than a bound: a file of any size fits."""

import codecs
import io
from collections.abc import Callable, Iterator

MEGABYTE = 1_048_576

# A record of 16 MB holds at least 2.7 million Arabic letters, some 400 times a long article. The
# bound keeps one endless line from filling the memory.
LIMIT = 16 * MEGABYTE
LIMIT_REASON = f"is larger than {LIMIT // MEGABYTE} MB, the limit for one record"

UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def bounded_lines(stream: io.BufferedReader) -> Iterator[bytes]:
    """Yield the lines of `stream`; one longer than LIMIT comes cut to LIMIT + 1 bytes.

    UTF-16 with a byte order mark is recoded to UTF-8, since its bytes cannot be cut at line ends.
    Raises UnicodeDecodeError where it is broken.
    """
    read_piece = _piece_reader(stream)
    while piece := read_piece():
        yield piece[: LIMIT + 1]
        while len(piece) > LIMIT and not piece.endswith(b"\n"):
            piece = read_piece()


def _piece_reader(stream: io.BufferedReader) -> Callable[[], bytes]:
    """Return what reads the next line, or as much of it as the bound lets through."""
    start = stream.peek(4)
    if start.startswith(UTF16_MARKS) and start[2:4] != b"\0\0":
        text = io.TextIOWrapper(stream, encoding="utf-16", newline="\n")
        return lambda: text.readline(LIMIT + 1).encode()
    if start.startswith(codecs.BOM_UTF8):
        stream.read(len(codecs.BOM_UTF8))
    return lambda: stream.readline(LIMIT + 1)
