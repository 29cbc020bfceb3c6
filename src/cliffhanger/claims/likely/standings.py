"""How firm a claim is by the words around it and by what the rules make of it."""

from __future__ import annotations

from cliffhanger.claims.claim import Attribution, Standing
from cliffhanger.claims.likely.linear import kept
from cliffhanger.claims.likely.sentence import Words

_BY_RULE = frozenset({"denied"})  # that somebody rejects a thing is told by how sentences follow one another


def reweighed(words: Words, kind: str, span: tuple[int, int], told: tuple[Standing, Attribution]) -> tuple[Standing, Attribution]:
    """Return the likeliest standing; whose word it is stays, but for a rumour's, which is nobody's by name."""
    standing, by = told
    if standing in _BY_RULE:
        return told
    model = kept("standings")
    likeliest = model.labels[int(model.chances(words.claim(kind, standing, span)).argmax())]
    if likeliest == standing or likeliest in _BY_RULE or (likeliest == "official" and kind == "renewal_status"):
        return told  # that a series is renewed or cancelled on the owner's word, only a rule may say
    if likeliest == "rumour":
        return "rumour", by if by.type in {"unnamed_source", "fans"} else Attribution("unnamed_source")
    if by.type == "unnamed_source":
        by = Attribution("outlet", words.context.article.outlet)
    return likeliest, by  # type: ignore[return-value]
