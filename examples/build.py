"""Build the example articles and their gold from the marked-up texts in `markup/`.

    python examples/build.py          writes articles.jsonl, gold/ID.json and gold/ID.gold.json
    python examples/build.py --show   prints every record in words instead, for reading over

The markup is described in README.md. Building twice gives the same bytes.
"""

import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SECTIONS = ("head", "title", "byline", "body", "records")
TAG_GROUP = re.compile(r"\[(/?[a-z][0-9]+(?: /?[a-z][0-9]+)*)\]")
ROLES = "qscaotnpkx"
ABSENT = "-"

Span = tuple[int, int]
Row = list[str]


class MarkupError(ValueError):
    """A marked-up text that breaks the rules of README.md; names the article and the place."""


@dataclass(frozen=True)
class Tagged:
    """A text without its tags, and for each tag the pieces it covers."""

    text: str
    pieces: dict[str, list[Span]]


@dataclass(frozen=True)
class Example:
    """One article with its gold, and the constructs that each of its statements shows."""

    document: dict[str, Any]
    gold: dict[str, Any]
    shows: list[set[str]] = field(default_factory=list)


def split_sections(source: str, name: str) -> dict[str, str]:
    """The text of each `=== section`; what stands before the first is the head."""
    parts = re.split(r"^=== (\w+)\n", "=== head\n" + source, flags=re.MULTILINE)[1:]
    sections = {key: body.strip("\n") for key, body in zip(parts[::2], parts[1::2], strict=True)}
    if unknown := set(sections) - set(SECTIONS):
        raise MarkupError(f"{name}: unknown sections {sorted(unknown)}")
    return sections


def untag(marked: str, name: str) -> Tagged:
    """Take the tags out; tags may nest, cross and open again for a further piece."""
    text, opened, pieces = "", {}, {}  # type: str, dict[str, int], dict[str, list[Span]]
    position = 0
    for group in TAG_GROUP.finditer(marked):
        text += marked[position : group.start()]
        position = group.end()
        for tag in group[1].split():
            turn_tag(tag, len(text), opened, pieces)
    text += marked[position:]
    if opened:
        raise MarkupError(f"{name}: never closed: {sorted(opened)}")
    check_pieces(text, pieces, name)
    return Tagged(text, pieces)


def turn_tag(tag: str, here: int, opened: dict[str, int], pieces: dict[str, list[Span]]) -> None:
    """Open or close one tag at this place of the text."""
    name = tag.lstrip("/")
    if tag == name:
        if name in opened or name[0] not in ROLES:
            raise MarkupError(f"{tag} opened twice or of no known role, at {here}")
        opened[name] = here
    elif name in opened:
        pieces.setdefault(name, []).append((opened.pop(name), here))
    else:
        raise MarkupError(f"{tag} closed but not open, at {here}")


def check_pieces(text: str, pieces: dict[str, list[Span]], name: str) -> None:
    """No leftover brackets, no empty span, no white space at an edge; only contents come in pieces."""
    if "[" in text or "]" in text:
        raise MarkupError(f"{name}: a malformed tag near {text[max(0, text.find('[') - 20) :][:60]!r}")
    for tag, spans in pieces.items():
        for start, end in spans:
            if text[start:end] != text[start:end].strip() or start == end:
                raise MarkupError(f"{name}: {tag} is empty or has white space at an edge: {text[start:end]!r}")
        if len(spans) > 1 and tag[0] != "c":
            raise MarkupError(f"{name}: {tag} is in pieces")


def read_rows(section: str) -> dict[str, Row]:
    """The record lines: key, then fields parted by `|`."""
    rows = {}
    for line in filter(None, section.splitlines()):
        key, *fields = (part.strip() for part in line.split("|"))
        if key in rows:
            raise MarkupError(f"two records {key}")
        rows[key] = fields
    return rows


def value_or_none(text: str) -> str | None:
    return None if text in ("", ABSENT) else text


def names(text: str) -> list[str]:
    return [] if text in ("", ABSENT) else [name.strip() for name in text.split(";")]


def number(text: str) -> int | float:
    return float(text) if "." in text else int(text)


