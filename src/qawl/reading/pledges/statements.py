"""Statements that commit or demand as a whole: their content is the act."""

from collections.abc import Iterator
from dataclasses import replace

from qawl.lexicon import flags as F
from qawl.lexicon.pledges import GovernorKind
from qawl.reading.article import COMMAS
from qawl.reading.clauses import Subject
from qawl.reading.drafts import Draft
from qawl.reading.ground import Ground
from qawl.reading.nouns import NounPhrase, is_time
from qawl.reading.pledges.act import Act
from qawl.reading.pledges.pronouns import antecedent

_LONGEST = 60  # tokens of an act
_OPENING = 3  # words at the head of a content in which a governor says better what is promised
_MAX_PARTY = 20  # tokens between `على` and `أن`
_STEPS = 4  # phrases between the speaker and who is asked
_MARKS = COMMAS | {'"'}
_BY_THIS = frozenset(("بهذا", "بهذه", "بذلك", "بتلك"))
_ASIDE = ("ب", "ك")  # `يطالب بصفته رئيسا أن`
_ASKABLE = F.ROLE | F.HUMAN | F.INSTITUTION | F.STATE | F.BODY
_ALL_OF = ("كل", "كلا")


def whole_statements(ground: Ground) -> Iterator[Act]:
    """Yield the acts of `طالب X بـ…`, `على X أن …` and of announced acts of one's own."""
    for i, draft in enumerate(ground.drafts):
        if draft.headline:
            continue
        if draft.force == "demand" and _is_prayer(ground, draft):
            continue
        if draft.force == "demand" and draft.kind != "colon":
            asked = _asked(ground, i, draft)
            if asked is not None:
                yield _whole(draft, i, "demand", Subject(asked))
                continue
            doer = _named_doer(ground, draft) if i in ground.identities else None
            if doer is not None:
                yield _whole(draft, i, "demand", Subject(doer))
                continue
            if i in ground.identities and draft.entry.lemma in ground.pledges.ordering and draft.kind == "nominal":
                yield _ordered(draft, i)
                continue
        if draft.entry.lemma in ground.pledges.asking and draft.kind == "nominal":
            yield from _told_to(ground, i, draft)
        if ground.article.words[draft.start].fold == "علي":
            yield from _duty(ground, i, draft)
        elif draft.force == "commit" and draft.kind == "nominal":
            yield from _announced(ground, i, draft)


def _is_prayer(ground: Ground, draft: Draft) -> bool:
    """`داعيا الله أن يحفظ البلاد`."""
    start = draft.cue[1]
    words = ground.article.words[start : min(max(start, draft.start) + 1, start + _MAX_PARTY)]
    return any(word.fold in ground.pledges.prayers for word in words)


def _asked(ground: Ground, i: int, draft: Draft) -> NounPhrase | None:
    """Return who is asked: the addressee, or what stands between the speaker and the act: `طالب الوزير التجار بـ`."""
    if draft.entry.force != "demand":
        return None
    pronoun = draft.hit.suffix if draft.hit is not None and draft.hit.form.aspect != "noun" else ""
    if pronoun:
        return antecedent(ground, draft.cue[0], pronoun, ground.identities.get(i))
    if i not in ground.identities:
        return None
    if draft.addressee is not None:
        start, end = draft.addressee
        phrase = _whole_party(ground, start, end)
        whole = _past_adjectives(ground, end, draft.start)
        if phrase is not None and phrase.end == end < whole:
            phrase = replace(phrase, end=whole, core_end=whole)
        return None if phrase is None or _is_everybody(ground, phrase) else phrase
    start = max(draft.cue[1], draft.speaker.end if draft.speaker else draft.start)
    return _between(ground, start, draft.start) or _inside_speaker(ground, draft)


def _past_adjectives(ground: Ground, at: int, limit: int) -> int:
    """`الدول والمنظمات [المانحة]`: adjectives that the addressee was cut off from."""
    words = ground.article.words
    while at < limit and words[at].definite and (words[at].flags & F.ADJECTIVE or not words[at].known):
        at += 1
    return at


def _between(ground: Ground, start: int, end: int) -> NounPhrase | None:
    """Return the first party of tokens `[start, end)` that no preposition but `ل` stands before."""
    words = ground.article.words
    for _ in range(_STEPS):
        while start < end and (words[start].flags & F.ADVERB or words[start].kind in _MARKS or is_time(words[start])):
            start += 1
        if start >= end:
            return None
        away = bool(words[start].flags & F.PREPOSITION)
        aside = words[start].preposition in _ASIDE
        phrase = _whole_party(ground, start + away, end) if start + away < end else None
        named = phrase is not None and ground.clauses.is_agent(phrase) and not _is_everybody(ground, phrase)
        if named and not away and not aside:
            return phrase
        start = phrase.end if phrase is not None else start + 1
    return None


def _is_everybody(ground: Ground, phrase: NounPhrase) -> bool:
    """`دعا الجميع إلى …`: everybody is no named party."""
    return phrase.end - phrase.start == 1 and ground.article.words[phrase.head].base in ground.pledges.quantities


def _whole_party(ground: Ground, start: int, end: int) -> NounPhrase | None:
    words = ground.article.words
    while start < end and (words[start].flags & (F.PREPOSITION | F.ADVERB) or words[start].kind in _MARKS):
        start += 1
    if start < end - 1 and words[start].base in _ALL_OF and words[start + 1].fold == "من":
        start += 2  # `كلا من سالم وكمال`
    phrase = ground.phrases.at(start, end) if start < end else None
    if phrase is not None and phrase.joint and phrase.end < end:
        return replace(phrase, end=end, core_end=end)  # `الدول والمنظمات المانحة`
    return phrase


