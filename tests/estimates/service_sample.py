"""A small service as counted tables, made up so that what lies in it is known: no log, no engine."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np

from cliffhanger.service_records import ServiceRecords

AS_OF = dt.date(2025, 12, 31)
TODAY = (AS_OF - dt.date(1970, 1, 1)).days
KNOTS = np.array([7.0, 14.0, 30.0, 60.0, 90.0, 120.0, 150.0])
RETURNED = np.array([0.5, 0.01, 0.1, 0.4, 0.6, 0.8])  # by involvement; of newcomers, for each follower among the members
AN_HOUR = np.array([0.5, 1.0, 1.0, 0.6, 0.7, 0.9])  # fresh hours of those who come back, for an hour of the season
MEMBERS = 10_000


def churn_cells(*, effect: float = -2.0, seed: int = 1) -> dict[str, Any]:
    """Account-months by tenure, plan, fresh hours and what is awaited; the more fresh hours, the fewer leave."""
    rng = np.random.default_rng(seed)
    grid = [(t, p, f, a) for t in (1, 3, 12) for p in ("ads", "standard") for f in (0, 2, 6, 14) for a in (0, 1, 2, 3)]
    months = np.full(len(grid), 2_000)
    fresh = np.array([float(f) for _, _, f, _ in grid])
    logit = -2.6 + effect * fresh / (fresh + 12.0) - 0.3 * np.log1p([t for t, *_ in grid])
    logit = logit - 0.2 * np.array([a == 3 for *_, a in grid])
    return {
        "tenure_from": np.array([t for t, *_ in grid]),
        "plan": np.array([p for _, p, *_ in grid]),
        "fresh_bin": fresh.astype(np.int64),
        "familiar_bin": np.zeros(len(grid), dtype=np.int64),
        "usual_bin": np.zeros(len(grid), dtype=np.int64),
        "awaiting": np.array([a for *_, a in grid]),
        "account_months": months,
        "churned": rng.binomial(months, 1.0 / (1.0 + np.exp(-logit))),
        "fresh_h": fresh * months,
        "familiar_h": 8.0 * months,
        "usual_h": 20.0 * months,
    }


def service(*, titles: int = 6, seed: int = 1, **changes: Any) -> ServiceRecords:
    """Ten thousand members, five past returns, a hundred weeks of joins; the later a title, the more follow it."""
    names = np.array([f"t{k:02d}" for k in range(titles)])
    finished = np.linspace(0.05, 0.5, titles)[:, None] * MEMBERS * np.array([0.2, 0.3, 0.5])
    audience = np.column_stack([np.zeros(titles), np.full(titles, 800.0), np.full(titles, 200.0), finished])
    audience[:, 0] = MEMBERS - audience.sum(axis=1)
    calendar = {
        "title_id": np.repeat(names, 2),
        "season": np.tile([1, 2], titles),
        "premiere_day": np.tile([TODAY - 700, TODAY - 300], titles) - np.repeat(7 * np.arange(titles), 2),
        "last_release_day": np.tile([TODAY - 700, TODAY - 300], titles),
        "episodes": np.full(2 * titles, 8),
        "runtime_h": np.full(2 * titles, 6.0),
    }
    last = np.arange(1, 2 * titles, 2)
    seasons = {name: column[last] for name, column in calendar.items()} | {"finishers": finished.sum(axis=1)}
    records = {
        "as_of": AS_OF, "log_days": 730, "lead_days": 146, "after_days": 150, "members": MEMBERS, "library_share": 0.6,
        "seasons": seasons, "calendar": calendar, "audience": audience, "knots": KNOTS, "churn": churn_cells(seed=seed),
        **_past(), **_launches(calendar, seasons, seed), **_rest(names),
    }  # fmt: skip
    return ServiceRecords(**(records | changes))


def _past() -> dict[str, Any]:
    """Five past returns, each exactly as the shares say."""
    share = np.array([0.1, 0.2, 0.3, 0.4, 0.5])
    finished = share[:, None] * MEMBERS * np.array([0.2, 0.3, 0.5])
    audience = np.column_stack([np.zeros(5), np.full(5, 1_000.0), np.full(5, 500.0), finished])
    audience[:, 0] = MEMBERS - audience.sum(axis=1)
    returned = audience * RETURNED
    returned[:, 0] *= share
    shape = np.array([0.3, 0.5, 0.7, 0.9, 0.96, 0.99, 1.0])
    runtime = np.full(5, 6.0)
    return {
        "sequels": {
            "title_id": np.array([f"p{k}" for k in range(5)]),
            "season": np.ones(5, dtype=np.int64),
            "day": np.full(5, TODAY - 500),
            "premiere_day": np.full(5, TODAY - 354),
            "gap_days": np.full(5, 400),
            "runtime_h": runtime,
            "late_joiners": np.full(5, 500.0),
            "late_fresh_h": np.full(5, 0.05 * 500),
            "members": np.full(5, float(MEMBERS)),
        },
        "sequel_audience": audience,
        "sequel_returned": returned,
        "sequel_fresh": (returned * AN_HOUR * runtime[:, None])[:, :, None] * shape,
        "sequel_halo": returned * 0.1,
        "first_parts": np.array([0.0, 0.4, 0.7, 0.9, 1.0]),
    }


def _launches(calendar: dict[str, Any], seasons: dict[str, Any], seed: int) -> dict[str, Any]:
    rng = np.random.default_rng([seed, 7])
    following = dict(zip(seasons["title_id"], seasons["finishers"] / MEMBERS, strict=True))
    weeks = np.arange(-99, 1)
    mean = np.full(100, 60.0)
    for title, season, day in zip(calendar["title_id"], calendar["season"], calendar["premiere_day"], strict=True):
        at = (day - TODAY - 1) / 7.0
        part = np.diff(1 - np.exp(-np.maximum(np.append(weeks - 1.0, 0.0) - at, 0) * 7.0 / 8.0))
        mean += 60.0 * (4.0 if season == 1 else 2.0) * following[title] * part
    keep = {name: calendar[name] for name in ("title_id", "season", "premiere_day")}
    return {"launches": keep, "joins": rng.poisson(mean).astype(np.float64)}


def _rest(names: np.ndarray[Any, Any]) -> dict[str, Any]:
    content = [(i, p, f) for i in range(6) for p in ("ads", "standard") for f in (0.0, 4.0)]
    people = np.full(len(content), 100.0)
    around = {name: np.zeros(0) for name in ("placebo", "exposed", "match_bin", "accounts", "own_s", "season")}
    hours = [f"{kind}_{when}" for kind in ("other_fresh", "all") for when in ("b", "0", "1")]
    both = {"title_id": np.repeat(names, 2), "season": np.full(2 * len(names), 2), "viewer": np.tile([0, 1], len(names))}
    rules = ("pro_rata", "user_centric", "equal_split", "last_touch", "leave_one_out")
    return {
        "content": {
            "involvement": np.array([i for i, *_ in content]),
            "tenure_from": np.full(len(content), 12),
            "plan": np.array([p for _, p, _ in content]),
            "accounts": people,
            "fresh_bin": np.array([int(f) for *_, f in content]),
            "fresh_h": np.array([f for *_, f in content]) * people,
            "familiar_h": 8.0 * people,
            "usual_h": 20.0 * people,
        },
        "plans": {
            "plan": np.array(["ads", "standard"]), "members": np.array([4_000.0, 6_000.0]),
            "monthly_price": np.array([8.0, 16.0]), "hours": np.array([30.0, 25.0]),
        },
        "tenures": {
            "tenure_from": np.array([0, 1, 2, 3]), "account_months": np.array([1_000, 900, 800, 5_000]),
            "churned": np.array([100, 72, 40, 150]),
        },
        "around": {"title_id": np.zeros(0, dtype=str), **around, **{name: np.zeros(0) for name in hours}},
        "naive": both | {"accounts": np.full(2 * len(names), 1e3), "member_days": np.tile([1e5, 1.3e5], len(names))},
        "credits": {"title_id": names, "season": np.full(len(names), 2), **{rule: np.full(len(names), 1e5) for rule in rules}},
        "shared": {
            "title_a": np.array(["t04"]), "title_b": np.array(["t05"]), "involvement_a": np.array([5]),
            "involvement_b": np.array([5]), "accounts": np.array([1_000.0]),
        },
    }  # fmt: skip
