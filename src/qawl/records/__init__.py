"""The record types: the one ontology from which JSON, columns, labels and docs follow."""

from qawl.records.document import Document
from qawl.records.reading import (
    Actor,
    Dateline,
    Dispute,
    Event,
    Holder,
    Pledge,
    Quantity,
    Reader,
    Reading,
    Statement,
    Time,
)

__all__ = [
    "Actor",
    "Dateline",
    "Dispute",
    "Document",
    "Event",
    "Holder",
    "Pledge",
    "Quantity",
    "Reader",
    "Reading",
    "Statement",
    "Time",
]
