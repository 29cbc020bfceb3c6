"""Estimates and slates from a log held against the truth: ``python benchmarks/decisions.py --seed 1 --out DIR --json``.

A service is simulated whose truth is known, its log taken in as any log is, and every option of every series valued from the
log alone. What the service plans is given to the estimates, because it knows its own plans: when each series could be back, how
many episodes each order has, how much of a launch a finale gets, what an hour of advertising earns, the horizon and the
discount, and that nothing else comes if a series is valued alone. Nothing that households do is given.

- ``rank_correlation``: Spearman's, of estimated and true net value over all options of all series, each against ending it with
  all others ending; ``coverage_80``: share of the true net values inside the estimate's central 80 %.
  Its seasons share what is not known of the service, so that the share differs between services even if every interval is right:
  ``coverage_80_if_right`` has the 10th, 50th and 90th percentile of the share when one of the joint draws is the truth.
- ``regret``: (oracle - chosen) / oracle, of slates under a budget of a quarter of what renewing all would cost; each slate is
  valued by one joint replay. The oracle is the best set that the world's own search found, so that regret below zero can be.
  Every slate signs its orders one by one, best value for cost first, as long as the true cost fits into what is left.
- ``regret_without_hindsight``: the same slates, valued in four futures that the oracle was not searched in. Which future comes is
  drawn anew there, how the next seasons turn out included, so that luck which nobody could foresee counts for no slate.
- Rules renew as ordered; ``regret_of_orders`` has each rule with shorter orders and with finales too.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from scipy.stats import spearmanr

from cliffhanger.decision.limits import Limits
from cliffhanger.decision.slate import SlateQuestion
from cliffhanger.errors import CliffhangerError
from cliffhanger.estimates.season_terms import Ends
from cliffhanger.estimates.season_value import Plan, day_number
from cliffhanger.pipeline.ingest import ingest
from cliffhanger.pipeline.measure import measured
from cliffhanger.pipeline.more_measures import measured_table
from cliffhanger.pipeline.opened_log import asked_of
from cliffhanger.pipeline.season_question import ValueQuestion
from cliffhanger.pipeline.season_values import (
    FINAL_SEASON,
    ServiceValues,
    month_worth,
    options_of,
    read_costs,
    read_names,
    service_values,
)
from cliffhanger.pipeline.service import service_records
from cliffhanger.pipeline.slate import answered
from cliffhanger.pipeline.slate_from_log import question_of_log
from cliffhanger.pipeline.world import write_world
from cliffhanger.pipeline.world_truth import Asked, WorldSpec, read_spec, value_slates
from cliffhanger.store.workspace import Workspace
from cliffhanger.world.parameters import parse
from cliffhanger.world.parameters import rules as rules_of

SHARE = 0.25  # of the cost of renewing all
FRESH = 4  # futures in which nobody has hindsight
LEAST_COMPLETION = 0.5
Orders = dict[str, str]
Scored = dict[str, float]


def planned(rules: Any) -> dict[str, Ends]:
    """What the service knows of its own plans, as terms of the estimates."""
    certain = {
        "horizon_days": rules.horizon_days,
        "monthly_discount": rules.monthly_discount,
        "advertising_per_hour": rules.ad_revenue,
        "shorter_order": rules.shorter_order,
        "finale_order": rules.finale_order,
        "finale_launch": rules.finale_reach,
        "rest_of_catalogue": 0.0,
    }
    days = rules.production_days
    return {name: (float(v),) * 3 for name, v in certain.items()} | {"production_days": (0.86 * days, 1.1 * days, 1.34 * days)}


def simulated(out: Path, spec: Mapping[str, Any], overrides: Mapping[str, float], progress: Callable[[str], None]) -> WorldSpec:
    """The service and its truth, made anew unless the folder holds the same."""
    truth = out / "truth"
    if truth.exists():
        there = read_spec(truth)
        if any(getattr(there, name) != wanted for name, wanted in spec.items()) or dict(there.overrides) != dict(overrides):
            raise SystemExit(f"{out} holds another service; name another folder")
    else:
        parts = Asked(past=False, budgets=(SHARE,))
        write_world(out / "service", **spec, overrides=overrides, truth=truth, parts=parts, progress=progress)
    if not (out / "workspace").exists():
        Workspace.create(out / "workspace")
        ingest(str(out / "service"), workspace=out / "workspace", progress=progress)
    return read_spec(truth)


def plans_of(effects: list[dict[str, Any]]) -> dict[str, Plan]:
    """When each series could be back, and with how many episodes: the plan, which the effects' table repeats."""
    found: dict[str, Plan] = {}
    for row in effects:
        plan, option = found.get(row["title_id"], Plan()), row["option"]
        found[row["title_id"]] = Plan(
            premieres={**plan.premieres, option: day_number(row["premiere"])},
            episodes={**plan.episodes, option: row["episodes"]},
        )
    return found


