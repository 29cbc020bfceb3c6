"""How far a shoot is, in agendas, permits, asides and captions: read first of all."""

from __future__ import annotations

from cliffhanger.claims.kinds.dates.told_stages import DAY, MONTH, OURS, WE, WHEN, WORK, told_rules

_FIRST: tuple[tuple[str, str, str], ...] = (
    (
        "in_development",
        "+",
        (
            r"\b(?:is|are|busy|been|[’']re) (?:now |already |busy )?(?:mapping|plotting|sketching|planning) out (?:season|"
            r"series|the \w+ "
            r"(?:season|series))\b"
        ),
    ),
    (
        "wrap_expected",
        "+",
        (r"\b(?:wrap|wrapping) date (?:of|for|is|has been set|set)\b"),
    ),
    (
        "wrapped",
        "+",
        (
            rf"\bwhich (?:was |were )?(?:filmed|shot)(?= (?:from|over|between|during|last)\b){WHEN}|"
            r"\b(?:has|have|[’']ve|[’']s|had) (?:now |already |just )?(?:shot|filmed) (?:all |most |the last )?(?:of )?(?:my|"
            r"his|her|their) "
            r"(?:\w+ )?(?:scenes|part|episodes)\b|\ball (?:of the )?(?:\w+ )?(?:episodes|hours|parts|instal+ments) are (?:now "
            r")?complete\b"
        ),
    ),
    (
        "delayed",
        "+",
        (
            rf"\b(?:pushed|moved|put|shifted|bumped|delayed)(?: back)? (?:the )?(?:start of )?(?:the |its )?(?:filming|shoot|"
            rf"production|"
            rf"shooting)(?: dates?)?(?: back| out)? (?:(?:to|until|from) (?=(?:the |early |late |mid-)*{DAY})|by (?:an? |\w+ "
            rf")(?:\w+ )?"
            rf"(?:days?|weeks?|months?|year)\b)"
        ),
    ),
    (
        "scheduled",
        "-",
        (r"\bcameras? (?:won[’']t|will not|would not|wouldn[’']t) (?:now )?(?:roll|turn)\b(?! (?:until|till|before))"),
    ),
    (
        "wrapped",
        "+",
        (
            rf"\b(?:took|spent) (?:(?:just|only|about|some|nearly|over) )*(?:\w+ ){{1,2}}(?:days|weeks|months) (?:to (?:shoot|"
            rf"film|make)|"
            rf"(?:shooting|filming) (?:it|{OURS}))\b|"
            r"\b(?:season|series|episodes|run) (?:was|were) (?:all )?made (?:over|in) (?:\w+ ){1,2}(?:weeks|months|days)\b|"
            rf"\b(?:with|now that|now) (?:the (?!shooting))?{WORK}(?: (?:of|on|for) [^.,;?!]{{2,50}}?)? (?:now |all |is "
            rf")?(?:done|finished|"
            rf"complete|"
            r"completed|wrapped|over|behind (?:them|us|her|him))\b|"
            r"\b(?:fresh from|straight from|after|since|having just|before) wrapp(?:ing|ed) (?:up )?(?:season|series|filming|"
            r"production|"
            r"the (?:\w+ )?(?:season|series|shoot|run))\b"
        ),
    ),
    (
        "filming",
        "+",
        (
            rf"\b(?:with|as|while|and) (?:the )?{WORK}(?: (?:of|on|for) [^.,;?!]{{2,50}}?)? (?:now |already |still |is |well "
            rf")*(?:under "
            rf"?way|in full swing|continu(?:es|ing)|goes on|going on|gathers pace|ongoing|in progress)\b|"
            r"\b(?:seen|spotted|photographed|pictured|snapped|papped) (?:back )?on (?:the |its )?set\b(?! of (?:a|an|his|her)\b)|"
            rf"\b{WORK}, [^,.;?!]{{3,50}}, (?P<own>(?:has |have )(?:now |finally )?(?:resumed|restarted|begun again|started "
            rf"again))\b"
        ),
    ),
    (
        "scheduled",
        "+",
        (
            rf"\b{WORK}, [^,.;?!]{{3,50}}, (?P<own>(?:now |finally )?(?:resumes|restarts|starts again|(?:will|is to|is due to|"
            rf"should) "
            rf"(?:resume|restart|start again)))\b|"
            rf"\b{WORK}, which (?:now |only )?(?:starts|begins|resumes|kicks off|gets under ?way|is (?:due|set|scheduled|"
            rf"expected) to "
            rf"(?:start|begin))\b|"
            rf"\b(?:{WORK}|cameras) (?:is|are|was|were) (?:now |currently |provisionally |tentatively |still |again )+(?:set|"
            rf"slated|"
            rf"scheduled|due|planned|pencil+ed in|earmarked|expected|down|eyed) (?:for|in|to (?:start|begin|resume|roll))\b|"
            r"\b(?:days?|weeks?|months?|fortnight) (?:away|out|off) from (?:filming|shooting|the (?:shoot|start of)|cameras|"
            r"production|"
            r"starting)\b|\bhave (?:the )?cameras (?:rolling|turning)\b|\b(?:next|then) (?:shoots|films) (?:season|series|the "
            r"\w+ "
            r"(?:season|series))\b|"
            rf"\b(?:keep|clear|cleared|block(?:ed)?(?: out| off)?|set aside)\b[^.;?!]{{2,50}}? for (?:filming|shooting|the "
            rf"shoot)\b|"
            r"\b(?:cast|crew|actors|unit|stars)\b[^.;?!]{0,30}? (?:given|have|got|told|has) (?:of )?an? (?:start|call|shoot|"
            r"filming) "
            r"date\b|"
            r"\b(?:production|crew|unit|cast and crew) (?:will|is to|is due to) be (?:in|at|on) [^.,;?!]{3,40}? (?:for (?:\w+ "
            r"){1,2}(?:days|"
            r"weeks|months) )?from\b"
        ),
    ),
    (
        "dated",
        "+",
        (
            rf"\b(?:permits?|council|film (?:office|commission)|residents|road closures?|call sheets?|production (?:listing|"
            rf"weekly|notice)|"
            rf"notices?)\b[^.;?!]{{0,80}}?(?<! a )(?:\bfilming|\bshooting(?! of)|\bthe shoot|\bshoots?|"
            rf"\bstart)\b(?![^.;?!]*\bsince\b){WHEN}|\bcall "
            rf"sheets?\b[^.;?!]{{0,40}}? for "
            rf"an? (?=[^.;?!]{{3,20}} start\b)"
        ),
    ),
    (
        "halted",
        "+",
        (
            r"\b(?:production|filming|shooting) (?:hiatus|pause|shutdown|stoppage|freeze)\b(?! (?:rumou?r|claim))|"
            rf"\b{WORK} (?:is|was|went|goes) on (?:an? |its )?(?:\w+ )?(?:break|hiatus)\b|\bdown(?:ed|ing)? tools\b|"
            rf"^[“\"]?(?:Halted|Suspended|Paused|Shut down|Stopped) (?:in|by|after|since|on|for|because)\b(?=[^.;?!]{{3,60}}, "
            rf"(?:the )?"
            rf"{WORK})|\b[Ww]e (?:shut down|had to (?:stop|shut down)|were shut down|were (?:rained|snowed) off)(?= for (?:an? "
            rf"|\w+ )"
            rf"(?:\w+ )?(?:days?|weeks?|months?|fortnight))"
        ),
    ),
    (
        "delayed",
        "+",
        (
            rf"^[“\"]?(?:Long |Much )?(?:[Dd]elayed|[Pp]ostponed|[Hh]eld up) (?:by|because of|for|from|after|"
            rf"since)\b(?=[^.;?!]{{3,60}}, "
            rf"(?:the )?{WORK})|"
            rf"\b{WORK}(?: (?:of|on|for) [^.,;?!]{{2,40}}?)? (?:has|have|had) (?:been )?(?:moved|shifted)(?: back)? (?:from|to|"
            rf"into) "
            rf"(?=(?:early |late |the |mid-)*{DAY})"
        ),
    ),
    (
        "wrap_expected",
        "+",
        (
            rf"\b{WE} (?:won[’']t|will not|wouldn[’']t) be (?:all )?(?:done|finished|wrapped) (?:filming |shooting )?(?:until|"
            rf"till|before)\b"
        ),
    ),
    (
        "dated",
        "+",
        (
            rf"(?<!after )(?<!since )(?<!following )\b(?:an?|the|its|this) (?:early |late |mid-)?(?=(?:{MONTH}|spring|summer|"
            rf"autumn|fall|"
            rf"winter)[a-z]*(?: 20\d\d)? (?:shoot|start of filming|start to filming|production start|filming start|start of "
            rf"production)\b)"
        ),
    ),
    (
        "scheduled",
        "+",
        (
            rf"\b(?:due|goes|go|going|back|be|set to be) on the (?:studio |stage )?floor\b{WHEN}|"
            rf"\b{WORK} (?:kicks|gets|moves|cranks|gears|ramps) (?:in)?(?:to)? ?(?:up\b|(?:high |full )?gear\b)"
        ),
    ),
    (
        "wrapped",
        "+",
        (
            r"\b(?:finish|wrap|complet)\w+ (?:up )?(?:filming |shooting )?(?:all )?(?:of )?(?:my|his|her|their) (?:last |final "
            r"|remaining )?"
            r"(?:scenes|episodes|stint|block|shots)\b|"
            r"\b(?:episodes?|season|series|it|show|they)(?: \w+)? (?:has|have) been (?:sitting |gathering dust )?on (?:a|the|"
            r"its) shel(?:f|ves) "
            r"(?:since|for)\b"
        ),
    ),
    (
        "filming",
        "+",
        (
            r"\b(?:were|was) still (?:busy )?(?:filming|shooting|in production|on location)\b(?! (?:a|an|another) )|"
            r"\b\w+ (?:episodes|blocks) into (?:filming|shooting|the shoot)\b"
        ),
    ),
    (
        "delayed",
        "+",
        (
            r"\b(?:cost|costs|costing|lost) (?:the )?(?:crew|production|shoot|unit|filming) (?:an?|about|some|\w+|more than "
            r"\w+|a further)"
            r"(?: \w+)? (?:days?|weeks?|months?)\b|\b(?:crew|production|shoot|unit) (?:has |had |have )?lost (?:an?|about|some|"
            r"\w+|nearly "
            r"\w+)(?: \w+)? (?:days?|weeks?)(?! (?:earlier|later|ago))\b"
        ),
    ),
    (
        "wrapped",
        "+",
        (
            r"\bwrapped(?: up)? on (?=season|series|the (?:\w+ )?(?:season|series|show|shoot))|"
            r"\b(?:that[’']s|it[’']s|and that[’']s|called?) an? (?:season|series|picture|show|official) wrap\b|\b(?:season|"
            r"series|picture) wrap "
            r"(?:on|for)\b"
        ),
    ),
    (
        "filming",
        "+",
        (r"\b(?:in the middle of|busy|midway through|partway through) (?:filming|shooting)\b(?! (?:a|an|another|practice)\b)"),
    ),
    (
        "delayed",
        "+",
        (rf"\b{WORK}(?: (?:of|on|for) [^.,;?!]{{2,40}}?)? (?:had to be|was|were|has been|have been|is being) rescheduled\b"),
    ),
    (
        "scheduled",
        "-",
        (
            r"\b(?:no (?:word|news|indication)|(?:not|n[’']t) (?:yet )?(?:known|clear|say|said|announced)|unclear|unknown)(?: "
            r"yet| as yet)?(?: "
            r"on| of| as to)? when (?:the )?(?:\w+ ){1,3}?(?:will|would|might|can|is to|are to|is due to) (?:start |begin |go |"
            r"resume )?(?:film"
            r"(?:ing)?|shoot(?:ing)?|roll(?:ing)?|before the cameras|into production|production)\b"
        ),
    ),
)


FIRST_TOLD = told_rules(_FIRST)
