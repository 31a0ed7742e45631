"""Numbers in words and digits: `مئة وخمسة وعشرون`, `3 ملايين و200 ألف`, `8.5 ألف`, `ثلثين`, `الحادي والعشرون`.

A cardinal is a row of segments joined by `و`, each smaller than the last word of scale before it: `مليونين`
`وثلاثمئة ألف` `وخمسة`. A segment is digits or a number under a thousand, with words of scale behind it. All values
are exact: an int or a Fraction. The grammar is that of Badawi, Carter and Gully, Modern Written Arabic, 2.12,
and Ryding, A Reference Grammar of Modern Standard Arabic, ch. 15; it forgives missing agreement as the press does.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from qawl.lexicon import flags as F
from qawl.lexicon.numerals import LONGEST, PARTS, Numeral, Value, whole
from qawl.lexicon.vocabulary import Word
from qawl.reading.article import Article

NumberKind = Literal["cardinal", "ordinal", "fraction", "ratio"]

_LARGEST_EXPONENT = 60
_MINUS = frozenset("-−–")
_SCALE_WORDS = 3  # `ألف مليار مليار`; more in a row are no number
_DENOMINATORS = frozenset((2, 3, 4, 5, 8, 10))
_SCALES = frozenset(("scale", "scales", "scale_or_pair"))
_UNITS = frozenset(("unit", "ten"))
_HUNDREDS = frozenset(("hundred", "hundreds"))
_ORDINALS = frozenset(("ordinal", "ordinal_ten", "ordinal_unit"))


@dataclass(frozen=True, slots=True)
class Number:
    """A number over tokens `[start, end)`; `value` is exact.

    `definite`: its first word has the article (`الخمسة والعشرين`; for digits, `الـ24` is two tokens, of
    which the number is the second). `digits`: it is written in digits alone. `scale`: the value of its last word of
    scale, or 1. A `ratio` is `واحد من ثلاثة`, `1 على 20`. A cardinal with the article
    behind a singular noun is used as an ordinal (`القرن العشرين`): who knows the noun decides.
    """

    start: int
    end: int
    value: Value
    kind: NumberKind = "cardinal"
    definite: bool = False
    digits: bool = False
    scale: int = 1


@dataclass(frozen=True, slots=True)
class _Part:
    """A value over tokens up to `end`; `floor` is its last word of scale, or 1; what joins it is smaller."""

    end: int
    value: Value
    floor: int = 1


def numbers(article: Article, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Yield the numbers of tokens `[start, end)` in order; none overlap."""
    words = article.words
    stop = len(words) if end is None else end
    token = start
    while token < stop:
        word = words[token]
        found = number_at(article, token, stop) if word.numeral is not None or word.fold in PARTS else None
        if found is not None:
            yield found
        token = found.end if found is not None else token + 1


def number_at(article: Article, start: int, limit: int) -> Number | None:
    """Return the longest number that begins at token `start` and ends before `limit`, or None."""
    first = _numeral(article, start, limit)
    if first is None:
        return _part_of(article, start, limit, None)
    if first.kind in _ORDINALS:
        return _ordinal(article, start, limit, first)
    if first.kind == "minus":
        return _negative(article, start, limit)
    found = _unsigned(article, start, limit, first)
    if found is None:
        return None
    found = _over(article, found, limit) or _part_of(article, found.end, limit, found) or found
    return _signed(article, found) if first.kind == "digits" else found


def _unsigned(article: Article, start: int, limit: int, first: Numeral) -> Number | None:
    noted = _notation(article, start, limit, first) if first.kind == "digits" else None
    if noted is not None:
        return noted
    share = _share(article, start, limit)
    found = share or _cardinal(article, start, limit)
    if found is None:
        return None
    return Number(
        start,
        found.end,
        whole(found.value),
        kind="fraction" if share else "cardinal",
        definite=first.definite,
        digits=first.kind == "digits" and found.floor == 1,
        scale=found.floor,
    )


def _numeral(article: Article, token: int, limit: int) -> Numeral | None:
    return article.words[token].numeral if token < limit else None


def _joined(article: Article, token: int, limit: int) -> tuple[int, Numeral] | None:
    """Return the numeral that `و` joins at `token`, and its own token."""
    numeral = _numeral(article, token, limit)
    if numeral is not None:
        return (token, numeral) if numeral.conjunction == "و" and not numeral.preposition else None
    if token < limit and article.words[token].fold == "و":
        numeral = _follows(article, token + 1, limit)
        return (token + 1, numeral) if numeral is not None else None
    return None


