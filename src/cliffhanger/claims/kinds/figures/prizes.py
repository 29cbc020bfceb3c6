"""Prizes without a name of their own: the top prize of a festival, an audience award, a snub, "programme of the year"."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.names import LOWER, UPPER
from cliffhanger.claims.numbers import NUMBER, number
from cliffhanger.claims.patterns import regex, search

_EVENT = rf"(?:[{UPPER}][\w’'-]+(?:(?: (?:of the|of|de|du|des|d[’']))? [{UPPER}][\w’'-]+){{0,4}})"
_WIN = (
    r"(?:won|wins|winning|(?:pick(?:ed|s|ing)|mopp?(?:ed|ing)) up|t(?:ook|akes|aking)(?: home)?|collect(?:ed|s|ing)|claimed|"
    r"earn(?:ed|s)|"
    r"landed|scooped|bagged|receiv(?:ed|es)|(?:was|were|been) (?:awarded|given|presented with)|secured|walked (?:off|"
    r"away) with|shared|captured)"
)
_TOP = (
    r"(?:(?:top|main|grand|first|jury|audience|critics[’']?|special jury|best series|best drama|best screenplay|fan|"
    r"people[’']s choice|public|newcomer|"
    r"highest) (?:prize|award|honou?r)|Grand Prix|Grand Prize|grand jury prize|special mention|audience vote)"
)
# "Took home the top prize at Series Mania", "the audience award at Canneseries".
_AT_FESTIVAL = regex(
    rf"\b{_WIN} (?:the |its |both the |a )?(?P<what>{_TOP})(?: (?:at|from|of|in) (?:the |this year[’']s |"
    rf"last year[’']s )?(?:\d{{4}} )?(?P<event>(?:{_EVENT}|(?:\w+ )?festival)))?"
)
_WENT_TO = regex(rf"\b(?:[Tt]he )(?P<what>{_TOP}) (?:at|from) (?:the )?(?P<event>{_EVENT}) (?:went to|was (?:won|taken) by)")
# "Was named programme of the year": a title that is given, with or without the giver.
_TITLE = regex(
    rf"\b(?:named|voted|crowned|judged|declared) (?:the )?(?P<what>(?:(?:best|outstanding) (?:actor|actress|newcomer|drama|"
    rf"comedy|series|show|director|writer|limited series|"
    rf"supporting actor|supporting actress|screenplay)|(?:\w+ )?(?:programme|program|show|drama|comedy|series|writer|director|"
    rf"actor|actress|performance) of the year))\b"
    rf"(?: (?:at|by) (?:the )?(?P<event>{_EVENT}))?"
)
_PRIZE_NAME = (
    rf"(?:(?:[{UPPER}][{UPPER}{LOWER}’'-]+ ){{0,3}}?(?:Emmys?|Baftas?|BAFTAs?|Globes?|Oscars?|Awards?|Goyas?|C[ée]sars?|"
    rf"Peabodys?|Prizes?|Grimme|Rose d[’']Or|Emmy Awards))"
)
_SNUBBED = regex(
    rf"\b(?P<what>(?:(?:was|were|been|being|got) )?(?:(?:snubbed|overlooked|shut out|ignored|passed over|"
    rf"left out)(?: entirely| completely| again)? (?:at|by|of|from|in|for) (?:the |this year[’']s |last year[’']s )?"
    rf"(?P<event>{_PRIZE_NAME})(?: (?P<nom>nominations?|shortlist))?)|(?:fail(?:ed|s)|failing) to (?:win|land|pick up|secure|"
    rf"earn|score|take) (?:a single |any |an? |one )(?P<missed>{_PRIZE_NAME})(?: (?P<nod>nominations?|nods?))?)"
)
_HONOURED = regex(
    rf"\b(?:was|were|been) (?:honou?red|recogni[sz]ed|feted|rewarded) (?:at|by|with) (?:the |"
    rf"an? )?(?P<event>{_PRIZE_NAME})"
)
_SEVERAL = regex(
    r"\b(?:won|has won|have won|scooped|picked up|collected|garnered) (?P<what>(?:several|multiple|numerous|many|a (?:string|"
    r"raft|host|slew|clutch|handful) of|countless) (?:major |international |industry |top )?"
    r"(?:awards?|prizes|honou?rs|trophies))\b(?! (?:at|from) [A-Z])"
)
# The event first: "At the Gala of the Audiovisual, the drama won the prize for image".
_EVENT_FIRST = regex(
    rf"\bAt (?:the |this year[’']s |last year[’']s |an? )?(?:\d{{4}} )?(?P<event>{_EVENT})(?: (?:in|from|last|this|on) "
    rf"[^,;?!]{{2,20}}?)?"
    rf",? (?:[“\"‘]?[\w’' ]{{2,40}}?[”\"’]? )(?:has |have |had |also )?(?P<how>{_WIN}|(?:is|was|were) (?:also )?nominated for)"
    rf" (?:the |an? )?(?P<what>(?:best|outstanding)(?: [\w’-]+){{1,4}}?|(?:[a-z]+ )?(?:prize|award)(?: for (?:best )?[\w "
    rf"]{{3,25}}?)?)"
    rf"(?=[.,;]|$| (?:and|but|for (?:her|his|its))\b)"
)
_BEAT = regex(
    rf"\b(?:beat|beats|beating|pipped|saw off|edged out) [^.;?!]{{2,50}}? (?:to|for) (?:win )?(?:the |an? )?(?P<what>(?:best|"
    rf"outstanding)"
    rf"(?: [\w’-]+){{1,4}}?|top|main)(?: (?:prize|award|honou?r|trophy))? (?:at|from) (?:the |this year[’']s "
    rf")?(?P<event>{_EVENT})"
)
_LED = regex(
    rf"\b(?:led|leads|leading|topped|tops|topping) (?:the |this year[’']s |last year[’']s )(?:(?P<event>{_EVENT}) "
    rf")?nominations?(?: list)?"
    rf"(?:,)? with (?P<n>{NUMBER})\b"
)
_LEFT_WITH = regex(
    rf"\b(?:went|gone|left|came|walked|walks|returned|goes)(?: (?:home|away|off))?(?: [^.;,?!]{{2,20}}?)? with (?P<n>{NUMBER}) "
    rf"(?P<what>prizes|awards|trophies|statuettes|gongs)\b(?: (?:from|at) (?:the )?(?P<event>{_EVENT}))?"
)


def prizes(place: Place, done: list[tuple[int, int]]) -> Iterator[Found]:
    """Find what prizes a sentence tells of that have no name of their own; not within the places ``done``."""
    if search(_OF_OTHERS, place.text):
        return
    for found in (*_AT_FESTIVAL.finditer(place.text), *_WENT_TO.finditer(place.text), *_TITLE.finditer(place.text)):
        event, what = found["event"], found["what"]
        if _free(found.span(), done) and (event or found.re is _TITLE.made or search(_OF_A_SHOW, place.text)):
            key = "category" if found.re is _TITLE.made or event else "award"
            award = {"award": event} if event and event[0].isupper() else {}
            yield Found("award", *found.span(), award | {key: what, "result": "won"}, past=True)
    for found in _EVENT_FIRST.finditer(place.text):
        if _free(found.span(), done):
            category = search(r"(?i)^(?:[a-z]+ )?(?:prize|award) for (?P<of>.+)$", found["what"])
            result = "nominated" if "nominated" in found["how"] else "won"
            value = {"award": found["event"], "category": category["of"] if category else found["what"], "result": result}
            yield Found("award", *found.span(), value, past=True)
    for found in _BEAT.finditer(place.text):
        if _free(found.span(), done):
            value = {"award": found["event"], "category": found["what"], "result": "won"}
            yield Found("award", *found.span(), value, past=True)
    for found in _LED.finditer(place.text):
        if _free(found.span(), done):
            award = {"award": found["event"]} if found["event"] else {}
            yield Found("award", *found.span(), award | {"result": "nominated", "n": number(found["n"])}, past=True)
    for found in _LEFT_WITH.finditer(place.text):
        if _free(found.span(), done):
            award = {"award": found["event"]} if found["event"] else {}
            yield Found("award", *found.span(), award | {"result": "won", "n": number(found["n"])}, past=True)
    for found in _SNUBBED.finditer(place.text):
        if _free(found.span(), done):
            result = "nominated" if found["nom"] or found["nod"] else "won"
            yield Found("award", *found.span(), {"award": found["event"] or found["missed"], "result": result}, "-", past=True)
    for found in _HONOURED.finditer(place.text):
        if _free(found.span(), done):
            yield Found("award", *found.span(), {"award": found["event"], "result": "won"}, past=True)
    for found in _LOST_TO.finditer(place.text):
        if _free(found.span(), done):
            yield Found("award", *found.span(), {"award": found["what"], "result": "won"}, "-", past=True)
    for found in _IN_CATEGORIES.finditer(place.text):
        n = number(found["n"])
        if n is not None and _free(found.span(), done):
            award = {"award": found["event"]} if found["event"] else {}
            yield Found("award", *found.span(), award | {"result": "nominated", "n": n}, past=True)
    for found in _SEVERAL.finditer(place.text):
        if _free(found.span(), done):
            yield Found("award", *found.span(), {"result": "won"}, past=True)


def _free(span: tuple[int, int], done: list[tuple[int, int]]) -> bool:
    if any(span[0] < end and start < span[1] for start, end in done):
        return False
    done.append(span)
    return True


_LOST_TO = regex(
    rf"\b(?:lost|loses|losing) (?:out on )?(?:the |its |an? )?(?P<what>(?:[\w’'-]+ ){{1,3}}?(?:prize|award|Emmy|"
    rf"Bafta|Oscar|Globe)) to (?=[{UPPER}“\"])"
)
_IN_CATEGORIES = regex(
    rf"\b(?:nominated|shortlisted|short-listed|nominations) in (?P<n>{NUMBER}) categories\b(?: (?:at|for|of) (?:the |"
    rf"this year[’']s )?(?P<event>{_PRIZE_NAME}))?"
)
_OF_A_SHOW = r"(?i)\b(?:series|show|drama|comedy|season|programme|episode|festival|pilot|miniseries)\b"
_OF_OTHERS = (
    r"(?i)\b(?:football|cricket|rugby|marathon|lottery|raffle|bake|baking|cattle|flower show|school|science fair|"
    r"dance contest|quiz|novel|book|album|film(?!s? (?:and|festival|awards?)\b)|movie|"
    r"restaurant|player of the year|employee)\b"
)
