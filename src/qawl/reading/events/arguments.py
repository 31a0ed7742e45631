"""The parties of an act: noun phrases beside its verb or noun."""

from qawl.lexicon import flags as F
from qawl.lexicon.events import Act
from qawl.lexicon.vocabulary import Word
from qawl.reading.events.draft import LightUse, Parties, Trigger
from qawl.reading.events.words import TAKEN_UP, is_comma, is_finite, is_stop, preposition_at
from qawl.reading.ground import Ground
from qawl.reading.nouns import NounPhrase, is_adjective, is_time
from qawl.reading.subjects import Subjects

_STEPS = 14  # words and phrases between an act and its party
_REACH = 45  # tokens in which a party may stand
_BACK = 4  # tokens back from a verb to the act noun that is its subject
_BETWEEN = "بين"
_ELSEWHERE = frozenset(("في", "خلال", "بعد", "قبل", "الي", "عن"))  # they tell of the act, not of its party
_HANDS = frozenset(("يد", "ايدي", "قبضه", "سيطره"))
_PRONOUNS = frozenset(("ه", "ها", "هم", "نا", "ني"))


def is_party(ground: Ground, phrase: NounPhrase) -> bool:
    """Say whether a noun phrase names somebody who acts or suffers: who can act, or a place where people are."""
    if ground.clauses.is_agent(phrase):
        return not any(map(is_time, ground.article.words[phrase.start : min(phrase.end, phrase.start + 2)]))
    head = ground.article.words[phrase.head]
    if is_time(head) or head.flags & F.PRONOUN:
        return False
    return bool(head.flags & (F.PLACE | F.HUMAN)) and not head.flags & (F.EVENT | F.OCCASION)


def _is_agent(ground: Ground, phrase: NounPhrase) -> bool:
    return is_party(ground, phrase) and ground.clauses.is_agent(phrase)


def _takes_places(act: Act) -> bool:
    """What is bombed, seized, visited or reached may be a place; whom one talks to or helps may not."""
    return act.type in ("ASSAULT", "COERCE", "RETREAT") or act.mode == "visit"


def limit_of(ground: Ground, token: int) -> int:
    """Return the token before which the parties of an act at `token` stand."""
    limit = min(ground.clauses.bounds(token)[1], token + _REACH)
    return next((at for at in range(token + 1, limit) if is_stop(ground, at)), limit)


def behind(
    ground: Ground, start: int, limit: int, frames: frozenset[str], *, across: bool = False, places: bool = True
) -> NounPhrase | None:
    """Return the first party that stands behind an act in one of its frames (`=` bare, else a preposition).

    `across`: also behind a comma, as the guest behind a host's titles. `places`: a place will do.
    """
    words = ground.article.words
    avoid = frames - {"="} | _ELSEWHERE
    at, bare, behind_preposition = start, "=" in frames, False
    for _ in range(_STEPS):
        at = _past_asides(ground, at, limit)
        if at >= limit or _ends_search(ground, at, across or bare and at == start):
            return None
        found = preposition_at(words, at)
        begin = found[1] if found else at
        if found and begin < limit and words[begin].base in _HANDS:
            begin += 1  # `من يد القوات`
        phrase = ground.phrases.at(begin, limit, avoid) if begin < limit else None
        wanted = found[0] in frames if found else bare and not _goes_on(phrase, behind_preposition)
        behind_preposition = found is not None
        if phrase is not None and wanted:
            phrase = _without_time(ground, phrase)
            if (is_party if places else _is_agent)(ground, phrase):
                return phrase
        if phrase is not None and not found and not is_time(words[phrase.head]) and not words[at].flags & F.ADVERB:
            bare = False  # the object is no party; a preposition may still bring one
        at = max(at + 1, begin, phrase.end if phrase is not None else 0)
    return None


def _goes_on(phrase: NounPhrase | None, behind_preposition: bool) -> bool:
    """`بمستشفى الملك [عبدالعزيز]`: a bare name behind a prepositional phrase is the rest of it."""
    return behind_preposition and phrase is not None and phrase.name is not None and phrase.name[0] == phrase.start


