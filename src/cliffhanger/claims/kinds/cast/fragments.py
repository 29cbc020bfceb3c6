"""Casts in headlines, lists and half sentences: "Out: Anna Moss", "Kit Adair? Gone.", "No Anna Moss this time"."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast.lists import acting, members
from cliffhanger.claims.kinds.cast.names import behind_camera_list, in_the_cast
from cliffhanger.claims.kinds.cast.references import part_after
from cliffhanger.claims.names import FULL_NAME, ONE_NAME, fold
from cliffhanger.claims.patterns import Rules, live, only_for, regex
from cliffhanger.claims.seasons_said import season_of

_COLON = r"(?:\s?:|\s[–—-](?=\s)|[–—])\s*"
_BEGINS = r"(?:^|(?<=[.;|] )|(?<=[.;|])|(?<=— ))[“\"*•–-]?\s?"
_MORE = (
    r"(?: (?:again|too|as well|also|for more|this (?:time|year|season|week)|next (?:year|season)|so far|for (?:now|sure|good)))*"
)
# What stands before a colon or a dash and names, by what it makes of them.
_LABELS: Rules[str] = Rules(
    (state, regex(rf"{_BEGINS}(?:{label}){_MORE}{_COLON}(?=\S+ \S)"))
    for state, label in (
        (
            "leaving",
            (
                r"(?:[Oo]ut|OUT|[Gg]one|GONE|[Ll]eaving|LEAVING|[Ll]eft|[Dd]eparting|[Dd]epartures?|[Ee]xiting|[Ee]xits?|"
                r"[Aa]bsent|[Mm]issing|[Ww]ritten out|[Nn]ot (?:back|returning|coming back|in it|expected)|NOT BACK|[Nn]o "
                r"longer (?:with us|in it|in the cast)|[Gg]oodbyes?(?: to)?|[Ff]arewells?(?: to)?|[Nn]o[- ]shows?|"
                r"[Ww]ho(?:[’']s| is) (?:out|leaving|gone|not (?:back|returning)))"
            ),
        ),
        (
            "joining",
            (
                r"(?:[Ii]n|IN|NEW|[Nn]ew|[Jj]oining|JOINING|[Aa]dded|[Aa]rriving|[Aa]rrivals?|[Ii]ncoming|[Nn]ewcomers?|"
                r"[Nn]ew (?:faces?|arrivals?|additions?|recruits?|signings?|cast(?: members)?|blood|names?|in the cast|to the "
                r"(?:cast|show|series))|[Ww]ho(?:[’']s| is) (?:new|joining|in)|[Nn]ewly cast)"
            ),
        ),
        (
            "returning",
            (
                r"(?:[Bb]ack|BACK|[Rr]eturning|RETURNING|[Rr]eturns?|[Rr]eturnees|[Ss]taying|[Ss]till (?:here|in|with us|"
                r"around)|[Ss]igned(?: up| on)?|[Cc]onfirmed|[Ll]ocked in|[Bb]ack (?:again|on board|for more|for "
                r"(?:season|series)"
                r" \w+)|[Ll]ook who(?:[’']s| is) back|[Ww]ho(?:[’']s| is) (?:back|returning|staying|coming back)|"
                r"[Rr]eturning (?:cast|regulars|faces|stars))"
            ),
        ),
        (
            "guest",
            (
                r"(?:(?:[Ss]pecial )?[Gg]uest(?: stars?|s| cast| appearances?)?|[Cc]ameos?(?: (?:from|by))?|[Rr]ecurring|"
                r"[Ss]pecial appearances?(?: by)?|[Gg]uesting)"
            ),
        ),
        (
            "in_talks",
            r"(?:[Ii]n talks|[Cc]ircling|[Ii]n the frame|[Ii]n the running|[Mm]aybe|[Nn]egotiating|[Bb]eing (?:courted|eyed))",
        ),
        (
            "",
            (
                r"(?:[Cc]ast|CAST|[Ss]tarring|STARRING|[Ss]tars|STARS|[Ll]eads|[Ff]eaturing|[Ll]ead cast|[Mm]ain cast|[Ww]ith|"
                r"WITH|[Ss]tarring cast|[Ww]ho(?:[’']s| is) in it|[Aa]lso (?:starring|with|in it)|[Cc]o-?starring|[Pp]layers|"
                r"[Aa]ctors|[Ff]aces)"
            ),
        ),
    )
)
_NAME = rf"(?P<who>{FULL_NAME}|{ONE_NAME})"
_STATES: Rules[str] = Rules(
    (state, regex(rf"^(?:{words})(?=[.,;!]|$| (?:for|in|as|after|by|to|and|but|next|this|from|on|again|until|because)\b)"))
    for state, words in (
        (
            "leaving",
            (
                r"(?i:(?:also |already |sadly |definitely |long )?(?:gone|out|leaving|left|off|done|departing|departed|"
                r"written out|killed off|quit|no longer (?:in it|with us)|dropped|fired|exits|bows out|moving on|not (?:back|"
                r"returning|coming back|in it|this time)|won[’']t be back|isn[’']t (?:back|coming back|in it|returning)))"
            ),
        ),
        (
            "returning",
            (
                r"(?i:(?:also |already |definitely |very much |still )?(?:back|returning|staying|in\b(?! (?:talks|limbo|"
                r"doubt))|signed|re-?signed|coming back|confirmed|on board|locked in|under contract|contracted|safe|is back|"
                r"returns|stays))"
            ),
        ),
        ("joining", r"(?i:(?:also |newly )?(?:joining|joins|new|in as|added|cast))"),
        ("guest", r"(?i:(?:only |just )?(?:guesting|a guest|a cameo|guest star|a guest star|cameo only|recurring))"),
        ("in_talks", r"(?i:(?:still |currently )?(?:in talks|negotiating|circling|talking))"),
        ("unavailable", r"(?i:(?:busy|unavailable|not available|tied up|busy elsewhere))"),
        ("undecided", r"(?i:(?:unclear|undecided|unknown|not known|to be (?:decided|confirmed)|TBC|TBD|who knows))"),
    )
)
_NAME_THEN = regex(rf"^[“\"*•]?\s?{_NAME}(?: \((?P<part>[^)]{{2,40}})\))?(?:{_COLON}|\.{{3}} ?|… ?|, (?=meanwhile))")
_ASKED = regex(rf"^(?:[Aa]nd |[Bb]ut |[Ww]hat about |[Hh]ow about )?{_NAME}\s?\?$")
_NONE_OF = regex(
    rf"^(?:[“\"]|(?:[Ss]o|[Aa]nd|[Bb]ut|[Ss]adly|[Aa]las|[Yy]es),? )?[Nn]o (?:more |sign of )?{_NAME}(?P<then>(?: "
    rf"(?:this|next) (?:time|"
    r"year|season|series)| in (?:season|series) \w+| in (?:it|the (?:new|next) \w+)| either| again| anymore| any more|,? "
    r"then|,? sadly|,? alas|,? though|,? I[’']m afraid|,? unfortunately)*)(?=[.,;!]|$)"
)
_WITH = regex(r"^[Ww]ith (?=[A-Z])[^.;:?!]{5,160}?[.]?$")
_VERBLESS = regex(r"\b(?:is|are|was|were|has|have|had|will|would|says?|said)\b|[a-z]ed\b|, [a-z]+ (?:the|a|an)\b")


def fragments(place: Place) -> Iterator[Found]:
    """Find who is in or out where a sentence has a label or a name instead of a verb."""
    text = place.text
    season = season_of(text)
    for state, pattern in live(_LABELS, text):
        for found in pattern.finditer(text):
            for actor in members(place, found.end(), surely=state in {"", "guest"}):
                part = part_after(text, actor.end)
                value = {"actor": actor.name} | part | ({"st": state} if state else {})
                yield Found("cast_role", actor.start, actor.end, value, season=season)
    yield from _of_a_name(place, season)
    yield from _none_of(place, season)
    if _WITH.match(text) and not _VERBLESS.search(text):
        for actor in members(place, len("With ")):
            if behind_camera_list(text[actor.end : actor.end + 60]):
                return
            yield Found("cast_role", actor.start, actor.end, {"actor": actor.name}, season=season)


def _of_a_name(place: Place, season: int | None) -> Iterator[Found]:
    """Read "Anna Moss: back for more", and "Gone." where the sentence before asks "Anna Moss?"."""
    text = place.text
    found = _NAME_THEN.match(text)
    asked = None if found or not place.before else _ASKED.match(place.before[-1].text)
    who = found or asked
    name = in_the_cast(place, who["who"]) if who else None
    if who is None or name is None or fold(name) not in place.context.players:
        return
    part = found["part"] if found else None
    if part and place.context.is_network(part):
        return  # "Paper Lions (Kestrel) — gone": a show and its network
    at = found.end() if found else 0
    for state, pattern in _STATES:
        said = pattern.match(text[at:])
        if said:
            yield Found(
                "cast_role", 0, at + said.end(), {"actor": name, "st": state} | part_after(text, at + said.end()), season=season
            )
            return


@only_for(_NONE_OF)
def _none_of(place: Place, season: int | None) -> Iterator[Found]:
    found = _NONE_OF.match(place.text)
    actor = in_the_cast(place, found["who"]) if found else None
    told = found is not None and (bool(found["then"]) or "no more" in found[0].lower())
    if found and actor and told and acting(place, actor, 0):
        yield Found("cast_role", found.start("who"), found.end(), {"actor": actor, "st": "leaving"}, season=season)
