"""Pledges: the acts to come that an article tells, who owes them and by when."""

from qawl.reading.pledges.find import find_pledges

__all__ = ["find_pledges"]
