"""Statements of a sentence: each cue in turn with what stands around it, then the ends of their contents."""

from collections.abc import Iterator

from qawl.lexicon import flags as F
from qawl.lexicon.classes import lemma_class, word_class
from qawl.lexicon.cues import CueForm, CueLexicon, LightForm, Source, SourceWithVerb
from qawl.lexicon.vocabulary import CueHit, Word
from qawl.reading.article import COMMAS, Article
from qawl.reading.complements import IDENTITY, Complement, Walk, opens_occasion
from qawl.reading.drafts import Draft, Piece
from qawl.reading.extents import Extents
from qawl.reading.frames import frame
from qawl.reading.nouns import NounPhrase, is_state_as_adjective, is_time
from qawl.reading.phrases import Phrases
from qawl.reading.subjects import Subjects, agrees, is_negated
from qawl.records.reading import Force
from qawl.text.fold import fold

_FINITE = ("perfect", "imperfect", "passive")
_IMPERSONAL = word_class("impersonal")
_BARE_HEADS = word_class("bare_medium_head")
_NEVER_CUES = word_class("no_verb")
_VOICED = ("demand", "accuse", "warn")  # the nouns of which say more than a feeling: `مطالبة`, `اتهام`, `تهديد`
_OPENING_VERBS = lemma_class("opening_verb")
_BEFORE_VERBS = word_class("before_verb")
_BEFORE_HOMOGRAPHS = word_class("before_homograph")
_AUXILIARIES = word_class("auxiliary")
_WITHIN_RELATIVE = word_class("within_relative")
_BEFORE_PERFECT = word_class("before_perfect")
_BREAKS = COMMAS | frozenset((".", "»", "”", '"', ")", "-", "–", "newline", ":"))
_CARRYING = word_class("carrying")
_ALL = word_class("whole")
_SPEECH_ACTS = lemma_class("speech_act")
_STANCES = lemma_class("stance")
_HOMOGRAPH = F.NOUN | F.PREPOSITION | F.ADJECTIVE | F.NAME | F.ADVERB
_ANSWERING = word_class("answering")
_LINKS = word_class("link")
_FAR_CLAIM = 9  # less than any other
_TAIL = 4  # words of `على حد قوله`, at most
_SOURCE = 12  # tokens of a source phrase at most
_NOUN_REACH = 1  # tokens between a noun cue with its speaker and the content
_LIGHT_REACH = 20
_MAX_OCCASION = 45
_RELAY = 40  # tokens between `نقلت` and `قوله`
_MAX_SENTENCE = 1500  # tokens read as one sentence