def estimated(
    workspace: Workspace, terms: Mapping[str, Ends], plans: Mapping[str, Plan], progress: Callable[[str], None]
) -> ServiceValues:
    """Every series of the log."""
    asked = asked_of(workspace, as_of=None, k=1)
    records = service_records(asked, progress=progress)
    return service_values(records, lines=read_costs(asked), names=read_names(asked), question=ValueQuestion(terms, plans=plans))


def estimate_rows(values: ServiceValues, titles: set[str]) -> list[dict[str, Any]]:
    """Net value of every option of the series that could go on."""
    rows = []
    for season in values.draws:
        for option in options_of(values, season):
            if season.title_id in titles and option.name != FINAL_SEASON and option.cost is not None:
                net = option.gross - option.cost
                low, high = np.quantile(net, [0.1, 0.9])
                row = {"title_id": season.title_id, "season": season.season, "option": option.name}
                rows.append(row | {"net_mean": float(net.mean()), "net_p10": float(low), "net_p90": float(high)})
    return rows


def coverage_if_right(values: ServiceValues, titles: set[str]) -> list[float]:
    """10th, 50th and 90th percentile of the share of intervals that hold their value, over joint draws taken for the truth."""
    options = [option for season in values.draws if season.title_id in titles for option in options_of(values, season)]
    nets = [option.gross - option.cost for option in options if option.name != FINAL_SEASON and option.cost is not None]
    inside = [(np.quantile(net, 0.1) <= net) & (net <= np.quantile(net, 0.9)) for net in nets]
    return [float(share) for share in np.quantile(np.mean(inside, axis=0), [0.1, 0.5, 0.9])]


def our_slate(values: ServiceValues, budget: float, titles: set[str]) -> tuple[Orders, Scored]:
    """The slate of the program, and each order's value for its cost."""
    asked, _ = question_of_log(values, SlateQuestion("", (), limits=Limits(budget), points=0), only=titles)
    picks = [pick for pick in answered(asked).picks if pick.option in ("renew", "shorter", "finale")]
    return {p.title_id: p.option for p in picks}, {p.title_id: p.efficiency or 0.0 for p in picks}


def rules_of_thumb(
    values: ServiceValues, workspace: Workspace, titles: set[str], quiet: Callable[[str], None]
) -> dict[str, Scored]:
    """By rule: the series that it renews, with the score by which it orders them, the best highest."""
    latest = {season.title_id: season.season for season in values.draws if season.title_id in titles}
    costs = {}
    for season in values.draws:
        (renew,) = [option for option in options_of(values, season) if option.name == "renew"]
        if season.title_id in titles and renew.cost is not None:
            costs[season.title_id] = float(renew.cost.mean())
    with measured(workspace, as_of=None, engine="clustered", k=1, progress=quiet) as log:
        rows = log.seasons.filter(log.seasons.territory.isnull()).to_pyarrow().to_pylist()
    views, completion = _widest(rows, latest, "views"), _widest(rows, latest, "completion_rate")
    streams_rows = measured_table(workspace, "first-streams", as_of=None, k=1, progress=quiet).rows
    streams = _widest(streams_rows, latest, "first_streams")
    lift, credit = _naive_lift(values, latest), _credited(values, latest)
    return {
        "views_per_cost": {t: views.get(t, 0.0) / costs[t] for t in costs},
        "completion_at_least_50": {t: completion[t] for t in costs if completion.get(t, 0.0) >= LEAST_COMPLETION},
        "cost_per_first_stream": {t: streams.get(t, 0.0) / costs[t] for t in costs},
        "naive_lift": {t: lift[t] / costs[t] for t in costs if lift.get(t, 0.0) > costs[t]},
        "pro_rata_per_cost": {t: credit[t] / costs[t] for t in costs if credit.get(t, 0.0) > costs[t]},
    }


