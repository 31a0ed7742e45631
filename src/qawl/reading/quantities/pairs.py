"""Dual nouns: `صاروخين` are two; with the article, or in what is one already (`كلا الطرفين`), they are no count."""

from qawl.lexicon import flags as F
from qawl.lexicon.vocabulary import Vocabulary
from qawl.reading.article import COMMAS, Article
from qawl.reading.quantities.amount import Amount
from qawl.reading.quantities.forms import without_clitics
from qawl.reading.quantities.units import Measured, Units

_JOINT = 4  # words in which the second of two names is joined to the first
_BOTH = frozenset(("كلا", "كلتا", "كلي", "كلتي"))


class Pairs:
    """Reads duals where the vocabulary says that a word may be one."""

    def __init__(self, article: Article, lexicon: Vocabulary, units: Units) -> None:
        self.words = article.words
        self.article = article
        self.units = units

    def at(self, token: int) -> Amount | None:
        """Return the pair that the word at `token` is, or None."""
        word = self.words[token]
        if word.pair is None or token in self.article.inside_entity:
            return None
        if token and self._is_none_behind(token, word.pair.clitics):
            return None
        if word.pair.kind == "construct" and not self._governs(token):
            return None
        measured = self.units.measure(token, word.pair.clitics) if word.pair.kind == "free" else None
        if measured is not None:
            unit = without_clitics(word) + self.article.text[self.article.tokens.ends[token] : self._end(measured)]
            return Amount(token, measured.end, 2, "pair", unit=unit, code=measured.code)
        return Amount(token, token + 1, 2, "pair", unit=without_clitics(word))

    def _end(self, measured: Measured) -> int:
        return self.article.tokens.ends[measured.end - 1]

    def _is_none_behind(self, token: int, clitics: int) -> bool:
        """`كلا الطرفين`, `حسن عثمان`, `رجلين اثنين`; a participle that carries on (`، معبرين عن`) is a plural."""
        before, word = self.words[token - 1], self.words[token]
        if before.fold in _BOTH or before.flags & F.GIVEN and not clitics:
            return True
        if word.fold[:1] != "و" and self._is_adjective_of_a_pair(token):
            return True
        return before.kind in COMMAS and word.fold[:1] == "م" and word.fold.endswith("ين")

    def _is_adjective_of_a_pair(self, token: int) -> bool:
        """`رجلين اثنين`, `مسجدان صغيران ملحقان`."""
        before = self.words[token - 1]
        if before.pair is not None and before.pair.kind == "free":
            return True
        first = self.words[token - 2].pair if token > 1 else None
        return first is not None and first.kind == "free" and before.fold[-2:] == self.words[token].fold[-2:]

    def _governs(self, token: int) -> bool:
        """Say whether a noun that can be the second term follows: one with the article, or a name.

        `صندوقا` is the accusative of one as well, and `مدينتي` is mine as well as two: an adjective, a time or
        nothing behind them shows that.
        """
        word = self.words[token]
        after = self.words[token + 1] if token + 1 < len(self.words) else None
        if after is None or after.kind != "word" or after.conjunction or after.preposition:
            return False
        if after.flags & (F.GRAMMAR | F.VERB | F.TIME) or after.cues and not after.flags & F.NOUN:
            return False
        if after.complementizer:
            return False
        if after.definite:
            return not after.flags & F.ADJECTIVE or bool(after.flags & F.NOUN) and self._names_two(token + 2)
        return word.fold[-2:] in ("تي", "تا") and not after.flags & F.ADJECTIVE

    def _names_two(self, token: int) -> bool:
        """Say whether a second name is joined soon after: `وزارتي الصحة والتعليم`."""
        ahead = self.words[token : token + _JOINT]
        return any(word.fold[:1] == "و" and word.kind == "word" for word in ahead)
