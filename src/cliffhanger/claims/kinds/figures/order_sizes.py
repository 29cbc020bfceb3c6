"""How many episodes, where the number stands alone or is told by another: an answer, a comparison, a total, "six x 60"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.claim import Polarity
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.viewed import overlaps
from cliffhanger.claims.numbers import ORDINAL, SMALL_NUMBER, number
from cliffhanger.claims.patterns import regex, search
from cliffhanger.claims.seasons_said import season_of

_EPISODIC = r"episod|instal|chapter|\bparts?\b|half-hour|\bscripts?\b|\beps?\b"
_RUN = r"(?:seasons?|series|runs?|first|second|third|fourth|fifth|last|previous|original|opener)"
_END = (
    r"(?=[.,;:!)”]|$| (?:and|but|while|when|of them|each|because|in|for|was|were|is|on|to|that|at|from|with|this|next|last|"
    r"again|—|–)\b)"
)
_LAST_TIME = (
    rf"(?:last (?:time|year|season|series|run)(?: (?:out|around|round))?|before|usual|previously|it had|we had|either of|"
    rf"(?:the |its |season |series )*(?:(?:{ORDINAL}|previous) (?:two|three)|{ORDINAL}|previous|last|opening|debut|prior|"
    rf"original|one|two|three|four|five|six|\d{{1,2}}|usual|predecessor)"
    r"(?: (?:season|series|run|one|time|year|batch|order|outing)(?:[’']s)?)?)"
)
_THAN = regex(
    rf"(?i)(?<![\d.,])\b(?P<k>{SMALL_NUMBER}|a couple|a pair) (?P<sign>more|fewer|less)(?: episodes?)? than (?:in "
    rf")?(?P<what>{_LAST_TIME})\b"
)
_SAME = regex(
    rf"(?i)\b(?:the same number|the same (?:episode )?count|as many|the same length|the same order)(?: of episodes)?(?: "
    rf"again)?"
    rf"(?: (?:as|that) (?:in |for |with )?{_LAST_TIME})?\b"
)
_LIKE = regex(
    rf"(?i),? (?:just |exactly )?(?:like|as with|as in|as for|the same as|matching|in line with) (?P<what>{_LAST_TIME})\b"
)
_ASKED = (
    r"(?i)\bhow many (?:episodes|parts|chapters|instal?lments|hours)\b|\bnumber of episodes\b|\bepisode count\b|"
    r"\bhow long (?:is|will|are) (?:it|the|season|series)\b|^episodes\??:?$"
)
_ANSWER = regex(
    rf"(?i)^(?:[A-Z][\w.’ -]{{1,25}}: )?[“\"‘'A:–— -]{{0,4}}(?:(?:There (?:are|will be|were|should be|is to be)|There[’']ll be|"
    rf"There were (?:going|"
    rf"meant|supposed) to be|"
    rf"It(?:[’']s| is| will be| has)|We(?:[’']re doing| have|[’']ve got| made| are making)|They(?:[’']re doing| are)|"
    rf"Just|Only|About|"
    rf"Around|Still|Again|Another|Exactly|Probably|Likely) ){{0,2}}(?P<n>{SMALL_NUMBER})\b(?! ?(?:%|per|million|"
    rf"thousand|years?|months?|weeks?|"
    r"days?|hours? |minutes?|times|people|seasons?|series|of the (?:cast|show)|actors?|characters?|o[’']clock|point))"
)
_TOTAL = regex(
    rf"(?i)\b(?:bring(?:s|ing)?|tak(?:es|ing|e)|took|brought|push(?:es|ing|ed)|mak(?:es|ing)|giv(?:es|ing)) (?:the |its "
    rf"|it |this )?(?:season|"
    rf"series|total|run|order|tally|count|episode|overall|show)?[^.;?!\d]{{0,25}}? to (?P<n>{SMALL_NUMBER}){_END}|"
    rf"\b(?:for )?a (?:grand )?total of (?P<m>{SMALL_NUMBER}){_END}|\b(?P<l>{SMALL_NUMBER}) in (?:all|total)\b"
)
_HAD = regex(
    rf"(?i)\b{_RUN}(?: {SMALL_NUMBER})?(?: seasons?| series| runs?| one| two)?,?(?: which| that| each| both| only| also|"
    rf" will| is to){{0,2}} "
    rf"(?:had|has|have|ha[sd] only|ran to|ran for|ran|runs? to|stopped at|consist(?:s|ed)? of|compris(?:es|ed?)|"
    rf"contain(?:s|ed)?|"
    rf"total(?:s|led)|went to|got|stretch(?:ed|es) to|stayed at|stays at|sticks? (?:at|to|with)|was cut to|was given) "
    rf"(?:just |only |the usual )?(?P<n>{SMALL_NUMBER}){_END}"
)
_OF = regex(
    rf"(?i)\b(?:seasons?|series|runs?|order|batch|block|set|slate|commission|miniseries) of (?:just |only |about |"
    rf"another )?(?P<n>{SMALL_NUMBER})"
    rf"{_END}"
)
_ORDERED = regex(
    rf"(?i)\b(?:order(?:ed|ing|s)?|commission(?:ed|ing|s)?|requested|"
    rf"green-?lit) (?:just |only |"
    rf"another |a further )?(?P<n>{SMALL_NUMBER}){_END}"
)
_OF_THEM = regex(
    rf"(?i)\b(?:episode|part|chapter|instal?lment) {SMALL_NUMBER} of (?:a |the |an )?(?P<n>{SMALL_NUMBER})\b|"
    rf"\b(?:{ORDINAL}|last) (?:episode )?of (?:the |its |an? )?(?P<m>{SMALL_NUMBER})(?: (?:episodes?|parts?|chapters?|"
    rf"instal?lments?)\b|(?=[.,;]|$))|"
    rf"\b(?:all|each|every one|any|none|most|half|the first half) (?:of )?(?:the |its |these |those "
    rf")?(?P<o>{SMALL_NUMBER})(?: of (?:the|its|"
    r"them))?(?: (?:new|hour-long))? (?:episodes|hours|parts|scripts|chapters|instal?lments|half-hours)\b"
)
_IN_PARTS = regex(
    rf"(?i)\b(?:series|drama|adapt\w*|novel|film|mini-?series|documentary|told|made|television|service|broadcaster|"
    rf"channel|bbc)\b[^.;?!]{{0,50}}? "
    rf"in (?P<n>{SMALL_NUMBER}) (?:parts|episodes|chapters|instal?lments)\b"
)
_OVER = regex(
    rf"(?i)\b(?:told|unfolds?|plays? out|spread|adapted|stretched?|runs?)(?: out)? (?:over|across) "
    rf"(?P<n>{SMALL_NUMBER}) (?:hours|parts|"
    r"episodes|chapters|instal?lments)\b|\bthere (?:are|will be|were) (?:just |only )?"
    rf"(?P<m>{SMALL_NUMBER}) of them\b"
)
_NOW = regex(rf"(?i)\b(?:it|that|this)(?:[’']s| is| will be) now (?:only |just |to be )?(?P<n>{SMALL_NUMBER})(?=[.,;]|$)")
_MEANT = regex(
    rf"(?i)\b(?:there|it|we|they) (?:was|were) (?:originally |first |once )?(?:going|meant|supposed|due) to "
    rf"(?:be|have|make|run to|do|get) (?P<n>{SMALL_NUMBER}){_END}"
)
_USUAL = regex(
    rf"(?i)\bthe (?:usual|customary|normal|traditional|standard|previous|original(?:ly planned)?|planned|regular|"
    rf"promised) (?P<n>{SMALL_NUMBER})"
    rf"(?: episodes)?{_END}"
)
_FILMS = regex(
    rf"(?i)\b(?:compris(?:es|ing|ed of)|consist(?:s|ing)? of|made up of|in|of|as|season|series|run|form of) "
    rf"(?P<n>{SMALL_NUMBER}) "
    rf"(?:[a-z]+-minute|\d+-minute|hour-long|feature-length|two-hour|ninety-minute|standalone|self-contained)(?: (?:tv|"
    rf"television))? "
    rf"(?:films|movies|specials|stories|dramas|mysteries)\b"
)
_SO_MANY_FILMS = regex(
    rf"(?i)\b(?:seasons?|series|run|revival|return)\b[^.;?!]{{0,25}}? (?:compris(?:es|ed)|consist(?:s|ed) of|(?:is|was) made "
    rf"up of|"
    rf"will (?:comprise|consist of|be)) (?P<n>{SMALL_NUMBER}) (?:new |tv |television |stand-?alone )*(?:films|movies|specials)\b"
)
# The size of an order, with nothing else said: "the order is for 13", "a back nine", "the number of episodes stays at eight".
_ORDER_IS = regex(
    rf"(?i)\b(?:order|pick-?up|renewal|commission) (?:is|was|will be) for (?:just |only |another |a full |a further )?"
    rf"(?P<n>{SMALL_NUMBER})(?=[.,;:!)”]|$| (?:and|but|with|not|rather|instead|this|more|again)\b)|"
    rf"\b(?:a|the|its) back (?P<m>nine|thirteen|six|eleven|13|11)\b(?=[.,;:!)”]|$| (?:order|pick|is|was|has|have|from|for|of|"
    rf"and)\b)|"
    rf"\b(?:number of episodes|episode (?:count|order|tally|number)|episode numbers|tally of episodes) "
    rf"(?:(?:will|would|is|was|has|have|now|again|also|to|been|be) ){{0,3}}(?:stay(?:s|ed|ing)?|remain(?:s|ed|ing)?|goes|go|went|"
    rf"gone|ris(?:es|ing|en|e)|rose|drop(?:s|ped|ping)?|fall(?:s|en|ing)?|fell|increas(?:es|ed|e)|climb(?:s|ed)?|cut|trimmed|"
    rf"raised|"
    rf"reduced|stands?|kept|set)(?: (?:up|down|back|steady|unchanged|fixed))?(?: from {SMALL_NUMBER})? (?:at|to) "
    rf"(?:just |only )?(?P<l>{SMALL_NUMBER})\b(?! ?(?:%|per ?cent))"
)
# "Season one consisted of six, season two of eight".
_SO_WAS_ANOTHER = regex(
    rf"(?i)(?:,| and|, and|;|, while) (?:the |its )?(?:(?:season|series) \w+|{ORDINAL}(?: one| season| series)?)"
    rf"(?: had| has| of| ran to| to)? (?P<n>{SMALL_NUMBER})(?=[.,;]|$)"
)
_TIMES = regex(r"(?<![\w.,/-])(?P<n>\d{1,3}) ?[x×] ?(?P<m>\d{2,3})(?P<min> ?(?:-? ?min(?:ute)?s?\b|[’'′]))?(?![\w])")
_DOZEN = regex(
    r"(?i)\b(?P<how>half a|half-a|a|two|three) ?-?dozen (?:(?:new|more|further|additional|fresh|[a-z]+-minute|hour-long|"
    r"half-hour) )*(?:episodes|"
    r"parts|instal?lments|chapters|half-hours)\b"
)
_DOZENS = {"half": 6, "a": 12, "two": 24, "three": 36}
_SOMEHOW = regex(
    rf"(?i)(?<![\d.,£$€-])\b(?P<n>{SMALL_NUMBER}) (?!(?:of|or|to|and|in|on|the|these|those|his|her|its|previous|earlier|"
    rf"remaining|first|last|opening|"
    r"recent|such|consecutive|straight|whole|good|bad|great|weak|standout|separate|different|favou?rite|best|years?|"
    r"seasons?|series|weeks?|"
    r"million|more|new|percent|per|further|additional|extra|fresh|all-new|unaired|minutes?|hours?|days?|months?)\b)"
    r"[a-z][a-z’'-]{2,16}(?: (?!(?:of|or|to|and|in|on|the|per|an?|each|for|at|with|her|his|its)\b)[a-z-]{3,14})? "
    r"(?:episodes|instal?lments|chapters|half-hours)\b"
    r"(?! (?:ago|later|into|in\b))"
)


_IN_SOME = r"\b(?:appear\w*|guest\w*|cameo\w*|directed|directs|directing|wrote|writes|helmed|featured)\b"


def order_sizes(place: Place, taken: list[tuple[int, int]]) -> Iterator[Found]:
    """Find the counts that no "N episodes" gives; those at ``taken`` have been read."""
    text, lower = place.text, place.lower
    here = search(_EPISODIC, lower) is not None
    back = any(search(_EPISODIC, sentence.lower) for sentence in place.before[-2:])
    for found, n in (*_answers(place), *_plain(place, here=here, back=back)):
        if n is not None and 0 < n < 400 and not overlaps(found.span(), taken):
            taken.append(found.span())
            first, last = place.sentence.clause(*found.span())
            polarity: Polarity = "-" if found.re is _MEANT.made else "+"
            yield Found("episode_count", found.start(), found.end(), {"n": int(n)}, polarity, season=season_of(text[first:last]))
    if here or back or taken:
        yield from _against(place, taken, here=here)


def _answers(place: Place) -> Iterator[tuple[re.Match[str], float | None]]:
    """What answers "how many episodes?": "Ten, Solace says", "Six again"."""
    if place.before and search(_ASKED, place.before[-1].text):
        found = _ANSWER.match(place.text)
        if found:
            yield found, number(found["n"])


def _plain(place: Place, *, here: bool, back: bool) -> Iterator[tuple[re.Match[str], float | None]]:
    text, lower = place.text, place.lower
    if "dozen" in lower:
        for found in _DOZEN.finditer(text):
            yield found, _DOZENS.get(found["how"].lower().split("-")[0].split()[0])
    if search(r"\d ?[x×] ?\d", lower):
        for found in _TIMES.finditer(text):
            if found["min"] or here or search(r"drama|series|season|commission|comedy", lower):
                yield found, number(found["n"])
    patterns = (_OF_THEM, _OF, _IN_PARTS) if search(_IN_SOME, lower) else (_OF_THEM, _OF, _IN_PARTS, _SOMEHOW)
    for pattern in patterns if here or " of " in lower or "hour" in lower else ():
        for found in pattern.finditer(text):
            yield found, _numbered(found)
    for pattern in (_FILMS, _SO_MANY_FILMS, _ORDER_IS):
        for found in pattern.finditer(text):
            yield found, _numbered(found)
    for found in _SO_WAS_ANOTHER.finditer(text):
        if search(r"(?i)\b(?:consist(?:s|ed) of|compris(?:es|ed)|made up of|ran to|had|has) (?:\w+|\d+)$", text[: found.start()]):
            yield found, number(found["n"])
    if not here and not back and not search(r"\bback (?:nine|thirteen|six|13)\b", lower):
        return
    said = " ".join((lower, *(sentence.lower for sentence in place.before[-2:])))
    of_a_run = (
        search(r"episodes|seasons?\b|series|instal|chapters|parts|scripts", said) is not None
    )  # not "in the second episode"
    for pattern in (_TOTAL, _OVER, _MEANT, _NOW, *((_HAD, _ORDERED, _USUAL) if of_a_run else ())):
        for found in pattern.finditer(text):
            yield found, _numbered(found)


def _numbered(found: re.Match[str]) -> float | None:
    said = next((found[name] for name in ("n", "m", "l", "o") if name in found.re.groupindex and found[name]), None)
    n = number(said) if said else None
    return n if n is None or n > 2 or found.re in {_OF_THEM.made, _IN_PARTS.made} else None


def _against(place: Place, taken: list[tuple[int, int]], *, here: bool) -> Iterator[Found]:
    """The count of another season, told by this one's: "two more than last time", "the same number as season 2"."""
    text, lower = place.text, place.lower
    for found in _THAN.finditer(text) if " than " in lower else ():
        n, step = _nearest(place, found.start()), number(found["k"].replace("a couple", "two").replace("a pair", "two"))
        if n is None or step is None or overlaps(found.span(), taken):
            continue
        other = n - step if found["sign"].lower() == "more" else n + step
        if other > 0:
            yield _other(found, other)
    for pattern in (_SAME, _LIKE) if search(r"same|as many|\blike\b|\bas\b|match|in line", lower) else ():
        for found in pattern.finditer(text):
            n = _nearest(place, found.start(), far=pattern is _SAME and (here or "number" in found[0]))
            if n is not None and not overlaps(found.span(), taken):
                yield _other(found, n)


def _other(found: re.Match[str], n: float) -> Found:
    what = found["what"] if "what" in found.re.groupindex else found[0]
    return Found("episode_count", found.start(), found.end(), {"n": int(n)}, season=season_of(what), past=True)


def _nearest(place: Place, at: int, *, far: bool = False) -> float | None:
    """Return the number that stands last before a place of the sentence, or of those before it where ``far``."""
    texts = [place.text[:at]]
    if far:
        texts += [sentence.text for sentence in reversed(place.before[-2:])]
    for text in texts:
        said = re.findall(
            rf"(?i)(?<![\w.,])({SMALL_NUMBER})(?=[ -](?:\w+[ -])?{_COUNTED}|,|\.|;| in all| in total| of them)(?![\d%])", text
        )
        values = [n for n in map(number, said) if n is not None and 2 < n < 100]
        if values:
            return values[-1]
    return None


_COUNTED = r"(?:episodes?|parts?|parter|instal?lments?|chapters?|half-hours?|hours?)\b"
