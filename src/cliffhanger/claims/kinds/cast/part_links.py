"""Parts linked with actors by few words: "Captain Bell will be Jo Kim", "Rosa — that’s Maya Lin"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast.lists import acting
from cliffhanger.claims.kinds.cast.names import CAPITALS, CHARACTER, character_in, in_the_cast
from cliffhanger.claims.kinds.cast.rules import NOT_CHARACTERS
from cliffhanger.claims.names import FULL_NAME, HONORIFICS, LOWER, ONE_NAME, UPPER, fold
from cliffhanger.claims.patterns import Rules, live, only_for, regex
from cliffhanger.claims.seasons_said import season_of

_RANK = "|".join(re.escape(one) for one in HONORIFICS)
_PART = r"(?:role|part|shoes|boots|uniform|robes|collar|costume|skin|overalls|armou?r|habit|wig|cape|badge|mantle|character)"
_NEWCOMER = r"(?:(?:the |an? )?(?:newcomer|actor|actress|comedian|comic|veteran|stage actor|singer|unknown|relative unknown) )?"
_ACTOR = rf"{_NEWCOMER}(?P<actor>{FULL_NAME})"
_ALSO = r"(?:(?:also|again|now|now also|once again|will|has|have|is|are|was|to|set|all|due|been|being|be|,|who|newly) )*"
_GOT = (
    r"(?:gets?|got|lands?|landed|wins?|won|nab(?:s|bed)?|bag(?:s|ged)?|scores?|scored|earn(?:s|ed)?|clinche[sd]|secures?|secured|"
    r"snag(?:s|ged)?|books?|booked|given|handed|awarded|takes?|taken|taking|took)(?: on| up| over)?"
)
_SAID_OF = r"(?=[.,;:!)—–]|$| [—–]| (?:and|in|from|for|until|who|on|this|next|at|after)\b)"
_FOLK = (
    r"(?:priest|vicar|bishop|nun|doctor|nurse|surgeon|detective|inspector|sergeant|constable|cop|sheriff|mayor|captain|"
    r"sailor|soldier|"
    r"spy|villain|killer|thief|gangster|lawyer|barrister|judge|teacher|headmistress|headmaster|landlady|landlord|butler|"
    r"maid|cook|chef|"
    r"king|queen|prince|princess|duke|duchess|countess|witch|ghost|vampire|robot|android|clerk|coroner|pathologist|widow|"
    r"matriarch|patriarch|governor|senator|president|minister|pilot|driver|farmer|fisherman|harbourmaster|smuggler|pirate|"
    r"mother|father|brother|sister|grandmother|grandfather|aunt|uncle)"
)
_WITH_ACTOR: Rules[str] = Rules(
    (state, regex(pattern))
    for state, pattern in (
        (
            "joining",
            (
                rf"(?P<actor>{FULL_NAME}),?(?: [^,;.]{{2,60}},[”\"]?)? {_ALSO}{_GOT} the (?:[a-z-]+ ){{0,3}}?(?:role|part) of "
                rf"(?P<character>{CHARACTER})"
            ),
        ),
        (
            "",
            (
                rf"(?P<actor>{FULL_NAME}),? {_ALSO}(?:has|have|had|holds?|fills?|enjoys?|relishes|makes (?:the most|"
                rf"light work) of) the "
                rf"(?:[a-z-]+ ){{1,3}}?(?:role|part) of (?P<character>{CHARACTER})"
            ),
        ),
        (
            "joining",
            (
                rf"(?P<actor>{FULL_NAME}),? {_ALSO}(?:(?:step|slip|climb|slide|get)(?:s|ped|ting|ping|ing|bed)? into|"
                rf"dons?|donned|donning|"
                rf"puts? on|pulls? on|inherits?|inherited|picks? up|takes? up|fills?) (?:the|his|her|their) (?:[a-z-]+ "
                rf"){{0,2}}?{_PART} of "
                rf"(?P<character>{CHARACTER})"
            ),
        ),
        ("", rf"(?P<actor>{FULL_NAME}),? {_ALSO}(?:brings?|brought|bringing) (?P<character>{CHARACTER}) to life\b"),
        (
            "",
            (
                rf"(?P<actor>{FULL_NAME}),? {_ALSO}(?:brings?|brought|bringing|lends?|lent|adds?|"
                rf"added) (?:[a-z-]+,? ){{1,4}}(?:in)?to "
                rf"(?P<character>(?:the )?(?:{_FOLK}|(?:{_RANK}) {CAPITALS}))(?=[.,;:!)—–]|$)"
            ),
        ),
        (
            "returning",
            (
                rf"(?P<character>{CAPITALS}|[Tt]he [a-z]+) (?:is|will|are) (?:again|once again|once more|"
                rf"still) (?:be )?in the hands of {_ACTOR}"
            ),
        ),
        (
            "joining",
            (
                rf"(?P<actor>{FULL_NAME}), (?:our|your|the|its|their) (?:brand-?new |new |next |latest )"
                rf"(?P<character>(?:(?:{_RANK}) )?{CAPITALS}){_SAID_OF}"
            ),
        ),
        (
            "joining",
            (
                rf"(?P<character>{CAPITALS}[’']s (?:[a-z-]+ )?[a-z]+|{CAPITALS}|[Tt]he [a-z]+) (?:has|have) (?:now |"
                rf"finally |at last )?been "
                rf"(?:cast|found)(?::|,? in the form of|, in| — it is|, and it is|, it is) {_ACTOR}"
            ),
        ),
        ("", rf"\b(?:recogni[sz]e|know|spot|glimpse|see|saw) (?P<character>{CAPITALS}|the [a-z]+) as {_ACTOR}{_SAID_OF}"),
        (
            "",
            (
                rf"\b(?:[Aa]s for|[Bb]ehind|[Uu]nder|[Ii]nside) (?:the [a-z]+ of )?(?P<character>{CAPITALS}|the "
                rf"[a-z]+),? (?:that is|"
                rf"that[’']s|it is|is|it[’']s) {_ACTOR}"
            ),
        ),
        (
            "",
            (
                rf"\b[Tt]he (?:role|part) of (?P<character>{CHARACTER}) (?:was|is) (?:written|created|tailor-made|made) for "
                rf"{_ACTOR}{_SAID_OF}"
            ),
        ),
        (
            "",
            (
                rf"(?P<actor>{FULL_NAME}) (?:makes|made|is) an? (?:[a-z]+ly )?(?:fine|great|good|superb|perfect|"
                rf"convincing|memorable|"
                rf"wonderful|terrific|splendid|chilling|believable|lovely|brilliant) (?P<character>{_FOLK})(?=[.,;:!)—–]|$)"
            ),
        ),
        (
            "",
            (
                rf"(?P<actor>{FULL_NAME})[’']s (?:[a-z-]+ ){{0,2}}?(?P<character>{_FOLK}) (?=(?:is|was|gets?|steals?|"
                rf"remains|comes?|"
                r"turns?) (?:the|a|an|one|killed|shot|less|more|every)\b)"
            ),
        ),
        (
            "",
            (
                rf"(?P<actor>{FULL_NAME}),? (?:who )?(?:again )?(?:carries|anchors|grounds|steadies|lifts|elevates|leads|"
                rf"owns|holds|fronts|heads|headlines|carried|anchored|fronted|headed|headlined|led) "
                rf"(?:the (?:whole )?(?:show|series|season|drama|thing|cast)|it(?: all)?)(?: together)? as "
                rf"(?P<character>{CHARACTER})"
            ),
        ),
        (
            "",
            (
                rf"(?P<actor>{FULL_NAME}),? (?:who )?(?:can|may|could|will|has)(?: also)? (?:be|been) (?:seen|heard|"
                rf"spotted|glimpsed|"
                rf"found) as (?P<character>{CHARACTER})"
            ),
        ),
        (
            "",
            (
                rf"(?P<actor>{FULL_NAME}), (?:hidden|buried|unrecogni[sz]able|almost unrecogni[sz]able|under|behind) "
                rf"[^,;.]{{3,50}}, "
                rf"(?:is|plays) (?P<character>the [a-z]+|{CAPITALS}){_SAID_OF}"
            ),
        ),
        (
            "",
            (
                rf"(?P<actor>{FULL_NAME}) (?:plays|will play|appears? as|turns? up as|pops? up as|as) (?P<character>(?:him|"
                rf"her)self)\b"
            ),
        ),
        (
            "",
            rf"(?P<actor>{FULL_NAME}),? {_ALSO}(?:gives?|lends?|breathes?) (?:new )?life (?:to|into) (?P<character>{CHARACTER})",
        ),
        (
            "",
            (
                rf"(?P<actor>{FULL_NAME}),? {_ALSO}(?:embod(?:y|ies|ied)|inhabits?|interprets?|interpreted|essays?|essayed) "
                rf"(?P<character>(?:the [a-z]+ )?{CAPITALS}){_SAID_OF}"
            ),
        ),
        (
            "",
            (
                rf"(?P<character>{CAPITALS}|[Tt]he [a-z]+)(?:,? (?:the |a )?(?:role|part) of|,? who(?:[’']s| is)| (?:has|"
                rf"with) the voice of|"
                rf"[’']s? voice,|,? in the shape of|,? in the person of|,? in the form of) {_ACTOR}{_SAID_OF}"
            ),
        ),
        ("", rf"(?P<character>{CAPITALS}|[Tt]he [a-z]+)(?: ?[—–(]|,) ?(?:that[’']s|that is|it[’']s|i\.e\.) {_ACTOR}{_SAID_OF}"),
        (
            "",
            (
                rf"(?P<character>(?:(?:{_RANK}) ){CAPITALS}|(?:[Tt]he|[Hh]er|[Hh]is|[A-Z][a-z]+[’']s) (?:[a-z-]+ "
                rf"){{0,2}}?(?:brother|"
                r"sister|mother|father|son|daughter|wife|husband|villain|detective|inspector|sergeant|captain|doctor|nurse|"
                r"priest|vicar|bishop|sheriff|mayor|narrator|killer|boss|rival|neighbou?r|landlady|landlord|queen|king|"
                rf"governor|lawyer|barrister|coroner)) (?:will be|is to be|is now) {_ACTOR}{_SAID_OF}"
            ),
        ),
        (
            "recast",
            (
                rf"(?P<character>{CAPITALS}|[Tt]he [a-z]+) (?:has|gets|will have|is getting|acquires) (?:a|another|her|"
                rf"his) (?:new|different|"
                rf"third|second) (?:face|actor|actress|voice|performer|body)(?::|,| in| with)(?: the form of)? {_ACTOR}"
            ),
        ),
        (
            "recast",
            (
                rf"(?P<character>{CAPITALS}|[Tt]he [a-z]+|[Tt]he (?:role|part)) (?:is|are|passes|falls|now rests|rests|"
                rf"will be|ends up)(?: now)? "
                rf"(?:in the hands of|(?:in)?to the hands of|down to) {_ACTOR}"
            ),
        ),
        (
            "joining",
            (
                rf"\b(?:found|finds|have|has|gets?|got|cast|casts|unveils|unveiled|named|names) (?:its|their|a|an|the|his|her) "
                rf"(?:new |next |latest )(?P<character>[a-z]+)(?:,|:| in|:? it[’']s)(?: the form of)? {_ACTOR}"
            ),
        ),
        (
            "",
            rf"(?P<character>{CAPITALS}|[Tt]he [a-z]+) \((?:an?|the) (?:[a-z-]+,? ){{1,3}}{_ACTOR}\)",
        ),
        (
            "",
            (
                rf"(?P<actor>{FULL_NAME}),? whose (?:(?!part|role|name|character|agent|exit|return|own|film|show|series|"
                rf"novel|album)"
                rf"[{LOWER}][\w’-]* ){{1,3}}(?P<character>[{UPPER}][\w’.-]+(?: "
                rf"[{UPPER}][\w’.-]+)?)"
                r"(?= (?:is|was|has|had|will|would|gets|got|dies|died|[a-z]+s)\b)"
            ),
        ),
        (
            "",
            (
                rf"(?P<actor>{FULL_NAME}), the (?P<character>(?!comedian|actor|actress|singer|director|writer|producer|"
                rf"creator|star|"
                rf"showrunner|composer|presenter|host|author|novelist|network|streamer|[a-z]+ (?:of|in|at|from)\b)[a-z-]+ "
                rf"[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)?), (?=(?!and\b|or\b|but\b|plus\b|who\b|with\b|as\b)[a-z]+)"
            ),
        ),
    )
)
_BY_NAME = regex(
    rf"(?P<character>(?:{_RANK}) {CAPITALS}|{CAPITALS}) (?:is|was|will be|would be|is again|remains) "
    rf"(?P<actor>{FULL_NAME}|{ONE_NAME})"
    rf"{_SAID_OF}"
)
_TWO_ARE = regex(
    rf"(?P<one>{FULL_NAME}|{ONE_NAME}) and (?P<other>{FULL_NAME}|{ONE_NAME}) (?:are|were|will be|remain|are again|are still) "
    rf"(?P<first>{CAPITALS}) and (?P<second>{CAPITALS}){_SAID_OF}"
)
_PLAYED_BY_TWO = regex(
    rf"(?P<first>{CAPITALS}) and (?P<second>{CAPITALS}), (?:both )?(?:brilliantly |wonderfully )?(?:played|portrayed|"
    rf"voiced) (?:respectively )?"
    rf"by (?P<one>{FULL_NAME}) and (?P<other>{FULL_NAME})"
)


_ASKED = regex(rf"^(?:[Aa]nd |[Ww]ho (?:is|plays) )?(?P<character>{CAPITALS}|[Tt]he [a-z]+(?: [a-z]+)?)\?$")
_THAT_IS = regex(rf"^(?:[Tt]hat[’']s|[Tt]hat is|[Tt]hat would be|[Ii]t[’']s|[Ii]t is) {_ACTOR}(?=[.,;!]|$)")


def part_links(place: Place) -> Iterator[Found]:
    """Find the actors whom few words link with a part."""
    text = place.text
    season = season_of(text)
    for state, pattern in live(_WITH_ACTOR, text):
        for found in pattern.finditer(text):
            actor = acting(place, found["actor"], found.start("actor"))
            role = None if NOT_CHARACTERS.match(found["character"]) else character_in(found["character"])
            if actor and role and not _is_a_person_or_show(place, role):
                start, end = min(actor.start, found.start("character")), max(actor.end, found.end("character"))
                value = {"actor": actor.name, "character": role} | ({"st": state} if state else {})
                yield Found("cast_role", start, end, value, season=season)
    for found in _BY_NAME.finditer(text):
        name, role = in_the_cast(place, found["actor"]), found["character"].strip(" .,")
        if name and fold(name) in place.context.players and fold(role) in place.context.characters:
            yield Found("cast_role", found.start(), found.end(), {"actor": name, "character": role}, season=season)
    yield from _of_two(place, season)
    that = _THAT_IS.match(text) if place.before and place.before[-1].text.rstrip().endswith("?") else None
    asked = _ASKED.match(place.before[-1].text) if that else None
    actor = acting(place, that["actor"], that.start("actor")) if that and asked else None
    role = character_in(asked["character"]) if asked else None
    if actor and role:
        yield Found("cast_role", 0, actor.end, {"actor": actor.name, "character": role}, season=season)


@only_for(_TWO_ARE, _PLAYED_BY_TWO)
def _of_two(place: Place, season: int | None) -> Iterator[Found]:
    """Read two actors with their parts in the same order: "Anna Moss and Kit Adair are Rosa and Ned"."""
    for pattern in (_TWO_ARE, _PLAYED_BY_TWO):
        for found in pattern.finditer(place.text):
            said = [in_the_cast(place, found[one]) for one in ("one", "other")]
            roles = [found[one].strip(" .,") for one in ("first", "second")]
            if None in said or (pattern is _TWO_ARE and not {fold(role) for role in roles} <= place.context.characters):
                continue
            for name, role, one in zip(said, roles, ("one", "other"), strict=True):
                yield Found("cast_role", *found.span(one), {"actor": name, "character": role}, season=season)


def _is_a_person_or_show(place: Place, role: str) -> bool:
    """Say whether what should be a part names a series, a network or somebody who acts or makes something."""
    context = place.context
    return context.is_series(role) or context.is_network(role) or fold(role) in context.players | context.makers
