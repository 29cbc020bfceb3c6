"""A decision from a viewing log in words and tables, the same in every format, and as text for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from cliffhanger.decision.leading import Influence
from cliffhanger.decision.options import OPTIONS
from cliffhanger.decision.risk import MEAN
from cliffhanger.decision.season_options import Valued
from cliffhanger.dossier.known import Told
from cliffhanger.dossier.log_decision import Credit, LogDecision
from cliffhanger.report.known_tables import known_sentences
from cliffhanger.report.known_text import fitted, section_lines
from cliffhanger.report.log_guards import guard_words, guards_table, passed_words
from cliffhanger.report.log_rests import stated_table
from cliffhanger.report.log_risk import EXPLAINED, choices_table, weighed
from cliffhanger.report.notation import UNKNOWN, amount, chance, clean_text, day, times
from cliffhanger.report.slate_text import fitting, money, money_range, printed, wrapped
from cliffhanger.report.tables import Column, Table
from cliffhanger.report.words import TITLES

TERMS = {kind.name: kind.term for kind in OPTIONS}
VERDICTS = {
    "renew": "Renew",
    "shorter": "Order a shorter season",
    "final_season": "Order a final season",
    "finale": "Order a finale",
    "wait": "Wait until the window has closed",
    "end": "End it",
}
SAID = {
    "renew": "a renewal",
    "shorter": "a shorter order",
    "final_season": "a final season",
    "finale": "a finale",
    "wait": "waiting",
    "end": "an end",
}
INPUTS = {
    "production_days": "days until the premiere",
    "returning_viewers": "who comes back",
    "launch": "its own launch",
    "chance": "chance",
    "churn_response": "what hours do to churn",
    "anticipation": "awaiting and churn",
    "launch_pull": "what launches pull",
    "retention_error": "error of the churn model",
    "advertising_per_hour": "advertising per hour",
    "joined_anyway": "joiners in any case",
    "finale_launch": "launch of a finale",
    "finale_draw": "draw of a finale",
    "gap_loss": "loss by the gap",
    "unresolved_trust": "trust that an open end costs",
    "cost": "cost",
}
RULES = {
    "pro_rata": "pro-rata by hours",
    "user_centric": "user-centric",
    "equal_split": "equal split (Shapley)",
    "last_touch": "last touch (first stream)",
    "leave_one_out": "leave one out",
}
PARTS = (
    ("subscription", "members who stay", "money"),
    ("acquisition", "joiners", "money"),
    ("advertising", "advertising", "money"),
    ("trust", "trust that an ending keeps", "money"),
    ("audience", "viewers", "accounts"),
    ("fresh_hours", "hours new to them", "hours"),
    ("halo_hours", "of these, earlier seasons", "hours"),
    ("retained_months", "members stay longer", "months"),
    ("joins", "who join for it", "accounts"),
    ("joiner_months", "joiners pay", "months"),
)
COSTS = (
    ("production", "production"),
    ("fee", "fee on it (cost-plus)"),
    ("marketing", "marketing"),
    ("rights", "rights"),
    ("credit", "credits"),
)
DROPPED = ("Break-even audience", "Value", "Value per cost", "Episodes", "Break-even an episode", "Cost", "Pays back")
NAIVE = (
    "The naive comparison, and why it is not used: {viewers} viewers stayed {months} months {longer} than {others} others "
    "after day 28, which would be worth {worth}. Viewers chose to watch, and those who like a service both watch and stay."
)
LEAST_MONTHS = 0.1  # fewer are told to two digits
BESIDE = "Claims stand beside this decision and move no number of it."
OF_NO_VERDICT = (
    "No verdict stands: the sums and chances shown are what the draws say of each option by itself, and the guards that fail say "
    "why they are not to be acted on. No option is held against another."
)
LIMITS = (
    "From one service's own log and costs: estimates, no experiment. What lies behind the horizon counts for nothing, members "
    "are valued at what they pay now, and what other services do is not known."
)


def log_sentence(decision: LogDecision) -> str:
    """The answer in one sentence."""
    if decision.recommended is None:
        return _withheld(decision)
    chosen = decision.option(decision.recommended)
    if chosen is None or chosen.net is None:
        return _withheld(decision)
    if chosen.option == "end":
        return f"End it: {_none_pays(decision)}{_flip(decision)}."
    unit = f" {decision.currency}" if decision.currency else ""
    told = f"{VERDICTS[chosen.option]}: {money(chosen.net.mean, signed=True)}{unit} expected"
    told += f", {chance(chosen.pays_back)} that it pays back"
    if decision.risk != MEAN and decision.choice is not None:
        told += f"; chosen for {weighed(decision.risk, decision.currency)}, {money(decision.choice.worth, signed=True)}{unit}"
    return f"{told}{_flip(decision)}."


def _flip(decision: LogDecision) -> str:
    """The cost beyond which another option is the best."""
    flip = decision.flip
    if flip is None:
        return ""
    up = flip.times >= 1.0
    far = 100.0 * abs(flip.times - 1.0)
    costs = f"all costs {'up' if up else 'down'} by {far:,.{0 if far >= 10 else 1}f} %"
    if flip.per_episode is None:
        return f"; would flip to {SAID[flip.to]} with {costs}"
    unit = f" {decision.currency}" if decision.currency else ""
    return f"; would flip to {SAID[flip.to]} {'above' if up else 'below'} {money(flip.per_episode)}{unit} an episode, {costs}"


def _none_pays(decision: LogDecision) -> str:
    if decision.risk == MEAN or decision.choice is None:
        return f"no option is expected to pay; {_best_of_others(decision)}"
    unit = f" {decision.currency}" if decision.currency else ""
    best = decision.choice.order
    told = f"by {weighed(decision.risk, decision.currency)} no option is worth more than an end"
    return f"{told}; the best, {TERMS[best]}, is at {money(decision.choice.worths[best], signed=True)}{unit}"


def _best_of_others(decision: LogDecision) -> str:
    able = [option for option in decision.options if option.option not in ("end", "wait") and option.net is not None]
    best = max(able, key=lambda option: option.net.mean if option.net else 0.0)
    unit = f" {decision.currency}" if decision.currency else ""
    return f"the best, {TERMS[best.option]}, by {money(best.net.mean if best.net else None, signed=True)}{unit}"


def _withheld(decision: LogDecision) -> str:
    missing = [guard for guard in decision.guards if guard.outcome == "FAIL"]
    why = "; ".join(guard_words(guard) for guard in missing) or "no option has a cost"
    renew = decision.option("renew")
    if renew is None or renew.break_even is None or any(code != "cost" for code in decision.withheld):
        return f"No verdict: {why}."
    unit = f" {decision.currency}" if decision.currency else ""
    return f"No verdict: {why}. {renew.episodes} episodes break even at {money_range(renew.break_even)}{unit} an episode."


def no_verdict_words(decision: LogDecision) -> str:
    """What is shown where the verdict is withheld although costs are known; empty elsewhere."""
    costed = any(option.net is not None and option.option != "end" for option in decision.options)
    return OF_NO_VERDICT if decision.withheld and costed else ""


def options_table(decision: LogDecision) -> Table:
    """Every option with its value, cost and chance."""
    heads = ("Net", "Net, 80 %", "Pays back", "Value", "Cost", "Value per cost", "Break-even an episode", "Break-even audience")
    columns = (Column("Option"), Column("Episodes", numeric=True), *(Column(head, numeric=True) for head in heads))
    return Table("Options", columns, tuple(_option(option) for option in decision.options))


def _option(option: Valued) -> tuple[str, ...]:
    net = ("", "") if option.net is None else (money(option.net.mean, signed=True), money_range(option.net, signed=True))
    if option.option == "end":
        return (TERMS["end"], "", money(0.0), "", "", money(0.0), money(0.0), "", "", "")
    return (
        TERMS[option.option],
        str(option.episodes) if option.episodes else "",
        *net,
        UNKNOWN if option.pays_back is None else chance(option.pays_back),
        money(option.gross.mean),
        UNKNOWN if option.cost is None else money(option.cost.mean),
        UNKNOWN if option.efficiency is None else times(option.efficiency),
        "" if option.break_even is None else money(option.break_even.mean),
        "" if option.break_even_audience is None else amount(option.break_even_audience),
    )


def value_table(decision: LogDecision) -> Table:
    """What the value of a renewal is made of."""
    option = shown_option(decision)
    columns = (Column("What"), Column("Unit"), Column("Mean", numeric=True), Column("80 %", numeric=True))
    rows = []
    for name, told, form in PARTS:
        span = option.parts.get(name)
        if span is not None:
            write = money if form == "money" else amount
            rows.append((told, unit(form, decision), write(span.mean), f"{write(span.p10)} to {write(span.p90)}"))
    return Table(f"What a {_what(option)} brings", columns, tuple(rows))


def costs_table(decision: LogDecision) -> Table:
    """What the cost of a renewal is made of; no rows where none is known or it was given whole."""
    option = shown_option(decision)
    columns = (Column("What"), Column("Unit"), Column("Mean", numeric=True), Column("80 %", numeric=True))
    spans = [(told, option.cost_parts[name]) for name, told in COSTS if name in option.cost_parts]
    if option.cost is not None and spans:
        spans.append(("all costs", option.cost))
    rows = tuple(
        (told, unit("money", decision), money(span.mean), f"{money(span.p10)} to {money(span.p90)}") for told, span in spans
    )
    return Table(f"What a {_what(option)} costs", columns, rows)


def _what(option: Valued) -> str:
    return "renewal" if option.option == "renew" else TERMS[option.option]


def unit(form: str, decision: LogDecision) -> str:
    """The unit of a part: money is in the decision's currency, where that has a name."""
    return decision.currency or form if form == "money" else form


