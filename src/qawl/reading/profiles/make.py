"""The record of each actor, made from its phrases."""

from collections.abc import Iterable, Sequence

from qawl.lexicon import flags as F
from qawl.lexicon.affiliations import Affiliations, affiliations, key
from qawl.lexicon.holders import Holders, Office, Term, holders
from qawl.reading.actors import Identity
from qawl.reading.article import Article
from qawl.reading.ground import Ground
from qawl.reading.nouns import NounPhrase, is_adjective
from qawl.reading.profiles.homes import Homes, bare
from qawl.reading.profiles.mentions import Mentions
from qawl.reading.profiles.roles import Tokens, roles
from qawl.reading.spans import noun_span
from qawl.records import Actor, Document, Holder
from qawl.records.reading import ActorKind, Gender, Number

_WITH_ROLE = frozenset(("person", "unnamed"))
_OPENING = 60  # tokens of title and lead that say which country a story is set in
_KNOWN_HEADS = F.NOUN | F.ADJECTIVE | F.EVENT
_MAY_ACT = (
    F.INSTITUTION | F.MEDIUM_HEAD | F.PARTY | F.PERSONAL | F.DOCUMENT | F.PLACE | F.NAME | F.DEMONYM | F.COMMON_MEDIUM
)


def profiles(ground: Ground, identities: Iterable[Identity], document: Document, place: str | None) -> dict[str, Actor]:
    """Return one record an actor by its name, in the order of `identities`; `place` is the dateline's."""
    chosen: dict[str, Identity] = {}
    for identity in identities:
        chosen.setdefault(identity.name, identity)
    maker = _Maker(ground, chosen, document, place)
    return {name: maker.actor(number, identity) for number, (name, identity) in enumerate(chosen.items(), 1)}


