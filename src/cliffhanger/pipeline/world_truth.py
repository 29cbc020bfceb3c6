"""The truth about a simulated service: what each option would bring, the best sets of them, and what any set is worth.

It lies in a folder of its own, which no estimate reads. ``world.json`` there holds all that the world was made of, so that a
set of orders is valued later without the log.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from cliffhanger.errors import NotFoundError, UsageError, WorkspaceError
from cliffhanger.pipeline.world_log import WRITING, Progress
from cliffhanger.pipeline.world_truth_tables import README, effects_table, past_table, slate_rows
from cliffhanger.world.catalogue import Catalogue, make_catalogue
from cliffhanger.world.costs import season_costs
from cliffhanger.world.effects import Effect, Market, option_effects
from cliffhanger.world.joint import Replays, SlateTruth
from cliffhanger.world.ordering import OPTIONS, RENEW, Slate, continuable
from cliffhanger.world.parameters import NAMES
from cliffhanger.world.parameters import rules as rules_of
from cliffhanger.world.past import past_effects
from cliffhanger.world.slates import Bounds, Found, Valued, greedy, local_search

MOST_ACCOUNTS, MOST_SEASONS = 200_000, 60
BUDGETS = (0.1, 0.25, 0.5)  # of what renewing all that could go on would cost
MOST_REPLAYS = 60  # of the local search under one budget
FORMAT = 1
SPEC = "world.json"


@dataclass(frozen=True, slots=True)
class WorldSpec:
    """All that a world is made of. ``households`` counts those from whom the accounts came, joined or not."""

    accounts: int
    households: int
    seasons: int
    days: int
    seed: int
    overrides: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which parts of the truth are wanted beside the options: past seasons, and slates under shares of the whole cost."""

    past: bool = True
    budgets: tuple[float, ...] = BUDGETS


EVERYTHING = Asked()


def check_truth(truth: Path, out: Path, *, accounts: int, seasons: int) -> None:
    """Refuse, before anything is done, what cannot be.

    Raises
    ------
    UsageError
        A world that is too large, or a folder in which an estimate would find the truth.
    WorkspaceError
        The folder is there already.
    """
    if accounts > MOST_ACCOUNTS or seasons > MOST_SEASONS:
        raise UsageError(
            f"the truth about {accounts:,} accounts and {seasons:,} seasons",
            place="--truth",
            remedy=f"Every option is replayed: give at most {MOST_ACCOUNTS:,} accounts and {MOST_SEASONS:,} seasons",
        )
    inner, outer = truth.absolute().resolve(), out.absolute().resolve()
    if inner == outer or outer in inner.parents or inner in outer.parents:
        raise UsageError(
            f"{truth} and {out} lie in one another", place="--truth-in", remedy="Name a folder beside that of the tables"
        )
    if truth.exists() and (not truth.is_dir() or any(truth.iterdir())):
        raise WorkspaceError("is there already", place=str(truth), remedy="Remove it or name another folder")


def write_truth(truth: Path, spec: WorldSpec, *, asked: Asked = EVERYTHING, threads: int = 2, progress: Progress) -> None:
    """Work out the truth about a world and write it; the folder appears whole or not at all."""
    aside = truth.absolute().parent / f".{truth.name}.partial"
    try:
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        _write_all(aside, spec, asked, threads=threads, progress=progress)
        if truth.exists():
            truth.rmdir()
        aside.rename(truth)
    except OSError as error:
        raise WorkspaceError(
            f"could not be written ({error})", place=str(truth), remedy="Free space or name another folder"
        ) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def read_spec(truth: Path) -> WorldSpec:
    """Read what a world was made of from its folder of truth.

    Raises
    ------
    WorkspaceError
        No such folder, or one of another version.
    """
    try:
        found = json.loads((truth / SPEC).read_text(encoding="utf-8"))
        parameters, version = found.pop("parameters"), found.pop("format")
        spec = WorldSpec(**found)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WorkspaceError(
            f"holds no truth that can be read ({error})", place=str(truth), remedy="Write it with: cliffhanger world --truth"
        ) from error
    rules = rules_of(spec.overrides)
    if version != FORMAT or parameters != {name: float(rules[name]) for name in NAMES}:
        raise WorkspaceError(
            "was made with other rules or parameters than this version has",
            place=str(truth / SPEC),
            remedy="Write the world and its truth anew",
        )
    return spec


