"""What the simulated market is made of: territories, genres, and the words that series are named with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Territory:
    """One country: its share of the households, price level, hour (UTC) of the evening's middle, leisure, language."""

    name: str
    share: float
    price: float
    evening: float
    leisure: float
    language: str


@dataclass(frozen=True, slots=True)
class Genre:
    """One genre: share of the series, episodes and minutes of a season, cost level, chance of weekly release."""

    name: str
    share: float
    episodes: tuple[int, int]
    minutes: tuple[int, int]
    cost: float
    weekly: float


# Evenings lie between 8:00 and 32:00 UTC, because the service's day begins at 8:00 UTC, when seasons are released.
TERRITORIES = (
    Territory("US", 0.34, 1.0, 26.0, 1.1, "en"),
    Territory("GB", 0.12, 0.95, 20.5, 1.0, "en"),
    Territory("DE", 0.11, 0.9, 19.5, 0.95, "de"),
    Territory("BR", 0.14, 0.5, 23.5, 1.0, "pt"),
    Territory("FR", 0.09, 0.9, 19.5, 0.9, "fr"),
    Territory("MX", 0.09, 0.55, 27.0, 1.0, "es"),
    Territory("JP", 0.07, 0.8, 12.5, 0.8, "ja"),
    Territory("IN", 0.04, 0.35, 15.5, 0.85, "hi"),
    Territory("KR", 0.04, 0.75, 12.5, 0.85, "ko"),
    Territory("ES", 0.04, 0.85, 20.5, 0.95, "es"),
)
GENRES = (
    Genre("drama", 0.24, (8, 10), (44, 58), 1.25, 0.4),
    Genre("crime", 0.16, (6, 10), (42, 56), 1.05, 0.45),
    Genre("comedy", 0.18, (8, 12), (22, 34), 0.7, 0.35),
    Genre("romance", 0.1, (8, 12), (38, 50), 0.8, 0.3),
    Genre("fantasy", 0.12, (7, 10), (46, 62), 2.0, 0.55),
    Genre("documentary", 0.07, (3, 6), (40, 56), 0.45, 0.25),
    Genre("reality", 0.08, (8, 13), (36, 50), 0.35, 0.6),
    Genre("family", 0.05, (8, 13), (22, 30), 0.6, 0.2),
)
PLANS = ("ads", "standard", "premium")
OWNERS = ("own studio", "Harbour Pictures", "Northlight", "Ember Television", "Casa Verde")

FIRST_WORDS = (
    "Silent Broken Glass Paper Northern Hidden Crimson Hollow Distant Golden Burning Winter Second Borrowed Electric Quiet "
    "Salted Velvet Iron Wandering Blue Last Restless Faded Hungry Lunar Secret Thin Wild Copper Drowned Early Foreign Gentle "
    "Heavy Inner Jagged Kindred Loyal Midnight"
).split()
SECOND_WORDS = (
    "Harbour Rink Orchard Verdict Tide Parlour Signal Kingdom Ledger Summer Bridge Garden Witness Hotel Frontier Season "
    "Cathedral Archive Mile Choir Lantern Province Quarry Rehearsal Shore Tenant Union Valley Wedding Yard Academy Border "
    "Clinic Dynasty Embassy Ferry Gambit House Island Jury"
).split()


def series_name(place: int) -> str:
    """The name of the series at a place; 1600 plain ones, then numbered ones."""
    pairs = len(FIRST_WORDS) * len(SECOND_WORDS)
    # 611 shares no factor with 1600, so that neighbours differ in both words and no name comes twice.
    number = place * 611 % pairs
    name = f"The {FIRST_WORDS[number % len(FIRST_WORDS)]} {SECOND_WORDS[number // len(FIRST_WORDS)]}"
    return name if place < pairs else f"{name} {place // pairs + 1}"
