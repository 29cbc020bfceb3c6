"""What every number in a dossier means and where it comes from: one row per term, in reading order."""

from __future__ import annotations

from dataclasses import dataclass

TOP_10 = "Netflix Top 10, weekly lists"
REPORTS = "Netflix, What We Watched, half-yearly reports"
MODEL = "cliffhanger, mixture cure model of the waits between seasons"
BACKTEST = "cliffhanger, back-test: questions asked as of past days, judged by what was published later"
WORTH = "cliffhanger, hours ahead times a stated value of an hour"
FORECAST = "cliffhanger, ridge regression with conformal intervals"


@dataclass(frozen=True, slots=True)
class Definition:
    """A term, the sentences that define it, and the source of such numbers."""

    term: str
    text: str
    source: str


DEFINITIONS: dict[str, Definition] = {
    "as_of": Definition(
        "As-of day",
        "The day whose knowledge the answer uses. A figure counts from the day of its publication; what lies after the "
        "figures is unobserved, which is not the same as no return.",
        "the question; by default the last day that the figures cover",
    ),
    "season": Definition(
        "Season",
        "A numbered part of a series that was ordered as a whole. Where several came out together it is the highest number.",
        f"titles in the {TOP_10} and {REPORTS}",
    ),
    "premiere": Definition(
        "Premiere",
        "The day on which the season's first episode came out. Where no report has named it yet it is the Thursday of the "
        "first week in the weekly list.",
        f"{REPORTS}; else {TOP_10}",
    ),
    "returned_on": Definition(
        "Return",
        "The premiere of a later season. Renewed is not yet returned: some renewed series never came back.",
        f"{REPORTS}; {TOP_10}",
    ),
    "runtime": Definition("Runtime", "Length of the whole season.", f"{REPORTS}; {TOP_10}"),
    "limited": Definition(
        "Limited series",
        "The publisher's label, as far as it had been seen by the as-of day. Publishers rewrite the label once the outcome "
        "is known, so a later label is not used.",
        f"{TOP_10}, {REPORTS}",
    ),
    "hours": Definition(
        "Hours viewed", "Hours viewed worldwide in a period, as published and rounded by the publisher.", f"{TOP_10}; {REPORTS}"
    ),
    "views": Definition(
        "Views",
        "Hours viewed divided by the runtime of the season: not viewers, and not starts. The publisher prints views since "
        "June 2023; before that they follow from the hours where the runtime is known.",
        f"{TOP_10}; {REPORTS}",
    ),
    "rank": Definition("Rank", "Place in its weekly list, 1 to 10.", TOP_10),
    "week": Definition("Week", "Monday to Sunday, named by the Sunday; published on the Tuesday after it.", TOP_10),
    "half_year": Definition("Half-year", "January to June or July to December; published months after its end.", REPORTS),
    "published_on": Definition(
        "Published on", "The day from which a figure counts as known.", "dates of the publisher's lists and reports"
    ),
    "charting": Definition("Charting", "Being in the weekly list. Ten rows a list, so most seasons never chart.", TOP_10),
    "launch_listed": Definition(
        "Launch-listed",
        "In the weekly list within ten days of the premiere. Only such seasons have public figures of their launch.",
        TOP_10,
    ),
    "within_36_months": Definition(
        "Chance within 36 months",
        "Probability that another season premieres within 36 months, counted from the as-of day, or is already back unseen.",
        MODEL,
    ),
    "ever": Definition(
        "Chance of ever returning",
        "The same without a limit of time: an extrapolation beyond the waits that were observed.",
        MODEL,
    ),
    "without_history": Definition(
        "Without older seasons",
        "The chance within 36 months when only seasons that premiered since 2020 are fitted. Older seasons are on file only "
        "if they were still watched in 2023, which favours the successful ones; the difference shows what that could mean.",
        MODEL,
    ),
    "over_time": Definition(
        "Chance by months of waiting",
        "Chance of a return within 36 months, by months since the premiere, had the season not come back until then.",
        MODEL,
    ),
    "log_odds": Definition(
        "Effect (log odds)",
        "What a property adds to the log odds of ever returning, against the average season of the fit: +0.7 doubles "
        "the odds, -0.7 halves them. These are associations in past seasons, not causes.",
        MODEL,
    ),
    "percentiles": Definition(
        "p10, p50, p90",
        "Of ten outcomes about one lies below p10 and about one above p90; half lie below p50, the number shown in large type.",
        "the distribution of the number it stands beside",
    ),
    "interval": Definition(
        "80 % interval",
        "From p10 to p90. For chances it holds the uncertainty of the model's parameters, not the doubt whether the model is "
        "the right one. For days it is the spread of possible outcomes. For audiences it is widened by the errors of earlier "
        "forecasts until it would have covered 80 % of them.",
        f"{MODEL}; {FORECAST}",
    ),
    "likelihood": Definition(
        "Likely, unlikely",
        "Very unlikely: below 10 %. Unlikely: below 33 %. About as likely as not: 33 to 66 %. Likely: above 66 %. Very likely: "
        "above 90 %.",
        "IPCC guidance note on consistent treatment of uncertainties, 2010, table 1",
    ),
    "return_date": Definition(
        "Day of return",
        "Median day of the next premiere, given that there is one after the as-of day. Days of chance events are not known "
        "to the day, so the month is shown.",
        MODEL,
    ),
    "by_quarter": Definition(
        "Chance by quarter",
        "Chance that the next season premieres in these three months. With later, never and already back they add up to one.",
        MODEL,
    ),
    "later": Definition("Later", "Chance of a return after the last quarter shown.", MODEL),
    "never": Definition("Never", "Chance that no further season ever premieres: an extrapolation.", MODEL),
    "already": Definition(
        "Already back, unseen",
        "Chance that a further season has premiered, did not chart, and is in no half-yearly report published so far.",
        MODEL,
    ),
    "probably_never": Definition(
        "No day is given",
        "99.9 % of the seasons that come back have done so after a shorter wait, or fewer than one in fifty such seasons ever "
        "returns: a day would only seem exact.",
        MODEL,
    ),
    "detection": Definition(
        "Detection",
        "Up to the end of the last half-year reported every return is seen. After it a return is seen only if it charts, and "
        "the model allows for those that do not.",
        f"{REPORTS}; {TOP_10}",
    ),
    "next_4_weeks": Definition(
        "Audience of the next season",
        "Views of the next season's first four weeks, given that it returns and charts. Not forecast for seasons without "
        "public launch figures.",
        FORECAST,
    ),
    "last_4_weeks": Definition(
        "Audience of this season's launch",
        "Views of the four weeks from the first listing. Weeks out of the list count nothing; weeks not yet published are filled "
        "from what such weeks usually bring.",
        TOP_10,
    ),
    "window_13_weeks": Definition(
        "Thirteen weeks in the list",
        "Views in the list over the season's first thirteen weeks, forecast from the weeks published so far.",
        FORECAST,
    ),
    "weeks_seen": Definition("Weeks published", "Weeks of this season's launch that the figures cover so far.", TOP_10),
    "audience_error": Definition(
        "Error of such forecasts",
        "Mean absolute error on the log scale in the back-test, shown as the factor of a typical miss.",
        BACKTEST,
    ),
    "comparable": Definition(
        "Comparable seasons",
        "Seasons that resembled this one when they launched, with what became of them. They illustrate; the chance comes from "
        "all seasons of the fit.",
        f"{TOP_10}; {REPORTS}",
    ),
    "forecasts": Definition(
        "Forecasts in the back-test",
        "Forecasts of the same group of seasons, made as of past days with what was known then, whose outcome is now known.",
        BACKTEST,
    ),
    "replay_days": Definition("Replay days", "The past days as of which the back-test asked.", BACKTEST),
    "came_back": Definition("Came back", "Share of those forecasts whose season returned: the base rate.", BACKTEST),
    "auc": Definition(
        "AUC", "Chance that a season which returned was rated above one which did not; 0.5 is a coin, 1 is perfect.", BACKTEST
    ),
    "brier": Definition(
        "Brier score",
        "Mean squared distance between chance and outcome; lower is better. To be worth anything it must be below that of the "
        "base rate, which gives every season the same chance.",
        BACKTEST,
    ),
    "ece": Definition(
        "Calibration error",
        "Average distance between the chance that was given and the share that came true, over bins of equal size.",
        BACKTEST,
    ),
    "date_returns": Definition("Days in the back-test", "Returns whose day was forecast before they were known.", BACKTEST),
    "date_coverage": Definition(
        "Coverage",
        "Share of true days inside the 80 % interval, the forecast cut off at the last day on file: seasons that return later "
        "are not in the test. It should be 80 %.",
        BACKTEST,
    ),
    "date_error": Definition(
        "Median error of the day", "Half of the forecasts' middles, so cut off, were nearer to the true day than this.", BACKTEST
    ),
    "grade": Definition(
        "Grade of the evidence",
        "Good: AUC of at least 0.8. Fair: at least 0.7. Weak: below that, or fewer than 100 forecasts or 20 returns, or a Brier "
        "score no better than the base rate's. Not graded: no back-test of such answers is on file. "
        "For days: good where the 95 % interval of the coverage holds 80 %, fair where it is 70 to 90 %, weak beyond. "
        "Assumed: the answer rests on a number that was stated and not measured.",
        "limits of 0.7 and 0.8 as in Hosmer, Lemeshow and Sturdivant, Applied Logistic Regression, 2013, section 5.2.4",
    ),
    "break_even_season": Definition(
        "Break-even cost of a season",
        "Hours viewed in the first twelve months of another season, given that it comes, times what an hour is worth. A season "
        "that costs less than this pays, under the assumptions named.",
        WORTH,
    ),
    "break_even_hour": Definition(
        "Break-even cost of an hour", "That of the season over the runtime of this season: another is taken to be as long.", WORTH
    ),
    "break_even_episode": Definition(
        "Break-even cost of an episode",
        "That of the season over the number of episodes asked about; where none is given, episodes are as long as assumed.",
        WORTH,
    ),
    "value_of_hour": Definition(
        "Worth of an hour viewed",
        "USD that an hour of viewing is taken to be worth. What the service pays and earns are yearly totals over all hours "
        "viewed: averages, and not what an hour of one title adds.",
        "stated: annual reports (Form 10-K) over the hours in the half-yearly reports; prices of advertising",
    ),
    "hours_ahead": Definition(
        "Hours of another season",
        "Hours viewed in its first twelve months, given that it comes; the half-years that are not reported yet are left out.",
        f"{REPORTS}; {TOP_10}",
    ),
    "base_hours": Definition(
        "Hours a year",
        "Hours of the latest two half-yearly reports, or, where the launch charted, the forecast hours of the next season's "
        "first four weeks.",
        f"{REPORTS}; {FORECAST}",
    ),
    "year_ratio": Definition(
        "Ratio of the first year",
        "Hours of a season's first twelve months over the hours a year that the season before it drew, or over those of its own "
        "first four weeks: as it was in past seasons, of which only those count that did come.",
        f"{REPORTS}; {TOP_10}",
    ),
    "pairs": Definition("Past seasons", "Seasons from which the ratio is taken.", f"{REPORTS}; {TOP_10}"),
    "episodes": Definition("Episodes", "How many another season has.", "the question"),
    "reported_cost": Definition(
        "Reported cost of an episode",
        "As the press had it, lowest to highest; mostly it is not said whether marketing is in.",
        "the pages named in the table",
    ),
    "cost_grade": Definition(
        "Grade of a reported cost",
        "By the best source behind it: filing (audited accounts), leak (a document), trade report (a named paper), list article.",
        "house rule",
    ),
    "cost_asked": Definition("Cost asked about", "Cost of an episode that was given with the question.", "the question"),
    "pays_back": Definition(
        "Chance that it pays back", "Share of the draws in which the season is worth more than it costs.", WORTH
    ),
    "margin": Definition("Gain", "Worth of the season less its cost; negative: a loss.", WORTH),
    "flip_value": Definition(
        "Value at which it flips", "Worth of an hour viewed at which the season is as likely as not to pay back.", WORTH
    ),
    "distribution": Definition(
        "Distribution", "How dense the draws of a worth or a cost lie at sums evenly apart, over its highest.", WORTH
    ),
    "attitude_worth": Definition(
        "Worth to an attitude", "What an attitude to risk makes of the net value of an option; an end is worth 0.", WORTH
    ),
    "risk_share": Definition(
        "Share of an attitude", "Share of outcomes: the worst that are weighed, or those that reach a sum.", WORTH
    ),
    "risk_tolerance": Definition("Tolerance of risk", "Sum that one would just risk to win or lose half of, roughly.", WORTH),
    "guard": Definition(
        "Guard", "What was found, beside the threshold that it was judged by; a failed guard withholds the number.", "house rule"
    ),
    "observed_until": Definition(
        "Figures until", "The last day on which a premiere could have been seen in a weekly list.", TOP_10
    ),
    "detected_until": Definition("All returns seen until", "End of the last half-year reported by the as-of day.", REPORTS),
    "fitted_through": Definition("Model fitted through", "The day as of which the model was fitted.", MODEL),
    "seasons_fitted": Definition("Seasons in the fit", "Seasons premiered since 2015 that the fit used.", MODEL),
    "returns_fitted": Definition("Returns in the fit", "How many of those had come back.", MODEL),
}

