"""What is told of an actor in a noun or as hearsay: "X's return", "X is rumoured to be joining", "X replaces Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.claim import Standing
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast.lists import SUBJECTS, acting, alone, members, subjects
from cliffhanger.claims.kinds.cast.names import CHARACTER, Actor, character_in, in_the_cast
from cliffhanger.claims.kinds.cast.references import part_after
from cliffhanger.claims.kinds.cast.rules import NOT_CHARACTERS
from cliffhanger.claims.kinds.cast.verbs import SHOW
from cliffhanger.claims.names import FULL_NAME, ONE_NAME, fold
from cliffhanger.claims.patterns import Pattern, Rules, live, match, only_for, regex
from cliffhanger.claims.seasons_said import season_of

_HEARSAY = (
    r"(?:rumou?red|whispered|mooted|touted|tipped|linked|alleged|hinted|gossiped|reported|thought|believed|understood|said)"
)
# "X and Y are rumoured to be leaving", "X has been linked with the part of the bishop".
_RUMOURED = regex(
    rf"{SUBJECTS} (?:(?:is|are|was|were|has|have|been|also|now|widely|strongly|heavily|being|long|still|already) ){{1,3}}"
    rf"(?P<hearsay>{_HEARSAY})"
    r"(?= (?:to|for|with|as) )"
)
_TO_DO: tuple[tuple[str, Pattern], ...] = tuple(
    (state, regex(rf" {doing}"))
    for state, doing in (
        (
            "leaving",
            (
                r"(?:to (?:be |have )?(?:leav(?:e|ing)|quit(?:ting)?|exit(?:ing)?|depart(?:ing)?|bow(?:ing)? out|step(?:ping)? "
                r"(?:down|away)|left|on (?:his|her|their) way out|out)\b|for the (?:chop|axe|exit)\b)"
            ),
        ),
        (
            "returning",
            (
                r"(?:to (?:be |have )?(?:return(?:ing)?|com(?:e|ing) back|back|repris(?:e|ing)|stay(?:ing)?|agreed to return|"
                r"signed a new)"
                r"\b|(?:for|with) an? (?:[a-z]+ )?(?:return|comeback)\b)"
            ),
        ),
        (
            "in_talks",
            (
                rf"to be (?:in (?:[a-z]+ )?(?:talks|negotiations|discussions)|circling|considering|weighing|eyeing|close to "
                rf"joining)(?: (?:for|about|to) (?:an? |the )?(?:role|part)s?(?: in {SHOW})?)?"
            ),
        ),
        (
            "guest",
            r"to (?:be )?(?:guest(?:ing)?[- ]?(?:star(?:ring)?)?|mak(?:e|ing) (?:an? )?(?:\w+ )?(?:cameo|appearance)|cameo)\b",
        ),
        (
            "joining",
            (
                rf"(?:(?:to|with) (?:{SHOW}|the spin-off)(?! to)|to (?:be |have )?(?:join(?:ing|ed)?|board(?:ing)?|"
                rf"signed (?:on|up)|been cast|cast|in the cast|"
                rf"appear(?:ing)?|star"
                rf"(?:ring)?|feature|the new|in line for|tak(?:e|ing) over)\b(?: {SHOW})?|(?=to (?:be )?(?:play|portray|"
                rf"voic)(?:ing|e)?)|"
                rf"(?=to (?:play|portray|voice) )|"
                rf"(?:to|for|with|as) (?=(?:the|an?) (?:[\w-]+ ){{0,3}}?(?:role|part|lead)\b))"
            ),
        ),
    )
)
_PLAY = regex(rf" to (?:be )?(?:play(?:ing)?|portray(?:ing)?|voic(?:e|ing)) (?P<character>{CHARACTER})")
_ROLE = regex(rf"(?:the|an?) (?:[\w-]+ ){{0,3}}?(?:role|part) of (?P<character>{CHARACTER})")
_WHOSE = (
    rf"(?P<actor>{FULL_NAME}|{ONE_NAME})[’']s? (?:(?:sudden|abrupt|shock|surprise|own|planned|recent|eventual|possible|"
    r"long-awaited) )?"
)
_SETTLED = (
    r"(?:is|was|has been|have been|comes|came|will be|follows|marks|means|had been)\b(?! (?:still )?(?:not |un|in (?:doubt|"
    r"question)|"
    r"up in|yet|being (?:dis|neg)|possible|likely|far from))"
)
# Nouns for what an actor does: "X's return has been confirmed", "confirmed X's return", "the news of X's exit".
_NOUNS: Rules[str] = Rules(
    (state, regex(pattern))
    for state, pattern in (
        ("returning", rf"{_WHOSE}(?:return|comeback)(?: to {SHOW}| for {SHOW})? {_SETTLED}"),
        (
            "returning",
            (
                rf"\b(?:confirm(?:s|ed)?|announced?|announces|welcomed?|celebrated?|secured?|reveal(?:s|ed)|news of|see(?:s)?|"
                rf"features|"
                rf"with) {_WHOSE}(?:return|comeback)\b"
            ),
        ),
        (
            "leaving",
            (
                rf"\b(?:confirm(?:s|ed)?|announced?|announces|news of|announcement of|word of|reveal(?:s|ed)|following|after|"
                rf"explains?|"
                rf"explained|reacts? to|reacted to|over|since|addressed|about) {_WHOSE}(?:exit|departure|firing|dismissal)\b"
            ),
        ),
        (
            "leaving",
            (
                rf"{_WHOSE}(?:contract|deal|option) (?:(?:was|were|has|had|is|will)(?: not|n[’']t)(?: been| be)? (?:renewed|"
                rf"picked up|"
                r"extended|exercised|taken up)|(?:has |had |was |has been )?(?:expired|lapsed|ran out|run out|terminated|"
                r"cancelled|torn up)|is up(?=[.,;]|$| and\b))"
            ),
        ),
        (
            "leaving",
            (
                rf"\b(?:(?:did|do|does|will|would)(?: not|n[’']t)|won[’']t|declined to|chose not to|decided not to|refused to) "
                rf"(?:renew|extend|"
                rf"pick up|exercise) {_WHOSE}(?:contract|deal|option)"
            ),
        ),
        (
            "leaving",
            (
                rf"{_WHOSE}character (?:(?:was|is|has been|is being|will be|gets|got) (?:written out|axed|dropped)|(?:will not|"
                rf"won[’']t) "
                r"(?:return|be (?:back|returning|seen again)))"
            ),
        ),
        (
            "leaving",
            (
                rf"\b(?:(?:[Ss]eason|[Ss]eries|run|year|episode|finale)\b[^.;?!]{{0,25}}?|[Tt]his) (?:was|is|will be|would be|"
                rf"marks|to be) "
                rf"{_WHOSE}(?:last|final)(?: one| season| series| year)?(?=[.,;]|$| (?:on|in|as|with) )"
            ),
        ),
        (
            "returning",
            rf"{_WHOSE}(?:current |new |existing )?(?:contract|deal) (?:runs|lasts|goes|keeps|covers|ties|extends)\b",
        ),
        (
            "returning",
            (
                rf"{_WHOSE}(?:contract|deal|option) (?:(?:has|still has|had) (?:another|a|one more|two|two more|three) "
                rf"(?:more )?(?:years?|"
                rf"seasons?|series) (?:left |still )?(?:to run|to go|on it)?|(?:has been|was|is|will be|gets|got) "
                rf"(?:picked up|exercised|"
                rf"extended|renewed|taken up))"
            ),
        ),
        (
            "leaving",
            (
                rf"{_WHOSE}(?:days|time|run|stint|tenure)(?: (?:on|in|with|at|as) (?!(?:the )?(?:head|chief|boss|"
                rf"president|mayor|minister|director|writer|showrunner|producer|editor))[^.,;?!]{{2,30}}?)? (?:(?:is|are|"
                rf"has|have|"
                rf"was|were) (?:now |finally |all )?(?:over|numbered|up|done|come to an end|ended|at an end|finished)|"
                rf"(?:comes?|came|draws?|drew|is coming|will come) to an? (?:end|close))"
            ),
        ),
        (
            "joining",
            (
                rf"\b(?:confirm(?:s|ed)|announce[sd]?|reveal(?:s|ed)|unveil(?:s|ed)|news of|with|following|after) {_WHOSE}"
                rf"(?:casting|addition|arrival|signing)(?= (?:to|in|as|on|for)\b|[.,;]|$)"
            ),
        ),
        (
            "leaving",
            rf"{_WHOSE}(?:firing|dismissal|last day|final day)(?: (?:on set|of (?:filming|shooting)|on {SHOW}))?\b {_SETTLED}",
        ),
        (
            "leaving",
            (
                rf"{_WHOSE}(?:last|final) (?:episodes?|scenes?|appearances?|season) (?:airs?|will air|aired|is|are|was|were|"
                rf"will be|comes|"
                rf"came|goes out)\b"
            ),
        ),
        (
            "leaving",
            rf"{_WHOSE}name (?:is|was) (?:\w+ )?(?:missing|absent|not (?:on|in|among))\b",
        ),
        (
            "undecided",
            (
                rf"{_WHOSE}(?:return|participation|involvement|future)(?: (?:to|in|on|for) {SHOW})? (?:(?:has|"
                rf"have) (?:yet|still)|is (?:yet|still)) "
                rf"to be (?:confirmed|decided|settled|announced|agreed)"
            ),
        ),
        (
            "undecided",
            (
                rf"{_WHOSE}(?:return|future|participation|involvement|status|fate)(?: (?:on|in|with|to|for) {SHOW})? (?:is|are|"
                rf"remains?|"
                rf"was) (?:still |now |as yet |currently )?(?:uncertain|unclear|undecided|unknown|unconfirmed|in doubt|in "
                rf"question|up in "
                rf"the air|unresolved|in limbo|unsettled|to be decided|not (?:yet )?(?:certain|clear|confirmed|settled|known|"
                rf"decided))"
            ),
        ),
        (
            "undecided",
            (
                rf"(?P<actor>{FULL_NAME}) (?:has|have|had)(?: not|n[’']t)(?: yet)? (?:decided|said|made up (?:his|her) mind|"
                rf"confirmed|"
                rf"revealed|committed to|signed up to)(?: on)? (?:whether|if) "
            ),
        ),
        (
            "undecided",
            (
                rf"(?P<actor>{FULL_NAME}) (?:is|was) (?:still )?(?:undecided|unsure|torn|in two minds) (?:about|whether|on|if|"
                rf"over) (?:to |"
                rf"returning|coming back|staying|(?:he|she|they) )"
            ),
        ),
    )
)
_REPLACES = regex(
    rf"(?P<actor>{FULL_NAME}),? (?:who )?(?:(?:will|is|has|have|to|been|set|be|also|was) )*(?:replac(?:es?|ed|ing)|"
    rf"succeed(?:s|ed|"
    rf"ing)?|"
    rf"(?:step(?:s|ped|ping)?|fill(?:s|ed|ing)?) in for|(?:tak(?:es?|en|ing)|took) over from) (?P<other>{FULL_NAME}) (?:as|"
    rf"in the "
    rf"(?:role|part) of) (?P<character>{CHARACTER})"
)
_TAKES_OVER = regex(
    rf"(?P<actor>{FULL_NAME}),? (?:who )?(?:(?:will|is|has|have|to|been|set|be|also|now|was) )*(?:tak(?:es?|en|ing)|took) over "
    rf"(?:(?:in )?the (?:role|part) (?:of|as)|as) (?P<character>{CHARACTER})"
)
_REPLACED_BY = regex(rf"\b(?:replaced|succeeded) by (?=(?:the |an? )?(?:[a-z-]+ ){{0,2}}{FULL_NAME})")
_FROM_A_FIRM = regex(
    r" from (?:the |its |their )?(?:[a-z]+ )?(?:network|company|studio|channel|board|council|broadcaster|streamer|firm|"
    r"government|"
    r"party)\b"
)
_OF_MAKERS = regex(
    r"(?i)\b(?:directors?|showrunners?|writers?|producers?|composers?|hosts?|presenters?|editors?|network|head|chief)\b"
)
# "Vela has tapped X to play the captain", "the drama adds X as the bishop", "in talks with X to play the captain".
_TAKEN_ON = regex(
    r"\b(?:tap(?:s|ped)|enlist(?:s|ed)|casts?|adds?|added|recruit(?:s|ed)|hire[sd]|book(?:s|ed)|land(?:s|ed)|brings? in|signs?|"
    r"signed|drafts in|ropes in|snags|brought in|welcomes?|chose|picks|picked|sets?|attache[sd]) "
    r"(?=[^.;?!]{3,90}? (?:to (?:play|portray|voice|star)|as (?=(?:the|an?|his|her|their) |[A-Z])|"
    r"(?:in|for) (?:an? |the )?(?:[\w-]+ ){0,3}?(?:roles?|parts?)|for (?:its|the|"
    r"their) (?:[a-z]+ ){0,2}?(?:season|series|run|outing|episodes|return)|"
    r"to (?:the|its|their) (?:[a-z]+ )?cast|opposite)(?!\w))"
)
# "Vela has parted ways with X", "the drama has dropped X": only of one who is told to act, for makers go so as well.
_LET_GO = regex(
    r"\b(?:dropp(?:ed|ing)|drops|fire[sd]|sack(?:s|ed)|axe[sd]|releas(?:ed|es)|let go of|part(?:s|ed) (?:ways|company) with|"
    r"cut ties "
    r"with|(?:say|says|said|saying|wave|waved) (?:goodbye|farewell) to|bids? farewell to|bade farewell to|lose|loses|lost|"
    r"losing|wr(?:ote|"
    r"ites|itten) out) (?=[A-Z])"
)
_GOES_NOWHERE = regex(
    rf"{SUBJECTS} (?:(?:is|are|was|were)(?: not|n[’']t) (?:going anywhere|about to (?:leave|quit|go)|ready to (?:leave|"
    rf"quit)|quitting)|"
    r"(?:is|are) going nowhere|(?:has|have) no (?:plans|intention|wish|desire) (?:to (?:leave|quit|exit)|of (?:leaving|"
    r"quitting)))"
)
_TALKS_WITH = regex(
    r"\b(?:in|holding|having) (?:[a-z]+ )?(?:talks|negotiations|discussions) with (?=[A-Z])|"
    r"\b(?:talking|speaking|spoken|spoke|talked) (?:to|with) (?=[A-Z][^.,;?!]{2,40}? about (?:playing|joining|"
    r"returning|coming back|"
    r"(?:an?|the|her|his) (?:[a-z]+ )?(?:role|part|return)\b))"
)


def told_of(place: Place) -> Iterator[Found]:
    """Find what is told of actors as hearsay, in nouns, or by whoever takes them on or lets one replace another."""
    text = place.text
    season = season_of(text)
    yield from _rumoured(place, season)
    for state, pattern in live(_NOUNS, text):
        for found in pattern.finditer(text):
            actor = _known(place, found)
            if actor and not _FROM_A_FIRM.match(text, found.end()) and not _FROM_A_FIRM.search(found[0]):
                value = {"actor": actor.name, "st": state} | part_after(text, found.end())
                yield Found("cast_role", found.start(), found.end(), value, season=season)
    for pattern in (_REPLACES, _TAKES_OVER):
        for found in pattern.finditer(text):
            actor, role = acting(place, found["actor"], found.start("actor")), _role(found["character"])
            if actor and role:
                value = {"actor": actor.name, "character": role, "st": "joining"}
                yield Found("cast_role", actor.start, found.end(), value, season=season)
    for found in _GOES_NOWHERE.finditer(text):
        for actor in subjects(place, found):
            end = found.end() if alone(found) else actor.end
            yield Found("cast_role", actor.start, end, {"actor": actor.name, "st": "leaving"}, "-", season=season)
    yield from _by_others(place, season)


def _known(place: Place, found: re.Match[str]) -> Actor | None:
    """Return the actor in a match: whoever a full name names, by a surname only somebody who is told to act."""
    if " " in found["actor"]:
        return acting(place, found["actor"], found.start("actor"))
    name = in_the_cast(place, found["actor"])
    return Actor(name, *found.span("actor")) if name and fold(name) in place.context.players else None


@only_for(_LET_GO, _TAKEN_ON, _REPLACED_BY, _TALKS_WITH)
def _by_others(place: Place, season: int | None) -> Iterator[Found]:
    """Find whom a network or a show takes on, lets go or talks to."""
    text = place.text
    for state, pattern in (("leaving", _LET_GO), ("joining", _TAKEN_ON), ("recast", _REPLACED_BY), ("in_talks", _TALKS_WITH)):
        for found in pattern.finditer(text):
            if state == "recast" and _OF_MAKERS.search(text[: found.start()]):
                continue
            for actor in members(place, found.end()):
                if state == "leaving" and (
                    fold(actor.name) not in place.context.players or text[actor.end : actor.end + 4] == " to "
                ):
                    continue
                value = {"actor": actor.name, "st": state} | (part_after(text, actor.end) if state == "in_talks" else {})
                yield Found("cast_role", actor.start, actor.end, value, season=season)


_SOMETHING = regex(r" (?:the|an?|his|her|its|their|office|politics|town|school)\b")
_A_SHOW = regex(rf" (?:{SHOW}|(?:the )?[“‘\"]|the (?:role|part|title))")


def _rumoured(place: Place, season: int | None) -> Iterator[Found]:
    text = place.text
    for found in _RUMOURED.finditer(text):
        for state, pattern in _TO_DO:
            does = pattern.match(text, found.end())
            if does is None:
                continue
            if _SOMETHING.match(text, does.end()) and not _A_SHOW.match(text, does.end()):
                break  # "to be leaving the party"
            part = _part(text, does.end()) if alone(found) and state != "leaving" else {}
            sure: Standing | None = None if found["hearsay"] in {"reported", "tipped"} else "rumour"
            for actor in subjects(place, found):
                value = {"actor": actor.name, "st": state} | part
                end = does.end() if alone(found) else actor.end
                yield Found("cast_role", actor.start, end, value, standing=sure, season=season)
            break


def _part(text: str, at: int) -> dict[str, str]:
    found = _PLAY.match(text, at - 1) or _ROLE.match(text, at) or _PLAY.match(text, at)
    role = _role(found["character"]) if found else None
    return {"character": role} if role else part_after(text, at)


def _role(words: str) -> str | None:
    return None if NOT_CHARACTERS.match(words) or match(r"(?i)the (?:role|part)s?$", words) else character_in(words)
