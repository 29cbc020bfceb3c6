"""Numbers that were chosen and not estimated: value, unit, why, source.

The centres of the priors stand with their model, in ``estimates.cure.Priors``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Assumption:
    """One chosen number."""

    name: str
    value: float
    unit: str
    why: str
    source: str


_KEPT = "an announced renewal can be taken back"
_UNKEPT = "judgement: GLOW, The Society, I Am Not Okay With This and Inside Job were renewed and not made"
_CLOCK = "time from that stage to the premiere"
_GAPS = "judgement around a mean gap between premieres of 20.7 months (What's on Netflix)"
_PAID = "what the service pays for an hour viewed, over all titles: a season at this value pays like the average title"
_EARNED = "what the service earns for an hour viewed: above what an hour adds, since most hours would be viewed anyway"
_SHOWN = "advertising shown in an hour on ad plans, every spot sold: no other plan earns it"
_AMORTISED = "content amortisation of 14.2 bn USD (2023) and 15.3 bn USD (2024), Netflix, Form 10-K (rounded, not checked),"
_REVENUE = "revenue of 33.7 bn USD (2023) and 39.0 bn USD (2024), Netflix, Form 10-K (rounded, not checked),"
_HOURS = "the hours in the half-yearly reports, films included: 183.5 bn (2023) and 188.1 bn (2024)"
_SPOTS = "4 to 5 minutes of advertising an hour are 8 to 10 spots, at 20 to 30 USD for a thousand"

_APART = "reports of one season's cost in the public table lie apart by"
_THIRD, _HALF = "130 and 156 M; 400 and 520 M", "100 and 200 M; 120 and 190 M"

CURRENCY = "USD"  # of every sum among them
ASSUMPTIONS = (
    Assumption("shortest_gap", 150, "days", "a shorter previous gap is taken for this", "tried once, docs/backtest.md"),
    Assumption("longest_gap", 1100, "days", "a longer previous gap is taken for this", "tried once, docs/backtest.md"),
    Assumption("fast_gap", 240, "days", "below it the previous gap was a half-year order, not a yearly season", "house rule"),
    Assumption("shortest_runtime", 120, "minutes", "a shorter season is taken for this", "house rule"),
    Assumption("longest_runtime", 2400, "minutes", "a longer season is taken for this", "house rule"),
    Assumption(
        "block_days",
        45,
        "days",
        "seasons this close are one release: bought-in catalogue, double orders",
        "61 of 3,606 releases hold several",
    ),
    Assumption("block_days_parts", 120, "days", "parts and volumes this close are one season cut in two", "title labels"),
    Assumption(
        "listed_within_days", 10, "days", "a season in the list this soon after its premiere is launch-listed", "house rule"
    ),
    Assumption(
        "launch_weekday_lag", 3, "days", "most premieres fall on a Thursday, three days before the week's Sunday", "release dates"
    ),
    Assumption("shortest_series", 150, "minutes", "an unnumbered title shorter than this is a special", "house rule"),
    Assumption(
        "horizon",
        36,
        "months",
        "nearly no season returns later: 7 % of those not back at 30 months, 4 % at 36",
        "Kaplan-Meier of 3,193 open-ended seasons to 2024-12-31",
    ),
    Assumption("past_waiting", 0.001, "share", "past this share of the waiting times the answer is no, not a date", "house rule"),
    Assumption(
        "probably_never", 0.02, "chance", "below one in fifty of ever returning the answer is no, not a date", "house rule"
    ),
    Assumption("history_from", 2015, "year", "seasons premiered before are few and another era", "house rule"),
    Assumption(
        "follow_up", 730, "days", "the era effect is held flat after the last premiere with this long to return", "house rule"
    ),
    Assumption("farthest", 3.0, "standard deviations", "a slope is not believed further out than this", "house rule"),
    Assumption("slope_sd_incidence", 0.5, "log odds", "prior on standardised columns", "weakly informative"),
    Assumption("slope_sd_latency", 0.3, "log days", "prior on standardised columns", "weakly informative"),
    Assumption(
        "next_season_penalty", 30.0, "rows", "ridge penalty of the next season's audience", "1 of 4 tried, docs/backtest.md"
    ),
    Assumption("smallest_group", 50, "accounts", "smaller groups are hidden in anything a person sees", "house rule"),
    Assumption("lateness_limit", 30, "days", "a season this long past its last window is counted once and for all", "house rule"),
    Assumption("final_penalty", 3.0, "rows", "ridge penalty of early to final", "the only one tried"),
    # What an owner's word leaves open; no public data set measures these, so the intervals are wide on purpose.
    Assumption("renewals_kept_low", 0.90, "share (p10)", _KEPT, _UNKEPT),
    Assumption("renewals_kept", 0.97, "share (p50)", _KEPT, _UNKEPT),
    Assumption("renewals_kept_high", 0.99, "share (p90)", _KEPT, _UNKEPT),
    Assumption("months_from_renewed", 15, "months (p50)", _CLOCK, _GAPS),
    Assumption("months_from_renewed_high", 28, "months (p90)", _CLOCK, _GAPS),
    Assumption("months_from_filming", 12, "months (p50)", _CLOCK, _GAPS),
    Assumption("months_from_filming_high", 20, "months (p90)", _CLOCK, _GAPS),
    Assumption("months_from_wrapped", 7, "months (p50)", _CLOCK, _GAPS),
    Assumption("months_from_wrapped_high", 13, "months (p90)", _CLOCK, _GAPS),
    # What an hour is worth, for an answer from public figures alone; 2023 and 2024 are the ends of the intervals.
    Assumption("value_per_hour_low", 0.077, "USD per viewing hour (p10)", _PAID, "14.2 bn USD (2023) over 183.5 bn hours"),
    Assumption("value_per_hour", 0.079, "USD per viewing hour (p50)", _PAID, f"{_AMORTISED} over {_HOURS}"),
    Assumption("value_per_hour_high", 0.081, "USD per viewing hour (p90)", _PAID, "15.3 bn USD (2024) over 188.1 bn hours"),
    Assumption("revenue_per_hour_low", 0.184, "USD per viewing hour (p10)", _EARNED, "33.7 bn USD (2023) over 183.5 bn hours"),
    Assumption("revenue_per_hour", 0.196, "USD per viewing hour (p50)", _EARNED, f"{_REVENUE} over {_HOURS}"),
    Assumption("revenue_per_hour_high", 0.207, "USD per viewing hour (p90)", _EARNED, "39.0 bn USD (2024) over 188.1 bn hours"),
    Assumption("advertising_per_hour_low", 0.16, "USD per viewing hour on ad plans (p10)", _SHOWN, "8 spots at 0.02 USD"),
    Assumption("advertising_per_hour", 0.23, "USD per viewing hour on ad plans (p50)", _SHOWN, _SPOTS),
    Assumption("advertising_per_hour_high", 0.30, "USD per viewing hour on ad plans (p90)", _SHOWN, "10 spots at 0.03 USD"),
    Assumption("episode_minutes_low", 30, "minutes (p10)", "half-hour comedies", "house rule"),
    Assumption("episode_minutes", 45, "minutes (p50)", "the length of an episode where their number is not given", "house rule"),
    Assumption("episode_minutes_high", 60, "minutes (p90)", "hour-long dramas", "house rule"),
    # What another season brings, from a viewing log.
    Assumption("horizon_days", 365, "days", "what lies further ahead counts for nothing", "house rule"),
    Assumption("production_days_low", 120, "days from the decision to the premiere (p10)", "soap to drama", "house rule"),
    Assumption(
        "production_days", 160, "days from the decision to the premiere (p50)", "your own plan knows better", "house rule"
    ),
    Assumption("production_days_high", 210, "days from the decision to the premiere (p90)", "soap to drama", "house rule"),
    Assumption("monthly_discount", 0.008, "share a month", "ten per cent a year", "house rule"),
    Assumption("margin", 1.0, "share of what is paid", "gross of tax, fees and serving; give yours", "house rule"),
    Assumption("shorter_order", 0.6, "share of the episodes", "six for ten", "house rule"),
    Assumption("finale_order", 0.25, "share of the episodes", "two or three for ten", "house rule"),
    Assumption("finale_launch_low", 0.1, "share of a season's launch (p10)", "a special is little advertised", "house rule"),
    Assumption("finale_launch", 0.15, "share of a season's launch (p50)", "newcomers and marketing go together", "house rule"),
    Assumption("finale_launch_high", 0.25, "share of a season's launch (p90)", "a special is little advertised", "house rule"),
    Assumption("finale_draw_low", 0.85, "times what hours and awaiting hold (p10)", "no ending is in the log", "house rule"),
    Assumption("finale_draw", 1.25, "times what hours and awaiting hold (p50)", "an ending draws who stayed", "house rule"),
    Assumption("finale_draw_high", 1.8, "times what hours and awaiting hold (p90)", "no ending is in the log", "house rule"),
    Assumption(
        "unresolved_trust", 0.0, "months of membership a follower", "what a story left open costs; off until given", "house rule"
    ),
    Assumption("gap_loss_low", 0.05, "share a year (p10)", "of those who wait longer than past followers had to", "house rule"),
    Assumption("gap_loss", 0.2, "share a year (p50)", "fewer come back the longer it takes", "house rule"),
    Assumption("gap_loss_high", 0.35, "share a year (p90)", "of those who wait longer than past followers had to", "house rule"),
    Assumption("joined_anyway_low", 0.0, "share of joiners (p10)", "would have joined by the horizon", "house rule"),
    Assumption("joined_anyway", 0.2, "share of joiners (p50)", "would have joined by the horizon", "house rule"),
    Assumption("joined_anyway_high", 0.4, "share of joiners (p90)", "would have joined by the horizon", "house rule"),
    Assumption(
        "later_following", 0.25, "share of the first's", "what a further season adds to those who follow", "simulated services"
    ),
    Assumption("launch_spread", 0.5, "log standard deviation", "series of equal following pull unequally", "house rule"),
    Assumption("season_spread", 0.5, "log standard deviation", "seasons of one series pull unequally", "house rule"),
    Assumption("retention_error", 0.45, "log standard deviation", "what the churn model does not know of itself", "house rule"),
    Assumption("other_reasons", 2.5, "times", "households differ later in more than the season", "simulated services"),
    Assumption("rest_of_catalogue", 1.0, "share", "other new seasons go on coming as in the log; 0: none comes", "house rule"),
    Assumption("anticipation", 0.2, "log odds of staying", "a dated season of a finished series is awaited", "house rule"),
    Assumption("anticipation_error", 0.07, "standard deviation", "the log's own contrast weighs by its precision", "house rule"),
    # What another season costs.
    Assumption("cost_own_books_low", 0.97, "times the amount (p10)", "a budget is not yet an outcome", "house rule"),
    Assumption("cost_own_books", 1.0, "times the amount (p50)", "own books: overruns are likelier than savings", "house rule"),
    Assumption("cost_own_books_high", 1.05, "times the amount (p90)", "overruns are likelier than savings", "house rule"),
    Assumption("cost_filing_low", 0.95, "times the amount (p10)", "audited, but of a company and not of a season", "house rule"),
    Assumption(
        "cost_filing", 1.0, "times the amount (p50)", "a filing: audited, but of a company", "211.6 to 224 M, tax filings"
    ),
    Assumption("cost_filing_high", 1.10, "times the amount (p90)", "later filings add to earlier ones", "211.6 to 224 M"),
    Assumption("cost_leak_low", 0.90, "times the amount (p10)", "a document, of unknown day and scope", "house rule"),
    Assumption("cost_leak", 1.0, "times the amount (p50)", "a leak: scope often leaves out marketing", "house rule"),
    Assumption("cost_leak_high", 1.20, "times the amount (p90)", "scope often leaves out marketing", "house rule"),
    Assumption("cost_trade_report_low", 0.75, "times the amount (p10)", f"{_APART} up to a third", _THIRD),
    Assumption("cost_trade_report", 1.0, "times the amount (p50)", f"trade reports: {_APART} up to a third", _THIRD),
    Assumption("cost_trade_report_high", 1.35, "times the amount (p90)", f"{_APART} up to a third", _THIRD),
    Assumption("cost_list_article_low", 0.55, "times the amount (p10)", f"{_APART} up to a half", _HALF),
    Assumption("cost_list_article", 1.0, "times the amount (p50)", f"list articles: {_APART} up to a half", _HALF),
    Assumption("cost_list_article_high", 1.80, "times the amount (p90)", f"{_APART} up to a half", _HALF),
    Assumption("step_up_low", 1.00, "times a season (p10)", "few casts take less for another season", "house rule"),
    Assumption("step_up", 1.08, "times a season (p50)", "contracts step up by season", "6 to 8 M an episode, named reports"),
    Assumption("step_up_high", 1.30, "times a season (p90)", "a third more for a second season", "6 to 8 M an episode"),
    Assumption(
        "cost_plus_fee",
        0.0,
        "share of production",
        "cost-plus: an outside studio is paid its production and a fee, 0.1 to 0.3 of it; 0: own production",
        "30 % or more (Deadline, 2019), some 20 % by another account",
    ),
    Assumption("cost_seasons_apart", 0.08, "log standard deviation", "seasons of a series differ, step-up apart", "house rule"),
    Assumption(
        "cost_titles_apart", 0.15, "log standard deviation", "at least so far apart are titles that are alike", "house rule"
    ),
    Assumption("cost_least_doubt", 0.02, "log standard deviation", "no cost to come is known better", "house rule"),
    Assumption("cost_well_known", 0.15, "log standard deviation", "costs known as well tell of other titles", "house rule"),
    Assumption("cost_fewest_titles", 8, "titles", "with fewer that are well known none tells of another", "house rule"),
    Assumption("cost_ridge", 0.1, "titles", "ridge penalty of what length and following cost", "house rule"),
    Assumption("cost_least_following", 0.01, "share of the members", "added to a following: none is a small one", "house rule"),
    Assumption("window_settles", 0.5, "share of the variance", "of who comes back, the rest of a window tells", "house rule"),
    Assumption(
        "shared_error",
        0.25,
        "share of the variance",
        "one log, one margin and one market stand behind all estimates: what is wrong in one is partly wrong in all",
        "house rule",
    ),
)
_BY_NAME = {assumption.name: assumption for assumption in ASSUMPTIONS}


def value(name: str) -> float:
    """Value of one assumption."""
    return _BY_NAME[name].value
