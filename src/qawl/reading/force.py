"""Force: what is done by saying something. The cue's own force is weighed against what the content says of itself."""

from collections.abc import Iterator

from qawl.lexicon import flags as F
from qawl.lexicon.force import ForceLexicon, load_forces
from qawl.lexicon.vocabulary import Word
from qawl.reading.article import COMMAS
from qawl.reading.drafts import Draft
from qawl.reading.ground import Ground
from qawl.reading.nouns import NounPhrase
from qawl.reading.pledges.futures import future_act
from qawl.reading.pledges.governors import governed_act
from qawl.reading.pledges.owing import is_own, settle
from qawl.records.reading import Force

_START = 3  # words in which a pattern must stand that counts only at the start
_CORE = 14  # words in which the main predicate of a content stands
_RELAYED = 1  # words before a statement that is all its holder says
_MAX_WORDS = 400  # of a piece that are weighed
_ACCUSERS = ("person", "state", "institution")  # witnesses, sources and media report what happened
_PARTY = F.STATE | F.BODY | F.SEAT | F.DEMONYM | F.NAME


def weigh_forces(ground: Ground) -> None:
    """Give every statement its force."""
    for i, draft in enumerate(ground.drafts):
        draft.force = _force(ground, i, load_forces())
    _pass_on(ground.drafts)


def _force(ground: Ground, i: int, lexicon: ForceLexicon) -> Force:
    draft = ground.drafts[i]
    base = draft.force or draft.entry.force
    if draft.kind == "nominal" and base in ("assert", "expect"):
        first = ground.article.words[draft.start]
        noun = lexicon.nouns.get(first.fold) or lexicon.nouns.get(first.base)
        if noun is not None:
            return noun
    if base != "assert":
        return base
    if draft.entry.distance == "doubting" and _names_other_party(ground, i):
        return "accuse"
    found = _by_words(ground, draft, lexicon)
    if found is not None:
        return found
    if _is_told_to(ground, draft):
        return "demand"
    if draft.kind != "nominal" and _commits(ground, i):
        return "commit"
    return "accuse" if _condemns(ground, i, lexicon) else "assert"


def _by_words(ground: Ground, draft: Draft, lexicon: ForceLexicon) -> Force | None:
    """The first of the lexicon's patterns, in its order, that the content shows."""
    best: tuple[int, Force] | None = None
    words = ground.article.words
    folds = [words[t].fold for p in draft.pieces for t in range(p.start, min(p.end, p.start + _MAX_WORDS))]
    for i, fold in enumerate(folds):
        for pattern in lexicon.patterns.get(fold) or lexicon.patterns.get(fold.removeprefix("و"), ()):
            if (
                (best is None or pattern.rank < best[0])
                and (pattern.where == "anywhere" or i < _START)
                and tuple(folds[i + 1 : i + len(pattern.words)]) == pattern.words[1:]
            ):
                best = pattern.rank, pattern.force
    return best[1] if best else None


def _is_told_to(ground: Ground, draft: Draft) -> bool:
    """`على الكونغرس أن …`: a content that opens with a duty."""
    words = ground.article.words
    if words[draft.start].fold != "علي":
        return False
    return any(w.complementizer == "أن" for w in words[draft.start + 2 : min(draft.end, draft.start + 7)])


# -- acts to come of the speaker's own side ----------------------------------------------------


def _commits(ground: Ground, i: int) -> bool:
    """Say whether the core of a content tells an act to come that the speaker's own side owes."""
    words = ground.article.words
    if i not in ground.identities:
        return False
    for token in _core(ground, i):
        if not words[token].announces:
            continue
        act = governed_act(ground, token) if words[token].moves else None
        if act is None and (words[token].future is not None or not words[token].moves):
            act = future_act(ground, token)
        if act is not None and settle(ground, act) and act.own and act.kind in ("promise", "plan"):
            return True
    return False


def _core(ground: Ground, i: int) -> Iterator[int]:
    """Yield the tokens at the head of a content that are in no other statement's."""
    draft = ground.drafts[i]
    for token in range(draft.start, min(draft.pieces[0].end, draft.start + _CORE)):
        if ground.clauses.holders[token] == i:
            yield token


# -- wrongs of others --------------------------------------------------------------------------


def _names_other_party(ground: Ground, i: int) -> bool:
    """Say whether a content opens with a party that is not the speaker's side."""
    draft, article = ground.drafts[i], ground.article
    side = ground.parties.side(ground.identities[i]) if i in ground.identities else frozenset()
    for token in range(draft.start, min(draft.end, draft.start + _START)):
        word = article.words[token]
        if token in article.entities or word.flags & (F.STATE | F.BODY | F.DEMONYM):
            return article.codes.get(word.base, word.base) not in side
    return False


def _condemns(ground: Ground, i: int, lexicon: ForceLexicon) -> bool:
    """Say whether the core of a content tells a wrong of somebody else or judges harshly."""
    words = ground.article.words
    for token in _core(ground, i):
        word = words[token]
        if word.complementizer or word.flags & F.RELATIVE:
            return False
        if word.kind == "word" and not _is_negated(words, token):
            verb = _verb(word)
            if verb in lexicon.wrongs:
                return True
            if verb in lexicon.wrongs_of_named and _is_named_other(ground, i, token):
                return True
            if word.base in lexicon.judgements and token > ground.drafts[i].start and _is_predicate(words, token):
                return True
    return False


def _verb(word: Word) -> str:
    """Return a word as a finite verb, without conjunction; nothing where it is a noun as well: `خطف`."""
    if word.flags & (F.NOUN | F.NAME):
        return ""
    return word.fold[1:] if word.conjunction else word.fold


def _is_negated(words: list[Word], token: int) -> bool:
    return any(w.flags & F.NEGATION for w in words[max(0, token - 2) : token])


def _is_predicate(words: list[Word], token: int) -> bool:
    """An indefinite judgement behind a definite word, a pronoun or a mark is a predicate, no attribute."""
    word, before = words[token], words[token - 1]
    if word.definite or word.suffix or word.preposition:
        return False
    definite = before.definite or bool(before.suffix or before.flags & F.PRONOUN) or not before.known
    return definite or before.kind in COMMAS


def _subject(ground: Ground, verb: int) -> NounPhrase | None:
    subject = ground.clauses.subject(verb)
    return subject.phrase if subject is not None else None


def _is_own_party(ground: Ground, i: int, phrase: NounPhrase) -> bool:
    speaker = ground.identities.get(i)
    return speaker is not None and is_own(ground, phrase, ground.parties.who(phrase).name, speaker)


def _is_named_other(ground: Ground, i: int, verb: int) -> bool:
    phrase = _subject(ground, verb)
    speaker = ground.identities.get(i)
    if phrase is None or speaker is None or speaker.kind not in _ACCUSERS or not ground.clauses.is_agent(phrase):
        return False
    article = ground.article
    named = any(t in article.entities or article.words[t].flags & _PARTY for t in range(phrase.start, phrase.end))
    return named and not _is_own_party(ground, i, phrase)


def _pass_on(drafts: list[Draft]) -> None:
    """A statement that only relays another's has the other's force."""
    for draft in drafts:
        outer = draft.parent
        if (
            outer is not None
            and outer.force == "assert"
            and outer.end == draft.end
            and draft.left - outer.start <= _RELAYED
        ):
            outer.force = draft.force
