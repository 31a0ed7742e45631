"""Conditions: `إذا …`, `شرط أن …`, `ما لم …`."""

from qawl.lexicon.vocabulary import Word
from qawl.reading.article import COMMAS
from qawl.reading.ground import Ground
from qawl.reading.pledges.act import Act

_ENDS = frozenset((".", "!", "؟", "?", "newline"))  # of sentences
_STOPS = _ENDS | COMMAS | {":"}
_IF = "اذا"
_BACK = 16  # tokens from a verb back to the condition it stands in
_FAR = 60  # tokens between an act and its condition
_LONGEST = 50  # tokens of a condition


def is_conditional(ground: Ground, token: int) -> bool:
    """Say whether a verb stands in a condition itself: `إذا تبين أن اللقاء سيكون مفيدا`."""
    words = ground.article.words
    for at in range(token - 1, max(-1, token - _BACK), -1):
        if words[at].kind in _STOPS:
            return False
        if _opens(ground, at):
            return True
    return False


def is_threatened(ground: Ground, start: int, end: int) -> bool:
    """`سيقتلون الرهينة ما لم …`: what stands before `ما لم` is a threat, whatever its words."""
    words = ground.article.words
    return any(_is_unless(words[at]) and words[at - 1].base == "ما" for at in range(start + 1, end))


def _is_unless(word: Word) -> bool:
    return any(move.governor.sort == "unless" for move in word.moves)


def condition(ground: Ground, act: Act) -> tuple[int, int] | None:
    """Return the tokens of the condition on an act: behind it, or before it in its sentence."""
    if act.rule == "unless":
        return None
    far = min(act.reach, act.start + _FAR)
    far = next((at for at in range(act.start + 1, far) if ground.article.words[at].kind in _ENDS), far)
    behind = next((at for at in range(act.start + 1, far) if _opens(ground, at)), None)
    if behind is not None:
        return behind, _end(ground, behind, act.reach)
    floor = max(ground.clauses.bounds(act.start)[0], act.start - _FAR)
    before = next((at for at in range(floor, act.start) if _opens(ground, at)), None)
    return (before, _end(ground, before, act.start)) if before is not None else None


def _end(ground: Ground, start: int, limit: int) -> int:
    words = ground.article.words
    limit = min(limit, start + _LONGEST)
    return next((at for at in range(start + 1, limit) if words[at].kind in _STOPS), limit)


def _opens(ground: Ground, at: int) -> bool:
    words = ground.article.words
    fold = words[at].fold
    openers = ground.pledges.conditions
    if fold == _IF and at and words[at - 1].base in ground.pledges.whether:
        return False  # `ما إذا`
    key = fold[1:] if fold not in openers and fold[:1] in "وف" else fold
    return any(tuple(w.fold for w in words[at + 1 : at + len(p)]) == p[1:] for p in openers.get(key, ()))
