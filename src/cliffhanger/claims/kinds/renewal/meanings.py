"""Where the words of a rule mean something else: marks given to a season, a wedding called off, a lease that is renewed."""

from __future__ import annotations

from cliffhanger.claims.found import Place
from cliffhanger.claims.kinds.renewal.of_show import is_by_owner, is_object, is_subject
from cliffhanger.claims.names import fold
from cliffhanger.claims.patterns import match, regex, search

BUYER = regex(r"(?i)\b(?:it|they|which|who|streamers?|networks?|channels?|services?|broadcasters?|bosses|studio)\b")
_ANNOUNCED_THAT = regex(r"(?i)\b(?:announc|confirm|affirm)\w*\b[^.;?!]{0,30}? that\b")
_ANOTHER_THING = regex(
    r"(?i)[^.;?!]{0,40}?\b(?:will|has|have|is|was|would)\b(?! (?:happen|be made|come|go ahead|be coming|been (?:ordered|"
    r"renewed|commissioned|greenlit)|"
    r"happening|coming|on its way|official|in the works))"
)
# Marks are given to a season, too, and something is handed over after one.
_RATED = regex(
    r"(?i)\b(?:critics?|reviewers?|audiences?|viewers|users|readers|Tomatoes|Metacritic|IMDb|Letterboxd|jury|judges|I|we|he|"
    r"she)"
    r"[”’\"]?(?: (?:has|have|had|also|all|only|even|\w+ly))* $"
)
_LATER_ON = regex(
    r"(?i)\b(?:after|during|since|before) (?:the |its )?(?:\w+ )?(?:season|series|run)\b|^\w+ over\b|"
    r"\b(?:episodes|parts|hours) of (?:the|its|this)\b|\b(?:cast|title|date|director|writers?|plot|details) (?:of|for)\b|%|"
    r"\bper ?cent\b|\bstars?\b"
)
_MARKS = regex(r"(?i)[^.;?!]{0,50}?(?:\d ?%|\bper ?cent\b|\bstars\b|\bout of (?:five|ten|\d)|/10|/5)")
_OF_ANYBODY = regex(r"(?i)(?:kill|pull(?!\w* the plug)|bin)")
_CANCELS = regex(r"(?i)(?:cancels|scraps|axes|nixes)\b")
_ENDS = regex(
    r"(?i)\b(?:come (?:to an end|to a close)|will end|conclude|finish|bow out|wrap up|sign off|be (?:its|the) "
    r"last)\b"
)
_BEFORE_DOING = regex(r"(?i)\b(?:before|of|about|for|without|from|than|by|not|against|consider(?:s|ing|ed)?|when) $")
_NEW_SHOWS = regex(r"(?i)(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:\w+ )?new (?:series|shows|dramas|comedies)\b")
# One new series is another one where it is said what it is: "a new series, Pale Lantern", "a new drama about bees".
_NEW_SHOW = regex(
    r"(?i)\ba (?:brand[- ])?new (?:[\w-]+ ){0,2}?(?:series|show|drama|comedy|sitcom|thriller)"
    r"(?:,? (?:“|‘|\"|(?-i:(?!The |It |But |And )[A-Z]))| (?:from|about|starring|set|based|called|titled|entitled|created|"
    r"written|adapted)\b)"
)
_CUT_SHORT = regex(
    r"(?i)\b(?:shoot|shooting|filming|production|episode|interview|visit|trip|tour|scene|stay|work|"
    r"speech)\b[^.;?!]{0,25} cut (?:it )?"
    r"short$"
)
_AWAITED_UNTIL = regex(r"(?i)\b(?:before|until|till|by the time) (?:it|they|the \w+) $")
_HOPED = regex(
    r"(?i)\b(?:hop(?:e|es|ed|ing|efully)|hopefully|wish(?:es|ed|ing)?|pray\w*|want(?:s|ed|ing)?|beg\w*|plea\w*|ask(?:s|ed|"
    r"ing)?|urg(?:e|es|ed|"
    r"ing)|petition\w*|demand\w*|whether|if|when|until|why|unless|dream\w*|fear\w*|worr\w+|convince\w*|persuad\w+|before|so "
    r"that)\b"
)
_PASSED_ON = regex(r"(?i)pass(?:ed|es)? on (?:a|the)\b")
_PASSED_SHOW = regex(
    r"(?i)pass(?:ed|es)? on (?:a|the) (?:[“‘\"]|(?-i:[A-Z])|(?:[\w’-]+ ){0,4}?(?:show|series|drama|comedy|sitcom|thriller|"
    r"pilots?|projects?|"
    r"scripts?|seasons?|run|order|renewal|option|second|third|fourth|fifth|sixth|chance|opportunity)\b)"
)
_FOOLED = regex(r"(?i)\bapril fools?\b|\bapril 1(?:st)? (?:joke|prank|gag)\b")
_SHOT = regex(r"(?i)\b(?:production|filming|shoot(?:ing)?|release|premiere|launch)\b")
_FATE = regex(
    r"(?i)\b(?:cancel\w*|axe[sd]?|axing|dropp?\w*|renew\w*|seasons?|ordered|picked up|end(?:ed|ing)?|saved|scrapp\w*)\b"
)
_GOING = regex(r"(?i)\b(?:going again|going ahead|happening|on its way|back)$")
_FILMED = regex(
    r"(?i)\b(?:filming|shooting|the shoot|production|cameras|principal photography)\b[^.;?!]{0,90}\bit(?: is|[’']s)? ?$"
)
_DEAD = regex(r"(?i)\b(?:dead|over)\b")
_CLAUSE_BEGINS = regex(r"(?:^|[.;:,—–] )[“\"]?$")


