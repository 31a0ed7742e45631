"""Participles and verbal nouns as cues."""

from qawl.lexicon import flags as F
from qawl.lexicon.classes import word_class
from qawl.lexicon.vocabulary import CueHit, Word
from qawl.reading.admission import Admission
from qawl.reading.article import COMMAS
from qawl.reading.complements import Walk
from qawl.reading.drafts import Complement, Draft, draft_from
from qawl.reading.frames import frame
from qawl.reading.nouns import NounPhrase
from qawl.reading.relays import Relays
from qawl.reading.scene import Finder, Scene
from qawl.text.fold import fold

_VOICED = ("demand", "accuse", "warn")  # the nouns of which say more than a feeling: `مطالبة`, `اتهام`, `تهديد`
_AGENTIVE = word_class("agentive")
_BREAKS = COMMAS | frozenset((".", "»", "”", '"', ")", "-", "–", "newline", ":"))
_NOUN_REACH = 1  # tokens between a noun cue with its speaker and the content


class NounCues(Finder):
    """Reads the statement of a participle or a noun of saying."""

    def __init__(self, scene: Scene, admission: Admission, relays: Relays) -> None:
        super().__init__(scene)
        self.admission = admission
        self.relays = relays

    def participle(self, token: int, hit: CueHit, start: int, end: int, drafts: list[Draft]) -> Draft | None:
        """`مشيرا إلى`, `مؤكدة أن`: an indefinite participle carries on for the speaker before it."""
        word = self.words[token]
        if (
            word.flags & F.ADVERB
            or word.definite
            or word.preposition
            or hit.suffix
            or hit.preposition
            or not is_adverbial(word, hit)
        ):
            return None
        if token > start and not self._stands_apart(token, hit) or word.flags & F.NOUN and word.fold.endswith("ات"):
            return None
        given = NounPhrase(token, token, token)
        complement = Walk(self.article, self.phrases, frame(hit.form.cue), limit=end, subject=given).run(token + 1)
        if (
            complement is None
            or not self.admission.admits(hit, complement, token)
            or self.admission.hides_name(complement)
        ):
            return None
        complement.subject = None
        draft = draft_from(token, hit, complement)
        draft.participle, draft.null_subject = True, True
        if token > start:
            self._participle_subject(draft, token, start, named=bool(drafts))
        return draft

    def _stands_apart(self, token: int, hit: CueHit) -> bool:
        """A participle of circumstance is no object of a preposition, no predicate of كان, no adjective."""
        before = self.words[token - 1]
        if before.flags & (F.PREPOSITION | F.AUXILIARY) and not before.flags & F.SUBORDINATOR:
            return False
        if hit.form.cue.lemma == "قال":
            return True
        if hit.form.strict and self.words[token].flags & F.NOUN:
            return before.kind in _BREAKS or self._is_closed(before, self.words[token])
        masculine = hit.form.gender == "m" and hit.form.number == "sg"
        return masculine or before.kind in _BREAKS or self._is_closed(before, self.words[token])

    def _is_closed(self, before: Word, word: Word) -> bool:
        """Behind a definite noun an indefinite participle is no adjective: `من القروض مدعين أنهم`."""
        if not word.fold.endswith("ين") or word.conjunction:
            return False
        return before.kind == "word" and bool(before.definite or before.suffix or before.flags & F.NAME)

    def _participle_subject(self, draft: Draft, token: int, start: int, *, named: bool) -> None:
        """`ومضى الوزير قائلا`: the subject of the verb before is the speaker; `named` asks for a person's name."""
        for begin in range(token - 1, max(start, token - 12), -1):
            phrase = self.phrases.at(begin, token)
            if (
                phrase is not None
                and phrase.end == token
                and self.scene.is_party(phrase)
                and self.scene.follows_verb(begin)
            ):
                if named and (phrase.name is None or not phrase.personal):
                    continue
                draft.speaker, draft.null_subject = phrase, False

    def noun(self, token: int, hit: CueHit, end: int) -> Draft | None:
        """`قوله إن`, `مطالبة الحكومة بـ`, `مزاعم الحوثيين بأن`: a noun of saying with its speaker."""
        word = self.words[token]
        if token and self.words[token - 1].base == "في" and not hit.suffix:
            return None  # `في بيان مشترك`: an occasion
        if hit.suffix in ("نا", "ني", "ي") or hit.suffix and token and self.words[token - 1].base in ("جدير", "حري"):
            return None  # `توقعنا`, `الجدير ذكره أن`
        if hit.suffix:
            given: NounPhrase | None = NounPhrase(token, token, token)
        elif word.definite:
            return None
        else:
            given = self.phrases.at(token + 1, end, frame(hit.form.cue).avoid)
            if given is None or not (
                given.personal or given.name or self.words[given.head].flags & (F.PARTY | F.INSTITUTION | F.MEDIUM_HEAD)
            ):
                return None
        begin = token + 1 if hit.suffix else given.end if given else token + 1
        complement = Walk(
            self.article, self.phrases, frame(hit.form.cue), limit=min(end, begin + 12), subject=given
        ).run(begin)
        if complement is None or complement.introduced - begin > _NOUN_REACH:
            return None
        if complement.kind == "quote" and not hit.suffix:
            return None
        if complement.kind == "nominal" and not self._is_voiced(hit, complement):
            return None
        if hit.suffix:
            complement.subject = None
        draft = draft_from(token, hit, complement)
        draft.null_subject = bool(hit.suffix)
        draft.sibling = False
        draft.rule = f"noun:{complement.kind}"
        if hit.suffix:
            self.relays.relayed_speaker(draft, token)
        return draft

    def _is_voiced(self, hit: CueHit, complement: Complement) -> bool:
        """`دعوة الأمين إلى ضبط النفس`: the noun of what is done by saying it, with what it is about."""
        if hit.form.strict or not complement.preposition:
            return False
        if complement.preposition == "ب" and hit.form.cue.force in _VOICED:
            return True
        return not hit.suffix and fold(hit.form.text) in _AGENTIVE


def is_adverbial(word: Word, hit: CueHit) -> bool:
    """The accusative of circumstance: `مشيرا`, `مشيرة`, `مشيرين`."""
    form = word.base if not hit.conjunction else word.fold
    return form.endswith(("ا", "ه", "ين", "ات")) or word.fold.endswith(("ا", "ه"))
