"""Pages give the article they hold: title, byline, body, outlet and day, whatever system made them."""

import time
import tomllib
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qawl.reading.publication import day_in
from qawl.records import Document
from qawl.sources import Rejection, documents_from_path
from qawl.sources.pages import PAGE_LIMIT, Page, document_from_page
from qawl.sources.rejection import UnreadableError

FOLDER = Path(__file__).parent / "pages"
EXPECTED = tomllib.loads((FOLDER / "expected.toml").read_text(encoding="utf-8"))
TITLE = "تأجيل اجتماع لجنة المصايد"
WORDS = "قال وزير المصايد سالم الحداد إن الاجتماع سيعقد الأسبوع المقبل، وأضاف: «لن نقبل بالشروط التي طرحها الوفد»."


def page(
    head: str = "", above: str = "", *, encoding: str = "utf-8", body: str = f"<p>{WORDS}</p><p>{WORDS}</p>"
) -> bytes:
    """Return an invented page with `head` in its head and `above` between title and body."""
    html = f"<html><head>{head}</head><body><h1>{TITLE}</h1>{above}<article>{body}</article></body></html>"
    return html.encode(encoding)


def read(data: bytes, url: str | None = None, charset: str | None = None) -> Document:
    return document_from_page(Page(data=data, id="page", url=url, charset=charset), day_in)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_of_each_system_gives_its_article(name: str) -> None:
    [document] = documents_from_path(FOLDER / f"{name}.html", day=day_in)
    assert isinstance(document, Document)
    found = {key: getattr(document, key) for key in ("published", "byline", "source", "url")}
    assert found == {"published": None, "byline": None, "source": None, "url": None} | EXPECTED[name]
    assert document.id == name
    head = "\n\n".join(filter(None, (TITLE, document.byline)))
    assert document.text.startswith(f"{head}\n\n")
    body = document.text.removeprefix(f"{head}\n\n").removesuffix("\n// انتهى //").split("\n")
    assert len(body) == 3
    assert body[0].endswith(WORDS)
    assert body[2].endswith("بأي تصريح.")


@pytest.mark.parametrize(
    ("head", "above", "url"),
    [
        ('<meta property="article:published_time" content="2022-01-25T23:50:00+03:00">', "", None),
        ('<meta name="pubdate" content="Tue, 25 Jan 2022 10:00:00 +0200">', "", None),
        ('<meta itemprop="datePublished" content="2022-01-25">', "", None),
        (
            '<script type="application/ld+json">[{"@type":["NewsArticle"],"datePublished":"2022-01-25"}]</script>',
            "",
            None,
        ),
        ("", '<time datetime="2022-01-25T10:00">قبل يومين</time>', None),
        ("", '<div class="date">25 كانون الثاني 2022</div>', None),
        ("", '<div class="date">الثلاثاء، ٢٥ يناير ٢٠٢٢ - ١٤:٣٠</div>', None),
        ("", '<span class="post-meta">بقلم سالم | 25 يناير 2022</span>', None),
        ("", '<div id="newsdate">25/01/2022</div>', None),
        ("", '<div class="date">22 جمادى الآخرة 1443 هـ</div>', None),
        ("", "", "https://khabar.example/politics/2022/01/25/story"),
        ('<meta name="date" content="1970-01-01">', '<p class="date">25 يناير 2022</p>', None),
        ('<meta name="date" content="soon">', '<p class="date">25 يناير 2022</p>', "https://a.example/2021/12/31/x"),
    ],
)
def test_the_day_is_found_wherever_pages_write_it(head: str, above: str, url: str | None) -> None:
    assert read(page(head, above), url).published == "2022-01-25"


