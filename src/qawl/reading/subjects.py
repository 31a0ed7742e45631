"""Subjects that stand before their verb: in clauses that begin with them, and before relative clauses."""

from qawl.lexicon import flags as F
from qawl.lexicon.classes import word_class
from qawl.lexicon.vocabulary import CueHit, Word
from qawl.reading.article import COMMAS, DASHES, Article
from qawl.reading.nouns import NounPhrase
from qawl.reading.phrases import Phrases

_FAR = 45  # tokens between a subject and its verb
_ANTECEDENT = 16
_OPENS_CLAUSE = word_class("opens_clause")
_SUBJECT = F.PERSONAL | F.PARTY | F.INSTITUTION | F.MEDIUM_HEAD | F.DOCUMENT | F.DEMONYM
_OPENS = F.SUBORDINATOR | F.CONNECTIVE | F.ADVERB  # before a clause
_UNSAID = word_class("unsaid")
_RESUMED = word_class("resuming")


class Subjects:
    """Finds the subject of a verb to its left."""

    def __init__(self, article: Article, phrases: Phrases) -> None:
        self.article = article
        self.words = article.words
        self.phrases = phrases

    def antecedent(self, relative: int, floor: int) -> NounPhrase | None:
        """Return the noun phrase that ends where the relative pronoun at `relative` begins."""
        end = relative
        while end > floor and (self.words[end - 1].kind in COMMAS or self.words[end - 1].kind in DASHES):
            end -= 1
        best: NounPhrase | None = None
        for start in range(end - 1, max(floor, end - _ANTECEDENT) - 1, -1):
            if self.words[start].kind in (".", ":", "،", "؛") or self.words[start].complementizer:
                break
            phrase = self.phrases.at(start, end)
            if phrase is None or phrase.end != end or not self._begins_phrase(start, floor, best):
                continue
            if best is None or phrase.personal or not best.personal:
                best = phrase
        return best

    def _begins_phrase(self, start: int, floor: int, inner: NounPhrase | None) -> bool:
        """A longer antecedent is better only while it is one phrase without a preposition before the inner one."""
        if inner is None or start == floor:
            return True
        word = self.words[inner.start]
        return (
            not word.preposition
            and not self.words[inner.start - 1].flags & F.PREPOSITION
            or bool(self.words[start].flags & F.PERSONAL)
        )

    def inner_person(self, phrase: NounPhrase) -> NounPhrase | None:
        """`تصريحات الرئيس … التي أكد فيها`, `مقالا للكاتب …`: the person within the antecedent."""
        for start in range(phrase.start + 1, phrase.end):
            word = self.words[start]
            if word.flags & (F.ROLE | F.HONORIFIC | F.GIVEN | F.UNNAMED) or start in self.article.entities:
                inner = self.phrases.at(start, phrase.end)
                if inner is not None:
                    return inner
        return None

    def resumed(self, token: int) -> bool:
        """Say whether the word at `token` takes a relative clause's antecedent up again (`أكد فيها`)."""
        return token < len(self.words) and self.words[token].fold in _RESUMED

    def before(self, verb: int, floor: int, hit: CueHit | None) -> NounPhrase | None:
        """Return the subject of the clause whose verb stands at `verb`, looking back to token `floor`."""
        best: NounPhrase | None = None
        for start in range(verb - 1, max(floor, verb - _FAR) - 1, -1):
            if not self.opens(start, floor, verb):
                if self.words[start].kind in (".", "؛", ":"):
                    break
                continue
            phrase = self.phrases.at(start, verb)
            if phrase is None or best is not None and phrase.end != best.end:
                continue
            if best is not None or self._may_speak(phrase) and self._reaches(phrase.end, verb) and agrees(phrase, hit):
                best = phrase  # and go on: a role and a comma may stand before the name
                if self.words[start - 1].kind not in COMMAS:
                    break
        return best

    def opens(self, start: int, floor: int, verb: int) -> bool:
        """Say whether a clause may begin at `start`."""
        if start == floor:
            return True
        before = self.words[start - 1]
        if before.kind != "word":  # the name in quotation marks begins at the mark
            return self.article.quotes.closer.get(start - 1, verb) >= verb
        return bool(before.complementizer or before.flags & _OPENS) or before.fold in _OPENS_CLAUSE

    def _may_speak(self, phrase: NounPhrase) -> bool:
        word = self.words[phrase.head]
        if word.flags & F.TIME and not phrase.personal:
            return False
        if phrase.head in self.article.entities:
            return True
        return phrase.personal or phrase.name is not None or bool(word.flags & _SUBJECT) or not word.known

    def _reaches(self, end: int, verb: int) -> bool:
        """Say whether only asides, adverbs and attachments stand between the subject and its verb."""
        token = end
        while token < verb:
            word = self.words[token]
            if token in self.article.asides.closer:
                token = self.article.asides.closer[token] + 1
            elif token in self.article.fixed:
                token = self.article.fixed[token].end
            elif word.flags & F.PREPOSITION and token + 1 < verb and self.words[token + 1].flags & F.NOUN:
                token = self._attachment_end(token, verb)  # also `بعد`, which may be an adverb
            elif (
                word.fold == "ان"  # `سبق أن`
                or word.flags & (F.ADVERB | F.PARTICLE | F.AUXILIARY)
                or word.kind in COMMAS
            ):
                token += 1
            elif word.flags & F.RELATIVE:
                return self._only_one_verb(token, verb)
            elif word.flags & F.PREPOSITION or word.preposition:
                token = self._attachment_end(token, verb)
            elif word.flags & F.TIME or word.flags & F.ADJECTIVE and not word.definite or word.kind in ("»", "”", '"'):
                token += 1
            else:
                return False
        return True

    def _only_one_verb(self, token: int, verb: int) -> bool:
        """A relative clause stands between: it must not hold another complement."""
        return not any(w.complementizer for w in self.words[token:verb])

    def _attachment_end(self, token: int, verb: int) -> int:
        word = self.words[token]
        begin = token if word.preposition else token + 1
        phrase = self.phrases.at(begin, verb, frozenset(), 1)
        return phrase.end if phrase is not None else max(begin, token + 1)


def agrees(phrase: NounPhrase, hit: CueHit | None) -> bool:
    """Gender of a subject that precedes its verb; where a name hides it, anything goes."""
    if phrase.number == "p" and phrase.personal and not phrase.joint and hit is not None:
        return hit.form.number == "pl" or hit.form.gender == "f" or phrase.name is not None
    if hit is None or phrase.number == "p" or hit.form.number != "sg":
        return True
    if phrase.joint:
        return phrase.name is not None or hit.form.gender == "f"
    if phrase.name is not None and phrase.name[0] == phrase.start:
        return True
    return hit.form.gender == phrase.gender or hit.form.gender not in ("m", "f")


def is_negated(words: list[Word], token: int) -> bool:
    """`لم يعلن`, `لن يؤكد`: what is not said is no statement."""
    return token > 0 and words[token - 1].fold in _UNSAID
