"""Record types as columns: which columns a field has, and how its value gets into them and back.

Everything is derived from the types in `qawl.records`, so that no field can be forgotten: where the schema lacks a
column of a field, writing fails and a test names the line to add.
"""

import types
import typing
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin

import msgspec

from qawl.records import Reading
from qawl.text.span import Span

Shape = Literal["plain", "flag", "span", "spans", "json"]
Value = str | int | float | bytes | None

R = TypeVar("R", bound=msgspec.Struct)

WORDS_BETWEEN = " … "
"""What stands between the words of two pieces of one field."""

LOCAL_ID = "local_id"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record type and the columns that hold it."""

    name: str
    shape: Shape
    type: Any

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns, in the order of `to_columns`."""
        if self.shape == "span":
            return (self.name, f"{self.name}_start", f"{self.name}_end")
        if self.shape == "spans":
            return (self.name, f"{self.name}_spans")
        return (LOCAL_ID if self.name == "id" else self.name,)

    def to_columns(self, value: object, text: str) -> tuple[Value, ...]:
        """Return the values of its columns; `text` is the raw text that spans point into."""
        if self.shape == "span":
            return (None, None, None) if value is None else _span_columns(cast(Span, value), text)
        if self.shape == "spans":
            spans = cast(tuple[Span, ...], value)
            return (WORDS_BETWEEN.join([text[start:end] for start, end in spans]), _json(spans))
        return (_json(value),) if self.shape == "json" and value is not None else (cast(Value, value),)

    def from_columns(self, values: Sequence[Value]) -> object:
        """Return the field's value, given those of its columns."""
        if self.shape == "span":
            return None if values[1] is None else Span(cast(int, values[1]), cast(int, values[2]))
        if self.shape == "flag":
            return None if values[0] is None else bool(values[0])
        if self.shape in ("spans", "json") and values[-1] is not None:
            return msgspec.json.decode(cast(str, values[-1]), type=self.type)
        return values[0]


def _span_columns(span: Span, text: str) -> tuple[Value, ...]:
    start, end = span
    return (text[start:end], start, end)


_encoder = msgspec.json.Encoder()


def _json(value: object) -> str:
    return _encoder.encode(value).decode()


@cache
def fields(record: type[msgspec.Struct]) -> tuple[Field, ...]:
    """Return the fields of a record type in their order."""
    hints = typing.get_type_hints(record)
    return tuple(Field(name, _shape(hints[name]), hints[name]) for name in record.__struct_fields__)


def _shape(hint: object) -> Shape:
    options = _options(hint)
    if options == {Span}:
        return "span"
    if options == {bool}:
        return "flag"
    if get_origin(hint) is tuple and get_args(hint) == (Span, ...):
        return "spans"
    return "plain" if options <= {str, int, float} else "json"


def _options(hint: object) -> set[object]:
    """Return the types that a value may have, None left out; a literal counts as the type of its values."""
    if get_origin(hint) in (Union, types.UnionType):
        return {option for part in get_args(hint) for option in _options(part)}
    if get_origin(hint) is Literal:
        return {type(value) for value in get_args(hint)}
    return set() if hint is type(None) else {hint}


@cache
def columns(record: type[msgspec.Struct]) -> tuple[str, ...]:
    """Return the columns of a record type."""
    return tuple(name for field in fields(record) for name in field.columns)


def to_columns(record: msgspec.Struct, text: str) -> tuple[Value, ...]:
    """Return what stands in the columns of `record`, whose spans point into `text`."""
    values: list[Value] = []
    for field in fields(type(record)):
        values += field.to_columns(getattr(record, field.name), text)
    return tuple(values)


def from_columns(record: type[R], values: Sequence[Value]) -> R:
    """Return the record whose columns hold `values`."""
    made, place = {}, 0
    for field in fields(record):
        made[field.name] = field.from_columns(values[place : place + len(field.columns)])
        place += len(field.columns)
    return record(**made)


@cache
def kinds() -> dict[str, type[msgspec.Struct]]:
    """Return the kinds of records that a reading holds, by the name of their field, which is that of their table."""
    hints = typing.get_type_hints(Reading)
    return {name: get_args(hint)[0] for name, hint in hints.items() if get_origin(hint) is tuple}
