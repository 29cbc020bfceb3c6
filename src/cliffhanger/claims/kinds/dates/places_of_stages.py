"""The one place of a stage of the making is part of that, and no location besides."""

from __future__ import annotations

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.patterns import match

_RIGHT_AFTER = r"(?i)[, ]*(?:back |mostly |mainly |on location )*(?:in|at|near|on|around|outside|off|to) (?:the )?$"


def without_places_of_stages(place: Place, typed: list[Found]) -> list[Found]:
    """Leave out a location that only says where a stage is; two places of one stage are two locations beside it.

    "Filming wrapped in Riga last June" is one claim, "filming wrapped in Riga and Tallinn last June" is three.
    """
    stages = [one for one in typed if one.kind == "production_status"]
    places = [one for one in typed if one.kind == "location"] if stages else []
    own: list[Found] = []
    for stage in stages:
        inside = [one for one in places if _belongs(place.text, stage, one)]
        own += inside if len(inside) == 1 and len(places) == 1 else []
    return [one for one in typed if not any(one is other for other in own)]


def _belongs(text: str, stage: Found, spot: Found) -> bool:
    """Say whether a place stands in the words of a stage, or right after them; "filming took place in Malta" only says where."""
    if stage.value["status"] == "wrapped" and "window" not in stage.value:
        return False
    return stage.start <= spot.start < stage.end or (
        spot.start >= stage.end and match(_RIGHT_AFTER, text[stage.end : spot.start]) is not None
    )
