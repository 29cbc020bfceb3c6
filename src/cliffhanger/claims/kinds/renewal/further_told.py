"""What is kept or given another year, in more of the words of news: read after the common rules."""

from __future__ import annotations

from cliffhanger.claims.kinds.renewal.further_ends import FURTHER_ENDS
from cliffhanger.claims.kinds.renewal.rules import NEXT, SHOW, Rule, rules
from cliffhanger.claims.kinds.renewal.unsettled_rules import TITLE
from cliffhanger.claims.numbers import ORDINAL, SMALL_NUMBER

_SURE = (
    r"(?:likely|certain|guaranteed|assured|inevitable|probable|a (?:formality|certainty|lock|safe bet|sure thing|given|done "
    r"deal|foregone conclusion|no-brainer)|on the cards|in the cards|in the bag)"
)
_OF_SHOW = rf"(?:the (?:[\w’-]+ ){{0,3}}?(?:{SHOW})|it|[“‘\"][^”’\"]{{2,50}}[”’\"])"
_ORD_ONE = rf"(?:an?|the|its) {ORDINAL}(?: one)?"
_YEARS = (
    rf"(?:(?:another|one more|two more|three more|{SMALL_NUMBER} (?:more|further|extra)|an? (?:further|extra|"
    rf"{ORDINAL})) (?:years?|term|helping|go(?:-round| around)?|outings?|bite))"
)
_REPRIEVE = r"(?:reprieve|stay of execution|new lease (?:of|on) life|lifeline|second life|second wind|second chance)"
_LIKE = (
    r"(?:(?:very|highly|increasingly|more than|quite|pretty|almost|nearly|all but|virtually|practically|even more|"
    r"hugely) )*"
)
_SURELY = rf"{_LIKE}(?:{_SURE}|unavoidable|a no-brainer|a matter of time|a lot more likely|more likely)"

