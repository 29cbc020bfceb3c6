"""Where a series is filmed, in plain words: "in the Scottish Highlands", "the crew flew to Malta for the finale"."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW
from cliffhanger.claims.kinds.homes.origins import PLACE_NAME, may_be_place
from cliffhanger.claims.names import fold
from cliffhanger.claims.patterns import Rules, live, regex
from cliffhanger.claims.seasons_said import season_of

_SPOT = rf"(?:the )?(?P<place>{PLACE_NAME}(?: of (?:the )?{PLACE_NAME})?(?: in (?!January|May\b|June|July){PLACE_NAME})?)"
_AT = r"(?:in and around|in|on|at|across|around|near|throughout|along|off|outside|between)"
_HOW = (
    r"(?:(?:on location|entirely|mostly|mainly|largely|partly|chiefly|primarily|again|once more|all|exclusively|principally|"
    r"almost entirely|back|for the first time|as ever|once again) ){0,2}"
)
_FILMED = r"(?i:filmed|shot|lensed|filming|shooting|films|shoots|photographed)"
_PART = (
    r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|heart|hills|mountains|wilds|"
    r"outskirts|suburbs|streets|"
    r"centre|center|coast|middle|highlands|backstreets|countryside|port|island|islands|valleys|docks)"
)
_THING = (
    rf"(?:the |its |most of the |much of the |all of the )?(?:[a-z-]+ )?(?:{KIND_OF_SHOW}|seasons?|episodes?|pilot|finale|run)"
)
_TEAM = (
    r"(?:cast and crew|crew|production|team|unit|cast|producers|makers|(?:show|series|drama|comedy|"
    r"production)[’']s (?:cast|crew)|"
    r"show|series|drama|cameras)"
)
_WENT = (
    r"(?:travel(?:s|led|ed|ling|ing)?|head(?:s|ed|ing)?|went|go(?:es)?|going|flew|fly|flies|flying|decamp(?:s|"
    r"ed|ing)?|return(?:s|ed|"
    r"ing)?|moved?|moves|moving|relocat(?:e|es|ed|ing)|sailed|journeyed)"
)
_DONE = r"(?:(?:is|are|was|were|will|be|been|has|have|had|being|also|then|now|to) ){0,4}"
_PLACES = (
    # "filmed in the Scottish Highlands", "shot on the Isle of Skye"
    regex(rf"\b{_FILMED} {_HOW}{_AT} the (?P<place>{PLACE_NAME}(?: of (?:the )?{PLACE_NAME})?)(?! \d)"),
    regex(rf"\b{_FILMED} {_HOW}{_AT} the (?:[a-z-]+ )?{_PART}(?: coast)? of {_SPOT}"),
    regex(rf"\b(?i:on location) {_AT} {_SPOT}"),
    regex(rf"\b(?:filmed|shot) not {_AT} (?:the )?{PLACE_NAME},? but {_AT} {_SPOT}"),
    regex(
        rf"\b(?i:filming|shooting|photography|location work|location shooting|(?:exterior|interior)s?(?: scenes)?|the shoot|"
        r"production)(?: [^.;?!]{2,30}?)? (?:took place|takes place|was done|were done|happened|was carried out|"
        rf"will take place) {_HOW}"
        rf"{_AT} {_SPOT}"
    ),
    regex(rf"\b(?i:{_THING}) {_DONE}(?:made|produced) {_HOW}{_AT} {_SPOT}"),
    regex(
        rf"\b(?i:{_TEAM}) {_DONE}{_WENT} (?:back |out |over )?to {_SPOT} (?:to (?:film|shoot|make)\b|for "
        r"(?:filming|shooting|location|the "
        rf"shoot|(?:the |its |a |some )?(?:[a-z]+ )?(?:finale|seasons?|series|shoot|episodes?|exteriors|scenes|weeks|block)))"
    ),
    regex(
        r"\b(?:[Tt]he|[Ii]ts|[Aa]ll|[Mm]ost|[’'](?:s)?) (?:main |standing |principal |interior |permanent |studio "
        r"|show[’']s |series[’'] "
        r"|production[’']s )*(?:sound ?stages?|stages|sets|studios|backlot|production base|production office|"
        r"studio base) (?:is|are|was|"
        rf"were)(?: based| located| built| all| housed)* (?:in|at|near|outside) {_SPOT}"
    ),
    regex(
        r"\b(?:[Ww]e|[Tt]hey|I)(?:[’']ve| have| had|[’']re| are| also| actually)* (?:shot|filmed|film|shoot|made|"
        r"filming|shooting) (?:(?:almost "
        r"|nearly )?(?:it|everything|all of it|most of it|it all|the lot)|the (?:whole |entire )?(?:thing|series|"
        r"show|season|pilot|"
        rf"finale)|(?:(?:the|some|most) )?(?:[a-z]+ )?(?:scenes|exteriors|interiors|episodes)) {_HOW}{_AT} {_SPOT}"
    ),
    regex(rf"\b(?i:use[sd]?|using|scouted) (?:real |several |many |various |some |other |the same )?locations? {_AT} {_SPOT}"),
    regex(
        r"\b(?:[Tt]he|[Ii]ts) (?:main |principal |primary |key |filming |central |chief ){0,2}locations? (?:is|"
        r"was|are|were|remains?) "
        rf"{_SPOT}"
    ),
    regex(
        r"\b(?:[Tt]he|[Ii]ts) (?:[a-z-]+ ){1,2}(?:in|of|seen in|shown in|featured in|used in|that appears in|"
        r"used for) the (?:show|series|drama|"
        rf"comedy|programme) is (?:actually |really |in fact |in reality )?(?:in )?{_SPOT}(?=[.,;]|$)"
    ),
    regex(
        rf"\bwith (?:studio|stage|interior|exterior|location) (?:work|scenes|filming|shooting|days) (?:in|at|on|around) {_SPOT}"
    ),
)
# "the show moved to Alberta for its tax credit", "fire destroyed two of the sets at Itaboraí", "made in Leicester for £2m"
_ELSEWHERE = (
    regex(
        rf"\b(?i:show|series|drama|comedy|thriller|sitcom|production|it|they|crew)(?: (?:has|had|have|then|later|will|would|is|"
        rf"also|now))* "
        rf"(?:moved?|moves|moving|relocated?|relocates|decamp(?:s|ed)|shift(?:s|ed)|upped sticks) (?:back |over |north |south |"
        rf"east |west |"
        rf"across )?(?:from (?:the )?{PLACE_NAME} )?to {_SPOT}(?=(?:(?! who| which)[^.;?!]){{0,70}}\b(?:tax|credits?|rebate|"
        rf"incentives?|costs?|"
        rf"filming|shoot\w*|cheaper|locations?|sets)\b)"
    ),
    regex(
        rf"\b(?:[Tt]wo|[Tt]hree|[Ss]ome|[Bb]oth|[Mm]ost|[Aa]ll|[Oo]ne|[Pp]art|[Mm]uch|destroyed|damaged|wrecked|flooded|burned "
        rf"down|burnt down|"
        rf"gutted)(?: (?:one|two|three|some|most|both|much|part))?(?: of)? (?:the |its |their )?(?:[a-z]+ )?(?:sets?|backlot|"
        rf"sound ?stages?) "
        rf"(?:in|at|near|outside) {_SPOT}"
    ),
    regex(
        rf"(?:^|, |\(|\band )[Mm]ade (?:entirely |mostly |largely |partly )?(?:in|at|on) {_SPOT}(?=[^.;?!]{{0,60}}(?:[£$€]|"
        rf"\b(?:hour|"
        rf"episode|apiece|series|season|show|drama|comedy|by)\b))"
    ),
    regex(
        rf"\b(?:[a-z]+ )?(?:scenes|exteriors|interiors|bits|sequences) (?:was|were|are|is) (?:all |mostly )?(?:done|filmed|"
        rf"shot|made) (?:in|at|"
        rf"on) (?:the )?(?:{PLACE_NAME} (?:in|at|on) )?{_SPOT}"
    ),
    regex(
        rf"{_SPOT} (?:(?:is|will|once again|again|also) )*(?:doubl(?:es?|ed|ing)|st(?:ands?|ood|anding) in) (?:up )?(?:for|as) "
        rf"(?:the |an? )"
        rf"(?:fictional|made-up|imaginary|show[’']s|series[’']|titular|invented) "
    ),
    regex(
        rf"\b(?i:filmed|shot) (?:mostly |entirely |partly )?(?:in|around|near) (?:my|our|his|her|their) (?:\w+ ){{1,2}}(?:of |"
        rf", ){_SPOT}"
    ),
)
_HOST = (
    regex(
        rf"{_SPOT},? where (?:the |its |all the |most of the |much of the |some )?(?:[a-z]+ )?(?:exteriors|interiors|scenes|"
        rf"sets?|series|show|"
        rf"drama|season|it) (?:is|are|was|were|has been|have been) (?:mostly |again |all |also )?(?:filmed|shot|made)\b"
    ),
    regex(
        rf"{_SPOT} (?:(?:will|has|is|was|once|again|long|been|also|now) ){{0,4}}(?:be )?(?:hosts?|hosted|hosting|home to|base "
        rf"for|the base for) "
        rf"(?:all )?(?:the |its )?(?:[a-z]+ )?(?:production|shoot|filming|sets|studio work|interiors|exteriors)\b"
    ),
)
# Where a shoot that goes on is at the moment is part of its status; where it has its base, or spent its weeks, is a place.
_LONGER = (
    regex(
        rf"\b(?i:filming|shooting|photography|the shoot) {_DONE}(?:again )?(?:based|centred|centered|headquartered) "
        rf"{_AT} {_SPOT}"
    ),
    regex(rf"\b(?i:crew|cast and crew|unit|team|makers) (?:has |have )?spent [\w -]{{3,30}} {_AT} {_SPOT}"),
)
_LISTED = regex(
    r"^(?:[•*–-] ?)?(?i:(?:filming |shooting )?locations?|filmed (?:in|at)|shot (?:in|at|on location in)|"
    r"where (?:it[’']s|it is) filmed)"
    rf"\s*[:\t] ?(?P<places>{PLACE_NAME}(?:(?:, | and |, and |; ){PLACE_NAME}){{0,6}})"
)
_SOMEBODY = regex(
    r"(?i)\b(?:he|she|who|they|ned|(?:an?|the|one|his|her|their) (?:[a-z-]+ )?(?:man|woman|boy|girl|victim|"
    r"officer|witness|detective|"
    r"stranger|father|mother|brother|sister|son|daughter|priest|guard|soldier|suspect|king|president|husband|wife|dog|advert|"
    r"commercial|video|documentary|film|movie|album)) (?:was|is|gets?|got|were|been|has been|had been) (?:[a-z]+ )?(?:shot|"
    r"filmed|photographed) "
)
_TIME = regex(
    r"^(?:New Year|(?:Nineteen )?(?:Fift|Sixt|Sevent|Eight|Ninet)ies|Middle Ages|Covid|TV|US Open|Oval|Spring|"
    r"Autumn|English|French|"
    r"German|Spanish|Italian|Welsh|Irish|Gaelic|Hindi|Tamil|Korean|Japanese|Mandarin|Arabic|Danish|Swedish|"
    r"Dutch|HD|IMAX|CGI)\b(?! [A-Z])"
)


_TOLD = Rules((pattern,) for pattern in (*_PLACES, *_LONGER, *_ELSEWHERE, *_HOST))


def plain_places(place: Place) -> Iterator[Found]:
    """Find places of filming by what is plainly said of the shoot, the sets or the crew's journeys."""
    text = place.text
    listed = _LISTED.match(text) if place.sentence.block.kind in {"item", "row", "paragraph"} else None
    if listed:
        for one in regex(PLACE_NAME).finditer(listed["places"]):
            at = listed.start("places") + one.start()
            yield Found("location", at, at + len(one[0]), {"place": one[0]}, season=season_of(text))
        return
    for (pattern,) in live(_TOLD, text):
        for found in pattern.finditer(text):
            name = found["place"]
            if _SOMEBODY.search(text[max(0, found.start() - 45) : found.end()]) or not _may_be(place, name, found.start("place")):
                continue
            at = found.start("place")
            yield Found("location", at, at + len(name), {"place": name}, season=season_of(text))
            more = regex(rf"(?:(?:,| and|, and)(?: {_AT})? (?:the )?(?P<place>{PLACE_NAME}))").match(text, found.end())
            if more and _may_be(place, more["place"], more.start("place")) and _ENDS.match(text, more.end()):
                at = more.start("place")
                yield Found("location", at, at + len(more["place"]), {"place": more["place"]}, season=season_of(text))


def _may_be(place: Place, name: str, at: int) -> bool:
    """Say whether a name may be a place's; "the Scottish Highlands" look like somebody's name, but for the article."""
    if _TIME.match(name):
        return False
    context = place.context
    known = context.is_network(name) or context.is_series(name) or fold(name) in context.characters
    return may_be_place(place, name) or (place.text[:at].endswith(" the ") and not known and not _TIME_OF_YEAR.match(name))


_TIME_OF_YEAR = regex(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Fall|Winter|"
    r"Season|Series|Episode|Covid|COVID)\b"
)
_ENDS = regex(r"[.,;:)]|$| (?:for|in|over|during|last|this|between|from)\b")
