"""Should it be renewed, from public figures alone: its sentences and tables."""

from __future__ import annotations

from cliffhanger.decision.risk import MEAN
from cliffhanger.dossier.decision import Decision
from cliffhanger.dossier.paying import Guard, Payback, ReportedCost, Should, Stated, Worth
from cliffhanger.dossier.record import Dossier
from cliffhanger.dossier.spread import Spread
from cliffhanger.report import words
from cliffhanger.report.log_risk import choices_table, weighed
from cliffhanger.report.notation import (
    UNKNOWN,
    amount,
    amount_range,
    chance,
    day,
    known,
    length,
    money,
    money_millions,
    money_range,
    rate,
    times,
)
from cliffhanger.report.tables import Column, Table
from cliffhanger.report.words import Figure, Sentence

ROWS = {
    "value_per_hour": "paid for an average hour",
    "revenue_per_hour": "earned with an average hour",
    "advertising_per_hour": "advertising, all on ad plans",
}
VALUES = {
    "value_per_hour": "what the service pays for an average hour",
    "revenue_per_hour": "what the service earns with an average hour",
    "advertising_per_hour": "advertising, were every hour on an ad plan",
}
CHOSEN = {"renew": "another season", "end": "end"}
MISSING = {
    "no_figures": "the season is in none of the latest two half-yearly reports, and has no launch figures",
    "few_pairs": "too few past seasons have both figures on file to learn from",
}
LIMITS = (
    "This is arithmetic on public figures, not a measured value. An average hour is not an added hour: most of it would be "
    "watched anyway, as something else, which makes the worth smaller. A title that brings new subscribers is worth far more "
    "than its hours: the leaked impact value of Squid Game's first season was 891.1 million USD for 1.4 billion hours, which is "
    "0.64 USD an hour, at a cost of 21.4 million USD. Only the first twelve months are counted. Reported costs are those of "
    "expensive seasons: most seasons, also such as were continued, fall short of them by this measure."
)
DECIDED = "Another season has come: whether to order it is decided."
NEEDS_LOG = (
    "What another season adds, net of what its viewers would have watched instead, needs a viewing log, the price of a "
    "subscription and the cost of an episode."
)
GUARDS = {
    "hours": ("", "No viewing figures to go by."),
    "pairs": ("Few past seasons to learn from: {found}, and {threshold} would be enough.", "Too few past seasons: {found}."),
    "launch": ("No launch figures are public: the hours follow from half-yearly figures alone.", ""),
    "average_hour": ("The value of an hour is an average over all titles, not what this one adds.", ""),
    "wait": (
        "It has waited {found} days, longer than any season learnt from ({threshold} days): an extrapolation.", "",
    ),
    "runtime": ("The runtime is not known: no cost of an hour or an episode follows.", ""),
    "later_source": ("", ""),
}  # fmt: skip


def asked_about(decision: Decision) -> str:
    """Say which season was asked about, and when."""
    runtime = f" · {length(decision.runtime_min)}" if decision.runtime_min else ""
    return f"season {decision.season}{runtime} · as of {day(decision.as_of)}"


def verdict(dossier: Dossier) -> Sentence:
    """Say in a few sentences what can be said about the season: whether and when it returns, and whether it should."""
    said = words.verdict(dossier)
    return said if dossier.should is None else (*said, " ", *answer(dossier.should))


def section(dossier: Dossier) -> tuple[Sentence, ...]:
    """Say everything about whether it should be renewed, or that it has been."""
    if dossier.returned_on:
        return ((DECIDED,), (NEEDS_LOG,))
    return paragraphs(dossier.should) if dossier.should else ((words.NO_FORECAST,), (NEEDS_LOG,))


def paragraphs(should: Should) -> tuple[Sentence, ...]:
    """Say everything about whether another season pays, the answer first."""
    said = [answer(should), *hours_sentences(should)]
    said += [sentence for sentence in (compared(should),) if sentence]
    careful = cautions(should)
    said += [(" ".join(careful),)] if careful else []
    return (*said, *(((LIMITS,),) if should.worth else ()), (NEEDS_LOG,))


