"""From tokens to raw spans, without the clitics that belong to the clause and not to the phrase."""

from qawl.reading.article import Article
from qawl.reading.nouns import NounPhrase
from qawl.text.span import Span


def cut_span(article: Article, start: int, end: int, cut: int) -> Span:
    """Return the raw span of tokens `[start, end)` without the first `cut` letters."""
    whole = article.span(start, end)
    return Span(min(whole.start + cut, whole.end), whole.end)


def noun_span(article: Article, phrase: NounPhrase) -> Span:
    """Return the phrase without a conjunction or preposition written on to its first word."""
    word = article.words[phrase.start]
    if phrase.whole:
        return cut_span(article, phrase.start, phrase.end, 0)
    cut = 1 if word.conjunction and word.form[:1] == word.conjunction else 0
    if (
        word.preposition
        and word.form[cut : cut + 1] == word.preposition
        and not (word.preposition == "ل" and (word.definite or word.base.startswith("ال")))
    ):
        cut += 1
    return cut_span(article, phrase.start, phrase.end, cut)
