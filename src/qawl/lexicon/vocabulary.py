"""From a written form to what it may be: clitics split where the lexicon knows what is left.

`Vocabulary.word(form)` is the one door; its answers are kept, because a language says the same
words again and again.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from qawl.lexicon import flags as F
from qawl.lexicon.clitics import clitic_splits
from qawl.lexicon.cues import CueForm, CueLexicon, load_cues
from qawl.lexicon.disputes import DisputeLexicon, load_disputes
from qawl.lexicon.duals import Pair
from qawl.lexicon.events import ActForm, EventLexicon, LightForm, load_events
from qawl.lexicon.numerals import PARTS, Numeral, numeral
from qawl.lexicon.pledges import Governor, GovernorForm, PledgeLexicon, load_pledges
from qawl.lexicon.quantities import QuantityLexicon, currencies, load_duals, load_quantities
from qawl.lexicon.tables import rows
from qawl.lexicon.times import TimeWord, time_word
from qawl.lexicon.verbs import verb_forms
from qawl.text.fold import TATWEEL, bare, fold
from qawl.text.words import is_arabic

_DUAL_ENDS = frozenset("نيا")  # not ى: `أجرى`
_CACHE_LIMIT = 300_000  # forms; a bound on memory however many articles stream through
_LONE_PREPOSITIONS = ("ب", "ل", "ك", "وب", "ول")  # written apart before a quotation mark or a digit
_BOUND_PRONOUNS = frozenset("فيه فيها به بها له لها منه منها عنه عنها عليه عليها إليه إليها فيهم فيهما".split())
_PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "ه")  # of the third person, and ours; -ي and -ك are seldom news
_VERB_PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "ني", "ه")
_PRONOUN_ENDS = frozenset(pronoun[-1] for pronoun in _VERB_PRONOUNS)  # half of all words end in another letter
_COMPLEMENTIZER_TAILS = ("", "ه", "ها", "هم", "هما", "هن", "نا", "ني", "ي", "ك", "كم", "ما")


@dataclass(frozen=True, slots=True)
class CueHit:
    """A form of a cue as a word shows it, with the clitics that were split off."""

    form: CueForm
    conjunction: str
    suffix: str
    future: bool
    preposition: str = ""


class Future(NamedTuple):
    """A verb in the future: whose it may be, and whether it tells an outcome or a state rather than an act."""

    person: int
    gender: str
    plural: bool
    effect: bool
    being: bool
    happening: bool
    opening: bool = False


class Move(NamedTuple):
    """A word that announces an act to come, as written: with its pronoun, and whether it is in the future."""

    form: GovernorForm
    suffix: str
    future: bool

    @property
    def governor(self) -> Governor:
        return self.form.governor


class ActHit(NamedTuple):
    """A form of an act as a word shows it; `purpose` is an imperfect behind `ل`."""

    form: ActForm
    suffix: str = ""
    future: bool = False
    purpose: bool = False


class LightHit(NamedTuple):
    """A form of a light verb as a word shows it, with its pronoun (`شنها`)."""

    form: LightForm
    suffix: str = ""
    future: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """An entry of the world tables: a state, seat, body, medium or city under its usual name."""

    name: str
    kind: int
    code: str = ""
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name or connective of several words: the first folded word, those after the first two, and the entry."""

    first: str
    rest: tuple[str, ...]
    entry: Name


