"""Reading articles: files to claims, and claims to the ledger. Every file is reported as read or refused."""

from __future__ import annotations

import datetime as dt
import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cliffhanger.claims.article import Article
from cliffhanger.claims.claim import Claim
from cliffhanger.claims.copies import sketch
from cliffhanger.claims.grammar import GRAMMAR
from cliffhanger.claims.reading import read
from cliffhanger.claims.recorded import Piece
from cliffhanger.claims.rereading import Readers
from cliffhanger.errors import FetchError, InputError
from cliffhanger.pipeline.deadline import Clock, Deadline
from cliffhanger.pipeline.extract import Extraction, Extractor
from cliffhanger.sources.articles.files import Named, Refused, articles
from cliffhanger.sources.articles.web import Reach, article_at
from cliffhanger.store.configuration import MARKER, ArticlesSection
from cliffhanger.store.ledger import Added, Ledger
from cliffhanger.store.patterns_kept import patterns_kept
from cliffhanger.store.workspace import Workspace

SECONDS = ArticlesSection().seconds_per_article  # that may go into one article where nothing else is said


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one file: its article, its claims, what the ledger added, what a model proposed; or why it was refused."""

    id: str
    article: Article | None = None
    claims: tuple[Claim, ...] = ()
    added: Added | None = None
    refused: Refused | None = None
    extraction: Extraction | None = None

    @property
    def undated(self) -> bool:
        """Whether it was read and nobody says when it came out, so that it counts from the day of reading."""
        on_file = self.added.piece if self.added else self.article
        return on_file is not None and on_file.published is None


def readings(
    listed: Sequence[Named],
    *,
    ledger: Ledger | None,
    read_on: dt.date,
    extractor: Extractor | None = None,
    progress: Callable[[str], None] = lambda _: None,
    seconds: float = SECONDS,
    clock: Clock = time.monotonic,
) -> Iterator[Reading]:
    """Yield what each named file holds, in order; with a ledger, its claims are added to it as it is read.

    ``read_on`` is the day of reading, from which an article counts that does not say when it was published. With an extractor,
    an article about which it cannot be asked is refused and nothing of it kept. What is on file is read again, and asked about
    again, only by a newer grammar or another model than read it before. ``seconds`` of the ``clock`` may go into each, its page
    included: one that takes longer is refused, and nothing of it kept.
    """
    names = {one.name for one in ledger.series()} if ledger else set()
    with patterns_kept():
        begun = iter(lambda: Deadline.after(seconds, clock), None)  # each before its file is opened
        for number, (deadline, found) in enumerate(zip(begun, articles(listed), strict=False), 1):
            progress(f"reading {number:,} of {len(listed):,} ({100 * (number - 1) // len(listed)}%)")
            if isinstance(found, Refused):
                yield Reading(found.id, refused=found)
                continue
            done = _reading(found, found.id, sorted(names), deadline, ledger=ledger, read_on=read_on, extractor=extractor)
            names |= {claim.subject.series for claim in done.claims if claim.subject.series} if ledger else set()
            yield done


def readings_at(
    urls: Sequence[str], *, workspace: Path, ledger: Ledger | None, read_on: dt.date, extractor: Extractor | None = None
) -> Iterator[Reading]:
    """Yield what the articles at some addresses hold; only hosts that the workspace's configuration names are asked."""
    opened = Workspace.open(workspace)
    reach = Reach(hosts=opened.config.articles.hosts)
    with patterns_kept():
        for url in urls:
            try:
                found = article_at(url, reach=reach, contact=opened.config.fetch.contact)
            except (FetchError, InputError) as error:
                yield Reading(url, refused=Refused(url, url, error.problem))
                continue
            names = [one.name for one in ledger.series()] if ledger else ()
            deadline = Deadline.after(opened.config.articles.seconds_per_article)
            yield _reading(found, url, names, deadline, ledger=ledger, read_on=read_on, extractor=extractor)


def _reading(
    article: Article,
    place: str,
    names: Sequence[str],
    deadline: Deadline,
    *,
    ledger: Ledger | None,
    read_on: dt.date,
    extractor: Extractor | None,
) -> Reading:
    """Read one article with the grammar, and beside it with a model where there is one; add what both say to the ledger."""
    if not article.text.strip():
        return Reading(article.id, refused=Refused(article.id, place, "There is no text in it that a reader would see"))
    try:
        claims, extraction, piece = tuple(read(article, names, between=deadline.check)), None, piece_of(article, read_on)
    except InputError as error:
        return Reading(article.id, refused=Refused(article.id, place, error.problem))
    by = Readers(GRAMMAR, extractor.name if extractor else None)
    if extractor is not None and (ledger is None or ledger.due(piece, by)):
        try:
            claims, extraction = extractor.beside(article, claims, names)
        except FetchError as error:
            return Reading(article.id, refused=Refused(article.id, place, error.problem))
    return Reading(article.id, article, claims, ledger.add(piece, claims, by=by) if ledger else None, extraction=extraction)


def piece_of(article: Article, read_on: dt.date) -> Piece:
    """Return an article as the ledger keeps it, without its text."""
    return Piece(
        id=article.id,
        digest=hashlib.sha256(article.raw.encode("utf-8", "surrogatepass")).hexdigest(),
        outlet=article.outlet,
        published=article.published,
        title=article.title,
        origin=article.origin,
        read_on=read_on,
        shingles=sketch(article.text),
        language=article.language,
    )


def seconds_per_article(workspace: Path) -> float:
    """Return how long reading an article may take, seconds: as the workspace says, else as by default."""
    is_one = (workspace / MARKER).is_file()
    return Workspace.open(workspace).config.articles.seconds_per_article if is_one else SECONDS


def ledger_of(workspace: Path, *, create: bool = False) -> Ledger:
    """Open the ledger of a workspace; ``create`` makes the folder a workspace first. Raises as `Ledger.open` does."""
    if create:
        Workspace.create(workspace)
    return Ledger.open(workspace)
