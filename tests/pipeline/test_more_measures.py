"""Measures of accounts, joining, money and shared audiences, from the store to the printed table."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cliffhanger.dossier.plain import plain
from cliffhanger.errors import NotFoundError, UsageError, WorkspaceError
from cliffhanger.measurements import attribution, overlap
from cliffhanger.measurements.account_spans import account_spans
from cliffhanger.measurements.first_streams import account_first_streams, first_streams
from cliffhanger.measurements.incremental_joins import incremental_joins, joiner_plays
from cliffhanger.measurements.releases import premieres, releases
from cliffhanger.measurements.retention_statistics import membership_months, retention_statistics, watched_retention
from cliffhanger.measurements.season_core import account_episodes, account_seasons, in_window
from cliffhanger.measurements.sessions import sessions
from cliffhanger.measurements.view_share import adjusted_view_share
from cliffhanger.pipeline.ingest import ingest, store_of
from cliffhanger.pipeline.more_measures import MEASURED, MeasuredTable, _hide, measured_table
from cliffhanger.pipeline.world import write_world
from cliffhanger.report.more_measures import more_text
from cliffhanger.store.workspace import Workspace
from tests.measurements.random_log import random_log

AS_OF = dt.date(2024, 7, 31)
TITLES = ("binge", "one")
BY_TITLES = ("reach",)  # asked of a set of titles only


def silent(_: str) -> None:
    return None


def ask(workspace: Path, name: str, **asked: Any) -> MeasuredTable:
    told: dict[str, Any] = {"as_of": None, "k": None, "progress": silent} | asked
    return measured_table(Workspace.open(workspace), name, **told)


@pytest.fixture(scope="module")
def log() -> dict[str, pa.Table]:
    return random_log(11, accounts=120, sessions=1_500)


@pytest.fixture(scope="module")
def two_runs(log: dict[str, pa.Table], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The log taken in two parts, of which both hold the middle third."""
    place = tmp_path_factory.mktemp("runs")
    rows, third = log["viewing"], log["viewing"].num_rows // 3
    for name, part in (("first", rows.slice(0, 2 * third)), ("second", rows.slice(third))):
        (place / name / "viewing").mkdir(parents=True)
        pq.write_table(part, place / name / "viewing" / "part.parquet")
        for table in ("episodes", "accounts"):
            pq.write_table(log[table], place / name / f"{table}.parquet")
        ingest(str(place / name), workspace=place / "W", progress=silent)
    return place / "W"


@pytest.fixture(scope="module")
def defined(log: dict[str, pa.Table], two_runs: Path) -> dict[str, ir.Table]:
    """The measures of the log itself, without store, codes or runs."""
    con = ibis.duckdb.connect(threads=1)
    loaded = {name: con.create_table(name, table) for name, table in log.items()}
    accounts, episodes = loaded["accounts"], loaded["episodes"]
    viewing = loaded["viewing"].semi_join(accounts, "account_id").semi_join(episodes, ["title_id", "season", "episode"])
    out = con.create_table("out", releases(episodes, accounts))
    first, play = premieres(out), con.create_table("play", sessions(viewing, as_of=AS_OF))
    spans = con.create_table("spans", account_spans(accounts, as_of=AS_OF))
    store = store_of(Workspace.open(two_runs))
    begins = min(run.first_start for run in store.manifest().runs) + int(dt.datetime(2000, 1, 1, tzinfo=dt.UTC).timestamp())
    log_from_s = begins // 86_400 * 86_400
    who = con.create_table("who", account_seasons(account_episodes(in_window(play, out, first, accounts))))
    months = con.create_table("months", membership_months(play, spans, as_of=AS_OF, log_from_s=log_from_s))
    streams = account_first_streams(play, first, spans, log_from_s=log_from_s)
    plays = joiner_plays(play, first, spans, as_of=AS_OF, log_from_s=log_from_s)
    fees = attribution.account_months(spans, as_of=AS_OF, log_from_s=log_from_s)
    monthly = attribution.attributions(attribution.account_season_months(play, fees), streams, fees)
    chosen = (
        first.filter(first.title_id.isin(TITLES)).select("title_id", "season").distinct().mutate(set_id=ibis.literal(1, "int64"))
    )
    pairs = overlap.overlap(who, first, as_of=AS_OF, log_from_s=log_from_s)
    whole = lambda table: table.filter(table.territory.isnull())  # noqa: E731
    return {
        "first-streams": whole(first_streams(streams, first, as_of=AS_OF, log_from_s=log_from_s)),
        "incremental-joins": whole(incremental_joins(plays, least_baseline=50)),
        "view-share": whole(adjusted_view_share(who, play, months, first, as_of=AS_OF, log_from_s=log_from_s)),
        "attribution": monthly.group_by("title_id", "season").agg(
            **{rule: monthly[rule].sum().cast("int64") for rule in attribution.RULES}
        ),
        "overlap": pairs.filter(~pairs.window_open),
        "reach": overlap.union_reach(who, chosen, first, as_of=AS_OF, log_from_s=log_from_s),
        "retention": retention_statistics(months, by=["tenure_from", "hours_bin"]),
        "watched": watched_retention(
            months, play, spans, first.filter(first.title_id.isin(TITLES)), as_of=AS_OF, by=["hours_bin"]
        ),
    }


