"""The names in a sentence about a cast: who may be an actor, and what a character is called."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cliffhanger.claims.claim import Standing
from cliffhanger.claims.context import Context
from cliffhanger.claims.found import Place
from cliffhanger.claims.names import (
    HONORIFICS,
    LOWER,
    SOMEBODY,
    TITLE_NAME,
    UPPER,
    fold,
    has_honorific,
    is_person,
    trimmed,
    without_rank,
)
from cliffhanger.claims.patterns import match, regex, search


@dataclass(frozen=True, slots=True)
class Actor:
    """A name and where it stands in its sentence."""

    name: str
    start: int
    end: int


_GENRE = regex(
    r"\b(?:comedy|drama|series|show|thriller|sitcom|programme|program|soap|mystery|procedural|pilot|saga|film|movie|podcast|"
    r"newspaper|site|studio|broadcaster|network|streamer|company|companies|outfit|indie|distributor|banner|label|agency|firm|"
    r"website|magazine|blog|channel|town|village|city|novel|book|album) $"
)
# Words that end a character's description: "the ghost | in the attic", "a rival | opposite Kit Adair".
_ENDS = (
    r"(?!(?:opposite|alongside|in|on|at|for|to|with|from|by|and|or|but|who|whom|which|that|when|while|because|as|is|was|are|were|"
    r"has|have|had|will|would|after|before|during|since|until|till|if|once|again|too|also|this|next|last|both|then|now|not|whose|"
    r"where|here|there|it|he|she|they|like|throughout)\b)"
)
_LOWER = rf"{_ENDS}[{LOWER}][\w’'-]*"
_CAPITAL = rf"[{UPPER}][\w’'.-]*"
CAPITALS = rf"{_CAPITAL}(?: [“\"‘][^”\"’]{{1,20}}[”\"’])?(?: (?:(?:de|la|van|von|of|the|del|bin|al) ){{0,2}}{_CAPITAL}){{0,4}}"
_KIN = (
    r"(?:(?:half-|step)?(?:brother|sister|mother|father|son|daughter)|(?:ex-)?(?:wife|husband|boyfriend|girlfriend|fiancée?)|"
    r"mum|mom|dad|uncle|aunt|niece|nephew|cousin|twin|grand(?:mother|father|son|daughter)|widow|lover|boss|rival|friend|partner)"
)
# "Jo’s sister Ember", "Milo’s brother", "a Treasury whistleblower", "the coroner Ines Fitch", "her father, Walter", "Mrs Vane".
CHARACTER = (
    rf"(?:[{UPPER}][\w-]*[’']s (?:{_LOWER} ){{1,3}}{CAPITALS}|[{UPPER}][\w-]*[’']s (?:{_LOWER} ){{0,2}}?{_KIN}\b|"
    rf"an? (?:{_LOWER} ){{0,2}}{_CAPITAL}(?: {_LOWER}){{1,2}}(?=[.,;:!?]|$| )|"
    rf"an? (?:{_LOWER} ){{1,3}}from {_CAPITAL}(?! [{UPPER}])|"
    rf"(?:the|an?|his|her|their|our|its) (?:{_LOWER}(?:,(?! {_CAPITAL} {_CAPITAL},? and (?:the |"
    rf"newcomer )*{_CAPITAL} {_CAPITAL}(?:[.;]|$)))? ){{0,4}}(?:{CAPITALS}|{_ENDS}[\w’'-]+)"
    rf"(?:, {CAPITALS}(?=[.;]|$|, (?:who|whose|an?|the)\b))?|"
    rf"(?:{_LOWER} ){{0,3}}{CAPITALS})"
)


def after_genre(before: str) -> bool:
    """Say whether what follows must name a show, a paper or the like: "the comedy Parish Pump"."""
    return _GENRE.search(before) is not None


def names_a_thing(context: Context, name: str) -> bool:
    """Say whether a name is a series' or a network's; that of somebody who acts is neither, whatever else is told of him.

    A first look takes "Tom Hale has confirmed that he will return" for the words of a network and "Tom Hale is back" for those of
    a show; a title stands in quotation marks somewhere, or has stars of its own, and people have not.
    """
    if not (context.is_network(name) or context.is_series(name)):
        return False
    full = context.full_name(name)
    if fold(full) not in context.players or len(full.split()) < 2:
        return True
    text = context.article.text
    return any(f"{mark}{name}" in text for mark in '“‘"') or f"{name} stars" in text or f"cast of {name}" in text


# "Joining Anna Moss in the cast is ...": what begins a sentence so is no first name
_DOING = regex(
    r"(?:Joining|Replacing|Playing|Starring|Returning|Leaving|Featuring|Voicing|Casting|Also|Newcomer|Guest) (?=\S+ \S)"
)


def person(place: Place, name: str, at: int) -> Actor | None:
    """Return the actor in a match, or None when the words name something else."""
    kept, cut = trimmed(name)
    led = _DOING.match(kept)
    if led:
        kept, cut = kept[led.end() :], cut + led.end()
    kept = kept.rstrip(".,")
    context = place.context
    if len(kept.split()) < 2 or not is_person(kept) or names_a_thing(context, kept):
        return None
    pattern = context.series_pattern
    titled = pattern and pattern.search(kept) and not context.is_series(kept)
    if titled or has_honorific(kept) or any(context.is_network(word) for word in kept.split()[:1]):
        return None
    before = place.text[: at + cut]
    if fold(kept) in fold(context.article.outlet or "") or after_genre(before) or before[-4:].lower() == "the ":
        return None
    return Actor(kept, at + cut, at + cut + len(kept))


# "a water inspector named Lorna Pike", but "the Night Clerk", "a friend of Milo" and "the elder Tarn".
_DESCRIBED = regex(
    rf"(?<!\w)(?:[{LOWER}][\w’'-]* )*(?!(?:the|an?|his|her|their|our|my|its|of|elder|younger|older|real|new|second|other) )"
    rf"[{LOWER}][\w’'-]*(?<![’']s) (?P<name>[{UPPER}].*)$"
)
_APPOSED = regex(rf"(?:the|an?|his|her|their|our|my) (?:[{LOWER}][\w’'-]* ){{0,4}}[{LOWER}][\w’'-]*, (?P<name>{CAPITALS})$")


# "the title role", "a supporting part", "the lead": what somebody has without being told who that is
_NO_NAME = regex(r"(?i)^(?:the |an? |its |one of the )?(?:[a-z-]+ ){0,2}(?:roles?|parts?|leads?|character|characters)(?=[.,;]|$)")


def character_in(text: str) -> str | None:
    """Return a character's name as the text gives it, without the job before a full name and without what follows it."""
    if search(r"(?i)^(?:axed|cancelled|renewed|returning|back|not)\b", text) or _NO_NAME.match(text):
        return None
    kept = re.split(r",|;| who | which | in the | with | for | and (?!the )| because | when | while ", text.strip())[0].strip(
        " .,’'“”"
    )
    apposed = _APPOSED.match(text.strip())
    named = apposed or _DESCRIBED.search(kept)
    if named and not (kept.startswith(("the ", "The ")) and named["name"].rstrip(".") in HONORIFICS):
        kept = named["name"].strip(" .,’'“”")
    return without_rank(kept) or None


