"""Nothing after the as-of day moves an answer: with the future deleted, and with the future altered."""

from __future__ import annotations

import dataclasses
import datetime as dt

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from cliffhanger.dossier.plain import plain
from cliffhanger.pipeline.board import board
from cliffhanger.pipeline.dossier import dossier
from cliffhanger.pipeline.figures import Figures, bundled_figures

DAYS = (dt.date(2023, 12, 12), dt.date(2024, 6, 30), dt.date(2024, 9, 19))
BY = dt.date(2025, 12, 31)


@pytest.fixture(scope="module")
def present() -> Figures:
    """The package's figures, without its parameters: every day fits its own."""
    return dataclasses.replace(bundled_figures(), parameters=None)


def later(table: pa.Table, day: dt.date) -> pa.Array:
    """Rows that were not out by a day."""
    return pc.greater(table.column("published_on"), pa.scalar(day))


def deleted(figures: Figures, day: dt.date) -> Figures:
    tables = {name: getattr(figures, name) for name in ("weekly", "halfyear")}
    return dataclasses.replace(figures, **{name: t.filter(pc.invert(later(t, day))) for name, t in tables.items()})


def altered(figures: Figures, day: dt.date) -> Figures:
    """Later rows with other hours, views, seasons and labels; labels seen later altered on rows published before, too."""
    rng = np.random.default_rng(5)
    changed = {}
    for name in ("weekly", "halfyear"):
        table = getattr(figures, name)
        rows = table.to_pylist()
        for row in rows:
            if row["published_on"] > day:
                row |= {"hours": int(row["hours"] * rng.uniform(0.1, 30)), "season": int(row["season"]) + 1, "label": "limited"}
                row["views"] = None if row["views"] is None else int(row["views"] * 3)
                if row.get("release_date"):
                    row["release_date"] += dt.timedelta(days=int(rng.integers(-900, 900)))
            elif row.get("version_day", day) > day:
                row["label"] = "limited" if row["label"] == "season" else "season"
        changed[name] = pa.Table.from_pylist(rows, schema=table.schema)
    return dataclasses.replace(figures, **changed)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_board_is_the_same_without_the_future(present, day):
    """Every field of every row is equal, to the last bit."""
    assert later(present.weekly, day).to_pylist().count(True) > 500
    whole = plain(board(present, as_of=day, by=BY))
    assert len(whole) > 500
    assert plain(board(deleted(present, day), as_of=day, by=BY)) == whole


@pytest.mark.parametrize("day", DAYS[1:], ids=str)
def test_board_is_the_same_with_another_future(present, day):
    """The same with every later figure, date and label altered."""
    whole = plain(board(present, as_of=day, by=BY))
    assert plain(board(altered(present, day), as_of=day, by=BY)) == whole


def test_alterations_before_the_day_are_noticed(present):
    """The control: the same alterations move the board of a later day, so the comparison can fail."""
    day, after = DAYS[1], DAYS[2]
    assert plain(board(altered(present, day), as_of=after, by=BY)) != plain(board(present, as_of=after, by=BY))


def test_dossier_is_the_same_without_the_future(present):
    """A whole dossier, draws and comparable seasons included."""
    day = DAYS[1]
    one, other = (
        plain(dossier(f, "Bridgerton", season=None, as_of=day, rng=np.random.default_rng(1)))
        for f in (present, deleted(present, day))
    )
    assert one == other


def test_a_label_seen_later_is_not_known(present):
    """Rows whose label was first seen after the day leave ``limited`` null; the season is on the board all the same."""
    day = dt.date(2024, 7, 2)  # the list came out that Tuesday, its labels were first seen on the Wednesday
    rows = board(present, as_of=day, by=BY)
    fresh = [r for r in rows if r.listed and (day - r.premiere).days <= 7]
    assert fresh
    assert all(r.limited is None for r in fresh)
    assert any(r.limited is not None for r in rows)
