"""Compressed streams, read piece by piece and no further than sound data go.

A file of a few kilobytes can hold gigabytes. Text shrinks to a third, records that repeat themselves to a fiftieth;
what grows far beyond that is a bomb, and reading ends there with an OSError that says so.
"""

import gzip
import io
from collections.abc import Callable
from types import ModuleType
from typing import BinaryIO, cast

from qawl.sources.rejection import UnreadableError

FREE = 64 * 1_048_576
"""Bytes that any stream may grow to."""

MOST_GROWTH = 200
"""How many times its size a stream may grow to beyond that; gzip itself ends at 1,032."""

LARGEST_WINDOW = 1 << 27  # what `zstd --long` uses
PIECE = 1024  # holds at most 32 MB in Zstandard's densest blocks

BOMB = f"grows to more than {MOST_GROWTH} times its size: a decompression bomb, or nothing but one thing repeated"
ZST_MISSING = "needs the package zstandard: pip install 'qawl[zst]'"


def gunzipped(stream: io.BufferedReader) -> io.BufferedReader:
    """Return what a gzip stream holds."""
    counted = _Counted(stream)
    return _bounded(gzip.GzipFile(fileobj=cast(BinaryIO, counted)), counted)


def unzstandard(stream: io.BufferedReader) -> io.BufferedReader:
    """Return what a Zstandard stream holds, or raise UnreadableError where the package for it is missing."""
    try:
        import zstandard
    except ImportError as error:
        raise UnreadableError(ZST_MISSING) from error
    counted = _Counted(stream)
    return _bounded(_Zstandard(counted, zstandard), counted)


def _bounded(plain: io.RawIOBase | io.BufferedIOBase, counted: "_Counted") -> io.BufferedReader:
    stream: io.BufferedReader = io.BufferedReader(_Bounded(plain.readinto, counted))
    return stream


class _Counted(io.RawIOBase):
    """A compressed stream that knows how much of it was read."""

    def __init__(self, below: io.BufferedReader) -> None:
        self._below = below
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        count = self._below.readinto(buffer)
        self.count += count
        return count


class _Bounded(io.RawIOBase):
    """A plain stream that ends with an OSError where it grows out of bounds."""

    def __init__(self, readinto: Callable[[memoryview], int | None], counted: _Counted) -> None:
        self._readinto = readinto
        self._counted = counted
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        count = self._readinto(memoryview(buffer)) or 0
        self._count += count
        if self._count > FREE and self._count > MOST_GROWTH * self._counted.count:
            raise OSError(BOMB)
        return count


class _Zstandard(io.RawIOBase):
    """What the frames of a Zstandard stream hold; broken and cut data raise as they do for gzip.

    The package's own stream reader takes a stream that is cut for one that has ended.
    """

    def __init__(self, compressed: io.RawIOBase, package: ModuleType) -> None:
        self._compressed = compressed
        self._package = package
        self._frame = package.ZstdDecompressor(max_window_size=LARGEST_WINDOW).decompressobj()
        self._begun = False
        self._plain = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._plain and (piece := self._compressed.read(PIECE)):
            self._plain = memoryview(self._decompressed(piece))
        if not self._plain and self._begun:
            raise EOFError("Compressed file ended before the end of a frame")
        count = min(len(buffer), len(self._plain))
        buffer[:count] = self._plain[:count]
        self._plain = self._plain[count:]
        return count

    def _decompressed(self, piece: bytes) -> bytes:
        plain = []
        try:
            while piece:
                plain.append(self._frame.decompress(piece))
                self._begun, piece = not self._frame.eof, self._frame.unused_data
                if self._frame.eof:
                    self._frame = self._package.ZstdDecompressor(max_window_size=LARGEST_WINDOW).decompressobj()
        except self._package.ZstdError as error:
            raise OSError(str(error)) from error
        return b"".join(plain)
