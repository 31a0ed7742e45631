"""Pledges followed: what closes one, what does not, and how it stands on a day."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qawl.api import Ledger
from qawl.ledger import QueryError
from qawl.ledger.answers import FollowedRow
from qawl.ledger.due import last_day
from qawl.ledger.linking.deeds import deeds
from qawl.lexicon.closings import load_closings
from qawl.reading import read
from qawl.records import Document
from qawl.sources import documents_from_path

REPLY = "رد مكتوب"


@pytest.fixture(scope="module")
def linked(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The invented story, linked."""
    with Ledger(tmp_path_factory.mktemp("following") / "l", write=True) as ledger:
        found = documents_from_path(root / "examples" / "articles.jsonl")
        ledger.add(read(document) for document in found if isinstance(document, Document))
        list(ledger.link())
        yield ledger


def test_the_late_reply_closes_its_pledge(linked: Ledger) -> None:
    """Promised on 8 March for the 20th; handed over on the 28th, told on the 29th."""
    pledges = list(linked.pledges(text=REPLY, by="فيكتوريا", as_of="2024-04-30"))
    assert len(pledges) == 2
    for pledge in pledges:
        assert (pledge.state, pledge.late, pledge.closed_on) == ("kept", True, "2024-03-29")
        assert pledge.closing and pledge.closing.startswith("تسلّمت وزارة الخارجية الموريشية")
        assert pledge.closed_by and linked.show(pledge.closed_by).published == "2024-03-29"


def test_the_ultimatum_is_kept_too(linked: Ledger) -> None:
    (pledge,) = linked.pledges(kind="demand", by="سيشل", due_since="2024-03-28", due_until="2024-03-28")
    assert (pledge.state, pledge.late) == ("kept", True)


@pytest.mark.parametrize(("day", "state"), [("2024-03-20", "open"), ("2024-03-21", "overdue"), ("2024-03-29", "kept")])
def test_a_pledge_stands_as_it_was_known_on_the_day(linked: Ledger, day: str, state: str) -> None:
    assert {row.state for row in linked.pledges(text=REPLY, by="فيكتوريا", as_of=day)} == {state}
    assert {row.state for row in linked.pledges(state=state, as_of=day)} == {state}


def test_the_states_part_the_pledges(linked: Ledger) -> None:
    day = "2024-04-07"
    parted = [row.id for state in ("open", "kept", "overdue", "withdrawn") for row in of_state(linked, state, day)]
    assert sorted(parted) == sorted(row.id for row in linked.pledges(as_of=day, limit=500))
    assert len(of_state(linked, "overdue", day)) > 2


def of_state(ledger: Ledger, state: str, day: str) -> list[FollowedRow]:
    return list(ledger.pledges(state=state, as_of=day, limit=500))


def test_what_is_asked_wrongly_is_named(linked: Ledger) -> None:
    with pytest.raises(QueryError, match="no state"):
        linked.pledges(state="done")
    with pytest.raises(QueryError, match="no day"):
        linked.pledges(as_of="tomorrow")


PROMISE = "تعهد وزير الصيد سالم الحداد بتسليم التقرير السنوي إلى لجنة المصايد قبل 20 مارس."


def followed(path: Path, *told: str, by_day: tuple[str, ...] = ()) -> Ledger:
    """Return a linked ledger of the promise of 1 March and of what is told a week apart behind it."""
    ledger = Ledger(path / "l", write=True)
    days = by_day or ("2024-03-08", "2024-03-15", "2024-03-22")
    articles = [
        ("0", PROMISE, "2024-03-01"),
        *((str(n), text, day) for n, (text, day) in enumerate(zip(told, days, strict=False), 1)),
    ]
    ledger.add(read(Document(id=name, text=text, published=day, source=name)) for name, text, day in articles)
    list(ledger.link())
    return ledger


@pytest.mark.parametrize(
    ("told", "state", "late"),
    [
        ("سلم الوزير سالم الحداد التقرير السنوي إلى اللجنة أمس.", "kept", False),
        ("وقال عضو اللجنة إنها تسلمت التقرير السنوي من الوزير سالم الحداد.", "kept", False),
        ("لم يسلم الوزير سالم الحداد التقرير السنوي إلى اللجنة.", "overdue", False),
        ("وسلمت شركة النقل التقرير السنوي إلى المساهمين.", "overdue", False),
        ("وسلم الوزير سالم الحداد جائزة الصيد إلى الفائزين.", "overdue", False),
    ],
)
def test_what_closes_a_pledge_and_what_does_not(tmp_path: Path, told: str, state: str, late: bool) -> None:
    with followed(tmp_path, told) as ledger:
        (pledge, *_) = ledger.pledges(kind="promise", as_of="2024-04-01")
        assert (pledge.state, pledge.late) == (state, late)


def test_a_pledge_told_again_is_not_kept_by_that(tmp_path: Path) -> None:
    said = "قال الوزير سالم الحداد إنه سيسلم التقرير السنوي إلى لجنة المصايد."
    tale = "وقالت الصحيفة التي تسلمت الرسالة إن الوزير سالم الحداد سيسلم التقرير السنوي إلى لجنة المصايد."
    articles = [("0", said, "2024-03-01"), ("1", tale, "2024-03-08")]
    with Ledger(tmp_path / "l", write=True) as ledger:
        ledger.add(read(Document(id=name, text=text, published=day)) for name, text, day in articles)
        list(ledger.link())
        first = ledger.pledges(until="2024-03-01", as_of="2024-04-01")
        assert [row.state for row in first] == ["open"]


def test_a_rejected_closing_opens_the_pledge_again(tmp_path: Path) -> None:
    with followed(tmp_path, "سلم الوزير سالم الحداد التقرير السنوي إلى اللجنة أمس.") as ledger:
        pledge = ledger.pledges(kind="promise", as_of="2024-03-10")[0]
        ledger.judge(f"link.{pledge.link}", "wrong")
        assert ledger.pledges(kind="promise", as_of="2024-03-10")[0].state == "open"
        list(ledger.link())
        assert ledger.pledges(kind="promise", as_of="2024-03-10")[0].state == "open"


def test_the_promise_may_come_in_after_what_closes_it(tmp_path: Path) -> None:
    told = Document(id="1", text="سلم الوزير سالم الحداد التقرير السنوي إلى اللجنة أمس.", published="2024-03-08")
    with Ledger(tmp_path / "l", write=True) as ledger:
        for document in (told, Document(id="0", text=PROMISE, published="2024-03-01")):
            ledger.add([read(document)])
            list(ledger.link())
        assert ledger.pledges(kind="promise", as_of="2024-03-10")[0].state == "kept"


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-03-20", "2024-03-20"),
        ("2024-03-20T12:00", "2024-03-20"),
        ("2024-W12", "2024-03-24"),
        ("2024-02", "2024-02-29"),
        ("2024", "2024-12-31"),
        ("2024-03-01/2024-03-05", "2024-03-05"),
        ("2024-13", None),
        ("0000", None),
        ("XXXX-03", None),
        ("", None),
        (None, None),
    ],
)
def test_the_last_day_of_what_is_due(value: str | None, day: str | None) -> None:
    assert last_day(value) == day


def test_a_deed_is_the_sentence_around_its_verb() -> None:
    text = "مقدمة قصيرة.\nوتسلّمت الوزارة الرد المكتوب. ودعت إلى سحب السفن. ولم تسلم شيئا"
    found = list(deeds(text, load_closings()))
    assert [deed.sentence.of(text) for deed in found] == ["وتسلّمت الوزارة الرد المكتوب"]
    assert {"رد", "مكتوب"} <= found[0].words
