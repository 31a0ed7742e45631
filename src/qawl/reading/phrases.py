"""Noun phrases: where the words that name somebody begin and end, and what they name.

A phrase grows from its head: idafa, agreeing adjectives, prepositional attachments, apposition with
and without commas, coordination. It is *open* while its last noun is indefinite (another noun may
complete the idafa) and *closed* once a definite noun or a name has completed it; what follows a
closed phrase is an adjective, an apposition or no longer part of it. That is the grammar of the
Arabic idafa as any reference grammar tells it (Badawi, Carter and Gully, Modern Written Arabic,
2.3; Ryding, A Reference Grammar of Modern Standard Arabic, ch. 8).
"""

from dataclasses import dataclass, field

from qawl.lexicon import flags as F
from qawl.lexicon.classes import word_class
from qawl.lexicon.vocabulary import Word
from qawl.reading.article import COMMAS, DASHES, Article
from qawl.text.fold import fold

_MAX_NAME = 6  # tokens of one personal name
_MAX_PHRASE = 60  # tokens; no speaker is longer
_MAX_QUOTED_NAME = 7
_MAX_ALIAS = 3  # tokens of a short name in quotation marks, with the marks
_MAX_DEPTH = 7
_EMPHATIC = word_class("emphatic")
_ISSUING = word_class("issuing")
_ISSUED = word_class("issued")
_GOVERNING = word_class("governing")
_BINDING = word_class("binding")
_ADVERBIAL_TIMES = word_class("time_word")
_PLURAL_NISBA = ("يون", "يين", "يه", "يات")
_STANDING_QUANTIFIERS = word_class("standing_quantifier")
_BOUND = word_class("bound_preposition")
_NUMERALS = word_class("numeral")
_OF_ROLES = word_class("of_role")
_ADDRESSES = word_class("form_of_address")
_BY_TITLE = word_class("by_title")
_PARTITIVE = word_class("partitive")
_ONE_OF = word_class("one_of")
_SERVICES = word_class("local_service")
_COUNTERPARTS = word_class("counterpart")
_ENDS_NAME = word_class("ends_name")
_WEEKDAYS = word_class("weekday")
_LED = word_class("led")
_OPEN, _ADJECTIVE, _CLOSED, _PROPER, _NAME, _FULL = range(6)
_PERSONAL = F.ROLE | F.HONORIFIC | F.UNNAMED | F.HUMAN
_HEADS_OF_NAMES = F.INSTITUTION | F.MEDIUM_HEAD | F.HUMAN | F.PLACE | F.DOCUMENT | F.ROLE
_NOUNS = F.NOUN | F.PERSONAL | F.PARTY
_ATTACHING = {
    "في": F.ROLE | F.UNNAMED | F.HUMAN | F.INSTITUTION | F.MEDIUM_HEAD,
    "من": F.UNNAMED | F.HUMAN | F.ROLE,
    "عن": F.ROLE,
    "لدي": F.ROLE,
    "الي": F.ROLE,
}


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


@dataclass(slots=True)
class _State:
    np: NounPhrase
    last: int
    role_seen: bool = False
    avoid: frozenset[str] = frozenset()
    depth: int = 0


