"""Drawn charts as a page holds them: in two widths, with caption, key and text alternative."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from cliffhanger.dossier.known import SeriesKnown
from cliffhanger.report.campaign_figure import CAPTION, campaign, campaign_title
from cliffhanger.report.campaign_words import points_table
from cliffhanger.report.charts import Spec
from cliffhanger.report.drawing import draw
from cliffhanger.report.tables import Table


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


def campaign_picture(known: SeriesKnown, names: Iterator[int], *, wide: int, narrow: int) -> Picture | None:
    """Draw a fan campaign over time in two inner widths, pixels; None where no signal has two days."""
    specs = [campaign(known, width=width) for width in (wide, narrow)]
    title = campaign_title(known)
    drawings = [drawn(spec, title, names) for spec in specs if spec]
    return Picture(drawings[0], drawings[1], CAPTION, (points_table(known),)) if len(drawings) == len(specs) else None
