"""Who owes an act, to whom, and whether it is the speaker's own side."""

from bisect import bisect_left
from dataclasses import replace

from qawl.lexicon import flags as F
from qawl.reading.actors import Identity
from qawl.reading.ground import Ground
from qawl.reading.nouns import NounPhrase
from qawl.reading.pledges.act import Act

_ON_BEHALF = "عن"
_SAID_TO = ("statement:promise", "statement:offer")  # rules whose statement may say to whom
_FOR = ("الي", "مع", "ل")
_FIRST = 2  # words of an act that say whether somebody goes somewhere
_CODE = 3  # letters of a state's code
_TWO = 2
_OPENING = 500  # tokens of an article in which its parties are named
_SAME_BODY = 2  # words that name it
_DUAL = ("ان", "ين")
_TITLES = F.ROLE | F.HONORIFIC | F.NAME | F.GRAMMAR


def settle(ground: Ground, act: Act) -> bool:
    """Name who owes an act and decide its kind; False where nobody is known to owe it."""
    speaker = ground.identities.get(act.holder)
    phrase = act.subject.phrase
    if act.by is not None:
        pass
    elif phrase is not None:
        act.by = _named(ground, phrase, speaker)
        act.own = act.own or speaker is not None and is_own(ground, phrase, act.by, speaker)
    elif speaker is not None:
        ordered = _office(ground, speaker) if act.rule == "statement:expectation" else None
        act.by = ordered or (_side_name(ground, speaker) if act.ours else speaker.name)
        act.own = True
    if act.kind == "plan":
        act.kind = "promise" if act.own else "expectation"
    if act.by is not None:
        act.to = _beneficiary(ground, act, speaker)
    return act.by is not None


def _beneficiary(ground: Ground, act: Act, speaker: Identity | None) -> str | None:
    """The party that demands or waits; else the first party that the act names beside the one who owes it."""
    if act.kind == "demand":
        if act.asker is not None and act.asker.phrase is not None:
            return _named(ground, act.asker.phrase, speaker)
        return speaker.name if speaker is not None else None
    if act.rule == "await" and speaker is not None:
        return _side_name(ground, speaker)
    promised = _addressee(ground, act) if act.rule in _SAID_TO else None
    if promised is not None:
        return promised
    mentions = ground.parties.mentions
    first = bisect_left(ground.parties.starts, act.start)
    for mention in mentions[first : bisect_left(ground.parties.starts, act.end)]:
        if _is_party(ground, mention.phrase) and _gains(ground, act, mention.phrase):
            name = ground.parties.who(mention.phrase).name
            if name != act.by and (not mention.phrase.personal or " " in name):
                return name
    return None


def _addressee(ground: Ground, act: Act) -> str | None:
    """`وعد المدير العمال بزيادة`: to whom something is promised."""
    addressee = ground.drafts[act.holder].addressee
    if addressee is None:
        return None
    words, (start, end) = ground.article.words, addressee
    start += bool(words[start].flags & F.PREPOSITION)
    phrase = ground.phrases.at(start, end) if start < end else None
    if phrase is None or not ground.clauses.is_agent(phrase):
        return None
    return ground.parties.who(phrase).name


def _gains(ground: Ground, act: Act, phrase: NounPhrase) -> bool:
    """Say whether an act may be for a party: not where it only happens in it, goes there, or is against it."""
    words = ground.article.words
    head, before = words[phrase.start], words[phrase.start - 1]
    if head.preposition in ("ب", "ك") or before.flags & F.PREPOSITION and before.fold not in _FOR:
        return False
    return not any(
        word.fold in ground.pledges.motion or word.base in ground.pledges.motion
        for word in words[act.start : act.start + _FIRST]
    )


def _is_party(ground: Ground, phrase: NounPhrase) -> bool:
    head = ground.article.words[phrase.head]
    entity = ground.article.entities.get(phrase.head)
    if entity is not None:
        return bool(entity.name.kind & (F.STATE | F.BODY))
    return bool(head.flags & F.STATE) and not head.flags & F.ADJECTIVE or phrase.personal and phrase.name is not None


