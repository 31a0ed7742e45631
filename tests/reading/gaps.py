"""Take out the `gap` lines of cases that are read now; `cd tests && python -m reading.gaps`.

It marks nothing: a case that fails without a mark is a defect until somebody decides otherwise.
"""

import re
import sys

from qawl.reading import read

from .cases import CASES, Case, document, found, statement_files, wanted


def is_read(case: Case) -> bool:
    """Say whether the reader gives what a case demands."""
    return found(case, read(document(case))) == wanted(case)


def without_gap(toml: str, case: Case) -> str:
    """Return a file of cases with the `gap` line of one case taken out."""
    pattern = rf'(\[\[case\]\]\nid = "{re.escape(case.id)}"\n(?:(?!\[\[case).*\n)*?)gap = .*\n'
    return re.sub(pattern, r"\1", toml, count=1)


def main() -> None:
    for name, file in statement_files().items():
        path = CASES / f"{name}.toml"
        toml = path.read_text(encoding="utf-8")
        for case in file.case:
            if case.gap and is_read(case):
                toml = without_gap(toml, case)
                sys.stdout.write(f"closed: {name}/{case.id}\n")
        path.write_text(toml, encoding="utf-8")


if __name__ == "__main__":
    main()
