"""Who held which office when: `data/offices.tsv` has the words of offices, `data/holders.tsv` their holders.

A role without a name may be named from here where it says office and state and nothing else, and the article has a
date. On a day on which one holder followed another, or on which none is listed, nobody is named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from qawl.lexicon.affiliations import bare_words
from qawl.lexicon.tables import rows

_LONGEST = 8  # words of an office


@dataclass(frozen=True, slots=True)
class Office:
    """An office and its state; `code` is empty where the words do not say the state, `gender` where both may bear it."""

    name: str
    code: str
    gender: str


@dataclass(frozen=True, slots=True)
class Term:
    """A holder's term: ISO dates, `end` empty where it had not ended on the day `known`."""

    name: str
    gender: str
    start: str
    end: str
    known: str
    source: str

    def covers(self, day: str) -> bool:
        """Say whether a day (ISO) lies within the term as far as it is known, first and last day included."""
        return self.start <= day <= (self.end or self.known)


class Holders:
    """Offices by their words, and their holders."""

    def __init__(self) -> None:
        self._forms: dict[tuple[str, ...], list[Office]] = {}
        for row in rows("offices"):
            office = Office(row["office"], row["code"], row["gender"])
            self._forms.setdefault(bare_words(row["form"]), []).append(office)
        self._terms: dict[tuple[str, str], list[Term]] = {}
        for row in rows("holders"):
            term = Term(row["name"], row["gender"], row["from"], row["to"], row["as_of"], row["source"])
            self._terms.setdefault((row["office"], row["code"]), []).append(term)

    def forms(self, words: Sequence[str]) -> Iterator[tuple[tuple[str, ...], Office]]:
        """Yield the forms with which bare, folded words begin, the longest first, with what office they name."""
        for length in range(min(_LONGEST, len(words)), 0, -1):
            form = tuple(words[:length])
            yield from ((form, office) for office in self._forms.get(form, ()))

    def term(self, office: Office, day: str) -> Term | None:
        """Return the term of the one who held an office on a day (an ISO date), of the gender that the words show."""
        if not _is_day(day):
            return None
        terms = [term for term in self._terms.get((office.name, office.code), ()) if term.covers(day[:10])]
        fits = len(terms) == 1 and office.gender in ("", terms[0].gender)
        return terms[0] if fits else None


def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(day[:10])
    except ValueError:
        return False
    return True


@cache
def holders() -> Holders:
    """Return the tables that ship with qawl, loaded once."""
    return Holders()