def shown_option(decision: LogDecision) -> Valued:
    """The option whose parts are shown: the recommended one, else the first."""
    option = decision.option(decision.recommended) if decision.recommended else None
    return option if option is not None and option.parts else decision.options[0]


def moved_words(decision: LogDecision) -> str:
    """What the influences are of: the lead of the best option, or where there is no verdict the value of a renewal."""
    return "a renewal's value before cost" if decision.lead is None else f"the lead of {SAID[decision.lead.option]}"


def lead_words(decision: LogDecision) -> str:
    """How far the best option is ahead, and of which."""
    lead = decision.lead
    if lead is None:
        return ""
    unit = f" {decision.currency}" if decision.currency else ""
    led = SAID[lead.option].capitalize()
    told = f"{money(lead.by)}{unit} ahead of {SAID[lead.over]}, the best of the others."
    if decision.risk == MEAN:
        return f"{led} is expected to be {told}"
    return f"{led} is {told} That is by {weighed(decision.risk, decision.currency)}."


def influences_table(decision: LogDecision) -> Table:
    """What moves the lead of the best option, the strongest first, and which option is ahead where the lead is lost."""
    heads = ("Lowest tenth", "Highest tenth", "Share of the variance")
    flips = () if decision.lead is None else (Column("Flips it"),)
    columns = (Column("Input"), *(Column(head, numeric=True) for head in heads), *flips)
    rows = tuple(_influence(one)[: len(columns)] for one in decision.influences)
    return Table(f"What moves {moved_words(decision)}", columns, rows)


