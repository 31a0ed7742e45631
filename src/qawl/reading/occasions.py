"""What stands between a cue and its content: to whom, where and upon what something is said."""

from typing import TYPE_CHECKING

from qawl.lexicon import flags as F
from qawl.lexicon.classes import word_class
from qawl.lexicon.vocabulary import Word
from qawl.reading.article import COMMAS, DASHES, Article
from qawl.reading.drafts import Draft
from qawl.reading.nouns import is_time
from qawl.reading.phrases import Phrases

if TYPE_CHECKING:
    from qawl.reading.complements import Walk

_JUMP = 25  # tokens
_OCCASION_PREPOSITIONS = word_class("before_occasion")
_EVENTFUL = word_class("before_event")
_ON = word_class("platform")
_OPENS_NOMINAL = word_class("opens_nominal")
_ANSWERING = word_class("answering")
_ADDRESSEE_HEADS = (
    F.HUMAN
    | F.ROLE
    | F.MEDIUM
    | F.MEDIUM_HEAD
    | F.STATE
    | F.BODY
    | F.INSTITUTION
    | F.COMMON_MEDIUM
    | F.NAME
    | F.UNNAMED
)
_HEARERS = F.MEDIUM | F.MEDIUM_HEAD | F.COMMON_MEDIUM | F.UNNAMED
_RELAYS = word_class("relaying")
_TODAY = word_class("cue_time")
_MAX_OCCASION = 45


def is_circumstance(walk: "Walk", token: int, word: Word) -> bool:
    """`وهو يقف …`, `حين سئل عن …`: a clause of circumstance."""
    if word.base in ("هو", "هي", "هم") and word.conjunction == "و":
        return True
    return word.fold in ("حين", "عندما", "لما") and token + 1 < walk.limit


def parenthesis(walk: "Walk", token: int) -> int:
    """`، وهي التسمية التي …،`: a remark between commas, else 0. A verb behind the pronoun tells of the speaker."""
    following = walk.words[token + 1] if token + 1 < walk.limit else None
    if (
        walk.words[token - 1].kind not in COMMAS
        or following is None
        or not following.flags & F.NOUN
        or walk.words[token].base == "هم"
    ):
        return 0
    for at in range(token + 1, min(walk.limit, token + _JUMP)):
        if walk.words[at].kind in COMMAS:
            return at + 1
        if walk.words[at].complementizer or walk.words[at].kind in (":", "."):
            return 0
    return 0


def prepositional(walk: "Walk", token: int, word: Word) -> int:
    name = word.preposition or word.base
    if _is_addressee(walk, token, word, name):
        end = _phrase_end(walk, token)
        if walk.found.addressee is None:
            walk.found.addressee = (token, end)
        return end
    if _is_occasion(walk, token, word, name):
        return occasion(walk, token)
    return _phrase_end(walk, token)


def _is_addressee(walk: "Walk", token: int, word: Word, name: str) -> bool:
    if name not in walk.frame.addressee_prepositions and name != "ل":
        return False
    target = _target(walk, token, word)
    if target is None or not (walk.frame.quote or walk.frame.addressee_prepositions):
        return False
    if target is not word and target.kind in ('"', "«", "“"):
        return True
    return bool(target.flags & _ADDRESSEE_HEADS) and not target.flags & F.OCCASION or token in walk.article.entities


def _target(walk: "Walk", token: int, word: Word) -> Word | None:
    if word.preposition and word.base not in ("ب", "ل"):
        return word
    return walk.words[token + 1] if token + 1 < walk.limit else None


def _is_occasion(walk: "Walk", token: int, word: Word, name: str) -> bool:
    if walk.found.occasion is not None:
        return False
    return opens_occasion(walk.article, token)


