"""The terms of an agreement or a proposal, an act each: `تضمن الاتفاق سحب السفن وتبادل المعلومات`."""

from collections.abc import Iterator

from qawl.lexicon import flags as F
from qawl.lexicon.pledges import GovernorKind
from qawl.lexicon.vocabulary import Move, Word
from qawl.reading.clauses import Subject
from qawl.reading.ground import Ground
from qawl.reading.pledges.act import Act
from qawl.reading.pledges.owing import two_states

_REACH = 12  # tokens from the verb back or forwards to the agreement
_LONGEST = 60  # tokens of all terms
_STOPS = frozenset((".", "!", "؟", "?", ":", "newline"))


def terms(ground: Ground, token: int, move: Move) -> Iterator[Act]:
    """Yield the terms that stand behind a verb such as `تضمن` whose subject is an agreement or a proposal."""
    at = _agreement(ground, token)
    if at is None:
        return
    words = ground.article.words
    limit = min(ground.clauses.bounds(token)[1], token + _LONGEST)
    start = _first_term(ground, max(token, at) + 1, limit)
    if start is None:
        return
    end = next((t for t in range(start, limit) if words[t].kind in _STOPS or t in ground.clauses.cues), limit)
    kind: GovernorKind = "promise" if words[at].base in ground.pledges.signed else "offer"
    subject, by = _signatories(ground, at, start)
    starts = [start, *(t for t in range(start + 1, end) if words[t].conjunction == "و" and _is_term(words[t]))]
    for first, after in zip(starts, [*starts[1:], end], strict=True):
        cut = 1 if first != start or words[first].preposition else 0
        holder = ground.clauses.holders[first]
        rule = f"term:{move.governor.lemma}"
        yield Act(first, after, kind, holder, rule, subject, after, cut, by=by)


def _agreement(ground: Ground, token: int) -> int | None:
    words = ground.article.words
    known = ground.pledges.signed | ground.pledges.proposed
    places: list[int] = [token + 1, *range(token - 1, max(-1, token - _REACH), -1)]
    for at in places:
        if at < len(words) and words[at].base in known and words[at].definite:
            return at
        if at < token and (words[at].kind in _STOPS or words[at].complementizer):
            return None
    return None


def _first_term(ground: Ground, start: int, limit: int) -> int | None:
    """Return the first noun of action behind the agreement's name, its adjectives and its parties."""
    words = ground.article.words
    for at in range(start, min(limit, start + _REACH)):
        if _is_term(words[at]) and (not words[at].preposition or words[at].preposition == "ب"):
            return at
        if words[at].kind in _STOPS:
            return None
    return None


def _is_term(word: Word) -> bool:
    return bool(word.flags & F.EVENT) and not word.definite and not word.flags & (F.FUNCTION | F.DOCUMENT | F.PERSONAL)


def _signatories(ground: Ground, at: int, end: int) -> tuple[Subject, str | None]:
    """`الاتفاق بين كينيا وتنزانيا`; else the two states of the article, if there are just two."""
    words = ground.article.words
    between = next((t for t in range(at + 1, end - 1) if words[t].fold == "بين"), None)
    phrase = ground.phrases.at(between + 1, end) if between is not None else None
    if phrase is not None:
        return Subject(phrase), None
    return Subject(), two_states(ground)
