"""A Parquet file gives its rows; wrong columns, rows and groups are named."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qawl.records import Document
from qawl.sources import Rejection, documents_from_path

from .articles import BODY, BYLINE, TEXT, TITLE

pa = pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
pq = pytest.importorskip("pyarrow.parquet")


def write(folder: Path, table: dict[str, Any], **options: Any) -> Path:
    path = folder / "articles.parquet"
    pq.write_table(pa.table(table), path, **options)
    return path


def test_rows_are_documents(tmp_path: Path) -> None:
    table = {
        "id": ["a", "b"],
        "title": [TITLE, TITLE],
        "byline": [BYLINE, None],
        "body": [BODY, BODY],
        "published": ["2022-01-25", None],
        "views": [1, 2],
    }
    first, second = documents_from_path(write(tmp_path, table))
    assert first == Document(id="a", text=TEXT, title=TITLE, byline=BYLINE, published="2022-01-25")
    assert second == Document(id="b", text=f"{TITLE}\n\n{BODY}", title=TITLE)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("published", pa.array([date(2022, 1, 25)])),
        ("published", pa.array([datetime(2022, 1, 25, 22, 0, tzinfo=UTC)])),
        ("text", pa.array([TEXT]).dictionary_encode()),
        ("text", pa.array([TEXT], pa.large_string())),
    ],
)
def test_columns_may_be_of_every_type_that_holds_them(tmp_path: Path, column: str, value: Any) -> None:
    table = {"id": [7], "text": [TEXT], "published": ["2022-01-25"]} | {column: value}
    [document] = documents_from_path(write(tmp_path, table))
    assert isinstance(document, Document)
    assert (document.id, document.text, document.published) == ("7", TEXT, "2022-01-25")


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ({"text": [TEXT]}, "no column `id`"),
        ({"id": ["a"]}, "none of `text`, `title` and `body`"),
        ({"id": ["a"], "text": [3]}, "column `text` is int64, not string"),
        ({"id": ["a"], "text": [TEXT], "url": [[TEXT]]}, "column `url` is list"),
    ],
)
def test_wrong_columns_are_named(tmp_path: Path, table: dict[str, Any], reason: str) -> None:
    [rejection] = documents_from_path(write(tmp_path, table))
    assert isinstance(rejection, Rejection)
    assert reason in rejection.reason


def test_a_wrong_row_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    ids = [str(number) for number in range(600)]
    texts = [TEXT] * 599 + [" "]
    path = write(tmp_path, {"id": ids, "text": texts}, row_group_size=300)
    items = list(documents_from_path(path))
    assert [item.id for item in items if isinstance(item, Document)] == ids[:-1]
    assert (
        str(items[-1]) == f"{path}, row 600: record '599': has no words in `text`, nor in `title`, `byline` and `body`"
    )


def test_a_broken_row_group_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    texts = [f"{TEXT} {number}" for number in range(30)]
    path = write(tmp_path, {"id": texts, "text": texts}, row_group_size=10, use_dictionary=False)
    about = pq.ParquetFile(path).metadata.row_group(1).column(1)
    data = bytearray(path.read_bytes())
    data[about.data_page_offset : about.data_page_offset + 40] = b"\xff" * 40
    path.write_bytes(data)
    items = list(documents_from_path(path))
    [rejection] = [item for item in items if isinstance(item, Rejection)]
    assert len(items) == 21
    assert rejection.at == "row 11"
    assert rejection.reason.startswith("row group 2 is broken")


def test_one_text_in_all_rows_takes_its_room_once(tmp_path: Path) -> None:
    texts = pa.DictionaryArray.from_arrays([0] * 2000, ["ق" * 1_000_000])
    path = write(tmp_path, {"id": [str(number) for number in range(2000)], "text": texts}, store_schema=False)
    items = documents_from_path(path)
    assert isinstance(next(items), Document)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_mutated_file_gives_documents_and_reasons(tmp_path: Path, data: st.DataObject) -> None:
    path = write(tmp_path, {"id": ["a", "b"], "text": [TEXT, TEXT]})
    mutated = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        mutated[data.draw(st.integers(0, len(mutated) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(mutated)
    for item in documents_from_path(path):
        assert isinstance(item, Document) or item.reason
