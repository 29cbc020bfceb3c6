"""Parts told without an actor's verb: "the part goes to X", "X was his daughter Ember"; and who does as the last one does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.claim import Polarity
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast.names import CAPITALS, CHARACTER, Actor, character_in, in_the_cast, named_in, person, spoken_of
from cliffhanger.claims.kinds.cast.rules import NOT_CHARACTERS
from cliffhanger.claims.names import FULL_NAME, HONORIFICS, LOWER, ONE_NAME, UPPER, fold, trimmed
from cliffhanger.claims.patterns import only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_RANK = "|".join(re.escape(one) for one in HONORIFICS)
# "The part of the priest goes to X", "the role has passed to X", "X inherits the role": without "of" it is the part told of last.
_GOES_TO = regex(
    rf"\b(?i:the|that|this|her|his) (?:same )?(?:part|role|character)(?: of (?P<character>{CHARACTER}))?,? "
    rf"(?:(?:will|is|has|was|to|be|been|now|instead|then|being|set|due|in|season|\w+) ){{0,4}}?"
    rf"(?:goes|go|gone|went|pass(?:es|ed)?|falls?|fell|given|handed|taken(?: over| on)?|filled|played|assumed|"
    rf"inherited) (?:to|by) "
    rf"(?:the |newcomer |veteran |fellow |actor |actress |stage actor )*(?P<actor>{FULL_NAME})"
)
# "X takes over the role of Mae-hwa from Y", "X takes over from Y as Mae-hwa", "replacing Y as Mae-hwa".
_FROM = (
    regex(
        rf"(?:tak(?:es|en|e|ing)|took) (?:over|on) (?:(?:the )?(?:role|part)(?: of (?P<character>{CHARACTER}?))?|"
        rf"as (?P<as>{CHARACTER}?)) from (?P<actor>{FULL_NAME})"
    ),
    regex(
        rf"(?:(?:tak(?:es|en|e|ing)|took) over from|replac(?:es|ed|e|ing)|succeed(?:s|ed|ing)?|step(?:s|ped|ping)? in for|"
        rf"fill(?:s|ed|ing)? in for) (?P<actor>{FULL_NAME}) (?:as|in the (?:role|part) of) (?P<character>{CHARACTER})"
    ),
)
_KIN_IS = regex(
    rf"(?P<actor>{FULL_NAME}) (?:was|is|has been|will be|remains|is still|was once|makes) (?:his|her|their|the) "
    rf"(?:[{LOWER}][\w’'-]* ){{0,2}}?(?:half-|step)?(?:brother|sister|mother|father|son|daughter|wife|husband|partner|boss|"
    rf"deputy|"
    rf"sidekick|rival|nemesis|landlady|landlord|sergeant|boyfriend|girlfriend|uncle|aunt|niece|nephew|cousin|assistant|lover|"
    rf"neighbou?r|priest|doctor|nurse|bishop|mayor|clerk),? (?P<character>{CAPITALS})(?=[.,;:)]|$| (?:and|in|from|for|until|"
    rf"who)\b)"
)
_REMAINS = regex(
    rf"(?P<actor>{FULL_NAME}) (?:remains|stays|continues as|stays on as|is still|is once again) (?P<character>the "
    rf"(?:[{LOWER}][\w’'-]* ){{0,2}}[\w’'-]+)(?=[.,;:)]|$)"
)
_HAS_BEEN = regex(
    rf"(?:[Ff]or|[Aa]fter|[Oo]ver|[Ii]n) (?:[\w-]+ ){{1,3}}(?:years|seasons|series|episodes|decades?|"
    rf"months),? (?P<actor>{FULL_NAME}) "
    rf"(?:has been|was|had been) (?P<character>{CAPITALS})(?=[.,;:)]|$)"
)
_OURS = regex(
    rf"(?P<actor>{FULL_NAME}), (?:our|your|everyone[’']s|everybody[’']s|its|the (?:show|series|fans)[’']s?|the) "
    rf"(?:(?:own|very|one|only|and|much|[{LOWER}][\w’'-]*ed|"
    rf"dear|favou?rite|resident|fearless|formidable|gruff|lovely|unflappable|eponymous|titular|original|first) ){{0,3}}"
    rf"(?P<character>(?:(?:{_RANK}) )?{CAPITALS})(?: of the (?:title|piece|story|show|series|tale))?(?=[,.;:)]|$)"
)
_POSSESSED = regex(
    rf"(?P<actor>{FULL_NAME})[’']s? (?P<character>(?:{_RANK}) [{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+){{0,2}})(?=[ .,;)])"
)
_NOT_PLAYING = regex(
    rf"(?P<actor>{FULL_NAME}) (?i:(?:is|are|was)(?:n[’']t| not)(?: going to be| set to be)? playing|(?:will not|"
    rf"won[’']t)(?: be)? "
    rf"play(?:ing)?|(?:was|has)(?:n[’']t| not)(?: been)? cast as|(?:(?:has|had) )?"
    rf"(?:turn(?:s|ed) down|pass(?:es|ed) on|declin(?:es|ed)|reject(?:s|ed)|sa(?:id|ys) no to) (?:the |"
    rf"an? )?(?:chance to play|offer to play|(?:role|"
    rf"part) of)|(?:is|was)(?:n[’']t| not)) "
    rf"(?P<character>(?:the )?(?:{CAPITALS}(?<!\.)|(?<=the )[a-z]+))(?=[.,;:!)—–]|$| (?:in|and|after|for|next|this|any|again)\b)"
)
_HANDS_ON = regex(
    rf"(?P<actor>{FULL_NAME}) (?:(?:will|is|has|to|now|then|be) ){{0,2}}(?:hand(?:s|ed|ing)?|pass(?:es|ed|ing)?|giv(?:es|en|ing)|"
    rf"gave|cedes?|ceded|surrenders?|yield(?:s|ed)?|los(?:es|t)) (?:over |on )?the (?:role|part|"
    rf"mantle) of (?P<character>{CHARACTER}?)"
    rf"(?: in [^,.;:?!]{{2,30}}?)?(?: over| on)? to (?:newcomer |fellow |the )?(?P<other>{FULL_NAME})"
)
_EARLIER = regex(
    rf", (?:an?|the|his|her) (?:same )?(?:role|part|character) (?:(?:earlier|previously|originally|once|formerly|first|last|long|"
    rf"until now|so far|that was|which was|memorably) ){{0,2}}(?:essayed|played|taken|held|portrayed|filled|created|made famous|"
    rf"originated|voiced) by (?P<actor>{FULL_NAME})"
)
_FOR_ANOTHER = regex(
    rf"\b[Ss]tepping (?:in|up) (?:for|to replace) (?P<gone>{FULL_NAME})(?:, who [^,.;]{{3,60}},)? (?:is|"
    rf"will be) (?:the |newcomer )?"
    rf"(?P<actor>{FULL_NAME})"
)
_HER_LAST = regex(
    r"\b(?:[Ss]eason|[Ss]eries|[Rr]un|[Yy]ear|[Ee]pisode|[Ff]inale)(?: \w+)? (?:is|was|will be|would be) (?:his|"
    r"her) (?:very )?(?:last|final)"
    r"(?: one)?(?=[.,;”\"]|$| (?:as|on|with)\b)"
)
_HER_CHARACTER = regex(
    rf"\b(?:[Hh]er|[Hh]is|[Tt]heir) (?:own |on-screen )?(?:character|alter ego),? (?P<character>{CAPITALS})"
    rf"(?=,|[.;]| (?:is|was|has|had|will|gets|got|dies|died|goes|went|met|left|[a-z]+ed)\b)"
)
_TALKS = regex(
    rf"\b(?i:talks|negotiations|discussions|conversations) (?:with|between [^.,;?!]{{2,40}}? and) (?P<actor>{FULL_NAME})"
    rf"(?=[^.;?!]{{0,90}}? (?:(?:are|is|were|remain|continue|have) (?:still |now )?(?:\w+ )?(?:ongoing|continuing|"
    rf"under ?way|on|stalled|in progress|begun|started|open|advanced|live)\b|continue\b|about (?:a|her|his)\b|(?:to|over|"
    rf"for) (?:a )?"
    rf"(?:return|join|come|appear|repris)))"
)
_SEASONS_IN = regex(
    rf"(?:[Aa]fter|[Ff]ollowing|[Ff]or|[Ii]n) (?:[\w-]+ ){{1,4}}?(?:years|seasons|series|episodes|decades?|months)"
    rf"(?: \w+){{0,2}}? as (?P<character>{CHARACTER}), (?P<actor>{FULL_NAME})"
)


_THEN = regex(
    rf"^(?:[^.,;:?!]{{0,30}}?, )?(?P<actor>{FULL_NAME}),? (?:who )?(?:plays|played|was|is|portrayed|voiced|appeared|joined|"
    rf"starred)\b"
    rf"[^.;?!]{{3,70}}?,? (?:and|but|then) (?:(?:then|later|has|had|had to|to|will|also|since|won[’']t|not|be|is) ){{0,3}}"
    rf"(?P<does>left|leaves|quit|quits|exited|exits|departed|departs|bowed out|withdrew|withdraw|dropped out|drop out|"
    rf"pulled out|pull out|returned|returns|return|back|leaving|returning)"
    rf"(?=[.,;]|$| (?:in|after|before|at|for|last|this|because|to|the (?:show|series|drama|cast)|when)\b)"
)


@only_for(
    *_FROM,
    _KIN_IS,
    _HAS_BEEN,
    _OURS,
    _POSSESSED,
    _SEASONS_IN,
    _REMAINS,
    _NOT_PLAYING,
    _GOES_TO,
    _HANDS_ON,
    _EARLIER,
    _FOR_ANOTHER,
    _HER_CHARACTER,
    _HER_LAST,
    _THEN,
    _TALKS,
)
def parts(place: Place) -> Iterator[Found]:
    """Find who has, gets or gives up a part where no verb of acting tells it."""
    text, lower = place.text, place.lower
    if "part" in lower or "role" in lower or "character" in lower:
        yield from _changing_hands(place)
    for pattern in _FROM:
        for found in pattern.finditer(text):
            said = found.groupdict()
            part = said["character"] or said.get("as")
            if part is None or not NOT_CHARACTERS.match(part):
                known = part or _part_before(place, found.start())
                yield from _told(place, found, known, {"st": "leaving"}, start=found.start("actor"), end=found.end("actor"))
    for pattern in (_KIN_IS, _HAS_BEEN, _OURS, _POSSESSED, _SEASONS_IN):
        for found in pattern.finditer(text):
            if not NOT_CHARACTERS.match(found["character"]) and not _names_more(place, found["character"]):
                yield from _told(place, found, found["character"], {})
    for found in _REMAINS.finditer(text):
        # "the priest" is a part only beside other parts; "the favourite" is one nowhere
        parted = regex(r"\b(?:as|plays|played) ").search(text[: found.start()]) is not None
        if parted and not NOT_CHARACTERS.match(found["character"]):
            yield from _told(place, found, found["character"], {"st": "returning"})
    for found in _NOT_PLAYING.finditer(text):
        if (
            fold(found["character"]) in place.context.characters
            or " play" in found[0].lower()
            or regex(r" cast as| (?:role|part) of").search(found[0])
        ):
            actor = person(place, found["actor"], found.start("actor"))
            if actor:
                value = {"actor": actor.name, "character": found["character"], "st": "joining"}
                yield Found("cast_role", actor.start, found.end(), value, "-", season=season_of(text))
    yield from _handed_on(place)
    yield from _then(place)
    for found in _TALKS.finditer(text):
        yield from _told(place, found, None, {"st": "in_talks"})


@only_for(_HANDS_ON, _EARLIER, _FOR_ANOTHER, _HER_CHARACTER, _HER_LAST)
def _handed_on(place: Place) -> Iterator[Found]:
    """Find who gives a part up and who has it from then on: "Anna Moss hands the part of Rosa to Jo Kim"."""
    for found in _HANDS_ON.finditer(place.text):
        role, other = found["character"], person(place, found["other"], found.start("other"))
        if other and not NOT_CHARACTERS.match(role):
            yield from _told(place, found, role, {"st": "leaving"}, start=found.start("actor"), end=found.end("character"))
            value = {"actor": other.name, "character": character_in(role) or role, "st": "recast"}
            yield Found("cast_role", found.start("character"), other.end, value, season=season_of(place.text))
    for found in _EARLIER.finditer(place.text):
        yield from _told(place, found, _part_before(place, found.start()), {})
    for found in _HER_CHARACTER.finditer(place.text):
        named = named_in(place, place.text[: found.start()])
        name = in_the_cast(place, named[0]) if len(named) == 1 else None if named else spoken_of(place)
        if name and not _names_more(place, found["character"]):
            value = {"actor": name, "character": found["character"]}
            yield Found("cast_role", found.start(), found.end(), value, season=season_of(place.text))
    for found in _HER_LAST.finditer(place.text):
        named = named_in(place, place.text[: found.start()])
        name = in_the_cast(place, named[0]) if len(named) == 1 else None if named else spoken_of(place)
        if name and fold(name) in place.context.players:
            yield Found("cast_role", found.start(), found.end(), {"actor": name, "st": "leaving"}, season=season_of(place.text))
    for found in _FOR_ANOTHER.finditer(place.text):
        yield from _told(place, found, None, {"st": "joining"})


_LEFT_ONCE = regex(
    rf"(?P<actor>{FULL_NAME}), (?P<since>who (?:had )?(?P<does>left|departed|exited|quit|bowed out|was written out|was "
    rf"killed off)\b"
    rf"[^,;.]{{0,60}}), (?=(?:will |is |has |would |may |might |could )?(?:also |now |be |been |set to |expected to "
    rf")*(?:return|back|com|join|"
    rf"repris|made|in talks|being|play|appear|guest))"
)


_GUEST_ONCE = regex(
    rf"(?P<actor>{FULL_NAME}), (?P<aside>(?:(?:seen|last seen) as )?an? (?:recurring )?guest(?: star| player|"
    rf" actor)?(?: (?:in|on|last|"
    rf"for)\b[^,.;]{{2,30}})?), (?=(?:will |is |has |was |been |be |now |also |to )*(?:promoted|upped|bumped|made|"
    rf"elevated|becomes?|"
    rf"returns?|back|joins?|a (?:series )?regular|moves? up|steps? up))"
)


def left_once(place: Place) -> Iterator[Found]:
    """Find of what a sentence reminds before it tells of a return: "Anna Moss, who left in season four, returns"."""
    for found in _GUEST_ONCE.finditer(place.text):
        actor = person(place, found["actor"], found.start("actor"))
        if actor:
            value = {"actor": actor.name, "st": "guest"}
            yield Found("cast_role", actor.start, found.end("aside"), value, past=True)
    for found in _LEFT_ONCE.finditer(place.text):
        actor = person(place, found["actor"], found.start("actor"))
        if actor and fold(actor.name) not in place.context.makers - place.context.players:
            value = {"actor": actor.name, "st": "leaving"}
            yield Found("cast_role", found.start("since"), found.end("since"), value, season=season_of(found["since"]), past=True)


def _then(place: Place) -> Iterator[Found]:
    """Find what an actor of whom a part is told does besides: "X was his daughter, and left in the fifth series"."""
    found = _THEN.match(place.text)
    actor = person(place, found["actor"], found.start("actor")) if found else None
    if not found or not actor or (place.context.makers - place.context.players) & {fold(actor.name)}:
        return
    stays = found["does"].startswith(("return", "back"))
    not_so = search(r"\bnot |won[’']t ", found[0][-30:]) is not None
    value = {"actor": actor.name, "st": "returning" if stays and not not_so else "leaving"}
    yield Found("cast_role", found.start("does"), found.end(), value, season=season_of(place.text))


def _changing_hands(place: Place) -> Iterator[Found]:
    for found in _GOES_TO.finditer(place.text):
        named = regex(r"(?:role|part) of ").search(found[0])
        if named and NOT_CHARACTERS.match(found[0][named.end() :]):
            continue
        part = found["character"] or _part_before(place, found.start())
        yield from _told(place, found, part, {"st": "recast"})


def _told(
    place: Place,
    found: re.Match[str],
    part: str | None,
    state: dict[str, str],
    *,
    start: int | None = None,
    end: int | None = None,
) -> Iterator[Found]:
    actor: Actor | None = person(place, found["actor"], found.start("actor"))
    if actor is None or fold(actor.name) in place.context.makers - place.context.players:
        return
    role = character_in(part) if part else None
    value = {"actor": actor.name, **({"character": role} if role else {}), **state}
    first = min(found.start(), actor.start) if start is None else start
    yield Found("cast_role", first, found.end() if end is None else end, value, season=season_of(place.text))


def _part_before(place: Place, at: int) -> str | None:
    """Return the character told of last: of the claims of the sentence before, else a name beside "played" in this one."""
    named = list(
        regex(
            rf"(?:play(?:s|ed|ing)?|portray(?:s|ed|ing)?|voic(?:es|ed|ing)|repris(?:es?|ed)|return as|"
            rf"as) (?P<character>{CHARACTER})"
        ).finditer(place.text[:at])
    )
    if named:
        return named[-1]["character"]
    told = (
        claim.value["character"] for claim in reversed(place.last) if claim.kind == "cast_role" and "character" in claim.value
    )
    return next(map(str, told), None)


def _names_more(place: Place, name: str) -> bool:
    """Say whether capitals name a series, a network or somebody of the article's people, and no character."""
    context = place.context
    kept = name.strip(" .,’'")
    return context.is_series(kept) or context.is_network(kept) or fold(kept) in context.makers | context.players


