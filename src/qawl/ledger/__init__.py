"""The ledger: one SQLite file that keeps readings, finds them again, and holds what people decided of them."""

from qawl.ledger.answers import Answers
from qawl.ledger.errors import LedgerError, QueryError, UnknownIdError
from qawl.ledger.filters import Filter
from qawl.ledger.ledger import Ledger
from qawl.ledger.rows import Prepared, prepare

__all__ = ["Answers", "Filter", "Ledger", "LedgerError", "Prepared", "QueryError", "UnknownIdError", "prepare"]