_KEPT: tuple[Rule, ...] = rules(
    (  # a network that keeps a series
        "keeps",
        "renewed",
        "+",
        (
            rf"\b(?:stick(?:s|ing)|stuck|stay(?:s|ing|ed)|st(?:ands?|anding|ood)|persist(?:s|ed|ing)|persever(?:es|ed|ing)) "
            rf"(?:with|by) (?={TITLE})|"
            rf"\b(?:keep(?:s|ing)?|kept) (?={TITLE}){_OF_SHOW} (?:on (?:the )?(?:air|schedules?|books|slate|line-?up)|going|"
            rf"alive|"
            rf"around|running)\b|"
            rf"\b(?:doubl(?:es|ed|ing) down on|re-?order(?:s|ed|ing)|hold(?:s|ing)? on to|hung on to) (?={TITLE})"
        ),
    ),
    (  # "has decided to renew it", "the decision to renew it was made"
        "resolved",
        "renewed",
        "+",
        (
            rf"\b(?:decided|opted|resolved|elected|voted) to (?:renew|re-?commission|re-?order|bring back)(?= {_OF_SHOW})|"
            rf"\b(?:decided|opted|resolved|elected|voted) to bring {_OF_SHOW} back\b|"
            rf"(?<!\b[Nn]o )\b(?:decision|vote) to (?:renew|re-?commission) {_OF_SHOW} (?:was|has been|had been|came|is) "
            rf"(?:made|taken|reached|announced|in|on|last|this|after|as|just)\b"
        ),
    ),
    (
        "picks_up",
        "renewed",
        "+",
        (
            rf"\b(?:pick(?:s|ed|ing)|snap(?:s|ped|ping)) (?={TITLE}){_OF_SHOW} up(?= for (?:a|an|its|another|more|two|three|"
            rf"season|series)\b| from (?-i:[A-Z]))|"
            rf"\bt(?:ook|aken|akes) (?={TITLE}){_OF_SHOW} over from\b|\bt(?:ook|aken|akes) over (?={TITLE}){_OF_SHOW} from\b"
        ),
    ),
    (
        "stays",
        "renewed",
        "+",
        (
            r"\b(?:will be |is |are )?(?:stick(?:ing|s)|hang(?:ing|s)|stay(?:ing|s)) around\b|\b(?:is|are|will be) here to "
            r"stay\b|"
            rf"\b(?:liv|surviv)(?:es|ed) to (?:see|fight|tell|play|run) (?:another|one more|a {ORDINAL}) (?:year|day|season)\b"
        ),
    ),
    (
        "will_order",
        "renewed",
        "+",
        (
            rf"\b(?:will|would|[’']ll) (?:soon |probably |likely |definitely |surely |almost certainly |eventually "
            rf")?(?:order|renew|"
            rf"commission|recommission|green-?light|pick up|bring back) (?:a |an |the |it for (?:a |an )?)?(?:{NEXT}|"
            rf"(?={TITLE}))|"
            r"\b(?:hit|press|push)(?:ed|es|s|ing)? (?:the )?[“\"‘]?renew(?:al)?[”\"’]? button\b|"
            rf"\b(?:said|says|saying) (?:a (?:big )?)?[“\"‘]?yes[”\"’]? to (?:a |an |the |another )?(?:{NEXT}|{SMALL_NUMBER} "
            rf"more|{ORDINAL}\b|more\b)|"
            rf"\b(?:{NEXT}) (?:is |was |are )?(?:now |already |officially |definitely |very much |finally )*on(?: order\b|"
            rf"(?= (?:at|for) "
            rf"(?-i:[A-Z])|[.,;!”]|$))|"
            rf"\b(?:order(?:ed|s)|commission(?:ed|s)|booked) (?:(?:another|a further) "
            rf"{SMALL_NUMBER}|{SMALL_NUMBER} more)"
            rf"(?=[.,;!”]|$)|"
            rf"\bmore (?:of )?(?={TITLE}){_OF_SHOW} (?:to come|(?:is |are )?on the way|is coming)\b|\bink is (?:\w+ )?dry on "
            rf"[^.;?!,]{{0,25}}?(?:{NEXT})|"
            rf"\b(?:more|further|additional|extra) episodes (?:have been|were|are being|had been) (?:ordered|commissioned|"
            rf"greenlit|confirmed)\b|"
            rf"\b(?:we(?:[’']re| are)|fans are|viewers are|audiences are) (?:officially |definitely |finally |all |really "
            rf")?(?:getting|going to "
            rf"get) (?:a |an |another )?(?:more (?:of )?(?={TITLE})|{NEXT})|"
            rf"\b(?:the|its|this|a) (?:[\w-]+ )?(?:pick-?up|recommission) (?:comes?(?! as (?:little|no)\b)|"
            rf"came(?! as (?:little|no)\b)|follows?|followed|means|takes|"
            rf"brings|ensures|was "
            r"announced|had been)\b"
        ),
    ),
    (
        "happy_to",
        "renewed",
        "+",
        (
            rf"\bcan(?:no|[’'])t wait to (?:bring|take|welcome|share|return|get back|come back|be back|make|do|start|"
            rf"continue|dive|get (?:going|"
            rf"started)|tell) [^.;?!”]{{0,60}}?(?:{NEXT}|{_ORD_ONE}\b(?= (?:time|[.,;!”])|[.,;!”]|$))|"
            r"\bwe(?:[’']re| are) (?:doing|making|getting|filming) (?:another|more|an? (?:second|third|fourth|fifth|"
            r"sixth))(?= (?:one|season|series|run)\b|"
            r"[.,;!”]|$)|"
            rf"\b(?:over the moon|ecstatic|elated|stoked|grateful|chuffed|buzzing|beyond (?:thrilled|excited|happy|grateful)|"
            rf"so (?:happy|glad|"
            rf"proud|pleased|excited|grateful)|thrilled|delighted) (?:to (?:be |get to |have )?(?:do|doing|make|making|given|"
            rf"giving|bring|bringing|"
            rf"announce|share|start|come back for|be back for)|about|that (?:we[’']re|we are|it[’']s|they[’']re) (?:getting|"
            rf"doing|making|coming back "
            rf"for)) (?:a |an |the |us |you |it )*(?:{NEXT}|{_ORD_ONE}(?=[.,;!”]|$))"
        ),
    ),
    (
        "comes_again",
        "renewed",
        "+",
        (
            r"\b(?:returns?|is back|are back|comes? back)(?= (?:[^.;?!,]{0,30} )?for (?:a|an|its|one) (?:[\w-]+ and "
            r")?(?:final|last|concluding|"
            r"farewell) (?:season|series|run|batch|outing|chapter|\w+ (?:season|series))\b)"
        ),
    ),
    (
        "kept_shows",
        "renewed",
        "+",
        (
            r"\b(?:shows?|series|dramas?|comed(?:y|ies)|sitcoms?|thrillers?|originals?) (?:that |which )?(?:the )?"
            r"[\w+]+(?: [A-Z]\w+)? (?:has|have) (?:brought back|kept|renewed|saved|picked up)\b"
        ),
    ),
    (
        "prolonged",
        "renewed",
        "+",
        (
            r"\b(?:is|was|has been|have been|had been|will be|being) (?:prolonged|extended)(?= (?:with|for|by|until|through) "
            r"(?!(?:\w+ )?(?:minutes|hours|weeks|days)))|"
            r"\bprolong(?:s|ed) (?=the (?:\w+ )?(?:show|series|drama|comedy)\b|[“‘\"])"
        ),
    ),
    (
        "more_years",
        "renewed",
        "+",
        (
            rf"\b(?:hand(?:ing|ed|s)|giv(?:ing|en|es)|gave|grant(?:ing|ed|s)|offer(?:ed|s|ing)|award(?:ed|s)|gets?|getting|"
            rf"earn(?:s|ed)|w[io]ns?|booked|secured|landed|ordered|ordering) (?:(?:{_OF_SHOW}) )?(?:for )?{_YEARS}\b"
            rf"(?! (?:in|behind|of (?:prison|probation|age|study|work)|to live|as))"
        ),
    ),
    (
        "reprieve",
        "renewed",
        "+",
        (
            rf"\b(?:granted|given|handed|gets?|got|gotten|wins?|won|earn(?:s|ed)|thrown|receiv(?:es|ed)|found|finds) "
            rf"(?:itself )?(?:a |an |the )?(?:[\w-]+ )?{_REPRIEVE}\b"
        ),
    ),
    (
        "was_ordered",
        "renewed",
        "+",
        (
            rf"\b(?:{NEXT}|{_ORD_ONE})(?<!episodes)(?:,[^.;?!,]{{2,30}},)? (?:has|have|had|was|were|is)(?: (?!not|never|"
            rf"yet)[a-z]+){{0,3}}? "
            rf"(?:ordered|commissioned|"
            r"greenlit|approved|confirmed|signed off|agreed)\b(?! (?:to|for|that) )|"
            rf"(?<!if )(?<!whether )(?<!hope )\bthere (?:really |definitely |certainly |indeed )?(?:is|[’']s)(?: indeed| "
            rf"definitely|"
            rf" really| going to be| most definitely)* (?:a |an )?(?:{NEXT})(?= (?:coming|on (?:the|its) way|in the (?:works|"
            r"pipeline))|[,.;!”\"]|$)|"
            rf"\b(?:put(?:s|ting)? in|plac(?:es|ed|ing)|made) (?:an |the |its )?(?:order|commission) for (?:a |an |the "
            rf")?(?:{NEXT})|"
            rf"\basked (?:the |its |his |her )?(?:producers?|makers|studio|writers|team|creators?|company|us|them|"
            rf"(?-i:[A-Z]\w+))"
            rf"(?: [A-Z]\w+)? (?:for|to (?:make|produce|deliver)) (?:a |an |the )?(?:{NEXT})"
        ),
    ),
    (
        "gets_renewal",
        "renewed",
        "+",
        (
            r"\b(?:gets?|got|receiv(?:es|ed)|scor(?:es|ed)|nab(?:s|bed)|bag(?:s|ged)|net(?:s|ted)|pick(?:s|ed) up|"
            r"clinch(?:es|ed)|"
            r"snag(?:s|ged)|scoop(?:s|ed)) (?:an? |its |the )?(?:[\w-]+ ){0,2}?(?:renewal|recommission|pick-?up)\b"
        ),
    ),
    (
        "called_likely",
        "renewed",
        "+",
        (
            r"\b(?:mak(?:es?|ing)|made|call|consider|deem|render(?:s|ed)?|rate|leav(?:es|ing)) (?:a |an |the |another )?"
            rf"(?:{NEXT}|renewal|pick-?up|return|recommission)(?:,? [^.;?!,]{{2,30}}?)? (?:look )?{_SURELY}\b|"
            rf"\b(?:(?:(?:our|my|the|all the) )?(?:smart |safe |real )?money(?:[’']s| is| would be)|I(?:[’']d| would) (?:bet|"
            rf"put (?:my |good )?money)|we(?:[’']d| would) (?:bet|put (?:our |good )?money)|(?:is|are) betting) (?:firmly |"
            rf"all |"
            rf"still )?on (?:a |an |the |another )?(?:renewal|{NEXT}|return|pick-?up|it (?:being renewed|coming back|"
            rf"returning))|"
            rf"\bmoney says [^.;?!]{{2,40}}?(?:{NEXT}|renew\w*|return\w*|back\b)|"
            rf"^(?:so |and |you can )?expect (?:a |an |another )?(?:swift |speedy |quick |early )?(?:renewal|pick-?up|"
            rf"recommission)\b|"
            rf"\b(?:I|we)(?:[’']m| am|[’']re| are)? (?:\w+ )?(?:think|reckon|believe|bet|guess|expect|suppose|confident|sure|"
            rf"certain|thinks|thinking) (?:that )?(?:they|it|we|the (?:show|series|drama))(?:[’']ll| will) (?:\w+ )?(?:get|be "
            rf"given|land|earn) (?:one|another|it)\b|"
            rf"\b(?-i:[A-Z]\w+) (?:thinks|reckons|believes|expects|suspects) (?:that )?(?:they|it|we)(?:[’']ll| will) (?:\w+ "
            rf")?"
            rf"(?:get (?:one|another|it)|be back|come back|be renewed|return)\b"
        ),
    ),
)
FURTHER_TOLD: tuple[Rule, ...] = (*_KEPT, *FURTHER_ENDS)
# Said of much else: of a series only where that is the object, and one who decides says or does it.
FURTHER_BY_OWNER = frozenset({"keeps", "picks_up", "drops_it"})
# Said of people, firms and plays as well: of a series only where that is the subject.
FURTHER_BOUND = frozenset(
    {
        "stays",
        "farewell",
        "doomed",
        "prolonged",
        "more_years",
        "reprieve",
        "gets_renewal",
        "wont_see",
        "run_ends",
        "its_end",
        "on_break",
        "of_cancelling",
    }
)
# Guesses, whatever else the sentence says of whose they are.
FURTHER_GUESSES = frozenset({"fears_for", "doomed", "on_the_wall", "few_expect", "sure_to_keep", "called_likely"})
