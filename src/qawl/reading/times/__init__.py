"""Times: what an article says of when, as spans with ISO 8601 values."""

from qawl.reading.times.find import TimeMention, find_times, inside_times

__all__ = ["TimeMention", "find_times", "inside_times"]
