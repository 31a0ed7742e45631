"""An act in the field names of PLOVER 2.0 (openeventdata/PLOVER, commit 5e0c24f), with what it has no place for.

`status` is ours: PLOVER's auxiliary modes for what is denied, conditional or expected were never defined.
"""

from typing import Any

from qawl.ledger.acts import ActorOf, ActRow


def plover(act: ActRow) -> dict[str, Any]:
    """Return an act as a PLOVER record; `text_info` is in code points of the article's raw text."""
    return {
        "id": act.id,
        "date": act.time or act.published,
        "actor": [_party(one) for one in act.actors],
        "recipient": [_party(one) for one in act.recipients],
        "event": act.type,
        "mode": [act.mode] if act.mode else [],
        "context": list(act.context),
        "status": act.status,
        "event_text": act.words,
        "text_info": {"start": act.start, "end": act.end},
        "cite_info": {
            "document": act.document,
            "source": act.outlet,
            "title": act.title,
            "url": act.url,
            "published": act.published,
        },
    }


def _party(one: ActorOf) -> dict[str, str | None]:
    return {"name": one.name, "country": one.country, "sector": one.sector}