_VOWED = regex(
    r"(?i) (?:(?:has|have|had) )?(?:promis|agree|vow|decid|offer|beg|ask|choose|cho|opt|swear|swore|sworn|threaten|refus|hop|"
    r"want|wish)"
    r"[a-z]* $"
)


def _orders_new_shows(place: Place, name: str, span: tuple[int, int]) -> bool:
    """Say whether new series are other ones: "announced two new series", but not "two new series of it"."""
    text, (start, end) = place.text, span
    if name in {"passive", "was_ordered"}:
        return _NEW_SHOWS.match(text, start) is not None
    new = (_NEW_SHOWS.search(text, start, end) or _NEW_SHOW.search(text, start)) if name == "ordered" else None
    if new is not None and new.start() >= end:
        return False
    if new is None or text[end:].startswith(" of ") or _GIVEN_ONE.search(text, start, new.start()):
        return False
    named = place.context.series_pattern
    return not (named and named.search(text, start, new.start())) and not is_subject(place, text[:start])


_GIVEN_ONE = regex(r"(?i)\b(?:it|the (?:[\w’-]+ )?(?:show|series|drama|comedy|sitcom|thriller|soap|programme|program))\b")


def says_something_else(place: Place, name: str, span: tuple[int, int]) -> bool:
    """Say whether a rule's words mean something else where they stand: marks given to a season, a shoot that is cut short."""
    text, (start, end) = place.text, span
    if is_of_another(place, name, span):
        return True
    if name == "ordered" and _ANNOUNCED_THAT.search(text[start:end]) and _ANOTHER_THING.match(text[end:]):
        return True  # "announced that the third season will begin on Sunday" renews nothing
    if name == "ordered" and (_RATED.search(text[:start]) or _LATER_ON.search(text[start:end]) or _MARKS.match(text[end:])):
        return True
    if name == "renewed" and _BEFORE_DOING.search(text[:start]) and match(r"(?i)\w+ing\b", text[start:end]):
        return True  # "waits a month before renewing a show"
    if name in {"will_order", "will_cancel", "happy_to"} and _HOPED.search(text[:start][-80:]):
        return True  # "fans hope that Vela will renew it"
    if (
        name == "drops_it"
        and match(r"[^.;?!]{3,60}?[”’\"]? (?:with|in|after) ", text[end:])
        and search(r"goodbye|farewell", text[start:end])
    ):
        return True  # "says goodbye to it with a special" ends it
    if name == "mind_changed" and not (
        is_by_owner(place, text[:start]) and any(_FATE.search(one.text) for one in (place.sentence, *place.before[-1:]))
    ):
        return "axe" not in text[start:end].lower()
    if name == "happy_to" and not (place.speaker or place.sentence.quoted):
        return True
    if _orders_new_shows(place, name, span):
        return True
    if name == "cancelled" and _CUT_SHORT.search(text[:end]):
        return True  # "the shoot was cut short"
    if name == "cancelled" and _PASSED_ON.match(text, start) and not _PASSED_SHOW.match(text, start):
        return True  # "passed on the cost to its subscribers"
    if name in _OF_TRADES and any(_FOOLED.search(one.text) for one in (place.sentence, *place.before[-2:])):
        return True
    if name in {"put_aside", "paused"} and search(r"(?i)indefinite", text[start:end]) and _SHOT.search(text[:start]):
        return True  # of the making, not of the series
    if name == "back" and _GOING.search(text[start:end]) and _FILMED.search(text[:start]):
        return True  # "filming was halted for nine days, but it's going again"
    vowed = _VOWED.search(text[:start]) if name == "back" else None
    if vowed and match(r"(?i)to ", text[start:end]) and not is_subject(place, text[: vowed.start()] + " "):
        return True  # "the bishop had promised to come back": people do that
    if name == "back" and _AWAITED_UNTIL.search(text[:start]):
        return True  # "it will be a while before it is back"
    if name == "ordered" and _ENDS.search(text[start:end]):
        return True  # "confirms that it will come to an end with its fifth series"
    if (
        name == "not_cancelled"
        and _DEAD.search(text[start:end])
        and not (is_subject(place, text[:start]) or _CLAUSE_BEGINS.search(text[:start]))
    ):
        return True  # people of a story are not dead either
    if name == "wont_say" and search(r"(?i)\b(?:whether|if) (?:I|he|she)\b", text):
        return True
    if name == "cancelled" and _CANCELS.match(text, start):
        owner = place.context.network_pattern.search(text[:start][-30:]) or BUYER.search(text[:start][-14:])
        if not owner and not match(
            r" (?:[“‘\"]|(?:the|this|its|our) (?:[\w-]+ ){0,3}?(?:show|series|drama|comedy|sitcom)\b)", text[end:]
        ):
            return True  # "Mam cancels the wedding", "the bishop cancels Harvest Festival"
    if name == "ordinal" and search(r"(?i)\b(?:whether|if) $", text[:start]):
        return True
    return bool(name == "cancelled" and _OF_ANYBODY.match(text[start:end]) and not is_object(place, text[end:].lstrip(" “‘")))


