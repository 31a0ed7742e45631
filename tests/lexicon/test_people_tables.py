"""The tables of persons, roles and classes of words: their size, their shape, and what is in them."""

from functools import cache

import pytest

from qawl.lexicon.tables import Row, rows
from qawl.text.fold import HARAKAT, fold

TITLE_CLASSES = frozenset(
    "state party military religious business sport science law media security diplomacy education health royal "
    "honorific family unnamed".split()
)
NOUN_CLASSES = frozenset(
    "event document occasion institution medium human place time thing speech feeling".split(),
)
FUNCTION_CLASSES = frozenset(
    "preposition conjunction subordinator complementizer relative demonstrative pronoun negation particle adverb "
    "interrogative auxiliary connective".split()
)
KEYS = {
    "titles": ("form", "class"),
    "names": ("form", "kind"),
    "particles": ("form", "position"),
    "nouns": ("form", "class"),
    "adjectives": ("form", "class"),
    "function_words": ("form", "class"),
}


@cache
def table(name: str) -> tuple[Row, ...]:
    return tuple(rows(name))


def forms_of(row: Row) -> set[str]:
    """Every form of a row, folded: singular, feminine, plurals."""
    return {fold(form) for column in ("form", "feminine", "plural") for form in row.cells(column)}


def forms(name: str, **where: str) -> set[str]:
    """Every form, folded, of the rows of a table whose cells are as `where` says (`cls` means `class`)."""
    wanted = {("class" if column == "cls" else column): value for column, value in where.items()}
    chosen = (row for row in table(name) if all(row[column] == value for column, value in wanted.items()))
    return set().union(*map(forms_of, chosen))


def missing(words: str, found: set[str]) -> list[str]:
    """Which of the words, parted by `،`, are not among the folded forms."""
    return [word.strip() for word in words.split("،") if fold(word.strip()) not in found]


def present(words: str, found: set[str]) -> list[str]:
    """Which of the words, parted by `،`, are among the folded forms."""
    return [word.strip() for word in words.split("،") if fold(word.strip()) in found]


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("titles", 450),
        ("names", 2200),
        ("particles", 120),
        ("nouns", 2600),
        ("adjectives", 900),
        ("function_words", 900),
    ],
)
def test_a_table_is_broad_enough(name: str, least: int) -> None:
    assert len(table(name)) >= least


def test_there_are_verbal_nouns_enough() -> None:
    assert sum(row["class"] == "event" for row in table("nouns")) >= 900


@pytest.mark.parametrize(
    ("name", "column", "allowed"),
    [
        ("titles", "class", TITLE_CLASSES),
        ("titles", "use", {"role", "honorific", "unnamed"}),
        ("names", "gender", {"m", "f", "both"}),
        ("names", "kind", {"given", "family"}),
        ("names", "common", {"", "1"}),
        ("particles", "position", {"before", "between", "after"}),
        ("nouns", "gender", {"m", "f"}),
        ("nouns", "class", NOUN_CLASSES),
        ("adjectives", "class", {"rank", "nisba", "quality"}),
        ("function_words", "class", FUNCTION_CLASSES),
    ],
)
def test_a_column_holds_its_values_and_all_of_them(name: str, column: str, allowed: frozenset[str]) -> None:
    assert {row[column] for row in table(name)} == set(allowed)


@pytest.mark.parametrize("name", KEYS)
def test_no_entry_stands_twice_after_folding(name: str) -> None:
    keys = [tuple(fold(row[column]) for column in KEYS[name]) for row in table(name)]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


@pytest.mark.parametrize("name", KEYS)
def test_cells_are_plain_arabic(name: str) -> None:
    marked = [
        (row.line, form)
        for row in table(name)
        for column in ("form", "feminine", "plural")
        for form in row.cells(column)
        if set(form) & set(HARAKAT) or form != form.strip() or not form.replace(" ", "").replace(".", "").isalpha()
    ]
    assert marked == []


