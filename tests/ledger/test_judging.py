"""What a person decides: rows of their own that are shown wherever the record is."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from qawl.ledger import Ledger, LedgerError, QueryError, UnknownIdError
from qawl.ledger.identity import document_hash

from .builders import at, document, full_reading, rows

HASH = document_hash(full_reading().document)
SAID, DENIED = f"{HASH}.s{at('قال').start}", f"{HASH}.s{at('ونفى').start}"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "l", write=True, clock=lambda: "2024-04-01T00:00:00Z") as made:
        made.add([full_reading()])
        yield made


def test_a_decision_is_kept_with_what_was_judged(ledger: Ledger) -> None:
    ledger.judge(SAID, "right", by="سلمى", note="كما كتب")
    (judgement,) = ledger.show(SAID).judgements
    assert (judgement.verdict, judgement.by, judgement.note, judgement.made, judgement.reader) == (
        *("right", "سلمى", "كما كتب", "2024-04-01T00:00:00Z", "1"),
    )
    assert msgspec.json.decode(judgement.judged or "")["force"] == "commit"


def test_the_last_decision_counts_and_all_stay(ledger: Ledger) -> None:
    ledger.judge(SAID, "wrong")
    ledger.judge(SAID, "right", by="سلمى")
    assert [judgement.verdict for judgement in ledger.show(SAID).judgements] == ["wrong", "right"]
    row = next(row for row in ledger.statements() if row.id == SAID)
    assert (row.verdict, row.judged_by) == ("right", "سلمى")
    assert [row.id for row in ledger.statements(verdict="right")] == [SAID]
    assert [row.id for row in ledger.statements(verdict="none")] == [DENIED]
    assert len(ledger.statements(verdict="wrong")) == 0


def test_a_corrected_speaker_is_shown_and_found(ledger: Ledger) -> None:
    ledger.judge(SAID, "corrected", speaker="كليمنس دي سوفرين")
    row = next(row for row in ledger.statements() if row.id == SAID)
    assert (row.speaker, row.read_as) == ("كليمنس دي سوفرين", "ليون بريفال")
    assert [row.id for row in ledger.statements(party="سوفرين")] == [SAID]
    assert [row.id for row in ledger.statements(party="بريفال")] == [DENIED]
    ledger.judge(SAID, "right")
    assert len(ledger.statements(party="بريفال")) == 2


def test_pledges_and_disputes_show_decisions_too(ledger: Ledger) -> None:
    ledger.judge(ledger.pledges()[0].id, "wrong", note="لا وعد")
    ledger.judge(ledger.disputes()[0].id, "right")
    assert (ledger.pledges()[0].verdict, ledger.pledges()[0].note) == ("wrong", "لا وعد")
    assert ledger.disputes(verdict="right")[0].verdict == "right"


@pytest.mark.parametrize(
    ("verdict", "about", "words"),
    [
        ("maybe", {}, "no verdict"),
        ("right", {"speaker": "ا"}, "corrected"),
        ("corrected", {}, "needs the right speaker"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(
    ledger: Ledger, verdict: str, about: dict[str, str], words: str
) -> None:
    with pytest.raises(QueryError, match=words):
        ledger.judge(SAID, verdict, **about)  # type: ignore[arg-type]
    assert rows(ledger, "SELECT count(*) FROM judgements") == [(0,)]


def test_only_statements_have_a_speaker_to_correct(ledger: Ledger) -> None:
    with pytest.raises(QueryError, match="no statement"):
        ledger.judge(ledger.pledges()[0].id, "corrected", speaker="ا")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (f"{HASH}.s9999", "has no record s9999"),
        ("abcdefgh.s1", "the ids of no article begin with 'abcdefgh'"),
        ("x", "is no id"),
        ("'; DROP TABLE records; --", "is no id"),
        (HASH, "is an article"),
        ("link.7", "there is no link.7"),
    ],
)
def test_an_unknown_id_is_named(ledger: Ledger, name: str, words: str) -> None:
    with pytest.raises(UnknownIdError, match=words):
        ledger.judge(name, "right")


def test_an_id_may_be_cut_short_where_it_stays_unique(ledger: Ledger) -> None:
    assert ledger.show(SAID[:6] + SAID[16:]).id == SAID
    ledger.add([full_reading(document=document(id="d2"))])
    for name, key in (("aaaab", 1), ("aaaac", 2)):
        ledger.connection.execute("UPDATE documents SET hash = ? WHERE key = ?", (name, key))
    with pytest.raises(UnknownIdError, match="several articles"):
        ledger.show("aaaa.s19")


def test_a_link_is_a_candidate_until_it_is_judged(ledger: Ledger) -> None:
    ledger.connection.execute(
        'INSERT INTO links (kind, "left", "right", score, evidence, rule) '
        "SELECT 'same', min(key), max(key), 0.9, '{}', 'test' FROM statements"
    )
    assert ledger.show(SAID).links[0].state == "candidate"
    assert ledger.show(SAID).links[0].other == DENIED
    for verdict, state in (("right", "confirmed"), ("wrong", "rejected")):
        ledger.judge("link.1", verdict)  # type: ignore[arg-type]
        assert ledger.show(DENIED).links[0].state == state
    assert rows(ledger, "SELECT verdict FROM v_judgements WHERE link = 1") == [("right",), ("wrong",)]


def test_a_record_is_shown_with_what_stands_around_it(ledger: Ledger) -> None:
    shown = ledger.show(SAID, context=15)
    text = full_reading().document.text
    assert shown.words == shown.span.of(text)
    assert (shown.before, shown.after) == ("سنرد كتابيا\n\n", ". ونفى الوزير")
    assert shown.before + shown.words + shown.after in text
    assert ledger.show(SAID, context=10_000).after == text[shown.span.end :]
    assert shown.chain == ("المدار نت", "و م ن", "رياح برس")
    assert shown.record == full_reading().statements[0]
    assert shown.quotes["cue"] == ("قال",)
    assert shown.quotes["content"] == ("بلاده سترد كتابيا قبل 20 مارس",)
    assert ledger.show(DENIED).chain[-1] == "رياح برس"


def test_a_ledger_that_is_read_only_says_so(ledger: Ledger) -> None:
    with Ledger(ledger.path) as reader, pytest.raises(LedgerError, match="was opened to read"):
        reader.judge(SAID, "right")