def answer(should: Should) -> Sentence:
    """Say what another season could cost and still pay, or why that cannot be said; with a cost, the chance that it pays."""
    if not should.worth:
        reason = MISSING.get(should.missing, should.missing)
        return (f"From public figures alone what another season could cost cannot be said: {reason}.",)
    first = should.worth[0]
    if should.payback is not None:
        return _pays(should.payback, first)
    unit, spread, definition = _unit(should, first)
    middle = Figure(money(spread.p50), definition)
    return (
        "From public figures alone, another season could cost ", middle, f" {unit} and still pay (",
        Figure("80 % interval", "interval"),
        f" {money_range(spread)}), if an hour viewed is worth ", Figure(rate(first.value.p50), "value_of_hour"),
        f": {_meaning(first)}.",
    )  # fmt: skip


def answer_text(should: Should | None) -> str:
    """Say why there is no number."""
    if should is None:
        return "The figures on file do not allow an answer."
    return f"No number: {MISSING.get(should.missing, should.missing)}."


def evidence(should: Should) -> Sentence:
    """Say what the answer rests on."""
    return (
        "Public figures only: hours from ", Figure(f"{should.pairs:,}", "pairs"),
        " past seasons, at a stated value of an hour. No viewing log and no cost are on file.",
    )  # fmt: skip


def spoken_answer(should: Should) -> str:
    """Give the answer as plain text."""
    return words.spoken(answer(should))


def _meaning(first: Worth) -> str:
    return VALUES[first.assumption]


def _unit(should: Should, first: Worth) -> tuple[str, Spread, str]:
    if known(first.episode.p50) is None:
        return "in all", first.season, "break_even_season"
    return f"an episode{episode_length(should)}", first.episode, "break_even_episode"


def episode_length(should: Should) -> str:
    """Say how long an episode is taken to be; empty where their number was given."""
    minutes = next((row.value.p50 for row in should.assumptions if row.name == "episode_minutes"), None)
    return "" if should.episodes or minutes is None else f" of {minutes:.0f} minutes"


def _pays(payback: Payback, first: Worth) -> Sentence:
    flip = known(payback.flip_value)
    dearer, cheaper = ("above", "below") if payback.chance > 0.5 else ("below", "above")
    value: Sentence = (f", or {cheaper} ", Figure(rate(flip), "flip_value"), " for an hour viewed") if flip is not None else ()
    return (
        "From public figures alone: ", Figure(chance(payback.chance), "pays_back"), " that another season pays back at ",
        f"{money_range(payback.cost_per_episode)} an episode (median gain: ",
        Figure(money(payback.margin.p50), "margin"), f"); it would flip {dearer} ",
        Figure(money(first.episode.p50), "break_even_episode"), " an episode", *value, ".", *_by_attitude(payback),
    )  # fmt: skip


def _by_attitude(payback: Payback) -> Sentence:
    """What an attitude other than the mean says to it."""
    asked = next((one for one in payback.choices if one.asked), None)
    if asked is None or asked.risk == MEAN:
        return ()
    says = "order it" if asked.option == "renew" else "end it"
    return (f" By {weighed(asked.risk, 'USD')} it is worth {money(asked.worths['renew'])}: {says}.",)


def risks_table(should: Should, *, weighs: bool = True) -> Table | None:
    """What each attitude to risk would choose of another season and an end; None without a cost."""
    if should.payback is None or not should.payback.choices:
        return None
    return choices_table(should.payback.choices, CHOSEN, {"renew": should.payback.chance}, "USD", weighs=weighs)


def hours_sentences(should: Should) -> tuple[Sentence, ...]:
    """Say how the hours of another season follow from what is published."""
    if not should.worth:
        return ()
    pairs = Figure(f"{should.pairs:,}", "pairs")
    ratio = (Figure(times(should.ratio.p50), "year_ratio"), " times as much (", Figure("80 % interval", "interval"),
             f" {times(should.ratio.p10)} to {times(should.ratio.p90)})")  # fmt: skip
    hours = (Figure(amount(should.hours.p50), "hours_ahead"), f" hours ({amount_range(should.hours)})")
    base = Figure(amount(should.base_hours), "base_hours")
    if should.basis == "launch":
        return (
            ("The first four weeks of another season are forecast at ", base, " hours. In ", pairs,
             " past seasons the first twelve months brought ", *ratio, ". Together: ", *hours, "."),
        )  # fmt: skip
    draws = "draws" if should.basis == "fresh" else "still draws"
    return (
        (f"This season {draws} ", base, " hours in a year, by its latest half-years. In ", pairs,
         " past pairs of seasons the next one's first twelve months brought ", *ratio, ". Together: ", *hours, "."),
    )  # fmt: skip