class Phrases:
    """The noun phrases of one article, parsed where they are asked for and kept."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.words = article.words
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

    def _head(self, start: int, limit: int) -> _State | None:
        word = self.words[start]
        entity = self.article.entities.get(start)
        if entity and entity.end <= limit:
            return self._entity_head(start, entity.end, entity.name.kind, entity.name.gender)
        if start in self.article.quotes.closer:
            return self._quoted_head(start, limit)
        if word.kind == "latin":
            return _State(NounPhrase(start, start + 1, start, (start, start + 1)), _PROPER)
        if word.kind == "number":
            return self._counted(start, limit)
        if (
            word.kind != "word"
            or word.complementizer
            or start in self.article.fixed
            or not self._can_be_noun(start)
            or _is_circumstantial(word)
        ):
            return None
        return self._word_head(start, word)

    def _word_head(self, start: int, word: Word) -> _State:
        if word.fold in ("ذات", "نفس") and start + 1 < len(self.words) and self.words[start + 1].definite:
            state = self._word_head(start + 1, self.words[start + 1])
            state.np.start = start
            return state
        if (
            word.base in _NUMERALS
            and not word.definite
            and start + 1 < len(self.words)
            and self.words[start + 1].flags & _NOUNS
        ):
            state = self._word_head(start + 1, self.words[start + 1])
            state.np.start, state.np.number = start, "p"  # `ثلاثة مصادر`
            return state
        np = NounPhrase(start, start + 1, start, gender=word.gender or "m", number=word.number or "s")
        np.personal = bool(word.flags & _PERSONAL) or word.fold in _STANDING_QUANTIFIERS
        if word.flags & F.DEMONSTRATIVE:
            return _State(np, _OPEN)
        if word.flags & F.GIVEN and self._name_follows(start) and self._begins_name(start):
            np.personal = True
            self._take_name(np, start)
            return _State(np, _NAME)
        if word.flags & (F.PARTY & ~F.CITY) or (word.flags & F.CITY and not word.flags & F.NOUN):
            np.name = None
            return _State(np, _PROPER)
        if word.flags & F.HUMAN and word.form.endswith("ه") and not word.suffix and word.base.endswith("ه"):
            np.gender = "m"
            return _State(np, _CLOSED)  # `زميله`, not `زميلة`
        if self._begins_name(start):
            np.personal = True
            self._take_name(np, start)
            return _State(np, _NAME)
        if word.definite and (
            not word.known and not _nisba_of_known(word) or word.flags & F.FAMILY and not word.flags & _NOUNS
        ):
            np.personal, np.gender = True, ""
            self._take_name(np, start)
            return _State(np, _NAME)
        if word.definite and word.flags & F.DEMONYM and start + 1 < len(self.words) and self._begins_name(start + 1):
            np.personal = True  # `السويسري فلان`
        if word.base in _BY_TITLE:
            return _State(np, _FULL, True)
        if word.definite or word.suffix:
            return _State(np, _CLOSED, bool(word.flags & F.ROLE))
        plural = _is_sound_plural(word)
        np.number = "p" if plural else np.number
        return _State(np, _ADJECTIVE if plural else _OPEN, bool(word.flags & F.ROLE))

    def _entity_head(self, start: int, end: int, kind: int, gender: str) -> _State:
        np = NounPhrase(start, end, start, gender=gender or "m", personal=bool(kind & _PERSONAL))
        if kind & (F.ROLE | F.HONORIFIC):
            closed = self.words[end - 1].definite
            return _State(np, _CLOSED if closed else _OPEN, True)
        return _State(np, _PROPER)

    def _quoted_head(self, start: int, limit: int) -> _State | None:
        closer = self.article.quotes.closer[start]
        if closer >= limit or not 1 < closer - start <= _MAX_QUOTED_NAME:
            return None
        inner = self.words[start + 1 : closer]
        if any(w.complementizer or w.kind in (".", "،", ":") for w in inner):
            return None
        np = NounPhrase(start, closer + 1, start + 1, (start + 1, closer), [(start + 1, closer)], quoted=True)
        np.gender = inner[0].gender
        return _State(np, _PROPER)

    def _counted(self, start: int, limit: int) -> _State | None:
        """`5 أعضاء`: a number and what it counts."""
        if start + 1 < limit and self.words[start + 1].kind == "word" and self.words[start + 1].flags & _NOUNS:
            state = self._word_head(start + 1, self.words[start + 1])
            state.np.start, state.np.number = start, "p"
            return state
        return None

    def _can_be_noun(self, token: int) -> bool:
        word = self.words[token]
        if word.flags & F.NAME and word.flags & ~F.NAME == 0:
            return True
        if word.flags & (
            F.PREPOSITION | F.CONJUNCTION | F.SUBORDINATOR | F.RELATIVE | F.NEGATION | F.AUXILIARY | F.INTERROGATIVE
        ):
            return bool(word.flags & (F.NAME | F.PARTY | F.ROLE | F.NOUN))
        if word.fold in _STANDING_QUANTIFIERS:
            return True
        if word.flags & F.PRONOUN and word.flags & ~F.PRONOUN == 0:
            return False
        if word.flags & (F.ADVERB | F.PARTICLE | F.PRONOUN | F.CONNECTIVE) and not word.flags & (
            F.NAME | F.ROLE | F.INSTITUTION | F.HUMAN
        ):
            return False
        return not self._is_verb(token)

    def _is_verb(self, token: int) -> bool:
        word = self.words[token]
        if word.flags & F.VERB:
            return token == 0 or not self._names_before(token)
        if word.flags & (F.NOUN | F.NAME | F.ADJECTIVE | F.PARTY):
            return False
        return any(h.form.aspect in ("perfect", "imperfect") for h in word.cues)

    def _names_before(self, token: int) -> bool:
        before = self.words[token - 1]
        return bool(before.flags & F.GIVEN) or (not before.known and before.kind == "word" and not before.definite)

    # -- growth -----------------------------------------------------------------------------

    def _step(self, state: _State, limit: int) -> bool:
        """Take what comes next into the phrase; False where the phrase ends."""
        np = state.np
        token = np.end
        word = self.words[token]
        if state.last == _FULL:
            return False
        if word.kind != "word":
            return self._step_mark(state, token, limit)
        if state.last == _NAME and self.words[token - 1].base in _BINDING and not word.complementizer:
            return self._take_as_name(state, token)  # `آل الشيخ`
        if token in self.article.entities:
            return self._step_entity(state, token, limit)
        if token in self.article.fixed:
            return False
        if word.complementizer or word.flags & (F.RELATIVE | F.SUBORDINATOR | F.NEGATION):
            return False
        if word.conjunction or word.fold == "و" or not word.known and word.fold.startswith("وال"):
            return self._coordinate(state, token, limit)
        if word.fold in _BOUND and self.words[token - 1].base in _GOVERNING:
            return self._take(state, _CLOSED)
        if self._is_named(state, token, word):
            return self._take_as_name(state, token)
        if word.preposition or word.flags & F.PREPOSITION:
            return self._attach(state, token, limit)
        if self._serves(state, token, word):
            return self._take(state, _OPEN)
        return self._step_word(state, token, word)

    def _is_named(self, state: _State, token: int, word: Word) -> bool:
        """Behind an honorific stands a name, whatever else the word may be: `الدكتورة ازدهار`, `محمد علي`."""
        if word.base == "علي" and word.form.endswith("ي") and word.flags & F.PREPOSITION:
            expected = state.last == _NAME or state.np.personal and state.np.name is None
            return expected and self._name_may_follow(token)
        if state.np.name is not None or not state.np.personal or word.fold in _EMPHATIC:
            return False
        before = self.words[token - 1]
        if not before.flags & F.HONORIFIC or before.base not in _ADDRESSES or before.number == "p":
            return False
        if (
            word.definite
            and not before.definite
            or word.flags & F.NOUN
            and not word.flags & F.NAME
            and self._is_construct(token)
        ):
            return False  # `مستشار البلاد`, `فريق كرة القدم`
        other = F.PERSONAL | F.GRAMMAR | F.INSTITUTION | F.RELATIVE
        return (
            not word.flags & (other if not word.flags & F.NAME else F.GRAMMAR | F.HONORIFIC)
            and not is_time(word)
            and not _is_adjective(word)
        )

    def _name_may_follow(self, token: int) -> bool:
        if token + 1 >= len(self.words):
            return False
        following = self.words[token + 1]
        if following.kind != "word" or following.complementizer:
            return False
        return (
            bool(following.flags & F.NAME) or not following.known or following.definite and not following.flags & F.NOUN
        )

    def _take_as_name(self, state: _State, token: int) -> bool:
        np = state.np
        np.name = (np.name[0] if np.name else token, token + 1)
        return self._take(state, _NAME)

    def _serves(self, state: _State, token: int, word: Word) -> bool:
        """`المعهد الإقليمي لبحوث …`: an unknown noun with ل behind an institution."""
        if word.known or not word.fold.startswith("ل") or len(word.fold) < 5 or state.last != _CLOSED:
            return False
        return bool(self.words[state.np.head].flags & F.INSTITUTION) and self._is_construct(token)

    def _step_word(self, state: _State, token: int, word: Word) -> bool:
        if "\u064b" in word.form and state.last == _CLOSED and self.words[token - 1].fold in _BOUND:
            return self._take(state, _CLOSED)  # `المعترف بها دوليا`
        if word.fold in _BOUND:
            return (
                state.last == _OPEN
                and bool(self.words[token - 1].flags & (F.DOCUMENT | F.SPEECH))
                and self._take(state, _FULL)
            )
        if self._is_issuing(state, token, word, len(self.words)):
            return True
        if word.fold in _EMPHATIC and not self._counts_on(token) and state.last in (_CLOSED, _PROPER, _NAME):
            return self._take(state, _ADJECTIVE)
        if (
            state.last in (_OPEN, _ADJECTIVE)
            and _is_adjective(word)
            and not word.definite
            and self.words[state.np.head].flags & F.UNNAMED
        ):
            return self._take(state, _ADJECTIVE)  # `مصادر خاصة`, also an adverb
        if self._is_verb(token) or self._is_adverbial(token) or _is_circumstantial(word):
            return False
        if "\u064b" in word.form and state.last in (_CLOSED, _PROPER, _NAME):
            return False  # an accusative behind a closed phrase
        if state.last == _OPEN:
            return self._complete_idafa(state, token, word)
        if state.last == _ADJECTIVE:
            return _is_adjective(word) and not word.definite and self._take(state, _ADJECTIVE)
        if state.last == _NAME:
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

    def _is_issuing(self, state: _State, token: int, word: Word, limit: int) -> bool:
        """`استطلاعا أجرته محطة …`: an indefinite document keeps the clause that says who made it."""
        if not self.words[state.np.head].flags & F.DOCUMENT or state.depth or token + 2 >= limit:
            return False
        issued = word.fold in _ISSUED and self.words[token + 1].fold == "عن"
        if word.fold not in _ISSUING and not issued:
            return False
        inner = self.at(token + 1 + issued, min(limit, token + 14), state.avoid, 1)
        if inner is None:
            return False
        state.np.end, state.last = inner.end, _CLOSED
        return True

    def _is_adverbial(self, token: int) -> bool:
        """Words of time and manner that stand between a speaker and what is said."""
        word = self.words[token]
        if word.flags & (F.ADVERB | F.CONNECTIVE | F.PARTICLE | F.AUXILIARY):
            return not word.flags & (F.NAME | F.ROLE)
        return is_time(word)

    def _take(self, state: _State, last: int) -> bool:
        state.np.end += 1
        state.last = last
        return True

    def _complete_idafa(self, state: _State, token: int, word: Word) -> bool:
        head = self.words[state.np.head]
        if word.definite or word.suffix:
            return self._take(state, _CLOSED)
        if _is_adjective(word) and (not word.flags & F.NOUN or head.flags & F.DOCUMENT):
            return self._take(state, _ADJECTIVE)
        if word.flags & F.PARTY:
            return self._take(state, _PROPER)
        if not word.known and word.base.endswith(_PLURAL_NISBA) and head.number == "p":
            return self._take(state, _ADJECTIVE)
        if not word.known and self._is_construct(token):
            return self._take(state, _OPEN)
        if self._begins_name(token) or not word.known:
            return self._name_in_idafa(state, token, head)
        if word.flags & F.EVENT and head.flags & F.UNNAMED and not word.flags & (F.INSTITUTION | F.ROLE):
            return False
        if word.flags & (F.ROLE | F.HONORIFIC):
            state.role_seen = True
        return self._take(state, _ADJECTIVE if _is_adjective(word) and not word.flags & F.NOUN else _OPEN)

    def _name_in_idafa(self, state: _State, token: int, head: Word) -> bool:
        """`الدكتور` and ranks are followed by the bearer's name, `مكتب` and `حزب` by somebody else's."""
        np = state.np
        given = self.words[token].flags & F.GIVEN
        own = head.flags & F.HONORIFIC or head.flags & F.ROLE and given
        if own and not head.flags & F.HUMAN and np.name is None:
            self._take_name(np, token)
            state.last = _NAME
            return True
        end = self._name_end(token, len(self.words)) if self.words[token].flags & F.NAME else token + 1
        np.end = end
        state.last = _PROPER
        return True

    def _after_closed(self, state: _State, token: int, word: Word) -> bool:
        """Behind a definite noun or a proper name: adjectives, the role's bearer, the rest of a name."""
        np = state.np
        counted = self.words[np.head].base in _ONE_OF
        plural_role = word.flags & F.ROLE and word.number == "p" and np.number != "p" and not counted
        if _is_adjective(word) and word.definite and not plural_role:
            before = self.words[token - 1]
            fits = (counted or not _too_many(word, np, before)) and _agree(word, np, before)
            return fits and self._take(state, state.last)
        if np.personal and word.flags & (F.ROLE | F.HONORIFIC):
            return self._second_role(state, token, word)
        if np.personal and np.name is None and self._takes_bearer(state, token, word):
            return True
        if state.last == _PROPER and not word.definite and (_is_adjective(word) or not word.known):
            before = self.words[token - 1]
            if _is_adjective(word) and not before.definite:
                return token - 1 > np.start and self._take(state, _ADJECTIVE)  # وسائل إعلام محلية
            if not word.known and (not before.known and np.name is not None or not np.personal):
                return self._rest_of_name(state, token)
        return self._agrees_late(state, token, word)

    def _second_role(self, state: _State, token: int, word: Word) -> bool:
        """`المستشار الدكتور`, `رئيس اللجنة نائب …`: a role or honorific behind a role."""
        np = state.np
        if word.number == "p" or np.number == "p" or word.base in _BY_TITLE or word.base in _COUNTERPARTS:
            return False
        if word.definite and not (word.flags | self.words[token - 1].flags) & F.HONORIFIC:
            agrees = word.base.endswith("ه") and self.words[token - 1].number == "p"
            return agrees and self._take(state, _CLOSED)  # `الشاب الحارس` are two, `القيادات الوسيطة` one
        state.role_seen = True
        return self._take(state, _CLOSED if word.definite or word.suffix else _OPEN)

    def _takes_bearer(self, state: _State, token: int, word: Word) -> bool:
        """`الوزير فلان`, `رئيس اللجنة الفلاني`: the name of who bears the role."""
        np = state.np
        if self._begins_name(token) and not self._is_relative_of(np):
            self._take_name(np, token)
            state.last = _NAME
            return True
        if not state.role_seen or not word.definite or word.known or word.base.endswith("ه"):
            return False
        np.name = (token, token + 1)
        return self._take(state, _NAME)

    def _rest_of_name(self, state: _State, token: int) -> bool:
        """`مدرب ستوك سيتي`: one more unknown word of a proper name."""
        np = state.np
        if not self.words[token - 1].known and np.name is not None:
            return self._take(state, _PROPER)
        heads = F.INSTITUTION | F.MEDIUM_HEAD | F.HUMAN | F.PLACE
        named = bool(self.words[np.head].flags & heads) and np.head not in self.article.entities
        return named and self._take(state, _PROPER)

    def _agrees_late(self, state: _State, token: int, word: Word) -> bool:
        """Words that agree like adjectives without being in the lexicon as such."""
        np = state.np
        if word.definite and word.base in _NUMERALS or is_state_as_adjective(word):
            return self._take(state, state.last)
        if word.definite and not word.flags & (_NOUNS | F.NAME) and word.base.startswith("م") and len(word.base) > 3:
            return self._take(state, state.last)  # a participle that agrees: المعترف, المكلفة
        if self.words[np.head].flags & F.DEMONSTRATIVE and token == np.head + 1:
            return self._take(state, _CLOSED)
        unknown_before = token - 1 > np.start and not self.words[token - 1].known
        if word.definite and state.last == _PROPER and unknown_before and not self._in_entity(token - 1, np):
            return self._take(state, _CLOSED)  # what looked like a name was a noun of the idafa
        return word.definite and _nisba(word) and not word.flags & F.PERSONAL and self._take(state, state.last)

    def _is_relative_of(self, np: NounPhrase) -> bool:
        """`والد الرهينة فلان`: the name is the other person's."""
        head = self.words[np.head].flags
        if np.end == np.head + 1:
            return False  # `الزميل فلان`
        return bool(head & F.HUMAN) and not head & (F.ROLE | F.HONORIFIC | F.NAME)

    def _in_entity(self, token: int, np: NounPhrase) -> bool:
        return any(
            i in self.article.entities and self.article.entities[i].end > token for i in range(np.start, token + 1)
        )

    def _after_name(self, state: _State, token: int, word: Word) -> bool:
        np = state.np
        assert np.name is not None
        if np.end == np.name[1] and np.name[1] - np.name[0] == 1 and self._is_surname(np, token, word):
            np.name = (np.name[0], token + 1)
            return self._take(state, _NAME)
        if (
            np.gender == "f"
            and np.end == np.name[1]
            and word.definite
            and word.flags & F.ROLE
            and word.gender == "m"
            and word.number != "p"
        ):
            np.name = (np.name[0], token + 1)  # a masculine word behind a woman's name is her surname
            return self._take(state, _NAME)
        if word.flags & (F.ROLE | F.HONORIFIC) and (
            not word.flags & F.NAME and word.definite or self._heads_idafa(token)
        ):
            if word.number == "p":
                return False
            state.role_seen = True
            return self._take(state, _CLOSED if word.definite or word.suffix else _OPEN)
        if np.end - np.name[0] > 1 and word.flags & (F.CITY | F.STATE):
            return False
        if (
            np.end == np.name[1]
            and token - np.name[0] < _MAX_NAME
            and (self._continues_name(token) or self._is_surname(np, token, word))
        ):
            np.name = (np.name[0], token + 1)
            return self._take(state, _NAME)
        return False

    def _is_surname(self, np: NounPhrase, token: int, word: Word) -> bool:
        """`مسعود غنايم،`: an ordinary noun between a given name and a comma is the surname."""
        first = self.words[token - 1]
        if np.name is None or np.name[1] - np.name[0] != 1 or not first.flags & F.GIVEN or token + 1 >= len(self.words):
            return False
        if first.flags & F.AMBIGUOUS_NAME and token - 1 == np.start:
            return False
        if (
            word.preposition
            or word.conjunction
            or word.suffix
            or word.flags & F.GRAMMAR
            or is_time(word)
            or word.flags & F.HONORIFIC
        ):
            return False
        following = self.words[token + 1]
        return bool(following.complementizer) or following.kind in COMMAS and not word.flags & F.ROLE

    def _heads_idafa(self, token: int) -> bool:
        """A word that may be a name or a role is a role before a noun: `مساعد حاكم`."""
        if token + 1 >= len(self.words):
            return False
        following = self.words[token + 1]
        if following.definite and following.flags & F.ROLE:
            return False
        if (
            not following.known
            and following.kind == "word"
            and not following.flags & F.VERB
            or following.flags & F.ADJECTIVE
        ):
            return not following.definite
        if (
            following.flags & F.NAME
            and not following.flags & (F.ROLE | F.NOUN)
            or following.preposition
            or following.conjunction
            or not self.words[token].flags & F.ROLE
        ):
            return False
        return bool(following.flags & (F.NOUN | F.PARTY))

    def _step_entity(self, state: _State, token: int, limit: int) -> bool:
        entity = self.article.entities[token]
        word = self.words[token]
        kind = entity.name.kind
        if entity.end > limit:
            return False
        if word.conjunction:
            return self._coordinate(state, token, limit)
        if (
            word.preposition
            and not word.fold.startswith("ال")
            and entity.end > token
            and self._clitic_before(token, entity.name.name)
        ):
            return self._attach(state, token, limit)
        if state.last == _NAME and entity.end == token + 1 and self._is_surname(state.np, token, word):
            return self._take_as_name(state, token)
        if kind & (F.ROLE | F.HONORIFIC):
            if word.base in _COUNTERPARTS:
                return False
            if state.last in (_CLOSED, _NAME, _PROPER) and state.np.personal or state.last == _OPEN:
                state.role_seen = True
                state.np.end = entity.end
                state.last = _CLOSED if self.words[entity.end - 1].definite else _OPEN
                return True
            return False
        if state.last != _OPEN:
            return False
        state.np.end = entity.end
        state.last = _PROPER
        return True

    def _clitic_before(self, token: int, name: str) -> bool:
        """Say whether the word carries a preposition that is not the first letter of the name."""
        return not self.words[token].fold.startswith(fold(name.split()[0]))

    # -- names ------------------------------------------------------------------------------

    def _begins_name(self, token: int) -> bool:
        word = self.words[token]
        if word.kind != "word" or word.definite or word.complementizer or word.preposition or word.suffix:
            return bool(word.flags & F.GIVEN) and not word.preposition and not word.flags & F.AMBIGUOUS_NAME
        if word.flags & F.GIVEN and not word.flags & F.AMBIGUOUS_NAME:
            return True
        if word.flags & (F.AMBIGUOUS_NAME | F.FAMILY | F.NAME_PARTICLE):
            if word.flags & F.HONORIFIC:
                return False
            if word.flags & (F.OCCASION | F.SPEECH | F.DOCUMENT) and not (
                token and self.words[token - 1].flags & F.HONORIFIC
            ):
                return False  # `خطاب خامنئي`
            return not self._is_function(word) and not (word.flags & _NOUNS and not self._name_follows(token))
        if len(word.fold) == 1:
            return not word.flags & F.HONORIFIC and token + 1 < len(self.words) and self.words[token + 1].kind == "."
        if word.known or word.cues or word.opens or word.flags & F.VERB:
            return False
        return not self._is_construct(token)

    def _is_construct(self, token: int) -> bool:
        """An unknown word before a definite noun heads an idafa rather than a name."""
        if token + 1 >= len(self.words):
            return False
        following = self.words[token + 1]
        return (
            following.definite
            and bool(following.flags & F.NOUN)
            and not following.flags & (F.NAME | F.PERSONAL | F.ADJECTIVE)
            and not is_time(following)
        )

    def _name_follows(self, token: int) -> bool:
        if token + 1 >= len(self.words):
            return False
        following = self.words[token + 1]
        return bool(following.flags & (F.NAME | F.NAME_PARTICLE)) or (following.kind == "word" and not following.known)

    def _is_function(self, word: Word) -> bool:
        return bool(word.flags & F.FUNCTION) and not word.flags & F.NAME

    def _continues_name(self, token: int) -> bool:
        word = self.words[token]
        if word.kind == "latin":
            return True
        if word.kind != "word" or word.complementizer or word.conjunction:
            return False
        if len(word.fold) == 1 and token + 1 < len(self.words) and self.words[token + 1].kind == ".":
            return True
        if word.flags & (F.NAME | F.NAME_PARTICLE):
            return not (word.flags & F.AMBIGUOUS_NAME and word.definite and word.flags & F.EVENT)
        if word.flags & (F.CITY | F.STATE | F.SEAT | F.BODY):
            return False
        if word.preposition and not word.definite or word.definite and word.base in _ENDS_NAME:
            return False
        if not word.known and word.fold.startswith("ب") and word.form.endswith("ة"):
            return False  # `بقسوة`
        if word.flags & (F.TIME | F.ADVERB | F.FUNCTION | F.EVENT | F.SPEECH | F.FEELING | F.DOCUMENT):
            return False
        if word.definite:
            nouns = F.INSTITUTION | F.PLACE | F.THING | F.MEDIUM_HEAD | F.HUMAN
            return not word.flags & nouns or word.base.endswith("ي")
        return not word.known and not self._is_verb(token) and not any(h.form.aspect == "participle" for h in word.cues)

    def _name_end(self, start: int, limit: int) -> int:
        end = start + 1
        while (
            end < limit
            and end - start < _MAX_NAME
            and self._continues_name(end)
            and not (self.words[end].flags & F.ROLE and self._heads_idafa(end))
        ):
            end += 1
        return end

    def _take_name(self, np: NounPhrase, token: int) -> None:
        """Take the first word of a name; the steps that follow take the others."""
        np.name = (token, token + 1)
        np.end = token + 1

    # -- marks ------------------------------------------------------------------------------

    def _step_mark(self, state: _State, token: int, limit: int) -> bool:
        word = self.words[token]
        if token in self.article.quotes.closer:
            return self._take_quoted(state, token, limit)
        if token in self.article.asides.closer and word.kind == "(":
            return self._take_brackets(state, token, limit)
        if word.kind == "latin" and state.last in (_OPEN, _NAME, _PROPER):
            state.np.end += 1
            return True
        if word.kind in COMMAS and state.depth == 0:
            return self._apposition(state, token + 1, limit)
        if word.kind in DASHES and state.last == _NAME and self._is_hyphen(token) and state.np.name is not None:
            state.np.end = token + 2
            state.np.name = (state.np.name[0], token + 2)
            return True
        if word.kind == "." and state.last == _NAME and len(self.words[token - 1].fold) == 1:
            state.np.end += 1  # initials: ج. ب. مورغان
            return True
        if word.kind == "." and len(self.words[token - 1].fold) == 1:
            return self._take_abbreviated(state, token, limit)
        return False

    def _take_abbreviated(self, state: _State, token: int, limit: int) -> bool:
        """`د. فلان`, `م. فلان`: behind an abbreviated title stands the name."""
        if token + 1 >= limit or self.words[token + 1].kind != "word" or state.np.name is not None:
            return False
        state.np.end, state.np.name, state.np.personal = token + 2, (token + 1, token + 2), True
        state.last = _NAME
        return True

    def _is_hyphen(self, token: int) -> bool:
        tokens = self.article.tokens
        if token + 1 >= len(tokens) or self.words[token + 1].kind != "word":
            return False
        return tokens.ends[token - 1] == tokens.starts[token] and tokens.ends[token] == tokens.starts[token + 1]

    def _take_quoted(self, state: _State, token: int, limit: int) -> bool:
        """`صحيفة «…»`, `موقع "…"`, `عضو في «…»`: a quoted name completes the phrase."""
        closer = self.article.quotes.closer[token]
        if closer >= limit or not 1 < closer - token <= _MAX_QUOTED_NAME:
            return False
        if not self.words[state.np.head].flags & _HEADS_OF_NAMES or state.last == _NAME:
            return False
        alias = closer - token <= _MAX_ALIAS and closer + 1 < limit and self.words[closer + 1].kind == "word"
        if (
            state.last in (_CLOSED, _PROPER)
            and not alias
            and not self.words[token - 1].flags & (_HEADS_OF_NAMES | F.DEMONYM)
        ):
            return False
        inner = self.words[token + 1 : closer]
        if (
            any(w.kind in (".", "،", ":") for w in inner)
            or len(inner) > _MAX_ALIAS
            and any(w.complementizer for w in inner)
        ):
            return False
        if any(w.flags & (F.VERB | F.NEGATION) for w in self.words[token + 1 : closer]) or self._is_verb(token + 1):
            return False
        if state.np.name is None and not state.np.personal:
            state.np.name = (token + 1, closer)
        state.np.end = closer + 1
        state.last = _PROPER
        return True

    def _take_brackets(self, state: _State, token: int, limit: int) -> bool:
        closer = self.article.asides.closer[token]
        inner = self.words[token + 1 : closer]
        if closer >= limit or len(inner) > 8 or not inner or any(w.flags & F.TIME for w in inner[:1]):
            return False
        if inner[0].conjunction or inner[0].flags & F.VERB or any(h.form.aspect == "perfect" for h in inner[0].cues):
            return False
        state.np.end = closer + 1
        return True

    def _apposition(self, state: _State, token: int, limit: int) -> bool:
        """A name behind a role and a comma, a role behind a name and a comma."""
        if token >= limit or state.last in (_OPEN,) and state.np.name is None and not state.np.personal:
            return False
        np = state.np
        inner = self._apposed(state, token, limit)
        if inner is None:
            return False
        certain = np.name is None and inner.name is not None and bool(self.words[inner.name[0]].flags & F.GIVEN)
        if not certain and not self._apposition_closes(inner.end, limit):
            return False
        np.core_end = np.core_end or np.end
        if np.name is None and inner.name is not None:
            np.name = inner.name
        np.end = inner.end
        state.last = _CLOSED
        state.role_seen = True
        state.depth = 1  # one apposition behind a comma is enough
        return True

    def _apposed(self, state: _State, token: int, limit: int) -> NounPhrase | None:
        np, word = state.np, self.words[token]
        if word.kind != "word" or word.conjunction:
            return None
        if np.personal and np.name is None and (self._begins_name(token) or word.flags & F.HONORIFIC):
            inner = self.at(token, limit, state.avoid, 1)
            return inner if inner and inner.name else None
        if np.personal and np.name is None and self._is_bare_name(token):
            end = self._name_end(token, limit)
            return NounPhrase(token, end, token, (token, end), personal=True)
        if (np.name is not None or state.last == _PROPER) and word.flags & (F.ROLE | F.HUMAN) and not word.preposition:
            return self.at(token, limit, state.avoid, 1)
        return None

    def _is_bare_name(self, token: int) -> bool:
        """Between commas behind a role, a city before an unknown word is a name: `، ليون بريفال،`."""
        word = self.words[token]
        if not word.flags & F.CITY or word.definite or token + 1 >= len(self.words):
            return False
        following = self.words[token + 1]
        return following.kind == "word" and (not following.known or bool(following.flags & F.NAME))

    def _apposition_closes(self, end: int, limit: int) -> bool:
        """What follows an apposition is a comma, a colon, a quotation, a complement or the end."""
        if end >= limit:
            return True
        word = self.words[end]
        return (
            word.kind in COMMAS
            or word.kind in (":", ".", "(", "-", "–")
            or end in self.article.quotes.closer
            or bool(word.complementizer)
            or bool(word.flags & (F.PREPOSITION | F.ADVERB | F.TIME | F.RELATIVE | F.CONNECTIVE))
            or bool(word.preposition)
            or any(h.form.aspect in ("perfect", "imperfect", "participle") for h in word.cues)
        )

    # -- coordination and attachment ----------------------------------------------------------

    def _coordinate(self, state: _State, token: int, limit: int) -> bool:
        word = self.words[token]
        np = state.np
        begin = token + 1 if word.fold == "و" else token
        if begin >= limit or state.last == _OPEN and not self._is_list_of_heads(begin):
            return False
        if word.conjunction == "ف" or any(
            h.form.aspect in ("perfect", "imperfect") and h.conjunction for h in word.cues
        ):
            return False
        if _is_adjective(word) and word.definite and not word.flags & F.ROLE:
            return self._take(state, state.last)
        if self._extends_office(state, word):
            return self._take(state, _CLOSED)
        if not self._may_join(state, begin):
            return False
        inner = self.at(begin, limit, state.avoid, state.depth + 1)
        if inner is None:
            return False
        np.end = inner.end
        if self._second_office(np, inner):
            np.name = inner.name
            state.last = _NAME if inner.name and inner.name[1] == inner.end else _CLOSED
            return True
        head = self.words[np.head].flags
        if (
            head & (_PERSONAL | F.PARTY | F.INSTITUTION | F.MEDIUM_HEAD)
            or np.name is not None
            or np.head in self.article.entities
        ):
            joins = inner.personal or inner.name is not None if np.personal else self._joins_party(inner)
            np.joint, np.number = joins and state.last != _OPEN, "p"
            if inner.name is not None and np.joint:
                np.names.append(inner.name)
        state.last = _CLOSED
        return True

    def _extends_office(self, state: _State, word: Word) -> bool:
        """`وزير الموارد المائية والري`, `الشؤون البلدية والقروية`: what an office is for, not a second party."""
        np = state.np
        if (
            not np.personal
            or np.name is not None
            or state.last not in (_CLOSED, _PROPER)
            or not (word.definite or word.fold.startswith("وال"))
        ):
            return False
        if not state.role_seen and not self.words[np.head].flags & F.ROLE:
            return False
        if word.base.endswith("يه") and self.words[np.end - 1].base.endswith("يه"):
            return True
        given = word.flags & F.GIVEN and not word.flags & F.AMBIGUOUS_NAME
        return not given and not word.flags & (_PERSONAL | F.PARTY)

    def _second_office(self, np: NounPhrase, inner: NounPhrase) -> bool:
        """`عضو المجلس والمشرف على الفريق فلان`: two offices of one person, whose name comes last."""
        head = self.words[inner.head]
        if not np.personal or np.name is not None or np.number == "p" or inner.name is None or inner.joint:
            return False
        office = head.definite and bool(head.flags & F.ROLE) and not head.flags & F.HONORIFIC
        return office and bool(self.words[np.head].flags & F.ROLE)

    def _is_list_of_heads(self, token: int) -> bool:
        return bool(self.words[token].flags & (F.ROLE | F.UNNAMED | F.HUMAN))

    def _joins_party(self, inner: NounPhrase) -> bool:
        head = self.words[inner.head]
        return (
            inner.personal
            or inner.name is not None
            or bool(head.flags & (F.PARTY | F.INSTITUTION | F.MEDIUM_HEAD | F.HUMAN))
        )

    def _may_join(self, state: _State, token: int) -> bool:
        word = self.words[token]
        if word.preposition or word.complementizer or word.flags & F.FUNCTION & ~F.PRONOUN and not word.flags & _NOUNS:
            return False
        if word.base == "مقر" and word.suffix:
            return False  # `ومقره باريس` is a clause
        if token in self.article.entities:
            return True
        head = self.words[state.np.head]
        if state.np.personal or state.np.name is not None or head.flags & (F.PARTY | F.UNNAMED):
            return (
                bool(word.flags & (_PERSONAL | F.PARTY | F.INSTITUTION | F.MEDIUM_HEAD))
                or state.np.number == "p"
                and word.base.endswith("ون")
                or (state.np.name is not None and self._begins_name(token) and bool(word.flags & F.GIVEN))
                or (
                    state.last in (_CLOSED, _PROPER)
                    and word.definite
                    and (not word.known or bool(word.flags & F.NOUN))
                    and not word.flags & F.TIME
                )
            )
        if word.flags & (F.EVENT | F.FEELING | F.SPEECH) and head.flags & (F.INSTITUTION | F.MEDIUM_HEAD):
            return bool(self.words[state.np.end - 1].preposition)  # `الرئاسة العامة للأرصاد وحماية البيئة`
        return bool(word.flags & _NOUNS) and not word.flags & F.TIME or bool(word.suffix)

    def _attach(self, state: _State, token: int, limit: int) -> bool:
        """Take a prepositional phrase that belongs to the noun: `المتحدث باسم …`, `عضو في …`, `بيان للحكومة`."""
        word = self.words[token]
        preposition = word.preposition or word.base
        if state.last == _NAME and word.fold not in _LED:
            return False
        if preposition in state.avoid and not self._belongs_anyway(state, token, preposition):
            return False
        if word.fold in _LED:
            return self._attach_object(state, token + 1, limit)
        if word.suffix and word.fold.removesuffix(word.suffix) in _LED:
            return self._take(state, _CLOSED)  # `المتحدث باسمها فلان`
        if not self._attaches(state, token, preposition):
            return False
        return self._attach_object(state, token if word.preposition else token + 1, limit)

    def _belongs_anyway(self, state: _State, token: int, preposition: str) -> bool:
        """A preposition of the cue's own may still belong to a role: `صرح المتحدث بوزارة …`."""
        head = self.words[state.np.head]
        target = self._target(token)
        role = state.role_seen or bool(head.flags & F.ROLE)
        if target is None or not role and not head.flags & F.UNNAMED:
            return False
        if preposition in ("ب", "ل", "في"):
            return (
                bool(target.flags & F.INSTITUTION)
                and not target.flags & (F.EVENT | F.OCCASION)
                or preposition == "في"
                and bool(head.flags & F.UNNAMED and target.flags & (F.PLACE | F.PARTY | F.INSTITUTION))
            )
        return any(self.words[t].base in _GOVERNING for t in range(max(state.np.start, token - 2), token))

    def _attaches(self, state: _State, token: int, preposition: str) -> bool:
        head = self.words[state.np.head]
        role = state.role_seen or bool(head.flags & (F.ROLE | F.UNNAMED | F.HUMAN))
        target = self._target(token)
        governing = (
            self.words[token - 1].base in _GOVERNING
            or token - 2 >= state.np.start
            and self.words[token - 2].base in _GOVERNING
        )
        if target is not None and preposition == "علي" and governing:
            return True
        if target is not None and preposition == "من" and head.base in _PARTITIVE and token == state.np.head + 1:
            return True
        if target is None or preposition not in _OF_ROLES and self._is_circumstance(token, target) or is_time(target):
            return False
        if self.words[token - 1].base in _GOVERNING and self.words[token - 1].flags & ~F.NAME:
            return True
        if preposition == "ل":
            addressee = F.MEDIUM | F.MEDIUM_HEAD | F.COMMON_MEDIUM | F.NAME
            if state.np.head in self.article.entities and not role and target.flags & F.EVENT:
                return False
            if not (role and not head.definite and not head.suffix and state.np.name is None):
                addressee |= F.HUMAN | F.UNNAMED
            if target.number == "p":
                addressee |= F.ROLE
            return (
                bool(head.flags & (F.ROLE | F.INSTITUTION | F.DOCUMENT | F.HUMAN) or role)
                and not target.flags & addressee
            )
        if preposition == "ب" and role and target.base in _SERVICES:
            return True
        if preposition == "ب":
            return (role or bool(head.flags & F.INSTITUTION) and not target.flags & F.EVENT) and bool(
                target.flags & (F.INSTITUTION | F.PLACE | F.PARTY | F.MEDIUM_HEAD)
            )
        if preposition == "لدي" and not target.flags & (F.PARTY | F.INSTITUTION | F.PLACE):
            return False  # `لدى اجتماعه`: an occasion
        wanted = _ATTACHING.get(preposition, 0)
        if preposition == "في" and not target.known and not target.definite and token + 1 not in self.article.entities:
            return False
        if preposition == "في" and head.flags & F.INSTITUTION and not role:
            return (
                bool(target.flags & (F.PLACE | F.PARTY | F.INSTITUTION | F.DEMONSTRATIVE))
                or token + 1 in self.article.entities
            )
        return bool((head.flags | (F.ROLE if role else 0)) & wanted) and not target.complementizer

    def _is_circumstance(self, token: int, target: Word) -> bool:
        """Say whether the preposition's object is an occasion or a time, which no name contains."""
        begin = token if self.words[token].preposition else token + 1
        if begin in self.article.entities or target.preposition == "ل" and target.definite:
            return False
        if target.flags & (F.OCCASION | F.DOCUMENT | F.SPEECH):
            return not target.flags & (F.INSTITUTION | F.PLACE)
        return is_time(target)

    def _target(self, token: int) -> Word | None:
        word = self.words[token]
        if word.preposition:
            return word
        if token + 1 >= len(self.words):
            return None
        following = self.words[token + 1]
        closer = self.article.quotes.closer.get(token + 1)
        if closer is not None and word.base == "ل":
            return None  # `لـ«المدينة»`: to whom it is said
        if closer is not None and closer - token <= _MAX_QUOTED_NAME:
            return self.words[token + 2]
        return following if following.kind == "word" else None

    def _attach_object(self, state: _State, token: int, limit: int) -> bool:
        inner = self._object(token, limit, state)
        if inner is None:
            return False
        state.np.end = inner.end
        if (
            state.np.personal
            and state.np.name is None
            and inner.name is not None
            and inner.personal
            and not inner.joint
        ):
            state.np.name = self._own_name(state, inner)
        state.last = _CLOSED
        return True

    def _own_name(self, state: _State, inner: NounPhrase) -> tuple[int, int] | None:
        """`المتحدث باسم الخارجية فلان`: the name at the end of the attachment is the head's own."""
        head = self.words[inner.head]
        return (
            inner.name
            if not head.flags & (F.ROLE | F.HONORIFIC) and inner.name and inner.name[0] > inner.head
            else None
        )

    def _object(self, token: int, limit: int, state: _State) -> NounPhrase | None:
        if token >= limit:
            return None
        inner = self.at(token, limit, state.avoid, state.depth + 1)
        if inner is None and self.words[token].preposition:
            return NounPhrase(token, token + 1, token)
        return inner


