"""Dateline."""
from qawl.lexicon.vocabulary import Vocabulary
from qawl.reading.article import Article
from qawl.records import Dateline


def dateline(article: Article, lexicon: Vocabulary) -> Dateline:
    return Dateline()
