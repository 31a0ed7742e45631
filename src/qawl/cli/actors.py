"""`qawl actors`: its arguments."""

from pathlib import Path

import click

from qawl.cli.asking import COUNTRY, ROLE, ask, options


@click.command("actors", short_help="Ask a ledger who speaks, and in which roles.")
@options(
    click.option("--name", "party", metavar="NAME", help="A name, or a part of it."),
    ROLE,
    COUNTRY,
    click.option("--kind", metavar="KIND", help="person, state, institution, group or medium."),
)
def command(ledger: Path, **given: object) -> None:
    """Show the parties in LEDGER across articles, those who speak most first.

    Each with its other names, its roles over time, and parties whose names may be spellings of the same.

    \b
    Examples:
      qawl actors news.qawl --name بريفال
      qawl actors news.qawl --kind person --limit 10
    """
    ask("actors", ledger, given)
