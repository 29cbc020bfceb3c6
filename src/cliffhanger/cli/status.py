"""``cliffhanger status`` and ``cliffhanger claims``: what the ledger knows, and what people decide about it."""

from __future__ import annotations

import datetime as dt
import getpass
import json as jsons
import shlex
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from cliffhanger.cli.options import TO_FILE, Json, KnownBy, LedgerIn, print_json, say, width
from cliffhanger.cli.writing import JSON, form_of, show
from cliffhanger.errors import InputError, UsageError

Form = Literal["json", "jsonld"]
LAST_SEASON = 999
ENDINGS: dict[Form, tuple[str, ...]] = {"json": (".jsonl", ".ndjson", *JSON), "jsonld": (".jsonld", *JSON)}
claims = App(name="claims", help="Look at the claims ledger, decide about a claim, export and import it.")


def status(
    series: str,
    *,
    workspace: LedgerIn = None,
    as_of: KnownBy = None,
    season: Annotated[
        int | None, Parameter(help="The season whose status is asked; default: the latest that is spoken of.")
    ] = None,
    json: Json = False,
) -> None:
    """Tell where a series stands and how it came there: who said what, what is believed, and what contradicts itself.

    Example: cliffhanger status "Spinning Out" --workspace W --as-of 2021-02-01
    """
    from cliffhanger.pipeline.known import known_of
    from cliffhanger.report.known_text import known_text

    found = known_of(series, workspace=workspace or Path(), as_of=as_of, season=season)
    if json:
        print_json(found)
    else:
        print(known_text(found, width=width()), end="")


@claims.command(name="list")
def list_claims(
    series: str | None = None,
    /,
    *,
    workspace: LedgerIn = None,
    as_of: KnownBy = None,
    withdrawn: Annotated[
        bool, Parameter(name="--withdrawn", negative=(), help="List those instead that a later reading no longer found.")
    ] = False,
    json: Json = False,
) -> None:
    """List the claims about a series with their ids, or the series of the ledger.

    Example: cliffhanger claims list "Spinning Out"
    """
    from cliffhanger.pipeline.known import claims_of
    from cliffhanger.pipeline.read import ledger_of
    from cliffhanger.report.claims_text import recorded_line
    from cliffhanger.report.notation import counted

    ledger = ledger_of(workspace or Path())
    if series is None and not withdrawn:
        for one in ledger.series(as_of):
            print(
                jsons.dumps({"series": one.name, "claims": one.count}, ensure_ascii=False)
                if json
                else f"{one.name}: {counted(one.count, 'claim')}"
            )
        return
    about = (
        ledger.claims(series, as_of, withdrawn=True)
        if withdrawn or series is None
        else claims_of(ledger, series, as_of, moved_too=True)[1]
    )
    for recorded in about:
        if json:
            print_json(recorded, one_line=True)
        else:
            print(recorded_line(recorded))


@claims.command
def articles(*, workspace: LedgerIn = None, as_of: KnownBy = None, json: Json = False) -> None:
    """List the articles on file: from which day each counts, who published it, in which language, and its title.

    Example: cliffhanger claims articles --workspace W
    """
    from cliffhanger.pipeline.read import ledger_of
    from cliffhanger.report.claims_text import article_line

    for piece in ledger_of(workspace or Path()).pieces(as_of):
        if json:
            print_json(replace(piece, shingles=()), one_line=True)
        else:
            print(article_line(piece))


@claims.command
def outlets(*, workspace: LedgerIn = None, as_of: KnownBy = None, json: Json = False) -> None:
    """Show how often each outlet was right on what owners settled later, with its interval.

    Example: cliffhanger claims outlets --workspace W
    """
    from cliffhanger.pipeline.known import outlets_of

    found = outlets_of(workspace or Path(), as_of)
    if json:
        print_json(found)
        return
    for one in found:
        print(f"{one.outlet}, {one.family}: {one.right} of {one.trials} right; {one.p50:.0%} ({one.p10:.0%} to {one.p90:.0%})")
    if not found:
        print("No claim of an outlet was settled by an owner yet.")


@claims.command
def edit(
    claim: str,
    /,
    *,
    verdict: Annotated[
        Literal["confirmed", "corrected", "rejected", "withdrawn"],
        Parameter(help="What you decide about it; withdrawn takes back what was decided."),
    ],
    why: Annotated[str, Parameter(help="Your reason, which is kept with it.")],
    who: Annotated[str | None, Parameter(help="Who decides; default: your name on this machine.")] = None,
    value: Annotated[str | None, Parameter(help="The corrected value as JSON, such as '{\"n\": 10}'.")] = None,
    series: Annotated[str | None, Parameter(help="The series that a corrected claim is about in truth.")] = None,
    season: Annotated[str | None, Parameter(help="The season that it is about in truth, or none.")] = None,
    workspace: LedgerIn = None,
) -> None:
    """Decide about a claim: it is kept as it was read, and your decision beside it. A later one takes its place.

    A corrected value has the form of the claim's kind. What a later correction does not say stands as the one before it says.
    ARTICLE#* decides about all claims of an article. Confirmed, a claim stands as it was read, whatever was corrected before.
    Withdrawn, a claim counts as it was read; every decision stays on file.

    Example: cliffhanger claims edit article.html#3 --verdict rejected --why "a parody account"

    Example: cliffhanger claims edit "article.html#*" --verdict corrected --series "Copper Bay" --why "it is about the remake"
    """
    from cliffhanger.claims.recorded import Review
    from cliffhanger.pipeline.known import AS_READ, decide_about, near_series
    from cliffhanger.pipeline.read import ledger_of

    if (verdict == "corrected") != any(given is not None for given in (value, series, season)):
        problem = "A correction needs what is right: a value, a series or a season; and only a correction has any"
        raise UsageError(problem, remedy="Add --value JSON, --series NAME or --season N, or leave them out")
    if not why.strip() or (series is not None and not series.strip()):
        raise UsageError("A decision needs a reason, and a series a name", remedy="Say it with --why, or --series")
    review = Review(verdict, who or getpass.getuser(), why.strip(), _today(), None if value is None else _value(value))
    ledger = ledger_of(workspace or Path())
    series = " ".join(series.split()) if series else None
    near = near_series(ledger, series) if series else None
    of_season = AS_READ if season is None else _season(season)
    decided = decide_about(ledger, claim, review, series=series, season=of_season)
    back = (
        ""
        if verdict == "withdrawn"
        else f" `cliffhanger claims edit {_as_typed(claim)} --verdict withdrawn --why ...` takes it back."
    )
    say(f"{claim}: {_of_how_many(decided)}{verdict} by {review.who}.{back}")
    if near is not None:
        meant = f" Did you mean {' or '.join(near)}?" if near else ""
        say(f'Nothing else on file is about "{series}".{meant}')