def _widest(rows: list[dict[str, Any]], latest: Mapping[str, int], name: str) -> Scored:
    """A measure of each latest season, of the widest window that has closed."""
    found: dict[str, tuple[int, float]] = {}
    for row in rows:
        title, known = row["title_id"], row[name]
        if latest.get(title) == row["season"] and known is not None and row["window_days"] >= found.get(title, (0, 0.0))[0]:
            found[title] = (row["window_days"], float(known))
    return {title: known for title, (_, known) in found.items()}


def _naive_lift(values: ServiceValues, latest: Mapping[str, int]) -> Scored:
    """Months that viewers stayed longer than others, times viewers, at what a month is worth."""
    naive = values.records.naive
    stayed: dict[tuple[str, int], tuple[float, float]] = {}
    columns = (naive[name] for name in ("title_id", "season", "viewer", "accounts", "member_days"))
    for title, season, viewer, accounts, days in zip(*columns, strict=True):
        if latest.get(str(title)) == int(season):
            stayed[str(title), int(viewer)] = (float(accounts), float(days))
    found = {}
    for title in latest:
        if (title, 0) in stayed and (title, 1) in stayed:
            (others, their), (viewers, days) = stayed[title, 0], stayed[title, 1]
            found[title] = (days / viewers - their / others) / 30.4375 * viewers * month_worth(values)
    return found


def _credited(values: ServiceValues, latest: Mapping[str, int]) -> Scored:
    """What pro-rata shares credit the latest season with."""
    credits_ = values.records.credits
    rows = zip(credits_["title_id"], credits_["season"], credits_["pro_rata"], strict=True)
    return {str(t): float(money) for t, season, money in rows if latest.get(str(t)) == int(season)}


def signed(wanted: Orders, order: Scored, costs: Mapping[tuple[str, str], float], budget: float) -> Orders:
    """Orders in the order of their score, each as long as its true cost fits into what is left."""
    left, found = budget, {}
    for title in sorted(wanted, key=lambda t: (-order.get(t, 0.0), t)):
        cost = costs[title, wanted[title]]
        if cost <= left:
            found[title], left = wanted[title], left - cost
    return found


def run(args: argparse.Namespace) -> dict[str, Any]:
    """Simulate, estimate, choose, compare, and leave the tables."""
    overrides = parse(tuple(args.param))
    rules, quiet = rules_of(overrides), _told if not args.json else _nothing
    spec = {"accounts": args.accounts, "seasons": args.seasons, "days": args.days, "seed": args.seed}
    world = simulated(args.out, spec, overrides, quiet)
    workspace = Workspace.open(args.out / "workspace")
    effects = [row for row in pq.read_table(args.out / "truth" / "effects.parquet").to_pylist() if row["others"] == "end"]
    values = estimated(workspace, planned(rules), plans_of(effects), quiet)
    titles = {row["title_id"] for row in effects}
    truth = [{"title_id": r["title_id"], "season": r["season"], "option": r["option"], "net": r["net_usd"]} for r in effects]
    estimates = estimate_rows(values, titles)
    costs = {(row["title_id"], row["option"]): row["cost_usd"] for row in effects}
    budget = SHARE * sum(cost for (_, option), cost in costs.items() if option == "renew")
    slates = _slates(args.out, values, workspace, titles, costs, budget, quiet)
    net = _worth(world, slates, None)
    # Futures 1 to 4 are those in which ``regret_floor.py`` searches.
    first = max(FRESH + 1, int(rules.futures))
    without = _regrets(_worth(world, slates, range(first, first + FRESH)))["regret"]
    found = _compared(estimates, truth) | _regrets(net) | {"coverage_80_if_right": coverage_if_right(values, titles)}
    _write(args.out, estimates, truth, slates, values)
    return found | {
        "regret_without_hindsight": without,
        "budget": budget,
        "net": net,
        "accounts": args.accounts,
        "seed": args.seed,
        "param": list(args.param),
    }


