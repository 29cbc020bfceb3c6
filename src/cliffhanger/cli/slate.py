"""``cliffhanger slate``."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from cliffhanger.cli.from_log import Given, aside_of, log_question, said_of
from cliffhanger.cli.given import assumed, changed, refuse
from cliffhanger.cli.options import MARKER, TO_FILE, USUAL_FORM, Day, Here, Json, say, width
from cliffhanger.cli.telling import telling
from cliffhanger.cli.writing import HTML, JSON, TEXT, XLSX, form_of, show, write_bytes
from cliffhanger.errors import UsageError

if TYPE_CHECKING:
    from cliffhanger.decision.limits import Column, Demand, Range
    from cliffhanger.decision.slate import SlateQuestion
    from cliffhanger.pipeline.slate import Slate

Format = Literal["text", "html", "json", "xlsx"]
ENDINGS: dict[Format, tuple[str, ...]] = {"text": TEXT, "html": HTML, "json": JSON, "xlsx": XLSX}
RANGE = re.compile(r"(?P<low>\d+)?(?P<dots>\.\.)?(?P<high>\d+)?")
OF_LOG = {"workspace", "plan", "prices_in", "assume"}
USUAL_STEP = 1e6  # of money that is added to a budget
SHARE_OF_BUDGET = 0.1
SEED = 20200101  # of all draws: the same question gives the same answer
Sum = Annotated[str | None, Parameter(help="Most that may be spent, such as 120M, 1.2bn, 350k; default: no limit.")]
Step = Annotated[
    str | None, Parameter(help="Added to the budget to see what it would buy; default: 1M, or a tenth of a budget below 10M.")
]
Searched = Annotated[
    str,
    Parameter(
        help="What is maximised: mean, or cvar:0.2, the mean of the worst fifth. A slate is searched by these two; "
        "--attitudes tells what the others of decide would choose."
    ),
]
Held = Annotated[str, Parameter(help="How the budget is meant: mean, cvar:0.2 of the dearest, or chance:0.9 to hold.")]
Many = tuple[str, ...]


def slate(
    *,
    options: Annotated[Path | None, Parameter(help="Your estimates: CSV or Parquet, a row for each option of a season.")] = None,
    budget: Sum = None,
    overlap: Annotated[Path | None, Parameter(help="Pairs of seasons that share viewers: CSV or Parquet.")] = None,
    rates: Annotated[Path | None, Parameter(help="Rates of exchange: day, currency, into, rate.")] = None,
    currency: Annotated[str | None, Parameter(help="Of the budget and the answer; default: the table's, or the prices'.")] = None,
    as_of: Annotated[
        Day | None, Parameter(name="--as-of", help="With a log: what was known on it. With a table: day of its rates.")
    ] = None,
    risk: Searched = "mean",
    attitudes: Annotated[
        bool, Parameter(negative=(), help="Tell what each usual attitude to risk would choose; slower.")
    ] = False,
    budget_risk: Held = "mean",
    episodes: Annotated[str | None, Parameter(help="Episodes ordered in all: 80..120, ..120 or 80..")] = None,
    seasons: Annotated[str | None, Parameter(help="Seasons ordered in all, likewise.")] = None,
    genre: Annotated[Many, Parameter(negative=(), help="Seasons of a genre: drama=2..5; may be repeated.")] = (),
    territory: Annotated[Many, Parameter(negative=(), help="Seasons of a territory: FR=1..; may be repeated.")] = (),
    language: Annotated[Many, Parameter(negative=(), help="Seasons in a language; may be repeated.")] = (),
    must: Annotated[Many, Parameter(negative=(), help="Order this season: TITLE:2, or TITLE:2=finale; may be repeated.")] = (),
    must_not: Annotated[Many, Parameter(negative=(), help="Do not order it, or not so; may be repeated.")] = (),
    step: Step = None,
    points: Annotated[int, Parameter(help="Budgets on the frontier, up to one and a half times the budget; 0 for none.")] = 12,
    draws: Annotated[int, Parameter(help="Draws of every value and cost.")] = 1000,
    scenarios: Annotated[int, Parameter(help="Draws in the program, where risk is asked for.")] = 200,
    shared_error: Annotated[float | None, Parameter(help="Share of the uncertainty that seasons have in common: 0 to 1.")] = None,
    gap: Annotated[float, Parameter(help="Share by which a better slate may be missed, so that the search can end.")] = 1e-4,
    seed: Annotated[int, Parameter(help="Of the draws: equal seeds, equal answers.")] = SEED,
    workspace: Here = None,
    plan: Annotated[Path | None, Parameter(help="With a log: your plan, of title_id, option, episodes, premiere.")] = None,
    prices_in: Annotated[str, Parameter(help="With a log: currency in which members pay; default: that of the costs.")] = "",
    assume: Annotated[
        Many, Parameter(negative=(), help="With a log: another value of an assumption, as name=value or name=low:middle:high.")
    ] = (),
    replay: Annotated[Path | None, Parameter(help="Decide the slate of this JSON file again, and compare.")] = None,
    format: Annotated[Format | None, Parameter(help=f"text, html, json or xlsx; {USUAL_FORM}")] = None,  # noqa: A002
    out: Annotated[Path | None, Parameter(name=["--out", "-o"], help=f"{TO_FILE}; xlsx needs it.")] = None,
    json: Json = False,
) -> None:
    """Which seasons to renew, shorten, finish or end under a budget: from your own table of estimates, or from a viewing log.

    Without --options the estimates come from the log and the costs of the workspace.

    Example: cliffhanger slate --workspace W --budget 120M --as-of 2025-12-30

    Example: cliffhanger slate --options estimates.csv --budget 120M --genre drama=2..

    Example: cliffhanger slate --options estimates.csv --budget 120M --risk cvar:0.2 --out slate.xlsx
    """
    given = changed(slate, locals())
    form = form_of(format, out, ENDINGS, json=json)
    if replay is not None:
        refuse(given - {"replay", "format", "out", "json"}, because="the file has its own question", place="--replay")
        _show(_again(replay), form, out)
        return
    _refuse_idle(given)
    question = _question(budget, step, risk, budget_risk, points, draws, scenarios, shared_error, gap, seed)
    ranges = [*_ranges("episodes", episodes), *_ranges("seasons", seasons), *_all_named(genre, territory, language)]
    asked = _limited(replace(question, attitudes=attitudes), ranges, _demands(must, must_not))
    if options is not None:
        refuse(given & OF_LOG, because="the estimates come from the table", place="--options")
        _show(_of_table(options, overlap, rates, currency, as_of, asked), form, out)
        return
    refuse(given & {"overlap"}, because="shared viewers are counted in the log", place="--overlap")
    of_log = Given(as_of, assumed(list(assume)), None, currency or "", None, plan, rates, seed, prices_in)
    _show(_of_log(workspace, of_log, asked), form, out)


def _again(path: Path) -> Slate:
    from cliffhanger.pipeline.slate import replayed

    found, held = replayed(path)
    for line in held.other_fields:
        say(line)
    return found


def _refuse_idle(given: set[str]) -> None:
    """Refuse what means something only beside another option, or beside another value of it."""
    if "options" in given and "rates" not in given:
        refuse(given & {"as_of"}, because="with a table it is the day of the --rates, and none are given", place="--as-of")
    if "budget" not in given:
        refuse(given & {"budget_risk", "step", "points"}, because="none is given", place="--budget")
    if not given & {"risk", "budget_risk", "attitudes"}:
        refuse(given & {"scenarios"}, because="none of --risk, --budget-risk and --attitudes is asked for", place="--scenarios")


def _of_table(
    options: Path, overlap: Path | None, rates: Path | None, currency: str | None, as_of: dt.date | None, asked: SlateQuestion
) -> Slate:
    from cliffhanger.pipeline.slate import Files
    from cliffhanger.pipeline.slate import slate as decide

    return decide(Files(options, overlap, rates, currency, as_of), asked)


def _of_log(workspace: Path | None, given: Given, asked: SlateQuestion) -> Slate:
    from cliffhanger.pipeline.log_answers import slate_log, tables_given
    from cliffhanger.store.workspace import Workspace

    folder = workspace or Path()
    if workspace is None and not Path(MARKER).is_file():
        remedy = "Name a table with --options, or a workspace with a viewing log with --workspace"
        raise UsageError("no table of estimates, and no log to make one from", place="--options", remedy=remedy)
    opened, question = Workspace.open(folder), log_question(given)
    notes = tables_given(plan=given.plan, rates=given.rates)
    with telling() as tell:
        return slate_log(opened, question, asked, notes=notes, progress=tell)


def _question(
    budget: str | None,
    step: str | None,
    risk: str,
    budget_risk: str,
    points: int,
    draws: int,
    scenarios: int,
    shared_error: float | None,
    gap: float,
    seed: int,
) -> SlateQuestion:
    from cliffhanger.assumptions import value
    from cliffhanger.decision.limits import Limits
    from cliffhanger.decision.program import Effort
    from cliffhanger.decision.risk import parsed
    from cliffhanger.decision.slate import SlateQuestion
    from cliffhanger.sources.hand_tables import amount

    _within("--draws", draws, 10, 20_000)
    _within("--scenarios", scenarios, 10, 20_000)
    _within("--points", points, 0, 60)
    _within("--gap", gap, 0, 1)
    _within("--seed", seed, 0, 2**63)
    share = value("shared_error") if shared_error is None else shared_error
    _within("--shared-error", share, 0, 1)
    most = None if budget is None else amount(budget, place="--budget")
    more = _usual_step(most) if step is None else amount(step, place="--step")
    if more <= 0 or (most is not None and most < 0):
        raise UsageError("a budget or step below 0 is none", place="--budget, --step", remedy="Give sums above 0")
    return SlateQuestion(
        currency="",
        estimates=(),
        limits=Limits(most, parsed(budget_risk, place="--budget-risk", kinds=("mean", "cvar", "chance"))),
        risk=parsed(risk, place="--risk"),
        step=more,
        points=points,
        n_draws=draws,
        seed=seed,
        shared_error=share,
        effort=Effort(gap=gap, scenarios=min(scenarios, draws)),
    )


def _usual_step(budget: float | None) -> float:
    """A million, or a tenth of a budget that is less than ten of them."""
    return min(USUAL_STEP, SHARE_OF_BUDGET * budget) if budget else USUAL_STEP


def _limited(question: SlateQuestion, ranges: list[Range], demands: list[Demand]) -> SlateQuestion:
    return replace(question, limits=replace(question.limits, ranges=tuple(ranges), demands=tuple(demands)))


def _within(place: str, value: float, low: float, high: float) -> None:
    if not low <= value <= high:
        raise UsageError(f"{value:g} is out of range", place=place, remedy=f"Give {low:g} to {high:g}")


def _ranges(column: Column, text: str | None, name: str = "") -> list[Range]:
    from cliffhanger.decision.limits import Range

    if text is None:
        return []
    found = RANGE.fullmatch(text.strip())
    if not found or not (found["low"] or found["high"]):
        remedy = "Write 2..5, ..5, 2.. or 3"
        raise UsageError(f'"{text}" is no range', place=f"--{column}", remedy=remedy)
    low = float(found["low"]) if found["low"] else None
    high = float(found["high"]) if found["high"] else None
    return [Range(column, name, low, high if found["dots"] else low)]


def _all_named(genre: Many, territory: Many, language: Many) -> list[Range]:
    found = [_named("genre", one) for one in genre] + [_named("territory", one) for one in territory]
    return found + [_named("language", one) for one in language]


def _named(column: Column, text: str) -> Range:
    name, equals, span = text.rpartition("=")
    if not equals or not name.strip():
        raise UsageError(f'"{text}" names no {column} and range', place=f"--{column}", remedy="Write it as drama=2..5")
    (found,) = _ranges(column, span, name.strip())
    return found


def _demands(must: Many, must_not: Many) -> list[Demand]:
    return [_demand(one, wanted=True) for one in must] + [_demand(one, wanted=False) for one in must_not]


def _demand(text: str, *, wanted: bool) -> Demand:
    from cliffhanger.decision.limits import Demand
    from cliffhanger.decision.options import NAMES

    head, equals, option = text.rpartition("=")
    season, chosen = (head, option.strip()) if equals and option.strip() in NAMES else (text, None)
    title, colon, number = season.rpartition(":")
    if not colon or not number.strip().isdecimal():
        place = "--must" if wanted else "--must-not"
        remedy = f"Write it as TITLE:2, or TITLE:2=finale; options are {', '.join(NAMES)}"
        raise UsageError(f'"{text}" names no season', place=place, remedy=remedy)
    return Demand(title.strip(), int(number), chosen, wanted)


def _show(found: Slate, form: Format, out: Path | None) -> None:
    from cliffhanger.pipeline.slate import slate_json
    from cliffhanger.report.slate_html import slate_html
    from cliffhanger.report.slate_text import sentence, slate_text

    notes = said_of(found.notes)
    if form == "xlsx" and out is not None:
        from cliffhanger.report.workbook import slate_workbook

        aside = aside_of(found.notes)
        write_bytes(out, slate_workbook(found.answer, found.question, notes=notes, aside=aside, basis=found.basis))
        return
    if form == "json":
        text = slate_json(found, sentence=sentence(found.answer))
    elif form == "html":
        text = slate_html(found.answer, notes=notes, basis=found.basis)
    else:
        text = slate_text(found.answer, notes=notes, basis=found.basis, width=width())
    show(text, out)