# What is renewed, cancelled or kept waiting elsewhere; a word of a series in the sentence lets it mean that.
_FOREIGN = (
    r"(?:leases?|contracts?|deals?|subscriptions?|memberships?|licen[cs]es?|charters?|passports?|visas?|permits?|vows|"
    r"interest|"
    r"attention|calls?|efforts?|attacks?|threats?|friendships?|acquaintance|romance|partnerships?|agreements?|sponsorships?|"
    r"polic(?:y|ies)|insurance|mandate|tenure|engagements?|weddings?|marriages?|festivals?|concerts?|tours?|gigs?|flights?|"
    r"trips?|holidays?|vacations?|part(?:y|ies)|meetings?|match(?:es)?|fixtures?|routes?|ferr(?:y|ies)|trains?|bus(?:es)?|"
    r"classes|lessons?|dinner|lunch|dates?|appointments?|funerals?|parades?|fairs?|f[eê]tes?|harvest|elections?|strikes?|"
    r"screenings?|galas?|ceremon(?:y|ies)|interviews?|hosts?|presenters?|anchors?|shares|librar(?:y|ies)|schools?|factor(?:y|"
    r"ies)|"
    r"bridges?|stadiums?|hotels?|tax(?:es)?|projects?|loans?|mortgages?|focus|commitments?|push|pledges?|faith|accounts?|"
    r"jobs|posts|staff|users|adverts?|ads?|benefits?|pensions?|exams?|tickets?|bookings?|"
    r"reservations?|sermons?|mass|services?|races?|cruises?|sailings?|plans? (?:to|for) (?:the|an?) (?:bridge|wedding|"
    r"stadium))"
)
_WORD = (
    r"(?:(?!(?:after|for|with|of|in|on|over|amid|following|because|and|by|at|to|despite|as|when|while|from|before|but|or|"
    r"that|which|"
    r"is|was|has)\b)[\w’'-]+ )"
)
_DONE_TO = regex(
    rf"(?i)[”’\"]? ?{_WORD}{{0,4}}?{_FOREIGN}\b(?! (?:[\w-]+ )?(?:show|series|drama|comedy|sitcom|thriller|soap|anthology|"
    rf"saga)\b)"
)
_DONE_OF = regex(
    rf"(?i)\b{_FOREIGN}(?: (?:with|for|of|in|at|to|on) [^.;,]{{2,40}})?(?:(?: (?:has|have|had|was|were|is|are|will|would|be|"
    rf"been|"
    r"being|not|now|also|just|\w+ly)|n[’']t))* ?$"
)
_ABOUT_TELEVISION = regex(
    r"(?i)\b(?:show|series|drama|comedy|sitcom|thriller|soap|anthology|episodes?|streamers?|network|broadcaster|showrunner|"
    r"renewal|cancell?ation|spin-?off|writers[’'] room|programme|telenovela|prequel|seasons? (?:\d+|one|two|three|four|five|"
    r"six))\b"
)
_OTHER_TRADE = regex(
    r"(?i)\b(?:top division|(?:premier |football |major )?league|strikers?|goalkeepers?|midfielders?|defenders?|quarterbacks?|"
    r"footballers?|rugby|cricket|relegat\w+|playoffs?|season tickets?|squad|musical|opera|ballet|theatre|theater|museum|"
    r"galler(?:y|"
    r"ies)|shipyard|airlines?|factory|council|university|hospital|airport|railway|orchestra|choir|parliament|senate|mayor|"
    r"minister)\b"
)
_OF_CONTRACTS = frozenset("renewed not_renewed cancelled not_cancelled ordered abandoned prolonged no_more".split())
_OF_TRADES = _OF_CONTRACTS | {
    "won",
    "passive",
    "talks",
    "was_ordered",
    "more_years",
    "gets_renewal",
    "back",
    "agreed",
    "talking",
}
_UNDECIDED_OF = regex(
    r"(?i)\b(?:whether|if|on|about|over|regarding) (?:or not )?(?:the|an?|his|her|their|your|my) (?=[a-z])|^whether the "
)
_SHOWN = regex(r"(?i)\b(?:future|fate|renew\w*|return\w*|more|continu\w*|last|final|another|picked up|it|seasons?|series)\b")
_WAITING_THING = regex(
    r"(?i)(?:^|[,;:] |\band )(?:the|his|her|their|our|my) [\w-]+ (?:is|are|was|were|has been) (?:now |currently |still )?$"
)


