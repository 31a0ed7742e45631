"""Times: what an article says of when, as spans with ISO 8601 values."""

from qawl.reading.times.durations import Duration, durations
from qawl.reading.times.find import TimeMention, find_deadlines, find_times, inside_times
from qawl.reading.times.statements import time_of

__all__ = ["Duration", "TimeMention", "durations", "find_deadlines", "find_times", "inside_times", "time_of"]
