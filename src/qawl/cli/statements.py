"""`qawl statements`: its arguments."""

from pathlib import Path

import click

from qawl.cli.asking import AGENCY, COUNTRY, ONCE, OUTLET, PARTY, ROLE, SINCE, TEXT, UNTIL, VERDICT, ask, options

FORCES = ("assert", "deny", "accuse", "demand", "commit", "warn", "support", "expect")


@click.command("statements", short_help="Ask a ledger who said what.")
@options(
    TEXT,
    PARTY,
    ROLE,
    COUNTRY,
    click.option("--kind", metavar="KIND", help="person, state, institution, group, medium or unnamed."),
    click.option("--force", type=click.Choice(FORCES), help="What is done by saying it."),
    click.option("--mode", type=click.Choice(["direct", "indirect", "mixed"]), help="In whose words it is told."),
    click.option("--headline/--no-headline", default=None, help="Only headlines, or none."),
    OUTLET,
    AGENCY,
    SINCE,
    UNTIL,
    VERDICT,
    ONCE,
)
def command(ledger: Path, **given: object) -> None:
    """Show the statements in LEDGER, newest first.

    Beside each stands in how many articles it is told and by how many witnesses, once `qawl link` has
    run: reprints of one wire are one witness.

    Names and words are found in all their spellings, and with what Arabic writes on to them.

    \b
    Examples:
      qawl statements news.qawl --speaker بيسكوف --force deny
      qawl statements news.qawl --text 'حصص التونة' --from 2024-03-01 --to 2024-03-31
      qawl statements news.qawl --country RUS --limit 0 --csv > statements.csv
    """
    ask("statements", ledger, given)
