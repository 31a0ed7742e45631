"""The words of an article that may tell an act, told apart from their homographs."""

from collections.abc import Iterator

from qawl.lexicon import flags as F
from qawl.lexicon.vocabulary import ActHit, LightHit, Word
from qawl.reading.article import COMMAS
from qawl.reading.events.arguments import is_party
from qawl.reading.events.draft import LightUse, Trigger
from qawl.reading.events.words import STOPS, TAKEN_UP, is_clitic_free, is_finite
from qawl.reading.ground import Ground
from qawl.reading.nouns import is_adjective

_OBJECT = 16  # tokens from a verb to the object that its entry asks for
_GENITIVE = 7  # tokens from a noun to it
_BY = frozenset(("الي", "ب", "عن", "علي", "من", "في"))
_BACK = 28  # tokens from a noun back to its light verb
_AHEAD = 5  # tokens from a noun to a light verb that takes it up: `هجوم شنه المتمردون`
_JOINED = 15  # tokens between two nouns of action under one light verb


def triggers(ground: Ground) -> Iterator[Trigger]:
    """Yield what may tell an act, in order; each word once."""
    article = ground.article
    cues = {token for draft in ground.drafts for token in range(*draft.cue)}
    last: Trigger | None = None
    for token in [token for token, word in enumerate(article.words[: article.body_end]) if word.acts]:
        if token not in cues and (last is None or token != last.object):
            trigger = _trigger(ground, token)
            if trigger is not None:
                if trigger.light is None and last is not None and _goes_on(ground, last, trigger):
                    trigger.light = last.light
                last = trigger
                yield trigger


def _goes_on(ground: Ground, last: Trigger, trigger: Trigger) -> bool:
    """`تضمن الاتفاق سحب السفن وتبادل المعلومات`: a noun joined to another that a light verb governs."""
    word = ground.article.words[trigger.token]
    if not (last.noun and trigger.noun) or word.conjunction != "و" or trigger.token - last.token > _JOINED:
        return False
    return ground.clauses.bounds(last.token) == ground.clauses.bounds(trigger.token)


def _trigger(ground: Ground, token: int) -> Trigger | None:
    """Choose the entry: one whose object is there before one that asks for none."""
    word = ground.article.words[token]
    noun = _is_noun(ground, token)
    hits = [hit for hit in word.acts if (hit.form.aspect == "noun") == noun]
    for hit in sorted(hits, key=lambda hit: not hit.form.act.objects):
        act = hit.form.act
        at = _object(ground, token, hit, noun) if act.objects else None
        if act.objects and at is None:
            continue
        trigger = Trigger(token, act, hit, noun, at)
        if noun:
            trigger.light = _light(ground, token)
        return trigger
    return None


def _is_noun(ground: Ground, token: int) -> bool:
    """Tell a noun of action from the verb that is spelt like it, by what stands before it."""
    words = ground.article.words
    word = words[token]
    if word.flags & F.NAME and token and words[token - 1].flags & (F.NAME | F.NAME_PARTICLE):
        return True  # `علي ناصر`
    if "\u064d" in word.form:
        return True  # `أيدٍ أمينة`: no verb ends in a kasratan
    aspects = {hit.form.aspect == "noun" for hit in word.acts}
    if aspects == {False} and word.fold.lstrip("وف").startswith("الت"):
        return False  # `التقى`, whose first letters are no article
    if not is_clitic_free(word):
        return True
    if aspects == {True}:
        return True
    if word.flags & (F.TIME | F.ADVERB) and not word.conjunction:
        return True  # `فجر الثلاثاء`
    if aspects == {False} and not word.flags & F.NOUN:
        return False
    if any(hit.future or hit.purpose or hit.form.aspect == "imperfect" for hit in word.acts):
        return False
    if word.fold.endswith("ا") and "\u064b" in word.form:
        return True
    return _opens_content(ground, token) or _follows_like_noun(ground, token)


def _opens_content(ground: Ground, token: int) -> bool:
    """`أعلن رفضه [سحب القوارب]`: the head of a nominal content."""
    holder = ground.clauses.holders[token]
    if holder < 0 or ground.drafts[holder].kind != "nominal":
        return False
    return any(piece.start == token for piece in ground.drafts[holder].pieces)


