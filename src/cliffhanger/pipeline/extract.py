"""The optional second reader: a model proposes, the article decides, and what both readers say is put together."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cliffhanger.claims.article import Article
from cliffhanger.claims.claim import Claim
from cliffhanger.claims.grounding import Refusal, grounded, joined
from cliffhanger.claims.proposals import Proposal
from cliffhanger.sources.model_endpoint import Endpoint, parts_of, proposals_of
from cliffhanger.store.configuration import MARKER
from cliffhanger.store.proposals import keep_proposals, kept_proposals
from cliffhanger.store.workspace import Workspace

if TYPE_CHECKING:
    from pydantic_ai.models import Model

Ask = Callable[[str], list[Proposal]]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the model brought to one article.

    ``proposed`` counts what it said, of which some is refused: ``added`` counts claims that only it found, ``weakened`` those of
    the grammar whose standing it lowered, ``differing`` those that the grammar reads otherwise; the rest agree or came twice.
    """

    extractor: str
    proposed: int
    added: int
    weakened: int
    differing: int
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Extractor:
    """A model, and the workspace that keeps its answers."""

    name: str
    ask: Ask
    workspace: Path

    def beside(self, article: Article, grammar: Sequence[Claim], known: Sequence[str]) -> tuple[tuple[Claim, ...], Extraction]:
        """Return the claims of both readers, and what the model had to do with them.

        Raises
        ------
        FetchError
            When the model cannot be asked. Nothing is kept of the article then, so that it can be read again.
        WorkspaceError
            When its answer cannot be kept.
        """
        proposals = [one for part in parts_of(article) for one in self._answer(part)]
        checked = grounded(article, proposals, extractor=self.name, known_series=known)
        both = joined(grammar, checked.claims)
        made = Extraction(self.name, len(proposals), both.added, both.weakened, both.differing, checked.refused)
        return both.claims, made

    def _answer(self, part: str) -> list[Proposal]:
        key = hashlib.sha256(f"{self.name}\n{part}".encode("utf-8", "surrogatepass")).hexdigest()
        kept = kept_proposals(self.workspace, key)
        if kept is None:
            kept = self.ask(part)
            keep_proposals(self.workspace, key, kept)
        return kept


def extractor_of(workspace: Path, *, model: Model | None = None) -> Extractor | None:
    """Return the model that a workspace's configuration names, or None where it names none or there is no workspace.

    ``model`` stands in for the one at the address, in tests.

    Raises
    ------
    InputError
        When the configuration is not what it should be.
    UsageError
        When the library is not installed, or the key is not in the environment.
    """
    if not (workspace / MARKER).is_file():
        return None
    section = Workspace.open(workspace).config.extractor
    if section.base_url is None or section.model is None:
        return None
    endpoint = Endpoint(section.base_url, section.model, section.key_variable, section.output, section.timeout_s)
    endpoint.key()  # said now, and not at the first article
    return Extractor(endpoint.agent, lambda part: proposals_of(part, endpoint, model=model), workspace)
