"""`qawl disputes`: its arguments."""

from pathlib import Path

import click

from qawl.cli.asking import AGENCY, ONCE, OUTLET, SINCE, TEXT, UNTIL, VERDICT, ask, options


@click.command("disputes", short_help="Ask a ledger who denies what.")
@options(
    TEXT,
    click.option("--party", metavar="NAME", help="Who claims or denies it."),
    OUTLET,
    AGENCY,
    SINCE,
    UNTIL,
    VERDICT,
    ONCE,
)
def command(ledger: Path, **given: object) -> None:
    """Show what is disputed in LEDGER, newest first.

    \b
    Examples:
      qawl disputes news.qawl --party موريشيوس
      qawl disputes news.qawl --text قوارب --csv > disputes.csv
    """
    ask("disputes", ledger, given)
