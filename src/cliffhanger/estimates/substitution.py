"""What a season takes from others: hours of other series around past premieres, by difference in differences."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cliffhanger.service_records import Columns

Floats = NDArray[np.float64]
LIKELY_ERROR = 2.0  # standard errors
SECONDS_AN_HOUR = 3_600.0


@dataclass(frozen=True, slots=True)
class Substitution:
    """What becomes of the hours that a season brings its followers, each as a share of their own fresh hours of it, 0 to 1.

    Attributes
    ----------
    of_fresh
        Hours of other series, new to them, that they watch less.
    of_all
        All hours that they watch less: other series, and what they had seen before.
    fresh_error, all_error
        Standard errors, between premieres.
    pre_trend, placebo
        What followers did differently before there was anything to watch, and around a day on which nothing of the series came
        out: hours of all series an account, in standard errors; null where it cannot be told.
    premieres, accounts
        Premieres and followers that it was read off.
    """

    of_fresh: float
    of_all: float
    fresh_error: float
    all_error: float
    pre_trend: float | None
    placebo: float | None
    premieres: int
    accounts: int

    @property
    def suspicious(self) -> bool:
        """Whether followers and others moved apart where nothing should have moved them."""
        return any(abs(found) > LIKELY_ERROR for found in (self.pre_trend, self.placebo) if found is not None)


def fit_substitution(around: Columns) -> Substitution:
    """Hold followers against matched members who had never played the series; each premiere is one observation.

    Within a premiere, followers are weighed as they are and the others as the followers they match.
    """
    real, placebo = (_effects(around, which) for which in (0, 1))
    own, accounts = real["own"], real["accounts"]
    fresh, fresh_error = _mean(-real["fresh"], accounts, own)
    more, all_error = _mean(real["all"], accounts, own)
    return Substitution(
        of_fresh=float(np.clip(fresh, 0.0, 1.0)),
        of_all=float(np.clip(1.0 - more, 0.0, 1.0)),
        fresh_error=fresh_error,
        all_error=all_error,
        pre_trend=_score(real["before"], accounts),
        placebo=_score(placebo["all"], placebo["accounts"]),
        premieres=len(own),
        accounts=int(accounts.sum()),
    )


def _effects(around: Columns, placebo: int) -> dict[str, Floats]:
    """By premiere: followers, their own hours, and the change of hours against matched others, hours an account."""
    mine = around["placebo"] == placebo
    keys = np.array([f"{t}\t{s}" for t, s in zip(around["title_id"][mine], around["season"][mine], strict=True)], dtype=str)
    table = {name: column[mine] for name, column in around.items()}
    rows: list[tuple[float, ...]] = []
    for key in np.unique(keys):
        found = _one({name: column[keys == key] for name, column in table.items()})
        if found is not None:
            rows.append(found)
    columns = np.array(rows, dtype=np.float64).reshape(len(rows), 5).T
    return dict(zip(("accounts", "own", "fresh", "all", "before"), columns, strict=True))


def _one(rows: Columns) -> tuple[float, ...] | None:
    total = np.zeros(5)
    for match in np.unique(rows["match_bin"]):
        of = rows["match_bin"] == match
        treated, control = of & (rows["exposed"] == 1), of & (rows["exposed"] == 0)
        if not treated.any() or not control.any():
            continue
        n, m = float(rows["accounts"][treated].sum()), float(rows["accounts"][control].sum())
        changes = [rows["own_s"]]
        for name, later, earlier in (("other_fresh", "1", "0"), ("all", "1", "0"), ("all", "0", "b")):
            changes.append(rows[f"{name}_{later}"] - rows[f"{name}_{earlier}"])
        moved = [float(change[treated].sum() / n - change[control].sum() / m) / SECONDS_AN_HOUR for change in changes]
        total += n * np.array([1.0, *moved])
    return (float(total[0]), *(float(part / total[0]) for part in total[1:])) if total[0] else None


def _mean(effect: Floats, accounts: Floats, own: Floats) -> tuple[float, float]:
    """Pooled effect per own hour, and its standard error between premieres (ratio estimator, Cochran 1977, ch. 6)."""
    below = float(accounts @ own)
    if below <= 0:
        return 0.0, float("nan")
    share = float(accounts @ effect) / below
    if len(own) < 2:
        return share, float("nan")
    residual = accounts * (effect - share * own)
    return share, float(np.sqrt(len(own) / (len(own) - 1) * (residual @ residual)) / below)


def _score(effect: Floats, accounts: Floats) -> float | None:
    """Weighed mean over its standard error between premieres."""
    if len(effect) < 3:
        return None
    weights = accounts / accounts.sum()
    mean = float(weights @ effect)
    error = float(np.sqrt((weights**2) @ (effect - mean) ** 2 * len(effect) / (len(effect) - 1)))
    return mean / error if error > 0 else None
