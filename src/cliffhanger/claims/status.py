"""Where a season stands, as a state and not a flag; and how it came there, day by day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from cliffhanger.claims.claim import as_read
from cliffhanger.claims.outlets import Grade, Records
from cliffhanger.claims.reconcile import Believed, Known, reconcile
from cliffhanger.claims.recorded import Recorded
from cliffhanger.claims.slots import Premiered
from cliffhanger.claims.tiers import OUTLET, SEVERAL

State = Literal[
    "unknown", "undecided", "limbo", "renewed", "revived", "planned end", "filming", "halted", "wrapped", "dated", "released",
    "cancelled", "un-renewed",
]  # fmt: skip
LIMBO_DAYS = 365  # a decision that is open for a year is not coming as decisions do
_FIRM = frozenset({"official", "reported"})
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
    alone keeps the rumour's standing.
    """

    state: State
    season: int | None
    since: dt.date | None
    standing: str | None
    official: bool
    contested: bool
    because: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which the state changed, or a rumour of it became firm, and the words that did it."""

    day: dt.date
    state: State
    standing: str | None
    because: str


def latest_season(known: Known) -> int | None:
    """Return the latest season that a firm answer is about; where none is, the latest that any is."""
    firm = [one.slot.season for one in known.slots if one.slot.season and one.standing in _FIRM]
    return max(firm or [one.slot.season for one in known.slots if one.slot.season], default=None)


def status(known: Known, season: int | None = None, *, was: Sequence[State] = ()) -> Status:
    """Return where a season stands on the day of the answers; ``was`` are the firm states it had before, the latest last.

    A cancelled season that was renewed is un-renewed; a renewed one that was cancelled is revived; cancelled is never "ended".
    """
    asked = season or latest_season(known)
    renewal, release, making = (known.slot(family, asked) for family in ("renewal", "release", "production"))
    decided = str((renewal.value or {}).get("status")) if renewal and renewal.polarity == "+" else None
    if decided == "cancelled" and renewal:
        return _told("un-renewed" if _was_on(was) else "cancelled", asked, renewal)
    if release and _is_out(release, known.as_of):
        return _told("released", asked, release)
    if decided in {"renewed", "reversed", "ending"} and renewal:
        return _on_its_way(asked, renewal, release, making, was)
    if renewal is None or renewal.value is None:
        return Status("unknown", asked, None, None, official=False, contested=False, because="nobody on file says")
    if decided == "paused" or (decided == "undecided" and (known.as_of - renewal.since).days > LIMBO_DAYS):
        return _told("limbo", asked, renewal)
    return _told("undecided", asked, renewal)


def _on_its_way(
    season: int | None, renewal: Believed, release: Believed | None, making: Believed | None, was: Sequence[State]
) -> Status:
    """Return how far a season has come that is to be; one rumour of filming does not move a state that the owner set."""
    if (
        release
        and release.value
        and (release.value.get("window") or {}).get("precision") == "day"
        and release.weight >= OUTLET
        and release.polarity == "+"
    ):
        return _told("dated", season, release, renewal)
    made = _MADE.get(str((making.value or {}).get("status"))) if making else None
    if making and made and making.weight >= SEVERAL:
        return _told(made, season, making, renewal)
    status_ = str((renewal.value or {}).get("status"))
    revived = (
        status_ == "reversed" or any(state in {"cancelled", "un-renewed"} for state in was) or "new_home" in (renewal.value or {})
    )
    return _told("planned end" if status_ == "ending" else "revived" if revived else "renewed", season, renewal)


def _was_on(was: Sequence[State]) -> bool:
    return bool(was) and any(
        state in {"renewed", "revived", "filming", "halted", "wrapped", "dated", "planned end"} for state in was
    )


def _is_out(release: Believed, as_of: dt.date) -> bool:
    window = (release.value or {}).get("window") or {}
    return (
        bool(window.get("end"))
        and dt.date.fromisoformat(window["end"]) <= as_of
        and release.weight >= OUTLET
        and release.polarity == "+"
    )


def _told(state: State, season: int | None, answer: Believed, renewal: Believed | None = None) -> Status:
    lead = answer.basis[0]
    return Status(
        state=state,
        season=season,
        since=answer.since,
        standing=answer.standing,
        official=any(one.standing == "official" and one.weight > OUTLET for one in (answer, renewal) if one),
        contested=answer.contested,
        because=f"“{as_read(lead.claim.quote.text)}” ({answer.on_whose_word}, {lead.piece.known_from.isoformat()})",
    )


def firm_states(turns: Sequence[Turn]) -> list[State]:
    """Return the states of a story that more than a rumour or a guess told, in order: a false rumour leaves no trace in it."""
    return [turn.state for turn in turns if turn.standing in _FIRM]


def _firmer(found: Status, turn: Turn) -> bool:
    return found.standing in _FIRM and turn.standing not in _FIRM


def history(
    recorded: Sequence[Recorded],
    *,
    series: str,
    as_of: dt.date,
    season: int | None = None,
    grades: Mapping[str, Grade] | None = None,
    records: Records | None = None,
    premiered: Premiered | None = None,
) -> tuple[Turn, ...]:
    """Return the days on which a season's state changed, in order, each as it was believed on that day."""

    def on(day: dt.date) -> Known:
        return reconcile(recorded, series=series, as_of=day, grades=grades, records=records, premiered=premiered)

    asked = season or latest_season(on(as_of))
    turns: list[Turn] = []
    for day in sorted({one.piece.known_from for one in recorded if one.piece.known_from <= as_of}):
        found = status(on(day), asked, was=firm_states(turns))
        if found.state != "unknown" and (not turns or turns[-1].state != found.state or _firmer(found, turns[-1])):
            turns.append(Turn(day, found.state, found.standing, found.because))
    return tuple(turns)
