"""Source phrases: `بحسب X`, `وفقا لـX`, `كما ذكرت X`, and the clauses that they cover."""

from qawl.lexicon import flags as F
from qawl.lexicon.classes import word_class
from qawl.lexicon.cues import Source, SourceWithVerb
from qawl.reading.article import COMMAS
from qawl.reading.complements import Walk
from qawl.reading.drafts import Draft, Piece
from qawl.reading.frames import frame
from qawl.reading.nouns import NounPhrase, is_time
from qawl.reading.scene import FINITE, Finder, Scene, conjunction_length, keys

_LINKS = word_class("link")
_SOURCE = 12  # tokens of a source phrase at most
_RULES = word_class("rule_document")
_QUOTED_NAME = 5  # tokens
_TAIL = 4  # words of `على حد قوله`, at most


class SourcePhrases(Finder):
    """Reads source phrases; the statements of one sentence share its stops."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.stops: list[int] = []

    def read(self, token: int, start: int, end: int, drafts: list[Draft]) -> Draft | None:
        """`بحسب X`, `وفقا لـX`, `على حد قول X`: the phrase is the cue, the clause it covers the content."""
        heads_tail = self.words[token].fold in self.scene.cues.tail_heads
        if heads_tail and any(self._is_tail(token, token + length) for length in range(2, _TAIL + 1)):
            self.stops.append(token)
            return None
        for key in keys(self.words[token]):
            for source in self.scene.cues.sources.get(key, ()):
                draft = self._source_draft(source, token, start, end, drafts)
                if draft is not None:
                    return draft
            for with_verb in self.scene.cues.sources_with_verb.get(key, ()):
                draft = self._source_verb(with_verb, token, start, end, drafts)
                if draft is not None:
                    return draft
        return None

    def _may_be_source(self, phrase: NounPhrase, end: int) -> bool:
        """`وفق تقديرات المعهد`: at the head of a sentence also counts, estimates and documents."""
        if self.words[min(phrase.end, end - 1)].kind in COMMAS:
            return True
        return bool(self.words[phrase.head].flags & (F.EVENT | F.SPEECH | F.DOCUMENT))

    def _source_verb(
        self, source: SourceWithVerb, token: int, start: int, end: int, drafts: list[Draft]
    ) -> Draft | None:
        """`كما قال والده`, `وفق ما أكد متحدث`: an introducer and a verb of saying make one cue."""
        words = self.words
        verb = token + len(source.words)
        if verb >= end or not self._stand(source.words, token):
            return None
        hit = next((h for h in words[verb].cues if h.form.aspect in FINITE and not h.suffix), None)
        if hit is None or hit.form.cue.deed or hit.form.cue.force != "assert" or "أن" not in hit.form.cue.frames:
            return None
        walk = Walk(self.article, self.phrases, frame(hit.form.cue), limit=end)
        if source.words == ("كما",) and walk.run(verb + 1) is not None:
            return None  # `كما قال إن`: a new statement, not a source of the last one
        speaker = self.phrases.at(verb + 1, end, frozenset("ل"))
        if speaker is None or not self.scene.may_speak(speaker):
            return None
        if source.words == ("كما",) and token == start and words[min(speaker.end, end - 1)].kind not in COMMAS:
            return None  # `كما أكد فلان في رد على سؤال …`
        draft = Draft(
            cue=(token, verb + 1),
            entry=hit.form.cue,
            rule="source-verb",
            kind="source",
            pieces=[Piece(token, token + 1)],
            left=token,
            speaker=speaker,
            force="assert",
            introduced=token,
        )
        if walk.found.addressee and walk.found.addressee[0] >= speaker.end:
            draft.addressee = walk.found.addressee
        return self._cover(draft, start, end, drafts)

    def _stand(self, forms: tuple[str, ...], token: int) -> bool:
        """Say whether the words behind the first one of a phrase stand behind `token`; for most the second does not."""
        if len(forms) == 1:
            return True
        words = self.words
        return words[token + 1].fold == forms[1] and all(
            words[token + k].fold == forms[k] for k in range(2, len(forms))
        )

    def _source_draft(self, source: Source, token: int, start: int, end: int, drafts: list[Draft]) -> Draft | None:
        words = self.words
        after = token + len(source.words)
        if after >= end or not self._stand(source.words, token):
            return None
        if source.proclitic and words[after].preposition != source.proclitic and words[after].fold != source.proclitic:
            return None
        begin = after + 1 if words[after].fold == source.proclitic else after
        if self._is_tail(token, after + 1):
            self.stops.append(token)
            return None
        speaker = self.phrases.at(begin, end)
        if speaker is None or not (
            self.scene.may_speak(speaker) or token == start and self._may_be_source(speaker, end)
        ):
            return None
        if self._is_plan(speaker) or source.words[0] == "في" and not self.scene.is_party(speaker):
            return None
        draft = Draft(
            cue=(token, after),
            entry=source.cue,
            rule="source",
            kind="source",
            pieces=[Piece(begin, begin + 1)],
            left=token,
            speaker=speaker,
            force=source.cue.force,
            introduced=token,
        )
        return self._cover(draft, start, end, drafts)

    def _is_plan(self, phrase: NounPhrase) -> bool:
        """`وفق جدول محدد`, `حسب خطة`: a document that nobody in particular wrote is a manner, not a source."""
        words, head = self.words[phrase.start : phrase.end], self.words[phrase.head]
        if head.base in _RULES and not phrase.name:
            return True  # `حسب النظام الجديد`
        if head.suffix and not phrase.personal and not head.flags & (F.DOCUMENT | F.SPEECH | F.MEDIUM_HEAD):
            return True  # `حسب مصالحها`
        if not head.flags & F.DOCUMENT or phrase.personal:
            return False
        return not any(
            w.definite or w.suffix or w.flags & (F.PARTY | F.INSTITUTION | F.DEMONYM | F.MEDIUM_HEAD) for w in words
        )

    def _is_tail(self, start: int, end: int) -> bool:
        """`على حد قوله`, `حسب تعبيره`: closes a statement that has its cue."""
        cues = self.scene.cues
        return self.words[start].fold in cues.tail_heads and tuple(w.fold for w in self.words[start:end]) in cues.tails

    def _cover(self, draft: Draft, start: int, end: int, drafts: list[Draft]) -> Draft | None:
        """Find the clause that a source phrase covers: behind it where it stands first, else before it."""
        words = self.words
        speaker = draft.speaker
        assert speaker is not None
        first = draft.cue[0] == start or draft.cue[0] - 1 == start and words[start].kind != "word"
        self._take_quoted_name(speaker, end)
        token = speaker.end
        while token < end and words[token].kind in COMMAS:
            token += 1
        if first:
            return self._cover_after(draft, token, end)
        if drafts:
            self.stops.append(draft.cue[0])
            self._note_via(draft, drafts)
            return None
        begin = start
        while begin < draft.cue[0] - 1 and (
            begin in self.article.fixed or self.words[begin].kind in COMMAS or self.words[begin].fold in _LINKS
        ):
            begin = self.article.fixed[begin].end if begin in self.article.fixed else begin + 1
        if begin >= draft.cue[0]:
            return self._cover_after(draft, token, end)
        draft.pieces = [Piece(begin, draft.cue[0], conjunction_length(self.words[begin]))]
        draft.kind, draft.rule, draft.sibling = "before", "source:after", False
        if draft.rule == "source:after" and token < end - 1 and self._clause_goes_on(token, speaker.end):
            draft.pieces.append(Piece(token, token + 1))
            draft.kind = "around"
        return draft

    def _take_quoted_name(self, speaker: NounPhrase, end: int) -> None:
        """`بحسب موقع «…»، …`: the name belongs to the medium, whatever its words."""
        closer = self.article.quotes.closer.get(speaker.end, end)
        if (
            closer < end
            and closer - speaker.end - 1 <= _QUOTED_NAME
            and self.words[speaker.end - 1].flags & F.MEDIUM_HEAD
        ):
            speaker.name, speaker.end = (speaker.end + 1, closer), closer + 1
            speaker.core_end = speaker.end

    def _clause_goes_on(self, token: int, speaker_end: int) -> bool:
        """`يشكل هذا، وفقا لـX، استراتيجية`: the covered clause goes on behind the source phrase."""
        word = self.words[token]
        if (
            word.kind != "word"
            or word.conjunction
            or is_time(word)
            or word.preposition
            or token in self.article.fixed
            or word.flags & F.GRAMMAR & ~F.PREPOSITION
        ):
            return False
        return not word.cues

    def _cover_after(self, draft: Draft, token: int, end: int) -> Draft | None:
        words = self.words
        if token >= end:
            return None
        if words[token].complementizer:
            token += 1
        elif any(h.form.aspect in FINITE for h in words[token].cues):
            return None  # `بحسب رويترز قال X`: X speaks
        if token >= end or words[token].kind in (".", "newline") or self._says_only_when(token, end):
            return None
        draft.pieces = [Piece(token, token + 1)]
        draft.kind, draft.rule, draft.introduced = "clause", "source:before", token - 1
        if token in self.article.quotes.closer:
            draft.kind, draft.pieces = "quote", [Piece(token + 1, token + 2)]
        return draft

    def _says_only_when(self, token: int, end: int) -> bool:
        """`حسب أقوال الشهود آنذاك.`: an adverb or a time and the stop; the words told stand in another sentence."""
        while token < end and (is_time(self.words[token]) or self.words[token].flags & F.ADVERB):
            token += 1
        return token >= end or self.words[token].kind in (".", "newline")

    def _note_via(self, draft: Draft, drafts: list[Draft]) -> None:
        """A source phrase behind an attributed statement relays it."""
        last = drafts[-1]
        assert draft.speaker is not None
        if (
            self.words[draft.speaker.head].flags & (F.MEDIUM | F.MEDIUM_HEAD)
            or draft.speaker.head in self.article.entities
        ):
            name = self.scene.medium_name(draft.speaker)
            if not any(via.endswith(name) for via in last.via):
                last.via.append(name)

    def closing_stops(self, end: int) -> list[int]:
        """Return the source phrases that close a content: what follows them is a new clause or the end."""
        return [stop for stop in self.stops if self._closes_clause(stop, end)]

    def _closes_clause(self, stop: int, end: int) -> bool:
        for token in range(stop, min(end, stop + _SOURCE)):
            if self.words[token].kind in (".", "newline") or self.words[token].kind in COMMAS:
                return True
        return stop + _SOURCE >= end
