"""Decisions and slates from a log taken in for real: what is answered, what is refused, and that an answer repeats."""

from __future__ import annotations

import dataclasses
import datetime as dt
import html
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook
from threadpoolctl import threadpool_info

from cliffhanger.cli import app
from cliffhanger.decision import leading
from cliffhanger.decision.cost import Rate
from cliffhanger.decision.limits import Demand, Limits, Range
from cliffhanger.decision.risk import Risk
from cliffhanger.decision.slate import SlateQuestion
from cliffhanger.dossier.log_decision import LogDecision
from cliffhanger.errors import InputError, NotFoundError, UsageError, UserError
from cliffhanger.estimates.draws import joined_mean
from cliffhanger.pipeline import log_answers, season_values
from cliffhanger.pipeline.decide_from_log import decided as decided_from
from cliffhanger.pipeline.ingest import ingest
from cliffhanger.pipeline.log_answers import LogQuestion, decide_log, holds_log, plans_from, slate_log, tables_given, valued_log
from cliffhanger.pipeline.opened_log import Asked
from cliffhanger.pipeline.season_question import OF_COST
from cliffhanger.pipeline.world import write_world
from cliffhanger.service_records import ServiceRecords
from cliffhanger.store.workspace import Workspace

LAST = dt.date(2025, 12, 30)
ASKED = LogQuestion(n_draws=400)


def silent(_: str) -> None:
    return


COUNTED: dict[tuple[str, str, str], ServiceRecords] = {}


