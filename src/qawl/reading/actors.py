"""Who is who in an article: every mention that may name a party, gathered before any speaker is resolved.

A person may appear by full name, family name, role, or role with family name; an institution by
its full name or its head noun; an unnamed source by its description, then by `المصدر`. What a
mention means is decided against all mentions of the article, also later ones.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from qawl.lexicon import flags as F
from qawl.lexicon.classes import word_class
from qawl.lexicon.vocabulary import Vocabulary, Word
from qawl.reading.article import Article
from qawl.reading.drafts import Draft
from qawl.reading.nouns import NounPhrase, is_adjective, is_his
from qawl.reading.phrases import Phrases
from qawl.records.reading import ActorKind

_NAMED_AFTER = word_class("named_after")
_EVALUATIVE = word_class("evaluative")
_BRACKETED = re.compile(r"\s*\([^()]*\)")
_NEAR_HEAD = 8  # tokens from the head of a sentence in which its subject stands
_NAMED = 2  # words of a body's name at least, before an adjective may be left out of it
_SHORTEST = 3  # letters of a noun of people
_FAR = 60  # tokens between several people and a verb that is theirs
_TOLD = 8  # tokens of a sentence that tells something; a byline is shorter
_MOST = 200  # mentions weighed for one speaker; more is no article of one story
_LONGEST = 10  # tokens of a name that may stand for a shorter mention
_OVERLAP = 0.5  # of a role's words that must be found in the role of its holder
_STARTS = (
    F.ROLE
    | F.HONORIFIC
    | F.UNNAMED
    | F.GIVEN
    | F.INSTITUTION
    | F.MEDIUM_HEAD
    | F.BODY
    | F.STATE
    | F.SEAT
    | F.MEDIUM
    | F.DOCUMENT
)
_NO_INNER = F.HONORIFIC | F.PARTY  # names of several words in which no other party is named
_SPEAKING = F.PERSONAL | F.PARTY | F.INSTITUTION | F.MEDIUM_HEAD | F.DOCUMENT
_SAME = word_class("the_same")
_ISSUING = word_class("issuing")
_POINTING = word_class("pointing")
_OUT_OF_MANY = word_class("out_of_many")


@dataclass(slots=True)
class Mention:
    """A noun phrase that may name a party; its words are told when they are asked for, which for most is never."""

    phrase: NounPhrase
    head: str
    name: tuple[str, ...]
    definite: bool
    _tell: Callable[[NounPhrase], frozenset[str]]
    _words: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """The words that tell who it is, a state by its code."""
        if self._words is None:
            self._words = self._tell(self.phrase)
        return self._words


@dataclass(slots=True)
class Identity:
    """An actor: the string that names it and what the text shows of it."""

    name: str
    kind: ActorKind
    gender: str = ""
    plural: bool = False
    role: str | None = None
    code: str | None = None
    thing: bool = False  # an event or a thing, which says nothing by itself
    own: bool = False  # its name is the mention's own words, which no other mention explains
    mentions: set[tuple[int, int]] = field(default_factory=set)


class Actors:
    """The parties of one article."""

    def __init__(self, article: Article, phrases: Phrases, lexicon: Vocabulary, drafts: Sequence[Draft] = ()) -> None:
        self.names = lexicon.names
        self.verbs = lexicon.verbs
        self.cues = {draft.cue[0] for draft in drafts if draft.hit is not None}
        speakers = (draft.speaker for draft in drafts if draft.speaker is not None)
        self.heard = {phrase.start: phrase for phrase in speakers if _is_heard(phrase, article.words)}
        self.codes = article.codes
        self.states = frozenset(article.codes.values())
        self.state_names = lexicon.state_names
        self.article = article
        self.words = article.words
        self.phrases = phrases
        self.mentions: list[Mention] = []
        self.starts: list[int] = []  # of the mentions, in order
        self.full_names: dict[str, dict[tuple[str, ...], Mention]] = {}  # by each word of the name
        self.named_by_word: dict[str, list[Mention]] = {}
        self.by_head: dict[str, list[Mention]] = {}
        self.identities: dict[str, Identity] = {}
        self.words_at: dict[int, frozenset[str]] = {}
        self._sides: dict[str, frozenset[str]] = {}
        self._gather()

    # -- gathering ----------------------------------------------------------------------------

    def _gather(self) -> None:
        starts = {token for token, word in enumerate(self.words) if word.flags & _STARTS}
        starts |= self.article.entities.keys() | self.heard.keys()
        starts -= self.cues  # `وطالب فلان`: a verb here, elsewhere a name or a role
        for start, end in self.article.sentences:
            token = start
            while token < end:
                token = self._gather_at(token, end) if token in starts else token + 1

    def _gather_at(self, token: int, end: int) -> int:
        if self._qualifies(token):
            return token + 1
        phrase = self._at(token, end)
        if phrase is None:
            return token + 1
        if token and self.words[token - 1].base in _NAMED_AFTER and phrase.personal:
            return phrase.end
        mention = self.mention(phrase)
        self.mentions.append(mention)
        self.starts.append(phrase.start)
        self.by_head.setdefault(mention.head, []).append(mention)
        if mention.head[:1] == "=":
            self.by_head.setdefault(self.words[phrase.head].base, []).append(mention)
        if mention.name and phrase.personal and not phrase.joint:
            for word in mention.words:
                self.named_by_word.setdefault(word, []).append(mention)
        if len(mention.name) > 1 and not phrase.quoted:
            for word in mention.name:
                self.full_names.setdefault(word, {}).setdefault(mention.name, mention)
        if phrase.name is not None and phrase.name[0] == token:
            return phrase.name[1]
        entity = self.article.entities.get(token)
        return entity.end if entity is not None and entity.name.kind & ~F.ROLE & _NO_INNER else token + 1

    def _at(self, token: int, end: int) -> NounPhrase | None:
        """Return the phrase at a token; a speaker as the statement has it, unless its verb cut a body's name short."""
        heard = self.heard.get(token)
        if heard is not None and (heard.name is not None or heard.joint):
            return heard
        phrase = self.phrases.at(token, end)
        return heard if heard is not None and (phrase is None or phrase.end < heard.end) else phrase

    def _qualifies(self, token: int) -> bool:
        """`الرئيس التركي فلان`: an adjective inside a phrase begins no name of its own."""
        word = self.words[token]
        inside = bool(self.mentions) and token < self.mentions[-1].phrase.end
        return inside and word.definite and not word.preposition and is_adjective(word) and not word.flags & F.ROLE

    def mention(self, phrase: NounPhrase) -> Mention:
        """Return what a noun phrase says of its party."""
        head = self.words[phrase.head]
        definite = head.definite or bool(head.suffix)
        return Mention(phrase, self._head_key(phrase), self._name_words(phrase), definite, self._content)

    def _content(self, phrase: NounPhrase) -> frozenset[str]:
        codes = self.codes
        return frozenset(
            codes.get(word.base, word.base)
            for word in self.words[phrase.start : phrase.end]
            if word.kind == "word" and not word.flags & F.PREPOSITION and word.fold not in _SAME
        )

    def _head_key(self, phrase: NounPhrase) -> str:
        entity = self.article.entities.get(phrase.head)
        if entity is not None and not entity.name.kind & (F.ROLE | F.HONORIFIC):
            return "=" + (entity.name.code if entity.name.kind & F.STATE else entity.name.name)
        word = self.words[phrase.head]
        if word.flags & (F.STATE | F.BODY | F.SEAT | F.MEDIUM) and not word.flags & (F.NOUN | F.ADJECTIVE):
            name = self.names.get(word.base)
            return "=" + ((name.code if name.kind & F.STATE else name.name) if name else word.base)
        return word.base

    def _name_words(self, phrase: NounPhrase) -> tuple[str, ...]:
        if phrase.name is None:
            return ()
        return tuple(
            _bare_word(self.words[i].fold, i == phrase.name[0] and not phrase.whole and bool(self.words[i].conjunction))
            for i in range(*phrase.name)
            if self.words[i].kind in ("word", "latin")
        )

    def surface(self, phrase: NounPhrase) -> str:
        """Return the words of a phrase as written, without a clitic, marks and brackets around it."""
        start, end = phrase.start, phrase.core_end or phrase.end
        while end - start > _NAMED and not phrase.personal and self.words[end - 1].base in _EVALUATIVE:
            end -= 1  # `حركة النهر المتطرفة`: what the newsroom thinks of it is no part of the name
        text = self.article.words_of(start, end)
        word = self.words[start]
        cut = 0 if phrase.whole else _clitics(word.form, word.conjunction, word.preposition, word.definite)
        text = text[cut:]
        if word.preposition == "ل" and word.definite and text.startswith("لل"):
            text = "ال" + text[2:]
        return _unmarked(_BRACKETED.sub(" ", text) if "(" in text or "[" in text else text)

    def name_of(self, phrase: NounPhrase) -> str:
        """Return the words of a phrase's name as written."""
        assert phrase.name is not None
        text = self.article.words_of(*phrase.name)
        word = self.words[phrase.name[0]]
        split = not phrase.whole and (word.known or bool(word.conjunction))
        cut = _clitics(word.form, word.conjunction, word.preposition, False) if split else 0
        return _unmarked(text[cut:])

    def subject_of(self, sentence: int) -> NounPhrase | None:
        """Return the person whom a sentence of the newsroom's is about: named near its head."""
        start, end = self.article.sentences[sentence]
        if start < self.article.title_end or end - start < _TOLD:
            return None
        begin = bisect_left(self.starts, start)
        for mention in self.mentions[begin : begin + 4]:
            phrase = mention.phrase
            if phrase.start >= min(end, start + _NEAR_HEAD):
                return None
            titled = phrase.name is not None and self.words[phrase.head].flags & (F.ROLE | F.HONORIFIC)
            known = titled or self._is_known_name(phrase)
            if phrase.personal and known and not phrase.joint:
                before = self.words[phrase.start - 1]
                return None if before.flags & F.PREPOSITION or self.words[phrase.start].preposition else phrase
        return None

    def subject_within(self, sentence: int, before: int) -> NounPhrase | None:
        """`وصل الوزير فلان … وأكد`: return the party whose act the sentence tells last before token `before`."""
        start, _ = self.article.sentences[sentence]
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, before)
        for mention in reversed(self.mentions[first:last]):
            phrase = mention.phrase
            if phrase.end <= before and self._acts(mention, start):
                return phrase
        return None

    def people_before(self, sentence: int, before: int) -> NounPhrase | None:
        """`تظاهر الصيادون وقالوا`: return the people who acted last before token `before`.

        They stand in the same sentence or the one before it.
        """
        floor = self.article.sentences[max(0, sentence - 1)][0]
        for token in range(before - 1, max(floor, before - _FAR) - 1, -1):
            word = self.words[token]
            if (
                word.number != "p"
                or not word.flags & F.PERSONAL
                or word.flags & F.NAME
                or word.conjunction
                or len(word.fold) < 3
            ):
                continue
            leader = self.words[token - 1]
            governed = word.preposition or leader.flags & F.PREPOSITION or word.base.endswith("ين")
            if governed and not (leader.complementizer or leader.base in _OUT_OF_MANY):
                continue  # who is told of, not who acts
            phrase = self.phrases.at(token, before)
            if phrase is not None and phrase.number == "p" and phrase.name is None:
                return phrase
        return None

    def _acts(self, mention: Mention, start: int) -> bool:
        """Say whether a party opens its sentence or stands behind the verb of a main clause."""
        phrase, words = mention.phrase, self.words
        head = words[phrase.head]
        party = phrase.head in self.article.entities or head.flags & (F.PARTY | F.INSTITUTION | F.MEDIUM_HEAD)
        known = self._is_known_name(phrase) or head.flags & (F.ROLE | F.HONORIFIC) and phrase.number != "p"
        if words[phrase.start].preposition or not (party or phrase.personal and known):
            return False
        at = phrase.start - 1
        if at < start:
            return True
        opens = at == start or words[at - 1].kind != "word" or words[at].fold.startswith(("و", "ف"))
        light = words[at].opens and not words[at].flags  # `ألقى كلمة`
        if not words[at].tense and not light and not (opens and words[at].fold.removeprefix("و") in self.verbs):
            return False
        leader = words[at - 1] if at > start else None
        return leader is None or not (leader.complementizer or leader.flags & (F.RELATIVE | F.SUBORDINATOR))

    def titled_before(self, token: int, title: str) -> NounPhrase | None:
        """Return the last person named before token `token` with a title, its ending cut off (`فضيل` for `فضيلته`)."""
        for mention in reversed(self.mentions[: bisect_left(self.starts, token)][-_MOST:]):
            if mention.name and mention.phrase.personal and title in {word.removesuffix("ه") for word in mention.words}:
                return mention.phrase
        return None

    def named_last(self, token: int, gender: str) -> NounPhrase | None:
        """`الأخير`: return the person or body of that gender named last before `token`."""
        for mention in reversed(self.mentions[: bisect_left(self.starts, token)][-_MOST:]):
            phrase, head = mention.phrase, self.words[mention.phrase.head]
            named = mention.name or phrase.head in self.article.entities or head.flags & F.INSTITUTION
            if phrase.end > token or phrase.joint or phrase.number == "p" or not named:
                continue
            if gender == (self._person_gender(phrase) or gender if mention.name and phrase.personal else phrase.gender):
                return phrase
        return None

    def _is_known_name(self, phrase: NounPhrase) -> bool:
        return phrase.name is not None and bool(self.words[phrase.name[0]].flags & F.GIVEN)

    def state(self, code: str, phrase: NounPhrase) -> Identity:
        """Return the state with a code, which `phrase` names by its adjective: `الغارات الإسرائيلية`."""
        named = next((m for m in self.by_head.get("=" + code, ()) if not m.phrase.joint), None)
        if named is not None:
            identity = self.who(named.phrase)
            identity.mentions.add((phrase.start, phrase.end))
            return identity
        return self._identity(self.state_names.get(code, code), "state", phrase)

    def party(self, phrase: NounPhrase) -> Identity:
        """Return the actor that a phrase names, not under a longer name that only runs on from this very phrase."""
        identity, surface = self.who(phrase), self.surface(phrase)
        start = self.article.tokens.starts[phrase.start]
        name = identity.name
        runs_on = (
            name != surface and name.startswith(surface) and name in self.article.text[start : start + len(name) + 4]
        )
        return self._identity(surface, identity.kind, phrase, gender=identity.gender) if runs_on else identity

    def as_written(self, phrase: NounPhrase) -> Identity:
        """Return the actor under the words of a phrase alone: of two that stand side by side it is not the other."""
        return self._identity(self.surface(phrase), self.who(phrase).kind, phrase, gender=phrase.gender)

    def side(self, identity: Identity) -> frozenset[str]:
        """Return the words and state codes of an actor's own side: its role, office and country."""
        if identity.name not in self._sides:
            words: set[str] = set()
            for start, _ in identity.mentions:
                words |= self.words_at.get(start, frozenset())
            self._sides[identity.name] = frozenset(words)
        return self._sides[identity.name]

    # -- resolving ----------------------------------------------------------------------------

    def who(self, phrase: NounPhrase) -> Identity:
        """Return the actor that a speaker's noun phrase names."""
        if self.words[phrase.start].fold in _POINTING and (inner := self._pointed_at(phrase)) is not None:
            return self.who(inner)
        mention = self.mention(phrase)
        head = self.words[phrase.head]
        if phrase.joint:
            return self._identity(self.surface(mention.phrase), "group", phrase, plural=True)
        if mention.name and (phrase.personal or phrase.name and phrase.name[0] == phrase.start) and not phrase.quoted:
            return self._person(mention)
        if phrase.quoted:
            return self._quoted(mention)
        if phrase.end - phrase.start == 1 and not head.flags & (F.ROLE | F.STATE | F.INSTITUTION):
            bearer = self._bearer(head)
            if bearer is not None:
                return self._person(bearer)
        if (
            head.flags & F.DOCUMENT
            and not head.flags & (F.ROLE | F.INSTITUTION)
            and phrase.head not in self.article.entities
        ):
            issuer = self._issuer(mention)
            if issuer is not None:
                return issuer
        if (
            head.flags & (F.ROLE | F.HONORIFIC)
            and (mention.definite or not head.flags & F.UNNAMED)
            and mention.head[:1] != "="
        ):
            holder = self._holder(mention)
            if holder is not None:
                return holder
        return self._described(mention)

    def _pointed_at(self, phrase: NounPhrase) -> NounPhrase | None:
        """`هذه المصادر`, `ذات المصادر`: the noun behind a word that points to it."""
        begin = phrase.start + 1
        if begin >= phrase.end or not self.words[begin].definite:
            return None
        return self.phrases.at(begin, phrase.end)

    def _identity(
        self, name: str, kind: ActorKind, phrase: NounPhrase, *, plural: bool = False, gender: str | None = None
    ) -> Identity:
        identity = self.identities.get(name)
        if identity is None:
            many = plural or phrase.number == "p" and not (kind == "person" and phrase.name)  # يعلون is no plural
            identity = self.identities[name] = Identity(name, kind, phrase.gender if gender is None else gender, many)
        identity.mentions.add((phrase.start, phrase.end))
        if phrase.start not in self.words_at:
            self.words_at[phrase.start] = self._content(phrase)
        return identity

    def _person(self, mention: Mention) -> Identity:
        best = self._fullest(mention)
        name = self.name_of(best.phrase)
        if best is not mention:
            self.words_at.setdefault(best.phrase.start, best.words)
        gender = self._person_gender(mention.phrase) or self._person_gender(best.phrase)
        identity = self._identity(name, "person", mention.phrase, gender=gender)
        identity.mentions.add((best.phrase.start, best.phrase.end))
        return identity

    def _person_gender(self, phrase: NounPhrase) -> str:
        head = self.words[phrase.head]
        if head.flags & (F.ROLE | F.HONORIFIC):
            entity = self.article.entities.get(phrase.head)
            return "m" if is_his(head) else entity.name.gender if entity and entity.name.gender else head.gender
        assert phrase.name is not None
        first = self.words[phrase.name[0]]
        return first.gender if first.flags & F.GIVEN else ""

    def _fullest(self, mention: Mention) -> Mention:
        """Return the mention with the longest name that holds all words of this one and ends like it."""
        last, words = mention.name[-1], set(mention.name)
        bearers = list(self.full_names.get(last, {}).values())[:_MOST]
        ending = [m for m in bearers if words <= set(m.name) and m.name[-1] == last]
        if not ending and len(mention.name) == 1:
            ending = bearers if len(bearers) == 1 else []
        candidates = [m for m in ending if len(m.name) > len(mention.name)]
        return max(candidates, key=self._fullness, default=mention)

    def _fullness(self, mention: Mention) -> tuple[bool, int]:
        """A name that begins with a given name, then the longer one: `اختير أندريه …` holds a verb."""
        assert mention.phrase.name is not None
        return bool(self.words[mention.phrase.name[0]].flags & F.GIVEN), len(mention.name)

    def _quoted(self, mention: Mention) -> Identity:
        """A name in quotation marks: of a person or medium named elsewhere, or as it stands."""
        if mention.name:
            fuller = self._fullest(mention)
            if fuller is not mention:
                return self._person(mention)
            for other in self.mentions[:_MOST]:
                if (
                    set(mention.name) <= {_bare_word(w, False) for w in other.words}
                    and other.words != mention.words
                    and not other.phrase.quoted
                ):
                    return self._identity(
                        self.surface(other.phrase), "institution", mention.phrase, gender=other.phrase.gender
                    )
        return self._identity(self.surface(mention.phrase), "institution", mention.phrase)

    def _holder(self, mention: Mention) -> Identity | None:
        """Find the person whose role this is: the nearest one named before, else after."""
        if mention.phrase.number == "p":
            return None
        best: Mention | None = None
        for other in self.by_head.get(mention.head, ())[:_MOST]:
            nearer = other.phrase.start < mention.phrase.start or best is None
            if nearer and other.name and other.phrase.personal and mention.words <= other.words:
                best = other
        if best is None:
            best = self._role_inside(mention)
        return self._person(best) if best is not None else None

    def _role_inside(self, mention: Mention) -> Mention | None:
        """The role may stand behind the name (`X، وزير الآثار`) or inside a longer role."""
        best: Mention | None = None
        for other in self.named_by_word.get(mention.head, ())[:_MOST]:
            nearer = other.phrase.start < mention.phrase.start or best is None
            if nearer and len(mention.words & other.words) >= _OVERLAP * len(mention.words):
                best = other
        return best

    def _issuer(self, mention: Mention) -> Identity | None:
        """`بيان للحكومة`, `تقرير اللجنة`, `استطلاعا أجرته محطة …`: who issued a document."""
        phrase = mention.phrase
        for start in range(phrase.start + 1, phrase.end):
            word = self.words[start]
            if word.flags & F.ADJECTIVE and not word.preposition:
                continue
            if (
                word.preposition == "ل"
                and word.definite
                or word.flags & (F.INSTITUTION | F.PARTY | F.ROLE | F.MEDIUM_HEAD)
                or start in self.article.entities
            ):
                inner = self.phrases.at(start, phrase.end)
                if inner is not None:
                    return self.who(inner)
        if phrase.end < len(self.words) and self.words[phrase.end].fold in _ISSUING:
            inner = self.phrases.at(phrase.end + 1, min(len(self.words), phrase.end + 12))
            if inner is not None:
                return self.who(inner)
        return None

    def _bearer(self, word: Word) -> Mention | None:
        """One word that ends somebody's full name is that person: `ليون`, also a city."""
        last = _bare_word(word.fold, bool(word.conjunction))
        return next((m for name, m in self.full_names.get(last, {}).items() if name[-1] == last), None)

    def _described(self, mention: Mention) -> Identity:
        """An institution, state or unnamed source by its fullest form in the article."""
        fullest = mention
        if mention.head[:1] == "=" and not mention.head[1:].startswith(_GENERIC):
            return self._named(mention)
        head = self.words[mention.phrase.head]
        if mention.phrase.start < self.article.title_end and not mention.definite:
            fullest = self._told_in_full(mention)
            holder = self._person(fullest) if fullest.name and fullest.phrase.personal else None
            holder = holder or (self._holder(fullest) if fullest.definite else None)
            if holder is not None:
                return holder
        elif head.flags & F.UNNAMED and mention.definite:
            fullest = self._introduced(mention)
        elif mention.definite and (known := self._same_kind(mention)) is not None:
            fullest = known
        elif mention.definite:
            for other in self.by_head.get(mention.head, ())[:_MOST]:
                if mention.words <= other.words and self._is_fuller(other, fullest, mention):
                    fullest = other
            if fullest is mention and head.flags & F.ROLE and mention.phrase.number != "p":
                fullest = self._introduced(mention)
        kind = self._kind(fullest)
        identity = self._identity(self.surface(fullest.phrase), kind, mention.phrase, gender=mention.phrase.gender)
        identity.own = fullest is mention
        abstract = head.flags & F.ABSTRACT and not head.flags & _SPEAKING
        identity.thing = (
            bool(abstract) and not mention.phrase.personal and mention.phrase.head not in self.article.entities
        )
        return identity

    def _told_in_full(self, mention: Mention) -> Mention:
        """A headline's `مصدر: …`, `قاض سابق: …` is the source or the person that the body describes."""
        for head in (mention.head, mention.head + "ي"):  # قاضي, indefinite قاض
            words = mention.words - {mention.head} | {head}
            for other in self.by_head.get(head, ())[:_MOST]:
                if other.phrase.start > self.article.title_end and words <= other.words and not other.phrase.joint:
                    return other
            for other in self.named_by_word.get(head, ())[:_MOST]:
                if other.phrase.start > self.article.title_end and words <= other.words:
                    return other
        return mention

    def _same_kind(self, mention: Mention) -> Mention | None:
        """`النادي الفرنسي`, `الشركة`: the body of that kind named last, where only its state is said."""
        rest = mention.words - {mention.head}
        if mention.phrase.personal or rest - self.states:
            return None
        for other in reversed(self.by_head.get(mention.head, ())[:_MOST]):
            if other.phrase.start < mention.phrase.start and self._has_proper_name(other.phrase):
                states = other.words & self.states
                return self._in_full(other) if not states or rest <= states else None
        return None

    def _in_full(self, mention: Mention) -> Mention:
        """`صحيفة «…»`, elsewhere `صحيفة «…» الفلانية`: the longest mention of a body that says all of this one."""
        fuller = [
            other
            for other in self.by_head.get(mention.head, ())[:_MOST]
            if mention.words < other.words and not other.phrase.joint and not other.phrase.personal
        ]
        near = [m for m in fuller if m.phrase.end - m.phrase.start <= _LONGEST]
        return max(near, key=lambda m: len(m.words), default=mention)

    def _has_proper_name(self, phrase: NounPhrase) -> bool:
        """Say whether a body's phrase holds a name, not only nouns and adjectives."""
        words = self.words[phrase.start : phrase.end]
        if phrase.joint or len(words) > _LONGEST or any(w.flags & F.ROLE for w in words):
            return False
        return phrase.name is not None or any(
            w.flags & (F.BODY | F.MEDIUM) or not w.known and w.kind == "word" for w in words
        )

    def _introduced(self, mention: Mention) -> Mention:
        """`المصدر` is the source last introduced by an indefinite phrase."""
        found = mention
        for other in self.by_head.get(mention.head, ())[:_MOST]:
            if other.phrase.start >= mention.phrase.start:
                break
            if not (other.definite or other.phrase.joint):
                found = other
        return found

    def _named(self, mention: Mention) -> Identity:
        """A party of the world tables under the longest of the names that the article gives it."""
        surfaces = [
            self._core(m.phrase) for m in (mention, *self.by_head.get(mention.head, ())[:_MOST]) if not m.phrase.joint
        ]
        name = max(surfaces, key=len) if surfaces else self.surface(mention.phrase)
        return self._identity(name, self._kind(mention), mention.phrase, gender=mention.phrase.gender)

    def _core(self, phrase: NounPhrase) -> str:
        """The name itself with the demonyms that follow it."""
        entity = self.article.entities.get(phrase.head)
        end = entity.end if entity is not None else phrase.head + 1
        while (
            end < phrase.end
            and self.words[end].definite
            and (self.words[end].flags & F.DEMONYM or self.words[end].base.endswith("يه"))
        ):
            end += 1
        return self.surface(NounPhrase(phrase.start, end, phrase.head))

    def _is_fuller(self, other: Mention, best: Mention, mention: Mention) -> bool:
        if other.phrase.joint or other.name and other.phrase.personal:
            return False
        if best is not mention and other.phrase.start > mention.phrase.start:
            return False
        return len(other.words) > len(mention.words) and other.phrase.end - other.phrase.start <= _LONGEST

    def _kind(self, mention: Mention) -> ActorKind:
        word = self.words[mention.phrase.head]
        if word.flags & F.UNNAMED or not mention.definite and word.flags & F.ROLE:
            return "unnamed"
        for bits, kind in _KINDS:
            if word.flags & bits:
                return kind
        entity = self.article.entities.get(mention.phrase.head)
        if entity is not None:
            return "state" if entity.name.kind & F.STATE else "medium" if entity.name.kind & F.MEDIUM else "institution"
        return "institution"


