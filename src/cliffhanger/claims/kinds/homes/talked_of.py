"""Homes that a series may get, does not get or got abroad: shopped, talked of, denied by whom it was said of, bought abroad."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.claim import Attribution, Polarity, Standing
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW
from cliffhanger.claims.kinds.homes.channels import NOUN, TERRITORY, is_home, last_home
from cliffhanger.claims.lands import is_land
from cliffhanger.claims.names import TITLE_NAME, UPPER, fold, trimmed
from cliffhanger.claims.patterns import Rules, live, only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_NAME = rf"(?P<name>{TITLE_NAME})"
_SHOW = (
    rf"(?:it\b|them\b|(?:the|its|this|our|their) (?:\w+ ){{0,2}}?(?:{KIND_OF_SHOW}|title|project|format|rights)\b|"
    rf"[“‘\"]|(?:season|series) \w+)"
)
_BUYERS = (
    r"(?:buyers?|networks?|broadcasters?|platforms?|streamers?|services?|channels?|suitors?|parties|companies|outlets?|rivals?)"
)
_SHOPPED = regex(
    rf"\b(?:(?:is|are|was|were|be|been|being|now|still|reportedly) )+shopp(?:ed|ing)(?: around)?(?= (?:to|around|elsewhere|"
    rf"out|at|in)\b| {_SHOW}|[.,;])|"
    rf"\bshop(?:s|ped|ping)?(?: around)? {_SHOW}(?: \w+)?? (?:around|elsewhere|to|out)\b|"
    rf"\b(?:taken?|taking|took) {_SHOW}(?: \w+)?? (?:to market|out to (?:other )?{_BUYERS})"
)
_TO_PICK_UP = regex(
    rf"{_NAME} (?:(?:is|are|was|were|has|have|been|reportedly|now|also|said|to|be|understood|believed|thought) )*in (?:\w+ "
    rf")?(?:talks|discussions|negotiations|conversations) "
    rf"(?:to|about|over) (?:pick(?:ing)? (?:it|the \w+|them) up|tak(?:e|ing) (?:it|the \w+) (?:on|over)|sav(?:e|ing)|"
    rf"rescu(?:e|ing)|acquir(?:e|ing)|buy(?:ing)?|licens(?:e|ing)|carry(?:ing)?|host(?:ing)?)"
)
_GO_ON = regex(
    rf"\b(?:talks|conversations|discussions|negotiations) with (?:[“\"]?(?:more than one|several|other|two|three|a number "
    rf"of|multiple|various|potential|at least one|another)[”\"]? )+{_BUYERS} "
    r"(?:(?:are|is|were|still|also) )*(?:continu\w+|ongoing|under ?way|going on|at an early stage|advanced)\b"
)
_REFUSES = (
    r"(?:(?:is|are|was|were|[’']s|[’']re)(?: [“\"]?not|n[’']t)(?: currently| presently| actively)? (?:in (?:any )?(?:talks|"
    r"discussions|negotiations|conversations)|bidding|"
    r"talking to|involved (?:with|in)|interested in|pursuing|looking (?:at|to (?:buy|acquire|pick))|buying|picking up|"
    r"acquiring)|"
    r"(?:had|has|have) (?:made|tabled|submitted|put in) no (?:\w+ )?(?:offer|bid|approach|enquiry)|"
    r"(?:had|has|have)(?: not|n[’']t|n[’']t ever| never) (?:made|tabled|submitted|put in|been in|held|had|approached|"
    r"discussed|bid|spoken|enquired|inquired)\b|"
    r"(?:had|has|have) no interest in|(?:had|has|have) no (?:plans?|intention) (?:to|of) (?:pick|acquir|buy|bid|sav|rescu|"
    r"tak|licens)\w*|"
    r"(?:did|do|does)(?: not|n[’']t) (?:own|hold|have) (?:the |any )?rights)"
)
_NOT_US = regex(
    rf"(?P<what>(?:\b(?:[Ww]e|[Ii]t|[Tt]hey|[Tt]he (?:company|streamer|network|service|broadcaster|platform|channel))|"
    rf"\bthere) ?[“\"]?{_REFUSES}[^.;?!”\"]{{0,70}}|"
    rf"\b(?:denied|denies) (?:that )?(?:it (?:is|was|had)|being|having|bidding|any (?:interest|talks|offer))[^.;?!]{{0,60}})"
)
_TELLER = regex(
    rf"(?:And |But |[Oo]n \w+,? |[Aa] spokes\w+ for )?(?P<name>[{UPPER}][\w&-]*\+?(?: [{UPPER}\d][\w&-]*\+?)?)(?:[’']s "
    rf"(?:[a-z]+ ){{1,2}})?(?=[^“\"]{{0,60}}(?:said|says|told|tells|insist|answer|repl|respond|wrote|denie))"
)
_OF_DEAL = (
    r"(?i)\b(?:series|show|title|drama|comedy|it|rights|deal|offer|bid|anyone|anybody|talks|discussions|project|"
    r"format|programme|makers|producers|season|about [“‘\"A-Z])\b"
)
_IN_LAND = regex(
    rf"\b(?:[Ii]n|[Aa]cross|[Oo]utside) (?P<where>{TERRITORY}),? (?:[^.;?!]{{0,60}} )?(?:(?:has|have|had|will|is|are|was|"
    rf"were|be|been|to|also|now|already) )+"
    rf"(?:bought|acquired|picked up|shown|carried|broadcast|streamed|licensed|snapped up|screened|aired) by (?:the "
    rf")?(?:(?:[a-z-]+ ){{0,3}}{NOUN} )?"
    rf"(?P<name>[{UPPER}][\w’&-]*\+?(?: [{UPPER}\d][\w’&-]*\+?){{0,2}})"
)
_WENT_TO = regex(
    rf"\b(?:[Ss]eason|[Ss]eries|[Rr]ights|[Ff]ormat|{KIND_OF_SHOW})\b[^;?!]{{0,130}}? (?:went|gone|goes|travell?ed|has "
    rf"been) to (?P<lands>(?:the )?[{UPPER}][\w.]+(?: [{UPPER}]\w+)?"
    rf"(?:(?:, | and |, and )(?:the )?[{UPPER}][\w.]+(?: [{UPPER}]\w+)?){{0,5}})"
)
_ADJECTIVES = {
    "british": "UK",
    "american": "US",
    "french": "France",
    "german": "Germany",
    "italian": "Italy",
    "spanish": "Spain",
    "portuguese": "Portugal",
    "dutch": "Netherlands",
    "swedish": "Sweden",
    "danish": "Denmark",
    "norwegian": "Norway",
    "finnish": "Finland",
    "polish": "Poland",
    "japanese": "Japan",
    "korean": "South Korea",
    "canadian": "Canada",
    "australian": "Australia",
    "irish": "Ireland",
    "belgian": "Belgium",
    "austrian": "Austria",
    "swiss": "Switzerland",
    "greek": "Greece",
    "turkish": "Turkey",
    "brazilian": "Brazil",
    "mexican": "Mexico",
    "indian": "India",
    "chinese": "China",
}
_ADJECTIVE = rf"(?P<adjective>(?i:{'|'.join(_ADJECTIVES)}))"
_SALE = regex(
    rf"\b[Aa]n? {_ADJECTIVE} (?:sale|deal|buyer|broadcaster|home)(?: (?:is|was|has been|are|will be|has))+(?: (?:said|"
    rf"understood|believed|thought|reported) to be)? "
    r"(?:close|near|imminent|in the works|being (?:discussed|negotiated|finalised)|under discussion|agreed|lined up|"
    r"expected|(?:circling|interested)(?= in (?:it\b|the (?:series|show|drama|comedy|format|rights|project))|[.,;]))"
)
_LAND_RIGHTS = regex(
    rf"(?P<name>[{UPPER}][\w’&-]*\+?(?: [{UPPER}\d][\w’&-]*\+?){{0,2}}) (?:(?:has|have|had|also|now|since|already) "
    rf")*(?:bought|acquired|picked up|snapped up|secured|took|taken|holds?|owns?|won) "
    rf"(?:the |all )?(?:exclusive )?{_ADJECTIVE} (?:(?:broadcast|streaming|television|TV) )?rights\b"
)
_BOUGHT_FOR = regex(
    rf"(?P<name>[{UPPER}][\w&-]*\+?(?: [{UPPER}\d][\w&-]*\+?){{0,2}}) (?:(?:has|have|had|also|already|now) )*(?:bought|"
    rf"acquired|licensed|snapped up|taken|picked up) (?:it|(?:the|both|all|season|series) (?:\w+ )?(?:{KIND_OF_SHOW}|"
    rf"seasons?|series|one|two|three)) for (?P<where>{TERRITORY})"
)
_WENT_RIGHTS = regex(
    rf"\b{_ADJECTIVE} (?:(?:broadcast|streaming|television|TV) )?rights (?:(?:have|has|had|were|was|been|will|already) "
    rf")*(?:gone|went|go|sold|belong|passed|licensed) to (?:the )?(?P<name>[{UPPER}][\w&-]*\+?(?: "
    rf"[{UPPER}\d][\w&-]*\+?){{0,2}})"
)
_DEALS_IN = regex(
    rf"\b(?:closed|struck|signed|done|secured|made|sealed|announced|concluded) (?:(?:new|further|several|two|three|sales|"
    rf"licensing) )*(?:deals?|sales|agreements) (?:in|for|with broadcasters in) (?P<lands>(?:the )?[{UPPER}][\w.]+(?: "
    rf"[{UPPER}]\w+)?"
    rf"(?:(?:, | and |, and )(?:the )?[{UPPER}][\w.]+(?: [{UPPER}]\w+)?){{0,5}})"
)
_DROPS = regex(
    rf"(?P<name>[{UPPER}][\w&-]*\+?(?: [{UPPER}\d][\w&-]*\+?)?) (?:(?:is|has|will|are|to|set|be) )*(?:dropp(?:ing|ed)|"
    rf"drops|remov(?:ing|es|ed|e)|pull(?:ing|s|ed)?|tak(?:ing|es|en|e)) "
    rf"(?:it|the (?:\w+ )?(?:{KIND_OF_SHOW})|both (?:seasons|series)|all (?:\w+ )?(?:seasons|episodes)) (?:from (?:its|"
    rf"the) (?:library|service|platform|catalogue|catalog|site|app|line-?up)|off (?:its|the) (?:service|platform|site))"
)
_OUT = regex(
    rf"{_NAME} (?:has|have|had|is|are) (?:(?:also|now|since|already) )*(?:ruled (?:itself|themselves) out|walked away|out "
    rf"of the running|pulled out of (?:the )?(?:talks|bidding|race)|withdrawn (?:from|its)|dropped out of)\b"
)
_SOUNDED = regex(
    rf"\b(?:[Oo]ther|[Rr]ival|[Ss]everal|[Tt]wo|[Tt]hree|[Ss]ome|[Ff]oreign|[Pp]otential|[Aa] number of) (?:\w+ "
    rf")?{_BUYERS} (?:have|had|are|were) (?:(?:been|being|also|already) )*(?:sounded out|contacted|approached|offered "
    rf"(?:it|the \w+))"
)
_CARRIED = regex(
    rf"(?:{_NAME}, which|\b[Tt]he (?:[a-z]+ )?{NOUN} (?:which|that)) (?:also |already |now )?(?:carries|shows|airs|streams|"
    rf"broadcasts|carried|distributes|screens) "
    rf"(?:it|them|the (?:\w+ )?{KIND_OF_SHOW})(?: (?P<where>abroad|internationally|worldwide|overseas|globally|outside "
    rf"(?:the )?[{UPPER}][\w.]*(?: [{UPPER}]\w+)?|in (?:the )?[{UPPER}][\w.]*(?: [{UPPER}]\w+)?))"
    rf"(?:,? (?P<after>{TITLE_NAME}),)?"
)
_REPEATS = regex(
    rf"\b[Rr]epeats (?:(?:are|will|also|of [^.;?!]{{3,30}}) )*(?:go out|air|run|be shown|shown|play|begin)(?: "
    rf"\w+)?? on {_NAME}"
)
_NATURAL = regex(
    rf"{_NAME} (?:would|could|might|may) (?:be|make|prove) (?:an?|the|its) (?:[a-z]+ ){{0,2}}?(?:home|fit|match|"
    rf"destination|savio(?:u)?r)\b|{_NAME.replace('name', 'other')} (?:could|might|may) (?:yet |still )?(?:come|ride) to "
    rf"the rescue\b"
)
_TABLE = regex(
    r"\b(?P<no>[Nn]o (?:firm |formal |concrete |other )?(?:offers?|bids?|buyer|deal|takers?) (?:is|are|was|were|has|have|"
    r"had)(?: been)?(?: yet| currently)? (?:on the table|in sight|close|near|imminent|forthcoming|materiali[sz]ed|emerged|"
    r"come forward))"
)
_PLAYER = regex(
    rf"\bon (?:the )?(?P<name>[{UPPER}][\w+&-]*(?: [{UPPER}][\w+&-]*)?) (?P<sort>[Pp]layer|app|hub|website|"
    rf"catch-up service|streaming service)\b"
)
_FILM_PLACE = r"(?i)\b(?:ferry|flight|moved|moves|emigrat\w*|husband|wife|character|holiday|soldiers?)\b"


@only_for(
    _BOUGHT_FOR,
    _WENT_RIGHTS,
    _DEALS_IN,
    _DROPS,
    _OUT,
    _SOUNDED,
    _SHOPPED,
    _TO_PICK_UP,
    _GO_ON,
    _NOT_US,
    _IN_LAND,
    _WENT_TO,
    _SALE,
    _LAND_RIGHTS,
    _CARRIED,
    _REPEATS,
    _NATURAL,
    _TABLE,
    _PLAYER,
)
def talked_of(place: Place) -> Iterator[Found]:
    """Find homes in talk and abroad, each with its words."""
    season = season_of(place.text)
    for pattern, status in ((_SHOPPED, "being_shopped"), (_SOUNDED, "being_shopped"), (_GO_ON, "in_talks")):
        for found in pattern.finditer(place.text):
            if (
                pattern is _GO_ON
                or _of_a_show(place)
                or search(rf"^ to (?:the |other |rival )*{_BUYERS}\b", place.text[found.end() :])
            ):
                yield Found("platform", *found.span(), {"name": "unknown", "status": status}, season=season)
    yield from _refused(place)
    for found, value, polarity, standing in _plainly(place):
        yield Found("platform", *found.span(), value, polarity, standing=standing, season=season)
    for found in (*_WENT_TO.finditer(place.text), *_DEALS_IN.finditer(place.text)):
        lands = [name for name in regex(r", and | and |, ").split(found["lands"]) if is_land(name)]
        if not search(_FILM_PLACE, found[0]):
            at = found.start("lands")
            for name in lands:
                at = place.text.index(name, at)
                value = {"status": "sold", "territory": name.removeprefix("the ").rstrip(".")}
                yield Found("platform", at, at + len(name), value, season=season)


def _of_a_show(place: Place) -> bool:
    series = place.context.series_pattern
    return search(
        rf"\b(?:{KIND_OF_SHOW}|rights|season|it|them|producers?|"
        rf"studio)\b",
        place.lower,
    ) is not None or bool(series and series.search(place.text))


def _refused(place: Place) -> Iterator[Found]:
    """The one of whom it was said denies it: whoever speaks is a home, and not the one that shows the series already."""
    text = place.text
    for found in _NOT_US.finditer(text):
        if not search(_OF_DEAL, found["what"]) or search(
            r"(?i)\b(?:renew|third season|fourth season|second season|"
            r"cancel)",
            found["what"],
        ):
            continue
        named = [
            trimmed(one)[0].removesuffix("’s").removesuffix("'s")
            for one in regex(TITLE_NAME).findall(text[: found.start()] + text[found.end() :])
        ]
        teller = _TELLER.match(text)
        said = teller["name"] if teller and _may_be_home(place, teller["name"], sure=True) else None
        name = next((one for one in named if is_home(place, one)), None) or said or _asked(place)
        if name and fold(name) != fold(place.context.owner or ""):
            value = {"name": name, "status": "in_talks"}
            by = Attribution("network_or_studio", name)
            yield Found("platform", *found.span("what"), value, "-", standing="denied", by=by, season=season_of(text))


def _asked(place: Place) -> str | None:
    """Whose answer it is, where the sentence names nobody: the home that the sentence before or the last claim names."""
    for one in reversed(place.last):
        if one.kind == "platform" and one.value.get("name") not in {None, "unknown"}:
            return str(one.value["name"])
    before = place.before[-1].text if place.before else ""
    return next(
        (
            name
            for one in regex(TITLE_NAME).findall(before)
            if is_home(place, name := trimmed(one)[0].removesuffix("’s").removesuffix("'s"))
        ),
        None,
    )


_PLAIN: Rules[str] = Rules(
    (
        ("in_talks", _TO_PICK_UP),
        ("", _IN_LAND),
        ("sold", _LAND_RIGHTS),
        ("sold", _WENT_RIGHTS),
        ("sold", _BOUGHT_FOR),
        ("", _CARRIED),
        ("", _REPEATS),
        ("possible", _NATURAL),
        ("", _PLAYER),
    )
)


def _plainly(place: Place) -> Iterator[tuple[re.Match[str], dict[str, str], Polarity, Standing | None]]:
    for status, pattern in live(_PLAIN, place.text):
        for found in pattern.finditer(place.text):
            said = found.groupdict()
            name = trimmed(said.get("name") or said.get("other") or said.get("after") or "")[0]
            if not name and pattern is _CARRIED:
                name = last_home(place, found.start()) or ""
            if pattern is _PLAYER:
                if not (place.context.is_network(name) or is_home(place, name)):
                    continue
                name = f"{name} {said['sort']}"
            elif not _may_be_home(place, name, sure=pattern in {_IN_LAND, _LAND_RIGHTS, _BOUGHT_FOR, _WENT_RIGHTS, _CARRIED}):
                continue
            where = said.get("where") or _ADJECTIVES.get((said.get("adjective") or "").lower())
            value = (
                {"name": name}
                | ({"status": status} if status else {})
                | ({"territory": regex(r"^in (?:the )?").sub("", where)} if where else {})
            )
            yield found, value, "+", "speculation" if pattern is _NATURAL else None
    for found in _SALE.finditer(place.text):
        yield found, {"name": "unknown", "status": "in_talks", "territory": _ADJECTIVES[found["adjective"].lower()]}, "+", None
    for pattern in (_DROPS, _OUT):
        for found in pattern.finditer(place.text):
            if _may_be_home(place, name := trimmed(found["name"])[0], sure=pattern is _DROPS):
                yield found, {"name": name} | ({"status": "passed"} if pattern is _OUT else {}), "-", None
    for found in _TABLE.finditer(place.text) if _of_a_show(place) else ():
        yield found, {"name": "unknown", "status": "deal" if "deal" in found[0] else "in_talks"}, "-", None


def _may_be_home(place: Place, name: str, *, sure: bool) -> bool:
    """Say whether a name is a home's; where the words say so, any is that belongs to nobody."""
    context = place.context
    known = {fold(name), fold(name.rsplit(maxsplit=1)[-1])} if name else set()
    if not name or context.is_series(name) or known & (context.players | context.characters | context.makers):
        return False
    return sure or is_home(place, name)
