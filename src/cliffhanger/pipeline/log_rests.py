"""What an answer from a log rests on: its guards, what rules of attribution say, and what was assumed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import astuple, replace

from cliffhanger.assumptions import ASSUMPTIONS, CURRENCY
from cliffhanger.decision.break_even import Judged
from cliffhanger.decision.season_guards import OF_SERVICE, Evidence, season_guards
from cliffhanger.decision.season_options import Valued, best, ended, valued
from cliffhanger.dossier.log_decision import Credit
from cliffhanger.dossier.log_slate import LogBasis, SeasonJudged
from cliffhanger.dossier.paying import Guard, Stated
from cliffhanger.dossier.spread import Spread
from cliffhanger.estimates.returning_audience import following
from cliffhanger.estimates.season_value import SeasonDraws, day_number
from cliffhanger.measurements.attribution import RULES
from cliffhanger.pipeline.opened_log import Asked
from cliffhanger.pipeline.season_values import Named, ServiceValues, options_of, premiere_in
from cliffhanger.service_records import FINISHED

BY_NAME = {row.name: row for row in ASSUMPTIONS}


def basis_of(asked: Asked, values: ServiceValues) -> LogBasis:
    """What a slate of all seasons rests on: each judged as a decision about it alone would be."""
    judged = {season.title_id: _judged(values, season) for season in values.draws}
    service = next(iter(judged.values()), ())
    return LogBasis(
        as_of=values.records.as_of,
        log=asked.fingerprint,
        guards=_floats(guard for guard in service if guard.code in OF_SERVICE),
        seasons=tuple(
            SeasonJudged(
                title_id=season.title_id,
                season=season.season,
                series=values.names.get(season.title_id, Named(season.title_id)).series,
                guards=_floats(guard for guard in judged[season.title_id] if guard.code not in OF_SERVICE),
            )
            for season in values.draws
        ),
        assumptions=tuple(replace(one, value=Spread(*map(_float, astuple(one.value)))) for one in stated(values)),
    )


def _floats(guards: Iterable[Guard]) -> tuple[Guard, ...]:
    """Counts as they are read back from JSON, so that a slate that is replayed is written the same."""
    return tuple(replace(guard, found=_float(guard.found), threshold=_float(guard.threshold)) for guard in guards)


def _float(value: float | None) -> float | None:
    return None if value is None else float(value)


def _judged(values: ServiceValues, season: SeasonDraws) -> tuple[Guard, ...]:
    told = [valued(option) for option in options_of(values, season)]
    chosen = best([*told, valued(ended(values.question.n_draws))])
    return guards_of(values, season, told[0], credits_of(values, season, told[0]), chosen)


def guards_of(
    values: ServiceValues, season: SeasonDraws, renew: Valued, credited: tuple[Credit, ...], chosen: Valued | None
) -> tuple[Guard, ...]:
    """The guards of a decision about one season; ``chosen`` is the option that it would recommend."""
    judged = season_guards(_evidence(values, season, renew, credited, chosen))
    return tuple(_guard(one) for one in judged)


def _guard(judged: Judged) -> Guard:
    return Guard(judged.code, judged.outcome, judged.found, judged.threshold)


def _evidence(
    values: ServiceValues, season: SeasonDraws, renew: Valued, credited: tuple[Credit, ...], chosen: Valued | None
) -> Evidence:
    records, fits, place = values.records, values.fits, values.place(season.title_id)
    age = age_days(values, season.title_id)
    apart = [abs(found) for found in (fits.substitution.pre_trend, fits.substitution.placebo) if found is not None]
    renews = chosen is not None and chosen.option != "end"
    asked = [credit for credit in credited if credit.renews is not None]
    gaps = records.sequels["gap_days"]
    past = following(records.sequel_audience)
    return Evidence(
        log_days=records.log_days,
        churned=fits.churn.churned,
        sequels=fits.returns.sequels,
        followers=int(records.audience[place, FINISHED:].sum()),
        has_cost=renew.cost is not None,
        age_days=age,
        back_test=fits.returns.back_test,
        gap_days=age + premiere_in(values, season.title_id),
        longest_gap_days=float(gaps.max()) if len(gaps) else 0.0,
        follows=float(following(records.audience[place : place + 1])[0]),
        most_follows=float(past.max()) if len(past) else 0.0,
        apart=max(apart) if apart else None,
        disagree=sum(credit.renews != renews for credit in asked),
        rules=len(asked),
        credited=_month_ended(values, age),
    )


def age_days(values: ServiceValues, title_id: str) -> int:
    """Days since the premiere of a title's latest season."""
    return day_number(values.records.as_of) - int(values.records.seasons["premiere_day"][values.place(title_id)])


def credits_of(values: ServiceValues, season: SeasonDraws, renew: Valued) -> tuple[Credit, ...]:
    """What each rule of attribution credits the latest season with, held against the cost of a renewal.

    Before a month of the season has ended there is nothing to compare.
    """
    table = values.records.credits
    mine = (table["title_id"] == season.title_id) & (table["season"] == season.season)
    unknown = renew.cost is None or renew.cost.mean <= 0 or not _month_ended(values, age_days(values, season.title_id))
    cost = None if renew.cost is None or unknown else renew.cost.mean
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


def stated(values: ServiceValues) -> tuple[Stated, ...]:
    """What was chosen and not estimated, and at which rates sums were turned into the currency of the answer."""
    found = []
    for name, ends in values.terms.ends.items():
        row = BY_NAME[name]
        changed = name in values.changed
        unit = row.unit.removesuffix(" (p50)")
        in_answer = values.currency and (changed or "advertising" in values.exchanged.get(CURRENCY, (1.0, ""))[1])
        found.append(
            Stated(
                name=name,
                value=Spread(*ends),
                unit=unit.replace(CURRENCY, values.currency) if in_answer else unit,
                why=row.why,
                source="given with the question" if changed else row.source,
                known_on=None,
                changed=changed,
            )
        )
    return (*found, *_exchanged(values))


def _exchanged(values: ServiceValues) -> list[Stated]:
    return [
        Stated(
            name=f"one {currency}",
            value=Spread(rate, rate, rate),
            unit=values.currency,
            why=f"{what} in {currency}",
            source="the table of rates",
            known_on=None,
            changed=True,
        )
        for currency, (rate, what) in values.exchanged.items()
    ]
