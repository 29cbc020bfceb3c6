"""Makers by plain words: "directors include", "costumes are designed by", "Vela named her showrunner", "the brainchild of"."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW
from cliffhanger.claims.kinds.crew.names import NAMES, ROLE, each, job_of, role_of
from cliffhanger.claims.names import FULL_NAME, ONE_NAME, fold
from cliffhanger.claims.patterns import Pattern, Rules, live, only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_ONE = rf"(?:{FULL_NAME}|{ONE_NAME})"
_WHO = rf"(?P<names>{NAMES}|{ONE_NAME})"
_OF_SHOW = (
    r"(?: (?:of|on|for|behind|in|across|this) (?:(?:the|its|this|all|both|season|series|most|every) "
    rf")?(?:[\w-]+ ){{0,3}}?(?:{KIND_OF_SHOW}|seasons?|"
    rf"episodes?|run|year|time|block|team|\w+)(?: (?:one|two|three|four|\d))?)?"
)
_PEOPLE = (
    r"(?P<role>directors|writers|executive producers|producers|showrunners|creators|editors|composers|designers|cinematographers|"
    r"[Ww]riters[’'] room|[Ww]riting (?:staff|team|room)|[Dd]irecting (?:team|roster|line-?up)|[Pp]roducing "
    r"team|[Cc]reative team)"
)
_OF_PEOPLE = {
    "writers’ room": "writer",
    "writers' room": "writer",
    "writing staff": "writer",
    "writing team": "writer",
    "writing room": "writer",
    "directing team": "director",
    "directing roster": "director",
    "directing line-up": "director",
    "directing lineup": "director",
    "producing team": "producer",
    "creative team": "producer",
    "designers": "production designer",
}
_HOLD = r"(?:(?:will|also|now|again|still|once|more|are|is|be|again|both) ){0,3}"
_LISTS = (
    regex(
        r"\b(?i:(?:other |further |additional |new |returning |the |this season’s |guest |fellow |series |episode "
        rf")*{_PEOPLE}){_OF_SHOW},? "
        rf"{_HOLD}(?:include|includes|including|are|number|consists? of|comprises?|features?) (?P<names>{NAMES})"
    ),
    regex(
        rf"\b(?i:(?:rounding out|completing|joining|heading|leading) the {_PEOPLE}){_OF_SHOW},? (?:are|is|will be) "
        rf"(?P<names>{NAMES})"
    ),
    regex(
        rf"(?P<names>{NAMES}) {_HOLD}(?:(?:are|is|were|was) )?(?:among|part of|in) (?:the |its |(?:the "
        rf")?[a-z]+[’']s )(?:new |other )?(?i:{_PEOPLE})\b"
    ),
    regex(rf"(?P<names>{NAMES}) (?:complete|round out|make up|form|head up|fill out) (?:the |its )(?i:{_PEOPLE})\b"),
)
# The craft, the verb done to it, the job of who does it.
_CRAFTS = (
    (
        "stunt coordinator",
        r"(?:stunts?|stunt work|stunt sequences|action(?: scenes| sequences)?)",
        r"(?:co-?ordinat|overs|supervis|design|direct|arrang|manag|handl)",
    ),
    (
        "choreographer",
        (
            r"(?:(?:fight|dance|action|battle|musical|skating) (?:scenes|sequences|numbers|routines)|fights?|dances|"
            r"dancing|choreography|swordplay)"
        ),
        r"(?:choreograph|arrang|stag|creat|design)",
    ),
    ("costume designer", r"(?:costumes?|wardrobe|clothes|gowns|outfits)", r"(?:did\b|design|creat|ma[dk]|provid|sew|overs)"),
    ("production designer", r"(?:sets?|production design|set designs?)", r"(?:design|creat|buil|overs|dress)"),
    (
        "composer",
        r"(?:music|scores?|soundtrack|theme(?: tune| music| song)?|songs|title (?:music|theme))",
        r"(?:handl|did\b|compos|writ|wrot|provid|creat|suppli|arrang)",
    ),
    ("cinematographer", r"(?:cinematography|photography|camerawork|lighting)", r"(?:handl|overs|provid|manag|led|lead)"),
    (
        "visual effects supervisor",
        r"(?:visual effects|VFX|special effects|effects|CGI)",
        r"(?:supervis|overs|handl|creat|manag|led|lead|provid)",
    ),
    ("casting director", r"(?:casting)", r"(?:handl|overs|led|lead|manag|done)"),
    ("make-up designer", r"(?:make-?up|hair and make-?up|prosthetics)", r"(?:design|creat|overs|supervis|handl|led)"),
    ("editor", r"(?:editing|edit)", r"(?:handl|overs|led|manag|done)"),
)
_DONE = (
    r"(?:(?:is|are|was|were) being|is|are|was|were|will be|being|been|has been|have been)"
    r"(?: (?:again|once again|once more|all|also|still|now))?"
)
_BEFORE_NAME = (
    r"(?:(?:the |veteran |longtime |renowned |award-winning |designer |choreographer |composer |supervisor |"
    r"coordinator |newcomer |"
    r"musician |singer |stunt coordinator |costume designer |production designer |fight director |Oscar winner |Emmy winner |"
    r"acclaimed |[A-Z][a-z]+ (?:winner |composer |designer )))*"
)
_CRAFTED: tuple[tuple[str, Pattern], ...] = tuple(
    (
        role,
        regex(
            rf"\b(?i:(?:the |its |all the |all |most of the |original |new )*{craft})(?: (?:for|in|on|of) "
            rf"[^.,;?!]{{2,30}}?)? {_DONE} "
            rf"{verb}\w* by {_BEFORE_NAME}(?P<names>{NAMES}|{ONE_NAME})"
        ),
    )
    for role, craft, verb in _CRAFTS
)
_CRAFTS_DONE: tuple[tuple[str, Pattern], ...] = tuple(
    (
        role,
        regex(
            rf"{_WHO} (?:(?:has|have|again|also|will|once|is|who|both|to|now) ){{0,3}}{verb}\w* (?:the |its |all the |"
            r"all |most of the |both |some of the )"
            rf"(?:(?:show|series|drama|season|programme)[’']s? |series[’'] )?(?:[a-z-]+ )?{craft}\b(?! (?:of|for) "
            r"(?:the |a |her |his )?(?:film|movie|game))"
        ),
    )
    for role, craft, verb in _CRAFTS
)
_CRAFTS_OF: tuple[tuple[str, Pattern], ...] = tuple(
    (
        role,
        regex(
            rf"\b(?i:(?:the |its |all the |all )?{craft}) (?:is|are|was|were) (?:all |again )?(?:the (?:work|creation|"
            r"handiwork)|courtesy) "
            rf"of {_BEFORE_NAME}{_WHO}"
        ),
    )
    for role, craft, _ in _CRAFTS
)
_WORK_ITSELF = (
    rf"(?:it|(?:the |this |its |all |both |every |each |most )*(?:[\w’-]+ ){{0,2}}?(?:{KIND_OF_SHOW}|seasons?|"
    r"episodes?|pilot|finale|opener|opening (?:two )?episodes))"
)
_OTHER_WORK: tuple[tuple[str, Pattern], ...] = (
    ("editor", regex(rf"\b(?i:{_WORK_ITSELF}) {_DONE} (?:co-)?edited by {_BEFORE_NAME}{_WHO}")),
    (
        "editor",
        regex(
            rf"{_WHO} (?:(?:has|will|also|again) )*(?:edits|edited|edit|cuts) (?:the |this |all |both |every |each "
            rf")(?:[\w’-]+ ){{0,2}}?(?:{KIND_OF_SHOW}|seasons?|episodes?|pilot|finale)\b"
        ),
    ),
    ("cinematographer", regex(rf"\b(?i:{_WORK_ITSELF}) {_DONE} (?:lensed|photographed) by {_BEFORE_NAME}{_WHO}")),
    ("cinematographer", regex(rf"\b(?i:{_WORK_ITSELF}) {_DONE} (?:shot|filmed) by {_BEFORE_NAME}(?P<names>{NAMES})")),
    ("choreographer", regex(rf"{_WHO} (?:(?:has|will|also|again) )*choreograph(?:s|ed|es)? (?:the|its|all|most|some)\b")),
    ("narrator", regex(rf"\b(?i:{_WORK_ITSELF}) {_DONE} narrated by {_BEFORE_NAME}{_WHO}")),
    (
        "creator",
        regex(
            rf"\b(?:the )?(?:brainchild|creation|invention|handiwork) of {_BEFORE_NAME}(?:(?:writer|creator|producer|"
            rf"playwright|director|showrunner|comedian|novelist|actor)s? )?{_WHO}"
        ),
    ),
    ("creator", regex(rf"\b(?i:{_WORK_ITSELF}) {_DONE} (?:co-)?(?:dreamed|dreamt|thought|cooked) up by {_BEFORE_NAME}{_WHO}")),
    (
        "creator",
        regex(
            rf"\b(?i:{_WORK_ITSELF}) {_DONE} (?:co-)?(?:developed|devised|conceived|invented)(?: for (?:television|TV|"
            rf"the screen))? by {_BEFORE_NAME}(?:(?:writer|creator|producer|playwright|director|showrunner)s? )?{_WHO}"
        ),
    ),
    (
        "creator",
        regex(
            rf"{_WHO} (?:(?:has|had|first) )*(?:came|come|dreamed|dreamt|thought) up (?:with )?(?:the (?:idea for "
            rf"(?:the |it|“)?)?|it\b)(?:(?:{KIND_OF_SHOW})\b|it\b|“|)"
        ),
    ),
    (
        "composer",
        regex(
            rf"{_WHO} (?:(?:has|will|also|again|once more) )*(?:provid|suppl|contribut|writ|wrot|compos|deliver)\w* "
            r"(?:the |its |all the |new |original )(?:original |new |show[’']s |series[’'] |title |haunting "
            r")*(?:scores?|music|soundtrack|theme(?: tune| music)?|songs)\b"
        ),
    ),
    (
        "composer",
        regex(
            rf"\b(?i:(?:theme (?:tune|music|song)|title music|score|music|songs?|soundtrack)) {_DONE} (?:written|"
            rf"composed|scored|provided) by {_BEFORE_NAME}{_WHO}"
        ),
    ),
    (
        "director",
        regex(
            rf"{_WHO} (?:(?:has|is|will|again|now|back|once|more|also) ){{0,3}}(?:sits?|sitting|took|takes?|taking|"
            r"steps?|stepping|in|was|returns?|slips?|back|settles?) ?(?:in|into|up|to|back in|down in|back into)? "
            r"?(?:the )director[’']s chair\b"
        ),
    ),
    (
        "director",
        regex(
            rf"{_WHO} (?:(?:will|is|also|to|has|set|who|now) ){{0,3}}(?:mak(?:e|es|ing)|made|giv(?:e|es)n?) (?:his|her|"
            r"their|a) (?:[a-z]+ )?(?:directorial|directing) debut\b"
        ),
    ),
)
_HEADED = regex(
    r"\b(?i:(?:the |its )?(?:writing (?:team|room|staff)|writers[’']? (?:room|team)|script team|team of "
    r"writers)) (?:is |was |are |will be |being |now |again )*"
    rf"(?:led|headed|run|overseen|headed up|chaired|supervised) by (?:[a-z-]+ ){{0,2}}?(?P<names>{NAMES}|{ONE_NAME})"
)
_AT_THE_HELM = regex(
    rf"{_WHO} (?P<how>(?:(?:is|are|was|were|remains?|stays?|will|be|still|again|back|returns?|continues?|now|"
    r"once|more) ){1,4})(?:at the helm|"
    r"in charge|in the hot seat)(?: of (?:the |this |its |season |series )(?:[\w-]+ )?\w+)?(?=[.,;]| (?:for|"
    r"of|as|again|with|and)\b|$)"
)
_WAS_MADE = regex(
    r"(?:hired|hires|appointed|appoints|named|names|brought in|brings in|tapped|taps|recruited|recruits|"
    r"drafted in|drafts in|promoted|"
    r"promotes|installed|installs|picked|chosen|chose|signed|signs|enlisted|enlists|set|confirmed|confirms|"
    r"announced|has made|made|brought on|"
    rf"brought back|brings back) (?:[a-z-]+ ){{0,3}}?(?P<name>{FULL_NAME})(?:,? [^.,;?!]{{2,50}},)? (?:(?:as|"
    r"to be|to serve as|to) )?(?:(?:the|its|an?|"
    rf"new|sole|full|joint|show[’']s|series[’'](?: s)?) ){{0,3}}(?P<role>{ROLE})\b(?! (?:of|at|for) (?!(?:the|"
    r"this|its|both|all|season|series) "
    rf"(?:[\w-]+ ){{0,2}}(?:{KIND_OF_SHOW}|seasons?|episodes|run)\b|[“‘\"]|it\b|season|series))"
)
_JOB_GOES = regex(
    rf"\b(?i:(?:job|role|post|position|title|mantle|duties|reins) of (?:(?:new|head|sole) )?(?P<role>{ROLE})|"
    r"the (?:(?:new|head|sole) )?"
    rf"(?P<role2>{ROLE})(?:[’']s?)? (?:job|role|post|position|duties|baton|mantle|chair)) (?:has |have |will |"
    r"now |then |is |was |being )*"
    r"(?:went|gone|goes|go|passes|passed|pass|falls|fell|fallen|given|handed|offered|moves|moved)(?: over| "
    rf"on)? to (?:[a-z-]+ ){{0,3}}?{_WHO}(?!\w)"
)
_TAKES_OVER = regex(
    rf"{_WHO},? (?:(?:is|will|to|has|set|now|due|was|be|who|are) ){{0,4}}(?:tak(?:e|es|ing|en)|took) over "
    r"(?:(?:the )?(?:job|role|post|reins|mantle|position) )?"
    rf"(?:as|of) (?:(?:the|its|an?|new|sole|show[’']s|series[’']) ){{0,3}}(?P<role>{ROLE})\b"
)
_WRITES_AND = regex(
    rf"{_WHO} (?:(?:will|also|both|again|has|to) ){{0,3}}(?P<one>writ(?:es?|ten|ing)|wrote|direct(?:s|ed|ing)?|"
    r"created?|creates|produc(?:es?|ed)|stars?) and "
    r"(?P<two>writ(?:es?|ten)|wrote|direct(?:s|ed)?|(?:executive[- ])?produc(?:es?|ed)|showruns?|edits?|"
    r"hosts?|composes)(?= ?[.,;]|$| (?:the|every|each|all|both|it|most|this)\b)"
)
_ALSO_PRODUCES = regex(
    rf"(?P<names>{_ONE}),? (?:who )?(?:(?:is|are|will|has) )?(?:also|additionally) (?P<two>(?:executive[- ]|"
    r"exec[- ]|co-)?produc(?:es?|ed|ing)|direct(?:s|ed|ing)?|"
    rf"writ(?:es|ing)|wrote)(?=[.,;]|$| (?:on|the)\b)"
)
VERBS = (
    ("writ", "writer"),
    ("wrot", "writer"),
    ("dire", "director"),
    ("crea", "creator"),
    ("exec", "executive producer"),
    ("co-p", "co-producer"),
    ("prod", "producer"),
    ("show", "showrunner"),
    ("edit", "editor"),
    ("host", "host"),
    ("comp", "composer"),
)
_HOSTS_ALONE = regex(
    rf"{_WHO} (?:(?:again|still|also|now|both) )?(?:hosts|presents)(?=[.,;]|$| (?:again|once more|for|alongside|with)\b)"
)

_ALL_CRAFTS = Rules((*_CRAFTED, *_CRAFTS_DONE, *_CRAFTS_OF, *_OTHER_WORK))


@only_for(
    *_LISTS, _HEADED, _ALL_CRAFTS, _WAS_MADE, _JOB_GOES, _TAKES_OVER, _AT_THE_HELM, _WRITES_AND, _ALSO_PRODUCES, _HOSTS_ALONE
)
def plain_jobs(place: Place) -> Iterator[Found]:
    """Find makers in lists, by their craft, by what they came up with, and by who named them to a job."""
    yield from _listed(place)
    text, season = place.text, season_of(place.text)
    for role, pattern in live(_ALL_CRAFTS, text):
        for found in pattern.finditer(text):
            for name, at in people_of(place, found["names"], found.start("names")):
                start = min(at, found.start()) if found.start("names") - found.start() < _NEAR else at
                end = max(at + len(name), found.end()) if found.start() == found.start("names") else at + len(name)
                yield Found("crew_role", start, end, {"person": name, "role": role}, season=season)
    yield from _moved(place, season)
    yield from _verbs(place, season)


_NEAR = 45  # characters between the work and a name that are still quoted with it


def people_of(place: Place, names: str, at: int) -> Iterator[tuple[str, int]]:
    """Yield the people of a list; a character makes nothing."""
    yield from ((name, spot) for name, spot in each(place, names, at) if fold(name) not in place.context.characters)


def _listed(place: Place) -> Iterator[Found]:
    text, season = place.text, season_of(place.text)
    for pattern in _LISTS:
        for found in pattern.finditer(text):
            said = found["role"].lower()
            role = _OF_PEOPLE.get(said) or role_of(said)
            for name, at in people_of(place, found["names"], found.start("names")):
                yield Found("crew_role", at, at + len(name), {"person": name, "role": role}, season=season)
    for found in _HEADED.finditer(text):
        for name, at in people_of(place, found["names"], found.start("names")):
            yield Found("crew_role", found.start(), at + len(name), {"person": name, "role": "head writer"}, season=season)


def _moved(place: Place, season: int | None) -> Iterator[Found]:
    """Find who was given a job, took it over, or stays at the helm."""
    text = place.text
    for found in _WAS_MADE.finditer(text):
        role = role_of(found["role"])
        if role in _ANYWHERE and not (_TRADE.search(place.lower) or place.context.network_pattern.search(text)):
            continue  # banks and schools name directors too
        state = "returning" if "back" in found[0] else "changed" if found[0].startswith("promote") else "joining"
        for name, at in people_of(place, found["name"], found.start("name")):
            yield Found("crew_role", at, found.end(), {"person": name, "role": role, "st": state}, season=season)
    for found in _JOB_GOES.finditer(text):
        role = role_of(found["role"] or found["role2"])
        for name, at in people_of(place, found["names"], found.start("names")):
            yield Found(
                "crew_role", found.start(), at + len(name), {"person": name, "role": role, "st": "joining"}, season=season
            )
    for found in _TAKES_OVER.finditer(text):
        for name, at in people_of(place, found["names"], found.start("names")):
            value = {"person": name, "role": role_of(found["role"]), "st": "joining"}
            yield Found("crew_role", at, found.end(), value, season=season)
    for found in _AT_THE_HELM.finditer(text):
        stays = {"st": "returning"} if search(r"remain|stay|still|again|back|return|continu", found["how"]) else {}
        for name, at in people_of(place, found["names"], found.start("names")):
            value = {"person": name, "role": job_of(place, name) or "showrunner", **stays}
            yield Found("crew_role", at, found.end(), value, season=season)


_ANYWHERE = frozenset({"director", "editor", "producer", "writer", "maker", "composer"})
_TRADE = regex(rf"\b(?:{KIND_OF_SHOW}|seasons?|episodes?|network|streamer|broadcaster|studio|showrunner)\b")


def _verbs(place: Place, season: int | None) -> Iterator[Found]:
    """Find the second work of "writes and directs", "also produces", and hosts of whom nothing more is said."""
    text = place.text
    for pattern in (_WRITES_AND, _ALSO_PRODUCES):
        for found in pattern.finditer(text):
            verbs = [said for key in ("one", "two") if (said := found.groupdict().get(key))]
            roles = [job for verb in verbs if (job := next((job for words, job in VERBS if verb.startswith(words)), None))]
            for name, at in people_of(place, found["names"], found.start("names")):
                for role in roles:
                    yield Found("crew_role", at, found.end(), {"person": name, "role": role}, season=season)
    for found in _HOSTS_ALONE.finditer(text):
        for name, at in people_of(place, found["names"], found.start("names")):
            yield Found("crew_role", at, found.end(), {"person": name, "role": "host"}, season=season)
