"""Questions about the workspace's own log: opened, valued, answered, and answered again from what was written down."""

from __future__ import annotations

import datetime as dt
import difflib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from cliffhanger.decision.cost import Rate
from cliffhanger.decision.limits import Demand
from cliffhanger.decision.risk import MEAN, Risk, check_risk
from cliffhanger.decision.slate import SlateQuestion
from cliffhanger.decision.waiting import WAIT
from cliffhanger.dossier.known import Told
from cliffhanger.dossier.log_decision import LogDecision
from cliffhanger.dossier.log_slate import LogBasis
from cliffhanger.dossier.plain import plain
from cliffhanger.errors import InputError, NotFoundError, UsageError, WorkspaceError
from cliffhanger.estimates.season_terms import Ends
from cliffhanger.estimates.season_value import ORDERS, RENEW, Plan, day_number
from cliffhanger.pipeline.apart import Progress
from cliffhanger.pipeline.compared import Compared
from cliffhanger.pipeline.decide_again import KIND_OF_LOG, held_against, versions
from cliffhanger.pipeline.decide_from_log import decided
from cliffhanger.pipeline.ingest import last_day, store_of
from cliffhanger.pipeline.log_rests import basis_of
from cliffhanger.pipeline.log_titles import title_of
from cliffhanger.pipeline.open_windows import with_windows
from cliffhanger.pipeline.opened_log import Asked, asked_of
from cliffhanger.pipeline.possible import MOST_EPISODES, check_episodes, check_rates
from cliffhanger.pipeline.season_question import ValueQuestion, check_question
from cliffhanger.pipeline.season_values import Named, ServiceValues, read_aliases, read_costs, read_names, service_values
from cliffhanger.pipeline.service import service_records
from cliffhanger.pipeline.slate import Slate, TableNote, decided_slate, note_of
from cliffhanger.pipeline.slate_from_log import check_guards, check_ranges, question_of_log, why
from cliffhanger.service_records import ServiceRecords
from cliffhanger.sources.option_table import read_rates
from cliffhanger.sources.plan_table import read_plan
from cliffhanger.store.workspace import Workspace

Names = Mapping[str, Named]


@dataclass(frozen=True, slots=True)
class LogQuestion:
    """What is asked of a log, beside the series: equal questions of equal logs get equal answers, bit for bit.

    Attributes
    ----------
    as_of
        None: the log's last day.
    assume
        Terms to their lowest, middle and highest value; sums in the currency of the answer.
    cost_per_episode
        Lowest, middle and highest, in place of the cost table; in ``currency``.
    currency
        Of the answer; empty: that of the prices.
    episodes
        Of a renewal; None: as many as the latest season has.
    prices_in
        Currency in which members pay; empty: that of the cost table.
    risk
        What decides about one series; a slate has its own.
    """

    as_of: dt.date | None = None
    assume: dict[str, Ends] = field(default_factory=dict)
    cost_per_episode: Ends | None = None
    currency: str = ""
    episodes: int | None = None
    plans: dict[str, Plan] = field(default_factory=dict)
    prices_in: str = ""
    risk: Risk = MEAN
    rates: tuple[Rate, ...] = ()
    seed: int = 20200101
    n_draws: int = 4000


def holds_log(path: Path) -> bool:
    """Whether a folder is a workspace with a viewing log; a damaged log is told as one."""
    try:
        workspace = Workspace.open(path)
    except WorkspaceError:
        return False
    return last_day(store_of(workspace).manifest()) is not None


def log_has(path: Path, series: str, *, as_of: dt.date | None) -> bool:
    """Whether a folder is a workspace whose log has a series."""
    if not holds_log(path):
        return False
    asked = asked_of(Workspace.open(path), as_of=as_of, k=1)
    try:
        _title(asked, series)
    except NotFoundError:
        return False
    except UsageError:
        return True  # several have the name: whoever asks further is told so
    return True


def _title(asked: Asked, series: str) -> str:
    titles = sorted({title for title, _ in asked.manifest.seasons})
    return title_of(read_names(asked), read_aliases(asked), titles, series)