def _follows(article: Article, token: int, limit: int) -> Numeral | None:
    """Return the numeral at `token` where nothing is written on to it but the article."""
    numeral = _numeral(article, token, limit)
    return None if numeral is None or numeral.conjunction or numeral.preposition else numeral


def _kind_at(article: Article, token: int, limit: int) -> str:
    """Return the class of the numeral that stands free at `token`, or ""."""
    numeral = _follows(article, token, limit)
    return numeral.kind if numeral is not None else ""


# -- ordinals and signs ------------------------------------------------------------------------


def _ordinal(article: Article, start: int, limit: int, first: Numeral) -> Number | None:
    """`الثاني`, `الثاني عشر`, `الثاني والعشرون`."""
    value, end = int(first.value), start + 1
    tens = _joined(article, end, limit)
    if first.kind == "ordinal_ten":
        return Number(start, end, value, "ordinal", first.definite)
    if _kind_at(article, end, limit) == "ten":
        return Number(start, end + 1, value + 10, "ordinal", first.definite)
    if tens is not None and tens[1].kind == "tens":
        return Number(start, tens[0] + 1, value + int(tens[1].value), "ordinal", first.definite)
    if first.kind == "ordinal_unit":
        return None
    return Number(start, end, value, "ordinal", first.definite)


def _negative(article: Article, start: int, limit: int) -> Number | None:
    """`سالب خمسة`, `ناقص 5`: a cardinal stands right behind the sign."""
    if _kind_at(article, start + 1, limit) in ("", "minus"):
        return None
    found = number_at(article, start + 1, limit)
    if found is None or found.kind == "ordinal" or found.definite:
        return None
    return replace(found, start=start, value=-found.value, digits=False)


def _signed(article: Article, found: Number) -> Number:
    """`-5` with a space before the sign; `3 -5` is a range, and a line's `-1` the number of a list."""
    sign = found.start - 1
    if sign < 0 or article.words[sign].kind not in _MINUS or not _glued(article, sign):
        return found
    if sign and (_glued(article, sign - 1) or article.words[sign - 1].numeral is not None):
        return found
    if sign in article.asides.closer or sign and article.words[sign - 1].kind == "newline":
        return found
    return replace(found, start=sign, value=-found.value)


# -- notation and ratios -----------------------------------------------------------------------


def _notation(article: Article, start: int, limit: int, first: Numeral) -> Number | None:
    """`1e10`, `1.1^23`, and the mixed numbers `1 4/5` and `1/4 2`."""
    return _power(article, start, limit, first) or _mixed(article, start, limit, first)


def _power(article: Article, start: int, limit: int, first: Numeral) -> Number | None:
    words, at = article.words, start + 2
    if at >= limit or words[start + 1].fold not in ("e", "E", "^") or not _glued(article, start):
        return None
    sign = words[at].kind
    at += sign in ("-", "+")
    exponent = words[at].numeral if at < limit and _glued(article, at - 1) else None
    if exponent is None or not isinstance(exponent.value, int) or abs(exponent.value) > _LARGEST_EXPONENT:
        return None
    base = Fraction(10 if words[start + 1].fold in "eE" else first.value)
    if not base:
        return None
    power = base ** (-exponent.value if sign == "-" else exponent.value)
    value = power if words[start + 1].fold == "^" else first.value * power
    return Number(start, at + 1, whole(value)) if abs(value) < 10**LONGEST else None


def _mixed(article: Article, start: int, limit: int, first: Numeral) -> Number | None:
    """A whole number and a fraction under one, which stands behind it, or before it where a machine turned the line."""
    share = _slashed_part(article, start + 1, limit)
    if share is not None and isinstance(first.value, int) and not _glued(article, start):
        return Number(start, share.end, first.value + share.value)
    share = _slashed_part(article, start, limit)
    number = _numeral(article, share.end, limit) if share is not None else None
    if share is None or number is None or number.kind != "digits" or not 0 < number.value < 10:
        return None
    return Number(start, share.end + 1, number.value + share.value)