def _follows_like_noun(ground: Ground, token: int) -> bool:
    words = ground.article.words
    before = words[token - 1] if token else None
    if before is None or before.kind != "word":
        if words[token].conjunction == "و" and before is not None and before.kind in COMMAS:
            return not _has_agent_behind(ground, token)
        return words[token].conjunction == "" and _opens_nominally(words, token)
    if ground.vocabulary.events.status.get(before.fold) == "denied":
        return True  # `من دون قصف`
    if before.flags & (F.NEGATION | F.RELATIVE | F.SUBORDINATOR | F.AUXILIARY) or before.complementizer:
        return False
    if before.fold in ("قد", "وقد", "لقد", "ولقد"):
        return False
    if words[token].conjunction:
        return not _has_agent_behind(ground, token)
    if before.suffix and before.flags & F.EVENT:
        return True  # `رفضه سحب السفن`
    if before.flags & F.PREPOSITION or before.flags & F.ADJECTIVE and before.kind == "number":
        return True
    if is_finite(before) or before.flags & F.NOUN and not (before.definite or before.suffix or before.number == "p"):
        return True
    return _has_verb(ground, token)


def _has_agent_behind(ground: Ground, token: int) -> bool:
    """`وقصف الجيش`: behind `و` a verb opens a clause and has its subject behind it."""
    if token + 1 >= len(ground.article.words) or ground.article.words[token + 1].preposition:
        return False
    phrase = ground.phrases.at(token + 1, ground.clauses.bounds(token)[1])
    return phrase is not None and ground.clauses.is_agent(phrase)


def _has_verb(ground: Ground, token: int) -> bool:
    """Say whether the clause has its verb already: `تضمن الاتفاق سحب السفن`."""
    words = ground.article.words
    floor = ground.clauses.bounds(token)[0]
    for at in range(token - 1, max(floor, token - _OBJECT) - 1, -1):
        word = words[at]
        if word.kind != "word" or word.complementizer or word.flags & (F.RELATIVE | F.SUBORDINATOR):
            return _opens_with_verb(words, at + 1, token)
        if is_finite(word):
            return True
    return _opens_with_verb(words, floor, token)


def _opens_with_verb(words: list[Word], start: int, token: int) -> bool:
    """`تضمن الاتفاق`: a word at the head of a clause that may be a light verb, though it is a noun as well."""
    return start < token - 1 and bool(words[start].lights) and not words[start].definite


def _opens_nominally(words: list[Word], token: int) -> bool:
    """At the head of a sentence a verb has its subject behind it; a noun of action its genitive, most often too."""
    following = words[token + 1] if token + 1 < len(words) else None
    return following is None or following.kind != "word" or following.flags & F.PREPOSITION != 0


def _object(ground: Ground, token: int, hit: ActHit, noun: bool) -> int | None:
    """Return the token of the object that an entry asks for, behind who acts."""
    if not noun:
        found = ground.clauses.subject(token)
        phrase = found.phrase if found is not None else None
        if phrase is not None and phrase.start > token:
            behind = _object_from(ground, token, hit, phrase.end, _OBJECT)
            return behind if behind is not None else _object_from(ground, token, hit, token + 1, _OBJECT)
        return _object_from(ground, token, hit, token + 1, _OBJECT)
    found_at = _object_from(ground, token, hit, token + 1, _GENITIVE)
    if found_at is not None or hit.form.act.idafa == "none":
        return found_at
    return _object_from(ground, token, hit, _past_actor(ground, token), _GENITIVE)


def _object_from(ground: Ground, token: int, hit: ActHit, at: int, reach: int) -> int | None:
    words, objects = ground.article.words, hit.form.act.objects
    noun = hit.form.aspect == "noun"
    limit = min(ground.clauses.bounds(token)[1], at + reach)
    while at < limit:
        word = words[at]
        if word.kind in STOPS or at in ground.clauses.cues or at > token + 1 and is_finite(word):
            return None
        if word.base in objects or word.fold in objects:
            return at
        if noun and not _may_part(word):
            return None
        if noun and word.flags & F.PREPOSITION and at + 1 < limit and words[at + 1].base not in objects:
            phrase = ground.phrases.at(at + 1, limit, _BY)
            at = max(at, phrase.end - 1) if phrase is not None else at
        at += 1
    return None


def _past_actor(ground: Ground, token: int) -> int:
    """`توصل البلدين إلى اتفاق`: the genitive is who acts, the object stands behind it."""
    limit = ground.clauses.bounds(token)[1]
    phrase = ground.phrases.at(token + 1, limit, _BY) if token + 1 < limit else None
    return phrase.end if phrase is not None and is_party(ground, phrase) else token + 1


def _may_part(word: Word) -> bool:
    """`سحب أي قارب`, `وقف لإطلاق النار`: what may stand between a noun of action and its object."""
    if is_adjective(word) or word.kind == "number" or word.preposition:
        return True
    return bool(word.flags & (F.PREPOSITION | F.PRONOUN)) or word.fold in _BETWEEN


