"""What becomes of an act: done, claimed, doubted, denied, asked for, to come, or on a condition.

Who holds the words decides first, then what stands before the act in its clause; done is what nothing makes otherwise.
"""

from typing import Literal

from qawl.lexicon import flags as F
from qawl.lexicon.vocabulary import Word
from qawl.reading.article import DASHES
from qawl.reading.clauses import Subject
from qawl.reading.drafts import Draft
from qawl.reading.events.draft import VERBAL, Trigger
from qawl.reading.events.words import STOPS, is_comma, is_finite
from qawl.reading.ground import Ground
from qawl.reading.pledges.act import Act as Owed
from qawl.reading.pledges.conditions import condition, is_conditional
from qawl.records.reading import Status

_NEAR = 4  # words from an act back to a word of status
_CLOSE = 2  # and for words of lacking
_FAR = 8  # the same where a preposition ties the act to it: `تفويض الوزير بالتوقيع`
_CHAIN = 12  # statements within statements
_QUOTED = 4  # tokens of a quotation that are more than a name
_SENTENCE = 120  # tokens of a sentence in which a source phrase may stand
_SAID = 20  # tokens from a word of saying to its complementizer
_SOURCES = frozenset("بحسب وفق وفقا طبقا نقلا حسب حسبما وفقما".split())
_OTHER_THAT = frozenset("غير الا رغم مع قبل بعد منذ بيد حيث كما الي".split())  # `غير أن`, no words of saying
_HEAD = 6  # tokens of a content in which its act stands
_NOT_DONE = frozenset(("لم", "ولم", "فلم", "لن", "ولن", "فلن", "لا", "ولا", "فلا", "ليس", "وليس", "ليست"))
_LACKING = frozenset(("دون", "بدون", "عدم", "بلا", "بعدم", "لعدم", "وعدم"))
_REALISED = frozenset(("قبل", "بعد", "منذ", "الي", "حتي"))
_WITHOUT = frozenset(("دون", "بدون"))
_PURPOSE = frozenset(("كي", "لكي", "حتي", "بهدف", "بغيه"))
_SOON = frozenset(("سوف", "وسوف", "فسوف"))
_MAY = frozenset(("قد", "وقد", "ربما", "وربما"))
_NOT_YET: dict[str, Status] = {
    "deny": "denied",
    "demand": "asked",
    "expect": "expected",
    "commit": "expected",
    "warn": "expected",
}
Local = Literal["denied", "asked", "expected", "conditional", "alleged"]


def status_of(ground: Ground, trigger: Trigger, holder: int) -> Status:
    """Return the status of an act that the statement numbered `holder` (-1: none) holds."""
    found: Status | None = _local(ground, trigger) or _of_content(ground, trigger, holder)
    if found == "expected" and _has_condition(ground, trigger):
        found = "conditional"
    if found is not None:
        return found
    if holder < 0:
        return "attributed" if _is_others(ground, trigger.token) else "asserted"
    return "alleged" if is_doubted(ground, holder) else "attributed"


def is_doubted(ground: Ground, holder: int) -> bool:
    """Say whether a statement or one around it has a doubting cue."""
    draft: Draft | None = ground.drafts[holder]
    for _ in range(_CHAIN):
        if draft is None:
            return False
        if draft.entry.distance == "doubting":
            return True
        draft = draft.parent
    return False


def _is_others(ground: Ground, token: int) -> bool:
    """Words that are not plainly the newsroom's own, though no statement is known to hold them.

    They stand in quotation marks, behind the complementizer of a word of saying, or beside a source phrase.
    """
    opener = ground.article.in_quote[token]
    if opener >= 0 and ground.article.quotes.closer.get(opener, opener) - opener > _QUOTED:
        return True
    start, end = ground.clauses.bounds(token)
    words = ground.article.words[start : min(end, start + _SENTENCE)]
    return any(word.fold in _SOURCES for word in words) or _is_said(ground, start, token)


def _is_said(ground: Ground, start: int, token: int) -> bool:
    words = ground.article.words
    that = next((at for at in range(token - 1, start, -1) if words[at].complementizer), None)
    if that is None or words[that - 1].fold in _OTHER_THAT:
        return False
    return any(words[at].cues for at in range(max(start, that - _SAID), that))


# -- in the clause --------------------------------------------------------------------------------


def _local(ground: Ground, trigger: Trigger) -> Status | None:
    use = trigger.light
    if trigger.act.type in VERBAL and trigger.noun:
        return None
    if use is not None and use.hit is not None and use.hit.form.light.status is not None:
        return use.hit.form.light.status
    verb = use.token if use is not None and use.hit is not None else None if trigger.noun else trigger.token
    found = _of_noun(ground, trigger.token if use is None or not use.nominal else use.token) if trigger.noun else None
    if found is not None:
        return found
    if verb is not None:
        future = use.hit.future if use is not None and use.hit is not None else trigger.hit.future
        return _of_verb(ground, verb, future=future or trigger.hit.purpose)
    return None


def _of_noun(ground: Ground, token: int) -> Status | None:
    """Read the words before a noun of action: `دون قصف`, `ضرورة وقف`, `خطة للانسحاب`."""
    words = ground.article.words
    tied = bool(words[token].preposition)
    lowest = max(ground.clauses.bounds(token)[0] - 1, token - 1 - (_FAR if tied else _NEAR))
    at = token
    while at - 1 > lowest:
        at = _before_aside(ground, at - 1)
        word = words[at]
        if at <= lowest or word.kind in STOPS or is_comma(word) or word.complementizer:
            return None
        found = _status_word(ground, at, token - at)
        if found is not None:
            return found
        if is_finite(word) or word.definite and not word.preposition and not tied and at < token - 1:
            return None
    return None


