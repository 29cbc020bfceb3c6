"""After an ingest: which closed windows it restates, and what the store does for itself: compaction, freezing."""

from __future__ import annotations

from pathlib import Path

from cliffhanger.engines.kernel import NEVER, Schedule
from cliffhanger.pipeline.apart import Progress
from cliffhanger.pipeline.compaction import compact
from cliffhanger.pipeline.freezing import freeze
from cliffhanger.store.log_store import LogManifest, LogStore, Run
from cliffhanger.terms import SECONDS_A_DAY, WINDOWS_DAYS


def tidy(
    store: LogStore, manifest: LogManifest, schedule: Schedule, incoming: Path, *, cut: int, progress: Progress
) -> LogManifest:
    """Merge runs and freeze seasons, each step committed by itself: dying between them loses no row and no answer.

    ``cut`` is the first second since 1970 after the log's last day.
    """
    while (after := compact(store, manifest, incoming)) is not manifest:
        progress(f"merging {len(manifest.runs) - len(after.runs) + 1} runs")
        _commit(store, incoming, manifest, after)
        manifest = after
    after = freeze(store, manifest, schedule, incoming, cut=cut)
    if after is not manifest:
        progress("keeping the counts of seasons that are over")
        _commit(store, incoming, manifest, after)
    return after


def restated(run: Run, manifest: LogManifest, schedule: Schedule, *, before_cut: int) -> tuple[tuple[str, int], ...]:
    """Seasons for whose windows a run brings rows although they had elapsed by the day before; the values may change.

    ``before_cut`` is the first second, since 2000, after the last day of the log before the run.
    """
    homes = schedule.territories
    found = []
    for code, first in sorted(run.firsts.items()):
        out = [int(at) for at in schedule.premiere[code * homes : (code + 1) * homes] if at != NEVER]
        ends = [at + days * SECONDS_A_DAY for at in out for days in WINDOWS_DAYS]
        if any(first < end <= before_cut for end in ends):
            found.append(manifest.seasons[code])
    return tuple(found)


def _commit(store: LogStore, incoming: Path, before: LogManifest, after: LogManifest) -> None:
    known = {file.file for file in before.files}
    store.commit(incoming, [file.file for file in after.files if file.file not in known], after)
