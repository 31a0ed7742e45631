"""All places where the article names an actor again, also where it does not speak."""

from collections.abc import Iterable, Mapping

from qawl.lexicon import flags as F
from qawl.lexicon.affiliations import bare_word, bare_words
from qawl.reading.actors import Identity, Mention
from qawl.reading.ground import Ground
from qawl.reading.nouns import NounPhrase, is_adjective
from qawl.text.fold import fold

_NO_NAME = F.NOUN | F.ADJECTIVE | F.VERB | F.PARTY | F.GRAMMAR | F.GIVEN
_SONS = frozenset(("بن", "ابن", "بنت"))
_NAMED = frozenset(("state", "institution", "medium", "group"))
_MOST = 8  # mentions of one actor whose heads are looked for again


class Mentions:
    """Finds the mentions of the actors of a reading in one pass over the gathered ones and one over the words."""

    def __init__(self, ground: Ground, actors: Mapping[str, Identity]) -> None:
        self.parties = ground.parties
        self.words = ground.article.words
        self.actors = actors
        self.phrases: dict[tuple[int, int], NounPhrase] = {}
        self.found: dict[str, set[tuple[int, int]]] = {name: set(actor.mentions) for name, actor in actors.items()}
        self._speaking(ground)
        self.taken = {start for spans in self.found.values() for start, _ in spans}
        heads, surnames = self._keys()
        self._gathered(heads)
        self._names(surnames)

    def of(self, name: str) -> list[NounPhrase]:
        """Return the phrases that name an actor, in their order; one inside another is left out."""
        kept: list[NounPhrase] = []
        for start, end in sorted(self.found[name], key=lambda span: (span[0], -span[1])):
            if not kept or start >= kept[-1].end:
                kept.append(self._phrase(start, end))
        return kept

    def _speaking(self, ground: Ground) -> None:
        """Add the phrases with which an actor speaks: a role alone, say, whose bearer the article names elsewhere."""
        for number, identity in ground.identities.items():
            speaker = ground.drafts[number].speaker
            if speaker is not None and identity.name in self.found:
                self.phrases[speaker.start, speaker.end] = speaker
                self._add(identity.name, speaker.start, speaker.end)

    def _phrase(self, start: int, end: int) -> NounPhrase:
        phrase = self.phrases.get((start, end)) or self.parties.phrases.at(start, end)
        return phrase if phrase is not None and phrase.end == end else NounPhrase(start, end, start)

    def _keys(self) -> tuple[dict[str, str], dict[str, list[str]]]:
        """Return the actors by the head of their phrases, and the persons by the last word of their name."""
        heads: dict[str, str] = {}
        surnames: dict[str, list[str]] = {}
        for name, actor in self.actors.items():
            words = bare_words(name)
            if actor.kind == "person" and words:
                surnames.setdefault(words[-1], []).append(name)
            for start, end in sorted(self.found[name])[:_MOST]:
                mention = self.parties.mention(self._phrase(start, end))
                named = mention.head[:1] == "="
                fits = actor.kind in _NAMED if named else actor.kind != "unnamed"
                if fits and not (mention.phrase.joint or mention.phrase.quoted):
                    heads.setdefault(mention.head, name)
        return heads, surnames

    # -- gathered mentions --------------------------------------------------------------------

    def _gathered(self, heads: Mapping[str, str]) -> None:
        opening = self._opening()
        for mention in self.parties.mentions:
            phrase = mention.phrase
            self.phrases.setdefault((phrase.start, phrase.end), phrase)
            if phrase.start in opening and not phrase.joint:
                surface = self.parties.surface(phrase)
                if surface in self.actors:
                    self._add(surface, phrase.start, phrase.end)
            if phrase.start in self.taken or mention.head not in heads and not self._may_hold(mention):
                continue
            if mention.head[:1] == "=" and mention.head in heads:
                self._add(heads[mention.head], phrase.start, self._core(phrase))
            elif mention.head[:1] != "=" and not phrase.joint and self._is_sure(mention):
                identity = self.parties.who(phrase)
                if identity.name in self.actors and _suits(mention.name, bare_words(identity.name)):
                    self._add(identity.name, phrase.start, phrase.end)

    def _opening(self) -> set[int]:
        """The tokens that may open an actor's name: a phrase's words as written cost too much to ask for each."""
        firsts = {fold(name.split(maxsplit=1)[0]) for name in self.actors if name.strip()}
        firsts |= {first.removeprefix("ال") for first in firsts}
        tokens = {t for t, word in enumerate(self.words) if word.base in firsts or word.fold in firsts}
        return tokens | {t - 1 for t in tokens if t - 1 in self.parties.article.quotes.closer}

    def _add(self, name: str, start: int, end: int) -> None:
        self.found[name].add((start, end))

    def _may_hold(self, mention: Mention) -> bool:
        return bool(mention.name) or bool(self.words[mention.phrase.head].flags & F.ROLE)

    def _core(self, phrase: NounPhrase) -> int:
        """The end of the name itself: of joint parties only the first is one."""
        entity = self.parties.article.entities.get(phrase.head)
        return entity.end if entity is not None else phrase.head + 1

    def _is_sure(self, mention: Mention) -> bool:
        """A name is sure; a role alone is where one person of the article bears it, a head noun where definite."""
        if mention.name:
            return mention.phrase.personal
        if not mention.definite:
            return False
        head = self.words[mention.phrase.head]
        if head.flags & F.UNNAMED or self._inside(mention):
            return False
        if not head.flags & F.ROLE:
            return True
        holders = {
            other.name[-1]
            for other in self.parties.by_head.get(mention.head, ())[:200]
            if other.name and other.phrase.personal and mention.words <= other.words
        }
        return len(holders) == 1

    def _inside(self, mention: Mention) -> bool:
        """`نائب الرئيس` and `قصر الرئيس` name no president, `الدفاع المدني` no civilian."""
        before = self.words[mention.phrase.start - 1] if mention.phrase.start else None
        if before is None or not before.flags & (F.NOUN | F.ROLE):
            return False
        return not before.definite or is_adjective(self.words[mention.phrase.head])

    # -- names --------------------------------------------------------------------------------

    def _names(self, surnames: Mapping[str, list[str]]) -> None:
        """Find the names of persons that the gathering passed by: a family name that does not speak."""
        if not surnames:
            return
        for token, word in enumerate(self.words):
            if word.base in surnames or bare_word(word.base) in surnames:
                self._name_at(token, surnames[word.base if word.base in surnames else bare_word(word.base)])

    def _name_at(self, token: int, names: Iterable[str]) -> None:
        best, start = "", token + 1
        for name in names:
            begin = self._begin(token, bare_words(name))
            if begin < start:
                best, start = name, begin
        whole = token - start + 1
        if whole > 1 or whole == 1 and self._stands_for(token):
            self._add(best, start, token + 1)

    def _begin(self, token: int, name: tuple[str, ...]) -> int:
        """Return where the words of a name that end at `token` begin; behind `token` where they are somebody else's."""
        start = token
        for word in reversed(name[:-1]):
            if not start or bare_word(self.words[start - 1].base) != word:
                break
            start -= 1
        return start if _suits(name[start - token - 1 :], name) else token + 1

    def _stands_for(self, token: int) -> bool:
        """A family name alone is one where it is no other word, and no part of somebody else's name."""
        word = self.words[token]
        if word.flags & _NO_NAME or token in self.parties.article.inside_entity:
            return False
        before = self.words[token - 1] if token else None
        after = self.words[token + 1] if token + 1 < len(self.words) else None
        if before is not None and before.flags & F.NAME and not (before.flags & F.NOUN or before.conjunction):
            return False
        return after is None or not (after.flags & F.NAME and not after.flags & (F.NOUN | F.GRAMMAR))


def _suits(part: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Say whether the last words of a name stand for it: `سلمان بن فلان` is the father of `محمد بن سلمان بن فلان`."""
    if not part or len(part) >= len(name) or part[0] == name[0]:
        return True  # a hyphen in a name may make the part the longer one
    return not _SONS & set(part) and name[-len(part) - 1] not in _SONS
