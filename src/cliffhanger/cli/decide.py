"""``cliffhanger decide``."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from cliffhanger.cli.from_log import Given, colour, from_log
from cliffhanger.cli.given import Ends, assumed, changed, ends, number, refuse
from cliffhanger.cli.options import MARKER, TO_FILE, USUAL_FORM, AsOf, Json, Where, figures_of, say, width
from cliffhanger.cli.telling import telling
from cliffhanger.cli.writing import HTML, JSON, MARKDOWN, TEXT, XLSX, form_of, show, write_bytes
from cliffhanger.errors import InputError, UsageError

if TYPE_CHECKING:
    from cliffhanger.decision.risk import Risk
    from cliffhanger.dossier.decision import Decision
    from cliffhanger.dossier.log_decision import LogDecision
    from cliffhanger.pipeline.compared import Compared

REPLAYED = {"replay", "workspace", "format", "out", "json"}
SEED = 20200101  # as the dossier's, so that both say the same
MOST_SHOWN = 5
Basis = Literal["auto", "log", "public"]
Format = Literal["text", "html", "md", "json", "xlsx"]
ENDINGS: dict[Format, tuple[str, ...]] = {"text": TEXT, "html": HTML, "md": MARKDOWN, "json": JSON, "xlsx": XLSX}
OF_REPLAY: dict[Format, tuple[str, ...]] = {"text": TEXT, "json": JSON}


def decide(
    series: Annotated[str | None, Parameter(help="A series; left out with --replay.")] = None,
    *,
    season: Annotated[int | None, Parameter(help="Number of the season; default: the latest.")] = None,
    workspace: Where = None,
    as_of: AsOf = None,
    assume: Annotated[
        list[str] | None,
        Parameter(help="Another value of an assumption: name=value, name=low:high or name=low:middle:high.", negative=()),
    ] = None,
    episodes: Annotated[int | None, Parameter(help="Episodes of another season; default: as long as assumed.")] = None,
    cost_per_episode: Annotated[str | None, Parameter(help="Hold this cost of an episode against it: 6M, 600k, 5M:7M.")] = None,
    currency: Annotated[
        str,
        Parameter(
            help="Of that cost; another than USD needs its rate, such as --assume usd_per_eur=1.1. With a log: of the answer and "
            "of all sums given with the question; prices and costs in another need --rates."
        ),
    ] = "",
    prices_in: Annotated[str, Parameter(help="With a log: currency in which members pay; default: that of the costs.")] = "",
    seed: Annotated[int, Parameter(help="Of the draws: the same seed gives the same answer.")] = SEED,
    basis: Annotated[Basis, Parameter(help="What answers; auto: the workspace's viewing log, where it has one.")] = "auto",
    plan: Annotated[Path | None, Parameter(help="Your plan: CSV or Parquet of title_id, option, episodes, premiere.")] = None,
    rates: Annotated[Path | None, Parameter(help="Rates of exchange: day, currency, into, rate.")] = None,
    risk: Annotated[
        str,
        Parameter(
            help="What decides: mean; cvar:0.2, the mean of the worst fifth; chance:0.9, the sum reached with that chance; "
            "utility:2M, exponential utility of that tolerance."
        ),
    ] = "mean",
    replay: Annotated[Path | None, Parameter(help="Answer the question of this file again, and say what differs.")] = None,
    format: Annotated[Format | None, Parameter(help=f"text, html, md, json or xlsx; {USUAL_FORM}")] = None,  # noqa: A002
    out: Annotated[Path | None, Parameter(name=["--out", "-o"], help=f"{TO_FILE}; xlsx needs it.")] = None,
    json: Json = False,
) -> None:
    """Should it be renewed: what another season is worth, held against what it costs.

    From a workspace's viewing log: options with net value, chance to pay back, what flips the answer. From public figures alone:
    what another season could cost and still pay, at a stated value of an hour viewed.

    Example: cliffhanger decide "Spinning Out" --episodes 10

    Example: cliffhanger decide "Spinning Out" --episodes 10 --cost-per-episode 2M --assume value_per_hour=0.10

    Example: cliffhanger decide "The Golden Bridge" --workspace W --as-of 2025-12-30 --assume margin=0.4
    """
    given = changed(decide, locals())
    if replay is not None:
        refuse(given - REPLAYED, because="the file has its own question", place="--replay")
        _again(replay, workspace, form_of(_told_again(format), out, OF_REPLAY, json=json), out)
        return
    form = form_of(format, out, ENDINGS, json=json)
    log = _log_of(workspace, basis)
    if series is None:
        raise UsageError("no series is named", place="decide", remedy='Name one: cliffhanger decide "Spinning Out"')
    terms, cost = assumed(assume or []), None if cost_per_episode is None else ends(cost_per_episode, "--cost-per-episode")
    attitude = _attitude(risk)
    if log is not None:
        asked = Given(as_of, terms, cost, currency, episodes, plan, rates, _seed(seed), prices_in, attitude)
        from_log(log, series, season, asked, form, out)
        return
    refuse(given & {"plan", "rates", "prices_in"}, because="there is no viewing log", place="decide")
    if cost is None:
        refuse(given & {"risk"}, because="no cost of an episode is given to hold against it", place="decide")
    else:
        cost, attitude = _in_dollars(cost, attitude, currency or "USD", terms)
    _from_figures(series, season, workspace, as_of, (episodes, terms, cost, attitude), _seed(seed), form, out)


def _log_of(workspace: Path | None, basis: Basis) -> Path | None:
    """The workspace whose log answers, None where public figures do."""
    if basis == "public":
        return None
    from cliffhanger.pipeline.log_answers import holds_log

    folder = workspace or Path()
    if (workspace is not None or Path(MARKER).is_file()) and holds_log(folder):
        return folder
    if basis == "log":
        remedy = "Take one in: cliffhanger ingest DIR --workspace W"
        raise UsageError(f"{folder} holds no viewing log", place="--basis", remedy=remedy)
    return None


def _from_figures(
    series: str,
    season: int | None,
    workspace: Path | None,
    as_of: dt.date | None,
    given: tuple[int | None, dict[str, Ends], Ends | None, Risk],
    seed: int,
    form: Format,
    out: Path | None,
) -> None:
    import numpy as np

    from cliffhanger.pipeline.decide import Terms
    from cliffhanger.pipeline.decide import decide as answer
    from cliffhanger.pipeline.decide_again import question_of, versions
    from cliffhanger.report import decision_pages
    from cliffhanger.report.formats import decision_json
    from cliffhanger.report.text import decision_text

    episodes, assume, cost, risk = given
    terms = Terms(episodes=episodes, assume=assume, cost_per_episode=cost, risk=risk)
    figures = figures_of(workspace)
    found = answer(figures, series, season=season, as_of=as_of, terms=terms, rng=np.random.default_rng(seed))
    if form == "xlsx" and out is not None:
        write_bytes(out, decision_pages.decision_workbook(found))
    elif form == "json":
        show(decision_json(found, question_of(found, terms, seed=seed), versions()), out)
    elif form == "html":
        show(decision_pages.decision_html(found), out)
    elif form == "md":
        show(decision_pages.decision_markdown(found), out)
    else:
        show(decision_text(found, width=width(), colour=colour() and out is None), out)


def _again(path: Path, workspace: Path | None, form: Format, out: Path | None) -> None:
    """Answer the question of a file again, and say whether the answer is the same; as JSON the answer itself."""
    from cliffhanger.pipeline.decide_again import KIND_OF_LOG, kind_of

    again = _log_again if kind_of(path) == KIND_OF_LOG else _figures_again
    found, written, held = again(path, workspace)
    name = f"{found.series}, season {found.season}, as of {found.as_of}"
    for line in (*held.differs[:MOST_SHOWN], *held.other_fields):
        say(line)
    if held.differs:
        raise InputError(
            f"the answer for {name} is not the one in the file: {held.because}; it differs in {held.places}",
            place=str(path),
            remedy="Ask with the figures and versions that the file names, or decide it anew",
        )
    where = " in what both have" if held.other_fields else ""
    show(written if form == "json" else f"The same answer, bit for bit{where}: {name}.\n", out)


def _told_again(form: Format | None) -> Format | None:
    if form not in (None, *OF_REPLAY):
        raise UsageError("a replay is told as text or JSON", place="--format", remedy="Leave --format out, or ask for json")
    return form


def _log_again(path: Path, workspace: Path | None) -> tuple[LogDecision, str, Compared]:
    from cliffhanger.pipeline.log_answers import log_decision_json, replay_log
    from cliffhanger.report.log_worth import log_sentence
    from cliffhanger.store.workspace import Workspace

    with telling() as tell:
        found, question, notes, held = replay_log(Workspace.open(workspace or Path()), path, progress=tell)
    return found, log_decision_json(found, question, sentence=log_sentence(found), notes=notes), held


def _figures_again(path: Path, workspace: Path | None) -> tuple[Decision, str, Compared]:
    from cliffhanger.pipeline.decide_again import replay, versions
    from cliffhanger.report.formats import decision_json

    found, question, held = replay(figures_of(workspace), path)
    return found, decision_json(found, question, versions()), held


def _attitude(text: str) -> Risk:
    from cliffhanger.decision.risk import EXAMPLES, parsed

    return parsed(text, place="--risk", kinds=tuple(EXAMPLES), number=lambda told: number(told, "--risk"))


def _in_dollars(cost: Ends, risk: Risk, currency: str, assumed: dict[str, Ends]) -> tuple[Ends, Risk]:
    """Turn a cost and a tolerance of risk into dollars by the rate among the assumptions, which is used up."""
    code = currency.strip().upper()
    if code == "USD":
        return cost, risk
    rate = assumed.pop(f"usd_per_{code.lower()}", None)
    if rate is None or not rate[0] > 0:
        remedy = f"Give it: --assume usd_per_{code.lower()}=RATE, or name the cost in USD"
        raise UsageError(f"no rate from {code} to USD is known", place="--currency", remedy=remedy)
    if risk.tolerance is not None:
        risk = replace(risk, tolerance=risk.tolerance * rate[1])
    return (cost[0] * rate[0], cost[1] * rate[1], cost[2] * rate[2]), risk


def _seed(seed: int) -> int:
    if seed < 0:
        raise UsageError(f"{seed} is no seed", place="--seed", remedy="Give a whole number from 0")
    return seed
