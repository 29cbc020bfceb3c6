"""An owner's "no": that there will be no further season decides it, while that none was ordered leaves it open."""

from __future__ import annotations

import re
from dataclasses import replace

from cliffhanger.claims.claim import as_read
from cliffhanger.claims.recorded import Recorded
from cliffhanger.claims.tiers import NAMING_OWNER

_WILL_NOT = re.compile(
    r"(?i)\b(?:(?:will|would|shall) (?:not|never|be no)|(?:wo|would)n[’']t|(?:is|are) not (?:making|being)|isn[’']t being|"
    r"(?:decided|opted|chosen|chose) (?:not to|against)|no intention of)\b"
)
_OPEN = re.compile(
    r"(?i)\b(?:yet|for now|at this (?:stage|time|point)|next year|this year|plan(?:s|ned)?|"
    r"(?:not|n[’']t|never) (?:say|comment|confirm|discuss|decide|rule|speculate|announce|reveal))\b"
)


def refused(one: Recorded, weight: float) -> Recorded:
    """Return a claim as the decision takes it: an owner's word that a season will not be is a cancellation; others stay.

    ``weight`` is the claim's tier; a word that only another outlet puts in the owner's mouth without its page or speech decides
    nothing here.
    """
    claim = one.claim
    owners = claim.attribution.type == "network_or_studio" and claim.standing != "denied" and weight >= NAMING_OWNER
    if claim.kind != "renewal_status" or claim.polarity == "+" or claim.value.get("status") != "renewed" or not owners:
        return one
    words = as_read(claim.quote.text)
    if not _WILL_NOT.search(words) or _OPEN.search(words):
        return one
    return replace(one, claim=replace(claim, value={**claim.value, "status": "cancelled"}, polarity="+"))
