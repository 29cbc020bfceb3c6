"""What becomes of a series that wants a home: offered, in talks, wanted, passed on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.claim import Polarity, Standing
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW
from cliffhanger.claims.kinds.homes.channels import NOUN, is_home
from cliffhanger.claims.names import TITLE_NAME, fold, trimmed
from cliffhanger.claims.patterns import only_for, regex
from cliffhanger.claims.seasons_said import season_of

_BUYERS = (
    r"(?:buyers?|networks?|broadcasters?|platforms?|outlets?|backers?|streamers?|takers?|suitors?|services|channels|parties)"
)
_NAME = rf"(?P<name>{TITLE_NAME})"
_SEEKS = regex(
    rf"\b(?:(?:look|search|hunt|shop)(?:s|ed|ing)?(?: around)? for|try(?:ing)? to find|tries to find|hop(?:es|"
    rf"ing) to find|seek(?:s|ing)?|"
    rf"sought|pursuing|wants?) (?:(?:an?|another|some|other|new|alternative|different|rival|potential|fresh|"
    rf"would-be) )+(?:{_BUYERS}|"
    rf"(?P<home>homes?))\b"
)
_OFFERED = regex(
    rf"\boffer(?:s|ed|ing)? (?:(?:it|them|the [\w ]{{2,20}}?|[“‘][^”’]{{2,40}}[”’]|(?:season|series) \w+) )?(?:around\b|to (?:"
    rf"(?:other|rival|another|several|new|different|potential) {_BUYERS}|the (?:[a-z-]+ )?{NOUN} {_NAME}))"
)
_MARKET = regex(
    r"\b(?:knock(?:ing|ed|s)? on (?:other |some |a few |several |new )?doors|(?:doing|done|does) the rounds of|up for grabs|"
    r"(?:series|show|drama|rights)\b[^.;?!]{0,40}? on the (?:open )?market\b|free to (?:take|shop|sell|offer|"
    r"pitch) (?:it|the \w+)|out to (?:other |new )?buyers)"
)
_TALKS_WITH = regex(
    rf"\b(?P<not>not )?(?:in (?:\w+ )?(?:talks|discussions|conversations|negotiations)|talking|speaking|held (?:\w+ )?(?:talks|"
    rf"discussions|meetings|conversations)|having conversations|met|meeting) (?:with|"
    rf"to) (?P<whom>[“\"]?(?:(?:more than one|several|"
    rf"other|two|three|a number of|multiple|various|rival|some|potential|at least one|another|interested|possible|streaming|"
    rf"different|would-be)[”\"]? )+{_BUYERS})\b"
)
_NO_OFFER = regex(
    r"(?i)\b(?:no (?P<a>offers?|deal(?! (?:has|had|was|is|have) (?:yet |ever |so far )?(?:been )?(?:signed|struck|reached|"
    r"agreed|done|"
    r"made|placed|in place)\b)|bids?|approach(?:es)?|talks|discussions|negotiations) (?:had|has|have|is|are|was|"
    r"were) [\w’ ]{2,20}?\b"
    r"(?:made|close|received|place|under ?way|signed|done|imminent|held|agreed|planned|near)|"
    r"(?P<b>talks|discussions|negotiations) (?:had|have|has) not (?:taken place|begun|started|been held)"
    r"(?: with \w+)?|there (?:has|have|had) been no (?P<d>offers?|bids?|talks|approaches)|(?:nobody|no one|"
    r"no-one) (?:had|has) (?:made|tabled|put in) an? (?P<c>offer|bid))"
)
_POSSIBLE = regex(
    rf"{_NAME} (?:has been|is|was|have been|had been)(?: (?:also|widely|being|often|already))? (?:mentioned|named|tipped|"
    rf"touted|floated|"
    rf"suggested|seen|mooted|cited|spoken of|talked about|discussed|considered) (?:as|to be) (?:an?|the|one|another|"
    rf"its)? ?[\w -]{{0,25}}?"
    r"(?:home|buyer|savio(?:u)?r|rescuer|destination|suitor|taker)\b"
)
_STEPS_IN = regex(
    rf"{_NAME} (?:could|might|may|would)(?: (?:yet|still|well|also))? (?:step in|pick (?:it|the \w+) up|pick up (?:the|"
    rf"it)|save (?:it|the)|"
    rf"rescue (?:it|the)|take (?:it|the \w+) on|swoop in)"
)
_GOING_TO = regex(
    rf"{_NAME} (?:is|was) (?:going|set|about|expected|likely|poised) to (?:pick up|save|rescue|take over|acquire|buy|revive) "
    rf"(?:it\b|the (?:\w+ )?(?:{KIND_OF_SHOW}|rights)|(?:season|series) \w+|[“‘])"
)
_LOVED = regex(
    rf"\b(?:I[’']d love|I want|I would love|I wish|I hope|hoping)(?: for| that)? {_NAME} (?:to|would|will) (?:take|save|"
    rf"pick|rescue|buy|grab)"
)
_PASSED = regex(
    rf"\b(?:rivals?|streamer|network|channel|broadcaster|service) {_NAME}[^.;?!]{{0,60}}? (?:passed|turned (?:it|"
    rf"the \w+) down|said no|"
    rf"declined to bid)\b(?! on (?:the|a) pilot)"
)
_ABROAD = regex(
    r"(?i)\b(?P<where>overseas|international|foreign|UK|US|British|American) (?:distribution|broadcast(?:er)?|release|"
    r"platform|home|"
    r"streaming) (?:has|have|is|are) (?:not (?:yet )?been |yet to be |still to be |not yet |to be |still |un)(?:decided|"
    r"announced|"
    r"confirmed|settled|set|clear|unclear|found|secured|named|lined up|signed)"
)
_TRADE = regex(rf"\b(?:{KIND_OF_SHOW}|producers?|studio|company|productions?|makers|rights|network|season)\b")


def offers(place: Place) -> Iterator[Found]:
    """Find what is said of homes that a series may have and has not."""
    yield from _shopped(place)
    yield from _talks(place)
    yield from _named(place)
    for found in _ABROAD.finditer(place.text):
        value = {"name": "unknown", "status": "undecided", "territory": found["where"]}
        yield Found("platform", found.start(), found.end(), value, season=season_of(place.text))


@only_for(_SEEKS, _OFFERED, _MARKET)
def _shopped(place: Place) -> Iterator[Found]:
    text = place.text
    for pattern in (_SEEKS, _OFFERED, _MARKET):
        for found in pattern.finditer(text):
            said = found.groupdict()
            named = place.context.series_pattern
            trade = _TRADE.search(place.lower) or (pattern is _MARKET and named and named.search(text))
            if (said.get("home") or pattern is _MARKET) and not trade:
                continue  # people of a story look for a new home too
            value = {"name": said.get("name") or "unknown", "status": "being_shopped"}
            yield Found("platform", found.start(), found.end(), value, season=season_of(text))


@only_for(_TALKS_WITH, _NO_OFFER)
def _talks(place: Place) -> Iterator[Found]:
    text = place.text
    season = season_of(text)
    for found in _TALKS_WITH.finditer(text):
        value = {"name": "unknown", "status": "in_talks"}
        yield Found("platform", found.start(), found.end(), value, "-" if found["not"] else "+", season=season)
    for found in _NO_OFFER.finditer(text):
        what = (found["a"] or found["b"] or found["c"] or found["d"]).lower()
        status = "offered" if what[:3] in {"off", "bid"} else "deal" if what == "deal" else "in_talks"
        name = next((one for one in regex(TITLE_NAME).findall(text[: found.start()]) if is_home(place, one)), "unknown")
        yield Found("platform", found.start(), found.end(), {"name": name, "status": status}, "-", season=season)


@only_for(_POSSIBLE, _STEPS_IN, _LOVED, _GOING_TO, _PASSED)
def _named(place: Place) -> Iterator[Found]:
    text = place.text
    season = season_of(text)
    for pattern in (_POSSIBLE, _STEPS_IN, _LOVED, _GOING_TO, _PASSED):
        for found in pattern.finditer(text):
            name = re.sub(r"^(?:linear |sister )?network ", "", trimmed(found["name"])[0])
            context = place.context
            if (
                context.is_series(name)
                or (fold(name) in context.people and not is_home(place, name))
                or name in context.people.values()
            ):
                continue
            if pattern is _STEPS_IN and not is_home(place, name):
                continue
            status = {} if pattern is _GOING_TO else {"status": "passed" if pattern is _PASSED else "possible"}
            polarity: Polarity = "-" if pattern is _PASSED else "+"
            guess: Standing | None = "speculation" if pattern is _LOVED else None
            yield Found("platform", found.start(), found.end(), {"name": name, **status}, polarity, standing=guess, season=season)
