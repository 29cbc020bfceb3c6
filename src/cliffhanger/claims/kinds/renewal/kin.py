"""What comes of a series beside more of it: a film, a prequel, a special."""

from __future__ import annotations

from typing import Any

from cliffhanger.claims.patterns import search


def kin_of(words: str) -> dict[str, Any]:
    """A film, a prequel or the like; a special is more of the same series."""
    form = search(r"(?i)prequel|sequel|remake|reboot|movie|film|feature|special|comic", words)
    if form is None:
        return {"status": "spinoff"}
    kind = {"movie": "film", "feature": "film"}.get(form[0].lower(), form[0].lower())
    return {"status": "renewed" if kind == "special" else "spinoff", "form": kind}
