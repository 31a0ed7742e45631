"""Raw text to words: every mark that is not white space becomes a token with its offsets.

A token is a run of Arabic letters with their marks, three or more letter names with stops between
them (`سي.إن.إن`), a run of Latin letters, a number with its separators, a run of dots, or any other
single character. Line breaks are tokens too, because
newspapers break sentences with them.
"""

import re
from dataclasses import dataclass

from qawl.text.fold import HARAKAT, INVISIBLE, TATWEEL

_MARKS = HARAKAT + TATWEEL + INVISIBLE.replace("\u00ad", "")
_ARABIC = (
    "\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff"
    "\ufb50-\ufd3d\ufd50-\ufdff\ufe70-\ufefc"
)
_HIDDEN = f"[{INVISIBLE}]*"  # word processors turn the separator of a number with bidi marks
_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_TOKEN = re.compile(
    rf"(?<![{_ARABIC}])[{_ARABIC}]{{2,4}}(?:\.[{_ARABIC}]{{2,4}}){{2,}}(?![{_ARABIC}{re.escape(_MARKS)}])"  # سي.إن.إن
    rf"|[{_ARABIC}][{_ARABIC}{re.escape(_MARKS)}]*"
    rf"|[{_DIGIT}]+(?:{_HIDDEN}[.,\u066b\u066c\u060c]{_HIDDEN}[{_DIGIT}]+)*"
    r"|[A-Za-z\u00c0-\u024f]+(?:['\u2019.-]?[A-Za-z\u00c0-\u024f])*"
    r"|\r?\n(?:[^\S\n]*\n)*"
    r"|\.\.+|\u2026"
    r"|(?<!\S)\u0640+(?!\S)"  # a tatweel alone stands for a dash
    r"|\"\"|''|««|»»|““|””"
    rf"|[^\s{re.escape(_MARKS)}]"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a text: their forms as written, and where each begins and ends.

    `marks` are the tokens that begin with no letter, one in six: what looks for quotation marks, brackets, dashes,
    stops or line breaks walks over these alone.
    """

    forms: list[str]
    starts: list[int]
    ends: list[int]
    marks: list[int]

    def __len__(self) -> int:
        return len(self.forms)


def split_words(text: str) -> Words:
    """Return the tokens of `text`; `text[starts[i]:ends[i]] == forms[i]` for each of them."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    forms = [text[start:end] for start, end in spans]
    marks = [token for token, form in enumerate(forms) if not form[0].isalpha()]
    return Words(forms, [start for start, _ in spans], [end for _, end in spans], marks)


def is_arabic(form: str) -> bool:
    """Say whether a token is an Arabic word."""
    return bool(form) and _FIRST_ARABIC.match(form) is not None


_FIRST_ARABIC = re.compile(rf"[{_ARABIC}]")