@dataclass(slots=True)
class Lexeme:
    """What the tables say of one folded base form."""

    flags: int = 0
    gender: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A written form, analysed. `base` is the folded form without clitics."""

    form: str
    fold: str
    kind: str  # "word", "number", "latin", "newline", or the mark itself
    flags: int = 0
    base: str = ""
    conjunction: str = ""
    preposition: str = ""
    definite: bool = False
    suffix: str = ""
    gender: str = ""
    number: str = ""
    complementizer: str = ""
    known: bool = False
    cues: tuple[CueHit, ...] = ()
    phrases: Mapping[str, list[Phrase]] | None = None  # what may begin here, by its second word, longest first
    cites: bool = False  # a source phrase, or a phrase that closes a statement, may begin here
    light: bool = False  # a light verb may stand here
    opens: bool = False  # a source phrase or light verb may begin here
    numeral: Numeral | None = None  # what the form says of a number
    pair: Pair | None = None  # a dual noun
    counts: bool = False  # a quantity may begin here
    moves: tuple[Move, ...] = ()
    future: Future | None = None
    announces: bool = False  # an act to come may begin here
    denies: bool = False  # denying words may begin here
    time: TimeWord | None = None  # what the form says of a time
    timely: bool = False  # a time, or a length that counts from now, may begin here
    tense: str = ""  # of a verb: past, present, future
    acts: tuple[ActHit, ...] = ()
    lights: tuple[LightHit, ...] = ()


class _Split(NamedTuple):  # many are made for each new form; a frozen dataclass takes six times as long
    conjunction: str
    preposition: str
    definite: bool
    base: str
    suffix: str = ""


class Vocabulary:
    """The lexicon compiled for looking words up. Read-only but for its memory of looked-up forms."""

    def __init__(
        self, cues: CueLexicon, pledges: PledgeLexicon, disputes: DisputeLexicon, events: EventLexicon
    ) -> None:
        self.cues = cues
        self.pledges = pledges
        self.disputes = disputes
        self.quantities: QuantityLexicon = load_quantities()
        self.duals = load_duals()
        self.events = events
        self.verbs = verb_forms()
        self._source_heads = cues.sources.keys() | cues.sources_with_verb.keys()
        self.lexemes: dict[str, Lexeme] = {}
        self.names: dict[str, Name] = {}
        self.common_media: set[str] = set()
        self.state_names: dict[str, str] = {}  # by ISO code
        self.codes: dict[str, str] = {}  # states and demonyms by ISO code
        self.phrases: dict[str, dict[str, list[Phrase]]] = defaultdict(lambda: defaultdict(list))
        self._words: dict[str, Word] = {}
        self._add_tables()
        self.currencies = currencies(self.codes)

    def word(self, form: str) -> Word:
        """Return the analysis of a written form."""
        word = self._words.get(form)
        if word is None:
            if len(self._words) >= _CACHE_LIMIT:
                self._words.clear()
            word = self._words[form] = self._analyse(form)
        return word

    def words(self, forms: list[str]) -> list[Word]:
        """Return the analyses of the forms of a text; for most the memory is asked and no method called."""
        known = self._words
        return [known.get(form) or self.word(form) for form in forms]

    # -- tables -----------------------------------------------------------------------------

    def _add(self, form: str, bits: int, gender: str = "", number: str = "") -> None:
        lexeme = self.lexemes.setdefault(fold(form), Lexeme())
        lexeme.flags |= bits
        lexeme.gender = lexeme.gender or gender
        lexeme.number = lexeme.number or number

    def _add_tables(self) -> None:
        self._add_nouns()
        self._add_titles()
        self._add_adjectives()
        self._add_people()
        self._add_function_words()
        self._add_world()
        self._add_parts_of_names()
        for by_second in self.phrases.values():
            for phrases in by_second.values():
                phrases.sort(key=lambda p: -len(p.rest))

    def _add_nouns(self) -> None:
        for row in rows("nouns"):
            bits = F.NOUN | F.NOUN_CLASSES[row["class"]]
            self._add(row["form"], bits, row["gender"], "s")
            for plural in cells(row["plural"]):
                self._add(plural, bits, "f" if fold(plural).endswith("ات") else "", "p")

    def _add_titles(self) -> None:
        for row in rows("titles"):
            bits = (F.HUMAN if row["class"] == "family" else F.TITLE_USES[row["use"]]) | F.NOUN
            forms = ((row["form"], "m"), (row["feminine"], "f"), *((form, "") for form in cells(row["plural"])))
            for form, gender in forms:
                if form and " " in form:
                    self._add_phrase(form, Name(form, bits, gender=gender))
            self._add_single(row["form"], bits, "m", "s")
            self._add_single(row["feminine"], bits, "f", "s")
            self._add_duals(row["form"], bits, "m")
            self._add_duals(row["feminine"], bits, "f")
            for plural in cells(row["plural"]):
                self._add_single(plural, bits, "f" if fold(plural).endswith("ات") else "m", "p")

    def _add_single(self, form: str, bits: int, gender: str, number: str) -> None:
        if form and " " not in form:
            form = form.removeprefix("ال") if len(form) > 4 else form
            self._add(form, bits, gender, number)
            lexeme = self.lexemes[fold(form)]
            if number == "p" and lexeme.flags & F.HUMAN:
                lexeme.number = "p"  # `مواطنون`, which the nouns have as a word of its own

    def _add_duals(self, form: str, bits: int, gender: str) -> None:
        """`الوزيران`, `الوزيرتين`; in unpointed letters `ان` ends too many names to be cut off any word."""
        if len(form) > 2 and " " not in form and not bits & F.FAMILY:
            stem = form[:-1] + "ت" if form.endswith("ة") else form
            for ending in ("ان", "ين"):
                self._add_single(stem + ending, bits, gender, "p")

    def _add_adjectives(self) -> None:
        for row in rows("adjectives"):
            self._add(row["form"], F.ADJECTIVE)
            for form in (*cells(row["feminine"]), *cells(row["plural"])):
                self._add(form, F.ADJECTIVE)

    def _add_people(self) -> None:
        for row in rows("names"):
            if " " in row["form"]:
                continue  # see `_add_parts_of_names`
            bits = F.GIVEN if row["kind"] == "given" else F.FAMILY
            for form in (row["form"], *cells(row.get("variants", ""))):
                self._add(
                    form,
                    bits | (F.AMBIGUOUS_NAME if row["common"] else 0),
                    row["gender"] if row["gender"] in "mf" else "",
                )
        for row in rows("particles"):
            self._add(row["form"], F.NAME_PARTICLE)

    def _add_parts_of_names(self) -> None:
        """`فون دير لاين`: the words of a name that no other table has are names; the name itself is found by rule."""
        for row in rows("names"):
            parts = row["form"].split()
            for part in parts if len(parts) > 1 else ():
                base = fold(part).removeprefix("ال")
                if base not in self.lexemes:
                    self._add(base, F.FAMILY)

    def _add_function_words(self) -> None:
        for row in rows("function_words"):
            bits = F.FUNCTION_CLASSES[row["class"]]
            if " " in row["form"]:
                if bits & (F.CONNECTIVE | F.ADVERB):
                    self._add_phrase(row["form"], Name(row["form"], bits))
            elif bits:
                self._add(row["form"], bits)
        for demonstrative in ("هذا", "هذه", "ذلك"):
            self.lexemes[demonstrative].flags &= ~F.CONNECTIVE  # a connective only in `هذا و`
        self.lexemes["من"].flags &= ~(F.RELATIVE | F.INTERROGATIVE)  # far more often the preposition

    def _add_world(self) -> None:
        for row in rows("states"):
            name = Name(row["name"], F.STATE, row["code"], row["gender"])
            self.state_names[row["code"]] = row["name"]
            self._add_names(name, (row["name"], *cells(row["aliases"])))
            self._add_names(Name(row["capital"], F.CITY, row["code"], "f"), cells(row["capital"]))
            for column, gender, number in (("demonym_m", "m", "s"), ("demonym_f", "f", "s"), ("demonym_pl", "m", "p")):
                for form in cells(row[column]):
                    self._add(form, F.DEMONYM | F.ADJECTIVE, gender, number)
                    self.codes.setdefault(fold(form), row["code"])
            for form in (row["name"], *cells(row["aliases"])):
                self.codes.setdefault(fold(form), row["code"])
        for table, bits in (("seats", F.SEAT), ("bodies", F.BODY), ("media", F.MEDIUM), ("cities", F.CITY)):
            for row in rows(table):
                common = F.COMMON_MEDIUM if row.get("common") else 0
                entry = Name(row["name"], bits | common, row["code"], row.get("gender", "f"))
                self._add_names(entry, (row["name"], *cells(row["aliases"])))

    def _add_names(self, entry: Name, forms: tuple[str, ...]) -> None:
        for form in forms:
            if not form:
                continue
            if " " in form or "." in form:
                self._add_phrase(form, entry)
            else:
                key = fold(form)
                self.names.setdefault(key, entry)
                if entry.kind & F.COMMON_MEDIUM:
                    self.common_media.add(key)
                else:
                    self._add(form, entry.kind, entry.gender)

    def _add_phrase(self, form: str, entry: Name) -> None:
        first, *rest = fold(form.replace(".", " . ").replace("-", " - ")).split()
        if rest:
            self.phrases[first][rest[0]].append(Phrase(first, tuple(rest[1:]), entry))

    # -- analysis ---------------------------------------------------------------------------

    def _analyse(self, form: str) -> Word:
        if not is_arabic(form):
            return _foreign(form)
        folded = fold(form)
        if not folded:  # nothing but marks: a vowel's presentation form
            return Word(form, "", "mark")
        plain = bare(form)
        split = self._best_split(folded, article=not _is_root_alef(plain, folded))
        lexeme = self.lexemes.get(split.base)
        bits = lexeme.flags if lexeme else 0
        title = self.lexemes.get(split.base[2:]) if bits == F.NAME_PARTICLE and split.base.startswith("ال") else None
        if title is not None and title.flags & (F.ROLE | F.HONORIFIC | F.NOUN | F.ADJECTIVE | F.NAME):
            split = _Split(split.conjunction, split.preposition, True, split.base[2:], "")
            lexeme, bits = title, title.flags | F.NAME_PARTICLE  # `الأمير`, also in `عبد الأمير`; `الأول`
        if plain in _BOUND_PRONOUNS:
            bits = F.PRONOUN  # `فيه`, which folding makes one with `فئة`
        if split.definite:
            bits &= ~(F.FUNCTION | F.ADVERB | F.CONNECTIVE)
        if split.base == "امام":
            bits &= ~F.PREPOSITION if "إ" in form else ~(F.ROLE | F.HONORIFIC | F.NOUN)  # إمام, أمام
        if folded in _LONE_PREPOSITIONS:
            bits = F.PREPOSITION
        if split.base == "علي" and plain[-1] == "ى":
            bits &= ~F.NAME
        if not self.common_media.isdisjoint((folded, folded[1:])):
            bits |= F.COMMON_MEDIUM
        complementizer = _complementizer(plain, folded)
        if complementizer:
            bits = 0
        cues = tuple(self._cue_hits(folded, plain))
        if bits & F.EVENT and plain[-1] == "ى" and self._is_verb(folded):
            bits = 0  # `سعى`, which folding makes one with its noun `سعي`
        verb = not bits and not complementizer and not cues and self._is_verb(folded)
        if verb and folded[0] in "وف" and folded not in self.verbs:
            split = _Split(folded[0], "", False, folded[1:])
        if verb or not bits and not complementizer and not cues and _looks_imperfect(split):
            bits |= F.VERB
        rest = folded[1:] if folded[0] in "وف" else folded
        source = folded in self._source_heads or rest in self._source_heads
        light = folded in self.cues.lights or rest in self.cues.lights
        splits = clitic_splits(folded)
        number, time = numeral(plain, folded, splits), time_word(plain, folded, splits)
        moves = self._moves(folded, split)
        pair = self._pair(folded, split) if number is None and not cues and plain[-1:] in _DUAL_ENDS else None
        future = self._future(folded, bits) if "س" in folded[:2] else None
        return Word(
            form=form,
            fold=folded,
            kind="word",
            flags=bits,
            base=split.base,
            conjunction=split.conjunction,
            preposition=split.preposition,
            definite=split.definite,
            suffix=split.suffix,
            gender=(lexeme.gender if lexeme else "") or _written_gender(split),
            number=(lexeme.number if lexeme else "") or _written_number(split),
            complementizer=complementizer,
            known=lexeme is not None or verb,
            cues=cues,
            phrases=self._phrases(folded),
            cites=source or folded in self.cues.tail_heads,
            light=light,
            opens=source or light,
            numeral=number,
            pair=pair,
            counts=number is not None or pair is not None or folded in PARTS,
            moves=moves,
            future=future,
            announces=bool(moves) or future is not None or folded in self.pledges.will,
            denies=any(rest in self.disputes.patterns for _, rest in _conjunctions(folded)),
            time=time,
            timely=_is_timely(number, time),
            tense="future" if future else self._tense(folded, bits, cues),
            acts=self._acts(folded, split, form),
            lights=self._lights(folded, split, form),
        )

    def _best_split(self, folded: str, *, article: bool) -> _Split:
        """Prefer the whole word, then the fewest clitics that leave a known word."""
        candidates = [split for split in _splits(folded) if article or not split.definite]
        for split in candidates:
            lexeme = self.lexemes.get(split.base)
            if lexeme is not None and (split.conjunction != "ف" or split.definite or lexeme.flags & F.GRAMMAR):
                return split
        for split in candidates:
            for base, suffix in _without_pronoun(split.base):
                if base in self.lexemes and not (split.definite and suffix):
                    return _Split(split.conjunction, split.preposition, split.definite, base, suffix)
        return _unknown_split(folded) if article else _Split("", "", False, folded)

    def _cue_hits(self, folded: str, plain: str) -> list[CueHit]:
        by_form = self.cues.by_form
        hits: list[CueHit] = []
        for conjunction, rest in _conjunctions(folded):
            found = by_form.get(rest, ())
            hits += [CueHit(f, conjunction, "", False) for f in found if _fits(f, plain, conjunction)]
            if rest[0] == "س" and rest not in self.verbs:
                hits += [CueHit(f, conjunction, "", True) for f in by_form.get(rest[1:], ()) if f.aspect == "imperfect"]
            if rest[0] == "ب" and len(rest) > 3:
                hits += [
                    CueHit(f, conjunction, "", False, "ب") for f in by_form.get(rest[1:], ()) if f.aspect == "noun"
                ]
            hits += _with_object(self.cues.by_bound_form, conjunction, rest) if plain[-1] != "ة" else []
        return hits

    def _is_verb(self, folded: str) -> bool:
        """Look a word up among the verbs, with conjunction, future mark and object pronoun cut off."""
        for _, rest in _conjunctions(folded):
            for form in (rest, rest[1:]) if rest[0] == "س" else (rest,):
                if form in self.verbs:
                    return True
                for pronoun in _VERB_PRONOUNS if form[-1:] in _PRONOUN_ENDS else ():
                    if form.endswith(pronoun) and form[: -len(pronoun)] in self.verbs:
                        return True
        return False

    def _tense(self, folded: str, bits: int, cues: tuple[CueHit, ...]) -> str:
        """Return the tense of a finite verb; nothing where the form is rather something else."""
        if bits & (F.PREPOSITION | F.CONJUNCTION):
            return ""  # `بين`
        aspects = {hit.form.aspect for hit in cues}
        if any(hit.future for hit in cues):
            return "future"
        if "imperfect" in aspects or "perfect" in aspects:
            return "past" if "perfect" in aspects else "present"
        if bits & ~(F.VERB | F.AUXILIARY):
            return ""
        for _, rest in _conjunctions(folded):
            for suffix in ("", *_VERB_PRONOUNS) if rest[-1] in _PRONOUN_ENDS else ("",):
                form = self.verbs.get(rest.removesuffix(suffix)) if rest.endswith(suffix) else None
                if form is not None:
                    rather = not form.perfect or bool(bits & F.AUXILIARY)  # `تكون` is seldom `was formed`
                    return "present" if form.imperfect and rather else "past"
        if not bits & F.VERB:
            return ""
        rest = folded[1:] if folded[0] in "وف" else folded
        return "future" if rest[:2] in ("سي", "ست", "سن") else "present" if rest[0] == "ي" else ""

    def _pair(self, folded: str, best: _Split) -> Pair | None:
        """Say whether a form is a dual noun, with what is written on to it cut off."""
        if self._is_other_word(folded) or folded in self.verbs or _has_article(folded):
            return None
        splits = [split for split in _splits(folded) if split.preposition != "ك" and folded.endswith(split.base)]
        if any(self._is_other_word(split.base) for split in splits):
            return None  # `وسلمان`
        bases = [split.base for split in splits if split.base not in self.verbs]
        found = (self.duals.pair(folded, len(folded) - len(base)) for base in bases)
        pair = next((pair for pair in found if pair is not None), None)
        cut = len(best.preposition) if best.preposition != "ك" and best.base in self.lexemes else 0
        return pair if pair is not None and (pair.clitics or not cut) else None  # `بأبين`, in Abyan

    def _is_other_word(self, form: str) -> bool:
        """Say whether the tables have a form; titles stand there with their duals."""
        lexeme = self.lexemes.get(form)
        if lexeme is None or lexeme.flags == F.ADVERB:  # `مرتين`
            return False
        return not (lexeme.number == "p" and lexeme.flags & F.PERSONAL)

    def _moves(self, folded: str, split: _Split) -> tuple[Move, ...]:
        by_form = self.pledges.by_form
        found: list[Move] = []
        for _, rest in _conjunctions(folded):
            found += [Move(form, "", False) for form in by_form.get(rest, ())]
            if rest[0] == "س" and rest not in self.verbs:
                found += [Move(form, "", True) for form in by_form.get(rest[1:], ()) if form.aspect == "imperfect"]
        if not found:
            nouns = (form for form in by_form.get(split.base, ()) if form.aspect == "noun")
            found += [Move(form, split.suffix, False) for form in nouns]
        return tuple(found)

    def _acts(self, folded: str, split: _Split, form: str) -> tuple[ActHit, ...]:
        """Read a word as an act's verb, with what is written on to it, and as its noun."""
        by_form = self.events.by_form
        verbs = [
            ActHit(found, suffix, mark == "س", mark == "ل")
            for stem, suffix, mark in self._finite_stems(folded, split, form)
            for found in by_form.get(stem, ())
            if found.aspect != "noun"
            and (not mark or found.aspect == "imperfect")
            and (not suffix or found.act.transitive)
        ]
        bases = dict.fromkeys((split.base, *(rest for _, rest in _conjunctions(folded))))
        nouns = (found for base in bases for found in by_form.get(base, ()) if found.aspect == "noun")
        return tuple(verbs + [ActHit(found, split.suffix) for found in dict.fromkeys(nouns)])

    def _lights(self, folded: str, split: _Split, form: str) -> tuple[LightHit, ...]:
        return tuple(
            LightHit(found, suffix, mark == "س")
            for stem, suffix, mark in self._finite_stems(folded, split, form)
            for found in self.events.lights.get(stem, ())
            if not mark or found.aspect == "imperfect"
        )

    def _finite_stems(self, folded: str, split: _Split, form: str) -> Iterator[tuple[str, str, str]]:
        """Yield what may be a finite verb in a word: the verb, its object pronoun, and `س` or `ل` before it.

        A letter that belongs to a known word is no conjunction: `وزير`.
        """
        dual = folded.removesuffix("تا") + "ه"  # `وزارتا`
        whole = not split.conjunction and (split.base in self.lexemes or dual in self.lexemes)
        for _, rest in _conjunctions(folded)[: 1 if whole else 2]:
            marked = rest[0] in "سل" and len(rest) > 3 and rest[1] in "يت"
            for mark, verb in (("", rest), (rest[0], rest[1:])) if marked else (("", rest),):
                yield verb, "", mark
                for suffix in () if bare(form)[-1] == "ة" else _VERB_PRONOUNS:
                    if verb.endswith(suffix) and len(verb) - len(suffix) > 1:
                        stem = verb[: -len(suffix)]
                        yield stem, suffix, mark
                        if stem[-1] == "ا":
                            yield stem[:-1] + "ي", suffix, mark  # `تبناه` of `تبنى`

    def _future(self, folded: str, bits: int) -> Future | None:
        """Read `سـ` with an imperfect of the third or first person; what is also another word is no future."""
        if bits & ~(F.VERB | F.AUXILIARY):
            return None
        for _, rest in _conjunctions(folded):
            long_enough = len(rest) > (4 if rest[1:2] == "ا" else 3)  # `سابك` is a company
            if rest.endswith("نا") and self._is_perfect(rest[:-2]):
                continue  # `سارعنا`
            if rest[0] == "س" and long_enough and rest[1] in "يتنا" and rest not in self.verbs:
                return self._imperfect(rest[1:])
        return None

    def _is_perfect(self, stem: str) -> bool:
        form = self.verbs.get(stem)
        if form is not None and form.perfect or any(cue.aspect == "perfect" for cue in self.cues.by_form.get(stem, ())):
            return True
        return any(light.aspect == "perfect" for light in self.cues.lights.get(stem, ()))

    def _imperfect(self, verb: str) -> Future | None:
        """Look an imperfect up by its third person."""
        person = 1 if verb[0] in "نا" else 3
        third = "ي" + verb[1:] if person == 1 else verb
        for suffix in ("", *_VERB_PRONOUNS):
            stem = third.removesuffix(suffix) if third.endswith(suffix) else ""
            form = self.verbs.get(stem)
            if form is not None and form.imperfect or self._is_cue_imperfect(stem, suffix):
                return self._read_future(verb, stem, person)
        return None

    def _is_cue_imperfect(self, stem: str, suffix: str) -> bool:
        known = self.cues.by_bound_form if suffix else self.cues.by_form
        lights = () if suffix else self.cues.lights.get(stem, ())
        return any(f.aspect == "imperfect" for f in known.get(stem, ())) or any(f.aspect == "imperfect" for f in lights)

    def _read_future(self, verb: str, stem: str, person: int) -> Future:
        form = self.verbs.get(stem)
        number = form.number if form is not None else ""
        plural = verb[0] == "ن" if person == 1 else number in ("pl", "du") or stem.endswith(("وا", "ون")) and not number
        gender = "" if person == 1 else "f" if verb[0] == "ت" else "m"
        known = self.pledges
        effect, being, happening = stem in known.effects, stem in known.being, stem in known.happening
        return Future(person, gender, plural, effect, being, happening, stem in known.opening)

    def _phrases(self, folded: str) -> Mapping[str, list[Phrase]] | None:
        found = [self.phrases[start] for start in _phrase_starts(folded) if start in self.phrases]
        if len(found) < 2:
            return found[0] if found else None
        joined: dict[str, list[Phrase]] = defaultdict(list)
        for by_second in found:
            for second, phrases in by_second.items():
                joined[second] += phrases
        return joined


