"""Marks behind a cue: colons, quotations, brackets and numbers, and the names that stand in quotation marks."""

from dataclasses import replace
from typing import TYPE_CHECKING

from qawl.lexicon import flags as F
from qawl.lexicon.vocabulary import Word
from qawl.reading.article import COMMAS
from qawl.reading.objects import noun_phrase

if TYPE_CHECKING:
    from qawl.reading.complements import Walk

_SHORT_QUOTE = 5  # tokens of a quotation that may be a name
_QUOTED_NAME = 4  # tokens
OPENERS = frozenset(("«", "“", '"', "”"))
_HEADS_OF_NAMES = F.INSTITUTION | F.MEDIUM_HEAD | F.PLACE


def step_mark(walk: "Walk", token: int, word: Word) -> int:
    article = walk.article
    if token in article.quotes.closer:
        return _quotation(walk, token)
    if token in article.asides.closer:
        return _aside(walk, token, article.asides.closer[token])
    if word.kind == ":":
        return _colon(walk, token)
    if word.kind in OPENERS and _opens_alone(walk, token):
        walk.begin("colon", token + 1, token)
        return token
    if word.kind in COMMAS or word.kind in ("»", "”", '"'):
        return token + 1
    if word.kind == "latin" and walk.found.subject is None:
        return noun_phrase(walk, token)
    if word.kind == "number":
        return _number(walk, token)
    return token


def _opens_alone(walk: "Walk", token: int) -> bool:
    """A mark that opens and is never closed: the words run on to the end."""
    if not walk.frame.quote or token in walk.article.quotes.opener or token + 1 >= walk.limit:
        return False
    tokens = walk.article.tokens
    return tokens.ends[token] == tokens.starts[token + 1] and tokens.ends[token - 1] < tokens.starts[token]


def _number(walk: "Walk", token: int) -> int:
    following = walk.words[token + 1] if token + 1 < walk.limit else None
    counts = following is not None and following.kind == "word" and not following.conjunction
    if walk.frame.content_object and walk.object_ok and walk.found.subject is not None and counts:
        walk.begin("nominal", token, token)
        return token
    return token + 1 if walk.found.subject is not None else noun_phrase(walk, token)


def _colon(walk: "Walk", token: int) -> int:
    start = token + 1
    if start >= walk.limit:
        return token
    word = walk.words[start]
    if word.kind == "number" and walk.words[token - 1].kind == "number":
        return start  # `23:03`
    if word.complementizer:
        return walk.clause(start, token, "")
    if start in walk.article.quotes.closer:
        walk.begin("quote", _past_complementizer(walk, start + 1), token)
        return token
    if walk.frame.quote or walk.frame.clause:
        walk.begin("colon", start, token)
    return token


def _quotation(walk: "Walk", token: int) -> int:
    """A name in quotation marks as subject, else the quotation that is the content."""
    closer = walk.article.quotes.closer[token]
    after = closer + 1
    while after < walk.limit and walk.words[after].kind in COMMAS:
        after += 1
    if (
        after < walk.limit
        and walk.words[after].complementizer == "أن"
        and not walk.words[after].conjunction
        and walk.frame.clause
    ):
        return after  # a quotation in an apposition; the content is still to come
    if _is_marked_word(walk, token, closer):
        walk.begin("nominal", token, token)
        return token
    if _is_quoted_name(walk, token, closer):
        subject = walk.found.subject
        if subject is not None and subject.end == token and not walk.given:
            walk.found.subject = replace(subject, end=closer + 1)
        elif subject is None and not walk.given:
            walk.found.subject = walk.phrases.at(token, walk.limit, walk.frame.avoid)
        return max(closer + 1, walk.found.subject.end if walk.found.subject else 0)
    if walk.found.subject is None and closer - token - 1 <= _SHORT_QUOTE:
        phrase = walk.phrases.at(token, walk.limit, walk.frame.avoid)
        if phrase is not None and walk.goes_on(phrase.end):
            walk.found.subject = phrase
            return phrase.end
    if walk.frame.quote or walk.frame.clause:
        walk.begin("quote", _past_preposition(walk, _past_complementizer(walk, token + 1)), token)
    elif walk.frame.content_object:
        walk.begin("nominal", token, token)
    return token


def _is_marked_word(walk: "Walk", token: int, closer: int) -> bool:
    """`يدين «عدوانية» الدولة`: a word in marks that opens a nominal content."""
    subject, before = walk.found.subject, walk.words[token - 1]
    if subject is None or not walk.frame.content_object or closer - token - 1 > _QUOTED_NAME:
        return False
    if before.flags & F.ADVERB:
        return True
    parted = walk.given or subject.personal and subject.end == token
    return parted and not before.flags & _HEADS_OF_NAMES and _goes_on_as_noun(walk, closer)


def _goes_on_as_noun(walk: "Walk", closer: int) -> bool:
    """Say whether a word without a preposition or a conjunction follows a closing mark."""
    following = walk.words[closer + 1] if closer + 1 < walk.limit else None
    if following is None or following.kind != "word" or following.conjunction or following.complementizer:
        return False
    return not (following.preposition or following.flags & F.PREPOSITION)


def _is_quoted_name(walk: "Walk", token: int, closer: int) -> bool:
    """`موقع «…» الإخباري`: a few quoted words behind no colon, with which no clause ends, are a name."""
    if closer - token - 1 > _QUOTED_NAME or walk.words[token - 1].kind == ":" or walk.words[token + 1].complementizer:
        return False
    if not walk.frame.quote:  # `اتهم «قوى» بنشر …`: the quotation may open a nominal content
        return walk.found.subject is None and not walk.given and _goes_on_as_noun(walk, closer)
    if all(word.kind == "latin" for word in walk.words[token + 1 : closer]):
        return True
    following = walk.words[closer + 1] if closer + 1 < walk.limit else None
    goes_on = following is not None and following.kind == "word" and not following.conjunction
    return goes_on or token > walk.first and bool(walk.words[token - 1].flags & _HEADS_OF_NAMES)


def _past_complementizer(walk: "Walk", start: int) -> int:
    """`«إن …»`: a complementizer inside the marks belongs to the cue."""
    while start + 1 < walk.limit and walk.words[start].complementizer and not walk.words[start].conjunction:
        start += 1
    return start


def _past_preposition(walk: "Walk", start: int) -> int:
    """`داعيا «إلى عدم …»`: the cue's own preposition inside the marks."""
    own = walk.words[start].base in walk.frame.prepositions and walk.words[start].flags & F.PREPOSITION
    return start + 1 if own else start


def _aside(walk: "Walk", token: int, closer: int) -> int:
    if closer >= walk.limit:
        return token
    first = walk.words[token + 1]
    if walk.found.occasion is None and (first.flags & F.PREPOSITION) and not first.flags & F.TIME:
        target = walk.words[token + 2] if token + 2 < closer else first
        if target.flags & (F.OCCASION | F.DOCUMENT | F.SPEECH | F.EVENT):
            walk.found.occasion = (token + 1, closer)
    return closer + 1
