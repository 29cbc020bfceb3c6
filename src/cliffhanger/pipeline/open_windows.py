"""Seasons of a log whose 91-day window is open: what it is worth to wait for its figures, and what that holds of a budget."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from cliffhanger.decision.options import END
from cliffhanger.decision.season_options import Option, best, ended, valued
from cliffhanger.decision.slate_waiting import Wait, wait_of
from cliffhanger.decision.waiting import WINDOW_DAYS, Later
from cliffhanger.dossier.log_slate import LogBasis, OpenWindow
from cliffhanger.estimates.draws import joined_mean
from cliffhanger.pipeline.decide_from_log import later_of
from cliffhanger.pipeline.log_rests import age_days
from cliffhanger.pipeline.season_values import ServiceValues
from cliffhanger.pipeline.slate_from_log import offered


def with_windows(basis: LogBasis, values: ServiceValues) -> tuple[LogBasis, dict[str, Wait]]:
    """What a slate rests on, with what is to be said of each open window; and to wait, by title, where it can be chosen."""
    found = _open(values, {season.title_id for season in basis.seasons if not season.left_out})
    waits = {title: wait for title, (options, later) in found.items() if (wait := wait_of(later, options))}
    windows = {title: _window(options, later, waits.get(title)) for title, (options, later) in found.items()}
    seasons = tuple(replace(one, window=windows.get(one.title_id)) for one in basis.seasons)
    return replace(basis, seasons=seasons), waits


def _open(values: ServiceValues, taken: Collection[str]) -> dict[str, tuple[list[Option], Later]]:
    """What may be ordered of each season whose window is open, and what it is to wait."""
    found = {}
    for season in values.draws:
        if season.title_id in taken and age_days(values, season.title_id) < WINDOW_DAYS:
            options = offered(values, season)
            later = later_of(values, season, options)
            if later is not None:
                found[season.title_id] = (options, later)
    return found


def _window(options: Sequence[Option], later: Later, wait: Wait | None) -> OpenWindow:
    today = best([*map(valued, options), valued(ended(len(later.option.gross)))])
    return OpenWindow(
        days=later.told.days,
        today=END if today is None else today.option,
        information=later.told.information,
        delay=later.told.delay,
        reserve=joined_mean(*wait.reserve.cost) if wait else 0.0,
        then=tuple(wait.orders.items()) if wait else (),
    )
