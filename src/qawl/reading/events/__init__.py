"""Events: the acts that an article tells, with who did what to whom and the status they have there."""

from qawl.reading.events.find import find_events

__all__ = ["find_events"]
