"""The season ledger: one row per season, as the public figures told it on a day.

The steps are functions from tables to a table: list rows and report rows to seasons, seasons to releases with a premiere,
releases
close together to one block, blocks in order to gaps and returns.
"""

from __future__ import annotations

import datetime as dt

import ibis
import ibis.expr.types as ir

from cliffhanger.assumptions import value
from cliffhanger.measurements.figures import known_halfyear, known_weekly
from cliffhanger.measurements.origin import genre_flags, language

BLOCK_DAYS = int(value("block_days"))
BLOCK_DAYS_PARTS = int(value("block_days_parts"))
LISTED_WITHIN_DAYS = int(value("listed_within_days"))
LAUNCH_WEEKS = 4
WINDOW_WEEKS = 13
LAUNCH_WEEKDAY_LAG = int(value("launch_weekday_lag"))


def season_ledger(weekly: ir.Table, halfyear: ir.Table, *, as_of: dt.date) -> ir.Table:
    """Every season known to have launched by a day, and what became of it by then.

    Grain      one row per release: a season, or parts and seasons that came out together
    Columns    those of ``records.SeasonRecords``
    Null       ``next_premiere`` is null while no later season is known; figures of the launch weeks are null where the season
    was not
               in that week's list; ``limited`` is null where no label was seen by the day
    Left out   licensed seasons without a release date, and old seasons of which only a later week in the list is known
    """
    listed = known_weekly(weekly, as_of=as_of)
    reported = known_halfyear(halfyear, as_of=as_of)
    releases = _releases(_listed_seasons(listed), _reported_seasons(reported))
    blocks = _blocks(releases)
    launches = _launch_weeks(listed, blocks, releases)
    whole = _with_neighbours(blocks).left_join(launches, "block").drop("block_right")
    return whole.order_by("series_key", "premiere")


def _listed_seasons(listed: ir.Table) -> ir.Table:
    """One row per season in the list: when first listed, and the label as first seen."""
    key = ["series_key", "season"]
    rank_in_time = ibis.window(group_by=key, order_by=["week", "version_day", "category", "rank"])
    first = listed.mutate(nth=ibis.row_number().over(rank_in_time)).filter(lambda t: t.nth == 0)
    totals = listed.group_by(key).agg(list_runtime_min=listed.runtime_min.max(), list_weeks=listed.week.nunique())
    return first.select(
        *key,
        list_series=first.series,
        first_week=first.week,
        weeks_at_first=first.weeks_in_list,
        category=first.category,
        list_label=first.label,
        list_label_known_on=first.label_known_on,
    ).inner_join(totals, key)


def _reported_seasons(reported: ir.Table) -> ir.Table:
    """One row per season in the reports: release, length, and the label in the first report that has it."""
    key = ["series_key", "season"]
    by_part = reported.group_by([*key, "part"]).agg(runtime_min=reported.runtime_min.max())
    length = by_part.group_by(key).agg(report_runtime_min=by_part.runtime_min.sum())
    in_time = ibis.window(group_by=key, order_by=["published_on", "row"])
    first = reported.mutate(nth=ibis.row_number().over(in_time)).filter(lambda t: t.nth == 0)
    dated = reported.group_by(key).agg(
        release_date=reported.release_date.min(),
        available_globally=reported.available_globally.any(),
    )
    return (
        first.select(
            *key,
            report_series=first.series,
            report_label=first.label,
            report_label_known_on=first.published_on,
            local_title=first.local_title,
        )
        .inner_join(length, key)
        .inner_join(dated, key)
    )


def _releases(listed: ir.Table, reported: ir.Table) -> ir.Table:
    """Seasons with a premiere: the release date of the reports, else the Thursday of the first week in the list."""
    both = listed.outer_join(reported, ["series_key", "season"])
    both = both.mutate(
        series_key=ibis.coalesce(both.series_key, both.series_key_right),
        season=ibis.coalesce(both.season, both.season_right),
    ).drop("series_key_right", "season_right")
    # A season that was already in the list when its first kept week began launched that many weeks earlier.
    days_back = 7 * (both.weeks_at_first - 1) + LAUNCH_WEEKDAY_LAG
    from_list = both.first_week - days_back.cast("int64").as_interval("D")
    # The highest number first, so that seasons entering in one week all see it, whatever order the rows came in.
    in_time = [both.first_week, both.season.desc()]
    newest_season = both.season.max().over(ibis.window(group_by="series_key", order_by=in_time, preceding=None, following=0))
    # Only the newest season in the list so far can be launching there; an older one rides on its successor.
    launching = both.season == newest_season
    seen_in_report = both.report_label.notnull()
    listed_first = both.list_label_known_on.notnull() & (
        both.report_label_known_on.isnull() | (both.list_label_known_on <= both.report_label_known_on)
    )
    dated = both.mutate(
        series=ibis.coalesce(both.report_series, both.list_series),
        premiere=ibis.coalesce(both.release_date, ibis.ifelse(seen_in_report | ~launching, ibis.null("date"), from_list)),
        premiere_from=ibis.ifelse(both.release_date.notnull(), "report", "list"),
        label=ibis.ifelse(listed_first, both.list_label, both.report_label),
        runtime_min=ibis.coalesce(both.report_runtime_min, both.list_runtime_min),
        local_title=both.local_title.fill_null(""),
    )
    return dated.filter(dated.premiere.notnull())


