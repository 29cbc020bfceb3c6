"""The event word that stands right before a date or right after it."""

from __future__ import annotations

from typing import Literal

from cliffhanger.claims.dates import Dated
from cliffhanger.claims.patterns import Rules, live, regex

Event = Literal["release", "production", "status", "announcement", "trailer", "other"]
_SAID_THEN = regex(r"(?i)\b(?:announced|confirmed|revealed|said|unveiled|disclosed)(?: it| that| the news)?(?: on)? $")
_THEN_SAID = regex(r"(?i)^ (?:officially |formally |also )?(?:announced|confirmed|revealed|unveiled)\b")
_NOUN_THEN = regex(
    r"(?i)\b(?:premiere|debut|launch|finale|opener|broadcast|transmission),? (?:back )?(?:on|"
    r"in) (?:the )?$"
)
_THEN_OUT = regex(
    r"(?i)^ (?:series |season |worldwide |global )?(?:debut|premiere|launch|release|bow|finale|start|broadcast|drop|airing|"
    r"return|opener|closer|ender|swan ?song|transmission)\b|^[’']s (?:[\w-]+ ){0,3}?(?:debut|premiere|launch|opener|opening "
    r"episode|first episode|finale)\b"
)
_LIKELY = regex(
    r"(?i)^,? at the (?:very )?(?:earliest|soonest)\b|^ (?:is|was|seems|looks|would be|remains)(?: still| more| most| quite)? "
    r"(?:possible|likel(?:y|"
    r"ier)|realistic|"
    r"plausible|conceivable|probable)\b"
)


# "A leaked schedule points to August", "some fans are even talking of May 2026", "the press release speaks of 2025".
_SAYS_WHEN = regex(
    r"(?i)\b(?:(?:schedules?|listings?|calendars?|leak|insiders?|sources?|shops?|retailers?|posters?|pages?|sites?|releases?|"
    r"forums?|(?:its|the|their) (?:own )?(?:web)?(?:site|page)|posts?|tweets?|guide|app|fans|rumou?rs?|reports?|everyone|"
    r"everything|all signs|signs|whispers|chatter|some|people|brochure|slide|document|"
    r"memo|"
    r"artwork|press notes|call sheets?|billing|stickers?|wall chart|the (?:network|streamer|channel|"
    r"platform))\b[^.;?!,]{0,45}? (?:points? (?:to|at|towards?)|pointed to|"
    r"speaks? of|spoke of|(?:is |are )?(?:even |still |now )?talk(?:s|ed|ing)? (?:of|about)|gives?|lists? it (?:for|in|under)|"
    r"has it (?:on|under|down for)|pencils? it in for|gave|names?|named|lists?|"
    r"listed|"
    r"mentions?|mentioned|suggests?|suggested|hints? at|says?|shows?|has announced|announced|confirmed|has it down for)|"
    r"(?:will|would|[’']ll|[’']d) tell (?:you|me|us|anyone)(?: (?:it[’']s|it is))?|"
    r"there (?:is|has been) (?:even )?talk (?:of|about)) (?:an? |the (?!\w+ of)|early |late )?$"
)
# "S1 was August 2024", "it’s still 30 November": a verb of being alone stands between what is shown and its day.
_SEASON_WAS = regex(
    r"(?:\b(?:S\d{1,2}|[Ss](?:eason|eries) (?:\d+|one|two|three|four|five|six))(?: premiere| finale| launch| drop| release)?"
    r"(?: (?:was|is|came|dropped|landed|would be|will be|were))|^[“\"]?(?:It|That)(?:[’']s| is| was| will be) (?:still|now|"
    r"officially|confirmed for|set for|down for)) (?:in |on |around |back in |for )*$"
)
# "its own website has 3 December", "every portal has “second half of the year”"
_PAGE_HAS = regex(
    r"(?i)(?<!\bhis )(?<!\bher )(?<!\bmy )\b(?:web)?(?:sites?|pages?|listings?|calendars?|guides?|apps?|schedules?|portals?|"
    r"posters?|brochures?|"
    r"trailers?) (?:still |now |"
    r"already )?(?:has|have|says?|shows?|gives?) [“\"‘]?(?:the )?$"
)
# "has reserved the first Sunday in October for it", "kept September free for the drama"
_KEEPS = regex(
    r"(?i)\b(?:reserv(?:es|ed)|ke(?:eps|pt)|clear(?:s|ed)|set(?:s)? aside|earmark(?:s|ed)|pick(?:s|ed)|chosen|chose|chooses|"
    r"circled|block"
    r"(?:s|ed) out|settled on|plumped for|gone for|booked) (?:for (?:it|the \w+) )?(?:the )?$"
)
_OF_A_RUN = regex(
    r"(?i)\b(?:seasons?|series|show|drama|comedy|thriller|episodes?|hours|instal+ments?|parts|run|special|it|them|all|back|residence)\b|"
    r"[”\"’]"
)
_DAYS_OF_WEEK = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
_FOR_IT = regex(
    r"(?i)^ (?:free |clear |out )?(?:for|to (?:launch|premiere|show|air|open|unveil|bring back)) (?:(?:it|them)\b|(?:the|its|"
    r"[\w+]+[’']s) "
    r"(?:[\w-]+ ){0,3}?(?:return|comeback|launch|premiere|debut|finale|season|series|show|drama|comedy|thriller|run|opener|"
    r"episodes)\b|"
    r"[“\"‘])"
)
_ON_ITS_HOME = regex(
    r"\bon (?P<home>[A-Z][\w+]*(?: [A-Z][\w+]*){0,2}) (?:exclusively )?(?:from|starting|as of|beginning|"
    r"with effect from) (?:on )?(?:the )?"
    r"(?:\w+day,? )?$"
)
_ENDS_THERE = regex(r"^[”\"’]?(?:[.,;:!)–—]|$| (?:and|but|as|for)\b)")
_A_BET = regex(
    r"(?i)\b(?:my|our|the smart|best|safest|the) (?:(?:own|best|safest|current) )?(?:money|bets?|guess|tip|prediction|hunch|"
    r"estimate)"
    r"(?:[’']s| is| would be| was| remains)? (?:still )?(?:on |for |in )?(?:early |late )?$"
)
_OPEN_FORMS = frozenset(
    {
        "month",
        "month_year",
        "part_year",
        "part_month",
        "part_season",
        "rel_season",
        "season_word",
        "year",
        "dmy",
        "mdy",
        "month_range",
        "nth_weekday",
        "week_of",
        "week_from",
    }
)
_MAKING_NEAR = regex(
    r"(?i)\b(?:film(?:ing|ed)|shoot(?:ing|s)?|shot|cameras?|production|(?-i:sets?)|crew|scripts?|casting|audition\w*|decision|trial|"
    r"court|strike|deal|election|report date|renew\w*|cancel\w*)\b"
)
# That is when it is back; October for the launch of the second series.
_FOR_THE_RETURN = regex(
    r"(?i)^(?:[,:]? (?:that(?:[’']s| is)|which is|is) when\b[^.;?!]{2,40}? (?:is|are|will be|comes?|goes?|returns?|airs?|starts?|"
    r"begins?|premieres?|launches|arrives?|drops?|lands?)\b|"
    r" (?:for|as) (?:the|its|a|an) (?:\w+ )?(?:launch|premiere|return|debut|release|first episode|finale|comeback|(?:launch|"
    r"release|premiere|air) date|start of (?:the (?:season|series)|season|series))\b)"
)
_STILL_ON = regex(r"(?i)\b(?:remains?|is|are|stays?|be|still|was) (?:still |very much |firmly |now )?$")