def only(tagged: Tagged, tag: str) -> list[int] | None:
    """The one span of a tag, or None where the text has no such tag."""
    pieces = tagged.pieces.get(tag)
    return list(pieces[0]) if pieces else None


def required(tagged: Tagged, tag: str) -> list[int]:
    span = only(tagged, tag)
    if span is None:
        raise MarkupError(f"no tag {tag} in {tagged.text[:40]!r}")
    return span


def extent(tagged: Tagged, tag: str) -> list[int]:
    """From the first to the last piece of a tag."""
    required(tagged, tag)
    pieces = tagged.pieces[tag]
    return [pieces[0][0], pieces[-1][1]]


def statement(tagged: Tagged, key: str, row: Row, title_end: int) -> dict[str, Any]:
    """One statement record; a cue in the title makes it a headline."""
    who, manner, _shows, *via = row
    mode, force = manner.split()
    number_ = key[1:]
    required(tagged, f"c{number_}")
    return {
        "cue": (cue := required(tagged, f"q{number_}")),
        "speaker": only(tagged, f"s{number_}"),
        "who": value_or_none(who),
        "content": [list(piece) for piece in tagged.pieces[f"c{number_}"]],
        "mode": mode,
        "force": force,
        "headline": cue[1] <= title_end,
        "addressee": only(tagged, f"a{number_}"),
        "occasion": only(tagged, f"o{number_}"),
        "via": names(via[0]) if via else [],
    }


def pledge(tagged: Tagged, key: str, row: Row) -> dict[str, Any]:
    kind, by, to, due = row
    return {
        "act": required(tagged, key),
        "by": value_or_none(by),
        "to": value_or_none(to),
        "kind": kind,
        "due": value_or_none(due),
        "condition": only(tagged, f"k{key[1:]}"),
    }


def dispute(tagged: Tagged, row: Row) -> dict[str, Any]:
    claim, claimed_by, denial, denied_by = row
    return {
        "claim": extent(tagged, claim),
        "claimed_by": names(claimed_by),
        "denial": extent(tagged, denial),
        "denied_by": names(denied_by),
    }


def timed(tagged: Tagged, key: str, row: Row) -> dict[str, Any]:
    return {"span": required(tagged, key), "value": value_or_none(row[0])}


def quantity(tagged: Tagged, key: str, row: Row) -> dict[str, Any]:
    return {"span": required(tagged, key), "value": number(row[0]), "unit": value_or_none(row[1])}


def check_used(tagged: Tagged, rows: dict[str, Row], name: str) -> None:
    """Every tag of the text belongs to a record."""
    owner = dict.fromkeys("qscao", "s") | {"k": "p"}
    used = {part for key, row in rows.items() if key[0] == "d" for part in row}
    for tag in tagged.pieces:
        key = owner.get(tag[0], tag[0]) + tag[1:]
        if key not in rows and tag not in used:
            raise MarkupError(f"{name}: tag {tag} belongs to no record")


def head_fields(head: str) -> dict[str, str]:
    return {key: value.strip() for key, value in (line.split(":", 1) for line in head.splitlines() if line)}


def join_text(sections: dict[str, str]) -> str:
    """Title, blank line, byline (where there is one), blank line, body; tags still in."""
    return "\n\n".join(sections[part] for part in ("title", "byline", "body") if sections.get(part))


def document_of(sections: dict[str, str], text: str, name: str) -> dict[str, Any]:
    fields = head_fields(sections["head"])
    byline = untag(sections["byline"], name).text if sections.get("byline") else None
    title = untag(sections["title"], name).text
    keep = {key: value_or_none(fields[key]) for key in ("source", "url", "published")}
    return {"id": name, **keep, "title": title, "byline": byline, "text": text}


def dateline_of(head: str) -> dict[str, Any]:
    fields = head_fields(head)
    return {
        "place": value_or_none(fields["place"]),
        "agencies": names(fields["agencies"]),
        "date": value_or_none(fields["date"]),
    }


