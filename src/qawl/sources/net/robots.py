"""robots.txt (RFC 9309): which paths a host closes to us, and how long it wants us to wait.

Python's own parser takes the first rule that matches and knows no `*` within a path, so that it enters what a host has
closed; here the longest rule counts, as the standard has it.
"""

import re
from dataclasses import dataclass, field

AGENT = "qawl"
LARGEST = 512_000
MOST_RULES = 5_000
LONGEST_DELAY = 60.0

_LINE = re.compile(r"\s*([A-Za-z-]+)\s*:\s*(.*?)\s*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for us, each with whether it opens its paths, and the seconds to wait between requests."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float | None = None
    closed: str | None = None
    """Why the whole host is closed, where it is: its robots.txt could not be read."""

    def allows(self, path: str) -> bool:
        """Say whether `path`, with its query, may be asked for."""
        if self.closed is not None:
            return False
        best = max(((len(rule), opens) for rule, opens in self.rules if matches(rule, path)), default=(0, True))
        return best[1]


@dataclass(slots=True)
class _Group:
    agents: list[str] = field(default_factory=list)
    rules: list[tuple[str, bool]] = field(default_factory=list)
    delay: float | None = None
    begun: bool = False


def parse_robots(data: bytes) -> Robots:
    """Return the rules of a robots.txt for us: those that name qawl, else those for all."""
    groups = _groups(data[:LARGEST].decode("utf-8", "replace"))
    ours = [group for group in groups if AGENT in group.agents] or [group for group in groups if "*" in group.agents]
    rules = tuple(rule for group in ours for rule in group.rules)
    delays = [group.delay for group in ours if group.delay is not None]
    return Robots(rules, max(delays, default=None))


def _groups(text: str) -> list[_Group]:
    groups: list[_Group] = []
    rules = 0
    for line in text.removeprefix("\ufeff").splitlines():
        found = _LINE.match(line)
        if found is None:
            continue
        key, value = found.group(1).lower(), found.group(2)
        if key == "user-agent":
            if not groups or groups[-1].begun:
                groups.append(_Group())
            groups[-1].agents.append(value.lower().partition("/")[0].strip())
        elif groups and rules < MOST_RULES:
            rules += 1
            groups[-1].begun = True
            _add(groups[-1], key, value)
    return groups


def _add(group: _Group, key: str, value: str) -> None:
    if key in ("allow", "disallow") and value:
        group.rules.append((value, key == "allow"))
    elif key == "crawl-delay" and re.fullmatch(r"\d{1,6}(?:\.\d{1,3})?", value):
        group.delay = min(float(value), LONGEST_DELAY)


def matches(rule: str, path: str) -> bool:
    """Say whether a rule (`/news/*.pdf$`) is about `path`; takes time linear in both for each `*`."""
    first, *rest = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    anchored = rule.endswith("$")
    for number, part in enumerate(rest, 1):
        if anchored and number == len(rest):
            return len(path) - len(part) >= at and path.endswith(part)
        at = path.find(part, at)
        if at == -1:
            return False
        at += len(part)
    return not anchored or bool(rest) or at == len(path)
