"""What is said of a cost without a sum of its own: "the budget is a bit more than last time", "the figure is an invention"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.viewed import overlaps
from cliffhanger.claims.patterns import only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_OF_COST = (
    r"\b(?:budgets?|costs?|costing|price|priced|spend\w*|spent|paid|fee|salary|an episode|per episode|an hour|doing the rounds|"
    r"for the (?:season|series|run)|overspen[dt]\w*|(?:gone|went) [$£€]|shelled out|splashed out)\b"
)
_MONEY = r"[$£€₹¥₩]|\b(?:quid|crowns|francs|rand|dollars|pounds|euros|rupees|kroner|kronor|yen|crore)\b"
_LAST_TIME = regex(
    r"(?i)\b(?:the )?(?:budget|costs?|spend)\b[^.;?!]{0,50}?\b(?:(?P<down>(?:a (?:bit|little|lot|touch|"
    r"fraction) )?(?:less|lower|smaller|"
    r"tighter)|(?:been |was |were )?(?:cut|reduced|slashed|trimmed|halved))|(?P<up>(?:a (?:bit|little|lot|touch|"
    r"fraction) )?(?:more|higher|"
    r"bigger|larger)|(?:been |was |were )?(?:raised|increased|doubled|boosted|upped))|(?P<same>(?:about |much |"
    r"roughly |exactly )?the same|"
    r"unchanged|no (?:bigger|smaller|higher|lower)))(?: (?:than|as|from|on|for|since) (?:the |in |for )?(?:last|"
    r"before|first|second|third|previous|"
    r"season|series|it was|that of|this)[^.;?!,”]{0,40}| by (?:(?:about|around|nearly|almost|more than|up to|some) )?(?:\d|"
    r"an?\b|half)[^.;?!,”]{0,30}|(?=[.,;”]|$))"
)
# The accounts of a town, and not of a drama.
_PUBLIC = regex(
    r"(?i)\b(?:city|council|state|school|family|defen[cs]e|national|federal|household|marketing|health|county|town|annual|"
    r"government)"
    r"(?:[’']s)? $"
)
_REJECTED = regex(
    r"(?i)\b(?:(?:call(?:ed|s)|dismiss(?:ed|es)|describ(?:ed|es)|brand(?:ed|s)|label(?:led|s)) (?:that|the|this) (?:number|"
    r"figure|"
    r"sum|amount|estimate|total|price|budget) (?:as )?(?:[“\"‘]|(?:\w+ ){0,2}(?:nonsense|wrong|fantasy|fiction|invention|"
    r"rubbish|"
    r"inaccurate|incorrect|false|untrue|inflated|exaggerated))|(?:disput(?:ed|es)|den(?:ied|ies)|reject(?:ed|s)|rubbish(?:ed|"
    r"es)|"
    r"contest(?:ed|s)|dismiss(?:ed|es)|challeng(?:ed|es)) (?:that|the|this) (?:number|figure|sum|amount|estimate|total)\b|"
    r"(?:,|[–—]) ?an? (?:sum|figure|number|total|claim|estimate|price) (?:that |which )?[^.;?!]{2,60}? (?:calls?|called|"
    r"describes?|described|"
    r"dismiss(?:es|ed)|den(?:ies|ied)|disput(?:es|ed)|reject(?:s|ed)|contests?)\b(?: (?:as )?[“\"‘]?[\w -]{2,25})?)"
)
_SHORT_NO = regex(
    r"(?i)^(?:[A-Z][\w.’ -]{1,25}: |A[.:] )?[“\"]?(?:No[.,]? )?(?P<no>nowhere near(?: it| that)?|not even close|way off|"
    r"miles off|(?:no, )?it (?:did|does|was|is|has)(?: not|n[’']t)(?: cost (?:that|anything like (?:that|it)))?|it never did|"
    r"it came in (?:well |way |comfortably |just )?under(?: budget)?|(?:that[’']s|that is|this is|it is|it[’']s) wrong by a "
    r"\w+)[.!,]"
)


@only_for(_REJECTED, _SHORT_NO)
def _rejected(place: Place, sums: Sequence[Found]) -> Iterator[Found]:
    """Find that a sum told before is rejected: "called the figure an invention", "the network disputed the number"."""
    for pattern in (_REJECTED, _SHORT_NO):
        found = pattern.search(place.text)
        around = (*place.before[-1:], place.sentence) if pattern is _REJECTED else place.before[-1:]
        costs = any(search(_MONEY, one.lower) and search(_OF_COST, one.lower) for one in around)
        if found and costs:
            told = [*(one for one in place.last if one.kind == "budget"), *(one for one in sums if one.start < found.start())]
            last = told[-1].value if told else {}
            yield Found("budget", found.start(), found.end(), dict(last), "-", standing="denied", season=season_of(place.text))
            return


def money_told(place: Place, sums: Sequence[Found]) -> Iterator[Found]:
    """Find that a cost went up or down, and that a sum told before is rejected; ``sums`` are those of the sentence."""
    text = place.text
    taken = [(one.start, one.end) for one in sums]
    for rejected in _rejected(place, sums):
        taken.append((rejected.start, rejected.end))
        yield rejected
    for found in _LAST_TIME.finditer(text):
        before = text[: found.start()]
        if overlaps(found.span(), taken) or _PUBLIC.search(before) or search(_A_REASON, before) or search(_ASKED, before):
            continue
        sign = "over" if found["up"] else "under" if found["down"] else "about"
        yield Found("budget", found.start(), found.end(), {"cmp": sign}, season=season_of(text))


_A_REASON = r"(?i)\b(?:because|since|as|after|due to|owing to)(?: of)?(?: the)? $"
_ASKED = r"(?i)\b(?:asked|asking|wonder\w*|question of|ask|unclear|unknown|know|say) (?:about )?(?:whether|if)\b"