@pytest.mark.parametrize("name", ["nouns", "adjectives", "names"])
def test_singular_forms_have_no_article(name: str) -> None:
    """Only where alif and lam are the word's own: verbal nouns of form VIII in l-, and foreign names."""
    own = ("الت", "اليكس", "الكس")
    with_article = [row["form"] for row in table(name) if row["form"].startswith("ال")]
    assert [form for form in with_article if not form.startswith(own)] == []


def test_titles_have_an_article_only_in_compounds_and_honorifics() -> None:
    single = (row for row in table("titles") if row["form"].startswith("ال") and " " not in row["form"])
    assert [row["form"] for row in single if row["use"] != "honorific"] == []


def test_every_title_has_a_gloss() -> None:
    assert [row["form"] for row in table("titles") if not row["gloss"].isascii() and "é" not in row["gloss"]] == []
    assert [row["form"] for row in table("titles") if not row["gloss"]] == []


@pytest.mark.parametrize(
    ("cls", "words"),
    [
        (
            "state",
            "وزير، وزيرة، وزراء، رئيس الوزراء، وزيرة الخارجية، الأمين العام، متحدثو، "
            "ناطقة، كاتب الدولة، كاتب عام، مسؤولين، كبير المفاوضين",
        ),
        (
            "party",
            "زعيم حزب، زعيم المعارضة، المرشد الأعلى، نقيب الصحفيين، نقابيون، "
            "متمردين، حوثيون، أنصار، رفاق، عضو المكتب السياسي، نقباء، منظرون",
        ),
        (
            "military",
            "قائد، قادة، اللواء الركن، عقيد، عقداء، رقيب أول، ملازمون، جنرالات، مشير، سرتيب، كولونيل ماجور، عماد",
        ),
        ("religious", "مفتي، أئمة، آية الله، حجة الإسلام، البابا، بطاركة، مطارنة، ملا، كاردينال، قساوسة، حاخام، سماحة"),
        (
            "business",
            "رئيس مجلس الإدارة، رجل أعمال، رجال أعمال، تجار، مستثمرون، مصرفيين، "
            "مزارعون، عمال، سائق، مساهمون، مالك، عضو منتدب",
        ),
        (
            "sport",
            "لاعب، لاعبات، لاعبو، مدرب، مدربة، حكام المباراة، مهاجم، مدافعون، حارس مرمى، هداف، أبطال، رئيس الفيفا",
        ),
        ("science", "عالم، علماء، خبير، خبراء، محلل، محللون، باحث، باحثات، مؤرخ، أكاديمي، مهندسون، فيلسوف"),
        ("law", "قاض، قضاة، محام، محامون، المدعي العام، النائب العام، وكيل الملك، شهود، متهم، سجناء، ضحايا، محققون"),
        ("media", "صحفي، صحافيون، مراسلة، رئيس تحرير، كتاب، مذيع، مخرج، فنانة، شعراء، ناقد، مدون، معلقون"),
        ("security", "شرطي، رجال أمن، دركي، مسعفون، جواسيس، مهرب، إرهابيون، عناصر، حارس أمن، خفر، مدير الأمن، إطفائي"),
        (
            "diplomacy",
            "سفير، سفراء، سفيرة، قنصل، قناصل، القائم بالأعمال، مبعوث، مبعوثون، "
            "المبعوث الخاص، مفاوضون، المندوب الدائم، نظير",
        ),
        (
            "education",
            "أستاذ، أساتذة، معلم، معلمات، طالب، طلبة، تلاميذ، عميد كلية، رئيس جامعة، محاضر، مدير مدرسة، خريجون",
        ),
        ("health", "طبيب، أطباء، طبيبة، جراح، ممرضات، صيادلة، مرضى، جرحى، ناجون، مصابين، معالج، مدير مستشفى"),
        (
            "royal",
            "ملك، ملوك، أمير، أمراء، ولي العهد، خادم الحرمين الشريفين، "
            "صاحب السمو الملكي، سمو، جلالة، عاهل، لورد، مولاي",
        ),
        ("honorific", "الدكتور، الدكتورة، معالي، فخامة، سعادة، السيد، السادة، المهندس، الأستاذ، حضرة، مدام، عطوفة"),
        ("family", "والد، والدة، نجل، شقيق، أشقاء، أبناء، أرملة، أقرباء، أسرة، زوجة، حفيد، أصدقاء"),
        (
            "unnamed",
            "مصدر، مصادر، شاهد عيان، شهود عيان، مراقبون، ناشطة، نشطاء، مقربون، مواطنين، سكان، متظاهرون، نازحون",
        ),
    ],
)
def test_titles_hold(cls: str, words: str) -> None:
    assert missing(words, forms("titles", cls=cls)) == []


