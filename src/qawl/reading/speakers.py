"""Every statement's speaker resolved to an actor, those without a written subject by agreement."""

import re

from qawl.lexicon import flags as F
from qawl.lexicon.classes import lemma_class, word_class
from qawl.lexicon.vocabulary import Word
from qawl.reading.actors import Actors, Identity
from qawl.reading.article import Article
from qawl.reading.drafts import Draft

_HONOURED = re.compile("و?(?:معالي|سمو|فخامت|جلالت|سيادت|سعادت|دولت|فضيلت|سماحت|قداست|غبطت|نيافت|عظمت)(?:ه|ها)")
_GOING_ON = lemma_class("going_on")
_BARE_ROLES = word_class("bare_role")
_GUESTS = word_class("guest")
_LATTER = word_class("latter")
_NEAR = 4  # statements between a bare role and who it means
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
            identity = (
                _acting(actors, drafts, i)
                or _told_of(article, actors, drafts, i)
                or _behalf(actors, drafts, i)
                or _carried(actors, drafts, i, found)
            )
            if identity is not None:
                found[i] = identity
    return found


def _written(article: Article, actors: Actors, drafts: list[Draft], i: int, found: dict[int, Identity]) -> Identity:
    """The actor of a written speaker; where its words alone do not tell, what was said before does."""
    speaker = drafts[i].speaker
    assert speaker is not None
    head = article.words[speaker.head]
    if _HONOURED.fullmatch(head.fold) and speaker.name is None:
        person = _honoured(actors, drafts, i, found, head)
        if person is not None:
            return person
    if head.fold in _LATTER and speaker.end - speaker.start == 1 and not actors.words[speaker.start - 1].definite:
        latter = actors.named_last(speaker.start, head.gender or "m")
        if latter is not None:
            return actors.who(latter)
    identity = actors.who(speaker)
    if speaker.personal:
        return _going_on(actors, drafts, i, found, identity) or identity
    if head.flags & F.DOCUMENT and head.definite and speaker.head not in article.entities:
        return _issuer_before(article, drafts, i, found) or identity
    return identity


def _issuer_before(article: Article, drafts: list[Draft], i: int, found: dict[int, Identity]) -> Identity | None:
    """A document without an issuer of its own (`وأضاف البيان`) speaks for who issued it before."""
    speaker = drafts[i].speaker
    assert speaker is not None
    back = [b for b in range(i - 1, max(-1, i - _LOOK_BACK), -1) if b in found]
    issued = next((found[b] for b in back if _issued(article, drafts[b], article.words[speaker.head].base)), None)
    if issued is not None or speaker.end - speaker.start > 1:
        return issued
    bodies = (found[b] for b in back if found[b].kind in ("institution", "state", "group"))
    return next(bodies, found[back[0]] if back else None)


def _going_on(
    actors: Actors, drafts: list[Draft], i: int, found: dict[int, Identity], identity: Identity
) -> Identity | None:
    """`وأضاف المسؤول`, `وتابع ضيف البرنامج`: a verb of going on, or a bare role, means who spoke before."""
    draft, speaker = drafts[i], drafts[i].speaker
    assert speaker is not None
    head = actors.words[speaker.head]
    told = head.definite or draft.entry.lemma in _GOING_ON and head.base in _GUESTS
    if speaker.name or speaker.joint or speaker.number == "p" or not told or not identity.own:
        return None
    if draft.entry.lemma not in _GOING_ON and not (head.base in _BARE_ROLES and speaker.end - speaker.start == 1):
        return None
    back = next((found[b] for b in range(i - 1, max(-1, i - _NEAR), -1) if b in found and not drafts[b].headline), None)
    if back is None:
        return _told_before(actors, draft, head.gender)
    fits = back.kind in ("person", "unnamed") and not back.plural and back.gender in ("", head.gender)
    return back if fits else None


