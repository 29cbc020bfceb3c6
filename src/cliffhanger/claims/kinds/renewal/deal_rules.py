"""Deals, pilots, rescues and ends told with a verb and its object: "signed a contract for a second season of", "cut it loose"."""

from __future__ import annotations

from cliffhanger.claims.kinds.renewal.rules import NEXT, Rule, rules
from cliffhanger.claims.kinds.renewal.unsettled_rules import TITLE
from cliffhanger.claims.numbers import ORDINAL

_LAST_RUN = (
    r"(?:(?:concluding|farewell|closing|final|last|valedictory) (?:[\w-]+ ){0,2}?(?:season|series|run|chapter|instal?lment|batch|"
    r"episodes|special|film))"
)
_NEW_RUN = rf"(?:a |an |the |its |their )?(?:{NEXT}|{_LAST_RUN}|{ORDINAL}(?=[.,;!”]|$))"
_DEAL = r"(?:contracts?|deals?|agreements?|terms|pacts?|papers|memorandum|letter of intent)"
_STRUCK = (
    r"(?:sign(?:ed|s|ing)?|reach(?:ed|es|ing)?|struck|strikes?|striking|ink(?:ed|s)|clos(?:ed|es)|ma(?:de|ke)|cut|do(?:ne)?|"
    r"agree(?:d|s|ing)?(?: on| to)?|clinch(?:ed|es)|seal(?:ed|s)|conclud(?:ed|es)|finali[sz](?:ed|es)|announc(?:ed|es|ing)|"
    r"confirm(?:ed|s)|came to|come to)"
)
_AFTER_TITLE = r"[“‘\"]?[^.;?!,]{2,40}?[”’\"]?"

