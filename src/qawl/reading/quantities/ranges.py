"""Two numbers with one unit: `بين 3.6 و3.7 مليار دولار`, `من 5 إلى 7 أيام`, `3-5 سنوات`, `68 مليارا` after dollars."""

from collections.abc import Sequence
from dataclasses import replace

from qawl.reading.article import DASHES, Article
from qawl.reading.quantities.amount import Amount

_LINKS = frozenset(("الي", "او", "حتي", "مقابل", "ثم", "بل"))
_MEASURES = frozenset(("measure", "money", "pair"))
_REACH = 40  # tokens back to the money that a bare sum is in


def joined(article: Article, amounts: Sequence[Amount]) -> list[Amount]:
    """Return the amounts, each without a unit of its own with that of its neighbour where the two are one phrase."""
    found = _with_shares(article, amounts)
    for i in range(len(found) - 2, -1, -1):
        if not found[i].unit and _is_range(article, found[i], found[i + 1]):
            found[i] = _with_unit(found[i], found[i + 1])
    for i in range(1, len(found)):
        if not found[i].unit and found[i].scale > 1:
            found[i] = _in_money(article, found[i - 1], found[i])
    return found


def _with_shares(article: Article, amounts: Sequence[Amount]) -> list[Amount]:
    """`خمس سنوات ونصف السنة`, `شهرين ونصف`."""
    found: list[Amount] = []
    for amount in amounts:
        if found and _is_share_of(article, found[-1], amount):
            found[-1] = replace(found[-1], end=amount.end, value=found[-1].value + amount.value)
        else:
            found.append(amount)
    return found


def _is_share_of(article: Article, before: Amount, amount: Amount) -> bool:
    numeral = article.words[amount.start].numeral
    if before.end != amount.start or numeral is None or numeral.conjunction != "و":
        return False
    if not before.unit or before.rule not in _MEASURES or not 0 < amount.value < 1:
        return False
    return not amount.unit or amount.code in ("", before.code)


def _is_range(article: Article, first: Amount, second: Amount) -> bool:
    words = article.words
    between = words[first.end : second.start]
    if not second.unit or second.rule in ("pair", "definite", "one", "share") or len(between) > 1:
        return False
    if between:
        link = between[0]
        return link.fold in _LINKS or link.kind in DASHES or link.fold == "و" and _opens(article, first)
    numeral = words[second.start].numeral
    return numeral is not None and numeral.conjunction == "و" and _opens(article, first)


def _opens(article: Article, first: Amount) -> bool:
    """Say whether `بين` leads up to the first of two."""
    return any(word.fold in ("بين", "وبين", "مابين") for word in article.words[max(first.start - 2, 0) : first.start])


def _with_unit(first: Amount, second: Amount) -> Amount:
    """`3.6` of `3.6 و3.7 مليار دولار` is milliards too; `500` of `500 إلى 1.5 مليون` is not."""
    scale = second.scale if first.scale == 1 and first.value * second.scale <= second.value else 1
    return replace(first, value=first.value * scale, unit=second.unit, code=second.code, rule=second.rule, weak=False)


def _in_money(article: Article, before: Amount, amount: Amount) -> Amount:
    """`34 مليار دولار من 68 مليارا`: a sum without a unit is in the money named before it."""
    if before.rule != "money" or amount.start - before.end > _REACH:
        return amount
    if any(word.kind == "newline" for word in article.words[before.end : amount.start]):
        return amount
    return replace(amount, unit=before.unit, code=before.code, rule="money")
