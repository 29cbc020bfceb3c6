"""A fan campaign in words and tables: its course, its size against the audience, how often such series were saved."""

from __future__ import annotations

from cliffhanger.claims.campaign import CUMULATIVE, SignalSeries
from cliffhanger.dossier.campaign import CampaignSize, Saved
from cliffhanger.dossier.known import SeriesKnown
from cliffhanger.dossier.spread import Spread
from cliffhanger.report.notation import UNKNOWN, amount, chance_range, day, iso
from cliffhanger.report.tables import DAYS, Column, Table

_SHOWN = 6  # points of a course in a sentence: the first and the last ones
_POINTS = 60  # rows of the table of points
_NAMES = {"hashtag_posts": "posts with its hashtag a day", "pageviews": "page views a day", "searches": "searches a day"}
_CANCELLERS = {"streamer": "a streamer", "linear": "a linear channel", "any": "either"}
_FEWEST = 0.001  # a smaller share is written as a bound


def signal_words(one: SignalSeries) -> str:
    """Name a series of signals: what is counted, of which season, and that articles are its source where they are."""
    season = f", season {one.season}" if one.season else ""
    if one.kind == "articles":
        return f"articles that name {one.name}{season}"
    return f"signatures told by articles{season}" if one.told else _NAMES.get(one.kind, one.kind)


def course_words(one: SignalSeries) -> str:
    """Say the points of a series of signals, the first and the last ones."""
    points = one.points if len(one.points) <= _SHOWN else (one.points[0], *one.points[1 - _SHOWN :])
    said = [f"{value:,.0f} on {day(when)}" for when, value in points]
    gap = ["…"] if len(one.points) > _SHOWN else []
    return ", ".join([said[0], *gap, *said[1:]])


def busiest_words(one: SignalSeries) -> str:
    """Say on which day, or in which stretch between two counts, it grew fastest, and with how much of it.

    Empty where there are no two to compare: between two counts lies one stretch.
    """
    if len(one.points) - (one.told or one.kind in CUMULATIVE) < 2:
        return ""
    when = (
        f"busiest day {day(one.busiest)}"
        if one.busiest_days == 1
        else f"fastest in the {one.busiest_days} days until {day(one.busiest)}"
    )
    return f"{when}, with {100 * one.busiest_share:.0f} % of it"


def size_sentences(size: CampaignSize) -> tuple[str, ...]:
    """Say how large a campaign is against the audience, how often such series were saved, and that its size moves nothing."""
    return (*_against(size), _saved(size), f"Size moves no forecast: {size.why}.")


def _against(size: CampaignSize) -> tuple[str, ...]:
    if size.signatures is None:
        return ("Size of the campaign against the audience: nobody counted signatures.",)
    counted = f"{size.signatures:,.0f} signatures"
    others = f"Of {size.counted} campaigns on record {size.smaller} had fewer; their counts differ in age."
    if size.audience is None or size.share is None:
        return (f"Size of the campaign against the audience: {counted}, and no article on file says how many watched.", others)
    share = "under 0.1 %" if size.share < _FEWEST else f"{100 * size.share:,.1f} %"
    against = f"{amount(size.audience.count)} {size.audience.what} ({size.audience.source})"
    return (
        f"Size of the campaign against the audience: {counted} are {share} of {against}. A signature may be anyone's.",
        others,
    )


def _saved(size: CampaignSize) -> str:
    told = [f"by {_CANCELLERS[one.kind]} {_rate(one)}" for one in size.saved]
    own = f" This one was cancelled by {_CANCELLERS[size.canceller]}." if size.canceller else ""
    return f"Of series with a petition that the press counted, saved were: cancelled {'; '.join(told)} (80 % intervals).{own}"


def _rate(one: Saved) -> str:
    part = f"; {one.partial} more in part" if one.partial else ""
    return f"{one.saved} of {one.total} ({chance_range(Spread(one.p10, one.p50, one.p90))}{part})"


def campaign_tables(known: SeriesKnown) -> tuple[Table, ...]:
    """List the signals with what looks made by a machine, their points (folded), and the base rate of saved series."""
    saved = (_saved_table(known.campaign_size),) if known.campaign_size else ()
    return (_signals_table(known), points_table(known), *saved) if known.campaign else saved


def _signals_table(known: SeriesKnown) -> Table:
    heads = ("Signal", "First", "Last", "Fastest", "Signs of automation, no proof")
    rows = []
    for one in known.campaign:
        first, last = (f"{value:,.0f} on {day(when)}" for when, value in (one.points[0], one.points[-1]))
        odd = "; ".join(one.oddities) or ("not looked for" if one.told else "none seen")
        rows.append((signal_words(one), first, last, busiest_words(one) or UNKNOWN, odd))
    return Table("Signals of a campaign", tuple(Column(head, day=head in DAYS) for head in heads), tuple(rows))


def points_table(known: SeriesKnown) -> Table:
    """List every value of every signal with its source, by day; the last of them where they are many."""
    columns = (Column("Day", day=True), Column("Signal"), Column("Count", numeric=True), Column("Source"))
    rows = [
        (iso(when), signal_words(one), f"{value:,.0f}", source or UNKNOWN)
        for one in known.campaign
        for (when, value), source in zip(one.points, one.sources or ("",) * len(one.points), strict=True)
    ]
    more = f"; the last {_POINTS} of {len(rows)}, JSON has all" if len(rows) > _POINTS else ""
    return Table(f"The campaign day by day{more}", columns, tuple(sorted(rows)[-_POINTS:]), folded=True)


def _saved_table(size: CampaignSize) -> Table:
    columns = (
        Column("Cancelled by"), Column("Counted", numeric=True), Column("Saved", numeric=True), Column("In part", numeric=True),
        Column("Share saved, 80 % interval"),
    )  # fmt: skip
    rows = tuple(
        (_CANCELLERS[one.kind], str(one.total), str(one.saved), str(one.partial), chance_range(Spread(one.p10, one.p50, one.p90)))
        for one in size.saved
    )
    return Table("Series with a counted petition, and how many were saved", columns, rows)