def _of_characters(place: Place) -> bool:
    """Say whether a sentence without a word of television names somebody of the story."""
    context = place.context
    return not context.network_pattern.search(place.text) and any(
        fold(word) in context.characters and not context.is_network(word) for word in _A_NAME.findall(place.text)
    )


def is_of_another(place: Place, name: str, span: tuple[int, int]) -> bool:
    """Say whether what is renewed, cancelled or undecided is no series: a lease, a wedding, a striker, a bridge."""
    text, (start, end) = place.text, span
    named = place.context.series_pattern
    if name == "doubt" and (_OF_A_NAME.search(text[:start]) or _WHOSE.search(text[:start])):
        whose = (
            (_OF_A_NAME.search(text[:start]) or _WHOSE.search(text[:start]) or [""])[0]
            .strip()
            .removesuffix("’s")
            .removesuffix("'s")
        )
        if place.context.is_network(whose) or fold(whose) in place.context.characters:
            return True
    if name in _OF_TRADES and _NO_TELEVISION.search(text) and not (named and named.search(text)):
        return True
    if name in _OF_CONTRACTS and not is_object(place, text[end:].lstrip(" “‘")):
        done = _DONE_TO.match(text, end)
        if done and not (named and named.search(text[start : done.end()])):
            return True
        of = _DONE_OF.search(text[:start])
        if of and not (named and named.search(of[0])) and not _ABOUT_TELEVISION.search(of[0]):
            return True
    if (named and named.search(text)) or _ABOUT_TELEVISION.search(text):
        return False
    if name in _OF_TRADES and _OTHER_TRADE.search(text):
        return True
    if name in {"talks_are_on", "dragging_on"} and " between " in text and not place.context.network_pattern.search(text):
        return True
    if name == "doubt" and _FUTURE_OF.match(text, start) and not place.context.network_pattern.search(text):
        return True
    if name in _UNDECIDED and _of_characters(place):
        return True
    if name in _UNDECIDED and "door" not in text[start:end] and not place.context.network_pattern.search(text):
        asked = _UNDECIDED_OF.search(text, max(0, start - 1))
        return asked is not None and not _SHOWN.search(text)
    return name == "paused" and _WAITING_THING.search(text[:start]) is not None and not _MADE.search(text[:start])


