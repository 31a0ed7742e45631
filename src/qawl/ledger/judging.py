"""A person's decision becomes a row of its own; no record is ever overwritten by it."""

import re
import sqlite3
from dataclasses import dataclass
from typing import Literal, get_args

import msgspec

from qawl.ledger.errors import QueryError, UnknownIdError
from qawl.ledger.lookup import record_key
from qawl.ledger.restore import record_of
from qawl.ledger.writer import insert

Verdict = Literal["right", "wrong", "corrected"]

_LINK = re.compile(r"(link|party-link)\.(\d{1,18})")
_TARGETS = {"link": ("link", "links"), "party-link": ("party_link", "party_links")}
_STATES = {"right": "confirmed", "wrong": "rejected", "corrected": "candidate"}
_COLUMNS = ("verdict", "by", "note", "speaker", "made", "reader", "judged")


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What is decided, by whom and why; `speaker` is the right one where the verdict is `corrected`."""

    verdict: Verdict
    by: str | None = None
    note: str | None = None
    speaker: str | None = None


def judge(connection: sqlite3.Connection, name: str, decision: Decision, now: str) -> None:
    """Add a decision about the record or link (`link.12`, `party-link.3`) `name`; call inside a transaction."""
    _check(decision)
    link = _LINK.fullmatch(name)
    said = (decision.verdict, decision.by, decision.note, decision.speaker, now)
    if link:
        _judge_link(connection, link[1], int(link[2]), said)
        return
    key, kind = record_key(connection, name)
    if decision.speaker and kind != "statements":
        raise QueryError(f"{name} is no statement and has no speaker to correct")
    reader = connection.execute(_READER, (key,)).fetchone()[0]
    judged = msgspec.json.encode(record_of(connection, kind, key)).decode()
    connection.execute(insert("judgements", ("record", *_COLUMNS)), (key, *said, reader, judged))


_READER = """
    SELECT coalesce(r.gone, g.reader_version) FROM records r JOIN readings g ON g.document = r.document WHERE r.key = ?
"""


def _check(decision: Decision) -> None:
    if decision.verdict not in get_args(Verdict):
        raise QueryError(f"'{decision.verdict}' is no verdict; there are {', '.join(get_args(Verdict))}")
    if decision.speaker and decision.verdict != "corrected":
        raise QueryError("a right speaker goes with the verdict `corrected`")
    if decision.verdict == "corrected" and not (decision.speaker or decision.note):
        raise QueryError("`corrected` needs the right speaker, or a note that says what is right")


def _judge_link(connection: sqlite3.Connection, what: str, key: int, said: tuple[str | None, ...]) -> None:
    """Add a decision about a link; its state is that of the last one."""
    column, table = _TARGETS[what]
    state = _STATES[str(said[0])]
    if not connection.execute(f"UPDATE {table} SET state = ? WHERE key = ?", (state, key)).rowcount:
        raise UnknownIdError(f"there is no {what}.{key}")
    connection.execute(insert("judgements", (column, *_COLUMNS)), (key, *said, None, None))