def read_slate(path: Path) -> dict[str, str]:
    """Read a set of orders: a JSON object with the option of each title.

    Raises
    ------
    UsageError
        No such file, or one of another form.
    """
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot be read ({error})", place=str(path), remedy='Write {"s0003": "renew"}') from error
    if not isinstance(found, dict) or not all(isinstance(option, str) for option in found.values()):
        raise UsageError("is no object of titles and options", place=str(path), remedy='Write {"s0003": "renew"}')
    return found


def value_slate(spec: WorldSpec, slate: Mapping[str, str], *, threads: int = 2) -> SlateTruth:
    """What a set of orders is worth, by one joint replay from the seed and the parameters alone.

    Parameters
    ----------
    spec
        The world.
    slate
        Option (``renew``, ``shorter``, ``finale``) by title_id; a title that is not there ends.

    Raises
    ------
    NotFoundError
        A title or option that there is not.
    UsageError
        A title whose last season was ordered as the last.
    """
    return value_slates(spec, [slate], threads=threads)[0]


def value_slates(
    spec: WorldSpec, slates: Sequence[Mapping[str, str]], *, futures: Sequence[int] | None = None, threads: int = 2
) -> list[SlateTruth]:
    """What each of several sets of orders is worth; the households are brought to the decision day once.

    ``futures`` are those over which it is averaged, the world's own if not given; future 0 is the one that came to be.

    Raises
    ------
    NotFoundError, UsageError
        As ``value_slate``.
    """
    market = _market(spec, futures)
    orders = [_orders(market.catalogue, slate) for slate in slates]
    with ThreadPoolExecutor(threads) as pool:
        replays = Replays(market, each=pool.map)
        return [replays.value(slate) for slate in orders]


def best_slate(
    spec: WorldSpec, *, share: float, futures: Sequence[int], threads: int = 2, progress: Progress
) -> tuple[dict[str, str], float]:
    """The set of orders that the world's search finds best on average over some futures, and its net value there.

    Found on futures other than 0 it is what a chooser would order who knows what everybody would do in them, but not which
    future comes to be.

    Parameters
    ----------
    spec
        The world.
    share
        Budget, as a share of what renewing all that could go on would cost.
    futures
        Those over which values are averaged.
    """
    market = _market(spec, futures)
    with ThreadPoolExecutor(threads) as pool:
        effects = option_effects(market, each=pool.map, progress=_share(progress, "replayed the options"))
        replays = Replays(market, each=pool.map)
        valued = Valued(lambda slate: _worth(replays.value(slate)), _bounds(effects), rest=replays.rest)
        whole = valued.cost(dict.fromkeys(continuable(market.catalogue), RENEW))
        _, best = _searched(valued, replays, share * whole)
    return {market.catalogue.series[series].title_id: option for series, option in best.slate.items()}, best.net


def _orders(catalogue: Catalogue, slate: Mapping[str, str]) -> Slate:
    places = {one.title_id: index for index, one in enumerate(catalogue.series)}
    able = set(continuable(catalogue))
    found = {}
    for title, option in slate.items():
        if title not in places:
            raise NotFoundError(f'no title "{title}"', suggestions=list(places)[:3], place="slate", remedy="See titles.parquet")
        if option not in OPTIONS:
            raise NotFoundError(f'no option "{option}"', suggestions=list(OPTIONS), place=title, remedy="Choose one of them")
        if places[title] not in able:
            raise UsageError(f"{title} has ended as planned", place="slate", remedy="See effects.csv for what could go on")
        found[places[title]] = option
    return found


