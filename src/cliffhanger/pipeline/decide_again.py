"""A decision that was written down: the question it answered, and whether the same question gives the same answer again."""

from __future__ import annotations

import datetime as dt
import json
import platform
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from cliffhanger import __version__
from cliffhanger.decision.risk import EXAMPLES, parsed, written
from cliffhanger.dossier.decision import Decision
from cliffhanger.errors import InputError
from cliffhanger.pipeline.compared import Compared, compared, explained
from cliffhanger.pipeline.decide import Terms, decide
from cliffhanger.pipeline.figures import Figures

KIND_OF_LOG = "log decision"
KINDS = ("decision", KIND_OF_LOG)
CHANGED = "the file was changed, or the figures that answer it"
LARGEST_BYTES = 10_000_000


def versions() -> dict[str, str]:
    """What made an answer."""
    return {"cliffhanger": __version__, "python": platform.python_version(), "numpy": np.__version__}


def question_of(decision: Decision, terms: Terms, *, seed: int) -> dict[str, Any]:
    """Everything that an answer follows from, but for the figures; defaults written out."""
    return {
        "series": decision.series,
        "season": decision.season,
        "as_of": decision.as_of.isoformat(),
        "episodes": terms.episodes,
        "cost_per_episode": None if terms.cost_per_episode is None else list(terms.cost_per_episode),
        "currency": "USD",
        "risk": written(terms.risk),
        "assume": {name: list(ends) for name, ends in terms.assume.items()},
        "seed": seed,
        "draws": terms.n_draws,
    }


def kind_of(path: Path) -> str:
    """What kind of decision a file holds: from public figures or from a log.

    Raises
    ------
    InputError
        The file is not there, or is no decision.
    """
    return str(_read(path)["kind"])


def replay(figures: Figures, path: Path) -> tuple[Decision, dict[str, Any], Compared]:
    """Answer the question of a file again: the answer, the question, and the answer held against the file's.

    Raises
    ------
    InputError
        The file is no decision.
    """
    kept = _read(path)
    try:
        asked = kept["question"]
        cost = asked["cost_per_episode"]
        terms = Terms(
            episodes=asked["episodes"],
            assume={name: _three(ends) for name, ends in asked["assume"].items()},
            cost_per_episode=None if cost is None else _three(cost),
            risk=parsed(asked.get("risk", "mean"), place="--risk", kinds=tuple(EXAMPLES)),
            n_draws=int(asked["draws"]),
        )
        series, season, day = str(asked["series"]), int(asked["season"]), dt.date.fromisoformat(asked["as_of"])
        seed, before = int(asked["seed"]), kept["answer"]
        rng = np.random.default_rng(seed)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _no_decision(path, f"its question cannot be read ({error})") from error
    again = decide(figures, series, season=season, as_of=day, terms=terms, rng=rng)
    # Where the figures were read from is no part of the answer.
    held = held_against(kept | {"answer": before | {"origin": ""}}, replace(again, origin=""))
    return again, question_of(again, terms, seed=seed), held


def held_against(kept: dict[str, Any], again: Any) -> Compared:
    """Hold a decision against the one in a file, and say why something may differ."""
    held = compared(kept["answer"], again, "answer")
    return explained(held, then=kept.get("versions"), now=versions(), otherwise=CHANGED)


def _three(ends: Any) -> tuple[float, float, float]:
    low, middle, high = (float(end) for end in ends)
    return low, middle, high


def _read(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise _no_decision(path, "it is too large")
        kept = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _no_decision(
            path, "there is no such file" if not path.exists() else f"it cannot be read ({error.strerror})"
        ) from error
    except ValueError as error:
        raise _no_decision(path, str(error)) from error
    if not isinstance(kept, dict) or kept.get("kind") not in KINDS or not isinstance(kept.get("answer"), dict):
        raise _no_decision(path, 'it has no "kind": "decision"')
    if "series" not in kept["answer"]:
        raise _no_decision(path, "its answer names no series")
    return kept


def _no_decision(path: Path, why: str) -> InputError:
    return InputError(f"this is no decision: {why}", place=str(path), remedy="Write one: cliffhanger decide SERIES --json > FILE")
