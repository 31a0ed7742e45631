"""Why a URL gave nothing."""

from qawl.sources.rejection import UnreadableError


class RefusedError(UnreadableError):
    """A URL that is never asked for."""


class FetchError(UnreadableError):
    """A URL that gave nothing. `passing`: it may later; `wait`: seconds for which the server wants to be left alone."""

    def __init__(self, reason: str, *, passing: bool = False, wait: float | None = None) -> None:
        super().__init__(reason)
        self.passing = passing
        self.wait = wait
