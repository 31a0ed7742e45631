"""Cases as data: `tests/cases/*.toml`, each an article and the records that a reading of it must hold.

A case gives words where a record has offsets. What a statement does not name is absent from the record: no speaker,
no addressee, no parent. Only `force` is compared where the case names it, since most cases are not about it.
`gap` says why the reader does not read a case yet; its test is then a strict xfail.
"""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from qawl.records import Document, Reading, Statement
from qawl.text.fold import fold
from qawl.text.span import Span

CASES = Path(__file__).resolve().parent.parent / "cases"
NEUTRAL_TITLE = "أخبار متفرقة من المنطقة"
_OTHERS = (
    "actors",
    "datelines",
    "disputes",
    "events",
    "numbers",
    "pledges",
    "quantities",
    "times",
)  # cases of other records
_EDGES = " \t\n.,،؛:…!?\"'«»“”()[]-–"


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A statement in words; `parent` is the cue of the statement that holds it."""

    cue: str
    content: str | tuple[str, ...]
    speaker: str | None = None
    who: str | None = None
    mode: str = "indirect"
    force: str | None = None
    addressee: str | None = None
    occasion: str | None = None
    via: tuple[str, ...] = ()
    headline: bool = False
    parent: str | None = None


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An article, title and body apart, and its statements in the order of their cues."""

    id: str
    text: str
    statements: tuple[Expected, ...]
    title: str = NEUTRAL_TITLE
    gap: str | None = None


class CaseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The cases of one construct."""

    construct: str
    case: tuple[Case, ...]


class DatelineCase(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A byline or a first line, and its dateline."""

    id: str
    text: str = "وصل الوفد إلى المنامة صباحا."
    byline: str | None = None
    source: str | None = None
    place: str | None = None
    agencies: tuple[str, ...] = ()
    date: str | None = None
    gap: str | None = None


class DatelineFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The datelines."""

    case: tuple[DatelineCase, ...]


def statement_files() -> dict[str, CaseFile]:
    """Return the files of statement cases by name."""
    paths = sorted(path for path in CASES.glob("*.toml") if path.stem not in _OTHERS)
    return {path.stem: msgspec.toml.decode(path.read_bytes(), type=CaseFile) for path in paths}


def datelines() -> tuple[DatelineCase, ...]:
    """Return the dateline cases."""
    return msgspec.toml.decode((CASES / "datelines.toml").read_bytes(), type=DatelineFile).case


def params(prefix: str, cases: tuple[Any, ...]) -> list[Any]:
    """Return pytest parameters with readable ids; a known gap is a strict xfail."""
    return [
        pytest.param(
            case,
            id=f"{prefix}{case.id}",
            marks=[pytest.mark.xfail(strict=True, reason=case.gap)] if case.gap else [],
        )
        for case in cases
    ]


def article(title: str, text: str) -> str:
    """Return title and body as one text."""
    return f"{title}\n\n{text}"


def document(case: Case) -> Document:
    """Return the document of a case."""
    return Document(id=case.id, text=article(case.title, case.text))


def trimmed(words: str) -> str:
    """Return words without marks at their edges, as the scorer compares them."""
    return words.strip(_EDGES)


def wanted(case: Case) -> list[dict[str, object]]:
    """Return the records that a case demands."""
    return [_wanted(expected) for expected in case.statements]


def _wanted(expected: Expected) -> dict[str, object]:
    pieces = (expected.content,) if isinstance(expected.content, str) else expected.content
    record = msgspec.to_builtins(expected) | {"content": [trimmed(piece) for piece in pieces]}
    words = ("cue", "speaker", "addressee", "occasion", "parent")
    record |= {name: trimmed(record[name]) for name in words if record[name] is not None}
    return record | {"who": expected.who and fold(expected.who), "via": list(expected.via)}


def found(case: Case, reading: Reading) -> list[dict[str, object]]:
    """Return the statements of a reading in the terms of a case, in the order of their cues."""
    statements = sorted(reading.statements, key=lambda statement: statement.cue)
    forces = [expected.force for expected in case.statements] + [None] * len(statements)
    return [_found(s, reading) | ({} if f else {"force": None}) for s, f in zip(statements, forces, strict=False)]


def _found(statement: Statement, reading: Reading) -> dict[str, object]:
    text = reading.document.text
    cues = {s.id: s.cue for s in reading.statements}

    def words(span: Span | None) -> str | None:
        return None if span is None else trimmed(span.of(text))

    return {
        "cue": words(statement.cue),
        "content": [words(piece) for piece in statement.content],
        "speaker": words(statement.speaker),
        "who": statement.who and fold(statement.who),
        "mode": statement.mode,
        "force": statement.force,
        "addressee": words(statement.addressee),
        "occasion": words(statement.occasion),
        "via": list(statement.via),
        "headline": statement.headline,
        "parent": words(cues[statement.parent]) if statement.parent else None,
    }