def _inside_speaker(ground: Ground, draft: Draft) -> NounPhrase | None:
    """`طالب الفنان سالم العوضي، وزير النقل كمال الهاشمي، بـ`, `طالب "العوضي" التجار بـ`: two parties, no apposition."""
    speaker, words = draft.speaker, ground.article.words
    if speaker is None:
        return None
    marked = next((t for t in range(speaker.end - 2, speaker.start, -1) if words[t].kind == '"'), None)
    if marked is not None:
        phrase = ground.phrases.at(marked + 1, speaker.end)
        return phrase if phrase is not None and ground.clauses.is_agent(phrase) else None
    last = words[speaker.end - 1]
    two = last.definite and words[speaker.end - 2].definite and speaker.end - 1 > speaker.head
    if two and speaker.name is None and last.flags & _ASKABLE and not last.flags & (F.ADJECTIVE | F.HONORIFIC):
        return ground.phrases.at(speaker.end - 1, speaker.end)  # `طالب الوزير البحارة بـ`
    if speaker.name is None or not speaker.name[1] <= speaker.core_end < speaker.end - 1:
        return None
    phrase = ground.phrases.at(speaker.core_end + 1, speaker.end)
    return phrase if phrase is not None and phrase.personal and phrase.name is not None else None


def _named_doer(ground: Ground, draft: Draft) -> NounPhrase | None:
    """`طالب بأن تفتح البلدية …`, `ضرورة أن تفتح …`, `ضرورة قيام البلدية بـ`: who is to act stands in the act."""
    words, start = ground.article.words, draft.start
    if words[start].base in ground.pledges.necessity and start + 2 < draft.end:
        if not words[start + 1].complementizer:
            moves = words[start + 1].base in ground.pledges.intransitive
            phrase = ground.phrases.at(start + 2, draft.end) if moves and not words[start + 2].preposition else None
            return phrase if phrase is not None and ground.clauses.is_agent(phrase) else None
        start += 2
    elif draft.kind != "clause" or draft.entry.force != "demand":
        return None
    return ground.clauses.doer(start, draft.end)


def _told_to(ground: Ground, i: int, draft: Draft) -> Iterator[Act]:
    """`أكد على الجهات المعنية اعتماد التقرير`: who is told stands at the head of the content."""
    words = ground.article.words
    if not draft.start or words[draft.start - 1].fold != "علي":
        return
    phrase = ground.phrases.at(draft.start, draft.end)
    if phrase is None or not ground.clauses.is_agent(phrase) or phrase.end >= draft.end:
        return
    start = _past_matter(ground, phrase.end, draft.end)
    word = words[start]
    if word.flags & F.EVENT and not word.definite and not word.preposition and not word.flags & F.PERSONAL:
        end = ground.clauses.end(start, draft.pieces[0].end)
        yield Act(start, end, "demand", i, "told", Subject(phrase), draft.pieces[0].end)


def _past_matter(ground: Ground, at: int, limit: int) -> int:
    """`الجهات المعنية [بهذا الموضوع] اعتماد …`."""
    words = ground.article.words
    return at + 2 if at + 2 < limit and words[at].fold in _BY_THIS else at


def _ordered(draft: Draft, i: int) -> Act:
    act = _whole(draft, i, "expectation", Subject())
    act.ours = True
    return act


def _duty(ground: Ground, i: int, draft: Draft) -> Iterator[Act]:
    """`على الكونغرس أن …`."""
    words = ground.article.words
    phrase = ground.phrases.at(draft.start + 1, min(draft.end, draft.start + _MAX_PARTY))
    if phrase is None or phrase.end + 1 >= draft.end or not ground.clauses.is_agent(phrase):
        return
    if words[phrase.end].complementizer == "أن" and not words[phrase.end].suffix:
        end = ground.clauses.end(phrase.end + 1, draft.pieces[0].end)
        yield Act(phrase.end + 1, end, "demand", i, "duty:علي", Subject(phrase), draft.pieces[0].end)


def _announced(ground: Ground, i: int, draft: Draft) -> Iterator[Act]:
    words = ground.article.words
    if any(w.moves for w in words[draft.start : draft.start + _OPENING]):
        return
    first = words[draft.start]
    if first.known and not first.flags & (F.EVENT | F.OCCASION | F.SPEECH) and not first.suffix:
        return  # `تعد الصحيفة بلونها مرجعا`
    act = _whole(draft, i, "offer" if draft.entry.lemma in ground.pledges.offering else "promise", Subject())
    act.own = True
    doer = _doer(ground, draft)
    if doer is not None:
        act.subject = Subject(doer)
    yield act


def _doer(ground: Ground, draft: Draft) -> NounPhrase | None:
    """`أكدت الرئاسة [مشاركة الرئيس فلان في …]`: who takes part, comes or goes."""
    words = ground.article.words
    if words[draft.start].base not in ground.pledges.intransitive or draft.start + 1 >= draft.end:
        return None
    phrase = ground.phrases.at(draft.start + 1, draft.end)
    return phrase if phrase is not None and ground.clauses.is_agent(phrase) else None


def _whole(draft: Draft, i: int, kind: GovernorKind, subject: Subject) -> Act:
    piece = draft.pieces[0]
    end = min(piece.end, piece.start + _LONGEST)
    return Act(piece.start, end, kind, i, f"statement:{kind}", subject, piece.end, piece.cut)
