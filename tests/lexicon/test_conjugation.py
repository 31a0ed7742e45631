"""One verb of each class, all its forms written out by hand from the paradigms of the reference grammars."""

import pytest

from qawl.lexicon.conjugation import Form, before_pronoun, forms, noun_forms, participles, unpointed

PERFECT = ("3ms", "3fs", "3md", "3fd", "3mp", "3fp", "1s", "1p")
IMPERFECT = ("3ms", "3fs", "1s", "1p", "3md", "3fd", "3mp", "3fp")

PARADIGMS = {
    "sound, form I": (
        ("كتب", "يكتب"),
        "كتب كتبت كتبا كتبتا كتبوا كتبن كتبت كتبنا",
        "يكتب تكتب أكتب نكتب يكتبان/يكتبا تكتبان/تكتبا يكتبون/يكتبوا يكتبن",
    ),
    "sound, form II, hamza first": (
        ("أكد", "يؤكد"),
        "أكد أكدت أكدا أكدتا أكدوا أكدن أكدت أكدنا",
        "يؤكد تؤكد أؤكد نؤكد يؤكدان/يؤكدا تؤكدان/تؤكدا يؤكدون/يؤكدوا يؤكدن",
    ),
    "sound, form III": (
        ("طالب", "يطالب"),
        "طالب طالبت طالبا طالبتا طالبوا طالبن طالبت طالبنا",
        "يطالب تطالب أطالب نطالب يطالبان/يطالبا تطالبان/تطالبا يطالبون/يطالبوا يطالبن",
    ),
    "sound, form IV": (
        ("أعلن", "يعلن"),
        "أعلن أعلنت أعلنا أعلنتا أعلنوا أعلنن أعلنت أعلننا",
        "يعلن تعلن أعلن نعلن يعلنان/يعلنا تعلنان/تعلنا يعلنون/يعلنوا يعلنن",
    ),
    "sound, form VI, hamza inside": (
        ("تساءل", "يتساءل"),
        "تساءل تساءلت تساءلا تساءلتا تساءلوا تساءلن تساءلت تساءلنا",
        "يتساءل تتساءل أتساءل نتساءل يتساءلان/يتساءلا تتساءلان/تتساءلا يتساءلون/يتساءلوا يتساءلن",
    ),
    "assimilated, form I": (
        ("وعد", "يعد"),
        "وعد وعدت وعدا وعدتا وعدوا وعدن وعدت وعدنا",
        "يعد تعد أعد نعد يعدان/يعدا تعدان/تعدا يعدون/يعدوا يعدن",
    ),
    "assimilated, form VIII": (
        ("اتهم", "يتهم"),
        "اتهم اتهمت اتهما اتهمتا اتهموا اتهمن اتهمت اتهمنا",
        "يتهم تتهم أتهم نتهم يتهمان/يتهما تتهمان/تتهما يتهمون/يتهموا يتهمن",
    ),
    "hollow, form I": (
        ("قال", "يقول"),
        "قال قالت قالا قالتا قالوا قلن قلت قلنا",
        "يقول/يقل تقول/تقل أقول نقول يقولان/يقولا تقولان/تقولا يقولون/يقولوا يقلن",
    ),
    "hollow, form IV": (
        ("أفاد", "يفيد"),
        "أفاد أفادت أفادا أفادتا أفادوا أفدن أفدت أفدنا",
        "يفيد/يفد تفيد/تفد أفيد نفيد يفيدان/يفيدا تفيدان/تفيدا يفيدون/يفيدوا يفدن",
    ),
    "hollow, form X": (
        ("استعاد", "يستعيد"),
        "استعاد استعادت استعادا استعادتا استعادوا استعدن استعدت استعدنا",
        "يستعيد/يستعد تستعيد/تستعد أستعيد نستعيد يستعيدان/يستعيدا تستعيدان/تستعيدا يستعيدون/يستعيدوا يستعدن",
    ),
    "defective in waw": (
        ("دعا", "يدعو"),
        "دعا دعت دعوا دعتا دعوا دعون دعوت دعونا",
        "يدعو/يدع تدعو/تدع أدعو ندعو يدعوان/يدعوا تدعوان/تدعوا يدعون/يدعوا يدعون",
    ),
    "defective in ya": (
        ("نفى", "ينفي"),
        "نفى نفت نفيا نفتا نفوا نفين نفيت نفينا",
        "ينفي/ينف تنفي/تنف أنفي ننفي ينفيان/ينفيا تنفيان/تنفيا ينفون/ينفوا ينفين",
    ),
    "defective, form V": (
        ("تبنى", "يتبنى"),
        "تبنى تبنت تبنيا تبنتا تبنوا تبنين تبنيت تبنينا",
        "يتبنى/يتبن تتبنى/تتبن أتبنى نتبنى يتبنيان/يتبنيا تتبنيان/تتبنيا يتبنون/يتبنوا يتبنين",
    ),
    "defective, form VIII": (
        ("ادعى", "يدعي"),
        "ادعى ادعت ادعيا ادعتا ادعوا ادعين ادعيت ادعينا",
        "يدعي/يدع تدعي/تدع أدعي ندعي يدعيان/يدعيا تدعيان/تدعيا يدعون/يدعوا يدعين",
    ),
    "defective, perfect in ya": (
        ("خشي", "يخشى"),
        "خشي خشيت خشيا خشيتا خشوا خشين خشيت خشينا",
        "يخشى/يخش تخشى/تخش أخشى نخشى يخشيان/يخشيا تخشيان/تخشيا يخشون/يخشوا يخشين",
    ),
    "defective with a lost hamza": (
        ("رأى", "يرى"),
        "رأى رأت رأيا رأتا رأوا رأين رأيت رأينا",
        "يرى/ير ترى/تر أرى نرى يريان/يريا تريان/تريا يرون/يروا يرين",
    ),
    "doubled, form I": (
        ("ردّ", "يرد"),
        "رد ردت ردا ردتا ردوا رددن رددت رددنا",
        "يرد ترد أرد نرد يردان/يردا تردان/تردا يردون/يردوا يرددن",
    ),
    "doubled, form IV": (
        ("أقرّ", "يقر"),
        "أقر أقرت أقرا أقرتا أقروا أقررن أقررت أقررنا",
        "يقر تقر أقر نقر يقران/يقرا تقران/تقرا يقرون/يقروا يقررن",
    ),
    "hamza first": (
        ("أمر", "يأمر"),
        "أمر أمرت أمرا أمرتا أمروا أمرن أمرت أمرنا",
        "يأمر تأمر آمر نأمر يأمران/يأمرا تأمران/تأمرا يأمرون/يأمروا يأمرن",
    ),
    "hamza last on alif": (
        ("بدأ", "يبدأ"),
        "بدأ بدأت بدآ بدأتا بدأوا/بدؤوا/بدءوا بدأن بدأت بدأنا",
        "يبدأ تبدأ أبدأ نبدأ يبدآن/يبدآ تبدآن/تبدآ يبدأون/يبدأوا/يبدؤون/يبدؤوا/يبدءون/يبدءوا يبدأن",
    ),
    "hamza last on ya": (
        ("هنأ", "يهنئ"),
        "هنأ هنأت هنآ هنأتا هنأوا/هنؤوا/هنءوا هنأن هنأت هنأنا",
        "يهنئ تهنئ أهنئ نهنئ يهنئان/يهنئا تهنئان/تهنئا يهنئون/يهنئوا يهنئن",
    ),
}

