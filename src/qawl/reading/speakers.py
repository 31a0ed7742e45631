"""Every statement's speaker resolved to an actor, those without a written subject by agreement."""

import re

from qawl.lexicon import flags as F
from qawl.reading.actors import Actors, Identity
from qawl.reading.article import Article
from qawl.reading.drafts import Draft

_HONOURED = re.compile("و?(?:معالي|سمو|فخامت|جلالت|سيادت|سعادت|دولت|فضيلت|سماحت|قداست|غبطت|نيافت|عظمت)(?:ه|ها)")
_LOOK_BACK = 12  # statements
_WIDEST = 40  # statements of one sentence that are weighed


def resolve(article: Article, actors: Actors, drafts: list[Draft]) -> dict[int, Identity]:
    """Return the actor of each draft by its place in `drafts`; where nobody fits, none."""
    found: dict[int, Identity] = {}
    for i, draft in enumerate(drafts):
        if draft.echo is not None:
            found[i] = actors.who(draft.echo)
        elif draft.speaker is not None:
            found[i] = _written(article, actors, drafts, i, found)
        elif draft.null_subject:
            identity = _told_of(article, actors, drafts, i) or _behalf(actors, drafts, i) or _carried(drafts, i, found)
            if identity is not None:
                found[i] = identity
    return found


def _written(article: Article, actors: Actors, drafts: list[Draft], i: int, found: dict[int, Identity]) -> Identity:
    """A document without an issuer of its own (`وأضاف البيان`) speaks for who issued it before."""
    draft = drafts[i]
    assert draft.speaker is not None
    head = article.words[draft.speaker.head]
    if _HONOURED.fullmatch(head.fold) and draft.speaker.name is None:
        person = _honoured(drafts, i, found, "f" if head.fold.endswith("ها") else "m")
        if person is not None:
            return person
    identity = actors.who(draft.speaker)
    if (
        head.flags & F.DOCUMENT
        and head.definite
        and not draft.speaker.personal
        and draft.speaker.head not in article.entities
    ):
        for back in range(i - 1, max(-1, i - _LOOK_BACK), -1):
            if back in found and _issued(article, drafts[back], head.base):
                return found[back]
        if draft.speaker.end - draft.speaker.start == 1:
            earlier = [found[back] for back in range(i - 1, max(-1, i - _LOOK_BACK), -1) if back in found]
            return next(
                (e for e in earlier if e.kind in ("institution", "state", "group")), earlier[0] if earlier else identity
            )
    return identity


def _honoured(drafts: list[Draft], i: int, found: dict[int, Identity], gender: str) -> Identity | None:
    """`معاليه`, `سموها`: the person who spoke last and agrees."""
    for back in range(i - 1, max(-1, i - _LOOK_BACK), -1):
        if back in found and found[back].kind == "person" and found[back].gender in ("", gender):
            return found[back]
    return None


def _issued(article: Article, draft: Draft, head: str) -> bool:
    """Say whether an earlier statement was made in the document whose head noun is `head`."""
    spans = [draft.occasion, (draft.speaker.start, draft.speaker.end) if draft.speaker else None]
    return any(article.words[t].base == head for span in spans if span for t in range(*span))


def _told_of(article: Article, actors: Actors, drafts: list[Draft], i: int) -> Identity | None:
    """`استقبل فلان … . وقال إن`: the person whom the sentence before, silent itself, is about."""
    draft = drafts[i]
    if draft.participle or not draft.sentence or draft.cue[0] != article.sentences[draft.sentence][0]:
        return None
    if i and drafts[i - 1].sentence in (draft.sentence, draft.sentence - 1):
        return None
    phrase = actors.subject_of(draft.sentence - 1)
    if phrase is None:
        return None
    identity = actors.who(phrase)
    return identity if _agrees(draft, identity) else None


def _behalf(actors: Actors, drafts: list[Draft], i: int) -> Identity | None:
    """`أكدت الوزارة على لسان متحدثها … . وطالبت`: the feminine verb goes on for the ministry."""
    last = drafts[i - 1] if i else None
    if last is None or last.behalf is None or last.speaker is None or _agrees(drafts[i], actors.who(last.speaker)):
        return None
    identity = actors.who(last.behalf)
    return identity if _agrees(drafts[i], identity) else None


def _carried(drafts: list[Draft], i: int, found: dict[int, Identity]) -> Identity | None:
    """Give a verb without a subject the nearest speaker before it that agrees with its form."""
    draft = drafts[i]
    candidates = list(_candidates(drafts, i))
    for back in candidates:
        if back in found and _agrees(draft, found[back]):
            return found[back]
    return next((found[back] for back in candidates if back in found), None)


def _candidates(drafts: list[Draft], i: int) -> list[int]:
    """Order the earlier statements: this sentence's from the last back, then each sentence's main one first."""
    sentence = drafts[i].sentence
    floor = max(-1, i - _WIDEST)
    same = [b for b in range(i - 1, floor, -1) if drafts[b].sentence == sentence]
    outer = [b for b in same if not _is_aside(drafts, b, i)]
    order = outer + [b for b in same if b not in outer]
    back = i - 1 - len(order)
    while back >= max(0, i - _LOOK_BACK):
        number = drafts[back].sentence
        group = [b for b in range(back, floor, -1) if drafts[b].sentence == number]
        mains = [b for b in reversed(group) if drafts[b].parent is None]
        order += mains + [b for b in group if b not in mains]
        back -= len(group)
    return order


def _is_aside(drafts: list[Draft], b: int, i: int) -> bool:
    """A statement inside another's content does not pass its speaker on outside it."""
    parent = drafts[b].parent
    return parent is not None and drafts[i].parent is not parent


def _agrees(draft: Draft, identity: Identity) -> bool:
    if draft.hit is None:
        return True
    form = draft.hit.form
    if form.aspect == "noun":
        return True
    if form.number in ("pl", "du"):
        return identity.plural or identity.kind == "group"
    if identity.plural:
        return form.gender == "f" and identity.kind != "person" or form.gender == "f"
    return not identity.gender or form.gender == identity.gender