def plans_from(path: Path) -> dict[str, Plan]:
    """Plans by title from the user's table.

    Raises
    ------
    InputError
        A row cannot be taken: a plan is followed whole or not at all.
    """
    table = read_plan(path, options=ORDERS)
    for aside in table.set_aside:
        raise InputError(aside.reason, place=f"{path}, line {aside.line}", remedy="Mend that line, or leave it out")
    found: dict[str, Plan] = {}
    for row in table.rows:
        plan = found.get(row.title_id, Plan())
        premieres = {} if row.premiere is None else {row.option: day_number(row.premiere)}
        episodes = {} if row.episodes is None else {row.option: row.episodes}
        found[row.title_id] = Plan({**plan.premieres, **premieres}, {**plan.episodes, **episodes})
    return found


def _check_plans(plans: Mapping[str, Plan], titles: Sequence[str], names: Names, as_of: dt.date) -> None:
    for title, plan in plans.items():
        if title not in titles:
            named = [one for one in titles if one in names and names[one][0].casefold() == title.casefold()]
            near = named or difflib.get_close_matches(title, titles, n=3)
            remedy = "A plan names series by title_id"
            raise NotFoundError(f'the log has no title "{title}"', suggestions=near, place="--plan", remedy=remedy)
        for order, day in plan.premieres.items():
            if day <= day_number(as_of):
                when = dt.date(1970, 1, 1) + dt.timedelta(days=day)
                problem = f"a premiere on {when} is not after {as_of}, the day of the decision"
                raise UsageError(problem, place=f"--plan {title} {order}", remedy="Give a later day, or none")


def _check_orders(plans: Mapping[str, Plan], records: ServiceRecords) -> None:
    latest = dict(zip(map(str, records.seasons["title_id"]), records.seasons["episodes"], strict=True))
    for title, plan in plans.items():
        whole = plan.episodes.get(RENEW, int(latest.get(title, MOST_EPISODES)))
        for order, episodes in plan.episodes.items():
            if episodes > whole:
                problem = f"{episodes} episodes are more than the {whole} of a renewal"
                raise UsageError(problem, place=f"--plan {title} {order}", remedy="Give fewer, or more to renew")


def rates_from(path: Path) -> tuple[Rate, ...]:
    """Rates of exchange from the user's table."""
    return tuple(Rate(row.day, row.currency, row.into, row.rate) for row in read_rates(path).rows)


def valued_log(
    workspace: Workspace, question: LogQuestion, *, series: str | None = None, progress: Progress
) -> tuple[Asked, ServiceValues, str]:
    """Count, fit and draw; only one series' draws where one is named. The last is its title_id, empty where none is.

    Raises
    ------
    WorkspaceError
        There is no log.
    NotFoundError
        The log has no such series, or it has no episode out on the day, or it has not a title of a plan.
    InputError, UsageError
        As ``pipeline.season_values.service_values`` and ``check_question``; a rate cannot be; or a plan has a premiere that is
        not after the day, or an order of more episodes than the renewal.
    """
    asked = asked_of(workspace, as_of=question.as_of, k=1)
    names = read_names(asked)
    titles = sorted({title for title, _ in asked.manifest.seasons})
    title = "" if series is None else title_of(names, read_aliases(asked), titles, series)
    plans: Mapping[str, Plan] = question.plans
    if title and question.episodes is not None:
        check_episodes(question.episodes, place="--episodes")
        plan = question.plans.get(title, Plan())
        plans = {**question.plans, title: replace(plan, episodes={**plan.episodes, "renew": question.episodes})}
    _check_plans(question.plans, titles, names, asked.day)
    wanted = ValueQuestion(
        assume=question.assume,
        currency=question.currency,
        prices_in=question.prices_in,
        rates=question.rates,
        plans=plans,
        cost_per_episode=question.cost_per_episode,
        n_draws=question.n_draws,
        seed=question.seed,
    )
    check_question(wanted)
    check_rates(question.rates)
    records = service_records(asked, progress=progress)
    _check_orders(plans, records)
    if title and title not in records.seasons["title_id"].tolist():
        remedy = "Ask as of the day of its first episode or a later one"
        raise NotFoundError(f"no episode of {title} was out on {records.as_of}", place="--as-of", remedy=remedy)
    values = service_values(records, lines=read_costs(asked), names=names, question=wanted, only=(title,) if title else ())
    return asked, values, title


def decide_log(
    workspace: Workspace, series: str, *, season: int | None, question: LogQuestion, progress: Progress
) -> LogDecision:
    """Answer for one series from the workspace's log.

    Raises
    ------
    NotFoundError
        The log has no such series, or it has no episode out on the day.
    UsageError
        The attitude to risk is none.
    """
    check_risk(question.risk, place="--risk")
    asked, values, title = valued_log(workspace, question, series=series, progress=progress)
    return decided(asked, values, title, season=season, risk=question.risk)


