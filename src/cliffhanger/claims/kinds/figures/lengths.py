"""How long an episode runs: "45-minute episodes", "an hour each", "a two-hour finale"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.viewed import overlaps
from cliffhanger.claims.numbers import SMALL_NUMBER, number
from cliffhanger.claims.patterns import only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_SHOWN = (
    r"(?:episodes?|instal?lments?|parts?|chapters?|dramas?|finale|specials?|films?|movies?|premiere|opener|pilot|farewell|"
    r"comed(?:y|ies)|"
    r"series|conclusion|closer|edition|docuseries|slot|programmes?|programs?|shows?)"
)
_MINUTES = regex(
    rf"(?i)\b(?P<a>{SMALL_NUMBER})(?: ?(?:to|-|–|or|and) ?(?P<b>{SMALL_NUMBER}))?[ -]?(?:min(?:ute)?s?\b|[’′](?=[ ,.;)]))"
    r"(?! (?:later|of screen|into|ago|in\b(?! length)|before|after|mark|late\b|early\b|of footage|from|away|per week|to go))"
)
_MARK = regex(
    rf"(?i)\b(?:episodes?|instal?lments?|finale|opener|each(?: one)?|they)\b[^.;?!]{{0,30}}? (?:around|about|at|near|to|under|"
    rf"over|"
    rf"past) the (?P<n>{SMALL_NUMBER})[- ]minute mark\b"
)
_HOURS = regex(
    r"(?i)\b(?P<hour>hour-long|hourlong|one-hour|60-minute)\b|\b(?P<half>half-hours?|half-hour-long|"
    r"30-minute)\b(?! about)|\b(?P<feature>feature-length)\b"
)
_LONG = regex(
    rf"(?i)\b(?P<n>two|three|2|3|one-and-a-half)[ -]?hours?(?:-long)?(?: and a half)? (?:[\w’'-]+ ){{0,2}}?(?:{_SHOWN})\b"
)
_AN_HOUR = regex(
    r"(?i)\b(?:an|one|a full|a single) hour (?:each|apiece|long|per episode|an episode|in length)\b|\beach (?:[\w’'-]+ "
    r")?(?:an|one) hour long\b|"
    r"\b(?:episodes?|each(?: one)?|they|it|instal?lments?) (?:will )?(?:runs?|lasts?|ran|lasted|running|lasting)(?: to|"
    r" for| at| about| around| roughly)* "
    r"(?:an|one|a full) hour\b(?! and)"
)
_HALF = regex(
    r"(?i)\bhalf an hour (?:each|apiece|long|per episode|an episode|in length)\b|\b(?:episodes?|each(?: one)?|they|"
    r"it|instal?lments?|parts)\b"
    r"[^.;?!]{0,25}? (?:is|are|runs?|lasts?|ran|lasted)(?: to| for| at| about| around| roughly| just| only)* half an hour\b"
)
# "The finale runs for two hours", "will be extended to 75 minutes", "episodes are two hours long".
_FOR_HOURS = regex(
    r"(?i)\b(?:finale|premiere|opener|pilot|special|episodes?|instal?lments?|last (?:one|episode)|first (?:one|episode)|"
    r"conclusion|film)\b[^.;?!]{0,25}? (?:runs?|ran|lasts?|lasted|"
    r"clocks? in|clocking in|comes? in|came in|weighs? in|stretch(?:es|ed|ing)|extended|will be|is|are|was|were)(?: to| at| "
    r"for| nearly|"
    r" about| almost| just over| roughly| around| some| a full| a good| at least| more than| just under| well over| over)* "
    r"(?P<n>two|three|2|3|one and a half|two and a half)[ -]hours?"
    r"(?:(?P<half> and a half)| long| in length)?(?! (?:later|before|after|ago|away|into|from|north|south|west|east|drive|"
    r"of footage))"
)
_AND_A_HALF = regex(
    r"(?i)\b(?:finale|premiere|opener|pilot|special|episodes?|instal?lments?|chapters?|conclusion|film|each(?: "
    r"one)?)\b[^.;?!]{0,25}? "
    r"(?:runs?|running|ran|lasts?|lasted|clocks? in|comes? in|stretch(?:es|ed)|is|are|was|were)(?: to| at| for| nearly| about| "
    r"almost|"
    r" just over| over)* an hour and a half\b(?! (?:later|before|after|ago|away|from))"
)
_GROWS = regex(
    r"(?i)\b(?:season|series|show|comedy|drama|episodes?|finale|run|it|they)\b[^.;?!]{0,25}? (?:expand|grow|stretch|extend|"
    r"lengthen|go|move|"
    r"shift|switch|doubl)\w*(?: \w+)? (?:from (?:half an hour|30 minutes|half-hours) )?to (?:a full |an |one |full )?(?:hour\b|"
    r"hour-long "
    r"episodes)(?! (?:away|later|before|after|ago))"
)
_QUARTERS = regex(
    r"(?i)\b(?:episodes?|instal?lments?|chapters?|each(?: one)?|they|parts)\b[^.;?!]{0,25}? (?:is|are|runs?|lasts?|ran|"
    r"lasted)(?: to| for| at| "
    r"about| around| roughly| just| only| under| over)* three[ -]quarters of an hour\b"
)
_TENS = {"a quarter": 15, "ten minutes": 10, "twenty minutes": 20, "twenty": 20, "three quarters": 45, "forty minutes": 40}
# "An hour and a quarter, some of them", "each runs to an hour and ten minutes".
_HOUR_AND = regex(
    r"(?i)\b(?:an|one) hour and (?P<more>a quarter|three quarters|ten minutes|twenty minutes|forty minutes|twenty|(?P<m>\d\d) "
    r"minutes)"
    r"\b(?! (?:later|before|after|ago|away|from|late|north|south|west|east|of|by))"
)
_AT_THE_START = regex(
    rf"(?i)\bat (?:just |only |about |around |just under |just over |nearly |almost |a mere |a brisk |a tight "
    rf")?(?:(?P<n>{SMALL_NUMBER})"
    rf" minutes|(?P<h>two|three|an|one) hours?(?P<half> and a half)?),? (?:each,? )?(?:the |this |it[’']s |it is |season |"
    rf"series |each )"
    rf"[^.,;?!]{{0,25}}?\b{_SHOWN}\b(?<!series)"
)
_EXTENDED = regex(
    rf"(?i)\b(?:extended|stretched|expanded|lengthened|trimmed|cut(?: down)?|"
    rf"super-?sized) to (?P<n>{SMALL_NUMBER}) minutes"
)
# "The episodes last about 50 minutes; the finale runs to 75."
_RUNS_TO = regex(
    rf"(?i)\b(?:finale|premiere|opener|pilot|last (?:one|episode)|first (?:one|episode)|special)[^.;?!]{{0,15}}? "
    rf"(?:runs?|ran|clocks? in|stretch(?:es|ed)|"
    rf"comes? in|lasts?|is)(?: to| at| for| nearly| about| almost)* (?P<n>{SMALL_NUMBER})(?=[.,;!)]|$)"
)
_BY = regex(r"(?<![\w.,/-])\d{1,3} ?[x×] ?(?P<a>\d{2,3})(?: ?-?min(?:ute)?s?\b|[’'′])")
_ABOUT_LENGTH = (
    r"minute (?:episodes?|instal|parts?|chapters?)|-minute\b|\b(?:runs?|running|lasts?|runtime|long|episodes?|each|apiece|"
    r"duration|length|finale|special|film|movie)\b"
)
_EACH_OF_THEM = (
    r"\bepisodes?\b|\bfinale\b|\bpremiere\b|\bopener\b|instal?lment|\bchapters?\b|\beach\b|apiece|of them\b|\bspecial\b|"
    r"\blong(?:er)?\b|"
    r"\bpilot\b|\bfilms?\b|\bthey\b"
)
_WAITED = (
    r"\b(?:queues?|drive|flight|wait(?:ed|ing)?|walk|meeting|interview|conversation|calls?|speech|journey|ferry|late|sermon|"
    r"trial)\b"
)
_BEFORE = (
    r"(?i)\b(?:(?:finale|opener|premiere|pilot|special|closer|conclusion) (?:is|was|will be)|"
    r"run(?:s|ning|time)?|ran|last(?:s|ing|ed)?|episodes?|instal?lments?|each|duration|length|clocks? in|"
    r"clocking in|comes? in at)\b"
    r"[^.;]{0,40}$"
)
_AFTER = r"(?i)^,? (?:each|apiece|long|per episode|an episode|in length|a time|a piece|a go)\b"
_NOT_SHOWN = (
    r"(?i)^(?:-| )?(?:second|sermon|trailer|teaser|of television|clip|video|speech|interview|drive|walk|phone|panel|call|"
    r"meeting)"
)


@only_for(
    _MINUTES,
    _MARK,
    _HOURS,
    _LONG,
    _FOR_HOURS,
    _AND_A_HALF,
    _HOUR_AND,
    _AT_THE_START,
    _EXTENDED,
    _GROWS,
    _QUARTERS,
    _HALF,
    _RUNS_TO,
    _BY,
    _AN_HOUR,
)
def lengths(place: Place) -> Iterator[Found]:
    """Find the running times that a sentence gives."""
    text, lower = place.text, place.lower
    if not search(r"minute|\bmins?\b|hour|feature|\d[’'′]", lower):
        return
    season = season_of(text)
    used: list[tuple[int, int]] = []
    for found, low, high in _read(text, lower):
        if not overlaps(found.span(), used):
            used.append(found.span())
            yield Found("runtime", found.start(), found.end(), {"minutes_min": low, "minutes_max": high}, season=season)


def _read(text: str, lower: str) -> Iterator[tuple[re.Match[str], float, float]]:
    if search(_ABOUT_LENGTH, lower):
        for found in _MINUTES.finditer(text):
            low, high = number(found["a"]), number(found["b"] or found["a"])
            if low and high and low >= 5 and _of_an_episode(text, found):
                yield found, low, high
    for found in _MARK.finditer(text) if " mark" in lower else ():
        if n := number(found["n"]):
            yield found, n, n
    for found in _HOURS.finditer(text):
        minutes = 60 if found["hour"] else 30 if found["half"] else 90
        if found["feature"] and search(r"^[^.;?!]{0,25}?\d{2,3} ?min", text[found.end() :]):
            continue  # which are told besides
        if not (found["half"] and search(r"(?i)^ (?:about|show)|comedy slot", text[found.end() :])):
            yield found, minutes, minutes
    for found in _LONG.finditer(text):
        hours = number(found["n"]) or 1.5
        minutes = int(60 * hours) + (30 if "and a half" in found[0] and found["n"][0] in "t23" else 0)
        yield found, minutes, minutes
    for found in _FOR_HOURS.finditer(text) if "hour" in lower else ():
        halved = found["half"] or " and a half" in found["n"]
        whole = number(found["n"].split(" and ")[0]) or 1
        yield found, int(60 * whole) + (30 if halved else 0), int(60 * whole) + (30 if halved else 0)
    for found in _AND_A_HALF.finditer(text) if "hour and a half" in lower else ():
        yield found, 90, 90
    for found in _HOUR_AND.finditer(text) if search(_EACH_OF_THEM, lower) and not search(_WAITED, lower) else ():
        minutes = 60 + int(found["m"] or _TENS[found["more"].lower()])
        yield found, minutes, minutes
    for found in _AT_THE_START.finditer(text) if " minutes" in lower or "hour" in lower else ():
        hours = 60 * (number((found["h"] or "an").replace("an", "one")) or 1) + (30 if found["half"] else 0)
        whole = (number(found["n"]) or 0) if found["n"] else hours
        if whole >= 10:
            yield found, whole, whole
    for found in _EXTENDED.finditer(text) if "finale" in lower or "episode" in lower or "premiere" in lower else ():
        if (n := number(found["n"])) and n >= 10:
            yield found, n, n
    for found in _GROWS.finditer(text) if "hour" in lower else ():
        yield found, 60, 60
    for found in _QUARTERS.finditer(text) if "quarters of an hour" in lower else ():
        yield found, 45, 45
    for found in _HALF.finditer(text) if "half an hour" in lower else ():
        yield found, 30, 30
    for found in _RUNS_TO.finditer(text) if "minute" in lower else ():
        if (n := number(found["n"])) and n >= 20:
            yield found, n, n
    for found in _BY.finditer(text):
        yield found, int(found["a"]), int(found["a"])
    for found in _AN_HOUR.finditer(text):
        yield found, 60, 60


def _of_an_episode(text: str, found: re.Match[str]) -> bool:
    """Say whether minutes are those of an episode: "forty-minute episodes", "each runs to 50 minutes", "55 minutes apiece"."""
    after = text[found.end() :]
    if search(_NOT_SHOWN, after):
        return False
    shown = search(rf"(?i)^[ -](?:[\w’'-]+ ){{0,2}}?{_SHOWN}\b", after) is not None and "-" in found[0] + after[:1]
    return bool(shown or search(_AFTER, after) or search(_BEFORE, text[: found.start()]))
