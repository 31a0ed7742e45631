"""Statements that deny: by their cue, by the object they reject, or by words in them."""

from collections.abc import Iterator
from dataclasses import dataclass

from qawl.lexicon import flags as F
from qawl.lexicon.disputes import Denial, DisputeLexicon
from qawl.lexicon.vocabulary import Word
from qawl.reading.article import COMMAS
from qawl.reading.disputes.words import around, bases
from qawl.reading.drafts import Draft, Piece
from qawl.reading.ground import Ground

_DENYING = ("deny", "assert", "accuse")  # forces under which words may deny
_HEAD = 1  # tokens at the head of a content
_SEARCHED = 240  # tokens of a content in which denying words are looked for
_LONGEST = 60  # tokens of the words denied
_LEADING = 14  # tokens of what leads up to them
_ONLY = ("فقط", "وحده", "وحدها")  # `لا يسعى فقط إلى …` denies nothing
_TO = ("ل", "الي")
_SUPPOSING = ("اذا", "ان", "لو", "ربما", "قد")
_VERBAL = ("لا", "ليس", "ليست", "عار", "عاريه")
_STOPS = frozenset((".", "!", "؟", "?", ":", "newline")) | COMMAS


@dataclass(frozen=True, slots=True)
class Denied:
    """A denying statement by its number, and the tokens in it that name what is denied.

    `claimant` is the number of the statement that is denied, where the rule knows it. Where the words denied stand in a
    statement of the claimant, `denier` is who denies it and `denial` the tokens with which.
    """

    number: int
    start: int
    end: int
    rule: str
    claimant: int | None = None
    denier: str | None = None
    denial: tuple[int, int] | None = None


def denials(ground: Ground, i: int, draft: Draft) -> Iterator[Denied]:
    """Yield what a statement denies."""
    lexicon = ground.vocabulary.disputes
    if draft.force not in _DENYING:
        return
    piece = draft.pieces[0]
    if draft.entry.distance == "doubting" and draft.parent is not None and draft.rule.startswith("noun"):
        yield from _doubted(ground, i, draft, piece)
        return
    if _begins(ground, piece.start, lexicon.contrary):
        yield Denied(i, piece.start, piece.end, "contrary")
        return
    first = ground.article.words[piece.start]
    lemma = draft.entry.lemma
    if lemma in lexicon.refuters and (draft.kind != "nominal" or draft.rule.startswith("noun")):
        return
    rejects = lemma in lexicon.rejecters and first.base in lexicon.objects
    if rejects or lemma in lexicon.deniers or lemma in lexicon.refuters:
        start, end = _past_carriers(ground, lexicon, piece.start, piece.end), piece.end
        if bases(ground, start, end) <= lexicon.blanket:
            start, end = topic(ground, draft.left) or (start, end)
        yield Denied(i, start, min(end, start + _LONGEST), f"cue:{lemma}")
        return
    found = min(_worded(ground, lexicon, i, draft), key=lambda pair: pair[0], default=None)
    if found is not None:
        yield found[1]


def _doubted(ground: Ground, i: int, draft: Draft, piece: Piece) -> Iterator[Denied]:
    """`… مزاعم X بأن Y`: whoever speaks of claims in such words rejects them."""
    outer = next((k for k in around(ground, i) if ground.drafts[k] is draft.parent), None)
    mine, theirs = ground.identities.get(outer) if outer is not None else None, ground.identities.get(i)
    if outer is not None and mine is not None and theirs is not None and mine.name != theirs.name:
        yield Denied(outer, piece.start, piece.end, "doubting", i)


def topic(ground: Ground, token: int) -> tuple[int, int] | None:
    """`وبالنسبة لاستلام الطلبات، نفى الوزير ذلك`: the tokens that a sentence names first, before what is said of it."""
    words = ground.article.words
    start = max(ground.clauses.bounds(token)[0], token - _LONGEST)
    end = next((t for t in range(start, token) if words[t].kind in COMMAS), None)
    if end is None:
        return None
    for phrase in ground.vocabulary.disputes.topics:
        behind = start + len(phrase)
        if behind < end and tuple(w.fold for w in words[start:behind]) == phrase:
            return behind + (words[behind].fold in _TO), end
    return None


def _begins(ground: Ground, start: int, phrases: frozenset[tuple[str, ...]]) -> bool:
    words = ground.article.words
    return any(tuple(w.fold for w in words[start : start + len(p)]) == p for p in phrases)


def _worded(ground: Ground, lexicon: DisputeLexicon, i: int, draft: Draft) -> Iterator[tuple[int, Denied]]:
    """Yield what denying words in a content deny, with their rank."""
    piece = draft.pieces[0]
    words = ground.article.words
    for at, word in enumerate(words[piece.start : min(piece.end, piece.start + _SEARCHED)], piece.start):
        if not word.denies:
            continue
        fold = word.fold
        key = fold[1:] if fold not in lexicon.patterns and fold[:1] in "وف" else fold
        for denial in lexicon.patterns.get(key, ()):
            size = len(denial.words)
            if tuple(w.fold for w in words[at + 1 : at + size]) != denial.words[1:] or at + size > piece.end:
                continue
            start, end = _named(ground, lexicon, denial, at, piece)
            if start < end and _counts(ground, denial, draft, at):
                yield denial.rank, Denied(i, start, end, f"words:{denial.name}")
            break  # the longest


