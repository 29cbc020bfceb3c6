"""Every sentence of a report, in one place. The records hold numbers; here they are put into words.

The phrases for codes are in ``phrases``, what stands under charts in ``captions``, the definitions in
``definitions``. A sentence is a tuple of plain text and figures; a figure names the definition of its number, so that a page
can link it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cliffhanger.claims.status import Status
from cliffhanger.dossier.record import Comparable, Dossier
from cliffhanger.dossier.returning import DateEvidence, Evidence, HowMany, When, Will
from cliffhanger.dossier.spread import Spread
from cliffhanger.report.notation import (
    amount,
    amount_range,
    chance,
    chance_range,
    day,
    factor,
    known,
    month,
    months_since,
    score,
    scores,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is written, and the key of its definition."""

    text: str
    definition: str


Sentence = tuple[str | Figure, ...]

TITLES = {
    "answers": "The answers",
    "viewing": "Viewing over time",
    "comparables": "Comparable seasons",
    "should": "Should it be renewed?",
    "will": "Will it come back, and when?",
    "known": "What is known, and who says so?",
    "gaps": "What is not known, and what would settle it",
    "method": "Method",
    "definitions": "Definitions",
    "sources": "Sources and versions",
}
QUESTIONS = {
    "should": "Should it be renewed?",
    "will": "Will it come back?",
    "when": "When would it be back?",
    "known": "What is known?",
}
TOLD = {
    "cancelled": "it is cancelled",
    "un-renewed": "it is cancelled, after a renewal",
    "planned end": "{season} is the last",
    "ordered": "{season} is ordered",
    "renewed": "{season} comes",
    "revived": "{season} comes after all",
    "filming": "{season} is being filmed",
    "halted": "work on {season} is halted",
    "wrapped": "{season} is filmed",
    "dated": "{season} has its day",
    "released": "{season} is out",
    "undecided": "it is open whether {season} comes",
    "limbo": "it has long been open whether {season} comes",
}
NOT_YET = "not yet"
OWNERS_WORD, NO_OWNERS_WORD = "the owner's word", "no owner's word on file"
KNOWN_NOT_YET = "No articles read. With them this card shows what was announced, by whom and when."
KNOWN_MISSING = (
    "No article, press release or catalogue has been read for this season. Nothing on this page rests on an announcement: "
    "neither a renewal nor a cancellation is taken into account."
)
METHOD = (
    (
        "Whether and when a season returns is one model: a mixture cure model with a part for whether there is another season at "
        "all and a part for how long it takes. Seasons that are not back yet count as waits of unknown length, not as failures."
    ),
    (
        "It is fitted on public figures only: the weekly Top 10 lists and the half-yearly engagement reports. Every figure "
        "counts from the day on which it was published, every label from the day on which it was first seen."
    ),
    "Chances are shown as whole per cents, and never as 0 % or 100 %.",
)
KINDS = {"weekly": "weekly lists", "halfyear": "half-yearly report"}
ASSUMPTIONS = "Assumptions, each to be set with --assume name=value"
NO_VIEWING = "No viewing figures have been published for this season."
NO_COMPARABLES = "No comparable seasons were named."
NO_GAPS = "No gaps were recorded."
NO_DRIVERS = "No single property moves the chance by much."
NO_FORECAST = "The figures on file do not allow a forecast for this season."
NOT_GRADED = "not graded"
OBSERVED = "observed"
ASSUMED = "assumed"
OBSERVED_SENTENCE = "Seen in the public figures; not a forecast."
NOTHING_GRADED = "There is no answer to grade."


