"""How firm a claim is by the words around it and by what the rules make of it."""

from __future__ import annotations

from typing import Any

from cliffhanger.claims.claim import Attribution, Standing
from cliffhanger.claims.likely.linear import kept
from cliffhanger.claims.likely.sentence import Words

_FIRMNESS: dict[str, int] = {"official": 4, "reported": 3, "rumour": 2, "speculation": 1}  # a denial is for the rules to say


def reweighed(words: Words, kind: str, span: tuple[int, int], told: tuple[Standing, Attribution]) -> tuple[Standing, Attribution]:
    """Return the likeliest standing, as far as words alone may say it.

    They may weaken what the rules say, and make official what is reported, but for a renewal or an end; a rumour or a guess stays
    no more than that. Whose word it is stays as well, but that a rumour is nobody's.
    """
    standing, by = told
    model = kept("standings")
    if standing not in _FIRMNESS:
        return told
    likeliest: Any = model.labels[int(model.chances(words.claim(kind, standing, span)).argmax())]
    firmer = _FIRMNESS.get(likeliest, 0) >= _FIRMNESS[standing]
    may_be_firmer = likeliest == "official" and standing == "reported" and kind != "renewal_status"
    if likeliest not in _FIRMNESS or (firmer and not may_be_firmer):
        return told
    nobodys = likeliest == "rumour" and by.type not in {"unnamed_source", "fans"}
    return likeliest, Attribution("unnamed_source") if nobodys else by
