"""Prizes told by those who give and hold them: "gave Lin its Silver Compass", "among the nominees", "an Emmy for Lin"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.names import LOWER, UPPER
from cliffhanger.claims.numbers import number
from cliffhanger.claims.patterns import only_for, regex, search

_PRIZE_WORD = (
    r"(?:Ros[ea] d[’']Or|Emmys?|BAFTAs?|Baftas?|Oscars?|Globes?|Awards?|Prizes?|Goyas?|C[ée]sars?|Peabodys?|Grimmes?|Troph(?:y|"
    r"ies)|Medals?|"
    r"Palmes?|"
    r"Laurels?|Larch(?:es)?|Anchors?|Bears?|Lions?|Roses?|Compass(?:es)?|Quills?|Masks?|Stars?|Nymphs?|Reels?|Lanterns?|"
    r"Statuettes?|"
    r"Ribbons?|Crystals?)"
)
_PRIZE = rf"(?:(?:[{UPPER}][\w’'-]+ ){{0,3}}?{_PRIZE_WORD})"
_PERSON = rf"(?:[{UPPER}][{LOWER}’'-]+(?: (?:[{UPPER}][{LOWER}’'-]+|de|van|von|[{UPPER}]\.)){{0,2}})"
_SHOW = (
    r"(?:it|the (?:[\w’-]+ ){0,2}?(?:show|series|drama|comedy|thriller|programme|season|finale|writers|cast|team|soap|pilot|"
    r"sitcom)|"
    r"[“\"‘][^”\"’.;?!]{2,40}[”\"’])"
)
_BEST = (
    r"(?:(?:best|outstanding|leading|supporting|lead|most)\b(?: [\w’'-]+){0,5}?|"
    r"(?:\w+ )?(?:actor|actress|drama|comedy|director|writing|script|screenplay|series)(?: of the year)?)"
)
_END = r"(?=[.,;:!)”\"]|$| (?:and|but|at|in|on|last|this|for|from|when|while|after|before|by|to|went|—|–)(?!\w))"
# "The festival gives Lin its Silver Compass for best actress", "the jury handed the show the Golden Reel".
_GIVEN = regex(
    rf"\b(?P<verb>(?i:g[ia]ves?|hand(?:s|ed)|award(?:s|ed)|present(?:s|ed)|brought|brings|earn(?:ed|s)|net(?:ted|s)|bestow(?:s|"
    rf"ed) on|has given|have given|had given)) "
    rf"(?:(?P<person>{_PERSON})|(?i:{_SHOW}|him|her|them)) (?i:its|the|an?|their|this year[’']s|two|three) "
    rf"(?P<award>{_PRIZE})\b"
    rf"(?:,? (?i:for) (?i:the |her |his |its )?(?P<category>{_BEST}){_END})?"
)
_GIVEN_TO = regex(
    rf"\b(?P<verb>(?i:g[ia]ves?|hand(?:s|ed)|award(?:s|ed)|present(?:s|ed)|went|goes|has gone|gone)) (?i:its|the|an?|their) "
    rf"(?:(?P<award>{_PRIZE})|(?i:(?:top |main |grand )?(?:prize|award|trophy|honou?r)))(?: (?i:for) (?P<category>{_BEST}))? "
    rf"(?i:to) "
    rf"(?:(?P<person>{_PERSON})|(?i:{_SHOW}))"
)
# "The prize for best drama went to the series".
_PRIZE_WENT = regex(
    rf"\b(?i:the|its|a|this year[’']s|last year[’']s) (?i:(?:top |main |jury |audience )?(?:prize|award|trophy)) (?i:for) "
    rf"(?P<category>{_BEST})(?: (?i:at|from) (?i:the )?(?P<award>{_PRIZE}))? (?i:went|goes|has gone|was (?:given|awarded|"
    rf"handed)) (?i:to) "
    rf"(?:(?P<person>{_PERSON})|(?i:{_SHOW}))"
)
# "Lin has an Emmy nomination", "the show has a Bafta to its name".
_HOLDS = regex(
    rf"\b(?i:has|have|had|holds?|with|got|earned|boasts?|brought|for|there (?:was|were|is)|[’']s got)(?: (?i:her|him|it|"
    rf"them))? "
    rf"(?i:an?|another|his|her|its|their|multiple|several) (?:(?i:first|second|third) )?(?P<award>{_PRIZE})(?P<what> "
    rf"(?i:nominations?|nods?|"
    rf"wins?|to (?:her|his|its|their) (?:name|credit)|on (?:her|his|its|their) (?:shelf|mantelpiece)))"
    rf"(?:,? (?i:for|in) (?i:the )?(?P<category>{_BEST}){_END})?"
)
_AN_AWARD_FOR = regex(
    rf"\b(?i:there (?:was|were|is|has been|have been)|brought|including|and|plus) (?i:an?|another) (?P<award>{_PRIZE}) "
    rf"(?i:for) "
    rf"(?:(?P<category>(?:best|outstanding) [\w’'-]+(?: [\w’'-]+){{0,3}}?){_END}|(?P<person>{_PERSON}))"
)
# "The team accepted the Rose d'Or for drama", "picked up best actress at the same ceremony".
_TAKEN = regex(
    rf"\b(?i:accept(?:ed|s)|lift(?:ed|s)|clinch(?:ed|es)|add(?:ed|s)) (?i:the|an?|its|her|his|another) (?:(?i:first|second|"
    rf"third) )?"
    rf"(?P<award>{_PRIZE})\b(?:,? (?i:for) (?i:the |her |his |its )?(?P<category>{_BEST}){_END})?"
)
_TAKEN_AT = regex(
    r"\b(?i:won|wins|t(?:ook|akes)(?: home)?|picked up|picks up|collect(?:ed|s)|scoop(?:ed|s)|claim(?:ed|s)|land(?:ed|s)) "
    r"(?i:the |both )?"
    r"(?:(?i:award|prize) for )?(?P<category>(?i:best|outstanding)(?: [\w’'-]+){1,4}?) (?i:at) (?i:the|that|this year[’']s|"
    r"last year[’']s) "
    r"(?:(?i:same) )?(?i:ceremony|festival|awards|event|gala)\b"
)
# "Is among the nominees for best actress at the Golden Globes", "one of six nominees".
_NOMINEES = regex(
    rf"\b(?:(?P<person>{_PERSON}) )?(?i:is|are|was|were|be|been|features?|appears?|named|landed|[’']s)(?: (?i:also|again|"
    rf"both))? (?i:among|"
    rf"one of|on|in)(?: (?i:the|this year[’']s|last year[’']s|\w+))? (?:(?P<first>{_PRIZE}) )?(?i:nominees|contenders|"
    rf"finalists|shortlist|"
    rf"nominations|longlist)(?: (?i:for|in) (?i:the )?(?:(?P<category>{_BEST}){_END}|(?P<second>{_PRIZE})))?(?: (?i:at|for) "
    rf"(?i:the |this "
    rf"year[’']s )?(?P<third>{_PRIZE}))?"
)
_UP_FOR = regex(
    r"(?i)\b(?:is|are|was|were|[’']s|[’']re) (?:also |now |again )?up for (?P<n>two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|"
    r"\d{1,2}|several|a) (?:[a-z]+ )?(?:awards?|prizes?|trophies|statuettes|gongs)\b(?! (?:at|from) )"
)
_LOST = regex(
    rf"\b(?P<person>{_PERSON}) (?i:lost|missed out on)(?: (?i:out on))? (?i:the|that|an?|her|his) (?:(?P<award>{_PRIZE})|"
    rf"(?i:award|prize|"
    rf"trophy))(?: (?i:for) (?P<category>{_BEST}))? (?i:to) (?={_PERSON}|[“\"‘])"
)
_MISSED = regex(
    rf"\b(?i:missed out on|lost out on|miss(?:es|ed)|(?:was|were) denied|(?:was|were) beaten to|pipped to) (?i:the|an?|its|her|"
    rf"his) "
    rf"(?P<award>{_PRIZE})\b(?! (?i:nominations?|ceremony|party))(?:,? (?i:for) (?i:the )?(?P<category>{_BEST}){_END})?"
)
_OTHERS = (
    r"(?i)\b(?:football|cricket|rugby|marathon|lottery|raffle|bak(?:e|ing)|cattle|flower|school|science fair|dance contest|"
    r"quiz|novel|book|"
    r"album|restaurant|player of the|employee|race|army|bravery|regiment|general|olympi\w+|athlete|sprinter|dog show)\b"
)
_OF_PRIZES = (
    r"(?i)award|prize|nomin|festival|jury|emmy|bafta|oscar|globe|academy|\bbest\b|outstanding|troph|ceremony|goya|guild|"
    r"shortlist|ros[ea] d|palme|peabody|grimme|c[ée]sar|medal"
)


@only_for(_TAKEN, _TAKEN_AT, _GIVEN, _GIVEN_TO, _PRIZE_WENT, _HOLDS, _AN_AWARD_FOR, _NOMINEES, _UP_FOR, _LOST, _MISSED)
def prizes_given(place: Place, done: list[tuple[int, int]]) -> Iterator[Found]:
    """Find prizes given, held and hoped for; not within the places ``done``."""
    text = place.text
    if search(_OTHERS, text) or not search(_OF_PRIZES, text) or place.context.is_recap:
        return
    for pattern in (_TAKEN, _TAKEN_AT, _GIVEN, _GIVEN_TO, _PRIZE_WENT, _HOLDS, _AN_AWARD_FOR, _NOMINEES, _UP_FOR, _LOST, _MISSED):
        for found in pattern.finditer(text):
            if any(found.start() < end and start < found.end() for start, end in done):
                continue
            value = _value(place, found)
            if value is None:
                continue
            done.append(found.span())
            yield Found("award", *found.span(), value, "-" if pattern is _LOST or pattern is _MISSED else "+", past=True)


def _value(place: Place, found: re.Match[str]) -> dict[str, Any] | None:
    """Return the prize, its category, whose it is and whether it was won; None where neither prize nor category is told."""
    groups = found.groupdict()
    value: dict[str, Any] = {}
    award = next((groups[name] for name in ("award", "first", "second", "third") if groups.get(name)), None)
    if award:
        value["award"] = award.removeprefix("The ")
    if groups.get("category"):
        value["category"] = groups["category"].strip()
    if not value and found.re is not _UP_FOR.made and found.re is not _LOST.made:
        return None
    hoped = found.re is _NOMINEES.made or found.re is _UP_FOR.made or search(r"(?i)nominat|\bnod", groups.get("what") or "")
    value["result"] = "nominated" if hoped else "won"
    person = groups.get("person")
    if person and not search(rf"{_PRIZE_WORD}$", person):
        value["person"] = place.context.full_name(person)
    if groups.get("n") and (n := number(groups["n"])) and groups["n"] != "a":
        value["n"] = n
    return value
