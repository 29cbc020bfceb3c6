"""When it is shown, and when that was announced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from cliffhanger.claims.dates import Dated, Either, dates
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.dates.announced import announcement
from cliffhanger.claims.kinds.dates.calendar_rows import calendar_row, days_from_another
from cliffhanger.claims.kinds.dates.events import DATELINE, Governed, events, governor, is_past, window_of
from cliffhanger.claims.kinds.dates.not_shown import is_line_of_the_page, is_of_no_show
from cliffhanger.claims.kinds.dates.production import productions
from cliffhanger.claims.kinds.dates.shown import TIMELINE, is_of_something_else, rows, without_date
from cliffhanger.claims.kinds.dates.trailers import trailers
from cliffhanger.claims.patterns import match, may, regex, search
from cliffhanger.claims.seasons_said import last_season, season_of
from cliffhanger.claims.windows import Window

_NONE_YET = regex(
    r"(?i)\b(?:no\b|not any|without (?:a|any)|n[’']t (?:a|any)|yet to (?:announce|confirm|reveal|set|give|get)|not (?:yet |"
    r"currently )?have an?|(?:has|have|is|"
    r"was)(?:n[’']t| not)(?: yet)? (?:\w+ )?(?:announced|communicated|disclosed|confirmed|revealed|set|got|have|given|"
    r"share[d]?|named|fixed|published|"
    r"picked|offered))"
    r"[^.;?!]{0,40}?\b(?:(?:release|premiere|launch|air|return|exact|start|firm|broadcast|official|specific) )*(?:dates?|"
    r"launch window|release window|timeline)\b(?! (?:beyond|with))"
    r"|\b(?:(?:release|premiere|launch|air|broadcast|transmission|start|exact) )+(?:date|"
    r"window)s?\b[^.;?!]{0,50}?\b(?:(?:has|have|had|is|was)(?:n[’']t| not| yet to)(?: yet)? (?:been )?(?:announced|"
    r"communicated|disclosed|shared|made public|"
    r"confirmed|revealed|set|given|fixed|be|known)|will be (?:announced|shared|revealed|confirmed|unveiled)|(?:remains?|"
    r"is|are) (?:unknown|unclear|TBA|TBC|to be (?:announced|confirmed)|under wraps|still)|to (?:follow|be announced|"
    r"be confirmed))"
    r"|\b(?:neither|no one|nobody)\b[^.;?!]{0,60}\b(?:has|have) (?:yet )?(?:revealed|said|announced|"
    r"confirmed) when\b[^.;?!]{0,40}"
    r"|\b(?:has|have)(?:n[’']t| not)(?: yet)? (?:revealed|said|announced|confirmed) when\b[^.;?!]{0,40}"
    r"|\b(?:has|have)(?:n[’']t| not)(?: yet)? (?:set|announced|scheduled|fixed|confirmed) (?:an?|any|its|the) (?:\w+ "
    r")?(?:premiere|"
    r"launch|debut|air date|return date|release)\b"
    r"|\b(?:TBA|TBC|TBD)\b|\bgave no date\b|\bdate (?:is )?(?:yet )?to be (?:announced|confirmed)|\bno date\b|"
    r"\b(?:a|the|its|an) (?:(?:new|fresh|revised|exact|firm|official|later|specific) )?dates? (?:will|is to|are to) be "
    r"(?:announced|revealed|confirmed|shared|set|given|published)\b|\bdate not yet\b|\bno word (?:yet )?on (?:a |the "
    r")?(?:release|premiere|date)"
)
_DATE_LINE = regex(
    r"(?i)(?:(?:published|updated|posted|(?:by|words|text|story)\b:? [^,|]{2,40}[,|]?)[: ]*(?:on )?)?(?:(?:mon|tues|wednes|"
    r"thurs|fri|satur|"
    r"sun)day,? )?(?:\d{1,2} [a-z]+\.? "
    r"\d{4}|[a-z]+\.? \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)(?:,? (?:at )?\d{1,2}[:.]\d\d.{0,12})?\.?(?: ?[|·•] ?.{0,40})?"
)
_NOT_BEFORE = regex(
    r"(?i)(?:\bnot|n[’']t|\bnever|\bno earlier|\bunlikely|\bnothing|\bnobody)\b[^.;?!]{0,50}?\b(?:before|until|earlier than|"
    r"prior to)\b[^.;?!]{0,20}$|"
    r"\bbefore$|\b(?:surprised|amazed|astonished|astounded|shocked|staggered|lucky|unlikely|not|n[’']t|doubt|nothing|never)\b"
    r"[^.;?!]{0,50}? (?:this side of|before)(?: the)?$|\bhold your breath\b[^.;?!]{0,40} before$"
)
_NOT_THEN = regex(
    r"(?i)(?:\bno longer|\bnot(?! (?:to be (?:named|identified)|authori[sz]ed))|n[’']t|\bnever|\b(?:should have|was to have|"
    r"had been promised|had (?:once |originally |first |initially )?been (?:due|set|slated|"
    r"scheduled|billed|pencil+ed in|lined up|earmarked|trailed|tipped|expected)|was (?:originally|previously|"
    r"initially) (?:due|set|slated|scheduled|expected|planned|meant|supposed)|"
    r"originally (?:due|set|"
    r"slated|scheduled)|is off))\b"
)
_NOT_UNTIL = regex(r"(?i)(?:\bnot|n[’']t|\bnever)\b[^.;?!]{0,50}\b(?:until|till) (?:(?:at )?least |the )?$")
_AWAITED = regex(
    r"(?i)\b(?:seasons?|series|show|episodes?|look for it|look for them|expect|be here|be back|on screens?|on air|see|wait|"
    r"watch)\b"
)
_TOLD = regex(r"(?i)\b(?:told|tells|saying|says|said)(?: (?:me|us|you))? (?:it(?:[’']s| is| will be) )?[“\"]?$")
_FEW = 5  # words before a date that alone answers "when?"
_BARE = 22  # characters of "not any time before", which alone awaits something
_SHORT = 90  # characters: a remark that answers "when?"
_FALSE_POSTER = regex(
    r"(?i)\b(?:leaked|fake|faked|fan-made|fan|bogus|supposed)\b[^.]{0,12}\bposter|"
    r"\bposter (?:going around|doing the "
    r"rounds|circulating|that is circulating|saying|claiming)"
)
_RULED_OUT = regex(
    r"(?i)\b(?:out of the question|ruled out|is off|off the table|(?:has been|was) (?:scrapped|"
    r"withdrawn|dropped|abandoned)|won[’']t happen)\b"
)
_FINAL_EPISODE = regex(
    r"(?i)\b(?:finale|finished|ended|concluded|(?:last|final|closing)(?: ever)? episode|wrapped its|signed off|came to an end|"
    r"farewell|closed (?:its|the|out)|clos(?:es|ed)(?= (?:on|in|last|this|with|after)\b)|bow(?:s|ed)? out|final bow|goodbye|"
    r"round(?:s|ed)? off|(?:last|final) of the|to an end|to a close|to (?:its|a) "
    r"(?:end|close|conclusion)|"
    r"signs off|ends\b(?= on|$)|w(?:ind|ound|inds) up|still on air until)\b"
)


def timing(place: Place) -> Iterator[Found]:
    """Find release dates, production, trailers and days of announcement in a sentence."""
    text = place.text
    if (may(_DATE_LINE, text) and _DATE_LINE.fullmatch(text.strip())) or is_line_of_the_page(place):  # the day of the page
        return
    row = calendar_row(place)
    listed = [row] if row else rows(place)
    if listed is not None:
        yield from listed
        return
    if search(r"(?i)\b(?:original|earlier|previous) version of this\b", text):
        return
    dateline = DATELINE.match(text)
    if dateline and dateline.end() == len(text) and search(r"(?<!\w)[a-z]", dateline[0]):
        dateline = None  # "It drops on Sunday, December 11." is a sentence
    if TIMELINE.match(text):
        dateline = None
    first = dateline.end() if dateline else 0
    said = [dated for dated in dates(text) if dated.start >= first]
    words = events(text) if said else ()
    governed = [governor(place, dated, words) for dated in said]
    used: set[int] = set()
    yield from productions(place, governed, used)
    yield from trailers(place, governed, used)
    yield from _taken_off(place)
    yield from _not_announced(place)
    yield from days_from_another(place)
    announced: set[Window] = set()
    governed = _either(text, governed)
    for one in governed:
        if one.dated.start not in used:
            told = list(announcement(place, one, announced))
            yield from told or _dated(place, one)


# "has been pulled from the autumn schedule", "quietly taken it out of its spring line-up": not then, whenever else
_TAKEN_OFF = regex(
    r"(?i)\b(?:pull(?:s|ed)?|dropp?(?:s|ed)?|remov(?:es|ed)|tak(?:es|en)|took|yank(?:s|ed)|withdr(?:ew|awn)|missing|absent|"
    r"gone|is|"
    r"left)\b[^.;?!]{0,45}? (?:from|out of|off) (?:the|its|their) (?P<s>spring|summer|autumn|fall|winter) (?:\d{4} "
    r")?(?:schedules?|"
    r"line-?up|slate)\b"
)


def _taken_off(place: Place) -> Iterator[Found]:
    """Find what is no longer in the schedule of a season of the year."""
    for found in _TAKEN_OFF.finditer(place.text):
        dated = Dated(found.start("s"), found.end("s"), "rel_season", {"rel": "this", "s": found["s"]})
        window = dated.window(place.context.published, past=False)
        if window is not None:
            yield Found("release_date", found.start(), found.end(), {"window": window.value()}, "-", season=season_of(place.text))


_OR = regex(r"(?i)^,? or (?:(?:even|maybe|perhaps|possibly|as late as|in|on|by|around|else|at|during|the) )*$")


def _either(text: str, governed: list[Governed]) -> list[Governed]:
    """Make one of two dates that one of is meant: "in October 2024 or in the first quarter of 2025"."""
    joined: list[Governed] = []
    for one in governed:
        last = joined[-1].dated if joined else None
        periods = last and last.form in _PERIODS and one.dated.form in _PERIODS
        if last and periods and _OR.match(text[last.end : one.dated.start]):
            joined[-1] = replace(joined[-1], dated=Either(last.start, one.dated.end, "either", {}, last, one.dated))
        else:
            joined.append(one)
    return joined


_PERIODS = frozenset({"month", "month_year", "part_year", "part_month", "part_season", "rel_season", "rel_month", "season_word"})


def _dated(place: Place, one: Governed) -> Iterator[Found]:
    text, dated = place.text, one.dated
    first, _ = place.sentence.clause(dated.start, dated.end)
    start, end = min(one.at, dated.start), max(one.end, dated.end)
    off = _NO_EPISODE.search(text[: dated.start])
    if off:
        window = window_of(place, one, past=False)
        value = {"window": window.value(), "what": "episode"} if window else {}
        yield from [Found("release_date", off.start(), dated.end, value, "-", season=season_of(text))] if window else []
        return
    if is_of_no_show(place, dated) or is_of_something_else(place, dated, one.at, one.end) or _heads_another(place, dated):
        return
    told = _TOLD.search(text[: dated.start]) and dated.form not in {"weekday", "today"}
    if told and one.event in {"announcement", None} and (len(text) < _SHORT or text[dated.start - 1] in '“"'):
        yield from _release(place, one, (start, end), past=False)
    elif one.event == "production" and _ENDED_ITS_RUN.search(text[: dated.start]):
        window = window_of(place, one, past=True)
        if window is not None:
            value = {"window": window.value(), "what": "finale"}
            yield Found("release_date", one.at, end, value, season=season_of(text), past=True)
    elif one.event == "trailer" and _FALSE_POSTER.search(text):
        yield from _release(place, one, (start, end))
    elif one.event == "release" or (one.event in {None, "other"} and _stands_for_release(place, one)):
        yield from _release(place, one, (max(start, first), end))


# "Season 2 wrapped up on Nov. 23", "debuted on March 9 and wrapped on April 27": the last day of a run, not of its shoot
_ENDED_ITS_RUN = regex(
    r"(?i)(?:\b(?:season|series|show|run|drama|comedy)(?: \w+)?(?: has| had)? wrapped up(?: its (?:\w+ )?(?:run|season))?|"
    r"\b(?:debuted|premiered|launched|bowed|aired|opened|returned)\b(?! (?:filming|shooting|production))[^.;?!]{2,50}? "
    r"(?:and|before|then) wrapp(?:ed|ing)(?: up)?) (?:on |in |last )?(?:the )?$"
)
_NO_EPISODE = regex(
    r"(?i)\b(?:no (?:new |fresh )?(?:episodes?|instal+ments?|edition)|neither show)(?: at all| of "
    r"it)?(?: on| for| in)? (?:the )?$"
)


def _heads_another(place: Place, dated: Dated) -> bool:
    """A vague date that only heads a line with its own ("Next week: it returns on November 18")."""
    rest = place.text[dated.end :]
    return dated.form == "rel_unit" and not place.text[: dated.start].strip() and rest.startswith(":") and bool(dates(rest))


def _stands_for_release(place: Place, one: Governed) -> bool:
    """A date without any event word: a line of a calendar, or "a rumour says early 2022" after a sentence on the release."""
    text, dated = place.text, one.dated
    pattern = place.context.series_pattern
    first, _ = place.sentence.clause(dated.start, dated.end)
    lead = text[first : dated.start]
    if _NOT_BEFORE.search(lead) and (_AWAITED.search(lead) or (len(lead) < _BARE and lead[:3].lower() == "not")):
        return True
    if one.event == "other" or _asked_of_something_else(place):
        return False
    rest = text[dated.end :]
    listed = text[: dated.start].strip(" (") == "" and bool(match(r"\)? ?[–—:-]", rest))
    listed = listed and bool(_SHOWN.search(rest) or search(r"[“\"‘(]|\bS\d", rest) or (pattern and pattern.search(rest)))
    named = bool(pattern and pattern.search(text[: dated.start])) and len(text) < 70
    loose = len(text) < _SHORT and bool(_GUESSED.search(text[: dated.start]) or _GUESSED_AFTER.match(rest))
    follows = len(text) < 45 and not search(
        r"(?i)\b(?:was|is|has|had|were|I|he|she|they|we|you|[A-Z]\w+[’'](?:s|ll|d))\b", text
    )  # a fragment: "Four episodes, in spring 2022."
    follows = follows and not search(
        r"(?i)\b(?!expected|planned|scheduled|slated|dated)(?:\w{2,}ed|cut|sold|"
        r"bought|made|paid|got|took|lost|won|left|fell|rose|hit|went|ran|built|will|would|can|could|burnt)\b",
        text,
    )
    short = (
        len(text[: dated.start].split()) < _FEW or "," in text or match(r"(?:New|More|All) (?:\w+ )?episodes\b", text) is not None
    )
    short = short and not search(
        r"^(?:The|Her|His|My|A|An|This|Its|Their) (?!rumou?r|source|insider)[a-z]+ [a-z]+ ", text[: dated.start]
    )
    follows = follows and not search(r"(?i)\baward|\bprize|\bwin\b|\bbest (?:actor|actress|drama|comedy)|petition", text)
    follows = follows and (dated.form != "rel_unit" or bool(_SHOWN.search(text) or place.question))  # "Short one this week."
    follows = follows and not search(r"(?i)\brecord\b|\bdates? (?:from|back)\b", text)
    loose = loose or (follows and short and not rest.startswith(":"))
    return listed or named or loose


_GUESSED = regex(
    r"(?i)\b(?:says?|saying|told|perhaps|maybe|possibly|claims?|not|amazed|predict\w*|reckons?|guess|estimate|think|bet)\b"
)
_GUESSED_AFTER = regex(
    r"(?i)[,?.”\"]* ?(?:(?:perhaps|maybe|possibly)\b|(?:(?:i|we|they|he|she|people|insiders|sources|some|the \w+) "
    r")?(?:(?:would|[’']d) )?"
    r"(?:says?|said|tells? me|told me|reckons?|guess|think|bet|claims?|estimate|predict)\b)"
)


def _asked_of_something_else(place: Place) -> bool:
    """A date that answers a question is a release only where that asks for one ("Would Joan move house? Not this year.")."""
    asked = place.before[-1].text if place.before else ""
    return asked.rstrip('”"’)').endswith("?") and not search(
        r"(?i)\bwhen\?|\bwhen\b[^?]*\b(?:it|run|new|one|next|drama|that|start|begin)\b|releas|premiere|\bair|season|series|"
        r"return|com(?:e|ing) back|out\b|\bdate|see\b|watch|expect",
        asked,
    )


_CORRECTED = regex(r"(?i),? (?:and )?not (?:in |on |until )?$")  # "began in January, not February": one date, and what it is not


def _release(place: Place, one: Governed, span: tuple[int, int], *, past: bool | None = None) -> Iterator[Found]:
    text, dated = place.text, one.dated
    window = _moved_to(place, one) or window_of(place, one, past=past)
    before = text[: dated.start].rstrip()
    if window is None or (dated.form == "today" and one.event is None):
        return
    if _CORRECTED.search(text[: dated.start]) and any(other.end < dated.start for other in dates(text)):
        return
    weak = dated.form in {"weekday", "today"} or search(_WEAK_WORDS, text[one.at : one.end].strip())
    if weak and before.endswith(" until"):
        return  # "all episodes are on Optic until May" is where they are
    if weak and not _of_a_show(place, span):
        return
    first, last = place.sentence.clause(*span)
    clause = text[first:last]
    value: dict[str, object] = {"window": window.value()}
    polarity = "+"
    if _NOT_UNTIL.search(text[: dated.start]) and "least" not in before[-12:]:
        pass  # "will not start until January": it does then
    elif _NOT_BEFORE.search(before[-70:]) and (
        _RULED_OUT.search(text) or not before.lower().endswith("before") or _NOT_THEN.search(before)
    ):
        bound = (
            window.end
            if search(r"(?i)end of$|until the end", before) or search(r"(?i)\bend\b", dated.groups.get("p", ""))
            else window.start
        )
        opened = bound + dt.timedelta(days=1) if bound and bound == window.end else window.start
        value["window"] = Window(opened, None, "interval").value()
    elif one.event == "release" and window.end and _BY_THEN.search(before[-24:] + " " + text[dated.start : dated.end]):
        value["window"] = Window(None, window.end, "interval").value()
    elif (_NOT_THEN.search(text[first : dated.start]) and one.event != "trailer") or _RULED_OUT.search(text[dated.end : last]):
        if search(r"(?i)\bthis year\b", text[dated.start : dated.end]) and window.end:
            value["window"] = Window(window.end + dt.timedelta(days=1), None, "interval").value()
        elif not search(r"(?i)\bnot (?:only|just)\b", clause):
            polarity = "-"
    if _FINAL_EPISODE.search(text[max(0, min(one.at, dated.start) - 25) : max(one.end, dated.end)]):
        value["what"] = "finale"
    past = is_past(text, dated.start) if past is None else past
    season = last_season(text[first : max(span[1], dated.end)]) or season_of(clause)
    yield Found("release_date", *span, value, "-" if polarity == "-" else "+", season=season, past=past)


_BY_THEN = regex(r"(?i)\bby (?:(?:about|around|the latest) )?(?:the )?(?:end|close) of\b[^.;,]{0,20}$")
_WEAK_WORDS = (
    r"(?i)^(?:(?:is|are|will be) on|\w+ (?:watch|catch|stream|binge)|with us|g\w+ going|clos(?:es|ed)|follow(?:s|"
    r"ed)?|w(?:ind|ound|inds) up)$"
)
_SHOWN = regex(
    r"(?i)\b(?:seasons?|series|show|drama|comedy|it|episodes?|run|finale|premieres?|premiered|debut\w*|launch\w*|releas\w+|"
    r"returns?|returned|back|thriller|chiller|mystery|saga|sitcom|soap|serial|whodunnit|its (?:second|third|fourth|fifth|"
    r"sixth|\w+th) "
    r"year|repeats|re-?runs|opener|part (?:one|two|three|four|\d)|signed off|air(?:s|ed|ing)?|streams?|pilot|"
    r"programme|"
    r"specials?|films?|(?<=which )ended|opened (?:to|with) [\d.]+)\b"
)


def _of_a_show(place: Place, span: tuple[int, int]) -> bool:
    """A bare weekday is a date of release only where the clause speaks of something shown."""
    first, last = place.sentence.clause(*span)
    if match(r"(?:which|that)\b", place.text[first:]) or search(r", which $", place.text[:first]):
        first = max(0, first - 60)
    clause, pattern = place.text[first:last], place.context.series_pattern
    return bool(_SHOWN.search(clause) or (pattern and pattern.search(clause)))


def _moved_to(place: Place, one: Governed) -> Window | None:
    """Return the later month of "moved from August to October"."""
    groups = one.dated.groups
    moved = search(
        r"(?i)\b(?:moved|pushed|delayed|shifted|slipped|bumped|brought forward|put back|switched|postponed)\b",
        place.text[: one.dated.start],
    )
    if one.dated.form != "month_range" or not moved or groups.get("j") != "to":
        return None
    return Dated(one.dated.start, one.dated.end, "month", {"m": groups["m2"]}).window(place.context.published, past=False)


_OF_THE_MAKING = regex(
    r"(?i)\bfor (?:the|an?|his|her|their) (?:[\w-]+ )?(?:trial|hearing|inquest|match|vote|election|wedding|funeral|inquiry|"
    r"concert|tour|"
    r"exhibition)\b|\b(?:film|shoot)(?:ing)? (?:dates?|schedule): ?T|\b(?:filming|shooting|production|shoot|"
    r"photography) dates?\b|\bdates? (?:for|of) (?:the |any )?(?:film|shoot|production|"
    r"photograph|recording|casting)"
)


def _not_announced(place: Place) -> Iterator[Found]:
    lower = place.lower
    said: list[tuple[int, int]] = []
    for found in _NONE_YET.finditer(place.text):
        if _OF_THE_MAKING.search(place.text[max(0, found.start() - 20) : found.end() + 30]):
            continue
        if search(r"(?i)\bno\b[^.;]{0,30}\bto date\b|expiry|up to date|till date|comment on", found[0]):
            continue
        if len(found[0]) < 4 and not search(r"(?i)releas|premiere|date|\bair|season|series|launch|\bS\d|start|when", lower):
            continue  # "TBC" alone in a table: of nobody knows what
        yield Found("release_date", found.start(), found.end(), {"announced": False}, season=season_of(place.text))
        said.append((found.start(), found.end()))
    for one in without_date(place):
        if all(one.end <= a or b <= one.start for a, b in said):
            said.append((one.start, one.end))
            yield one
