"""Words that announce an act behind them: `يعتزم X أن …`, `مستعد لـ…`, `من المقرر أن …`."""

from dataclasses import dataclass

from qawl.lexicon import flags as F
from qawl.lexicon.pledges import Governor
from qawl.lexicon.vocabulary import Future, Move, Word
from qawl.reading.article import COMMAS
from qawl.reading.clauses import Subject
from qawl.reading.ground import Ground
from qawl.reading.nouns import NounPhrase, is_time
from qawl.reading.pledges.act import DOING, Act
from qawl.reading.pledges.awaits import awaited_act, received_act
from qawl.reading.pledges.conditions import is_conditional
from qawl.reading.pledges.pronouns import antecedent, carried_on

_REACH = 18  # tokens from a governor to its act
_LONGEST = 60  # tokens of an act
_NO_ACTS = ("warn", "deny")
_NOT_ITS = frozenset(("الي", "في", "علي", "من", "عن", "ب", "ل"))  # prepositions behind whose act it is
_PRONOUNS = ("هم", "هن", "هما", "ه", "ها")
_ALSO_CUES = ("hope", "request")  # sorts whose words may be the cue of the statement that they stand in
_WITH_PARTY = {"duty": "علي", "request": "من"}  # the preposition before who is to act
_DONE = 5  # tokens from `أن يتم` to what is to be done
_PAST = 6  # tokens from a governor back to `كان`
_UNLIKE = "غير"
_LIGHT = F.ADVERB | F.PARTICLE | F.PRONOUN


@dataclass(frozen=True, slots=True)
class _Complement:
    """Where the act begins, the letters cut off it, and the party met on the way."""

    start: int
    cut: int = 0
    party: NounPhrase | None = None


def governed_act(ground: Ground, token: int) -> Act | None:
    """Return the act behind the governor at `token`, or None."""
    words = ground.article.words
    moves = words[token].moves
    if token in ground.clauses.cues:
        moves = tuple(move for move in moves if move.governor.sort in _ALSO_CUES)
    unless = any(move.governor.sort == "unless" for move in moves)
    if not moves or not unless and (ground.force(token) in _NO_ACTS or is_conditional(ground, token)):
        return None
    if not unless and _is_undone(ground, token):
        return None
    for move in moves:
        act = None
        if move.governor.sort == "await":
            act = awaited_act(ground, token)
        elif move.governor.sort == "unless":
            act = _way_out(ground, token) if _stands(words, token, move.governor) else None
        elif _stands(words, token, move.governor):
            act = _Search(ground, token, move).act()
        if act is not None:
            return act
    return None


def _way_out(ground: Ground, token: int) -> Act | None:
    """`سنضرب ما لم تنسحب القوات`: what a threat leaves open to whom it is made."""
    holder = ground.clauses.holders[token]
    limit = ground.clauses.bounds(token)[1]
    threat = range(max(0, token - _REACH), token)
    if (
        token + 1 >= limit
        or ground.force(token) != "warn"
        and not any(ground.article.words[at].future for at in threat)
    ):
        return None
    subject = ground.clauses.subject(token + 1)
    if subject is None or subject.phrase is None:
        return None
    end = ground.clauses.end(token + 1, limit)
    return Act(token + 1, end, "demand", holder, "unless", subject, end)


def _is_undone(ground: Ground, token: int) -> bool:
    """Say whether the announcement is denied, asked, or over: `لا يعتزم`, `هل يعتزم`, `كان الطبيب يستعد`."""
    words = ground.article.words
    for at in range(token - 1, max(-1, token - _PAST), -1):
        if words[at].kind != "word" or words[at].complementizer:
            return False
        if words[at].base in ground.pledges.past or words[at].fold in ground.pledges.past:
            return True
        if at == token - 1 and (words[at].flags & (F.NEGATION | F.INTERROGATIVE) or words[at].fold == _UNLIKE):
            return True
    return False


def _stands(words: list[Word], token: int, governor: Governor) -> bool:
    size = len(governor.before)
    found = [w.fold for w in words[max(0, token - size) : token]]
    if found and found[0] not in governor.before and found[0][:1] in "وف":
        found[0] = found[0][1:]
    return tuple(found) == governor.before


