"""`qawl search`: its arguments."""

from pathlib import Path

import click

from qawl.cli.asking import AGENCY, OUTLET, SINCE, UNTIL, ask, options


@click.command("search", short_help="Find articles by their words.")
@options(click.argument("words", metavar="WORDS...", nargs=-1, required=True), OUTLET, AGENCY, SINCE, UNTIL, limit=20)
def command(ledger: Path, words: tuple[str, ...], **given: object) -> None:
    """Find the articles in LEDGER in which all WORDS stand, newest first.

    A word is found in all its spellings and with what is written on to it: وزير finds وبالوزير, but
    not وزارة. "Words in quotation marks" stand side by side, -word is left out, begin* is a beginning.
    Put -- before WORDS that begin with a dash.

    \b
    Examples:
      qawl search news.qawl وزير التونة
      qawl search news.qawl '"وزير الخارجية" بورت* -فيكتوريا' --from 2024-03-01
      qawl search news.qawl مهلة --json | head -n 1
    """
    ask("search", ledger, {"text": " ".join(words), **given})
