"""The terminal view, printed to consoles of several widths with and without colours."""

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len
from rich.console import Console

from export.readings import NESTED, acting, counting, find, nested, owing, profiled, reading, statement
from qawl.cli.terminal import COLOURS, render
from qawl.export.colours import SLOTS
from qawl.records import Dateline, Reading
from qawl.text.span import Span

OPENING, END = "\u2066\u2067\u2068", "\u2069"


def shown(made: Reading, width: int = 80, *, colours: bool = False) -> str:
    """Return what `render` prints; with colours the escape sequences are in it."""
    out = io.StringIO()
    system = "truecolor" if colours else None
    render(made, Console(file=out, width=width, force_terminal=colours, color_system=system, _environ={}))
    return out.getvalue()


def bare(printed: str) -> str:
    """Return printed words without isolates, escape sequences and line ends."""
    without_escapes = re.sub(r"\x1b\[[0-9;]*m", "", printed)
    return " ".join(re.sub(f"[{OPENING}{END}]", "", without_escapes).split())


def test_the_head_says_whence_the_words_came() -> None:
    printed = bare(shown(nested()))
    assert "نشرة الساحل ← وكالة الموج · 2031-03-02 · المرفأ" in printed
    assert "5 statements · 2 speakers" in printed


def test_statements_stand_under_their_speaker() -> None:
    printed = bare(shown(nested()))
    assert printed.index("ليلى الحمداني · وزيرة المصايد") < printed.index("1 deny · indirect · الوزيرة: · headline")
    assert "4 commit · direct · وأضافت سنرد كتابيا" in printed


def test_circumstances_are_named() -> None:
    line = "to للصحفيين · on في ختام الجلسة · via إذاعة المرفأ · cue 28–32 · content 88–132 · rule verb-subject"
    assert line in bare(shown(nested(), 120))


def test_a_nested_statement_stands_under_the_one_around_it_with_its_speaker() -> None:
    printed = shown(nested())
    assert re.search(r"^ {3} 3 .الوفد الزائر. · demand", printed, re.MULTILINE)
    assert printed.index("content 88–132") < printed.index("الوفد الزائر\u2069 · demand") < printed.index("commit")


def test_an_unknown_speaker_is_said_to_be_unknown() -> None:
    assert "unknown speaker 5 assert · direct · وذكر" in bare(shown(nested()))


def test_who_owes_what_by_when_stands_behind_the_statements() -> None:
    printed = bare(shown(owing(), 120))
    assert "5 statements · 2 speakers · 2 pledges · 2 disputes" in printed
    assert printed.index("Who owes what by when") < printed.index("Article")
    assert "promise · ليلى الحمداني → الوفد الزائر · due 2031-W10 سنرد كتابيا on condition المسودة جاهزة" in printed
    assert "statement 4 · act" in printed
    assert "demand · nobody named مهلة أخرى" in printed


def test_a_claim_stands_above_its_denial() -> None:
    printed = bare(shown(owing()))
    assert "claimed · nobody named خفض الحصص" in printed
    assert "denied · ليلى الحمداني لا نية لخفض الحصص claim" in printed
    assert "claimed · مصدر السفن عادت denied · الوفد claim" in printed


def test_who_did_what_to_whom_and_by_whose_word() -> None:
    printed = bare(shown(acting(), 120))
    assert "5 statements · 2 speakers · 2 events" in printed
    assert printed.index("Events") < printed.index("Article")
    assert "REQUEST/change · الوفد الزائر → ليلى الحمداني · attributed طلب · statement 3 · trigger" in printed
    assert "RETREAT · ? · attributed · by unknown speaker عادت · at الجلسة · on 2031-W10 · statement 5" in printed


def test_nothing_done_nothing_owed_and_nothing_disputed_take_no_room() -> None:
    printed = bare(shown(nested()))
    assert "Events" not in printed
    assert "owes" not in printed
    assert "Disputed" not in printed


def test_quantities_stand_before_the_article_with_their_values() -> None:
    printed = bare(shown(counting()))
    assert printed.index("How much") < printed.index("13 ألف دولار 13,000 USD · 3 أيام 3 d") < printed.index("Article")


def test_what_is_known_of_an_actor_is_told_and_what_is_inferred_says_so() -> None:
    printed = bare(shown(profiled(), width=120))
    assert "وزير الموانئ السيشلي · person · SYC · GOV · m ·" in printed
    assert "inferred: كامل الراوي (2030-01-02 to 2031-04-05; دليل)" in printed
    assert "2 mentions" in printed


def test_without_colours_brackets_mark_the_article() -> None:
    printed = bare(shown(nested()))
    assert "<2:قالت> {وزيرة المصايد ليلى الحمداني} @للصحفيين@ ~في ختام الجلسة~ إن [2:المسودة" in printed
    assert "{الوفد الزائر} <3:طلب> [3:مهلة أخرى:3]:2]" in printed


