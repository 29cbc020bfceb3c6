"""More ways to say that a season comes, does not, or is open: what is read before and after the common rules of renewal."""

from __future__ import annotations

from cliffhanger.claims.kinds.renewal.rules import NEXT, Rule, rules
from cliffhanger.claims.numbers import SMALL_NUMBER

_ORD = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_NOT_YET = (
    r"(?:not (?:yet )?(?:known|clear|decided|certain)|unknown|unclear|uncertain|undecided|anyone[’']s guess|"
    r"up in the air|in doubt|an open question|in the balance)"
)
_KIN = r"(?:follow-?up (?:film|movie|special)|prequel|sequel|remake|reboot|movie|film|feature|Christmas special|spin-?off|comic)"

# Read first: what is open or is not so must not be taken for a decision.
FIRST: tuple[Rule, ...] = rules(
    (
        "nothing_to_say",
        "undecided",
        "+",
        (
            r"\b(?:has|have|had)(?:n[’']t| not) (?:yet )?(?:announced|said|confirmed|revealed) anything\b|\b(?:is|are)(?:n[’']t|"
            r" not) saying(?=[.,;]|$)|"
            r"\bnothing (?:new |more |further )?(?:to (?:announce|share|report|confirm|say)|I can (?:announce|share|confirm))\b"
        ),
    ),
    (
        "yet",
        "undecided",
        "+",
        (
            r"\byet to (?:be (?:ordered|renewed|commissioned|decided|picked up)|hear (?:its|their|about|whether|if|back)|"
            r"learn (?:its|their))\b"
        ),
    ),
    (
        "none_made",
        "undecided",
        "+",
        (
            r"\b(?:no|any) (?:final |firm )?decisions? (?:had|has|have) (?:yet )?been (?:made|taken|reached)|\bdecision (?:on|"
            r"about|over) "
            r"(?:its|a|the|any|another)[^.;?!]{0,50}\b(?:expected|due|come|later|soon)\b|\bdecision (?:won[’']t|"
            r"will not) (?:come|be made)"
        ),
    ),
    (
        "whether",
        "undecided",
        "+",
        (
            rf"\bwhether (?:or not )?(?:there|it|they|the|a|another)\b[^.;?!]{{0,60}} (?:is|are|remains?) (?:still |very much )?"
            rf"{_NOT_YET}|"
            rf"\b(?:is|remains?) {_NOT_YET} (?:whether|if) (?:there|it|they|the (?:show|series|drama|comedy)|a|"
            rf"another)\b[^.;?!]{{0,20}}\b"
            r"(?:will|would|is|gets?|returns?|comes?)\b(?! (?:appear|play|star|join))"
        ),
    ),
    (
        "considered",
        "undecided",
        "+",
        (
            r"\b(?:still )?(?:under consideration|being considered|under discussion)\b|\bstill (?:on the table|mulling|weighing|"
            r"deciding)\b"
        ),
    ),
    (
        "unheard",
        "undecided",
        "+",
        (
            r"\b(?:hasn[’']t|has not|haven[’']t|have not|didn[’']t|did not|not) (?:yet )?hear(?:d)? (?:anything|a word|back|"
            r"whether|if)\b"
            r"(?:[^.;?!]{0,12}one way or (?:the other|another))?"
        ),
    ),
    (
        "waiting",
        "undecided",
        "+",
        (
            r"\bstill waiting\b(?! (?:for|on) (?:the |a )?(?:trailer|date|dvd|release|phone|bus|train|cheque))|\bwaiting to "
            r"(?:hear|learn|"
            r"find out)\b(?! who| what| how)"
        ),
    ),
    (
        "no_discussion",
        "undecided",
        "+",
        (
            r"\b(?:would not|wouldn[’']t|declined to|refused to|will not|won[’']t) (?:discuss|comment on|speculate (?:on|about)|"
            r"be drawn on|"
            r"talk about) (?:the |its |their |a |any |plans for )*(?:[\w’']+[’']s? )?(?:[\w-]+ )?(?:future|fate|renewal|"
            r"prospects|seasons?|series)\b"
        ),
    ),
    (
        "no_no",
        "undecided",
        "+",
        (
            r"\b(?:has|have|had)(?:n[’']t| not) said (?:no|how many more|whether|if)\b|"
            r"\b(?:won[’']t|will not|wouldn[’']t) say (?:if|whether)\b"
        ),
    ),
    (
        "no_yes",
        "renewed",
        "-",
        (
            r"\b(?:(?:has|have|had)(?:n[’']t| not)|(?:nobody|no one|neither) (?:has|have|had)) said yes\b|\bnothing (?:has been |"
            r"is |was |[’']s )"
            r"(?:yet )?signed\b|\bno (?:commitment|order) (?:has been|was|had been) (?:made|given|placed)\b"
        ),
    ),
    (
        "doubtful",
        "renewed",
        "-",
        (
            rf"\b(?:stunned|surprised|shocked|amazed|astonished|astounded|gobsmacked|flabbergasted) to see (?:a |an |another )?"
            rf"(?:{NEXT})|"
            rf"\b(?:{NEXT})[^.;?!]{{0,30}}\b(?:looks?|looked|seems?|seemed|is|was|appears?) (?:\w+ )?(?:unlikely|doubtful|"
            rf"a long shot|remote)\b|"
            rf"\b(?:{NEXT}) never (?:looked|seemed) likely\b|\bunlikely (?:to (?:get|be given|see)|that there will be) (?:a |"
            rf"another )?(?:{NEXT})"
        ),
    ),
    (
        "none_is",
        "renewed",
        "-",
        rf"\bthere(?:[’']s| is| are| was) (?:no|not (?:a|any|going to be an?)) (?:plans? for |chance of )?(?:a |an )?(?:{NEXT})",
    ),
    (
        "no_film",
        "spinoff",
        "-",
        (
            rf"\b(?:there(?:[’']s| is| was| will be)|are|have|has|had) (?:no|not (?:a|any)|never (?:been )?an?) (?:plans? for |"
            rf"such )?(?:an? )?{_KIN}s?\b|"
            rf"\bno (?:plans? for )?(?:an? )?(?:such )?{_KIN} (?:was|is|has been) (?:ever )?(?:made|planned|in the works|"
            rf"in development)\b"
        ),
    ),
)

