"""`qawl watch`: its arguments."""

from pathlib import Path

import click


@click.command("watch", short_help="Follow feeds and read what is new into a ledger.")
@click.argument("ledger", metavar="LEDGER", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("feeds", metavar="FEEDS", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--once", is_flag=True, help="Ask each feed once and end.")
@click.option(
    "--every",
    metavar="MINUTES",
    type=click.FloatRange(1, 10_080),
    default=30.0,
    show_default=True,
    help="Time between.",
)
@click.option("--pause", metavar="SECONDS", type=click.FloatRange(0, 600), default=2.0, show_default=True,
              help="Least time between two requests to a host.")  # fmt: skip
@click.option("--allow-private", is_flag=True, help="Fetch from addresses that are not public, too.")
@click.option("--any-language", is_flag=True, help="Read articles that are not Arabic, too.")
def command(ledger: Path, feeds: Path, once: bool, every: float, pause: float, **rules: bool) -> None:
    """Ask the feeds that are listed in FEEDS for what is new, and read it into LEDGER, again and again.

    FEEDS is a text file with one URL of an RSS or Atom feed a line (# begins a comment), or OPML. It is
    read anew for each round. What was seen of each feed is kept in LEDGER.feeds.json: the next round,
    or the next run, fetches only what is new. Ctrl-C ends it at any time; nothing is lost.

    robots.txt is obeyed, and closes its host where it cannot be read. Only http and https URLs at
    public addresses are fetched. More: docs/sources.md

    \b
    Examples:
      qawl watch news.qawl feeds.txt
      qawl watch news.qawl feeds.opml --once

    \b
    Exit status of --once:
      0    all feeds were read
      1    something could not be read or written
      2    wrong usage
      130  interrupted
    """
    from qawl.cli.watching import Order, watch
    from qawl.sources.net.fetch import Manners

    order = Order(
        once=once,
        every=every * 60,
        any_language=rules["any_language"],
        manners=Manners(interval=pause, allow_private=rules["allow_private"]),
    )
    if not watch(ledger, feeds, order):
        raise click.exceptions.Exit(1)
