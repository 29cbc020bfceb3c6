"""What a series costs, told by comparison: "the second will be cheaper", "well under that", "a bit more than last time"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.viewed import PERCENT, overlaps
from cliffhanger.claims.names import TITLE_NAME
from cliffhanger.claims.patterns import only_for, regex, search
from cliffhanger.claims.seasons_said import season_of

_OF_COST = (
    r"\b(?:budgets?|costs?|costing|price|priced|spend\w*|spent|paid|fee|salary|an episode|per episode|an hour|doing the rounds|"
    r"for the (?:season|series|run)|overspen[dt]\w*|(?:gone|went) [$£€]|shelled out|splashed out)\b"
)
_MONEY = r"[$£€₹¥₩]|\b(?:quid|crowns|francs|rand|dollars|pounds|euros|rupees|kroner|kronor|yen|crore)\b"
_SAID = (
    r"cheap|expens|dear|costl|pric|budget|cost|money|spend|\bthat\b|\bthis\b|close|near|wrong|off\b|inflated|exagg|"
    r"fiction|invention|"
    r"nonsense|made up|inaccurate|fantasy"
)
_THAN = regex(
    r"(?i)\b(?:is|was|are|were|be|been|being|comes? in|came in|works? out|worked out|cost(?:s|ing)?|looks?) (?:also "
    r"|even |much |far |"
    r"slightly |a (?:bit|little|lot|touch) |considerably |significantly |rather |marginally )*(?:(?P<down>cheaper|"
    r"less expensive|"
    r"cheaper to make|less costly)|(?P<up>more expensive|dearer|costlier|pricier|more costly))\b(?=[.,;:!”’)]|$| "
    r"(?:than|this|next|per|to make|"
    r"again|still|and|but|because|as)\b)(?: than [^.;?!,]{3,40})?"
)
_LAST_TIME = regex(
    r"(?i)\b(?:the )?(?:budget|costs?|money|spend)\b[^.;?!]{0,50}?\b(?:(?P<down>(?:a (?:bit|little|lot|touch|"
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
# "A third of it met by the Film Pool", "Ostwelle carries 40 per cent of that": a part of the sum told right before.
_PARTS = {
    "half": 1 / 2,
    "a third": 1 / 3,
    "two thirds": 2 / 3,
    "a quarter": 1 / 4,
    "three quarters": 3 / 4,
    "a fifth": 1 / 5,
    "a tenth": 1 / 10,
}
_PART = rf"(?:(?P<f>(?i:half|a third|two[- ]thirds|a quarter|three[- ]quarters|a fifth|a tenth))|(?P<n>\d{{1,2}}){PERCENT})"
_WHO_PAYS = rf"(?P<who>{TITLE_NAME})"
_PART_MET = (
    regex(
        rf"\b{_PART} of (?:it|that|this|which|the (?:budget|cost|bill|sum|total)) (?:is |was |has been |is being |being "
        rf")?(?:met|covered|paid|"
        rf"put up|carried|provided|borne|funded|financed|supplied|footed) by (?:the )?{_WHO_PAYS}"
    ),
    regex(
        rf"\b{_WHO_PAYS} (?:carries|carried|covers|covered|pays|paid|puts up|put up|provides|provided|contributes|contributed|"
        rf"meets|met|foots|"
        rf"bears|funds|funded) (?:about |around |some )?{_PART} of (?:it|that|this|which|the (?:budget|cost|bill|sum|total))\b"
    ),
)
# The accounts of a town, and not of a drama.
_PUBLIC = regex(
    r"(?i)\b(?:city|council|state|school|family|defen[cs]e|national|federal|household|marketing|health|county|town|annual|"
    r"government)"
    r"(?:[’']s)? $"
)
# "The network increased the budget", "the second season had a smaller budget"; a plan for next year's accounts is neither.
_BUDGET_SET = regex(
    r"(?i)\b(?:(?P<up>increas(?:ed|es|ing)|rais(?:ed|es|ing)|doubl(?:ed|es|ing)|boost(?:ed|s|ing)|upp(?:ed|ing))|"
    r"(?P<down>(?<!to )cut(?:s|ting)?|slash(?:ed|es|ing)|reduc(?:ed|es|ing)|trimm(?:ed|ing)|"
    r"halv(?:ed|es|ing))) (?:the|its|their|that|her|his)(?: (?:show|series|season|drama)[’']s| production| overall|"
    r" [a-z]+ season[’']s)? budget\b|\b(?:with|had|has|have|on|given|gets?|got|working with) "
    r"(?:an?|its|their|the) (?:much |far |slightly |considerably |significantly )?(?:(?P<more>bigger|larger|higher|increased|"
    r"doubled)|(?P<less>smaller|lower|reduced|tighter|slimmer|"
    r"shoestring|tiny|modest)) budget\b"
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
_OFF = regex(
    r"(?i)\b(?:it|that|the (?:real |true |actual )?(?:figure|number|cost|budget|total|sum|price)|we|they|is|was|"
    r"[’']s)\b[^.;?!]{0,25}?(?:"
    r"(?P<down>(?:well |far |a lot |much |considerably |way |rather |comfortably )?(?:under|below|less than|lower "
    r"than|cheaper than|short of) "
    r"(?:that|this|it)|half that|a (?:third|quarter|fraction) of that)|(?P<up>(?:well |far |a lot |much |"
    r"considerably |way |rather )?(?:over|above|more "
    r"than|higher than|north of) (?:that|this)|twice that|double that)|(?P<no>[“‘\"']?(?:nowhere (?:near|close)(?! (?:the|an?|"
    r"as|done|enough|finished|being|ready|where|to)\b)|not "
    r"(?:even )?close|way off|wide "
    r"of the mark|wildly (?:wrong|off|inflated|exaggerated)|exaggerated|inflated|pure (?:fiction|invention|fantasy)|"
    r"made up|nonsense|wrong|"
    r"inaccurate)[”’\"']?))(?![\w])"
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


@only_for(*_PART_MET)
def _parts_met(place: Place, sums: Sequence[Found]) -> Iterator[Found]:
    """Find who pays which part of a sum that the sentence, or the one before it, gives."""
    for pattern in _PART_MET:
        for found in pattern.finditer(place.text):
            told = [*(one for one in place.last if one.kind == "budget"), *(one for one in sums if one.start < found.start())]
            amount = told[-1].value.get("amount") if told else None
            part = _PARTS[found["f"].lower().replace("-", " ")] if found["f"] else int(found["n"]) / 100
            if isinstance(amount, int | float):
                value = dict(told[-1].value) | {"amount": round(amount * part), "from": found["who"]}
                yield Found("budget", *found.span(), value, season=told[-1].season)


def money_told(place: Place, sums: Sequence[Found]) -> Iterator[Found]:
    """Find what is said of a cost without a sum of its own."""
    text, lower = place.text, place.lower
    taken = [(one.start, one.end) for one in sums]
    yield from _parts_met(place, sums)
    for rejected in _rejected(place, sums):
        taken.append((rejected.start, rejected.end))
        yield rejected
    if not search(_SAID, lower):
        return
    sum_before = any(search(_MONEY, one.lower) for one in (*place.before[-1:], place.sentence))
    about = sum_before or any(search(_OF_COST, one.lower) for one in (*place.before[-1:], place.sentence))
    if not about:
        return
    for pattern in (_THAN, _LAST_TIME):
        for found in pattern.finditer(text):
            if search(r"(?i)\b(?:because|since|as|after|due to|owing to)(?: of)?(?: the)? $", text[: found.start()]):
                continue  # a reason, and no sum
            if search(
                r"(?i)\b(?:asked|asking|wonder\w*|question of|ask|unclear|unknown|know|say) (?:about )?(?:whether|"
                r"if)\b",
                text[: found.start()],
            ):
                continue
            if not overlaps(found.span(), taken) and not _PUBLIC.search(text[: found.start()]):
                taken.append(found.span())
                sign = "over" if found["up"] else "under" if found["down"] else "about"
                yield Found("budget", found.start(), found.end(), {"cmp": sign}, season=season_of(text))
    for found in (
        _BUDGET_SET.finditer(text)
        if search(r"(?i)\b(?:season|series|show|drama|comedy|run|episodes?|production|it)\b", text)
        else ()
    ):
        if not overlaps(found.span(), taken):
            taken.append(found.span())
            budget = {"cmp": "over" if found["up"] or found["more"] else "under"}
            yield Found("budget", *found.span(), budget, season=season_of(text))
    asked = any(search(_MONEY, one.lower) and search(_OF_COST, one.lower) for one in (*place.before[-1:], place.sentence))
    for found in _OFF.finditer(text) if asked else ():
        if not overlaps(found.span(), taken) and not search(r"\d", found[0]):
            taken.append(found.span())
            value = {} if found["no"] else {"cmp": "over" if found["up"] else "under"}
            yield Found("budget", found.start(), found.end(), value, "-" if found["no"] else "+", season=season_of(text))
