"""How far the making is, as crews, agendas and fans tell it: what is read before the general words, which would go wrong."""

from __future__ import annotations

import re

from cliffhanger.claims.patterns import Pattern, regex

_NO_FIRM = r"(?! (?:compan|committee|team|designer|partner|house|office|cost|budget|value|manager|assistant|crew|credit))"
THE_SHOOT = (
    r"(?:(?:the|its|their|an?|this|that) (?:(?!photo|fashion|trailer|commercial|wedding|engagement|calendar|magazine|cover)"
    r"[\w-]+ ){0,3}?shoot)"
)
WORK = (
    rf"(?:filmings?|shooting|production{_NO_FIRM}|principal photography|photography|lensing|recording|{THE_SHOOT}|work on the "
    r"(?:\w+ )?(?:series|season|show|episodes|run))"
)
MONTH = r"(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Christmas|Easter)"
DAY = rf"(?:{MONTH}|spring|summer|autumn|fall|winter|next |this |later |20\d\d|\d{{1,2}}(?:st|nd|rd|th)? )"
_AT = r"(?:in|on|from|by|until|till|before|after|around|between|over|during|at|through|throughout|since)"
# A day of the calendar follows: "in Belfast from the middle of May".
WHEN = (
    rf"(?=[^.;?!]{{0,45}}?\b(?:{_AT}(?: the| mid| late| early|[ -]to-late| end| middle| start| beginning| first| last| second| "
    rf"half| week| of|-)*[ -]{DAY}|(?:next|this|last|later this) (?:week|month|year|spring|summer|autumn|fall|winter|{MONTH})|"
    r"tomorrow))"
)
OURS = (
    r"(?:season \w+|series \w+|(?:the|this|its|our|their) (?:\w+ ){0,2}?(?:season|series|show|drama|comedy|thriller|run|sequel))"
)
WE = r"(?:we|they|the (?:cast and crew|cast|crew|team|unit|producers|makers))"
ADVERBS = r"(?:now |already |currently |still |just |finally |officially |all |well |very much |pretty much |nearly |almost )*"

_ONCE = (
    r"(?:(?:was|were) (?:meant|supposed|originally (?:due|set|scheduled|slated))|had been (?:due|set|scheduled|slated|meant|"
    r"supposed|planned|expected)) to"
)

