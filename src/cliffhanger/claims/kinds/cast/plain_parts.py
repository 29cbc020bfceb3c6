"""Who plays whom, told the other way round or of two at once: "Playing Rosa is X", "X and Y play A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast.lists import acting, members
from cliffhanger.claims.kinds.cast.names import CAPITALS, CHARACTER, Actor, character_in, in_the_cast
from cliffhanger.claims.kinds.cast.rules import NOT_CHARACTERS
from cliffhanger.claims.names import FULL_NAME, LOWER, ONE_NAME, UPPER, fold
from cliffhanger.claims.patterns import Pattern, Rules, fullmatch, live, regex
from cliffhanger.claims.seasons_said import season_of

_BE = r"(?:is|are|was|were|will be|would be|belongs to)"
_ROLE = r"(?:the|an?|his|her|their) (?:[a-z-]+ ){0,2}(?:role|part|shoes|boots|character)s?"
# "Playing Rosa is the newcomer X", "Taking over as Ned is X", by what it makes of the actor.
_FIRST: Rules[str] = Rules(
    (state, regex(rf"\b(?:{doing}) (?P<character>{CHARACTER})(?:, [^.;?!]{{2,60}}?,| (?:for|this) [^.,;?!]{{2,30}}?)? {_BE} "))
    for state, doing in (
        (
            "",
            (
                rf"[Pp]laying|[Pp]ortraying|[Vv]oicing|(?:[Cc]o-?)?[Ss]tarring (?:as|in {_ROLE} of)|[Aa]ppearing as|[Aa]cting as|"
                rf"[Ff]eaturing as|[Ii]n {_ROLE} of|[Tt]aking on {_ROLE} of|[Ff]illing {_ROLE} of|"
                rf"[Tt]aking {_ROLE} of|[Tt]he voice (?:of|behind)"
            ),
        ),
        (
            "joining",
            (
                rf"[Tt]aking over (?:as|{_ROLE} of)|[Ss]tepping (?:in|up) as|[Ss]tepping into {_ROLE} of|[Jj]oining (?:the "
                rf"[a-z]+ )?as|[Cc]oming (?:in|aboard|on board) as|[Cc]ast as|[Nn]ew (?:this (?:season|year|time) )?as|"
                rf"[Ee]ntering as"
            ),
        ),
        (
            "returning",
            (
                rf"[Rr]eturning (?:(?:to the [a-z]+ )?as|to {_ROLE} of)|[Bb]ack (?:in the [a-z]+ )?as|[Rr]eprising {_ROLE} "
                rf"(?:as|of)"
            ),
        ),
        ("guest", r"[Gg]uest[- ]starring as|[Gg]uesting as|[Rr]ecurring as|[Pp]opping up as|[Tt]urning up as"),
    )
)
_VOICE = r"(?:voices?|vocals|tones|vocal talents)"
_SIMPLE = rf"(?:(?:the|an?|his|her|their|our) )?(?:[{LOWER}][\w’'-]* ){{0,2}}(?:{CAPITALS}|(?<= )[{LOWER}][\w’'-]+)"
# An actor before or behind the part, in words that link the two and need no verb of acting.
_LINKED: tuple[tuple[str, Pattern], ...] = tuple(
    (state, regex(pattern))
    for state, pattern in (
        (
            "",
            (
                rf"(?P<actor>{FULL_NAME}) (?:also |again |will |once more )*(?:lends?|lent|lending|gives?|gave|provid(?:es?|"
                rf"ed|ing)|"
                rf"suppli(?:es|ed)|supply|does|did|contributes?) (?:his |her |their |the )?(?:[a-z]+ )?{_VOICE} (?:to|of|"
                rf"for|behind|"
                rf"as) (?P<character>{CHARACTER})"
            ),
        ),
        (
            "",
            (
                rf"(?P<actor>{FULL_NAME}),? (?:who )?(?:also |again )?(?:is|was|remains|will be|has been|becomes)(?: again| "
                rf"still)? "
                rf"the (?:new )?voice (?:of|behind) (?P<character>{CHARACTER})"
            ),
        ),
        ("", rf"(?P<character>{CAPITALS})[’']s? voice (?:is|was|will be|comes from|belongs to) (?P<actor>{FULL_NAME})"),
        (
            "",
            (
                rf"(?P<actor>{FULL_NAME})[’']s? (?:[a-z]+ )?(?:casting|performance|turn|portrayal|role|part) (?:as|of|in "
                rf"the (?:role|"
                rf"part) of) (?P<character>{CHARACTER})"
            ),
        ),
        (
            "",
            (
                rf"(?P<actor>{FULL_NAME}),? (?:also |will |who |is |are |has |been |was |being |be |to |set |due )*(?:stars?|"
                rf"starring|co-stars?|appears?|appearing|appeared|starred|seen|features?|featured) in {_ROLE} of (?P<character>"
                rf"{CHARACTER})"
            ),
        ),
        (
            "joining",
            (
                rf"(?P<actor>{FULL_NAME}),? (?:also |will |who |is |are |has |been |was |being |be |to |set |due )*(?:cast|"
                rf"announced|"
                rf"unveiled|introduced|signed|joins?|joining|brought in|confirmed|named|revealed|hired|tapped) (?:in|for) "
                rf"{_ROLE} of "
                rf"(?P<character>{CHARACTER})"
            ),
        ),
        (
            "joining",
            (
                rf"(?P<actor>{FULL_NAME}) (?:has |had )?beat(?:s|en)? [^.;?!]{{3,60}}? (?:to|for) (?:win )?the (?:role|part) of "
                rf"(?P<character>{CHARACTER})"
            ),
        ),
        (
            "joining",
            (
                rf"\b(?:found|finds|have|has|gets?|got) (?:its|their|a|the|his|her) (?:new )?(?P<character>{CAPITALS}|"
                rf"(?!roots?\b|origins?\b|home\b|source\b|match\b|basis\b|place\b|ending\b|champion\b|ally\b|"
                rf"fans?\b)[a-z]+) in (?:the "
                rf"[a-z]+ )?(?:actor |actress |newcomer |comedian )?(?P<actor>{FULL_NAME})"
            ),
        ),
        (
            "joining",
            (
                rf"(?P<actor>{FULL_NAME}),? (?:will be|is|becomes|has become|was|has been|is to be|to be) (?:named |unveiled as |"
                rf"announced as |confirmed as |revealed as |cast as |introduced as )?(?:the|our|your|its|their) (?:new|next|"
                rf"latest) "
                rf"(?P<character>{CAPITALS})(?=[.,;!]|$)"
            ),
        ),
        (
            "returning",
            (
                rf"(?P<actor>{FULL_NAME})[’']s? (?:[a-z]+ )?(?:return|comeback) (?:as|in the (?:role|part) of|to the "
                rf"(?:role|part) of) "
                rf"(?P<character>{CHARACTER})"
            ),
        ),
        (
            "returning",
            (
                rf"(?P<actor>{FULL_NAME}),? (?:also |will |who |is |are |has |been |was |be |to |set |due |expected |confirmed )*"
                rf"(?:returns?|returning|returned|back|comes? back|coming back) (?:in|to) {_ROLE} (?:as|of) "
                rf"(?P<character>{CHARACTER})"
            ),
        ),
    )
)
_WELL = (
    r"(?:shines?|shone|impress(?:es|ed)|excels?|excelled|dazzle[sd]?|convince[sd]?|steals? the show|stole the show|stands? "
    r"out|stood out|"
    r"is on hand|has been seen|delivers|delights?|anchors the (?:show|series|drama)|"
    r"(?:gives?|gave|delivers|turns? in|turned in|puts in) (?:an? |the )?(?:[\w-]+,? ){0,3}?(?:performance|turn)s?|"
    r"(?:has|had|is having|having) (?:an? |the )?(?:[a-z-]+ ){0,3}?(?:time|ball|blast|fun|field day)(?: of it)?(?= as (?!an? ))|"
    r"(?:gets?|got|has|had|is given) (?:all )?the (?:best|funniest|choicest|juiciest) (?:lines?|scenes?|part|jokes|moments)|"
    r"(?:does|did|makes?|made) (?:an? )?(?:[a-z]+ ){1,2}?(?:job|work|impression)|"
    r"(?:chews|chewed) (?:up )?the scenery|(?:is|was) a (?:[a-z]+ )?presence|(?:is|was|are|were) (?:\w+ly )?cast)"
)
_HOLDS = (
    r"(?:brings? [^.,;?!]{2,40}? to|originated|created|takes?|took|taking|fills?|filled|assume[sd]?|has|had|plays?|played|"
    r"makes a meal of|relishes|owns)"
)
_LINKED_BY_NOUNS: tuple[tuple[str, Pattern], ...] = (
    ("", regex(rf"(?P<actor>{FULL_NAME}),? (?:who )?(?:also |really |truly |again )?{_WELL} as (?P<character>{CHARACTER})")),
    (
        "",
        regex(
            rf"(?P<actor>{FULL_NAME}),? (?:who )?(?:also |first |again )?{_HOLDS} the (?:role|part) of (?P<character>{CHARACTER})"
        ),
    ),
    (
        "",
        regex(rf"(?P<actor>{FULL_NAME}),? (?:who )?(?:first|once|used to|originally|previously) play (?P<character>{CHARACTER})"),
    ),
    (
        "",
        regex(
            rf"(?P<actor>{FULL_NAME}),? (?:who )?(?:first|once|originally|previously|also|memorably) (?:played|portrayed|voiced) "
            rf"(?P<character>{CHARACTER})"
        ),
    ),
    (
        "joining",
        regex(
            rf"(?P<actor>{FULL_NAME}),? (?:who )?(?:will |has )?inherit(?:s|ed)? the (?:role|part) of (?P<character>{CHARACTER})"
        ),
    ),
    (
        "leaving",
        regex(
            rf"(?P<actor>{FULL_NAME}),? (?:who )?(?:will |has |is |have )?(?:giv(?:es|en|ing) up|gave up|relinquish(?:es|"
            rf"ed)|hand(?:s|ed) "
            rf"over|vacate[sd]|quits?|leaves|left) the (?:role|part) of (?P<character>{CHARACTER})"
        ),
    ),
)
_ALL_LINKED = Rules((*_LINKED, *_LINKED_BY_NOUNS))
# "Anna Moss is Rosa", "Anna Moss’s Rosa": of characters that the article knows
_IS = regex(
    rf"(?P<actor>{FULL_NAME})(?: (?:is|was|has been|had been|will be|is still)|[’']s?) (?P<character>{CAPITALS})(?=[.,;:!]|"
    rf"$| [a-z])"
)
_TWO = rf"(?P<one>{FULL_NAME}|{ONE_NAME}) and (?:newcomer )?(?P<other>{FULL_NAME}|{ONE_NAME})"
_A_AND_B = rf"(?P<first>{_SIMPLE}) and (?P<second>{_SIMPLE})"
_BOTH = rf"{_A_AND_B}(?: respectively|, respectively|(?=[.,;:!]|$| (?:in|for|on|respectively)\b))"
_ACT = (
    r"(?P<verb>(?:reprise (?:their|the) (?:[a-z]+ )?(?:roles|parts) (?:as|of)|play|portray|voice|played|portrayed|"
    r"voiced|reprise|(?:are|will be|were) (?:both )?(?:back|returning|"
    r"starring|cast) "
    r"as|(?:co-)?star(?:red)? as|appear(?:ed)? as|return(?:ed)? as|come back as|as|feature as|join as))"
)
_PAIRS = (
    regex(rf"{_TWO},? (?:who |will |to |both |again |once more |also |are set to |respectively )*{_ACT} {_BOTH}"),
    regex(
        rf"{_A_AND_B},? (?:who )?(?:are|were|will be|both)(?: both| again| respectively| also| now)? (?:played|portrayed|voiced)"
        rf"(?: respectively)?,? by {_TWO}"
    ),
)


def plain_parts(place: Place) -> Iterator[Found]:
    """Find the actors whose parts are told before them, beside them in a noun, or of two at once."""
    text = place.text
    season = season_of(text)
    for state, pattern in live(_FIRST, text):
        for found in pattern.finditer(text):
            yield from _part_first(place, state, found, season)
    for state, pattern in live(_ALL_LINKED, text):
        for found in pattern.finditer(text):
            actor, role = acting(place, found["actor"], found.start("actor")), _role(found["character"])
            if actor and role:
                value = {"actor": actor.name, "character": role} | ({"st": state} if state else {})
                start = min(found.start(), actor.start) if found.start("character") < actor.start else actor.start
                yield Found("cast_role", start, found.end(), value, season=season)
    for found in _IS.finditer(text):
        actor = acting(place, found["actor"], found.start("actor"))
        name = found["character"].rstrip(".")
        if actor and fold(name) in place.context.characters and fold(name) not in place.context.players:
            yield Found("cast_role", actor.start, found.end(), {"actor": actor.name, "character": name}, season=season)


def pairs(place: Place) -> Iterator[Found]:
    """Find two actors and their parts in the same order: "Anna Moss and Kit Adair return as Rosa and Ned"."""
    text = place.text
    for pattern in _PAIRS:
        for found in pattern.finditer(text):
            roles = _of_one_family(_role(found["first"]), _role(found["second"]))
            said = [_one_of_two(place, found, one) for one in ("one", "other")]
            if None in roles or None in said:
                continue
            back = regex(r"\b(?:back|return\w*|reprise)\b").search(found[0]) is not None
            for actor, role in zip(said, roles, strict=True):
                if actor:
                    value = {"actor": actor.name, "character": role} | ({"st": "returning"} if back else {})
                    yield Found("cast_role", actor.start, actor.end, value, season=season_of(text))


def _one_of_two(place: Place, found: re.Match[str], which: str) -> Actor | None:
    """Return one of two actors: by a surname only somebody whom the article gives in full."""
    name, at = found[which], found.start(which)
    if " " in name:
        return acting(place, name, at)
    full = in_the_cast(place, name)
    return Actor(full, at, at + len(name)) if full else None


def _of_one_family(first: str | None, second: str | None) -> tuple[str | None, str | None]:
    """Complete the first of two characters who share a surname: "Ada and Constance Bell"."""
    named = fullmatch(rf"[{UPPER}][{LOWER}-]+ (?P<last>[{UPPER}][{LOWER}-]+)", second or "")
    if named and first and " " not in first and first[0].isupper():
        return f"{first} {named['last']}", second
    return first, second


def _part_first(place: Place, state: str, found: re.Match[str], season: int | None) -> Iterator[Found]:
    role = _role(found["character"])
    actors = list(members(place, found.end())) if role else []
    for actor in actors:
        of_one = len(actors) == 1
        value = {"actor": actor.name} | ({"character": role} if of_one else {}) | ({"st": state} if state else {})
        yield Found("cast_role", found.start() if of_one else actor.start, actor.end, value, season=season)


def _role(words: str) -> str | None:
    return None if NOT_CHARACTERS.match(words) else character_in(words)
