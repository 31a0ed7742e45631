"""Whatever a reading holds, the ledger gives it back field by field; ids come from what they name."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings

from qawl.ledger import Ledger, LedgerError, prepare
from qawl.ledger.columns import kinds
from qawl.ledger.identity import anchors, document_hash, party_identity, skeleton
from qawl.records import Actor, Document, Reading
from qawl.text.span import Span

from .builders import at, document, everything, full_reading, readings, replaced, rows, statement


@pytest.mark.parametrize("kind", kinds())
def test_every_field_survives(tmp_path: Path, kind: str) -> None:
    made = full_reading()
    with Ledger(tmp_path / "l", write=True) as ledger:
        ledger.add([made])
        kept = ledger.reading(document_hash(made.document))
    for before, after in zip(getattr(made, kind), getattr(kept, kind), strict=True):
        for field in before.__struct_fields__:
            assert getattr(after, field) == getattr(before, field), field


def test_no_field_of_the_full_reading_is_empty_in_every_record() -> None:
    made = full_reading()
    for kind in kinds():
        for field in msgspec.structs.fields(kinds()[kind]):
            filled = [getattr(record, field.name) not in (None, (), "", False) for record in getattr(made, kind)]
            assert any(filled), f"tests/ledger/builders.py: give {kind} a `{field.name}`, or it is not tested"


@settings(max_examples=40)
@given(readings)
def test_any_reading_survives(tmp_path_factory: pytest.TempPathFactory, made: Reading) -> None:
    path = tmp_path_factory.mktemp("any") / "l"
    with Ledger(path, write=True) as ledger:
        ledger.add([made])
        assert ledger.reading(document_hash(made.document)) == made
        assert rows(ledger, "PRAGMA foreign_key_check") == []
        before = everything(ledger)
        assert ledger.add([made]).known == 1
        assert everything(ledger) == before
        assert ledger.replace([(1, made)]) == []
        assert everything(ledger) == before
        ledger.connection.execute("INSERT INTO document_words (document_words) VALUES ('integrity-check')")


def test_a_lone_surrogate_is_refused_by_name(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l", write=True) as ledger, pytest.raises(LedgerError, match="'d1' holds a lone surrogate"):
        ledger.add([full_reading(document=document(text="\ud800"))])


def test_words_stand_beside_the_offsets(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l", write=True) as ledger:
        ledger.add([full_reading()])
        assert rows(ledger, "SELECT cue, content FROM statements")[0] == ("قال", "بلاده سترد كتابيا قبل 20 مارس")
        assert rows(ledger, "SELECT claim, denial FROM disputes") == [("12 قاربا", "وجود 12 قاربا")]
        assert rows(ledger, "SELECT span, value, unit FROM quantities") == [("12 قاربا", 12.0, "قارب")]


def test_an_id_is_the_same_in_every_ledger_and_for_every_reader(tmp_path: Path) -> None:
    ids = []
    for name, version in (("a", "1"), ("b", "2")):
        with Ledger(tmp_path / name, write=True) as ledger:
            ledger.add([full_reading(version)])
            ids.append([row.id for row in ledger.statements()])
    assert ids[0] == ids[1]
    hashed = document_hash(full_reading().document)
    assert ids[0] == [f"{hashed}.s{at('ونفى').start}", f"{hashed}.s{at('قال').start}"]


def test_no_two_documents_share_a_hash_by_their_seams() -> None:
    assert document_hash(Document(id="a", text="bc")) != document_hash(Document(id="ab", text="c"))
    assert document_hash(Document(id="a", text="b", title="c")) != document_hash(Document(id="a", text="b", url="c"))


def test_records_that_stand_in_one_place_are_numbered() -> None:
    two = (statement(1, "قال", "بلاده"), statement(2, "قال", "سترد"), statement(3, "ونفى", "وجود"))
    assert anchors("statements", two) == ["s19", "s19.2", f"s{at('ونفى').start}"]
    assert len(set(anchors("actors", [Actor(id="a1", name="ا"), Actor(id="a2", name="ب")]))) == 2


def test_who_is_one_party_across_articles() -> None:
    assert party_identity("أحمد", "person", "EGY") == party_identity("احمد", None, None)
    assert party_identity("وزارة الخارجية", "institution", "EGY") != party_identity(
        "وزارة الخارجية", "institution", "SYC"
    )
    assert party_identity("مصدر حكومي", "unnamed", None) is None
    assert party_identity(" ", "person", None) is None


def test_transliterations_share_their_consonants() -> None:
    assert skeleton("بنيامين نتنياهو") == skeleton("بنيامين نتانياهو")
    assert skeleton("ديمتري بيسكوف") != skeleton("ديمتري ميدفيديف")


def test_actors_are_parties_with_their_spellings(tmp_path: Path) -> None:
    other = full_reading(
        document=document(id="d2"), actors=(replaced_actor("أندريه كوتيفان"), replaced_actor("اندريه كوتيفان", "a2"))
    )
    with Ledger(tmp_path / "l", write=True) as ledger:
        ledger.add([full_reading(), other])
        assert rows(ledger, "SELECT count(*) FROM parties WHERE name = 'أندريه كوتيفان'") == [(1,)]
        assert rows(ledger, "SELECT name FROM aliases WHERE name LIKE '%كوتيفان' ORDER BY name") == [
            ("أندريه كوتيفان",),
            ("اندريه كوتيفان",),
        ]
        named = rows(ledger, "SELECT DISTINCT p.name FROM actors a JOIN parties p ON p.key = a.party ORDER BY p.key")
        assert named == [("ليون بريفال",), ("أندريه كوتيفان",)]


def test_an_office_without_a_name_is_no_party(tmp_path: Path) -> None:
    office = Actor(id="a1", name="وزير الموانئ", kind="person", role="وزير الموانئ", mentions=(Span(0, 1),))
    with Ledger(tmp_path / "l", write=True) as ledger:
        ledger.add([full_reading(actors=(office,))])
        assert rows(ledger, "SELECT party FROM actors") == [(None,)]


def replaced_actor(name: str, local: str = "a1") -> Actor:
    return Actor(id=local, name=name, kind="person", mentions=(Span(0, 1),))


def test_prepared_readings_can_be_handed_between_processes() -> None:
    import pickle

    made = prepare(full_reading())
    assert pickle.loads(pickle.dumps(made)) == made


def test_a_reading_of_an_empty_text_survives(tmp_path: Path) -> None:
    empty = replaced(full_reading(), document=Document(id="", text=""))
    with Ledger(tmp_path / "l", write=True) as ledger:
        ledger.add([empty])
        assert ledger.reading(document_hash(empty.document)) == empty
