"""Made-up season records for tests, and draws from models whose parameters are known."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np

from cliffhanger.records import SeasonRecords

AS_OF = dt.date(2025, 7, 1)


def records(count: int, **columns: Any) -> SeasonRecords:
    """Records of ``count`` unremarkable first seasons, with some columns given."""
    days = np.full(count, np.datetime64("2023-01-05", "D"))
    nat = np.full(count, np.datetime64("NaT"), dtype="datetime64[D]")
    no, text = np.zeros(count, dtype=np.bool_), np.full(count, "report")
    base: dict[str, Any] = {
        "series": np.array([f"Show {k:04d}" for k in range(count)]),
        "series_key": np.array([f"show{k:04d}" for k in range(count)]),
        "season": np.ones(count),
        "first_number": np.ones(count),
        "premiere": days,
        "premiere_from": text,
        "previous_premiere": nat,
        "next_premiere": nat.copy(),
        "first_listed": nat.copy(),
        "first_season": ~no,
        "limited": np.zeros(count),
        "part_label": no,
        "reported": ~no,
        "english": ~no,
        "language": np.full(count, "English"),
        "available_globally": np.ones(count),
        "runtime_min": np.full(count, 480.0),
        "releases": np.ones(count),
        **dict.fromkeys(("kids", "anime", "reality", "docu", "comedy"), no),
        "weeks_in_first_4": np.full(count, np.nan),
        "best_rank": np.full(count, np.nan),
        "views": np.full((count, 13), np.nan),
        "hours": np.full((count, 13), np.nan),
    }
    return SeasonRecords(
        as_of=columns.pop("as_of", AS_OF),
        listed_until=columns.pop("listed_until", dt.date(2025, 6, 29)),
        observed_until=columns.pop("observed_until", dt.date(2025, 6, 29)),
        detected_until=columns.pop("detected_until", dt.date(2024, 12, 31)),
        list_from=dt.date(2021, 6, 28),
        **{name: np.array(column) for name, column in (base | columns).items()},
    )


def listed(count: int, views: Any, **columns: Any) -> SeasonRecords:
    """Launch-listed seasons with the given views of their first weeks, shape (count, up to 13)."""
    table = np.full((count, 13), np.nan)
    table[:, : np.shape(views)[1]] = views
    first = columns.pop("first_listed", np.full(count, np.datetime64("2023-01-08", "D")))
    weeks = np.isfinite(table[:, :4]).sum(axis=1).astype(float)
    return records(count, views=table, first_listed=first, weeks_in_first_4=weeks, best_rank=np.full(count, 3.0), **columns)
