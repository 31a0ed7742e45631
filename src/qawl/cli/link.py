"""`qawl link`: its arguments."""

from pathlib import Path

import click


@click.command("link", short_help="Find what belongs together across articles.")
@click.argument("ledger", metavar="LEDGER", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print the summary as one JSON object.")
def command(ledger: Path, as_json: bool) -> None:
    """Compare the articles of LEDGER and link what belongs together: copies, and one thing told by several.

    Articles that were compared before are not compared again with each other. The command may be run
    again at any time, also after it was killed: it goes on where it stopped. What it finds are
    candidates, each with a score and what speaks for it, until a person judges them.

    \b
    Examples:
      qawl link news.qawl
      qawl link news.qawl --json
    """
    from qawl.cli.linking import link

    link(ledger, as_json=as_json)