def _market(spec: WorldSpec, futures: Sequence[int] | None = None) -> Market:
    rules = rules_of(spec.overrides)
    catalogue = make_catalogue(seasons=spec.seasons, days=spec.days, seed=spec.seed, rules=rules)
    costs = season_costs(catalogue, accounts=spec.accounts, rules=rules)
    return Market(catalogue, rules, costs, spec.households, tuple(futures or range(int(rules.futures))))


def _write_all(folder: Path, spec: WorldSpec, asked: Asked, *, threads: int, progress: Progress) -> None:
    market = _market(spec)
    rules = market.rules
    with ThreadPoolExecutor(threads) as pool:
        effects = option_effects(market, each=pool.map, progress=_share(progress, "replayed the options"))
        told = _share(progress, "replayed the log without its seasons")
        past = past_effects(market, each=pool.map, progress=told) if asked.past else None
        slates = _slates(market, effects, Replays(market, each=pool.map), asked.budgets, progress)
    _write(effects_table(market, effects), folder / "effects")
    if past is not None:
        _write(past_table(market, past), folder / "past_effects")
    _write(slates, folder / "slates")
    made = {"format": FORMAT, **asdict(spec), "parameters": {name: float(rules[name]) for name in NAMES}}
    (folder / SPEC).write_text(json.dumps(made, indent=2) + "\n", encoding="utf-8")
    (folder / "README.txt").write_text(README, encoding="utf-8")


def _share(progress: Progress, what: str) -> Callable[[float], None]:
    told = [0]

    def tell(share: float) -> None:
        if int(share * 10) > told[0]:
            told[0] = int(share * 10)
            progress(f"{what}: {told[0] * 10} %")

    return tell


def _slates(market: Market, effects: list[Effect], replays: Replays, budgets: Sequence[float], progress: Progress) -> pa.Table:
    truths: dict[tuple[tuple[int, str], ...], SlateTruth] = {}

    def worth(slate: Slate) -> float:
        value = replays.value(slate)
        truths[tuple(sorted(slate.items()))] = value
        return _worth(value)

    truths[()] = replays.value({})
    valued = Valued(worth, _bounds(effects), rest=replays.rest)
    everything = dict.fromkeys(continuable(market.catalogue), RENEW)
    whole = valued.cost(everything)
    nothing = Found({}, 0.0, 0.0, 0, ended=True)
    found = [("empty", 0.0, nothing), ("all renewed", 1.0, Found(everything, whole, valued.net(everything), 1, ended=True))]
    for share in budgets:
        first, best = _searched(valued, replays, share * whole)
        progress(f"slate for {share:.0%} of the cost: {len(best.slate)} orders, net {best.net:,.0f} USD, {replays.count} replays")
        found += [("greedy", share, first), ("oracle", share, best)]
    rows: list[dict[str, Any]] = []
    for kind, share, one in found:
        value = truths[tuple(sorted(one.slate.items()))]
        rows += slate_rows(market, kind, one, value, share=share, budget=share * whole)
    return pa.Table.from_pylist(rows)


def _worth(value: SlateTruth) -> float:
    return value.subscription + value.advertising


def _searched(valued: Valued, replays: Replays, budget: float) -> tuple[Found, Found]:
    """The greedy set under a budget, and what local search makes of it."""
    replays.rest({})
    first = greedy(valued, budget=budget)
    replays.rest(first.slate)
    return first, local_search(valued, first, budget=budget, most_replays=MOST_REPLAYS)


def _bounds(effects: list[Effect]) -> dict[tuple[int, str], Bounds]:
    worth: dict[tuple[int, str], dict[str, float]] = {}
    costs = {}
    for one in effects:
        worth.setdefault((one.series, one.option), {})[one.others] = one.net + one.cost
        costs[one.series, one.option] = one.cost
    return {
        choice: Bounds(alone=max(known.values()), among=min(known.values()), cost=costs[choice])
        for choice, known in worth.items()
    }


def _write(table: pa.Table, path: Path) -> None:
    pq.write_table(table, path.with_suffix(".parquet"), **WRITING)
    pacsv.write_csv(table, path.with_suffix(".csv"))
