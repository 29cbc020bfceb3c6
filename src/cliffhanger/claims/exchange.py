"""The ledger as text that other programs read: lines of JSON, or schema.org's words. Both come back as they went.

In schema.org's words an extracted claim is a ``Claim``, never a ``ClaimReview``: that word is kept for what a person here
decided about one. What a claim is about is a node without an id, so that nobody who merges nodes takes what one article says
for a fact about the series.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar
from urllib.parse import quote

from pydantic import TypeAdapter, ValidationError

from cliffhanger.claims.claim import Claim
from cliffhanger.claims.recorded import Piece, Recorded, Review
from cliffhanger.claims.values import Fault, fault_of_quote, fault_of_types
from cliffhanger.errors import InputError

FORMAT = "cliffhanger claims"
VERSION, READABLE = 3, (1, 2, 3)  # 1 had no extractor, 2 no language
CONTEXT = [
    "https://schema.org",
    {
        "@version": 1.1,
        "cliffhanger": "urn:cliffhanger:terms:",
        "claimKind": "cliffhanger:kind",
        "claimedValue": {"@id": "cliffhanger:value", "@type": "@json"},
        "correctedValue": {"@id": "cliffhanger:correctedValue", "@type": "@json"},
        "digest": "cliffhanger:digest",
        "extractor": "http://www.w3.org/ns/prov#wasAttributedTo",
        "polarity": "cliffhanger:polarity",
        "quoteEnd": "cliffhanger:quoteEnd",
        "quoteStart": "cliffhanger:quoteStart",
        "readOn": "cliffhanger:readOn",
        "shingles": {"@id": "cliffhanger:shingles", "@container": "@list"},
        "sourceType": "cliffhanger:sourceType",
        "standing": "cliffhanger:standing",
    },
]

_PIECE = TypeAdapter(Piece)
_CLAIM = TypeAdapter(Claim)
_REVIEW = TypeAdapter(Review)
_REVIEWS = TypeAdapter(tuple[Review, ...])
_KEYS = {"claim", "id", "number", "piece", "reviews"}
_PERSONS = {"talent", "unnamed_source"}
_IN_THE_CAST = {None, "returning", "joining", "guest"}

T = TypeVar("T")


def to_json(recorded: Sequence[Recorded]) -> str:
    """Write claims as lines of JSON: what the file is, each article before its first claim, each claim with its reviews.

    Articles without claims are not in it.
    """
    lines: list[dict[str, Any]] = [{"format": FORMAT, "version": VERSION}]
    written: set[str] = set()
    for one in recorded:
        if one.piece.id not in written:
            written.add(one.piece.id)
            lines.append({"piece": _PIECE.dump_python(one.piece, mode="json")})
        lines.append(
            {
                "id": one.id,
                "number": one.number,
                "piece": one.piece.id,
                "claim": _CLAIM.dump_python(one.claim, mode="json"),
                "reviews": _REVIEWS.dump_python(one.reviews, mode="json"),
            }
        )
    return "".join(f"{json.dumps(line, ensure_ascii=False, allow_nan=False)}\n" for line in lines)


def from_json(text: str) -> tuple[Recorded, ...]:
    """Read what ``to_json`` wrote.

    Raises
    ------
    InputError
        When a line is not what it should be; names the line.
    """
    # Not splitlines: a quote may hold characters that count as ends of lines there.
    placed = [(f"line {number}", line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not placed:
        raise _bad("line 1", "the file is empty")
    _check_head(*placed[0])
    pieces: dict[str, Piece] = {}
    found: dict[str, Recorded] = {}
    for place, line in placed[1:]:
        row = _object(place, line)
        if set(row) == {"piece"}:
            piece = _read(_PIECE, row["piece"], place, "piece")
            if pieces.setdefault(piece.id, piece) is not piece:
                raise _bad(place, f'a second article "{piece.id}"')
        else:
            one = _recorded(row, pieces, place)
            if found.setdefault(one.id, one) is not one:
                raise _bad(place, f'a second claim "{one.id}"')
    return tuple(found.values())


def to_jsonld(recorded: Sequence[Recorded]) -> str:
    """Write claims in schema.org's words, with terms of our own for what it has no word for."""
    pieces = {one.piece.id: one.piece for one in recorded}
    graph = [_article_node(piece) for piece in pieces.values()]
    graph += [_claim_node(one) for one in recorded]
    graph += [_review_node(one, review) for one in recorded for review in one.reviews]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, allow_nan=False, indent=1)


