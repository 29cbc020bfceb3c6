"""How firm a claim is by the words around it and by what the rules make of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cliffhanger.claims.claim import Attribution, Claim
from cliffhanger.claims.likely.features import Told, of_claims
from cliffhanger.claims.likely.linear import kept, vocabulary

_FIRMNESS: dict[str, int] = {"official": 4, "reported": 3, "rumour": 2, "speculation": 1}  # a denial is for the rules to say


def reweighed(claims: Sequence[tuple[Claim, Told]]) -> list[Claim]:
    """Return claims with the likeliest standing, as far as words alone may say it.

    They may weaken what the rules say, and make official what is reported, but for a renewal or an end; a rumour or a guess stays
    no more than that. Whose word it is stays as well, but that a rumour is nobody's.
    """
    if not claims:
        return []
    model = kept("standings")
    likeliest = model.chances(of_claims([told for _, told in claims], vocabulary())).argmax(axis=1)
    return [_as_firm(claim, model.labels[at]) for (claim, _), at in zip(claims, likeliest.tolist(), strict=True)]


def _as_firm(claim: Claim, likeliest: Any) -> Claim:
    standing = claim.standing
    if standing not in _FIRMNESS or likeliest not in _FIRMNESS:
        return claim
    may_be_firmer = likeliest == "official" and standing == "reported" and claim.kind != "renewal_status"
    if _FIRMNESS[likeliest] >= _FIRMNESS[standing] and not may_be_firmer:
        return claim
    nobodys = likeliest == "rumour" and claim.attribution.type not in {"unnamed_source", "fans"}
    return replace(claim, standing=likeliest, attribution=Attribution("unnamed_source") if nobodys else claim.attribution)