PASSIVES = {
    ("قال", "يقول"): "قيل قيلت يقال تقال",
    ("أفاد", "يفيد"): "أفيد أفيدت يفاد تفاد",
    ("أشار", "يشير"): "أشير أشيرت يشار تشار",
    ("نفى", "ينفي"): "نفي نفيت ينفى تنفى",
    ("دعا", "يدعو"): "دعي دعيت يدعى تدعى",
    ("هنأ", "يهنئ"): "هنئ هنئت يهنأ تهنأ",
    ("طالب", "يطالب"): "طولب طولبت",
    ("وصف", "يصف"): "يوصف توصف",
    ("أمر", "يأمر"): "يؤمر تؤمر",
    ("سأل", "يسأل"): "سئل سئلت",
    ("أعلن", "يعلن"): "",
    ("أقرّ", "يقر"): "",
    ("انتقد", "ينتقد"): "",
}


def _slot(form: Form) -> str:
    gender = "" if form.person == 1 else form.gender
    number = {"sg": "s", "du": "d", "pl": "p"}[form.number]
    return f"{form.person}{gender}{number}"


def _written(paradigm: str, slots: tuple[str, ...]) -> set[tuple[str, str]]:
    cells = paradigm.split()
    assert len(cells) == len(slots)
    return {(slot, text) for slot, cell in zip(slots, cells, strict=True) for text in cell.split("/")}