def _influence(one: Influence) -> tuple[str, ...]:
    share = f"{100 * one.share:.0f} %"
    return (INPUTS[one.name], money(one.low, signed=True), money(one.high, signed=True), share, flip_words(one))


def flip_words(one: Influence) -> str:
    """To which options an input flips the answer."""
    return f"to {' or '.join(SAID[name] for name in one.flips)}" if one.flips else "no"


def risks_table(decision: LogDecision) -> Table:
    """What each attitude to risk would choose; no rows where the verdict is withheld."""
    paid = {option.option: option.pays_back for option in decision.options}
    return choices_table(decision.choices, TERMS, paid, decision.currency)


def credits_table(decision: LogDecision) -> Table:
    """Five rules of attribution, and whether each would decide otherwise."""
    heads = ("Credited in whole months", "Per cost of a renewal")
    columns = (Column("Rule"), *(Column(head, numeric=True) for head in heads), Column("Says"))
    return Table("Attribution side by side", columns, tuple(_credit(one, decision) for one in decision.credits))


def _credit(one: Credit, decision: LogDecision) -> tuple[str, ...]:
    if one.renews is None or one.of_cost is None:
        return (RULES[one.rule], money(one.credited), UNKNOWN, UNKNOWN)
    says = "renew" if one.renews else "do not renew"
    if decision.choice is not None and one.renews is (decision.choice.today == "end"):
        says += ": would flip it"
    return (RULES[one.rule], money(one.credited), times(one.of_cost), says)


def learned_table(decision: LogDecision) -> Table:
    """What the log told of the service as a whole."""
    seen = decision.learned
    told = "cannot be told"
    rows = (
        ("log", f"{seen.log_days:,} days, {amount(seen.members)} members"),
        ("churn response", f"{amount(seen.churned)} accounts left in {amount(seen.account_months)} account-months"),
        ("fresh hours, full effect", f"{seen.fresh_effect:+.2f} log odds of leaving (standard error {seen.fresh_error:.2f})"),
        ("awaiting a dated season", f"{seen.awaited:+.2f} log odds of leaving ({seen.awaited_error:.2f}), an assumption in it"),
        ("past seasons that returned", f"{seen.sequels}, with {amount(seen.followers)} followers"),
        ("of the devoted came back", f"{100 * seen.returned:.0f} %"),
        ("launches", f"{amount(seen.joins)} joiners in {seen.weeks} weeks"),
        ("a launch all follow pulls", f"{seen.pull:.1f} weeks of joiners"),
        ("back-test", told if seen.back_test is None else f"mean log error {seen.back_test:.2f}"),
        ("other series lose", f"{100 * seen.taken:.0f} % of the hours{_error(seen.taken_error)}"),
        ("before the premiere", _apart(seen.pre_trend)),
        ("around a day without one", _apart(seen.placebo)),
    )
    return Table("What was learned from the log", (Column("What"), Column("Found")), rows)


