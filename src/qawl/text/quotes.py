"""Quotation marks and brackets of all kinds, paired; tolerant of what newspapers do to them.

Guillemets and curly marks have a preferred side but are often typed mirrored; straight marks have
none. Spacing decides then: a mark that touches only the word after it opens, one that touches only
the word before it closes. A mark that never finds its partner is left alone, so that one stray
mark does not shift all later pairs. A quotation may run over paragraphs when each new paragraph
opens with a mark again, or when the next mark met is a closing one.
"""

from dataclasses import dataclass, field

from qawl.text.words import Words

_OPENING = {"«": "«", "““": "“", "“": "“", "„": "“", "‹": "‹", "««": "«"}
_CLOSING = {"»": "«", "””": "“", "”": "“", "›": "‹", "»»": "«"}
_STRAIGHT = {'"': '"', '""': '"', "''": "'", "'": "'", "″": '"', "`": "'", "‘": "'", "’": "'"}
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_CLOSED_BY = {close: open_ for open_, close in _BRACKETS.items()}
_FAMILY = {**_OPENING, **_CLOSING, **_STRAIGHT}
_MAX_PARAGRAPHS = 6
_MAX_DEPTH = 8  # deeper nesting is noise; the bound keeps the walk linear


@dataclass(slots=True)
class Pairs:
    """Which token closes which; both ways. `continued` holds openers whose text goes on in the next one."""

    closer: dict[int, int] = field(default_factory=dict)
    opener: dict[int, int] = field(default_factory=dict)
    continued: dict[int, int] = field(default_factory=dict)

    def add(self, open_: int, close: int) -> None:
        """Record that token `close` closes token `open_`."""
        self.closer[open_] = close
        self.opener[close] = open_


@dataclass(slots=True)
class _Open:
    token: int
    family: str
    paragraphs: int = 0
    mirrored: bool = False


class _Pairing:
    """One walk over the marks of a text with a stack of what is open."""

    def __init__(self, text: str, words: Words) -> None:
        self.text = text
        self.words = words
        forms = words.forms
        self.marks = [i for i in words.marks if forms[i] in _FAMILY or forms[i][0] == "\n" or forms[i] == "\r\n"]
        self.pairs = Pairs()
        self.stack: list[_Open] = []

    def run(self) -> Pairs:
        for position, token in enumerate(self.marks):
            form = self.words.forms[token]
            if form in _FAMILY:
                self._mark(token, form)
            elif self.stack:
                self._paragraph_end(position, token)
        self._drop_open(len(self.words))
        return self.pairs

    def _space_before(self, token: int) -> bool:
        start = self.words.starts[token]
        return start == 0 or self.text[start - 1].isspace() or self.text[start - 1] in "([{ـ:،,.-–"

    def _space_after(self, token: int) -> bool:
        end = self.words.ends[token]
        return end >= len(self.text) or self.text[end].isspace() or self.text[end] in ")]}.,،؛:;!?؟-–"

    def _closes(self, token: int, form: str) -> bool:
        """Decide by kind and spacing whether a mark closes what is open."""
        family = _FAMILY[form]
        is_open = any(o.family == family for o in self.stack)
        before, after = self._space_before(token), self._space_after(token)
        if form in _CLOSING:
            return is_open or not before
        if form in _OPENING:
            mirrored = any(o.family == family and o.mirrored for o in self.stack)
            return is_open and after and (mirrored or not before)
        return is_open and not (before and not after)

    def _mark(self, token: int, form: str) -> None:
        family = _FAMILY[form]
        if self._closes(token, form):
            self._close(token, family)
        elif form in _STRAIGHT and family == "'" and not self._space_before(token):
            return  # an apostrophe
        else:
            del self.stack[: max(0, len(self.stack) - _MAX_DEPTH)]
            self.stack.append(_Open(token, family, mirrored=form in _CLOSING))

    def _close(self, token: int, family: str) -> None:
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].family == family:
                self.pairs.add(self.stack[depth].token, token)
                del self.stack[depth:]
                return

    def _paragraph_end(self, position: int, token: int) -> None:
        """Keep a quotation open over a paragraph's end where the next mark says that it goes on."""
        following = self.marks[position + 1] if position + 1 < len(self.marks) else None
        while following is not None and self.words.forms[following] not in _FAMILY and position + 2 < len(self.marks):
            position += 1
            following = self.marks[position + 1]
        outer = self.stack[0]
        outer.paragraphs += 1
        if following is None or outer.paragraphs > _MAX_PARAGRAPHS:
            self._drop_open(token)
        elif self._reopens(following, outer):
            self.pairs.add(outer.token, token)
            self.pairs.continued[outer.token] = following
            self.stack.clear()
        elif not self._ends_run(following, outer):
            self._drop_open(token)

    def _reopens(self, following: int, outer: _Open) -> bool:
        form = self.words.forms[following]
        starts_paragraph = following > 0 and self.words.forms[following - 1].strip() == ""
        return starts_paragraph and _FAMILY.get(form) == outer.family and not self._space_after(following)

    def _ends_run(self, following: int, outer: _Open) -> bool:
        form = self.words.forms[following]
        if _FAMILY.get(form) != outer.family:
            return False
        return form in _CLOSING or (
            form in _STRAIGHT and not self._space_before(following) and self._space_after(following)
        )

    def _drop_open(self, end: int) -> None:
        """Give up what is still open; two marks of one opening kind may be a pair typed wrongly."""
        if len(self.stack) == 2 and self.stack[0].family == self.stack[1].family and end:
            second = self.stack[1].token
            if self._space_after(second) or self._space_before(self.stack[0].token) and not self._space_before(second):
                self.pairs.add(self.stack[0].token, second)
        self.stack.clear()


def pair_quotes(text: str, words: Words) -> Pairs:
    """Pair the quotation marks of a text."""
    return _Pairing(text, words).run()


def pair_brackets(words: Words) -> Pairs:
    """Pair round, square and curly brackets within paragraphs; those without a partner are left out."""
    pairs = Pairs()
    stack: list[tuple[int, str]] = []
    for token in words.marks:
        form = words.forms[token]
        if form in _BRACKETS:
            del stack[: max(0, len(stack) - _MAX_DEPTH)]
            stack.append((token, form))
        elif form in _CLOSED_BY:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][1] == _CLOSED_BY[form]:
                    pairs.add(stack[depth][0], token)
                    del stack[depth:]
                    break
        elif stack and form[0] in "\r\n":
            stack.clear()
    return pairs
