"""Statements of a sentence: each cue in turn with what stands around it, then the ends of their contents."""

from collections.abc import Iterator

from qawl.lexicon.classes import lemma_class, word_class
from qawl.lexicon.cues import CueLexicon
from qawl.lexicon.vocabulary import CueHit
from qawl.reading.admission import HOMOGRAPH, Admission
from qawl.reading.article import Article
from qawl.reading.drafts import Draft
from qawl.reading.extents import Extents
from qawl.reading.light_verbs import LightVerbs
from qawl.reading.noun_cues import NounCues
from qawl.reading.phrases import Phrases
from qawl.reading.relays import Relays
from qawl.reading.scene import Scene
from qawl.reading.source_phrases import SourcePhrases
from qawl.reading.verb_cues import VerbCues

_COMMENTING = lemma_class("commenting")
_VOICING = lemma_class("voicing")
_SAYING = word_class("saying_adverbial")
_FAR_CLAIM = 9  # less than any other
_MAX_SENTENCE = 1500  # tokens read as one sentence


class Sentences:
    """Reads the statements of an article sentence by sentence."""

    def __init__(self, article: Article, phrases: Phrases, cues: CueLexicon) -> None:
        self.article = article
        self.words = article.words
        self.scene = Scene(article, phrases, cues)
        self.extents = Extents(article, phrases)
        self.admission = Admission(self.scene)
        relays = Relays(self.scene)
        self.verbs = VerbCues(self.scene, self.admission, relays)
        self.nouns = NounCues(self.scene, self.admission, relays)
        self.lights = LightVerbs(self.scene, self.verbs.silent)
        self.sources = SourcePhrases(self.scene)

    def read(self) -> list[Draft]:
        """Return the drafts of the body, in order."""
        drafts = [draft for found in self._by_sentence() for draft in found]
        self._extend_speeches(drafts)
        return drafts

    def _extend_speeches(self, drafts: list[Draft]) -> None:
        """`وقال: …` without marks runs on over sentences that hold no statement, to the end of the paragraph."""
        sentences = self.article.sentences
        taken = {draft.sentence for draft in drafts}
        for draft in drafts:
            end = draft.pieces[-1].end
            if (
                draft.kind != "colon"
                or draft.headline
                or self.extents.trimmed(sentences[draft.sentence][1], end) != end
            ):
                continue
            following = draft.sentence + 1
            while following < len(sentences) and following not in taken and self._same_paragraph(following):
                draft.pieces[-1].end = self.extents.trimmed(sentences[following][1], end)
                following += 1

    def _same_paragraph(self, sentence: int) -> bool:
        start, _ = self.article.sentences[sentence]
        return self.words[start - 1].kind != "newline" and start < self.article.body_end

    def _by_sentence(self) -> Iterator[list[Draft]]:
        for number, (start, end) in enumerate(self.article.sentences):
            if start < self.article.title_end or start >= self.article.body_end:
                continue
            end = min(end, self.article.body_end)
            for floor in range(start, end, _MAX_SENTENCE):
                drafts = self.sentence(floor, min(end, floor + _MAX_SENTENCE))
                for draft in drafts:
                    draft.sentence = number
                if drafts:
                    yield drafts

    def sentence(self, start: int, end: int) -> list[Draft]:
        """Return the statements of tokens `[start, end)`, in the order of their cues."""
        drafts: list[Draft] = []
        self.sources.stops.clear()
        token = start
        words = self.words
        while token < end:
            word = words[token]
            draft = None
            if word.cues or word.opens:
                draft = self._at(token, start, end, drafts)
            if draft is not None:
                drafts.append(draft)
                token = max(token + 1, draft.cue[1])
            else:
                token += 1
        drafts.sort(key=lambda d: d.cue[0])
        self.extents.settle(drafts, self.sources.closing_stops(end), end)
        return drafts

    def _at(self, token: int, start: int, end: int, drafts: list[Draft]) -> Draft | None:
        word = self.words[token]
        source = self.sources.read(token, start, end, drafts) if word.cites else None
        if source is not None:
            return source
        if any(d.cue[0] <= token < d.cue[1] for d in drafts):
            return None
        light = self.lights.read(token, start, end, drafts) if word.light else None
        if light is not None:
            return light
        if token in self.article.inside_entity:
            return None
        for hit in word.cues:
            draft = self._verb(token, hit, start, end, drafts)
            if draft is not None and self._wins(draft, drafts):
                return draft
        return None

    def _wins(self, draft: Draft, drafts: list[Draft]) -> bool:
        """Give a complement that two cues claim to one of them."""
        for rival in drafts:
            if rival.introduced == draft.introduced and rival.kind == draft.kind:
                if draft.relative or not rival.relative and self._claim(draft) <= self._claim(rival):
                    return False
                drafts.remove(rival)
                self._inherit(draft, rival)
                return True
        return not any(d.cue[1] <= draft.cue[0] < d.introduced < draft.introduced for d in drafts)

    def _inherit(self, draft: Draft, rival: Draft) -> None:
        """`وعلق فلان على القرار قائلا`: the subject of the comment speaks, where and to whom it was made."""
        led = draft.participle and draft.entry.lemma == "قال"
        if led and rival.entry.lemma in _COMMENTING and rival.speaker is not None:
            draft.speaker, draft.null_subject = rival.speaker, False
            draft.occasion, draft.addressee = rival.occasion, rival.addressee

    def _claim(self, draft: Draft) -> int:
        """How well a cue claims its complement: a verb, near by, that is nothing else."""
        word = self.words[draft.cue[0]]
        hit = draft.hit
        if draft.entry.lemma == "مضى":
            return -_FAR_CLAIM  # `ومضى فلان قائلا`
        near = draft.introduced - draft.cue[1] <= 1
        saying = draft.participle and draft.entry.lemma == "قال"
        if saying and near:
            return -2  # `صرح فلان قائلا إن`
        if (
            hit is not None
            and hit.form.cue.lemma in _COMMENTING
            and not draft.participle
            and self._is_led_by_saying(draft)
        ):
            return -_FAR_CLAIM  # `وعلق فلان قائلا: …`
        score = 4 if near and (draft.participle and not saying or draft.rule.startswith("relayed")) else 0
        if hit is not None and hit.form.aspect in ("perfect", "imperfect"):
            score += 2
        if hit is not None and (hit.form.strict or hit.form.cue.deed or word.flags & HOMOGRAPH):
            score -= 2
        return score + (1 if near else 0)

    def _is_led_by_saying(self, draft: Draft) -> bool:
        return any(w.fold in _SAYING for w in self.article.words[draft.cue[1] : draft.introduced][-2:])

    def _verb(self, token: int, hit: CueHit, start: int, end: int, drafts: list[Draft]) -> Draft | None:
        aspect = hit.form.aspect
        if aspect == "participle":
            return self.nouns.participle(token, hit, start, end, drafts)
        if aspect == "noun":
            opened = bool(hit.suffix) and any(
                d.start == token and d.entry.lemma in _VOICING for d in drafts
            )  # `أعرب عن أمله أن`
            return None if opened else self.nouns.noun(token, hit, end)
        if aspect == "passive" and hit.form.cue.speaker_after is None:
            return None
        if not self.admission.plausible_verb(token, hit, start):
            return None
        return self.verbs.finite(token, hit, start, end, drafts)
