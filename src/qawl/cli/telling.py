"""What `qawl story` does."""

from pathlib import Path
from typing import Any

import click

from qawl.cli.answering import View, show
from qawl.cli.console import told
from qawl.ledger import Answers, Ledger
from qawl.ledger.filters import MOST_ROWS


def tell(ledger: Path, names: tuple[str, ...], words: str | None, given: dict[str, Any]) -> None:
    """Ask for a story and show it."""
    view = View(**{name: given.pop(name) for name in ("as_json", "as_csv", "color")})
    if view.as_json and view.as_csv:
        raise click.UsageError("--json and --csv cannot go together.")
    given["limit"] = given["limit"] or MOST_ROWS
    with told(), Ledger(ledger) as opened:
        found = opened.story(*names, text=words, **given)
        show("story", [Answers(found.rows)], view)
    if found.next is not None:
        click.echo(f"There is more: --from {found.next}", err=True)
