"""Pages in other languages are told from Arabic ones, and no Arabic page is taken for one."""

# ruff: noqa: E501 - a sample is one line

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qawl.reading.language import foreign_language

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "saudinews-2015.jsonl.gz"

FOREIGN = {
    "Persian": (
        "سخنگوی وزارت کشور روز سه‌شنبه گفت که نشست کمیته ماهیگیری به هفته آینده موکول شده است و هیئت‌ها پس از آن بیانیه‌ای "
        "منتشر خواهند کرد. وی افزود که دولت برای حل این مشکل آماده است."
    ),
    "Persian, typed with Arabic kaf and yeh": (
        "سخنگوي وزارت كشور روز سه شنبه گفت كه نشست كميته ماهيگيري به هفته آينده موكول شده است و هيئت ها پس از آن بيانيه اي "
        "منتشر خواهند كرد. وي افزود كه دولت براي حل اين مشكل آماده است و بايد از آن دفاع كند."
    ),
    "Urdu": (
        "وزیر داخلہ کے ترجمان نے منگل کے روز کہا کہ ماہی گیری کمیٹی کا اجلاس اگلے ہفتے تک ملتوی کر دیا گیا ہے اور وفود اس کے بعد "
        "بیان جاری کریں گے۔ انہوں نے کہا کہ حکومت تیار ہے۔"
    ),
    "Kurdish": (
        "وتەبێژی وەزارەتی ناوخۆ ڕۆژی سێشەممە گوتی کە کۆبوونەوەی لێژنەی ماسیگرتن بۆ هەفتەی داهاتوو دوا خراوە و شاندەکان دوای ئەوە "
        "ڕاگەیەندراوێک بڵاو دەکەنەوە."
    ),
    "Pashto": (
        "د کورنیو چارو وزارت ویاند د سې شنبې په ورځ وویل چې د کب نیولو د کمېټې غونډه راتلونکې اونۍ ته وځنډول شوه او پلاوي به له دې "
        "وروسته اعلامیه خپره کړي."
    ),
    "Uyghur": (
        "ئىچكى ئىشلار مىنىستىرلىقىنىڭ باياناتچىسى سەيشەنبە كۈنى بېلىقچىلىق كومىتېتىنىڭ يىغىنى كېلەر ھەپتىگە كېچىكتۈرۈلدى دېدى ۋە "
        "ۋەكىللەر ئۇنىڭدىن كېيىن بايانات ئېلان قىلىدۇ."
    ),
    "Latin letters": "The spokesman said on Tuesday that the meeting of the fisheries committee had been put off until next week.",
    "Cyrillic letters": "Представитель министерства заявил во вторник, что заседание комитета отложено до следующей недели.",
    "Hebrew letters": "דובר המשרד אמר ביום שלישי כי ישיבת הוועדה נדחתה לשבוע הבא והמשלחות יפרסמו הודעה לאחר מכן.",
    "Chinese letters": "发言人星期二表示渔业委员会会议推迟到下周举行各代表团将在会后发表声明政府已经准备好解决这个问题并将继续努力推动谈判取得进展。",
}

ARABIC = {
    "an article": "قال الوزير سالم الحداد إن الاجتماع سيعقد غداً، وأضاف: «لن نقبل بالشروط التي طرحها الوفد». وغادر الوفد مساء.",
    "Persian names": (
        "قال پرویز گلزاری رئيس شركة پارس چوب للصحافيين في أصفهان إن الاتفاق الذي وقعه مع ژاله کرمانی لا يمس حقوق العمال."
    ),
    "a headline": "تأجيل اجتماع لجنة المصايد",
    "Iraqi dialect": "گال أبو حسين شلون چان الوضع بالمنطقة وهسه شصار، والناس گاعدة تنتظر جواب من الحكومة چان المفروض يوصل البارحة.",
    "verse without articles": "أيا ليل طل يا ليل إن حبيبي بعيد وقلبي من هواه عليل وما لي سوى صبر جميل ودمعة تسيل على خد بها وتسيل.",
    "a list of firms": "أسهم: Apple 3.2 Microsoft 1.1 Amazon 0.4 في ختام تعاملات نيويورك اليوم بعد قرار المجلس",
    "hasty spelling": "قال الناطق ان اللجنه لم تقرر الى الان متى او اين يكون اللقاء وان الامر بيد الوزاره ولا جديد عن ذلك حتى ساعه متاخره",
    "nothing": "",
    "numbers": "12 345 / 2022",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_named(language: str) -> None:
    assert foreign_language(FOREIGN[language]) == language.split(",")[0]


@pytest.mark.parametrize("kind", ARABIC)
def test_arabic_is_arabic(kind: str) -> None:
    assert foreign_language(ARABIC[kind]) is None


def test_a_foreign_text_with_an_arabic_title_is_foreign() -> None:
    assert foreign_language("خبر\n\n" + FOREIGN["Urdu"]) == "Urdu"
    assert foreign_language("خبر\n\n" + FOREIGN["Latin letters"] * 2) == "Latin letters"


def test_an_arabic_text_that_quotes_another_language_is_arabic() -> None:
    assert foreign_language(ARABIC["an article"] + FOREIGN["Persian"] + ARABIC["an article"]) is None


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert foreign_language(text) is None or foreign_language(text) == foreign_language(text)


@pytest.mark.skipif(not CORPUS.exists(), reason="../shared/corpus is not here")
def test_no_article_of_the_corpus_is_set_aside() -> None:
    with gzip.open(CORPUS) as lines:
        articles = map(json.loads, lines)
        foreign = [a["id"] for a in articles if foreign_language(f"{a['title']}\n\n{a['byline'] or ''}\n\n{a['body']}")]
    assert foreign == []
