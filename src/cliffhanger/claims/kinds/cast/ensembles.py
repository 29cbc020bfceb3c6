"""Who is of a cast, told of several at once: "Rounding out the cast are ...", "X and Y head the cast"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.cast.lists import SUBJECTS, alone, members, subjects
from cliffhanger.claims.kinds.cast.names import behind_camera_list, made_by, own_word
from cliffhanger.claims.kinds.cast.references import part_after
from cliffhanger.claims.names import FULL_NAME, ONE_NAME
from cliffhanger.claims.patterns import Rules, live, regex
from cliffhanger.claims.seasons_said import season_of

_ONE = rf"(?:{FULL_NAME}|{ONE_NAME})"
_CAST = (
    r"(?:(?:the|its|an?|this|their|our|that|an?) )?(?:(?:[a-z’'-]+|[“‘\"]?[A-Z][\w’'-]*[”’\"]?) ){0,3}?(?:casts?|ensemble|"
    r"line-?up|"
    r"cast list|call sheet|roster|team of actors|players|troupe|cast members)\b"
)
_SHOW = (
    r"(?:(?:the|its|an?|this|their|our|that) )?(?:[a-z’'-]+ ){0,3}?(?:casts?|ensemble|line-?up|show|series|drama|comedy|sitcom|"
    r"thriller|season|run|production|programme|spin-?off|sequel|revival|reboot|fold|franchise|roster|world)\b"
)
_BE = r"(?: also| again| now| once more| too)?(?: is| are| was| were| will be|:)(?: also)?"
_ROLES = (
    r"(?:(?:[Tt]he|[Oo]ther|[Kk]ey|[Ff]urther|[Mm]ore|[Ss]everal) )?(?:(?:other|key|main|[Ss]upporting|[Ss]maller|[Ss]econdary|"
    r"[Ff]eatured|[Mm]ain|[Ll]ead|[Ll]eading|[Tt]itle|[Tt]itular|[Ss]tarring|[Cc]entral|[Pp]ivotal|[Ee]ponymous|[Cc]o-lead) "
    r"){1,2}"
    r"(?:roles?|parts?)"
)
_SMALL_ROLES = (
    r"(?:an? |the |its |one of the )?(?:(?:other|key|main|supporting|smaller|secondary|featured|lead|leading|title|titular|"
    r"starring|central|pivotal|prominent|important|minor|eponymous|small|big|substantial|co-lead) ){1,2}(?:roles?|parts?|leads?)"
)
# What comes before a list of names, by what it makes of them.
_LEADS: Rules[str] = Rules(
    (state, regex(pattern))
    for state, pattern in (
        (
            "",
            (
                rf"\b(?:[Rr]ounding|[Ff]illing|[Ff]leshing)(?: out)? {_CAST}(?: out| off)?{_BE} |"
                rf"\b(?:[Cc]ompleting|[Hh]eading(?: up)?|[Ll]eading|[Tt]opping|[Ff]ronting|[Hh]eadlining|[Aa]nchoring) {_CAST}"
                rf"(?: of [^.,;:]{{2,40}})?{_BE} |"
                rf"\b[Aa]lso (?:in {_CAST}|(?:co-?)?starring|appearing|featur(?:ed|ing)|on the (?:cast list|bill)|part of "
                rf"{_CAST}|"
                rf"among {_CAST}|acting){_BE} |"
                rf"\b[Aa]mong {_CAST}{_BE} |"
                rf"\b[Ii]n (?:the )?{_SMALL_ROLES}{_BE} |"
                rf"\b{_ROLES} (?:(?:will|have|has|is|are) )?(?:go|goes|went|gone|fall|falls|belong|belongs) to |"
                rf"\b{_ROLES} (?:(?:will|have|has|is|are|be|been|were|was) ){{1,2}}(?:played|taken|filled|given|handed|awarded|"
                rf"portrayed) (?:by|to) |"
                rf"\b{_CAST} (?:(?:is|are|was|has been|will be|of \w+ is) )(?:also |now )?(?:led|headed(?: up)?|headlined|topped|"
                rf"fronted|rounded out|completed|filled out|made up of|anchored|toplined)(?: by)? |"
                rf"\b(?:[Oo]ther|[Ff]urther|[Mm]ore|[Rr]emaining|[Ss]upporting|[Kk]ey|[Mm]ain|[Rr]ecurring|[Vv]oice) "
                rf"(?:cast members|"
                rf"actors|members of {_CAST}|players|performers|stars|co-stars|cast)(?: this (?:time|season|year))? "
                rf"(?:includes?|are|is|will be) |"
                rf"\b(?:[Ss]tarring|[Pp]laying|[Aa]cting|[Aa]ppearing) (?:opposite|alongside|with|beside) [^.,;:]{{2,40}}?{_BE} |"
                rf"\b[Tt]op(?:ping)? (?:of )?the bill{_BE} |\b(?:[Ii]n|[Oo]n) {_CAST}{_BE} |"
                rf"\b(?:[Tt]he|[Ii]ts|[Hh]er|[Hh]is|[Tt]heir) (?:(?:two|three|four|main|other|young|series|on-screen) ){{0,2}}"
                rf"(?:leads|stars|co-stars|regulars|leading actors|actors|headliners|cast members)(?: of {_SHOW})? (?:are|"
                rf"include|were) |"
                rf"\b{_CAST} (?:also |now )?(?:consists? of|boasts|numbers|counts|takes in|is made up of|runs to|brings "
                rf"together) |"
                rf"\b(?:strong|good|fine|solid|able|excellent|sterling|reliable|stellar|great|lovely) (?:support|work|turns)"
                rf"(?: comes| also comes)? (?:from|by) |"
                rf"\b(?:cast|ensemble|line-?up)(?: members)?,? (?:that|which) (?:also )?(?:includes?|features?|numbers|"
                rf"boasts|counts) |"
                rf"\b(?:led|headed|headlined|fronted|topped|toplined|anchored) by |"
                rf"\b(?:[Aa]round|[Oo]pposite|[Aa]longside|[Bb]eside|[Ss]upporting) (?:her|him|them|"
                rf"{_ONE})(?:{_BE}| there[’']s| there "
                rf"(?:is|are)) |"
                rf"\b(?:[Ii]n front of the (?:cameras?|lens)|[Oo]n (?:screen|camera))(?: this time)?{_BE} |"
                rf"\b[Tt]he (?:lead|star|leading (?:man|lady)|heroine|hero)(?: of {_SHOW})? (?:is|was|will be) |"
                rf"\b(?:ably |well |capably |expertly )(?:supported|backed|partnered) by |"
                rf"\bfinds? (?:him|her)self in the company of "
            ),
        ),
        (
            "joining",
            (
                rf"(?:^|[;:,] )(?:[Nn]ew|[Aa]lso (?:new|aboard|on board|joining|in|coming aboard)) (?:is|are) |"
                rf"(?:^|[;:,] )[Aa]lso (?:aboard|on board): |"
                rf"\b(?:(?:[Tt]he|[Ii]ts|[Oo]ther) )?(?:[Nn]ew|[Ff]resh) (?:faces|additions|recruits|arrivals|cast members|names|"
                rf"players|stars|signings|regulars|blood)(?: [^.;:]{{2,30}}?)? (?:includes?|are|will be) |"
                rf"\b(?:[Aa]|[Ii]ts|[Tt]he) new (?:leading (?:man|lady)|lead|recruit|face|regular|star), |"
                rf"\b[Nn]ew (?:series )?(?:regulars|recruits|faces|cast members|additions|"
                rf"arrivals|signings|players), |"
                rf"\b[Tt]he (?:cast|ensemble) (?:also )?(?:(?:grows|expands|swells)(?: by \w+)?(?: with|:| as| to "
                rf"include)|gains|has gained|welcomes|takes on) |"
                rf"\b[Nn]ew (?:to|in|for|on|aboard) {_SHOW}(?: this (?:year|time|season))?{_BE} |"
                rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir) (?:latest|newest|most recent|first|other|only|final|last|biggest) "
                rf"(?:(?:[a-z-]+ )?"
                rf"(?:addition|recruit|newcomer|arrival|new face|signing|hire|casting|cast member)s?)(?: to {_SHOW})?{_BE} |"
                rf"\b[Aa]mong (?:the |its |their )?(?:(?:[a-z-]+ )?(?:newcomers|new faces|additions|recruits|arrivals|new cast "
                rf"members|new names))(?: (?:to|in|of|joining) {_SHOW})?{_BE} |"
                rf"\b[Nn]ewcomers (?:to|in|on) {_SHOW} (?:include|are|will be) |"
                rf"\b[Jj]oining {_SHOW}(?: (?:in|for|as|of|on) [^.,;:]{{2,40}}?)?{_BE} |"
                rf"\b[Jj]oining {_ONE}(?:, {_ONE})?(?:,? and {_ONE})?(?: (?:in|on|as|for|this|next) [^.,;:]{{2,30}}?)?{_BE} |"
                rf"\b[Ff]resh (?:faces|blood)(?: (?:in|on|to) {_SHOW})? (?:includes?|are|is|comes from) |"
                rf"\b[Cc]oming (?:aboard|on board)(?: [^.,;:]{{2,30}}?)?{_BE} |"
                rf"\b(?:[Tt]hey|[Ss]he|[Hh]e|[Tt]he (?:pair|duo|trio|two|leads|regulars|cast)) (?:is|are|will be|have been|"
                rf"has been|"
                rf"were) (?:also )?joined (?:[a-z ]{{2,20}}? )?by |"
                rf"\b[Nn]ew (?:series regulars|regulars|recurring cast|cast|actors|members of {_CAST})(?: members)?(?: this "
                rf"(?:year|time|season))? (?:include|includes|are|is|will be) "
            ),
        ),
        (
            "returning",
            (
                rf"\b[Aa]lso (?:returning|back|reprising [a-z]+ roles?)(?: [^.,;:]{{2,40}}?)?{_BE} |"
                r"\b(?:[Rr]eturning|[Bb]ack)(?: (?:to (?!direct|writ|produc|run)|for |from |in |on )[^.,;:]{2,45}?)"
                rf"{_BE} |"
                r"\b(?:[Rr]eturning|[Cc]ontinuing|[Ss]urviving) (?:series |cast |ensemble )?(?:regulars?|cast|cast members?|"
                r"stars?|"
                rf"faces|actors?|members? of {_CAST}|players)(?: (?:for|in|to) [^.,;:]{{2,30}}?)? (?:includes?|are|is|will be) |"
                r"\b(?:[Bb]ack|[Rr]eturning) (?:too|again|as well|once more|also)(?: is| are| will be) |"
                rf"\b[Rr]eprising (?:his|her|their) roles?(?: [^.,;:]{{2,30}}?)?{_BE} "
            ),
        ),
        (
            "leaving",
            (
                rf"\b(?:[Aa]bsent|[Mm]issing|[Dd]eparting|[Gg]one|[Nn]ot (?:returning|coming back)) (?:from|to|for) (?:{_SHOW}|"
                rf"(?:the|that|this) (?:[a-z]+ )?(?:list|call ?sheet|names|returnees|photo|poster))"
                rf"(?: this (?:year|time|season))?(?: is| are| will be| were| was) |"
                rf"\b(?:[Tt]here (?:is|was|will be)|[Ss]ee(?:s)?|with) no (?:sign|place|room) (?:of|for) "
                rf"(?=[^.,;]{{3,60}} (?:in|on|among) {_SHOW})|"
                rf"\b(?:[Tt]here (?:is|was|will be)|[Ss]ees?|[Ww]ith|, (?:and|but)|[Mm]eans) no (?:return|comeback|"
                rf"way back|part) for "
                rf"(?!an? |the )"
            ),
        ),
        (
            "guest",
            (
                r"\b(?:[Ss]pecial )?(?:[Gg]uest[- ]starring|[Rr]ecurring|[Gg]uesting)(?: (?:this|in|on|for|as) "
                r"[^.,;:]{2,40}?)?"
                r"(?: is| are| will be|:) |"
                r"\b(?:[Ss]pecial )?[Gg]uests?(?: stars?| actors?| players?)?(?: this (?:year|time|season|week|series)| in "
                r"[^.,;:]"
                r"{2,30}?)? (?:include|includes|are|is|will be) |"
                r"\b(?:[Ll]ook|[Ww]atch|[Kk]eep an eye) out for (?=[^.,;]{3,60} in (?:an? )?(?:\w+ )?(?:guest|cameo|small|"
                r"brief|surprise|recurring)|[^.,;]{3,60}, who (?:guests|appears|pops|turns|makes|has a cameo))|"
                r"\b(?:guest|cameo) (?:roles?|parts?|spots?|appearances?)(?: (?:will|are|were))? (?:go|goes|went) to "
            ),
        ),
    )
)
_AMONG = (
    r"(?:(?<=is )|(?<=are )|(?<=was )|(?<=were ))(?:one of|among) (?:(?:the|those|several|a|few|two|three|four|five|six) "
    r"){0,3}(?:(?:original|main|other) )?(?:(?:actors?|"
    r"cast members|stars|regulars|names|faces|people) )?"
)
_ALSO = r"(?:(?:also|both|all|will|is|are|to|set|expected|due|now|each|then|be|has|have|would|officially|were|was|been) )*"
# What a list of names does, by what that makes of them.
_DO: Rules[str] = Rules(
    (state, regex(rf"{SUBJECTS} {_ALSO}(?:{verbs})"))
    for state, verbs in (
        (
            "",
            (
                rf"(?:round(?:s|ed|ing)?|fill(?:s|ed|ing)?|flesh(?:es|ed)?)(?: out)? {_CAST}(?: out| off)?|"
                rf"complet(?:es?|ed|ing) {_CAST}|"
                rf"(?:heads?|headed|heading|tops?|topped|fronts?|fronted|anchors?|anchored|leads?|led|leading|headlines?|"
                rf"headlined|headlining|topline[sd]?)(?: up)? {_CAST}|"
                rf"(?:takes?|took|taking|has|have|had|plays?|played|playing|shares?|fills?) {_SMALL_ROLES}(?=[.,;]|$| (?:in|"
                rf"on|of) "
                rf"(?:the|this|“|episode|season|series|both|all)|, | as (?:the|an?) )|"
                rf"(?:takes?|took|share) the leads?(?=[.,;]|$| in (?:the|this) (?:[a-z-]+ )?(?:series|drama|show|comedy|"
                rf"thriller))|"
                rf"(?:appears?|appeared|stars?|co-stars?|features?|seen|appearing|featured) in {_SMALL_ROLES}|"
                rf"(?:also (?:in|among)|(?:(?<=is )|(?<=are )|(?<=was )|(?<=were ))among|(?<!longer )part of) {_CAST}(?! "
                rf"(?:last|who)\b)|"
                r"(?:offers?|provides?|gives?|lends?) (?:[a-z]+ ){0,2}support|on hand(?= as )|"
                r"play(?:s|ed)? (?:[a-z-]+ ){0,2}(?:sisters|brothers|siblings|twins|lovers|spouses|rivals|cousins|friends|"
                r"partners|"
                r"colleagues|parents|spies|detectives|neighbours|neighbors|flatmates)"
            ),
        ),
        (
            "returning",
            (
                rf"{_AMONG}(?:returning|coming back|to (?:return|come back)|back)(?: {_CAST})?|"
                rf"(?:again|once again|once more|still) (?:takes?|plays?|has|have|fills?) (?:the leads?|"
                rf"{_SMALL_ROLES})(?=[.,;]|$| in )|"
                r"(?:have|has) (?:[a-z]+ )?(?:deals?|contracts?) (?:in place|signed|done|for|to (?:return|come back))|"
                r"agreed? (?:(?:terms|a deal|deals|new deals) )?to (?:return(?! (?:the|an?|his|her|their) )|come back|stay|"
                r"reprise|do (?:a|another|one))|"
                r"agrees to (?:return|come back|stay|reprise)|"
                r"(?:re)?committed to (?:a|another|the|one more|at least) [\w -]{0,20}?(?:season|series|run|year|episodes)|"
                r"(?:bumped up|upped|promoted|elevated) (?:to )?(?:an? )?(?:series )?regulars?|"
                r"(?:announced|confirmed|announces|confirms|agreed|sealed) (?:his|her|their) (?:own )?(?:returns?|comebacks?)"
            ),
        ),
        (
            "leaving",
            (
                rf"{_AMONG}(?:leaving|departing|exiting|not returning|to (?:leave|go|exit))|"
                r"(?:wrap(?:s|ped)? up|end(?:s|ed)?|finish(?:es|ed)|conclud(?:es|ed)|complete[sd]|call(?:s|ed) time on) "
                r"(?:his|her|their) "
                rf"(?:[a-z-]+ )?(?:run|stint|time|tenure|stretch|spell)(?= as | on | in | with |[.,;]|$)|"
                rf"no longer (?:on|in|with|(?:a )?part of|appearing (?:in|on)) {_SHOW}|"
                r"(?:filmed|shot|wrapped|recorded|played|made) (?:his|her|their) (?:very )?(?:last|final) (?:scenes?|episodes?|"
                r"appearances?|days?|season|series)|"
                r"(?:cannot|can[’']t|could not|couldn[’']t|unable to) (?:return|come back|reprise)|"
                r"(?:saying|say|says|said|bidding|bade) (?:his |her |their )?(?:goodbyes?|farewells?) to|"
                r"(?:announced|confirmed|announces|confirms|revealed|tendered) (?:his|her|their) (?:shock |surprise |own |"
                r"imminent )?"
                r"(?:departures?|exits?|resignations?)"
            ),
        ),
        (
            "joining",
            (
                rf"{_AMONG}(?:joining|boarding|to join|added to)(?: {_SHOW})?|"
                r"the (?:very )?(?:latest|newest|most recent|first|second|third|final|last|next)(?: (?:actor|actress|star|name|"
                rf"addition|face|member|recruit|big name|person|performer)s?)? (?:to (?:(?:join|board) (?:{_SHOW}|[“‘\"])|"
                rf"sign|be cast)|"
                rf"(?:of|to|in) {_SHOW})|"
                rf"(?:the |its |an? )?new (?:faces?|members?|additions?|recruits?|arrivals?|cast members?) (?:in|to|of|on) "
                rf"{_SHOW}|"
                rf"new to {_SHOW}|"
                rf"(?:bolster|swell|expand|boost|augment|strengthen|beef|bulk)(?:s|ed|ing)?(?: up| out)? {_CAST}|"
                r"(?:score[sd]?|land(?:s|ed)?|nab(?:s|bed)?|w[io]ns?|book(?:s|ed)?|bag(?:s|ged)?|snag(?:s|ged)?|secure[sd]?|"
                r"earn(?:s|"
                r"ed)?|clinche[sd]) (?:an?|the|her|his|their|one of the) (?:[\w-]+ ){0,4}?(?:roles?|parts?|gig)"
            ),
        ),
        (
            "guest",
            (
                r"recur(?:s|red|ring)?(?! (?:theme|\w+ theme))|"
                r"(?:appears?|appearing|appeared|features?|featuring|seen|stars?|starring|joins?|joining|in|on hand) in "
                r"(?:an? |the )?"
                r"(?:(?:special|small|brief|recurring|surprise) )*(?:guest|cameo) (?:roles?|parts?|spots?|arcs?|"
                r"appearances?|turns?)|"
                r"(?:have|has|make|makes|made|making) (?:an? )?(?:[a-z]+ ){0,2}?(?:cameos?|guest (?:roles?|spots?|arcs?|"
                r"parts?|turns?|"
                r"appearances?)|recurring (?:roles?|parts?)|special appearances?)(?! in (?:local|public|national))|"
                r"(?:guest|recur|guesting|drops? (?:in|by)|stops? by|shows? up|stopping by)(?= as )|guest(?=[.,;]|"
                r" in (?:the|an?|one|two|three|episode|season)\b)"
            ),
        ),
        (
            "in_talks",
            (
                r"offered (?:an?|the) (?:[\w-]+ ){0,3}?(?:roles?|parts?)|"
                r"(?:in (?:the (?:frame|running|mix)|contention)|being considered|under consideration|the front-?runner|"
                r"shortlisted|up|considered|wanted|approached|eyed|courted) for (?:the|an?) (?:[\w-]+ ){0,3}?(?:roles?|"
                r"parts?|leads?)"
            ),
        ),
    )
)


def ensembles(place: Place) -> Iterator[Found]:
    """Find the actors whom a sentence puts into a cast or takes out of it, one claim each."""
    text = place.text
    season = season_of(text)
    for state, pattern in live(_LEADS, text):
        for found in pattern.finditer(text):
            if made_by(text[: found.end()]):
                continue
            for actor in members(place, found.end(), surely=state in {"", "joining"}):
                value = {"actor": actor.name} | ({"st": state} if state else {})
                yield Found("cast_role", actor.start, actor.end, value, season=season)
    for state, pattern in live(_DO, text):
        for found in pattern.finditer(text):
            yield from _doing(place, state, found, season)


def _doing(place: Place, state: str, found: re.Match[str], season: int | None) -> Iterator[Found]:
    text = place.text
    gets_a_part = found[0].endswith(("role", "roles", "part", "parts"))  # "scores a role", but "scores the drama"
    if not gets_a_part and behind_camera_list(text[found.end("names") : found.end("names") + 60]):
        return
    part = part_after(text, found.end()) if alone(found) else {}
    for actor in subjects(place, found, surely=not state):
        value = {"actor": actor.name} | ({"st": state} if state else {}) | part
        end = found.end() if alone(found) and state else actor.end
        yield Found("cast_role", actor.start, end, value, standing=own_word(found[0]), season=season)
