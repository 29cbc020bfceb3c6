"""Finding the season a person means."""

from __future__ import annotations

import numpy as np
from rapidfuzz import fuzz, process

from cliffhanger.errors import NotFoundError
from cliffhanger.pipeline.figures import Figures
from cliffhanger.records import SeasonRecords
from cliffhanger.sources.netflix.titles import Refusal, parse_title, series_key

SUGGESTIONS = 5
NEAR_ENOUGH = 65.0  # of 100, by edits


def find_season(figures: Figures, records: SeasonRecords, name: str, *, season: int | None) -> int:
    """Row of the season meant: the latest of the series, or the one numbered.

    ``name`` is a series ("Spinning Out"), or a season as the publisher writes it ("Spinning Out: Season 1").

    Raises
    ------
    NotFoundError
        No such series or season; carries the nearest names.
    """
    rows = np.flatnonzero(records.series_key == series_key(name))
    if not len(rows):
        parsed = parse_title(name)
        if not isinstance(parsed, Refusal):
            rows = np.flatnonzero(records.series_key == parsed.key)
            season = season or parsed.season
    if not len(rows):
        raise _unknown_series(figures, records, name)
    if season is None:
        return int(rows[-1])
    within = rows[(records.first_number[rows] <= season) & (season <= records.season[rows])]
    if not len(within):
        numbers = ", ".join(f"{n:.0f}" for n in records.season[rows])
        raise NotFoundError(
            f'"{records.series[rows[0]]}" has no season {season} on file as of {records.as_of}',
            remedy=f"Seasons on file: {numbers}",
        )
    return int(within[0])


def _unknown_series(figures: Figures, records: SeasonRecords, name: str) -> NotFoundError:
    key = series_key(name)
    undated = {str(k) for table in (figures.weekly, figures.halfyear) for k in set(table.column("series_key").to_pylist())}
    if key in undated:
        return NotFoundError(
            f'"{name}" is in the figures, but without a premiere known by {records.as_of}',
            remedy="Licensed series carry no release date there, and a later season may not be out yet",
        )
    names = list(dict.fromkeys(str(series) for series in records.series))
    folded = {series_key(n): n for n in reversed(names)}
    partial = [n for k, n in folded.items() if key in k]
    near = process.extract(key, list(folded), scorer=fuzz.ratio, limit=SUGGESTIONS, score_cutoff=NEAR_ENOUGH)
    fuzzy = [folded[k] for k, _, _ in near]
    suggestions = list(dict.fromkeys(sorted(partial, key=len)[:SUGGESTIONS] + fuzzy))[:SUGGESTIONS]
    return NotFoundError(f'no series "{name}" is on file as of {records.as_of}', suggestions=suggestions)
