"""One article as read so far: what pledges and disputes are found in."""

from dataclasses import dataclass

from qawl.lexicon.pledges import PledgeLexicon
from qawl.lexicon.vocabulary import Vocabulary
from qawl.reading.actors import Actors, Identity
from qawl.reading.article import Article
from qawl.reading.clauses import Clauses
from qawl.reading.drafts import Draft
from qawl.reading.phrases import Phrases
from qawl.records.reading import Force


@dataclass(frozen=True, slots=True)
class Ground:
    """Layout, phrases, parties and statements of one article; `identities` are the speakers by number of statement."""

    article: Article
    phrases: Phrases
    parties: Actors
    drafts: list[Draft]
    identities: dict[int, Identity]
    clauses: Clauses
    vocabulary: Vocabulary

    @property
    def pledges(self) -> PledgeLexicon:
        """What announces an act to come."""
        return self.vocabulary.pledges

    def force(self, token: int) -> Force | None:
        """Return the force of the statement whose content holds a token; None in the newsroom's own words."""
        holder = self.clauses.holders[token]
        return None if holder < 0 else self.drafts[holder].force or "assert"

    def speaker(self, token: int) -> Identity | None:
        """Return who says what stands at a token; None for the newsroom and where nobody is known."""
        return self.identities.get(self.clauses.holders[token])