def _without_time(ground: Ground, phrase: NounPhrase) -> NounPhrase:
    """`[تنزانيا] الأسبوع المقبل`: a time is no part of a party."""
    words = ground.article.words
    at = next((t for t in range(phrase.start + 1, phrase.end) if is_time(words[t]) or words[t].flags & F.ADVERB), None)
    return phrase if at is None else ground.phrases.at(phrase.start, at) or phrase


def _past_asides(ground: Ground, at: int, limit: int) -> int:
    article = ground.article
    while at < limit:
        if at in article.asides.closer:
            at = article.asides.closer[at] + 1
        elif at in article.fixed:
            at = article.fixed[at].end
        elif at in article.quotes.closer and article.quotes.closer[at] < at + 2:
            at += 1
        else:
            return at
    return limit


def _ends_search(ground: Ground, at: int, first: bool) -> bool:
    word = ground.article.words[at]
    if word.complementizer or word.flags & (F.RELATIVE | F.SUBORDINATOR) and not word.flags & F.PREPOSITION:
        return True
    if word.conjunction and word.flags & F.PRONOUN:
        return True  # `وهو موظف`
    return is_comma(word) and not first or is_finite(word)


def by_whom(ground: Ground, start: int, limit: int) -> NounPhrase | None:
    """`من قبل X`, `على يد X`."""
    words, known = ground.article.words, ground.vocabulary.events.by_whom
    for at in range(start, min(limit, start + _STEPS)):
        for rest in known.get(words[at].fold, ()):
            end = at + 1 + len(rest)
            if end < limit and tuple(w.fold for w in words[at + 1 : end]) == rest:
                found = ground.phrases.at(end, limit, _ELSEWHERE)
                return found if found is not None and is_party(ground, found) else None
    return None


# -- subjects -------------------------------------------------------------------------------------


def subject_act(ground: Ground, verb: int) -> int | None:
    """Return the act noun right before a verb: `غارة قتلت`, `في هجوم استهدف`, `الغارات التي أصابت`."""
    words = ground.article.words
    at = verb - 1
    while at > max(-1, verb - 1 - _BACK):
        word = words[at]
        if any(hit.form.aspect == "noun" for hit in word.acts) and word.flags & F.NOUN:
            return at
        if not (word.flags & (F.RELATIVE | F.ADJECTIVE | F.DEMONYM) or is_adjective(word)):
            return None
        at -= 1
    return None


def fill_subject(
    ground: Ground,
    verb: int,
    parties: Parties,
    object_at: int | None = None,
    frames: frozenset[str] = frozenset(),
) -> int:
    """Find who acts in a verb; return the token from which its object may stand."""
    antecedent = _antecedent(ground, verb)
    if antecedent is not None:
        parties.actor = antecedent if ground.clauses.is_agent(antecedent) else None
        return verb + 1
    found = ground.clauses.subject(verb)
    phrase = found.phrase if found is not None else None
    if phrase is not None and phrase.start > verb:
        if object_at == phrase.start:
            return verb + 1
        parties.actor = _narrow(ground, phrase, frames, object_at)
        return parties.actor.end
    if phrase is not None and ground.clauses.is_agent(phrase):
        parties.actor = phrase
    elif found is None and (armed := _armed(ground, verb)) is not None:
        parties.actor = armed
        return armed.end
    elif found is not None and found.pronoun in _PRONOUNS:
        parties.actor_identity = ground.speaker(verb)
    return verb + 1


def _armed(ground: Ground, verb: int) -> NounPhrase | None:
    """`أغارت الطائرات`: things that are fought with act as well."""
    words = ground.article.words
    if verb + 1 >= len(words) or words[verb + 1].base not in ground.vocabulary.events.armed:
        return None
    return None if words[verb + 1].preposition else ground.phrases.at(verb + 1, limit_of(ground, verb), _ELSEWHERE)


def _narrow(ground: Ground, phrase: NounPhrase, frames: frozenset[str], object_at: int | None) -> NounPhrase:
    """A subject without what belongs to its verb: `[الرئيس] إلى تنزانيا`, `[الرئيس الكيني] وزير الخارجية`."""
    limit = phrase.end if object_at is None else min(phrase.end, max(object_at, phrase.start + 1))
    narrow = ground.phrases.at(phrase.start, limit, frames - {"="} | _ELSEWHERE) or phrase
    if phrase.name is not None and narrow.name is None and object_at is None:
        return phrase  # `المبعوث الخاص للجنة فلان`
    if narrow.end == narrow.start + 1 and ground.article.words[narrow.start].base in ground.vocabulary.events.kinds:
        return phrase  # `عدة أشخاص`
    last = ground.article.words[narrow.end - 1]
    if last.numeral is not None and not last.definite and narrow.end - 1 > narrow.start:
        narrow = ground.phrases.at(narrow.start, narrow.end - 1) or narrow  # `[المتمردون] ثلاثة جنود`
    return narrow


