"""Light verbs: `وجه اتهاما إلى`, `أدلى بتصريح`."""

from qawl.lexicon import flags as F
from qawl.lexicon.classes import lemma_class
from qawl.lexicon.cues import CueForm, LightForm
from qawl.lexicon.vocabulary import CueHit
from qawl.reading.complements import Walk
from qawl.reading.drafts import Complement, Draft, Piece, draft_from
from qawl.reading.frames import frame
from qawl.reading.noun_cues import is_adverbial
from qawl.reading.nouns import NounPhrase
from qawl.reading.occasions import leading_occasion
from qawl.reading.scene import Finder, Scene, keys
from qawl.reading.silent import SilentVerbs
from qawl.reading.subjects import is_negated
from qawl.records.reading import Force

_OPENING_VERBS = lemma_class("opening_verb")
_LIGHT_REACH = 20


class LightVerbs(Finder):
    """Reads verbs that say something only with their object."""

    def __init__(self, scene: Scene, silent: SilentVerbs) -> None:
        super().__init__(scene)
        self.silent = silent

    def read(self, token: int, start: int, end: int, drafts: list[Draft]) -> Draft | None:
        """`وجه اتهاما إلى`, `أدلى بتصريح`: a verb that says something only with its object."""
        for key in keys(self.words[token]):
            for form in self.scene.cues.lights.get(key, ()):
                if form.light.cue.lemma in _OPENING_VERBS:
                    continue
                found = self._light_object(form, token, end)
                if found is not None:
                    draft = self._light_draft(form, token, found, start, end, drafts)
                    if draft is not None:
                        return draft
        return None

    def _light_object(self, form: LightForm, token: int, end: int) -> tuple[int, int, Force] | None:
        """Return first and last token of a light verb's object, and its force."""
        words = self.words
        for at in range(token + 1, min(end, token + 1 + (1 if form.light.pair else _LIGHT_REACH))):
            if words[at].kind in (".", ":", "newline"):
                return None
            force = form.light.objects.get(words[at].fold)
            if force:
                return at, at + 1, force
            force = form.light.objects.get(f"{words[at].fold} {words[at + 1].fold}") if at + 1 < end else None
            if force:
                return at, at + 2, force
        return None

    def _light_draft(
        self, form: LightForm, token: int, found: tuple[int, int, Force], start: int, end: int, drafts: list[Draft]
    ) -> Draft | None:
        first, last, force = found
        cue = form.light.cue
        hit = CueHit(CueForm(form.text, cue, form.aspect, form.person, form.gender, form.number), "", "", False)
        if form.person == 1:
            return None
        if form.aspect == "participle" and not is_adverbial(self.words[token], hit) or is_negated(self.words, token):
            return None
        subject = self.phrases.at(token + 1, first, frozenset()) if first > token + 1 else None
        given = subject or NounPhrase(token, token, token)
        if self._object_key(first, last) in form.light.opening:
            complement: Complement | None = Complement("nominal", first, subject=subject, introduced=first)
        else:
            complement = Walk(
                self.article,
                self.phrases,
                frame(cue),
                limit=end,
                subject=given if subject or first == token + 1 else None,
            ).run(last)
        if complement is None:
            return None
        if complement.subject is given and subject is None:
            complement.subject = None
        draft = draft_from(token, hit, complement)
        opens = complement.start == first
        draft.cue = (token, last) if first == token + 1 and not opens else (token, token + 1)
        draft.force, draft.rule = force, f"light:{complement.kind}"
        if opens and self._object_key(first, last) in form.light.parted:
            self._part_addressee(draft, end)
        draft.participle = form.aspect == "participle"
        leading_occasion(self.article, self.phrases, draft, start)
        if complement.subject is None:
            if draft.participle:
                draft.null_subject = True
                return draft
            return self.silent.with_left_subject(
                draft, hit, token, start, self.scene.relative_before(token, start), drafts
            )
        return draft

    def _object_key(self, first: int, last: int) -> str:
        return " ".join(word.fold for word in self.words[first:last])

    def _part_addressee(self, draft: Draft, end: int) -> None:
        """`رفع التهاني لرئيس اللجنة على الفوز`: the addressee stands between the pieces of the content."""
        token = draft.start + 1
        while token < end and self.words[token].kind == "word" and not self._leads_to_party(token):
            token += 1
        phrase = self.phrases.at(token + (self.words[token].fold == "الي"), end) if token < end else None
        if phrase is None or not self.scene.is_party(phrase):
            return
        draft.addressee = (token, phrase.end)
        draft.pieces[0].end = token
        if phrase.end < end and self.words[phrase.end].flags & F.PREPOSITION:
            cut = 1 if self.words[phrase.end].fold == "علي" else 0
            draft.pieces.append(Piece(phrase.end + cut, phrase.end + cut + 1))
        else:
            draft.kind = "settled"

    def _leads_to_party(self, token: int) -> bool:
        return self.words[token].fold == "الي" or self.words[token].preposition == "ل"
