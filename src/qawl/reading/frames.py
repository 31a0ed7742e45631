"""The frames of a cue, compiled: which complements it takes, in folded form."""

from dataclasses import dataclass
from functools import cache

from qawl.lexicon.cues import Cue
from qawl.text.fold import fold


@dataclass(frozen=True, slots=True)
class Frame:
    """What may follow a cue. `prepositions` maps each to whether a noun may follow it, not only a clause."""

    clause: bool
    quote: bool
    content_object: bool
    addressee_object: bool
    prepositions: dict[str, bool]
    addressee_prepositions: frozenset[str]
    source: frozenset[str]

    @property
    def avoid(self) -> frozenset[str]:
        """Prepositions that belong to the cue and attach nothing to its subject."""
        return frozenset(self.prepositions)


@cache
def frame_of(frames: frozenset[str]) -> Frame:
    """Compile the frame strings of a cue (see `lexicon/data/cues.toml`)."""
    prepositions: dict[str, bool] = {}
    for text in frames:
        if text[0] in '@="' or text == "أن":
            continue
        name = fold(text.removesuffix("="))
        prepositions[name] = prepositions.get(name, False) or text.endswith("=")
    return Frame(
        clause="أن" in frames,
        quote='"' in frames,
        content_object="=" in frames,
        addressee_object="@" in frames,
        prepositions=prepositions,
        addressee_prepositions=frozenset(fold(f[1:]) for f in frames if f[0] == "@" and len(f) > 1),
        source=frames,
    )


def frame(cue: Cue) -> Frame:
    """Return the compiled frame of a cue."""
    return frame_of(cue.frames)
