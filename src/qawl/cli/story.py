"""`qawl story`: its arguments."""

from pathlib import Path

import click

from qawl.cli.asking import OUTLET, SINCE, UNTIL, options


@click.command("story", short_help="Tell from a ledger what was said, owed and disputed, day by day.")
@options(
    click.argument("words", metavar="[WORDS]", required=False),
    click.option("--party", "names", metavar="NAME", multiple=True, help="Who has part; several: between them."),
    OUTLET,
    SINCE,
    UNTIL,
    click.option("--as-of", metavar="DATE", help="How pledges stood on this day; else today."),
)
def command(ledger: Path, names: tuple[str, ...], words: str | None, **given: str | bool | int | None) -> None:
    """Show what was said, owed, done and disputed in the articles with WORDS or NAMEs, oldest first.

    What several articles tell is told once, with how many articles and witnesses there are. A pledge
    stands on the day on which it was told, and again on that on which it was kept or fell overdue.

    \b
    Examples:
      qawl story news.qawl 'حصص التونة' --from 2024-03-01
      qawl story news.qawl --party موريشيوس --party سيشل --json
    """
    from qawl.cli.telling import tell

    if not words and not names:
        raise click.UsageError("A story needs WORDS or a --party.")
    if given.pop("after"):
        raise click.UsageError("A story goes on from a day: --from.")
    tell(ledger, names, words, given)