def from_jsonld(text: str) -> tuple[Recorded, ...]:
    """Read what ``to_jsonld`` wrote; other JSON-LD with the same meaning is not understood.

    Raises
    ------
    InputError
        When it is not what it should be; names the node.
    """
    graph = _object("the file", text).get("@graph")
    if not isinstance(graph, list) or not all(isinstance(node, dict) for node in graph):
        raise _bad("the file", "it has no list of nodes under @graph")
    pieces = {place: _read(_PIECE, _piece_plain(node), place, "article") for place, node in _typed(graph, "NewsArticle")}
    reviews: dict[str, list[Review]] = {}
    for place, node in _typed(graph, "ClaimReview"):
        reviews.setdefault(_id_in(node, "itemReviewed"), []).append(_read(_REVIEW, _review_plain(node), place, "review"))
    found: dict[str, Recorded] = {}
    for place, node in _typed(graph, "Claim"):
        piece = pieces.get(_id_in(node, "appearance"))
        if piece is None:
            raise _bad(place, "its article is not in the graph")
        claim = _claim(_claim_plain(node), place)
        row: dict[str, Any] = {"id": node.get("identifier"), "number": node.get("position"), "piece": piece.id}
        number = _number(row, place)
        if row["id"] in found:
            raise _bad(place, "a second claim of that id")
        found[row["id"]] = Recorded(row["id"], number, claim, piece, _typed_reviews(claim, reviews.pop(place, ()), place))
    if reviews:
        raise _bad(min(reviews), "a review of it, but no such claim in the graph")
    return tuple(found.values())


# Lines of JSON


def _check_head(place: str, line: str) -> None:
    head = _object(place, line)
    if head.get("format") != FORMAT:
        raise _bad(place, f'it does not say "format": "{FORMAT}"')
    if head.get("version") not in READABLE:
        problem = f"version {head.get('version')!r}, and only {READABLE[0]} to {READABLE[-1]} are known here"
        raise _bad(place, problem, remedy="Update cliffhanger, or export again")


def _recorded(row: dict[str, Any], pieces: dict[str, Piece], place: str) -> Recorded:
    if set(row) != _KEYS:
        given = ", ".join(sorted(row)) or "none"
        raise _bad(place, f"its keys are {given}; allowed: {', '.join(sorted(_KEYS))}, or piece alone")
    if not isinstance(row["piece"], str) or row["piece"] not in pieces:
        raise _bad(place, f"article {row['piece']!r} does not come before it")
    number = _number(row, place)
    claim = _claim(row["claim"], place)
    reviews = _read(_REVIEWS, row["reviews"], place, "reviews")
    return Recorded(row["id"], number, claim, pieces[row["piece"]], _typed_reviews(claim, reviews, place))


def _number(row: dict[str, Any], place: str) -> int:
    number = row["number"]
    if type(number) is not int or number < 1:
        raise _bad(place, f"number is {number!r}, not a whole number from 1")
    if row["id"] != f"{row['piece']}#{number}":
        raise _bad(place, f"id is {row['id']!r}, not {row['piece']}#{number}")
    return number


# Nodes of schema.org


def _article_node(piece: Piece) -> dict[str, Any]:
    node: dict[str, Any] = {
        "@type": "NewsArticle",
        "@id": _piece_id(piece),
        "identifier": piece.id,
        "headline": piece.title,
        "publisher": _named("Organization", piece.outlet),
        "datePublished": piece.published and piece.published.isoformat(),
        "inLanguage": piece.language,
        "isBasedOn": piece.origin,
        "digest": piece.digest,
        "readOn": piece.read_on.isoformat(),
        # As text: numbers of JSON-LD are floating.
        "shingles": [str(shingle) for shingle in piece.shingles],
    }
    return _without_nulls(node)


def _piece_plain(node: dict[str, Any]) -> dict[str, Any]:
    shingles = node.get("shingles")
    whole = isinstance(shingles, list) and all(isinstance(one, str) and re.fullmatch(r"-?[0-9]{1,99}", one) for one in shingles)
    return {
        "id": node.get("identifier"),
        "digest": node.get("digest"),
        "outlet": _name_in(node, "publisher"),
        "published": node.get("datePublished"),
        "title": node.get("headline"),
        "origin": node.get("isBasedOn"),
        "language": node.get("inLanguage"),
        "read_on": node.get("readOn"),
        "shingles": [int(one) for one in shingles or ()] if whole else shingles,
    }


def _claim_node(one: Recorded) -> dict[str, Any]:
    claim, source = one.claim, one.claim.attribution
    node: dict[str, Any] = {
        "@type": "Claim",
        "@id": _claim_id(one),
        "identifier": one.id,
        "position": one.number,
        "text": claim.quote.text,
        "appearance": {"@id": _piece_id(one.piece)},
        "about": _about(claim),
        "author": _named("Person" if source.type in _PERSONS else "Organization", source.name),
        "dateCreated": claim.said_at and claim.said_at.isoformat(),
        "claimKind": claim.kind,
        "claimedValue": claim.value,
        "polarity": claim.polarity,
        "standing": claim.standing,
        "sourceType": source.type,
        "quoteStart": claim.quote.start,
        "quoteEnd": claim.quote.end,
        "extractor": claim.extractor,
    }
    return _without_nulls(node)


def _claim_plain(node: dict[str, Any]) -> dict[str, Any]:
    about = node.get("about", {})
    season = about.get("seasonNumber") if isinstance(about, dict) else None
    series = _name_in({"about": about}, "about") if season is None else _name_in(about, "partOfSeries")
    return {
        "kind": node.get("claimKind"),
        "subject": {"series": series, "season": season},
        "value": node.get("claimedValue"),
        "polarity": node.get("polarity"),
        "standing": node.get("standing"),
        "attribution": {"type": node.get("sourceType"), "name": _name_in(node, "author")},
        "quote": {"start": node.get("quoteStart"), "end": node.get("quoteEnd"), "text": node.get("text")},
        "said_at": node.get("dateCreated"),
        "extractor": node.get("extractor"),
    }