def _part_persons(ground: Ground, parties: Parties) -> None:
    """`استقبل [X أمير الرياض] [وزير الدفاع Y]`: a transitive verb whose subject has swallowed its object."""
    at = _second_person(ground, parties.actor) if parties.actor is not None else None
    if at is None or parties.actor is None:
        return
    first, second = ground.phrases.at(parties.actor.start, at), ground.phrases.at(at, parties.actor.end)
    if first is not None and second is not None:
        parties.actor, parties.recipient = first, second


def _second_person(ground: Ground, phrase: NounPhrase) -> int | None:
    """Return where a role begins that is another person's: the last one with a name of its own, else the first."""
    words = ground.article.words
    roles = [
        at
        for at in range(phrase.start + 1, phrase.end)
        if words[at].flags & (F.ROLE | F.HONORIFIC) and _is_closed(words[at - 1]) and not words[at].conjunction
    ]
    named = [at for at in roles if not words[at].flags & F.HONORIFIC and _has_name(ground, at, phrase.end)]
    if named and _has_name(ground, phrase.start, named[-1]):
        return named[-1]
    return roles[0] if roles else None


def _has_name(ground: Ground, start: int, end: int) -> bool:
    phrase = ground.phrases.at(start, end)
    return phrase is not None and phrase.name is not None


def _is_closed(word: Word) -> bool:
    return word.definite or bool(word.flags & F.PARTY) or bool(word.suffix)


def _antecedent(ground: Ground, verb: int) -> NounPhrase | None:
    """`القوات التي قصفت`: the noun phrase before a relative pronoun; not of `التي قصفتها`."""
    words = ground.article.words
    if not verb or not words[verb - 1].flags & F.RELATIVE:
        return None
    if any(h.suffix for h in words[verb].acts) or any(h.suffix for h in words[verb].lights):
        return None
    return Subjects(ground.article, ground.phrases).antecedent(verb - 1, ground.clauses.bounds(verb)[0])


# -- verbs ----------------------------------------------------------------------------------------


def of_verb(ground: Ground, trigger: Trigger) -> Parties:
    """Return the parties of an act told by a verb."""
    parties = Parties()
    act, limit = trigger.act, limit_of(ground, trigger.token)
    start = fill_subject(ground, trigger.token, parties, trigger.object, act.recipient)
    if not parties.has_actor:
        parties.subject_act = subject_act(ground, trigger.token)
    if not trigger.hit.suffix and act.recipient:
        across = "=" in act.recipient and act.type == "CONSULT"
        parties.recipient = behind(ground, start, limit, act.recipient, across=across, places=_takes_places(act))
        if parties.recipient is None and "=" in act.recipient:
            parties.recipient = _of_object(ground, trigger, limit)
        if parties.recipient is None and "=" in act.recipient and not act.passive:
            _part_persons(ground, parties)
    if _is_passive(trigger, parties):
        parties.recipient, parties.actor = parties.actor, by_whom(ground, start, limit)
    elif act.undergone or act.reverse:
        parties.actor, parties.recipient = parties.recipient, parties.actor
        parties.recipient_identity, parties.actor_identity = parties.actor_identity, None
    elif act.mutual and parties.actor is not None and parties.recipient is None:
        _part_joint(ground, parties)
    return parties


def _of_object(ground: Ground, trigger: Trigger, limit: int) -> NounPhrase | None:
    """`أطلق سراح الرهائن`: the genitive of the object suffers."""
    if trigger.object is None or trigger.object + 1 >= limit or "=" not in trigger.act.recipient:
        return None
    if ground.article.words[trigger.object + 1].preposition or ground.article.words[trigger.object].definite:
        return None
    phrase = ground.phrases.at(trigger.object + 1, limit, _ELSEWHERE)
    return phrase if phrase is not None and is_party(ground, phrase) else None


