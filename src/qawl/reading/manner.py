"""Mode and force: whether the words are the speaker's own, and what is done by saying them."""

from bisect import bisect_left
from collections import defaultdict
from functools import cache

from qawl.lexicon import flags as F
from qawl.lexicon.cues import CueLexicon, ForceWord
from qawl.lexicon.vocabulary import Word
from qawl.reading.article import Article
from qawl.reading.drafts import Draft
from qawl.records.reading import Force, Mode

_NAME_HEADS = F.MEDIUM_HEAD | F.INSTITUTION | F.HUMAN | F.PLACE
_START = 3  # words in which a pattern must stand that counts only at the start
_RELAYED = 1  # words before a statement that is all its holder says
_SUBJECT = 9  # words in which the subject of a plan stands
_MAX_WORDS = 400  # of a piece that are weighed
_MIN_QUOTED = 2  # words; one word in marks is a scare quote


def mode(article: Article, draft: Draft) -> Mode:
    """Say whether all of a content, part of it, or none is quoted."""
    if draft.kind in ("quote", "inverted-quote") or draft.kind == "colon" and not draft.headline:
        return "direct"
    if all(_is_quoted(article, draft, p.start, p.end) for p in draft.pieces):
        return "direct"
    return "mixed" if any(_has_quotation(article, draft, p.start, p.end) for p in draft.pieces) else "indirect"


def _is_quoted(article: Article, draft: Draft, start: int, end: int) -> bool:
    opener = article.in_quote[start]
    if opener < 0 and start in article.quotes.closer:
        opener = start
    if opener <= draft.cue[0] and not draft.headline and draft.rule != "source:after":
        return False
    if opener < 0 or opener == article.in_quote[draft.cue[0]]:
        return False
    return article.quotes.closer[opener] >= end - 1


def _has_quotation(article: Article, draft: Draft, start: int, end: int) -> bool:
    for token in article.openers[bisect_left(article.openers, start) : bisect_left(article.openers, end)]:
        closer = article.quotes.closer[token]
        if closer - token - 1 >= _MIN_QUOTED and closer <= end + 1:
            before = article.words[token - 1] if token else None
            if before is None or not before.flags & _NAME_HEADS or closer - token > 5:
                return True
    return False


def force(article: Article, draft: Draft, cues: CueLexicon, side: frozenset[str]) -> Force:
    """Weigh the cue's force against what the content says of itself.

    `side` are words and state codes of the speaker's own side: what these will do is a commitment.
    """
    base = draft.force or draft.entry.force
    first = article.words[draft.start]
    if draft.kind == "nominal" and base in ("assert", "expect"):
        noun = cues.force_nouns.get(first.fold) or cues.force_nouns.get(first.base)
        if noun is not None:
            return noun
    if base == "assert" and draft.entry.distance == "doubting" and _names_other_party(article, draft, side):
        return "accuse"
    found = _by_words(article, draft, cues, base)
    if found == "assert":
        if _is_told_to(article, draft):
            return "demand"
        if draft.kind != "nominal" and _own_side_will(article, draft, side):
            return "commit"
    return found


def _by_words(article: Article, draft: Draft, cues: CueLexicon, base: Force) -> Force:
    """The first of the lexicon's patterns, in its order, that the content shows."""
    best: tuple[int, Force] | None = None
    index = _patterns(cues)
    folds = [article.words[t].fold for p in draft.pieces for t in range(p.start, min(p.end, p.start + _MAX_WORDS))]
    for i, fold in enumerate(folds):
        for rank, pattern in index.get(fold, ()):
            if (
                base in pattern.under
                and (best is None or rank < best[0])
                and (pattern.where == "anywhere" or i < _START)
            ) and tuple(folds[i : i + len(pattern.words)]) == pattern.words:
                best = rank, pattern.force
    return best[1] if best else base


@cache
def _patterns(cues: CueLexicon) -> dict[str, list[tuple[int, ForceWord]]]:
    """The force words by their first word, each with its rank."""
    index: dict[str, list[tuple[int, ForceWord]]] = defaultdict(list)
    for rank, pattern in enumerate(cues.force_words):
        index[pattern.words[0]].append((rank, pattern))
    return index


def _is_told_to(article: Article, draft: Draft) -> bool:
    """`على الكونغرس أن …`: a content that opens with a duty."""
    words = article.words
    if words[draft.start].fold != "علي":
        return False
    return any(w.complementizer == "أن" for w in words[draft.start + 2 : min(draft.end, draft.start + 7)])


def _own_side_will(article: Article, draft: Draft, side: frozenset[str]) -> bool:
    """Say whether the speaker's own side is the subject of a future verb that opens the content."""
    words = article.words
    for token in range(draft.start, min(draft.end, draft.start + _SUBJECT)):
        word = words[token]
        if _is_future(word):
            before = words[draft.start : token]
            return not before or any(
                w.base in side or article.codes.get(w.base, "") in side or w.fold == "بلاده" for w in before
            )
        if word.complementizer or word.flags & F.RELATIVE or word.kind in (".", ":"):
            return False
    return False


def _is_future(word: Word) -> bool:
    if word.fold.startswith(("سي", "ست")) and not word.flags & ~F.VERB and len(word.fold) > 4:
        return True
    return word.fold == "سوف" or any(h.future for h in word.cues)


def _names_other_party(article: Article, draft: Draft, side: frozenset[str]) -> bool:
    for token in range(draft.start, min(draft.end, draft.start + 3)):
        word = article.words[token]
        if token in article.entities or word.flags & (F.STATE | F.BODY | F.DEMONYM):
            return article.codes.get(word.base, word.base) not in side
    return False


def pass_on(drafts: list[Draft]) -> None:
    """A statement that only relays another's has the other's force."""
    for draft in drafts:
        outer = draft.parent
        if (
            outer is not None
            and outer.force == "assert"
            and outer.end == draft.end
            and draft.left - outer.start <= _RELAYED
        ):
            outer.force = draft.force
