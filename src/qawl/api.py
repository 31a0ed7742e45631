"""What a Python program uses: `qawl.read` and `qawl.Ledger`."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from qawl.ledger import Ledger as _Ledger
from qawl.ledger.writer import Added
from qawl.lexicon.closings import load_closings
from qawl.reading import read as _read
from qawl.records import Document, Reading

if TYPE_CHECKING:
    from qawl.ledger.linking.deeds import Closings
    from qawl.ledger.linking.run import Linked

BATCH = 256


def read(
    text: str,
    *,
    published: str | None = None,
    id: str = "text",
    source: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Reading:
    """Read one article: `text` is title, blank line, body; times are resolved against `published`, an ISO day.

    A pure function that raises on no text.
    """
    return _read(Document(id=id, text=text, published=published, source=source, title=title, url=url))


class Ledger(_Ledger):
    """A ledger that reads by itself the documents that it is given."""

    def link(self, closings: "Closings | None" = None) -> "Iterator[Linked]":
        """Link what belongs together across articles, as `qawl link` does; yield the counts after each day."""
        return super().link(closings or load_closings())

    def ingest(self, documents: Iterable[Document]) -> Added:
        """Read the documents that are not yet known and add them, a batch a transaction; open with `write=True`."""
        added, rest = Added(), iter(documents)
        while batch := list(islice(rest, BATCH)):
            known = [self.knows(document) for document in batch]
            seen = [document for document, is_known in zip(batch, known, strict=True) if is_known]
            fresh: Iterator[Reading] = (_read(d) for d, is_known in zip(batch, known, strict=True) if not is_known)
            added += self.add(fresh, seen=seen)
        return added
