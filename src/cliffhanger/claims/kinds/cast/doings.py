"""What an actor does, in set phrases: "has hung up his oilskins", "will miss the season", "is back in the wig"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.claim import Polarity, Standing
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast.names import behind_camera, goes_elsewhere, own_word
from cliffhanger.claims.kinds.cast.parts import NOT_SO, besides, neither, part_held
from cliffhanger.claims.kinds.cast.phrases import PHRASES
from cliffhanger.claims.kinds.cast.references import WITH_PARTS, denied, part_after, turned, who_does
from cliffhanger.claims.names import fold
from cliffhanger.claims.patterns import live, regex
from cliffhanger.claims.seasons_said import season_of


def doings(place: Place, told: frozenset[str]) -> Iterator[Found]:
    """Find what actors do in words that no shorter rule has; ``told`` are the folded names of those told of already."""
    text, seen = place.text, set(told)
    season = season_of(text)
    for state, asks, pattern in live(PHRASES, text):
        for found in pattern.finditer(text):
            actor = who_does(place, found)
            if actor is None or fold(actor) in seen or not _may(place, state, asks, found, actor):
                continue
            seen.add(fold(actor))
            yield from _does(place, state, asks, found, actor, season)


def _does(place: Place, state: str, asks: str, found: re.Match[str], actor: str, season: int | None) -> Iterator[Found]:
    st, polarity = (state, "+") if asks == "no" else turned(state, found)
    if "yet to " in found["does"] or "still to " in found["does"]:
        polarity = "-" if state != "undecided" else "+"
    if state == "undecided":
        polarity = "+"
    denies = denied(place.text, found)
    if denies:
        polarity = "-"
    if asks == "guess":
        st, polarity = state, "+"
    if neither(place.text[: found.start("who")]):
        st, polarity = NOT_SO.get(st, (st, "-"))
    part = part_after(place.text, found.end()) if state in WITH_PARTS else {}
    sure: Standing | None = "denied" if denies else "speculation" if asks == "guess" else own_word(found[0])
    sign: Polarity = "-" if polarity == "-" else "+"
    value = {"actor": actor, "st": st}
    yield Found("cast_role", found.start("who"), found.end(), value | part, sign, standing=sure, season=season)
    for other, start, end in besides(place, found):
        if fold(other) != fold(actor):
            yield Found("cast_role", start, end, {"actor": other, "st": st}, sign, season=season)
    yield from part_held(place, actor, found.end())


_NOT = regex(r"(?i)\b(?:not|no longer|unlikely|never|cannot|unable to)\b|n[’']t\b")
_ASKED = regex(r"(?i)\b(?:whether|if|should|unless)(?: or not)? $")


def _acts(place: Place, found: re.Match[str], actor: str) -> bool:
    """Say whether somebody is told to act, by the article or by the words that name him."""
    named = found["who"].lower()
    return fold(actor) in place.context.players or named in {"she", "he"} or named.startswith("the ")


def _may(place: Place, state: str, asks: str, found: re.Match[str], actor: str) -> bool:
    """Say whether a phrase tells of a cast: with the helping verb, the negation or the actor that it asks for."""
    aux, text = found["aux"].strip(), place.text
    if asks == "help" and not aux:
        return False
    if asks == "guess" and not _acts(place, found, actor):
        return False
    if asks == "no" and not _NOT.search(aux):
        return False
    named = state == "unavailable" and " " in found["who"]  # who misses a season in so many words is of its cast
    if asks == "known" and not named and not _acts(place, found, actor):
        return False
    if fold(actor) in place.context.makers and fold(actor) not in place.context.players:
        return False
    if _ASKED.search(text[: found.start("who")]) or behind_camera(text[found.end() : found.end() + 40]):
        return False
    return not (state in {"joining", "returning"} and goes_elsewhere(place, state, found.end()))
