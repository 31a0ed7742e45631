"""Invented readings for the ledger's tests, and strategies for any reading at all."""

import types
import typing
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

import msgspec
from hypothesis import strategies as st

from qawl.ledger import Ledger
from qawl.reading import read
from qawl.records import (
    Actor,
    Dateline,
    Dispute,
    Document,
    Event,
    Holder,
    Pledge,
    Quantity,
    Reader,
    Reading,
    Statement,
    Time,
)
from qawl.text.span import Span

TEXT = (
    "سيشل: سنرد كتابيا\n\n"
    "قال وزير الخارجية السيشلي ليون بريفال للصحفيين في فيكتوريا إن بلاده سترد كتابيا قبل 20 مارس. "
    "ونفى الوزير وجود 12 قاربا في المياه المتنازع عليها، وفقا لوكالة رياح برس."
)
"""An invented wire."""


def at(words: str, text: str = TEXT) -> Span:
    """Return where `words` stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def document(**fields: Any) -> Document:
    return Document(**{"id": "d1", "text": TEXT, "source": "المدار نت", "published": "2024-03-05", **fields})


def statement(number: int, cue: str, content: str, **fields: Any) -> Statement:
    who = {"speaker": None, "who": "ليون بريفال", "actor": "a1", "mode": "indirect", "force": "assert"}
    return Statement(id=f"s{number}", cue=at(cue), content=(at(content),), **{**who, **fields})


def full_reading(version: str = "1", **changed: Any) -> Reading:
    """Return a reading with records of every kind in which hardly a field is empty."""
    records: dict[str, Any] = {
        "actors": (
            Actor(
                id="a1",
                name="ليون بريفال",
                kind="person",
                role="وزير الخارجية السيشلي",
                country="SYC",
                sector="GOV",
                mentions=(at("ليون بريفال"), at("الوزير")),
            ),
            Actor(
                id="a2",
                name="مصدر حكومي",
                kind="unnamed",
                gender="f",
                number="dual",
                holder=Holder(name="ن", office="o", country="SYC", source="s", start="2020-01-01", end="2021-01-01"),
            ),
        ),
        "statements": (
            statement(
                1,
                "قال",
                "بلاده سترد كتابيا قبل 20 مارس",
                speaker=at("وزير الخارجية السيشلي ليون بريفال"),
                addressee=at("للصحفيين"),
                occasion=at("في فيكتوريا"),
                time="2024-03-04",
                force="commit",
                rule="perfect:clause",
            ),
            statement(2, "ونفى", "وجود 12 قاربا", force="deny", via=("رياح برس",), parent="s1", headline=True),
        ),
        "times": (Time(span=at("20 مارس"), value="2024-03-20"),),
        "quantities": (Quantity(span=at("12 قاربا"), value=12, unit="قارب", unit_code="1", rule="count"),),
        "events": (
            Event(
                id="e1",
                span=at("سترد كتابيا"),
                type="CONSULT",
                status="expected",
                mode="visit",
                actor=("a1",),
                recipient=("a2", "بورت لويس"),
                holder="s1",
                context=("diplomatic",),
                place=at("سترد كتابيا"),
                time="2022-03",
                quantities=(0,),
                rule="verb:رد",
            ),
        ),
        "pledges": (
            Pledge(
                act=at("سترد كتابيا قبل 20 مارس"),
                by="سيشل",
                to="موريشيوس",
                kind="promise",
                due="2024-03-20",
                condition=at("في المياه"),
                statement="s1",
                rule="future",
            ),
        ),
        "disputes": (
            Dispute(
                claim=at("12 قاربا"),
                claimed_by=("موريشيوس",),
                denial=at("وجود 12 قاربا"),
                denied_by=("ليون بريفال", "سيشل"),
                rule="cue:clause",
            ),
        ),
    }
    made = {
        "document": document(url="https://example.org/1", title="سيشل", byline="فيكتوريا"),
        "dateline": Dateline(place="فيكتوريا", agencies=("و م ن", "رياح برس"), date="2024-03-05"),
    }
    return Reading(reader=Reader("qawl", version), **{**records, **made, **changed})


def replaced(reading: Reading, **fields: Any) -> Reading:
    return msgspec.structs.replace(reading, **fields)


def filled(path: Path, *texts: str, **fields: Any) -> Ledger:
    """Return a ledger of articles with these texts, really read, one a day from 1 March 2024."""
    ledger = Ledger(path, write=True)
    days = (f"2024-03-{n:02}" for n in range(1, 32))
    ledger.add(
        read(document(**{"id": f"d{n}", "text": text, "published": day, **fields}))
        for n, (text, day) in enumerate(zip(texts, days, strict=False), 1)
    )
    return ledger


def rows(ledger: Ledger, sql: str, *values: object) -> list[tuple[Any, ...]]:
    return ledger.connection.execute(sql, values).fetchall()


TABLES = (
    *("documents", "texts", "readings", "records", "actors", "statements", "times", "quantities", "events", "pledges"),
    *("disputes", "parties", "aliases", "record_parties", "links", "judgements", "vocabulary"),
)


def everything(ledger: Ledger) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of all tables but for the hours at which articles were seen."""
    found = {}
    for table in TABLES:
        names = [row[1] for row in rows(ledger, f"PRAGMA table_info({table})")]
        listed = ", ".join(f'"{name}"' for name in names if name not in ("first_seen", "last_seen"))
        found[table] = sorted(rows(ledger, f"SELECT {listed} FROM {table}"), key=repr)
    return found


# Any reading at all

_NAMES = ("a1", "a2", "s1", "s2", "", "x")
_LETTERS = st.characters(exclude_categories=["Cs"])
words = st.one_of(
    st.sampled_from(_NAMES), st.text(_LETTERS, max_size=8), st.sampled_from(["2024-03-05", "وزير", "%_'\""])
)


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for the values of a field with this type."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is Span:
        return st.builds(Span, st.integers(-3, 60), st.integers(-3, 60))
    if origin in (Union, types.UnionType):
        return st.one_of(*map(values, arguments))
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        return st.lists(values(arguments[0]), max_size=3).map(tuple)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return structs(hint)
    plain: dict[Any, st.SearchStrategy[Any]] = {
        str: words,
        bool: st.booleans(),
        int: st.integers(-(2**31), 2**31),
        float: st.floats(allow_nan=False),
        type(None): st.none(),
    }
    return plain[hint]


def structs(struct: type[msgspec.Struct]) -> st.SearchStrategy[Any]:
    hints = typing.get_type_hints(struct)
    return st.builds(struct, **{name: values(hints[name]) for name in struct.__struct_fields__})


readings: st.SearchStrategy[Reading] = structs(Reading)
