"""The owner's word in a dossier: what it does to whether and when, beside the model's own answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from cliffhanger.assumptions import value
from cliffhanger.claims.campaign import SignalSeries, signal_series
from cliffhanger.claims.naming import naming_key
from cliffhanger.claims.outlets import Grade, Records
from cliffhanger.claims.reconcile import Background
from cliffhanger.claims.recorded import Recorded
from cliffhanger.claims.slots import Premiered
from cliffhanger.dossier.campaign import Audience
from cliffhanger.dossier.known import Effect, SeriesKnown, Told, series_known
from cliffhanger.dossier.returning import When, Will
from cliffhanger.dossier.spread import Spread
from cliffhanger.estimates.told_status import production_clock
from cliffhanger.pipeline.campaign import saved, whose_word, with_campaign
from cliffhanger.pipeline.known import records_in, signals_of
from cliffhanger.sources.campaigns import service_kind
from cliffhanger.store.ledger import Ledger
from cliffhanger.store.ledger_database import FILE
from cliffhanger.store.workspace import Workspace

_ENDED = frozenset({"cancelled", "un-renewed"})
_COMING = frozenset({"ordered", "renewed", "revived", "filming", "halted", "wrapped", "dated", "planned end", "released"})
_KINDS = {"streamer": "a streamer", "linear": "a linear channel"}


@dataclass(frozen=True, slots=True)
class OnFile:
    """What a workspace has on a series by a day: its claims, grades of outlets, what tells outlets' records, signals."""

    claims: tuple[Recorded, ...] = ()
    grades: Mapping[str, Grade] = field(default_factory=dict)
    records: Records | None = None
    campaign: tuple[SignalSeries, ...] = ()


def on_file(workspace: Path | None, as_of: dt.date) -> Callable[[str], OnFile]:
    """Return what tells what is on file about a series: nothing where a workspace has neither ledger nor signals, or is none."""
    opened = Workspace.open(workspace) if workspace else None
    if workspace is None or opened is None:
        return lambda _: OnFile()
    if not (opened.config.claims.ledger or (opened.path / FILE).exists()):
        return lambda series: OnFile(campaign=signal_series(signals_of(opened, series), as_of))
    ledger, grades = Ledger.open(workspace), opened.config.claims.grades
    named = {naming_key(one.name): one.name for one in ledger.series(as_of)}
    records = records_in(ledger, grades)

    def about(series: str) -> OnFile:
        campaign = signal_series(signals_of(opened, series), as_of)
        name = named.get(naming_key(series))
        return OnFile(ledger.claims(name, as_of), grades, records, campaign) if name else OnFile(campaign=campaign)

    return about


def told(
    found: OnFile,
    *,
    series: str,
    premiered: Premiered,
    as_of: dt.date,
    will: Will | None,
    when: When | None,
    audience: Audience | None = None,
) -> tuple[Told | None, Will | None, When | None]:
    """Return what was told of a series, and the forecast of the season after the latest with the owner's word taken in.

    Only an official word about that season moves a number; everything else is shown beside it. Told after the latest premiere,
    a word that names no season is about the next one. ``audience`` is how many watched, where figures say so.
    """
    if not found.claims and not found.campaign:
        return None, will, when
    known = series_known(
        found.claims,
        series=series,
        as_of=as_of,
        season=premiered.season + 1,
        background=Background(found.grades, found.records, premiered),
    )
    known = with_campaign(known, found.campaign, audience)
    if will is None or when is None:
        return Told(known, None), will, when
    effect = _effect(known, premiered, will)
    if effect is None:
        return Told(known, None), will, when
    return Told(known, effect), _with_chance(will, effect), _moved(when, known, effect)


def _effect(known: SeriesKnown, premiered: Premiered, will: Will) -> Effect | None:
    """Return what the owner's word does to the chance of a season after the latest; None where it has not spoken of that."""
    status = known.status
    if not status.official or status.since is None:
        return None
    if status.state == "planned end" and (status.season or 0) <= premiered.season:
        return _rarely(will, known, "official last season", f"the owner said that season {status.season} is the last")
    if status.state in _ENDED:
        return _rarely(will, known, "official cancellation", "the owner cancelled it")
    return _renewed(will, status.state) if status.state in _COMING else None


def _moved(when: When, known: SeriesKnown, effect: Effect) -> When:
    if effect.rule != "official renewal":
        return _less_likely(when, effect)
    return _already(when, effect) if known.status.state == "released" else _on_the_clock(when, known, effect)


def told_beside(workspace: Path, *, series: str, premiered: Premiered, as_of: dt.date) -> Told | None:
    """Return what was told of a series beside an answer that it does not move; None where nothing is on file."""
    found = on_file(workspace, as_of)(series)
    return told(found, series=series, premiered=premiered, as_of=as_of, will=None, when=None)[0]


def _rarely(will: Will, known: SeriesKnown, rule: str, why: str) -> Effect:
    """An end by the owner's word leaves the rate at which cancelled series were saved, by what sort of service cancelled."""
    kind = service_kind(whose_word(known))
    rate = saved(kind)
    own = will.within_36_months
    lower = own.p50 is not None and own.p50 <= rate.p50
    own_chance = (own.p10 or 0.0, own.p50 or 0.0, own.p90 or 0.0)
    return Effect(
        rule=rule,
        before=own.p50,
        chance=own_chance if lower else (rate.p10, rate.p50, rate.p90),
        why=(
            f"{why}, and of {rate.total} series with a counted petition that {_KINDS[kind]} cancelled, {rate.saved} "
            f"{'was' if rate.saved == 1 else 'were'} saved"
            + ("; the model gives this one less than that after its wait" if lower else "")
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


def _already(when: When, effect: Effect) -> When:
    """It came on a day that has passed, and the figures do not show it yet."""
    chance = effect.chance[1]
    quarters = tuple((day, 0.0) for day, _ in when.by_quarter)
    return replace(
        when,
        p10=None,
        p50=None,
        p90=None,
        never=1.0 - chance,
        by_quarter=quarters,
        later=0.0,
        already=chance,
        probably_never=False,
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
