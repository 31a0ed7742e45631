"""Files and streams give documents in order; what is broken is set aside with its place."""

import gzip
import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from qawl.records import Document
from qawl.sources import Rejection, documents_from_path, documents_from_stream
from qawl.sources.lines import LIMIT

from .articles import TEXT, TITLE, line

GOOD = line(id="good", text=TEXT)


def read_file(folder: Path, name: str, data: bytes) -> list[Document | Rejection]:
    path = folder / name
    path.write_bytes(data)
    return list(documents_from_path(path))


def ids(items: list[Document | Rejection]) -> list[str]:
    return [item.id for item in items if isinstance(item, Document)]


def rejections(items: list[Document | Rejection]) -> list[Rejection]:
    return [item for item in items if isinstance(item, Rejection)]


def test_plain_text_is_one_document_named_after_its_file(tmp_path: Path) -> None:
    assert read_file(tmp_path, "wire.txt", TEXT.encode()) == [Document(id="wire", text=TEXT, title=TITLE)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"\n \n{TEXT}", TITLE),
        (TEXT.replace("\n", "\r\n"), TITLE),
        ("سطر واحد لا غير", None),
        ("سطر واحد لا غير\n", None),
    ],
)
def test_plain_text_is_kept_as_it_is_and_its_first_line_is_the_title(
    tmp_path: Path, text: str, title: str | None
) -> None:
    assert read_file(tmp_path, "wire.txt", text.encode()) == [Document(id="wire", text=text, title=title)]


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    [document] = read_file(tmp_path, "wire.txt", TEXT.encode("utf-8-sig"))
    assert isinstance(document, Document)
    assert document.text == TEXT


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "A.JSONL", "a"])
def test_json_lines_are_one_document_each(tmp_path: Path, name: str) -> None:
    data = line(id="1", text=TEXT) + b"\n" + line(id="2", text=TEXT)
    assert ids(read_file(tmp_path, name, gzip.compress(data) if name.endswith("gz") else data)) == ["1", "2"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_json_lines_are_read_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    items = read_file(tmp_path, "a.jsonl", (GOOD + GOOD).decode().encode(encoding))
    assert [item.text for item in items if isinstance(item, Document)] == [TEXT, TEXT]


def test_a_json_file_is_one_document(tmp_path: Path) -> None:
    assert ids(read_file(tmp_path, "a.json", b'\xef\xbb\xbf{\n "id": "one",\n "text": "x"\n}\n')) == ["one"]


def test_a_broken_line_is_set_aside_and_the_others_are_read(tmp_path: Path) -> None:
    items = read_file(tmp_path, "a.jsonl", line(id="1", text=TEXT) + b'{"id": "2"\n\n' + b'{"id": "3"}\n' + GOOD)
    assert ids(items) == ["1", "good"]
    assert [(item.line, item.record) for item in rejections(items)] == [(2, None), (4, "3")]
    assert str(rejections(items)[1]).startswith(f"{tmp_path / 'a.jsonl'}:4: record '3': ")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.jsonl", b"", "is empty"),
        ("a.json", b"", "is empty"),
        ("a", b"", "is empty"),
        ("a.jsonl.gz", gzip.compress(b""), "is empty"),
        ("a.txt", b" \n\t\r\n", "white space"),
        ("a.txt", " \n".encode("utf-16"), "white space"),
        ("a.jsonl", b"\n\n \n", "white space"),
        ("a.txt", b"\xff\xfe\0\0\0\0\0\0", "UTF-32"),
        ("a.jsonl.gz", b"no gzip at all", "not a gzipped file"),
        ("a.json", b"[" + GOOD + b"]", "Expected `object`, got `array`"),
        ("a.html", b"<p>", "holds no article text"),
        ("a.html", b"", "is empty"),
        ("a.warc", b"", "is empty"),
        ("a.warc", b"no archive", "no WARC record"),
        ("a.warc.gz", b"\x1f\x8bno archive", "is no gzip data"),
        ("a.parquet", b"no table", "is no Parquet file of articles"),
        ("a.jsonl.zst", b"no frame", "breaks off"),
        ("a.csv", b"a,b", "does not read"),
        ("a.txt", b"x" * (LIMIT + 1), "larger than 16 MB"),
        ("a.json", b" " * (LIMIT + 1), "larger than 16 MB"),
    ],
)
def test_a_file_without_documents_is_one_rejection(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    [rejection] = read_file(tmp_path, name, data)
    assert isinstance(rejection, Rejection)
    assert reason in rejection.reason
    assert rejection.file == str(tmp_path / name)


def test_a_record_of_50_mb_is_passed_over(tmp_path: Path) -> None:
    items = read_file(tmp_path, "a.jsonl", b'{"id": "big", "text": "' + b"x" * 50_000_000 + b'"}\n' + GOOD)
    assert ids(items) == ["good"]
    assert "larger than 16 MB" in rejections(items)[0].reason


@pytest.mark.parametrize("lost", [1, 8, 100, 1000])
def test_a_truncated_gzip_gives_what_came_before_the_break(tmp_path: Path, lost: int) -> None:
    lines = b"".join(line(id=str(number), text=f"{TEXT} {os.urandom(20).hex()}") for number in range(500))
    *documents, last = read_file(tmp_path, "a.jsonl.gz", gzip.compress(lines)[:-lost])
    assert ids(documents) == [str(number) for number in range(len(documents))]
    assert isinstance(last, Rejection)
    assert "breaks off" in last.reason
    assert last.line == len(documents) + 1


def test_a_gzip_with_a_flipped_byte_ends_with_a_rejection(tmp_path: Path) -> None:
    data = bytearray(gzip.compress(GOOD * 2000))
    data[len(data) // 2] ^= 0xFF
    assert isinstance(read_file(tmp_path, "a.jsonl.gz", bytes(data))[-1], Rejection)


def test_a_directory_and_a_missing_file_are_rejected(tmp_path: Path) -> None:
    assert [str(item) for item in documents_from_path(tmp_path)] == [f"{tmp_path}: is a directory"]
    missing = tmp_path / "none.txt"
    assert [str(item) for item in documents_from_path(missing)] == [f"{missing}: no such file or directory"]


def test_a_rejection_never_steers_the_terminal(tmp_path: Path) -> None:
    [rejection] = read_file(tmp_path, "a\x1b[2J.jsonl", line(id="\x1b]0;title\x07\n", text=""))
    assert str(rejection).isprintable()


def test_a_file_name_that_is_no_text_gives_an_id_that_is(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xc7\xcd.txt")
    try:
        path.write_bytes(TEXT.encode())
    except OSError:
        pytest.skip("this file system takes no such names")
    [document] = documents_from_path(path)
    assert isinstance(document, Document)
    assert document.id.encode().decode() == "\ufffd\ufffd"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (GOOD + GOOD, ["good", "good"]),
        (b"\xef\xbb\xbf\n " + GOOD, ["good"]),
        (GOOD.decode().encode("utf-16"), ["good"]),
        (TEXT.encode(), ["stdin"]),
        (TEXT.encode("cp1256"), ["stdin"]),
        (b"", []),
    ],
)
def test_a_stream_is_told_by_its_first_character(data: bytes, expected: list[str]) -> None:
    assert ids(list(documents_from_stream(io.BytesIO(data), "standard input"))) == expected


class Endless(io.RawIOBase):
    """A stream of records without an end; tells how much was taken from it."""

    def __init__(self) -> None:
        self.taken = 0
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        self._left = self._left or GOOD
        piece, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(piece)] = piece
        self.taken += len(piece)
        return len(piece)


def test_records_are_handed_on_before_the_stream_ends() -> None:
    stream = Endless()
    documents: Iterator[Document | Rejection] = documents_from_stream(stream, "standard input")
    assert ids([next(documents) for _ in range(5)]) == ["good"] * 5
    assert stream.taken < 10 * len(GOOD) + io.DEFAULT_BUFFER_SIZE


def test_the_meter_is_told_every_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(GOOD * 1000)
    counted: list[int] = []
    assert len(list(documents_from_path(path, meter=counted.append))) == 1000
    assert sum(counted) == len(GOOD) * 1000
