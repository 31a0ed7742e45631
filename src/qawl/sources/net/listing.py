"""The list of feeds to watch: one URL a line, or OPML."""

from collections.abc import Iterator
from pathlib import Path

from qawl.sources.encoding import decode
from qawl.sources.net.address import target_of
from qawl.sources.rejection import Rejection, UnreadableError

LARGEST = 4 * 1_048_576


def feed_urls(path: Path) -> Iterator[str | Rejection]:
    """Yield the URLs in the file at `path`, each once, and what is none; raises OSError where it cannot be opened."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise UnreadableError(f"is larger than {LARGEST // 1_048_576} MB")
        text = decode(data)
        numbered = list(_opml(text) if text.lstrip()[:1] == "<" else _lines(text))
    except UnreadableError as error:
        yield Rejection(str(path), error.reason)
        return
    seen: set[str] = set()
    for number, url in numbered:
        try:
            url = target_of(url).url
        except UnreadableError as error:
            yield Rejection(str(path), error.reason, line=number, record=url)
            continue
        if url not in seen:
            seen.add(url)
            yield url


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        url = line.strip()
        if url and not url.startswith("#"):
            yield number, url


def _opml(text: str) -> Iterator[tuple[int, str]]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False)
    try:
        tree = etree.fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableError(f"is no OPML: {error}"[:200]) from error
    for outline in tree.iter("outline"):
        url = outline.get("xmlUrl") or outline.get("xmlurl")
        if url:
            yield outline.sourceline or 0, url
