"""The third and first persons of an Arabic verb, as newspapers write them.

The class of a verb (sound, hollow, defective, doubled, assimilated, hamzated) follows from its perfect and its
imperfect. Two things cannot be seen in unpointed letters, and the lexicon writes them: a doubled last radical carries
a shadda (`أقرّ` against `أمر`), and the participle of a defective verb its kasratan (`نافٍ` against `ناشر`).

Only forms that differ in writing are made: `أعلن` stands for the passive `أُعلن` as well. Hamza is spelled out where
usage varies (`بدأوا`, `بدؤوا`); callers fold.
"""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

Aspect = Literal["perfect", "imperfect", "participle", "noun", "passive"]
Gender = Literal["m", "f"]
Number = Literal["sg", "du", "pl"]

SHADDA = "\u0651"
KASRATAN = "\u064d"
_HAMZAS = "أئؤء"
_SHORT_VOWELS = dict.fromkeys(range(1611, 1619))


class Form(NamedTuple):
    """One written form. Where `person` is 1, gender says nothing."""

    text: str
    aspect: Aspect
    person: Literal[1, 3]
    gender: Gender
    number: Number


class Slot(NamedTuple):
    """A place in the paradigm."""

    aspect: Aspect
    person: Literal[1, 3]
    gender: Gender
    number: Number

    def form(self, text: str) -> Form:
        return Form(text, *self)


def unpointed(text: str) -> str:
    """Return `text` without harakat; hamza and dots stay."""
    return text.translate(_SHORT_VOWELS)


def forms(
    lemma: str, present: str, participle: str | None = None, irregular: Mapping[str, str] | None = None
) -> Iterator[Form]:
    """Yield each written form once. `irregular` overrides the stems named in `Stems`."""
    seen: set[Form] = set()
    active: set[str] = set()  # third persons; `أُفيد` stays beside the first person `أفيد`
    for form in _all_forms(Stems.of(lemma, present, irregular or {}), participle):
        if form in seen or form.aspect == "passive" and (form.text in active or form.person == 1):
            continue
        seen.add(form)
        if form.person == 3:
            active.add(form.text)
        yield form


def before_pronoun(form: Form) -> tuple[str, ...]:
    """Return how `form` is written before an object or possessive pronoun; () where none can follow."""
    text = form.text
    if form.aspect in ("participle", "noun"):
        return _nominal_before_pronoun(text, plural=form.aspect == "participle" and form.number != "sg")
    if text.endswith("وا"):
        return (text[:-1],)
    if text.endswith("ى"):
        return (text[:-1] + "ا",)
    if text[-1] in "أئ":
        return tuple(text[:-1] + hamza for hamza in "أئؤ")
    return (text,)


def _nominal_before_pronoun(text: str, *, plural: bool) -> tuple[str, ...]:
    if text.endswith("ة"):
        return (text[:-1] + "ت",)
    if plural and text.endswith(("ون", "ين")):
        return (text[:-1],)
    if text.endswith("ء"):
        return tuple(text[:-1] + hamza for hamza in "ءئؤ")
    if text.endswith("ى"):
        return (text[:-1] + "ا",)
    return () if text.endswith("ا") else (text,)


class Stems(NamedTuple):
    """What the endings are put on.

    `perfect` stands before vowels (`قال`), `short` before consonants (`قل`-ت); `present` and `present_short` are the
    same of the imperfect without its prefix; `passive` and `passive_present` are None where they are written like the
    active. `weak` and `present_weak` name the letter that a defective verb ends in. `women` stands before the `ن` of the
    feminine plural where that is not `present_short` (`يقررن` beside the jussive `يقر`).
    """

    perfect: str
    short: str
    present: str
    present_short: str
    passive: str | None = None
    passive_present: str | None = None
    weak: str = ""
    present_weak: str = ""
    women: str = ""

    @classmethod
    def of(cls, lemma: str, present: str, irregular: Mapping[str, str]) -> "Stems":
        """Derive the stems of the verb, then put the irregular ones in their place."""
        perfect, body = unpointed(lemma), unpointed(present)[1:]
        if perfect[-1] in "ىاي" and body[-1] in "ىوي":
            stems = _defective(perfect, body)
        elif lemma.endswith(SHADDA):
            stems = cls(perfect, perfect + perfect[-1], body, body, women=body + body[-1])
        elif perfect[-2] == "ا":
            stems = _hollow(perfect, body)
        else:
            stems = cls(perfect, perfect, body, body, *_strong_passive(perfect, body))
        return stems._replace(**irregular)


