"""How a series came to where it stands: what was believed anew on each day, of all its seasons, in time order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from cliffhanger.claims.answers import same_answer
from cliffhanger.claims.reconcile import Believed, Known
from cliffhanger.claims.recorded import Recorded
from cliffhanger.claims.slots import Slot
from cliffhanger.claims.status import Turn, firmer, history
from cliffhanger.claims.tiers import OUTLET

STATUS = "status"
# Whose answers are turns of a story; the others (scores, plots, what somebody said) are told by the answers alone.
_FAMILIES = ("renewal", "spin-off", "release", "production", "episodes", "platform", "trailer", "petition", "hashtag")
_PEOPLE, _CHANGES = frozenset({"cast", "crew"}), frozenset({"joining", "leaving", "recast"})
_OF_STATE = frozenset({"renewal", "release", "production"})
# States that say what their claim says, so that it is not told beside them.
_SAY_IT = frozenset({"filming", "halted", "wrapped", "dated", "released"})


By = TypeVar("By")  # a claim of the ledger, or as it is shown


@dataclass(frozen=True, slots=True)
class Event(Generic[By]):
    """Something about a season that was believed anew on a day.

    ``what`` is "status", with the state (and the days of a premiere) as the ``value``, or the family of a slot. ``value`` is null
    where nothing is believed any more; ``official`` says whether the owner's word is on file for it; ``before`` is what was
    believed until then, null where that was nothing, and ``before_polarity`` is "-" where it was believed not to be so.
    ``told_by`` is what it rests on: a claim as it counted on that day, or as it is shown; null where a person rejected all.
    """

    day: dt.date
    season: int | None
    what: str
    about: str
    value: dict[str, Any] | None
    polarity: str
    standing: str | None
    contested: bool
    official: bool
    before: dict[str, Any] | None
    told_by: By | None
    before_polarity: str = "+"


def seasons_told(days: Sequence[Known]) -> tuple[int | None, ...]:
    """Return the seasons of which anything was ever told, in order; where no season is named, the series as one."""
    if not days:
        return ()
    named = {one.slot.season for known in days for one in known.slots if one.slot.season is not None}
    return tuple(sorted(named)) or (None,)


def story(days: Sequence[Known]) -> tuple[Event[Recorded], ...]:
    """Return what was believed anew on each of some days (`days.days_told`), each as it was believed on that day.

    What only moves to another season, because a later one is named for the first time, is not told again.
    """
    turns = [event for season in seasons_told(days) for event in _turns(days, season)]
    said = {(one.day, one.season): one for one in turns}
    changes = [one for one in _changes(days) if not _says(said.get((one.day, one.season)), one)]
    return tuple(sorted((*turns, *changes), key=lambda one: (one.day, one.season or 0, one.what != STATUS)))


def _says(turn: Event[Recorded] | None, change: Event[Recorded]) -> bool:
    """Say whether a turn of the same day and season tells a change: it rests on the same claim, or is of the renewal itself."""
    if turn is None or change.what == "renewal":
        return turn is not None
    same = turn.told_by is not None and change.told_by is not None and turn.told_by.id == change.told_by.id
    return same and (turn.value or {}).get("status") in _SAY_IT


def _turns(days: Sequence[Known], season: int | None) -> Iterator[Event[Recorded]]:
    """Yield the states of a season; what is told of it by the end of the one before it is told there."""
    on = {known.as_of: known for known in days}
    before: Turn | None = None
    for turn in history(days, season):
        if turn.season == season and _moved(on[turn.day], season):
            was = {"status": before.state} if before else None
            lead = _claim(on[turn.day], turn.claim)
            value: dict[str, Any] = {"status": turn.state}
            if turn.state in {"dated", "released"} and lead:
                value["window"] = lead.claim.value.get("window")
            told = (turn.standing, turn.contested, turn.official)
            yield Event(turn.day, season, STATUS, "", value, "+", *told, was, lead)
        before = turn


def _claim(known: Known, name: str | None) -> Recorded | None:
    """Return a claim as it counted on a day, before what a person decided later."""
    return next((one.recorded for slot in known.slots for one in slot.claims if one.recorded.id == name), None)


def _moved(known: Known, season: int | None) -> bool:
    """Say whether the day brought anything about a season's state: a claim, a decision, or nothing but the passing of time."""
    near = [
        one for one in known.slots if one.slot.family in _OF_STATE and one.slot.season in {season, season - 1 if season else None}
    ]
    return any(_of_day(one, known.as_of) for one in near) or not any(_of_day(one, known.as_of) for one in known.slots)


def _of_day(answer: Believed, day: dt.date) -> bool:
    told = (one.recorded for one in answer.claims)
    return any(one.piece.known_from == day or any(review.on == day for review in one.reviews) for one in told)


def _changes(days: Sequence[Known]) -> Iterator[Event[Recorded]]:
    before: dict[Slot, Believed] = {}
    for known in days:
        now = {one.slot: one for one in known.slots if _is_told(one)}
        for slot, answer in now.items():
            was = before.get(slot)
            if _of_day(answer, known.as_of) and _is_news(answer, was):
                yield _event(known.as_of, answer, was)
        before = now


def _is_told(answer: Believed) -> bool:
    slot = answer.slot
    if slot.family in _PEOPLE:
        return (answer.value or {}).get("st") in _CHANGES
    return slot.family in _FAMILIES and not (slot.family == "release" and slot.about)


def _is_news(now: Believed, was: Believed | None) -> bool:
    """Say whether a slot answers otherwise than before, more firmly, or is contested now or no longer.

    Renewals are told as states, so of them only the last.
    """
    contested = now.contested != (was.contested if was else False)
    if now.slot.family == "renewal":
        return contested
    if was is None:
        return True
    if (now.value is None) != (was.value is None) or now.polarity != was.polarity:
        return True
    other = now.value is not None and not same_answer(now.slot.family, was.value, now.value)
    return other or contested or firmer(now.standing, was.standing)


def _event(day: dt.date, now: Believed, was: Believed | None) -> Event[Recorded]:
    same = was is not None and now.value is not None and same_answer(now.slot.family, was.value, now.value)
    return Event(
        day=day,
        season=now.slot.season,
        what=now.slot.family,
        about=now.slot.about,
        value=now.value,
        polarity=now.polarity,
        standing=now.standing,
        contested=now.contested,
        official=now.standing == "official" and now.weight > OUTLET,
        before=was.value if was and not same else None,
        told_by=now.basis[0] if now.basis else None,
        before_polarity=was.polarity if was and not same else "+",
    )
