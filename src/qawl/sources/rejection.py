"""What could not be read, and where it stands."""

from dataclasses import dataclass


class UnreadableError(ValueError):
    """The bytes or the record at hand cannot become a document; the message says why.

    `record` is the record's id where the record at least has one.
    """

    def __init__(self, reason: str, *, record: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.record = record


@dataclass(frozen=True, slots=True)
class Rejection:
    """A file, or one record of it, that was not read.

    `at` names the place in a file that has no lines: `byte 4711` (of a WARC file), `row 12` (of a Parquet file).
    """

    file: str
    reason: str
    line: int | None = None
    record: str | None = None
    at: str | None = None

    def __str__(self) -> str:
        """Return one line, `FILE:LINE: record 'ID': reason`, safe to print on a terminal."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        place = place if self.at is None else f"{place}, {self.at}"
        record = "" if self.record is None else f"record '{_shortened(self.record)}': "
        return _printable(f"{place}: {record}{self.reason}")


def _printable(words: str) -> str:
    """Write control characters and lone surrogates as escapes: input must not steer a terminal."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in words)


def _shortened(record: str) -> str:
    return record if len(record) <= 80 else f"{record[:77]}..."
