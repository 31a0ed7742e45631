"""The bare nouns behind a cue: its subject, whom it addresses, and the noun that is the content."""

from dataclasses import replace
from typing import TYPE_CHECKING

from qawl.lexicon import flags as F
from qawl.lexicon.classes import word_class
from qawl.lexicon.vocabulary import Word
from qawl.reading.article import COMMAS
from qawl.reading.nouns import is_time
from qawl.reading.occasions import first_rival

if TYPE_CHECKING:
    from qawl.reading.complements import Walk

_JUMP = 25  # tokens
_PLURAL = 5  # letters; shorter words in -ين are mostly singular
_NEAR = 4  # tokens: what stands between is the rest of the subject
_QUANTIFIERS = word_class("quantifier")


def noun_phrase(walk: "Walk", token: int) -> int:
    if walk.found.subject is None and not walk.given and _is_accusative(walk, token) and walk.frame.addressee_object:
        return object_(walk, token)
    if walk.found.subject is None and not _is_bare_content(walk, token):
        phrase = walk.phrases.at(token, walk.limit, walk.frame.avoid)
        if phrase is None:
            return token
        walk.found.subject = phrase
        return phrase.end
    return object_(walk, token)


def _is_accusative(walk: "Walk", token: int) -> bool:
    """`وشكر القائمين على …`: a sound plural in `-ين` is no subject."""
    word = walk.words[token]
    people = word.flags & (F.ROLE | F.HUMAN | F.DEMONYM | F.UNNAMED) or not word.known
    return (
        bool(people) and word.definite and word.number != "s" and word.base.endswith("ين") and len(word.base) > _PLURAL
    )


def _is_bare_content(walk: "Walk", token: int) -> bool:
    """`أكد ضرورة …`: no subject is written and the noun is what was said."""
    word = walk.words[token]
    if not walk.frame.content_object or word.flags & F.PERSONAL or token in walk.article.entities:
        return False
    if word.flags & F.DOCUMENT and not word.flags & F.SPEECH:
        return False
    if token + 1 < walk.limit and walk.words[token + 1].complementizer:
        return False
    if not word.flags & (F.EVENT | F.SPEECH | F.FEELING) or word.flags & (F.INSTITUTION | F.MEDIUM_HEAD | F.NAME):
        return False
    return not _leads_to_clause(walk, token)


def _leads_to_clause(walk: "Walk", token: int) -> bool:
    """`وأوضحت إفادة الوكالة أن`: right before the clause the noun is the subject."""
    phrase = walk.phrases.at(token, walk.limit, walk.frame.avoid) if walk.frame.clause else None
    return phrase is not None and phrase.end < walk.limit and walk.words[phrase.end].complementizer == "أن"


def object_(walk: "Walk", token: int) -> int:
    frame = walk.frame
    word = walk.words[token]
    subject = walk.found.subject
    if frame.targets and subject is not None and _names_body(walk, token, word):
        walk.found.subject = replace(subject, end=token + 1, core_end=token + 1)
        return token + 1
    if frame.addressee_object and walk.found.addressee is None and _is_party(walk, token):
        phrase = walk.phrases.at(token, walk.limit, frame.avoid, 1)
        if phrase is not None and (not frame.content_object or _content_follows(walk, phrase.end)):
            walk.found.addressee = (phrase.start, phrase.end)
            return phrase.end
    if _is_cognate(walk, word):
        return _past_adjectives(walk, token + 1)
    if end := _apposition_end(walk, token):
        return end
    if frame.content_object and walk.object_ok and _may_be_content(walk, token, word):
        walk.begin("nominal", token, token)
        return token
    return jump(walk, token)


def _apposition_end(walk: "Walk", token: int) -> int:
    """`قال X، الهيئة …، لوكالة Y: «…»`: another name of the subject, where a colon is still to come."""
    if walk.words[token - 1].kind not in COMMAS or not walk.frame.quote:
        return 0
    colon = walk.search(token, commas=False)
    if colon >= walk.limit or walk.words[colon].kind != ":" or first_rival(walk, token, colon) < colon:
        return 0
    if any(h.form.aspect == "perfect" for w in walk.words[token:colon] for h in w.cues if not w.flags & F.NOUN):
        return 0
    return next((at + 1 for at in range(token, colon) if walk.words[at].kind in COMMAS), colon)