def _told_before(actors: Actors, draft: Draft, gender: str) -> Identity | None:
    """Of whom the sentences before told, where nobody has spoken yet: the person who acted last."""
    for sentence in range(draft.sentence - 1, max(-1, draft.sentence - _NEAR), -1):
        phrase = actors.subject_of(sentence)
        person = actors.who(phrase) if phrase is not None else None
        if person is not None and person.kind == "person" and person.gender in ("", gender):
            return person
    return None


def _honoured(actors: Actors, drafts: list[Draft], i: int, found: dict[int, Identity], head: Word) -> Identity | None:
    """`معاليه`, `سموها`: the person who spoke last and agrees, else the one whom the article gave that title."""
    gender = "f" if head.fold.endswith("ها") else "m"
    for back in range(i - 1, max(-1, i - _LOOK_BACK), -1):
        if back in found and found[back].kind == "person" and found[back].gender in ("", gender):
            return found[back]
    title = head.fold.removeprefix("و").removesuffix("ها").removesuffix("ه").rstrip("ت")
    titled = actors.titled_before(drafts[i].cue[0], title)
    return actors.who(titled) if titled is not None else None


def _issued(article: Article, draft: Draft, head: str) -> bool:
    """Say whether an earlier statement was made in the document whose head noun is `head`."""
    spans = [draft.occasion, (draft.speaker.start, draft.speaker.end) if draft.speaker else None]
    return any(article.words[t].base == head for span in spans if span for t in range(*span))


def _acting(actors: Actors, drafts: list[Draft], i: int) -> Identity | None:
    """`وصل فلان … وأكد أن`: the party whose act the sentence tells, where nobody has spoken in it before."""
    draft = drafts[i]
    joined = draft.participle or draft.hit is not None and bool(draft.hit.conjunction)
    if not joined or draft.headline or draft.relative or i and drafts[i - 1].sentence == draft.sentence:
        return None
    phrase = actors.subject_within(draft.sentence, draft.cue[0])
    if phrase is None:
        return None
    identity = actors.who(phrase)
    return identity if _agrees(draft, identity) else None


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


def _carried(actors: Actors, drafts: list[Draft], i: int, found: dict[int, Identity]) -> Identity | None:
    """Give a verb without a subject the nearest speaker before it that agrees with its form; a thing last of all.

    Where none agrees, a plural verb goes to the people told of before it, and to no single man.
    """
    draft = drafts[i]
    said = [found[back] for back in _candidates(drafts, i) if back in found]
    agreeing = [identity for identity in said if _agrees(draft, identity)]
    best = next((identity for identity in agreeing if not identity.thing), agreeing[0] if agreeing else None)
    if best is None and said and _is_of_many(actors, draft) and _is_one_man(said[0]):
        people = actors.people_before(draft.sentence, draft.cue[0])
        return actors.who(people) if people is not None else None
    return best or (said[0] if said else None)


def _is_of_many(actors: Actors, draft: Draft) -> bool:
    """`قالوا`, `يؤكدون`, `مؤكدين`: the verb or participle of several people."""
    plural = draft.hit is not None and draft.hit.form.aspect != "noun" and draft.hit.form.number == "pl"
    return plural and actors.words[draft.cue[0]].fold.endswith(("وا", "ون", "ين"))


def _is_one_man(identity: Identity) -> bool:
    """A person by full name; what one unknown word names may be many."""
    return identity.kind == "person" and not identity.plural and " " in identity.name


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
        return _owns(draft.hit.suffix, identity)
    if form.number in ("pl", "du"):
        return identity.plural or identity.kind == "group"
    if identity.plural:
        return form.gender == "f" and identity.kind != "person" or form.gender == "f"
    return not identity.gender or form.gender == identity.gender


def _owns(suffix: str, identity: Identity) -> bool:
    """`قوله`, `اتهامها`, `مطالبتهم`: the pronoun of a noun agrees with who spoke."""
    if suffix == "هم":
        return identity.plural or identity.kind == "group"
    if suffix == "ها":
        return identity.gender in ("", "f") or identity.plural
    return suffix != "ه" or identity.gender in ("", "m")