BY_DEAL: tuple[Rule, ...] = rules(
    (
        "agreed",
        "renewed",
        "+",
        (
            rf"\b{_STRUCK} (?:[\w’'-]+ ){{0,3}}?{_DEAL}\b(?=[^.;?!]{{0,50}}?\b(?:for|on|to (?:make|produce|do|film|shoot|"
            rf"deliver|bring "
            rf"back)|covering|over) {_NEW_RUN})|"
            rf"\b{_DEAL} (?:for|on|covering|over) {_NEW_RUN}[^.;?!,]{{0,50}}? (?:has|have|had|was|were|is|are) (?:now |finally |"
            r"already |been |just )*(?:signed|struck|reached|agreed|done|closed|sealed|concluded|in place|inked|announced)\b"
        ),
    ),
    (
        "nodded",
        "renewed",
        "+",
        (
            r"\b(?:gets?|got|getting|gotten|receiv(?:e|es|ed|ing)|w(?:in|ins|on)|earn(?:s|ed)?|handed|has|had|secur(?:e|es|ed)) "
            r"(?:the|a|its|an) (?:official |formal |firm )?(?:green[- ]?(?:light|signal|flag)|go-ahead|nod|thumbs[- ]up)\b"
            r"(?! (?:for|in|as|from) (?:the )?(?:best|outstanding|academy|emmys?|baftas?|awards?))"
        ),
    ),
    (
        "won",
        "renewed",
        "+",
        (
            rf"\b(?:wins?|won|clinch(?:ed|es)|grabs?|grabbed|gains?|gained|claims|lined up) (?:a |an |its )?(?:{NEXT})"
            r"(?! (?:premiere|finale|opener|night|slot|awards?|ratings|time|of (?:his|her|the year)))"
        ),
    ),
    (
        "coming",
        "renewed",
        "+",
        (
            rf"(?<!no )\b(?:{NEXT})(?:,? (?:of|from|for) [^.;?!,]{{2,40}}?)? (?:is|are|[’']s) (?:now |definitely |certainly |"
            rf"also |"
            r"already )?(?:coming(?! (?:together|along|to|on|back)\b)|on the way|on its way|afoot|in the bag|guaranteed|"
            r"assured|"
            r"happening|in the pipeline|a done deal)\b|"
            rf"\b(?:will|would|is to|is set to) (?:continue|carry on|go on|live on|march on|run on) (?:with|for|into|to) (?:a |"
            rf"an |"
            rf"its |the )?(?:{NEXT})"
        ),
    ),
    (
        "bare_ordinal",
        "renewed",
        "+",
        (
            rf"\b(?:has|have|had|ha[’']?ve|[’']ve|[’']s)(?: \w+)? (?:ordered|commissioned|greenlit|picked up|approved|agreed "
            rf"to|signed "
            rf"(?:up |on )?for|booked) (?:a|an|the|its) {ORDINAL}(?=[.,;!”\"]|$| (?:and|but|too|as|in|for|on|already)\b)"
        ),
    ),
    (
        "time_only",
        "renewed",
        "+",
        (
            rf"\b(?:{NEXT})[^.;?!]{{0,60}}?\b(?:is|was|as)\b[^.;?!]{{0,20}}(?:(?:matter|question) of (?:time|when)|when,? "
            rf"(?:and )?"
            rf"not if)\b"
        ),
    ),
    (
        "picking_up",
        "renewed",
        "+",
        (
            r"\b(?:is|are|was) (?:going|about|set|poised|ready|expected|due) to (?:pick up|order|commission|make|save|rescue|"
            r"revive) "
            rf"(?:(?:a |an |the |its )?(?:{NEXT}))"
        ),
    ),
    (
        "good_as",
        "renewed",
        "+",
        (
            rf"\b(?:{NEXT})[^.;?!]{{0,40}}?\b(?:is|are|was|were|looks|seems) [“\"‘]?(?:as good as|all but|virtually|practically|"
            rf"pretty "
            rf"much|more or less) (?:signed|done|in the bag|certain|sealed|confirmed|guaranteed|assured|a done deal|agreed|"
            rf"ordered|"
            rf"locked(?: in)?|a given|official|there)\b"
        ),
    ),
    (
        "dragging_on",
        "in_talks",
        "+",
        (
            r"\b(?:talks|negotiations|discussions) between [^.;?!]{3,40}? and (?:the )?[^.;?!]{3,60}? (?:dragged on|drag on|"
            r"are (?:continuing|"
            r"ongoing|under way|still going on|at an? \w+ stage)|continue|continued|went on|lasted|have begun|began|stalled|"
            r"have stalled)\b"
        ),
    ),
    (
        "comes_back",
        "renewed",
        "+",
        (
            r"\b[Ii] (?:do )?(?:think|reckon|suspect|believe|bet|guess|imagine|expect) (?:that )?(?:it|they|the (?:show|series|"
            r"drama|"
            r"comedy)|we)(?:[’']ll| will)? (?:probably |likely |will |definitely |almost certainly |eventually )*(?:comes? back|"
            r"returns?|gets? (?:another|one more|a (?:second|third|fourth|fifth)|renewed|picked up|saved)|survives?|happens?)\b"
        ),
    ),
    (
        "rescued",
        "renewed",
        "+",
        (
            r"\b(?:rescue[ds]|saved|saves|revive[ds]|resurrect(?:ed|s)|brought back|brings back|reviving|rescuing) "
            rf"(?={TITLE})|\b(?:pick(?:ed|s|ing) up|order(?:ed|s)|renew(?:ed|s)) (?=it\b(?! (?:for|with|in|on) (?:his|her|my)))"
        ),
    ),
    (
        "straight",
        "renewed",
        "+",
        (
            r"\b(?:ordered|commissioned|picked up|greenlit|taken|sent|went|going|given a \w+) straight[- ]to[- ]series\b|"
            r"\bstraight-to-series (?:order|commitment|pick-?up)\b|\b(?:ordered|picked up|going|went|go) to series\b|"
            r"\bfrom pilot to series\b"
        ),
    ),
    (
        "developing",
        "in_development",
        "+",
        (
            rf"\b(?:is|are|was|been|now|already|[’']s|[’']re) (?:already |now |currently |busy |quietly )?(?:developing|drafting|"
            rf"mapping out) (?:a |an |the |its )?(?:{NEXT})|\b{ORDINAL}(?:,? [^.;?!,]{{0,20}})? (?:is|are) (?:already |now )?in "
            rf"development\b|"
            rf"\basked to (?:plan|write|develop|plot) (?:a |an )?(?:{NEXT}|{ORDINAL}\b)"
        ),
    ),
    (
        "last_one",
        "ending",
        "+",
        (
            rf"\b(?:will|would|is to|is set to|is going to)(?: now| also| indeed| \w+ly)? be (?:the|its|their|our|"
            rf"his|her|"
            r"(?:the )?[\w’'-]+[’']s|[“‘\"][^”’\"]{2,40}[’']s[”’\"]?) (?:last|final (?:one|season|series|outing|run)|swansong|"
            r"swan song|"
            r"farewell)\b(?! (?:week|year|month|chance|time|day|episode|role|film|stop|destination|act|appearance|performance|"
            r"job|"
            r"work|as|for (?:her|him|the actor)))|"
            rf"\b(?:{NEXT})[^.;?!,]{{0,40}}?\b(?:is|[’']s|as) (?:also |now |really )?(?:the|its|their) (?:last|final) "
            r"(?:one|ever)\b|\b(?:it|this|three|four|five|six)(?:[’']s| is| was)(?: going to be)? the (?:last|final) one\b"
            rf"(?! (?:who|that|to|I|he|she))"
        ),
    ),
    (
        "rounded_off",
        "ending",
        "+",
        (
            rf"\b(?:wrap(?:s|ped|ping)?|round(?:s|ed|ing)?|tie[sd]?|finish(?:es|ed|ing)?|close[sd]?|conclud(?:e|es|ed|ing)) "
            rf"(?:(?:up|off|out) )?(?={TITLE}){_AFTER_TITLE}(?: up| off| out)? (?:with|in) (?:a |an |one )(?:[\w-]+ "
            rf"){{0,3}}?(?:special|film|"
            r"movie|finale|season|series|run|episodes?|feature)\b|"
            r"\b(?:serves?|served|stands?|doubles?|acts?) as the (?:end|ending|last word|conclusion|finale|farewell) (?:of|to|"
            r"for)\b"
        ),
    ),
    (
        "stands",
        "cancelled",
        "+",
        (
            r"\b(?:the|its|our|their) (?:cancell?ation|axing|decision)(?: (?:of|on|about|over) [^.;?!,]{2,50}?)? (?:is|was|"
            r"remains) "
            r"(?:\w+ )?(?:final|definitive|irreversible)\b|"
            r"\b(?:the|its) (?:cancell?ation|axing)(?: of [^.;?!,]{2,50}?)? (?:stands|holds|came (?:as|after|when|in|on)|comes "
            r"(?:as|after))\b"
        ),
    ),
    (
        "plugged",
        "cancelled",
        "+",
        (
            r"\b(?:pull(?:ed|s|ing)? the plug on|sw(?:ung|ings?|inging) the axe? (?:on|at)|wield(?:ed|s|ing) the axe?\b|"
            r"call(?:ed|s|ing) (?:it (?:quits|a day)|time) (?:on|with|for)|(?:br(?:ought|ings?) down|dropp?(?:ed|s)?|r[au]ng "
            r"down) "
            r"the curtain on)|"
            r"\b(?:got|gets?|gotten|given|handed) (?:the|its) (?:axe?|chop|boot|heave-ho|bullet|push|elbow|order of the boot|"
            r"old heave-ho)\b(?! (?:from|off) (?:the )?(?:cast|team|job))|"
            r"\b(?:fell|falls|fallen) (?:to|under|victim to) the (?:axe?|chop|knife)\b|\bthe axe? (?:fell|falls|has fallen|"
            r"came down) on\b"
        ),
    ),
    (
        "let_go",
        "cancelled",
        "+",
        (
            rf"\b(?:cut(?:s|ting)?|cast|set|turned) (?={TITLE}){_AFTER_TITLE} (?:loose|adrift)\b|"
            rf"\b(?:part(?:ed|s|ing) (?:ways|company) with|abandon(?:ed|s)|walk(?:ed|s) away from|g(?:ave|ives) up on|"
            rf"end(?:ed|s)) (?={TITLE})|\b(?:brought|brings?) (?={TITLE}){_AFTER_TITLE} to an end\b|"
            rf"\blet(?:s|ting)? (?={TITLE}){_AFTER_TITLE} (?:die|go)\b"
        ),
    ),
    (
        "abandoned",
        "cancelled",
        "+",
        (
            r"\b(?:has been|was|had been|is being|been) (?:quietly |now |later |finally |effectively )?(?:abandoned|dropped|"
            r"pulled|ended|"
            r"discarded|binned|canned|let go|brought to an end|terminated)\b(?! (?:from|in|at|by the (?:river|road)|on (?:the )?"
            r"(?:streaming|platform)))"
        ),
    ),
)