_JOBS = (
    r"(?:showrunners?|creators?|directors?|writers?|producers?|composers?|executives?|head of [\w ]+|chief|boss|"
    r"author|novelist|spokes\w+|president|editor|critic|columnist|host)"
)
_JOB_BEFORE = regex(rf"(?i)\b{_JOBS}(?: and (?:\w+ )?{_JOBS})?,? $")
_JOB_AFTER = regex(rf"(?i),? (?:the |an? |its )?(?:[\w-]+ ){{0,2}}{_JOBS}\b")
_MADE_AFTER = regex(
    r", who (?:also |has |had |once |co-)*(?:wr[io]t|direct|creat|produc|compos|scor|r[au]ns? the|edit|adapt|shot |"
    r"(?:did|does|handled|designed) the (?:music|score|sets?|costumes|lighting|editing))"
)


# "led by" is of a cast wherever nobody writes or makes anything.
_CAST_BY = regex(
    r"(?:oined|\b(?:led|headed|headlined|topped|toplined|fronted|anchored|completed|played|filled)|"
    r"\brounded out) by (?:[a-z]+ )?$"
)
_MADE_BY = regex(
    r"(?i)writ|direct|produc|room|team|compan|studio|crew|group|consortium|backed|fund|council|commission|committee|board|jury|"
    r"inquir|party|government|police|firm|panel|protest|network|channel|agency|campaign|choir|band|orchestra|bid\b|talks|church"
)


