"""What every question about a log settles first: the day, and the smallest group that is shown."""

from __future__ import annotations

import datetime as dt

from cliffhanger.assumptions import value
from cliffhanger.errors import UsageError


def asked_day(as_of: dt.date | None, last: dt.date) -> dt.date:
    """The day to measure as of: the one asked for, else the log's last.

    Raises
    ------
    UsageError
        It lies after the log's last day.
    """
    if as_of is not None and as_of > last:
        raise UsageError(f"the log ends on {last}", place="--as-of", remedy="Ask as of that day or an earlier one")
    return as_of or last


def smallest_group(k: int | None) -> int:
    """Accounts below which a group is hidden: the one asked for, else the assumption.

    Raises
    ------
    UsageError
        Below 1.
    """
    smallest = int(value("smallest_group")) if k is None else k
    if smallest < 1:
        raise UsageError(f"{smallest} is no size of a group", place="--k", remedy="1 shows everything; the default is 50")
    return smallest
