"""The example story: committed files equal a fresh build, spans are sound, every construct is shown."""

import importlib.util
import re
import sys
from collections import Counter
from datetime import date, timedelta
from difflib import SequenceMatcher
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest

from qawl.records.reading import Force, Mode, PledgeKind
from qawl.text.fold import fold

EXAMPLES = Path(__file__).parent.parent / "examples"


def load_build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("examples_build", EXAMPLES / "build.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


build = load_build()
STORY = build.build_all()
BY_ID = {example.document["id"]: example for example in STORY}
ROLES = ("cue", "speaker", "addressee", "occasion")
MARKS = "\"'«»“”"
WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
WHOLE_DATES = (r"\d{4}-\d{2}-\d{2}", r"\d{4}-\d{2}", r"\d{4}-W\d{2}", r"\d{4}")

STATEMENT_FORMS = {
    "verb-first", "subject-first", "quote-first", "no-subject", "agreement", "role-only", "honorific", "counterpart",
    "participle", "verbal-noun", "light-verb", "nominal", "nominal-prep", "relative", "antecedent", "nested", "several",
    "discontinuous", "paragraphs", "source-before", "source-after", "aside-excluded", "relay-person", "relay-clause",
    "relay-quoting", "on-lisan", "question", "cut-occasion", "cut-addressee", "cut-time", "cut-dashes", "cut-parens",
    "headline-colon", "headline-dash", "headline-verb", "headline-quote", "anonymous", "collective", "document",
    "plural", "joint", "straight", "guillemets", "curly", "unclosed",
}  # fmt: skip

CUES = (
    "مشيرة", "مؤكدة", "معتبرا", "نافيا", "نافية", "نفى", "داعيا", "طالب", "حذرت", "اتهمت", "رحب", "زعم", "بحسب", "وفقا",
    "كما ذكر", "على حد قول", "على ما افاد", "قوله", "قولها", "مزاعم", "مطالبة",
)  # fmt: skip

each_example = pytest.mark.parametrize("example", STORY, ids=lambda example: example.document["id"])


def words(example: Any, span: list[int]) -> str:
    return str(example.document["text"][span[0] : span[1]])


def all_spans(record: Any) -> list[list[int]]:
    """Every pair of positions anywhere in a gold record."""
    if isinstance(record, list) and len(record) == 2 and all(type(part) is int for part in record):
        return [record]
    inner = record.values() if isinstance(record, dict) else record if isinstance(record, list) else ()
    return [span for part in inner for span in all_spans(part)]


def bare_words(text: str) -> set[str]:
    """The folded words without the article."""
    return {word.removeprefix("ال") for word in fold(text).split()}


def statements(example: Any) -> list[dict[str, Any]]:
    return list(example.gold["statements"])


def test_committed_files_equal_a_fresh_build() -> None:
    fresh = build.outputs(STORY)
    committed = {path.relative_to(EXAMPLES) for path in (EXAMPLES / "gold").glob("*")} | {Path("articles.jsonl")}
    assert committed == set(fresh)
    for path, content in fresh.items():
        assert (EXAMPLES / path).read_text(encoding="utf-8") == content, f"run examples/build.py: {path}"


def test_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    build.write(STORY, tmp_path)
    first = {path.name: path.read_bytes() for path in tmp_path.rglob("*.json*")}
    (tmp_path / "gold" / "gone.gold.json").write_text("{}")
    build.write(build.build_all(), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.rglob("*.json*")} == first


def test_the_story_is_told_by_four_outlets_over_five_weeks() -> None:
    days = sorted(date.fromisoformat(example.document["published"]) for example in STORY)
    assert len(STORY) >= 16
    assert len({example.document["source"] for example in STORY}) == 4
    assert {day.isocalendar().week for day in days} == {10, 11, 12, 13, 14}


@each_example
def test_text_is_title_byline_body(example: Any) -> None:
    document = example.document
    head = [document["title"], document["byline"]] if document["byline"] else [document["title"]]
    assert document["text"].startswith("\n\n".join(head) + "\n\n")
    assert document["text"] == document["text"].strip()
    assert 120 <= len(document["text"].split()) <= 450


@each_example
def test_spans_lie_in_the_text_without_white_space_at_the_edges(example: Any) -> None:
    for start, end in all_spans(example.gold):
        covered = words(example, [start, end])
        assert 0 <= start < end <= len(example.document["text"])
        assert covered == covered.strip()


@each_example
def test_spans_begin_and_end_with_words(example: Any) -> None:
    """No content starts with a separator or a complementizer; no name ends in a comma."""
    for statement in statements(example):
        pieces = [words(example, piece) for piece in statement["content"]]
        assert not re.match(r"(أن|إن|ان|بأن|أنه|إنه|أنها|إنها)\s", pieces[0]), pieces[0]
        assert all(piece[0] not in "،.:-؛" for piece in pieces)
        for role in ROLES[1:]:
            assert statement[role] is None or words(example, statement[role])[-1] not in "،.:-؛"


@each_example
def test_every_name_stands_in_the_article(example: Any) -> None:
    text = fold(example.document["text"])
    text += text.replace(" لل", " ال")  # `للرئاسة` names `الرئاسة`
    for statement in statements(example):
        assert fold(statement["who"]) in text, statement["who"]
    for pledge in example.gold["pledges"]:
        assert all(fold(name) in text for name in (pledge["by"], pledge["to"]) if name), pledge


@each_example
def test_a_written_speaker_shares_a_word_with_its_name_or_is_a_known_mention(example: Any) -> None:
    mention = re.compile("وزير|معالي|نظيره|المصدر|المصادر|المتحدث|البيان|المبعوث|بيان مشترك")
    for statement in filter(lambda statement: statement["speaker"], statements(example)):
        speaker = words(example, statement["speaker"])
        shared = bare_words(speaker) & bare_words(statement["who"])
        assert shared or mention.search(speaker) or fold(statement["who"]) in fold(speaker), speaker


@each_example
def test_labels_are_of_the_ontology(example: Any) -> None:
    assert {statement["mode"] for statement in statements(example)} <= set(get_args(Mode))
    assert {statement["force"] for statement in statements(example)} <= set(get_args(Force))
    assert {pledge["kind"] for pledge in example.gold["pledges"]} <= set(get_args(PledgeKind))


@each_example
def test_modes_agree_with_the_marks(example: Any) -> None:
    for statement in statements(example):
        inside = "".join(words(example, piece) for piece in statement["content"])
        start, end = statement["content"][0][0], statement["content"][-1][1]
        around = example.document["text"][max(0, start - 1) : start] + example.document["text"][end : end + 1]
        if statement["mode"] == "mixed":
            assert set(inside + around) & set(MARKS), inside
        if statement["mode"] == "direct" and not statement["headline"]:
            assert set(around) & set(MARKS), inside


@each_example
def test_cues_of_one_article_are_all_different(example: Any) -> None:
    cues = Counter(tuple(statement["cue"]) for statement in statements(example))
    assert max(cues.values()) == 1


@each_example
def test_weekdays_agree_with_the_calendar(example: Any) -> None:
    for time in example.gold["times"]:
        written = fold(words(example, time["span"]))
        named = [index for index, weekday in enumerate(WEEKDAYS) if fold(weekday) in written]
        assert not named or named == [date.fromisoformat(time["value"]).weekday()], written


@each_example
def test_relative_days_agree_with_the_publication_date(example: Any) -> None:
    published = date.fromisoformat(example.document["published"])
    for time in example.gold["times"]:
        written = fold(words(example, time["span"])).split()
        if "اليوم" in written:
            assert time["value"] == published.isoformat()
        if "امس" in written and example.document["id"] != "madar-0309":
            assert time["value"] == (published - timedelta(days=1)).isoformat()


@each_example
def test_times_and_due_dates_are_iso(example: Any) -> None:
    values = [time["value"] for time in example.gold["times"]]
    values += [pledge["due"] for pledge in example.gold["pledges"] if pledge["due"]]
    assert all(any(re.fullmatch(form, value) for form in WHOLE_DATES) for value in values), values


@each_example
def test_disputes_point_at_contents_or_into_denials(example: Any) -> None:
    contents = [[s["content"][0][0], s["content"][-1][1]] for s in statements(example)]
    for dispute in example.gold["disputes"]:
        start, end = dispute["claim"]
        assert dispute["denial"] in contents
        assert dispute["claim"] in contents or dispute["denial"][0] <= start < end <= dispute["denial"][1]
        assert dispute["denied_by"]


@each_example
def test_dateline_is_written_in_byline_or_first_line(example: Any) -> None:
    document = example.document
    head = document["byline"] or document["text"].split("\n\n")[1]
    assert all(agency in head for agency in example.gold["dateline"]["agencies"])
    assert (example.gold["dateline"]["place"] or "") in head


def test_every_statement_form_is_shown() -> None:
    shown = set().union(*(forms for example in STORY for forms in example.shows))
    assert shown == STATEMENT_FORMS


def test_all_modes_forces_and_pledge_kinds_occur() -> None:
    everything = [statement for example in STORY for statement in statements(example)]
    assert {statement["mode"] for statement in everything} == set(get_args(Mode))
    assert {statement["force"] for statement in everything} == set(get_args(Force))
    pledges = [pledge for example in STORY for pledge in example.gold["pledges"]]
    assert {pledge["kind"] for pledge in pledges} == set(get_args(PledgeKind))
    assert any(pledge["condition"] for pledge in pledges)
    assert any(example.gold["disputes"] for example in STORY)


@pytest.mark.parametrize("cue", CUES)
def test_cue_occurs(cue: str) -> None:
    found = {fold(words(example, statement["cue"])) for example in STORY for statement in statements(example)}
    assert found & {clitic + fold(cue) for clitic in ("", "و", "ف")}


def test_forms_agree_with_the_records() -> None:
    """Forms that can be told from the records are named exactly where they hold."""
    for example in STORY:
        for statement, forms in zip(statements(example), example.shows, strict=True):
            assert ("no-subject" in forms) == (statement["speaker"] is None), (example.document["id"], forms)
            assert ("participle" not in forms) or statement["speaker"] is None
            assert any(form.startswith("headline") for form in forms) == statement["headline"], forms
            assert ("discontinuous" in forms) == (len(statement["content"]) > 1), forms


WIRES = [("marfa-0308", "khalij-0308", "madar-0309"), ("khalij-0311", "murjan-0311", "madar-0312")]


@pytest.mark.parametrize("wire", WIRES)
def test_one_wire_stands_in_three_outlets_with_small_edits(wire: tuple[str, ...]) -> None:
    copies = [BY_ID[name].document for name in wire]
    assert len({copy["source"] for copy in copies}) == len({copy["title"] for copy in copies}) == 3
    first, *others = (fold(copy["text"]).split() for copy in copies)
    for other in others:
        assert 0.4 < SequenceMatcher(None, first, other).ratio() < 1


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(r"[\u064b-\u0652]", id="harakat"),
        pytest.param("\u0640", id="tatweel"),
        pytest.param(" ، ", id="spaced comma"),
        pytest.param(r"\bان\b", id="hamza left out"),
        pytest.param("السيشليه", id="ه for ة"),
        pytest.param("مارس/آذار", id="doubled month"),
        pytest.param("أفريل", id="Maghreb month"),
        pytest.param("رمضان 1445 هـ", id="Hijri date"),
        pytest.param("رابط الخبر", id="footer link"),
        pytest.param(r"\(سيشل\)-", id="dateline with country in parentheses"),
        pytest.param(r"\(المدار نت / و م ن - 8 آذار 2024\)", id="dateline of the seed"),
        pytest.param("» من موروني", id="dateline with من"),
        pytest.param("بورت لويس، فيكتوريا- و م ن", id="dateline with two cities"),
    ],
)
def test_writing_occurs(pattern: str) -> None:
    assert any(re.search(pattern, example.document["text"]) for example in STORY)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[c1]قال", "never closed"),
        ("قال[/c1]", "not open"),
        ("[c1]قال [/c1]هو", "white space"),
        ("[z1]قال[/z1]", "no known role"),
        ("[c1 قال", "malformed"),
        ("[q1]قال[/q1] [q1]هو[/q1]", "in pieces"),
    ],
)
def test_broken_markup_is_refused(text: str, message: str) -> None:
    with pytest.raises(build.MarkupError, match=message):
        build.untag(text, "broken")


def test_tags_may_nest_cross_and_come_in_pieces() -> None:
    tagged = build.untag("[c1]أن [c2]ب[q3]سحب[/q3][/c1] قال[/c2] ثم [c1]عاد[/c1]", "sample")
    assert tagged.text == "أن بسحب قال ثم عاد"
    assert [tagged.text[a:b] for a, b in tagged.pieces["c1"]] == ["أن بسحب", "عاد"]
    assert [tagged.text[a:b] for a, b in tagged.pieces["c2"]] == ["بسحب قال"]
    assert [tagged.text[a:b] for a, b in tagged.pieces["q3"]] == ["سحب"]
