"""What stands behind a number: a percent sign, money, a measure, or the noun of what is counted."""

from typing import NamedTuple

from qawl.lexicon import flags as F
from qawl.lexicon.quantities import Unit, Words
from qawl.lexicon.vocabulary import Vocabulary, Word
from qawl.reading.article import Article
from qawl.reading.quantities.amount import Rule
from qawl.text.fold import bare

_LONGEST = 4  # words of a phrase of the tables
_OF = "من"


class Measured(NamedTuple):
    """What a number measures or counts: tokens up to `end`, the unit as written, its code."""

    end: int
    rule: Rule
    unit: str
    code: str = ""


class Units:
    """Looks up what a number at some place measures."""

    def __init__(self, article: Article, lexicon: Vocabulary) -> None:
        self.article = article
        self.words = article.words
        self.lexicon = lexicon.quantities
        self.currencies = lexicon.currencies
        self.duals = lexicon.duals

    def behind(self, token: int) -> Measured | None:
        """Return what the words at `token`, right behind a number, say that it measures."""
        if token >= len(self.words):
            return None
        return self._percent(token) or self._symbol(token) or self.measure(token) or self._counted(token)

    def phrase(self, token: int, phrases: frozenset[Words]) -> int:
        """Return where the longest of `phrases` that begins at `token` ends, or 0."""
        folds = tuple(word.fold for word in self.words[token : token + _LONGEST])
        return next((token + n for n in range(len(folds), 0, -1) if folds[:n] in phrases), 0)

    def _percent(self, token: int) -> Measured | None:
        if self.words[token].kind in self.lexicon.percent_marks:
            return Measured(token + 1, "percent", "%", "%")
        end = self.phrase(token, self.lexicon.percent)
        if end:
            return Measured(end, "percent", "%", "%")
        end = self.phrase(token, self.lexicon.per_thousand)
        if end:
            return Measured(end, "percent", "‰", "‰")
        end = self.phrase(token, self.lexicon.points)
        return Measured(end, "measure", self.article.words_of(token, end)) if end else None

    def _symbol(self, token: int) -> Measured | None:
        mark = self.words[token].fold
        code = self.lexicon.symbols.get(mark)
        return None if code is None else Measured(token + 1, "money", self.words[token].form, code)

    def measure(self, token: int, clitics: int = 0) -> Measured | None:
        """Return the unit of measure or money that begins at `token`, behind the first `clitics` letters."""
        for unit in self.lexicon.units.get(self.words[token].fold[clitics:], ()):
            end = token + len(unit.words)
            if tuple(word.fold for word in self.words[token + 1 : end]) == unit.words[1:]:
                return self._money(token, end, unit) if unit.money else self._measured(token, end, unit)
        return None

    def _measured(self, token: int, end: int, unit: Unit) -> Measured:
        return Measured(end, "measure", self.article.words_of(token, end), unit.code)

    def _money(self, token: int, end: int, unit: Unit) -> Measured:
        """With the adjective of its state (`دولار كندي`, `ريالا سعوديا`) a currency's code is known."""
        state = self._state(end) if len(unit.words) == 1 else ""
        if not state:
            return Measured(end, "money", self.article.words_of(token, end), unit.code)
        noun = next((n for n in (unit.words[0], self.words[token].base) if (n, state) in self.currencies), "")
        code = self.currencies.get((noun, state)) or self._code_by_plural(unit, state)
        return Measured(end + 1, "money", self.article.words_of(token, end + 1), code)

    def _code_by_plural(self, unit: Unit, state: str) -> str:
        """`ريالات سعودية`, `مليوني ريالين قطريين`: the noun of another number than Babel's."""
        fold = unit.words[0]
        stems = {fold[:cut] + tail for cut in (-1, -2) for tail in ("", "ه")} | {_SINGULARS.get(fold, "")}
        return next((self.currencies[stem, state] for stem in sorted(stems) if (stem, state) in self.currencies), "")

    def _state(self, token: int) -> str:
        """Return the code of the state whose adjective stands at `token`."""
        if token >= len(self.words):
            return ""
        word = self.words[token]
        if not word.flags & F.DEMONYM or word.conjunction or word.preposition:
            return ""
        codes = self.article.codes
        return next((codes[f] for f in (word.base, word.base.removesuffix("ا")) if f in codes), "")

    def _counted(self, token: int) -> Measured | None:
        """`3 قوارب`; `3 من القوارب` only where the noun can be many."""
        if self.words[token].fold == _OF:
            return self._counted_of(token + 1)
        if self.words[token].kind in _QUOTES and token + 2 < len(self.words):
            quoted = self.may_be_counted(token + 1) and self.words[token + 2].kind in _QUOTES
            return Measured(token + 3, "count", self.words[token + 1].form) if quoted else None
        return Measured(token + 1, "count", self.words[token].form) if self.may_be_counted(token) else None

    def _counted_of(self, token: int) -> Measured | None:
        word = self.words[token] if token < len(self.words) else None
        if word is None or word.conjunction or word.preposition or word.numeral or word.pair or word.flags & F.TIME:
            return None
        people = bool(word.flags & F.PARTY) and word.fold.endswith(("ون", "ين"))
        if not people and not _is_noun(word):
            return None
        broken = word.definite and word.base.startswith("ا") and len(word.base) > 4 and not word.flags & F.EVENT
        broken = broken or bool(word.flags & F.HUMAN) and not word.base.endswith("ه")
        many = word.number == "p" or broken or word.fold.endswith(("ون", "ين", "ات", "ي"))
        return Measured(token + 1, "of", word.form) if many and not self._is_dual(word) else None

    def _is_dual(self, word: Word) -> bool:
        return self.duals.pair(word.fold.removeprefix("ال")) is not None and word.fold.endswith(("ان", "ين"))

    def may_be_counted(self, token: int) -> bool:
        """Say whether the word at `token` can be the indefinite noun of a number before it."""
        word = self.words[token]
        if word.conjunction or word.preposition or word.definite or word.numeral is not None:
            return False
        return _is_noun(word) and token not in self.article.inside_entity and token not in self.article.fixed


_QUOTES = frozenset('«»"“”')
_SINGULARS = {"دنانير": "دينار", "دراهم": "درهم", "شواكل": "شيكل", "قروش": "قرش"}
_VERB_HEADS = ("لي", "لت", "سي", "فت", "فا", "و")  # `ليبلغ`, `وأصيب`
_NO_NOUN = F.GRAMMAR | F.PARTY | F.GIVEN


def _is_noun(word: Word) -> bool:
    """Say whether a word may be a noun in the place behind a number, where unknown words are."""
    if word.kind != "word" or word.complementizer or len(word.fold) < 2:
        return False
    if not word.known and word.fold.startswith(_VERB_HEADS):
        return False
    if word.flags & (F.NOUN | F.DEMONYM) and not word.flags & F.GRAMMAR or _is_noun_after_all(word):
        return True
    accusative = word.fold.endswith("ا") and not word.base.endswith("ا")  # `70 فائزا`, also a name
    verb = word.flags & F.VERB and not bare(word.form).endswith("ة")  # `طلقة` is no verb with its object
    return not word.flags & (_NO_NOUN & ~F.GIVEN if accusative else _NO_NOUN) and not verb and not word.cues


def _is_noun_after_all(word: Word) -> bool:
    """`آلية`, which folding makes one with `إليه`; `لقاء`, also a preposition."""
    other = word.flags & F.GRAMMAR
    if other == F.PRONOUN:
        return bool(word.flags & F.NOUN) and bare(word.form).endswith("ة")
    return other == F.PREPOSITION and bool(word.flags & F.OCCASION)
