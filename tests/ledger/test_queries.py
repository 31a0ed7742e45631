"""Questions: every filter, order, going on, and the rows that come back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qawl.ledger import Ledger, QueryError
from qawl.records import Dateline, Reader, Reading

from .builders import at, document, full_reading, replaced, rows, statement


def article(number: int, day: str | None, **fields: str | None) -> Reading:
    return full_reading(document=document(id=f"d{number}", published=day, **fields))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Three articles: one of another outlet and without an agency, one without a day."""
    other = replaced(article(2, "2024-03-07", source="المرجان أف أم"), dateline=Dateline())
    with Ledger(tmp_path / "l", write=True) as made:
        made.add([article(1, "2024-03-05"), other, article(3, None)])
        yield made


def days(answer: object) -> list[str | None]:
    return [row.published for row in answer]  # type: ignore[attr-defined]


def test_the_newest_comes_first_and_what_has_no_day_last(ledger: Ledger) -> None:
    assert days(ledger.statements(force="deny")) == ["2024-03-07", "2024-03-05", None]
    assert days(ledger.search("كتابيا")) == ["2024-03-07", "2024-03-05", None]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({}, 6),
        ({"force": "deny"}, 3),
        ({"mode": "direct"}, 0),
        ({"headline": True}, 3),
        ({"party": "بريفال"}, 6),
        ({"party": "ليون بريفال"}, 6),
        ({"party": "بريف"}, 0),
        ({"party": "%"}, 0),
        ({"country": "syc"}, 6),
        ({"country": "RUS"}, 0),
        ({"kind": "person"}, 6),
        ({"kind": "state"}, 0),
        ({"role": "وزير"}, 6),
        ({"role": "الوزير السيشلي"}, 6),
        ({"role": '"الوزير السيشلي"'}, 0),
        ({"role": "رئيس"}, 0),
        ({"text": "قارب"}, 3),
        ({"text": "سترد", "force": "deny"}, 0),
        ({"outlet": "المدار"}, 4),
        ({"outlet": "أف أم"}, 2),
        ({"outlet": "none"}, 0),
        ({"agency": "و م ن"}, 4),
        ({"agency": "رياح برس"}, 5),
        ({"since": "2024-03-06"}, 2),
        ({"until": "2024-03-06"}, 2),
        ({"since": "2024-03-05", "until": "2024-03-07", "force": "commit"}, 2),
        ({"verdict": "none"}, 6),
        ({"verdict": "right"}, 0),
    ],
)
def test_filters_of_statements(ledger: Ledger, wanted: dict[str, object], count: int) -> None:
    assert len(ledger.statements(**wanted)) == count  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({}, 3),
        ({"by": "سيشل"}, 3),
        ({"by": "موريشيوس"}, 0),
        ({"to": "موريشيوس"}, 3),
        ({"party": "موريشيوس"}, 3),
        ({"kind": "promise"}, 3),
        ({"kind": "demand"}, 0),
        ({"due_until": "2024-03-20"}, 3),
        ({"due_since": "2024-03-21"}, 0),
        ({"text": "سترد"}, 3),
        ({"outlet": "المرجان"}, 1),
    ],
)
def test_filters_of_pledges(ledger: Ledger, wanted: dict[str, object], count: int) -> None:
    assert len(ledger.pledges(**wanted)) == count  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [({}, 3), ({"party": "سيشل"}, 3), ({"party": "موريشيوس"}, 3), ({"party": "قاربا"}, 0), ({"text": "وجود"}, 3)],
)
def test_filters_of_disputes(ledger: Ledger, wanted: dict[str, object], count: int) -> None:
    assert len(ledger.disputes(**wanted)) == count  # type: ignore[arg-type]


def test_a_statement_is_shown_with_its_speaker_article_and_chain(ledger: Ledger) -> None:
    row = ledger.statements(force="commit")[1]
    assert (row.speaker, row.role, row.country) == ("ليون بريفال", "وزير الخارجية السيشلي", "SYC")
    assert (row.outlet, row.agencies, row.published) == ("المدار نت", ("و م ن", "رياح برس"), "2024-03-05")
    assert (row.content, row.content_spans) == (
        "بلاده سترد كتابيا قبل 20 مارس",
        (at("بلاده سترد كتابيا قبل 20 مارس"),),
    )
    assert row.id == f"{row.document}.s{row.cue_start}"