def _is_cognate(walk: "Walk", word: Word) -> bool:
    """`رفض رفضا قاطعا …`: the verb's own noun only strengthens it."""
    if not word.form.rstrip("\u064b").endswith("ا") and "\u064b" not in word.form:
        return False
    return any(hit.form.aspect == "noun" and hit.form.cue.lemma == walk.frame.lemma for hit in word.cues)


def _past_adjectives(walk: "Walk", token: int) -> int:
    while token < walk.limit and walk.words[token].flags & F.ADJECTIVE and not walk.words[token].definite:
        token += 1
    return token


def _may_be_content(walk: "Walk", token: int, word: Word) -> bool:
    """Verbs that also take a clause take only nouns of acts, sayings and things as a bare object."""
    if (
        word.flags & (F.CONJUNCTION | F.SUBORDINATOR | F.RELATIVE)
        or walk.phrases.at(token, walk.limit, frozenset(), 1) is None
    ):
        return word.fold in ("ما", "عكس", "ذلك")
    if word.base in _QUANTIFIERS and token + 1 < walk.limit:
        return _may_be_content(walk, token + 1, walk.words[token + 1])
    if not (walk.frame.clause or walk.frame.quote):
        return True
    if walk.frame.targets and walk.found.subject is not None and not is_time(word) and not word.flags & F.ADJECTIVE:
        return True
    if token in walk.article.entities or is_time(word) or word.flags & F.PERSONAL and not word.flags & F.ABSTRACT:
        return False
    if word.flags & (F.EVENT | F.SPEECH | F.FEELING | F.DEMONSTRATIVE):
        return True
    if (
        not word.known
        and word.form.endswith("ة")
        and not word.definite
        and token + 1 < walk.limit
        and walk.words[token + 1].definite
    ):
        return True  # an unknown noun of quality that governs: `متانة العلاقات`
    target = walk.search(token, commas=False)
    if target < walk.limit and walk.words[target].complementizer and word.flags & (F.PLACE | F.INSTITUTION):
        return False  # `وأوضح مدير عام جمرك مطار …، أن`: more of the subject
    near = target < walk.limit and target - token <= _NEAR
    return not near and (bool(word.flags & F.NOUN) or word.definite)


def _names_body(walk: "Walk", token: int, word: Word) -> bool:
    """`انتقد نادي أولمبيك مارسيليا مدربه`: a city right behind a body is part of its name."""
    subject = walk.found.subject
    if subject is None or subject.end != token or not word.flags & F.CITY or walk.given:
        return False
    return bool(walk.words[subject.head].flags & F.INSTITUTION) and not walk.words[token - 1].definite


def jump(walk: "Walk", token: int) -> int:
    """Go on to the complement over what could not be parsed, where no other cue stands between."""
    target = walk.search(token, commas=False)
    if target >= walk.limit or target - token > _JUMP or not walk.jumping:
        return token
    if any(_is_rival_verb(walk, w) for w in walk.words[token + 1 : target]):
        return token
    for at in range(max(token, target - 4), target) if walk.words[target].complementizer else ():
        noun = walk.words[at]
        if (
            noun.flags & F.SPEECH
            and not noun.definite
            and any(h.form.aspect == "noun" for h in noun.cues)
            and walk.words[at - 1].base != "في"
        ):
            return token  # `مزاعم X بأن`: the clause is the noun's
    return target


def _is_rival_verb(walk: "Walk", word: Word) -> bool:
    if word.flags & (F.NOUN | F.PREPOSITION | F.ADJECTIVE | F.NAME):
        return False
    return any(h.form.aspect in ("perfect", "imperfect") and not h.form.strict for h in word.cues)


def _is_party(walk: "Walk", token: int) -> bool:
    word = walk.words[token]
    return (
        token in walk.article.entities
        or bool(word.flags & (F.PERSONAL | F.PARTY | F.INSTITUTION | F.MEDIUM_HEAD | F.NAME | F.DEMONYM))
        or not word.known
        or word.definite
    )


def _content_follows(walk: "Walk", token: int) -> bool:
    if token < walk.limit and walk.words[token].flags & F.EVENT and not walk.words[token].conjunction:
        return True
    return walk.complement_follows(token)