_GENERIC = ("وسائل إعلام", "وكالات", "متابعات")  # rows of kind `generic` in `media.tsv`: they name nobody in particular
_KINDS: tuple[tuple[int, ActorKind], ...] = (
    (F.ROLE, "person"),
    (F.STATE | F.CITY, "state"),
    (F.MEDIUM | F.MEDIUM_HEAD, "medium"),
    (F.DOCUMENT, "document"),
    (F.HUMAN, "group"),
)


def _is_heard(phrase: NounPhrase, words: Sequence[Word]) -> bool:
    """A speaker whose extent the statement decided: a name, or a body whose name runs on behind `و`."""
    return not phrase.whole and (phrase.name is not None or bool(words[phrase.head].flags & F.INSTITUTION))


def _bare_word(word: str, conjoined: bool) -> str:
    """A word of a name without article, and without a joined conjunction on the first."""
    if conjoined:
        word = word[1:]
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def _clitics(form: str, conjunction: str, preposition: str, definite: bool) -> int:
    """Letters of conjunction and preposition at the head of a written form."""
    cut = 1 if conjunction and form[:1] == conjunction else 0
    if preposition and form[cut : cut + 1] == preposition and not (preposition == "ل" and definite):
        cut += 1
    return cut


def _unmarked(text: str) -> str:
    """Single spaces, no quotation marks and commas around; a mark whose pair stands inside is kept."""
    bare = " ".join(text.split()).strip("\"' ،,")
    if not any(mark in bare for mark in "«»“”"):
        return bare
    for opener, closer in ("«»", "“”"):
        if bare.startswith(opener) and bare.find(closer) in (-1, len(bare) - 1) or opener not in bare:
            bare = bare.strip(opener + closer)
    return bare.strip("\"' ،,")
