"""A record as a W3C Web Annotation (Recommendation of 23 February 2017): its words, pointed at in two ways.

`TextPositionSelector` counts code points of the article's raw text; `TextQuoteSelector` has the words and what stands
around them, by which they are found again where the text was changed a little.
"""

from collections.abc import Iterable
from typing import Any

from qawl.ledger.answers import DisputeRow, PledgeRow, Row, StatementRow

AROUND = 32
"""So many code points before and behind the words."""


def annotation(row: Row, text: str) -> dict[str, Any]:
    """Return a record as an annotation of the article whose raw text is `text`."""
    source = row.url or f"urn:qawl:{row.document}"
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:qawl:{row.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": [{"type": "TextualBody", "purpose": purpose, "value": value} for purpose, value in _says(row) if value],
        "target": [{"source": source, "selector": _selectors(span, text)} for span in _spans(row)],
    }


def _says(row: Row) -> Iterable[tuple[str, str | None]]:
    """Yield what is said of the words: its kind, and who has part in it."""
    if isinstance(row, StatementRow):
        yield from (("classifying", "statement"), ("tagging", row.force), ("tagging", row.mode))
        yield "identifying", row.speaker
    elif isinstance(row, PledgeRow):
        yield from (("classifying", "pledge"), ("tagging", row.kind), ("tagging", row.due and f"due {row.due}"))
        yield from (("identifying", row.owed_by), ("identifying", row.owed_to))
    elif isinstance(row, DisputeRow):
        yield "classifying", "dispute"
        yield from (("identifying", name) for name in (*row.claimed_by, *row.denied_by))


def _spans(row: Row) -> tuple[tuple[int, int], ...]:
    """Return where the words of a record stand, in code points."""
    if isinstance(row, StatementRow):
        return row.content_spans or ((row.cue_start, row.cue_end),)
    if isinstance(row, PledgeRow):
        return ((row.act_start, row.act_end),)
    assert isinstance(row, DisputeRow)
    return tuple(dict.fromkeys(((row.claim_start, row.claim_end), (row.denial_start, row.denial_end))))


def _selectors(span: tuple[int, int], text: str) -> list[dict[str, Any]]:
    start, end = span
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(start - AROUND, 0) : start],
            "suffix": text[end : end + AROUND],
        },
    ]