_AFTER_YEARS = regex(
    rf"[^.;?!]{{0,50}}? (?P<since>(?:after|following) (?:[\w-]+ ){{1,4}}?(?:years|seasons|series|episodes|decades?|months)"
    rf"(?: \w+){{0,4}}? as (?P<character>{CHARACTER}))"
)


def part_held(place: Place, actor: str, at: int) -> Iterator[Found]:
    """Find the part that somebody had who goes "after six years as Nurse Quill"."""
    had = _AFTER_YEARS.match(place.text, at)
    role = character_in(had["character"]) if had and not NOT_CHARACTERS.match(had["character"]) else None
    if had and role:
        value = {"actor": actor, "character": role}
        yield Found("cast_role", had.start("since"), had.end(), value, season=season_of(place.text), past=True)


_AND = regex(
    rf"(?:^(?:[A-Z][a-z-]+ (?:[a-z-]+ ){{0,2}})?|[;:,—–“] |\b(?:while|but|that|and|said|says|both|because|with) )"
    rf"(?P<names>{FULL_NAME}(?: \([^)]{{1,40}}\))?"
    rf"(?:, {FULL_NAME}(?: \([^)]{{1,40}}\))?){{0,8}}),? (?:and|&) $"
)
_COUPLE = regex(rf"\b(?P<how>[Bb]oth|[Nn]either) (?P<one>{FULL_NAME}|{ONE_NAME}) (?:and|nor|or) $")
NOT_SO: dict[str, tuple[str, Polarity]] = {"returning": ("leaving", "+"), "leaving": ("leaving", "-")}


