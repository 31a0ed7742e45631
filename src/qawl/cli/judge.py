"""`qawl judge`: its arguments."""

from pathlib import Path

import click


@click.command("judge", short_help="Record what a person decided of a record.")
@click.argument("ledger", metavar="LEDGER", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("record", metavar="ID")
@click.argument("verdict", metavar="VERDICT", type=click.Choice(["right", "wrong", "corrected"]))
@click.option("--by", metavar="NAME", help="Who decides.")
@click.option("--note", metavar="WORDS", help="Why, or what is right.")
@click.option("--speaker", metavar="NAME", help="The right speaker of a statement that is corrected.")
def command(ledger: Path, record: str, verdict: str, **about: str | None) -> None:
    """Record a decision about the record with this ID: VERDICT is right, wrong or corrected.

    The record stays as it was read; the decision is kept beside it and shown wherever it is shown. The
    last decision counts, the earlier ones stay. A link is judged as link.NUMBER.

    \b
    Examples:
      qawl judge news.qawl k7q2m9x4.s128 right --by سلمى
      qawl judge news.qawl k7q2m9x4.s128 corrected --speaker 'ليون بريفال' --note 'the minister, not the ministry'
    """
    from qawl.cli.console import told
    from qawl.ledger import Ledger

    with told(), Ledger(ledger, write=True) as opened:
        opened.judge(record, verdict, **about)  # type: ignore[arg-type]
    click.echo(f"{record}: {verdict}")
