"""`qawl` itself: its commands, imported only when called for, and how it ends."""

import os
import sys
from importlib import import_module

import click

from qawl import __version__

COMMANDS = {
    "read": "qawl.cli.read",
    "ingest": "qawl.cli.ingest",
    "watch": "qawl.cli.watch",
    "statements": "qawl.cli.statements",
    "pledges": "qawl.cli.pledges",
    "disputes": "qawl.cli.disputes",
    "actors": "qawl.cli.actors",
    "copies": "qawl.cli.copies",
    "story": "qawl.cli.story",
    "search": "qawl.cli.search",
    "show": "qawl.cli.show",
    "judge": "qawl.cli.judge",
    "link": "qawl.cli.link",
    "reread": "qawl.cli.reread",
    "export": "qawl.cli.export",
    "eval": "qawl.cli.eval",
}

# What a shell reports for a program that the signal ended: 128 and the signal's number.
INTERRUPTED = 130
BROKEN_PIPE = 141


class _Commands(click.Group):
    """The commands, each in its own module; a reader that has gone and Ctrl-C end them quietly."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except BrokenPipeError:
            _drop_output()
            ctx.exit(BROKEN_PIPE)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)


def _drop_output() -> None:
    """Send what is still buffered nowhere, or Python complains about the broken pipe while it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Read Arabic news: who said what, to whom, in whose words.

    \b
    Examples:
      qawl read article.txt --published 2022-01-25
      qawl read articles.jsonl.gz --json > readings.jsonl
      qawl ingest news.qawl articles.jsonl.gz
      qawl watch news.qawl feeds.txt
      qawl statements news.qawl --force deny
      qawl eval examples/gold
    """
