"""qawl reads Arabic news and keeps a sourced ledger of it: who said what, to whom, in whose words.

`qawl.read(text, published=…)` reads one article, `qawl.Ledger(path)` opens a ledger. Both are loaded when first named.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qawl.api import Ledger, read

__version__ = "0.1.0"

__all__ = ["Ledger", "__version__", "read"]

_LATER = frozenset(("Ledger", "read"))


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from qawl import api

    return getattr(api, name)
