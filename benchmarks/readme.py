"""Keep what README shows true: the capture of `make demo`, and the figures of the floor.

python benchmarks/readme.py            say whether README is true
python benchmarks/readme.py --write    make it true
"""

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
SHOWN_TO = "Article ─"  # the capture shows the article's first lines only
SHOWN_LINES = 4
SETS = {
    "../shared/gold/dev": "dev",
    "evaluation/standoff/a": "half a",
    "evaluation/standoff/b": "half b",
    "examples/gold": "own story",
}
FIGURES = {
    "usable": "usable: words and speaker both right",
    "quotation exact": "content, cue and speaker exact to the letter",
    "content overlap": "content, shared characters",
    "cue exact": "cue",
    "speaker exact": "speaker phrase",
    "who, aligned pairs": "who, over the statements found",
    "force": "force, over the statements found",
    "times value": "times with their value",
    "quantities value": "quantities with their value",
    "pledges found": "pledges",
    "disputes found": "disputes",
}


def true_readme(text: str) -> str:
    """Return README with its capture and its figures as they are today."""
    text = _between(text, "<!-- capture: make demo -->", "<!-- end of capture -->", f"```text\n{capture()}\n```")
    return _between(text, "<!-- figures -->", "<!-- end of figures -->", figures())


def _between(text: str, start: str, end: str, new: str) -> str:
    pattern = re.compile(re.escape(start) + r".*?" + re.escape(end), re.DOTALL)
    return pattern.sub(lambda _: f"{start}\n{new}\n{end}", text, count=1)


def capture() -> str:
    """Return what `make demo` shows first, cut behind the article's first lines."""
    first = (ROOT / "examples" / "articles.jsonl").read_bytes().splitlines()[0]
    command = [sys.executable, "-m", "qawl", "read", "-"]
    run = subprocess.run(command, input=first, capture_output=True, check=True, env=os.environ | {"COLUMNS": "80"})
    lines = run.stdout.decode().splitlines()
    article = next(i for i, line in enumerate(lines) if line.startswith(SHOWN_TO))
    return "\n".join([line.rstrip() for line in lines[: article + SHOWN_LINES]] + ["…"])


def figures() -> str:
    """Return the table of the floor's figures."""
    floors = msgspec.json.decode((ROOT / "evaluation" / "floor.json").read_bytes())
    known = [name for name in SETS if name in floors]
    rows = ["| | " + " | ".join(SETS[name] for name in known) + " |", "|---|" + "---:|" * len(known)]
    for figure, words in FIGURES.items():
        cells = (_per_cent(floors[name]["figures"].get(figure)) for name in known)
        rows.append(f"| {words} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def _per_cent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.0f}"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="make README true")
    text = README.read_text(encoding="utf-8")
    true = true_readme(text)
    if parser.parse_args(arguments).write:
        README.write_text(true, encoding="utf-8")
        return 0
    if text != true:
        print("README.md shows what is no longer so; run: python benchmarks/readme.py --write")
    return int(text != true)


if __name__ == "__main__":
    sys.exit(main())
