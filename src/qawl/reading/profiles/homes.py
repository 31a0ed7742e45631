"""The country and the sector that the words of a role or of a body's name tell.

A demonym or a state's name says the country, else the organisation named: a body, a seat, a medium, a city. What the
role is about is no home (`خبير الشؤون الروسية`), nor is the host of who is sent (`سفير … في`).
"""

from qawl.lexicon import flags as F
from qawl.lexicon.affiliations import Affiliations, bare_word
from qawl.lexicon.vocabulary import Name, Word
from qawl.reading.article import Article, Entity
from qawl.reading.nouns import is_adjective
from qawl.reading.profiles.roles import Tokens

_TOWARDS = frozenset("الي لدي بشان حول ضد مع عن تجاه نحو بين".split())
_WITHIN = frozenset("في ب".split())
_ORGANISATIONS = F.BODY | F.SEAT | F.MEDIUM | F.CITY


def bare(word: Word) -> str:
    """Return a word folded, without clitics and article: `ألمانية` of `الألمانية`, `سعودية` of the name `السعودية`."""
    base = word.base if word.definite else bare_word(word.base)
    written = base + word.fold[-2:]  # `الحرمين`, of which the base is the singular
    return written if word.fold.endswith(("ان", "ين")) and word.fold.endswith(written) else base


