"""The templates of the pages, and the look that they share."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

PLACE = "templates"
UNITS = re.compile(r"(?<=[\d]) (?=%|million|billion|h |min|months|weeks)|(?<=under|.over) (?=\d)")


@cache
def template(name: str) -> Template:
    """Load a template; what it is not given is an error, and every text is escaped."""
    return _environment().get_template(name)


@cache
def css() -> Markup:
    """Return the style sheet of every page."""
    return Markup(resources.files("cliffhanger.report").joinpath(PLACE, "dossier.css").read_text(encoding="utf-8"))  # noqa: S704  our own file


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("cliffhanger.report", PLACE),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters["bound"] = _bound
    return environment


def _bound(text: str) -> str:
    """Keep a number and its unit on one line."""
    return UNITS.sub("\u00a0", text)