def _status_word(ground: Ground, at: int, distance: int) -> Status | None:
    """Return what the word at a token makes of an act so many tokens behind it; what is lacking stands close."""
    words, known = ground.article.words, ground.vocabulary.events.status
    word = words[at]
    found = known.get(word.fold) or known.get(word.base)
    if found == "expected" and at and words[at - 1].fold in _NOT_DONE | _LACKING:
        return "denied"  # `لا نية لتعليق`
    return None if found == "denied" and distance > _CLOSE else found


def _before_aside(ground: Ground, at: int) -> int:
    """Skip an aside back to the mark that opens it, between dashes with spaces too."""
    words = ground.article.words
    if words[at].kind not in DASHES:
        return ground.article.asides.opener.get(at, at)
    return next((t for t in range(at - 1, max(-1, at - 1 - _FAR), -1) if words[t].kind in DASHES), at)


def _of_verb(ground: Ground, token: int, *, future: bool) -> Status | None:
    words = ground.article.words
    before = words[token - 1] if token else None
    if before is not None and before.fold in _NOT_DONE:
        return "denied"
    if is_conditional(ground, token):
        return "conditional"
    imperfect = _is_imperfect(words[token])
    if before is not None and imperfect and before.fold in _MAY:
        return "conditional"
    if _asks(ground, token):
        return "conditional"
    if future or before is not None and before.fold in _SOON | _PURPOSE:
        return "expected"
    if before is not None and before.complementizer and imperfect and not _is_content_head(ground, token):
        return _subjunctive(ground, token - 1)
    return None


def _is_imperfect(word: Word) -> bool:
    aspects = {hit.form.aspect for hit in word.acts} | {hit.form.aspect for hit in word.lights}
    return "imperfect" in aspects and "perfect" not in aspects


def _is_content_head(ground: Ground, token: int) -> bool:
    holder = ground.clauses.holders[token]
    return holder >= 0 and any(p.start == token for p in ground.drafts[holder].pieces)


def _subjunctive(ground: Ground, complementizer: int) -> Status | None:
    """Read what governs `أن يفعل`: `قبل أن`, `دون أن`, `يجب أن`, `من المقرر أن`."""
    words, known = ground.article.words, ground.vocabulary.events.status
    for at in range(complementizer - 1, max(-1, complementizer - 1 - _NEAR), -1):
        word = words[at]
        if word.fold in _WITHOUT:
            return "denied"
        if word.fold in _REALISED and at == complementizer - 1:
            return None
        found = known.get(word.fold) or known.get(word.base)
        light = next((h.form.light.status for h in word.lights if h.form.light.status is not None), None)
        if found is not None or light is not None:
            return found or light
        if word.kind in STOPS or is_comma(word):
            break
    return "expected"


def _asks(ground: Ground, token: int) -> bool:
    """Say whether the sentence goes on to a question mark."""
    words = ground.article.words
    limit = ground.clauses.bounds(token)[1]
    stop = next((at for at in range(token + 1, min(limit + 1, len(words))) if words[at].kind in STOPS), None)
    return stop is not None and words[stop].kind in ("؟", "?")


def _has_condition(ground: Ground, trigger: Trigger) -> bool:
    end = ground.clauses.bounds(trigger.token)[1]
    owed = Owed(trigger.head, trigger.head + 1, "plan", ground.clauses.holders[trigger.token], "event", Subject(), end)
    return condition(ground, owed) is not None


# -- in a statement -------------------------------------------------------------------------------


def _of_content(ground: Ground, trigger: Trigger, holder: int) -> Status | None:
    """The act that a statement demands, denies or promises is its content's first; what it presupposes is not."""
    if holder < 0:
        return None
    draft = ground.drafts[holder]
    found = _NOT_YET.get(_own_force(draft))
    if trigger.act.type in VERBAL and trigger.noun:
        return None
    if trigger.noun and draft.entry.force == "assert" and draft.kind != "nominal":
        return None
    if found is None or not _is_told(ground, draft, trigger, found):
        return None
    return found


def _own_force(draft: Draft) -> str:
    """The force of the cue itself; of a neutral cue that of its content, but for what it merely announces."""
    if draft.entry.force != "assert":
        return draft.entry.force
    return draft.force if draft.force in ("deny", "demand", "expect") else "assert"


def _is_told(ground: Ground, draft: Draft, trigger: Trigger, found: Status) -> bool:
    words = ground.article.words
    piece = next((p for p in draft.pieces if p.start <= trigger.token < p.end), None)
    if piece is None:
        return False
    if not trigger.noun:
        verb = words[trigger.token]
        if found == "denied":
            return not any(is_comma(w) for w in words[piece.start : trigger.token])
        return _is_imperfect(verb) and (
            draft.entry.force != "assert" or _is_first_verb(words, piece.start, trigger.token)
        )
    return _is_first(ground, piece.start, trigger)


def _is_first_verb(words: list[Word], start: int, token: int) -> bool:
    return not any(map(is_finite, words[start:token]))


def _is_first(ground: Ground, start: int, trigger: Trigger) -> bool:
    """Say whether a noun is the content's own act or joined to it, and not the genitive or cause of another."""
    words = ground.article.words
    head = trigger.head if trigger.light is not None and trigger.light.nominal else trigger.token
    if words[head].conjunction == "و" and not words[head].preposition:
        return True
    between = words[start:head]
    if len(between) > _HEAD and words[head].preposition != "ب":
        return False
    return not any(_is_other_act(w) or w.kind in STOPS or is_finite(w) for w in between)


def _is_other_act(word: Word) -> bool:
    return bool(word.flags & F.EVENT) and any(hit.form.aspect == "noun" for hit in word.acts)