def test_titles_hold_no_institutions_things_or_deeds() -> None:
    words = "وزارة، حكومة، لجنة، بيان، تقرير، تعيين، استقالة، مدينة، سيارة، صحيفة، مؤتمر، قانون، أمس، الذي"
    assert present(words, forms("titles")) == []


@pytest.mark.parametrize(
    ("cls", "words"),
    [
        (
            "event",
            "تعيين، رفض، استقالة، وجود، دعم، ضرورة، أهمية، تمسك، استعداد، مقتل، "
            "هبوط، ارتفاع، انسحاب، حصيلة، قرار، هجوم",
        ),
        (
            "document",
            "تقرير، بيان، دراسة، استطلاع، مذكرة، رسائل، وثائق، تغريدة، كتاب، مقال، قانون، اتفاق، مرسوم، دستور",
        ),
        (
            "occasion",
            "مؤتمر، مؤتمر صحفي، تصريح، مقابلة، حديث، كلمة، خطاب، لقاء، اجتماعات، "
            "ختام، مداخلة، ندوة، جلسة، زيارة، اتصال هاتفي",
        ),
        (
            "institution",
            "وزارة، هيئة، حكومة، محاكم، لجان، شركة، مجالس، جامعة، نقابة، أحزاب، حركة، جيش، شرطة، قوات، سفارة، مفوضية",
        ),
        ("medium", "صحيفة، صحف، وكالة، قناة، قنوات، إذاعة، موقع، مجلة، شبكة، تلفزيون، وسائل الإعلام، وكالة الأنباء"),
        ("human", "شعب، سكان، أهالي، جمهور، عائلة، بعض، عدد، قبائل، جالية، ضحايا، قتلى، أغلبية"),
        ("place", "مدينة، محافظات، ولاية، إقليم، منطقة، قرى، حدود، مطار، ميناء، عاصمة، جزر، معبر"),
        ("time", "يوم، أسبوع، أشهر، عام، سنوات، ساعة، صباح، مساء، فترة، مرحلة، رمضان، موعد"),
        ("thing", "سلاح، صواريخ، نفط، أسعار، طريق، سيارة، ملف، قضية، أزمة، ميزانية، لقاح، مباراة"),
        ("speech", "قول، اتهام، نفي، تأكيد، مزاعم، ادعاءات، دعوة، مطالبة، تحذير، وعود، تهديد، اقتراح، إعلان، تصريحات"),
        ("feeling", "قلق، أمل، أسف، استياء، ارتياح، شكر، تقدير، إدانة، تضامن، مخاوف، غضب، تفاؤل"),
    ],
)
def test_nouns_hold(cls: str, words: str) -> None:
    assert missing(words, forms("nouns", cls=cls)) == []


@pytest.mark.parametrize(
    ("cls", "words"),
    [
        ("event", "مدينة، صحيفة، وزارة، رصاصة، نفط، أسبوع، لاعب، قال، الذي، حقيبة"),
        ("institution", "تعيين، رفض، أمل، صاروخ، مساء، قلق، تغريدة، مواطن"),
        ("human", "وزارة، تعيين، مدينة، بيان، صباح، دبابة، أسف"),
        ("document", "دبابة، مطار، يوم، شعب، وزارة، قمح"),
        ("place", "قلق، تغريدة، وعد، أسبوع، شعب، قمح"),
        ("time", "مطار، شعب، اتهام، نفط، حزب"),
        ("feeling", "مطار، صحيفة، جيش، تقرير، شهر"),
    ],
)
def test_nouns_do_not_hold(cls: str, words: str) -> None:
    assert present(words, forms("nouns", cls=cls)) == []


