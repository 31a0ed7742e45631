"""How much and how many: counts, measures, money, percentages, shares and pairs, each where the text has it."""

from qawl.reading.quantities.find import find_quantities

__all__ = ["find_quantities"]
