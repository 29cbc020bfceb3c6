"""Every number that a simulated service is made with: one table, and how to override it."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cliffhanger.errors import NotFoundError, UsageError


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number of the world, with the range in which the mechanism is meant to work."""

    name: str
    value: float
    unit: str
    low: float
    high: float
    why: str


PARAMETERS = (
    # The market
    Parameter("first_day", 19_723, "day since 1970", 11_000, 30_000, "day 0 of the log: 2024-01-01"),
    Parameter("territories", 8, "count", 1, 10, "countries of unlike size, price and evening"),
    Parameter("member_share", 0.42, "share", 0.05, 0.9, "households that are members on day 0"),
    Parameter("organic_joins", 0.38, "joins per latent household and year", 0, 2, "joining for no title in particular"),
    Parameter("ads_share", 0.45, "share", 0, 1, "households on the plan with advertising"),
    Parameter("ads_price", 7.99, "USD a month", 0, 100, "public list price of such plans"),
    Parameter("standard_price", 15.49, "USD a month", 0, 100, "public list price of such plans"),
    Parameter("premium_price", 22.99, "USD a month", 0, 100, "public list price of such plans"),
    Parameter("ad_revenue", 0.22, "USD a viewing hour", 0, 2, "0.16 to 0.30 a full hour at CPM 20 to 30"),
    # The catalogue
    Parameter("aware_seasons", 30, "seasons", 2, 200, "of which a household hears; keeps small and large catalogues alike"),
    Parameter("appeal_spread", 1.2, "log standard deviation", 0, 2.5, "few titles have most of the reach"),
    Parameter("quality_spread", 0.45, "enjoyment", 0, 2, "between series"),
    Parameter("season_spread", 0.15, "enjoyment", 0, 2, "between seasons of a series"),
    Parameter("quality_drift", -0.05, "enjoyment a season", -1, 1, "later seasons are a little weaker"),
    Parameter("later_reach", 0.5, "share of the first season's", 0, 1, "newcomers that a later season wins for its series"),
    Parameter("weekly_share", 0.4, "share", 0, 1, "seasons released week by week"),
    Parameter("staggered_share", 0.06, "share", 0, 1, "seasons that come later to some territory"),
    Parameter("planned_end_share", 0.15, "share", 0, 1, "series whose last season was ordered as the last"),
    Parameter("youngest_days", 35, "days", 1, 400, "between the newest premiere and the decision day"),
    # Taste
    Parameter("taste_weight", 0.55, "enjoyment", 0, 2, "of a household's liking for a genre"),
    Parameter("private_spread", 0.5, "enjoyment", 0, 2, "liking of a series that no genre explains"),
    Parameter("home_liking", 0.15, "enjoyment", 0, 1, "for series from the own country"),
    Parameter("first_look_error", 0.5, "enjoyment", 0, 2, "how wrong a household is about a series before it tries it"),
    # Leisure and choice
    Parameter("evening_rate", 0.3, "evenings a day", 0.01, 3, "median rate at which a household sits down to the service"),
    Parameter("evening_spread", 1.1, "log standard deviation", 0, 2, "few households watch most of the hours"),
    Parameter("evening_pull", 0.6, "log rate per enjoyment", 0, 2, "an attractive title makes for more evenings: hours expand"),
    Parameter("leisure_minutes", 80, "minutes", 10, 300, "median leisure of an evening; what one title takes another loses"),
    Parameter("leisure_activity", 0.5, "log minutes per standard deviation", 0, 1, "who watches often also watches longer"),
    Parameter("leisure_spread", 0.5, "log standard deviation", 0, 2, "between evenings"),
    Parameter("curiosity", 1.1, "enjoyment", 0, 4, "what having just heard of a series adds to it"),
    Parameter("curiosity_days", 25, "days", 1, 365, "how long that lasts"),
    Parameter("habit", 0.9, "enjoyment", 0, 4, "what being in the middle of a season adds to it"),
    Parameter("habit_days", 12, "days", 1, 365, "how long that lasts without watching"),
    Parameter("whim", 1.0, "enjoyment", 0, 4, "evening to evening"),
    Parameter("floor", -0.35, "enjoyment", -4, 4, "below it the household does something else"),
    Parameter("rewatch_penalty", 1.3, "enjoyment", 0, 8, "of what was seen before"),
    Parameter("quit_rate", 0.1, "chance an episode", 0, 1, "of quitting a season of enjoyment 0"),
    Parameter("sitting", 0.5, "chance", 0, 1, "of another episode straight away"),
    Parameter("return_share", 0.85, "share", 0, 1, "completers who hear of the next season, before any gap"),
    Parameter("return_days", 1500, "days", 50, 10_000, "how fast the gap between seasons loses them"),
    # Staying
    Parameter("stock_days", 40, "days", 5, 400, "how long an enjoyed hour is remembered"),
    Parameter("stock_half", 12.0, "enjoyed hours", 0.5, 100, "stock at which a household is half satisfied"),
    Parameter("loyalty", 0.5, "standard deviations", -2, 5, "willingness to stay with nothing enjoyed"),
    Parameter("satisfaction", 2.0, "standard deviations", 0, 5, "what full satisfaction adds"),
    Parameter("loyalty_spread", 0.35, "standard deviations", 0, 2, "hidden, between households"),
    Parameter("loyalty_activity", 0.5, "correlation", -0.95, 0.95, "heavy viewers are loyal for other reasons too: selection"),
    Parameter("mid_season", 0.2, "standard deviations", 0, 3, "nobody leaves in the middle of a good season"),
    Parameter("anticipation", 0.12, "standard deviations", 0, 3, "a dated next season of a series they like"),
    Parameter("newcomer", 0.25, "standard deviations", 0, 3, "less willing in the first two months"),
    Parameter("price_weight", 0.2, "standard deviations per log price", 0, 3, "dearer plans are left sooner"),
    Parameter("involuntary", 0.005, "chance a month", 0, 0.2, "a lapsed card"),
    # Joining for a title
    Parameter("join_pull", 0.035, "chance", 0, 1, "that hearing of a series one would enjoy makes a latent household join"),
    # The log
    Parameter("late_share", 0.015, "share", 0, 0.5, "rows that arrive days later"),
    Parameter("duplicate_share", 0.002, "share", 0, 0.5, "rows that arrive twice"),
    Parameter("abroad_share", 0.01, "share", 0, 0.5, "sessions played in another territory"),
    # Costs
    Parameter("cost_scale", 1.0, "factor", 0, 1000, "all costs; at 1 about half of the renewals pay if others end"),
    Parameter("cost_spread", 0.3, "log standard deviation", 0, 2, "between series of equal appeal"),
    Parameter("step_up", 1.12, "factor a season", 0.5, 3, "later seasons are dearer: fees rise from season 3"),
    Parameter("marketing_share", 0.18, "share of production", 0, 2, "spent on the launch"),
    # The future of the truth
    Parameter("horizon_days", 365, "days", 30, 1500, "over which an option is worth something"),
    Parameter("production_days", 150, "days", 20, 1000, "from the decision to the premiere, about"),
    Parameter("announce_days", 45, "days", 0, 400, "how long before the premiere it is dated"),
    Parameter("shorter_order", 0.6, "share of the episodes", 0.1, 1, "of the option that orders fewer"),
    Parameter("finale_order", 0.25, "share of the episodes", 0.05, 1, "of the option that orders a finale special"),
    Parameter("finale_reach", 0.15, "share of a season's", 0, 1, "newcomers that a finale special wins"),
    Parameter("closure", 0.3, "enjoyment", -2, 2, "an ending, for those who followed it so far"),
    Parameter("monthly_discount", 0.008, "share a month", 0, 0.1, "of revenue; costs fall on the decision day"),
    Parameter("futures", 1, "count", 1, 16, "futures over which the truth is averaged"),
)
NAMES = tuple(parameter.name for parameter in PARAMETERS)
_BY_NAME = {parameter.name: parameter for parameter in PARAMETERS}