_BETWEEN = frozenset(("اي", "كافه", "جميع", "عمليات", "عن", "ثلاث", "كل", "بعض"))


# -- light verbs ----------------------------------------------------------------------------------


def _light(ground: Ground, token: int) -> LightUse | None:
    """Return the light verb that governs a noun of action: before it, or behind it in a relative clause."""
    return _light_before(ground, token) or _light_behind(ground, token)


def _light_before(ground: Ground, token: int) -> LightUse | None:
    words = ground.article.words
    floor = max(0, token - _BACK)
    nominal = _nominal_light(ground, token)
    if nominal is not None:
        return nominal
    head = chain(ground, token)
    if head is None:
        return None
    preposition = _preposition(words, head)
    start = head - 1 if preposition is None or words[head].preposition else head - 2
    for at in range(start, floor - 1, -1):
        word = words[at]
        if word.kind in STOPS or word.complementizer or at != start and word.flags & F.RELATIVE:
            return None
        genitive = at == token - 1 and words[token].definite and word.flags & F.NOUN  # `نص الحوار`
        if is_clitic_free(word) and not word.flags & F.PREPOSITION and not genitive:
            hit = _fitting(word, preposition)
            if hit is not None:
                return LightUse(at, hit)
        if at in ground.clauses.cues or is_finite(word):
            return None
        if preposition is None and at < start and word.preposition and any(h.form.aspect == "noun" for h in word.acts):
            return None  # the light verb is that noun's
    return None


def chain(ground: Ground, token: int) -> int | None:
    """Return the head of the chain of nouns that a trigger ends: `سلسلة غارات`, `في حالة تأهب`; None of another's."""
    words = ground.article.words
    before = words[token - 1] if token else None
    if before is None or before.kind != "word" or words[token].preposition or words[token].conjunction:
        return token
    if before.base in ground.vocabulary.events.kinds and not before.definite:
        return token - 1
    return None if _governs(before) else token


def _governs(word: Word) -> bool:
    """Say whether a noun is of a kind to which the next word is a genitive."""
    if not word.flags & F.NOUN or word.definite or word.suffix or word.flags & (F.PARTY | F.TIME | F.ADVERB):
        return False
    if is_finite(word) or word.lights and not word.flags & F.EVENT:
        return False
    return not (word.number == "p" and word.flags & F.ROLE)


def _preposition(words: list[Word], token: int) -> str | None:
    if words[token].preposition:
        return words[token].preposition
    before = words[token - 1] if token else None
    return before.fold if before is not None and before.flags & F.PREPOSITION else None


def _fitting(word: Word, preposition: str | None) -> LightHit | None:
    for hit in word.lights:
        light = hit.form.light
        wanted = "=" if preposition is None or light.part == "act" else preposition
        if wanted in light.via and not hit.suffix and not (light.part == "act" and preposition is not None):
            return hit
    return None


def _nominal_light(ground: Ground, token: int) -> LightUse | None:
    """`شن هجوم`, `تنفيذ غارات`, `بدء مناورات`, `تنفيذ التحالف غارات`."""
    words, nouns = ground.article.words, ground.vocabulary.events.light_nouns
    if token and words[token - 1].base in nouns and not words[token - 1].definite and not words[token].preposition:
        return LightUse(token - 1, None, nominal=True)
    for at in range(token - 2, max(-1, token - 7), -1):
        word = words[at]
        if word.kind != "word" or is_finite(word):
            return None
        if word.base in nouns and not word.definite and word.flags & F.EVENT and not words[token].preposition:
            phrase = ground.phrases.at(at + 1, token)
            ends = phrase is not None and (phrase.end == token or words[phrase.end].kind == "number")
            ends = ends and phrase is not None and ground.clauses.is_agent(phrase)
            return LightUse(at, None, nominal=True) if ends else None
    return None


def _light_behind(ground: Ground, token: int) -> LightUse | None:
    """`الهجوم الذي شنه المتمردون`, `اشتباكات اندلعت`."""
    words = ground.article.words
    limit = min(ground.clauses.bounds(token)[1], token + 1 + _AHEAD)
    for at in range(token + 1, limit):
        word = words[at]
        if word.kind != "word" or word.complementizer:
            return None
        for hit in word.lights if is_clitic_free(word) else ():
            light = hit.form.light
            if hit.suffix and light.part == "actor" or light.part == "act" and not hit.suffix and "=" in light.via:
                return LightUse(at, hit)
            if light.part == "actor" and at + 1 < limit and words[at + 1].fold in TAKEN_UP:
                return LightUse(at, hit)
        if is_finite(word):
            return None
    return None
