"""Why things happened, what the plot may bring, what was said, what was left open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.claim import Attribution
from cliffhanger.claims.context import season_of
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.names import FULL_NAME, LOWER, NOT_NAMES, ONE_NAME, TITLE_NAME, fold, trimmed
from cliffhanger.claims.patterns import compiled, search

_REASON = re.compile(
    r"(?i)\b(?:(?:in part |partly |largely |mainly |mostly |apparently |simply )?(?:because(?: of)?|due to|owing to|"
    r"on account of|as a result of|thanks to|in light of|in view of|following)|citing|blam(?:ed|es|ing)|attribut(?:ed|"
    r"es|ing) (?:it|the \w+|this)? ?(?:to)?|for (?:budget|budgetary|financial|cost|scheduling|creative|personal|health|"
    r"family|logistical|safety|economic) reasons|(?:the )?(?:given |official |stated |main |only |"
    r"real )?reasons? (?:given |behind [^.;]{0,40} |for [^.;]{0,40} )?(?:was|is|were|are|being|"
    r"is said to be))\b(?P<what>[^.;?!]{0,140})"
)
_AFTER_CAUSE = re.compile(
    r"(?i)\bafter (?P<what>(?:[\w’'-]+ ){0,4}(?:tested positive|fire|strike|strikes|injury|accident|death|fell ill|illness|"
    r"row|dispute|clash|lawsuit|ratings|viewership|scandal|allegations|walkout|storm|flood|outbreak|"
    r"delays?)[^.;?!]{0,40})"
)
_REASONED = re.compile(
    r"(?i)\b(?:did not (?:reach|find|attract|perform|draw|deliver|meet)|failed to (?:reach|find|attract|draw)|"
    r"low (?:viewership|ratings|viewing)|poor (?:ratings|viewership)|high costs?|pandemic costs?|became a fight|"
    r"the (?:fire|strike|pandemic|storm) (?:ate|had|forced|pushed|delayed)|looking at the (?:demand|response|love)|"
    r"we always planned|pandemic had other plans|planned (?:for )?(?:two|three|four|five|six) seasons)\b[^.;?!]{0,60}"
)
_MADE = re.compile(
    r"(?i)\b(?P<what>[^.;?!,]{3,60}) (?:made|forced|led|prompted|caused|pushed) (?:the )?(?:producers|makers|network|"
    r"streamer|studio|channel|it|them|[A-Z]\w+) to\b"
)
_CAUSAL_OF = re.compile(
    r"(?i)\b(?:cancel|axe|scrap|drop|end|renew|delay|move|halt|stop|shut|trim|cut|reduc|extend|recast|short|cost|pric|leav|"
    r"left|exit|push|order|decision|fewer|postpone|not return|will not|won[’']t|moved|suspend|pulled|air\b|roll|expens|"
    r"late)"
)

_PLOT_MODAL = (
    r"(?:may|might|could|will|would|can|must|is expected to|is set to|is likely to|should|is going to|picks? up|"
    r"follows?|explores?|finds?|sees?|centres?|centers?|revolves?|begins?|opens?|takes? place|jumps?)"
)
_PLOT_VERBS = (
    r"(?:pick(?:s)? up|follow|explor|reveal|focus|deal|show|cent(?:re|er)|revolve|address|continue|resolve|answer|delve|"
    r"tackle|adapt|find|see|face|decide|discover|return to|unravel|go to|turn out|"
    r"run the|begin|open|take place|jump|introduc|confront|learn|fight|marry|die|hunt|investigat|depict|"
    r"bring (?:back )?(?:the )?(?:story|characters?)|be seen|lead|move|happen|survive|end up|avenge|keep|imprison)"
)
_PLOT_SUBJECT = (
    r"(?:(?:the )?(?:second|third|fourth|fifth|sixth|new|next|upcoming|final|coming) (?:season|series|run|"
    r"chapter|instal?lment|episodes?)|season (?:\w+)|series (?:two|three|four)|the (?:story|plot|storyline|narrative|show|"
    r"series|follow-up|sequel)|more episodes)"
)
_PLOT = (
    re.compile(rf"(?i)\b{_PLOT_SUBJECT}\b[^.;?!]{{0,40}}?\b{_PLOT_MODAL}\b[^.;?!]{{0,30}}?\b{_PLOT_VERBS}\w*\b[^.;?!]{{3,}}"),
    re.compile(
        r"(?i)^it (?:will|may|might|could)(?: probably| also| likely| well)? (?:adapt|follow|pick up|explore|reveal|"
        r"continue|focus|feature|tell)\b[^.;?!]{3,}"
    ),
    re.compile(
        r"(?i)\bI (?:think|bet|suspect|reckon|guess|believe|"
        r"predict) (?:that )?(?P<what>[^.;?!]{8,})\bturns? out\b[^.;?!]*|\bmy theory (?:is|:)[^.;?!]{8,}"
    ),
    re.compile(
        r"(?i)\b(?:in|for|during) (?:the )?(?:second|third|fourth|fifth|new|next|upcoming|coming|final) (?:season|"
        r"series|chapter|run),? (?P<what>[^.;?!]{3,40}\b(?:must|will|has to|have to|faces?|finds?|may|might|could|"
        r"returns? to|is forced)\b[^.;?!]{5,})"
    ),
    re.compile(
        r"(?i)\b(?:ending|finale|cliffhanger|last scene|final shot|twist)\b[^.;?!]{0,40}?\b(?:suggests?|hints?|"
        r"points?|implies|sets? up|teases?|leaves?|means?)\b[^.;?!]{5,}"
    ),
    re.compile(
        r"(?i)\bif (?:season|a |the )\w* ?(?:\w+ ){0,4}(?:comes?|come up|happens?|"
        r"season)[^.;?!,]{0,20}, (?P<what>[^.;?!]{5,})"
    ),
    re.compile(r"(?i)\bI(?:[’']d| would) (?:love|like|want) (?:for |to see )(?P<what>[^.;?!]{5,})"),
    re.compile(r"(?i)\b(?:is|will be|story|episodes|season|follow-up|instal?lment) about (?P<what>an? [^.;?!]{5,60})"),
)
_NOT_PLOT = re.compile(
    r"(?i)\b(?:premiere|release|air|launch|drop|arrive|stream|film\w*|shoot\w*|shot|commissioned|production|budget|"
    r"episodes? long|viewers|be (?:renewed|cancelled|released|announced|back|out)|return(?:s)?\b(?! to)|trailer|cast|"
    r"date|consist|have \d|network|wait)\b"
)

_SPEECH = (
    r"(?:said|says|told|tells|wrote|writes|tweeted|posted|added|adds|explained|explains|insisted|insists|joked|jokes|"
    r"noted|notes|teased|teases|admitted|admits|recalled|continued|confirmed|revealed|commented|stated|states|quipped|"
    r"claimed|claims|announced|remarked|called|calls|explaining|laughed)"
)
_JOB = r"(?:[\w’'-]+ ){0,6}"
_SPEAKER_AFTER = re.compile(
    rf"[”\"],? (?:(?:{_SPEECH}) (?:{_JOB})?(?P<a>{FULL_NAME}|{ONE_NAME}|[Tt]he \w+|an? [\w ]+?)|"
    rf"(?:[a-z][\w’'-]+ ){{0,4}}(?P<b>{FULL_NAME}|{TITLE_NAME}|{ONE_NAME}|(?:[Tt]he|"
    rf"[Aa]n?) [\w+’' -]{{3,40}}?) {_SPEECH})\b"
)
_SPEAKS = rf"(?:,? [^“\"”.;]{{0,90}}?)?,? (?:has |had |have |also )?(?:{_SPEECH})\b[^“\"”]{{0,60}}[“\"]"
_SPEAKER_BEFORE = re.compile(
    rf"(?P<who>{FULL_NAME}|{TITLE_NAME}|(?:[Tt]he|[Aa]n?|[Hh]er|[Hh]is) [\w+’' -]{{3,30}}?|[Ss]he|"
    rf"[Hh]e){_SPEAKS}"
)
_FULL_BEFORE = re.compile(rf"(?P<who>{FULL_NAME}){_SPEAKS}")
_COLON = re.compile(
    rf"(?:^|[.] |[{LOWER}] )(?:(?P<who>{FULL_NAME}|{ONE_NAME}|{TITLE_NAME})(?: to us)?|"
    rf"(?P<full>{FULL_NAME})(?: \([^)]*\))?[^“”\":;]{{1,60}}): ?[“\"]"
)
_PRONOUN = re.compile(
    rf"[”\"],? (?:[Ss]he|[Hh]e|[Tt]hey) {_SPEECH}\b|(?:^|[.;] )(?:She|He|They) (?:has |had |"
    rf"also )?{_SPEECH}\b[^“\"”]{{0,60}}[“\"]"
)
_DECLINED = re.compile(
    r"(?i)(?P<who>[\w’'+ ]{2,40}?) (?:(?:has |have )?declined to comment|would not (?:comment|discuss|be drawn)[^.;?!]{0,40}|"
    r"refused to comment|did not (?:respond|reply|return)[^.;?!]{0,50}|had no comment)"
)
_OPEN = re.compile(
    r"(?i)\b(?:left|leaves|leaving) (?:fans |viewers |us |the audience |everyone )?(?:with (?:a |the |many |several |"
    r"big )?(?:questions?|cliffhanger)|wondering|hanging)\b[^.?!;]{0,80}|\b(?:many|several|some) (?:parts|questions|"
    r"threads|mysteries) (?:were|are|remain|was) (?:left )?(?:unanswered|unresolved|open)\b|\bunanswered questions?\b|"
    r"\bcliffhanger\b[^.?!;]{0,40}"
)
_THEME = re.compile(
    r"(?i)\b(?:deals? with|explores?|tackles?|themes? of|is about|woven (?:in|around)|set against|backdrop of|background of|"
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
    "looking at|planned"
).split("|")


def _reasons(place: Place) -> Iterator[Found]:
    text = place.text
    lower = text.lower()
    if not any(word in lower for word in _CAUSE_WORDS):
        return
    done: list[tuple[int, int]] = []
    for pattern in (_REASON, _AFTER_CAUSE, _MADE, _REASONED):
        for found in pattern.finditer(text):
            start, end = found.span()
            if pattern is _MADE:
                start, end = found.span("what")
            if any(start < b and a < end for a, b in done):
                continue
            what = (found.groupdict().get("what") or found[0]).strip(' ,“”"')
            word = found[0].lower()
            if (
                pattern is _REASON
                and (word.startswith(("following", "thanks to")) or ("because" in word and place.context.is_interview))
                and not _CAUSAL_OF.search(text[:start])
            ):
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
        ("cancelled", r"cancel|axe|scrap|drop(?:ped)? the|plug|not moving forward"),
        ("recast", r"recast"),
        ("halted", r"halt|stopp?|suspend|shut down"),
        ("delay", r"delay|moved|push|postpon|no longer air|until|roll|late"),
        ("shorter_run", r"trimmed|cut|fewer|shorter|seven"),
        ("renewed", r"renew|give the show|order"),
        ("extension", r"extend"),
        ("ending", r"ending|final|end on|seasons"),
        ("cost", r"cost|pric|expens"),
    ):
        if search(rf"(?i)\b(?:{pattern})", text):
            return word
    return "unknown"


_FORETOLD = re.compile(rf"[“\"]?(?P<who>{ONE_NAME}) (?:keeps|will|might|may|could)\b[^.?!]{{5,}}")


def _plots(place: Place) -> Iterator[Found]:
    text = place.text
    for pattern in _PLOT:
        found = pattern.search(text)
        if found is None or _NOT_PLOT.search(found[0]):
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
    if named and not _NOT_PLOT.search(text) and fold(named["who"]) not in place.context.people:
        yield Found("plot_expectation", 0, len(text), {"gist": text})


def statements(place: Place, typed: list[Found]) -> Iterator[Found]:
    """Find words of a named speaker that carry nothing typed, and refusals to comment."""
    text = place.text
    declined = _DECLINED.search(text) if search(r"(?i)comment|discuss|be drawn|respond|reply|return", text) else None
    if declined and not any(found.kind in {"statement", "renewal_status"} for found in typed):
        who = trimmed(declined["who"].strip())[0]
        yield Found(
            "statement",
            declined.start(),
            declined.end(),
            {"gist": declined[0].strip(), "by": who},
            standing="official",
            by=Attribution("network_or_studio", who),
        )
        return
    speaker = _speaker(place)
    if speaker is None:
        return
    for start, end in place.sentence.quoted:
        words = text[start:end].strip(" ,.")
        felt = search(r"(?i)\b(?:said|says|called|described)\b[^“\"”]{0,40}$", text[:start]) is not None
        if len(words.split()) < (1 if felt else 3) or any(
            found.start < end and start < found.end and found.kind != "crew_role" for found in typed
        ):
            continue
        yield Found(
            "statement",
            start,
            end,
            {"gist": words, "by": speaker},
            by=_word_of(place, speaker),
            standing="official",
            season=season_of(text),
        )
        return


def _speaker(place: Place) -> str | None:
    text = place.text
    if not place.sentence.quoted:
        return None
    for pattern in (_SPEAKER_AFTER, _FULL_BEFORE, _SPEAKER_BEFORE, _COLON):
        found = pattern.search(text)
        if found:
            name = next((value for value in found.groupdict().values() if value), None)
            said = trimmed(name)[0].strip() if name else ""
            if said and _may_speak(said):
                return said
    return _named_before(place) if _PRONOUN.search(text) else None


def _named_before(place: Place) -> str | None:
    """Return whoever the block named last before a sentence in which "she said" stands."""
    block = place.context.article.text[place.sentence.block.start : place.sentence.start]
    people = [
        found[0]
        for found in compiled(FULL_NAME).finditer(block)
        if fold(trimmed(found[0])[0].split()[-1]) in place.context.people
    ]
    return trimmed(people[-1])[0] if people else None


def _may_speak(name: str) -> bool:
    """A speaker is a person, a network or someone with a job; a word that begins a sentence is none."""
    one = name.strip("“”\"' ")
    if one.lower() in NOT_NAMES or one.lower() in {"true", "also", "statement"}:
        return False
    return " " in one or one[:1].isupper()


def _word_of(place: Place, name: str) -> Attribution:
    """Talent speaks for itself; a network, its heads and its spokespeople speak for the network."""
    text, context = place.text, place.context
    if context.is_network(name) or search(
        (
            r"(?i)\b(?:head of|chief|boss|president|executive at|commissioner|controller|spokes\w+|representative|network|"
            r"streamer|broadcaster|content head|publicist)\b"
        ),
        name + " " + text[max(0, text.find(name) - 60) : text.find(name) + len(name) + 60],
    ):
        return Attribution("network_or_studio", name)
    return Attribution("talent", context.full_name(name))


def themes(place: Place) -> Iterator[Found]:
    """Find what the last season left open, and what the story is about."""
    text = place.text
    opened = _OPEN.search(text)
    if opened:
        yield Found("open_question", opened.start(), opened.end(), {"gist": opened[0].strip()}, past=True)
    theme = _THEME.search(text)
    if theme and not place.context.is_recap:
        yield Found("theme", theme.start(), theme.end(), {"gist": theme["what"].strip()}, past=True)
