"""Whether another season pays, from the workspace's own log and costs."""

from __future__ import annotations

import datetime as dt
import difflib
import hashlib
from collections.abc import Mapping, Sequence

import numpy as np

from cliffhanger.assumptions import ASSUMPTIONS
from cliffhanger.decision.leading import Influence, Lead, flip, influences, lead, nets_of, rivals
from cliffhanger.decision.season_guards import Evidence, season_guards
from cliffhanger.decision.season_options import Option, Valued, best, ended, valued
from cliffhanger.decision.waiting import Later, waited
from cliffhanger.dossier.log_decision import Credit, Learned, LogDecision, NaiveLift
from cliffhanger.dossier.paying import Guard, Stated
from cliffhanger.dossier.spread import Spread
from cliffhanger.errors import NotFoundError, UsageError
from cliffhanger.estimates.response import MONTH_DAYS
from cliffhanger.estimates.returning_audience import following
from cliffhanger.estimates.season_value import SeasonDraws, day_number
from cliffhanger.pipeline.opened_log import Asked
from cliffhanger.pipeline.season_values import (
    ServiceValues,
    days_left,
    month_worth,
    options_of,
    premiere_in,
)
from cliffhanger.service_records import FINISHED

DEVOTED = 5
RULES = ("pro_rata", "user_centric", "equal_split", "last_touch", "leave_one_out")
RESOLVED = 0.5  # of what is not known of the returning audience, the rest of an open window settles so much: a house rule
NAMED = 12  # digits of a checksum


def title_of(names: Mapping[str, tuple[str, str, str]], titles: Sequence[str], series: str) -> str:
    """The title_id of a series, given by that or by the name that viewers see.

    Raises
    ------
    NotFoundError
        The log has no such series; carries the nearest names.
    """
    if series in titles:
        return series
    wanted = series.casefold().strip()
    named = {names[title][0].casefold(): title for title in titles if title in names}
    if wanted in named:
        return named[wanted]
    shown = {names[title][0]: title for title in titles if title in names}
    near = difflib.get_close_matches(series, [*shown, *titles], n=3)
    raise NotFoundError(f'the log has no series "{series}"', suggestions=near, remedy="Give its name or its title_id")


def decided(asked: Asked, values: ServiceValues, title_id: str, *, season: int | None = None) -> LogDecision:
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
    place = values.place(title_id)
    latest = int(values.records.seasons["season"][place])
    if season is not None and season != latest:
        problem = f"season {season} of {title_id} is not its latest: that is season {latest}"
        raise UsageError(problem, place="--season", remedy="Leave --season out")
    (draws,) = [one for one in values.draws if one.title_id == title_id]
    options, end = options_of(values, draws), ended(values.question.n_draws)
    age = day_number(values.records.as_of) - int(values.records.seasons["premiere_day"][place])
    later = _later(values, draws, options, age)
    able = [*options, *([] if later is None else [later.option]), end]
    rows = [valued(option) for option in able]
    told = rows[: len(options)]
    credits_ = _credits(values, title_id, latest, told[0], age)
    chosen = best([*told, rows[-1]])
    ahead = None if chosen is None else _named(chosen, later)
    leads, moved = _moved(draws, able, ahead)
    judged = season_guards(_evidence(values, draws, place, age, told, credits_, chosen))
    withheld = tuple(guard.code for guard in judged if guard.outcome == "FAIL")
    return LogDecision(
        title_id=title_id,
        series=values.names.get(title_id, (title_id, "", ""))[0],
        season=latest,
        premiere=values.records.as_of - dt.timedelta(days=age),
        as_of=values.records.as_of,
        currency=values.currency,
        recommended=None if withheld else ahead,
        withheld=withheld,
        options=tuple(rows),
        guards=tuple(Guard(g.code, g.outcome, g.found, g.threshold) for g in judged),
        lead=leads,
        flip=None if ahead is None else flip([*options, end], later, ahead),
        influences=moved,
        waiting=None if later is None else later.told,
        credits=credits_,
        naive=_naive(values, title_id, latest),
        learned=_learned(values),
        assumptions=_assumptions(values),
        log=hashlib.sha256(repr(asked.manifest).encode()).hexdigest()[:NAMED],
    )


