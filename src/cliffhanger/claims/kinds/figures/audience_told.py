"""Audiences in few words: "2.4 million same-day", "1.1 million once you add catch-up", "its record, 8 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.viewed import PERCENT, compared, on_audience, overlaps, seen
from cliffhanger.claims.numbers import NUMBER, ORDINAL, number, ordinal
from cliffhanger.claims.patterns import Rules, live, only_for, regex, search

_BIG = (
    r"(?:\d{1,3}(?:[.,]\d{3})+|\d{1,3}(?:[.,]\d{1,3})?(?: ?(?:million|mln|mn|lakh|crore)\b|m\b)|\d{2,3} ?(?:thousand\b|k\b)|"
    r"(?:(?:a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half a)[ -])(?:and a half |hundred )?million\b)"
)
_SOME = (
    r"(?:(?:about|around|more than|over|just|under|nearly|almost|only|some|roughly|close to|fewer than|less than|well|barely|"
    r"an average of|another|the|a|an|mere|healthy|measly|solid|modest|paltry|respectable|decent|whopping|steady) ){0,3}"
)
_LATER = (
    r"(?:(?:in |on |in the |on the )?(?:same[- ]day|overnights?\b|live[- ]?\+ ?(?:same[- ]day|\d)|live-plus-\w+|L\+\d|C\d\b|"
    r"delayed viewing|catch-?up|DVR|linear\b|on-demand|time-?shift\w*)|"
    r"(?:once|when|if|after)(?: you| we| they)? (?:add(?:ing)?|count(?:ing)?|includ(?:e|ing)|factor(?:ing)?)[^.;?!,]{0,30}?"
    r"(?:catch-?up|recording|streaming|on[- ]demand|repeat|\w+ days|week|delayed|replay|app|DVR|online)|"
    r"(?:with|including|counting|plus|without) (?:[a-z-]+ ){0,3}?(?:catch-?up|recordings|repeats|delayed viewing|on-demand|DVR|"
    r"streaming|time-?shift\w*|replays)|(?:across|over) (?:all platforms|seven days|three days|28 days|the (?:first )?week))"
)
# What a number is by the words around it, whatever verb there is.
_SURE = Rules(
    (pattern,)
    for pattern in (
        regex(rf"(?i)\b(?:{_SOME})(?P<n>{_BIG}),? (?:viewers |people |of them )?{_LATER}"),
        regex(
            rf"(?i)\b(?P<n>{_BIG}) (?:people |viewers |households |homes |adults |fans |others |[a-z]{{3,9}}(?:ans|ons|edes|"
            rf"anes|inns|ese|ish) |"
            rf"of us |of you |of them )?(?:(?:were |are |"
            rf"was |had |have |has |still |also |then |now |already |ever |who ){{0,3}})(?:watching|"
            rf"tuning in|s[ai]t down (?:to|for|with)|stuck (?:around|with it)|stayed (?:to|until|till|for|through) the (?:end|"
            rf"finale|"
            rf"last|credits|whole)|switched on|made it to the (?:end|finale|last)|came back for|showed up for|turned up for|"
            rf"gave it a "
            rf"(?:try|go|chance)|(?:seen|watched|caught|sampled|tried|streamed) (?:it|some|all|part|at least|one|an?|the "
            rf"(?:show|series|"
            rf"first|opener|premiere|finale|whole|new|season|drama))|finished (?:it|the (?:season|series)))\b"
        ),
        regex(
            rf"(?i)\bfrom {_SOME}{_BIG} (?:viewers|people|fans)(?: [a-z]+)?,? to {_SOME}(?P<n>{_BIG})(?! ?(?:dollars|pounds|"
            rf"euros))"
        ),
        regex(
            rf"^[“\"]?(?:About |Around |Just over |Nearly )?(?P<n>{_BIG}) \(\d\d?(?:[.,]\d)?{PERCENT}[^()]{{0,20}}\)(?= for| "
            rf"on|$)"
        ),
    )
)
# The same where the sentence, or one right before it, speaks of an audience.
_NEAR = Rules(
    (pattern,)
    for pattern in (
        regex(
            rf"(?i)\b(?P<n>{_BIG}) for (?:the |its )?(?:(?:season |series )?(?:premiere|finale|opener|launch|debut|closer|"
            rf"pilot|repeat)\b|"
            rf"(?:episode|part|week|season|series|hour) (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)|(?:first|"
            rf"second|third|"
            rf"fourth|fifth|last|final|opening|closing)(?: \w+)? (?:episode|part|hour|week|night|instal?lment))"
        ),
        regex(
            rf"(?i)\brepeats?\b[^.;?!\d]{{0,30}}? (?:added|adds|brought in|drew|pulled in|got|had) "
            rf"{_SOME}(?P<n>{_BIG})(?=[.,;]|$| )"
        ),
        regex(
            rf"(?i)\bthe (?:figure|number|total|audience|tally) (?:had |has )?(?:swollen|ballooned|built|crept up|shot up|"
            rf"shrunk|dwindled) "
            rf"to {_SOME}(?P<n>{_BIG})"
        ),
        regex(
            rf"(?i)\b(?:its|their|the (?:show|series|drama|comedy|season)[’']s|whose)(?: \w+)? (?:record|best|peak|high|low|"
            rf"audience|"
            rf"figure|night|launch|opening|debut|average|showing|result)[,—–]? ?(?:of |at )?{_SOME}(?P<n>{_BIG})(?=[,.;—–)]|$)"
        ),
        regex(
            rf"^[“\"]?(?i:it|that|the (?:correct |right |actual |real )?(?:figure|number|audience)) (?:should (?:have been|be|"
            rf"have "
            rf"read)|was actually|was in fact|is actually|is|was) {_SOME}(?P<n>{_BIG})(?=[.,;]|$)"
        ),
        regex(
            rf"(?i)\b(?:doing|does|getting|gets|pulls|draws|drawing) {_SOME}(?P<n>{_BIG}) (?:a|per|each|every) (?:week|night|"
            rf"episode)\b"
        ),
    )
)
_DOING = regex(rf"(?i)\b(?:doing|does|did|getting) {_SOME}(?P<n>{_BIG}) (?:a|per|each) (?:week|night|episode)\b")
_LABELLED = regex(
    rf"^[“\"]?(?P<what>[A-Z][^:.?!$£€]{{2,50}}?)[”\"]?: {_SOME}(?P<n>{_BIG})(?=[,;.]| \(| viewers| (?:up|down|level|flat|"
    rf"same-day|on|in)\b|$)"
)
_RATED = (
    r"(?i)\b(?:demo|share|level with|overnights?|same-day|last (?:week|time)|week|viewers?|ratings?|episode|premiere|finale|"
    r"live\+|"
    r"audience|18-49|percent|%)"
)
_UNLIKE = (
    r"(?i)[$£€₹¥]|\b(?:petition|signatures?|signed|copies|sold|budget|costs?|paid|fee|spent|followers|subscribers|votes?|"
    r"inhabitants|population|trailer|teaser|downloads|box office|gross\w*|tweets?|posts?|likes|raised|donat\w+|match|race|"
    r"concert|parade|factory|park|museum)\b"
)
# Points of a rating, as they are told in Brazil, Mexico or Turkey.
_POINTS = regex(
    rf"(?i)\b(?:(?:average|peak|high|low|rating|audience|mean) of|averag(?:ed|es|ing)|scored|drew|pulled|register(?:ed|s)|"
    rf"marked|peaked"
    rf" at|posted|closed with|debuted with|with) {_SOME}(?P<n>\d{{1,2}}(?:[.,]\d{{1,2}})?) (?:rating )?points\b(?! (?:up|down|"
    rf"higher|"
    r"lower|above|below|ahead|behind|per game|a game|more|less))"
)
_MEASURED = (
    r"(?i)\b(?:rating|audience|share|institute|ibope|viewers|slot|viewership|overnight|household|greater|metropolitan|peak)"
)


_OF_AUDIENCE = regex(
    r"(?i)\b(?:viewers?|viewership|overnights?|ratings?|audiences?|consolidated|most-watched|watched by|people "
    r"watched|share of the "
    r"audience|audience share|catch-up|time ?slot|live-plus|viewing figures?|averag(?:ed|es|ing)|watched|tuned in|"
    r"on the night|views|"
    r"streamed|drew|most-streamed|(?:million|billion) (?:hours|minutes)|in the ratings|share)\b"
)


@lru_cache(maxsize=8)
def _speaks_of_audiences(text: str) -> bool:
    """Say whether an article speaks of viewing at all."""
    return _OF_AUDIENCE.search(text) is not None


@only_for(*(pattern for (pattern,) in (*_SURE, *_NEAR)), _DOING, _LABELLED, _POINTS)
def told_of_audiences(place: Place, used: list[tuple[int, int]]) -> Iterator[Found]:
    """Find figures that the other rules leave; numbers in ``used`` were read as something else and those read here are added."""
    text = place.text
    for found in _POINTS.finditer(text) if search(_MEASURED, text) else ():
        value = number(found["n"])
        if value is not None and not overlaps(found.span("n"), used):
            used.append(found.span("n"))
            yield seen(place, found.start(), found.end(), {"metric": "rating_percent", "n": value})
    if search(_UNLIKE, text) or (place.before and search(r"(?i)\b(?:trailer|teaser|petition|budget)\b", place.before[-1].text)):
        return
    near = (
        on_audience(place, 2)
        or search(r"(?i)^(?:the )?(?:numbers|figures|ratings|overnights)(?: so far| for [^:]{2,30})?:", text) is not None
    )
    every = [found for (pattern,) in live(_SURE, text) for found in pattern.finditer(text)]
    about = near or (_speaks_of_audiences(place.context.article.text) and _SINCE.search(text) is not None) or _put_right(place)
    every += [found for (pattern,) in live(_NEAR, text) for found in pattern.finditer(text)] if about else []
    every += _DOING.finditer(text) if near or search(r"(?i)\b(?:season|show|series|episode|linear|streaming)\b", text) else ()
    every += _LABELLED.finditer(text) if near or search(_RATED, text) else ()
    for found in every:
        value = number(found["n"])
        if value is None or value < 20_000 or overlaps(found.span("n"), used):
            continue
        used.append(found.span("n"))
        start = found.start() if found.start("n") - found.start() < _QUOTED else found.start("n")
        yield seen(place, start, found.end(), {"metric": "viewers", "n": value} | compared(text[: found.start("n")]))


_SINCE = regex(
    r"\b(?:record|best|peak|high|low)\b[^.;?!]{0,40}? (?:dates? (?:from|back)|came in|was set|is from|goes back|"
    r"stands)\b"
)


def _put_right(place: Place) -> bool:
    """Say whether a number corrects the one that the sentence before gave."""
    given = place.before[-1].text if place.before else ""
    return "should have" in place.text and search(rf"(?i)\b{_BIG}", given) is not None and search(_UNLIKE, given) is None


_QUOTED = 45  # characters before a number that are still quoted with it
_OWNER = (
    r"(?:(?:[Tt]he |[Aa] )?(?:platform|streamer|network|channel|broadcaster|service|studio|week|month|night|day|year|weekend|"
    r"season|"
    r"evening)[’']s|[A-Z][\w+’&-]*(?: [A-Z0-9][\w+’-]*){0,2}[’']s?|[Ii]ts|[Tt]heir|[Oo]ur)"
)
_BIG_WORD = r"(?:biggest|largest|strongest|top|best|smallest|weakest|worst|lowest|highest)"
_AGO = (
    r"(?:of (?:the|this|last|all|any|20\d\d)|to date|ever\b|yet\b|so far|since|in (?:\w+|over a|more than a) (?:years?|months?|"
    r"decades?)|for (?:\w+ ){1,3}(?:years?|months)|this (?:year|season|month|week)|on record)"
)
_RANKED = (
    # "The launch was the channel's biggest in five years."
    regex(
        rf"\b(?i:launch|debut|premiere|opener|opening|finale|bow|start|return|episode)\b[^.;?!]{{0,30}}? (?:was|is|were|became|"
        rf"proved) "
        rf"{_OWNER} (?:(?P<o>(?i:{ORDINAL}))[ -])?(?P<how>{_BIG_WORD}) {_AGO}"
    ),
    # "Vela's best performer of the spring", "the week's biggest riser".
    regex(
        rf"\b{_OWNER} (?:(?P<o>(?i:{ORDINAL}))[ -])?(?P<how>{_BIG_WORD})(?:[ -][a-z]+)? (?:performers?|risers?|climbers?|"
        rf"gainers?|"
        rf"movers?|fallers?|new entry|draws?|ratings (?:hit|winner))\b(?: {_AGO}(?: [\w’-]+){{0,2}})?"
    ),
    # "Gave Vela its highest Sunday share since the Olympics".
    regex(
        rf"\b{_OWNER} (?:(?P<o>(?i:{ORDINAL}))[ -])?(?P<how>{_BIG_WORD})[ -](?:[\w’-]+ ){{0,2}}?(?:share|audience|ratings?|"
        rf"overnights?|"
        rf"viewing figures?|viewership) {_AGO}"
    ),
    # "No other drama on the channel has rated as well since 2019".
    regex(
        r"\b(?P<how>No other) (?:[\w-]+ ){0,2}?(?:series|drama|show|comedy|original|programme|title)\b[^.;?!]{0,40}? (?:has |"
        r"have |had )?"
        r"(?:rated|drawn|drew|performed|done|been watched|been seen|pulled in|attracted|reached)(?: [\w-]+){0,2} (?:well|"
        r"better|more|"
        r"higher|many|highly)\b"
    ),
    # "No drama on the channel has had a bigger launch since 2016".
    regex(
        r"\b(?P<how>No) (?:other )?(?:new )?(?:[\w-]+ ){0,2}?(?:series|drama|show|comedy|original|programme|title|"
        r"season)\b[^.;?!]{0,40}? "
        r"(?:has|have|had) (?:\w+ed|had|drawn|won|got|seen|begun with|gone out to) an? (?:\w+ )?(?:bigger|larger|higher|better|"
        r"stronger) "
        r"(?:[\w-]+ )?(?:launch|audience|debut|start|rating|premiere|share|opening|bow|finale)\b"
    ),
    # "The best of anything in its slot".
    regex(
        r"\b[Tt]he (?P<how>best|highest|biggest|strongest|lowest|weakest|most-watched|most watched)(?: rating| figure| "
        r"audience| share| result)? "
        r"(?:of|for) (?:anything|any (?:show|programme|series|drama)|everything)(?: shown| broadcast| airing)? (?:in (?:its|"
        r"the|that) (?:time ?)?"
        r"(?:slot|hour)|on the (?:night|channel|network)|that (?:night|evening)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|"
        r"Sun)day\b)"
    ),
    # "Still the network's top drama".
    regex(
        rf"^(?:Still|Again|Once again|Easily|Comfortably|By far|Now|Remains|And still),? (?:{_OWNER}|the)(?: clear| "
        rf"undisputed)? "
        r"(?P<how>top|leading|biggest|number one|No\. 1|most-watched|most watched|highest-rated) (?:[\w-]+ ){0,2}?(?:series|"
        r"dramas?|"
        r"comed(?:y|ies)|shows?|originals?|programmes?|programs?|titles?|sitcoms?|draw)\b"
    ),
)
_IN_COUNTRIES = regex(
    rf"(?i)\b(?:number[ -]one|no\. ?1|#1|top)(?: spot| position| place)? in (?P<n>{NUMBER}) (?P<where>countries|territories|"
    rf"markets|nations)"
)
_BEHIND = regex(
    rf"(?:\b(?:[Ii]t|[Tt]he (?:[\w-]+ )?(?:show|series|drama|comedy|thriller|episode|finale|premiere|opener)|[Ww]hich|[Tt]hat)|"
    rf"[”’\"])"
    rf" (?:then |also )?(?:came|finished|placed|was|landed|ended up|ran) (?:in |a |a distant |a close "
    rf")?(?P<o>(?i:{ORDINAL}))(?: "
    rf"place| spot)?"
    r"(?: (?:on|for|in|that) [\w ]{2,20}?)?,? (?:just )?behind (?=[“\"A-Z]|the (?:football|news|soap|match|final|quiz))"
)


@only_for(*_RANKED, _IN_COUNTRIES, _BEHIND)
def ranked_in_passing(place: Place) -> Iterator[tuple[re.Match[str], dict[str, object]]]:
    """Find what rank a series holds, told without a chart: "the channel's biggest in years", "number one in 37 countries"."""
    text = place.text
    if search(
        r"(?i)\b(?:cast|budget|stage|stadium|concert|revenue|profits?|box office|stock|shares in|building|apps?|games?|"
        r"league|races?)\b",
        text,
    ):
        return
    for pattern in _RANKED:
        for found in pattern.finditer(text):
            said = found.groupdict().get("o")
            low = {"order": "lowest"} if search(r"smallest|weakest|worst|lowest|faller", found[0]) else {}
            yield found, {"metric": "rank", "n": int(ordinal(said) or 1) if said else 1} | low
    for found in _IN_COUNTRIES.finditer(text):
        yield found, {"metric": "rank", "n": 1, "territory": f"{found['n']} {found['where']}"}
    for found in _BEHIND.finditer(text) if on_audience(place, 2) or not search(r"(?i)^(?:it|which|that)\b", text) else ():
        yield found, {"metric": "rank", "n": int(ordinal(found["o"]) or 1)}
