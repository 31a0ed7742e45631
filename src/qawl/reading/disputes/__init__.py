"""Disputes: what one party says and another denies."""

from qawl.reading.disputes.find import find_disputes

__all__ = ["find_disputes"]
