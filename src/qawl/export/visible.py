"""Text of others made fit to be shown: nothing in it steers the page or the terminal.

Escape sequences, bidi embeddings and overrides and the like are shown as marks. What only shapes
words (joiners, left-to-right and right-to-left marks) stays, for Arabic needs it.
"""

import re
import unicodedata

# C0 and C1 controls but tab and line feed, bidi embeddings, overrides and isolates, line and
# paragraph separators, invisible operators, lone surrogates, annotation anchors, tags.
STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2061-\u206f\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CARRIAGE_RETURN_AT_END = re.compile(r"\r(?=\n|\Z)")


def sign(char: str) -> str:
    """Return what is shown in place of `char`: a control picture, or its code point."""
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return "\u2421" if code == 0x7F else f"[U+{code:04X}]"


def visible(text: str) -> str:
    """Return `text` with every steering character shown as a mark; `\\r\\n` is a line feed."""
    return STEERING.sub(lambda match: sign(match.group()), _CARRIAGE_RETURN_AT_END.sub("", text))


def shortened(text: str, limit: int) -> str:
    """Return `text` on one line of at most `limit` characters, cut between words where it can be."""
    line = " ".join(text[: 4 * limit].split())
    if len(line) <= limit and len(text) <= 4 * limit:
        return line
    cut = limit - 1
    while 0 < cut < len(line) and unicodedata.combining(line[cut]):
        cut -= 1
    words, _, _ = line[:cut].rpartition(" ")
    return (words if len(words) > limit // 2 else line[:cut]) + "…"
