"""What is known of a series, and who says so: the answers of the ledger in a plain, frozen form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from cliffhanger.claims.campaign import SignalSeries, told_series
from cliffhanger.claims.claim import as_read
from cliffhanger.claims.days import days_told
from cliffhanger.claims.in_time import in_one_sentence
from cliffhanger.claims.reconcile import (
    NO_BACKGROUND,
    Background,
    Believed,
    Known,
    Rank,
    Ranked,
    fault_of_review,
    is_about,
    reconcile,
)
from cliffhanger.claims.recorded import Recorded
from cliffhanger.claims.status import Status, Turn, firm_states, history, latest_season, status
from cliffhanger.claims.story import Event, seasons_told, story
from cliffhanger.claims.tiers import OUTLET
from cliffhanger.dossier.campaign import CampaignSize

_ENDED = frozenset({"cancelled", "un-renewed"})
# Answers about a season that is to come, which its end or its revival makes idle.
_OF_WHAT_COMES = frozenset({"release", "episodes", "platform", "trailer", "production", "cast", "crew"})


@dataclass(frozen=True, slots=True)
class Source:
    """A claim as it is shown: the words, who published them and when, and what a person said of it since.

    ``quote`` has the tags and entities of a page, ``words`` are what a reader sees of it. ``published`` is null where nobody says
    when it came out; ``known_from`` is the day of its reading then. ``language`` is the article's, null where nobody noted it.
    """

    id: str
    quote: str
    outlet: str | None
    published: dt.date | None
    known_from: dt.date
    standing: str
    on_whose_word: str | None
    reviewed: str | None = None
    language: str | None = None

    @property
    def words(self) -> str:
        """The quote as a reader of the page sees it."""
        return as_read(self.quote)

    @property
    def decided(self) -> str | None:
        """What a person decided about it; None where nobody did, or took it back."""
        return None if self.reviewed is None or self.reviewed.startswith("withdrawn ") else self.reviewed


@dataclass(frozen=True, slots=True)
class Overruled:
    """A claim that is not believed, with the rule that decided and its sentence."""

    source: Source
    value: dict[str, Any]
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Place:
    """A claim's place among those of its slot: its weight, its rank, and the rule and the reason that gave it, if any did."""

    id: str
    outlet: str | None
    value: dict[str, Any]
    polarity: str
    standing: str
    weight: float
    rank: Rank
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One slot: what is believed, since when, on whose word, and what it overruled. ``value`` is null where all is denied.

    ``ranks`` are all its claims in the order in which they could be known, with what ranks each.
    """

    slot: str
    season: int | None
    about: str
    value: dict[str, Any] | None
    polarity: str
    standing: str
    since: dt.date
    on_whose_word: str
    weight: float
    contested: bool
    sources: int
    note: str
    basis: tuple[Source, ...]
    overruled: tuple[Overruled, ...]
    claims: int
    ranks: tuple[Place, ...] = ()

    @property
    def official(self) -> bool:
        """Whether the owner's word is on file for it, and not only somebody's that it is official."""
        return self.standing == "official" and self.weight > OUTLET

    @property
    def shown(self) -> Source:
        """The claim that is quoted for it: the weightiest it rests on; where a person rejected all, the first of those."""
        return self.basis[0] if self.basis else self.overruled[0].source

    @property
    def shown_on(self) -> dt.date:
        """The day of what is quoted for it; where a person rejected all, the day of that."""
        return self.shown.known_from if self.basis else self.since


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two quotes, of one article or of two, that cannot both hold, side by side; ``one_sentence`` tells both where it is true."""

    type: str
    one: Source
    other: Source
    one_sentence: bool = False


@dataclass(frozen=True, slots=True)
class Effect:
    """What the owner's word did to the forecast: the rule, the chance before and after (p10, p50, p90), and why."""

    rule: str
    before: float | None
    chance: tuple[float, float, float]
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A correction on file that cannot be used: of which claim, by whom and when, what is wrong and what would be right."""

    claim: str
    who: str
    on: dt.date
    problem: str
    right: str


@dataclass(frozen=True, slots=True)
class SeriesKnown:
    """All that the ledger knows of a series on a day: where it stands, how it came there, the answers and the contradictions.

    ``status`` and ``history`` are of the season that was asked about, ``seasons`` and ``story`` of all of them, in order.
    ``campaign_size`` is null where no campaign is on file; ``set_aside`` are corrections that count as if they were not there.
    """

    series: str
    as_of: dt.date
    status: Status
    history: tuple[Turn, ...]
    slots: tuple[Answer, ...]
    contradictions: tuple[Conflict, ...]
    articles: int
    claims: int
    campaign: tuple[SignalSeries, ...] = ()
    campaign_size: CampaignSize | None = None
    seasons: tuple[Status, ...] = ()
    story: tuple[Event[Source], ...] = ()
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What articles told of a series, in its dossier; ``effect`` is null where no owner's word moved the forecast."""

    known: SeriesKnown
    effect: Effect | None


