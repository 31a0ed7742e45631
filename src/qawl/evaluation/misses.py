"""What went wrong, case by case: for finding the class of error that costs most."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal, get_args

import msgspec

from qawl.evaluation.alignment import Alignment, Pair, Parts
from qawl.evaluation.roles import Role, is_absent, is_exact
from qawl.evaluation.who import same_name
from qawl.records import Document
from qawl.text.span import Span

MissKind = Literal[
    "missed statement",
    "spurious statement",
    "wrong content start",
    "wrong content end",
    "wrong content pieces",
    "wrong cue",
    "wrong speaker",
    "wrong addressee",
    "wrong occasion",
    "wrong who",
    "wrong mode",
    "wrong force",
]
KINDS: tuple[MissKind, ...] = get_args(MissKind)

_SPAN_ROLES: dict[Role, MissKind] = {
    "cue": "wrong cue",
    "speaker": "wrong speaker",
    "addressee": "wrong addressee",
    "occasion": "wrong occasion",
}


class Side(msgspec.Struct, frozen=True):
    """What one side says: words of the text with their place, or a name or label, which has none."""

    words: str
    spans: tuple[Span, ...] = ()


class Miss(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that gold and reading disagree on; a side that says nothing is None.

    `at` is the gold content (the predicted one where the statement is spurious), `cue` the words of
    that statement's cue, and `rule` the rule that made the predicted statement.
    """

    document: str
    kind: MissKind
    gold: Side | None
    predicted: Side | None
    at: Side
    cue: str
    rule: str = ""


def misses(document: Document, alignment: Alignment) -> Iterator[Miss]:
    """Yield all that went wrong with the statements of one article, in the order of the text.

    Statements without a partner are missed or spurious. The parts of a statement are compared in
    every aligned pair; who, mode and force in detected ones, where they are scored.
    """
    found = [
        *(_missed(document, parts) for parts in alignment.missed),
        *(_spurious(document, parts) for parts in alignment.spurious),
        *(miss for pair in alignment.pairs for miss in _pair_misses(document, pair)),
    ]
    yield from sorted(found, key=lambda miss: (miss.at.spans, KINDS.index(miss.kind)))


def _missed(document: Document, parts: Parts) -> Miss:
    content = _content(document, parts)
    return _miss(document, parts, "missed statement", (content, None))


def _spurious(document: Document, parts: Parts) -> Miss:
    content = _content(document, parts)
    miss = _miss(document, parts, "spurious statement", (None, content))
    return msgspec.structs.replace(miss, rule=_rule(parts))


def _pair_misses(document: Document, pair: Pair) -> Iterator[Miss]:
    for kind, sides in (*_part_sides(document, pair), *_label_sides(pair)):
        yield msgspec.structs.replace(_miss(document, pair.gold, kind, sides), rule=_rule(pair.predicted))


_Sides = tuple[Side | None, Side | None]


def _miss(document: Document, parts: Parts, kind: MissKind, sides: _Sides) -> Miss:
    gold, predicted = sides
    at, cue = _content(document, parts), parts.record.cue.of(document.text)
    return Miss(document=document.id, kind=kind, gold=gold, predicted=predicted, at=at, cue=cue)


def _part_sides(document: Document, pair: Pair) -> Iterator[tuple[MissKind, _Sides]]:
    for content_kind in _content_kinds(pair):
        yield content_kind, (_content(document, pair.gold), _content(document, pair.predicted))
    for role, kind in _SPAN_ROLES.items():
        if not is_exact(pair, role) and not is_absent(pair, role):
            yield kind, (_part(document, pair.gold, role), _part(document, pair.predicted, role))


def _content_kinds(pair: Pair) -> Iterator[MissKind]:
    gold, predicted = pair.gold.content, pair.predicted.content
    starts_differ = gold & -gold != predicted & -predicted
    ends_differ = gold.bit_length() != predicted.bit_length()
    if starts_differ:
        yield "wrong content start"
    if ends_differ:
        yield "wrong content end"
    if gold != predicted and not starts_differ and not ends_differ:
        yield "wrong content pieces"


def _label_sides(pair: Pair) -> Iterator[tuple[MissKind, _Sides]]:
    gold, predicted = pair.gold.record, pair.predicted.record
    if not pair.detected:
        return
    if not same_name(gold.who, predicted.who):
        yield "wrong who", (_label(gold.who), _label(predicted.who))
    if gold.mode != predicted.mode:
        yield "wrong mode", (Side(gold.mode), Side(predicted.mode))
    if gold.force != predicted.force:
        yield "wrong force", (Side(gold.force), Side(predicted.force))


def _content(document: Document, parts: Parts) -> Side:
    pieces = parts.record.content
    return Side(" … ".join(piece.of(document.text) for piece in pieces), tuple(pieces))


def _part(document: Document, parts: Parts, role: Role) -> Side | None:
    span: Span | None = getattr(parts.record, role)
    return None if span is None else Side(span.of(document.text), (span,))


def _label(words: str | None) -> Side | None:
    return None if words is None else Side(words)


def _rule(parts: Parts) -> str:
    return str(getattr(parts.record, "rule", ""))


def format_misses(misses: Iterable[Miss], *, width: int = 160) -> str:
    """Write misses one below the other, long passages cut in the middle to `width` characters.

    Offsets stand before the words: after them, a terminal that sets Arabic from the right moves them.
    """
    return "\n\n".join(_format(miss, width) for miss in misses)


def format_miss_counts(misses: Iterable[Miss]) -> str:
    """Write how often each kind of miss occurs."""
    counts = Counter(miss.kind for miss in misses)
    return "\n".join(f"{kind:<22}{counts[kind]:>5}" for kind in KINDS)


def _format(miss: Miss, width: int) -> str:
    rule = f"  rule {miss.rule}" if miss.rule else ""
    lines = [f"{miss.document}  {miss.kind}{rule}", f"  {'cue':<6}{_cut(miss.cue, width)}"]
    if miss.at not in (miss.gold, miss.predicted):
        lines.append(_format_side("of", miss.at, width))
    lines += [_format_side("gold", miss.gold, width), _format_side("read", miss.predicted, width)]
    return "\n".join(lines)


def _format_side(label: str, side: Side | None, width: int) -> str:
    if side is None:
        return f"  {label:<6}–"
    places = [f"[{span.start}, {span.end}]" for span in side.spans]
    return f"  {label:<6}" + " ".join([*places, _cut(side.words, width)])


def _cut(words: str, width: int) -> str:
    line = " ".join(words.split())
    half = (width - 3) // 2
    return line if len(line) <= width else f"{line[:half]} … {line[-half:]}"
