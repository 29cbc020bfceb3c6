"""What people say that carries nothing typed: quoted, reported or refused."""

from __future__ import annotations

from collections.abc import Iterator

from cliffhanger.claims.claim import Attribution
from cliffhanger.claims.context import season_of
from cliffhanger.claims.found import Found, Place
from cliffhanger.claims.names import FULL_NAME, ONE_NAME, TITLE_NAME, trimmed
from cliffhanger.claims.patterns import regex, search
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
    r"(?P<ends>\b(?:[Tt]he |[Hh]er |[Hh]is |[Tt]heir )?(?:contract|option|lease|licen[cs]e)s?\b[^.;?!]{0,40}\b(?:runs? out|"
    r"expires?|"
    r"lapses?|ends?)\b[^.;?!]{0,40})"
)


def statements(place: Place, typed: list[Found]) -> Iterator[Found]:
    """Find words of a speaker that carry nothing typed, and refusals to comment; ``typed`` is what else the sentence told."""
    refused = _refusal(place, typed)
    if refused:
        yield refused
        return
    quoted = list(_quoted(place, typed))
    yield from quoted
    if not quoted:
        yield from _related(place, typed)
    yield from _bound(place, typed)


def _refusal(place: Place, typed: list[Found]) -> Found | None:
    declined = _DECLINED.search(place.text)
    if declined is None or any(found.kind in {"statement", "renewal_status"} for found in typed):
        return None
    who = trimmed(declined["who"].strip())[0]
    value = {"gist": declined[0].strip(), "by": who}
    by = Attribution("network_or_studio", who)
    return Found("statement", declined.start(), declined.end(), value, standing="official", by=by)


def _quoted(place: Place, typed: list[Found]) -> Iterator[Found]:
    """The first stretch of quoted words in which nothing typed stands, on the word of whoever speaks."""
    text = place.text
    speaker = speaker_of(place)
    if speaker is None or not speaks_for_itself(place, speaker):
        return
    for start, end in place.sentence.quoted:
        words = text[start:end].strip(" ,.")
        if place.context.is_series(words):
            continue
        felt = search(r"(?i)\b(?:said|says|called|described)\b[^“\"”]{0,40}$", text[:start]) is not None
        if len(words.split()) < (1 if felt else 3) or _told_within(typed, start, end):
            continue
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


def _related(place: Place, typed: list[Found]) -> Iterator[Found]:
    """What somebody is said to have said, when nothing typed stands in it."""
    said = related(place)
    if said is None or _told_within(typed, said.start, said.end):
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


def _bound(place: Place, typed: list[Found]) -> Iterator[Found]:
    """Who holds rights, and whom a contract binds until when."""
    found = _BOUND.search(place.text)
    part = "bound" if found and found["bound"] else "ends"
    if found and not _told_within(typed, *found.span(part)):
        yield Found("statement", *found.span(part), {"gist": found[0].strip()}, season=season_of(place.text))


def _told_within(typed: list[Found], start: int, end: int) -> bool:
    return any(found.start < end and start < found.end and found.kind != "crew_role" for found in typed)
