"""Makers by their trade and in short: "the narrator is", "intimacy coordinator Ana Ruiz", "the mind behind it"."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW
from cliffhanger.claims.kinds.crew.names import COMPANY, NAMES, ROLE, each, is_organisation, role_of, state_of
from cliffhanger.claims.kinds.crew.plain_jobs import VERBS, people_of
from cliffhanger.claims.lands import is_land
from cliffhanger.claims.names import FULL_NAME, NOT_NAMES, ONE_NAME, UPPER, fold, trimmed
from cliffhanger.claims.patterns import Rules, live, only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_ONE = rf"(?:{FULL_NAME}|{ONE_NAME})"
_WHO = rf"(?P<names>{NAMES}|{ONE_NAME})"
# Jobs of a shoot that stand in no list of makers.
_TRADE = (
    r"(?:intimacy co-?ordinators?|stunt co-?ordinators?|make-?up (?:designers?|artists?)|visual effects "
    r"supervisors?|VFX supervisors?|"
    r"location managers?|music supervisors?|sound designers?|dialect coach(?:es)?|art directors?|script "
    r"supervisors?|story producers?|"
    r"second unit directors?|medical advis[eo]rs?|historical (?:advis[eo]rs?|consultants?)|technical "
    r"advis[eo]rs?|narrators?|presenters?|"
    r"hosts?|hair and make-?up designers?|set designers?|camera operators?|storyboard artists?|voice "
    r"directors?|animation directors?)"
)
_OF_IT = r"(?:(?:the|its|an?|our|their|new|current|regular|show[’']s|series[’']|programme[’']s|drama[’']s) ){0,3}"
_TRADES = (
    regex(
        rf"\b(?i:{_OF_IT}(?P<trade>{_TRADE})) (?:is|are|was|were|will be|remains?)(?: again| once more| still| "
        rf"now)? (?P<names>{NAMES})"
    ),
    regex(
        rf"{_WHO} (?:is|are|was|were|will be|remains?|serves? as|acts? as|returns? as|works? as|worked as) "
        rf"(?i:{_OF_IT}(?P<trade>{_TRADE}))\b"
    ),
    regex(rf"(?P<names>{_ONE}), (?i:(?:{_OF_IT})(?P<trade>{_TRADE}))\b"),
    regex(rf"\b(?i:(?P<trade>(?!host|presenter){_TRADE})),? (?P<names>{NAMES})"),
)
_SEAT = r"(?:host|presenter|narrator|quizmaster|compere)"
_HOST_FOR_HOST = regex(
    rf"(?P<new>{_ONE}) (?:(?:is|has|will|to|be|was) ){{0,3}}(?:replac(?:es?|ed|ing)|succeed(?:s|ed|ing)?|"
    r"tak(?:es?|ing|en) over from|took over "
    rf"from) (?P<old>{_ONE}) as (?:the |its )?(?P<role>{_SEAT})\b"
)
_GONE_FROM = regex(
    rf"{_WHO} (?:is|was|has been|will be|is being|was being|had been) (?:replaced|removed|dropped|fired|let go|"
    r"sacked|ousted|dismissed)(?: "
    rf"(?:as|from (?:his|her|their|the) (?:job|role|post|position) as)) (?:the |its )?(?P<role>{ROLE})\b(?! by\b)"
)
_STEPS_IN = regex(
    rf"{_WHO},? (?:(?:is|will|to|has|set|now|due|was|be|are) ){{0,4}}(?:(?:tak(?:es?|ing|en)|took) (?:the "
    r"reins|charge|the helm|the baton|up the reins)|"
    r"step(?:s|ped|ping)? in|comes in|came in|slots in|boards?|boarded|has boarded|signs on|signed on|comes "
    r"aboard|comes on board|started|starts) as (?:(?:the|its|an?|new|sole|"
    rf"show[’']s|series[’']) ){{0,3}}(?P<role>{ROLE})\b"
)
_AFTER_ASIDE = regex(
    rf"(?P<names>{_ONE})(?:, (?:who |previously |formerly |once |an? |the |now |already |best known "
    r")[^.,;?!]{3,70},| \([^()]{2,50}\)) (?:is|are|becomes|"
    r"became|will be|was|serves as|acts as|takes over as|returns as|remains|joins as|will serve as)(?: now| "
    r"also| again)? (?:(?:the|its|an?|new|sole) )*"
    rf"(?P<role>{ROLE})\b(?! (?:of|at) (?:the|an?) (?:hospital|school|museum|bank|company|firm))"
)
_WITH_CREDIT = regex(
    rf"(?P<names>{FULL_NAME}) \([“‘\"A-Z][^()]{{2,50}}\),? (?:(?:will|is|has|to|also|again|are) "
    r"){0,3}(?P<verb>direct(?:s|ed|ing)?|writ(?:es?|ing|ten)|wrote|"
    r"creat(?:es|ed)|(?:executive[- ])?produc(?:es?|ed|ing)|showruns?|hosts?)(?=[.,;]|$| (?:the|all|both|"
    r"every|from|for|with|and|alongside)\b)"
)
_EACH = regex(
    rf"(?P<names>{NAMES}) (?:(?:will|have|are|has|to) ){{0,2}}each (?:(?:to|of them|be) )?(?P<verb>direct(?:s|"
    r"ed|ing)?|writ(?:es?|ing|ten)|wrote|produc(?:es?|ed))\b"
)
_PRODUCES = regex(
    rf"{_WHO} (?:(?:is|are|also|will|both|again|co-) ?){{0,3}}(?P<verb>produc(?:es?|ing))(?=[.;]|$|, (?:with|"
    r"while|and)\b| (?:alongside|together with|with|for)\b)"
)
_DASHED = regex(
    rf"(?P<names>{FULL_NAME}) [–—-] (?:the|its|a|an) (?:(?:new|former|long-time|longtime|show[’']s|series[’']|"
    rf"co-) ?)*(?P<role>{ROLE})\b"
)
_BRACKETED = regex(rf"(?P<names>{FULL_NAME}) \((?P<role>{ROLE})\)")
_BEHIND_IT = (
    regex(
        rf"{_WHO} (?:is|are|was|were|remains?) (?:the )?(?:creative |driving |original |guiding |main )*(?:force|"
        r"mind|minds|brain|brains|woman|man|person|people|duo|pair|"
        rf"talent|visionary|architect|writer) behind (?:it\b|(?:the|this) (?:[\w-]+ )?{KIND_OF_SHOW}|[“‘])"
    ),
    regex(
        r"\b(?i:the (?:creative |driving )*(?:force|mind|brain|brains|woman|man|person|people|duo) behind (?:it|"
        rf"(?:the|this) (?:[\w-]+ )?{KIND_OF_SHOW})) "
        rf"(?:is|are|was) (?P<names>{NAMES})"
    ),
    regex(
        rf"\b(?i:(?:new |latest |next |the |this |her |acclaimed )(?:[a-z-]+ )?{KIND_OF_SHOW},? from) "
        rf"(?P<names>{FULL_NAME})(?=[,.;]| (?:arrives|returns|is|has|will|premieres|about|and)\b)"
    ),
)
_IN_CHARGE = regex(
    rf"\b(?i:the (?:man|woman|person|one|pair|people) in charge)(?: of (?:the|this) (?:{KIND_OF_SHOW}))? (?:is|"
    rf"are) (?P<names>{NAMES})"
)
_PEN = regex(
    rf"\bfrom the pen of {_WHO}|{_WHO.replace('<names>', '<worked>')} (?:has |also )*worked on the (?:scripts?|"
    r"writing|screenplay)\b"
)
_PRESENTS = regex(
    rf"{_WHO} (?:(?:also|again|still|now|will|co-) ?)*(?:presents?|fronts?|narrates?|narrated)(?=[.;]|$| "
    rf"(?:it\b|the (?:[\w-]+ )?(?:{KIND_OF_SHOW})|both|each|every|all))"
)
_NARRATED = regex(rf"\b(?i:narration|voice-?over) (?:is|comes|was) (?:by|from) {_WHO}")
_FIRM = rf"(?P<name>[{UPPER}][\w’&-]*[\w](?: [{UPPER}][\w’&-]*)?)(?!’)"
_IT = rf"(?:it|(?:the|this|its|all|both) (?:[\w-]+ ){{0,2}}?(?:{KIND_OF_SHOW}|seasons?|episodes))"
_FIRMS: Rules[str] = Rules(
    (
        (
            "production company",
            regex(
                rf"(?<![“‘]){_FIRM} (?:(?:is|will|has|also|again|co-) ?){{0,3}}(?:produces?|producing)(?:(?=[.;]|$)| "
                rf"{_IT}(?=[.,;]|$| (?:for|with|in|alongside)\b))"
            ),
        ),
        (
            "production company",
            regex(rf"(?:^|(?<=[a-z,] )){_FIRM} (?:(?:is|also|has) )?(?:makes|made|making) {_IT}(?=[.,;]|$| (?:for|with|in)\b)"),
        ),
        (
            "production company",
            regex(
                rf"(?:\b(?:[Ii]t|[Tt]he (?:[\w-]+ )?(?:{KIND_OF_SHOW}))|[”’\"]) (?:is|was|has been) (?:again )?made by "
                rf"{_FIRM}(?=[.,;]|$| (?:for|in|with|and)\b)"
            ),
        ),
        (
            "distributor",
            regex(
                rf"{_FIRM} (?:(?:is|has|will|have|also|been) ){{0,3}}(?:sell(?:s|ing)?|sold|represent(?:s|ing)?|shopping|"
                rf"distribut(?:es|ing)) {_IT} (?:abroad|internationally|overseas|worldwide|globally|around the world|"
                r"outside|to (?:buyers|broadcasters))"
            ),
        ),
        (
            "distributor",
            regex(
                r"\b(?i:(?:international |worldwide |global |overseas )?(?:distribution|sales)) (?:is|are|comes?) (?:by|"
                rf"from|through|via|with) {_FIRM}"
            ),
        ),
        ("animation studio", regex(rf"{_FIRM} (?:(?:is|will|has|also|again) ){{0,2}}(?:animat(?:es?|ed|ing)) {_IT}")),
        ("animation studio", regex(rf"\banimated (?:again )?(?:by|at) {_FIRM}")),
        (
            "visual effects",
            regex(
                r"\b(?i:visual effects|VFX|special effects) (?:is|are|come|comes|were) (?:done |handled |created |"
                rf"provided )?(?:by|from) {_FIRM}"
            ),
        ),
        ("production company", regex(rf"\b{KIND_OF_SHOW}, from {_FIRM}(?=[,.;])")),
    )
)
_STARTS = frozenset("they this these we you he she it who which both some nobody love time money".split())


@only_for(
    *_TRADES,
    _GONE_FROM,
    _STEPS_IN,
    _AFTER_ASIDE,
    _DASHED,
    _BRACKETED,
    _WITH_CREDIT,
    _EACH,
    _PRODUCES,
    *_BEHIND_IT,
    _IN_CHARGE,
    _PEN,
    _PRESENTS,
    _NARRATED,
    _HOST_FOR_HOST,
    _FIRMS,
)
def plain_trades(place: Place) -> Iterator[Found]:
    """Find makers by their trade, who they are in short, and companies by what they do."""
    text, season = place.text, season_of(place.text)
    for pattern in _TRADES:
        for found in pattern.finditer(text):
            role = found["trade"].lower().rstrip("s").replace("presenter", "host")
            state = {"st": "joining"} if " new " in f" {found[0].lower()}" else {}
            for name, at in people_of(place, found["names"], found.start("names")):
                start, end = (
                    (at, found.end()) if found.start() == found.start("names") else (min(found.start(), at), at + len(name))
                )
                yield Found("crew_role", start, end, {"person": name, "role": role, **state}, season=season)
    yield from _by_role(place, season)
    yield from _by_verb(place, season)
    yield from _hosts(place, season)
    yield from _firms(place, season)


def _by_role(place: Place, season: int | None) -> Iterator[Found]:
    text = place.text
    for pattern, state in (
        (_GONE_FROM, "leaving"),
        (_STEPS_IN, "joining"),
        (_AFTER_ASIDE, None),
        (_DASHED, None),
        (_BRACKETED, None),
    ):
        for found in pattern.finditer(text):
            more = {"st": state} if state else state_of(found[0]) if pattern is _AFTER_ASIDE else {}
            for name, at in people_of(place, found["names"], found.start("names")):
                yield Found("crew_role", at, found.end(), {"person": name, "role": role_of(found["role"]), **more}, season=season)


def _by_verb(place: Place, season: int | None) -> Iterator[Found]:
    text = place.text
    for pattern in (_WITH_CREDIT, _EACH, _PRODUCES):
        for found in pattern.finditer(text):
            role = next(job for words, job in VERBS if found["verb"].startswith(words))
            for name, at in people_of(place, found["names"], found.start("names")):
                yield Found("crew_role", at, found.end(), {"person": name, "role": role}, season=season)
    for role, pattern in (
        ("creator", _BEHIND_IT[0]),
        ("creator", _BEHIND_IT[1]),
        ("creator", _BEHIND_IT[2]),
        ("showrunner", _IN_CHARGE),
        ("writer", _PEN),
    ):
        for found in pattern.finditer(text):
            key = "names" if found["names"] else "worked"
            for name, at in people_of(place, found[key], found.start(key)):
                if not COMPANY.search(name) and not is_land(name):
                    yield Found(
                        "crew_role",
                        min(at, found.start()),
                        max(found.end(), at + len(name)),
                        {"person": name, "role": role},
                        season=season,
                    )


def _hosts(place: Place, season: int | None) -> Iterator[Found]:
    text = place.text
    for pattern in (_PRESENTS, _NARRATED):
        for found in pattern.finditer(text):
            role = "narrator" if search("(?i)narrat|voice", found[0]) else "host"
            for name, at in people_of(place, found["names"], found.start("names")):
                yield Found(
                    "crew_role",
                    min(at, found.start()),
                    max(found.end(), at + len(name)),
                    {"person": name, "role": role},
                    season=season,
                )
    for found in _HOST_FOR_HOST.finditer(text):
        new, old = (next((name for name, _ in each(place, found[one], 0)), None) for one in ("new", "old"))
        if new and old and new != old:
            role = "narrator" if found["role"] == "narrator" else "host"
            yield Found(
                "crew_role",
                found.start("new"),
                found.end("new"),
                {"person": new, "role": role, "st": "joining", "replaces": old},
                season=season,
            )
            yield Found(
                "crew_role", found.start("old"), found.end("old"), {"person": old, "role": role, "st": "leaving"}, season=season
            )


def _firms(place: Place, season: int | None) -> Iterator[Found]:
    """Find companies of one word, which no sentence calls so; a word that only begins a sentence is none."""
    context = place.context
    for role, pattern in live(_FIRMS, place.text):
        for found in pattern.finditer(place.text):
            name = found["name"] if COMPANY.search(found["name"]) else trimmed(found["name"])[0]
            known = fold(name) in context.people or fold(name) in context.characters or name in context.people.values()
            other = context.is_series(name) or context.is_network(name) or is_land(name) or fold(name) in NOT_NAMES | _STARTS
            part = found.start("name") > 0 and search(r"[A-Z][\w’-]* $", place.text[: found.start("name")])
            begins = found.start("name") == 0 and search(r"\b(?:made|makes|making)\b", found[0])  # anybody may make it
            if part or (begins and not COMPANY.search(name)):
                continue
            if other or len(name) < 3 or (known and not COMPANY.search(name)) or not is_organisation(place, name):
                continue
            start = min(found.start(), found.start("name")) if role != "production company" else found.start("name")
            yield Found("crew_role", start, found.end(), {"person": name, "role": role}, season=season)
