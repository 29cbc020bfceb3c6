"""Small random viewing logs that hold what goes wrong in large ones."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pyarrow as pa

DAY = 86_400
START = int(dt.datetime(2024, 1, 1, tzinfo=dt.UTC).timestamp())
TERRITORIES = ("AT", "BR", "US")
MOMENT = pa.timestamp("s")
# title, season, episodes, runtime in seconds, first release (days), days between releases
SEASONS = (
    ("one", 1, 1, 5_400, 0, 0),
    ("short", 1, 4, 90, 5, 0),
    ("binge", 1, 8, 3_000, 0, 0),
    ("binge", 2, 6, 3_100, 100, 0),
    ("weekly", 1, 10, 2_700, 20, 7),
    ("soap", 1, 80, 1_200, -30, 0),
    ("recent", 1, 3, 1_800, 150, 0),
)


def random_log(seed: int, *, accounts: int = 40, sessions: int = 2_000) -> dict[str, pa.Table]:
    """Tables ``viewing``, ``episodes`` and ``accounts`` in the declared schemas.

    Late rows, rewatches, duplicates of other length and arrival, several profiles, seasons of 1 and of 80 episodes, sessions
    across midnight and the window's edge, before the premiere, of unknown accounts and episodes, staggered releases.
    """
    rng = np.random.default_rng(seed)
    return {"viewing": _viewing(rng, accounts, sessions), "episodes": _episodes(), "accounts": _accounts(rng, accounts)}


def _episodes() -> pa.Table:
    rows = []
    for title, season, count, runtime, first, gap in SEASONS:
        for number in range(1, count + 1):
            out = START + (first + gap * (number - 1)) * DAY + 8 * 3_600
            rows.append((title, season, number, runtime + 7 * number, out, None))
            if title == "binge" and season == 1:  # a week later in one territory, cut differently
                rows.append((title, season, number, runtime + 5 * number, out + 7 * DAY, "BR"))
    rows.append(("local", 1, 1, 2_000, START, "AT"))  # released in one territory only
    names = ("title_id", "season", "episode", "runtime_s", "released_at", "territory")
    kinds = (pa.string(), pa.int16(), pa.int16(), pa.int32(), MOMENT, pa.string())
    return pa.table({n: pa.array([row[k] for row in rows], kinds[k]) for k, n in enumerate(names)})


def _accounts(rng: np.random.Generator, accounts: int) -> pa.Table:
    joined = START + rng.integers(-200, 120, accounts) * DAY + rng.integers(0, DAY, accounts)
    left = joined + rng.integers(20, 400, accounts) * DAY
    return pa.table(
        {
            "account_id": pa.array(np.arange(1, accounts + 1), pa.int64()),
            "signed_up_at": pa.array(joined, MOMENT),
            "cancelled_at": pa.array(left, MOMENT, mask=rng.random(accounts) < 0.5),
            "plan": pa.array(rng.choice(["ads", "standard", "premium"], accounts)),
            "territory": pa.array(rng.choice(TERRITORIES, accounts)),
            "monthly_price": pa.array(rng.choice([6.99, 13.99, 19.99], accounts)),
        }
    )


def _viewing(rng: np.random.Generator, accounts: int, sessions: int) -> pa.Table:
    which = rng.integers(0, len(SEASONS) + 1, sessions)
    titles = [*((s[0], s[1], s[2], s[3], s[4]) for s in SEASONS), ("local", 1, 1, 2_000, 0)]
    rows: list[list[object]] = []
    for k in which:
        title, season, count, runtime, first = titles[k]
        edge = rng.choice([0, 7, 28, 91]) if rng.random() < 0.3 else rng.exponential(25)
        start = START + first * DAY + 8 * 3_600 + int(edge * DAY) + int(rng.integers(-5, 5) * rng.choice([1, 600]))
        episode = int(rng.integers(1, count + 2)) if rng.random() < 0.05 else int(rng.integers(1, count + 1))
        seconds = int(
            rng.choice(
                [0, 60, 119, 120, int(runtime * 0.7) + 5, runtime, runtime + 80, 2 * runtime, rng.integers(0, runtime + 1)]
            )
        )
        late = None if rng.random() < 0.3 else start + int(rng.choice([0, 60, DAY, 30 * DAY], p=[0.3, 0.4, 0.2, 0.1]))
        account = int(rng.integers(1, accounts + 2))
        rows.append([account, int(rng.integers(0, 3)), title, season, episode, start, late, seconds])
        while rng.random() < 0.15:  # the same session again, of another length or arrival
            again = list(rows[-1])
            again[6] = None if rng.random() < 0.3 else start + int(rng.integers(0, 5)) * DAY
            again[7] = int(rng.integers(0, runtime + 1))
            rows.append(again)
        if rng.random() < 0.3:  # a whole season in a row, so that there are completers
            for number in range(1, count + 1):
                step = int(rng.integers(1, 3 * DAY))
                rows.append([account, int(rng.integers(0, 2)), title, season, number, start + number * step, None, runtime + 600])
    rng.shuffle(rows)
    kinds = (pa.int64(), pa.int64(), pa.string(), pa.int16(), pa.int16(), MOMENT, MOMENT, pa.int32())
    names = ("account_id", "profile_id", "title_id", "season", "episode", "started_at", "arrived_at", "seconds_viewed")
    table = {n: pa.array([row[k] for row in rows], kinds[k]) for k, n in enumerate(names)}
    table["territory"] = pa.array(rng.choice(TERRITORIES, len(rows)))
    table["plan"] = pa.array(rng.choice(["ads", "standard"], len(rows)))
    return pa.table(table)
