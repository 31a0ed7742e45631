"""The records of a WARC file (ISO 28500), each with the byte where it begins; a broken one does not hide the next.

Our own reader, for what others pass over in silence: a record that is cut short, a length that swallows its neighbours,
a compressed record with a flipped byte. All end as a value with their place, and reading goes on at the next record.
"""

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from qawl.sources.compressed import FREE, MOST_GROWTH
from qawl.sources.lines import MEGABYTE

BLOCK_LIMIT = 16 * MEGABYTE
LONGEST_HEADER = 65_536
PIECE = 65_536
GZIP_PIECE = 8_192  # what is read again at each false start of a member: small, so that these cost little
KEPT = 1_048_576
"""Bytes of a broken member that are looked through again: damage may hide its neighbours' beginnings in it."""

MOST_FALSE_STARTS = 100
"""After so many in a row nothing is looked through twice any more, or a file made for it would keep us for days."""

GZIP_MAGIC = b"\x1f\x8b\x08"
VERSION = b"WARC/"
SEPARATOR = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """One record: where it begins, its headers by their names in lower case, and its block."""

    offset: int
    headers: dict[str, str]
    block: bytes


@dataclass(frozen=True, slots=True)
class Broken:
    """A record that cannot be read: where it begins, and why."""

    offset: int
    reason: str


class _BrokenError(ValueError):
    """What is being read is no sound record."""


@dataclass(slots=True)
class _Source:
    """A stream that can be looked into ahead, and that knows where it stands."""

    stream: io.BufferedReader | io.RawIOBase
    offset: int = 0
    ahead: bytearray = field(default_factory=bytearray)

    def look(self, count: int) -> bytes:
        """Return the next `count` bytes, fewer at the end, and leave them there."""
        while len(self.ahead) < count and (piece := self.stream.read(PIECE)):
            self.ahead += piece
        return bytes(self.ahead[:count])

    def take(self, count: int) -> bytes:
        """Return the next `count` bytes, fewer at the end."""
        taken = self.look(count)
        del self.ahead[: len(taken)]
        self.offset += len(taken)
        return taken

    def give_back(self, data: bytes) -> None:
        """Put back what was taken last."""
        self.ahead[:0] = data
        self.offset -= len(data)

    def skip_to(self, mark: bytes) -> bool:
        """Go to where `mark` stands next; say whether it does."""
        while piece := self.look(PIECE):
            found = piece.find(mark)
            if found != -1:
                self.take(found)
                return True
            if len(piece) < PIECE:
                break
            self.take(len(piece) - len(mark) + 1)
        self.take(PIECE)
        return False


def warc_records(stream: io.BufferedReader) -> Iterator[WarcRecord | Broken]:
    """Yield the records of a WARC file, compressed record by record or not at all."""
    source = _Source(stream)
    if source.look(2) == GZIP_MAGIC[:2]:
        yield from _members(source)
    else:
        yield from _records(source, None)


def _members(source: _Source) -> Iterator[WarcRecord | Broken]:
    """Yield the records of each gzip member; the offset is that of the member, as indexes of archives have it."""
    lost, false_starts = False, 0
    while source.look(1):
        start = source.offset
        if source.look(len(GZIP_MAGIC)) != GZIP_MAGIC:
            if not lost and source.look(PIECE).strip(b"\0"):
                yield Broken(start, "is no gzip data")
            lost = True
            source.skip_to(GZIP_MAGIC)
            continue
        for item in _records(_Source(_Member(source, KEPT if false_starts < MOST_FALSE_STARTS else 0)), start):
            if isinstance(item, WarcRecord) or not lost:
                yield item
            lost = isinstance(item, Broken)
            false_starts = false_starts + 1 if lost else 0
        if source.offset == start:
            source.take(1)