def _is_circumstantial(word: Word) -> bool:
    """`مشيرا`, `مؤكدا`: a participle of saying in the accusative opens the next statement."""
    if word.definite or word.suffix or not word.fold.endswith("ا"):
        return False
    return any(h.form.aspect == "participle" and not h.suffix for h in word.cues)


def _is_sound_plural(word: Word) -> bool:
    """`معارضون`: a plural that keeps its nun heads no idafa."""
    human = word.number == "p" or bool(word.flags & (F.ROLE | F.HUMAN | F.UNNAMED)) and word.base.endswith("ون")
    return human and word.base.endswith(("ون", "ين")) and len(word.base) > 4


def _too_many(word: Word, np: NounPhrase, before: Word) -> bool:
    """A sound plural agrees with no singular: `الوزير السفراء` are two, `الوزراء السابقين` one."""
    plural = word.base.endswith(("ون", "ين")) and len(word.base) > 4 and word.number != "s"
    return plural and np.number == "s" and before.number == "s" and bool(before.flags & F.PERSONAL)


def _agree(word: Word, np: NounPhrase, before: Word) -> bool:
    """A masculine adjective agrees with no feminine singular, whether noun before it or head."""
    if word.base.endswith("ه") or word.number == "p" or np.number == "p":
        return True
    return not (np.gender == "f" and before.gender == "f" and before.number != "p")


def is_time(word: Word) -> bool:
    """Say whether a word names a time and nothing that could be part of a name."""
    if word.base in _WEEKDAYS:
        return word.definite
    return word.base in _ADVERBIAL_TIMES and not word.conjunction


def _is_adjective(word: Word) -> bool:
    return bool(word.flags & (F.ADJECTIVE | F.DEMONYM)) or (not word.known and word.definite and _nisba(word))


def is_state_as_adjective(word: Word) -> bool:
    """`الخطوط السعودية`: the state's name is an adjective in form."""
    return bool(word.flags & F.STATE) and word.fold.startswith("ال") and word.fold.endswith("يه")


def _nisba_of_known(word: Word) -> bool:
    """`السعودية`: an adjective standing for its noun."""
    return word.base.endswith("يه")


def _nisba(word: Word) -> bool:
    """`-ي`, `-ية`: the ending of relational adjectives."""
    return len(word.base) > 3 and word.base.endswith(("ي", "يه"))