def _error(error: float | None) -> str:
    return "" if error is None else f" (standard error {100 * error:.0f} %)"


def _apart(score: float | None) -> str:
    return "cannot be told" if score is None else f"followers apart from others by {score:+.1f} standard errors"


def waiting_words(decision: LogDecision) -> str:
    """What waiting is worth."""
    wait = decision.waiting
    if wait is None and any(guard.code == "window" and guard.outcome != "PASS" for guard in decision.guards):
        missing = "cost" if "cost" in decision.withheld else "verdict"
        return f"Its 91-day window is open: what it is worth to wait cannot be told without a {missing}."
    if wait is None:
        return "Its 91-day window has closed: waiting brings no more figures of it."
    verb = "pays" if wait.net > 0 else "does not pay"
    mean = "" if decision.risk == MEAN else " by the mean"
    told = f"Waiting {wait.days} days {verb}{mean}: what would be learned is worth {money(wait.information)}"
    told += f", what the delay costs {money(wait.delay)} {decision.currency}".rstrip()
    return f"{told}; {100 * wait.lost:.0f} % of the value would fall behind the horizon."


def naive_words(decision: LogDecision) -> str:
    """The naive lift, labelled as what it is."""
    naive = decision.naive
    if naive is None:
        return ""
    counts = {"viewers": amount(naive.viewers), "others": amount(naive.others)}
    months = abs(naive.months_longer)
    told = f"{months:.1f}" if months >= LEAST_MONTHS else f"{months:.2g}"
    longer = "longer" if naive.months_longer >= 0 else "less"
    return NAIVE.format(months=told, longer=longer, worth=f"{money(naive.worth)} {decision.currency}".rstrip(), **counts)


def heading(decision: LogDecision) -> str:
    """Which series, when."""
    return f"{clean_text(decision.series)}, after season {decision.season}, as of {day(decision.as_of)}"


def told_words(told: Told) -> tuple[str, ...]:
    """Where the season stands, on whose word."""
    return (*known_sentences(told), BESIDE)


def log_decision_text(
    decision: LogDecision, *, width: int, colour: bool, told: Told | None = None, notes: Sequence[str] = ()
) -> str:
    """Render a decision as text; no line is wider than ``width``, or 40.

    ``told`` is what articles tell, ``notes`` what became of the files that were given, a sentence for each.
    """
    strong, plain = ("\x1b[1m", "\x1b[0m") if colour else ("", "")
    options = fitting(options_table(decision), width, DROPPED)
    risks = risks_table(decision)
    guards, costs = guards_table(decision), costs_table(decision)
    currency = f"All sums in {decision.currency}. " if decision.currency else ""
    parts = [
        f"{strong}{wrapped(log_sentence(decision), width)}{plain}",
        wrapped(heading(decision), width),
        *([wrapped(no_verdict_words(decision), width)] if no_verdict_words(decision) else []),
        printed(options, width),
        printed(fitting(value_table(decision), width, ("80 %",)), width),
        *([printed(fitting(costs, width, ("80 %",)), width)] if costs.rows else []),
        printed(fitting(influences_table(decision), width, ("Share of the variance",)), width),
        *([wrapped(lead_words(decision), width)] if decision.lead else []),
        wrapped(waiting_words(decision), width),
        *([printed(fitting(risks, width, ("Pays back", "Weighs")), width), wrapped(EXPLAINED, width)] if risks.rows else []),
        wrapped(passed_words(decision), width),
        *(wrapped(f"{outcome}: {told}.", width) for outcome, told in guards.rows),
        printed(fitting(credits_table(decision), width, ("Credited in whole months", "Per cost of a renewal")), width),
        *([wrapped(naive_words(decision), width)] if decision.naive else []),
        printed(learned_table(decision), width),
        printed(fitting(stated_table(decision.assumptions), width, ("Why", "Source", "Unit")), width),
        *(wrapped(note, width) for note in notes),
        *([_told_text(told, max(width, 40))] if told else []),
        wrapped(f"{currency}{LIMITS}", width),
    ]
    return "\n\n".join(parts) + "\n"


def _told_text(told: Told, width: int) -> str:
    said = [clean_text(sentence) for sentence in told_words(told)]
    return "\n".join(
        [
            TITLES["known"],
            "─" * min(len(TITLES["known"]), width),
            *(wrapped(one, width) for one in said),
            *fitted(section_lines(told.known, width), width),
        ]
    )
