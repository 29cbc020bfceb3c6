"""What the same Ibis expression gives on each engine where they differ, and where one would expect them to.

``docs/engines.md`` has these lines as a table, with the house rule that follows from each. A line that fails says that a
new version changed what an engine gives: look at the rule, then at the table.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cliffhanger.engines.spark import collect

ENGINES = ("duckdb", "polars", "spark")
NAN = "nan"
REPORT = Path(__file__).parents[2] / "docs" / "engines.md"
ROWS = pa.table(
    {
        "k": pa.array([1, 2, 3], pa.int64()),
        "joined": pa.array([dt.datetime(2025, 1, 1, 23)] * 3, pa.timestamp("us")),  # noqa: DTZ001
        "seen": pa.array(
            [dt.datetime(2025, 1, 1, 23, 30), dt.datetime(2025, 1, 2, 1), dt.datetime(2025, 1, 9)],  # noqa: DTZ001
            pa.timestamp("us"),
        ),
        "x": pa.array([33.73, 1.5, 2.5]),
        "n": pa.array([-100, 7, None], pa.int64()),
        "word": pa.array(["b", None, "a"]),
        "odd": pa.array([float("nan"), None, 1.0]),
    }
)


class Refuses:
    """In place of a value: the engine, or Ibis for it, raises an error."""

    def __repr__(self) -> str:
        return "refuses"


REFUSES = Refuses()


@dataclass(frozen=True, slots=True)
class Trap:
    """An expression, and what each engine gives: the column ``it`` by ``k``; one value stands for one row."""

    name: str
    ask: Callable[[ir.Table], ir.Table]
    duckdb: Any
    polars: Any
    spark: Any


def each(value: Callable[[ir.Table], ir.Value]) -> Callable[[ir.Table], ir.Table]:
    return lambda t: t.select("k", it=value(t)).order_by("k")


def one(value: Callable[[ir.Table], ir.Scalar]) -> Callable[[ir.Table], ir.Table]:
    return lambda t: t.aggregate(it=value(t))


def beside(t: ir.Table) -> ir.Table:
    right = t.filter(t.k == 1).select(j="k", since="joined")
    left = t.select("k", "seen")
    return left.asof_join(right, left.seen >= right.since).select("k", it="j").order_by("k").limit(1)


TRAPS = (
    Trap("days between two moments", each(lambda t: t.seen.delta(t.joined, unit="day")), [0, 1, 8], REFUSES, [0, 0, 7]),
    Trap("a fraction cast to a whole number", each(lambda t: t.x.cast("int64")), [34, 2, 2], [33, 1, 2], [33, 1, 2]),
    Trap("round of halves", each(lambda t: t.x.round()), [34, 2, 3], [34, 2, 2], [34, 2, 3]),
    Trap("remainder of a negative number", each(lambda t: t.n % 3), [-1, 1, None], [2, 1, None], [-1, 1, None]),
    Trap("whole division of a negative number", each(lambda t: t.n // 3), [-34, 2, None], [-34, 2, None], [-34, 2, None]),
    Trap(
        "a range unfolded beside rows",
        lambda t: t.select("k", it=ibis.range(0, 3).unnest()).aggregate(it=lambda u: u.count()),
        9,
        9,
        9,
    ),
    Trap(
        "a running sum",
        each(lambda t: t.k.sum().over(ibis.cumulative_window(order_by="k"))),
        [1, 3, 6],
        REFUSES,
        [1, 3, 6],
    ),
    Trap("asof join", beside, 1, 1, REFUSES),
    Trap("sum over no rows", lambda t: t.filter(t.k > 9).aggregate(it=lambda u: u.x.sum()), None, None, None),
    Trap("the first by an order", one(lambda t: t.word.first(order_by=t.k)), "b", "b", REFUSES),
    Trap("order of nulls", lambda t: t.select(it="word").order_by("it"), ["a", "b", None], ["a", "b", None], ["a", "b", None]),
    Trap(
        "order of nulls, descending",
        lambda t: t.select(it="word").order_by(ibis.desc("it")),
        ["b", "a", None],
        ["b", "a", None],
        ["b", "a", None],
    ),
    Trap("distinct values beside a null", one(lambda t: t.word.nunique()), 2, 3, 2),
    Trap("division by zero", each(lambda t: t.k / (t.k - 1)), [float("inf"), 2.0, 1.5], [float("inf"), 2.0, 1.5], REFUSES),
    Trap("a product beyond 64 bits", one(lambda t: (t.k * 2**62).max()), REFUSES, 2**62, REFUSES),
    Trap("not-a-number is null", each(lambda t: t.odd.isnull()), [False, True, False], [False, True, False], [True, True, False]),
    Trap("not-a-number is large", each(lambda t: t.odd > 1e300), [False, None, False], [True, None, False], [True, None, False]),
    Trap("is it not-a-number", each(lambda t: t.odd.isnan()), [True, None, False], [True, None, False], [True, False, False]),
    Trap("largest beside not-a-number", one(lambda t: t.odd.max()), 1.0, 1.0, NAN),
)  # fmt: skip


@pytest.fixture(scope="module")
def duckdb(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Callable[[ir.Table], ir.Table]], pa.Table]:
    connection = ibis.duckdb.connect()
    table = connection.read_parquet(written(tmp_path_factory))
    return lambda ask: ask(table).to_pyarrow()


@pytest.fixture(scope="module")
def polars() -> Callable[[Callable[[ir.Table], ir.Table]], pa.Table]:
    table = ibis.polars.connect().create_table("rows", ROWS)
    return lambda ask: ask(table).to_pyarrow()


@pytest.fixture(scope="module")
def on_spark(spark: Any, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Callable[[ir.Table], ir.Table]], pa.Table]:
    table = spark.read_parquet(written(tmp_path_factory))
    return lambda ask: collect(ask(table))


def written(factory: pytest.TempPathFactory) -> Path:
    path = factory.mktemp("traps") / "rows.parquet"
    pq.write_table(ROWS, path)
    return path


def hold(trap: Trap, wanted: Any, run: Callable[[Callable[[ir.Table], ir.Table]], pa.Table]) -> None:
    if wanted is REFUSES:
        with pytest.raises(Exception, match=r".") as refused:
            run(trap.ask)
        assert not isinstance(refused.value, AssertionError)
        return
    got = [NAN if value != value else value for value in run(trap.ask).column("it").to_pylist()]  # noqa: PLR0124
    assert got == (wanted if isinstance(wanted, list) else [wanted])


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_duckdb(trap: Trap, duckdb: Any) -> None:
    hold(trap, trap.duckdb, duckdb)


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_polars(trap: Trap, polars: Any) -> None:
    hold(trap, trap.polars, polars)


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_spark(trap: Trap, on_spark: Any) -> None:
    hold(trap, trap.spark, on_spark)


def test_no_two_engines_hash_alike(duckdb: Any, polars: Any, on_spark: Any) -> None:
    found = [run(each(lambda t: t.k.hash())).column("it").to_pylist()[0] for run in (duckdb, polars, on_spark)]
    assert len(set(found)) == len(ENGINES)


def test_where_no_file_s_statistics_answer_duckdb_takes_not_a_number_for_large() -> None:
    table = ibis.duckdb.connect().create_table("rows", ROWS)
    assert each(lambda t: t.odd > 1e300)(table).to_pyarrow().column("it").to_pylist() == [True, None, False]


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_the_page_has_every_line_as_it_is(trap: Trap) -> None:
    assert line(trap) in REPORT.read_text(encoding="utf-8").splitlines()


def line(trap: Trap) -> str:
    """The line of ``docs/engines.md``."""
    return f"| {trap.name} | {' | '.join(shown(value) for value in (trap.duckdb, trap.polars, trap.spark))} |"


def shown(value: Any) -> str:
    words = {None: "null", True: "yes", False: "no"}
    cells = value if isinstance(value, list) else [value]
    return ", ".join(words[cell] if isinstance(cell, bool | None) else str(cell) for cell in cells)
