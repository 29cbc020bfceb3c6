"""A fan campaign beside what it can be measured against: who watched, other campaigns, and how often series were saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from cliffhanger.claims.campaign import SignalSeries
from cliffhanger.dossier.campaign import Audience, CampaignSize, Saved
from cliffhanger.dossier.known import Answer, SeriesKnown
from cliffhanger.dossier.record import HalfYear, Week
from cliffhanger.estimates.told_status import saved_rate
from cliffhanger.sources.campaigns import campaigns, service_kind

ANY, FIRST_WEEKS = "any", 4
_OF_FANS = frozenset({"petition", "hashtag"})
_ENDED = frozenset({"cancelled", "un-renewed"})
_PEOPLE = ("viewers", "households", "accounts", "accounts_engaged", "views")  # what may be set against signatures


def with_campaign(known: SeriesKnown, signals: Sequence[SignalSeries], audience: Audience | None = None) -> SeriesKnown:
    """Return what is known with the signals of its campaign and their size; ``audience`` is what figures say, where they do.

    Where no figures do, the audience is what an article told of it.
    """
    campaign = (*signals, *known.campaign)
    if not campaign and not any(one.slot in _OF_FANS for one in known.slots):
        return known
    return replace(known, campaign=campaign, campaign_size=_size(known, campaign, audience or _told_audience(known)))


def _size(known: SeriesKnown, campaign: Sequence[SignalSeries], audience: Audience | None) -> CampaignSize:
    counted = [one for one in campaign if one.kind == "signatures"]
    largest = max(counted, key=lambda one: one.latest, default=None)
    signatures = largest.latest if largest else None
    canceller = _canceller(known)
    return CampaignSize(
        signatures=signatures,
        on=largest.points[-1][0] if largest else None,
        told_by=(largest.sources[-1] or None) if largest and largest.sources else None,
        audience=audience,
        share=signatures / audience.count if signatures is not None and audience else None,
        smaller=sum(one.signatures < signatures for one in campaigns()) if signatures is not None else None,
        counted=len(campaigns()),
        canceller=service_kind(canceller) if canceller else None,
        saved=tuple(saved(kind) for kind in ("streamer", "linear", ANY)),
    )


def saved(kind: str) -> Saved:
    """Return how many series with a counted petition were saved, by what sort of service cancelled them."""
    table = [one for one in campaigns() if kind in {ANY, one.kind}]
    count, part = (sum(one.outcome == outcome for one in table) for outcome in ("saved", "partial"))
    rate = saved_rate(count, len(table))
    return Saved(kind, count, part, len(table), rate.p10, rate.p50, rate.p90)


def whose_word(known: SeriesKnown) -> str:
    """Return on whose word the renewal of the season that is asked about stands; empty where it does on nobody's."""
    about = (one for one in known.slots if one.slot == "renewal" and one.season == known.status.season)
    return next((one.on_whose_word for one in about), "")


def _canceller(known: SeriesKnown) -> str | None:
    """Return who cancelled it last, on its own word."""
    ends = [one for one in known.story if one.what == "status" and (one.value or {}).get("status") in _ENDED and one.official]
    return ends[-1].told_by.on_whose_word if ends and ends[-1].told_by else None


def audience_of(weeks: Sequence[Week], half_years: Sequence[HalfYear], premiere: dt.date) -> Audience | None:
    """Return the views of a season's first four weeks, as far as they were listed, else those of its best half-year, if any."""
    first = [one.views for one in weeks if one.views is not None and (one.week - premiere).days < 7 * FIRST_WEEKS]
    if first:
        return Audience(
            float(sum(first)), "views in its first four weeks, as far as it was in the Top 10", "the publisher's lists"
        )
    best = max((one for one in half_years if one.views), key=lambda one: one.views or 0, default=None)
    if best is None:
        return None
    what = f"views from {best.start.isoformat()} to {best.end.isoformat()}"
    late = ", years after its premiere" if (best.start - premiere).days > 365 else ""
    return Audience(float(best.views or 0), f"{what}{late}", "the publisher's half-yearly reports")


def _told_audience(known: SeriesKnown) -> Audience | None:
    """Return how many watched as articles tell, on the weightiest word; of equal ones the latest."""
    told = [one for one in known.slots if one.slot == "viewership" and _counts_people(one)]
    best = max(told, key=lambda one: (one.weight, one.since), default=None)
    if best is None or best.value is None:
        return None
    season = f", season {best.season}" if best.season else ""
    said = " ".join(str(best.value[key]).replace("_", " ") for key in ("metric", "period", "territory") if best.value.get(key))
    return Audience(float(best.value["n"]), f"{said}{season}", best.on_whose_word)


def _counts_people(answer: Answer) -> bool:
    value = answer.value or {}
    firm = answer.polarity == "+" and answer.standing in {"official", "reported"}
    return firm and value.get("metric") in _PEOPLE and isinstance(value.get("n"), int | float) and value["n"] > 0