def records_of(tagged: Tagged, rows: dict[str, Row], title_end: int) -> dict[str, list[dict[str, Any]]]:
    """The records of each kind, in the order of the text."""
    keyed = {kind: [(key, row) for key, row in rows.items() if key[0] == kind] for kind in "stnpd"}
    return {
        "statements": in_order([statement(tagged, k, r, title_end) for k, r in keyed["s"]], "cue"),
        "times": in_order([timed(tagged, k, r) for k, r in keyed["t"]], "span"),
        "quantities": in_order([quantity(tagged, k, r) for k, r in keyed["n"]], "span"),
        "pledges": in_order([pledge(tagged, k, r) for k, r in keyed["p"]], "act"),
        "disputes": [dispute(tagged, row) for _, row in keyed["d"]],
    }


def in_order(records: list[dict[str, Any]], place: str) -> list[dict[str, Any]]:
    return sorted(records, key=lambda record: record[place])


def build_example(path: Path) -> Example:
    """Read one marked-up text."""
    name = path.stem
    sections = split_sections(path.read_text(encoding="utf-8"), name)
    tagged = untag(join_text(sections), name)
    rows = read_rows(sections["records"])
    check_used(tagged, rows, name)
    document = document_of(sections, tagged.text, name)
    records = records_of(tagged, rows, len(document["title"]))
    gold = {"id": name, "dateline": dateline_of(sections["head"]), **records}
    shown = sorted((required(tagged, "q" + key[1:]), row[2]) for key, row in rows.items() if key[0] == "s")
    return Example(document, gold, [set(shows.split()) for _, shows in shown])


def build_all(markup: Path = HERE / "markup") -> list[Example]:
    """Every example, in the order of publication, then of name."""
    examples = [build_example(path) for path in markup.glob("*.txt")]
    return sorted(examples, key=lambda example: (example.document["published"], example.document["id"]))


def outputs(examples: list[Example]) -> dict[Path, str]:
    """What belongs into each file, by its path inside `examples/`."""
    lines = [json.dumps(example.document, ensure_ascii=False) + "\n" for example in examples]
    files = {Path("articles.jsonl"): "".join(lines)}
    for example in examples:
        name = example.document["id"]
        files[Path("gold", f"{name}.json")] = pretty(example.document)
        files[Path("gold", f"{name}.gold.json")] = pretty(example.gold)
    return files


def pretty(record: dict[str, Any]) -> str:
    """Indented JSON with number pairs (spans) kept on one line."""
    text = json.dumps(record, ensure_ascii=False, indent=1)
    return re.sub(r"\[\s+(\d+),\s+(\d+)\s+\]", r"[\1, \2]", text) + "\n"


def write(examples: list[Example], here: Path = HERE) -> None:
    """Write what has changed and remove gold whose markup is gone."""
    files = outputs(examples)
    (here / "gold").mkdir(exist_ok=True)
    for old in (here / "gold").glob("*.json"):
        if old.relative_to(here) not in files:
            old.unlink()
    for path, content in files.items():
        (here / path).write_text(content, encoding="utf-8", newline="\n")


def words(text: str, span: list[int] | None) -> str:
    return "-" if span is None else f"⟨{text[span[0] : span[1]]}⟩"


def shown_value(text: str, value: object) -> str:
    """A field in words: spans as the text they cover."""
    if isinstance(value, list) and value and isinstance(value[0], list):
        return " + ".join(words(text, piece) for piece in value)
    if isinstance(value, list) and len(value) == 2 and all(type(part) is int for part in value):
        return words(text, value)
    return str(value)


def show(example: Example) -> None:
    """Print an example's records in words."""
    text = example.document["text"]
    print("=" * 80, example.document["id"], example.document["published"], example.gold["dateline"], sep="\n")
    print(text)
    for kind in ("statements", "times", "quantities", "pledges", "disputes"):
        for record in example.gold[kind]:
            fields = (f"{key}={shown_value(text, value)}" for key, value in record.items())
            print(f"  {kind}: " + "  ".join(fields))


def main(arguments: list[str]) -> None:
    examples = build_all()
    if "--show" in arguments:
        for example in examples:
            show(example)
    else:
        write(examples)


if __name__ == "__main__":
    main(sys.argv[1:])