@pytest.mark.parametrize(
    ("head", "above", "url"),
    [
        ("", "", None),
        ("", '<div class="date">منذ ساعتين</div>', None),
        ("", '<aside><time datetime="2022-01-25">x</time></aside><footer class="date">25 يناير 2022</footer>', None),
        ("", '<time class="updated" datetime="2022-01-25">x</time>', None),
        ('<meta property="article:modified_time" content="2022-01-25">', "", None),
        ("", "", "https://a.example/2022/13/45/x"),
        ('<script type="application/ld+json">{"@type":"WebSite","datePublished":"2022-01-25"}</script>', "", None),
    ],
)
def test_a_page_that_tells_no_day_has_none(head: str, above: str, url: str | None) -> None:
    assert read(page(head, above), url).published is None


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_every_day_of_the_calendar_is_read(day: date) -> None:
    months = "كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول".split(",")
    shown = f'<div class="date">{day.day} {months[day.month - 1]} {day.year}</div>'
    assert read(page("", shown)).published == day.isoformat()


@pytest.mark.parametrize(
    ("encoding", "declared", "charset"),
    [
        ("utf-8", "", None),
        ("utf-8-sig", "", None),
        ("utf-16", "", None),
        ("cp1256", '<meta charset="windows-1256">', None),
        ("cp1256", "", "windows-1256"),
        ("cp1256", "", None),
        ("cp1256", '<meta charset="utf-8">', "utf-8"),
        ("cp1256", '<meta charset="iso-8859-1">', None),
        ("utf-8", '<meta charset="windows-1256">', "windows-1256"),
        ("iso8859-6", '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-6">', None),
    ],
)
def test_a_page_is_read_in_every_encoding_whatever_it_declares(
    encoding: str, declared: str, charset: str | None
) -> None:
    words = WORDS.replace("«", "").replace("»", "")
    document = read(page(declared, encoding=encoding, body=f"<p>{words}</p><p>{words}</p>"), charset=charset)
    assert document.title == TITLE
    assert words in document.text


def test_broken_characters_in_a_utf8_page_do_not_lose_it() -> None:
    assert "\ufffd" in read(page().replace("المقبل".encode(), b"\xd8 \xff")).text


def test_a_page_cannot_claim_an_address_on_another_host() -> None:
    elsewhere = '<link rel="canonical" href="https://other.example/story">'
    own = '<link rel="canonical" href="/story/1">'
    assert read(page(elsewhere), "https://a.example/x?y=1").id == "https://a.example/x?y=1"
    assert read(page(own), "https://a.example/x?y=1").id == "https://a.example/story/1"


def test_the_outlet_is_the_host_where_the_page_does_not_name_it() -> None:
    assert read(page(), "https://www.a.example/x").source == "a.example"


@pytest.mark.parametrize("name", ["admin", "https://a.example/author", "بوابة المرفأ", "x" * 500, "12"])
def test_what_is_no_byline_is_none(name: str) -> None:
    head = f'<meta property="og:site_name" content="بوابة المرفأ"><meta name="author" content="{name}">'
    assert read(page(head)).byline is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html></html>", "holds no article text"),
        (page(body=""), "holds no article text"),
        (b"<p " + b" ".join(b"a%d=b" % number for number in range(200_000)) + b">", "holds a tag of more than"),
        (page(body="<i>a</i>" * 50_000), "more than 40,000 elements"),
        (b"x" * (PAGE_LIMIT + 1), "larger than 8 MB"),
        (b"%PDF-1.4 \xff", "a PDF file"),
        (b"\x00\x01" * 200 + b"\xff", "binary data"),
    ],
)
def test_a_page_that_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read(data)


def test_references_to_characters_that_are_none_are_blanks() -> None:
    words = (
        WORDS.replace("«", "&#171;").replace("»", "&#xbb;").replace("،", "&#0;&#x1F;&#xD800;&#x110000;&#1234567890;،")
    )
    text = read(page(above="<b>&#147;</b><time>&#1;</time>&#2;<h1>&#3;</h1>&#4;", body=f"<p>{words}</p>")).text
    assert "«لن نقبل" in text
    assert text.encode()