def _blocks(releases: ir.Table) -> ir.Table:
    """Releases close together become one block; it is numbered by its last season and labelled by its first."""
    in_order = ibis.window(group_by="series_key", order_by=["premiere", "season"])
    ordered = releases.mutate(before=releases.premiere.lag().over(in_order), before_label=releases.label.lag().over(in_order))
    gap = ordered.premiere.delta(ordered.before, unit="day")
    parts = (ordered.label == "part").fill_null(False) & (ordered.before_label == "part").fill_null(False)
    starts = ordered.before.isnull() | (gap > ibis.ifelse(parts, BLOCK_DAYS_PARTS, BLOCK_DAYS))
    ordered = ordered.mutate(starts=starts.cast("int64"))
    running = ibis.window(group_by="series_key", order_by=["premiere", "season"], preceding=None, following=0)
    numbered = ordered.mutate(at=ordered.starts.sum().over(running))
    blocks = numbered.group_by(["series_key", "at"]).agg(
        series=numbered.series.first(order_by=["premiere", "season"]),
        season=numbered.season.max(),
        first_number=numbered.season.min(),
        releases=numbered.count(),
        premiere=numbered.premiere.min(),
        premiere_from=numbered.premiere_from.first(order_by=["premiere", "season"]),
        label=numbered.label.first(order_by=["premiere", "season"]),
        category=numbered.category.first(order_by=["premiere", "season"]),
        local_title=numbered.local_title.max(),
        reported=numbered.report_label.notnull().any(),
        available_globally=numbered.available_globally.any(),
        runtime_min=numbered.runtime_min.sum(),
        list_weeks=numbered.list_weeks.sum(),
    )
    # A season numbered no higher than one that came before it is catalogue added later, not a return.
    earlier = ibis.window(group_by="series_key", order_by="premiere", preceding=(None, 1))
    climbing = blocks.mutate(highest=blocks.season.max().over(earlier))
    kept = climbing.filter(climbing.highest.isnull() | (climbing.season > climbing.highest))
    return kept.mutate(block=kept.series_key + "|" + kept["at"].cast("string")).drop("at", "highest")


def _launch_weeks(listed: ir.Table, blocks: ir.Table, releases: ir.Table) -> ir.Table:
    """Views and hours of the thirteen weeks from the first in the list, for releases listed within ten days of their premiere.

    A week out of the list is null: the season had less than the tenth place, and how much is not public.
    """
    members = releases.select("series_key", "season", "first_week")
    spans = blocks.select("block", "series_key", "first_number", "season", "premiere", "runtime_min")
    spans = spans.rename(last_number="season")
    joined = members.inner_join(spans, "series_key")
    within = (joined.season >= joined.first_number) & (joined.season <= joined.last_number)
    joined = joined.filter(within)
    firsts = joined.group_by(["block", "premiere", "runtime_min"]).agg(first_listed=joined.first_week.min())
    prompt = firsts.first_listed.delta(firsts.premiere, unit="day")
    firsts = firsts.filter((prompt <= LISTED_WITHIN_DAYS) & (prompt >= 0))
    weeks = listed.inner_join(joined.select("block", "series_key", "season"), ["series_key", "season"])
    weeks = weeks.inner_join(firsts, "block", rname="{name}_of_block")
    length = ibis.coalesce(weeks.runtime_min_of_block, weeks.runtime_min)
    weeks = weeks.mutate(
        nth=weeks.week.delta(weeks.first_listed, unit="day") // 7,
        seen_views=ibis.coalesce(weeks.views, (weeks.hours * 60 / length).round().cast("int64")),
    ).filter(lambda t: t.nth < WINDOW_WEEKS)
    values = {
        f"{name}_w{k + 1}": weeks[column].sum(where=weeks.nth == k)
        for name, column in (("hours", "hours"), ("views", "seen_views"))
        for k in range(WINDOW_WEEKS)
    }
    return weeks.group_by("block").agg(
        first_listed=weeks.first_listed.min(),
        weeks_in_first_4=weeks.nth.nunique(where=weeks.nth < LAUNCH_WEEKS),
        best_rank=weeks["rank"].min(where=weeks.nth < LAUNCH_WEEKS),
        **values,
    )


def _with_neighbours(blocks: ir.Table) -> ir.Table:
    """Add the release before and after, and what the titles tell about origin and genre."""
    in_order = ibis.window(group_by="series_key", order_by="premiere")
    # A season that no report has yet speaks the language of its series.
    local_title = blocks.local_title.max().over(ibis.window(group_by="series_key"))
    english = ibis.ifelse(blocks.category.notnull(), blocks.category == "TV (English)", local_title == "")
    return blocks.mutate(
        previous_premiere=blocks.premiere.lag().over(in_order),
        next_premiere=blocks.premiere.lead().over(in_order),
        next_from=blocks.premiere_from.lead().over(in_order),
        first_season=blocks.season == 1,
        limited=ibis.ifelse(blocks.label.isnull(), ibis.null("boolean"), blocks.label == "limited"),
        part_label=(blocks.label == "part").fill_null(False),
        english=english,
        language=language(local_title, english=english),
        **genre_flags(blocks.series),
    ).drop("label", "category", "local_title")
