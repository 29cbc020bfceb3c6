"""How far the making is where a cell says it, or a sentence only goes on about what was asked or said before it."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.claim import Polarity
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.dates.stages import THEN
from cliffhanger.claims.patterns import Rules, live, match, regex, search
from cliffhanger.claims.seasons_said import season_of

_CELL = regex(
    r"^(?:(?:Production |Current )?[Ss]tatus|Stage|Phase|Production)\s*(?:\t|:) ?(?P<what>[\w -]{4,30}?)(?: "
    r"\(.*)?\.?$"
)
_CELLS: tuple[tuple[str, str], ...] = (
    ("post_production", r"post|editing"),
    ("in_development", r"pre-?production|in development|development"),
    ("filming", r"(?:now |currently )?(?:filming|shooting|in production)$"),
    ("wrapped", r"wrapped|filming (?:complete|finished|wrapped)|in the can"),
    ("writing", r"writing|scripting|scripts"),
    ("halted", r"(?:filming |production )?(?:halted|suspended|on hold|paused)|^on hold|^paused"),
)
_BRIEF = 80  # characters of a sentence that only goes on with the one before it
_WHEN_MADE = regex(r"(?i)\bwhen\b[^?]{0,40}\b(?:shoot\w*|film\w*|cameras|roll\w*|(?:into|in) production|on set)\b")
_OF_MAKING = regex(r"(?i)\b(?:filming|shooting|shoot|production|photography|cameras)\b")
_GOES_ON = regex(
    r"^[“\"]?(?:It|That|Work|They|The shoot)(?:[’']s| has| have| is| was| will)?(?: (?:now|since|already|finally|long|only|"
    r"then|due|"
    r"set|expected|to))* (?P<what>finished|wrapped|wraps?|ended|completed|been completed|complete|resumed?|restarted|begun|"
    r"started|"
    r"stopped|finish|end|conclude|resumes)\b(?! (?:with|his|her|the))"
)
_GONE_ON = {"res": "filming", "beg": "filming", "sta": "filming", "sto": "halted"}

_WE_BEGIN = regex(
    rf"(?:^|[.:“\"] ?)(?P<what>(?:We|They|It|I)(?:[’'](?:ll|re|m)| will| are| am| should)? (?:start(?:s|ing)?|begin(?:s|ning)?|"
    rf"go(?:ing)?|"
    rf"roll(?:ing)?|kick off|be there|back|be back)\b){THEN}"
)
_SHARE = regex(
    r"\b(?P<n>\d{1,3})(?:%| per ?cent| percent) of (?:it|them|the (?:[a-z]+ ){0,2}?(?:scripts?|writing|screenplay|work|shoot|"
    r"shooting|"
    r"filming|series|season|episodes))(?: work)? (?:is|are|has been|have been|was) (?:now |already )*(?:complete|completed|done|"
    r"finished|written|shot|filmed|over)\b"
)


_SEASON_CELL = regex(
    r"^(?:[-–•*] ?)?(?:(?:Season|Series|S) ?\w{1,6}|[A-Z][\w’ ]{2,30})\s*(?:\t|:|–|—| - ) ?(?P<what>(?:(?:now|currently|still) "
    r")?(?:filming|"
    r"shooting|in production|writing|in post(?:-production)?|in pre-production|in development|wrapped|in the can|paused|on "
    r"hold))\.?$"
)


# What a remark says of the shoot or the scripts that were asked about or spoken of just before: "We’re three weeks in."
_LEAD = r"(?i)^(?:[A-Z][\w. -]{0,25}: )?[“\"]?(?:(?:Yes|No|Well|Oh|So|And|But|Now|Then|Honestly|Actually|Yeah|Sure)[,.:—–-]* )*"
_WE = r"(?:we|they|it|I)(?:[’'](?:re|ve|s|m|d|ll)| are| have| is| was| were| had| had to| will)?"
_ONLY = r"(?: (?:now|about|only|just|already|nearly|almost|still|finally|all|then|actually))*"
_ASKED_OF_SHOOT: Rules[str] = Rules(
    (status, regex(_LEAD + pattern))
    for status, pattern in (
        (
            "filming",
            (
                rf"(?P<what>{_WE}{_ONLY} (?:(?:\w+ )?(?:days?|weeks?|months?) in\b|on day \w+|in the middle of it|halfway(?: "
                rf"through)?|part-?way "
                rf"through|(?:back )?at it|going again|picked it (?:back )?up|(?:got|getting) there|(?:[\w-]+ )(?:episodes|"
                rf"blocks) "
                rf"in\b|up and "
                rf"running)\b[^.;?!]{{0,25}})"
            ),
        ),
        (
            "halted",
            (
                rf"(?P<what>{_WE}{_ONLY} (?:lost (?:\w+ ){{1,2}}(?:days|weeks)|stop(?:ped)? for|shut down for|(?:rained|snowed|"
                rf"flooded) off|stood "
                rf"down|sent home|on (?:a )?(?:pause|break|hold|hiatus))\b[^.;?!]{{0,25}})"
            ),
        ),
        (
            "wrapped",
            (
                rf"(?P<what>{_WE}{_ONLY} (?:wrapped|done|finished|all done|in the can|over)\b(?! (?:with|by|until|"
                rf"the))[^.;?!]{{0,25}})"
            ),
        ),
        (
            "delayed",
            (rf"(?P<what>{_WE}{_ONLY} (?:running )?(?:(?:\w+ )?(?:days?|weeks?|months?) )?(?:late|behind)\b[^.;?!]{{0,15}})"),
        ),
        (
            "scheduled",
            (
                rf"(?P<what>{_WE}{_ONLY} (?:go|going|start|starting|begin|roll|rolling|off|back|kick off|turn over)(?: again| "
                rf"back)?) (?=in|on|next|"
                rf"from|this|the first|at the)"
            ),
        ),
    )
)
_ASKED_OF_SCRIPTS: Rules[str] = Rules(
    (status, regex(_LEAD + pattern))
    for status, pattern in (
        (
            "writing-",
            (
                r"(?P<what>(?:there(?:[’']s| is|[’']re| are) )?(?:no|not a)(?: single)? (?:room|script|word|page|line|draft|"
                r"outline)s?)\b"
            ),
        ),
        (
            "writing",
            (
                rf"(?P<what>{_WE}{_ONLY} (?:done|finished|written|writing(?: it| them)?|on (?:the )?(?:\w+ )?(?:episode|script|"
                rf"draft|one|number) ?\w*|"
                rf"(?:\w+ )?(?:scripts?|drafts?|episodes?) in\b|halfway(?: through)?))\b"
            ),
        ),
        ("writing", r"(?P<what>(?:all |both |nearly |half |mostly |\w+ of them )?(?:done|written|finished)[.!])"),
    )
)
_OF_WORK = regex(
    r"(?i)\b(?:filming|shooting|the shoot|a shoot|photography|cameras|on set|(?:you|they|we) (?:film|shoot|shot|filmed|roll|"
    r"rolled)|scripts?|"
    r"writing|"
    r"writers?[’']s? room|written|draft)\b|\bproduction(?= (?:on|of|start|begin|go|is|has|at)|\?)"
)
_OF_SCRIPTS = regex(r"(?i)\b(?:scripts?|writing|writers?[’']s? room|written|draft)\b")


def spoken_of(place: Place) -> str | None:
    """Return the question or else the sentence before that a brief sentence may go on about: one on the shoot or the scripts."""
    if len(place.text) > _REMARK:
        return None
    before = place.before[-1].text if place.before and place.before[-1].block == place.sentence.block else ""
    return next((one for one in (place.question, before) if one and _OF_WORK.search(one)), None)


def _going_on(place: Place) -> Iterator[Found]:
    """Find what a remark says of the shoot or the scripts that were just spoken of."""
    about = spoken_of(place) or ""
    scripts = _OF_SCRIPTS.search(about) is not None and not _OF_MAKING.search(about)
    own = _OF_MAKING.search(place.text) or _OF_SCRIPTS.search(place.text)
    for status, pattern in live(_ASKED_OF_SCRIPTS if scripts else _ASKED_OF_SHOOT, place.text):
        found = pattern.match(place.text)
        if found and (scripts or not own):
            value, start, end = {"status": status.rstrip("-")}, found.start("what"), found.end("what")
            polarity: Polarity = "-" if status.endswith("-") else "+"
            yield Found("production_status", start, end, value, polarity, season=season_of(place.text))
            return


_REMARK = 120  # characters of a sentence that goes on with what was asked


def left_to_others(place: Place) -> Iterator[Found]:
    """Find stages that a cell names, or that a sentence tells of what the one before it was about."""
    text = place.text
    if place.sentence.block.kind == "row" or len(text) < 45:
        cell = _CELL.match(text) or _SEASON_CELL.match(text)
        said = cell["what"].lower() if cell else ""
        for status, words in _CELLS if cell else ():
            if match(words, said):
                yield Found("production_status", cell.start("what"), cell.end("what"), {"status": status})  # type: ignore[union-attr]
                return
    before = place.before[-1].text if place.before and place.before[-1].block == place.sentence.block else ""
    asked = place.question if place.question and _WHEN_MADE.search(place.question) else None
    told = len(text) < _BRIEF and (_OF_MAKING.search(before) or "go again" in place.lower)
    begins = _WE_BEGIN.search(text) if asked or told else None
    if begins:
        yield Found("production_status", begins.start("what"), begins.end(), {"status": "scheduled"}, season=season_of(text))
    brief = len(text) < _BRIEF or search(
        r"^[“\"]?(?:It|That|They|Work) (?:will|should|is (?:due|set|expected) to) (?:resume|restart)", text
    )
    if spoken_of(place) and not begins:
        yield from _going_on(place)
    found = _GOES_ON.match(text) if brief and _OF_MAKING.search(before) and not _OF_MAKING.search(text) else None
    if found:
        status = _GONE_ON.get(found["what"][:3], "wrapped")
        ahead = search(r"will|due|set|expected|\bto\b", found[0])
        status = ("scheduled" if status == "filming" else "wrap_expected") if ahead else status
        yield Found("production_status", found.start(), found.end(), {"status": status}, season=season_of(before))
    for share in _SHARE.finditer(text) if " of " in text and ("%" in text or "cent" in text) else ():
        writing = search(r"(?i)writ|script|screenplay", f"{before} {text}") is not None
        value = {"status": "writing" if writing else "filming", "percent": int(share["n"])}
        yield Found("production_status", share.start(), share.end(), value, season=season_of(text))
