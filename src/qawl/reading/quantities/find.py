"""The quantities of an article, in the order of the text."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from qawl.lexicon import flags as F
from qawl.lexicon.numerals import Value
from qawl.lexicon.vocabulary import Vocabulary, Word
from qawl.reading.article import Article
from qawl.reading.numbers import Number, number_at, scaled_by
from qawl.reading.quantities.amount import Amount, Rule
from qawl.reading.quantities.forms import clitics, without_clitics
from qawl.reading.quantities.labels import Labels
from qawl.reading.quantities.nouns import Nouns
from qawl.reading.quantities.pairs import Pairs
from qawl.reading.quantities.ranges import joined
from qawl.reading.quantities.units import Measured, Units
from qawl.records import Quantity
from qawl.text.span import Span

_ARTICLES = frozenset(("ال", "وال", "فال", "بال", "لل", "كال", "لال"))
_OF_THEM = frozenset(("منهم", "منها", "منهن", "منهما", "اخرون", "اخرين"))
_REACH = 10  # words between a noun that counts and its number
_BRACKETS = {"(": ")", "[": "]", "«": "»", '"': '"'}
_ALL = "كل"
_LARGEST = 2**63 - 1  # of what is counted; databases hold no larger whole number exactly


def find_amounts(article: Article, lexicon: Vocabulary, taken: Collection[int]) -> tuple[Amount, ...]:
    """Return the quantities of an article in order; `taken` are the tokens of calendar times, which hold none."""
    amounts = joined(article, list(_Finder(article, lexicon, taken).find()))
    return tuple(amount for amount in amounts if not amount.weak)


def quantities(article: Article, amounts: Iterable[Amount]) -> tuple[Quantity, ...]:
    """Return the records of amounts; a value that no database holds has none."""
    records = (_record(article, amount) for amount in amounts)
    return tuple(record for record in records if record is not None)


class _Finder:
    """Goes over the words at which a quantity may begin."""

    def __init__(self, article: Article, lexicon: Vocabulary, taken: Collection[int]) -> None:
        self.article = article
        self.words = article.words
        self.lexicon = lexicon.quantities
        self.units = Units(article, lexicon)
        self.labels = Labels(article, lexicon)
        self.nouns = Nouns(article, lexicon)
        self.pairs = Pairs(article, lexicon, self.units)
        self.taken = taken

    def find(self) -> Iterator[Amount]:
        read = written = 0  # up to where words are read, and part of a quantity
        limit = self.article.body_end
        for token in [i for i, word in enumerate(self.words) if word.counts]:
            if token < read or token >= limit or token in self.taken:
                continue
            end, found = self._at(token, limit)
            if found is not None and found.start >= written:
                yield found
                written = found.end
            read = max(end, written)

    def _at(self, token: int, limit: int) -> tuple[int, Amount | None]:
        """Return the token up to which the words at `token` are read, and the quantity that they are."""
        if self.words[token].pair:
            found = self.pairs.at(token)
            return token + 1, found
        number = number_at(self.article, token, limit)
        if number is None:
            return token + 1, None
        if number.kind == "ratio" and self._is_one_of_some(number):
            return token + 1, None
        return number.end, None if number.kind == "ordinal" else self._amount(number)

    def _is_one_of_some(self, number: Number) -> bool:
        """`واحدة من ست دول`: the six are counted, and one of them is no share; `واحد من كل ثلاثة` is one."""
        words = self.words[number.start : number.end]
        return any(word.fold == "من" for word in words) and not any(word.fold == _ALL for word in words)

    def _amount(self, number: Number) -> Amount | None:
        if number.kind == "fraction":
            return self._share(number)
        if number.value == 1 and not number.digits:
            return self.nouns.one(number)
        if number.definite or self._has_article(number.start):
            return self._definite(number)
        bracketed = self._bracketed(number)
        if bracketed is not None:
            return bracketed
        measured = self.units.behind(number.end)
        if measured is not None and not self._is_counted_by(number, measured):
            measured = None
        if measured is not None and self._makes_a_time(measured):
            return None
        return self._measured(number, measured) if measured is not None else self._alone(number)

    def _bracketed(self, number: Number) -> Amount | None:
        """`عدد (8) مسدسات`, `(5.7) مليون متر مكعب`; at the head of a line it is the number of a list."""
        before = self.words[number.start - 1].kind if number.start else ""
        if not number.digits or _BRACKETS.get(before) != self._fold(number.end):
            return None
        if number.start < 2 or self.words[number.start - 2].kind == "newline":
            return None
        scaled = scaled_by(self.article, number, number.end + 1)
        measured = self.units.behind(scaled.end) if scaled.end < len(self.words) else None
        if (
            measured is None
            or measured.rule == "of"
            or self.labels.is_month(scaled.end)
            or self.labels.is_labelled(number.start, True)
        ):
            return None
        return replace(_amount(scaled, measured), start=number.start - 1)

    def _is_counted_by(self, number: Number, measured: Measured) -> bool:
        if measured.rule == "of":
            return not self._is_behind_percent_noun(number)
        return measured.rule != "count" or self._agrees(number)

    def _is_behind_percent_noun(self, number: Number) -> bool:
        before = self._word(number.start - 1)
        return before is not None and before.base in self.lexicon.percent_nouns

    def _agrees(self, number: Number) -> bool:
        """Say whether the noun behind a number may be counted by it.

        11 to 99 count a singular in the accusative, so a word that nobody knows must look like one (`خليجي 23 اتخذ`);
        `ست` of the lady (`ست بيت`) stands before a singular.
        """
        noun = self.words[number.end + (self.words[number.end].kind != "word")]
        if self.words[number.start].fold in ("ست", "وست") and number.value == 6:
            return not noun.known or noun.number == "p"
        teens = number.scale == 1 and number.value % 100 in range(11, 100)
        return noun.known or not teens or noun.fold.endswith(("ا", "ه", "ي", "ء"))

    def _measured(self, number: Number, measured: Measured) -> Amount | None:
        if self.labels.names(number, measured.rule) or self.labels.is_month(measured.end - 1):
            return None
        return _amount(number, measured)

    def _makes_a_time(self, measured: Measured) -> bool:
        """`السنوات الخمس المقبلة`."""
        after = self.words[measured.end] if measured.end < len(self.words) else None
        return after is not None and after.definite and after.base in self.lexicon.calendar

    def _has_article(self, token: int) -> bool:
        return token > 0 and self.words[token - 1].fold in _ARTICLES

    def _definite(self, number: Number) -> Amount | None:
        """`الـ50 صيادا`, `الثمانين مليون نسمة`; else the noun stands before it: `الدول الست`."""
        start = number.start - (not number.definite)
        if self.words[number.start].fold == "الاثنين" and number.end == number.start + 1:
            return None  # Monday
        measured = self.units.behind(number.end)
        if measured is not None and measured.rule != "of" and self._counts_ahead(number, measured):
            return None if self._makes_a_time(measured) else replace(_amount(number, measured), start=start)
        after = self.words[number.end] if number.end < len(self.words) else None
        if after is not None and after.definite and after.base in self.lexicon.calendar:
            return None
        found = self.nouns.before(number, start)
        return _amount(number, None) if found is None and number.scale > 1 and not number.digits else found

    def _counts_ahead(self, number: Number, measured: Measured) -> bool:
        """`العشر سنوات`, but not `دول الساحل الخمس رئاسة المجلس`: 3 to 10 count a plural."""
        if number.digits or number.value not in range(3, 11) or measured.rule != "count":
            return True
        return self.words[number.end].number == "p" or not self.words[number.start - 1].definite

    def _share(self, number: Number) -> Amount | None:
        """`ثلث أعضائها`, `الثلثين`, `نصف ساعة`; no rounds of a cup, no half-yearly reports, no `السابعة والربع`."""
        hour = self._word(number.start - 1)
        if hour is not None and hour.numeral is not None and hour.numeral.kind.startswith("ordinal"):
            return None
        whole = self._one_and_share(number)
        if whole is not None:
            return whole
        after = self.words[number.end] if number.end < len(self.words) else None
        if after is None or after.kind != "word":
            return _amount(number, None, "share")
        if self._is_no_share(after, number):
            return None
        measured = self.units.behind(number.end)
        if measured is not None and measured.rule in ("percent", "money", "measure"):
            return None if self._makes_a_time(measured) else _amount(number, measured)
        end = number.end if number.definite else self.nouns.whole_of(number.end)
        unit = self.article.words_of(number.end, end) if end > number.end else ""
        return replace(_amount(number, None, "share"), end=end, unit=unit)

    def _one_and_share(self, number: Number) -> Amount | None:
        """`شهر ونصف`, `ساعة وربع`."""
        numeral, at = self.words[number.start].numeral, number.start - 1
        if at < 0 or numeral is None or numeral.conjunction != "و" or numeral.definite:
            return None
        noun = self.words[at]
        if (
            noun.pair is not None
            or noun.definite
            or noun.number == "p"
            or at
            and self.words[at - 1].numeral is not None
        ):
            return None
        measured = self.units.measure(at, clitics(noun))
        if measured is None or measured.end != number.start:
            return None
        return Amount(at, number.end, 1 + number.value, "measure", without_clitics(noun), measured.code)

    def _is_no_share(self, after: Word, number: Number) -> bool:
        """Say whether an adjective behind a fraction makes it a round, a half of a match or a name (`الربع الخالي`)."""
        if (
            after.base in self.lexicon.no_shares
            or after.numeral is not None
            and after.numeral.kind.startswith("ordinal")
        ):
            return True
        if after.base in self.lexicon.calendar:
            return True
        adjective = bool(after.flags & F.ADJECTIVE) and not after.flags & F.NOUN and not self._governs(number.end)
        two_thirds = number.value.numerator > 1
        return adjective and after.definite == number.definite and after.number != "p" and not two_thirds

    def _governs(self, token: int) -> bool:
        """`إجمالي إيراداتها`."""
        after = self._word(token + 1) if token + 1 < len(self.words) else None
        return after is not None and not after.preposition and (after.definite or bool(after.suffix))

    def _alone(self, number: Number) -> Amount | None:
        """A number with no noun: after `نسبة` a percentage; digits only behind words that lead up to an amount."""
        if self.labels.names(number, None) or self.words[number.start].fold in ("ست", "وست"):
            return None
        if self._is_behind_percent_noun(number) and number.digits:
            return replace(_amount(number, None), unit="%", code="%", rule="percent")
        sign = self._sign_before(number)
        if sign is not None:
            return sign
        percent = self._percent_before(number)
        if percent is not None:
            return percent
        plain = number.digits and isinstance(number.value, int) or number.value == 0
        weak = plain and not self._is_led_up_to(number.start) and not self._is_of_them(number.end)
        return replace(_amount(number, None), weak=weak)

    def _is_of_them(self, token: int) -> bool:
        """`12 منهم`, `14 على الأقل`."""
        return self._fold(token) in _OF_THEM or (self._fold(token), self._fold(token + 1)) == ("علي", "الاقل")

    def _fold(self, token: int) -> str:
        return self.words[token].fold if token < len(self.words) else ""

    def _word(self, token: int) -> Word | None:
        return self.words[token] if token >= 0 and self.words[token].kind == "word" else None

    def _sign_before(self, number: Number) -> Amount | None:
        """`$20`, `%50`."""
        mark = self.words[number.start - 1].fold if number.start else ""
        if mark in self.lexicon.percent_marks:
            return replace(_amount(number, None, "percent"), start=number.start - 1, unit="%", code="%")
        code = self.lexicon.symbols.get(mark)
        if code is None:
            return None
        return replace(_amount(number, None, "money"), start=number.start - 1, unit=mark, code=code)

    def _percent_before(self, number: Number) -> Amount | None:
        """`بالمائة 10`, of tables."""
        for size in (1, 2):
            start = number.start - size
            if start >= 0 and self.units.phrase(start, self.lexicon.percent) == number.start:
                if start and self.words[start - 1].numeral is not None:
                    return None
                return replace(_amount(number, None, "percent"), start=start, unit="%", code="%")
        return None

    def _is_led_up_to(self, token: int) -> bool:
        before = self._word(token - 1)
        if before is None:
            return False
        if not self.lexicon.leads.isdisjoint((before.base, before.fold, before.fold.removeprefix("و"))):
            return True
        if before.fold in ("الي", "عند") and self._is_told_of_a_count(token - 1):
            return True
        previous = self._word(token - 2)
        if previous is None:
            return False
        return any((fold, before.fold) in self.lexicon.lead_phrases for fold in (previous.fold, previous.base))

    def _is_told_of_a_count(self, token: int) -> bool:
        """`ارتفاع عدد ضحايا الحريق إلى 38`."""
        words = self.words[max(token - _REACH, 0) : token]
        return any(not self.lexicon.counts.isdisjoint((word.base, word.fold)) for word in words)


def _amount(number: Number, measured: Measured | None, rule: Rule = "number") -> Amount:
    if measured is None:
        return Amount(number.start, number.end, number.value, rule, scale=number.scale)
    return Amount(
        number.start,
        measured.end,
        number.value,
        measured.rule,
        unit=measured.unit,
        code=measured.code,
        scale=number.scale,
    )


def _record(article: Article, amount: Amount) -> Quantity | None:
    value = _number(amount.value)
    if value is None:
        return None
    return Quantity(
        span=_span(article, amount),
        value=value,
        unit=amount.unit or None,
        unit_code=amount.code or None,
        rule=amount.rule,
    )


def _number(value: Value) -> int | float | None:
    """Return a value as a number that every reader of JSON and every database holds, else None."""
    if not -_LARGEST <= value <= _LARGEST:
        return None
    return value if isinstance(value, int) else value.numerator / value.denominator


def _span(article: Article, amount: Amount) -> Span:
    """The words without a conjunction or preposition written on to the first of them."""
    whole = article.span(amount.start, amount.end)
    return Span(whole.start + clitics(article.words[amount.start]), whole.end)
