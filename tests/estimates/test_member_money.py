"""What a month of membership brings: whose months are won, and what is watched in them."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import expit, logit

from cliffhanger.estimates.churn import fit_churn
from cliffhanger.estimates.member_money import member_money
from cliffhanger.service_records import ServiceRecords
from tests.estimates.service_sample import service

ADS_A_MEMBER = 4_000 * 30.0 / 10_000  # of the sample's plans


def _unlike(**other: object) -> ServiceRecords:
    """The sample's members, of whom half of each plan usually watch 5 hours a month and the others 60; the latter are few."""
    content = dict(service().content)
    much = content["fresh_bin"] > 0
    content["accounts"] = np.where(much, 20.0, 100.0)
    content["fresh_h"], content["familiar_h"] = np.where(much, 20.0, 0.0) * content["accounts"], 8.0 * content["accounts"]
    content["usual_h"] = np.where(much, 60.0, 5.0) * content["accounts"]
    return service(content=content | other)


def test_a_month_won_is_watched_like_those_months_that_a_small_change_of_the_odds_wins() -> None:
    records = _unlike()
    churn = fit_churn(records.churn)
    content = records.content
    hazard = churn.hazard(content)
    assert np.ptp(hazard) > 0.01, "who watches much leaves less often, or nothing is weighed"
    stay = content["accounts"] * (hazard - expit(logit(hazard) - 1e-4))
    ads = content["plan"] == "ads"
    for involvement, found in enumerate(member_money(records, churn).won_ad_hours):
        mine = content["involvement"] == involvement
        watched = (stay * content["usual_h"] / content["accounts"])[mine & ads].sum()
        assert found == pytest.approx(watched / stay[mine].sum(), rel=1e-3)


def test_whoever_is_about_to_leave_watches_less_than_others() -> None:
    records = _unlike()
    churn = fit_churn(records.churn)
    of_all = records.content["involvement"] == 0
    ads = of_all & (records.content["plan"] == "ads")
    mean = records.content["usual_h"][ads].sum() / records.content["accounts"][of_all].sum()
    assert member_money(records, churn).won_ad_hours[0] < mean


def test_price_and_share_are_those_of_the_members() -> None:
    money = member_money(service(), fit_churn(service().churn))
    assert money.price == pytest.approx(0.4 * 8.0 + 0.6 * 16.0)
    assert money.ad_share == pytest.approx(120_000 / 270_000)


def test_a_joiner_watches_like_young_accounts_and_where_there_are_none_like_everybody() -> None:
    churn = fit_churn(service().churn)
    assert member_money(service(), churn).joiner_ad_hours == pytest.approx(ADS_A_MEMBER)
    young = np.where(service().content["fresh_bin"] > 0, 2, 12)
    assert member_money(_unlike(tenure_from=young), churn).joiner_ad_hours == pytest.approx(0.5 * 60.0)


def test_without_plans_with_advertising_nothing_is_watched_on_them() -> None:
    plans, content = dict(service().plans), dict(service().content)
    plans["plan"] = np.array(["basic", "standard"])
    content["plan"] = np.where(content["plan"] == "ads", "basic", "standard")
    money = member_money(service(plans=plans, content=content), fit_churn(service().churn))
    assert (money.ad_share, money.joiner_ad_hours, *money.won_ad_hours) == (0.0,) * 8


def test_where_no_member_is_known_hours_are_those_of_all() -> None:
    nobody = {name: column[:0] for name, column in service().content.items()}
    money = member_money(service(content=nobody), fit_churn(service().churn))
    assert (*money.won_ad_hours, money.joiner_ad_hours) == pytest.approx((ADS_A_MEMBER,) * 7)
