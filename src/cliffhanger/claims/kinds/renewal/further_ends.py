"""What is dropped or brought to its end, in more of the words of news: read after the common rules."""

from __future__ import annotations

from cliffhanger.claims.kinds.renewal.rules import NEXT, SHOW, Rule, rules
from cliffhanger.claims.kinds.renewal.unsettled_rules import TITLE
from cliffhanger.claims.numbers import ORDINAL, SMALL_NUMBER

_OF_SHOW = rf"(?:the (?:[\w’-]+ ){{0,3}}?(?:{SHOW})|it|[“‘\"][^”’\"]{{2,50}}[”’\"])"
_ORD_ONE = rf"(?:an?|the|its) {ORDINAL}(?: one)?"
_WILL = (
    r"(?:will|would|is to|are to|is set to|is due to|is going to|are going to|plans to|intends to|[’']ll)(?: now| also| then)?"
)

FURTHER_ENDS: tuple[Rule, ...] = rules(
    (  # a network that lets a series go
        "drops_it",
        "cancelled",
        "+",
        (
            rf"\b(?:pass(?:ed|es|ing) on|g(?:ives|ave|iven|iving) up on|(?:is|are|was) (?:now |officially )?(?:done|"
            rf"finished|through) with|sa(?:y|ys|id|"
            rf"ying) (?:goodbye|farewell) to|"
            rf"wav(?:es|ed) goodbye to|bid(?:s|ding)? (?:farewell|adieu|goodbye) to|cut(?:s|ting)? ties with|t(?:urns|urned) "
            rf"its "
            rf"back on|shut(?:s|ting)? down|dispens(?:es|ed) with|decid(?:es|ed) against|lost faith in|los(?:es|ing) faith "
            rf"in) "
            rf"(?={TITLE})"
        ),
    ),
    (
        "refuses",
        "cancelled",
        "+",
        (
            rf"\b(?:declin|refus)(?:ed|es|ing) to (?:order|renew|pick up|commission|recommission|make|bring back|continue "
            rf"with|"
            rf"fund|give [^.;?!,]{{2,30}}?) ?(?:a |an |the |any )?(?:{NEXT}|{_OF_SHOW})|"
            r"\b(?:will not|won[’']t|would not|wouldn[’']t|not|are not|aren[’']t|is not|isn[’']t) (?:be )?(?:proceed(?:ing)?|"
            rf"continu(?:e|ing)|pursu(?:e|ing)|going further) (?:with )?(?:a |an |the )?(?:{NEXT}|{_OF_SHOW})"
        ),
    ),
    (
        "wont_see",
        "cancelled",
        "+",
        (
            rf"\b(?:will not|won[’']t|would not|did not|didn[’']t|never) (?:see|live to see|ma(?:ke|de) it to|reach|get to|"
            rf"get as "
            rf"far as) (?:a |an |its )?(?:{NEXT}|{_ORD_ONE})"
        ),
    ),
    (
        "will_cancel",
        "cancelled",
        "+",
        (
            rf"\b(?:will|would|[’']ll|is going to|are going to) (?:soon |probably |likely |surely |almost certainly |"
            rf"eventually )?(?:cancel|axe?|"
            rf"scrap|kill(?: off)?|drop|dump|ditch|can|pull) (?={TITLE})|"
            rf"\b(?:g(?:ave|ives?|iving)|hand(?:ed|s|ing)) (?={TITLE}){_OF_SHOW} the (?:boot|chop|axe?|push|elbow|heave-ho|"
            rf"bullet)\b|"
            r"\b(?:killing(?: off)?|dropping|ditching|dumping|binning|canning) (?=[“‘\"]|the (?:[\w-]+ ){0,2}(?:show|series|"
            r"drama|comedy|sitcom)\b)|"
            r"\b(?:won[’']t|will not|would not) be continuing\b(?! (?:as|with|in))|"
            rf"\bbr(?:ought|ings?|inging) the curtain down on (?={TITLE})|\b(?:fell|falls|fallen) to (?:[\w+]+[’']s|the) "
            rf"(?:\w+ )?(?:axe?|knife|"
            rf"chop)\b|"
            rf"\bend(?:s|ed|ing)? without (?:a |an )?(?:{NEXT}|renewal|any more (?:seasons|episodes))|"
            r"\b(?:is|was|are)(?: officially| now)? dead at (?-i:[A-Z])|"
            r"\b(?:is|was|are|be)(?: \w+)? (?:for|facing|up for|headed for|heading for) the (?:chop|axe?|high jump|scrap "
            r"?heap|exit)\b"
        ),
    ),
    (
        "fears_for",
        "cancelled",
        "+",
        rf"\bfear(?:s|ing)? the worst for (?={TITLE})",
    ),
    (
        "doomed",
        "cancelled",
        "+",
        (
            r"\b(?:looks?|seems?|appears?|feels?)(?: \w+)? (?:doomed|dead in the water|like (?:a goner|toast)|done for|"
            r"finished|sunk|dead)\b|"
            r"(?:\bis|[’']s) (?:\w+ )?(?:doomed|dead in the water|a goner|toast|a dead duck|not long for this world)\b|"
            r"\bon the chopping block\b"
        ),
    ),
    (
        "on_the_wall",
        "cancelled",
        "+",
        rf"\bwriting (?:is|was|seems to be) (?:\w+ )?on the wall for (?={TITLE})|\bcurtains for (?={TITLE})",
    ),
    (
        "that_is_it",
        "cancelled",
        "+",
        (
            rf"\b(?:that[’']s|that is|this is|it[’']s|it is) (?:it|all|all over|lights out|curtains|goodbye|the end of the "
            rf"(?:road|"
            rf"line)|farewell) (?:for|to|from) (?={TITLE})|"
            rf"\b{SMALL_NUMBER} (?:seasons?|series|years|and) (?:and|then|was) (?:out|done|gone|that was (?:it|that|all)|"
            rf"enough)\b(?! of)|"
            rf"\b(?:RIP|R\.I\.P\.|farewell,?|goodbye,?|so long,?|adieu,?) (?=[“‘\"])"
        ),
    ),
    (
        "which_they_killed",
        "cancelled",
        "+",
        (
            r"(?:, which|(?<=show)|(?<=series)|(?<=drama)|(?<=comedy)|(?<=sitcom)) (?:that )?(?:the )?[A-Za-z+]+ (?:has |had "
            r")?(?:since |"
            r"just |quietly |abruptly |later )?(?:killed(?: off)?|dropped|dumped|binned|canned|ditched|let go|pulled)\b"
            r"(?! (?:from|off|up|in|by|behind))"
        ),
    ),
    (
        "its_end",
        "cancelled",
        "+",
        (
            r"\b(?:becomes?|became|is|was) (?:the |yet )?(?:latest|newest|next|another) (?:\w+ )?(?:casualty|victim)\b|"
            r"\b(?:has |have )?met its "
            r"(?:end|maker|demise)\b|"
            r"\b(?:consigned|relegated|confined) to (?:history|the (?:dustbin|bin|scrap ?heap|archives?|graveyard|history "
            r"books))\b|"
            r"\b(?:has|have|had) (?:aired|shown|broadcast|screened|seen|had) (?:its|the) (?:last|final)(?:[- ]ever)? "
            r"(?:episode|"
            r"show|outing|broadcast)\b"
        ),
    ),
    (
        "of_cancelling",
        "cancelled",
        "+",
        rf"\b(?:cancell?ation|axing|demise) of (?={TITLE})",
    ),
    (
        "gone_too",
        "cancelled",
        "+",
        (
            r"^(?:also|and|now|newly|already|out|gone|other casualties|the other casualty|next to go)?,? ?(?:gone|axed|"
            r"cancell?ed|scrapped|dropped|dead|binned|canned|toast|for the chop|facing the axe?)(?: too| as well| this week| "
            r"also)? "
            r"(?:is|are|was|were) (?=[“‘\"]|(?-i:[A-Z])|the (?:\w+ ){0,3}?(?:show|series|drama|comedy|sitcom|thriller|soap))"
        ),
    ),
    (
        "safe_too",
        "renewed",
        "+",
        (
            r"^(?:also|and|now|newly|already)?,? ?(?:renewed|recommissioned|picked up|saved|safe|brought back)(?: too| as "
            r"well|"
            r" this week| also)? (?:is|are|was|were) (?=[“‘\"]|(?-i:[A-Z])|the (?:\w+ ){0,3}?(?:show|series|drama|comedy|"
            r"sitcom|"
            r"thriller|soap))"
        ),
    ),
    (
        "last_episode",
        "ending",
        "+",
        (
            r"\b(?:will|would|is to|is set to) (?:be|serve as|stand as|also be) (?:its|the show[’']s|the series[’']s?|the "
            r"drama[’']s|"
            r"the comedy[’']s|their|[“‘\"][^”’\"]{2,40}[”’\"]?[’']s[”’\"]?) (?:very )?(?:last|final)(?:[- ]ever)? (?:episode|"
            r"hour|"
            r"bow|outing|instal+ment|broadcast|show|hurrah)\b(?! (?:before|until|till|of (?:the|this) (?:year|season|run|"
            r"month)|"
            r"this (?:side|year|month)|to|in which|on a))|"
            r"\b(?:the|its) (?:last|final)[- ]ever (?=[“‘\"]|episode|season|series|edition|instal+ment)"
        ),
    ),
    (
        "is_the_end",
        "ending",
        "+",
        (
            rf"\b(?:(?:the )?{ORDINAL}(?: (?:season|series|run|year))?|[Ss](?:eason|eries) (?:{SMALL_NUMBER}|{ORDINAL})|this "
            rf"(?:season|"
            rf"series|run)|(?:three|four|five|six|seven|eight|nine|ten) seasons)(?:[’']s| is| will be| would be| was)(?: "
            rf"really| "
            rf"definitely| also| sadly)* (?:the|its|our|their) (?:end(?=[.,;!”\"]|$| of (?:the (?:road|line|story|"
            rf"series|show|journey)|it))|swansong|swan song|curtain call|farewell|last (?:one|hurrah|lap)(?=[.,;!”\"]|$))|"
            rf"\b(?:the )?(?:season|series) (?:{SMALL_NUMBER}|{ORDINAL})? ?(?:would|will|is to) be (?:also |now )(?:the|its|"
            rf"our) "
            r"(?:last|final)\b"
        ),
    ),
    (
        "run_ends",
        "ending",
        "+",
        (
            rf"\b{_WILL} (?:end|finish|conclude|wrap(?: up)?|close|complete|bring to an end) (?:its|their) (?:[\w-]+ ){{0,3}}?"
            r"(?:run|story|journey|tale|life)\b|"
            r"\b(?:sail|rid|walk|head)(?:s|es|e|ing)? (?:off )?into the sunset\b|"
            rf"\b{_WILL} (?:stop|finish|end|conclude|close|cease) (?:(?:for good )?(?:after|with|at|once) (?:this|its|the|a|"
            rf"next) "
            r"(?:\w+ )?(?:season|series|run|year)\b|for good\b)"
        ),
    ),
    (
        "farewell",
        "ending",
        "+",
        (
            r"\b(?:will |is to |to )?(?:says?|bids?|saying|bidding|bade) (?:its )?(?:(?:last|final) )?(?:farewell|goodbye|"
            r"adieu)\b(?! to (?:the|his|her|[A-Z]))"
        ),
    ),
    (
        "curtain",
        "ending",
        "+",
        (
            rf"\bcurtain (?:will |is (?:set|due|about) to |would )?(?:c[oa]mes?|falls?|fell|descends?|drops?|coming|falling|"
            rf"has "
            rf"(?:come|fallen))(?: down)? (?:down )?(?:for good )?on (?={TITLE})|"
            r"\b(?:tak(?:es?|ing)|took) (?:its|the) (?:very )?(?:final|last) (?:bow|curtain call)\b|"
            rf"\bsa(?:ys?|id|ying) (?:goodbye|farewell) to (?={TITLE}){_OF_SHOW} (?:with|in|after)\b|"
            rf"\b(?:{NEXT}),? (?:which is )?(?:its|their|the show[’']s|the series[’']s?) (?:last|final(?: one)?)(?=[,.;])|"
            rf"\bbeginning of the end for (?={TITLE})|\bbring(?:s|ing)? (?={TITLE}){_OF_SHOW} to (?:a close|an end|a "
            rf"conclusion|its (?:close|end|"
            rf"conclusion))\b|"
            r"\b(?:this|that|here)(?:[’']s| is) where (?:it|the (?:show|story|series)|we) (?:all )?(?:ends?|stops?|bows? "
            r"out)\b|"
            r"\b(?:it|the (?:show|story|series)) (?:all )?ends here\b|"
            rf"\bcall(?:s|ing)? it (?:a day|quits)(?= (?:after|with|next|this|at)\b|[.,;!”\"]|$)|"
            rf"\b(?:wrap|finish|end|clos|conclud|draw)(?:ping|ing|e|es|s)? (?:{_OF_SHOW}|things|this)(?: up| off| out| to a "
            rf"close)? "
            rf"(?:after|with|at the end of) (?:the |a |its |our |this )?(?:{NEXT}|season|series|{SMALL_NUMBER} (?:seasons|"
            rf"series|"
            r"years))\b"
        ),
    ),
)
