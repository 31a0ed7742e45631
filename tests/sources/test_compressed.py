"""Compressed files are read as far as they are sound; bombs are refused."""

import gzip
from pathlib import Path

import pytest

from qawl.records import Document
from qawl.sources import Rejection, documents_from_path

from .articles import TEXT, line

zstandard = pytest.importorskip("zstandard", reason="the extra `zst` is not installed")

RECORDS = b"".join(line(id=str(number), text=f"{TEXT} {number}") for number in range(300))


def read(folder: Path, name: str, data: bytes) -> tuple[list[str], list[str]]:
    """Return the ids of the documents and the reasons of the rejections."""
    (folder / name).write_bytes(data)
    items = list(documents_from_path(folder / name))
    documents = [item.id for item in items if isinstance(item, Document)]
    return documents, [item.reason for item in items if isinstance(item, Rejection)]


def test_zstandard_is_read_over_several_frames(tmp_path: Path) -> None:
    data = zstandard.compress(RECORDS) + zstandard.compress(line(id="last", text=TEXT))
    assert read(tmp_path, "a.jsonl.zst", data) == ([*map(str, range(300)), "last"], [])


def test_a_frame_that_is_cut_short_says_so(tmp_path: Path) -> None:
    documents, reasons = read(tmp_path, "a.jsonl.zst", zstandard.compress(RECORDS)[:-30])
    assert documents == [str(number) for number in range(len(documents))]
    assert ["breaks off" in reason for reason in reasons] == [True]


@pytest.mark.parametrize(("name", "compress"), [("a.jsonl.gz", gzip.compress), ("a.jsonl.zst", zstandard.compress)])
def test_a_bomb_is_refused(tmp_path: Path, name: str, compress: object) -> None:
    bomb = compress(line(id="first", text=TEXT) + b" " * 300_000_000)  # type: ignore[operator]
    documents, reasons = read(tmp_path, name, bomb)
    assert documents == ["first"]
    assert ["decompression bomb" in reason for reason in reasons] == [True]


def test_the_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "zstandard", None)
    assert read(tmp_path, "a.jsonl.zst", b"x") == ([], ["needs the package zstandard: pip install 'qawl[zst]'"])
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    assert read(tmp_path, "a.parquet", b"x") == ([], ["needs the package pyarrow: pip install 'qawl[parquet]'"])
