"""Verbs in the future with somebody who can act as their subject."""

from qawl.lexicon import flags as F
from qawl.lexicon.vocabulary import Future
from qawl.reading.clauses import Subject
from qawl.reading.ground import Ground
from qawl.reading.nouns import NounPhrase
from qawl.reading.pledges.act import DOING, Act
from qawl.reading.pledges.conditions import is_conditional, is_threatened
from qawl.reading.pledges.pronouns import carried_on, is_somebody, named_before

_LONGEST = 60  # tokens of an act
_SIDELINED = F.SUBORDINATOR | F.INTERROGATIVE  # before a verb: its clause tells no act of its own
_WHERE = ("في", "الي", "مع")
_OBJECTS = ("ها", "هم", "ه")
_OWN = 20  # tokens in which what is said with `أنهم` goes on with them
_BEFORE = "قبل"
_BEHIND = 5  # tokens from `سيتم` to what will be done
_NO_ACTS = ("warn", "deny")  # threats, and what will not be done


def future_act(ground: Ground, token: int) -> Act | None:
    """Return the act of the future that begins at `token`, or None where it tells an outcome or nobody owes it."""
    verb, future = _future(ground, token)
    if future is None or future.effect or is_sidelined(ground, token):
        return None
    if ground.force(token) in _NO_ACTS and not _turns(ground, token):
        return None
    found = _subject(ground, token, verb, future)
    if found is None:
        return None
    subject, own = found
    act = _act(ground, token, future, subject, own)
    return None if is_threatened(ground, act.start, act.end) else act


def _subject(ground: Ground, token: int, verb: int, future: Future) -> tuple[Subject, bool] | None:
    """Return who acts, and whether that is the speaker's side whatever the verb's own subject; None where unknown."""
    if future.person == 1:
        speaks = ground.speaker(token) is not None and not future.being
        return (Subject(), False) if speaks else None
    if token and ground.article.words[token - 1].flags & F.RELATIVE:
        doer = _relative_doer(ground, token, verb, future)
        return (Subject(doer), False) if doer is not None else None
    subject = ground.clauses.subject(verb)
    if subject is None or subject.phrase is not None and not _acts(ground, subject.phrase):
        return _unsaid(ground, token, verb, future, subject)
    if future.being and not _is_somewhere(ground, verb):
        return None
    if subject.phrase is None and not _speaks_for(ground, token, future, subject):
        return _unsaid(ground, token, verb, future, subject)
    return subject, False


def _acts(ground: Ground, phrase: NounPhrase) -> bool:
    return ground.clauses.is_agent(phrase) and is_somebody(ground, phrase)


def _is_somewhere(ground: Ground, verb: int) -> bool:
    """`سيكون في جنيف`, `ستظل إلى جانب الشعب`: where somebody will be is what he does."""
    words = ground.article.words
    behind = next((w for w in words[verb + 1 :][:_BEHIND] if not w.flags & F.PERSONAL and w.fold in _WHERE), None)
    return behind is not None


def _unsaid(
    ground: Ground, token: int, verb: int, future: Future, subject: Subject | None
) -> tuple[Subject, bool] | None:
    """Nobody who could act is the verb's own subject: then whose that is, the speaker's side, or who acted before."""
    written = subject is None or subject.phrase is not None
    thing = subject.phrase if subject is not None else None
    opens = future.opening or future.being and _will_be_ready(ground, verb)
    owner = ground.clauses.owner(thing) if opens and thing is not None else None
    if owner is not None:
        return Subject(owner), False
    if written and _commits(ground, token, thing) or _is_done_by_the_speaker(ground, verb, future):
        return Subject(), True
    if opens:
        if thing is not None and not ground.article.words[thing.head].definite:
            return None  # `أي تكرار للحادث سيعقد المحادثات`
        speaker = ground.speaker(token)
        return (Subject(), True) if speaker is not None and speaker.kind in DOING else None
    if subject is None and not future.happening and not future.being and not _has_own_subject(ground, verb, future):
        goes_on = carried_on(ground, token, future)
        return (Subject(goes_on), False) if goes_on is not None else None
    return None


def _will_be_ready(ground: Ground, verb: int) -> bool:
    """`سيكون التقرير جاهزا`."""
    return any(word.fold in ground.pledges.ready for word in ground.article.words[verb + 1 : verb + _BEHIND])


