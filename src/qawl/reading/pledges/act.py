"""A pledge while it is being made, in tokens."""

from dataclasses import dataclass

from qawl.lexicon.pledges import GovernorKind
from qawl.reading.clauses import Subject

DOING = ("institution", "state", "person")  # kinds of speakers whose side acts
_FAR = 90  # tokens


@dataclass(slots=True)
class Act:
    """Tokens `[start, end)` of an act to come; `cut` letters of the first are a clitic outside it.

    `holder` is the number of the statement that voices it, or -1. `subject` is who owes it; its pronoun alone is the
    speaker; `asker` is who demands it, where that is not the speaker. `reach` is the token before which a time or
    condition belongs to the act.
    """

    start: int
    end: int
    kind: GovernorKind
    holder: int
    rule: str
    subject: Subject
    reach: int
    cut: int = 0
    ours: bool = False  # we: the speaker's side rather than the speaker
    own: bool = False  # the speaker's own side is to act, whatever its subject
    by: str | None = None
    to: str | None = None
    asker: Subject | None = None

    @property
    def near(self) -> int:
        """The token before which times are the act's: its reach, but not to the end of an endless sentence."""
        return min(self.reach, self.start + _FAR)
