"""Whether a season pays: the answer as a dossier and a decision hold it, with what it assumes and what guards it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cliffhanger.decision.against import Against
from cliffhanger.decision.choosing import Choice
from cliffhanger.decision.risk import Risk
from cliffhanger.dossier.spread import Spread


@dataclass(frozen=True, slots=True)
class Worth:
    """What another season could cost and still pay, in USD, at one value of a viewing hour.

    ``assumption`` names the value; ``hour`` is an hour of programme, null where the runtime is not known.
    """

    assumption: str
    value: Spread
    season: Spread
    hour: Spread
    episode: Spread


@dataclass(frozen=True, slots=True)
class Stated:
    """A number that was chosen and not estimated, with its 80 % interval.

    ``known_on`` is the day from which its source is known, null for a house rule; ``changed``: given with the question.
    """

    name: str
    value: Spread
    unit: str
    why: str
    source: str
    known_on: dt.date | None
    changed: bool


@dataclass(frozen=True, slots=True)
class Guard:
    """A check of an answer: ``outcome`` is PASS, REVIEW or FAIL; what was found, and the threshold it was judged by."""

    code: str
    outcome: str
    found: float | None
    threshold: float | None


@dataclass(frozen=True, slots=True)
class ReportedCost:
    """What an episode of another series was publicly reported to cost, in USD: lowest and highest report."""

    series: str
    season: str
    low: float
    high: float
    grade: str
    source: str


@dataclass(frozen=True, slots=True)
class Payback:
    """A cost that was asked about, in USD.

    Attributes
    ----------
    chance
        That another season is worth more than it costs, under the assumptions; ``margin`` is its worth less its cost.
    flip_value
        Value of a viewing hour at which it is as likely as not to pay; null where nobody would watch.
    risk
        The attitude to risk that is asked for.
    choices
        What each usual attitude would choose of another season and an end, and the one that is asked for.
    """

    cost_per_episode: Spread
    chance: float
    margin: Spread
    flip_value: float | None
    risk: Risk
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Should:
    """Whether another season pays, from public figures alone: a break-even cost under stated assumptions.

    Attributes
    ----------
    basis
        ``launch``: from the forecast of the next season's first four weeks; ``settled``, ``fresh``: from what this season still
        draws in a year, its premiere before that year or within it.
    missing
        Empty; or why there is no number: ``no_figures``, ``few_pairs``.
    hours
        In the first twelve months of another season, given that it comes: ``base_hours`` (of the first four weeks, or of the
        latest two half-years) times ``ratio`` (first twelve months over the base), which is from ``pairs`` past seasons.
    episodes
        Asked about; null where episodes are taken to be as long as assumed.
    worth
        One row for each value of an hour, the one that the answer uses first; empty where there are no hours.
    against
        Worth of a season and, where one is asked about, its cost; null where there are no hours.
    reported
        Reported costs of an episode, the nearest to the break-even, cheapest first; ``reported_count`` are on file, of which
        ``reported_below`` lie wholly below the middle of the break-even.
    """

    basis: str
    missing: str
    hours: Spread
    base_hours: float | None
    ratio: Spread
    pairs: int
    episodes: int | None
    worth: tuple[Worth, ...]
    assumptions: tuple[Stated, ...]
    guards: tuple[Guard, ...]
    against: Against | None
    reported: tuple[ReportedCost, ...]
    reported_count: int
    reported_below: int
    payback: Payback | None
