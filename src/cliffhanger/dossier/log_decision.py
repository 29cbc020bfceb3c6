"""The answer of ``decide`` from a viewing log: one series, its options, and what the answer rests on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cliffhanger.decision.against import Against
from cliffhanger.decision.choosing import Choice
from cliffhanger.decision.leading import Flip, Influence, Lead
from cliffhanger.decision.risk import Risk
from cliffhanger.decision.season_options import Valued
from cliffhanger.decision.waiting import Waiting
from cliffhanger.dossier.paying import Guard, Stated


@dataclass(frozen=True, slots=True)
class Credit:
    """What a rule of attribution credits the latest season with, all whole calendar months of the log together.

    ``of_cost`` is that over the mean cost of a renewal, None where it is not known or no month of the season has ended;
    ``renews``: it is 1 or more.
    """

    rule: str
    credited: float
    of_cost: float | None
    renews: bool | None


@dataclass(frozen=True, slots=True)
class NaiveLift:
    """Viewers held against everybody else: no effect of the season, because viewers chose to watch.

    ``months_longer`` is what a viewer stayed longer from day 28 on; ``worth`` what that comes to over all viewers.
    """

    viewers: int
    others: int
    months_longer: float
    worth: float


@dataclass(frozen=True, slots=True)
class Learned:
    """What the log told of the service as a whole.

    Attributes
    ----------
    log_days, members
        Length of the log; accounts on the day.
    account_months, churned
        Behind the churn response.
    fresh_effect, fresh_error
        What full satisfaction with fresh hours does to the log odds of leaving.
    awaited, awaited_error
        What awaiting a dated season does, the assumption weighed in.
    sequels, followers
        Past seasons that followed another, and the members who had finished the one before.
    returned
        Of the members who had finished it and still play it much: the share that came back.
    weeks, joins, pull
        Behind the launches; joins of a later season that every member follows, in weeks of base joins.
    back_test
        Mean absolute log error of past sequels, each left out; None with fewer than three.
    taken, taken_error
        Share of a season's own fresh hours that other series lose.
    pre_trend, placebo
        In standard errors; None where they cannot be told.
    """

    log_days: int
    members: int
    account_months: int
    churned: int
    fresh_effect: float
    fresh_error: float
    awaited: float
    awaited_error: float
    sequels: int
    followers: int
    returned: float
    weeks: int
    joins: int
    pull: float
    back_test: float | None
    taken: float
    taken_error: float | None
    pre_trend: float | None
    placebo: float | None


@dataclass(frozen=True, slots=True)
class LogDecision:
    """The answer for one series on a day.

    Attributes
    ----------
    season
        The latest that is out: what is decided is the one after it; ``premiere`` is its first day.
    risk
        The attitude that is asked for.
    recommended
        Option that it chooses; by ``mean``, that of the highest mean net value. None where a guard withholds it.
    withheld
        Codes of the guards that do.
    options
        In the order of the table; ``end`` is the last.
    lead, flip
        Of the option that is recommended: how far it is ahead, and the cost at which it is so no longer. None where the verdict
        is withheld; ``flip`` too where no cost changes the answer.
    choices
        What each usual attitude would choose, and the one that is asked for; empty where the verdict is withheld.
    against
        Value and cost of the recommended order, or of a renewal where none is recommended.
    influences
        What moves the lead; where the verdict is withheld, the value of a renewal before its cost.
    waiting
        None where the window has closed or the verdict is withheld.
    log
        First digits of the checksum of the log's manifest.
    """

    title_id: str
    series: str
    season: int
    premiere: dt.date
    as_of: dt.date
    currency: str
    risk: Risk
    recommended: str | None
    withheld: tuple[str, ...]
    options: tuple[Valued, ...]
    guards: tuple[Guard, ...]
    lead: Lead | None
    flip: Flip | None
    choices: tuple[Choice, ...]
    against: Against
    influences: tuple[Influence, ...]
    waiting: Waiting | None
    credits: tuple[Credit, ...]
    naive: NaiveLift | None
    learned: Learned
    assumptions: tuple[Stated, ...]
    log: str

    @property
    def choice(self) -> Choice | None:
        """What the attitude that is asked for chooses; None where the verdict is withheld."""
        return next((one for one in self.choices if one.asked), None)

    def option(self, name: str) -> Valued | None:
        """The option of a name."""
        return next((option for option in self.options if option.option == name), None)