@pytest.mark.parametrize("name", [*MEASURED, "watched"])
def test_the_store_gives_what_the_log_itself_gives(name: str, two_runs: Path, defined: dict[str, ir.Table]) -> None:
    titles = TITLES if name in {*BY_TITLES, "watched"} else ()
    found = ask(two_runs, "retention" if name == "watched" else name, as_of=AS_OF, k=1, titles=titles)
    expected = defined[name].to_pyarrow().to_pylist()
    columns = [column for column in expected[0] if column != "territory"]
    assert found.hidden == 0
    assert len(expected) == len(found.rows) > (0 if name == "reach" else 8)
    cells = lambda rows: sorted(([row[column] for column in columns] for row in rows), key=str)  # noqa: E731
    assert cells(found.rows) == cells(expected)


def test_little_memory_changes_nothing(two_runs: Path) -> None:
    asked = {"as_of": AS_OF, "k": 1}
    assert ask(two_runs, "view-share", memory="100MB", **asked) == ask(two_runs, "view-share", **asked)


def test_titles_pick_rows_and_nothing_else(two_runs: Path) -> None:
    for name in ("first-streams", "view-share", "attribution"):
        everything, some = (ask(two_runs, name, as_of=AS_OF, k=1, titles=titles) for titles in ((), TITLES))
        assert some.rows == [row for row in everything.rows if row["title_id"] in TITLES]


def test_what_cannot_be_asked_says_what_can(two_runs: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="first-streams, incremental-joins"):
        ask(two_runs, "first-stream")
    with pytest.raises(NotFoundError, match='Did you mean "binge"'):
        ask(two_runs, "overlap", titles=["bing"])
    with pytest.raises(UsageError, match="none is named"):
        ask(two_runs, "reach")
    with pytest.raises(UsageError, match="the log ends on"):
        ask(two_runs, "overlap", as_of=dt.date(2030, 1, 1))
    with pytest.raises(UsageError, match="no size of a group"):
        ask(two_runs, "overlap", k=0)
    Workspace.create(tmp_path / "empty")
    with pytest.raises(WorkspaceError, match="no viewing log"):
        ask(tmp_path / "empty", "overlap")


def test_groups_that_add_up_are_not_hidden_alone() -> None:
    rows = [{"of": "a", "n": 4, "x": 1}, {"of": "a", "n": 9, "x": 2}, {"of": "a", "n": 7, "x": 3}, {"of": "b", "n": 9, "x": 4}]
    hidden, shown = _hide(rows, {"n": ("n", "x")}, 5)
    assert (hidden, [row["x"] for row in shown]) == (1, [None, 2, 3, 4])
    hidden, shown = _hide(rows, {"n": ("n", "x")}, 5, within=["of"])
    assert (hidden, [row["x"] for row in shown]) == (2, [None, 2, None, 4])  # 7 is the next smallest of "a"
    assert [row["suppressed"] for row in shown] == [True, False, True, False]
    hidden, shown = _hide(rows, {"n": ("n", "x")}, 8, within=["of"])
    assert (hidden, [row["x"] for row in shown]) == (2, [None, 2, None, 4])  # two hide each other
    assert _hide([{"n": 0}, {"n": None}], {"n": ("n",)}, 5, within=())[0] == 0


# A simulated service, from its files to the printed table


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("service")
    write_world(place / "log", accounts=1_500, seasons=20, days=150, seed=3, overrides={}, progress=silent)
    ingest(str(place / "log"), workspace=place / "W", progress=silent)
    return place / "W"


