"""How much and how many: counts, measures, money, percentages, shares and pairs, each where the text has it."""

from qawl.reading.quantities.amount import Amount
from qawl.reading.quantities.find import find_amounts, quantities

__all__ = ["Amount", "find_amounts", "quantities"]
