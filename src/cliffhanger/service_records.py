"""What a service's own log says about its seasons, as counted tables: only counts and sums leave the warehouse, no account."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

Columns = Mapping[str, NDArray[Any]]
INVOLVEMENTS = ("never played", "lapsed", "trying", "finished", "revisiting", "devoted")
TRYING = 2
FINISHED = 3  # from this involvement on the latest season was finished


@dataclass(frozen=True, slots=True, eq=False)
class ServiceRecords:
    """A log as of a day. Every table is columns of equal length; hours are hours, days are counted from 1970.

    Attributes
    ----------
    log_days
        Length of the log.
    lead_days, after_days
        How long before a past premiere its audience was looked at, and how long after it was counted.
    members
        Accounts on the day.
    library_share
        Share of the fresh hours of the last half year that went to seasons out for more than half a year: what would stay fresh
        if nothing else came.
    seasons
        Every title's latest season, sorted by title: title_id, season, premiere_day, last_release_day, episodes, runtime_h,
        finishers (members who have finished any season of the title).
    calendar
        Every season that is out: title_id, season, premiere_day, episodes, runtime_h.
    audience
        Shape (n_seasons, 6): members by involvement to each of those.
    sequels
        Past seasons of which the return can be seen, sorted: title_id, season (the one before), day, premiere_day, gap_days,
        members, runtime_h and episodes (of the one that came), late_joiners (accounts that joined between the day and the
        premiere), late_fresh_h (their fresh hours of the series).
    sequel_audience, sequel_returned
        Shape (n_sequels, 6): members on the day, and those of them who came back; of those who had never played it, who came.
    sequel_fresh
        Shape (n_sequels, 6, n_knots): hours new to the account, by days since the premiere.
    sequel_halo
        Shape (n_sequels, 6): of the last, those of earlier seasons.
    first_parts
        Shape (n_parts,): share of the fresh hours of those seasons that went to their first part, for parts of equal length from
        0 to 1. Without any, the parts themselves.
    knots
        Shape (n_knots,): those days, rising.
    churn
        ``churn_cells``: what a decision to stay rested on, account_months and churned.
    content
        ``involvement_cells``: the same of the members of today, by involvement; involvement 0 is of all members.
    launches
        Every season that came out in the log or the year before it: title_id, season, premiere_day.
    joins
        Shape (n_weeks,): accounts that joined, the last week ending on the day.
    plans
        plan, members, monthly_price (mean), hours (a month and member).
    tenures
        tenure_from, account_months, churned: of all months, the first too.
    around
        ``launch_hours``: placebo (0 or 1), exposed, match_bin, accounts and hours.
    naive
        title_id, season, viewer, accounts, member_days.
    credits
        title_id, season and one column for each rule of attribution, in currency units.
    shared
        title_a, title_b, involvement_a, involvement_b, accounts.
    """

    as_of: dt.date
    log_days: int
    lead_days: int
    after_days: int
    members: int
    library_share: float
    seasons: Columns
    calendar: Columns
    audience: NDArray[np.float64]
    sequels: Columns
    sequel_audience: NDArray[np.float64]
    sequel_returned: NDArray[np.float64]
    sequel_fresh: NDArray[np.float64]
    sequel_halo: NDArray[np.float64]
    first_parts: NDArray[np.float64]
    knots: NDArray[np.float64]
    churn: Columns
    content: Columns
    launches: Columns
    joins: NDArray[np.float64]
    plans: Columns
    tenures: Columns
    around: Columns
    naive: Columns
    credits: Columns
    shared: Columns

    def __post_init__(self) -> None:
        for field in fields(self):
            found = getattr(self, field.name)
            for column in found.values() if isinstance(found, Mapping) else (found,):
                if isinstance(column, np.ndarray):
                    column.setflags(write=False)

    def first_part(self, part: NDArray[np.float64]) -> NDArray[np.float64]:
        """Share of a season's hours that an order of so large a part of its episodes has; a longer one has more in proportion."""
        known = np.interp(part, np.linspace(0.0, 1.0, len(self.first_parts)), self.first_parts)
        return np.where(part > 1.0, part, known)

    def __len__(self) -> int:
        return len(self.seasons["title_id"])
