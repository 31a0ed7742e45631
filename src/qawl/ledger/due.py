"""When something is due: the last day of an ISO 8601 value as readings have them."""

import re
from calendar import monthrange
from datetime import date, timedelta

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"\d{4}")


def last_day(value: str | None) -> str | None:
    """Return the last day of a day, week, month, year or interval; None where the value names none."""
    last = (value or "").rpartition("/")[2]
    try:
        return _last(last)
    except ValueError:
        return None


def _last(value: str) -> str | None:
    day = value[:10]
    if _DAY.fullmatch(day):
        return date.fromisoformat(day).isoformat()
    if week := _WEEK.fullmatch(value):
        return (date.fromisocalendar(int(week[1]), int(week[2]), 1) + timedelta(days=6)).isoformat()
    if month := _MONTH.fullmatch(value):
        return date(int(month[1]), int(month[2]), monthrange(int(month[1]), int(month[2]))[1]).isoformat()
    return f"{value}-12-31" if _YEAR.fullmatch(value) and value != "0000" else None
