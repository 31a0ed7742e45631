"""Small articles, gold and readings, with offsets found from words instead of counted by hand."""

from typing import Any

from qawl.evaluation.gold import Gold, GoldArticle, GoldStatement
from qawl.records import Dateline, Document, Reader, Reading, Statement
from qawl.text.span import Span

TEXT = (
    "قال الوزير سامر الحداد للصحفيين إن السفن باقية في الميناء. "
    "وأضاف أن الحصص لن تتغير هذا العام. "
    "وأعلنت وزارة الصيد في بيان «بدء الدوريات البحرية» يوم الأحد."
)


def at(words: str, text: str = TEXT) -> Span:
    """Return the span of the first occurrence of `words`."""
    start = text.index(words)
    return Span(start, start + len(words))


def statement(cue: str, content: str | list[Span], *, text: str = TEXT, **fields: Any) -> GoldStatement:
    """Return a statement whose parts are given as words."""
    parts = {name: at(fields.pop(name), text) for name in ("speaker", "addressee", "occasion") if name in fields}
    pieces = (at(content, text),) if isinstance(content, str) else tuple(content)
    values = {"speaker": None, "who": None, "mode": "indirect", "force": "assert"} | fields | parts
    return GoldStatement(cue=at(cue, text), content=pieces, **values)


def gold(*statements: GoldStatement, **fields: Any) -> Gold:
    empty = dict.fromkeys(("times", "quantities", "pledges", "disputes"), ())
    return Gold(**{"id": "a", "dateline": Dateline(), "statements": statements, **empty, **fields})


def article(gold_fields: Gold, text: str = TEXT) -> GoldArticle:
    return GoldArticle(Document(id=gold_fields.id, text=text), gold_fields)


def reading(fields: Gold, text: str = TEXT, *, rule: str = "test") -> Reading:
    """Return a reading that says what `fields` say."""
    statements = tuple(
        Statement(id=f"s{number}", actor=None, rule=rule, **{n: getattr(one, n) for n in one.__struct_fields__})
        for number, one in enumerate(fields.statements)
    )
    names = ("dateline", "times", "quantities", "pledges", "disputes")
    shared = {name: getattr(fields, name) for name in names}
    return Reading(document=Document(id=fields.id, text=text), reader=Reader("t", "0"), statements=statements, **shared)


FIRST = statement(
    "قال",
    "السفن باقية في الميناء",
    speaker="الوزير سامر الحداد",
    who="سامر الحداد",
    addressee="للصحفيين",
)
SECOND = statement("وأضاف", "الحصص لن تتغير هذا العام", who="سامر الحداد")
THIRD = statement(
    "وأعلنت",
    "بدء الدوريات البحرية",
    speaker="وزارة الصيد",
    who="وزارة الصيد",
    occasion="في بيان",
    mode="direct",
    force="commit",
)
