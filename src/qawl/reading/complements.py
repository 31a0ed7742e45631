"""What follows a cue: its subject, whom it is said to, upon what, and where the content begins.

Between cue and content stand, in any order: the subject, adverbs and times, the addressee, the
occasion, asides between dashes or brackets, and relative clauses. The walk goes word by word from
the cue until a complement that the cue's frame allows, or gives up.
"""

from dataclasses import replace

from qawl.lexicon import flags as F
from qawl.lexicon.classes import word_class
from qawl.lexicon.vocabulary import Word
from qawl.reading.article import COMMAS, Article
from qawl.reading.drafts import Complement
from qawl.reading.frames import Frame
from qawl.reading.marks import step_mark
from qawl.reading.nouns import NounPhrase, is_time
from qawl.reading.objects import jump, noun_phrase
from qawl.reading.occasions import first_rival, is_circumstance, occasion, parenthesis, prepositional
from qawl.reading.phrases import Phrases

_REACH = 90  # tokens between a cue and its content; further away it is another clause's
_SHORT_QUOTE = 5  # tokens of a quotation that may be a name
_SHORT_LAST_QUOTE = 2  # at the end of a sentence
_NEAR = 4  # tokens: what stands between is the rest of the subject
_ON = word_class("platform")
_OPENS_NOMINAL = word_class("opens_nominal")
_SAYING_ADVERBIAL = word_class("saying_adverbial")
_RELAYS = word_class("relaying")
_ANSWERING = word_class("answering")
_STANDING = word_class("standing_quantifier")
_OWN_WORDS = word_class("own_words")
_GOVERNING = word_class("before_clause")
IDENTITY = word_class("identity")
_WITHHOLDING = word_class("withholding")
_IDENTITY_REACH = 8  # tokens
_PARTY_HEADS = F.PARTY | F.INSTITUTION | F.MEDIUM_HEAD | F.HUMAN | F.DOCUMENT


