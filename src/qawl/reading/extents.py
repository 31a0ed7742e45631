"""Where a content ends: the next statement of the sentence, the newsroom's own words, or the sentence."""

from collections.abc import Mapping

from qawl.lexicon import flags as F
from qawl.lexicon.classes import phrase_class, word_class
from qawl.reading.article import COMMAS, DASHES, Article
from qawl.reading.drafts import Draft, Piece
from qawl.reading.nouns import is_time
from qawl.reading.occasions import opens_occasion
from qawl.reading.phrases import Phrases

_LEADERS = word_class("clause_leader")
_TAILS = phrase_class("newsroom_tail")
_FREE_TAILS = phrase_class("free_tail")
_NOMINAL_TAILS = phrase_class("nominal_tail")
_TODAY = word_class("cue_time")
_EARLY = 4  # words of a nominal content behind which a time is the cue's
_NOMINAL_GOES_ON = word_class("nominal_goes_on")
_NEW_CLAUSE = word_class("new_clause")
_SHORT_QUOTE = 3  # words of a quotation that is a content where a comma or the end follows it
_LONG_QUOTE = 6
_RELATIVE = 6  # tokens between a relative pronoun and a second verb of its clause
_LINKS = word_class("link")
_BARE = word_class("dangling")
_FINITE = ("perfect", "imperfect")