@claims.command
def export(
    series: str | None = None,
    /,
    *,
    workspace: LedgerIn = None,
    as_of: KnownBy = None,
    format: Annotated[  # noqa: A002
        Form | None,
        Parameter(help="Lines of JSON, or schema.org's words; default: what the name of the --out file ends in, else json."),
    ] = None,
    out: Annotated[Path | None, Parameter(name=["--out", "-o"], help=f"{TO_FILE}.")] = None,
) -> None:
    """Write the ledger, or the claims about one series, for other programs; `cliffhanger claims import` reads it back.

    The whole ledger has the articles that make no claim as well.

    Example: cliffhanger claims export --out claims.jsonld
    """
    from cliffhanger.claims.exchange import to_json
    from cliffhanger.claims.linked_data import to_jsonld
    from cliffhanger.claims.recorded import Exported
    from cliffhanger.pipeline.known import claims_of
    from cliffhanger.pipeline.read import ledger_of

    form = form_of(format, out, ENDINGS)
    ledger = ledger_of(workspace or Path())
    found = ledger.exported(as_of) if series is None else Exported(claims_of(ledger, series, as_of, moved_too=True)[1])
    show(to_json(found) if form == "json" else to_jsonld(found), out)


@claims.command(name="import")
def import_claims(file: Path, /, *, workspace: LedgerIn = None) -> None:
    """Add what `cliffhanger claims export` wrote to the ledger; what is on file is left as it is.

    Decisions that are new are added to the claims that are on file, and articles on file take the day or outlet that they lack.

    Example: cliffhanger claims import claims.jsonld --workspace W
    """
    from cliffhanger.claims.exchange import from_json
    from cliffhanger.claims.linked_data import from_jsonld
    from cliffhanger.claims.reconcile import fault_of_review
    from cliffhanger.pipeline.read import ledger_of
    from cliffhanger.report.notation import counted

    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"This file cannot be read: {error}", place=str(file), remedy="Give a file that was exported") from error
    try:
        exported = from_jsonld(text) if '"@context"' in text[:4_000] else from_json(text)
    except InputError as error:
        raise InputError(error.problem, place=f"{file}, {error.place}", remedy=error.remedy) from error
    added = ledger_of(workspace or Path(), create=True).restore(exported, _today())
    new, on_file = sum(one.count for one in added), sum(one.already for one in added)
    decided, strays = sum(one.reviews for one in added), sum(one.strays for one in added)
    left_out = f"; {counted(strays, 'decision')} left out, about claims that this ledger has not" if strays else ""
    unusable = sum(any(fault_of_review(one, review) for review in one.reviews) for one in exported.claims)
    aside = f"; of {counted(unusable, 'claim')} a correction of no valid form is set aside" if unusable else ""
    told = sum(one.told for one in added)
    filled = f", {told:,} of them without the day or outlet that they have now" if told else ""
    say(
        f"{counted(new, 'claim')} of {counted(len(added) - on_file, 'article')} and {counted(decided, 'decision')} added; "
        f"{counted(on_file, 'article')} on file already{filled}{left_out}{aside}"
    )


def _as_typed(claim: str) -> str:
    """Quote an id where a shell would not take it as it is; a # within a word is none of a shell's signs."""
    plain = claim.replace("#", "")
    return claim if shlex.quote(plain) == plain else shlex.quote(claim)


def _season(text: str) -> int | None:
    if text.casefold() == "none":
        return None
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= LAST_SEASON:
        raise UsageError(f"{text!r} is no season", remedy=f"Give a number from 1 to {LAST_SEASON}, or none")
    return int(text)


def _of_how_many(decided: Sequence[object]) -> str:
    return "" if len(decided) == 1 else f"{len(decided)} claims "


def _value(text: str) -> dict[str, object]:
    try:
        found = jsons.loads(text)
    except ValueError as error:
        raise UsageError(f"The value is no JSON: {error}", remedy="Write it like '{\"n\": 10}'") from error
    if not isinstance(found, dict):
        raise UsageError("The value is no JSON object", remedy="Write it like '{\"n\": 10}'")
    return found


def _today() -> dt.date:
    return dt.datetime.now(tz=dt.UTC).date()