def occasion(walk: "Walk", token: int) -> int:
    """An occasion runs to the complement, or to the subject where that is still to come."""
    end = _phrase_end(walk, token)
    if walk.found.subject is None and not walk.given and end < walk.limit and _may_be_subject(walk, end):
        _note_occasion(walk, token, end)
        return end
    if end < walk.limit and _is_nominal_here(walk, end):
        _note_occasion(walk, token, end)
        return end
    far = walk.search(end, commas=False)
    near = walk.search(end, commas=True)
    stop = near if _leads_on(walk, near) or walk.words[near - 1].kind in COMMAS and _subject_at(walk, near) else far
    relay = _first_relay(walk, end, stop)
    if relay < stop:
        _note_occasion(walk, token, relay)
        return relay
    rival = first_rival(walk, end, stop)
    if rival < stop:
        stop = walk.limit  # the complement belongs to a participle on the way
    if (
        stop >= walk.limit
        and walk.frame.content_object
        and walk.object_ok
        and (walk.found.subject is not None or walk.given)
    ):
        stop = walk.noun_after_clause(end - 1)
        stop = stop if stop < rival else walk.limit
    if stop >= walk.limit:
        _note_occasion(walk, token, end)
        return end
    last = stop
    while last > token and (walk.words[last - 1].kind in COMMAS or walk.words[last - 1].kind in DASHES):
        last -= 1
    _note_occasion(walk, token, last)
    return stop


def _first_relay(walk: "Walk", token: int, stop: int) -> int:
    """`في تقريرها، وفقا لموقع …، إن`: return where a source phrase behind a comma ends the occasion, else `stop`."""
    for at in range(token + 1, min(stop, walk.limit)):
        if walk.words[at].fold in _RELAYS and walk.words[at - 1].kind in COMMAS:
            return at
    return stop


def first_rival(walk: "Walk", token: int, stop: int) -> int:
    """Return the first participle of circumstance before `stop`, which opens its own statement, else `stop`."""
    for at in range(token + 1, stop):
        word = walk.words[at]
        if (
            walk.words[at - 1].kind in COMMAS
            and any(h.form.aspect == "participle" and not h.suffix for h in word.cues)
            and word.form.rstrip("\u064b").endswith(("ا", "ة", "ين"))
            and not word.definite
        ):
            return at
    return stop


def _is_nominal_here(walk: "Walk", token: int) -> bool:
    """`أشاد في تصريح بمثل …`: the clitic preposition of the cue, right behind the occasion."""
    word = walk.words[token]
    return (
        bool(word.preposition)
        and walk.frame.prepositions.get(word.preposition, False)
        and not word.flags & (F.PLACE | F.INSTITUTION | F.TIME)
    )


def _note_occasion(walk: "Walk", start: int, end: int) -> None:
    end = _without_time(walk.words, start, end)
    if walk.found.occasion is None and start < end:
        walk.found.occasion = (start, end)
        _addressee_within(walk, start, end)


def _addressee_within(walk: "Walk", start: int, end: int) -> None:
    """`في تصريح لوكالة …`: the addressee stands inside the occasion."""
    if walk.found.addressee is None:
        walk.found.addressee = _heard(walk.article, walk.phrases, start, end)


def _heard(article: Article, phrases: Phrases, start: int, end: int) -> tuple[int, int] | None:
    """Return the medium or the listeners that an occasion over tokens `[start, end)` names with `ل`."""
    words = article.words
    for token in range(start + 1, end - 1):
        word = words[token]
        if word.preposition != "ل" and word.fold != "ل":
            continue
        alone = word.base in ("ب", "ل")
        target = words[token + 1] if alone else word
        if target.flags & _HEARERS or alone and token + 1 in article.quotes.closer:
            phrase = phrases.at(token + alone, end, frozenset(), 1)
            return token, phrase.end if phrase is not None else min(token + 2, end)
    return None


def _leads_on(walk: "Walk", token: int) -> bool:
    if token >= walk.limit:
        return False
    word = walk.words[token]
    if walk.frame.content_object and walk.object_ok and _is_act(walk, token, word):
        return True
    return (
        bool(word.complementizer)
        or word.kind == ":"
        or token in walk.article.quotes.closer
        or walk.is_complement_here(token, word)
    )


def _is_act(walk: "Walk", token: int, word: Word) -> bool:
    """`…، عدم جدوى …`, `…، تضامن بلاده`: behind a comma the noun of an act that governs another noun."""
    if word.fold in _OPENS_NOMINAL:
        return word.fold == "عدم"
    if word.definite or word.preposition or word.conjunction or token + 1 >= walk.limit or not word.flags & F.EVENT:
        return False
    following = walk.words[token + 1]
    governs = bool(word.suffix) or following.definite or bool(following.suffix)
    return governs and not word.flags & (F.INSTITUTION | F.PLACE | F.ROLE | F.TIME | F.HUMAN)


