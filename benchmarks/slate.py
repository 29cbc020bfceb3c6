"""How long a slate takes, and how good it is for sure: ``python benchmarks/slate.py --seasons 500``.

Made-up estimates: lognormal values, costs about as large, three options a season beside its end, a budget of a third of what
renewing all would cost. Prints seconds of the wall clock and of the processor (median, lowest, highest of the rounds), and the
largest gap that was left: no slate is better by more than that share.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from cliffhanger.decision.limits import Limits
from cliffhanger.decision.options import Estimate, Overlap
from cliffhanger.decision.program import Effort
from cliffhanger.decision.risk import Risk
from cliffhanger.decision.slate import SlateAnswer, SlateQuestion
from cliffhanger.pipeline.slate import answered

ORDERS = (("renew", 1.0, 1.0, 10), ("shorter", 0.7, 0.65, 6), ("finale", 0.3, 0.2, 2))


def question(seasons: int, pairs: int, *, seed: int) -> SlateQuestion:
    """A slate of made-up seasons, some of which share viewers."""
    rng = np.random.default_rng(seed)
    estimates = []
    for k in range(seasons):
        value = 4e6 * rng.lognormal(0, 1)
        cost = value * rng.lognormal(-0.1, 0.5)
        for option, worth, price, episodes in ORDERS:
            v, c = value * worth, cost * price
            genre = "drama" if k % 3 else "comedy"
            estimates.append(Estimate(f"t{k:04d}", 1, option, (0.5 * v, v, 1.8 * v), (0.9 * c, c, 1.2 * c), episodes, genre))
    drawn = {tuple(sorted(int(k) for k in rng.choice(seasons, 2, replace=False))) for _ in range(pairs)}
    overlaps = tuple(Overlap((f"t{a:04d}", 1), (f"t{b:04d}", 1), float(rng.uniform(0.05, 0.5))) for a, b in sorted(drawn))
    budget = sum(e.cost[1] for e in estimates if e.option == "renew") / 3
    return SlateQuestion("USD", tuple(estimates), overlaps, Limits(budget), points=0, seed=seed)


def timed(work: Callable[[int], SlateAnswer], rounds: int) -> tuple[list[float], list[float], float]:
    """Seconds of the wall clock and of the processor of every round, and the largest gap."""
    wall, processor, gaps = [], [], []
    for seed in range(1, rounds + 1):
        begun, used = time.perf_counter(), time.process_time()
        answer = work(seed)
        wall.append(time.perf_counter() - begun)
        processor.append(time.process_time() - used)
        gaps += [answer.search.gap or 0.0, *(point.gap or 0.0 for point in answer.frontier)]
    return wall, processor, max(gaps)


def main() -> None:
    """Print a line for each kind of slate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seasons", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5, help="each with another seed")
    parser.add_argument("--risk-rounds", type=int, default=1, help="rounds of the slates of risk, which take longer")
    asked = parser.parse_args()
    n, rounds = asked.seasons, asked.rounds
    small = Effort(scenarios=200)
    kinds: dict[str, tuple[int, Callable[[int], SlateQuestion]]] = {
        "slate and the next million": (rounds, lambda seed: question(n, 0, seed=seed)),
        f"the same, {n} pairs share viewers": (rounds, lambda seed: question(n, n, seed=seed)),
        "with the frontier of 12 budgets": (rounds, lambda seed: replace(question(n, 0, seed=seed), points=12)),
        f"frontier, {n} pairs": (rounds, lambda seed: replace(question(n, n, seed=seed), points=12)),
        "worst fifth, 200 scenarios": (
            asked.risk_rounds,
            lambda seed: replace(question(n, 0, seed=seed), risk=Risk("cvar", 0.2), effort=small),
        ),
        "slate, and what each attitude takes": (
            asked.risk_rounds,
            lambda seed: replace(question(n, 0, seed=seed), attitudes=True, effort=small),
        ),
        f"the same, {n} pairs": (
            asked.risk_rounds,
            lambda seed: replace(question(n, n, seed=seed), attitudes=True, effort=small),
        ),
    }
    print(f"{n} seasons x {len(ORDERS) + 1} options, 1,000 draws; seconds: median (lowest to highest)")
    for name, (times, made) in kinds.items():
        wall, processor, gap = timed(lambda seed, made=made: answered(made(seed)), times)  # type: ignore[misc]
        told = " ".join(f"{statistics.median(s):6.2f} ({min(s):.2f} to {max(s):.2f})" for s in (wall, processor))
        print(f"{name:36s} wall, processor {told}   largest gap {gap:.1e}   {times} rounds")


if __name__ == "__main__":
    main()
