"""Actors on themselves: "I'm coming back", in an interview or in quoted words, and "Anna Moss denied that she is leaving"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.claim import Polarity, Standing
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast.names import named_in, names_a_thing
from cliffhanger.claims.kinds.cast.verbs import SHOW, THEN
from cliffhanger.claims.names import fold
from cliffhanger.claims.patterns import Rules, live, regex, search
from cliffhanger.claims.seasons_said import season_of
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

_I_AM = (
    r"\bI(?:[’']m| am|[’']ll be| will be|[’']d be)(?: (?:very much|definitely|absolutely|so|still|all|just|officially|also|"
    r"only))?"
)
_I_HAVE = r"\bI(?:[’']ve| have)?(?: (?:already|just|now|officially|actually|only))?"
_IT = r"\b(?:[Tt]hat|[Ii]t|[Tt]his|[Tt]oday|[Yy]esterday)(?:[’']s| is| was| will be)"
# In set phrases, by what they make of whoever says them.
_PHRASES: Rules[str] = Rules(
    (state, regex(pattern))
    for state, pattern in (
        (
            "leaving",
            (
                rf"{_I_AM} (?:not|never) (?:going back|coming back|doing (?:another|season|series|any more)|signing "
                rf"(?:on|up|again|"
                rf"another)|part of {SHOW}|in (?:it|{SHOW}))|\bI (?:won[’']t|will not) be (?:there (?:for|next|in)|doing "
                rf"(?:another|"
                rf"season|series|any more)|reporting|signing)|{_IT} my (?:very )?(?:last|final) (?:day|scene|episode|shoot|shot|"
                rf"appearance|week|year)\b|{_I_AM} hanging up my\b|{_I_HAVE} hung up (?:my|the|her|his|"
                rf"[A-Z]\w+[’']s)\b|{_I_HAVE} (?:shot|filmed|"
                rf"wrapped|recorded|"
                rf"done) my (?:very )?(?:last|final) (?:scenes?|episodes?|days?|shots?|lines?)"
            ),
        ),
        (
            "leaving",
            (
                rf"{_I_HAVE} asked (?:to (?:leave|go|be (?:written out|released|killed off|let go))|them to (?:kill|"
                rf"write) me (?:off|"
                rf"out))|\b(?:[Tt]hey|[Vv]ela)(?:[’']ve| have)? (?:just )?(?:killed me off|wrote me out|written me out|"
                rf"let me go|fired me|"
                r"axed me|dropped me|(?:didn[’']t|haven[’']t|did not|never) (?:ask(?:ed)?|invite[d]?) me back)|\bI "
                r"(?:wasn[’']t|was not|"
                r"haven[’']t been|have not been) (?:asked|invited) back|\b(?:[Ii]t[’']s|[Ii]t was|[Ii]t is|[Nn]ow is) "
                r"(?:the (?:right )?)?time (?:for me )?to (?:go|leave|move on|say "
                rf"goodbye|hang up)\b|\bI quit{THEN}|\bI turned (?:it|them|that|the offer) down\b|seen the last of me\b|"
                r"\b[Oo]ne more (?:season|series|year|one)?,? ?and (?:then )?I[’']m (?:off|done|out|gone)\b|\bI[’']ll "
                r"do (?:one more|another) "
                r"(?:[a-z]+ )?and (?:then )?(?:go|leave|stop|that[’']s it)\b|"
                rf"\b[Cc]ount me out\b|\b[Mm]y (?:time|story|run|days|chapter|journey) (?:on {SHOW}|as [A-Z]\w+|there|here|with "
                rf"{SHOW}|with them)(?:[’']s| is| are| has| have)? (?:over|up|done|come to an end|ends|ended|finished|"
                rf"numbered)\b|"
                rf"{_I_HAVE} said (?:my )?goodbyes?\b(?: to)?"
            ),
        ),
        (
            "returning",
            (
                rf"{_I_AM} (?:in(?=[.,!”\"]|$)|on board\b|contracted (?:for|until|through|to)|signed (?:up |on )?(?:for|"
                rf"through|until|"
                rf"on)|under contract\b|staying put|sticking around|here to stay|not (?:done|finished) (?:yet|with))|"
                rf"\bI(?:[’']ll| will|"
                rf" shall) be there (?:from|for|in|when|till|until)|\b[Cc]ount me in\b|(?:[Tt]hey|[Vv]ela)(?:[’']ve| have)? "
                rf"(?:asked|invited) me (?:back|to (?:come back|return|stay))\b|{_I_HAVE} (?:got )?(?:another|one more|"
                rf"two more|three "
                rf"more) (?:years?|seasons?|series) (?:left )?(?:on|in|of) (?:my|me)\b|n[’']t seen the last of (?:me|"
                rf"[A-Z]\w+)|\bI said "
                rf"yes(?: to (?:another|more|season|series|coming|a)|[.,!])|\bI (?:can[’']t|cannot|could not) wait to "
                rf"(?:get back|be "
                rf"back|come back|return){THEN}|\bI(?:[’']ll| will) (?:play|be) (?:her|him|[A-Z]\w+) (?:again|for (?:as "
                rf"long|another|two|"
                rf"three))"
            ),
        ),
        (
            "wish",
            (
                rf"\bI(?:[’']d| would) (?:absolutely |really |definitely |always )?(?:happily |gladly |(?:be (?:happy|glad|"
                rf"delighted|thrilled|up) |love |like )to )(?:come back|return{THEN}|do (?:more|another|it again)|play (?:her|"
                rf"him) again|go again|"
                rf"be back)\b|\bI hope (?:to (?:return{THEN}|come back|be back)|I(?:[’']ll| will) be back)|\bI(?:[’']d| "
                rf"would) love to be "
                r"(?:asked|invited) back\b"
            ),
        ),
        (
            "stays",
            (
                r"\bI(?:[’']m| am) never leaving\b|\bI(?:[’']ve| have)(?: got)? no (?:plans|intention|desire|wish) "
                r"(?:to (?:leave|go|quit)|of "
                rf"(?:leaving|going|quitting))|\b(?:getting|get) rid of me\b|\bI (?:did not|didn[’']t|never|have not|haven[’']t) "
                rf"(?:quit|leave|left|asked? to (?:leave|go))(?: {SHOW}|{THEN})"
            ),
        ),
        ("returning", rf"{_I_HAVE} signed (?:my|a|the|another|on the dotted|for (?:another|season|two|three|more))\b"),
        (
            "leaving",
            (
                rf"{_I_AM} (?:gutted|sad|sorry|heartbroken|devastated|sorry to say I[’']m|ready|heading) (?:to be "
                rf")?(?:leaving|going{THEN}|"
                r"moving on)\b|\b[Mm]y (?:contract|deal|option) (?:is up|has (?:run out|expired|ended|lapsed)|ran out|"
                r"was not renewed|"
                r"wasn[’']t renewed)"
            ),
        ),
        (
            "undecided",
            (
                r"\bI (?:haven[’']t|have not)(?: yet)? (?:decided|made up my mind|made a decision)|\bI (?:don[’']t|do "
                r"not) know (?:if|"
                r"whether) I(?:[’']m| am|[’']ll| will)(?: be)? (?:back|coming back|returning|return|leaving|staying|in it)"
            ),
        ),
        (
            "joining",
            (
                rf"{_I_AM} (?:[a-z]+ to (?:be )?)?join(?:ing)? (?:{SHOW}|the (?:family|gang|team|world of)\b|"
                rf"(?=[“‘\"]?[A-Z]))|{_I_HAVE} (?:joined|been cast in) {SHOW}|\bI (?:got|"
                rf"landed) the (?:part|role)\b"
            ),
        ),
    )
)


def of_oneself(place: Place) -> Iterator[Found]:
    """An actor who answers for himself: "I'm not leaving", "I have signed for a fourth series"."""
    guest = place.context.guest
    if place.speaker is not None and place.context.is_interview and place.speaker == guest:
        for found in _ONESELF.finditer(place.text):
            leaving = found["gone"] is not None or found["last"] is not None or found["state"] in {"leaving", "done"}
            yield _said(place, found, place.speaker, leaving=leaving)
        if {fold(guest), fold(guest.split()[-1])} & place.context.players:
            yield from _phrases(place, guest, [])
        return
    if not place.sentence.quoted:
        return
    said = [found for found in _QUOTED.finditer(place.text) if place.sentence.in_quotes(found.start(), found.end())]
    phrased = [(state, found) for state, pattern in live(_PHRASES, place.text) for found in pattern.finditer(place.text)]
    speaker = _player(place, new=any(state == "joining" for state, _ in phrased)) if said or phrased else None
    if speaker:
        yield from _phrases(place, speaker, [found.span() for found in said])
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


def _phrases(place: Place, who: str, told: list[tuple[int, int]]) -> Iterator[Found]:
    """Find what somebody says of himself in set phrases; ``told`` are the places where the shorter words are."""
    done, states = list(told), set()
    for state, pattern in live(_PHRASES, place.text):
        for found in pattern.finditer(place.text):
            start, end = found.span()
            quoted = place.speaker is not None or place.sentence.in_quotes(start, end)
            if not quoted or state in states or any(start < b and a < end for a, b in done):
                continue
            done.append((start, end))
            states.add(state)
            st = {"wish": "returning", "stays": "leaving"}.get(state, state)
            sure: Standing | None = {"wish": "speculation", "stays": "denied"}.get(state)  # type: ignore[assignment]
            sign: Polarity = "-" if state == "stays" else "+"
            value = {"actor": who, "st": st}
            yield Found("cast_role", start, end, value, sign, standing=sure, season=season_of(place.text))


def _player(place: Place, *, new: bool = False) -> str | None:
    """Return the member of the cast whose the quoted words of a sentence are; a ``new`` one may act in nothing yet."""
    name = speaker_of(place)
    if not name or search(rf"{re.escape(name)}[’']s ", place.text):
        return None
    context = place.context
    if " " not in name:  # "said Anna Moss" is heard as of Moss
        name = next((full for full in named_in(place, place.text) if full.endswith(f" {name}")), name)
    known = {fold(name), fold(name.rsplit(maxsplit=1)[-1])}
    acts = (known & context.players or (new and not known & context.makers)) and not names_a_thing(context, name)
    return name if acts and fold(name) not in context.characters else None
