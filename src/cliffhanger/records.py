"""The narrow waist: what crosses from tables to mathematics, as frozen typed columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from cliffhanger.errors import InternalError

WEEKS = 13  # a season's window: the publisher counts 91 days
Dates = NDArray[np.datetime64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Words = NDArray[np.str_]


@dataclass(frozen=True, slots=True)
class SeasonRecords:
    """The season ledger as it stood on one day; every column has shape (n_seasons,), rows sorted by series key and premiere.

    Attributes
    ----------
    as_of
        The day whose knowledge this is.
    listed_until
        Sunday of the last weekly list: launch weeks are published up to it.
    observed_until
        Last day on which a premiere could have been seen: ``listed_until``, or ``detected_until`` where that is later.
    detected_until
        Last day of the last half-year reported: up to it every premiere is seen, after it only those that chart.
    list_from
        First day covered by the weekly lists.
    season, first_number
        Number of the season (the highest, where several came out together; ``first_number`` is the lowest).
    premiere, previous_premiere, next_premiere
        Days; NaT where there is none known.
    first_listed
        Sunday of the first week in the list, NaT where not listed within ten days of the premiere.
    limited
        1 and 0, NaN where no label had been seen by ``as_of``.
    available_globally
        1 and 0, NaN where no report had the season.
    runtime_min
        Minutes of the whole season, NaN unknown.
    weeks_in_first_4, best_rank
        Counts over the four weeks from ``first_listed``; NaN where not launch-listed.
    views, hours
        Shape (n_seasons, 13): views and hours of the thirteen weeks from ``first_listed``; NaN where out of the list or not
        yet published.
    """

    as_of: dt.date
    listed_until: dt.date
    observed_until: dt.date
    detected_until: dt.date
    list_from: dt.date
    series: Words
    series_key: Words
    season: Floats
    first_number: Floats
    premiere: Dates
    premiere_from: Words
    previous_premiere: Dates
    next_premiere: Dates
    first_listed: Dates
    first_season: Flags
    limited: Floats
    part_label: Flags
    reported: Flags
    english: Flags
    language: Words
    available_globally: Floats
    runtime_min: Floats
    releases: Floats
    kids: Flags
    anime: Flags
    reality: Flags
    docu: Flags
    comedy: Flags
    weeks_in_first_4: Floats
    best_rank: Floats
    views: Floats
    hours: Floats

    def __post_init__(self) -> None:
        for field in fields(self):
            column = getattr(self, field.name)
            if isinstance(column, np.ndarray):
                if len(column) != len(self.series):
                    raise InternalError(f"column {field.name} has {len(column)} rows, not {len(self.series)}")
                column.setflags(write=False)

    def __len__(self) -> int:
        return len(self.series)

    @property
    def running(self) -> Flags:
        """Seasons not known to be back."""
        return np.isnat(self.next_premiere)

    @property
    def launch_listed(self) -> Flags:
        """Seasons that entered the weekly list within ten days of their premiere."""
        return ~np.isnat(self.first_listed)

    def days_since_premiere(self, day: dt.date) -> Floats:
        """Days from each premiere to a day; negative before it."""
        return (np.datetime64(day, "D") - self.premiere).astype(np.float64)

    def take(self, rows: NDArray[Any]) -> Self:
        """Keep some rows, by mask or by position."""
        kept = {f.name: getattr(self, f.name) for f in fields(self)}
        return type(self)(**{k: v[rows].copy() if isinstance(v, np.ndarray) else v for k, v in kept.items()})


def season_records(
    columns: Mapping[str, NDArray[Any]],
    *,
    as_of: dt.date,
    listed_until: dt.date,
    detected_until: dt.date | None,
    list_from: dt.date,
) -> SeasonRecords:
    """Build the record from the ledger's columns as numpy arrays.

    Where no report was out yet, full detection ended before the lists began.
    """
    columns = dict(columns)
    for name in ("views", "hours"):
        columns[name] = np.column_stack([columns.pop(f"{name}_w{k}").astype(np.float64) for k in range(1, WEEKS + 1)])
    days = ("premiere", "previous_premiere", "next_premiere", "first_listed")
    for name in days:
        columns[name] = columns[name].astype("datetime64[D]")
    wanted = {f.name for f in fields(SeasonRecords)}
    return SeasonRecords(
        as_of=as_of,
        listed_until=listed_until,
        observed_until=max(listed_until, detected_until or listed_until),
        detected_until=detected_until or list_from - dt.timedelta(days=1),
        list_from=list_from,
        **{name: column for name, column in columns.items() if name in wanted},
    )