class Walk:
    """One walk from a cue to its content."""

    def __init__(
        self, article: Article, phrases: Phrases, frame: Frame, *, limit: int, subject: NounPhrase | None = None
    ) -> None:
        self.article = article
        self.words = article.words
        self.phrases = phrases
        self.frame = frame
        self.limit = limit
        self.first = 0
        self.found = Complement(subject=subject)
        self.given = subject is not None
        self.object_ok = True
        self.jumping = True

    def run(self, start: int) -> Complement | None:
        """Walk from token `start`; the complement found, or None."""
        self.limit = min(self.limit, start + _REACH)
        self.first = start
        token = start
        while token < self.limit:
            following = self._step(token)
            if self.found.kind:
                return self.found
            if following <= token:
                following = self._leap(start, token)
            if following <= token:
                break
            token = following
        return self._subject_as_content()

    def _leap(self, start: int, token: int) -> int:
        """Go over what could not be parsed to the complement, where nothing else could claim it."""
        if token >= self.limit or self.words[token].complementizer:
            return token
        if (end := self._second_subject(token)) > token:
            return end
        if not (self.frame.clause or self.frame.quote):
            return token
        target = jump(self, token)
        if target <= token:
            return token
        subject = self.found.subject
        if subject is None and not self.given and token == start:
            self.found.subject = self._guess(token, target)
        elif subject is not None and subject.end == token and self.words[token].conjunction and target - token <= _NEAR:
            core = target if subject.core_end == subject.end else subject.core_end
            self.found.subject = replace(subject, end=target, core_end=core)
        return target

    def _second_subject(self, token: int) -> int:
        """`رفضت النقابة وإدارة المرفأ قرار …`: who else acts, behind whom the noun of the content stands."""
        subject = self.found.subject
        if subject is None or self.given or subject.end != token or not self.frame.content_object or not self.object_ok:
            return token
        if self.words[token].conjunction != "و":
            return token
        second = self.phrases.at(token, self.limit, self.frame.avoid)
        if second is None or second.end >= self.limit or not self.words[second.end].flags & (F.EVENT | F.SPEECH):
            return token
        self.found.subject = replace(subject, end=second.end, joint=True, number="p", core_end=second.end)
        return second.end

    def _guess(self, token: int, target: int) -> NounPhrase | None:
        """An unknown name or noun as subject, up to the first word that cannot be part of it; not in the accusative."""
        if "\u064b" in self.words[token].form:
            return None  # `قال مهدداً:`
        end = token + 1
        while end < target and self._may_go_on(end, token):
            end += 1
        word = self.words[token]
        named = word.kind == "word" and not word.flags & F.NOUN
        return NounPhrase(token, end, token, (token, end) if named else None, personal=named, whole=True, gender="")

    def _may_go_on(self, token: int, start: int) -> bool:
        word = self.words[token]
        if word.kind not in ("word", "latin") or token in self.article.fixed or word.conjunction:
            return False
        if word.flags & F.PREPOSITION or word.preposition:
            return self.words[start].kind == "number"
        return not (word.flags & (F.RELATIVE | F.ADVERB | F.CONNECTIVE | F.VERB) or is_time(word))

    def _subject_as_content(self) -> Complement | None:
        """`لكنه رفض التعليق`: what looked like the subject was the content of a verb without one."""
        subject = self.found.subject
        if subject is not None and not self.given and self._is_accused(subject):
            return self._part_accused(subject) or self._take_as_content(subject)
        if self.given or subject is None or not self.frame.content_object or not self.object_ok:
            return None
        head = self.words[subject.head]
        if subject.personal or subject.name is not None or subject.head in self.article.entities:
            return None
        if head.flags & _PARTY_HEADS and not head.flags & F.SPEECH:
            return None
        if not head.flags & (F.EVENT | F.SPEECH | F.FEELING):
            return None
        return self._take_as_content(subject)

    def _is_accused(self, subject: NounPhrase) -> bool:
        """`واتهمت الحكومة بأنها …`: the one noun before `ب` is the object of such a verb."""
        if not self.frame.object_only or subject.end >= self.limit:
            return False
        following = self.words[subject.end]
        return following.complementizer == "بأن" or following.preposition == "ب"

    def _part_accused(self, subject: NounPhrase) -> Complement | None:
        """`واتهم ذوو الطفلة المستشفى بالخطأ`: a second definite noun, no adjective, is whom one accuses."""
        for at in range(subject.end - 1, subject.start + 1, -1):
            word = self.words[at]
            if not word.definite or word.flags & (F.ADJECTIVE | F.NAME) or word.conjunction or word.preposition:
                continue
            first = self.phrases.at(subject.start, at, self.frame.avoid)
            closed = self.words[at - 1].definite or self.words[at - 1].suffix
            if first is not None and first.end == at and closed:
                self.found.subject = first
                self.begin("nominal", at, at)
                return self.found
        return None

    def _take_as_content(self, subject: NounPhrase) -> Complement:
        self.found.subject = None
        self.begin("nominal", subject.start, subject.start)
        return self.found

    def _step(self, token: int) -> int:
        word = self.words[token]
        if word.kind != "word":
            return step_mark(self, token, word)
        if token in self.article.fixed:
            return self.article.fixed[token].end
        if word.complementizer:
            if self._is_anothers(token):
                return self._skip_relative(token)
            return self.clause(token, token, "ب" if word.complementizer == "بأن" else "")
        if word.fold in _OWN_WORDS and self.frame.quote and self.frame.clause:
            self.begin("colon", token, token)
            return token
        if word.conjunction and not self._own_conjunction(word):
            return token
        if word.fold == "علي" and token + 2 < self.limit and self.words[token + 1].fold == "لسان":
            return self._mouthpiece(token)
        if self._content_preposition(token, word):
            return token
        opens = (
            self.frame.content_object
            or self.frame.quote
            and word.fold in ("عكس", "ذلك")
            and self.found.subject is not None
        )
        if word.fold in _OPENS_NOMINAL and opens and self.object_ok:
            self.begin("nominal", token, token)
            return token
        if word.flags & F.RELATIVE:
            return self._skip_relative(token)
        if self.found.subject is not None and (end := self._unnamed_end(token)):
            return end
        if word.fold.startswith("ايا") and word.flags & F.PRONOUN and self.frame.content_object and self.object_ok:
            self.begin("nominal", token, token)
            return token
        if word.flags == F.PRONOUN and word.fold != "هو" and not word.conjunction and word.fold not in _STANDING:
            return token + 1  # `أشار فيه إلى`
        if is_circumstance(self, token, word):
            return parenthesis(self, token) or occasion(self, token)
        if word.fold in _ANSWERING:
            return occasion(self, token)
        if word.fold in _SAYING_ADVERBIAL and (self.found.subject is not None or self.given or token == self.first):
            return token + 1  # `وغرد فلان قائلا:`
        if word.fold in _RELAYS:
            return self._source(token)
        if word.fold == "نقلا" and self.found.subject is not None and self.found.subject.end > self.found.subject.start:
            return self._relay(token)
        if (word.flags & F.PREPOSITION or word.preposition) and not self._is_adverb_word(word):
            return prepositional(self, token, word)
        if self._is_adverb_word(word) and token not in self.article.entities:
            return self._skip_adverb(token)
        return noun_phrase(self, token)

    def _unnamed_end(self, token: int) -> int:
        """`مصدر طلب عدم ذكر اسمه`: a clause without a pronoun; 0 where it is none."""
        if self.words[token].fold not in _WITHHOLDING:
            return 0
        return next(
            (
                at + 1
                for at in range(token + 1, min(self.limit, token + _IDENTITY_REACH))
                if self.words[at].fold in IDENTITY
            ),
            0,
        )

    def _own_conjunction(self, word: Word) -> bool:
        return word.base in ("هو", "هي", "هم") or bool(word.flags & F.CONNECTIVE)

    def _is_adverb_word(self, word: Word) -> bool:
        if word.flags & (F.ADVERB | F.PARTICLE | F.CONNECTIVE | F.AUXILIARY):
            return not word.flags & (F.ROLE | F.INSTITUTION)
        return is_time(word)

    def _relay(self, token: int) -> int:
        """`قالت صحيفة Y نقلا عن X إن`: X speaks, Y relays."""
        speaker = self.phrases.at(token + 2, self.limit, self.frame.avoid)
        if speaker is None or self.words[token + 1].fold != "عن":
            return token + 1
        medium = self.found.subject
        assert medium is not None
        start = medium.name[0] if medium.name and self.words[medium.head].flags & F.MEDIUM_HEAD else medium.start
        self.found.via.append(self.article.words_of(start, medium.end).strip("«»“”\"' "))
        self.found.subject = speaker
        return speaker.end

    def _source(self, token: int) -> int:
        """`وفقا لوكالة Y`: a medium that relays, between cue and content."""
        begin = token + 1
        if begin < self.limit and self.words[begin].fold in ("ل", "ما", "لما"):
            begin += 1
        if begin < self.limit and any(h.form.aspect == "perfect" for h in self.words[begin].cues):
            begin += 1  # `وفقا لما نقلته وكالة Y`
        phrase = self.phrases.at(begin, self.limit, self.frame.avoid)
        if phrase is None:
            return begin
        word = self.words[phrase.start]
        cut = 1 if word.preposition == "ل" and not word.definite else 0
        self.found.via.append(self.article.words_of(phrase.start, phrase.end)[cut:])
        return phrase.end

    def _mouthpiece(self, token: int) -> int:
        """`أكدت الوزارة على لسان X أن`: X speaks."""
        speaker = self.phrases.at(token + 2, self.limit, self.frame.avoid)
        if speaker is None:
            return token + 2
        self.found.behalf, self.found.subject = self.found.subject, speaker
        return speaker.end

    def clause(self, token: int, introduced: int, preposition: str) -> int:
        """A clause with أن; the preposition before it must be the cue's own."""
        frame = self.frame
        if (
            preposition
            and preposition not in frame.prepositions
            and not (preposition == "ب" and (frame.clause or frame.quote))
        ):
            return token
        if not preposition and not (frame.clause or frame.quote or frame.prepositions or frame.content_object):
            return token
        start = token + 1
        while start < self.limit and self.words[start].kind in (":", *COMMAS):
            start += 1
        while start < self.limit and self.words[start].complementizer and not self.words[start].conjunction:
            start += 1  # `أنه أنه`, a slip of the keyboard
        self.begin("clause", start, introduced, preposition=preposition)
        return token

    def begin(self, kind: str, start: int, introduced: int, *, cut: int = 0, preposition: str = "") -> None:
        if start >= self.limit or start in self.article.quotes.opener and kind == "quote":
            return  # a complementizer or a mark with nothing behind it
        if kind == "nominal" and start > first_rival(self, self.first, start):
            return  # behind `، مشيرا إلى` a noun belongs to the participle
        found = self.found
        found.kind, found.start, found.introduced = kind, start, introduced
        found.cut, found.preposition = cut, preposition

    def _content_preposition(self, token: int, word: Word) -> bool:
        """A preposition of the frame, with a clause or, where allowed, a noun behind it."""
        name = word.preposition or (word.base if word.flags & F.PREPOSITION else "")
        if (
            not name
            and not word.known
            and self.found.subject is not None
            and word.fold.startswith(("ب", "ل"))
            and len(word.fold) > 3
        ):
            name = word.fold[:1]  # an unknown noun behind the cue's own preposition
        if not name and word.flags & F.ADVERB and word.fold[:1] == "ب" and self._heads_act(token, "ب"):
            name = "ب"  # `طالب بسرعة إصدار …`
        if name not in self.frame.prepositions or word.fold == "بالقول":
            return False
        alone = bool(word.flags & F.PREPOSITION) and not word.preposition
        after = token + 1 if alone else token
        if alone:
            while after < self.limit and self.words[after].kind in COMMAS:
                after += 1
            if after < self.limit and self.words[after].complementizer:
                self.clause(after, token, name)
                return True
            if (
                after < self.limit
                and self.words[after].kind == "word"
                and self.words[after].fold == "ما"
                and self._is_manner(after)
            ):
                return False
        if not self.frame.prepositions[name] or not self._is_content_noun(name, word, after):
            return False
        self.begin("nominal", after, token, cut=0 if alone else _clitic_length(word, name), preposition=name)
        return True

    def _is_manner(self, token: int) -> bool:
        return self.words[token + 1].base in ("يبدو", "اعتقد") if token + 1 < self.limit else False

    def _is_content_noun(self, name: str, word: Word, after: int) -> bool:
        """Tell the content from an occasion, a time or a manner with the same preposition."""
        if after >= self.limit:
            return False
        target = self.words[after]
        if target.kind not in ("word", "latin", "number") and after not in self.article.quotes.closer:
            return False
        if word.flags & (F.ADVERB | F.CONNECTIVE) and not self._heads_act(after, name):
            return False
        if (
            name in self.frame.addressee_prepositions
            and self.found.addressee is None
            and target.flags & (F.PERSONAL | F.PARTY)
        ):
            return False
        if name == "في":
            return not target.flags & (F.TIME | F.OCCASION | F.DOCUMENT | F.SPEECH | F.PLACE | F.CITY | F.STATE)
        if name == "علي":
            return target.base not in _ON and not target.flags & F.TIME
        if name in ("ل", "الي", "من") and target.flags & F.TIME and not target.flags & F.EVENT:
            return False
        if name == "ل":
            return (
                not (target.flags & (F.MEDIUM_HEAD | F.MEDIUM | F.HUMAN))
                or "ل" not in self.frame.addressee_prepositions
            )
        return True

    def _heads_act(self, token: int, name: str) -> bool:
        """`مطالبا بسرعة إصدار …`: a manner that governs the noun of an act is what is asked for."""
        following = self.words[token + 1] if token + 1 < self.limit else None
        return name == "ب" and following is not None and bool(following.flags & F.EVENT) and not following.preposition

    def _skip_adverb(self, token: int) -> int:
        """Skip a time or an adverb with what belongs to it: `أمس (الثلاثاء)`, `اليوم الخميس`, `بعد ظهر أمس`."""
        timely = is_time(self.words[token])
        end = token + 1
        while timely and end < self.limit and self._continues_time(end):
            end += 1
        return end

    def _continues_time(self, token: int) -> bool:
        word = self.words[token]
        if word.kind == "number" or token in self.article.asides.closer and word.kind == "(":
            return word.kind == "number"
        if word.kind != "word" or word.complementizer or word.preposition:
            return False
        return is_time(word) or (word.definite and bool(word.flags & F.ADJECTIVE)) or word.base in ("اول", "قبل")

    def _skip_relative(self, token: int) -> int:
        """Skip a relative clause up to the complement, or behind the comma that ends it."""
        target = self.search(token + 1, commas=True)
        if target >= self.limit and self.frame.content_object and self.object_ok:
            return self.noun_after_clause(token + 1)
        return target

    def noun_after_clause(self, token: int) -> int:
        """Find the noun of an act that begins the content behind a clause which no mark ends."""
        for at in range(token + 1, self.limit):
            word, before = self.words[at], self.words[at - 1]
            if word.kind in (".", "newline"):
                break
            if word.flags & (F.EVENT | F.SPEECH | F.FEELING) and not (
                word.definite or word.preposition or word.conjunction or word.flags & F.INSTITUTION
            ):
                closed = (
                    before.definite
                    or before.kind in ("number", ")")
                    or bool(before.suffix)
                    or bool(before.flags & (F.PARTY | F.DEMONYM))
                    or is_time(before)
                )
                if closed and not before.flags & F.PREPOSITION:
                    return at
        return self.limit

    def search(self, token: int, *, commas: bool) -> int:
        """Go to the next place where a complement of the frame may begin."""
        quotes, asides = self.article.quotes.closer, self.article.asides.closer
        while token < self.limit:
            word = self.words[token]
            if token in quotes:
                longest_name = _SHORT_LAST_QUOTE if self._closes(quotes[token] + 1) else _SHORT_QUOTE
                if quotes[token] - token - 1 > longest_name or self.words[token + 1].complementizer:
                    return token
                token = quotes[token] + 1
                continue
            if token in asides:
                token = asides[token] + 1
                continue
            if word.kind == ":" or self.is_complement_here(token, word):
                return token
            if commas and word.kind in COMMAS:
                return token + 1
            token += 1
        return self.limit

    def _closes(self, token: int) -> bool:
        return token >= self.limit or self.words[token].kind in (".", "newline")

    def _is_anothers(self, token: int) -> bool:
        """`بعد أن`, `وأن`, `يعني أن`: a complementizer that another word than the cue governs."""
        if token <= self.first:
            return False
        if token in self.article.inside_entity or self.words[token].fold.startswith(("و", "ف")):
            return True
        before = self.words[token - 1]
        if before.kind != "word" or before.complementizer:
            return False
        if before.fold in _GOVERNING or before.flags & F.SUBORDINATOR and token - 1 not in self.article.inside_entity:
            private = before.flags & F.ADJECTIVE and self.words[token - 2].flags & F.PERSONAL
            return not private  # `مصادر خاصة أن`
        return self._governs(before) and not (self.frame.lemma == "قال" and self.words[token].form.startswith("إن"))

    def _governs(self, word: Word) -> bool:
        """Say whether a verb has a clause of its own."""
        if word.flags & F.VERB:
            return word.fold != "وعلا"
        return not word.flags & (F.NOUN | F.ADJECTIVE | F.NAME | F.PREPOSITION) and any(
            h.form.aspect in ("perfect", "imperfect") for h in word.cues
        )

    def is_complement_here(self, token: int, word: Word) -> bool:
        """Say whether a complement of the frame begins at `token`."""
        if word.complementizer:
            if self._is_anothers(token):
                return False
            previous = self.words[token - 1]
            if previous.flags & F.PREPOSITION and not previous.complementizer:
                return previous.base in self.frame.prepositions
            return word.complementizer in ("أن", "بأن") and (self.frame.clause or self.frame.quote)
        if self.frame.prepositions.get(word.preposition):
            return bool(word.flags & (F.EVENT | F.SPEECH | F.FEELING)) and not word.flags & (
                F.INSTITUTION | F.PLACE | F.ROLE
            )
        name = word.base if word.flags & F.PREPOSITION and not word.preposition else ""
        if name in self.frame.prepositions and token + 1 < self.limit:
            following = self.words[token + 1]
            return bool(following.complementizer) or (
                self.frame.prepositions[name] and self._is_content_noun(name, word, token + 1)
            )
        return False

    def goes_on(self, token: int) -> bool:
        """Say whether a complement is still to come at `token`, so that what stands before it is the subject."""
        probe = Walk(self.article, self.phrases, self.frame, limit=self.limit, subject=NounPhrase(token, token, token))
        return token < self.limit and probe.run(token) is not None

    def complement_follows(self, token: int) -> bool:
        probe = Walk(
            self.article,
            self.phrases,
            self.frame,
            limit=min(self.limit, token + 12),
            subject=NounPhrase(token, token, token),
        )
        probe.object_ok = probe.jumping = False
        probe.found.addressee = (token, token)  # one addressee only
        return probe.run(token) is not None


def _clitic_length(word: Word, name: str) -> int:
    """Letters of conjunction and preposition before a content; `لل` is written together and kept whole."""
    if word.base in ("ب", "ل") or name == "ل" and word.definite:
        return 0
    position = word.form.find(name)
    return position + 1 if 0 <= position <= 1 else 0
