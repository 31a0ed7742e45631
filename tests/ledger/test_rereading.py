"""A newer reader's readings in place of older ones: ids, judgements and what is said to have changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

from qawl.ledger import Ledger
from qawl.ledger.identity import document_hash
from qawl.records import Reading

from .builders import at, everything, full_reading, readings, replaced, rows, statement

OLD = full_reading()
ANEW = statement(1, "قال", "بلاده سترد كتابيا", force="commit")
NEW = full_reading(
    "2",
    statements=(ANEW, statement(2, "وفقا", "وجود 12 قاربا", parent="s1")),
    pledges=(replaced(OLD.pledges[0], due="2024-03-19"),),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "l", write=True) as made:
        made.add([OLD])
        yield made


def reread(ledger: Ledger, reading: Reading) -> set[tuple[str, str, tuple[str, ...]]]:
    return {(change.id.partition(".")[2], change.what, change.fields) for change in ledger.replace([(1, reading)])}


def test_what_changed_is_told(ledger: Ledger) -> None:
    found = reread(ledger, NEW)
    assert (f"s{at('وفقا').start}", "added", ()) in found
    assert (f"s{at('ونفى').start}", "gone", ()) in found
    assert (f"s{at('قال').start}", "changed", ("speaker", "content", "addressee", "occasion", "time", "rule")) in found
    assert (f"p{at('سترد').start}", "changed", ("due",)) in found
    assert len(found) == 4
    assert ledger.reading(document_hash(OLD.document)) == NEW
    assert rows(ledger, "PRAGMA foreign_key_check") == []


def test_nothing_changes_when_the_same_is_read_again(ledger: Ledger) -> None:
    before = everything(ledger)
    assert reread(ledger, OLD) == set()
    assert everything(ledger) == before


def test_local_numbers_alone_are_no_change(ledger: Ledger) -> None:
    first, second = OLD.statements
    moved = full_reading(
        statements=(replaced(second, id="s1", parent="s2"), replaced(first, id="s2")),
        pledges=(replaced(OLD.pledges[0], statement="s2"),),
        events=(replaced(OLD.events[0], holder="s2"),),
    )
    assert reread(ledger, moved) == set()
    assert ledger.reading(document_hash(OLD.document)) == moved


def test_ids_and_judgements_outlive_a_reading(ledger: Ledger) -> None:
    kept = f"{document_hash(OLD.document)}.s{at('قال').start}"
    gone = f"{document_hash(OLD.document)}.s{at('ونفى').start}"
    ledger.judge(kept, "right", by="سلمى")
    ledger.judge(gone, "wrong")
    reread(ledger, NEW)
    assert ledger.show(kept).judgements[0].by == "سلمى"
    assert ledger.show(gone).gone == "2"
    assert ledger.show(gone).judgements[0].verdict == "wrong"
    assert gone not in {row.id for row in ledger.statements()}
    assert [row.verdict for row in ledger.statements()] == [None, "right"]
    assert ledger.search("كتابيا")
    assert gone not in {row.id for row in ledger.statements(text="قاربا")}


def test_a_record_that_is_found_again_is_back(ledger: Ledger) -> None:
    gone = f"{document_hash(OLD.document)}.s{at('ونفى').start}"
    ledger.judge(gone, "right")
    reread(ledger, NEW)
    assert (f"s{at('ونفى').start}", "added", ()) in reread(ledger, OLD)
    assert ledger.show(gone).gone is None
    assert [row.id for row in ledger.statements(text="قاربا")] == [gone]
    assert ledger.reading(document_hash(OLD.document)) == OLD


@pytest.mark.parametrize("judged", [False, True])
def test_a_link_goes_with_its_record_unless_it_was_judged(ledger: Ledger, judged: bool) -> None:
    ledger.connection.execute(
        'INSERT INTO links (kind, "left", "right", score, evidence, rule) '
        "SELECT 'same', min(key), max(key), 0.9, '{}', 'test' FROM statements"
    )
    if judged:
        ledger.judge("link.1", "right")
    reread(ledger, NEW)
    assert rows(ledger, "SELECT count(*) FROM links") == [(int(judged),)]
    assert rows(ledger, "SELECT count(*) FROM records WHERE gone = '2'") == [(int(judged),)]
    assert rows(ledger, "PRAGMA foreign_key_check") == []


def test_what_is_no_longer_found_and_nobody_judged_is_deleted(ledger: Ledger) -> None:
    reread(ledger, NEW)
    assert rows(ledger, "SELECT count(*) FROM records WHERE gone IS NOT NULL") == [(0,)]
    assert len(ledger.statements(text="قاربا")) == 1


@settings(max_examples=15)
@given(readings, readings)
def test_any_reading_can_take_the_place_of_any_other(
    tmp_path_factory: pytest.TempPathFactory, old: Reading, new: Reading
) -> None:
    new = replaced(new, document=old.document)
    with Ledger(tmp_path_factory.mktemp("any") / "l", write=True) as ledger:
        ledger.add([old])
        ledger.replace([(1, new)])
        assert ledger.reading(document_hash(old.document)) == new
        assert rows(ledger, "PRAGMA foreign_key_check") == []
        for table in ("statement_words", "pledge_words", "dispute_words", "actor_words"):
            ledger.connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        ledger.replace([(1, old)])
        with Ledger(tmp_path_factory.mktemp("same") / "l", write=True) as fresh:
            fresh.add([old])
            assert searched(ledger) == searched(fresh)


def searched(ledger: Ledger) -> list[list[str]]:
    """Return what each word of the articles finds, in every question."""
    words = [row[0] for row in rows(ledger, "SELECT term FROM vocabulary")]
    questions = (ledger.statements, ledger.pledges, ledger.disputes)
    return [[row.id for row in ask(text=f'"{word}"')] for word in words[:20] for ask in questions]
