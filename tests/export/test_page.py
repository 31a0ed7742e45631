"""The page is read back with an HTML parser: what a browser would see, not what was written."""

import re
import time
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from qawl.export.colours import SLOTS
from qawl.export.page import page
from qawl.records import Actor, Dispute, Event, Holder, Pledge, Reading
from qawl.text.span import Span

from .readings import NESTED, acting, counting, find, nested, owing, profiled, reading, statement

VOID = {"meta", "br", "link", "img", "input"}


class Page(HTMLParser):
    """A page parsed: its elements, its words, and the articles' words with the attributes that cover them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[tuple[str, dict[str, str]]] = []
        self.article: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = (tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag, "elements are closed in the order they were opened"

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self.open]
        if "style" not in tags and "script" not in tags:
            self.words.append(data)
        if "article" in tags and self.open[-1][1].get("class") != "origin":
            self.article.append((data, self.open[-1][1]))

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] for _, attributes in self.elements if attribute in attributes]

    def tags(self) -> list[str]:
        return [tag for tag, _ in self.elements]

    def covered(self, key: str) -> str:
        return "".join(words for words, attributes in self.article if key in attributes.get("data-s", "").split())

    def classes(self, words: str) -> set[str]:
        return next(set(attributes.get("class", "").split()) for data, attributes in self.article if data == words)


def test_every_statement_of_every_reading_has_its_record_and_its_place() -> None:
    parsed = Page(page([nested(), nested()]))
    keys = {f"{place}-{number}" for place in (1, 2) for number in range(1, 6)}
    assert set(parsed.values("data-e")) == keys
    assert {f"c{key}" for key in keys} <= set(parsed.values("id"))


def test_every_pledge_and_dispute_has_its_record_and_its_place() -> None:
    parsed = Page(page([owing()]))
    assert {"1-p1", "1-p2", "1-d1", "1-d2"} <= set(parsed.values("data-e"))
    assert parsed.covered("1-p1") == "المسودة جاهزةسنرد كتابيا"
    assert parsed.covered("1-d1") == "لا نية لخفض الحصص"
    assert {"act", "content"} <= parsed.classes("سنرد كتابيا")


def test_what_is_owed_is_told_with_its_day_in_words() -> None:
    words = " ".join("".join(Page(page([owing()])).words).split())
    assert "مَن عليه ماذا، ومتى" in words
    assert "وعد ليلى الحمداني نحو الوفد الزائر الأسبوع ١٠ من ٢٠٣١" in words
    assert "ما اختُلف فيه" in words


def test_every_event_has_its_record_its_place_and_its_status() -> None:
    parsed = Page(page([acting()]))
    assert {"1-e1", "1-e2"} <= set(parsed.values("data-e"))
    assert parsed.covered("1-e2") == "عادت"
    assert {"event", "attributed"} <= parsed.classes("عادت")


def test_who_did_what_by_whose_word_is_told() -> None:
    words = " ".join("".join(Page(page([acting()])).words).split())
    assert "مَن فعل ماذا، وبقول مَن" in words
    assert "منسوب طلب الوفد الزائر نحو ليلى الحمداني" in words
    assert "منسوب تراجع ؟ بقول قائل غير معروف" in words


def test_what_is_known_of_an_actor_is_told_and_what_is_inferred_says_so() -> None:
    told = " ".join(Page(page([profiled()])).words)
    for words in ("مَن في المقال", "وزير الموانئ السيشلي", "حكومة", "استنتاجًا", "كامل الراوي", "دليل", "مذكّر"):
        assert words in told


def test_nothing_done_nothing_owed_and_nothing_disputed_take_no_room() -> None:
    words = "".join(Page(page([nested()])).words)
    assert "مَن فعل ماذا" not in words
    assert "مَن عليه ماذا" not in words
    assert "ما اختُلف فيه" not in words


def test_a_quantity_tells_its_value_where_it_stands() -> None:
    shown = page([counting()])
    assert re.search(r'class="content quantity[^>]*data-s="1-1"[^>]*title="13,000 USD"[^>]*>13 ألف دولار<', shown)
    assert '<span class="quantity" title="3 d">3 أيام</span>' in shown


def test_ids_are_unique_and_links_lead_somewhere() -> None:
    parsed = Page(page([nested(), owing(), reading("")]))
    ids = parsed.values("id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in parsed.values("href")} <= set(ids)
    assert {id for value in parsed.values("aria-describedby") for id in value.split()} <= set(ids)


def test_spans_are_covered_by_their_statement() -> None:
    parsed = Page(page([nested()]))
    assert parsed.covered("1-3") == "الوفد الزائرطلبمهلة أخرى"
    assert "المسودة جاهزة وإن الوفد الزائر طلب مهلة أخرى" in parsed.covered("1-2")


def test_a_nested_speaker_is_both_speaker_and_content() -> None:
    assert {"speaker", "content"} <= Page(page([nested()])).classes("الوفد الزائر")


def test_a_nested_content_has_its_own_colour_and_that_of_the_one_around_it() -> None:
    classes = Page(page([nested()])).classes("مهلة أخرى")
    assert {"content", "c1", "o0"} <= classes


def test_statements_of_crossing_contents_share_their_overlap() -> None:
    crossing = reading(
        "قال أول وسط آخر", statement("s1", Span(0, 3), Span(4, 11)), statement("s2", Span(0, 3), Span(8, 15))
    )
    parsed = Page(page([crossing]))
    assert parsed.covered("1-1") == "قالأول وسط"
    assert parsed.covered("1-2") == "قالوسط آخر"


def test_two_statements_with_one_cue_share_their_place() -> None:
    shared = reading("قال كذا", statement("s1", Span(0, 3), Span(4, 7)), statement("s2", Span(0, 3), Span(4, 7)))
    parsed = Page(page([shared]))
    assert parsed.values("href") == ["#c1-1", "#c1-1"]
    assert "١،٢" in parsed.values("data-n")


def test_the_keyboard_stops_at_every_cue() -> None:
    parsed = Page(page([nested()]))
    stops = [attributes for _, attributes in parsed.elements if attributes.get("tabindex") == "0"]
    assert [stop["id"] for stop in stops] == ["c1-1", "c1-2", "c1-3", "c1-4", "c1-5"]
    assert all(stop["role"] == "button" for stop in stops)


def test_the_title_in_the_text_becomes_the_heading_once() -> None:
    parsed = Page(page([nested()]))
    assert [attributes for tag, attributes in parsed.elements if tag == "h2"] == [{"class": "title"}]


def test_a_title_that_is_not_in_the_text_is_still_shown() -> None:
    assert "عنوان آخر" in Page(page([reading("نص بلا عنوان", title="عنوان آخر")])).words


def test_the_chain_runs_from_the_outlet_inward() -> None:
    assert re.search("نشرة الساحل.*نقلًا عن.*وكالة الموج", "".join(Page(page([nested()])).words))


def test_an_unknown_speaker_is_said_to_be_unknown() -> None:
    assert "قائل غير معروف" in Page(page([nested()])).words


@pytest.mark.parametrize("readings", [[], [reading("")], [reading(" \n\n ")], [reading("", title="")]])
def test_what_is_empty_is_shown_as_empty(readings: list[Reading]) -> None:
    assert Page(page(readings)).open == []


def hostile(words: str) -> Reading:
    """Return a reading with `words` wherever words can stand."""
    text = f"{words} قال {words}"
    cue = find(text, " قال ")
    fields = {"who": words, "rule": words, "via": (words,), "parent": words, "speaker": Span(0, cue.start)}
    made = reading(text, statement(words, cue, Span(cue.end, len(text)), **fields), title=words)
    document = replace(made.document, id=words, source=words, published=words, byline=words, url=words)
    owed = Pledge(act=cue, by=words, to=words, kind="promise", due=words, statement=words, rule=words)
    denied = Dispute(claim=cue, claimed_by=(words,), denial=cue, denied_by=(words,), rule=words)
    done = Event(
        id=words,
        span=cue,
        type=words,
        status="denied",
        mode=words,
        actor=(words,),
        holder=words,
        time=words,
        rule=words,
    )
    holder = Holder(name=words, office=words, country=words, source=words, start=words, end=words)
    actor = Actor(id=words, name=words, role=words, country=words, sector=words, holder=holder)
    dateline = replace(made.dateline, place=words, agencies=(words,))
    owing = replace(made, document=document, dateline=dateline, pledges=(owed,), disputes=(denied,))
    return replace(owing, events=(done,), actors=(actor,))


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "</style><img src=x onerror=alert(1)>",
        '" onfocus="alert(1)',
        "-->",
        "${place} $title",
        "&lt;",
    ],
)
def test_words_of_an_article_are_only_words(words: str) -> None:
    tame, wild = Page(page([hostile("كلام")])), Page(page([hostile(words)]))
    assert wild.tags() == tame.tags()
    assert [set(attributes) for _, attributes in wild.elements] == [set(attributes) for _, attributes in tame.elements]
    assert words in wild.words


@pytest.mark.parametrize("char", ["\u202e", "\u2066", "\x1b", "\x00", "\x9b", "\ud800"])
def test_what_steers_is_neutralised(char: str) -> None:
    text = page([hostile(f"قبل{char}بعد")])
    assert char not in text
    text.encode()


def test_a_huge_name_is_cut_in_the_list_and_whole_in_the_record() -> None:
    name = "اسم " * 5000
    words = Page(page([reading(NESTED, statement("s1", find(NESTED, "قالت"), who=name))])).words
    assert sum(len(part) > 1000 for part in words) == 1


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40)), max_size=6))
def test_any_text_with_any_spans_makes_a_sound_page(text: str, spans: list[tuple[int, int]]) -> None:
    statements = [statement(f"s{n}", Span(a, b), Span(b, a), who=text) for n, (a, b) in enumerate(spans)]
    owed = tuple(Pledge(act=Span(a, b), by=text, to=None, kind="offer", condition=Span(b, a)) for a, b in spans)
    denied = tuple(Dispute(claim=Span(b, a), claimed_by=(), denial=Span(a, b), denied_by=()) for a, b in spans)
    done = tuple(Event(id=text, span=Span(a, b), type=text, status="asked", place=Span(b, a)) for a, b in spans)
    assert Page(page([replace(reading(text, *statements), pledges=owed, disputes=denied, events=done)])).open == []


def test_nothing_is_fetched() -> None:
    text = page([nested()])
    assert not {"src", "srcset", "action", "data"} & {name for _, found in Page(text).elements for name in found}
    assert not re.search(r"url\(|@import|https?:|fetch\(|XMLHttp|import\(", text)


def test_the_policy_allows_this_style_and_this_script_only() -> None:
    text = page([nested()])
    policy = next(value for value in Page(text).values("content") if value.startswith("default-src"))
    for tag in ("style", "script"):
        inline = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert len(inline) == 1
        assert f"'sha256-{b64encode(sha256(inline[0].encode()).digest()).decode()}'" in policy
    assert "style" not in {name for _, found in Page(text).elements for name in found}
    assert "unsafe" not in policy


def test_the_style_sheet_has_a_colour_for_every_slot() -> None:
    css = files("qawl.export").joinpath("assets", "page.css").read_text(encoding="utf-8")
    for slot in (*map(str, range(SLOTS)), "u"):
        assert len(re.findall(rf"--k{slot}: \d+ \d+ \d+", css)) == 2, "one for light, one for dark"
        assert all(f".{role}{slot} {{" in css for role in "tco")


def test_the_same_readings_make_the_same_page() -> None:
    assert page([nested()]) == page([nested()])


def test_a_long_article_takes_no_more_than_its_length() -> None:
    text = "قال الناطق إن الكلام طويل " * 80_000
    statements = [statement(f"s{n}", Span(26 * n, 26 * n + 3), Span(26 * n + 14, 26 * n + 25)) for n in range(10_000)]
    around = statement("s", Span(0, 3), Span(4, len(text)))
    started = time.process_time()
    assert len(page([reading(text, around, *statements)])) > len(text)
    assert time.process_time() - started < 10
