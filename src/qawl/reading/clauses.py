"""Clauses: where they begin and end, whose content they stand in, and who acts in them."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from qawl.lexicon import flags as F
from qawl.lexicon.pledges import PledgeLexicon
from qawl.lexicon.vocabulary import Word
from qawl.reading.article import COMMAS, Article
from qawl.reading.drafts import Draft
from qawl.reading.nouns import NounPhrase, is_time
from qawl.reading.phrases import Phrases

_REACH = 40  # tokens from a verb back to its subject
_REST = 6  # tokens of a subject that its phrase did not take in
_QUOTED = 8  # tokens in quotation marks inside a clause
_GAP = 12  # tokens between a subject and its verb
_STOPS = frozenset((".", "!", "؟", "?", ":", "newline"))
_AGENTS = F.PERSONAL | F.PARTY | F.INSTITUTION | F.MEDIUM_HEAD
_ABSTRACT = F.EVENT | F.OCCASION | F.DOCUMENT | F.THING | F.TIME | F.SPEECH | F.FEELING
_FINITE = ("perfect", "imperfect")
_LIGHT = F.ADVERB | F.PARTICLE | F.CONNECTIVE | F.AUXILIARY  # may stand between subject and verb


@dataclass(frozen=True, slots=True)
class Subject:
    """Who acts: a noun phrase, or None for the pronoun that a verb carries."""

    phrase: NounPhrase | None = None
    pronoun: str = ""  # what a complementizer has behind it: `أنه`


class Clauses:
    """The clauses of one article, looked at where they are asked for."""

    def __init__(self, article: Article, phrases: Phrases, drafts: list[Draft], lexicon: PledgeLexicon) -> None:
        self.article = article
        self.lexicon = lexicon
        self.words = article.words
        self.phrases = phrases
        self.starts = [start for start, _ in article.sentences]
        self.holders = _holders(len(article.words), drafts)
        self.drafts = drafts
        self._openers = article.quotes.closer
        self.hosts = {t: i for i, d in enumerate(drafts) if d.occasion for t in range(*d.occasion)}
        self.cues = frozenset(draft.cue[0] for draft in drafts)

    def bounds(self, token: int) -> tuple[int, int]:
        """Return the tokens of the sentence of a token, or of the piece of content that holds it."""
        at = bisect_right(self.starts, token) - 1
        start, end = self.article.sentences[at] if at >= 0 else (0, len(self.words))
        holder = self.holders[token]
        if holder >= 0:
            for piece in self.drafts[holder].pieces:
                if piece.start <= token < piece.end:
                    return max(start, piece.start), min(end, piece.end)
        return start, end

    def end(self, token: int, limit: int) -> int:
        """Return the token after the clause that goes on from `token`; a few words in marks are part of it."""
        i = token + 1
        while i < limit:
            word = self.words[i]
            closer = self._openers.get(i)
            if closer is not None and closer < min(limit, i + _QUOTED):
                i = closer
            elif word.kind in _STOPS or word.kind in COMMAS or i in self.cues or word.kind == '"' and i > token + 1:
                return i
            i += 1
        return limit

    def subject(self, verb: int) -> Subject | None:
        """Return who acts in a verb: who stands before it, else behind it, else its pronoun.

        None where that is unclear: a pronoun is taken for the speaker's only at the head of what is said.
        """
        floor, limit = self.bounds(verb)
        shared = bool(self.words[verb].fold[:1] == "و")
        for start, opener in self._openings(verb, floor):
            start = self._past_light(start, verb)
            if start < verb:
                phrase = self._before(start, verb, shared=shared)
                if phrase is not None and (not shared or self.is_agent(phrase)):
                    return Subject(phrase)
            elif opener is not None and opener.complementizer and opener.suffix and opener.conjunction != "ف":
                if opener.suffix == "ه" and self.words[verb].fold.lstrip("وفس")[:1] == "ت":
                    break  # `أنه ستعقد جلسة`: a pronoun that stands for nobody
                return Subject(pronoun=opener.suffix)
        return self._behind(verb, limit)

    def _openings(self, verb: int, floor: int) -> Iterator[tuple[int, Word | None]]:
        """Yield where the clause of a verb may begin, the nearest first, and the word before it."""
        token = verb - 1
        lowest = max(floor, verb - _REACH)
        while token >= lowest:
            word = self.words[token]
            opener = self.article.asides.opener.get(token)
            if opener is not None and opener >= lowest:
                token = opener - 1
                continue
            if word.flags & F.RELATIVE and any(map(_is_verb, self.words[token + 1 : verb])):
                token -= 1
                continue
            if word.complementizer or word.flags & (F.SUBORDINATOR | F.RELATIVE) or word.kind in _STOPS:
                yield token + 1, word
                return
            if word.kind in COMMAS:
                yield token + 1, word
            token -= 1
        before = self.words[lowest - 1] if lowest else None
        yield lowest, before if before is not None and before.complementizer else None

    def _past_light(self, start: int, verb: int) -> int:
        """Skip connectives, adverbs, times and opening marks at the head of a clause."""
        words = self.words
        while start < verb and (words[start].flags & _LIGHT or is_time(words[start]) or start in self._openers):
            start += 1
        return start

    def _before(self, start: int, verb: int, *, shared: bool) -> NounPhrase | None:
        """`shared`: the verb goes on (`و`) with the subject of the verb before it."""
        first = self.words[start]
        if _is_verb(first) or first.opens and not first.flags:
            return None  # `أرسلت الوزارة مذكرة تطلب …`
        phrase = self.phrases.at(start, verb)
        if phrase is None or self.words[start].preposition:
            return None
        if not shared and (verb - phrase.end > _GAP or self._is_finite(phrase, verb)):
            return None
        return self._whole(phrase, verb)

    def _whole(self, phrase: NounPhrase, verb: int) -> NounPhrase:
        """Take in what stands between a subject and its verb and can be nothing but more of the subject.

        A name that no table knows (`وزيرة الخارجية فلانة ستتوجه`), or who acts with it (`فلان وفلان اتفقا`).
        """
        between = self.words[phrase.end : verb]
        if not 0 < len(between) <= _REST or any(w.kind != "word" or w.complementizer for w in between):
            return phrase
        goes_on = phrase.joint or between[0].fold[:1] == "و" and not between[0].flags & F.GRAMMAR
        if goes_on and not any(_is_verb(w) or w.flags & F.FUNCTION & ~F.PREPOSITION for w in between):
            return replace(phrase, end=verb, joint=True, core_end=verb)
        if phrase.personal and phrase.name is None and not any(w.flags & ~F.VERB or w.definite for w in between):
            return replace(phrase, end=verb, name=(phrase.end, verb), core_end=verb, whole=True)
        return phrase

    def _is_finite(self, phrase: NounPhrase, verb: int) -> bool:
        """Another verb between the two has the subject to itself."""
        between = self.words[phrase.end : verb]
        if between and between[0].flags & F.RELATIVE:
            return not any(map(_is_verb, between[1:]))  # `اللجنة التي يرأسها ستجتمع`: the relative clause has one
        return any(map(_is_verb, between))

    def _behind(self, verb: int, limit: int) -> Subject | None:
        token = verb + 1
        while token < limit and self.words[token].flags & F.ADVERB:
            token += 1
        word = self.words[token] if token < limit else None
        if word is None or word.preposition or word.flags & F.PREPOSITION:
            return None
        phrase = self.phrases.at(token, limit)
        return Subject(phrase) if phrase is not None and self.is_agent(phrase) else None

    def doer(self, verb: int, limit: int) -> NounPhrase | None:
        """Return who acts in the imperfect at `verb` where that stands right behind it: `أن تفتح البلدية الحديقة`."""
        if verb >= limit or self.words[verb].fold[:1] not in "يت" or self.words[verb].definite:
            return None
        subject = self._behind(verb, limit)
        return subject.phrase if subject is not None else None

    def owner(self, phrase: NounPhrase) -> NounPhrase | None:
        """Return the party whose a thing is: `مباراة النادي`, `تقرير اللجنة`."""
        at = phrase.head + 1
        if at >= phrase.end or self.words[at].preposition or self.words[at].flags & (F.PREPOSITION | F.ADJECTIVE):
            return None
        owner = self.phrases.at(at, phrase.end)
        return owner if owner is not None and self.is_agent(owner) else None

    def is_agent(self, phrase: NounPhrase) -> bool:
        """Say whether a noun phrase names somebody who can act."""
        at = self._counted(phrase)
        head = self.words[at]
        if head.base in self.lexicon.countries:
            return bool(head.suffix)
        if head.base in self.lexicon.nobody:
            return False
        if at in self.article.entities or phrase.name is not None and phrase.name[0] == at:
            return True
        if head.flags & _ABSTRACT and not head.flags & (F.ROLE | F.UNNAMED | F.HUMAN | F.PARTY | F.INSTITUTION):
            return False
        return bool(head.flags & _AGENTS) or phrase.personal

    def _counted(self, phrase: NounPhrase) -> int:
        """Return the token of what a quantity counts: `جميع اللاعبين`, `عدد من اللاعبين`."""
        at = phrase.head
        if self.words[at].base in self.lexicon.quantities and at + 1 < phrase.end:
            at += 2 if self.words[at + 1].fold == "من" and at + 2 < phrase.end else 1
        return at


def _is_verb(word: Word) -> bool:
    """Say whether a word is a finite verb; names that begin with `ف` are not taken for one."""
    if word.future or word.flags & F.VERB and word.known and word.conjunction != "ف":
        return True
    return not word.flags & F.NOUN and any(hit.form.aspect in _FINITE for hit in word.cues)


def _holders(count: int, drafts: list[Draft]) -> list[int]:
    """Return for each token the number of the innermost statement whose content holds it, or -1."""
    pieces = [(p.end - p.start, i, p) for i, d in enumerate(drafts) if not d.headline for p in d.pieces]
    found = [-1] * count
    for size, i, piece in sorted(pieces, key=lambda item: -item[0]):
        found[piece.start : piece.end] = [i] * size
    return found
