"""Whether another season pays, from the workspace's own log and costs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np

from cliffhanger.decision.against import Against, against
from cliffhanger.decision.choosing import choice, choices
from cliffhanger.decision.leading import Influence, Lead, concerning, flip, influences, lead, nets_of, rivals
from cliffhanger.decision.risk import MEAN, Risk
from cliffhanger.decision.season_options import Option, Valued, ended, valued
from cliffhanger.decision.waiting import Later, waited
from cliffhanger.dossier.log_decision import Learned, LogDecision, NaiveLift
from cliffhanger.errors import UsageError
from cliffhanger.estimates.response import MONTH_DAYS
from cliffhanger.estimates.season_value import SeasonDraws
from cliffhanger.pipeline.log_rests import age_days, credits_of, guards_of, stated
from cliffhanger.pipeline.opened_log import Asked
from cliffhanger.pipeline.season_values import Named, ServiceValues, days_left, month_worth, options_of

DEVOTED = 5


def decided(asked: Asked, values: ServiceValues, title_id: str, *, season: int | None = None, risk: Risk = MEAN) -> LogDecision:
    """Answer for one series.

    Parameters
    ----------
    season
        The latest one; another is refused, because it has a successor already or is not out.

    Raises
    ------
    UsageError
        ``season`` is not the latest.
    """
    latest = int(values.records.seasons["season"][values.place(title_id)])
    if season is not None and season != latest:
        problem = f"season {season} of {title_id} is not its latest: that is season {latest}"
        raise UsageError(problem, place="--season", remedy="Leave --season out")
    (draws,) = [one for one in values.draws if one.title_id == title_id]
    options, end = options_of(values, draws), ended(values.question.n_draws)
    age = age_days(values, title_id)
    later = later_of(values, draws, options)
    able = [*options, *([] if later is None else [later.option]), end]
    rows = [valued(option) for option in able]
    told = rows[: len(options)]
    credits_ = credits_of(values, draws, told[0])
    costed = any(option.cost is not None for option in options)
    ahead = choice([*options, end], later, risk, asked=True).option if costed else None
    today = choice([*options, end], None, risk, asked=True).option if costed else None
    guards = guards_of(values, draws, told[0], credits_, next((row for row in rows if row.option == today), None))
    withheld = tuple(guard.code for guard in guards if guard.outcome == "FAIL")
    # What holds one option against others is told of a verdict that stands, and of no other.
    stands = None if withheld else ahead
    leads, moved = _moved(draws, able, stands, risk)
    return LogDecision(
        title_id=title_id,
        series=values.names.get(title_id, Named(title_id)).series,
        season=latest,
        premiere=values.records.as_of - dt.timedelta(days=age),
        as_of=values.records.as_of,
        currency=values.currency,
        risk=risk,
        recommended=stands,
        withheld=withheld,
        options=tuple(rows),
        guards=guards,
        lead=leads,
        flip=None if stands is None else flip([*options, end], later, stands, risk),
        choices=() if stands is None else choices([*options, end], later, risk, tolerance=_tolerance(told)),
        against=_against(options, stands),
        influences=moved,
        waiting=None if stands is None or later is None else later.told,
        credits=credits_,
        naive=_naive(values, title_id, latest),
        learned=_learned(values),
        assumptions=stated(values),
        log=asked.fingerprint,
    )


def later_of(values: ServiceValues, draws: SeasonDraws, options: Sequence[Option]) -> Later | None:
    """To decide when the window has closed; None once it has, or where no cost is known."""
    return waited(
        options,
        draws.inputs["returning_viewers"],
        age_days=age_days(values, draws.title_id),
        left_days=[days_left(values, draws.title_id, option.name) for option in options],
        resolved=values.terms.middle("window_settles"),
        rng=np.random.default_rng([values.question.seed, 4, *draws.title_id.encode()]),
    )


def _against(options: Sequence[Option], chosen: str | None) -> Against:
    """Of the order that is recommended, else of a renewal."""
    shown = next((option for option in options if option.name == chosen), options[0])
    return against(shown.name, shown.gross, shown.cost, break_even=float(shown.gross.mean()))


def _tolerance(told: Sequence[Valued]) -> float:
    """A sum that is large for one season: what a renewal is expected to cost."""
    return next((row.cost.mean for row in told if row.cost is not None), 0.0)


def _moved(draws: SeasonDraws, options: list[Option], ahead: str | None, risk: Risk) -> tuple[Lead | None, tuple[Influence, ...]]:
    """How far the best option leads and what moves that; where none is ahead, what moves the gross value of a renewal."""
    renew = options[0]
    if ahead is None:
        return None, concerning(influences(renew.gross, draws.inputs, {}), {renew.name})
    nets = nets_of(options)
    cost = {} if renew.cost is None else {"cost": renew.cost}
    found, moved = lead(nets, ahead, risk), influences(nets[ahead], {**draws.inputs, **cost}, rivals(nets, ahead), risk)
    return found, moved if found is None else concerning(moved, {found.option, found.over})


def _naive(values: ServiceValues, title_id: str, season: int) -> NaiveLift | None:
    table = values.records.naive
    mine = (table["title_id"] == title_id) & (table["season"] == season)
    columns = (table[name][mine] for name in ("viewer", "accounts", "member_days"))
    sides = {int(viewer): (float(count), float(days)) for viewer, count, days in zip(*columns, strict=True)}
    if not {0, 1} <= sides.keys():
        return None
    (others, their_days), (viewers, days) = sides[0], sides[1]
    longer = (days / viewers - their_days / others) / MONTH_DAYS
    return NaiveLift(int(viewers), int(others), longer, longer * viewers * month_worth(values))


def _learned(values: ServiceValues) -> Learned:
    records, fits = values.records, values.fits
    awaited, awaited_error = fits.awaiting
    taken_error = fits.substitution.fresh_error
    return Learned(
        log_days=records.log_days,
        members=records.members,
        account_months=fits.churn.account_months,
        churned=fits.churn.churned,
        fresh_effect=fits.churn.fresh[0],
        fresh_error=fits.churn.fresh[1],
        awaited=awaited,
        awaited_error=awaited_error,
        sequels=fits.returns.sequels,
        followers=fits.returns.accounts,
        returned=float(fits.returns.returned[DEVOTED]),
        weeks=fits.launches.weeks,
        joins=fits.launches.joins,
        pull=float(np.exp(fits.launches.estimates[3])),
        back_test=fits.returns.back_test,
        taken=fits.substitution.of_fresh,
        taken_error=taken_error if np.isfinite(taken_error) else None,
        pre_trend=fits.substitution.pre_trend,
        placebo=fits.substitution.placebo,
    )