def _defective(perfect: str, body: str) -> Stems:
    root, present_root = perfect[:-1], body[:-1]
    weak = "و" if body[-1] == "و" else "ي"
    passive_present = present_root if not perfect.startswith("و") or len(present_root) > 1 else "و" + present_root
    return Stems(root, root + weak, present_root, present_root, root, passive_present, perfect[-1], body[-1])


def _hollow(perfect: str, body: str) -> Stems:
    """`قال`: the long vowel goes before consonants, and the passive has its own."""
    short, present_short = perfect[:-2] + perfect[-1], body[:-2] + body[-1]
    return Stems(perfect, short, body, present_short, perfect[:-2] + "ي" + perfect[-1], body[:-2] + "ا" + body[-1])


def _strong_passive(perfect: str, body: str) -> tuple[str | None, str | None]:
    """Return the passive stems of a verb without weak last or middle radical, where their writing differs."""
    passive, passive_present = perfect, body
    if len(perfect) == 4 and perfect[1] == "ا" and body == perfect:
        passive = perfect[0] + "و" + perfect[2:]
    if len(perfect) == 3 and perfect[1] == "أ":
        passive = perfect[0] + "ئ" + perfect[2]
    if perfect[-1] == "أ":
        passive, passive_present = perfect[:-1] + "ئ", body[:-1] + "أ"
    if perfect[0] == "و" and len(body) == 2:
        passive_present = "و" + body
    if len(perfect) == 3 and body[0] == "أ":
        passive_present = "ؤ" + body[1:]
    return (passive if passive != perfect else None), (passive_present if passive_present != body else None)


def _all_forms(stems: Stems, participle: str | None) -> Iterator[Form]:
    if stems.weak:
        yield from _defective_perfect(stems)
        yield from _defective_imperfect(stems)
        yield from _defective_passive(stems)
    else:
        yield from _perfect(stems.perfect, stems.short, "perfect")
        yield from _imperfect(stems.present, stems.present_short, "imperfect")
        yield Form(f"ي{stems.women or stems.present_short}ن", "imperfect", 3, "f", "pl")
        yield from _passive(stems)
    if participle:
        yield from participles(participle)


def _perfect(stem: str, short: str, aspect: Aspect) -> Iterator[Form]:
    yield Form(stem, aspect, 3, "m", "sg")
    yield Form(stem + "ت", aspect, 3, "f", "sg")
    yield Form(_with_alif(stem), aspect, 3, "m", "du")
    yield Form(stem + "تا", aspect, 3, "f", "du")
    for text in _with_waw(stem):
        yield Form(text + "وا", aspect, 3, "m", "pl")
    yield Form(short + "ن", aspect, 3, "f", "pl")
    yield Form(short + "ت", aspect, 1, "m", "sg")
    yield Form(short + "نا", aspect, 1, "m", "pl")


def _imperfect(stem: str, short: str, aspect: Aspect) -> Iterator[Form]:
    """Indicative, subjunctive and jussive; the last two lose the `ن` of dual and plural, the last the long vowel.

    The jussive of the first person is left out: `نقل` and `أقل` are far commoner as other words.
    """
    for prefix, slot in _singulars(aspect):
        yield slot.form(_prefixed(prefix, stem))
        if slot.person == 3:
            yield slot.form(prefix + short)
    for prefix, gender in _GENDERS:
        dual = _with_alif(prefix + stem)
        yield Form(dual + "ن", aspect, 3, gender, "du")
        yield Form(dual, aspect, 3, gender, "du")
    for text in _with_waw("ي" + stem):
        yield Form(text + "ون", aspect, 3, "m", "pl")
        yield Form(text + "وا", aspect, 3, "m", "pl")


_GENDERS: tuple[tuple[str, Gender], ...] = (("ي", "m"), ("ت", "f"))


def _singulars(aspect: Aspect) -> Iterator[tuple[str, Slot]]:
    for prefix, gender in _GENDERS:
        yield prefix, Slot(aspect, 3, gender, "sg")
    yield "أ", Slot(aspect, 1, "m", "sg")
    yield "ن", Slot(aspect, 1, "m", "pl")


def _prefixed(prefix: str, stem: str) -> str:
    return "آ" + stem[1:] if prefix == "أ" and stem.startswith("أ") else prefix + stem


def _with_alif(stem: str) -> str:
    return stem[:-1] + "آ" if stem.endswith("أ") else stem + "ا"


def _with_waw(stem: str) -> Iterator[str]:
    """Yield the spellings of a stem before `وا` and `ون`: `بدأ`, `بدؤ`, `بدء`."""
    yield stem
    if stem.endswith("أ"):
        yield stem[:-1] + "ؤ"
        yield stem[:-1] + "ء"
    if stem.endswith("ء"):
        yield stem[:-1] + "ؤ"