@pytest.mark.parametrize(
    ("form", "gender"),
    [
        ("حرب", "f"),
        ("دعوى", "f"),
        ("نار", "f"),
        ("قرار", "m"),
        ("ثبات", "m"),
        ("ذكرى", "f"),
        ("سوق", "f"),
        ("إثبات", "m"),
        ("انتخابات", "f"),
        ("فتح", "m"),
        ("بئر", "f"),
        ("بيان", "m"),
        ("دراسة", "f"),
    ],
)
def test_nouns_know_their_gender(form: str, gender: str) -> None:
    found = [row["gender"] for row in table("nouns") if row["form"] == form and row["class"] != "institution"]
    assert found
    assert set(found) == {gender}


@pytest.mark.parametrize(
    ("cls", "words"),
    [
        ("rank", "أول، أولى، ثانية، أعلى، عليا، عام، سابقة، حاليون، مساعد، رسمي، مشترك، أكبر، مركزي"),
        ("nisba", "سياسي، اقتصادية، عسكريون، أمني، نووي، دبلوماسيين، إسلامية، صاروخي، شمالي، إنساني، قانوني، بيئي"),
        ("quality", "جديد، جدد، قوي، أقوياء، خطيرة، مهم، واضح، متوتر، مسلحين، مختلفة، حمراء، ناجح"),
    ],
)
def test_adjectives_hold(cls: str, words: str) -> None:
    assert missing(words, forms("adjectives", cls=cls)) == []


def test_adjectives_hold_no_demonyms_and_no_things() -> None:
    words = "أمريكي، أميركي، سعودي، روسية، إيرانيون، فرنسي، مصري، صينية، مدينة، وزارة، قال، أمس"
    assert present(words, forms("adjectives")) == []


@pytest.mark.parametrize(
    ("where", "words"),
    [
        (
            {"kind": "given", "gender": "m"},
            "محمد، عبدالله، عبدالرحمن، إبراهيم، حمزة، جون، باراك، فلاديمير، سيرغي، "
            "سيرجي، إيمانويل، بنيامين، يوري، رستم",
        ),
        (
            {"kind": "given", "gender": "f"},
            "فاطمة، مريم، عائشة، خديجة، أنغيلا، أنجيلا، هيلاري، ماريا، كاترين، يوليا، زينب، شيرين",
        ),
        (
            {"kind": "family"},
            "عتيبي، قحطاني، حريري، بوتين، أوباما، نتنياهو، ميركل، لافروف، أردوغان، "
            "روحاني، بايدن، ماكرون، غوتيريش، زيلينسكي",
        ),
    ],
)
def test_names_hold(where: dict[str, str], words: str) -> None:
    assert missing(words, forms("names", **where)) == []


def test_names_that_are_words_say_so() -> None:
    words = "سعيد، أمل، سلام، جمال، نور، عادل، صالح، منصور، كريم، ناصر، هادي، سلطان، حياة، شريف"
    assert missing(words, forms("names", common="1")) == []


def test_names_that_are_no_words_do_not() -> None:
    words = "محمد، عبدالله، إبراهيم، يوسف، فلاديمير، بوتين، مصطفى، فاطمة، أوباما، زينب، خالد، جون"
    assert present(words, forms("names", common="1")) == []


def test_no_name_is_a_word_of_grammar_after_folding() -> None:
    """A name that folds into `أن`, `بين` or `هو` would do more harm than it can do good."""
    words = "أن، أنا، بأن، لأن، بين، دون، هو، هي، الآن، إلينا، إليك، هنا، متى، كان، مات، يرى، التي"
    assert present(words, forms("names")) == []


