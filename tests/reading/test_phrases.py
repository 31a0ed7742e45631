"""Noun phrases: where they end, whose name they hold, and whether they join several parties."""

import pytest

from qawl.lexicon.vocabulary import vocabulary
from qawl.reading.article import Article, lay_out
from qawl.reading.nouns import NounPhrase
from qawl.reading.phrases import Phrases


def gap(why: str) -> pytest.MarkDecorator:
    """Mark what is not read yet."""
    return pytest.mark.xfail(strict=True, reason=why)


def phrase_at_start(text: str, avoid: frozenset[str] = frozenset()) -> tuple[Article, NounPhrase]:
    """Return the phrase that begins at the first word of `text`."""
    found = lay_out(text, vocabulary())
    phrase = Phrases(found).at(0, len(found.words), avoid)
    assert phrase is not None
    return found, phrase


@pytest.mark.parametrize(
    ("phrase", "rest"),
    [
        pytest.param("وزير النقل", "إن الميناء جاهز", id="idafa"),
        pytest.param("وزير النقل الأردني", "أن الميناء جاهز", id="agreeing adjective"),
        pytest.param("وزير النقل كريم الزيادي", "إن الميناء جاهز", id="role and name"),
        pytest.param("المتحدث باسم وزارة الخارجية", "إن الرد جاهز", id="attachment"),
        pytest.param("رئيس لجنة الطاقة في مجلس النواب", "إن الرد جاهز", id="attachment to a role"),
        pytest.param("المتحدث باسم الوزارة، مروان الصيداوي", "، إن الرد جاهز", id="name behind a comma"),
        pytest.param("مروان الصيداوي، المتحدث باسم الوزارة", "، أن الرد جاهز", id="role behind a comma"),
        pytest.param("وزير النقل كريم الزيادي", "للصحفيين إن الميناء جاهز", id="not the addressee"),
        pytest.param("وزير النقل كريم الزيادي", "في مؤتمر صحفي إن الميناء جاهز", id="not the occasion"),
        pytest.param("وزير النقل كريم الزيادي", "أمس الثلاثاء إن الميناء جاهز", id="not the time"),
        pytest.param("وزير النقل كريم الزيادي", "، ردا على سؤال، إن الميناء جاهز", id="not the answer"),
        pytest.param("وزارة الصحة اللبنانية", "في بيان إن اللقاح متوفر", id="not the communique"),
        pytest.param("مصدر أمني", "إن القافلة وصلت", id="unnamed"),
        pytest.param("السلطات في نيروبي", "أن المطار مفتوح", id="authorities in a place"),
        pytest.param("وسائل إعلام محلية", "أن القطار تأخر", id="three words indefinite"),
        pytest.param("صحيفة «نشرة الساحل»", "أن القمة ألغيت", id="name in marks"),
        pytest.param("الوزير", "الذي وصل أمس", id="not the relative clause"),
        pytest.param("المصدر نفسه", "أن الطريق آمن", id="emphatic"),
        pytest.param("رئيس الوزراء", "وأضاف أن الطريق آمن", id="not the next verb"),
        pytest.param("الأمين العام للأمم المتحدة", "إن الأزمة طالت", id="head of a body"),
    ],
)
def test_where_a_phrase_ends(phrase: str, rest: str) -> None:
    found, parsed = phrase_at_start(f"{phrase} {rest}".replace(" ،", "،"))
    assert found.words_of(parsed.start, parsed.end) == phrase


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("وزير النقل كريم الزيادي إن الميناء جاهز", "كريم الزيادي", id="behind a role"),
        pytest.param("كريم الزيادي إن الميناء جاهز", "كريم الزيادي", id="bare"),
        pytest.param("العقيد عبد الله بن خالد إن الصلح تم", "عبد الله بن خالد", id="particles"),
        pytest.param("الدكتورة نادية القاسمي إن الماء نقي", "نادية القاسمي", id="honorific"),
        pytest.param("المتحدث باسم الوزارة، مروان الصيداوي، إن الرد جاهز", "مروان الصيداوي", id="behind a comma"),
        pytest.param("مروان الصيداوي، المتحدث باسم الوزارة، إن الرد جاهز", "مروان الصيداوي", id="before a comma"),
        pytest.param("رئيس الوفد السيشلي أندريه كوتيفان إن النص جاهز", "أندريه كوتيفان", id="foreign"),
        pytest.param("المصور جان-بيير لوكانتي إن الطقس ساعده", "جان-بيير لوكانتي", id="hyphen"),
        pytest.param("الفريق أول ركن سالم النوخذة إن الوحدات عادت", "سالم النوخذة", id="rank"),
        pytest.param("الأمير خالد البارودي إن الصلح تم", "خالد البارودي", id="title"),
        pytest.param("المستشارة الألمانية هيلغا فراينباخ إن القرار صعب", "هيلغا فراينباخ", id="unknown names"),
        pytest.param("وزير النقل إن الميناء جاهز", None, id="role alone"),
        pytest.param("وزارة الصحة اللبنانية إن اللقاح متوفر", None, id="institution"),
        pytest.param("مصدر دبلوماسي أن اللقاء كان قصيرا", None, id="unnamed"),
    ],
)
def test_whose_name_it_holds(text: str, name: str | None) -> None:
    found, parsed = phrase_at_start(text)
    assert (found.words_of(*parsed.name) if parsed.name else None) == name


