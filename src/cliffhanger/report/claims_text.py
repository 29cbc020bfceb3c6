"""Claims as lines of text: what was read in an article, and a claim in a few words."""

from __future__ import annotations

import textwrap
from typing import Any

from cliffhanger.claims.claim import Claim, Subject, as_read
from cliffhanger.claims.recorded import NamedSubject, Piece, Recorded, Review
from cliffhanger.claims.values import fault_of_types
from cliffhanger.report.notation import clean_text

_TITLE = 90  # characters of a title in a listing
READ_WELL = "en"  # other languages are read all the same, with the rules of this one
KINDS = {
    "renewal_status": "renewal",
    "release_date": "release",
    "cast_role": "cast",
    "crew_role": "crew",
    "production_status": "production",
    "viewership": "viewing",
    "episode_count": "episodes",
    "trailer_status": "trailer",
    "plot_expectation": "plot",
    "announcement_date": "announced",
    "source_material": "source",
    "open_question": "open question",
}
# The kind of claim that says how the value of a slot is worded; where it is not here, they have one name.
_KIND_OF = {
    "renewal": "renewal_status",
    "release": "release_date",
    "episodes": "episode_count",
    "production": "production_status",
    "cast": "cast_role",
    "crew": "crew_role",
    "trailer": "trailer_status",
    "plot": "plot_expectation",
    "source": "source_material",
    "announced": "announcement_date",
    "status": "renewal_status",
}
_ON_WHOSE_WORD = {
    "network_or_studio": "the owner",
    "talent": "talent",
    "named_outlet": "another outlet",
    "measurement_firm": "a measuring firm",
    "score_aggregator": "a score site",
    "unnamed_source": "unnamed sources",
    "fans": "fans",
    "outlet": "the outlet itself",
}


def kind_words(kind: str) -> str:
    """Name a kind of claim as readers do."""
    return KINDS.get(kind, kind)


def word_of(claim: Claim) -> str:
    """Say on whose word a claim is: a name, or the sort of source where none is given."""
    return claim.attribution.name or _ON_WHOSE_WORD[claim.attribution.type]


def value_words(kind: str, value: dict[str, Any]) -> str:
    """Say a claim's value in a few words; an open or whole window is written as it was understood."""
    words = _PLAIN.get(kind)
    said = words(value) if words else _listed(value)
    window = value.get("window")
    if kind != "release_date" and isinstance(window, dict):
        said += f" ({window_words(window)})"
    return said


def said_words(slot: str, value: dict[str, Any], polarity: str) -> str:
    """Say the value of a slot in a few words; one that is not so as such."""
    said = value_words(_KIND_OF.get(slot, slot), value)
    return f"not {said}" if polarity == "-" else said


def window_words(window: dict[str, Any]) -> str:
    """Write a window of days: one day, from .. to, from .. on, until ..; a month as a month."""
    first, last = window.get("start"), window.get("end")
    if first == last and first:
        return str(first)
    if window.get("precision") == "month" and first:
        return str(first)[:7]
    if window.get("precision") == "year" and first:
        return str(first)[:4]
    if first and last:
        return f"{first} to {last}"
    return f"{first} or later" if first else f"until {last}"


def _release(value: dict[str, Any]) -> str:
    if value.get("announced") is False:
        return "no date announced"
    window = value.get("window")
    what = f"{value['what']} " if value.get("what") else ""
    return what + (window_words(window) if isinstance(window, dict) else _listed(value))


def _announced(value: dict[str, Any]) -> str:
    return str(value.get("what", "announcement")).replace("_", " ")


def _person(value: dict[str, Any]) -> str:
    who = str(value.get("actor") or value.get("person"))
    role = value.get("character") or value.get("role")
    state = f", {value['st']}" if value.get("st") else ""
    return f"{who} as {role}{state}" if role else f"{who}{state}"


def _status(value: dict[str, Any]) -> str:
    chance = f", {100 * float(value['p']):.0f} %" if "p" in value else ""
    return f"{str(value.get('status', '')).replace('_', ' ')}{chance}"