FIELDS: dict[str, str] = {
    "Spread.p10": "percentiles",
    "Spread.p50": "percentiles",
    "Spread.p90": "percentiles",
    "Driver.log_odds": "log_odds",
    "Evidence.forecasts": "forecasts",
    "Evidence.returned": "came_back",
    "Evidence.auc": "auc",
    "Evidence.brier": "brier",
    "Evidence.base_brier": "brier",
    "Evidence.ece": "ece",
    "Evidence.origins": "replay_days",
    "Evidence.series": "forecasts",
    "Evidence.base_auc": "auc",
    "DateEvidence.returns": "date_returns",
    "DateEvidence.series": "date_returns",
    "DateEvidence.coverage": "date_coverage",
    "DateEvidence.coverage_low": "date_coverage",
    "DateEvidence.coverage_high": "date_coverage",
    "DateEvidence.median_error_days": "date_error",
    "Will.within_36_months": "within_36_months",
    "Will.ever": "ever",
    "Will.without_history": "without_history",
    "Will.over_time": "over_time",
    "When.p10": "return_date",
    "When.p50": "return_date",
    "When.p90": "return_date",
    "When.never": "never",
    "When.by_quarter": "by_quarter",
    "When.later": "later",
    "When.already": "already",
    "HowMany.next_4_weeks": "next_4_weeks",
    "HowMany.last_4_weeks": "last_4_weeks",
    "HowMany.window_13_weeks": "window_13_weeks",
    "HowMany.weeks_seen": "weeks_seen",
    "HowMany.error": "audience_error",
    "Worth.value": "value_of_hour",
    "Worth.season": "break_even_season",
    "Worth.hour": "break_even_hour",
    "Worth.episode": "break_even_episode",
    "Stated.value": "value_of_hour",
    "Stated.known_on": "published_on",
    "Guard.found": "guard",
    "Guard.threshold": "guard",
    "ReportedCost.low": "reported_cost",
    "ReportedCost.high": "reported_cost",
    "Payback.cost_per_episode": "cost_asked",
    "Against.grid": "distribution",
    "Against.value": "distribution",
    "Against.cost": "distribution",
    "Against.break_even": "break_even_season",
    "Choice.worths": "attitude_worth",
    "Risk.share": "risk_share",
    "Risk.tolerance": "risk_tolerance",
    "Payback.chance": "pays_back",
    "Payback.margin": "margin",
    "Payback.flip_value": "flip_value",
    "Should.hours": "hours_ahead",
    "Should.base_hours": "base_hours",
    "Should.ratio": "year_ratio",
    "Should.pairs": "pairs",
    "Should.episodes": "episodes",
    "Should.reported_count": "reported_cost",
    "Should.reported_below": "reported_cost",
    "Week.week": "week",
    "Week.rank": "rank",
    "Week.hours": "hours",
    "Week.views": "views",
    "Week.published_on": "published_on",
    "HalfYear.start": "half_year",
    "HalfYear.end": "half_year",
    "HalfYear.hours": "hours",
    "HalfYear.views": "views",
    "HalfYear.published_on": "published_on",
    "Comparable.season": "season",
    "Comparable.premiere": "premiere",
    "Comparable.returned_on": "returned_on",
    "Comparable.within_36_months": "within_36_months",
    "Comparable.weekly_views": "views",
    "Sources.files": "published_on",
    "Sources.observed_until": "observed_until",
    "Sources.detected_until": "detected_until",
    "Sources.fitted_through": "fitted_through",
    "Sources.seasons_fitted": "seasons_fitted",
    "Sources.returns_fitted": "returns_fitted",
    "Dossier.season": "season",
    "Dossier.as_of": "as_of",
    "Dossier.premiere": "premiere",
    "Dossier.runtime_min": "runtime",
    "Dossier.seasons": "premiere",
    "Dossier.returned_on": "returned_on",
}
