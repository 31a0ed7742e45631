"""Copies and tellings: what is found, what is left apart, and that neither order nor a stop in between matters."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from qawl.api import Ledger
from qawl.ledger.linking.contents import agreement, bare_word, content
from qawl.ledger.linking.groups import groups
from qawl.ledger.linking.shingles import bands, hashed, likeness, runs
from qawl.reading import read
from qawl.records import Document, Reading
from qawl.sources import documents_from_path

from .builders import TEXT, everything, replaced, rows


def story(root: Path) -> list[Reading]:
    found = documents_from_path(root / "examples" / "articles.jsonl")
    return [read(document) for document in found if isinstance(document, Document)]


@pytest.fixture(scope="module")
def linked(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The invented story, linked."""
    with Ledger(tmp_path_factory.mktemp("linking") / "l", write=True) as ledger:
        ledger.add(story(root))
        list(ledger.link())
        yield ledger


def test_the_copies_of_a_wire_are_gathered_with_the_agency_that_they_credit(linked: Ledger) -> None:
    wire = list(linked.copies(text="توغلت"))
    assert {row.outlet for row in wire} == {"المرفأ اليوم", "صوت الخليج الأزرق", "المدار نت"}
    assert {row.agency for row in wire} == {"و م ن"}
    assert [row.earliest for row in wire] == [True, False, False]
    assert wire[0].published == "2024-03-08" and wire[0].score == 1
    assert all(0.5 < row.score < 0.7 for row in wire[1:])


def test_a_wire_that_each_outlet_ends_by_itself_is_told_by_its_agency(linked: Ledger) -> None:
    found = list(linked.copies(agency="رياح برس"))
    assert [row.published for row in found] == ["2024-03-11", "2024-03-11", "2024-03-12"]
    assert all(0.25 <= row.score < 0.5 for row in found[1:] if row.outlet != "المدار نت")


def test_reprints_are_one_witness(linked: Ledger) -> None:
    """Three outlets print the wire; what only one prints has one article."""
    said = {row.content: (row.articles, row.witnesses) for row in linked.statements(once=True, limit=500)}
    assert said['بلادها "تحتفظ بحقها في حماية ثرواتها"'] == (3, 1)
    assert said["الرد المكتوب «سيُسلّم في موعده»"] == (3, 1)
    assert min(said.values()) == (1, 1)


def test_two_who_heard_it_by_themselves_are_two_witnesses(linked: Ledger) -> None:
    both = [row for row in linked.statements(limit=500, party="بريفال") if row.witnesses > 1]
    assert {row.outlet for row in both} == {"المدار نت", "المرجان أف أم"}
    assert {(row.articles, row.witnesses) for row in both} == {(2, 2)}


def test_once_hides_what_was_told_before_and_nothing_else(linked: Ledger) -> None:
    all_of_them, once = (list(linked.statements(limit=500, once=flag)) for flag in (False, True))
    hidden = {row.id for row in all_of_them} - {row.id for row in once}
    assert len(once) < len(all_of_them)
    assert all(row.articles > 1 for row in all_of_them if row.id in hidden)
    alone = [row for row in all_of_them if row.articles == 1]
    assert {row.id for row in alone} <= {row.id for row in once}


def test_pledges_and_disputes_are_counted_too(linked: Ledger) -> None:
    assert {(row.articles, row.witnesses) for row in linked.pledges(text="قواربها")} == {(3, 1)}
    assert any(row.articles > 1 for row in linked.disputes())


def test_a_link_is_a_candidate_with_score_and_evidence(linked: Ledger) -> None:
    found = rows(linked, "SELECT state, score, evidence, rule FROM links WHERE kind = 'same'")
    assert len(found) > 20
    for state, score, evidence, rule in found:
        assert state == "candidate" and 0.6 <= score <= 1 and rule in ("party", "copies")
        assert json.loads(evidence)["shared"]


def test_linking_again_changes_nothing(linked: Ledger) -> None:
    before = everything(linked)
    *_, found = linked.link()
    assert (found.articles, found.links) == (0, 0)
    assert everything(linked) == before


