"""What a date of release is told from: what begins or opens besides series, rows of a schedule, and that no date is given."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.dates import Dated, dates
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.patterns import match, regex, search
from cliffhanger.claims.seasons_said import season_of

# What else begins, opens, ends, moves and is due: a date whose clause has such a subject is no release.
_OTHER_SUBJECT = regex(
    r"(?i)\b(?:production(?! (?:company|committee|team|house))|filming|shooting|the shoot|photography|scripts?|rehearsals?|"
    r"reshoots?|casting|auditions?|pre-?production|post-?production|writers[’']? room|work|construction|leases?|decisions?|"
    r"verdict|announcements?|an answer|minds?|talks|negotiations|hearing|trial|inquest|strike|vote|exhibition|museum|gallery|"
    r"west end|broadway|at the [\w ]{0,20}(?:theatre|theater|playhouse|arena|palladium|hall|apollo|gallery|stadium)|"
    r"opens? at (?=[A-Z])|opened at (?=[A-Z])|stage play|musical|tour|concert|contracts?|options?|petition|survey|"
    r"reports?|newsletter|"
    r"novel|book|album|paperback|memoir|game|chief executive|new (?:boss|head|host|presenter|editor)|"
    r"(?<!to )(?<!will )play(?= (?:opens|opened|runs|"
    r"ran|transfers|closes|at))|tickets?|road|closure|museum|festival|conference|convention|auction|sale|"
    r"call sheets?(?! [^.;?!]{0,30}pencil)|permits?|builders|subscription|price|merger|takeover|shares|election|applications|"
    r"registration|voting|"
    r"nominations|ceremony|figures|"
    r"ratings?|audiences?|viewership|organi[sz]ers|campaigners|rally|protest|vigil|marchers|meeting|wedding|baby|rights|"
    r"licen[cs]e|images|photos|cameras?|stills|pictures|soundtrack|in court|podcast|magazine|shop|pub|garden|restaurant|"
    r"hotel|school|(?:the|her|his|their|a) (?:house|home|kitchen|garden)|"
    r"university|plot|tale|the story|the action|studios?(?= (?:will be|is|was|opens|opened))|(?:service|streamer|platform|"
    r"app|company|"
    r"channel|network|website|site)(?= (?:(?:was|first|only) )?(?:launched|launches|started|opened|debuted))|trailers?|"
    r"teasers?|document|column|tie-in)\b"
)
_SHOWN_WORD = regex(
    r"(?i)\b(?:premier(?:e|es|ed|ing)|debut(?:s|ed|ing)?|air(?:s|ed|ing)|aired|broadcast|screened|streamed|series|seasons?|"
    r"episodes?|finale|specials?|the show|drama|comedy|sitcom)\b"
)
_GENERIC = regex(
    r"(?i)^(?:br[io]|draw|drew|wind|wound|(?:is|are|be|[’']s|comes?|coming|was|were) (?:back|here)|(?:will|to) open|begin|"
    r"began|begun|start|open|end|"
    r"finish|conclud|due|"
    r"slated|schedul|set for|expect|c[oa]m|arriv|return|move|"
    r"available|dated|pencil|target|aim|eye|run|out|reach|window|land|later|pushed|delayed|postpon|slip|drop|releas|launch|ran\b|bill|promis|will\b|can\b|get\b|"
    r"stream|hit|calendar|clos|resum|shown|sign|complet|on the air|opener|going|go|went|lined|held)"
)
_PERSON_AWAY = regex(
    r"(?i)\b(?:(?:who|he|she) (?:has |had )?(?:left|quit|departed|joined|exited)|most recently|appeared in|best known|"
    r"known for|(?:be|been|being|was|were) released from|"
    r"starred in|credits include|was born|grew up|studied|trained|married|moved to (?-i:(?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|"
    r"Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[A-Z])|neither is|is not available|available "
    r"for|retires?|retired|runs? out|ran out|expires?|lapses?|who (?:wrote|scripted|directed|played|plays)|(?:film|screen|"
    r"stage|acting|directorial|directing|television|broadway) debut|"
    r"made (?:his|her|their) (?:\w+ )?debut)\b"
)
_RECORD = regex(
    r"(?i)\b(?:most[- ]watched|most[- ]viewed|biggest|best(?! (?:guess|bet|hope|chance|case))|highest|strongest|largest|lowest|"
    r"worst|top)\b[^.;,]{0,40}\b(?:in|"
    r"of|for)"
    r" $"
)
_RECORD_YEAR = regex(
    r"(?i)\b(?:best|biggest|highest|strongest|lowest|worst)\b[^.;,]{0,40}\b(?:start|launch|debut|opening|premiere|finale)\b"
)
# "Voss returns to the island" is the plot, "returns to the screen" is not.
_GOES_BACK = regex(
    r"^ to (?:the|his|her|a|an) (?!screens?|air|airwaves|schedules?|line-?up|network|service|streamer|channel|small|[A-Z])"
)
_HITS_A_PLACE = regex(r"^ (?:the|a|an|his|her) (?!screens?|air|airwaves|service|streamer|platform|network|app|small)")
# "ten episodes, up from eight last year"; "the catalogue that was sent to reporters on Monday"
_COMPARED = regex(
    r"(?i)\b(?:up|down|more|fewer|less|same|compared) (?:from|than|as|with) (?:[\w.,]+ ){1,4}?(?:in |for )?(?:the )?$"
)
_SENT = regex(
    r"(?i)\b(?:sent|issued|circulated|distributed|handed|mailed|emailed) (?:out )?to (?:the )?(?:\w+ )?(?:reporters|"
    r"journalists|press|"
    r"critics|subscribers|buyers|affiliates|advertisers|media)(?: on)? $"
)
_TO_A_PLACE = regex(
    r"mov\w+ (?:back )?(?:from [A-Z][\w’-]+ )?to (?!Jan|Feb|Mar|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|"
    r"Sun|"
    r"Spring|Summer|Autumn|Fall|Winter|Q\d|Christmas|Easter|Netflix|BBC|ITV|Channel|Prime|Disney)[A-Z]"
)
_SOMEBODY = regex(r"\b(?:[Hh]e|[Ss]he)(?: (?:also|then|has|had|will|would|first|never|later))? $")
_WE_DID = regex(r"(?i)(?:^|[^\w’'-])(?:we|I|they)(?: (?:all|had|finally|only|then|actually))* $")
_IN_STORY = regex(
    r"(?i)(?:in|during|by the end of) (?:the|its|this|that) (?:[\w-]+ ){0,2}(?:finale|episode|premiere|pilot|opener|"
    r"scene)\b(?!,? which)"
)
_SHOWN_THEN = regex(r"(?i)\b(?:aired|shown|broadcast|premiered|released|drew|streamed|airs|returns?|was watched)\b")
_CLAIMED = regex(
    r"(?i)^(?:[’']s? (?:[\w-]+ ){0,2}?| (?:(?!after|amid|despite|per|with|as|in|on|and|but|to|from)[\w-]+ ){0,2}?)(?:claim|"
    r"report|statement|announcement|news\b|headline|column|"
    r"rumou?r|article|"
    r"post(?!-)|figures?\b|story|roundup|round-up|newsletter|interview|tweet|guide|brochure|memo|letter|filing|blog|"
    r"press (?:release|"
    r"conference)|"
    r"board meeting|earnings|edition|issue|cover story|upfront)"
)
_POSSESSED = regex(
    r"(?i)^[’']s? (?:\w+ )?(?:finale|season|series|episodes?|run|christmas special|special|film|opener|opening|launch|premiere|"
    r"debut|outing|closer|start|return)\b"
)
_VAGUE = frozenset({"rel_unit", "rel_season", "rel_month", "part_rel"})
_AS_BEFORE = regex(r"(?i)\bas (?:they|it|we|she|he) did\b[^.;,]{0,40}$")
_NEW_SUBJECT = regex(
    r", [A-Z][\w’]+(?: [A-Z][\w’]+)? (?:reports|says|claims|writes|hears|understands), |\b(?:and|but|so) (?=(?:it|they|the|its|"
    r"[“\"‘]|(?:an? )?(?:return|premiere|launch|release|debut|finale)\b))|"
    r"^(?:But |And |So )?(?i:according to|as per|per|as reported by) [^,;?!]{3,80}, (?=the (?:makers|producers|bosses|network|"
    r"streamer|"
    r"team|studio|channel|platform)\b)|(?:\b(?:says?|said|claims?|claimed|reports?|reported|confirm(?:s|ed)?|"
    r"announced|"
    r"reveal(?:s|ed)?|insists?|insisted|suggests?|suggested|hint(?:s|ed)|wrote|told [^.,;?!]{2,30}?|that)(?: that)?|"
    r"^According to [^,;?!]{3,60},) "
    r"(?=(?:it|they|its|both seasons|(?:new|fresh|more|all) episodes|the (?:[\w-]+ )?(?:show|series|season|drama|comedy|finale|"
    r"premiere|run|new episodes)|"
    r"[Ss]eason|[Ss]eries|[“\"‘])\b)"
)
_INSTEAD = regex(r"(?i)\b(?:rather than|instead of)(?: on| in)? $")


def is_of_something_else(place: Place, dated: Dated, at: int, end: int) -> bool:
    """Say whether a date whose event word stands at ``at`` to ``end`` is of something that is not shown on television."""
    text = place.text
    first, last = place.sentence.clause(dated.start, dated.end)
    lead = text[max(0, min(first, at), dated.start - 140) : dated.start]
    after = text[dated.end : dated.end + 40]
    if _COMPARED.search(lead) or _SENT.search(lead):
        return True
    if _CLAIMED.match(after) or _INSTEAD.search(lead) or _RECORD.search(lead):
        return True
    if _IN_STORY.match(text) and not _SHOWN_THEN.search(text):
        return True
    if dated.form in _VAGUE and (_POSSESSED.match(after) or _RECORD_YEAR.search(lead)):
        return True
    if _AS_BEFORE.search(text[: dated.start]) or _PERSON_AWAY.search(text[first:last]):
        return True
    word, rest = text[at:end], text[end:]
    if match(r"(?i)return", word) and _GOES_BACK.match(text[end : dated.start]):
        return True
    if match(r"(?i)open", word) and match(r" at (?:the )?[A-Z]", rest):
        return True  # a play opens at the Playhouse
    if match(r"(?i)mov", word) and _TO_A_PLACE.match(text[at:]) and not place.context.network_pattern.search(rest):
        return True  # a production moves to Bristol
    if match(r" in (?:cinemas|theat(?:er|re)s)\b", rest):
        return True
    if match(r"(?i)hit", word) and _HITS_A_PLACE.match(text[end : dated.start]):
        return True
    if not _GENERIC.match(word) and at != dated.start:
        return False
    before = text[:at]
    if _WE_DID.search(before) and match(r"(?i)finish|wrap|conclud|end", word):
        return True  # "we finished on 11 April" is the shoot
    if _SOMEBODY.search(before):
        return True  # "she returned to acting in 2015"
    antecedent = search(r", which $", text[:first]) if dated.start > first else None
    antecedent = antecedent or (search(r"\b(?:that|which) $", before) if at < dated.start else None)
    if antecedent:
        return _is_last_named(place, text[: antecedent.start()])
    return _has_other_subject(place, _subject_start(place, min(first, at), dated), max(dated.start, end))


def _is_last_named(place: Place, words: str) -> bool:
    """Say whether what a ", which" follows is something else: "the trailer of the new season, which launches" is the season."""
    words = words[max(words.rfind("; "), words.rfind(": "), 0) :]
    others = [m.start() for m in _OTHER_SUBJECT.finditer(words)]
    pattern = place.context.series_pattern
    own = [m.end() for m in _SHOWN_WORD.finditer(words)] + [m.end() for m in (pattern.finditer(words) if pattern else ())]
    return bool(others) and max(others) > max(own, default=-1)


def _subject_start(place: Place, first: int, dated: Dated) -> int:
    """Return where the words begin that tell whose date it is: the clause, with what a relative clause follows."""
    text = place.text
    if match(r"(?:which|who|that)\b", text[first:]) or search(r", (?:which|who) $", text[:first]):
        first = place.sentence.clause(max(0, first - 3), max(0, first - 2))[0]
    for a, b in place.sentence.quoted:
        if a <= dated.start < b and b - a > _SPOKEN:
            first = max(first, a)
    return first


def _has_other_subject(place: Place, first: int, last: int) -> bool:
    """Say whether a stretch speaks first of something else: "a decision on the series is due", not "the series, after talks"."""
    stretch = place.text[first:last]
    stretch = stretch[max((m.end() for m in _NEW_SUBJECT.finditer(stretch)), default=0) :]
    other = next((one for one in _OTHER_SUBJECT.finditer(stretch) if not _OF_WHAT_SORT.match(stretch, one.end())), None)
    if other is None:
        return False
    pattern = place.context.series_pattern
    own = [m.start() for m in _SHOWN_WORD.finditer(stretch)]
    own += [m.start() for m in pattern.finditer(stretch)] if pattern else []
    return not own or other.start() < min(own)


_OF_WHAT_SORT = regex(  # "the boarding-school chiller", "the hotel drama"
    r"[ -](?:[\w-]+ )?(?:drama|dramedy|comedy|thriller|sitcom|saga|series|chiller|mystery|soap|serial|whodunnit|procedural)\b"
)
_SPOKEN = 15  # characters: what is shorter between quotation marks is a title
_ROW = regex(
    r"(?:[•*–-] ?)?(?:(?:Mon|Tue|Tues|Wed|Weds|Thu|Thur|Thurs|Fri|Sat|Sun)(?:\.|[a-z]*day)?,? ?)?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?)(?: at \d[\d:. apm]{0,8}|"
    r", \d[\d:. apm]{0,8})?"
    r" ?(?::|[–—-]) ?(?=\S)"
)
# The line of a day in a chronicle that says what was shown: "Aug. 31, 2021: it begins".
TIMELINE = regex(
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][a-z]{2,8} \d{4}) ?[:–—-] ?(?i:(?:it|the (?:show|"
    r"series|pilot|finale|drama|comedy|[a-z]+ (?:season|series))|(?:season|series) \w+|[“\"‘][^”\"’]{2,40}[”\"’]|"
    r"[A-Z][\w’ ]{2,30}) "
    r"(?:begins|starts|premieres|launches|airs|debuts|returns|arrives|ends|finishes|concludes|bows|signs off|comes? back|goes "
    r"out|wraps up|comes to an end))\b"
)
_TITLE = regex(r"[“\"‘](?P<title>[^”\"’]{2,60}(?:[’'][^”\"’]{1,40})?)[,.]?[”\"’](?: \((?P<what>[^)]{3,40})\))?")


def rows(place: Place) -> list[Found] | None:
    """Read a row of a schedule, "Mon., Sept. 21: “X” (season premiere), “Y”": a claim for each title; None where it is none."""
    text = place.text
    head = _ROW.match(text) if text[:1].isupper() or text[:1].isdigit() or text[:1] in "•*–-" else None
    if head is None or len(text) > 240:
        return None
    day = next((one for one in dates(text) if one.end <= head.end() and one.form in {"mdy", "dmy", "iso"}), None)
    window = day.window(place.context.published, past=False) if day else None
    titles = list(_TITLE.finditer(text, head.end()))
    listed = titles and titles[0].start() - head.end() < 12
    pattern = place.context.series_pattern
    named = pattern.match(text, head.end()) if pattern else None
    if day is None or window is None or not (listed or (named and len(text) < 90)):
        return None
    if search(r"(?i)\b(?:said|announced|told|renewed|cancel\w+|has|have)\b", text):
        return None
    if not listed:
        return [Found("release_date", day.start, len(text), {"window": window.value()}, season=season_of(text))]
    return [
        Found(
            "release_date",
            day.start if number == 0 else title.start(),
            title.end(),
            {"window": window.value()} | ({"what": "finale"} if "finale" in (title["what"] or "") else {}),
        )
        for number, title in enumerate(titles)
    ]


_WHEN = regex(
    r"(?i)(?:\bwithout (?:saying|revealing|specifying|giving|disclosing)|\b(?:did|would|does|do|could|has|have|is|are|was|"
    r"will|can|wo|ca)"
    r"(?:n[’']t|not| not)(?: yet| been)? (?:say|said|specify|specified|reveal|revealed|announce|announced|confirm|confirmed|"
    r"known|"
    r"know|clear|decided|disclosed?|state|set)|\b(?:declin(?:ed|es|ing)|refus(?:ed|es|ing)) to (?:say|specify|reveal|discuss)|"
    r"\b(?:is|are|remains?) (?:still )?"
    r"(?:unknown|unclear|undecided)|\bno (?:word|news|indication|hint)(?: yet)?(?: on| of| as to| about)?|\byet to (?:say|"
    r"reveal|announce|confirm|decide|disclose)|\b(?:nobody|no one|neither)(?: \w+){0,4}? (?:has said|says|knows|will say|has "
    r"announced|has revealed))(?: exactly| precisely| publicly)? when\b(?P<what>[^.;?!,]{0,60})"
)
_WHEN_LATER = regex(
    r"(?i)\bwhen (?P<what>[^.;?!,]{3,60}) (?:is|remains|has|was) (?:still )?(?:not (?:yet )?(?:been )?(?:known|clear|decided|"
    r"settled|said|announced|revealed|fixed)|unknown|unclear|"
    r"any(?:one|body)[’']s guess|undecided|a mystery)\b"
)
_SHOWING = regex(
    r"(?i)\b(?:airs?|return|returns|premieres?|debuts?|launch(?:es)?|arrives?|come back|be back|be shown|be broadcast|"
    r"be released|be "
    r"available|be seen|shows?|series|season|episodes|begins?|starts?|carry|it)\b"
)
_MADE = regex(r"(?i)\b(?:resum\w+|restart|film\w*|shoot\w*|cameras?|production|scripts?|writing|decision|decide)\b")
_DATELESS = regex(
    r"(?i)\b(?:neither|none(?: of (?:them|the (?:three|four|five)?))?|no (?:series|show)|nobody|both lack|all lack)\b"
    r"[^.;?!]{0,30}\b(?:has|have|had|lacks?)\b[^.;?!]{0,25}?\b(?:date|dates|slot|premiere)\b|"
    r"\b(?:did|would|could)(?:n[’']t| not) (?:give|offer|name|set|provide|put|specify) (?:an?|any|the)? ?(?:\w+ ){0,2}?(?:date|"
    r"window)s?\b|\b(?:dates?|launch) (?:has|have|is|are)(?: not|n[’']t)(?: yet)? (?:been )?(?:fixed|given|named|settled|"
    r"decided)\b|\bdates? (?:has|have|is|are) (?:still |as )?(?:yet )?to be (?:announced|confirmed|set|fixed|revealed|"
    r"decided)\b|"
    r"\b(?:release|premiere|return|launch|air|start|transmission) date (?:is|remains) (?:still )?(?:a (?:secret|mystery)|"
    r"under wraps|"
    r"to come)\b|\bke(?:eps?|pt|eping) (?:the|its) (?:\w+ )?date (?:to (?:itself|themselves)|secret|under wraps|quiet)\b|"
    r"\b(?:will|would|to|is to) (?:announce|reveal|confirm|share|set|name|give|provide) (?:(?:an?|the|its|exact|release|premiere|"
    r"launch|air|broadcast|transmission|start) ){1,3}dates?(?: \w+)? (?:in due course|later|soon|shortly|at a later|in the "
    r"coming|nearer|closer|when|once)\b|\b(?:an?|the|its)(?: (?:exact|release|premiere|launch|air|broadcast|transmission|"
    r"start|return|firm))* dates? (?:(?:will|is to|should) (?:follow|come later|be (?:named|published|disclosed|shared|given))|"
    r"to follow)\b|"
    r"\b(?:has|have)(?:n[’']t| not)(?: yet)? dated (?:it\b|the|its|season|series)|\b(?:remains?|is|are|was|were) (?:as yet |"
    r"still )?undated\b|\byet to date (?:it|the|its)\b|\bawaits? (?:a|its) (?:\w+ "
    r")?(?:premiere |release |"
    r"launch |air )?date\b"
)


def without_date(place: Place) -> Iterator[Found]:
    """Find that no date is given in other words than "no date": nobody says when, neither has one."""
    lower = place.lower
    if "when" in lower:
        for pattern in (_WHEN, _WHEN_LATER):
            for found in pattern.finditer(place.text):
                if _SHOWING.search(found["what"]) and not _MADE.search(found["what"]):
                    yield Found("release_date", found.start(), found.end(), {"announced": False}, season=season_of(place.text))
    if "date" in lower or "lack" in lower or "slot" in lower or "window" in lower:
        for found in _DATELESS.finditer(place.text):
            yield Found("release_date", found.start(), found.end(), {"announced": False}, season=season_of(place.text))
