"""What cues are read from: the words of an article, its phrases and subjects, and who of them may speak."""

from qawl.lexicon import flags as F
from qawl.lexicon.classes import word_class
from qawl.lexicon.cues import CueLexicon
from qawl.lexicon.vocabulary import CueHit, Word
from qawl.reading.article import Article
from qawl.reading.nouns import NounPhrase, is_state_as_adjective
from qawl.reading.phrases import Phrases
from qawl.reading.subjects import Subjects

FINITE = ("perfect", "imperfect", "passive")
_AUXILIARIES = word_class("auxiliary")
_BARE_HEADS = word_class("bare_medium_head")
_EVIDENCE = word_class("evidence")
_STANDING = word_class("standing_for_party")
_SERVICES = word_class("local_service")
_WITHIN_RELATIVE = word_class("within_relative")


class Scene:
    """One article as cues are read from it."""

    def __init__(self, article: Article, phrases: Phrases, cues: CueLexicon) -> None:
        self.article = article
        self.words = article.words
        self.phrases = phrases
        self.cues = cues
        self.subjects = Subjects(article, phrases)

    def may_speak(self, phrase: NounPhrase) -> bool:
        """Say whether a noun phrase can name a party that speaks."""
        word = self.words[phrase.head]
        if phrase.personal or phrase.name is not None or phrase.head in self.article.entities:
            return True
        if any(w.flags & F.DEMONYM or is_state_as_adjective(w) for w in self.words[phrase.start : phrase.end]):
            return True
        if word.fold in _STANDING or word.base in _EVIDENCE or word.base in _SERVICES and phrase.end > phrase.head + 1:
            return True  # `الأخير`, `صحة تبوك`
        return (
            bool(word.flags & (F.PARTY | F.INSTITUTION | F.MEDIUM_HEAD | F.DOCUMENT | F.DEMONYM | F.HUMAN))
            or not word.known
        )

    def is_party(self, phrase: NounPhrase) -> bool:
        """Say whether a phrase surely names a party, not only may."""
        words = self.words[phrase.start : phrase.end]
        return (
            phrase.personal
            or phrase.head in self.article.entities
            or bool(self.words[phrase.head].flags & (F.PARTY | F.INSTITUTION | F.HUMAN))
            or any(w.flags & F.DEMONYM for w in words)
        )

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

    def relative_before(self, token: int, start: int) -> int | None:
        """Return the relative pronoun whose clause this verb opens."""
        for back in range(token - 1, max(start - 1, token - 4), -1):
            word = self.words[back]
            if word.flags & F.RELATIVE:
                return back
            if word.fold not in _WITHIN_RELATIVE:
                return None
        return None

    def left_neighbour(self, token: int, start: int, hit: CueHit) -> NounPhrase | None:
        """A subject that stands right before its verb leaves no subject to look for behind it."""
        if hit.conjunction or token == start:
            return None
        subject = self.subjects.before(token, start, hit)
        if subject is None:
            return None
        between = self.words[subject.end : token]
        return subject if all(w.fold in _AUXILIARIES or w.kind in ("»", "”", '"') for w in between) else None

    def follows_verb(self, token: int) -> bool:
        """Say whether what begins at `token` stands right behind a verb or the like."""
        before = self.words[token - 1]
        return (
            before.kind == "word" and not before.flags & (F.PREPOSITION | F.NOUN) and not self.words[token].preposition
        )


class Finder:
    """What finds cues of one kind on a scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.article = scene.article
        self.words = scene.words
        self.phrases = scene.phrases
        self.subjects = scene.subjects


def conjunction_length(word: Word) -> int:
    """Return the letters of the conjunction with which a sentence opens."""
    joined = bool(word.conjunction) or word.fold[:1] == "و" and not word.known and len(word.fold) > 3
    return 1 if joined and word.fold != "و" else 0


def keys(word: Word) -> tuple[str, ...]:
    """The folded form, and the form without a joined conjunction."""
    return (word.fold, word.fold[1:]) if word.fold[:1] in ("و", "ف") else (word.fold,)
