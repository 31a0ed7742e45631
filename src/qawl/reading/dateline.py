"""Dateline and relay chain from a byline or a first line: `موسكو، زيوريخ- أ ف ب`, `(رويترز)`, `واس - الرياض`.

A byline is cut at its marks; each part is a medium, a place, a date or a reporter. Reporters' names
are no agencies. An unknown part beside an agency is its place; an unknown part inside a bracket
with a date or a slash is a medium.
"""

from dataclasses import dataclass, field

from qawl.lexicon import flags as F
from qawl.lexicon.classes import word_class
from qawl.lexicon.months import hijri_months, months
from qawl.lexicon.vocabulary import Vocabulary
from qawl.reading.article import COMMAS, DASHES, Article
from qawl.records import Dateline
from qawl.text.fold import fold

_MAX_BYLINE = 24  # tokens; a longer line is text
_MAX_FIRST_LINE = 22  # tokens before the mark that ends a dateline in running text
_CUTS = frozenset({"/", ":", "|", "(", ")", "*", "«", "»", '"', "“", "”", "newline", "&", ";", "."}) | COMMAS | DASHES
_CORRESPONDENT = word_class("reporter")
_MEDIUM_TAILS = word_class("medium_tail")
_FROM = word_class("dateline_joint")
_GENERIC = frozenset(fold("وكالات متابعات الوكالات").split())
_FILLERS = word_class("dateline_filler")


@dataclass(slots=True)
class _Part:
    start: int
    end: int
    bracketed: bool = False
    quoted: bool = False
    slashed: bool = False


@dataclass(slots=True)
class _Found:
    outlet: str = ""
    places: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    date: str | None = None
    unknown: list[_Part] = field(default_factory=list)


def dateline(article: Article, lexicon: Vocabulary, *, outlet: str | None = None) -> Dateline:
    """Return the dateline of an article; all of it is None or empty where there is none.

    `outlet` is the name of the medium that published it, where it is known.
    """
    region = _byline(article) or _opening(article, lexicon)
    if region is None:
        return Dateline()
    found = _Found(outlet=fold(outlet or ""))
    for part in _parts(article, *region):
        _classify(article, lexicon, part, found)
    _place_unknown(article, found)
    return Dateline(
        place=found.places[0] if found.places else None, agencies=tuple(dict.fromkeys(found.agencies)), date=found.date
    )


def _byline(article: Article) -> tuple[int, int] | None:
    """The second line, where it is short and no sentence."""
    start = article.title_end + 1 if article.title_end else 0
    end = start
    words = article.words
    while end < len(words) and words[end].kind != "newline":
        end += 1
    if not start or end - start > _MAX_BYLINE or end >= len(words) or end == start:
        return None
    if words[end - 1].kind in (".", "!", "؟") or any(w.complementizer for w in words[start:end]):
        return None
    return start, end


def _opening(article: Article, lexicon: Vocabulary) -> tuple[int, int] | None:
    """The head of the first line: in brackets, or up to the colon or dash behind an agency."""
    start = article.title_end + 1 if article.title_end else 0
    words = article.words
    if start >= len(words):
        return None
    closer = article.asides.closer.get(start)
    if closer is not None and closer - start <= _MAX_FIRST_LINE and words[start].kind == "(":
        return start + 1, closer
    for token in range(start, min(len(words), start + _MAX_FIRST_LINE)):
        if words[token].kind == ":" or words[token].kind in DASHES and token > start and _ends_dateline(article, token):
            return (start, token) if _names_medium(article, lexicon, start, token) else None
        if words[token].kind in (".", "newline") or words[token].complementizer:
            return None
    return None


def _ends_dateline(article: Article, token: int) -> bool:
    following = article.words[token + 1] if token + 1 < len(article.words) else None
    return following is not None and bool(following.cues)


def _names_medium(article: Article, lexicon: Vocabulary, start: int, end: int) -> bool:
    return any(_is_medium(article, lexicon, i, i + 1) for i in range(start, end))


def _parts(article: Article, start: int, end: int) -> list[_Part]:
    """Cut a region at its marks, at `من` between outlet and place, and around dates."""
    parts: list[_Part] = []
    begin = start
    words = article.words
    for token in range(start, end + 1):
        entity = article.entities.get(token)
        if token < end and entity is not None and entity.end <= end:
            continue
        if token < end and any(
            s < token < article.entities[s].end for s in range(max(start, token - 6), token) if s in article.entities
        ):
            continue
        if token == end or words[token].kind in _CUTS or words[token].fold in _FROM:
            if begin < token:
                parts.append(
                    _Part(
                        begin,
                        token,
                        bracketed=_in_bracket(article, begin),
                        slashed=token < end and words[token].kind == "/",
                    )
                )
            begin = token + 1
    return parts


def _in_bracket(article: Article, token: int) -> bool:
    return article.in_aside[token] >= 0