class Homes:
    """Country and sector of the parties of one article."""

    def __init__(self, article: Article, names: dict[str, Name], table: Affiliations) -> None:
        self.article = article
        self.words = article.words
        self.names = names
        self.table = table

    def bare_words(self, tokens: Tokens) -> list[str]:
        """Return the words of `tokens` folded, without clitics and article."""
        words = self.words[tokens[0] : tokens[1]]
        return [self._singular(bare(words[0]), words[0]), *map(bare, words[1:])] if words else []

    def _singular(self, form: str, word: Word) -> str:
        """`الوزيران`: the tables have no duals."""
        dual = form.endswith(("ان", "ين")) and form not in self.table.titles and not word.flags & F.NAME
        return form[:-2] if dual and form[:-2] in self.table.titles else form

    def entity(self, token: int) -> Entity | None:
        """Return the party of several words that begins at `token`, also in a title: `الأمين العام للأمم المتحدة`."""
        entity, word = self.article.entities.get(token), self.words[token]
        if entity is not None and entity.name.kind & F.PARTY or not word.phrases or token + 1 >= len(self.words):
            return entity
        for phrase in word.phrases.get(self.words[token + 1].fold, ()):
            end = token + 2 + len(phrase.rest)
            if phrase.entry.kind & F.PARTY and tuple(w.fold for w in self.words[token + 2 : end]) == phrase.rest:
                return Entity(end, phrase.entry)
        return entity

    # -- country ------------------------------------------------------------------------------

    def country(self, tokens: Tokens) -> str | None:
        """Return the code of the state, or of the body that is none, to which the words say that it belongs."""
        states, organisation = [], ""
        words = self.bare_words(tokens)
        posted, sent = self.table.begins(words, "posted"), self.table.begins(words, "sent")
        head = self.table.match(words, 0)
        full = tokens[0] in self.article.entities if head is None else not head.passes
        token, governor = tokens[0], ""
        while token < tokens[1]:
            word, end = self.words[token], self._end(token)
            if token > tokens[0] and self._leads_away(word, posted or bool(organisation), sent, full):
                break
            code = self.state(token)
            if code and not self.table.holds(governor, "topic"):
                states.append((token, code))
            organisation = organisation or self._organisation(token)
            if word.kind == "word" and not is_adjective(word) and not code and not word.flags & F.PREPOSITION:
                governor = bare(word)
            token = end
        return _first(states) or organisation or None

    def _end(self, token: int) -> int:
        entity = self.entity(token)
        return entity.end if entity is not None and entity.name.kind & F.PARTY else token + 1

    def _leads_away(self, word: Word, settled: bool, sent: bool, full: bool) -> bool:
        """Say whether behind this word stands something else than the home: whither, the host, to whom (`للرئيس`)."""
        if word.flags & F.PREPOSITION and word.fold in _TOWARDS:
            return True
        if (word.fold in _WITHIN or word.preposition == "ب") and settled:
            return True
        return word.preposition == "ل" and (sent or full and bool(word.flags & (F.ROLE | F.HONORIFIC)))

    def state(self, token: int) -> str:
        """Return the code of a state's name or a demonym at `token`, or nothing."""
        entity = self.entity(token)
        if entity is not None and entity.name.kind & F.PARTY:
            return entity.name.code if entity.name.kind & F.STATE else ""
        word = self.words[token]
        if bare(word) in self.table.origins:
            return self.table.origins[bare(word)]
        if not word.flags & (F.STATE | F.DEMONYM) or word.base in self.table.doubtful:
            return ""
        return self.article.codes.get(word.base, "")

    def _organisation(self, token: int) -> str:
        entity = self.entity(token)
        if entity is not None:
            return entity.name.code if entity.name.kind & _ORGANISATIONS else ""
        word = self.words[token]
        name = self.names.get(word.base) if word.flags & _ORGANISATIONS and not word.flags & F.NOUN else None
        return name.code if name is not None and name.kind & _ORGANISATIONS else ""

    # -- sector -------------------------------------------------------------------------------

    def sector(self, tokens: Tokens, body: bool) -> str | None:
        """Return the sector of the first word or name that decides one; a mere head decides where it stands alone."""
        words, fallback = self.bare_words(tokens), ""
        at = 0
        while at < len(words):
            known = self._named_sector(tokens[0] + at, at == 0)
            if known is not None:
                return self._or_former(words, known)
            void = self.table.holds(self.words[tokens[0] + at].fold, "void") or at and self._is_borne(tokens[0] + at)
            entry = None if void else self.table.match(words, at)
            if entry is not None and not entry.passes:
                return self._or_former(words, entry.sector)
            if entry is None and at == 0 and not body and self.table.titles.get(words[0]):
                return self._or_former(words, self.table.titles[words[0]])
            if entry is not None:
                at += len(entry.rest)
                fallback = fallback or entry.sector
            at += 1
        alone = all(self._describes(tokens[0] + place) for place in range(1, len(words)))
        return self._or_former(words, fallback if alone else "")

    def is_listed(self, tokens: Tokens) -> bool:
        """Say whether the tables have the body that the words name."""
        return self._named_sector(tokens[0], True) is not None

    def _is_borne(self, token: int) -> bool:
        """`مدينة الملك فلان`: whose name a body bears says nothing of its sector."""
        flags, before = self.words[token].flags, self.words[token - 1].flags
        return bool(flags & (F.ROLE | F.HONORIFIC) and not flags & F.INSTITUTION and before & (F.PLACE | F.INSTITUTION))

    def _named_sector(self, token: int, head: bool) -> str | None:
        """Return the sector of a name of the tables at `token`, `""` where it has none; None where no name is."""
        entity = self.entity(token)
        word = self.words[token]
        if entity is not None:
            name: Name | None = entity.name
        else:
            name = self.names.get(word.base) if word.flags & (F.BODY | F.SEAT) and not word.flags & F.NOUN else None
        if name is not None and name.kind & (F.BODY | F.SEAT):
            return self.table.names.get(name.name, "")
        if name is not None and name.kind & F.MEDIUM or head and word.flags & F.MEDIUM_HEAD and not self._is_site(word):
            return "JRN"
        return None

    def _is_site(self, word: Word) -> bool:
        """Every office has one: `مدير البوابة الإلكترونية` is no journalist."""
        entries = self.table.by_first.get(bare(word), ())
        return any(entry.passes and not entry.rest for entry in entries)

    def _describes(self, token: int) -> bool:
        word = self.words[token]
        return is_adjective(word) or bool(word.flags & (F.STATE | F.HONORIFIC)) or token in self.article.inside_entity

    def _or_former(self, words: list[str], sector: str) -> str | None:
        """Former officials are elites of PLOVER's, whatever they were."""
        was = sector in _OFFICIAL and any(self.table.holds(word, "former") for word in words)
        return "ELI" if was else sector or None


_OFFICIAL = frozenset("GOV MIL LEG JUD COP SPY".split())


def _first(states: list[tuple[int, str]]) -> str:
    """Return the first code; two side by side (`السعودية الفرنسية`) belong to neither alone."""
    if len(states) > 1 and states[1][0] == states[0][0] + 1 and states[1][1] != states[0][1]:
        return ""
    return states[0][1] if states else ""
