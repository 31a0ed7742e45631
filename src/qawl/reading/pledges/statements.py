"""Statements that commit or demand as a whole: their content is the act."""

from collections.abc import Iterator
from dataclasses import replace

from qawl.lexicon import flags as F
from qawl.lexicon.pledges import GovernorKind
from qawl.reading.article import COMMAS
from qawl.reading.clauses import Subject
from qawl.reading.drafts import Draft
from qawl.reading.ground import Ground
from qawl.reading.nouns import NounPhrase
from qawl.reading.pledges.act import Act

_LONGEST = 60  # tokens of an act
_OPENING = 3  # words at the head of a content in which a governor says better what is promised
_MAX_PARTY = 20  # tokens between `على` and `أن`


def whole_statements(ground: Ground) -> Iterator[Act]:
    """Yield the acts of `طالب X بـ…`, `على X أن …` and of announced acts of one's own."""
    for i, draft in enumerate(ground.drafts):
        if draft.headline:
            continue
        if draft.force == "demand" and i in ground.identities and draft.kind != "colon":
            asked = _asked(ground, draft)
            if asked is not None:
                yield _whole(draft, i, "demand", Subject(asked))
                continue
            if draft.entry.lemma in ground.pledges.ordering and draft.kind == "nominal":
                yield _ordered(draft, i)
                continue
        if ground.article.words[draft.start].fold == "علي":
            yield from _duty(ground, i, draft)
        elif draft.force == "commit" and draft.kind == "nominal":
            yield from _announced(ground, i, draft)


def _asked(ground: Ground, draft: Draft) -> NounPhrase | None:
    """Return who is asked: the addressee, or what stands between the speaker and the act: `طالب الوزير التجار بـ`."""
    if draft.entry.force != "demand":
        return None
    start, end = draft.addressee or (draft.speaker.end if draft.speaker else draft.start, draft.start)
    words = ground.article.words
    while start < end and (words[start].flags & (F.PREPOSITION | F.ADVERB) or words[start].kind in COMMAS):
        start += 1
    phrase = ground.phrases.at(start, end) if start < end and draft.cue[1] <= start else None
    if phrase is None or draft.addressee is None and not ground.clauses.is_agent(phrase):
        return None
    if phrase.joint and phrase.end < end:
        return replace(phrase, end=end, core_end=end)  # `الدول والمنظمات المانحة`
    return phrase


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
