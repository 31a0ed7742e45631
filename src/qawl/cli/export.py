"""`qawl export`: its arguments."""

from pathlib import Path

import click

from qawl.cli.asking import LEDGER, ONCE, OUTLET, SINCE, UNTIL


@click.command("export", short_help="Write a ledger's records to a file for other programs.")
@LEDGER
@click.argument("form", metavar="FORMAT", type=click.Choice(["csv", "jsonl", "parquet", "plover", "annotations"]))
@click.argument("out", metavar="OUT", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--kind",
    type=click.Choice(["statements", "pledges", "disputes"]),
    default="statements",
    show_default=True,
    help="Which records; plover writes events.",
)
@OUTLET
@SINCE
@UNTIL
@ONCE
def command(ledger: Path, form: str, out: Path, kind: str, **given: str | bool | None) -> None:
    """Write the records of LEDGER to the file OUT, which appears only when it is whole.

    \b
    FORMAT  csv          for spreadsheets; no cell is taken for a formula
            jsonl        one record a line
            parquet      for data frames; needs pyarrow: pip install 'qawl[parquet]'
            plover       events as JSON Lines with the field names of PLOVER, and their status
            annotations  W3C Web Annotations, one a line; positions are code points

    \b
    Examples:
      qawl export news.qawl csv pledges.csv --kind pledges
      qawl export news.qawl plover events.jsonl --from 2024-03-01
    """
    from qawl.cli.exporting import write

    write(ledger, form, kind, out, given)
