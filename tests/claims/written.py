"""Articles and claims made in a test."""

from __future__ import annotations

import datetime as dt

from cliffhanger.claims.claim import Claim
from cliffhanger.claims.grammar import read
from cliffhanger.sources.articles.page import article

DAY = dt.date(2024, 6, 18)  # a Tuesday


def claims_in(text: str, *, outlet: str = "The Paper", published: dt.date | None = DAY, kind: str | None = None) -> list[Claim]:
    """The claims of a text under a headline that says nothing."""
    found = read(article(f"Notes on television\n\n{text}\n", name="a1", outlet=outlet, published=published))
    return [claim for claim in found if kind in {None, claim.kind}]


def statuses(text: str, **given: object) -> list[tuple[str, str, str]]:
    """Status, polarity and standing of each claim on renewal."""
    return [(c.value["status"], c.polarity, c.standing) for c in claims_in(text, kind="renewal_status", **given)]  # type: ignore[arg-type]
