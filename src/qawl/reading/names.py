"""Names of persons: which words may begin one, go on with one and end it."""

from qawl.lexicon import flags as F
from qawl.lexicon.classes import word_class
from qawl.lexicon.vocabulary import Word
from qawl.reading.article import COMMAS, Article
from qawl.reading.nouns import NAME, NOUNS, NounPhrase, State, is_adjective, is_nisba, is_nisba_of_known, is_time

MAX_NAME = 6  # tokens of one personal name
_EMPHATIC = word_class("emphatic")
_ADDRESSES = word_class("form_of_address")
_ENDS_NAME = word_class("ends_name")
_SONS = word_class("son_of")
_MARKS = frozenset((":", ".", "(", '"', "«", "“", "newline"))


class Names:
    """What the words of an article tell of names."""

    def __init__(self, article: Article) -> None:
        self.words = article.words

    def begins(self, token: int) -> bool:
        """Say whether a person's name may begin at `token`."""
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
            return not self._is_function(word) and not (word.flags & NOUNS and not self.follows(token))
        if len(word.fold) == 1:
            return not word.flags & F.HONORIFIC and token + 1 < len(self.words) and self.words[token + 1].kind == "."
        if word.known or word.cues or word.opens or word.flags & F.VERB or _is_manner(word):
            return False
        return not self.is_construct(token)

    def stands_alone(self, word: Word) -> bool:
        """Say whether a definite word is a family name for itself: unknown, or a surname and no noun."""
        if not word.definite:
            return False
        if not word.known:
            return not is_nisba_of_known(word)
        return bool(word.flags & F.FAMILY) and not word.flags & NOUNS

    def is_named(self, state: State, token: int, word: Word) -> bool:
        """Behind an honorific stands a name, whatever else the word may be: `الدكتورة ازدهار`, `محمد علي`."""
        if word.base == "علي" and word.form.endswith("ي") and word.flags & F.PREPOSITION:
            expected = state.last == NAME or state.np.personal and state.np.name is None
            return expected and self._may_follow(token)
        if state.np.name is not None or not state.np.personal or word.fold in _EMPHATIC:
            return False
        before = self.words[token - 1]
        if not before.flags & F.HONORIFIC or before.base not in _ADDRESSES or before.number == "p":
            return False
        if before.base == "فريق" and not before.definite and token > 1 and self.words[token - 2].flags & F.ROLE:
            return False  # `قائد فريق …`: a team, not a rank
        if (
            word.definite
            and not before.definite
            or word.flags & F.NOUN
            and (not word.flags & F.NAME or word.flags & F.ROLE)
            and self.is_construct(token)
        ):
            return False  # `مستشار قائد الثورة`, `فريق كرة القدم`
        other = F.PERSONAL | F.GRAMMAR | F.INSTITUTION | F.RELATIVE
        return (
            not word.flags & (other if not word.flags & F.NAME else F.GRAMMAR | F.HONORIFIC)
            and not is_time(word)
            and not is_adjective(word)
        )

    def is_bearer(self, token: int, word: Word) -> bool:
        """Behind a complete role no indefinite noun or adjective can stand: with a surname it is a name."""
        if word.preposition or word.conjunction or word.suffix or token + 1 >= len(self.words):
            return False
        if word.definite:
            return self._is_definite_given(token, word)
        if word.flags & (F.GRAMMAR & ~F.PARTICLE) or is_time(word) or self.is_verb(token):
            return False
        following = self.words[token + 1]
        if following.kind != "word" or following.complementizer or following.preposition or following.conjunction:
            return False
        surname = bool(following.flags & F.FAMILY) and not following.flags & (NOUNS | F.ADJECTIVE)
        surname = surname or bool(following.flags & F.NAME_PARTICLE) and not following.definite
        if not word.flags & F.GIVEN:
            return surname and not following.flags & F.GIVEN and bool(word.flags & F.ROLE)  # `جاني كونتي`
        return surname or is_nisba(following) and following.definite and not following.flags & NOUNS

    def _is_definite_given(self, token: int, word: Word) -> bool:
        """`رئيس الحكومة الحبيب …`: given names with the article, as in the Maghreb and Sudan, before a surname."""
        following = self.words[token + 1]
        if not word.flags & F.GIVEN or word.flags & (F.HONORIFIC | F.DEMONYM) or word.base in _ENDS_NAME:
            return False
        if is_adjective(word) and is_nisba(word):
            return False  # `الرئيس التركي أردوغان`
        if following.kind != "word" or following.complementizer:
            return False
        if (
            following.preposition
            or following.conjunction
            or following.flags & (F.ROLE | F.GRAMMAR)
            or is_time(following)
        ):
            return False
        if following.flags & F.FAMILY or not following.known:
            return True
        return following.definite and bool(following.flags & F.NOUN) and not following.flags & F.ADJECTIVE

    def _may_follow(self, token: int) -> bool:
        if token + 1 >= len(self.words):
            return False
        following = self.words[token + 1]
        if following.kind != "word" or following.complementizer:
            return False
        return (
            bool(following.flags & F.NAME) or not following.known or following.definite and not following.flags & F.NOUN
        )

    def is_construct(self, token: int) -> bool:
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

    def follows(self, token: int) -> bool:
        """Say whether a word that may be a name stands behind `token`."""
        if token + 1 >= len(self.words):
            return False
        following = self.words[token + 1]
        return bool(following.flags & (F.NAME | F.NAME_PARTICLE)) or (following.kind == "word" and not following.known)

    def _is_function(self, word: Word) -> bool:
        return bool(word.flags & F.FUNCTION) and not word.flags & F.NAME

    def continues(self, token: int) -> bool:
        """Say whether a name may go on with the word at `token`."""
        word = self.words[token]
        if word.kind == "latin":
            return True
        if word.kind != "word" or word.complementizer or word.conjunction:
            return False
        if len(word.fold) == 1 and token + 1 < len(self.words) and self.words[token + 1].kind == ".":
            return True
        if self.has_descent(token):
            return True
        if word.suffix and word.flags & F.NOUN:
            return False  # `رضاه`, `جماله`: of his, not his name
        if word.flags & F.HUMAN and token + 1 < len(self.words) and self._counts_whose(token + 1):
            return False  # `بن حسن ضيف برنامج …`
        if word.flags & (F.NAME | F.NAME_PARTICLE):
            return not (word.flags & F.AMBIGUOUS_NAME and word.definite and word.flags & F.EVENT)
        if word.flags & (F.CITY | F.STATE | F.SEAT | F.BODY):
            return False
        if word.preposition and not word.definite or word.definite and word.base in _ENDS_NAME:
            return False
        if _is_manner(word):
            return False
        if word.flags & (F.TIME | F.ADVERB | F.FUNCTION | F.EVENT | F.SPEECH | F.FEELING | F.DOCUMENT):
            return False
        if word.definite:
            if word.flags & F.ADJECTIVE and word.base.endswith("يه") and self.words[token - 1].flags & F.GIVEN:
                return False  # `قاعدة الملك خالد الجوية`
            nouns = F.INSTITUTION | F.PLACE | F.THING | F.MEDIUM_HEAD | F.HUMAN
            return not word.flags & nouns or word.base.endswith("ي")
        return not word.known and not self.is_verb(token) and not any(h.form.aspect == "participle" for h in word.cues)

    def has_descent(self, token: int) -> bool:
        """`أحمد عوض بن …`: whatever stands in a name before `بن` is one."""
        return token + 1 < len(self.words) and self.words[token].kind == "word" and self.words[token + 1].fold in _SONS

    def _counts_whose(self, token: int) -> bool:
        """Say whether at `token` stands an indefinite noun or a name in marks, which the noun before it is of."""
        word = self.words[token]
        noun = bool(word.flags & F.NOUN) and not word.flags & (F.NAME | F.ADJECTIVE) and not word.definite
        return noun and word.kind == "word" and not word.preposition or word.kind in ("«", "“", '"')

    def end(self, start: int, limit: int) -> int:
        """Return the token behind a name that begins at `start`."""
        end = start + 1
        while (
            end < limit
            and end - start < MAX_NAME
            and self.continues(end)
            and not (self.words[end].flags & F.ROLE and self.heads_idafa(end) or self._is_title(end))
        ):
            end += 1
        return end

    def _is_title(self, token: int) -> bool:
        """`جامعة نايف الدكتور …`: behind somebody else's name begins the next phrase."""
        word = self.words[token]
        return word.definite and bool(word.flags & F.HONORIFIC) and not word.flags & F.NAME

    def is_surname(self, np: NounPhrase, token: int, word: Word) -> bool:
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
            and not word.definite
        ):
            return False
        following = self.words[token + 1]
        if word.definite and word.flags & F.CITY and is_nisba(word) and following.definite:
            return True  # `سلمى اللومي الرقيق`
        if following.complementizer or following.kind in COMMAS and not word.flags & F.ROLE:
            return True
        indefinite = word.flags & F.ADJECTIVE and not word.definite and not word.fold.endswith("ا")
        if not (indefinite or word.flags & F.CITY) or word.flags & (F.EVENT | F.SPEECH | F.HONORIFIC | F.DEMONYM):
            return False  # a name is definite: no indefinite adjective describes it
        return following.kind in _MARKS or bool(following.flags & F.PREPOSITION) or is_time(following)

    def heads_idafa(self, token: int) -> bool:
        """A word that may be a name or a role is a role before a noun: `مساعد حاكم`."""
        if token + 1 >= len(self.words):
            return False
        following = self.words[token + 1]
        if following.definite and following.flags & F.ROLE or following.flags & F.NAME_PARTICLE:
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

    def is_bare(self, token: int) -> bool:
        """Between commas behind a role, a city before an unknown word is a name: `، ليون بريفال،`."""
        word = self.words[token]
        if not word.flags & F.CITY or word.definite or token + 1 >= len(self.words):
            return False
        following = self.words[token + 1]
        return following.kind == "word" and (not following.known or bool(following.flags & F.NAME))

    def is_verb(self, token: int) -> bool:
        """Say whether a word that may be a verb is one here, not the next word of a name."""
        word = self.words[token]
        if word.flags & F.NAME_PARTICLE and token and self._follows_name(token):
            return False  # `خطيب زاده`
        if (
            word.flags & F.VERB or word.opens and not (word.flags or word.cues or word.definite)
        ):  # `ألقى`, a light verb of saying
            return token == 0 or not self._follows_name(token)
        if word.flags & (F.NOUN | F.NAME | F.ADJECTIVE | F.PARTY):
            return False
        return any(h.form.aspect in ("perfect", "imperfect") for h in word.cues)

    def _follows_name(self, token: int) -> bool:
        before = self.words[token - 1]
        named = before.flags & F.GIVEN or before.flags & F.FAMILY and not before.definite  # `القصبي يرد`
        return bool(named) or (not before.known and before.kind == "word" and not before.definite)


def _is_manner(word: Word) -> bool:
    """`بقسوة`: an unknown noun behind `ب` tells how."""
    return not word.known and word.fold.startswith("ب") and word.form.endswith("ة") and len(word.fold) > 4
