"""Every number of the record is defined, with its source."""

from __future__ import annotations

import datetime as dt
import inspect
import typing
from dataclasses import fields, is_dataclass

from cliffhanger.dossier import paying, record, returning, spread
from cliffhanger.dossier.spread import Spread
from cliffhanger.report import definitions
from cliffhanger.report.definitions import DEFINITIONS, FIELDS

NUMBERS = (int, float, dt.date, Spread)


def _mentions(annotation: object) -> set[object]:
    inner = typing.get_args(annotation)
    return {annotation}.union(*(_mentions(part) for part in inner))


def test_every_number_of_the_record_has_a_definition() -> None:
    numeric = set()
    parts = {name: cls for part in (record, returning, paying, spread) for name, cls in inspect.getmembers(part, is_dataclass)}
    for name, cls in parts.items():
        hints = typing.get_type_hints(cls)
        numeric |= {f"{name}.{field.name}" for field in fields(cls) if _mentions(hints[field.name]) & set(NUMBERS)}
    assert numeric == set(FIELDS)
    assert set(FIELDS.values()) <= set(DEFINITIONS)


def test_every_definition_has_term_text_and_source() -> None:
    for key, definition in DEFINITIONS.items():
        assert key.isidentifier()
        assert definition.term
        assert definition.source
        assert definition.text.endswith(".")
    terms = [definition.term for definition in DEFINITIONS.values()]
    assert len(set(terms)) == len(terms)


def test_sources_are_names_and_not_addresses() -> None:
    assert "://" not in inspect.getsource(definitions)
