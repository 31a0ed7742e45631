"""Coordination and attachment: what `و` and prepositions add to a noun phrase."""

from typing import Protocol

from qawl.lexicon import flags as F
from qawl.lexicon.classes import word_class
from qawl.lexicon.vocabulary import Word
from qawl.reading.article import Article
from qawl.reading.names import Names
from qawl.reading.nouns import (
    CLOSED,
    MAX_QUOTED_NAME,
    NAME,
    NOUNS,
    OPEN,
    PROPER,
    NounPhrase,
    State,
    is_adjective,
    is_nisba,
    is_time,
)

_GOVERNING = word_class("governing")
_OF_ROLES = word_class("of_role")
_PARTITIVE = word_class("partitive")
_SERVICES = word_class("local_service")
_LED = word_class("led")
_SENT = word_class("sent_to")
_FOR_OTHERS = word_class("stands_for")
_OWNING = word_class("owning")
_ASSOCIATIONS = word_class("association")
_SCOPES = word_class("scope_of_body")
_ATTACHING = {
    "في": F.ROLE | F.UNNAMED | F.HUMAN | F.INSTITUTION | F.MEDIUM_HEAD,
    "من": F.UNNAMED | F.HUMAN | F.ROLE,
    "عن": F.ROLE,
    "لدي": F.ROLE,
    "الي": F.ROLE,
}


class Parser(Protocol):
    """What a step of growth needs of the parser: the article's words, its names, and phrases inside the phrase."""

    article: Article
    words: list[Word]
    names: Names

    def at(self, start: int, limit: int, avoid: frozenset[str] = frozenset(), depth: int = 0) -> NounPhrase | None:
        """Return the phrase that begins at token `start`."""


def coordinate(parser: Parser, state: State, token: int, limit: int) -> bool:
    """Take what `و` joins to the phrase: an adjective, an office, a second party."""
    word = parser.words[token]
    np = state.np
    begin = token + 1 if word.fold == "و" else token
    if begin >= limit or state.last == OPEN and not _is_list_of_heads(parser, begin):
        return False
    if word.conjunction == "ف" or any(h.form.aspect in ("perfect", "imperfect") and h.conjunction for h in word.cues):
        return False
    if word.flags & F.DEMONYM and state.last == NAME and np.number == "p" and parser.names.begins(token + 1):
        return _second_bearer(parser, state, token, limit)
    if is_adjective(word) and word.definite and not word.flags & F.ROLE:
        return state.take(state.last)
    if _extends_office(parser, state, word):
        return state.take(CLOSED)
    if not _may_join(parser, state, begin):
        return False
    inner = parser.at(begin, limit, state.avoid, state.depth + 1)
    if inner is None:
        return False
    np.end = inner.end
    if _second_office(parser, np, inner):
        np.name = inner.name
        state.last = NAME if inner.name and inner.name[1] == inner.end else CLOSED
        return True
    head = parser.words[np.head].flags
    if (
        head & (F.PERSONAL | F.PARTY | F.INSTITUTION | F.MEDIUM_HEAD)
        or np.name is not None
        or np.head in parser.article.entities
    ):
        joins = inner.personal or inner.name is not None if np.personal else _joins_party(parser, inner)
        np.joint, np.number = joins and state.last != OPEN, "p"
        if inner.name is not None and np.joint:
            np.names.append(inner.name)
    state.last = CLOSED
    return True


def _second_bearer(parser: Parser, state: State, token: int, limit: int) -> bool:
    """`الرئيسان الروسي فلان والتركي فلان`: each bearer of a dual or plural role behind the adjective of his state."""
    inner = parser.at(token, limit, state.avoid, state.depth + 1)
    if inner is None or inner.name is None:
        return False
    state.np.end, state.np.joint = inner.end, True
    state.np.names.append(inner.name)
    return True


def _extends_office(parser: Parser, state: State, word: Word) -> bool:
    """`وزير الموارد المائية والري`, `الشؤون البلدية والقروية`: what an office is for, not a second party."""
    np = state.np
    if (
        not np.personal
        or np.name is not None
        or state.last not in (CLOSED, PROPER)
        or not (word.definite or word.fold.startswith("وال"))
    ):
        return False
    if not state.role_seen and not parser.words[np.head].flags & F.ROLE:
        return False
    if word.base.endswith("يه") and parser.words[np.end - 1].base.endswith("يه"):
        return True
    given = word.flags & F.GIVEN and not word.flags & F.AMBIGUOUS_NAME
    return not given and not word.flags & (F.PERSONAL | F.PARTY)


