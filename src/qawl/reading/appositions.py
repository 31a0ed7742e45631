"""Marks inside a noun phrase: quoted names, brackets, initials, and appositions behind a comma."""

from qawl.lexicon import flags as F
from qawl.reading.article import COMMAS, DASHES
from qawl.reading.joins import Parser
from qawl.reading.nouns import CLOSED, MAX_QUOTED_NAME, NAME, OPEN, PROPER, NounPhrase, State

_MAX_ALIAS = 3  # tokens of a short name in quotation marks, with the marks
_MOST_APPOSED = 3  # behind a comma each
_HEADS_OF_NAMES = F.INSTITUTION | F.MEDIUM_HEAD | F.HUMAN | F.PLACE | F.DOCUMENT | F.ROLE


def step_mark(parser: Parser, state: State, token: int, limit: int) -> bool:
    """Take what a mark brings into the phrase; False where it ends there."""
    word = parser.words[token]
    if token in parser.article.quotes.closer:
        return _take_quoted(parser, state, token, limit)
    if token in parser.article.asides.closer and word.kind == "(":
        return _take_brackets(parser, state, token, limit)
    if word.kind == "latin" and state.last in (OPEN, NAME, PROPER):
        if state.np.name is not None and state.np.name[1] == token:
            state.np.name = (state.np.name[0], token + 1)
        state.np.end += 1
        return True
    if word.kind in COMMAS and state.depth == 0 and state.apposed < _MOST_APPOSED:
        return _apposition(parser, state, token + 1, limit)
    if word.kind in DASHES and state.last == NAME and _is_hyphen(parser, token) and state.np.name is not None:
        state.np.end = token + 2
        state.np.name = (state.np.name[0], token + 2)
        return True
    if word.kind == "." and state.last == NAME and len(parser.words[token - 1].fold) == 1:
        state.np.end += 1  # initials: ج. ب. مورغان
        return True
    if word.kind == "." and len(parser.words[token - 1].fold) == 1:
        return _take_abbreviated(parser, state, token, limit)
    return False


def _take_abbreviated(parser: Parser, state: State, token: int, limit: int) -> bool:
    """`د. فلان`, `م. فلان`: behind an abbreviated title stands the name."""
    if token + 1 >= limit or parser.words[token + 1].kind != "word" or state.np.name is not None:
        return False
    state.np.end, state.np.name, state.np.personal = token + 2, (token + 1, token + 2), True
    state.last = NAME
    return True


def _is_hyphen(parser: Parser, token: int) -> bool:
    tokens = parser.article.tokens
    if token + 1 >= len(tokens) or parser.words[token + 1].kind != "word":
        return False
    return tokens.ends[token - 1] == tokens.starts[token] and tokens.ends[token] == tokens.starts[token + 1]


def _take_quoted(parser: Parser, state: State, token: int, limit: int) -> bool:
    """`صحيفة «…»`, `موقع "…"`, `عضو في «…»`: a quoted name completes the phrase."""
    closer = parser.article.quotes.closer[token]
    if closer >= limit or not 1 < closer - token <= MAX_QUOTED_NAME:
        return False
    if not parser.words[state.np.head].flags & _HEADS_OF_NAMES or state.last == NAME:
        return False
    alias = closer - token <= _MAX_ALIAS and closer + 1 < limit and parser.words[closer + 1].kind == "word"
    if (
        state.last in (CLOSED, PROPER)
        and not alias
        and not parser.words[token - 1].flags & (_HEADS_OF_NAMES | F.DEMONYM)
    ):
        return False
    inner = parser.words[token + 1 : closer]
    if (
        any(w.kind in (".", "،", ":") for w in inner)
        or len(inner) > _MAX_ALIAS
        and any(w.complementizer for w in inner)
    ):
        return False
    if any(w.flags & (F.VERB | F.NEGATION) for w in parser.words[token + 1 : closer]) or parser.names.is_verb(
        token + 1
    ):
        return False
    if state.np.name is None and not state.np.personal:
        state.np.name = (token + 1, closer)
    state.np.end = closer + 1
    state.last = PROPER
    return True


def _take_brackets(parser: Parser, state: State, token: int, limit: int) -> bool:
    closer = parser.article.asides.closer[token]
    inner = parser.words[token + 1 : closer]
    if closer >= limit or len(inner) > 8 or not inner or any(w.flags & F.TIME for w in inner[:1]):
        return False
    if inner[0].conjunction or inner[0].flags & F.VERB or any(h.form.aspect == "perfect" for h in inner[0].cues):
        return False
    state.np.end = closer + 1
    return True


def _apposition(parser: Parser, state: State, token: int, limit: int) -> bool:
    """A name behind a role and a comma, a role behind a name and a comma."""
    if token >= limit or state.last in (OPEN,) and state.np.name is None and not state.np.personal:
        return False
    np = state.np
    inner = _apposed(parser, state, token, limit)
    if inner is None:
        return False
    certain = np.name is None and inner.name is not None and bool(parser.words[inner.name[0]].flags & F.GIVEN)
    if not certain and not _apposition_closes(parser, inner.end, limit):
        return False
    np.core_end = np.core_end or np.end
    if np.name is None and inner.name is not None:
        np.name = inner.name
    np.end = inner.end
    state.last = CLOSED
    state.role_seen = True
    state.apposed += 1
    return True


def _apposed(parser: Parser, state: State, token: int, limit: int) -> NounPhrase | None:
    np, word = state.np, parser.words[token]
    if word.kind != "word" or word.conjunction:
        return None
    if np.personal and np.name is None and (parser.names.begins(token) or word.flags & F.HONORIFIC):
        inner = parser.at(token, limit, state.avoid, 1)
        return inner if inner and inner.name else None
    if np.personal and np.name is None and parser.names.is_bare(token):
        end = parser.names.end(token, limit)
        return NounPhrase(token, end, token, (token, end), personal=True)
    wanted = F.ROLE if state.apposed else F.ROLE | F.HUMAN
    if word.number == "p" and np.number != "p" and np.personal:
        return None  # `هنأ فلان، الطرفين`
    if (np.name is not None or state.last == PROPER) and word.flags & wanted and not word.preposition:
        return parser.at(token, limit, state.avoid, 1)
    return None


def _apposition_closes(parser: Parser, end: int, limit: int) -> bool:
    """What follows an apposition is a comma, a colon, a quotation, a complement or the end."""
    if end >= limit:
        return True
    word = parser.words[end]
    return (
        word.kind in COMMAS
        or word.kind in (":", ".", "(", "-", "–")
        or end in parser.article.quotes.closer
        or bool(word.complementizer)
        or bool(word.flags & (F.PREPOSITION | F.ADVERB | F.TIME | F.RELATIVE | F.CONNECTIVE))
        or bool(word.preposition)
        or any(h.form.aspect in ("perfect", "imperfect", "participle") for h in word.cues)
    )
