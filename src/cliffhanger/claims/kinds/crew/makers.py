"""What a maker is said to do, wherever its subject stands: "who created it", "and will direct two hours", "she is adapting"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.names import COMPANY, NAMES, ROLE, each, role_of, state_of
from cliffhanger.claims.names import FULL_NAME, ONE_NAME, TITLE_NAME, fold, is_person
from cliffhanger.claims.patterns import match, regex, search
from cliffhanger.claims.seasons_said import season_of
from cliffhanger.claims.speakers import speaker_of

KIND_OF_SHOW = (
    r"(?:series|shows?|drama|dramedy|comedy|sitcom|thriller|programme|program|soap|saga|mystery|mini-?series|anthology|"
    r"procedural|format|franchise|original|spin-?off|prequel|sequel|specials?|pilot|romcom|western|musical|anime|whodunnit)"
)
_PART = (
    r"(?:episodes?|hours?|parts|chapters|scripts?|finale|premiere|opener|instal?lments?|season|run|teleplays?|screenplays?|"
    r"word|block|halves|half)"
)
_COUNT = (
    r"(?:the|its|this|that(?! (?:the|an?|it|she|he|they|we|this|his|her|its|there|I)\b)|each|every|all|both|most|several|half|"
    r"an?|his|her|their|one|two|three|four|five|six|seven|eight|"
    r"nine|ten|\d+)"
)
# What only a maker of television makes: "it", "the opening two episodes", "Kite’s courtroom comedy", "“The Toll”".
_WORK = regex(
    rf"(?:(?:(?:most|much|all|half|some|more|part|parts|two|three|four|five|six|\d+|a few|many) of )?(?:it|them|"
    rf"one)(?=[.,;:!)]|$| of them| this| next| (?:with|for|alone|alongside|again|all|in full|from|until|"
    rf"together|and|as|too|since)\b)"
    rf"|{_COUNT} (?:of )?(?:(?!(?:in|at|on|for|to|by|with|from|after|before|that|who|and|as)\b)[\w’-]+ ){{0,5}}?"
    rf"(?:{KIND_OF_SHOW}|{_PART})\b(?![’']| (?:to|of) (?:the|her|his|a) (?:novel|book|letter))"
    rf"|(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:of )?(?:the |its )?(?:\w+ )?films\b"
    r"|(?:the )?(?:first|last|opening|final|other|next|remaining) (?:two|three|four|five|six|one|few|half|pair)(?=[.,;:!)]|$| "
    r"(?:of|and|"
    r"this|next|with|for|while|but)\b)"
    r"|(?:seasons?|series|episodes?|parts?) (?:one|two|three|four|five|six|seven|eight|\d{1,2})\b"
    rf"|(?:the |its )?(?:\w+ and \w+|\w+, \w+ and \w+) (?:seasons?|series|episodes|parts|instal?lments)\b"
    rf"|{TITLE_NAME}[’'](?:s )?(?:[\w-]+ ){{0,4}}?{KIND_OF_SHOW}\b"
    rf"|[“‘\"](?=[A-Z][^”’\"]{{2,50}}[”’\"]))"
)
_MUSIC = regex(
    r"(?:(?:the|its|all|new|original|more|once again|again) )*(?:music|scores?|theme(?: tune| music| song)?|soundtrack)\b"
)
_NOVEL = r"(?:novels?|books?|memoirs?|play|comics?|manga|short story|bestseller|podcast|trilogy)\b"
_ADAPTED = regex(rf"(?:[\w’.-]+ ){{1,8}}?{_NOVEL}")
_DOING: tuple[tuple[str, str], ...] = (
    ("creator", r"(?:(?:co-)?(?:created|devised|conceived|developed|invented)|came up with|thought up|dream(?:ed|t) up)"),
    ("showrunner", r"(?:co-)?(?:runs?|ran|running|showruns?|showrunning|overs(?:aw|ees?|een|eeing))"),
    ("writer", r"(?:co-|re-?)?(?:writes?|wrote|written|writing|pens?|penned|penning|scripts|scripted|scripting)"),
    ("adapter", r"(?:adapts?|adapted|adapting)"),
    ("director", r"(?:co-)?(?:directs?|directed|directing|helms?|helmed|helming)"),
    ("executive producer", r"(?:executive|exec)[ -]produc(?:es?|ed|ing)"),
    ("producer", r"(?:co-)?produc(?:es?|ed|ing)"),
    ("composer", r"(?:scor(?:es?|ed|ing)|compos(?:es?|ed|ing))"),
    ("host", r"(?:hosts?|hosted|hosting|fronts|fronted|fronting)"),
)
_AS = (
    r"(?:serv(?:es?|ed|ing)|act(?:s|ed|ing)?|work(?:s|ed|ing)|stay(?:s|ed|ing)? on|remain(?:s|ed|ing)?|continu(?:es?|ed|ing)|"
    r"return(?:s|ed|ing)?|join(?:s|ed|ing)?|step(?:s|ped|ping)? down|(?<=be )back|c[ao]mes? aboard|is|was|been|are|were|be)"
)
_DOES = regex(
    rf"\b(?:(?P<as>{_AS}) (?:(?:on|back|again|once more|once again|the (?:series|show|drama|project)) )*(?:as )?"
    rf"(?:(?:the|its|an?|sole|new|one of|their|show[’']s|series[’']) )*(?P<role>{ROLE})\b(?! (?:at|for) (?:the|an?)\b)"
    + "".join(rf"|(?P<v{n}>{verb})\b" for n, (_, verb) in enumerate(_DOING))
    + ")"
)
_HELPERS = (
    r"(?:(?:has|have|had|also|is|was|are|were|will|would|might|could|may|can|again|once|then|first|originally|both|now|still|"
    r"previously|himself|"
    r"herself|to|set|due|be|been|being|going|reportedly|single-handedly|personally|jointly|finished|begun|started|began|"
    r"starts|begins|busy|currently|already|just|nearly|almost|keep|keeps|continue|continues|did|does|do|"
    r"isn[’']t|won[’']t|wasn[’']t|not|"
    r"never|hasn[’']t|aren[’']t|didn[’']t|doesn[’']t) ){0,6}"
)
_NAMED = regex(
    rf"(?P<names>{NAMES}|{ONE_NAME} and {FULL_NAME}|{ONE_NAME})(?: \([^)]{{1,30}}\))?"
    rf"(?P<who>,? who|, (?:the|a) (?:\w+ )?(?:man|woman|person|writer|producer|duo|pair|one) who|,|"
    rf"[’']s)? (?P<help>{_HELPERS})$"
)
_AFTER_ASIDE = regex(rf"(?P<name>{FULL_NAME}|{ONE_NAME}), (?:who|whose|which|an?|the) [^,.;?!]{{3,80}}, (?P<help>{_HELPERS})$")
_COORDINATED = regex(rf"(?:,| and| but)(?: who| then)? (?P<help>{_HELPERS})$")
_PRONOUN = regex(rf"(?:^|[ “\"])(?i:he|she)(?:[’'](?:ll|s|d))? (?P<help>{_HELPERS})$")
# "I’m directing two of them": whoever speaks does it.
_MYSELF = regex(rf"(?:^|[ “\"])(?P<me>I)(?:[’'](?:m|ve|ll|d))? (?P<help>(?:am |just |only |actually |really )*{_HELPERS})$")
_WISHED = regex(r"(?i)\b(?:wish(?:es|ed)?|hop(?:e|es|ed|ing)|if only|imagine|dream|love it if|like it if|better if)\b")
_BEGUN = regex(r"\b(?:begun|began|begins?|started|starts?|finished|done|yet)\b")
_NOT = regex(r"n[’']t |\b(?:not|never) ")
_SHARED = regex(
    rf",? (?:together |along |jointly )?(?:with|alongside) (?:(?:the|his|her|their|"
    rf"fellow) )?(?:[a-z-]+ ){{0,2}}?(?P<names>{NAMES}|{ONE_NAME}(?![’'\w]))"
    r"(?![’'\w]| (?:also |both )?(?:\w+[ -])?(?:\w+ing|as)\b| (?:and )?[A-Z])"
)
_FOR = regex(rf"(?: [^.;,]{{1,40}}?)? for (?P<name>{TITLE_NAME})")
_INSTEAD = regex(
    rf"(?: [\w ]{{1,20}})?(?:[:;,—–-]|\. |,? but) (?:but |instead,? )?(?P<names>{NAMES}) (?:is|are|will|does|do|has|"
    rf"have)(?=[.,;]|$)"
)


def makers(place: Place) -> Iterator[Found]:
    """Find who makes a series by what they are said to do."""
    text = place.text
    season = season_of(text)
    for done in _DOES.finditer(text):
        role = _role(place, done)
        if role is None:
            continue
        subject = _subject(place, done.start())
        if subject is None:
            continue
        who, helpers, at = subject
        negative = bool(_NOT.search(f"{helpers} "))
        if "would" in helpers and _WISHED.search(text[: done.start()]):
            continue
        if negative and _BEGUN.search(helpers):
            continue  # who has not begun to write one may do so yet
        state = state_of(f"{helpers}{done[0]}") if done["as"] or "again" in helpers else {}
        start = done.start() if at is None else at
        for name in who:
            yield Found(
                "crew_role", start, done.end(), {"person": name, "role": role, **state}, "-" if negative else "+", season=season
            )
        yield from _beside(place, done, role, season)
        instead = _INSTEAD.match(text, _end_of_work(text, done.end())) if negative else None
        for name, begins in each(place, instead["names"], instead.start("names")) if instead else ():
            yield Found("crew_role", begins, begins + len(name), {"person": name, "role": role}, season=season)


def _role(place: Place, done: re.Match[str]) -> str | None:
    """Return the job that a verb with its object means; None where the object is no television."""
    text = place.text
    if done["as"]:
        return role_of(done["role"])
    role = next(name for n, (name, _) in enumerate(_DOING) if done[f"v{n}"])
    rest = text[done.end() :]
    if role == "executive producer":
        return None if rest.startswith(" by ") else role
    if role == "adapter":
        return "writer" if match(r" ", rest) and _ADAPTED.match(rest[1:]) else None
    if not rest.startswith(" "):
        return None
    if role == "composer" and _MUSIC.match(rest[1:]):
        return role
    if role == "writer" and _MUSIC.match(rest[1:]):
        return "composer"
    pattern = place.context.series_pattern
    if _WORK.match(rest[1:]) or (pattern and pattern.match(rest[1:])):
        return role
    return None


def _end_of_work(text: str, at: int) -> int:
    found = _WORK.match(text[at + 1 :])
    return at + 1 + found.end() if found else at


def _subject(place: Place, at: int) -> tuple[list[str], str, int | None] | None:
    """Return who does what stands at a place, the helping words before it, and where the subject begins if it is beside it."""
    text = place.text
    before = text[max(0, at - 110) : at]
    cut = at - len(before)
    found = _NAMED.search(before)
    if found:
        people = [name for name, _ in each(place, found["names"], 0)]
        if (found["who"] or "").startswith(", who") and ", and " in found["names"]:
            people = people[-1:]  # "by Ike Font, and Mira Osei, who also directed it"
        if people and not (found["who"] == "," and not match(r"(?:\w+ing\b|also )", text[at:])):
            return people, found["help"], cut + found.start("names")
    found = _AFTER_ASIDE.search(before)
    if found:
        people = [name for name, _ in each(place, found["name"], 0)]
        return (people, found["help"], None) if people else None
    found = _PRONOUN.search(before)
    if found:
        last = last_named(place, at)
        return ([last], found["help"], cut + found.start()) if last else None
    found = _MYSELF.search(before)
    if found and not text.startswith(("writing", "written"), at):  # how far the scripts are is told of the work
        me = _speaker(place, cut + found.start())
        return ([me], found["help"], cut + found.start("me")) if me else None
    found = _COORDINATED.search(before)
    if found:
        first = _first_named(place, cut + found.start())
        return ([first], found["help"], None) if first else None
    return None


def _speaker(place: Place, at: int) -> str | None:
    """Return who says "I" at a place: who answers in an interview, or whose quoted words these are; no character."""
    name = place.speaker or (speaker_of(place) if place.sentence.in_quotes(at + 1, at + 1) else None)
    known = name and " " in name and is_person(name) and fold(name) not in place.context.characters
    return name if known else None


def _first_named(place: Place, end: int) -> str | None:
    """Return the maker that a clause begins with, to whom a verb after "and" belongs; after "who" it is whoever that is."""
    text = place.text
    start = max((at + len(mark) for mark in ("; ", ": ", ". ", "— ") if (at := text.rfind(mark, 0, end)) >= 0), default=0)
    clause = text[start:end]
    who = regex(rf"(?P<name>{FULL_NAME}|{ONE_NAME}),? who\b").search(clause)
    for found in [who] if who else regex(rf"(?P<name>{FULL_NAME}|{ONE_NAME})").finditer(clause):
        for name, _ in each(place, found["name"], 0):
            known = place.context.makers
            return name if fold(name) in known or fold(name.split()[-1]) in known else None
    return None


def last_named(place: Place, at: int) -> str | None:
    """Return whom a pronoun means: who was named last and is no character; in an answer that would be the one who speaks."""
    context = place.context
    earlier = [sentence.text for sentence in place.before[-3:] if sentence.block.kind != "heading"]
    for said in (place.text[:at], *reversed(earlier)):
        for found in reversed(list(regex(rf"{FULL_NAME}|{ONE_NAME}").finditer(said))):
            for name, _ in each(place, found[0], 0):
                return None if fold(name) in context.characters else name
    return None


def _beside(place: Place, done: re.Match[str], role: str, season: int | None) -> Iterator[Found]:
    """Who does it too ("created the series with Ana Moss"), and the company that they do it for."""
    text = place.text
    at = _end_of_work(text, done.end())
    shared = _SHARED.match(text, at)
    for name, begins in each(place, shared["names"], shared.start("names")) if shared else ():
        yield Found("crew_role", begins, begins + len(name), {"person": name, "role": role}, season=season)
    company = _FOR.match(text, shared.end() if shared else at)
    if company and COMPANY.search(company["name"]) and not place.context.is_network(company["name"]):
        start = company.start("name")
        value = {"person": company["name"], "role": "production company"}
        yield Found("crew_role", start, company.end("name"), value, season=season)


def second_jobs(place: Place, found: Found) -> Iterator[Found]:
    """Find the other job of "writer and creator Sam Oduya", "Writer-creator Prue Fell", "is the creator and showrunner"."""
    text = place.text
    role = str(found.value["role"])
    before = search(rf"(?i)\b(?P<role>{ROLE})(?: and |-|/| & |, )(?:the )?$", text[max(0, found.start - 30) : found.start])
    after = match(rf"(?i)(?: and | & |/|-)(?:(?:the|its|an?|co-) )?(?P<role>{ROLE})\b(?! (?-i:[A-Z]))", text[found.end :])
    one = before or after
    if one and role_of(one["role"]) != role:
        start = found.start if after else found.start - len(before[0])  # type: ignore[index]
        end = found.end + one.end() if after else found.end
        yield Found("crew_role", start, end, {**found.value, "role": role_of(one["role"])}, season=found.season)
