"""Verbs in the future with somebody who can act as their subject."""

from qawl.lexicon import flags as F
from qawl.lexicon.vocabulary import Future
from qawl.reading.clauses import Subject
from qawl.reading.ground import Ground
from qawl.reading.pledges.act import Act
from qawl.reading.pledges.conditions import is_conditional, is_threatened

_LONGEST = 60  # tokens of an act
_SIDELINED = F.SUBORDINATOR | F.RELATIVE | F.INTERROGATIVE  # before a verb: its clause tells no act of its own
_DOING = ("institution", "state", "person")  # kinds of speakers whose side acts
_BEHIND = 5  # tokens from `سيتم` to what will be done
_NO_ACTS = ("warn", "deny")  # threats, and what will not be done


def future_act(ground: Ground, token: int) -> Act | None:
    """Return the act of the future that begins at `token`, or None where it tells an outcome or nobody owes it."""
    verb, future = _future(ground, token)
    if future is None or future.effect or ground.force(token) in _NO_ACTS or _is_sidelined(ground, token):
        return None
    subject = ground.clauses.subject(verb) if future.person == 3 else Subject()
    own = False
    if subject is None or subject.phrase is not None and not ground.clauses.is_agent(subject.phrase):
        if ground.force(token) != "commit" and not _is_done_by_the_speaker(ground, verb, future):
            return None
        subject, own = Subject(), True
    if subject.phrase is None and not own and not _speaks_for(ground, token, future, subject):
        own = _is_done_by_the_speaker(ground, verb, future)
        if not own:
            return None
    act = _act(ground, token, future, subject, own)
    return None if is_threatened(ground, act.start, act.end) else act


def _future(ground: Ground, token: int) -> tuple[int, Future | None]:
    """Read `سيفعل`, `سوف يفعل`, and `لن نفعل` where it commits."""
    words = ground.article.words
    if words[token].future is not None or token + 1 >= len(words):
        return token, words[token].future
    future = ground.vocabulary.word("س" + words[token + 1].fold).future
    if words[token].flags & F.NEGATION and (future is None or future.person != 1 or ground.force(token) != "commit"):
        return token, None
    return token + 1, future


def _is_done_by_the_speaker(ground: Ground, verb: int, future: Future) -> bool:
    """`سيتم توزيع المساعدات`: what will be done, said by somebody who has a side to do it."""
    speaker = ground.speaker(verb)
    if not future.happening or speaker is None or speaker.kind not in _DOING:
        return False
    words = ground.article.words
    return any(word.flags & F.EVENT for word in words[verb + 1 : verb + _BEHIND])


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
