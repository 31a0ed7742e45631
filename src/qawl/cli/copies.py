"""`qawl copies`: its arguments."""

from pathlib import Path

import click

from qawl.cli.asking import AGENCY, OUTLET, SINCE, TEXT, UNTIL, ask, options


@click.command("copies", short_help="Ask a ledger which articles are copies of one.")
@options(TEXT, OUTLET, AGENCY, SINCE, UNTIL)
def command(ledger: Path, **given: str | bool | int | None) -> None:
    """Show which articles in LEDGER are copies of one: the earliest first, then how like it the others are.

    `qawl link LEDGER` finds them. The filters ask of any article among the copies; rows are counted
    by clusters.

    \b
    Examples:
      qawl copies news.qawl --agency 'رياح برس'
      qawl copies news.qawl --text قوارب --json
    """
    ask("copies", ledger, given)
