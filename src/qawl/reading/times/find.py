"""All times of an article, in order, with their values: one walk over the words that may begin one."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from qawl.lexicon.vocabulary import Word
from qawl.reading.article import Article
from qawl.reading.drafts import Draft
from qawl.reading.times.calendar import Period, days
from qawl.reading.times.cursor import Cursor, Found
from qawl.reading.times.direction import Direction
from qawl.reading.times.durations import Duration, duration_at
from qawl.reading.times.expressions import expression_at
from qawl.reading.times.meaning import Clock, FromNow, Here
from qawl.records import Time
from qawl.text.fold import HARAKAT, INVISIBLE, TATWEEL
from qawl.text.span import Span

_MARKS = frozenset(HARAKAT + TATWEEL + INVISIBLE)
_EVERY = frozenset(("كل", "وكل"))


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time over tokens `[start, end)`, and the days it covers; `period` is None where the article does not tell."""

    start: int
    end: int
    period: Period | None
    kind: str  # day, weekday, week, month, year, season, share, other, deadline
    cut: int = 0  # code points of a conjunction or preposition written on to its first word

    @property
    def value(self) -> str | None:
        """The value in ISO 8601."""
        return self.period.iso if self.period is not None else None

    def record(self, article: Article) -> Time:
        """Return the record of this mention."""
        span = article.span(self.start, self.end)
        return Time(span=Span(span.start + self.cut, span.end), value=self.value)


def find_times(
    article: Article, published: str | None, drafts: Sequence[Draft] = (), holders: Sequence[int] = ()
) -> tuple[TimeMention, ...]:
    """Return the times of an article in order.

    `published` is its ISO date, against which they are reckoned. `drafts` are its statements and `holders` says
    which of them holds each token, so that the tense of what is said is not that of the verb that says it.
    """
    cursor = Cursor(article)
    direction = Direction(cursor, drafts, holders)
    clock = Clock(_day(published))
    found: list[TimeMention] = []
    for expression in _expressions(cursor):
        here = _here(article, found, expression.start)
        now = clock._replace(tense=direction.at(expression.start, expression.end), here=here)
        period = expression.meaning.period(now)
        cut = _cut(article.words[expression.start])
        found.append(TimeMention(expression.start, expression.end, period, expression.kind, cut))
        if not isinstance(expression.meaning, Here):
            clock = _told(clock, period)
    return tuple(found)


def _expressions(cursor: Cursor) -> Iterator[Found]:
    """Yield the expressions of an article; none overlap."""
    last: Found | None = None
    busy = 0
    article = cursor.article
    for token in article.timely:
        if token < busy or token >= article.body_end or token in article.inside_entity:
            continue
        found = expression_at(cursor, token, last)
        if found is not None and found.start >= busy and not _is_frequency(cursor, found):
            last, busy = found, found.end
            yield found


def _cut(word: Word) -> int:
    """Return how much of a word stands before its time: `و` and `ب`, but not the `لل` of `للعام`."""
    clitics = word.time or word.numeral
    if clitics is None or not clitics.conjunction + clitics.preposition:
        return 0
    fused = clitics.definite and clitics.preposition == "ل"
    wanted = len(clitics.conjunction) + (0 if fused else len(clitics.preposition))
    for offset, letter in enumerate(word.form):
        if letter in _MARKS:
            continue
        if not wanted:
            return offset
        if not "\u0621" <= letter <= "\u064a":
            return 0  # a ligature, of which nothing can be cut
        wanted -= 1
    return 0


def _is_frequency(cursor: Cursor, found: Found) -> bool:
    """`كل يوم جمعة`, `نهاية يونيو من كل عام`."""
    behind = found.end + 1 if cursor.fold(found.end) == "من" else found.end
    return cursor.fold(found.start - 1) in _EVERY or cursor.fold(behind) in _EVERY and behind > found.end


def _told(clock: Clock, period: Period | None) -> Clock:
    if period is None:
        return clock
    return clock._replace(last=period, day=period if period.unit == "day" else clock.day)


def find_deadlines(
    article: Article, published: str | None, mentions: Sequence[TimeMention] = ()
) -> tuple[TimeMention, ...]:
    """Return the lengths that count from the article's date, `خلال يومين`, `في غضون 48 ساعة`, each with both its ends.

    They are no times of a reading; of an act to come they tell by when. What is one of the times that were found,
    `خلال عام 2015`, is no such length.
    """
    cursor, today, starts = Cursor(article), _day(published), {mention.start for mention in mentions}
    return tuple(
        TimeMention(token, length.end, _from(today, length), "deadline")
        for token in article.timely
        if cursor.sense(token, "within") is not None
        and token + 1 not in starts
        and (length := duration_at(cursor, token + 1)) is not None
    )


def _from(today: date | None, length: Duration) -> Period | None:
    period = FromNow(tuple((ceil(count), unit) for count, unit in length.parts), 1).period(Clock(today))
    return days(today, period.last) if period is not None else None


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _here(article: Article, found: list[TimeMention], token: int) -> Period | None:
    """Return the day told last in the sentence of a token."""
    if not found or found[-1].period is None or found[-1].period.unit != "day":
        return None
    at = bisect_right(article.sentences, (token, len(article.words))) - 1
    start = article.sentences[at][0] if at >= 0 else 0
    period = found[-1].period
    return period if found[-1].start >= start and period.first == period.last else None


def inside_times(mentions: Sequence[TimeMention]) -> frozenset[int]:
    """Return the tokens that belong to a time: a number among them is no quantity."""
    return frozenset(token for mention in mentions for token in range(mention.start, mention.end))