class Extents:
    """Ends the contents of one sentence's drafts."""

    def __init__(self, article: Article, phrases: Phrases) -> None:
        self.article = article
        self.phrases = phrases
        self.words = article.words

    def settle(self, drafts: list[Draft], stops: list[int], end: int) -> None:
        """Give every draft of a sentence its content's end and its parent.

        `stops` are source phrases that close a content without being statements of their own.
        """
        for i, draft in enumerate(drafts):
            stop = self._sentence_end(end)
            if draft.kind == "before":
                draft.pieces[-1].end = self._trim(draft.start, draft.cue[0])
                continue
            if draft.kind in ("inverted-quote", "settled"):
                continue
            if draft.kind == "around":
                draft.pieces[0].end = self._trim(draft.start, draft.cue[0])
            stop = min([stop, *(s for s in stops if self._closes_at(draft, s))])
            closer = self._enclosing_end(draft)
            if closer is not None:
                stop = min(stop, closer)
            for later in drafts[i + 1 :]:
                if later.left >= draft.start and self._closes(draft, later):
                    boundary = self._boundary(draft, later)
                    if self._parts(boundary, later) or not self._is_bare_subject(draft, boundary):
                        stop = min(stop, boundary)
                        break
            own_end = self._own_end(draft, stop)  # may add pieces
            last = draft.pieces[-1]
            last.end = self._trim(last.start, own_end)
        for i, draft in enumerate(drafts):
            self._find_parent(draft, drafts[:i])

    def _closes_at(self, draft: Draft, stop: int) -> bool:
        """Say whether a source phrase closes a content: it stands beside it, and a whole clause before it."""
        if stop <= draft.start or self.article.in_quote[stop] not in (-1, self.article.in_quote[draft.start]):
            return False
        return not self._is_bare_subject(draft, self._trim(draft.start, stop))

    def _sentence_end(self, end: int) -> int:
        while end > 0 and self.words[end - 1].kind in (".", "!", "newline"):
            end -= 1
        return end

    def _enclosing_end(self, draft: Draft) -> int | None:
        """A statement told inside somebody's quotation ends with it."""
        opener = self.article.in_quote[draft.cue[0]]
        return self.article.quotes.closer[opener] if opener >= 0 else None

    def _closes(self, draft: Draft, later: Draft) -> bool:
        """Say whether the later statement stands beside this one, not inside its content."""
        opener = self.article.in_quote[later.cue[0]]
        if opener >= 0 and opener != self.article.in_quote[draft.cue[0]] and opener >= draft.introduced:
            return False
        if later.newsroom:
            return True
        if later.cue[0] == draft.start:
            return False
        if later.relative or later.embedded or not later.sibling:
            return False
        return later.participle or self._begins_clause(draft, later)

    def _parts(self, boundary: int, later: Draft) -> bool:
        """Say whether a conjunction before the later statement opens a clause of its own."""
        if later.hit is not None and later.hit.conjunction:
            return True
        return any(w.fold in _LINKS for w in self.words[boundary : later.left])

    def _is_bare_subject(self, draft: Draft, end: int) -> bool:
        """`أكد أن الهيئة إذ توضح`: a clause cannot end with its subject; what follows is its verb."""
        if draft.kind != "clause" or self.words[draft.start - 1].suffix:
            return False
        if end - draft.start <= 1:
            return True
        phrase = self.phrases.at(draft.start, end)
        return phrase is not None and phrase.end >= end

    def _begins_clause(self, draft: Draft, later: Draft) -> bool:
        """A verb closes an earlier content only where a new clause visibly begins with it."""
        if later.hit is not None and later.hit.conjunction and later.left == later.cue[0]:
            return (
                draft.kind == "nominal"
                or later.kind != "nominal"
                or later.speaker is not None
                or self.words[later.left - 1].kind != "word"
            )
        before = self.words[later.left - 1]
        if (
            before.kind != "word"
            or later.left in self.article.fixed_ends
            or later.occasion == (later.left, later.occasion[1] if later.occasion else 0)
        ):
            return True
        return before.fold in _LEADERS or bool(self.words[later.left].conjunction) or bool(before.flags & F.CONNECTIVE)

    def _boundary(self, draft: Draft, later: Draft) -> int:
        """Go back from the later statement over its connectives."""
        token = later.left
        while token > draft.start + 1:
            word = self.words[token - 1]
            if word.kind in COMMAS or word.kind in DASHES and token - 1 not in self.article.asides.opener:
                token -= 1
            elif later.participle:
                break
            elif token in self.article.fixed_ends and self._connects(self.article.fixed_ends[token]):
                token = self.article.fixed_ends[token]
            elif (
                word.kind == "word" and (word.fold in _LEADERS or word.flags & F.CONNECTIVE) and token - 1 > draft.start
            ):
                token -= 1
            else:
                break
        return token

    def _connects(self, start: int) -> bool:
        return bool(self.article.fixed[start].name.kind & F.CONNECTIVE)

    def _own_end(self, draft: Draft, stop: int) -> int:
        if draft.kind == "quote":
            return self._quote_end(draft, stop)
        if draft.kind == "clause":
            closer = self._whole_quotation(draft, stop)
            if closer is not None:
                return closer
        if draft.kind == "nominal":
            return self._nominal_end(draft, self._tail(draft, stop))
        return self._tail(draft, stop)

    def _quote_end(self, draft: Draft, stop: int) -> int:
        opener = draft.start - 1
        while self.words[opener].complementizer or self.words[opener].flags & F.PREPOSITION:
            opener -= 1  # `«إن …»`, `«إلى …»`
        closer = self.article.quotes.closer.get(opener)
        if closer is None:
            return stop
        while opener in self.article.quotes.continued:
            draft.pieces[-1].end = self._trim(draft.pieces[-1].start, closer)
            opener = self.article.quotes.continued[opener]
            closer = self.article.quotes.closer.get(opener)
            if closer is None:
                return draft.pieces[-1].end
            draft.pieces.append(Piece(opener + 1, closer))
        return closer

    def _whole_quotation(self, draft: Draft, stop: int) -> int | None:
        """`أن "…"`: a long quotation right behind the complementizer is the content."""
        closer = self.article.quotes.closer.get(draft.start)
        if closer is None or closer > stop:
            return None
        ends = closer + 1 >= stop or self.words[closer + 1].kind in COMMAS
        if closer - draft.start - 1 >= (_SHORT_QUOTE if ends else _LONG_QUOTE):
            draft.pieces[0].start += 1
            return closer
        return None

    def _tail(self, draft: Draft, stop: int) -> int:
        """End before the newsroom's own words: `، وذلك في مسعى …`, `، في إشارة إلى …`."""
        quotes, asides = self.article.quotes.closer, self.article.asides.closer
        token = draft.pieces[-1].start + 1
        while token < stop:
            if token in quotes and quotes[token] < stop:
                token = quotes[token] + 1
                continue
            if token in asides and asides[token] < stop:
                token = asides[token] + 1
                continue
            if self.words[token].kind in COMMAS and self._begins(token + 1, _TAILS):
                return token
            if self._begins(token, _FREE_TAILS):
                return token
            token += 1
        return stop

    def _begins(self, token: int, phrases: Mapping[str, list[tuple[str, ...]]]) -> bool:
        words = self.words
        found = phrases.get(words[token].fold) if token < len(words) else None
        if found is None:
            return False
        return any([w.fold for w in words[token + 1 : token + 1 + len(rest)]] == list(rest) for rest in found)

    def _nominal_end(self, draft: Draft, stop: int) -> int:
        """A nominal content ends at a comma behind which no noun of it goes on, or before a new verb."""
        quotes, asides = self.article.quotes.closer, self.article.asides.closer
        token = draft.pieces[-1].start + 1
        opener = quotes.get(token - 1)
        if opener is not None and opener < stop:
            token = opener + 1
        while token < stop:
            if token in quotes and quotes[token] < stop:
                token = quotes[token] + 1
            elif token in asides and asides[token] < stop:
                token = asides[token] + 1
            elif self._ends_noun(draft, token):
                return token
            else:
                token += 1
        return stop

    def _ends_noun(self, draft: Draft, token: int) -> bool:
        """Say whether a nominal content ends before `token`."""
        word = self.words[token]
        if word.kind in COMMAS:
            return not self._noun_goes_on(token + 1)
        if word.kind == ":" or self._new_verb(token) or self._begins(token, _NOMINAL_TAILS):
            return True
        return word.fold in _TODAY and token - draft.start <= _EARLY

    def _noun_goes_on(self, token: int) -> bool:
        if token >= len(self.words):
            return False
        word = self.words[token]
        if word.fold in ("وهو", "وهي") and token + 1 < len(self.words) and self.words[token + 1].fold == "ما":
            return True
        if token in self.article.fixed or word.fold.startswith("و") and word.fold[1:] in _NEW_CLAUSE:
            return False
        if word.fold in _NOMINAL_GOES_ON or word.flags & F.RELATIVE or word.base in ("هما", "هم", "هي", "هو"):
            return True
        if word.conjunction == "و" or word.fold.startswith("و") and not word.known:
            return bool(word.complementizer) or not self._is_finite(token)
        if word.preposition or word.base in ("في", "من", "مقابل"):
            return not opens_occasion(self.article, token) and not is_time(word)
        return False

    def _new_verb(self, token: int) -> bool:
        """`… بالمساعدة وسعى لـ`: a conjunction with a verb begins the newsroom's next clause."""
        word = self.words[token]
        if not word.fold.startswith(("و", "ف")) or word.flags & ~F.VERB or self._in_relative(token):
            return False
        return bool(word.flags & F.VERB and word.conjunction) or any(
            h.form.aspect in _FINITE and h.conjunction for h in word.cues
        )

    def _in_relative(self, token: int) -> bool:
        """`لكل من ساهم ونسق`, `للذين دعموا الفريق وحضروا`: the verb goes on with a relative clause."""
        for back in range(token - 1, max(0, token - _RELATIVE) - 1, -1):
            if self.words[back].kind != "word":
                return False
            if self.words[back].flags & F.RELATIVE:
                return not self.words[back].base.startswith("ما")
        return False

    def _is_finite(self, token: int) -> bool:
        word = self.words[token]
        if word.flags & F.VERB:
            return True
        return any(h.form.aspect in _FINITE for h in word.cues) and not word.flags & (F.NOUN | F.ADJECTIVE)

    def trimmed(self, end: int, floor: int) -> int:
        """Return `end` without the marks before it, not below `floor`."""
        return self._trim(min(floor, end) - 1, end)

    def _trim(self, start: int, end: int) -> int:
        """Leave marks and bare connectives at the end outside."""
        while end > start + 1 and self._is_outside(end - 1):
            end -= 1
        return max(end, start + 1)

    def _is_outside(self, token: int) -> bool:
        word, quotes, asides = self.words[token], self.article.quotes, self.article.asides
        if (
            word.kind in COMMAS
            or word.kind in (".", ":", "newline")
            or token in quotes.closer
            or token in asides.closer
        ):
            return True
        if word.kind in DASHES:
            return token not in asides.opener
        if word.kind in ("»", "”", '"', "“", "«"):
            return token not in quotes.opener
        return word.kind == "word" and word.fold in _BARE

    def _find_parent(self, draft: Draft, earlier: list[Draft]) -> None:
        for outer in reversed(earlier):
            if any(p.start <= draft.cue[0] < p.end for p in outer.pieces):
                draft.parent = outer
                return