def _foreign(form: str) -> Word:
    """Analyse a token that is no Arabic word."""
    folded, kind = fold(form), _kind(form)
    splits = clitic_splits(folded)
    number, time = numeral(form, folded, splits), time_word(form, folded, splits)
    timely = kind == "number" or time is not None and time.opens
    return Word(form, folded, kind, base=folded, numeral=number, counts=number is not None, time=time, timely=timely)


def _is_timely(number: Numeral | None, time: TimeWord | None) -> bool:
    return number is not None or time is not None and (time.opens or bool(time.leads) or "within" in time.kinds)


def _with_object(by_bound_form: Mapping[str, tuple[CueForm, ...]], conjunction: str, rest: str) -> list[CueHit]:
    """Find cues with an object or possessive pronoun: `شجبتها`, `قوله`, `مطالبته`."""
    hits: list[CueHit] = []
    for suffix in _VERB_PRONOUNS if rest[-1] in _PRONOUN_ENDS else ():
        if rest.endswith(suffix) and len(rest) - len(suffix) >= 2:
            hits += [CueHit(f, conjunction, suffix, False) for f in by_bound_form.get(rest[: -len(suffix)], ())]
    return hits


def _fits(form: CueForm, plain: str, conjunction: str) -> bool:
    """Keep apart what folding merged, where the writer made the difference."""
    last = plain[-1:]
    first = plain[len(conjunction) : len(conjunction) + 1]
    if form.text[:1] == "ا" and first in ("أ", "آ") or form.text[:1] == "أ" and first == "آ":
        return False  # `أعتقد` is the first person of `اعتقد`
    return not (form.aspect in ("perfect", "imperfect") and form.text[-1:] != "ة" and last == "ة")