def series_known(
    recorded: Sequence[Recorded],
    *,
    series: str,
    as_of: dt.date,
    season: int | None = None,
    background: Background = NO_BACKGROUND,
) -> SeriesKnown:
    """Return what is known of a series on a day; ``season`` is the one whose status is asked, the latest by default."""
    known = reconcile(recorded, series=series, as_of=as_of, background=background)
    days = days_told(recorded, series=series, as_of=as_of, background=background)
    asked = season or latest_season(known)
    turns = history(days, asked)
    seen = [one for one in recorded if one.piece.known_from <= as_of and is_about(one, series, as_of)]
    seasons = _seasons(known, days)
    turned = {one.season: turn for one in seasons if (turn := _last_turn(one, days))}
    return SeriesKnown(
        series=series,
        as_of=as_of,
        status=status(known, asked, was=firm_states(turns[:-1], asked)),
        history=turns,
        slots=tuple(_answer(one, _told_before(one, turned)) for one in known.slots),
        contradictions=_conflicts(known),
        articles=len({one.piece.id for one in seen}),
        claims=len(seen),
        campaign=told_series(known),
        seasons=seasons,
        story=tuple(_shown(one) for one in story(days)),
        set_aside=tuple(_set_aside(seen, as_of)),
    )


def _set_aside(seen: Sequence[Recorded], as_of: dt.date) -> Iterator[SetAside]:
    """Yield the corrections that cannot be used and that nobody decided anew, or withdrew, since."""
    for one in seen:
        last = next((review for review in reversed(one.reviews) if review.on <= as_of), None)
        fault = fault_of_review(one, last) if last else None
        if last and fault:
            yield SetAside(one.id, last.who, last.on, fault.problem, fault.right)


def _seasons(known: Known, days: Sequence[Known]) -> tuple[Status, ...]:
    """Return where each season stands; what is told of one by the end of the season before it stands there."""
    found = ((one, status(known, one, was=firm_states(history(days, one)[:-1], one))) for one in seasons_told(days))
    return tuple(stands for season, stands in found if stands.season == season)


def _shown(one: Event[Recorded]) -> Event[Source]:
    told = {each.name: getattr(one, each.name) for each in fields(one)}
    return Event(**told | {"told_by": source(one.told_by) if one.told_by else None})


def _last_turn(stands: Status, days: Sequence[Known]) -> tuple[str, dt.date] | None:
    """Return the end of a season, or its revival, whichever it came to last, and the day of that; None where neither."""
    if stands.state in _ENDED:
        return (stands.state, stands.since) if stands.since else None
    revived = [turn.day for turn in history(days, stands.season) if turn.state == "revived"]
    return ("revived", revived[-1]) if revived else None


def _told_before(one: Believed, turned: Mapping[int | None, tuple[str, dt.date]]) -> str:
    """Say of a day, a cast, a home of a season that it was told before its end or its revival: nobody has to take it back."""
    state, day = turned.get(one.slot.season, ("", one.since))
    return f"told before it was {state} on {day.isoformat()}" if one.slot.family in _OF_WHAT_COMES and one.since < day else ""


def _answer(one: Believed, beside: str) -> Answer:
    return Answer(
        slot=one.slot.family,
        season=one.slot.season,
        about=one.slot.about,
        value=one.value,
        polarity=one.polarity,
        standing=one.standing,
        since=one.since,
        on_whose_word=one.on_whose_word,
        weight=one.weight,
        contested=one.contested,
        sources=one.sources,
        note="; ".join(part for part in (beside, one.note) if part),
        basis=tuple(source(each) for each in one.basis),
        overruled=tuple(_overruled(each) for each in one.overruled),
        claims=len(one.claims),
        ranks=tuple(_place(each) for each in one.claims),
    )


def _place(one: Ranked) -> Place:
    claim, weight = one.recorded.claim, one.tier.weight
    outlet = one.recorded.piece.outlet
    return Place(one.recorded.id, outlet, claim.value, claim.polarity, claim.standing, weight, one.rank, one.rule, one.why)


def source(one: Recorded) -> Source:
    """Return a claim as it is shown."""
    last = one.reviews[-1] if one.reviews else None
    return Source(
        id=one.id,
        quote=" ".join(one.claim.quote.text.split()),
        outlet=one.piece.outlet,
        published=one.piece.published,
        known_from=one.piece.known_from,
        standing=one.claim.standing,
        on_whose_word=one.claim.attribution.name,
        reviewed=f"{last.verdict} by {last.who} on {last.on.isoformat()}: {last.why}" if last else None,
        language=one.piece.language,
    )


def _overruled(one: Ranked) -> Overruled:
    return Overruled(source(one.recorded), one.recorded.claim.value, one.rule, one.why)


def _conflicts(known: Known) -> tuple[Conflict, ...]:
    return tuple(
        Conflict(each.type, source(each.one), source(each.other), in_one_sentence(each.one, each.other))
        for each in (*known.contradictions, *known.disputes)
    )
