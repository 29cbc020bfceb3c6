"""From the workspace's log to the counted tables that the value of a season is estimated from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from cliffhanger.measurements import attribution
from cliffhanger.measurements import content_months as contents
from cliffhanger.measurements.account_spans import MICROS
from cliffhanger.measurements.first_streams import account_first_streams
from cliffhanger.measurements.fresh_viewing import finishers, fresh_sessions
from cliffhanger.measurements.involvement import (
    FINISHED,
    INVOLVEMENTS,
    involvement_cells,
    involvement_counts,
    involvements,
    members_on,
    shared_followers,
)
from cliffhanger.measurements.launch_joins import plan_money, viewers_stay, weekly_joins
from cliffhanger.measurements.retention_statistics import membership_months, retention_statistics
from cliffhanger.measurements.returning import KNOTS_DAYS, LATE, episode_hours, joined_between, launch_hours, returns
from cliffhanger.pipeline.apart import Progress
from cliffhanger.pipeline.opened_log import Asked, OpenedLog, opened_log
from cliffhanger.service_records import Columns, ServiceRecords
from cliffhanger.terms import SECONDS_A_DAY, cut_of

HOUR_S = 3_600.0
MONTHS_OF_91_DAYS = 91 / 30.4375
LIBRARY_DAYS = 182  # a season is part of the library when it has been out so long
PLACEBO_DAYS = 112  # before the premiere, when nothing of the series came out
BEFORE_LOG_DAYS = 365  # launches whose last joiners may fall into the log
PARTS = np.linspace(0.0, 1.0, 21)  # of a season's episodes
CELL = ("tenure_from", "plan", "fresh_bin", "familiar_bin", "usual_bin")


@dataclass(frozen=True, slots=True)
class _Spans:
    """How far the log lets one look: shares of its length, at most what is wanted."""

    lead: int
    recent: int
    after: int

    @classmethod
    def of(cls, log_days: int) -> _Spans:
        return cls(min(150, log_days // 5), min(91, log_days // 8), min(max(KNOTS_DAYS), max(log_days // 5, 30)))


@dataclass(frozen=True, slots=True)
class _Kept:
    """Tables that several measures read."""

    fresh: ir.Table
    finished: ir.Table
    content: ir.Table
    months: ir.Table


def service_records(asked: Asked, *, progress: Progress) -> ServiceRecords:
    """Count all that the value of a season is estimated from.

    Every table is as of the day: what began, joined, left or arrived after it is not looked at, and neither is a premiere that
    the schedule names for a later day.
    """
    with opened_log(asked, progress=progress) as log:
        fresh = log.keep("fresh", fresh_sessions(log.sessions), "what was new to each account")
        finished = log.keep("finished", finishers(log.sessions, log.releases, as_of=log.as_of), "who finished which season")
        months = membership_months(log.sessions, log.spans, as_of=log.as_of, log_from_s=log.log_from_s)
        months = log.keep("months", months, "membership months")
        content = contents.content_months(months, fresh, log.spans, finished, log.premieres, as_of=log.as_of)
        kept = _Kept(fresh, finished, log.keep("content", content, "what each decision to stay rested on"), months)
        return _records(log, kept)


def _records(log: OpenedLog, kept: _Kept) -> ServiceRecords:
    today = cut_of(log.as_of) // SECONDS_A_DAY - 1
    log_days = today - log.log_from_s // SECONDS_A_DAY + 1
    spans = _Spans.of(log_days)
    calendar = _columns(_calendar(log, today).order_by("title_id", "season"))
    latest = {**_latest(calendar), **_finishers(log, kept.finished, _latest(calendar))}
    audience, cells, shared = _present(log, kept, latest, today, spans)
    sequels, past = _past(log, kept, calendar, today, log_days, spans)
    log.progress("what was watched around launches")
    return ServiceRecords(
        as_of=log.as_of,
        log_days=log_days,
        lead_days=spans.lead,
        after_days=spans.after,
        members=int(log.spans.filter(log.spans.left_s.isnull()).count().to_pyarrow().as_py()),
        library_share=_library_share(log, kept.fresh, today),
        seasons=latest,
        calendar=calendar,
        audience=audience,
        sequels=sequels,
        **past,
        churn=_hours(_columns(contents.churn_cells(kept.content).order_by(*contents.CELL))),
        content=cells,
        launches=_launched(calendar, today, log_days),
        joins=_joins(log, log_days),
        plans=_plans(log),
        tenures=_columns(retention_statistics(kept.months, by=["tenure_from"]).order_by("tenure_from")),
        naive=_columns(_ordered(viewers_stay(log.sessions, log.spans, log.premieres, as_of=log.as_of), "viewer")),
        credits=_credits(log),
        shared=shared,
    )


def _calendar(log: OpenedLog, today: int) -> ir.Table:
    """Seasons that were out by the day, over all territories."""
    rows = log.releases.filter(log.releases.released_s < (today + 1) * SECONDS_A_DAY)
    each = rows.group_by("title_id", "season", "episode").agg(runtime_s=rows.runtime_s.max(), released_s=rows.released_s.min())
    return each.group_by("title_id", "season").agg(
        premiere_day=each.released_s.min() // SECONDS_A_DAY,
        last_release_day=each.released_s.max() // SECONDS_A_DAY,
        episodes=each.count(),
        runtime_h=each.runtime_s.sum() / HOUR_S,
    )


def _latest(calendar: Columns) -> Columns:
    titles = calendar["title_id"]
    last = np.append(titles[1:] != titles[:-1], True) if len(titles) else np.zeros(0, dtype=bool)
    return {name: column[last] for name, column in calendar.items()}


def _finishers(log: OpenedLog, finished: ir.Table, latest: Columns) -> Columns:
    """Members who have finished any season of each title."""
    members = log.spans.filter(log.spans.left_s.isnull())
    rows = finished.semi_join(members, "account_id").group_by("title_id").agg(finishers=finished.account_id.nunique())
    known = _columns(rows)
    count = dict(zip(known["title_id"].tolist(), known["finishers"].tolist(), strict=True))
    return {"finishers": np.array([count.get(title, 0) for title in latest["title_id"].tolist()], dtype=np.float64)}


def _present(
    log: OpenedLog, kept: _Kept, latest: Columns, today: int, spans: _Spans
) -> tuple[NDArray[np.float64], Columns, Columns]:
    questions = _questions(log, "now_asked", latest, np.full(len(latest["title_id"]), today))
    now = involvements(log.sessions, kept.finished, log.spans, questions, recent_days=spans.recent)
    now = log.keep("now", now, "what every member is to every series")
    audience = _by_involvement(_columns(involvement_counts(now)), latest, "accounts")
    members = _columns(members_on(log.spans, questions))
    audience[:, 0] = _one_each(members, latest, "members") - audience[:, 1:].sum(axis=1)
    present = log.keep("present", contents.present_content(kept.content), "what the members of today rest on")
    cells = involvement_cells(now, present, by=CELL)
    everyone = present.mutate(involvement=ibis.literal(0, "int64"))
    whole = involvement_cells(everyone.select("account_id", "involvement"), present, by=CELL)
    both = cells.union(whole.select(cells.columns)).order_by("involvement", *CELL)
    pairs = shared_followers(now).order_by("title_a", "title_b", "involvement_a", "involvement_b")
    return audience, _hours(_columns(both)), _columns(pairs)


def _past(
    log: OpenedLog, kept: _Kept, calendar: Columns, today: int, log_days: int, spans: _Spans
) -> tuple[Columns, dict[str, Any]]:
    """Seasons that followed others within the log, and what their followers did; the same around days without a premiere."""
    titles, numbers, premiere = calendar["title_id"], calendar["season"], calendar["premiere_day"]
    follows = np.append(False, (titles[1:] == titles[:-1]) & (numbers[1:] == numbers[:-1] + 1))[: len(titles)]
    begins = today - log_days + 1
    seen = follows & (premiere - spans.lead - spans.recent >= begins) & (premiere + spans.after - 1 <= today)
    rows = np.flatnonzero(seen)
    sequels = {
        "title_id": titles[rows],
        "season": numbers[rows - 1],
        "day": premiere[rows] - spans.lead,
        "premiere_day": premiere[rows],
        "gap_days": premiere[rows] - premiere[rows - 1],
        "runtime_h": calendar["runtime_h"][rows],
        "episodes": calendar["episodes"][rows],
    }
    asked = _questions(log, "sequels_asked", sequels, sequels["day"], premiere_day=sequels["premiere_day"])
    before = involvements(log.sessions, kept.finished, log.spans, asked, recent_days=spans.recent)
    before = log.keep("before", before, "what members were to a series before it came back")
    did = _columns(log.keep("did", returns(before, kept.fresh, log.spans, asked, after_days=spans.after), "who came back"))
    late = {name: column[did["involvement"] == LATE] for name, column in did.items()}
    did = {name: column[did["involvement"] != LATE] for name, column in did.items()}
    audience = _by_involvement(_columns(involvement_counts(before)), sequels, "accounts")
    sequels["late_joiners"] = _one_each(_columns(joined_between(log.spans, asked)), sequels, "joined")
    sequels["late_fresh_h"] = _one_each(late, sequels, f"fresh_{max(k for k in KNOTS_DAYS if k <= spans.after)}") / HOUR_S
    sequels["members"] = _one_each(_columns(members_on(log.spans, asked)), sequels, "members")
    audience[:, 0] = sequels["members"] - audience[:, 1:].sum(axis=1)
    returned = _by_involvement(did, sequels, "returned")
    returned[:, 0] = _by_involvement(did, sequels, "came")[:, 0]
    knots = [k for k in KNOTS_DAYS if k <= spans.after]
    hours = np.stack([_by_involvement(did, sequels, f"fresh_{k}") for k in knots], axis=2) / HOUR_S
    return sequels, {
        "sequel_audience": audience,
        "sequel_returned": returned,
        "sequel_fresh": hours,
        "sequel_halo": _by_involvement(did, sequels, "earlier_s") / HOUR_S,
        "first_parts": _first_parts(_columns(episode_hours(kept.fresh, asked, after_days=spans.after)), sequels),
        "knots": np.array(knots, dtype=np.float64),
        "around": _around(log, kept, before, asked),
    }


def _first_parts(watched: Columns, sequels: Columns) -> NDArray[np.float64]:
    """Share of the hours in the first part of past seasons, each season weighed by its hours."""
    total = np.zeros(len(PARTS))
    place = np.array([f"{title}\t{season}" for title, season in _keys(watched)], dtype=str)
    for (title, season), episodes in zip(_keys(sequels), sequels["episodes"], strict=True):
        mine = place == f"{title}\t{season}"
        seconds = np.zeros(int(episodes))
        np.add.at(seconds, np.minimum(watched["episode"][mine].astype(np.int64), int(episodes)) - 1, watched["fresh_s"][mine])
        upto = np.concatenate([[0.0], np.cumsum(seconds)])
        total += np.interp(PARTS, np.linspace(0.0, 1.0, len(upto)), upto)
    return total / total[-1] if total[-1] > 0 else PARTS.copy()


def _around(log: OpenedLog, kept: _Kept, before: ir.Table, asked: ir.Table) -> Columns:
    parts = []
    for placebo, back in ((0, 0), (1, PLACEBO_DAYS)):
        moved = asked.mutate(premiere_day=asked.premiere_day - back)
        rows = launch_hours(before, kept.fresh, log.spans, moved, least_involvement=FINISHED)
        parts.append(rows.mutate(placebo=ibis.literal(placebo, "int64")))
    rows = ibis.union(*parts)
    counted = [name for name in rows.columns if name in ("accounts", "own_s") or name.startswith(("other_", "all_"))]
    sums = {name: rows[name].sum() for name in counted}
    cells = rows.group_by("placebo", "title_id", "season", "match_bin", "exposed").agg(**sums)
    return _columns(cells.order_by("placebo", "title_id", "season", "match_bin", "exposed"))


def _library_share(log: OpenedLog, fresh: ir.Table, today: int) -> float:
    first = log.premieres.group_by("title_id", "season").agg(premiere_s=log.premieres.premiere_s.min())
    rows = fresh.filter((fresh.fresh == 1) & (fresh.started_s >= (today - LIBRARY_DAYS) * SECONDS_A_DAY))
    rows = rows.inner_join(first, ["title_id", "season"])
    old = rows.started_s - rows.premiere_s >= LIBRARY_DAYS * SECONDS_A_DAY
    (found,) = rows.agg(old=ibis.ifelse(old, rows.seconds, 0).sum(), all=rows.seconds.sum()).to_pyarrow().to_pylist()
    return float(found["old"] or 0) / found["all"] if found["all"] else 1.0


def _launched(calendar: Columns, today: int, log_days: int) -> Columns:
    since = today - log_days - BEFORE_LOG_DAYS
    inside = (calendar["premiere_day"] > since) & (calendar["premiere_day"] <= today)
    return {name: calendar[name][inside] for name in ("title_id", "season", "premiere_day")}


def _joins(log: OpenedLog, log_days: int) -> NDArray[np.float64]:
    found = _columns(weekly_joins(log.spans, as_of=log.as_of, log_from_s=log.log_from_s))
    joins = np.zeros(max(log_days // 7, 0))
    joins[found["week"] - 1 + len(joins)] = found["joins"]
    return joins


def _plans(log: OpenedLog) -> Columns:
    found = _columns(plan_money(log.spans, log.sessions, as_of=log.as_of).order_by("plan"))
    members = found["members"].astype(np.float64)
    return {
        "plan": found["plan"],
        "members": members,
        "monthly_price": found["monthly_micros"] / MICROS / members,
        "hours": found["seconds"] / HOUR_S / members / MONTHS_OF_91_DAYS,
    }


def _credits(log: OpenedLog) -> Columns:
    """What each rule of attribution credits a season with, all months together."""
    fees = attribution.account_months(log.spans, as_of=log.as_of, log_from_s=log.log_from_s)
    fees = log.keep("fees", fees, "what each membership brought in")
    played = log.keep("played", attribution.account_season_months(log.sessions, fees), "what was played for it")
    streams = account_first_streams(log.sessions, log.premieres, log.spans, log_from_s=log.log_from_s)
    streams = log.keep("streams", streams, "what each account played first")
    monthly = attribution.attributions(played, streams, fees)
    totals = monthly.group_by("title_id", "season").agg(**{rule: monthly[rule].sum() / MICROS for rule in attribution.RULES})
    return _columns(_ordered(totals.filter(totals.title_id.notnull())))


def _ordered(table: ir.Table, *then: str) -> ir.Table:
    return table.order_by("title_id", "season", *then)


def _questions(log: OpenedLog, name: str, seasons: Columns, day: NDArray[Any], **more: NDArray[Any]) -> ir.Table:
    columns = {"title_id": seasons["title_id"], "season": seasons["season"].astype(np.int16), "day": day.astype(np.int64)}
    columns |= {key: column.astype(np.int64) for key, column in more.items()}
    table = pa.table({key: pa.array(column.tolist(), _type(key)) for key, column in columns.items()})
    return log.connection.create_table(name, table)


def _type(name: str) -> pa.DataType:
    return {"title_id": pa.string(), "season": pa.int16()}.get(name, pa.int64())


def _by_involvement(rows: Columns, seasons: Columns, name: str) -> NDArray[np.float64]:
    """A count by season, in the order of ``seasons``, and involvement."""
    found = np.zeros((len(seasons["title_id"]), len(INVOLVEMENTS)))
    place = {key: at for at, key in enumerate(_keys(seasons))}
    for key, involvement, count in zip(_keys(rows), rows["involvement"], rows[name], strict=True):
        found[place[key], involvement] += count
    return found


def _one_each(rows: Columns, seasons: Columns, name: str) -> NDArray[np.float64]:
    known = dict(zip(_keys(rows), rows[name], strict=True))
    return np.array([known.get(key, 0) for key in _keys(seasons)], dtype=np.float64)


def _keys(rows: Columns) -> Sequence[tuple[str, int]]:
    return list(zip(rows["title_id"].tolist(), rows["season"].tolist(), strict=True))


def _hours(columns: Columns) -> Columns:
    """Seconds as hours: ``fresh_s`` becomes ``fresh_h``."""
    return {
        (name[:-2] + "_h" if name.endswith("_s") else name): (column / HOUR_S if name.endswith("_s") else column)
        for name, column in columns.items()
    }


def _columns(table: ir.Table) -> dict[str, NDArray[Any]]:
    found = table.to_pyarrow()
    return {
        name: np.array(found.column(name).to_pylist(), dtype=str)
        if pa.types.is_string(found.schema.field(name).type)
        else found.column(name).to_numpy()
        for name in found.column_names
    }
