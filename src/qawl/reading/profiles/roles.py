"""The role that a noun phrase gives its party, as tokens: the phrase without name and honorifics."""

from collections.abc import Iterator

from qawl.lexicon import flags as F
from qawl.lexicon.affiliations import affiliations
from qawl.lexicon.classes import word_class
from qawl.reading.article import COMMAS, Article
from qawl.reading.nouns import NounPhrase

Tokens = tuple[int, int]

_ADDRESSES = word_class("form_of_address")
_LONGEST = 30  # tokens; a longer role has run into its sentence


def roles(article: Article, phrase: NounPhrase) -> Iterator[Tokens]:
    """Yield the roles of a person's phrase: before the name, behind it, or the phrase where it has no name.

    `وزير الخارجية الروسي سيرغي …`, `سالم الحداد، المتحدث باسم …`, `الوزير`.
    """
    if phrase.name is None:
        parts = [(phrase.start, phrase.end)]
    else:
        parts = [(phrase.start, phrase.name[0]), (phrase.name[1], phrase.end)]
    for start, end in parts:
        while start < end and not _opens(article, start):
            start += 1
        end = _without_honorifics(article, start, end)
        address = end - start == 1 and article.words[start].base in _ADDRESSES
        if start < end <= start + _LONGEST and not address and _is_role(article, start, end):
            yield start, end


def _opens(article: Article, token: int) -> bool:
    """A role opens with a word, not with a comma, an honorific or a form of address before the role."""
    word = article.words[token]
    if word.kind != "word":
        return False
    return bool(_kind(article, token) & (F.ROLE | F.HUMAN | F.UNNAMED)) or not word.flags & F.HONORIFIC


def _without_honorifics(article: Article, start: int, end: int) -> int:
    """Take honorifics and commas off the end: `وزير الصحة المهندس`."""
    while end > start + 1:
        word = article.words[end - 1]
        if word.kind not in COMMAS and not _is_honorific(article, end - 1):
            return end
        end -= 1
    return end


def _is_honorific(article: Article, token: int) -> bool:
    """`نائب الرئيس` is one role, `وزير الصحة المهندس` a role and an honorific, `المسجد النبوي الشريف` neither."""
    word, before = article.words[token], article.words[token - 1]
    if not word.flags & F.HONORIFIC or not word.definite or word.flags & F.ADJECTIVE or _in_entity(article, token):
        return False
    named = before.definite or before.flags & (F.CITY | F.STATE)
    return bool(named) or not before.flags & (F.NOUN | F.ROLE)


def _in_entity(article: Article, token: int) -> bool:
    return any(start in article.entities and article.entities[start].end > token for start in range(token - 3, token))


def _kind(article: Article, token: int) -> int:
    entity = article.entities.get(token)
    return article.words[token].flags | (entity.name.kind if entity is not None else 0)


def _is_role(article: Article, start: int, end: int) -> bool:
    """A role begins with a title: `نائب …`, `كبير مستشاري …`, and not with what a longer phrase says before it."""
    if not _kind(article, start) & (F.ROLE | F.HUMAN | F.UNNAMED | F.HONORIFIC):
        return False
    listed = start in article.entities  # `خادم الحرمين الشريفين`
    if listed and affiliations().holds(article.words[start].base, "address"):
        return False
    return listed or any(_kind(article, token) & F.ROLE for token in range(start, min(end, start + 3)))
