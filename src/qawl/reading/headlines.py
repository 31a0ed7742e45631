"""Headlines: `X: …`, `… - X`, `X يتهم …`, `"…".. X يرفض Y`."""

from collections.abc import Iterable
from dataclasses import replace

from qawl.lexicon import flags as F
from qawl.lexicon.classes import word_class
from qawl.lexicon.cues import Cue
from qawl.reading.article import DASHES, Article
from qawl.reading.drafts import Draft, Piece
from qawl.reading.nouns import NounPhrase
from qawl.reading.phrases import Phrases
from qawl.reading.statements import Sentences

_DESKS = word_class("desk")
_MINISTRIES = word_class("ministry")
_SERVICES = word_class("local_service")
_MANNER = 4  # letters of a participle at least
_HEADLINE = Cue("", "source", "assert")
_MAX_SPEAKER = 12
_MAX_SIGNATURE = 6


class Headlines:
    """Reads the title line of an article."""

    def __init__(self, article: Article, phrases: Phrases, sentences: Sentences) -> None:
        self.article = article
        self.words = article.words
        self.phrases = phrases
        self.sentences = sentences
        self.heard: list[NounPhrase] = []

    def read(self, body: Iterable[Draft] = ()) -> list[Draft]:
        """Return the statements of the title; the speakers of `body` tell whose word it may give."""
        self.heard = [draft.speaker for draft in body if draft.speaker is not None]
        end = self.article.title_end
        start = 0
        drafts: list[Draft] = []
        for cut in [*self._breaks(end), end]:
            found = self._segment(start, cut, end)
            drafts += found
            start = cut + 1
            if found and found[0].rule == "headline:colon":
                break  # its content runs to the end of the title
        self._join_quotation(drafts)
        for draft in drafts:
            draft.headline = True
        return drafts

    def _breaks(self, end: int) -> list[int]:
        """Places where two dots part a headline, outside quotation marks and not behind a letter (`د. فلان`)."""
        return [
            i
            for i in range(1, end - 1)
            if self.words[i].kind == "." and self.article.in_quote[i] < 0 and len(self.words[i - 1].fold) > 1
        ]

    def _segment(self, start: int, end: int, last: int) -> list[Draft]:
        if end - start < 2:
            return []
        found = self._colon(start, end, last) or self._signature(start, end)
        if found is not None:
            inner = self.sentences.sentence(found.start, found.end) if found.pieces else []
            return [found, *(d for d in inner if d.speaker is not None)]
        drafts = self.sentences.sentence(start, end)
        if drafts and drafts[0].null_subject and drafts[0].hit is not None and drafts[0].hit.conjunction:
            self._give_subject(drafts[0], start)
        return [d for d in drafts if d.speaker is not None or d.hit and d.hit.conjunction]

    def _give_subject(self, draft: Draft, start: int) -> None:
        """`X يجتمع … ويؤكد`: the subject of the headline's first verb speaks."""
        if self.words[start + 1].kind == "/":
            start += 2  # `عام / …`, a desk's mark
        phrase = self.phrases.at(start, draft.cue[0])
        if phrase is None or phrase.end >= draft.cue[0] or not self.sentences.scene.may_speak(phrase):
            return
        if self.words[phrase.end].kind == "word" and not self.words[phrase.end].definite:
            draft.speaker, draft.null_subject = phrase, False

    def _colon(self, start: int, end: int, last: int) -> Draft | None:
        """`X: …`; with an occasion in between, the whole stretch is the cue."""
        colon = next(
            (
                i
                for i in range(start + 1, min(end - 1, start + _MAX_SPEAKER))
                if self.words[i].kind == ":" and self.article.in_quote[i] < 0
            ),
            None,
        )
        if colon is None:
            return None
        begin = (
            start + 1
            if self.words[start].kind in ('"', "«", "“") and start not in self.article.quotes.closer
            else start
        )
        if self.words[begin].base in _DESKS and self.words[begin + 1].kind == "/":
            begin += 2
        phrase = self.phrases.at(begin, colon)
        heard, echo = self._heard_below(begin, colon)
        if phrase is None or not self._may_head(phrase, colon, end):
            phrase = heard
        elif not self._is_ministry(phrase):
            echo = None
        if phrase is None:
            return None
        draft = self._draft((begin, colon + 1), phrase, Piece(colon + 1, last), "headline:colon")
        draft.echo = echo
        if phrase.personal and phrase.end < colon and self.words[phrase.end].preposition == "ب":
            office = self.phrases.at(phrase.end, colon)
            if office is not None and office.end == colon:
                draft.speaker = phrase = replace(phrase, end=colon, core_end=colon)  # `مسؤول بالحج: …`
        if phrase.end < colon:
            draft.occasion = (phrase.end, colon)
        return draft

    def _heard_below(self, begin: int, colon: int) -> tuple[NounPhrase | None, NounPhrase | None]:
        """`الخدمة المدنية: …`, `فينجر: …`: short for a speaker of the body, all of whose words stand there."""
        end = begin
        while end < colon and self.words[end].kind == "word" and (end == begin or not self._leads_away(end)):
            end += 1
        head = {self.words[i].fold for i in range(begin, end)}
        for speaker in self.heard if head else ():
            if head <= {self.words[i].fold for i in range(speaker.start, speaker.end)}:
                return NounPhrase(begin, end, begin, whole=True, gender=speaker.gender), speaker
        return None, None

    def _leads_away(self, token: int) -> bool:
        word = self.words[token]
        return bool(word.preposition) or bool(word.flags & F.PREPOSITION)

    def _may_head(self, phrase: NounPhrase, colon: int, end: int) -> bool:
        word = self.words[phrase.head]
        if phrase.end < colon and not self._leads_to_colon(phrase.end):
            return False
        if self._is_ministry(phrase):
            return True
        entity = self.article.entities.get(phrase.head)
        place = (
            bool(word.flags & (F.STATE | F.CITY)) or entity is not None and bool(entity.name.kind & (F.STATE | F.CITY))
        )
        if place and not phrase.personal:
            return self._is_saying(colon + 1, end)
        if entity is not None:
            return True
        if phrase.personal or phrase.name is not None:
            return True
        return (
            bool(word.flags & (F.INSTITUTION | F.MEDIUM | F.MEDIUM_HEAD | F.DOCUMENT | F.BODY | F.SEAT))
            or word.base in _SERVICES
            or not word.known
        )

    def _is_ministry(self, phrase: NounPhrase) -> bool:
        return phrase.end == phrase.start + 1 and self.words[phrase.head].fold in _MINISTRIES

    def _leads_to_colon(self, token: int) -> bool:
        """Between speaker and colon: to whom, where or upon what, in brackets or not, or how (`مدافعا عن نفسه`)."""
        word = self.words[token]
        if word.flags & F.PREPOSITION or word.preposition or word.kind in ("(", "،"):
            return True
        return not word.definite and len(word.fold) > _MANNER and word.form.rstrip("\u064b").endswith("ا")

    def _is_saying(self, start: int, end: int) -> bool:
        """Behind a place, a quotation, a negation or a pronoun shows that the place speaks for its state."""
        return any(
            i in self.article.quotes.closer
            or self.words[i].flags & (F.NEGATION | F.PRONOUN | F.VERB)
            or self.words[i].cues
            for i in range(start, end)
        )

    def _signature(self, start: int, end: int) -> Draft | None:
        """`… - X`."""
        dash = next(
            (
                i
                for i in range(end - 2, max(start, end - _MAX_SIGNATURE), -1)
                if self.words[i].kind in DASHES and i not in self.article.asides.closer
            ),
            None,
        )
        if dash is None or dash - start < 3:
            return None
        phrase = self.phrases.at(dash + 1, end)
        if (
            phrase is None
            or phrase.end != end
            or not (phrase.personal or phrase.name or not self.words[phrase.head].known)
        ):
            return None
        return self._draft((dash, end), phrase, Piece(start, dash), "headline:signature")

    def _draft(self, cue: tuple[int, int], phrase: NounPhrase, piece: Piece, rule: str) -> Draft:
        start, end = piece.start, piece.end
        quotes = self.article.quotes
        if start in quotes.closer and quotes.closer[start] >= end - 1:
            start, end = start + 1, quotes.closer[start]
        elif end - 1 in quotes.opener and quotes.opener[end - 1] == start:
            start, end = start + 1, end - 1
        return Draft(
            cue=cue,
            entry=_HEADLINE,
            rule=rule,
            kind="clause",
            pieces=[Piece(start, max(end, start + 1))],
            left=cue[0],
            speaker=phrase,
            force="assert",
        )

    def _join_quotation(self, drafts: list[Draft]) -> None:
        """`"…".. X يرفض Y`: the quotation before the break is a piece of the statement behind it."""
        quotes = self.article.quotes.closer
        if len(drafts) == 1 and 0 in quotes and quotes[0] < drafts[0].left and self._is_break(quotes[0] + 1):
            drafts[0].pieces.insert(0, Piece(1, quotes[0]))

    def _is_break(self, token: int) -> bool:
        return self.words[token].kind in (".", "-", "–", "،")