def neither(before: str) -> bool:
    """Say whether the words before a name turn what is told of it: "neither Anna Moss nor Kit Adair is back"."""
    couple = _COUPLE.search(before)
    return couple is not None and couple["how"].lower() == "neither"


def coupled(place: Place, at: int) -> tuple[str, int, int] | None:
    """Return who stands before the name at a place in "both X and Y" or "neither X nor Y", and where."""
    couple = _COUPLE.search(place.text[:at])
    name = in_the_cast(place, couple["one"]) if couple else None
    return (name, *couple.span("one")) if couple and name else None


_OF_MANY = regex(r"(?i)\b(?:are|have|were|both|all|will|would|won[’']t|may|might|had)\b|n[’']t|^$")


_AND_ONE = regex(rf"(?:^|[;:,—–“] |\b(?:while|but|that|said|says|both) )(?P<one>{ONE_NAME}) and $")


def besides(place: Place, found: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """Yield who else does as the last name of a list: "A, B and C are coming back"; with "is" only the last one does."""
    couple = coupled(place, found.start("who"))
    if couple:
        yield couple
        return
    plural = search(r"(?i)\b(?:is|has|was|does)\b|[’']s\b", found["aux"]) is None and _OF_MANY.search(found["aux"])
    surname = _AND_ONE.search(place.text[: found.start("who")]) if plural else None
    one_more = in_the_cast(place, surname["one"]) if surname else None
    if surname and one_more and fold(surname["one"]) in place.context.people:
        yield (one_more, *surname.span("one"))
        return
    before = _AND.search(place.text[: found.start("who")]) if plural and " " in found["who"] else None
    names = re.sub(r"\([^)]*\)", lambda aside: " " * len(aside[0]), before["names"]) if before else ""
    for one in regex(FULL_NAME).finditer(names):
        name, cut = trimmed(one[0])
        full = in_the_cast(place, name)
        if full and before:
            start = before.start("names") + one.start() + cut
            yield full, start, start + len(name)
