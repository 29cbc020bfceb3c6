"""The owner's word in a dossier: what it does to whether and when, beside the model's own answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from cliffhanger.assumptions import value
from cliffhanger.claims.naming import naming_key
from cliffhanger.claims.outlets import Grade, Records
from cliffhanger.claims.recorded import Recorded
from cliffhanger.dossier.known import Effect, SeriesKnown, Told, series_known
from cliffhanger.dossier.record import Spread, When, Will
from cliffhanger.estimates.told_status import production_clock, saved_rate
from cliffhanger.pipeline.known import records_in
from cliffhanger.sources.campaigns import campaigns
from cliffhanger.store.ledger import Ledger
from cliffhanger.store.ledger_database import FILE
from cliffhanger.store.workspace import Workspace

_ENDED = frozenset({"cancelled", "un-renewed"})
_COMING = frozenset({"renewed", "revived", "filming", "halted", "wrapped", "dated", "planned end"})


def claims_about(workspace: Path | None, series: str, as_of: dt.date) -> tuple[Recorded, ...]:
    """Return the claims about a series that were known on a day; none where the workspace has no ledger."""
    ledger = _ledger(workspace)
    if ledger is None:
        return ()
    named = {naming_key(one.name): one.name for one in ledger.series(as_of)}
    name = named.get(naming_key(series))
    return ledger.claims(name, as_of) if name else ()


def _ledger(workspace: Path | None) -> Ledger | None:
    if workspace is None:
        return None
    opened = Workspace.open(workspace)
    if not opened.config.claims.ledger and not (opened.path / FILE).exists():
        return None
    return Ledger.open(workspace)


def records_of(workspace: Path | None) -> Records | None:
    """Return what tells the outlets' records in a workspace's ledger; None where there is none."""
    ledger = _ledger(workspace)
    return records_in(ledger, grades_of(workspace)) if ledger else None


def grades_of(workspace: Path | None) -> dict[str, Grade]:
    """Return how a workspace grades outlets; not at all where there is none."""
    return {} if workspace is None else Workspace.open(workspace).config.claims.grades


def told(
    recorded: Sequence[Recorded],
    *,
    series: str,
    season: int,
    as_of: dt.date,
    will: Will | None,
    when: When | None,
    grades: Mapping[str, Grade] | None = None,
    records: Records | None = None,
) -> tuple[Told | None, Will | None, When | None]:
    """Return what was told of a series, and the forecast of the season after ``season`` with the owner's word taken in.

    Only an official word about that season moves a number; everything else is shown beside it.
    """
    if not recorded:
        return None, will, when
    known = series_known(recorded, series=series, as_of=as_of, season=season + 1, grades=grades, records=records)
    status = known.status
    if will is None or when is None or not status.official or status.since is None:
        return Told(known, None), will, when
    if status.state in _ENDED:
        effect = _cancelled(will)
        return Told(known, effect), _with_chance(will, effect), _less_likely(when, effect)
    if status.state in _COMING:
        effect = _renewed(will, status.state)
        return Told(known, effect), _with_chance(will, effect), _on_the_clock(when, known, effect)
    return Told(known, None), will, when


def told_beside(workspace: Path, *, series: str, season: int, as_of: dt.date) -> Told | None:
    """Return what was told of a series beside an answer that it does not move; None where nothing is on file."""
    found, _, _ = told(
        claims_about(workspace, series, as_of),
        series=series,
        season=season,
        as_of=as_of,
        will=None,
        when=None,
        grades=grades_of(workspace),
        records=records_of(workspace),
    )
    return found


def _cancelled(will: Will) -> Effect:
    """The published figures are a streamer's, so the rate is that of series that streamers cancelled."""
    table = [one for one in campaigns() if one.kind == "streamer"]
    saved = sum(one.outcome == "saved" for one in table)
    rate = saved_rate(saved, len(table))
    own = will.within_36_months
    lower = own.p50 is not None and own.p50 <= rate.p50
    own_chance = (own.p10 or 0.0, own.p50 or 0.0, own.p90 or 0.0)
    return Effect(
        rule="official cancellation",
        before=own.p50,
        chance=own_chance if lower else (rate.p10, rate.p50, rate.p90),
        why=(
            f"the owner cancelled it, and of {len(table)} series with a counted petition that a streamer cancelled, {saved} "
            f"was saved" + ("; the model gives this one less than that after its wait" if lower else "")
        ),
        source="press counts of petitions, 2017 to 2025; loud campaigns are over-represented, so the rate is rather too high",
    )


def _renewed(will: Will, state: str) -> Effect:
    return Effect(
        rule="official renewal",
        before=will.within_36_months.p50,
        chance=(value("renewals_kept_low"), value("renewals_kept"), value("renewals_kept_high")),
        why=f"the owner said that it comes ({state}); a few announced renewals were taken back",
        source="an assumption, wide on purpose: no public data set counts renewals that were taken back",
    )


def _with_chance(will: Will, effect: Effect) -> Will:
    spread = Spread(*effect.chance)
    return replace(will, within_36_months=spread, ever=spread, evidence=None)


def _less_likely(when: When, effect: Effect) -> When:
    """Keep the shape of the days and shrink its mass to the chance that is left."""
    before = 1.0 - when.never
    keep = effect.chance[1] / before if before > 0 else 0.0
    quarters = tuple((day, chance * keep) for day, chance in when.by_quarter)
    already = when.already * keep
    return replace(
        when,
        p10=None,
        p50=None,
        p90=None,
        never=1.0 - effect.chance[1],
        by_quarter=quarters,
        later=when.later * keep,
        already=already,
        probably_never=True,
        evidence=None,
    )


def _on_the_clock(when: When, known: SeriesKnown, effect: Effect) -> When:
    """Put the days on the clock of the stage that is reached; a season that is dated has its day."""
    status, chance = known.status, effect.chance[1]
    release = next((one for one in known.slots if one.slot == "release" and one.season == status.season and not one.about), None)
    window = (release.value or {}).get("window") if release and release.polarity == "+" else None
    days = [day for day, _ in when.by_quarter]
    if status.state == "dated" and window and window.get("end"):
        first, last = (dt.date.fromisoformat(window[key]) for key in ("start", "end"))
        quarters = tuple((day, chance if _holds(days, place, first) else 0.0) for place, day in enumerate(days))
        shown = sum(share for _, share in quarters)
        return replace(
            when,
            p10=first,
            p50=first,
            p90=last,
            never=1.0 - chance,
            by_quarter=quarters,
            later=chance - shown,
            already=0.0,
            probably_never=False,
            evidence=None,
        )
    if status.since is None or not days:
        return when
    clock = production_clock(status.state, status.since, known.as_of, [*days, days[-1] + dt.timedelta(days=91)])
    quarters = tuple((day, chance * share) for day, share in zip(days, clock.by_period, strict=True))
    return replace(
        when,
        p10=clock.p10,
        p50=clock.p50,
        p90=clock.p90,
        never=1.0 - chance,
        by_quarter=quarters,
        later=chance - sum(share for _, share in quarters),
        already=0.0,
        probably_never=False,
        evidence=None,
    )


def _holds(days: list[dt.date], place: int, day: dt.date) -> bool:
    after = days[place + 1] if place + 1 < len(days) else days[place] + dt.timedelta(days=91)
    return days[place] <= day < after
