"""A slate in words and tables, the same in every format, and as text for the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from cliffhanger.decision.frontier import Change
from cliffhanger.decision.options import NOT_ORDERED, OPTIONS
from cliffhanger.decision.risk import written
from cliffhanger.decision.season_options import Span as OptionSpan
from cliffhanger.decision.slate import FrontierPoint, Pick, SlateAnswer, Span, Turn
from cliffhanger.decision.slate_attitudes import SlateChoice
from cliffhanger.dossier.log_slate import LogBasis, open_windows
from cliffhanger.report.log_rests import Names, basis_sentences, named, names_of, stated_table
from cliffhanger.report.notation import UNKNOWN, chance, clean_text, known
from cliffhanger.report.tables import Column, Table

TERMS = {kind.name: kind.term for kind in OPTIONS}
ORDERS = ("shorter", "final_season", "finale", "wait")
MANY = {"shorter": "shorter orders", "final_season": "final seasons", "finale": "finales", "wait": "to wait for"}
UNITS = ((1e9, "bn", 2), (1e6, "M", 1), (1e3, "k", 0))
WHOLE_BELOW = 10_000
DROPPED = ("Episodes", "Value per cost", "Value", "Worth in this slate", "Pays back")
MISSED = ("Figures add", "Delay costs", "Best today", "Days left")
LESS_TOLD = ("Cost", "Ordered", "Net")  # of attitudes
BAR = 16
GAP = "  "
LEAST_NAME = 10
LEAST_WORDS = 12  # a last column that is narrower is cut
WIDEST_TITLE = 28
MOST_CHANGES = 12
LEAST_GAP = 1e-4  # a smaller one is told as this
SHARED = (
    "Where two chosen seasons share viewers, what both would count is taken off once for each pair; for three that share the "
    "same viewers that takes off too much, so the slate is worth at least this."
)
WAITING = (
    "To wait is to decide when the window has closed. What its figures add, less what the delay costs, is what waiting is worth "
    "more than the best of today, each season by itself. A season that waits holds back of the budget what the dearest order "
    "costs that may be made then; the cost of the slate counts what is expected to be spent."
)
METHOD = (
    "Each quantity is drawn from two half-normals joined at the median, so that its three quantiles hold exactly. The options of "
    "a season move together; different seasons share part of what is uncertain. One option a season is chosen so that {aim} is "
    "largest, as a mixed-integer program solved by HiGHS."
)
ATTITUDES = (
    "All of them weigh the same draws. The slates of mean, of the worst fifth and of the attitude asked for are each searched "
    "for. That one keeps its own; every other takes the one of them that is worth most to it, or ends every season where the "
    "limits allow that. Decided otherwise are seasons whose decision is not the one of this slate."
)


def money(value: float | None, *, signed: bool = False) -> str:
    """Write a sum to the unit below ten thousand, else as ``+350 k``, ``118.2 M``; the currency is said once elsewhere."""
    value = known(value)
    if value is None:
        return UNKNOWN
    sign = "+" if signed else ""
    for size, unit, places in UNITS:
        if abs(value) >= max(0.9995 * size, WHOLE_BELOW - 0.5):
            return f"{value / size:{sign},.{places}f} {unit}"
    text = f"{value:{sign},.0f}"
    return "0" if text in {"+0", "-0"} else text


def money_range(span: Span | OptionSpan, *, signed: bool = False) -> str:
    """Write the ends of an interval, the unit once where both have the same."""
    low, high = money(span.p10, signed=signed), money(span.p90, signed=signed)
    unit = high.rpartition(" ")[2]
    return f"{low.removesuffix(' ' + unit)} to {high}"


def sentence(answer: SlateAnswer) -> str:
    """The answer in one sentence."""
    counts = dict(answer.counts)
    others = [f"{counts[name]} {_counted(name, counts[name])}" for name in ORDERS if counts.get(name)]
    extra = f" (and {', '.join(others)})" if others else ""
    unit = f" {answer.currency}" if answer.currency else ""
    told = (
        f"Renew {counts.get('renew', 0)} of {answer.seasons}{extra} for {money(answer.cost.mean)}{unit}: "
        f"{money(answer.net.mean, signed=True)} expected (80 %: {money_range(answer.net, signed=True)}), "
        f"{chance(answer.pays_back)} that the slate pays back"
    )
    if answer.next_money is None:
        return f"{told}."
    step = answer.next_money.step
    named = "the next million" if step == 1e6 else f"the next {money(step)}"
    gain = answer.next_money.gain
    return f"{told}; {named} buys {money(gain, signed=True) if gain > 0 else 'nothing'}."


def _counted(option: str, count: int) -> str:
    return TERMS[option] if count == 1 and option != "wait" else MANY[option]


def aim(answer: SlateAnswer) -> str:
    """What was maximised."""
    if answer.risk.kind == "mean":
        return "the expected net value"
    return f"the mean net value of the worst {answer.risk.share * 100:.12g} % of outcomes"


def certainty(answer: SlateAnswer) -> str:
    """How good the search was."""
    search = answer.search
    least = (
        money(max(search.bound - search.objective, 1.0)) if search.gap is None else f"{max(search.gap, LEAST_GAP) * 100:.2f} %"
    )
    sure = "No slate within the limits has a larger one" + ("" if search.gap == 0 else f" by more than {least}")
    ended = "" if search.ended == "optimal" else " The search was stopped by its limit of time or nodes, and may not repeat."
    over = f"{answer.scenarios:,} draws" if answer.risk.kind == "mean" else f"the {answer.scenarios:,} draws of the search"
    return f"Chosen for {aim(answer)}: {money(search.objective, signed=True)}, over {over}. {sure}.{ended}"


def facts(answer: SlateAnswer) -> tuple[tuple[str, str], ...]:
    """Head figures beside the sentence."""
    return (
        ("Value of what is ordered", f"{money(answer.value.mean)} (80 %: {money_range(answer.value)})"),
        ("Cost", f"{money(answer.cost.mean)} (80 %: {money_range(answer.cost)})"),
        ("Counted twice and taken off, shared viewers", money(answer.shared_viewers)),
        ("Mean of the worst fifth of outcomes, of all draws", money(answer.tail, signed=True)),
    )


def decisions(answer: SlateAnswer, names: Names) -> Table:
    """Every season that does not end, dearest first within an option."""
    columns = (
        Column("Season"), Column("Decision"), Column("Episodes", numeric=True), Column("Cost", numeric=True),
        Column("Value", numeric=True), Column("Net", numeric=True), Column("Net, 80 %", numeric=True),
        Column("Pays back", numeric=True), Column("Value per cost", numeric=True), Column("Worth in this slate", numeric=True),
    )  # fmt: skip
    order = list(TERMS)
    picks = sorted((p for p in answer.picks if p.option != "end"), key=lambda p: (order.index(p.option), -p.net.mean, p.title_id))
    return Table("Seasons that do not end", columns, tuple(_decision(pick, names) for pick in picks))


def ended(answer: SlateAnswer, names: Names) -> tuple[str, ...]:
    """Names of the seasons that end."""
    return tuple(name(pick, names) for pick in answer.picks if pick.option == "end")


def name(one: Pick | Turn | Change, names: Names) -> str:
    """Name a season by title and number, and by what viewers see."""
    return named(one.title_id, one.season, names)


def _decision(pick: Pick, names: Names) -> tuple[str, ...]:
    net = (money(pick.net.mean, signed=True), money_range(pick.net, signed=True))
    return (
        name(pick, names),
        TERMS[pick.option],
        str(pick.episodes) if pick.episodes else UNKNOWN,
        money(pick.cost.mean),
        money(pick.value.mean),
        *net,
        chance(pick.pays_back),
        UNKNOWN if pick.efficiency is None else f"{pick.efficiency:.2f}",
        money(pick.worth_in_slate, signed=True),
    )


def windows(answer: SlateAnswer, basis: LogBasis | None) -> Table | None:
    """Seasons whose 91-day window is open: what waiting is worth and holds back; None where there is none."""
    columns = (
        Column("Season"), Column("Days left", numeric=True), Column("Best today"), Column("Figures add", numeric=True),
        Column("Delay costs", numeric=True), Column("Waiting is worth", numeric=True), Column("Holds back", numeric=True),
        Column("By itself"), Column("In this slate"),
    )  # fmt: skip
    names, chosen = names_of(basis), {pick.title_id: pick.option for pick in answer.picks}
    rows = tuple(
        (
            named(one.title_id, one.season, names), str(window.days), TERMS[window.today], money(window.information),
            money(window.delay), money(window.net, signed=True), money(window.reserve),
            "wait" if window.net > 0 else "decide now", TERMS[chosen[one.title_id]],
        )
        for one, window in (open_windows(basis) if basis else ())
    )  # fmt: skip
    return Table("Decide now or wait: seasons whose 91-day window is open", columns, rows) if rows else None


def attitudes(answer: SlateAnswer) -> Table | None:
    """What each usual attitude to risk would choose; None where that was not asked."""
    columns = (
        Column("Attitude"), Column("Slate of"), Column("Ordered", numeric=True), Column("Cost", numeric=True),
        Column("Net", numeric=True), Column("Pays back", numeric=True),
        Column("Worth to it", numeric=True), Column("Decided otherwise", numeric=True),
    )  # fmt: skip
    rows = tuple(_attitude(one) for one in answer.attitudes)
    return Table("What each attitude to risk would choose", columns, rows) if rows else None


def _attitude(one: SlateChoice) -> tuple[str, ...]:
    orders = sum(count for name, count in one.counts if name not in NOT_ORDERED)
    return (
        f"{written(one.risk)} (asked)" if one.asked else written(one.risk),
        "none: all end" if one.found_by is None else written(one.found_by),
        str(orders), money(one.cost), money(one.net, signed=True), chance(one.pays_back),
        money(one.worth, signed=True), str(len(one.changed)),
    )  # fmt: skip


def otherwise(answer: SlateAnswer, names: Names, *, most: int | None = None) -> tuple[str, ...]:
    """Of each slate that another attitude would choose: the decisions in which it differs, as many as ``most``."""
    told = {one.found_by: one for one in answer.attitudes if one.changed}
    return tuple(
        f"The slate of {_found_by(one)} would decide otherwise: {', '.join(changed_words(one.changed[:most], names))}"
        + (f" and {len(one.changed) - most} more, in the other formats." if most and one.changed[most:] else ".")
        for one in told.values()
    )


def _found_by(one: SlateChoice) -> str:
    return "none, in which all end," if one.found_by is None else written(one.found_by)


def changed_words(changed: Sequence[Change], names: Names) -> list[str]:
    """Seasons that are decided otherwise, each with both decisions."""
    return [f"{name(c, names)}: {TERMS[c.before]} to {TERMS[c.after]}" for c in changed]


def limits(answer: SlateAnswer) -> Table:
    """Every limit and what the slate uses of it."""
    columns = (
        Column("Limit"), Column("At least", numeric=True), Column("Used", numeric=True), Column("At most", numeric=True),
    )  # fmt: skip
    rows = tuple((clean_text(use.label), _bound(use.low), _bound(use.used), _bound(use.high)) for use in answer.uses)
    return Table("Limits", columns, rows)


def _bound(value: float | None) -> str:
    return "" if value is None else money(value)


def frontier(answer: SlateAnswer) -> Table:
    """The best slate at each budget."""
    columns = (
        Column("Budget", numeric=True), Column("Spent", numeric=True), Column("Ordered", numeric=True),
        Column("Net", numeric=True), Column("Net, 80 %", numeric=True), Column("Changes", numeric=True),
    )  # fmt: skip
    return Table("The best slate at each budget", columns, tuple(_point(point) for point in answer.frontier))


def _point(point: FrontierPoint) -> tuple[str, ...]:
    if point.net is None:
        return (money(point.budget), UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, "the limits cannot be met")
    return (
        money(point.budget), money(point.cost), str(point.ordered), money(point.net.mean, signed=True),
        money_range(point.net, signed=True), str(len(point.changed)),
    )  # fmt: skip


def turns(answer: SlateAnswer, names: Names, *, most: int | None = None) -> Table:
    """At which budget each season gets which option, those that enter first at the top."""
    columns = (Column("Season"), Column("Decision, and the budget from which it stands"))
    order = sorted(answer.turns, key=lambda turn: (turn.steps[1][0], turn.title_id, turn.season))
    rows = tuple((name(turn, names), _steps(turn)) for turn in order[:most])
    return Table("Decisions that change with the budget", columns, rows)


def _steps(turn: Turn) -> str:
    first, *later = turn.steps
    return ", ".join([TERMS[first[1]], *(f"{TERMS[option]} from {money(budget)}" for budget, option in later)])


def next_sentence(answer: SlateAnswer, names: Names) -> str:
    """Which decisions the next money would change."""
    following = answer.next_money
    if following is None:
        return ""
    listed = ", ".join(changed_words(following.changed, names))
    would = f"would change: {listed}" if listed else "no decision would change"
    sure = f" It buys {money(following.least)} to {money(following.most)} for sure." if following.most > following.least else ""
    return f"With {money(following.budget)} {would}.{sure}"


def ordered(answer: SlateAnswer) -> set[str]:
    """The titles that do not end."""
    return {pick.title_id for pick in answer.picks if pick.option != "end"}


def slate_text(answer: SlateAnswer, *, notes: Sequence[str], basis: LogBasis | None = None, width: int = 80) -> str:
    """Render a slate for the terminal.

    Parameters
    ----------
    notes
        What became of the files, one sentence each.
    basis
        What it rests on, where it is from a log.
    """
    names = names_of(basis)
    parts = [wrapped(sentence(answer), width), wrapped(certainty(answer), width)]
    unit = [f"All sums in {answer.currency}."] if answer.currency else []
    parts.append("\n".join([*unit, *(f"{what}: {told}" for what, told in facts(answer))]))
    parts.append(printed(fitting(decisions(answer, names), width, DROPPED), width))
    if ended(answer, names):
        parts.append(wrapped(f"End: {', '.join(ended(answer, names))}.", width))
    open_now = windows(answer, basis)
    if open_now is not None:
        parts += [printed(fitting(open_now, width, MISSED), width), wrapped(WAITING, width)]
    risks = attitudes(answer)
    if risks is not None:
        parts += [printed(fitting(risks, width, LESS_TOLD), width), wrapped(ATTITUDES, width)]
        parts += [wrapped(told, width) for told in otherwise(answer, names, most=MOST_CHANGES)]
    if answer.uses:
        parts.append(printed(limits(answer), width))
    if answer.frontier:
        parts.append(printed(fitting(_with_bars(answer), width, ("Spent", "Net, 80 %", "")), width))
    if answer.turns:
        parts.append(printed(turns(answer, names, most=30), width))
        parts += [f"and {len(answer.turns) - 30} more, in the other formats"] if answer.turns[30:] else []
    parts += [wrapped(told, width) for told in (next_sentence(answer, names), *notes) if told]
    if basis is not None:
        parts += [wrapped(told, width) for told in basis_sentences(basis, ordered(answer))]
        parts.append(printed(fitting(stated_table(basis.assumptions), width, ("Why", "Source", "Unit")), width))
    return "\n\n".join(parts) + "\n"


def fitting(table: Table, width: int, dropped: Sequence[str]) -> Table:
    """Leave out columns until the table fits, in the order in which they can be missed; other formats have them."""
    for head in (None, *dropped):
        if head is not None:
            at = [column.head for column in table.columns].index(head)
            rows = tuple(row[:at] + row[at + 1 :] for row in table.rows)
            table = Table(table.caption, table.columns[:at] + table.columns[at + 1 :], rows)
        if _needed(table) <= max(width, 40):
            break
    return table


def _with_bars(answer: SlateAnswer) -> Table:
    table = frontier(answer)
    nets = [point.net.mean if point.net else 0.0 for point in answer.frontier]
    top = max([*nets, 1e-9])
    bars = ["█" * round(BAR * max(net, 0.0) / top) for net in nets]
    rows = tuple((*row, bar) for row, bar in zip(table.rows, bars, strict=True))
    return Table(table.caption, (*table.columns, Column("")), rows)


def wrapped(text: str, width: int) -> str:
    """Break a text into lines."""
    return "\n".join(textwrap.wrap(text, max(width, 40)))


def printed(table: Table, width: int) -> str:
    """Write a table in columns, its caption above; the first column gives way where the others leave it too little."""
    most = max(width, 40)
    wide = _widths(table)
    left = most - sum(wide[1:]) - len(GAP) * len(wide[1:])  # beside all else, whole
    named = max(LEAST_NAME, min(WIDEST_TITLE, most - _needed(table) + wide[0]), left)
    shown = [[_shortened(cell, named) if not at else cell for at, cell in enumerate(row)] for row in table.rows]
    rows = [[column.head for column in table.columns], *shown]
    wide = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    lines = [line for row in rows for line in _lines(row, wide, table.columns, most)]
    return "\n".join([table.caption, "─" * min(max(map(len, lines)), most), *lines])


def _widths(table: Table) -> list[int]:
    rows = [[column.head for column in table.columns], *table.rows]
    first, *others = (max(map(len, cells)) for cells in zip(*rows, strict=True))
    return [min(first, WIDEST_TITLE), *others]


def _needed(table: Table) -> int:
    """How wide a table is, with no column cut but words of the last one wrapped."""
    *others, last = _widths(table)
    return sum(others) + len(GAP) * len(others) + (last if table.columns[-1].numeric else min(last, LEAST_WORDS))


def _lines(row: Sequence[str], wide: Sequence[int], columns: Sequence[Column], width: int) -> list[str]:
    """A row as lines: words of its last column that do not fit stand below it."""
    before = sum(wide[:-1]) + len(GAP) * (len(wide) - 1)
    if columns[-1].numeric or width - before < LEAST_WORDS:
        line = _row(row, wide, columns)
        return [line if columns[-1].numeric else _shortened(line, width)]
    first, *others = textwrap.wrap(row[-1], width - before) or [""]
    return [_row([*row[:-1], first], wide, columns), *(f"{'':{before}}{more}" for more in others)]


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _row(cells: Sequence[str], wide: Sequence[int], columns: Sequence[Column]) -> str:
    shown = zip(cells, wide, columns, strict=True)
    return GAP.join(f"{cell:>{n}}" if column.numeric else f"{cell:<{n}}" for cell, n, column in shown).rstrip()