def _is_passive(trigger: Trigger, parties: Parties) -> bool:
    """`قُتل ثلاثة جنود`: a transitive verb with one noun phrase; unpointed, the passive is written like the active."""
    if trigger.hit.suffix or parties.recipient is not None or parties.actor is None:
        return False
    return trigger.hit.form.aspect == "passive" or trigger.act.passive


def _part_joint(ground: Ground, parties: Parties) -> None:
    """`اتفقت كينيا وتنزانيا`: the two of a joint subject stand against each other."""
    assert parties.actor is not None
    pair = parted(ground, parties.actor)
    if pair is not None:
        parties.actor, parties.recipient = pair


def parted(ground: Ground, phrase: NounPhrase) -> tuple[NounPhrase, NounPhrase] | None:
    """Part two parties that `و` joins."""
    if not phrase.joint:
        return None
    for at in range(phrase.start + 1, phrase.end):
        if ground.article.words[at].conjunction == "و":
            first, second = ground.phrases.at(phrase.start, at), ground.phrases.at(at, phrase.end, _ELSEWHERE)
            if first and second and is_party(ground, first) and is_party(ground, second):
                return first, second
    return None


# -- nouns ----------------------------------------------------------------------------------------


def of_noun(ground: Ground, trigger: Trigger) -> Parties:
    """Return the parties of an act told by a noun, with or without a light verb."""
    parties = Parties()
    act, limit = trigger.act, limit_of(ground, trigger.token)
    start = _genitive(ground, trigger, trigger.token + 1, limit, parties)
    if trigger.object == trigger.token + 1 and not parties.has_recipient:
        start = max(start, trigger.object + 1)
    if trigger.light is not None:
        _of_light(ground, trigger.light, parties)
    _pronoun(ground, trigger, parties)
    _adjective(ground, trigger, start, parties)
    if not parties.has_recipient:
        parties.recipient = _of_object(ground, trigger, limit)
    if not parties.has_recipient and act.recipient - {"="}:
        parties.recipient = behind(ground, start, limit, act.recipient - {"="}, places=_takes_places(act))
    if not parties.has_actor and act.idafa == "actor" and "ل" not in act.recipient:
        parties.actor = _owner(ground, start, limit)
    if not parties.has_actor:
        parties.actor = by_whom(ground, start, limit) or _sender(ground, trigger, start, limit)
    if act.mutual:
        _between(ground, start, limit, parties)
    if act.reverse:
        parties.actor, parties.recipient = parties.recipient, parties.actor
    return parties


def _sender(ground: Ground, trigger: Trigger, start: int, limit: int) -> NounPhrase | None:
    """`تلقى اتصالا من X`, `تعرض لهجوم من X`."""
    light = trigger.light
    if light is None or light.hit is None or light.hit.form.light.part != "recipient":
        return None
    return behind(ground, start, limit, frozenset(("من",)), places=False)


def _genitive(ground: Ground, trigger: Trigger, start: int, limit: int, parties: Parties) -> int:
    """Read the noun's genitive, and the object behind it; return the token after them."""
    words, act = ground.article.words, trigger.act
    word = words[start - 1]
    if start >= limit or word.definite or word.suffix or words[start].preposition or words[start].conjunction:
        return start
    if is_adjective(words[start]) and not words[start].definite and words[start].base.endswith("ه"):
        return start  # `ضربات قاتلة`, `عقوبات اقتصادية`
    phrase = ground.phrases.at(start, limit, act.recipient - {"="} | _ELSEWHERE)
    if phrase is None or words[start].flags & F.PREPOSITION:
        return start
    if not (is_party if _takes_places(act) else _is_agent)(ground, phrase):
        return start
    part = act.idafa
    if part == "either":
        part = "actor" if _has_object(ground, phrase.end, limit, act) else "recipient"
    if part == "actor" and "=" in act.recipient and phrase.end < limit and not words[phrase.end].preposition:
        after = ground.phrases.at(phrase.end, limit, _ELSEWHERE)
        if after is not None and is_party(ground, after) and not words[phrase.end].conjunction:
            parties.recipient = after
    if part == "actor":
        parties.actor = phrase
    elif part == "recipient":
        parties.recipient = phrase
    else:
        return start
    return phrase.end