def log_decision_json(
    decision: LogDecision,
    question: LogQuestion,
    *,
    sentence: str,
    notes: Sequence[TableNote] = (),
    told: Told | None = None,
) -> str:
    """The answer, and all that repeats it from the same log.

    ``notes`` are those of ``tables_given``, ``told`` is what articles tell beside the answer; each where it is given.
    """
    content = {
        "kind": KIND_OF_LOG,
        "sentence": sentence,
        "question": {"series": decision.title_id, "season": decision.season, **plain(replace(question, as_of=decision.as_of))},
        "answer": plain(decision),
        "versions": versions(),
    }
    if notes:
        content["notes"] = plain(list(notes))
    if told is not None:
        content["told"] = plain(told)
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def replay_log(
    workspace: Workspace, path: Path, *, progress: Progress
) -> tuple[LogDecision, LogQuestion, tuple[TableNote, ...], Compared]:
    """Answer the question of a file again.

    Gives the answer, the question, what became of the tables given with it, and the answer held against the file's.

    Raises
    ------
    InputError
        The file's question cannot be read.
    """
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    try:
        asked = dict(content["question"])
        series, season = str(asked.pop("series")), int(asked.pop("season"))
        question = TypeAdapter(LogQuestion).validate_python(asked)
        notes = TypeAdapter(tuple[TableNote, ...]).validate_python(content.get("notes", ()))
    except (KeyError, TypeError, ValueError, ValidationError) as error:
        problem = f"its question cannot be read ({str(error).splitlines()[0]})"
        raise InputError(problem, place=str(path), remedy="Write one: cliffhanger decide SERIES --json > FILE") from error
    again = decide_log(workspace, series, season=season, question=question, progress=progress)
    return again, question, notes, held_against(content, again)


def tables_given(*, plan: Path | None, rates: Path | None) -> tuple[TableNote, ...]:
    """What became of the tables that are given with a question about a log."""
    found = [] if plan is None else [note_of("plan", read_plan(plan, options=ORDERS))]
    return (*found, *([] if rates is None else [note_of("rates", read_rates(rates))]))


def slate_log(
    workspace: Workspace,
    question: LogQuestion,
    slate: SlateQuestion,
    *,
    notes: tuple[TableNote, ...] = (),
    progress: Progress,
) -> Slate:
    """Decide a slate whose estimates come from the workspace's log.

    What withholds a verdict about every season withholds the slate; a season that fails a guard of its own is left out.
    ``notes`` are those of ``tables_given``.

    Raises
    ------
    InputError
        A guard of the service fails, or every season fails one of its own.
    NotFoundError
        A season that must or must not be ordered is none of the log.
    UsageError
        The limits contradict each other, name a season that is left out, or are on what the titles table does not say.
    """
    asked, values, _ = valued_log(workspace, replace(question, n_draws=slate.n_draws), progress=progress)
    check_ranges(values, slate.limits.ranges)
    basis = basis_of(asked, values)
    check_guards(basis)
    taken = [season.title_id for season in basis.seasons if not season.left_out]
    basis, waits = with_windows(basis, values)
    demands = tuple(_demanded(asked, basis, one) for one in slate.limits.demands)
    limited = replace(slate, limits=replace(slate.limits, demands=demands))
    full, _ = question_of_log(values, limited, only=taken, waits=waits)
    return replace(decided_slate(full, notes, question.rates), basis=basis)


def _demanded(asked: Asked, basis: LogBasis, demand: Demand) -> Demand:
    """A demand by title_id, where it has a name."""
    title = _title(asked, demand.title_id)
    out = next((one for one in basis.seasons if (one.title_id, one.season) == (title, demand.season)), None)
    if out is not None and out.left_out:
        place = "--must" if demand.must else "--must-not"
        raise UsageError(f"{title}:{demand.season} is left out: {why(out.left_out)}", place=place, remedy="Leave it out too")
    if out is not None and demand.option == WAIT and out.window is None:
        problem = f"the 91-day window of {title}:{demand.season} has closed: there is nothing to wait for"
        raise UsageError(problem, place="--must" if demand.must else "--must-not", remedy="Name another option of it")
    return replace(demand, title_id=title)