def made_by(before: str) -> bool:
    """Say whether "led by" and the like, at the end of some words, is of makers, a company or a council rather than of a cast."""
    return search(r"(?:led|headed|fronted|headlined|topped|toplined|anchored)(?: up)? by (?:[a-z]+ )*$", before) is not None and (
        _MADE_BY.search(before[-70:]) is not None
    )


# What makes of "joins", "replaces" or "has announced her exit" the news of another trade, told behind it.
_OTHER_TRADE = regex(
    r"[^.;?!]{0,60}?\b(?:as|to be(?:come)?) (?:(?:the|its|their|an?|new|co-?|sole|full-time|interim|permanent|executive|"
    r"series|lead|head|"
    r"chief|only|deputy|first) )*(?:show-?runners?|directors?|writers?|producers?|composers?|editors?|creators?|(?:head|"
    r"chief|director|"
    r"controller|president|boss) of (?:drama|comedy|content|originals?|scripted|programming|programmes|television|series|"
    r"production|"
    r"development|the (?:network|channel|studio|company|council|board)|\w+ at)|chief executive|controller|mayor|minister|"
    r"commissioner|chair(?:man|woman)?)\b"
)
_ELSEWHERE = regex(
    rf" (?:(?:to|in|at|from) )?(?P<the>the )?(?P<name>{TITLE_NAME})(?! (?:[a-z-]+ )?(?:show|series|drama|comedy|thriller|"
    rf"sitcom|cast|"
    r"season|soap|spin-?off|sequel|as\b|role|part))"
)
_SERVICE = regex(
    rf" the (?:[{UPPER}][\w’'-]+ ){{0,3}}(?:Army|Navy|Air Force|Marines|Parliament|Council|Party|Church|Guard|Club|Academy|Board|"
    r"University|Foundation|Association)\b"
)
_WHEN = regex(r"(?:May|March|Season|Series|Episode|Volume|Christmas|Easter|Spring|Summer|Autumn|Fall|Winter)\b|.*\d")


def own_word(words: str) -> Standing | None:
    """Return the standing of what somebody says of himself: "has confirmed his departure" is the word of who may say so."""
    told = search(r"(?:announc|confirm|reveal|tender)\w* (?:his|her|their) ", words) and not search(
        r"(?i)reportedly|said to", words
    )
    return "official" if told else None


def other_trade(place: Place, end: int) -> bool:
    """Say whether what stands behind a claim makes it one on a job behind the camera or outside of television."""
    return _OTHER_TRADE.match(place.text, end) is not None


_SUPPOSES = regex(r"(?<!as )\b(?:[Ii]f|[Uu]nless|[Ww]hether)(?: only| ever)? $|(?:^|[.,;:] )[Ss]hould $")
_SUPPOSED = regex(r"(?:[Ii]f|[Uu]nless|[Ww]hether|Should) ")


def supposed(text: str, start: int) -> bool:
    """Say whether what is told from a place on is but a condition or a question: "if Anna Moss comes back"."""
    word = _SUPPOSED.match(text, start)
    return _SUPPOSES.search(text[: word.end() if word else start]) is not None


_A_BODY = regex(
    r" (?:(?:the|its|their|an?|his|her|our) )?(?:[\w-]+ ){0,2}?(?:board|council|committee|party|army|navy|police|"
    r"company|network|studio|"
    r"firm|union|charity|faculty|staff|choir|band|club|agency|government|cabinet|jury|panel|protest|campaign|queue|race|office|"
    r"university|orchestra|church|parliament|ministry|newspaper|paper|magazine|podcast team|picket)\b(?! (?:drama|"
    r"comedy|series|thriller|sitcom))"
)
_IN_OFFICE = regex(r" (?:in|at) (?:office|court|prison|hospital|school|work (?:at|for))\b")


def in_a_body(place: Place, end: int) -> bool:
    """Say whether what is joined or left is a board, a council or a firm, and no show."""
    return _A_BODY.match(place.text, end) is not None or _IN_OFFICE.match(place.text, end) is not None


