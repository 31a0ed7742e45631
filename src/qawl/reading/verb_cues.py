"""Finite verbs as cues."""

from qawl.lexicon import flags as F
from qawl.lexicon.classes import word_class
from qawl.lexicon.vocabulary import CueHit
from qawl.reading.admission import Admission
from qawl.reading.article import COMMAS
from qawl.reading.complements import Walk
from qawl.reading.drafts import Complement, Draft, Piece, draft_from
from qawl.reading.frames import frame
from qawl.reading.nouns import NounPhrase
from qawl.reading.occasions import leading_occasion
from qawl.reading.relays import Relays
from qawl.reading.scene import Finder, Scene, conjunction_length
from qawl.reading.silent import SilentVerbs

_ALL = word_class("whole")


class VerbCues(Finder):
    """Reads the statement of a finite verb."""

    def __init__(self, scene: Scene, admission: Admission, relays: Relays) -> None:
        super().__init__(scene)
        self.admission = admission
        self.relays = relays
        self.silent = SilentVerbs(scene, admission)

    def finite(self, token: int, hit: CueHit, start: int, end: int, drafts: list[Draft]) -> Draft | None:
        if hit.form.cue.speaker_after is not None:
            return self._relayed(token, hit, end)
        relative = self.scene.relative_before(token, start)
        plural = hit.form.number != "sg"  # a verb before its subject stands in the singular
        left = self.scene.left_neighbour(token, start, hit) if relative is None else None
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
        if (
            complement is None
            or not self.admission.admits(hit, complement, token)
            or self.admission.is_thing(complement, hit)
        ):
            return None
        if complement.kind == "nominal" and self.admission.hides_name(complement):
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
        if complement.kind == "nominal" and relative is None and self.admission.is_told(token, hit, complement, drafts):
            return None
        draft = draft_from(token, hit, complement)
        leading_occasion(self.article, self.phrases, draft, start)
        if complement.subject is not None:
            draft.relative = relative is not None
            return draft
        return self.silent.with_left_subject(draft, hit, token, start, relative, drafts)

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
            or not self.scene.may_speak(subject)
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
            piece, kind = Piece(start, last, conjunction_length(self.words[start])), "before"
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
        if head.base.endswith("ون") and head.number != "s":
            return  # a nominative
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
        found = self.relays.relay(token, hit, end)
        if found is None:
            return None
        medium, speaker = found
        given = NounPhrase(token, token, token)
        complement = Walk(self.article, self.phrases, frame(hit.form.cue), limit=end, subject=given).run(speaker.end)
        if complement is None or complement.kind == "nominal" or not self.scene.may_speak(speaker):
            return None
        complement.subject = speaker
        draft = draft_from(token, hit, complement)
        draft.rule = "relayed"
        if medium is not None:
            draft.via.append(self.scene.medium_name(medium))
        return draft

    def _bound_object(self, token: int, hit: CueHit, start: int, end: int) -> Draft | None:
        """`… التي شجبتها أستراليا`: the pronoun on the verb stands for the antecedent, which is the content."""
        if "=" not in hit.form.cue.frames or hit.form.aspect not in ("perfect", "imperfect") or hit.form.cue.deed:
            return None
        if hit.form.aspect == "imperfect" and hit.form.cue.force == "deny":
            return None  # `الذي تعارضه موسكو`: a standing opposition, voiced nowhere
        relative = self.scene.relative_before(token, start)
        if relative is None:
            return None
        antecedent = self.subjects.antecedent(relative, start)
        begin = token + 1
        while begin < end and self.words[begin].flags & F.ADVERB and not self.words[begin].flags & F.NOUN:
            begin += 1
        subject = self.phrases.at(begin, end)
        if antecedent is None or subject is None or not self.scene.may_speak(subject):
            return None
        complement = Complement("nominal", antecedent.start, subject=subject, introduced=antecedent.start)
        draft = draft_from(token, hit, complement)
        draft.pieces = [Piece(antecedent.start, antecedent.end)]
        draft.relative, draft.rule = True, "bound-object"
        return draft
