"""`qawl read`: its arguments."""

from datetime import datetime
from pathlib import Path

import click


@click.command("read", short_help="Read articles and show who said what.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one reading a line, as it is made.")
@click.option(
    "--html", "page", metavar="OUT", type=click.Path(path_type=Path), help="Write one page that needs no network."
)
@click.option("--allow-private", is_flag=True, help="Fetch from addresses that are not public, too.")
@click.option("--published", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="Day of articles that have none.")
@click.option("--color/--no-color", default=None, help="Colours or none, whatever the output is.")
def command(
    files: tuple[str, ...],
    as_json: bool,
    page: Path | None,
    allow_private: bool,
    published: datetime | None,
    color: bool | None,
) -> None:
    """Read the articles of each FILE and show who said what.

    \b
    FILE is
      .txt               one article; its first line is the title
      .html, .htm        a page: its article, with title, byline, outlet and day
      .json              one article: an object as in .jsonl
      .jsonl             one article a line: `id`, `text` (or `title`, `byline`, `body`),
                         and where known `published`, `source`, `url`; also .jsonl.gz, .jsonl.zst
      .warc, .warc.gz    an archive of pages
      .parquet           a table with the columns of .jsonl
      http://, https://  a page, or a feed and the pages it names; robots.txt is obeyed
      -                  standard input: JSON Lines if it opens with {, else plain text

    Text is UTF-8, UTF-16 with a byte order mark, or Windows-1256. One article may take 16 MB.
    What cannot be read is named on standard error with its file and place; the rest is read.
    More: docs/sources.md

    \b
    Examples:
      qawl read article.txt --published 2022-01-25
      qawl read examples/articles.jsonl --json > readings.jsonl
      qawl read examples/articles.jsonl --html story.html
      zcat wires.jsonl.gz | qawl read - --json | head -n 1

    \b
    Exit status:
      0    all was read
      1    something could not be read or written
      2    wrong usage
      130  interrupted; 141 the reader of the output has gone
    """
    from qawl.cli.work import Order, read_files

    if as_json and page:
        raise click.UsageError("--json and --html cannot go together: run qawl twice.")
    day = published.date().isoformat() if published else None
    if not read_files(
        files, Order(as_json=as_json, page=page, published=day, color=color, allow_private=allow_private)
    ):
        raise click.exceptions.Exit(1)
