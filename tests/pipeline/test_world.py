"""The simulated service: declared tables, the same for the same seed however many threads write them."""

from __future__ import annotations

from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from cliffhanger.errors import UserError
from cliffhanger.measurements.log_tables import LOG_TABLES
from cliffhanger.pipeline.intake import open_log
from cliffhanger.pipeline.world import write_world


def write(out: Path, *, seed: int = 5, accounts: int = 400, threads: int = 2) -> Path:
    write_world(out, accounts=accounts, seasons=20, days=90, seed=seed, overrides={}, threads=threads, progress=lambda _: None)
    return out


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.parquet"))}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("service") / "out")


def test_every_table_keeps_its_contract(service: Path) -> None:
    with open_log(str(service)) as log:
        log.require()
        assert set(log.brought) == {table.name for table in LOG_TABLES}
        for name in log.brought:
            counted = log.count(name)
            assert counted.total > 0
            assert counted.quarantined == 0, name


def test_equal_seeds_give_equal_bytes_with_any_number_of_threads(service: Path, tmp_path: Path) -> None:
    assert contents(write(tmp_path / "again", threads=1)) == contents(service)
    assert contents(write(tmp_path / "other", seed=6)) != contents(service)


def test_it_has_what_real_logs_have(service: Path) -> None:
    viewing = pq.read_table(service / "viewing")
    accounts = pq.read_table(service / "accounts.parquet")
    key = ["account_id", "profile_id", "title_id", "season", "episode", "started_at"]
    assert viewing.group_by(key).aggregate([]).num_rows < viewing.num_rows  # duplicates
    assert pc.any(pc.greater(pc.subtract(viewing.column("arrived_at"), viewing.column("started_at")).cast("int64"), 0)).as_py()
    assert accounts.column("cancelled_at").null_count not in {0, accounts.num_rows}
    assert len(pc.unique(accounts.column("plan"))) > 1
    by_account = viewing.group_by("account_id").aggregate([("seconds_viewed", "sum")]).column("seconds_viewed_sum").to_pylist()
    top = sorted(by_account, reverse=True)
    assert sum(top[: len(top) // 10]) > 0.2 * sum(top)  # a heavy tail: the first tenth plays more than a fifth


def test_a_folder_that_is_there_is_left_alone(service: Path) -> None:
    with pytest.raises(UserError):
        write(service)
