"""Acts told in the present with a time to come: `يفتتح الوزير الجسر غدا`, `يلتقي الفريقان الجمعة المقبل`."""

from collections.abc import Iterator, Sequence

from qawl.lexicon import flags as F
from qawl.lexicon.vocabulary import Word
from qawl.reading.article import COMMAS
from qawl.reading.clauses import Subject
from qawl.reading.ground import Ground
from qawl.reading.nouns import NounPhrase
from qawl.reading.pledges.act import DOING, Act
from qawl.reading.pledges.due import Agenda
from qawl.reading.pledges.futures import is_sidelined
from qawl.reading.pledges.pronouns import is_somebody
from qawl.reading.times import TimeMention

_REACH = 30  # tokens from a time back to the verb
_PAST = 6  # tokens from a verb back to `كان`
_LONGEST = 60  # tokens of an act
_STOPS = frozenset((".", "!", "؟", "?", ":", "newline"))
_NO_ACTS = ("warn", "deny", "expect")
_NOT_BEFORE = F.NEGATION | F.AUXILIARY | F.INTERROGATIVE | F.PARTICLE | F.RELATIVE | F.SUBORDINATOR | F.PREPOSITION
_KINDS = ("day", "weekday", "week", "month")


def scheduled_acts(ground: Ground, times: Agenda, told: Sequence[Act]) -> Iterator[Act]:
    """Yield the acts that verbs in the present tell for a time to come, where none of `told` has that time."""
    busy = {at for act in told for at in range(act.start, act.near)}
    for time in times.times:
        if ground.article.title_end <= time.start < ground.article.body_end and time.start not in busy:
            verb = _verb(ground, time) if _is_to_come(times, time) else None
            act = _act(ground, verb) if verb is not None and verb not in busy else None
            if act is not None and _is_planned(times, time, act):
                yield act


def _is_to_come(times: Agenda, time: TimeMention) -> bool:
    return (
        times.today is not None and time.period is not None and time.period.first >= times.today and time.kind in _KINDS
    )


def _is_planned(times: Agenda, time: TimeMention, act: Act) -> bool:
    """`اليوم` may be nowadays: what somebody says is done today is no plan. A weekday before a name is no subject."""
    party = act.subject.phrase
    if party is not None and time.start <= party.start < time.end:
        return False
    today = time.period is not None and time.period.first == times.today
    return not today or act.holder < 0 and (party is None or party.start > act.start)


def _verb(ground: Ground, time: TimeMention) -> int | None:
    """Return the verb of the clause of a time, if it is one in the present that opens its clause."""
    words = ground.article.words
    floor = max(ground.clauses.bounds(time.start)[0], time.start - _REACH)
    for at in range(time.start - 1, floor - 1, -1):
        word = words[at]
        if word.kind in _STOPS or word.complementizer or word.flags & (F.RELATIVE | F.SUBORDINATOR):
            return None
        if word.future is not None or at in ground.clauses.cues or word.base in ground.pledges.planned:
            return None
        if word.flags & F.VERB and word.known:
            return at if _is_present(ground, word) and _opens(ground, at, floor) else None
    return None


def _is_present(ground: Ground, word: Word) -> bool:
    verb = word.fold.lstrip("وف") if word.conjunction else word.fold
    form = ground.vocabulary.verbs.get(verb)
    imperfect = form is not None and form.imperfect and not form.perfect
    known = ground.pledges
    return imperfect and verb[:1] in "يت" and verb not in known.effects and verb not in known.being


def _opens(ground: Ground, verb: int, floor: int) -> bool:
    """Say whether a verb stands first in its clause or behind its subject, and neither is negated nor over."""
    words = ground.article.words
    if verb == floor:
        return True
    before = words[verb - 1]
    if before.flags & _NOT_BEFORE or before.complementizer:
        return False
    bare = before.kind == "word" and not before.flags & (F.ADVERB | F.CONNECTIVE | F.CONJUNCTION | F.TIME)
    if bare and not words[verb].conjunction and not (before.definite or before.flags & (F.NAME | F.PARTY)):
        return False  # `حملة تستمر إلى سبتمبر`
    past = ground.pledges.past
    return not any(word.fold in past or word.base in past for word in words[max(floor, verb - _PAST) : verb])


def _act(ground: Ground, verb: int) -> Act | None:
    if ground.force(verb) in _NO_ACTS or is_sidelined(ground, verb):
        return None
    found = _subject(ground, verb)
    if found is None:
        return None
    subject, own = found
    limit = ground.clauses.bounds(verb)[1]
    end = ground.clauses.end(verb, min(limit, verb + _LONGEST))
    cut = 1 if ground.article.words[verb].conjunction else 0
    holder = ground.clauses.holders[verb]
    return Act(verb, end, "plan", holder, "schedule", subject, limit, cut, ours=own, own=own)


def _is_bare_name(word: Word) -> bool:
    """`يفتتح الهلال الموسم`: a club under an ordinary word with the article."""
    return word.definite and not word.preposition and bool(word.flags & F.AMBIGUOUS_NAME)


def _subject(ground: Ground, verb: int) -> tuple[Subject, bool] | None:
    """Return who acts; of what is opened or held, whose that is, else the side of who tells it."""
    words = ground.article.words
    subject = ground.clauses.subject(verb)
    party = subject.phrase if subject is not None else None
    if party is not None and ground.clauses.is_agent(party) and is_somebody(ground, party):
        return Subject(party), False
    behind = verb + 1
    while behind < len(words) and (words[behind].flags & F.ADVERB or words[behind].kind in COMMAS):
        behind += 1
    if behind < len(words) and _is_bare_name(words[behind]):
        return Subject(NounPhrase(behind, behind + 1, behind)), False
    fold = words[verb].fold.lstrip("وف") if words[verb].conjunction else words[verb].fold
    if fold not in ground.pledges.opening:
        return None
    phrase = ground.phrases.at(behind, ground.clauses.bounds(verb)[1]) if behind < len(words) else None
    owner = ground.clauses.owner(phrase) if phrase is not None else None
    if owner is not None:
        return Subject(owner), False
    speaker = ground.speaker(verb)
    return (Subject(), True) if speaker is not None and speaker.kind in DOING else None
