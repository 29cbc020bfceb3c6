"""A slate whose estimates come from the workspace's log instead of a table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

import numpy as np

from cliffhanger.decision.options import Estimate, Overlap, Quantiles
from cliffhanger.decision.season_guards import in_words
from cliffhanger.decision.slate import SlateQuestion
from cliffhanger.dossier.log_slate import LogBasis
from cliffhanger.dossier.paying import Guard
from cliffhanger.errors import InputError
from cliffhanger.estimates.overlapping import shared_months, shares_of_smaller
from cliffhanger.estimates.season_value import FINALE, RENEW, SHORTER
from cliffhanger.pipeline.season_values import FINAL_SEASON, ServiceValues, horizon_left, month_worth, options_of, premiere_in

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


def why(guards: Iterable[Guard]) -> str:
    """What guards found, as one clause."""
    return "; ".join(in_words(guard.code, guard.found, guard.threshold) for guard in guards)


def question_of_log(
    values: ServiceValues, question: SlateQuestion, *, only: Collection[str] = ()
) -> tuple[SlateQuestion, tuple[str, ...]]:
    """Put the log's estimates and shared viewers into a question; no guard is asked.

    A final season is left out unless an open end is assumed to cost trust: else it is worth, within the horizon, what a renewal
    is.

    Parameters
    ----------
    only
        Titles that may go on; all where none are named.

    Returns
    -------
        The question, and the titles of which no cost is known: they are not in it.

    Raises
    ------
    InputError
        No title has a cost.
    """
    estimates: list[Estimate] = []
    worth: dict[str, dict[str, float]] = {}
    without: list[str] = []
    for season in values.draws:
        if only and season.title_id not in only:
            continue
        ends_well = bool(season.trust.any())
        options = [option for option in options_of(values, season) if option.name != FINAL_SEASON or ends_well]
        if any(option.cost is None for option in options):
            without.append(season.title_id)
            continue
        genre, language = values.names.get(season.title_id, ("", "", ""))[1:]
        for option in options:
            cost = option.cost if option.cost is not None else np.zeros(1)
            estimates.append(
                Estimate(
                    title_id=season.title_id,
                    season=season.season,
                    option=option.name,
                    value=_quantiles(option.gross),
                    cost=_quantiles(cost),
                    episodes=option.episodes,
                    genre=genre,
                    language=language,
                )
            )
        worth[season.title_id] = {option.name: float(option.gross.mean()) for option in options}
    if not estimates:
        remedy = "Give a costs table with production lines; without one only break-even costs can be told"
        raise InputError("no season of the log has a cost", place="costs", remedy=remedy)
    numbers = {season.title_id: season.season for season in values.draws}
    ahead = {title: premiere_in(values, title) for title in worth}
    overlaps = _overlaps(values, worth, ahead, numbers)
    asked = replace(question, currency=values.currency, estimates=tuple(estimates), overlaps=overlaps)
    return asked, tuple(without)


def _overlaps(
    values: ServiceValues, worth: Mapping[str, Mapping[str, float]], ahead: Mapping[str, float], numbers: Mapping[str, int]
) -> tuple[Overlap, ...]:
    """The pairs that lose most, each with the share that its orders lose; the mean over the orders stands for the pair."""
    episodes = {RENEW: 1.0, SHORTER: values.terms.middle("shorter_order"), FINALE: values.terms.middle("finale_order")}
    parts = {order: float(values.records.first_part(np.array([part]))[0]) for order, part in episodes.items()}
    pairs = shared_months(
        values.records,
        values.fits,
        values.response,
        premieres=ahead,
        days=horizon_left(values),
        parts=parts,
        reach={FINALE: values.terms.middle("finale_launch")},
    )
    shares = shares_of_smaller(pairs, worth, month_worth(values))
    usual = {pair: sum(by_order.values()) / len(by_order) for pair, by_order in shares.items()}
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


def _quantiles(draws: np.typing.NDArray[np.float64]) -> Quantiles:
    low, middle, high = np.quantile(draws, [0.1, 0.5, 0.9])
    return float(low), float(middle), float(high)