def _second_office(parser: Parser, np: NounPhrase, inner: NounPhrase) -> bool:
    """`عضو المجلس والمشرف على الفريق فلان`: two offices of one person, whose name comes last."""
    head = parser.words[inner.head]
    if not np.personal or np.name is not None or np.number == "p" or inner.name is None or inner.joint:
        return False
    office = head.definite and bool(head.flags & F.ROLE) and not head.flags & F.HONORIFIC
    return office and bool(parser.words[np.head].flags & F.ROLE)


def _is_list_of_heads(parser: Parser, token: int) -> bool:
    return bool(parser.words[token].flags & (F.ROLE | F.UNNAMED | F.HUMAN))


def _joins_party(parser: Parser, inner: NounPhrase) -> bool:
    head = parser.words[inner.head]
    return (
        inner.personal
        or inner.name is not None
        or bool(head.flags & (F.PARTY | F.INSTITUTION | F.MEDIUM_HEAD | F.HUMAN))
    )


def _may_join(parser: Parser, state: State, token: int) -> bool:
    word = parser.words[token]
    if word.preposition or word.complementizer or word.flags & F.FUNCTION & ~F.PRONOUN and not word.flags & NOUNS:
        return False
    if word.base == "مقر" and word.suffix:
        return False  # `ومقره باريس` is a clause
    if token in parser.article.entities:
        return True
    head = parser.words[state.np.head]
    if state.np.personal or state.np.name is not None or head.flags & (F.PARTY | F.UNNAMED):
        return (
            bool(word.flags & (F.PERSONAL | F.PARTY | F.INSTITUTION | F.MEDIUM_HEAD))
            or state.np.number == "p"
            and word.base.endswith("ون")
            or (state.np.name is not None and parser.names.begins(token) and bool(word.flags & F.GIVEN))
            or (
                state.last in (CLOSED, PROPER)
                and word.definite
                and (not word.known or bool(word.flags & F.NOUN))
                and not word.flags & F.TIME
            )
        )
    if word.flags & (F.EVENT | F.FEELING | F.SPEECH) and head.flags & (F.INSTITUTION | F.MEDIUM_HEAD):
        return bool(parser.words[state.np.end - 1].preposition)  # `الرئاسة العامة للأرصاد وحماية البيئة`
    return bool(word.flags & NOUNS) and not word.flags & F.TIME or bool(word.suffix)


def attach(parser: Parser, state: State, token: int, limit: int) -> bool:
    """Take a prepositional phrase that belongs to the noun: `المتحدث باسم …`, `عضو في …`, `بيان للحكومة`."""
    word = parser.words[token]
    preposition = word.preposition or word.base
    if state.last == NAME and word.fold not in _LED:
        return False
    begin = token if word.preposition else token + 1
    if preposition in state.avoid and not _belongs_anyway(parser, state, token, preposition):
        return _leads_to_bearer(parser, state, begin, limit)
    if word.fold in _LED:
        return _attach_object(parser, state, token + 1, limit)
    if word.suffix and word.fold.removesuffix(word.suffix) in _LED:
        return state.take(CLOSED)  # `المتحدث باسمها فلان`
    if not _attaches(parser, state, token, preposition):
        return _leads_to_bearer(parser, state, begin, limit)
    return _attach_object(parser, state, begin, limit)


def _leads_to_bearer(parser: Parser, state: State, begin: int, limit: int) -> bool:
    """`المدير الجهوي بسيدي خالد سالم النوخذة`: what stands between a role and its bearer's name belongs to the role."""
    np = state.np
    if not np.personal or np.name is not None or np.number == "p" or not state.role_seen or begin >= limit:
        return False
    inner = parser.at(begin, limit, frozenset(), state.depth + 1)
    if inner is None or inner.name is not None or inner.personal and inner.number != "p" or inner.end >= limit:
        return False
    if not _names_bearer(parser, inner.end, limit):
        return False
    np.end, state.last = inner.end, CLOSED
    return True


