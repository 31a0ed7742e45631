"""Noun phrases: where the words that name somebody begin and end, and what they name.

A phrase grows from its head: idafa, agreeing adjectives, prepositional attachments, apposition with
and without commas, coordination. It is *open* while its last noun is indefinite (another noun may
complete the idafa) and *closed* once a definite noun or a name has completed it; what follows a
closed phrase is an adjective, an apposition or no longer part of it. That is the grammar of the
Arabic idafa as any reference grammar tells it (Badawi, Carter and Gully, Modern Written Arabic,
2.3; Ryding, A Reference Grammar of Modern Standard Arabic, ch. 8).
"""

from qawl.lexicon import flags as F
from qawl.lexicon.classes import word_class
from qawl.lexicon.vocabulary import Word
from qawl.reading.appositions import step_mark
from qawl.reading.article import Article
from qawl.reading.joins import attach, coordinate
from qawl.reading.names import MAX_NAME, Names
from qawl.reading.nouns import (
    ADJECTIVE,
    CLOSED,
    FULL,
    MAX_QUOTED_NAME,
    NAME,
    NOUNS,
    OPEN,
    PROPER,
    NounPhrase,
    State,
    agree,
    is_adjective,
    is_circumstantial,
    is_his,
    is_nisba,
    is_sound_plural,
    is_state_as_adjective,
    is_time,
    is_too_many,
)
from qawl.text.fold import fold

_MAX_PHRASE = 60  # tokens; no speaker is longer
_MAX_DEPTH = 7
_EMPHATIC = word_class("emphatic")
_ISSUING = word_class("issuing")
_ISSUED = word_class("issued")
_GOVERNING = word_class("governing")
_BINDING = word_class("binding")
_PLURAL_NISBA = ("يون", "يين", "يه", "يات")
_STANDING_QUANTIFIERS = word_class("standing_quantifier")
_BOUND = word_class("bound_preposition")
_NUMERALS = word_class("numeral")
_BY_TITLE = word_class("by_title")
_ONE_OF = word_class("one_of")
_COUNTERPARTS = word_class("counterpart")
_KIN = word_class("kin")
_OWNING = word_class("owning")
_BRANCHES = word_class("branch")
_NAMED_AFTER = word_class("named_after")
_LED = word_class("led")
_LETTERS = word_class("letter_name")
_NAMED_IN_LETTERS = F.INSTITUTION | F.MEDIUM_HEAD
_RANK_TAILS = word_class("rank_tail")
_YEARS = word_class("of_year")
# Function words, and what else a word must be to be a noun all the same. The bits are put together here, once.
_BEFORE_NOUNS = F.PREPOSITION | F.CONJUNCTION | F.SUBORDINATOR | F.RELATIVE | F.NEGATION | F.AUXILIARY | F.INTERROGATIVE
_NOUN_BEFORE_ALL = F.NAME | F.PARTY | F.ROLE | F.NOUN
_BESIDE_NOUNS = F.ADVERB | F.PARTICLE | F.PRONOUN | F.CONNECTIVE
_NOUN_BESIDE_ALL = F.NAME | F.ROLE | F.INSTITUTION | F.HUMAN
_ADVERBIAL = F.ADVERB | F.CONNECTIVE | F.PARTICLE | F.AUXILIARY
_NO_ADVERB = F.NAME | F.ROLE | F.INSTITUTION
_CLAUSE = F.RELATIVE | F.SUBORDINATOR | F.NEGATION  # opens a clause, with which the phrase ends
_NO_CITY = F.PARTY & ~F.CITY
_TITLE = F.ROLE | F.HONORIFIC
_MEASURED = word_class("measured_by_noun")


