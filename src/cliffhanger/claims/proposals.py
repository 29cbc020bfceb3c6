"""What a language model may propose as a claim: words of the article, a kind, and a value of that kind's form.

A proposal is nothing until it is grounded (`grounding`). The forms say, for each kind, which keys its value may have and from
what each must follow: a listed word, a number, a date, a name or words of the text (`derived`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from cliffhanger.claims.claim import Kind, Polarity, Standing

Follows = Literal["number", "percent", "score", "window", "name", "words", "flag"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One assertion that a model says it found; ``quote`` must be copied from the article, letter by letter.

    ``season`` is the one that the assertion is about, null where the text names none. ``said_by`` is the source that the text
    names for it, null where the outlet speaks for itself.
    """

    quote: str
    kind: Kind
    value: dict[str, Any] = field(default_factory=dict)
    polarity: Polarity = "+"
    standing: Standing = "reported"
    said_by: str | None = None
    season: int | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """The value of a kind: ``needs`` are keys of which one must be there; every key with what it must follow from."""

    needs: tuple[str, ...]
    keys: Mapping[str, Follows | tuple[str, ...]]


_CMP = ("over", "under", "about")
_JOBS = (
    *("creator", "writer", "director", "producer", "executive producer", "showrunner", "co-showrunner", "composer"),
    *("production company", "animation studio", "cinematographer", "editor", "stunt double", "skating double", "author"),
)
_DECIDED = ("renewal", "cancellation", "release_date", "series_order", "renewal_decision", "announcement")

FORMS: Mapping[Kind, Form] = {
    "renewal_status": Form(
        ("status",),
        {
            "status": (
                "renewed",
                "cancelled",
                "undecided",
                "ending",
                "in_talks",
                "paused",
                "reversed",
                "spinoff",
                "in_development",
            ),
            "window": "window",
            "final": "flag",
            "p": "percent",
            "cmp": _CMP,
            "new_home": "name",
            "form": ("film", "special"),
        },
    ),
    "release_date": Form(
        ("window", "announced"),
        {"window": "window", "announced": "flag", "what": ("finale", "repeat", "film", "premiere"), "territory": "name"},
    ),
    "cast_role": Form(
        ("actor",),
        {
            "actor": "name",
            "character": "name",
            "episodes": "number",
            "since": "number",
            "st": ("returning", "joining", "leaving", "recast", "guest", "in_talks", "unavailable"),
        },
    ),
    "crew_role": Form(
        ("person",),
        {
            "person": "name",
            "role": _JOBS,
            "company": "name",
            "replaces": "name",
            "st": ("returning", "joining", "leaving", "changed"),
        },
    ),
    "production_status": Form(
        ("status",),
        {
            "status": (
                "scheduled",
                "in_development",
                "writing",
                "script_reading",
                "filming",
                "halted",
                "delayed",
                "wrapped",
                "wrap_expected",
                "sets_struck",
                "unconfirmed",
            ),
            "window": "window",
            "place": "name",
        },
    ),
    "viewership": Form(
        ("n",),
        {
            "metric": (
                "viewers",
                "households",
                "hours",
                "accounts_engaged",
                "rank",
                "share_percent",
                "rating_percent",
                "demo_rating",
                "change_percent",
                "share_of_population",
            ),
            "n": "number",
            "cmp": _CMP,
            "period": "words",
            "territory": "name",
            "scope": "words",
            "demographic": "words",
        },
    ),
    "episode_count": Form(("n",), {"n": "number", "was": "number", "not": "number"}),
    "platform": Form(
        ("name",),
        {
            "name": "name",
            "territory": "words",
            "status": ("undecided", "in_talks", "possible", "interested", "being_shopped", "sold", "none"),
        },
    ),
    "budget": Form(
        ("amount",),
        {
            "amount": "number",
            "per": ("episode", "season", "hour"),
            "cmp": _CMP,
            "item": ("salary", "shortfall"),
            "currency": ("USD", "GBP", "EUR", "INR", "DKK", "SEK", "NOK", "JPY", "KRW", "CAD", "AUD", "unknown"),
        },
    ),
    "score": Form(
        ("value",),
        {"site": "name", "who": ("critic", "audience"), "raw": "words", "value": "score", "scope": ("episode", "season")},
    ),
    "trailer_status": Form(
        ("status",),
        {
            "status": ("released", "not_released", "upcoming", "shown_privately"),
            "window": "window",
            "type": ("teaser", "trailer"),
        },
    ),
    "plot_expectation": Form(("gist",), {"gist": "words"}),
    "petition": Form(
        ("n", "exists"),
        {"n": "number", "cmp": _CMP, "exists": "flag", "change": "flag", "type": ("open letter", "petition")},
    ),
    "hashtag": Form(("tag",), {"tag": "words"}),
    "reason": Form(
        ("gist",),
        {
            "of": ("cancelled", "renewed", "delay", "halted", "shorter_run", "renewal_decision", "ending", "recast", "cost"),
            "gist": "words",
        },
    ),
    "announcement_date": Form(("window",), {"window": "window", "what": _DECIDED}),
    "award": Form(
        ("award",),
        {
            "award": "name",
            "category": "words",
            "result": ("won", "nominated"),
            "year": "number",
            "n": "number",
            "person": "name",
        },
    ),
    "runtime": Form(("minutes_min", "minutes_max"), {"minutes_min": "number", "minutes_max": "number"}),
    "location": Form(("place",), {"place": "name"}),
    "source_material": Form(
        ("title", "author", "gist"), {"title": "name", "author": "name", "gist": "words", "year": "number", "medium": "words"}
    ),
    "statement": Form(("gist",), {"gist": "words", "by": "name"}),
    "theme": Form(("gist",), {"gist": "words"}),
    "open_question": Form(("gist",), {"gist": "words"}),
}
