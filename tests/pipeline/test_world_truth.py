"""The truth about a simulated service: beside the tables, never among them; equal seeds, equal bytes; any set valued again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import pytest

from cliffhanger.errors import NotFoundError, UsageError, WorkspaceError
from cliffhanger.pipeline.world import write_world
from cliffhanger.pipeline.world_truth import read_slate, read_spec, value_slate
from cliffhanger.pipeline.world_truth_tables import README
from cliffhanger.world import effects

RULES = {"horizon_days": 240.0, "production_days": 60.0}
FILES = {"README.txt", "world.json"} | {f"{n}.{e}" for n in ("effects", "slates", "past_effects") for e in ("csv", "parquet")}


def write(out: Path, truth: Path | None, *, threads: int = 2, accounts: int = 200, seasons: int = 10) -> None:
    write_world(
        out, accounts=accounts, seasons=seasons, days=60, seed=4, overrides=RULES, truth=truth, threads=threads,
        progress=lambda _: None,
    )  # fmt: skip


def contents(folder: Path) -> Mapping[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written")
    write(folder / "out", folder / "out-truth")
    return folder


def rows(written: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(written / "out-truth" / f"{name}.parquet").to_pylist()
    return found


def test_equal_seeds_give_equal_bytes_with_any_number_of_threads_and_the_log_is_the_same_without(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "out", tmp_path / "elsewhere", threads=1)
    assert contents(tmp_path / "elsewhere") == contents(written / "out-truth")
    write(tmp_path / "bare", None)
    assert contents(tmp_path / "bare") == contents(written / "out") == contents(tmp_path / "out")
    monkeypatch.setattr(effects, "RANGE", 64)  # many ranges: threads can now come in any order
    write(tmp_path / "ranges", tmp_path / "ranges-truth", threads=1)
    write(tmp_path / "threads", tmp_path / "threads-truth", threads=3)
    assert contents(tmp_path / "threads-truth") == contents(tmp_path / "ranges-truth")


def test_no_truth_lies_in_the_folder_of_the_log(written: Path) -> None:
    assert set(contents(written / "out-truth")) == FILES
    names = {Path(name).name for name in contents(written / "out")}
    assert not names & FILES
    assert sorted(path.name for path in written.iterdir()) == ["out", "out-truth"]


def test_every_column_is_explained_and_both_formats_agree(written: Path) -> None:
    for name in ("effects", "slates", "past_effects"):
        table = pq.read_table(written / "out-truth" / f"{name}.parquet")
        assert pacsv.read_csv(written / "out-truth" / f"{name}.csv").num_rows == table.num_rows > 0
        implied = {"retained_months", "joiner_months", "subscription_usd", "advertising_usd", "hours", "cost_usd", "net_usd"}
        for column in set(table.column_names) - implied:
            assert column in README, column


def test_options_are_ordered_by_cost_and_net_is_revenue_less_cost(written: Path) -> None:
    costs: dict[str, dict[str, float]] = {}
    for row in rows(written, "effects"):
        costs.setdefault(row["title_id"], {})[row["option"]] = row["cost_usd"]
        assert row["net_usd"] == pytest.approx(row["subscription_usd"] + row["advertising_usd"] - row["cost_usd"])
    assert costs
    assert all(one["finale"] < one["shorter"] < one["renew"] for one in costs.values())


def test_the_oracle_is_no_worse_than_greedy_and_that_no_worse_than_nothing(written: Path) -> None:
    nets = {(row["slate"], row["budget_share"]): row["net_usd"] for row in rows(written, "slates")}
    assert nets["empty", 0.0] == 0.0
    for row in rows(written, "slates"):
        if row["slate"] in {"greedy", "oracle"}:
            assert row["cost_usd"] <= row["budget_usd"] + 1e-6
            assert nets["oracle", row["budget_share"]] >= nets["greedy", row["budget_share"]] >= 0.0
    assert nets["oracle", 0.5] > 0.0


def test_any_set_is_valued_again_from_the_seed_and_the_parameters(written: Path, tmp_path: Path) -> None:
    found = [row for row in rows(written, "slates") if row["slate"] == "oracle" and row["budget_share"] == 0.5]
    (tmp_path / "slate.json").write_text(json.dumps({row["title_id"]: row["option"] for row in found}), encoding="utf-8")
    value = value_slate(read_spec(written / "out-truth"), read_slate(tmp_path / "slate.json"), threads=1)
    assert value.net == found[0]["net_usd"]
    assert value.joins == found[0]["joins"]


def test_a_set_that_cannot_be_is_refused(written: Path, tmp_path: Path) -> None:
    spec = read_spec(written / "out-truth")
    able = {row["title_id"] for row in rows(written, "effects")}
    with pytest.raises(NotFoundError, match="s9999"):
        value_slate(spec, {"s9999": "renew"})
    with pytest.raises(NotFoundError, match="wait"):
        value_slate(spec, {min(able): "wait"})
    (tmp_path / "list.json").write_text("[]", encoding="utf-8")
    with pytest.raises(UsageError, match="no object"):
        read_slate(tmp_path / "list.json")
    with pytest.raises(WorkspaceError, match="holds no truth"):
        read_spec(written / "out")


@pytest.mark.parametrize(("accounts", "seasons"), [(200_001, 10), (200, 61)])
def test_a_world_too_large_is_refused_before_anything_is_written(tmp_path: Path, accounts: int, seasons: int) -> None:
    with pytest.raises(UsageError, match="truth about"):
        write(tmp_path / "out", tmp_path / "truth", accounts=accounts, seasons=seasons)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("inside", ["out", "out/truth", "."])
def test_truth_and_tables_do_not_lie_in_one_another(tmp_path: Path, inside: str) -> None:
    with pytest.raises(UsageError, match="lie in one another"):
        write(tmp_path / "out", tmp_path / inside)
    assert not list(tmp_path.iterdir())


def test_a_world_of_other_parameters_is_not_valued(written: Path, tmp_path: Path) -> None:
    made = json.loads((written / "out-truth" / "world.json").read_text(encoding="utf-8"))
    made["parameters"]["whim"] += 1.0
    (tmp_path / "world.json").write_text(json.dumps(made), encoding="utf-8")
    with pytest.raises(WorkspaceError, match="other rules or parameters"):
        read_spec(tmp_path)
