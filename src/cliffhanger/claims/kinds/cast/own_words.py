"""Actors on themselves: "I'm coming back", in an interview or in quoted words, and "Anna Moss denied that she is leaving"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.claim import Standing
from cliffhanger.claims.context import season_of
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast.names import named_in, names_a_thing
from cliffhanger.claims.kinds.cast.references import SHOW, THEN
from cliffhanger.claims.names import fold
from cliffhanger.claims.patterns import regex, search
from cliffhanger.claims.speakers import speaker_of

_ONESELF = regex(
    r"\bI(?:[’']m| am|[’']ll be| will be)(?P<no> not)? (?P<state>leaving|returning|coming back|back|done)\b|\bI(?:[’']ve|"
    r" have) (?P<no2>not )?(?:already )?"
    r"(?P<signed>signed) (?:on|up|for)\b|\bI (?:won[’']t|will not) be (?P<gone>back|returning)\b|"
    r"\b(?:[Ii]t[’']s|[Tt]his is|[Tt]hat was) (?P<last>my last)(?: full)? (?:one|series|season)\b"
)
# In quoted words beside other talk only what ends the clause or speaks of the show: "I'm leaving", but "I'm leaving the house".
_QUOTED = regex(
    rf"\bI(?:[’']m| am|[’']ll be| will be| shall be)(?P<no> (?:definitely |really |just )?not| no longer)? "
    rf"(?:(?:definitely|officially|also|very much|absolutely|still) )?(?:(?:so |very |really |absolutely |just )?(?:happy|"
    rf"thrilled|"
    r"delighted|excited|glad|pleased|proud|lucky|honou?red) to be )?"
    rf"(?P<state>leaving(?: {SHOW}|{THEN})|returning{THEN}|coming back{THEN}|back{THEN}|staying{THEN}|done{THEN}|"
    rf"done with {SHOW}|out{THEN}|moving on{THEN}|bowing out{THEN}|going nowhere{THEN}|going anywhere{THEN}|quitting(?: {SHOW}|"
    rf"{THEN}))|"
    rf"\bI(?:[’']ve| have)(?P<no2> not)? (?:already |just |now )?(?P<signed>signed (?:on|up|for|a (?:new )?(?:deal|"
    rf"contract))|agreed "
    rf"to (?:return|come back|do (?:another|one more))|decided to (?:return|stay|come back))|"
    rf"\bI(?:[’']ve| have) (?:already |just |now )?(?P<left>decided to (?:(?:leave|quit)(?: {SHOW}|{THEN})|move on|step "
    rf"away)|left {SHOW}|quit {SHOW}|"
    rf"filmed my (?:last|final) (?:scene|episode|day))|"
    rf"\bI(?:[’']ll| will) (?P<stays>return{THEN}|come back{THEN}|be there for {SHOW})|"
    rf"\bI (?:won[’']t|will not) (?P<gone>be (?:back|returning|coming back|in {SHOW}|part of {SHOW})|return{THEN}|come "
    rf"back{THEN})|"
    rf"\b(?:[Ii]t[’']s|[Ii]t is|[Tt]his is|[Tt]his will be|[Tt]hat was|[Tt]his was) (?P<last>my (?:very )?(?:last|final)) "
    rf"(?:full )?"
    rf"(?:one|series|season|year on {SHOW})\b"
)
_LEAVES = regex(r"leav|done|out|moving|bowing|quitting|going anywhere")


def of_oneself(place: Place) -> Iterator[Found]:
    """An actor who answers for himself: "I'm not leaving", "I have signed for a fourth series"."""
    guest = place.context.guest
    if place.speaker is not None and place.context.is_interview and place.speaker == guest:
        for found in _ONESELF.finditer(place.text):
            leaving = found["gone"] is not None or found["last"] is not None or found["state"] in {"leaving", "done"}
            yield _said(place, found, place.speaker, leaving=leaving)
        return
    if not place.sentence.quoted:
        return
    said = [found for found in _QUOTED.finditer(place.text) if place.sentence.in_quotes(found.start(), found.end())]
    speaker = _player(place) if said else None
    for found in said if speaker else ():
        state = found["state"] or ""
        leaving = bool(found["gone"] or found["last"] or found["left"] or _LEAVES.match(state))
        yield _said(place, found, speaker or "", leaving=leaving)


def _said(place: Place, found: re.Match[str], who: str, *, leaving: bool) -> Found:
    """Return what somebody says of himself: who does not return leaves, and who does not leave denies it."""
    negative = found["no"] is not None or found["no2"] is not None
    returns = negative and not leaving and found["no2"] is None
    value = {"actor": who, "st": "leaving" if leaving or returns else "returning"}
    denies = negative and not returns
    standing: Standing | None = "denied" if leaving and negative else None
    season = season_of(place.text)
    return Found("cast_role", found.start(), found.end(), value, "-" if denies else "+", standing=standing, season=season)


def _player(place: Place) -> str | None:
    """Return the member of the cast whose the quoted words of a sentence are."""
    name = speaker_of(place)
    if not name or search(rf"{re.escape(name)}[’']s ", place.text):
        return None
    context = place.context
    if " " not in name:  # "said Anna Moss" is heard as of Moss
        name = next((full for full in named_in(place, place.text) if full.endswith(f" {name}")), name)
    known = {fold(name), fold(name.rsplit(maxsplit=1)[-1])}
    acts = known & context.players and not names_a_thing(context, name)
    return name if acts and fold(name) not in context.characters else None
