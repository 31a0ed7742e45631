"""Nouns that stand before their number: `الدول الست`, `فترة واحدة`; and what a fraction is of."""

from qawl.lexicon import flags as F
from qawl.lexicon.vocabulary import Vocabulary, Word
from qawl.reading.article import Article
from qawl.reading.numbers import Number
from qawl.reading.quantities.amount import Amount
from qawl.reading.quantities.forms import without_clitics

_REACH = 4  # words between a noun and the numeral that ends its phrase
_WHOLE = 2  # words of what a fraction is of
_PLURALS = ("ات", "ون", "ين", "ائل", "ايل")


class Nouns:
    """Looks to the left of a number for its noun, and to the right of a fraction for its whole."""

    def __init__(self, article: Article, lexicon: Vocabulary) -> None:
        self.article = article
        self.words = article.words
        self.lexicon = lexicon.quantities

    def before(self, number: Number, start: int) -> Amount | None:
        """`القوى الدولية الست`, `أعضاء الهيئة السبعة`, `الأعضاء الـ19`: the nearest plural that agrees."""
        head = self._head(start, number)
        if head is None or self._is_name(head, number):
            return None
        unit = without_clitics(self.words[head])
        return Amount(head, number.end, number.value, "definite", unit=unit, code=self._code(head))

    def _code(self, head: int) -> str:
        fold = self.words[head].fold
        return next(
            (unit.code for unit in self.lexicon.units.get(fold.removeprefix("ال"), ()) if unit.words[1:] == ()), ""
        )

    def _head(self, start: int, number: Number) -> int | None:
        for at in range(start - 1, max(start - 1 - _REACH, -1), -1):
            word = self.words[at]
            if word.kind != "word" or word.flags & F.GRAMMAR and not word.flags & F.NOUN or word.numeral is not None:
                return None
            if at == start - 1 and not word.definite and not word.suffix:
                return None
            if self._may_be_head(at, number):
                return at
            if word.conjunction or word.preposition:
                return None
        return None

    def _may_be_head(self, at: int, number: Number) -> bool:
        """With ta marbuta a numeral counts masculine nouns, without it feminine ones (Ryding, ch. 15)."""
        word = self.words[at]
        if not _is_plural(word) or word.flags & F.ADJECTIVE and not word.flags & F.NOUN:
            return False
        last = self.words[number.end - 1].fold
        return number.digits or not (last.endswith("ه") and word.fold.endswith("ات"))

    def _is_name(self, head: int, number: Number) -> bool:
        """`مجموعة دول الساحل الخمس`, `الحريات الأربع`."""
        before = self.words[head - 1] if head else None
        if before is not None and before.base in self.lexicon.name_heads:
            return True
        folds = tuple(word.fold for word in self.words[head : number.end])
        first = self.words[head]
        bare = (("ال" if first.definite else "") + first.base, *folds[1:])
        return folds in self.lexicon.names or bare in self.lexicon.names

    def one(self, number: Number) -> Amount | None:
        """`فترة واحدة`, `حارس ماهر واحد`; as a pronoun (`واحدة منها`) and in ways of speaking it counts nothing."""
        after = self.words[number.end] if number.end < len(self.words) else None
        if number.definite or after is not None and after.fold in ("من", "منهم", "منها", "منهما", "تلو", "علي"):
            return None
        head = self._single(number)
        if head is None:
            return None
        return Amount(head, number.end, 1, "one", unit=without_clitics(self.words[head]))

    def _single(self, number: Number) -> int | None:
        """Return the indefinite noun before `واحد`, over an adjective at most; it agrees in gender."""
        numeral = self.words[number.start]
        if numeral.numeral is None or numeral.numeral.conjunction or numeral.numeral.preposition:
            return None
        at = number.start - 1
        if at > 0 and self._is_adjective(at) and _is_indefinite(self.words[at - 1]):
            at -= 1
        word = self.words[at] if at >= 0 else None
        if word is None or not _is_indefinite(word) or self._is_way_of_speaking(word):
            return None
        feminine = numeral.numeral is not None and numeral.fold.endswith("ه")
        written = word.fold.endswith("ه")  # `رجل` is a man and, feminine, a leg
        return at if (written or word.gender == "f") and feminine or not written and not feminine else None

    def _is_way_of_speaking(self, word: Word) -> bool:
        forms = {word.base, word.base.removesuffix("ا"), word.fold.removeprefix("و").removesuffix("ا")}
        return not self.lexicon.not_one.isdisjoint(forms)

    def _is_adjective(self, at: int) -> bool:
        word = self.words[at]
        return bool(word.flags & F.ADJECTIVE) and not word.definite and not word.conjunction

    def whole_of(self, token: int) -> int:
        """Return where what a fraction at `token` is of ends: `ناخبي الإقليم`, `أعضائها`."""
        end = token
        while end < min(token + _WHOLE, len(self.words)) and _is_part_of_whole(self.words[end]):
            end += 1
            if self.words[end - 1].definite or self.words[end - 1].suffix:
                break
        return end


def _is_plural(word: Word) -> bool:
    if not word.flags & F.NOUN:
        return word.fold.endswith("ات") and not word.flags & F.GRAMMAR
    return word.number == "p" and not word.flags & F.PARTY


def _is_indefinite(word: Word) -> bool:
    if word.kind != "word" or word.definite or word.suffix or word.numeral is not None or word.conjunction:
        return False
    return bool(word.flags & F.NOUN) and not word.flags & F.FUNCTION and word.number != "p"


def _is_part_of_whole(word: Word) -> bool:
    if word.kind != "word" or word.conjunction or word.preposition or word.complementizer or word.cues:
        return False
    return word.numeral is None and not word.flags & F.GRAMMAR and (not word.flags & F.VERB or word.definite)
