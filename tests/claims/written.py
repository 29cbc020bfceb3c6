"""Articles and claims made in a test."""

from __future__ import annotations

import datetime as dt

from cliffhanger.claims.claim import Claim
from cliffhanger.claims.grammar import read
from cliffhanger.sources.articles.page import article

DAY = dt.date(2024, 6, 18)  # a Tuesday


HEADLINE = "Notes on television\n\n"
LEAD = (
    "“Harbor Nine” had its second season on Vela, where the drama about a port found a loyal crowd. "
    "Maya Lin plays Rosa and Tom Hale plays Ned. Vela shows the drama each week.\n\n"
)


def claims_in(text: str, *, outlet: str = "The Paper", published: dt.date | None = DAY, kind: str | None = None) -> list[Claim]:
    """The claims of a text under a headline that says nothing."""
    found = read(article(f"{HEADLINE}{text}\n", name="a1", outlet=outlet, published=published))
    return [claim for claim in found if kind in {None, claim.kind}]


def told_after_lead(text: str, kind: str) -> list[Claim]:
    """The claims of a kind that a text makes below a paragraph on a series with a home and a cast."""
    return [claim for claim in claims_in(LEAD + text, kind=kind) if claim.quote.start >= len(HEADLINE + LEAD)]


def statuses(text: str, **given: object) -> list[tuple[str, str, str]]:
    """Status, polarity and standing of each claim on renewal."""
    return [(c.value["status"], c.polarity, c.standing) for c in claims_in(text, kind="renewal_status", **given)]  # type: ignore[arg-type]
