"""Whether a form of a cue is a cue here: homographs, deeds, and things that say nothing."""

from qawl.lexicon import flags as F
from qawl.lexicon.classes import lemma_class, word_class
from qawl.lexicon.vocabulary import CueHit, Word
from qawl.reading.article import COMMAS
from qawl.reading.complements import IDENTITY
from qawl.reading.drafts import Complement, Draft
from qawl.reading.nouns import NounPhrase
from qawl.reading.scene import Finder
from qawl.reading.subjects import is_negated

_NEVER_CUES = word_class("no_verb")
_BEFORE_VERBS = word_class("before_verb")
_BEFORE_HOMOGRAPHS = word_class("before_homograph")
_BEFORE_PERFECT = word_class("before_perfect")
_SPEECH_ACTS = lemma_class("speech_act")
HOMOGRAPH = F.NOUN | F.PREPOSITION | F.ADJECTIVE | F.NAME | F.ADVERB
_ANSWERING = word_class("answering")
_LINKS = word_class("link")
_NO_NOUN = lemma_class("no_noun_in_imperfect")
_BEFORE_NOUN = word_class("before_predicate")
_COURTS = word_class("court")


class Admission(Finder):
    """Tells what was said from what is only written alike."""

    def plausible_verb(self, token: int, hit: CueHit, start: int) -> bool:
        """Tell a verb from the nouns, names and prepositions that are written alike."""
        word = self.words[token]
        if (
            word.definite
            and not _begins_with_hamza(word, hit)
            or is_negated(self.words, token)
            or self._is_name_here(token, word)
            or "\u064b" in word.form
        ):
            return False
        if self._is_other_word(word, hit):
            return False
        if self._is_undone(token, hit) or self._is_object_noun(token, hit):
            return False
        if hit.form.person == 1 and hit.form.cue.lemma != "قال":
            return False  # a speaker's own stance inside their own words
        if word.fold in _ANSWERING or hit.conjunction == "ف" and hit.form.number == "du":
            return False
        if hit.conjunction == "ف" and word.flags & F.NOUN and not word.conjunction:
            return False  # `فيلم`
        if hit.form.cue.lemma == "ادعى" and word.form.endswith("ى") and hit.form.aspect == "imperfect":
            return False  # the passive of `دعا`: `تدعى`
        if _is_passive(word, hit):
            return False
        if token == start:
            return True
        if word.fold.removeprefix("و") in _NEVER_CUES:
            return False
        before = self.words[token - 1]
        if before.flags & F.PREPOSITION and not before.flags & (F.SUBORDINATOR | F.ADVERB) and before.fold != "و":
            return False
        if before.complementizer and before.fold.endswith("ان") and hit.form.aspect == "perfect":
            return any(
                w.base in _BEFORE_PERFECT for w in self.words[max(start, token - 4) : token - 1]
            )  # else a noun follows `أنّ`, an imperfect `أنْ`
        if self._is_predicate(before, word, hit):
            return False
        if before.suffix in ("ني", "ي") and before.complementizer:
            return False  # `إنني أجزم`
        if before.fold.removeprefix("و") in _BEFORE_VERBS or token in self.article.fixed_ends:
            return True
        if not word.flags & HOMOGRAPH or hit.conjunction or self.scene.left_neighbour(token, start, hit) is not None:
            return True
        if before.flags & F.PRONOUN and hit.form.aspect == "imperfect" and not word.flags & F.PREPOSITION:
            return True  # `وهي ترى أن`
        adverbial = not word.flags & F.PREPOSITION and bool(
            before.flags & (F.ADVERB | F.TIME | F.CONNECTIVE | F.PARTICLE)
        )
        return before.kind != "word" or adverbial or bool(before.complementizer) or before.fold in _BEFORE_HOMOGRAPHS

    def _is_object_noun(self, token: int, hit: CueHit) -> bool:
        """`أود شكر الجماهير`: behind a verb a form that may be the verbal noun is its object."""
        if hit.conjunction or hit.form.aspect != "perfect" or not self.words[token - 1].flags & F.VERB:
            return False
        return any(h.form.aspect == "noun" and h.form.cue.lemma == hit.form.cue.lemma for h in self.words[token].cues)

    def _is_predicate(self, before: Word, word: Word, hit: CueHit) -> bool:
        """`وهو أمر جدير بـ…`, `هناك أمل بأن`: the noun that is written alike."""
        if hit.conjunction or hit.form.aspect != "perfect" or not word.flags & (F.NOUN | F.ADJECTIVE):
            return False
        return before.fold.removeprefix("و") in _BEFORE_NOUN

    def _is_undone(self, token: int, hit: CueHit) -> bool:
        """`دون أن يكشف عن …`, `نريد أن توضح …`: what is not said, or only wished, behind `أن`."""
        words = self.words
        if token < 2 or not words[token - 1].complementizer:
            return False
        wished = words[token - 1].fold == "ان" and hit.form.aspect == "imperfect"
        return wished and words[token - 2].fold not in ("قبل", "بعد")

    def _is_sentence(self, subject: NounPhrase, complement: Complement, hit: CueHit) -> bool:
        """`أدانت المحكمة السائق`: what a court does with a person."""
        if hit.form.cue.force != "accuse" or self.words[subject.head].base not in _COURTS:
            return False
        return bool(self.words[complement.start].flags & F.PERSONAL)

    def _is_other_word(self, word: Word, hit: CueHit) -> bool:
        """`تعز`, `يحيى`, `تداولا`: a city, a name, a noun in the accusative."""
        if word.flags & (F.CITY | F.STATE) and (hit.form.aspect == "imperfect" or hit.form.number != "sg"):
            return True
        if word.flags & F.GIVEN and word.form.endswith("ى") and hit.form.aspect == "imperfect":
            return True
        return hit.form.number == "du" and bool(word.flags & (F.NOUN | F.ADVERB))

    def _is_name_here(self, token: int, word: Word) -> bool:
        """A form that is a name beside names is no verb: `وعد`, `أكرم`."""
        return bool(word.flags & F.NAME) and token > 0 and bool(self.words[token - 1].flags & (F.GIVEN | F.HONORIFIC))

    def says_nothing(self, subject: NounPhrase, hit: CueHit) -> bool:
        """`الخطاب … يثبت أن`: deeds and things before their verb show, they do not say."""
        head = self.words[subject.head]
        if self.scene.is_party(subject) or head.flags & (F.DOCUMENT | F.MEDIUM_HEAD) or hit.form.cue.lemma == "نص":
            return False
        return bool(head.flags & (F.EVENT | F.THING | F.SPEECH | F.FEELING | F.OCCASION))

    def is_told(self, token: int, hit: CueHit, complement: Complement, drafts: list[Draft]) -> bool:
        """Inside somebody's words, what others want or will do is their content, not a statement of its own."""
        if hit.conjunction or not any(
            d.introduced < token and d.start <= token and d.kind in ("clause", "quote", "colon") for d in drafts
        ):
            return False
        if self.words[token - 1].kind in COMMAS or self.words[token - 1].fold in _LINKS:
            return False
        return hit.form.aspect == "imperfect" or hit.form.number == "pl"

    def is_thing(self, complement: Complement, hit: CueHit) -> bool:
        """A deed or event as subject says nothing; scripture is quoted, not reported."""
        subject = complement.subject
        if subject is not None and self.words[subject.start].fold == "الله":
            return True
        if subject is not None and complement.kind == "nominal" and self._is_sentence(subject, complement, hit):
            return True
        if subject is None or self.scene.may_speak(subject):
            return False
        if hit.form.aspect == "imperfect":
            return True  # `يركز المؤتمر على`, `ستندم أشد الندم`
        if complement.kind == "nominal" or hit.form.cue.lemma in _SPEECH_ACTS:
            return False
        return (
            bool(self.words[subject.head].flags & (F.EVENT | F.THING)) and not self.words[subject.head].flags & F.SPEECH
        )

    def admits(self, hit: CueHit, complement: Complement, token: int) -> bool:
        """Homographs and deeds count only with evidence that something was said."""
        if complement.kind != "nominal":
            return True
        if hit.form.aspect == "imperfect" and hit.form.cue.lemma in _NO_NOUN:
            return False  # `ويعد القرار …`, `ويبلغ عدد …`
        if (
            self.words[token].flags & F.PREPOSITION
            and (complement.subject is None or not self.scene.is_party(complement.subject))
            and not complement.preposition
        ):
            return False  # `عبر قنوات سرية`
        first = self.words[complement.start]
        if first.flags & F.DEMONSTRATIVE and complement.start + 1 < len(self.words):
            first = self.words[complement.start + 1]
        if hit.form.aspect == "participle":
            if hit.form.strict and self.words[token].flags & F.PLACE:
                return False  # `، مدينة الأحلام`
            return (
                not hit.form.strict
                or self.words[token].form.rstrip("\u064b").endswith("ا")
                or self.words[token - 1].kind != "word"
            )
        if hit.form.strict and not self._opens_clause(token, hit, complement):
            return False
        if hit.form.cue.deed:
            if (
                first.base in self.scene.cues.speech_nouns
                or first.fold in self.scene.cues.speech_nouns
                or first.fold == "عدم"
            ):
                return True
            return bool(first.flags & (F.EVENT | F.SPEECH | F.FEELING)) and not first.flags & (
                F.PLACE | F.INSTITUTION | F.ROLE
            )
        return True

    def _opens_clause(self, token: int, hit: CueHit, complement: Complement) -> bool:
        """A form that may be a noun is the verb behind `قد`, and where it opens its clause and its subject follows."""
        if self.words[token - 1].fold in ("قد", "وقد"):
            return True
        if (
            complement.subject is None
            or not self.scene.may_speak(complement.subject)
            or complement.subject.start != token + 1
        ):
            return False
        before = self.words[token - 1]
        return (
            bool(hit.conjunction)
            or before.kind != "word"
            or token in self.article.fixed_ends
            or before.fold.removeprefix("و") in _BEFORE_VERBS
        )

    def hides_name(self, complement: Complement) -> bool:
        """`طالبا عدم كشف اسمه`: how an unnamed source asks not to be named is no statement."""
        return any(w.fold in IDENTITY for w in self.words[complement.start : complement.start + 6])


def _begins_with_hamza(word: Word, hit: CueHit) -> bool:
    """`ألمح`, `ألزم`: the first letters are no article."""
    return hit.form.text.startswith("أل") and (not word.flags or word.form.removeprefix(hit.conjunction)[:1] == "أ")


def _is_passive(word: Word, hit: CueHit) -> bool:
    """`يُعتقد`, `عُلقت`: a written damma makes most verbs passive; form II to IV have it in the active imperfect."""
    form = word.form.removeprefix(hit.conjunction) if hit.conjunction else word.form
    if form[1:2] != "\u064f":
        return False
    lemma = hit.form.cue.lemma
    if hit.form.aspect == "perfect":
        return hit.form.person == 3
    return hit.form.aspect == "imperfect" and (len(lemma) != 4 or lemma[0] == "ت")
