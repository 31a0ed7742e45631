"""The day that the words beside a title name: `الثلاثاء 25 كانون الثاني 2022 - 14:30`."""

import re

from qawl.lexicon.vocabulary import vocabulary
from qawl.reading.article import lay_out
from qawl.reading.times import find_times

LONGEST = 300
"""How many code points of the words are read: a line with a date is short."""

_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d.])")


def day_in(words: str) -> str | None:
    """Return the first whole day that `words` name by its year, as an ISO date, or None.

    What can be told only from another day (`منذ ساعتين`, `أمس`) is None.
    """
    text = _DOTTED.sub(r"\1/\2/\3", words[:LONGEST])
    times = find_times(lay_out(text, vocabulary()), None)
    values = (time.value for time in times)
    return next((value for value in values if value and len(value) == len("2022-01-25") and value[4] == "-"), None)
