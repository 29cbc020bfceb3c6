"""What names an article tells to be homes: what is watched on them, what they carry, what they hold the rights of."""

from __future__ import annotations

from cliffhanger.claims.kinds.crew.makers import KIND_OF_SHOW
from cliffhanger.claims.names import TITLE_NAME
from cliffhanger.claims.patterns import regex

_NAME = rf"(?P<name>{TITLE_NAME})"
_END = (
    r"(?= (?:now|in|from|at|on|until|till|this|next|for|as|with|and|or|if|later|last|tonight|today|through|the|since|when|where|"
    r"after|before|alongside|again|too|exclusively|worldwide|every|each|starting|beginning|right)\b|[.,;:!)”’\"]|$)"
)
_OF_SEASONS = (
    r"(?:the |its |all |both |every |each |most |new |older |old |past |previous |first |second |third |fourth |fifth |latest |"
    r"whole |entire |complete |earlier |current |other |final |last |one |two |three |four |five |six |seven |"
    r"eight |nine |ten |\d+ )*"
)
# What is watched: "the first season", "all episodes", "it", “Harbor Nine”, "season one", "the drama".
SHOWN = (
    rf"(?:it|them|{_OF_SEASONS}(?:{KIND_OF_SHOW}|seasons?|episodes?|instal?lments?|runs?|finale|premiere|opener|lot|box ?sets?)"
    rf"(?: (?:so far|one|two|three|four|five|six|\d+)(?: (?:to|and|through) \w+)?)?(?: of [^.,;?!]{{2,40}}?)?"
    rf"|[“‘\"][^”’\"]{{2,40}}[”’\"])"
)
_STATE = (
    r"(?:now|also|only|still|again|live|free|back|all|both|already|available|exclusively|currently|streaming|shown|there|first|"
    r"in full|on demand|for free|the next day|once again|to (?:stream|watch|view|buy|rent|own)|worldwide|globally|"
    r"a (?:[a-z]+ )?(?:hit|success|favourite|favorite|fixture|staple)|ad-free|weekly|nightly)"
)
_SUBJECT = (
    rf"(?:\b(?:[Ii]t|[Tt]hey|[Bb]oth|[Ss]easons?|[Ss]eries|[Ee]pisodes?|[Rr]uns?|[Ff]inale|(?i:{KIND_OF_SHOW}))|[”’\"])"
    rf"(?: (?:one|two|three|four|five|six|\d+)(?: (?:to|and) \w+)?)?"
)
_WEEK_OR_SO = (
    r"(?:\w+days?|(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?|at) \d{1,2}(?:[:.]\d\d)?(?:/\d{1,2}c)?|"
    r"\d{4}|[ap]\.?m\.?|nights?|day|week|evenings?|mornings?|month|year|demand|weekly|daily|nightly|worldwide|"
    r"globally|internationally|exclusively|live|now|again|free|spring|summer|autumn|fall|winter|January|February|March|April|May|"
    r"June|July|August|September|October|November|December|today|tonight|tomorrow|only|first|once|together|"
    r"weekend|midnight|o[’']clock)"
)
_UNTIL = r"(?:[^.;?!]|\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|[ap])\.|\.m\.|(?<=\d)\.(?=\d)){0,50}?"
_AIRS = (
    r"(?:[Cc]atch|airs?|aired|airing|streams?|streamed|streaming|premier(?:es?|ed|ing)|launch(?:es|ed|ing)?|"
    r"debut(?:s|ed|ing)?|screens|"
    r"shown|simulcasts?|broadcasts?|bow(?:s|ed|ing)?|drop(?:s|ped|ping)?|arriv(?:es?|ed|ing)|land(?:s|ed|ing)?|available|"
    r"continues?|returns?|returned|concludes?|seen)"
)
_AGAIN = r"(?: (?:again|now|live|free|for free|in full|back|anytime|too|right now|on demand))*"
# Read at the article's first look, so that "on Corvid" is a home wherever it stands after one of them.
TOLD_HOMES = (
    regex(  # "watch all episodes on Corvid now", "stream it on Corvid"
        r"\b(?:[Rr]e-?watch|[Ww]atch|[Ss]tream|[Cc]atch(?: up (?:with|on))?|[Bb]inge(?:-watch)?)(?: (?:now|"
        rf"live))? {SHOWN}{_AGAIN} "
        rf"(?:on|via) (?:the )?{_NAME}{_END}"
    ),
    regex(rf"\b(?:[Ww]atch|[Ss]tream|[Bb]inge|[Rr]ewatch) {TITLE_NAME}{_AGAIN} on (?:the )?{_NAME}{_END}"),
    regex(
        r"\b(?:[Yy]ou|we|[Vv]iewers|[Ff]ans|[Aa]udiences|[Ss]ubscribers|[Ee]veryone|there)(?: (?:in|across|"
        r"outside) [^.,;?!]{2,30}?)? "
        r"(?:can|could|will be able to|may|will|are able to)(?: (?:now|also|still))? (?:see|find|view|get|access|"
        r"enjoy|follow|buy|"
        rf"rent) {SHOWN}{_AGAIN} (?:on|via) (?:the )?{_NAME}{_END}"
    ),
    regex(
        r"\b(?:[Cc]atch up|[Rr]e-?watch|[Ww]atch|[Ss]tream|streamed|watched|simulcast|bow(?:s|ed)?|on demand)(?: "
        r"now| again| live)? "
        rf"(?:on|via) (?:the )?{_NAME}{_END}"
    ),
    regex(  # "Season one is also on Corvid", "The show is a hit on Corvid"
        rf"{_SUBJECT} (?:is|are|was|were|will be|has been|have been|became|remains?|stays?|should be)(?: {_STATE}){{1,4}} "
        rf"(?:on|via) (?:the )?{_NAME}{_END}"
    ),
    regex(  # "ran for two seasons on Corvid", "began life on Corvid"
        rf"{_SUBJECT}(?: (?:has|have|had|first|originally|also|then|previously|itself|once|to))*? (?:ran|run|runs|running|began "
        r"life|began its life|started (?:out|life)|made its (?:debut|bow)|found (?:an?|its|new) (?:[a-z]+ "
        r")?(?:audience|fans|life|"
        rf"viewers|following)|went out|plays|had its (?:debut|premiere|run))(?: (?:for|in|from|across) [^.;?!]{{2,30}}?)? on "
        rf"(?:the )?{_NAME}{_END}"
    ),
    regex(  # "premieres Oct. 3 on Corvid", "stream the next day on Corvid", "are available in full on Corvid"
        r"(?<!ilming )(?<!oduction )(?<!hooting )(?<!raphy )(?<!Work )(?<!work "
        rf")\b{_AIRS}\b{_UNTIL}\b{_WEEK_OR_SO}(?: ET| GMT| BST| "
        rf"PT| EST| CET| in full)?,? (?:on|via) (?:the )?{_NAME}{_END}"
    ),
    regex(rf"[”’\"] (?:is|are) (?:on|over on) (?:the )?{_NAME}{_END}"),
    regex(rf"\b[Ee]xclusive(?:ly)? (?:to|on|via) (?:the )?{_NAME}{_END}"),
    regex(rf"\b(?:is|was|as|are|the) (?:an? )?{_NAME} (?:[Ee]xclusive|[Oo]riginal)(?= (?:{KIND_OF_SHOW})\b|[.,;!]|$)"),
    regex(rf"\b(?:series|season|show|drama|comedy|run) on {_NAME}, (?:where|which)\b"),
)
# Only a home does this: it counts although the name looks like one of a series.
CARRIERS = (
    regex(
        rf"(?<![“‘]){_NAME} (?:(?:will|also|now|still|has|have|to) )*(?:carr(?:y|ies|ied)|airs?|aired|shows?|showed|streams?|"
        rf"streamed|screens|screened|broadcasts?|removed|licenses?|licensed) (?:the (?:\w+ )?(?:{KIND_OF_SHOW})|"
        r"it\b(?! off)|both (?:seasons|series)|"
        rf"(?:all|new|its) (?:\w+ )?(?:episodes|seasons))"
    ),
    regex(
        rf"(?<![“‘]){_NAME} (?:(?:has|have|had) )?(?:renewed|axed|cancelled|canceled|commissioned|recommissioned) "
        r"(?:the |it\b|[“‘])"
    ),
)
