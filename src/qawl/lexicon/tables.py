"""The one loader of the lexicon's tables: UTF-8 TSV files in `data/`, read row by row.

A table opens with comment lines (`# …`: what it is, its columns, its source), then one header line,
then one entry a line. Several values in a cell are separated by ` | `; an empty cell is absence.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

SEPARATOR = " | "
COMMENT = "#"
SUFFIX = ".tsv"


class LexiconError(ValueError):
    """A table that cannot be read, with the place of the fault."""

    def __init__(self, file: str, line: int, message: str) -> None:
        super().__init__(f"{file}:{line}: {message}")
        self.file = file
        self.line = line
        self.message = message


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a table: its cells by column, and the line of the file where it stands."""

    values: dict[str, str]
    line: int

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def get(self, column: str, default: str = "") -> str:
        """Return the cell of `column`, or `default` where the table has no such column."""
        return self.values.get(column, default)

    def cells(self, column: str) -> tuple[str, ...]:
        """Return the values of a cell that may hold several."""
        return cells(self.values.get(column, ""))


def cells(value: str) -> tuple[str, ...]:
    """Split a cell that may hold several values: `"a | b"` holds `("a", "b")`."""
    return tuple(value.split(SEPARATOR)) if value else ()


def data_folder() -> Traversable:
    """Return the folder of the tables that ship with qawl."""
    return files("qawl.lexicon") / "data"


def table_names() -> list[str]:
    """Return the names of the tables that ship with qawl, without their suffix."""
    return sorted(file.name.removesuffix(SUFFIX) for file in data_folder().iterdir() if file.name.endswith(SUFFIX))


def rows(name: str) -> Iterator[Row]:
    """Yield the rows of the table `name` of the package, from first to last."""
    file = name + SUFFIX
    try:
        text = (data_folder() / file).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise LexiconError(file, 0, "there is no such table") from None
    except UnicodeDecodeError as error:
        raise LexiconError(file, 0, f"is not UTF-8 at byte {error.start}") from error
    return parse(file, text)


def parse(file: str, text: str) -> Iterator[Row]:
    """Yield the rows of a table's text; `file` is its name in errors."""
    numbered = content_lines(text)
    line, header = next(numbered, (1, ""))
    columns = header.split("\t")
    if not all(columns) or len(set(columns)) < len(columns):
        raise LexiconError(file, line, "the header must name every column once")
    for line, content in numbered:
        values = content.split("\t")
        if len(values) != len(columns):
            raise LexiconError(file, line, cell_count(len(values), len(columns)))
        yield Row(dict(zip(columns, values, strict=True)), line)


def content_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield header and rows with their line numbers, without comments and blank lines."""
    for number, line in enumerate(text.split("\n"), 1):
        if line and not line.startswith(COMMENT):
            yield number, line


def cell_count(found: int, expected: int) -> str:
    """Say that a row has too few or too many cells."""
    return f"has {found} cells where the header has {expected}"
