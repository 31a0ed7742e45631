"""The one checker of the lexicon's tables: every fault with its file and line.

A fault in a table makes no noise when reading; the entry just never matches, or matches what it
should not. So the tables are checked as a whole, by the tests and by whoever edits them:
`python -m qawl.lexicon.check`.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from qawl.lexicon import flags, numerals
from qawl.lexicon.affiliations import USES
from qawl.lexicon.classes import check_classes
from qawl.lexicon.cues import check_cues
from qawl.lexicon.events import check_events
from qawl.lexicon.quantities import check_quantities
from qawl.lexicon.quantities import read_entries as quantity_entries
from qawl.lexicon.tables import COMMENT, SEPARATOR, SUFFIX, Row, cell_count, cells, content_lines, data_folder
from qawl.lexicon.times import check_times
from qawl.text.fold import INVISIBLE, TATWEEL, bare, fold

# Codes of PLOVER for actors that are no states, and Kosovo's, which ISO 3166-1 does not have.
PLOVER_CODES = frozenset(("UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"))
KOSOVO = "KOS"
SECTORS = frozenset(
    "GOV MIL PTY OPP LEG JUD COP SPY REB PRM UAF UNK BUS CVL CRM EDU ELI JRN LAB MED AGR REF PRE REL SOC".split()
)

_PRESENTATION_FORM = re.compile("[\ufb50-\ufdff\ufe70-\ufefe]")
_STRAY_SPACE = re.compile(r"^\s|\s$|\s\s|[^\S ]|\S\||\|\S")
_BODY_KINDS = frozenset(
    ("international", "regional", "ngo", "armed", "party", "court", "bank", "state", "service", "firm", "club")
)
_MEDIUM_KINDS = frozenset(("agency", "newspaper", "channel", "radio", "site", "magazine", "broadcaster", "generic"))
_PROSE = frozenset(("note", "gloss", "english"))  # for people; a prefix is shown there with a tatweel (بـ)
_GENDERS = frozenset("mf")
_MARK = frozenset(("", "1"))


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in a table, and where it is."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Schema:
    """What a table must hold beyond what all tables must.

    `unique`: columns whose values name an entry and stand once in the whole table, after folding.
    `key`: columns that together stand once, as written but for vowel signs.
    `values`: for a column, what its cell may be. `codes`: the codes that are no states; None
    where the table has no column of codes. `same_as` in the table points at another row's name.
    """

    unique: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    values: Mapping[str, frozenset[str]] = field(default_factory=dict)
    codes: frozenset[str] | None = None


_NAMES = ("name", "aliases")
_SOME_CODES = PLOVER_CODES | {""}
SCHEMAS: Mapping[str, Schema] = {
    "states": Schema(
        unique=_NAMES,
        key=("code",),
        required=("name", "demonym_m", "english"),
        values={"gender": _GENDERS, "common": _MARK},
        codes=frozenset(),
    ),
    "seats": Schema(
        unique=_NAMES,
        required=("name", "english"),
        values={"gender": _GENDERS, "sector": SECTORS, "common": _MARK},
        codes=_SOME_CODES,
    ),
    "bodies": Schema(
        unique=_NAMES,
        required=("name", "english"),
        values={"gender": _GENDERS, "kind": _BODY_KINDS, "common": _MARK},
        codes=_SOME_CODES,
    ),
    "media": Schema(
        unique=_NAMES,
        required=("name", "english"),
        values={"gender": _GENDERS, "kind": _MEDIUM_KINDS, "common": _MARK},
        codes=_SOME_CODES,
    ),
    "cities": Schema(unique=_NAMES, required=("name",), values={"common": _MARK}, codes=frozenset({""})),
    "nouns": Schema(key=("form", "class"), values={"class": frozenset(flags.NOUN_CLASSES), "gender": _GENDERS}),
    "titles": Schema(key=("form", "class", "use"), values={"use": frozenset(flags.TITLE_USES)}),
    "function_words": Schema(key=("form", "class"), values={"class": frozenset(flags.FUNCTION_CLASSES)}),
    "names": Schema(
        key=("form", "kind"),
        values={"kind": frozenset(("given", "family")), "gender": frozenset(("m", "f", "both")), "common": _MARK},
    ),
    "adjectives": Schema(key=("form",)),
    "particles": Schema(key=("form",)),
    "numbers": Schema(key=("form", "class"), required=("value",), values={"class": numerals.CLASSES}),
    "affiliations": Schema(
        key=("form", "use"), values={"use": USES, "sector": SECTORS | {""}}, codes=_SOME_CODES | {""}
    ),
    "offices": Schema(key=("form", "code"), required=("office",), values={"gender": _GENDERS}, codes=_SOME_CODES),
    "holders": Schema(
        key=("office", "code", "from"),
        required=("name", "from", "source"),
        values={"gender": _GENDERS},
        codes=PLOVER_CODES,
    ),
    "verbs": Schema(key=("lemma", "present"), values={"certain": _MARK}),
}


def check_tables(folder: Traversable | Path | None = None) -> list[Problem]:
    """Return every fault of the tables in `folder`, by default of those that ship with qawl."""
    tables = [file for file in (folder or data_folder()).iterdir() if file.name.endswith(SUFFIX)]
    return [problem for file in sorted(tables, key=lambda f: f.name) for problem in _check_file(file)]


def check_table(file: str, text: str) -> list[Problem]:
    """Return the faults of one table, given its file's name and its text, by line."""
    problems = [Problem(file, line, message) for line, message in _faults(file.removesuffix(SUFFIX), text)]
    return sorted(problems, key=lambda problem: problem.line)


