"""A dossier as one self-contained page: no request to any host, the same document in light, dark and print."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from cliffhanger.dossier.record import Dossier
from cliffhanger.dossier.returning import Driver
from cliffhanger.report import captions, charts, cost_figure, known_tables, phrases, tables, words, worth
from cliffhanger.report.cards import Bar, cards
from cliffhanger.report.definitions import DEFINITIONS
from cliffhanger.report.notation import chance, cleaned, day
from cliffhanger.report.pages import css, template
from cliffhanger.report.pictures import Key, Picture, campaign_picture, drawn, worth_picture
from cliffhanger.report.tables import Table

WIDE, HALF, NARROW, CARD = 570, 450, 262, 220  # inner widths of drawings, pixels


def dossier_html(dossier: Dossier) -> str:
    """Render a dossier as a complete HTML document."""
    dossier = cleaned(dossier)
    names = itertools.count()
    answers = cards(dossier)
    return template("dossier.html.j2").render(
        d=dossier,
        name=words.name(dossier),
        as_of=day(dossier.as_of),
        returned_on=day(dossier.returned_on),
        facts=words.facts(dossier),
        origin=words.origin(dossier),
        status=words.status(dossier),
        verdict=worth.verdict(dossier),
        titles=words.TITLES,
        words=words,
        cards=answers,
        bars={card.key: _bar(card.bar, f"{card.question} {card.interval}", names) for card in answers},
        charts=_charts(dossier, names),
        multiples=_multiples(dossier, names),
        driver_bars=_driver_bars(dossier.will.drivers) if dossier.will else (),
        tables=_tables(dossier),
        should=_should(dossier),
        audience=words.audience_sentences(dossier.how_many),
        ever=words.ever_sentences(dossier.will) if dossier.will else (),
        when=words.when_sentences(dossier.when) if dossier.when else (),
        evidence=words.evidence_sentence(dossier.will.evidence) if dossier.will else (),
        gaps=[{"what": phrases.gap_sentence(gap), "remedy": phrases.gap_remedy(gap)} for gap in dossier.gaps],
        known=_known(dossier, names),
        definitions=DEFINITIONS,
        css=css(),
    )


def _bar(bar: Bar | None, title: str, names: Iterator[int]) -> Markup | None:
    return drawn(charts.interval(bar, width=CARD), title, names) if bar else None


def _charts(dossier: Dossier, names: Iterator[int]) -> dict[str, Picture | None]:
    return {
        "viewing": _viewing(dossier, names),
        "over_time": _over_time(dossier, names),
        "by_quarter": _by_quarter(dossier, names),
        "worth": worth_picture(dossier.should, names, wide=HALF, narrow=NARROW) if dossier.should else None,
        "reported": _reported(dossier, names),
    }


def _viewing(dossier: Dossier, names: Iterator[int]) -> Picture | None:
    wide, narrow = (charts.viewing(dossier, width=width) for width in (WIDE, NARROW))
    if wide is None or narrow is None:
        return None
    shown = tuple(t for t in (tables.weeks_table(dossier), tables.half_years_table(dossier)) if t.rows)
    title = captions.viewing_title(dossier)
    return Picture(drawn(wide, title, names), drawn(narrow, title, names), captions.viewing_caption(dossier), shown)


def _over_time(dossier: Dossier, names: Iterator[int]) -> Picture | None:
    will = dossier.will
    if will is None:
        return None
    waited = (dossier.as_of - dossier.premiere).days / charts.MONTH
    wide, narrow = (charts.over_time(will, waited=waited, as_of=dossier.as_of, width=width) for width in (HALF, NARROW))
    if wide is None or narrow is None:
        return None
    title = captions.over_time_title(dossier, chance(will.within_36_months.p50))
    return Picture(drawn(wide, title, names), drawn(narrow, title, names), captions.OVER_TIME, (tables.over_time_table(will),))


def _by_quarter(dossier: Dossier, names: Iterator[int]) -> Picture | None:
    when = dossier.when
    if when is None:
        return None
    wide, narrow = (charts.by_quarter(when, width=width) for width in (HALF, NARROW))
    if wide is None or narrow is None:
        return None
    key = tuple(Key(part.look, f"{part.name} {chance(part.chance)}", part.definition) for part in charts.parts(when))
    title = captions.by_quarter_title(when)
    caption = captions.PROBABLY_NEVER if when.probably_never else captions.BY_QUARTER
    return Picture(drawn(wide, title, names), drawn(narrow, title, names), caption, (tables.quarters_table(when),), key)


def _reported(dossier: Dossier, names: Iterator[int]) -> Picture | None:
    should = dossier.should
    if should is None or not should.reported:
        return None
    wide, narrow = (cost_figure.reported(should, width=width) for width in (HALF, NARROW))
    if wide is None or narrow is None:
        return None
    title = captions.reported_title(worth.spoken_answer(should))
    return Picture(drawn(wide, title, names), drawn(narrow, title, names), captions.REPORTED, (worth.reported_table(should),))


def _known(dossier: Dossier, names: Iterator[int]) -> tuple[str | Table | Picture, ...]:
    told = dossier.told
    if told is None:
        return ()
    return known_tables.known_blocks(told, campaign_picture(told.known, names, wide=WIDE, narrow=NARROW))


def _should(dossier: Dossier) -> dict[str, Any]:
    should = dossier.should
    held = should is not None and bool(should.worth)
    return {
        "paragraphs": worth.section(dossier),
        "table": worth.worth_table(should) if should and held else None,
        "assumptions": worth.assumption_lines(should) if should and held else (),
    }


def _multiples(dossier: Dossier, names: Iterator[int]) -> list[dict[str, Any]]:
    own = charts.launch_weeks(dossier)
    top = max((tables.peak(views) or 0.0 for views in (own, *(c.weekly_views for c in dossier.comparables))), default=0.0)

    def item(series: str, season: int, views: tuple[float | None, ...], fate: str, *, is_own: bool) -> dict[str, Any]:
        drawing = None
        if tables.peak(views):
            title = captions.sparkline_title(series, season, tables.peak(views))
            drawing = drawn(charts.sparkline(views, top=top, accent=is_own), title, names)
        return {"series": series, "season": season, "drawing": drawing, "fate": fate, "own": is_own}

    items = [item(c.series, c.season, c.weekly_views, words.fate(c), is_own=False) for c in dossier.comparables]
    if all(one["drawing"] is None for one in items):
        return []  # nothing to draw: the table says as much
    if tables.peak(own):
        items.insert(0, item(dossier.series, dossier.season, own, captions.THIS_SEASON, is_own=True))
    return items


def _driver_bars(drivers: tuple[Driver, ...]) -> list[dict[str, object]]:
    largest = max((abs(driver.log_odds) for driver in drivers), default=0.0) or 1.0
    return [
        {
            "side": "less" if driver.log_odds < 0 else "more",
            "words": "less often" if driver.log_odds < 0 else "more often",
            "share": round(100 * abs(driver.log_odds) / largest),
        }
        for driver in drivers
    ]


def _tables(dossier: Dossier) -> dict[str, Table | None]:
    will = dossier.will
    return {
        "comparables": tables.comparables_table(dossier),
        "drivers": tables.drivers_table(will) if will and will.drivers else None,
        "evidence": tables.evidence_table(will.evidence) if will and will.evidence else None,
        "sources": tables.sources_table(dossier.sources),
        "versions": tables.versions_table(dossier.sources),
    }
