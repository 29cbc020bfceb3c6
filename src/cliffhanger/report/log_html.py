"""A decision from a viewing log as one self-contained page in the look of the dossier."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from cliffhanger.dossier.known import Told
from cliffhanger.dossier.log_decision import LogDecision
from cliffhanger.report import against_figure
from cliffhanger.report import log_guards as guarding
from cliffhanger.report import log_worth as words
from cliffhanger.report.charts import ACCENT, CONFIG, GREY, INK, MUTED, SOFT, Spec
from cliffhanger.report.drawing import draw
from cliffhanger.report.known_tables import known_blocks
from cliffhanger.report.log_rests import stated_table
from cliffhanger.report.log_risk import EXPLAINED
from cliffhanger.report.notation import clean_text, cleaned
from cliffhanger.report.pages import css, template
from cliffhanger.report.pictures import Picture, campaign_picture
from cliffhanger.report.slate_text import money
from cliffhanger.report.tables import Table
from cliffhanger.report.words import TITLES

AGAINST = (660, 262)  # of the drawing that has no names beside it
WIDE, NARROW = 560, 170  # inner widths of drawings, pixels: beside them stand the names
CAMPAIGN_WIDE, CAMPAIGN_NARROW = 570, 262  # of a chart whose axis has numbers alone
ROW = 30
# Names are measured in one font and shown in the reader's, which may be wider.
PADDING = {"left": 28, "right": 2, "top": 2, "bottom": 2}
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
CAPTION = "The dot is the expected net value of an option, the bar its central 80 %; right of the rule it pays back."
MOVED = "{lead} From where the input is in its lowest tenth to where it is in its highest. The dashed rule is the {what}."
FLIPS = " Left of the solid rule another option is ahead: what crosses it flips the answer."


def log_decision_html(decision: LogDecision, told: Told | None = None, *, notes: Sequence[str] = ()) -> str:
    """Render a decision as a complete HTML document, with what articles tell and what became of files, where that is given."""
    told = None if told is None else cleaned(told)
    names = itertools.count()
    guards = guarding.guards_table(decision)
    return template("log_decision.html.j2").render(
        title=clean_text(decision.series),
        heading=words.heading(decision),
        sentence=words.log_sentence(decision),
        no_verdict=words.no_verdict_words(decision),
        currency=decision.currency,
        options=words.options_table(decision),
        drawings=_drawn(options_figure, decision, names, "Net value of each option") if _costed(decision) else None,
        caption=CAPTION,
        against=_against(decision, names),
        against_caption=against_figure.caption(decision.against),
        value=words.value_table(decision),
        costs=words.costs_table(decision),
        influences=words.influences_table(decision) if decision.influences else None,
        tornado=_drawn(tornado_figure, decision, names, f"What moves {words.moved_words(decision)}")
        if decision.influences
        else None,
        moved=_moved(decision),
        waiting=words.waiting_words(decision),
        risks=words.risks_table(decision),
        explained=EXPLAINED,
        passed=guarding.passed_words(decision),
        guards=guards if guards.rows else None,
        judged=guarding.judged_table(decision),
        credits=words.credits_table(decision),
        naive=words.naive_words(decision),
        learned=words.learned_table(decision),
        assumptions=stated_table(decision.assumptions),
        notes=[clean_text(note) for note in notes],
        limits=words.LIMITS,
        known=TITLES["known"],
        known_blocks=_known(told, names) if told else (),
        css=css(),
    )


def _known(told: Told, names: Iterator[int]) -> tuple[str | Table | Picture, ...]:
    picture = campaign_picture(told.known, names, wide=CAMPAIGN_WIDE, narrow=CAMPAIGN_NARROW)
    return (*known_blocks(told, picture), words.BESIDE)


def _against(decision: LogDecision, names: Iterator[int]) -> list[Markup]:
    found, option = decision.against, words.SAID[decision.against.option]
    shown = decision.option(found.option)
    said = against_figure.against_words(found, option, money, decision.currency, shown.episodes if shown else 0)
    title = _titled(f"Worth of {option} against its cost" if found.paid else f"Worth of {option}", decision)
    specs = [against_figure.against_figure(found, money=money, title=title, width=width) for width in AGAINST]
    return [Markup(draw(spec, title=title, desc=said, names=names)) for spec in specs]  # noqa: S704  serialised from a tree


def options_figure(decision: LogDecision, *, width: int) -> Spec:
    """Draw the net value of every option with its interval, against zero."""
    rows = [
        {"name": words.TERMS[o.option], "net": o.net.mean, "low": o.net.p10, "high": o.net.p90}
        for o in decision.options
        if o.net is not None and o.option != "end"
    ]
    y = {"field": "name", "type": "nominal", "sort": None, "axis": {"title": None, "labelLimit": 150, "ticks": False}}
    x = {"field": "low", "type": "quantitative", "axis": _sums(width)}
    bar = {"mark": {"type": "bar", "color": SOFT, "height": 10}, "encoding": {"x": x, "x2": {"field": "high"}, "y": y}}
    mark = {"type": "circle", "color": ACCENT, "opacity": 1, "size": 80}
    dot = {"mark": mark, "encoding": {"x": {**x, "field": "net"}, "y": y}}
    return _figure(rows, [_zero(), bar, dot], width, _titled("Net value", decision))


def tornado_figure(decision: LogDecision, *, width: int) -> Spec:
    """Draw how far the lead of the best option moves with each input; without a verdict, the value of a renewal."""
    middle = decision.options[0].gross.mean if decision.lead is None else decision.lead.by
    rows = [
        {"name": words.INPUTS[one.name], "low": min(one.low, one.high), "high": max(one.low, one.high), "flips": bool(one.flips)}
        for one in decision.influences[:10]
    ]
    y = {"field": "name", "type": "nominal", "sort": None, "axis": {"title": None, "labelLimit": 190, "ticks": False}}
    x = {"field": "low", "type": "quantitative", "axis": _sums(width)}
    colour = {"condition": {"test": "datum.flips", "value": ACCENT}, "value": MUTED}
    bar = {
        "mark": {"type": "bar", "height": 12},
        "encoding": {"x": x, "x2": {"field": "high"}, "y": y, "color": colour},
    }
    rule = {"type": "rule", "color": INK, "strokeDash": [3, 3]}
    here = {"data": {"values": [{}]}, "mark": rule, "encoding": {"x": {"datum": middle}}}
    what = "Value of a renewal before cost" if decision.lead is None else "Lead over the best of the others"
    return _figure(rows, [_zero(), bar, here], width, _titled(what, decision))


def _titled(what: str, decision: LogDecision) -> str:
    return f"{what}, {decision.currency}" if decision.currency else what


def _sums(width: int) -> Spec:
    """An axis of money, whose zero bears no unit."""
    told = "datum.value == 0 ? '0' : format(datum.value, '~s')"
    return {"title": None, "tickCount": max(width // 90, 2), "labelExpr": told}


def _zero() -> Spec:
    return {"data": {"values": [{}]}, "mark": {"type": "rule", "color": GREY}, "encoding": {"x": {"datum": 0}}}


def _figure(rows: list[Spec], layer: list[Spec], width: int, title: str) -> Spec:
    return {
        "$schema": SCHEMA, "config": CONFIG, "padding": PADDING, "width": width, "height": ROW * max(len(rows), 1),
        "title": title, "data": {"values": rows}, "layer": layer,
    }  # fmt: skip


def _moved(decision: LogDecision) -> str:
    if decision.lead is None:
        return MOVED.format(lead="", what="expected value").lstrip()
    return MOVED.format(lead=words.lead_words(decision), what="lead as it is") + FLIPS


def _costed(decision: LogDecision) -> bool:
    return any(option.net is not None and option.option != "end" for option in decision.options)


def _drawn(figure: object, decision: LogDecision, names: Iterator[int], what: str) -> list[Markup]:
    title = f"{what}. {words.log_sentence(decision)}"
    drawings = [figure(decision, width=width) for width in (WIDE, NARROW)] if callable(figure) else []
    return [Markup(draw(spec, title=title, names=names)) for spec in drawings]  # noqa: S704  serialised from a tree: escaped
