"""Trailers: out, to come, shown to a few, or not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.dates.events import Governed, window_of
from cliffhanger.claims.patterns import Pattern, match, only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_TRAILERS: tuple[tuple[str, Pattern], ...] = tuple(
    (status, regex(pattern, re.IGNORECASE))
    for status, pattern in (
        (
            "fan_made",
            (
                r"\b(?:trailers?|teasers?)\b[^.;?!]{0,50}?\b(?:is|are|was|were|turns out to be|turned out to be) (?:all |only |"
                r"just |clearly |actually )?(?:an? )?(?:fan[- ]made|fake[ds]?|bogus|unofficial|hoax|fan edits?|concept|forgery|"
                r"AI[- ](?:generated|made)|made (?:by|with) (?:an? )?(?:fans?\b|AI\b)|the work of (?:an? )?fans?|not (?:real|"
                r"official|"
                r"genuine|the real))|\b(?:fan[- ]made|fake|bogus|concept|AI[- ]generated|unofficial) (?:trailers?|teasers?)\b"
            ),
        ),
        (
            "upcoming",
            (
                r"(?<!no )\b(?:trailers?|teasers?)(?: \w+){0,3}? (?:is|are|was|has been|have been) (?:now |also )?(?:promised|"
                r"planned|scheduled|slated|set|on (?:the|its) way|in the works|being (?:cut|edited)|coming|imminent|pencil+ed in|"
                r"tipped|not far (?:off|away))\b(?! (?:in|to|at) (?:the \w+ (?:of|town)|an? \w+ (?:house|town|village)))|"
                r"\b(?:promis(?:es|ed)|plans|expects?|teased|prepar(?:es|ing)|hold(?:s|ing)? back) (?:an?|the|its|"
                r"another) (?:\w+ ){0,2}?(?:trailer|"
                r"teaser)\b|\b(?:expect|look out for|wait for) (?:an?|the) (?:\w+ ){0,2}?(?:trailer|teaser)\b"
            ),
        ),
        (
            "not_released",
            (
                r"\b(?:sitting on|sat on|sits on|hold(?:s|ing)? on to|held on to|withh(?:olds|olding|eld)) (?:the|its|a|any|"
                r"all) (?:[\w-]+ )"
                r"{0,2}?(?:trailers?|teasers?|footage)\b|"
                r"^(?:\w+ ){0,3}(?:trailers?|teasers?)(?: released| out)?\??\s?[:\t–—-]+\s?(?:not|none|no|tba|tbc|yet to)\b"
                r"[^.;?!]{0,20}|"
                r"\b(?:ke(?:pt|eps?|eping)) (?:the|its|a|any) [^.;?!,]{0,30}?(?:trailer|teaser|footage)[^.;?!,]{0,12} (?:under "
                r"wraps|to "
                r"itself|back|secret)\b|\byet to (?:share|show|release|reveal) (?:so much as|even) an? (?:\w+ )?(?:still|frame|"
                r"second|image|photo|clip|teaser|trailer)\b|\bnot (?:a|one) (?:single )?(?:second|frame|minute|scrap|glimpse|"
                r"clip) of (?:footage|a "
                r"trailer|"
                r"(?:the|its) trailer)\b|"
                r"(?:\b(?:no|not|yet to|nor|without|neither|nobody|no one)|n[’']t)\b[^.;?!]{0,50}?\b(?:trailers?|teasers?|"
                r"footage(?= (?:yet|has|so|is|was|out)))\b(?! of)[^.;?!,]{0,30}|\b(?:trailers?|"
                r"teasers?)\b[^.;?!]{0,30}?\b(?:(?:has|have|"
                r"is|"
                r"was|been)(?:n[’']t| not| yet)|yet to|does(?:n[’']t| not) exist)\b"
            ),
        ),
        (
            "shown_privately",
            (
                r"\b(?:they|he|she|organi[sz]ers|the (?:network|channel|streamer|broadcaster|panel|team|producers|makers|bosses|"
                r"studio|presenters?)|we) (?:then |also |even |just )?(?:play(?:s|ed)?|ran|run|runs|show(?:s|ed)?|screen(?:s|"
                r"ed)?|put on|"
                r"gave) (?:us |everyone |everybody |the (?:room|crowd|audience|hall|press|critics) |those present |journalists |"
                r"reporters )?(?:an?|the|some|about|two|three|\w+ minutes of) (?:[\w-]+ ){0,3}?(?:trailer|teaser|clip|footage|"
                r"reel|"
                r"sizzle)\b(?! (?:joint|art|of (?:the|a) (?:robbery|crash|attack|match|goal)|online|on (?:YouTube|Instagram|"
                r"social)|after|before|during))|"
                r"\b(?:the (?:room|crowd|audience|hall|press)|we) (?:\w+ )?(?:got|were given|was given|were shown|"
                r"was shown) (?:a )?"
                r"(?:(?:first|early|sneak|quick|brief) )+(?:look|peek|glimpse)\b|"
                r"\b(?:crowd|audience|room|conference|convention|con|fans|delegates|those (?:present|there|in the room)|we) "
                r"(?:\w+ )?(?:got|saw|were shown|were treated to|was treated to|was shown|watched|enjoyed) (?:an?|the|some|about|"
                r"(?:[\w-]+ ){1,3}(?:minutes|seconds) of) (?:[\w-]+ ){0,3}?(?:footage|trailer|teaser|clip|reel)\b|"
                r"\b(?:journalists|critics|buyers|advertisers|attendees|reporters|guests|delegates|audience|exhibitors|"
                r"executives) "
                r"(?:\w+ )?(?:saw|watched|were given|got) (?:a|an|the|some) [^.;?!]{0,40}?\b(?:trailer|teaser|footage|clip)\b|"
                r"\btrailer shown in the room\b|\b(?:trailer(?! park)|footage|teaser|clips?)\b(?! of (?:the|an?|his|"
                r"her) (?!(?:[\w-]+ )?(?:season|series|show)))[^.;?!]{0,30}\b(?:was |"
                r"were )?(?<!will be )(?<!to be )(?<!can be )(?:shown|screened|previewed|played|presented|unveiled) (?:to|in|"
                r"behind|at|for)\b(?! "
                r"the end)[^.;?!]{0,30}|"
                r"\b(?:was|were|got|been) (?:shown|treated to|given|played) (?:a|an|the|some|about|two|three|\w+ minutes of) "
                r"[^.;?!]{0,25}?\b(?:trailer|teaser|footage|sizzle reel)\b|\b(?:screened|showed|played|"
                r"previewed) (?:\w+ )?(?:a|an|"
                r"the|some) [^.;?!]{0,25}?\b(?:trailer|teaser|footage|sizzle reel)\b[^.;?!]{0,40}? (?:to|for|at|in) (?:the |"
                r"an? "
                r"|its )?(?:\w+ ){0,2}?(?:advertisers|buyers|journalists|press|reporters|critics|upfronts?|room|audience|"
                r"presentation|festival|event|panel|convention|screening|audience)\b"
            ),
        ),
        (
            "upcoming",
            (
                r"\b(?:trailers?|teasers?|clips?)\b[^.;?!]{4,110}?(?:,| and| but)(?: it)? (?P<own>(?:will|should|is to|is due "
                r"to|is set to|"
                r"is expected to) (?:only |also |probably |then |likely )?(?:appear|drop|arrive|land|follow|go (?:online|live|"
                r"up)|be "
                r"(?:released|online|available|posted|shared|published|uploaded))\b[^.;?!,]{0,30})|"
                r"\b(?:will|is to|plans to|is set to|is due to|intends to) (?:also |soon )?(?:show|unveil|release|drop|share|"
                r"premiere|debut|"
                r"post|launch|screen) (?:an?|the|its) (?:\w+ ){0,3}?(?:trailer|teaser)\b|"
                r"\b(?:[’']ll|will|should|going to|hope to|to) (?:soon )?(?:get|see|have|be getting) (?:an?|the|our|another) "
                r"(?:\w+ ){0,2}?(?:trailer|teaser)\b|"
                r"\b(?:won[’']t|will not|not) be (?:uploaded|posted|online|released|shared|public) (?:until|"
                r"before)\b[^.;?!]{0,20}|"
                r"\b(?:trailers?|teasers?|PV)\b[^.;?!]{0,40}?\b(?:will|to be|is due|due|should|expected|soon|could|"
                r"(?-i:may)|might|is coming|arrives|drops|lands|follows|goes (?:up|online|live)|to (?:follow|arrive|drop|"
                r"come))\b[^.;?!]{0,30}"
            ),
        ),
        (
            "released",
            (
                r"\b(?:trailers?|teasers?|PV|first(?:[- ]look)? (?:images?|photos?|clip|footage|pictures|stills?|shots)|"
                r"sneak peek|announcement video|"
                r"glimpse|"
                r"promo video|promo|\d+-second spot|first look)\b[^.;?!]{0,50}?\b(?:broken the internet|gone viral|is trending|"
                r"broke the "
                r"internet|went "
                r"viral|has crossed|crossed [\d.]+|has been viewed|was viewed|arrived|dropped|released|landed|went up|is "
                r"(?:here|out|now|available|"
                r"live)|"
                r"came out|unveiled|debuted|went (?:live|online)|is live|(?:played|aired|ran) (?:after|during|before|at the "
                r"end of)|was (?:released|unveiled|shown|shared|posted)|has (?:been|arrived|dropped|"
                r"landed)|"
                r"out (?:today|now)|online|launched|went out|came with|premiered|surfaced|was attached|accompanied|followed|"
                r"has had|has passed|"
                r"(?:drew|racked up|notched up|clocked up|pulled in|topped|passed) (?:[\d.,]+|\w+ (?:million|thousand))|is "
                r"(?:still )?up|is on|can (?:still )?be (?:seen|watched|"
                r"found)|hit)\b|"
                r"\b(?:released|dropped|unveiled|"
                r"shared|"
                r"revealed|posted|debuted|launched|put out|issued|drops|releases|unveils|shares|got|given|watch|published|"
                r"along with|with)\b[^.;?!]{0,30}?\b(?:trailers?|teasers?|"
                r"PV|"
                r"first[- ]look|(?:first|new) footage|\d+-second (?:spot|promo)|sneak peek)\b|"
                r"\b(?:first|new|early|quick|good|closer|longer) (?:taste|look|glimpse|peek|sight) (?:of|"
                r"at) [^.;?!]{2,50}? (?:in|from|with|via|"
                r"courtesy of|thanks to) (?:a|an|the|its) (?:[\w-]+ ){0,3}?(?:trailer|teaser|clip|promo)\b|"
                r"\b\w+-second (?:tease|teaser|promo|spot|clip) (?:\w+ )?(?:arrived|dropped|landed|went (?:up|out|live)|"
                r"is (?:out|up|live)|"
                r"appeared|surfaced|was (?:released|posted|shared))\b|"
                r"\bthere(?:[’']s| is) (?:now |already |also |finally )?(?:an?|the) (?:(?:new|first|full|official|proper|short|"
                r"lovely|great|"
                r"\d+-second) ){0,2}(?:trailer|teaser)\b(?! (?:coming|park|home|life|due|on (?:its|the) way|planned|in the "
                r"works|soon|next|to "
                r"come|is))|"
                r"\bteased (?:season|series|the (?:new|third|next|second|fourth|final)|it|what)\b[^.;?!]{0,40}? (?:with|in) "
                r"(?:an?|the) "
                r"[^.;?!]{0,25}?\b(?:clip|video|spot|teaser|reel|post|montage)\b|"
                r"\b(?:watch|see|view|check out|catch|here is|here’s|here's) (?:the|a|our) (?:\w+ ){0,3}?(?:trailer|teaser)"
                r"(?: (?:above|below|here|now|online))?(?=[.,!:;]|$| (?:for|of)\b)|"
                r"\b(?:new|first|latest|full|official|final|second|extended) (?:trailer|teaser|clip|promo) (?:\w+ )?(?:shows?|"
                r"sees?|teases?|"
                r"hints?|reveals?|features?|gives?|offers?|opens|finds?|introduces?)\b"
            ),
        ),
    )
)


# Order matters: what is still kept from the public is read before what may be seen.
_NAMES = (
    r"sizzle|\bclip|first (?:images?|photos?|pictures?|stills?|shots)|\bpeek\b|teased|so much as a|-second|trailer|teaser|"
    r"\bpv\b|first[- ]look|sneak peek|footage|\bpromo\b|promo video|"
    r"announcement video|glimpse"
)
_AGAIN = regex(  # a sentence that goes on about the trailer of the one before it
    r"(?i)(?:[“\"A-Z]{0,2} ?)?(?:it|the (?:full )?(?:clip|video|spot|film)|a (?:longer|second|full|new) (?:one|"
    r"version))(?: \w+)?? "
    r"(?P<to>will|is (?:supposed|due|set|expected|likely|scheduled) to|should|is to|won[’']t|may|might)? ?(?P<not>not )?"
    r"(?:be |only )*(?P<what>drop|dropped|arrive|arrived|released?|uploaded|posted|come out|came out|land|landed|online|shown|"
    r"available|go online|went online|follow)\b[^.;?!]{0,40}"
)
_COMES_OUT = regex(
    r"(?i)(?:[“\"A-Z]{0,2} ?)?(?:it|that|they|the (?:full )?(?:clip|video|spot|film|thing)|a (?:longer|second|full|new|"
    r"proper) (?:one|version))"
    r"(?:[’']s)? (?:goes (?:online|live|up|out)|drops|lands|arrives|comes out|follows|(?<=[’']s )out|is out|hits (?:the web|"
    r"YouTube|"
    r"screens)) (?=on |in |next |this |at |tomorrow|later|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[^.;?!]{0,40}"
)
_STILL_TO_COME = regex(r"(?i)\b(?:will|should|is (?:to|due|set|expected)) ")
_DATED = frozenset({"released", "upcoming", "shown_privately"})


@only_for(*(pattern for _, pattern in _TRAILERS), _AGAIN, _COMES_OUT)
def trailers(place: Place, governed: list[Governed], used: set[int]) -> Iterator[Found]:
    """Find what is said of trailers; a date that belongs to one is taken (its start is added to ``used``)."""
    text = place.text
    taken: list[tuple[int, int]] = []
    for status, found in _said_of_trailers(place):
        start, end = found.span()
        if found.groupdict().get("own"):
            start = found.start("own")  # what comes of it later: "was shown to the press and will be online on Friday"
        if any(start < b and a < end for a, b in taken):
            continue
        taken.append((start, end))
        value: dict[str, object] = {"status": status}
        for one in governed if status in _DATED else ():
            if not _may_date(one, (start, end)) or one.dated.start in used:
                continue
            if status != "upcoming" and _STILL_TO_COME.search(text[start : one.dated.start]):
                continue  # "was shown to the press and will be online on Friday"
            window = window_of(place, one, past=status != "upcoming")
            if window and (one.event == "trailer" or start <= one.at <= end or start <= one.dated.start < end):
                value["window"] = window.value()
                used.add(one.dated.start)
                end = max(end, one.dated.end)
                break
        yield Found("trailer_status", start, end, value, season=season_of(text))


def _may_date(one: Governed, span: tuple[int, int]) -> bool:
    start, end = span
    of_it = one.event in {"trailer", "release", None} or (one.event == "announcement" and start <= one.at < end)
    return of_it and abs(one.dated.start - end) < _NEAR


_NEAR = 40  # characters between what is said of a trailer and its date


def _said_of_trailers(place: Place) -> Iterator[tuple[str, re.Match[str]]]:
    text, lower = place.text, place.lower
    if search(_NAMES, lower):
        yield from ((status, found) for status, pattern in _TRAILERS for found in pattern.finditer(text))
    elif place.before and search(_NAMES, place.before[-1].lower) and place.before[-1].block == place.sentence.block:
        found = _COMES_OUT.match(text)
        if found:
            yield "upcoming", found
            return
        found = _AGAIN.match(text)
        if found and (found["to"] or match(r"(?i)dropped|arrived|came|landed|went|released", found["what"])):
            yield "upcoming" if found["to"] else "released", found
