"""Adding: known articles are only seen again, changed ones stand beside their earlier editions, batches are whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qawl.ledger import Ledger
from qawl.ledger.identity import document_hash
from qawl.ledger.writer import Added

from .builders import document, everything, full_reading, rows


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    hours = iter(range(1, 1000))
    with Ledger(tmp_path / "l", write=True, clock=lambda: f"hour {next(hours)}") as made:
        yield made


def test_an_article_that_comes_again_is_only_seen_again(ledger: Ledger) -> None:
    assert ledger.add([full_reading()]) == Added(new=1)
    before = everything(ledger)
    assert ledger.add([full_reading()]) == Added(known=1)
    assert ledger.add([], seen=[full_reading().document]) == Added(known=1)
    assert everything(ledger) == before
    assert rows(ledger, "SELECT first_seen, last_seen FROM documents") == [("hour 1", "hour 3")]


def test_an_article_twice_in_one_batch_is_added_once(ledger: Ledger) -> None:
    assert ledger.add([full_reading(), full_reading()]) == Added(new=1, known=1)
    assert len(ledger.statements()) == 2


def test_a_changed_article_is_a_new_edition_and_the_old_one_stays(ledger: Ledger) -> None:
    changed = full_reading(document=document(text=full_reading().document.text + " انتهى."))
    ledger.add([full_reading(document=document())])
    assert ledger.add([changed]) == Added(changed=1)
    assert rows(ledger, "SELECT edition, current FROM documents ORDER BY key") == [(1, 0), (2, 1)]
    assert len(ledger.statements()) == 2
    assert {row.document for row in ledger.statements()} == {document_hash(changed.document)}
    assert len(ledger.search("كتابيا")) == 1
    assert ledger.reading(document_hash(document())).document == document()
    assert ledger.show(f"{document_hash(document())}.s19").current is False


def test_an_article_that_changes_back_is_its_first_edition_again(ledger: Ledger) -> None:
    other = full_reading(document=document(text=full_reading().document.text + " انتهى."))
    for reading in (full_reading(document=document()), other, full_reading(document=document())):
        ledger.add([reading])
    assert rows(ledger, "SELECT edition, current FROM documents ORDER BY key") == [(1, 1), (2, 0)]
    assert ledger.knows(document())
    assert not ledger.knows(other.document)


def test_the_same_id_of_two_outlets_is_two_articles(ledger: Ledger) -> None:
    ledger.add([full_reading(document=document(source=source)) for source in ("ا", "ب", None)])
    assert rows(ledger, "SELECT count(*) FROM documents WHERE current = 1") == [(3,)]


def test_a_batch_is_added_whole_or_not_at_all(ledger: Ledger) -> None:
    ledger.add([full_reading()])
    before = everything(ledger)
    with pytest.raises(RuntimeError):
        ledger.add(_broken_off())
    assert everything(ledger) == before


def _broken_off() -> Iterator[object]:
    yield full_reading(document=document(id="d2"))
    raise RuntimeError("the source broke off")


def test_batches_of_any_size_make_the_same_ledger(tmp_path: Path) -> None:
    made = [full_reading(document=document(id=f"d{n}", published=f"2024-03-{n:02}")) for n in range(1, 20)]
    found = []
    for size in (1, 7, 19):
        with Ledger(tmp_path / str(size), write=True) as ledger:
            for start in range(0, len(made), size):
                ledger.add(made[start : start + size])
            found.append(everything(ledger))
    assert found[0] == found[1] == found[2]
