"""Who of today's members would come back for a next season, from those who did for past ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cliffhanger.service_records import FINISHED, TRYING, ServiceRecords

Floats = NDArray[np.float64]
NEVER = 0
NEW_DAYS = 182  # half a year: a season that has been out for less is still being tried for its own sake
LEAST_SPREAD = 0.3  # log standard deviation between seasons: a handful of past ones cannot tell that there is none


@dataclass(frozen=True, slots=True, eq=False)
class ReturnFit:
    """What became of each involvement, over all past seasons that followed another.

    Attributes
    ----------
    returned
        Shape (6,): share that came back; of those who had never played the series, for each follower among the members.
    hours
        Shape (6, n_knots): fresh hours of the series by days since the premiere, for each who came back and hour of the next
        season's runtime.
    halo
        Shape (6,): share of those hours that went to earlier seasons.
    knots
        Shape (n_knots,): those days.
    late
        Fresh hours of the series that an account which joins before the premiere watches, for each that a member does.
    spread
        Standard deviation, between seasons, of the logarithm of hours seen over hours expected.
    back_test
        Mean absolute logarithm of hours seen over hours expected from all other past seasons; null with fewer than three.
    gap_days
        Mean days between the premieres of those seasons and of the ones before.
    sequels, accounts
        What it was fitted on.
    """

    returned: Floats
    hours: Floats
    halo: Floats
    knots: Floats
    late: float
    spread: float
    back_test: float | None
    gap_days: float
    sequels: int
    accounts: int


def fit_returns(records: ServiceRecords) -> ReturnFit:
    """Pool the past seasons; of none at all nothing comes back.

    Newcomers are those of the members who had never played the series; their share goes with the share that follows it already,
    because what many finished many hear of.
    """
    audience, returned = records.sequel_audience, records.sequel_returned
    exposed = audience.copy()
    exposed[:, NEVER] *= following(audience)
    share = _ratio(returned.sum(axis=0), exposed.sum(axis=0))
    runtime = records.sequels["runtime_h"].astype(np.float64)
    watched = (returned * runtime[:, None]).sum(axis=0)
    hours = _ratio(records.sequel_fresh.sum(axis=0), watched[:, None])
    seen = records.sequel_fresh[:, :, -1].sum(axis=1) if len(runtime) else np.zeros(0)
    expected = (exposed * share * hours[:, -1]).sum(axis=1) * runtime if len(runtime) else np.zeros(0)
    return ReturnFit(
        returned=np.minimum(share, 1.0) if len(runtime) else share,
        hours=hours,
        halo=_ratio(records.sequel_halo.sum(axis=0), records.sequel_fresh[:, :, -1].sum(axis=0)),
        knots=records.knots,
        late=_late(records),
        spread=_spread(seen, expected),
        back_test=_back_test(records, exposed, runtime),
        gap_days=float(records.sequels["gap_days"].mean()) if len(runtime) else 365.0,
        sequels=len(runtime),
        accounts=int(audience[:, FINISHED:].sum()),
    )


def following(audience: Floats) -> Floats:
    """Share of the members that had finished the latest season; shape (n_seasons,)."""
    return _ratio(audience[:, FINISHED:].sum(axis=1), audience.sum(axis=1))


def comes_by_launch(involvement: int, days_out: float) -> bool:
    """Say whether those who are that to a series come back only as far as its next launch is heard of.

    Whoever has finished it waits for what is dated, and whoever is in the middle of a season of the last half year goes on by
    itself; all others have to hear that there is more.
    """
    return involvement < FINISHED and not (involvement == TRYING and days_out < NEW_DAYS)


def _back_test(records: ServiceRecords, exposed: Floats, runtime: Floats) -> float | None:
    """Each past season expected from all others; weighed by the hours seen."""
    seen = records.sequel_fresh[:, :, -1].sum(axis=1) if len(runtime) else np.zeros(0)
    if (seen > 0).sum() < 3:
        return None
    errors, weights = [], []
    for left_out in np.flatnonzero(seen > 0):
        others = np.arange(len(runtime)) != left_out
        an_hour = _ratio(records.sequel_fresh[others, :, -1].sum(axis=0), (exposed[others] * runtime[others, None]).sum(axis=0))
        expected = float(exposed[left_out] @ an_hour) * runtime[left_out]
        if expected > 0:
            errors.append(abs(float(np.log(seen[left_out] / expected))))
            weights.append(seen[left_out])
    return float(np.average(errors, weights=weights)) if errors else None


def _late(records: ServiceRecords) -> float:
    joiners, members = records.sequels["late_joiners"].sum(), records.sequels["members"].sum()
    hours, theirs = records.sequels["late_fresh_h"].sum(), records.sequel_fresh[:, :, -1].sum()
    return float(hours / joiners / (theirs / members)) if joiners and theirs else 1.0


def _spread(seen: Floats, expected: Floats) -> float:
    """Weighed by the expected hours, so that seasons of a handful of followers do not tell how far large ones scatter."""
    able = (seen > 0) & (expected > 0)
    if able.sum() < 3:
        return 2 * LEAST_SPREAD
    logs, weights = np.log(seen[able] / expected[able]), expected[able]
    middle = (weights @ logs) / weights.sum()
    return float(max(np.sqrt((weights @ (logs - middle) ** 2) / weights.sum()), LEAST_SPREAD))


def _ratio(above: Floats, below: Floats) -> Floats:
    return np.asarray(np.divide(above, below, out=np.zeros(np.broadcast(above, below).shape), where=below > 0), dtype=np.float64)
