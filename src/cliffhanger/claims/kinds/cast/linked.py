"""Actors with their characters, beside each other: "X as Y", "X (Y)", "Y, played by X", "X — Y" in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast import rules
from cliffhanger.claims.kinds.cast.names import character_in, in_the_cast, person
from cliffhanger.claims.names import FULL_NAME, NAME_ALONE, SOMEBODY, below_a_list, fold, has_honorific, is_person, trimmed
from cliffhanger.claims.patterns import Rules, fullmatch, live, regex, search
from cliffhanger.claims.seasons_said import season_of


def linked(place: Place) -> Iterator[Found]:
    """Find the actors whose characters the words beside them tell."""
    text = place.text
    season = season_of(text)
    yield from _as_parts(place, season)
    for found in rules.RECAST.finditer(text):
        actor = person(place, found["actor"], found.start("actor"))
        if actor:
            value = {"actor": actor.name, "character": found["character"], "st": "recast"}
            yield Found("cast_role", found.start("character"), actor.end, value, season=season)
    guest = rules.GUEST_PLAYS.search(text)
    if guest and place.context.is_interview | bool(place.context.guest) and place.context.guest:
        character = character_in(guest["character"])
        yield Found(
            "cast_role", guest.start("verb"), guest.end(), {"actor": place.context.guest, "character": character}, season=season
        )
    yield from _told_by(place, season)
    for found in rules.PAIR.finditer(text):
        yield from _pair(place, found, season)
    yield from _listed(place, season)


def _as_parts(place: Place, season: int | None) -> Iterator[Found]:
    text = place.text
    for found in rules.AS.finditer(text):
        actor = person(place, found["actor"], found.start("actor"))
        character = character_in(found["character"])
        if actor and character and not rules.NOT_CHARACTERS.match(found["character"]):
            state = _state_of(found["verb"])
            if not state and search(r"\b(?:again|once more)\b", text[actor.end : found.start("verb")]):
                state = {"st": "returning"}
            if search(r"(?i)\bnot\b|n[’']t\b", text[actor.end : found.start("verb")]):
                if state != {"st": "returning"}:
                    continue
                state = {"st": "leaving"}
            value = {"actor": actor.name, "character": character} | state
            yield Found(
                "cast_role", actor.start, found.start("character") + len(found["character"].rstrip()), value, season=season
            )


_TELL = Rules(
    (pattern,)
    for pattern in (
        rules.WHOSE,
        rules.POSSESSED,
        rules.WAS,
        rules.CHOSEN,
        rules.ROLE_FIRST,
        rules.GOOD_AS,
        rules.IS_GOOD_AS,
        rules.PRAISED_AS,
        rules.PLAYED_BY,
    )
)


def _told_by(place: Place, season: int | None) -> Iterator[Found]:
    text = place.text
    for (pattern,) in live(_TELL, text):
        if pattern is rules.PLAYED_BY and " by " not in text:
            continue
        for found in pattern.finditer(text):
            actor = person(place, found["actor"], found.start("actor"))
            character = character_in(
                re.sub(r"(?i)^(?:the part of |the role of |.*\b(?:part|role|shoes|boots) of )", "", found["character"])
            )
            meant = character in {"She", "He", "They", "It", "she", "he", "they", "it"}
            if meant:
                character = _part_of_last(place)  # "She is played by Maya Lin"
            if actor and (character or meant):
                start, end = min(actor.start, found.start("character")), max(actor.end, found.end("character"))
                gone = pattern is rules.PLAYED_BY and search(r"\b(?:no longer|not)\b|won[’']t", found["aux"])
                yield Found(
                    "cast_role",
                    start,
                    end,
                    {"actor": actor.name} | ({"character": character} if character else {}) | ({"st": "leaving"} if gone else {}),
                    season=season,
                    past="played" in found[0],
                )


def _part_of_last(place: Place) -> str | None:
    """Return the character named last in the sentence before, which "she is played by" is of."""
    before = place.before[-1].text if place.before else ""
    known = [one[0] for one in SOMEBODY.finditer(before) if fold(one[0]) in place.context.characters]
    capital = SOMEBODY.match(before)
    return known[-1] if known else capital[0] if capital and is_person(capital[0]) else None


def _listed(place: Place, season: int | None) -> Iterator[Found]:
    """An actor in a list of a cast, with the character or without."""
    text = place.text
    if place.sentence.block.kind in {"item", "row"}:
        listed = rules.CHARACTER_FIRST.match(text) or rules.DASHED.match(text)
        actor = person(place, listed["actor"], listed.start("actor")) if listed else None
        if listed and actor and not place.context.is_network(listed["character"]):
            part = listed["character"]
            yield Found("cast_role", 0, len(text), {"actor": actor.name, "character": character_in(part) or part}, season=season)
            return
    if place.sentence.block.kind in {"item", "row"} or below_a_list(place.before[-1].text if place.before else ""):
        alone = NAME_ALONE.match(text)
        actor = person(place, alone["name"], 0) if alone else None
        if actor:
            yield Found("cast_role", actor.start, actor.end, {"actor": actor.name}, season=season)


_DECIDED = regex(
    r" (?:gets?|has|have|had|is|was|will|would|returns?)\b[^.;]{0,40}?\b(?:renew|cancel|axed|order|picked up|season|"
    r"series|scrapped|ended|back)"
)


# "Anna Moss (guest, two episodes)", "Kit Adair (returning)": what stands in the brackets is no part
_NO_PART = regex(
    r"(?i)^(?:(?:special |a )?guest(?: star| role| appearance)?|cameo|recurring|returning|back(?: again)?|returns|staying|signed|"
    r"confirmed|joining|newcomer|new cast|new addition|debut|leaving|out|gone|departing|departed|exits?|killed off|written out|"
    r"in talks|in negotiations|circling|leads?|stars?|series regular|regular|main cast|lead role|starring|uncredited|voice)$"
)


_ON_A_DAY = regex(r"^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? \d")


def _pair(place: Place, found: re.Match[str], season: int | None) -> Iterator[Found]:
    """One of "Actor (Character)" and "Character (Actor)": a full name without a rank is the actor; in a recap, the one inside."""
    outer, cut = trimmed(found["outer"])
    inner = re.sub(r"^our ", "", found["inner"]).split(",")[0].rstrip("!").strip()
    context = place.context
    if (
        context.is_network(inner)
        or context.is_series(outer)
        or context.is_network(outer)
        or rules.PAIR_STOP.search(inner.lower())
        or _NO_PART.match(inner)
    ):
        return
    start = found.start("outer") + cut
    if _ON_A_DAY.match(place.text):
        return  # "Sun 6 – Night Ferry (Pinewave)": what is on, and where
    if _DECIDED.match(place.text[found.end() :]) and not inner.startswith("the "):
        return  # "Tin Parade (Palisade) has not been renewed": a show and its network
    if search(r"(?i)\b(?:created|written|directed|produced|penned|scripts?) (?:by|from) $", place.text[:start]):
        return
    inner_person = fullmatch(FULL_NAME, inner) and is_person(inner) and not has_honorific(inner)
    if " " not in outer and " " not in inner and context.full_name(outer) != outer and in_the_cast(place, outer):
        outer = context.full_name(outer)
    outer_person = fullmatch(FULL_NAME, outer) and person(place, outer, start) is not None
    if inner_person and (not outer_person or context.is_recap or len(outer.split()) < 2):
        yield Found("cast_role", start, found.end(), {"actor": inner, "character": character_in(outer) or outer}, season=season)
    elif outer_person:
        yield Found("cast_role", start, found.end(), {"actor": outer, "character": character_in(inner) or inner}, season=season)


def _state_of(verb: str) -> dict[str, str]:
    word = verb.lower()
    if search(r"repris|return|back|once more|\bagain\b", word):
        return {"st": "returning"}
    return {"st": "joining"} if search(r"enter|join|step|slip|over as|roped|brought|drafted|mak.*debut", word) else {}