@pytest.mark.parametrize(
    ("text", "end", "joint"),
    [
        pytest.param("كريم الزيادي وليلى الحمداني إن الاتفاق قريب", "الحمداني", True, id="two names"),
        pytest.param(
            "وزير النقل كريم الزيادي ووزيرة المصايد ليلى الحمداني إن الاتفاق قريب",
            "الحمداني",
            True,
            id="two roles with names",
        ),
        pytest.param("روسيا والصين إن الاتفاق قريب", "والصين", True, id="two states"),
        pytest.param("وزارة الصحة ومنظمة الصحة العالمية إن اللقاح متوفر", "العالمية", True, id="two institutions"),
        pytest.param("وزير الخارجية ونظيره التركي إن اللقاء مثمر", "التركي", True, id="role and counterpart"),
        pytest.param("وزير التربية والتعليم إن المدارس جاهزة", "والتعليم", False, id="ministry of two"),
        pytest.param("وزارة الطاقة والمياه إن السد آمن", "والمياه", False, id="ministry of two nouns"),
        pytest.param("وزير النقل كريم الزيادي إن الميناء جاهز", "الزيادي", False, id="one person"),
        pytest.param("منظمة الأغذية والزراعة إن المحصول وفير", "والزراعة", False, id="body of two nouns"),
        pytest.param(
            "رئيس لجنة الشؤون القانونية والإدارية إن النص جاهز",
            "والإدارية",
            False,
            id="two adjectives of a committee",
        ),
        pytest.param("نقيب الأطباء وأعضاء المجلس إن العمل مستمر", "المجلس", True, id="role and members"),
        pytest.param(
            "المسؤول السياسي والعسكري إن الهدنة صامدة",
            "والعسكري",
            False,
            id="two adjectives of a person",
            marks=gap("an adjective after و is taken for a noun"),
        ),
    ],
)
def test_whether_it_joins_parties(text: str, end: str, joint: bool) -> None:
    found, parsed = phrase_at_start(text)
    assert found.words_of(parsed.end - 1, parsed.end) == end
    assert parsed.joint is joint


@pytest.mark.parametrize(
    "text", ["إن الميناء جاهز", "في المنامة", "الذي وصل", "لم يصل", "، كريم", "ثم غادر", "أن الرد"]
)
def test_where_no_phrase_begins(text: str) -> None:
    found = lay_out(text, vocabulary())
    assert Phrases(found).at(0, len(found.words)) is None


def test_a_phrase_ends_before_its_limit() -> None:
    found = lay_out("وزير النقل الأردني كريم الزيادي", vocabulary())
    phrases = Phrases(found)
    for limit in range(1, len(found.words) + 1):
        phrase = phrases.at(0, limit)
        assert phrase is not None
        assert 0 == phrase.start < phrase.end <= limit


def test_a_preposition_of_the_verb_attaches_nothing() -> None:
    found, parsed = phrase_at_start("مسؤول في الوزارة عن السدود", frozenset({"عن"}))
    assert found.words_of(parsed.start, parsed.end) == "مسؤول في الوزارة"
