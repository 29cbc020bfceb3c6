"""The formats of a dossier, in one table: name, renderer, file suffix."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass

from cliffhanger.dossier.plain import plain
from cliffhanger.dossier.record import Dossier
from cliffhanger.report.definitions import DEFINITIONS
from cliffhanger.report.html import dossier_html
from cliffhanger.report.markdown import dossier_markdown
from cliffhanger.report.text import dossier_text
from cliffhanger.report.words import spoken, verdict


@dataclass(frozen=True, slots=True)
class Format:
    """A renderer, and the suffix of files in it."""

    render: Callable[[Dossier], str]
    suffix: str


def dossier_json(dossier: Dossier) -> str:
    """Render a dossier as JSON: the record as it is, its verdict, and the definitions of its numbers."""
    content = {
        "kind": "dossier",
        "dossier": plain(dossier),
        "verdict": spoken(verdict(dossier)),
        "definitions": {key: asdict(definition) for key, definition in DEFINITIONS.items()},
    }
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=False, allow_nan=False) + "\n"


FORMATS: dict[str, Format] = {
    "text": Format(dossier_text, ".txt"),
    "html": Format(dossier_html, ".html"),
    "md": Format(dossier_markdown, ".md"),
    "json": Format(dossier_json, ".json"),
}
