"""`qawl eval`: readings against gold."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from qawl.evaluation.score import Evaluation


@click.command("eval", short_help="Score the reader against annotated articles.")
@click.argument("gold_dir", metavar="GOLD_DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print all figures as one JSON object.")
@click.option("--misses", is_flag=True, help="List what went wrong, case by case.")
def command(gold_dir: Path, as_json: bool, misses: bool) -> None:
    """Read the articles of GOLD_DIR and score the readings against their gold.

    GOLD_DIR holds ID.json (the article) beside ID.gold.json (its reading, made by hand).

    \b
    Examples:
      qawl eval examples/gold
      qawl eval examples/gold --misses | less
      qawl eval examples/gold --json > figures.json
    """
    from qawl.evaluation.gold import GoldError
    from qawl.evaluation.score import evaluate
    from qawl.reading import read

    try:
        evaluation = evaluate(gold_dir, read=read)
    except GoldError as error:
        raise click.ClickException(str(error)) from error
    _show(evaluation, as_json=as_json, misses=misses)


def _show(evaluation: "Evaluation", *, as_json: bool, misses: bool) -> None:
    import msgspec

    from qawl.evaluation.misses import format_misses
    from qawl.evaluation.summary import as_json as plain
    from qawl.evaluation.summary import format_confusion, format_table

    if as_json:
        click.echo(msgspec.json.encode(plain(evaluation, with_misses=misses)))
        return
    click.echo(format_table(evaluation))
    if misses:
        click.echo(f"\n{format_confusion(evaluation)}\n\n{format_misses(evaluation.misses)}")
