"""How it was received: critics' and audience scores, awards; and, by way of `viewing`, how many watched."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.kinds.figures.awards import awards
from cliffhanger.claims.kinds.figures.scores_named import DAYS, named_scores, of_hundred
from cliffhanger.claims.kinds.figures.viewed import PERCENT, overlaps
from cliffhanger.claims.kinds.figures.viewing import viewing
from cliffhanger.claims.names import LOWER, UPPER
from cliffhanger.claims.numbers import NUMBER, number
from cliffhanger.claims.patterns import fullmatch, may, only_for, regex, search

_SITES = (
    ("Rotten Tomatoes", r"Rotten Tomatoes|\bRT\b|the tomato site|Tomatometer|Popcornmeter", "critic"),
    ("IMDb", r"IMDb|IMDB|imdb", "audience"),
    ("Metacritic", r"Metacritic|Metascore", "critic"),
    ("MyDramaList", r"MyDramaList|MDL", "audience"),
    ("MyAnimeList", r"MyAnimeList|\bMAL\b", "audience"),
    ("Letterboxd", r"Letterboxd", "audience"),
    ("TMDB", r"TMDB|TMDb", "audience"),
    ("Google", r"Google(?: users)?", "audience"),
    ("AlloCiné", r"AlloCin[ée]|Allocin[ée]", "audience"),
    ("Filmweb", r"Filmweb", "audience"),
    ("Douban", r"Douban", "audience"),
)
_SITE = regex(r"(?=[A-Zit])(?:" + "|".join(f"(?P<s{n}>{pattern})" for n, (_, pattern, _) in enumerate(_SITES)) + ")")
_OUT_OF = regex(
    rf"(?i)(?P<n>{NUMBER})\s?(?:/|out of|of a possible) ?(?P<top>10|5|100|ten|five|four|"
    rf"hundred)\b(?: stars)?(?! rating/share)|"
    rf"(?<!\w)(?!a )(?P<stars>{NUMBER})[ -]stars?(?: out of (?P<of>five|5|four|4|ten|10))?(?! (?:hotel|chef))"
)
_PER_CENT = regex(rf"(?i)(?P<n>{NUMBER}){PERCENT}")
_SCORING = regex(
    r"\b(?:critics?|reviewers?|audience|score[sd]?|rat(?:ed|ing|ings)|tomat\w+|approval|fresh|certified|reviews?|imdb|"
    r"metacritic|stars|holds?|users?|popcornmeter|(?:mark(?:s|ed)?|grad(?:es?|ed)) (?:it|the \w+)|voters)\b"
)
_AT_SITE = regex(
    rf"(?<![\d.,/])(?P<n>\d(?:\.\d)?|\d\d|100)(?![\d.,])(?! ?(?:%|per|million|episodes|seasons|countries)) (?:on|at|"
    rf"over at) (?P<site>[{UPPER}][{UPPER}{LOWER}]+)(?P<more>\b)"
)
# A line of a table: a site, and what it says.
_ROW = regex(
    rf"^(?P<site>(?:[{UPPER}][{LOWER}]+[{UPPER}][{UPPER}{LOWER}]+|(?:[{UPPER}][\w’]+ )*(?:Tomatoes|IMDb|Metacritic|Letterboxd|"
    rf"Tomatometer|MyDramaList))"
    rf"(?: (?:score|rating))?)\t(?P<raw>\d(?:\.\d)? ?/ ?(?:5|10)|\d{{1,3}} ?(?:%|/ ?100))$"
)
_COINED = regex(rf"\b(?:on|at|by|from|over at|among) (?:the )?(?P<site>[{UPPER}][{LOWER}]+[{UPPER}][{UPPER}{LOWER}]+)\b")
_GRADE = regex(
    r"^(?:Grade|Rating|Verdict|Our (?:grade|rating|verdict)|Score)\s*[:–—-]\s*(?P<raw>[A-F][+-−–]?|[^.]{1,40}(?:stars?|"
    r"/\s?\d+|out of \w+)[^.]{0,20}|\d[\d.]*/\d+)(?=[.\s]|$)"
)
_LEVEL = regex(
    r"(?i)\b(?P<level>average|mixed|lukewarm|positive|negative|rave|glowing|tepid|mediocre|favou?rable|poor|strong|scathing|"
    r"warm) (?:critical )?(?:reviews?|response|reception|notices|"
    r"critical response)\b(?P<who>[^.;?!]{0,50}?\b(?:critics?|reviewers?|audiences?|viewers?|fans)\b)?"
)
_OF_VIEWING = regex(
    r"\d|million|thousand|hundred|record|umber one|most|fifth|quarter|third|half|est\b|[Rr]atings|[Aa]udience|[Vv]iewing|"
    r"[Vv]iewership|successful|[Oo]vernights|"
    r"\b[Tt]op|\b[Ww]on\b|winning|wins|led\b|than any|one in |doubl|halv|tripl|trebl|least|worst|number|[Ss]pent|rank|"
    r"second|lowest|[Vv]iewers?\b|chart|Only "
)


def receptions(place: Place) -> Iterator[Found]:
    """Find viewing figures, scores and awards in a sentence."""
    text = place.text
    used: list[tuple[int, int]] = []
    scores = list(_scores(place, used))
    scores += list(named_scores(place, used, scores)) if not _GRADE.match(text) else []
    yield from scores
    taken = [_number_at(text, found) for found in scores]
    if may(_OF_VIEWING, text):
        yield from viewing(place, taken)
    yield from awards(place)


def _number_at(text: str, found: Found) -> tuple[int, int]:
    """Return where the number of a score stands, so that it is not read as a viewing figure too."""
    said = str(found.value.get("raw", "")).split("/")[0].rstrip("%")
    at = text.find(said, found.start, found.end) if said else -1
    return (at, at + len(said)) if at >= 0 else (found.start, found.start)


@only_for(_GRADE, _ROW, _PER_CENT, _OUT_OF, _AT_SITE, _LEVEL)
def _scores(place: Place, used: list[tuple[int, int]]) -> Iterator[Found]:
    text = place.text
    alone = _alone(text)
    if alone:
        yield alone
        return
    sites = list(_SITE.finditer(text))
    if not sites and not _SCORING.search(place.lower) and not _AT_SITE.search(text):
        return
    for found in _PER_CENT.finditer(text) if "%" in text or "cent" in text else ():
        value = number(found["n"])
        near = text[max(0, found.start() - 50) : found.end() + 60]
        if (
            value is None
            or value > 100
            or not (
                sites
                or search(
                    r"(?i)critics?|reviewers?|audience (?:score|rating)|(?:user|viewer) (?:score|rating)|tomat|approval|"
                    r"fresh\b|review|scor(?:ing|ed|es) (?:it|the)\b",
                    near,
                )
            )
            or search(
                r"(?i)^(?! (?:fresh|approval|critic\w*|audience|positive)\b)[^.;]{0,12}\b(?:share|viewers|of viewers|"
                r"rating\b(?! (?:from|with|among|on|by)\b)|"
                r"chance|stake|of the (?:staff|cast|crew|budget))",
                text[found.end() :],
            )
        ):
            continue
        misread = search(
            r"(?:that is|i\.e\.|or|meaning|which is|equal to) ?(\d(?:\.\d)?) ?(?:/|out of) "
            r"?10",
            text[found.end() :],
        )
        used.append((found.start(), found.end() + (misread.end() if misread else 0)))
        who = (
            "audience"
            if search(r"(?i)\b(?:audience|viewers|users|popcorn)\b", text[max(0, found.start() - 45) : found.end() + 25])
            and not search(r"(?i)critic", text[found.end() : found.end() + 20])
            else "critic"
        )
        if search(r"(?i)\bagainst (?:a |an |only )?$", text[: found.start()]):
            who = "audience"
        value_of: dict[str, object] = {
            "site": _site(sites, found.start()) or "unknown",
            "who": who,
            "raw": f"{value:g}%",
            "value": value,
        }
        if misread:
            value_of["misread"] = f"{misread[1]}/10"
        start, end = place.sentence.clause(*found.span())
        many = len(list(_PER_CENT.finditer(text))) > 1 or search(r"\d\.\d (?:on|rating|score)|/ ?10", text) is not None
        yield Found("score", found.start() if many else start, found.end() if many else end, value_of, past=True)
    yield from _points(place, sites, used)
    yield from _levels(place)


def _alone(text: str) -> Found | None:
    """Return the score that is all a line says: the grade of a review, or a row of a table."""
    grade = _GRADE.match(text)
    if grade:
        value = {"who": "critic", "raw": grade["raw"].strip(), "scope": "episode"} | _as_hundred(grade["raw"])
        return Found("score", 0, grade.end(), value, past=True)
    row = _ROW.match(text)
    if row is None:
        return None
    site = _site(list(_SITE.finditer(row["site"])), 0)
    who = next((who for name, _, who in _SITES if name == site), "critic" if "%" in row["raw"] else "audience")
    hundred = {"value": number(row["raw"].rstrip("%"))} if "%" in row["raw"] else _as_hundred(row["raw"])
    value = {"site": site or row["site"], "who": who, "raw": row["raw"]} | hundred
    return Found("score", row.start("raw"), row.end("raw"), value, past=True)


def _points(place: Place, sites: list[re.Match[str]], used: list[tuple[int, int]]) -> Iterator[Found]:
    text = place.text
    for found in _OUT_OF.finditer(text) if search(r"(?i)/|out of|star|possible", text) else ():
        if overlaps(found.span(), used) or not (sites or _SCORING.search(place.lower)):
            continue
        site = _site(sites, found.start()) or _coined(text, found)
        who = next((who for name, _, who in _SITES if name == site), "audience" if site else "critic")
        raw = f"{found['n']}/{found['top']}" if found["n"] else found[0]
        used.append(found.span())
        start, end = place.sentence.clause(*found.span())
        yield Found("score", start, end, {"site": site or "unknown", "who": who, "raw": raw} | _as_hundred(found[0]), past=True)
    for found in _AT_SITE.finditer(text):
        value = number(found["n"])
        if (
            value is not None
            and not overlaps(found.span(), used)
            and not search(DAYS, found["site"])
            and (
                sites or search(r"(?i)\b(?:we got|score|rated|rating|sits|got|holds|stands|has|is) ", text[: found.start()] + " ")
            )
        ):
            used.append(found.span())
            at_site = next((n for n, (name, pattern, _) in enumerate(_SITES) if fullmatch(pattern, found["site"])), None)
            name = _SITES[at_site][0] if at_site is not None else found["site"]
            yield Found(
                "score",
                found.start(),
                found.end(),
                {
                    "site": name,
                    "who": _SITES[at_site][2] if at_site is not None else "audience",
                    "raw": found["n"],
                    "value": of_hundred(value),
                },
                past=True,
            )


def _coined(text: str, found: re.Match[str]) -> str | None:
    """Return a site that no list holds, by the capital within its name: "viewers on ScreenTally", "8.1 on CritPile"."""
    near = [*_COINED.finditer(text, max(0, found.start() - 60), found.end() + 40)]
    return near[0]["site"] if near else None


def _levels(place: Place) -> Iterator[Found]:
    for found in _LEVEL.finditer(place.text):
        critics = search(r"(?i)critic|review", found[0] + place.text[found.end() : found.end() + 30])
        if critics:
            yield Found(
                "score",
                found.start(),
                found.end(),
                {"site": "unknown", "who": "critic", "level": found["level"].lower()},
                past=True,
            )


def _site(sites: list[re.Match[str]], at: int) -> str | None:
    if not sites:
        return None
    nearest = min(sites, key=lambda found: abs(found.start() - at))
    return next(_SITES[n][0] for n in range(len(_SITES)) if nearest[f"s{n}"])


def _as_hundred(raw: str) -> dict[str, object]:
    """Return a score out of 5 or 10 on the scale of 0 to 100; a letter has no such value."""
    found = _OUT_OF.search(raw)
    if not found:
        return {}
    top = {"ten": 10, "five": 5, "four": 4, "hundred": 100}
    said = found["top"] or found["of"] or "5"
    scale = top.get(said.lower()) or number(said) or 10
    value = number(found["n"] or found["stars"])
    return {"value": of_hundred(value, scale)} if value is not None and value <= scale else {}