def goes_elsewhere(place: Place, state: str, end: int) -> bool:
    """Say whether "is back", "returned" or "joined" is said of a town or an army: "Anna Moss is back in Leeds".

    Another show that somebody joins counts, and may have any name.
    """
    if state == "joining":
        return _SERVICE.match(place.text, end) is not None
    found = _ELSEWHERE.match(place.text, end)
    if found is None or _WHEN.match(found["name"]):
        return False
    context, name = place.context, found["name"]
    pattern = context.series_pattern
    titled = pattern is not None and pattern.search(found[0]) is not None
    somebody = not found["the"] and (len(name.split()) > 1 or fold(name) in context.people)
    return not (titled or somebody or context.is_network(name) or context.is_series(f"The {name}"))


def has_made(text: str, at: int) -> bool:
    """Say whether the words behind a name tell that its bearer writes, directs or scores."""
    return _MADE_AFTER.match(text, at) is not None


def is_crew(text: str, actor: Actor) -> bool:
    """Say whether a name stands beside a job behind the camera."""
    before, after = text[max(0, actor.start - 40) : actor.start], text[actor.end : actor.end + 40]
    if _CAST_BY.search(before) and not _MADE_BY.search(before):
        return False
    return bool(
        _JOB_BEFORE.search(before)
        or _JOB_AFTER.match(after)
        or _MADE_AFTER.match(after)
        or search(r"(?i)\b(?:by|writers?|scripts? (?:by|from)) $", before)
    )


def behind_camera(text: str) -> bool:
    """Say whether the words after "returns" are of a job behind the camera."""
    return bool(
        match(
            r"(?i) ?(?:as |to )?(?:the )?(?:showrunner|director|direct|writer|write|executive|head|producer|creator|"
            r"lead writer|composer)",
            text,
        )
    )


def behind_camera_list(text: str) -> bool:
    """Say whether the words after a list of names are of work behind the camera."""
    return bool(
        match(
            r"(?i) (?:calling the shots|(?:back )?at the helm|in the (?:director[’']s )?chair|behind the (?:camera|lens|scenes)|"
            r"on (?:script|writing|directing|scoring) dut\w+|in charge|holding the pen|(?:moving|stepping) (?:up|in|over) to "
            r"(?:replace|run|lead|succeed|take)|running the|in the writers)\b|"
            r",? (?:will |also |both |are |is |all )*(?:executive[- ]produc|produc|direct|writ|creat|scor|compos|edit)\w*|"
            rf" (?:(?:stay|continu|remain|return|serv|step|tak|com|act|carry)\w+|back|on board)(?: [a-z]+){{0,2}} as "
            rf"(?:(?:the|its|an?|sole|new|co-?|head|lead|executive|series) ?)*{_JOBS}\b",
            text,
        )
    )


_ADDRESSED = regex(r"^(?:Mr|Mrs|Ms|Miss|Dame|Sir)\.? (?=\S+$)")


def in_the_cast(place: Place, name: str) -> str | None:
    """Return the full name of an actor whom a name means, in full or not; None for makers, characters and what is no person."""
    context = place.context
    full = context.full_name(_ADDRESSED.sub("", name))
    if len(full.split()) < 2 or not is_person(full) or names_a_thing(context, name):
        return None
    folded = {fold(full), fold(name), fold(full.split()[-1])}
    return None if folded & (context.characters | context.makers) else full


def named_in(place: Place, text: str) -> list[str]:
    """Return the people whom a text names, in full or by a surname that the article gives in full, each once."""
    found = []
    for one in SOMEBODY.finditer(text):
        name, _ = trimmed(one[0])
        full = place.context.full_name(name)
        known = len(full.split()) > 1 and is_person(full) and not names_a_thing(place.context, name)
        if known and full not in found:
            found.append(full)
    return found


def spoken_of(place: Place) -> str | None:
    """Return the actor whom "she" means: the first one named in the nearest sentence before it that names anybody."""
    for earlier in reversed(place.before[-2:]):
        for found in SOMEBODY.finditer(earlier.text):
            name, _ = trimmed(found[0])
            context = place.context
            if name.startswith("Will ") and earlier.text.rstrip(' ”"’').endswith("?") and name not in context.people.values():
                name = name.removeprefix("Will ")  # "Will Hale return?"
            if names_a_thing(context, name) or not is_person(name):
                continue
            if len(name.split()) > 1 or fold(name) in context.people:
                return in_the_cast(place, name)
    return None