_NARROW: tuple[tuple[str, str, str], ...] = (
    (
        "delayed",
        "-",
        (
            rf"\b{WORK}\b[^.;?!]{{0,40}}? (?:ha(?:s|ve|d)|was|were|is|are)(?:n[’']t| not| never)(?: yet)?(?: been)? (?:delayed|"
            r"postponed|pushed back|put back)\b|"
            rf"\b(?:it|{WE}|{WORK})(?:[’']s| is| was|[’']re| are| were)(?: not|n[’']t) (?:running )?(?:behind(?: schedule)?|"
            rf"late)"
            r"(?=[.,;!”\"]|$| at all)|\b(?:isn|aren|wasn)[’']t (?:running )?(?:behind schedule|running late)\b"
        ),
    ),
    (
        "delayed",
        "+",
        (
            rf"\b(?:{WORK}|cameras)\b[^;?!]{{5,90}}?(?:and|but|before|until|then),? (?P<own>(?:it |they )?(?:has|have|had|was|"
            r"were|is|being) (?:now |since |then |again )*(?:been )?(?:delayed|pushed(?: back)?|postponed|put back|moved back|"
            r"held "
            r"over)\b)"
        ),
    ),
    (
        "scheduled",
        "+",
        (
            r"\b(?:re-?shoots?|pick-?ups|additional (?:photography|scenes|filming))\b(?: (?:of|for|on) [^.;?!,]{2,30}?)? (?:is|"
            r"are|"
            r"have been) (?:now |also |being )?(?:planned|scheduled|set|due|slated|pencil+ed in|booked|expected|lined up)\b|"
            r"\b(?:re-?shoots?|pick-?ups|additional photography) (?:will|are to|is to|are due to|begin|start)\b"
            r"(?! (?:cost|swallow))|"
            r"\b(?:(?:will|to|could) (?:be )?)?(?:shot|filmed|shoot|film|filming|shooting) back[- ]to[- ]back(?:,? (?:from|"
            r"starting|"
            r"beginning|kicking off)\b)?"
        ),
    ),
    (
        "wrapped",
        "+",
        (
            r"\b(?:seasons?|series|episodes?|run|show|drama|comedy|thriller|specials?|finale|pilot|films|instal+ments?|parts|"
            r"scenes|"
            rf"sequences?|hours|minutes)\b[^.;?!]{{0,60}}?(?:, |\()(?P<own>(?:(?:and |all |which (?:was|were) )?(?:shot|filmed)) "
            rf"(?=(?:between|from|over|during|across|in|last|on|at|around)\b){WHEN})"
        ),
    ),
    (
        "filming",
        "+",
        (
            r"\b(?:crew|cast and crew|cast|team|unit|production|[Ww]e|[Tt]hey) (?:flew|went|travel+ed|headed|decamped|moved|"
            r"returned|came|sailed) (?:back |out |over )?(?:to|from) [^.;?!]{2,50}? to (?:film|shoot)\b(?! (?:him|her|it out)\b)"
        ),
    ),
    (
        "dated",
        "+",
        (
            r"^(?:[-–•*] ?)?(?:[“\"‘][^”\"’]{2,40}[”\"’],? )?(?:(?:season|series) \w+ )?(?:the )?(?:(?:film|shoot)(?:ing)?|"
            r"production|"
            r"principal photography|shoot(?:ing)? dates|filming dates|production dates|production schedule|shooting schedule)"
            r"(?:(?: (?:dates|schedule))?(?: (?:are|is|run from|runs from))? ?[:\t–—|-]| (?:dates|schedule) (?:are|is|run|"
            r"runs)(?: "
            rf"from)?) ?(?=.{{0,24}}{DAY})"
        ),
    ),
    (
        "scheduled",
        "-",
        (
            r"\bno (?:firm |fixed )?(?:start(?:ing)? )?(?:dates?|plans?) (?:yet )?(?:for|of|to) (?:the )?(?:start of )?(?:film|"
            r"shoot|production|photography|recording|cameras)[^.;?!,]{0,40}|"
            r"\b(?:no (?:word|news|indication)|(?:not|n[’']t) (?:yet )?(?:known|clear|say|said|announced)|unclear|unknown|"
            r"remains? "
            r"to be seen)(?: yet| as yet)?(?: on| of| as to)? when (?:the )?(?:cameras|filming|shooting|production|the shoot|"
            r"work) "
            r"(?:will|would|might|could|can|is|are|begins?|starts?|resumes?)[^.;?!,]{0,25}"
        ),
    ),
    (
        "halted",
        "+",
        (
            r"(?<!no )\b(?:hiatus|shutdown|stoppage|suspension|pause|interruption)s? (?:in|of|to) (?:the )?(?:filming|shooting|"
            r"production|"
            r"shoot|photography)\b|"
            rf"\b(?:press(?:es|ed)?|hit|hits) (?:the )?pause(?: button)? on (?:all )?(?:the )?{WORK}\b|"
            r"\b(?:put|puts|placed) (?:all )?(?:the )?(?:filming|shooting|production|shoot) on (?:hold|ice|pause)\b|"
            r"\b(?:cast|crew|cast and crew|everyone|actors|unit) (?:was|were|has been|have been|had been|being) (?:all )?(?:sent "
            r"home|stood down|laid off)\b|\b(?:pulled|pulls) the plug on (?:filming|shooting|production|the shoot)\b|"
            rf"\b{WORK} (?:of|on|for) (?![^.;?!]{{0,120}}? (?:commenced|beg[au]n|started|kicked off|resumed|got) "
            rf")(?-i:[A-Z“‘\"])[^.;?!]{{20,160}}? (?:has|have|had|was|were) (?:now |again |also |abruptly "
            r")*(?:been )?(?:halted|suspended|paused|put on (?:hold|pause|ice)|shut down|stopped)\b"
        ),
    ),
    (
        "wrap_expected",
        "+",
        (
            r"\b(?:last|final) (?:day|clap|slate|week|scenes?|shots?|take|block)(?: of (?:the )?(?:filming|shooting|production|"
            r"photography|"
            r"shoot))? (?:is|are|will be|should be) (?:now |still |currently )*(?:planned|pencil+ed in|due|set|scheduled|slated|"
            r"expected|down|booked|on|to be)\b(?! (?:live|fire))|"
            r"\b(?:film|shoot)(?:ing|s)?\b[^;?!]{0,120}?\b(?P<own>(?:it|they|we|which|that|everything)(?:[’'](?:s|re)| is| are| "
            r"should| "
            r"will|[’']ll)(?: (?:supposed|due|set|scheduled|expected|meant|slated|going|on (?:track|course)|likely) to)? (?:wrap|"
            r"finish|end|"
            r"be (?:done|finished|wrapped|over))\b(?: up| there| by)?)|"
            rf"\b{WE}(?:[’']re| are)? (?:supposed|due|set|scheduled|expected|meant|slated|hoping|hope|plan|aim|on (?:track|"
            rf"course)) "
            r"to (?:wrap|finish (?:filming|shooting)|be (?:wrapped|done))\b|"
            rf"\b{WORK}\b[^.;?!]{{0,90}}?[ ,](?P<own2>(?:and (?:then )?)?(?:wrapping|finishing|concluding)(?: up)?(?= (?:in|"
            rf"on|by|"
            r"at|before|around|next|this) ))|"
            r"\b(?:are|is|[’']re|[’']s|be) (?:still )?(?:filming|shooting|in production|on set|on location)(?: (?:there|here|in "
            r"(?-i:[A-Z])[\w’-]+))? (?:until|till|through|up to)\b"
        ),
    ),
    (
        "filming",
        "+",
        (
            r"\b(?:cast and crew|cast|crew|team|unit|actors|stars|[Ww]e|[Tt]hey) (?:have |has )?(?:all )?(?:reassembled|reunited|"
            r"regrouped|returned|gathered|assembled|reconvened|went back|are back|is back) [^.;?!]{0,45}?(?:to (?:start|begin|"
            r"resume) (?:work|shooting|filming|production)|for (?:(?:the |its )?(?:first|opening) (?:day|week)|filming|the shoot|"
            r"day one))\b|"
            r"\b(?:there(?:[’']s| is| are) |have |has |with )?(?:still |only |just |about )*\w+ (?:more )?(?:days?|weeks?|"
            r"months?|"
            r"episodes?|scenes) "
            r"(?:still )?(?:left )?(?:to (?:shoot|film)(?! (?:down|at|him)\b)|of (?:filming|shooting|the shoot) (?:left|to go|"
            r"remain(?:s|ing)?))\b|"
            r"\b[Dd]ay (?:one|two|three|\d{1,3}) (?:of|on) (?:the )?(?:filming|shoot|shooting|production|set|photography)\b"
        ),
    ),
    (
        "writing",
        "-",
        (
            r"\bthere(?:[’']s| is| are) (?:still |currently |literally )*(?:no|not (?:a|one)(?: single)?) (?:\w+ )?(?:scripts?|"
            r"outlines?|storylines?|writers?[’']s? room|pages?)\b|\bthere[’']s no room(?=[.,;!”\"]|$)|"
            r"\bthere (?:isn[’']t|is not|aren[’']t|are not) (?:yet )?(?:a|any|one|even a)(?: single)? (?:\w+ )?(?:scripts?|"
            r"outlines?|pages?|writers?[’']s? room)\b|"
            r"\b(?:we|they|I|he|she|nobody|no one)(?:[’']ve| has| have| had|[’']s)?(?: not|n[’']t)?(?: yet)? (?:written|started|"
            r"begun) "
            r"(?:a (?:single )?(?:word|page|line)|writing (?:anything|it|a (?:word|page)))\b"
        ),
    ),
    (
        "in_development",
        "+",
        (
            r"\bthere(?:[’']s| is) (?:already |now |even )*a (?:pilot |draft )?script\b(?! (?:for|in|on|error|kiddie|tag|that))|"
            r"\ba (?:pilot |draft )script (?:already )?exists\b|\ba script (?:already )?exists\b|"
            r"\bprep(?:aration| work)?(?: (?:for|on) (?:the |season |series )[^.;?!,]{2,30})? (?:is|has|began|begins|starts|"
            r"started|"
            r"got)(?: "
            r"(?:now|already|well|under ?way|begun|started|going))+\b|"
            r"\b(?:is|are|[’']re|[’']s) (?:now |already |currently |deep )*in(?:to)? (?:pre-?production|prep)\b(?! school)"
        ),
    ),
    (
        "scheduled",
        "+",
        (
            rf"\b{OURS} (?:shoots|films|lenses|goes|is filming|is shooting)(?: again| entirely| mostly)?(?! (?:is|are|on "
            rf"(?:the )?"
            rf"air|out|to air|live|up|head))\b{WHEN}(?<!goes)|"
            rf"\b(?:won[’']t|will not|do not|don[’']t|does not|doesn[’']t|can[’']t|cannot)(?: (?:now|actually|even))? "
            rf"(?:(?:start|"
            rf"begin|be) )?(?:shoot(?:ing)?|film(?:ing)?|roll(?:ing)?|before the cameras|on set) (?:until|till|before)\b|"
            r"\bcameras? (?:will|are to|are due to|could|should|may|might|are set to|are expected to|won[’']t|will not) (?:start|"
            r"begin) (?:turning|rolling)\b|"
            rf"\b(?:cameras|{WORK}|crew|unit|production|team) (?:then |will then |will |later |is to |are to )?(?:moves?|"
            rf"shifts?|"
            rf"relocates?|heads?|goes|go|travels?|decamps?|switch(?:es)?) to (?=(?-i:[A-Z])){WHEN}|"
            rf"\b(?:cameras|{WORK}|crew|unit|production|team) (?:then |will then |will |is to |are to )?(?:moves?|shifts?|"
            rf"heads?|"
            rf"goes|go|travels?) to (?-i:[A-Z])[^.;?!]{{3,45}}? (?P<own>(?:and|before|then)(?: then| later| on)*(?: moving| "
            rf"heading)? to (?=(?-i:[A-Z])){WHEN})|"
            rf"\b(?:has|had|have|puts?|lists?|listed|shows?|showed|gives?|gave) (?:it|them|{OURS}|the crew|[“\"‘][^”\"’]{{2,"
            rf"40}}[”\"’]) (?:as )?(?:back )?(?:shooting|filming|in production|before the cameras|rolling|starting (?:production|"
            rf"shooting|"
            rf"filming))\b(?![^.;?!]{{0,40}}\bsince\b){WHEN}|"
            r"\b(?:crews?|unit|cast and crew|trucks|cameras) (?:are|is|will be) (?:scheduled|due|set|expected|booked) to (?:be|"
            r"arrive|return|set up) (?:in|at|on|to)\b|\b[Ff]ilming will (?:close|shut|affect|disrupt)\b|"
            rf"\bfilmings (?:will|would|are to|are due to) (?:start|begin|debute?|take place)\b"
        ),
    ),
    (
        "scheduled",
        "-",
        (
            rf"\b(?:{WORK}|cameras)\b[^.;?!]{{0,50}}? {_ONCE} (?:have )?(?:start(?:ed)?|beg[iu]n|resumed?|roll(?:ed)?|"
            r"get under ?way|kick(?:ed)? off|take place)\b|"
            rf"\b(?:{WE}|{OURS}|it|which)(?: {_ONCE}) (?:have )?(?:(?:start(?:ed)?|beg[iu]n|resumed?) (?:filming|shooting|"
            r"production|work)|shot|shoot|film(?:ed)?|go(?:ne)? (?:before|in front of) the cameras|go(?:ne)? into production)\b"
        ),
    ),
)


def told_rules(rules: tuple[tuple[str, str, str], ...]) -> tuple[tuple[str, str, Pattern | None, Pattern], ...]:
    """Compile a table of status, polarity and pattern."""
    return tuple((status, polarity, None, regex(pattern, re.IGNORECASE)) for status, polarity, pattern in rules)


NARROW_TOLD = told_rules(_NARROW)
