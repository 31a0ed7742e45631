"""The closed classes: their file is sound, their examples are read, and each class decides one of them."""

import importlib
import pkgutil
from collections.abc import Iterator

import msgspec
import pytest
from marked import article, is_found, statements

import qawl.reading
from qawl.lexicon.classes import ClosedClass, check_classes, lemma_class, load_classes, phrase_class, word_class
from qawl.lexicon.cues import parse_example
from qawl.lexicon.tables import LexiconError
from qawl.reading import read
from qawl.records import Document

CLASSES = load_classes()
MODULES = [
    importlib.import_module(f"qawl.reading.{module.name}") for module in pkgutil.iter_modules(qawl.reading.__path__)
]
SOUND = ClosedClass(about="words of the sea", words="مرفأ ميناء", example=("<وقال> {الوزير} إن [المرفأ آمن]",))


def _is_marked(text: str) -> bool:
    return "<" in text


def _plain(text: str) -> str:
    return parse_example(text).text if _is_marked(text) else text


def _bound(name: str) -> Iterator[tuple[object, str]]:
    """Yield the modules of the reader that use a class, with the name they give it."""
    entry = CLASSES[name]
    members = phrase_class(name) if entry.phrases else lemma_class(name) if entry.lemmas else word_class(name)
    for module in MODULES:
        yield from ((module, attribute) for attribute, value in vars(module).items() if value is members)


def _readings(entry: ClosedClass) -> list[bytes]:
    texts = [article(_plain(text)) for text in (*entry.example, *entry.negative)]
    return [msgspec.json.encode(read(Document(id="example", text=text))) for text in texts]


def test_the_classes_that_ship_are_sound() -> None:
    assert check_classes() == []


@pytest.mark.parametrize("name", CLASSES)
def test_examples_are_read(name: str) -> None:
    assert [markup for markup in CLASSES[name].example if not is_found(markup)] == []


@pytest.mark.parametrize("name", CLASSES)
def test_negative_examples_are_not_read(name: str) -> None:
    found = [text for text in CLASSES[name].negative if (is_found(text) if _is_marked(text) else statements(text))]
    assert found == []


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_decides_one_of_its_examples(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_members = _readings(CLASSES[name])
    bound = list(_bound(name))
    assert bound, "no stage of the reader uses the class"
    for module, attribute in bound:
        monkeypatch.setattr(module, attribute, type(getattr(module, attribute))())
    assert _readings(CLASSES[name]) != with_members


@pytest.mark.parametrize(
    "changes, fault",
    [
        ({"about": ""}, "does not say what it is"),
        ({"words": ""}, "has no members"),
        ({"words": "مرفأ مرفا"}, "`مرفا` stands twice"),
        ({"words": "مرفأ ﻣﻴﻨﺎء"}, "has letters that no text has"),
        ({"words": "مرفأ مينـاء"}, "has letters that no text has"),
        ({"words": "", "lemmas": "أبحر"}, "`أبحر` is the lemma of no cue"),
        ({"words": "", "phrases": ("إلى الشاطئ",)}, "no example holds a member"),
        ({"example": ()}, "has no example"),
        ({"example": ("وقال الوزير إن المرفأ آمن",)}, "not an example"),
    ],
)
def test_the_check_names_each_fault(changes: dict[str, object], fault: str) -> None:
    assert check_classes({"sea": SOUND}) == []
    faulty = msgspec.structs.replace(SOUND, **changes)
    assert any(fault in line for line in check_classes({"sea": faulty}))


def test_an_unknown_class_is_an_error_of_the_lexicon() -> None:
    with pytest.raises(LexiconError, match="there is no class `sea`"):
        word_class("sea")