@pytest.fixture(autouse=True)
def counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log is counted once for each day it is asked about, as long as it stays what it is: questions differ in the rest."""
    count = log_answers.service_records

    def kept(asked: Asked, **further: Any) -> ServiceRecords:
        key = (str(asked.store.folder), repr(asked.manifest), asked.day.isoformat())
        if key not in COUNTED:
            COUNTED[key] = count(asked, **further)
        return COUNTED[key]

    monkeypatch.setattr(log_answers, "service_records", kept)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("service") / "log"
    write_world(place, accounts=1_200, seasons=40, days=730, seed=5, overrides={}, progress=silent)
    return place


@pytest.fixture(scope="module")
def service(tables: Path) -> Path:
    ingest(str(tables), workspace=tables.parent / "W", progress=silent)
    return tables.parent / "W"


def changed(tables: Path, place: Path, **edits: Any) -> Path:
    """The same service with some tables edited, taken in."""
    for path in sorted(tables.iterdir()):
        table = pq.read_table(path)
        edit = edits.get(path.name.removesuffix(".parquet"))
        (place / "log" / path.name).parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            (place / "log" / path.name).mkdir()
            pq.write_table(table, place / "log" / path.name / "part.parquet")
        elif edit is None or edit(table) is not None:
            pq.write_table(table if edit is None else edit(table), place / "log" / path.name)
    ingest(str(place / "log"), workspace=place / "W", progress=silent)
    return place / "W"


def decided(workspace: Path, series: str = "s0001", question: LogQuestion = ASKED) -> Any:
    return decide_log(Workspace.open(workspace), series, season=None, question=question, progress=silent)


def test_every_option_is_valued_and_the_best_is_chosen(service: Path) -> None:
    found = decided(service)
    options = {option.option: option for option in found.options}
    assert list(options)[:4] == ["renew", "shorter", "final_season", "finale"]
    assert options["end"].gross.mean == 0
    for option in found.options[:4]:
        assert option.net.p10 <= option.net.p50 <= option.net.p90
        assert option.net.mean == pytest.approx(option.gross.mean - option.cost.mean)
    assert options["shorter"].gross.mean < options["renew"].gross.mean
    assert {guard.code for guard in found.guards} >= {"log_length", "churn_events", "sequels", "followers", "cost", "window"}
    if found.recommended is not None:
        assert options[found.recommended].net.mean == max(o.net.mean for o in found.options if o.net)


def test_all_that_is_fitted_and_drawn_runs_on_one_thread(service: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Equal inputs give equal bits, and threads that wait for a shared core burn it."""
    seen: dict[str, set[int]] = {}
    for name in ("fit_launches", "shared_draws", "order_values"):
        work = getattr(season_values, name)

        def watched(*given: Any, name: str = name, work: Any = work, **further: Any) -> Any:
            seen[name] = {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"}
            return work(*given, **further)

        monkeypatch.setattr(season_values, name, watched)
    decided(service)
    assert seen == {"fit_launches": {1}, "shared_draws": {1}, "order_values": {1}}


def test_dearer_is_never_likelier_to_pay_back(service: Path) -> None:
    chances = []
    for cost in (1.0, 20.0, 100.0, 10_000.0):
        found = decided(service, question=dataclasses.replace(ASKED, cost_per_episode=(cost, cost, cost)))
        chances.append(found.option("renew").pays_back)
    assert chances == sorted(chances, reverse=True)
    assert chances[-1] == 0


def priced(cost: float) -> LogQuestion:
    return dataclasses.replace(ASKED, cost_per_episode=(cost, cost, cost))


def test_the_answer_flips_at_the_cost_that_it_tells_and_to_the_option_that_it_names(service: Path) -> None:
    asked, values, _ = valued_log(Workspace.open(service), ASKED, progress=silent)

    def answer(title: str, cost: float) -> Any:
        question = dataclasses.replace(values.question, cost_per_episode=(cost, cost, cost))
        return decided_from(asked, dataclasses.replace(values, question=question), title)

    flips = set()
    for title in [season.title_id for season in values.draws]:
        for cost in (0.2, 5.0, 15.0, 30.0, 60.0, 10_000.0):
            found = answer(title, cost)
            if found.flip is None:
                continue
            beyond = 0.999 if found.flip.times < 1 else 1.001
            assert found.flip.per_episode in (None, pytest.approx(found.flip.times * cost))
            assert answer(title, cost * found.flip.times * beyond).lead.option == found.flip.to
            assert answer(title, cost * found.flip.times / beyond).lead.option == found.lead.option
            flips.add((found.lead.option, found.flip.to))
    assert {("renew", "shorter"), ("shorter", "finale"), ("end", "finale")} <= flips


def newest(service: Path, *, before: dt.date) -> tuple[str, dt.date]:
    """The last title that had a premiere before a day, and that premiere."""
    rows = pq.read_table(service.parent / "log" / "episodes.parquet").to_pylist()
    released = {(row["title_id"], row["season"]): row["released_at"].date() for row in reversed(rows)}
    (title, _), first = max(released.items(), key=lambda one: one[1] if one[1] < before else dt.date.min)
    return title, first


def test_what_waiting_is_worth_is_said_once(service: Path) -> None:
    title, first = newest(service, before=dt.date(2025, 4, 1))
    for days in (3, 60):
        found = decided(service, title, dataclasses.replace(priced(40.0), as_of=first + dt.timedelta(days=days)))
        assert not found.withheld
        best = max(option.net.mean for option in found.options if option.option != "wait")
        assert found.option("wait").net.mean == pytest.approx(best + found.waiting.net)
        ended = (found.as_of + dt.timedelta(days=1)).replace(day=1) > first
        assert all((credit.renews is None) is not ended for credit in found.credits)
        (methods,) = [guard for guard in found.guards if guard.code == "methods"]
        assert (methods.found is None) is not ended


def slated(workspace: Path, question: LogQuestion = ASKED, **asked: Any) -> Any:
    slate = SlateQuestion("", (), points=0, n_draws=question.n_draws, **asked)
    return slate_log(Workspace.open(workspace), question, slate, progress=silent)


def test_a_slate_offers_to_wait_while_a_window_is_open_and_by_what_a_decision_says(service: Path) -> None:
    title, first = newest(service, before=LAST)
    asked = dataclasses.replace(priced(9.0), assume={"horizon_days": (1_095.0,) * 3})
    assert (LAST - first).days < 91
    found, alone = slated(service, asked, limits=Limits(1_000.0)), decided(service, title, asked)
    (season,) = [one for one in found.basis.seasons if one.title_id == title]
    assert season.window is not None
    told = (season.window.days, season.window.information, season.window.delay)
    assert told == pytest.approx((alone.waiting.days, alone.waiting.information, alone.waiting.delay))
    options = {one.option: one for one in found.question.estimates if one.title_id == title}
    assert set(options) == {"renew", "shorter", "finale", "wait"}
    asked_cost = {one.option: one.cost for one in found.question.estimates if one.title_id == title}
    assert season.window.reserve == max(joined_mean(*asked_cost[name]) for name, _ in season.window.then), "as the slate holds"
    assert season.window.reserve == pytest.approx(max(alone.option(name).cost.mean for name, _ in season.window.then), rel=0.01)
    nets = {}
    for option in options:
        demands = (Demand(title, season.season, option, must=True),)
        (pick,) = [one for one in slated(service, asked, limits=Limits(demands=demands)).answer.picks if one.title_id == title]
        nets[option] = pick.net.mean
    best = max(0.0, *(net for option, net in nets.items() if option != "wait"))
    assert nets["wait"] == pytest.approx(best + season.window.net, abs=0.02 * abs(best) + 1.0)
    pairs = [pair for pair in found.question.overlaps if title in (pair.first[0], pair.second[0])]
    assert all("wait" in {option for one, other, _ in pair.by_option for option in (one, other)} for pair in pairs)


def test_only_seasons_whose_window_is_open_may_wait(service: Path) -> None:
    found = slated(service)
    opened = {one.title_id for one in found.basis.seasons if one.window is not None}
    young = {title for title, first in premieres(service).items() if 0 <= (LAST - first).days < 91}
    assert opened == young - {one.title_id for one in found.basis.seasons if one.left_out}
    assert {one.title_id for one in found.question.estimates if one.option == "wait"} <= opened
    (closed, *_) = [one for one in found.basis.seasons if one.window is None and not one.left_out]
    late = Limits(demands=(Demand(closed.title_id, closed.season, "wait", must=True),))
    with pytest.raises(UsageError, match="has closed: there is nothing to wait for"):
        slated(service, limits=late)
    assert all(one.reserve is None for one in found.question.estimates if one.option != "wait")


def premieres(service: Path) -> dict[str, dt.date]:
    """Of each title's latest season, where it came first."""
    rows = pq.read_table(service.parent / "log" / "episodes.parquet").to_pylist()
    latest_first = sorted(rows, key=lambda row: (row["season"], -row["released_at"].timestamp()))
    return {row["title_id"]: row["released_at"].date() for row in latest_first if row["released_at"].date() <= LAST}


def test_limits_on_what_the_titles_table_says(tables: Path, service: Path, tmp_path: Path) -> None:
    countries = {row["title_id"]: row["country"] for row in pq.read_table(tables / "titles.parquet").to_pylist()}
    none, one = (Limits(ranges=(Range("territory", "US", low, high),)) for low, high in ((None, 0.0), (1.0, 1.0)))
    ordered = [
        {pick.title_id for pick in slated(service, limits=limits).answer.picks if pick.option != "end"} for limits in (none, one)
    ]
    assert [sum(countries[title] == "US" for title in titles) for titles in ordered] == [0, 1], "a season that waits counts too"
    with pytest.raises(UsageError, match=r'no season has the territory "us"\. Did you mean "US"'):
        slated(service, limits=Limits(ranges=(Range("territory", "us", 1.0, None),)))

    def unsaid(table: pa.Table) -> pa.Table:
        return table.set_column(table.schema.get_field_index("country"), "country", pa.array([None] * len(table), pa.string()))

    other = changed(tables, tmp_path / "unsaid", titles=unsaid)
    with pytest.raises(UsageError, match=r"--territory: the log's table titles has no country of any series\..* column country"):
        slated(other, limits=none)
    assert slated(other, limits=Limits(ranges=(Range("genre", "drama", None, 9.0),))).answer.picks


def test_tables_that_are_given_with_a_slate_are_told(service: Path, tmp_path: Path) -> None:
    rates, plan = tmp_path / "rates.csv", tmp_path / "plan.csv"
    rates.write_text("day,currency,into,rate\n2020-01-01,USD,JPY,150\n2020-01-01,USD,EUR,0\n")
    plan.write_text("title_id,option,episodes,premiere\ns0001,renew,8,\n")
    notes = tables_given(plan=plan, rates=rates)
    told = [(note.what, note.path, note.total, note.taken, [one.line for one in note.set_aside]) for note in notes]
    assert told == [("plan", "plan.csv", 1, 1, []), ("rates", "rates.csv", 2, 1, [3])]
    asked = SlateQuestion("", (), points=0)
    assert slate_log(Workspace.open(service), ASKED, asked, notes=notes, progress=silent).notes == notes


def test_a_rate_that_cannot_be_is_refused_with_a_replay_too(service: Path) -> None:
    rates = (Rate(dt.date(2020, 1, 1), "USD", "JPY", 0.0),)
    with pytest.raises(UsageError, match=r"rate from USD to JPY on 2020-01-01: 0 cannot be\. Give a number above zero"):
        decided(service, question=dataclasses.replace(ASKED, currency="JPY", rates=rates))


def in_currency(name: str, per_dollar: float) -> Any:
    """An edit of the costs: the same costs in another currency."""

    def edit(table: pa.Table) -> pa.Table:
        amount = pa.array(np.round(table.column("amount").to_numpy() * per_dollar, 6))
        table = table.set_column(table.schema.get_field_index("amount"), "amount", amount)
        return table.set_column(table.schema.get_field_index("currency"), "currency", pa.array([name] * len(table)))

    return edit


def dearer(times: float) -> Any:
    """An edit of the accounts: other prices."""

    def edit(table: pa.Table) -> pa.Table:
        price = pa.array(table.column("monthly_price").to_numpy() * times)
        return table.set_column(table.schema.get_field_index("monthly_price"), "monthly_price", price)

    return edit


def same_in(found: LogDecision, before: LogDecision, times: float, rel: float = 1e-6) -> None:
    """One answer is the other in a currency of which a unit is ``times`` as many."""
    assert found.recommended == before.recommended
    assert [one.pays_back for one in found.options] == [one.pays_back for one in before.options]
    for one, other in zip(found.options, before.options, strict=True):
        assert one.net.mean == pytest.approx(times * other.net.mean, rel=rel, abs=1e-9)
        for part in ("subscription", "acquisition", "advertising") if other.parts else ():
            assert one.parts[part].mean == pytest.approx(times * other.parts[part].mean, rel=rel)
    for ours, theirs in zip(found.credits, before.credits, strict=True):
        assert ours.credited == pytest.approx(times * theirs.credited, rel=rel)
    assert found.naive.worth == pytest.approx(times * before.naive.worth, rel=rel)


def test_costs_in_another_currency_than_prices_change_no_decision(tables: Path, service: Path, tmp_path: Path) -> None:
    other = changed(tables, tmp_path, costs=in_currency("EUR", 0.8))
    rates = (Rate(dt.date(2020, 1, 1), "EUR", "USD", 1.25),)
    same_in(decided(other, question=dataclasses.replace(ASKED, prices_in="USD", rates=rates)), decided(service), 1.0, rel=1e-4)
    with pytest.raises(InputError, match="no rate from EUR to USD"):
        decided(other, question=dataclasses.replace(ASKED, prices_in="USD"))


def test_an_answer_in_another_currency_is_the_same_answer(service: Path) -> None:
    rates = (Rate(dt.date(2020, 1, 1), "USD", "JPY", 150.0),)
    yen = dataclasses.replace(ASKED, currency="JPY", rates=rates)
    before, found = decided(service), decided(service, question=yen)
    same_in(found, before, 150.0)
    stated = {one.name: one for one in found.assumptions}
    assert (stated["one USD"].value.p50, stated["one USD"].unit, stated["one USD"].why) == (
        150.0, "JPY", "prices and advertising in USD",
    )  # fmt: skip
    assert stated["advertising_per_hour"].unit.startswith("JPY ")
    assert stated["advertising_per_hour"].value.p50 == pytest.approx(150 * 0.23)
    given = decided(service, question=dataclasses.replace(yen, assume={"advertising_per_hour": (24.0, 34.5, 45.0)}))
    same_in(given, before, 150.0)
    asked = SlateQuestion("", (), limits=Limits(300.0), points=0)
    dollars = slate_log(Workspace.open(service), ASKED, asked, progress=silent).answer
    asked = dataclasses.replace(asked, limits=Limits(300.0 * 150.0))
    yens = slate_log(Workspace.open(service), yen, asked, progress=silent).answer
    assert [pick.option for pick in yens.picks] == [pick.option for pick in dollars.picks]
    assert yens.net.mean == pytest.approx(150.0 * dollars.net.mean, rel=1e-6)


def test_a_service_in_another_currency_needs_the_rate_of_what_is_assumed(tables: Path, service: Path, tmp_path: Path) -> None:
    other = changed(tables, tmp_path, costs=in_currency("JPY", 100.0), accounts=dearer(100.0))
    with pytest.raises(InputError, match="advertising brings is assumed in USD, and there is no rate from USD to JPY"):
        decided(other)
    before = decided(service)
    rates = (Rate(dt.date(2020, 1, 1), "USD", "JPY", 100.0),)
    same_in(decided(other, question=dataclasses.replace(ASKED, rates=rates)), before, 100.0)
    given = dataclasses.replace(ASKED, assume={"advertising_per_hour": (16.0, 23.0, 30.0)})
    same_in(decided(other, question=given), before, 100.0)
    same_in(decided(other, question=dataclasses.replace(ASKED, currency="USD", rates=rates)), before, 1.0)


def test_costs_in_two_currencies_leave_open_what_members_pay_in(tables: Path, service: Path, tmp_path: Path) -> None:
    def edit(table: pa.Table) -> pa.Table:
        half = len(table) // 2
        return pa.concat_tables([table.slice(0, half), in_currency("EUR", 0.8)(table.slice(half))])

    other = changed(tables, tmp_path, costs=edit)
    asked = dataclasses.replace(ASKED, rates=(Rate(dt.date(2020, 1, 1), "EUR", "USD", 1.25),))
    with pytest.raises(InputError, match="costs are in EUR and USD"):
        decided(other, question=dataclasses.replace(asked, currency="USD"))
    before = decided(service)
    dollars = dataclasses.replace(asked, prices_in="USD")
    same_in(decided(other, question=dollars), before, 1.0, rel=1e-4)
    same_in(decided(other, question=dataclasses.replace(dollars, currency="EUR")), before, 0.8, rel=1e-4)


def test_rows_may_come_in_any_order(tables: Path, service: Path, tmp_path: Path) -> None:
    def turned(table: pa.Table) -> pa.Table:
        return table.take(pa.array(np.arange(len(table))[::-1]))

    other = changed(tables, tmp_path, costs=turned, accounts=turned, episodes=turned, titles=turned)
    again, before = decided(other), decided(service)
    assert dataclasses.replace(again, log="") == dataclasses.replace(before, log="")


def test_without_costs_the_verdict_is_withheld_and_a_break_even_told(tables: Path, tmp_path: Path) -> None:
    found = decided(changed(tables, tmp_path, costs=lambda _: None))
    assert found.recommended is None
    assert "cost" in found.withheld
    assert found.option("renew").net is None
    assert found.option("renew").break_even.p90 > 0
    assert (found.lead, found.flip, found.waiting) == (None, None, None)
    assert {one.flips for one in found.influences} == {()}
    with pytest.raises(InputError, match="no season of the log has a cost"):
        slate_log(Workspace.open(tmp_path / "W"), ASKED, SlateQuestion("", ()), progress=silent)


@pytest.mark.parametrize(
    ("left", "told"),
    [("nobody", "nobody left"), ("everybody", "nobody is a member on 2025-12-30")],
)
def test_churn_that_cannot_be_told_is_refused(tables: Path, tmp_path: Path, left: str, told: str) -> None:
    def edit(table: pa.Table) -> pa.Table:
        joined = table.column("signed_up_at").to_numpy()
        gone = np.maximum(joined + 1, np.minimum(joined + np.timedelta64(86_400 * 100, "s"), np.datetime64("2025-12-29")))
        cells = pa.array([None] * len(table), joined_type(table)) if left == "nobody" else pa.array(gone, joined_type(table))
        return table.set_column(table.schema.get_field_index("cancelled_at"), "cancelled_at", cells)

    with pytest.raises(InputError, match=told):
        decided(changed(tables, tmp_path, accounts=edit))


def joined_type(table: pa.Table) -> pa.DataType:
    return table.schema.field("signed_up_at").type


def test_one_account_is_refused(tables: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="churn cannot be estimated"):
        decided(changed(tables, tmp_path, accounts=lambda table: table.slice(0, 1)))


def test_a_negative_cost_does_not_enter(tables: Path, tmp_path: Path) -> None:
    def edit(table: pa.Table) -> pa.Table:
        amount = pa.array(-table.column("amount").to_numpy())
        return table.set_column(table.schema.get_field_index("amount"), "amount", amount)

    found = decided(changed(tables, tmp_path, costs=edit))
    assert "cost" in found.withheld, "the gate set every line aside"


def test_production_of_an_earlier_season_stands_in_for_one_that_is_not_on_file(
    tables: Path, service: Path, tmp_path: Path
) -> None:
    """The production of s0005's second season is negative and set aside at the gate; its first one cost nearly as much."""

    def edit(table: pa.Table) -> pa.Table:
        wrong = pc.and_(pc.and_(pc.equal(table["title_id"], "s0005"), pc.equal(table["season"], 2)), made(table))
        amount = pc.if_else(wrong, pc.negate(table["amount"]), table["amount"])
        return table.set_column(table.schema.get_field_index("amount"), "amount", amount)

    before, after = decided(service, "s0005"), decided(changed(tables, tmp_path, costs=edit), "s0005")
    for name in ("renew", "shorter", "finale"):
        assert after.option(name).cost.mean == pytest.approx(before.option(name).cost.mean, rel=0.15)


def made(table: pa.Table) -> pa.ChunkedArray:
    return pc.equal(table["kind"], "production")


def test_a_planned_cost_may_be_told_whole_or_by_the_episode(tables: Path, service: Path, tmp_path: Path) -> None:
    """Season 3 of s0005, planned with as many episodes as season 2."""
    episodes = decided(service, "s0005").option("renew").episodes
    costs = []
    for place, amount, each in (("whole", 12.0 * episodes, False), ("each", 12.0, True)):
        told = {"amount": [amount], "currency": ["USD"], "per_episode": [each], "quality": ["own books"], "source": ["plan"]}
        row = {"title_id": ["s0005"], "season": [3], "kind": ["production"], **told}

        def edit(table: pa.Table, row: dict[str, list[Any]] = row) -> pa.Table:
            return pa.concat_tables([table, pa.table(row).cast(table.schema)])

        found = decided(changed(tables, tmp_path / place, costs=edit), "s0005")
        costs.append([found.option(name).cost.mean for name in ("renew", "shorter", "finale")])
    assert costs[0] == pytest.approx(costs[1])
    assert costs[0][0] == pytest.approx(12.0 * episodes, rel=0.05)
    assert costs[0] == sorted(costs[0], reverse=True)
    assert costs[0][1] < 0.8 * costs[0][0]


def test_what_there_is_not_is_refused_with_what_there_is(service: Path) -> None:
    with pytest.raises(NotFoundError, match="no series"):
        decided(service, "nothing of the kind")
    with pytest.raises(UsageError, match='Did you mean "margin"'):
        decided(service, question=dataclasses.replace(ASKED, assume={"margn": (1.0, 1.0, 1.0)}))
    with pytest.raises(UsageError, match="--episodes: 0 is no number of episodes"):
        decided(service, question=dataclasses.replace(ASKED, episodes=0))
    premiere = decided(service).premiere
    with pytest.raises(NotFoundError, match=r"no episode of s0001 was out on .*day of its first episode"):
        decided(service, question=dataclasses.replace(ASKED, as_of=premiere - dt.timedelta(days=1)))
    with pytest.raises(UsageError, match="is not its latest"):
        decide_log(Workspace.open(service), "s0001", season=77, question=ASKED, progress=silent)
    with pytest.raises(UsageError, match="the log ends on"):
        decided(service, question=dataclasses.replace(ASKED, as_of=dt.date(2031, 1, 1)))


def test_nothing_after_the_day_is_looked_at(tables: Path, service: Path, tmp_path: Path) -> None:
    day = dt.date(2025, 6, 30)
    cut = np.datetime64("2025-07-01T00:00:00")
    for path in sorted(tables.iterdir()):
        table = pq.read_table(path)
        name = path.name.removesuffix(".parquet")
        column = {"viewing": "started_at", "accounts": "signed_up_at"}.get(name)
        if column:
            table = table.filter(pa.array(table.column(column).to_numpy() < cut))
        if name == "viewing":
            table = table.filter(pa.array(table.column("arrived_at").to_numpy() < cut))
        (tmp_path / "log" / name).parent.mkdir(parents=True, exist_ok=True)
        where = tmp_path / "log" / name
        where.mkdir() if name == "viewing" else None
        pq.write_table(table, where / "part.parquet" if name == "viewing" else where.with_suffix(".parquet"))
    ingest(str(tmp_path / "log"), workspace=tmp_path / "W", progress=silent)
    question = dataclasses.replace(ASKED, as_of=day)
    early, late = decided(tmp_path / "W", question=question), decided(service, question=question)
    assert dataclasses.replace(early, log="") == dataclasses.replace(late, log="")


def test_a_slate_of_the_log_keeps_its_budget_and_grows_with_it(service: Path) -> None:
    nets = []
    for budget in (0.0, 100.0, 300.0, 1_000.0, 5_000.0):
        found = slate_log(Workspace.open(service), ASKED, SlateQuestion("", (), limits=Limits(budget), points=0), progress=silent)
        assert found.answer.cost.mean <= budget * (1 + 1e-9) + 1e-9
        nets.append(found.answer.search.objective)
    assert nets == sorted(nets)
    assert nets[0] == 0


def test_a_day_too_early_for_a_verdict_is_too_early_for_a_slate(service: Path) -> None:
    early = dataclasses.replace(ASKED, as_of=dt.date(2024, 4, 15))
    _, values, _ = valued_log(Workspace.open(service), early, progress=silent)
    thin = decided(service, values.draws[0].title_id, question=early)
    assert "log_length" in thin.withheld
    assert thin.option("renew").net is not None, "costs are known"
    assert (thin.recommended, thin.lead, thin.flip, thin.choices, thin.waiting) == (None, None, None, (), None)
    assert {one.flips for one in thin.influences} == {()}
    assert "methods" not in {guard.code for guard in thin.guards}, "there is no verdict to hold a rule against"
    with pytest.raises(InputError, match="no slate: the log holds 106 days; 180 are wanted"):
        slate_log(Workspace.open(service), early, SlateQuestion("", ()), progress=silent)
    with pytest.raises(NotFoundError, match="no episode of s0001 was out on 2024-04-15"):
        decided(service, question=early)


def test_a_renewals_value_is_not_moved_by_what_only_a_finale_has(service: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leading, "LEAST_INFLUENCE", -1.0)  # whatever varies is listed
    early = dataclasses.replace(ASKED, as_of=dt.date(2024, 4, 15))
    _, values, _ = valued_log(Workspace.open(service), early, progress=silent)
    names = {one.name for one in decided(service, values.draws[0].title_id, question=early).influences}
    assert {"launch", "chance", "retention_error"} <= names
    assert names.isdisjoint(leading.OF_AN_ENDING)


def test_a_season_whose_own_guard_fails_is_left_out_and_a_name_will_do(tables: Path, tmp_path: Path) -> None:
    def edit(table: pa.Table) -> pa.Table:
        return table.filter(pa.array([title != "s0001" for title in table.column("title_id").to_pylist()]))

    def renamed(table: pa.Table) -> pa.Table:
        names = [("Night Ferry|Ferry" if title == "s0002" else None) for title in table.column("title_id").to_pylist()]
        return table.set_column(table.schema.get_field_index("aliases"), "aliases", pa.array(names, pa.string()))

    workspace = Workspace.open(changed(tables, tmp_path, costs=edit, titles=renamed))
    asked = dataclasses.replace(ASKED, assume={"margin": (0.4, 0.4, 0.4)})
    _, values, _ = valued_log(workspace, asked, progress=silent)
    latest = {season.title_id: season.season for season in values.draws}
    demand = Demand("ferry", latest["s0002"], None, must=True)
    found = slate_log(workspace, asked, SlateQuestion("", (), limits=Limits(demands=(demand,)), points=0), progress=silent)
    assert found.basis is not None
    assert [one.title_id for one in found.basis.seasons if "cost" in {guard.code for guard in one.left_out}] == ["s0001"]
    assert "s0001" not in {pick.title_id for pick in found.answer.picks}
    assert {pick.title_id: pick.option for pick in found.answer.picks}["s0002"] != "end"
    assert {one.name for one in found.basis.assumptions if one.changed} == {"margin"}
    alone = decided(tmp_path / "W", "Night Ferry", question=asked)
    assert alone.title_id == "s0002"
    service = [guard for guard in found.basis.guards if guard.outcome != "PASS"]
    assert service == [guard for guard in alone.guards if guard in service], "as it is told of each season alone"
    out = dataclasses.replace(demand, title_id="s0001", season=latest["s0001"])
    with pytest.raises(UsageError, match=r"s0001:1 is left out: .*no production cost"):
        slate_log(workspace, asked, SlateQuestion("", (), limits=Limits(demands=(out,))), progress=silent)


def test_an_open_end_costs_trust_only_where_it_is_assumed_to(service: Path) -> None:
    trusting = dataclasses.replace(ASKED, assume={"unresolved_trust": (0.5, 1.0, 1.5)})
    before, after = decided(service), decided(service, question=trusting)
    for name in ("renew", "shorter"):
        assert after.option(name).net == before.option(name).net
        assert "trust" not in after.option(name).parts
    _, values, _ = valued_log(Workspace.open(service), trusting, series="s0001", progress=silent)
    records = values.records
    followers = records.audience[values.place("s0001"), 3:].sum()
    price = records.plans["members"] @ records.plans["monthly_price"] / records.plans["members"].sum()
    for name in ("final_season", "finale"):
        kept = after.option(name).parts["trust"]
        assert kept.mean == pytest.approx(followers * price, rel=0.02), "a month of every follower"
        assert after.option(name).gross.mean == pytest.approx(before.option(name).gross.mean + kept.mean)
    found = slate_log(Workspace.open(service), trusting, SlateQuestion("", (), points=0), progress=silent)
    assert {pick.option for pick in found.answer.picks} <= {"final_season", "finale", "end"}, "no end is left open"
    plain = slate_log(Workspace.open(service), ASKED, SlateQuestion("", (), points=0), progress=silent)
    assert "final_season" not in {estimate.option for estimate in plain.question.estimates}


def test_what_the_fits_assume_is_listed_and_given_like_any_other(service: Path) -> None:
    plain = decided(service)
    listed = {one.name: one for one in plain.assumptions}
    assert {"launch_spread", "later_following", "anticipation", "anticipation_error"} <= listed.keys()
    assert listed["anticipation"].value.p50 == 0.2
    sure = {"anticipation_error": (1e-3,) * 3}
    none, some = (
        decided(service, question=dataclasses.replace(ASKED, assume={"anticipation": (odds,) * 3, **sure})) for odds in (0.0, 0.5)
    )
    assert some.option("finale").gross.mean > none.option("finale").gross.mean
    assert {one.name for one in some.assumptions if one.changed} == {"anticipation", "anticipation_error"}
    alike = decided(service, question=dataclasses.replace(ASKED, assume={"launch_spread": (0.0,) * 3}))
    assert np.isfinite(alike.option("renew").gross.mean)


def test_what_costs_rest_on_is_listed_and_given_like_any_other(service: Path) -> None:
    plain = decided(service)
    listed = {one.name: one for one in plain.assumptions}
    assert set(OF_COST) <= listed.keys()
    assert dataclasses.astuple(listed["step_up"].value) == (1.0, 1.08, 1.3)
    assert all(listed[name].source and listed[name].why for name in OF_COST)
    parts = plain.option("renew").cost_parts
    assert "fee" not in parts
    paid = decided(service, question=dataclasses.replace(ASKED, assume={"cost_plus_fee": (0.25,) * 3}))
    fee = paid.option("renew").cost_parts["fee"]
    assert fee.mean == pytest.approx(0.25 * parts["production"].mean)
    assert paid.option("renew").cost.mean == pytest.approx(plain.option("renew").cost.mean + fee.mean)
    steep = decided(service, question=dataclasses.replace(ASKED, assume={"step_up": (2.0,) * 3}))
    assert steep.option("renew").cost.mean > 1.5 * plain.option("renew").cost.mean
    dearer = dataclasses.replace(ASKED, assume={"cost_plus_fee": (1.0,) * 3})
    costs = [
        {(one.title_id, one.option): one.cost[1] for one in found.question.estimates if one.option != "wait"}
        for found in (
            slate_log(Workspace.open(service), asked, SlateQuestion("", (), points=0), progress=silent)
            for asked in (ASKED, dearer)
        )
    ]
    assert costs[0].keys() == costs[1].keys()
    assert all(costs[1][key] > 1.1 * costs[0][key] for key in costs[0] if costs[0][key] > 0)


def test_an_attitude_to_risk_decides_over_the_same_draws(service: Path) -> None:
    asked, values, _ = valued_log(Workspace.open(service), ASKED, progress=silent)
    answers = {season.title_id: decided_from(asked, values, season.title_id) for season in values.draws}
    title, plain = next((title, found) for title, found in answers.items() if not found.withheld)
    assert all(not found.choices for found in answers.values() if found.withheld)
    for risk in (Risk("cvar", 0.1), Risk("chance", 0.9), Risk("utility", tolerance=50.0)):
        found = decided_from(asked, values, title, risk=risk)
        assert [option.net for option in found.options] == [option.net for option in plain.options]
        (mine,) = [one for one in found.choices if one.asked]
        assert mine.risk == risk
        assert found.recommended == mine.option == max(mine.worths, key=lambda name: mine.worths[name])
        shared = [one for one in plain.choices if not one.asked and one.risk != risk]
        assert [one.worths for one in shared] == [o.worths for o in found.choices if o.risk in [one.risk for one in shared]]
    means = plain.choice
    assert means is not None
    assert means.option == plain.recommended
    assert means.worths == {option.option: option.net.mean for option in plain.options}
    with pytest.raises(UsageError, match="is no tolerance"):
        decided(service, question=dataclasses.replace(ASKED, risk=Risk("utility", tolerance=-1.0)))


def planned(folder: Path, *rows: str) -> LogQuestion:
    path = folder / "plan.csv"
    path.write_text("\n".join(["title_id,option,episodes,premiere", *rows, ""]))
    return dataclasses.replace(ASKED, plans=plans_from(path))


def test_a_plan_says_when_and_how_many(service: Path, tmp_path: Path) -> None:
    asked = planned(tmp_path, "s0001,renew,4,2026-03-01", "s0001,finale,,2026-03-01")
    found = decided(service, question=asked)
    assert found.option("renew").episodes == 4
    _, values, _ = valued_log(Workspace.open(service), asked, series="s0001", progress=silent)
    assert np.ptp(values.draws[0].inputs["production_days"]) == 0


def test_a_premiere_is_that_of_its_option(service: Path, tmp_path: Path) -> None:
    alone = decided(service, question=planned(tmp_path, "s0001,renew,,2026-06-01"))
    rows = ("s0001,renew,,2026-06-01", "s0001,shorter,6,2026-03-01")
    both, turned = (decided(service, question=planned(tmp_path, *order)) for order in (rows, rows[::-1]))
    assert both == turned
    for name in ("renew", "final_season", "finale"):
        assert both.option(name).gross == alone.option(name).gross
    assert both.option("shorter").gross.mean > alone.option("shorter").gross.mean


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("s001,renew,8,", 'no title "s001"'),
        ("s0001,renew,8,2025-12-30", "a premiere on 2025-12-30 is not after 2025-12-30"),
        ("s0001,shorter,,2024-05-01", "a premiere on 2024-05-01 is not after"),
        ("s0001,renew,0,", "line 2: 0 episodes are no order"),
        ("s0001,sell,8,", 'line 2: "sell" is no order'),
        ("s0001,shorter,99,", "99 episodes are more than the"),
        ("s0001,finale,99,", "of a renewal. Give fewer, or more to renew"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(service: Path, tmp_path: Path, row: str, told: str) -> None:
    with pytest.raises(UserError) as refused:
        decided(service, question=planned(tmp_path, row))
    assert told in str(refused.value)
    with pytest.raises(UserError):
        decided(service, question=planned(tmp_path, "s0002,renew,8,2026-03-01", row))


def test_a_plan_names_series_by_title_id(service: Path, tmp_path: Path) -> None:
    name = decided(service).series
    with pytest.raises(NotFoundError, match='Did you mean "s0001"'):
        decided(service, question=planned(tmp_path, f"{name},renew,8,"))


def test_the_dossier_of_a_logs_series_shows_what_articles_tell_and_moves_no_number(
    service: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = tmp_path / "W"
    shutil.copytree(service, workspace)
    found = decided(service)
    words = f"Vela today announced that “{found.series}” has been renewed <script>."
    later = f"Vela today announced that “{found.series}” has been cancelled."
    rows = []
    for name, day, text in (("a", "2025-12-01", words), ("b", "2026-02-01", later)):
        (tmp_path / f"{name}.txt").write_text(f"Notes\n\n{text}\n")
        rows.append({"id": name, "file": f"{name}.txt", "published": day, "outlet": "Vela Newsroom"})
    (tmp_path / "list.jsonl").write_text("\n".join(map(json.dumps, rows)))
    app(["read", "--manifest", str(tmp_path / "list.jsonl"), "--workspace", str(workspace)], result_action="return_value")
    told = {}
    for form in ("json", "text", "md", "html"):
        capsys.readouterr()
        where = ["--workspace", str(workspace), "--as-of", LAST.isoformat(), "--format", form]
        app(["dossier", "s0001", *where], result_action="return_value")
        told[form] = capsys.readouterr().out
    kept = json.loads(told["json"])
    assert kept["told"]["known"]["status"]["state"] == "renewed"
    assert "told" not in kept["answer"]
    for form in ("text", "md", "html"):
        assert "What is known, and who says so?" in told[form]
        assert "move no number of it" in told[form]
        assert "cancelled" not in told[form], "it was told after the day"
    assert "<script>" not in told["md"] + told["html"]
    app(["decide", "s0001", *where[:4], "--json"], result_action="return_value")
    asked = json.loads(capsys.readouterr().out)
    assert asked["answer"] == kept["answer"]
    assert "told" not in asked


def test_rows_of_files_that_are_set_aside_are_told_in_every_format(
    service: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rates, plan = tmp_path / "rates.csv", tmp_path / "plan.csv"
    rates.write_text("day,currency,into,rate,by\n2025-01-01,EUR,USD,1.1,bank\n2025-02-01,EUR,USD,-2,bank\n2025,EUR,USD,1,bank\n")
    plan.write_text("title_id,option,episodes,premiere\ns0001,renew,8,\n")
    asked = [
        "decide",
        "s0001",
        "--workspace",
        str(service),
        "--as-of",
        LAST.isoformat(),
        "--rates",
        str(rates),
        "--plan",
        str(plan),
    ]
    said = "Rates from rates.csv: 3 rows = 1 taken + 2 set aside. Set aside: line 3: a rate of -2 is none; line 4:"
    for form in ("text", "md", "html"):
        app([*asked, "--format", form], result_action="return_value")
        told = " ".join(html.unescape(capsys.readouterr().out).replace("\\", "").split())
        assert said in told, form
        assert "Nothing reads the columns by." in told
        assert "Plan from plan.csv: 1 rows = 1 taken + 0 set aside." in told
    app([*asked, "--format", "xlsx", "--out", str(tmp_path / "d.xlsx")], result_action="return_value")
    aside = CalamineWorkbook.from_path(tmp_path / "d.xlsx").get_sheet_by_name("Set aside").to_python()
    assert [row[:3] for row in aside] == [["table", "file", "line"], ["rates", "rates.csv", 3.0], ["rates", "rates.csv", 4.0]]
    capsys.readouterr()
    app([*asked, "--json"], result_action="return_value")
    told = capsys.readouterr().out
    notes = {note["what"]: note for note in json.loads(told)["notes"]}
    assert (notes["rates"]["total"], notes["rates"]["taken"]) == (3, 1)
    assert [one["line"] for one in notes["rates"]["set_aside"]] == [3, 4]
    (tmp_path / "kept.json").write_text(told)
    app(["decide", "--replay", str(tmp_path / "kept.json"), "--workspace", str(service), "--json"], result_action="return_value")
    assert capsys.readouterr().out == told


def test_the_command_answers_and_repeats_bit_for_bit(service: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--workspace", str(service), "--as-of", LAST.isoformat()]
    app(["decide", "s0001", *where, "--json"], result_action="return_value")
    told = capsys.readouterr().out
    kept = json.loads(told)
    assert kept["kind"] == "log decision"
    assert kept["answer"]["title_id"] == "s0001"
    (tmp_path / "kept.json").write_text(told)
    COUNTED.clear()
    app(["decide", "--replay", str(tmp_path / "kept.json"), "--workspace", str(service)], result_action="return_value")
    assert "bit for bit" in capsys.readouterr().out
    app(["decide", "s0001", *where, "--format", "xlsx", "--out", str(tmp_path / "d.xlsx")], result_action="return_value")
    app(["decide", "s0001", *where, "--format", "html", "--out", str(tmp_path / "d.html")], result_action="return_value")
    assert (tmp_path / "d.html").read_text().startswith("<!doctype html>")
    assert (tmp_path / "d.xlsx").read_bytes()[:2] == b"PK"
    app(["decide", "--replay", str(tmp_path / "kept.json"), *where[:2], "--json"], result_action="return_value")
    assert capsys.readouterr().out == told
    given = ["--risk", "cvar:0.2", "--assume", "cost_plus_fee=0.1:0.2:0.3", "--assume", "cost_leak=0.5:1:2"]
    app(["decide", "s0001", *where, *given, "--json"], result_action="return_value")
    careful = capsys.readouterr().out
    kept = json.loads(careful)
    assert kept["question"]["risk"] == {"kind": "cvar", "share": 0.2, "tolerance": None}
    assert kept["question"]["assume"]["cost_plus_fee"] == [0.1, 0.2, 0.3]
    (tmp_path / "careful.json").write_text(careful)
    app(["decide", "--replay", str(tmp_path / "careful.json"), *where[:2], "--json"], result_action="return_value")
    assert capsys.readouterr().out == careful
    app(["slate", "--budget", "500", *where, "--step", "50", "--points", "0", "--json"], result_action="return_value")
    told = capsys.readouterr().out
    assert json.loads(told)["kind"] == "slate"
    (tmp_path / "slate.json").write_text(told)
    app(["slate", "--replay", str(tmp_path / "slate.json"), "--json"], result_action="return_value")
    assert capsys.readouterr().out == told
    app(["decide", "s0001", *where, "--format", "md"], result_action="return_value")
    assert capsys.readouterr().out.startswith("# ")
    app(["dossier", "s0001", *where, "--format", "md"], result_action="return_value")
    assert "Attribution side by side" in capsys.readouterr().out
    app(["dossier", "s0001", *where], result_action="return_value")
    assert "Attribution side by side" in capsys.readouterr().out
    assert holds_log(service)
    assert not holds_log(tmp_path)
