"""How far the making is, in further words."""

from __future__ import annotations

from cliffhanger.claims.kinds.dates.making import stage_rules

_LONG = (  # the object of the work, where it is longer than the plain rules look
    r"\b(?:filming|production|shooting|principal photography|work) (?:on|of|for) (?:the|its|a|an|season|series|both|all|new|"
    r"“|‘|\")[^.;?!]{20,120}?\b"
)
_CREW = r"(?:[Ww]e|[Tt]hey|[Tt]he (?:cast and crew|crew|cast|unit|team|production))"
_DAYS = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|spring|summer|autumn|fall|winter|"
    r"week|month|year|20\d\d|Christmas|Easter)"
)
_THEN = (
    rf"(?=[^.;?!]{{0,45}}?\b(?:in|on|from|by|until|next|this|before|after|around|between|late|early) (?:[\w’]+ "
    rf"){{0,3}}?{_DAYS})"
)
_COUNTED = r"(?:\w+|half|most|some|all but \w+)"
_EPISODES = r"(?:episodes|parts|instal+ments|hours|chapters)"
_DONE = r"(?:completed|filmed|shot|finished|made|in the can|done)"

_WORK = r"(?:filming|production|shooting|the shoot|principal photography|photography|lensing|cameras)"

NARROW: tuple[tuple[str, str, str, str], ...] = (
    (
        "filming",
        "-",
        r"n[’']t|not|never|yet to",
        (
            rf"\b{_WORK}(?: (?:of|on|for) [^.,;?!]{{2,50}}?)? (?:did not|didn[’']t|does not|doesn[’']t|never|had not|"
            rf"hadn[’']t) (?:yet |even |actually )?(?:begin|"
            rf"start|roll|get "
            r"under ?way|begun|started|rolled|got under ?way|got going|commence)\b(?! (?:until|till|before|on time|well))|"
            r"(?:\b(?:are|is|am)|[’'](?:re|s|m))(?: not|n[’']t) (?:currently |yet |actually |even |now )?(?:filming|shooting|"
            r"in production)\b|\byet to (?:turn|roll) (?:a|the|its) cameras?\b|\byet to (?:shoot|film) (?:a|any|one|the first)\b"
        ),
    ),
    (
        "halted",
        "+",
        r"into |stopped|halt|suspend|paus|shut|interrupt",
        (
            r"\b(?:shut down|shutting down|closed down|halted|stopped|folded|collapsed|paused|suspended|pulled the plug|broke "
            r"off|downed tools) (?:just |only |barely |some |about )?[\w-]+ (?:\w+ )?(?:days?|weeks?|months?|episodes?) (?:into|"
            r"after|before the end of) (?:the )?(?:filming|production|shooting|shoot|start of filming)\b|"
            rf"\b{_WORK}\b[^;?!]{{0,90}}? (?:and|but|before|then)(?:,[^,.;?!]{{2,30}},)? (?P<own>(?:(?:it|they) )?(?:was|were|"
            r"has been|had to be|being) (?:then |later |promptly |soon |briefly |temporarily )*(?:stopped|halted|suspended|"
            r"paused|"
            r"interrupted|shut down|put on hold|called off)\b)"
        ),
    ),
    (
        "scheduled",
        "+",
        r"resum|restart|pick|begin|start",
        (
            rf"\b{_WORK}\b[^;?!]{{0,120}}? (?:and|but|which|it)(?:,[^,.;?!]{{2,30}},)? (?P<own>(?:will|should|is (?:now )?(?:due|"
            rf"set|expected|scheduled|likely) to|are (?:due|set|expected) to|is to|are to|can|could|hopes? to) (?:now |only |"
            rf"then )?"
            rf"(?:resume|restart|start again|begin again|pick up again|go again|be resumed)\b)|"
            rf"\b(?:resumption|restart) of {_WORK}\b"
        ),
    ),
    (
        "wrap_expected",
        "+",
        r"until|before|stop|break up|wrap|finish|complet|done|conclud",
        (
            rf"\b{_WORK}\b[^;?!]{{0,90}}?\b(?P<own>(?:will not|won[’']t|is not (?:due|expected|likely) to|isn[’']t (?:due|"
            rf"expected) "
            r"to) (?:be )?(?:finish|finished|wrap|wrapped|end|over|done|completed?|conclude)(?: up)? (?:until|before)\b)|"
            rf"\bcameras (?:stop|cease) (?:rolling|turning)\b|\b{_WORK}\b[^;?!]{{0,90}}? (?:and|but|which) (?P<own2>(?:is|are|"
            rf"should|will)(?: (?:now|due|expected|scheduled|set|likely))*(?: to)?(?: be)? (?:completed?|finish(?:ed)?|"
            rf"wrap(?:ped)?|"
            rf"done|concluded?)\b(?! (?:until|before))(?: up)?)|"
            rf"\b(?:[Ww]e|[Tt]hey|cameras) (?:stop|stops|stop rolling|break up|wrap|finish)(?: filming| shooting)?(?= on "
            rf"(?:the )?"
            rf"(?:\d|[A-Z]))"
        ),
    ),
    (
        "wrapped",
        "+",
        r"ended|stopped|a wrap|over|close|bag",
        (
            r"\bcall(?:ed|s) (?:it )?a wrap\b(?: on)?|\b(?:it[’']s|it was|and that was) a wrap\b|\bcameras stopped (?:rolling|"
            r"turning)\b|"
            r"\b(?:[Ff]ilming|[Ss]hooting|[Pp]roduction|[Tt]he shoot|[Pp]rincipal photography|[Pp]hotography|[Rr]ecording|"
            r"[Ll]ensing)(?: (?:of|on|for) [^.,;?!]{3,60}?)? (?:ended|was over|drew to a close|came to a close|was brought to a "
            r"close|was in the bag|closed)\b(?! (?:early|abruptly|prematurely|because|after (?:just|only))\b)"
        ),
    ),
    (
        "halted",
        "+",
        r"halt|suspend|paus|on hold|shut down|stopped",
        (
            rf"{_LONG}(?:has|have|had|was|were|is|are) (?:now |again |also |temporarily |abruptly )*(?:been )?(?:halted|"
            rf"suspended|"
            r"paused|put on (?:hold|pause|ice)|on hold|shut down|stopped|shelved)\b(?: indefinitely)?"
        ),
    ),
    (
        "halted",
        "+",
        r"standstill|forced to|to a halt|evacuat",
        (
            r"\b(?:brought|brings|has brought|ground|grinds) (?:all |the )?(?:filming|production|shooting|work|the shoot) to "
            r"(?:a|an "
            r"(?:abrupt|early)) (?:standstill|halt|stop|end)\b|\b(?:filming|production|shooting|the shoot|crews?) (?:was|were|"
            r"has been) (?:forced "
            r"to (?:stop|halt|pause|shut down|close)|evacuated|brought to a (?:halt|standstill|stop))\b"
        ),
    ),
    (
        "wrap_expected",
        "+",
        r"until|till|through|finish|wrap|done|over by|left|to go",
        (
            r"\b(?:filming|production|shooting|the shoot|cameras|[Ww]e|[Tt]hey|the (?:crew|cast|unit))\b[^.;?!]{0,60}? "
            r"(?:and|which) "
            r"(?P<own>(?:will|is to|are to|should|is due to|are due to) (?:be|continue|run|last|go on|carry on|stay|keep "
            r"going)(?: there| on)? (?:until|till|through|into|to)\b)|"
            rf"\b{_CREW}\b[^.;?!]{{3,60}}? (?:and|then),? (?P<own2>(?:should |hope to |will |are due to |expect to )?(?:finish|"
            rf"wrap)\b(?: up| it| there)?(?:,[^,.;?!]{{2,25}},)?{_THEN})|"
            r"\b(?:location|studio) (?:work|filming) (?:will|should|is due to|is to|is expected to) (?:last|run|go on|"
            r"continue) (?:until|through|into|for)\b|"
            rf"\b{_CREW}(?:[’'](?:ll|d)| should| will| would| hope to| expect to| are due to) (?:be )?(?:all )?(?:done|"
            rf"finished|"
            rf"wrapped|finish|wrap)(?: up| filming| shooting| the shoot| it)?{_THEN}"
        ),
    ),
    (
        "wrapped",
        "+",
        r"shot|filmed|film|shoot",
        (
            r"^[“\"]?(?:Shot|Filmed)(?= (?:over|during|across|between|last|for|in|on|entirely)\b[^.;?!]{0,25}?\b(?:weeks|months|"
            r"days|spring|summer|autumn|winter|year|20\d\d)\b)|"
            r"\b(?:was|were),? (?:shot|filmed) (?:over|in) (?:the )?(?:\w+ ){1,3}(?:weeks|months|days)\b|"
            r"\b(?:last|final) day of (?:filming|shooting|production|the shoot) (?:was|came|fell)\b|"
            r"^(?:[A-Z&]+: )?[“\"]?(?:Yes[,.:]? )?(?:It[’']s |They[’']re |It is )?(?:[Aa]ll )?(?:[Ss]hot|[Ff]ilmed)(?:,? yes|,? "
            r"already|,? all of it|, every episode)?[.!]"
        ),
    ),
    (
        "filming",
        "+",
        r"shot|film|complet|finish|in the can|episodes| of ",
        (
            rf"\b{_COUNTED} (?:out )?of (?:the|its|their|our|those)(?: [a-z]+[’']s?)? (?:\w+ ){{0,2}}?{_EPISODES}"
            rf"(?: \w+)? (?:have|had|has|are|were) (?:already |now )?(?:been )?{_DONE}\b|"
            rf"\b{_CREW}(?:[’']ve| have| has| had) (?:already |now |only |just )?(?:shot|filmed|done|made) (?:two|three|four|"
            rf"five|six|"
            rf"seven|eight|nine|half|most|\d+)(?: {_EPISODES})?(?: (?:out )?of (?:the|them|our|its|\w+))?\b|"
            r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|a few) (?:days|weeks|months) into (?:the )?(?:filming|shoot|"
            r"shooting|production)\b|\b(?:first|second|third|last|final) (?:day|week) of (?:filming|shooting|production)\b"
            rf"(?! (?:was|will|is due))|\b[Ww]ork on (?:the |its |a )?(?:[\w-]+ ){{0,2}}?(?:season|series|run|episodes|"
            rf"instal+ment)\b[^.;?!]{{0,80}}?"
            r"\b(?:has (?:now |already )?(?:begun|started|resumed)|is (?:now |already |well )*under ?way|began|resumed|got "
            r"going|got under ?way|kicked off)\b|"
            rf"{_LONG}(?:(?:has|have|had) (?:now |finally |already |just |officially )*(?:begun|started|"
            r"resumed|got under ?way)|is (?:now |already |well )*under ?way|began|resumed)\b"
        ),
    ),
    (
        "writing",
        "+",
        r"writ|script",
        (
            r"\b(?:the |script-?)?(?:writing|scripting)(?: (?:work|process|stage))? (?:is|was|has been|had been) (?:still |"
            r"now |already |"
            r"currently |well )*(?:going on|in progress|ongoing|in full swing|happening|in hand|on|at an? (?:early|late|"
            r"advanced) "
            r"stage|nearly done|almost (?:done|finished|complete))\b|"
            r"\b(?:is|are) (?:about |already |now )?(?:one|two|three|four|five|six|seven|eight|half a dozen|\d+) (?:scripts?|"
            r"drafts?) in\b|"
            r"\b(?:season|series|it|run|sequel)(?: \w+)? (?:was|is|were|are) (?:still |already |currently )?being "
            r"(?:written|"
            r"scripted|plotted|storylined)\b(?! by\b)|"
            r"\b(?:had|[’']ve|[’']d)(?:, [^,.;?!]{2,30},)? (?:already |now |also )*(?:written|drafted|penned) "
            r"(?:all |the |at least |\w+ of the |half the )?(?:(?:first |opening )?(?:two|three|four|five|six|seven|eight|"
            r"nine|ten|\d+) )"
            r"?(?:scripts|screenplays|teleplays|storylines)\b|"
            r"\b(?:one|two|three|four|five|six|seven|eight|half|most|all|some|\d+) of (?:them|the scripts) (?:are|is) "
            r"(?:already )?"
            r"(?:in|written|done|finished|ready)\b(?! (?:the|a|our))"
        ),
    ),
)
BROAD: tuple[tuple[str, str, str, str], ...] = (
    (
        "filming",
        "+",
        r"begun|started|commenced|got under|shooting|filming|rolling|lensing|way",
        (
            rf"\b{_WORK}\b[^.;?!]{{0,60}}? (?:has|have|had) (?:[a-z]+ly |already |now |just )*(?:begun|started|commenced|got "
            rf"under ?way|resumed|kicked off)\b|"
            r"\b(?:ha(?:s|ve|d)|put|puts|placed?s?|saw|caught|spotted|showed?s?|shows) (?:them|the (?:cast|crew|team|production|"
            r"unit|stars)|(?:the )?cast and crew) (?:already |back |out )?(?:shooting|filming|lensing|rolling|on location)\b|"
            r"\b(?:is|are|was|were|been|now|currently) (?:currently |already |now |being )?lens(?:ing|ed)\b"
        ),
    ),
    (
        "scheduled",
        "+",
        r"lensing|lenses|filming|shooting|cameras|rolls|production|shoot",
        (
            r"\b(?:to|will|should|could) be (?:back )?(?:before|in front of) (?:the )?cameras\b|"
            rf"\b{_WORK}\b[^.;?!]{{0,40}}? (?:moves|shifts|switches|relocates|heads|goes) to (?=[A-Z][^.;?!]{{2,30}}? (?:in|on|"
            rf"next|this) )|"
            rf"^[“\"]?(?:Lensing|Filming|Shooting|Production|Cameras|The shoot)(?: (?:roll|set|due|starts?|begins?))? (?:(?:in|"
            rf"at|"
            rf"on|around) [^.;?!,]{{2,40}}? )?(?=(?:from|in|this|next|starting|on|between) "
            rf"[^.;?!]{{0,20}}?{_DAYS}[^.;?!]{{0,20}}[.;]?$)|"
            r"\b(?:it|season \w+|the (?:show|series|drama|season)) lenses\b|\bwhen (?:the )?cameras (?:return|roll|start rolling|"
            r"are back)\b"
        ),
    ),
    (
        "post_production",
        "+",
        r"editors?\b",
        (
            r"\beditors? (?:are|is|were|was|have been) (?:now |busy |still |already |currently )*(?:cutting|piecing|assembling|"
            r"working|stitching|trimming|putting)\b"
        ),
    ),
    (
        "writing",
        "+",
        r"writing|written|script|plotting|penning|drafting|outlining",
        (
            r"\b(?:halfway|midway|part-?way|well|deep|most of the way) (?:through|into) (?:writing|scripting|the (?:scripts|"
            r"writing))\b|"
            r"\b(?:[Ww]e|[Tt]hey|[Ii]|[Hh]e|[Ss]he)(?:[’'](?:ve|s|d)| have| has| had) (?:already |now |both |all )?been "
            r"(?:writing|"
            r"scripting|plotting|drafting)(?: (?:it|[“\"‘][^”\"’]{2,50}[”\"’]|the (?:\w+ )?(?:season|series|scripts|episodes)|"
            r"season \w+|series \w+))?"
            r"(?= (?:since|for (?:\w+ ){1,3}(?:weeks|months|years)|all (?:summer|winter|spring|year)|flat out)|[.,;]|$)|"
            r"\bscripts? (?:for [^.;?!,]{2,40} )?(?:was|were|is|are|has been|have been|had been) (?:already |now |only "
            r")?(?:half|mostly|partly|"
            r"nearly|almost|largely|all|fully|three-quarters|half-) ?(?:written|done|finished|complete|completed)\b|"
            r"\b(?:is|are|was|were|[’']s|[’']re|[’']m|been) (?:already |now |still |busy |currently |quietly )*(?:plotting|"
            r"scripting|penning|drafting|outlining) (?:out )?(?:a|an|the|its|his|her|their) (?:\w+ )?(?:\w+ )?(?:seasons?|"
            r"series|scripts?|"
            r"episodes?|run|instal+ments?|chapter|return|comeback)\b"
        ),
    ),
    (
        "delayed",
        "+",
        r"slip|delay|postpon|push|put back",
        (
            rf"\b{_WORK}\b(?: of [^.,;?!]{{2,40}})? (?:could|may|might|will|would|is likely to|is set to|looks set to) (?:now |"
            rf"well )?(?:slip|be "
            r"(?:delayed|pushed(?: back)?|postponed|put back)|move)\b|"
            r"(?:^|(?<=: ))(?:[“\"‘'][^”\"’]{2,50}[”\"’']|The (?:show|series|drama|comedy|new season|season)|It) has (?:now |"
            r"also |"
            r"again "
            r")?slipped\b"
            rf"(?=[.,;]|$| (?:to|into|again|from) )"
        ),
    ),
    (
        "scheduled",
        "+",
        r"shoot|film|start|roll|back|return|head|camera|get",
        (
            rf"\b{_CREW}(?:[’']ll| will|[’']d| would| are to| are going to| is to| hope to| plan to| expect to)? (?:be "
            rf")?(?:shoot|shoots|film|"
            rf"films|filming|shooting|start (?:shooting|filming)|roll|rolling)(?! (?:the scene|a scene|him|her|them))\b{_THEN}|"
            rf"\b{_CREW}(?:[’']ll| will| are to| are due to| is due to)? (?:go(?:es)?|head|heads|return|returns|come|comes|be|"
            rf"are|is) (?:back )?(?:to|on|in) (?:work|set|the studio|production|(?-i:[A-Z])[\w’-]+(?: "
            rf"(?-i:[A-Z])[\w’-]+)?){_THEN}|"
            rf"\b{_CREW} (?:is|are|was) (?:due|expected|set to be) back\b{_THEN}|\bcameras? (?:would|should|could|might|are "
            rf"expected to) (?:start |begin )?"
            r"(?:to )?(?:roll|rolling|turn|turning)\b|\b(?:filming|shooting|production) (?:gets? going|gets? started|starts "
            r"up|kicks in)\b|"
            r"\b(?:eyeing|targeting|aiming for|planning|looking at|working towards|pencil+ed in|lined up|set) (?:for )?an? "
            r"[^.;?!,]{0,"
            r"25}?\b(?:shoot|start of filming|production start|filming start|start to filming)\b|"
            r"\b(?:the |a |its )(?:(?!wedding|photo|fashion|magazine)\w+ )?shoot (?:is |has been |was )?(?:pencil+ed in|booked|"
            r"scheduled|slated|planned|set|"
            r"lined up|"
            rf"due|down) (?:for|in|to)\b|{_LONG}(?:is|was|are) (?:now )?(?:set|due|scheduled|slated|expected|planned) (?:to "
            rf"(?:begin|"
            r"start|resume|get under ?way)|for)\b"
        ),
    ),
    (
        "scheduled",
        "+",
        r"start",
        (
            r"\b(?:on the (?:[“\"‘][^”\"’]{2,40}[”\"’] )?set|crew|the unit|shoot(?:ing)?|filming|cameras)\b[^.;?!]{0,60}? as "
            r"(?:a|an|the|its|their) (?:\w+ "
            r")?start"
            r"(?:ing date|ing point| date)?\b"
        ),
    ),
    (
        "writing",
        "+",
        r"writers",
        (
            r"\bwriters (?:have |had |has )?(?:reconvened?|convened?|reassembled?|regrouped?|started|begun|began|sat "
            r"down)\b(?! (?:a |the )?(?:strike|"
            r"petition|campaign))[^.;?!,]{0,15}"
        ),
    ),
    (
        "in_development",
        "+",
        r"prep\b|prepping|gearing up|work ",
        (
            r"\b[Ww]ork (?:has|had) (?:already |now )?(?:begun|started) on (?:the |an? |its )(?:\w+ )?(?:season|series|run|"
            r"instal+ment|special)\b|"
            r"\b(?:in|into|began|started|starts?) prep\b(?! school)|\b(?:is|are|been) prepping (?:the|for|a|its)\b|"
            r"\bgearing up (?:to (?:film|shoot)|for (?:filming|production|a shoot))\b"
        ),
    ),
)
NARROW_MORE, BROAD_MORE = stage_rules(NARROW), stage_rules(BROAD)
