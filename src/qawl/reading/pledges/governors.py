"""Words that announce an act behind them: `يعتزم X أن …`, `مستعد لـ…`, `من المقرر أن …`."""

from dataclasses import dataclass

from qawl.lexicon import flags as F
from qawl.lexicon.pledges import Governor
from qawl.lexicon.vocabulary import Move, Word
from qawl.reading.article import COMMAS
from qawl.reading.clauses import Subject
from qawl.reading.ground import Ground
from qawl.reading.nouns import NounPhrase, is_time
from qawl.reading.pledges.act import Act
from qawl.reading.pledges.awaits import awaited_act, received_act
from qawl.reading.pledges.conditions import is_conditional

_REACH = 18  # tokens from a governor to its act
_LONGEST = 60  # tokens of an act
_NO_ACTS = ("warn", "deny")
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
        moves = tuple(move for move in moves if move.governor.sort == "hope")
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
        found = self._duty() if self.governor.sort == "duty" else self._complement()
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
        return Act(found.start, end, self.governor.kind, holder, rule, subject, limit, found.cut, ours=ours)

    # -- who owes it --------------------------------------------------------------------------

    def _subject(self, found: _Complement) -> Subject | None:
        sort = self.governor.sort
        if sort in ("phrase", "hope"):
            return self._party_of(self.ground.clauses.subject(found.start))
        if found.party is not None:
            return Subject(found.party)
        if sort == "duty":
            return None
        if self.ground.clauses.holders[self.token] < 0 and (sort == "noun" or self.move.form.person == 1):
            return None
        if sort == "noun":
            return Subject(pronoun=self.move.suffix) if self.move.suffix else None
        if self.move.form.person == 1:
            return Subject()
        subject = self.ground.clauses.subject(self.token)
        if subject is None or subject.phrase is not None:
            return self._party_of(subject)
        if self.ground.clauses.holders[self.token] < 0 or sort == "word" and not subject.pronoun:
            return None
        return subject

    def _party_of(self, subject: Subject | None) -> Subject | None:
        return (
            subject
            if subject is not None and subject.phrase is not None and self.ground.clauses.is_agent(subject.phrase)
            else None
        )

    # -- where it begins ------------------------------------------------------------------------

    def _duty(self) -> _Complement | None:
        """`يجب على X أن …`, `يتعين على X دفع …`."""
        at = self.token + 1
        if at + 1 >= len(self.words) or self.words[at].fold != "علي":
            return None
        party = self.ground.phrases.at(at + 1, min(len(self.words), at + _REACH))
        if party is None or not self.ground.clauses.is_agent(party) or party.end >= len(self.words):
            return None
        word = self.words[party.end]
        if word.complementizer == "أن" and not word.suffix:
            return _Complement(party.end + 1, 0, party)
        return _Complement(party.end, 0, party) if _is_action(word) else None

    def _complement(self) -> _Complement | None:
        limit = min(len(self.words), self.token + _REACH)
        party: NounPhrase | None = None
        at = self.token + 1
        while at < limit:
            found = self._begins(at, limit)
            if found is not None:
                return _Complement(found, self._cut(found), party)
            after = self._skipped(at, limit)
            if after is None:
                again = self.governor.sort == "ultimatum"  # who sets it stands before who must meet it
                phrase = self._party(at, limit) if party is None or again else None
                if phrase is None:
                    return None
                party, after = phrase, phrase.end
            at = after
        return None

    def _begins(self, at: int, limit: int) -> int | None:
        """Return the token where the act begins if its frame opens at `at`."""
        word, frames = self.words[at], self.governor.frames
        if word.complementizer:
            return at + 1 if word.complementizer == "أن" and not word.suffix and "ان" in frames else None
        if self.governor.sort == "hope" and word.fold not in frames:
            return None
        if word.preposition in frames and _is_action(word):
            return at
        if word.fold in frames and at + 1 < limit:
            behind = self.words[at + 1]
            if behind.complementizer:
                return at + 2 if behind.complementizer == "أن" and not behind.suffix else None
            if self.governor.sort == "hope":
                return None
            return at + 1 if _is_action(behind) or at + 1 in self.ground.article.quotes.closer else None
        if "=" in frames and _is_action(word) and not word.preposition and not word.definite:
            return at
        return None

    def _cut(self, start: int) -> int:
        word = self.words[start]
        if word.preposition not in self.governor.frames or not word.preposition:
            return 0
        plain = word.fold == word.conjunction + word.preposition + word.base  # `للقاء`, but not `للعمل`
        return len(word.conjunction) + (1 if plain or word.preposition != "ل" or not word.definite else 0)

    def _skipped(self, at: int, limit: int) -> int | None:
        """Return the token behind an adverb, a time, an aside, or a comma inside the subject."""
        word = self.words[at]
        closer = self.ground.article.asides.closer.get(at)
        if closer is not None and closer < limit:
            return closer + 1
        if word.flags & _LIGHT and not word.flags & ~_LIGHT or is_time(word):
            return at + 1
        if word.flags & F.PREPOSITION and at + 1 < limit and is_time(self.words[at + 1]):
            return at + 2
        if word.kind in COMMAS:  # `تعتزم الوزارة، في مستهل العام، تطبيق البرنامج`
            second = next((i for i in range(at + 1, limit) if self.words[i].kind in COMMAS), None)
            return second + 1 if second is not None and self._is_adverbial(at + 1) else None
        return None

    def _is_adverbial(self, at: int) -> bool:
        return bool(self.words[at].preposition) or bool(self.words[at].flags & F.PREPOSITION)

    def _party(self, at: int, limit: int) -> NounPhrase | None:
        word = self.words[at]
        if word.preposition or word.kind in COMMAS or word.flags & F.PREPOSITION:
            return None
        phrase = self.ground.phrases.at(at, limit, self.governor.frames)
        return phrase if phrase is not None and self.ground.clauses.is_agent(phrase) else None


def _is_action(word: Word) -> bool:
    """Say whether a word is a noun of action, or a noun that no table knows."""
    if word.complementizer or word.kind != "word" or word.flags & (F.VERB | F.PERSONAL | F.FUNCTION):
        return False
    return bool(word.flags & F.EVENT) and not word.flags & (F.DOCUMENT | F.SPEECH) or not word.known