def _subject_at(walk: "Walk", token: int) -> bool:
    return walk.found.subject is None and token < walk.limit and _may_be_subject(walk, token)


def _may_be_subject(walk: "Walk", token: int) -> bool:
    word = walk.words[token]
    if token in walk.article.entities:
        return True
    if word.kind != "word" or word.preposition or word.complementizer:
        return False
    return bool(
        word.flags
        & (
            F.ROLE
            | F.HONORIFIC
            | F.UNNAMED
            | F.GIVEN
            | F.STATE
            | F.BODY
            | F.SEAT
            | F.INSTITUTION
            | F.MEDIUM
            | F.MEDIUM_HEAD
            | F.DOCUMENT
        )
    )


def _phrase_end(walk: "Walk", token: int) -> int:
    """Return the end of the prepositional phrase that begins at `token`."""
    word = walk.words[token]
    begin = token if word.preposition and word.base not in ("ب", "ل") else token + 1
    while begin < walk.limit and walk.words[begin].flags & F.PREPOSITION and not walk.words[begin].flags & F.NOUN:
        begin += 1
    phrase = walk.phrases.at(begin, walk.limit, walk.frame.avoid, 1)
    if phrase is not None:
        return phrase.end
    return max(token + 1, min(begin + 1, walk.limit) if begin == token else begin)


def opens_occasion(article: Article, token: int) -> bool:
    """Say whether a phrase that names where or upon what something was said begins at `token`."""
    word = article.words[token]
    if word.fold.removeprefix("و") in _ANSWERING:
        return True
    name = word.preposition or word.base
    if name not in _OCCASION_PREPOSITIONS:
        return False
    after = word if word.preposition and word.base not in ("ب", "ل") else None
    if after is None and token + 1 < len(article.words):
        after = article.words[token + 1]
    if after is None or token + 1 in article.entities and after is not word:
        return False
    if name == "علي":
        return after.base in _ON
    if after.flags & F.TIME and not after.flags & F.OCCASION:
        return False
    if name in ("من", "مع", "وسط"):
        return after.fold == "خلال" or name == "من" and bool(after.flags & F.OCCASION)
    wanted = F.OCCASION | F.DOCUMENT | F.SPEECH | (F.EVENT if name in _EVENTFUL else 0)
    return bool(after.flags & wanted)


def _without_time(words: list[Word], start: int, end: int) -> int:
    """`في بيان أمس`: the time at the end is the cue's, but that of a verb (`في بيان أصدره أمس`)."""
    while end > start + 1 and words[end - 1].kind in COMMAS:
        end -= 1
    if words[end - 1].fold not in _TODAY or any(_tells(word) for word in words[start:end]):
        return end
    last = end - 1
    while last > start + 1 and (is_time(words[last - 1]) or words[last - 1].fold == "من"):
        last -= 1
    return last if last > start + 1 else end


def _tells(word: Word) -> bool:
    if not word.flags and word.fold.endswith("ه"):
        return True  # `في بيان أصدره أمس`
    return bool(word.flags & (F.VERB | F.RELATIVE)) or any(h.form.aspect == "perfect" for h in word.cues)


def leading_occasion(article: Article, phrases: Phrases, draft: Draft, floor: int) -> None:
    """`وخلال زيارة كارتر حذرت …`: an occasion that opens the sentence, right before its verb."""
    words = article.words
    end = draft.cue[0]
    while end > floor and words[end - 1].kind in COMMAS:
        end -= 1
    if draft.occasion is not None or not floor < end <= floor + _MAX_OCCASION:
        return
    begin = floor
    while begin < end and begin in article.fixed:
        begin = article.fixed[begin].end
        while begin < end and words[begin].kind in COMMAS:
            begin += 1
    if begin < end and opens_occasion(article, begin) and not any(w.complementizer for w in words[begin:end]):
        draft.occasion = (begin, _without_time(words, begin, end))
        joined = words[begin].conjunction and words[begin].base != "و" or words[begin].fold[1:] in _ANSWERING
        draft.occasion_cut = 1 if joined else 0
        draft.addressee = draft.addressee or _heard(article, phrases, begin, end)
        draft.left = min(draft.left, begin)
