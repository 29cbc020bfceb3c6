"""What models have answered, kept in the workspace: the same question about the same text is asked once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from cliffhanger.claims.proposals import Proposal
from cliffhanger.errors import WorkspaceError
from cliffhanger.store.versions import replace_durably

FOLDER = "proposals"
_PROPOSALS = TypeAdapter(list[Proposal])


def kept_proposals(workspace: Path, key: str) -> list[Proposal] | None:
    """Return the answer on file under a key, or None where there is none or it cannot be read: then it is asked again."""
    try:
        return _PROPOSALS.validate_json((workspace / FOLDER / f"{key}.json").read_bytes())
    except (OSError, ValidationError):
        return None


def keep_proposals(workspace: Path, key: str, proposals: Sequence[Proposal]) -> None:
    """Keep an answer under a key.

    Raises
    ------
    WorkspaceError
        When it cannot be written.
    """
    path = workspace / FOLDER / f"{key}.json"
    try:
        path.parent.mkdir(exist_ok=True)
        replace_durably(path, _PROPOSALS.dump_json(list(proposals)))
    except OSError as error:
        raise WorkspaceError(
            f"cannot be written ({error})", place=str(path), remedy="See to the rights of that folder"
        ) from error