_OF_A_NAME = regex(r"[A-Z][\w+-]*[’']s $")
_WHOSE = regex(r"[A-Z][\w+-]*(?: [A-Z][\w+-]*)[’']s $")
_FUTURE_OF = regex(r"(?i)(?:future|fate|status|prospects?) (?:of|for) (?:the|an?|his|her|their|our) (?!it\b|future)")
_NO_TELEVISION = regex(
    r"(?i)\b(?:stage|fashion|boat|air|flower|trade|art|dog|horse|motor|magic|puppet) shows?\b|\bstage (?:version|adaptation|"
    r"musical|play|"
    r"production)\b"
)
_A_NAME = regex(r"\b[A-Z][\w-]+")
_MADE = regex(
    r"(?i)\b(?:production|filming|shoot(?:ing)?|season|work|project|plans?|development|decision|talks|prequel|"
    r"film)\b"
)
_UNDECIDED = frozenset("open whether later undecided_yet none_made doubt asked_whether still_open".split())


_DEALT_WITH = regex(
    r"(?i)\b(?:cancell?(?:ed|s|ing)|axe[sd]?|scrapp(?:ed|ing)|postpon(?:ed|es)|delay(?:ed|s)?|renew(?:ed|s)|halt(?:ed|s)?|"
    r"suspend(?:ed|s)|"
    r"clos(?:ed|es)|shut|moved|cut|dropped)\b"
)
_ALSO_FOREIGN = regex(
    r"(?i)\b(?:films?|movies?|albums?|novels?|books?|singles?|surger(?:y|ies)|trials?|launch of the (?:app|phone|rocket))(?: "
    r"\w+){0,2}? $"
)


def is_other_business(place: Place) -> bool:
    """Say whether a sentence tells what was done to a festival, a route or a film, and nothing of television."""
    text = place.text
    named = place.context.series_pattern
    if (named and named.search(text)) or _ABOUT_TELEVISION.search(text) or place.context.network_pattern.search(text):
        return False
    if search(r"(?i)\b(?:filming|production|shoot(?:ing)?|season|cast|premiere|studio)\b", text):
        return False
    for deed in _DEALT_WITH.finditer(text):
        before = text[: deed.start()]
        if _DONE_TO.match(text, deed.end()) or _DONE_OF.search(before) or _ALSO_FOREIGN.search(before):
            return True
    return False
