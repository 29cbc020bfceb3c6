"""Lists of series with what became of each in a word or two: "“Long Ferry” (Vela): Rescued.", "Low Street (axed in May)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.names import TITLE_NAME
from cliffhanger.claims.patterns import Pattern, only_for, regex
from cliffhanger.claims.seasons_said import season_of

_HEADED = regex(
    r"^(?:\d{1,2}[.)] )?(?P<title>(?P<mark>[“‘\"«]?)[A-Z0-9][^.;:–—|()?!]{1,50}?[”’\"»]?)(?P<bracket> \([^)]{2,40}\))? ?(?:[:|"
    r"–—]|- ) ?"
)
# Words that are said of people, too, count only behind what is surely a series.
_PLAIN = {
    "not_renewed": r"not (?:yet )?(?:renewed|recommissioned|picked up)",
    "renewed": r"renewed|rescued|recommissioned|picked up|greenlit|green-lit|renewal(?: likely| expected)?|coming back|"
    r"returning|revived",
    "cancelled": r"cancell?ed|axed|scrapped|dropped|dumped|binned|canned|not coming back|not returning",
    "ending": r"(?:the )?(?:final|last) season|bowing out",
    "undecided": (
        r"undecided|on the bubble|in limbo|no (?:word|decision|news)(?: yet)?|awaiting (?:word|news|a decision|its fate)|up in "
        r"the air|"
        r"decision pending|too (?:early|soon|close) to (?:say|call|tell)|anyone[’']s guess"
    ),
}
_LOOSE = {
    "renewed": r"saved|safe|back(?= for| again|[.!]|$)|alive",
    "cancelled": r"dead|gone|over|done|finished|no more|toast|history|killed|pulled",
    "ending": r"ending|farewell",
    "undecided": r"pending|tbd|tba|tbc|unknown|waiting|unclear",
}
_ADVERB = r"(?:(?:officially|quietly|finally|already|now|still|almost certainly|probably|likely|all but|also) )*"
_TAIL = (
    r"(?=[.!,;:]|$| [–—(]| (?:on|by|after|for|last|this|at|until|through|with|yesterday|today|early|again|in (?:[A-Z]|\d|the|"
    r"early|late)|"
    r"and (?!un)|[A-Z]\w+day)\b)"
)


def _patterns(words: dict[str, str]) -> tuple[tuple[str, Pattern], ...]:
    return tuple((status, regex(rf"(?P<said>{_ADVERB}(?i:{said})){_TAIL}")) for status, said in words.items())


_BRACKETED = tuple(
    (
        status,
        regex(
            rf"[”’\"\w] \((?P<said>{_ADVERB}(?:{said}))(?: (?:on|in|by|last|this|after|for) [^)]{{2,40}}|, "
            rf"[^)]{{2,40}})?\)"
        ),
    )
    for status, said in _PLAIN.items()
    if status != "undecided"
)
_SURE, _UNSURE = _patterns(_PLAIN), _patterns(_LOOSE)
_OF_FATE = regex(r"(?i)(?:status|verdict|fate|renewal(?: status)?|our (?:call|verdict)|season \w+|series \w+)$")
_ALONE = 4  # words of an entry that has its title in a heading or a cell


@only_for(*(pattern for _, pattern in (*_BRACKETED, *_SURE, *_UNSURE)))
def entries(place: Place, found: Sequence[Found]) -> Iterator[Found]:
    """Find what an entry of a list says of its series, where nothing else was read there."""
    context, text = place.context, place.text
    if not (context.series or context.networks) or any(one.kind == "renewal_status" for one in found):
        return
    for status, pattern in _BRACKETED:
        for said in pattern.finditer(text):
            yield _found(place, status, said.start("said"), said.end() - 1)
    headed = _HEADED.match(text)
    start = headed.end() if headed else 0
    if headed is None and (place.sentence.number == 0 or len(text.split()) > _ALONE):
        return
    named = context.series_pattern
    sure = headed is not None and bool(
        headed["mark"]
        or headed["bracket"]
        or _OF_FATE.match(headed["title"])
        or (named and named.search(headed["title"]) and headed["title"].strip() in context.series)
    )
    for status, pattern in (*_SURE, *(_UNSURE if sure else ())):
        entry = pattern.match(text, start)
        if entry:
            yield _found(place, status, start, len(text) if len(text.split()) < 2 * _ALONE else entry.end())
            return


_CELL_TITLE = regex(rf"[“‘\"«]?(?P<title>{TITLE_NAME}[!?]?)[”’\"»]?")


def fate_rows(place: Place) -> Iterator[Found]:
    """Find what a row of a table of series says of the one in its first cell: title, network, "Renewed"."""
    if place.sentence.block.kind != "row" or "\t" not in place.text:
        return
    first, *cells = place.text.split("\t")
    titled = _CELL_TITLE.fullmatch(first.strip())
    label = _OF_FATE.match(first.strip())
    if titled is None and label is None:
        return
    start = len(first) + 1
    for cell in cells:
        for status, pattern in (*_SURE, *(rule for rule in _UNSURE if rule[0] != "undecided")):  # "TBC" may be a day
            said = pattern.match(cell.strip())
            if said and len(cell.split()) < 2 * _ALONE:
                at = start + len(cell) - len(cell.lstrip())
                told = _found(place, status, at, at + len(cell.strip()))
                yield told if label else replace(told, series=titled["title"] if titled else None, season=season_of(cell))
                return
        start += len(cell) + 1


def _found(place: Place, status: str, start: int, end: int) -> Found:
    extra = {"final": True} if status == "ending" else {}
    if status == "not_renewed":
        return Found("renewal_status", start, end, {"status": "renewed"}, "-", season=season_of(place.text))
    return Found("renewal_status", start, end, {"status": status, **extra}, season=season_of(place.text))
