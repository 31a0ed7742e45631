"""Where the tense of a clause points from the article's date: `حدث الأحد` back, `سيحدث الأحد` forwards.

A perfect verb, and an imperfect behind `لم` or `كان`, tell what was; the future, the subjunctive behind `أن` and words
such as `المقرر` tell what is to come (Badawi, Carter and Gully, 3.10). The verb of saying is no verb of what is said;
but a promise, demand or expectation without a verb of its own lies ahead.
"""

from collections.abc import Iterator, Sequence

from qawl.lexicon import flags as F
from qawl.reading.drafts import Draft
from qawl.reading.times.cursor import Cursor

BACK, AHEAD, PRESENT = -2, 2, 1
_BEFORE, _BEHIND = 25, 12  # tokens looked at on either side
_STOPS = frozenset((".", "!", "؟", "?", ":", "newline", "«", "»", "“", "”", '"', "؛"))
_WAS = frozenset("كان كانت كانوا لم زال زالت".split())
_WILL = frozenset(("سوف", "لن"))
_BY = frozenset(("بحلول",))
_COMING = frozenset(("commit", "demand", "expect", "warn"))
_OPENERS = F.RELATIVE | F.PARTICLE | F.NEGATION | F.SUBORDINATOR
_AUXILIARIES = 3  # words before an imperfect among which `كان` may stand


class Direction:
    """The tense around any token of one article; `drafts` are its statements, `holders` who holds each token."""

    def __init__(self, cursor: Cursor, drafts: Sequence[Draft], holders: Sequence[int]) -> None:
        self.cursor = cursor
        self.drafts = drafts
        self.holders = holders
        self.article = cursor.article

    def at(self, start: int, end: int) -> int:
        """Return BACK, AHEAD, PRESENT or 0 for the clause of tokens `[start, end)`."""
        if self.cursor.fold(start - 1) in _BY:
            return AHEAD
        acts = False
        for token in self._before(start):
            found = self._points(token)
            if found == BACK and acts and self._calls_for(token):
                return AHEAD  # `وعدت بتقديم رد قبل 20 مارس`: the act lies ahead of the promise
            if found:
                return found
            acts = acts or bool(self.cursor.words[token].flags & F.EVENT)
        for token in self._behind(end):
            found = self._points(token)
            if found:
                return found
        holder = self.holders[start] if self.holders else -1
        return AHEAD if holder >= 0 and self.drafts[holder].force in _COMING else 0

    def _before(self, start: int) -> Iterator[int]:
        words, opener = self.cursor.words, self.article.asides.opener
        token, lowest = start - 1, max(-1, start - 1 - _BEFORE)
        while token > lowest:
            if opener.get(token, -1) > lowest:
                token = opener[token] - 1
                continue
            if words[token].kind in _STOPS or words[token].complementizer or not self._is_alike(token, start):
                return
            yield token
            token -= 1

    def _behind(self, end: int) -> Iterator[int]:
        words = self.cursor.words
        for token in range(end, min(len(words), end + _BEHIND)):
            if words[token].kind in _STOPS or words[token].complementizer or not self._is_alike(token, end - 1):
                return
            yield token

    def _is_alike(self, token: int, other: int) -> bool:
        """Say whether two tokens stand in one statement's content, or neither in any."""
        return not self.holders or self.holders[token] == self.holders[other]

    def _opens_clause(self, token: int) -> bool:
        """`رد` is an answer in `تقديم رد`, and a verb at the head of a clause."""
        word, before = self.cursor.words[token], self.cursor.word(token - 1)
        if before is None or before.kind != "word":
            return True
        return any(hit.conjunction for hit in word.cues) or bool(before.flags & _OPENERS) or bool(before.complementizer)

    def _calls_for(self, token: int) -> bool:
        return any(hit.form.cue.force in _COMING for hit in self.cursor.words[token].cues)

    def _points(self, token: int) -> int:
        cursor = self.cursor
        word = cursor.words[token]
        if word.tense == "future" or cursor.sense(token, "ahead") is not None:
            return AHEAD
        if word.tense == "past":
            return 0 if word.flags & F.NOUN and not self._opens_clause(token) else BACK
        if not word.tense or word.numeral is not None or word.time is not None:
            return 0  # `ونصف` is also `and we describe`
        before = [cursor.fold(token - k).removeprefix("و") for k in range(1, _AUXILIARIES + 1)]
        if before[0] in _WILL:
            return AHEAD
        if not _WAS.isdisjoint(before):
            return BACK
        opener = cursor.word(token - 1)
        if opener is None:
            return PRESENT
        if opener.flags & F.RELATIVE:
            return 0  # what is told of the noun, not when
        return AHEAD if opener.complementizer and not opener.suffix else PRESENT
