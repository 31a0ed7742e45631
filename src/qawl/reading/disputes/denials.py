"""Statements that deny: by their cue, by the object they reject, or by words in them."""

from collections.abc import Iterator
from dataclasses import dataclass

from qawl.lexicon.disputes import Denial, DisputeLexicon
from qawl.reading.article import COMMAS
from qawl.reading.disputes.words import around
from qawl.reading.drafts import Draft, Piece
from qawl.reading.ground import Ground

_DENYING = ("deny", "assert", "accuse")  # forces under which words may deny
_HEAD = 1  # tokens at the head of a content
_SEARCHED = 240  # tokens of a content in which denying words are looked for
_LONGEST = 60  # tokens of the words denied
_LEADING = 14  # tokens of what leads up to them
_STOPS = frozenset((".", "!", "؟", "?", ":", "newline")) | COMMAS


@dataclass(frozen=True, slots=True)
class Denied:
    """A denying statement by its number, and the tokens in it that name what is denied.

    `claimant` is the number of the statement that is denied, where the rule knows it.
    """

    number: int
    start: int
    end: int
    rule: str
    claimant: int | None = None


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
    if lemma in lexicon.deniers or lemma in lexicon.rejecters and first.base in lexicon.objects:
        start = _past_carriers(ground, lexicon, piece.start, piece.end)
        yield Denied(i, start, min(piece.end, start + _LONGEST), f"cue:{lemma}")
        return
    found = min(_worded(ground, lexicon, i, piece), key=lambda pair: pair[0], default=None)
    if found is not None:
        yield found[1]


def _doubted(ground: Ground, i: int, draft: Draft, piece: Piece) -> Iterator[Denied]:
    """`… مزاعم X بأن Y`: whoever speaks of claims in such words rejects them."""
    outer = next((k for k in around(ground, i) if ground.drafts[k] is draft.parent), None)
    mine, theirs = ground.identities.get(outer) if outer is not None else None, ground.identities.get(i)
    if outer is not None and mine is not None and theirs is not None and mine.name != theirs.name:
        yield Denied(outer, piece.start, piece.end, "doubting", i)


def _begins(ground: Ground, start: int, phrases: frozenset[tuple[str, ...]]) -> bool:
    words = ground.article.words
    return any(tuple(w.fold for w in words[start : start + len(p)]) == p for p in phrases)


def _worded(ground: Ground, lexicon: DisputeLexicon, i: int, piece: Piece) -> Iterator[tuple[int, Denied]]:
    """Yield what denying words in a content deny, with their rank."""
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
            if start < end and (not denial.at_start or at <= piece.start + _HEAD):
                yield denial.rank, Denied(i, start, end, f"words:{denial.name}")
            break  # the longest


def _named(ground: Ground, lexicon: DisputeLexicon, denial: Denial, at: int, piece: Piece) -> tuple[int, int]:
    """Return the tokens that name what is denied: behind the denying words, before them, or all of the clause."""
    words = ground.article.words
    behind = at + len(denial.words)
    end = next((t for t in range(behind, piece.end) if words[t].kind in _STOPS or words[t].complementizer), piece.end)
    if denial.claim == "behind":
        return _past_carriers(ground, lexicon, behind, end), end
    opening = next((t + 1 for t in range(at - 1, piece.start - 1, -1) if words[t].kind in _STOPS), piece.start)
    if denial.claim == "from":
        return behind - 1, end
    if denial.claim == "whole":
        return opening, end
    end = next((t for t in range(opening + 1, at) if words[t].complementizer), at)
    return _past_carriers(ground, lexicon, opening, end), end


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
