"""The ledger in schema.org's words, with terms of our own for what it has no word for; it comes back as it went.

An extracted claim is a ``Claim``, never a ``ClaimReview``: that word is kept for what a person here decided about one. What a
claim is about is a node without an id, so that nobody who merges nodes takes what one article says for a fact about the series.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from cliffhanger.claims.claim import Claim, Subject
from cliffhanger.claims.read_back import PIECE, REVIEW, bad, claim_in, number_in, object_in, read_as
from cliffhanger.claims.recorded import Exported, NamedSubject, Piece, Recorded, Review

CONTEXT = [
    "https://schema.org",
    {
        "@version": 1.1,
        "cliffhanger": "urn:cliffhanger:terms:",
        "claimKind": "cliffhanger:kind",
        "claimedValue": {"@id": "cliffhanger:value", "@type": "@json"},
        "correctedAbout": "cliffhanger:correctedAbout",
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
_PERSONS = {"talent", "unnamed_source"}
_IN_THE_CAST = {None, "returning", "joining", "guest"}


def to_jsonld(exported: Exported) -> str:
    """Write claims in schema.org's words, with terms of our own for what it has no word for."""
    pieces = {one.piece.id: one.piece for one in exported.claims}
    graph = [_article_node(piece) for piece in (*pieces.values(), *exported.silent)]
    graph += [_claim_node(one) for one in exported.claims]
    graph += [_review_node(one, review) for one in exported.claims for review in one.reviews]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, allow_nan=False, indent=1)


def from_jsonld(text: str) -> Exported:
    """Read what ``to_jsonld`` wrote; other JSON-LD with the same meaning is not understood.

    Raises
    ------
    InputError
        When it is not what it should be; names the node.
    """
    graph = object_in("the file", text).get("@graph")
    if not isinstance(graph, list) or not all(isinstance(node, dict) for node in graph):
        raise bad("the file", "it has no list of nodes under @graph")
    pieces = {place: read_as(PIECE, _piece_plain(node), place, "article") for place, node in _typed(graph, "NewsArticle")}
    reviews: dict[str, list[Review]] = {}
    for place, node in _typed(graph, "ClaimReview"):
        reviews.setdefault(_id_in(node, "itemReviewed"), []).append(read_as(REVIEW, _review_plain(node), place, "review"))
    found: dict[str, Recorded] = {}
    for place, node in _typed(graph, "Claim"):
        piece = pieces.get(_id_in(node, "appearance"))
        if piece is None:
            raise bad(place, "its article is not in the graph")
        claim = claim_in(_claim_plain(node), place)
        row: dict[str, Any] = {"id": node.get("identifier"), "number": node.get("position"), "piece": piece.id}
        number = number_in(row, place)
        if row["id"] in found:
            raise bad(place, "a second claim of that id")
        found[row["id"]] = Recorded(row["id"], number, claim, piece, tuple(reviews.pop(place, ())))
    if reviews:
        raise bad(min(reviews), "a review of it, but no such claim in the graph")
    return Exported.of(found.values(), pieces.values())


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
    return {
        "kind": node.get("claimKind"),
        "subject": _subject_plain(node, "about"),
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
    node = _subject_node(claim.subject)
    if node is None:
        return None
    asserted = claim.polarity == "+" and claim.standing in {"official", "reported"}
    return _without_nulls(node | (_said_of_it(claim) if asserted else {}))


def _subject_node(subject: Subject | NamedSubject) -> dict[str, Any] | None:
    if subject.season is None:
        return _named("TVSeries", subject.series)
    named = _named("TVSeries", subject.series)
    return _without_nulls({"@type": "TVSeason", "seasonNumber": subject.season, "partOfSeries": named})


def _subject_plain(node: dict[str, Any], key: str) -> dict[str, Any]:
    about = node.get(key, {})
    season = about.get("seasonNumber") if isinstance(about, dict) else None
    series = _name_in({key: about}, key) if season is None else _name_in(about, "partOfSeries")
    return {"series": series, "season": season}


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
        "correctedAbout": _subject_node(review.subject) if review.subject else None,
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
        "subject": _subject_plain(node, "correctedAbout") if "correctedAbout" in node else None,
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