def _names_bearer(parser: Parser, token: int, limit: int) -> bool:
    """Say whether at `token` stands a name that is surely one: behind a title, or a given name with a surname."""
    word = parser.words[token]
    titled = bool(word.flags & F.HONORIFIC) and not word.preposition
    token += titled
    if token + 1 >= limit or not parser.words[token].flags & F.GIVEN or not parser.names.begins(token):
        return False
    common = bool(parser.words[token].flags & (F.AMBIGUOUS_NAME | NOUNS))
    following = parser.words[token + 1]
    surname = following.flags & (F.FAMILY | F.NAME_PARTICLE) or not following.known
    return bool(surname) if common and not titled else parser.names.follows(token)


def _belongs_anyway(parser: Parser, state: State, token: int, preposition: str) -> bool:
    """A preposition of the cue's own may still belong to a role: `صرح المتحدث بوزارة …`."""
    head = parser.words[state.np.head]
    target = _target(parser, token)
    role = state.role_seen or bool(head.flags & F.ROLE)
    if target is None:
        return False
    if preposition == "ل" and head.flags & F.DOCUMENT and not role and target.flags & F.MEDIUM_HEAD:
        return True  # `قال تقرير لصحيفة …`
    if preposition == "ل" and parser.words[token - 1].base in _OWNING:
        return True  # `الشركة المالكة ل…`
    if preposition == "ل" and _is_of_name(parser, state, token, target):
        return True
    if not role and not head.flags & F.UNNAMED:
        return False
    if preposition in ("ب", "ل", "في"):
        return (
            bool(target.flags & F.INSTITUTION)
            and not target.flags & (F.EVENT | F.OCCASION)
            or preposition == "في"
            and bool(head.flags & F.UNNAMED and target.flags & (F.PLACE | F.PARTY | F.INSTITUTION))
        )
    if preposition == "عن" and parser.words[token - 1].base.startswith("مطلع"):
        return False  # `كشفت مصادر مطلعة عن …`
    return any(parser.words[t].base in _GOVERNING for t in range(max(state.np.start, token - 2), token))


def _attaches(parser: Parser, state: State, token: int, preposition: str) -> bool:
    head = parser.words[state.np.head]
    role = state.role_seen or bool(head.flags & (F.ROLE | F.UNNAMED | F.HUMAN))
    target = _target(parser, token)
    governing = (
        parser.words[token - 1].base in _GOVERNING
        or token - 2 >= state.np.start
        and parser.words[token - 2].base in _GOVERNING
    )
    if (
        target is not None
        and governing
        and (preposition == "علي" or preposition == "ب" and not target.flags & (F.OCCASION | F.SPEECH))
    ):
        return True
    if target is not None and preposition == "من" and head.base in _PARTITIVE and token == state.np.head + 1:
        return True
    if target is None or preposition not in _OF_ROLES and _is_circumstance(parser, token, target) or is_time(target):
        return False
    if parser.words[token - 1].base in _GOVERNING and parser.words[token - 1].flags & ~F.NAME:
        return True
    if preposition == "ل" and (_is_of_name(parser, state, token, target) or parser.words[token - 1].base in _OWNING):
        return True
    if preposition == "ل" and head.flags & F.DOCUMENT and not role and target.flags & F.MEDIUM_HEAD:
        return True
    if preposition == "ل":
        addressee = F.MEDIUM | F.MEDIUM_HEAD | F.COMMON_MEDIUM | F.NAME
        if state.np.head in parser.article.entities and not role and target.flags & F.EVENT:
            return False
        if not (role and not head.definite and not head.suffix and state.np.name is None):
            addressee |= F.HUMAN | F.UNNAMED
        if target.number == "p":
            addressee |= F.ROLE
        if target.definite and target.flags & F.INSTITUTION:
            addressee &= ~F.HUMAN  # `المدير الفني للفريق`
        named = token - 1 in parser.article.inside_entity or _is_scoped(parser.words[token - 1], head)
        if not role and target.flags & F.EVENT and not named:
            return False  # `المجلس الحاكم للبقاء`
        return (
            bool(head.flags & (F.ROLE | F.INSTITUTION | F.DOCUMENT | F.HUMAN) or role) and not target.flags & addressee
        )
    if preposition == "ب" and role and target.base in _SERVICES:
        return True
    if preposition == "ب":
        region = target.definite and target.base.endswith("يه") and target.flags & F.ADJECTIVE  # `بالشرقية`
        return (role or bool(head.flags & F.INSTITUTION) and not target.flags & F.EVENT) and bool(
            target.flags & (F.INSTITUTION | F.PLACE | F.PARTY | F.MEDIUM_HEAD) or region
        )
    if preposition == "لدي" and not _is_posting(parser, token + 1, target):
        return False  # `لدى اجتماعه`: an occasion
    wanting = {"عن": _FOR_OTHERS, "الي": _SENT}.get(preposition)
    if wanting is not None and not any(w.base in wanting for w in parser.words[state.np.start : token]):
        return False
    wanted = _ATTACHING.get(preposition, 0)
    if preposition == "في" and not target.known and not target.definite and token + 1 not in parser.article.entities:
        return False
    if preposition == "في" and head.flags & F.INSTITUTION and not role:
        return (
            bool(target.flags & (F.PLACE | F.PARTY | F.INSTITUTION | F.DEMONSTRATIVE))
            or token + 1 in parser.article.entities
        )
    return bool((head.flags | (F.ROLE if role else 0)) & wanted) and not target.complementizer


