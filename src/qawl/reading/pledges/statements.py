"""Statements that commit or demand as a whole: their content is the act."""

from collections.abc import Iterator

from qawl.lexicon import flags as F
from qawl.lexicon.pledges import GovernorKind
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
        if draft.force == "demand" and draft.addressee and i in ground.identities:
            yield from _demanded(ground, i, draft)
        elif ground.article.words[draft.start].fold == "علي":
            yield from _duty(ground, i, draft)
        elif draft.force == "commit" and draft.kind == "nominal":
            yield from _announced(ground, i, draft)


def _demanded(ground: Ground, i: int, draft: Draft) -> Iterator[Act]:
    assert draft.addressee
    start, end = draft.addressee
    start += bool(ground.article.words[start].flags & F.PREPOSITION)
    phrase = ground.phrases.at(start, end) if start < end else None
    if phrase is not None:
        yield _whole(draft, i, "demand", Subject(phrase))


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
