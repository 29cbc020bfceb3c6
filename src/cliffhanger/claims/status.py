"""Where a season stands, as a state and not a flag; and how it came there, day by day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from cliffhanger.claims.claim import as_read
from cliffhanger.claims.reconcile import Believed, Known
from cliffhanger.claims.tiers import OUTLET, SEVERAL

State = Literal[
    "unknown", "undecided", "limbo", "ordered", "renewed", "revived", "planned end", "filming", "halted", "wrapped",
    "dated", "released", "cancelled", "un-renewed",
]  # fmt: skip
_ON = frozenset({"ordered", "renewed", "revived", "planned end", "filming", "halted", "wrapped", "dated"})
LIMBO_DAYS = 365  # a decision that is open for a year is not coming as decisions do
_FIRM = frozenset({"official", "reported"})
_ORDERED = frozenset({"renewed", "reversed", "ending"})  # of a renewal: it says that the season is to be
_FIRST_ORDER = re.compile(r"(?i)\b(?:orders?|ordered|commission(?:s|ed)?|greenli(?:t|ghts?|ghted)|pick(?:s|ed) up)\b")
_AGAIN = re.compile(r"(?i)\b(?:re-?new|return|back|again|another)")
_TO_SERIES = re.compile(r"(?i)\bstraight[- ]to[- ]series\b|\b(?:ordered|picked up|goes|going|gone|went) to series\b")
_MADE: dict[str, State] = {
    "filming": "filming",
    "halted": "halted",
    "wrapped": "wrapped",
    "post_production": "wrapped",
    "post_complete": "wrapped",
}


@dataclass(frozen=True, slots=True)
class Status:
    """A state, since when, how firmly it is known and why.

    ``official`` says whether the owner's word is on file for it, or for the renewal that it is a step of; a state on a rumour
    alone keeps the rumour's standing. ``claim`` is the id of the claim that tells it, null where none does.
    """

    state: State
    season: int | None
    since: dt.date | None
    standing: str | None
    official: bool
    contested: bool
    because: str
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which the state changed, or a rumour of it became firm, and the words that did it.

    ``season`` is the one asked about, or the one before it where that one's planned end is the answer; ``official`` is as in
    `Status`.
    """

    day: dt.date
    state: State
    season: int | None
    standing: str | None
    because: str
    claim: str | None = None
    contested: bool = False
    official: bool = False


def latest_season(known: Known) -> int | None:
    """Return the latest season that a firm answer is about; where none is, the latest that any is."""
    firm = [one.slot.season for one in known.slots if one.slot.season and one.standing in _FIRM]
    return max(firm or [one.slot.season for one in known.slots if one.slot.season], default=None)


def status(known: Known, season: int | None = None, *, was: Sequence[State] = ()) -> Status:
    """Return where a season stands on the day of the answers; ``was`` are the firm states it had before, the latest last.

    A cancelled season that was renewed is un-renewed; a renewed one that was cancelled is revived; cancelled is never "ended".
    Where the season before it was told to be the last, the answer is that one's planned end, under its number. A season that has
    a day, or is being made, is on its way also where no sentence says that it was renewed.
    """
    asked = season or latest_season(known)
    renewal, release, making = (known.slot(family, asked) for family in ("renewal", "release", "production"))
    decided = str((renewal.value or {}).get("status")) if renewal and renewal.polarity == "+" else None
    if decided != "cancelled" and release and _is_out(release, known.as_of):
        return replace(_told("released", asked, release), since=max(release.since, _last_day(release)))
    ordered = renewal if decided in _ORDERED else None
    dated, made = (one if one and (ordered or _shows(one, renewal)) else None for one in (release, making))
    end = _last_before(known, asked)
    coming = [one for one in (ordered, dated, made) if one and (one is ordered or _shows(one, None))]
    if end and _lasts(end, coming, renewal if decided == "cancelled" else None):
        return _told("planned end", end.slot.season, end)
    if decided == "cancelled" and renewal:
        return _told("un-renewed" if _was_on(was) else "cancelled", asked, renewal)
    if lead := ordered or dated or made:
        ended = any(state in {"cancelled", "un-renewed"} for state in was)
        # A halt that came with the end is over when the season is taken up after it.
        stopped = ended and made and made.since < lead.since and _state_of_making(made) == "halted"
        return _on_its_way(asked, lead, dated, None if stopped else made, again=end is not None or ended)
    if renewal is None or renewal.value is None:
        return Status("unknown", asked, None, None, official=False, contested=False, because="nobody on file says")
    if decided == "paused" or (decided == "undecided" and (known.as_of - renewal.since).days > LIMBO_DAYS):
        return _told("limbo", asked, renewal)
    return _told("undecided", asked, renewal)


def _last_before(known: Known, season: int | None) -> Believed | None:
    """Return the answer that says of the season before one that it is the last, where that is firm."""
    end = known.slot("renewal", season - 1) if season and season > 1 else None
    firm = end and end.standing in _FIRM and end.weight >= OUTLET and end.polarity == "+"
    return end if firm and end and (end.value or {}).get("status") == "ending" else None