def _is_of_name(parser: Parser, state: State, token: int, target: Word) -> bool:
    """`النقابة الوطنية للصحفيين`: for whom a body is, in its own name."""
    words = parser.words
    head = next((w for w in words[state.np.start : token] if w.base in _ASSOCIATIONS), None)
    if head is None or not target.definite or target.preposition != "ل":
        return False
    scope = words[token - 1].base in _SCOPES and words[token - 1].definite
    return scope and (target.number == "p" or target.base.endswith(("ين", "ات")))


def _is_scoped(word: Word, head: Word) -> bool:
    """`الهيئة العامة للاستثمار`: behind its head or an adjective of reach, a body's purpose is part of its name."""
    if word.flags & (F.NOUN | F.CITY) and not word.flags & F.ADJECTIVE or not word.known:
        return True  # `مركز الضمير لرعاية …`
    return word is head or word.base in _SCOPES or bool(word.flags & F.DEMONYM) or is_nisba(word)


def _is_posting(parser: Parser, token: int, target: Word) -> bool:
    """`السفير لدى المنظمة`, `الوزير المنتدب لدى رئيس الحكومة`: where one is accredited."""
    return token in parser.article.entities or bool(target.flags & (F.PARTY | F.INSTITUTION | F.PLACE | F.ROLE))


def _is_circumstance(parser: Parser, token: int, target: Word) -> bool:
    """Say whether the preposition's object is an occasion or a time, which no name contains."""
    begin = token if parser.words[token].preposition else token + 1
    if begin in parser.article.entities or target.preposition == "ل" and target.definite:
        return False
    if target.flags & (F.OCCASION | F.DOCUMENT | F.SPEECH):
        return not target.flags & (F.INSTITUTION | F.PLACE)
    return is_time(target)


def _target(parser: Parser, token: int) -> Word | None:
    word = parser.words[token]
    if word.preposition:
        return word
    if token + 1 >= len(parser.words):
        return None
    following = parser.words[token + 1]
    closer = parser.article.quotes.closer.get(token + 1)
    if closer is not None and word.base == "ل":
        return None  # `لـ«المدينة»`: to whom it is said
    if closer is not None and closer - token <= MAX_QUOTED_NAME:
        return parser.words[token + 2]
    return following if following.kind == "word" else None


def _attach_object(parser: Parser, state: State, token: int, limit: int) -> bool:
    inner = _object(parser, token, limit, state)
    if inner is None:
        return False
    state.np.end = inner.end
    one = state.np.personal and not state.np.joint and state.np.name is None
    if one and inner.name is not None and inner.personal and not inner.joint:
        state.np.name = _own_name(parser, state, inner)
    state.last = CLOSED
    return True


def _own_name(parser: Parser, state: State, inner: NounPhrase) -> tuple[int, int] | None:
    """`المتحدث باسم وزير الخارجية فلان`: a name at the end is the head's own, but `باسم الرئيس فلان`."""
    if inner.name is None or inner.name[0] == inner.head:
        return None
    titled = parser.words[inner.head].flags & (F.ROLE | F.HONORIFIC) and inner.number != "p"
    return None if titled and inner.name[0] == inner.head + 1 else inner.name


def _object(parser: Parser, token: int, limit: int, state: State) -> NounPhrase | None:
    if token >= limit:
        return None
    inner = parser.at(token, limit, state.avoid, state.depth + 1)
    if inner is None and parser.words[token].preposition:
        return NounPhrase(token, token + 1, token)
    return inner
