"""Mode: whether the words are the speaker's own."""

from bisect import bisect_left

from qawl.lexicon import flags as F
from qawl.lexicon.classes import word_class
from qawl.lexicon.vocabulary import Word, vocabulary
from qawl.reading.article import Article
from qawl.reading.drafts import Draft
from qawl.records.reading import Mode

_NAME_HEADS = F.MEDIUM_HEAD | F.INSTITUTION | F.HUMAN | F.PLACE
_OWN_WORDS = word_class("own_words")
_MIN_QUOTED = 2  # words; one word in marks is a scare quote


def mode(article: Article, draft: Draft) -> Mode:
    """Say whether all of a content, part of it, or none is quoted."""
    if draft.kind in ("quote", "inverted-quote") or draft.kind == "colon" and not draft.headline:
        return "direct"
    if draft.rule == "headline:colon" and any(map(_is_first_person, article.words[draft.start : draft.end])):
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


def _is_first_person(word: Word) -> bool:
    """`نحن`, `لن نتأثر`, `بيننا`, `منزلي`: a headline `X: …` in which the speaker speaks."""
    if word.fold in _OWN_WORDS or word.suffix in ("نا", "ني"):
        return True
    if any(hit.form.person == 1 and hit.form.aspect == "imperfect" for hit in word.cues) and not word.flags & F.NOUN:
        return True
    form = word.form.removeprefix("س")
    return not word.flags and form[:1] == "ن" and vocabulary().word("ي" + form[1:]).flags == F.VERB  # `نتأثر`