def _counts(ground: Ground, denial: Denial, draft: Draft, at: int) -> bool:
    """Say whether denying words stand where they deny: at the head of what is asserted, or as a predicate."""
    if denial.place == "start":
        return at <= draft.start + _HEAD and draft.entry.distance == "asserting"
    words = ground.article.words
    behind = words[at + len(denial.words)] if at + len(denial.words) < len(words) else None
    before = words[at - 1] if at > draft.start else None
    if behind is not None and behind.fold in _ONLY or before is not None and _is_subordinate(before):
        return False
    if denial.place == "said" and not _is_of_words(ground, _opening(ground, at, draft.start)):
        return False
    return denial.claim != "before" or denial.words[0] in _VERBAL or _is_predicate(words, at, draft.start)


def _is_subordinate(before: Word) -> bool:
    """`إذا لم يحدث`, `التي لا علاقة لها`: what only describes or supposes denies nothing."""
    return bool(before.flags & F.RELATIVE) or before.fold in _SUPPOSING


def _is_of_words(ground: Ground, start: int) -> bool:
    """Say whether a clause is about something said: `هذا الكلام`, `التقارير`."""
    word, lexicon = ground.article.words[start], ground.vocabulary.disputes
    return bool(word.flags & (F.DEMONSTRATIVE | F.SPEECH)) or bool({word.base, word.fold} & lexicon.carriers)


def _opening(ground: Ground, at: int, start: int) -> int:
    """Return the first token of the clause of a token."""
    return next((t + 1 for t in range(at - 1, start - 1, -1) if _stops(ground, t)), start)


def _stops(ground: Ground, token: int) -> bool:
    """Say whether a clause ends at a token; not at one in brackets: `(...)`."""
    return ground.article.words[token].kind in _STOPS and ground.article.in_aside[token] < 0


def _is_predicate(words: list[Word], at: int, start: int) -> bool:
    """`الخبر غير صحيح`, `هذا غير صحيح`; not `معلومات غير صحيحة`, which only describes a noun without article."""
    before = at - 1
    while before > start and words[before + 1].conjunction == "و" and words[before].flags & F.ADJECTIVE:
        before -= 1  # `ادعاءات خطيرة وباطلة`
    word = words[before] if before >= start else None
    if word is None or word.kind in _STOPS:
        return False
    described = bool(word.flags & F.NOUN) or not word.known
    return word.definite or bool(word.suffix) or bool(word.flags & (F.FUNCTION | F.ADVERB | F.PARTY)) or not described


def _named(ground: Ground, lexicon: DisputeLexicon, denial: Denial, at: int, piece: Piece) -> tuple[int, int]:
    """Return the tokens that name what is denied: behind the denying words, before them, or all of the clause."""
    words = ground.article.words
    behind = at + len(denial.words)
    limit = min(piece.end, behind + _LONGEST)
    end = next((t for t in range(behind, limit) if _stops(ground, t) or words[t].complementizer), limit)
    if denial.claim == "behind":
        start = _past_carriers(ground, lexicon, behind, end)
        if end + 1 < limit and words[end].complementizer and bases(ground, start, end) <= lexicon.blanket:
            return end + 1, next((t for t in range(end + 1, limit) if _stops(ground, t)), limit)
        return (end if _is_empty(words[start:end]) else start), end
    opening = _opening(ground, at, piece.start)
    if denial.claim == "from":
        return behind - 1, end
    if denial.claim == "whole":
        return opening, end
    end = next((t for t in range(opening + 1, at) if words[t].complementizer), at)
    while end > opening and _is_tail(words[end - 1]):
        end -= 1
    if end == opening and opening > piece.start + 1:  # `تجاهلت الأسر، وهذا غير صحيح`
        end = opening - 1
        opening = _opening(ground, end, piece.start)
    return _past_carriers(ground, lexicon, opening, end), end


def _is_tail(word: Word) -> bool:
    """`… تجاهلت الأسر [وهذا] غير صحيح`, `… [كانت] غير دقيقة`."""
    linked = word.fold[:1] in "وف" and bool(word.flags & (F.DEMONSTRATIVE | F.PRONOUN))
    return linked or bool(word.flags & (F.AUXILIARY | F.CONJUNCTION))


def _is_empty(words: list[Word]) -> bool:
    """`لي به`, `رسميا حتى الآن`: words that name nothing."""
    return not any(word.flags & (F.NOUN | F.PARTY) or not word.known for word in words)


def _past_carriers(ground: Ground, lexicon: DisputeLexicon, start: int, end: int) -> int:
    """Skip what leads up to the denied words: `صحة ما تردد عن`, `الأنباء التي تحدثت عن`, `له`."""
    words = ground.article.words
    while start < end:
        size = next((len(p) for p in lexicon.between if tuple(w.fold for w in words[start : start + len(p)]) == p), 0)
        if not size:
            break
        start += size
    if start < end and (words[start].base in lexicon.carriers or words[start].fold in lexicon.carriers):
        for at in range(start + 1, min(end, start + _LEADING)):
            for link in lexicon.links:
                if tuple(w.fold for w in words[at : at + len(link)]) == link and at + len(link) < end:
                    return at + len(link)
    return start