def _count(value: dict[str, Any]) -> str:
    number = value.get("n", value.get("amount"))
    sign = {"over": "more than ", "under": "less than ", "about": "about "}.get(str(value.get("cmp")), "")
    rest = [str(value[key]).replace("_", " ") for key in ("currency", "metric", "period", "territory") if value.get(key)]
    per = f"per {value['per']}" if value.get("per") else ""
    shown = f"{number:,}" if isinstance(number, int | float) else "started" if value.get("exists") else ""
    return " ".join(part for part in (sign + shown, *rest, per) if part)


def _score(value: dict[str, Any]) -> str:
    site = value.get("site") if value.get("site") not in {None, "unknown"} else ""
    misread = f" (the article also writes {value['misread']}, which it is not)" if value.get("misread") else ""
    return f"{value.get('raw') or value.get('level')} {value.get('who', '')} {site}".rstrip() + misread


def _listed(value: dict[str, Any]) -> str:
    shown = (
        f"{key} {item}" if key not in {"gist", "name", "place", "tag", "status"} else str(item)
        for key, item in value.items()
        if key != "window"
    )
    return ", ".join(shown)


_PLAIN = {
    "release_date": _release,
    "announcement_date": _announced,
    "cast_role": _person,
    "crew_role": _person,
    "renewal_status": _status,
    "production_status": _status,
    "trailer_status": _status,
    "episode_count": _count,
    "viewership": _count,
    "petition": _count,
    "budget": _count,
    "score": _score,
}


def recorded_line(recorded: Recorded) -> str:
    """Write one claim of the ledger on one line: its id, its article's day and outlet, what it says, and what people decided."""
    language = recorded.piece.language
    foreign = f" | in language {language}" if language not in {None, READ_WELL} else ""
    said = "".join(f" [{_decided_words(recorded.claim, review)}: {review.why}]" for review in recorded.reviews)
    where = f"{_day_words(recorded.piece)}, {recorded.piece.outlet}" if recorded.piece.outlet else _day_words(recorded.piece)
    return clean_text(f"{recorded.id} | {where} | {claim_line(recorded.claim)}{foreign}{said}")


def claim_line(claim: Claim) -> str:
    """Write one claim on one line: kind, what, standing, on whose word, and its quote."""
    sign = "not " if claim.polarity == "-" else ""
    said = f"{kind_words(claim.kind)}: {sign}{value_words(claim.kind, claim.value)}"
    reader = f" | read by {claim.extractor}" if claim.extractor else ""
    return (
        f"{_subject_words(claim.subject)} | {said} | {claim.standing}, {word_of(claim)} | “{as_read(claim.quote.text)}”{reader}"
    )


def _subject_words(subject: Subject | NamedSubject) -> str:
    season = f" S{subject.season}" if subject.season else ""
    return f"{subject.series or '(no series named)'}{season}"


def _decided_words(claim: Claim, review: Review) -> str:
    """Say what a person decided, and of a correction what is right; a value that has not the form of its kind is not shown."""
    right = [_subject_words(review.subject)] if review.subject else []
    if review.value is not None and fault_of_types(claim.kind, review.value) is None:
        right.append(value_words(claim.kind, review.value))
    return f"{review.verdict} by {review.who}" + (f" to {', '.join(right)}" if right else "")


def article_line(piece: Piece) -> str:
    """Write one article on one line: id, day, outlet, language and title, with what nobody says as such."""
    language = f"language {piece.language}" if piece.language else "language not noted"
    title = f" | {textwrap.shorten(piece.title, _TITLE, placeholder=' …')}" if piece.title else ""
    return clean_text(f"{piece.id} | {_day_words(piece)} | {piece.outlet or 'outlet not told'} | {language}{title}")


def _day_words(piece: Piece) -> str:
    return piece.published.isoformat() if piece.published else f"read on {piece.read_on.isoformat()}, day not told"
