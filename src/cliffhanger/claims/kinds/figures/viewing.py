"""How many watched: viewers, hours, ranks, shares, changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.audience_shares import audience_shares
from cliffhanger.claims.kinds.figures.audience_told import told_of_audiences
from cliffhanger.claims.kinds.figures.changes import changes
from cliffhanger.claims.kinds.figures.ranks import ranks
from cliffhanger.claims.kinds.figures.ratings import ratings
from cliffhanger.claims.kinds.figures.viewed import PERCENT, compared, on_audience, overlaps, seen
from cliffhanger.claims.numbers import NUMBER, number
from cliffhanger.claims.patterns import Rules, live, match, only_for, regex, search

# Metric, words of which a sentence holds one, how it is counted. Unlike `UNITS` these have words between the number and the unit,
# and in a sentence that goes on, streams and starts are views.
_COUNTED = (
    (
        "viewers",
        ("viewer", "people", "watcher", "adults"),
        (
            r"(?:total |live |weekly |linear |average |unique |other |daily |individual |u\.?[ks]\.? |british |american |"
            r"domestic |irish |indian |australian |canadian |german |french |consolidated |same-day )*(?:viewers?|people|"
            r"watchers?|"
            r"adults)"
        ),
    ),
    ("households", ("household", "homes", "famil"), r"(?:households?|homes|families)"),
    ("hours", ("hour",), r"(?:(?:viewing|watch|view|streaming|total) )*hours?(?: (?:viewed|watched|streamed|of viewing))?"),
    ("minutes", ("minute",), r"(?:(?:viewing|watch|streaming) )*minutes?(?: (?:viewed|watched|streamed))?"),
    ("views", ("views", "streams", "plays", "starts"), r"(?:views|streams|plays|starts|completed views)"),
    (
        "accounts",
        ("account", "subscriber", "member", "profile", "device"),
        r"(?:accounts?|subscribers?|members?|profiles|devices)",
    ),
)
_COUNT = Rules(
    (metric, words, regex(rf"(?i)(?P<n>{NUMBER})(?: (?:and a half|or so|of))? {unit}\b")) for metric, words, unit in _COUNTED
)
_WATCHING = regex(
    r"\b(?:watch\w*|view(?:ers?|ed|ing|ership|s)|audience|households?|stream(?:ed|s|ing)?|drew|draw|draws|averag\w+|"
    r"rat(?:ing|ings|ed)|tun(?:ed|ing)|logged|clocked|pulled|reach(?:ed|es)?|attracted|consolidated|opened|peaked|"
    r"seen by|amassed|racked|hours|demo|launched to|premiered to|closed|share|premiere|finale|numbers|brought in|scored|"
    r"delivered|engaged|notched|(?:series|season|record|all-time)[- ](?:high|low) of|overnights?|demo(?:graphic)?|"
    r"18-49s?|slot|catch-up|time ?slot|showing|live-plus|"
    r"completion|finish\w*|accounts? (?:for|to|in|within|over|during)|sampled|played|dipped in)\b"
)
_WITH = regex(rf"(?i)\bwith (?:about |around |nearly |almost |just |only |over )?(?P<n>{NUMBER})(?=[,;.](?!\d)| and an? )")
# "1.1 million tuned in": the verb says what was counted.
_TUNED = regex(
    rf"(?i)(?P<n>{NUMBER})(?:(?: of us| of you| people)? (?:who )?(?:tuned in|tuning in|watched|were watching|saw (?:it|the)|"
    rf"switched (?:on|over)|"
    rf"stayed (?:up|"
    rf"with)|caught)\b| of (?:us|you)\b(?! (?:have )?(?:signed|who signed)))"
)
_BARE = regex(
    rf"(?i)\b(?:dr[ae]ws?|drawing|takes?|taking|took|gave it|audience (?:was|stood at)|steady at|compared (?:with|to)|"
    rf"managed|managing|garnered|posted|posting|netted|scored|had|has|audience of|averag(?:ed|ing|es)|pull(?:ed|s|"
    rf"ing)(?: in)?|"
    rf"reach(?:ed|ing)?|crack(?:ed|ing)?|attract(?:ed|ing|s)|lured|add(?:ed|s|ing)(?: a further| another| an extra)?|(?:rises?|"
    rf"climbs?|"
    rf"grows?|falls?|drops?|slips?) to|land(?:s|ed|ing)? (?:at|on|with)|settl(?:ed|ing) (?:at|on)|h[eo]ld(?:s|"
    rf"ing)? at|"
    rf"consolidat(?:ed|es|ing) (?:at|to)|peak(?:ed|s|ing) at|open(?:ed|s|ing) (?:to|with|at)|launch(?:ed|es|ing) (?:to|"
    rf"with|at)|"
    rf"premiered (?:to|with)|debut(?:ed|s|ing) (?:to|with|at)|bow(?:ed|s|ing)(?: out)? (?:to|with|on)|sign(?:ed|s|ing) off "
    rf"(?:to|with|on)|"
    rf"(?:finale|premiere|opener|episode|show|season(?: \w+)?|series(?: \w+)?|launch) did|return(?:ed|s|ing) (?:to|with)|"
    rf"start(?:ed|s|ing) (?:with|at|on)|put (?:[^.;]|(?<=[A-Z])\.){{0,40}}? (?:at|on)|(?:series|season|record|all-time|"
    rf"year)[- ](?:high|"
    rf"low|peak|best) of|an? (?:peak|high|low|reach|tally) of|(?:lift|tak|push|bring|boost)(?:ed|es|ing|s)? (?:the|its|"
    rf"that|it|their)[^.;?!\d]{{0,30}}? to|lifted [^.;?!\d]{{0,30}}? to|(?:down|up|slipping|rising|falling) (?:from|to)|"
    rf"clos(?:ed|es|ing) (?:with|on|to)|end(?:ed|s|ing) (?:on|with)|finish(?:ed|es|ing) (?:on|with|at)|bottom(?:ed|ing) "
    rf"out at|"
    rf"had at|(?:rose|risen|fell|fallen|dipped|slipped|grew|grown|slid|sank|tumbled|dropped|climbed|jumped|recovered|shrank|"
    rf"settled|rebounded|plunged) to|(?:seen|watched|viewed) by|from|(?:figure|number|total|tally|count) (?:was|is|"
    rf"stood at|came "
    rf"to|comes to|of)|(?:nearer|closer) (?:to )?)"
    rf"(?: (?:about|around|more than|over|just over|just under|under|nearly|almost|just|only|a mere|a healthy|an "
    rf"average of|(?:a|an) (?:[a-z]+ly )?(?:combined|bumper|measly|paltry|meagre|meager|solid|robust|respectable|decent|"
    rf"strong|modest|steady|poor|dismal|impressive|whopping|remarkable|record|disappointing|huge|tiny|series-best|series-low)|"
    rf"some|"
    rf"roughly|close to|a little over|a total of|up to|fewer than|less than|an audience of)){{0,3}} "
    rf"?(?P<n>{NUMBER})(?![\d%]| ?(?:per ?"
    rf"cent|percent|%|episodes?|countries|territories|seasons?|million dollars|kroner|euros|pounds|dollars|minutes|hours|"
    rf"households|viewers|people|out of|/|followers|subscribers|members|signatures|names))"
)
# "It launched on 9 January with 1.6 million", "opened in the spring to 2.4 million".
_DATED = regex(
    rf"(?i)\b(?:launched|opened|premiered|debuted|bowed|began|started|returned|kicked off|took off|came back|came to an end|"
    rf"ended|finished|closed|signed off|bowed out|arrived|went out|landed|wrapped(?: up)?)(?: its run)?,? (?:on|last|in|back "
    rf"in|this) [^.;?!]{{2,28}}?(?:(?<=Jan|Feb|Aug|Oct|Nov|Dec|Mar|Apr|Sep)\. \d{{1,2}})? (?:with|to) (?:an audience of |"
    rf"an average of |about |around |just |over |just over |just under |under |nearly |almost |only |some |more than )*"
    rf"(?P<n>{NUMBER})(?![\d%]| ?(?:per ?cent|percent|%|episodes?|countries|territories|seasons?|dollars|euros|pounds|"
    rf"minutes|reviews|stars?|new|more))"
)
# "above the previous Sunday’s 6.2 million", "down on last week’s 4.4 million", "against 4.1 million for the first".
_FORMER = regex(
    rf"(?i)\b(?:last|the previous|the preceding|the) (?:week|night|sunday|monday|tuesday|wednesday|thursday|friday|"
    rf"saturday|year|episode|series|season|opener|premiere|launch|finale|first (?:series|season|episode))[’']s (?P<n>{NUMBER})"
    rf"(?! ?(?:%|per ?cent|percent|episodes))"
)
_AGAINST = regex(
    rf"(?i)\b(?:against|versus|compared (?:with|to)|up from|down from) (?:the )?(?P<n>{NUMBER}) (?:for|the (?:week|month|year) "
    rf"before|last (?:week|time|year)|a (?:week|month|year) (?:ago|earlier))\b"
)
_SHARE = regex(
    rf"(?i)(?:\bshare\b[^.;%]{{0,30}}?(?P<a>{NUMBER}){PERCENT}|(?P<b>{NUMBER}){PERCENT}(?: \w+)? (?:audience |market |"
    rf"viewing )?share\b)"
)
_RATING = regex(
    rf"(?i)\brat(?:ing|ings)\b[^.;]{{0,40}}?(?P<a>{NUMBER}){PERCENT}|(?P<b>{NUMBER}){PERCENT} (?:nationwide |"
    rf"national )?rating|(?P<c>\d+\.\d+) (?:rating )?in the (?:demo|key demo|18-49)|"
    rf"last week[’']s (?P<d>{NUMBER}){PERCENT}"
)
_RATING_TOO = regex(
    rf"(?i)\brat(?:ing|ings)\b(?:[^.;?!]|\.(?=\d)){{0,80}}? (?:and|but|then|before|to) (?:it )?(?:\w+ly )?"
    rf"(?:peak(?:ed|ing)|end(?:ed|ing)|clos(?:ed|ing)|finish(?:ed|ing)|sign(?:ed|ing) off|hit(?:ting)?|reach(?:ed|ing)|"
    rf"ris(?:en|ing)|rose|"
    rf"climb(?:ed|ing)|soar(?:ed|ing)|jump(?:ed|ing)|dipp(?:ed|ing)|fell|falling|dropp(?:ed|ing)|bow(?:ed|ing) out)(?: (?:at|"
    rf"to|with|on))?"
    rf"(?: a high of| a peak of| a low of)? (?P<a>{NUMBER}){PERCENT}|\brat(?:ing|ings)\b(?:[^.;?!]|\.(?=\d)){{0,60}}?{PERCENT} "
    rf"to (?P<b>{NUMBER}){PERCENT}"
)
_FINISHED = regex(
    rf"(?i)(?P<a>{NUMBER}){PERCENT}[^.;]{{0,60}}?\b(?:finish\w*|complet\w*|reach(?:ed|ing) the (?:finale|end)|to the end|"
    rf"stuck with)\b|\b(?:completion|finish|finishing)(?: rate)?\b[^.;%]{{0,30}}?(?P<b>{NUMBER}){PERCENT}"
)
_A_LARGE_NUMBER = r"\d{4}|\d[,.\u00a0 ’']\d|million|thousand|crore|lakh|billion|hundred|\d ?(?:m|k|mn|mln|bn|b)\b"
_MEMBERS = regex(r"(?i)\b(?:claims?|reaches|has|have|with|home to|boasts?|to) (?:about |over |more than )?$")

# What a broadcaster says of itself below every release: it "reaches 38 million people every month".
# "Channel Eight reaches 38 million people a month": what a channel is, and not what a series had.
_REACHES_MONTHLY = regex(r"(?i)\breach(?:es|ing) [^.;?!]{3,40}? (?:a|each|every|per) (?:day|week|month)\b")
_REACH = (
    r"(?i)\b(?:broadcaster|company|division|network|service|group|brand|platform|channel|division of "
    r"[^.;?!]{1,20}),?(?: that| which)? "
    r"(?:now |currently )?(?:reach(?:es|ing)|entertain(?:s|ing)|serv(?:es|ing)) (?:about |around |over |more than |"
    r"nearly |some )?$"
)

# "It had 1.1 million on the overnights" is of viewers, "the town had 90,000 inhabitants" is not.
_NOTHING_ELSE = r"[.,;)]|$| (?:on|in|for|at|by|when|across|watching|tuned?|over|during|and|last|to|from|a week|overnight)\b"
# "Copper Bay (Brightline, Tuesday) held at 2.1 million": a ratings column says no more than that.
_IN_A_COLUMN = r"[“\"]?[A-Z][^().!?]{1,50} \([^()]{3,40}(?:day|night|[ap]m|TV|\d)[^()]{0,12}\) "

_GROUPS = ("a", "b", "c", "d")
_SHARES = (
    (_SHARE, "share_percent"),
    (_RATING, "rating_percent"),
    (_RATING_TOO, "rating_percent"),
    (_FINISHED, "completion_percent"),
)


_NOT_REACHED = regex(
    r"(?i)\b(?:fail(?:s|ed|ing)? to|never|(?:has|have|had) yet to|(?:did|could|has|have)(?:n[’']t| not)|unable to|struggled to)"
    r"(?: even| once| quite| ever)? $"
)


def viewing(place: Place, taken: list[tuple[int, int]]) -> Iterator[Found]:
    """Find viewing figures in a sentence, "-" where a number was not reached; those in ``taken`` were read as something else."""
    for found in _viewing(place, taken):
        missed = found.polarity == "+" and "change" not in str(found.value["metric"]) and found.value["metric"] != "rank"
        missed = missed and _NOT_REACHED.search(place.text[: found.start]) is not None
        yield replace(found, polarity="-") if missed else found


def _viewing(place: Place, taken: list[tuple[int, int]]) -> Iterator[Found]:
    text = place.text
    used: list[tuple[int, int]] = list(taken)
    watching = bool(_WATCHING.search(place.lower))
    percent = "%" in text or search(r"(?i)per ?cent|demo|18-49", text) is not None
    yield from changes(place, used, watching=watching, percent=percent)
    for pattern, metric in _SHARES if percent else ():
        for found in pattern.finditer(text):
            raw = next((found[g] for g in _GROUPS if g in pattern.groupindex and found[g]), None)
            kind = "demo_rating" if "c" in pattern.groupindex and found["c"] else metric
            at = next((found.span(g) for g in _GROUPS if g in pattern.groupindex and found[g]), found.span())
            if pattern is _FINISHED and search(r"writ|script|film|shoot|shot|edit|post-production|\bwork\b|dub", place.lower):
                continue  # so much of the making is done
            if pattern is _SHARE and search(
                r"(?i)\bshare of (?:the )?(?:profits?|revenues?|proceeds|company|stock|(?:\w+ )?market)\b", text
            ):
                continue
            if raw and not overlaps(at, used) and (value := number(raw)) is not None:
                used.append(at)
                yield seen(place, found.start(), found.end(), {"metric": kind, "n": value})
    if search(_A_LARGE_NUMBER, place.lower):
        yield from _counted(place, used, watching=watching)
    yield from ratings(place, used)
    yield from told_of_audiences(place, used)
    yield from audience_shares(place, used)
    yield from ranks(place, counted=len(used) > len(taken))


def _of_a_trailer(place: Place, at: int) -> bool:
    """Say whether views are those of a trailer or a clip, which are no audience of the series."""
    clip = r"(?i)\b(?:trailer|teaser|clip|sneak peek|promo)s?\b"
    before = place.before[-1].text if place.before else ""
    return search(clip, place.text[:at]) is not None or (
        search(clip, before) is not None
        and search(r"(?i)\b(?:series|seasons?|show|drama|comedy|episodes?)\b", place.text[:at]) is None
        and search(r"(?i)\b(?:the one|it|that one|which)\b", place.text[:at]) is not None
    )


@only_for(_COUNT, _DATED, _BARE, _WITH, _FORMER, _AGAINST, _TUNED)
def _counted(place: Place, used: list[tuple[int, int]], *, watching: bool) -> Iterator[Found]:
    """Numbers of viewers, households, hours and the like, with their unit or without."""
    text = place.text
    lower = place.lower
    for metric, words, pattern in live(_COUNT, text):
        if not any(word in lower for word in words):
            continue
        for found in pattern.finditer(text):
            value = number(found["n"])
            if (
                value is None
                or value < 5_000
                or overlaps(found.span("n"), used)
                or (not watching and metric not in {"viewers", "households", "hours"})
            ):
                continue
            if (search(r"(?i)\b(?:signed|petition|signature)", text) and metric in {"viewers", "accounts"}) or (
                metric == "accounts" and _MEMBERS.search(text[: found.start()])
            ):
                continue
            if metric == "views" and _of_a_trailer(place, found.start()):
                continue
            said = text[max(0, found.start() - 40) : found.end() + 15]
            reaches = search(_REACH, text[: found.start()]) or _REACHES_MONTHLY.search(text)
            if reaches or search(
                r"(?i)\b(?:read by|copies|(?:people|adults|households|homes|families|britons) (?:liv(?:e|ed|ing)|visit\w*|"
                r"work\w*|fled|died|voted|speak|own|attend\w*|"
                r"without)|(?:concert|gig|rally|parade|exhibition|museum|protest)\b[^.;?!]{0,25}\d|evacuat\w+|killed)\b",
                said,
            ):
                continue
            used.append(found.span("n"))
            start, _ = place.sentence.clause(*found.span())
            yield seen(
                place,
                max(start, found.start() - 45, text.rfind(", ", 0, found.start()) + 1),
                found.end(),
                {"metric": metric, "n": value} | compared(text[: found.start()]),
            )
    near = watching or on_audience(place, 1) or match(_IN_A_COLUMN, text) is not None
    if near or " with " in lower or "tuned" in lower or "watch" in lower or "saw " in lower:
        every = (_DATED, _BARE, _WITH, _FORMER, _AGAINST, _TUNED) if near else (_DATED, _TUNED)
        for found in (one for pattern in every for one in pattern.finditer(text)):
            value = number(found["n"])
            if (
                value is not None
                and value >= 50_000
                and not overlaps(found.span("n"), used)
                and not search(r"[$£€₹]$", text[: found.start("n")])
                and not search(r"\bpetition|signature", lower)
                and not (search(r"(?i)^ha[ds]\b", found[0]) and not match(_NOTHING_ELSE, text[found.end() :]))
            ):
                used.append(found.span("n"))
                yield seen(
                    place, found.start(), found.end(), {"metric": "viewers", "n": value} | compared(text[: found.start("n")])
                )