def _passive(stems: Stems) -> Iterator[Form]:
    if stems.passive:
        short = stems.passive if stems.perfect == stems.short else stems.short
        yield from _perfect(stems.passive, short, "passive")
    if stems.passive_present:
        yield from _imperfect(stems.passive_present, stems.passive_present, "passive")


def _defective_perfect(stems: Stems) -> Iterator[Form]:
    root, long = stems.perfect, stems.short
    if stems.weak == "ي":
        yield from _kept_ya(root, "perfect")
        return
    yield Form(root + stems.weak, "perfect", 3, "m", "sg")
    yield Form(root + "ت", "perfect", 3, "f", "sg")
    yield Form(root + "تا", "perfect", 3, "f", "du")
    yield Form(long + "ا", "perfect", 3, "m", "du")
    yield Form(root + "وا", "perfect", 3, "m", "pl")
    yield Form(long + "ن", "perfect", 3, "f", "pl")
    yield Form(long + "ت", "perfect", 1, "m", "sg")
    yield Form(long + "نا", "perfect", 1, "m", "pl")


def _kept_ya(root: str, aspect: Aspect) -> Iterator[Form]:
    """`خشي`, and the perfect passive of every defective verb (`نُفي`)."""
    yield Form(root + "ي", aspect, 3, "m", "sg")
    yield Form(root + "يت", aspect, 3, "f", "sg")
    yield Form(root + "يا", aspect, 3, "m", "du")
    yield Form(root + "يتا", aspect, 3, "f", "du")
    yield Form(root + "وا", aspect, 3, "m", "pl")
    yield Form(root + "ين", aspect, 3, "f", "pl")
    yield Form(root + "يت", aspect, 1, "m", "sg")
    yield Form(root + "ينا", aspect, 1, "m", "pl")


def _defective_imperfect(stems: Stems) -> Iterator[Form]:
    yield from _weak_imperfect(stems.present, stems.present_weak, "imperfect")


def _weak_imperfect(root: str, weak: str, aspect: Aspect) -> Iterator[Form]:
    for prefix, slot in _singulars(aspect):
        yield slot.form(_prefixed(prefix, root + weak))
        if slot.person == 3:
            yield slot.form(prefix + root)
    kept = "و" if weak == "و" else "ي"
    for prefix, gender in _GENDERS:
        yield Form(f"{prefix}{root}{kept}ان", aspect, 3, gender, "du")
        yield Form(f"{prefix}{root}{kept}ا", aspect, 3, gender, "du")
    yield Form(f"ي{root}ون", aspect, 3, "m", "pl")
    yield Form(f"ي{root}وا", aspect, 3, "m", "pl")
    yield Form(f"ي{root}{kept}ن", aspect, 3, "f", "pl")


def _defective_passive(stems: Stems) -> Iterator[Form]:
    if stems.passive and stems.weak != "ي":
        yield from _kept_ya(stems.passive, "passive")
    if stems.passive_present and stems.present_weak != "ى":
        yield from _weak_imperfect(stems.passive_present, "ى", "passive")


def participles(participle: str) -> Iterator[Form]:
    """Yield the active participle in all genders, numbers and cases, without article."""
    base = unpointed(participle)
    if participle.endswith(KASRATAN):
        yield Form(base, "participle", 3, "m", "sg")
        yield from _participle_endings(base + "ي", base)
    else:
        yield from _participle_endings(base, base)


def _participle_endings(stem: str, before_plural: str) -> Iterator[Form]:
    """`before_plural` is the stem without the weak radical, which falls out before `ون`, `ين`."""
    endings: tuple[tuple[str, Gender, Number], ...] = (
        ("", "m", "sg"), ("ا", "m", "sg"), ("ة", "f", "sg"), ("ان", "m", "du"), ("ين", "m", "du"),
        ("تان", "f", "du"), ("تين", "f", "du"), ("ات", "f", "pl"),
    )  # fmt: skip
    for ending, gender, number in endings:
        yield Form(stem + ending, "participle", 3, gender, number)
    yield Form(before_plural + "ون", "participle", 3, "m", "pl")
    yield Form(before_plural + "ين", "participle", 3, "m", "pl")


def noun_forms(noun: str, plural: str | None = None) -> Iterator[Form]:
    """Yield a verbal noun as written with and without tanwin, and its plural."""
    gender: Gender = "f" if noun.endswith("ة") else "m"
    yield Form(noun, "noun", 3, gender, "sg")
    if noun[-1] not in "ةءىا":
        yield Form(noun + "ا", "noun", 3, gender, "sg")
    if plural:
        yield Form(plural, "noun", 3, "f", "pl")