def cells(value: str) -> tuple[str, ...]:
    """Split a multi-valued table cell."""
    return tuple(part for part in value.split(" | ") if part)


def _kind(form: str) -> str:
    first = form[0]
    if first in "\r\n":
        return "newline"
    if first.isdigit():
        return "number"
    if first == TATWEEL:
        return "-"
    if first.isalpha():
        return "latin"
    return "." if first == "…" or form.startswith("..") else form


def _conjunctions(folded: str) -> list[tuple[str, str]]:
    found = [("", folded)]
    if len(folded) > 2 and folded[0] in "وف":
        found.append((folded[0], folded[1:]))
    return found


def _splits(folded: str) -> list[_Split]:
    """List the ways to cut conjunction, preposition and article off, fewest cuts first."""
    found: list[_Split] = []
    for conjunction, rest in _conjunctions(folded):
        found.append(_Split(conjunction, "", False, rest))
        if rest.startswith("ال") and len(rest) > 3:
            found.append(_Split(conjunction, "", True, rest[2:]))
        if rest.startswith("لل") and len(rest) > 3:
            found.append(_Split(conjunction, "ل", True, rest[2:]))
            found.append(_Split(conjunction, "ل", True, rest[1:]))
            found.append(_Split(conjunction, "ل", False, "ال" + rest[2:]))  # names keep their article: للكويت
        elif rest[0] in "بكل" and len(rest) > 2:
            if rest[1:3] == "ال" and len(rest) > 4:
                found.append(_Split(conjunction, rest[0], True, rest[3:]))
            found.append(_Split(conjunction, rest[0], False, rest[1:]))
    return found