def _about(claim: Claim) -> dict[str, Any] | None:
    """Return what a claim is about, as it says it is; nothing of what it denies, doubts or merely hears."""
    series, season = claim.subject.series, claim.subject.season
    if season is not None:
        node: dict[str, Any] = {"@type": "TVSeason", "seasonNumber": season, "partOfSeries": _named("TVSeries", series)}
    elif series is not None:
        node = {"@type": "TVSeries", "name": series}
    else:
        return None
    asserted = claim.polarity == "+" and claim.standing in {"official", "reported"}
    return _without_nulls(node | (_said_of_it(claim) if asserted else {}))


def _said_of_it(claim: Claim) -> dict[str, Any]:
    """Say it in schema.org's words where it has any: episodes, a first day, an actor, a trailer."""
    value = claim.value
    if claim.kind == "episode_count" and isinstance(value.get("n"), int):
        return {"numberOfEpisodes": value["n"]}
    window = value.get("window")
    if claim.kind == "release_date" and value.get("what") is None and isinstance(window, dict):
        return {"startDate": window.get("edtf") if window.get("precision") in {"day", "month", "year"} else None}
    if claim.kind == "cast_role" and isinstance(value.get("actor"), str) and value.get("st") in _IN_THE_CAST:
        role = {"@type": "PerformanceRole", "actor": _named("Person", value["actor"]), "characterName": value.get("character")}
        return {"actor": _without_nulls(role)}
    if claim.kind == "trailer_status" and value.get("status") == "released":
        return {"trailer": {"@type": "VideoObject"}}
    return {}


def _review_node(one: Recorded, review: Review) -> dict[str, Any]:
    node: dict[str, Any] = {
        "@type": "ClaimReview",
        "itemReviewed": {"@id": _claim_id(one)},
        "claimReviewed": one.claim.quote.text,
        "author": _named("Person", review.who),
        "datePublished": review.on.isoformat(),
        "reviewBody": review.why,
        "reviewRating": {"@type": "Rating", "alternateName": review.verdict},
        "correctedValue": review.value,
    }
    return _without_nulls(node)


def _review_plain(node: dict[str, Any]) -> dict[str, Any]:
    rating = node.get("reviewRating")
    return {
        "verdict": rating.get("alternateName") if isinstance(rating, dict) else None,
        "who": _name_in(node, "author"),
        "why": node.get("reviewBody"),
        "on": node.get("datePublished"),
        "value": node.get("correctedValue"),
    }


def _piece_id(piece: Piece) -> str:
    return f"urn:cliffhanger:piece:{quote(piece.id, safe='')}"


def _claim_id(one: Recorded) -> str:
    return f"urn:cliffhanger:claim:{quote(one.id, safe='')}"


def _named(kind: str, name: str | None) -> dict[str, Any] | None:
    return None if name is None else {"@type": kind, "name": name}


def _without_nulls(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value is not None}


def _name_in(node: dict[str, Any], key: str) -> Any:
    inner = node.get(key)
    return inner.get("name") if isinstance(inner, dict) else inner


def _id_in(node: dict[str, Any], key: str) -> str:
    inner = node.get(key)
    return str(inner.get("@id")) if isinstance(inner, dict) else ""


def _typed(graph: Sequence[dict[str, Any]], kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, node in enumerate(graph, 1):
        if node.get("@type") == kind:
            yield str(node.get("@id", f"{kind}, node {number}")), node


# Reading either


def _object(place: str, text: str) -> dict[str, Any]:
    try:
        row = json.loads(text, parse_constant=_finite, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise _bad(place, f"no JSON ({error})") from error
    if not isinstance(row, dict):
        raise _bad(place, "no JSON object")
    return row


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits} is no number")
    return number


def _read(adapter: TypeAdapter[T], plain: Any, place: str, what: str) -> T:
    try:
        return adapter.validate_json(json.dumps(plain), strict=True, extra="forbid")
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join([what, *(str(part) for part in first["loc"])])
        raise _bad(place, f"{key}: {first['msg']}") from error


def _claim(plain: Any, place: str) -> Claim:
    claim = _read(_CLAIM, plain, place, "claim")
    _refuse(fault_of_quote(claim.quote) or fault_of_types(claim.kind, claim.value), place)
    return claim


def _typed_reviews(claim: Claim, reviews: Sequence[Review], place: str) -> tuple[Review, ...]:
    for review in reviews:
        _refuse(fault_of_types(claim.kind, review.value or {}), place)
    return tuple(reviews)


def _refuse(fault: Fault | None, place: str) -> None:
    if fault is not None:
        raise _bad(place, fault.problem, remedy=fault.right)


def _bad(place: str, problem: str, *, remedy: str = "Export the ledger again") -> InputError:
    return InputError(problem, place=place, remedy=remedy)
