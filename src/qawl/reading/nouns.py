"""The noun phrase while it grows, and what single words tell of their place in it."""

from dataclasses import dataclass, field

from qawl.lexicon import flags as F
from qawl.lexicon.classes import word_class
from qawl.lexicon.vocabulary import Word

_TIMES = word_class("time_word")
_WEEKDAYS = word_class("weekday")
NOUNS = F.NOUN | F.PERSONAL | F.PARTY
MAX_QUOTED_NAME = 7  # tokens, the closing mark counted
# What a phrase's last word is: an indefinite noun, an adjective of one, a definite noun, a proper name, a person's
# name, or nothing that another word could follow.
OPEN, ADJECTIVE, CLOSED, PROPER, NAME, FULL = range(6)


@dataclass(slots=True)
class NounPhrase:
    """A noun phrase over tokens `[start, end)`; `name` are the tokens of a person's or body's name in it."""

    start: int
    end: int
    head: int
    name: tuple[int, int] | None = None
    names: list[tuple[int, int]] = field(default_factory=list)
    personal: bool = False
    joint: bool = False
    quoted: bool = False
    whole: bool = False  # its first letter is no conjunction
    gender: str = "m"
    number: str = "s"
    core_end: int = 0  # end without apposition behind commas

    def take_name(self, token: int) -> None:
        """Take the first word of a name; the steps that follow take the others."""
        self.name = (token, token + 1)
        self.end = token + 1


@dataclass(slots=True)
class State:
    """A phrase that may still grow, and what decides how."""

    np: NounPhrase
    last: int
    role_seen: bool = False
    avoid: frozenset[str] = frozenset()
    depth: int = 0
    apposed: int = 0  # appositions behind a comma

    def take(self, last: int) -> bool:
        """Take the next word into the phrase."""
        self.np.end += 1
        self.last = last
        return True

    def take_as_name(self) -> bool:
        """Take the next word into the phrase's name."""
        np = self.np
        np.name = (np.name[0] if np.name else np.end, np.end + 1)
        return self.take(NAME)


def is_circumstantial(word: Word) -> bool:
    """`مشيرا`, `مؤكدا`: a participle of saying in the accusative opens the next statement."""
    if word.definite or word.suffix or not word.fold.endswith("ا"):
        return False
    return any(h.form.aspect == "participle" and not h.suffix for h in word.cues)


def is_his(word: Word) -> bool:
    """`زميله`, `مبعوثه`: written with `ه`, the word is a man with a pronoun, which folding makes one with `زميلة`."""
    human = bool(word.flags & (F.HUMAN | F.ROLE)) and not word.flags & F.HONORIFIC
    return human and word.form.endswith("ه") and not word.suffix and word.base.endswith("ه")


def is_sound_plural(word: Word) -> bool:
    """`معارضون`: a plural that keeps its nun heads no idafa."""
    human = word.number == "p" or bool(word.flags & (F.ROLE | F.HUMAN | F.UNNAMED)) and word.base.endswith("ون")
    return human and word.base.endswith(("ون", "ين")) and len(word.base) > 4


def is_too_many(word: Word, np: NounPhrase, before: Word) -> bool:
    """A sound plural agrees with no singular: `الوزير السفراء` are two, `الوزراء السابقين` one."""
    plural = word.base.endswith(("ون", "ين")) and len(word.base) > 4 and word.number != "s"
    return plural and np.number == "s" and before.number == "s" and bool(before.flags & F.PERSONAL)


def agree(word: Word, np: NounPhrase, before: Word) -> bool:
    """A masculine adjective agrees with no feminine singular, whether noun before it or head."""
    if word.base.endswith("ه") or word.number == "p" or np.number == "p":
        return True
    return not (np.gender == "f" and before.gender == "f" and before.number != "p")


def is_time(word: Word) -> bool:
    """Say whether a word names a time and nothing that could be part of a name."""
    if word.base in _WEEKDAYS:
        return word.definite
    ordinal = word.definite and word.flags & F.NAME_PARTICLE  # `المنتخب الأول`
    return word.base in _TIMES and not word.conjunction and not ordinal


def is_adjective(word: Word) -> bool:
    """Say whether a word is an adjective, or looks like one and is in no table."""
    return bool(word.flags & (F.ADJECTIVE | F.DEMONYM)) or (not word.known and word.definite and is_nisba(word))


def is_state_as_adjective(word: Word) -> bool:
    """`الخطوط السعودية`: the state's name is an adjective in form."""
    return bool(word.flags & F.STATE) and word.fold.startswith("ال") and word.fold.endswith("يه")


def is_nisba_of_known(word: Word) -> bool:
    """`السعودية`: an adjective standing for its noun."""
    return word.base.endswith("يه")


def is_nisba(word: Word) -> bool:
    """`-ي`, `-ية`: the ending of relational adjectives."""
    return len(word.base) > 3 and word.base.endswith(("ي", "يه"))
