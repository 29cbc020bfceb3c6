"""``cliffhanger decide``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from cliffhanger.cli.options import AsOf, Json, Where, figures_of, say, width
from cliffhanger.errors import InputError, UsageError

SEED = 20200101  # as the dossier's, so that both say the same
SCALES = {"k": 1e3, "m": 1e6, "b": 1e9, "bn": 1e9}
MOST_SHOWN = 5
Ends = tuple[float, float, float]


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
        str, Parameter(help="Of that cost; another than USD needs its rate, such as --assume usd_per_eur=1.1.")
    ] = "USD",
    seed: Annotated[int, Parameter(help="Of the draws: the same seed gives the same answer.")] = SEED,
    replay: Annotated[Path | None, Parameter(help="Answer the question of this file again, and say what differs.")] = None,
    json: Json = False,
) -> None:
    """Should it be renewed: what another season could cost and still pay, from public figures and stated assumptions.

    With a viewing log and costs on file more can be said; without them the value of an hour viewed is an assumption.

    Example: cliffhanger decide "Spinning Out" --episodes 10

    Example: cliffhanger decide "Spinning Out" --episodes 10 --cost-per-episode 2M --assume value_per_hour=0.10
    """
    import numpy as np

    from cliffhanger.pipeline.decide import Terms
    from cliffhanger.pipeline.decide import decide as answer
    from cliffhanger.pipeline.decide_again import question_of, versions
    from cliffhanger.report.formats import decision_json
    from cliffhanger.report.text import decision_text

    if replay is not None:
        _again(replay, workspace)
        return
    if series is None:
        raise UsageError("no series is named", place="decide", remedy='Name one: cliffhanger decide "Spinning Out"')
    assumed, cost = _assumed(assume or []), None if cost_per_episode is None else _ends(cost_per_episode, "--cost-per-episode")
    if cost is not None:
        cost = _in_dollars(cost, currency, assumed)
    terms = Terms(episodes=episodes, assume=assumed, cost_per_episode=cost)
    figures = figures_of(workspace)
    found = answer(figures, series, season=season, as_of=as_of, terms=terms, rng=np.random.default_rng(_seed(seed)))
    if json:
        print(decision_json(found, question_of(found, terms, seed=seed), versions()), end="")
        return
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    print(decision_text(found, width=width(), colour=colour), end="")


def _again(path: Path, workspace: Path | None) -> None:
    from cliffhanger.pipeline.decide_again import replay

    found, told = replay(figures_of(workspace), path)
    name = f"{found.series}, season {found.season}, as of {found.as_of}"
    if not told:
        print(f"The same answer, bit for bit: {name}.")
        return
    for line in told[:MOST_SHOWN]:
        say(line)
    raise InputError(
        f"the answer for {name} differs in {len(told)} places",
        place=str(path),
        remedy="Ask with the figures and versions that the file names",
    )


def _assumed(pairs: list[str]) -> dict[str, Ends]:
    found: dict[str, Ends] = {}
    for pair in pairs:
        name, given, value = pair.partition("=")
        if not given:
            raise UsageError(f'"{pair}" is no assumption', place="--assume", remedy="Write it as name=value or name=low:high")
        found[name.strip()] = _ends(value, f"--assume {name.strip()}")
    return found


def _ends(text: str, place: str) -> Ends:
    """Read ``0.1``, ``0.05:0.15`` or ``0.05:0.1:0.15``, each with k, M or bn behind it."""
    numbers = [_number(part, place) for part in text.split(":")]
    if len(numbers) == 1:
        return numbers[0], numbers[0], numbers[0]
    if len(numbers) == 2:
        return numbers[0], (numbers[0] + numbers[1]) / 2, numbers[1]
    if len(numbers) == 3:
        return numbers[0], numbers[1], numbers[2]
    raise UsageError(f'"{text}" has more than three numbers', place=place, remedy="Write low:high or low:middle:high")


def _number(text: str, place: str) -> float:
    bare = text.strip().replace(",", "").lower()
    scale = next((s for s in ("bn", "b", "m", "k") if bare.endswith(s)), "")
    try:
        return float(bare.removesuffix(scale)) * SCALES.get(scale, 1.0)
    except ValueError as error:
        raise UsageError(f'"{text}" is no number', place=place, remedy="Write it as 0.10, 600k, 6M or 1.2bn") from error


def _in_dollars(cost: Ends, currency: str, assumed: dict[str, Ends]) -> Ends:
    """Turn a cost into dollars by the rate among the assumptions, which is used up."""
    code = currency.strip().upper()
    if code == "USD":
        return cost
    rate = assumed.pop(f"usd_per_{code.lower()}", None)
    if rate is None or not rate[0] > 0:
        remedy = f"Give it: --assume usd_per_{code.lower()}=RATE, or name the cost in USD"
        raise UsageError(f"no rate from {code} to USD is known", place="--currency", remedy=remedy)
    return cost[0] * rate[0], cost[1] * rate[1], cost[2] * rate[2]


def _seed(seed: int) -> int:
    if seed < 0:
        raise UsageError(f"{seed} is no seed", place="--seed", remedy="Give a whole number from 0")
    return seed