def iso_codes() -> frozenset[str]:
    """Return the three-letter codes of ISO 3166-1 (from Babel), and Kosovo's."""
    from babel.core import get_global  # here: only the check needs it

    aliases = get_global("territory_aliases")
    return frozenset(code for code in aliases if len(code) == 3 and code.isalpha()) | {KOSOVO}


def _check_file(file: Traversable) -> list[Problem]:
    try:
        return check_table(file.name, file.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        return [Problem(file.name, 0, f"is not UTF-8 at byte {error.start}")]


Fault = tuple[int, str]


def _faults(table: str, text: str) -> Iterator[Fault]:
    schema = SCHEMAS.get(table, Schema())
    yield from _comment_faults(text)
    yield from _line_faults(text)
    lines = list(content_lines(text))
    if not lines:
        yield 1, "has no header"
        return
    columns = lines[0][1].split("\t")
    yield from _header_faults(lines[0], schema)
    yield from _width_faults(lines[1:], len(columns))
    rows = [Row(dict(zip(columns, line.split("\t"), strict=False)), number) for number, line in lines[1:]]
    for row in rows:
        yield from _cell_faults(row)
        yield from _value_faults(row, schema)
    yield from _duplicates(rows, schema)
    yield from _strangers(rows)
    if table == "holders":
        yield from _term_faults(rows)


def _comment_faults(text: str) -> Iterator[Fault]:
    """A table says where it comes from before it says anything else."""
    comments = [line for line in text.split("\n") if line.startswith(COMMENT)]
    if not any(re.match(r"#\s*source:\s*\S", line, re.IGNORECASE) for line in comments):
        yield 1, "has no comment `# source: …`"


def _line_faults(text: str) -> Iterator[Fault]:
    seen_header = False
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        if not line.strip():
            yield number, "is a blank line"
        elif line.startswith(COMMENT) and seen_header:
            yield number, "is a comment below the header, where it would be lost for an entry"
        seen_header = seen_header or not line.startswith(COMMENT)


def _header_faults(header: tuple[int, str], schema: Schema) -> Iterator[Fault]:
    number, line = header
    columns = line.split("\t")
    if len(set(columns)) < len(columns) or not all(columns):
        yield number, "the header must name every column once"
    wanted = {*schema.unique, *schema.key, *schema.required, *schema.values}
    if schema.codes is not None:
        wanted.add("code")
    for column in sorted(wanted - set(columns)):
        yield number, f"the header has no column `{column}`"


def _width_faults(lines: Iterable[tuple[int, str]], width: int) -> Iterator[Fault]:
    for number, line in lines:
        found = line.count("\t") + 1
        if found != width:
            yield number, cell_count(found, width)


def _cell_faults(row: Row) -> Iterator[Fault]:
    """Look for what no cell may hold, whatever its table."""
    first = next(iter(row.values.values()), "")
    if not first.strip():
        yield row.line, "has an empty name"
    for column, value in row.values.items():
        faults = [*_layout_faults(value), *([] if column in _PROSE else _letter_faults(value))]
        yield from ((row.line, f"{column}: {fault}") for fault in faults)


def _letter_faults(value: str) -> Iterator[str]:
    """Look for what keeps a form from matching, or lets it match twice."""
    if _PRESENTATION_FORM.search(value):
        yield f"presentation form in `{value}`"
    if TATWEEL in value:
        yield f"tatweel in `{value}`"
    yield from (f"`{again}` stands twice" for again in _repeated(cells(value)))


def _layout_faults(value: str) -> Iterator[str]:
    if any(mark in value for mark in INVISIBLE):
        yield f"invisible mark in `{value}`"
    if _STRAY_SPACE.search(value):
        yield f"stray space in `{value}`"
    if value and not all(part.strip(" |") for part in value.split(SEPARATOR)):
        yield f"empty value in `{value}`"


def _repeated(values: Iterable[str]) -> Iterator[str]:
    """Yield the values that stand twice in one cell, also where one is only spelt in another way."""
    seen: set[str] = set()
    for value in values:
        if fold(value) in seen:
            yield value
        seen.add(fold(value))


def _value_faults(row: Row, schema: Schema) -> Iterator[Fault]:
    """Look for cells that the schema does not allow."""
    for column in schema.required:
        if not row.get(column, "?"):
            yield row.line, f"{column}: is empty"
    for column, allowed in schema.values.items():
        value = row.get(column, next(iter(allowed)))
        if value not in allowed:
            yield row.line, f"{column}: unknown value `{value}`"
    if schema.codes is not None and not _is_code(row.get("code"), schema.codes):
        yield row.line, f"code: unknown code `{row.get('code')}`"


@cache
def _iso() -> frozenset[str]:
    return iso_codes()


def _is_code(code: str, others: frozenset[str]) -> bool:
    return code in others or code in _iso()


def _duplicates(rows: Iterable[Row], schema: Schema) -> Iterator[Fault]:
    rows = list(rows)
    if schema.key:
        yield from _repeated_keys(rows, schema.key)
    if schema.unique:
        yield from _repeated_names(rows, schema.unique)


def _repeated_keys(rows: Iterable[Row], key: tuple[str, ...]) -> Iterator[Fault]:
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        values = tuple(bare(row.get(column)) for column in key)
        first = seen.setdefault(values, row.line)
        if first != row.line:
            yield row.line, f"`{' '.join(values)}` stands in line {first} already"


def _repeated_names(rows: Iterable[Row], columns: tuple[str, ...]) -> Iterator[Fault]:
    """Look for a name or alias that is also one of another row, after folding."""
    seen: dict[str, tuple[int, str]] = {}
    for row in rows:
        for column in columns:
            for name in row.cells(column):
                line, other = seen.setdefault(fold(name), (row.line, column))
                if line != row.line:
                    yield row.line, f"{column}: `{name}` stands in line {line} already ({other})"
                elif other != column:
                    yield row.line, f"{column}: `{name}` is the row's own {other}"


def _strangers(rows: Iterable[Row]) -> Iterator[Fault]:
    """Look for a `same_as` that names no other row."""
    rows = list(rows)
    names = {row.get("name") for row in rows}
    for row in rows:
        target = row.get("same_as")
        if target and (target not in names or target == row.get("name")):
            yield row.line, f"same_as: no other row is named `{target}`"


def _term_faults(rows: Iterable[Row]) -> Iterator[Fault]:
    """Look for terms that are no dates, end before they begin, overlap, or stand out of order."""
    last: dict[tuple[str, str], Row] = {}
    for row in rows:
        start, end = row.get("from"), row.get("to") or row.get("as_of")
        yield from ((row.line, f"`{day}` is no ISO date") for day in (start, end) if not _is_date(day))
        if bool(row.get("to")) == bool(row.get("as_of")):
            yield row.line, "to, as_of: one of them must be given, and not both"
        if end < start:
            yield row.line, f"to: `{end}` is before `{start}`"
        before = last.get((row.get("office"), row.get("code")))
        if before is not None and start < (before.get("to") or before.get("as_of")):
            yield row.line, f"from: `{start}` is before the end of the term in line {before.line}"
        last[row.get("office"), row.get("code")] = row


def _is_date(day: str) -> bool:
    try:
        return date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False


def main() -> int:
    """Print every fault; the exit status says whether there was one."""
    problems = [*check_tables(), *check_cues(), *check_classes(), *check_times(), *check_events()]
    problems += check_quantities(quantity_entries())
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
