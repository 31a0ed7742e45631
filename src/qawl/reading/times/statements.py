"""When a statement was made: the time that stands beside its cue and outside all contents."""

from bisect import bisect_left
from collections.abc import Sequence

from qawl.lexicon import flags as F
from qawl.reading.article import COMMAS, Article
from qawl.reading.drafts import Draft
from qawl.reading.times.find import TimeMention

_BEHIND = 12  # tokens behind a cue that stands behind its content


def time_of(
    article: Article, draft: Draft, mentions: Sequence[TimeMention], holders: Sequence[int]
) -> TimeMention | None:
    """Return the time at which a statement was made, or None.

    It stands between the cue and what follows it (`قال الوزير أمس إن`, `قال في مؤتمر صحفي عقده أمس إن`) or right before
    the cue (`واليوم الثلاثاء أعلن`); behind a content it may stand behind the cue (`…، كما قال الوزير أمس`).
    """
    if draft.headline:
        return None
    start, end = draft.cue
    limit = draft.start if draft.start >= end else min(len(article.words), end + _BEHIND)
    first = bisect_left(mentions, end, key=lambda mention: mention.start)
    for mention in mentions[first:]:
        if mention.end > limit:
            break
        if _is_beside(article, draft, mention, holders):
            return mention
    before = mentions[first - 1] if first else None
    if before is None or before.end > start or draft.participle or holders[before.start] != holders[start]:
        return None
    between = article.words[before.end : start]
    near = all(word.kind in COMMAS for word in between) and len(between) <= 1
    return before if near and _opens(article, before.start) else None


def _opens(article: Article, token: int) -> bool:
    """Say whether a time stands at the head of its clause: `واليوم الثلاثاء أعلن`, `وفي مايو تقدم`."""
    words = article.words
    while token and words[token - 1].kind == "word" and words[token - 1].flags & F.PREPOSITION:
        token -= 1
    return not token or words[token].fold[:1] == "و" or words[token - 1].kind != "word"


def _is_beside(article: Article, draft: Draft, mention: TimeMention, holders: Sequence[int]) -> bool:
    """Say whether nothing between the cue and a time begins a clause of its own; what an occasion tells is its time."""
    if holders[mention.start] != holders[draft.cue[0]]:
        return False
    if draft.occasion is not None and draft.occasion[0] <= mention.start < draft.occasion[1]:
        return True
    between = article.words[draft.cue[1] : mention.start]
    return not any(word.kind in _STOPS or word.complementizer or word.flags & F.RELATIVE for word in between)


_STOPS = frozenset((".", "!", "؟", "?", "newline", ":"))
