"""Verbs behind which no subject stands: who speaks, if anybody does."""

from qawl.lexicon import flags as F
from qawl.lexicon.classes import lemma_class, word_class
from qawl.lexicon.vocabulary import CueHit
from qawl.reading.admission import Admission
from qawl.reading.drafts import Draft
from qawl.reading.nouns import NounPhrase
from qawl.reading.scene import Finder, Scene
from qawl.reading.subjects import agrees

_IMPERSONAL = word_class("impersonal")
_CARRYING = word_class("carrying")
_STANCES = lemma_class("stance")


class SilentVerbs(Finder):
    """Finds the speaker of a verb before it, or leaves it to the verb."""

    def __init__(self, scene: Scene, admission: Admission) -> None:
        super().__init__(scene)
        self.admission = admission

    def with_left_subject(
        self, draft: Draft, hit: CueHit, token: int, start: int, relative: int | None, drafts: list[Draft]
    ) -> Draft | None:
        """No subject stands behind the verb: look before it, else the verb alone carries it."""
        if relative is not None:
            return None if self._resumes_fact(relative) else self._with_antecedent(draft, hit, token, start, relative)
        if hit.conjunction:
            return self._carried_on(draft, hit, token, start, drafts)
        if self.subjects.resumed(token + 1):
            subject = self._author(token, start)
        else:
            subject = self.subjects.before(token, start, hit)
        if subject is not None:
            return self._with_subject_first(draft, hit, subject, start, drafts)
        if self._follows_thing(token, start):
            return None
        draft.null_subject = True
        planned = hit.form.aspect == "imperfect" and draft.kind == "nominal" and not draft.headline
        if planned and not self._after_conjunction(token):
            return None
        if self._is_impersonal(token, hit, start) or hit.form.number == "du":
            return None
        return draft if self._may_lack_subject(draft, hit, drafts) else None

    def _with_antecedent(self, draft: Draft, hit: CueHit, token: int, start: int, relative: int) -> Draft:
        """`الوزير الذي أكد أن`: the relative pronoun at `relative` stands for the speaker."""
        draft.relative = True
        antecedent = self.subjects.antecedent(relative, start)
        if antecedent is not None and antecedent.joint and hit.form.number == "sg":
            antecedent = self._last_conjunct(antecedent)
        if self.subjects.resumed(token + 1):
            antecedent = self.subjects.inner_person(antecedent) if antecedent else None
            antecedent = antecedent or self._author(relative, start)
        if antecedent is not None and not self.scene.may_speak(antecedent):
            antecedent = self.subjects.inner_person(antecedent)
        if antecedent is not None and not (self.scene.may_speak(antecedent) and agrees(antecedent, hit)):
            antecedent = None
        draft.speaker = antecedent
        draft.null_subject = antecedent is None
        if antecedent is None and draft.kind == "clause":
            draft.newsroom, draft.left = True, relative
        draft.rule += ":relative"
        return draft

    def _carried_on(self, draft: Draft, hit: CueHit, token: int, start: int, drafts: list[Draft]) -> Draft | None:
        """`وأضاف أن`: a verb joined to what precedes."""
        if hit.conjunction == "ف":
            draft.speaker = self.subjects.before(token, start, hit)  # `أما X فقال`
            draft.left = draft.speaker.start if draft.speaker else draft.left
        if draft.speaker is not None:
            return draft
        if self._is_passive_report(token, hit) or hit.form.number == "sg" and self.article.in_quote[token] >= 0:
            return None
        if hit.form.aspect == "imperfect" and draft.kind == "nominal" and self._in_content(token, drafts):
            return None  # `طالب الوزير بأن يخرج ويبرر قراره`: goes on with the content
        draft.speaker = self._adjacent_subject(token, start) if not drafts else None
        if draft.speaker is not None and hit.form.number == "pl" and draft.speaker.number != "p":
            draft.speaker = None
        draft.null_subject = draft.speaker is None
        if draft.speaker is not None:
            draft.rule += ":adjacent"
        return draft

    def _with_subject_first(
        self, draft: Draft, hit: CueHit, subject: NounPhrase, start: int, drafts: list[Draft]
    ) -> Draft | None:
        """`الوزير أكد أن`: the subject stands before its verb."""
        if self.words[subject.head].fold == "الله" or self.admission.says_nothing(subject, hit):
            return None
        draft.speaker = subject
        draft.left = min(draft.left, subject.start)
        told = subject.start > start and bool(self.words[subject.start - 1].complementizer)
        draft.embedded = told and self._in_content(subject.start, drafts)
        draft.rule += ":subject-first"
        return draft

    def _follows_thing(self, token: int, start: int) -> bool:
        """`فالواقع يؤكد أن`: what stands right before the verb is its subject and cannot speak."""
        for begin in range(token - 1, max(start, token - 6) - 1, -1):
            phrase = self.phrases.at(begin, token)
            if phrase is not None and phrase.end == token and self.subjects.opens(begin, start, token):
                return not self.scene.may_speak(phrase)
        return False

    def _after_conjunction(self, token: int) -> bool:
        return token > 0 and self.words[token - 1].fold.removeprefix("و") in _CARRYING

    def _may_lack_subject(self, draft: Draft, hit: CueHit, drafts: list[Draft]) -> bool:
        """A verb without a subject inside somebody's words is their own stance, unless it tells of others."""
        token = draft.cue[0]
        if hit.form.number == "sg" and self.article.in_quote[token] >= 0:
            return False
        if any(d.start == token for d in drafts if d.kind == "clause"):
            draft.embedded = True
            return hit.form.cue.lemma not in _STANCES
        if self.words[token - 1].complementizer and self.words[token - 1].suffix and self._in_content(token, drafts):
            draft.embedded = True  # `خاصة أنه رفض …`
        return True

    def _author(self, token: int, start: int) -> NounPhrase | None:
        """`أصدرت الوزارة بيانا أكدت فيه`, `تلقى X اتصالا من Y أعرب خلاله`: who issued what the pronoun stands for."""
        for begin in range(token - 1, start, -1):
            if self.words[begin - 1].fold == "من" or self.words[begin].preposition == "ل":
                phrase = self.phrases.at(begin, token)
                if phrase is not None and phrase.end == token and self.scene.is_party(phrase):
                    return phrase
        for begin in range(start + 1, token):
            if begin == start + 1 or self.scene.follows_verb(begin):
                phrase = self.phrases.at(begin, token)
                if phrase is not None and self.scene.may_speak(phrase):
                    return phrase
        return None

    def _resumes_fact(self, relative: int) -> bool:
        """`وهو ما يؤكد أن`, `وهذا ما يفسر`: what was told before shows it, nobody says it."""
        before = self.words[relative - 1]
        pointed = bool(before.flags & (F.PRONOUN | F.DEMONSTRATIVE))
        return relative > 0 and pointed and self.words[relative].fold in ("ما", "من")

    def _last_conjunct(self, phrase: NounPhrase) -> NounPhrase:
        """`الحكومة وحكومة الإقليم التي طالبت`: a verb in the singular speaks of the last of the two."""
        for start in range(phrase.end - 1, phrase.start, -1):
            if self.words[start].conjunction:
                inner = self.phrases.at(start, phrase.end)
                if inner is not None and inner.end == phrase.end:
                    return inner
        return phrase

    def _adjacent_subject(self, token: int, start: int) -> NounPhrase | None:
        """`التفت إليه نظيره فلان وقال`: the subject of the verb before stands right before the cue."""
        best: NounPhrase | None = None
        for begin in range(token - 1, max(start, token - 14), -1):
            phrase = self.phrases.at(begin, token)
            if phrase is not None and phrase.end == token and phrase.personal and phrase.name is not None:
                before = self.words[begin - 1]
                if before.kind == "word" and not before.flags & F.PREPOSITION and not self.words[begin].preposition:
                    best = phrase
        return best

    def _in_content(self, token: int, drafts: list[Draft]) -> bool:
        return any(d.introduced < token and d.kind in ("clause", "quote", "colon") for d in drafts)

    def _is_passive_report(self, token: int, hit: CueHit) -> bool:
        """`ويعتقد أن`, `وتبين أن`: said by nobody in particular."""
        word = self.words[token].fold.removeprefix("و")
        return word == "تبين" or hit.form.aspect == "imperfect" and word in _IMPERSONAL

    def _is_impersonal(self, token: int, hit: CueHit, start: int) -> bool:
        """`يذكر أن`, `يعتقد أن`: passives that name nobody."""
        if hit.form.aspect == "passive" or self._is_passive_report(token, hit):
            return True
        if self.words[token].base[-2:-1] in ("و", "ي") and hit.form.cue.lemma != "رأى":
            return False  # `يقول`, `يضيف`: its passive is written otherwise
        return (
            hit.form.aspect == "imperfect"
            and hit.form.gender == "m"
            and hit.form.number == "sg"
            and (token == start or self.words[token].base in _IMPERSONAL or self.words[token].fold in _IMPERSONAL)
        )
