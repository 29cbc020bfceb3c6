"""Reading an article as the product does: by the rules of the grammar and the classifiers beside them.

No language model is asked; equal articles give equal claims.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cliffhanger.claims import grammar
from cliffhanger.claims.article import Article
from cliffhanger.claims.claim import Claim
from cliffhanger.claims.likely.judge import Judge


def read(article: Article, known_series: Sequence[str] = (), *, between: Callable[[], None] = grammar.nothing) -> list[Claim]:
    """Return the claims of an article in the order of their quotes; ``known_series`` are names that are on file already.

    Every quote lies within one sentence of the visible text and is given by code points of the raw file. ``between`` is called
    between sentences, rules and claims: what it raises ends the reading.
    """
    return grammar.read(article, known_series, judge_of=Judge, between=between)
