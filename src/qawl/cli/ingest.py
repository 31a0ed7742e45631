"""`qawl ingest`: its arguments."""

from datetime import datetime
from pathlib import Path

import click


@click.command("ingest", short_help="Read articles into a ledger.")
@click.argument("ledger", metavar="LEDGER", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--jobs", metavar="N", type=click.IntRange(1, 256), help="Processes that read; as many as processors.")
@click.option("--allow-private", is_flag=True, help="Fetch from addresses that are not public, too.")
@click.option("--published", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="Day of articles that have none.")
@click.option("--any-language", is_flag=True, help="Read articles that are not Arabic, too.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as one JSON object.")
def command(
    ledger: Path,
    sources: tuple[str, ...],
    jobs: int | None,
    published: datetime | None,
    as_json: bool,
    **rules: bool,
) -> None:
    """Read the articles of each SOURCE into LEDGER, which is made where it is missing.

    SOURCE is what `qawl read` takes as FILE. Articles that the ledger knows are not read again; one
    whose text or date changed is kept beside its earlier edition. The same command may be run again
    at any time, also after it was killed: it goes on where it stopped. Others may ask the ledger
    questions meanwhile. Articles that are not Arabic are set aside, with a word on standard error.

    \b
    Examples:
      qawl ingest news.qawl articles.jsonl.gz
      qawl ingest news.qawl wires/*.txt --published 2022-01-25 --jobs 2
      zcat wires.jsonl.gz | qawl ingest news.qawl -

    \b
    Exit status:
      0    all was read
      1    something could not be read or written
      2    wrong usage
      130  interrupted
    """
    from qawl.cli.ingesting import ingest
    from qawl.cli.intake import Intake

    day = published.date().isoformat() if published else None
    intake = Intake(published=day, arabic_only=not rules["any_language"], allow_private=rules["allow_private"])
    if not ingest(ledger, sources, intake, jobs=jobs, as_json=as_json):
        raise click.exceptions.Exit(1)
