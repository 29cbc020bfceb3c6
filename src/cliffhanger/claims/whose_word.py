"""Whose word a claim is, before hedges: a firm's, another outlet's, a speaker's, a network's, or the outlet's own."""

from __future__ import annotations

import re

from cliffhanger.claims.claim import Attribution
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.names import FULL_NAME, NOT_NAMES, ONE_NAME, PAPERS, TITLE_NAME, fold, trimmed
from cliffhanger.claims.patterns import fullmatch, match, regex, search
from cliffhanger.claims.speakers import has_a_job, is_of_the_show, named_before, related, speaker_of, speaks_for_itself, word_of

NAMED_OUTLET = regex(
    rf"(?:\b(?:[Aa]ccording to|[Pp]er|[Aa]s (?:first )?reported by|[Vv]ia|first reported by|quoted? (?:by|in)|"
    rf"reported by|the magazine|the trade weekly|the newspaper) (?P<a>{TITLE_NAME})|(?P<b>{TITLE_NAME})(?: has|"
    rf" have)? (?:reports|reported|writes|understands|hears|broke the news))"
)
_PAPER = regex(
    rf"(?<!\w)(?P<name>{'|'.join(re.escape(name) for name in PAPERS)})(?: has| have| can| also| first| exclusively)* "
    r"(?:confirm(?:s|ed)?|learn(?:s|ed)|report(?:s|ed)|reveal(?:s|ed)|understands|hears|says|said|writes|wrote|announce[sd])\b"
)
_TALKING = regex(
    rf"(?:(?P<a>{FULL_NAME})(?:,[^,“]{{0,60}},)? (?:has |had |also )?(?:said|says|told|wrote|posted|insists|jokes|joked|"
    rf"explained|explains|revealed|teased)|(?:said|says|jokes|joked|explains|added) (?:[\w’' -]{{0,40}}?)?(?P<b>{FULL_NAME}))"
)
_SPOKEN = regex(r"(?i)\b(?:she|he) (?:says|said|insists|explains|puts|adds)|\btold|wrote|posted|insists\b")
_PRESS = regex(r"(?i)\b(?:columnist|critic|reporter|journalist|blogger|correspondent|analyst|reviewer|pundit|podcaster),? $")
_SECOND_HAND = regex(  # someone else's page, which the article only passes on
    r"(?i)\b(?:a|the|that|one|this) (?:page|site|website|blog|post|video|thread|account|listing)\b[^.;?!]{0,20}\b(?:says?|"
    r"said|claim\w*)\b|"
    r"\baccording to the report\b|\bthe (?:magazine|paper|trade|report|newspaper|outlet) (?:quotes|says|adds|reports|"
    r"claims)|\bthe wiki\b|\bpress reports?\b|\bthe report (?:says|adds)\b|\bas reported by\b|\bseveral outlets\b"
)
_FIRM = regex(
    rf"(?i:\b(?:per|according to(?: data (?:from|by))?|figures from|data from|measured by|says|"
    rf"in data from) )(?P<a>{TITLE_NAME})|(?P<b>{TITLE_NAME})(?:,? (?:which measures|had|data|figures|numbers|put|"
    rf"counted|measured|show|shows|estimates|estimated)\b)|, (?P<c>{TITLE_NAME}) (?:said|says|reported|reports)\b"
)
_FIRMS = frozenset(
    fold(name)
    for name in (
        "Nielsen",
        "BARB",
        "Parrot Analytics",
        "Luminate",
        "Samba TV",
        "PlumResearch",
        "FlixPatrol",
        "JustWatch",
        "Whip Media",
        "Médiamétrie",
        "AGF",
        "OzTAM",
        "Kantar",
        "Auditel",
        "Digital i",
        "Antenna",
        "Reelgood",
        "Comscore",
        "Video Research",
        "BARC",
    )
)


def source_of(place: Place, found: Found, part: str, voice: Attribution | None) -> Attribution:
    """Return whose word a claim is, before hedges: a firm's, another outlet's, a speaker's, a network's, or the outlet's own."""
    context = place.context
    if found.kind == "viewership":
        firm = _firm_in(place)
        if firm:
            return Attribution("measurement_firm", firm)
    if place.speaker:
        return Attribution("talent", place.speaker)
    quoted = place.sentence.in_quotes(found.start, found.end)
    outlet = _outlet_in(place, part)
    if outlet:
        return Attribution("named_outlet", outlet)
    if _SECOND_HAND.search(part):
        return Attribution("named_outlet")
    if voice:
        return voice
    speaker = _talker(place) if quoted or _SPOKEN.search(part) else None
    if speaker:
        return speaker
    network = context.network_pattern.search(part)
    if network and found.kind not in _OF_FANS:
        return Attribution("network_or_studio", network[0])
    return Attribution("outlet", context.article.outlet)


