"""What others do about an actor: who is courted, whom other work keeps away, without whom a show goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.claim import Standing
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast.lists import members
from cliffhanger.claims.kinds.cast.names import in_the_cast
from cliffhanger.claims.kinds.cast.parts import NOT_SO
from cliffhanger.claims.kinds.cast.references import part_after
from cliffhanger.claims.kinds.cast.verbs import SHOW
from cliffhanger.claims.names import FULL_NAME, ONE_NAME, TITLE_NAME, fold, trimmed
from cliffhanger.claims.patterns import Rules, live, match, only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_WHO = rf"(?P<who>{FULL_NAME}|{ONE_NAME})"
_MONONYM = (
    rf"(?:singer|rapper|pop star|popstar|comedian|comic|footballer|wrestler|model|influencer|star) (?P<who>{ONE_NAME})(?! [A-Z])"
)
_OFFERED = (
    r"(?= (?:to (?:play|portray|voice|star|join|lead|return|come back|take|reprise)|for (?:the|an?|its|their|her|his) "
    r"(?!post|job|seat|office|top job|rights|interview|comment)|as (?:the|"
    r"an?|its|their) |about (?:a|the|joining|returning|playing) |in (?:the|a) (?:[\w-]+ ){0,2}(?:role|part)))"
)
_CAST = (
    r"(?:(?:the|its|their) )?(?:entire |whole |main |original |rest of the |regular )?(?:cast|regulars|leads|stars|ensemble|gang)"
)
_OTHERS = (
    rf"(?:[Ee]veryone(?: else)?|[Ee]verybody(?: else)?|[Aa]ll(?: of)? {_CAST}|{_CAST}|[Tt]he (?:entire |whole |main |original )?"
    rf"(?:cast|gang)|[Aa]ll(?: of them| the others)?|[Nn]obody|[Nn]o one|[Tt]he (?:others|rest))"
)
_EXCEPT = (
    r"(?:except(?: for)?|bar|barring|save(?: for)?|minus|apart from|aside from|other than|but for|but not|but|"
    r"with the (?:sole |one |notable )?exceptions? of)"
)
_RETURN = r"(?:return(?:s|ing|ed)?|back|signed|com(?:es?|ing) back|stay(?:s|ing)?|on board|in place|under contract)"
_RULES: Rules[str] = Rules(
    (state, regex(pattern))
    for state, pattern in (
        (
            "in_talks",
            (
                r"\b(?:court(?:s|ed|ing)?|woo(?:s|ed|ing)?|chas(?:es?|ed|ing)|pursu(?:es?|ed|ing)|eye(?:s|d|ing)?|"
                r"sound(?:s|ed|ing)? "
                r"out|approach(?:es|ed|ing)?|wants?|keen on|consider(?:s|ed|ing)?|offer(?:s|ed|ing)|lin(?:es|ed|ing) up|"
                rf"lur(?:es?|ed|ing)|tempt(?:s|ed|ing)?|target(?:s|ed|ing)?|in pursuit of) {_WHO}{_OFFERED}"
            ),
        ),
        (
            "in_talks",
            (
                rf"\b(?:[Aa]n |[Tt]he )?(?:firm |formal )?offers? (?:is|are|was|went|has (?:gone|been made)|have gone) "
                rf"(?:out )?to {_WHO}"
            ),
        ),
        ("unavailable", rf"\brul(?:es?|ed|ing) out {_WHO}(?! as\b| of)"),
        (
            "unavailable",
            (
                rf"\b(?:rul(?:es?|ed)|keeps?|kept|prevent(?:s|ed)?|stop(?:s|ped)?|tied|ties) {_WHO} (?:out\b|away\b|up\b|"
                r"from (?:return|com|tak|film|shoot|join|appear|repris))"
            ),
        ),
        (
            "leaving",
            (
                rf"\b(?:{SHOW}|[Ii]t|[Tt]hey|[Ww]e|[Ss]eason \w+|[Ss]eries \w+)(?! without)(?:[’']ll| will| would| must| has to|"
                rf" have to| is| goes| "
                rf"go| carries| continues| returns| comes| will have to| can)?(?: be| do| go| carry| continue| return| "
                rf"come| manage| "
                rf"live| cope| have to)?(?: do| on| back)? without {_WHO}(?! and \w+ing)"
            ),
        ),
        (
            "leaving",
            (
                rf"\b[Tt]here(?:[’']s| is| will be|[’']ll be|[’']s going to be) no {_WHO}(?: (?:this|next) (?:time|"
                rf"season|series|year)|"
                rf" in (?:{SHOW}|it|season \w+|series \w+))"
            ),
        ),
        (
            "leaving",
            (
                rf"(?:\bnot|n[’']t|\bnever|\bagainst|\bdeclin(?:e|es|ed)|\brefus(?:e|es|ed)|"
                rf"\bno plans)(?: to)? (?:be )?(?:bring(?:ing)?|"
                rf"ask(?:ing|ed)?|invit(?:e|ing|ed)|hav(?:e|ing)|call(?:ing|ed)?) {_WHO} back\b"
            ),
        ),
        (
            "joining",
            (
                rf"\b(?:[Hh]ave|[Hh]aving|[Ww]elcom(?:e|es|ed|ing)) {_WHO} (?:on board|aboard|to (?:the|our) (?:cast|"
                rf"family|show|team|world|"
                rf"ensemble|gang|company of actors))\b"
            ),
        ),
        ("leaving", rf"\b(?:shoes|role|part|boots|gap|slot|place|hole) (?:vacated|left(?: empty| vacant| open)?) by {_WHO}"),
        ("joining", rf"(?:^|[.;,] )(?:[Ee]nter|[Ii]ntroducing) {_WHO}(?=[.,;!]|$| (?:as|who|in)\b)"),
        (
            "leaving",
            (
                rf"(?:^|[.;,] )(?:[Ee]xit|(?:(?:[Ww]e|[Ff]ans|[Vv]iewers) (?:must |will |have to )?)?"
                rf"(?:[Ss]ay|said|[Bb]id) (?:goodbye|farewell) to) {_WHO}(?=[.,;:!]|$| (?:as|who|and)\b)"
            ),
        ),
        (
            "leaving",
            rf"\b(?:you[’']ve|we[’']ve|viewers have|fans have|audiences have|have) seen the last of {_WHO}(?! ?[’']s [a-z])",
        ),
        (
            "leaving",
            (
                rf"\b(?:end of the (?:road|line)|curtains|(?:it[’']s|is|was) (?:goodbye|farewell|all over|over)) (?:for|to|from) "
                rf"{_WHO}(?=[,.;!]|$| (?:as|in|on|after|and)\b)"
            ),
        ),
        (
            "leaving",
            (
                rf"(?:[Ww]ill be|[Aa]re|[Ii]s|[Aa]lso) (?:missing|absent|out)(?::| is| are)? {_WHO}(?=[,.;]|$| and )|"
                rf"\b(?:[Oo]ne|[Tt]he "
                rf"(?:only|one)|[Aa]) (?:face|name|person|regular|actor|actress|star) (?:(?:that |whom? )?(?:you|viewers|"
                rf"fans|we|audiences) "
                rf"(?:won[’']t|will not) (?:be )?see(?:ing)?|(?:who|that) (?:is|will be|won[’']t be) (?:missing|absent|"
                rf"gone|there)) is "
                rf"{_WHO.replace('<who>', '<other>')}"
            ),
        ),
        (
            "returning",
            (
                rf"\b(?:[Tt]he )?(?:sole|only|last|lone) (?:(?:remaining|surviving|original|returning) )?(?:survivor|holdover|"
                rf"returnee|regular|member|cast member|face|star)s? (?:of|from|in|left of|left from|left in) {SHOW}(?: "
                rf"left)? (?:is|will be) {_WHO}"
            ),
        ),
        (
            "leaving",
            (
                rf"\b(?:marks?|marked|brings?|brought|spells?|signals?|means) (?:the |an )?(?:end|close|curtain)(?: of| "
                rf"to| on| for)? {_WHO}[’']s? "
                r"(?:[a-z-]+ )?(?:run|time|stint|tenure|spell|stay|days|career (?:on|in|with) the show)"
            ),
        ),
        (
            "leaving",
            (
                rf"\b(?:was|is|will be|proved|proves|marks?|serves? as|amounts? to) {_WHO}[’']s (?:[a-z]+ )?(?:swan-?song|"
                rf"farewell|final bow|last hurrah)"
            ),
        ),
        (
            "leaving",
            (
                rf"{_WHO}[’']s (?:own |shock |sudden )?(?:decision|choice|wish|request) to (?:leave|quit|go|depart|bow out|"
                rf"step (?:away|down)|move on)(?=[.,;]|$| (?:the|after|was|is|came|has)\b)"
            ),
        ),
        (
            "returning",
            (
                rf"{_WHO}[’']s (?:own |surprise )?(?:decision|choice|agreement) to (?:return|stay|come back|sign)(?=[.,;]|$| "
                rf"(?:on|for|as|was|is|came|to)\b)"
            ),
        ),
        (
            "unavailable",
            (
                rf"{_WHO}[’']s (?:diary|schedule|other (?:work|job|commitments)|commitments|film|dates|agent) (?:did not|"
                rf"didn[’']t|does not|doesn[’']t|do not|would not|wouldn[’']t) (?:allow|permit|fit|work|match)"
            ),
        ),
        (
            "in_talks",
            (
                rf"{_WHO}[’']s name (?:(?:has|have|is|was|been|being|keeps|also|comes?|came|up|linked|mentioned|floated|"
                rf"mooted|in the (?:frame|hat|mix)|coming) )+"
                r"(?:for|with|in connection with) (?=the (?:role|part))"
            ),
        ),
        ("guest", rf"\bcameos? (?:by|from|for|featuring|involving) (?:the )?(?:[a-z]+ )?{_WHO}"),
    )
)
_ALL_BUT = regex(
    rf"\b(?:(?P<others>{_OTHERS})(?P<aux>(?: (?:will|is|are|has|have|be|due|expected|set|to|all|now))*) "
    rf"{_RETURN}[^.;?!]{{0,30}}?,? "
    rf"{_EXCEPT} |{_OTHERS},? {_EXCEPT} )(?=[A-Z])"
)
_NAMES = regex(rf"(?:(?:,? and |, ){{0,1}}(?:{FULL_NAME}|{ONE_NAME})(?: \([^)]{{1,40}}\))?){{1,6}}")
_ANY_NAME = regex(rf"{FULL_NAME}|{ONE_NAME}")
_REPLACEMENT = regex(
    r"\b(?:(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he|[Aa]|[A-Z][\w’-]+[’']s) (?:own |eventual |new |surprise )?(?:replacement|successor|"
    r"substitute|stand-in)(?: as [^.,;]{2,30}?)?(?: is| will be|:|,| in)) (?=\S+ \S)"
)
# "Harbor Nine adds Anna Moss and Kit Adair for its second run": the show or its network takes them on, as its cast
_ADDS = regex(
    rf"^(?:[^.,;:?!]{{0,30}}, )?(?P<who>[“\"]?{TITLE_NAME}[”\"]?|(?:[Tt]he |[Ii]ts )(?:[\w-]+ ){{0,3}}?(?:show|series|"
    rf"drama|comedy|sitcom|thriller|"
    rf"soap|network|streamer|broadcaster))(?:[’']s [“\"][^”\"]{{2,40}}[”\"])? (?:has |have )?(?:also |now |just |finally )?"
    r"(?:adds?|added|casts?|recruits?|recruited|welcomes?|welcomed|signs?|signed|lands?|landed|enlists?|enlisted|books?|booked|"
    r"taps?|tapped|hires?|hired|ropes? in|roped in|brings? in|brought in|snags?) (?=\S+ \S)"
)
_AS_CAST = regex(
    r"(?=[.!]?$|,? (?:(?:for|as|in|to (?=[\w ]{3,14} (?:cast|ensemble|line-?up|roster|regulars))) (?:its|the|her|his|"
    r"their|an?|season|series|new|key|guest|recurring)\b)(?! "
    r"(?:screen)?writ|(?: \w+)? director))"
)
_FOUND = regex(r"\b(?:found|named|cast|hired|signed|announced|unveiled|has|have|picked|chosen|chose|is|be)\b")
_WISHED = regex(
    rf"(?i:\b(?:i|we|they|he|she|fans|viewers|vela)(?:[’']d| would| do|[’']re| are)?(?: (?:all|really|dearly|still))? "
    rf"(?:love|like|hope|hoping|want|wish|dying) "
    rf"(?:to (?:have|get|see|bring|lure|tempt|keep|welcome) |for )?|\b(?:would|[’']d) be (?:nice|great|lovely|good|fun|"
    rf"wonderful) "
    rf"(?:to (?:see|have|get|bring) |if )|\b(?:hoping|hope|fingers crossed|praying) (?:that |for )?|\bbring back |"
    rf"\b(?:hope|hoping) to (?:see|have|bring|get) "
    rf"){_WHO}(?: will|[’']ll| does| (?:gets?|is))?(?P<back> (?:back|again|returns?|comes? back|came back|returned|for "
    rf"(?:more|another)|"
    rf"be back))(?=[.,;!?:—–)”\"]|$| (?:as|in|for|if|on|at|to|next|too|and|but|one|with)\b)"
)
_MAKERS = regex(r"(?i)\b(?:showrunn|direct(?!ion)|writ|produc(?!ers (?:are|have|want))|compos|host|present)\w*")


def by_others(place: Place) -> Iterator[Found]:
    """Find the actors whom somebody courts, keeps away, replaces or leaves out."""
    text = place.text
    season = season_of(text)
    for state, pattern in live(_RULES, text):
        for found in pattern.finditer(text):
            actor = _actor(place, found, known=state != "in_talks")
            if actor and not _MAKERS.search(text[found.end() : found.end() + 40]):
                value = {"actor": actor, "st": state} | part_after(text, found.end())
                if state == "in_talks" and "character" not in value:
                    value |= _for(text, found.end())
                yield Found("cast_role", found.start(), found.end(), value, season=season)
    yield from _all_but(place, season)
    yield from _adds(place, season)
    yield from _by_one_name(place, season)
    yield from _favourites(place, season)
    yield from _wished(place, season)
    for found in _REPLACEMENT.finditer(text):
        if _MAKERS.search(text[max(0, found.start() - 30) : found.end()]):
            continue
        if found[0].rstrip().endswith(("is", "be", ":")) or _FOUND.search(text[: found.start()]):
            for one in members(place, found.end()):
                yield Found("cast_role", one.start, one.end, {"actor": one.name, "st": "joining"}, season=season)


def _actor(place: Place, found: re.Match[str], *, known: bool) -> str | None:
    """Return the member of the cast whom a name means; with ``known`` only somebody who is told to act."""
    said = found.groupdict()
    who, _ = trimmed(said["who"] or said["other"])
    name = in_the_cast(place, who)
    if name is None:
        return None
    acts = fold(name) in place.context.players
    return name if acts or (" " in who and not known) or (known and " " in who and _PART.match(place.text, found.end())) else None


_PART = regex(r" as |$|[.,;]")


def _for(text: str, at: int) -> dict[str, str]:
    """Return the part of "wants Anna Moss for the mayor"."""
    said = match(r" (?:for|as) (?:the (?:role|part) of )?(?P<character>(?:the|an?) [a-z]+(?: [a-z]+)?)(?=[.,;!]|$)", text[at:])
    told = said and not search(r"\b(?:role|part|season|series|show|lead|film|spin-?off|deal|fee|return)$", said["character"])
    return {"character": said["character"]} if said and told else {}


_FAVOURITE = regex(
    rf"(?:\b(?:make|makes|made|have|has|installed?|rate|rates) {_WHO} (?:(?:as |the |a |hot |clear |\d+/\d+ |\d+-to-\d+ |"
    rf"odds-on |early )*)"
    rf"(?:favou?rite|front-?runner)|{_WHO.replace('<who>', '<other>')} (?:is|remains|emerges? as) (?:the |a |hot |clear |"
    rf"early |odds-on |bookies[’'] |now |\d+/\d+ )*"
    r"(?:favou?rite|front-?runner)) (?:to (?:replace|succeed|play|be the (?:new|next) (?=[A-Z])|take over|land|get|step)|for "
    r"(?:the|his|her) )"
)


@only_for(_FAVOURITE)
def _favourites(place: Place, season: int | None) -> Iterator[Found]:
    """Find on whom the bets are: "Anna Moss is the favourite to replace him"."""
    guess: Standing = "speculation"
    for found in _FAVOURITE.finditer(place.text):
        actor = _actor(place, found, known=False)
        if actor and not _MAKERS.search(place.text[found.end() : found.end() + 40]):
            yield Found("cast_role", found.start(), found.end(), {"actor": actor, "st": "joining"}, standing=guess, season=season)


_CAMEO = regex(
    rf"\b{_MONONYM} (?:(?:will|may|might|could|is|has|to|set|also|be|reportedly|said) )*(?P<does>mak(?:es?|ing) an? "
    rf"(?:\w+ )?(?:cameo|"
    r"appearance)|guest[- ]stars?|cameos?|pops? up|joins? (?:the|its) (?:[a-z]+ )?cast|has a (?:cameo|guest (?:spot|role)))"
)


@only_for(_CAMEO)
def _by_one_name(place: Place, season: int | None) -> Iterator[Found]:
    """Find the guests who have but one name: "pop star Kiyaan might make a cameo"."""
    for found in _CAMEO.finditer(place.text):
        if not place.context.is_series(found["who"]) and fold(found["who"]) not in place.context.people:
            value = {"actor": found["who"], "st": "joining" if found["does"].startswith("join") else "guest"}
            yield Found("cast_role", found.start("who"), found.end(), value, season=season)


@only_for(_ADDS)
def _adds(place: Place, season: int | None) -> Iterator[Found]:
    """Find whom a show takes on in so many words, where nothing says that they make it."""
    found = _ADDS.match(place.text)
    who = found["who"].strip('“”"') if found else ""
    context = place.context
    if not found or not (who[:4].lower() in {"the ", "its "} or context.is_series(who) or context.is_network(who)):
        return
    added = list(members(place, found.end()))
    if added and _AS_CAST.match(place.text, added[-1].end) and not _MAKERS.search(place.text[added[-1].end :]):
        for one in added:
            yield Found("cast_role", one.start, one.end, {"actor": one.name, "st": "joining"}, season=season)


@only_for(_ALL_BUT)
def _all_but(place: Place, season: int | None) -> Iterator[Found]:
    """Find who does otherwise than the rest: "everyone is back except Anna Moss"."""
    for found in _ALL_BUT.finditer(place.text):
        names = _NAMES.match(place.text, found.end())
        nobody = search(r"(?i)\bno(?:body| one)\b", found[0]) is not None
        back = search(_RETURN, found[0]) or search(rf"^[^.;?!]{{0,60}}?{_RETURN}", place.text[names.end() :] if names else "")
        for one in _ANY_NAME.finditer(names[0]) if names and back else ():
            name = in_the_cast(place, trimmed(one[0])[0])
            if name and (" " in one[0] or fold(name) in place.context.players):
                at = found.end() + one.start()
                st, sign = ("returning", "+") if nobody else NOT_SO["returning"]
                yield Found(
                    "cast_role", at, at + len(one[0]), {"actor": name, "st": st}, "-" if sign == "-" else "+", season=season
                )


@only_for(_WISHED)
def _wished(place: Place, season: int | None) -> Iterator[Found]:
    """Find whom somebody who speaks would have back, a guess at best; what the outlet or a fan would like is no claim."""
    guess: Standing = "speculation"
    for found in _WISHED.finditer(place.text):
        if place.speaker is None and not place.sentence.in_quotes(found.start(), found.end()):
            continue
        name = in_the_cast(place, trimmed(found["who"])[0])
        if name and (" " in found["who"] or fold(name) in place.context.players) and not place.text.rstrip('”" ').endswith("?"):
            value = {"actor": name, "st": "returning"} | part_after(place.text, found.end())
            yield Found("cast_role", found.start(), found.end(), value, standing=guess, season=season)
