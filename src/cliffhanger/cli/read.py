"""``cliffhanger read``."""

from __future__ import annotations

import datetime as dt
import itertools
import json as jsons
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from cliffhanger.cli.options import Day, Json, say
from cliffhanger.cli.telling import telling
from cliffhanger.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cliffhanger.pipeline.read import Reading

MOST_REFUSALS = 5  # shown of one article; --json has all


def read(
    *places: Annotated[str, Parameter(allow_leading_hyphen=True)],  # for "-"
    manifest: Annotated[Path | None, Parameter(help="JSON lines with id, file, published and outlet of each article.")] = None,
    workspace: Annotated[
        Path | None,
        Parameter(name=["--workspace", "-w"], help="Folder whose ledger the claims are added to; default: this folder."),
    ] = None,
    outlet: Annotated[str | None, Parameter(help="Who published the files, whatever they say.")] = None,
    published: Annotated[Day | None, Parameter(help="When the files were published, whatever they say.")] = None,
    dry_run: Annotated[bool, Parameter(name="--dry-run", negative=(), help="Show the claims and keep none.")] = False,
    grammar_only: Annotated[
        bool, Parameter(name="--grammar-only", negative=(), help="Ask no language model, though the workspace names one.")
    ] = False,
    json: Json = False,
) -> None:
    """Read articles and keep what they claim: who says what about a series, with the words that say it.

    PLACES are files, folders or - for standard input, as plain text or HTML, or addresses on hosts that the workspace's
    cliffhanger.toml names. An article that was read before adds nothing, unless this version reads better, another model is
    asked, or its day or outlet is told for the first time: then what is no longer found is withdrawn.
    With --json one object a line is printed, with the claims of one article and the places of their quotes.

    Example: cliffhanger read articles/ --workspace W
    """
    from cliffhanger.pipeline.extract import extractor_of
    from cliffhanger.pipeline.read import ledger_of, readings, readings_at, seconds_per_article
    from cliffhanger.report.notation import clean_text, counted
    from cliffhanger.sources.articles.files import named_at, named_in, passed_over

    _check_places(places, manifest)
    urls = [place for place in places if place.startswith(("http://", "https://"))]
    files = [Path(place) for place in places if place not in urls]
    listed = named_in(manifest) if manifest else named_at(files, outlet=outlet, published=published)
    ledger = None if dry_run else ledger_of(workspace or Path(), create=True)
    extractor = None if grammar_only else extractor_of(workspace or Path())
    seconds = seconds_per_article(workspace or Path())
    today = dt.datetime.now(tz=dt.UTC).date()
    read_, refused, undated, ahead, claims, new, withdrawn = 0, 0, 0, 0, 0, 0, 0
    with telling() as tell:
        slow = extractor is not None or len(listed) > 20
        kept_in: dict[str, Any] = {"ledger": ledger, "read_on": today, "extractor": extractor}
        found = readings(listed, **kept_in, progress=tell if slow else lambda _: None, seconds=seconds)
        at = readings_at(urls, workspace=workspace or Path(), **kept_in) if urls else ()
        for one in itertools.chain(found, at):
            read_ += one.refused is None
            refused += one.refused is not None
            undated += one.undated
            ahead += one.article is not None and (one.article.published or today) > today
            claims += len(one.claims)
            new += one.added.count if one.added else 0
            withdrawn += one.added.withdrawn if one.added else 0
            said = jsons.dumps(_plain(one, kept=not dry_run), ensure_ascii=False) if json else _told(one, quotes=dry_run)
            print(said if json else "\n".join(map(clean_text, said.split("\n"))))  # a file's name may be anything
    kept = "" if dry_run else f", {new:,} of them new to the ledger"
    kept += f", {withdrawn:,} withdrawn that are no longer found" if withdrawn else ""
    articles = counted(len(listed) + len(urls), "article")
    say(f"{read_:,} read + {refused:,} refused = {articles}; {counted(claims, 'claim')}{kept}")
    _tell_of_days(undated, ahead)
    if others := passed_over(files):
        say(f"passed over in the folders: {_by_ending(others)}. Name a file to have it read")
    if refused and not read_:
        raise InputError("No article could be read", remedy="The reasons are given above")


