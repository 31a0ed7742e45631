import time
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from qawl.evaluation.figures import Rates, Share
from qawl.evaluation.gold import Gold, load_gold
from qawl.evaluation.score import Evaluation, evaluate, score
from qawl.evaluation.summary import as_json
from qawl.records import Actor, Dateline, Dispute, Document, Event, Pledge, Quantity, Reading, Time
from qawl.text.span import Span

from .builders import FIRST, SECOND, TEXT, THIRD, article, at, gold, reading

SHARED_GOLD = Path(__file__).parents[3] / "shared" / "gold" / "dev"

FULL = gold(
    FIRST,
    SECOND,
    THIRD,
    dateline=Dateline(place="الرياض", agencies=("واس",), date="2024-03-03"),
    times=(Time(span=at("يوم الأحد"), value=None),),
    quantities=(Quantity(span=at("السفن"), value=2),),
    pledges=(Pledge(act=at("بدء الدوريات البحرية"), by="وزارة الصيد", to=None, kind="promise"),),
    disputes=(Dispute(claim=at("الحصص"), claimed_by=(), denial=at("الحصص لن تتغير"), denied_by=("سامر الحداد",)),),
)


def write(folder: Path, fields: Gold) -> None:
    (folder / f"{fields.id}.json").write_bytes(msgspec.json.encode(Document(id=fields.id, text=TEXT)))
    (folder / f"{fields.id}.gold.json").write_bytes(msgspec.json.encode(fields))


def ratios(data: object) -> list[float | None]:
    """Return every precision, recall, F1 and share in JSON data."""
    if not isinstance(data, dict):
        return []
    own = [data[key] for key in ("precision", "recall", "f1", "share") if key in data]
    return own + [ratio for value in data.values() for ratio in ratios(value)]


def assert_perfect(evaluation: Evaluation) -> None:
    found = ratios({key: value for key, value in as_json(evaluation).items() if key != "by_document"})
    assert len(found) > 50
    assert set(found) == {1.0}
    assert evaluation.usable_interval == (1.0, 1.0)
    assert evaluation.misses == ()


def test_gold_against_itself_is_right_everywhere() -> None:
    assert_perfect(score([(FULL, article(FULL))]))
    assert_perfect(score([(reading(FULL), article(FULL))]))


@pytest.mark.skipif(not SHARED_GOLD.is_dir(), reason="../shared/gold/dev is absent")
def test_shared_gold_against_itself_is_right_everywhere_and_quickly() -> None:
    articles = load_gold(SHARED_GOLD)
    start = time.perf_counter()
    assert_perfect(score((one.gold, one) for one in articles))
    assert time.perf_counter() - start < 2


def test_an_empty_reading_has_recall_nought() -> None:
    figures = score([(gold(), article(FULL))]).figures
    assert figures.usable == figures.detection == figures.who.records == Rates(0, 0, 3)
    assert figures.roles.speaker.exact == Rates(0, 0, 2)
    assert figures.dateline.place == Share(0, 1)
    assert figures.offsets == Share(0, 0)


def test_evaluate_reads_the_documents_of_a_folder(tmp_path: Path) -> None:
    for fields in (replace(FULL, id="b"), replace(FULL, id="a")):
        write(tmp_path, fields)
    seen: list[str] = []

    def read(document: Document) -> Reading:
        seen.append(document.id)
        return reading(gold(*([FIRST] if document.id == "a" else [FIRST, SECOND, THIRD]), id=document.id))

    evaluation = evaluate(tmp_path, read=read)
    assert seen == ["a", "b"]
    assert evaluation.documents == 2
    assert evaluation.figures.usable == Rates(4, 4, 6)
    assert evaluation.by_document == {"a": Rates(1, 1, 3), "b": Rates(3, 3, 3)}
    assert evaluate(tmp_path, ids={"b"}, read=read).figures.usable == Rates(3, 3, 3)


def test_the_order_of_predictions_does_not_matter() -> None:
    pairs = [(gold(one, id=name), article(replace(FULL, id=name))) for name, one in (("a", FIRST), ("b", SECOND))]
    assert score(pairs) == score(reversed(pairs))


def test_a_reading_of_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="a: the reading is of another text"):
        score([(reading(FULL, TEXT + " "), article(FULL))])


def test_offsets_are_counted_wherever_a_reading_has_them() -> None:
    good, bad = Span(0, len(TEXT)), Span(0, len(TEXT) + 1)
    made = replace(
        reading(gold(replace(FIRST, content=(good, bad)))),
        actors=(Actor(id="a1", name="س", mentions=(good, Span(-1, 2))),),
        events=(Event(id="e1", span=Span(9, 4), type="CONSULT", status="asserted"),),
        times=(Time(span=Span(3, 3), value=None),),
    )
    offsets = score([(made, article(FULL))]).figures.offsets
    assert offsets == Share(3 + 1 + 1, 3 + 2 + 2 + 1 + 1)  # cue, speaker, addressee; content; mentions; event; time


def test_spans_outside_the_text_are_scored_without_failing() -> None:
    wild = replace(FIRST, cue=Span(-7, 10**15), content=(Span(10**6, 10**7), Span(8, 2)), speaker=Span(5, 5))
    assert score([(reading(gold(wild)), article(FULL))]).figures.usable == Rates(0, 1, 3)


def test_force_confusion_over_all_documents() -> None:
    pairs = [(gold(replace(FIRST, force="warn"), THIRD, id=n), article(replace(FULL, id=n))) for n in ("a", "b")]
    assert score(pairs).confusion == {("assert", "warn"): 2, ("commit", "commit"): 2}


def test_no_documents() -> None:
    assert score([]).documents == 0