class _Search:
    """The walk from one governor to its act."""

    def __init__(self, ground: Ground, token: int, move: Move) -> None:
        self.ground = ground
        self.words = ground.article.words
        self.token = token
        self.move = move
        self.governor = move.governor

    def act(self) -> Act | None:
        if self.governor.at_start and not self._is_announced():
            return None
        found = self._asked() if self.governor.sort in _WITH_PARTY else self._complement()
        if found is None:
            return None
        limit = self.ground.clauses.bounds(found.start)[1]
        if found.start >= limit:
            return None
        subject = self._subject(found)
        if subject is None:
            return received_act(self.ground, found.start) if self.governor.sort == "hope" else None
        end = self.ground.clauses.end(found.start, min(limit, found.start + _LONGEST))
        rule = f"{self.governor.sort}:{self.governor.lemma}"
        holder = self.ground.clauses.holders[found.start]
        ours = self.move.form.person == 1 and self.move.form.number == "pl"
        asker = self._asker() if self.governor.sort == "request" else None
        kind = self.governor.kind
        return Act(found.start, end, kind, holder, rule, subject, limit, found.cut, ours=ours, asker=asker)

    # -- who owes it --------------------------------------------------------------------------

    def _subject(self, found: _Complement) -> Subject | None:
        sort = self.governor.sort
        if sort in ("phrase", "hope"):
            return self._expected(found.start)
        if self.move.form.person == 1 and self.ground.clauses.holders[self.token] < 0:
            return None
        if found.party is not None:
            return Subject(found.party)
        if self.ground.clauses.holders[self.token] < 0 and sort == "noun":
            return None
        if sort == "noun" and self.move.suffix:
            told = self._subject_of_verb_before()
            if told is not None:
                return told
        if sort == "noun":
            return Subject(pronoun=self.move.suffix) if self.move.suffix or self._is_announced() else None
        if self.move.form.person == 1:
            return Subject()
        subject = self.ground.clauses.subject(self.token)
        if subject is None or subject.phrase is not None:
            return self._party_of(subject)
        if self.ground.clauses.holders[self.token] < 0 or sort == "word" and not subject.pronoun:
            return None
        return subject

    def _subject_of_verb_before(self) -> Subject | None:
        """`المنظمات أبدت رغبتها في …`, `قطر عبرت عن استعدادها لـ`: whose a wish is that a verb shows."""
        at = self.token - 1
        if at > 0 and self.words[at].flags & F.PREPOSITION:
            at -= 1
        if at < 0 or at in self.ground.clauses.cues or not self.words[at].flags & F.VERB or not self.words[at].known:
            return None
        return self._party_of(self.ground.clauses.subject(at))

    def _asker(self) -> Subject | None:
        """`أرسلت الوزارة مذكرة تطلب …`: who demands, where that is not the speaker."""
        subject = self.ground.clauses.subject(self.token)
        if subject is not None and subject.phrase is not None:
            return subject
        verb = self.words[self.token].fold.lstrip("وفس")
        female = verb.startswith("ت") or verb.endswith("ت")
        future = Future(3, "f" if female else "m", verb.endswith(("ون", "وا")), False, False, False)
        return Subject(carried_on(self.ground, self.token, future))

    def _expected(self, start: int) -> Subject | None:
        """Return who is expected to act: the subject of a verb, whose a noun of action is, else the speaker's side."""
        words = self.words
        if words[start - 1].complementizer:
            if self._is_outcome(start):
                return None
            named = self._party_of(self.ground.clauses.subject(start))
            impersonal = words[start].fold in self.ground.pledges.happening and any(
                word.flags & F.EVENT for word in words[start + 1 : start + _DONE]
            )
        else:
            if words[start].base in self.ground.pledges.effect_nouns:
                return None
            named = self._party_of(self._possessor(start)) if self.governor.kind == "expectation" else None
            impersonal = not words[start].suffix and words[start].base not in self.ground.pledges.intransitive
        if named is not None or self.governor.sort == "hope" or not impersonal:
            return named
        speaker = self.ground.speaker(self.token)
        return Subject() if speaker is not None and speaker.kind in DOING else None

    def _is_outcome(self, verb: int) -> bool:
        fold = self.words[verb].fold
        return fold[:1] not in "يت" or fold in self.ground.pledges.effects or fold in self.ground.pledges.being

    def _possessor(self, start: int) -> Subject:
        """`اجتماع اللجنة`, `عودة اللاعبين`: whose act a noun of action tells; not `تكريم الفائزين`."""
        limit = self.ground.clauses.bounds(start)[1]
        behind = start + 1
        if behind >= limit or self.words[behind].preposition or self.words[behind].flags & F.PREPOSITION:
            return Subject()
        phrase = self.ground.phrases.at(behind, limit, _NOT_ITS)
        common = phrase is not None and phrase.personal and phrase.name is None
        moves = self.words[start].base in self.ground.pledges.intransitive or self.words[start].flags & F.OCCASION
        return Subject() if common and not moves else Subject(phrase)

    def _is_announced(self) -> bool:
        """`كشفت الشركة عن [خطة لـ…]`: what stands at the head of what is said is the speaker's own."""
        holder = self.ground.clauses.holders[self.token]
        return holder >= 0 and self.token - self.ground.drafts[holder].start in (0, 1)

    def _party_of(self, subject: Subject | None) -> Subject | None:
        return (
            subject
            if subject is not None and subject.phrase is not None and self.ground.clauses.is_agent(subject.phrase)
            else None
        )

    # -- where it begins ------------------------------------------------------------------------

    def _asked(self) -> _Complement | None:
        """`يجب على X أن …`, `يتعين على X دفع …`, `يريد من X دفع …`, `تطلب منهم دفع …`."""
        preposition = _WITH_PARTY[self.governor.sort]
        reach = 2 if self.governor.sort == "duty" else _REACH
        for at in range(self.token + 1, min(len(self.words) - 1, self.token + reach)):
            word = self.words[at]
            if word.kind != "word" or word.complementizer:
                return None
            if word.fold == preposition:
                party = self.ground.phrases.at(at + 1, min(len(self.words), at + _REACH))
                return self._behind_party(party, party.end if party is not None else at)
            pronoun = word.fold.removeprefix(preposition)
            if pronoun != word.fold and pronoun in _PRONOUNS:
                return self._behind_party(antecedent(self.ground, self.token, pronoun, None), at + 1)
        return None

    def _behind_party(self, party: NounPhrase | None, behind: int) -> _Complement | None:
        """Return the act that begins right behind who is to act."""
        if party is None or not self.ground.clauses.is_agent(party) or behind + 1 >= len(self.words):
            return None
        word = self.words[behind]
        if word.complementizer == "أن" and not word.suffix:
            return _Complement(behind + 1, 0, party)
        if word.preposition == "ب" and self.governor.sort == "request":
            return _Complement(behind, len(word.conjunction) + 1, party) if _is_action(word) else None
        return _Complement(behind, 0, party) if _is_action(word, spoken=True) and not word.preposition else None

    def _complement(self) -> _Complement | None:
        limit = min(len(self.words), self.token + _REACH)
        party: NounPhrase | None = None
        at = self.token + 1
        while at < limit:
            found = self._begins(at, limit, known=party is not None or bool(self.move.suffix))
            if found is not None:
                return _Complement(found, self._cut(found), party)
            after = self._skipped(at, limit, known=party is not None)
            if after is None:
                again = self.governor.sort == "ultimatum"  # who sets it stands before who must meet it
                phrase = self._party(at, limit) if party is None or again else None
                if phrase is None:
                    return None
                party, after = phrase, phrase.end
            at = after
        return None

    def _begins(self, at: int, limit: int, *, known: bool) -> int | None:
        """Return the token where the act begins if its frame opens at `at`; `known`: who owes it has been met."""
        word, frames = self.words[at], self.governor.frames
        if word.complementizer:
            return at + 1 if word.complementizer == "أن" and not word.suffix and "ان" in frames else None
        if word.preposition in frames and _is_action(word, spoken=True):
            return at
        if word.fold in frames and at + 1 < limit:
            behind = self.words[at + 1]
            if behind.complementizer:
                return at + 2 if behind.complementizer == "أن" and not behind.suffix else None
            if self.governor.sort == "hope":
                return None
            return at + 1 if _is_action(behind, spoken=True) or at + 1 in self.ground.article.quotes.closer else None
        return at if "=" in frames and self._is_bare_act(at, limit, known=known) else None

    def _is_bare_act(self, at: int, limit: int, *, known: bool) -> bool:
        """`تعتزم الشركة التوسع`, `من المقرر اجتماع اللجنة`; who is to act is no act: `تعتزم إدارة النادي`."""
        word = self.words[at]
        meets = self.governor.sort == "phrase" and bool(word.flags & F.OCCASION)
        if word.preposition or not (_is_action(word) or meets):
            return False
        if word.definite and not word.flags & F.EVENT:
            return False
        if self.governor.sort == "noun" and not known:
            return False
        acts = known or not (word.definite or word.flags & F.INSTITUTION)
        return acts or self.governor.sort == "hope" or self._party(at, limit) is None

    def _cut(self, start: int) -> int:
        word = self.words[start]
        if word.preposition not in self.governor.frames or not word.preposition:
            return 0
        plain = word.fold == word.conjunction + word.preposition + word.base  # `للقاء`, but not `للعمل`
        return len(word.conjunction) + (1 if plain or word.preposition != "ل" or not word.definite else 0)

    def _skipped(self, at: int, limit: int, *, known: bool) -> int | None:
        """Return the token behind an adverb, a time, an aside, or a comma inside the subject."""
        word = self.words[at]
        if self.governor.sort == "noun" and self._is_its_adjective(at):
            return at + 1
        closer = self.ground.article.asides.closer.get(at)
        if closer is not None and closer < limit:
            return closer + 1
        if word.flags & _LIGHT and not word.flags & ~_LIGHT or is_time(word):
            return at + 1
        if word.flags & F.PREPOSITION and at + 1 < limit and is_time(self.words[at + 1]):
            return at + 2
        if known and word.fold in self.ground.pledges.company:
            led = self.ground.phrases.at(at + 1, limit)  # `مجلس الإدارة برئاسة سالم العوضي`
            return led.end if led is not None else at + 1
        if word.kind in COMMAS and known and self._begins(at + 1, limit, known=True) is not None:
            return at + 1
        if word.kind in COMMAS:  # `تعتزم الوزارة، في مستهل العام، تطبيق البرنامج`
            second = next((i for i in range(at + 1, limit) if self.words[i].kind in COMMAS), None)
            return second + 1 if second is not None and self._is_adverbial(at + 1) else None
        return None

    def _is_its_adjective(self, at: int) -> bool:
        """`استعداده التام`, `عزم أكيد`."""
        word = self.words[at]
        fits = word.definite == bool(self.move.suffix or self.words[self.token].definite)
        return at == self.token + 1 and fits and bool(word.flags & F.ADJECTIVE)

    def _is_adverbial(self, at: int) -> bool:
        return bool(self.words[at].preposition) or bool(self.words[at].flags & F.PREPOSITION)

    def _party(self, at: int, limit: int) -> NounPhrase | None:
        word = self.words[at]
        if word.preposition or word.kind in COMMAS or word.flags & F.PREPOSITION:
            return None
        if word.fold.endswith("ا") and not word.definite and word.flags & F.ADJECTIVE:
            return None  # `نتعهد تعهدا كاملا بـ`
        phrase = self.ground.phrases.at(at, limit, self.governor.frames)
        return phrase if phrase is not None and self.ground.clauses.is_agent(phrase) else None


def _is_action(word: Word, *, spoken: bool = False) -> bool:
    """Say whether a word is a noun of action, or a noun that no table knows; `spoken`: also one of saying (`كشف`)."""
    if word.complementizer or word.kind != "word" or word.flags & (F.VERB | F.PERSONAL | F.FUNCTION):
        return False
    barred = 0 if spoken else F.DOCUMENT | F.SPEECH
    return bool(word.flags & F.EVENT) and not word.flags & barred or not word.known and not word.definite