def test_with_colours_the_article_is_as_written_but_for_numbers() -> None:
    printed = bare(shown(nested(), colours=True))
    assert "قالت² وزيرة المصايد ليلى الحمداني للصحفيين في ختام الجلسة إن المسودة" in printed


def test_no_color_is_honoured_with_brackets() -> None:
    out = io.StringIO()
    render(nested(), Console(file=out, width=80, force_terminal=True, _environ={"NO_COLOR": "1"}))
    assert "[4:سنرد كتابيا:4]" in bare(out.getvalue())
    assert not re.search(r"\x1b\[[0-9;]*3[1-8]", out.getvalue())


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_lines_fit_the_terminal(width: int) -> None:
    assert max(cell_len(line) for line in shown(owing(), width).splitlines()) <= width


def test_letters_stay_in_logical_order_and_every_isolate_is_closed_on_its_line() -> None:
    mixed = reading("قال ناطق باسم BBC News إن C++ لغة", statement("s1", Span(0, 3), Span(26, 33)))
    printed = shown(mixed)
    assert "\u2067<1:قال> ناطق باسم \u2066BBC News\u2069 إن [1:\u2066C++\u2069 لغة:1]\u2069" in printed
    for line in printed.splitlines():
        assert sum(line.count(mark) for mark in OPENING) == line.count(END)


def test_markup_in_an_article_is_not_interpreted() -> None:
    text = "قال [bold red]الناطق[/] [link=x]كلاما[/link] :smile:"
    made = reading(
        text, statement("s1", Span(0, 3), find(text, "[link=x]كلاما[/link]"), who="[blink]هو[/]"), title="[b]"
    )
    printed = bare(shown(made, 120, colours=True))
    assert "[bold red]الناطق[/] [link=x]كلاما[/link] :smile:" in printed
    assert "[blink]هو[/]" in printed


@pytest.mark.parametrize("char", ["\x1b", "\x07", "\x9b", "\u202e", "\r", "\x00", "\ud800"])
def test_what_steers_is_neutralised(char: str) -> None:
    words = f"قبل{char}بعد"
    text = f"{words} قال {words}"
    cue = find(text, " قال ")
    said = statement(
        "s1", cue, Span(cue.end, len(text)), who=words, via=(words,), rule=words, speaker=Span(0, cue.start)
    )
    printed = shown(reading(text, said, title=words))
    assert char not in printed
    printed.encode()


@pytest.mark.parametrize("width", [40, 60])
def test_huge_names_are_cut_and_what_they_isolate_is_closed(width: int) -> None:
    huge = "اسم" * 5000
    cue = find(NESTED, "قالت")
    said = statement("s1", cue, who=huge, via=(huge, huge), rule=huge, occasion=Span(0, 100))
    printed = shown(replace(reading(NESTED, said), dateline=Dateline(agencies=(huge, huge))), width)
    assert max(map(cell_len, printed.splitlines())) <= width
    assert printed.count(END) == sum(printed.count(mark) for mark in OPENING)


@pytest.mark.parametrize("made", [reading(""), reading("\n\n"), reading("", title=" ")])
def test_what_is_empty_is_said_to_be_empty(made: Reading) -> None:
    assert "No statements were found." in shown(made)


@pytest.mark.parametrize("parents", [("s1", None), ("s2", "s1"), ("s9", "s1"), (None, "s1"), ("s2", "s2")])
def test_every_statement_appears_once_whatever_its_parent(parents: tuple[str | None, str | None]) -> None:
    first, second = parents
    made = reading(
        "قال كذا وذكر ذاك",
        statement("s1", Span(0, 3), Span(4, 7), who="أ", parent=first),
        statement("s2", Span(8, 12), Span(13, 16), who="ب", parent=second),
    )
    printed = shown(made)
    assert printed.count("cue 0–3") == printed.count("cue 8–12") == 1


def test_a_thousand_statements_one_inside_another_are_shown() -> None:
    chain = [statement(f"s{n}", Span(0, 3), Span(4, 7), parent=f"s{n - 1}") for n in range(1000)]
    assert shown(reading("قال كذا", *chain)).count("content 4–7") == 1000


def test_there_is_a_colour_for_every_slot() -> None:
    assert len(set(COLOURS)) == SLOTS


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40)), max_size=6), st.booleans())
def test_any_text_with_any_spans_is_shown(text: str, spans: list[tuple[int, int]], colours: bool) -> None:
    statements = [statement(f"s{n}", Span(a, b), Span(b, a), who=text) for n, (a, b) in enumerate(spans)]
    shown(reading(text, *statements), colours=colours).encode()