def _is_root_alef(plain: str, folded: str) -> bool:
    """`إلكترونيكس`, `ألبرتو`: an alef with hamza before lam is no article."""
    at = folded.find("ال")
    return 0 <= at <= 2 and plain[at : at + 1] in ("أ", "إ", "آ")


def _has_article(folded: str) -> bool:
    return folded.removeprefix("و").startswith(("ال", "بال", "لل", "كال"))


def _without_pronoun(base: str) -> list[tuple[str, str]]:
    """List the nouns that `base` may be with a possessive pronoun behind it."""
    found: list[tuple[str, str]] = []
    accusative = [(base[:-1], "")] if base.endswith("ا") and len(base) > 3 else []
    if not base.endswith("ها"):
        found += accusative  # وزيرا
    if base.endswith(("تان", "تين", "ين")) and len(base) > 4:
        stem = base[:-2]  # the dual: حكومتين, طرفين; -ان alone ends too many names
        found.append((stem[:-1] + "ه" if stem[-1] == "ت" else stem, ""))
    for suffix in _PRONOUNS:
        if base.endswith(suffix) and len(base) - len(suffix) >= 2:
            stem = base[: -len(suffix)]
            found.append((stem, suffix))
            if stem[-1] == "ت":
                found.append((stem[:-1] + "ه", suffix))
            if stem[-1] in "وي":
                found.append((stem[:-1] + "ء", suffix))
                found.append((stem + "ن", suffix))
            if stem[-1] == "ا":
                found.append((stem[:-1] + "ي", suffix))
    if base.endswith("ها"):
        found += accusative  # وجها; first متحدثها is whose spokesman he is, since ة takes no alef
    return found


