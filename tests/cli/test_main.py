"""The program as a whole: help, versions, speed of starting, quiet endings."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import qawl as package
from qawl.cli.main import COMMANDS, main

from .commands import QAWL, TEXT, processor_seconds, qawl


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Return a file of more articles than any pipe holds."""
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps({"id": str(i), "text": TEXT}) + "\n" for i in range(20_000)), encoding="utf-8")
    return path


def test_help_names_every_command_with_an_example() -> None:
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    assert all(f"  {name}  " in result.output for name in COMMANDS)
    assert "qawl read article.txt" in result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert f"Examples:\n    qawl {name} " in result.output


def test_version() -> None:
    assert qawl("--version").stdout.decode().strip().endswith(f" {package.__version__}")


def test_an_unknown_command_is_wrong_usage() -> None:
    result = CliRunner().invoke(main, ["write"])
    assert result.exit_code == 2
    assert "No such command 'write'" in result.output


def test_help_loads_neither_the_reader_nor_rich() -> None:
    code = "import sys; sys.argv = ['qawl', '--help']; from qawl.cli.main import main; main(standalone_mode=False)"
    after = "; print(sorted({'rich', 'babel', 'qawl.reading', 'qawl.lexicon'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code + after], capture_output=True, check=True, text=True)
    assert run.stdout.splitlines()[-1] == "[]"


def test_help_is_quick() -> None:
    """In seconds of the processor: a busy machine makes nothing slower."""
    times = []
    for _ in range(3):
        began = processor_seconds()
        assert qawl("--help").returncode == 0
        times.append(processor_seconds() - began)
    assert min(times) < 0.3


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise on Windows")
@pytest.mark.parametrize("view", [["--json"], []], ids=["json", "terminal"])
def test_a_broken_pipe_ends_quietly(many: Path, view: list[str]) -> None:
    program = subprocess.Popen([*QAWL, "read", str(many), *view], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert program.stdout and program.stderr
    assert program.stdout.readline()
    program.stdout.close()
    assert program.stderr.read() == b""
    assert program.wait(timeout=60) == 141


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGINT to send on Windows")
def test_an_interrupt_ends_quietly(many: Path) -> None:
    program = subprocess.Popen(
        [*QAWL, "read", "-", "--json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert program.stdin and program.stdout and program.stderr
    program.stdin.write(json.dumps({"id": "one", "text": TEXT}).encode() + b"\n")
    program.stdin.flush()
    assert program.stdout.readline()
    program.send_signal(signal.SIGINT)
    assert program.wait(timeout=60) == 130
    assert program.stderr.read().strip() == b""
