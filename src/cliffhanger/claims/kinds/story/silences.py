"""Who says nothing: declined, did not want to, had nothing to add, nobody would; each refusal of a sentence is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Place
from cliffhanger.claims.names import FULL_NAME, NOT_NAMES, ONE_NAME, TITLE_NAME, fold, trimmed
from cliffhanger.claims.patterns import only_for, regex, search

_TELL = (
    r"(?:comment|say|tell|discuss|elaborate|name|identify|confirm|reveal|disclose|share|supply|provide|specify|speculate|"
    r"talk|speak|answer|explain|respond|address|be (?:drawn|interviewed|reached|quoted|specific|pressed)|go into|"
    r"offer (?:another|any|an?|details|figures|more)|give (?:another|any|a (?:figure|date|number|reason|name|budget|price)|"
    r"details|figures|"
    r"numbers|names|reasons|more)|put a (?:figure|number|price|date) on|break (?:it|the figure) down)"
)
_NOT = r"(?:not|n[’']t)"
_COMMENT = r"(?:comment|explanation|details|reason|figures|response|statement|reaction)s?"
_SILENT = (
    rf"(?:(?:declined|declines|refused|refuses|preferred not|chose not|opted not) to {_TELL}|"
    rf"(?:would|could|will|can) ?(?:not|n[’']t)(?: \w+ly)? {_TELL}|cannot {_TELL}|"
    rf"(?:did|do|does) ?{_NOT} (?:want|wish|care|like) to {_TELL}|(?:did|does|do) ?{_NOT} (?:immediately |directly |"
    rf"publicly )?(?:respond|reply|"
    rf"comment|answer|elaborate|get back|return (?:\w+ ){{0,2}}?(?:calls?|e-?mails?|messages?|requests?))|"
    rf"(?:is|are|was|were) ?{_NOT} (?:immediately |currently )?(?:talking|commenting|saying (?=w|how|if|much|any|more)|"
    rf"available (?:for (?:comment|interview)|to comment)|reachable)|"
    rf"(?:has|have|had) (?:yet|still) to (?:comment|respond|reply|answer)|(?:has|have|had) ?{_NOT} (?:yet )?(?:responded|"
    rf"replied|commented|answered)|"
    rf"(?:had|has|have) nothing (?:further |more |else )?to (?:add|say (?:on|about))|(?:had|has|have|made|makes?|offered|"
    rf"offers?|gave|gives?|provided) no (?:further |immediate |"
    rf"other )?{_COMMENT}(?! (?:to|but) )|(?:will|would) (?:make|offer|give) no (?:further )?{_COMMENT}|"
    rf"hung up|put the phone down|stopped short of [a-z]+ing|(?:pointed|referred|directed) (?:\w+ )?(?:[a-z]+ )?(?:to|back "
    rf"to) (?:its|an|the|his|her|their) (?:earlier |previous |"
    rf"agent|press|publicist)|(?:did|had) ?{_NOT} (?:warn|warned|tell|told|inform|informed|consult|consulted) (?:the |its |"
    rf"her |his |any of the )?(?:cast|crew|writers|actors|makers|producers))"
)
_WHO = (
    rf"(?:{FULL_NAME}|{TITLE_NAME}|{ONE_NAME})(?:[’']s? (?:[a-z-]+ ){{0,3}}?(?:agents?|publicists?|reps?|representatives?|"
    rf"office|team|lawyers?|managers?|"
    rf"spokes\w+|head|boss|chief|studio|network|producers?))?"
)
_OFFICE = (
    r"(?:network|streamer|studio|channel|broadcaster|company|platform|service|station|television|show-?runners?|creators?|"
    r"producers?|makers|writers?|directors?|stars?|"
    r"actors?|actress|press office|publicists?|agents?|reps?|representatives?|spokes\w+|executives?|production|pair|"
    r"distributor|"
    r"lawyers?|team)"
)
_SOMEBODY = (
    rf"(?P<who>{_WHO}|\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]er|[Hh]is|[Tt]heir|[Bb]oth) (?:[\w’'+-]+ ){{0,4}}?{_OFFICE}(?: (?:for|at|"
    rf"of) (?:the )?[\w’'+-]+(?: [A-Z][\w’'+-]+)?)?|"
    rf"\b(?:[Rr]ep(?:resentative)?s?|[Aa]gents?|[Pp]ublicists|[Ll]awyers) (?:for|of) (?:{_WHO}|the \w+)|\b[Ss]he|\b[Hh]e|"
    rf"\b[Tt]hey)"
)
_THEN = r"(?: (?:has|have|had|also|later|since|then|both|again|reportedly|repeatedly|either|all|duly|itself|himself|herself))*"
_SAYS_NOTHING = regex(
    rf"{_SOMEBODY}(?:, (?:which|who|an?|the|whose|for (?:its|his|her|their) part)\b[^;?!,]{{0,80}}?,| "
    rf"\([^()]{{2,40}}\))?(?: [a-z][^.;?!“”]{{2,70}}? (?:but|"
    rf"and|though)(?: it| she| he| they)?)?{_THEN}"
    rf" ?(?P<what>{_SILENT})\b(?:(?!,? (?:and|but|while) (?:[A-Z]|the ))[^.;?!”“]){{0,80}}"
)
_NOBODY = regex(
    rf"\b(?P<none>(?:(?:[Nn]either|[Nn]o ?body|[Nn]o[ -]one|[Nn]one)(?: [^.;?!“”]{{2,60}}?)?,?(?: \w+ly)? (?:(?:would|will|"
    rf"could|"
    rf"can) (?:{_TELL}|return)|"
    rf"(?:is|are|was|were) (?:available (?:for|to) \w+|prepared to {_TELL}|willing to {_TELL}|talking|commenting|saying)|"
    rf"(?:has|have|had) (?:responded|replied|commented|answered|returned)|responded|replied|commented|returned "
    rf"(?:\w+ ){{0,2}}?(?:calls?|messages?|e-?mails?))|"
    rf"(?:[Aa]ttempts|[Ee]fforts) to (?:reach|contact|speak to) [^.;?!]{{3,40}}? (?:were unsuccessful|failed|came to "
    rf"nothing|were not successful)|"
    rf"[Aa]n? (?:e-?mail|call|message|letter|request)s? to [^.;?!]{{3,40}}? (?:bounced|went unanswered|was not (?:answered|"
    rf"returned)))\b[^.;?!]{{0,60}})"
)
_WE_SAY_NOTHING = regex(
    r"^[–—•*“\"‘ -]*(?:(?:And|But|So|No|As a rule|[A-Z]{2,}): ?|(?:And|But|So|No|Sorry|As a rule),? )?(?P<none>(?:[Ww]e|I) "
    r"(?:can ?not|can[’']t|do not|don[’']t|won[’']t|will not|never|"
    r"am not allowed to|[’']m not allowed to|couldn[’']t possibly) (?:comment|speculate|discuss|talk about|say (?:any ?more|"
    r"more)|elaborate|go into)\b[^.;?!]{0,110})"
)
_A_DATE = r"(?i)\b(?:premiere|release|air|start|launch|return) date\b"  # that none is told is a claim on the date
_ARTICLES = frozenset({"the", "a", "an", "its", "her", "his", "their", "both"})
_OF_A_STORY = r"(?i)\b(?:scene|episode|detective|police|interrogat\w+|murder\w*|killer|suspect|courtroom|witness)\b"


@only_for(_SAYS_NOTHING, _NOBODY, _WE_SAY_NOTHING)
def silences(place: Place) -> Iterator[tuple[re.Match[str], str | None]]:
    """Find each refusal to say something, and whose it is; a character's silence is the plot."""
    context, text = place.context, place.text
    if context.is_recap or not (context.series or context.is_interview):
        return
    for found in _SAYS_NOTHING.finditer(text):
        who = found["who"].strip()
        name = who if who.split()[0].lower() in _ARTICLES or who[0].islower() else trimmed(who)[0].strip() or who
        if search(_A_DATE, found[0]) or _is_character(place, who):
            continue
        if who.lower() in {"she", "he", "they"}:
            if not search(_OF_A_STORY, text):
                yield found, None
        elif name.lower() not in NOT_NAMES | {"it"}:
            yield found, name
    for pattern in (_NOBODY, _WE_SAY_NOTHING):
        for found in pattern.finditer(text):
            ours = place.speaker or place.sentence.quoted or context.is_release or text[:1] in "–—•*-"
            if not search(_OF_A_STORY, text) and (pattern is _NOBODY or ours):
                yield found, None


def _is_character(place: Place, who: str) -> bool:
    names = {fold(part) for part in trimmed(who)[0].split()}
    return bool(names & place.context.characters) and not place.context.is_network(who)