def _over(article: Article, found: Number, limit: int) -> Number | None:
    """`واحد على عشرين`, `واحد من كل ثلاثة`: with a noun behind it, only of one."""
    link = article.words[found.end].fold if found.end < limit else ""
    if found.kind != "cardinal" or link not in ("على", "من", "علي"):
        return None
    at = found.end + 1 + (link == "من" and found.end + 1 < limit and article.words[found.end + 1].fold == "كل")
    if found.value != 1 and (link == "من" or not _is_free(article, at, limit)):
        return None
    below = _unsigned_at(article, at, limit)
    if below is None or below.value <= 1 or below.definite:
        return None
    return Number(found.start, below.end, whole(Fraction(found.value) / Fraction(below.value)), "ratio")


def _is_free(article: Article, token: int, limit: int) -> bool:
    """Say whether nothing is counted by the number at `token`."""
    below = _unsigned_at(article, token, limit)
    return below is not None and (below.end >= limit or article.words[below.end].kind != "word")


def _unsigned_at(article: Article, token: int, limit: int) -> Number | None:
    numeral = _follows(article, token, limit)
    if numeral is None or numeral.kind in _ORDINALS or numeral.kind == "minus":
        return None
    found = _unsigned(article, token, limit, numeral)
    return found if found is not None and found.kind == "cardinal" else None


def _part_of(article: Article, token: int, limit: int, above: Number | None) -> Number | None:
    """`جزء من مئة`, `20 جزءا من 25`; more parts than there are say a decimal: `مئتان وثلاثة أجزاء من مئة`."""
    words = article.words
    if token + 2 >= limit or words[token].fold not in PARTS or words[token + 1].fold != "من":
        return None
    below = _unsigned_at(article, token + 2, limit)
    if below is None or below.value <= 1:
        return None
    start, count = (token, 1) if above is None else (above.start, above.value)
    base = Fraction(below.value)
    ahead = count // base * base if base in (100, 1000) else 0
    return Number(start, below.end, whole(ahead + (count - ahead) / base), "ratio")


# -- fractions ---------------------------------------------------------------------------------


def _share(article: Article, start: int, limit: int) -> _Part | None:
    """A fraction that no word of scale makes a number of things: `ثلثي`, `ثلاثة أرباع`, `خمس السكان`, `3/4`."""
    found = _fraction(article, start, limit)
    return None if found is None or _before_scale(article, found.end, limit) else found


def _before_scale(article: Article, token: int, limit: int) -> bool:
    return _kind_at(article, token, limit) in _SCALES


def _fraction(article: Article, start: int, limit: int) -> _Part | None:
    first = _numeral(article, start, limit)
    if first is None:
        return None
    if first.kind == "part":
        return _Part(start + 1, first.value)
    if (
        first.part is not None
        and first.kind in _UNITS
        and not first.definite
        and _definite_noun(article, start + 1, limit)
    ):
        return _Part(start + 1, first.part)
    if first.kind == "digits":
        return _slashed(article, start, limit) or _counted_parts(article, start + 1, limit, first.value, "parts")
    count = _small(article, start, limit)
    if count is None or count.value < 2:
        return None
    return _counted_parts(article, count.end, limit, count.value, "parts" if count.value <= 10 else "part")


def _counted_parts(article: Article, token: int, limit: int, count: Value, kind: str) -> _Part | None:
    """`أرباع` behind a number; behind one over ten also the singular, as `ثلاث وعشرون خمسا` should have it."""
    part = _follows(article, token, limit)
    if part is None or part.definite:
        return None
    if part.kind == "parts" or kind == "part" and part.kind == "part":
        return _Part(token + 1, count * part.value)
    return _Part(token + 1, count * part.part) if kind == "part" and part.part is not None else None


def _slashed(article: Article, start: int, limit: int) -> _Part | None:
    """`3/4` before the word of what is shared out; elsewhere it is a score, a date or a number of an article."""
    share = _slashed_part(article, start, limit)
    if share is None or not _is_minus(article, start - 1) and share.end >= limit:
        return None
    noun = article.words[share.end] if share.end < limit else None
    if _is_minus(article, start - 1) or noun is not None and _may_be_shared(noun):
        return share
    return None


def _slashed_part(article: Article, start: int, limit: int) -> _Part | None:
    words = article.words
    if (
        start + 2 >= limit
        or words[start + 1].kind != "/"
        or not (_glued(article, start) and _glued(article, start + 1))
    ):
        return None
    above, below = words[start].numeral, words[start + 2].numeral
    if above is None or below is None or below.value not in _DENOMINATORS or not 0 < above.value < below.value:
        return None
    return _Part(start + 3, Fraction(above.value) / Fraction(below.value))


