"""What a claim is an answer to (R1): a slot is a series, a season, a family of claims and, for people, a person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from cliffhanger.claims.claim import Claim
from cliffhanger.claims.names import fold
from cliffhanger.claims.recorded import Recorded

_FAMILIES = {
    "renewal_status": "renewal",
    "release_date": "release",
    "episode_count": "episodes",
    "production_status": "production",
    "cast_role": "cast",
    "crew_role": "crew",
    "trailer_status": "trailer",
    "plot_expectation": "plot",
    "announcement_date": "announced",
    "source_material": "source",
}
OWN_WORDS = frozenset({"statement", "reason", "plot_expectation", "theme", "open_question"})
_FIRM = frozenset({"official", "reported"})
_OF_NEXT = frozenset(
    {"renewal", "release", "petition", "hashtag", "platform", "production", "reason", "statement", "plot", "trailer"}
)
_PEOPLE = frozenset({"cast", "crew"})
_CHANGES = frozenset({"returning", "joining", "leaving", "recast", "in_talks", "unavailable"})


@dataclass(frozen=True, slots=True)
class Slot:
    """A question of the ledger. ``about`` is the person, metric, site or place that parts one answer from another, or empty."""

    series: str
    season: int | None
    family: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Premiered:
    """The latest season that is out, and its first day: what is told later and names no season is about the one after it."""

    season: int
    day: dt.date


def slot_of(claim: Claim, series: str, season: int | None) -> Slot:
    """Return the slot of a claim; statements, reasons and the like are each a slot of their own words."""
    value = claim.value
    family = _FAMILIES.get(claim.kind, claim.kind)
    if claim.kind == "renewal_status" and value.get("status") == "spinoff":
        return Slot(series, None, "spin-off")
    if claim.kind == "release_date" and value.get("what"):
        return Slot(series, season, family, str(value["what"]))
    return Slot(series, season, family, _about(claim, value))


def _about(claim: Claim, value: dict[str, Any]) -> str:
    if claim.kind in OWN_WORDS:
        return fold(str(value.get("gist", "")))[:80]
    match claim.kind:
        case "cast_role" | "crew_role":
            return f"{fold(str(value.get('actor') or value.get('person')))} {value.get('role', '')}".strip()
        case "viewership":  # never merged across metric, period, territory or firm (R9)
            firm = claim.attribution.name if claim.attribution.type == "measurement_firm" else ""
            return " ".join(
                str(part) for part in (value.get("metric"), value.get("period"), value.get("territory"), firm) if part
            )
        case "score":
            return f"{value.get('who', '')} {value.get('site', '')} {value.get('scope', '')}".strip()
        case "hashtag":
            return str(value.get("tag", "")).casefold()
        case "location":
            return fold(str(value.get("place")))
        case "budget":
            return " ".join(str(value[key]) for key in ("item", "per") if value.get(key))
        case "award":
            return f"{value.get('award', '')} {value.get('category', '')}".strip()
        case "announcement_date" | "source_material":
            return fold(str(value.get("what") or value.get("title") or value.get("author") or ""))
        case _:
            return ""


def latest_named(recorded: Sequence[Recorded]) -> int | None:
    """Return the latest season that is firmly said to be or not to be; where none is, the latest that a rumour or guess names.

    A page that dreams of a fifth season must not draw what others say of "the next" to it.
    """
    seasons = [(one.claim.standing in _FIRM, one.claim.subject.season) for one in recorded if one.claim.subject.season]
    firm = [season for is_firm, season in seasons if is_firm]
    return max(firm or [season for _, season in seasons], default=None)


def slotted(
    recorded: Sequence[Recorded], series: str, *, latest: int | None = None, premiered: Premiered | None = None
) -> dict[Slot, list[Recorded]]:
    """Return the claims of a series by slot, in the order given.

    A claim that names no season answers for the latest that is named (``latest`` where it is given), where it is about what comes
    next; otherwise for the series. Where the latest premiere is known, what was told after it answers for the season after that
    one at least. A new home that a renewal names answers for the platform too.
    """
    latest = latest or latest_named(recorded)
    found: dict[Slot, list[Recorded]] = {}
    for one in recorded:
        for claim in (one.claim, *_implied(one.claim)):
            family = _FAMILIES.get(claim.kind, claim.kind)
            season = claim.subject.season or (_next(one, latest, premiered) if _of_next(claim, family) else None)
            found.setdefault(slot_of(claim, series, season), []).append(replace(one, claim=claim))
    return found


def _of_next(claim: Claim, family: str) -> bool:
    """Say whether a claim that names no season is about the one to come: its fate, its day, who leaves; not who plays whom."""
    if family in _PEOPLE:
        return claim.value.get("st") in _CHANGES
    changed = family == "episodes" and ("was" in claim.value or "not" in claim.value)  # an order that was changed
    return changed or family in _OF_NEXT


def _next(one: Recorded, latest: int | None, premiered: Premiered | None) -> int | None:
    if premiered is None or one.piece.known_from <= premiered.day:
        return latest
    if _of_the_premiered(one, premiered):
        return premiered.season
    return max(latest or 0, premiered.season + 1)


def _of_the_premiered(one: Recorded, premiered: Premiered) -> bool:
    """Say whether what is told after a premiere looks back on it: a day that had passed, or what was made before it."""
    end = (one.claim.value.get("window") or {}).get("end")
    if not end or one.claim.kind not in {"release_date", "production_status"}:
        return False
    return bool(end < one.piece.known_from.isoformat()) if one.claim.kind == "release_date" else end <= premiered.day.isoformat()


def _implied(claim: Claim) -> tuple[Claim, ...]:
    home = claim.value.get("new_home")
    if claim.kind == "renewal_status" and home and claim.polarity == "+":
        return (replace(claim, kind="platform", value={"name": home}),)
    return ()
