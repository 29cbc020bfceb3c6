"""What a month of membership brings: its price, and hours watched on plans with advertising.

Months are not all alike. Those that a season wins are months of members who would have left, who watch less than others do; and
new accounts are not those that have stayed for years.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cliffhanger.estimates.churn import ChurnFit
from cliffhanger.service_records import INVOLVEMENTS, Columns, ServiceRecords

Floats = NDArray[np.float64]
AD_PLAN = re.compile(r"\bad(s|verts?|vertising|-supported)?\b", re.IGNORECASE)
JOINER_MONTHS = 6  # joiners are valued over months, not years: accounts so young are like them


@dataclass(frozen=True, slots=True, eq=False)
class MemberMoney:
    """What members pay and watch.

    Attributes
    ----------
    price
        Mean monthly price.
    ad_share
        Share of all hours that is watched on plans with advertising.
    won_ad_hours
        Shape (6,): hours of a month won, on such plans, by involvement; the first of all members.
    joiner_ad_hours
        Those of a month of a joiner.
    """

    price: float
    ad_share: float
    won_ad_hours: Floats
    joiner_ad_hours: float


def member_money(records: ServiceRecords, churn: ChurnFit) -> MemberMoney:
    """Read it off the plans and the members of today.

    A small change of the log odds of leaving moves a member's chance by ``h (1 - h)``, so that a month won is watched like the
    mean of members weighed by it. Where no member of an involvement is known, its hours are those of all.
    """
    plans = records.plans
    members = plans["members"]
    everybody = max(float(members.sum()), 1.0)
    ads, hours = _advertised(plans), members * plans["hours"]
    mean = float(hours[ads].sum()) / everybody
    content = records.content
    hazard = churn.hazard(content)
    counts = content["accounts"].astype(np.float64)
    usual = np.where(_advertised(content), content["usual_h"], 0.0) / np.maximum(counts, 1.0)
    weights = counts * hazard * (1.0 - hazard)
    of_all = content["involvement"] == 0
    won = [_mean(usual, weights * (content["involvement"] == k), mean) for k in range(len(INVOLVEMENTS))]
    return MemberMoney(
        price=float(members @ plans["monthly_price"]) / everybody,
        ad_share=float(hours[ads].sum()) / max(float(hours.sum()), 1e-9),
        won_ad_hours=np.array(won),
        joiner_ad_hours=_mean(usual, counts * (of_all & (content["tenure_from"] < JOINER_MONTHS)), mean),
    )


def _advertised(rows: Columns) -> NDArray[np.bool_]:
    return np.array([bool(AD_PLAN.search(str(plan))) for plan in rows["plan"]], dtype=bool)


def _mean(values: Floats, weights: Floats, otherwise: float) -> float:
    whole = float(weights.sum())
    return float(values @ weights) / whole if whole > 0 else otherwise
