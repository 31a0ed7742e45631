"""All times of an article, in order, with their values: one walk over the words that may begin one."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from qawl.reading.article import Article
from qawl.reading.drafts import Draft
from qawl.reading.times.calendar import Period
from qawl.reading.times.cursor import Cursor, Found
from qawl.reading.times.direction import Direction
from qawl.reading.times.expressions import expression_at
from qawl.reading.times.meaning import Clock, Here
from qawl.records import Time

_EVERY = frozenset(("كل", "وكل"))


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time over tokens `[start, end)`, and the days it covers; `period` is None where the article does not tell."""

    start: int
    end: int
    period: Period | None
    kind: str  # day, weekday, week, month, year, season, share, other

    @property
    def value(self) -> str | None:
        """The value in ISO 8601."""
        return self.period.iso if self.period is not None else None

    def record(self, article: Article) -> Time:
        """Return the record of this mention."""
        return Time(span=article.span(self.start, self.end), value=self.value)


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
        found.append(TimeMention(expression.start, expression.end, period, expression.kind))
        if not isinstance(expression.meaning, Here):
            clock = _told(clock, period)
    return tuple(found)


def _expressions(cursor: Cursor) -> Iterator[Found]:
    """Yield the expressions of an article; none overlap."""
    last: Found | None = None
    busy = 0
    article = cursor.article
    for token, word in enumerate(article.words):
        if word.numeral is None and (word.time is None or not word.time.opens) or token < busy:
            continue
        if token >= article.body_end or token in article.inside_entity:
            continue
        found = expression_at(cursor, token, last)
        if found is not None and found.start >= busy and cursor.fold(found.start - 1) not in _EVERY:
            last, busy = found, found.end
            yield found


def _told(clock: Clock, period: Period | None) -> Clock:
    if period is None:
        return clock
    return clock._replace(last=period, day=period if period.unit == "day" else clock.day)


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
