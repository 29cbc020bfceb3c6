"""What people do with words, told plainly: they thank, praise and apologise, will not say, are heartbroken, have a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Place
from cliffhanger.claims.names import FULL_NAME, ONE_NAME, fold, trimmed
from cliffhanger.claims.patterns import Rules, live, regex, search
from cliffhanger.claims.speakers import Related, is_of_the_show, named_before, speaks_for_itself

_JOBS = (
    r"(?:network|streamer|studio|channel|broadcaster|company|platform|service|show-?runners?|creators?|directors?|producers?|"
    r"makers|writers?|stars?|actors?|actress|cast|crew|team|executives?|chief|boss|spokes\w+|co-stars?|author|leads?)"
)
_WHO = (
    rf"(?P<who>\b[Ss]he|\b[Hh]e|\b[Tt]hey|\b[Bb]oth|\b[Nn]either|\b(?:[Tt]he|[Ii]ts|[Hh]er|[Hh]is|[Tt]heir|"
    rf"[Aa]n?) (?:[\w’'+-]+ ){{0,3}}?{_JOBS}|"
    rf"(?:{FULL_NAME}|{ONE_NAME})(?:[’']s? (?:[a-z]+ ){{0,3}}?(?:head|boss|chairman|chairwoman|president|controller|chief "
    rf"executive|chief|executives?|statement|representatives?|reps?|publicist|agents?|team)"
    rf"(?: of [a-z]+)?)?)(?:, [^,.;?!]{{2,50}},)?(?: and (?:{FULL_NAME}|{ONE_NAME}))?"
)
_ALSO = r"(?: (?:has|have|had|also|later|since|then|once|publicly|reportedly|recently|previously|himself|herself))*"
_OF_IT = r"(?:the|her|his|their|its|it|fans|viewers|audiences|everyone|critics|co-stars?|[A-Z][\w’'-]+|those|all)\b"
_MOOD = (
    r"(?:heartbroken|devastated|gutted|thrilled|delighted|overjoyed|shocked|stunned|blindsided|relieved|disappointed|"
    r"crushed|saddened|upset|furious|angry|proud|grateful|honou?red|humbled|excited|over the moon|pleased|ecstatic|emotional|"
    r"bereft|surprised|unsurprised|happy|sad|ready|nervous|optimistic|hopeful|confident|bitter|philosophical|sorry)"
)
_FEELING = (
    r"(?:gratitude|thanks|disappointment|sadness|regret|relief|excitement|delight|surprise|shock|sorrow|frustration|"
    r"anger|hope|confidence|pride|admiration|dismay|doubts?|interest|concerns?)"
)
# "Vela thanked the cast and crew", "Hale paid tribute to his co-star", "Lin dismissed the rumours as nonsense".
_ACT = (
    rf"(?:(?:thank(?:ed|s)|prais(?:ed|es)|congratulat(?:ed|es)|salut(?:ed|es)|laud(?:ed|s)|applaud(?:ed|s)|credit(?:ed|s)|"
    rf"hailed|"
    rf"commend(?:ed|s)|defend(?:ed|s)|criticised|criticized|slammed|mourned|welcomed|addressed) [“\"]?{_OF_IT}|paid tribute to|"
    rf"recall(?:s|ed) [a-z]+ing|hope[sd]? (?:that )?(?:fans|viewers|audiences|the|it|people)|(?:spoke|speaks|spoken|"
    rf"talked)(?: \w+ly)? (?:of|about) (?:his|her|their|the|its)|(?:opened up|been (?:open|candid|frank|honest)) about|"
    rf"reflect(?:ed|s) on|looked back (?:on|at)|"
    rf"pays tribute to|apologi[sz](?:ed|es)"
    rf"(?: to [^.;?!,]{{2,30}})?(?: for)?|wish(?:ed|es) (?:the|her|his|their|everyone|[A-Z]\w+)[^.;?!,]{{0,30}}? (?:well|luck|"
    rf"all the best)|(?:express|voic|convey|shar)(?:ed|es) "
    rf"(?:(?:his|her|their|its|deep|some|great) )+{_FEELING}|(?:said|bid|says) (?:a |an )?(?:\w+ )?(?:goodbye|farewell) to|"
    rf"(?:dismiss|reject|brush|laugh|wav)(?:ed|es|s)(?: off| aside| away)? (?:the |any |such |those |all |"
    rf"that )*(?:\w+ )?(?:rumou?rs?|claims?|speculation|suggestions?|"
    rf"talk|criticism|comparisons?|idea|notion)|(?:denied|denies|insisted|insists|conceded|vowed|vows|pledged|hinted|hints|"
    rf"suggested|indicated|warned|lamented|"
    rf"complained|hoped|argued|joked|quipped|boasted|acknowledged|predicted|declared|reiterated|stressed|emphasi[sz]ed|"
    rf"confessed|cautioned|assured \w+) that|"
    rf"(?:compared|likened|compares|likens) (?:the|it|this|her|his|working|making)\b[^.;?!]{{2,40}} (?:to|with))\b"
)
_ACTED = regex(rf"{_WHO}{_ALSO} (?P<what>{_ACT}[^.;?!]{{0,120}})")
_OF_WORK = (
    r"(?: (?:show|series|drama|season|role|part|character|shoot|experience|decision|cancel\w+|finale|ending|news|move|job|"
    r"process|"
    r"script|story|years?|cast|crew|pilot|renewal|time|scene|production|atmosphere|mood|on set|writing|on the \w+|"
    r"of the \w+|with [A-Z]\w+)(?:[’']s)?)*"
)
_CALLED = regex(
    rf"{_WHO}{_ALSO} (?P<what>(?:(?:called|calls) (?!it (?:a day|quits|off|time))(?:the|her|his|their|its|it|this|that|"
    rf"working|making|playing|filming|"
    rf"[A-Z]\w+)\b{_OF_WORK} "
    rf"(?:[“\"‘]|an? |the |one of |his |her |their )|(?:described|describes) (?:the|her|his|their|its|it|this|that|working|"
    rf"making|playing|filming|"
    rf"[A-Z]\w+)\b{_OF_WORK} as )[^.;?!]{{2,80}}?)(?=[.;?!”\"]|$)"
)
_FELT = regex(
    rf"{_WHO}{_ALSO} (?P<what>(?:(?:was|is|were|are|felt|feels|been|remains?) (?:not |both |very |so |truly |deeply |"
    rf"absolutely |simply |"
    rf"completely |initially |understandably |said to be )*[“\"]?{_MOOD}[”\"]?(?: (?:by|about|at|to|with|that|for|over|of|and|"
    rf"when)\b[^.;?!]{{2,80}}|(?=[.;?!,”\"]|$))))"
)
_WILL_NOT_SAY = regex(
    rf"{_WHO}{_ALSO}(?: (?:was|were) asked [^.;?!,]{{3,60}}? (?:but|and))? (?P<what>(?:(?:(?:is|are|was|were|"
    rf"been) )?sworn to secrecy|(?:declined|refused) to \w+|(?:would|could|will|can)(?: not|n[’']t) (?:be (?:drawn|reached|"
    rf"interviewed)|provide|"
    rf"supply|share|disclose|specify|speculate|address|go into|offer|break|put a (?:figure|number)|talk|answer|verify|say|"
    rf"comment|give|"
    rf"confirm|reveal|elaborate|discuss|name|explain)|did(?: not|n[’']t) (?:immediately |directly )?(?:respond|reply|return|"
    rf"comment|"
    rf"answer|elaborate)|(?:have|has|had)?(?: not|n[’']t)? ?(?:yet )?(?:to )?(?:commented|responded|replied|comment|"
    rf"respond)(?= |[.,;])(?! to (?:renew|return))|"
    rf"(?:isn[’']t|aren[’']t|is not|are not|was not) (?:talking|commenting)|(?:(?:is|are|was|were) )?(?:remain\w*|stay\w*|"
    rf"kept|keep\w*|"
    rf"being) (?:\w+ )?(?:tight-lipped|quiet|silent|mum|coy|schtum|guarded|under wraps)|(?:does|do)(?: not|n[’']t) (?:release|"
    rf"publish|disclose|"
    rf"share|report|comment on)|(?:has|have)(?: not|n[’']t) (?:released|published|disclosed|shared|revealed))\b[^.;?!]{{0,80}})"
)
_REFUSED = regex(
    rf"(?P<who>\b(?:(?:A|[Hh]is|[Hh]er|[Tt]heir|[Tt]he|[Ii]ts) )?[Rr]ep(?:resentative)?s?(?: (?:for|of) (?:{FULL_NAME}|"
    rf"{ONE_NAME}|the \w+))?|{FULL_NAME}|{ONE_NAME}|"
    rf"\b[Tt]he {_JOBS})(?:, (?:which|who|an?|the) [^;?!]{{3,80}}?,)? (?P<what>(?:could not|"
    rf"couldn[’']t) (?:immediately )?be reached[^.;?!]{{0,40}}|"
    rf"(?:has|have) (?:yet|still) to (?:comment|respond)[^.;?!]{{0,40}}|(?:declined|refused) to [a-z]+[^.;?!]{{0,60}}|"
    rf"had(?: not|n[’']t) (?:responded|replied)[^.;?!]{{0,40}})|"
    r"(?P<none>\b(?:[Rr]equests? for comment|(?:[Cc]alls|[Ee]-?mails|[Mm]essages) to [^.;?!]{3,40}) (?:went unanswered|(?:was|"
    r"were) not (?:immediately )?(?:returned|"
    r"answered))|\b[Nn]o (?:reason|explanation|details|figures|comment) (?:was|were|has been|have been) (?:given|offered|"
    r"provided|released)\b[^.;?!]{0,50})"
)
_N = r"(?:two|three|four|five|six|seven|eight|several|multiple|\d)"
_PLAN = regex(
    rf"{_WHO}{_ALSO} (?P<what>(?:(?:has|have|had|with) (?:an? |the |already )?(?:(?:{_N}|multi)[- ](?:season|year|"
    rf"series)s? (?:plan|arc|map|outline|story)|"
    rf"(?:plan|map|outline|road ?map|vision|blueprint|idea)s?(?: mapped out)? (?:for|of) (?:\w+ ){{0,2}}?(?:{_N}|more|"
    rf"a (?:second|third|fourth|fifth)|the next|future) ?(?:\w+ )?(?:seasons?|series|years?|parts|chapters)?)|"
    rf"(?:mapp(?:ed|ing)|sketch(?:ed|ing)|plott(?:ed|ing)|plann(?:ed|ing)|work(?:ed|ing))(?: out)?(?: [\w-]+)? (?:in |for |"
    rf"over |as |up to )?{_N} (?:more )?(?:seasons|series|years|parts|chapters)|"
    rf"(?:would need|needs|pitched(?: it| the \w+)?(?: as)?|(?:always )?(?:saw|sees|envisaged|envisioned|imagined|"
    rf"conceived)(?: it| the (?:show|series|story))? as) (?:an? )?{_N} (?:seasons|series|parts)"
    r")\b[^.;?!]{0,50})"
)
_CONTRACT = regex(
    rf"(?:{_WHO}{_ALSO} )?(?P<what>\b(?:(?:(?:signed|signs|inked|under|has|have|had|remains? under|struck|renewed|"
    rf"extended)(?: on)?(?: to| for)?|is) "
    rf"(?:(?:an?|the|his|her|their|new|exclusive|separate|initial) )*(?:{_N}[- ](?:year|season|series)s? (?:(?:contract|deal|"
    rf"option)(?= (?:with|through|until|at|that|which)\b)|contracts|deals|options)|overall deals?|first-look deals?|"
    rf"multi-year (?:overall )?deals?)|"
    rf"(?:signed|contracted|locked in)(?: on| up)? for (?:(?:an? |at least |up to |the )*{_N}(?: more)? (?:seasons|series|"
    rf"years)|multiple seasons)|(?:has|have|had|holds?|retains?|exercised|picked up|took up) (?:an?|the|its|"
    rf"their) options? (?:on|for|to)|released from (?:their|his|her) "
    rf"(?:options?|contracts?)|(?:rights|options?) (?:to the (?:show|series) )?(?:will )?(?:reverts?|go(?:es)? back|returns?|"
    rf"lapsed?|lapses?|pass(?:es)?) (?:to|at|in|on|next)\b)"
    r"[^.;?!”\"]{0,60})"
)
_OF_FANS = regex(
    r"(?P<what>\b(?:[Ss]ome |[Mm]any |[Dd]evoted |[Aa]ngry |[Dd]isappointed |[Tt]housands of |[Hh]undreds of )?(?:[Ff]ans|"
    r"[Vv]iewers|[Ff]ollowers|[Ss]upporters|[Cc]ampaigners|[Oo]rganisers|[Oo]rganizers)(?: of [^.;?!,]{2,30})?(?: (?:have|"
    r"had|has|also|"
    r"quickly|immediately|soon|since|already))* (?:(?:were|are|was) (?:quick to \w+|not (?:happy|impressed|pleased)|"
    r"left (?:devastated|heartbroken|furious|reeling|stunned|disappointed|wanting)|furious|"
    r"angry|outraged|delighted|thrilled|"
    r"devastated|upset|disappointed|heartbroken|dismayed|baffled|divided|unhappy|up in arms|overjoyed|shocked|stunned|gutted)|"
    r"react(?:ed|ing)|respond(?:ed)|complain(?:ed|s)|"
    r"took to|taken to|(?:launch|start|mount)(?:ed)? (?:an?|their) (?:\w+ )?campaign|flooded|bombarded|inundated|s[ea]nt|"
    r"called (?:on|for)|"
    r"urged|rallied|vowed|threatened|expressed|voiced|vented|begged|pleaded|protested|lined|gathered|camped|mourned|"
    r"celebrated|crowdfunded|criticised|criticized|"
    r"accused|blamed|demanded|took out (?:an?|full)|flew (?:an?|the)|paid for (?:an?|the)|bought (?:an?|advert\w*)|hung "
    r"(?:an?|banners)|projected|delivered|mailed|hired (?:an?|the)|"
    r"staged|organi[sz]ed|marched|picketed|clubbed together|trended)\b[^.;?!]{0,90})"
)
_WERE_TOLD = regex(
    r"(?P<what>\b(?:[Tt]he |[Ii]ts |[Hh]er |[Hh]is |[Bb]oth |[Mm]ost of the )?(?:(?:[Cc]ast(?: members)?|[Cc]rew(?: "
    r"members)?|[Ee]veryone(?: on [\w ]{3,20})?|writers|actors|producers|"
    r"stars?|team|staff)(?: and (?:the )?(?:cast|crew|writers|producers))?) "
    r"(?:was|were|had been|have been|has been) (?:only |first |all |also )?(?:told|informed|notified)(?: of (?:it|"
    r"the \w+))? (?:on|by|in|last|yesterday|this|late|at|over|just|an hour|hours|days|before)\b"
    r"[^.;?!]{0,60})"
)
_NTH_TO_GO = regex(
    r"(?P<what>\b(?:[Ii]t|[Tt]his|[Tt]hat|[Tt]he \w+|[Tt]he series) (?:is|was|becomes|became) (?:[\w+’'-]+ ){0,4}?(?:first|"
    r"second|third|fourth|fifth|sixth|latest|\d+th) "
    r"(?:[\w-]+ ){0,3}?(?:cancel+ation|axing|casualty|renewal|show to be (?:cancel+ed|axed|dropped)|series to be (?:cancel+ed|"
    r"axed|dropped|renewed))\b[^.;?!]{0,60})"
)
_THE_NTH = regex(
    r"(?P<what>\b[Tt]he (?:cancel+ation|axing|renewal|cut|decision) (?:is|was|makes it|comes as) (?:the |its |"
    r"their )?(?:(?:network|streamer|studio|channel|service)[’']s )?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|latest|\d+th)\b[^.;?!]{0,60})"
)
_TONE = (
    r"(?:darker|funnier|bigger|bolder|lighter|scarier|sadder|stranger|angrier|larger|faster|slower|quieter|warmer|deeper|"
    r"sexier|weirder|wilder|tougher|bleaker|"
    r"bloodier|braver|richer|louder|edgier|grittier|more (?:\w+ )?(?:ambitious|emotional|personal|intimate|intense|violent|"
    r"political|romantic|hopeful|grown-up|dramatic|"
    r"mature|complex|focused|epic))"
)
_SOUNDS = regex(
    rf"(?P<what>\b(?:(?:[Tt]he )?(?:second|third|fourth|fifth|sixth|new|next|coming|final) (?:season|series|run|chapter|"
    rf"episodes)|[Ss]eason (?:two|three|four|five|\d)|[Ii]t) (?:is|are|will be|would be|was|were|gets?|"
    rf"feels?)(?: (?:also|even|much|far|a lot|a bit|a little|slightly|definitely|going to be|considerably|significantly|"
    rf"both))* {_TONE}\b[^.;?!”\"]{{0,60}}|"
    rf"(?:promis|teas|vow|pledg)(?:e[sd]|ed|es|s)? (?:an? )?(?:even )?{_TONE},?(?: and)?(?: {_TONE})? (?:\w+ )?(?:season|"
    rf"series|run|chapter|story|episodes|show)\b)"
)
_AT_ONCE = regex(
    r"(?P<what>\b(?:[Ee]pisodes|[Ss]eason|[Ss]eries|[Rr]un|[Pp]arts|[Cc]hapters|[Ii]nstal+ments|[Tt]hey|"
    r"[Ii]t)(?: [\w]+)? (?:drops?|arrives?|lands?|streams?|debuts?|premieres?|launch(?:es)?|comes? out|"
    r"airs?|rolls? out)(?: on [^.;?!,]{3,30})? (?:all |both )?(?:at once|in one go|together|weekly|in (?:two|three) (?:parts|"
    r"batches|volumes)|one (?:a|per|each|every) week|(?:two|three) at a time)\b"
    r"[^.;?!]{0,60})"
)
_KNOWS = regex(
    rf"{_WHO}{_ALSO} (?:said|says|told [^.;?!,]{{2,30}}|admitted|added|insisted|explained|revealed)(?: that)? (?P<what>(?:he|"
    rf"she|they|it|there|the \w+) "
    r"(?:(?:already|still|never|always|also|really|just|only|now|\w+ly) )*(?:knows?|thinks?|feels?|sees?|remains?|looks?|"
    r"enjoys?|misses|owes?|trusts?|"
    r"finds?|stood|grew|wept|cried|spent|slept|fought|lost|lies|belongs?|deserves?|works?|comes?|talks?|spends?|writes?|sits|"
    r"means)\b[^.;?!]{3,120})"
)
_TOLD: Rules[str] = Rules(
    (
        ("insider", _ACTED),
        ("insider", _CALLED),
        ("insider", _FELT),
        ("insider", _PLAN),
        ("insider", _KNOWS),
        ("anyone", _WILL_NOT_SAY),
        ("nobody", _REFUSED),
        ("nobody", _CONTRACT),
        ("nobody", _OF_FANS),
        ("nobody", _WERE_TOLD),
        ("nobody", _NTH_TO_GO),
        ("nobody", _THE_NTH),
        ("said", _SOUNDS),
        ("nobody", _AT_ONCE),
    )
)
_ABOUT_TV = regex(
    r"(?i)\b(?:shows?|series|seasons?|drama|comedy|network|streamer|renew\w*|cancel\w*|axe\w*|axing|news|decision|finale|"
    r"episodes?|studio|character|role|cast|crew|fans|"
    r"comment|creator|showrunner|rights|contract|deal)\b"
)
_BY_ROTE = r"(?i)\b(?:any inconvenience|the (?:error|mistake|confusion)|our readers)\b"
_NOT_OF_TV = regex(
    r"(?i)\b(?:football|match|goal|council|police|court|minister|election|parliament|hospital|factory|mine|"
    r"ferry|concert|album)\b"
)


# Whose act it is: the word of whoever does it; what somebody feels or has signed is told by the article.
_OWN_WORDS = frozenset({"insider", "anyone"})
_TO_THE_TEAM = regex(
    r"(?i)\b(?:thank|prais|congratulat|applaud|salut)\w* (?:the |its |their |all |our )*(?:\w+ )?(?:cast|"
    r"crew|fans|viewers|team|everyone|writers|creators?|producers?|show-?runner)\b"
)


def said_plainly(place: Place) -> Iterator[tuple[re.Match[str], str | None, bool]]:
    """Find what somebody does with words, whose they are where that is told, and whether it is their own word."""
    if place.context.is_recap or not (place.context.series or place.context.is_interview) or _NOT_OF_TV.search(place.text):
        return
    for whose, pattern in live(_TOLD, place.text):
        found = pattern.search(place.text)
        if (
            found is None
            or search(_BY_ROTE, found[0])
            or (pattern is _CONTRACT and place.sentence.in_quotes(*found.span("what")))
        ):
            continue
        who = (found.groupdict().get("who") or "").strip()
        anyone = whose == "anyone" or _TO_THE_TEAM.search(found[0]) is not None
        said = whose == "said" and search(r"\b(?:said|says|told|promis|teas|vow|pledg|according)", place.text) is not None
        if whose == "nobody" or said or (whose != "said" and _may(place, who, anyone=anyone)):
            own = whose in _OWN_WORDS and pattern not in {_FELT, _PLAN}
            yield found, who or None, own


def _may(place: Place, who: str, *, anyone: bool) -> bool:
    """Say whether one who thanks or is sad does so as a maker, a player or an owner; a character's tears are the plot."""
    name = trimmed(who)[0].strip()
    if search(rf"(?i)\b{_JOBS}s?\b|\b(?:head|rep|reps|representatives?|publicist|agents?|team)\b", who):
        return speaks_for_itself(place, who)
    if who.lower() in {"she", "he", "they", "both", "neither"}:
        before = named_before(place)
        return before is not None and (anyone or is_of_the_show(place, before)) and _ABOUT_TV.search(place.text) is not None
    if who.lower() in {"we", "i", "it", "this", "that"}:
        return False
    full = place.context.full_name(name)
    if fold(name) in place.context.characters or fold(full) in place.context.characters:
        return place.context.is_network(name)
    return is_of_the_show(place, full) or is_of_the_show(place, name) or (anyone and name[:1].isupper())


