"""Values as cells of a table that a spreadsheet may open."""

import msgspec

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(value: object) -> object:
    """Return a value as a cell: names joined by `; `, all else that is a list as JSON, and no formula among them."""
    if isinstance(value, tuple):
        plain = all(isinstance(part, str) for part in value)
        return harmless("; ".join(value)) if plain else msgspec.json.encode(value).decode()
    return harmless(value) if isinstance(value, str) else value


def harmless(words: str) -> str:
    """Put an apostrophe before words that a spreadsheet would take for a formula and run."""
    return f"'{words}" if words.startswith(_FORMULA) else words
