"""Further words for how far the making is: scripts, casting, location work, the last stages, what is given up or kept."""

from __future__ import annotations

import re

from cliffhanger.claims.patterns import Pattern, regex

_SCRIPT = (
    r"(?:scripts?|teleplays?|screenplays?|episodes?|storylines?|outlines?|drafts?|treatments?|instal+ments?|seasons?|series)"
)
_SHOOT = (
    r"(?:filming|production(?! (?:committee|compan|team|designer|partner|house|office|cost|budget|value|manager))|shooting|"
    r"the shoot|photography|recording|(?<=where )work|(?<=the )work|work on the (?:series|season|show|episodes))"
)
_ALREADY = r"(?:(?:already|just|now|also|all|both|finally|nearly|almost) )*"
_HAVE = rf"(?:has|have|had|[’']ve|[’']d) {_ALREADY}"

# Read before the general words: they are narrower, and most of the "not yet" would be taken for the thing itself.
NARROW: tuple[tuple[str, str, str, str], ...] = (
    (
        "writing",
        "-",
        r"script|writ|word|page",
        (
            r"\b(?:has|have|had|is|are|was)(?:n[’']t| not)(?: yet| even)? (?:begun|started|been begun|been started|"
            r"been written)"
            r"(?: (?:to write|writing|work on|on))?(?: (?:any|a|the|one|it)\b)?(?: \w+){0,2}(?<!started)(?<!begun)|"
            r"\b(?:there (?:are|is)|has|have|with) (?:still |as yet )?no (?:\w+ )?(?:scripts?|writers?[’']s? room|outlines?)\b"
            r"[^.;?!,]{0,20}|\bno scripts? (?:yet|exists?|ha(?:s|ve) been (?:written|delivered|commissioned))\b|"
            r"\b(?:not a (?:single )?(?:word|page|line|scene)|nothing|no (?:episode|script|word)s?) (?:has|have|"
            r"had) (?:yet )?been "
            r"(?:written|put on paper)\b|\b(?:nobody|no one|none of us) (?:is|has been|has started) writing\b|"
            r"\byet to (?:begin |start )?(?:be )?(?:writ(?:e|ing|ten))\b"
        ),
    ),
    (
        "in_development",
        "+",
        r"pre-?production",
        r"\bpre-?production\b(?: (?:has|is|work)\b[^.;?!,]{0,25})?",
    ),
    (
        "post_production",
        "+",
        r"post-?production",
        (
            r"(?:\b(?:in|into|entered|entering) )?\bpost-?production\b(?! (?:house|company|facility|supervisor|"
            r"scheduling))(?: (?:has|is|will|work)\b"
            r"[^.;?!,]{0,25})?"
        ),
    ),
    (
        "filming",
        "+",
        r"film|shoot|photograph|production",
        (
            rf"\b{_SHOOT} (?:is|was) (?:now |already |about |more than |well |\w+ )?(?:halfway|half|midway|two-thirds|"
            rf"nearly|almost|"
            r"nearing)(?: way)?(?: through| complete| finished| done| over| completion| its end)?\b|"
            r"\b(?:is|are|was|were) (?:about |now |already )?(?:halfway|half way|midway|"
            r"two-thirds of the way) through (?:the )?"
            r"(?:filming|shooting|shoot|production)\b"
        ),
    ),
    (
        "filming",
        "-",
        r"film|shot|shoot|frame|cameras?",
        (
            r"\b(?:nothing|not a (?:single )?(?:frame|scene|foot|minute)|no (?:frame|scene|episode)s?|none of (?:it|them|the "
            r"episodes)) (?:has|have|had|was|were|of \w+ has) (?:yet )?(?:been )?(?:shot|filmed)\b|"
            r"\b(?:has|have|had)(?:n[’']t| not)(?: yet)? (?:shot|filmed) (?:a|any|anything|one|it)\b(?: \w+)?|"
            r"\bcameras? (?:has|have|had) (?:yet to|not(?: yet)?|n[’']t) (?:rolled?|turned?|start(?:ed)?)\b|"
            r"\b(?:has|have|is) yet to (?:begin|start|go into|enter) (?:filming|shooting|production|principal photography)\b|"
            r"\b(?:filming|production|shooting) (?:has|is) yet to (?:begin|start)\b"
        ),
    ),
    (
        "casting",
        "-",
        r"cast",
        (
            r"\b(?:has|have)(?:n[’']t| not)(?: yet)? (?:started|begun) casting\b|\bcasting has(?:n[’']t| not)(?: yet)? "
            r"(?:started|begun)\b"
        ),
    ),
    (
        "halted",
        "-",
        r"abandon|halt|suspend|stopped|called off|paused|shut",
        (
            rf"\b{_SHOOT}\b[^.;?!]{{0,40}}?\b(?:had|has|was|is|were|have)(?: not|n[’']t|\b never)(?: been)? (?:abandoned|"
            rf"halted|"
            r"suspended|stopped|called off|paused|shut down|scrapped)\b"
        ),
    ),
    (
        "halted",
        "+",
        r"abandon|called off|broken off|walked off|ground to|given up|scrapped|curtailed|resume",
        (
            rf"\b{_SHOOT} (?:never resumed|has yet to resume|has(?:n[’']t| not) (?:yet )?(?:been )?resumed)\b|"
            rf"\b{_SHOOT}\b[^.;?!]{{0,50}}?\b(?:(?:was|were|has been|had been|is|been) )?(?:abandoned|called off|broken off|"
            r"given up|scrapped|curtailed|ground to a halt|came to a halt|came to a standstill)\b|"
            r"\b(?:abandon(?:ed|s)?|call(?:ed|s)? off|gave up|scrapped|walked off) (?:the |its |all )?(?:filming|shoot(?:ing)?|"
            r"production|set)\b"
        ),
    ),
    (
        "wrap_expected",
        "+",
        r"film|shoot|work|production|photograph|cameras|we |they |wrap|crew|recording",
        (
            rf"\b{_SHOOT}\b[^;?!]{{0,110}}?\b(?P<own>(?:(?:is|are|was|were) (?:(?:now|still|currently) )?(?:expected|due|"
            rf"set|scheduled|"
            r"slated|likely|planned)|will|should) (?:to )?(?:last|continue|run|go on|carry on|take|be (?:completed|complete|"
            r"finished|done|over|wrapped)|finish|conclude|wrap|end)\b(?! place| with))|"
            r"\b(?:[Ww]e|[Tt]hey|the (?:crew|cast|team|unit)) (?:should |will |[’']ll |(?:are|is) due to |hope to |"
            r"expect to |plan "
            r"to )?(?:wrap|finish|be (?:done|finished|wrapped))(?: (?:it|this one|the (?:season|series|shoot)|up|filming|"
            r"shooting))"
            r"*(?= (?:just |at |some time |sometime )*(?:in|on|by|before|around|next|this|at) )|"
            rf"\b{_SHOOT}\b[^.;?!]{{0,30}}?\b(?P<own2>(?:ends|finishes|concludes|wraps)(?= (?:in|on|next|this|by|at) ))|"
            rf"\b{_SHOOT} (?:runs|continues|lasts|goes on|carries on) (?:until|through|into|to|till)\b"
        ),
    ),
    (
        "wrapped",
        "+",
        r"shot|filmed|finish|wrapp|shoot|lasted|took|completed",
        (
            r"\b(?:[Ww]e|[Tt]hey|[Ss]he|[Hh]e|the (?:crew|cast|team)|it|seasons?(?: (?!is\b|are\b)\w+)?|series(?: (?!is\b|"
            r"are\b)\w+)?|"
            r"episodes?|scenes?|"
            r"exteriors|"
            r"interiors|pilot|finale|special|sequences?) (?:(?:was|were|"
            r"all) )*(?:shot|filmed)\b(?! (?:dead|down|at|by|through|himself|herself|in the))(?= (?:from |last |in |on |over |"
            r"between |during |entirely |back |mostly |this |at |around |there |for \w+ (?:days|weeks|months)))|"
            r"\b(?:[Ww]e|[Tt]hey|the (?:crew|team)) (?:shot|filmed) (?:the|all|its|most of the|"
            r"both) (?:\w+ ){0,2}(?:seasons?|series|"
            r"episodes?|pilot|finale|scenes?)\b(?= (?:in|on|at|over|between|last|during) )|"
            rf"\b{_SHOOT} (?:lasted|took (?=\w+ (?:\w+ )?(?:days|weeks|months)))\b|"
            r"\b(?:all|both|every one)(?: of)?(?: the)? (?:\w+ )?(?:episodes?|instal+ments?|parts|"
            r"hours)(?: \w+){0,3} (?:were|was|"
            r"have been|had been|are) "
            rf"{_ALREADY}(?:shot|filmed|finished|completed|made)\b|"
            r"\b(?:has|have|had) (?:already |now |just )?(?:finished|completed) (?:work on|making|all (?:\w+ )?(?:episodes|"
            r"scenes))\b"
        ),
    ),
)
BROAD: tuple[tuple[str, str, str, str], ...] = (
    (
        "writing",
        "+",
        r"room",
        (
            r"\bwriters?[’']s? room\b[^.;?!]{0,30}?\b(?:open\w*|reconven\w*|conven\w*|assembl\w*|beg[aiu]n|began|started|"
            r"going|under ?"
            r"way|at work|working|met|meets|back|running|resum\w*|closed|wrapped|up)\b|"
            r"\b(?:have|has|had|having|opened|opens?|assembled|set up|convened|started|back in|running|hired|in|"
            r"into)(?: already)? "
            r"(?:a|the|our|its|their) (?:\w+ )?(?:writers?[’']s? room\b(?!,? (?:where|of|at|wall))|room (?:open|going|"
            r"running|of "
            r"(?:\w+ )?writers))\b"
        ),
    ),
    (
        "writing",
        "+",
        r"script|writ|episode|draft|teleplay|outline|sketch|broken|breaking",
        (
            rf"\b{_HAVE}(?:completed|finished|delivered|turned in|handed in|drafted|sketched|outlined|plotted|mapped out|"
            r"filed|submitted|begun|started|polished)(?: up| on| writing)? (?:(?:the|all|a|an|its|his|her|their|our|"
            r"most|half|both|several|some|first|opening|final|\w+) (?:of )?){0,4}"
            rf"(?:{_SCRIPT}|opening|story|plot|arc|ending|finale)\b|"
            r"\bscripts? (?:is|are|was|were) (?:\w+ )?being (?:re)?(?:written|drafted|worked on)\b|"
            r"\b(?:are|is|were|been|started|begun|begin) breaking (?:the )?(?:\w+ )?(?:stor(?:y|ies)|season|series|"
            r"episodes?)\b|"
            r"\b(?:first|second|rough|final) drafts? (?:of [^.;?!,]{2,30}? )?(?:is|are|has been|was) (?:\w+ )?(?:done|"
            r"finished|written|in|"
            r"complete|ready)\b|\b(?:seasons?|series|chapter|it|run) (?:is|are) (?:now |already |currently |"
            r"still )*being written\b|"
            r"\bbroken the (?:story|season|arc|series)\b|\b(?:is|are|was|were|been|be|be back|[’']s|[’']re|[’']m)(?: now|"
            r" still| already| currently| back| hard| busy)* (?:at "
            r"work|working|busy) (?:on|with) (?:the |its |his |her |their |new |more |fresh |next )*(?:\w+ )?(?:scripts?|"
            r"outlines?|drafts?|writing|story)\b|"
            r"\b(?:paid|paying|pay|commissioned|ordered|asked) (?:for )?(?:\w+ ){0,2}?(?:back-up |backup |more |new |further |"
            r"additional )?scripts\b|"
            r"\bscripts? (?:[^.;?!]{0,40}? )?(?:is|are|was|were|has been|have been|had been|being) (?:\w+ )?(?:finished|"
            r"completed|"
            r"complete|delivered|done|ready|in|in hand|drafted|under ?way|approved|commissioned|polished)\b|"
            r"\b(?:finished|completed|draft|written) scripts?\b|\b(?:early|late|first|final|last) (?:stages?|"
            r"phase) of (?:the )?"
            r"(?:writing|scripting)\b|\b(?:[Ww]e|[Tt]hey)(?:[’']re| are) (?:already |now |still |"
            r"currently )?writing\b(?! (?:to|"
            r"about|off|letters))|\bscripts in (?:a|the|my|his|her) (?:drawer|bag|desk)\b|"
            r"\bwriters (?:are|were|is|have gone|went|returned|return|got|get)(?: \w+)? (?:back|at work|to work|working|"
            r"together)\b[^.;?!,]{0,15}|"
            r"\b(?:writing|writers?[’']?) (?:team|staff) (?:has|have|is|was|were)(?: been| already| now)* (?:assembled|"
            r"hired|in place|"
            r"at work|working|back|put together)\b|"
            r"\b(?:writing|scripting)(?: work)?(?: (?:on|of|for) [^.;?!,]{2,30}?)? (?:has|had|is|was) (?:already |well |"
            r"now )*(?:begun|started|under ?way|finished|complete[d]?)\b"
        ),
    ),
    (
        "in_development",
        "+",
        r"outlined|mapped|plotted|storylined|scout|work",
        (
            r"\b(?:begun|started|begins?|began|starts?) work(?:ing)? on (?:the |its |a )?(?:\w+ )?(?:season|series|run|"
            r"instal+ment)\b|"
            r"\blocation scout\w*\b[^.;?!,]{0,25}|\bscout(?:ing|ed) (?:for )?(?:new )?locations?\b|"
            r"\b(?:season|series|run|story|chapter|arc|ending)\b[^.;?!]{0,25}?\b(?:has|had|have|was|is) (?:already )?(?:been )?"
            r"(?:outlined|mapped out|plotted|storylined|planned out)\b"
        ),
    ),
    (
        "casting",
        "+",
        r"casting|audition",
        (
            r"\bcasting (?:has|is|was) (?:already |now |well )*(?:begun|started|under ?way|going on)\b|\bcasting (?:began|"
            r"started)\b|"
            r"\b(?:is|are) (?:now |already |currently )?(?:casting|auditioning)\b(?! (?:doubt|aspersions|a shadow|vot))"
        ),
    ),
    (
        "reshoots",
        "+",
        r"reshoot|re-shoot|reshot|pick-ups",
        (
            r"\b(?:re-?shoots?|additional photography)\b[^.;?!]{0,40}?\b(?:in|took|take|began|begin|were|was|are|will|ran|cost|"
            r"swallowed|ordered|lasted|last|needed|started|start|scheduled)\b|\b(?:is|was|were|being|been|be) reshot\b|"
            r"\bordered (?:\w+ )?re-?shoots?\b"
        ),
    ),
    (
        "filming",
        "+",
        r"on location|on set|filming|shooting|cameras|crew|episodes|cast|actors|stars|team",
        (
            r"\b(?:photographed|spotted|seen|pictured|snapped) (?:\w+ ){0,2}?(?:on location|filming|shooting)\b|"
            r"\b(?:has|have|had|[’']s|[’']ve) been (?:filming|shooting)\b|\b(?:is|are|was) on location (?:in|at|near)\b|"
            r"\bcameras? (?:are|were) (?:already |now |back )*(?:rolling|turning)\b|"
            r"\b(?:cast|crew|actors|stars|team) (?!of (?:the|an?) (?!show|series|drama))(?:\w+ ){0,3}?(?:returned|went back|"
            r"are back|is back|were back|"
            r"have returned|reassembled"
            r"|gathered|reunited) (?:to|on|in|at) (?:the )?(?:set|studios?|location|work)\b|"
            r"\b(?:\w+|half) of (?:the|its|their) (?:\w+ )?episodes (?:have|had) (?:already |now )?been (?:completed|filmed|"
            r"shot|"
            r"finished)\b|\b(?:cast and crew|film crew|crew|cameras) (?:\w+ ){0,2}?(?:will be|are) (?:in|at|on) [^.;,]{2,40}? "
            r"(?=(?:until|from|till|for (?:\w+ ){1,2}(?:weeks|months|days)) )"
        ),
    ),
    (
        "scheduled",
        "+",
        r"rolling|film|shoot|production|cameras",
        (
            r"\bcameras? (?:starts?|begins?) (?:rolling|turning|to (?:roll|turn))\b|\b(?:would|will|[’']d|[’']ll|should|"
            r"could|hope to|due to|set to) be (?:rolling|filming|shooting|in production|"
            r"before the "
            r"cameras|back on set|on set)\b|"
            r"\b(?:hopes?|plans?|intends?|aims?|expects?|wants?|hoping|planning|aiming) to (?:begin|start|resume|go into|be|"
            r"get into) "
            r"(?:filming|shooting|production|principal photography)\b|"
            r"\b(?:cameras?|filming|shooting|production) (?:is|are) (?:due|set|scheduled|slated|pencil+ed in|"
            r"expected) (?:for|in|on|"
            r"to (?:start|begin|roll))\b|\bstart of (?:filming|shooting|production|photography)\b(?= (?:is|has been|was|in|on))"
        ),
    ),
    (
        "post_production",
        "+",
        r"score|scoring|recording|locked|mix|grad|dub|edit|effects|vfx|post|cutting|being",
        (
            r"\b(?:is|are|was|now|been|busy|currently|already|begun|began|started|finished) (?:now |still |"
            r"currently )*(?:recording|mixing|scoring|composing|"
            r"grading|dubbing|colou?r-grading|finishing) (?:the |its |his |her )?(?:\w+ )?(?:score|music|sound|soundtrack|"
            r"episodes?|series|season|effects|dialogue)\b|"
            r"\b(?:episodes?|cuts?|edit|season|series)(?: \w+){0,2} (?:is|are|have been|has been|were) (?:already |now |"
            r"all )?locked\b|"
            r"\b(?:voice|score|sound|adr|dialogue) recording (?:is|has|was|been)(?: \w+)? (?:finished|complete[d]?|done|"
            r"over|under ?way)"
            r"\b|\b(?:visual effects|vfx|sound mix|the edit|editing|the score|dubbing|grading)(?: work)? (?:is|are|has|"
            r"will) (?:\w+ )"
            r"?(?:under ?way|begun|started|finished|complete[d]?|done|being done)\b|"
            r"\b(?:episodes?|season|series|it) (?:is|are) (?:now |already |still |currently )*being (?:cut|graded|mixed|"
            r"dubbed|scored|"
            r"finished)\b|\b(?:effects|vfx) work (?:will|is|has|was|takes)\b|"
            r"\b(?:in|into|inside|at) the (?:edit(?:ing)? suite|cutting room|dubbing suite|sound mix)\b"
        ),
    ),
    (
        "sets_struck",
        "+",
        r"\bset\b|\bsets\b|stages?",
        (
            r"\b(?:standing |main |village |studio )?(?:sets?(?! (?:lists?|menus?|pieces?|of|to|up)\b)|"
            r"backlot)\b[^.;?!]{0,30}?\b(?:has|have|had|were|was|are|is) (?:already |now "
            r"|since )?(?:been |being )?(?:taken down|pulled down|broken up|packed (?:away|up)|sold(?: off)?|removed|cleared|"
            r"bulldozed|taken apart|knocked down|put (?:in|into) storage|stored|mothballed|scrapped|struck|dismantled)\b|"
            r"\b(?:took|taken|pulled|tore|struck|broke|dismantl\w+|demolish\w+)(?: down| up)? the (?:\w+ )?sets?\b"
        ),
    ),
    (
        "post_complete",
        "+",
        r"deliver",
        (
            r"\b(?:last|final|finished) (?:episodes?|cuts?|edit) (?:was|were|has been|have been|is|are) (?:now |"
            r"already )?delivered\b|"
            r"\b(?:season|series|episodes) (?:was|were|has been|have been) (?:finished and |now |already )?delivered to\b"
        ),
    ),
    (
        "lease_extended",
        "+",
        r"lease",
        (
            r"\b(?:extend(?:s|ed)?|renew(?:s|ed)?|prolong(?:s|ed)?|kept|taken up|signed)(?: \w+)? (?:its|the|their|a|"
            r"an)(?: \w+)? "
            r"leases?\b[^.;?!]{0,40}?\b(?:studios?|backlot|stages?|complex|lot|set|warehouse|location|hangar|soundstages?)\b|"
            r"\bleases? on [^.;?!]{0,40}?\b(?:studios?|backlot|stages?|complex|lot|set|hangar|"
            r"soundstages?)\b[^.;?!]{0,20}?\b(?:was|"
            r"has been|had been) (?:extended|renewed|prolonged)\b"
        ),
    ),
    (
        "delayed",
        "+",
        r"delay|snag|late\b|behind schedule|held up|hold-?up",
        (
            r"\b(?:season|series|show|production|drama|comedy|filming|shoot)\b[^.;?!]{0,40}?\b(?:has |have )?(?:hit|"
            r"run into|suffered|"
            r"met) (?:a|an|another|more|further|yet another|fresh) (?:\w+ )?(?:snags?|delays?|hold-?ups?|setbacks?)\b|"
            r"\b(?:season|series|show|drama|comedy|filming|production|scripts?|it)(?: \w+)? (?:is|was|are|were|has been|"
            r"running|ran|"
            r"runs) (?:running |badly |weeks |months )?(?:late(?= because|\.|,| after| owing| and|$)|behind schedule|"
            r"held up)\b|\b(?:season|series)(?: \w+)? was delayed\b"
        ),
    ),
)


def stage_rules(rules: tuple[tuple[str, str, str, str], ...]) -> tuple[tuple[str, str, Pattern, Pattern], ...]:
    """Compile a table: status, polarity, the words one of which must stand in the sentence (small letters), the pattern."""
    return tuple((status, polarity, regex(gate), regex(pattern, re.IGNORECASE)) for status, polarity, gate, pattern in rules)


NARROW_RULES, BROAD_RULES = stage_rules(NARROW), stage_rules(BROAD)