def _later(values: ServiceValues, draws: SeasonDraws, options: list[Option], age: int) -> Later | None:
    return waited(
        options,
        draws.inputs["returning_viewers"],
        age_days=age,
        left_days=[days_left(values, draws.title_id, option.name) for option in options],
        resolved=RESOLVED,
        rng=np.random.default_rng([values.question.seed, 4, *draws.title_id.encode()]),
    )


def _named(chosen: Valued, later: Later | None) -> str:
    """To wait, where that is worth more than the best of today."""
    return later.option.name if later is not None and later.told.net > 0 else chosen.option


def _moved(draws: SeasonDraws, options: list[Option], ahead: str | None) -> tuple[Lead | None, tuple[Influence, ...]]:
    """How far the best option leads and what moves that; where no cost is known, what moves the gross value of a renewal."""
    renew = options[0]
    if ahead is None:
        return None, influences(renew.gross, draws.inputs, {})
    nets = nets_of(options)
    cost = {} if renew.cost is None else {"cost": renew.cost}
    return lead(nets, ahead), influences(nets[ahead], {**draws.inputs, **cost}, rivals(nets, ahead))


def _evidence(
    values: ServiceValues,
    draws: SeasonDraws,
    place: int,
    age: int,
    told: list[Valued],
    credits_: tuple[Credit, ...],
    chosen: Valued | None,
) -> Evidence:
    records, fits = values.records, values.fits
    apart = [abs(found) for found in (fits.substitution.pre_trend, fits.substitution.placebo) if found is not None]
    renews = chosen is not None and chosen.option != "end"
    asked = [credit for credit in credits_ if credit.renews is not None]
    gaps = records.sequels["gap_days"]
    past = following(records.sequel_audience)
    return Evidence(
        log_days=records.log_days,
        churned=fits.churn.churned,
        sequels=fits.returns.sequels,
        followers=int(records.audience[place, FINISHED:].sum()),
        has_cost=told[0].cost is not None,
        age_days=age,
        back_test=fits.returns.back_test,
        gap_days=age + premiere_in(values, draws.title_id),
        longest_gap_days=float(gaps.max()) if len(gaps) else 0.0,
        follows=float(following(records.audience[place : place + 1])[0]),
        most_follows=float(past.max()) if len(past) else 0.0,
        apart=max(apart) if apart else None,
        disagree=sum(credit.renews != renews for credit in asked),
        rules=len(asked),
        credited=_month_ended(values, age),
    )


def _credits(values: ServiceValues, title_id: str, season: int, renew: Valued, age: int) -> tuple[Credit, ...]:
    """What each rule credits; before a month of the season has ended there is nothing to compare."""
    table = values.records.credits
    mine = (table["title_id"] == title_id) & (table["season"] == season)
    cost = None if renew.cost is None or renew.cost.mean <= 0 or not _month_ended(values, age) else renew.cost.mean
    found = []
    for rule in RULES:
        money = float(table[rule][mine].sum())
        share = None if cost is None else money / cost
        found.append(Credit(rule, money, share, None if share is None else share >= 1.0))
    return tuple(found)


def _month_ended(values: ServiceValues, age: int) -> bool:
    """Whether a calendar month in which the season was out has ended by the day: attribution leaves out the others."""
    tomorrow = values.records.as_of + dt.timedelta(days=1)
    return age + 1 >= tomorrow.day


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


def _assumptions(values: ServiceValues) -> tuple[Stated, ...]:
    rows = {row.name: row for row in ASSUMPTIONS}
    found = []
    for name, ends in values.terms.ends.items():
        row = rows[name]
        changed = name in values.changed
        found.append(
            Stated(
                name=name,
                value=Spread(*ends),
                unit=row.unit.removesuffix(" (p50)"),
                why=row.why,
                source="given with the question" if changed else row.source,
                known_on=None,
                changed=changed,
            )
        )
    return tuple(found)