def _commits(ground: Ground, token: int, thing: NounPhrase | None) -> bool:
    """Say whether a future whose subject is nobody who acts is still what its speaker commits to."""
    if ground.force(token) != "commit" or thing is not None:
        return False
    start = ground.drafts[ground.clauses.holders[token]].start
    opener = ground.article.words[start - 1] if start else None
    own = opener is not None and bool(opener.complementizer and opener.suffix)
    return token - start < (_OWN if own else _BEHIND)


def _has_own_subject(ground: Ground, verb: int, future: Future) -> bool:
    """`سيغلق جزء من الطريق`: what stands behind the verb may be its subject, if it agrees."""
    words = ground.article.words
    if verb + 1 >= len(words) or words[verb].suffix:
        return False
    word = words[verb + 1]
    nominal = word.kind == "word" and not word.flags & (F.FUNCTION | F.ADVERB) and not word.preposition
    return nominal and (word.gender == future.gender or not word.known)


def _relative_doer(ground: Ground, token: int, verb: int, future: Future) -> NounPhrase | None:
    """`الوزير الذي سيزور …`, `المدينة التي ستزورها الوزيرة`: who acts in a relative clause."""
    if future.being or future.happening:
        return None
    if _has_object(ground, verb):
        return ground.clauses.doer(verb, ground.clauses.bounds(verb)[1])
    phrase = named_before(ground, token - 1)
    if phrase is None or not ground.clauses.is_agent(phrase):
        return None
    return phrase if phrase.gender == future.gender or future.plural else None


def _has_object(ground: Ground, verb: int) -> bool:
    """`ستزورها`: a verb with its object written on to it."""
    fold = ground.article.words[verb].fold
    return any(fold.endswith(p) and ground.vocabulary.word(fold.removesuffix(p)).future for p in _OBJECTS)


def _turns(ground: Ground, token: int) -> bool:
    """`لا … لكنها ستطلب`: what stands behind `لكن` is no longer denied."""
    return bool(token) and ground.article.words[token - 1].fold in ground.pledges.turns


def _future(ground: Ground, token: int) -> tuple[int, Future | None]:
    """Read `سيفعل`, `سوف يفعل`, and `لن نفعل` where it commits."""
    words = ground.article.words
    if words[token].future is not None or token + 1 >= len(words):
        return token, words[token].future
    future = ground.vocabulary.word("س" + words[token + 1].fold).future
    if words[token].flags & F.NEGATION and not _binds(ground, token, future):
        return token, None
    return token + 1, future


def _binds(ground: Ground, token: int, future: Future | None) -> bool:
    """Say whether `لن نفعل` is a promise: where the statement commits, or `قبل` a day that we wait for."""
    if future is None or future.person != 1:
        return False
    words = ground.article.words[token : ground.clauses.end(token, min(len(ground.article.words), token + _LONGEST))]
    return ground.force(token) == "commit" or any(word.fold == _BEFORE for word in words)


def _is_done_by_the_speaker(ground: Ground, verb: int, future: Future) -> bool:
    """`سيتم توزيع المساعدات`: what will be done, said by somebody who has a side to do it."""
    speaker = ground.speaker(verb)
    if not future.happening or speaker is None or speaker.kind not in DOING:
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


def is_sidelined(ground: Ground, token: int) -> bool:
    """Say whether a verb stands in a clause that tells no act of its own: a condition, a question, a cause."""
    before = ground.article.words[token - 1] if token else None
    if before is not None and before.flags & _SIDELINED and before.fold not in ground.pledges.where:
        return True
    return is_conditional(ground, token)


def _act(ground: Ground, token: int, future: Future, subject: Subject, own: bool) -> Act:
    limit = ground.clauses.bounds(token)[1]
    end = ground.clauses.end(token, min(limit, token + _LONGEST))
    cut = 1 if ground.article.words[token].fold.startswith(("و", "ف")) else 0
    ours = future.person == 1 and future.plural or own or subject.pronoun == "هم"
    holder = ground.clauses.holders[token]
    return Act(token, end, "plan", holder, "future", subject, limit, cut, ours=ours, own=own)
