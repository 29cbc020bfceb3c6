"""Measures of accounts, joining, money and shared audiences from the workspace's log: their definitions, run on DuckDB.

Each answers for all territories together. Groups smaller than k are hidden before anything leaves this module.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir

from cliffhanger.assumptions import value
from cliffhanger.errors import UsageError
from cliffhanger.measurements import attribution, overlap
from cliffhanger.measurements.first_streams import account_first_streams, first_streams
from cliffhanger.measurements.incremental_joins import COUNTS, incremental_joins, joiner_plays
from cliffhanger.measurements.retention_statistics import SUMS, membership_months, retention_statistics, watched_retention
from cliffhanger.measurements.season_core import START_S, account_episodes, account_seasons, in_window
from cliffhanger.measurements.view_share import adjusted_view_share
from cliffhanger.pipeline.apart import Progress
from cliffhanger.pipeline.ingest import DEFAULT_MEMORY
from cliffhanger.pipeline.opened_log import OpenedLog, asked_of, check_titles, opened_log
from cliffhanger.store.workspace import Workspace

Rows = list[dict[str, Any]]
SEASON = ("title_id", "season")


@dataclass(frozen=True, slots=True)
class MeasuredTable:
    """One measure, ready to be shown.

    Attributes
    ----------
    smallest_group
        Accounts; smaller groups are hidden.
    hidden
        Rows of which something was hidden or, where a row would tell by being there, that were left out.
    rows
        The columns of the measure's own table; null also where hidden, and then ``suppressed`` is true.
    """

    name: str
    as_of: dt.date
    smallest_group: int
    hidden: int
    rows: Rows


def measured_table(
    workspace: Workspace,
    name: str,
    *,
    as_of: dt.date | None,
    k: int | None,
    titles: Collection[str] = (),
    progress: Progress,
    memory: str = DEFAULT_MEMORY,
) -> MeasuredTable:
    """Measure a workspace's log as it was known on a day.

    Parameters
    ----------
    name
        One of ``MEASURED``.
    as_of
        Default: the last day on which a session began.
    k
        Smallest group that is shown; null takes the assumption ``smallest_group``, 1 shows everything.
    titles
        Only these title_ids; all where none are named. ``retention`` then parts account-months by whether the month before
        held one of their seasons, and ``reach`` takes their seasons as its set.
    memory
        DuckDB's limit; what does not fit goes to a temporary folder.

    Raises
    ------
    WorkspaceError
        The workspace holds no log, or a file of it is damaged.
    UsageError
        No such measure, ``as_of`` lies after the log's last day, ``k`` is below 1, or the measure needs ``titles``.
    NotFoundError
        No such title in the log.
    """
    if name not in MEASURED:
        raise UsageError(f'no measure "{name}"', remedy=f"There are: {', '.join(MEASURED)}")
    asked = asked_of(workspace, as_of=as_of, k=k)
    check_titles(asked.manifest, titles)
    with opened_log(asked, titles, progress=progress, memory=memory) as log:
        hidden, rows = MEASURED[name](log)
    return MeasuredTable(name, asked.day, asked.k, hidden, [{"as_of": asked.day} | row for row in rows])


def _started(log: OpenedLog) -> ir.Table:
    rows = log.keep(
        "inside", in_window(log.sessions, log.releases, log.premieres, log.accounts), "which sessions fall into a window"
    )
    return log.keep("who", account_seasons(account_episodes(rows)), "what each account is to each season")


def _months(log: OpenedLog) -> ir.Table:
    months = membership_months(log.sessions, log.spans, as_of=log.as_of, log_from_s=log.log_from_s)
    return log.keep("months", months, "membership months")


def _first_streams(log: OpenedLog) -> tuple[int, Rows]:
    streams = account_first_streams(log.sessions, log.premieres, log.spans, log_from_s=log.log_from_s)
    streams = log.keep("streams", streams, "what each account played first")
    rows = first_streams(streams, log.premieres, as_of=log.as_of, log_from_s=log.log_from_s)
    return _hide(_collected(log, rows, "window_days"), {"first_streams": ("first_streams",)}, log.k)


def _incremental_joins(log: OpenedLog) -> tuple[int, Rows]:
    log.progress("joiners around each launch")
    plays = joiner_plays(log.sessions, log.premieres, log.spans, as_of=log.as_of, log_from_s=log.log_from_s)
    plays = log.keep("plays", plays, "joiners around each launch")
    rows = incremental_joins(plays, least_baseline=int(value("smallest_group")))
    whole = (*COUNTS, "expected_rate", "incremental", "expected")  # each follows from the others
    return _hide(_collected(log, rows, "window_days"), dict.fromkeys(COUNTS, whole), log.k)


def _view_share(log: OpenedLog) -> tuple[int, Rows]:
    who, months = _started(log), _months(log)
    log.progress("shares of viewing")
    rows = adjusted_view_share(log.wanted(who), log.sessions, months, log.premieres, as_of=log.as_of, log_from_s=log.log_from_s)
    told = {"viewers": ("viewers", "view_share", "adjusted_view_share")}
    return _hide(_collected(log, rows, "window_days"), told, log.k)


def _attribution(log: OpenedLog) -> tuple[int, Rows]:
    """All months together; a rule's amount goes with the accounts whose fees it shares out."""
    fees = attribution.account_months(log.spans, as_of=log.as_of, log_from_s=log.log_from_s)
    fees = log.keep("fees", fees, "what each membership brought in")
    played = log.keep("played", attribution.account_season_months(log.sessions, fees), "what was played for it")
    streams = account_first_streams(log.sessions, log.premieres, log.spans, log_from_s=log.log_from_s)
    streams = log.keep("streams", streams, "what each account played first")
    monthly = attribution.attributions(played, streams, fees)
    totals = monthly.group_by(*SEASON).agg(**{rule: monthly[rule].sum().cast("int64") for rule in attribution.RULES})
    log.progress("sharing out")
    rows = totals.order_by(*SEASON).to_pyarrow().to_pylist()
    payers = _payers(played, streams.semi_join(fees, "account_id"))
    for row in rows:
        for rule in attribution.RULES:
            row[f"payers_{rule}"] = payers[rule].get((row["title_id"], row["season"]), 0) if row["title_id"] else None
    hidden, rows = _hide(rows, {f"payers_{rule}": (rule, f"payers_{rule}") for rule in attribution.RULES}, log.k, within=())
    return hidden, [row for row in rows if not log.titles or row["title_id"] in log.titles]