@pytest.mark.parametrize("verb, perfect, imperfect", PARADIGMS.values(), ids=PARADIGMS.keys())
def test_paradigm(verb: tuple[str, str], perfect: str, imperfect: str) -> None:
    made = list(forms(*verb))
    assert {(_slot(f), f.text) for f in made if f.aspect == "perfect"} == _written(perfect, PERFECT)
    assert {(_slot(f), f.text) for f in made if f.aspect == "imperfect"} == _written(imperfect, IMPERFECT)


@pytest.mark.parametrize("verb, expected", PASSIVES.items(), ids=[lemma for lemma, _ in PASSIVES])
def test_passive_where_its_writing_differs(verb: tuple[str, str], expected: str) -> None:
    singular = [f.text for f in forms(*verb) if f.aspect == "passive" and f.number == "sg"]
    assert singular == expected.split()


def test_sound_participle_in_all_genders_numbers_and_cases() -> None:
    made = {(f.text, f.gender, f.number) for f in participles("مشير")}
    assert made == {
        ("مشير", "m", "sg"), ("مشيرا", "m", "sg"), ("مشيرة", "f", "sg"),
        ("مشيران", "m", "du"), ("مشيرين", "m", "du"), ("مشيرتان", "f", "du"), ("مشيرتين", "f", "du"),
        ("مشيرون", "m", "pl"), ("مشيرين", "m", "pl"), ("مشيرات", "f", "pl"),
    }  # fmt: skip


def test_defective_participle() -> None:
    made = [f.text for f in participles("داعٍ")]
    assert made == "داع داعي داعيا داعية داعيان داعيين داعيتان داعيتين داعيات داعون داعين".split()


def test_no_form_is_made_twice() -> None:
    made = list(forms("دعا", "يدعو", "داعٍ"))
    assert len(made) == len(set(made))


def test_the_feminine_and_the_first_person_that_look_alike_are_both_made() -> None:
    readings = {(f.person, f.gender) for f in forms("أعلن", "يعلن") if f.text == "أعلنت"}
    assert readings == {(3, "f"), (1, "m")}


def test_irregular_stems_take_the_place_of_the_derived_ones() -> None:
    made = {f.text for f in forms("جاء", "يجيء", irregular={"short": "جئ", "present_short": "جئ"})}
    assert {"جاء", "جاءت", "جاؤوا", "جاءوا", "جئت", "جئن", "يجيء"} <= made
    assert "جءت" not in made


@pytest.mark.parametrize(
    "text, aspect, expected",
    [
        ("نفى", "perfect", ("نفا",)),
        ("قالوا", "perfect", ("قالو",)),
        ("يتبنى", "imperfect", ("يتبنا",)),
        ("هنأ", "perfect", ("هنأ", "هنئ", "هنؤ")),
        ("اتهمت", "perfect", ("اتهمت",)),
        ("مطالبة", "noun", ("مطالبت",)),
        ("ادعاء", "noun", ("ادعاء", "ادعائ", "ادعاؤ")),
        ("قول", "noun", ("قول",)),
        ("استحسان", "noun", ("استحسان",)),
        ("قولا", "noun", ()),
        ("مشيرا", "participle", ()),
        ("منتقدين", "participle", ("منتقدي",)),
    ],
)
def test_before_a_pronoun(text: str, aspect: str, expected: tuple[str, ...]) -> None:
    number = "pl" if text.endswith(("ين", "وا")) else "sg"
    assert before_pronoun(Form(text, aspect, 3, "m", number)) == expected  # type: ignore[arg-type]


def test_nouns_take_tanwin_unless_their_ending_forbids_it() -> None:
    assert [f.text for f in noun_forms("تأكيد")] == ["تأكيد", "تأكيدا"]
    assert [f.text for f in noun_forms("مطالبة")] == ["مطالبة"]
    assert [f.text for f in noun_forms("ادعاء")] == ["ادعاء"]
    assert [f.gender for f in noun_forms("مطالبة")] == ["f"]


def test_forms_carry_no_harakat() -> None:
    assert all(f.text == unpointed(f.text) for f in forms("أصرّ", "يُصِرّ", "مصرّ"))
