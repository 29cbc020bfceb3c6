"""How far the making is, as it is said in passing: read after the general words, which leave it."""

from __future__ import annotations

import re

from cliffhanger.claims.patterns import Pattern, regex

_NO_FIRM = r"(?! (?:compan|committee|team|designer|partner|house|office|cost|budget|value|manager|assistant|crew|credit))"
_THE_SHOOT = (
    r"(?:(?:the|its|their|an?|this|that) (?:(?!photo|fashion|trailer|commercial|wedding|engagement|calendar|magazine|cover)"
    r"[\w-]+ ){0,3}?shoot)"
)
_WORK = (
    rf"(?:filmings?|shooting|production{_NO_FIRM}|principal photography|photography|lensing|recording|{_THE_SHOOT}|work on the "
    r"(?:\w+ )?(?:series|season|show|episodes|run))"
)
_MONTH = r"(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Christmas|Easter)"
_DAY = rf"(?:{_MONTH}|spring|summer|autumn|fall|winter|next |this |later |20\d\d|\d{{1,2}}(?:st|nd|rd|th)? )"
_AT = r"(?:in|on|from|by|until|till|before|after|around|between|over|during|at|through|throughout|since)"
# A day of the calendar follows: "in Belfast from the middle of May".
_WHEN = (
    rf"(?=[^.;?!]{{0,45}}?\b(?:{_AT}(?: the| mid| late| early|[ -]to-late| end| middle| start| beginning| first| last| second| "
    rf"half| week| of|-)*[ -]{_DAY}|(?:next|this|last|later this) (?:week|month|year|spring|summer|autumn|fall|winter|{_MONTH})|"
    r"tomorrow))"
)
_OURS = (
    r"(?:season \w+|series \w+|(?:the|this|its|our|their) (?:\w+ ){0,2}?(?:season|series|show|drama|comedy|thriller|run|sequel))"
)
_ADVERBS = r"(?:now |already |currently |still |just |finally |officially |all |well |very much |pretty much |nearly |almost )*"

