"""What an answer from a log rests on, in words and tables: guards, assumptions and, of a slate, seasons that are left out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from cliffhanger.dossier.log_slate import LogBasis, SeasonJudged
from cliffhanger.dossier.paying import Guard, Stated
from cliffhanger.report.log_guards import guard_words
from cliffhanger.report.notation import clean_text, day
from cliffhanger.report.tables import Column, Table

Names = Mapping[str, str]  # title_id to the name that viewers see


def stated_table(assumptions: Sequence[Stated]) -> Table:
    """What was chosen and not estimated; what was given with the question is marked."""
    columns = (Column("Assumption"), Column("Value"), Column("Unit"), Column("Why"), Column("Source"))
    return Table("Assumptions", columns, tuple(_assumption(row) for row in assumptions))


def _assumption(row: Stated) -> tuple[str, ...]:
    ends = [row.value.p10, row.value.p50, row.value.p90]
    texts = [f"{end:g}" for end in ends if end is not None]
    value = texts[0] if len(set(texts)) == 1 else f"{texts[1]} ({texts[0]} to {texts[2]})"
    return (f"{row.name} (given)" if row.changed else row.name, value, row.unit, row.why, row.source)


def names_of(basis: LogBasis | None) -> Names:
    """The names of a log's titles; none where a slate is from a table."""
    return {} if basis is None else {one.title_id: one.series for one in basis.seasons if one.series != one.title_id}


def named(title_id: str, season: int, names: Names) -> str:
    """Name a season: title_id, number and, where it is known, what viewers see."""
    series = names.get(title_id, "")
    return clean_text(f"{title_id} S{season} {series}".strip())


def basis_sentences(basis: LogBasis, ordered: Collection[str]) -> tuple[str, ...]:
    """Which log, which seasons are left out, and what to look at; of seasons, those that are ``ordered``."""
    out = [one for one in basis.seasons if one.left_out]
    taken = len(basis.seasons) - len(out)
    told = [f"From the log ({basis.log}) as of {day(basis.as_of)}: {taken} seasons are decided, {len(out)} left out."]
    told += [f"Left out: {_named(one)}: {_listed(one.left_out)}." for one in out]
    told += [f"{guard.outcome} of the service: {guard_words(guard)}." for guard in basis.guards if guard.outcome != "PASS"]
    for one in basis.seasons:
        look = [guard for guard in one.guards if guard.outcome == "REVIEW"]
        if look and one.title_id in ordered:
            told.append(f"REVIEW of {_named(one)}: {_listed(look)}.")
    return tuple(told)


def _named(one: SeasonJudged) -> str:
    return named(one.title_id, one.season, {one.title_id: one.series} if one.series != one.title_id else {})


def _listed(guards: Sequence[Guard]) -> str:
    return "; ".join(guard_words(guard) for guard in guards)
