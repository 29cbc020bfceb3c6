"""Makers in few words: "a drama by X", "moves to a consulting post", "on board as a producer", "the Saltmarsh-produced saga"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.jobs_told import ELSEWHERE
from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW
from cliffhanger.claims.kinds.crew.names import COMPANY, NAMES, ROLE, each, role_of
from cliffhanger.claims.kinds.crew.plain_companies import NATIONS
from cliffhanger.claims.names import FULL_NAME, LOWER, ONE_NAME, TITLE_NAME, UPPER, fold, trimmed
from cliffhanger.claims.patterns import Rules, live, only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_WHO = rf"(?P<names>{NAMES}|{ONE_NAME} and {ONE_NAME}|{ONE_NAME})"
_ASIDE = r"(?:, (?:who|whose|the|an?) [^,.;?!]{3,60},)?"
_PLAIN_KIND = r"(?:series|show|drama|dramedy|comedy|sitcom|thriller|mini-?series|anthology|whodunn?it|procedural|soap)"
# "A crime thriller series by X", "the drama, by X, ...": whose a series is has created it.
_SERIES_BY = regex(
    rf"(?i:\b(?:an?|the|this|another|new|his|her|their|[\w+’]+[’']s) (?:(?!(?:by|of|from|in|on|at|to|for|with|and)\b)[\w-]+ )"
    rf"{{0,4}}?{_PLAIN_KIND}),? (?:by|from) (?:(?:the )?(?:[a-z-]+ ){{0,3}}?)(?P<names>{NAMES})(?![’'])"
)
_NOT_CREATED = regex(
    r"(?i)\b(?:based on|adapt\w+|inspired by|reviews?|essay|book|novels?|podcast|documentar\w+|stage|radio|directed|written|"
    r"produced|hosted|presented|edited|watched|seen|loved|streamed|praised|narrated|scored)\b[^.;?!]{0,40}$"
)
_TAKEN_OVER = regex(r"\b(?:running|charge|control|reins|helm|keys|stewardship) (?:of|to) $|\b(?:tak\w+|took) over $")
_PEN = regex(rf"\b[Ff]rom the (?P<what>pens?|minds?|imaginations?) of (?:[a-z-]+ ){{0,3}}?(?P<names>{NAMES})")
# "Moves to a consulting post", "stays on as a consultant", "will act as a creative consultant".
_CONSULTS = regex(
    rf"{_WHO}{_ASIDE}(?:,? who)? (?:(?:is|are|will|has|have|now|also|to|set|be|instead) ){{0,4}}(?P<how>mov(?:es?|ed|ing)|"
    rf"shift(?:s|ed|ing)?|switch(?:es|ed|ing)?|transition(?:s|ed|ing)?|step(?:s|ped|ping)?(?: back| down| aside| away)?|"
    rf"stay(?:s|ed|"
    rf"ing)?|remain(?:s|ed|ing)?|continu(?:es?|ed|ing)|tak(?:es?|ing|en)|took|becom(?:es?|ing)|became|act(?:s|ing)?|serv(?:es?|"
    rf"ing)|"
    rf"(?:be )?kept|retained|(?<=be )|is|join(?:s|ed|ing)?|return(?:s|ed|ing)?) ?(?:(?:on|over|across|back|up|down|aside|"
    rf"involved|"
    rf"now|only|in) )*(?:(?:to|into|in|as) )?(?:an? |the )?(?:[a-z-]+ )?(?P<what>consult(?:ing|ancy|ative)(?:[- ]producer)? "
    rf"(?:role|post|"
    rf"job|position|capacity|basis|brief|gig|credit)|advisory (?:role|post|position|capacity)|consultants?\b|advis[eo]rs?\b|"
    rf"consulting producers?\b){ELSEWHERE}(?! (?:to|in) (?:the|a|an|his|her)\b)"
)
_ABOARD = regex(
    rf"{_WHO}{_ASIDE} (?:(?:is|are|will|has|have|now|also|to|set|still|both) ){{0,4}}(?P<how>remain(?:s|ed|ing)?|stay(?:s|ed|"
    rf"ing)?|"
    rf"be|kept|continu(?:es?|ing)|c[ao]m(?:es?|ing)|brought|is|are|join(?:s|ed|ing)?) (?:on board|aboard|involved|attached|on|"
    rf"in place|"
    rf"with (?:the|it)(?: {KIND_OF_SHOW})?|the {KIND_OF_SHOW}) as (?:(?:an?|the|its|one of the|sole) )?(?:new "
    rf")?(?P<role>{ROLE})\b{ELSEWHERE}"
)
_STILL_IS = regex(rf"\b(?i:(?P<role>{ROLE}))[’']s (?P<how>still|again|once again|once more|now) (?P<names>{NAMES})")
_NTH_AS = regex(
    rf"(?P<names>{FULL_NAME})[’']s? (?P<nth>first|second|third|fourth|fifth|last|final|only|debut)(?: full)?(?: (?:series|season|"
    rf"run|year|outing|time|stint|episodes?))?(?: in charge)?,? as (?:the |its |sole )*(?P<role>{ROLE})\b"
)
_TWO_VERBS = regex(
    rf"{_WHO}(?: \([^()]{{2,60}}\))? (?:(?:both|also|will|again|once|more) ){{0,3}}(?P<a>creates?|writes?|directs?|stars?|"
    rf"produces?|"
    rf"runs?|created|wrote|directed|penned|hosts?),? (?:and|as well as) (?:also )?(?P<b>executive[- ]produc(?:es?|ed)|"
    rf"co-?produc(?:es?|"
    rf"ed)|produc(?:es?|ed)|direct(?:s|ed)?|writes?|wrote|show-?runs?|exec[- ]produc(?:es?|ed))(?=[.,;:!)]|$| (?:with|"
    rf"alongside|for|it|the|"
    rf"all|on|both|as)\b)"
)
_VERBS = {
    "cr": "creator",
    "wr": "writer",
    "pe": "writer",
    "di": "director",
    "pr": "producer",
    "co": "producer",
    "ex": "executive producer",
    "sh": "showrunner",
    "ru": "showrunner",
    "ho": "host",
}
_WHEEL = regex(
    rf"(?P<names>{NAMES})(?:, [^.;?!]{{3,70}}?,)? (?:(?:is|has|will|now|to|be|been|set|due) ){{0,4}}(?:tak(?:es|ing|en|e)|took|"
    rf"pick(?:s|ed|"
    rf"ing)? up|inherit(?:s|ed|ing)?|assum(?:es|ed|ing)|handed|given) (?:over )?(?:the (?:wheel|reins|helm|baton|controls|"
    rf"torch)|"
    rf"(?:sole |full |creative |overall |complete )?(?:charge|control))(?! of (?:the|a|his|her) (?:boat|ship|car|farm|town|"
    rf"port|company|harbou?r|bar|hospital|school|police))\b"
)
# "The pen passes to X", "a new showrunner in X", "the scripts come courtesy of X".
_PASSES = regex(
    rf"\b(?i:the )(?P<what>pen|baton|reins|torch|wheel|director[’']s chair|showrunning (?:job|duties)|keys|top job|hot seat) "
    rf"(?:now |then )?"
    rf"(?:pass(?:es|ed)|goes|went|falls|fell|moves?|(?:is|was|are) (?:handed|passed)) (?:on |over )?to (?:[a-z-]+ "
    rf"){{0,3}}?(?P<names>{NAMES})"
)
_FOUND_IN = regex(rf"\bnew (?P<role>{ROLE}) in (?P<names>{NAMES})")
_COURTESY = regex(
    rf"\b(?i:(?P<what>scripts?|screenplays?|teleplays?|stor(?:y|ies)|writing|direction|music|score)) (?:(?:also|again|once "
    rf"more) )?"
    rf"(?:comes?|is|are|was|were) (?:courtesy|the work|from the pen|the handiwork) of (?:[a-z-]+ ){{0,3}}?(?P<names>{NAMES})"
)
_WORK_OF = {"di": "director", "mu": "composer", "sc": "writer"}
# "After two years in charge, X is moving on", "X has stepped away from the day-to-day running of the show".
_MOVES_ON = regex(
    rf"\b(?:[Aa]fter|[Ff]ollowing) [^.;,?!]{{3,40}}? (?:in charge|at the helm|running (?:it|(?:the |this )?{KIND_OF_SHOW})|in "
    rf"the (?:top "
    rf"job|hot seat)|as (?:the |its )?(?P<role>{ROLE})),? (?P<names>{NAMES}) (?:(?:is|has|will|was|also) ){{0,2}}(?:mov(?:e|es|"
    rf"ed|ing) on|"
    rf"step(?:s|ped|ping)? (?:down|aside|away|back)|leav(?:e|es|ing)|left|depart(?:s|ed|ing)?|exit(?:s|ed|ing)?|quit|bow(?:s|"
    rf"ed|ing)? out)"
    rf"(?=[.,;]|$| (?:(?:the|this) (?:[\w-]+ )?{KIND_OF_SHOW}|to|for|after|at the end|next|in|before|[“‘\"]))"
)
_RUNS_NO_MORE = regex(
    rf"(?P<names>{NAMES}) (?:(?:is|has|will|was|also) ){{0,2}}(?:step(?:s|ped|ping)? (?:down|aside|away|back)|withdr(?:ew|awn|"
    rf"aws)|"
    rf"pull(?:s|ed|ing) back) from (?:the )?(?:day-to-day )?(?:running|showrunning|leadership|charge)(?: of (?:it|(?:the |this "
    rf")?{KIND_OF_SHOW}))?"
    rf"\b(?! (?:of (?:the|a|his|her) (?!{KIND_OF_SHOW})))"
)
_MAKING = regex(
    r"(?i)\b(?:showrunner|writers?|writing|creator|producer|season|series|show|drama|comedy|episodes?|finale|pilot|opener|"
    r"block)\b"
)
_FOR_AN_HOUR = regex(r" (?:for|of|on) (?:the )?(?:[\w-]+ ){0,2}?(?:episodes?|finale|pilot|opener|block|hours?)\b")
_BRIEFLY = regex(rf"\((?:[Dd]ir|[Ww]ri)\.? (?P<brief>{NAMES})|\b(?:[Dd]ir\.|[Dd]irected by:|[Ww]ri\.) (?P<names>{NAMES})")
_MADE_BY = (
    r"(?:broadcaster|company|outfit|indie|independent|producers?|production (?:company|house|outfit)|studios?|house|firm|"
    r"banner|label|"
    r"powerhouse|prodco|network|channel)"
)
_FIRM = rf"[{UPPER}][\w’+-]*(?: (?:& )?[{UPPER}][\w’+-]*){{0,4}}"
_OF_A_PLACE = rf"(?:(?:[{UPPER}][\w-]+[- ](?:based )?|[a-z-]+ ){{0,3}}?)"
_FOR_WHOM = regex(rf"\b(?:directed|written|created|developed|penned|shot|filmed) by {NAMES} for (?P<name>{TITLE_NAME})")
_COMPANIES = Rules((
    ("production company", regex(
        rf"\b(?:made|produced|filmed|shot|developed|co-produced) by (?:the )?{_OF_A_PLACE}{_MADE_BY} (?P<name>{_FIRM})"
        rf"(?: (?:together |jointly |in co-production )?(?:with|and) (?:the )?(?:{_OF_A_PLACE}{_MADE_BY} "
        rf")(?P<with>{_FIRM}))?"
    )),
    ("production company", regex(
        rf"\b(?:with|through|via|under|by|from|for|and) (?:[{UPPER}][\w-]+[’']s?|his|her|their|its|the(?:ir)?) (?:own |new |"
        rf"[a-z]+-based )?"
        rf"(?P<name>{TITLE_NAME}) (?:banner|label|shingle|production company|imprint|outfit)\b"
    )),
    ("production company", regex(
        rf"\b(?i:producers?) {FULL_NAME} (?:of|from|at) (?:the )?{_OF_A_PLACE}{_MADE_BY} (?P<name>{_FIRM})"
    )),
    ("production company", _FOR_WHOM),
    ("distributor", regex(
        rf"\b(?i:(?:distribution|sales|(?:global|international|world(?:wide)?|foreign) rights)(?: rights)?) (?:is|are|will be|"
        rf"was|were|goes?|go|"
        rf"sits?|rests?|lies?) (?:being )?(?:handled )?(?:once "
        rf"again )?"
        rf"(?:through|via|by|with|in the hands of|to) (?P<name>{TITLE_NAME})"
    )),
    ("distributor", regex(
        rf"(?P<name>{TITLE_NAME}) (?:(?:is|are|will be|has been) )(?:distributing|selling|shopping|repping|licensing)(?: it| "
        rf"the (?:\w+ )?"
        rf"{KIND_OF_SHOW}| the (?:global |world(?:wide)? |international )?rights)?,? (?:internationally|worldwide|globally|"
        rf"abroad|"
        rf"overseas|to (?:foreign )?buyers|outside|around the world|at (?:Mip|MIP|the))"
    )),
))  # fmt: skip
OF_A_BOOK = regex(  # "adapted from the novel Copper Lagoon written by X": its writer writes no series
    r"(?i)\b(?:novel(?:la)?s?|books?|memoirs?|plays?|poems?|comics?|manga|short stor(?:y|ies)|biography|letters?|articles?|"
    r"essays?|songs?)"
    r"(?: of the same (?:name|title)| series| trilogy| cycle)?(?:,? (?:called|titled|entitled))?(?: "
    r"[“\"‘]?(?-i:[A-Z])[^.,;?!]{1,45}?)?"
    r"(?:,|[”\"’])? (?:originally |first )?$"
)
_COMPOUND = regex(
    rf"\b(?P<name>(?:[{UPPER}][{LOWER}]+ ){{0,2}}[{UPPER}][{UPPER}{LOWER}]+\+?)-(?P<verb>produced|created|directed|penned|"
    rf"written|scripted|"
    rf"helmed|fronted)\b (?=[\w-]+)"
)
_OF_VERB = {"prod": "production company", "crea": "creator", "dire": "director", "helm": "director", "fron": "host"}


_LABEL = regex(r"(?:banner|label|shingle|imprint)$")  # "Reed’s Dry Creek banner" is a company, whatever its name looks like


# "Executive producers are A for X, and B for Y": each with whom they make it for.
_EACH_FOR = regex(
    rf"\b(?i:(?P<role>executive producers?|producers?))(?: on [^.;?!]{{3,40}}?)? (?:are|is|include|will be|were|:) "
    rf"(?P<all>[^.;?!]{{5,240}}? "
    rf"for {_FIRM}[^.;?!]{{0,160}})"
)
_ONE_FOR = regex(rf"(?:^|, (?:and )?| and |; (?:and )?)(?P<names>{NAMES})(?= for [{UPPER}]|,|;| and|$)")


def told_in_passing(place: Place) -> Iterator[Found]:
    """Find makers and companies whose work a sentence names by the way."""
    yield from _people(place)
    yield from _consultants(place)
    yield from _hands_change(place)
    for found in _EACH_FOR.finditer(place.text):
        for one in _ONE_FOR.finditer(found["all"]):
            for name, at in each(place, one["names"], found.start("all") + one.start("names")):
                value = {"person": name, "role": role_of(found["role"])}
                yield Found("crew_role", at, at + len(name), value, season=season_of(place.text))
    yield from _firms(place)


def _told(place: Place, found: re.Match[str], role: str, state: str | None, group: str = "names") -> Iterator[Found]:
    value = {"role": role} | ({"st": state} if state else {})
    for name, at in each(place, found[group], found.start(group)):
        if fold(name) in place.context.characters:
            continue
        start = found.start() if 0 <= at - found.start() < _NEAR else at
        end = max(found.end(), at + len(name)) if group != "names" or found.end() - at < _LONG else at + len(name)
        yield Found("crew_role", start, end, {"person": name, **value}, season=season_of(place.text))


_NEAR = 40  # characters before a name that are still quoted with it
_LONG = 110


@only_for(_PASSES, _FOUND_IN, _COURTESY, _MOVES_ON, _RUNS_NO_MORE)
def _hands_change(place: Place) -> Iterator[Found]:
    """Who is handed the work, and who lets it go."""
    text = place.text
    for found in _PASSES.finditer(text) if _MAKING.search(text) or "pen" in text else ():
        job = {"pen": "writer", "dir": "director"}.get(found["what"][:3], "showrunner")
        yield from _told(place, found, job, "joining")
    for found in _FOUND_IN.finditer(text):
        yield from _told(place, found, role_of(found["role"]), "joining")
    for found in _COURTESY.finditer(text):
        what = found["what"].lower()
        job = "composer" if what == "score" else _WORK_OF.get(what[:2], "writer")
        yield from _told(place, found, job, None)
    for pattern in (_MOVES_ON, _RUNS_NO_MORE):
        for found in pattern.finditer(text):
            role = found.groupdict().get("role")
            yield from _told(place, found, role_of(role) if role else "showrunner", "leaving")


@only_for(_SERIES_BY, _PEN, _STILL_IS, _NTH_AS, _TWO_VERBS, _WHEEL, _BRIEFLY)
def _people(place: Place) -> Iterator[Found]:
    text = place.text
    for found in _SERIES_BY.finditer(text):
        if _TAKEN_OVER.search(text[: found.start()]):
            continue
        if not _NOT_CREATED.search(
            text[: found.start("names")].rsplit(",", 1)[0] if ", by" in found[0] else text[: found.start()]
        ):
            yield from _told(place, found, "creator", None)
    for found in _PEN.finditer(text):
        yield from _told(place, found, "writer" if found["what"].startswith("pen") else "creator", None)
    for found in _STILL_IS.finditer(text):
        yield from _told(place, found, role_of(found["role"]), "joining" if found["how"] == "now" else "returning")
    for found in _NTH_AS.finditer(text):
        state = {"last": "leaving", "final": "leaving", "first": "joining", "debut": "joining"}.get(found["nth"])
        yield from _told(place, found, role_of(found["role"]), state)
    for found in _TWO_VERBS.finditer(text):
        for verb in (found["a"], found["b"]):
            if verb[:2] in _VERBS:
                yield from _told(place, found, _VERBS[verb[:2]], None)
    for found in _WHEEL.finditer(text) if _MAKING.search(text) else ():
        role = "director" if _FOR_AN_HOUR.match(text, found.end()) else "showrunner"
        yield from _told(place, found, role, None if role == "director" else "joining")
    for found in _BRIEFLY.finditer(text):
        group = "brief" if found["brief"] else "names"
        yield from _told(place, found, "writer" if "ri." in found[0][:6].lower() else "director", None, group)


_KEEPS = regex(r"(?i)^(?:stay|remain|continu|kept|retain|return)")
_COMES = regex(r"(?i)^(?:c[ao]m|brought|join|becom|became)")


@only_for(_CONSULTS, _ABOARD)
def _consultants(place: Place) -> Iterator[Found]:
    """Who steps back to advise, and who is on board as what."""
    for found in _CONSULTS.finditer(place.text):
        how = found["how"] or "is"
        role = "producer" if "producer" in found["what"] else "consultant"
        changes = search(r"(?i)^(?:mov|shift|switch|transition|step|tak|took|becom|became)", how)
        state = "returning" if _KEEPS.match(how) else "changed" if changes else "joining" if _COMES.match(how) else None
        yield from _told(place, found, role, state)
    for found in _ABOARD.finditer(place.text):
        how = found["how"]
        still = _KEEPS.match(how) or " still " in found[0]
        yield from _told(place, found, role_of(found["role"]), "returning" if still else "joining" if _COMES.match(how) else None)


def _firms(place: Place) -> Iterator[Found]:
    text, context = place.text, place.context
    season = season_of(text)
    for role, pattern in live(_COMPANIES, text):
        for found in pattern.finditer(text):
            for group in ("name", "with"):
                said = found.groupdict().get(group)
                name = trimmed(re.split(r" for (?=[A-Z])", said)[0])[0] if said else ""
                known = fold(name) in context.people or name in context.people.values()
                sure = pattern is not _FOR_WHOM or (COMPANY.search(name) and not context.is_network(name))
                known = known and not (_LABEL.search(found[0]) and fold(name) not in context.players | context.makers)
                if name and sure and not known and not context.is_series(name) and name[0].isupper():
                    at = text.find(name, found.start(group))
                    yield Found("crew_role", at, at + len(name), {"person": name, "role": role}, season=season)
    for found in _COMPOUND.finditer(text):
        name = re.sub(r"^(?:The|A|An) ", "", found["name"])
        role = _OF_VERB.get(found["verb"][:4], "writer")
        if NATIONS.match(name) or context.is_series(name) or fold(name) in context.characters:
            continue
        if role == "production company":
            person = context.full_name(name) if fold(name) in context.people else None
            value = {"person": person or name, "role": "producer" if person else role}
            yield Found("crew_role", found.start(), found.end(), value, season=season)
        else:
            for one, _ in each(place, name, found.start()):
                yield Found("crew_role", found.start(), found.end(), {"person": one, "role": role}, season=season)
