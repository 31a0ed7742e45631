"""The options that questions share, and how a question is put and its answer shown."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from qawl.ledger import Answers, Ledger

F = TypeVar("F", bound=Callable[..., Any])

LEDGER = click.argument("ledger", metavar="LEDGER", type=click.Path(path_type=Path))

TEXT = click.option("--text", metavar="WORDS", help='Words in it; "a phrase", -without, begin*.')
PARTY = click.option("--speaker", "party", metavar="NAME", help="Name of the speaker, or a part of it.")
OUTLET = click.option("--outlet", metavar="NAME", help="Outlet of the article.")
AGENCY = click.option("--agency", metavar="NAME", help="Agency that the words came through.")
SINCE = click.option("--from", "since", metavar="DATE", help="First day of publication.")
UNTIL = click.option("--to", "until", metavar="DATE", help="Last day of publication.")
VERDICT = click.option(
    "--verdict", type=click.Choice(["right", "wrong", "corrected", "none"]), help="What a person decided of it."
)
COUNTRY = click.option("--country", metavar="CODE", help="Country of the speaker: RUS, SAU, …")
ROLE = click.option("--role", metavar="WORDS", help="Words in the speaker's role.")

ONCE = click.option("--once", is_flag=True, help="What several articles tell, only as first told.")

_SHOWN = (
    click.option("--after", metavar="PLACE", help="Go on behind an earlier answer, which names the place."),
    click.option("--json", "as_json", is_flag=True, help="Print one row a line as JSON."),
    click.option("--csv", "as_csv", is_flag=True, help="Print a table for spreadsheets."),
    click.option("--color/--no-color", default=None, help="Colours or none, whatever the output is."),
)


def options(*which: Callable[..., Any], limit: int = 50) -> Callable[[F], F]:
    """Return a decorator that gives a command the ledger, these filters, and the ways to show an answer."""
    rows = click.option(
        "--limit", metavar="N", type=click.IntRange(0), default=limit, help=f"Rows: {limit}, or N; 0 for all."
    )

    def decorate(command: F) -> F:
        for option in reversed((LEDGER, *which, rows, *_SHOWN)):
            command = option(command)
        return command

    return decorate


def ask(question: str, ledger: Path, given: dict[str, Any]) -> None:
    """Put a question to the ledger and show the answer in the way that was asked for."""
    from qawl.cli.answering import View, show
    from qawl.cli.console import told
    from qawl.ledger import Ledger

    view = View(**{name: given.pop(name) for name in ("as_json", "as_csv", "color")})
    if view.as_json and view.as_csv:
        raise click.UsageError("--json and --csv cannot go together.")
    with told(), Ledger(ledger) as opened:
        show(question, _pages(opened, question, given), view)


PAGE = 1000


def _pages(ledger: "Ledger", question: str, wanted: dict[str, Any]) -> "Iterator[Answers[Any]]":
    """Yield the answer, in pages where it is long."""
    rest = wanted.pop("limit") or None
    after = wanted.pop("after")
    while True:
        page = getattr(ledger, question)(limit=min(rest or PAGE, PAGE), after=after, **wanted)
        yield page
        after, rest = page.next, rest and rest - len(page)
        if after is None or rest == 0:
            return