def _is_minus(article: Article, token: int) -> bool:
    return token >= 0 and article.words[token].kind in _MINUS and _glued(article, token)


def _may_be_shared(noun: Word) -> bool:
    return noun.kind == "word" and not (noun.conjunction or noun.preposition or noun.flags & F.GRAMMAR)


def _definite_noun(article: Article, token: int, limit: int) -> bool:
    """Say whether the word at `token` has the article and is what a fraction may be of."""
    if token >= limit:
        return False
    word = article.words[token]
    if word.numeral is not None and word.numeral.kind in _SCALES:
        return False
    return word.definite and not word.conjunction and not word.preposition


# -- cardinals ---------------------------------------------------------------------------------


def _cardinal(article: Article, start: int, limit: int) -> _Part | None:
    found = _segment(article, start, limit)
    while found is not None and found.floor > 1:
        joined = _joined(article, found.end, limit) or _digits_with_scale(article, found.end, limit)
        following = _segment(article, joined[0], limit) if joined is not None else None
        if following is None or not _may_join(found, following):
            break
        found = _Part(following.end, found.value + following.value, following.floor)
    return _with_share(article, found, limit) if found is not None else None


def _digits_with_scale(article: Article, token: int, limit: int) -> tuple[int, Numeral] | None:
    """`3 ملايين 200 ألف`: digits with a word of scale need no `و`."""
    numeral = _follows(article, token, limit)
    if numeral is None or numeral.kind != "digits" or _kind_at(article, token + 1, limit) not in _SCALES | _HUNDREDS:
        return None
    return token, numeral


def _may_join(found: _Part, following: _Part) -> bool:
    """`مليون` and `ونصف مليون`, but not `1.5 مليون` and `و200`, which are two numbers."""
    smaller = 1 <= following.value < found.floor and following.floor < found.floor
    return smaller and isinstance(following.value, int) and found.value % found.floor == 0


def _with_share(article: Article, found: _Part, limit: int) -> _Part:
    """`مليون ونصف`, `خمسة وربع`: the fraction is of the last word of scale."""
    joined = _joined(article, found.end, limit)
    if joined is None or joined[1].kind not in ("part", "unit"):
        return found
    share = _share(article, joined[0], limit)
    if share is None or _definite_noun(article, share.end, limit):
        return found
    return _Part(share.end, found.value + share.value * found.floor, found.floor)


