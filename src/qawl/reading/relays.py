"""Relayed words: `نقلت Y عن X أن …`, `نقلت Y عن X قوله إن …`."""

from qawl.lexicon.vocabulary import CueHit
from qawl.reading.drafts import Draft
from qawl.reading.nouns import NounPhrase
from qawl.reading.scene import Finder
from qawl.text.fold import fold

_RELAY = 40  # tokens between `نقلت` and `قوله`


class Relays(Finder):
    """Finds the speaker and the medium around a verb of relaying."""

    def relay(self, token: int, hit: CueHit, end: int) -> tuple[NounPhrase | None, NounPhrase] | None:
        """Return the relaying medium and the speaker behind a verb of relaying."""
        preposition = fold(hit.form.cue.speaker_after or "")
        medium = self.phrases.at(token + 1, end, frozenset((preposition,)))
        at = self._preposition_at(medium.end if medium else token + 1, preposition, end)
        if at is None:
            return None
        speaker = self.phrases.at(at + 1, end)
        return (medium, speaker) if speaker is not None else None

    def _preposition_at(self, token: int, preposition: str, end: int) -> int | None:
        """Find the speaker's preposition behind adverbs, times and brackets."""
        for at in range(token, min(end, token + 8)):
            word = self.words[at]
            if word.fold == preposition:
                return at
            if word.complementizer or any(h.form.aspect == "perfect" for h in word.cues):
                return None
        return None

    def relayed_speaker(self, draft: Draft, token: int) -> None:
        """`نقلت وكالة Y عن X قوله إن`: X speaks, Y relays."""
        for at in range(token - 1, max(-1, token - _RELAY), -1):
            word = self.words[at]
            if word.kind in (".", "newline"):
                return
            for hit in word.cues:
                if hit.form.cue.speaker_after == "عن" and hit.form.aspect != "noun":
                    found = self.relay(at, hit, token)
                    if found is not None:
                        medium, draft.speaker = found
                        draft.null_subject, draft.sibling, draft.left = False, True, at
                        draft.rule = "relayed:" + draft.kind
                        if medium is not None:
                            draft.via.append(self.scene.medium_name(medium))
                    return
