"""Where a series is shown or sold in further words, and which names that follow "on" are no homes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW
from cliffhanger.claims.kinds.homes.channels import NOUN, TERRITORY, is_home, last_home
from cliffhanger.claims.names import SCORE_SITES, UPPER, fold
from cliffhanger.claims.patterns import only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_PLAIN = rf"(?P<name>[{UPPER}][\w’'&-]*\+?(?: [{UPPER}\d][\w’'&-]*\+?){{0,3}})"
_SEVERAL = (
    r"(?:(?:more than|over|almost|nearly|about|around|some|at least|all) )?(?:\d+|two|three|four|five|six|seven|eight|nine|"
    r"ten|eleven|"
    r"twelve|[a-z]+teen|twenty|thirty|forty|fifty|sixty|several|a dozen|two dozen|dozens of)(?:-[a-z]+)? (?:other |foreign |"
    r"more |"
    r"European |overseas )?(?:countries|territories|markets|regions)"
)
_SOLD_IN = regex(
    rf"\b(?:sold|licensed|pre-?sold|presold|exported|picked up|bought|syndicated|snapped up|acquired)(?: (?:it|the (?:\w+ )?"
    rf"{KIND_OF_SHOW}))?(?: by [a-z]+)? (?:in(?:to)?|across|for) (?P<where>{_SEVERAL})|"
    rf"\b[Ss]ales to (?P<to>{_SEVERAL})|\brights (?:in|for|to) (?P<of>{_SEVERAL}) (?:have|has|had) (?:been )?(?:already "
    rf")?(?:sold|gone)"
)
_BUYERS = (
    r"(?:compan(?:y|ies)|streamers?|networks?|broadcasters?|buyers?|platforms?|channels?|services?|parties|outlets?|rivals?|"
    r"studios?|"
    r"financiers?)"
)
_KEEN = regex(
    rf"\b(?P<who>(?:(?:one|two|three|four|several|some|other|another|rival|a few|at least one|a number of|more than one|multiple|"
    rf"various|streaming|different|foreign|a) )+{_BUYERS})\b(?: \w+)?? (?:(?:has|have|had|is|are|was|were|also|already|since|"
    rf"reportedly) )*(?P<how>"
    r"asked (?:about|after|for)|enquired|inquired|expressed (?:an |some )?interest|shown (?:an |some )?interest|showing "
    r"interest|been in "
    r"touch|got in touch|rung|approached|made (?:an )?(?:enquir|inquir|approach)\w+|sniffing around|sniffed around|circling|"
    r"interested|keen|looking at|want(?:s|ed)? it|put (?:their|its) hands? up)\b|"
    rf"\binterest (?:from|shown by|expressed by|among) (?:(?:other|two|three|several|rival|some|a number of|another|at least "
    rf"one|more than "
    rf"one|a few|potential|foreign) )+{_BUYERS}\b"
)
_ASKING = regex(
    rf"\b(?:talk(?:s|ed|ing)?|speak(?:s|ing)?|spoken) to (?:anyone|anybody|everyone|everybody|whoever)\b[^.;?!]{{0,40}}|"
    rf"\b(?:in search of|hunt(?:ing)? for|search for|in need of|needs?|needed|bid to find|efforts? to find|in the market for|"
    rf"looking to "
    rf"find|"
    rf"without) (?:an?|another) (?:(?:new|alternative|different|second|fresh) )?(?:home|buyer|broadcaster|backer|network|"
    rf"streamer|platform)"
    rf"\b|\bopen to (?:offers|other homes|bids)\b|\b(?:rights|{KIND_OF_SHOW}) (?:is|are) (?:now )?(?:available|for sale|"
    rf"free)(?= to "
    rf"(?:other|any|rival))"
)
_TRADE = regex(rf"\b(?:{KIND_OF_SHOW}|rights|season|episodes|producers?|makers|studio|network|broadcaster|programme)\b")
_OF_A_DEAL = regex(r"\b(?:home|rights|buyer|saving|rescu\w+|deal|series|show)\b")
_BOUGHT = regex(
    rf"\b(?P<who>[Tt]he (?:[a-z-]+ )?{NOUN}|[Ii]t) (?:(?:has|have|had|also|already|since) )+(?:bought|acquired|picked up|"
    rf"licensed|snapped "
    rf"up|secured|taken) (?:the )?(?:rights to )?(?:(?:the|both|all|its|season|series|first|second|third|fourth|fifth|new|"
    rf"next|two|three|"
    rf"UK|U\.K\.|US|U\.S\.) )+?(?:{KIND_OF_SHOW}|seasons?|series|runs?|rights|\w+(?=[,.]))"
)


_FROM_TO = regex(
    rf"\b(?:mov(?:e|es|ed|ing)|switch(?:es|ed|ing)?|shift(?:s|ed|ing)?|jump(?:s|ed|ing)?|transfer(?:s|red|ring)?|migrat(?:es|"
    rf"ed|ing)|"
    rf"decamp(?:s|ed)?) (?:over )?from (?:the )?(?P<old>[{UPPER}][\w’&+-]*(?: [{UPPER}\d][\w’&+-]*){{0,2}}) to (?:the "
    rf")?(?:[a-z-]+ ){{0,3}}?{_PLAIN}"
)


@only_for(_FROM_TO, _SOLD_IN, _KEEN, _ASKING, _BOUGHT)
def more_homes(place: Place) -> Iterator[Found]:
    """Find sales to so many countries, buyers without a name who are interested, and that a series asks for a home."""
    text, lower = place.text, place.lower
    season = season_of(text)
    for found in _FROM_TO.finditer(text):
        if is_home(place, found["old"]) and not place.context.is_series(found["name"]):
            yield Found("platform", found.start(), found.end(), {"name": found["name"]}, season=season)
    for found in _SOLD_IN.finditer(text):
        where = re.sub(r"^all ", "", found["where"] or found["to"] or found["of"])
        yield Found("platform", found.start(), found.end(), {"status": "sold", "territory": where}, season=season)
    for found in _KEEN.finditer(text):
        if _TRADE.search(lower) or " it" in lower:
            yield Found("platform", found.start(), found.end(), {"name": "unknown", "status": "interested"}, season=season)
    for found in _ASKING.finditer(text):
        if _TRADE.search(lower) and not (" to any" in found[0] and not _OF_A_DEAL.search(lower[found.start() :])):
            yield Found("platform", found.start(), found.end(), {"name": "unknown", "status": "being_shopped"}, season=season)
    for found in _BOUGHT.finditer(text):
        name = last_home(place, found.start())
        if name:
            yield Found("platform", found.start(), found.end(), {"name": name, "status": "sold"}, season=season)


_ALSO_ON = regex(
    rf"^(?: in {TERRITORY})?(?:,? and|,)(?: also)?(?: (?P<on>on|via|to))?(?: (?:the|its|their))?(?: (?:[a-z-]+ "
    rf"){{0,4}}(?P<noun>{NOUN}),?)? "
    rf"{_PLAIN}(?=[.,;]| (?:from|at|in|this|next|on|later)\b|$)(?: in (?P<where>{TERRITORY}))?"
)


def joined_home(place: Place, first: Found) -> Found | None:
    """Return the second home of "on Boreal and the free streaming service Boreal Go", "on Piko in America and on TV Maple"."""
    named = place.text.find(str(first.value["name"]), first.start)
    at = named + len(str(first.value["name"])) if named >= 0 else first.end
    found = _ALSO_ON.match(place.text[at : at + 120])
    if found is None or not (found["on"] or found["noun"] or is_home(place, found["name"])):
        return None
    name, context = found["name"], place.context
    if (
        context.is_series(name)
        or (not found["noun"] and fold(name) in context.people)
        or search(r"^(?:\w+day|Christmas|Instagram)\b", name)
    ):
        return None
    if not (found["noun"] or is_home(place, name) or found["where"] or found["on"]):
        return None
    value = {"name": name} | ({"territory": found["where"]} if found["where"] else {})
    start = at + found.start("name")
    return Found("platform", start, at + found.end(), value, season=season_of(place.text))


_SOCIAL = regex(
    r"^(?:YouTube|Instagram|Twitter|X|TikTok|Facebook|Reddit|Discord|Twitch|Spotify|IMDb|Letterboxd|Threads|Bluesky|Mastodon|"
    r"Telegram|WhatsApp|Snapchat|Tumblr|Quora|Pinterest|Patreon|Substack|Weibo|WeChat|LinkedIn|Kickstarter|Wikipedia|Google|"
    r"Koo|ShareChat|Signal|Messenger|Steam|Etsy|eBay)$"
)
_FREE_THERE = regex(
    r"(?i)\b(?:stream(?:s|ing)?|available|episodes?|seasons?|premieres?|launch\w*|debuts?|"
    r"free)\b[^.;?!]{0,30}$"
)
_CLIP = regex(
    r"(?i)\b(?:trailers?|teasers?|clips?|videos?|viral|posts?|comments?|views|interview|podcast|footage|"
    r"followers)\b"
)
_A_PLACE = regex(
    r"^ (?:docks?|coast|estate|waterfront|quays?|quayside|border|river|canal|peninsula|moors?|islands?|marsh\w*|cliffs?|"
    r"backlot|lot|front|"
    r"estuary|plains?|hills|mountains|seafront|harbour|railway|line|road|motorway)\b"
)
_MADE_ON = regex(r"(?i)\b(?:filmed|shot|set|shooting|filming|built|based|lives?|living|stands?|films|shoots)(?: \w+)? $")
_SCORED = regex(r"(?i)(?:%|per ?cent|percent|scor\w+|rat(?:ed|ing)s?|stars|out of (?:10|ten|five|5)|\d/10)[^.;?!]{0,50}$")
_JUDGES = regex(
    r"(?i)\b(?:viewers|users|critics|audiences?|reviewers|fans|score|rating|average)(?: \w+)? on $|^(?:[^.]* "
    r")?on $"
)
_STREAMS_OF = regex(r"(?i)(?:million|thousand|\d) streams$")


_OF_STAFF = regex(  # "head of drama at Brightline": where somebody works
    r"(?i)\b(?:heads?|chiefs?|presidents?|executives?|controllers?|commissioners?|boss(?:es)?|"
    r"vice[- ]president|spokes\w+|editor)\b[^.;,]{0,40} "
    r"(?:at|for|of) (?:the )?$"
)


# "shown at the Rowan festival", "in Hindi, Marathi and Tamil", "has signed up for a hospital drama on Vela"
_AN_EVENT = regex(
    r"(?i)^(?: [\w’'-]+){0,2}? (?:festivals?|conventions?|awards?|ceremony|conference|comic-?con|expo|showcase|upfronts?|market|"
    r"panel|summit|gala|cinemas?|theatres?|museum|library|town hall|podcast|newsletter)\b"
)
_LANGUAGES = regex(
    r"^(?:(?:Hindi|Marathi|Tamil|Telugu|Malayalam|Kannada|Bengali|Punjabi|Gujarati|Urdu|English|French|German|Spanish|Italian|"
    r"Portuguese|Dutch|Danish|Swedish|Norwegian|Finnish|Polish|Czech|Japanese|Korean|Mandarin|Cantonese|Chinese|Thai|Arabic|"
    r"Turkish|Hebrew|Russian|Ukrainian|Welsh|Irish|Gaelic|Catalan|Basque|Greek)(?:, | and |, and |$))+$"
)
_ANOTHER_JOB = regex(
    r"(?i)\b(?:signed (?:up|on) (?:for|to)|joined|joins|has joined|is joining|landed|booked|taken|took|found|got|gone into|"
    r"cast in|"
    r"now (?:stars?|starring|working|filming) (?:in|on)|moved on to|committed to) (?:an?|another|the lead in an?|a (?:part|role|"
    r"job) in an?) (?:[a-z-]+ ){0,4}(?:drama|series|comedy|sitcom|show|soap|thriller|procedural|job|role) (?:on|at|for) "
    r"(?:the )?$"
)
_LOST_BY = regex(r"(?i)\b(?:dropped|drops|axed|cancell?ed|scrapped|dumped|let go|rejected|turned down) (?:by|from) (?:the )?$")
_A_SHARE = regex(
    r"(?i)^ carries (?:about |around |roughly |some |almost |nearly )?(?:[\d,.]+ ?(?:%|per ?cent|percent)|half|a (?:third|"
    r"quarter|"
    r"fifth)|two-thirds|most|the (?:rest|cost|bulk|burden|risk))"
)


def _is_something_else(text: str, at: int, name: str) -> bool:
    """Say whether a name is that of an event or of languages, or of a channel for which somebody works or that let it go."""
    before, after = text[max(0, at - 110) : at], text[at + len(name) :]
    return (
        _AN_EVENT.match(after) is not None
        or _LANGUAGES.match(name) is not None
        or _ANOTHER_JOB.search(before) is not None
        or _LOST_BY.search(before) is not None
        or _A_SHARE.match(after) is not None
    )


def is_no_home(place: Place, found: Found) -> bool:
    """Say whether a name after "on" is a site of scores, a place where something was filmed, or a site where a clip stands."""
    text = place.text
    name = str(found.value.get("name") or "")
    if name in SCORE_SITES:
        return True
    at = text.find(name, found.start) if name else -1
    if at < 0:
        return bool(_STREAMS_OF.search(text[: found.start + len("streams")]))
    before = text[max(0, at - 80) : at]
    if _OF_STAFF.search(before) or _is_something_else(text, at, name):
        return True
    if _SOCIAL.match(name):
        return bool(_CLIP.search(text)) or not _FREE_THERE.search(before)
    if not before.endswith((" on ", " on the ", "On ", "On the ")):
        return False
    bare = before.removesuffix("the ")
    if _A_PLACE.match(text[at + len(name) :]) or _MADE_ON.search(bare.removesuffix("on ")):
        return True
    return bool(_SCORED.search(bare) and _JUDGES.search(bare)) and "share" not in bare
