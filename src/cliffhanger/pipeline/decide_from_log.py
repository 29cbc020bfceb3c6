"""Whether another season pays, from the workspace's own log and costs."""

from __future__ import annotations

import datetime as dt

import numpy as np

from cliffhanger.decision.season_options import Influence, Option, Valued, best, ended, influences, valued, waited, waiting
from cliffhanger.dossier.log_decision import Learned, LogDecision, NaiveLift
from cliffhanger.errors import NotFoundError, UsageError
from cliffhanger.estimates.response import MONTH_DAYS
from cliffhanger.estimates.season_value import SeasonDraws
from cliffhanger.pipeline.log_rests import age_days, credits_of, fingerprint, guards_of, stated
from cliffhanger.pipeline.opened_log import Asked
from cliffhanger.pipeline.season_values import ServiceValues, horizon_left, month_worth, options_of

DEVOTED = 5
RESOLVED = 0.5  # of what is not known of the returning audience, the rest of an open window settles so much: a house rule


def decided(asked: Asked, values: ServiceValues, title_id: str, *, season: int | None = None) -> LogDecision:
    """Answer for one series.

    Parameters
    ----------
    season
        The latest one; another is refused, because it has a successor already or is not out.

    Raises
    ------
    NotFoundError
        The series has no episode out on the day.
    UsageError
        ``season`` is not the latest.
    """
    if title_id not in values.records.seasons["title_id"]:
        raise NotFoundError(f"{title_id} has no episode out on {values.records.as_of}", remedy="Ask as of a later day")
    latest = int(values.records.seasons["season"][values.place(title_id)])
    if season is not None and season != latest:
        problem = f"season {season} of {title_id} is not its latest: that is season {latest}"
        raise UsageError(problem, place="--season", remedy="Leave --season out")
    (draws,) = [one for one in values.draws if one.title_id == title_id]
    options = options_of(values, draws)
    told = [valued(option) for option in options]
    age = age_days(values, title_id)
    wait = _wait(values, draws, options, age)
    rows = [*told, *([valued(wait)] if wait is not None else []), valued(ended(values.question.n_draws))]
    credits_ = credits_of(values, draws, told[0])
    chosen = best([*told, rows[-1]])
    guards = guards_of(values, draws, told[0], credits_, chosen)
    withheld = tuple(guard.code for guard in guards if guard.outcome == "FAIL")
    return LogDecision(
        title_id=title_id,
        series=values.names.get(title_id, (title_id, "", ""))[0],
        season=latest,
        premiere=values.records.as_of - dt.timedelta(days=age),
        as_of=values.records.as_of,
        currency=values.currency,
        recommended=None if withheld or chosen is None else _named(chosen, rows),
        withheld=withheld,
        options=tuple(rows),
        guards=guards,
        influences=_moved(draws, options),
        waiting=waiting(
            options, draws.inputs["returning_viewers"], age_days=age, horizon_left=horizon_left(values), resolved=RESOLVED
        ),
        credits=credits_,
        naive=_naive(values, title_id, latest),
        learned=_learned(values),
        assumptions=stated(values),
        log=fingerprint(asked),
    )


def _wait(values: ServiceValues, draws: SeasonDraws, options: list[Option], age: int) -> Option | None:
    signal = draws.inputs["returning_viewers"]
    return waited(options, signal, age_days=age, horizon_left=horizon_left(values), resolved=RESOLVED)


def _named(chosen: Valued, rows: list[Valued]) -> str:
    """To wait, where that is worth more than the best of today."""
    wait = next((row for row in rows if row.option == "wait"), None)
    if wait is not None and wait.net is not None and chosen.net is not None and wait.net.mean > chosen.net.mean:
        return wait.option
    return chosen.option


def _moved(draws: SeasonDraws, options: list[Option]) -> tuple[Influence, ...]:
    """What moves the net value of a renewal; where no cost is known, its gross value."""
    renew = options[0]
    cost = {} if renew.cost is None else {"cost": renew.cost}
    return influences(renew.gross - (0.0 if renew.cost is None else renew.cost), {**draws.inputs, **cost})


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
