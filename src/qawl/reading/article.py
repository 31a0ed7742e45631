"""A document laid out for reading: words with what they may be, quotations, asides, sentences.

Everything that follows works on token numbers of one `Article`; `span` leads back to offsets of
the raw text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from qawl.lexicon import flags as F
from qawl.lexicon.classes import word_class
from qawl.lexicon.vocabulary import Name, Vocabulary, Word
from qawl.text.quotes import Pairs, pair_brackets, pair_quotes
from qawl.text.sentences import enclosing, split_sentences
from qawl.text.span import Span
from qawl.text.words import Words, split_words

COMMAS = frozenset("،,؛;")
DASHES = frozenset("-–—")
_LETTERS = word_class("letter_name") | {"ان"}
_FOOTER = 3  # words of a title at least
_LABEL = 6  # words before the colon of a link at the foot
_LOOSE_ASIDE = 8  # tokens between dashes with spaces on both sides
_DATELINE = 8  # tokens of a line's head in which dashes divide places and agencies
_MAX_ASIDE = 40  # tokens; a pair of dashes further apart is no aside


@dataclass(frozen=True, slots=True)
class Entity:
    """A name of the world tables found in the text, as tokens `[start, end)`."""

    end: int
    name: Name


@dataclass(slots=True)
class Article:
    """The tokens of one text and their layout."""

    text: str
    tokens: Words
    words: list[Word]
    quotes: Pairs
    in_quote: list[int]
    openers: list[int]  # of quotations, in order
    asides: Pairs
    in_aside: list[int]
    sentences: list[tuple[int, int]]
    entities: dict[int, Entity]  # names of several words, by their first token
    inside_entity: frozenset[int]  # tokens of those names
    fixed: dict[int, Entity]  # connectives and adverbs of several words, by their first token
    fixed_ends: dict[int, int]  # the token after such a phrase, and its first
    timely: list[int]  # tokens at which a time may begin
    codes: Mapping[str, str]  # states and demonyms by ISO code
    title_end: int  # tokens of the title line
    body_end: int  # where a footer that repeats the title begins, or the number of tokens

    def span(self, start: int, end: int) -> Span:
        """Return the raw span of tokens `[start, end)`."""
        return Span(self.tokens.starts[start], self.tokens.ends[end - 1])

    def words_of(self, start: int, end: int) -> str:
        """Return the raw text of tokens `[start, end)`."""
        return self.text[self.tokens.starts[start] : self.tokens.ends[end - 1]]

    def form(self, token: int) -> str:
        """Return the kind of a token: its mark for punctuation, "" past the end."""
        return self.words[token].kind if 0 <= token < len(self.words) else ""


def lay_out(text: str, vocabulary: Vocabulary) -> Article:
    """Split `text` into words and find its layout."""
    tokens = split_words(text)
    words = vocabulary.words(tokens.forms)
    _mend_names(words)
    _mend_letters(tokens, words)
    quotes = pair_quotes(text, tokens)
    in_quote = enclosing(len(tokens), quotes)
    asides = pair_brackets(tokens)
    _pair_dashes(text, tokens, asides)
    entities, fixed = _find_phrases(words)
    return Article(
        text=text,
        tokens=tokens,
        words=words,
        quotes=quotes,
        in_quote=in_quote,
        asides=asides,
        in_aside=enclosing(len(tokens), asides),
        sentences=split_sentences(tokens, quotes, in_quote),
        entities=entities,
        inside_entity=frozenset(i for s, e in entities.items() if not e.name.kind & F.ROLE for i in range(s, e.end)),
        fixed=fixed,
        fixed_ends={entity.end: start for start, entity in fixed.items()},
        timely=[token for token, word in enumerate(words) if word.timely],
        codes=vocabulary.codes,
        openers=sorted(quotes.closer),
        title_end=_title_end(words),
        body_end=_body_end(tokens, words),
    )


def _pair_dashes(text: str, tokens: Words, pairs: Pairs) -> None:
    """Pair dashes that hug an aside, ` -في إحاطة- `, and loose ones around a short one, ` - حفظه الله - `."""
    opener = loose = -1
    line = 0
    for i in tokens.marks:
        form = tokens.forms[i]
        if form not in DASHES:
            if form[0] in "\r\n":
                opener = loose = -1
                line = i
            continue
        before = tokens.starts[i] == 0 or text[tokens.starts[i] - 1].isspace()
        after = tokens.ends[i] >= len(text) or text[tokens.ends[i]].isspace() or text[tokens.ends[i]] in "،,.:؛"
        if before and not after:
            opener = i
        elif after and not before and opener >= 0 and i - opener <= _MAX_ASIDE:
            pairs.add(opener, i)
            opener = -1
        elif before and after and loose >= 0 and i - loose <= _LOOSE_ASIDE:
            pairs.add(loose, i)
            loose = -1
        elif before and after and i - line > _DATELINE:
            loose = i


def _find_phrases(words: list[Word]) -> tuple[dict[int, Entity], dict[int, Entity]]:
    """Find the names and the fixed phrases of several words; where two begin at one token, the longer."""
    entities: dict[int, Entity] = {}
    fixed: dict[int, Entity] = {}
    busy = 0
    last = len(words) - 1
    for i, by_second in [(i, word.phrases) for i, word in enumerate(words) if word.phrases]:
        word = words[i]
        if i < busy or i == last:
            continue
        for phrase in by_second.get(words[i + 1].fold, ()):
            if not phrase.rest or _matches(words, i + 2, phrase.rest):
                busy = i + 2 + len(phrase.rest)
                found = fixed if phrase.entry.kind & F.GRAMMAR else entities
                found[i] = Entity(busy, phrase.entry)
                if word.conjunction and phrase.first == word.fold:
                    words[i] = _whole(word, phrase.entry.kind)
                break
    return entities, fixed


def _mend_names(words: list[Word]) -> None:
    """`آرسين فينجر`, `لويس فان جال`: behind a name what looks like `ف` with a verb, or like `فإن`, is its next word."""
    may_be_cut = [i for i, word in enumerate(words) if word.conjunction == "ف" or word.form == "فان"]
    for i in may_be_cut:
        word = words[i]
        if not i or not _may_be_name(words[i - 1]):
            continue
        if word.conjunction == "ف" and word.flags == F.VERB and not word.cues:
            words[i] = replace(word, conjunction="", base=word.fold, flags=0, known=False)
        elif word.form == "فان" and i + 1 < len(words) and _may_be_name(words[i + 1]):
            words[i] = replace(word, complementizer="", flags=F.NAME_PARTICLE, known=True)


def _mend_letters(tokens: Words, words: list[Word]) -> None:
    """`إن.بي.سي`: names of letters with dots between them and no space are one name, not a complementizer and stops."""
    for i in tokens.marks:
        if not 0 < i < len(words) - 1:
            continue
        if words[i].kind != "." or words[i + 1].fold not in _LETTERS or words[i - 1].fold not in _LETTERS:
            continue
        if tokens.ends[i - 1] == tokens.starts[i] and tokens.ends[i] == tokens.starts[i + 1]:
            for at in (i - 1, i, i + 1):
                words[at] = replace(words[at], kind="latin", complementizer="", flags=0, cues=(), known=True)


def _may_be_name(word: Word) -> bool:
    if word.kind != "word" or word.definite or word.complementizer:
        return False
    return bool(word.flags & F.NAME) and not word.flags & F.AMBIGUOUS_NAME or not word.known or word.flags == F.VERB


def _whole(word: Word, bits: int) -> Word:
    """`ولي` in `ولي العهد` is one word, not `و` and `لي`."""
    return replace(word, conjunction="", preposition="", base=word.fold, flags=bits)


def _matches(words: list[Word], start: int, rest: tuple[str, ...]) -> bool:
    if start + len(rest) > len(words):
        return False
    return all(words[start + k].fold == form for k, form in enumerate(rest))


def _title_end(words: list[Word]) -> int:
    """The title is the first line where a second one follows."""
    for i, word in enumerate(words):
        if word.kind == "newline" and i:
            return i
    return 0


def _body_end(tokens: Words, words: list[Word]) -> int:
    """A link at the foot that repeats the title, and the label before its colon, are no part of the story."""
    title = tokens.forms[: _title_end(words)]
    size, end = len(title), len(words)
    while end and words[end - 1].kind == "newline":
        end -= 1
    last = end - size
    if size < _FOOTER or last <= size or tokens.forms[last:end] != title:
        return len(words)
    if words[last - 1].kind != ":":
        return last
    label = last - 1
    while label > last - _LABEL and words[label - 1].kind == "word":
        label -= 1
    return label
