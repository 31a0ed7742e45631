"""Whatever the text: reading ends, every offset lies in it, and the same text gives the same bytes."""

import re
from itertools import pairwise

import msgspec
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qawl.evaluation.gold import spans_in
from qawl.reading import read
from qawl.records import Document, Reading, Statement

LETTERS = "ابتةثجحخدذرزسشصضطظعغفقكلمنهويىءأإآؤئپچگیک"
MARKS = "«»“”\"'‘’()[]{}،؛؟.,:;!-–—…/\\*"
DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳%"
INVISIBLE = "\u200e\u200f\u061c\u202a\u202b\u202c\u202e\u2066\u2067\u2069\u200b\u200c\u200d\ufeff\u00ad"
HARAKAT = "\u064b\u064e\u0650\u0651\u0652\u0670\u0640"
SPACES = " \n\r\t\u00a0\u2028\u0085\x0b\x0c"
ODD = "\0\x1b\x7f\U0001f600\U0001ee00\U0010ffff\ufffd\ufdf2\ufefb\ufdfd\u0345"

WORDS = (
    "قال وقال فقال يقول أضاف وأضاف مضيفاً أكد مؤكداً أعلن نفى اتهم طالب دعا حذر تعهد هدد رفض أعرب شدد أشار مشيراً "
    "بحسب وفقاً وفق نقلت نقلاً عن على حد قول قوله لسان تعبيره إن أن بأن إلى أنه إنها له لها للصحفيين "
    "الوزير وزير الخارجية رئيس الرئيس المتحدث باسم نظيره الحكومة مصدر مصادر شهود وكالة رويترز سبوتنيك أ ف ب "
    "موسكو الكويت الروسية الأميركي محمد بن عبد الله أبو الحداد الذي التي الذين حيث بعد قبل أمس اليوم غداً الثلاثاء "
    "يناير كانون الثاني 2022 مليون صاروخين في مؤتمر صحفي بيان رداً سؤال لا لن لم سوف "
    "يوم مساء ليل صباح الساعة الأسبوع الشهر العام عام الماضي المقبل الجاري مطلع نهاية منتصف خلال قبل منذ حتى من بين "
    "السنوات الخمس الأيام الـ 24 ساعة رمضان شوال 1436 هـ الموافق النصف الربع الأول القرن ثمانينيات صيف نفسه التالي"
).split()

ISO = re.compile(r"\d{4}(-W\d{2}|-\d{2}(-\d{2})?)?")

pieces = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(list(MARKS + DIGITS + INVISIBLE + SPACES + ODD)),
    st.text(LETTERS + HARAKAT, min_size=1, max_size=6),
    st.sampled_from([" ", " ", " ", "\n\n", "، ", ": «", "» ", '"', " - ", " ـ ", " // ", "http://a.b/c", "Reuters"]),
)
news = st.lists(pieces, max_size=120).flatmap(lambda words: st.sampled_from([" ".join(words), "".join(words)]))
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
texts = st.one_of(news, anything)


def reading_of(text: str, published: str | None = None) -> Reading:
    return read(Document(id="any", text=text, published=published))


@settings(max_examples=400)
@given(texts)
@example("")
@example("\n\n\n")
@example("\0")
@example("«" * 50)
@example('قال: "' * 40)
@example("وقال " * 200)
@example("(" * 300 + "قال" + ")" * 300)
@example("الوزير: ")
@example("قال إن")
@example("قال الوزير إن «")
@example("وأضاف أن.")
@example("خبر\n\nالوجهاء ـ في بيان أصدروه ـ رئيس الوزراء سالم الحداد استنكارهم وأعربوا عن أسفهم.")
@example("\ufeffقال الوزير إن\r\n\r\n")
@example("\u202eقال\u202c \U0001f600 إن «\U0001f600»")
@example("وأعلن اليوم ـ الوزير سالم الحداد ـ في بيان وأكد أن الميناء جاهز.")
def test_every_offset_lies_in_the_text(text: str) -> None:
    for field, span in spans_in(reading_of(text)):
        assert 0 <= span.start < span.end <= len(text), field


@settings(max_examples=150)
@given(texts, st.sampled_from([None, "2022-01-25", "2024-02-29"]))
def test_the_same_text_gives_the_same_bytes(text: str, published: str | None) -> None:
    once, again = reading_of(text, published), reading_of(text, published)
    assert msgspec.json.encode(once) == msgspec.json.encode(again)


@settings(max_examples=150)
@given(texts)
def test_the_document_is_handed_on_unchanged_and_the_reading_survives_json(text: str) -> None:
    reading = reading_of(text)
    assert reading.document == Document(id="any", text=text)
    assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading


@settings(max_examples=300)
@given(texts, st.sampled_from([None, "2022-01-25", "0001-01-01", "9999-12-31"]))
@example("قبل 99999 عاما من 31 إلى 2 يناير 9999 حتى 30 شعبان 1600هـ", "2022-01-25")
def test_times_stand_in_order_and_their_values_are_iso(text: str, published: str | None) -> None:
    times = reading_of(text, published).times
    assert all(one.span.end <= other.span.start for one, other in pairwise(times))
    for value in (time.value for time in times if time.value is not None):
        first, _, last = value.partition("/")
        assert ISO.fullmatch(first)
        assert not last or ISO.fullmatch(last) and first[:4] <= last[:4]


@settings(max_examples=150)
@given(texts)
def test_ids_are_unique_and_every_reference_leads_somewhere(text: str) -> None:
    reading = reading_of(text)
    statements = {statement.id: statement for statement in reading.statements}
    actors = {actor.id for actor in reading.actors}
    assert len(statements) == len(reading.statements)
    assert len(actors) == len(reading.actors)
    for statement in reading.statements:
        assert statement.actor is None or statement.actor in actors
        assert statement.parent is None or statement.parent in statements
        assert not is_its_own_ancestor(statement, statements)


def is_its_own_ancestor(statement: Statement, statements: dict[str, Statement]) -> bool:
    above = statement.parent
    for _ in statements:
        if above is None or above == statement.id:
            break
        above = statements[above].parent
    return above is not None
