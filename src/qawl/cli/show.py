"""`qawl show`: its arguments."""

from pathlib import Path

import click


@click.command("show", short_help="Show one record with its context.")
@click.argument("ledger", metavar="LEDGER", type=click.Path(path_type=Path))
@click.argument("record", metavar="ID")
@click.option("--context", metavar="N", type=click.IntRange(0, 100_000), default=200, help="Letters on either side.")
@click.option("--json", "as_json", is_flag=True, help="Print it as one JSON object.")
@click.option("--color/--no-color", default=None, help="Colours or none, whatever the output is.")
def command(ledger: Path, record: str, context: int, as_json: bool, color: bool | None) -> None:
    """Show the record with this ID in LEDGER: its words with what stands before and behind, how they
    came to the page, the rule that made the record, and what people decided of it.

    An article's ID (what stands before the dot) shows its whole reading. An ID may be cut short before
    the dot as long as only one article begins like that.

    \b
    Examples:
      qawl show news.qawl k7q2m9x4.s128
      qawl show news.qawl k7q2m9x4
    """
    from qawl.cli.showing import show

    show(ledger, record, context=context, as_json=as_json, color=color)