def _payers(played: ir.Table, streams: ir.Table) -> Mapping[str, Mapping[tuple[str, int], int]]:
    """By rule and season: accounts of whose fees the season has a share."""
    touched = played.filter(played.seconds >= START_S)
    number = touched.group_by("account_id", "month_index").agg(seasons=touched.count())
    alone = touched.semi_join(number.filter(number.seasons == 1), ["account_id", "month_index"])
    of = {"pro_rata": played, "user_centric": played, "equal_split": touched, "last_touch": streams, "leave_one_out": alone}
    found = {}
    for rule, rows in of.items():
        accounts = rows.select("account_id", *SEASON).distinct()
        counts = accounts.group_by(*SEASON).agg(payers=accounts.count()).to_pyarrow().to_pylist()
        found[rule] = {(row["title_id"], row["season"]): row["payers"] for row in counts}
    return found


def _overlap(log: OpenedLog) -> tuple[int, Rows]:
    pairs = overlap.overlap(_started(log), log.premieres, as_of=log.as_of, log_from_s=log.log_from_s)
    if log.titles:
        pairs = pairs.filter(pairs.title_a.isin(log.titles) | pairs.title_b.isin(log.titles))
    pairs = log.keep("pairs", pairs, "accounts that seasons share")
    shown = overlap.overlap_shown(pairs, k=log.k)
    settled = pairs.filter(~pairs.window_open).count().to_pyarrow().as_py()
    rows = shown.order_by(ibis.desc("both"), "title_a", "season_a", "title_b", "season_b").to_pyarrow().to_pylist()
    return settled - len(rows), [row | {"suppressed": False} for row in rows]


