from hypothesis import given
from hypothesis import strategies as st

from qawl.export.segments import Mark, Part, Segment, lines, marks, segments
from qawl.text.span import Span

from .readings import reading, statement

PARTS: list[Part] = ["speaker", "cue", "content", "addressee", "occasion"]
TEXTS = st.text(alphabet="اب \n\r\u064eab\U0001f600", max_size=40)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    edge = st.integers(0, len(text))
    found = draw(st.lists(st.tuples(edge, edge, st.sampled_from(PARTS), st.integers(0, 3)), max_size=8))
    return text, [Mark(min(a, b), max(a, b), part, number) for a, b, part, number in found if a != b]


@given(marked_texts())
def test_segments_joined_are_the_text(marked: tuple[str, list[Mark]]) -> None:
    text, found = marked
    assert "".join(text[part.start : part.end] for part in segments(len(text), found)) == text


@given(marked_texts())
def test_every_character_has_exactly_the_marks_that_cover_it(marked: tuple[str, list[Mark]]) -> None:
    text, found = marked
    for segment in segments(len(text), found):
        for place in range(segment.start, segment.end):
            covering = [mark for mark in found if mark.start <= place < mark.end]
            assert sorted(map(str, segment.marks)) == sorted(map(str, covering))


@given(marked_texts())
def test_lines_joined_are_the_text(marked: tuple[str, list[Mark]]) -> None:
    text, found = marked
    rows = lines(text, segments(len(text), found))
    assert "\n".join("".join(text[part.start : part.end] for part in row) for row in rows) == text


@given(marked_texts())
def test_lines_hold_no_line_feed_and_no_empty_segment(marked: tuple[str, list[Mark]]) -> None:
    text, found = marked
    for row in lines(text, segments(len(text), found)):
        assert all(part.start < part.end and "\n" not in text[part.start : part.end] for part in row)


def test_crossing_marks_share_their_overlap() -> None:
    first, second = Mark(0, 6, "content", 0), Mark(4, 9, "content", 1)
    assert list(segments(10, [first, second])) == [
        Segment(0, 4, (first,)),
        Segment(4, 6, (first, second)),
        Segment(6, 9, (second,)),
        Segment(9, 10),
    ]


def test_the_outermost_mark_comes_first() -> None:
    outer, inner = Mark(0, 9, "content", 0), Mark(3, 5, "speaker", 1)
    assert list(segments(9, [inner, outer]))[1].marks == (outer, inner)


def test_the_innermost_mark_of_a_part_is_found() -> None:
    outer, inner, speaker = Mark(0, 9, "content", 0), Mark(3, 8, "content", 1), Mark(3, 5, "speaker", 1)
    segment = list(segments(9, [inner, outer, speaker]))[1]
    assert segment.innermost("content") == inner
    assert segment.innermost("speaker", "cue") == speaker
    assert segment.innermost("occasion") is None


def test_marks_stay_within_the_text() -> None:
    beyond = reading("قال كلاما", statement("s1", Span(0, 3), Span(4, 400), speaker=Span(5, 5)))
    assert marks(beyond) == [Mark(0, 3, "cue", 0), Mark(4, 9, "content", 0)]


def test_all_pieces_of_a_content_are_marked() -> None:
    pieces = reading("قال هذا وذاك", statement("s1", Span(0, 3), Span(4, 7), Span(8, 12)))
    assert [(mark.start, mark.end) for mark in marks(pieces) if mark.part == "content"] == [(4, 7), (8, 12)]
