"""README shows what `make demo` shows and what the floor holds."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def readme(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("readme", root / "benchmarks" / "readme.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_readme_is_true(root: Path, readme: ModuleType) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    assert text == readme.true_readme(text), "run: python benchmarks/readme.py --write"


def test_what_is_stale_is_written_anew(readme: ModuleType) -> None:
    stale = "<!-- figures -->\nold\n<!-- end of figures -->\nrest"
    assert "old" not in readme.true_readme(stale)
    assert readme.true_readme(stale).endswith("rest")
