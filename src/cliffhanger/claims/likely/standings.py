"""How firm a claim is by the words around it and by what the rules make of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cliffhanger.claims.claim import Attribution, Claim
from cliffhanger.claims.likely.features import Told, of_claims
from cliffhanger.claims.likely.linear import kept, vocabulary

_OFFICIALLY_RENEWED = 0.8  # the chance of "official" from which on a renewal is: nothing else is believed at once and so dearly
_FIRMNESS: dict[str, int] = {"official": 4, "reported": 3, "rumour": 2, "speculation": 1}  # a denial is for the rules to say


def reweighed(claims: Sequence[tuple[Claim, Told]]) -> list[Claim]:
    """Return claims with the likeliest standing, as far as words alone may say it.

    They may weaken what the rules say, and make official what is reported, but for a renewal or an end; a rumour or a guess stays
    no more than that. A renewal is reported where words are not sure that it is official. Whose word it is stays as well, but
    that a rumour is nobody's.
    """
    if not claims:
        return []
    model = kept("standings")
    chances = model.chances(of_claims([told for _, told in claims], vocabulary()))
    told = zip(claims, chances.argmax(axis=1).tolist(), chances[:, model.labels.index("official")].tolist(), strict=True)
    return [_as_firm(claim, model.labels[at], official) for (claim, _), at, official in told]


def _as_firm(claim: Claim, likeliest: Any, official: float) -> Claim:
    standing = claim.standing
    if likeliest == "official" and official < _OFFICIALLY_RENEWED and _renews(claim):
        likeliest = "reported"
    if standing not in _FIRMNESS or likeliest not in _FIRMNESS:
        return claim
    may_be_firmer = likeliest == "official" and standing == "reported" and claim.kind != "renewal_status"
    if _FIRMNESS[likeliest] >= _FIRMNESS[standing] and not may_be_firmer:
        return claim
    nobodys = likeliest == "rumour" and claim.attribution.type not in {"unnamed_source", "fans"}
    return replace(claim, standing=likeliest, attribution=Attribution("unnamed_source") if nobodys else claim.attribution)


def _renews(claim: Claim) -> bool:
    return claim.kind == "renewal_status" and claim.value.get("status") == "renewed" and claim.polarity == "+"
