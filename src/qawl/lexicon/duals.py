"""Which written forms may be a dual noun: `صاروخين`, `حكومتان`, and in construct `بلدتي`, `صندوقا`.

In unpointed letters the dual looks like a sound plural (`مهندسين`), a name (`البحرين`) or an adjective (`كبيرين`);
so only nouns known to be counted and to have another plural are taken (Badawi, Carter and Gully, Modern Written
Arabic, 1.6 and 2.12).
"""

from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple

from qawl.lexicon.tables import rows
from qawl.text.fold import fold


class Pair(NamedTuple):
    """A dual: one that stands alone or one that a noun must follow; `clitics` letters before it are no part of it."""

    kind: Literal["free", "construct"]
    clitics: int


_SHORTEST = 3  # letters of a stem; shorter ones end too many other words
_FREE = ("ان", "ين")
_CONSTRUCT = ("ا", "ي")


class Duals:
    """The nouns of which a dual can be told, by their folded stem."""

    def __init__(self, more: Collection[str], none: Collection[str], never_construct: Collection[str]) -> None:
        self._none = frozenset(none)
        self._never_construct = frozenset(never_construct)
        listed = dict(_counted_nouns())
        sound = {noun for noun, plurals in listed.items() if any(p.endswith(("ون", "ين")) for p in plurals)}
        self._nouns = listed.keys() | frozenset(more)
        self._sound = sound

    def pair(self, form: str, clitics: int = 0) -> Pair | None:
        """Return what a folded form without article is, the first `clitics` letters left out."""
        base = form[clitics:]
        if base in self._none or len(base) < _SHORTEST + 1:
            return None
        if base.endswith(_FREE):
            noun = self._singular(base[:-2])
            return Pair("free", clitics) if noun and not (noun in self._sound and base.endswith("ين")) else None
        if base.endswith(_CONSTRUCT) and not base.endswith("ها"):
            noun = self._singular(base[:-1])
            never = noun in self._never_construct or noun in self._sound
            return Pair("construct", clitics) if noun and not never else None
        return None

    def _singular(self, stem: str) -> str:
        """Return the noun of which `stem` is the dual without its ending, or ""."""
        if stem[-1] == "ت" and len(stem) >= _SHORTEST and (stem[:-1] + "ه" in self._nouns):
            return stem[:-1] + "ه"
        if stem[-1] == "ي" and stem[:-1] + "ي" not in self._nouns:
            return ""
        return stem if len(stem) >= _SHORTEST and stem in self._nouns else ""


def _counted_nouns() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the nouns that the tables give a plural, with it."""
    for row in rows("nouns"):
        if row["plural"] and not row["form"].startswith("ال"):
            yield fold(row["form"]), tuple(map(fold, row.cells("plural")))
    for row in rows("titles"):
        if row["plural"] and " " not in row["form"] and not row["form"].startswith("ال"):
            plurals = tuple(map(fold, row.cells("plural")))
            yield fold(row["form"]), plurals
            if row["feminine"]:
                yield fold(row["feminine"]), ()