def _unknown_split(folded: str) -> _Split:
    """Cut what is certain off an unknown word: the article, and what stands before it."""
    for conjunction, rest in reversed(_conjunctions(folded)):
        if rest.startswith("ال") and len(rest) > 4:
            return _Split(conjunction, "", True, rest[2:])
        if rest.startswith("لل") and len(rest) > 4:
            return _Split(conjunction, "ل", True, rest[2:])
        if rest[1:3] == "ال" and rest[0] in "بك" and len(rest) > 5:
            return _Split(conjunction, rest[0], True, rest[3:])
    return _Split("", "", False, folded)


def _complementizer(plain: str, folded: str) -> str:
    """Return `أن` or `بأن` where the form is a complementizer, with or without a pronoun."""
    rest = folded[1:] if folded[0] in "وف" else folded
    kind = "أن"
    if rest.startswith(("بان", "لان")):
        kind, rest = ("بأن" if rest[0] == "ب" else ""), rest[1:]
    if not rest.startswith("ان") or rest[2:] not in _COMPLEMENTIZER_TAILS:
        return ""
    if rest in ("انا", "اني") and not plain.endswith("أني") and not plain.endswith("إني"):
        return ""
    if rest == "ان" and "آ" in plain:
        return ""
    return kind


def _looks_imperfect(split: _Split) -> bool:
    base = split.base
    return (
        not split.definite
        and not split.preposition
        and len(base) > 3
        and (base[0] == "ي" or base[:2] in ("سي", "ست", "سن"))
    )


def _written_gender(split: _Split) -> str:
    return "f" if split.base.endswith(("ه", "ات")) and len(split.base) > 2 else "m"


def _written_number(split: _Split) -> str:
    return "p" if split.base.endswith(("ون", "ين", "ات")) and len(split.base) > 4 else "s"


def _phrase_starts(folded: str) -> list[str]:
    """List the folded forms under which a phrase may begin in this word."""
    starts = [folded]
    for conjunction, rest in _conjunctions(folded):
        if conjunction:
            starts.append(rest)
        if rest.startswith("لل"):
            starts.append("ال" + rest[2:])
        elif rest[0] in "بكل" and len(rest) > 3:
            starts.append(rest[1:])
    return list(dict.fromkeys(starts))


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary that ships with qawl, loaded once."""
    return Vocabulary(load_cues(), load_pledges(), load_disputes(), load_events())
