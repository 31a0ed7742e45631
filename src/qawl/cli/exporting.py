"""What `qawl export` does."""

from pathlib import Path
from typing import Any

import click

from qawl.cli.console import told
from qawl.export.files import export
from qawl.ledger import Ledger


def write(ledger: Path, form: str, kind: str, out: Path, given: dict[str, Any]) -> None:
    """Write the file and say how much is in it; a file that cannot be written is named with the cause."""
    try:
        with told(), Ledger(ledger) as opened:
            count = export(opened, form, kind, out, **given)
    except OSError as error:
        raise click.FileError(str(out), error.strerror) from error
    except ModuleNotFoundError as error:
        raise click.ClickException(f"{form} needs pyarrow: pip install 'qawl[parquet]'") from error
    click.echo(f"{out}: {count:,} {'events' if form == 'plover' else kind}", err=True)
