"""A slate whose estimates come from the workspace's log instead of a table: what is ordered today, and what waits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from cliffhanger.decision.limits import Range
from cliffhanger.decision.options import Estimate, Overlap
from cliffhanger.decision.season_guards import in_words
from cliffhanger.decision.season_options import Option
from cliffhanger.decision.slate import SlateQuestion
from cliffhanger.decision.slate_waiting import Wait, quantiles
from cliffhanger.decision.waiting import WAIT
from cliffhanger.dossier.log_slate import LogBasis
from cliffhanger.dossier.paying import Guard
from cliffhanger.errors import InputError, UsageError
from cliffhanger.estimates.draws import joined_mean
from cliffhanger.estimates.overlapping import shared_months, shares_of_smaller
from cliffhanger.estimates.season_value import FINALE, ORDERS, RENEW, SHORTER, SeasonDraws
from cliffhanger.pipeline.season_values import FINAL_SEASON, Named, ServiceValues, month_worth, options_of, premiere_in

TOLD_BY = {"genre": "genre", "territory": "country", "language": "language"}  # limits to columns of the titles table
MOST_PAIRS = 400  # the pairs that share most; the program grows with them
LEAST_SHARE = 0.002


def check_guards(basis: LogBasis) -> None:
    """Refuse a slate where a verdict about any of its seasons would be withheld.

    Raises
    ------
    InputError
        A guard of the service fails, or every season fails one of its own.
    """
    place = f"the log as of {basis.as_of}"
    failed = [guard for guard in basis.guards if guard.outcome == "FAIL"]
    if failed:
        remedy = "Ask as of a later day, or give estimates of your own with --options"
        raise InputError(f"no slate: {why(failed)}", place=place, remedy=remedy)
    if all("cost" in {guard.code for guard in season.left_out} for season in basis.seasons):
        remedy = "Give a costs table with production lines; without one only break-even costs can be told"
        raise InputError("no season of the log has a cost", place="costs", remedy=remedy)
    if all(season.left_out for season in basis.seasons):
        told = "; ".join(f"{season.title_id} season {season.season}: {why(season.left_out)}" for season in basis.seasons)
        raise InputError(f"no slate: every season is left out ({told})", place=place, remedy="Ask as of another day")


def check_ranges(values: ServiceValues, ranges: Iterable[Range]) -> None:
    """Refuse a limit on what the titles table of the log does not say of any series.

    Raises
    ------
    UsageError
        Names the column.
    """
    for one in ranges:
        column = TOLD_BY.get(one.column)
        if column is None or any(getattr(named, column) for named in values.names.values()):
            continue
        problem = f"the log's table titles has no {column} of any series" if values.names else "the log has no table titles"
        remedy = f"Give the column {column} in the table titles, and take the log in again with `cliffhanger ingest`"
        raise UsageError(problem, place=f"--{one.column}", remedy=remedy)


def why(guards: Iterable[Guard]) -> str:
    """What guards found, as one clause."""
    return "; ".join(in_words(guard.code, guard.found, guard.threshold) for guard in guards)


def offered(values: ServiceValues, season: SeasonDraws) -> list[Option]:
    """What a slate may order of a season.

    A final season is left out unless an open end is assumed to cost trust: else it is worth, within the horizon, what a renewal
    is.
    """
    return [option for option in options_of(values, season) if option.name != FINAL_SEASON or season.trust.any()]


def question_of_log(
    values: ServiceValues, question: SlateQuestion, *, only: Collection[str] = (), waits: Mapping[str, Wait] | None = None
) -> tuple[SlateQuestion, tuple[str, ...]]:
    """Put the log's estimates and shared viewers into a question; no guard is asked.

    Parameters
    ----------
    only
        Titles that may go on; all where none are named.
    waits
        By title, what it is to wait, where that can be chosen.

    Returns
    -------
        The question, and the titles of which no cost is known: they are not in it.

    Raises
    ------
    InputError
        No title has a cost.
    """
    waits = waits or {}
    estimates: list[Estimate] = []
    worth: dict[str, dict[str, float]] = {}
    without: list[str] = []
    for season in values.draws:
        if only and season.title_id not in only:
            continue
        options = offered(values, season)
        if any(option.cost is None for option in options):
            without.append(season.title_id)
            continue
        wait = waits.get(season.title_id)
        estimates += _estimates(values, season, options, wait)
        worth[season.title_id] = {option.name: float(option.gross.mean()) for option in options}
        if wait is not None:
            worth[season.title_id][WAIT] = joined_mean(*wait.value)
    if not estimates:
        remedy = "Give a costs table with production lines; without one only break-even costs can be told"
        raise InputError("no season of the log has a cost", place="costs", remedy=remedy)
    numbers = {season.title_id: season.season for season in values.draws}
    overlaps = _overlaps(values, worth, numbers, {title: wait.orders for title, wait in waits.items()})
    asked = replace(question, currency=values.currency, estimates=tuple(estimates), overlaps=overlaps)
    return asked, tuple(without)


def _estimates(values: ServiceValues, season: SeasonDraws, options: Iterable[Option], wait: Wait | None) -> list[Estimate]:
    _, genre, language, country = values.names.get(season.title_id, Named(""))

    def estimate(option: str, **numbers: Any) -> Estimate:
        return Estimate(season.title_id, season.season, option, genre=genre, territory=country, language=language, **numbers)

    found = [
        estimate(one.name, value=quantiles(one.gross), cost=quantiles(one.cost), episodes=one.episodes)
        for one in options
        if one.cost is not None
    ]
    if wait is not None:
        found.append(estimate(WAIT, value=wait.value, cost=wait.cost, reserve=wait.reserve))
    return found


def _overlaps(
    values: ServiceValues,
    worth: Mapping[str, Mapping[str, float]],
    numbers: Mapping[str, int],
    waiting: Mapping[str, Mapping[str, float]],
) -> tuple[Overlap, ...]:
    """The pairs that lose most, each with the share that its options lose; the mean over the orders stands for the pair.

    To wait loses what the orders lose that may be made then, as often as they are.
    """
    episodes = {RENEW: 1.0, SHORTER: values.terms.middle("shorter_order"), FINALE: values.terms.middle("finale_order")}
    parts = {order: float(values.records.first_part(np.array([part]))[0]) for order, part in episodes.items()}
    pairs = shared_months(
        values.records,
        values.fits,
        values.response,
        premieres={title: {order: premiere_in(values, title, order) for order in ORDERS} for title in worth},
        horizon=values.terms.middle("horizon_days"),
        parts=parts,
        reach={FINALE: values.terms.middle("finale_launch")},
    )
    mixed = {title: {FINAL_SEASON: {RENEW: 1.0}, **_then(waiting.get(title))} for title in worth}
    shares = shares_of_smaller(pairs, worth, month_worth(values), mixed=mixed)
    ordered = {pair: [share for met, share in found.items() if set(met) <= set(ORDERS)] for pair, found in shares.items()}
    usual = {pair: sum(found) / len(found) for pair, found in ordered.items() if found}
    most = sorted(usual, key=lambda pair: (-usual[pair] * min(worth[title][RENEW] for title in pair), pair))[:MOST_PAIRS]
    return tuple(
        Overlap(
            (first, numbers[first]),
            (second, numbers[second]),
            usual[first, second],
            tuple((one, other, share) for (one, other), share in shares[first, second].items()),
        )
        for first, second in sorted(most)
        if usual[first, second] >= LEAST_SHARE
    )


def _then(orders: Mapping[str, float] | None) -> dict[str, dict[str, float]]:
    """To wait, as the orders that it may become; a final season is a renewal in what it shares."""
    if orders is None:
        return {}
    found: dict[str, float] = {}
    for option, often in orders.items():
        order = RENEW if option == FINAL_SEASON else option
        found[order] = found.get(order, 0.0) + often
    return {WAIT: found}
