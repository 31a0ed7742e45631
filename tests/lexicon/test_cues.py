"""The cue lexicon: its index, its check, and the examples' markup."""

import copy
import time
from typing import Any

import pytest

from qawl.lexicon.cues import check_cues, load_cues, parse_example, read_entries
from qawl.text.fold import fold
from qawl.text.span import Span


def _readings(word: str) -> set[tuple[str, str, str, str]]:
    return {(f.cue.lemma, f.aspect, f.gender, f.number) for f in load_cues().by_form.get(fold(word), ())}


def _entries(**tables: Any) -> dict[str, list[dict[str, Any]]]:
    empty: dict[str, list[dict[str, Any]]] = {table: [] for table in read_entries()}
    return empty | tables


def _verb(**changes: Any) -> dict[str, Any]:
    entry = {
        "lemma": "قال", "present": "يقول", "frames": ["أن"], "force": "assert",
        "example": ["<قال> {زيد} إن [الجو صحو]"],
    }  # fmt: skip
    return entry | changes


def test_the_lexicon_has_no_faults() -> None:
    assert check_cues() == []


def test_it_holds_the_breadth_that_was_asked_for() -> None:
    lexicon = load_cues()
    assert sum(cue.kind == "verb" for cue in lexicon.cues) >= 250
    assert len(lexicon.cues) >= 380


@pytest.mark.parametrize(
    "word, reading",
    [
        ("قالت", ("قال", "perfect", "f", "sg")),
        ("يقولون", ("قال", "imperfect", "m", "pl")),
        ("قائلا", ("قال", "participle", "m", "sg")),
        ("مُشيرةً", ("أشار", "participle", "f", "sg")),
        ("داعيا", ("دعا", "participle", "m", "sg")),
        ("اعلنت", ("أعلن", "perfect", "f", "sg")),
        ("مطالبين", ("طالب", "participle", "m", "pl")),
        ("أكدا", ("أكد", "perfect", "m", "du")),
        ("قيل", ("قال", "passive", "m", "sg")),
        ("مزاعم", ("مزاعم", "noun", "m", "sg")),
    ],
)
def test_forms_are_found_by_their_folded_writing(word: str, reading: tuple[str, str, str, str]) -> None:
    assert reading in _readings(word)


def test_forms_before_a_pronoun_have_an_index_of_their_own() -> None:
    lexicon = load_cues()
    assert {f.cue.lemma for f in lexicon.by_bound_form[fold("نفا")]} >= {"نفى"}
    assert {f.aspect for f in lexicon.by_bound_form[fold("مطالبت")]} >= {"noun"}
    assert fold("مشيرا") not in lexicon.by_bound_form


def test_homographs_are_strict_and_the_rest_is_not() -> None:
    lexicon = load_cues()
    assert all(form.strict for form in lexicon.by_form[fold("مصر")])
    assert not any(form.strict for form in lexicon.by_form[fold("قال")] if form.cue.lemma == "قال")


def test_another_frame_may_give_another_force() -> None:
    forces = {(f.cue.force, "ب=" in f.cue.frames) for f in load_cues().by_form[fold("منوها")]}
    assert forces == {("support", True), ("assert", False)}


def test_relays_name_the_preposition_of_their_speaker() -> None:
    (form,) = (f for f in load_cues().by_form[fold("نقلت")] if f.aspect == "perfect" and f.person == 3)
    assert form.cue.speaker_after == "عن"


def test_light_verbs_know_their_objects() -> None:
    (form,) = (f for f in load_cues().lights[fold("وجهت")] if f.person == 3)
    assert form.light.objects[fold("اتهاما")] == "accuse"
    assert form.light.objects[fold("الدعوة")] == "demand"
    assert form.light.objects[fold("شكره")] == "support"


def test_a_one_letter_preposition_is_written_on_to_the_object() -> None:
    (light,) = {f.light for f in load_cues().lights[fold("أدلت")] if f.person == 3}
    assert fold("بتصريحات") in light.objects


def test_pairs_are_marked() -> None:
    pairs = [f.light for f in load_cues().lights[fold("ومضى".removeprefix("و"))] if f.light.pair]
    assert pairs and fold("قائلا") in pairs[0].objects and fold("القائلا") not in pairs[0].objects


def test_source_phrases_come_longest_first() -> None:
    lengths = [len(source.words) for source in load_cues().sources[fold("حسب")]]
    assert lengths == sorted(lengths, reverse=True) and len(set(lengths)) > 1


def test_a_proclitic_is_told_apart_from_the_phrase() -> None:
    (source,) = (s for s in load_cues().sources[fold("وفقا")] if s.proclitic)
    assert (source.words, source.proclitic) == ((fold("وفقا"),), "ل")


def test_tails_are_made_with_their_pronouns() -> None:
    tails = load_cues().tails
    assert tuple(fold("على حد قوله").split()) in tails
    assert tuple(fold("حسب تعبيرها").split()) in tails
    assert tuple(fold("على حد قول").split()) not in tails


def test_an_example_is_taken_apart() -> None:
    example = parse_example("<قال> {وزير الري} إن [النهر مستقر]، [والسد ممتلئ]")
    assert example.text == "قال وزير الري إن النهر مستقر، والسد ممتلئ"
    assert example.cue.of(example.text) == "قال"
    assert example.speaker == Span(4, 13)
    assert [span.of(example.text) for span in example.content] == ["النهر مستقر", "والسد ممتلئ"]


@pytest.mark.parametrize(
    "markup", ["قال {زيد} إن [الجو صحو]", "<قال> <قال> [نعم]", "<قال {زيد}", "<قال> {زيد} {عمرو} [نعم]"]
)
def test_an_example_without_its_one_cue_is_refused(markup: str) -> None:
    with pytest.raises(ValueError, match="not an example"):
        parse_example(markup)


@pytest.mark.parametrize(
    "changes, fault",
    [
        ({"frames": ["بعد"]}, "unknown frame"),
        ({"frames": []}, "no frames"),
        ({"force": "insist"}, "unknown force"),
        ({"distance": "far"}, "unknown distance"),
        ({"example": []}, "no example"),
        ({"example": ["قال زيد"]}, "not an example"),
        ({"example": ["<قال> {زيد}"]}, "without [content]"),
        ({"strict": ["قول"], "negative": ["لا قول له."]}, "is none of its forms"),
        ({"strict": ["قال"]}, "without a negative"),
        ({"deed": True}, "without a negative"),
        ({"deed": True, "negative": ["<قال> زيد."]}, "negative example with markup"),
    ],
)
def test_the_check_names_each_fault(changes: dict[str, Any], fault: str) -> None:
    assert any(fault in line for line in check_cues(_entries(verb=[_verb(**changes)])))


def test_the_check_finds_duplicates() -> None:
    assert check_cues(_entries(verb=[_verb(), copy.deepcopy(_verb())])) == ["قال: twice in [[verb]]"]


def test_a_sound_entry_passes_the_check() -> None:
    assert check_cues(_entries(verb=[_verb()])) == []


def test_loading_is_quick() -> None:
    """The command line loads it on each start: 120 ms of a processor at most, with room here for a slow one."""
    load_cues.cache_clear()
    began = time.process_time()
    load_cues()
    assert time.process_time() - began < 0.5