def found_in(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    """What linking made of a ledger, in terms that do not depend on what came first."""
    named = "(SELECT hash || '.' || anchor FROM records r JOIN documents d ON d.key = r.document WHERE r.key = {})"
    left, right, record = (named.format(column) for column in ('l."left"', 'l."right"', "t.record"))
    return {
        "links": sorted(rows(ledger, f"SELECT {left}, {right}, kind, score FROM links l")),
        "copies": sorted(rows(ledger, "SELECT id, earliest, score, agency FROM v_copies")),
        "tellings": sorted(rows(ledger, f"SELECT {record}, articles, witnesses FROM tellings t")),
    }


@pytest.mark.parametrize("seed", range(4))
def test_the_order_and_the_pieces_in_which_articles_come_change_nothing(
    root: Path, tmp_path: Path, linked: Ledger, seed: int
) -> None:
    chance, readings = random.Random(seed), story(root)
    chance.shuffle(readings)
    with Ledger(tmp_path / "l", write=True) as ledger:
        while readings:
            piece = [readings.pop() for _ in range(min(len(readings), chance.randint(1, 9)))]
            ledger.add(piece)
            steps = ledger.link()
            for _ in range(chance.randint(0, 3)):
                next(steps, None)
            steps.close()  # type: ignore[attr-defined]
        list(ledger.link())
        assert found_in(ledger) == found_in(linked)


def article(name: str, text: str, day: str | None, source: str = "أ") -> Reading:
    return read(Document(id=name, text=text, published=day, source=source))


WORDS = " ".join(f"كلمة{n}" for n in range(60))


def test_days_apart_and_a_superseded_edition_are_no_copies(tmp_path: Path) -> None:
    with Ledger(tmp_path / "l", write=True) as ledger:
        ledger.add([article("1", WORDS, "2024-03-01"), article("2", WORDS, "2024-03-09", "ب")])
        ledger.add([article("1", WORDS + " وزيادة", "2024-03-01")])
        list(ledger.link())
        assert not ledger.copies()
        ledger.add([article("3", WORDS, "2024-03-02", "ج"), article("4", WORDS, None, "د")])
        list(ledger.link())
        assert [row.outlet for row in ledger.copies()] == ["أ", "ج"]


def test_a_rejected_link_joins_no_longer(tmp_path: Path) -> None:
    text = "قال الوزير سالم الحداد إن اللجنة ستجتمع في جزيرة النوارس صباح الغد."
    with Ledger(tmp_path / "l", write=True) as ledger:
        other = f"وصل الوفد إلى الجزيرة بعد رحلة طويلة. {text} وحضر اللقاء عدد كبير من الصيادين وأهالي الجزر."
        ledger.add([article("1", text, "2024-03-01"), article("2", other, "2024-03-02", "ب")])
        list(ledger.link())
        (key,) = rows(ledger, 'SELECT l.key FROM links l JOIN statements s ON s.key = l."left"')[0][:1]
        assert {(row.articles, row.witnesses) for row in ledger.statements()} == {(2, 2)}
        ledger.judge(f"link.{key}", "wrong")
        list(ledger.link())
        assert {row.articles for row in ledger.statements()} == {1}


def test_a_text_is_like_itself_and_unlike_another() -> None:
    first, last = runs(WORDS), runs(" ".join(reversed(WORDS.split())))
    one, other = hashed(first), hashed(last)
    assert likeness(one, one).jaccard == 1 and bands(first) == bands(set(first))
    assert likeness(one, other).shared == 0 and not set(bands(first)) & set(bands(last))
    assert len(runs("")) == len(runs("كلمة")) == 1


@pytest.mark.parametrize(
    ("word", "bare"), [("وبالرد", "رد"), ("الرد", "رد"), ("للجنه", "جنه"), ("الى", "الى"), ("ال", "ال"), ("رد", "رد")]
)
def test_the_article_and_what_is_before_it_are_taken_off(word: str, bare: str) -> None:
    assert bare_word(word) == bare


def test_contents_agree_by_their_words() -> None:
    said = content("إن الرد المكتوب سيُسلّم في موعده")
    assert agreement(said, content("الرد المكتوب «سيُسلّم» في موعده")) > 0.85
    assert agreement(said, content("لا نية لتعليق المحادثات")) == 0
    assert agreement(content("سيُسلّم في موعده"), content("سيسلم في موعده")) == 1
    assert agreement(content("الموعد"), content("موعد")) == 0


def test_groups_are_what_hangs_together() -> None:
    found = groups([(1, 2), (3, 4), (2, 3), (7, 8), (9, 9)])
    assert sorted(map(sorted, found)) == [[1, 2, 3, 4], [7, 8], [9]]


def test_reading_anew_takes_the_counts_of_what_is_gone_and_links_again(tmp_path: Path) -> None:
    wire = [article(name, f"{TEXT} {WORDS}", "2024-03-01", name) for name in "ab"]
    with Ledger(tmp_path / "l", write=True) as ledger:
        ledger.add(wire)
        list(ledger.link())
        before = {row.articles for row in ledger.statements()}
        ledger.replace([(1, replaced(wire[0], statements=(), pledges=(), disputes=()))])
        assert before == {2} and {row.outlet for row in ledger.statements()} == {"b"}
        ledger.replace([(1, wire[0])])
        *_, found = ledger.link()
        assert found.articles == 1 and {row.articles for row in ledger.statements()} == {2}
