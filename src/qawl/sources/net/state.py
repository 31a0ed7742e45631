"""What is known of feeds from the last time, kept in one file of JSON that is replaced as a whole."""

import os
import tempfile
from pathlib import Path

import msgspec

MOST_SEEN = 2_000
"""Entries that are remembered of each feed: more than any feed shows at once."""

ATTEMPTS = 5
"""How often an entry whose page fails for a passing reason is tried before it is given up."""


class StateError(Exception):
    """The file cannot be read or written; the message names it and says why."""


class FeedState(msgspec.Struct):
    """A feed: what its server wants to hear of us to tell what is new, the entries that are done with, and the failed.

    `seen` is in the order in which the entries were settled, the last at the end.
    """

    etag: str | None = None
    modified: str | None = None
    seen: dict[str, None] = {}
    failed: dict[str, int] = {}

    def settle(self, key: str) -> None:
        """Remember that an entry is done with."""
        self.failed.pop(key, None)
        self.seen.pop(key, None)
        self.seen[key] = None
        while len(self.seen) > MOST_SEEN:
            del self.seen[next(iter(self.seen))]

    def fail(self, key: str) -> None:
        """Remember that an entry failed; it is done with where it failed too often."""
        self.failed[key] = self.failed.get(key, 0) + 1
        if self.failed[key] >= ATTEMPTS:
            self.settle(key)


class State(msgspec.Struct):
    """All feeds by their URLs, and the hosts that asked to be left alone until some time."""

    feeds: dict[str, FeedState] = {}
    resting: dict[str, float] = {}
    version: int = 1

    def feed(self, url: str) -> FeedState:
        """Return what is known of a feed."""
        return self.feeds.setdefault(url, FeedState())


def load_state(path: Path) -> State:
    """Return the state in the file at `path`, or an empty one where there is none; raises StateError."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=State)
    except FileNotFoundError:
        return State()
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise StateError(f"{path} cannot be read ({error}); delete it to begin anew: nothing gets in twice") from error


def save_state(path: Path, state: State) -> None:
    """Write the state, so that a kill leaves the old file or the new one; raises StateError."""
    try:
        descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(msgspec.json.encode(state))
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as error:
        raise StateError(f"{path} cannot be written: {error.strerror or error}") from error