ACCOUNTS = {
    "first-streams": ("first_streams",),
    "incremental-joins": ("joiners", "played", "baseline_joiners", "baseline_played"),
    "view-share": ("viewers",),
    "attribution": tuple(f"payers_{rule}" for rule in attribution.RULES),
    "overlap": ("starters_a", "starters_b", "both"),
    "reach": ("reach", "starts"),
    "retention": ("accounts", "churned"),
}


@pytest.mark.parametrize("name", MEASURED)
def test_a_service_is_measured_small_groups_hidden_and_printed(name: str, service: Path) -> None:
    titles = sorted({title for title, _ in store_of(Workspace.open(service)).manifest().seasons})[:3]
    found = ask(service, name, k=15, titles=titles if name in BY_TITLES else ())
    assert found.rows
    assert {row["as_of"] for row in found.rows} == {found.as_of}
    shown = [row[column] for row in found.rows for column in ACCOUNTS[name] if row[column]]
    assert shown or name in {"incremental-joins", "reach"}
    assert all(count >= 15 for count in shown)
    assert any(row["suppressed"] for row in found.rows) == (found.hidden > 0) or name == "overlap"
    lines = more_text(plain(found)).splitlines()
    assert len(lines) == len(found.rows) + 3
    assert f"As of {found.as_of}" in lines[-1]
    assert ("hidden" in "\n".join(lines[1:-1])) == any(row["suppressed"] and not row.get("partly_logged") for row in found.rows)


def test_the_smallest_group_is_the_assumption_s_unless_asked(service: Path) -> None:
    found = ask(service, "first-streams")
    assert found.smallest_group == 50
    assert all(row["first_streams"] is None or row["first_streams"] in {0, *range(50, 2_000)} for row in found.rows)


def test_what_an_account_saw_parts_the_retention(service: Path) -> None:
    title = store_of(Workspace.open(service)).manifest().seasons[0][0]
    found = ask(service, "retention", titles=[title])
    assert {row["watched"] for row in found.rows} == {0, 1}
    hidden: dict[Any, int] = {}
    for row in found.rows:
        cell = (row["title_id"], row["season"], row["hours_bin"])
        hidden[cell] = hidden.get(cell, 0) + (row["account_months"] is None)
    pairs = {cell for cell in hidden if sum((r["title_id"], r["season"], r["hours_bin"]) == cell for r in found.rows) == 2}
    assert pairs
    assert all(hidden[cell] in {0, 2} for cell in pairs)  # of watched and not watched none is hidden alone


def table(name: str, *rows: dict[str, Any], hidden: int = 0) -> dict[str, Any]:
    return {"name": name, "as_of": "2025-01-31", "smallest_group": 50, "hidden": hidden, "rows": list(rows)}


def test_why_a_cell_is_empty_is_said() -> None:
    row = {"title_id": "t", "season": 1, "window_days": 7, "window_open": False, "partly_logged": False, "suppressed": False}
    empty = {"viewers": None, "view_share": None, "adjusted_view_share": None}
    full = {"viewers": 1_234, "view_share": 12.34, "adjusted_view_share": None}
    rows = [
        row | full,
        row | empty | {"window_open": True},
        row | full | {"partly_logged": True},
        row | empty | {"suppressed": True},
    ]
    lines = more_text(table("view-share", *rows, hidden=1)).splitlines()
    assert [line.split()[3:] for line in lines[1:5]] == [["1,234", "12.3", "-"], ["open"] * 3, ["partly"] * 3, ["hidden"] * 3]
    for told in (
        "open: the window",
        "partly: the log",
        "-: no membership month",
        "1 row with something hidden: a group below 50",
    ):
        assert told in lines[-1]
    assert "open:" not in more_text(table("view-share", row | full))


def test_money_hours_and_what_is_not_attributed_are_written_in_words() -> None:
    rules = dict.fromkeys(attribution.RULES, 1_234_500_000)
    text = more_text(table("attribution", {"title_id": None, "season": None, "suppressed": False} | rules))
    assert text.splitlines()[1].split() == ["not", "attributed", *["1,234"] * 5]
    month = {"tenure_from": 1, "hours_bin": 2, "accounts": 60, "account_months": 70, "churned": None, "suppressed": True}
    line = more_text(table("retention", month)).splitlines()[1]
    assert line.split() == ["1", "up", "to", "3", "60", "70", "hidden"]
    assert "Nothing to show." in more_text(table("overlap"))
