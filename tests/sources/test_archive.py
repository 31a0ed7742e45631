"""A WARC file gives its pages; each record that is broken is named with its place, and the others are read."""

import gzip
import io
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qawl.records import Document
from qawl.sources import Rejection, documents_from_path
from qawl.sources.archive import archived_pages
from qawl.sources.files import no_day

from .test_pages import TITLE, page


def record(
    number: int,
    body: bytes | None = None,
    *,
    head: bytes = b"",
    kind: str = "response",
    mime: str = "text/html; charset=utf-8",
    length: int = 0,
) -> bytes:
    """Return one record; `length` is added to its Content-Length."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: " + mime.encode() + b"\r\n" + head + b"\r\n"
    block = answer + (page() if body is None else body)
    lines = (
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: https://a.example/{number}",
        "WARC-Date: 2022-01-25T10:00:00Z",
        f"Content-Length: {len(block) + length}",
    )
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def archive(*records: bytes, compressed: bool) -> bytes:
    return b"".join(gzip.compress(item) if compressed else item for item in records)


def read(data: bytes) -> list[Document | Rejection]:
    return list(archived_pages(io.BufferedReader(io.BytesIO(data)), "a.warc", no_day))  # type: ignore[arg-type]


def shown(items: list[Document | Rejection]) -> list[str]:
    """Return a document's number, or a rejection's reason with its place."""
    return [item.id[-1] if isinstance(item, Document) else f"{item.at}: {item.reason}" for item in items]


both = pytest.mark.parametrize("compressed", [False, True])


@both
def test_pages_are_documents_with_their_address(tmp_path: Path, compressed: bool) -> None:
    path = tmp_path / ("a.warc.gz" if compressed else "a.warc")
    path.write_bytes(archive(record(1), record(2), compressed=compressed))
    first, second = documents_from_path(path)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.id, first.url, first.source, first.title) == (
        "https://a.example/1",
        "https://a.example/1",
        "a.example",
        TITLE,
    )
    assert first.published is None  # when it was fetched is not when it was published
    assert second.id == "https://a.example/2"


@both
def test_what_is_no_page_is_passed_over(compressed: bool) -> None:
    others = (record(1, kind="request"), record(2, mime="image/png"), record(3).replace(b" 200 OK", b" 404 No"))
    assert shown(read(archive(*others, record(4), compressed=compressed))) == ["4"]


@both
@pytest.mark.parametrize(
    ("head", "body"),
    [
        (b"Transfer-Encoding: chunked\r\n", b"%x\r\n%s\r\n0\r\n\r\n" % (len(page()), page())),
        (b"Transfer-Encoding: chunked\r\n", page()),
        (b"Content-Encoding: gzip\r\n", gzip.compress(page())),
        (b"Content-Encoding: gzip\r\n", page()),
    ],
)
def test_bodies_are_unpacked(compressed: bool, head: bytes, body: bytes) -> None:
    [document] = read(archive(record(1, body, head=head), compressed=compressed))
    assert isinstance(document, Document)


def test_pages_in_windows_1256_are_read() -> None:
    body = page(encoding="cp1256")
    [document] = read(archive(record(1, body, mime="text/html; charset=windows-1256"), compressed=True))
    assert isinstance(document, Document)
    assert document.title == TITLE


@both
@pytest.mark.parametrize("length", [9, 100_000, 10**12, -30])
def test_a_wrong_length_loses_no_other_record(compressed: bool, length: int) -> None:
    wrong = record(2, length=length)
    items = shown(read(archive(record(1), wrong, record(3), record(4), compressed=compressed)))
    assert items[0] == "1"
    assert len([item for item in items if len(item) > 1]) == 1
    assert f"byte {len(archive(record(1), compressed=compressed))}: " in items[1]
    if length < 10**12 or compressed:
        assert items[2:] == ["3", "4"]


@both
def test_a_record_without_a_version_loses_no_other(compressed: bool) -> None:
    wrong = record(2).replace(b"WARC/1.0", b"WORC/1.0")
    items = shown(read(archive(record(1), wrong, record(3), compressed=compressed)))
    place = len(archive(record(1), compressed=compressed))
    assert items == ["1", f"byte {place}: the record is no WARC record: it does not begin with WARC/", "3"]


@both
@pytest.mark.parametrize("lost", [1, 40, 300])
def test_a_file_that_is_cut_short_says_so(compressed: bool, lost: int) -> None:
    data = archive(record(1), record(2), compressed=compressed)
    items = shown(read(data[: -(lost + 4)]))
    assert items[0] == "1"
    assert "is cut short" in items[1]


def test_a_flipped_byte_loses_one_record() -> None:
    parts = [bytearray(gzip.compress(record(number))) for number in (1, 2, 3)]
    parts[1][len(parts[1]) // 2] ^= 0xFF
    items = shown(read(b"".join(parts)))
    assert (items[0], items[-1], len(items)) == ("1", "3", 3)
    assert items[1].startswith(f"byte {len(parts[0])}: the record is broken gzip")


def test_a_bomb_loses_one_record() -> None:
    bomb = gzip.compress(record(2, b"<p>" + b"x" * 120_000_000))
    items = shown(read(archive(record(1), compressed=True) + bomb + archive(record(3), compressed=True)))
    assert items[0] == "1"
    assert "decompression bomb" in items[1] or "larger than" in items[1]
    assert items[-1] == "3"


def test_a_page_without_article_is_named_with_its_address_and_place() -> None:
    [item] = read(archive(record(1, b"<p>x</p>"), compressed=False))
    assert str(item) == "a.warc, byte 0: record 'https://a.example/1': holds no article text"


@settings(max_examples=100, deadline=None)
@given(data=st.data(), compressed=st.booleans())
def test_a_mutated_archive_gives_documents_and_reasons(data: st.DataObject, compressed: bool) -> None:
    mutated = bytearray(archive(record(1), record(2), record(3), compressed=compressed))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(mutated) - 1))
        mutated[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=20))
    for item in read(bytes(mutated)):
        assert isinstance(item, Document) or item.reason


def test_a_record_that_a_broken_one_swallows_is_found() -> None:
    items = shown(read(b"\x1f\x8b\x08" * 50 + gzip.compress(record(1))))
    assert (len(items), items[-1]) == (2, "1")
    head = gzip.compress(b"WARC/1.0\r\n")[:-12]  # its data go on into what follows
    items = shown(read(head + gzip.compress(record(1)) + gzip.compress(record(2))))
    assert (len(items), items[1:]) == (3, ["1", "2"])


def test_false_starts_without_end_take_no_time() -> None:
    began = time.process_time()
    assert len(read(b"\x1f\x8b\x08" * 300_000)) == 1
    assert time.process_time() - began < 5


@given(st.binary(max_size=300))
def test_any_bytes_end(data: bytes) -> None:
    for start in (b"", b"\x1f\x8b\x08", b"WARC/1.0\r\n"):
        for item in read(start + data):
            assert isinstance(item, Rejection)
