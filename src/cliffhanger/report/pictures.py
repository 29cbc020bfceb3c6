"""Drawn charts as a page holds them: in two widths, with caption, key and text alternative."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from cliffhanger.dossier.known import SeriesKnown
from cliffhanger.dossier.paying import Should
from cliffhanger.report.against_figure import against_figure, against_words, caption
from cliffhanger.report.campaign_figure import CAPTION, campaign, campaign_title
from cliffhanger.report.campaign_words import points_table
from cliffhanger.report.charts import Spec
from cliffhanger.report.drawing import draw
from cliffhanger.report.notation import money
from cliffhanger.report.tables import Table
from cliffhanger.report.worth import worth_table


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of a chart's key: its look, and its text with a definition."""

    look: str
    text: str
    definition: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart in two widths, with its caption, its key, and its text alternative."""

    wide: Markup
    narrow: Markup
    caption: str
    tables: tuple[Table, ...]
    key: tuple[Key, ...] = ()


def drawn(spec: Spec, title: str, names: Iterator[int]) -> Markup:
    """Draw a specification, with numbers for its ids from one sequence for each page."""
    return Markup(draw(spec, title=title, names=names))  # noqa: S704  serialised from a tree: text in it is escaped


def worth_picture(should: Should, names: Iterator[int], *, wide: int, narrow: int) -> Picture | None:
    """Draw what another season is worth, against its cost where one is asked about; None where it cannot be said."""
    found = should.against
    if found is None:
        return None
    title = "Worth of another season, USD" if found.paid is None else "Worth of another season against its cost, USD"
    said = against_words(found, "another season", money, "", should.episodes or 0)
    specs = [against_figure(found, money=money, title=title, width=width) for width in (wide, narrow)]
    first, second = (Markup(draw(spec, title=title, desc=said, names=names)) for spec in specs)  # noqa: S704  serialised from a tree
    return Picture(first, second, caption(found, median=True), (worth_table(should),))


def campaign_picture(known: SeriesKnown, names: Iterator[int], *, wide: int, narrow: int) -> Picture | None:
    """Draw a fan campaign over time in two inner widths, pixels; None where no signal has two days."""
    specs = [campaign(known, width=width) for width in (wide, narrow)]
    title = campaign_title(known)
    drawings = [drawn(spec, title, names) for spec in specs if spec]
    return Picture(drawings[0], drawings[1], CAPTION, (points_table(known),)) if len(drawings) == len(specs) else None
