"""The small tables of a simulated service as Arrow tables, in the declared schemas."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from cliffhanger.terms import SECONDS_A_DAY
from cliffhanger.world.catalogue import Catalogue
from cliffhanger.world.costs import CostLine
from cliffhanger.world.names import GENRES, PLANS, TERRITORIES
from cliffhanger.world.shelf import DAWN_S, NEVER

MOMENT = pa.timestamp("us")
VIEWING = pa.schema(
    [
        pa.field("account_id", pa.int64(), nullable=False),
        pa.field("profile_id", pa.int64(), nullable=False),
        pa.field("title_id", pa.dictionary(pa.int32(), pa.string()), nullable=False),
        pa.field("season", pa.int16(), nullable=False),
        pa.field("episode", pa.int16(), nullable=False),
        pa.field("started_at", MOMENT, nullable=False),
        pa.field("arrived_at", MOMENT),
        pa.field("seconds_viewed", pa.int32(), nullable=False),
        pa.field("territory", pa.dictionary(pa.int8(), pa.string())),
        pa.field("plan", pa.dictionary(pa.int8(), pa.string())),
    ]
)


def moments(seconds: NDArray[np.int64] | NDArray[np.int32], first_day: int) -> NDArray[np.int64]:
    """Microseconds since 1970 of seconds since day 0."""
    return (seconds.astype(np.int64) + first_day * SECONDS_A_DAY) * 1_000_000


def titles_table(catalogue: Catalogue) -> pa.Table:
    """One row a series."""
    series = catalogue.series
    return pa.table(
        {
            "title_id": pa.array([one.title_id for one in series], pa.string()),
            "series": pa.array([one.name for one in series], pa.string()),
            "aliases": pa.array(
                [one.name.removeprefix("The ") if i % 7 == 0 else None for i, one in enumerate(series)], pa.string()
            ),
            "service": pa.array([None] * len(series), pa.string()),
            "owner": pa.array([one.owner for one in series], pa.string()),
            "genre": pa.array([GENRES[one.genre].name for one in series], pa.string()),
            "language": pa.array([TERRITORIES[one.home].language for one in series], pa.string()),
            "country": pa.array([TERRITORIES[one.home].name for one in series], pa.string()),
        }
    )


def episodes_table(catalogue: Catalogue, first_day: int) -> pa.Table:
    """One row an episode; a row for each territory where a season does not open everywhere at once."""
    shelf = catalogue.shelf
    columns: dict[str, list[object]] = {
        name: [] for name in ("title_id", "season", "episode", "runtime_s", "released_at", "territory")
    }
    for place, index in enumerate(shelf.series):
        days = shelf.premiere[place]
        never = NEVER // 2  # a delay of NEVER is counted from a premiere that may lie before day 0
        if days.min() >= never:
            continue
        alike = days.min() == days.max()
        lands = [(None, int(days[0]))] if alike else [(catalogue.territories[t], int(d)) for t, d in enumerate(days) if d < never]
        for episode in range(int(shelf.episodes[place])):
            for land, day in lands:
                columns["title_id"].append(catalogue.series[index].title_id)
                columns["season"].append(int(shelf.number[place]) + 1)
                columns["episode"].append(episode + 1)
                columns["runtime_s"].append(int(shelf.runtime_s[place, episode]))
                second = (day + int(shelf.offset[place, episode]) + first_day) * SECONDS_A_DAY + DAWN_S
                columns["released_at"].append(second * 1_000_000)
                columns["territory"].append(land)
    kinds = (pa.string(), pa.int16(), pa.int16(), pa.int32(), MOMENT, pa.string())
    return pa.table({name: pa.array(values, kind) for (name, values), kind in zip(columns.items(), kinds, strict=True)})


def accounts_table(households: NDArray[np.int64], accounts: NDArray[np.int64], catalogue: Catalogue, first_day: int) -> pa.Table:
    """One row an account; ``accounts`` as ``world.simulation.LogRange`` has it."""
    left = accounts[:, 1]
    territories, plans = accounts[:, 2], accounts[:, 3]
    return pa.table(
        {
            "account_id": pa.array(households + 1, pa.int64()),
            "signed_up_at": pa.array(moments(accounts[:, 0], first_day), MOMENT),
            "cancelled_at": pa.array(moments(left, first_day), MOMENT, mask=left < 0),
            "plan": pa.array(np.array(PLANS)[plans], pa.string()),
            "territory": pa.array(np.array(catalogue.territories)[territories], pa.string()),
            "monthly_price": pa.array(catalogue.shelf.price[territories, plans], pa.float64()),
        }
    )


def costs_table(lines: tuple[CostLine, ...]) -> pa.Table:
    """One row a cost line."""
    return pa.table(
        {
            "title_id": pa.array([line.title_id for line in lines], pa.string()),
            "season": pa.array([line.season for line in lines], pa.int16()),
            "kind": pa.array([line.kind for line in lines], pa.string()),
            "amount": pa.array([line.amount for line in lines], pa.float64()),
            "currency": pa.array(["USD"] * len(lines), pa.string()),
            "per_episode": pa.array([line.per_episode for line in lines], pa.bool_()),
            "quality": pa.array([line.quality for line in lines], pa.string()),
            "source": pa.array([line.source for line in lines], pa.string()),
        }
    )


def viewing_table(rows: NDArray[np.void], catalogue: Catalogue, first_day: int) -> pa.Table:
    """Sessions as the log has them."""
    shelf = catalogue.shelf
    place = rows["place"]
    titles = pa.array([one.title_id for one in catalogue.series], pa.string())
    series = pa.array(shelf.series[place], pa.int32())
    columns = [
        pa.array(rows["household"].astype(np.int64) + 1, pa.int64()),
        pa.array(rows["profile"].astype(np.int64), pa.int64()),
        pa.DictionaryArray.from_arrays(series, titles),
        pa.array((shelf.number[place] + 1).astype(np.int16), pa.int16()),
        pa.array(np.ascontiguousarray(rows["episode"]), pa.int16()),
        pa.array(moments(rows["started"], first_day), MOMENT),
        pa.array(moments(rows["arrived"], first_day), MOMENT),
        pa.array(np.ascontiguousarray(rows["seconds"]), pa.int32()),
        pa.DictionaryArray.from_arrays(
            pa.array(np.ascontiguousarray(rows["territory"]), pa.int8()), pa.array(catalogue.territories, pa.string())
        ),
        pa.DictionaryArray.from_arrays(pa.array(np.ascontiguousarray(rows["plan"]), pa.int8()), pa.array(PLANS, pa.string())),
    ]
    return pa.Table.from_arrays(columns, schema=VIEWING)
