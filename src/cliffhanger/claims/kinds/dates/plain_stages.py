"""How far the making is, in plain words that the other rules leave: read after them."""

from __future__ import annotations

import re

from cliffhanger.claims.patterns import Pattern, regex

_SEASON = r"(?:season|series|run|instal+ment|chapter|episodes|batch|special|show|drama|comedy)"
_WHICH = r"(?:the |its |their |our )?(?:(?:first|second|third|fourth|fifth|sixth|new|next|final|last|latest|coming|upcoming) )*"

PLAIN_STAGES: tuple[tuple[str, str, Pattern], ...] = tuple(
    (status, "+", regex(pattern, re.IGNORECASE))
    for status, pattern in (
        (
            "delayed",
            (
                r"\b(?:an?|two|three|four|several|some) (?:fortnight|days?|weeks?|months?) (?:later than|behind) (?:planned|"
                r"schedule|expected)\b"
            ),
        ),
        (
            "halted",
            (
                r"\b(?:(?:\w+-)?(?:day|week|month|fortnight)(?:-long)?|brief|short|temporary|forced) (?:shutdown|stoppage|pause|"
                r"halt|suspension)\b"
            ),
        ),
        (
            "halted",
            (
                r"\b(?:shoot|shooting|filming|production) (?:was|were|has been|had to be|is) (?:cut short|broken off|abandoned|"
                r"called off)\b"
            ),
        ),
        (
            "writing",
            (r"\bwork on the (?:scripts?|screenplays?|writing) (?:has |had )?(?:started|begun|began|is (?:\w+ )?under ?way)\b"),
        ),
        (
            "filming",
            (
                r"\b(?:filming|shooting)(?: (?:for|of|on) [^.;?!,]{2,40}?)? (?:takes|is taking|was taking) place\b|"
                r"\bfilm crews? (?:have|has|are|were|is|was)\b|"
                r"\b(?:went|goes|gone|go|going|moved|heads?|headed) (?:back )?into production\b|\b(?:has |have )?enter(?:ed|"
                r"s) production\b|"
                rf"(?:, |\b(?:busy|currently|now|out|been|still|hard at work) )(?:filming|shooting) {_WHICH}{_SEASON}\b"
                r"(?! (?:starts?|begins?|will|was|took|cost))|"
                r"\b(?:is|are|am|[’'](?:re|m|s))(?: (?:about|only|roughly|now|just|already|nearly|some|"
                r"more than))* (?:half-?way|midway|part-?way|(?:a|one) third of the way|two-?thirds of the way|deep|well|"
                r"weeks|months|days) "
                r"(?:through|into) (?:the |its |a |our |their )?(?:shoot|filming|production|shooting)\b"
            ),
        ),
        (
            "post_production",
            (
                r"\b(?:visual |special |digital )?effects (?:work )?(?:is|are|was|were) (?:still |now |"
                r"currently )*(?:being (?:worked "
                r"on|finished|completed|added|done)|in progress|under ?way)\b|"
                r"\b(?:season|series|show|episodes?|it|they) (?:is|are) (?:still |now |currently )*being (?:edited|mixed|scored|"
                r"cut together|dubbed)\b"
            ),
        ),
        (
            "in_development",
            (
                r"\b(?:series|show|drama|comedy|project|season|it|which) (?:is|was|remains) (?:still |currently |now |only )*in "
                r"(?:(?:very )?early |active |the early stages of |the first stages of )*(?:development|pre-production)\b"
            ),
        ),
    )
)
