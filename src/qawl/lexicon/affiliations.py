"""Sector and country from the words of a role or of a body's name: `data/affiliations.tsv`, compiled for looking up.

Sectors are PLOVER's (manual of openeventdata/PLOVER, commit 5e0c24f); the table's head says what each use decides.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from qawl.lexicon.tables import rows
from qawl.text.fold import fold

SETS = frozenset("topic posted sent former home many individual void address".split())
USES = frozenset("sector pass class body name origin".split()) | SETS

Forms = frozenset[tuple[str, ...]]
_LONGEST = 4  # words of a form


@dataclass(frozen=True, slots=True)
class Affiliation:
    """What a form of one or several words tells; `rest` are its bare words behind the first."""

    rest: tuple[str, ...]
    sector: str
    passes: bool


class Affiliations:
    """The table, by the first word of each form, and what other tables tell of sectors and countries."""

    def __init__(self) -> None:
        self.by_first: dict[str, list[Affiliation]] = {}
        self.origins: dict[str, str] = {}
        self.sets: dict[str, Forms] = dict.fromkeys(SETS, frozenset())
        tables: dict[str, dict[str, str]] = {"class": {}, "body": {}, "name": {}}
        for row in rows("affiliations"):
            use, form = row["use"], row["form"]
            if use in tables:
                tables[use][form] = row["sector"]
            elif use == "origin":
                self.origins[bare_words(form)[0]] = row["code"]
            elif use in SETS:
                self.sets[use] |= {bare_words(form)}
            else:
                first, *rest = bare_words(form)
                self.by_first.setdefault(first, []).append(Affiliation(tuple(rest), row["sector"], use == "pass"))
        for found in self.by_first.values():
            found.sort(key=lambda entry: -len(entry.rest))
        self.titles, self.gendered = _titles(tables["class"], self.by_first)
        self.names = _names(tables["body"], tables["name"])
        self.armed = frozenset(row["name"] for row in rows("bodies") if row["kind"] == "armed")
        self.media = _codes("media")
        self.places = _codes("cities")
        self.doubtful = _common_states()

    def match(self, words: Sequence[str], start: int) -> Affiliation | None:
        """Return the longest form of a sector or a passing head that stands in bare `words` at `start`."""
        for entry in self.by_first.get(words[start], ()):
            if entry.rest == tuple(words[start + 1 : start + 1 + len(entry.rest)]):
                return entry
        return None

    def begins(self, words: Sequence[str], use: str) -> bool:
        """Say whether bare `words` begin with a form of `use`."""
        forms = self.sets[use]
        return any(tuple(words[:length]) in forms for length in range(1, min(_LONGEST, len(words)) + 1))

    def holds(self, word: str, use: str) -> bool:
        """Say whether one bare word is a form of `use`."""
        return (word,) in self.sets[use]


def bare_words(form: str) -> tuple[str, ...]:
    """Return the folded words of a form without their articles."""
    return tuple(bare_word(word) for word in fold(form).split())


def bare_word(word: str) -> str:
    """Return a folded word without its article."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def _titles(
    classes: Mapping[str, str], own: Mapping[str, Sequence[Affiliation]]
) -> tuple[dict[str, str], frozenset[str]]:
    """Map titles of one word to their sector, of several classes the first; and list those of which both genders are."""
    found: dict[str, str] = {}
    gendered: set[str] = set()
    for row in rows("titles"):
        listed = (entry.sector for entry in own.get(bare_words(row["form"])[0], ()) if not entry.rest)
        sector = next(listed, classes.get(row["class"], ""))
        for form in (row["form"], row["feminine"], *row.cells("plural")):
            if form and " " not in form:
                found.setdefault(bare_word(fold(form)), sector)
        if row["feminine"]:
            gendered |= {bare_word(fold(form)) for form in (row["form"], row["feminine"]) if " " not in form}
    return found, frozenset(gendered)


def _names(kinds: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """Map the names of bodies and seats, as their tables write them, to sectors."""
    found = {row["name"]: own.get(row["name"], kinds.get(row["kind"], "")) for row in rows("bodies")}
    return found | {row["name"]: row["sector"] for row in rows("seats")}


def _codes(table: str) -> dict[str, str]:
    """Map the letters of all names of a table to their codes, where they have one."""
    named = ((name, row["code"]) for row in rows(table) for name in (row["name"], *row.cells("aliases")))
    english = ((row.get("english"), row["code"]) for row in rows(table))
    return {key(name): code for name, code in (*english, *named) if code and name}


def key(name: str | None) -> str:
    """Return the letters of a name, folded: an outlet may be given by its Latin slug, `alriyadh`."""
    return "".join(letter for letter in fold(name or "").casefold() if letter.isalnum())


def _common_states() -> frozenset[str]:
    """Return the names and demonyms of states that are ordinary words as well: `مالي`."""
    columns = ("name", "demonym_m", "demonym_f", "demonym_pl")
    common = (row for row in rows("states") if row["common"])
    return frozenset(fold(form) for row in common for column in columns for form in row.cells(column))


@cache
def affiliations() -> Affiliations:
    """Return the table that ships with qawl, loaded once."""
    return Affiliations()