def _worth(world: WorldSpec, slates: Mapping[str, Orders], futures: Sequence[int] | None) -> Scored:
    """Net value of each slate on average over some futures; those of the world itself if none are named."""
    worth = value_slates(world, list(slates.values()), futures=futures)
    return {name: found.net for name, found in zip(slates, worth, strict=True)}


def _slates(
    out: Path,
    values: ServiceValues,
    workspace: Workspace,
    titles: set[str],
    costs: Mapping[tuple[str, str], float],
    budget: float,
    quiet: Callable[[str], None],
) -> dict[str, Orders]:
    wanted, scores = our_slate(values, budget, titles)
    best = pq.read_table(out / "truth" / "slates.parquet").to_pylist()
    oracle = {r["title_id"]: r["option"] for r in best if r["slate"] == "oracle" and r["budget_share"] == SHARE and r["title_id"]}
    slates = {"ours": signed(wanted, scores, costs, budget), "oracle": oracle}
    for rule, scored in rules_of_thumb(values, workspace, titles, quiet).items():
        for option, suffix in (("renew", ""), ("shorter", ":shorter"), ("finale", ":finale")):
            slates[rule + suffix] = signed(dict.fromkeys(scored, option), scored, costs, budget)
    return slates


def _compared(estimates: list[dict[str, Any]], truth: list[dict[str, Any]]) -> dict[str, Any]:
    true = {(row["title_id"], row["option"]): row["net"] for row in truth}
    rows = [(row, true[row["title_id"], row["option"]]) for row in estimates]
    inside = [row["net_p10"] <= net <= row["net_p90"] for row, net in rows]
    ranks = {"all": rows} | {option: [r for r in rows if r[0]["option"] == option] for option in ("renew", "shorter", "finale")}
    by = {name: _spearman(some) for name, some in ranks.items()}
    return {
        "rank_correlation": by.pop("all"),
        "rank_correlation_of_options": by,
        "coverage_80": float(np.mean(inside)),
        "seasons": len({row["title_id"] for row in estimates}),
        "without_cost": len({row["title_id"] for row in truth}) - len({row["title_id"] for row in estimates}),
    }


def _spearman(rows: list[tuple[dict[str, Any], float]]) -> float:
    return float(spearmanr([row["net_mean"] for row, _ in rows], [net for _, net in rows]).statistic)


def _regrets(net: Mapping[str, float]) -> dict[str, Any]:
    oracle = net["oracle"]
    regret = {name: (oracle - worth) / oracle if oracle > 0 else None for name, worth in net.items() if name != "oracle"}
    plain = {name: lost for name, lost in regret.items() if ":" not in name}
    return {"regret": plain, "regret_of_orders": {name: lost for name, lost in regret.items() if ":" in name}}


def _write(
    out: Path, estimates: list[dict[str, Any]], truth: list[dict[str, Any]], slates: Mapping[str, Orders], values: ServiceValues
) -> None:
    seasons = {season.title_id: season.season for season in values.draws}
    rows = [
        {"title_id": title, "season": seasons[title], "option": option, "by": by}
        for by, orders in slates.items()
        if ":" not in by
        for title, option in sorted(orders.items())
    ]
    for name, table in (("estimates", estimates), ("truth", truth), ("slate", rows)):
        pq.write_table(pa.Table.from_pylist(table), out / f"{name}.parquet")


def _told(line: str) -> None:
    print(line, file=sys.stderr)


def _nothing(_: str) -> None:
    return


def main() -> None:
    """Read the arguments, run, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--param", action="append", default=[], help="name=value of the simulated service; may be repeated")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--accounts", type=int, default=20_000)
    parser.add_argument("--seasons", type=int, default=60)
    parser.add_argument("--days", type=int, default=730)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    try:
        found = run(args)
    except CliffhangerError as error:
        raise SystemExit(str(error)) from error
    print(json.dumps(found, indent=None if args.json else 2))


if __name__ == "__main__":
    main()
