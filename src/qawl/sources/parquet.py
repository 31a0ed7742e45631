"""The rows of a Parquet file to documents, a few at a time; its columns are the fields of JSON Lines."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qawl.records import Document
from qawl.sources.lines import LIMIT, LIMIT_REASON, MEGABYTE
from qawl.sources.record import FIELDS, document_from_fields
from qawl.sources.rejection import Rejection, UnreadableError

if TYPE_CHECKING:
    import pyarrow.parquet as pq

MISSING = "needs the package pyarrow: pip install 'qawl[parquet]'"
BATCH = 256

# A group is what pyarrow opens at once; writers make them of some 100 MB.
LARGEST_GROUP = 2048 * MEGABYTE

Row = dict[str, Any]


def parquet_rows(path: Path) -> Iterator[Document | Rejection]:
    """Yield the document of each row of the file at `path`; raises OSError where it cannot be opened."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        yield Rejection(str(path), MISSING)
        return
    with path.open("rb") as stream:
        try:
            columns = _columns(pq.ParquetFile(stream))
            # As a dictionary, a text that stands in thousands of rows is held once.
            stream.seek(0)
            file = pq.ParquetFile(stream, read_dictionary=columns, page_checksum_verification=True)
        except (pa.ArrowException, UnreadableError, OSError) as error:
            yield Rejection(str(path), f"is no Parquet file of articles: {_first_line(error)}")
            return
        yield from _documents(file, columns, str(path))


def _first_line(error: Exception) -> str:
    return str(error).split("\n")[0][:300]


def _columns(file: "pq.ParquetFile") -> list[str]:
    """Return the columns that hold fields of an article, or raise UnreadableError where their types are wrong."""
    import pyarrow as pa

    schema = file.schema_arrow
    columns = [name for name in schema.names if name in FIELDS]
    twice = {name for name in columns if columns.count(name) > 1}
    if twice:
        raise UnreadableError(f"column `{min(twice)}` stands twice")
    if "id" not in columns or not {"text", "title", "body"} & set(columns):
        raise UnreadableError("it has no column `id`, or none of `text`, `title` and `body`")
    for name in columns:
        kind = schema.field(name).type
        kind = kind.value_type if pa.types.is_dictionary(kind) else kind
        if not _is_fit(name, kind):
            raise UnreadableError(f"column `{name}` is {kind}, not string")
    return columns


def _is_fit(name: str, kind: Any) -> bool:  # noqa: ANN401 - pyarrow has no types
    import pyarrow as pa

    is_string: bool = pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_null(kind)
    if name == "published":
        return is_string or bool(pa.types.is_date(kind) or pa.types.is_timestamp(kind))
    return is_string or name == "id" and bool(pa.types.is_integer(kind))


def _documents(file: "pq.ParquetFile", columns: list[str], name: str) -> Iterator[Document | Rejection]:
    """Yield the rows of each group; a group that cannot be read is set aside whole."""
    import pyarrow as pa

    first = 0
    for group in range(file.num_row_groups):
        about = file.metadata.row_group(group)
        row = first
        first += about.num_rows
        try:
            _refuse_large(about)
            for batch in file.iter_batches(BATCH, row_groups=[group], columns=columns, use_threads=False):
                for fields in _rows(batch):
                    row += 1
                    yield _document(fields, name, row)
        except (pa.ArrowException, UnreadableError, OSError, ValueError) as error:
            yield Rejection(name, f"row group {group + 1} is broken: {_first_line(error)}", at=f"row {row + 1}")


def _refuse_large(about: Any) -> None:  # noqa: ANN401 - pyarrow has no types
    if about.total_byte_size > LARGEST_GROUP:
        raise UnreadableError(f"it takes more than {LARGEST_GROUP // MEGABYTE:,} MB")


def _rows(batch: Any) -> Iterator[Row]:  # noqa: ANN401 - pyarrow has no types
    """Yield the rows of a batch one by one: a value that all rows share takes its room once."""
    for row in range(batch.num_rows):
        yield {name: batch.column(position)[row] for position, name in enumerate(batch.schema.names)}


def _document(cells: Row, file: str, row: int) -> Document | Rejection:
    fields: Row = {}
    try:
        fields = {name: _plain(cell) for name, cell in cells.items()}
        return document_from_fields(fields)
    except UnreadableError as error:
        return Rejection(file, error.reason, record=error.record, at=f"row {row}")


def _plain(cell: Any) -> str | None:  # noqa: ANN401 - pyarrow has no types
    try:
        value = cell.as_py()
    except (UnicodeDecodeError, ValueError, OverflowError) as error:
        raise UnreadableError(f"holds a value that cannot be read: {_first_line(error)}") from error
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and len(value) > LIMIT:
        raise UnreadableError(LIMIT_REASON)
    return None if value is None else str(value)