def _tell_of_days(undated: int, ahead: int) -> None:
    if undated:
        say(
            f"without a day of their own: {undated:,}. They count from the day of reading, so no answer as of an earlier day has "
            "what they say; give --published, or a manifest with the day of each, and read them again"
        )
    if ahead:
        say(f"of a day after today: {ahead:,}. No answer as of today has what they say; is the day right?")


def _by_ending(others: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {ending or 'without an ending'}" for ending, count in others.items())


def _check_places(places: tuple[str, ...], manifest: Path | None) -> None:
    unknown = [place for place in places if place.startswith("-") and place != "-"]
    if unknown:
        raise UsageError(f"{unknown[0]} is no option", remedy="See `cliffhanger read --help`; a file of that name is ./NAME")
    if lists := [place for place in places if place.endswith(".jsonl")]:
        raise UsageError(f"{lists[0]} is a list of articles by its name", remedy=f"Give it by --manifest {lists[0]}")
    if bool(places) == (manifest is not None):
        raise UsageError("Name the articles, or a manifest of them", remedy="Give files, folders or -, or --manifest FILE")


def _plain(one: Reading, *, kept: bool) -> dict[str, Any]:
    """Return an article's claims as JSON; a dry run gives the kinds that annotated sets know, so that it can be scored."""
    from cliffhanger.claims.claim import NOT_ANNOTATED
    from cliffhanger.dossier.plain import plain

    if one.refused is not None:
        return {"id": one.id, "claims": [], "refused": one.refused.why}
    notes = {"notes": list(one.article.notes)} if one.article and one.article.notes else {}
    added = {"added": one.added.count, "withdrawn": one.added.withdrawn, "on_file_as": one.added.piece.id} if one.added else {}
    claims = tuple(claim for claim in one.claims if kept or claim.kind not in NOT_ANNOTATED)
    proposed = {"extraction": plain(one.extraction)} if one.extraction else {}
    language = {"language": one.article.language} if one.article and one.article.language else {}
    return {"id": one.id, "claims": plain(claims), **language, **added, **notes, **proposed}


def _told(one: Reading, *, quotes: bool) -> str:
    from cliffhanger.report.claims_text import READ_WELL, claim_line
    from cliffhanger.report.notation import counted

    if one.refused is not None:
        return f"{one.refused.place}: refused. {one.refused.why}."
    foreign = one.article is not None and one.article.language not in {None, READ_WELL}
    language = f" (language: {one.article.language}, for which there are no rules)" if foreign and one.article else ""
    kept_as = _kept_as(one)
    id_ = f"{one.id}, on file as {kept_as}" if kept_as else one.id
    lines = [f"{id_}{language}: {counted(len(one.claims), 'claim')}{_became(one)}", *_proposed(one)]
    if quotes:
        lines += [f"  {claim_line(claim)}" for claim in one.claims]
    return "\n".join(lines)


def _kept_as(one: Reading) -> str | None:
    """Return the id of an article on file where that is another: its name was taken, or it was first read under another name."""
    return one.added.piece.id if one.added and one.added.piece.id != one.id else None


def _became(one: Reading) -> str:
    added = one.added
    if added is None:
        return ""
    if added.again:
        return f", read again: {added.count} added, {added.withdrawn} withdrawn"
    given = one.article.published if one.article else None
    stays = f"; on file as of {added.piece.published}" if given and added.piece.published != given else ""
    return f", read before: nothing added{stays}" if added.already else f", {added.count} added"


def _proposed(one: Reading) -> list[str]:
    """Say what the model brought, so that the counts add up: added, agreeing, weakened, read otherwise, refused."""
    made = one.extraction
    if made is None:
        return []
    agreeing = made.proposed - made.added - made.weakened - made.differing - len(made.refused)
    said = (
        f"  {made.extractor}: {made.proposed} proposed = {made.added} added + {agreeing} agreeing or said twice + "
        f"{made.weakened} made weaker + {made.differing} read otherwise by the grammar + {len(made.refused)} refused"
    )
    return [said, *(f'    refused "{refusal.proposal.quote[:60]}": {refusal.why}' for refusal in made.refused[:MOST_REFUSALS])]