class _Member(io.RawIOBase):
    """What one member of a gzip file holds; leaves the source where the member ends, or where it breaks."""

    def __init__(self, source: _Source, kept: int) -> None:
        self._source = source
        self._kept = kept
        self._taken = bytearray()
        self._unpacker = zlib.decompressobj(31)
        self._packed = self._plain = 0

    def read(self, size: int = -1) -> bytes:
        while not self._unpacker.eof:
            packed = self._unpacker.unconsumed_tail or self._take()
            if not packed:
                self._give_back(b"")
                raise EOFError("is cut short by the end of the file")
            plain = self._decompressed(packed, size)
            if plain:
                return plain
        return b""

    def _take(self) -> bytes:
        packed = self._source.take(GZIP_PIECE)
        if len(self._taken) <= self._kept:
            self._taken += packed
        return packed

    def _give_back(self, packed: bytes) -> None:
        """Put back what may hold the beginning of another member: all that was taken, or, of a long one, the last."""
        whole = len(self._taken) <= self._kept
        self._source.give_back(bytes(self._taken if whole else packed)[1:])

    def _decompressed(self, packed: bytes, size: int) -> bytes:
        try:
            plain = self._unpacker.decompress(packed, size)
        except zlib.error:
            self._give_back(packed)
            raise
        if self._unpacker.eof:
            self._source.give_back(self._unpacker.unused_data)
        self._packed += len(packed) - len(self._unpacker.unconsumed_tail)
        self._plain += len(plain)
        if self._plain > FREE and self._plain > MOST_GROWTH * self._packed:
            self._source.give_back(self._unpacker.unconsumed_tail)
            raise _BrokenError(f"grows to more than {MOST_GROWTH} times its size: a decompression bomb")
        return plain


def _records(source: _Source, member: int | None) -> Iterator[WarcRecord | Broken]:
    """Yield the records of a plain stream; `member` is where the gzip member that holds it begins."""
    while True:
        start = source.offset
        try:
            _skip_line_ends(source)
            if not source.look(1):
                return
            start = source.offset
            record = _record(source, start if member is None else member)
            yield record
        except _BrokenError as error:
            yield Broken(start if member is None else member, str(error))
            if not _go_on(source, member):
                return
        except (zlib.error, EOFError) as error:
            reason = str(error) if isinstance(error, EOFError) else f"is broken gzip: {error}"
            yield Broken(start if member is None else member, reason)
            return


def _go_on(source: _Source, member: int | None) -> bool:
    """Go to what may be the next record of a plain file; a broken member of a compressed one is left."""
    if member is not None:
        return False
    source.take(1)
    return source.skip_to(b"\n" + VERSION)


def _skip_line_ends(source: _Source) -> None:
    while source.look(1) in (b"\r", b"\n"):
        source.take(1)


def _record(source: _Source, offset: int) -> WarcRecord:
    headers = _headers(source)
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdigit() and len(length) < 20):
        raise _BrokenError("has no Content-Length")
    block = source.take(min(int(length), BLOCK_LIMIT))
    rest = int(length) - len(block)
    while rest and (piece := source.take(min(rest, PIECE))):
        rest -= len(piece)
    _refuse_wrong_end(source, block, rest)
    if int(length) > BLOCK_LIMIT and "response" in headers.get("warc-type", ""):
        raise _BrokenError(f"is larger than {BLOCK_LIMIT // MEGABYTE} MB, the limit for one record")
    return WarcRecord(offset, headers, block)


def _headers(source: _Source) -> dict[str, str]:
    """Take the lines of a record's head: a version and named fields, up to a blank line."""
    if source.look(len(VERSION)) != VERSION:
        raise _BrokenError("is no WARC record: it does not begin with WARC/")
    head = source.look(LONGEST_HEADER)
    end, width = head.find(SEPARATOR), len(SEPARATOR)
    if end == -1:
        end, width = head.find(b"\n\n"), 2
    if end == -1:
        raise _BrokenError("has no end of its header" if len(head) == LONGEST_HEADER else "is cut short in its header")
    lines = source.take(end + width).decode("utf-8", "replace").splitlines()[1:]
    named = (line.partition(":") for line in lines if line[:1] not in (" ", "\t"))
    return {name.strip().lower(): value.strip() for name, _, value in named}


def _refuse_wrong_end(source: _Source, block: bytes, rest: int) -> None:
    """Refuse a record whose length does not end where the next begins; go back to the first that it swallowed."""
    after = source.look(len(SEPARATOR) + len(VERSION))
    if not rest and (after.startswith(SEPARATOR) or after.lstrip(b"\r\n")[: len(VERSION)] in (b"", VERSION)):
        return
    swallowed = block.find(SEPARATOR + VERSION)
    if swallowed != -1 and len(block) < BLOCK_LIMIT:
        source.give_back(block[swallowed + 1 :])
    raise _BrokenError("is cut short by the end of the file" if rest else "has a Content-Length that is not its length")