_AFTER: Rules[Event] = Rules((("announcement", _THEN_SAID), ("release", _THEN_OUT), ("release", _LIKELY)))


def beside(text: str, dated: Dated) -> tuple[Event, int, int] | None:
    """Return the event of a date right beside its word and the place of that: "confirmed Wednesday", "July 21 debut"."""
    before = text[: dated.start]
    said = _SAID_THEN.search(before)
    if said and dated.form in {"weekday", "today", "dmy", "mdy"}:
        return "announcement", said.start(), said.end()
    after = text[dated.end :]
    noun = _NOUN_THEN.search(before)
    if noun:
        return "release", noun.start(), noun.end()
    listing = _SAYS_WHEN.search(text[max(0, dated.start - 90) : dated.start])
    if listing and dated.form in _OPEN_FORMS and not _MAKING_NEAR.search(text):
        return "release", max(0, dated.start - 90) + listing.start(), dated.start
    if _KEEPS.search(before) and (found := _FOR_IT.match(after)) and not _MAKING_NEAR.search(text):
        return "release", dated.start, dated.end + found.end()
    home = _ON_ITS_HOME.search(before) if dated.form in _OPEN_FORMS else None
    if (
        home
        and _OF_A_RUN.search(text[: home.start()])
        and not _MAKING_NEAR.search(text)
        and not home["home"].startswith(_DAYS_OF_WEEK)
    ):
        return "release", home.start(), dated.start
    page = _PAGE_HAS.search(before) if dated.form in _OPEN_FORMS else None
    if page and _ENDS_THERE.match(after) and not _MAKING_NEAR.search(text):
        return "release", page.start(), dated.start
    was = _SEASON_WAS.search(before)
    if was and dated.form in _OPEN_FORMS and not _MAKING_NEAR.search(text[was.start() :]):
        return "release", was.start(), dated.start
    bet = _A_BET.search(before)
    if bet and dated.form in _OPEN_FORMS and not _MAKING_NEAR.search(text):
        return "release", bet.start(), dated.start
    if dated.form == "year_slate":
        still = _STILL_ON.search(before)
        return ("release", still.start(), dated.start) if still else ("other", 0, dated.start)
    if dated.form in _OPEN_FORMS and not _MAKING_NEAR.search(text) and (found := _FOR_THE_RETURN.match(after)):
        return "release", dated.end, dated.end + found.end()
    for event, pattern in live(_AFTER, text):
        found = pattern.match(after)
        if found:
            return event, dated.end, dated.end + found.end()
    return None
