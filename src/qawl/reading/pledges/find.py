"""From futures, governors and statements to the pledges of an article."""

from collections.abc import Iterator, Sequence

from qawl.lexicon import flags as F
from qawl.reading.drafts import Draft
from qawl.reading.ground import Ground
from qawl.reading.pledges.act import Act
from qawl.reading.pledges.conditions import condition
from qawl.reading.pledges.due import Agenda, agenda, due
from qawl.reading.pledges.futures import future_act
from qawl.reading.pledges.governors import governed_act
from qawl.reading.pledges.owing import settle
from qawl.reading.pledges.schedules import scheduled_acts
from qawl.reading.pledges.statements import whole_statements
from qawl.reading.pledges.terms import terms
from qawl.reading.times import TimeMention
from qawl.records import Pledge
from qawl.records.reading import PledgeKind
from qawl.text.span import Span

_NEAR = 12  # tokens between two acts of one party that are told as one
_ALIKE = 0.5  # of an act's words that make it the same as an earlier one
_LATEST = 30  # earlier acts weighed


def find_pledges(ground: Ground, times: Sequence[TimeMention], published: str | None) -> tuple[Pledge, ...]:
    """Return the pledges of an article in the order of their acts; `published` is its ISO date, if it has one."""
    calendar = agenda(times, published)
    told = [*whole_statements(ground), *_told(ground)]
    acts = sorted((*told, *scheduled_acts(ground, calendar, told)), key=lambda act: (act.start, -act.end))
    return tuple(_record(ground, act, calendar) for act in _distinct(ground, (a for a in acts if settle(ground, a))))


def _told(ground: Ground) -> Iterator[Act]:
    """Yield the acts that words announce, in the body."""
    words = ground.article.words
    announcing = [token for token, word in enumerate(words) if word.announces]
    occasions = _occasions(ground.drafts) if announcing else frozenset()
    for token in announcing:
        if ground.article.title_end <= token < ground.article.body_end and token not in occasions:
            yield from _announced(ground, token)


def _announced(ground: Ground, token: int) -> Iterator[Act]:
    word = ground.article.words[token]
    if word.moves and word.moves[0].governor.sort == "term":
        yield from terms(ground, token, word.moves[0])
        return
    act = governed_act(ground, token) if word.moves else None
    if act is None or act.kind == "demand":  # `ستطلب من X زيادة …` is two
        coming = future_act(ground, token) if word.future is not None or not word.moves else None
        if coming is not None:
            yield coming
    if act is not None:
        yield act


def _occasions(drafts: list[Draft]) -> frozenset[int]:
    """What somebody was asked is no act told."""
    return frozenset(token for draft in drafts if draft.occasion for token in range(*draft.occasion))


def _distinct(ground: Ground, acts: Iterator[Act]) -> list[Act]:
    kept: list[Act] = []
    for act in acts:
        same = next((other for other in kept[-_LATEST:] if _is_same(ground, act, other)), None)
        if same is None:
            kept.append(act)
        elif _is_told_better(act, same):
            kept[kept.index(same)] = act
    return kept


def _is_told_better(act: Act, other: Act) -> bool:
    """Of two mentions of what is awaited, the one with the hope that names a time."""
    return act.rule == other.rule == "await" and act.reach > act.end and other.reach == other.end


def _is_same(ground: Ground, act: Act, other: Act) -> bool:
    if act.start < other.end:
        return act.kind != "demand" or act.by == other.by or act.rule[:9] == "statement"
    if act.by is None or other.by is None or act.by not in other.by and other.by not in act.by:
        return False
    if act.holder == other.holder >= 0 and act.start - other.end < _NEAR:
        return True
    if act.rule == other.rule == "await":
        return True
    mine, theirs = _bases(ground, act), _bases(ground, other)
    return len(mine & theirs) >= _ALIKE * min(len(mine), len(theirs))


def _bases(ground: Ground, act: Act) -> set[str]:
    words = ground.article.words[act.start : act.end]
    return {w.base for w in words if w.kind == "word" and not w.flags & F.GRAMMAR}


def _record(ground: Ground, act: Act, times: Agenda) -> Pledge:
    found = condition(ground, act)
    end = found[0] if found is not None and act.start < found[0] < act.end else act.end  # an act ends before its `if`
    span = ground.article.span(act.start, end)
    kind: PledgeKind = "expectation" if act.kind == "plan" else act.kind
    return Pledge(
        act=Span(min(span.start + act.cut, span.end - 1), span.end),
        by=act.by,
        to=act.to,
        kind=kind,
        due=due(ground, times, act),
        condition=ground.article.span(*found) if found else None,
        statement=f"s{act.holder + 1}" if act.holder >= 0 else None,
        rule=act.rule,
    )
