"""Lines come one at a time and bounded, whatever the file."""

import io

import pytest

from qawl.sources import lines
from qawl.sources.lines import bounded_lines


def read_lines(data: bytes) -> list[bytes]:
    return list(bounded_lines(io.BufferedReader(io.BytesIO(data))))


@pytest.fixture
def limit(monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(lines, "LIMIT", 8)
    return 8


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", []),
        (b"one", [b"one"]),
        (b"one\ntwo\n", [b"one\n", b"two\n"]),
        (b"\n\ntwo", [b"\n", b"\n", b"two"]),
        (b"one\r\ntwo", [b"one\r\n", b"two"]),
        (b"\xef\xbb\xbfone\n", [b"one\n"]),
        ("أ\nب".encode("utf-16"), ["أ\n".encode(), "ب".encode()]),
        ("ਊ\nب".encode("utf-16"), ["ਊ\n".encode(), "ب".encode()]),  # U+0A0A is two line feeds in bytes
    ],
)
def test_lines_are_told_apart(data: bytes, expected: list[bytes]) -> None:
    assert read_lines(data) == expected


@pytest.mark.parametrize("length", [9, 17, 18, 19, 27, 100])
@pytest.mark.parametrize("end", [b"", b"\n", b"\nnext\n"])
def test_a_long_line_is_cut_once_and_the_next_is_whole(limit: int, length: int, end: bytes) -> None:
    expected = [b"x" * (limit + 1)] + ([b"next\n"] if b"next" in end else [])
    assert read_lines(b"x" * length + end) == expected


def test_a_line_of_just_the_limit_is_whole(limit: int) -> None:
    assert read_lines(b"x" * (limit - 1) + b"\nnext") == [b"x" * (limit - 1) + b"\n", b"next"]


@pytest.mark.parametrize("length", [9, 17, 18, 19, 100])
def test_a_long_line_of_utf16_is_cut_once(limit: int, length: int) -> None:
    assert read_lines(("x" * length + "\nnext").encode("utf-16")) == [b"x" * (limit + 1), b"next"]


def test_broken_utf16_raises_where_it_breaks() -> None:
    found = bounded_lines(io.BufferedReader(io.BytesIO("one\ntwo".encode("utf-16")[:-1])))
    assert next(found) == b"one\n"
    with pytest.raises(UnicodeDecodeError):
        next(found)