_SPOKE = (
    r"(?:said|says|added|adds|explained|wrote|writes|noted|stated|continued|insisted|confirmed|commented|concluded|posted|"
    r"tweeted|told|"
    r"reveal(?:ed|s)|joked|recalled|admitted)"
)
_A_JOB = rf"(?P<job>(?:[Tt]he|[Ii]ts|[Aa]n?) (?:[\w’'+-]+ ){{0,3}}?{_JOBS})"
_JOB_AFTER = regex(
    rf"[”\"],? (?:{_A_JOB}(?: (?:also|later|then|has|had))* {_SPOKE}\b|{_SPOKE} "
    rf"{_A_JOB.replace('job', 'last')}\b)"
)
_JOB_BEFORE = regex(rf"{_A_JOB}(?: (?:also|later|then|has|had))* {_SPOKE}\b[^“”\"]{{0,60}}[“\"]")
_ACCORDING = regex(rf"^According to (?P<who>{FULL_NAME}|{ONE_NAME}|[Tt]he {_JOBS}),? (?P<what>[^.;?!]{{12,220}})")
_JOB_RELATED = regex(
    rf"{_A_JOB}(?:, [^,.;?!“”]{{2,60}},)?(?: (?:also|later|then|has|had))* (?:said|says|added|adds|explained|insisted|"
    rf"noted|stated|stressed|admitted|"
    rf"promised|"
    rf"revealed|wrote)(?: (?:in|on|at|during) [^.;?!,]{{3,40}}?,?)?(?: that|(?= (?:it|they|we|she|he|the|there|its|their|his|"
    rf"her|fans|viewers)\b)) "
    r"(?P<what>[^.;?!]{12,220})"
)


def job_that_speaks(text: str) -> str | None:
    """Return the speaker who is told by the job alone ("..., the network said"), which no name stands beside."""
    found = _JOB_AFTER.search(text) or _JOB_BEFORE.search(text)
    return next((value for value in found.groupdict().values() if value), None) if found else None


def related_by_job(place: Place) -> Related | None:
    """Return what one told by the job alone is said to have said."""
    if place.context.is_recap:
        return None
    per = _ACCORDING.search(place.text)
    if per and _may(place, per["who"], anyone=False):
        return Related(place.context.full_name(trimmed(per["who"])[0]), *per.span("what"))
    found = _JOB_RELATED.search(place.text)
    if found is None or not search(
        r"(?i)\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does|[a-z]{3,}ed|felt|"
        r"made)\b",
        found["what"],
    ):
        return None
    return Related(found["job"], *found.span("what"))
