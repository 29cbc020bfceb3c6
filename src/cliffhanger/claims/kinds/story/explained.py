"""Reasons of what a sentence has told already: whoever is out, what is halted, moved or axed, "because", "after", "over"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.story.no_reason import explains_nothing
from cliffhanger.claims.patterns import Rules, live, only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

# What is told of a person, a season or a shoot, and what its reason is the reason of.
_OF_PEOPLE = {"leaving": "leaving", "unavailable": "unavailable", "recast": "recast", "left": "leaving", "departing": "leaving"}
_OF_MAKING = {"halted": "halted", "delayed": "delay", "paused": "halted", "suspended": "halted"}
_OF_FATE = {"renewed", "cancelled", "ending", "paused", "reversed"}

_REST = r"(?:[^.;?!,“”]|,(?=\d\d\d)){3,110}"
_BECAUSE = regex(
    rf"(?i)\b(?P<what>(?:(?:all|partly|largely|mainly|mostly|apparently|simply|just|only) )?(?:because(?: of)?|owing to|"
    rf"due to(?! (?:be|start|begin|air|end|finish|return|open|"
    rf"premiere|launch|arrive|film|wrap|run|land|last)\b)|on account of|thanks to|as a result of|for the sake of) [“‘\"]?{_REST})"
)
_WITH = regex(
    r"(?i)\bwith (?P<what>[^.;?!,]{3,60}?) (?:(?:being |partly |largely |mostly |said |reportedly )*(?:to blame|blamed|the "
    r"(?:main |official |given |likely |usual |stated )?(?:reason|culprit|cause|excuse|explanation)(?: given)?|"
    r"cited(?: as [^.;?!,]"
    r"{3,30})?|given as the reason))\b"
)
_A_CAUSE = (
    r"(?:rows?|disputes?|disagreements?|clash(?:es)?|conflicts?|differences|problems?|issues?|concerns?|worries|injur(?:y|ies)|"
    r"ill(?:ness|-health)|health|pay|money|fees?|salary|contracts?|costs?|budgets?|scripts?|schedul(?:e|es|ing)|dates?|diary|"
    r"diaries|commitments?|safety|allegations?|claims|complaints?|remarks|comments|posts?|tweets?|visas?|credit|billing|delays?|"
    r"hours|conditions|terms|rights|ratings|plans|direction)"
)
_OVER = regex(
    rf"(?i)\b(?P<what>over (?:(?:an?|the|her|his|its|their|what|some|alleged|unspecified|reported) )?(?:[\w’'-]+ ){{0,4}}?"
    rf"{_A_CAUSE}\b[^.;?!,“”]{{0,50}})"
)
# What befalls people, sets and audiences; "after the finale aired" explains nothing.
_BEFELL = (
    r"(?:halved|tumbled|slumped|plunged|plummeted|sank|shrank|dwindled|collapsed|cratered|slid|dropped|dipped|declined|fell|"
    r"flopped|bombed|sagged|underperformed|underwhelmed|struggled|stalled|faltered|dried up|failed|missed|lost|broke|burst|"
    r"burned|"
    r"burnt|caught|flooded|beached|crashed|quit|left|walked|pulled|dropped out|withdrew|resigned|objected|complained|protested|"
    r"asked|demanded|sued|threatened|refused|declined|died|drowned|tore|hurt|injured|took ill|clashed|overran|ran (?:out|over)|"
    r"went (?:bust|under|wrong|missing|on strike|down|over)|came down|blew|struck|hit|swept|took (?:our|the|its|out|away)|"
    r"tested|contracted|suffered|"
    r"(?:was|were|had been|has been|been) (?:\w+ly )?(?!shown|aired|broadcast|released|ordered|screened|renewed|over\b|announced)"
    r"\w+(?:ed|en|t|g)|gave birth|moved|signed|landed|accepted|took (?:a|another|on)|got (?:a|another)|won|fell out|turned down)"
)
_AFTER = regex(
    rf"(?i)\b(?P<what>after (?!(?:it|which|they|we) (?:was|were) )(?:[\w’'%,£$€.-]+ ){{1,7}}?{_BEFELL}\b[^.;?!,“”]{{0,60}})"
)
_SINCE = regex(
    r"\b(?P<what>(?:since|as|now that|seeing as|seeing that) (?:s?he|they|his|her|their|the (?:actor|actress|star|character|"
    r"network|studio|set|sets|director|writers?|scripts?|part|role)|its|(?-i:[A-Z][\w’'-]+))(?: [\w’'-]+){0,5}? ?(?:(?:is|are|"
    r"was|were|has|have|had|[’'](?:s|ve|re|d)) (?:[\w’'-]+ ){0,2}?\w+|\w+ed|wants?|needs?|died|left|went|cannot|can[’']t) ?"
    r"[^.;?!,“”]{0,80})"
)
_SAYING = regex(
    r"(?i)(?:,|\band) (?P<what>(?:saying|explaining|arguing|claiming|reasoning|complaining) (?:that )?(?:it|the|its|they|"
    r"there|he|she|"
    r"not enough|too (?:few|many)|viewers|audiences|costs?|this|his|her|their)\b[^.;?!“”]{5,100})"
)
_RULES = Rules(
    (
        ("any", _BECAUSE),
        ("any", _WITH),
        ("deed", _OVER),
        ("deed", _AFTER),
        ("person", _SINCE),
        ("end", _SAYING),
    )
)
_OF_TIME = regex(
    r"(?i)\b(?:after|since) (?:(?:just|only|more than|almost|nearly|a|an|the|its|his|her|their|\w+) ){0,3}(?:seasons?|series|"
    r"episodes?|years?|months?|weeks?|days?|runs?|finale|premiere|half)\b(?! (?:of (?:bad|poor|falling|low)|was|were|broke|fell))"
)
_SO_LONG = regex(r"(?i)\b(?:days?|weeks?|months?|years?|hours?|long|soon|shortly|just|immediately) $")
_NO_REASON = regex(r"(?i)\b(?:not|isn[’']t|wasn[’']t|hardly|partly not|nothing) $")


@only_for(_BECAUSE, _WITH, _OVER, _AFTER, _SINCE, _SAYING)
def explained(place: Place, told: Sequence[Found]) -> Iterator[Found]:
    """Find the reasons of what was ``told`` in a sentence, where no rule has found one."""
    if place.context.is_recap:
        return
    done = [(one.start, one.end) for one in told if one.kind == "reason"]
    text = place.text
    for needs, pattern in live(_RULES, text):
        for found in pattern.finditer(text):
            start, end = found.span("what")
            if any(start < b and a < end for a, b in done) or explains_nothing(place, start, end):
                continue
            of = _explains(place, told, needs, start, end)
            opens = start < 3 and search(r", ", text[end : end + 3]) is not None
            if pattern is _AFTER and _SO_LONG.search(text[:start]):
                continue
            if of is None or (start < 3 and not opens) or _NO_REASON.search(text[:start]) or _OF_TIME.match(text, start):
                continue
            done.append((start, end))
            gist = text[start:end].strip(' ,“”"')
            yield Found("reason", found.start(), end, {"of": of, "gist": gist}, season=season_of(text))


# A date has a reason where it is a later one.
_MOVED = regex(
    r"(?i)\b(?:mov(?:e[sd]?|ing)|push(?:e[sd]|ing)?|slipp?(?:s|ed|ing)?|delay(?:s|ed)?|postpon\w+|put back|bump(?:s|ed)|"
    r"later than|"
    r"held (?:back|over)|shift(?:s|ed)|brought forward|no longer|instead of|rather than|won[’']t|not (?:before|until))\b"
)


# That somebody is out, in words that no claim is read of: "he went", "can’t do it", "is not a part of it".
_SOMEBODY_OUT = regex(
    r"(?i)\b(?:who )?(?:withdrew|withdrawn|(?:is|was|are|will be) (?:off\b|not (?:a )?part of)|isn[’']t (?:a )?part of|"
    r"can(?:no|[’'])t (?:do it|"
    r"take part|make it|be there|appear|commit)|could(?:n[’']t| not) (?:do it|take part|make it|commit)|(?<=\bhe )went|"
    r"(?<=\bshe )went|"
    r"pulled out|dropped out|asked to (?:be released|leave|go)|asked for (?:his|her) release|no (?-i:[A-Z]\w+) in (?:season|"
    r"series))\b"
    r"[^.;?!]{0,70}$"
)


def _explains(place: Place, told: Sequence[Found], needs: str, start: int, end: int) -> str | None:
    """Return of what words can be the reason: of the claim that begins last before them, or first behind them."""
    if needs == "any" and _MOVED.search(place.text) and any(one.kind == "release_date" and one.end <= start for one in told):
        return "delay"
    deeds = [(one, of) for one in told if (of := _deed(one, needs)) and not (start <= one.start and one.end <= end)]
    before = [of for one, of in deeds if one.start < start]
    if not before and needs in {"any", "deed", "person"} and _SOMEBODY_OUT.search(place.text[:start]):
        return "leaving"
    return before[-1] if before else next((of for one, of in deeds if start < 3 and one.start >= end - 3), None)


def _deed(one: Found, needs: str) -> str | None:
    status = str(one.value.get("status") or one.value.get("st") or "")
    if one.kind in {"cast_role", "crew_role"}:
        return _OF_PEOPLE.get(status) or ("not_returning" if one.polarity == "-" and status == "returning" else None)
    if one.kind == "production_status":
        return _OF_MAKING.get(status) if needs != "person" else None
    if one.kind == "renewal_status" and status in _OF_FATE:
        return status if needs in {"any", "deed"} or (needs == "end" and status in {"cancelled", "ending"}) else None
    return "location" if one.kind == "location" and needs in {"any", "deed"} else None
