"""One row of the board: will, when and how many of a season that is not known to be back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A running season on one day.

    Attributes
    ----------
    limited
        Null where no label had been seen by the day.
    listed
        In the weekly list within ten days of its premiere.
    p_return, p_return_36m, p_return_by
        Chance of being back ever (an extrapolation), within 36 months of the as-of day, and by the day asked for.
    p_seen_by
        Chance of a return by that day that enters the weekly list.
    return_p10, return_p50, return_p90
        Days, given a return after the as-of day; null where the answer is "no".
    next_views_4w_p10, next_views_4w_p50, next_views_4w_p90
        Views of the next season's first four weeks, given that it returns and charts; null without public launch figures.
    owners_word
        Where the owner says that the series stands, such as "cancelled", if that moved the chances and days; null otherwise.
    """

    series: str
    season: int
    premiere: dt.date
    first_season: bool
    limited: bool | None
    listed: bool
    p_return: float
    p_return_36m: float
    p_return_by: float
    p_seen_by: float
    return_p10: dt.date | None
    return_p50: dt.date | None
    return_p90: dt.date | None
    next_views_4w_p10: float | None
    next_views_4w_p50: float | None
    next_views_4w_p90: float | None
    owners_word: str | None
    as_of: dt.date
