"""The one span type that every record points with."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range `[start, end)` of Unicode code points of a document's raw text.

    Never of a folded copy, never bytes or UTF-16 units. Written as `[start, end]` in JSON.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words this span covers in `text`, the raw text it was made for."""
        return text[self.start : self.end]
