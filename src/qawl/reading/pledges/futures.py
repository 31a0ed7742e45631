"""Verbs in the future with somebody who can act as their subject."""

from qawl.lexicon import flags as F
from qawl.lexicon.vocabulary import Future
from qawl.reading.clauses import Subject
from qawl.reading.ground import Ground
from qawl.reading.pledges.act import Act
from qawl.reading.pledges.conditions import is_conditional

_LONGEST = 60  # tokens of an act
_SIDELINED = F.SUBORDINATOR | F.RELATIVE | F.INTERROGATIVE  # before a verb: its clause tells no act of its own
_NO_ACTS = ("warn", "deny")  # threats, and what will not be done


def future_act(ground: Ground, token: int) -> Act | None:
    """Return the act of the future verb at `token`, or None where it tells an outcome or nobody owes it."""
    word = ground.article.words[token]
    future = word.future
    assert future is not None
    if future.effect or ground.force(token) in _NO_ACTS or _is_sidelined(ground, token):
        return None
    subject = ground.clauses.subject(token) if future.person == 3 else Subject()
    own = False
    if subject is None or subject.phrase is not None and not ground.clauses.is_agent(subject.phrase):
        if ground.force(token) != "commit":
            return None
        subject, own = Subject(), True
    if subject.phrase is None and not own and not _speaks_for(ground, token, future, subject):
        return None
    return _act(ground, token, future, subject, own)


def _speaks_for(ground: Ground, token: int, future: Future, subject: Subject) -> bool:
    """Say whether a pronoun may be the speaker's."""
    speaker = ground.identities.get(ground.clauses.holders[token])
    if speaker is None or future.being:
        return False
    if future.person == 1 or subject.pronoun == "هم":
        return True
    return not future.plural and (speaker.plural or not speaker.gender or future.gender == speaker.gender)


def _is_sidelined(ground: Ground, token: int) -> bool:
    before = ground.article.words[token - 1] if token else None
    return before is not None and bool(before.flags & _SIDELINED) or is_conditional(ground, token)


def _act(ground: Ground, token: int, future: Future, subject: Subject, own: bool) -> Act:
    limit = ground.clauses.bounds(token)[1]
    end = ground.clauses.end(token, min(limit, token + _LONGEST))
    cut = 1 if ground.article.words[token].fold[0] in "وف" else 0
    ours = future.person == 1 and future.plural or own or subject.pronoun == "هم"
    holder = ground.clauses.holders[token]
    return Act(token, end, "plan", holder, "future", subject, limit, cut, ours=ours, own=own)
