"""A slate from the user's own tables: read, converted into one currency, decided; and decided again from its own JSON."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from cliffhanger.decision.conflicts import Conflict
from cliffhanger.decision.cost import QUALITIES, Rate, exchange_rate, graded
from cliffhanger.decision.options import NAMES, Estimate, Overlap, Quantiles, Season
from cliffhanger.decision.slate import SlateAnswer, SlateQuestion, decide_slate
from cliffhanger.dossier.log_slate import LogBasis
from cliffhanger.dossier.plain import plain
from cliffhanger.errors import InputError, UsageError
from cliffhanger.pipeline.compared import Compared, compared, explained
from cliffhanger.pipeline.solver_lines import solver_lines_apart
from cliffhanger.sources.hand_tables import ReadTable, SetAside
from cliffhanger.sources.option_table import OptionRow, OverlapRow, read_options, read_overlaps, read_rates, with_seasons

KIND = "slate"
WRITE_ONE = "Write one: cliffhanger slate --json > FILE"
CHANGED = "the file was changed, or the seconds ran out"
LIBRARIES = ("cliffhanger", "numpy", "scipy")


@dataclass(frozen=True, slots=True)
class TableNote:
    """What became of a file: rows in it, rows taken, rows set aside with their reasons, columns that nothing reads."""

    what: str
    path: str
    sha256: str
    total: int
    taken: int
    set_aside: tuple[SetAside, ...]
    ignored: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slate:
    """A question, its answer, and where the question's numbers are from: ``notes`` of tables, or the ``basis`` in a log."""

    question: SlateQuestion
    answer: SlateAnswer
    notes: tuple[TableNote, ...]
    rates: tuple[Rate, ...]
    versions: dict[str, str]
    basis: LogBasis | None = None


@dataclass(frozen=True, slots=True)
class Files:
    """The user's tables, the currency of the answer (None: the one that the table has), the day of the rates."""

    options: Path
    overlaps: Path | None = None
    rates: Path | None = None
    currency: str | None = None
    as_of: dt.date | None = None


def slate(files: Files, question: SlateQuestion) -> Slate:
    """Decide a slate.

    Parameters
    ----------
    question
        All but the estimates, overlaps and currency, which come from the files.

    Raises
    ------
    InputError
        A file cannot be taken, or currencies are mixed without rates.
    UsageError
        The limits contradict each other.
    """
    options = read_options(files.options, options=NAMES, qualities=QUALITIES)
    rates = read_rates(files.rates) if files.rates else None
    known = tuple(Rate(row.day, row.currency, row.into, row.rate) for row in rates.rows) if rates else ()
    currency = _currency(files, options)
    estimates = tuple(_estimate(row, currency, known, files.as_of) for row in options.rows)
    notes = [note_of("options", options)]
    overlaps: tuple[Overlap, ...] = ()
    if files.overlaps:
        pairs = with_seasons(read_overlaps(files.overlaps), {(one.title_id, one.season) for one in estimates})
        overlaps = _overlaps(pairs.rows, estimates, currency, known, files.as_of)
        notes.append(note_of("shared viewers", pairs))
    notes += [note_of("rates", rates)] if rates else []
    asked = replace(question, currency=currency, estimates=estimates, overlaps=overlaps)
    return decided_slate(asked, tuple(notes), known)


def decided_slate(question: SlateQuestion, notes: tuple[TableNote, ...], rates: tuple[Rate, ...]) -> Slate:
    """Decide a question whose estimates are in it.

    Raises
    ------
    UsageError
        The limits contradict each other.
    """
    return Slate(question, answered(question), notes, rates, _versions())


def slate_json(found: Slate, *, sentence: str) -> str:
    """All that repeats a slate bit for bit, and the answer."""
    content = {
        "kind": KIND,
        "sentence": sentence,
        "answer": plain(found.answer),
        "question": plain(found.question),
        "notes": plain(found.notes),
        "basis": plain(found.basis),
        "rates": plain(found.rates),
        "versions": found.versions,
    }
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def replayed(path: Path) -> tuple[Slate, Compared]:
    """Decide the question of a slate's JSON again, and hold the answer against the one in it.

    Raises
    ------
    InputError
        The file is no slate, its question has no answer, or the answer is not the same in what both have.
    """
    content = _content(path)
    try:
        question = TypeAdapter(SlateQuestion).validate_python(content["question"])
        notes = TypeAdapter(tuple[TableNote, ...]).validate_python(content["notes"])
        rates = TypeAdapter(tuple[Rate, ...]).validate_python(content["rates"])
        basis = TypeAdapter(LogBasis | None).validate_python(content.get("basis"))
    except (KeyError, ValidationError) as error:
        problem = f"this is no slate that can be repeated: {str(error).splitlines()[0]}"
        raise InputError(problem, place=str(path), remedy=WRITE_ONE) from error
    try:
        answer = answered(question)
    except UsageError as error:
        raise InputError(error.problem, place=str(path), remedy=error.remedy) from error
    held = compared(content["answer"], answer, "answer")
    held = explained(held, then=content.get("versions"), now=_versions(), otherwise=CHANGED)
    if held.differs:
        raise InputError(
            f"the answer is not the one in the file: {held.because}; it differs in {held.places}, first {held.differs[0]}",
            place=str(path),
            remedy="Decide it anew from the tables",
        )
    return Slate(question, answer, notes, rates, _versions(), basis), held


