"""What is known of a series, and who says so: the answers of the ledger in a plain, frozen form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cliffhanger.claims.campaign import SignalSeries
from cliffhanger.claims.claim import as_read
from cliffhanger.claims.outlets import Grade, Records
from cliffhanger.claims.reconcile import Believed, Known, Rank, Ranked, reconcile
from cliffhanger.claims.recorded import Recorded
from cliffhanger.claims.slots import Premiered
from cliffhanger.claims.status import Status, Turn, firm_states, history, latest_season, status


@dataclass(frozen=True, slots=True)
class Source:
    """A claim as it is shown: the words, who published them and when, and what a person said of it since.

    ``quote`` has the tags and entities of a page, ``words`` are what a reader sees of it.
    """

    id: str
    quote: str
    outlet: str | None
    published: dt.date | None
    standing: str
    on_whose_word: str | None
    reviewed: str | None = None

    @property
    def words(self) -> str:
        """The quote as a reader of the page sees it."""
        return as_read(self.quote)


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
    def shown(self) -> Source:
        """The claim that is quoted for it: the weightiest it rests on; where a person rejected all, the first of those."""
        return self.basis[0] if self.basis else self.overruled[0].source


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two quotes, of one article or of two, that cannot both hold, side by side."""

    type: str
    one: Source
    other: Source


@dataclass(frozen=True, slots=True)
class Effect:
    """What the owner's word did to the forecast: the rule, the chance before and after (p10, p50, p90), and why."""

    rule: str
    before: float | None
    chance: tuple[float, float, float]
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class SeriesKnown:
    """All that the ledger knows of a series on a day: where it stands, how it came there, the answers and the contradictions."""

    series: str
    as_of: dt.date
    status: Status
    history: tuple[Turn, ...]
    slots: tuple[Answer, ...]
    contradictions: tuple[Conflict, ...]
    articles: int
    claims: int
    campaign: tuple[SignalSeries, ...] = ()


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
    grades: Mapping[str, Grade] | None = None,
    records: Records | None = None,
    premiered: Premiered | None = None,
) -> SeriesKnown:
    """Return what is known of a series on a day; ``season`` is the one whose status is asked, the latest by default.

    ``grades``, ``records`` and ``premiered`` are as `reconcile` takes them.
    """
    known = reconcile(recorded, series=series, as_of=as_of, grades=grades, records=records, premiered=premiered)
    asked = season or latest_season(known)
    turns = history(recorded, series=series, as_of=as_of, season=asked, grades=grades, records=records, premiered=premiered)
    seen = [one for one in recorded if one.piece.known_from <= as_of]
    return SeriesKnown(
        series=series,
        as_of=as_of,
        status=status(known, asked, was=firm_states(turns[:-1], asked)),
        history=turns,
        slots=tuple(_answer(one) for one in known.slots),
        contradictions=_conflicts(known),
        articles=len({one.piece.id for one in seen}),
        claims=len(seen),
    )


def _answer(one: Believed) -> Answer:
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
        note=one.note,
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
        standing=one.claim.standing,
        on_whose_word=one.claim.attribution.name,
        reviewed=f"{last.verdict} by {last.who} on {last.on.isoformat()}: {last.why}" if last else None,
    )


def _overruled(one: Ranked) -> Overruled:
    return Overruled(source(one.recorded), one.recorded.claim.value, one.rule, one.why)


def _conflicts(known: Known) -> tuple[Conflict, ...]:
    return tuple(Conflict(one.type, source(one.one), source(one.other)) for one in (*known.contradictions, *known.disputes))