def _named(ground: Ground, phrase: NounPhrase, speaker: Identity | None) -> str | None:
    phrase = _alone(ground, phrase)
    head = ground.article.words[phrase.head]
    if head.base == "بلاد" and head.suffix:
        return _side_name(ground, speaker) if speaker is not None else None
    if head.base in ground.pledges.sides and phrase.head + 1 < phrase.end:
        state = _state_name(ground, ground.article.codes.get(ground.article.words[phrase.head + 1].base, ""))
        if state is not None:
            return state
    if head.base in ground.pledges.both and head.definite and head.fold.endswith(_DUAL):
        both = two_states(ground)
        if both is not None:
            return both
    if phrase.end - phrase.start == 1 and head.flags & (F.PRONOUN | F.DEMONSTRATIVE):
        return None
    if len(phrase.names) > 1 and head.number == "p":
        return " و".join(_full_name(ground, *name) for name in phrase.names)
    pair = _pair(ground, phrase)
    if pair is not None:
        return pair
    apposed = _apposed(ground, phrase) if head.number == "p" else None
    if apposed is not None:
        return ground.parties.surface(apposed)
    sender = _sender(ground, phrase) if head.base in ground.pledges.delegates else None
    if sender is not None:
        return _fullest(ground, sender)
    return _fullest(ground, phrase)


def _pair(ground: Ground, phrase: NounPhrase) -> str | None:
    """`الرئيسان العوضي والهاشمي`: two who bear one title, by the full names that the article has for them."""
    words, behind = ground.article.words, phrase.head + 1
    if not words[phrase.head].fold.endswith(_DUAL) or phrase.end != behind + _TWO:
        return None
    if words[behind + 1].conjunction != "و":
        return None
    if any(word.base not in ground.parties.named_by_word for word in words[behind : phrase.end]):
        return None
    bearers = (NounPhrase(t, t + 1, t, name=(t, t + 1), personal=True) for t in range(behind, phrase.end))
    return " و".join(ground.parties.who(bearer).name for bearer in bearers)


def _apposed(ground: Ground, phrase: NounPhrase) -> NounPhrase | None:
    """`الرئيسان، سالم العوضي وكمال الهاشمي`: the two that are named behind a comma."""
    if phrase.name is None or phrase.name[0] <= phrase.head:
        return None
    inner = ground.phrases.at(phrase.name[0], phrase.end)
    return inner if inner is not None and inner.joint else None


def _sender(ground: Ground, phrase: NounPhrase) -> NounPhrase | None:
    """`ممثلون عن غرفة التجارة`: for whom delegates come."""
    words, behind = ground.article.words, phrase.head + 1
    if behind + 1 >= len(words) or words[behind].fold != _ON_BEHALF:
        return None
    return ground.phrases.at(behind + 1, ground.clauses.bounds(phrase.head)[1])


def _alone(ground: Ground, phrase: NounPhrase) -> NounPhrase:
    """`مجلس الإدارة [برئاسة سالم العوضي]`: the party without who leads or joins it."""
    words, company = ground.article.words, ground.pledges.company
    led = (t for t in range(phrase.head + 1, phrase.end) if words[t].fold in company)
    cut = next(led, phrase.end)
    return phrase if cut == phrase.end else replace(phrase, end=cut, core_end=cut, name=None, names=[])


def _full_name(ground: Ground, start: int, end: int) -> str:
    """`الرئيسان السيسي والبشير`: the full name that the article has for one of them."""
    cut = ground.phrases.at(start, end)
    return ground.article.words_of(start, end) if cut is None else ground.parties.who(cut).name


def _told_before(ground: Ground, phrase: NounPhrase) -> NounPhrase:
    """`المشرعون` of whom the article first told as `المشرعين الأمريكيين`: several people under one noun."""
    words = ground.article.words
    head = words[phrase.head]
    if phrase.end - phrase.start > 1 or not head.definite or head.number != "p" or not head.flags & F.PERSONAL:
        return phrase
    for mention in ground.parties.by_head.get(head.base, ()):
        told = mention.phrase
        if told.start >= phrase.start:
            break
        described = told.end - told.head == _TWO and words[told.head].definite
        if described and words[told.end - 1].definite and words[told.end - 1].flags & (F.ADJECTIVE | F.DEMONYM):
            return told
    return phrase


def _fullest(ground: Ground, phrase: NounPhrase) -> str:
    """Return the party's name; a longer one that only runs on from this very phrase into its act does not count."""
    told = _told_before(ground, phrase)
    if told is not phrase:
        return ground.parties.surface(told)
    name, surface = ground.parties.who(phrase).name, ground.parties.surface(phrase)
    start = ground.article.tokens.starts[phrase.start]
    runs_on = (
        name != surface and name.startswith(surface) and name in ground.article.text[start : start + len(name) + 4]
    )
    return surface if runs_on else name


