"""Why things happened, what the plot may bring, what was left open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.renewal.meanings import is_other_business
from cliffhanger.claims.kinds.story.causes import CAUSES, LIFE, causes
from cliffhanger.claims.kinds.story.no_reason import explains_nothing
from cliffhanger.claims.kinds.story.plots import more_plots
from cliffhanger.claims.names import FULL_NAME, NOT_NAMES, ONE_NAME, fold, trimmed
from cliffhanger.claims.patterns import Rules, live, match, only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_REASON = regex(
    r"(?i)\b(?:(?:in part |partly |largely |mainly |mostly |apparently |simply )?(?:because(?: of)?|due to(?! (?:be|air|"
    r"start|begin|premiere|return|launch|arrive|open|film|shoot|"
    r"end|finish|appear|join|come|go|run|debut|wrap|land|take)\b)|owing to|on (?:the )?grounds (?:of|that)|"
    r"on account of|as a result of|thanks to|in light of|in view of|following)|citing|blam(?:ed|es|ing)|attribut(?:ed|"
    r"es|ing) (?:it|the \w+|this)? ?(?:to)?|for (?:budget|budgetary|financial|cost|scheduling|creative|personal|health|"
    r"family|logistical|safety|economic|tax|medical|legal|security|commercial|contractual|business|editorial|"
    r"practical) reasons|(?:the )?(?:given |official |stated |main |only |"
    r"real )?reasons? (?:given |behind [^.;]{0,40} |for [^.;]{0,40} )?(?:was|is|were|are|being|"
    r"is said to be))\b(?P<what>[^.;?!]{0,140})"
)
_AFTER_CAUSE = regex(
    r"(?i)\bafter (?P<what>(?:[\w’'-]+ ){0,4}(?:tested positive|fire|strike|strikes|injury|accident|death|fell ill|illness|"
    r"averaging|agreed to|mailed|protests?|campaign|"
    r"row|dispute|clash|lawsuit|ratings|viewership|scandal|allegations|walkout|storm|flood|outbreak|"
    r"delays?)[^.;?!]{0,40})"
)
_REASONED = regex(
    r"(?i)\b(?:did not (?:reach|find|attract|perform|draw|deliver|meet)|failed to (?:reach|find|attract|draw|grow)|"
    r"(?:audience|viewing|ratings|numbers) did not grow|"
    r"low (?:viewership|ratings|viewing)|poor (?:ratings|viewership)|high costs?|pandemic costs?|became a fight|"
    r"the (?:fire|strike|pandemic|storm) (?:ate|had|forced|pushed|delayed)|looking at the (?:demand|response|love)|"
    r"we always planned|pandemic had other plans|planned (?:for )?(?:two|three|four|five|six) seasons)\b[^.;?!]{0,60}"
)
_REFLECTS = regex(
    r"(?i)\b(?:decision|move|change|cancell?ation|axing|delay|cut)s?(?:(?: of| on| to) [^.;?!,]{2,50}?)? (?:reflects?|"
    r"c[oa]mes? down to|boil(?:s|ed) down to|was down to|is down to|"
    r"came after) [^.;?!]{5,80}"
)
_MADE = regex(
    r"(?i)\b(?P<what>[^.;?!,]{3,60}) (?:made|forced|led|prompted|caused|pushed) (?:the )?(?:producers|makers|network|"
    r"streamer|studio|channel|it|them|[A-Z]\w+) to (?=(?-i:[a-z]))(?!next|early|late|mid|the|a\b)"
)
_CAUSAL_OF = regex(
    r"(?i)\b(?:cancel|axe|scrap|drop|end|renew|delay|move|halt|stop|shut|trim|cut|reduc|extend|recast|short|cost|pric|leav|"
    r"left|exit|push|order|decision|fewer|postpone|not return|will not|won[’']t|moved|suspend|pulled|air\b|roll|retir|quit|"
    r"taking part|appear|absent|unavailable|unable to|put back|interrupt|abandon|tak(?:es|ing|en|e) (?:so|this|too) long|yank|"
    r"brought back|saved|rescu|picked up|wait|lost|"
    r"expens|"
    r"late|shelv|drag(?:s|ged)? on|stall|played by|takes? over|took over|taken over)"
)

_PLOT_MODAL = (
    r"(?:may|might|could|will|would|can|must|is expected to|is set to|is likely to|should|is going to|picks? up|"
    r"follows?|explores?|finds?|sees?|centres?|centers?|revolves?|begins?|opens?|takes? place|jumps?)"
)
_PLOT_VERBS = (
    r"(?:pick(?:s)? up|follow|explor|reveal|focus|deal|show|cent(?:re|er)|revolve|address|continue|resolve|answer|delve|"
    r"tackle|adapt|find|see|face|decide|discover|return to|unravel|go to|turn out|"
    r"run the|begin|open|take place|jump|introduc|confront|learn|fight|marry|die|hunt|investigat|depict|"
    r"bring (?:back )?(?:the )?(?:story|characters?)|be seen|explain|settle|be set|lead|move|happen|survive|end up|avenge|"
    r"keep|imprison)"
)
_PLOT_SUBJECT = (
    r"(?:(?:the )?(?:second|third|fourth|fifth|sixth|new|next|upcoming|final|coming) (?:season|series|run|"
    r"chapter|instal?lment|episodes?)|season (?:\w+)|series (?:two|three|four)|the (?:story|plot|storyline|narrative|show|"
    r"series|follow-up|sequel)|more episodes)"
)
_NEXT_SUBJECT = (
    r"(?:(?:the )?(?:second|third|fourth|fifth|sixth|new|next|upcoming|final|coming) (?:one|season|series|run|chapter|"
    r"instal?lment|episodes?)|"
    r"season (?:\w+)|series (?:two|three|four)|the (?:follow-up|sequel))"
)
_PLOT = (
    regex(rf"(?i)\b{_PLOT_SUBJECT}\b[^.;?!]{{0,40}}?\b{_PLOT_MODAL}\b[^.;?!]{{0,30}}?\b{_PLOT_VERBS}\w*\b[^.;?!]{{3,}}"),
    regex(
        rf"(?i)\b{_NEXT_SUBJECT}\b[^.;?!]{{0,30}}?\b(?:picks? up|follows?|explores?|finds|sees|cent(?:re|er)s on|"
        rf"revolves? around|takes place|"
        r"jumps?|moves (?:from|to)|covers|is set (?:in|on|after|before))\b[^.;?!]{5,}"
    ),
    regex(
        r"(?i)\b(?:we|viewers|fans|audiences|you)(?:[’']ll| will| shall| are going to| get to| might| may| could| "
        r"should) (?:also |finally |"
        r"at last )?(?:see|meet|learn|find out|"
        r"discover|visit)\b(?! (?:of|it|more|this|that|them|season|series|another|each other|"
        r"the (?:series|show|trailer|drama|new|second|third|next|fourth|first))\b)[^.;?!]{5,}"
    ),
    regex(
        r"(?i)\b(?:synopsis|logline|blurb|official description|tagline|press notes)\b[^.;?!]{0,40}?\b(?:says|reads|"
        r"teases|runs|describes|hints|reveals|promises|tells)\b[:,]? (?:that |of |us )?(?P<what>[^.;?!]{10,})|"
        r"\b(?:synopsis|logline|blurb|official description):? [“\"](?P<text>[^.;?!]{10,})"
    ),
    regex(r"(?i)\b(?:a )?time jump of [^.;?!]{3,40}|\b(?:built|centred|centered) around (?P<what>[^.;?!,]{5,60})"),
    regex(
        r"(?i)^it (?:will|may|might|could)(?: probably| also| likely| well)? (?:adapt|follow|pick up|explore|reveal|"
        r"continue|focus|feature|tell)\b[^.;?!]{3,}"
    ),
    regex(
        r"(?i)\bI (?:think|bet|suspect|reckon|guess|believe|"
        r"predict) (?:that )?(?P<what>[^.;?!]{8,})\bturns? out\b[^.;?!]*|\bmy theory (?:is|:)[^.;?!]{8,}"
    ),
    regex(
        r"(?i)\b(?:in|for|during) (?:the )?(?:second|third|fourth|fifth|new|next|upcoming|coming|final) (?:season|"
        r"series|chapter|run),? (?P<what>[^.;?!]{3,40}\b(?:must|will|has to|have to|faces?|finds?|may|might|could|"
        r"returns? to|is forced)\b[^.;?!]{5,})"
    ),
    regex(
        r"(?i)\b(?:ending|finale|cliffhanger|last scene|final shot|twist)\b[^.;?!]{0,40}?\b(?:suggests?|hints?|"
        r"points?|implies|sets? up|teases?|leaves?|means?)\b[^.;?!]{5,}"
    ),
    regex(
        r"(?i)\bif (?:season|a |the )\w* ?(?:\w+ ){0,4}(?:comes?|come up|happens?|"
        r"season)[^.;?!,]{0,20}, (?P<what>[^.;?!]{5,})"
    ),
    regex(r"(?i)\bI(?:[’']d| would) (?:love|like|want) (?:for |to see )(?P<what>[^.;?!]{5,})"),
    regex(
        r"(?i)\b(?:will be|it[’']s|(?:second|third|fourth|new|next|final) (?:one|run|series|season) is|story|episodes|"
        r"season|follow-up|instal?lment) about (?P<what>an? [^.;?!]{5,60})"
    ),
)
_NOT_PLOT = regex(
    r"(?i)\b(?:premiere|release|air|launch|drop|arrive|stream|film\w*|shoot\w*|shot|commissioned|production|budget|"
    r"episodes? long|viewers|be (?:renewed|cancelled|released|announced|shown|back|out)|(?:show|series|story|drama|"
    r"comedy) follows|return(?:s)?\b(?! to)|trailer|cast|"
    r"date|slot|(?:to|from|on) (?:mon|tues|wednes|thurs|fri|satur|sun)days?|bought by|sold (?:to|in)|acquired|picked "
    r"up by|next in|consist|have \d|new home|network|wait|who (?:will )?plays?|on (?:(?:Mon|Tues|Wednes|Thurs|Fri|"
    r"Satur|Sun)day|"
    r"\d{1,2} [A-Z]\w+|[A-Z]\w+ \d{1,2}))\b"
)

_OPEN = regex(
    r"(?i)\b(?:left|leaves|leaving) (?:fans |viewers |us |the audience |everyone )?(?:with (?:a |the |many |several |"
    r"big )?(?:questions?|cliffhanger)|wondering|hanging)\b[^.?!;]{0,80}|\b(?:many|several|some) (?:parts|questions|"
    r"threads|mysteries) (?:were|are|remain|was) (?:left )?(?:unanswered|unresolved|open)\b|\bunanswered questions?\b|"
    r"(?<!espite the )(?<!espite its )(?<!espite that )(?<!bout the )\bcliffhanger\b[^.?!;]{0,40}"
)
_THEME = regex(
    r"(?i)\b(?:(?<!overall )(?<!look )(?<!year )(?<!new )(?<! a )(?<!the )(?<!its )deals? with|explores?|tackles?|themes? of|"
    r"is about(?! \d)|woven (?:in|around)|set against|backdrop of|background of|"
    r"a mix of|blend of) (?P<what>(?:themes? of )?[^.;?!]{4,80})"
)


def stories(place: Place) -> Iterator[Found]:
    """Find reasons and what the plot may bring."""
    yield from _reasons(place)
    yield from _plots(place)


# No reason is given without one of these, written in small letters.
_CAUSE_WORDS = (
    "because|due to|owing|account of|result of|thanks to|light of|view of|following|citing|blam|attribut|reason|after | made |"
    "forced| led |prompted|caused|pushed|did not|failed|low |poor |high cost|pandemic|a fight|the fire|the strike|the storm|"
    "looking at|planned|reflect|down to|grounds|grow"
)


_REASONS = Rules(
    (
        (
            (
                r"because|due to|owing|account of|result of|thanks to|light of|view of|following|citing|blam|attribut|reason|"
                r"grounds"
            ),
            _REASON,
        ),
        (r"\bafter ", _AFTER_CAUSE),
        (r"reflect|down to|came after", _REFLECTS),
        (r" (?:made|forced|led|prompted|caused|pushed) ", _MADE),
        (r"did not|failed|low |poor |cost|a fight|the (?:fire|strike|pandemic|storm)|looking at|planned|had other", _REASONED),
    )
)


@only_for(_REASONS, CAUSES)
def _reasons(place: Place) -> Iterator[Found]:
    done: list[tuple[int, int]] = []
    if is_other_business(place):
        return
    if search(_CAUSE_WORDS, place.lower) and not search(LIFE, place.text):
        for found in _usual_reasons(place):
            if explains_nothing(place, found.start, found.end):
                continue
            done.append((found.start, found.end))
            yield found
    for match_, what in causes(place):
        start, end = match_.span()
        if not explains_nothing(place, start, end) and not any(start < b and a < end for a, b in done):
            done.append((start, end))
            of = _of(place.text)
            gist = what.strip(' ,“”"')
            yield Found("reason", start, end, {"of": of, "gist": gist}, season=season_of(place.text))


def _usual_reasons(place: Place) -> Iterator[Found]:
    text = place.text
    done: list[tuple[int, int]] = []
    lower = place.lower
    for words, pattern in live(_REASONS, text):
        for found in pattern.finditer(text) if search(words, lower) else ():
            start, end = found.span()
            if pattern is _MADE:
                start, end = found.span("what")
            if any(start < b and a < end for a, b in done):
                continue
            what = (found.groupdict().get("what") or found[0]).strip(' ,“”"')
            word = found[0].lower()
            if pattern is _REASON and search(r"(?i)\b(?:no|without a|any) $", text[:start]):
                continue  # "no reason was given"
            if (
                pattern is _REASON
                and (word.startswith(("following", "thanks to")) or ("because" in word and place.context.is_interview))
                and not _CAUSAL_OF.search(text[:start])
            ):
                continue
            if pattern is _REFLECTS and match(r"(?i)[“\"]?(?:if|whether|unless)\b", text):
                continue
            if pattern is _AFTER_CAUSE and not _CAUSAL_OF.search(text[:start]):
                continue
            if pattern is _REASON and match(r"[“\"]?Because\b", text) and (place.speaker or place.sentence.quoted):
                done.append((start, end))
                yield Found("reason", start, end, {"of": _of(text), "gist": what}, season=season_of(text))
                continue
            if pattern is _REASON and not _CAUSAL_OF.search(text) and not search(r"(?i)reason|citing|blam", word):
                continue
            if (
                pattern is _REASONED
                and not search(r"(?i)pandemic|fire|looking at|planned", word)
                and not search(r"[“”\"]|(?i:cancel|axe|renew|made the)", text)
            ):
                continue
            if pattern is _REASON and search(
                r"(?i)^\s*(?:this|that) (?:pattern|schedule|logic)|^\s*(?:the )?(?:past|same) (?:schedule|pattern)", what
            ):
                continue
            done.append((start, end))
            yield Found("reason", start, end, {"of": _of(text), "gist": what or found[0]}, season=season_of(text))


def _of(text: str) -> str:
    """Return what a reason is the reason of, from the words of its sentence."""
    for word, pattern in (
        ("cancelled", r"cancel|axe|scrap|shelv|drop(?:ped)? the|plug|not moving forward"),
        ("recast", r"recast|now played by"),
        ("halted", r"halt|stopp?|suspend|shut down"),
        ("delay", r"delay|drag(?:s|ged)? on|moved|push|postpon|no longer air|until|roll|late"),
        ("shorter_run", r"trimmed|cut|fewer|shorter|seven"),
        ("renewed", r"renew|give the show|order"),
        ("extension", r"extend"),
        ("ending", r"ending|final|end on|seasons"),
        ("cost", r"cost|pric|expens"),
        (
            "leaving",
            r"leav|opt(?:s|ed)? out|left|quit|exit|depart|resign|step|not return|n[’']t return|not be back|n[’']t be back",
        ),
        ("moved", r"mov(?:e|es|ing)\b|bump|shift"),
        ("cancelled", r"doom|demise|fate\b|killed?\b|sank\b|did for|axing|the axe"),
        ("renewed", r"rescu|saved|reviv|brought back|picked up|pick(?:s|ing)? it up|reprieve"),
        ("halted", r"standstill|shut-?down|suspen|stoppage|interrupt"),
        ("ending", r"end(?:s|ed)? (?:it|the show|the series|there|things)|last (?:season|series)|final"),
        (
            "leaving",
            r"walk(?:s|ed|ing)? (?:out|away)|withdr[ae]w|finished|gone\b|absen|miss(?:es|ing)?\b|sit(?:s|ting)? out|can only",
        ),
        ("paused", r"off (?:the )?air|tak\w+ (?:it|the \w+) off|hiatus|rested"),
        ("delay", r"slipp|slow|held (?:up|back)|wait|so long"),
    ):
        if search(rf"(?i)\b(?:{pattern})", text):
            return word
    return "unknown"


_FORETOLD = regex(rf"[“\"]?(?P<who>{ONE_NAME}) (?:keeps|will|might|may|could)\b[^.?!]{{5,}}")
_OF_CHARACTER = regex(
    rf"[“\"]?(?:Maybe |Perhaps |And |So )?(?P<who>{FULL_NAME}|{ONE_NAME}) (?:finally |now |then )?(?:gets|has to|finds|faces|"
    rf"goes|leaves|meets|becomes|"
    r"marries|loses|learns|discovers|returns|must|will)\b[^.?!]{5,}"
)


_AND_MORE = regex(r",? (?:and|but|while) (?:she|he|they|[A-Z]\w+) (?:has|also has) ")  # there the next thing is told


def _plots(place: Place) -> Iterator[Found]:
    if match(r"(?i)[“\"]?whether\b", place.text):
        return  # "Whether viewers will see a fifth series is another matter."
    done: list[tuple[int, int]] = []
    for found in _usual_plots(place):
        more = _AND_MORE.search(place.text, found.start + 5, found.end) if "has " in place.text else None
        done.append((found.start, more.start() if more else found.end))
        yield replace(found, end=done[-1][1])
    yield from more_plots(place, done)


_PLOTS = Rules((pattern,) for pattern in _PLOT)


def _usual_plots(place: Place) -> Iterator[Found]:
    text = place.text
    for (pattern,) in live(_PLOTS, text):
        found = pattern.search(text)
        if found is None or _NOT_PLOT.search(found[0], 8 if found[0][:7].lower() == "viewers" else 0):
            continue
        if place.context.is_recap and pattern in _PLOT[:1]:
            continue
        yield Found(
            "plot_expectation",
            found.start(),
            found.end(),
            {"gist": (found.groupdict().get("what") or found[0]).strip()},
            season=season_of(text),
        )
        return
    named = _FORETOLD.match(text) if place.context.is_interview else None
    known = NOT_NAMES if named is None else {*NOT_NAMES, *place.context.people}
    if named and not _NOT_PLOT.search(text) and fold(named["who"]) not in known:
        yield Found("plot_expectation", 0, len(text), {"gist": text})
        return
    done = _OF_CHARACTER.match(text) if place.speaker or place.sentence.quoted else None
    if done and fold(trimmed(done["who"])[0]) in place.context.characters and not _NOT_PLOT.search(text):
        yield Found("plot_expectation", 0, len(text), {"gist": text})


@only_for(_OPEN, _THEME)
def themes(place: Place) -> Iterator[Found]:
    """Find what the last season left open, and what the story is about."""
    text = place.text
    opened = _OPEN.search(text)
    if opened:
        yield Found("open_question", opened.start(), opened.end(), {"gist": opened[0].strip()}, past=True)
    theme = _THEME.search(text)
    if theme and not place.context.is_recap:
        yield Found("theme", theme.start(), theme.end(), {"gist": theme["what"].strip()}, past=True)
