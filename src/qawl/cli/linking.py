"""What `qawl link` does."""

from dataclasses import asdict
from pathlib import Path

import click
import msgspec

from qawl.cli.console import told
from qawl.ledger import Ledger
from qawl.lexicon.closings import load_closings


def link(ledger: Path, *, as_json: bool) -> None:
    """Link what belongs together and print how much that was."""
    with told(), Ledger(ledger, write=True) as opened:
        *_, found = opened.link(load_closings())
    if as_json:
        click.echo(msgspec.json.encode(asdict(found)))
    else:
        click.echo(
            f"{found.articles:,} articles compared, {found.links:,} new links; in all {found.copies:,} articles with "
            f"copies, {found.tellings:,} things told by several"
        )
