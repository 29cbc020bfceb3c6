"""Chances and dates of seasons that are not back: hand arithmetic and order."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.estimates.families import LOG_LOGISTIC
from cliffhanger.estimates.return_law import Curve

ONE = np.ones(1)


def curve(ever: float = 0.5, median: float = 400.0, scale: float = 1.0) -> Curve:
    return Curve(LOG_LOGISTIC, np.array([ever]), np.array([np.log(median)]), scale)


def test_chances_by_hand():
    """S(t) = 1 / (1 + t / 400): S(200) = 2/3, S(400) = 1/2, S(800) = 1/3; pi 1/2; seen with 1/4 after day 200."""
    outlook = curve().after(400 * ONE, 200 * ONE, 0.25 * ONE)
    not_seen = 1 - 0.5 + 0.5 * (0.25 * 1 / 2 + 0.75 * 2 / 3)
    unseen = 0.5 * 0.75 * (2 / 3 - 1 / 2)
    to_come = 0.5 * (1 / 2 - 1 / 3)
    assert outlook.back_by(800 * ONE)[0] == pytest.approx((unseen + to_come) / not_seen)
    assert outlook.seen_by(800 * ONE)[0] == pytest.approx(0.25 * to_come / not_seen)
    assert outlook.ever()[0] == pytest.approx((unseen + 0.5 * 1 / 2) / not_seen)
    # Later reports tell all up to day 600 (S = 0.4): what went unseen before day 400, all to day 600, a quarter to day 800.
    known = unseen + 0.5 * (1 / 2 - 0.4) + 0.25 * 0.5 * (0.4 - 1 / 3)
    assert outlook.known_by(800 * ONE, fully_detected=600 * ONE)[0] == pytest.approx(known / not_seen)


def test_median_after_a_wait():
    """Given none by day 400 (S = 1/2), half of what is left has come where S = 1/4: day 1,200."""
    assert curve().quantile_after(400 * ONE, 0.5)[0] == pytest.approx(1200.0)


CHANCE = st.floats(0.01, 0.99)
DAYS = st.floats(1.0, 3000.0)


@given(ever=CHANCE, median=DAYS, scale=st.floats(0.1, 1.5), age=DAYS, share=st.floats(0, 1), q=CHANCE, more=DAYS, further=DAYS)
def test_chances_keep_their_order(ever, median, scale, age, share, q, more, further):
    """Seen is at most back, back grows with the day, ever is the most; all are chances."""
    outlook = curve(ever, median, scale).after(age * ONE, share * age * ONE, q * ONE)
    soon, late = (age + more) * ONE, (age + more + further) * ONE
    slack = 1e-9
    assert -slack <= outlook.seen_by(soon)[0] <= outlook.back_by(soon)[0] + slack
    assert outlook.back_by(soon)[0] <= outlook.back_by(late)[0] + slack
    assert outlook.back_by(late)[0] <= outlook.ever()[0] + slack <= 1 + 2 * slack


@given(ever=CHANCE, median=DAYS, scale=st.floats(0.1, 1.5), age=DAYS, more=DAYS)
def test_waiting_lowers_the_chance(ever, median, scale, age, more):
    """With every return seen, a season still out later is less likely ever to return."""
    law = curve(ever, median, scale)
    now = law.after(age * ONE, age * ONE, ONE).ever()[0]
    later = law.after((age + more) * ONE, (age + more) * ONE, ONE).ever()[0]
    assert later <= now + 1e-9
