"""Sentences and paragraphs as ranges of tokens."""

from qawl.text.quotes import Pairs
from qawl.text.words import Words

_STOPS = frozenset(".!?؟")
_DOTS = frozenset(("..", "...", "....", "…"))
_NEVER_STARTS = frozenset("،,؛;:)]}")
_SHORT = 2  # `د.`, `أ. ف. ب`: a stop after so few letters is an abbreviation's


def enclosing(count: int, pairs: Pairs) -> list[int]:
    """Return for each of `count` tokens the opener of the innermost pair around it, or -1.

    The marks themselves belong to what is outside them.
    """
    inside = [-1] * count
    for opener, closer in sorted(pairs.closer.items()):
        inside[opener + 1 : closer] = [opener] * (closer - opener - 1)
    return inside


def split_sentences(words: Words, quotes: Pairs, in_quote: list[int]) -> list[tuple[int, int]]:
    """Return the sentences as half-open token ranges without line breaks.

    A stop inside a quotation ends no sentence, unless the quotation ends right after it and nothing
    goes on behind the closing mark.
    """
    sentences: list[tuple[int, int]] = []
    start = 0
    forms = words.forms
    for token in words.marks:
        form = forms[token]
        if form[0] in "\r\n":
            if in_quote[token] < 0:
                _append(sentences, start, token)
                start = token + 1
        elif form[0] in _STOPS or form in _DOTS:
            if in_quote[token] < 0 and _ends_sentence(words, token):
                _append(sentences, start, token + 1)
                start = token + 1
        elif token in quotes.opener and _quotation_ends_sentence(words, token, in_quote):
            _append(sentences, start, token + 1)
            start = token + 1
    _append(sentences, start, len(forms))
    return sentences


def _append(sentences: list[tuple[int, int]], start: int, end: int) -> None:
    if start < end:
        sentences.append((start, end))


def _ends_sentence(words: Words, token: int) -> bool:
    """Tell a full stop from the dot of an abbreviation, an address or a number."""
    form, forms = words.forms[token], words.forms
    if token == 0:
        return False
    before = forms[token - 1]
    glued = token + 1 < len(forms) and words.starts[token + 1] == words.ends[token]
    if form in _DOTS and glued and words.ends[token - 1] < words.starts[token]:
        return False  # ` ..حتى`: a pause
    if form == ".":
        if len(before) <= _SHORT and before.isalpha() and words.ends[token - 1] == words.starts[token]:
            return token + 1 >= len(forms) or forms[token + 1][0] in "\r\n"
        if glued and forms[token + 1].isascii() and before.isascii():
            return False
    return token + 1 >= len(forms) or forms[token + 1] not in _NEVER_STARTS


def _quotation_ends_sentence(words: Words, closer: int, in_quote: list[int]) -> bool:
    """A closing mark right after a stop ends the sentence where a new one begins behind it."""
    if in_quote[closer] >= 0 or closer == 0 or words.forms[closer - 1][0] not in _STOPS:
        return False
    return (
        closer + 1 < len(words)
        and words.forms[closer + 1] not in _NEVER_STARTS
        and words.forms[closer + 1] not in _STOPS
    )
