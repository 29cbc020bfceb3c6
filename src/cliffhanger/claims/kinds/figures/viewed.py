"""What rules on viewing share: a claim with its period and season, words of an audience, what has been read already."""

from __future__ import annotations

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.patterns import regex, search
from cliffhanger.claims.seasons_said import season_of

_CMP = (
    (
        regex(
            r"(?i)\b(?:more than|over|above|north of|past|upwards? of|exceed\w*|in excess of|topped|at least|"
            r"surpass\w*) (?:the )?$"
        ),
        "over",
    ),
    (
        regex(
            r"(?i)\b(?:less than|under|below|just short of|a little under|nearly|almost|close to|"
            r"fewer than) (?:the )?$"
        ),
        "under",
    ),
    (regex(r"(?i)\b(?:about|around|roughly|some|approximately|an estimated|circa|limped to) (?:the )?$"), "about"),
)

# What a figure counts by the one word behind it: in a table, in brackets, and where no rule reads the figure.
UNITS = {unit: unit for unit in ("viewers", "households", "views", "hours", "minutes", "streams", "accounts")} | {
    "people": "viewers",
    "homes": "households",
}
PERCENT = r"(?: ?%| ?per ?cent\b| ?percent\b| percentage points?\b)"
_AUDIENCE = (
    r"\b(?:audiences?|viewers?|viewership|viewing|viewed|ratings?|overnights?|watched|watching|households|demo|tuned|streamed|"
    r"consolidated|catch-up|time ?slot|its slot|18[- ]to[- ]49|18-49s?|most-watched|people watched)\b"
)
_PERIOD = regex(
    r"(?i)\b(?:(?:in|within|over|during|across|after) (?:its |their |the )?)?((?:first|opening|debut|"
    r"launch) (?:\w+ )?(?:days?|weeks?|months?|weekend|night)|\w+ (?:days|weeks|months))\b(?! (?:after|before|ago|later|earlier|"
    r"into|since)\b)|\b(premiere|finale|"
    r"season average|launch night|live[- +]plus[- ]seven|live ?\+ ?\d+|overnight\w*|consolidated)\b"
)
_NO_PERIOD = frozenset({"rank", "top10_countries", "weeks_in_top10"})


def compared(before: str) -> dict[str, str]:
    """Return the comparison that the words before a number make, as a claim carries it."""
    for pattern, sign in _CMP:
        if pattern.search(before):
            return {"cmp": sign}
    return {}


def overlaps(span: tuple[int, int], used: list[tuple[int, int]]) -> bool:
    """Say whether a stretch shares a place with one of those used."""
    return any(span[0] < b and a < span[1] for a, b in used)


def on_audience(place: Place, sentences_back: int = 0) -> bool:
    """Say whether the sentence, or one of those just before it, speaks of an audience."""
    texts: list[str] = [place.lower]
    if sentences_back:
        texts += [sentence.lower for sentence in place.before[-sentences_back:]]
    return any(search(_AUDIENCE, text) is not None for text in texts)


def seen(place: Place, start: int, end: int, value: dict[str, object]) -> Found:
    """Return a claim on viewing with the season that its sentence gives, and the period that is nearest to its end."""
    periods = _PERIOD.finditer(place.text) if value["metric"] not in _NO_PERIOD else ()
    period = min(periods, key=lambda one: abs(one.start() - end), default=None)
    if period:
        value["period"] = (period[1] or period[2]).lower()
    first, last = place.sentence.clause(start, end)
    return Found("viewership", start, end, value, season=season_of(place.text[first:last]) or season_of(place.text), past=True)