def _classify(article: Article, lexicon: Vocabulary, part: _Part, found: _Found) -> None:
    words = article.words
    while part.start < part.end and words[part.start].fold in _CORRESPONDENT:
        part.start += 1
    if part.start >= part.end:
        return
    date = _date(article, part)
    if date is not None:
        found.date = found.date or date
        return
    if _is_medium(article, lexicon, part.start, part.end) or _looks_like_medium(article, part, found):
        found.agencies.append(_words(article, part))
    elif _is_place(article, part):
        found.places.append(_words(article, part))
    elif all(w.kind in ("number", "newline") or w.fold in _FILLERS for w in words[part.start : part.end]):
        return
    else:
        _take_edges(article, lexicon, part, found)


def _take_edges(article: Article, lexicon: Vocabulary, part: _Part, found: _Found) -> None:
    """`الرياض 25 شوال … واس`: place and agency without marks between them."""
    entity = article.entities.get(part.start)
    first, last = _Part(part.start, entity.end if entity else part.start + 1), _Part(part.end - 1, part.end)
    digits = any(w.kind == "number" for w in article.words[part.start : part.end])
    if digits and _is_place(article, first):
        found.places.append(_words(article, first))
        found.date = found.date or _gregorian(article, part.start, part.end)
        letters = _letters(article, part)
        if letters is not None:
            found.agencies.append(_words(article, letters))
        elif _is_medium(article, lexicon, last.start, last.end):
            found.agencies.append(_words(article, last))
    elif _is_place(article, first) and first.end < part.end and article.words[first.end].flags & F.GIVEN:
        found.places.append(_words(article, first))  # `الرياض   محمد …`
    else:
        found.unknown.append(part)


def _letters(article: Article, part: _Part) -> _Part | None:
    """The single letters at the end of a part, without the `م` that marks a year."""
    start = part.end
    while start > part.start and len(article.words[start - 1].fold) == 1 and article.words[start - 1].kind == "word":
        start -= 1
    if start > part.start and article.words[start - 1].kind == "number" and article.words[start].fold in ("م", "ه"):
        start += 1
    return _Part(start, part.end) if part.end - start >= 2 else None


def _words(article: Article, part: _Part) -> str:
    return " ".join(article.words_of(part.start, part.end).split())


def _is_medium(article: Article, lexicon: Vocabulary, start: int, end: int) -> bool:
    words = article.words
    entity = article.entities.get(start)
    if entity is not None and entity.end == end and entity.name.kind & F.MEDIUM:
        return True
    folded = " ".join(w.fold for w in words[start:end])
    if folded in _GENERIC:
        return True
    name = lexicon.names.get(folded)
    if end - start == 1 and name is not None and name.kind & F.MEDIUM:
        return not words[start].flags & (F.STATE | F.CITY) or not name.kind & F.COMMON_MEDIUM
    return end - start > 1 and bool(words[start].flags & F.MEDIUM_HEAD)


def _looks_like_medium(article: Article, part: _Part, found: _Found) -> bool:
    """A medium that no table knows: the outlet itself, letters (`و م ن`), a name in marks, `… برس`."""
    words = article.words[part.start : part.end]
    folds = [w.fold for w in words]
    if " ".join(folds) == found.outlet or folds[-1] in _MEDIUM_TAILS and len(folds) > 1:
        return True
    if 2 <= len(words) <= 4 and all(len(f) == 1 and w.kind == "word" for f, w in zip(folds, words, strict=True)):
        return True
    return article.in_quote[part.start] >= 0


def _is_place(article: Article, part: _Part) -> bool:
    entity = article.entities.get(part.start)
    if entity is not None and entity.end == part.end:
        return bool(entity.name.kind & (F.CITY | F.STATE))
    return part.end - part.start == 1 and bool(article.words[part.start].flags & (F.CITY | F.STATE))


def _place_unknown(article: Article, found: _Found) -> None:
    """Give the parts that no table knows their sense from what stands beside them."""
    for part in found.unknown:
        words = article.words[part.start : part.end]
        if any(w.kind not in ("word", "latin") for w in words):
            continue
        named = any(w.flags & F.GIVEN and not w.flags & F.AMBIGUOUS_NAME for w in words)
        if part.bracketed and (part.slashed or found.date) and found.agencies:
            found.agencies.insert(0, _words(article, part))
        elif not found.places and found.agencies and len(words) == 1 and not named:
            found.places.append(_words(article, part))


def _date(article: Article, part: _Part) -> str | None:
    words = article.words[part.start : part.end]
    if not words or words[0].kind != "number":
        return None
    return _gregorian(article, part.start, part.end)


def _gregorian(article: Article, start: int, end: int) -> str | None:
    """Return the last `day month year` of a region as an ISO date; Hijri dates are passed over."""
    words = article.words
    found = None
    for i in range(start, end - 2):
        if words[i].kind != "number":
            continue
        for size in (2, 1):
            year = i + 1 + size
            name = " ".join(w.fold for w in words[i + 1 : year])
            if year < end and name in months() and name not in hijri_months() and words[year].kind == "number":
                found = _iso(words[i].fold, months()[name], words[year].fold) or found
                break
    return found


def _iso(day: str, month: int, year: str) -> str | None:
    if not (
        day.isascii() and year.isascii() and day.isdigit() and year.isdigit() and len(year) == 4 and 1 <= int(day) <= 31
    ):
        return None
    return f"{year}-{month:02d}-{int(day):02d}"