def _lasts(end: Believed, coming: Sequence[Believed], cancelled: Believed | None) -> bool:
    """Say whether an ending still holds: no word of at least its weight said later that more is to come (R3)."""
    if cancelled and cancelled.weight > end.weight:
        return False
    return not any(one.weight > end.weight or (one.weight == end.weight and one.since >= end.since) for one in coming)


def _shows(answer: Believed, renewal: Believed | None) -> bool:
    """Say whether a day or the making of a season tells that it comes, though no renewal is on file or it was said to be open."""
    if answer.polarity == "-" or answer.standing not in _FIRM or answer.weight < OUTLET:
        return False
    if renewal and renewal.value and not (answer.since > renewal.since or answer.weight > renewal.weight):
        return False
    if answer.slot.family == "production":
        return str((answer.value or {}).get("status")) in _MADE
    return bool((answer.value or {}).get("window"))


def _has_day(release: Believed) -> bool:
    return ((release.value or {}).get("window") or {}).get("precision") == "day"


def _on_its_way(season: int | None, lead: Believed, release: Believed | None, making: Believed | None, *, again: bool) -> Status:
    """Return how far a season has come that ``lead`` says is to be; one rumour of filming moves no state that the owner set."""
    if release and _has_day(release) and release.weight >= OUTLET and release.polarity == "+":
        return _told("dated", season, release, lead)
    made = _state_of_making(making) if making else None
    if making and made and making.weight >= SEVERAL:
        return _told(made, season, making, lead)
    value = lead.value or {}
    revived = again or value.get("status") == "reversed" or "new_home" in value
    come: State = "revived" if revived else "ordered" if _first_order(season, lead) else "renewed"
    return _told("planned end" if value.get("status") == "ending" else come, season, lead)


def _state_of_making(making: Believed) -> State | None:
    return _MADE.get(str((making.value or {}).get("status"))) if making.polarity == "+" else None


def _first_order(season: int | None, lead: Believed) -> bool:
    """Say whether words order a first season: what is renewed when only the first has been named may be the second.

    Where no season is named, only what goes to series is new for sure.
    """
    words = as_read(lead.basis[0].claim.quote.text)
    first = _FIRST_ORDER if season == 1 else _TO_SERIES if season is None else None
    return first is not None and first.search(words) is not None and not _AGAIN.search(words)


def _was_on(was: Sequence[State]) -> bool:
    return any(state in _ON for state in was)


def _is_out(release: Believed, as_of: dt.date) -> bool:
    return _last_day(release) <= as_of and release.weight >= OUTLET and release.polarity == "+"


def _last_day(release: Believed) -> dt.date:
    """Return the last day of a premiere's window, the last of all where it is open."""
    end = ((release.value or {}).get("window") or {}).get("end")
    return dt.date.fromisoformat(end) if end else dt.date.max


def _told(state: State, season: int | None, answer: Believed, renewal: Believed | None = None) -> Status:
    lead = answer.basis[0]
    return Status(
        state=state,
        season=season,
        since=answer.since,
        standing=answer.standing,
        official=any(_official(one) for one in (answer, renewal) if one),
        contested=answer.contested,
        because=f"“{as_read(lead.claim.quote.text)}” ({answer.on_whose_word}, {lead.piece.known_from.isoformat()})",
        claim=lead.id,
    )


def _official(answer: Believed) -> bool:
    """Say whether an answer is the owner's word, or a day within the window that the owner named."""
    if answer.standing == "official" and answer.weight > OUTLET:
        return True
    narrowed = (one for one in answer.claims if one.rule == "R4" and one.rank == "normal")
    return answer.slot.family == "release" and any(
        one.recorded.claim.standing == "official" and one.tier.weight > OUTLET for one in narrowed
    )


def firm_states(turns: Sequence[Turn], season: int | None) -> list[State]:
    """Return the states of a season that more than a rumour or a guess told, in order: a false rumour leaves no trace in it."""
    return [turn.state for turn in turns if turn.standing in _FIRM and turn.season == season]


def firmer(standing: str | None, before: str | None) -> bool:
    """Say whether what was a rumour or a guess is more than that now."""
    return standing in _FIRM and before not in _FIRM


def history(days: Sequence[Known], season: int | None = None) -> tuple[Turn, ...]:
    """Return the days on which a season's state changed, in order, each as it was believed on that day.

    ``days`` is what was believed on each of them, in order (`days.days_told`); the season is the latest of the last day where
    none is given. Once told, a state can be unknown again: where a person rejects what told it.
    """
    asked = season or (latest_season(days[-1]) if days else None)
    turns: list[Turn] = []
    for known in days:
        found = status(known, asked, was=firm_states(turns, asked))
        last = turns[-1] if turns else None
        if last is None and found.state == "unknown":
            continue
        if last is None or (last.state, last.season) != (found.state, found.season) or firmer(found.standing, last.standing):
            told = (found.state, found.season, found.standing, found.because, found.claim, found.contested, found.official)
            turns.append(Turn(known.as_of, *told))
    return tuple(turns)
