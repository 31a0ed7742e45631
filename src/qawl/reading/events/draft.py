"""An event while it is being made, in tokens."""

from dataclasses import dataclass

from qawl.lexicon.events import Act
from qawl.lexicon.vocabulary import ActHit, LightHit
from qawl.reading.actors import Identity
from qawl.reading.nouns import NounPhrase
from qawl.records.reading import Status

VERBAL = ("ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT")
"""Types of acts that are done with words: denying or demanding what somebody says leaves it said."""


@dataclass(slots=True)
class LightUse:
    """A light verb at `token` that governs an act's noun; `nominal` is its own noun (`شن هجوم`)."""

    token: int
    hit: LightHit | None
    nominal: bool = False


@dataclass(slots=True)
class Trigger:
    """The word that tells an act: a verb or a noun at `token`, and the object that its entry asks for."""

    token: int
    act: Act
    hit: ActHit
    noun: bool
    object: int | None = None
    light: LightUse | None = None

    @property
    def head(self) -> int:
        """The token that the clause governs: the light verb or its noun where there is one."""
        return self.light.token if self.light is not None else self.token


@dataclass(slots=True)
class Parties:
    """Who acts on whom, as noun phrases; `unknown` says that a pronoun stands for somebody who is not known."""

    actor: NounPhrase | None = None
    recipient: NounPhrase | None = None
    actor_identity: Identity | None = None
    recipient_identity: Identity | None = None
    subject_act: int | None = None  # the act noun that is the verb's subject: `غارة قتلت`

    @property
    def has_actor(self) -> bool:
        return self.actor is not None or self.actor_identity is not None

    @property
    def has_recipient(self) -> bool:
        return self.recipient is not None or self.recipient_identity is not None


@dataclass(slots=True)
class EventDraft:
    """An event over tokens `[start, end)`; `token` is its trigger, `holder` the number of a statement or -1."""

    start: int
    end: int
    token: int
    type: str
    mode: str | None
    status: Status
    holder: int
    rule: str
    actor: Identity | None = None
    recipient: Identity | None = None
    context: tuple[str, ...] = ()
    place: tuple[int, int] | None = None
    source: int | None = None  # the act noun that is its verb's subject