class Sentences:
    """Reads the statements of an article sentence by sentence."""

    def __init__(self, article: Article, phrases: Phrases, cues: CueLexicon) -> None:
        self.article = article
        self.words = article.words
        self.phrases = phrases
        self.cues = cues
        self.subjects = Subjects(article, phrases)
        self.extents = Extents(article)
        self.tail_heads = {tail[0] for tail in cues.tails}

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
        self.stops: list[int] = []
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
        self.extents.settle(drafts, self._last_stops(end), end)
        return drafts

    def _last_stops(self, end: int) -> list[int]:
        """Keep the source phrases that close a content: what follows them is a new clause or the end."""
        return [stop for stop in self.stops if self._closes_clause(stop, end)]

    def _closes_clause(self, stop: int, end: int) -> bool:
        for token in range(stop, min(end, stop + _SOURCE)):
            if self.words[token].kind in (".", "newline") or self.words[token].kind in COMMAS:
                return True
        return stop + _SOURCE >= end

    def _at(self, token: int, start: int, end: int, drafts: list[Draft]) -> Draft | None:
        source = self._source(token, start, end, drafts)
        if source is not None:
            return source
        if any(d.cue[0] <= token < d.cue[1] for d in drafts):
            return None
        light = self._light(token, start, end, drafts)
        if light is not None:
            return light
        if token in self.article.inside_entity:
            return None
        for hit in self.words[token].cues:
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
                return True
        return not any(d.cue[1] <= draft.cue[0] < d.introduced < draft.introduced for d in drafts)

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
        score = 4 if near and (draft.participle and not saying or draft.rule.startswith("relayed")) else 0
        if hit is not None and hit.form.aspect in ("perfect", "imperfect"):
            score += 2
        if hit is not None and (hit.form.strict or hit.form.cue.deed or word.flags & _HOMOGRAPH):
            score -= 2
        return score + (1 if near else 0)

    # -- verbs, participles, nouns ------------------------------------------------------------

    def _verb(self, token: int, hit: CueHit, start: int, end: int, drafts: list[Draft]) -> Draft | None:
        aspect = hit.form.aspect
        self.words[token]
        if aspect == "participle":
            return self._participle(token, hit, start, end, drafts)
        if aspect == "noun":
            return self._noun(token, hit, end)
        if aspect == "passive" and hit.form.cue.speaker_after is None or not self._plausible_verb(token, hit, start):
            return None
        return self._finite(token, hit, start, end, drafts)

    def _plausible_verb(self, token: int, hit: CueHit, start: int) -> bool:
        """Tell a verb from the nouns, names and prepositions that are written alike."""
        word = self.words[token]
        if word.definite or is_negated(self.words, token) or self._is_name_here(token, word) or "\u064b" in word.form:
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
        if before.suffix in ("ني", "ي") and before.complementizer:
            return False  # `إنني أجزم`
        if before.fold.removeprefix("و") in _BEFORE_VERBS or token in self.article.fixed_ends:
            return True
        if not word.flags & _HOMOGRAPH or hit.conjunction or self._left_neighbour(token, start, hit) is not None:
            return True
        adverbial = not word.flags & F.PREPOSITION and bool(
            before.flags & (F.ADVERB | F.TIME | F.CONNECTIVE | F.PARTICLE)
        )
        return before.kind != "word" or adverbial or bool(before.complementizer) or before.fold in _BEFORE_HOMOGRAPHS

    def _is_name_here(self, token: int, word: Word) -> bool:
        """A form that is a name beside names is no verb: `وعد`, `أكرم`."""
        return bool(word.flags & F.NAME) and token > 0 and bool(self.words[token - 1].flags & (F.GIVEN | F.HONORIFIC))

    def _finite(self, token: int, hit: CueHit, start: int, end: int, drafts: list[Draft]) -> Draft | None:
        if hit.form.cue.speaker_after is not None:
            return self._relayed(token, hit, end)
        relative = self._relative_before(token, start)
        plural = hit.form.number != "sg"  # a verb before its subject stands in the singular
        left = self._left_neighbour(token, start, hit) if relative is None else None
        given = left or (NounPhrase(token, token, token) if plural else None)
        complement = Walk(self.article, self.phrases, frame(hit.form.cue), limit=end, subject=given).run(token + 1)
        if complement is not None and complement.subject is given:
            complement.subject = None
        if complement is not None and given is None:
            self._subject_or_addressee(complement, hit)
        if hit.suffix and complement is None:
            return self._bound_object(token, hit, start, end)
        if complement is None and relative is None:
            return self._inverted(token, hit, start, end, drafts)
        if complement is None or not self._admits(hit, complement, token) or self._is_thing(complement, hit):
            return None
        if complement.kind == "nominal" and self._hides_name(complement):
            return None
        told = (
            complement.kind == "nominal"
            and bool(complement.preposition)
            and self.words[token - 1].fold in ("ما", "مما", "عما", "بما")
        )
        if (
            hit.suffix
            and not told
            and ("@" not in hit.form.cue.frames or complement.kind == "nominal" and not complement.preposition)
        ):
            return None  # the pronoun is the object
        if complement.kind == "nominal" and relative is None and self._is_told(token, hit, complement, drafts):
            return None
        draft = self._draft(token, hit, complement)
        self._leading_occasion(draft, start)
        if complement.subject is not None:
            draft.relative = relative is not None
            return draft
        return self._with_left_subject(draft, hit, token, start, relative, drafts)

    def _inverted(self, token: int, hit: CueHit, start: int, end: int, drafts: list[Draft]) -> Draft | None:
        """`«…»، قال فلان`, `…، يقول فلان`: the content stands before its cue."""
        if hit.form.strict or hit.conjunction or hit.suffix or '"' not in hit.form.cue.frames:
            return None
        last = token
        while last > start and self.words[last - 1].kind in COMMAS:
            last -= 1
        subject = self.phrases.at(token + 1, end)
        if (
            subject is None
            or not self.may_speak(subject)
            or last == token
            and last - 1 not in self.article.quotes.opener
        ):
            return None
        opener = self.article.quotes.opener.get(last - 1)
        if opener is not None and opener >= start and not any(d.introduced == opener for d in drafts):
            piece, kind = Piece(opener + 1, last - 1), "inverted-quote"
        elif (
            opener is None
            and not drafts
            and not hit.form.cue.deed
            and last - start > 2
            and not self._follows_more(subject.end, end)
        ):
            piece, kind = Piece(start, last, self._conjunction_length(start)), "before"
        else:
            return None
        if piece.start >= piece.end:
            return None
        return Draft(
            cue=(token, token + 1),
            entry=hit.form.cue,
            rule=f"{hit.form.aspect}:inverted",
            kind=kind,
            pieces=[piece],
            left=piece.start,
            hit=hit,
            speaker=subject,
            introduced=piece.start - 1,
            force=hit.form.cue.force,
        )

    def _follows_more(self, token: int, end: int) -> bool:
        """Say whether words go on behind an inverted cue and its subject without a mark."""
        return token < end and self.words[token].kind == "word" and not self.words[token].conjunction

    def _says_nothing(self, subject: NounPhrase, hit: CueHit) -> bool:
        """`الخطاب … يثبت أن`: deeds and things before their verb show, they do not say."""
        head = self.words[subject.head]
        if self._is_party(subject) or head.flags & (F.DOCUMENT | F.MEDIUM_HEAD) or hit.form.cue.lemma == "نص":
            return False
        return bool(head.flags & (F.EVENT | F.THING | F.SPEECH | F.FEELING | F.OCCASION))

    def _is_told(self, token: int, hit: CueHit, complement: Complement, drafts: list[Draft]) -> bool:
        """Inside somebody's words, what others want or will do is their content, not a statement of its own."""
        if hit.conjunction or not any(
            d.introduced < token and d.start <= token and d.kind in ("clause", "quote", "colon") for d in drafts
        ):
            return False
        if self.words[token - 1].kind in COMMAS or self.words[token - 1].fold in _LINKS:
            return False
        return hit.form.aspect == "imperfect" or hit.form.number == "pl"

    def _is_thing(self, complement: Complement, hit: CueHit) -> bool:
        """A deed or event as subject says nothing; scripture is quoted, not reported."""
        subject = complement.subject
        if subject is not None and self.words[subject.start].fold == "الله":
            return True
        if subject is None or self.may_speak(subject):
            return False
        if hit.form.aspect == "imperfect":
            return True  # `يركز المؤتمر على`, `ستندم أشد الندم`
        if complement.kind == "nominal" or hit.form.cue.lemma in _SPEECH_ACTS:
            return False
        return (
            bool(self.words[subject.head].flags & (F.EVENT | F.THING)) and not self.words[subject.head].flags & F.SPEECH
        )

    def _left_neighbour(self, token: int, start: int, hit: CueHit) -> NounPhrase | None:
        """A subject that stands right before its verb leaves no subject to look for behind it."""
        if hit.conjunction or token == start:
            return None
        subject = self.subjects.before(token, start, hit)
        if subject is None:
            return None
        between = self.words[subject.end : token]
        return subject if all(w.fold in _AUXILIARIES or w.kind in ("»", "”", '"') for w in between) else None

    def _subject_or_addressee(self, complement: Complement, hit: CueHit) -> None:
        """`ودعت الكينيين إلى`: the one noun phrase is the addressee where it cannot be the subject."""
        subject = complement.subject
        if (
            subject is None
            or complement.addressee is not None
            or "@" not in hit.form.cue.frames
            or complement.kind == "nominal"
            and not complement.preposition
        ):
            return
        head = self.words[subject.head]
        if subject.name is not None or subject.joint and not hit.conjunction:
            return
        if complement.kind != "nominal" or head.flags & F.UNNAMED and not head.definite:
            return
        if head.base in _ALL and hit.conjunction:
            complement.addressee, complement.subject = (subject.start, subject.end), None
            return
        people = bool(head.flags & (F.PERSONAL | F.DEMONYM)) or head.definite and head.base.endswith(("ين", "ون"))
        plural = subject.number == "p" or subject.joint or head.base.endswith(("ين", "ون"))
        mismatch = (
            people
            and plural
            and hit.form.gender == "f"
            or not people
            and not head.flags & F.PARTY
            and (hit.form.gender == "m" and subject.gender == "f")
        )
        if mismatch or people and plural and head.definite and bool(hit.conjunction) and hit.form.aspect == "perfect":
            complement.addressee, complement.subject = (subject.start, subject.end), None

    def _relayed(self, token: int, hit: CueHit, end: int) -> Draft | None:
        """`نقلت Y عن X أن …`, `جاء في البيان أن …`: the speaker stands behind a preposition, the relay before it."""
        found = self._relay(token, hit, end)
        if found is None:
            return None
        medium, speaker = found
        given = NounPhrase(token, token, token)
        complement = Walk(self.article, self.phrases, frame(hit.form.cue), limit=end, subject=given).run(speaker.end)
        if complement is None or complement.kind == "nominal" or not self.may_speak(speaker):
            return None
        complement.subject = speaker
        draft = self._draft(token, hit, complement)
        draft.rule = "relayed"
        if medium is not None:
            draft.via.append(self.medium_name(medium))
        return draft

    def _relay(self, token: int, hit: CueHit, end: int) -> tuple[NounPhrase | None, NounPhrase] | None:
        """Return the relaying medium and the speaker behind a verb of relaying."""
        preposition = fold(hit.form.cue.speaker_after or "")
        medium = self.phrases.at(token + 1, end, frozenset((preposition,)))
        at = self._preposition_at(medium.end if medium else token + 1, preposition, end)
        if at is None:
            return None
        speaker = self.phrases.at(at + 1, end)
        return (medium, speaker) if speaker is not None else None

    def _preposition_at(self, token: int, preposition: str, end: int) -> int | None:
        """Find the speaker's preposition behind adverbs, times and brackets."""
        for at in range(token, min(end, token + 8)):
            word = self.words[at]
            if word.fold == preposition:
                return at
            if word.complementizer or any(h.form.aspect == "perfect" for h in word.cues):
                return None
        return None

    def medium_name(self, phrase: NounPhrase) -> str:
        """Return a relaying medium by its bare name: `صحيفة «…»` without its head noun."""
        words = self.words
        start = phrase.start
        if phrase.name is not None and words[phrase.head].flags & F.MEDIUM_HEAD:
            start, end = phrase.name
        else:
            end = phrase.core_end or phrase.end
            if words[start].base in _BARE_HEADS and start + 1 < end:
                start += 1
        text = self.article.words_of(start, end)
        joined = words[start].preposition == "ل" and not words[start].definite and text.startswith("ل")
        return text[joined:].strip("«»“”\"' ")

    def _relative_before(self, token: int, start: int) -> int | None:
        """Return the relative pronoun whose clause this verb opens."""
        for back in range(token - 1, max(start - 1, token - 4), -1):
            word = self.words[back]
            if word.flags & F.RELATIVE:
                return back
            if word.fold not in _WITHIN_RELATIVE:
                return None
        return None

    def _with_left_subject(
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
        if antecedent is not None and not self.may_speak(antecedent):
            antecedent = self.subjects.inner_person(antecedent)
        if antecedent is not None and not (self.may_speak(antecedent) and agrees(antecedent, hit)):
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
        draft.null_subject = draft.speaker is None
        if draft.speaker is not None:
            draft.rule += ":adjacent"
        return draft

    def _with_subject_first(
        self, draft: Draft, hit: CueHit, subject: NounPhrase, start: int, drafts: list[Draft]
    ) -> Draft | None:
        """`الوزير أكد أن`: the subject stands before its verb."""
        if self._says_nothing(subject, hit):
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
                return not self.may_speak(phrase)
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
        return True

    def _author(self, token: int, start: int) -> NounPhrase | None:
        """`أصدرت الوزارة بيانا أكدت فيه`, `تلقى X اتصالا من Y أعرب خلاله`: who issued what the pronoun stands for."""
        for begin in range(token - 1, start, -1):
            if self.words[begin - 1].fold == "من" or self.words[begin].preposition == "ل":
                phrase = self.phrases.at(begin, token)
                if phrase is not None and phrase.end == token and self._is_party(phrase):
                    return phrase
        for begin in range(start + 1, token):
            if begin == start + 1 or self._follows_verb(begin):
                phrase = self.phrases.at(begin, token)
                if phrase is not None and self.may_speak(phrase):
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
        return (
            hit.form.aspect == "imperfect"
            and hit.form.gender == "m"
            and hit.form.number == "sg"
            and (token == start or self.words[token].base in _IMPERSONAL or self.words[token].fold in _IMPERSONAL)
        )

    def _admits(self, hit: CueHit, complement: Complement, token: int) -> bool:
        """Homographs and deeds count only with evidence that something was said."""
        if complement.kind != "nominal":
            return True
        if (
            self.words[token].flags & F.PREPOSITION
            and (complement.subject is None or not self._is_party(complement.subject))
            and not complement.preposition
        ):
            return False  # `عبر قنوات سرية`
        first = self.words[complement.start]
        if first.flags & F.DEMONSTRATIVE and complement.start + 1 < len(self.words):
            first = self.words[complement.start + 1]
        if hit.form.aspect == "participle":
            return (
                not hit.form.strict
                or self.words[token].form.rstrip("\u064b").endswith("ا")
                or self.words[token - 1].kind != "word"
            )
        if hit.form.strict and not self._opens_clause(token, hit, complement):
            return False
        if hit.form.cue.deed:
            if first.base in self.cues.speech_nouns or first.fold in self.cues.speech_nouns or first.fold == "عدم":
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
            or not self.may_speak(complement.subject)
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

    def _draft(self, token: int, hit: CueHit, complement: Complement) -> Draft:
        return Draft(
            cue=(token, token + 1),
            entry=hit.form.cue,
            rule=f"{hit.form.aspect}:{complement.kind}",
            kind=complement.kind,
            pieces=[Piece(complement.start, complement.start + 1, complement.cut)],
            left=token,
            hit=hit,
            speaker=complement.subject,
            behalf=complement.behalf,
            addressee=complement.addressee,
            occasion=complement.occasion,
            introduced=complement.introduced,
            force=hit.form.cue.force,
            via=list(complement.via),
        )

    def _leading_occasion(self, draft: Draft, floor: int) -> None:
        """`وخلال زيارة كارتر حذرت …`: an occasion that opens the sentence, right before its verb."""
        end = draft.cue[0]
        while end > floor and self.words[end - 1].kind in COMMAS:
            end -= 1
        if draft.occasion is not None or not floor < end <= floor + _MAX_OCCASION:
            return
        begin = floor
        while begin < end and self._is_connective(begin):
            begin = self.article.fixed[begin].end
            while begin < end and self.words[begin].kind in COMMAS:
                begin += 1
        if (
            begin < end
            and opens_occasion(self.article, begin)
            and not any(w.complementizer for w in self.words[begin:end])
        ):
            draft.occasion = (begin, end)
            draft.occasion_cut = 1 if self.words[begin].conjunction and self.words[begin].base != "و" else 0
            draft.left = min(draft.left, begin)

    def _is_connective(self, token: int) -> bool:
        return token in self.article.fixed

    def _bound_object(self, token: int, hit: CueHit, start: int, end: int) -> Draft | None:
        """`… التي شجبتها أستراليا`: the pronoun on the verb stands for the antecedent, which is the content."""
        if "=" not in hit.form.cue.frames or hit.form.aspect not in ("perfect", "imperfect") or hit.form.cue.deed:
            return None
        if hit.form.aspect == "imperfect" and hit.form.cue.force == "deny":
            return None  # `الذي تعارضه موسكو`: a standing opposition, voiced nowhere
        relative = self._relative_before(token, start)
        if relative is None:
            return None
        antecedent = self.subjects.antecedent(relative, start)
        begin = token + 1
        while begin < end and self.words[begin].flags & F.ADVERB and not self.words[begin].flags & F.NOUN:
            begin += 1
        subject = self.phrases.at(begin, end)
        if antecedent is None or subject is None or not self.may_speak(subject):
            return None
        complement = Complement("nominal", antecedent.start, subject=subject, introduced=antecedent.start)
        draft = self._draft(token, hit, complement)
        draft.pieces = [Piece(antecedent.start, antecedent.end)]
        draft.relative, draft.rule = True, "bound-object"
        return draft

    def _participle(self, token: int, hit: CueHit, start: int, end: int, drafts: list[Draft]) -> Draft | None:
        """`مشيرا إلى`, `مؤكدة أن`: an indefinite participle carries on for the speaker before it."""
        word = self.words[token]
        if word.definite or word.preposition or hit.suffix or hit.preposition or not _is_adverbial(word, hit):
            return None
        if token > start and not self._stands_apart(token, hit) or word.flags & F.NOUN and word.fold.endswith("ات"):
            return None
        given = NounPhrase(token, token, token)
        complement = Walk(self.article, self.phrases, frame(hit.form.cue), limit=end, subject=given).run(token + 1)
        if complement is None or not self._admits(hit, complement, token) or self._hides_name(complement):
            return None
        complement.subject = None
        draft = self._draft(token, hit, complement)
        draft.participle, draft.null_subject = True, True
        if token > start:
            self._participle_subject(draft, token, start, named=bool(drafts))
        return draft

    def _hides_name(self, complement: Complement) -> bool:
        """`طالبا عدم كشف اسمه`: how an unnamed source asks not to be named is no statement."""
        return any(w.fold in IDENTITY for w in self.words[complement.start : complement.start + 6])

    def _stands_apart(self, token: int, hit: CueHit) -> bool:
        """A participle of circumstance is no object of a preposition, no predicate of كان, no adjective."""
        before = self.words[token - 1]
        if before.flags & (F.PREPOSITION | F.AUXILIARY) and not before.flags & F.SUBORDINATOR:
            return False
        if hit.form.cue.lemma == "قال":
            return True
        if hit.form.strict and self.words[token].flags & F.NOUN:
            return before.kind in _BREAKS
        masculine = hit.form.gender == "m" and hit.form.number == "sg"
        return masculine or before.kind in _BREAKS

    def _participle_subject(self, draft: Draft, token: int, start: int, *, named: bool) -> None:
        """`ومضى الوزير قائلا`: the subject of the verb before is the speaker; `named` asks for a person's name."""
        for begin in range(token - 1, max(start, token - 12), -1):
            phrase = self.phrases.at(begin, token)
            if phrase is not None and phrase.end == token and self._is_party(phrase) and self._follows_verb(begin):
                if named and (phrase.name is None or not phrase.personal):
                    continue
                draft.speaker, draft.null_subject = phrase, False

    def _follows_verb(self, token: int) -> bool:
        before = self.words[token - 1]
        return (
            before.kind == "word" and not before.flags & (F.PREPOSITION | F.NOUN) and not self.words[token].preposition
        )

    def _noun(self, token: int, hit: CueHit, end: int) -> Draft | None:
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
        if complement.kind == "nominal" and (
            hit.form.strict or complement.preposition != "ب" or hit.form.cue.force not in _VOICED
        ):
            return None
        if hit.suffix:
            complement.subject = None
        draft = self._draft(token, hit, complement)
        draft.null_subject = bool(hit.suffix)
        draft.sibling = False
        draft.rule = f"noun:{complement.kind}"
        if hit.suffix:
            self._relayed_speaker(draft, token)
        return draft

    def _relayed_speaker(self, draft: Draft, token: int) -> None:
        """`نقلت وكالة Y عن X قوله إن`: X speaks, Y relays."""
        for at in range(token - 1, max(-1, token - _RELAY), -1):
            word = self.words[at]
            if word.kind in (".", "newline"):
                return
            for hit in word.cues:
                if hit.form.cue.speaker_after == "عن" and hit.form.aspect != "noun":
                    found = self._relay(at, hit, token)
                    if found is not None:
                        medium, draft.speaker = found
                        draft.null_subject, draft.sibling, draft.left = False, True, at
                        draft.rule = "relayed:" + draft.kind
                        if medium is not None:
                            draft.via.append(self.medium_name(medium))
                    return

    # -- source phrases -------------------------------------------------------------------------

    def _source(self, token: int, start: int, end: int, drafts: list[Draft]) -> Draft | None:
        """`بحسب X`, `وفقا لـX`, `على حد قول X`: the phrase is the cue, the clause it covers the content."""
        if self.words[token].fold in self.tail_heads and any(
            self._is_tail(token, token + length) for length in range(2, _TAIL + 1)
        ):
            self.stops.append(token)
            return None
        for key in _keys(self.words[token]):
            for source in self.cues.sources.get(key, ()):
                draft = self._source_draft(source, token, start, end, drafts)
                if draft is not None:
                    return draft
            for with_verb in self.cues.sources_with_verb.get(key, ()):
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
        if verb >= end or any(words[token + k].fold != form for k, form in enumerate(source.words) if k):
            return None
        hit = next((h for h in words[verb].cues if h.form.aspect in _FINITE and not h.suffix), None)
        if hit is None or hit.form.cue.deed or hit.form.cue.force != "assert" or "أن" not in hit.form.cue.frames:
            return None
        walk = Walk(self.article, self.phrases, frame(hit.form.cue), limit=end)
        if source.words == ("كما",) and walk.run(verb + 1) is not None:
            return None  # `كما قال إن`: a new statement, not a source of the last one
        speaker = self.phrases.at(verb + 1, end, frozenset("ل"))
        if speaker is None or not self.may_speak(speaker):
            return None
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

    def _is_party(self, phrase: NounPhrase) -> bool:
        """Say whether a phrase surely names a party, not only may."""
        words = self.words[phrase.start : phrase.end]
        return (
            phrase.personal
            or phrase.head in self.article.entities
            or bool(self.words[phrase.head].flags & (F.PARTY | F.INSTITUTION | F.HUMAN))
            or any(w.flags & F.DEMONYM for w in words)
        )

    def may_speak(self, phrase: NounPhrase) -> bool:
        """Say whether a noun phrase can name a party that speaks."""
        word = self.words[phrase.head]
        if phrase.personal or phrase.name is not None or phrase.head in self.article.entities:
            return True
        if any(w.flags & F.DEMONYM or is_state_as_adjective(w) for w in self.words[phrase.start : phrase.end]):
            return True
        return (
            bool(word.flags & (F.PARTY | F.INSTITUTION | F.MEDIUM_HEAD | F.DOCUMENT | F.DEMONYM | F.HUMAN))
            or not word.known
        )

    # -- light verbs ------------------------------------------------------------------------------

    def _light(self, token: int, start: int, end: int, drafts: list[Draft]) -> Draft | None:
        """`وجه اتهاما إلى`, `أدلى بتصريح`: a verb that says something only with its object."""
        for key in _keys(self.words[token]):
            for form in self.cues.lights.get(key, ()):
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
        if form.aspect == "participle" and not _is_adverbial(self.words[token], hit) or is_negated(self.words, token):
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
        draft = self._draft(token, hit, complement)
        opens = complement.start == first
        draft.cue = (token, last) if first == token + 1 and not opens else (token, token + 1)
        draft.force, draft.rule = force, f"light:{complement.kind}"
        if opens and self._object_key(first, last) in form.light.parted:
            self._part_addressee(draft, end)
        draft.participle = form.aspect == "participle"
        self._leading_occasion(draft, start)
        if complement.subject is None:
            if draft.participle:
                draft.null_subject = True
                return draft
            return self._with_left_subject(draft, hit, token, start, self._relative_before(token, start), drafts)
        return draft

    def _object_key(self, first: int, last: int) -> str:
        return " ".join(word.fold for word in self.words[first:last])

    def _part_addressee(self, draft: Draft, end: int) -> None:
        """`رفع التهاني لرئيس اللجنة على الفوز`: the addressee stands between the pieces of the content."""
        token = draft.start + 1
        while token < end and self.words[token].kind == "word" and not self._leads_to_party(token):
            token += 1
        phrase = self.phrases.at(token + (self.words[token].fold == "الي"), end) if token < end else None
        if phrase is None or not self._is_party(phrase):
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

    def _source_draft(self, source: Source, token: int, start: int, end: int, drafts: list[Draft]) -> Draft | None:
        words = self.words
        after = token + len(source.words)
        if after >= end or any(words[token + k].fold != form for k, form in enumerate(source.words) if k):
            return None
        if source.proclitic and words[after].preposition != source.proclitic and words[after].fold != source.proclitic:
            return None
        begin = after + 1 if words[after].fold == source.proclitic else after
        if self._is_tail(token, after + 1):
            self.stops.append(token)
            return None
        speaker = self.phrases.at(begin, end)
        if speaker is None or not (self.may_speak(speaker) or token == start and self._may_be_source(speaker, end)):
            return None
        if self._is_plan(speaker):
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
        if head.suffix and not phrase.personal and not head.flags & (F.DOCUMENT | F.SPEECH | F.MEDIUM_HEAD):
            return True  # `حسب مصالحها`
        if not head.flags & F.DOCUMENT or phrase.personal:
            return False
        return not any(
            w.definite or w.suffix or w.flags & (F.PARTY | F.INSTITUTION | F.DEMONYM | F.MEDIUM_HEAD) for w in words
        )

    def _is_tail(self, start: int, end: int) -> bool:
        """`على حد قوله`, `حسب تعبيره`: closes a statement that has its cue."""
        return tuple(w.fold for w in self.words[start:end]) in self.cues.tails

    def _cover(self, draft: Draft, start: int, end: int, drafts: list[Draft]) -> Draft | None:
        """Find the clause that a source phrase covers: behind it where it stands first, else before it."""
        words = self.words
        speaker = draft.speaker
        assert speaker is not None
        first = draft.cue[0] == start or draft.cue[0] - 1 == start and words[start].kind != "word"
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
        draft.pieces = [Piece(begin, draft.cue[0], self._conjunction_length(begin))]
        draft.kind, draft.rule, draft.sibling = "before", "source:after", False
        if draft.rule == "source:after" and token < end - 1 and self._clause_goes_on(token, speaker.end):
            draft.pieces.append(Piece(token, token + 1))
            draft.kind = "around"
        return draft

    def _conjunction_length(self, token: int) -> int:
        """Letters of the conjunction with which a sentence opens."""
        word = self.words[token]
        joined = bool(word.conjunction) or word.fold[:1] == "و" and not word.known and len(word.fold) > 3
        return 1 if joined and word.fold != "و" else 0

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
        elif any(h.form.aspect in _FINITE for h in words[token].cues):
            return None  # `بحسب رويترز قال X`: X speaks
        if token >= end:
            return None
        draft.pieces = [Piece(token, token + 1)]
        draft.kind, draft.rule, draft.introduced = "clause", "source:before", token - 1
        if token in self.article.quotes.closer:
            draft.kind, draft.pieces = "quote", [Piece(token + 1, token + 2)]
        return draft

    def _note_via(self, draft: Draft, drafts: list[Draft]) -> None:
        """A source phrase behind an attributed statement relays it."""
        last = drafts[-1]
        assert draft.speaker is not None
        if (
            self.words[draft.speaker.head].flags & (F.MEDIUM | F.MEDIUM_HEAD)
            or draft.speaker.head in self.article.entities
        ):
            name = self.medium_name(draft.speaker)
            if name not in last.via:
                last.via.append(name)


def _is_passive(word: Word, hit: CueHit) -> bool:
    """`يُعتقد`, `عُلقت`: a written damma makes most verbs passive; form II to IV have it in the active imperfect."""
    form = word.form.removeprefix(hit.conjunction) if hit.conjunction else word.form
    if form[1:2] != "\u064f":
        return False
    lemma = hit.form.cue.lemma
    if hit.form.aspect == "perfect":
        return hit.form.person == 3
    return hit.form.aspect == "imperfect" and (len(lemma) != 4 or lemma[0] == "ت")


def _keys(word: Word) -> tuple[str, ...]:
    """The folded form, and the form without a joined conjunction."""
    return (word.fold, word.fold[1:]) if word.fold[:1] in ("و", "ف") else (word.fold,)


def _is_adverbial(word: Word, hit: CueHit) -> bool:
    """The accusative of circumstance: `مشيرا`, `مشيرة`, `مشيرين`."""
    form = word.base if not hit.conjunction else word.fold
    return form.endswith(("ا", "ه", "ين", "ات")) or word.fold.endswith(("ا", "ه"))
