"""The formats of a dossier, in one table: name, renderer, file suffix."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from cliffhanger.dossier.decision import Decision
from cliffhanger.dossier.plain import plain
from cliffhanger.dossier.record import Dossier
from cliffhanger.report import worth
from cliffhanger.report.definitions import DEFINITIONS
from cliffhanger.report.html import dossier_html
from cliffhanger.report.markdown import dossier_markdown
from cliffhanger.report.text import dossier_text
from cliffhanger.report.words import spoken
from cliffhanger.report.worth import verdict


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


def decision_json(decision: Decision, question: dict[str, Any], versions: dict[str, str]) -> str:
    """Render the answer of ``decide`` as JSON, with all that is needed to repeat it."""
    content = {
        "kind": "decision",
        "sentence": worth.spoken_answer(decision.should),
        "question": question,
        "answer": plain(decision),
        "versions": versions,
    }
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


FORMATS: dict[str, Format] = {
    "text": Format(dossier_text, ".txt"),
    "html": Format(dossier_html, ".html"),
    "md": Format(dossier_markdown, ".md"),
    "json": Format(dossier_json, ".json"),
}
