"""The tables of a dossier: what every format prints, and the text alternative of every chart."""

from __future__ import annotations

from dataclasses import dataclass

from cliffhanger.dossier.record import Dossier, Sources
from cliffhanger.dossier.returning import Evidence, When, Will
from cliffhanger.report import phrases, words
from cliffhanger.report.notation import (
    UNKNOWN,
    chance,
    day,
    fine_chance,
    iso,
    known,
    millions,
    quarter,
    score,
    scores,
    signed,
)

DAYS = ("Day", "Since")  # heads of columns of days in the tables of claims
ALREADY_FROM = 0.01  # a smaller chance of being back unseen is left out


@dataclass(frozen=True, slots=True)
class Column:
    """Head of a column, the key of the definition of its numbers (empty for words), whether it is numeric, or of days."""

    head: str
    definition: str = ""
    numeric: bool = False
    day: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A caption, columns, and rows of text ready to print; the first column heads its row.

    Attributes
    ----------
    row_definitions
        Key of the definition of each row's number, where rows and not columns tell numbers apart; else empty.
    folded
        Whether it goes on from the table before it, and a page may fold it.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    row_definitions: tuple[str, ...] = ()
    folded: bool = False


def weeks_table(dossier: Dossier) -> Table:
    """List the weeks in the Top 10."""
    columns = (
        Column("Week until", "week"), Column("List"), Column("Rank", "rank", numeric=True),
        Column("Hours, million", "hours", numeric=True), Column("Views, million", "views", numeric=True),
        Column("Published", "published_on"),
    )  # fmt: skip
    rows = tuple(
        (iso(w.week), w.category, str(w.rank), millions(w.hours), millions(w.views), iso(w.published_on)) for w in dossier.weeks
    )
    return Table("Weeks in the Top 10", columns, rows)


def half_years_table(dossier: Dossier) -> Table:
    """List the half-yearly figures."""
    columns = (
        Column("Half-year", "half_year"), Column("Hours, million", "hours", numeric=True),
        Column("Views, million", "views", numeric=True), Column("Published", "published_on"),
    )  # fmt: skip
    rows = tuple(
        (f"{h.start.year} H{1 if h.start.month < 7 else 2}", millions(h.hours), millions(h.views), iso(h.published_on))
        for h in dossier.half_years
    )
    return Table("Half-yearly reports", columns, rows)


def comparables_table(dossier: Dossier) -> Table:
    """List the comparable seasons with their fate, and their peak week where any of them was in the list."""
    peaks = [peak(c.weekly_views) for c in dossier.comparables]
    listed = any(value is not None for value in peaks)
    columns = [Column("Season", "season"), Column("Premiere", "premiere"), Column("What became of it", "returned_on")]
    rows = [[f"{c.series}, season {c.season}", iso(c.premiere), words.fate(c)] for c in dossier.comparables]
    if listed:
        columns.insert(2, Column("Peak week, million views", "views", numeric=True))
        for row, value in zip(rows, peaks, strict=True):
            row.insert(2, millions(value))
    return Table("Comparable seasons", tuple(columns), tuple(tuple(row) for row in rows))


def peak(views: tuple[float | None, ...]) -> float | None:
    """Give the largest of some weekly figures; None where there is none."""
    return max((v for v in map(known, views) if v is not None), default=None)


def drivers_table(will: Will) -> Table:
    """List what moves the chance, strongest first as in the record."""
    columns = (Column("Property"), Column("Effect, log odds", "log_odds", numeric=True))
    rows = tuple((capital(phrases.driver_phrase(d)), signed(d.log_odds)) for d in will.drivers)
    return Table("What moves the chance", columns, rows)


def over_time_table(will: Will) -> Table:
    """List the chance by months of waiting: every sixth month where there are many."""
    columns = (
        Column("Months since the premiere", "premiere", numeric=True),
        Column("Chance within 36 months", "over_time", numeric=True),
    )
    points = [point for point in will.over_time if known(point[1]) is not None]
    sixth = [point for point in points if point[0] % 6 == 0]
    rows = tuple((f"{months:g}", chance(value)) for months, value in (sixth if len(sixth) > 2 else points))
    return Table("Chance by months of waiting, had it not come back until then", columns, rows)


def quarters_table(when: When) -> Table:
    """List the chance of a return by quarter, with already back, later and never."""
    columns = (Column("Return"), Column("Chance", numeric=True))
    rows = [(quarter(first), fine_chance(value), "by_quarter") for first, value in when.by_quarter]
    if when.already > ALREADY_FROM:
        rows.insert(0, ("already back, unseen", fine_chance(when.already), "already"))
    rows += [("later", fine_chance(when.later), "later"), ("never", fine_chance(when.never), "never")]
    definitions = tuple(row[2] for row in rows)
    return Table("Chance of a return by quarter", columns, tuple(row[:2] for row in rows), definitions)


def evidence_table(evidence: Evidence) -> Table:
    """List the scores of the back-test."""
    columns = (Column("Score"), Column("Model", numeric=True), Column("Base rate", numeric=True))
    rows = (
        ("Forecasts", f"{evidence.forecasts:,}", UNKNOWN),
        ("Came back", f"{evidence.returned:,}", UNKNOWN),
        ("AUC (0.5 is a coin)", score(evidence.auc), score(evidence.base_auc)),
        ("Brier score (lower is better)", *scores(evidence.brier, evidence.base_brier)),
        ("Calibration error", score(evidence.ece), UNKNOWN),
    )
    asked = ", ".join(day(origin) for origin in evidence.origins)
    caption = f"Back-test on {words.group(evidence)}" + (f", asked as of {asked}" if asked else "")
    return Table(caption, columns, rows, ("forecasts", "came_back", "auc", "brier", "ece"))


def sources_table(sources: Sources) -> Table:
    """List the files that the figures are from."""
    columns = (Column("File"), Column("Kind"), Column("Published", "published_on"))
    rows = tuple((name, words.KINDS.get(kind, kind), iso(published)) for name, kind, published in sources.files)
    return Table("Files", columns, rows)


def versions_table(sources: Sources) -> Table:
    """List how far the figures and the fit go, and which version made the answer."""
    columns = (Column("What"), Column("Value", numeric=True))
    rows = (
        ("Figures until", iso(sources.observed_until)),
        ("All returns seen until", iso(sources.detected_until)),
        ("Model fitted through", iso(sources.fitted_through)),
        ("Seasons in the fit", f"{sources.seasons_fitted:,}"),
        ("Returns in the fit", f"{sources.returns_fitted:,}"),
        ("cliffhanger", sources.version),
    )
    definitions = ("observed_until", "detected_until", "fitted_through", "seasons_fitted", "returns_fitted", "")
    return Table("Versions", columns, rows, definitions)


def capital(text: str) -> str:
    """The first letter as a capital, all others as they are."""
    return text[:1].upper() + text[1:]
