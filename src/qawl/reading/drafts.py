"""A statement while it is being made, in tokens; spans come last."""

from dataclasses import dataclass, field

from qawl.lexicon.cues import Cue
from qawl.lexicon.vocabulary import CueHit
from qawl.reading.nouns import NounPhrase
from qawl.records.reading import Force


@dataclass(slots=True)
class Complement:
    """A cue's surroundings. `start` is the first token of the content, `cut` the letters of a clitic before it."""

    kind: str = ""  # clause, quote, colon, nominal
    start: int = 0
    cut: int = 0
    subject: NounPhrase | None = None
    behalf: NounPhrase | None = None  # for whom the subject speaks: `أكدت الوزارة على لسان X`
    addressee: tuple[int, int] | None = None
    occasion: tuple[int, int] | None = None
    introduced: int = 0  # first token of the complement with its complementizer, preposition or mark
    preposition: str = ""
    via: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Piece:
    """Tokens `[start, end)` of a content; `cut` letters of the first are a clitic outside it."""

    start: int
    end: int
    cut: int = 0


@dataclass(slots=True)
class Draft:
    """What is known of a statement. `left` is its leftmost token, from which an earlier content must end."""

    cue: tuple[int, int]
    entry: Cue
    rule: str
    kind: str  # clause, quote, colon, nominal
    pieces: list[Piece]
    left: int
    hit: CueHit | None = None
    speaker: NounPhrase | None = None
    behalf: NounPhrase | None = None  # for whom the speaker speaks
    echo: NounPhrase | None = None  # the body's speaker for whom a headline's short name stands
    addressee: tuple[int, int] | None = None
    occasion: tuple[int, int] | None = None
    occasion_cut: int = 0
    introduced: int = 0
    force: Force | None = None
    headline: bool = False
    via: list[str] = field(default_factory=list)
    relative: bool = False  # its verb stands in a relative clause
    newsroom: bool = False  # a relative clause in which somebody else than its antecedent speaks
    embedded: bool = False  # its subject stands right behind another statement's complementizer
    participle: bool = False
    sibling: bool = True
    parent: "Draft | None" = None
    sentence: int = 0
    null_subject: bool = False

    @property
    def start(self) -> int:
        """The first token of the content."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """The token after the content."""
        return self.pieces[-1].end


def draft_from(token: int, hit: CueHit, complement: Complement) -> Draft:
    """Return the draft of the cue at `token` with what the walk from it found."""
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
