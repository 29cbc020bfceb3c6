"""Fictional dossiers for the tests of the renderers. Only the half-yearly hours of Spinning Out are public figures."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace

import numpy as np
from scipy.special import ndtri

from cliffhanger.claims.campaign import Signal, SignalSeries, signal_series
from cliffhanger.claims.status import State, Status
from cliffhanger.claims.story import Event
from cliffhanger.decision.against import Against, against
from cliffhanger.decision.choosing import Choice
from cliffhanger.decision.risk import MEAN, Risk
from cliffhanger.dossier.campaign import Audience
from cliffhanger.dossier.known import Answer, Effect, SeriesKnown, Source, Told
from cliffhanger.dossier.paying import Guard, Payback, ReportedCost, Should, Stated, Worth
from cliffhanger.dossier.record import Comparable, Dossier, Gap, HalfYear, Sources, Week
from cliffhanger.dossier.returning import Driver, Evidence, HowMany, When, Will
from cliffhanger.dossier.spread import Spread
from cliffhanger.pipeline.campaign import with_campaign

NOTHING = Spread(None, None, None)
HOSTILE = "<script>alert(1)</script> & \"=cmd|' /C calc'!A0\""
CONTROL = "Night\x1b[31m|Shift\u202e\n`**_[x](y)_**` </svg>\x00"
PUBLISHED = (dt.date(2023, 12, 12), dt.date(2024, 5, 23), dt.date(2024, 9, 19), dt.date(2025, 2, 26))
STARTS = (dt.date(2023, 1, 1), dt.date(2023, 7, 1), dt.date(2024, 1, 1), dt.date(2024, 7, 1))
ENDS = (dt.date(2023, 6, 30), dt.date(2023, 12, 31), dt.date(2024, 6, 30), dt.date(2024, 12, 31))
ORIGINS = (dt.date(2023, 6, 30), dt.date(2023, 12, 31))
SOURCES = Sources(
    origin="the workspace",
    files=(
        ("all-weeks-global.tsv", "weekly", dt.date(2025, 7, 1)),
        ("What_We_Watched_A_Netflix_Engagement_Report_2024Jul-Dec.xlsx", "halfyear", dt.date(2025, 2, 26)),
        ("What_We_Watched_A_Netflix_Engagement_Report_2024Jan-Jun.xlsx", "halfyear", dt.date(2024, 9, 19)),
    ),
    observed_until=dt.date(2025, 6, 29),
    detected_until=dt.date(2024, 12, 31),
    fitted_through=dt.date(2025, 7, 1),
    seasons_fitted=3412,
    returns_fitted=1187,
    version="0.1.0",
)


def half_years(hours: tuple[int, ...], views: tuple[int | None, ...]) -> tuple[HalfYear, ...]:
    """Half-yearly figures, the last of them for 2024 H2."""
    rows = list(zip(STARTS, ENDS, PUBLISHED, strict=True))[-len(hours) :]
    return tuple(HalfYear(a, b, h, v, p) for (a, b, p), h, v in zip(rows, hours, views, strict=True))


def curve(level: float, *, middle: float, months: int) -> tuple[tuple[float, float], ...]:
    """Chance by months of waiting: falls slowly, then fast."""
    return tuple((float(m), level / (1.0 + math.exp((m - middle) / 5.0))) for m in range(months + 1))


def quarters(first: dt.date, chances: tuple[float, ...]) -> tuple[tuple[dt.date, float], ...]:
    """Quarters of a year, counted from a day."""
    day, rows = first, []
    for value in chances:
        rows.append((day, value))
        day = dt.date(day.year + (day.month + 2) // 12, (day.month + 2) % 12 + 1, day.day)
    return tuple(rows)


def _weeks() -> tuple[Week, ...]:
    hours = (31_400_000, 42_900_000, 24_100_000, 13_800_000, 9_200_000, None, 7_100_000)
    rows = []
    for k, value in enumerate(hours):
        if value is not None:
            sunday = dt.date(2024, 2, 11) + dt.timedelta(days=7 * k)
            published = sunday + dt.timedelta(days=2)
            rows.append(Week(sunday, "TV (English)", min(k + 1, 10), value, round(value / 7.4), published))
    return tuple(rows)


def _comparables() -> tuple[Comparable, ...]:
    return (
        Comparable("Salt Road", 1, dt.date(2022, 3, 3), dt.date(2023, 9, 14), None, (3.1e6, 5.9e6, 3.0e6, 1.6e6, None, 1.2e6)),
        Comparable("The Quarry", 1, dt.date(2022, 10, 6), None, 0.06, (4.4e6, 4.1e6, 1.9e6)),
        Comparable("Paper Tide", 1, dt.date(2023, 5, 18), dt.date(2025, 1, 9), None, (2.7e6, 4.9e6, 2.8e6, 2.0e6, 1.4e6)),
        Comparable("Low Season", 1, dt.date(2023, 8, 24), None, 0.11, (3.8e6, 3.9e6, 1.5e6, 0.9e6)),
        Comparable("An Exceptionally Long Title of a Series: Part of a Whole", 1, dt.date(2023, 11, 2), None, 0.002, ()),
    )


def _stated(name: str, low: float, middle: float, high: float, known_on: dt.date | None = None) -> Stated:
    unit = "minutes" if name == "episode_minutes" else "USD per viewing hour"
    return Stated(name, Spread(low, middle, high), unit, "why it is so", "a report", known_on, changed=False)


STATED = (
    _stated("value_per_hour", 0.077, 0.079, 0.081, PUBLISHED[-1]),
    _stated("revenue_per_hour", 0.184, 0.196, 0.207, PUBLISHED[-1]),
    _stated("advertising_per_hour", 0.16, 0.23, 0.30),
    _stated("episode_minutes", 30.0, 45.0, 60.0),
)
REPORTED = (
    ReportedCost("On My Block", "", 2e6, 2e6, "list article", "a page"),
    ReportedCost("Squid Game", "1", 2.4e6, 2.4e6, "leak", "a page"),
    ReportedCost("The Pitt", "1", 4e6, 5e6, "trade report", "a page"),
    ReportedCost("Frasier", "peak", 5.2e6, 5.2e6, "list article", "a page"),
)


def _worth(season: Spread, hours: float) -> tuple[Worth, ...]:
    """Break-even at each value, from that of a season at the first, with episodes of three quarters of an hour."""
    rows = []
    for row in STATED[:3]:
        by = (row.value.p50 or 0.0) / 0.079
        ends = [(end or 0.0) * by for end in (season.p10, season.p50, season.p90)]
        hour = Spread(*(end / hours for end in ends))
        rows.append(Worth(row.name, row.value, Spread(*ends), hour, Spread(*(0.75 * end / hours for end in ends))))
    return tuple(rows)


def _against(season: Spread, cost: float | None = None) -> Against:
    """A worth with these quantiles, and a cost that is known."""
    score = ndtri((np.arange(2000) + 0.5) / 2000)
    low, middle, high = (end or 0.0 for end in (season.p10, season.p50, season.p90))
    worth = middle + score * np.where(score < 0, middle - low, high - middle) / 1.2816
    return against("renew", worth, None if cost is None else np.full(2000, cost), break_even=middle)


LAUNCHED = Should(
    basis="launch", missing="", hours=Spread(9.8e7, 2.2e8, 4.9e8), base_hours=6.9e7, ratio=Spread(1.4, 1.9, 3.5), pairs=234,
    episodes=None, worth=_worth(Spread(7.7e6, 1.74e7, 3.9e7), 7.4), assumptions=STATED,
    guards=(
        Guard("hours", "PASS", None, None), Guard("pairs", "PASS", 234.0, 100.0), Guard("launch", "PASS", None, None),
        Guard("average_hour", "REVIEW", None, None),
    ),
    against=_against(Spread(7.7e6, 1.74e7, 3.9e7)), reported=REPORTED, reported_count=38, reported_below=0, payback=None,
)  # fmt: skip
SETTLED = Should(
    basis="settled", missing="", hours=Spread(2.7e7, 8.2e7, 1.77e8), base_hours=3.23e7, ratio=Spread(0.83, 2.5, 5.5), pairs=73,
    episodes=10, worth=_worth(Spread(2.1e6, 6.4e6, 1.4e7), 8.217), assumptions=STATED[:3],
    guards=(
        Guard("hours", "PASS", None, None), Guard("pairs", "REVIEW", 73.0, 100.0), Guard("launch", "REVIEW", None, None),
        Guard("average_hour", "REVIEW", None, None), Guard("wait", "REVIEW", 1827.0, 1431.0),
        Guard("later_source", "REVIEW", 1.0, 0.0),
    ),
    against=_against(Spread(2.1e6, 6.4e6, 1.4e7), 2e7), reported=REPORTED, reported_count=38, reported_below=1,
    payback=Payback(
        Spread(2e6, 2e6, 2e6), 0.04, Spread(-1.8e7, -1.36e7, -5.9e6), 0.244, MEAN,
        (
            Choice(MEAN, "end", {"renew": -1.3e7, "end": 0.0}, asked=True),
            Choice(Risk("cvar", 0.2), "end", {"renew": -1.9e7, "end": 0.0}, asked=False),
        ),
    ),
)  # fmt: skip
UNANSWERED = Should(
    basis="settled", missing="no_figures", hours=NOTHING, base_hours=None, ratio=NOTHING, pairs=0, episodes=None, worth=(),
    assumptions=STATED, guards=(Guard("hours", "FAIL", None, None),), against=None, reported=(), reported_count=38,
    reported_below=0, payback=None,
)  # fmt: skip

OPEN_FIRST = Dossier(
    series="Harbour Lights", season=1, platform="Netflix", as_of=dt.date(2025, 7, 1), premiere=dt.date(2024, 2, 8),
    premiere_from="report", limited=False, language="English", genres=("Drama", "Thriller"), runtime_min=444,
    launch_listed=True, seasons=((1, dt.date(2024, 2, 8)),), returned_on=None,
    will=Will(
        within_36_months=Spread(0.15, 0.23, 0.33), ever=Spread(0.17, 0.25, 0.36), without_history=0.19,
        drivers=(
            Driver("limited", present=False, log_odds=0.9, flag=True),
            Driver("era", present=True, log_odds=-0.8, flag=False),
            Driver("first season", present=True, log_odds=-0.6, flag=True),
            Driver("relative views", present=True, log_odds=0.4, flag=False),
            Driver("weeks in the first four", present=True, log_odds=0.2, flag=False),
            Driver("kids", present=False, log_odds=-0.1, flag=True),
        ),
        over_time=curve(0.46, middle=16.5, months=48),
        evidence=Evidence("open first seasons", 412, 88, 0.714, 0.124, 0.161, 0.038, ORIGINS),
    ),
    when=When(
        dt.date(2025, 11, 20), dt.date(2026, 7, 14), dt.date(2027, 10, 2), 0.741,
        quarters(dt.date(2025, 7, 1), (0.021, 0.034, 0.041, 0.038, 0.029, 0.021, 0.015, 0.011, 0.008, 0.006, 0.004, 0.003)),
        0.007, 0.021, probably_never=False,
    ),
    how_many=HowMany(Spread(5.2e6, 9.3e6, 16.8e6), 15.2e6, NOTHING, 13, 0.365),
    should=LAUNCHED,
    weeks=_weeks(),
    half_years=half_years((148_700_000, 21_300_000), (20_100_000, 2_900_000)),
    comparables=_comparables(),
    gaps=(Gap("no_log"), Gap("no_claims"), Gap("open_first_season"), Gap("undetected", "2024-12-31"), Gap("announced_end")),
    sources=SOURCES,
)  # fmt: skip

NEVER_LISTED = Dossier(
    series="Spinning Out", season=1, platform="Netflix", as_of=dt.date(2025, 7, 1), premiere=dt.date(2020, 1, 1),
    premiere_from="report", limited=None, language="English", genres=("Drama",), runtime_min=493,
    launch_listed=False, seasons=((1, dt.date(2020, 1, 1)),), returned_on=None,
    will=Will(
        within_36_months=Spread(0.0011, 0.0019, 0.0034), ever=Spread(0.0014, 0.0024, 0.0042), without_history=None,
        drivers=(
            Driver("before the lists", present=True, log_odds=0.5, flag=True),
            Driver("first season", present=True, log_odds=-0.5, flag=True),
        ),
        over_time=curve(0.48, middle=20.0, months=66), evidence=None,
    ),
    when=When(
        None, None, None, 0.9976, quarters(dt.date(2025, 7, 1), (0.0002, 0.0002, 0.0002, 0.0002, 0.0001, 0.0001, 0.0001, 0.0001)),
        0.0012, 0.0, probably_never=True,
    ),
    how_many=HowMany(NOTHING, None, NOTHING, 0, None),
    should=SETTLED,
    weeks=(),
    half_years=half_years((12_900_000, 18_700_000, 18_000_000, 14_300_000), (None, 2_300_000, 2_200_000, 1_700_000)),
    comparables=(),
    gaps=tuple(Gap(code) for code in ("no_log", "no_claims", "never_listed", "before_lists", "old_season", "no_label")),
    sources=SOURCES,
)  # fmt: skip

RETURNED = replace(
    OPEN_FIRST, series="Salt Road", season=2, premiere=dt.date(2022, 3, 3), returned_on=dt.date(2023, 9, 14),
    will=None, when=None, how_many=None, should=None,
    weeks=(), seasons=((1, dt.date(2020, 11, 5)), (2, dt.date(2022, 3, 3)), (3, dt.date(2023, 9, 14))),
    gaps=(Gap("no_log"), Gap("no_claims"), Gap("runtime_unknown")), runtime_min=None, launch_listed=False,
)  # fmt: skip

HOSTILE_TITLE = replace(
    OPEN_FIRST, series=HOSTILE, platform=CONTROL, language="<b>x</b>", genres=("a|b", "<i>"),
    comparables=(replace(OPEN_FIRST.comparables[0], series=CONTROL), replace(OPEN_FIRST.comparables[1], series=HOSTILE)),
    should=replace(LAUNCHED, reported=(replace(REPORTED[0], series=HOSTILE, source=CONTROL), *REPORTED[1:])),
    gaps=(Gap("undetected", "<img src=x onerror=alert(1)>"), Gap("a_new_code", HOSTILE)),
    sources=replace(SOURCES, files=((HOSTILE, "=1+1", dt.date(2025, 7, 1)),), origin=CONTROL),
)  # fmt: skip

NOT_FINITE = replace(
    OPEN_FIRST,
    will=Will(
        NOTHING, Spread(math.nan, math.nan, math.nan), math.nan, (), ((0.0, math.nan), (6.0, 0.2)),
        Evidence("limited", 30, 0, None, math.nan, None, None, ()),
    ),
    when=When(None, None, None, 1.0, (), 0.0, 0.0, probably_never=False),
    how_many=HowMany(Spread(math.inf, math.nan, None), math.nan, NOTHING, 1, math.inf),
    should=UNANSWERED,
    weeks=(), half_years=(), comparables=(), gaps=(),
)  # fmt: skip

ALL = {
    "open first": OPEN_FIRST,
    "never listed": NEVER_LISTED,
    "returned": RETURNED,
    "hostile": HOSTILE_TITLE,
    "not finite": NOT_FINITE,
}


def _source(words: str) -> Source:
    return Source("a#1", words, "The Paper", dt.date(2025, 6, 2), dt.date(2025, 6, 2), "reported", "The Paper")


def _answer(slot: str, value: dict[str, object], about: str = "") -> Answer:
    shown = _source(f"{slot} {about} as the paper has it")
    since = dt.date(2025, 6, 2)
    return Answer(slot, 2, about, value, "+", "reported", since, "The Paper", 2.0, False, 1, "", (shown,), (), 1)


def told(state: State, *, standing: str = "official", official: bool = True, season: int = 2, effect: bool = False) -> Told:
    """What articles told: where it stands, a day, a cast of thirty, a petition and its hashtag, and a reason."""
    since = dt.date(2025, 6, 2)
    stands = Status(state, season, since, standing, official=official, contested=False, because="“It is so” (Vela, 2025-06-02)")
    window = {"start": "2025-12-04", "end": "2025-12-04", "precision": "day", "edtf": "2025-12-04"}
    cast = [_answer("cast", {"actor": f"Actor {k}", "st": "returning"}, f"actor {k}") for k in range(30)]
    slots = (
        _answer("release", {"window": window}), *cast, _answer("petition", {"n": 48_500}), _answer("hashtag", {"tag": "#Save"}),
        _answer("reason", {"of": "renewal", "gist": "it pays"}),
    )  # fmt: skip
    known = SeriesKnown("Harbour Lights", dt.date(2025, 7, 1), stands, (), slots, (), 3, 34)
    moved = Effect("official cancellation", 0.3, (0.01, 0.05, 0.14), "the owner cancelled it", "a table")
    return Told(known, moved if effect else None)


COURSES = (("signatures", (900, 21_000, 38_000, 47_000)), ("hashtag_posts", (400, 7_200, 300)), ("pageviews", (64_000, 9_000)))


def campaigning(series: str = "Harbour Lights") -> Told:
    """What was told of a series that fans try to save: signatures, posts and views over time, and a hostile hashtag."""
    days = [dt.date(2025, 6, 3) + dt.timedelta(days=day) for day in range(10)]
    signals = [Signal(series, days[day], kind, value, "") for kind, values in COURSES for day, value in enumerate(values)]
    counts = ((days[0], 20_000.0), (days[9], 48_500.0))
    articles = SignalSeries("signatures", counts, 48_500.0, days[9], 0.6, 9, (), told=True, season=2)
    tagged = SignalSeries("articles", ((days[0], 3.0),), 3.0, days[0], 1.0, 1, (), told=True, season=2, name=HOSTILE)
    turns = ((days[0], "cancelled"), (days[1], "renewed"), (days[9], "un-renewed"))
    word = ("+", "official", False, True, None, _source(CONTROL))
    story = tuple(Event(day, 2, "status", "", {"status": state}, *word) for day, state in turns)
    known = replace(told("cancelled").known, series=series, campaign=(articles, tagged), story=story)
    watched = Audience(2_300_000.0, "views in four weeks", "lists")
    return Told(with_campaign(known, signal_series(signals, dt.date(2025, 7, 1)), watched), None)


ALL["campaigning"] = replace(OPEN_FIRST, told=campaigning())
