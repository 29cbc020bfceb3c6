"""A slate as one self-contained page in the look of the dossier."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from cliffhanger.decision.slate import SlateAnswer
from cliffhanger.dossier.log_slate import LogBasis
from cliffhanger.report import slate_text as words
from cliffhanger.report.charts import ACCENT, CONFIG, GREY, INK, MUTED, SOFT, Spec
from cliffhanger.report.drawing import draw
from cliffhanger.report.log_rests import basis_sentences, names_of, stated_table
from cliffhanger.report.notation import clean_text, day
from cliffhanger.report.pages import css, template

WIDE, NARROW = 760, 262  # inner widths of drawings, pixels
MOST_TURNS = 80
CAPTION = (
    "The line is the expected net value of the best slate at each budget, the band its central 80 %; the dashed rule is the "
    "budget asked for."
)


def slate_html(answer: SlateAnswer, *, notes: Sequence[str], basis: LogBasis | None = None) -> str:
    """Render a slate as a complete HTML document; ``notes`` say what became of the files, ``basis`` what a log's rests on."""
    numbers, names = itertools.count(), names_of(basis)
    return template("slate.html.j2").render(
        sentence=words.sentence(answer),
        certainty=words.certainty(answer),
        facts=words.facts(answer),
        currency=answer.currency,
        as_of=day(basis.as_of) if basis else "",
        decisions=words.decisions(answer, names),
        ended=words.ended(answer, names),
        windows=words.windows(answer, basis),
        waiting=words.WAITING,
        attitudes=words.attitudes(answer),
        weighed=words.ATTITUDES,
        otherwise=words.otherwise(answer, names, most=MOST_TURNS),
        limits=words.limits(answer) if answer.uses else None,
        frontier=words.frontier(answer) if answer.frontier else None,
        drawings=[_drawn(answer, width, numbers) for width in (WIDE, NARROW)] if _drawable(answer) else None,
        caption=CAPTION,
        turns=words.turns(answer, names, most=MOST_TURNS) if answer.turns else None,
        more_turns=max(len(answer.turns) - MOST_TURNS, 0),
        following=words.next_sentence(answer, names),
        shared=words.SHARED if answer.shared_viewers else "",
        method=words.METHOD.format(aim=words.aim(answer)),
        notes=[clean_text(note) for note in notes],
        rests=basis_sentences(basis, words.ordered(answer)) if basis else (),
        assumptions=stated_table(basis.assumptions) if basis else None,
        css=css(),
    )


def frontier_figure(answer: SlateAnswer, *, width: int) -> Spec:
    """Draw net value against budget, with its interval and the budget asked for, as a specification."""
    size, unit = _unit(answer)
    rows = [
        {"budget": p.budget / size, "net": p.net.mean / size, "low": p.net.p10 / size, "high": p.net.p90 / size}
        for p in answer.frontier
        if p.net is not None
    ]
    x = {"field": "budget", "type": "quantitative", "axis": {"title": f"budget, {unit}", "tickCount": max(width // 90, 3)}}
    axis = {"title": None, "tickCount": 5, "format": "~s" if unit == answer.currency else ",~f"}
    y = {"field": "net", "type": "quantitative", "axis": axis}
    layer: list[Spec] = [
        {
            "mark": {"type": "area", "color": SOFT, "opacity": 0.35},
            "encoding": {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}},
        },
        {"mark": {"type": "line", "color": ACCENT, "strokeWidth": 2.5}, "encoding": {"x": x, "y": y}},
        {"mark": {"type": "circle", "color": ACCENT, "opacity": 1, "size": 40}, "encoding": {"x": x, "y": y}},
        {"data": {"values": [{}]}, "mark": {"type": "rule", "color": GREY}, "encoding": {"y": {"datum": 0}}},
    ]
    asked = next((use.high for use in answer.uses if use.label == "budget"), None)
    if asked is not None:
        here = [{"budget": asked / size, "words": "the budget"}]
        rule = {"mark": {"type": "rule", "color": MUTED, "strokeDash": [3, 3]}, "encoding": {"x": x}}
        label = {"mark": {"type": "text", "align": "left", "dx": 5, "baseline": "top", "color": INK, "fontSize": 12}}
        label["encoding"] = {"x": x, "y": {"value": 2}, "text": {"field": "words"}}
        layer.append({"data": {"values": here}, "layer": [rule, label]})
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json", "config": CONFIG, "padding": 2,
        "width": width, "height": 240, "title": f"Net value of the best slate, {unit}", "data": {"values": rows}, "layer": layer,
    }  # fmt: skip


def _unit(answer: SlateAnswer) -> tuple[float, str]:
    top = max((abs(v) for p in answer.frontier if p.net for v in (p.budget, p.net.p10, p.net.p90)), default=0.0)
    size, word = next(((size, word) for size, word in ((1e6, "million"), (1e3, "thousand")) if top >= 2 * size), (1.0, ""))
    return size, f"{word} {answer.currency}".strip()


def _drawable(answer: SlateAnswer) -> bool:
    return sum(point.net is not None for point in answer.frontier) > 1


def _drawn(answer: SlateAnswer, width: int, names: Iterator[int]) -> Markup:
    title = f"Net value of the best slate at {len(answer.frontier)} budgets. {words.sentence(answer)}"
    drawn = draw(frontier_figure(answer, width=width), title=title, names=names)
    return Markup(drawn)  # noqa: S704  serialised from a tree: text in it is escaped