def _outlet_in(place: Place, part: str) -> str | None:
    """Return the other outlet that a part of a sentence is put in the mouth of: a known paper, or one that is said to report."""
    context, paper = place.context, _PAPER.search(part)
    if paper:
        return paper["name"].removeprefix("The ")
    for hit in NAMED_OUTLET.finditer(part):
        said = hit["a"] or hit["b"]
        name = regex(r"[’']s?$").sub("", trimmed(said)[0])
        person = not said.startswith("The ") and fullmatch(FULL_NAME, name) and fold(name.split()[-1]) in context.people
        if (
            not context.is_network(name)
            and not context.is_series(name)
            and len(name) > 3
            and not person
            and not match(r"(?i)(?:the )?(?:episode|hour|season)", name)
        ):
            return name
    return None


_OF_FANS = frozenset({"petition", "hashtag"})  # a network that is named there is the one that is asked


_SINCE = r"(?: (?:has|have|had|also|later|since|then|now|today|yesterday|earlier|did))*"
_TOLD = (
    r"(?:said|says?|added|adds|explained|confirmed|confirms?|announced|revealed|insisted|t(?:old|ells) (?:us|me|reporters|"
    r"journalists|the \w+|"
    r"an? \w+|[A-Z][^,.;]{2,40}?))"
)
_PRONOUN_TAG = regex(
    rf",[”\"]? (?:(?P<who>she|he|it|they)|(?P<for>(?:her|his|their|the actor[’']s|the actress[’']s) (?:agent|publicist|"
    rf"representatives?|rep|manager|spokes\w+)))(?: (?:himself|herself|itself))?{_SINCE} {_TOLD}\b"
)
_NAME_TAG = regex(
    rf",[”\"]? (?:(?P<who>{FULL_NAME}|{ONE_NAME})|(?:the )?[a-z][\w’ -]{{2,40}}?,? (?P<titled>{FULL_NAME}),?)"
    rf"{_SINCE} {_TOLD}(?: (?:on|in|at|last) [^,;.]{{2,40}})?(?:[.]?$|, |: )"
)
_ACCORDING = regex(
    rf"(?:\b(?:[Aa]ccording to|(?:as )?per)|,[”\"]? (?:said|says)) (?P<job>(?:[a-z][\w’-]+,? ){{0,4}})(?P<who>{FULL_NAME}|"
    rf"{TITLE_NAME}|spokes\w+)"
)


# Between what is said in passing and "according to": that is where the second of the two is told.
_ANOTHER_VERB = regex(r",? and (?:was|were|is|are|has|had|cost|drew|averaged|ran|will)\b")


def voice_of(place: Place, found: Found) -> Attribution | None:
    """Return whose own words a claim stands in, quoted or related; None when they are nobody's who could know."""
    name = speaker_of(place) if place.sentence.in_quotes(found.start, found.end) else None
    if name is None:
        said = related(place)
        name = said.who if said and found.start >= said.start - 2 and found.end <= said.end + 2 else None
    if name is None:
        name = _tagged(place, found)
    if name is None or name.lower() in {"she", "he", "they"} or not speaks_for_itself(place, name):
        return None
    return word_of(place, name)


def _tagged(place: Place, found: Found) -> str | None:
    """Whoever a sentence is put in the mouth of at its end, ", she said", "according to Vik"; "it" is the owner."""
    tag = _PRONOUN_TAG.search(place.text) if ", " in place.text or ",”" in place.text else None
    if tag:
        return tag["for"] or (place.context.owner if tag["who"] == "it" else named_before(place))
    named = _NAME_TAG.search(place.text)
    if named and found.start < named.start():
        return place.context.full_name(trimmed(named["who"] or named["titled"])[0])
    told = _ACCORDING.search(place.text)
    if told and _ANOTHER_VERB.search(place.text, found.end, max(found.end, told.start())):
        return None
    name = regex(r"[’']s?$").sub("", trimmed(told["who"])[0]) if told else ""
    inside = name and (is_of_the_show(place, name) or has_a_job(told["job"] if told else ""))
    return place.context.full_name(name) if inside else None


def _firm_in(place: Place) -> str | None:
    for hit in _FIRM.finditer(place.text):
        name = regex(r"[’']s?$").sub("", trimmed(hit["a"] or hit["b"] or hit["c"])[0])
        if fold(name) in _FIRMS or (
            name.lower() not in NOT_NAMES
            and len(name) > 2
            and not name[0].isdigit()
            and not place.context.is_network(name)
            and not place.context.is_series(name)
            and len(name.split()) <= 3
            and fold(name.split()[-1]) not in place.context.people
        ):
            return name
    return None


def _talker(place: Place) -> Attribution | None:
    found = _TALKING.search(place.text)
    if found and _PRESS.search(place.text[: found.start("a") if found["a"] else found.start("b")]):
        return Attribution("named_outlet")
    if found:
        return Attribution("talent", found["a"] or found["b"])
    if (
        search(r"\b(?:[Ss]he|[Hh]e) (?:says|said|insists|explains|puts|adds|explained|insisted)\b", place.text)
        and place.context.guest
    ):
        return Attribution("talent", place.context.guest)
    return None
