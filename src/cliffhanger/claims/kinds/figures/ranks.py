"""Where a series stood among others: its best night, number four in a chart, weeks in a top ten, the slot it won."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.audience_told import ranked_in_passing
from cliffhanger.claims.kinds.figures.viewed import on_audience, seen
from cliffhanger.claims.numbers import NUMBER, ORDINAL, SMALL_NUMBER, number, ordinal
from cliffhanger.claims.patterns import regex, search

_WORDS = (
    "most", "highest", "best", "biggest", "strong", "largest", "lowest", "worst", "weakest", "smallest", "least", "fewest",
    "number", "no.", "no ", "#", "top", "chart", "rank", "record", "high", "low", "week", "slot", "hour", "night", "evening",
    "than any", "only", "than every", "place", "second", "third", "first", "ratings",
)  # fmt: skip
_CHART = r"(?:charts?|rankings?|top (?:10|ten|five|5|three|3|twenty|20)|most-watched list|most-viewed list|list|ratings|table)"
_MOST = regex(
    rf"(?i)\b(?:(?P<o>{ORDINAL})[ -])?(?P<how>most|highest|least|lowest|best|top)[ -](?:watched|viewed|streamed|rated|"
    rf"sampled|"
    r"popular|performing)\b(?: [\w’'+-]+){1,6}"
)
_RECORD = regex(r"(?i)\b(?:channel|network|platform|service|ratings|streaming|viewing|audience) record\b")
_RECORD_AUDIENCE = regex(
    r"(?i)\b(?:series|season|all-time|record|show|lifetime)[ -](?P<how>highs?|lows?|best|worst)\b|\brecord(?:-breaking)? "
    r"(?P<what>audiences?|viewing|viewership|ratings?|figures|numbers|overnights?)\b|"
    r"\b(?:broke|breaks|breaking|smashed|set|sets) (?:the |a |all |its )?(?:[\w’'-]+ ){0,3}records?\b"
)
_CHARTED = r"chart|top ten|top 10|ranking|number two|number one|streaming|most-watched"
_OF_AN_AUDIENCE = r"(?i)viewing|viewership|audience|rating|stream|launch|debut|service|platform|channel|network"
_HOW = r"(?:best|strongest|highest|biggest|largest|greatest|lowest|worst|weakest|smallest|poorest|softest|fewest)"
_LOW = regex(r"(?i)^(?:lowest|worst|weakest|smallest|poorest|softest|fewest|least|lows?)$")
# What only an audience is measured by, and what needs "since", "of the year" or the like to be about one.
_OF_VIEWING = r"(?:audiences?|ratings?|viewership|viewing figures?|overnights?|overnight figures?|turnout|crowd)"
_MAYBE = (
    r"(?:showings?|figures?|nights?|numbers?|results?|share|launch(?:es)?|starts?|debuts?|openings?|openers?|bows?|"
    r"tally|totals?|"
    r"performances?|weeks?|weekends?|premieres?|finales?|hauls?|returns?|hits?|draws?|success(?:es)?)"
)
_SINCE = (
    r"(?:since|of (?:its|the|any|all|this|\d{4})|in (?:the|its|any|\w+ (?:years|months|weeks|seasons)|more than|over|almost|"
    r"nearly|"
    r"\d{4}|\w+ history)|to date|ever|yet|so far|all (?:year|season|week)|this (?:year|season|week|month|autumn|spring|"
    r"summer|"
    r"winter)|on record|of all time|for (?:a|an|any|the|\w+ (?:years|months|weeks|seasons))|on (?:any|the (?:channel|"
    r"network|platform|service))|among)"
)
_BEST = regex(
    rf"(?i)\b(?:(?P<o>second|third|fourth|fifth)[ -])?(?P<how>{_HOW})(?:[ -](?:[\w’'+-]+ ){{0,2}}?(?P<what>{_OF_VIEWING})\b|"
    rf"(?:[ -](?:[\w’'+-]+ ){{0,2}}?{_MAYBE})?(?= {_SINCE}\b))(?: {_SINCE}(?: [\w’'“”\"-]+){{0,6}})?"
)
_OWN = regex(r"(?i)(?:\b(?:its|their|the|an?|our|a new)|[’']s?)(?: (?:joint|new|equal|own))?[ -]$")
_THAN_ANY = regex(
    r"(?i)\b(?:(?P<up>more|higher|better|bigger)|(?:fewer|lower|less|smaller))(?: (?:viewers|people|households|homes|"
    r"hours|views|accounts|subscribers|numbers|ratings?|"
    r"audiences?))? than (?:any|every|all)"
    r"(?: of| other| the)*(?: [\w’'“”+-]+){1,6}"
)
_WON = regex(
    r"(?i)\b(?:win|wins|won|winning|led|leads|leading|topped|topping|tops|dominated|dominating)(?: in)? (?:its|their|the)"
    r"(?: [\w.:’'-]+){0,2}? (?P<what>time ?slot|slot|hour|night|evening|demo|key demo|ratings|day)\b"
)
_CAME = regex(
    rf"(?i)\b(?P<verb>rank(?:ed|s|ing)?|came|comes|coming|finish(?:ed|es|ing)|plac(?:ed|es|ing)|landed|debuted|opened|"
    rf"sits|sat|stood|"
    rf"peaked|was|were|is)(?: in| at| only| just| as the| as| a distant| an overall| joint){{0,2}} (?P<o>{ORDINAL})(?: place|"
    rf" spot)?"
    rf"(?P<rest>,? (?:in|on|among|for|behind|across|of|overall|with)\b(?:[^.;?!]{{0,40}}?\b(?:slot|hour|night|demo|{_CHART}|"
    rf"channel|"
    r"network|service|platform|viewers|audiences?|countries|territories|markets|nations|originals|series|dramas?|"
    r"comed(?:y|ies)|"
    r"programmes?|programs?|shows?))?)?"
)
_NUMBERED = (
    r"(?:number[ -]|no\.? ?|#|№ ?)(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b(?! (?:pick|fan|"
    r"priority|rule|"
    r"suspect|reason|choice|enemy|goal|target))(?-i:(?! [A-Z]))"
)
_NUMBER = regex(
    r"(?i)\b(?:reach(?:ed|es|ing)?|hit(?:s|ting)?|topped|tops|(?:peak|debut|open|land|chart|finish|stay|remain|start)(?:ed|s|"
    r"ing)? at"
    r"|enter(?:ed|s|ing)? [^.;?!]{0,30}?at|spent [^.;?!]{0,20}? at|(?:sat|sits|held|came in|stood|stands|bowed|settled) at|"
    r"(?:climb(?:ed|s|ing)|rose|rises|rising|fell|slipped|dropped|jumped|shot|moved|went|leapt|rocketed|sank)(?: straight|"
    r" back| up|"
    rf" down)? (?:to|into)|rank(?:ed|s|ing)?(?: as| at)?|(?:claimed|took|secured)) (?:the |a high of )?{_NUMBERED}"
)
_NUMBER_IN = regex(rf"(?i)\b{_NUMBERED}(?: (?:spot|place|position|slot))? (?:in|on) [^.;?!]{{0,30}}?\b{_CHART}\b")
_NUMBER_SHOW = regex(
    r"(?i)\b(?:number[ -]|no\.? ?|#)(?P<n>one|two|three|1|2|3)[ -](?:[\w’'+-]+ ){0,2}?(?:show|series|drama|comedy|title|"
    r"programme|"
    r"program|original|import|scripted)\b(?: [\w’'+-]+){0,4}"
)
_TOP = regex(
    rf"(?i)\b(?:tops|topped|topping|heads|headed|heading|leads|led) (?:[\w’'“”-]+ ){{1,5}}?(?:charts?|rankings?|top (?:10|"
    rf"ten))\b|"
    rf"\b(?:at|to|reached|reaching|hit|claimed) (?:the )?(?:very )?top (?:spot )?(?:of|in|on) [^.;?!]{{0,45}}?\b(?:{_CHART}|"
    rf"pile)\b|"
    r"^top of the (?:pile|charts?|list|ratings|week|table)\b|"
    r"\btop(?:s|ped)? the (?:[\w’'+-]+ ){0,4}(?:list|rankings?|ratings|charts?)\b"
)
_TOPPED_BY = regex(
    rf"(?i)\b{_CHART}\b[^.;?!]{{0,40}}? (?:was |is |were |again |once more )*(?:topped|led|headed) (?:again "
    rf")?by\b(?: [\w’'“”-]+){{1,5}}"
)
# "It ranks as the network's top scripted series among adults 25 to 54": the first of its kind.
_TOP_SHOW = regex(
    r"(?i)\b(?:ranks?|ranked|remains?|is|was|become|became|stands?|finished|ended|mak(?:es|ing) (?:it|this|them|that)|"
    r"made (?:it|this|them))(?:,[^,.;?!]{2,25},)?(?: \w+ly| now| still| "
    r"again){0,2}(?: "
    r"the [\w-]+)? ?(?:as )?"
    r"(?:the|its|their|[\w’ ]{2,20}[’']s?) (?:[\w’'-]+ ){0,3}?(?:top|top-rated|leading|no\. ?1|biggest|most successful|"
    r"highest-rated|best-rated|strongest) (?:[\w-]+ "
    r"){0,3}?(?:series|dramas?|shows?|"
    r"comed(?:y|ies)|programmes?|programs?|titles?|originals?|launch|debut|premiere)\b(?: (?:among|in|with|for|on|"
    r"of) (?:[\w’'-]+ ?){1,6})?"
)
_SIZE = regex(r"(?i)\b(?:biggest|most successful|leading)\b")  # of a cast or a budget as well
_TOP_SPOT = regex(
    r"(?i)\b(?:h[eo]ld(?:s|ing)?|kept|keeps|keeping|took|takes|taking|claim(?:ed|s|ing)|retain(?:ed|s|ing)|regain(?:ed|s|ing)|"
    r"seiz(?:ed|es)|grabbed|occupied|occupies|snatched|earned|secured|back in)(?: on to)? (?:the )?(?:top|number[- ]one|"
    r"no\.? ?1)"
    r" (?:spot|slot|place|position)\b"
)
# "It never cracked the top ten": there is a rank that it did not reach.
_MISSED = regex(
    r"(?i)\b(?:(?:never|not|n[’']t|failed to|failing to|did not|didn[’']t|struggled to)(?: even| once| ever| yet)? (?:crack|"
    r"cracked|reach|reached|enter|entered|make|made|break into|broke into|trouble|troubled|hit|get into|got into|appear in|"
    r"appeared in|come near|be in)|missed(?: out on)?) (?:the |its |any |[\w+’ .]{2,30}?[’'](?:s )?)?(?:[\w.-]+ ){0,2}?"
    r"(?:top (?P<n>10|ten|20|twenty|5|five|3|three|50|fifty)|charts?)\b"
)
_TO_TOP = regex(
    r"(?i)\b(?:climb(?:ed|s|ing)|rose|shot|went|moved|returned|jumped|soared|straight)(?: straight| back| up)? (?:in "
    r")?(?:to|at) the top\b"
    r"(?! (?:floor|bunk|deck))"
)
# The show that alone did better makes this one the second.
_ONLY = regex(
    r"^Only [“\"‘]?[A-Z][^.;?!]{1,50}? (?i:(?:has |have |had )?(?:drew|drawn|had|has|ranks?|ranked|rated|rates|"
    r"attracted|pulled in|fared|"
    r"did|does|performed|reached|scored|was watched by)) (?i:higher|better|more)\b(?: [\w’'-]+){0,4}"
)
_TOP_TEN = regex(
    rf"(?i)\btop (?:10|ten)[^.;]{{0,40}}?\b(?:in|of|across) (?P<n>{NUMBER}) (?:countries|territories|markets|nations)"
)
_WEEKS = regex(
    rf"(?i)(?:\b(?:spent|spends|spending|lasted|stayed|remained|managed|logged|held on for|survived)(?: for| only| just|"
    rf" a total of| "
    rf"another| more than| at least){{0,2}} )?\b(?P<n>{SMALL_NUMBER}|a) (?:(?:consecutive|straight|whole|full|successive|"
    rf"more) )?"
    rf"(?P<unit>weeks?|days?)(?: running| in a row| straight)? (?:in|on|inside|within|at|atop) [^.;?!]{{0,45}}?"
    r"\b(?:top (?:10|ten|five|5|three|3|twenty|20)|charts?|rankings?|number[ -]one|no\.? ?1|#1|"
    r"the top(?! (?:floor|bunk|deck|bench|room|rung|of (?:the|a) (?:hill|tower|mountain))))\b"
)
_WEEKS_AFTER = regex(
    rf"(?i)\b(?:top (?:10|ten)|charts?|rankings?|number one)\b(?: [\w’'-]+){{0,3}} (?:after|for|within) (?:only |just )?"
    rf"(?P<n>{SMALL_NUMBER}) (?P<unit>weeks?|days?)\b"
)
_WEEKS_THERE = regex(
    rf"(?i)\b(?:spent|lasted|stayed|managed) (?:only |just )?(?P<n>{SMALL_NUMBER})(?: (?P<unit>weeks?|"
    rf"days?))? there\b"
)
_POPULATION = regex(
    r"(?i)\b(?:roughly |about |nearly |almost )?(?P<f>every (?:second|third|fourth|fifth|tenth)|a fifth|a quarter|a third|half|"
    r"a tenth|one in (?:three|four|five|six|"
    r"ten))(?: of)? (?:the |all |all the |every )?(?:population|country|households|homes|nation|viewers|adults|people|"
    r"inhabitants?|citizens?|"
    r"person|household|home|viewer|adult|resident|(?-i:[A-Z])[a-z]{2,}(?:ans|ish|ese|ians|ch|wegians|anes|edes|inns|ards|ons|"
    r"rs))\b(?! (?:who|with|in "
    r"the cast))"
)
_FRACTIONS = {
    "a fifth": 20,
    "a quarter": 25,
    "a third": 33,
    "half": 50,
    "a tenth": 10,
    "every second": 50,
    "every third": 33,
    "every fourth": 25,
    "every fifth": 20,
    "every tenth": 10,
    "one in three": 33,
    "one in four": 25,
    "one in five": 20,
    "one in six": 17,
    "one in ten": 10,
}  # fmt: skip


_OWNER = (
    r"(?:(?:the |a |any )?(?:platform|streamer|network|channel|broadcaster|service|studio)(?:[’']s)|"
    r"[A-Z][\w+’&-]*(?: [A-Z0-9][\w+’-]*){0,2}[’']s?|"
    r"its|their|our)"
)
_SUPERLATIVE = (
    r"(?:biggest|largest|most successful|most popular|strongest|top|best|highest-profile|smallest|weakest|worst|"
    r"least successful)"
)
_LAUNCH = r"(?:launch(?:es)?|debuts?|premieres?|openings?|bows?|openers?|starts?|finales?|hits?|successe?s?)"
_SHOW = r"(?:series|dramas?|comed(?:y|ies)|shows?|titles?|originals?|programmes?|programs?|thrillers?|sitcoms?|launches)"
_AGO = (
    r"(?:of (?:the|this|last|all|any|20\d\d)|to date|ever|yet|so far|since|in (?:the|its|over|more than|almost|nearly|a|"
    r"\w+ (?:years|months)|20\d\d|"
    r"\w+ history)|for (?:a|over|more than|\w+ (?:years|months))|this (?:year|season|month)|on (?:record|the (?:platform|"
    r"channel|network|service)))"
)
# "The platform's biggest launch of the year", "the streamer's biggest hit": of an audience, whoever measures it.
_OWNERS_BEST = regex(
    rf"\b{_OWNER} (?:(?P<o>(?i:{ORDINAL}))[ -])?(?P<how>{_SUPERLATIVE})[ -](?:[\w’'-]+ ){{0,3}}?(?:{_LAUNCH}\b|"
    rf"{_SHOW}(?= {_AGO}\b))(?: {_AGO}(?: [\w’'“”-]+){{0,4}})?"
)
_NOT_OF_VIEWERS = (
    r"(?i)\b(?:cast|budget|set|building|crew|stage|spend|investment|theatre|theater|stadium|approval ratings?|"
    r"credit ratings?|concert|gig)\b"
)


def ranks(place: Place, *, counted: bool) -> Iterator[Found]:
    """Find what a sentence says on a series among others; ``counted`` says that it gave a viewing figure."""
    lower = place.lower
    if any(word in lower for word in _WORDS) and search(r"\b(?:songs?|single|album|novels?|bestsellers?)\b", lower) is None:
        done: list[tuple[int, int]] = []
        told = (
            *_weeks(place),
            *_charted(place),
            *_placed(place, counted=counted),
            *_best(place, counted=counted),
            *_owners_best(place),
            *ranked_in_passing(place),
        )
        for found, value in told:
            if not any(found.start() < b and a < found.end() for a, b in done):
                done.append(found.span())
                yield seen(place, found.start(), found.end(), value)
    if "top" in lower or "chart" in lower:
        for found in _MISSED.finditer(place.text):
            value = {"metric": "rank"} | ({"n": number(found["n"])} if found["n"] else {})
            yield replace(seen(place, found.start(), found.end(), value), polarity="-")
    for found in _POPULATION.finditer(place.text) if " of " in lower or "one in " in lower or "every " in lower else ():
        if search(r"[A-Z]\w+$", found[0]) and not search(r"watch|view|seen|\bsaw\b|tuned|stream|audience", lower):
            continue  # "one in five Norwegians owns a boat"
        yield seen(place, found.start(), found.end(), {"metric": "share_of_population", "n": _FRACTIONS[found["f"].lower()]})


def _rank(n: float | None, low: str | None = None) -> dict[str, object]:
    value: dict[str, object] = {"metric": "rank", "n": n or 1}
    return value | ({"order": "lowest"} if low and _LOW.match(low) else {})


def _owners_best(place: Place) -> Iterator[tuple[re.Match[str], dict[str, object]]]:
    """What rank a series holds among those of its owner."""
    for found in _OWNERS_BEST.finditer(place.text) if not search(_NOT_OF_VIEWERS, place.text) else ():
        yield found, _rank(int(ordinal(found["o"] or "first") or 1), found["how"])


def _weeks(place: Place) -> Iterator[tuple[re.Match[str], dict[str, object]]]:
    text, lower = place.text, place.lower
    for found in _TOP_TEN.finditer(text) if "top 10" in lower or "top ten" in lower else ():
        yield found, {"metric": "top10_countries", "n": number(found["n"])}
    if "week" not in lower and "day" not in lower:
        return
    ranked = False
    for found in (*_WEEKS.finditer(text), *_WEEKS_AFTER.finditer(text)):
        ranked = True
        metric = "weeks_in_top10" if found["unit"].lower().startswith("week") else "days_in_top10"
        yield found, {"metric": metric, "n": number(found["n"]) or 1}
    for found in _WEEKS_THERE.finditer(text) if ranked else ():
        yield found, {"metric": "weeks_in_top10", "n": number(found["n"])}


def _charted(place: Place) -> Iterator[tuple[re.Match[str], dict[str, object]]]:
    text, lower = place.text, place.lower
    if search(r"number|\bno\b|#|№", lower):
        for pattern in (_NUMBER, _NUMBER_IN, _NUMBER_SHOW):
            for found in pattern.finditer(text):
                yield found, _rank(number(found["n"]))
    if search(r"biggest|successful|highest|best-rated|strongest|leading|\btop\b|top-rated|no\. ?1", lower):
        for found in _TOP_SHOW.finditer(text):
            if on_audience(place, 1) or not _SIZE.search(found[0]):
                yield found, _rank(1)
    if "top" in lower or "chart" in lower or "ranking" in lower:
        for found in (*_TOP.finditer(text), *(_TO_TOP.finditer(text) if search(_CHARTED, lower) else ())):
            yield found, _rank(1)
        for found in _TOPPED_BY.finditer(text) if " by " in lower else ():
            yield found, _rank(1)


def _placed(place: Place, *, counted: bool) -> Iterator[tuple[re.Match[str], dict[str, object]]]:
    text, lower = place.text, place.lower
    for found in _TOP_SPOT.finditer(text) if counted or on_audience(place, 1) else ():
        yield found, _rank(1)
    if search(r"slot|hour|night|evening|demo|ratings|\bday\b", lower):
        about = counted or on_audience(place)
        for found in _WON.finditer(text):
            if found["what"].lower() in {"timeslot", "time slot", "slot", "demo", "key demo", "ratings"} or about:
                yield found, _rank(1)
    for found in (
        _CAME.finditer(text)
        if search(
            r"rank|came|com|finish|plac|land|debut|open|s[ai]t|stood|peak|was|were|"
            r"\bis\b",
            lower,
        )
        else ()
    ):
        sure = found["verb"].lower().startswith("rank")
        if not sure and (
            not found["rest"]
            or not on_audience(place)
            or not search(
                r"(?i)slot|hour|demo|chart|rank|top|list|"
                r"viewers|audience|night",
                found["rest"],
            )
        ):
            continue
        yield found, _rank(ordinal(found["o"]))


def _best(place: Place, *, counted: bool) -> Iterator[tuple[re.Match[str], dict[str, object]]]:
    text, lower = place.text, place.lower
    for found in _MOST.finditer(text) if search(r"watched|viewed|streamed|rated|sampled|popular|performing", lower) else ():
        before = text[max(0, found.start() - 14) : found.start()]
        if search(r"(?i)one of the $|among the $|tomorrow|loved", before):
            continue
        if found["how"].lower() in {"best", "top", "lowest"} and not search(
            r"(?i)^\S*(?: ?-?\w+)?[ -](?:rated|performing|"
            r"watched)",
            found[0],
        ):
            continue
        yield found, _rank(ordinal(found["o"] or "first"), found["how"])
    for found in _RECORD.finditer(text) if "record" in lower else ():
        yield found, _rank(1)
    if text.startswith("Only ") and (on_audience(place, 1) or "ranks" in lower):
        for found in _ONLY.finditer(text):
            yield found, _rank(2)
    about = counted or on_audience(place, 1)
    if not about:
        return
    for found in _RECORD_AUDIENCE.finditer(text) if search(r"record|high|low|best|worst", lower) else ():
        if not found["how"] and not found["what"] and not search(_OF_AN_AUDIENCE, text[found.start() : found.end() + 45]):
            continue
        yield found, _rank(1, found["how"])
    for found in _BEST.finditer(text) if search(_HOW, lower) else ():
        if _OWN.search(text[max(0, found.start() - 20) : found.start()]) and not search(
            r"(?i)one of (?:its|the|"
            r"their)(?: \w+)? $",
            text[: found.start()],
        ):
            yield found, _rank(ordinal(found["o"] or "first"), found["how"])
    for found in _THAN_ANY.finditer(text) if " than " in lower and (counted or on_audience(place)) else ():
        yield found, _rank(1, None if found["up"] else "lowest")