def _has_object(ground: Ground, start: int, limit: int, act: Act) -> bool:
    """`قصف الجيش للبلدة`, `زيارة الوزير إلى العاصمة`: with an object behind it the genitive is who acts."""
    if start >= limit:
        return False
    found = preposition_at(ground.article.words, start)
    if found is not None:
        return found[0] in act.recipient
    return "=" in act.recipient and behind(ground, start, min(limit, start + 2), frozenset("=")) is not None


def _of_light(ground: Ground, use: LightUse, parties: Parties) -> None:
    """A light verb's subject acts or suffers; `شنها X`: who stands behind it."""
    if use.nominal:
        if use.hit is None and not parties.has_actor:
            parties.actor = _genitive_actor(ground, use.token)
        return
    assert use.hit is not None
    part = use.hit.form.light.part
    if part not in ("actor", "recipient"):
        return
    found = Parties()
    words = ground.article.words
    if use.hit.suffix or use.token + 1 < len(words) and words[use.token + 1].fold in TAKEN_UP:
        begin = use.token + (1 if use.hit.suffix else 2)
        phrase = ground.phrases.at(begin, limit_of(ground, use.token), _ELSEWHERE) if begin < len(words) else None
        found.actor = phrase if phrase is not None and ground.clauses.is_agent(phrase) else None
    elif part == "recipient":
        found.actor = behind(ground, use.token + 1, limit_of(ground, use.token), frozenset("="))
    else:
        fill_subject(ground, use.token, found)
    if part == "actor" and not parties.has_actor:
        parties.actor, parties.actor_identity = found.actor, found.actor_identity
    elif part == "recipient" and not parties.has_recipient:
        parties.recipient, parties.recipient_identity = found.actor, found.actor_identity


def _owner(ground: Ground, start: int, limit: int) -> NounPhrase | None:
    """`غارة جوية لقوات التحالف`: `ل` in the genitive's place."""
    words = ground.article.words
    while start < limit and is_adjective(words[start]) and not words[start].preposition:
        start += 1
    if start >= limit or words[start].preposition != "ل":
        return None
    phrase = ground.phrases.at(start, limit, _ELSEWHERE)
    return phrase if phrase is not None and ground.clauses.is_agent(phrase) else None


def _genitive_actor(ground: Ground, token: int) -> NounPhrase | None:
    """`تنفيذ التحالف غارات`."""
    limit = limit_of(ground, token)
    phrase = ground.phrases.at(token + 1, limit) if token + 1 < limit else None
    return phrase if phrase is not None and ground.clauses.is_agent(phrase) else None


def _pronoun(ground: Ground, trigger: Trigger, parties: Parties) -> None:
    """`لدى استقباله السفراء`: in the occasion of a statement its speaker."""
    if not trigger.hit.suffix or parties.has_actor or trigger.act.idafa not in ("actor", "either"):
        return
    host = ground.clauses.hosts.get(trigger.token)
    if host is not None:
        parties.actor_identity = ground.identities.get(host)


def _adjective(ground: Ground, trigger: Trigger, start: int, parties: Parties) -> None:
    """`الغارات الإسرائيلية`: the state that an adjective names acts."""
    words = ground.article.words
    if parties.has_actor or trigger.act.idafa == "recipient":
        return
    at = trigger.token + 1
    definite = words[trigger.token].definite
    while at < len(words) and at <= start + 2 and is_adjective(words[at]) and words[at].definite == definite:
        if words[at].suffix or words[at].preposition:
            return
        code = ground.article.codes.get(words[at].base, "") if words[at].flags & F.DEMONYM else ""
        if code and not words[at].conjunction:
            parties.actor_identity = ground.parties.state(code, NounPhrase(at, at + 1, at))
            return
        at += 1


def _between(ground: Ground, start: int, limit: int, parties: Parties) -> None:
    """`اشتباكات بين X وY`."""
    words = ground.article.words
    if parties.has_actor and parties.has_recipient:
        return
    at = next((t for t in range(start, min(limit, start + _STEPS)) if words[t].base == _BETWEEN), None)
    phrase = ground.phrases.at(at + 1, limit) if at is not None and at + 1 < limit else None
    if phrase is None:
        return
    pair = parted(ground, phrase)
    if pair is not None:
        parties.actor, parties.recipient = pair
    elif not parties.has_actor and is_party(ground, phrase):
        parties.actor = phrase
