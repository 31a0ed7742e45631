"""What the reader finds in an example of the lexicon, in words, against what its marks say."""

from qawl.lexicon.cues import parse_example
from qawl.reading import read
from qawl.records import Document
from qawl.text.span import Span

TITLE = "أخبار متفرقة من المنطقة"  # a headline that says nothing, so that the example is read as body
_EDGES = " \t\n.,،؛:…!؟?\"'«»“”()[]-"
Found = tuple[str, str, tuple[str, ...]]


def _words(span: Span | None, text: str) -> str:
    return "" if span is None else span.of(text).strip(_EDGES)


def statements(example: str) -> list[Found]:
    """Return cue, speaker and contents of each statement found in the body."""
    text = f"{TITLE}\n\n{example}"
    found = read(Document(id="example", text=text)).statements
    body = [s for s in found if s.cue.start > len(TITLE)]
    return [(_words(s.cue, text), _words(s.speaker, text), tuple(_words(p, text) for p in s.content)) for s in body]


def is_found(markup: str) -> bool:
    """Say whether the reader finds the statement that an example marks."""
    text, cue, speaker, content = parse_example(markup)
    wanted = (_words(cue, text), _words(speaker, text), tuple(_words(piece, text) for piece in content))
    return wanted in statements(text)