def _content(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        problem = f"this file cannot be read: {(error.strerror or str(error)).lower()}"
        raise InputError(problem, place=str(path), remedy=WRITE_ONE) from error
    except ValueError as error:
        raise InputError(f"this is no slate: {error}", place=str(path), remedy=WRITE_ONE) from error
    if not isinstance(content, dict) or content.get("kind") != KIND or "picks" not in (content.get("answer") or {}):
        raise InputError('this is no slate: it has no "kind": "slate", or no answer', place=str(path), remedy=WRITE_ONE)
    return content


def answered(question: SlateQuestion) -> SlateAnswer:
    """The answer alone, with nothing of the solver's on standard output.

    Raises
    ------
    UsageError
        The limits contradict each other.
    """
    with solver_lines_apart():
        found = decide_slate(question)
    if isinstance(found, Conflict):
        raise _refusal(found)
    return found


def _refusal(conflict: Conflict) -> UsageError:
    told = "; ".join(_told(row.label, row.low, row.high) for row in conflict.rows)
    more = (
        f" The others need a budget of {math.ceil(conflict.needed):,}."
        if conflict.needed is not None and conflict.rows[1:]
        else ""
    )
    least = "no smaller set of them does" if conflict.smallest else "without any one of them the others hold"
    alone = "This limit cannot be met at all" if not conflict.rows[1:] else f"These limits contradict each other, and {least}"
    return UsageError(f"no set of decisions is allowed. {alone}: {told}.{more}".rstrip("."), remedy="Widen or drop one of them")


def _told(label: str, low: float, high: float) -> str:
    if " must " in label:
        return label
    bounds = [f"at least {low:,.0f}"] if low > float("-inf") else []
    bounds += [f"at most {high:,.0f}"] if high < float("inf") else []
    return f"{label} {' and '.join(bounds)}"


def _currency(files: Files, options: ReadTable[OptionRow]) -> str:
    there = sorted({row.currency for row in options.rows} - {""})
    if files.currency:
        return files.currency.upper()
    if len(there) > 1:
        remedy = "Name the currency of the answer with --currency, and a table of rates with --rates"
        raise InputError(f"amounts are in {' and '.join(there)}", place=options.path, remedy=remedy)
    return there[0] if there else ""


def _estimate(row: OptionRow, currency: str, rates: Sequence[Rate], as_of: dt.date | None) -> Estimate:
    rate = exchange_rate(rates, row.currency or currency, currency, as_of=as_of)
    low, middle, high = row.cost if len(row.cost) == 3 else graded(row.cost[0], row.cost_quality)
    return Estimate(
        title_id=row.title_id,
        season=row.season,
        option=row.option,
        value=_times(row.value, rate),
        cost=_times((low, middle, high), rate),
        episodes=row.episodes,
        genre=row.genre,
        territory=row.territory,
        language=row.language,
    )


def _times(quantiles: Quantiles, rate: float) -> Quantiles:
    low, middle, high = quantiles
    return low * rate, middle * rate, high * rate


def _overlaps(
    rows: Sequence[OverlapRow], estimates: Sequence[Estimate], currency: str, rates: Sequence[Rate], as_of: dt.date | None
) -> tuple[Overlap, ...]:
    """Pairs as the program takes them; money as a share of the smaller of their largest middle values."""
    largest: dict[Season, float] = {}
    for estimate in estimates:
        season = (estimate.title_id, estimate.season)
        largest[season] = max(largest.get(season, 0.0), estimate.value[1])
    found = []
    for row in rows:
        first, second = (row.title_id, row.season), (row.title_id_b, row.season_b)
        share = row.share
        if share is None:
            smaller = min(largest[first], largest[second])
            value = (row.shared_value or 0.0) * exchange_rate(rates, row.currency or currency, currency, as_of=as_of)
            share = min(value / smaller, 1.0) if smaller > 0 else 0.0
        found.append(Overlap(first, second, share))
    return tuple(found)


def note_of(what: str, table: ReadTable[Any]) -> TableNote:
    """What became of a table, with the checksum of its file."""
    path = Path(table.path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return TableNote(what, path.name, digest, table.total, len(table.rows), table.set_aside, table.ignored)


def _versions() -> dict[str, str]:
    return {name: version(name) for name in LIBRARIES}
