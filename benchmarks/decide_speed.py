"""How long it takes to decide many seasons from measured tables: ``python benchmarks/decide_speed.py --workspace W``.

The measured tables of a workspace's log are repeated under new titles until there are as many seasons as asked for; counting the
log is not part of it. Prints seconds of the wall clock: fitting and drawing, deciding every season with all its options, guards
and influences, and the slate of all of them.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np

from cliffhanger.decision.limits import Limits
from cliffhanger.decision.slate import SlateAnswer, SlateQuestion, decide_slate
from cliffhanger.pipeline.decide_from_log import decided
from cliffhanger.pipeline.opened_log import asked_of
from cliffhanger.pipeline.season_question import ValueQuestion
from cliffhanger.pipeline.season_values import read_costs, read_names, service_values
from cliffhanger.pipeline.service import service_records
from cliffhanger.pipeline.slate_from_log import question_of_log
from cliffhanger.service_records import ServiceRecords
from cliffhanger.store.workspace import Workspace

BY_TITLE = ("seasons", "calendar", "launches", "naive", "credits")


def repeated(records: ServiceRecords, seasons: int) -> ServiceRecords:
    """The same service with its series told several times, each under another title."""
    times = -(-seasons // len(records))
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
    records = repeated(service_records(asked, progress=lambda _: None), args.seasons)
    times = -(-args.seasons // 33) + 1
    lines = [replace(line, title_id=f"{line.title_id}-{k:03d}") for line in read_costs(asked) for k in range(times)]
    names = {f"{title}-{k:03d}": known for title, known in read_names(asked).items() for k in range(times)}
    begun = time.perf_counter()
    values = service_values(records, lines=lines, names=names, question=ValueQuestion({}))
    drawn = time.perf_counter()
    found = [decided(asked, values, season.title_id) for season in values.draws]
    told = time.perf_counter()
    question, _ = question_of_log(values, SlateQuestion("", (), limits=Limits(3e5), points=0))
    answer = decide_slate(question)
    if not isinstance(answer, SlateAnswer):
        raise TypeError(answer)
    ended = time.perf_counter()
    seconds = {"fit_and_draw": drawn - begun, "decide": told - drawn, "slate": ended - told, "seasons": len(found)}
    print(json.dumps({name: round(float(value), 2) for name, value in seconds.items()}))


if __name__ == "__main__":
    main()
