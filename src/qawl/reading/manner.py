"""Mode and force: whether the words are the speaker's own, and what is done by saying them."""

from qawl.lexicon import flags as F
from qawl.lexicon.cues import CueLexicon
from qawl.reading.article import Article
from qawl.reading.drafts import Draft
from qawl.records.reading import Force, Mode

_NAME_HEADS = F.MEDIUM_HEAD | F.INSTITUTION | F.HUMAN | F.PLACE
_MIN_QUOTED = 2  # words; one word in marks is a scare quote


def mode(article: Article, draft: Draft) -> Mode:
    """Say whether all of a content, part of it, or none is quoted."""
    if draft.kind == "quote" or draft.kind == "colon" and not draft.headline:
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
    for token in range(start, end):
        closer = article.quotes.closer.get(token)
        if closer is not None and closer - token - 1 >= _MIN_QUOTED and closer <= end + 1:
            before = article.words[token - 1] if token else None
            if before is None or not before.flags & _NAME_HEADS or closer - token > 5:
                return True
    return False


def force(article: Article, draft: Draft, cues: CueLexicon) -> Force:
    """Weigh the cue's force against what the content says of itself."""
    base = draft.force or draft.entry.force
    words = article.words
    if draft.kind == "nominal" or draft.introduced:
        first = words[draft.start]
        noun = cues.force_nouns.get(first.fold) or cues.force_nouns.get(first.base)
        if noun is not None and base in ("assert", "expect") and draft.kind == "nominal":
            return noun
    return _by_words(article, draft, cues, base)


def _by_words(article: Article, draft: Draft, cues: CueLexicon, base: str) -> Force:
    folds = [article.words[t].fold for p in draft.pieces for t in range(p.start, p.end)]
    for pattern in cues.force_words:
        if base not in pattern.under:
            continue
        last = 3 if pattern.where == "start" else len(folds)
        for i in range(min(last, len(folds) - len(pattern.words) + 1)):
            if folds[i] == pattern.words[0] and tuple(folds[i : i + len(pattern.words)]) == pattern.words:
                return pattern.force
    return base  # type: ignore[return-value]
