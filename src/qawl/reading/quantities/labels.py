"""Where a number counts nothing: dates and years, scores and addresses, list numbers, names and places in a row."""

from functools import cache

from qawl.lexicon import flags as F
from qawl.lexicon.months import hijri_months, months, weekdays
from qawl.lexicon.vocabulary import Vocabulary
from qawl.reading.article import DASHES, Article
from qawl.reading.numbers import Number
from qawl.reading.quantities.amount import Rule

_YEARS = range(1200, 2101)  # of both calendars
_GLUE = frozenset("/:+_#@&=*\\×")
_TAGS = frozenset("_#@")
_ADDRESS = 500  # characters before a token in which its address begins
_ADDRESS_MARKS = ("://", "www.", "@")
_BULLETS = frozenset("-–—.)ـ:")
_ERAS = frozenset(("م", "ه", "هـ", "ميلادي", "ميلاديه", "هجري", "هجريه", "ق"))
_RECENT = range(1900, 2101)
_YEAR_LEADS = frozenset(("في", "منذ", "حتي", "خلال", "ومنذ", "وفي", "وحتي"))
_PHONE = 7  # digits in a row that nobody counted


class Labels:
    """Looks at the neighbours of a number."""

    def __init__(self, article: Article, lexicon: Vocabulary) -> None:
        self.article = article
        self.words = article.words
        self.starts, self.ends = article.tokens.starts, article.tokens.ends
        self.lexicon = lexicon.quantities

    def names(self, number: Number, rule: Rule | None) -> bool:
        """Say whether `number`, with what is behind it as `rule` says, only names something."""
        if number.digits and self._is_in_address(number.start):
            return True
        if rule in ("percent", "money", "measure"):
            return False
        counted = rule is not None
        if not number.digits:
            return self._is_hashtag(number) or self.is_labelled(number.start, counted) and not counted
        return (
            self._is_glued(number)
            or self._is_list_number(number)
            or self._is_date(number, counted)
            or self.is_labelled(number.start, counted)
            or not counted
            and _is_code(self.words[number.end - 1].fold)
        )

    def _kind(self, token: int) -> str:
        return self.words[token].kind if 0 <= token < len(self.words) else "newline"

    def _fold(self, token: int) -> str:
        return self.words[token].fold if 0 <= token < len(self.words) else ""

    def _touches(self, left: int) -> bool:
        """Say whether no space stands between token `left` and the next."""
        return 0 <= left < len(self.words) - 1 and self.ends[left] == self.starts[left + 1]

    def _is_glued(self, number: Number) -> bool:
        """`17:14`, `5+1`, `24/7`, `3-1`, `F16`; a dash with digits on both sides is a score unless a unit follows."""
        for side, mark, beyond in ((number.start - 1, number.start - 1, -1), (number.end - 1, number.end, 1)):
            if not self._touches(side):
                continue
            kind = self._kind(mark)
            if kind in _GLUE or kind == "latin" and not self._fold(mark).isupper():
                return True
            if kind == "latin" and beyond < 0:
                return True
            if kind == "." and beyond > 0 and self._kind(mark + 1) == "number" and self._touches(mark):
                return True
        return False

    def _is_in_address(self, token: int) -> bool:
        """Say whether a token stands in a run without spaces that is an address of the web or of mail."""
        if not self._touches(token - 1):
            return False
        text, start, end = self.article.text, self.starts[token], self.ends[token]
        head = text[max(start - _ADDRESS, 0) : start].split()[-1:]
        tail = text[end : end + _ADDRESS].split()[:1]
        return any(mark in "".join(head) for mark in _ADDRESS_MARKS) or "@" in "".join(tail)

    def _is_hashtag(self, number: Number) -> bool:
        before, after = self._kind(number.start - 1), self._kind(number.end)
        return before in _TAGS and self._touches(number.start - 1) or after == "_" and self._touches(number.end - 1)

    def _is_list_number(self, number: Number) -> bool:
        """`1- …` and `(2) …` at the head of a line, and `(5)` anywhere."""
        before, after = self._kind(number.start - 1), self._kind(number.end)
        if before in "([" and after in ")]" and number.end - number.start == 1:
            return True
        if before in DASHES and self._kind(number.start - 2) == "newline":
            return True
        return before == "newline" and after in _BULLETS and not (after == "." and not self._touches(number.end - 1))

    def _is_date(self, number: Number, counted: bool) -> bool:
        """`5 مايو`, `مايو 2015`, `عام 2015`, `1436هـ`, `في 2014`, `2014-2015`."""
        if self._fold(number.end) in _calendar() or self._fold(number.end) in _ERAS and number.value in _YEARS:
            return True
        before = self._fold(number.start - 1)
        if number.value not in _YEARS:
            return before in _calendar() and not counted
        if before in _calendar() or self._is_time(number.start - 1):
            return True
        return not counted or number.value in _RECENT and before in _YEAR_LEADS and self._is_plain(number)

    def is_month(self, token: int) -> bool:
        """Say whether a month's name begins at a token."""
        return self._fold(token) in _calendar()

    def _is_plain(self, number: Number) -> bool:
        return len(self.words[number.start].fold) == 4

    def _is_time(self, token: int) -> bool:
        word = self.words[token] if token >= 0 else None
        return word is not None and bool(word.flags & F.TIME) and word.base in ("عام", "سنه", "اعوام", "سنوات")

    def is_labelled(self, token: int, counted: bool) -> bool:
        """Say whether a noun numbers what follows: `المادة 12`, with `رقم`, a bracket or the article between."""
        at = token - 1
        while at >= 0 and (self._kind(at) in '(:"«[' or self._fold(at) in ("ال", "رقم")):
            if self._fold(at) == "رقم":
                return True
            at -= 1
        if at < 0 or self._kind(at) != "word":
            return False
        word = self.words[at]
        if word.flags & F.PRONOUN:
            return False  # `فيه`, which folding makes one with `فئة`
        for base in (word.base, word.fold, word.base + word.suffix):
            if base in self.lexicon.labels:
                return word.definite or not counted or base not in self.lexicon.loose_labels
        return False


def _is_code(fold: str) -> bool:
    """`0555123456`, `920001234`: numbers to be dialled, not counted."""
    return fold.isdigit() and (fold[0] == "0" and len(fold) > 1 or len(fold) > _PHONE and fold[-3:] != "000")


@cache
def _calendar() -> frozenset[str]:
    """Return the first words of the names of months, and the weekdays."""
    names = (*months(), *hijri_months())
    return frozenset(name.split()[0] for name in names if name.split()[0] not in ("ربيع",)) | frozenset(weekdays())
