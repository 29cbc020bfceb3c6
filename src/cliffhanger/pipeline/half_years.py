"""Half-yearly hours beside the season ledger: the rows of every report, added up to the ledger's releases."""

from __future__ import annotations

import numpy as np

from cliffhanger.engines import duck
from cliffhanger.estimates.hours_ahead import HalfYearHours
from cliffhanger.measurements.half_year_hours import half_year_hours
from cliffhanger.pipeline.figures import Figures
from cliffhanger.records import SeasonRecords


def halves_of(figures: Figures, records: SeasonRecords) -> HalfYearHours:
    """Hours of every season of a ledger in every half-year whose report was out on its day."""
    rows = duck.columns(half_year_hours(figures.loaded["halfyear"], as_of=records.as_of))
    starts = np.unique(rows["period_start"].astype("datetime64[D]"))
    ends = np.unique(rows["period_end"].astype("datetime64[D]"))
    column = np.searchsorted(starts, rows["period_start"].astype("datetime64[D]"))
    seen: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for key, season, at, hours in zip(rows["series_key"], rows["season"], column, rows["hours"], strict=True):
        seen.setdefault((str(key), int(season)), []).append((int(at), int(hours)))
    table = np.full((len(records), len(starts)), np.nan)
    for i, key in enumerate(records.series_key):
        for season in range(int(records.first_number[i]), int(records.season[i]) + 1):
            for at, hours in seen.get((str(key), season), ()):
                table[i, at] = np.nan_to_num(table[i, at]) + hours
    return HalfYearHours(starts, ends, table)