class _Maker:
    """Makes the actors of one article."""

    def __init__(self, ground: Ground, chosen: dict[str, Identity], document: Document, place: str | None) -> None:
        self.article: Article = ground.article
        self.words = ground.article.words
        self.table: Affiliations = affiliations()
        self.homes = Homes(ground.article, ground.vocabulary.names, self.table)
        self.mentions = Mentions(ground, chosen)
        self.document = document
        self.place = place
        self._lexemes = ground.vocabulary.lexemes
        self._surface = ground.parties.surface
        self._story: str | None = None

    def actor(self, number: int, identity: Identity) -> Actor:
        """Return the record of one actor."""
        phrases = self.mentions.of(identity.name)
        kind = self._kind(identity, phrases)
        found = self._roles(phrases) if kind in _WITH_ROLE else []
        evidence = found or ([] if kind == "person" else _cores(phrases))
        country = self._country(kind, evidence)
        nameless = kind == "person" and not any(phrase.name for phrase in phrases)
        return Actor(
            id=f"a{number}",
            name=identity.name,
            kind=kind,
            role=self._written(found[0]) if found and kind == "person" else None,
            country=country,
            sector=self._sector(kind, evidence),
            gender=self._gender(kind, identity, phrases),
            number=self._number(kind, identity, phrases),
            holder=self._holder(evidence) if nameless else None,
            mentions=tuple(noun_span(self.article, phrase) for phrase in phrases),
        )

    # -- kind, gender, number -----------------------------------------------------------------

    def _kind(self, identity: Identity, phrases: Sequence[NounPhrase]) -> ActorKind | None:
        """Return the kind with what the head nouns tell beyond their class."""
        phrase = max(phrases, key=lambda one: one.end - one.start, default=None)
        if phrase is None or phrase.joint:
            return identity.kind
        head = self.words[phrase.head]
        if identity.kind == "unnamed" and self._is_one(phrase):
            return "person"
        if identity.kind == "person" and self._are_many(identity, phrases):
            return "group"
        if identity.kind == "group" and self.table.holds(bare(head), "individual"):
            return "unnamed" if head.number != "p" else "group"
        if identity.kind == "group" and head.flags & F.INSTITUTION:
            core = (phrase.start, phrase.core_end or phrase.end)
            return "institution" if self.homes.sector(core, True) in ("BUS", "MIL") else "group"
        listed = self._listed_kind(phrase)
        if listed is not None or identity.kind != "institution":
            return listed or identity.kind
        known = head.kind == "word" and head.flags & _KNOWN_HEADS and not phrase.quoted
        return None if known and not head.flags & _MAY_ACT else "institution"

    def _are_many(self, identity: Identity, phrases: Sequence[NounPhrase]) -> bool:
        """`الأطباء`, `الطرفان`: a plural or dual noun alone is no person's name."""
        if identity.plural and not any(one.name for one in phrases):
            return True
        return all(one.end - one.start == 1 and self._is_dual(one) for one in phrases)

    def _listed_kind(self, phrase: NounPhrase) -> ActorKind | None:
        """Return the kind of a name of the tables, whatever its first word may be; `الأمم المتحدة` are no group."""
        entity, head = self.article.entities.get(phrase.head), self.words[phrase.head]
        if entity is None:
            return "medium" if phrase.quoted and head.flags & (F.MEDIUM | F.COMMON_MEDIUM) else None
        kinds = entity.name.kind
        if kinds & F.MEDIUM:
            return "medium"
        if kinds & (F.BODY | F.SEAT):
            return "group" if entity.name.name in self.table.armed else "institution"
        return "person" if kinds & F.HONORIFIC and phrase.number != "p" else None

    def _is_one(self, phrase: NounPhrase) -> bool:
        """`وزير الخارجية الروسي`: an idafa with a definite noun is definite, and its head a title that one bears."""
        head = self.words[phrase.head]
        singular = head.number != "p" or bare(head) in self.table.gendered
        single = phrase.number != "p" and singular or phrase.head in self.article.entities
        plain = head.flags & F.ROLE and single and phrase.name is None
        if not plain or self.table.holds(bare(head), "many"):
            return False
        for token in range(phrase.head + 1, phrase.core_end or phrase.end):
            word = self.words[token]
            if word.preposition or word.kind != "word" or word.flags & F.PREPOSITION:
                return False
            if word.definite or word.suffix or word.flags & (F.STATE | F.CITY | F.BODY | F.SEAT):
                return True
            if is_adjective(word) and not word.flags & F.NOUN:
                return False
        return False

    def _gender(self, kind: ActorKind | None, identity: Identity, phrases: Sequence[NounPhrase]) -> Gender | None:
        """Return the gender that a role's form or a given name shows; of sources and bodies the grammar's is none."""
        if kind not in _WITH_ROLE or identity.plural:
            return None
        if any(phrase.name for phrase in phrases):
            shown = identity.gender
        else:
            heads = (self.words[phrase.head] for phrase in phrases)
            shown = next((head.gender for head in heads if bare(head) in self.table.gendered), "")
        return "f" if shown == "f" else "m" if shown == "m" else None

    def _number(self, kind: ActorKind | None, identity: Identity, phrases: Sequence[NounPhrase]) -> Number | None:
        if kind is None:
            return None
        if any(self._is_dual(phrase) for phrase in phrases):
            return "dual"
        many = any(self._is_plural(phrase) for phrase in phrases)
        several = identity.plural or kind == "group" or kind != "person" and many
        return "plural" if several else "singular"

    def _is_plural(self, phrase: NounPhrase) -> bool:
        """`مصادر`; a party of the tables is one, whatever its first word is: `الأمم المتحدة`."""
        entity = self.article.entities.get(phrase.head)
        listed = entity is not None and bool(entity.name.kind & F.PARTY)
        head = self.words[phrase.head]
        return head.number == "p" and bare(head) not in self.table.gendered and not phrase.name and not listed

    def _is_dual(self, phrase: NounPhrase) -> bool:
        """`الوزيران`: in the oblique case the dual is written like the plural."""
        head = self.words[phrase.head]
        if not head.base.endswith("ان"):
            return False
        stem = self._lexemes.get(head.base[:-2])
        title = head.number == "p" and head.base[:-2] in self.table.titles
        return title or head.definite and not head.known and stem is not None and bool(stem.flags & F.NOUN)

    # -- role, country, sector ----------------------------------------------------------------

    def _roles(self, phrases: Sequence[NounPhrase]) -> list[Tokens]:
        """Return the roles of all mentions, the longest first."""
        found = [role for phrase in phrases if not phrase.joint for role in roles(self.article, phrase)]
        return sorted(found, key=lambda role: role[0] - role[1])

    def _written(self, role: Tokens) -> str:
        return self._surface(NounPhrase(*role, role[0]))

    def _sector(self, kind: ActorKind | None, evidence: Sequence[Tokens]) -> str | None:
        if kind in (None, "state", "document"):
            return None
        if kind == "medium":
            return "JRN"
        body = kind == "institution"
        listed = [tokens for tokens in evidence if body and self.homes.is_listed(tokens)]
        evidence = listed or evidence
        return next(filter(None, (self.homes.sector(tokens, body) for tokens in evidence)), None)

    def _country(self, kind: ActorKind | None, evidence: Sequence[Tokens]) -> str | None:
        told = next(filter(None, map(self.homes.country, evidence)), None)
        if told or kind not in ("person", "institution"):
            return told
        office = next(filter(None, (self._office(holders(), tokens) for tokens in evidence)), None)
        if office is not None:
            return office.code
        native = any(self.table.begins(self.homes.bare_words(tokens), "home") for tokens in evidence)
        return self._own_country() or None if native else None

    def _own_country(self) -> str:
        """The outlet's country, where the tables have the outlet and neither dateline nor lead name another state."""
        if self._story is None:
            self._story = self._told_at_home(self.table.media.get(key(self.document.source), ""))
        return self._story

    def _told_at_home(self, code: str) -> str:
        there = self.table.places.get(key(self.place), code)
        states = (self.homes.state(token) for token in range(min(_OPENING, len(self.words))))
        return code if len(code) == 3 and there == code and all(state in ("", code) for state in states) else ""

    # -- holder -------------------------------------------------------------------------------

    def _holder(self, evidence: Sequence[Tokens]) -> Holder | None:
        """Return who bore the role on the day of publication, where office and state are all that it says."""
        day, table = self.document.published, holders()
        for tokens in evidence if day else ():
            office = self._office(table, tokens)
            if office is not None:
                return _inferred(office, table.term(office, day or ""))
        return None

    def _office(self, table: Holders, tokens: Tokens) -> Office | None:
        words = self.homes.bare_words(tokens)
        for form, office in table.forms(words):
            rest = range(tokens[0] + len(form), tokens[1])
            codes = {self.homes.state(token) for token in rest} | ({office.code} if office.code else set())
            if len(codes) == 1 and "" not in codes and len(rest) <= 2:
                return Office(office.name, codes.pop(), office.gender)
        return None


def _cores(phrases: Sequence[NounPhrase]) -> list[Tokens]:
    """Return the phrases without their appositions, the longest first."""
    return sorted(
        ((phrase.start, phrase.core_end or phrase.end) for phrase in phrases), key=lambda core: core[0] - core[1]
    )


def _inferred(office: Office, term: Term | None) -> Holder | None:
    if term is None:
        return None
    return Holder(
        name=term.name,
        office=office.name,
        country=office.code,
        source=term.source,
        start=term.start,
        end=term.end or None,
    )
