"""Counts: episodes, minutes, money, signatures, hashtags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.count_contrasts import bare_contrasts, contrasts
from cliffhanger.claims.kinds.figures.counts_told import counts_told, per_season
from cliffhanger.claims.kinds.figures.lengths import lengths
from cliffhanger.claims.kinds.figures.money_told import money_told
from cliffhanger.claims.kinds.figures.petitions import petitions
from cliffhanger.claims.kinds.figures.sums import NAMED, SIGN, sums
from cliffhanger.claims.kinds.figures.viewed import overlaps
from cliffhanger.claims.numbers import SMALL_NUMBER, number, ordinal
from cliffhanger.claims.patterns import may, regex, search
from cliffhanger.claims.seasons_said import season_of

_EPISODE = r"(?:episodes?|parts?|instal?lments?|chapters?|hours?|half-hours?|eps?|parters?|parter)"
_EPISODES = regex(
    rf"(?i)(?<![\d.,£$€-])\b(?P<n>{SMALL_NUMBER})[ -](?:(?:new|more|further|additional|all-new|brand-new|hour-long|one-hour|"
    rf"two-hour|hourlong|full-length|half-hour|"
    rf"feature-length|fresh|[a-z]+-minute|\d+-minute|extra|standalone|self-contained|"
    rf"hour-and-a-half)[ -])*(?:[“\"‘][^”\"’]{{2,40}}[”\"’] )?"
    rf"(?P<what>{_EPISODE})\b(?! (?:ago|later|of (?:footage|television|content|material|sleep|viewing)|a (?:week|day)|before|"
    rf"after|per|in the(?! (?:(?:new|first|second|third|fourth|fifth|next|final|upcoming|latest) (?:season|series|run)\b|"
    rf"spring|summer|autumn|fall|winter|new year|can|works|pipeline))|mark|chart|drama a))"
)
_SEASON_HAD = regex(
    rf"(?i)\b(?:seasons?|series|run|it|first|second|third) (?:{SMALL_NUMBER} )?(?:had|has|ran to|stopped at|"
    rf"runs to|consists? of|consisted of|comprised|comprises) (?P<n>{SMALL_NUMBER})(?=[.;,]|$)"
)
_NOT_EPISODES = regex(
    r"(?i)\b(?:first|last|next|only|for|every|other|opening|final|to|in|wrote|direct\w*|appear\w*|cast in \w+,? but only for|"
    r"within|of|under|over|lasts?|runs?) $"
)
_FROM = regex(
    rf"(?i)\b(?:up|down|cut|trimmed|reduced|instead|extended|expanded|"
    rf"rather)(?: \w+)? from (?P<n>{SMALL_NUMBER})\b(?![.,]\d| (?:percent|per cent|million|%|viewers|thousand|bn|crore))"
)
# "the April 18 episode" is one of a day, "four hundred and six episodes" are more than six.
_PART_OF_MORE = regex(
    r"(?i)\b(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|"
    r"Sept?\.|Oct\.|Nov\.|Dec\.|(?:hundred|thousand|million)(?: and)?|(?:twen|thir|for|fif|six|seven|eigh|nine)ty) $"
)
_CELL = regex(
    rf"(?i)^(?:(?:number|no\.) of |total )?(?:episodes?|eps\.?)(?:,? ?(?:in|of|for|\(|–|-)? ?(?:the )?(?:season|series|s) ?"
    rf"(?:{SMALL_NUMBER})\)?)?(?: count)?\s*(?:\t|:|\|)\s*(?P<n>{SMALL_NUMBER})\b"
)
_FEWER = regex(
    rf"(?i),? (?P<k>{SMALL_NUMBER}) (?P<sign>fewer|less|more) than (?:was |were |had been |originally |first |"
    rf"the )?(?:ordered|planned|announced|expected|order|original)"
)
_NTH_AND_LAST = regex(
    r"(?i)\b(?P<o>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth) and (?:last|final) episode\b"
)

# Without one of these no number of episodes is told; the last are told without a number.
_A_COUNT = regex(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|second|third|fourth|fifth|sixth|seventh|eighth|"
    r"ninth|tenth|twelfth)|eleven|twelve|teen|"
    r"twent|thirt|fort[yi]|fift|sixt|same|as many|\blike\b|short|trunc|curtail|length|\bepisodes\b|\b(?:one|a|"
    r"single)[- ](?:part|episode|chapter|off)"
)
_HASHTAG = regex(r"(?<![\w&/])#(?P<tag>[^\W\d]\w*)")


_WISHED = regex(  # what somebody would like to have is no order
    r"(?i)\b(?:all|what|everything) (?:we|I|they|fans|viewers|people)(?:[’'](?:d|re)| would| really| are| just)*(?: (?:ask|"
    r"asking|want|"
    r"need|beg|begging|wish|long|demand|like|call))\b[^.;?!]{0,20}? (?:is|are|was|for is)\b|^[“\"]?I(?:[’']d)?(?: just| really|"
    r" only| still)? "
    r"(?:want|need|wish|love|like)\b[^.;?!]{0,30}? (?:episodes|parts|chapters)\b|^(?:[“\"])?(?:Please|Just) "
    r"(?:give|make|do|let) (?:us|them|it)\b"
)


def counts(place: Place) -> Iterator[Found]:
    """Find every count that a sentence gives."""
    text = place.text
    if "#" in text:
        for tag in _HASHTAG.finditer(text):
            negated = bool(search(r"(?i)\bnot (?:use )?$", text[: tag.start()]))
            yield Found("hashtag", tag.start(), tag.end(), {"tag": f"#{tag['tag']}"}, "-" if negated else "+")
    taken: list[tuple[int, int]] = []
    numbered = may(_A_COUNT, text) and _WISHED.search(text) is None
    for size in chain(_episodes(place), counts_told(place, taken)) if numbered else ():
        taken.append((size.start, size.end))
        yield from per_season(place, size)
    yield from lengths(place)
    told = list(sums(place))
    yield from told
    yield from money_told(place, told)
    yield from petitions(place)


def _int(text: str) -> int | None:
    value = number(text)
    return int(value) if value is not None and value == int(value) else None


def _episodes(place: Place) -> Iterator[Found]:
    text = place.text
    season = season_of(text)
    if not search(
        r"episod|part|instal|chapter|hour|\bep\b|eps\b|one fewer|previous|half-hour|\bhad\b|\border|trimmed|shortened|"
        r"reduced|ran to|runs to|consist|compris|stopped at|\bfrom\b|"
        r"\bnot\b",
        place.lower,
    ):
        return
    against = next(contrasts(place), None)
    if against:
        yield against
        return
    told = list(bare_contrasts(place))
    yield from told
    used = [(one.start, one.end) for one in told]
    for found in _SEASON_HAD.finditer(text):
        named = search(r"(?i)^(?:seasons?|series)", found[0]) or _episodic_near(place)
        if named and (n := _int(found["n"])) and 2 < n < 400:
            yield Found("episode_count", found.start(), found.end(), {"n": n}, season=season)
    for found in _EPISODES.finditer(text):
        n = _int(found["n"])
        if n is None or not 0 < n < 400 or (n == 1 and "part" not in found["what"]) or _not_count(text, found):
            continue
        if overlaps(found.span(), used) or _PART_OF_MORE.search(text[: found.start()]):
            continue
        start, end = place.sentence.clause(found.start(), found.end())
        changed_by = _FEWER.match(text[found.end() :])
        change = {}
        if changed_by:
            step = _int(changed_by["k"]) or 0
            change = {"was": n + step if changed_by["sign"].lower() in {"fewer", "less"} else n - step}
        yield Found(
            "episode_count",
            max(start, found.start() - 30, text.rfind(", ", 0, found.start()) + 1),
            found.end(),
            {"n": n} | change,
            season=season_of(text[start:end]) or season,
        )
    before = _FROM.search(text)
    of_a_run = search(r"(?i)episode|order|run|part|\beps?\b", text) is not None
    if before and of_a_run and not overlaps(before.span(), used) and (n := _int(before["n"])):
        yield Found("episode_count", before.start(), before.end(), {"n": n}, season=season_of(text[before.start() :]), past=True)
    cell = _CELL.match(text)
    if cell and (n := _int(cell["n"])):
        yield Found("episode_count", cell.start("n"), cell.end("n"), {"n": n})
    last = _NTH_AND_LAST.search(text)
    if last:
        yield Found("episode_count", last.start(), last.end(), {"n": ordinal(last["o"])}, season=season, past=True)


def _episodic_near(place: Place) -> bool:
    near = (place.text, *(sentence.text for sentence in place.before[-2:]))
    return any(search(r"(?i)episod|instal|chapter|\bseasons?\b|\bseries\b", text) for text in near)


_PAID_FOR = regex(  # "6.8 million euros for eight instalments"
    rf"(?i)(?:{SIGN}[\d.,]+(?: ?(?:million|m|crore|billion|bn|k|thousand))?|\b(?:million|crore|thousand|billion)(?: "
    rf"{NAMED})?|"
    rf"\d {NAMED}) (?:for|to|on|over|across|spread over) (?:the |all |a total of )?$"
)
_RUNS = regex(r"(?i)\b(?:runs?|ran) (?:just |only |about )?$")
_ARE_PLANNED = regex(
    r"(?i)(?: of [^.;?!,]{2,40}?)? (?:are|were|have been|had been|will be|would be|is|was)(?: now| only| to be| being)* "
    r"(?:planned|ordered|made|filmed|"
    r"shot|commissioned|scheduled|left|coming|expected|produced|greenlit|in the works)\b"
)


def _not_count(text: str, found: re.Match[str]) -> bool:
    """A span of time or a part of a run is no order: "the first eight episodes", "lasts six minutes", "two hours"."""
    what, before, after = found["what"].lower(), text[: found.start()], text[found.end() : found.end() + 30]
    if (
        _RUNS.search(before)
        and not what.startswith(("hour", "half"))
        and not search(r"(?i)\b(?:arcs?|stor\w+|stint|plot)\b", before)
    ):
        return False  # "the third season will run seven episodes"
    if what.startswith("hour") and not search(
        r"(?i)\ball $|order\w* [^.]{0,30}$|direct [^.]{0,10}$|(?:season|series|run) of $", before
    ):
        return True
    if what.startswith("part") and search(r"(?i)\b(?:in|of) $", before) and not search(r"(?i)(?:season|series|run) of $", before):
        return True
    if search(
        r"(?i)\b(?:signed|booked|contracted|hired|on board|confirmed|cast|stays?|joins?|stick\w*) (?:up |on )?for (?:\w+ "
        r"){0,3}$",
        before,
    ):
        return True  # what a player is to be seen in
    if search(r"(?i)^ (?:premiere|finale|arc|opener|stint|guest|appearance|debut|launch|block|special|drop|event)\b", after):
        return True
    if search(
        r"(?i)\b(?:appear\w*|pops? up|pop up|guest\w*|cameo\w*|seen|turns? up|shows? up|features?|wrote|directed|"
        r"helmed)\b[^.;]{0,30}\bin "
        r"(?:just |only |about |up to |at least )?$",
        before,
    ):
        return True
    if search(
        r"(?i)\b(?:order(?:ed|s|ing)?|commit(?:ted|s)? to|commission(?:ed|s)?|green-?lit|bought|make|made|shot|filmed|produced|"
        r"ha[sd]|have|"
        r"runs? to|ran to|getting|gets?|with) (?:only|just) $",
        before,
    ) and not search(r"(?i)^(?: more| further)? (?:left|remain\w*|to go|of|until|before|in(?:to)?)\b", after):
        return False
    if search(r"(?i)(?:\bnot|n[’']t)\b[^.;]{0,25}\bto (?:make|do) $", before):
        return True
    if _of_a_player(before):
        return True
    if search(
        r"(?i)^(?:,? then (?:weekly|one)| weekly)\b|\b(?:penultimate|halfway|week|weeks|days?|shorter|longer)\b", after[:14]
    ):
        return True
    if _PAID_FOR.search(before) or (search(r"(?i)\bonly $", before) and _ARE_PLANNED.match(text[found.end() :])):
        return False
    return bool(_NOT_EPISODES.search(before)) and not search(
        (
            r"(?i)(?:order(?:ed)?|season|series|run|picked up|total|runs?|ran|consist\w*|compris\w*|made up|renew\w*|return\w*|"
            r"comprising|was|were|will be|look\w* forward|"
            r"stretch\w*(?: \w+){0,2}|amount\w*|grow\w*|grew|swell\w*|expand\w*|up)(?: \w+)?,? (?:of|for|to|in|over) $"
        ),
        before,
    )


def _of_a_player(before: str) -> bool:
    """Say whether the words before a number of episodes tell how long a player stays: "he is off after two episodes"."""
    if search(
        r"(?i)\b(?:he|she|who|they)(?:[’']s| is| was| will be| are| were)? (?:off|out|gone|leaves?|left|dies?|exits?|quits?|"
        r"departs?|departed|written out|killed off)(?: [\w’]+){0,2} (?:after|within|in) $",
        before,
    ):
        return True
    if search(
        r"(?i)\b(?:he|she|who|they) (?:was|is|were|are|will be|has been|had been)(?: only| just)? in (?:just |only )?$", before
    ):
        return True
    return bool(
        search(
            r"(?i)\b(?:he|she) (?:was|is|had been|has been) (?:only |just )?(?:offered|given|promised|paid for|booked for) $",
            before,
        )
    )