# The values as the compiled kernels take them: one record, passed by its address, with a field for each row of the table.
_RECORD = np.dtype([(name, "f8") for name in NAMES])


def rules(overrides: Mapping[str, float]) -> np.record:
    """The table's values, some overridden.

    Raises
    ------
    NotFoundError
        No parameter of a name; the nearest names are told.
    UsageError
        A value outside the range in which the mechanism works.
    """
    for name, value in overrides.items():
        if name not in _BY_NAME:
            near = difflib.get_close_matches(name, NAMES, n=3, cutoff=0.5)
            raise NotFoundError(f'no parameter "{name}"', suggestions=near, place="--param", remedy="docs/world.md lists them")
        known = _BY_NAME[name]
        if not known.low <= value <= known.high:
            raise UsageError(
                f"{name} is {value:g}",
                place="--param",
                remedy=f"Give between {known.low:g} and {known.high:g} {known.unit}",
            )
    values = tuple(float(overrides.get(name, _BY_NAME[name].value)) for name in NAMES)
    return np.rec.array([values], dtype=_RECORD)[0]


def page_table() -> str:
    """The table as Markdown, as docs/world.md has it."""
    lines = ["| parameter | value | unit | range | why |", "|---|---|---|---|---|"]
    lines += [f"| `{p.name}` | {p.value:,g} | {p.unit} | {p.low:g} to {p.high:g} | {p.why} |" for p in PARAMETERS]
    return "\n".join(lines)


def parse(words: Sequence[str]) -> dict[str, float]:
    """Read ``name=value`` words.

    Raises
    ------
    UsageError
        A word of another form, or a value that is no number.
    """
    found = {}
    for word in words:
        name, equals, text = word.partition("=")
        try:
            found[name.strip()] = float(text)
        except ValueError as error:
            raise UsageError(f'"{word}" is no parameter', place="--param", remedy="Write name=value, such as whim=1.5") from error
        if not equals:
            raise UsageError(f'"{word}" is no parameter', place="--param", remedy="Write name=value, such as whim=1.5")
    return found
