"""What people say that carries nothing typed: quoted, reported or refused."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.claim import Attribution
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.story.unnamed import hearsay
from cliffhanger.claims.names import FULL_NAME, ONE_NAME, TITLE_NAME, fold, trimmed
from cliffhanger.claims.patterns import only_for, regex, search
from cliffhanger.claims.seasons_said import season_of
from cliffhanger.claims.speakers import ALSO, ASIDE, WHO, related, speaker_of, speaks_for_itself, word_of

_DECLINED = regex(
    rf"{WHO}{ASIDE}{ALSO} (?:(?:declined|refused) to (?:comment|say|discuss|elaborate|name|give|be drawn|confirm)|"
    r"(?:would|could|will)(?: not|n[’']t) (?:comment|discuss|say|elaborate|name|be drawn|give|explain|reveal|confirm)|"
    r"did(?: not|n[’']t) (?:comment|respond|reply|return)|would say only|(?:has|have)(?: not|n[’']t) (?:yet )?(?:responded|"
    r"replied|commented)|had no comment|gave no (?:reason|explanation|details)|would(?= say\b))[^.;?!]{0,60}"
)
_BOUND = regex(
    rf"(?:{FULL_NAME}|{ONE_NAME}|{TITLE_NAME}|\b[Ss]he|\b[Hh]e|\b[Tt]hey|\b[Ww]hich|\b(?:[Tt]he|[Ii]ts) [\w’' -]{{3,30}}?)"
    rf"(?:, [^;.]{{2,90}}?,[”\"]?)?{ALSO} (?P<bound>(?:(?:still )?(?:holds?|owns?|keeps?|retains?|"
    rf"controls?) (?:on to )?(?:the |all |"
    rf"both |[a-z]+ )*(?:rights|format|library)|"
    r"(?:has|have) (?:the |all )?(?:\w+ )?rights|(?:is|are|was|were) (?:still )?under (?:contract|option)|"
    r"(?:has|have|had) (?:\w+ ){1,3}(?:years?|seasons?) (?:left )?on (?:his|her|their|its) (?:contract|deal)s?|"
    r"(?:has|have|had) a (?:contract|deal) (?:through|until|for|to)|(?:is|are) owned in-house)[^.;?!,]{0,60})|"
    r"(?P<ends>\b(?:[Tt]he |[Hh]er |[Hh]is |[Tt]heir )?(?:contract|option|lease|licen[cs]e)s?\b[^.;?!]{0,40}\b(?:runs? out|ran "
    r"out|"
    r"expire[sd]?|"
    r"lapse[sd]?|ends?)\b[^.;?!]{0,40})"
)


# A wish, a joke, and what is said to say nothing.
_NO_NEWS = regex(
    r"(?i)^(?:(?:and|but|so|well|look|honestly|yes|no)[, ]+)?(?:(?:I|we)(?:[’']d| would)(?: also| really| all)? (?:love|like|"
    r"kill for|"
    r"give anything)\b(?! (?:to (?:make|do|direct|write|film|shoot|return|come back|see it)\b))|(?:I|we)(?: do| really| only)? "
    r"(?:hope|"
    r"wish)\b|(?:I[’']m|I am|we[’']re) (?:not )?(?:joking|kidding|being serious|serious|lying)\b|never say never\b|nothing of "
    r"the (?:kind|"
    r"sort)\b|no comment$|(?:I[’']m|I am) (?:going nowhere|not going anywhere|staying put)\b|(?:(?:simply|pure|utterly|"
    r"completely|"
    r"entirely|flatly|wholly|total) )?(?:groundless|baseless|fanciful|untrue|false|wrong|nonsense|rubbish|invention|fiction|"
    r"tosh)$|(?:it|there)[’']s no "
    r"truth\b|no truth (?:in|to)\b)"
)
# What is related of somebody and only rejects what others say, or says that it is too early to say anything.
_NO_NEWS_RELATED = regex(
    r"(?i)\b(?:no truth (?:in|to|whatever)|nothing of the (?:kind|sort)|too (?:early|soon)[”\"]? to (?:talk|say|speak|tell|"
    r"discuss|know)|"
    r"(?:made|make|making|put in|tabled) no (?:offer|bid|approach)|(?:is|was|are|were) not (?:involved (?:with|in)|bidding|in "
    r"(?:talks|discussions|negotiations))|(?:has|have|had) not (?:approached|made an)|haven[’']t approached|there (?:are|"
    r"were) no plans "
    r"for (?:one|it|that)\b|(?:is|was) (?:a |an? \w+ )?(?:forgery|fake|hoax|fabrication|nonsense|rubbish|untrue|false|wrong|"
    r"made up|pure invention|a placeholder))\b"
)
# Who is in and who is out is told of the cast.
_OF_A_PLAYER = regex(
    r"(?i)(?:that )?(?:he|she|they) (?:has|had|have|is|was|are|were)(?: now| also| indeed)? (?:left|leaving|out|gone|quit|"
    r"departed|"
    r"returning|coming back)\b"
)
# How people hear of a decision, and how many episodes come at a time.
_LEARNT = regex(
    rf"(?:(?P<by>{FULL_NAME}|{ONE_NAME}|[Cc]ast and crew|[Tt]he (?:cast|crew|writers|actors|stars|team|makers|producers)|"
    rf"[Ss]he|"
    rf"[Hh]e|[Tt]hey|[Ii]ts (?:creator|star|writer)[^.;?!“”]{{0,40}}?|I|[Ww]e|[Mm]ost of (?:them|"
    rf"the \w+))(?: \([^()]{{2,50}}\)|"
    rf", "
    rf"[^,.;?!]{{2,50}},)? [“\"‘]?(?:(?:had|has|have|only|first|also|reportedly) )*(?P<what>(?:(?:f[io]u?nds? out|learn(?:s|ed|"
    rf"t)?|"
    rf"hears?|heard)(?: (?:about|of) (?:it|this|that|the (?:news|decision|cancel\w+|axing|end))| the news)?,? (?:from|by|via|"
    rf"through|on|"
    rf"when|in)|(?:(?:was|were|are|is|got) (?:told|informed)(?: of (?:it|the \w+))?,? (?:by (?:text|e-?mail|phone|letter|"
    rf"message|"
    rf"Zoom|WhatsApp|voicemail)|over (?:the phone|Zoom)|via))) [^.;?!”“]{{3,80}}))"
)
_TOGETHER = regex(
    r"(?i)\b(?P<what>(?:(?:will|would|are to|to|can|is|are|were)(?: all| now| also)? (?:be )?(?:(?:released|dropp?(?:ed|ing)?|"
    r"stream(?:ed|ing)?|land(?:ing)?|arriv(?:e|ing)|available|shown|aired?|airing|launch(?:ed|ing)?|premier(?:e|ed|ing)|"
    r"debut(?:ing)?|"
    r"out|come out|uploaded|made available) (?:all )?(?:together|at once|at the same time|simultaneously|in one go|on (?:the "
    r"same|one|a "
    r"single) day|as a (?:binge|box ?set)|in (?:two|three) (?:batches|parts|blocks|halves|volumes)|(?:one|two) (?:a|per|each|"
    r"every) week|"
    r"weekly|every week|week by week))|(?:two|three|four|five|the first (?:two|three|four)|a double bill|three of [\w’ "
    r"-]{3,30}|two of "
    r"[\w’ -]{3,30})(?: (?:new )?(?:episodes|parts|chapters|instal+ments))?(?: (?:will be|are|is|arrive|drop|land|go up|"
    r"out))*(?: "
    r"available)? (?:at launch|on (?:day one|the first day|launch day|premiere (?:day|night)|opening night|release))\b,? "
    r"(?:and )?(?:then|"
    r"followed by|with the rest|the rest|before)[^.;?!]{3,50}))\b"
)


def statements(place: Place, typed: list[Found]) -> Iterator[Found]:
    """Find words of a speaker that carry nothing typed, and refusals to comment; ``typed`` is what else the sentence told."""
    refused = _refusal(place, typed)
    if refused:
        yield refused
        return
    quoted = list(_quoted(place, typed))
    yield from quoted
    related_here = [] if quoted else list(_related(place, typed))
    yield from related_here
    quoted += related_here
    bound = list(_bound(place, typed))
    yield from bound
    by_the_way = list(_by_the_way(place, [*typed, *quoted]))
    yield from by_the_way
    yield from _hearsay(place, [*typed, *quoted, *bound, *by_the_way])


def _hearsay(place: Place, typed: list[Found]) -> Iterator[Found]:
    """Find what unnamed people say and nothing typed stands in, and that somebody denies it."""
    for start, end, denied in hearsay(place):
        if not _told_within(typed, start, end):
            gist = {"gist": place.text[start:end].strip(' ,“”"')}
            season = season_of(place.text)
            yield Found(
                "statement", start, end, gist, "-" if denied else "+", standing="denied" if denied else "rumour", season=season
            )


def _refusal(place: Place, typed: list[Found]) -> Found | None:
    declined = _DECLINED.search(place.text)
    if declined is None or any(found.kind in {"statement", "renewal_status"} for found in typed):
        return None
    who = trimmed(declined["who"].strip())[0]
    if fold(who) in place.context.characters and not place.context.is_network(who):
        return None
    next_one = _NEXT.search(place.text, declined.start() + len(who), declined.end())
    end = next_one.start() if next_one else declined.end()
    value = {"gist": place.text[declined.start() : end].strip(), "by": who}
    by = Attribution("network_or_studio", who)
    return Found("statement", declined.start(), end, value, standing="official", by=by)


_NEXT = regex(r",? (?:and|but|while) (?=[A-Z]|the |a |its |her |his )")  # there another one's silence begins


def _quoted(place: Place, typed: list[Found]) -> Iterator[Found]:
    """The first stretch of quoted words in which nothing typed stands, on the word of whoever speaks."""
    text = place.text
    speaker = speaker_of(place)
    if speaker is None or not speaks_for_itself(place, speaker):
        return
    for start, stop in place.sentence.quoted:
        end = stop
        words = text[start:end].strip(" ,.")
        if place.context.is_series(words) or words.endswith("?"):
            continue
        if _NO_NEWS.match(words):
            continue
        if _says_little(place, start, words) or _NO_NEWS_RELATED.search(text, max(0, start - 12), end):
            continue
        felt = search(r"(?i)\b(?:said|says|called|described)\b[^“\"”]{0,40}$", text[:start]) is not None
        if len(words.split()) < (1 if felt else 3):
            continue
        if _told_within(typed, start, end):
            thanks = _THANKS.match(text, start)
            if thanks is None or _told_within(typed, *thanks.span()):
                continue
            end, words = thanks.end(), thanks[0].strip(" ,.")
        yield Found(
            "statement",
            start,
            end,
            {"gist": words, "by": speaker},
            by=word_of(place, speaker),
            standing="official",
            season=season_of(text),
        )
        return


def _says_little(place: Place, start: int, words: str) -> bool:
    """Say whether quoted words are a quip: a retort to a question, what comes after a first line, a phrase of somebody's own.

    What speaks of the show, or of what those do who make it, is no quip.
    """
    if search(r"\b(?:what|as) (?:she|he|they|[A-Z]\w+)(?: once| likes to)? calls?(?: it| them)? [“\"‘]?$", place.text[:start]):
        return True
    if _OF_THE_SHOW.search(words) or _OF_US.search(words):
        return False
    if _NAME_AND_WORDS.match(place.text[:start]) and len(words.split()) < 8 and not place.context.is_interview:
        return True  # what somebody throws in: "Hale: “It came in under.”"
    last = place.before[-1] if place.before and place.before[-1].block == place.sentence.block else None
    if last is None:
        return False
    asked = last.text.endswith("?") and not last.quoted
    goes_on = bool(last.quoted) and start <= 1 and place.text[:1] not in "–—"
    alone = len(place.text[:start].split()) < 3  # it is the whole of what is said here
    told_if = search(_ASKED_IF, place.text[:start]) or (alone and search(_ASKED_IF, last.text))
    return (asked and alone and len(words.split()) < 12) or goes_on or (bool(told_if) and len(words.split()) < 7)


_NAME_AND_WORDS = regex(r"[A-Z][\w’-]+(?: [A-Z][\w’-]+)?: ?[“\"]?$")
_ASKED_IF = r"(?i)\basked (?:if|whether|about|when|what|how|why)\b|\basks (?:if|whether|about)\b"
_IN_STORY = regex(
    r"(?:In|During|At the end of) (?:the |a |an )?(?:[\w’-]+ ){0,3}?(?:finale|episode|scene|flashback|"
    r"pilot)\b,? (?:[\w-]+,? )?(?:an? |the [a-z]+ (?:says|tells))"
)
_OF_US = regex(
    r"\b(?:my|our)\b|(?:^|[,;] |\b(?:and|but|that|because|when) )(?:[Ww]e|I|[Oo]ur|[Mm]y|[Ee]verybody|"
    r"[Ee]veryone|[Nn]obody|[Tt]hank)\b"
)
_OF_THE_SHOW = regex(
    r"(?i)\b(?:shows?|series|seasons?|drama|comedy|stor(?:y|ies)|cast|crew|fans|audiences?|viewers|scripts?|episodes?|"
    r"finale|network|"
    r"studio|streamer|character|part|role|filming|shoot|film|set|writers|ratings|numbers|budget|money|contracts?|deal|screen|"
    r"television|tv)\b"
)


# What is said first, before the news: "We are grateful to the whole team, but the audience did not grow".
_THANKS = regex(
    r"[“\"]?(?:While |Although |And )?(?:[Ww]e|I|[Ee]veryone|[Ww]orking|[Tt]hank)\b(?:[^.;?!”\"]{0,20}?\b(?:grateful|proud|"
    r"thank(?:ful)?|thrilled|delighted|"
    r"honou?red|love[ds]?|sorry|heartbroken|devastated))\b[^.;?!,”\"]{3,140}(?:, (?!but|and we|yet|"
    r"however)[^.;?!,”\"]{2,60}){0,3}?(?=,? but\b|[,.;”\"])"
)


def _related(place: Place, typed: list[Found]) -> Iterator[Found]:
    """What somebody is said to have said, when nothing typed stands in it."""
    said = related(place)
    if said is None or _told_within(typed, said.start, said.end) or place.text.endswith(":") or _IN_STORY.match(place.text):
        return
    if search(r"^only\b[:,]? [“\"]", place.text[said.start :]):
        return  # what is said only is in quotes
    if _NO_NEWS_RELATED.search(place.text, said.start, said.end) or _OF_A_PLAYER.match(place.text, said.start):
        return
    if any(_says_little(place, a, place.text[a:b]) for a, b in place.sentence.quoted if a < said.end and said.start < b):
        return
    own = speaks_for_itself(place, said.who)
    if not own and not search(r"\d", place.text[said.start : said.end]):
        return
    yield Found(
        "statement",
        said.start,
        said.end,
        {"gist": place.text[said.start : said.end].strip(), "by": said.who},
        by=word_of(place, said.who),
        standing="official" if own else None,
        season=season_of(place.text),
    )


@only_for(_LEARNT, _TOGETHER)
def _by_the_way(place: Place, typed: list[Found]) -> Iterator[Found]:
    """Find how somebody heard of a decision, and how many episodes are shown at a time."""
    if place.context.is_recap or not (place.context.series or place.context.is_interview):
        return
    for pattern in (_LEARNT, _TOGETHER):
        found = pattern.search(place.text)
        if found is None or _told_within([one for one in typed if one.kind == "statement"], *found.span("what")):
            continue
        if pattern is _LEARNT and not _KNOWN_FATE.search(place.text + " ".join(one.text for one in place.before[-3:])):
            continue
        if pattern is _LEARNT and found["by"] in {"I", "We", "we"} and not place.sentence.quoted:
            continue
        if pattern is _TOGETHER and not search(
            r"(?i)\b(?:episodes?|parts|chapters|instal+ments|season|series|they)\b|^in\b", place.text
        ):
            continue
        yield Found("statement", *found.span("what"), {"gist": found[0].strip()}, season=season_of(place.text))


_KNOWN_FATE = regex(
    r"(?i)\b(?:cancel\w*|axe[sd]?|axing|scrapp\w+|drop(?:s|ped)|decision|news|end(?:s|ed|ing)?|over|pulled|plug|renew\w*|"
    r"recast\w*|"
    r"killed|no (?:second|third|fourth|fifth))\b"
)


def _bound(place: Place, typed: list[Found]) -> Iterator[Found]:
    """Who holds rights, and whom a contract binds until when."""
    for found in _BOUND.finditer(place.text):
        part = "bound" if found["bound"] else "ends"
        whose = search(rf"({ONE_NAME})[’']s?\s$", place.text[: found.start()])
        if whose and fold(whose[1]) in place.context.characters:
            continue  # a character's contract is the plot
        if not _told_within(typed, *found.span(part)):
            yield Found("statement", *found.span(part), {"gist": found[0].strip()}, season=season_of(place.text))


def _told_within(typed: list[Found], start: int, end: int) -> bool:
    return any(found.start < end and start < found.end and found.kind != "crew_role" for found in typed)
