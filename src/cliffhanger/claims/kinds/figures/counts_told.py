"""Episode counts that other words carry: per season, for both, "four of the seven", "same as last time"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.viewed import overlaps
from cliffhanger.claims.numbers import ORDINAL, SMALL_NUMBER, number, ordinal
from cliffhanger.claims.patterns import only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_EP = r"(?:episodes?|parts?|parters?|chapters?|instal?lments?|half-hours?|hours)"
_RUN = r"(?:seasons?|series|runs?|instal?lments?|cycles?|years?|ones?|outings?|batch(?:es)?|chapters?|cours?|volumes?)"
_THE_NTH = (
    rf"(?:(?:the )?(?:first|last|previous|next|opening|other) (?:two|three|four|five)(?: (?:{_RUN}))?|(?:the |its |a "
    rf")?(?:{ORDINAL}|last|"
    rf"previous|original|new|next|final|current|upcoming|latest)(?: and (?:final|last|{ORDINAL}))?(?: {_RUN})?|"
    rf"(?:seasons?|series) "
    rf"(?:{SMALL_NUMBER})(?:(?:,? (?:and|to|through) |-|–|, )(?:{SMALL_NUMBER}))*|each(?: of (?:them|the (?:\w+ "
    rf")?{_RUN}|its \w+))?"
    rf"(?: {_RUN})?|both(?: (?:of them|{_RUN}))?|all (?:three|four|five|of them)(?: {_RUN})?|every (?:season|series|"
    rf"run)|this one|"
    r"that one|the finale season|the (?:season|series|run|order|sequel|prequel|spin-?off|follow-up|remake|show|drama))"
)
_HAS = (
    r"(?:have|has|had|having|gets?|got|getting|(?:will|would|should|could|may|is to|are to|is expected to|was to|were to) "
    r"(?:again |also |only |now |reportedly |probably |likely |still )?(?:have|be|get|run(?: to| for)?|consist of|"
    r"comprise|span|contain|"
    r"last|total|number)|is|are|was|were|runs? to|ran (?:to|for)|comprised?|comprises|consists? of|consisted of|(?:is|was|are|"
    r"will be) made up of|"
    r"contain(?:s|ed)?|spans?|"
    r"spanned|stopped at|number(?:s|ed)|totals?|totalled|totaled|brought|offered|offers|stretch(?:es|ed) to|spread "
    r"over|made do with|"
    r"makes? do with|came in at|comes? in at)"
)
_ONLY = (
    r"(?:(?:only|just|again|also|all|each|both|now|reportedly|apparently|again|still|about|around|either|a total of|"
    r"a full|a mere|"
    r"the usual|another|exactly) ){0,2}"
)
# "The first two seasons have 10 episodes each, but the third will reportedly have 8", "Both will be six parts".
_HAS_N = regex(
    rf"(?i)\b(?P<who>{_THE_NTH}),?(?: (?:which|that|also|only|reportedly|likewise|each|both|still|now|then|though|however|will|"
    rf"apparently),?){{0,2}} {_HAS} {_ONLY}"
    rf"(?P<n>{SMALL_NUMBER})(?: (?:new |more |hour-long |half-hour |[a-z]+-minute |\d+-minute )?(?P<ep>{_EP}))?"
    r"(?![\d%’'-]|,\d|\.\d| ?(?:per ?cent|percent|million|thousand|years?|weeks?|months?|days?|minutes?|hours|"
    r"people|countries|stars|"
    r"nominations?|awards?|wins|seasons?|series|out of|times|new (?:cast|char)|actors?|characters?|viewers|of "
    r"(?:the|its) (?:cast|"
    r"original|show)|pm\b|am\b|o[’']clock|points?|main|leads?|or|to))"
)
_EACH = regex(
    rf"(?i)\b(?P<n>{SMALL_NUMBER}) (?P<ep>{_EP}) (?:each|apiece|a (?:season|series|run|year)|per (?:season|series|run))\b"
)
_SHARE = regex(
    rf"(?i)\b(?P<some>{SMALL_NUMBER}|half|all|most|none|some|any|each|one|a couple|the (?:first|last|opening|final|"
    rf"other|remaining) "
    rf"(?:\w+)|the {ORDINAL}|{ORDINAL}|episode \w+)(?: episodes?)?(?: are| were)?(?: (?:out )?of) (?:the |its |our |these |"
    rf"those "
    rf"|a |an order of |a planned |the planned )(?P<n>{SMALL_NUMBER})(?: (?:planned |new |ordered |scheduled "
    rf")?(?P<ep>{_EP}|scripts))?"
    r"(?=[.,;:!?)”]|$| (?:and|but|are|were|have|had|will|in|so|by|left|before|this|that|now|already|to|for|is|has|"
    r"since|with|at|on|"
    r"episodes|were|ordered|planned|he|she|it|they|we|I)\b)"
)
_MADE = (
    r"(?i)\b(?:shot|shoot\w*|film\w*|episod\w+|parts?|scripts?|direct\w*|wr(?:ote|itten|iting)|edit\w*|aired|shown|"
    r"broadcast|seen|watched|can|"
    r"left|screened|season|series|run|penned|helm\w*|cut|locked|finished|delivered)\b"
)
_FROM_THE = regex(
    rf"(?i)\b(?:from|than|not|of|beyond|on|over|against|instead of|rather than|compared (?:with|to)|after|unlike|"
    rf"below|above) the "
    rf"(?:usual |standard |customary |original |planned |previous )?(?P<n>{SMALL_NUMBER})(?: (?P<ep>{_EP}))? (?:it|"
    rf"they|we|you|I|viewers|fans|audiences|people|that|which|the "
    r"(?:show|series|first|second|third|last|previous)|season|series|of (?:the|its|season|series|last)|in (?:the|"
    r"its|season|series|last)|"
    r"originally|first|last|ordered|planned|made|aired|for (?:the|season|series|last)|previously|given)\b[^.;?!,]{0,40}"
)
_AGAINST = regex(
    rf"(?i)\b(?:against|compared (?:with|to)|versus|up from|down from|from|after) (?:the )?(?P<n>{SMALL_NUMBER})(?: "
    rf"(?P<ep>{_EP}))? "
    rf"(?:last (?:time|year|season|series)|(?:the )?(?:first|previous) time(?: round| around)?|before|previously|"
    rf"(?:for|in) (?:the |its )?(?:first|second|third|last|previous|debut|opening) (?:season|series|run|one|outing))\b"
)
_N_MORE = regex(
    rf"(?i)\b(?:mak(?:e|es|ing)|made|order(?:s|ed|ing)?|commission(?:s|ed|ing)?|produc(?:e|es|ed|ing)|shoot(?:s|ing)?|shot|"
    rf"film(?:s|ed|ing)?) (?P<n>{SMALL_NUMBER}) more(?: (?P<ep>{_EP}))?(?=[.,;:!?]|$| (?:and|but|for|in|next|this|to|of them|"
    rf"of it)\b)"
)
_MANY = regex(
    rf"(?i)\b(?:produc(?:e|es|ing|ed)|direct(?:s|ing|ed|ed all)?|writ(?:es|ing|ten)|wrote|order(?:s|ed|ing)?|"
    rf"commission(?:s|ed|ing)?|mak(?:es|ing)|"
    rf"film(?:s|ed|ing)?|shoot(?:s|ing)?|shot|deliver(?:s|ed|ing)?|buys?|bought|of|all|helm(?:s|ed|ing)?) (?:all "
    rf")?(?:(?:of )?the |its )"
    rf"(?P<n>{SMALL_NUMBER}) (?:new )?(?P<ep>hours|episodes|parts|half-hours|chapters|instal?lments)\b"
)
_SAME = regex(
    r"(?i)\b(?:the )?(?:same|as many|as before|identical|no (?:more|fewer)) (?:as|than) (?P<what>last (?:time|year|"
    r"season|series)|before|"
    r"(?:the |its )?(?:first|second|third|fourth|fifth|previous|last|original|opening)(?: two| three| season| "
    r"series| run| one)*|(?:season|"
    r"series) \w+|always|ever)\b|\b(?:just )?like (?P<like>(?:the )?(?:first|second|third|fourth|previous|last|"
    r"other)(?: two| three)?(?: seasons?|"
    r" series| runs?| ones?)?|(?:season|series) \w+|last (?:time|year))\b"
)
_END = r"(?=[.,;:!?)”]|$| (?:and|but|this|that|in|for|because|so|when|now|again|at|from|instead|—|–)\b)"
# "It's six", after it was to be eight episodes; "we were asked for eight".
_TO_N = regex(
    rf"(?i)\b(?:doubled|doubles|raised|increased|upped|bumped|boosted|grown|grew|lifted|lowered|extended|expanded|"
    rf"swelled|halved|topped up|rounded up) "
    rf"(?:the |its |this |that )?(?:[\w’-]+ ){{0,2}}?(?:order|season|series|run|episode count|count|"
    rf"commission)\b[^.;?!\d]{{0,40}}? to (?P<n>{SMALL_NUMBER}){_END}|"
    rf"\bepisodes\b[^.;?!\d]{{0,40}}?(?:: | [—–] )(?:just |only |now )?(?P<m>{SMALL_NUMBER})(?=[.,;]|$| (?:instead|"
    rf"rather|not|this|compared|against|in all)\b)"
)
_IT_IS = regex(
    rf"^(?:[“\"‘']|[A-Z][A-Z&. ]{{0,20}}: )?(?:(?:No|Now|Yes|Well|Actually|Sadly)[,.]? )?(?:It|There|That|We|They|it|"
    rf"there|we|they)(?:[’'](?:s|re|ll "
    rf"be|ll have)| is| are| was| were| will be| will have| has| did| made| have| got)(?: (?:only|just|now|back to|still|going "
    rf"to be|doing|"
    rf"making|down to|up to|got)){{0,2}} "
    rf"(?P<n>{SMALL_NUMBER}){_END}"
)
_THE_REST = regex(
    rf"(?i)\bthe (?:remaining|other|unaired|outstanding|leftover|final|last) (?P<n>{SMALL_NUMBER}) (?:(?:will|are to|are due "
    rf"to|would|"
    rf"can|finally) (?:\w+ )?|(?=(?:run|air|go|follow|arrive|drop|stream|launch|land)\b))(?:now |then |finally )?(?:be "
    rf"(?:shown|aired|burnt|"
    rf"burned|released|broadcast|seen)|run|air|go out|follow|arrive|drop|stream|launch|land)\b"
)
_THE_NUMBER = regex(
    rf"(?i)^(?:the|that) (?:right |correct |real |actual |final )?(?:number|figure|count|total|tally) (?:is|was|will be|should "
    rf"be) "
    rf"(?:now |actually |only )?(?P<n>{SMALL_NUMBER})(?=[.,;]|$)"
)
_ASKED_FOR = regex(
    rf"\b(?:asked(?: us| me| them)? for|asked to (?:make|write|do)|offered(?: us| me| them)?|wanted|pitched|mapped "
    rf"out|planned(?: for)?|were given|was given|"
    rf"we got|they gave us|budgeted for|contracted for|signed off on) (?:only |just |about |another |all "
    rf")?(?P<n>{SMALL_NUMBER}){_END}"
)
_SHORTER = regex(
    r"(?i)\b(?:season|series|run|order|it)\b[^.;?!]{0,30}?\b(?:be|been|being|was|were|is) (?:\w+ly "
    r")?(?:(?P<less>shortened|cut short|truncated|trimmed|"
    r"curtailed|reduced in length)|(?P<more>lengthened|extended by [a-z]+ episodes?))\b(?! (?:to|from|by) )|"
    r"\b(?:cut|cutting|drop|dropping|los(?:e|ing|t)) "
    r"(?:any|some|several|a few|no) episodes\b|\b(?:a |the )?(?:shorter|shortened|reduced|truncated) (?:episode "
    r")?(?:season|run|order|series|count)\b"
)
_HERE = regex(
    rf"(?i)(?<![\d.,£$€-])\b(?P<n>{SMALL_NUMBER})(?:[ -](?:new|more|hour-long|half-hour|[a-z]+-minute))?[ "
    rf"-](?:episodes?|parts?|parter|chapters?|"
    r"half-hours?|instal?lments?)\b"
)
# "It is two episodes longer than the first", "has fewer episodes than the last"; a person or a trip is longer by no episode.
_BY_SOME = regex(
    rf"(?i)\b(?:season|series|run|order|it|which|one)\b[^.;?!]{{0,25}}? (?:{SMALL_NUMBER}|an?|some|several|a few|"
    rf"a couple of) (?:episodes?|parts?|chapters?|"
    rf"instal?lments?) (?:(?P<more>longer|more)|shorter|fewer|less|down)\b|\b(?:season|series|run|order|it|which|"
    rf"one)\b(?: [\w’-]+){{0,2}}? (?:has|have|had|get|gets|contains?|with|"
    rf"boasts?|features?|runs? to) (?:slightly |far |considerably |even |several |two |three |a few )?(?:(?P<up>more)|"
    rf"fewer) episodes(?= than| this| next|[.,;]|$)"
)
_EPISODIC = r"episod|instal|chapter|\bparts?\b|half-hour|\bhours\b|\bscripts?\b|\beps?\b"
_HAVING = (
    r"\bha(?:ve|s|d)\b|\bwill\b|\bget|\bgot\b|\bis\b|\bare\b|\bw(?:as|ere)\b|\bran\b|runs?\b|compri|consist|contain|"
    r"span|stop|number|"
    r"total|made do|in at|would|should"
)
_NO_COUNT = (
    r"(?i)\b(?:rating|score|out of ten|stars|nominations?|awards?|year-old|aged|minutes|million|per cent|percent|"
    r"trophies|prizes)\b"
)


_BOTH = (
    rf"(?i)\b(?:(?:the )?(?P<where>first|opening|previous|last|preceding|next|other|earlier) (?P<k>two|three|four|"
    rf"five)\b(?! (?:episodes|"
    rf"parts|weeks|years|chapters|hours))|(?P<both>both)\b|(?:seasons|series) (?P<a>{SMALL_NUMBER}) (?:and|to|through|&|-|–) "
    rf"(?P<b>{SMALL_NUMBER})\b)"
)
_ONE_SEASON = rf"(?i)\b(?:(?:seasons?|series) (?P<n>{SMALL_NUMBER})|(?:a|the|its|and) (?P<o>{ORDINAL}))\b"


def per_season(place: Place, size: Found) -> Iterator[Found]:
    """A count of several seasons is a claim on each of them: "the first two had ten episodes each"."""
    first, _ = place.sentence.clause(size.start, size.end)
    said = search(_BOTH, place.text[max(first, size.start - 45) : size.end])
    seasons = _seasons(place, said, size) if said else []
    if len(seasons) < 2:
        yield size
        return
    for season in seasons:
        yield replace(size, season=season)


def _seasons(place: Place, said: re.Match[str], size: Found) -> list[int]:
    if said["a"]:
        first, last = number(said["a"]) or 0, number(said["b"]) or 0
        return list(range(int(first), int(last) + 1)) if first < last <= first + 5 else []
    if said["both"]:
        text = " ".join((*(one.text for one in place.before[-1:]), place.text[: size.start]))
        named = [number(one["n"]) if one["n"] else ordinal(one["o"]) for one in regex(_ONE_SEASON).finditer(text)]
        return [int(n) for n in named if n][-2:]
    k, where = int(number(said["k"]) or 0), said["where"].lower()
    if where in {"first", "opening"}:
        return list(range(1, k + 1))
    now = season_of(place.text) or place.context.focus or 0
    return list(range(now + 1, now + 1 + k)) if where == "next" and now else list(range(now - k, now)) if now > k else []


@only_for(
    _EACH,
    _HAS_N,
    _SHARE,
    _FROM_THE,
    _MANY,
    _AGAINST,
    _N_MORE,
    _TO_N,
    _ASKED_FOR,
    _IT_IS,
    _THE_REST,
    _THE_NUMBER,
    _BY_SOME,
    _SHORTER,
    _SAME,
)
def counts_told(place: Place, taken: list[tuple[int, int]]) -> Iterator[Found]:
    """Find counts that the other rules leave; those at ``taken`` have been read."""
    text, lower = place.text, place.lower
    here = search(_EPISODIC, lower) is not None
    back = any(search(_EPISODIC, one.lower) for one in place.before[-2:])
    for found in (*_of_runs(place, here=here, back=back), *_of_the(place, here=here, back=back)):
        name = "m" if found.re is _TO_N.made and found["m"] else "n"
        n = number(found[name])
        if n is None or not 2 < n < 400 or overlaps(found.span(name), taken):
            continue
        taken.append(found.span(name))
        past = found.re in {_FROM_THE.made, _AGAINST.made}
        first, last = place.sentence.clause(*found.span())
        yield Found(
            "episode_count",
            found.start(),
            found.end(),
            {"n": int(n)},
            season=season_of(found[0]) or season_of(text[first:last]),
            past=past,
        )
    for found in _BY_SOME.finditer(text) if not taken else ():
        taken.append(found.span())
        value = {"change": "more" if found["more"] or found["up"] else "fewer"}
        yield Found("episode_count", *found.span(), value, season=season_of(text))
    if search(
        r"short|trunc|trimm|curtail|reduc|length|extended|any episodes|some episodes|few episodes|no episodes|several episodes",
        lower,
    ):
        for found in _SHORTER.finditer(text) if not taken else ():
            yield Found(
                "episode_count",
                found.start(),
                found.end(),
                {"change": "more" if found["more"] else "fewer"},
                season=season_of(text),
            )
    if ("same" in lower or "as many" in lower or " like " in lower) and here:
        yield from _as_before(place, taken)


def _of_runs(place: Place, *, here: bool, back: bool) -> Iterator[re.Match[str]]:
    text, lower = place.text, place.lower
    if here and search(r"\beach\b|apiece|\ba (?:season|series)|per (?:season|series)", lower):
        yield from _EACH.finditer(text)
    if not search(_HAVING, lower):
        return
    for found in _HAS_N.finditer(text):
        if found["ep"] or ((here or back) and not search(_NO_COUNT, text[found.start() : found.end() + 25])):
            yield found


def _of_the(place: Place, *, here: bool, back: bool) -> Iterator[re.Match[str]]:
    text, lower = place.text, place.lower
    if " of the " in lower or " of its " in lower or " of our " in lower or " of a" in lower or " of th" in lower:
        for found in _SHARE.finditer(text):
            if found["ep"] or ((here or back or search(r"shot|film|air|script|seen", lower)) and search(_MADE, text)):
                yield found
    if " the " in lower:
        for found in _FROM_THE.finditer(text):
            if found["ep"] or here or search(r"(?i)\border|episod|hours|season|series", text):
                yield found
    if here:
        yield from _MANY.finditer(text)
        yield from _AGAINST.finditer(text)
    if " more" in lower:
        yield from _N_MORE.finditer(text)
    if here or search(r"order|count|commission", lower):
        yield from _TO_N.finditer(text)
    if here or back:
        yield from _ASKED_FOR.finditer(text)
    if place.before and search(r"\b(?:episodes|parts|chapters|instal?lments|films)\b", place.before[-1].lower):
        yield from _IT_IS.finditer(text)
    if back or here:
        yield from _THE_REST.finditer(text)
        yield from _THE_NUMBER.finditer(text)


def _as_before(place: Place, taken: list[tuple[int, int]]) -> Iterator[Found]:
    """The count of another season, which is the same."""
    for found in _SAME.finditer(place.text):
        counted = [one for one in _HERE.finditer(place.text) if one.start() < found.start() or found.start() < 12]
        n = number(counted[-1]["n"]) if counted else None
        if n is not None and 2 < n < 400 and not overlaps(found.span(), taken):
            taken.append(found.span())
            what = found["what"] or found["like"] or ""
            yield Found("episode_count", found.start(), found.end(), {"n": int(n)}, season=season_of(what), past=True)