@pytest.mark.parametrize("name", ["titles", "names", "nouns", "adjectives"])
def test_no_entry_is_a_conjunction_with_a_word_of_grammar(name: str) -> None:
    """Whole words are looked up first, so an entry like `وفي` (faithful) would hide `و` and `في`."""
    words = (
        "وفي، وإلى، وأن، فإن، فقد، فإنه، فإني، وهو، وهي، وهن، بأي، فأي، وأين، ولم، فلم، ولن، وقد، وعن، ومن، وله، ولي"
    )
    assert present(words, forms(name)) == []


@pytest.mark.parametrize(
    ("position", "words"),
    [
        ("before", "أبو، أم، آل، عبد، ذو، ماك، سان، آيت، بو، سيدي"),
        ("between", "بن، ابن، بنت، ولد، دي، دو، دا، دوس، فان، فون، دير، لو، لا، ديل"),
        ("after", "الدين، الله، الرحمن، الإسلام، أوغلو، زاده، بور، الثاني، السادس، جونيور"),
    ],
)
def test_particles_hold(position: str, words: str) -> None:
    assert missing(words, forms("particles", position=position)) == []


@pytest.mark.parametrize(
    ("cls", "words"),
    [
        ("preposition", "في، من، إلى، على، عن، مع، منذ، لدى، بسبب، بشأن، خلال، وفقا، بحسب، رغم، بموجب"),
        ("conjunction", "و، ف، ثم، أو، أم، بل، لكن، لكنه، لكنها"),
        ("subordinator", "عندما، حين، إذا، لو، بينما، في حين، بعد أن، قبل أن، حيث، لأن، كما أن، إلا أن، غير أن، حسبما"),
        ("complementizer", "أن، إن، بأن، أنه، إنها، بأنهم، إلى أن، على أن، من أن، أننا، ألا، ما إذا"),
        ("relative", "الذي، التي، الذين، اللذان، اللذين، اللتان، اللتين، اللاتي، اللواتي، اللائي، من، ما"),
        ("demonstrative", "هذا، هذه، هذان، هذين، هاتان، هاتين، هؤلاء، ذلك، تلك، أولئك، هناك، ثمة"),
        ("pronoun", "هو، هي، هم، هن، هما، أنا، نحن، نفسه، ذاتها، أنفسهم، له، عليهم، لديها، بعضهم"),
        ("negation", "لا، لم، لن، ليس، ليست، ليسوا، ما، غير، عدم، بلا"),
        ("particle", "قد، لقد، سوف، إن، يا، أيها، نعم، كلا"),
        ("adverb", "أيضا، مجددا، مرارا، حينها، أمس، اليوم، غدا، الآن، لاحقا، مؤخرا، سابقا، خصوصا، هاتفيا، آنذاك"),
        ("interrogative", "هل، ماذا، متى، أين، كيف، كم، لماذا، أي، أية، من"),
        (
            "auxiliary",
            "كان، كانت، كانوا، يكون، تكون، ليس، أصبح، أصبحت، ظل، بات، باتت، قد، سوف، لا يزال، ما زالت، سيكون، تم",
        ),
        (
            "connective",
            "من جانبه، من جهتها، بدوره، في المقابل، في السياق ذاته، في غضون ذلك، "
            "إلى ذلك، على صعيد آخر، في وقت سابق، يذكر أن، يشار إلى أن، "
            "الجدير بالذكر أن، في سياق متصل",
        ),
    ],
)
def test_function_words_hold(cls: str, words: str) -> None:
    assert missing(words, forms("function_words", cls=cls)) == []


def test_the_commonest_prepositions_are_nothing_else_after_folding() -> None:
    """`إلي` and `آلي` fold into `إلى`; they are left out, for they are rare and it is everywhere."""
    words = "في، من، إلى، عن، مع، منذ"
    others = [forms(name) for name in ("titles", "nouns", "adjectives", "names")]
    assert present(words, set().union(*others, forms("function_words", cls="pronoun"))) == []


def test_function_words_hold_no_content_words() -> None:
    words = "قال، أعلن، وزير، تقرير، مدينة، تعيين، محمد، خطير، قلق، حكومة، سيارة، أكد"
    assert present(words, forms("function_words")) == []
