"""The passage of an article around the words that were looked for."""

from collections.abc import Sequence

from qawl.text.span import Span

REACH = 90
"""How many code points a passage shows on either side, at most."""


def snippet(text: str, places: Sequence[Span], reach: int = REACH) -> Span:
    """Return the passage around the place that has most others near it; it is cut between words, on one paragraph."""
    if not places:
        return _cut(text, Span(0, 0), reach)
    return _cut(text, max(places, key=lambda place: (_near(places, place, reach), -place.start)), reach)


def _near(places: Sequence[Span], place: Span, reach: int) -> int:
    return sum(place.start <= other.start <= place.end + reach for other in places)


def _cut(text: str, place: Span, reach: int) -> Span:
    start, end = max(place.start - reach, 0), min(place.end + reach, len(text))
    start = max(start, text.rfind("\n", 0, place.start) + 1)
    line_end = text.find("\n", place.end)
    end = min(end, line_end if line_end >= 0 else len(text))
    return Span(after_blank(text, start, place.start), before_blank(text, end, place.end))


def after_blank(text: str, start: int, latest: int) -> int:
    """Return where the first whole word behind `start` begins, no later than `latest`."""
    if start == 0 or text[start - 1].isspace():
        return start
    while start < latest and not text[start - 1].isspace():
        start += 1
    return start


def before_blank(text: str, end: int, earliest: int) -> int:
    """Return where the last whole word before `end` ends, no earlier than `earliest`."""
    if end == len(text) or text[end].isspace():
        return end
    while end > earliest and not text[end].isspace():
        end -= 1
    return end