def _side_name(ground: Ground, speaker: Identity) -> str:
    """We: the state or body that a person speaks for, under its name in the article; else the speaker."""
    if speaker.kind != "person":
        return speaker.name
    for code in sorted(filter(_is_code, ground.parties.side(speaker))):
        state = _state_name(ground, code)
        if state is not None:
            return state
    entities = ground.article.entities
    for start, end in sorted(speaker.mentions):
        for token in range(start, end):
            if token in entities and entities[token].name.kind & F.BODY:
                phrase = ground.phrases.at(token, end)
                return ground.parties.who(phrase).name if phrase is not None else entities[token].name.name
    return speaker.name


def _office(ground: Ground, speaker: Identity) -> str | None:
    """`وجه الوزير بصيانة الطريق`: his ministry, if the article names it."""
    side = ground.parties.side(speaker)
    for role, office in ground.pledges.offices.items():
        for mention in ground.parties.by_head.get(office, ()) if role in side else ():
            head = mention.phrase.head
            if ground.article.words[head].definite:
                return ground.parties.surface(NounPhrase(head, head + 1, head))
            if mention.words & side - {role, office}:
                return ground.parties.who(mention.phrase).name
    return None


def _state_name(ground: Ground, code: str) -> str | None:
    """Return the name that the article has for a state, or None."""
    mention = next(iter(ground.parties.by_head.get("=" + code, ())), None)
    return ground.parties.who(mention.phrase).name if mention is not None else None


def two_states(ground: Ground) -> str | None:
    """Return the two states that an article names, joined, in their order; None where it names one or more than two."""
    found: dict[str, str] = {}
    for token, word in enumerate(ground.article.words[:_OPENING]):
        if word.flags & F.STATE and not word.flags & F.ADJECTIVE or token in ground.article.entities:
            code = state_at(ground, token)
            if code and code not in found:
                entity = ground.article.entities.get(token)
                end = token + 1 if entity is None else entity.end
                found[code] = ground.parties.surface(NounPhrase(token, end, token))
            if len(found) > _TWO:
                return None
    return " و".join(found.values()) if len(found) == _TWO else None


def state_at(ground: Ground, at: int) -> str:
    """Return the code of the state that is named at a token, or nothing."""
    entity = ground.article.entities.get(at)
    if entity is not None:
        return entity.name.code if entity.name.kind & F.STATE else ""
    word = ground.article.words[at]
    return ground.article.codes.get(word.base, "") if word.flags & F.STATE and not word.flags & F.ADJECTIVE else ""


def _is_code(word: str) -> bool:
    return len(word) == _CODE and word.isascii() and word.isupper()


def is_own(ground: Ground, phrase: NounPhrase, name: str | None, speaker: Identity) -> bool:
    """Say whether a party is the speaker's own side: itself, its state, or the body it speaks for."""
    if len(phrase.names) > 1 and any(_is_of_one_state(ground, name, speaker) for name in phrase.names):
        return True
    if name == speaker.name:
        return True
    if speaker.kind == "unnamed":
        return False
    head = ground.article.words[phrase.head]
    if head.base in ground.pledges.countries:
        return True
    if head.flags & F.INSTITUTION and head.definite and phrase.end - phrase.start == 1:
        return True
    mention = ground.parties.mention(phrase)
    side = ground.parties.side(speaker)
    words = mention.words | {mention.head.removeprefix("=")}
    codes = set(filter(_is_code, words))
    if codes and not codes & side and any(map(_is_code, side)):
        return False
    if codes & side or head.flags & F.INSTITUTION and head.base in side:
        return True
    return (
        _shares_body(ground, phrase, side) or speaker.kind == "institution" and _shares_portfolio(ground, phrase, side)
    )


def _is_of_one_state(ground: Ground, name: tuple[int, int], speaker: Identity) -> bool:
    """`الرئيسان السيسي والبشير` of the spokesman of one of them."""
    phrase = ground.phrases.at(*name)
    if phrase is None:
        return False
    theirs = ground.parties.side(ground.parties.who(phrase))
    return any(_is_code(code) for code in theirs & ground.parties.side(speaker))


def _shares_body(ground: Ground, phrase: NounPhrase, side: frozenset[str]) -> bool:
    """`المتحدث باسم الأمم المتحدة` of `مبعوث الأمم المتحدة`: the same body named beside the role."""
    words = ground.article.words[phrase.start : phrase.end]
    return len({w.base for w in words if w.base in side and not w.flags & _TITLES}) >= _SAME_BODY


def _shares_portfolio(ground: Ground, phrase: NounPhrase, side: frozenset[str]) -> bool:
    """`وزارة الخارجية` of `وزيرة الخارجية`."""
    words = ground.article.words
    behind = phrase.head + 1
    return bool(words[phrase.head].flags & F.ROLE) and behind < phrase.end and words[behind].base in side
