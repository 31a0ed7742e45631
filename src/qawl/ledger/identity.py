"""Ids made from what they name: the same article and the same record get the same id in every ledger."""

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable

import msgspec

from qawl.ledger.columns import fields
from qawl.records import Actor, Dispute, Document
from qawl.text.fold import fold

# 80 bits: among a thousand million articles, the chance that two share an id is one in a million.
HASH_BYTES = 10
HASH_LENGTH = 16
NAME_BYTES = 5

LETTERS = {
    "actors": "a",
    "statements": "s",
    "times": "t",
    "quantities": "q",
    "events": "e",
    "pledges": "p",
    "disputes": "d",
}
"""The letter of each kind in an anchor."""


def digest(parts: object, size: int = HASH_BYTES) -> str:
    """Return a name of letters and the digits 2 to 7 for `parts`; hashed as JSON, so that no two lists run together."""
    made = hashlib.blake2b(msgspec.json.encode(parts), digest_size=size, person=b"qawl")
    return base64.b32encode(made.digest()).decode().rstrip("=").lower()


def document_hash(document: Document) -> str:
    """Return the id of an edition: of all fields that it has, so that a field to come changes no id of today."""
    named = ((field.name, getattr(document, field.name)) for field in fields(Document))
    return digest([[name, value] for name, value in named if value is not None])


def anchors(kind: str, records: Iterable[msgspec.Struct]) -> list[str]:
    """Return what names each record within its document: a letter and where it stands; the n-th there gets `.n`."""
    seen: Counter[str] = Counter()
    made = []
    for record in records:
        anchor = LETTERS[kind] + _PLACES.get(kind, _first_span)(record)
        seen[anchor] += 1
        made.append(anchor if seen[anchor] == 1 else f"{anchor}.{seen[anchor]}")
    return made


def _first_span(record: msgspec.Struct) -> str:
    """The cue of a statement, the act of a pledge, the span of all else."""
    name = next(field.name for field in fields(type(record)) if field.shape == "span")
    return str(getattr(record, name)[0])


def _name(record: msgspec.Struct) -> str:
    assert isinstance(record, Actor)
    return digest(record.name, NAME_BYTES)


def _claim_and_denial(record: msgspec.Struct) -> str:
    assert isinstance(record, Dispute)
    return f"{record.claim[0]}-{record.denial[0]}"


_PLACES: dict[str, Callable[[msgspec.Struct], str]] = {"actors": _name, "disputes": _claim_and_denial}

_SAME_NAME_OTHER_COUNTRY = frozenset(("institution", "group"))
_NOBODY = frozenset(("unnamed",))


def party_identity(name: str, kind: str | None, country: str | None) -> str | None:
    """Return what makes two actors of different articles one party, or None for who cannot be known again.

    `وزارة الخارجية` is another one in another state; a person keeps the name everywhere.
    """
    folded = " ".join(fold(name).split())
    if kind in _NOBODY or not folded:
        return None
    return f"{folded}|{country}" if country and kind in _SAME_NAME_OTHER_COUNTRY else folded


_LONG_VOWELS = str.maketrans("", "", "اويء")


def skeleton(name: str) -> str:
    """Return a name's consonants: `نتنياهو` and `نتانياهو` have the same, but so have `سالم` and `سليم`."""
    return " ".join(_consonants(word.removeprefix("ال")) for word in fold(name).split())


def _consonants(word: str) -> str:
    letters = word[:1] + word[1:].translate(_LONG_VOWELS)
    return "".join(letter for i, letter in enumerate(letters) if letter != letters[i - 1 : i])
