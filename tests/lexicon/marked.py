"""What the reader finds in an example of the lexicon, in words, against what its marks say."""

from qawl.lexicon.cues import parse_example
from qawl.reading import read
from qawl.records import Document
from qawl.text.span import Span

TITLE = "أخبار متفرقة من المنطقة"
_EDGES = " \t\n.,،؛:…!؟?\"'«»“”()[]-"
Found = tuple[str, str, tuple[str, ...]]


def _words(span: Span | None, text: str) -> str:
    return "" if span is None else span.of(text).strip(_EDGES)


def article(example: str) -> str:
    """Return an example as an article: with a headline that says nothing, where it has none of its own."""
    return example if "\n\n" in example else f"{TITLE}\n\n{example}"


def statements(example: str) -> list[Found]:
    """Return cue, speaker and contents of each statement found."""
    text = article(example)
    found = read(Document(id="example", text=text)).statements
    return [(_words(s.cue, text), _words(s.speaker, text), tuple(_words(p, text) for p in s.content)) for s in found]


def is_found(markup: str) -> bool:
    """Say whether the reader finds the statement that an example marks."""
    text, cue, speaker, content = parse_example(markup)
    wanted = (_words(cue, text), _words(speaker, text), tuple(_words(piece, text) for piece in content))
    return wanted in statements(text)
