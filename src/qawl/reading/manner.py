"""Mode: whether the words are the speaker's own."""

from bisect import bisect_left

from qawl.lexicon import flags as F
from qawl.reading.article import Article
from qawl.reading.drafts import Draft
from qawl.records.reading import Mode

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
