"""`qawl pledges`: its arguments."""

from pathlib import Path

import click

from qawl.cli.asking import AGENCY, ONCE, OUTLET, SINCE, TEXT, UNTIL, VERDICT, ask, options

KINDS = ("promise", "expectation", "demand", "offer")


@click.command("pledges", short_help="Ask a ledger who owes what by when.")
@options(
    TEXT,
    click.option("--party", metavar="NAME", help="Who owes it or is owed it."),
    click.option("--by", metavar="NAME", help="Who owes it."),
    click.option("--of", "to", metavar="NAME", help="Who is owed it."),
    click.option("--kind", type=click.Choice(KINDS), help="How it is owed."),
    click.option("--due-from", "due_since", metavar="DATE", help="Due on this day or later."),
    click.option("--due-to", "due_until", metavar="DATE", help="Due on this day or earlier."),
    click.option("--state", type=click.Choice(["open", "kept", "overdue", "withdrawn"]), help="How it stands."),
    click.option("--as-of", metavar="DATE", help="How it stood on this day; else today."),
    OUTLET,
    AGENCY,
    SINCE,
    UNTIL,
    VERDICT,
    ONCE,
)
def command(ledger: Path, **given: object) -> None:
    """Show the pledges in LEDGER, newest first, and how each stands.

    A later sentence that tells that the act was done, by either side, closes it once `qawl link` has
    found it; it is shown with the pledge. A pledge is overdue when its due day has passed without one.

    \b
    Examples:
      qawl pledges news.qawl --by سيشل --due-to 2024-03-20
      qawl pledges news.qawl --state overdue --as-of 2024-03-25
      qawl pledges news.qawl --kind promise --json
    """
    ask("pledges", ledger, given)
