"""What another season could cost and still pay, where neither a viewing log nor a cost is on file.

``break-even cost of a season = hours of its first twelve months x value of a viewing hour``, both uncertain. A cost given by hand
is held against it. Nothing here knows what viewers would have watched instead, nor who would leave: the value of an hour is
stated, not measured.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from cliffhanger.errors import InternalError, UsageError
from cliffhanger.estimates.draws import Draws
from cliffhanger.estimates.hours_ahead import HoursAhead

MONEY = "USD"
Outcome = Literal["PASS", "REVIEW", "FAIL"]


@dataclass(frozen=True, slots=True)
class BreakEven:
    """Break-even cost at one value of a viewing hour.

    Attributes
    ----------
    season, hour, episode
        Of the whole season, of an hour of programme, of an episode; in the money of the value. ``hour`` is None where the
        runtime is not known, ``episode`` where neither the number of episodes nor the runtime is.
    """

    season: Draws
    hour: Draws | None
    episode: Draws | None


@dataclass(frozen=True, slots=True)
class Payback:
    """A cost held against the break-even.

    Attributes
    ----------
    chance
        Share of the draws whose worth is above the cost.
    margin
        Worth less cost of the season.
    flip_value
        Value of a viewing hour at which the middle of the draws neither gains nor loses; infinite where nobody would watch.
    """

    cost: Draws
    chance: float
    margin: Draws
    flip_value: float


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What the guards of this path are judged by.

    Attributes
    ----------
    fewest_pairs, enough_pairs
        Past seasons behind the hours: below the first no number is given, below the second it is to be read with care.
    longest_wait
        Times the longest wait among the pairs: beyond it the season lies outside of what was seen.
    """

    fewest_pairs: int = 30
    enough_pairs: int = 100
    longest_wait: float = 1.0


@dataclass(frozen=True, slots=True)
class Judged:
    """Outcome of one guard: what was found, and the threshold it was judged by; None where it is a yes or no."""

    code: str
    outcome: Outcome
    found: float | None = None
    threshold: float | None = None


def break_even(
    hours: Draws,
    value: Draws,
    *,
    runtime_hours: float | None,
    episodes: int | None = None,
    episode_hours: Draws | None = None,
) -> BreakEven:
    """Multiply hours by their value, and share the worth out over hours of programme and episodes.

    Parameters
    ----------
    episodes
        Of another season; where it is None, episodes are taken to be ``episode_hours`` long.
    """
    worth = hours.values * np.maximum(value.values, 0.0)
    season = Draws(worth, MONEY)
    hour = season.scaled(1.0 / runtime_hours) if runtime_hours else None
    episode = season.scaled(1.0 / episodes) if episodes else None
    if episode is None and hour is not None and episode_hours is not None:
        episode = Draws(hour.values * np.maximum(episode_hours.values, 0.0), MONEY)
    return BreakEven(season, hour, episode)


def payback(hours: Draws, worth: Draws, cost: Draws) -> Payback:
    """Hold the cost of a season against what it is worth; dearer never makes it likelier to pay."""
    margin = worth - cost
    middle = hours.quantile(0.5)
    flip = cost.quantile(0.5) / middle if middle > 0 else math.inf
    return Payback(cost, margin.probability(above=0.0), margin, flip)


def efficiency(value: float, cost: float) -> float:
    """Value of a title over its cost; 1 is break-even.

    Raises
    ------
    UsageError
        The cost is not above zero.
    """
    return value / _positive(cost, "a cost")


def cost_per_first_stream(cost: float, streams: float) -> float:
    """Cost of a title over the accounts whose first stream it was: the last touch takes the whole credit.

    Raises
    ------
    UsageError
        There is no such account.
    """
    return cost / _positive(streams, "a number of first streams")


def _positive(number: float, what: str) -> float:
    if not number > 0:
        raise UsageError(f"{number} is no {what.removeprefix('a ')} to divide by", remedy=f"Give {what} above zero")
    return number


def guards(ahead: HoursAhead, *, undated: int, later: int, limits: Thresholds | None = None) -> tuple[Judged, ...]:
    """Judge an answer from public figures; a FAIL withholds the number.

    Parameters
    ----------
    undated
        Runtimes that are not known: 0 or 1.
    later
        Assumptions in use whose source is younger than the as-of day.
    """
    limits = limits or Thresholds()
    if ahead.missing == "no_figures":
        return (Judged("hours", "FAIL"),)
    pairs = len(ahead.log_ratios)
    if pairs < limits.fewest_pairs:
        return (Judged("pairs", "FAIL", pairs, limits.fewest_pairs),)
    if ahead.draws is None:
        raise InternalError(f"no hours, but no reason either: {ahead.missing}")
    found = [
        Judged("hours", "PASS"),
        Judged("pairs", _above(pairs, limits.enough_pairs), pairs, limits.enough_pairs),
        Judged("launch", "PASS" if ahead.basis == "launch" else "REVIEW"),
        Judged("average_hour", "REVIEW"),
    ]
    if ahead.basis != "launch":
        longest = ahead.longest_wait_days * limits.longest_wait
        found.append(Judged("wait", "PASS" if ahead.wait_days <= longest else "REVIEW", ahead.wait_days, longest))
    if undated:
        found.append(Judged("runtime", "REVIEW"))
    if later:
        found.append(Judged("later_source", "REVIEW", later, 0))
    return tuple(found)


def _above(found: float, threshold: float) -> Outcome:
    return "PASS" if found >= threshold else "REVIEW"
