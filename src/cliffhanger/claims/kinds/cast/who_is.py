"""Who somebody is in a series, told by "is" alone: "Anna Moss is the wife", "Kit Adair, who was her sergeant"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast.lists import acting
from cliffhanger.claims.names import FULL_NAME, fold
from cliffhanger.claims.patterns import only_for, regex
from cliffhanger.claims.seasons_said import season_of

# Whom stories are about: kin, trades and villains. Those of public life count only without "of" and a place behind them.
FOLK = (
    r"(?:(?:half-|step|ex-|grand|great-)?(?:mother|father|brother|sister|son|daughter|wife|husband|widow|widower|lover|twin|aunt|"
    r"uncle|niece|nephew|cousin|fiancée?|boyfriend|girlfriend)(?:-in-law)?|mum|mom|dad|bride|groom|heiress|heir|orphan|matriarch|"
    r"patriarch|landlady|landlord|lodger|neighbou?r|boss|rival|nemesis|sidekick|partner|deputy|sergeant|inspector|"
    r"superintendent|detective|constable|cop|sheriff|investigator|sleuth|pathologist|coroner|profiler|forger|thief|burglar|"
    r"smuggler|pirate|spy|mole|handler|assassin|hitman|killer|murderer|victim|suspect|villain|baddie|gangster|mobster|crook|"
    r"conman|hustler|kidnapper|blackmailer|stalker|captain|skipper|lieutenant|sailor|soldier|doctor|surgeon|nurse|matron|"
    r"midwife|medic|paramedic|consultant|vet|priest|vicar|curate|nun|bishop|abbess|monk|teacher|headmistress|headmaster|"
    r"governess|barrister|solicitor|lawyer|butler|housekeeper|maid|cook|chef|gardener|gamekeeper|farmer|fisherman|harbou?r "
    r"master|harbourmaster|lighthouse keeper|undertaker|blacksmith|innkeeper|publican|barmaid|barman|postman|milkman|librarian|"
    r"king|queen|prince|princess|duke|duchess|count|countess|baron|baroness|witch|wizard|ghost|vampire|werewolf|robot|android|"
    r"alien|narrator|officer|agent|guard|mechanic|chauffeur|tutor|nanny|secretary|journalist|reporter|stranger|"
    r"outsider|drifter|runaway|stowaway|interpreter|whistleblower|informant|fixer|surveyor|governor)"
)
_OF = (
    r"(?: (?:next door|downstairs|upstairs|opposite|with the [a-z]+|in (?:the|charge) ?(?!(?:first|second|third|fourth|fifth|new|"
    r"last|next)\b)[a-z]*|of the (?:house|piece|manor|ship|village|clan|family)|who (?!(?:plays|stars)\b)[a-z]+s? [a-z ]{3,20}))?"
)
_SOMEBODY = (
    rf"(?:the|her|his|their|[A-Z]\w+[’']s) (?:(?!real|late\b)[a-z’-]+ ){{0,2}}?(?:{FOLK}{_OF}|(?:man|woman|boy|"
    rf"girl){_OF}(?<!man)(?<!boy)(?<!girl))"
)
_SAID = (
    r"(?=[.,;:!)—–”\"]|$| (?:and|but|while|who|again|too|this|these|opposite|alongside|throughout)\b|"
    r" (?:in|for|of) (?:the |its |this |all |both |[“‘\"]|season|series|both))"
)
_ADVERBS = r"(?: (?:also|again|now|still|once|once (?:again|more)|both|then|briefly|instead|only|merely))*"
_BE = r"(?:is|was|will be|is to be|remains|becomes|became|has been|had been|makes)"
_IS = regex(rf"(?P<actor>{FULL_NAME}),?(?P<who> who)? {_BE}(?P<how>{_ADVERBS}) (?P<character>{_SOMEBODY}){_SAID}")
_NARRATES = regex(
    rf"(?P<actor>{FULL_NAME}),?(?: who)? {_BE}{_ADVERBS} (?:the |its |our )(?P<character>narrator) (?:of|on|in|for)\b"
)
_WHOSE = regex(
    rf"(?P<actor>{FULL_NAME}), whose (?P<character>(?:(?!own\b|real\b|late\b|former\b)[a-z-]+ )?{FOLK}) (?=(?:is|"
    rf"was|has|had|will|gets|got|"
    r"went|goes|died|dies|fell|falls|ran|runs|left|leaves|met|meets|took|takes|turned|turns|vanished|ended|ends|[a-z]+ed) )"
)
_OF_A_SEASON = regex(
    rf"(?P<actor>{FULL_NAME}), (?P<character>the (?:[a-z-]+ ){{0,2}}?{FOLK}) (?:of|from|in) (?:(?:season|"
    rf"series) \w+|the (?:first|second|"
    rf"third|fourth|last|previous|original) (?:season|series|run|year))(?=[,.;)])"
)
_KIN = regex(
    r"(?:mother|father|brother|sister|son|daughter|wife|husband|mum|mom|dad|partner|cousin|uncle|aunt|boyfriend|girlfriend)$"
)
# Not in the mouth of papers on public life: "the judge in the case", "the widow of the late minister".
_REAL_LIFE = regex(
    r"(?i)\b(?:real[- ]life|off[- ]screen|off camera|in life|married|wedding|born|died|funeral|court|trial|elected|election|"
    r"company|council|parliament|club|hospital board|police said)\b"
)


@only_for(_IS, _NARRATES, _WHOSE, _OF_A_SEASON)
def who_is(place: Place) -> Iterator[Found]:
    """Find who somebody is in a series, where the words around tell of its cast."""
    text = place.text
    season = season_of(text)
    for found in _NARRATES.finditer(text):
        yield from _as(place, found, {}, season)
    found_all = [found for found in _IS.finditer(text) if not _REAL_LIFE.search(text)]
    for found in found_all:
        if len(found_all) > 1 or _tells_of_a_cast(place, found["actor"]):
            again = {"st": "returning"} if regex(r"\b(?:still|again|more)\b").search(found["how"]) else {}
            yield from _as(place, found, again, season)
    for found in _OF_A_SEASON.finditer(text):
        yield from _as(place, found, {}, season)
    for found in _WHOSE.finditer(text):
        if not _KIN.search(found["character"]) or _tells_of_a_cast(place, found["actor"]):
            yield from _as(place, found, {}, season)


def _as(place: Place, found: re.Match[str], state: dict[str, str], season: int | None) -> Iterator[Found]:
    of_another = found["character"].startswith(("her ", "his ", "their "))  # "her boss" is nobody's job behind the camera
    actor = acting(place, found["actor"], found.start("actor"), surely=of_another)
    if actor:
        value = {"actor": actor.name, "character": found["character"]} | state
        yield Found("cast_role", actor.start, found.end("character"), value, season=season)


_OF_A_CAST = regex(
    r"\b(?:plays?|played|playing|portray\w*|stars?|starred|starring|voic(?:es|ed)|cast|role|part|series|season|episodes?|drama|"
    r"returns?|screen|scenes?|character)\b|\([A-Z]"
)


def _tells_of_a_cast(place: Place, name: str) -> bool:
    """Say whether somebody is known to act, or the sentence or the one before it tells of a cast."""
    told = any(one.kind == "cast_role" for one in place.last)
    return told or fold(name) in place.context.players or _OF_A_CAST.search(place.text) is not None