_BROAD: tuple[tuple[str, str, str], ...] = (
    (
        "filming",
        "+",
        (
            rf"\b(?:we|they)[’']re {_ADVERBS}(?:back )?(?:filming|shooting|rolling|in production|on set|on location|before the "
            rf"cameras)\b(?! (?:a|an|another|his|her) | (?:at|from|up|people|him|her|us|them|each|photos?)\b)|"
            rf"\bit[’']s {_ADVERBS}(?:back )?(?:filming|shooting|in production|before the cameras)\b|"
            rf"\bI[’']m {_ADVERBS}(?:back )?(?:filming|shooting|on set)(?= (?:(?:the |our )?(?:\w+ )?(?:season|series|show)|it\b|"
            rf"now|again|with))|"
            r"\b(?:film|shoot)(?:ing|s)?\b[^;?!]{0,140}?(?:but|and|though),? (?P<own>(?:it|they|we|work)?(?:[’'](?:s|re)| is| "
            r"are| "
            r"has|[’']ve)? (?:now |since |already |again )*(?:going again|back (?:on|up and running|under ?way|at it)|up and "
            r"running|started again|running again|(?<=has )resumed|(?<=has since )resumed))\b|"
            rf"\b{_WORK}\b(?: (?:of|on|for) [^.,;?!]{{2,60}}?)? (?:is|are|was) {_ADVERBS}(?:advanced|along|in full swing|up and "
            rf"running|"
            rf"under ?way|in progress|ongoing|going (?:on|well|smoothly)|on schedule|on track(?! to)|back (?:on(?! track)|under "
            rf"?way)|in its (?:\w+ )?(?:week|month))\b|"
            rf"\b{_WORK}\b(?: (?:of|on|for) [^.,;?!]{{2,60}}?)? (?:has |have |had )?{_ADVERBS}(?:kicked off|got going|got "
            rf"started|"
            rf"got rolling|started up|picked up again|restarted|began|begun|commenced|resumed|got under ?way)\b(?! (?:until|"
            rf"before))"
        ),
    ),
    (
        "scheduled",
        "+",
        (
            rf"\b{_THE_SHOOT}(?: (?:of|for|on|in|at) [^.,;?!]{{2,50}}?)? (?:kicks off|begins|starts|gets (?:going|under ?way)|"
            rf"commences|"
            r"resumes|(?:is|was) (?:now |being )?(?:planned|booked|pencil+ed in|lined up|expected|due|set|scheduled|slated)|will "
            rf"(?:start|begin|kick off|get under ?way|take place))\b|"
            rf"\b(?:I|we|they|he|she)(?: go|[’']re going| will go|[’']ll go| goes| return| returns| head| heads| am going) "
            rf"(?:back "
            rf")?to (?:work(?=[^?!]{{0,80}}\b(?:season|series|show|drama)\b)|set|the set)\b{_WHEN}"
        ),
    ),
    (
        "wrap_expected",
        "+",
        (
            rf"\b{_THE_SHOOT}(?: (?:of|for|on|in|at) [^.,;?!]{{2,50}}?)? (?:ends|finishes|wraps|concludes|lasts|runs|continues|"
            rf"is due to (?:end|finish|last|wrap)|will (?:end|finish|last|wrap|take|run))\b|"
            r"\b(?:and|but|which) (?:will|should|is due to|are due to|is expected to|are expected to|is set to) (?:last|continue|"
            r"run|go on) (?:until|till|through|into)\b"
        ),
    ),
    (
        "wrapped",
        "+",
        (
            rf"\b(?:we|they|I|she|he|{_OURS}|the (?:cast and crew|cast|crew))(?:[’']ve|[’']s| have| has| had)? (?:just |already |"
            rf"finally |only |officially |now )*wrapped(?: up)?(?=[.,!”\"]|$| (?:yesterday|today|this (?:week|morning)|last "
            r"(?:week|month|night|\w+day)|a (?:week|month|fortnight|few)|two|three|four|about|just|filming|shooting|production|"
            r"for the (?:year|season|summer)|early|months|weeks|days) ?)|"
            rf"\b{_WORK}\b(?: (?:of|on|for) [^.,;?!]{{2,60}}?)? (?:is|are|was|were|has been|had been) {_ADVERBS}(?:done|over|"
            rf"finished|completed?|behind (?:us|them)|in the bag|wrapped)\b|"
            rf"\b{_THE_SHOOT}(?: (?:of|for|on|in|at) [^.,;?!]{{2,50}}?)? (?:has |had )?(?:wrapped|ended|finished|concluded|came "
            rf"to an "
            rf"end)\b|"
            r"\b(?:celebrat\w+|marked|marks?|toasted|announced|confirmed) the (?:end|last day|final day|completion|wrap|close) "
            r"of "
            r"(?:filming|shooting|production|the shoot)\b|(?<!since the )(?<!after the )(?<!at the )\bwrap part(?:y|ies)\b"
        ),
    ),
    (
        "delayed",
        "+",
        (
            rf"\b(?:{_WORK}|{_OURS})(?:[’']s| is| was| are| were)? {_ADVERBS}(?:running |runs |ran )?(?:\w+ (?:days?|weeks?|"
            rf"months?|"
            r"episodes?) )?(?<!not )(?:behind(?: schedule)?(?=[.,;:!]|$| because| after| owing| and| with| on)|behind "
            r"schedule)\b|"
            rf"\b{_WORK}\b[^.;?!]{{0,30}}? (?:has |have |had )?(?:fallen|fell|slipped|dropped) (?:\w+ (?:days?|weeks?|months?) )?"
            rf"(?:badly |well |further )?behind\b|"
            rf"\b(?:held up|delayed|set back|slowed(?: down)?|disrupted|hampered|interrupted) (?:the )?(?:start of )?(?:{_WORK}|"
            rf"shoot)\b|"
            r"\b(?:an?|the|another|further) (?:(?:further|long|short|brief|lengthy|additional|[\w-]+-(?:day|week|month)) "
            r")?delays? "
            r"(?:of (?:about |at least |up to |some )?(?:an? |\w+ )(?:\w+ )?(?:days?|weeks?|months?|year)|(?:to|in) (?:the )?"
            r"(?:filming|"
            r"production|shoot(?:ing)?))\b"
        ),
    ),
    (
        "writing",
        "+",
        (
            r"\b(?:handed|turned|sent) in (?:the|all|his|her|their|a|an|\w+)(?: (?:of the|final|last|first|finished|\w+))? "
            r"(?:scripts?|drafts?|outlines?|episodes?)\b|\b(?:delivered|submitted|filed|completed|finished(?: writing)?|"
            r"finalised|"
            r"finalized) (?:the|all(?: of)?|his|her|their|both|a) (?:the )?(?:(?:final|last|first|second|new|\w+) "
            r"){0,2}(?:scripts?|"
            r"drafts?|outlines?|teleplays?)\b|"
            r"\broom (?:(?:has|is|was|will be) )?(?:re-?open(?:s|ed|ing)?|back (?:together|in session))\b(?! (?:with|to the "
            r"public|for))|"
            r"\b(?:writers?[’']s?|rebooted|story) room meets\b|"
            r"\b(?:at|in|past|beyond) (?:the )?(?:script(?:ing)?|writing|outline|treatment)[ -](?:stage|phase)s?\b|"
            r"\b\w+ (?:episodes|scripts) into (?:writing|breaking|the scripts|scripting)\b|"
            r"\b(?:it|season \w+|(?:the )?(?:new|third|next|second|fourth) (?:season|series))(?:[’']s| is| has been) (?:all |"
            r"already |fully |"
            r"now |mostly )*written(?=[.,;!”\"]|$| and (?:ready|waiting))|"
            r"\bscripts?,? (?:all|both|mostly|already|now) (?:of them )?(?:written|done|finished|in|delivered)\b|"
            r"\b(?:half-?way|midway|part-?way|(?:two|three)[- ](?:thirds|quarters) of the way|a third of the way|most of the "
            r"way) through "
            r"(?:the |my |his |her )?(?:scripts?|writing|drafts?)\b|"
            r"\b(?:I[’']m|we[’']re|he[’']s|she[’']s|they[’']re) (?:still|already|currently|busy) (?:writing|scripting) it\b|"
            r"\b(?:I[’']m|we[’']re|he[’']s|she[’']s|they[’']re) (?:now |already )?on (?:the (?:last|final|first|second|third|"
            r"\w+th) (?:script|"
            r"draft)|(?:script|draft) \w+)\b|"
            r"\bscripts (?:are )?(?:on (?:my|his|her|the|a) (?:desk|laptop)|in hand|expected|promised|to be delivered)\b|"
            r"\bscripts? (?:are|is) "
            r"(?:expected|promised|to be delivered)\b|\bhopes? to have (?:the |all |all the )?scripts\b|"
            r"\bbeen in the (?:writers?[’']s? )?room (?:since|for)\b|\b(?:re-?)?open(?:s|ed|ing)? (?:the|our|a) room (?=in\b|"
            r"on\b|next|last|"
            r"again|this)|"
            r"\bwriters (?:have|had|[’']ve) been (?:at it|in the room|working|hard at work|breaking|meeting|together|busy)\b|"
            rf"\b(?:I|we|he|she|they|it)(?:[’'](?:m|re|s|ve)| am| is| are| was| have been| has been) {_ADVERBS}(?:been "
            rf")?(?:halfway "
            r"through |deep into )?(?:writing|scripting|drafting|rewriting|re-writing) (?:the |my |our |up |on )?(?:\w+ "
            r")?(?:episode|"
            r"season|series|finale|scripts?|ep\b|pilot|premiere|opener|new (?:one|run|batch))"
            r"(?! (?:recap|review|guide|summary|blog|preview))|"
            r"\b(?:I|we|he|she|they)(?:[’'](?:ve|s|d)| have| has) (?:only |already |now |so far )+written (?:about )?(?:the "
            r"first )?"
            r"(?:one|two|three|four|five|six|seven|eight|nine|ten|half|most|\d+)(?= (?:episodes?|scripts?|so far|of (?:the|"
            r"them|\w+ )|out of)|[.,;!”\"]|$)|"
            r"\bscripts? (?:still |yet )?(?:are|were|is|was)(?: still)?(?:n[’']t| not)(?: yet| quite)? (?:finished|ready|done|"
            r"complete|in|there)\b|\b(?:it|season|series|run)(?:[’']s| is| was) (?:still |currently |only |now )*being (?:re)?"
            r"written\b(?! (?:by|off|about))|"
            r"\b(?:broken|mapped out|plotted out|outlined) (?:the|all of the|most of the|this) (?:whole |entire |full |next |"
            r"new |"
            r"\w+ )?(?:story|season|arc|series|run)\b|"
            r"\b(?:season|scripts?|series|episodes|run) (?:was|were|had been|has been|have been) (?:already |all |largely |"
            r"mostly "
            r")*written (?=before|during|over|last|between|by the time|while|in (?:the|\w+ (?:weeks|months|days)))|"
            r"\b(?:commissioned|hired|paid|contracted|engaged|asked) to (?:write|pen|draft|script) (?:\w+ ){0,3}?(?:scripts?|"
            r"outlines?|season|episodes?|treatments?|series)\b|"
            r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\w+ty|\d+|few|several|some) pages (?:of (?:it|[^.;?!,]{2,30}?) "
            r")?(?:in (?:a|the|my|his|her|their) (?:drawer|laptop|desk)|on (?:a|the|my|"
            r"his|her) "
            r"(?:desk|laptop|hard drive)|written)\b"
        ),
    ),
    (
        "post_complete",
        "+",
        (
            r"\b(?:signed off(?: on)?|approved|handed over|locked|mastered|delivered) (?:on )?the (?:final|last|finished|whole) "
            r"(?:sound )?(?:mix|cut|edit|episodes?|master|grade|season|series)s?\b|"
            r"\b(?:finished|completed|final) (?:episodes|season|series|cut|masters?) (?:has|have|had|was|were|is|are) (?:now |"
            r"already |all )*(?:been )?(?:handed(?: over)?|delivered|sent|shipped|turned in) ?(?:to\b)?|"
            r"\bpicture[- ]lock(?:ed)?\b(?: (?:was|is|has been|came))?"
        ),
    ),
    (
        "post_production",
        "+",
        (
            r"\b(?:seen|watched|viewed|delivered|has|have|sent) (?:the |some |a )?(?:rough|early|fine|director[’']s) "
            r"(?:cuts?|edits?) of\b|"
            r"\bfinishing touches (?:to|on) (?:the )?(?:\w+ ){0,3}?(?:episodes?|season|series(?! of)|edit|cut|finale|effects|"
            r"mix)\b|"
            r"\b(?:rough|fine|director[’']s|first) (?:cuts?|edits?)(?: of [^.;?!,]{2,40}?)? (?:is|are|was|were|has been|have "
            r"been) (?:now |"
            r"already )*(?:done|finished|ready|complete|in|delivered|with)\b|"
            r"\b(?:sound ?mix|mix|grade|edit|dub|score|music|visual effects|effects|vfx|post-?production|colou?r grade)(?: "
            r"work)? "
            r"(?:is|are|was|were|has been|have been) (?:now |nearly |almost |all |still )*(?:finished|completed?|done|locked|"
            r"delivered|under ?way|in progress|being (?:done|finished|completed))\b(?! (?:in|by|with) (?!\w+day|January|May|"
            r"July))|"
            r"\b(?:visual effects|effects|vfx|post-?production|the edit|editing|the (?:sound )?mix)(?: work)? (?:will|is "
            r"expected to|"
            r"is due to|should|could|are due to) (?:take|run|last|continue|go on|be (?:finished|done|completed?)|finish)\b|"
            r"\b(?:episodes?|seasons?|series|instal+ments?)(?: \w+){0,2} (?:have|has|had|are|is|were|was) (?:already |now |all |"
            r"nearly |almost )*(?:been )?(?:edited|mixed|graded|scored|dubbed|subtitled|locked)\b|"
            r"\b(?:episodes?|season|series|edit|effects)\b[^.;?!]{0,20}? (?:is|are|was|were) [“\"‘]?(?:nowhere near|far from|not "
            r"yet|still not|not quite)(?: being)? (?:finished|ready|done|complete|cut)\b"
        ),
    ),
    (
        "sets_struck",
        "+",
        (
            r"\b(?:sold(?: off)?|auctioned(?: off)?|scrapped|junked|got rid of|bulldozed|burned|burnt|cleared|stripped|removed) "
            r"(?:all )?(?:the|its|their|most of the|every) (?:\w+ ){0,2}?sets?\b(?! (?:of|pieces?|list))|"
            r"\bsets?\b[^.;?!]{0,30}? (?:have |has |had )?(?:went|goes|go|gone|going) (?:under the hammer|to auction|up for "
            r"(?:sale|"
            r"auction)|to the tip|in(?:to)? (?:a |the )?skips?|on sale)\b|"
            r"\bsets?\b[^.;?!]{0,20}? (?:came|come|coming|went) down\b|"
            r"\bsets?\b[^.;?!]{0,30}? (?:was|were|been|being|are) (?:auctioned(?: off)?|burn(?:t|ed)|recycled|skipped|junked)\b"
        ),
    ),
    (
        "sets_struck",
        "-",
        (
            r"\b(?:the|its|their|standing|all) (?:\w+ ){0,2}?sets?\b[^.;?!]{0,20}? (?:is|are|remains?|were|was|still) (?:all |"
            r"still )*"
            r"(?:standing|up\b(?=[.,;!]|$| in\b| at\b))"
        ),
    ),
    (
        "sets_stored",
        "+",
        r"\bsets?\b[^.;?!]{0,30}? (?:is|are|were|was|have gone|has gone|went) (?:now |still |all )*in(?:to)? (?:cold )?storage\b",
    ),
    (
        "in_development",
        "+",
        (
            r"\bsets? (?:are|is|were|was) (?:now |already |still )*(?:going up|being (?:re)?built|under construction|being "
            r"constructed|being "
            r"put up)\b|\bwork (?:has |is )?(?:begun|started|began|under ?way) on (?:re)?building the (?:\w+ )?sets?\b|"
            r"\b(?:[’']re|[’']m|is|are|been) (?:now |already |busy )?prepping(?= (?:now|for|season|series|the (?:shoot|season|"
            r"show))|[.,;!”\"]|"
            r"$)"
        ),
    ),
    (
        "sets_stored",
        "+",
        (
            r"\b(?:kept|keeps|keeping|held on to|holds on to|hung on to|holding on to|stored) (?:all )?(?:of )?(?:the|its|"
            r"their) (?:\w+ )?"
            r"sets?\b(?! (?:list|piece|up|of))"
        ),
    ),
    (
        "post_production",
        "+",
        r"^(?:[-–•*] ?)?[“\"]?(?:(?:currently|now|still) )?in post(?:-production)?(?=[.,;!”\"]|$)",
    ),
    (
        "filming",
        "+",
        r"^(?:[-–•*] ?)?[“\"]?(?:(?:currently|now|still|back) )?(?:in production|before the cameras|shooting now)(?=[.,;!”\"]|$)",
    ),
)


BROAD_TOLD: tuple[tuple[str, str, Pattern], ...] = tuple(
    (status, polarity, regex(pattern, re.IGNORECASE)) for status, polarity, pattern in _BROAD
)
