"""The frames of a cue, compiled: which complements it takes, in folded form."""

from dataclasses import dataclass
from functools import cache

from qawl.lexicon.cues import Cue
from qawl.text.fold import fold


@dataclass(frozen=True, slots=True)
class Frame:
    """What may follow a cue.

    `prepositions` maps each to whether a noun may follow it, not only a clause. `avoid` are the same: they belong to
    the cue and attach nothing to its subject.
    """

    lemma: str
    clause: bool
    quote: bool
    content_object: bool
    addressee_object: bool
    prepositions: dict[str, bool]
    addressee_prepositions: frozenset[str]
    targets: bool  # whom one praises or criticises may be its bare object
    avoid: frozenset[str]

    @property
    def object_only(self) -> bool:
        """Say whether nothing but an object may follow: `اتهم`, `وصف`."""
        others = self.clause or self.quote or self.addressee_object or self.prepositions or self.addressee_prepositions
        return self.content_object and not others


def frame(cue: Cue) -> Frame:
    """Return the compiled frame of a cue (its frame strings are explained in `lexicon/data/cues.toml`)."""
    return _compiled(cue.lemma, cue.frames, cue.force in ("accuse", "support"))


@cache
def _compiled(lemma: str, frames: frozenset[str], targets: bool) -> Frame:
    prepositions: dict[str, bool] = {}
    for text in frames:
        if text[0] in '@="' or text == "أن":
            continue
        name = fold(text.removesuffix("="))
        prepositions[name] = prepositions.get(name, False) or text.endswith("=")
    return Frame(
        lemma=lemma,
        clause="أن" in frames,
        quote='"' in frames,
        content_object="=" in frames,
        addressee_object="@" in frames,
        prepositions=prepositions,
        addressee_prepositions=frozenset(fold(f[1:]) for f in frames if f[0] == "@" and len(f) > 1),
        targets=targets,
        avoid=frozenset(prepositions),
    )