def compared(should: Should) -> Sentence:
    """Say where the break-even lies among publicly reported costs."""
    if not should.reported:
        return ()
    count, below = should.reported_count, should.reported_below
    where = "none" if not below else "all" if below == count else f"{below}"
    return (
        "Of ", Figure(f"{count}", "reported_cost"), " publicly reported costs of an episode ",
        f"{where} {'lies' if below == 1 else 'lie'} below the middle of this break-even.",
    )  # fmt: skip


def cautions(should: Should) -> tuple[str, ...]:
    """Say what the guards found: what to read with care, and what withheld the number."""
    said = tuple(text for guard in should.guards if (text := caution(guard)))
    late = later_source(should)
    return (*said, late) if late else said


def caution(guard: Guard) -> str:
    """What one guard found, in words; empty where it passed."""
    if guard.outcome == "PASS":
        return ""
    review, fail = GUARDS.get(guard.code, (guard.code, guard.code))
    text = fail if guard.outcome == "FAIL" else review
    return text.format(found=_count(guard.found), threshold=_count(guard.threshold))


def _count(value: float | None) -> str:
    return UNKNOWN if value is None else f"{value:,.0f}"


def worth_table(should: Should) -> Table:
    """List the break-even at each value of an hour: middle and 80 % interval."""
    columns = (
        Column("Worth of an hour"), Column("USD", "value_of_hour", numeric=True),
        Column("Season, million USD", "break_even_season", numeric=True),
        Column("Hour of it, million USD", "break_even_hour", numeric=True),
        Column("Episode, million USD", "break_even_episode", numeric=True),
    )  # fmt: skip
    rows = tuple(
        (ROWS[w.assumption], rate(w.value.p50).removesuffix(" USD"), _cell(w.season), _cell(w.hour), _cell(w.episode))
        for w in should.worth
    )
    return Table("What another season could cost and still pay (80 % interval); the first row is the answer", columns, rows)


def _cell(spread: Spread) -> str:
    if known(spread.p50) is None:
        return UNKNOWN
    return f"{money_millions(spread.p50)} ({money_range(spread, unit='').strip()})"


def assumption_lines(should: Should) -> tuple[str, ...]:
    """Say which numbers were chosen, why, and on what source."""
    return tuple(_assumption(row) for row in should.assumptions)


def _assumption(row: Stated) -> str:
    name, stated, why, source = assumption_row(row)
    return f"{name} = {stated}: {why}. Source: {source}."


def assumption_row(row: Stated) -> tuple[str, str, str, str]:
    """Return the same as cells: name, value, reason, source."""
    since = f", known since {day(row.known_on)}" if row.known_on and not row.changed else ""
    return row.name, _stated(row), row.why, f"{row.source}{since}"


def _stated(row: Stated) -> str:
    low, middle, high = (f"{end:g}" for end in (row.value.p10 or 0.0, row.value.p50 or 0.0, row.value.p90 or 0.0))
    interval = f" ({low} to {high})" if low != high else ""
    return f"{middle}{interval} {row.unit}"


def reported_table(should: Should, *, sources: bool = True) -> Table:
    """List the reported costs of an episode that lie nearest to the break-even; a narrow page leaves the sources out."""
    columns = (
        Column("Season"), Column("Episode, million USD", "reported_cost", numeric=True), Column("Grade", "cost_grade"),
        *((Column("Source"),) if sources else ()),
    )  # fmt: skip
    rows = tuple((cost_name(c), cost_range(c), c.grade, *((c.source,) if sources else ())) for c in should.reported)
    return Table("Publicly reported costs of an episode, the nearest to the break-even", columns, rows)


def cost_name(cost: ReportedCost) -> str:
    """Name what was reported, such as ``Squid Game, season 1``."""
    if not cost.season:
        return cost.series
    return f"{cost.series}, season {cost.season}" if cost.season.isdigit() else f"{cost.series}, {cost.season}"


def cost_range(cost: ReportedCost) -> str:
    """Write a reported cost in millions."""
    low, high = money_millions(cost.low), money_millions(cost.high)
    return low if low == high else f"{low} to {high}"


def later_source(should: Should) -> str:
    """Say from which day the source of the value is known, where that is later than the as-of day; else empty."""
    late = any(guard.code == "later_source" for guard in should.guards)
    known_on = should.assumptions[0].known_on if should.assumptions else None
    return f"The value of an hour rests on figures published on {day(known_on)}, after the as-of day." if late else ""
