"""When an act is due: the first time to come that belongs to it, and not to what it only mentions."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from qawl.lexicon import flags as F
from qawl.reading.article import COMMAS
from qawl.reading.ground import Ground
from qawl.reading.pledges.act import Act
from qawl.reading.times import TimeMention
from qawl.reading.times.calendar import joined

_BACK = 30  # tokens before an act in which its time may stand
_OR = "او"
_WITH = 2  # tokens between `قبل` and a time that it belongs to: `قبل نهاية الشهر`


@dataclass(frozen=True, slots=True)
class Agenda:
    """The times of an article in order, and its date if it has one."""

    times: Sequence[TimeMention]
    today: date | None

    def between(self, start: int, end: int) -> Iterator[TimeMention]:
        """Yield the times that begin in tokens `[start, end)`."""
        first = bisect_left(self.times, start, key=lambda time: time.start)
        last = bisect_left(self.times, end, lo=first, key=lambda time: time.start)
        yield from self.times[first:last]

    def is_over(self, time: TimeMention) -> bool:
        """Say whether a time lies before the article's date."""
        return self.today is not None and time.period is not None and time.period.last < self.today


def agenda(times: Sequence[TimeMention], published: str | None) -> Agenda:
    """Return the times of an article published on an ISO date."""
    try:
        return Agenda(times, date.fromisoformat((published or "")[:10]))
    except ValueError:
        return Agenda(times, None)


def due(ground: Ground, times: Agenda, act: Act) -> str | None:
    """Return the ISO value of when an act is due: told behind its verb, else before it in its clause."""
    fitting = (
        time for time in times.between(act.start, act.near) if not times.is_over(time) and _belongs(ground, act, time)
    )
    first = next(fitting, None)
    if first is not None:
        finer = next((time for time in fitting if not _is_of_years(time)), first) if _is_of_years(first) else first
        return _or_next(ground, times, finer)
    if act.rule == "unless":
        return None  # the time before it is that of the threat
    for time in times.between(_opening(ground, act), act.start):
        if not times.is_over(time) and not _is_framed(ground, _opening(ground, act), time):
            return time.value
    return None


def _or_next(ground: Ground, times: Agenda, time: TimeMention) -> str | None:
    """`مساء اليوم أو صباح الغد` is due from the one to the other."""
    words = ground.article.words
    other = next(times.between(time.end, time.end + _WITH), None)
    if other is None or time.period is None or other.period is None or words[time.end].fold != _OR:
        return time.value
    both = joined(time.period, other.period)
    return time.value if both is None else both.iso


def _is_of_years(time: TimeMention) -> bool:
    """`بطولة موسم 2024 يوم 6 مايو`: a year is less often when something is due than a day told behind it."""
    return time.period is not None and time.period.unit == "year"


def _belongs(ground: Ground, act: Act, time: TimeMention) -> bool:
    """Say whether a time behind the first word of an act is the act's own."""
    if act.rule != "await" and any(_opens_clause(ground, at) for at in range(act.end, time.start)):
        return False
    return not _is_framed(ground, act.start, time)


def _opens_clause(ground: Ground, at: int) -> bool:
    word = ground.article.words[at]
    verb = word.future is not None or word.flags & F.VERB and word.known
    return bool(word.complementizer) or at in ground.clauses.cues or bool(verb)


def _is_framed(ground: Ground, start: int, time: TimeMention) -> bool:
    """`سيعود بعد زيارة تونس الشهر المقبل`: the time is that of what comes before or after the act."""
    words = ground.article.words
    for at in range(time.start - 1, start - 1, -1):
        if words[at].kind in COMMAS:
            return False
        if words[at].fold in ground.pledges.frames and not words[at + 1].flags & (F.DEMONSTRATIVE | F.PRONOUN):
            return at < time.start - _WITH
    return False


def _opening(ground: Ground, act: Act) -> int:
    """Return the first token of the clause that an act stands in."""
    floor = max(ground.clauses.bounds(act.start)[0], act.start - _BACK)
    words = ground.article.words
    for at in range(act.start - 2, floor - 1, -1):  # `من المقرر غدا أن [يفتتح …]`
        if words[at].complementizer or at in ground.clauses.cues or words[at].kind in COMMAS:
            return at + 1
    return floor