def spoken(sentence: Sentence) -> str:
    """Join a sentence to plain text."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in sentence)


def name(dossier: Dossier) -> str:
    """Write series and season."""
    return f"{dossier.series}, season {dossier.season}"


def status(dossier: Dossier) -> str:
    """Say where the season stands, on whose word and when: the chip beside the title. A rumour is no state."""
    told = firmly_told(dossier)
    if dossier.returned_on or told is None:
        stands = f"back since {day(dossier.returned_on)}" if dossier.returned_on else "not back"
        silent = any(gap.code == "no_claims" for gap in dossier.gaps) or (dossier.told is not None and not dossier.returned_on)
        return f"{stands} · seen in the public figures{f', {NO_OWNERS_WORD}' if silent else ''} · as of {day(dossier.as_of)}"
    owner = "" if told.official else f", {NO_OWNERS_WORD}"
    contested = ", contested" if told.contested else ""
    return f"{told.state} · {told.standing}{owner}{contested} · {day(told.since)} · as of {day(dossier.as_of)}"


def firmly_told(dossier: Dossier) -> Status | None:
    """Return where articles say that the series stands, where more than a rumour or a guess does."""
    found = dossier.told.known.status if dossier.told else None
    return found if found and found.since and found.standing in {"official", "reported"} else None


def likelihood(value: float) -> str:
    """Turn a chance into the words of the IPCC scale."""
    if value < 0.33:
        return "very unlikely" if value < 0.10 else "unlikely"
    if value <= 0.66:
        return "about as likely as not"
    return "likely" if value <= 0.90 else "very likely"


def verdict(dossier: Dossier) -> Sentence:
    """Say in one or two sentences what can be said about the season."""
    if dossier.returned_on:
        return (
            f"{name(dossier)}, came back: the next season premiered on ",
            Figure(day(dossier.returned_on), "returned_on"),
            ".",
        )
    will = dossier.will
    middle = known(will.within_36_months.p50) if will else None
    if will is None or middle is None:
        return (f"Whether {name(dossier)}, comes back cannot be said from the figures on file.",)
    word = Figure(likelihood(middle), "likelihood")
    value = Figure(chance(middle), "within_36_months")
    return (
        *_told_lead(dossier), f"A return of {name(dossier)}, is ", word, ": the chance of another season within 36 months of ",
        Figure(day(dossier.as_of), "as_of"), " is ", value, *_interval(_worth_saying(will.within_36_months), value.text),
        *_when_tail(dossier), ".",
    )  # fmt: skip


def _told_lead(dossier: Dossier) -> Sentence:
    """Say first what was told of it, on whose word and when."""
    told = firmly_told(dossier)
    if told is None:
        return ()
    about = f"season {told.season}" if told.season else "another season"
    said = TOLD[told.state].format(season=about)
    if told.state == "planned end" and told.season and told.season > dossier.season:
        said = f"{about} comes, as the last"
    elif told.state == "dated" and (premiere := _told_day(dossier, told.season)):
        said = f"{about} premieres on {premiere}"
    word = "On the owner's word" if told.official else "By reports, without the owner's word,"
    return (f"{word} of {day(told.since)} {said}. ",) if told.official else (f"{word} {said} ({day(told.since)}). ",)


def _told_day(dossier: Dossier, season: int | None) -> str:
    answers = dossier.told.known.slots if dossier.told else ()
    release = next((one for one in answers if (one.slot, one.season, one.about) == ("release", season, "")), None)
    start = ((release.value or {}).get("window") or {}).get("start") if release else None
    return day(dt.date.fromisoformat(start)) if start else ""


def _worth_saying(spread: Spread) -> str:
    """Leave out an interval that rounds to one per cent or less: the chance says as much."""
    return "" if (known(spread.p90) or 0.0) < 0.015 else chance_range(spread)


def _interval(text: str, value: str) -> Sentence:
    return (" (", Figure("80 % interval", "interval"), f" {text})") if text and text != value else ()


def _when_tail(dossier: Dossier) -> Sentence:
    when = dossier.when
    if when is None:
        return ()
    if when.probably_never and dossier.told and dossier.told.effect:
        return (", and ", Figure("no day is given", "probably_never"))
    if when.probably_never:
        waited = months_since(dossier.premiere, dossier.as_of)
        return (f", and after {waited} months of waiting ", Figure("no day is given", "probably_never"))
    if when.p10 is None or when.p90 is None:
        return ()
    span = f"between {month(when.p10)} and {month(when.p90)}" if month(when.p10) != month(when.p90) else f"in {month(when.p10)}"
    return ("; if it returns, then most likely ", Figure(span, "return_date"))


def grade(evidence: Evidence | None) -> str:
    """Grade the evidence in a word, by the limits in the definition."""
    if evidence is None or known(evidence.auc) is None:
        return NOT_GRADED
    auc, brier, base = evidence.auc or 0.0, known(evidence.brier), known(evidence.base_brier)
    few = evidence.forecasts < 100 or evidence.returned < 20
    if few or auc < 0.7 or brier is None or (base is not None and brier >= base):
        return "weak"
    return "good" if auc >= 0.8 else "fair"


def group(evidence: Evidence) -> str:
    """Name the group of seasons that a back-test is over."""
    return "limited series" if evidence.group == "limited" else evidence.group


def _series(evidence: Evidence) -> str:
    return f" of {evidence.series:,} series" if evidence.series else ""


def evidence_sentence(evidence: Evidence | None) -> Sentence:
    """Say how good such answers were, with the number of them."""
    if evidence is None or evidence.forecasts == 0:
        return ("No back-test of such forecasts is on file.",)
    share = {0: "none", evidence.forecasts: "all"}.get(evidence.returned) or chance(evidence.returned / evidence.forecasts)
    pieces: list[str | Figure] = [
        f"Back-test on {group(evidence)}: of ", Figure(f"{evidence.forecasts:,}", "forecasts"),
        f" such forecasts{_series(evidence)} ",
        Figure(share, "came_back"), " ended in a return",
    ]  # fmt: skip
    if known(evidence.auc) is not None:
        beside = f", {score(evidence.base_auc)} is the base rate" if known(evidence.base_auc) is not None else ""
        pieces += ["; ", Figure(f"AUC {score(evidence.auc)}", "auc"), f" (0.5 is a coin{beside})"]
    if known(evidence.brier) is not None:
        brier, base = scores(evidence.brier, evidence.base_brier)
        pieces += [", ", Figure(f"Brier {brier}", "brier")]
        if known(evidence.base_brier) is not None:
            pieces += [" against ", Figure(base, "brier"), " for the base rate"]
    if known(evidence.ece) is not None:
        pieces += [", ", Figure(f"calibration error {score(evidence.ece)}", "ece")]
    return (*pieces, ".")


def date_grade(evidence: DateEvidence | None) -> str:
    """Grade the evidence of the days in a word, by the limits in the definition."""
    if evidence is None:
        return NOT_GRADED
    if evidence.returns >= 100 and evidence.coverage_low <= 0.8 <= evidence.coverage_high:
        return "good"
    return "fair" if 0.7 <= evidence.coverage <= 0.9 else "weak"


def date_evidence_sentence(evidence: DateEvidence | None) -> Sentence:
    """Say how good such days were, with the number of them."""
    if evidence is None:
        return ("No back-test of days is on file.",)
    return (
        "Back-test: of ", Figure(f"{evidence.returns:,}", "date_returns"),
        f" days of {evidence.series:,} series that did return ",
        Figure(chance(evidence.coverage), "date_coverage"), " lay inside the 80 % interval (95 % interval ",
        f"{chance(evidence.coverage_low)} to {chance(evidence.coverage_high)}); median error ",
        Figure(f"{evidence.median_error_days:.0f} days", "date_error"), ".",
    )  # fmt: skip


def ever_sentences(will: Will) -> tuple[Sentence, ...]:
    """Say what stands beside the chance within 36 months: ever, and without older seasons."""
    said: list[Sentence] = []
    if known(will.ever.p50) is not None:
        value = Figure(chance(will.ever.p50), "ever")
        said.append(
            (
                "Without a limit of time the chance is ",
                value,
                *_interval(chance_range(will.ever), value.text),
                "; an extrapolation.",
            )
        )
    if known(will.without_history) is not None:
        said.append(
            ("Fitted without seasons from before 2020 it is ", Figure(chance(will.without_history), "without_history"),
             " within 36 months.")
        )  # fmt: skip
    return tuple(said)


def when_sentences(when: When) -> tuple[Sentence, ...]:
    """Say when it would be back, with the share of never."""
    never: Sentence = ("Never: ", Figure(chance(when.never), "never"), ".")
    if when.probably_never or when.p50 is None:
        day_said: Sentence = ("No day is given", ": so few seasons come back after such a wait that a day would only seem exact.")
        first: Sentence = day_said if when.probably_never else ("No day can be given.",)
        return (first, never)
    said: list[Sentence] = [
        ("If it returns, half of the chance lies before ", Figure(month(when.p50), "return_date"), " and ",
         Figure("80 %", "interval"), f" between {month(when.p10)} and {month(when.p90)}."),
        never,
    ]  # fmt: skip
    if when.already > 0.01:
        said.append(("Already back, but not seen in the figures: ", Figure(chance(when.already), "already"), "."))
    return tuple(said)


def audience_sentences(audience: HowMany | None) -> tuple[Sentence, ...]:
    """Say how many would watch the next season, or that it cannot be said."""
    if audience is None:
        return ()
    said: list[Sentence] = [_next_audience(audience)]
    if known(audience.window_13_weeks.p50) is not None:
        said.append(
            (f"This season, from {audience.weeks_seen} {_weeks(audience.weeks_seen)} published: ",
             *_amounts(audience.window_13_weeks, "window_13_weeks"), " views in the list over its first thirteen weeks.")
        )  # fmt: skip
    if audience.error is not None and known(audience.error) is not None and known(audience.next_4_weeks.p50) is not None:
        said.append(
            (
                "In the back-test such forecasts missed by a ",
                Figure(f"factor of {factor(audience.error)}", "audience_error"),
                " on average.",
            )
        )
    return tuple(said)


def _next_audience(audience: HowMany) -> Sentence:
    if known(audience.next_4_weeks.p50) is None:
        return ("The audience of a next season cannot be forecast: this season has no public launch figures.",)
    last: Sentence = ()
    if known(audience.last_4_weeks) is not None:
        last = ("; this season had ", Figure(amount(audience.last_4_weeks), "last_4_weeks"))
    return (
        "If it returns and charts: ",
        *_amounts(audience.next_4_weeks, "next_4_weeks"),
        " views in its first four weeks",
        *last,
        ".",
    )


def _amounts(spread: Spread, definition: str) -> Sentence:
    middle = amount(spread.p50)
    return (Figure(middle, definition), *_interval(amount_range(spread), middle))


def _weeks(count: int) -> str:
    return "week" if count == 1 else "weeks"


def fate(comparable: Comparable) -> str:
    """Say what became of a comparable season."""
    if comparable.returned_on:
        waited = months_since(comparable.premiere, comparable.returned_on)
        return f"returned after {waited} months, in {month(comparable.returned_on)}"
    if known(comparable.within_36_months) is not None:
        return f"not back; {chance(comparable.within_36_months)} within 36 months"
    return "not back"


def origin(dossier: Dossier) -> str:
    """Say where the figures are from."""
    return figures_from(dossier.sources.origin) if dossier.sources.origin else ""


def figures_from(place: str) -> str:
    """Say where the figures are from."""
    return f"Figures from {place}."


def facts(dossier: Dossier) -> str:
    """Say what stands under the title: platform, premiere, length, language, genres."""
    hours = f"{dossier.runtime_min // 60} h {dossier.runtime_min % 60:02d} min" if dossier.runtime_min else ""
    label = "limited series" if dossier.limited else ""
    seasons = len({number for number, _ in dossier.seasons})
    held = f"{seasons} {'season' if seasons == 1 else 'seasons'} on file" if seasons else ""
    parts = (
        dossier.platform,
        f"premiered {day(dossier.premiere)}",
        hours,
        dossier.language,
        ", ".join(dossier.genres),
        label,
        held,
    )
    return " · ".join(part for part in parts if part)
