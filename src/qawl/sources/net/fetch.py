"""Asking politely: robots.txt first, one request at a time, and none before the host wants us back."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from qawl.sources.http_message import content_type
from qawl.sources.net.address import Resolve, Target, checked_addresses, resolve, target_of
from qawl.sources.net.errors import FetchError, RefusedError
from qawl.sources.net.exchange import MOST_REDIRECTS, Answer, Bounds, exchange
from qawl.sources.net.robots import LARGEST, Robots, parse_robots
from qawl.sources.pages import PAGE_LIMIT
from qawl.sources.rejection import UnreadableError

REDIRECTS = (301, 302, 303, 307, 308)
BUSY = (429, 503)

ROBOTS_KEPT = 24 * 3600.0
ROBOTS_RETRIED = 15 * 60.0
"""Seconds that a robots.txt is taken for current, and that a host stays closed whose robots.txt could not be read."""

NO_ROBOTS = frozenset((404, 410))


class Clock:
    """The time, and waiting for it; tests have their own."""

    def now(self) -> float:
        """Return the seconds since 1970."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How we behave: seconds between two requests to a host, how often and how long we wait for one that is busy."""

    interval: float = 2.0
    attempts: int = 3
    backoff: float = 2.0
    longest_wait: float = 30.0
    allow_private: bool = False
    bounds: Bounds = field(default_factory=Bounds)


@dataclass(slots=True)
class Fetcher:
    """Fetches URLs. `resting` holds the hosts that asked to be left alone, each with the time until when.

    Pauses are kept for each host, whatever the scheme and port; a robots.txt speaks for one of these.
    """

    manners: Manners = Manners()
    clock: Clock = field(default_factory=Clock)
    resolve: Resolve = resolve
    resting: dict[str, float] = field(default_factory=dict)
    _turns: dict[str, float] = field(default_factory=dict)
    _rules: dict[str, tuple[Robots, float]] = field(default_factory=dict)

    def fetch(
        self, url: str, kinds: tuple[str, ...], *, headers: Mapping[str, str] | None = None, limit: int = PAGE_LIMIT
    ) -> Answer:
        """Return the answer with status 200 or 304 to which `url` leads, or raise UnreadableError.

        `kinds` are the content types that are taken; `headers` go with each request.
        """
        target = target_of(url)
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._allowed(target, headers or {}, limit)
            if answer.status not in REDIRECTS:
                return _wanted(answer, kinds)
            target = target_of(_location(answer), base=target.url)
        raise FetchError(f"is redirected more than {MOST_REDIRECTS} times")

    def _allowed(self, target: Target, headers: Mapping[str, str], limit: int) -> Answer:
        robots = self._robots(target)
        if robots.closed is not None:
            raise FetchError(f"is left alone: the robots.txt of {target.host} {robots.closed}", passing=True)
        if not robots.allows(target.path):
            raise FetchError(f"is left alone: the robots.txt of {target.host} closes it")
        return self._patiently(target, headers, limit)

    def _robots(self, target: Target) -> Robots:
        robots, until = self._rules.get(target.origin, (Robots(), 0.0))
        if self.clock.now() >= until:
            robots = self._ask_robots(target)
            kept = ROBOTS_KEPT if robots.closed is None else ROBOTS_RETRIED
            self._rules[target.origin] = robots, self.clock.now() + kept
        return robots

    def _ask_robots(self, target: Target) -> Robots:
        """Return the rules of a host; closed where they cannot be had, but for a host that says it has none."""
        at = target_of("/robots.txt", base=target.url)
        try:
            for _ in range(MOST_REDIRECTS + 1):
                answer = self._patiently(at, {}, LARGEST)
                if answer.status not in REDIRECTS:
                    break
                at = target_of(_location(answer), base=at.url)
        except RefusedError:
            raise
        except UnreadableError as error:
            return Robots(closed=f"cannot be read: it {error.reason}")
        if answer.status in NO_ROBOTS:
            return Robots()
        return parse_robots(answer.body) if answer.status == 200 else Robots(closed=f"answers {answer.status}")

    def _patiently(self, target: Target, headers: Mapping[str, str], limit: int) -> Answer:
        """Ask, and ask again where the failure may pass; raises FetchError where it does not."""
        for attempt in range(1, self.manners.attempts + 1):
            try:
                return self._once(target, headers, limit)
            except FetchError as error:
                wait = error.wait if error.wait is not None else self.manners.backoff * 2 ** (attempt - 1)
                if not error.passing or attempt == self.manners.attempts or wait > self.manners.longest_wait:
                    raise
                self.clock.sleep(wait)
        raise AssertionError("at least one attempt is made")

    def _once(self, target: Target, headers: Mapping[str, str], limit: int) -> Answer:
        self._await_turn(target)
        addresses = checked_addresses(target, allow_private=self.manners.allow_private, resolve=self.resolve)
        answer = exchange(target, addresses, headers, limit, self.manners.bounds)
        if answer.status in BUSY:
            raise self._busy(target, answer)
        if answer.status >= 500:
            raise FetchError(f"answers {answer.status}", passing=True)
        return answer

    def _busy(self, target: Target, answer: Answer) -> FetchError:
        """Return the error of a host that wants to be left alone, and remember until when."""
        wait = retry_after(answer.headers.get("retry-after", ""), self.clock.now())
        if wait is not None and wait > self.manners.longest_wait:
            self.resting[target.host] = self.clock.now() + wait
        later = "" if wait is None else f" and wants to be asked again in {wait:.0f} seconds"
        return FetchError(f"answers {answer.status}{later}", passing=True, wait=wait)

    def _await_turn(self, target: Target) -> None:
        """Wait until the host may be asked again; raises FetchError where that is too far off."""
        rest = self.resting.get(target.host, 0.0) - self.clock.now()
        if rest > 0:
            raise FetchError(
                f"is left alone: {target.host} wants to rest for {rest:.0f} more seconds", passing=True, wait=rest
            )
        self.resting.pop(target.host, None)
        wait = self._turns.get(target.host, 0.0) - self.clock.now()
        if wait > 0:
            self.clock.sleep(wait)
        robots, _ = self._rules.get(target.origin, (Robots(), 0.0))
        self._turns[target.host] = self.clock.now() + max(self.manners.interval, robots.delay or 0.0)


def retry_after(header: str, now: float) -> float | None:
    """Return the seconds that a Retry-After header asks for, as a number or as a date; None where it is neither."""
    header = header.strip()
    if header.isascii() and header.isdigit():
        return float(min(int(header[:10]), 30 * 24 * 3600))
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return None
    moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.fromtimestamp(now, UTC)).total_seconds())


def _location(answer: Answer) -> str:
    location = answer.headers.get("location", "").strip()
    if not location:
        raise FetchError(f"answers {answer.status} and does not say where to go")
    # Servers send addresses with Arabic in them as the bytes they are.
    return location.encode("latin-1", "replace").decode("utf-8", "replace") if not location.isascii() else location


def _wanted(answer: Answer, kinds: tuple[str, ...]) -> Answer:
    if answer.status == 304:
        return answer
    if answer.status != 200:
        raise FetchError(f"answers {answer.status}", passing=answer.status in (408, 425))
    kind = content_type(answer.headers.get("content-type")).name
    if kind not in kinds:
        raise FetchError(f"is {kind or 'of no stated type'}, not {' or '.join(kinds[:2])}")
    return answer
