"""`qawl reread`: its arguments."""

from pathlib import Path

import click


@click.command("reread", short_help="Bring a ledger up to a newer reader.")
@click.argument("ledger", metavar="LEDGER", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--all", "every", is_flag=True, help="Also what this version of the reader has read.")
@click.option("--jobs", metavar="N", type=click.IntRange(1, 256), help="Processes that read; as many as processors.")
@click.option("--json", "as_json", is_flag=True, help="Print one changed record a line.")
def command(ledger: Path, every: bool, jobs: int | None, as_json: bool) -> None:
    """Read again the articles of LEDGER that an older reader read, and say what changed.

    A record that is found again keeps its id and what people decided of it. One that is no longer
    found is deleted, unless it or a link of it was judged: then it stays, marked as gone.

    \b
    Examples:
      qawl reread news.qawl
      qawl reread news.qawl --all --json > changes.jsonl
    """
    from qawl.cli.ingesting import reread

    reread(ledger, jobs=jobs, every=every, as_json=as_json)