def test_a_pledge_names_its_statement(ledger: Ledger) -> None:
    pledge = ledger.pledges()[0]
    assert (pledge.owed_by, pledge.owed_to, pledge.due) == ("سيشل", "موريشيوس", "2024-03-20")
    assert pledge.statement in {row.id for row in ledger.statements()}
    assert pledge.speaker == "ليون بريفال"


@pytest.mark.parametrize("wanted", [{}, {"text": "سترد OR قاربا"}, {"text": "بلاده"}, {"party": "بريفال"}])
@pytest.mark.parametrize("limit", [1, 2, 5])
def test_pages_hold_every_row_once(ledger: Ledger, wanted: dict[str, str], limit: int) -> None:
    everything = [row.id for row in ledger.statements(**wanted)]
    paged, after = [], None
    for _ in range(20):
        page = ledger.statements(limit=limit, after=after, **wanted)
        assert len(page) <= limit
        paged += [row.id for row in page]
        after = page.next
        if after is None:
            break
    assert paged == everything


def test_pages_of_a_search_and_of_actors_hold_every_row_once(ledger: Ledger) -> None:
    first = ledger.search("كتابيا", limit=2)
    rest = ledger.search("كتابيا", limit=2, after=first.next)
    assert days([*first, *rest]) == ["2024-03-07", "2024-03-05", None]
    assert rest.next is None
    names, after = [], None
    while after is not None or not names:
        page = ledger.actors(limit=1, after=after)
        names += [row.name for row in page]
        after = page.next
    assert names == ["ليون بريفال", "بورت لويس", "سيشل", "موريشيوس"]


def test_actors_are_told_across_articles(ledger: Ledger) -> None:
    row = ledger.actors(party="بريفال")[0]
    assert (row.name, row.kind, row.statements, row.articles) == ("ليون بريفال", "person", 6, 3)
    assert (row.first, row.last) == ("2024-03-05", "2024-03-07")
    assert [(role.role, role.country, role.articles) for role in row.roles] == [("وزير الخارجية السيشلي", "SYC", 3)]
    assert (
        len(ledger.actors(role="وزير")) == len(ledger.actors(country="SYC")) == len(ledger.actors(kind="person")) == 1
    )


def test_a_transliteration_is_named_as_a_variant_and_never_joined(tmp_path: Path) -> None:
    one = full_reading()
    actor = replaced(one.actors[0], name="ليون بريفل")
    other = full_reading(document=document(id="d2"), actors=(actor,), statements=(statement(1, "قال", "بلاده"),))
    with Ledger(tmp_path / "l", write=True) as ledger:
        ledger.add([one, other])
        assert [row.variants for row in ledger.actors(kind="person")] == [("ليون بريفل",), ("ليون بريفال",)]
        assert rows(ledger, "SELECT name, variant FROM v_variants") == [("ليون بريفال", "ليون بريفل")]
        assert len(ledger.statements(party="بريفال")) == 2
        ledger.connection.execute(
            'INSERT INTO party_links ("left", "right", score, evidence, state) '
            "SELECT party, other, 1, '{}', 'confirmed' FROM v_variants"
        )
        assert len(ledger.statements(party="بريفال")) == 3


@pytest.mark.parametrize(
    "wanted",
    [{"limit": 0}, {"limit": -1}, {"after": "x"}, {"after": "9" * 30}, {"since": "yesterday"}, {"until": "2024-13-01"},
     {"verdict": "maybe"}],
)  # fmt: skip
def test_what_makes_no_sense_is_said(ledger: Ledger, wanted: dict[str, object]) -> None:
    with pytest.raises(QueryError):
        ledger.statements(**wanted)  # type: ignore[arg-type]


def test_answers_go_on_to_pandas_and_arrow_or_say_what_is_missing(ledger: Ledger) -> None:
    answer = ledger.statements()
    assert answer.to_dicts()[0]["id"] == answer[0].id
    for name, convert in (("pandas", answer.to_pandas), ("pyarrow", answer.to_arrow)):
        try:
            assert len(convert()) == 6
        except ModuleNotFoundError as error:
            assert f"pip install {name}" in str(error)


def test_reader_versions_are_kept(ledger: Ledger) -> None:
    assert ledger.outdated(Reader("qawl", "1")) == []
    assert ledger.outdated(Reader("qawl", "2")) == ledger.outdated(None) == [1, 2, 3]