def _reach(log: OpenedLog) -> tuple[int, Rows]:
    if not log.titles:
        raise UsageError("reach is asked of a set of titles, and none is named", place="--title", remedy="Name them")
    who = _started(log)
    chosen = log.wanted(log.premieres).select(*SEASON).distinct().mutate(set_id=ibis.literal(1, "int64"))
    reach = overlap.union_reach(who, chosen, log.premieres, as_of=log.as_of, log_from_s=log.log_from_s)
    pairs = overlap.overlap(log.wanted(who), log.premieres, as_of=log.as_of)
    may = overlap.union_reach_shown(reach, chosen, pairs, k=log.k).count().to_pyarrow().as_py()
    (row,) = reach.to_pyarrow().to_pylist()
    hide = not may and not row["window_open"]
    told = {"starts": None, "reach": None} if hide else {}
    return int(hide), [{"titles": list(log.titles)} | row | told | {"suppressed": hide}]


def _retention(log: OpenedLog) -> tuple[int, Rows]:
    """Cells as large as can be shown: without the plan and, parted by what was watched, without the tenure."""
    months = _months(log)
    order = ["tenure_from", "hours_bin"]
    rows = retention_statistics(months, by=order)
    if log.titles:
        seasons = log.wanted(log.premieres)
        rows = watched_retention(months, log.sessions, log.spans, seasons, as_of=log.as_of, by=["hours_bin"])
        order = [*SEASON, "hours_bin", "watched"]
    log.progress("counting account-months")
    collected = rows.order_by(order).to_pyarrow().to_pylist()
    within = [*SEASON, "hours_bin"] if log.titles else ["hours_bin"]
    return _hide(collected, {"accounts": ("accounts", *SUMS), "churned": ("churned",)}, log.k, within=within)


MEASURED: Mapping[str, Callable[[OpenedLog], tuple[int, Rows]]] = {
    "first-streams": _first_streams,
    "incremental-joins": _incremental_joins,
    "view-share": _view_share,
    "attribution": _attribution,
    "overlap": _overlap,
    "reach": _reach,
    "retention": _retention,
}


def _collected(log: OpenedLog, rows: ir.Table, *then: str) -> Rows:
    """Rows of all territories together, of the titles asked for."""
    whole = log.wanted(rows.filter(rows.territory.isnull()).drop("territory"))
    return whole.order_by(*SEASON, *then).to_pyarrow().to_pylist()


def _hide(rows: Rows, groups: Mapping[str, Sequence[str]], k: int, *, within: Sequence[str] | None = None) -> tuple[int, Rows]:
    """Rows with what tells of a group above zero and below ``k`` made null; how many rows lost something.

    Parameters
    ----------
    groups
        A column that counts accounts, and the columns that go with it.
    within
        Rows equal in these columns add up to something that may be known: where one of them is hidden alone, the next smallest
        is hidden with it. Null: rows do not add up to anything.
    """
    lost: list[set[str]] = [set() for _ in rows]
    for count, columns in groups.items():
        counted = sorted((row[count], place) for place, row in enumerate(rows) if row[count])
        small = [place for accounts, place in counted if accounts < k]
        if within is not None:
            small += _complements(rows, [place for _, place in counted], set(small), within)
        for place in small:
            lost[place].update(columns)
    shown = [row | dict.fromkeys(names & row.keys()) | {"suppressed": bool(names)} for row, names in zip(rows, lost, strict=True)]
    return sum(map(bool, lost)), shown


def _complements(rows: Rows, rising: Sequence[int], small: Collection[int], within: Sequence[str]) -> list[int]:
    """Places of the rows to be hidden because exactly one of those they add up with is."""
    parts: dict[tuple[Any, ...], list[int]] = {}
    for place in rising:
        parts.setdefault(tuple(rows[place][name] for name in within), []).append(place)
    alone = (places for places in parts.values() if sum(place in small for place in places) == 1)
    return [place for places in alone for place in places[1:2]]