class Phrases:
    """The noun phrases of one article, parsed where they are asked for and kept."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.words = article.words
        self.names = Names(article)
        self._kept: dict[tuple[int, int, frozenset[str], bool], NounPhrase | None] = {}

    def at(self, start: int, limit: int, avoid: frozenset[str] = frozenset(), depth: int = 0) -> NounPhrase | None:
        """Return the phrase that begins at token `start` and ends before `limit`, or None.

        `avoid` holds prepositions (folded) that belong to the verb outside and attach nothing here.
        """
        limit = min(limit, start + _MAX_PHRASE)
        key = (start, limit, avoid, depth > 0)
        if key not in self._kept:
            self._kept[key] = self._parse(start, limit, avoid, depth)
        return self._kept[key]

    # -- heads ------------------------------------------------------------------------------

    def _parse(self, start: int, limit: int, avoid: frozenset[str], depth: int) -> NounPhrase | None:
        if start >= limit or depth > _MAX_DEPTH:
            return None
        state = self._head(start, limit)
        if state is None:
            return None
        state.avoid, state.depth = avoid, depth
        while state.np.end < limit and self._step(state, limit):
            pass
        np = state.np
        np.core_end = np.core_end or np.end
        return np

    def _head(self, start: int, limit: int) -> State | None:
        word = self.words[start]
        entity = self.article.entities.get(start)
        if entity and entity.end <= limit:
            return self._entity_head(start, entity.end, entity.name.kind, entity.name.gender)
        if start in self.article.quotes.closer:
            return self._quoted_head(start, limit)
        if word.kind == "latin":
            return State(NounPhrase(start, start + 1, start, (start, start + 1)), PROPER)
        if word.kind == "number":
            return self._counted(start, limit)
        if (
            word.kind != "word"
            or word.complementizer
            or start in self.article.fixed
            or not self._can_be_noun(start)
            or is_circumstantial(word)
        ):
            return None
        return self._word_head(start, word)

    def _word_head(self, start: int, word: Word) -> State:
        if word.fold in ("ذات", "نفس") and start + 1 < len(self.words) and self.words[start + 1].definite:
            state = self._word_head(start + 1, self.words[start + 1])
            state.np.start = start
            return state
        if (
            word.base in _NUMERALS
            and not word.definite
            and start + 1 < len(self.words)
            and self.words[start + 1].flags & NOUNS
        ):
            state = self._word_head(start + 1, self.words[start + 1])
            state.np.start, state.np.number = start, "p"  # `ثلاثة مصادر`
            return state
        np = NounPhrase(start, start + 1, start, gender=word.gender or "m", number=word.number or "s")
        np.personal = bool(word.flags & F.PERSONAL) or word.fold in _STANDING_QUANTIFIERS
        if word.flags & F.DEMONSTRATIVE:
            return State(np, OPEN)
        if word.flags & F.GIVEN and self.names.follows(start) and self.names.begins(start):
            np.personal = True
            np.take_name(start)
            return State(np, NAME)
        if word.flags & _NO_CITY or (word.flags & F.CITY and not word.flags & F.NOUN):
            np.name = None
            return State(np, PROPER)
        if is_his(word):
            np.gender = "m"
            return State(np, CLOSED)  # `زميله`, not `زميلة`
        if self.names.begins(start):
            np.personal = True
            np.take_name(start)
            return State(np, NAME)
        described = word.definite and word.flags & F.DEMONYM and self._names_next(start)  # `السويسري فلان`
        if not described and self.names.stands_alone(word):
            np.personal, np.gender = True, ""
            np.take_name(start)
            return State(np, NAME)
        np.personal = np.personal or bool(described)
        if word.base in _BY_TITLE:
            return State(np, FULL, True)
        if word.definite or word.suffix:
            return State(np, CLOSED, bool(word.flags & F.ROLE))
        plural = is_sound_plural(word)
        np.number = "p" if plural else np.number
        return State(np, ADJECTIVE if plural else OPEN, bool(word.flags & F.ROLE))

    def _names_next(self, token: int) -> bool:
        if token + 1 >= len(self.words):
            return False
        return bool(self.words[token + 1].flags & F.HONORIFIC) or self.names.begins(token + 1)

    def _entity_head(self, start: int, end: int, kind: int, gender: str) -> State:
        np = NounPhrase(start, end, start, gender=gender or "m", personal=bool(kind & F.PERSONAL))
        if kind & (_TITLE | F.UNNAMED):
            np.number = self.words[start].number or "s"  # `رجال أعمال`
        if kind & _TITLE:
            closed = self.words[end - 1].definite or bool(kind & F.HONORIFIC) and self.words[start].definite
            return State(np, CLOSED if closed else OPEN, True)
        return State(np, PROPER)

    def _quoted_head(self, start: int, limit: int) -> State | None:
        closer = self.article.quotes.closer[start]
        if closer >= limit or not 1 < closer - start <= MAX_QUOTED_NAME:
            return None
        inner = self.words[start + 1 : closer]
        if any(w.complementizer or w.kind in (".", "،", ":") for w in inner):
            return None
        np = NounPhrase(start, closer + 1, start + 1, (start + 1, closer), [(start + 1, closer)], quoted=True)
        np.gender = inner[0].gender
        return State(np, PROPER)

    def _counted(self, start: int, limit: int) -> State | None:
        """`5 أعضاء`: a number and what it counts."""
        if start + 1 < limit and self.words[start + 1].kind == "word" and self.words[start + 1].flags & NOUNS:
            state = self._word_head(start + 1, self.words[start + 1])
            state.np.start, state.np.number = start, "p"
            return state
        return None

    def _can_be_noun(self, token: int) -> bool:
        word = self.words[token]
        flags = word.flags
        if flags and not flags & ~F.NAME:
            return True
        if flags & _BEFORE_NOUNS:
            return bool(flags & _NOUN_BEFORE_ALL)
        if word.fold in _STANDING_QUANTIFIERS:
            return True
        if flags == F.PRONOUN or flags & _BESIDE_NOUNS and not flags & _NOUN_BESIDE_ALL:
            return False
        return not self.names.is_verb(token)

    # -- growth -----------------------------------------------------------------------------

    def _step(self, state: State, limit: int) -> bool:
        """Take what comes next into the phrase; False where the phrase ends."""
        np = state.np
        token = np.end
        word = self.words[token]
        if state.last == FULL:
            return False
        if word.kind != "word":
            return step_mark(self, state, token, limit)
        if state.last == NAME and self.words[token - 1].base in _BINDING and not word.complementizer:
            return state.take_as_name()  # `آل الشيخ`
        if token in self.article.entities and not self._goes_on_as_adjective(state, word):
            return self._step_entity(state, token, limit)
        if word.fold == "ال" and token + 1 < limit and self.words[token + 1].kind == "number":
            state.np.end += 1
            return state.take(CLOSED)  # `الدول الـ28`
        if word.fold == "غير" and token + 1 < limit and state.last in (CLOSED, PROPER):
            return self._take_negated(state, self.words[token + 1])
        if token in self.article.fixed:
            return False
        if word.complementizer or word.flags & _CLAUSE:
            return state.last == NAME and bool(word.flags & F.GIVEN) and state.take_as_name()  # `لويس لولا دا …`
        if word.conjunction or word.fold == "و" or not word.known and word.fold.startswith("وال"):
            return coordinate(self, state, token, limit)
        if word.fold in _BOUND and self.words[token - 1].base in _GOVERNING:
            return state.take(CLOSED)
        if word.base in _RANK_TAILS and self.words[token - 1].flags & F.HONORIFIC and np.name is None:
            return state.take(state.last)  # `العميد ركن فلان`
        if self.names.is_named(state, token, word) or state.last == NAME and self.names.has_descent(token):
            return state.take_as_name()
        if word.preposition or word.flags & F.PREPOSITION:
            return attach(self, state, token, limit)
        if self._serves(state, token, word):
            return state.take(OPEN)
        return self._step_word(state, token, word)

    def _goes_on_as_adjective(self, state: State, word: Word) -> bool:
        """`البنك المركزي الأوروبي`: `المركزي الأوروبي` is a short name elsewhere, here two adjectives."""
        return state.last == CLOSED and word.definite and bool(word.flags & F.ADJECTIVE) and not word.flags & F.ROLE

    def _take_negated(self, state: State, adjective: Word) -> bool:
        """`المنظمات غير الحكومية`."""
        if not adjective.definite or not adjective.flags & F.ADJECTIVE and not adjective.base.startswith("م"):
            return False
        state.np.end += 1
        return state.take(CLOSED)

    def _serves(self, state: State, token: int, word: Word) -> bool:
        """`المعهد الإقليمي لبحوث …`: an unknown noun with ل behind an institution."""
        if word.known or not word.fold.startswith("ل") or len(word.fold) < 5 or state.last != CLOSED:
            return False
        return bool(self.words[state.np.head].flags & F.INSTITUTION) and self.names.is_construct(token)

    def _step_word(self, state: State, token: int, word: Word) -> bool:
        if "\u064b" in word.form and state.last == CLOSED and self.words[token - 1].fold in _BOUND:
            return state.take(CLOSED)  # `المعترف بها دوليا`
        if word.fold in _BOUND:
            return (
                state.last == OPEN and bool(self.words[token - 1].flags & (F.DOCUMENT | F.SPEECH)) and state.take(FULL)
            )
        if self._is_issuing(state, token, word, len(self.words)):
            return True
        if word.fold in _EMPHATIC and not self._counts_on(token) and state.last in (CLOSED, PROPER, NAME):
            return state.take(ADJECTIVE)
        if (
            state.last in (OPEN, ADJECTIVE)
            and is_adjective(word)
            and not word.definite
            and self.words[state.np.head].flags & F.UNNAMED
        ):
            return state.take(ADJECTIVE)  # `مصادر خاصة`, also an adverb
        if self.names.is_verb(token) or self._is_adverbial(token) or is_circumstantial(word):
            return False
        if "\u064b" in word.form and state.last in (CLOSED, PROPER, NAME):
            return False  # an accusative behind a closed phrase
        if state.last == OPEN:
            return self._complete_idafa(state, token, word)
        if state.last == ADJECTIVE:
            if word.definite and word.flags & F.NOUN and self.words[token - 1].base in _MEASURED:
                return state.take(CLOSED)  # `مصدر رفيع المستوى`
            return is_adjective(word) and not word.definite and state.take(ADJECTIVE)
        if state.last == NAME:
            return self._after_name(state, token, word)
        return self._after_closed(state, token, word)

    def _counts_on(self, token: int) -> bool:
        """`كافة عملائها`: before its noun the word opens a phrase of its own."""
        following = self.words[token + 1] if token + 1 < len(self.words) else None
        return (
            self.words[token].fold in ("كافه", "جميع")
            and following is not None
            and bool(following.suffix or following.definite)
        )

    def _is_issuing(self, state: State, token: int, word: Word, limit: int) -> bool:
        """`استطلاعا أجرته محطة …`: an indefinite document keeps the clause that says who made it."""
        if not self.words[state.np.head].flags & F.DOCUMENT or state.depth or token + 2 >= limit:
            return False
        issued = word.fold in _ISSUED and self.words[token + 1].fold == "عن"
        if word.fold not in _ISSUING and not issued:
            return False
        inner = self.at(token + 1 + issued, min(limit, token + 14), state.avoid, 1)
        if inner is None:
            return False
        state.np.end, state.last = inner.end, CLOSED
        return True

    def _is_adverbial(self, token: int) -> bool:
        """Words of time and manner that stand between a speaker and what is said."""
        word = self.words[token]
        if word.flags & _ADVERBIAL:
            return not word.flags & _NO_ADVERB
        return is_time(word) and not self._is_general(token)

    def _is_general(self, token: int) -> bool:
        """`النقيب العام` is an office, `قال النقيب العام الماضي` a time."""
        if (
            self.words[token].fold != "العام"
            or not self.words[token - 1].flags & F.ROLE
            or token + 1 >= len(self.words)
        ):
            return False
        following = self.words[token + 1]
        return following.kind == "word" and following.base not in _YEARS

    def _complete_idafa(self, state: State, token: int, word: Word) -> bool:
        head = self.words[state.np.head]
        if word.definite or word.suffix:
            return state.take(CLOSED)
        if word.fold in _LETTERS and (head.flags & _NAMED_IN_LETTERS or self.words[token - 1].fold in _LETTERS):
            return state.take(PROPER)
        if is_adjective(word) and (not word.flags & F.NOUN or head.flags & F.DOCUMENT):
            return state.take(ADJECTIVE)
        if word.flags & F.PARTY:
            return state.take(PROPER)
        if not word.known and word.base.endswith(_PLURAL_NISBA) and head.number == "p":
            return state.take(ADJECTIVE)
        if not word.known and self.names.is_construct(token):
            return state.take(OPEN)
        if self.names.begins(token) or not word.known:
            return self._name_in_idafa(state, token, head)
        led = self.words[token - 1].fold in _LED  # `المتحدث باسم حماية …`
        if word.flags & F.EVENT and head.flags & F.UNNAMED and not (led or word.flags & (F.INSTITUTION | F.ROLE)):
            return False
        if word.flags & _TITLE:
            state.role_seen = True
        return state.take(ADJECTIVE if is_adjective(word) and not word.flags & F.NOUN else OPEN)

    def _name_in_idafa(self, state: State, token: int, head: Word) -> bool:
        """`الدكتور` and ranks are followed by the bearer's name, `مكتب` and `حزب` by somebody else's."""
        np = state.np
        given = self.words[token].flags & F.GIVEN
        own = head.flags & F.HONORIFIC or head.flags & F.ROLE and given
        own = own and self.words[token - 1].base not in _NAMED_AFTER  # `رئيس جامعة نايف`
        if own and not head.flags & F.HUMAN and np.name is None:
            np.take_name(token)
            state.last = NAME
            return True
        end = self.names.end(token, len(self.words)) if self.words[token].flags & F.NAME else token + 1
        np.end = end
        state.last = PROPER
        return True

    def _after_closed(self, state: State, token: int, word: Word) -> bool:
        """Behind a definite noun or a proper name: adjectives, the role's bearer, the rest of a name."""
        np = state.np
        if np.personal and np.name is None and word.definite and self.names.is_bearer(token, word):
            return self._takes_name(state, token)
        counted = self.words[np.head].base in _ONE_OF
        human = word.flags & (F.ROLE | F.HUMAN | F.UNNAMED)
        plural_role = human and word.number == "p" and np.number != "p" and not counted
        if is_adjective(word) and word.definite and not plural_role:
            before = self.words[token - 1]
            fits = (counted or not is_too_many(word, np, before)) and agree(word, np, before)
            return fits and state.take(state.last)
        if np.personal and np.name is None and self.names.is_bearer(token, word):
            return self._takes_name(state, token)
        if np.personal and word.flags & _TITLE:
            return self._second_role(state, token, word)
        if np.personal and np.name is None and self._takes_bearer(state, token, word):
            return True
        if np.name is None and word.definite and word.base in _BRANCHES and self.words[np.head].flags & F.INSTITUTION:
            np.core_end = np.core_end or np.end
            return state.take(CLOSED)  # `كتائب الساحل الجناح العسكري ل…`
        if word.definite and word.base in _OWNING and not np.personal:
            return state.take(CLOSED)
        if word.flags & F.CITY and not self.words[token - 1].known and self.words[np.head].flags & F.INSTITUTION:
            return state.last == PROPER and state.take(PROPER)  # `نادي أولمبيك مرسيليا`
        if state.last == PROPER and word.fold in _LETTERS and self.words[token - 1].fold in _LETTERS:
            return state.take(PROPER)  # `بنك يو بي إس`
        if state.last == PROPER and not word.definite and (is_adjective(word) or not word.known):
            before = self.words[token - 1]
            if is_adjective(word) and not before.definite and not before.flags & (F.STATE | F.CITY | F.NAME):
                return token - 1 > np.start and state.take(ADJECTIVE)  # وسائل إعلام محلية
            if not word.known and (not before.known and np.name is not None or not np.personal):
                return self._rest_of_name(state, token)
        return self._agrees_late(state, token, word)

    def _second_role(self, state: State, token: int, word: Word) -> bool:
        """`المستشار الدكتور`, `رئيس اللجنة نائب …`: a role or honorific behind a role."""
        np, head = state.np, self.words[state.np.head].flags
        officers = np.number == "p" and not (head & F.HUMAN and not head & F.ROLE)  # not `أبناء الشريف فلان`
        if word.number == "p" or officers or word.base in _BY_TITLE or word.base in _COUNTERPARTS:
            return False
        if word.definite and not (word.flags | self.words[token - 1].flags) & F.HONORIFIC:
            agrees = word.base.endswith("ه") and self.words[token - 1].number == "p"
            return agrees and state.take(CLOSED)  # `الشاب الحارس` are two, `القيادات الوسيطة` one
        state.role_seen = True
        return state.take(CLOSED if word.definite or word.suffix else OPEN)

    def _takes_bearer(self, state: State, token: int, word: Word) -> bool:
        """`الوزير فلان`, `رئيس اللجنة الفلاني`: the name of who bears the role."""
        np = state.np
        if self.names.begins(token) and self._takes_name(state, token):
            return True
        if not state.role_seen or not word.definite or word.known or word.base.endswith("ه"):
            return False
        np.name = (token, token + 1)
        return state.take(NAME)

    def _takes_name(self, state: State, token: int) -> bool:
        """The name behind a role is its bearer's, behind a relative of somebody's it may be the other's."""
        np, head = state.np, self.words[state.np.head]
        if np.end > np.head + 1 and head.base in _KIN and (np.number == "p" or self._is_others(np, token)):
            np.end, state.last = self.names.end(token, len(self.words)), PROPER
            return True
        counted = head.base in _ONE_OF and not self.words[token].flags & F.AMBIGUOUS_NAME
        if self._is_unnamed_head(np) and head.base not in _KIN and not counted:
            return False
        np.take_name(token)
        state.last = NAME
        return True

    def _is_unnamed_head(self, np: NounPhrase) -> bool:
        """`مجموعة شباب`, `أحد أبناء الحي`: a noun of people that is no role bears no name behind its idafa."""
        head = self.words[np.head].flags
        return np.end > np.head + 1 and bool(head & F.HUMAN) and not head & (F.ROLE | F.HONORIFIC | F.NAME)

    def _is_others(self, np: NounPhrase, token: int) -> bool:
        """`والد الرهينة فلان` against `زوجة الرئيس فلانة`, `نجل الرئيس فلان`: gender tells, else what the other is."""
        head, other = self.words[np.head], self.words[np.head + 1]
        gender = self.words[token].gender if self.words[token].flags & F.GIVEN else ""
        if gender and head.gender != other.gender:
            return gender == other.gender
        return not (other.flags & F.ROLE and not other.flags & F.UNNAMED)

    def _rest_of_name(self, state: State, token: int) -> bool:
        """`مدرب ستوك سيتي`: one more unknown word of a proper name."""
        np = state.np
        if not self.words[token - 1].known and np.name is not None:
            return state.take(PROPER)
        heads = F.INSTITUTION | F.MEDIUM_HEAD | F.HUMAN | F.PLACE
        named = bool(self.words[np.head].flags & heads) and np.head not in self.article.entities
        return named and state.take(PROPER)

    def _agrees_late(self, state: State, token: int, word: Word) -> bool:
        """Words that agree like adjectives without being in the lexicon as such."""
        np = state.np
        if word.definite and word.base in _NUMERALS or is_state_as_adjective(word):
            return state.take(state.last)
        if word.definite and not word.flags & (NOUNS | F.NAME) and word.base.startswith("م") and len(word.base) > 3:
            return state.take(state.last)  # a participle that agrees: المعترف, المكلفة
        if self.words[np.head].flags & F.DEMONSTRATIVE and token == np.head + 1:
            return state.take(CLOSED)
        if word.base == "اعضاء" and word.definite and not np.personal:
            return np.number == "p" and state.take(CLOSED)  # `الدول الأعضاء`
        unknown_before = token - 1 > np.start and not self.words[token - 1].known
        if word.definite and state.last == PROPER and unknown_before and not self._in_entity(token - 1, np):
            return state.take(CLOSED)  # what looked like a name was a noun of the idafa
        return word.definite and is_nisba(word) and not word.flags & F.PERSONAL and state.take(state.last)

    def _in_entity(self, token: int, np: NounPhrase) -> bool:
        return any(
            i in self.article.entities and self.article.entities[i].end > token for i in range(np.start, token + 1)
        )

    def _after_name(self, state: State, token: int, word: Word) -> bool:
        np = state.np
        assert np.name is not None
        if np.end == np.name[1] and np.name[1] - np.name[0] == 1 and self.names.is_surname(np, token, word):
            np.name = (np.name[0], token + 1)
            return state.take(NAME)
        if (
            np.gender == "f"
            and np.end == np.name[1]
            and word.definite
            and word.flags & F.ROLE
            and word.gender == "m"
            and word.number != "p"
        ):
            np.name = (np.name[0], token + 1)  # a masculine word behind a woman's name is her surname
            return state.take(NAME)
        if word.flags & _TITLE and (not word.flags & F.NAME and word.definite or self.names.heads_idafa(token)):
            if word.number == "p":  # `مصطفى السادة`, `خالد أعضاء`
                given = self.words[token - 1].flags & F.GIVEN and np.name == (token - 1, token)
                broken = word.definite and not word.base.endswith(("ين", "ون"))
                return bool(given) and broken and state.take_as_name()
            state.role_seen = True
            return state.take(CLOSED if word.definite or word.suffix else OPEN)
        if np.end - np.name[0] > 1 and word.flags & (F.CITY | F.STATE):
            return False
        if (
            np.end == np.name[1]
            and token - np.name[0] < MAX_NAME
            and (self.names.continues(token) or self.names.is_surname(np, token, word))
        ):
            np.name = (np.name[0], token + 1)
            return state.take(NAME)
        return False

    def _step_entity(self, state: State, token: int, limit: int) -> bool:
        entity = self.article.entities[token]
        word = self.words[token]
        kind = entity.name.kind
        if entity.end > limit:
            return False
        if word.conjunction:
            return coordinate(self, state, token, limit)
        if (
            word.preposition
            and not word.fold.startswith("ال")
            and entity.end > token
            and self._clitic_before(token, entity.name.name)
        ):
            return attach(self, state, token, limit)
        if state.last == NAME and entity.end == token + 1 and self.names.is_surname(state.np, token, word):
            return state.take_as_name()
        if kind & _TITLE:
            if word.base in _COUNTERPARTS:
                return False
            if state.last in (CLOSED, NAME, PROPER) and state.np.personal or state.last == OPEN:
                state.role_seen = True
                state.np.end = entity.end
                state.last = CLOSED if self.words[entity.end - 1].definite else OPEN
                return True
            return False
        named = (
            state.last == CLOSED and kind & F.BODY and not (state.np.personal or word.definite)
        )  # `شركة النفط العملاقة لوك أويل`
        if state.last != OPEN and not named:
            return False
        state.np.end = entity.end
        state.last = PROPER
        return True

    def _clitic_before(self, token: int, name: str) -> bool:
        """Say whether the word carries a preposition that is not the first letter of the name."""
        return not self.words[token].fold.startswith(fold(name.split()[0]))
