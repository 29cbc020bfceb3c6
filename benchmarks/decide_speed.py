"""How long it takes to decide many seasons from measured tables: ``python benchmarks/decide_speed.py --workspace W``.

The measured tables of a workspace's log are repeated under new titles, each copy with its costs, until there are as many seasons
as asked for; counting the log is not part of it. Prints seconds of the wall clock and of the processor (fitting and drawing,
deciding every season with all its options, guards and influences, and the slate of all of them) and the load of the machine
over the minute before it began.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from dataclasses import fields, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from cliffhanger.decision.limits import Limits
from cliffhanger.decision.slate import SlateQuestion
from cliffhanger.pipeline.decide_from_log import decided
from cliffhanger.pipeline.opened_log import asked_of
from cliffhanger.pipeline.season_question import ValueQuestion
from cliffhanger.pipeline.season_values import read_costs, read_names, service_values
from cliffhanger.pipeline.service import service_records
from cliffhanger.pipeline.slate import answered
from cliffhanger.pipeline.slate_from_log import question_of_log
from cliffhanger.service_records import ServiceRecords
from cliffhanger.store.workspace import Workspace

PARTS = ("fit_and_draw", "decide", "slate")
CLOCKS = ("wall", "processor")
BY_TITLE = ("seasons", "calendar", "launches", "naive", "credits")


def repeated(records: ServiceRecords, times: int, seasons: int) -> ServiceRecords:
    """The same service with its series told several times, each under another title."""
    changed: dict[str, Any] = {}
    for field in fields(records):
        table = getattr(records, field.name)
        if field.name in BY_TITLE:
            changed[field.name] = {
                name: np.concatenate([_named(column, name, k) for k in range(times)]) for name, column in table.items()
            }
    order = np.argsort(changed["seasons"]["title_id"], kind="stable")[:seasons]
    changed["seasons"] = {name: column[order] for name, column in changed["seasons"].items()}
    kept = set(changed["seasons"]["title_id"])
    for name in BY_TITLE[1:]:
        inside = np.array([title in kept for title in changed[name]["title_id"]], dtype=bool)
        changed[name] = {column: values[inside] for column, values in changed[name].items()}
    return replace(records, audience=np.tile(records.audience, (times, 1))[order], **changed)


def _named(column: np.ndarray[Any, Any], name: str, k: int) -> np.ndarray[Any, Any]:
    return np.array([f"{title}-{k:03d}" for title in column]) if name == "title_id" else column


def main() -> None:
    """Read the arguments, time, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workspace", type=Path, required=True)
    parser.add_argument("--seasons", type=int, default=500)
    args = parser.parse_args()
    asked = asked_of(Workspace.open(args.workspace), as_of=None, k=1)
    service = service_records(asked, progress=lambda _: None)
    copies = -(-args.seasons // len(service))
    records = repeated(service, copies, args.seasons)
    lines = [replace(line, title_id=f"{line.title_id}-{k:03d}") for line in read_costs(asked) for k in range(copies)]
    names = {f"{title}-{k:03d}": known for title, known in read_names(asked).items() for k in range(copies)}
    load, marks = os.getloadavg()[0], [_clocks()]
    values = service_values(records, lines=lines, names=names, question=ValueQuestion({}))
    marks.append(_clocks())
    found = [decided(asked, values, season.title_id) for season in values.draws]
    marks.append(_clocks())
    question, _ = question_of_log(values, SlateQuestion("", (), limits=Limits(3e5), points=0))
    answered(question)
    marks.append(_clocks())
    seconds = {
        clock: dict(zip(PARTS, (round(ended - begun, 2) for begun, ended in pairwise(at)), strict=True))
        for clock, at in zip(CLOCKS, zip(*marks, strict=True), strict=True)
    }
    print(json.dumps({"seasons": len(found), "copies": copies, "load": round(load, 2), **seconds}))


def _clocks() -> tuple[float, float]:
    """Seconds of the wall clock, and of the processor in this process."""
    return time.perf_counter(), time.process_time()


if __name__ == "__main__":
    main()