def _segment(article: Article, start: int, limit: int) -> _Part | None:
    """A number under a thousand, digits, or nothing, with words of scale behind it; or a dual such as `مليونين`."""
    first = _numeral(article, start, limit)
    if first is None:
        return None
    if first.kind == "pair" or first.kind == "scale_or_pair" and _stands_for_two(article, start + 1, limit):
        value = int(first.value) * (1 if first.kind == "pair" else 2)
        return _Part(start + 1, value, value // 2)
    if first.kind in ("scale", "scale_or_pair"):
        return _scaled(article, _Part(start, 1), limit)
    if first.kind == "digits":
        return _digits(article, start, limit)
    small = _small(article, start, limit)
    parts = _fraction(article, start, limit)
    if parts is not None:
        return replace(_scaled(article, parts, limit), floor=1) if _before_scale(article, parts.end, limit) else small
    return _scaled(article, small, limit) if small is not None else None


def _stands_for_two(article: Article, token: int, limit: int) -> bool:
    """`ألفا جندي` are two thousand: an accusative (`خمسون ألفا`) could not be followed by a noun."""
    if token >= limit:
        return False
    word = article.words[token]
    if word.kind != "word" or word.numeral is not None or word.conjunction or word.preposition or word.definite:
        return False
    return not word.flags & (F.GRAMMAR | F.VERB | F.ADJECTIVE) and not word.cues and not word.complementizer


def _scaled(article: Article, found: _Part, limit: int) -> _Part:
    """Multiply by the words of scale that follow: `ألف مليار`."""
    value, end, floor = found.value, found.end, 1
    while end < found.end + _SCALE_WORDS:
        numeral = _numeral(article, end, limit) if end == found.end else _follows(article, end, limit)
        if numeral is None or numeral.kind not in _SCALES:
            break
        value, end, floor = value * numeral.value, end + 1, int(numeral.value)
    return _Part(end, whole(value), floor)


def _digits(article: Article, start: int, limit: int) -> _Part | None:
    numeral = _numeral(article, start, limit)
    if numeral is None:
        return None
    found = (
        _reversed_decimal(article, start, limit) or _spaced(article, start, limit) or _Part(start + 1, numeral.value)
    )
    following = _kind_at(article, found.end, limit)
    if following in _HUNDREDS:
        return _Part(found.end + 1, whole(found.value * 100), 100)
    if following in _SCALES and numeral.scaled is not None and found.end == start + 1:
        found = _Part(start + 1, numeral.scaled)
    return _scaled(article, found, limit) if following in _SCALES else found


def _reversed_decimal(article: Article, start: int, limit: int) -> _Part | None:
    """`5ر1` of the German and Kuwaiti agencies: they type the decimals first, so that 1ر5 is seen."""
    words = article.words
    if (
        start + 2 >= limit
        or words[start + 1].fold != "ر"
        or not (_glued(article, start) and _glued(article, start + 1))
    ):
        return None
    first, second = words[start].fold, words[start + 2].fold
    if not (first + second).isascii() or not (first + second).isdigit() or len(first) + len(second) > LONGEST:
        return None
    if second[0] == "0" < second or len(first) > len(second) + 2:
        first, second = second, first  # `17893ر06`: typed as it is read
    return _Part(start + 3, whole(int(second) + Fraction(int(first), 10 ** len(first))))


def scaled_by(article: Article, number: Number, token: int) -> Number:
    """Return a number with the words of scale at `token`, which a bracket parts from it: `(5.7) مليون`."""
    found = _scaled(article, _Part(token, number.value), len(article.words))
    return replace(number, end=found.end, value=found.value, scale=found.floor)


def _spaced(article: Article, start: int, limit: int) -> _Part | None:
    """`1 234 567`: groups of three with one space between them, as the Maghreb's press writes."""
    words, end = article.words, start + 1
    if len(words[start].fold) > 3 or words[start].fold[0] == "0" or _spaced_number(article, start - 1, limit):
        return None
    while _spaced_number(article, end - 1, limit) and len(words[end].fold) == 3:
        end += 1
    if end == start + 1 or _spaced_number(article, end - 1, limit):
        return None
    return _Part(end, int("".join(word.fold for word in words[start:end]))) if end <= start + 6 else None


def _spaced_number(article: Article, token: int, limit: int) -> bool:
    """Say whether `token` and the next are plain digits with one space between them."""
    if token < 0 or token + 1 >= limit:
        return False
    tokens = article.tokens
    pair = article.words[token].fold + article.words[token + 1].fold
    return pair.isascii() and pair.isdigit() and tokens.starts[token + 1] - tokens.ends[token] == 1


def _glued(article: Article, token: int) -> bool:
    """Say whether no space stands between a token and the next one."""
    tokens = article.tokens
    return token + 1 < len(tokens) and tokens.ends[token] == tokens.starts[token + 1]


def _small(article: Article, start: int, limit: int) -> _Part | None:
    """A number under a thousand in words."""
    hundreds = _hundreds(article, start, limit)
    if hundreds is None:
        return _below_hundred(article, start, limit)
    joined = _joined(article, hundreds.end, limit)
    rest = _below_hundred(article, joined[0], limit) if joined is not None else None
    if rest is None or rest.value < 1 or _kind_at(article, rest.end, limit) in _HUNDREDS:
        return hundreds
    if rest.value <= 10 and _kind_at(article, rest.end, limit) == "parts":
        return hundreds
    return _Part(rest.end, hundreds.value + rest.value)


def _hundreds(article: Article, start: int, limit: int) -> _Part | None:
    first = _numeral(article, start, limit)
    if first is None:
        return None
    if first.kind in ("hundred", "fused_hundred"):
        return _Part(start + 1, first.value)
    if first.kind == "unit" and first.value > 2 and _kind_at(article, start + 1, limit) in _HUNDREDS:
        return _Part(start + 2, first.value * 100)
    return None


def _below_hundred(article: Article, start: int, limit: int) -> _Part | None:
    first = _numeral(article, start, limit)
    if first is None:
        return None
    if first.kind in ("ten", "tens", "teen", "zero"):
        return _Part(start + 1, first.value)
    if first.kind not in ("unit", "before_ten"):
        return None
    if _kind_at(article, start + 1, limit) == "ten":
        return _Part(start + 2, first.value + 10)
    joined = _joined(article, start + 1, limit)
    if joined is not None and joined[1].kind == "tens":
        return _Part(joined[0] + 1, first.value + joined[1].value)
    return _Part(start + 1, first.value) if first.kind == "unit" else None