LATER: tuple[Rule, ...] = rules(
    (
        "ended",
        "cancelled",
        "+",
        r"\b(?:has|have|had) (?:previously |already |also |quietly |now |recently )?ended (?=[“‘\"](?-i:[A-Z]))",
    ),
    (
        "entry_over",
        "cancelled",
        "+",
        (
            rf"^(?:done|gone|over|finished|out|dead|axed|dropped|ended|bowing out|one and done)(?:,| and \w+,?)? after (?:just |"
            rf"only )?{SMALL_NUMBER}\b"
        ),
    ),
    (
        "told_over",
        "cancelled",
        "+",
        (
            r"\b(?:told|learn(?:ed|t)|informed|heard|said)\b[^.;?!]{0,40}?\b(?:it|the (?:show|series|drama|comedy)) (?:was|were|"
            r"is|had been|has been) "
            r"(?:finished|over|done|dead|no more)\b"
        ),
    ),
    (
        "yanked",
        "cancelled",
        "+",
        r"\b(?:yank(?:ed|s)|spik(?:ed|es)|cull(?:ed|s)|jettison(?:ed|s)|ditch(?:ed|es))\b",
    ),
    (
        "not_made",
        "cancelled",
        "+",
        (
            rf"\b(?:{NEXT})[^.;?!]{{0,70}}\b(?:will not|won[’']t|would not) (?:now |ever )?(?:be (?:made|produced|happening|"
            rf"going ahead)|happen|go "
            r"ahead|materiali[sz]e)\b"
        ),
    ),
    (
        "final_word",
        "cancelled",
        "+",
        (
            r"\b(?:our|the|its|their) decision (?:is|was|remains) final\b|\b(?:could|can|did)(?: not|n[’']t) make the (?:numbers|"
            r"sums|figures|"
            r"economics) work\b"
        ),
    ),
    (
        "declared",
        "cancelled",
        "+",
        r"\bdeclared (?:it|the (?:show|series|drama|comedy)) [“\"]?(?:dead|over|finished|cancell?ed)\b",
    ),
    (
        "confirmed",
        "cancelled",
        "+",
        r"\b(?:confirm(?:ed|s)|announc(?:ed|es)|reveal(?:ed|s)) (?:the|its|their) (?:cancell?ation|axing)\b",
    ),
    (
        "it_on",
        "renewed",
        "+",
        r"\b(?:has |had |already )*(?:order(?:ed|s)|renew(?:ed|s)|commission(?:ed|s)) it\b|\bpick(?:ed|s) it up\b",
    ),
    (
        "entry_gone",
        "cancelled",
        "+",
        r"(?:^|(?<=: ))(?:axed|cancell?ed|scrapped|dropped) (?:last|in|by|this|on|after)\b[^.;?!,]{0,40}, (?=the |it |[A-Z])",
    ),
    (
        "renewal",
        "renewed",
        "+",
        (
            r"\b(?:announc(?:ed|es|ing)|confirm(?:ed|s|ing)|reveal(?:ed|s)|unveil(?:ed|s)) (?:the|its|their|a|an) (?:early |"
            r"surprise |swift )?renewal\b|\b(?:the|its|an early|"
            r"a surprise) renewal (?:was|came|brings|takes|gives|ensures|makes|extends|"
            r"comes|had been|has been|follows|means)\b|\b(?:hand(?:ed|s)|g(?:ave|ives|iven)|secur(?:ed|es)|land(?:ed|s)|won|"
            r"earn(?:ed|s)) (?:[\w’-]+ ){0,4}renewal\b|"
            r"\b(?:renewal|pick-?up) is (?:\w+ ){0,2}(?:formality|certain|in the bag|done deal|likely)\b"
        ),
    ),
    (
        "order",
        "renewed",
        "+",
        (
            r"\b(?:confirm(?:ed|s)|plac(?:ed|es)|gave|given|announced|issued|received|landed|got) (?:it |the show |"
            r"the series )?(?:an?|its|the) "
            r"(?:full |initial |straight-to-series |whole )?(?:[\w-]+-(?:episode|part|season) )?(?:series )?order\b"
            r"(?! of (?!(?:\d+|[a-z]+) (?:episodes|seasons|parts)\b))"
        ),
    ),
    (
        "entry_on",
        "renewed",
        "+",
        (
            r"^(?:(?:renewed|picked up|recommissioned|saved|safe) (?:(?:early|officially|already|again|back) )?(?:for|on|at|in|"
            r"by|through|until|last|"
            r"this|earlier|with)|(?:back|returning) (?:for|with) (?:a|an|its|another|season|series|more|seasons|one|two|three))\b"
        ),
    ),
    (
        "brought",
        "renewed",
        "+",
        (
            r"\b(?:was|were|is|been|being|got) (?:later |eventually |then )?(?:saved|rescued|revived|brought back|"
            r"resurrected)\b(?! from)"
        ),
    ),
    (
        "ordinal",
        "renewed",
        "+",
        (
            rf"\b(?:order(?:ed|s)|commission(?:ed|s)|green-?lit|pick(?:ed|s) up|signed (?:on|up) for|agreed to(?: make)?) (?:a|"
            rf"its|the) {_ORD}"
            r"(?=[.,;!]|$| (?:in|on|at|and|but|last|this|back|from|by|with|when|before|after)\b)|"
            rf"\b(?:there will be|there[’']s (?:going to be|to be)?|there is (?:going )?to be|expect) an? {_ORD}\b(?! (?:act|"
            rf"body|murder|"
            r"episode|time|reason|person|man|woman|chance|death|killer|victim))"
        ),
    ),
    (
        "guessed",
        "renewed",
        "+",
        (
            r"\b(?:guess|bet|hunch|prediction|money|feeling) (?:is|says)(?: that)? (?:it|they|the (?:show|series|"
            r"network))[^.;]{0,20}\b(?:picked up|renewed|"
            r"another|back|more)\b|\bI (?:think|hope|reckon|believe) (?:that )?(?:we|it|they)(?:[’'](?:re|ll|s)| are| will|"
            r" is) (?:going to )?(?:get it|"
            r"get another|be renewed|be back|come back|happen)\b"
        ),
    ),
    (
        "talking",
        "in_talks",
        "+",
        (
            r"\b(?:talking|speaking|in (?:talks|conversation|discussions)) (?:to|with) (?:the (?:studio|network|producers|"
            r"streamer|broadcaster|channel|"
            r"makers)|them)\b|\bwe(?:[’']re| are) (?:all |still )?talking\b|\bthere(?:[’']s|[’']ve| has| have| had) been (?:a |"
            r"some |early |a few |"
            r"many )?(?:conversations?|talks|discussions)\b|"
            r"\b(?:discuss(?:ed|ing)|consider(?:ed|ing)|explor(?:ed|ing)|weigh(?:ed|ing)) (?:ordering |making |commissioning |"
            r"doing )?(?:a |another )?"
            rf"(?:{NEXT})|\b(?:{NEXT})[^.;?!]{{0,60}}\bha(?:s|ve|d) been (?:talked about|discussed|mooted|floated)\b|"
            rf"\bkeen (?:on|to (?:make|do|order)) (?:a |another )?(?:{NEXT}|follow-?up|sequel)"
        ),
    ),
    (
        "kin",
        "spinoff",
        "+",
        (
            rf"\b(?:develop(?:ing|s|ed)|rumou?red|rumou?rs of|talk of|whispers of|chatter about|plans? for|planning|writing|"
            rf"working on|"
            rf"discuss(?:ed|ing)|mooted|might be|could be|could get|may get|might get|will get|is getting|set for|there will be|"
            rf"meant to be|supposed to be) (?:an? |the )?(?:possible |"
            rf"potential )?(?:[\w-]+ ){{0,2}}{_KIN}\b|"
            rf"\b(?:the|an?) (?:American|US|U\.S\.|British|UK|French|Korean|German) (?:remake|version|adaptation)\b"
        ),
    ),
    (
        "closing",
        "ending",
        "+",
        (
            r"\b(?:would|will|is to|are to|is set to|is due to|is going to) (?:end|conclude|finish|close|wrap up|bow out|"
            r"come to an? (?:end|close|conclusion)|sign off|draw to a close)\b"
            r"(?: for good)?(?: (?:this|next) (?:year|spring|summer|autumn|fall|winter|month|season))? (?:after|with|following|"
            r"at the end of) (?:its |the |a |"
            r"this |their |just |only )?"
        ),
    ),
    (
        "the_last",
        "ending",
        "+",
        (
            rf"\b(?:{NEXT})[^.;?!]{{0,40}}\b(?:is|was|will be|would be) (?:(?:the )?(?:\w+[’']s?)|the|its|their|our) last\b"
            r"(?! (?:week|year|month|chance|time|one to|to\b|that\b|with\b|in which|of the \w+ to))"
        ),
    ),
    (
        "serves",
        "ending",
        "+",
        (
            r"\b(?:have to|having to|must|will) (?:now )?(?:serve|stand|act|double) as (?:an?|the|its) (?:series )?(?:finale|"
            r"ending|conclusion)\b"
        ),
    ),
)
