"""A page's text as a tree, within bounds: markup made to exhaust a parser is refused by name."""

import re
from html import unescape
from typing import TYPE_CHECKING

from qawl.sources.rejection import UnreadableError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Extraction takes time that grows with the square of a tag's attributes and a bit more than linearly with the number
# of elements: 40,000 attributes in one tag took 9 seconds, 20,000 elements two. News pages have 500 to 5,000 elements.
LONGEST_TAG = 20_000
MOST_ELEMENTS = 40_000

_LONG_TAG = re.compile(rf"<[A-Za-z][^<>]{{{LONGEST_TAG},}}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_REFERENCE = re.compile(r"&#([xX][0-9a-fA-F]{1,12}|[0-9]{1,12});?")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,1000}\?>")


def page_tree(text: str) -> "HtmlElement":
    """Return the tree of a page, or raise UnreadableError."""
    from lxml import etree, html

    _refuse_long_tags(text)
    clean = _REFERENCE.sub(_plain_reference, _XML_DECLARATION.sub("", _CONTROLS.sub(" ", text)))
    parser = html.HTMLParser(remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(clean, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableError("holds no page that can be parsed") from error
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise UnreadableError(f"has more than {MOST_ELEMENTS:,} elements, the limit for a page")
    return tree


def _plain_reference(found: re.Match[str]) -> str:
    """Return a numeric reference as it is, but those to control characters (`&#0;`), which no tree can hold."""
    digits = found.group(1)
    code = int(digits[1:], 16) if digits[:1] in "xX" else int(digits)
    if code > 0x10FFFF:
        return "\ufffd"
    if not _CONTROLS.match(chr(code)):
        return found.group()
    meant = unescape(found.group())  # `&#147;` means what 147 is in Windows-1252
    return " " if not meant or _CONTROLS.match(meant) else meant


def _refuse_long_tags(text: str) -> None:
    """Refuse thousands of attributes in one tag; a long quoted value, such as a picture within the page, is none."""
    for tag in _LONG_TAG.finditer(text):
        if len(_QUOTED.sub("", tag.group())) > LONGEST_TAG:
            raise UnreadableError(f"holds a tag of more than {LONGEST_TAG:,} characters beside its quoted values")


def short_text(element: "HtmlElement", limit: int) -> str:
    """Return the words within an element with single spaces between them; nothing where they take more than `limit`.

    Reads no further than it must: asked of each element of a page, it takes linear time.
    """
    words: list[str] = []
    length = -1
    for piece in element.itertext():
        for word in piece[: 2 * limit + 1].split() if piece else ():
            words.append(word)
            length += len(word) + 1
        if length > limit or len(words) > limit:
            return ""
    return " ".join(words)