def test_every_character_of_a_paragraph_is_kept() -> None:
    words = "أكَّدَ الوزيرُ أنّ \u202b«الاتّفاقَ»\u202c يُنفَّذُ خلال شهرٍ\u200f واحد، وأنّ اللّجنةَ ستُعلنُ ذلك."
    assert read(page(body=f"<p>{words}</p>")).text.endswith(f"\n\n{words}")


@pytest.mark.parametrize(
    "beside",
    [
        '<div class="related-posts"><div>خبر آخر ذو صلة بالموضوع</div></div>',
        '<ul id="social-share"><li>شارك هذا الخبر مع أصدقائك</li></ul>',
        '<p class="info">25-1-2022</p>',
        '<div class="submitted">25 كانون الثاني 2022</div>',
        "<aside><p>الأكثر قراءة في هذا الأسبوع من أخبارنا</p></aside>",
    ],
)
def test_what_stands_beside_an_article_is_not_in_it(beside: str) -> None:
    more = "وغادر الوفد المرفأ مساء بعد مباحثات استمرت ثلاث ساعات."
    text = read(page(body=f"{beside}<p>{WORDS}</p><p>{more}</p>{beside}")).text
    assert text == f"{TITLE}\n\n{WORDS}\n{more}"


def test_the_article_itself_is_kept_whatever_its_class() -> None:
    assert WORDS in read(page(body=f'<div class="widget related"><p>{WORDS}</p><p>{WORDS}</p></div>')).text


def test_a_picture_within_a_page_is_no_long_tag() -> None:
    assert WORDS in read(page(above=f'<img src="data:image/png;base64,{"A" * 100_000}">')).text


@pytest.mark.parametrize("deep", ["<div>", "<b>", "<ul><li>", "<table><tr><td>"])
def test_markup_nested_without_end_is_answered(deep: str) -> None:
    data = page(body=deep * 3000 + WORDS)
    with suppress(UnreadableError):
        assert read(data).title == TITLE


@pytest.mark.parametrize(
    "body",
    [
        '<p class="date">x</p>' + "<i>a</i>" * 38_000 + f"<p>{WORDS}</p><h1>t</h1>",
        '<div class="author byline related">' * 250 + "<b>x</b>" * 20_000,
        f'<div class="related">{WORDS}</div>' * 25_000,
        '<p class="date info">x</p>' * 35_000,
    ],
)
def test_no_page_keeps_qawl_busy_for_long(body: str) -> None:
    began = time.process_time()
    with suppress(UnreadableError):
        read(page(body=body))
    assert time.process_time() - began < 12  # two seconds or less on an idle machine; without bounds, up to a minute


@pytest.mark.parametrize("json", ["[" * 50_000, '{"a":' * 50_000, '{"@type": 3, "author": {"name": [[]]}}', "null"])
def test_json_that_is_no_description_is_passed_over(json: str) -> None:
    assert read(page(f'<script type="application/ld+json">{json}</script>')).title == TITLE


@settings(max_examples=150, deadline=None)
@given(name=st.sampled_from(sorted(EXPECTED)), data=st.data())
def test_a_mutated_page_is_a_document_or_a_reason(name: str, data: st.DataObject) -> None:
    mutated = bytearray((FOLDER / f"{name}.html").read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(mutated) - 1))
        mutated[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=20))
    try:
        document = read(bytes(mutated), "https://a.example/x")
    except UnreadableError as error:
        assert error.reason
    else:
        assert document.text.strip()
        assert document.text.encode()


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=500))
def test_any_bytes_are_a_document_or_a_reason(data: bytes) -> None:
    try:
        read(b"<html><body>" + data)
    except UnreadableError as error:
        assert error.reason


def test_a_page_on_the_disk_that_is_none_is_a_rejection(tmp_path: Path) -> None:
    (tmp_path / "a.htm").write_bytes(b"<p>x</p>")
    [item] = documents_from_path(tmp_path / "a.htm")
    assert isinstance(item, Rejection)
